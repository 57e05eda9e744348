// Items of array.array: what each type code stores and how values become items and back. Mirrors the item half of Modules/arraymodule.c.
// See docs/modules.md.
import {
  asDouble,
  asIndex,
  indexOf,
  intValue,
  isStr,
  newFloat,
  newInt,
  overflowError,
  type PyStr,
  strFromCodePoints,
  strText,
  typeError,
  typeName,
  type Value,
  valueError,
  type Vm,
} from "../core/api.ts";

export type Store = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array | Float32Array | Float64Array;
type StoreClass = { new (length: number): Store; new (buffer: ArrayBufferLike, offset?: number, length?: number): Store };

export interface ItemCode {
  readonly code: string;
  readonly size: number;
  readonly make: StoreClass;
  /** The format of its buffer. */
  readonly format: string;
  /** Code of the machine format in pickles. */
  readonly machine: number;
}

const code = (name: string, size: number, make: unknown, machine: number): ItemCode => ({ code: name, size, make: make as StoreClass, format: name === "u" ? "w" : name, machine });

/** In the order of array.typecodes. */
export const itemCodes: readonly ItemCode[] = [
  code("b", 1, Int8Array, 1),
  code("B", 1, Uint8Array, 0),
  code("u", 4, Uint32Array, 20),
  code("w", 4, Uint32Array, 20),
  code("h", 2, Int16Array, 4),
  code("H", 2, Uint16Array, 2),
  code("i", 4, Int32Array, 8),
  code("I", 4, Uint32Array, 6),
  code("l", 8, BigInt64Array, 12),
  code("L", 8, BigUint64Array, 10),
  code("q", 8, BigInt64Array, 12),
  code("Q", 8, BigUint64Array, 10),
  code("f", 4, Float32Array, 14),
  code("d", 8, Float64Array, 16),
];

export const isTextCode = (c: ItemCode): boolean => c.code === "u" || c.code === "w";

/** The item at `i` as a Python value. */
export function itemValue(vm: Vm, c: ItemCode, items: Store, i: number): Value {
  const raw = items[i]!;
  switch (c.code) {
    case "f":
    case "d":
      return newFloat(raw as number);
    case "u":
    case "w":
      if ((raw as number) > 0x10ffff) throw valueError(vm, "chr() arg not in range(0x110000)");
      return strFromCodePoints([raw as number]);
    case "l":
    case "L":
    case "q":
    case "Q":
      return newInt(raw);
    default:
      return raw as number;
  }
}

/** [name of the type in messages, least, greatest] of the codes that fit a C long. */
const SMALL: Readonly<Record<string, readonly [string, number, number]>> = {
  b: ["signed char", -128, 127],
  B: ["unsigned byte integer", 0, 255],
  h: ["signed short integer", -32768, 32767],
  H: ["unsigned short", 0, 65535],
  i: ["signed integer", -2147483648, 2147483647],
};

function asLong(vm: Vm, v: Value): number | bigint {
  const n = asIndex(vm, v);
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}

function smallItem(vm: Vm, c: string, v: Value): number {
  const n = asLong(vm, v);
  const [name, least, greatest] = SMALL[c]!;
  // The value passes through a C short (b) or int (H) first, which has its own messages.
  if (c === "b") checkRange(vm, n, "signed short integer", -32768, 32767);
  else if (c === "H") checkRange(vm, n, "signed integer", -2147483648, 2147483647);
  checkRange(vm, n, name, least, greatest);
  return n as number;
}

function checkRange(vm: Vm, n: number | bigint, name: string, least: number, greatest: number): void {
  if (n < least) throw overflowError(vm, `${name} is less than minimum`);
  if (n > greatest) throw overflowError(vm, `${name} is greater than maximum`);
}

function unsignedLong(vm: Vm, v: Value): bigint {
  const n = BigInt(intValue(indexOf(vm, v)));
  if (n < 0n) throw overflowError(vm, "can't convert negative value to unsigned int");
  if (n >= 1n << 64n) throw overflowError(vm, "Python int too large to convert to C unsigned long");
  return n;
}

/** A Python value as what the store takes. Conversions may run Python code: call before looking at the store. */
export function asItem(vm: Vm, c: ItemCode, v: Value): number | bigint {
  switch (c.code) {
    case "f":
    case "d":
      return asDouble(vm, v);
    case "u":
    case "w": {
      if (!isStr(v)) throw typeError(vm, `array item must be a unicode character, not ${typeName(v)}`);
      const points = codePoints(v);
      if (points.length !== 1) throw typeError(vm, `array item must be a unicode character, not a string of length ${points.length}`);
      return points[0]!;
    }
    case "I": {
      const n = unsignedLong(vm, v);
      if (n > 0xffffffffn) throw overflowError(vm, "unsigned int is greater than maximum");
      return Number(n);
    }
    case "L":
      return unsignedLong(vm, v);
    case "l":
      return BigInt(asLong(vm, v));
    case "q": {
      const n = BigInt(asIndex(vm, v));
      if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "int too big to convert");
      return n;
    }
    case "Q": {
      const n = BigInt(asIndex(vm, v));
      if (n < 0n) throw overflowError(vm, "can't convert negative int to unsigned");
      if (n >= 1n << 64n) throw overflowError(vm, "int too big to convert");
      return n;
    }
    default:
      return smallItem(vm, c.code, v);
  }
}

/** Code points of a str. */
export function codePoints(s: PyStr): ArrayLike<number> {
  const text = strText(s);
  if (typeof text !== "string") return text.points;
  const points = new Uint32Array(text.length);
  for (let i = 0; i < points.length; i++) points[i] = text.charCodeAt(i);
  return points;
}
