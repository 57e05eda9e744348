// Checks before large allocations: MemoryError comes before JavaScript's own heap is in danger. See docs/memory.md.
import type { Vm } from "../vm/vm.ts";
import { checkBytes, MAX_ITEMS } from "../memory/budget.ts";
import { memoryError } from "./errors.ts";

/** Raises MemoryError when an object of this many bytes would break the Vm's cap. */
export function checkAllocation(vm: Vm, bytes: number): void {
  if (bytes > 256) checkBytes(vm, bytes);
}

/** The same for a sequence of `count` items; also where the result could not be indexed. */
export function checkItems(vm: Vm, count: number, itemSize = 8): void {
  if (itemSize === 8 && count > MAX_ITEMS) throw memoryError(vm);
  if (count * itemSize > 256) checkBytes(vm, count * itemSize);
}

/** To be called every 65,536 items by loops that collect items without knowing how many will come. */
export function checkGrowth(vm: Vm, count: number): void {
  // Nobody sees yet what is being collected.
  if (count > MAX_ITEMS || count * 8 > vm.memoryLimit) throw memoryError(vm);
  checkBytes(vm, 0x80000);
}
