// Arithmetic and comparison of small ints and floats without a dispatch by type. Mirrors the BINARY_OP_* and COMPARE_OP_* forms of
// Python/bytecodes.c. See docs/interpreter.md.
import { type Leaf, PyFloat, type Value } from "../../core/object.ts";
import { textEquals } from "../../base/text.ts";
import { False, True } from "../../types/bool.ts";
import { FloatType, newFloat } from "../../types/float.ts";
import { StrType } from "../../types/str/str.ts";

const TWO_32 = 4294967296;

/** Two ints within ±(2^53-1) under the rarer operators of BINARY_OP; NaN, or a number out of range, where the general way is needed. */
export function smallInts(a: number, b: number, arg: number): number {
  switch (arg) {
    case 6:
    case 19: {
      if (b <= 0) return NaN;
      // Of doubles it would be a call of the C library's fmod.
      const r = a === (a | 0) && b === (b | 0) ? (a | 0) % (b | 0) : a % b;
      return r < 0 ? r + b : r + 0;
    }
    case 2:
    case 15: {
      if (b <= 0) return NaN;
      const q = Math.floor(a / b);
      return q > 1e15 || q < -1e15 ? NaN : q + 0;
    }
    case 1:
    case 14:
      if (a === (a | 0) && b === (b | 0)) return a & b;
      return (Math.floor(a / TWO_32) & Math.floor(b / TWO_32)) * TWO_32 + ((a & b) >>> 0);
    case 7:
    case 20:
      if (a === (a | 0) && b === (b | 0)) return a | b;
      return (Math.floor(a / TWO_32) | Math.floor(b / TWO_32)) * TWO_32 + ((a | b) >>> 0);
    case 12:
    case 25:
      if (a === (a | 0) && b === (b | 0)) return a ^ b;
      return (Math.floor(a / TWO_32) ^ Math.floor(b / TWO_32)) * TWO_32 + ((a ^ b) >>> 0);
    case 3:
    case 16:
      return b >= 0 && b < 31 ? a * (1 << b) + 0 : b >= 31 && b < 53 ? a * 2 ** b + 0 : NaN;
    case 9:
    case 22:
      if (b < 0) return NaN;
      if (a === (a | 0)) return a >> (b > 31 ? 31 : b);
      return b < 1000 ? Math.floor(a / 2 ** b) + 0 : a < 0 ? -1 : 0;
    default:
      return NaN;
  }
}

/** Is the argument of BINARY_OP one of / // % and their forms in place? */
export function divides(arg: number): boolean {
  const plain = arg >= 13 ? arg - 13 : arg;
  return plain === 11 || plain === 2 || plain === 6;
}

/** + - * / of floats, or of a float and an int, and / of ints; undefined for everything else. */
export function floats(a: Value, b: Value, arg: number): Value | undefined {
  let x: number;
  let y: number;
  if (typeof a === "number") {
    x = a;
    if (typeof b === "number") {
      if (arg !== 11 && arg !== 24) return undefined;
      y = b;
    } else if (b.type === FloatType) y = (b as PyFloat).v;
    else return undefined;
  } else if (a.type === FloatType) {
    x = (a as PyFloat).v;
    if (typeof b === "number") y = b;
    else if (b.type === FloatType) y = (b as PyFloat).v;
    else return undefined;
  } else return undefined;
  switch (arg) {
    case 0:
    case 13:
      return newFloat(x + y);
    case 10:
    case 23:
      return newFloat(x - y);
    case 5:
    case 18:
      return newFloat(x * y);
    case 11:
    case 24:
      return y === 0 ? undefined : newFloat(x / y);
    default:
      return undefined;
  }
}

/** Comparison of floats, of a float with an int, and equality of strs; undefined for everything else. op is Py_LT..Py_GE. */
export function compareQuick(a: Value, b: Value, op: number): Value | undefined {
  let x: number;
  let y: number;
  if (typeof a === "number") {
    x = a;
    if (typeof b === "number" || b.type !== FloatType) return undefined;
    y = (b as PyFloat).v;
  } else if (a.type === FloatType) {
    x = (a as PyFloat).v;
    if (typeof b === "number") y = b;
    else if (b.type === FloatType) y = (b as PyFloat).v;
    else return undefined;
  } else if (a.type === StrType && typeof b !== "number" && b.type === StrType) {
    if (op === 2) return a === b || textEquals((a as Leaf).data, (b as Leaf).data) ? True : False;
    if (op === 3) return a === b || textEquals((a as Leaf).data, (b as Leaf).data) ? False : True;
    return undefined;
  } else return undefined;
  switch (op) {
    case 0:
      return x < y ? True : False;
    case 1:
      return x <= y ? True : False;
    case 2:
      return x === y ? True : False;
    case 3:
      return x !== y ? True : False;
    case 4:
      return x > y ? True : False;
    default:
      return x >= y ? True : False;
  }
}
