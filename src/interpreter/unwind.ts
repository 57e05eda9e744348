// Leaving frames, by return or by exception: tracebacks, handlers, what becomes of locals. Mirrors the error half of
// Python/ceval.c and Python/frame.c. See docs/interpreter.md.
import { decodeExceptionTable } from "../bytecode/exception-table.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries, deopt } from "../bytecode/opcodes.ts";
import { memoryError, newError } from "../core/errors.ts";
import { setAttributeContext } from "../core/attribute.ts";
import { isSubtype } from "../core/type.ts";
import { fromPythonError } from "../core/python-error.ts";
import { type Container, NULL, PyError, type PyObject } from "../core/object.ts";
import { dealloc } from "../memory/dealloc.ts";
import { drop } from "../memory/ref.ts";
import type { CodeData } from "../types/code.ts";
import * as exc from "../types/exceptions.ts";
import { detachFrame, frameObject } from "../types/frame.ts";
import { newOwnedTraceback } from "../types/traceback.ts";
import type { Vm } from "../vm/vm.ts";
import { abandon } from "./continuation.ts";
import { ADVANCED, type Frame, releaseFrame, REPLACED } from "./frame.ts";
import { EXCEPTION_HANDLED, PY_UNWIND, RAISE, RERAISE } from "./monitoring.ts";
import { finishGenerator } from "./ops/generator.ts";
import { endLoop } from "./ops/special.ts";
import { exceptionTold } from "./ops/instrumented.ts";

/** A thrown thing as PyError: JavaScript's stack overflow becomes RecursionError here, its size limits MemoryError; our own bugs pass through. */
export function asPyError(vm: Vm, thrown: unknown): PyError {
  if (thrown instanceof PyError) return thrown;
  let error: unknown;
  try {
    if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return newError(vm, exc.RecursionErrorType, "maximum recursion depth exceeded");
    if (thrown instanceof RangeError && HOST_LIMIT.test(thrown.message)) return memoryError(vm);
    error = fromPythonError(vm, thrown);
  } catch (raised) {
    error = raised;
  }
  if (error instanceof PyError) return error;
  throw thrown;
}

/** The host's words for a string, array, buffer or BigInt beyond its limits. */
const HOST_LIMIT = /^(Invalid (string|array|typed array|array buffer) length|Array buffer allocation failed|Maximum BigInt size exceeded|(Map|Set) maximum size exceeded)/;

/** The exception table of code. */
interface Handlers {
  starts: number[];
  ends: number[];
  targets: number[];
  depths: number[];
  lastis: boolean[];
}

function handlersOf(code: CodeData): Handlers {
  let h = code.handlers as Handlers | null;
  if (h === null) {
    h = { starts: [], ends: [], targets: [], depths: [], lastis: [] };
    for (const e of decodeExceptionTable(code.unit.exceptiontable)) {
      h.starts.push(e.start >> 1);
      h.ends.push(e.end >> 1);
      h.targets.push(e.target >> 1);
      h.depths.push(e.depth);
      h.lastis.push(e.lasti);
    }
    code.handlers = h;
  }
  return h;
}

/**
 * Finds the handler of an exception (whose one count is taken over), dropping frames on the way. True: vm.frame, its pc and sp say
 * where to go on. False: the entry frame was left and vm.raised holds the exception.
 */
export function unwind(vm: Vm, frame: Frame, exception: Container): boolean {
  search: for (;;) {
    const again = isReraise(frame, exception);
    if (!again) exception = withTraceback(vm, frame, exception);
    const m = vm.monitoring;
    if (m.wants(again ? RERAISE : RAISE)) exception = exceptionTold(vm, frame, again ? RERAISE : RAISE, exception, lastUnit(frame));
    const S = vm.stack;
    const code = frame.code;
    const h = handlersOf(code);
    const pc = frame.pc;
    const last = lastUnit(frame);
    if (again && vm.reraiseAt >= 0 && (code.words[pc]! & 255) === Op.RERAISE) frame.pc = vm.reraiseAt;
    vm.reraiseAt = -1;
    const count = vm.stopping ? 0 : h.starts.length;
    for (let i = 0; i < count; i++) {
      if (pc < h.starts[i]! || pc >= h.ends[i]!) continue;
      const level = frame.base + code.nlocalsplus + h.depths[i]!;
      vm.unwinding = exception;
      let sp = frame.sp;
      while (sp > level) {
        const v = S[--sp]!;
        frame.sp = sp;
        if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
      }
      if (h.lastis[i]!) S[sp++] = frame.pc;
      S[sp++] = exception;
      frame.sp = sp;
      frame.tracedPc = pc;
      frame.pc = h.targets[i]!;
      if (!m.wants(EXCEPTION_HANDLED)) return true;
      exception.rc++;
      const went = exceptionTold(vm, frame, EXCEPTION_HANDLED, exception);
      if (went === exception) {
        exception.rc--;
        return true;
      }
      exception = went;
      continue search;
    }
    if (m.wants(PY_UNWIND)) exception = exceptionTold(vm, frame, PY_UNWIND, exception, last);
    const entry = frame.entry;
    const cont = frame.cont;
    const rest = frame.rest;
    if (frame.generator !== null) finishGenerator(vm, frame);
    leaveFrame(vm, frame, frame.sp);
    if (cont !== null) abandon(vm, cont, exception);
    else if (entry) {
      vm.raised = exception;
      return false;
    }
    frame = vm.frame!;
    if (rest === REPLACED) setAttributeContext(exception, vm.stack[frame.sp - 1]!, frame.code.names[frame.code.words[frame.pc]! >>> 9]!);
    else if (rest === ADVANCED && isSubtype(exception.type, exc.StopIterationType)) {
      drop(vm, exception);
      endLoop(vm, frame);
      return true;
    }
  }
}

/** Where an exception is told to be: the last code unit of its instruction. */
function lastUnit(frame: Frame): number {
  return frame.pc + (cacheEntries[deopt[frame.code.words[frame.pc]! & 255]!] ?? 0);
}

/** RERAISE, and `raise` without operands, keep the traceback that the exception already has for this frame. */
function isReraise(frame: Frame, exception: Container): boolean {
  const word = frame.code.words[frame.pc]!;
  const opcode = word & 255;
  return opcode === Op.RERAISE || ((opcode === Op.END_ASYNC_FOR || opcode === Op.CLEANUP_THROW) && (exception.data as exc.ExcData).traceback !== null) || (word === Op.RAISE_VARARGS && (exception.data as exc.ExcData).traceback !== null);
}

function addTraceback(vm: Vm, frame: Frame, exception: Container): void {
  const data = exception.data as exc.ExcData;
  const tb = newOwnedTraceback(vm, data.traceback, frameObject(vm, frame), frame.pc * 2);
  const old = data.traceback;
  data.traceback = tb;
  if (old !== null) drop(vm, old);
}

/** The exception with one more entry; where there is no memory for that, the MemoryError in its place. */
function withTraceback(vm: Vm, frame: Frame, exception: Container): Container {
  try {
    addTraceback(vm, frame, exception);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    drop(vm, exception);
    return error.exc;
  }
  return exception;
}

/** Drops what a finished frame owns (operands from `sp` down, locals, function) and makes its caller the running frame. */
export function leaveFrame(vm: Vm, frame: Frame, sp: number): void {
  const S = vm.stack;
  const base = frame.base;
  vm.frame = frame.prev;
  vm.depth--;
  if (frame.generator !== null || frame.pyFrame !== null) leaveObserved(vm, frame, sp);
  else {
    // CPython clears from the top: operands, then locals last to first.
    for (let i = sp - 1; i >= base; i--) {
      const v = S[i]!;
      if (typeof v !== "number" && v !== NULL) {
        S[i] = NULL;
        if (--v.rc === 0) deallocAbove(vm, v, i);
      }
    }
  }
  const func = frame.func;
  const locals = frame.locals;
  const code = frame.ownsCode ? frame.codeObject : null;
  releaseFrame(vm, frame);
  if (locals !== null) drop(vm, locals);
  if (func !== null && --func.rc === 0) dealloc(vm, func);
  if (code !== null) drop(vm, code);
}

/** Destroys what stood at a slot of a frame that is no longer the running one: finalisers must not run on the slots below, which are to be dropped yet. */
function deallocAbove(vm: Vm, o: PyObject, slot: number): void {
  if (o.type.leaf) {
    dealloc(vm, o);
    return;
  }
  const floor = vm.stackFloor;
  vm.stackFloor = slot;
  dealloc(vm, o);
  vm.stackFloor = floor;
}

/** The frame has a generator or an object, which end with it. */
function leaveObserved(vm: Vm, frame: Frame, sp: number): void {
  const floor = vm.stackFloor;
  vm.stackFloor = sp;
  if (frame.generator !== null) finishGenerator(vm, frame);
  if (frame.pyFrame !== null) detachFrame(vm, frame, sp);
  else {
    for (let i = sp - 1; i >= frame.base; i--) {
      const v = vm.stack[i]!;
      vm.stack[i] = NULL;
      if (v !== NULL) drop(vm, v);
    }
  }
  vm.stackFloor = floor;
}
