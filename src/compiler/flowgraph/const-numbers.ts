// Arithmetic on numeric constants with Python's types and C's floating point.
// Mirrors what Objects/{longobject,floatobject,complexobject}.c do for these operators. See docs/compiler-flowgraph.md.
// `undefined` stands for a Python exception: the operation stays for run time.
import { ComplexConst, FloatConst, intConst } from "../../base/constant.ts";
import type { ConstValue } from "../../base/constant.ts";
import { bitLength, exactAtan2, exactCosSin, exactExp, exactHypot, exactLog, exactPow, nearestFloat } from "./exact-math.ts";

/** BINARY_OP's argument. */
export const NB_ADD = 0;
export const NB_AND = 1;
export const NB_FLOOR_DIVIDE = 2;
export const NB_LSHIFT = 3;
export const NB_MULTIPLY = 5;
export const NB_REMAINDER = 6;
export const NB_OR = 7;
export const NB_POWER = 8;
export const NB_RSHIFT = 9;
export const NB_SUBTRACT = 10;
export const NB_TRUE_DIVIDE = 11;
export const NB_XOR = 12;

/** Results of int operators may have this many bits (MAX_INT_SIZE). */
const MAX_INT_BITS = 128;

/** int and bool. */
export type IntLike = number | bigint | boolean;
/** Everything numeric. */
export type NumberConst = IntLike | FloatConst | ComplexConst;

/** Whether the constant is an int or bool. */
export function isIntLike(value: unknown): value is IntLike {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}

/** Whether the constant is an int, bool, float or complex. */
export function isNumber(value: unknown): value is NumberConst {
  return isIntLike(value) || value instanceof FloatConst || value instanceof ComplexConst;
}

function sign(value: number): number {
  return value < 0 || Object.is(value, -0) ? -1 : 1;
}

function copySign(size: number, from: number): number {
  return sign(from) < 0 ? -Math.abs(size) : Math.abs(size);
}

/** int, bool or float as float; undefined when an int is too large. */
function toFloat(value: IntLike | FloatConst): number | undefined {
  if (value instanceof FloatConst) return value.value;
  const result = Number(value);
  return Number.isFinite(result) ? result : undefined;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function intPower(a: bigint, b: bigint): ConstValue | undefined {
  if (b < 0n) {
    const x = toFloat(intConst(a));
    const y = toFloat(intConst(b));
    return x === undefined || y === undefined ? undefined : floatPower(x, y);
  }
  if (a !== 0n && b > 0n && (b > MAX_INT_BITS || BigInt(bitLength(a)) > BigInt(MAX_INT_BITS) / b)) return undefined;
  if (a === 0n) return b === 0n ? 1 : 0;
  return intConst(a ** b);
}

function intBinop(left: IntLike, operator: number, right: IntLike): ConstValue | undefined {
  const a = BigInt(left);
  const b = BigInt(right);
  const areBools = typeof left === "boolean" && typeof right === "boolean";
  switch (operator) {
    case NB_ADD:
      return intConst(a + b);
    case NB_SUBTRACT:
      return intConst(a - b);
    case NB_MULTIPLY:
      if (a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS) return undefined;
      return intConst(a * b);
    case NB_TRUE_DIVIDE: {
      if (b === 0n) return undefined;
      const result = nearestFloat(a, b);
      return Number.isFinite(result) ? new FloatConst(a === 0n && b < 0n ? -0 : result) : undefined;
    }
    case NB_FLOOR_DIVIDE:
      return b === 0n ? undefined : intConst(floorDivide(a, b));
    case NB_REMAINDER:
      return b === 0n ? undefined : intConst(a - floorDivide(a, b) * b);
    case NB_POWER:
      return intPower(a, b);
    case NB_LSHIFT:
      if (b < 0n) return undefined;
      if (a === 0n) return 0;
      if (b !== 0n && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS - Number(b))) return undefined;
      return intConst(a << b);
    case NB_RSHIFT:
      if (b < 0n) return undefined;
      return b > bitLength(a) ? (a < 0n ? -1 : 0) : intConst(a >> b);
    case NB_AND:
      return areBools ? left && right : intConst(a & b);
    case NB_OR:
      return areBools ? left || right : intConst(a | b);
    case NB_XOR:
      return areBools ? left !== right : intConst(a ^ b);
    default:
      return undefined;
  }
}

function floatRemainder(x: number, y: number): number {
  let remainder = x % y;
  if (remainder === 0) return copySign(0, y);
  if (y < 0 !== remainder < 0) remainder += y;
  return remainder;
}

function floatFloorDivide(x: number, y: number): number {
  let remainder = x % y;
  let quotient = (x - remainder) / y;
  if (remainder !== 0 && y < 0 !== remainder < 0) {
    remainder += y;
    quotient -= 1;
  }
  if (quotient === 0) return copySign(0, x / y);
  // The quotient is an integer but for rounding: take the nearest.
  let floored = Math.floor(quotient);
  if (quotient - floored > 0.5) floored += 1;
  return floored;
}

function floatPower(x: number, y: number): ConstValue | undefined {
  if (y === 0) return new FloatConst(1);
  if (x !== x) return new FloatConst(x);
  if (y !== y) return new FloatConst(x === 1 ? 1 : y);
  if (Math.abs(y) === Infinity) {
    const size = Math.abs(x);
    if (size === 1) return new FloatConst(1);
    return new FloatConst(y > 0 === size > 1 ? Infinity : 0);
  }
  const isOdd = Math.abs(y) % 2 === 1;
  if (Math.abs(x) === Infinity) {
    if (y > 0) return new FloatConst(isOdd ? x : Math.abs(x));
    return new FloatConst(isOdd ? copySign(0, x) : 0);
  }
  if (x === 0) {
    if (y < 0) return undefined;
    return new FloatConst(isOdd ? x : 0);
  }
  if (x < 0 && y !== Math.floor(y)) return complexPower(x, 0, y, 0);
  const result = exactPow(Math.abs(x), y);
  if (result === Infinity) return undefined;
  return new FloatConst(x < 0 && isOdd ? -result : result);
}

function floatBinop(x: number, operator: number, y: number): ConstValue | undefined {
  switch (operator) {
    case NB_ADD:
      return new FloatConst(x + y);
    case NB_SUBTRACT:
      return new FloatConst(x - y);
    case NB_MULTIPLY:
      return new FloatConst(x * y);
    case NB_TRUE_DIVIDE:
      return y === 0 ? undefined : new FloatConst(x / y);
    case NB_FLOOR_DIVIDE:
      return y === 0 ? undefined : new FloatConst(floatFloorDivide(x, y));
    case NB_REMAINDER:
      return y === 0 ? undefined : new FloatConst(floatRemainder(x, y));
    case NB_POWER:
      return floatPower(x, y);
    default:
      return undefined;
  }
}

/** Multiplied with, it keeps the sign of the other factor, and makes nan of infinity. */
const ZERO = 0;

/** 1 or 0 with the sign of the value: infinite or not. */
function boxed(value: number): number {
  return copySign(Math.abs(value) === Infinity ? 1 : 0, value);
}

function complexProduct(z: ComplexConst, w: ComplexConst): ComplexConst {
  let { real: a, imag: b } = z;
  let { real: c, imag: d } = w;
  const ac = a * c;
  const bd = b * d;
  const ad = a * d;
  const bc = b * c;
  const real = ac - bd;
  const imag = ad + bc;
  if (real === real || imag === imag) return new ComplexConst(real, imag);
  // C's Annex G: a product with an infinite factor is infinite.
  let isInfinite = false;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) {
    a = boxed(a);
    b = boxed(b);
    if (c !== c) c = copySign(0, c);
    if (d !== d) d = copySign(0, d);
    isInfinite = true;
  }
  if (Math.abs(c) === Infinity || Math.abs(d) === Infinity) {
    c = boxed(c);
    d = boxed(d);
    if (a !== a) a = copySign(0, a);
    if (b !== b) b = copySign(0, b);
    isInfinite = true;
  }
  if (!isInfinite && [ac, bd, ad, bc].some((part) => Math.abs(part) === Infinity)) {
    if (a !== a) a = copySign(0, a);
    if (b !== b) b = copySign(0, b);
    if (c !== c) c = copySign(0, c);
    if (d !== d) d = copySign(0, d);
    isInfinite = true;
  }
  if (!isInfinite) return new ComplexConst(real, imag);
  return new ComplexConst(Infinity * (a * c - b * d), Infinity * (a * d + b * c));
}

/** z / w. `isReal`: z is a real number, whose missing imaginary part takes no part in the arithmetic. */
function complexQuotient(z: ComplexConst, w: ComplexConst, isReal: boolean): ComplexConst | undefined {
  const { real: a, imag: b } = z;
  const { real: c, imag: d } = w;
  let real = NaN;
  let imag = NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0) return undefined;
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = (isReal ? a : a + b * ratio) / denominator;
    imag = (isReal ? -a * ratio : b - a * ratio) / denominator;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (isReal ? a * ratio : a * ratio + b) / denominator;
    imag = (isReal ? -a : b * ratio - a) / denominator;
  }
  if (real === real || imag === imag) return new ComplexConst(real, imag);
  const isFiniteZ = Number.isFinite(a) && Number.isFinite(b);
  if (!isReal && (Math.abs(a) === Infinity || Math.abs(b) === Infinity) && Number.isFinite(c) && Number.isFinite(d)) {
    const x = boxed(a);
    const y = boxed(b);
    return new ComplexConst(Infinity * (x * c + y * d), Infinity * (y * c - x * d));
  }
  if ((Math.abs(c) === Infinity || Math.abs(d) === Infinity) && isFiniteZ) {
    const x = boxed(c);
    const y = boxed(d);
    return isReal
      ? new ComplexConst(ZERO * (a * x), ZERO * (-a * y))
      : new ComplexConst(ZERO * (a * x + b * y), ZERO * (b * x - a * y));
  }
  return new ComplexConst(real, imag);
}

const COMPLEX_ONE = new ComplexConst(1, 0);

function complexPower(a: number, b: number, c: number, d: number): ComplexConst | undefined {
  let real: number;
  let imag: number;
  if (d === 0 && c === Math.floor(c) && Math.abs(c) <= 100) {
    let result = COMPLEX_ONE;
    let power = new ComplexConst(a, b);
    const count = Math.abs(c);
    for (let bit = 1; bit <= count; bit *= 2) {
      if ((count & bit) !== 0) result = complexProduct(result, power);
      power = complexProduct(power, power);
    }
    const signed = c > 0 ? result : complexQuotient(COMPLEX_ONE, result, false);
    if (signed === undefined) return undefined;
    ({ real, imag } = signed);
  } else if (a === 0 && b === 0) {
    if (d !== 0 || c < 0) return undefined;
    return new ComplexConst(0, 0);
  } else {
    if (![a, b, c, d].every(Number.isFinite)) return complexPowerOfInfinities(a, b, c, d);
    const size = exactHypot(a, b);
    let length = size === Infinity ? (c > 0 ? Infinity : 0) : exactPow(size, c);
    const angle = exactAtan2(b, a);
    let phase = angle * c;
    if (d !== 0) {
      length *= exactExp(-angle * d);
      phase += d * exactLog(size);
    }
    if (Math.abs(phase) === Infinity) return undefined;
    const { cos, sin } = exactCosSin(phase);
    real = length * cos;
    imag = length * sin;
  }
  return Math.abs(real) === Infinity || Math.abs(imag) === Infinity ? undefined : new ComplexConst(real, imag);
}

function complexPowerOfInfinities(a: number, b: number, c: number, d: number): ComplexConst | undefined {
  const size = Math.hypot(a, b);
  let length = size ** c;
  if (size === 1) length = 1;
  const angle = Math.atan2(b, a);
  let phase = angle * c;
  if (d !== 0) {
    length *= Math.exp(-angle * d);
    phase += d * Math.log(size);
  }
  // A domain error in C.
  if (Math.abs(phase) === Infinity) return undefined;
  const real = length * Math.cos(phase);
  const imag = length * Math.sin(phase);
  return Math.abs(real) === Infinity || Math.abs(imag) === Infinity ? undefined : new ComplexConst(real, imag);
}

function complexBinop(left: NumberConst, operator: number, right: NumberConst): ConstValue | undefined {
  const isComplexLeft = left instanceof ComplexConst;
  const isComplexRight = right instanceof ComplexConst;
  const x = isComplexLeft ? left.real : toFloat(left);
  const y = isComplexRight ? right.real : toFloat(right);
  if (x === undefined || y === undefined) return undefined;
  const z = isComplexLeft ? left : new ComplexConst(x, 0);
  const w = isComplexRight ? right : new ComplexConst(y, 0);
  // A real operand has no imaginary part, rather than one of 0 (C99's mixed arithmetic).
  switch (operator) {
    case NB_ADD:
      return new ComplexConst(x + y, isComplexLeft ? (isComplexRight ? z.imag + w.imag : z.imag) : w.imag);
    case NB_SUBTRACT:
      return new ComplexConst(x - y, isComplexLeft ? (isComplexRight ? z.imag - w.imag : z.imag) : -w.imag);
    case NB_MULTIPLY:
      if (isComplexLeft && isComplexRight) return complexProduct(z, w);
      return isComplexLeft ? new ComplexConst(z.real * y, z.imag * y) : new ComplexConst(w.real * x, w.imag * x);
    case NB_TRUE_DIVIDE:
      if (isComplexRight) return complexQuotient(z, w, !isComplexLeft);
      return y === 0 ? undefined : new ComplexConst(z.real / y, z.imag / y);
    case NB_POWER:
      return complexPower(z.real, z.imag, w.real, w.imag);
    default:
      return undefined;
  }
}

/** An operator on two numbers; undefined when it raises, or when the result is larger than CPython folds. */
export function numberBinop(left: NumberConst, operator: number, right: NumberConst): ConstValue | undefined {
  if (isIntLike(left) && isIntLike(right)) return intBinop(left, operator, right);
  if (left instanceof ComplexConst || right instanceof ComplexConst) return complexBinop(left, operator, right);
  const x = toFloat(left);
  const y = toFloat(right);
  return x === undefined || y === undefined ? undefined : floatBinop(x, operator, y);
}

/** -value. */
export function negative(value: NumberConst): ConstValue {
  if (value instanceof FloatConst) return new FloatConst(-value.value);
  if (value instanceof ComplexConst) return new ComplexConst(-value.real, -value.imag);
  return intConst(-BigInt(value));
}

/** +value: bool becomes int. */
export function positive(value: NumberConst): ConstValue {
  return typeof value === "boolean" ? Number(value) : value;
}
