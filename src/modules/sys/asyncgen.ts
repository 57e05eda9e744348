// sys: hooks of asynchronous generators and the origin of coroutines. Mirrors Python/sysmodule.c. See docs/modules.md.
import { asCInt, call, dropMaybe, guarded, lookupAttrText, incref, importModule, isCallable, newTuple, newStr, warn, type Container, type KeywordArgs, newStructSequence, None, quietRepr, textOf, genQualname, exc, matches, typeError, typeName, type Value, valueError, type Vm } from "../../core/api.ts";
import { auditEvent } from "./hooks.ts";
import { AsyncgenHooksType } from "./types.ts";

function setHook(vm: Vm, name: "asyncgenFirstiter" | "asyncgenFinalizer", value: Value): void {
  const old = vm[name];
  if (value !== None) incref(value);
  vm[name] = value === None ? null : value;
  dropMaybe(vm, old);
}

export function getAsyncgenHooks(vm: Vm): Value {
  return newStructSequence(vm, AsyncgenHooksType, [vm.asyncgenFirstiter ?? None, vm.asyncgenFinalizer ?? None]);
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
  if (finalizer !== undefined) {
    auditEvent(vm, "sys.set_asyncgen_hook_finalizer", []);
    setHook(vm, "asyncgenFinalizer", finalizer);
  }
  if (firstiter !== undefined) {
    auditEvent(vm, "sys.set_asyncgen_hook_firstiter", []);
    setHook(vm, "asyncgenFirstiter", firstiter);
  }
}

export function setOriginDepth(vm: Vm, depth: Value): void {
  const n = asCInt(vm, depth);
  if (n < 0) throw valueError(vm, "depth must be >= 0");
  vm.coroutineOriginDepth = n;
}

export const getOriginDepth = (vm: Vm): Value => vm.coroutineOriginDepth;

/** A coroutine is destroyed without having been awaited: the warnings module says so, with its origin; where that fails, we do. */
export function warnUnawaited(vm: Vm, coroutine: Container): void {
  let told = false;
  const say = (): void => {
    const warnings = importModule(vm, "warnings", vm.builtins, newTuple(vm, [newStr("_warn_unawaited_coroutine")]), 0);
    const report = lookupAttrText(vm, warnings, "_warn_unawaited_coroutine");
    if (report === undefined) return;
    try {
      call(vm, report, [coroutine]);
      told = true;
    } catch (error) {
      // The warning itself, where a filter makes it an error.
      told = matches(error, exc.RuntimeWarningType);
      throw error;
    }
  };
  guarded(vm, null, say, () => `Exception ignored while finalizing coroutine ${quietRepr(vm, coroutine)}`);
  if (!told) warn(vm, "RuntimeWarning", `coroutine '${genQualname(coroutine)}' was never awaited`);
}
