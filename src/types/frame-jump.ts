// Jumps by frame.f_lineno: a model of the operand stack tells which lines can be reached and how many operands go. Mirrors
// mark_stacks and frame_setlineno in Objects/frameobject.c. See docs/types.md.
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { decodeExceptionTable } from "../bytecode/exception-table.ts";
import { decodeLineTable } from "../bytecode/line-table.ts";
import { stackEffect } from "../bytecode/opcodes.ts";
import { attributeError, valueError } from "../core/errors.ts";
import { type Container, NULL, type Value } from "../core/object.ts";
import { warn } from "../core/warn.ts";
import { dropMaybe } from "../memory/ref.ts";
import * as M from "../interpreter/monitoring.ts";
import type { Vm } from "../vm/vm.ts";
import type { CodeData } from "./code.ts";
import { frameData } from "./frame.ts";
import { bigValue, isBigOrInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { IntType } from "./int/int.ts";

// What an operand is. A stack is a string of these, bottom first; undefined where no path leads, OVERFLOWED where it got too deep.
const ITERATOR = "1";
const EXCEPT = "2";
const OBJECT = "3";
const NULLED = "4";
const LASTI = "5";
const OVERFLOWED = "!";
/** CPython keeps a stack in 63 bits. */
const MAX_ENTRIES = 21;

type Stack = string | undefined;

const push = (stack: string, kind: string): string => (stack === OVERFLOWED || stack.length >= MAX_ENTRIES ? OVERFLOWED : stack + kind);
const pop = (stack: string, count = 1): string => (stack === OVERFLOWED ? stack : stack.slice(0, Math.max(0, stack.length - count)));

/** Is `a` above `b`: deeper, or with greater kinds? */
const above = (a: string, b: string): boolean => (a.length !== b.length ? a.length > b.length : a > b);

function markStacks(code: CodeData): Stack[] {
  const size = code.words.length;
  const stacks: Stack[] = new Array(size + 1).fill(undefined);
  stacks[0] = "";
  const handlers = decodeExceptionTable(code.unit.exceptiontable);
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < size; ) {
      const word = M.baseWord(code, i);
      const opcode = word & 255;
      const arg = word >>> 8;
      const next = i + M.instructionSize(opcode);
      let stack = stacks[i];
      if (stack === undefined) {
        i = next;
        continue;
      }
      let falls = true;
      switch (opcode) {
        case Op.EXTENDED_ARG:
          break;
        case Op.POP_JUMP_IF_FALSE:
        case Op.POP_JUMP_IF_TRUE:
        case Op.POP_JUMP_IF_NONE:
        case Op.POP_JUMP_IF_NOT_NONE:
          stack = pop(stack);
          stacks[next + arg] = stack;
          break;
        case Op.SEND:
          stacks[next + arg] = stack;
          break;
        case Op.JUMP_FORWARD:
          stacks[next + arg] = stack;
          falls = false;
          break;
        case Op.JUMP_BACKWARD:
        case Op.JUMP_BACKWARD_NO_INTERRUPT: {
          const target = next - arg;
          if (stacks[target] === undefined && target < i) again = true;
          stacks[target] = stack;
          falls = false;
          break;
        }
        case Op.GET_ITER:
        case Op.GET_AITER:
          stack = push(pop(stack), ITERATOR);
          break;
        case Op.FOR_ITER:
          stack = push(stack, OBJECT);
          stacks[next + arg] = stack;
          break;
        case Op.END_ASYNC_FOR:
          stack = pop(stack, 2);
          break;
        case Op.PUSH_EXC_INFO:
          stack = push(stack, EXCEPT);
          break;
        case Op.POP_EXCEPT:
          stack = pop(stack);
          break;
        case Op.RETURN_VALUE:
        case Op.RAISE_VARARGS:
        case Op.RERAISE:
          falls = false;
          break;
        case Op.PUSH_NULL:
          stack = push(stack, NULLED);
          break;
        case Op.LOAD_GLOBAL:
          stack = push(stack, OBJECT);
          if ((arg & 1) !== 0) stack = push(stack, NULLED);
          break;
        case Op.LOAD_ATTR:
          if ((arg & 1) !== 0) stack = push(push(pop(stack), OBJECT), NULLED);
          break;
        case Op.SWAP:
          if (stack !== OVERFLOWED && arg <= stack.length) {
            const kinds = [...stack];
            const at = kinds.length - arg;
            [kinds[at], kinds[kinds.length - 1]] = [kinds[kinds.length - 1]!, kinds[at]!];
            stack = kinds.join("");
          }
          break;
        case Op.COPY:
          stack = push(stack, stack === OVERFLOWED ? OBJECT : (stack[stack.length - arg] ?? OBJECT));
          break;
        default: {
          let effect = stackEffect(opcode, arg, false);
          if (effect < 0) stack = pop(stack, -effect);
          for (; effect > 0; effect--) stack = push(stack, OBJECT);
        }
      }
      if (falls) stacks[next] = stack;
      i = next;
    }
    for (const { start, target, depth, lasti } of handlers) {
      const from = stacks[start >> 1];
      if (from === undefined || stacks[target >> 1] !== undefined) continue;
      again = true;
      let stack = from === OVERFLOWED ? OVERFLOWED : from.slice(0, depth);
      if (lasti) stack = push(stack, LASTI);
      stacks[target >> 1] = push(stack, EXCEPT);
    }
  }
  return stacks;
}

function compatibleKind(from: string | undefined, to: string | undefined): boolean {
  if (to === undefined) return false;
  if (to === OBJECT) return from !== NULLED;
  return to === NULLED || from === to;
}

function compatible(from: Stack, to: Stack): boolean {
  if (from === undefined || to === undefined || from === OVERFLOWED || to === OVERFLOWED) return false;
  let stack = from;
  while (above(stack, to)) stack = pop(stack);
  if (stack.length !== to.length) return false;
  for (let i = 0; i < stack.length; i++) if (!compatibleKind(stack[i], to[i])) return false;
  return true;
}

function explain(to: Stack): string {
  if (to === OVERFLOWED) return "stack is too deep to analyze";
  if (to === undefined) return "can't jump into an exception handler, or code may be unreachable";
  switch (to[to.length - 1]) {
    case EXCEPT:
      return "can't jump into an 'except' block as there's no exception";
    case LASTI:
      return "can't jump into a re-raising block as there's no location";
    case ITERATOR:
      return "can't jump into the body of a for loop";
    default:
      return "incompatible stacks";
  }
}

/** Line that starts at an instruction; -1 for none. */
function lineStarts(code: CodeData): Int32Array {
  const starts = new Int32Array(code.words.length).fill(-1);
  let last = -1;
  for (const { start, line } of decodeLineTable(code.unit.linetable, code.unit.firstlineno)) {
    if (line === null || line === undefined || line === last) continue;
    starts[start >> 1] = line;
    last = line;
  }
  return starts;
}

/** Raises where the event that is being told does not allow jumps. */
function checkEvent(vm: Vm): void {
  switch (vm.monitoring.whatEvent) {
    case -1:
      throw valueError(vm, "f_lineno can only be set in a trace function");
    case M.PY_RESUME:
    case M.JUMP:
    case M.BRANCH:
    case M.BRANCH_LEFT:
    case M.BRANCH_RIGHT:
    case M.LINE:
    case M.PY_YIELD:
      return;
    case M.PY_START:
      throw valueError(vm, "can't jump from the 'call' trace event of a new frame");
    case M.CALL:
    case M.C_RETURN:
      throw valueError(vm, "can't jump during a call");
    default:
      throw valueError(vm, "can only jump from a 'line' trace event");
  }
}

/** frame.f_lineno = value. */
export function setFrameLine(vm: Vm, object: Container, value: Value | undefined): void {
  if (value === undefined) throw attributeError(vm, "attribute 'f_lineno' of 'frame' objects cannot be deleted");
  if (typeof value !== "number" && value.type !== IntType) throw valueError(vm, "lineno must be an integer");
  checkEvent(vm);
  const wide = typeof value === "number" ? value : isBigOrInt(value) ? Number(bigValue(value)) : 0;
  if (wide > 0x7fffffff || wide < -0x80000000) throw valueError(vm, "lineno out of range");
  const { code, frame } = frameData(object);
  if (frame === null) throw valueError(vm, "f_lineno can only be set in a trace function");
  if (wide < code.unit.firstlineno) throw valueError(vm, `line ${wide} comes before the current code block`);
  const lines = lineStarts(code);
  let line = Infinity;
  for (const l of lines) if (l >= wide && l < line) line = l;
  if (line === Infinity) throw valueError(vm, `line ${wide} comes after the current code block`);
  const stacks = markStacks(code);
  const start = stacks[frame.pc];
  let best: string | undefined;
  let target = -1;
  let message = "cannot find bytecode for specified line";
  let explained = false;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== line) continue;
    if (compatible(start, stacks[i])) {
      if (best === undefined || above(stacks[i]!, best)) {
        best = stacks[i]!;
        target = i;
      }
    } else if (!explained) {
      if (start === OVERFLOWED) message = "stack to deep to analyze";
      else if (start === undefined) message = "can't jump from unreachable code";
      else {
        message = explain(stacks[i]);
        explained = true;
      }
    }
  }
  if (best === undefined) throw valueError(vm, message);
  const S = vm.stack;
  let unbound = 0;
  for (let i = 0; i < code.nlocalsplus; i++) if (S[frame.base + i] === NULL) unbound++;
  if (unbound > 0) {
    warn(vm, "RuntimeWarning", `assigning None to ${unbound} unbound local${unbound === 1 ? "" : "s"}`, 0);
    for (let i = 0; i < code.nlocalsplus; i++) {
      if (S[frame.base + i] !== NULL) continue;
      None.rc++;
      S[frame.base + i] = None;
    }
  }
  frame.pc = target;
  for (let stack = start!; above(stack, best); stack = pop(stack)) {
    const v = S[--frame.sp]!;
    S[frame.sp] = NULL;
    if (stack[stack.length - 1] === EXCEPT) {
      // The exception that was handled before.
      const old = vm.excInfo.value;
      vm.excInfo.value = v === None ? null : (v as Container);
      if (v === None) None.rc--;
      dropMaybe(vm, old);
    } else if (v !== NULL) dropMaybe(vm, v);
  }
}
