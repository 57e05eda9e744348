// How allocations count for the collector: CPython counts what comes fresh from the allocator, and not what a free list gives back.
// Mirrors Include/internal/pycore_freelist_state.h and gc_alloc of Python/gc.c. See docs/memory.md.
import { type Container, type GcNode, K_EXCEPTION, TPFLAGS_HAVE_GC, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { visibleFlags } from "../core/type-layout.ts";
import type { Vm } from "../vm/vm.ts";

/** Objects of the type have no collector header. */
const UNCOUNTED = 0;
const COUNTED = 1;
/** Tuples have a free list for each length up to 20, at FIRST_TUPLE + length. */
const TUPLES = 2;
export const FIRST_TUPLE = 16;
export const LONGEST_TUPLE = 20;
const TUPLE_LIMIT = 2000;

/** Free lists by type name: index and how many objects it keeps. */
const lists: Readonly<Record<string, readonly [index: number, limit: number]>> = {
  list: [3, 80],
  dict: [4, 80],
  list_iterator: [5, 10],
  tuple_iterator: [6, 10],
  slice: [7, 1],
  method: [8, 20],
  builtin_function_or_method: [9, 16],
  async_generator_asend: [10, 80],
  async_generator_wrapped_value: [11, 80],
  "_contextvars.Context": [12, 255],
};

/** The number of a type's free list in Vm.freeLists. */
export const freeListNumber = (type: string): number => lists[type]![0];

/** Type names by number of the free list; tuples have theirs from FIRST_TUPLE on. */
export const freeListNames: Readonly<Record<number, string>> = Object.fromEntries(Object.entries(lists).map(([name, [index]]) => [index, name]));

const limits = new Int32Array(FIRST_TUPLE);
for (const [index, limit] of Object.values(lists)) limits[index] = limit;

/** Number of entries of Vm.freeLists. */
export const FREE_LISTS: number = FIRST_TUPLE + LONGEST_TUPLE + 1;

function kindOf(type: TypeRec): number {
  let kind: number;
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) {
    kind = COUNTED;
  } else if (type.name === "tuple") kind = TUPLES;
  else kind = lists[type.name]?.[0] ?? ((visibleFlags(type) & TPFLAGS_HAVE_GC) !== 0 ? COUNTED : UNCOUNTED);
  type.gcKind = kind;
  return kind;
}

function gcKindOf(type: TypeRec): number {
  return type.gcKind >= 0 ? type.gcKind : kindOf(type);
}

/** The free list that an object of this kind would come from or go to; -1 for none. */
function listOf(o: GcNode, kind: number): number {
  if (kind > TUPLES) return kind;
  const { length } = (o as Container).data as Value[];
  return length > 0 && length <= LONGEST_TUPLE ? FIRST_TUPLE + length : -1;
}

/** An allocation found the count above what it is compared with: a collection is due, or somebody watches. */
export function overThreshold(vm: Vm, o: GcNode | null): void {
  if (vm.watched) {
    // The others were told of by isFresh.
    if (o !== null && o.type.gcKind === COUNTED) tellBirth(vm, o, -1);
    if (vm.youngCount <= vm.gcThreshold) return;
  }
  vm.requestCollection();
}

/** Tells the watchers of a new container, and which free list supplies its block. */
export function tellBirth(vm: Vm, o: GcNode, list: number): void {
  for (const watcher of vm.watchers) watcher.born(o, list);
}

/** A new object whose kind is not COUNTED: answers whether it came from the allocator, and so counts. */
export function isFresh(vm: Vm, o: GcNode): boolean {
  const kind = gcKindOf(o.type);
  if (kind === COUNTED) return true;
  const at = kind < COUNTED ? -1 : listOf(o, kind);
  const fresh = at < 0 || vm.freeLists[at] === 0;
  if (vm.watched) tellBirth(vm, o, fresh ? -1 : at);
  if (!fresh) vm.freeLists[at]!--;
  return fresh && kind > COUNTED;
}

/** Static types that have a vectorcall function of their own; exceptions have one too. */
const vectorcallTypes = new Set("bool dict enumerate float frozenset int list range reversed set str tuple type filter map zip collections.deque functools.partial".split(" "));

/** Does a call of this class pack its arguments into a tuple? */
function packs(type: TypeRec): boolean {
  if (type.packs < 0) type.packs = (type.flags & TPFLAGS_HEAPTYPE) !== 0 || !(vectorcallTypes.has(type.name) || type.kind === K_EXCEPTION) ? 1 : 0;
  return type.packs === 1;
}

/** A class is called with n arguments: accounts for the tuple that CPython makes of them, and gives up again. */
export function countPackedArguments(vm: Vm, type: TypeRec, n: number): void {
  if (n === 0 || n > LONGEST_TUPLE || (vm.freeLists[FIRST_TUPLE + n]! > 0 && !vm.watched)) return;
  // type(x) is answered at once, type(name, bases, dict) is a call like others.
  if (type.kind === K_EXCEPTION || !(packs(type) || (type.name === "type" && n > 1))) return;
  countTemporary(vm, FIRST_TUPLE + n);
}

/** A native function that takes its arguments as a tuple is called with n of them. */
export function countArgumentTuple(vm: Vm, n: number): void {
  if (n > 0 && n <= LONGEST_TUPLE) countTemporary(vm, FIRST_TUPLE + n);
}

/** CPython makes an object here and gives it up again at once: it comes from the allocator if its free list is empty, and goes there. */
function countTemporary(vm: Vm, list: number): void {
  if (vm.watched) for (const watcher of vm.watchers) watcher.passing(list, vm.freeLists[list] === 0);
  if (vm.freeLists[list]! > 0) return;
  vm.freeLists[list] = 1;
  if (++vm.youngCount > vm.gcThreshold0) overThreshold(vm, null);
}

/** CPython makes a dict here that we do not need, and keeps it. */
export function countDict(vm: Vm): void {
  const list = lists["dict"]![0];
  if (vm.freeLists[list]! > 0) vm.freeLists[list]!--;
  else if (++vm.youngCount > vm.gcThreshold0) overThreshold(vm, null);
}

/** An object has died: counts the deallocation, or puts it on its free list. To be called while the payload is there. */
export function countDeath(vm: Vm, o: GcNode): void {
  const kind = gcKindOf(o.type);
  const at = kind < TUPLES ? -1 : listOf(o, kind);
  const kept = at >= 0 && vm.freeLists[at]! < (at < FIRST_TUPLE ? limits[at]! : TUPLE_LIMIT);
  if (vm.watched) for (const watcher of vm.watchers) watcher.dying(o, kept ? at : -1);
  if (kept) {
    vm.freeLists[at]!++;
    return;
  }
  if (kind === UNCOUNTED) return;
  if (vm.youngCount > 0) vm.youngCount--;
}

/** A full collection gives the free lists back to the allocator. */
export function clearFreeLists(vm: Vm): void {
  let n = 0;
  for (let i = 0; i < FREE_LISTS; i++) {
    n += vm.freeLists[i]!;
    vm.freeLists[i] = 0;
  }
  vm.youngCount = Math.max(vm.youngCount - n, 0);
  if (vm.watched) for (const watcher of vm.watchers) watcher.freeListsCleared();
}
