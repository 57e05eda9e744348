// Births and deaths of objects, told to those who model memory (the allocator model, tracemalloc). Without a watcher nothing here runs: containers
// come by the comparison that asks for collections (gc-list.ts), leafs by TypeRec.onBirth. See docs/memory.md.
import { type Leaf, type PyFloat, type PyObject, type TypeRec } from "../core/object.ts";
import { BytesType } from "../types/bytes.ts";
import { CodeType } from "../types/code.ts";
import { ComplexType } from "../types/complex.ts";
import { FloatType } from "../types/float.ts";
import { IntType } from "../types/int/int.ts";
import { RangeType } from "../types/range.ts";
import { StrType } from "../types/str/str.ts";
import type { Vm } from "../vm/vm.ts";

/** Told of births and deaths. None of these may run Python code or make objects. */
export interface MemoryWatcher {
  /** Its payload may still be on its way; a leaf has no reference yet. `list`: the free list that its block comes from, or -1. */
  born(o: PyObject, list: number): void;
  /** The payload is still there. `list`: the free list that its block will go to, or -1. Leafs are not told of. */
  dying(o: PyObject, list: number): void;
  /** After its children. Leafs that nobody ever referred to are not told of. */
  died(o: PyObject): void;
  /** CPython makes a tuple of arguments here and gives it up again: its block comes from the allocator, if `fresh`, and goes to the free list. */
  passing(list: number, fresh: boolean): void;
  /** The free lists are given back to the allocator. */
  freeListsCleared(): void;
}

const leafTypes = (): readonly TypeRec[] => [StrType, BytesType, IntType, FloatType, ComplexType, RangeType, CodeType];

/** The types belong to all Vms of the process: leafs are told to the one that began to watch last. */
function watchLeafs(vm: Vm): void {
  const born = !vm.watched ? null : (o: Leaf | PyFloat): void => {
    if (vm.frame !== null) for (const watcher of vm.watchers) watcher.born(o, -1);
  };
  for (const type of leafTypes()) type.onBirth = born;
}

export function watchMemory(vm: Vm, watcher: MemoryWatcher): void {
  vm.watchers.push(watcher);
  vm.watched = true;
  vm.gcThreshold0 = -1;
  watchLeafs(vm);
}

export function unwatchMemory(vm: Vm, watcher: MemoryWatcher): void {
  const at = vm.watchers.indexOf(watcher);
  if (at >= 0) vm.watchers.splice(at, 1);
  vm.watched = vm.watchers.length > 0;
  if (!vm.watched) vm.gcThreshold0 = vm.gcThreshold;
  watchLeafs(vm);
}

/** Sets the number of allocations after which a collection is due. */
export function setThreshold(vm: Vm, threshold: number): void {
  vm.gcThreshold = threshold;
  vm.gcThreshold0 = vm.watched ? -1 : threshold;
}
