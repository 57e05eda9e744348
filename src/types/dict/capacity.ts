// How large CPython's table of a dict would be: sys.getsizeof shows it. Kept as a settled past (size and entries spent) from which the present
// follows, since only insertions come between two settlements. Mirrors the sizing rules of Objects/dictobject.c. See docs/memory.md.
import { type Leaf, NULL, type TypeRec } from "../../core/object.ts";
import type { DictTable } from "./table.ts";

/** Room that a new class has for keys which its instances share. */
export const SHARED_KEYS_ROOM = 30;

const MIN_LOG = 3;
const usable = (log: number): number => (log === 0 ? 0 : log < 30 ? ((2 << log) / 3) | 0 : Math.floor((2 ** log * 2) / 3));

/** log2 of the smallest table of at least so many cells. */
function logFor(cells: number): number {
  let log = MIN_LOG;
  while (2 ** log < cells) log++;
  return log;
}

/** log2 of a table that is made for so many entries at once. */
const logForEntries = (n: number): number => logFor(Math.floor((n * 3 + 1) / 2));

/** Brings `sizeLog` and `spentMore` up to date: to be called before anything but an insertion changes the table. */
export function settle(table: DictTable): void {
  const own = table.entries.length >> 1;
  let spent = own + table.spentMore;
  let room = usable(table.sizeLog);
  while (spent > room) {
    const since = spent - room;
    const then = Math.max(table.used - since, 0);
    table.sizeLog = logFor(then * 3);
    spent = then + since;
    table.spentMore = spent - own;
    room = usable(table.sizeLog);
  }
}

/** Would one more entry make CPython resize its table? Deleted entries vanish then, which running iterators notice. */
export function isSpent(table: DictTable): boolean {
  settle(table);
  return (table.entries.length >> 1) + table.spentMore >= usable(table.sizeLog);
}

/** Forgets the past: the table is empty. */
export function resetCapacity(table: DictTable): void {
  table.sizeLog = 0;
  table.spentMore = 0;
  table.wide = false;
}

/** `to` has become a copy of `from`, entry for entry; `merged`: by update of an empty dict. */
export function copyCapacity(to: DictTable, from: DictTable, merged: boolean): void {
  settle(from);
  const own = from.entries.length >> 1;
  const spent = own + from.spentMore;
  const clone = merged ? from.used === spent && (from.sizeLog <= MIN_LOG || usable(from.sizeLog - 1) < from.used) : from.used >= Math.floor((spent * 2) / 3);
  to.shared = merged ? null : from.shared;
  to.wide = from.wide;
  if (clone) {
    to.sizeLog = from.sizeLog;
    to.spentMore = from.spentMore;
  } else {
    to.sizeLog = from.used === 0 ? 0 : logForEntries(from.used);
    to.spentMore = from.used - own;
  }
}

/** All entries of a dict with `more` of them are about to be merged into the table. */
export function noteMerge(table: DictTable, more: number): void {
  settle(table);
  if (usable(table.sizeLog) >= more) return;
  table.sizeLog = logForEntries(table.used + more);
  table.spentMore = table.used - (table.entries.length >> 1);
}

/** log2 of the number of cells; 0 for a dict without a table of its own. */
export function tableLog(table: DictTable): number {
  settle(table);
  return table.sizeLog;
}

/** Length of the entries beyond which CPython's table grows. */
export function roomOf(table: DictTable): number {
  settle(table);
  return 2 * (usable(table.sizeLog) - table.spentMore);
}

function hasStrKeys({ simple, wide, entries }: DictTable): boolean {
  if (!simple || wide) return false;
  for (let i = 0; i < entries.length; i += 2) if (typeof entries[i] === "number") return false;
  return true;
}

/** Values that a dict with its class's shared keys has room for; -1 when it has a table of its own. */
function sharedValues(table: DictTable, type: TypeRec): number {
  if (!hasStrKeys(table)) return -1;
  const keys = type.sharedKeys;
  if (keys === null) {
    const values = type.sharedRoom > 0 ? type.sharedRoom : SHARED_KEYS_ROOM;
    return table.used > values ? -1 : values;
  }
  for (let i = 0; i < table.entries.length; i += 2) {
    const key = table.entries[i] as Leaf;
    const text = key.data as unknown;
    if (typeof text !== "string" || key === NULL) continue;
    const slot = keys.get(text);
    if (slot !== undefined) {
      if (slot >= keys.size + type.sharedRoom) return -1;
    } else if (type.sharedRoom <= 0 || keys.size >= SHARED_KEYS_ROOM) return -1;
    else {
      // It came into the dict itself; CPython puts it among the class's keys all the same.
      keys.set(text, keys.size);
      type.sharedNames.push(key);
      type.sharedRoom--;
    }
  }
  return keys.size + type.sharedRoom;
}

/** Bytes of a dict's keys and values, beyond the object itself. */
export function dictKeysSize(table: DictTable): number {
  if (table.shared !== null) {
    const values = sharedValues(table, table.shared);
    if (values >= 0) return 8 * values;
    // It left its class's keys with room for three times as many.
    const { shared } = table;
    table.shared = null;
    const foreign = !hasStrKeys(table);
    const then = foreign ? table.used - 1 : Math.min(table.used - 1, (shared.sharedKeys?.size ?? 0) + shared.sharedRoom);
    if (then > 0) {
      table.sizeLog = logFor(then * 3);
      table.spentMore = 0;
    }
  }
  const log = tableLog(table);
  if (log === 0) return 0;
  const indexBytes = log < 8 ? 1 : log < 16 ? 2 : 4;
  return 32 + 2 ** log * indexBytes + usable(log) * (hasStrKeys(table) ? 16 : 24);
}
