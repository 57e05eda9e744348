// Exceptions that nobody can catch: from __del__, weak reference callbacks, closing generators. Mirrors PyErr_WriteUnraisable. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { reprText } from "./convert.ts";
import { dropError, matches } from "./errors.ts";
import { PyError, type Value } from "./object.ts";
import * as exc from "../types/exceptions.ts";
import { closeScope } from "../memory/ref.ts";

/** Runs code from a destructor: Python errors go to sys.unraisablehook, with the object or a message; all state is as before. */
export function guarded(vm: Vm, object: Value | null, run: () => void, message: (() => string) | null = null): void {
  const mark = vm.scopeCount;
  const raised = vm.raised;
  vm.raised = null;
  const { nativeDepth, stopValue } = vm;
  vm.stopValue = undefined;
  try {
    run();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    vm.nativeDepth = nativeDepth;
    writeUnraisable(vm, error, object, message === null ? null : quietly(vm, message));
  } finally {
    closeScope(vm, mark);
    vm.raised = raised;
    vm.stopValue = stopValue;
  }
}

/** repr(v) for messages about errors, whatever it raises. */
export function quietRepr(vm: Vm, v: Value): string {
  return quietly(vm, () => reprText(vm, v)) ?? "<object repr() failed>";
}

/** The text that a function makes, or null where that raises. */
function quietly(vm: Vm, text: () => string): string | null {
  try {
    return text();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return null;
  }
}

/** Hands an exception to sys.unraisablehook; takes over the error. */
export function writeUnraisable(vm: Vm, error: PyError, object: Value | null, message: string | null = null): void {
  if (vm.unraisableHook !== null) {
    try {
      vm.unraisableHook(error, object, message);
    } catch (inner) {
      if (!(inner instanceof PyError)) throw inner;
      dropError(vm, inner);
    }
  }
  dropError(vm, error);
}

/** Is it SystemExit? */
export function isSystemExit(error: unknown): boolean {
  return matches(error, exc.SystemExitType);
}
