// The intrusive lists of tracked containers, one per generation. See docs/memory.md.
import { Container, type GcNode, type Instance, NullType } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { isFresh, overThreshold, tellBirth } from "./free-lists.ts";

/** An empty circular list. */
export function newGcHead(): Container {
  const head = new Container(NullType, null, null);
  head.gcPrev = head;
  head.gcNext = head;
  return head;
}

/** Puts a container into the young generation and counts the allocation. */
export function track(vm: Vm, o: Container | Instance): void {
  const head = vm.young;
  const last = head.gcPrev!;
  o.gcPrev = last;
  o.gcNext = head;
  last.gcNext = o;
  head.gcPrev = o;
  if (o.type.gcKind !== 1 && !isFresh(vm, o)) return;
  if (++vm.youngCount > vm.gcThreshold0) overThreshold(vm, o);
}

/** The same for an object that comes from the allocator although its type has a free list: what list() and dict() make. */
export function trackFresh(vm: Vm, o: Container): void {
  const head = vm.young;
  const last = head.gcPrev!;
  o.gcPrev = last;
  o.gcNext = head;
  last.gcNext = o;
  head.gcPrev = o;
  if (vm.watched) tellBirth(vm, o, -1);
  if (++vm.youngCount > vm.gcThreshold0) overThreshold(vm, null);
}

/** Counts the allocation of a container that is not put into a list. */
export function countUntracked(vm: Vm, o: Container | Instance): void {
  if (o.type.gcKind !== 1 && !isFresh(vm, o)) return;
  if (++vm.youngCount > vm.gcThreshold0) overThreshold(vm, o);
}

/** Takes a container out of its list. Both links are cleared, or dead old objects would keep young ones alive. */
export function untrack(o: GcNode): void {
  const prev = o.gcPrev!;
  const next = o.gcNext!;
  prev.gcNext = next;
  next.gcPrev = prev;
  o.gcPrev = null;
  o.gcNext = null;
}
