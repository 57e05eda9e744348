// sys.getsizeof: CPython's sizes on 64-bit. See docs/memory.md.
import type { Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";

/** object.__sizeof__. */
export function sizeOf(vm: Vm, v: Value): number {
  void vm;
  if (typeof v === "number") return 24 + 4 * Math.max(1, Math.ceil(Math.log2(Math.abs(v) + 1) / 30));
  return 16;
}
