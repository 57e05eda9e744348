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
import { partsFirst, partsOf } from "./parts-first.ts";

export interface MarshalWriteOptions {
  /** 0 to 5, default 5. */
  version?: number;
  /** False makes code objects an error, as `allow_code=False` does. */
  allowCode?: boolean;
}

/** The bytes of a value. Raises ValueError when it nests too deep or the version cannot hold it. */
export function writeMarshal(value: MarshalValue, options?: MarshalWriteOptions): Uint8Array {
  return new MarshalWriter(options?.version ?? MARSHAL_VERSION, options?.allowCode !== false, new Map()).dump(value);
}

/** How the next value on the list of work is to be written. */
const VALUE = 0;
/** An interned str. */
const NAME = 1;
/** A tuple of interned strs, given as array. */
const NAMES = 2;
/** A tuple, given as array. */
const ARRAY = 3;
/** A part of a slice. */
const SLICE_PART = 4;
/** Bytes whose identity is not that of a merged constant: co_code, co_localspluskinds. */
const CACHED_BYTES = 5;
const FRESH_BYTES = 6;
/** An element of a set. */
const ELEMENT = 7;
/** A plain 32-bit number: no object. */
const INT_32 = 8;
/** The NULL behind a dict. */
const NULL = 9;
type Kind = number;

const FLAG_REF = 0x80;
const SMALLEST_INT_32 = -0x80000000;
const LARGEST_INT_32 = 0x7fffffff;

/** Elements of sets in the order of writing; shared with the writers of trial dumps, so that each set is sorted once. */
type SetOrders = Map<object, MarshalValue[]>;

class MarshalWriter {
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  private readonly version: number;
  private readonly allowCode: boolean;
  private readonly setOrders: SetOrders;
  private readonly model = new IdentityModel();
  /** identity -> where its type byte stands + 1, once it is written */
  private readonly written: number[] = [];
  /** Identities in the order in which they are first written. */
  private readonly order: number[] = [];
  /** Pairs: where an index is to be put, identity that it names. */
  private readonly references: number[] = [];
  // What is still to be written, the next one last: the host's own stack would not hold two thousand levels.
  private readonly kinds: Kind[] = [];
  private readonly values: unknown[] = [];
  private readonly depths: number[] = [];
  private depth = 0;

  constructor(version: number, allowCode: boolean, setOrders: SetOrders) {
    this.version = version;
    this.allowCode = allowCode;
    this.setOrders = setOrders;
  }

  dump(value: MarshalValue): Uint8Array {
    // Someone else always holds on to what is dumped: the caller.
    if (this.version >= 3 && isCounted(value)) this.model.hold(this.model.of(value));
    this.later(VALUE, value);
    const { kinds, values, depths } = this;
    while (kinds.length > 0) {
      const kind = kinds.pop()!;
      this.depth = depths.pop()!;
      this.next(kind, values.pop());
    }
    return this.finish();
  }

  /** Puts a part of the value that is being written on the list; the last one put there is written first. */
  private later(kind: Kind, value: unknown): void {
    this.kinds.push(kind);
    this.values.push(value);
    this.depths.push(this.depth + 1);
  }

  private allLater(items: readonly unknown[], kind: Kind): void {
    for (let i = items.length - 1; i >= 0; i--) this.later(kind, items[i]);
  }

  private next(kind: Kind, value: unknown): void {
    if (kind === INT_32) return this.int32(value as number);
    if (this.depth > MAX_DEPTH) throw new PythonError("ValueError", "object too deeply nested to marshal");
    const { model } = this;
    const shared = this.version >= 3;
    switch (kind) {
      case NAME:
        if (!shared || !this.isKnown(model.ofName(value as string))) this.text(value as string);
        break;
      case NAMES:
      case ARRAY: {
        const items = value as readonly MarshalValue[];
        if (shared && this.isKnown(model.ofTuple(items))) break;
        this.tuple(items, kind === NAMES ? NAME : VALUE);
        break;
      }
      case SLICE_PART: {
        const own = shared ? model.ofSlicePart(value as MarshalValue) : -1;
        if (own < 0) this.object(value as MarshalValue);
        else if (!this.isKnown(own)) this.writeBody(value as MarshalValue);
        break;
      }
      case CACHED_BYTES:
        // The code bytes are made anew for each reader of co_code, and the code object keeps them: two owners.
        if (!shared || !this.isKnown(model.cachedBytes(value as Uint8Array))) this.byteString(value as Uint8Array);
        break;
      case FRESH_BYTES:
        if (!shared || !this.isKnown(model.freshBytes(value as Uint8Array))) this.byteString(value as Uint8Array);
        break;
      case ELEMENT:
        // The list for sorting holds the element too.
        if (shared && isCounted(value as MarshalValue)) model.hold(model.of(value as MarshalValue));
        this.object(value as MarshalValue);
        break;
      case NULL:
        this.type(0x30);
        break;
      default:
        this.object(value as MarshalValue);
    }
  }

  /** Fills in flags, the types of interned strings, and references, which are known only now. */
  private finish(): Uint8Array {
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

  private object(value: MarshalValue): void {
    if (value === null) this.type(0x4e);
    else if (value === true) this.type(0x54);
    else if (value === false) this.type(0x46);
    else if (value === STOP_ITERATION) this.type(0x53);
    else if (value instanceof EllipsisConst) this.type(0x2e);
    else if (this.version < 3 || !this.isKnown(this.model.of(value))) this.writeBody(value);
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
    else if (value instanceof TupleConst) this.tuple(value.items as MarshalValue[], VALUE);
    else if (isCodeUnit(value)) this.code(value);
    else if (value instanceof FrozenSetConst) this.set(0x3e, value, value.items as MarshalValue[]);
    else if (value instanceof SliceConst) this.slice(value as SliceConst<MarshalValue>);
    else if (value instanceof ListValue) this.list(value.items);
    else if (value instanceof SetValue) this.set(0x3c, value, value.items);
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

  private tuple(items: readonly unknown[], kind: Kind): void {
    const { length } = items;
    if (this.version >= 4 && length < 256) {
      this.type(0x29);
      this.bytes[this.at++] = length;
    } else {
      this.type(0x28);
      this.int32(length);
    }
    this.allLater(items, kind);
  }

  private list(items: readonly MarshalValue[]): void {
    this.type(0x5b);
    this.int32(items.length);
    this.allLater(items, VALUE);
  }

  private dict(dict: DictValue): void {
    this.type(0x7b);
    this.later(NULL, null);
    for (let i = dict.entries.length - 1; i >= 0; i--) {
      const [key, value] = dict.entries[i]!;
      this.later(VALUE, value);
      this.later(VALUE, key);
    }
  }

  private set(letter: number, set: object, items: readonly MarshalValue[]): void {
    this.type(letter);
    this.int32(items.length);
    this.allLater(this.sorted(set, items), ELEMENT);
  }

  /** Elements go by the bytes of their own dumps. Sets within them are sorted first, so that no dump starts another. */
  private sorted(set: object, items: readonly MarshalValue[]): readonly MarshalValue[] {
    if (items.length < 2) return items;
    const { setOrders, version, allowCode } = this;
    const sort = (container: object, elements: readonly MarshalValue[]): void => {
      const dumps = elements.map((item) => ({ item, dump: new MarshalWriter(version, allowCode, setOrders).dump(item) }));
      dumps.sort((a, b) => compareBytes(a.dump, b.dump));
      setOrders.set(container, dumps.map(({ item }) => item));
    };
    if (!setOrders.has(set)) {
      const ignore = (): void => {};
      for (const item of items) {
        if (partsOf(item) === undefined) continue;
        partsFirst(
          item,
          (container) => setOrders.has(container as object),
          (container) => {
            if (!(container instanceof FrozenSetConst)) setOrders.set(container as object, []);
            else if (container.items.length > 1) sort(container, container.items as MarshalValue[]);
            else setOrders.set(container, container.items as MarshalValue[]);
          },
          ignore,
        );
      }
      sort(set, items);
    }
    return setOrders.get(set)!;
  }

  private slice(slice: SliceConst<MarshalValue>): void {
    if (this.version < 5) throw unmarshallable();
    this.type(0x3a);
    this.allLater([slice.start, slice.stop, slice.step], SLICE_PART);
  }

  private code(code: CodeUnit): void {
    if (!this.allowCode) throw new PythonError("ValueError", "marshalling code objects is disallowed");
    if (this.version >= 3) this.model.enterCode(code);
    this.type(0x63);
    this.int32(code.argcount);
    this.int32(code.posonlyargcount);
    this.int32(code.kwonlyargcount);
    this.int32(code.stacksize);
    this.int32(code.flags);
    // The last one put on the list is written first.
    this.later(VALUE, code.exceptiontable);
    this.later(VALUE, code.linetable);
    this.later(INT_32, code.firstlineno);
    this.later(NAME, code.qualname);
    this.later(NAME, code.name);
    this.later(NAME, code.filename);
    this.later(FRESH_BYTES, code.localspluskinds);
    this.later(NAMES, code.localsplusnames);
    this.later(NAMES, code.names);
    this.later(ARRAY, code.consts);
    this.later(CACHED_BYTES, code.code);
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
