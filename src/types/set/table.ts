// The hash table of set and frozenset: CPython's probing, growth and deleted entries, so that under equal hashes the order of iteration
// is equal too. Mirrors the table half of Objects/setobject.c. See docs/types.md.
import { highHalf, lowHalf } from "../../base/hash.ts";
import { PythonError } from "../../base/python-error.ts";
import { type Text, textEquals } from "../../base/text.ts";
import { EQ, richCompareBool } from "../../core/compare.ts";
import { dropError, insteadOf, matches, newError } from "../../core/errors.ts";
import { hash } from "../../core/hash.ts";
import { type Leaf, NULL, type PyTuple, type Value } from "../../core/object.ts";
import { strText } from "../../core/convert.ts";
import { fullTypeName } from "../../core/type-names.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, hold } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import * as exc from "../exceptions.ts";
import { strHashHigh } from "../str/hash.ts";
import { strTableHash } from "../str/str-object.ts";
import { StrType } from "../str/str.ts";
import { halves, hashTuple } from "../tuple-hash.ts";
import { TupleType } from "../tuple.ts";

const MIN_SIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

// Literals are made much faster than filled arrays. Those of constants alone would be shared until the first store, and a store that may meet
// such an array and a typed one as well goes the slowest way that V8 has.
const keysFrom = (v: Value | undefined): (Value | undefined)[] => [v, v, v, v, v, v, v, v];
const hashesFrom = (n: number): number[] => [n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n];
const freeKeys = (): (Value | undefined)[] => keysFrom(undefined);
const freeHashes = (): number[] => hashesFrom(0);

// Free slots by the logarithm of their number: copying them is several times faster than filling new arrays.
const LARGEST_PATTERN = 16;
const patterns: (undefined[] | undefined)[] = [];

function freeKeySlots(length: number): (Value | undefined)[] {
  const log = 31 - Math.clz32(length);
  if (log <= LARGEST_PATTERN) {
    let pattern = patterns[log];
    if (pattern === undefined) {
      pattern = [];
      for (let i = 0; i < length; i++) pattern.push(undefined);
      patterns[log] = pattern;
    }
    return pattern.slice();
  }
  if (length > 1 << 24) {
    if (length > 1 << 26) throw new PythonError("MemoryError", "");
    // Made at once it would be a hash table in V8.
    const slots: undefined[] = [];
    for (let i = 0; i < length; i++) slots.push(undefined);
    return slots;
  }
  // oxlint-disable-next-line unicorn/no-new-array -- growing by push takes three times as long
  return new Array<undefined>(length).fill(undefined);
}

/** Halves of hashes, two to a slot: small ones where V8 keeps them with other objects. */
type Hashes = number[] | Int32Array;

/** Up to this many slots, hashes are in arrays of V8's own heap. */
const NEAR_SLOTS = 512;
const hashPatterns: (number[] | undefined)[] = [];

function freeHashSlots(slots: number): Hashes {
  if (slots > NEAR_SLOTS) return new Int32Array(2 * slots);
  const log = 31 - Math.clz32(slots);
  let pattern = hashPatterns[log];
  if (pattern === undefined) {
    pattern = [];
    for (let i = 0; i < 2 * slots; i++) pattern.push(0);
    hashPatterns[log] = pattern;
  }
  return pattern.slice();
}

/** Payload of set and frozenset. */
export class SetTable {
  /** By slot: a key, undefined where none ever was, NULL where one was removed. */
  keys: (Value | undefined)[] = freeKeys();
  /** By slot: low and high half of the key's hash, two numbers each. */
  hashes: Hashes = freeHashes();
  mask = MIN_SIZE - 1;
  /** Slots that are or were in use. */
  fill = 0;
  /** Keys. */
  used = 0;
  /** Where pop() goes on looking. */
  finger = 0;
  /** hash() of a frozenset, once asked for. */
  hash: number | bigint | undefined = undefined;
}

/** The two halves of a key's hash. Written by hashKey, read at once by its caller: nothing runs in between. */
export interface HashHalves {
  low: number;
  high: number;
}

/** Hashes a key; `wrap` turns an unhashable key's TypeError into the one that names set elements. */
export function hashKey(vm: Vm, key: Value, wrap = true): HashHalves {
  if (typeof key === "number") {
    if (key === -1) return { low: -2, high: -1 };
    const low = key | 0;
    if (low === key) return { low, high: low >> 31 };
    return { low, high: Math.floor(key / 4294967296) | 0 };
  }
  if (key.type === StrType && !vm.seededHash) {
    const low = strTableHash(key as Leaf);
    const high = strHashHigh(vm, low);
    return { low: (high << 30) | low, high: high >> 2 };
  }
  let h: number | bigint;
  if (wrap) {
    try {
      if (key.type === TupleType) {
        hashTuple(vm, key as PyTuple);
        return { low: halves[0]!, high: halves[1]! };
      }
      h = hash(vm, key);
    } catch (error) {
      if (!matches(error, exc.TypeErrorType) || error.exc.type !== exc.TypeErrorType) throw error;
      const reason = insteadOf(vm, error, () => strText(vm, error.exc));
      dropError(vm, error);
      throw newError(vm, exc.TypeErrorType, `cannot use '${fullTypeName(key)}' as a set element (${reason})`);
    }
  } else h = hash(vm, key);
  return { low: lowHalf(h), high: highHalf(h) };
}

/** Are two keys of equal hashes equal? 1 and 0; -1: comparing changed the table, look again. */
function same(vm: Vm, table: SetTable, keys: readonly (Value | undefined)[], slot: number, present: Value, key: Value): number {
  if (typeof present === "number") {
    if (typeof key === "number") return 0;
  } else if (typeof key !== "number" && present.type === StrType && key.type === StrType) return textEquals((present as Leaf).data as Text, (key as Leaf).data as Text) ? 1 : 0;
  const mark = vm.scopeCount;
  hold(vm, present);
  const equal = richCompareBool(vm, present, key, EQ);
  const unchanged = table.keys === keys && keys[slot] === present;
  closeScope(vm, mark);
  if (!unchanged || table.keys !== keys || keys[slot] !== present) return -1;
  return equal ? 1 : 0;
}

/** The slot of a key, or ~slot of where to put it: the last deleted entry met on the way, else the unused slot that ended the search. */
export function findSlot(vm: Vm, table: SetTable, key: Value, low: number, high: number): number {
  again: for (;;) {
    const { keys, hashes, mask } = table;
    let deleted = -1;
    let perturbLow = low;
    let perturbHigh = high;
    let i = low & mask;
    for (;;) {
      let slot = i;
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      do {
        const present = keys[slot];
        if (present === undefined) return ~(deleted >= 0 && keys[deleted] === NULL ? deleted : slot);
        if (present === NULL) deleted = slot;
        else if (hashes[2 * slot] === low && hashes[2 * slot + 1] === high) {
          if (present === key) return slot;
          const answer = same(vm, table, keys, slot, present, key);
          if (answer > 0) return slot;
          if (answer < 0) continue again;
        }
        slot++;
      } while (slot <= end);
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + perturbLow) & mask;
    }
  }
}

/** Puts a key known to be absent into a table without deleted entries. */
function insertClean(keys: (Value | undefined)[], hashes: Hashes, mask: number, key: Value, low: number, high: number): void {
  let perturbLow = low;
  let perturbHigh = high;
  let i = low & mask;
  for (;;) {
    let slot = i;
    const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
    do {
      if (keys[slot] === undefined) {
        keys[slot] = key;
        hashes[2 * slot] = low;
        hashes[2 * slot + 1] = high;
        return;
      }
      slot++;
    } while (slot <= end);
    perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
    perturbHigh >>>= PERTURB_SHIFT;
    i = (Math.imul(i, 5) + 1 + perturbLow) & mask;
  }
}

/** The smallest size of a table above `wanted`. */
function sizeAbove(wanted: number): number {
  let size = MIN_SIZE;
  while (size <= wanted) size *= 2;
  return size;
}

/** Rebuilds the table with the smallest size above `wanted`; deleted entries go. */
export function resizeTable(table: SetTable, wanted: number): void {
  const size = sizeAbove(wanted);
  if (size === MIN_SIZE && table.mask === MIN_SIZE - 1 && table.fill === table.used) return;
  const { keys: oldKeys, hashes: oldHashes } = table;
  const keys = freeKeySlots(size);
  const hashes = freeHashSlots(size);
  for (let slot = 0; slot < oldKeys.length; slot++) {
    const key = oldKeys[slot];
    if (key === undefined || key === NULL) continue;
    insertClean(keys, hashes, size - 1, key, oldHashes[2 * slot]!, oldHashes[2 * slot + 1]!);
  }
  table.keys = keys;
  table.hashes = hashes;
  table.mask = size - 1;
  table.fill = table.used;
}

/** After the hash seed changed: the same keys, as if they had just been added, each hashed again. */
export function rehashSet(vm: Vm, table: SetTable): void {
  const { keys: old, mask } = table;
  table.keys = freeKeySlots(mask + 1);
  table.hashes = freeHashSlots(mask + 1);
  table.fill = table.used;
  table.finger = 0;
  table.hash = undefined;
  for (const key of old) {
    if (key === undefined || key === NULL) continue;
    const { low, high } = hashKey(vm, key);
    insertClean(table.keys, table.hashes, mask, key, low, high);
  }
}

/** Size to grow to. */
export function grownSize(table: SetTable): number {
  return table.used > 50000 ? table.used * 2 : table.used * 4;
}

/** Adds a key with its hash; counts it when it is new. */
export function addHashed(vm: Vm, table: SetTable, key: Value, low: number, high: number): void {
  const found = findSlot(vm, table, key, low, high);
  if (found >= 0) return;
  const slot = ~found;
  if (typeof key !== "number") key.rc++;
  const reused = table.keys[slot] === NULL;
  table.keys[slot] = key;
  table.hashes[2 * slot] = low;
  table.hashes[2 * slot + 1] = high;
  table.used++;
  if (reused || ++table.fill * 5 < table.mask * 3) return;
  resizeTable(table, grownSize(table));
}

/** Takes the key out of a slot; its reference goes to the caller. */
export function vacate(table: SetTable, slot: number): Value {
  const key = table.keys[slot]!;
  table.keys[slot] = NULL;
  table.hashes[2 * slot] = -1;
  table.hashes[2 * slot + 1] = -1;
  table.used--;
  return key;
}

/** Removes a key with its hash; false when it was not there. */
export function discardHashed(vm: Vm, table: SetTable, key: Value, low: number, high: number): boolean {
  const slot = findSlot(vm, table, key, low, high);
  if (slot < 0) return false;
  const old = vacate(table, slot);
  if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
  return true;
}

/** Empties the table, then drops the keys. */
export function clearTable(vm: Vm, table: SetTable): void {
  if (table.fill === 0) return;
  const keys = table.keys;
  table.keys = freeKeys();
  table.hashes = freeHashes();
  table.mask = MIN_SIZE - 1;
  table.fill = 0;
  table.used = 0;
  table.hash = undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== undefined && typeof key !== "number" && key !== NULL && --key.rc === 0) dealloc(vm, key);
  }
}

/** Adds all keys of another table, as `a |= b` does it. */
export function mergeTable(vm: Vm, table: SetTable, other: SetTable): void {
  if (other === table || other.used === 0) return;
  if ((table.fill + other.used) * 5 >= table.mask * 3) {
    // An empty table that would get the other's size becomes its copy below.
    if (table.fill === 0 && other.fill === other.used && sizeAbove(other.used * 2) === other.mask + 1) table.mask = other.mask;
    else resizeTable(table, (table.used + other.used) * 2);
  }
  if (table.fill === 0) {
    if (table.mask === other.mask && other.fill === other.used) {
      table.keys = other.keys.slice();
      table.hashes = other.hashes.slice();
    } else {
      for (let slot = 0; slot <= other.mask; slot++) {
        const key = other.keys[slot];
        if (key === undefined || key === NULL) continue;
        insertClean(table.keys, table.hashes, table.mask, key, other.hashes[2 * slot]!, other.hashes[2 * slot + 1]!);
      }
    }
    table.fill = other.used;
    table.used = other.used;
    for (let slot = 0; slot <= other.mask; slot++) {
      const key = other.keys[slot];
      if (key !== undefined && typeof key !== "number" && key !== NULL) key.rc++;
    }
    return;
  }
  forEachEntry(vm, other, (key, low, high) => addHashed(vm, table, key, low, high));
}

/** Runs `each` over the keys with their hashes, held meanwhile; stops when it answers true. The table may change on the way. */
export function forEachEntry(vm: Vm, table: SetTable, each: (key: Value, low: number, high: number) => boolean | void): void {
  for (let slot = 0; slot <= table.mask; slot++) {
    const key = table.keys[slot];
    if (key === undefined || key === NULL) continue;
    const mark = vm.scopeCount;
    hold(vm, key);
    const stop = each(key, table.hashes[2 * slot]!, table.hashes[2 * slot + 1]!);
    closeScope(vm, mark);
    if (stop === true) return;
  }
}
