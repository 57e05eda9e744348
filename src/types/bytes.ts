// bytes: data is a Uint8Array that never changes, aux the hash once known. The methods are in bytes-methods.ts. Mirrors Objects/bytesobject.c. See docs/types.md.
import { wholeHash } from "./str/hash.ts";
import { bytesTableHash } from "./str/str-object.ts";
import { bytesCompare, bytesConcat, bytesEquals, bytesRepeat } from "../base/bytes-ops.ts";
import { bytesRepr } from "../base/repr.ts";
import { frameBuiltin } from "../core/dir.ts";
import { asSsize } from "../core/convert.ts";
import { defineType, method } from "../core/define.ts";
import { indexError, newError, overflowError, typeError } from "../core/errors.ts";
import { checkAllocation } from "../core/limits.ts";
import { type Container, IMMORTAL, K_BYTES, Leaf, TPFLAGS_BASETYPE, TPFLAGS_BYTES_SUBCLASS, TPFLAGS_MATCH_SELF, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import { asBytesLike, hasBuffer, simpleView } from "./buffer.ts";
import { bytesArguments } from "./bytes-convert.ts";
import { formatBytes } from "./bytes-format.ts";
import { bytesMethods, bytesOf, containsByte } from "./bytes-methods.ts";
import * as exc from "./exceptions.ts";
import { type IndexIterator, newIndexIterator } from "./iterators.ts";
import { intValue, isBigOrInt } from "./int/int-object.ts";
import { newSubclassInstance } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { isSlice, sliceBounds } from "./slice.ts";
import { seededBytesHash } from "./str/seeded-hash.ts";
import { newStr } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";
import { warn } from "../core/warn.ts";
import { dropMaybe } from "../memory/ref.ts";

const single: Leaf[] = [];
let empty: Leaf | undefined;

/** A bytes object of an array that nobody writes to afterwards. The empty one and those of one byte are shared. */
export function newBytes(bytes: Uint8Array): Leaf {
  if (bytes.length <= 1) {
    if (bytes.length === 0) return (empty ??= immortalBytes(new Uint8Array(0)));
    const byte = bytes[0]!;
    return (single[byte] ??= immortalBytes(Uint8Array.of(byte)));
  }
  return freshBytes(bytes);
}

function freshBytes(bytes: Uint8Array): Leaf {
  const b = new Leaf(BytesType, bytes, null);
  if (BytesType.onBirth !== null) BytesType.onBirth(b);
  return b;
}

function immortalBytes(bytes: Uint8Array): Leaf {
  const b = new Leaf(BytesType, bytes, null);
  b.rc = IMMORTAL;
  return b;
}

/** bytes or a subclass; `data` is the Uint8Array. */
export function isBytes(v: Value): v is Leaf | Container {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_BYTES_SUBCLASS) !== 0;
}

function bytes_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const made = bytesArguments(vm, "bytes", args, kwnames);
  if (type === BytesType) return made instanceof Uint8Array ? newBytes(made) : made;
  return newSubclassInstance(vm, type, made instanceof Uint8Array ? made : bytesOf(made));
}

/** hash(): SipHash of the bytes under a fixed seed; else, as for equal str, the cheaper one. */
export function hashOfBytes(vm: Vm, bytes: Uint8Array): number | bigint {
  return vm.seededHash ? seededBytesHash(vm, bytes) : wholeHash(vm, bytesTableHash(bytes));
}

function bytes_hash(vm: Vm, self: Leaf | Container): number | bigint {
  if (self.type !== BytesType) return hashOfBytes(vm, self.data as Uint8Array);
  return (self.aux ??= hashOfBytes(vm, self.data as Uint8Array)) as number | bigint;
}

/** Warns of comparisons with str and int under -b. */
function warnComparison(vm: Vm, left: Value, right: Value): void {
  const bytesWarning = (vm.config as { bytesWarning?: number } | null)?.bytesWarning ?? 0;
  if (bytesWarning === 0) return;
  const other = isBytes(left) ? right : left;
  if ((typeOf(other).flags & (1 << 28)) !== 0) warn(vm, "BytesWarning", "Comparison between bytes and string");
  else if ((typeOf(other).flags & (1 << 24)) !== 0) warn(vm, "BytesWarning", "Comparison between bytes and int");
}

/** left op right of two arrays. */
export function compareBytes(a: Uint8Array, b: Uint8Array, op: number): Value {
  if (op === 2 || op === 3) return newBool(bytesEquals(a, b) === (op === 2));
  const c = bytesCompare(a, b);
  return newBool(op === 0 ? c < 0 : op === 1 ? c <= 0 : op === 4 ? c > 0 : c >= 0);
}

function bytes_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isBytes(left) || !isBytes(right)) {
    if (op === 2 || op === 3) warnComparison(vm, left, right);
    return NotImplemented;
  }
  return compareBytes(left.data as Uint8Array, right.data as Uint8Array, op);
}

function bytes_concat(vm: Vm, self: Value, other: Value): Value {
  if (!hasBuffer(self) || !hasBuffer(other)) throw typeError(vm, `can't concat ${typeName(hasBuffer(self) ? other : self)} to ${typeName(hasBuffer(self) ? self : other)}`);
  const a = asBytesLike(vm, self);
  const b = asBytesLike(vm, other);
  if (a.length === 0 && other.type === BytesType) return other;
  if (b.length === 0 && self.type === BytesType) return self;
  checkAllocation(vm, a.length + b.length);
  return newBytes(bytesConcat(a, b));
}

function bytes_repeat(vm: Vm, self: Leaf | Container, count: number): Value {
  const b = self.data as Uint8Array;
  const times = Math.max(0, count);
  if (self.type === BytesType && times === 1) return self;
  const repeated = repeatBytes(vm, b, times);
  // CPython makes a new empty object here.
  return repeated.length === 0 ? freshBytes(repeated) : newBytes(repeated);
}

/** b * count. */
export function repeatBytes(vm: Vm, b: Uint8Array, count: number): Uint8Array {
  if (b.length === 0 || count <= 0) return new Uint8Array(0);
  if (b.length * count >= 2 ** 63) throw newError(vm, exc.OverflowErrorType, "repeated bytes are too long");
  checkAllocation(vm, b.length * count);
  return bytesRepeat(b, count);
}

function bytes_subscript(vm: Vm, self: Leaf | Container, key: Value): Value {
  const b = self.data as Uint8Array;
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, exc.IndexErrorType);
    if (i < 0) i += b.length;
    return bytes_item(vm, self, i);
  }
  if (!isSlice(key)) throw typeError(vm, `byte indices must be integers or slices, not ${typeName(key)}`);
  const { start, step, count } = sliceBounds(vm, key, b.length);
  if (step === 1 && start === 0 && count === b.length && self.type === BytesType) return self;
  return newBytes(sliceBytes(b, start, step, count));
}

/** The bytes that a slice selects, in an array of their own. */
export function sliceBytes(b: Uint8Array, start: number, step: number, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  if (step === 1) return b.slice(start, start + count);
  const out = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) out[i] = b[at]!;
  return out;
}

function bytes_item(vm: Vm, self: Leaf | Container, index: number): Value {
  const b = self.data as Uint8Array;
  if (index < 0 || index >= b.length) throw indexError(vm, "index out of range");
  return b[index]!;
}

function bytes_mod(vm: Vm, left: Value, right: Value): Value {
  if (!isBytes(left)) return NotImplemented;
  return newBytes(formatBytes(vm, left.data as Uint8Array, right));
}

export const BytesType: TypeRec = defineType({
  name: "bytes",
  doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
  kind: K_BYTES,
  leaf: true,
  flags: TPFLAGS_BASETYPE | TPFLAGS_BYTES_SUBCLASS | TPFLAGS_MATCH_SELF,
  // Asked for when the type is readied: the table's module may load after this one.
  get methods() {
    return {
      __getnewargs__: method("($self, /)", null, (vm: Vm, self: Value) => newTuple(vm, [newBytes(bytesOf(self))])),
      __bytes__: method("($self, /)", "Convert this value to exact type bytes.", (_vm: Vm, self: Leaf | Container) => (self.type === BytesType ? self : newBytes(self.data as Uint8Array))),
      ...bytesMethods("bytes"),
    };
  },
  slots: {
    tp_new: bytes_new,
    tp_hash: bytes_hash,
    tp_repr: (_vm, self) => newStr(bytesRepr(self.data as Uint8Array)),
    tp_str: (vm, self) => {
      if (((vm.config as { bytesWarning?: number } | null)?.bytesWarning ?? 0) > 0) warn(vm, "BytesWarning", "str() on a bytes instance");
      return newStr(bytesRepr(self.data as Uint8Array));
    },
    tp_richcompare: bytes_richcompare,
    tp_iter: (vm, self) => newIndexIterator(vm, BytesIteratorType, self),
    nb_remainder: bytes_mod,
    sq_length: (_vm, self) => (self.data as Uint8Array).length,
    sq_concat: bytes_concat,
    sq_repeat: bytes_repeat,
    sq_item: bytes_item,
    sq_contains: containsByte,
    mp_length: (_vm, self) => (self.data as Uint8Array).length,
    mp_subscript: bytes_subscript,
    bf_getbuffer: (vm, self, flags) => simpleView(vm, self, self.data as Uint8Array, true, flags),
  },
});

/** Next of the iterators of bytes and bytearray. */
function nextOfBytes(vm: Vm, self: Container): Value | undefined {
  const state = self.data as IndexIterator;
  if (state.source === null) return undefined;
  const b = bytesOf(state.source);
  if (state.index < b.length) return b[state.index++]!;
  clearIterator(vm, self);
  return undefined;
}

function clearIterator(vm: Vm, self: Container): void {
  const state = self.data as IndexIterator;
  const source = state.source;
  state.source = null;
  dropMaybe(vm, source);
}

function iteratorReduce(vm: Vm, self: Container): Value {
  // Looking the builtin up may run code that exhausts the iterator.
  const iter = frameBuiltin(vm, "iter");
  const { source, index } = self.data as IndexIterator;
  return source === null ? newTuple(vm, [iter, newTuple(vm, [newTuple(vm, [])])]) : newTuple(vm, [iter, newTuple(vm, [source]), index]);
}

function iteratorSetState(vm: Vm, self: Container, value: Value): void {
  const state = self.data as IndexIterator;
  if (!isBigOrInt(value)) throw typeError(vm, "an integer is required");
  const index = intValue(value);
  if (typeof index === "bigint" && BigInt.asIntN(64, index) !== index) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  if (state.source !== null) state.index = Math.min(Math.max(0, Number(index)), bytesOf(state.source).length);
}

/** The iterator type of bytes or bytearray. */
function defineBytesIterator(name: string): TypeRec {
  return defineType({
    name,
    methods: {
      __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", (_vm: Vm, self: Container) => {
        const { source, index } = self.data as IndexIterator;
        return source === null ? 0 : Math.max(0, bytesOf(source).length - index);
      }),
      __reduce__: method("($self, /)", "Return state information for pickling.", iteratorReduce),
      __setstate__: method("($self, object, /)", "Set state information for unpickling.", iteratorSetState),
    },
    slots: {
      tp_iter: (_vm, self) => self,
      tp_iternext: nextOfBytes,
      tp_traverse: (self, visit) => {
        const { source } = self.data as IndexIterator;
        if (source !== null) visit(source);
      },
      tp_clear: clearIterator,
    },
  });
}

export const BytesIteratorType: TypeRec = defineBytesIterator("bytes_iterator");
export const ByteArrayIteratorType: TypeRec = defineBytesIterator("bytearray_iterator");
