// sys.getsizeof: the sizes that CPython's objects have on 64-bit machines, computed from our payloads. Layouts of native types are recorded (core/static-types.generated.ts). See docs/memory.md.
import {
  type Container, type Instance, K_BYTEARRAY, K_BYTES, K_CODE, K_DICT, K_FRAME, K_GENERATOR, K_INSTANCE, K_INT, K_LIST, K_SET, K_STR, K_TUPLE, K_TYPE, type Leaf, TPFLAGS_HAVE_GC, TPFLAGS_HEAPTYPE, TPFLAGS_MANAGED_DICT, TPFLAGS_MANAGED_WEAKREF,
  type TypeRec, type Value,
} from "../core/object.ts";
import { factsOf, layoutOf, visibleFlags } from "../core/type-layout.ts";
import { type Text, textLength, textMaxChar } from "../base/text.ts";
import { dictKeysSize } from "../types/dict/capacity.ts";
import type { DictTable } from "../types/dict/table.ts";
import { listCapacity } from "../types/list-capacity.ts";
import type { Vm } from "../vm/vm.ts";

const STATIC_TYPE_SIZE = 416;
const HEAP_TYPE_SIZE = 936;
/** Keys that a class keeps for its instances' attributes: 32 header, 64 index, 42 entries. */
const SHARED_KEYS_SIZE = 768;
const GC_HEADER_SIZE = 16;
/** `__dict__` and weak references in front of the object. */
const MANAGED_SIZE = 16;
/** Instances of native types that CPython does not have: an object header and two fields. */
const USUAL_BASICSIZE = 32;

function staticBase(type: TypeRec): TypeRec {
  let t = type;
  while ((t.flags & TPFLAGS_HEAPTYPE) !== 0) t = t.base!;
  return t;
}

/** Number of 30-bit digits. */
function digits(n: number | bigint): number {
  if (typeof n === "bigint") return bigDigits(n < 0n ? -n : n);
  const magnitude = Math.abs(n);
  return magnitude < 1073741824 ? 1 : 2;
}

function bigDigits(magnitude: bigint): number {
  const hex = magnitude.toString(16);
  const bits = hex.length * 4 - (Math.clz32(parseInt(hex[0]!, 16)) - 28);
  return Math.ceil(bits / 30);
}

function textSize(text: Text, exact: boolean): number {
  const n = textLength(text);
  const top = textMaxChar(text);
  const width = top < 256 ? 1 : top < 65536 ? 2 : 4;
  const data = width * (n + 1);
  if (!exact) return 64 + data;
  // One-character Latin-1 strings are static in CPython and carry their UTF-8 form.
  return (top < 128 ? 40 : 56) + data + (n === 1 && top >= 128 && top < 256 ? 3 : 0);
}

const itemCounts: Readonly<Record<string, (data: any) => number>> = {
  "re.Pattern": (data) => data.code.length,
  "re.Match": (data) => data.spans.length,
  memoryview: (data) => 3 * data.view.shape.length,
};

/** Number of items behind an object's fields: CPython's Py_SIZE, for types whose tp_itemsize counts. */
function itemCount(v: Leaf | Container): number {
  const { data, type } = v;
  switch (type.kind) {
    case K_BYTES:
      return (data as Uint8Array).length;
    case K_TUPLE:
      return (data as unknown[]).length;
    case K_FRAME:
    case K_CODE:
    case K_GENERATOR:
    case K_TYPE:
      return 0;
    default:
      return itemCounts[staticBase(type).name]?.(data) ?? 0;
  }
}

/** tp_basicsize with the items behind it: the block that the allocator gives for an object, less what stands in front. */
export function fixedSize(v: Leaf | Container | Instance): number {
  const { type } = v;
  const { basicsize, itemsize } = layoutOf(type);
  if (type.kind === K_INSTANCE) return basicsize;
  if (basicsize === 16 && factsOf(staticBase(type)) === undefined) return USUAL_BASICSIZE;
  return itemsize === 0 ? basicsize : basicsize + itemsize * itemCount(v as Leaf | Container);
}

/** object.__sizeof__ and what types put in its place: without what stands in front. */
export function sizeOf(vm: Vm, v: Value): number {
  void vm;
  if (typeof v === "number") return 24 + 4 * digits(v);
  const { type } = v;
  const heap = (type.flags & TPFLAGS_HEAPTYPE) !== 0;
  if (type.kind === K_INSTANCE) return fixedSize(v as Instance);
  const { data } = v as Leaf | Container;
  switch (type.kind) {
    case K_INT:
      return layoutOf(type).basicsize + 4 * digits(data as number | bigint);
    case K_STR:
      return textSize(data as Text, !heap) + (heap ? layoutOf(type).basicsize - 64 : 0);
    case K_BYTEARRAY:
      return layoutOf(type).basicsize + (data as { allocated: number }).allocated;
    case K_LIST:
      return layoutOf(type).basicsize + 8 * listCapacity(v as Container);
    case K_DICT:
      return layoutOf(type).basicsize + dictKeysSize(data as DictTable);
    case K_SET: {
      const { mask } = data as { mask: number };
      return layoutOf(type).basicsize + (mask > 7 ? 16 * (mask + 1) : 0);
    }
    case K_TYPE: {
      const record = data as TypeRec;
      const flags = visibleFlags(record);
      if ((flags & TPFLAGS_HEAPTYPE) === 0) return STATIC_TYPE_SIZE;
      const slots = Math.max(0, layoutOf(type).basicsize - HEAP_TYPE_SIZE);
      return HEAP_TYPE_SIZE + slots + ((record.flags & TPFLAGS_HEAPTYPE) !== 0 && (flags & TPFLAGS_MANAGED_DICT) !== 0 ? SHARED_KEYS_SIZE : 0);
    }
    case K_CODE:
      return layoutOf(type).basicsize + Math.ceil((data as { words: Int32Array }).words.length / 4) * 8;
    case K_FRAME:
      return 152 + 8 * (data as { code: { framesize: number } }).code.framesize;
    case K_GENERATOR: {
      const code = (data as { code?: { framesize?: number } } | null)?.code;
      return 152 + 8 * (code?.framesize ?? 2);
    }
    default:
      return fixedSize(v as Leaf | Container);
  }
}

/** What stands in front of an object: the collector's links, then `__dict__` and weak references of instances of classes. */
export function headerSize(v: Value): number {
  if (typeof v === "number") return 0;
  const { type } = v;
  // Only classes among the types have a header.
  if (type.kind === K_TYPE) {
    const record = (v as Container).data as TypeRec;
    return (visibleFlags(record) & TPFLAGS_HEAPTYPE) !== 0 ? GC_HEADER_SIZE : 0;
  }
  const flags = visibleFlags(type);
  const heap = (type.flags & TPFLAGS_HEAPTYPE) !== 0;
  const managed = (flags & (TPFLAGS_MANAGED_DICT | TPFLAGS_MANAGED_WEAKREF)) !== 0 || (heap && type.hasDict && layoutOf(type).dictoffset < 0) ? MANAGED_SIZE : 0;
  return managed + (heap || (flags & TPFLAGS_HAVE_GC) !== 0 ? GC_HEADER_SIZE : 0);
}
