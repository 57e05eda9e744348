// What stands on a frame's operand stack at an instruction, and which of it CPython 3.14 would hold without a count: found by
// following the code, so that the loop itself need not know. For sys.getrefcount and the audit. See docs/core.md.
import { CO_COROUTINE, CO_ASYNC_GENERATOR, CO_GENERATOR } from "../bytecode/code-unit.ts";
import { decodeExceptionTable } from "../bytecode/exception-table.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries, EXC, hasJump, numPopped, numPushed, opcodeFlags } from "../bytecode/opcodes.ts";
import { type Container, K_BUILTIN, K_FUNCTION, K_METHOD, K_METHOD_DESCRIPTOR, K_TYPE, NULL, type PyStr, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import type { CodeData } from "../types/code.ts";
import type { Vm } from "../vm/vm.ts";
import { type Frame, HELD } from "./frame.ts";
import { unpark } from "./ops/generator.ts";

/** Sets of what a slot may hold: a counted value, one pushed by a borrowing load, the argument that parameter i was called with. */
const OWNED = 1;
const BORROWED = 2;
const PARAMETER = 4;
const MAX_PARAMETERS = 28;

interface State {
  locals: number[];
  operands: number[];
}

/** Per instruction (word index) the state before it; undefined where nothing leads. */
interface Analysis {
  states: (State | undefined)[];
  /** Names of the keyword arguments of a CALL_KW: index of their constant. */
  keywordNames: Map<number, number>;
}

const analyses = new WeakMap<CodeData, Analysis>();

function analysisOf(code: CodeData): Analysis {
  let a = analyses.get(code);
  if (a === undefined) {
    a = analyse(code);
    analyses.set(code, a);
  }
  return a;
}

/** Instructions whose inputs stay where they are while results come on top. */
const KEEPS = new Set<number>([Op.FORMAT_SIMPLE, Op.GET_ANEXT, Op.GET_LEN, Op.GET_YIELD_FROM_ITER, Op.IMPORT_FROM, Op.MATCH_KEYS, Op.MATCH_MAPPING, Op.MATCH_SEQUENCE, Op.WITH_EXCEPT_START]);
/** Instructions that take what is on top and leave what is below. */
const TAKES = new Set<number>([Op.DICT_MERGE, Op.DICT_UPDATE, Op.LIST_APPEND, Op.LIST_EXTEND, Op.MAP_ADD, Op.RERAISE, Op.SET_ADD, Op.SET_UPDATE]);
const ENDS = new Set<number>([Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE, Op.JUMP_FORWARD, Op.JUMP_BACKWARD, Op.JUMP_BACKWARD_NO_INTERRUPT, Op.INTERPRETER_EXIT]);
const BACKWARD = new Set<number>([Op.JUMP_BACKWARD, Op.JUMP_BACKWARD_NO_INTERRUPT]);

function analyse(code: CodeData): Analysis {
  const bytes = code.unit.code;
  const length = bytes.length >> 1;
  const states: (State | undefined)[] = new Array(length);
  const keywordNames = new Map<number, number>();
  const handlers = decodeExceptionTable(code.unit.exceptiontable).map((e) => ({ start: e.start >> 1, end: e.end >> 1, target: e.target >> 1, depth: e.depth, lasti: e.lasti }));
  const todo: number[] = [];
  const reach = (at: number, locals: readonly number[], operands: readonly number[]): void => {
    const known = states[at];
    if (known === undefined) {
      states[at] = { locals: locals.slice(), operands: operands.slice() };
      todo.push(at);
      return;
    }
    let changed = false;
    const join = (into: number[], from: readonly number[]): void => {
      for (let i = 0; i < into.length && i < from.length; i++) {
        const both = into[i]! | from[i]!;
        if (both !== into[i]) {
          into[i] = both;
          changed = true;
        }
      }
    };
    join(known.locals, locals);
    join(known.operands, operands);
    if (changed) todo.push(at);
  };
  const generator = (code.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
  const parameters = Math.min(code.argcount + code.kwonlyargcount, MAX_PARAMETERS);
  const first: number[] = [];
  for (let i = 0; i < code.nlocalsplus; i++) first.push(i < parameters && !generator ? PARAMETER << i : OWNED);
  reach(0, first, []);
  let constant = -1;
  for (let start = todo.pop(); start !== undefined; start = todo.pop()) {
    const state = states[start]!;
    const locals = state.locals.slice();
    const operands = state.operands.slice();
    for (const h of handlers) {
      if (start < h.start || start >= h.end) continue;
      const kept = operands.slice(0, h.depth);
      if (h.lasti) kept.push(OWNED);
      kept.push(OWNED);
      reach(h.target, locals, kept);
    }
    let at = start;
    let opcode = bytes[2 * at]!;
    let arg = bytes[2 * at + 1]!;
    while (opcode === Op.EXTENDED_ARG) {
      at++;
      opcode = bytes[2 * at]!;
      arg = (arg << 8) | bytes[2 * at + 1]!;
      states[at] = state;
    }
    const next = at + 1 + cacheEntries[opcode]!;
    if (opcode === Op.LOAD_CONST) constant = arg;
    else if (opcode === Op.CALL_KW) keywordNames.set(at, constant);
    step(opcode, arg, locals, operands);
    if (hasJump(opcode)) {
      const target = BACKWARD.has(opcode) ? next - arg : next + arg;
      // The iterator of a loop that ends still stands on the stack, under a value that END_FOR takes.
      reach(target, locals, operands);
    }
    if (!ENDS.has(opcode) && next < length) reach(next, locals, operands);
  }
  return { states, keywordNames };
}

function step(opcode: number, arg: number, locals: number[], stack: number[]): void {
  const push = (s: number): void => void stack.push(s);
  switch (opcode) {
    case Op.LOAD_FAST_BORROW:
      push(BORROWED);
      return;
    case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
      push(BORROWED);
      push(BORROWED);
      return;
    case Op.LOAD_FAST:
    case Op.LOAD_FAST_CHECK:
      push(locals[arg]!);
      return;
    case Op.LOAD_FAST_LOAD_FAST:
      push(locals[arg >> 4]!);
      push(locals[arg & 15]!);
      return;
    case Op.LOAD_FAST_AND_CLEAR:
      push(locals[arg]!);
      locals[arg] = OWNED;
      return;
    case Op.STORE_FAST:
      locals[arg] = stack.pop()!;
      return;
    case Op.STORE_FAST_LOAD_FAST:
      locals[arg >> 4] = stack.pop()!;
      push(locals[arg & 15]!);
      return;
    case Op.STORE_FAST_STORE_FAST:
      locals[arg >> 4] = stack.pop()!;
      locals[arg & 15] = stack.pop()!;
      return;
    case Op.DELETE_FAST:
    case Op.MAKE_CELL:
      locals[arg] = OWNED;
      return;
    case Op.COPY:
      push(stack[stack.length - arg]!);
      return;
    case Op.SWAP: {
      const top = stack.length - 1;
      const other = stack.length - arg;
      const s = stack[top]!;
      stack[top] = stack[other]!;
      stack[other] = s;
      return;
    }
    case Op.LOAD_ATTR:
    case Op.LOAD_SUPER_ATTR: {
      // super() answers a bound method, whose self the call counts anew.
      const self = opcode === Op.LOAD_ATTR ? stack[stack.length - 1]! : OWNED;
      stack.length -= opcode === Op.LOAD_ATTR ? 1 : 3;
      push(OWNED);
      if ((arg & 1) !== 0) push(self);
      return;
    }
    case Op.FOR_ITER:
      push(OWNED);
      return;
    case Op.SEND:
      stack[stack.length - 1] = OWNED;
      return;
    case Op.CHECK_EXC_MATCH:
      stack[stack.length - 1] = OWNED;
      return;
    case Op.END_SEND:
    case Op.SET_FUNCTION_ATTRIBUTE: {
      const top = stack.pop()!;
      stack[stack.length - 1] = top;
      return;
    }
    case Op.LOAD_SPECIAL: {
      const self = stack.pop()!;
      push(OWNED);
      push(self);
      return;
    }
    case Op.PUSH_EXC_INFO: {
      const top = stack.pop()!;
      push(OWNED);
      push(top);
      return;
    }
  }
  if ((opcodeFlags[opcode]! & EXC) !== 0) return;
  const popped = numPopped(opcode, arg);
  const pushed = numPushed(opcode, arg);
  if (KEEPS.has(opcode)) for (let i = popped; i < pushed; i++) push(OWNED);
  else if (TAKES.has(opcode)) stack.length -= popped - pushed;
  else {
    stack.length = Math.max(stack.length - popped, 0);
    for (let i = 0; i < pushed; i++) push(OWNED);
  }
}

/** How many operands stand on the stack before an instruction; undefined for one that cannot be reached. */
export function operandDepth(code: CodeData, pc: number): number | undefined {
  return analysisOf(code).states[pc]?.operands.length;
}

/** The running frames, innermost first. */
export function runningFrames(vm: Vm): Frame[] {
  const frames: Frame[] = [];
  for (let f = vm.frame as Frame | null; f !== null; f = f.prev) frames.push(f);
  return frames;
}

/** Number of operands of a running frame that are its own: what a frame that it called took over is that one's. */
export function ownOperands(frame: Frame, callee: Frame | null): number {
  const depth = operandDepth(frame.code, frame.pc) ?? 0;
  if (callee === null || (callee.entry && callee.cont === null)) return depth;
  return Math.min(depth, callee.ret + (callee.rest === HELD ? 1 : 0) - (frame.base + frame.code.nlocalsplus));
}

/** How many of the counts of `object` CPython would not have: what borrowing loads pushed, and what came of it. */
export function borrowedReferences(vm: Vm, object: Value): number {
  const S = vm.stack;
  for (const frame of runningFrames(vm)) if (frame.parked) unpark(vm, frame);
  const frames = runningFrames(vm).reverse();
  let found = 0;
  let parameters = 0;
  for (let k = 0; k < frames.length; k++) {
    const frame = frames[k]!;
    const { code, base } = frame;
    const a = analysisOf(code);
    const state = a.states[frame.pc];
    const callee = frames[k + 1] ?? null;
    if (state === undefined) {
      parameters = 0;
      continue;
    }
    const caller = k > 0 ? frames[k - 1]! : null;
    const isBorrowed = (s: number, v: Value): boolean => {
      if (s === OWNED) return false;
      if (s === BORROWED) return true;
      const known = (s & ~(OWNED | BORROWED)) >> 2;
      const owned = (s & OWNED) !== 0 || (known & ~parameters) !== 0;
      if (!owned) return true;
      if ((known & parameters) === 0 && (s & BORROWED) === 0) return false;
      // Either way may have led here: it came from the caller if one of the caller's locals is it.
      if (caller === null) return false;
      for (let i = 0; i < caller.code.nlocalsplus; i++) if (S[caller.base + i] === v) return true;
      return false;
    };
    for (let i = 0; i < code.nlocalsplus; i++) {
      if (S[base + i] === object && isBorrowed(state.locals[i]!, object)) found++;
    }
    const bottom = base + code.nlocalsplus;
    const own = ownOperands(frame, callee);
    for (let i = 0; i < own; i++) {
      if (S[bottom + i] === object && isBorrowed(state.operands[i]!, object)) found++;
    }
    if (callee !== null) {
      const before = parameters;
      parameters = 0;
      if (callee.entry) found -= packedArguments(frame, state, S, object);
      else parameters = passedBorrowed(frame, callee, state, a, (s) => s === BORROWED || ((s & OWNED) === 0 && (s >> 2 & ~before) === 0));
    }
  }
  return found;
}

/**
 * How often `object` is among the arguments of a call of something that is no function: CPython packs those into a tuple for
 * `tp_call`, which keeps them while `__init__`, `__call__` and their like run.
 */
function packedArguments(frame: Frame, state: State, S: readonly Value[], object: Value): number {
  const opcode = frame.code.unit.code[2 * frame.pc]!;
  if (opcode !== Op.CALL && opcode !== Op.CALL_KW) return 0;
  const n = frame.code.words[frame.pc]! >>> 8;
  const end = frame.base + frame.code.nlocalsplus + state.operands.length - (opcode === Op.CALL_KW ? 1 : 0);
  const callable = S[end - n - 2]!;
  if (typeof callable === "number" || CALLED_DIRECTLY.has(callable.type.kind)) return 0;
  if (callable.type.kind === K_TYPE && (((callable as Container).data as TypeRec).flags & TPFLAGS_HEAPTYPE) === 0) return 0;
  let found = 0;
  for (let i = end - n; i < end; i++) if (S[i] === object) found++;
  return found;
}

const CALLED_DIRECTLY = new Set<number>([K_FUNCTION, K_BUILTIN, K_METHOD, K_METHOD_DESCRIPTOR]);

/** Which parameters of a frame that was entered by a call instruction hold arguments without a count: a bit for each. */
function passedBorrowed(frame: Frame, callee: Frame, state: State, a: Analysis, borrowed: (s: number) => boolean): number {
  const code = frame.code;
  const opcode = code.unit.code[2 * frame.pc]!;
  const arg = code.words[frame.pc]! >>> 8;
  const { operands } = state;
  if (opcode !== Op.CALL && opcode !== Op.CALL_KW) return 0;
  const names = opcode === Op.CALL_KW ? keywordNames(code, a, frame.pc) : null;
  const bottom = frame.base + code.nlocalsplus;
  const from = callee.base - bottom;
  const end = operands.length - (opcode === Op.CALL_KW ? 1 : 0);
  const keywords = names === null ? 0 : names.length;
  const positional = end - keywords - from;
  void arg;
  let bits = 0;
  const target = callee.code;
  const limit = Math.min(target.argcount + target.kwonlyargcount, MAX_PARAMETERS);
  for (let i = 0; i < positional && i < target.argcount && i < limit; i++) if (borrowed(operands[from + i]!)) bits |= 1 << i;
  for (let k = 0; k < keywords; k++) {
    const at = target.localNames.indexOf(names![k]!);
    if (at >= 0 && at < limit && borrowed(operands[end - keywords + k]!)) bits |= 1 << at;
  }
  return bits;
}

function keywordNames(code: CodeData, a: Analysis, pc: number): PyStr[] | null {
  const index = a.keywordNames.get(pc);
  if (index === undefined || index < 0) return null;
  const v = code.consts[index]!;
  return v === NULL || typeof v === "number" ? null : ((v as Container).data as PyStr[]);
}
