// bytearray: a Container whose payload is a store with room to grow. Mirrors Objects/bytearrayobject.c. See docs/types.md.
import { bytesConcat } from "../base/bytes-ops.ts";
import { bytesRepr } from "../base/repr.ts";
import { asCInt, asSsize, asSsizeArgument } from "../core/convert.ts";
import { defineType, method } from "../core/define.ts";
import { indexError, typeError, valueError } from "../core/errors.ts";
import { callMethod } from "../core/call.ts";
import { Container, K_BYTEARRAY, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, type TypeRec, type Value } from "../core/object.ts";
import { lengthHint } from "../core/length-hint.ts";
import { typeName, typeOf } from "../core/type.ts";
import { forEach, getIter } from "../core/iterate.ts";
import { dropError, matches } from "../core/errors.ts";
import { note } from "../memory/ref.ts";
import { sizeOf } from "../memory/sizes.ts";
import { tellBirth } from "../memory/free-lists.ts";
import type { Vm } from "../vm/vm.ts";
import { warn } from "../core/warn.ts";
import { asBytesLike, bufferError, byteArrayBytes, hasBuffer, simpleView } from "./buffer.ts";
import { ByteArrayIteratorType, compareBytes, newBytes, repeatBytes, sliceBytes } from "./bytes.ts";
import { allocateBytes, asByte, ByteCollector, bytesArguments, bytesFromObject, copyOfBuffer } from "./bytes-convert.ts";
import { formatBytes } from "./bytes-format.ts";
import { bytesMethods, containsByte, whileFixed } from "./bytes-methods.ts";
import * as exc from "./exceptions.ts";
import { newIndexIterator } from "./iterators.ts";
import { newSubclassInstance } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { isSlice, sliceBounds } from "./slice.ts";
import { intern, isStr, newStr, strFromCodePoints } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

/** Payload: the first `length` bytes of the store count. */
export interface ByteArrayData {
  bytes: Uint8Array;
  length: number;
  /** Views given out: while there are some, the length is fixed. */
  exports: number;
  /** What CPython would have allocated, for __alloc__ and __sizeof__. */
  allocated: number;
}

const dataOf = (self: Container): ByteArrayData => self.data as ByteArrayData;

function payload(bytes: Uint8Array): ByteArrayData {
  return { bytes, length: bytes.length, exports: 0, allocated: bytes.length === 0 ? 0 : bytes.length + 1 };
}

/** A bytearray of an array that becomes its store; in the current scope. */
export function newByteArray(vm: Vm, bytes: Uint8Array): Container {
  const made = new Container(ByteArrayType, payload(bytes), null);
  if (vm.watched) tellBirth(vm, made, -1);
  return note(vm, made);
}

export function isByteArray(v: Value): v is Container {
  return typeof v !== "number" && v.type.kind === K_BYTEARRAY;
}

/** Raises BufferError while views are out. */
function checkResizable(vm: Vm, self: Container): void {
  if (dataOf(self).exports > 0) bufferError(vm, "Existing exports of data: object cannot be re-sized");
}

/** Changes the length; new bytes are zero or leftovers that the caller overwrites. */
function resize(vm: Vm, self: Container, length: number): void {
  const data = dataOf(self);
  if (length === data.length) return;
  checkResizable(vm, self);
  if (length > data.bytes.length) {
    const grown = allocateBytes(vm, length + (length >> 3) + (length < 9 ? 3 : 6));
    grown.set(data.bytes.subarray(0, data.length));
    data.bytes = grown;
  }
  modelAllocation(data, length);
  data.length = length;
}

/** Follows the growth of CPython's store. */
function modelAllocation(data: ByteArrayData, length: number): void {
  const alloc = data.allocated;
  if (length < alloc) {
    if (length < Math.floor(alloc / 2)) data.allocated = length + 1;
  } else data.allocated = length <= alloc * 1.125 ? length + (length >> 3) + (length < 9 ? 3 : 6) : length + 1;
}

/** Replaces the `count` bytes at `start`. `added` must not be part of the store. */
function replaceRange(vm: Vm, self: Container, start: number, count: number, added: Uint8Array): void {
  const data = dataOf(self);
  const growth = added.length - count;
  if (growth !== 0) {
    checkResizable(vm, self);
    if (start === 0 && growth < 0) {
      // Cutting off at the front moves the start of the store, so that queues of bytes are cheap.
      data.bytes = data.bytes.subarray(-growth);
      data.length += growth;
      modelAllocation(data, data.length);
    } else {
      const old = data.length;
      if (growth > 0) resize(vm, self, old + growth);
      dataOf(self).bytes.copyWithin(start + added.length, start + count, old);
      if (growth < 0) resize(vm, self, old + growth);
    }
  }
  dataOf(self).bytes.set(added, start);
}

function bytearray_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  if (dataOf(self).length > 0) resize(vm, self, 0);
  // The items of an iterator are added one by one: what it runs may look at the array.
  const made = bytesArguments(vm, "bytearray", args, kwnames, (byte) => appendByte(vm, self, byte));
  const bytes = made instanceof Uint8Array ? made : copyOfBuffer(vm, made);
  if (dataOf(self).exports > 0 && bytes.length > 0) checkResizable(vm, self);
  if (bytes.length > 0) self.data = payload(bytes);
}

function bytearray_repr(_vm: Vm, self: Container): Value {
  // Both quotes are escaped here where bytes escapes only its own.
  const shown = bytesRepr(byteArrayBytes(self)).slice(1);
  const bytes = byteArrayBytes(self);
  const name = self.type.name;
  const short = name.slice(name.lastIndexOf(".") + 1);
  const text = bytes.includes(39) ? quoteBoth(bytes) : shown;
  return newStr(`${short}(b${text})`);
}

/** The quote is " when there are only single ones, yet every single quote and backslash is escaped. */
function quoteBoth(bytes: Uint8Array): string {
  const quote = bytes.includes(34) ? "'" : '"';
  let out = quote;
  for (const c of bytes) {
    if (c === 39 || c === 92) out += "\\" + String.fromCharCode(c);
    else if (c === 9) out += "\\t";
    else if (c === 10) out += "\\n";
    else if (c === 13) out += "\\r";
    else if (c === 0) out += "\\x00";
    else if (c < 32 || c >= 127) out += "\\x" + c.toString(16).padStart(2, "0");
    else out += String.fromCharCode(c);
  }
  return out + quote;
}

function bytearray_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!hasBuffer(left) || !hasBuffer(right)) {
    if ((op === 2 || op === 3) && (isStr(left) || isStr(right)) && ((vm.config as { bytesWarning?: number } | null)?.bytesWarning ?? 0) > 0) {
      warn(vm, "BytesWarning", "Comparison between bytearray and string");
    }
    return NotImplemented;
  }
  return compareBytes(asBytesLike(vm, left), asBytesLike(vm, right), op);
}

function bytearray_concat(vm: Vm, self: Value, other: Value): Value {
  if (!hasBuffer(self) || !hasBuffer(other)) throw typeError(vm, `can't concat ${typeName(other)} to ${typeName(self)}`);
  return newByteArray(vm, bytesConcat(asBytesLike(vm, self), asBytesLike(vm, other)));
}

function bytearray_iconcat(vm: Vm, self: Container, other: Value): Value {
  if (!hasBuffer(other)) throw typeError(vm, `can't concat ${typeName(other)} to ${typeName(self)}`);
  append(vm, self, asBytesLike(vm, other));
  return self;
}

function appendByte(vm: Vm, self: Container, byte: number): void {
  const n = dataOf(self).length;
  resize(vm, self, n + 1);
  dataOf(self).bytes[n] = byte;
}

/** Adds at the end; `added` may be the store itself. */
function append(vm: Vm, self: Container, added: Uint8Array): void {
  if (added.length === 0) return;
  const old = dataOf(self).length;
  const own = added.buffer === dataOf(self).bytes.buffer ? added.slice() : added;
  resize(vm, self, old + own.length);
  dataOf(self).bytes.set(own, old);
}

function bytearray_irepeat(vm: Vm, self: Container, count: number): Value {
  const times = Math.max(0, count);
  if (times === 1) return self;
  const bytes = repeatBytes(vm, byteArrayBytes(self), times);
  if (bytes.length !== dataOf(self).length) {
    checkResizable(vm, self);
    replaceStore(self, bytes);
  }
  return self;
}

function replaceStore(self: Container, bytes: Uint8Array): void {
  const data = dataOf(self);
  modelAllocation(data, bytes.length);
  data.bytes = bytes;
  data.length = bytes.length;
}

function indexArgument(vm: Vm, self: Container, key: Value): number {
  const i = asSsize(vm, key, exc.IndexErrorType);
  return i < 0 ? i + dataOf(self).length : i;
}

function bytearray_subscript(vm: Vm, self: Container, key: Value): Value {
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) return bytearray_item(vm, self, indexArgument(vm, self, key));
  if (!isSlice(key)) throw typeError(vm, `bytearray indices must be integers or slices, not ${typeName(key)}`);
  const { start, step, count } = sliceBounds(vm, key, () => dataOf(self).length);
  return newByteArray(vm, sliceBytes(byteArrayBytes(self), start, step, count));
}

function bytearray_item(vm: Vm, self: Container, index: number): Value {
  const data = dataOf(self);
  if (index < 0 || index >= data.length) throw indexError(vm, "bytearray index out of range");
  return data.bytes[index]!;
}

function bytearray_ass_subscript(vm: Vm, self: Container, key: Value, value: Value | undefined): void {
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    const wanted = asSsize(vm, key, exc.IndexErrorType);
    // Before the length is asked for: __index__ of the value may change the array.
    const byte = value === undefined ? -1 : asByte(vm, value);
    const { length } = dataOf(self);
    const i = wanted < 0 ? wanted + length : wanted;
    if (i < 0 || i >= length) throw indexError(vm, "bytearray index out of range");
    if (value === undefined) replaceRange(vm, self, i, 1, new Uint8Array(0));
    else dataOf(self).bytes[i] = byte;
    return;
  }
  if (!isSlice(key)) throw typeError(vm, `bytearray indices must be integers or slices, not ${typeName(key)}`);
  const added = value === undefined ? new Uint8Array(0) : assignedBytes(vm, value);
  const { start, stop, step, count: selected } = sliceBounds(vm, key, () => dataOf(self).length);
  const count = Math.max(0, selected);
  if (step === 1) {
    replaceRange(vm, self, start, Math.max(0, Math.max(stop, start) - start), added);
    return;
  }
  if (value === undefined || added.length === 0) {
    if (count > 0) deleteSteps(vm, self, start, step, count);
    return;
  }
  if (added.length !== count) throw valueError(vm, `attempt to assign bytes of size ${added.length} to extended slice of size ${count}`);
  const store = dataOf(self).bytes;
  for (let i = 0, at = start; i < count; i++, at += step) store[at] = added[i]!;
}

function deleteSteps(vm: Vm, self: Container, start: number, step: number, count: number): void {
  checkResizable(vm, self);
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  const data = dataOf(self);
  const store = data.bytes;
  let to = start;
  for (let from = start, left = count; from < data.length; from++) {
    if (left > 0 && (from - start) % step === 0) left--;
    else store[to++] = store[from]!;
  }
  resize(vm, self, to);
}

/** PyNumber_Check. */
function isNumberLike(value: Value): boolean {
  const type = typeOf(value);
  return type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined || type.name === "complex";
}

/** What is assigned to a slice, in an array of its own. */
function assignedBytes(vm: Vm, value: Value): Uint8Array {
  if (isByteArray(value)) return byteArrayBytes(value).slice();
  if (hasBuffer(value)) return copyOfBuffer(vm, value);
  if (isStr(value) || isNumberLike(value)) {
    throw typeError(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return bytesFromObject(vm, value, "bytearray", "byte must be in range(0, 256)");
}

function extend(vm: Vm, self: Container, iterable: Value): void {
  if (hasBuffer(iterable)) {
    // The place is chosen before __buffer__ may change the length.
    const end = dataOf(self).length;
    const added = isByteArray(iterable) ? byteArrayBytes(iterable).slice() : copyOfBuffer(vm, iterable);
    replaceRange(vm, self, Math.min(end, dataOf(self).length), 0, added);
    return;
  }
  let iterator: Value;
  try {
    iterator = getIter(vm, iterable);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, `can't extend bytearray with ${typeName(iterable)}`);
  }
  // The promise is asked for and what it raises is raised.
  lengthHint(vm, iterable, 32);
  const collected = new ByteCollector();
  let started = false;
  try {
    forEach(vm, iterator, (item) => {
      started = true;
      collected.push(asByte(vm, item));
    });
  } catch (error) {
    if (!started || !isStr(iterable) || !matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, `expected iterable of integers; got: 'str'`);
  }
  append(vm, self, collected.take());
}

function insert(vm: Vm, self: Container, index: Value, item: Value): void {
  const wanted = asSsizeArgument(vm, index);
  const byte = asByte(vm, item);
  const n = dataOf(self).length;
  const at = wanted < 0 ? Math.max(0, wanted + n) : Math.min(wanted, n);
  replaceRange(vm, self, at, 0, Uint8Array.of(byte));
}

function pop(vm: Vm, self: Container, index?: Value): Value {
  const wanted = index === undefined ? -1 : asSsizeArgument(vm, index);
  const n = dataOf(self).length;
  if (n === 0) throw indexError(vm, "pop from empty bytearray");
  const at = wanted < 0 ? wanted + n : wanted;
  if (at < 0 || at >= n) throw indexError(vm, "pop index out of range");
  checkResizable(vm, self);
  const byte = dataOf(self).bytes[at]!;
  replaceRange(vm, self, at, 1, new Uint8Array(0));
  return byte;
}

function removeByte(vm: Vm, self: Container, value: Value): void {
  const byte = asByte(vm, value);
  const at = byteArrayBytes(self).indexOf(byte);
  if (at < 0) throw valueError(vm, "value not found in bytearray");
  replaceRange(vm, self, at, 1, new Uint8Array(0));
}

function resizeMethod(vm: Vm, self: Container, size: Value): void {
  const wanted = asSsizeArgument(vm, size);
  if (wanted < 0) throw valueError(vm, `Can only resize to positive sizes, got ${wanted}`);
  const old = dataOf(self).length;
  resize(vm, self, wanted);
  if (wanted > old) dataOf(self).bytes.fill(0, old, wanted);
}

function reduce(vm: Vm, self: Container, protocol: number): Value {
  const dict = callMethod(vm, self, intern(vm, "__getstate__"), []);
  const bytes = byteArrayBytes(self);
  const args = protocol < 3 ? (bytes.length === 0 ? [] : [strFromCodePoints(bytes), newStr("latin-1")]) : bytes.length === 0 ? [] : [newBytes(bytes.slice())];
  return newTuple(vm, [self.type.obj, newTuple(vm, args), dict]);
}

export const ByteArrayType: TypeRec = defineType({
  name: "bytearray",
  doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
  kind: K_BYTEARRAY,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
  get methods() {
    return {
      __alloc__: method("($self, /)", "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.", (_vm: Vm, self: Container) => dataOf(self).allocated),
      __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => reduce(vm, self, 2)),
      __reduce_ex__: method("($self, proto=0, /)", "Return state information for pickling.", (vm: Vm, self: Container, proto?: Value) => reduce(vm, self, proto === undefined ? 0 : asCInt(vm, proto))),
      __sizeof__: method("($self, /)", "Returns the size of the bytearray object in memory, in bytes.", (vm: Vm, self: Container) => sizeOf(vm, self)),
      append: method("($self, item, /)", "Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.", (vm: Vm, self: Container, item: Value) => appendByte(vm, self, asByte(vm, item))),
      clear: method("($self, /)", "Remove all items from the bytearray.", (vm: Vm, self: Container) => resize(vm, self, 0)),
      copy: method("($self, /)", "Return a copy of B.", (vm: Vm, self: Container) => newByteArray(vm, byteArrayBytes(self).slice())),
      extend: method("($self, iterable_of_ints, /)", "Append all the items from the iterator or sequence to the end of the bytearray.\n\n  iterable_of_ints\n    The iterable of items to append.", extend),
      insert: method("($self, index, item, /)", "Insert a single item into the bytearray before the given index.\n\n  index\n    The index where the value is to be inserted.\n  item\n    The item to be inserted.", insert),
      pop: method("($self, index=-1, /)", "Remove and return a single item from B.\n\n  index\n    The index from where to remove the item.\n    -1 (the default value) means remove the last item.\n\nIf no index argument is given, will pop the last item.", pop),
      remove: method("($self, value, /)", "Remove the first occurrence of a value in the bytearray.\n\n  value\n    The value to remove.", removeByte),
      resize: method("($self, size, /)", "Resize the internal buffer of bytearray to len.\n\n  size\n    New size to resize to.", resizeMethod),
      reverse: method("($self, /)", "Reverse the order of the values in B in place.", (_vm: Vm, self: Container) => void byteArrayBytes(self).reverse()),
      ...bytesMethods("bytearray"),
    };
  },
  slots: {
    tp_new: (vm, type) => (type === ByteArrayType ? newByteArray(vm, new Uint8Array(0)) : newSubclassInstance(vm, type, payload(new Uint8Array(0)))),
    tp_init: bytearray_init,
    tp_hash: null,
    tp_repr: bytearray_repr,
    tp_str: (vm, self) => {
      if (((vm.config as { bytesWarning?: number } | null)?.bytesWarning ?? 0) > 0) warn(vm, "BytesWarning", "str() on a bytearray instance");
      return bytearray_repr(vm, self);
    },
    tp_richcompare: bytearray_richcompare,
    tp_iter: (vm, self) => newIndexIterator(vm, ByteArrayIteratorType, self),
    nb_remainder: (vm, left, right) => (isByteArray(left) ? newByteArray(vm, whileFixed(left, () => formatBytes(vm, byteArrayBytes(left), right))) : NotImplemented),
    sq_length: (_vm, self) => dataOf(self).length,
    sq_concat: bytearray_concat,
    sq_repeat: (vm, self: Container, count) => newByteArray(vm, repeatBytes(vm, byteArrayBytes(self), count)),
    sq_item: bytearray_item,
    sq_ass_item: (vm, self: Container, index, value) => bytearray_ass_subscript(vm, self, index, value),
    sq_contains: containsByte,
    sq_inplace_concat: bytearray_iconcat,
    sq_inplace_repeat: bytearray_irepeat,
    mp_length: (_vm, self) => dataOf(self).length,
    mp_subscript: bytearray_subscript,
    mp_ass_subscript: bytearray_ass_subscript,
    bf_getbuffer: (vm, self: Container, flags) => {
      const view = simpleView(vm, self, byteArrayBytes(self), false, flags);
      dataOf(self).exports++;
      return view;
    },
    bf_releasebuffer: (_vm, self: Container) => {
      dataOf(self).exports--;
    },
  },
});
