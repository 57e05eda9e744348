// dict objects for native code: making, reading and writing them with counts. See docs/types.md.
import { typeName, typeOf } from "../../core/type.ts";
import { addNote } from "../exception-notes.ts";
import { lookupAttr } from "../../core/attribute.ts";
import { callMethod } from "../../core/call.ts";
import { dropError, keyError, matches, newError, typeError, valueError } from "../../core/errors.ts";
import { collect, forEach, getIter } from "../../core/iterate.ts";
import { getItem } from "../../core/number.ts";
import { Container, K_LIST, K_TUPLE, NULL, type PyDict, type PyStr, TPFLAGS_DICT_SUBCLASS, type Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { track } from "../../memory/gc-list.ts";
import { closeScope, dropAll, hold, note, noteOwned } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { intern, isExactStr, newStr } from "../str/str-object.ts";
import * as exc from "../exceptions.ts";
import { DictType } from "./dict.ts";
import { noteMerge, resetCapacity } from "./capacity.ts";
import { append, copyTable, DictTable, find, findStr, removeEntry } from "./table.ts";

/** A dict without a scope: the maker owns it and stores it at once; not tracked. */
export function newDict(): PyDict {
  return new Container(DictType, new DictTable(), null);
}

/** A tracked dict whose one count the caller owns. */
export function newTrackedDict(vm: Vm): PyDict {
  const dict = newDict();
  track(vm, dict);
  return dict;
}

/** A tracked dict in the current scope. */
export function newScopedDict(vm: Vm): PyDict {
  return note(vm, newTrackedDict(vm));
}

export function isDict(v: Value): v is PyDict {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_DICT_SUBCLASS) !== 0;
}

export function isExactDict(v: Value): v is PyDict {
  return typeof v !== "number" && v.type === DictType;
}

export const tableOf = (dict: PyDict): DictTable => dict.data as DictTable;

/** dict.get: borrowed, undefined when absent; may run Python code. */
export function dictGet(vm: Vm, dict: PyDict, key: Value): Value | undefined {
  const table = dict.data as DictTable;
  const entry = find(vm, table, key);
  return entry < 0 ? undefined : table.entries[(entry << 1) + 1];
}

/** Lookup of a str: runs no Python code while all keys are strs or ints. */
export function dictGetStr(vm: Vm, dict: PyDict, key: PyStr): Value | undefined {
  const table = dict.data as DictTable;
  const entry = table.simple && isExactStr(key) ? findStr(table, key) : find(vm, table, key);
  return entry < 0 ? undefined : table.entries[(entry << 1) + 1];
}

/** Lookup by JavaScript text in a dict of names (types, modules). Slower than by object. */
export function dictGetText(dict: PyDict, text: string): Value | undefined {
  const table = dict.data as DictTable;
  const entries = table.entries;
  if (table.index !== null) {
    const entry = findStr(table, newStr(text));
    if (entry >= 0) return entries[(entry << 1) + 1];
    // Keys of other types have made the table general: under a fixed hash seed its strs lie elsewhere.
    if (table.simple) return undefined;
  }
  for (let i = 0; i < entries.length; i += 2) {
    const k = entries[i]!;
    if (typeof k !== "number" && k !== NULL && (k as any).data === text) return entries[i + 1];
  }
  return undefined;
}

/** dict[key] = value. */
export function dictSet(vm: Vm, dict: PyDict, key: Value, value: Value): void {
  const table = dict.data as DictTable;
  const entry = find(vm, table, key);
  if (typeof value !== "number") value.rc++;
  if (entry >= 0) {
    const at = (entry << 1) + 1;
    const old = table.entries[at]!;
    table.entries[at] = value;
    if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
    return;
  }
  if (typeof key !== "number") key.rc++;
  append(vm, table, key, value);
}

export function dictSetStr(vm: Vm, dict: PyDict, key: PyStr, value: Value): void {
  dictSet(vm, dict, key, value);
}

/** dict["text"] = value, with an interned key. */
export function dictSetText(vm: Vm, dict: PyDict, text: string, value: Value): void {
  dictSet(vm, dict, intern(vm, text), value);
}

/** Removes a key; the value's reference goes to the scope. Undefined when absent. */
export function dictPop(vm: Vm, dict: PyDict, key: Value): Value | undefined {
  const table = dict.data as DictTable;
  const entry = find(vm, table, key);
  if (entry < 0) return undefined;
  const k = table.entries[entry << 1]!;
  const v = table.entries[(entry << 1) + 1]!;
  removeEntry(table, entry);
  noteOwned(vm, v);
  if (typeof k !== "number" && --k.rc === 0) dealloc(vm, k);
  return v;
}

/** del dict[key]: raises KeyError. The key is dropped before the value, as in CPython. */
export function dictDelete(vm: Vm, dict: PyDict, key: Value): void {
  const mark = vm.scopeCount;
  if (dictPop(vm, dict, key) === undefined) throw keyError(vm, key);
  closeScope(vm, mark);
}

/** del by name; false when absent. */
export function dictDeleteStr(vm: Vm, dict: PyDict, key: PyStr): boolean {
  const mark = vm.scopeCount;
  if (dictPop(vm, dict, key) === undefined) return false;
  closeScope(vm, mark);
  return true;
}

export function dictLength(dict: PyDict): number {
  return (dict.data as DictTable).used;
}

/** Empties the dict. */
export function dictClear(vm: Vm, dict: PyDict): void {
  const old = dict.data as DictTable;
  const entries = old.entries;
  old.entries = [];
  old.index = null;
  old.hashes = null;
  old.used = 0;
  old.filled = 0;
  old.simple = true;
  old.keysVersion = 0;
  old.mutations++;
  resetCapacity(old);
  for (let i = 0; i < entries.length; i++) {
    const v = entries[i]!;
    if (typeof v !== "number" && v !== NULL && --v.rc === 0) dealloc(vm, v);
  }
}

/** Key and value pairs, borrowed, of a dict that does not change meanwhile. */
export function* dictItems(dict: PyDict): Generator<[Value, Value]> {
  const entries = (dict.data as DictTable).entries;
  for (let i = 0; i < entries.length; i += 2) if (entries[i] !== NULL) yield [entries[i]!, entries[i + 1]!];
}

/** Keys and values by turns, borrowed; a key that is NULL is a gap. Another array after a change of the dict's size. */
export function dictEntries(dict: PyDict): readonly Value[] {
  return (dict.data as DictTable).entries;
}

/** A shallow copy, in the current scope. */
export function dictCopy(vm: Vm, dict: PyDict): PyDict {
  const copy = newScopedDict(vm);
  // A class with an __iter__ of its own is asked for its keys.
  if (dict.type.tp_iter === DictType.tp_iter || dictLength(dict) === 0) copyTable(tableOf(copy), tableOf(dict));
  else dictMergeFrom(vm, copy, dict);
  return copy;
}

/** Copies all pairs of a dict or of anything with keys(); AttributeError when it has none. */
export function dictMergeFrom(vm: Vm, dict: PyDict, source: Value): void {
  if (isDict(source) && source.type.tp_iter === DictType.tp_iter) {
    const table = tableOf(source);
    if (dictLength(dict) === 0 && tableOf(dict).entries.length === 0) {
      copyTable(tableOf(dict), table, true);
      return;
    }
    if (source !== dict) noteMerge(tableOf(dict), table.used);
    for (let i = 0; i < table.entries.length; i += 2) {
      const key = table.entries[i]!;
      if (key === NULL) continue;
      const before = table.mutations;
      const mark = vm.scopeCount;
      dictSet(vm, dict, hold(vm, key), hold(vm, table.entries[i + 1]!));
      closeScope(vm, mark);
      if (table.mutations !== before && source !== dict) throw newError(vm, exc.RuntimeErrorType, "dict mutated during update");
    }
    return;
  }
  const keys = callMethod(vm, source, intern(vm, "keys"), []);
  if (typeOf(keys).tp_iter === undefined && typeOf(keys).sq_item === undefined) throw typeError(vm, `${typeName(source)}.keys() returned a non-iterable (type ${typeName(keys)})`);
  // All keys first: what looks them up may change the mapping.
  const all = collect(vm, keys);
  try {
    for (const key of all) {
      const mark = vm.scopeCount;
      dictSet(vm, dict, key, getItem(vm, source, key));
      closeScope(vm, mark);
    }
  } finally {
    dropAll(vm, all);
  }
}

/** A list or tuple itself, an iterator of everything else. */
function pairSource(vm: Vm, item: Value): Value {
  if (typeof item !== "number" && (item.type.kind === K_LIST || item.type.kind === K_TUPLE)) return item;
  try {
    return getIter(vm, item);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, "object is not iterable");
  }
}

/** dict.update(source): a mapping, or an iterable of pairs. */
export function dictUpdateFrom(vm: Vm, dict: PyDict, source: Value): void {
  if (isDict(source) || lookupAttr(vm, source, intern(vm, "keys")) !== undefined) {
    dictMergeFrom(vm, dict, source);
    return;
  }
  let index = 0;
  forEach(vm, source, (item) => {
    let pair: Value[];
    try {
      pair = collect(vm, pairSource(vm, item));
    } catch (error) {
      if (matches(error, exc.TypeErrorType)) addNote(vm, error, `Cannot convert dictionary update sequence element #${index} to a sequence`);
      throw error;
    }
    for (const v of pair) noteOwned(vm, v);
    if (pair.length !== 2) throw valueError(vm, `dictionary update sequence element #${index} has length ${pair.length}; 2 is required`);
    dictSet(vm, dict, pair[0]!, pair[1]!);
    index++;
  });
}
