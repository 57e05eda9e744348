// What a native function does with the result of Python code that it runs last: plain data on the frame of that code, so that the machine
// can stand still, and be frozen, inside class bodies, exec() and imports. See docs/interpreter.md.
import type { PyError, PyStr, Value } from "../core/object.ts";
import { dealloc } from "../memory/dealloc.ts";
import type { Vm } from "../vm/vm.ts";
import type { Frame } from "./frame.ts";

export class Continuation {
  /** Key of Vm.finishers. */
  readonly kind: string;
  /** Owned: the operands of the call, from the callable up, then what the native keeps. */
  values: Value[];
  /** Where in `values` the latter begins. */
  kept = 0;
  names: readonly PyStr[] | null;
  readonly text: string;
  readonly absolute: string;
  readonly level: number;

  /** `values` are taken over with a count each. */
  constructor(kind: string, values: Value[], names: readonly PyStr[] | null = null, text = "", absolute = "", level = 0) {
    this.kind = kind;
    this.values = values;
    this.names = names;
    this.text = text;
    this.absolute = absolute;
    this.level = level;
  }
}

/** The rest of the native: from the code's result (borrowed) and what was kept to its own result, in the current scope. */
export type Finisher = (vm: Vm, kept: readonly Value[], names: readonly PyStr[] | null, result: Value, c: Continuation) => Value | undefined;

/** How a kind goes on after its code returned, or raised. `finish` answers undefined when it entered another frame and put the continuation there. */
export interface Finishing {
  readonly finish: Finisher;
  readonly failed?: (vm: Vm, error: PyError["exc"]) => void;
}

/** The frame that was just entered goes on in `c` when it returns. The operands of `caller` from `ret` to `sp` become its own. */
export function attach(vm: Vm, caller: Frame, c: Continuation, ret: number, sp: number): void {
  const callee = vm.frame!;
  const operands = vm.stack.slice(ret, sp);
  c.kept = operands.length;
  c.values = [...operands, ...c.values];
  callee.cont = c;
  callee.ret = ret;
  caller.sp = ret;
}

/** Goes on after the frame's code returned `result` (owned, taken over). Answers the native's result, owned; undefined when a frame was entered. */
export function continueWith(vm: Vm, c: Continuation, result: Value, ret: number): Value | undefined {
  const mark = vm.scopeCount;
  if (typeof result !== "number") vm.scope[vm.scopeCount++] = result;
  const caller = vm.frame!;
  let answer: Value | undefined;
  try {
    answer = vm.finishers[c.kind]!.finish(vm, c.values.slice(c.kept), c.names, result, c);
  } catch (error) {
    release(vm, c);
    throw error;
  }
  if (answer === undefined) {
    vm.frame!.cont = c;
    vm.frame!.ret = ret;
    caller.sp = ret;
    return undefined;
  }
  if (typeof answer !== "number") answer.rc++;
  while (vm.scopeCount > mark) {
    const v = vm.scope[--vm.scopeCount]!;
    vm.scope[vm.scopeCount] = undefined as never;
    if (--v.rc === 0) dealloc(vm, v);
  }
  release(vm, c);
  return answer;
}

/** The frame was left by an exception. */
export function abandon(vm: Vm, c: Continuation, exception: PyError["exc"]): void {
  vm.finishers[c.kind]!.failed?.(vm, exception);
  vm.unwinding = exception;
  release(vm, c);
}

function release(vm: Vm, c: Continuation): void {
  const { values } = c;
  c.values = [];
  for (const v of values) if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
}
