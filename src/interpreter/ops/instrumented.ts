// INSTRUMENTED_LINE, the one instruction that stands where tools of sys.monitoring watch: it tells the events of the place and has the
// instruction itself executed. Mirrors Python/instrumentation.c and the INSTRUMENTED_* cases of bytecodes.c. See docs/interpreter.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { getAttr } from "../../core/attribute.ts";
import { call as callObject, callMethod, callTypeMethod } from "../../core/call.ts";
import { takeStopValue } from "../../core/stop-iteration.ts";
import { dropError, matches, stopIteration, takeFailure, typeError, valueError } from "../../core/errors.ts";
import { type Container, K_FUNCTION, K_GENERATOR, K_METHOD, NULL, PyError, TPFLAGS_HEAPTYPE, type Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, drop, dropMaybe, hold, own } from "../../memory/ref.ts";
import type { CodeData } from "../../types/code.ts";
import * as exc from "../../types/exceptions.ts";
import { frameObject, lineOf } from "../../types/frame.ts";
import type { MethodData } from "../../types/method.ts";
import { True } from "../../types/bool.ts";
import { None } from "../../types/none.ts";
import { intern } from "../../types/str/str-object.ts";
import { newOwnedTraceback } from "../../types/traceback.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";
import { legacyTool } from "../legacy-tracing.ts";
import * as M from "../monitoring.ts";
import { call, callFunctionEx, callKw, FAILED } from "./call.ts";

/** Calls one tool's callback. True: it answered DISABLE. */
export function callTool(vm: Vm, tool: number, event: number, args: Value[]): boolean {
  const m = vm.monitoring;
  const legacy = tool >= M.PROFILE_TOOL;
  const callback = legacy ? null : m.callbacks[tool]![event]!;
  if (!legacy && callback === null) return false;
  const what = m.whatEvent;
  const mark = vm.scopeCount;
  const { nativeDepth, stopValue } = vm;
  vm.stopValue = undefined;
  m.whatEvent = event;
  m.tracing++;
  try {
    if (legacy) return legacyTool(vm, tool, event, args);
    return callObject(vm, hold(vm, callback!), args) === m.disable;
  } finally {
    m.tracing--;
    m.whatEvent = what;
    vm.nativeDepth = nativeDepth;
    vm.stopValue = stopValue;
    closeScope(vm, mark);
  }
}

/** Tells all tools that want an event of the instruction at `pc`; the highest tool first. */
function fire(vm: Vm, code: CodeData, codeObject: Value, tools: number, event: number, pc: number, rest: Value[], offset: number): void {
  for (let tool = 7; tool >= 0; tool--) {
    if ((tools & (1 << tool)) === 0) continue;
    if (!callTool(vm, tool, event, [codeObject, offset, ...rest])) continue;
    if (event < M.LOCAL_EVENT_COUNT) disableFor(vm, code, tool, event, pc, offset);
    else {
      const m = vm.monitoring;
      const old = m.callbacks[tool]?.[event] ?? null;
      if (old !== null) m.callbacks[tool]![event] = null;
      dropMaybe(vm, old);
      throw valueError(vm, `Cannot disable ${M.eventNames[event]} events. Callback removed.`);
    }
  }
}

function disableFor(vm: Vm, code: CodeData, tool: number, event: number, pc: number, offset: number): void {
  M.disableAt(vm, code, pc, event, tool);
  if ((vm.monitoring.branchTools & (1 << tool)) === 0 || (event !== M.BRANCH_LEFT && event !== M.BRANCH_RIGHT)) return;
  // BRANCH means both ways of a branch.
  const source = offset >> 1;
  const word = M.baseWord(code, source);
  if ((word & 255) === Op.FOR_ITER) {
    M.disableAt(vm, code, source, M.BRANCH_LEFT, tool);
    M.disableAt(vm, code, M.jumpTarget(word, source), M.BRANCH_RIGHT, tool);
  } else if (M.eventOf(word) === M.BRANCH_RIGHT) {
    M.disableAt(vm, code, source, M.BRANCH_RIGHT, tool);
    M.disableAt(vm, code, source + M.instructionSize(word & 255), M.BRANCH_LEFT, tool);
  }
}

function fireLine(vm: Vm, frame: Frame, pc: number): void {
  const { code } = frame;
  const cm = M.monitoringOf(code);
  const tools = M.toolsAt(cm, M.LINE, pc);
  const line = lineOf(code, pc)!;
  for (let tool = 7; tool >= 0; tool--) {
    if ((tools & (1 << tool)) !== 0 && callTool(vm, tool, M.LINE, [frame.codeObject, line])) M.disableAt(vm, code, pc, M.LINE, tool);
  }
}

/**
 * Tells what there is to tell at frame.pc. Answers the word that run() is to execute at (then) vm.frame.pc: the instruction itself, or,
 * when it was executed here or a callback jumped, the word that follows.
 */
export function instrumented(vm: Vm, frame: Frame): number {
  const { code } = frame;
  const pc = frame.pc;
  const word = M.baseWord(code, pc);
  const cm = M.monitoringOf(code);
  if (cm.version !== vm.monitoring.version) {
    M.instrumentCode(vm, code);
    return code.stream[pc]!;
  }
  const previous = frame.tracedPc;
  frame.tracedPc = pc;
  if (vm.monitoring.tracing > 0) return word;
  const opcode = word & 255;
  if (cm.active[M.LINE] !== 0 && M.startsLine(cm, pc) && !(M.dynamicLine(cm, pc) && lineOf(code, previous) === lineOf(code, pc) && (M.baseWord(code, previous) & 255) !== Op.RESUME)) {
    fireLine(vm, frame, pc);
    // A tracer moved the frame to another line, whose own event is not told.
    if (frame.pc !== pc) return arrive(vm, frame);
  }
  return execute(vm, frame, pc, word, opcode);
}

/** After a jump by f_lineno. */
function arrive(vm: Vm, frame: Frame): number {
  const pc = frame.pc;
  frame.tracedPc = pc;
  const word = M.baseWord(frame.code, pc);
  return frame.code.stream === frame.code.words ? word : execute(vm, frame, pc, word, word & 255);
}

function execute(vm: Vm, frame: Frame, pc: number, word: number, opcode: number): number {
  const { code, codeObject } = frame;
  const cm = M.monitoringOf(code);
  if (cm.active[M.INSTRUCTION] !== 0 && opcode !== Op.RESUME && opcode !== Op.END_FOR) {
    const tools = M.toolsAt(cm, M.INSTRUCTION, pc);
    if (tools !== 0) fire(vm, code, codeObject, tools, M.INSTRUCTION, pc, [], pc * 2);
  }
  if (opcode === Op.FOR_ITER) return forIterTold(vm, frame, pc, word);
  if (opcode === Op.SEND && vm.monitoring.wants(M.RAISE)) return sendTold(vm, frame, pc, word);
  const event = M.eventOf(word);
  const tools = event < 0 ? 0 : M.toolsAt(cm, event, pc);
  if (tools === 0) return word;
  const S = vm.stack;
  const { sp } = frame;
  switch (opcode) {
    case Op.RESUME:
      fire(vm, code, codeObject, tools, event, pc, [], pc * 2);
      break;
    case Op.RETURN_VALUE:
    case Op.YIELD_VALUE:
      fire(vm, code, codeObject, tools, event, pc, [S[sp - 1]!], pc * 2);
      break;
    case Op.CALL:
    case Op.CALL_KW:
    case Op.CALL_FUNCTION_EX:
      return callTold(vm, frame, pc, word, tools);
    case Op.LOAD_SUPER_ATTR:
      return superTold(vm, frame, pc, word, tools);
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD:
      fire(vm, code, codeObject, tools, event, pc, [M.jumpTarget(word, pc) * 2], pc * 2);
      break;
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE: {
      const v = S[sp - 1]!;
      const jumps = opcode === Op.POP_JUMP_IF_NONE ? v === None : opcode === Op.POP_JUMP_IF_NOT_NONE ? v !== None : (v === True) === (opcode === Op.POP_JUMP_IF_TRUE);
      if (jumps) fire(vm, code, codeObject, tools, event, pc, [M.jumpTarget(word, pc) * 2], pc * 2);
      break;
    }
    case Op.NOT_TAKEN: {
      const source = passedHere(cm, pc) ? pc : (M.baseWord(code, pc - 1) & 255) === Op.END_SEND ? pc - 1 : pc - 2;
      fire(vm, code, codeObject, tools, event, pc, [(pc + 1) * 2], source * 2);
      break;
    }
    case Op.POP_ITER:
      fire(vm, code, codeObject, tools, event, pc, [(pc + 1) * 2], (passedHere(cm, pc) ? pc : (cm.loops!.get(pc) ?? pc)) * 2);
      break;
    case Op.END_ASYNC_FOR:
      fire(vm, code, codeObject, tools, event, pc, [(pc + 1) * 2], (pc + 1 - (word >>> 8)) * 2);
      break;
    case Op.END_SEND:
    case Op.END_FOR: {
      const receiver = S[sp - 2]!;
      if (typeof receiver !== "number" && receiver.type.kind === K_GENERATOR) stopTold(vm, frame, tools, pc, S[sp - 1]!);
      break;
    }
  }
  return frame.pc === pc ? word : arrive(vm, frame);
}

/** Another event of the place was looked at just before: then CPython takes the place itself for where the branch came from. */
function passedHere(cm: M.CodeMonitoring, pc: number): boolean {
  return M.toolsAt(cm, M.INSTRUCTION, pc) !== 0 || (cm.active[M.LINE] !== 0 && M.startsLine(cm, pc) && M.toolsAt(cm, M.LINE, pc) !== 0);
}

/** A delegate returned a value: told as the StopIteration that nobody raised. */
function stopTold(vm: Vm, frame: Frame, tools: number, pc: number, value: Value): void {
  const error = stopIteration(vm, value === None ? undefined : value).exc;
  vm.scope[vm.scopeCount++] = error;
  fire(vm, frame.code, frame.codeObject, tools, M.STOP_ITERATION, pc, [error], pc * 2);
}

/** FOR_ITER: whether there is an item decides what is told. */
function forIterTold(vm: Vm, frame: Frame, pc: number, word: number): number {
  const { code, codeObject } = frame;
  const S = vm.stack;
  const { sp } = frame;
  const it = S[sp - 1] as Container;
  const mark = vm.scopeCount;
  const item = vm.monitoring.wants(M.RAISE) && (it.type.flags & TPFLAGS_HEAPTYPE) !== 0 ? nextTold(vm, frame, it) : nextOf(vm, it);
  if (item === undefined) {
    if (vm.stopValue !== undefined) returnTold(vm, frame);
    // The iterator stays for POP_ITER.
    closeScope(vm, mark);
    frame.pc = M.jumpTarget(word, pc);
    return code.stream[frame.pc]!;
  }
  const owned = own(vm, mark, item);
  const tools = M.toolsAt(M.monitoringOf(code), M.BRANCH_LEFT, pc);
  if (tools !== 0) {
    try {
      fire(vm, code, codeObject, tools, M.BRANCH_LEFT, pc, [(pc + 2) * 2], pc * 2);
    } catch (error) {
      drop(vm, owned);
      throw error;
    }
  }
  S[sp] = owned;
  frame.sp = sp + 1;
  if (frame.pc !== pc) return arrive(vm, frame);
  frame.pc = pc + 2;
  return code.stream[frame.pc]!;
}

function nextOf(vm: Vm, it: Container): Value | undefined {
  const next = it.type.tp_iternext;
  if (next === undefined) throw typeError(vm, `'${typeName(it)}' object is not an iterator`);
  const stale = vm.stopValue;
  vm.stopValue = undefined;
  dropMaybe(vm, stale);
  return next(vm, it);
}

/** A generator that returned a value ends the loop with a StopIteration. */
function returnTold(vm: Vm, frame: Frame): void {
  const value = takeStopValue(vm);
  if (!vm.monitoring.wants(M.RAISE)) return;
  const error = stopIteration(vm, value).exc;
  const went = exceptionTold(vm, frame, M.RAISE, error);
  if (went !== error) throw new PyError(went);
  drop(vm, error);
}

/** An iterator written in Python raises its StopIteration, which is told. */
function nextTold(vm: Vm, frame: Frame, it: Container): Value | undefined {
  try {
    return callTypeMethod(vm, it, "__next__", []);
  } catch (error) {
    if (!matches(error, exc.StopIterationType)) throw error;
    const went = exceptionTold(vm, frame, M.RAISE, error.exc);
    if (went !== error.exc) throw new PyError(went);
    dropError(vm, error);
    return undefined;
  }
}

/** SEND to something else than a generator: its StopIteration is told. */
function sendTold(vm: Vm, frame: Frame, pc: number, word: number): number {
  const S = vm.stack;
  const { sp } = frame;
  const receiver = S[sp - 2]!;
  const value = S[sp - 1]!;
  if (typeof receiver === "number" || receiver.type.kind === K_GENERATOR) return word;
  const mark = vm.scopeCount;
  const next = value === None ? receiver.type.tp_iternext : undefined;
  let result: Value | undefined;
  let ended: Value | undefined;
  try {
    if (next === undefined) result = callMethod(vm, receiver, intern(vm, "send"), [value]);
    else if ((receiver.type.flags & TPFLAGS_HEAPTYPE) !== 0) result = callTypeMethod(vm, receiver, "__next__", []);
    else {
      result = next(vm, receiver);
      if (result === undefined && vm.stopValue !== undefined) throw stopIteration(vm, takeStopValue(vm));
    }
  } catch (error) {
    if (!matches(error, exc.StopIterationType)) throw error;
    const went = exceptionTold(vm, frame, M.RAISE, error.exc);
    if (went !== error.exc) throw new PyError(went);
    ended = hold(vm, exc.excField(error.exc, "value") ?? None);
    dropError(vm, error);
  }
  S[sp - 1] = own(vm, mark, result ?? ended ?? None);
  drop(vm, value);
  frame.pc = pc + 2 + (result === undefined ? word >>> 8 : 0);
  return frame.code.stream[frame.pc]!;
}

/** CALL and its kin: natives have a second event when they are done. */
function callTold(vm: Vm, frame: Frame, pc: number, word: number, tools: number): number {
  const m = vm.monitoring;
  const { code, codeObject } = frame;
  const S = vm.stack;
  const { sp } = frame;
  const opcode = word & 255;
  const n = word >>> 8;
  let callable: Value;
  let first: Value = m.missing!;
  if (opcode === Op.CALL_FUNCTION_EX) {
    callable = S[sp - 4]!;
    const items = (S[sp - 2] as Container).data as Value[];
    if (Array.isArray(items) && items.length > 0) first = items[0]!;
  } else {
    const at = opcode === Op.CALL_KW ? sp - n - 3 : sp - n - 2;
    callable = S[at]!;
    if (S[at + 1] !== NULL) first = S[at + 1]!;
    else if (typeof callable !== "number" && callable.type.kind === K_METHOD) {
      const method = (callable as Container).data as MethodData;
      callable = method.func;
      first = method.self;
    } else if (n > 0) first = S[at + 2]!;
  }
  hold(vm, callable);
  hold(vm, first);
  const args = [callable, first];
  fire(vm, code, codeObject, tools, M.CALL, pc, args, pc * 2);
  if (frame.pc !== pc) return arrive(vm, frame);
  const native = typeof callable === "number" || (callable.type.kind !== K_FUNCTION && (opcode !== Op.CALL_FUNCTION_EX || callable.type.kind !== K_METHOD));
  const depth = vm.nativeDepth;
  const mark = vm.scopeCount;
  let next: number;
  try {
    next = opcode === Op.CALL ? call(vm, frame, sp, n, null) : opcode === Op.CALL_KW ? callKw(vm, frame, sp, n) : callFunctionEx(vm, frame, sp);
    if (next === FAILED) throw takeFailure(vm);
  } catch (error) {
    if (!native || !(error instanceof PyError)) throw error;
    vm.nativeDepth = depth;
    closeScope(vm, mark);
    const still = M.toolsAt(M.monitoringOf(code), M.CALL, pc);
    if (still === 0) throw error;
    try {
      fire(vm, code, codeObject, still, M.C_RAISE, pc, args, pc * 2);
    } catch (second) {
      if (second instanceof PyError) dropError(vm, error);
      throw second;
    }
    throw error;
  }
  if (next < 0) {
    const entered = vm.frame!;
    return entered.code.stream[entered.pc]!;
  }
  closeScope(vm, mark);
  for (let i = next; i < sp; i++) S[i] = NULL;
  frame.sp = next;
  if (native) {
    const still = M.toolsAt(M.monitoringOf(code), M.CALL, pc);
    if (still !== 0) fire(vm, code, codeObject, still, M.C_RETURN, pc, args, pc * 2);
  }
  frame.pc = pc + M.instructionSize(opcode);
  return code.stream[frame.pc]!;
}

/** LOAD_SUPER_ATTR as what the source says: a call of super, then the attribute of what it answers. */
function superTold(vm: Vm, frame: Frame, pc: number, word: number, tools: number): number {
  const { code, codeObject } = frame;
  const S = vm.stack;
  let { sp } = frame;
  const arg = word >>> 8;
  const [callable, cls, self] = [S[sp - 3]!, S[sp - 2]!, S[sp - 1]!];
  const args = [callable, (arg & 2) !== 0 ? cls : vm.monitoring.missing!];
  fire(vm, code, codeObject, tools, M.CALL, pc, args, pc * 2);
  if (frame.pc !== pc) return arrive(vm, frame);
  const mark = vm.scopeCount;
  let bound: Value;
  try {
    bound = callObject(vm, callable, (arg & 2) !== 0 ? [cls, self] : []);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const still = M.toolsAt(M.monitoringOf(code), M.CALL, pc);
    try {
      if (still !== 0) fire(vm, code, codeObject, still, M.C_RAISE, pc, args, pc * 2);
    } catch (second) {
      if (second instanceof PyError) dropError(vm, error);
      throw second;
    }
    throw error;
  }
  const still = M.toolsAt(M.monitoringOf(code), M.CALL, pc);
  if (still !== 0) fire(vm, code, codeObject, still, M.C_RETURN, pc, args, pc * 2);
  S[sp - 3] = own(vm, mark, getAttr(vm, bound, code.names[arg >> 2]!));
  sp -= 2;
  S[sp] = S[sp + 1] = NULL;
  if ((arg & 1) !== 0) S[sp++] = NULL;
  frame.sp = sp;
  drop(vm, self);
  drop(vm, cls);
  drop(vm, callable);
  frame.pc = pc + M.instructionSize(Op.LOAD_SUPER_ATTR);
  return code.stream[frame.pc]!;
}

/** Tells of an exception in a frame. Answers the exception to go on with: the same, or the one that a callback raised. */
export function exceptionTold(vm: Vm, frame: Frame, event: number, exception: Container, pc = frame.pc): Container {
  try {
    fire(vm, frame.code, frame.codeObject, vm.monitoring.tools[event]!, event, pc, [exception], pc * 2);
    return exception;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const data = error.exc.data as exc.ExcData;
    const old = data.traceback;
    data.traceback = newOwnedTraceback(vm, old, frameObject(vm, frame), frame.pc * 2);
    dropMaybe(vm, old);
    if (error.exc === exception) return exception;
    if (--exception.rc === 0) dealloc(vm, exception);
    return error.exc;
  }
}
