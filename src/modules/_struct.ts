// _struct: packing values into bytes. Mirrors Modules/_struct.c over base/struct-format.ts. See docs/base.md.
import { PythonError } from "../base/python-error.ts";
import { packBytes, packStruct, parseStructFormat, structOffset, type StructItem, type StructLayout, type StructValue, unpackDouble, unpackInt, unpackStruct, wrongValueCount } from "../base/struct-format.ts";
import {
  asBytesLike,
  BytesType,
  asComplex,
  asDouble,
  asIndex,
  asSsize, asSsizeArgument,
  asWritableBytes,
  Container,
  defineModule,
  defineType,
  drop,
  encodeText,
  dropError,
  exc,
  False,
  FloatType,
  fromPythonError,
  isBigOrInt,
  isBytes,
  isStr,
  type Leaf,
  matches,
  type ModuleSpec,
  newBytes,
  newComplex,
  newError,
  newFloat,
  newInt,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  note,
  type PyFloat,
  runtimeError,
  shortName,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  True,
  truth,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
} from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";

const D = documented("_struct");
const errorClass = (vm: Vm): TypeRec => exceptionClass(vm, "struct", "error");
const structError = (vm: Vm, message: string): unknown => newError(vm, errorClass(vm), message);

function guard<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError && error.type === "struct.error") throw structError(vm, error.message);
    throw fromPythonError(vm, error);
  }
}

interface Struct {
  format: string;
  layout: StructLayout;
}

function parse(vm: Vm, format: Value): Struct {
  let text: string;
  if (isStr(format)) {
    text = textOf(format);
    // oxlint-disable-next-line no-control-regex -- every character of ASCII
    if (/[^\x00-\x7f]/.test(text)) encodeText(vm, format, newStr("ascii"), undefined);
  }
  else if (isBytes(format)) text = String.fromCharCode(...asBytesLike(vm, format));
  else throw typeError(vm, `Struct() argument 1 must be a str or bytes object, not ${typeName(format)}`);
  const cache = vm.stateOf("_struct", () => new Map<string, Struct>());
  let known = cache.get(text);
  if (known === undefined) {
    known = { format: text, layout: guard(vm, () => parseStructFormat(text)) };
    if (cache.size >= 100) cache.clear();
    cache.set(text, known);
  }
  return known;
}

/** A Python value as what its item takes. */
function hostValue(vm: Vm, kind: string, code: string, v: Value): StructValue {
  switch (kind) {
    case "int":
      if (isBigOrInt(v)) return asIndex(vm, v);
      if (typeOf(v).nb_index === undefined) throw structError(vm, "required argument is not an integer");
      return asIndex(vm, v);
    case "bool":
      return truth(vm, v);
    case "float":
      return converted(vm, () => asDouble(vm, v), "required argument is not a float");
    case "complex": {
      const { real, imag } = converted(vm, () => asComplex(vm, v), "required argument is not a complex");
      return [real, imag];
    }
    case "char":
      if (!isBytes(v)) throw structError(vm, "char format requires a bytes object of length 1");
      return asBytesLike(vm, v);
    default:
      if (!isBytes(v) && typeName(v) !== "bytearray") throw structError(vm, `argument for '${code}' must be a bytes object`);
      return asBytesLike(vm, v);
  }
}

function converted<T>(vm: Vm, run: () => T, message: string): T {
  try {
    return run();
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw structError(vm, message);
  }
}

function hostValues(vm: Vm, layout: StructLayout, args: readonly Value[]): StructValue[] {
  const values: StructValue[] = [];
  for (const item of layout.items) for (let k = 0; k < item.count; k++) values.push(hostValue(vm, item.kind, item.code, args[values.length]!));
  return values;
}

function pack(vm: Vm, { layout }: Struct, args: readonly Value[]): Value {
  if (args.length !== layout.count) throw structError(vm, wrongValueCount("pack", layout, args.length).message);
  const out = new Uint8Array(layout.size);
  if (!packQuick(layout, args, out)) {
    const values = hostValues(vm, layout, args);
    guard(vm, () => packStruct(layout, values, out, 0));
  }
  return newBytes(out);
}

// A double and its bytes. A view of a small array's buffer would make V8 move its bytes out of the heap first.
const doubles = new Float64Array(1);
const doubleBytes = new Uint8Array(doubles.buffer);

function readInt(data: Uint8Array, place: number, item: StructItem, littleEndian: boolean): number {
  const signed = item.code.charCodeAt(0) >= 97;
  if (item.size === 1) {
    const b = data[place]!;
    return signed && b > 127 ? b - 256 : b;
  }
  if (item.size === 2) {
    const n = littleEndian ? data[place]! | (data[place + 1]! << 8) : data[place + 1]! | (data[place]! << 8);
    return signed && n > 32767 ? n - 65536 : n;
  }
  const n = littleEndian
    ? data[place]! | (data[place + 1]! << 8) | (data[place + 2]! << 16) | (data[place + 3]! << 24)
    : data[place + 3]! | (data[place + 2]! << 8) | (data[place + 1]! << 16) | (data[place]! << 24);
  return signed ? n : n >>> 0;
}

function readDouble(data: Uint8Array, place: number, littleEndian: boolean): number {
  for (let b = 0; b < 8; b++) doubleBytes[b] = data[littleEndian ? place + b : place + 7 - b]!;
  return doubles[0]!;
}

/** Packs numbers and bytes that fit their items; false, with nothing that counts written, when there is anything else. */
function packQuick(layout: StructLayout, args: readonly Value[], out: Uint8Array): boolean {
  const { items, littleEndian } = layout;
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let place = item.offset;
    for (let k = 0; k < item.count; k++, place += item.size) {
      const v = args[at++]!;
      if (item.kind === "int") {
        if (typeof v !== "number" || item.size > 4) return false;
        const least = item.code.charCodeAt(0) >= 97 ? -(item.size === 4 ? 2147483648 : item.size === 2 ? 32768 : 128) : 0;
        const range = item.size === 4 ? 4294967296 : item.size === 2 ? 65536 : 256;
        if (v < least || v >= least + range) return false;
        const { size } = item;
        for (let b = 0; b < size; b++) out[littleEndian ? place + b : place + size - 1 - b] = v >> (8 * b);
      } else if (item.kind === "float" && item.size === 8) {
        if (typeof v === "number") doubles[0] = v;
        else if (v.type === FloatType) doubles[0] = (v as PyFloat).v;
        else return false;
        for (let b = 0; b < 8; b++) out[littleEndian ? place + b : place + 7 - b] = doubleBytes[b]!;
      } else if (item.kind === "bytes" && typeof v !== "number" && v.type === BytesType) packBytes(out, place, item.size, (v as Leaf).data as Uint8Array);
      else return false;
    }
  }
  return true;
}

function packInto(vm: Vm, { layout }: Struct, args: readonly Value[]): void {
  if (args.length === 0) throw structError(vm, "pack_into expected buffer argument");
  if (args.length === 1) throw structError(vm, "pack_into expected offset argument");
  if (args.length - 2 !== layout.count) throw structError(vm, wrongValueCount("pack_into", layout, args.length - 2).message);
  let out: Uint8Array;
  try {
    out = asWritableBytes(vm, args[0]!);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType) && !matches(error, exc.BufferErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, `argument must be read-write bytes-like object, not ${typeName(args[0]!)}`);
  }
  const offset = guard(vm, () => structOffset(layout, out.length, asSsize(vm, args[1]!), true));
  const values = hostValues(vm, layout, args.slice(2));
  guard(vm, () => packStruct(layout, values, out, offset));
}

function pythonValue(kind: string, v: StructValue): Value {
  if (typeof v === "boolean") return v ? True : False;
  if (v instanceof Uint8Array) return newBytes(v.slice());
  if (typeof v === "object") return newComplex((v as readonly [number, number])[0], (v as readonly [number, number])[1]);
  return kind === "float" ? newFloat(v as number) : newInt(v as number | bigint);
}

function unpackAt(vm: Vm, { layout }: Struct, data: Uint8Array, offset: number): Value {
  const made: Value[] = [];
  const { items, littleEndian } = layout;
  let view: DataView | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let place = offset + item.offset;
    for (let k = 0; k < item.count; k++, place += item.size) {
      if (item.kind === "int" && item.size <= 4) made.push(readInt(data, place, item, littleEndian));
      else if (item.kind === "float" && item.size === 8) made.push(newFloat(readDouble(data, place, littleEndian)));
      else if (item.kind === "int") made.push(newInt(unpackInt((view ??= new DataView(data.buffer, data.byteOffset, data.byteLength)), place, item, littleEndian)));
      else if (item.kind === "float") made.push(newFloat(unpackDouble((view ??= new DataView(data.buffer, data.byteOffset, data.byteLength)), place, item.size, littleEndian)));
      else if (item.kind === "bytes" || item.kind === "char") made.push(newBytes(data.slice(place, place + item.size)));
      else return unpackAny(vm, layout, data, offset);
    }
  }
  return newTuple(vm, made);
}

function unpackAny(vm: Vm, layout: StructLayout, data: Uint8Array, offset: number): Value {
  const values = unpackStruct(layout, data, offset);
  const made: Value[] = [];
  for (const item of layout.items) for (let k = 0; k < item.count; k++) made.push(pythonValue(item.kind, values[made.length]!));
  return newTuple(vm, made);
}

function unpack(vm: Vm, s: Struct, buffer: Value): Value {
  const data = asBytesLike(vm, buffer);
  if (data.length !== s.layout.size) throw structError(vm, `unpack requires a buffer of ${s.layout.size} bytes`);
  return unpackAt(vm, s, data, 0);
}

/** An offset, exact even where no double is. */
function offsetArgument(vm: Vm, v: Value): number | bigint {
  const n = asSsizeArgument(vm, v);
  return Number.isSafeInteger(n) ? n : asIndex(vm, v);
}

function unpackFrom(vm: Vm, s: Struct, buffer: Value, offset?: Value): Value {
  const data = asBytesLike(vm, buffer);
  return unpackAt(vm, s, data, guard(vm, () => structOffset(s.layout, data.length, offset === undefined ? 0 : offsetArgument(vm, offset), false)));
}

interface Unpacking {
  struct: Struct;
  buffer: Value | undefined;
  index: number;
}

const UnpackIteratorType: TypeRec = defineType({
  name: "_struct.unpack_iterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    __length_hint__: D.method("unpack_iterator.__length_hint__", (vm: Vm, self: Container) => {
      const { struct, buffer, index } = self.data as Unpacking;
      return buffer === undefined ? 0 : Math.floor((asBytesLike(vm, buffer).length - index) / struct.layout.size);
    }, "($self, /)"),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      const it = self.data as Unpacking;
      if (it.buffer === undefined) return undefined;
      const data = asBytesLike(vm, it.buffer);
      if (it.index + it.struct.layout.size > data.length) {
        const { buffer } = it;
        it.buffer = undefined;
        drop(vm, buffer);
        return undefined;
      }
      const made = unpackAt(vm, it.struct, data, it.index);
      it.index += it.struct.layout.size;
      return made;
    },
    tp_traverse: (self: Container, visit) => {
      const { buffer } = self.data as Unpacking;
      if (buffer !== undefined) visit(buffer);
    },
    tp_clear: (vm, self: Container) => {
      const it = self.data as Unpacking;
      const { buffer } = it;
      it.buffer = undefined;
      if (buffer !== undefined) drop(vm, buffer);
    },
  },
});

function iterUnpack(vm: Vm, s: Struct, buffer: Value): Value {
  const { size } = s.layout;
  if (size === 0) throw structError(vm, "cannot iteratively unpack with a struct of length 0");
  if (asBytesLike(vm, buffer).length % size !== 0) throw structError(vm, `iterative unpacking requires a buffer of a multiple of ${size} bytes`);
  const made = new Container(UnpackIteratorType, { struct: s, buffer: newRef(buffer), index: 0 } satisfies Unpacking, null);
  track(vm, made);
  return note(vm, made);
}

const structArguments = constructorArguments("Struct", "(format)");
const NONE_YET: Struct = { format: "", layout: parseStructFormat("") };

function structOf(vm: Vm, self: Value): Struct {
  const struct = (self as Container).data as Struct;
  if (struct === NONE_YET) throw runtimeError(vm, "Struct object is not initialized");
  return struct;
}

const StructType: TypeRec = defineType({
  name: "_struct.Struct",
  doc: D.doc("Struct"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    iter_unpack: D.method("Struct.iter_unpack", (vm: Vm, self: Value, buffer: Value) => iterUnpack(vm, structOf(vm, self), buffer)),
    pack: D.method("Struct.pack", (vm: Vm, self: Value, args: Value[]) => pack(vm, structOf(vm, self), args), "($self, *args)"),
    pack_into: D.method("Struct.pack_into", (vm: Vm, self: Value, args: Value[]) => packInto(vm, structOf(vm, self), args), "($self, *args)"),
    unpack: D.method("Struct.unpack", (vm: Vm, self: Value, buffer: Value) => unpack(vm, structOf(vm, self), buffer)),
    unpack_from: D.method("Struct.unpack_from", (vm: Vm, self: Value, buffer: Value, offset?: Value) => unpackFrom(vm, structOf(vm, self), buffer, offset)),
    __sizeof__: D.method("Struct.__sizeof__", (vm: Vm, self: Value) => 56 + 32 * (structOf(vm, self).layout.items.length + 1)),
  },
  getset: {
    format: D.getset("Struct.format", (vm, self) => newStr(structOf(vm, self).format)),
    size: D.getset("Struct.size", (_vm, self) => ((self as Container).data === NONE_YET ? -1 : ((self as Container).data as Struct).layout.size)),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, NONE_YET),
    tp_init: (vm, self: Container, args, kwnames) => {
      self.data = parse(vm, structArguments(vm, args, kwnames)[0] as Value);
    },
    tp_repr: (vm, self) => strFromJs(`${shortName((self as Container).type)}('${structOf(vm, self).format}')`),
  },
});

function first(vm: Vm, args: readonly Value[]): Struct {
  if (args.length === 0) throw typeError(vm, "missing format argument");
  return parse(vm, args[0]!);
}

export const structModule: ModuleSpec = defineModule({
  name: "_struct",
  doc: D.doc(""),
  functions: {
    _clearcache: D.func("_clearcache", (vm: Vm) => vm.stateOf("_struct", () => new Map<string, Struct>()).clear()),
    calcsize: D.func("calcsize", (vm: Vm, format: Value) => parse(vm, format).layout.size),
    iter_unpack: D.func("iter_unpack", (vm: Vm, format: Value, buffer: Value) => iterUnpack(vm, parse(vm, format), buffer)),
    pack: D.func("pack", (vm: Vm, args: Value[]) => pack(vm, first(vm, args), args.slice(1)), "($module, *args)"),
    pack_into: D.func("pack_into", (vm: Vm, args: Value[]) => packInto(vm, first(vm, args), args.slice(1)), "($module, *args)"),
    unpack: D.func("unpack", (vm: Vm, format: Value, buffer: Value) => unpack(vm, parse(vm, format), buffer)),
    unpack_from: D.func("unpack_from", (vm: Vm, format: Value, buffer: Value, offset?: Value) => unpackFrom(vm, parse(vm, format), buffer, offset)),
  },
  types: { Struct: StructType },
  attributes: { error: (vm) => errorClass(vm).obj },
});
