// The functions of the math module on doubles and ints, with its errors. Elementary functions come from math-core.ts and
// math-sun.ts; the integer ones (gcd, comb, ...) are in int-math.ts. Mirrors Modules/mathmodule.c; see docs/base.md.
import { decompose, doubleRepr, isNegative } from "./float-format.ts";
import { divideToDouble, intBitLength, intFromDouble } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import * as core from "./math-core.ts";
import * as sun from "./math-sun.ts";
import { PythonError } from "./python-error.ts";

export const PI = 3.141592653589793;
export const E = 2.718281828459045;
export const TAU = 6.283185307179586;

function domainError(message = "math domain error"): PythonError {
  return new PythonError("ValueError", message);
}

function rangeError(): PythonError {
  return new PythonError("OverflowError", "math range error");
}

function expected(what: string, x: number): PythonError {
  return new PythonError("ValueError", `expected ${what}, got ${doubleRepr(x)}`);
}

function checkOverflow(r: number, x: number): number {
  if ((r === Infinity || r === -Infinity) && Number.isFinite(x)) throw rangeError();
  return r;
}

export function exp(x: number): number {
  return checkOverflow(core.exp(x), x);
}
export function exp2(x: number): number {
  return checkOverflow(core.exp2(x), x);
}
export function expm1(x: number): number {
  return checkOverflow(sun.expm1(x), x);
}
export function sinh(x: number): number {
  return checkOverflow(sun.sinh(x), x);
}
export function cosh(x: number): number {
  return checkOverflow(sun.cosh(x), x);
}
export const { tanh, cbrt } = sun;
export const { atan, asinh, atan2, erf, erfc } = core;

export function log(x: number): number {
  if (x <= 0) throw expected("a positive input", x);
  return core.log(x);
}
export function log2(x: number): number {
  if (x <= 0) throw expected("a positive input", x);
  return core.log2(x);
}
export function log10(x: number): number {
  if (x <= 0) throw expected("a positive input", x);
  return sun.log10(x);
}
export function log1p(x: number): number {
  if (x <= -1) throw expected("argument value > -1", x);
  return sun.log1p(x);
}

/** log, log2 or log10 of an int of any size. Raises ValueError. */
export function logOfInt(n: Int, which: "log" | "log2" | "log10"): number {
  if (n <= 0) throw domainError("expected a positive input");
  const f = which === "log" ? core.log : which === "log2" ? core.log2 : sun.log10;
  const x = Number(n);
  if (x !== Infinity) return f(x);
  const [m, e] = frexpOfInt(n as bigint);
  return f(m) + f(2) * e;
}

/** n = m * 2^e with m in [0.5, 1), rounded half to even. */
function frexpOfInt(n: bigint): [number, number] {
  const bits = intBitLength(n);
  const m = divideToDouble(n, 1n << BigInt(bits));
  return m === 1 ? [0.5, bits + 1] : [m, bits];
}

export function sin(x: number): number {
  if (x === Infinity || x === -Infinity) throw expected("a finite input", x);
  return core.sin(x);
}
export function cos(x: number): number {
  if (x === Infinity || x === -Infinity) throw expected("a finite input", x);
  return core.cos(x);
}
export function tan(x: number): number {
  if (x === Infinity || x === -Infinity) throw expected("a finite input", x);
  return core.tan(x);
}
export function asin(x: number): number {
  if (x > 1 || x < -1) throw expected("a number in range from -1 up to 1", x);
  return core.asin(x);
}
export function acos(x: number): number {
  if (x > 1 || x < -1) throw expected("a number in range from -1 up to 1", x);
  return core.acos(x);
}
export function acosh(x: number): number {
  if (x < 1) throw expected("argument value not less than 1", x);
  return core.acosh(x);
}
export function atanh(x: number): number {
  if (x >= 1 || x <= -1) throw expected("a number between -1 and 1", x);
  return core.atanh(x);
}
export function sqrt(x: number): number {
  if (x < 0) throw expected("a nonnegative input", x);
  return Math.sqrt(x);
}

/** math.pow. */
export function pow(x: number, y: number): number {
  const r = core.pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (r !== r) throw domainError();
    if (r === Infinity || r === -Infinity) throw x === 0 ? domainError() : rangeError();
  }
  return r;
}

/** float ** float; undefined when the result is complex (negative base, fractional exponent). Raises ZeroDivisionError, OverflowError. */
export function floatPow(x: number, y: number): number | undefined {
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) return undefined;
  if (x === 0 && y < 0 && y !== -Infinity) throw new PythonError("ZeroDivisionError", "zero to a negative power");
  const r = core.pow(x, y);
  if ((r === Infinity || r === -Infinity) && Number.isFinite(x) && Number.isFinite(y) && x !== 0)
    throw new PythonError("OverflowError", "(34, 'Numerical result out of range')");
  return r;
}

/** float // float. Raises ZeroDivisionError. */
export function floatFloorDiv(x: number, y: number): number {
  return floatDivmod(x, y)[0];
}

/** float % float. Raises ZeroDivisionError. */
export function floatMod(x: number, y: number): number {
  if (y === 0) throw new PythonError("ZeroDivisionError", "division by zero");
  const m = x % y;
  if (m !== 0) return y < 0 !== m < 0 ? m + y : m;
  return isNegative(y) ? -0 : 0;
}

/** divmod(float, float). Raises ZeroDivisionError. */
export function floatDivmod(x: number, y: number): [number, number] {
  if (y === 0) throw new PythonError("ZeroDivisionError", "division by zero");
  let m = x % y;
  let q = (x - m) / y;
  if (m !== 0) {
    if (y < 0 !== m < 0) {
      m += y;
      q -= 1;
    }
  } else m = isNegative(y) ? -0 : 0;
  if (q === 0) return [isNegative(x) !== isNegative(y) && !(x !== x) && !(y !== y) ? -0 : 0, m];
  if (q !== q) return [q, m];
  const f = Math.floor(q);
  return [q - f > 0.5 ? f + 1 : f, m];
}

export function fmod(x: number, y: number): number {
  if (y === Infinity || y === -Infinity) {
    if (Number.isFinite(x)) return x;
  }
  const r = x % y;
  if (r !== r && x === x && y === y) throw domainError();
  return r;
}

/** IEEE 754's remainder: x - n*y for the integer n nearest to x/y, ties to even. */
export function remainder(x: number, y: number): number {
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (y === 0) throw domainError();
    const ax = Math.abs(x);
    const ay = Math.abs(y);
    const m = ax % ay;
    const c = ay - m;
    const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (ax - m)) % ay);
    return isNegative(x) ? -r : r;
  }
  if (x !== x) return x;
  if (y !== y) return y;
  if (!Number.isFinite(x)) throw domainError();
  return x;
}

const bitView = new DataView(new ArrayBuffer(8));

/** The exponent e of x = m * 2^e, 0.5 <= |m| < 1, for a finite x other than 0. */
function binaryExponent(x: number): number {
  bitView.setFloat64(0, x);
  const e = (bitView.getInt32(0) >> 20) & 0x7ff;
  if (e !== 0) return e - 1022;
  bitView.setFloat64(0, x * 18014398509481984);
  return ((bitView.getInt32(0) >> 20) & 0x7ff) - 1022 - 54;
}

/** [m, e] with x = m * 2^e, 0.5 <= |m| < 1. */
export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const e = binaryExponent(x);
  // The bits of the fraction under the exponent of 0.5.
  const normal = e < -1021 ? x * 18014398509481984 : x;
  bitView.setFloat64(0, normal);
  bitView.setInt32(0, (bitView.getInt32(0) & 0x800fffff) | 0x3fe00000);
  return [bitView.getFloat64(0), e];
}

/** x * 2^e, rounded once. Raises OverflowError. */
export function ldexp(x: number, e: Int): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (e > 5000) throw rangeError();
  if (e < -5000) return x < 0 ? -0 : 0;
  const [m, k] = frexp(x);
  const top = k + Number(e);
  if (top > 1024) throw rangeError();
  if (top < -1080) return x < 0 ? -0 : 0;
  // Only the last of the two products can be inexact.
  return top >= -1000 ? m * 2 * 2 ** (top - 1) : m * 2 ** -1000 * 2 ** (top + 1000);
}

/** [fraction, integer], both with the sign of x. */
export function modf(x: number): [number, number] {
  if (x === Infinity || x === -Infinity) return [x < 0 ? -0 : 0, x];
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return [fraction === 0 && isNegative(x) ? -0 : fraction, whole];
}

export function copysign(x: number, y: number): number {
  const a = Math.abs(x);
  return isNegative(y) ? -a : a;
}

function bitsOf(x: number): bigint {
  bitView.setFloat64(0, x);
  return bitView.getBigUint64(0);
}

function fromBits(b: bigint): number {
  bitView.setBigUint64(0, b);
  return bitView.getFloat64(0);
}

/** The next double from x towards y, or with `steps` the one so many steps away. Raises ValueError. */
export function nextafter(x: number, y: number, steps?: Int): number {
  if (steps === undefined) {
    // Unlike with steps, reaching zero keeps the sign of x.
    const r = nextafter(x, y, 1);
    return r === 0 && x !== 0 ? copysign(0, x) : r;
  }
  if (steps < 0) throw domainError("steps must be a non-negative integer");
  if (steps === 0) return x;
  if (x !== x) return x;
  if (y !== y) return y;
  if (x === y) return y;
  const sign = 1n << 63n;
  // As integers on one line: negative numbers count down from zero.
  const from = bitsOf(x);
  const to = bitsOf(y);
  const a = from & sign ? -(from & (sign - 1n)) : from;
  const b = to & sign ? -(to & (sign - 1n)) : to;
  const n = BigInt(steps);
  const distance = a < b ? b - a : a - b;
  if (n >= distance) return y;
  const r = a < b ? a + n : a - n;
  // A step down that ends on zero gives the sign that the number came from.
  if (r === 0n) return a < 0n ? -0 : 0;
  return r < 0n ? fromBits(-r | sign) : fromBits(r);
}

export function ulp(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  if (a === Infinity) return a;
  const up = nextafter(a, Infinity);
  return up === Infinity ? a - nextafter(a, 0) : up - a;
}

/** math.fma. Raises ValueError, OverflowError. */
export function fma(x: number, y: number, z: number): number {
  if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) {
    const r = fmaFinite(x, y, z);
    if (r === Infinity || r === -Infinity) throw new PythonError("OverflowError", "overflow in fma");
    return r;
  }
  // The product of finite numbers is finite here, however great.
  const r = Number.isFinite(x) && Number.isFinite(y) ? z : x * y + z;
  if (r !== r && x === x && y === y && z === z) throw domainError("invalid operation in fma");
  return r;
}

function fmaFinite(x: number, y: number, z: number): number {
  if (x === 0 || y === 0) return x * y + z;
  const a = decompose(x);
  const b = decompose(y);
  const c = decompose(z);
  const pe = a.exponent + b.exponent;
  let p = a.mantissa * b.mantissa;
  if (isNegative(x) !== isNegative(y)) p = -p;
  const low = Math.min(pe, c.exponent);
  const sum = (p << BigInt(pe - low)) + ((isNegative(z) ? -c.mantissa : c.mantissa) << BigInt(c.exponent - low));
  if (sum === 0n) return z === 0 && isNegative(z) && p < 0n ? -0 : 0;
  const n = sum < 0n ? -sum : sum;
  const v = low >= 0 ? Number(n << BigInt(low)) : divideToDouble(n, 1n << BigInt(-low));
  return sum < 0n ? -v : v;
}

/** a + b = first + second exactly. */
function sumOf(a: number, b: number): [number, number] {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

const SPLITTER = 134217729;

const HUGE = 2 ** 1000;

/** a * b = first + second exactly, within a moderate range. */
function productOf(a: number, b: number): [number, number] {
  const p = a * b;
  if ((p > HUGE || p < -HUGE) && p - p === 0) {
    // The products of the halves may be beyond what p still holds.
    const [whole, rest] = productOf(a > 1 || a < -1 ? a * 2 ** -60 : a, a > 1 || a < -1 ? b : b * 2 ** -60);
    return [p, whole === whole ? rest * 2 ** 60 : rest];
  }
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return [p, al * bl - (p - ah * bh - al * bh - ah * bl)];
}

/** The Euclidean length of a vector, within a few hundredths of a unit in the last place: hypot and dist. `vector` is used up. */
export function vectorNorm(vector: Float64Array): number {
  let max = 0;
  let nan = false;
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    const a = Math.abs(vector[i]!);
    vector[i] = a;
    if (a !== a) nan = true;
    else if (a > max) max = a;
  }
  if (max === Infinity) return max;
  if (nan) return NaN;
  if (max === 0 || n <= 1) return max;
  const e = frexp(max)[1];
  if (e < -1023) {
    for (let i = 0; i < n; i++) vector[i] = vector[i]! / 2.2250738585072014e-308;
    return 2.2250738585072014e-308 * vectorNorm(vector);
  }
  // 2^1023 and 2^1024 do not both exist: scale in a way that holds for every exponent.
  const scale = 2 ** -e;
  let sum = 1;
  let low1 = 0;
  let low2 = 0;
  for (let i = 0; i < n; i++) {
    const x = vector[i]! * scale;
    const [p, pl] = productOf(x, x);
    const s = sum + p;
    low2 += p - (s - sum);
    sum = s;
    low1 += pl;
  }
  let h = Math.sqrt(sum - 1 + (low1 + low2));
  const [p, pl] = productOf(-h, h);
  const s = sum + p;
  low2 += p - (s - sum);
  low1 += pl;
  h += (s - 1 + (low1 + low2)) / (2 * h);
  return h / scale;
}

/** Below 2^±500 squares neither over- nor underflow, and the sum of two needs no array. */
function hypotOfTwo(x: number, y: number): number {
  const e = binaryExponent(x > y ? x : y);
  const scale = 2 ** -e;
  x *= scale;
  y *= scale;
  const xx = x * x;
  const yy = y * y;
  const s1 = 1 + xx;
  const s2 = s1 + yy;
  let low1 = squareRest(x, xx) + squareRest(y, yy);
  let low2 = xx - (s1 - 1) + (yy - (s2 - s1));
  let h = Math.sqrt(s2 - 1 + (low1 + low2));
  const hh = h * h;
  const s3 = s2 - hh;
  low2 += -hh - (s3 - s2);
  low1 -= squareRest(h, hh);
  h += (s3 - 1 + (low1 + low2)) / (2 * h);
  return h / scale;
}

/** The rest of a * a after rounding to p. */
function squareRest(a: number, p: number): number {
  const t = SPLITTER * a;
  const h = t - (t - a);
  const l = a - h;
  return l * l - (p - h * h - 2 * h * l);
}

/** math.hypot. */
export function hypot(...coordinates: number[]): number {
  if (coordinates.length === 2) {
    const x = Math.abs(coordinates[0]!);
    const y = Math.abs(coordinates[1]!);
    if (x > 1e-150 && y > 1e-150 && x < 1e150 && y < 1e150) return hypotOfTwo(x, y);
  }
  return vectorNorm(Float64Array.from(coordinates));
}

/** math.dist. Raises ValueError. */
export function dist(p: ArrayLike<number>, q: ArrayLike<number>): number {
  if (p.length !== q.length) throw domainError("both points must have the same number of dimensions");
  const v = new Float64Array(p.length);
  for (let i = 0; i < v.length; i++) v[i] = p[i]! - q[i]!;
  return vectorNorm(v);
}

/** math.fsum: the sum of all, rounded once (Shewchuk). Raises OverflowError, ValueError. */
export function fsum(values: Iterable<number>): number {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  // How many of `partials` count.
  let count = 0;
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (let j = 0; j < count; j++) {
      let y = partials[j]!;
      if (Math.abs(x) < Math.abs(y)) {
        const smaller = x;
        x = y;
        y = smaller;
      }
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    count = kept;
    if (x !== 0) {
      if (!Number.isFinite(x)) {
        if (Number.isFinite(value)) throw new PythonError("OverflowError", "intermediate overflow in fsum");
        if (!(value !== value)) infinities += value;
        special += value;
        count = 0;
      } else if (count < partials.length) partials[count++] = x;
      else {
        partials.push(x);
        count++;
      }
    }
  }
  if (special !== 0) {
    if (infinities !== infinities) throw domainError("-inf + inf in fsum");
    return special;
  }
  let n = count;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // What is left may turn a tie into a rounding up.
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** math.sumprod of floats of one length: in triple length, rounded once. */
export function sumprod(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let high = 0;
  let low = 0;
  let tiny = 0;
  for (let i = 0; i < p.length; i++) {
    const [ph, pl] = productOf(p[i]!, q[i]!);
    const [s, sl] = sumOf(high, ph);
    if (!Number.isFinite(s)) {
      // From here on as plain arithmetic.
      let total = high + (low + tiny);
      for (let k = i; k < p.length; k++) total += p[k]! * q[k]!;
      return total;
    }
    const [r1, r1l] = sumOf(low, pl);
    const [r2, r2l] = sumOf(r1, sl);
    high = s;
    low = r2;
    tiny = tiny + r1l + r2l;
  }
  return high + sumOf(low, tiny)[0];
}

/** math.isclose. Raises ValueError. */
export function isclose(a: number, b: number, relative = 1e-9, absolute = 0): boolean {
  if (relative < 0 || absolute < 0) throw domainError("tolerances must be non-negative");
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a !== a || b !== b ? false : false;
  const diff = Math.abs(b - a);
  return diff <= Math.abs(relative * b) || diff <= Math.abs(relative * a) || diff <= absolute;
}

export function degrees(x: number): number {
  return x * (180 / PI);
}
export function radians(x: number): number {
  return x * (PI / 180);
}

/** math.ceil and math.floor of a float. Raises ValueError, OverflowError. */
export function ceil(x: number): Int {
  return toInt(Math.ceil(x));
}
export function floor(x: number): Int {
  return toInt(Math.floor(x));
}

function toInt(x: number): Int {
  if (x !== x) throw domainError("cannot convert float NaN to integer");
  if (x === Infinity || x === -Infinity) throw new PythonError("OverflowError", "cannot convert float infinity to integer");
  return intFromDouble(x);
}

// Lanczos' approximation with g = 6.024680040776729583740234375 and 13 terms, as CPython's coefficients.
const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_MINUS_HALF = 5.52468004077673;
const LANCZOS_TOP: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567,
  17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725,
  186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const LANCZOS_BOTTOM: readonly number[] = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      top = top * x + LANCZOS_TOP[i]!;
      bottom = bottom * x + LANCZOS_BOTTOM[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      top = top / x + LANCZOS_TOP[i]!;
      bottom = bottom / x + LANCZOS_BOTTOM[i]!;
    }
  }
  return top / bottom;
}

/** sin(πx) without the rounding of πx. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  let r: number;
  switch (n) {
    case 0:
      r = core.sin(PI * y);
      break;
    case 1:
      r = core.cos(PI * (y - 0.5));
      break;
    case 2:
      r = core.sin(PI * (1 - y));
      break;
    case 3:
      r = -core.cos(PI * (y - 1.5));
      break;
    default:
      r = core.sin(PI * (y - 2));
  }
  return isNegative(x) ? -r : r;
}

const SMALL_FACTORIALS: readonly number[] = (() => {
  const out = [1];
  for (let i = 1; i < 23; i++) out.push(out[i - 1]! * i);
  return out;
})();

export function gamma(x: number): number {
  const refused = (): PythonError => expected("a noninteger or positive integer", x);
  if (!Number.isFinite(x)) {
    if (x === -Infinity) throw refused();
    return x;
  }
  if (x === 0) throw refused();
  if (Number.isInteger(x)) {
    if (x < 0) throw refused();
    if (x <= 23) return SMALL_FACTORIALS[x - 1]!;
  }
  const a = Math.abs(x);
  if (a < 1e-20) return checkOverflow(1 / x, x);
  if (a > 200) {
    if (x < 0) return sinPi(x) < 0 ? -0 : 0;
    throw rangeError();
  }
  const y = a + LANCZOS_G_MINUS_HALF;
  let z = a > LANCZOS_G_MINUS_HALF ? y - a - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - a;
  z = (z * LANCZOS_G) / y;
  let r: number;
  if (x < 0) {
    r = (((-PI / sinPi(a)) / a) * core.exp(y)) / lanczosSum(a);
    r -= z * r;
    if (a < 140) r /= core.pow(y, a - 0.5);
    else {
      const root = core.pow(y, a / 2 - 0.25);
      r /= root;
      r /= root;
    }
  } else {
    r = lanczosSum(a) / core.exp(y);
    r += z * r;
    if (a < 140) r *= core.pow(y, a - 0.5);
    else {
      const root = core.pow(y, a / 2 - 0.25);
      r *= root;
      r *= root;
    }
  }
  return checkOverflow(r, x);
}

const LOG_PI = 1.1447298858494002;

export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) {
    if (x <= 0) throw expected("a noninteger or positive integer", x);
    return 0;
  }
  const a = Math.abs(x);
  if (a < 1e-20) return -core.log(a);
  let r = core.log(lanczosSum(a)) - LANCZOS_G;
  r += (a - 0.5) * (core.log(a + LANCZOS_G - 0.5) - 1);
  if (x < 0) r = LOG_PI - core.log(Math.abs(sinPi(a))) - core.log(a) - r;
  return checkOverflow(r, x);
}

/** math.log(x, base) of floats. Raises ValueError, ZeroDivisionError. */
export function logWithBase(x: number, base: number): number {
  const top = log(x);
  const bottom = log(base);
  if (bottom === 0) throw new PythonError("ZeroDivisionError", "division by zero");
  return top / bottom;
}

