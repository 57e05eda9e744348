// Writes marshal data, versions 0 to 5: what marshal.dumps does (Python/marshal.c). FLAG_REF is set where CPython sets it when it
// dumps what its compiler has just made: that depends on reference counts, which marshal-identity.ts models.
// See docs/bytecode.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import type { TextConst } from "../base/constant.ts";
import { doubleToText } from "../base/float-format.ts";
import { PythonError } from "../base/python-error.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import type { CodeUnit } from "./code-unit.ts";
import { isCodeUnit } from "./code-unit.ts";
import { IdentityModel } from "./marshal-identity.ts";
import { DictValue, ListValue, MARSHAL_VERSION, MAX_DEPTH, STOP_ITERATION, SetValue } from "./marshal-values.ts";
import type { MarshalValue } from "./marshal-values.ts";

export interface MarshalWriteOptions {
  /** 0 to 5, default 5. */
  version?: number;
  /** False makes code objects an error, as `allow_code=False` does. */
  allowCode?: boolean;
}

/** The bytes of a value. Raises ValueError when it nests too deep or the version cannot hold it. */
export function writeMarshal(value: MarshalValue, options?: MarshalWriteOptions): Uint8Array {
  const writer = new MarshalWriter(options?.version ?? MARSHAL_VERSION, options?.allowCode !== false, new IdentityModel());
  writer.writeTop(value);
  return writer.finish();
}

const FLAG_REF = 0x80;
const SMALLEST_INT_32 = -0x80000000;
const LARGEST_INT_32 = 0x7fffffff;

class MarshalWriter {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  private depth = 0;
  private readonly version: number;
  private readonly allowCode: boolean;
  private readonly model: IdentityModel;
  /** identity -> where its type byte stands + 1, once it is written */
  private readonly written: number[] = [];
  /** Identities in the order in which they are first written. */
  private readonly order: number[] = [];
  /** Pairs: where an index is to be put, identity that it names. */
  private readonly references: number[] = [];

  constructor(version: number, allowCode: boolean, model: IdentityModel) {
    this.version = version;
    this.allowCode = allowCode;
    this.model = model;
  }

  /** Someone else always holds on to what is dumped: the caller. */
  writeTop(value: MarshalValue): void {
    if (this.version >= 3 && isCounted(value)) this.model.hold(this.model.of(value));
    this.write(value);
  }

  /** Fills in flags, the types of interned strings, and references, which are known only now. */
  finish(): Uint8Array {
    const { bytes, model, written, order, references } = this;
    const indexes = new Int32Array(written.length);
    let count = 0;
    for (const identity of order) {
      const at = written[identity]! - 1;
      if (model.isInterned(identity)) bytes[at] = internedType(bytes[at]!);
      if (!model.isShared(identity)) continue;
      bytes[at]! |= FLAG_REF;
      indexes[identity] = count++;
    }
    for (let i = 0; i < references.length; i += 2) this.view.setInt32(references[i]!, indexes[references[i + 1]!]!, true);
    return bytes.slice(0, this.at);
  }

  private reserve(size: number): void {
    const needed = this.at + size;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  private type(letter: number): void {
    this.reserve(16);
    this.bytes[this.at++] = letter;
  }

  private int32(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.at, value, true);
    this.at += 4;
  }

  private double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) throw new PythonError("ValueError", "object too deeply nested to marshal");
  }

  private write(value: MarshalValue): void {
    this.enter();
    if (value === null) this.type(0x4e);
    else if (value === true) this.type(0x54);
    else if (value === false) this.type(0x46);
    else if (value === STOP_ITERATION) this.type(0x53);
    else if (value instanceof EllipsisConst) this.type(0x2e);
    else if (this.version < 3 || !this.isKnown(this.model.of(value))) this.writeBody(value);
    this.depth--;
  }

  /** Counts one more owner; of an object that is written already, writes the reference. */
  private isKnown(identity: number): boolean {
    this.model.hold(identity);
    if (this.written[identity] === undefined) {
      this.written[identity] = this.at + 1;
      this.order.push(identity);
      return false;
    }
    this.type(0x72);
    this.references.push(this.at, identity);
    this.int32(0);
    return true;
  }

  private writeBody(value: MarshalValue): void {
    if (typeof value === "string" || value instanceof SurrogateText) this.text(value);
    else if (typeof value === "number") {
      if (value >= SMALLEST_INT_32 && value <= LARGEST_INT_32) {
        this.type(0x69);
        this.int32(value);
      } else this.long(BigInt(value));
    } else if (typeof value === "bigint") this.long(value);
    else if (value instanceof FloatConst) this.float(value);
    else if (value instanceof ComplexConst) this.complex(value);
    else if (value instanceof Uint8Array) this.byteString(value);
    else if (value instanceof TupleConst) this.tuple(value.items as MarshalValue[]);
    else if (isCodeUnit(value)) this.code(value);
    else if (value instanceof FrozenSetConst) this.set(0x3e, value.items as MarshalValue[]);
    else if (value instanceof SliceConst) this.slice(value as SliceConst<MarshalValue>);
    else if (value instanceof ListValue) this.list(value.items);
    else if (value instanceof SetValue) this.set(0x3c, value.items);
    else if (value instanceof DictValue) this.dict(value);
    else throw unmarshallable();
  }

  private text(value: TextConst): void {
    if (this.version >= 4 && typeof value === "string") {
      const length = value.length;
      this.reserve(length + 8);
      const start = this.at;
      let at = start + (length < 256 ? 2 : 5);
      let all = 0;
      for (let i = 0; i < length; i++) {
        const unit = value.charCodeAt(i);
        all |= unit;
        this.bytes[at++] = unit;
      }
      if (all < 0x80) {
        this.bytes[start] = length < 256 ? 0x7a : 0x61;
        if (length < 256) this.bytes[start + 1] = length;
        else this.view.setInt32(start + 1, length, true);
        this.at = at;
        return;
      }
    }
    const utf8 = encodeUtf8(value);
    this.type(0x75);
    this.int32(utf8.length);
    this.raw(utf8);
  }

  private byteString(value: Uint8Array): void {
    this.type(0x73);
    this.int32(value.length);
    this.raw(value);
  }

  /** Digits of base 2**15, the least first. */
  private long(value: bigint): void {
    this.type(0x6c);
    const magnitude = (value < 0n ? -value : value).toString(2);
    const count = Math.ceil(magnitude.length / 15);
    this.int32(value < 0n ? -count : count);
    this.reserve(2 * count);
    for (let end = magnitude.length; end > 0; end -= 15) {
      this.view.setUint16(this.at, Number.parseInt(magnitude.slice(Math.max(0, end - 15), end), 2), true);
      this.at += 2;
    }
  }

  private float(value: FloatConst): void {
    this.type(this.version > 1 ? 0x67 : 0x66);
    this.floatPart(value.value);
  }

  private complex(value: ComplexConst): void {
    this.type(this.version > 1 ? 0x79 : 0x78);
    this.floatPart(value.real);
    this.floatPart(value.imag);
  }

  private floatPart(value: number): void {
    if (this.version > 1) return this.double(value);
    const text = doubleToText(value, "g", 17, 0);
    this.reserve(1 + text.length);
    this.bytes[this.at++] = text.length;
    for (let i = 0; i < text.length; i++) this.bytes[this.at++] = text.charCodeAt(i);
  }

  private tupleHead(length: number): void {
    if (this.version >= 4 && length < 256) {
      this.type(0x29);
      this.bytes[this.at++] = length;
    } else {
      this.type(0x28);
      this.int32(length);
    }
  }

  private tuple(items: readonly MarshalValue[]): void {
    this.tupleHead(items.length);
    for (const item of items) this.write(item);
  }

  private list(items: readonly MarshalValue[]): void {
    this.type(0x5b);
    this.int32(items.length);
    for (const item of items) this.write(item);
  }

  private dict(dict: DictValue): void {
    this.type(0x7b);
    for (const [key, value] of dict.entries) {
      this.write(key);
      this.write(value);
    }
    this.enter();
    this.type(0x30);
    this.depth--;
  }

  /** Elements go by the bytes of their own dumps; the list for sorting holds each of them while it is written. */
  private set(letter: number, items: readonly MarshalValue[]): void {
    this.type(letter);
    this.int32(items.length);
    const { model, version, allowCode } = this;
    const dumps = items.map((item) => {
      const alone = new MarshalWriter(version, allowCode, new IdentityModel());
      alone.writeTop(item);
      return { item, dump: alone.finish() };
    });
    dumps.sort((a, b) => compareBytes(a.dump, b.dump));
    for (const { item } of dumps) {
      if (version >= 3 && isCounted(item)) model.hold(model.of(item));
      this.write(item);
    }
  }

  private slice(slice: SliceConst<MarshalValue>): void {
    if (this.version < 5) throw unmarshallable();
    this.type(0x3a);
    this.slicePart(slice.start);
    this.slicePart(slice.stop);
    this.slicePart(slice.step);
  }

  private slicePart(value: MarshalValue): void {
    if (this.version >= 3) {
      const own = this.model.ofSlicePart(value);
      if (own >= 0) {
        this.enter();
        if (!this.isKnown(own)) this.writeBody(value);
        this.depth--;
        return;
      }
    }
    this.write(value);
  }

  private code(code: CodeUnit): void {
    if (!this.allowCode) throw new PythonError("ValueError", "marshalling code objects is disallowed");
    const { model, version } = this;
    this.type(0x63);
    this.int32(code.argcount);
    this.int32(code.posonlyargcount);
    this.int32(code.kwonlyargcount);
    this.int32(code.stacksize);
    this.int32(code.flags);
    if (version >= 3) {
      model.enterCode(code);
      // The code bytes are made anew for each reader of co_code, and the code object keeps them: two owners.
      this.part(model.cachedBytes(code.code), code.code);
    } else this.part(-1, code.code);
    this.array(code.consts as MarshalValue[]);
    this.names(code.names);
    this.names(code.localsplusnames);
    this.part(version >= 3 ? model.freshBytes(code.localspluskinds) : -1, code.localspluskinds);
    this.name(code.filename);
    this.name(code.name);
    this.name(code.qualname);
    this.int32(code.firstlineno);
    this.write(code.linetable);
    this.write(code.exceptiontable);
  }

  /** Bytes whose identity is not that of a merged constant. */
  private part(identity: number, bytes: Uint8Array): void {
    this.enter();
    if (this.version < 3 || !this.isKnown(identity)) this.byteString(bytes);
    this.depth--;
  }

  private array(items: readonly MarshalValue[]): void {
    this.enter();
    if (this.version < 3 || !this.isKnown(this.model.ofTuple(items))) this.tuple(items);
    this.depth--;
  }

  private names(names: readonly string[]): void {
    this.enter();
    if (this.version < 3 || !this.isKnown(this.model.ofTuple(names))) {
      this.tupleHead(names.length);
      for (const name of names) this.name(name);
    }
    this.depth--;
  }

  private name(name: string): void {
    this.enter();
    if (this.version < 3 || !this.isKnown(this.model.ofName(name))) this.text(name);
    this.depth--;
  }
}

function isCounted(value: MarshalValue): boolean {
  return value !== null && typeof value !== "boolean" && value !== STOP_ITERATION && !(value instanceof EllipsisConst);
}

function internedType(type: number): number {
  switch (type) {
    case 0x7a:
      return 0x5a;
    case 0x61:
      return 0x41;
    case 0x75:
      return 0x74;
    default:
      return type;
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function unmarshallable(): PythonError {
  return new PythonError("ValueError", "unmarshallable object");
}
