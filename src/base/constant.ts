// Python constants as plain data: what the parser reads from literals, the compiler puts into co_consts and marshal
// writes. No Python objects here: types/code.ts makes objects of these.

/** A Python float. Ints are JavaScript numbers (safe integers, never -0) or bigints, so floats need a box of their own. */
export class FloatConst {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class ComplexConst {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    this.real = real;
    this.imag = imag;
  }
}

/**
 * A str in which a lone high surrogate is directly followed by a lone low one. In a JavaScript string the two would read as one
 * astral character; every other str, lone surrogates included, is a plain JavaScript string.
 */
export class SurrogateText {
  /** One entry per code point. */
  readonly codePoints: readonly number[];
  constructor(codePoints: readonly number[]) {
    this.codePoints = codePoints;
  }
}

export class TupleConst<T = ConstValue> {
  readonly items: readonly T[];
  constructor(items: readonly T[]) {
    this.items = items;
  }
}

/** Items in CPython's iteration order of the frozenset when it comes from marshal, in source order when it comes from source. */
export class FrozenSetConst<T = ConstValue> {
  readonly items: readonly T[];
  constructor(items: readonly T[]) {
    this.items = items;
  }
}

export class SliceConst<T = ConstValue> {
  readonly start: T;
  readonly stop: T;
  readonly step: T;
  constructor(start: T, stop: T, step: T) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export class EllipsisConst {}
/** The value of `...`. */
export const ELLIPSIS = new EllipsisConst();

/** Stands for an object of another kind where Python code has put one among constants; it equals only itself. */
export class ForeignConst {
  readonly typeName: string;
  /** The object itself; no business of the layers without objects. */
  readonly object: unknown;
  constructor(typeName: string, object: unknown) {
    this.typeName = typeName;
    this.object = object;
  }
}

/** A str constant. */
export type TextConst = string | SurrogateText;

/** null is None; number and bigint are int (a number always a safe integer, a bigint always outside that range); Uint8Array is bytes. */
export type ConstValue =
  | null
  | boolean
  | number
  | bigint
  | FloatConst
  | ComplexConst
  | TextConst
  | Uint8Array
  | EllipsisConst
  | TupleConst
  | FrozenSetConst
  | SliceConst;

/** Makes the canonical representation of an int constant: a number when it is a safe integer, else a bigint. */
export function intConst(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}
