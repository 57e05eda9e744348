// Sets for native code: making, reading and changing them with counts; the algorithms that methods and operators share.
// Mirrors Objects/setobject.c. See docs/types.md.
import { hashFrozenset, highHalf, intFromHalves, lowHalf } from "../../base/hash.ts";
import { forEach } from "../../core/iterate.ts";
import { Container, K_SET, NULL, type TypeRec, type Value } from "../../core/object.ts";
import { isSubtype } from "../../core/type.ts";
import { track } from "../../memory/gc-list.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { note } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { isExactDict, tableOf as dictTableOf } from "../dict/dict-object.ts";
import { find as findInDict } from "../dict/table.ts";
import { newSubclassInstance } from "../object-type.ts";
import { FrozenSetType, SetType } from "./set.ts";
import { addHashed, clearTable, discardHashed, findSlot, forEachEntry, grownSize, hashKey, mergeTable, resizeTable, SetTable, vacate } from "./table.ts";

export const tableOf = (set: Value): SetTable => (set as Container).data as SetTable;

/** set, frozenset or a subclass of one? */
export function isAnySet(v: Value): v is Container {
  return typeof v !== "number" && v.type.kind === K_SET;
}

/** Exactly set or frozenset? */
export function isExactAnySet(v: Value): boolean {
  return typeof v !== "number" && (v.type === SetType || v.type === FrozenSetType);
}

/** set or a subclass, frozensets not? */
export function isSet(v: Value): v is Container {
  return isAnySet(v) && (v.type === SetType || isSubtype(v.type, SetType));
}

/** An empty set whose one count the caller owns. */
export function newOwnedSet(vm: Vm): Container {
  const set = new Container(SetType, new SetTable(), null);
  track(vm, set);
  return set;
}

/** An empty set of this type, in the current scope. */
export function newSetOf(vm: Vm, type: TypeRec): Container {
  if (type === SetType || type === FrozenSetType) {
    const set = new Container(type, new SetTable(), null);
    track(vm, set);
    return note(vm, set);
  }
  return newSubclassInstance(vm, type, new SetTable());
}

/** A set of this type with the items of an iterable, in the current scope. */
export function newSetFrom(vm: Vm, type: TypeRec, iterable: Value | undefined): Container {
  const set = newSetOf(vm, type);
  if (iterable !== undefined) setUpdateFrom(vm, set, iterable);
  return set;
}

/** What operations on a set of this type answer: set or frozenset, never a subclass. */
export function baseTypeOf(set: Container): TypeRec {
  return set.type === SetType || isSubtype(set.type, SetType) ? SetType : FrozenSetType;
}

/** A frozenset of borrowed items, in the current scope. */
export function newFrozenSet(vm: Vm, items: readonly Value[]): Container {
  const set = newSetOf(vm, FrozenSetType);
  for (const item of items) setAddItem(vm, set, item);
  return set;
}

/** A set of borrowed items, in the current scope. */
export function newSet(vm: Vm, items: readonly Value[]): Container {
  const set = newSetOf(vm, SetType);
  for (const item of items) setAddItem(vm, set, item);
  return set;
}

/** set.add. */
export function setAddItem(vm: Vm, set: Container, v: Value): void {
  const { low, high } = hashKey(vm, v);
  addHashed(vm, tableOf(set), v, low, high);
}

/** v in set; raises TypeError for an unhashable value. */
export function setContains(vm: Vm, set: Container, v: Value): boolean {
  const { low, high } = hashKey(vm, v);
  return findSlot(vm, tableOf(set), v, low, high) >= 0;
}

/** set.discard; false when it was not there. */
export function setDiscardItem(vm: Vm, set: Container, v: Value): boolean {
  const { low, high } = hashKey(vm, v);
  return discardHashed(vm, tableOf(set), v, low, high);
}

export function setLength(set: Container): number {
  return tableOf(set).used;
}

/** The keys in order of iteration, borrowed. */
export function setItems(set: Container): Value[] {
  const { keys } = tableOf(set);
  const items: Value[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== undefined && key !== NULL) items.push(key);
  }
  return items;
}

export function setClear(vm: Vm, set: Container): void {
  clearTable(vm, tableOf(set));
}

/** set.pop; the item's reference goes to the caller, undefined when there is none. */
export function setPopItem(set: Container): Value | undefined {
  const table = tableOf(set);
  if (table.used === 0) return undefined;
  let slot = table.finger & table.mask;
  while (table.keys[slot] === undefined || table.keys[slot] === NULL) slot = slot >= table.mask ? 0 : slot + 1;
  table.finger = slot + 1;
  return vacate(table, slot);
}

/** Adds the items of an iterable. */
export function setUpdateFrom(vm: Vm, set: Container, iterable: Value): void {
  const table = tableOf(set);
  if (isAnySet(iterable)) {
    mergeTable(vm, table, tableOf(iterable));
    return;
  }
  if (isExactDict(iterable)) {
    const size = dictTableOf(iterable).used;
    if ((table.fill + size) * 5 >= table.mask * 3) resizeTable(table, (table.used + size) * 2);
  }
  forEach(vm, iterable, (item) => {
    const { low, high } = hashKey(vm, item);
    addHashed(vm, table, item, low, high);
  });
}

/** A copy as set or frozenset. */
export function copySet(vm: Vm, set: Container): Container {
  return newSetFrom(vm, baseTypeOf(set), set);
}

/** set & other. */
export function intersection(vm: Vm, set: Container, other: Value): Container {
  if (set === other) return copySet(vm, set);
  const result = newSetOf(vm, baseTypeOf(set));
  const into = tableOf(result);
  if (isAnySet(other)) {
    let [big, small] = [tableOf(set), tableOf(other)];
    if (small.used > big.used) [big, small] = [small, big];
    forEachEntry(vm, small, (key, low, high) => {
      if (findSlot(vm, big, key, low, high) >= 0) addHashed(vm, into, key, low, high);
    });
    return result;
  }
  forEach(vm, other, (key) => {
    const { low, high } = hashKey(vm, key, false);
    if (findSlot(vm, tableOf(set), key, low, high) < 0) return false;
    addHashed(vm, into, key, low, high);
    return into.used >= tableOf(set).used;
  });
  return result;
}

/** set.intersection(*others). */
export function intersectionOfAll(vm: Vm, set: Container, others: readonly Value[]): Container {
  if (others.length === 0) return copySet(vm, set);
  let result = set;
  for (const other of others) result = intersection(vm, result, other);
  return result;
}

/** The set takes over the other's contents and gives it its own. */
export function swapBodies(a: Container, b: Container): void {
  const x = a.data as SetTable;
  const y = b.data as SetTable;
  const { keys, hashes, mask, fill, used } = x;
  x.keys = y.keys;
  x.hashes = y.hashes;
  x.mask = y.mask;
  x.fill = y.fill;
  x.used = y.used;
  y.keys = keys;
  y.hashes = hashes;
  y.mask = mask;
  y.fill = fill;
  y.used = used;
  x.hash = undefined;
  y.hash = undefined;
}

/** set -= other. */
export function differenceUpdate(vm: Vm, set: Container, other: Value): void {
  if (set === other) {
    setClear(vm, set);
    return;
  }
  const table = tableOf(set);
  if (isAnySet(other)) {
    let taken = tableOf(other);
    // A much larger set: only what both have need be looked at.
    if (Math.floor(taken.used / 8) > table.used) taken = tableOf(intersection(vm, set, other));
    forEachEntry(vm, taken, (key, low, high) => void discardHashed(vm, table, key, low, high));
  } else {
    forEach(vm, other, (key) => {
      const { low, high } = hashKey(vm, key);
      discardHashed(vm, table, key, low, high);
    });
  }
  if (table.fill - table.used <= Math.floor(table.mask / 4)) return;
  resizeTable(table, grownSize(table));
}

/** set - other. */
export function difference(vm: Vm, set: Container, other: Value): Container {
  const otherSet = isAnySet(other);
  const otherDict = !otherSet && isExactDict(other);
  const size = otherSet ? setLength(other) : otherDict ? dictTableOf(other as Container).used : -1;
  if (size < 0 || Math.floor(setLength(set) / 4) > size) {
    const copy = copySet(vm, set);
    differenceUpdate(vm, copy, other);
    return copy;
  }
  const result = newSetOf(vm, baseTypeOf(set));
  const into = tableOf(result);
  forEachEntry(vm, tableOf(set), (key, low, high) => {
    const found = otherSet ? findSlot(vm, tableOf(other), key, low, high) >= 0 : findInDict(vm, dictTableOf(other as Container), key) >= 0;
    if (!found) addHashed(vm, into, key, low, high);
  });
  return result;
}

/** set.difference(*others). */
export function differenceOfAll(vm: Vm, set: Container, others: readonly Value[]): Container {
  if (others.length === 0) return copySet(vm, set);
  const result = difference(vm, set, others[0]!);
  for (let i = 1; i < others.length; i++) differenceUpdate(vm, result, others[i]!);
  return result;
}

/** set ^= other. */
export function symmetricDifferenceUpdate(vm: Vm, set: Container, other: Value): void {
  if (set === other) {
    setClear(vm, set);
    return;
  }
  const table = tableOf(set);
  if (isExactDict(other)) {
    forEach(vm, other, (key) => {
      const { low, high } = hashKey(vm, key);
      if (!discardHashed(vm, table, key, low, high)) addHashed(vm, table, key, low, high);
    });
    return;
  }
  const source = isAnySet(other) ? other : newSetFrom(vm, baseTypeOf(set), other);
  forEachEntry(vm, tableOf(source), (key, low, high) => {
    if (!discardHashed(vm, table, key, low, high)) addHashed(vm, table, key, low, high);
  });
}

/** set ^ other. */
export function symmetricDifference(vm: Vm, set: Container, other: Value): Container {
  const result = newSetFrom(vm, baseTypeOf(set), other);
  symmetricDifferenceUpdate(vm, result, set);
  return result;
}

/** set <= other. */
export function isSubset(vm: Vm, set: Container, other: Value): boolean {
  if (!isAnySet(other)) return setLength(intersection(vm, set, other)) === setLength(set);
  if (setLength(set) > setLength(other)) return false;
  let all = true;
  forEachEntry(vm, tableOf(set), (key, low, high) => {
    all = findSlot(vm, tableOf(other), key, low, high) >= 0;
    return !all;
  });
  return all;
}

/** set >= other. */
export function isSuperset(vm: Vm, set: Container, other: Value): boolean {
  if (isAnySet(other)) return isSubset(vm, other, set);
  let all = true;
  forEach(vm, other, (key) => {
    all = setContains(vm, set, key);
    return !all;
  });
  return all;
}

export function isDisjoint(vm: Vm, set: Container, other: Value): boolean {
  if (set === other) return setLength(set) === 0;
  let met = false;
  if (isExactAnySet(other)) {
    let [big, small] = [tableOf(set), tableOf(other)];
    if (small.used > big.used) [big, small] = [small, big];
    forEachEntry(vm, small, (key, low, high) => (met = findSlot(vm, big, key, low, high) >= 0));
  } else forEach(vm, other, (key) => (met = setContains(vm, set, key)));
  return !met;
}

/** hash(frozenset), remembered. */
export function hashOfSet(set: Container): number | bigint {
  return (tableOf(set).hash ??= hashOfItems(set));
}

/** What hash() of a frozenset with the set's items is. */
export function hashOfItems(set: Container): number | bigint {
  const table = tableOf(set);
  const hashes: (number | bigint)[] = [];
  for (let slot = 0; slot <= table.mask; slot++) {
    const key = table.keys[slot];
    if (key !== undefined && key !== NULL) hashes.push(intFromHalves(table.hashes[2 * slot]!, table.hashes[2 * slot + 1]!));
  }
  return hashFrozenset(hashes);
}

/** Looks a set (which has no hash of its own) up as the frozenset of its items: the slot, negative when absent. */
export function findFrozen(vm: Vm, set: Container, key: Container): number {
  const h = hashOfItems(key);
  return findSlot(vm, tableOf(set), key, lowHalf(h), highHalf(h));
}

/** Drops what a slot holds. */
export function removeSlot(vm: Vm, set: Container, slot: number): void {
  const old = vacate(tableOf(set), slot);
  if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
}
