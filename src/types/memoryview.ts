// memoryview: views over an exported buffer, which they share. Mirrors Objects/memoryobject.c; items are in memoryview-items.ts. See docs/types.md.
import { asIndex, asCInt, asSsize } from "../core/convert.ts";
import { EQ, NE, richCompareBool } from "../core/compare.ts";
import { classMethod, defineType, getset, method } from "../core/define.ts";
import { dropError, indexError, newError, typeError, valueError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { addressText } from "../core/identity.ts";
import { Container, PyError, TPFLAGS_LONG_SUBCLASS, TPFLAGS_SEQUENCE, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { closeScope, drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import {
  bufferError,
  BufferView,
  contiguousBytes,
  getBuffer,
  hasBuffer,
  isCContiguous,
  isFContiguous,
  PyBUF_ANY_CONTIGUOUS,
  PyBUF_C_CONTIGUOUS,
  PyBUF_F_CONTIGUOUS,
  PyBUF_FORMAT,
  PyBUF_FULL_RO,
  PyBUF_ND,
  PyBUF_STRIDES,
  PyBUF_WRITABLE,
  releaseBuffer,
  viewSize,
} from "./buffer.ts";
import { hashOfBytes, newBytes } from "./bytes.ts";
import { hexText } from "./bytes-methods.ts";
import * as exc from "./exceptions.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { newInt } from "./int/int-object.ts";
import { isList, newList } from "./list.ts";
import { checkedFormat, gatherBytes, nativeFormat, nativeSize, packItem, packSmall, sameStructure, scatterBytes, unpackItem, viewsEqual } from "./memoryview-items.ts";
import { None } from "./none.ts";
import { Ellipsis, NotImplemented } from "./singletons.ts";
import { isSlice, sliceBounds } from "./slice.ts";
import { isStr, newStr, strFromJs, textOf } from "./str/str-object.ts";
import { isTuple, newTuple } from "./tuple.ts";

/** The exported buffer that several memoryviews share; data of a managedbuffer object. */
export interface ManagedBuffer {
  /** What the exporter gave. */
  readonly master: BufferView;
  /** Views that are not released. */
  views: number;
}

/** Payload of a memoryview. */
export interface MemoryData {
  /** The managedbuffer object, owned; null once released. */
  managed: Container | null;
  /** This view's own layout; its `owner` is not counted here. */
  readonly view: BufferView;
  /** Buffers that others got from this view. */
  exports: number;
  hash: number | bigint | undefined;
  /** Only shown to __release_buffer__: the buffer that is about to be released. */
  restricted?: BufferView | undefined;
}

const dataOf = (self: Container): MemoryData => self.data as MemoryData;

export function isMemoryView(v: Value): v is Container {
  return typeof v !== "number" && v.type === MemoryViewType;
}

function notImplemented(vm: Vm, message: string): PyError {
  return newError(vm, exc.NotImplementedErrorType, message);
}

/** The view of a memoryview that is not released. */
function viewOf(vm: Vm, self: Container): BufferView {
  const data = dataOf(self);
  if (data.managed === null) throw valueError(vm, "operation forbidden on released memoryview object");
  return data.view;
}

function managedOf(vm: Vm, self: Container): Container {
  viewOf(vm, self);
  return dataOf(self).managed!;
}

function layoutOf(from: BufferView, change: Partial<Pick<BufferView, "readonly" | "format" | "itemsize" | "shape" | "strides" | "offset">> = {}): BufferView {
  return new BufferView(
    from.bytes,
    change.readonly ?? from.readonly,
    change.format ?? from.format,
    change.itemsize ?? from.itemsize,
    change.shape ?? from.shape,
    change.strides ?? from.strides,
    change.offset ?? from.offset,
    null,
  );
}

/** One more view of a managed buffer; in the current scope. */
function addView(vm: Vm, managed: Container, view: BufferView): Container {
  incref(managed);
  (managed.data as ManagedBuffer).views++;
  const o = new Container(MemoryViewType, { managed, view, exports: 0, hash: undefined, restricted: undefined } satisfies MemoryData, null);
  track(vm, o);
  return note(vm, o);
}

/** A memoryview of a buffer, which it takes over; in the current scope. */
export function memoryViewOf(vm: Vm, master: BufferView): Container {
  const managed = new Container(ManagedBufferType, { master, views: 0 } satisfies ManagedBuffer, null);
  track(vm, managed);
  note(vm, managed);
  return addView(vm, managed, layoutOf(master));
}

/** memoryview(object), in the current scope. */
export function newMemoryView(vm: Vm, object: Value, flags: number = PyBUF_FULL_RO): Container {
  if (isMemoryView(object)) return addView(vm, managedOf(vm, object), layoutOf(dataOf(object).view));
  if (!hasBuffer(object)) throw typeError(vm, `memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  return memoryViewOf(vm, getBuffer(vm, object, flags));
}

function release(vm: Vm, self: Container): void {
  const data = dataOf(self);
  if (data.managed === null) return;
  if (data.exports > 0) bufferError(vm, `memoryview has ${data.exports} exported buffer${data.exports === 1 ? "" : "s"}`);
  giveUp(vm, data);
}

/** memoryview.release() for natives. */
export const releaseMemoryView = release;

function giveUp(vm: Vm, data: MemoryData): void {
  const managed = data.managed!;
  data.managed = null;
  const shared = managed.data as ManagedBuffer;
  if (--shared.views === 0) releaseBuffer(vm, shared.master);
  drop(vm, managed);
}

/** The object whose memory it is. */
function ownerOf(self: Container): Value {
  return (dataOf(self).managed!.data as ManagedBuffer).master.owner ?? None;
}

function placeOf(vm: Vm, view: BufferView, dimension: number, at: number, index: number): number {
  const extent = view.shape[dimension]!;
  const i = index < 0 ? index + extent : index;
  if (i < 0 || i >= extent) throw indexError(vm, `index out of bounds on dimension ${dimension + 1}`);
  return at + i * view.strides[dimension]!;
}

function item(vm: Vm, self: Container, index: number): Value {
  const view = viewOf(vm, self);
  const c = checkedFormat(vm, view);
  if (view.shape.length === 0) throw typeError(vm, "invalid indexing of 0-dim memory");
  if (view.shape.length > 1) throw notImplemented(vm, "multi-dimensional sub-views are not implemented");
  return unpackItem(view.bytes, placeOf(vm, view, 0, view.offset, index), c);
}

const isIndex = (v: Value): boolean => typeof v === "number" || typeOf(v).nb_index !== undefined;

/** The place that a tuple of indices names. */
function placeOfTuple(vm: Vm, view: BufferView, key: readonly Value[]): number {
  if (key.length > view.shape.length) throw typeError(vm, `cannot index ${view.shape.length}-dimension view with ${key.length}-element tuple`);
  let at = view.offset;
  for (let i = 0; i < key.length; i++) at = placeOf(vm, view, i, at, asSsize(vm, key[i]!, exc.IndexErrorType));
  return at;
}

function sliced(vm: Vm, view: BufferView, key: Container): BufferView {
  const { start, step, count } = sliceBounds(vm, key, view.shape[0]!);
  const n = Math.max(0, count);
  return layoutOf(view, {
    shape: [n, ...view.shape.slice(1)],
    strides: [view.strides[0]! * step, ...view.strides.slice(1)],
    offset: view.offset + view.strides[0]! * start,
  });
}

function subscript(vm: Vm, self: Container, key: Value): Value {
  const view = viewOf(vm, self);
  if (view.shape.length === 0) {
    if (isTuple(key) && (key.data as Value[]).length === 0) return unpackItem(view.bytes, view.offset, checkedFormat(vm, view));
    if (key === Ellipsis) return self;
    throw typeError(vm, "invalid indexing of 0-dim memory");
  }
  if (isIndex(key)) return item(vm, self, asSsize(vm, key, exc.IndexErrorType));
  if (isSlice(key)) {
    const part = sliced(vm, view, key);
    viewOf(vm, self);
    return addView(vm, dataOf(self).managed!, part);
  }
  if (isTuple(key)) {
    const parts = key.data as Value[];
    if (parts.every(isIndex)) {
      if (parts.length < view.shape.length) throw notImplemented(vm, "sub-views are not implemented");
      const at = placeOfTuple(vm, view, parts);
      viewOf(vm, self);
      return unpackItem(view.bytes, at, checkedFormat(vm, view));
    }
    if (parts.every(isSlice)) throw notImplemented(vm, "multi-dimensional slicing is not implemented");
  }
  throw typeError(vm, "memoryview: invalid slice key");
}

function assign(vm: Vm, self: Container, key: Value, value: Value | undefined): void {
  const view = viewOf(vm, self);
  const c = checkedFormat(vm, view);
  if (view.readonly) throw typeError(vm, "cannot modify read-only memory");
  if (value === undefined) throw typeError(vm, "cannot delete memory");
  const write = (place: () => number): void => {
    const at = place();
    if (typeof value === "number") {
      viewOf(vm, self);
      if (packSmall(view.bytes, at, c, value)) return;
    }
    const pack = packItem(vm, c, value);
    viewOf(vm, self);
    pack(view.bytes, at);
  };
  const dimensions = view.shape.length;
  if (dimensions === 0) {
    if (key === Ellipsis || (isTuple(key) && (key.data as Value[]).length === 0)) return write(() => view.offset);
    throw typeError(vm, "invalid indexing of 0-dim memory");
  }
  if (isIndex(key)) {
    if (dimensions > 1) throw notImplemented(vm, "sub-views are not implemented");
    return write(() => placeOf(vm, view, 0, view.offset, asSsize(vm, key, exc.IndexErrorType)));
  }
  if (isSlice(key) && dimensions === 1) return assignSlice(vm, self, key, value);
  if (isTuple(key)) {
    const parts = key.data as Value[];
    if (parts.every(isIndex)) {
      if (parts.length < dimensions) throw notImplemented(vm, "sub-views are not implemented");
      return write(() => placeOfTuple(vm, view, parts));
    }
  }
  if (isSlice(key) || (isTuple(key) && (key.data as Value[]).every(isSlice))) {
    throw notImplemented(vm, "memoryview slice assignments are currently restricted to ndim = 1");
  }
  throw typeError(vm, "memoryview: invalid slice key");
}

function assignSlice(vm: Vm, self: Container, key: Container, value: Value): void {
  const source = getBuffer(vm, value, PyBUF_FULL_RO);
  try {
    const target = sliced(vm, viewOf(vm, self), key);
    viewOf(vm, self);
    if (!sameStructure(target, source)) throw valueError(vm, "memoryview assignment: lvalue and rvalue have different structures");
    scatterBytes(target, gatherBytes(source));
  } finally {
    releaseBuffer(vm, source);
  }
}

function packedBytes(view: BufferView): Uint8Array {
  return isCContiguous(view) ? contiguousBytes(view).slice() : gatherBytes(view);
}

function tobytes(vm: Vm, self: Container, order?: Value): Value {
  const view = viewOf(vm, self);
  let wanted = "C";
  if (order !== undefined && order !== None) {
    if (!isStr(order)) throw typeError(vm, `tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
    wanted = textOf(order);
    if (wanted !== "C" && wanted !== "F" && wanted !== "A") throw valueError(vm, "order must be 'C', 'F' or 'A'");
  }
  if (wanted === "F" || (wanted === "A" && !isCContiguous(view) && isFContiguous(view))) return newBytes(gatherBytes(view, true));
  return newBytes(packedBytes(view));
}

function tolist(vm: Vm, self: Container): Value {
  const view = viewOf(vm, self);
  const c = checkedFormat(vm, view);
  const { shape, strides, bytes } = view;
  if (shape.length === 0) return unpackItem(bytes, view.offset, c);
  const level = (dimension: number, at: number): Value => {
    const items: Value[] = [];
    const last = dimension === shape.length - 1;
    for (let i = 0; i < shape[dimension]!; i++) {
      const place = at + i * strides[dimension]!;
      items.push(last ? unpackItem(bytes, place, c) : level(dimension + 1, place));
    }
    return newList(vm, items);
  };
  return level(0, view.offset);
}

const isByteFormat = (c: string): boolean => c === "b" || c === "B" || c === "c";
const formatRule = "format must be a native single character format prefixed with an optional '@'";

function cast(vm: Vm, self: Container, format: Value, shape?: Value): Value {
  const view = viewOf(vm, self);
  if (!isStr(format)) throw typeError(vm, `cast() argument 'format' must be str, not ${(format as Value) === None ? "None" : typeName(format)}`);
  if (!isCContiguous(view)) throw typeError(vm, "memoryview: casts are restricted to C-contiguous views");
  const dimensions = view.shape.length;
  if ((shape !== undefined || dimensions !== 1) && view.shape.includes(0)) throw typeError(vm, "memoryview: cannot cast view with zeros in shape or strides");
  let extents: Value[] | undefined;
  if (shape !== undefined) {
    if (!isList(shape) && !isTuple(shape)) throw typeError(vm, "shape must be a list or a tuple");
    extents = shape.data as Value[];
    if (extents.length > 64) throw valueError(vm, "memoryview: number of dimensions must not exceed 64");
    if (dimensions !== 1 && extents.length !== 1) throw typeError(vm, "memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  const from = nativeFormat(view.format);
  if (from === "") throw valueError(vm, `memoryview: source ${formatRule}`);
  const to = nativeFormat(textOf(format));
  if (to === "") throw valueError(vm, `memoryview: destination ${formatRule}`);
  if (!isByteFormat(from) && !isByteFormat(to)) throw typeError(vm, "memoryview: cannot cast between two non-byte formats");
  const size = viewSize(view);
  const itemsize = nativeSize(to);
  if (size % itemsize !== 0) throw typeError(vm, "memoryview: length is not a multiple of itemsize");
  let newShape = [size / itemsize];
  if (extents !== undefined) newShape = castShape(vm, extents, itemsize, size);
  const strides = newShape.slice();
  for (let i = newShape.length - 1, step = itemsize; i >= 0; i--) {
    strides[i] = step;
    step *= newShape[i]!;
  }
  return addView(vm, dataOf(self).managed!, layoutOf(view, { format: textOf(format), itemsize, shape: newShape, strides }));
}

function castShape(vm: Vm, extents: readonly Value[], itemsize: number, size: number): number[] {
  let total = itemsize;
  const out = extents.map((v) => {
    if ((typeOf(v).flags & TPFLAGS_LONG_SUBCLASS) === 0) throw typeError(vm, "memoryview.cast(): elements of shape must be integers");
    const n = asSsize(vm, v);
    if (n <= 0) throw valueError(vm, "memoryview.cast(): elements of shape must be integers > 0");
    if (total * n >= 2 ** 63) throw valueError(vm, "memoryview.cast(): product(shape) > SSIZE_MAX");
    total *= n;
    return n;
  });
  if (total !== size) throw typeError(vm, "memoryview: product(shape) * itemsize != buffer size");
  return out;
}

function getMemoryBuffer(vm: Vm, self: Container, flags: number): BufferView {
  const view = viewOf(vm, self);
  const wants = (bits: number): boolean => (flags & bits) === bits;
  const contiguous = isCContiguous(view);
  if (wants(PyBUF_WRITABLE) && view.readonly) bufferError(vm, "memoryview: underlying buffer is not writable");
  if (wants(PyBUF_C_CONTIGUOUS) && !contiguous) bufferError(vm, "memoryview: underlying buffer is not C-contiguous");
  if (wants(PyBUF_F_CONTIGUOUS) && !isFContiguous(view)) bufferError(vm, "memoryview: underlying buffer is not Fortran contiguous");
  if (wants(PyBUF_ANY_CONTIGUOUS) && !contiguous && !isFContiguous(view)) bufferError(vm, "memoryview: underlying buffer is not contiguous");
  if (!wants(PyBUF_STRIDES) && !contiguous) bufferError(vm, "memoryview: underlying buffer is not C-contiguous");
  let out: BufferView;
  if (!wants(PyBUF_ND)) {
    if (wants(PyBUF_FORMAT)) bufferError(vm, "memoryview: cannot cast to unsigned bytes if the format flag is present");
    const size = viewSize(view);
    out = new BufferView(view.bytes, view.readonly, "B", view.itemsize, [size / view.itemsize], [view.itemsize], view.offset, self);
  } else out = new BufferView(view.bytes, view.readonly, wants(PyBUF_FORMAT) ? view.format : "B", view.itemsize, view.shape, view.strides, view.offset, self);
  dataOf(self).exports++;
  return out;
}

function compare(vm: Vm, left: Value, right: Value, op: number): Value {
  if ((op !== EQ && op !== NE) || !isMemoryView(left)) return NotImplemented;
  const answer = (equal: boolean): Value => newBool(equal === (op === EQ));
  if (dataOf(left).managed === null) return answer(left === right);
  if (isMemoryView(right)) {
    if (dataOf(right).managed === null) return answer(left === right);
    return answer(viewsEqual(dataOf(left).view, dataOf(right).view));
  }
  let other: BufferView;
  try {
    other = getBuffer(vm, right, PyBUF_FULL_RO);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return NotImplemented;
  }
  try {
    return answer(viewsEqual(dataOf(left).view, other));
  } finally {
    releaseBuffer(vm, other);
  }
}

function hashOf(vm: Vm, self: Container): number | bigint {
  const data = dataOf(self);
  if (data.hash !== undefined) return data.hash;
  const view = viewOf(vm, self);
  if (!view.readonly) throw valueError(vm, "cannot hash writable memoryview object");
  if (!isByteFormat(nativeFormat(view.format))) throw valueError(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const owner = ownerOf(self);
  // The owner may not be released by its own __hash__ meanwhile.
  data.exports++;
  try {
    if (owner !== None) hash(vm, owner);
  } finally {
    data.exports--;
  }
  return (data.hash = hashOfBytes(vm, packedBytes(view)));
}

function length(vm: Vm, self: Container): number {
  const view = viewOf(vm, self);
  if (view.shape.length === 0) throw typeError(vm, "0-dim memory has no length");
  return view.shape[0]!;
}

function newIterator(vm: Vm, self: Container): Value {
  const view = viewOf(vm, self);
  if (view.shape.length === 0) throw typeError(vm, "invalid indexing of 0-dim memory");
  if (view.shape.length > 1) throw notImplemented(vm, "multi-dimensional sub-views are not implemented");
  checkedFormat(vm, view);
  incref(self);
  const it = new Container(MemoryIteratorType, { index: 0, source: self } satisfies MemoryIterator, null);
  track(vm, it);
  return note(vm, it);
}

function count(vm: Vm, self: Container, value: Value): Value {
  newIterator(vm, self);
  let n = 0;
  for (let i = 0; i < dataOf(self).view.shape[0]!; i++) {
    const mark = vm.scopeCount;
    const v = item(vm, self, i);
    if (v === value || richCompareBool(vm, v, value, EQ)) n++;
    closeScope(vm, mark);
  }
  return n;
}

function bound(vm: Vm, v: Value | undefined, absent: number): number {
  if (v === undefined) return absent;
  if (!isIndex(v)) throw typeError(vm, "slice indices must be integers or have an __index__ method");
  const n = asIndex(vm, v);
  return typeof n === "number" ? n : n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

function indexMethod(vm: Vm, self: Container, value: Value, start?: Value, stop?: Value): Value {
  const from = bound(vm, start, 0);
  const to = bound(vm, stop, Number.MAX_SAFE_INTEGER);
  const view = viewOf(vm, self);
  if (view.shape.length === 0) throw typeError(vm, "invalid lookup on 0-dim memory");
  if (view.shape.length > 1) throw notImplemented(vm, "multi-dimensional lookup is not implemented");
  const n = view.shape[0]!;
  const first = from < 0 ? Math.max(from + n, 0) : from;
  const end = Math.min(to < 0 ? Math.max(to + n, 0) : to, n);
  for (let i = first; i < end; i++) {
    const mark = vm.scopeCount;
    const found = richCompareBool(vm, item(vm, self, i), value, EQ);
    closeScope(vm, mark);
    if (found) return i;
  }
  throw valueError(vm, "memoryview.index(x): x not found");
}

function numbers(vm: Vm, values: readonly number[]): Value {
  return newTuple(vm, values.map((n) => newInt(n)));
}

const field = (f: (vm: Vm, view: BufferView, self: Container) => Value, doc: string) => getset((vm, self: Container) => f(vm, viewOf(vm, self), self), undefined, doc);

export const MemoryViewType: TypeRec = defineType({
  name: "memoryview",
  doc: "Create a new memoryview object which references the given object.",
  signature: "(object)",
  flags: TPFLAGS_SEQUENCE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    release: method("($self, /)", "Release the underlying buffer exposed by the memoryview object.", release),
    tobytes: method(
      "($self, /, order='C')",
      "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}.  When order is 'C' or 'F', the data of\nthe original array is converted to C or Fortran order.  For\ncontiguous views, 'A' returns an exact copy of the physical memory.\nIn particular, in-memory Fortran order is preserved.  For\nnon-contiguous views, the data is converted to C first.  order=None\nis the same as order='C'.",
      tobytes,
    ),
    hex: method(
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      "Return the data in the buffer as a str of hexadecimal numbers.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from\n    the right, negative values count from the left.\n\nExample:\n>>> value = memoryview(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
      (vm: Vm, self: Container, sep?: Value, group?: Value) => {
        viewOf(vm, self);
        // The separator's __len__ must not release what is shown.
        dataOf(self).exports++;
        try {
          return hexText(vm, () => packedBytes(dataOf(self).view), sep, group);
        } finally {
          dataOf(self).exports--;
        }
      },
    ),
    tolist: method("($self, /)", "Return the data in the buffer as a list of elements.", tolist),
    cast: method("($self, /, format, shape=<unrepresentable>)", "Cast a memoryview to a new format or shape.", cast),
    toreadonly: method("($self, /)", "Return a readonly version of the memoryview.", (vm: Vm, self: Container) => addView(vm, managedOf(vm, self), layoutOf(dataOf(self).view, { readonly: true }))),
    _from_flags: classMethod("($type, /, object, flags)", "Create a new memoryview object which references the given object.", (vm: Vm, _type: TypeRec, object: Value, flags: Value) => newMemoryView(vm, object, asCInt(vm, flags))),
    count: method("($self, value, /)", "Count the number of occurrences of a value.", count),
    index: method("($self, value, start=0, stop=sys.maxsize, /)", "Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.", indexMethod),
    __enter__: method("($self, /)", null, (vm: Vm, self: Container) => {
      viewOf(vm, self);
      return self;
    }),
    __exit__: method("($self, /, *exc_info)", "Release the underlying buffer exposed by the memoryview object.", (vm: Vm, self: Container) => release(vm, self)),
    __class_getitem__: classMethod("($type, object, /)", "memoryviews are generic over the type of their underlying data", (vm: Vm, type: TypeRec, v: Value) => newGenericAlias(vm, type.obj, v)),
  },
  getset: {
    obj: field((_vm, _view, self) => ownerOf(self), "The underlying object of the memoryview."),
    nbytes: field((_vm, view) => viewSize(view), "The amount of space in bytes that the array would use in\n a contiguous representation."),
    readonly: field((_vm, view) => newBool(view.readonly), "A bool indicating whether the memory is read only."),
    itemsize: field((_vm, view) => view.itemsize, "The size in bytes of each element of the memoryview."),
    format: field((_vm, view) => strFromJs(view.format), "A string containing the format (in struct module style)\n for each element in the view."),
    ndim: field((_vm, view) => view.shape.length, "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents."),
    shape: field((vm, view) => numbers(vm, view.shape), "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array."),
    strides: field((vm, view) => numbers(vm, view.strides), "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array."),
    suboffsets: field((vm) => newTuple(vm, []), "A tuple of integers used internally for PIL-style arrays."),
    c_contiguous: field((_vm, view) => newBool(isCContiguous(view)), "A bool indicating whether the memory is C contiguous."),
    f_contiguous: field((_vm, view) => newBool(isFContiguous(view)), "A bool indicating whether the memory is Fortran contiguous."),
    contiguous: field((_vm, view) => newBool(isCContiguous(view) || isFContiguous(view)), "A bool indicating whether the memory is contiguous."),
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      const [object] = kwnames === null && args.length === 1 ? args : bindArguments(vm, new NativeDef("memoryview", "(object)", null, () => None, "function", true), args, kwnames);
      return newMemoryView(vm, object as Value);
    },
    tp_repr: (vm, self: Container) => newStr(`<${dataOf(self).managed === null ? "released memory" : "memory"} at ${addressText(vm, self)}>`),
    tp_hash: hashOf,
    tp_richcompare: compare,
    tp_iter: newIterator,
    tp_traverse: (self: Container, visit) => {
      const { managed } = dataOf(self);
      if (managed !== null) visit(managed);
    },
    tp_clear: (vm, self: Container) => {
      const data = dataOf(self);
      if (data.managed !== null && data.exports === 0) giveUp(vm, data);
    },
    sq_length: length,
    sq_item: item,
    mp_length: length,
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    bf_getbuffer: getMemoryBuffer,
    bf_releasebuffer: (_vm, self: Container) => {
      dataOf(self).exports--;
    },
  },
});

export const ManagedBufferType: TypeRec = defineType({
  name: "managedbuffer",
  layoutChange: true,
  slots: {
    tp_traverse: (self: Container, visit) => {
      const { owner } = (self.data as ManagedBuffer).master;
      if (owner !== null) visit(owner);
    },
    tp_clear: (vm, self: Container) => {
      const shared = self.data as ManagedBuffer;
      if (shared.views === 0) releaseBuffer(vm, shared.master);
    },
  },
});

interface MemoryIterator {
  index: number;
  source: Container | null;
}

export const MemoryIteratorType: TypeRec = defineType({
  name: "memory_iterator",
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      const state = self.data as MemoryIterator;
      if (state.source === null) return undefined;
      const view = dataOf(state.source).view;
      if (state.index < view.shape[0]!) {
        const { source } = state;
        return item(vm, source, state.index++);
      }
      const { source } = state;
      state.source = null;
      drop(vm, source);
      return undefined;
    },
    tp_traverse: (self: Container, visit) => {
      const { source } = self.data as MemoryIterator;
      if (source !== null) visit(source);
    },
    tp_clear: (vm, self: Container) => {
      const state = self.data as MemoryIterator;
      const { source } = state;
      state.source = null;
      if (source !== null) drop(vm, source);
    },
  },
});
