// The blocks of memory that an object takes in CPython: the object with what stands in front of it and, apart from it, the storage of its
// items. See docs/memory.md.
import {
  type Container, type Instance, K_BYTEARRAY, K_CODE, K_DICT, K_INSTANCE, K_INT, K_LIST, K_SET, K_STR, K_TUPLE, K_TYPE, type Leaf, type PyObject, TPFLAGS_HEAPTYPE, type TypeRec, type Value,
} from "../core/object.ts";
import { layoutOf } from "../core/type-layout.ts";
import type { Vm } from "../vm/vm.ts";
import type { CodeData } from "../types/code.ts";
import type { DictTable } from "../types/dict/table.ts";
import { fixedSize, headerSize, sizeOf } from "./sizes.ts";

const POINTER = 8;
const BYTES_HEADER = 33;
const TUPLE_HEADER = 48;
const DEQUE_BLOCK = 528;
/** A member of a class's `__slots__`, in the block of the type. */
const SLOT_MEMBER = 40;
/** Block of an int of one digit or two. */
const INT_BLOCK = 32;

/** Bytes of the values that stand behind a new instance: CPython's inline values. */
function inlineValuesSize(type: TypeRec): number {
  if (type.sharedRoom <= 0) return 0;
  const count = type.sharedRoom + (type.sharedKeys?.size ?? 0);
  return Math.ceil(count / POINTER) * POINTER + (count + 1) * POINTER;
}

/** What belongs to a code object alone: its tables, and the tuples of constants and names. */
function codeParts({ unit, consts, names, localNames }: CodeData): number {
  return 2 * BYTES_HEADER + unit.linetable.length + unit.exceptiontable.length + 3 * TUPLE_HEADER + POINTER * (consts.length + names.length + localNames.length);
}

/** The block of an object that is being born: its header, fields, and items or values that are part of it. */
export function objectBlock(vm: Vm, o: PyObject): number {
  const { type } = o;
  const front = headerSize(o);
  switch (type.kind) {
    case K_INSTANCE:
      return front + fixedSize(o as Instance) + inlineValuesSize(type);
    case K_INT:
    case K_STR:
      return front + sizeOf(vm, o);
    case K_TYPE: {
      const record = (o as Container).data as TypeRec;
      return (record.flags & TPFLAGS_HEAPTYPE) === 0 ? 0 : front + layoutOf(type).basicsize + SLOT_MEMBER * (record.slotCount + 1);
    }
    case K_CODE:
      return sizeOf(vm, o) + codeParts((o as Leaf).data as CodeData);
    case K_LIST:
    case K_DICT:
    case K_SET:
    case K_BYTEARRAY:
      return front + layoutOf(type).basicsize + inlineValuesSize(type);
    default: {
      const size = type.kind === 0 ? fixedSize(o as Leaf | Container) : sizeOf(vm, o);
      return front + size + ((type.flags & TPFLAGS_HEAPTYPE) !== 0 ? inlineValuesSize(type) : 0);
    }
  }
}

/** Does the object keep storage that changes? Then {@link storageBlock} says how much, and {@link itemsLength} tells cheaply that it may have changed. */
export function hasStorage(o: PyObject): boolean {
  const { kind } = o.type;
  return kind === K_LIST || kind === K_DICT || kind === K_SET || kind === K_BYTEARRAY || kind === K_TYPE || (kind === 0 && isOpen((o as Container).data));
}

const isOpen = (data: unknown): boolean => typeof data === "object" && data !== null && (Array.isArray(data) || Array.isArray((data as { items?: unknown }).items) || ArrayBuffer.isView((data as { bytes?: unknown }).bytes));

/** Bytes of the storage of an object's items, beside its own block. */
export function storageBlock(vm: Vm, o: PyObject): number {
  const { kind } = o.type;
  if (kind === K_LIST || kind === K_DICT || kind === K_SET || kind === K_BYTEARRAY) return sizeOf(vm, o) - layoutOf(o.type).basicsize;
  // The keys that a class's instances share.
  if (kind === K_TYPE) return Math.max(0, sizeOf(vm, o) - layoutOf(o.type).basicsize);
  if (kind !== 0) return 0;
  const { data } = o as Container;
  if (Array.isArray(data)) return POINTER * data.length;
  const { items, bytes, left, length } = data as { items?: unknown; bytes?: unknown; left?: number; length: number };
  // A deque has its items in blocks of 64.
  if (typeof left === "number") return DEQUE_BLOCK * Math.max(1, Math.ceil((left + length) / 64));
  if (Array.isArray(items)) return POINTER * items.length;
  return ArrayBuffer.isView(bytes) ? bytes.byteLength : 0;
}

/** The array of an object's items, keys and values; undefined for other objects. */
export function itemsOf(o: PyObject): readonly (Value | undefined)[] | undefined {
  const { data } = o as Container;
  switch (o.type.kind) {
    case K_LIST:
    case K_TUPLE:
      return data as Value[];
    case K_DICT:
      return (data as DictTable).entries;
    case K_SET:
      return (data as { keys: (Value | undefined)[] }).keys;
    case 0: {
      const items = (data as { items?: unknown } | null)?.items;
      return Array.isArray(items) ? items : undefined;
    }
    default:
      return undefined;
  }
}

/** Free lists of types that the collector does not know, and how many blocks they keep. */
export const leafLists: Readonly<Record<string, number>> = { float: 100, range: 6, range_iterator: 6 };

/** Bytes of the int that a JavaScript number stands for; 0 for those that CPython keeps ready. */
export function intBlock(n: number): number {
  return n >= -5 && n <= 256 ? 0 : INT_BLOCK;
}
