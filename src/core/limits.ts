// Checks before large allocations: MemoryError comes before JavaScript's own heap is in danger. See docs/memory.md.
import type { Vm } from "../vm/vm.ts";
import { memoryError } from "./errors.ts";

/** Raises MemoryError when an object of this many bytes would break the Vm's cap. */
export function checkAllocation(vm: Vm, bytes: number): void {
  if (bytes > vm.allocationLimit) throw memoryError(vm);
}

/** The same for a sequence of `count` items; also where the result could not be indexed. */
export function checkItems(vm: Vm, count: number, itemSize = 8): void {
  if (count * itemSize > vm.allocationLimit) throw memoryError(vm);
}
