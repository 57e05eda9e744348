// The hash table behind dict: one ordered array of key, value pairs and an index over it. Mirrors what Objects/dictobject.c
// promises (order, behaviour under mutation), not its layout. See docs/types.md.
import type { Vm } from "../../vm/vm.ts";
import { tableHash } from "../../core/hash.ts";
import { equalKeys } from "../../core/compare.ts";
import { strText } from "../../core/convert.ts";
import { dropError, insteadOf, memoryError, typeError } from "../../core/errors.ts";
import { checkAllocation } from "../../core/limits.ts";
import { type Leaf, NULL, PyError, type PyStr, type TypeRec, type Value } from "../../core/object.ts";
import { fullTypeName } from "../../core/type-names.ts";
import { closeScope, hold } from "../../memory/ref.ts";
import { TypeErrorType } from "../exceptions.ts";
import { type Text, textEquals } from "../../base/text.ts";
import type { KeyOrder } from "./key-order.ts";
import { strTableHash } from "../str/str-object.ts";
import { StrType } from "../str/str.ts";
import { copyCapacity, isSpent, settle } from "./capacity.ts";

/** Up to this many entries a table of simple keys has no index: a scan is faster. */
const SCAN_LIMIT = 8;
/** An index up to this size has cells of one byte: V8 makes so small an array ten times as fast as one that lies outside of its heap. */
const SMALL_INDEX = 64;
/** The last entry that such a cell can name. */
const LAST_SMALL_ENTRY = 125;

export class DictTable {
  /** key, value, key, value, ... in order of insertion; a deleted entry has NULL for both. */
  entries: Value[] = [];
  /** Live entries. */
  used = 0;
  /** Open addressing: entry number + 1, 0 free, -1 deleted. Null while the table is scanned. */
  index: Int32Array | Int8Array | null = null;
  /** Index cells that are not free: a lookup ends only at a free one. */
  filled = 0;
  /** Table hashes by entry number; kept only with an index. */
  hashes: number[] | null = null;
  /** All keys are exact strs or JavaScript numbers: comparing them runs no Python code. */
  simple = true;
  /** Same number, same keys at the same places; 0 when none was given out since the keys changed. */
  keysVersion = 0;
  /** The key that the last search hashed, and its hash: an insertion that follows does not hash again. */
  hashedKey: Value = 0;
  hashedKeyHash = 0;
  /** Changes with every insertion, deletion and clear: iteration notices. */
  mutations = 0;
  /** log2 of the size that CPython's table had when last settled, and entries it had spent beyond ours (capacity.ts). */
  sizeLog = 0;
  spentMore = 0;
  /** A key that was no str has gone: CPython's table still has room for hashes. */
  wide = false;
  /** The class whose keys it shares, as the `__dict__` of an instance. */
  shared: TypeRec | null = null;
  /** An OrderedDict's order of keys. */
  order: KeyOrder | null = null;
}

/** A key whose comparison runs no Python code. */
function isSimple(key: Value): boolean {
  return typeof key === "number" || key.type === StrType;
}

/** Entry number of a str key in a table with simple keys, or -1. */
export function findStr(table: DictTable, key: PyStr): number {
  const entries = table.entries;
  if (table.index === null) {
    for (let i = 0; i < entries.length; i += 2) if (entries[i] === key) return i >> 1;
    const text = key.data as Text;
    for (let i = 0; i < entries.length; i += 2) {
      const k = entries[i]!;
      if (typeof k !== "number" && k.type === StrType && textEquals((k as Leaf).data as Text, text)) return i >> 1;
    }
    return -1;
  }
  const index = table.index;
  const mask = index.length - 1;
  const hash = strTableHash(key);
  const hashes = table.hashes!;
  for (let i = hash & mask, step = 1; ; i = (i + step++) & mask) {
    const e = index[i]!;
    if (e === 0) return -1;
    if (e < 0) continue;
    const k = entries[(e - 1) << 1]!;
    if (k === key) return e - 1;
    if (hashes[e - 1] === hash && typeof k !== "number" && k.type === StrType && textEquals((k as Leaf).data as Text, key.data as Text)) return e - 1;
  }
}

function findNumber(table: DictTable, key: number): number {
  const entries = table.entries;
  if (table.index === null) {
    for (let i = 0; i < entries.length; i += 2) if (entries[i] === key) return i >> 1;
    return -1;
  }
  const index = table.index;
  const mask = index.length - 1;
  for (let i = numberHash(key) & mask, step = 1; ; i = (i + step++) & mask) {
    const e = index[i]!;
    if (e === 0) return -1;
    if (e > 0 && entries[(e - 1) << 1] === key) return e - 1;
  }
}

/** Table hash of an int that is a JavaScript number; core/hash.ts folds every equal number to the same. */
export function numberHash(n: number): number {
  if (n === (n | 0)) return n === -1 ? 0x3ffffffe : n & 0x3fffffff;
  return (Math.imul(n % 4294967296 | 0, 31) ^ Math.floor(n / 4294967296)) & 0x3fffffff;
}

function remember(table: DictTable, key: Value, hash: number): void {
  table.hashedKey = key;
  table.hashedKeyHash = hash;
}

/** hash() of a key, folded; a key that has none raises the TypeError that names dicts. */
function keyHash(vm: Vm, key: Value): number {
  if (typeof key === "number" || key.type === StrType) return tableHash(vm, key, false);
  try {
    return tableHash(vm, key, false);
  } catch (error) {
    if (!(error instanceof PyError) || error.exc.type !== TypeErrorType) throw error;
    const reason = insteadOf(vm, error, () => strText(vm, error.exc));
    dropError(vm, error);
    throw typeError(vm, `cannot use '${fullTypeName(key)}' as a dict key (${reason})`);
  }
}

/** Entry number of any key, or -1. May run Python code and raise; starts again when that code moves or changes the entry that it looks at. */
export function find(vm: Vm, table: DictTable, key: Value): number {
  if (table.simple) {
    if (typeof key === "number") return findNumber(table, key);
    if (key.type === StrType) return findStr(table, key as PyStr);
    if (table.used === 0) {
      remember(table, key, keyHash(vm, key));
      return -1;
    }
    // Under a fixed hash seed a str's own hash differs from its cheap one: rehash before another type's key is compared with it.
    if (vm.seededHash) makeGeneral(vm, table);
  }
  const hash = keyHash(vm, key);
  remember(table, key, hash);
  again: for (;;) {
    const entries = table.entries;
    if (table.index === null) {
      for (let i = 0; i < entries.length; i += 2) if (entries[i] === key) return i >> 1;
      for (let i = 0; i < entries.length; i += 2) {
        const k = entries[i]!;
        if (k === NULL || tableHash(vm, k, false) !== hash) continue;
        const mark = vm.scopeCount;
        const equal = equalKeys(vm, hold(vm, k), key);
        closeScope(vm, mark);
        if (table.entries !== entries || table.index !== null || entries[i] !== k) continue again;
        if (equal) return i >> 1;
      }
      return -1;
    }
    const index = table.index;
    const hashes = table.hashes!;
    const mask = index.length - 1;
    for (let i = hash & mask, step = 1; ; i = (i + step++) & mask) {
      const e = index[i]!;
      if (e === 0) return -1;
      if (e < 0) continue;
      const k = entries[(e - 1) << 1]!;
      if (k === key) return e - 1;
      if (hashes[e - 1] !== hash) continue;
      const mark = vm.scopeCount;
      const equal = equalKeys(vm, hold(vm, k), key);
      closeScope(vm, mark);
      if (table.entries !== entries || table.index !== index || entries[(e - 1) << 1] !== k) continue again;
      if (equal) return e - 1;
    }
  }
}

function insertIndex(table: DictTable, index: Int32Array | Int8Array, hash: number, entry: number): void {
  const mask = index.length - 1;
  let i = hash & mask;
  for (let step = 1; index[i]! > 0; i = (i + step++) & mask);
  if (index[i] === 0) table.filled++;
  index[i] = entry + 1;
}

/** Rebuilds the index (and drops deleted entries), sized for the live entries. */
function rebuild(vm: Vm, table: DictTable): void {
  const live = table.used;
  const old = table.entries;
  const oldHashes = table.hashes;
  if (live * 2 !== old.length) {
    table.spentMore += (old.length >> 1) - live;
    const entries: Value[] = [];
    const hashes: number[] | null = oldHashes === null ? null : [];
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === NULL) continue;
      entries.push(old[i]!, old[i + 1]!);
      if (hashes !== null) hashes.push(oldHashes![i >> 1]!);
    }
    table.entries = entries;
    table.hashes = hashes;
    table.mutations++;
    table.keysVersion = 0;
  }
  if (live < SCAN_LIMIT && table.simple) {
    table.index = null;
    table.hashes = null;
    return;
  }
  let hashes = table.hashes;
  const entries = table.entries;
  if (hashes === null) {
    hashes = new Array(live);
    for (let e = 0; e < live; e++) hashes[e] = tableHash(vm, entries[e << 1]!, table.simple);
    table.hashes = hashes;
  }
  let size = 32;
  while (size < live * 3) size *= 2;
  if (size >= 4096) checkAllocation(vm, live * 24 + size * 4);
  if (size > 1 << 26) throw memoryError(vm);
  const index = size <= SMALL_INDEX ? new Int8Array(size) : new Int32Array(size);
  table.filled = 0;
  for (let e = 0; e < live; e++) insertIndex(table, index, hashes[e]!, e);
  table.index = index;
}

/** From now on keys are hashed by hash(). */
function makeGeneral(vm: Vm, table: DictTable): void {
  table.simple = false;
  if (table.index !== null && !vm.seededHash) return;
  table.hashes = null;
  rebuild(vm, table);
}

/** After the hash seed changed: tables of strs and numbers alone do not depend on it. */
export function rehashDict(vm: Vm, table: DictTable): void {
  table.hashedKey = 0;
  if (table.simple || table.index === null) return;
  table.hashes = null;
  rebuild(vm, table);
}

/** Appends a key known to be absent. Takes over one reference to the key and one to the value. */
export function append(vm: Vm, table: DictTable, key: Value, value: Value): void {
  if (table.simple && !isSimple(key)) makeGeneral(vm, table);
  if (table.entries.length !== table.used << 1 && isSpent(table)) rebuild(vm, table);
  const entry = table.entries.length >> 1;
  if (table.index === null) {
    if (entry >= SCAN_LIMIT) {
      rebuild(vm, table);
      return append(vm, table, key, value);
    }
    table.entries.push(key, value);
  } else {
    if ((table.filled + 1) * 3 > table.index.length * 2 || (entry > 64 && entry > table.used * 4) || (entry > LAST_SMALL_ENTRY && table.index.length <= SMALL_INDEX)) {
      rebuild(vm, table);
      if (table.index === null) return append(vm, table, key, value);
    }
    const hash = typeof key === "number" ? numberHash(key) : !table.simple && key === table.hashedKey ? table.hashedKeyHash : tableHash(vm, key, table.simple);
    table.hashedKey = 0;
    const at = table.entries.length >> 1;
    table.entries.push(key, value);
    table.hashes!.push(hash);
    insertIndex(table, table.index, hash, at);
  }
  table.used++;
  table.mutations++;
  table.keysVersion = 0;
}

/** Takes entry `entry` out; its key's and value's references go to the caller. */
export function removeEntry(table: DictTable, entry: number): void {
  settle(table);
  const index = table.index;
  if (index !== null) {
    const hash = table.hashes![entry]!;
    const mask = index.length - 1;
    let i = hash & mask;
    for (let step = 1; index[i] !== entry + 1; i = (i + step++) & mask);
    index[i] = -1;
  }
  // The place stays: iterators count on it that later insertions come after it.
  const { entries } = table;
  if (typeof entries[entry << 1] === "number") table.wide = true;
  entries[entry << 1] = NULL;
  entries[(entry << 1) + 1] = NULL;
  table.used--;
  table.mutations++;
  table.keysVersion = 0;
}

/** Takes deleted entries off the end, so that popitem stays constant in time. */
export function trimEntries(table: DictTable): void {
  const { entries, hashes } = table;
  while (entries.length > 0 && entries[entries.length - 1] === NULL) {
    entries.length -= 2;
    table.spentMore++;
    if (hashes !== null) hashes.length--;
  }
}

/** Makes the empty table `to` a copy of `from`: nothing is hashed or compared. */
export function copyTable(to: DictTable, from: DictTable, merged = false): void {
  copyCapacity(to, from, merged);
  const { entries } = from;
  to.simple = from.simple;
  to.used = from.used;
  to.mutations++;
  to.keysVersion = 0;
  to.entries = entries.slice();
  for (const v of entries) if (typeof v !== "number" && v !== NULL) v.rc++;
  to.index = from.index === null ? null : from.index.slice();
  to.hashes = from.hashes === null ? null : from.hashes.slice();
  to.filled = from.filled;
}
