// Suspending and resuming frames: generators, coroutines, `yield from`, `await`, asynchronous iteration. See docs/interpreter.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from "../../bytecode/code-unit.ts";
import { callMethod } from "../../core/call.ts";
import { dropError, insteadOf, matches, newError, typeError } from "../../core/errors.ts";
import { getIter } from "../../core/iterate.ts";
import { dropStopValue, takeStopValue } from "../../core/stop-iteration.ts";
import { Container, NULL, PyError, type Value } from "../../core/object.ts";
import { typeName, typeOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { track } from "../../memory/gc-list.ts";
import { drop, dropAll, incref, newRef, own } from "../../memory/ref.ts";
import * as exc from "../../types/exceptions.ts";
import { attachFrame, endFrame, lineOf } from "../../types/frame.ts";
import type { FunctionData } from "../../types/function.ts";
import { AsyncGeneratorType, typeForFlags } from "../../types/async-generator.ts";
import { awaitableIterator, CLOSED, CoroutineType, CREATED, GeneratorData, GeneratorType, genData, RUNNING, SUSPENDED, yieldFromTarget } from "../../types/generator.ts";
import { None } from "../../types/none.ts";
import { intern } from "../../types/str/str-object.ts";
import { tupleOfOwned } from "../../types/tuple.ts";
import type { Vm } from "../../vm/vm.ts";
import { type Frame, releaseFrame, RESUMED } from "../frame.ts";
import { unwind } from "../unwind.ts";
import { runQuietly, topOfStack } from "./call.ts";
import { setContext } from "./exception.ts";
import { exceptionTold } from "./instrumented.ts";
import { PY_THROW, RAISE } from "../monitoring.ts";

/**
 * How far behind the calling instruction the caller goes on when a frame that it entered returns. What the getter of a property ran may have
 * specialised the instruction anew: the same code with other types, in a recursion.
 */
export function resumeOffset(w: number): number {
  const op = w & 255;
  if (op >= Op.LOAD_ATTR_CLASS && op <= Op.LOAD_ATTR_WITH_HINT) return 10;
  switch (op) {
    case Op.CALL:
    case Op.CALL_KW:
      return 4;
    case Op.SEND:
    case Op.SEND_GEN:
      return 2 + (w >>> 8);
    case Op.LOAD_ATTR:
      return 10;
    default:
      return 1;
  }
}

/** The same when it yields. */
export function yieldOffset(w: number): number {
  void w;
  return 2;
}

/** RETURN_GENERATOR: the frame moves into a new generator, which is the call's result (owned). */
export function makeGenerator(vm: Vm, frame: Frame, sp: number): Value {
  const S = vm.stack;
  const code = frame.code;
  const f = frame.func!.data as FunctionData;
  const origin = vm.coroutineOriginDepth > 0 && (code.flags & CO_COROUTINE) !== 0 ? originOf(vm, frame.prev) : null;
  const base = frame.base;
  const count = sp - base;
  // As large as the slots will ever be.
  const slots = S.slice(base, base + code.framesize);
  for (let i = slots.length - 1; i >= count; i--) slots[i] = NULL;
  // Until the object is there the frame is not its own.
  const data = new GeneratorData(null, slots, count, f.name, f.qualname, frame.codeObject, code.flags);
  data.origin = origin;
  data.state = CLOSED;
  const gen = new Container(typeForFlags(code.flags), data, null);
  data.frame = frame;
  data.state = CREATED;
  track(vm, gen);
  vm.frame = frame.prev;
  vm.depth--;
  frame.prev = null;
  frame.generator = gen;
  frame.entry = false;
  frame.sp = count;
  return gen;
}

/** cr_origin: where a coroutine was made, innermost first; owned. */
function originOf(vm: Vm, frame: Frame | null): Value {
  const entries: Value[] = [];
  try {
    for (let f = frame; f !== null && entries.length < vm.coroutineOriginDepth; f = f.prev) {
      entries.push(tupleOfOwned(vm, [newRef(f.code.filename), lineOf(f.code, f.pc) ?? 0, newRef(f.code.name)]));
    }
  } catch (error) {
    dropAll(vm, entries);
    throw error;
  }
  const origin = tupleOfOwned(vm, entries);
  if (entries.length === 0) incref(origin);
  return origin;
}

/**
 * YIELD_VALUE: the frame's slots up to `sp` move into its generator; the caller's frame runs on. Callers that are parked in their delegation
 * to it are left as well: their instruction would hand the value on. Answers the outermost frame that was left.
 */
export function suspend(vm: Vm, frame: Frame, sp: number): Frame {
  const S = vm.stack;
  const data = frame.generator!.data as GeneratorData;
  const base = frame.base;
  const count = sp - base;
  const slots = data.slots;
  // Most are what they were: what is not written needs no write barrier.
  for (let i = 0; i < count; i++) {
    const v = S[base + i]!;
    if (slots[i] !== v) slots[i] = v;
  }
  data.count = count;
  data.state = SUSPENDED;
  const caller = frame.prev;
  vm.frame = caller;
  vm.depth--;
  frame.prev = null;
  frame.sp = count;
  vm.excInfo = data.excInfo.prev!;
  data.excInfo.prev = null;
  return caller !== null && caller.parked && !frame.entry ? suspendParked(vm, caller, frame) : frame;
}

/** Delegating frames whose slots are where they were: nothing moves. */
function suspendParked(vm: Vm, frame: Frame, left: Frame): Frame {
  for (;;) {
    const { stream, words } = frame.code;
    if (stream !== words || left.rest !== 0) {
      // Somebody watches it by now.
      unpark(vm, frame);
      return left;
    }
    const caller = frame.prev;
    left = leaveParked(vm);
    if (caller === null || !caller.parked || frame.entry) return left;
    frame = caller;
  }
}

/** The slots of a parked frame move to its place on the data stack: it is about to run, or somebody looks. */
export function unpark(vm: Vm, frame: Frame): void {
  const data = frame.generator!.data as GeneratorData;
  const { slots, count } = data;
  const S = vm.stack;
  const base = frame.base;
  for (let i = 0; i < count; i++) S[base + i] = slots[i]!;
  data.count = 0;
  frame.sp = base + count;
  frame.parked = false;
}

/** Is a suspended generator's frame in `yield from` or `await`? SEND stands two units before its YIELD_VALUE, a RESUME that says so behind. */
function delegates(frame: Frame): boolean {
  const w = frame.code.words[frame.pc + 1]!;
  return ((w & 255) === Op.RESUME || (w & 255) === Op.RESUME_CHECK) && ((w >>> 8) & 3) >= 2;
}

/**
 * Enters a generator that can run. While it delegates to another one that can run, its frame is linked in, but parked: its slots stay where
 * they are, as it has nothing to do but to hand on what comes. Answers the generator's own frame; vm.frame is the innermost.
 */
function enterDelegating(vm: Vm, gen: Container, base: number, ret: number, value: Value | undefined): Frame {
  let data = gen.data as GeneratorData;
  const outermost = data.frame!;
  let frame = outermost;
  if (data.state !== SUSPENDED || vm.pending !== 0 || !delegates(frame)) return enterGenerator(vm, gen, base, ret, value);
  const caller = vm.frame;
  for (;;) {
    const target = data.slots[data.count - 1]!;
    if (typeof target === "number" || (target.type !== GeneratorType && target.type !== CoroutineType)) break;
    const inner = (target as Container).data as GeneratorData;
    const { code } = frame;
    if (inner.state !== SUSPENDED || code.stream !== code.words) break;
    if (vm.depth + 1 >= vm.recursionLimit) {
      // The general way raises where it has to.
      while (vm.frame !== caller) frame = leaveParked(vm);
      return enterGenerator(vm, gen, base, ret, value);
    }
    frame.base = base;
    frame.sp = base + data.count;
    frame.ret = ret;
    frame.prev = vm.frame;
    frame.entry = false;
    frame.rest = 0;
    frame.parked = true;
    // From its YIELD_VALUE to its SEND.
    frame.pc -= 2;
    vm.frame = frame;
    vm.depth++;
    data.excInfo.prev = vm.excInfo;
    vm.excInfo = data.excInfo;
    data.state = RUNNING;
    if (frame.pyFrame !== null) attachFrame(frame);
    ret = frame.sp;
    base += code.framesize + 2;
    gen = target as Container;
    data = inner;
    frame = data.frame!;
    if (!delegates(frame)) break;
  }
  enterGenerator(vm, gen, base, ret, value);
  return outermost;
}

/** Suspends the running frame, which is parked, again: from its SEND it goes back to its YIELD_VALUE. */
function leaveParked(vm: Vm): Frame {
  const frame = vm.frame!;
  const data = frame.generator!.data as GeneratorData;
  data.state = SUSPENDED;
  vm.frame = frame.prev;
  vm.depth--;
  frame.prev = null;
  frame.parked = false;
  frame.sp = data.count;
  frame.pc += 2;
  vm.excInfo = data.excInfo.prev!;
  data.excInfo.prev = null;
  return frame;
}

/** Slots of a generator that has ended. */
const NO_SLOTS: Value[] = [];

/** Puts a generator's frame on the data stack at `base`; the value sent becomes its top operand. */
function enterGenerator(vm: Vm, gen: Container, base: number, ret: number, value: Value | undefined): Frame {
  const data = gen.data as GeneratorData;
  const frame = data.frame!;
  const S = vm.stack;
  if (vm.depth >= vm.recursionLimit) throw newError(vm, exc.RecursionErrorType, "maximum recursion depth exceeded");
  if (base + frame.code.framesize + 16 > S.length) vm.growStack(base + frame.code.framesize + 16);
  const slots = data.slots;
  const count = data.count;
  for (let i = 0; i < count; i++) S[base + i] = slots[i]!;
  data.count = 0;
  let sp = base + count;
  if (value !== undefined) {
    if (typeof value !== "number") value.rc++;
    S[sp++] = value;
  }
  frame.base = base;
  frame.sp = sp;
  frame.ret = ret;
  frame.prev = vm.frame;
  frame.entry = false;
  frame.rest = 0;
  vm.frame = frame;
  vm.depth++;
  data.excInfo.prev = vm.excInfo;
  vm.excInfo = data.excInfo;
  frame.pc++;
  data.state = RUNNING;
  if (frame.pyFrame !== null) attachFrame(frame);
  return frame;
}

/** Resumes a generator from native code. Answers the owned value, undefined with vm.raised set; vm.yielded tells a yield from a return. */
export function resumeFrame(vm: Vm, gen: Container, value: Value, thrown: Container | null): Value | undefined {
  const data = gen.data as GeneratorData;
  if (vm.nativeDepth >= vm.nativeDepthLimit) {
    if (thrown !== null) drop(vm, thrown);
    throw newError(vm, exc.RecursionErrorType, "maximum recursion depth exceeded");
  }
  const base = topOfStack(vm);
  if (thrown === null) {
    if (vm.depth >= vm.recursionLimit) throw newError(vm, exc.RecursionErrorType, "maximum recursion depth exceeded");
    gen.rc++;
    enterDelegating(vm, gen, base, base, value).entry = true;
    const result = runQuietly(vm);
    if (--gen.rc === 0) dealloc(vm, gen);
    return result;
  }
  gen.rc++;
  let frame: Frame;
  try {
    frame = enterGenerator(vm, gen, base, base, None);
  } catch (error) {
    gen.rc--;
    drop(vm, thrown);
    throw error;
  }
  frame.entry = true;
  try {
    frame.pc--;
    // Only what the generator itself handles becomes the context.
    if (data.excInfo.value !== null) setContext(vm, thrown);
    if (vm.monitoring.wants(PY_THROW)) thrown = exceptionTold(vm, frame, PY_THROW, thrown, frame.pc + 1);
    const resume = frame.pc + 1;
    if (!unwind(vm, frame, thrown)) return undefined;
    // The exception seems to come from the RESUME: a line starts at its handler.
    frame.tracedPc = resume;
    return runQuietly(vm);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    vm.raised = error.exc;
    return undefined;
  } finally {
    if (--gen.rc === 0) dealloc(vm, gen);
  }
}

/** A running generator's frame is about to be left for good. */
export function finishGenerator(vm: Vm, frame: Frame): void {
  const gen = frame.generator!;
  const data = gen.data as GeneratorData;
  frame.generator = null;
  data.state = CLOSED;
  data.frame = null;
  data.slots = NO_SLOTS;
  vm.excInfo = data.excInfo.prev!;
  data.excInfo.prev = null;
  const caller = frame.prev;
  if (caller !== null && caller.parked) unpark(vm, caller);
  const handled = data.excInfo.value;
  data.excInfo.value = null;
  if (handled !== null) drop(vm, handled);
}

/** Drops the frame of a generator that will not run again. */
export function discardGenerator(vm: Vm, gen: Container): void {
  const data = gen.data as GeneratorData;
  const frame = data.frame;
  if (frame === null) return;
  data.frame = null;
  data.state = CLOSED;
  frame.generator = null;
  const slots = data.slots;
  slots.length = data.count;
  data.slots = NO_SLOTS;
  data.count = 0;
  if (frame.pyFrame !== null) endFrame(vm, frame, slots);
  else for (let i = slots.length - 1; i >= 0; i--) if (slots[i] !== NULL) drop(vm, slots[i]!);
  const func = frame.func;
  releaseFrame(vm, frame);
  if (func !== null) drop(vm, func);
  const handled = data.excInfo.value;
  data.excInfo.value = null;
  if (handled !== null) drop(vm, handled);
}

/** While throw() and close() go to a generator's delegate its frame stands on the call stack, though it does not run. */
export function linkDelegating(vm: Vm, gen: Container): void {
  const base = topOfStack(vm);
  const data = gen.data as GeneratorData;
  const frame = enterGenerator(vm, gen, base, base, undefined);
  frame.pc--;
  vm.excInfo = data.excInfo.prev!;
  data.excInfo.prev = null;
}

/** Takes the frame that linkDelegating() put there from the call stack: the generator is suspended again. */
export function unlinkDelegating(vm: Vm, gen: Container): void {
  const data = gen.data as GeneratorData;
  const frame = data.frame!;
  data.excInfo.prev = vm.excInfo;
  suspend(vm, frame, frame.sp);
}

/** After a delegate of a suspended generator returned through throw(): drops it and moves behind the SEND loop. */
export function leaveDelegation(vm: Vm, gen: Container): void {
  const data = gen.data as GeneratorData;
  const frame = data.frame!;
  const target = data.slots[--data.count]!;
  data.slots[data.count] = NULL;
  drop(vm, target);
  // Behind the YIELD_VALUE stand RESUME and the jump back to SEND; END_SEND follows where SEND jumps to.
  const words = frame.code.words;
  let pc = frame.pc + 1;
  while ((words[pc]! & 255) !== Op.JUMP_BACKWARD_NO_INTERRUPT) pc++;
  const send = pc + 1 - (words[pc]! >>> 8);
  // END_SEND would drop the delegate, which is gone: go on right behind it.
  frame.pc = send + 2 + (words[send]! >>> 8) ;
}

/** FOR_ITER over a generator that can run: its frame is entered, the item goes to `sp`. False when the general way is needed. */
export function enterForIter(vm: Vm, frame: Frame, generator: Container, sp: number): boolean {
  const { state } = generator.data as GeneratorData;
  if (state !== SUSPENDED && state !== CREATED) return false;
  frame.sp = sp;
  enterDelegating(vm, generator, frame.base + frame.code.framesize + 2, sp, None);
  return true;
}

/** next() or send() of a generator that can run: its frame is entered. False when the general way is needed. */
export function enterResumed(vm: Vm, frame: Frame, generator: Container, sp: number, value: Value): boolean {
  if (generator.type !== GeneratorType && generator.type !== CoroutineType) return false;
  const { state } = generator.data as GeneratorData;
  if (state !== SUSPENDED && (state !== CREATED || value !== None)) return false;
  // Whoever watches the caller is told of the call's end when it has ended.
  if (frame.code.stream !== frame.code.words || vm.monitoring.wants(RAISE)) return false;
  enterDelegating(vm, generator, frame.base + frame.code.framesize + 2, sp, value).rest = RESUMED;
  return true;
}

export const ENTERED = 0;
export const YIELDED = 1;
export const RETURNED = 2;

/** SEND: receiver, value. Answers ENTERED when a generator's frame runs now, else what the receiver did, with the result on top. */
export function send(vm: Vm, frame: Frame, sp: number): number {
  const S = vm.stack;
  const receiver = S[sp - 2]!;
  const value = S[sp - 1]!;
  if (typeof receiver !== "number" && (receiver.type === GeneratorType || receiver.type === CoroutineType)) {
    const data = genData(receiver);
    if (data.state === SUSPENDED || (data.state === CREATED && value === None)) {
      // The value moves on: it is no operand of this frame any more.
      enterDelegating(vm, receiver as Container, frame.base + frame.code.framesize + 2, sp - 1, value);
      frame.sp = sp - 1;
      if (typeof value !== "number") value.rc--;
      return ENTERED;
    }
  }
  const mark = vm.scopeCount;
  let result: Value | undefined;
  if (vm.stopValue !== undefined) dropStopValue(vm);
  if (value === None && typeOf(receiver).tp_iternext !== undefined) result = typeOf(receiver).tp_iternext!(vm, receiver);
  else {
    try {
      result = callMethod(vm, receiver, intern(vm, "send"), [value]);
    } catch (error) {
      if (!matches(error, exc.StopIterationType)) throw error;
      const v = exc.excField(error.exc, "value") ?? None;
      S[sp - 1] = own(vm, mark, v);
      dropError(vm, error);
      if (typeof value !== "number" && --value.rc === 0) dealloc(vm, value);
      return RETURNED;
    }
  }
  const yielded = result !== undefined;
  S[sp - 1] = own(vm, mark, result ?? takeStopValue(vm) ?? None);
  if (typeof value !== "number" && --value.rc === 0) dealloc(vm, value);
  return yielded ? YIELDED : RETURNED;
}

/** receiver, value -> value. */
export function endSend(vm: Vm, sp: number): number {
  const S = vm.stack;
  const receiver = S[sp - 2]!;
  S[sp - 2] = S[sp - 1]!;
  if (typeof receiver !== "number" && --receiver.rc === 0) dealloc(vm, receiver);
  return sp - 1;
}

/** sub-iterator, last value, exception -> None, value; a StopIteration ends the delegation, all else goes on. */
export function cleanupThrow(vm: Vm, sp: number): number {
  const S = vm.stack;
  const error = S[sp - 1] as Container;
  if (!matches(new PyError(error), exc.StopIterationType)) {
    error.rc++;
    throw new PyError(error);
  }
  const value = exc.excField(error, "value") ?? None;
  if (typeof value !== "number") value.rc++;
  const [sub, last] = [S[sp - 3]!, S[sp - 2]!];
  None.rc++;
  S[sp - 3] = None;
  S[sp - 2] = value;
  if (typeof sub !== "number" && --sub.rc === 0) dealloc(vm, sub);
  if (typeof last !== "number" && --last.rc === 0) dealloc(vm, last);
  if (--error.rc === 0) dealloc(vm, error);
  return sp - 1;
}

export function getYieldFromIter(vm: Vm, frame: Frame, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  if (typeof v !== "number") {
    if (v.type === CoroutineType) {
      if ((frame.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) throw typeError(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      return sp;
    }
    if (v.type === GeneratorType) return sp;
  }
  S[sp - 1] = own(vm, vm.scopeCount, getIter(vm, v));
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

export function getAwaitable(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const mark = vm.scopeCount;
  let it: Value;
  try {
    it = awaitableIterator(vm, v);
  } catch (error) {
    if (arg !== 0 && typeOf(v).am_await === undefined && matches(error, exc.TypeErrorType)) {
      dropError(vm, error);
      throw typeError(vm, `'async with' received an object from ${arg === 1 ? "__aenter__" : "__aexit__"} that does not implement __await__: ${typeName(v)}`);
    }
    throw error;
  }
  if (typeof it !== "number" && it.type === CoroutineType && yieldFromTarget(it as Container) !== undefined) throw newError(vm, exc.RuntimeErrorType, "coroutine is being awaited already");
  S[sp - 1] = own(vm, mark, it);
  void frame;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

export function getAiter(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const slot = typeOf(v).am_aiter;
  if (slot === undefined) throw typeError(vm, `'async for' requires an object with __aiter__ method, got ${typeName(v)}`);
  const it = slot(vm, v);
  if (typeOf(it).am_anext === undefined) throw typeError(vm, `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(it)}`);
  S[sp - 1] = own(vm, vm.scopeCount, it);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

/** iterator -> iterator, awaitable of the next item. */
export function getAnext(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const type = typeOf(v);
  if (type.am_anext === undefined) throw typeError(vm, `'async for' requires an iterator with __anext__ method, got ${typeName(v)}`);
  const mark = vm.scopeCount;
  const item = type.am_anext(vm, v);
  if (type === AsyncGeneratorType) {
    S[sp] = own(vm, mark, item);
    return sp + 1;
  }
  let it: Value;
  try {
    it = awaitableIterator(vm, item);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    // The count of the error that was caught goes to the context.
    const cause = error.exc;
    const wrapped = insteadOf(vm, error, () => newError(vm, exc.TypeErrorType, `'async for' received an invalid object from __anext__: ${typeName(item)}`));
    cause.rc++;
    exc.setOwned(vm, wrapped.exc, "cause", cause);
    exc.setOwned(vm, wrapped.exc, "context", cause);
    (wrapped.exc.data as exc.ExcData).suppressContext = true;
    throw wrapped;
  }
  S[sp] = own(vm, mark, it);
  return sp + 1;
}

/** awaitable's iterator, exception: StopAsyncIteration ends the loop. */
export function endAsyncFor(vm: Vm, sp: number): number {
  const S = vm.stack;
  const error = S[sp - 1] as Container;
  if (!matches(new PyError(error), exc.StopAsyncIterationType)) {
    error.rc++;
    throw new PyError(error);
  }
  const iterator = S[sp - 2]!;
  if (--error.rc === 0) dealloc(vm, error);
  if (typeof iterator !== "number" && --iterator.rc === 0) dealloc(vm, iterator);
  return sp - 2;
}

