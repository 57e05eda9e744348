// array: compact arrays of machine values over typed arrays. Mirrors Modules/arraymodule.c; items are in array-items.ts. See docs/modules.md.
import {
  argumentName, addressOfRecord,
  asIndex,
  asSsize, asSsizeArgument,
  BufferView,
  bufferError,
  frameBuiltin,
  callMethod,
  checkAllocation,
  clipRange,
  closeScope,
  Container,
  contiguousBytes,
  defineModule,
  defineType,
  drop,
  EQ,
  False,
  forEach,
  getAttrText,
  getBuffer,
  importModule,
  indexError,
  intern,
  isBigOrInt,
  isBytes,
  isList,
  isSlice,
  isStr,
  isTuple,
  isSubtype,
  isType,
  exc,
  lookupAttrText,
  type ModuleSpec,
  newBytes,
  newError,
  newGenericAlias,
  newIndexIterator,
  newList,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  NotImplemented,
  note,
  PyBUF_SIMPLE,
  PyBUF_FORMAT,
  PyBUF_ND,
  recOf,
  releaseBuffer,
  reprText,
  richCompare,
  richCompareBool,
  runtimeError,
  shortName,
  sliceBounds,
  strFromCodePoints,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  TPFLAGS_SEQUENCE,
  track,
  True,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  warn,
} from "../core/api.ts";
import { asItem, codePoints, isTextCode, type ItemCode, itemCodes, itemValue, type Store } from "./array-items.ts";
import { documented } from "./documented.ts";
import { numberDocs } from "./number-docs.generated.ts";

const D = documented("array", numberDocs);

/** The payload: the first `length` items of the store count. */
interface ArrayData {
  code: ItemCode;
  items: Store;
  length: number;
  /** Views given out: while there are some, the length is fixed. */
  exports: number;
  /** Items that CPython would have room for: what __sizeof__ tells. */
  allocated: number;
}

const dataOf = (self: Value): ArrayData => (self as Container).data as ArrayData;
const isArray = (v: Value): v is Container => isSubtype(typeOf(v), ArrayType);

function payload(code: ItemCode, items: Store): ArrayData {
  return { code, items, length: items.length, exports: 0, allocated: items.length };
}

function storeFor(vm: Vm, code: ItemCode, count: number): Store {
  checkAllocation(vm, count * code.size);
  return new code.make(count);
}

function newArray(vm: Vm, code: ItemCode, items: Store, type: TypeRec = ArrayType): Container {
  if (type !== ArrayType) return newSubclassInstance(vm, type, payload(code, items));
  const made = new Container(ArrayType, payload(code, items), null);
  track(vm, made);
  return note(vm, made);
}

/** The items, not copied. */
const used = (d: ArrayData): Store => (d.items.length === d.length ? d.items : d.items.subarray(0, d.length));

/** The items as bytes, not copied. */
const bytesOf = (d: ArrayData): Uint8Array => new Uint8Array(d.items.buffer, d.items.byteOffset, d.length * d.code.size);

/** Bytes of any alignment as items of their own. */
function itemsOfBytes(vm: Vm, code: ItemCode, bytes: Uint8Array): Store {
  const items = storeFor(vm, code, bytes.length / code.size);
  new Uint8Array(items.buffer).set(bytes);
  return items;
}

function resize(vm: Vm, d: ArrayData, length: number): void {
  if (length === d.length) return;
  if (d.exports > 0) bufferError(vm, "cannot resize an array that is exporting buffers");
  if (length > d.items.length) {
    const grown = storeFor(vm, d.code, length + (length >> 3) + 4);
    grown.set(used(d) as never);
    d.items = grown;
  }
  // CPython's rule of growth, for __sizeof__.
  if (!(d.allocated >= length && d.length < length + 16)) d.allocated = length === 0 ? 0 : (length >> 4) + (d.length < 8 ? 3 : 7) + length;
  d.length = length;
}

function append(vm: Vm, self: Container, value: Value): void {
  const d = dataOf(self);
  const item = asItem(vm, d.code, value);
  const n = d.length;
  resize(vm, d, n + 1);
  d.items[n] = item as never;
}

function insert(vm: Vm, self: Container, index: Value, value: Value): void {
  const i = asSsizeArgument(vm, index);
  const d = dataOf(self);
  const item = asItem(vm, d.code, value);
  const n = d.length;
  const at = i < 0 ? Math.max(0, i + n) : Math.min(i, n);
  resize(vm, d, n + 1);
  d.items.copyWithin(at + 1, at, n);
  d.items[at] = item as never;
}

function extendWith(vm: Vm, self: Container, other: Container): void {
  const d = dataOf(self);
  const o = dataOf(other);
  if (d.code !== o.code) throw typeError(vm, "can only extend with array of same kind");
  const n = d.length;
  const added = o === d ? used(o).slice() : used(o);
  resize(vm, d, n + added.length);
  d.items.set(added as never, n);
}

function extend(vm: Vm, self: Container, iterable: Value): void {
  if (isArray(iterable)) extendWith(vm, self, iterable);
  else forEach(vm, iterable, (v) => append(vm, self, v));
}

/** Replaces `count` items at `start` by the items `added`. */
function replace(vm: Vm, d: ArrayData, start: number, count: number, added: Store | undefined): void {
  const growth = (added?.length ?? 0) - count;
  const old = d.length;
  if (growth !== 0 && d.exports > 0) bufferError(vm, "cannot resize an array that is exporting buffers");
  if (growth > 0) {
    resize(vm, d, old + growth);
    d.items.copyWithin(start + count + growth, start + count, old);
  } else if (growth < 0) {
    d.items.copyWithin(start + count + growth, start + count, old);
    resize(vm, d, old + growth);
  }
  if (added !== undefined) d.items.set(added as never, start);
}

function pop(vm: Vm, self: Container, index?: Value): Value {
  const d = dataOf(self);
  const wanted = index === undefined ? -1 : asSsizeArgument(vm, index);
  if (d.length === 0) throw indexError(vm, "pop from empty array");
  const i = wanted < 0 ? wanted + d.length : wanted;
  if (i < 0 || i >= d.length) throw indexError(vm, "pop index out of range");
  const v = itemValue(vm, d.code, d.items, i);
  replace(vm, d, i, 1, undefined);
  return v;
}

/** The first index in from..to whose item equals `value`, or -1. */
function find(vm: Vm, self: Value, value: Value, from: number, to: number): number {
  const d = dataOf(self);
  for (let i = from; i < to && i < d.length; i++) {
    const mark = vm.scopeCount;
    const equal = richCompareBool(vm, itemValue(vm, d.code, d.items, i), value, EQ);
    closeScope(vm, mark);
    if (equal) return i;
  }
  return -1;
}

function count(vm: Vm, self: Container, value: Value): Value {
  let n = 0;
  for (let i = find(vm, self, value, 0, Infinity); i >= 0; i = find(vm, self, value, i + 1, Infinity)) n++;
  return n;
}

function index(vm: Vm, self: Container, value: Value, start?: Value, stop?: Value): Value {
  const [from, to] = clipRange(vm, start, stop, dataOf(self).length);
  const i = find(vm, self, value, from, to);
  if (i < 0) throw valueError(vm, "array.index(x): x not in array");
  return i;
}

function remove(vm: Vm, self: Container, value: Value): void {
  const i = find(vm, self, value, 0, Infinity);
  if (i < 0) throw valueError(vm, "array.remove(x): x not in array");
  replace(vm, dataOf(self), i, 1, undefined);
}

function byteswap(_vm: Vm, self: Container): void {
  const d = dataOf(self);
  swapBytes(bytesOf(d), d.code.size);
}

function swapBytes(bytes: Uint8Array, size: number): void {
  if (size > 1) for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

function frombytes(vm: Vm, self: Container, buffer: Value): void {
  const view = getBuffer(vm, buffer, PyBUF_SIMPLE);
  try {
    addBytes(vm, dataOf(self), contiguousBytes(view));
  } finally {
    releaseBuffer(vm, view);
  }
}

function addBytes(vm: Vm, d: ArrayData, bytes: Uint8Array): void {
  const { size } = d.code;
  if (bytes.length % size !== 0) throw valueError(vm, "bytes length not a multiple of item size");
  const n = d.length;
  resize(vm, d, n + bytes.length / size);
  new Uint8Array(d.items.buffer, d.items.byteOffset).set(bytes, n * size);
}

function fromlist(vm: Vm, self: Container, list: Value): void {
  if (!isList(list)) throw typeError(vm, "arg must be list");
  const source = list.data as Value[];
  const n = source.length;
  if (n === 0) return;
  const d = dataOf(self);
  const old = d.length;
  resize(vm, d, old + n);
  try {
    for (let i = 0; i < n; i++) {
      const item = asItem(vm, d.code, (list.data as Value[])[i]!);
      if ((list.data as Value[]).length !== n) throw runtimeError(vm, "list changed size during iteration");
      d.items[old + i] = item as never;
    }
  } catch (error) {
    d.length = old;
    throw error;
  }
}

function tofile(vm: Vm, self: Container, file: Value): void {
  const bytes = bytesOf(dataOf(self));
  const block = 64 * 1024;
  for (let at = 0; at < bytes.length; at += block) callMethod(vm, file, intern(vm, "write"), [newBytes(bytes.slice(at, at + block))]);
  if (bytes.length === 0) getAttrText(vm, file, "write");
}

function fromfile(vm: Vm, self: Container, file: Value, n: Value): void {
  const wanted = asSsize(vm, n);
  if (wanted < 0) throw valueError(vm, "negative count");
  const d = dataOf(self);
  const read = callMethod(vm, file, intern(vm, "read"), [wanted * d.code.size]);
  if (!isBytes(read)) throw typeError(vm, "read() didn't return bytes");
  const bytes = read.data as Uint8Array;
  addBytes(vm, d, bytes);
  if (bytes.length !== wanted * d.code.size) throw newError(vm, exc.EOFErrorType, "read() didn't return enough bytes");
}

function fromunicode(vm: Vm, self: Container, text: Value): void {
  const d = dataOf(self);
  if (!isStr(text)) throw typeError(vm, `fromunicode() argument must be str, not ${argumentName(text)}`);
  if (!isTextCode(d.code)) throw valueError(vm, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  const points = codePoints(text);
  const n = d.length;
  resize(vm, d, n + points.length);
  d.items.set(points as never, n);
}

function text(vm: Vm, d: ArrayData): Value {
  const points = used(d) as Uint32Array;
  if (points.some((p) => p > 0x10ffff)) return callMethod(vm, newBytes(bytesOf(d).slice()), intern(vm, "decode"), [newStr("utf-32-le")]);
  return strFromCodePoints(points);
}

function tounicode(vm: Vm, self: Container): Value {
  if (!isTextCode(dataOf(self).code)) throw valueError(vm, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
  return text(vm, dataOf(self));
}

function tolist(vm: Vm, self: Container): Value {
  const d = dataOf(self);
  const made: Value[] = [];
  for (let i = 0; i < d.length; i++) made.push(itemValue(vm, d.code, d.items, i));
  return newList(vm, made);
}

function reduceEx(vm: Vm, self: Container, protocol: Value): Value {
  if (!isBigOrInt(protocol)) throw typeError(vm, "__reduce_ex__ argument should be an integer");
  const d = dataOf(self);
  const code = newStr(d.code.code);
  const dict = lookupAttrText(vm, self, "__dict__") ?? None;
  if (asIndex(vm, protocol) < 3) {
    return newTuple(vm, [self.type.obj, newTuple(vm, [code, isTextCode(d.code) ? text(vm, d) : tolist(vm, self)]), dict]);
  }
  const maker = getAttrText(vm, importModule(vm, "array", None, None, 0), "_array_reconstructor");
  return newTuple(vm, [maker, newTuple(vm, [self.type.obj, code, d.code.machine, newBytes(bytesOf(d).slice())]), dict]);
}

/** The machine formats of pickles: [size, kind, big-endian]. */
const machineFormats: readonly (readonly [number, "int" | "uint" | "float" | "text", boolean])[] = [
  [1, "uint", false], [1, "int", false],
  [2, "uint", false], [2, "uint", true], [2, "int", false], [2, "int", true],
  [4, "uint", false], [4, "uint", true], [4, "int", false], [4, "int", true],
  [8, "uint", false], [8, "uint", true], [8, "int", false], [8, "int", true],
  [4, "float", false], [4, "float", true], [8, "float", false], [8, "float", true],
  [2, "text", false], [2, "text", true], [4, "text", false], [4, "text", true],
];

const integerCodes: Readonly<Record<string, string>> = { uint1: "B", int1: "b", uint2: "H", int2: "h", uint4: "I", int4: "i", uint8: "Q", int8: "q" };

function reconstruct(vm: Vm, arraytype: Value, typecode: Value, format: Value, items: Value): Value {
  if (!isType(arraytype)) throw typeError(vm, `first argument must be a type object, not ${typeName(arraytype)}`);
  const type = recOf(arraytype);
  if (!isSubtype(type, ArrayType)) throw typeError(vm, `${type.name} is not a subtype of array.array`);
  if (!isStr(typecode) || codePoints(typecode).length !== 1) throw typeError(vm, `_array_reconstructor() argument 2 must be a unicode character, not ${isStr(typecode) ? `a string of length ${codePoints(typecode).length}` : typeName(typecode)}`);
  const code = itemCodes.find((c) => c.code === textOf(typecode));
  const which = asSsize(vm, format);
  if (code === undefined) throw valueError(vm, "second argument must be a valid type code");
  const machine = machineFormats[which];
  if (machine === undefined) throw valueError(vm, "third argument must be a valid machine format code.");
  if (!isBytes(items)) throw typeError(vm, `fourth argument should be bytes, not ${typeName(items)}`);
  const bytes = (items.data as Uint8Array).slice();
  const [size, kind, bigEndian] = machine;
  if (which === code.machine) {
    if (bytes.length % code.size !== 0) throw valueError(vm, "bytes length not a multiple of item size");
    return newArray(vm, code, itemsOfBytes(vm, code, bytes), type);
  }
  if (kind === "text") {
    const codec = `utf-${size * 8}-${bigEndian ? "be" : "le"}`;
    return construct(vm, type, code, callMethod(vm, items, intern(vm, "decode"), [newStr(codec)]));
  }
  if (bytes.length % size !== 0) throw valueError(vm, "string length not a multiple of item size");
  if (bigEndian) swapBytes(bytes, size);
  if (kind === "float") {
    const source = itemsOfBytes(vm, itemCodes.find((c) => c.code === (size === 4 ? "f" : "d"))!, bytes);
    const values = newArray(vm, itemCodes.find((c) => c.code === (size === 4 ? "f" : "d"))!, source);
    return construct(vm, type, code, tolist(vm, values));
  }
  // The code that was asked for wins when it has the size and sign that the machine format says.
  const fitting = code.size === size && "bhilqBHILQ".includes(code.code) && (code.code === code.code.toLowerCase()) === (kind === "int") ? code : itemCodes.find((c) => c.code === integerCodes[kind + size])!;
  return newArray(vm, fitting, itemsOfBytes(vm, fitting, bytes), type);
}

function construct(vm: Vm, type: TypeRec, code: ItemCode, initial: Value | undefined): Container {
  const made = newArray(vm, code, new code.make(0), type);
  if (initial === undefined) return made;
  if (isArray(initial) && dataOf(initial).code === code) {
    made.data = payload(code, used(dataOf(initial)).slice());
  } else if (isStr(initial)) {
    if (!isTextCode(code)) throw typeError(vm, `cannot use a str to initialize an array with typecode '${code.code}'`);
    fromunicode(vm, made, initial);
    dataOf(made).allocated = dataOf(made).length;
  } else if (isBytes(initial) || typeName(initial) === "bytearray") frombytes(vm, made, initial);
  else {
    if (isArray(initial) && isTextCode(dataOf(initial).code) && !isTextCode(code)) throw typeError(vm, `cannot use a unicode array to initialize an array with typecode '${code.code}'`);
    if (isList(initial) || isTuple(initial) || isArray(initial)) fill(vm, dataOf(made), initial);
    else extend(vm, made, initial);
  }
  return made;
}

/** Takes the items of a sequence whose length is known. */
function fill(vm: Vm, d: ArrayData, source: Container): void {
  const { sq_length, sq_item } = source.type.solid;
  const n = sq_length!(vm, source);
  d.items = storeFor(vm, d.code, n);
  d.allocated = n;
  d.length = n;
  for (let i = 0; i < n; i++) {
    const mark = vm.scopeCount;
    d.items[i] = asItem(vm, d.code, sq_item!(vm, source, i)) as never;
    closeScope(vm, mark);
  }
}

function array_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly Value[] | null): Value {
  const nkw = kwnames?.length ?? 0;
  if (nkw > 0 && (type === ArrayType || type.tp_init === ArrayType.tp_init)) throw typeError(vm, "array.array() takes no keyword arguments");
  const n = args.length - nkw;
  if (n < 1) throw typeError(vm, `array() takes at least 1 argument (${n} given)`);
  if (n > 2) throw typeError(vm, `array() takes at most 2 arguments (${n} given)`);
  const wanted = args[0]!;
  if (!isStr(wanted)) throw typeError(vm, `array() argument 1 must be a unicode character, not ${typeName(wanted)}`);
  const length = codePoints(wanted).length;
  if (length !== 1) throw typeError(vm, `array() argument 1 must be a unicode character, not a string of length ${length}`);
  const name = textOf(wanted);
  if (name === "u") warn(vm, "DeprecationWarning", "The 'u' type code is deprecated and will be removed in Python 3.16");
  const code = itemCodes.find((c) => c.code === name);
  const initial = n === 2 ? args[1]! : undefined;
  if (initial !== undefined && isStr(initial) && name !== "u" && name !== "w") throw typeError(vm, `cannot use a str to initialize an array with typecode '${name}'`);
  if (code === undefined) throw valueError(vm, "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
  return construct(vm, type, code, initial);
}

function repr(vm: Vm, self: Container): Value {
  const d = dataOf(self);
  const name = shortName(self.type);
  if (d.length === 0) return strFromJs(`${name}('${d.code.code}')`);
  return strFromJs(`${name}('${d.code.code}', ${reprText(vm, isTextCode(d.code) ? text(vm, d) : tolist(vm, self))})`);
}

function repeated(vm: Vm, d: ArrayData, times: number): Store {
  const n = Math.max(0, times) * d.length;
  const items = storeFor(vm, d.code, n);
  const once = used(d);
  if (once.length === 1) items.fill(once[0] as never);
  else if (once.length > 0) for (let at = 0; at < n; at += once.length) items.set(once as never, at);
  return items;
}

function subscript(vm: Vm, self: Container, key: Value): Value {
  const d = dataOf(self);
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, exc.IndexErrorType);
    if (i < 0) i += d.length;
    return item(vm, self, i);
  }
  if (!isSlice(key)) throw typeError(vm, "array indices must be integers");
  const { start, step, count: n } = sliceBounds(vm, key, () => d.length);
  if (step === 1) return newArray(vm, d.code, d.items.slice(start, start + Math.max(0, n)));
  const part = storeFor(vm, d.code, n);
  for (let i = 0, at = start; i < n; i++, at += step) part[i] = d.items[at]!;
  return newArray(vm, d.code, part);
}

function item(vm: Vm, self: Container, i: number): Value {
  const d = dataOf(self);
  if (i < 0 || i >= d.length) throw indexError(vm, "array index out of range");
  return itemValue(vm, d.code, d.items, i);
}

function assignItem(vm: Vm, self: Container, i: number, value: Value | undefined): void {
  const d = dataOf(self);
  if (i < 0 || i >= d.length) throw indexError(vm, "array assignment index out of range");
  if (value === undefined) return replace(vm, d, i, 1, undefined);
  const converted = asItem(vm, d.code, value);
  // The conversion may have run code that made the array shorter.
  if (i >= d.length) throw indexError(vm, "array assignment index out of range");
  d.items[i] = converted as never;
}

function assignSubscript(vm: Vm, self: Container, key: Value, value: Value | undefined): void {
  const d = dataOf(self);
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, exc.IndexErrorType);
    if (i < 0) i += d.length;
    return assignItem(vm, self, i, value);
  }
  if (!isSlice(key)) throw typeError(vm, "array indices must be integers");
  const { start, step, count: rawCount } = sliceBounds(vm, key, () => d.length);
  const n = Math.max(0, rawCount);
  let added: Store | undefined;
  if (value !== undefined) {
    if (!isArray(value)) throw typeError(vm, `can only assign array (not "${typeName(value)}") to array slice`);
    const o = dataOf(value);
    if (o.code !== d.code) throw typeError(vm, "bad argument type for built-in operation");
    added = o === d ? used(o).slice() : used(o);
  }
  if ((step > 0 && step === 1) || (added === undefined && step === -1 && n <= 1)) return replace(vm, d, start, n, added);
  if (added === undefined) {
    if (n === 0) return;
    if (d.exports > 0) bufferError(vm, "cannot resize an array that is exporting buffers");
    const low = step < 0 ? start + (n - 1) * step : start;
    const stride = Math.abs(step);
    let to = low;
    for (let at = low, gone = 0; at < d.length; at++) {
      if (gone < n && at === low + gone * stride) gone++;
      else d.items[to++] = d.items[at]!;
    }
    return resize(vm, d, to);
  }
  if (added.length !== n) throw valueError(vm, `attempt to assign array of size ${added.length} to extended slice of size ${n}`);
  for (let i = 0, at = start; i < n; i++, at += step) d.items[at] = added[i]!;
}

function compare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isArray(left) || !isArray(right)) return NotImplemented;
  const a = dataOf(left);
  const b = dataOf(right);
  if (a.length !== b.length && (op === 2 || op === 3)) return op === 3 ? True : False;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const mark = vm.scopeCount;
    const equal = a.code === b.code && !isTextCode(a.code) ? a.items[i] === b.items[i] : richCompareBool(vm, itemValue(vm, a.code, a.items, i), itemValue(vm, b.code, b.items, i), EQ);
    closeScope(vm, mark);
    if (!equal) {
      if (op === 2) return False;
      if (op === 3) return True;
      return richCompare(vm, itemValue(vm, a.code, a.items, i), itemValue(vm, b.code, b.items, i), op);
    }
  }
  const order = a.length - b.length;
  return [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0][op]! ? True : False;
}

const ArrayType: TypeRec = defineType({
  name: "array.array",
  doc: D.doc("array"),
  flags: TPFLAGS_BASETYPE | TPFLAGS_SEQUENCE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    append: D.method("array.append", append),
    buffer_info: D.method("array.buffer_info", (vm: Vm, self: Container) => newTuple(vm, [addressOfRecord(vm, dataOf(self).items), dataOf(self).length])),
    byteswap: D.method("array.byteswap", byteswap),
    clear: D.method("array.clear", (vm: Vm, self: Container) => resize(vm, dataOf(self), 0)),
    count: D.method("array.count", count),
    extend: D.method("array.extend", extend),
    frombytes: D.method("array.frombytes", frombytes),
    fromfile: D.method("array.fromfile", fromfile),
    fromlist: D.method("array.fromlist", fromlist),
    fromunicode: D.method("array.fromunicode", fromunicode),
    index: D.method("array.index", index),
    insert: D.method("array.insert", insert),
    pop: D.method("array.pop", pop),
    remove: D.method("array.remove", remove),
    reverse: D.method("array.reverse", (_vm: Vm, self: Container) => void used(dataOf(self)).reverse()),
    tobytes: D.method("array.tobytes", (_vm: Vm, self: Container) => newBytes(bytesOf(dataOf(self)).slice())),
    tofile: D.method("array.tofile", tofile),
    tolist: D.method("array.tolist", tolist),
    tounicode: D.method("array.tounicode", tounicode),
    __copy__: D.method("array.__copy__", (vm: Vm, self: Container) => newArray(vm, dataOf(self).code, used(dataOf(self)).slice())),
    __deepcopy__: D.method("array.__deepcopy__", (vm: Vm, self: Container) => newArray(vm, dataOf(self).code, used(dataOf(self)).slice())),
    __reduce_ex__: D.method("array.__reduce_ex__", reduceEx),
    __sizeof__: D.method("array.__sizeof__", (_vm: Vm, self: Container) => 64 + dataOf(self).allocated * dataOf(self).code.size),
    __class_getitem__: D.classMethod("array.__class_getitem__", (vm: Vm, type: TypeRec, v: Value) => newGenericAlias(vm, type.obj, v)),
  },
  getset: {
    itemsize: D.getset("array.itemsize", (_vm, self) => dataOf(self).code.size),
    typecode: D.getset("array.typecode", (_vm, self) => newStr(dataOf(self).code.code)),
  },
  slots: {
    tp_new: array_new,
    tp_hash: null,
    tp_repr: repr,
    tp_richcompare: compare,
    tp_iter: (vm, self) => newIndexIterator(vm, ArrayIteratorType, self),
    sq_length: (_vm, self) => dataOf(self).length,
    sq_concat: (vm, self: Container, other) => {
      if (!isArray(other)) throw typeError(vm, `can only append array (not "${typeName(other)}") to array`);
      const a = dataOf(self);
      const b = dataOf(other);
      if (a.code !== b.code) throw typeError(vm, "bad argument type for built-in operation");
      const items = storeFor(vm, a.code, a.length + b.length);
      items.set(used(a) as never);
      items.set(used(b) as never, a.length);
      return newArray(vm, a.code, items);
    },
    sq_repeat: (vm, self: Container, times) => newArray(vm, dataOf(self).code, repeated(vm, dataOf(self), times)),
    sq_item: item,
    sq_ass_item: assignItem,
    sq_contains: (vm, self: Container, v) => find(vm, self, v, 0, Infinity) >= 0,
    sq_inplace_concat: (vm, self: Container, other) => {
      if (!isArray(other)) throw typeError(vm, `can only extend array with array (not "${typeName(other)}")`);
      extendWith(vm, self, other);
      return self;
    },
    sq_inplace_repeat: (vm, self: Container, times) => {
      const d = dataOf(self);
      if (d.length > 0 && times !== 1) {
        const items = repeated(vm, d, times);
        resize(vm, d, items.length);
        d.items.set(items as never);
      }
      return self;
    },
    mp_length: (_vm, self) => dataOf(self).length,
    mp_subscript: subscript,
    mp_ass_subscript: assignSubscript,
    bf_getbuffer: (_vm, self: Container, flags) => {
      const d = dataOf(self);
      const { size, format } = d.code;
      const shaped = (flags & PyBUF_ND) === PyBUF_ND;
      const view = new BufferView(bytesOf(d), false, (flags & PyBUF_FORMAT) === 0 ? "B" : format, shaped ? size : 1, [shaped ? d.length : d.length * size], [shaped ? size : 1], 0, self);
      d.exports++;
      return view;
    },
    bf_releasebuffer: (_vm, self: Container) => {
      dataOf(self).exports--;
    },
  },
});

interface ArrayIteration {
  index: number;
  source: Value | null;
}

const ArrayIteratorType: TypeRec = defineType({
  name: "array.arrayiterator",
  layoutChange: true,
  methods: {
    __reduce__: D.method("arrayiterator.__reduce__", (vm: Vm, self: Container) => {
      const { index: at, source } = self.data as ArrayIteration;
      const iter = frameBuiltin(vm, "iter");
      return source === null ? newTuple(vm, [iter, newTuple(vm, [newTuple(vm, [])])]) : newTuple(vm, [iter, newTuple(vm, [source]), at]);
    }),
    __setstate__: D.method("arrayiterator.__setstate__", (vm: Vm, self: Container, state: Value) => {
      const at = asSsize(vm, state);
      const data = self.data as ArrayIteration;
      if (data.source !== null) data.index = Math.max(0, Math.min(at, dataOf(data.source).length));
    }),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      const data = self.data as ArrayIteration;
      if (data.source === null) return undefined;
      const d = dataOf(data.source);
      if (data.index < d.length) return itemValue(vm, d.code, d.items, data.index++);
      const { source } = data;
      data.source = null;
      drop(vm, source);
      return undefined;
    },
    tp_traverse: (self: Container, visit) => {
      const { source } = self.data as ArrayIteration;
      if (source !== null) visit(source);
    },
    tp_clear: (vm, self: Container) => {
      const data = self.data as ArrayIteration;
      const { source } = data;
      data.source = null;
      if (source !== null) drop(vm, source);
    },
  },
});

export const arrayModule: ModuleSpec = defineModule({
  name: "array",
  doc: D.doc(""),
  functions: { _array_reconstructor: D.func("_array_reconstructor", reconstruct) },
  attributes: {
    ArrayType: () => ArrayType.obj,
    array: () => ArrayType.obj,
    typecodes: () => newStr(itemCodes.map((c) => c.code).join("")),
  },
  types: { array: ArrayType },
  exec: (vm) => {
    const mutable = getAttrText(vm, importModule(vm, "collections.abc", None, newTuple(vm, [newStr("MutableSequence")]), 0), "MutableSequence");
    callMethod(vm, mutable, intern(vm, "register"), [ArrayType.obj]);
  },
});
