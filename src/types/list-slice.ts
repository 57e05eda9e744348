// Assignment to and deletion of a list's slices. Mirrors list_ass_slice and list_ass_subscript of Objects/listobject.c. See docs/types.md.
import { valueError } from "../core/errors.ts";
import type { Container, Value } from "../core/object.ts";
import { dealloc } from "../memory/dealloc.ts";
import { dropAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { noteResize } from "./list-capacity.ts";

/** Longer rests of a list are moved by copying the whole, which V8 does in blocks. */
const SHORT = 64;

/** `added` (owned items) take the place of `count` items from `start` on. */
export function assignRange(vm: Vm, list: Container, start: number, count: number, added: readonly Value[]): void {
  const items = list.data as Value[];
  const before = items.length;
  const end = start + count;
  const growth = added.length - count;
  // Only what must be dropped: ints need not.
  let removed: Value[] | undefined;
  for (let i = start; i < end; i++) {
    const v = items[i]!;
    if (typeof v !== "number") (removed ??= []).push(v);
  }
  if (growth === 0) {
    for (let i = 0; i < count; i++) items[start + i] = added[i]!;
  } else if (before - end > SHORT || growth > SHORT) {
    list.data = items.slice(0, start).concat(added, items.slice(end));
  } else {
    if (growth > 0) {
      for (let i = 0; i < growth; i++) items.push(0);
      for (let i = before - 1; i >= end; i--) items[i + growth] = items[i]!;
    } else {
      for (let i = end; i < before; i++) items[i + growth] = items[i]!;
      items.length = before + growth;
    }
    for (let i = 0; i < added.length; i++) items[start + i] = added[i]!;
  }
  if (growth !== 0) noteResize(list, before, before + growth);
  if (removed !== undefined) dropAll(vm, removed);
}

/** The items of an extended slice, in the order in which CPython drops them. */
function dropForwards(vm: Vm, items: readonly Value[]): void {
  for (let i = 0; i < items.length; i++) {
    const v = items[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
}

export function deleteSteps(vm: Vm, list: Container, start: number, step: number, count: number): void {
  if (count <= 0) return;
  const items = list.data as Value[];
  const before = items.length;
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const last = first + stride * (count - 1);
  const removed: Value[] = [];
  let to = first;
  for (let at = first; at < before; at++) {
    if (at <= last && (at - first) % stride === 0) removed.push(items[at]!);
    else items[to++] = items[at]!;
  }
  items.length = to;
  noteResize(list, before, to);
  dropForwards(vm, removed);
}

/** `added` (owned items) must be as many as the slice has. */
export function assignSteps(vm: Vm, list: Container, start: number, step: number, count: number, added: readonly Value[]): void {
  const items = list.data as Value[];
  if (added.length !== count) {
    dropAll(vm, added);
    throw valueError(vm, `attempt to assign sequence of size ${added.length} to extended slice of size ${count}`);
  }
  const removed: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) {
    removed.push(items[at]!);
    items[at] = added[i]!;
  }
  dropForwards(vm, removed);
}
