// Iteration and containment over all objects. Mirrors Objects/abstract.c. See docs/core.md.
import { newSequenceIterator, SequenceIteratorType } from "../types/iterators.ts";
import type { Vm } from "../vm/vm.ts";
import { EQ, richCompareBool } from "./compare.ts";
import { dropError, matches, typeError } from "./errors.ts";
import * as exc from "../types/exceptions.ts";
import { ReversedType } from "../types/enumerate-zip.ts";
import { dealloc } from "../memory/dealloc.ts";
import { closeScope } from "../memory/ref.ts";
import { dropStopValue } from "./stop-iteration.ts";
import { checkAllocation, checkGrowth } from "./limits.ts";
import { lengthHint } from "./length-hint.ts";
import { type Leaf, TPFLAGS_HEAPTYPE, type Value } from "./object.ts";
import { typeName, typeOf } from "./type.ts";
import { ListType } from "../types/list.ts";
import { newChar } from "../types/str/str-object.ts";
import { StrType } from "../types/str/str.ts";
import { TupleType } from "../types/tuple.ts";

/** iter(v). */
export function getIter(vm: Vm, v: Value): Value {
  const type = typeOf(v);
  if (type.tp_iter === undefined) {
    if (type.sq_item !== undefined && type.tp_iter === undefined) return newSequenceIterator(vm, v);
    throw typeError(vm, `'${typeName(v)}' object is not iterable`);
  }
  const it = type.tp_iter(vm, v);
  if (typeOf(it).tp_iternext === undefined) throw typeError(vm, `iter() returned non-iterator of type '${typeName(it)}'`);
  return it;
}

/** The next item of an iterator, undefined at the end. */
export function iterNext(vm: Vm, iterator: Value): Value | undefined {
  return typeOf(iterator).tp_iternext!(vm, iterator);
}

/**
 * Runs `each` over the items of an iterable; stops when it answers true. The item is borrowed for the duration of the call:
 * what must stay needs an owner.
 */
export function forEach(vm: Vm, iterable: Value, each: (item: Value) => boolean | void, hinted = false, present = 0): void {
  if (typeof iterable !== "number" && (iterable.type === ListType || iterable.type === TupleType)) {
    const c = iterable as any;
    for (let i = 0; i < c.data.length; i++) {
      const item = c.data[i];
      const mark = vm.scopeCount;
      if (typeof item !== "number") {
        item.rc++;
        vm.scope[vm.scopeCount++] = item;
      }
      const stop = each(item);
      closeScope(vm, mark);
      if (stop === true) return;
    }
    return;
  }
  const iterator = getIter(vm, iterable);
  if (hinted && typeof iterable !== "number" && ((iterable.type.flags & TPFLAGS_HEAPTYPE) !== 0 || iterable.type === ReversedType || iterable.type === SequenceIteratorType)) {
    const hint = lengthHint(vm, iterable, 8);
    // With what is `present`, more than any list can hold: the hint cannot be true.
    if (present === 0 || present + hint < 2 ** 63) checkAllocation(vm, 8 * hint);
  }
  const next = typeOf(iterator).tp_iternext!;
  for (let count = 0; ; count++) {
    const mark = vm.scopeCount;
    const item = next(vm, iterator);
    if (item === undefined) {
      if (vm.stopValue !== undefined) dropStopValue(vm);
      break;
    }
    const stop = each(item);
    if (vm.scopeCount > mark) closeScope(vm, mark);
    if (stop === true) break;
    if ((count & 0xffff) === 0xffff) checkAllocation(vm, 0x80000);
  }
}

/** The items of an iterable as a fresh array that owns a count of each; to become a payload, or to be dropped with dropAll. */
export function collect(vm: Vm, iterable: Value, hinted = true, present = 0): Value[] {
  if (typeof iterable !== "number" && (iterable.type === ListType || iterable.type === TupleType)) {
    const copy = ((iterable as any).data as Value[]).slice();
    for (let i = 0; i < copy.length; i++) {
      const v = copy[i]!;
      if (typeof v !== "number") v.rc++;
    }
    return copy;
  }
  if (typeof iterable !== "number" && iterable.type === StrType && typeof (iterable as Leaf).data === "string") return characters(vm, (iterable as Leaf).data as string);
  const items: Value[] = [];
  try {
    forEach(vm, iterable, (item) => {
      if (typeof item !== "number") item.rc++;
      items.push(item);
      if ((items.length & 0xffff) === 0) checkGrowth(vm, items.length);
    }, hinted, present);
  } catch (error) {
    for (const v of items) if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
    throw error;
  }
  return items;
}

/** The characters of a string, each with a count. */
function characters(vm: Vm, text: string): Value[] {
  const items: Value[] = [];
  for (let i = 0; i < text.length; i++) {
    const item = newChar(text.charCodeAt(i));
    item.rc++;
    items.push(item);
    if ((items.length & 0xffff) === 0) checkGrowth(vm, items.length);
  }
  return items;
}

/** value in container. */
export function contains(vm: Vm, container: Value, value: Value): boolean {
  const type = typeOf(container);
  if (type.sq_contains !== undefined) return type.sq_contains(vm, container, value);
  if (type.tp_iter === undefined && type.sq_item === undefined) {
    throw typeError(vm, `argument of type '${typeName(container)}' is not a container or iterable`);
  }
  let found = false;
  let iterator: Value;
  try {
    iterator = getIter(vm, container);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, `argument of type '${typeName(container)}' is not a container or iterable`);
  }
  forEach(vm, iterator, (item) => {
    found = richCompareBool(vm, item, value, EQ);
    return found;
  });
  return found;
}

