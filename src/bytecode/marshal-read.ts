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
  const value = new MarshalReader(data, options?.allowCode !== false).readObject();
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

/** What comes back in place of a value while its parts are still to be read. */
const UNFINISHED = Symbol("unfinished");

/** A container being read. There is a stack of them, because the host's own stack would not hold two thousand levels. */
interface Frame {
  /** Takes the next part (undefined: NULL) and answers the container once it is complete. */
  accept(part: MarshalValue | undefined): MarshalValue | undefined | typeof UNFINISHED;
}

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
  at = 0;
  private readonly frames: Frame[] = [];
  readonly refs: (MarshalValue | typeof RESERVED)[] = [];
  /** Made when the first set or dict is met. */
  private hashKeys: HashKeys | null = null;

  constructor(data: Uint8Array, allowCode: boolean) {
    this.data = data;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.allowCode = allowCode;
  }

  /** The next value with all its parts, or undefined for NULL. */
  readObject(): MarshalValue | undefined {
    const { frames } = this;
    for (;;) {
      let value = this.begin();
      while (value !== UNFINISHED) {
        const frame = frames[frames.length - 1];
        if (frame === undefined) return value;
        value = frame.accept(value);
        if (value !== UNFINISHED) frames.pop();
      }
    }
  }

  /** Reads up to where a value is complete, or its first part is to come. */
  private begin(): MarshalValue | undefined | typeof UNFINISHED {
    if (this.at >= this.data.length) throw new PythonError("EOFError", "EOF read where object expected");
    const code = this.data[this.at++]!;
    if (this.frames.length >= MAX_DEPTH) throw new PythonError("ValueError", "recursion limit exceeded");
    return this.readBody(code & 0x7f, (code & FLAG_REF) !== 0);
  }

  private readBody(type: number, flag: boolean): MarshalValue | undefined | typeof UNFINISHED {
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
        if (!this.allowCode) throw new PythonError("ValueError", "unmarshalling code objects is disallowed");
        return this.push(new CodeFrame(this, flag));
      case 0x3a: // :
        return this.push(new SliceFrame(this, flag));
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

  int32(): number {
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

  private push(frame: Frame): typeof UNFINISHED {
    this.frames.push(frame);
    return UNFINISHED;
  }

  private readTuple(size: number, flag: boolean): MarshalValue | typeof UNFINISHED {
    const items: MarshalValue[] = [];
    const tuple = new TupleConst<MarshalValue>(items);
    if (flag) this.refs.push(tuple);
    return size === 0 ? tuple : this.push(new ItemsFrame(tuple, items, size, "tuple"));
  }

  private readList(flag: boolean): MarshalValue | typeof UNFINISHED {
    const size = this.size("list");
    const list = new ListValue([]);
    if (flag) this.refs.push(list);
    return size === 0 ? list : this.push(new ItemsFrame(list, list.items, size, "list"));
  }

  private readDict(flag: boolean): typeof UNFINISHED {
    const dict = new DictValue([]);
    if (flag) this.refs.push(dict);
    return this.push(new DictFrame(dict, this.keys()));
  }

  private readSet(frozen: boolean, flag: boolean): MarshalValue | typeof UNFINISHED {
    const size = this.size("set");
    const items: MarshalValue[] = [];
    const set = frozen ? new FrozenSetConst<MarshalValue>(items) : new SetValue(items);
    const index = this.refs.length;
    if (flag) this.refs.push(frozen && size > 0 ? RESERVED : set);
    if (size === 0) return set;
    return this.push(
      new SetFrame(items, size, this.keys(), () => {
        if (flag) this.refs[index] = set;
        return set;
      }),
    );
  }

  private keys(): HashKeys {
    return (this.hashKeys ??= new HashKeys());
  }
}

function nullIn(what: string): PythonError {
  return new PythonError("TypeError", `NULL object in marshal data for ${what}`);
}

class ItemsFrame implements Frame {
  private readonly whole: MarshalValue;
  private readonly items: MarshalValue[];
  private readonly size: number;
  private readonly what: string;
  constructor(whole: MarshalValue, items: MarshalValue[], size: number, what: string) {
    this.whole = whole;
    this.items = items;
    this.size = size;
    this.what = what;
  }
  accept(part: MarshalValue | undefined): MarshalValue | typeof UNFINISHED {
    if (part === undefined) throw nullIn(this.what);
    return this.items.push(part) === this.size ? this.whole : UNFINISHED;
  }
}

class SetFrame implements Frame {
  private readonly items: MarshalValue[];
  private missing: number;
  private readonly keys: HashKeys;
  private readonly finish: () => MarshalValue;
  private readonly present = new Set<string>();
  constructor(items: MarshalValue[], size: number, keys: HashKeys, finish: () => MarshalValue) {
    this.items = items;
    this.missing = size;
    this.keys = keys;
    this.finish = finish;
  }
  accept(part: MarshalValue | undefined): MarshalValue | typeof UNFINISHED {
    if (part === undefined) throw nullIn("set");
    const key = this.keys.of(part, "a set element");
    if (!this.present.has(key)) {
      this.present.add(key);
      this.items.push(part);
    }
    return --this.missing === 0 ? this.finish() : UNFINISHED;
  }
}

/** Keys and values in turns, up to a NULL. */
class DictFrame implements Frame {
  private readonly dict: DictValue;
  private readonly keys: HashKeys;
  private readonly indexes = new Map<string, number>();
  private key: MarshalValue | undefined = undefined;
  constructor(dict: DictValue, keys: HashKeys) {
    this.dict = dict;
    this.keys = keys;
  }
  accept(part: MarshalValue | undefined): MarshalValue | typeof UNFINISHED {
    if (part === undefined) return this.dict;
    if (this.key === undefined) {
      this.key = part;
      return UNFINISHED;
    }
    const { entries } = this.dict;
    const hashKey = this.keys.of(this.key, "a dict key");
    const index = this.indexes.get(hashKey);
    if (index !== undefined) entries[index]![1] = part;
    else {
      this.indexes.set(hashKey, entries.length);
      entries.push([this.key, part]);
    }
    this.key = undefined;
    return UNFINISHED;
  }
}

/** An object that may be referred to only after it is complete. */
abstract class LateFrame {
  protected readonly reader: MarshalReader;
  private readonly index: number;
  protected readonly parts: MarshalValue[] = [];
  constructor(reader: MarshalReader, flag: boolean) {
    this.reader = reader;
    this.index = flag ? reader.refs.length : -1;
    if (flag) reader.refs.push(RESERVED);
  }
  protected finished(value: MarshalValue): MarshalValue {
    if (this.index >= 0) this.reader.refs[this.index] = value;
    return value;
  }
}

class SliceFrame extends LateFrame implements Frame {
  accept(part: MarshalValue | undefined): MarshalValue | undefined | typeof UNFINISHED {
    // A NULL part makes the whole NULL, which is an error of whatever holds it.
    if (part === undefined) return undefined;
    const { parts } = this;
    if (parts.push(part) < 3) return UNFINISHED;
    return this.finished(new SliceConst<MarshalValue>(parts[0]!, parts[1]!, parts[2]!));
  }
}

class CodeFrame extends LateFrame implements Frame {
  private readonly numbers: number[];
  constructor(reader: MarshalReader, flag: boolean) {
    super(reader, flag);
    this.numbers = [reader.int32(), reader.int32(), reader.int32(), reader.int32(), reader.int32()];
  }
  accept(part: MarshalValue | undefined): MarshalValue | typeof UNFINISHED {
    if (part === undefined) throw nullIn("code object");
    const { parts } = this;
    parts.push(part);
    // The first line stands between the names and the tables.
    if (parts.length === 8) this.numbers.push(this.reader.int32());
    return parts.length < 10 ? UNFINISHED : this.finished(makeCode(this.numbers, parts));
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
