// The one place that bounds how deep natives nest JavaScript calls. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { recursionError } from "./errors.ts";

/** Enters one level of native recursion; raises RecursionError ("maximum recursion depth exceeded{where}") at the limit. */
export function enterNative(vm: Vm, where: string): void {
  if (++vm.nativeDepth > vm.nativeDepthLimit) {
    vm.nativeDepth--;
    throw recursionError(vm, where);
  }
}

export function leaveNative(vm: Vm): void {
  vm.nativeDepth--;
}
