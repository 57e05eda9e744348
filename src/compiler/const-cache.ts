// Constants of one compilation: which constants are "the same" for co_consts, and the objects they share.
// Mirrors c_const_cache of Python/compile.c and _PyCode_ConstantKey of Objects/codeobject.c. See docs/compiler.md.
import {
  ComplexConst,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  SliceConst,
  SurrogateText,
  TupleConst,
} from "../base/constant.ts";
import type { CodeConst, CodeUnit } from "../bytecode/code-unit.ts";

/** Number given to a constant: equal numbers mean equal type and value, recursively. */
export type ConstKey = number;

/**
 * One per compilation. Constants with the same key are represented by the first object seen, so that tuples, bytes, floats and
 * code objects that CPython shares between code objects are the same JavaScript objects here (marshal looks at identity).
 * A tuple's identity is that of its `items` array: CodeUnit.names, CodeUnit.consts and a TupleConst may share one array.
 */
export class ConstCache {
  /** key -> the representative */
  readonly values: CodeConst[] = [null, true, false];
  readonly #texts = new Map<string, ConstKey>();
  readonly #numbers = new Map<number | bigint, ConstKey>();
  readonly #floats = new Map<number, ConstKey>();
  /** Everything else, by a spelled-out key of its parts' numbers. */
  readonly #compound = new Map<string, ConstKey>();
  /** Objects whose key is known already (representatives included). */
  readonly #known = new Map<object, ConstKey>();

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
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const key = this.#keyOfObject(value);
    this.#known.set(value, key);
    return key;
  }

  /** The representative of an equal constant; like _PyCompile_ConstCacheMergeOne. */
  mergeOne(value: CodeConst): CodeConst {
    return this.values[this.keyOf(value)]!;
  }

  /** The representative; parts of a new tuple or frozenset are replaced by their representatives too. */
  mergeRecursively(value: CodeConst): CodeConst {
    const before = this.values.length;
    const key = this.keyOf(value);
    const merged = this.values[key]!;
    if (key >= before && (value instanceof TupleConst || value instanceof FrozenSetConst)) {
      const items = value.items as CodeConst[];
      for (let i = 0; i < items.length; i++) items[i] = this.mergeRecursively(items[i]!);
    }
    return merged;
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

  #keyOfObject(value: Exclude<CodeConst, string | number | bigint | boolean | null>): ConstKey {
    if (value instanceof FloatConst) {
      const number = value.value;
      if (number !== number) return this.#new(value); // nan equals only itself
      if (number === 0 && 1 / number < 0) return this.#lookup("-0", value);
      const found = this.#floats.get(number);
      if (found !== undefined) return found;
      const key = this.#new(value);
      this.#floats.set(number, key);
      return key;
    }
    if (value instanceof Uint8Array) return this.#lookup(spellBytes(value), value);
    if (value instanceof TupleConst) return this.#lookup("t" + this.#keysOf(value.items as readonly CodeConst[]).join(), value);
    if (value instanceof FrozenSetConst) {
      const keys = this.#keysOf(value.items as readonly CodeConst[]).sort((a, b) => a - b);
      return this.#lookup("s" + keys.join(), value);
    }
    if (value instanceof SliceConst) {
      return this.#lookup("l" + this.#keysOf([value.start, value.stop, value.step] as CodeConst[]).join(), value);
    }
    if (value instanceof ComplexConst) {
      if (value.real !== value.real || value.imag !== value.imag) return this.#new(value);
      return this.#lookup(`c${spellFloat(value.real)},${spellFloat(value.imag)}`, value);
    }
    if (value instanceof EllipsisConst) return this.#lookup("...", value);
    if (value instanceof SurrogateText) return this.#lookup("u" + value.codePoints.join(), value);
    return this.#lookup(this.#spellCode(value), value);
  }

  #lookup(spelling: string, value: CodeConst): ConstKey {
    const found = this.#compound.get(spelling);
    if (found !== undefined) return found;
    const key = this.#new(value);
    this.#compound.set(spelling, key);
    return key;
  }

  #keysOf(items: readonly CodeConst[]): ConstKey[] {
    const keys: ConstKey[] = [];
    for (let i = 0; i < items.length; i++) keys.push(this.keyOf(items[i]!));
    return keys;
  }

  /** What code_richcompare looks at: neither file name nor qualified name. */
  #spellCode(code: CodeUnit): string {
    return (
      `o${code.name}\n${code.argcount},${code.posonlyargcount},${code.kwonlyargcount},${code.flags},${code.firstlineno}\n` +
      `${this.keyOf(code.code)},${this.keyOf(code.linetable)},${this.keyOf(code.exceptiontable)}\n` +
      `${this.#keysOf(code.consts).join()}\n${code.names.join()}\n${code.localsplusnames.join()}`
    );
  }
}

/** co_consts of one code object under construction, without doubles, in order of first use. */
export class ConstTable {
  readonly cache: ConstCache;
  readonly values: CodeConst[] = [];
  readonly #indices = new Map<ConstKey, number>();

  constructor(cache: ConstCache) {
    this.cache = cache;
  }

  /** Index of the constant, which is added when it is new. */
  add(value: CodeConst): number {
    const merged = this.cache.mergeRecursively(value);
    const key = this.cache.keyOf(merged);
    const found = this.#indices.get(key);
    if (found !== undefined) return found;
    const index = this.values.push(merged) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

function spellFloat(value: number): string {
  return value === 0 && 1 / value < 0 ? "-0" : String(value);
}

function spellBytes(bytes: Uint8Array): string {
  let text = "b";
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
