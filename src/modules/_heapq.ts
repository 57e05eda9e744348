// _heapq: lists as heaps, smallest or largest item first. Mirrors Modules/_heapqmodule.c. See docs/modules.md.
import { argumentName, defineModule, hold, indexError, isList, LT, type ModuleSpec, newRef, noteOwned, type PyList, richCompareBool, runtimeError, typeError, type Value, type Vm, closeScope } from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("_heapq");

function heapOf(vm: Vm, name: string, v: Value): PyList {
  if (!isList(v)) throw typeError(vm, `${name}() argument${name === "heapify" || name === "heappop" || name === "heapify_max" || name === "heappop_max" ? "" : " 1"} must be list, not ${argumentName(v)}`);
  return v;
}

/** a < b, or b < a for heaps with the largest item first. */
function before(vm: Vm, a: Value, b: Value, max: boolean): boolean {
  const mark = vm.scopeCount;
  hold(vm, a);
  hold(vm, b);
  const answer = max ? richCompareBool(vm, b, a, LT) : richCompareBool(vm, a, b, LT);
  closeScope(vm, mark);
  return answer;
}

function less(vm: Vm, heap: PyList, a: Value, b: Value, max: boolean): boolean {
  const size = (heap.data as Value[]).length;
  const answer = before(vm, a, b, max);
  if ((heap.data as Value[]).length !== size) throw runtimeError(vm, "list changed size during iteration");
  return answer;
}

/** Moves the item at `pos` towards the root, not past `start`. */
function siftDown(vm: Vm, heap: PyList, start: number, at: number, max: boolean): void {
  let pos = at;
  while (pos > start) {
    const parent = (pos - 1) >> 1;
    const items = heap.data as Value[];
    if (!less(vm, heap, items[pos]!, items[parent]!, max)) break;
    swap(heap, pos, parent);
    pos = parent;
  }
}

function swap(heap: PyList, i: number, j: number): void {
  const items = heap.data as Value[];
  const v = items[i]!;
  items[i] = items[j]!;
  items[j] = v;
}

/** Moves the item at `pos` down to a leaf along the better children, then up to its place. */
function siftUp(vm: Vm, heap: PyList, at: number, max: boolean): void {
  const end = (heap.data as Value[]).length;
  const limit = end >> 1;
  let pos = at;
  while (pos < limit) {
    let child = 2 * pos + 1;
    const items = heap.data as Value[];
    if (child + 1 < end && !less(vm, heap, items[child]!, items[child + 1]!, max)) child++;
    swap(heap, pos, child);
    pos = child;
  }
  siftDown(vm, heap, at, pos, max);
}

const push = (max: boolean, name: string) =>
  D.func(name, (vm: Vm, heapArgument: Value, item: Value) => {
    const heap = heapOf(vm, name, heapArgument);
    const items = heap.data as Value[];
    items.push(newRef(item));
    siftDown(vm, heap, 0, items.length - 1, max);
  }, "($module, heap, item, /)");

const pop = (max: boolean, name: string) =>
  D.func(name, (vm: Vm, heapArgument: Value) => {
    const heap = heapOf(vm, name, heapArgument);
    const items = heap.data as Value[];
    if (items.length === 0) throw indexError(vm, "index out of range");
    const last = noteOwned(vm, items.pop()!);
    if (items.length === 0) return last;
    const first = noteOwned(vm, items[0]!);
    items[0] = newRef(last);
    siftUp(vm, heap, 0, max);
    return first;
  }, "($module, heap, /)");

const replace = (max: boolean, name: string) =>
  D.func(name, (vm: Vm, heapArgument: Value, item: Value) => {
    const heap = heapOf(vm, name, heapArgument);
    const items = heap.data as Value[];
    if (items.length === 0) throw indexError(vm, "index out of range");
    const first = noteOwned(vm, items[0]!);
    items[0] = newRef(item);
    siftUp(vm, heap, 0, max);
    return first;
  }, "($module, heap, item, /)");

const pushPop = (max: boolean, name: string) =>
  D.func(name, (vm: Vm, heapArgument: Value, item: Value) => {
    const heap = heapOf(vm, name, heapArgument);
    const items = heap.data as Value[];
    if (items.length === 0) return item;
    if (!before(vm, items[0]!, item, max)) return item;
    const now = heap.data as Value[];
    if (now.length === 0) throw indexError(vm, "index out of range");
    const first = noteOwned(vm, now[0]!);
    now[0] = newRef(item);
    siftUp(vm, heap, 0, max);
    return first;
  }, "($module, heap, item, /)");

const heapify = (max: boolean, name: string) =>
  D.func(name, (vm: Vm, heapArgument: Value) => {
    const heap = heapOf(vm, name, heapArgument);
    for (let i = ((heap.data as Value[]).length >> 1) - 1; i >= 0; i--) siftUp(vm, heap, i, max);
  }, "($module, heap, /)");

export const heapqModule: ModuleSpec = defineModule({
  name: "_heapq",
  doc: D.doc(""),
  functions: {
    heappush: push(false, "heappush"),
    heappushpop: pushPop(false, "heappushpop"),
    heappop: pop(false, "heappop"),
    heapreplace: replace(false, "heapreplace"),
    heapify: heapify(false, "heapify"),
    heappush_max: push(true, "heappush_max"),
    heappushpop_max: pushPop(true, "heappushpop_max"),
    heappop_max: pop(true, "heappop_max"),
    heapreplace_max: replace(true, "heapreplace_max"),
    heapify_max: heapify(true, "heapify_max"),
  },
});
