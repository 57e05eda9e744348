// Running a code object with given namespaces: exec, eval, modules, class bodies. See docs/interpreter.md.
import { recursionError } from "../core/errors.ts";
import { type Container, type Leaf, NULL, type PyDict, type Value } from "../core/object.ts";
import { incref, noteOwned } from "../memory/ref.ts";
import { codeOf } from "../types/code.ts";
import { builtinsOf } from "../types/module.ts";
import type { FunctionData } from "../types/function.ts";
import { newOwnedFunction } from "../types/function.ts";
import type { Vm } from "../vm/vm.ts";
import { pushFrame } from "./frame.ts";
import { runEntry, topOfStack } from "./ops/call.ts";

export { builtinsOf };

/** Goes on with a machine that was paused; answers what its outermost frame returns, noted in the current scope. Throws Paused again when asked to. */
export function resumeMachine(vm: Vm): Value {
  vm.nativeDepth = 0;
  return noteOwned(vm, runEntry(vm));
}

/** Runs code; answers the result noted in the current scope. `locals` null: a function body with locals of its own. */
export function runCode(vm: Vm, code: Leaf, globals: PyDict, locals: Value | null, closure: Container | null = null): Value {
  enterCode(vm, code, globals, locals, closure);
  return noteOwned(vm, runEntry(vm));
}

/** The frame that runCode runs, without running it. */
export function enterCode(vm: Vm, code: Leaf, globals: PyDict, locals: Value | null, closure: Container | null = null): void {
  const data = codeOf(code);
  if (vm.depth >= vm.recursionLimit) throw recursionError(vm);
  const func = newOwnedFunction(vm, code, globals, builtinsOf(vm, globals));
  if (closure !== null) {
    incref(closure);
    (func.data as FunctionData).closure = closure;
  }
  const base = topOfStack(vm);
  const S = vm.stack;
  if (base + data.framesize + 16 > S.length) vm.growStack(base + data.framesize + 16);
  const frame = pushFrame(vm);
  frame.code = data;
  frame.codeObject = code;
  frame.func = func;
  frame.globals = globals;
  frame.builtins = (func.data as FunctionData).builtins;
  frame.base = base;
  frame.ret = base;
  frame.pc = 0;
  for (let i = 0; i < data.nlocalsplus; i++) S[base + i] = NULL;
  frame.sp = base + data.nlocalsplus;
  frame.entry = true;
  if (locals !== null) {
    incref(locals);
    frame.locals = locals;
  }
}
