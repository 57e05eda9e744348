// Constants of one compilation: which constants are "the same" for co_consts, and the objects they share.
// Mirrors c_const_cache of Python/compile.c and _PyCode_ConstantKey of Objects/codeobject.c. See docs/compiler.md.
import {
  ComplexConst,
  ELLIPSIS,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  SliceConst,
  SurrogateText,
  TupleConst,
} from "../base/constant.ts";
import { type CodeConst, type CodeUnit, isCodeUnit } from "../bytecode/code-unit.ts";

/** Number given to a constant: equal numbers mean equal type and value, recursively. */
export type ConstKey = number;

// Kinds of constants that are recognised by their parts.
const TUPLE = 1;
const FROZENSET = 2;
const SLICE = 3;
const COMPLEX = 4;
const CODE = 5;
const SURROGATES = 6;

/** The prime of FNV-1a. */
const HASH_FACTOR = 0x01000193;

/** Constants whose parts have the same hash. */
interface Entry {
  readonly kind: number;
  /** Keys of the parts, mostly. */
  readonly parts: readonly number[];
  readonly key: ConstKey;
  readonly next: Entry | undefined;
}

/** Byte strings of the same hash. */
interface BytesEntry {
  readonly bytes: Uint8Array;
  readonly key: ConstKey;
  readonly next: BytesEntry | undefined;
}

/**
 * One per compilation. Constants with the same key are represented by the first object seen, so that tuples, bytes, floats and
 * code objects that CPython shares between code objects are the same JavaScript objects here (marshal looks at identity).
 * A tuple's identity is that of its `items` array: CodeUnit.names, CodeUnit.consts and a TupleConst may share one array.
 */
export class ConstCache {
  /** key -> the representative */
  readonly values: CodeConst[] = [null, true, false, ELLIPSIS];
  readonly #texts = new Map<string, ConstKey>();
  readonly #numbers = new Map<number | bigint, ConstKey>();
  readonly #floats = new Map<number, ConstKey>();
  readonly #bytes = new Map<number, BytesEntry>();
  readonly #compound = new Map<number, Entry>();
  /** Constants that equal only themselves, and code objects. */
  readonly #known = new Map<object, ConstKey>();
  #negativeZero: ConstKey = -1;

  /** The key of a constant; the constant becomes the representative when it is the first of its kind. Parts are not replaced. */
  keyOf(value: CodeConst): ConstKey {
    switch (typeof value) {
      case "string": {
        const found = this.#texts.get(value);
        if (found !== undefined) return found;
        const key = this.#new(value);
        this.#texts.set(value, key);
        return key;
      }
      case "number":
      case "bigint": {
        const found = this.#numbers.get(value);
        if (found !== undefined) return found;
        const key = this.#new(value);
        this.#numbers.set(value, key);
        return key;
      }
      case "boolean":
        return value ? 1 : 2;
    }
    if (value === null) return 0;
    if (value instanceof Uint8Array) return this.#keyOfBytes(value);
    if (value instanceof TupleConst) return this.#lookup(TUPLE, this.#keysOf(value.items as readonly CodeConst[]), value);
    if (value instanceof FloatConst) return this.#keyOfFloat(value);
    if (value instanceof SliceConst) {
      return this.#lookup(SLICE, this.#keysOf([value.start, value.stop, value.step] as CodeConst[]), value);
    }
    if (value instanceof FrozenSetConst) {
      const keys = this.#keysOf(value.items as readonly CodeConst[]);
      return this.#lookup(FROZENSET, keys.sort(byNumber), value);
    }
    if (value instanceof ComplexConst) return this.#keyOfComplex(value);
    if (value instanceof EllipsisConst) return 3;
    if (value instanceof SurrogateText) return this.#lookup(SURROGATES, value.codePoints.slice(), value);
    return isCodeUnit(value) ? this.#keyOfCode(value) : this.#keyByIdentity(value);
  }

  /** The representative of an equal constant; like _PyCompile_ConstCacheMergeOne. */
  mergeOne(value: CodeConst): CodeConst {
    return this.values[this.keyOf(value)]!;
  }

  /** The key; parts of a new tuple or frozenset are replaced by their representatives too. */
  mergeRecursively(value: CodeConst): ConstKey {
    const before = this.values.length;
    const key = this.keyOf(value);
    if (key >= before && (value instanceof TupleConst || value instanceof FrozenSetConst)) {
      const items = value.items as CodeConst[];
      for (let i = 0; i < items.length; i++) items[i] = this.values[this.mergeRecursively(items[i]!)]!;
    }
    return key;
  }

  /** The shared array of an equal tuple (for co_names, co_consts, co_localsplusnames). */
  mergeItems<T extends CodeConst>(items: readonly T[]): T[] {
    return (this.mergeOne(new TupleConst<CodeConst>(items)) as TupleConst<T>).items as T[];
  }

  mergeBytes(bytes: Uint8Array): Uint8Array {
    return this.mergeOne(bytes) as Uint8Array;
  }

  #new(value: CodeConst): ConstKey {
    return this.values.push(value) - 1;
  }

  #keyOfFloat(value: FloatConst): ConstKey {
    const number = value.value;
    if (number !== number) return this.#keyByIdentity(value);
    if (number === 0 && 1 / number < 0) {
      if (this.#negativeZero < 0) this.#negativeZero = this.#new(value);
      return this.#negativeZero;
    }
    const found = this.#floats.get(number);
    if (found !== undefined) return found;
    const key = this.#new(value);
    this.#floats.set(number, key);
    return key;
  }

  #keyOfComplex(value: ComplexConst): ConstKey {
    const { real, imag } = value;
    if (real !== real || imag !== imag) return this.#keyByIdentity(value);
    return this.#lookup(COMPLEX, [...new Int32Array(new Float64Array([real, imag]).buffer)], value);
  }

  /** nan equals only itself. */
  #keyByIdentity(value: FloatConst | ComplexConst): ConstKey {
    const found = this.#known.get(value);
    if (found !== undefined) return found;
    const key = this.#new(value);
    this.#known.set(value, key);
    return key;
  }

  /** Code objects are compared by what code_richcompare looks at: neither file name nor qualified name. */
  #keyOfCode(code: CodeUnit): ConstKey {
    const found = this.#known.get(code);
    if (found !== undefined) return found;
    const { names, localsplusnames, consts } = code;
    const parts = [
      this.keyOf(code.name),
      code.argcount,
      code.posonlyargcount,
      code.kwonlyargcount,
      code.flags,
      code.firstlineno,
      this.keyOf(code.code),
      this.keyOf(code.linetable),
      this.keyOf(code.exceptiontable),
      names.length,
      localsplusnames.length,
    ];
    for (let i = 0; i < names.length; i++) parts.push(this.keyOf(names[i]!));
    for (let i = 0; i < localsplusnames.length; i++) parts.push(this.keyOf(localsplusnames[i]!));
    for (let i = 0; i < consts.length; i++) parts.push(this.keyOf(consts[i]!));
    const key = this.#lookup(CODE, parts, code);
    this.#known.set(code, key);
    return key;
  }

  // Two loops of the same form: the host makes each fast for its own kind of array.

  #keyOfBytes(bytes: Uint8Array): ConstKey {
    let hash = 0;
    for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_FACTOR);
    hash ^= hash >>> 15;
    const first = this.#bytes.get(hash);
    for (let entry = first; entry !== undefined; entry = entry.next) {
      if (sameBytes(entry.bytes, bytes)) return entry.key;
    }
    const key = this.#new(bytes);
    this.#bytes.set(hash, { bytes, key, next: first });
    return key;
  }

  #lookup(kind: number, parts: readonly number[], value: CodeConst): ConstKey {
    let hash = kind;
    for (let i = 0; i < parts.length; i++) hash = Math.imul(hash ^ parts[i]!, HASH_FACTOR);
    hash ^= hash >>> 15;
    const first = this.#compound.get(hash);
    for (let entry = first; entry !== undefined; entry = entry.next) {
      if (entry.kind === kind && sameNumbers(entry.parts, parts)) return entry.key;
    }
    const key = this.#new(value);
    this.#compound.set(hash, { kind, parts, key, next: first });
    return key;
  }

  #keysOf(items: readonly CodeConst[]): ConstKey[] {
    const keys: ConstKey[] = [];
    for (let i = 0; i < items.length; i++) keys.push(this.keyOf(items[i]!));
    return keys;
  }
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Tables of more constants than this get an index. */
const FEW = 12;

/** co_consts of one code object under construction, without doubles, in order of first use. */
export class ConstTable {
  readonly cache: ConstCache;
  readonly values: CodeConst[] = [];
  readonly #keys: ConstKey[] = [];
  #indices: Map<ConstKey, number> | null = null;

  constructor(cache: ConstCache) {
    this.cache = cache;
  }

  /** A table of given values, which may be equal to each other. */
  static of(cache: ConstCache, values: readonly CodeConst[]): ConstTable {
    const table = new ConstTable(cache);
    for (const value of values) {
      const key = cache.mergeRecursively(value);
      table.#keys.push(key);
      table.values.push(cache.values[key]!);
    }
    if (values.length > FEW) {
      const indices = (table.#indices = new Map<ConstKey, number>());
      table.#keys.forEach((key, i) => indices.has(key) || indices.set(key, i));
    }
    return table;
  }

  /** Index of the constant, which is added when it is new. */
  add(value: CodeConst): number {
    const key = this.cache.mergeRecursively(value);
    const keys = this.#keys;
    const indices = this.#indices;
    if (indices === null) {
      for (let i = 0; i < keys.length; i++) if (keys[i] === key) return i;
    } else {
      const found = indices.get(key);
      if (found !== undefined) return found;
    }
    const index = keys.push(key) - 1;
    this.values.push(this.cache.values[key]!);
    if (indices !== null) indices.set(key, index);
    else if (index === FEW) this.#indices = new Map(keys.map((known, i) => [known, i]));
    return index;
  }
}
