// marshal: Python values to bytes and back. Mirrors Python/marshal.c; the format itself is src/bytecode/marshal-*.ts. See docs/modules.md.
import { ComplexConst, ELLIPSIS, FloatConst, FrozenSetConst, SliceConst, TupleConst } from "../base/constant.ts";
import { PythonError } from "../base/python-error.ts";
import type { CodeConst, CodeUnit } from "../bytecode/code-unit.ts";
import { readMarshal } from "../bytecode/marshal-read.ts";
import { DictValue, ListValue, MARSHAL_VERSION, type MarshalValue, MAX_DEPTH, SetValue, STOP_ITERATION } from "../bytecode/marshal-values.ts";
import { writeMarshal } from "../bytecode/marshal-write.ts";
import * as api from "../core/api.ts";
import { type Container, Ellipsis, exc, False, type ModuleSpec, None, True, type Value, type Vm } from "../core/api.ts";
import { type CodeData, CodeType, codeOf, constantObject } from "../types/code.ts";
import { ComplexType } from "../types/complex.ts";
import { FloatType } from "../types/float.ts";
import { FrozenSetType, SetType } from "../types/set/set.ts";
import { setItems } from "../types/set/set-object.ts";
import { SliceType } from "../types/slice.ts";
import { documented } from "./documented.ts";
import { startDocs } from "./start-docs.generated.ts";

const DOC_DUMP = "Write the value on the open file.\n\n  value\n    Must be a supported type.\n  file\n    Must be a writeable binary file.\n  version\n    Indicates the data format that dump should use.\n  allow_code\n    Allow to write code objects.\n\nIf the value has (or contains an object that has) an unsupported type, a\nValueError exception is raised - but garbage data will also be written\nto the file. The object will not be properly read back by load().";
const DOC_DUMPS = "Return the bytes object that would be written to a file by dump(value, file).\n\n  value\n    Must be a supported type.\n  version\n    Indicates the data format that dumps should use.\n  allow_code\n    Allow to write code objects.\n\nRaise a ValueError exception if value has (or contains an object that\nhas) an unsupported type.";
const DOC_LOAD = "Read one value from the open file and return it.\n\n  file\n    Must be readable binary file.\n  allow_code\n    Allow to load code objects.\n\nIf no valid value is read (e.g. because the data has a different Python\nversion's incompatible marshal format), raise EOFError, ValueError or\nTypeError.\n\nNote: If an object containing an unsupported type was marshalled with\ndump(), load() will substitute None for the unmarshallable type.";
const DOC_LOADS = "Convert the bytes-like object to a value.\n\n  allow_code\n    Allow to load code objects.\n\nIf no valid value is found, raise EOFError, ValueError or TypeError.\nExtra bytes in the input are ignored.";

/** Runs what raises errors of the object-free layers and makes Python's of them. */
function raising<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const types: Record<string, api.TypeRec> = { EOFError: exc.EOFErrorType, TypeError: exc.TypeErrorType, SystemError: exc.SystemErrorType, RecursionError: exc.RecursionErrorType, OverflowError: exc.OverflowErrorType, UnicodeDecodeError: exc.ValueErrorType };
    throw api.newError(vm, types[error.type] ?? exc.ValueErrorType, error.message);
  }
}

/** What was met on the way from objects to plain data. */
interface Walk {
  readonly seen: Map<Value, MarshalValue>;
  /** Code objects and slices whose parts are being looked at. */
  readonly open: Set<Value>;
  readonly version: number;
}

/** An object as plain data; containers that were met before are the same data again. */
function toData(vm: Vm, v: Value, walk: Walk, depth: number): MarshalValue {
  const { seen } = walk;
  if (depth > MAX_DEPTH) throw api.valueError(vm, "object too deeply nested to marshal");
  if (typeof v === "number") return v;
  if (v === None) return null;
  if (v === True) return true;
  if (v === False) return false;
  if (v === Ellipsis) return ELLIPSIS;
  if (v === exc.StopIterationType.obj) return STOP_ITERATION;
  const known = seen.get(v);
  if (known !== undefined) return known;
  // Nothing can refer to these before they are complete.
  if (walk.open.has(v) && (walk.version >= 3 || v.type !== CodeType)) throw api.valueError(vm, "unmarshallable object");
  const made = (data: MarshalValue): MarshalValue => {
    seen.set(v, data);
    return data;
  };
  const part = (item: Value): MarshalValue => toData(vm, item, walk, depth + 1);
  const closed = <T>(run: () => T): T => {
    walk.open.add(v);
    const data = run();
    walk.open.delete(v);
    return data;
  };
  if (api.isExactInt(v)) return api.intValue(v);
  if (v.type === FloatType) return made(new FloatConst(api.floatValue(v)));
  if (api.isExactStr(v)) return api.textOf(v);
  if (v.type === ComplexType) return made(new ComplexConst(api.complexData(v).real, api.complexData(v).imag));
  if (v.type === CodeType) return made(closed(() => codeData(codeOf(v), part)));
  const c = v as unknown as Container;
  switch (c.type) {
    case api.TupleType: {
      const items: MarshalValue[] = [];
      const tuple = made(new TupleConst<MarshalValue>(items));
      for (const item of c.data as Value[]) items.push(part(item));
      return tuple;
    }
    case api.ListType: {
      const list = new ListValue([]);
      made(list);
      for (const item of c.data as Value[]) list.items.push(part(item));
      return list;
    }
    case api.DictType: {
      const dict = new DictValue([]);
      made(dict);
      for (const [key, value] of api.dictItems(c)) dict.entries.push([part(key), part(value)]);
      return dict;
    }
    case SetType:
      return made(new SetValue(setItems(c).map(part)));
    case FrozenSetType:
      return made(new FrozenSetConst<MarshalValue>(setItems(c).map(part)));
    case SliceType: {
      const of = (name: string): MarshalValue => part(api.getAttrText(vm, v, name));
      return made(closed(() => new SliceConst<MarshalValue>(of("start"), of("stop"), of("step"))));
    }
  }
  if (api.isBytes(v) || api.hasBuffer(v)) return made(api.asBytesLike(vm, v).slice());
  throw api.valueError(vm, "unmarshallable object");
}

/** A code object's unit; constants that Python code has given are looked at themselves. */
function codeData(code: CodeData, part: (item: Value) => MarshalValue): CodeUnit {
  return code.given ? { ...code.unit, consts: code.consts.map((item) => part(item) as CodeConst) } : code.unit;
}

/** The object of plain data; what is one thing in the data becomes one object. */
function toObject(vm: Vm, data: MarshalValue, made: Map<object, Value>): Value {
  if (data === null || typeof data !== "object") return constantObject(vm, data);
  const known = made.get(data);
  if (known !== undefined) return known;
  const keep = <T extends Value>(v: T): T => {
    made.set(data, v);
    return v;
  };
  const part = (item: MarshalValue): Value => toObject(vm, item, made);
  if (data === STOP_ITERATION) return exc.StopIterationType.obj;
  if (data instanceof ListValue) {
    const list = keep(api.newList(vm, []));
    for (const item of data.items) api.pushRef(list.data as Value[], part(item));
    return list;
  }
  if (data instanceof DictValue) {
    const dict = keep(api.newScopedDict(vm));
    for (const [key, value] of data.entries) api.dictSet(vm, dict, part(key), part(value));
    return dict;
  }
  if (data instanceof TupleConst) {
    // Its parts may refer to it.
    const tuple = keep(api.newTuple(vm, data.items.map(() => None)));
    data.items.forEach((item, i) => ((tuple.data as Value[])[i] = api.newRef(part(item as MarshalValue))));
    return tuple;
  }
  if (data instanceof SetValue) return keep(api.newSet(vm, data.items.map(part)));
  if (data instanceof FrozenSetConst) return keep(api.newFrozenSet(vm, data.items.map((item) => part(item as MarshalValue))));
  if (data instanceof SliceConst) return keep(api.newSlice(vm, part(data.start as MarshalValue), part(data.stop as MarshalValue), part(data.step as MarshalValue)));
  return keep(constantObject(vm, data as never));
}

const allows = (vm: Vm, flag: Value | undefined): boolean => flag === undefined || api.truth(vm, flag);

function dumps(vm: Vm, value: Value, version: Value | undefined, allowCode: Value | undefined): Value {
  const wanted = version === undefined ? MARSHAL_VERSION : api.asCInt(vm, version);
  api.audit(vm, "marshal.dumps", () => [value, wanted]);
  const data = toData(vm, value, { seen: new Map(), open: new Set(), version: wanted }, 0);
  return api.newBytes(raising(vm, () => writeMarshal(data, { version: wanted, allowCode: allows(vm, allowCode) })));
}

function loads(vm: Vm, bytes: Uint8Array, allowCode: Value | undefined): Value {
  const data = raising(vm, () => readMarshal(bytes, { allowCode: allows(vm, allowCode) }));
  return toObject(vm, data, new Map());
}

/** Reads the bytes of one value from a file, none beyond it. */
function pull(vm: Vm, file: Value): Uint8Array {
  const bytes: number[] = [];
  const probe = api.callMethod(vm, file, api.intern(vm, "read"), [0]);
  if (!api.isBytes(probe)) throw api.typeError(vm, `file.read() returned not bytes but ${api.typeName(probe)}`);
  const read = (size: number): Uint8Array | undefined => {
    const buffer = api.newByteArray(vm, new Uint8Array(size));
    const got = api.asSsize(vm, api.callMethod(vm, file, api.intern(vm, "readinto"), [api.call(vm, api.MemoryViewType.obj, [buffer])]));
    if (got > size) throw api.valueError(vm, `read() returned too much data: ${size} bytes requested, ${got} returned`);
    if (got < size) return undefined;
    const chunk = api.asBytesLike(vm, buffer);
    for (const byte of chunk) bytes.push(byte);
    return chunk;
  };
  const short = (): Error => {
    throw api.newError(vm, exc.EOFErrorType, "EOF read where not expected");
  };
  // In pieces: a claimed size reserves no memory.
  const need = (size: number): Uint8Array => {
    let chunk: Uint8Array = new Uint8Array(0);
    for (let left = size; left > 0; left -= chunk.length) chunk = read(Math.min(left, 1 << 20)) ?? (short() as never);
    return chunk;
  };
  const int = (): number => new DataView(need(4).slice().buffer).getInt32(0, true);
  // What is still to come: objects (1), numbers (0), and the pairs of a dict up to its end (2).
  const work: number[] = [1];
  while (work.length > 0) {
    const kind = work.pop()!;
    if (kind === 0) {
      int();
      continue;
    }
    const first = read(1);
    if (first === undefined) throw api.newError(vm, exc.EOFErrorType, "EOF read where object expected");
    const type = String.fromCharCode(first[0]! & 0x7f);
    if (kind === 2 && type !== "0") work.push(2);
    if ("ir".includes(type)) int();
    else if ("Ig".includes(type)) need(8);
    else if (type === "y") {
      need(8);
      need(8);
    }
    else if (type === "l") need(2 * Math.abs(int()));
    else if ("fzZ".includes(type)) need(need(1)[0]!);
    else if (type === "x") {
      need(need(1)[0]!);
      need(need(1)[0]!);
    } else if ("saAut".includes(type)) need(int());
    else if (type === ")") for (let n = need(1)[0]!; n > 0; n--) work.push(1);
    else if ("([<>".includes(type)) for (let n = int(); n > 0; n--) work.push(1);
    else if (type === "{") work.push(2);
    else if (type === ":") work.push(1, 1, 1);
    else if (type === "c") {
      need(20);
      work.push(1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    } else if (!"0NSTF.".includes(type)) break;
  }
  return Uint8Array.from(bytes);
}

export const marshalModule: ModuleSpec = api.defineModule({
  name: "marshal",
  doc: documented("marshal", startDocs).doc(""),
  functions: {
    dump: api.func("($module, value, file, version=version, /, *, allow_code=True)", DOC_DUMP, (vm: Vm, value: Value, file: Value, version?: Value, allowCode?: Value) =>
      api.callMethod(vm, file, api.intern(vm, "write"), [dumps(vm, value, version, allowCode)])),
    dumps: api.func("($module, value, version=version, /, *, allow_code=True)", DOC_DUMPS, dumps),
    load: api.func("($module, file, /, *, allow_code=True)", DOC_LOAD, (vm: Vm, file: Value, allowCode?: Value) => {
      api.audit(vm, "marshal.load", () => []);
      return loads(vm, pull(vm, file), allowCode);
    }),
    loads: api.func("($module, bytes, /, *, allow_code=True)", DOC_LOADS, (vm: Vm, bytes: Value, allowCode?: Value) => {
      const data = api.asBytesLike(vm, bytes);
      api.audit(vm, "marshal.loads", () => [api.newBytes(data)]);
      return loads(vm, data, allowCode);
    }),
  },
  attributes: { version: () => MARSHAL_VERSION },
});
