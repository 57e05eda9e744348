// sys: hooks of asynchronous generators and the origin of coroutines. Mirrors Python/sysmodule.c. See docs/modules.md.
import { asCInt, isCallable, type KeywordArgs, newStructSequence, None, textOf, typeError, typeName, type Value, valueError, type Vm } from "../../core/api.ts";
import { setHook, sysState } from "./state.ts";
import { AsyncgenHooksType } from "./types.ts";

export function getAsyncgenHooks(vm: Vm): Value {
  const { firstiter, finalizer } = sysState(vm);
  return newStructSequence(vm, AsyncgenHooksType, [firstiter ?? None, finalizer ?? None]);
}

export function setAsyncgenHooks(vm: Vm, args: Value[], kwargs?: KeywordArgs): void {
  const count = args.length + (kwargs?.names.length ?? 0);
  if (count > 2) throw typeError(vm, `function takes at most 2 arguments (${count} given)`);
  let [firstiter, finalizer] = args;
  kwargs?.names.forEach((key, i) => {
    const name = textOf(key);
    if (name === "firstiter") firstiter = kwargs.values[i]!;
    else if (name === "finalizer") finalizer = kwargs.values[i]!;
    else throw typeError(vm, `this function got an unexpected keyword argument '${name}'`);
  });
  const check = (value: Value | undefined, name: string): void => {
    if (value !== undefined && value !== None && !isCallable(value)) throw typeError(vm, `callable ${name} expected, got ${typeName(value)}`);
  };
  check(finalizer, "finalizer");
  check(firstiter, "firstiter");
  if (finalizer !== undefined) setHook(vm, "finalizer", finalizer);
  if (firstiter !== undefined) setHook(vm, "firstiter", firstiter);
}

export function setOriginDepth(vm: Vm, depth: Value): void {
  const n = asCInt(vm, depth);
  if (n < 0) throw valueError(vm, "depth must be >= 0");
  sysState(vm).originTrackingDepth = n;
}

export const getOriginDepth = (vm: Vm): Value => sysState(vm).originTrackingDepth;
