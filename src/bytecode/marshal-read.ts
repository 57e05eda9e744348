// Reads marshal data of every version: what marshal.loads does (Python/marshal.c). Whatever the bytes are, the outcome is a value or
// a PythonError with CPython's message; memory stays in proportion to the data. See docs/bytecode.md.
import { ComplexConst, ELLIPSIS, FloatConst, FrozenSetConst, SliceConst, TupleConst, intConst } from "../base/constant.ts";
import { parseDouble } from "../base/float-format.ts";
import { PythonError } from "../base/python-error.ts";
import { decodeUtf8, latin1Text } from "../base/utf8.ts";
import type { CodeConst, CodeUnit } from "./code-unit.ts";
import { CO_FAST_LOCAL, CO_VARARGS, CO_VARKEYWORDS, isCodeUnit } from "./code-unit.ts";
import { HashKeys } from "./marshal-hash.ts";
import { DictValue, ListValue, MAX_DEPTH, STOP_ITERATION, SetValue } from "./marshal-values.ts";
import type { MarshalValue } from "./marshal-values.ts";

export interface MarshalReadOptions {
  /** False makes code objects an error, as `allow_code=False` does. */
  allowCode?: boolean;
}

/** Reads one value from the start of `data`; bytes behind it are ignored. Raises PythonError (EOFError, ValueError, TypeError, ...). */
export function readMarshal(data: Uint8Array, options?: MarshalReadOptions): MarshalValue {
  const reader = new MarshalReader(data, options?.allowCode !== false);
  const value = reader.readObject();
  if (value === undefined) throw new PythonError("TypeError", "NULL object in marshal data for object");
  return value;
}

/** Reads one code object; raises TypeError when the value is something else. */
export function readCode(data: Uint8Array): CodeUnit {
  const value = readMarshal(data);
  if (!isCodeUnit(value)) throw new PythonError("TypeError", "not a code object in marshal data");
  return value;
}

const FLAG_REF = 0x80;

/** What stands in the list of references while its object is being read and may not be used yet. */
const RESERVED = Symbol("reserved");

function tooShort(): PythonError {
  return new PythonError("EOFError", "marshal data too short");
}

function invalidReference(): PythonError {
  return new PythonError("ValueError", "bad marshal data (invalid reference)");
}

function badCode(): PythonError {
  return new PythonError("SystemError", "Objects/codeobject.c:465: bad argument to internal function");
}

class MarshalReader {
  private readonly data: Uint8Array;
  private readonly view: DataView;
  private readonly allowCode: boolean;
  private at = 0;
  private depth = 0;
  private readonly refs: (MarshalValue | typeof RESERVED)[] = [];
  /** Made when the first set or dict is met. */
  private hashKeys: HashKeys | null = null;

  constructor(data: Uint8Array, allowCode: boolean) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.allowCode = allowCode;
  }

  /** The next value, or undefined for the NULL that ends a dict. */
  readObject(): MarshalValue | undefined {
    if (this.at >= this.data.length) throw new PythonError("EOFError", "EOF read where object expected");
    const code = this.data[this.at++]!;
    if (this.depth >= MAX_DEPTH) throw new PythonError("ValueError", "recursion limit exceeded");
    this.depth++;
    const value = this.readBody(code & 0x7f, (code & FLAG_REF) !== 0);
    this.depth--;
    return value;
  }

  private readBody(type: number, flag: boolean): MarshalValue | undefined {
    switch (type) {
      case 0x30: // 0
        return undefined;
      case 0x4e: // N
        return null;
      case 0x53: // S
        return STOP_ITERATION;
      case 0x2e: // .
        return ELLIPSIS;
      case 0x46: // F
        return false;
      case 0x54: // T
        return true;
      case 0x72: // r
        return this.readReference();
      case 0x29: // )
        return this.readTuple(this.byte(), flag);
      case 0x28: // (
        return this.readTuple(this.size("tuple"), flag);
      case 0x5b: // [
        return this.readList(flag);
      case 0x7b: // {
        return this.readDict(flag);
      case 0x3c: // <
      case 0x3e: // >
        return this.readSet(type === 0x3e, flag);
      case 0x63: // c
        return this.readCode(flag);
      case 0x3a: // :
        return this.readSlice(flag);
      default: {
        const value = this.readLeaf(type);
        if (flag) this.refs.push(value);
        return value;
      }
    }
  }

  /** Values that hold no others. */
  private readLeaf(type: number): MarshalValue {
    switch (type) {
      case 0x69: // i
        return this.int32();
      case 0x49: // I
        return intConst(this.view.getBigInt64(this.take(8), true));
      case 0x6c: // l
        return this.readLong();
      case 0x66: // f
        return new FloatConst(this.floatText());
      case 0x67: // g
        return new FloatConst(this.view.getFloat64(this.take(8), true));
      case 0x78: {
        // x
        const real = this.floatText();
        return new ComplexConst(real, this.floatText());
      }
      case 0x79: {
        // y
        const real = this.view.getFloat64(this.take(8), true);
        return new ComplexConst(real, this.view.getFloat64(this.take(8), true));
      }
      case 0x73: {
        // s
        const size = this.size("bytes object");
        const start = this.take(size);
        return this.data.slice(start, start + size);
      }
      case 0x7a: // z
      case 0x5a: {
        // Z
        const size = this.byte();
        const start = this.take(size);
        return latin1Text(this.data, start, start + size);
      }
      case 0x61: // a
      case 0x41: {
        // A
        const size = this.size("string");
        const start = this.take(size);
        return latin1Text(this.data, start, start + size);
      }
      case 0x75: // u
      case 0x74: {
        // t
        const size = this.size("string");
        const start = this.take(size);
        return decodeUtf8(this.data, start, start + size, true);
      }
      default:
        throw new PythonError("ValueError", "bad marshal data (unknown type code)");
    }
  }

  private byte(): number {
    if (this.at >= this.data.length) throw new PythonError("EOFError", "EOF read where not expected");
    return this.data[this.at++]!;
  }

  /** Moves over `size` bytes and answers where they start. */
  private take(size: number): number {
    const start = this.at;
    if (this.data.length - start < size) throw tooShort();
    this.at = start + size;
    return start;
  }

  private int32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  private size(what: string): number {
    const size = this.int32();
    if (size < 0) {
      const subject = what === "bytes object" ? "bytes object size" : `${what} size`;
      throw new PythonError("ValueError", `bad marshal data (${subject} out of range)`);
    }
    return size;
  }

  private floatText(): number {
    const size = this.byte();
    const start = this.take(size);
    let end = start;
    while (end < start + size && this.data[end] !== 0) end++;
    const text = latin1Text(this.data, start, end);
    const value = /[\s_]/.test(text) ? undefined : parseDouble(text);
    if (value === undefined) {
      throw new PythonError("ValueError", `could not convert string to float: '${text.replace(/[\x80-\xff]/g, "\ufffd")}'`);
    }
    return value;
  }

  /** Digits of base 2**15, the least first; they are put together as hexadecimal text, because that way is linear. */
  private readLong(): number | bigint {
    const size = this.int32();
    if (size === -0x80000000) throw new PythonError("ValueError", "bad marshal data (long size out of range)");
    const count = Math.abs(size);
    if (count === 0) return 0;
    const nibbles: string[] = [];
    let pending = 0;
    let bits = 0;
    for (let i = 0; i < count; i++) {
      const digit = this.view.getUint16(this.take(2), true);
      if (digit > 0x7fff) throw new PythonError("ValueError", "bad marshal data (digit out of range in long)");
      if (digit === 0 && i === count - 1) throw new PythonError("ValueError", "bad marshal data (unnormalized long data)");
      pending |= digit << bits;
      bits += 15;
      while (bits >= 4) {
        nibbles.push((pending & 15).toString(16));
        pending >>>= 4;
        bits -= 4;
      }
    }
    nibbles.push(pending.toString(16));
    const magnitude = BigInt("0x" + nibbles.reverse().join(""));
    return intConst(size < 0 ? -magnitude : magnitude);
  }

  private readReference(): MarshalValue {
    const index = this.int32();
    if (index < 0 || index >= this.refs.length) throw invalidReference();
    const value = this.refs[index]!;
    if (value === RESERVED) throw invalidReference();
    return value as MarshalValue;
  }

  private readItems(items: MarshalValue[], size: number, what: string): void {
    for (let i = 0; i < size; i++) {
      const item = this.readObject();
      if (item === undefined) throw new PythonError("TypeError", `NULL object in marshal data for ${what}`);
      items.push(item);
    }
  }

  private readTuple(size: number, flag: boolean): MarshalValue {
    const items: MarshalValue[] = [];
    const tuple = new TupleConst<MarshalValue>(items);
    if (flag) this.refs.push(tuple);
    this.readItems(items, size, "tuple");
    return tuple;
  }

  private readList(flag: boolean): MarshalValue {
    const size = this.size("list");
    const list = new ListValue([]);
    if (flag) this.refs.push(list);
    this.readItems(list.items, size, "list");
    return list;
  }

  private readDict(flag: boolean): MarshalValue {
    const dict = new DictValue([]);
    if (flag) this.refs.push(dict);
    const indexes = new Map<string, number>();
    for (;;) {
      const key = this.readObject();
      if (key === undefined) return dict;
      const value = this.readObject();
      if (value === undefined) return dict;
      const hashKey = this.keys().of(key, "a dict key");
      const index = indexes.get(hashKey);
      if (index !== undefined) dict.entries[index]![1] = value;
      else {
        indexes.set(hashKey, dict.entries.length);
        dict.entries.push([key, value]);
      }
    }
  }

  private readSet(frozen: boolean, flag: boolean): MarshalValue {
    const size = this.size("set");
    const items: MarshalValue[] = [];
    const set = frozen ? new FrozenSetConst<MarshalValue>(items) : new SetValue(items);
    const index = this.refs.length;
    if (flag) this.refs.push(frozen && size > 0 ? RESERVED : set);
    const present = new Set<string>();
    for (let i = 0; i < size; i++) {
      const item = this.readObject();
      if (item === undefined) throw new PythonError("TypeError", "NULL object in marshal data for set");
      const hashKey = this.keys().of(item, "a set element");
      if (present.has(hashKey)) continue;
      present.add(hashKey);
      items.push(item);
    }
    if (flag) this.refs[index] = set;
    return set;
  }

  private keys(): HashKeys {
    return (this.hashKeys ??= new HashKeys());
  }

  private readSlice(flag: boolean): MarshalValue {
    const index = this.refs.length;
    if (flag) this.refs.push(RESERVED);
    const parts: MarshalValue[] = [];
    for (let i = 0; i < 3; i++) {
      const part = this.readObject();
      // CPython forgets to set an error for a part that is NULL; the caller's message for it is what one sees at the top.
      if (part === undefined) throw new PythonError("TypeError", "NULL object in marshal data for object");
      parts.push(part);
    }
    const slice = new SliceConst<MarshalValue>(parts[0]!, parts[1]!, parts[2]!);
    if (flag) this.refs[index] = slice;
    return slice;
  }

  private codePart(): MarshalValue {
    const part = this.readObject();
    if (part === undefined) throw new PythonError("TypeError", "NULL object in marshal data for code object");
    return part;
  }

  private readCode(flag: boolean): MarshalValue {
    if (!this.allowCode) throw new PythonError("ValueError", "unmarshalling code objects is disallowed");
    const index = this.refs.length;
    if (flag) this.refs.push(RESERVED);
    const numbers = [this.int32(), this.int32(), this.int32(), this.int32(), this.int32()];
    const parts: MarshalValue[] = [];
    for (let i = 0; i < 8; i++) parts.push(this.codePart());
    numbers.push(this.int32());
    parts.push(this.codePart(), this.codePart());
    const code = makeCode(numbers, parts);
    if (flag) this.refs[index] = code;
    return code;
  }
}

/** Checks the parts as _PyCode_Validate does, and puts them together. */
function makeCode(numbers: number[], parts: MarshalValue[]): CodeUnit {
  const [argcount, posonlyargcount, kwonlyargcount, stacksize, flags, firstlineno] = numbers as [number, number, number, number, number, number];
  const [code, consts, names, localsplusnames, localspluskinds, filename, name, qualname, linetable, exceptiontable] = parts;
  if (
    argcount < posonlyargcount ||
    posonlyargcount < 0 ||
    kwonlyargcount < 0 ||
    stacksize < 0 ||
    flags < 0 ||
    !(code instanceof Uint8Array) ||
    !(consts instanceof TupleConst) ||
    !(names instanceof TupleConst) ||
    !(localsplusnames instanceof TupleConst) ||
    !(localspluskinds instanceof Uint8Array) ||
    localsplusnames.items.length !== localspluskinds.length ||
    !(linetable instanceof Uint8Array) ||
    !(exceptiontable instanceof Uint8Array)
  ) {
    throw badCode();
  }
  const filenameText = textOf(filename, badCode);
  const nameText = textOf(name, badCode);
  const qualnameText = textOf(qualname, badCode);
  if (code.length % 2 !== 0) throw new PythonError("ValueError", "code: co_code is malformed");
  let plain = -argcount - kwonlyargcount - ((flags & CO_VARARGS) !== 0 ? 1 : 0) - ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  for (const kind of localspluskinds) if ((kind & CO_FAST_LOCAL) !== 0) plain++;
  if (plain < 0) throw new PythonError("ValueError", "code: co_varnames is too small");
  return {
    kind: "code",
    argcount,
    posonlyargcount,
    kwonlyargcount,
    stacksize: Math.max(stacksize, 1),
    flags,
    code,
    consts: consts.items as CodeConst[],
    names: namesOf(names as TupleConst<MarshalValue>),
    localsplusnames: namesOf(localsplusnames as TupleConst<MarshalValue>),
    localspluskinds,
    filename: filenameText,
    name: nameText,
    qualname: qualnameText,
    firstlineno,
    linetable,
    exceptiontable,
  };
}

function notText(): PythonError {
  return new PythonError("SystemError", "non-string found in code slot");
}

function namesOf(tuple: TupleConst<MarshalValue>): string[] {
  return tuple.items.map((item) => textOf(item, notText));
}

function textOf(value: MarshalValue | undefined, fault: () => PythonError): string {
  if (typeof value === "string") return value;
  // A name with a pair of surrogates that is not one character: no compiler makes one, and a JavaScript string cannot hold it.
  throw fault();
}
