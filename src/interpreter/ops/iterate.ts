// Iteration and unpacking. See docs/interpreter.md.
import { closeScope, drop, dropAll, own } from "../../memory/ref.ts";
import { getIter } from "../../core/iterate.ts";
import { dropStopValue } from "../../core/stop-iteration.ts";
import { typeError, valueError } from "../../core/errors.ts";
import { type Container, K_LIST, K_TUPLE, type Value } from "../../core/object.ts";
import { typeName, typeOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { ListType, listOfOwned } from "../../types/list.ts";
import { TupleType } from "../../types/tuple.ts";
import type { Vm } from "../../vm/vm.ts";

export function getIterOp(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  S[sp - 1] = own(vm, vm.scopeCount, getIter(vm, v));
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

/** The next item, borrowed or noted; undefined at the end. */
export function forIter(vm: Vm, iterator: Value): Value | undefined {
  const next = typeOf(iterator).tp_iternext;
  if (next === undefined) throw typeError(vm, `'${typeName(iterator)}' object is not an iterator`);
  const item = next(vm, iterator);
  if (item === undefined && vm.stopValue !== undefined) dropStopValue(vm);
  return item;
}

/** FOR_ITER of iterators in general: the item on top of its iterator, or, at the end, without the iterator. Answers the stack pointer. */
export function nextItem(vm: Vm, mark: number, S: Value[], sp: number, iterator: Value): number {
  const item = forIter(vm, iterator);
  if (item === undefined) {
    if (vm.scopeCount > mark) closeScope(vm, mark);
    drop(vm, iterator);
    return sp - 1;
  }
  S[sp] = own(vm, mark, item);
  return sp + 1;
}

/** Items of an iterable to be unpacked into `count` targets (and a list at `starAt` when `star`), each owned. */
function unpackItems(vm: Vm, v: Value, count: number, star: boolean, after: number): Value[] {
  if (typeof v !== "number" && (v.type === TupleType || v.type === ListType)) {
    const items = (v as Container).data as Value[];
    if (star ? items.length >= count + after : items.length === count) {
      const copy = items.slice();
      for (const item of copy) if (typeof item !== "number") item.rc++;
      return copy;
    }
  }
  const type = typeOf(v);
  if (type.tp_iter === undefined && type.sq_item === undefined) throw typeError(vm, `cannot unpack non-iterable ${typeName(v)} object`);
  let iterator = getIter(vm, v);
  let next = typeOf(iterator).tp_iternext!;
  const items: Value[] = [];
  try {
    const limit = star ? Infinity : count;
    while (items.length < limit) {
      if (star && items.length === count) {
        // The rest is what list(iterator) makes, which asks for an iterator again.
        iterator = getIter(vm, iterator);
        next = typeOf(iterator).tp_iternext!;
      }
      const mark = vm.scopeCount;
      const item = next(vm, iterator);
      if (item === undefined) {
        dropStopValue(vm);
        if (!star) throw valueError(vm, `not enough values to unpack (expected ${count}, got ${items.length})`);
        break;
      }
      items.push(own(vm, mark, item));
    }
    if (star) {
      if (items.length < count + after) throw valueError(vm, `not enough values to unpack (expected at least ${count + after}, got ${items.length})`);
    } else {
      const mark = vm.scopeCount;
      if (next(vm, iterator) === undefined) dropStopValue(vm);
      else {
        closeScope(vm, mark);
        const kind = typeOf(v).kind;
        const size = kind === K_LIST || kind === K_TUPLE ? ((v as Container).data as Value[]).length : typeOf(v).kind === 8 ? (v as Container).data.used as number : -1;
        throw valueError(vm, size >= 0 ? `too many values to unpack (expected ${count}, got ${size})` : `too many values to unpack (expected ${count})`);
      }
    }
  } catch (error) {
    for (const item of items) if (typeof item !== "number" && --item.rc === 0) dealloc(vm, item);
    throw error;
  }
  return items;
}

export function unpackSequence(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const items = unpackItems(vm, v, count, false, 0);
  sp--;
  for (let i = count - 1; i >= 0; i--) S[sp++] = items[i]!;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

/** a, *b, c = v: arg has the count before the star in its low byte, after it above. */
export function unpackEx(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const before = arg & 255;
  const after = arg >> 8;
  const v = S[sp - 1]!;
  const items = unpackItems(vm, v, before, true, after);
  const rest = items.splice(before, items.length - after - before);
  let middle: Value;
  try {
    middle = listOfOwned(vm, rest);
  } catch (error) {
    dropAll(vm, items);
    throw error;
  }
  sp--;
  for (let i = items.length - 1; i >= items.length - after; i--) S[sp++] = items[i]!;
  S[sp++] = middle;
  for (let i = before - 1; i >= 0; i--) S[sp++] = items[i]!;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}
