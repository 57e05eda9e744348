// The elementary functions of the C library, correctly rounded in all but about one of 2^40 cases: exp, log, pow, sin, erf and their
// relatives. Special values as in C99's annex F; errors are math.ts's. See docs/base.md for how near this is to glibc.
import {
  DD_ONE,
  ddAdd,
  ddAddDouble,
  ddAtan2,
  ddDiv,
  ddExp,
  ddExpm1,
  ddExpParts,
  ddLog,
  ddLog1p,
  ddMul,
  ddMulDouble,
  ddNeg,
  ddScale,
  ddSinCos,
  ddSqrt,
  ddSub,
  HALF_PI,
  INV_LN10,
  INV_LN2,
  LN2,
  PI,
  twoProduct,
  twoSum,
} from "./double-double.ts";
import type { DD } from "./double-double.ts";
import { decompose } from "./float-format.ts";
import { divideToDouble } from "./int-math.ts";
import { quickAcos, quickAsin, quickAtan2, quickCos, quickExp, quickExp2, quickLog, quickLogTimes, quickPow, quickSin, quickTan } from "./math-quick.ts";

/** (a[0] + a[1]) * 2^e rounded once, subnormal results included. */
function scaled(a: DD, e: number): number {
  const h = a[0] + a[1];
  if (h === 0 || e === 0) return h;
  if (e > 1024 + 60) return h < 0 ? -Infinity : Infinity;
  if (e < -1200) return h < 0 ? -0 : 0;
  // Far from the subnormals the scaling is exact.
  const top = Math.abs(h) * 2 ** Math.max(e, -1000) * (e < -1000 ? 2 ** (e + 1000) : 1);
  if (top > 4.5e-308) return e > 1000 ? h * 2 ** 1000 * 2 ** (e - 1000) : e < -1000 ? h * 2 ** -500 * 2 ** (e + 500) : h * 2 ** e;
  const negative = h < 0;
  const x = decompose(a[0]);
  const y = decompose(a[1]);
  // Both parts over the same power of two, then one division.
  const low = Math.min(x.exponent, y.exponent);
  let n = (a[0] < 0 ? -x.mantissa : x.mantissa) << BigInt(x.exponent - low);
  n += (a[1] < 0 ? -y.mantissa : y.mantissa) << BigInt(y.exponent - low);
  if (n < 0n) n = -n;
  const v = divideToDouble(n, 1n << BigInt(-(low + e)));
  return negative ? -v : v;
}

function rounded(a: DD): number {
  return a[0] + a[1];
}

export function exp(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  if (x > -700 && x < 700) {
    const quick = quickExp(x, 0, 0);
    if (quick === quick) return quick;
  }
  const { value, exponent } = ddExpParts([x, 0]);
  return scaled(ddAddDouble(value, 1), exponent);
}

export function exp2(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x >= 1024) return Infinity;
  if (x < -1075) return 0;
  const k = Math.round(x);
  const r = x - k;
  if (r === 0) return scaled(DD_ONE, k);
  if (x > -1020 && x < 1020) {
    const quick = quickExp2(x);
    if (quick === quick) return quick;
  }
  return scaled(ddExp(ddMulDouble(LN2, r)), k);
}

export function expm1(x: number): number {
  if (x !== x || x === Infinity || x === 0) return x;
  if (x > 709.79) return Infinity;
  if (x < -45) return -1;
  if (Math.abs(x) < 2 ** -54) return x;
  if (x > 700) {
    const { value, exponent } = ddExpParts([x, 0]);
    return scaled(ddAddDouble(value, 1), exponent);
  }
  if (Math.abs(x) < 1e-150) return x;
  return rounded(ddExpm1([x, 0]));
}

/** A positive finite x as normal number times 2^e. */
function normalized(x: number): [number, number] {
  return x < 2.2250738585072014e-308 ? [x * 2 ** 54, -54] : [x, 0];
}

function logDD(x: number): DD {
  const [m, e] = normalized(x);
  const l = ddLog([m, 0]);
  return e === 0 ? l : ddAdd(l, ddMulDouble(LN2, e));
}

export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x !== x || x === Infinity) return x;
  if (x >= 2.2250738585072014e-308) {
    const quick = quickLog(x);
    if (quick === quick) return quick;
  }
  return rounded(logDD(x));
}

export function log2(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x !== x || x === Infinity) return x;
  const exact = Math.round(Math.log2(x));
  if (2 ** exact === x) return exact;
  if (x >= 2.2250738585072014e-308) {
    const quick = quickLogTimes(x, INV_LN2[0], INV_LN2[1]);
    if (quick === quick) return quick;
  }
  return rounded(ddMul(logDD(x), INV_LN2));
}

export function log10(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x !== x || x === Infinity) return x;
  return rounded(ddMul(logDD(x), INV_LN10));
}

export function log1p(x: number): number {
  if (x === -1) return -Infinity;
  if (x < -1) return NaN;
  if (x !== x || x === Infinity || x === 0) return x;
  if (Math.abs(x) < 2 ** -54) return x;
  if (x > 2 ** 900) return rounded(ddLog([x, 0]));
  return rounded(ddLog1p([x, 0]));
}

export function sin(x: number): number {
  if (x === 0 || x !== x) return x;
  if (x === Infinity || x === -Infinity) return NaN;
  if (Math.abs(x) < 2 ** -27) return x - tinyCube(x) / 6;
  if (x < 1099511627776 && x > -1099511627776) {
    const quick = quickSin(x);
    if (quick === quick) return quick;
  }
  return rounded(ddSinCos(x).sin);
}

export function cos(x: number): number {
  if (x !== x) return x;
  if (x === Infinity || x === -Infinity) return NaN;
  if (x < 1099511627776 && x > -1099511627776) {
    const quick = quickCos(x);
    if (quick === quick) return quick;
  }
  return rounded(ddSinCos(x).cos);
}

export function tan(x: number): number {
  if (x === 0 || x !== x) return x;
  if (x === Infinity || x === -Infinity) return NaN;
  if (Math.abs(x) < 2 ** -27) return x + tinyCube(x) / 3;
  if (x < 1099511627776 && x > -1099511627776) {
    const quick = quickTan(x);
    if (quick === quick) return quick;
  }
  const { sin: s, cos: c } = ddSinCos(x);
  return rounded(ddDiv(s, c));
}

function tinyCube(x: number): number {
  return x * x * x;
}

/** arcsin of 0 <= x <= 0.75. */
function asinSmall(x: DD): DD {
  return ddAtan2(x, ddSqrt(ddMul(ddSub(DD_ONE, x), ddAdd(DD_ONE, x))));
}

export function asin(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN;
  const a = Math.abs(x);
  if (a < 2 ** -27) return x === 0 ? x : x + tinyCube(x) / 6;
  if (a > 0.001 && a < 0.99) {
    const quick = quickAsin(x);
    if (quick === quick) return quick;
  }
  let r: DD;
  if (a <= 0.5) r = asinSmall([a, 0]);
  // (1 - a) / 2 is exact.
  else r = ddSub(HALF_PI, ddScale(asinSmall(ddSqrt([(1 - a) / 2, 0])), 2));
  return x < 0 ? -rounded(r) : rounded(r);
}

export function acos(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN;
  if (x === 1) return 0;
  const a = Math.abs(x);
  if (a < 2 ** -60) return rounded(ddAddDouble(HALF_PI, -x));
  if (a < 0.99) {
    const quick = quickAcos(x);
    if (quick === quick) return quick;
  }
  if (a <= 0.5) {
    const r = asinSmall([a, 0]);
    return rounded(x < 0 ? ddAdd(HALF_PI, r) : ddSub(HALF_PI, r));
  }
  const r = a === 1 ? ([0, 0] as DD) : ddScale(asinSmall(ddSqrt([(1 - a) / 2, 0])), 2);
  return rounded(x < 0 ? ddSub(PI, r) : r);
}

export function atan(x: number): number {
  if (x !== x || x === 0) return x;
  if (x === Infinity || x === -Infinity) return x > 0 ? rounded(HALF_PI) : -rounded(HALF_PI);
  const a = Math.abs(x);
  if (a < 2 ** -27) return x - tinyCube(x) / 3;
  if (a > 2 ** 60) return x > 0 ? rounded(ddAddDouble(HALF_PI, -1 / a)) : -rounded(ddAddDouble(HALF_PI, -1 / a));
  if (a > 0.001 && a < 1e15) {
    const quick = quickAtan2(x, 1);
    if (quick === quick) return quick;
  }
  return rounded(ddAtan2([x, 0], DD_ONE));
}

export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const guess = Math.atan2(y, x);
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) {
    if (guess === 0) return guess;
    // Multiples of π/4: the nearest double of each.
    const n = Math.round(guess / (Math.PI / 4));
    return rounded(ddMulDouble(ddScale(PI, 0.25), n));
  }
  const ay = Math.abs(y);
  const ax = Math.abs(x);
  const q = ay / ax;
  if (q > 0.001 && q < 1e15 && ax > 1e-90 && ay > 1e-90 && ax < 1e90 && ay < 1e90) {
    const quick = quickAtan2(y, x);
    if (quick === quick) return quick;
  }
  // The same power of two for both keeps the products in range.
  if (x > 0 && q < 1e-290) return quotientDown(y, x);
  if (q < 2 ** -70 && x < 0) return y < 0 ? -rounded(ddAddDouble(PI, -q)) : rounded(ddAddDouble(PI, -q));
  if (q > 2 ** 70) return y < 0 ? -rounded(ddAddDouble(HALF_PI, -x / ay)) : rounded(ddAddDouble(HALF_PI, -x / ay));
  const e = -Math.floor(Math.log2(Math.max(ax, ay) > 1e-300 ? Math.max(ax, ay) : Math.max(ax, ay) * 2 ** 100)) - (Math.max(ax, ay) > 1e-300 ? 0 : -100);
  const half = Math.trunc(e / 2);
  const sy = y * 2 ** half * 2 ** (e - half);
  const sx = x * 2 ** half * 2 ** (e - half);
  if (x > 0 && q < 2 ** -30) {
    // arctan(q) = q - q^3/3, from the quotient in full.
    const d = ddDiv([sy, 0], [sx, 0]);
    if (q < 2 ** -60) return quotientDown(y, x);
    const q2 = ddMul(d, d);
    return rounded(ddSub(d, ddMul(ddMul(d, q2), [1 / 3, 1.850371707708594e-17])));
  }
  return rounded(ddAtan2([sy, 0], [sx, 0]));
}

/** arctan(y/x) where it is the quotient but for far less than its last place. */
function quotientDown(y: number, x: number): number {
  return y / x;
}

export function sinh(x: number): number {
  if (x !== x || x === 0 || !Number.isFinite(x)) return x;
  const a = Math.abs(x);
  if (a < 2 ** -27) return x + tinyCube(x) / 6;
  if (a > 711) return x < 0 ? -Infinity : Infinity;
  let v: number;
  if (a > 40) {
    const { value, exponent } = ddExpParts([a, 0]);
    v = scaled(ddAddDouble(value, 1), exponent - 1);
  } else {
    const e = ddExpm1([a, 0]);
    v = rounded(ddScale(ddAdd(e, ddDiv(e, ddAddDouble(e, 1))), 0.5));
  }
  return x < 0 ? -v : v;
}

export function cosh(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  if (a > 711) return Infinity;
  if (a > 40) {
    const { value, exponent } = ddExpParts([a, 0]);
    return scaled(ddAddDouble(value, 1), exponent - 1);
  }
  const e = ddExp([a, 0]);
  return rounded(ddScale(ddAdd(e, ddDiv(DD_ONE, e)), 0.5));
}

export function tanh(x: number): number {
  if (x !== x || x === 0) return x;
  const a = Math.abs(x);
  if (a > 22) return x < 0 ? -1 : 1;
  if (a < 2 ** -27) return x - tinyCube(x) / 3;
  const e = ddExpm1([2 * a, 0]);
  const v = rounded(ddDiv(e, ddAddDouble(e, 2)));
  return x < 0 ? -v : v;
}

export function asinh(x: number): number {
  if (x !== x || x === 0 || !Number.isFinite(x)) return x;
  const a = Math.abs(x);
  if (a < 2 ** -27) return x - tinyCube(x) / 6;
  let r: DD;
  if (a > 2 ** 60) r = ddAdd(ddLog([a, 0]), LN2);
  else {
    const square = twoProduct(a, a);
    // ln(1 + a + a^2 / (1 + sqrt(1 + a^2)))
    const root = ddSqrt(ddAddDouble(square, 1));
    r = ddLog1p(ddAddDouble(ddDiv(square, ddAddDouble(root, 1)), a));
  }
  return x < 0 ? -rounded(r) : rounded(r);
}

export function acosh(x: number): number {
  if (x < 1) return NaN;
  if (x !== x || x === Infinity) return x;
  if (x === 1) return 0;
  if (x > 2 ** 60) return rounded(ddAdd(ddLog([x, 0]), LN2));
  const t = twoSum(x, -1);
  return rounded(ddLog1p(ddAdd(t, ddSqrt(ddMul(t, ddAddDouble(t, 2))))));
}

export function atanh(x: number): number {
  if (x !== x || x === 0) return x;
  const a = Math.abs(x);
  if (a > 1) return NaN;
  if (a === 1) return x < 0 ? -Infinity : Infinity;
  if (a < 2 ** -27) return x + tinyCube(x) / 3;
  const r = ddScale(ddLog1p(ddDiv([2 * a, 0], twoSum(1, -a))), 0.5);
  return x < 0 ? -rounded(r) : rounded(r);
}

export function cbrt(x: number): number {
  if (x !== x || x === 0 || !Number.isFinite(x)) return x;
  let a = Math.abs(x);
  let scale = 1;
  if (a < 1e-200) {
    a *= 2 ** 300;
    scale = 2 ** -100;
  } else if (a > 1e200) {
    a *= 2 ** -300;
    scale = 2 ** 100;
  }
  const y = Math.cbrt(a);
  const cube = ddMulDouble(twoProduct(y, y), y);
  const d = ddDiv(ddSub([a, 0], cube), ddMulDouble(twoProduct(y, y), 3));
  // The next term of the expansion is d^2 / y, below 2^-104.
  const v = rounded(ddAddDouble(ddSub(d, ddDiv(ddMul(d, d), [y, 0])), y)) * scale;
  return x < 0 ? -v : v;
}

/** pow of C. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  if (!Number.isFinite(y)) {
    const a = Math.abs(x);
    if (a === 1) return 1;
    return a > 1 === y > 0 ? Infinity : 0;
  }
  const odd = Number.isInteger(y) && Math.abs(y) < 9007199254740992 && y % 2 !== 0;
  if (x === 0 || !Number.isFinite(x)) {
    const big = (x === 0) === y < 0;
    const v = big ? Infinity : 0;
    return odd && (x < 0 || (x === 0 && 1 / x < 0)) ? -v : v;
  }
  if (x < 0 && !Number.isInteger(y)) return NaN;
  const a = Math.abs(x);
  const v = powPositive(a, y);
  return x < 0 && odd ? -v : v;
}

function powPositive(a: number, y: number): number {
  if (a === 1) return 1;
  if (y === 1) return a;
  if (y === -1) return 1 / a;
  if (y === 2) return a * a;
  if (y === 0.5) return Math.sqrt(a);
  const approximate = Math.log2(a) * y;
  if (approximate > 1025) return Infinity;
  if (approximate < -1080) return 0;
  if (Number.isInteger(y) && y > 0 && y < 64) {
    const exact = exactPower(a, y);
    if (exact !== undefined) return exact;
  }
  if (a >= 2.2250738585072014e-308) {
    const quick = quickPow(a, y);
    if (quick === quick) return quick;
  }
  const l = ddMulDouble(logDD(a), y);
  if (Math.abs(l[0]) < 2 ** -60) return 1 + l[0];
  const { value, exponent } = ddExpParts(l);
  return scaled(ddAddDouble(value, 1), exponent);
}

/** a^n when it has few enough bits for a tie to be possible, correctly rounded; else undefined. */
function exactPower(a: number, n: number): number | undefined {
  let { mantissa, exponent } = decompose(a);
  while ((mantissa & 0xffffn) === 0n) {
    mantissa >>= 16n;
    exponent += 16;
  }
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (mantissa.toString(2).length * n > 120) return undefined;
  const m = mantissa ** BigInt(n);
  const e = exponent * n;
  return e >= 0 ? Number(m << BigInt(e)) : divideToDouble(m, 1n << BigInt(-e));
}

const TWO_OVER_SQRT_PI: DD = [1.1283791670955126, 1.533545961316588e-17];
const ONE_OVER_SQRT_PI: DD = [0.5641895835477563, 7.66772980658294e-18];

/** erf of 0 < x < 7 by its series of positive terms. */
function erfSeries(x: number): DD {
  const square = twoProduct(x, x);
  let term: DD = [x, 0];
  let sum: DD = term;
  for (let n = 1; n < 400; n++) {
    term = ddDiv(ddMul(term, ddScale(square, 2)), [2 * n + 1, 0]);
    sum = ddAdd(sum, term);
    if (term[0] < sum[0] * 2 ** -108) break;
  }
  return ddMul(ddMul(sum, ddExp(ddNeg(square))), TWO_OVER_SQRT_PI);
}

/** erfc of x >= 2.5 as value * 2^exponent, by its continued fraction. */
function erfcFraction(x: number): { value: DD; exponent: number } {
  const steps = Math.ceil(30 + 900 / (x * x));
  let f: DD = [x, 0];
  for (let k = steps; k >= 1; k--) f = ddAddDouble(ddDiv([k / 2, 0], f), x);
  const { value, exponent } = ddExpParts(ddNeg(twoProduct(x, x)));
  return { value: ddDiv(ddMul(ddAddDouble(value, 1), ONE_OVER_SQRT_PI), f), exponent };
}

export function erf(x: number): number {
  if (x !== x || x === 0) return x;
  const a = Math.abs(x);
  if (a > 6) return x < 0 ? -1 : 1;
  if (a < 2 ** -100) return scaledErf(x);
  if (a > 4) {
    const { value, exponent } = erfcFraction(a);
    const v = rounded(ddSub(DD_ONE, ddScale(value, 2 ** exponent)));
    return x < 0 ? -v : v;
  }
  const v = rounded(erfSeries(a));
  return x < 0 ? -v : v;
}

/** 2x/sqrt(π) where the next term does not count; small results are rounded once. */
function scaledErf(x: number): number {
  if (Math.abs(x) > 1e-250) return rounded(ddMulDouble(TWO_OVER_SQRT_PI, x));
  return scaled(ddMulDouble(TWO_OVER_SQRT_PI, x * 2 ** 500), -500);
}

export function erfc(x: number): number {
  if (x !== x) return x;
  if (x > 28) return 0;
  if (x < -6.2) return 2;
  if (Math.abs(x) < 2 ** -60) return 1 - x;
  if (x > 2.5) {
    const { value, exponent } = erfcFraction(x);
    return scaled(value, exponent);
  }
  const e = erfSeries(Math.abs(x));
  return rounded(x < 0 ? ddAddDouble(e, 1) : ddSub(DD_ONE, e));
}

