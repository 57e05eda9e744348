// Which values are one object in CPython, and how many owners it has, when a code object that its compiler has just made is dumped:
// marshal writes references to an object only if it has more than one owner. Models what Python/compile.c merges
// (c_const_cache), what Objects/codeobject.c interns, and which objects exist once per process. See docs/bytecode.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { latin1Text } from "../base/utf8.ts";
import type { CodeUnit } from "./code-unit.ts";
import { CO_OPTIMIZED } from "./code-unit.ts";
import { StopIterationValue } from "./marshal-values.ts";
import type { MarshalValue } from "./marshal-values.ts";
import { partsFirst, partsOf } from "./parts-first.ts";

/** A number for each object: 0, 1, 2, ... */
export type Identity = number;

/** What every object of a kind is worth that lives as long as the process: more than one owner. */
const IMMORTAL = 2;

export class IdentityModel {
  /** identity -> number of owners seen so far */
  private readonly owners: number[] = [];
  private readonly interned: boolean[] = [];
  /** Interned strs. */
  private readonly names = new Map<string, Identity>();
  /** The strs of the compiler's constant cache: each its own object beside an interned one, unless it is interned itself. */
  private readonly constTexts = new Map<string, Identity>();
  private readonly numbers = new Map<number | bigint, Identity>();
  /** Other immutable values by a text that says type and content. */
  private readonly contents = new Map<string, Identity>();
  /** Objects and arrays that were met already. */
  private readonly objects = new Map<object, Identity>();

  hold(identity: Identity): void {
    this.owners[identity]!++;
  }

  isShared(identity: Identity): boolean {
    return this.owners[identity]! > 1 || this.interned[identity]!;
  }

  isInterned(identity: Identity): boolean {
    return this.interned[identity]!;
  }

  private fresh(owners: number): Identity {
    this.interned.push(false);
    return this.owners.push(owners) - 1;
  }

  /** The identity of a value that is neither None, a bool, Ellipsis nor StopIteration. */
  of(value: MarshalValue): Identity {
    if (typeof value === "string") return this.ofText(value);
    if (typeof value === "number" || typeof value === "bigint") {
      let identity = this.numbers.get(value);
      if (identity === undefined) {
        identity = this.fresh(value >= -5 && value <= 256 ? IMMORTAL : 0);
        this.numbers.set(value, identity);
      }
      return identity;
    }
    const known = this.objects.get(keyObject(value as object));
    if (known !== undefined) return known;
    if (partsOf(value) !== undefined) return this.ofContainer(value);
    const identity = this.ofNew(value as object);
    this.objects.set(value as object, identity);
    return identity;
  }

  /** The interned str. */
  ofName(value: string): Identity {
    let identity = this.names.get(value);
    if (identity === undefined) {
      identity = this.fresh(0);
      this.interned[identity] = true;
      this.names.set(value, identity);
    }
    return identity;
  }

  /** The str among the constants. */
  private ofText(value: string): Identity {
    let identity = this.constTexts.get(value);
    if (identity === undefined) {
      identity = isLatin1Singleton(value) || isNameLike(value) ? this.ofName(value) : this.fresh(0);
      this.constTexts.set(value, identity);
    }
    return identity;
  }

  private ofContent(key: string, owners: number): Identity {
    let identity = this.contents.get(key);
    if (identity === undefined) this.contents.set(key, (identity = this.fresh(owners)));
    return identity;
  }

  private ofNew(value: object): Identity {
    if (value instanceof Uint8Array) {
      return this.ofContent("b" + latin1Text(value, 0, value.length), value.length < 2 ? IMMORTAL : 0);
    }
    // NaN equals nothing, so the constant cache never finds it again.
    if (value instanceof FloatConst) return Number.isNaN(value.value) ? this.fresh(0) : this.ofContent("f" + bitsOf(value.value), 0);
    if (value instanceof ComplexConst) return this.ofContent(`c${bitsOf(value.real)},${bitsOf(value.imag)}`, 0);
    if (value instanceof SurrogateText) return this.ofContent("s" + value.codePoints.join(), 0);
    return this.fresh(0);
  }

  /** Tuples, frozensets and slices are known by what they contain. */
  private ofContainer(root: MarshalValue): Identity {
    const { objects } = this;
    partsFirst(
      root,
      (container) => objects.has(keyObject(container as object)),
      (container) => objects.set(keyObject(container as object), this.ofParts(container)),
      // A tuple that contains itself equals no other.
      (container) => objects.set(keyObject(container as object), this.fresh(0)),
    );
    return objects.get(keyObject(root as object))!;
  }

  private ofParts(container: MarshalValue): Identity {
    const parts = partsOf(container)!.map((part) => this.partKey(part));
    if (container instanceof TupleConst) return this.ofContent(`(${parts.join()}`, parts.length === 0 ? IMMORTAL : 0);
    if (container instanceof SliceConst) return this.ofContent(`:${parts.join()}`, 0);
    return this.ofContent(`z${parts.sort().join()}`, 0);
  }

  /** The identity of the tuple of `items`. */
  ofTuple(items: readonly MarshalValue[]): Identity {
    return this.objects.get(items) ?? this.ofContainer(new TupleConst(items));
  }

  /** Equal parts have equal keys: here a str counts by its value, interned or not. */
  private partKey(item: MarshalValue): string {
    if (typeof item === "string") return "s" + this.ofName(item);
    if (item === null) return "N";
    if (typeof item === "boolean") return item ? "T" : "F";
    if (item instanceof EllipsisConst) return ".";
    if (item instanceof StopIterationValue) return "S";
    return String(this.of(item));
  }

  /** The compiler neither merges nor interns the parts of a slice. -1 for parts that exist once anyway, or hold others. */
  ofSlicePart(value: MarshalValue): Identity {
    if (typeof value === "number" ? value < -5 || value > 256 : typeof value === "bigint") return this.fresh(0);
    if (typeof value === "string") return isLatin1Singleton(value) ? -1 : this.fresh(0);
    if (value instanceof FloatConst || value instanceof ComplexConst || value instanceof SurrogateText) return this.fresh(0);
    return value instanceof Uint8Array && value.length > 1 ? this.fresh(0) : -1;
  }

  /** Bytes that belong to one code object and were never merged; the empty ones exist once. */
  freshBytes(bytes: Uint8Array): Identity {
    return bytes.length === 0 ? this.of(bytes) : this.fresh(0);
  }

  /** Bytes that belong to one code object, which keeps a second hold on them. */
  cachedBytes(bytes: Uint8Array): Identity {
    return bytes.length === 0 ? this.of(bytes) : this.fresh(1);
  }

  /** To be called before the parts of a code object are written. */
  enterCode(code: CodeUnit): void {
    // A class body loads its qualified name as a constant: the very object that is the code's interned co_qualname.
    const { qualname } = code;
    const classBody = (code.flags & CO_OPTIMIZED) === 0 && code.name !== "<module>";
    if (classBody && !this.constTexts.has(qualname)) this.constTexts.set(qualname, this.ofName(qualname));
    // The parameter of __annotate__ is renamed last of all, in a new tuple that is merged with no other.
    if (code.name === "__annotate__" && code.posonlyargcount === 1 && code.localsplusnames[0] === "format") {
      this.objects.set(code.localsplusnames, this.fresh(0));
    }
    for (const item of code.consts) {
      if (item instanceof FrozenSetConst && hasReplacedName(item.items as MarshalValue[])) this.objects.set(item, this.fresh(0));
    }
  }
}

/** A tuple is known by its items, which the fields of code objects share with tuples among the constants. */
function keyObject(value: object): object {
  return value instanceof TupleConst ? value.items : value;
}

/**
 * Interning puts the interned strs into a frozenset by making a new one, for each code object another. That happens when an equal
 * str was interned before; any identifier is taken for one that was.
 */
export function hasReplacedName(items: readonly MarshalValue[]): boolean {
  return items.some((item) => typeof item === "string" && item.length > 1 && isNameLike(item) && !(item.charCodeAt(0) <= 0x39));
}

/** The empty str and those of one Latin-1 character exist once, interned from the start. */
function isLatin1Singleton(text: string): boolean {
  return text.length === 0 || (text.length === 1 && text.charCodeAt(0) < 256);
}

/** Only ASCII letters, digits and underscores: such constants are interned. */
function isNameLike(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const letter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    if (!letter && !(unit >= 0x30 && unit <= 0x39) && unit !== 0x5f) return false;
  }
  return true;
}

const scratch = new DataView(new ArrayBuffer(8));

function bitsOf(value: number): string {
  scratch.setFloat64(0, value);
  return scratch.getBigUint64(0).toString(36);
}
