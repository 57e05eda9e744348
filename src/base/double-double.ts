// Numbers of about 106 bits as unevaluated sums of two doubles, and the elementary functions on them: what math-core.ts rounds its
// results from. After Dekker (1971) and Knuth; see docs/base.md.

/** The sum of both, the second at most half a unit in the last place of the first. */
export type DD = readonly [number, number];

export const DD_ZERO: DD = [0, 0];
export const DD_ONE: DD = [1, 0];
export const LN2: DD = [0.6931471805599453, 2.3190468138462996e-17];
export const PI: DD = [3.141592653589793, 1.2246467991473532e-16];
export const HALF_PI: DD = [1.5707963267948966, 6.123233995736766e-17];
export const INV_LN2: DD = [1.4426950408889634, 2.0355273740931033e-17];
export const INV_LN10: DD = [0.4342944819032518, 1.098319650216765e-17];

/** a + b exactly. */
export function twoSum(a: number, b: number): DD {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

/** a + b exactly, |a| >= |b| or a = 0. */
export function fastTwoSum(a: number, b: number): DD {
  const s = a + b;
  return [s, b - (s - a)];
}

const SPLITTER = 134217729;

/** a * b exactly, both below 2^996 and the product not subnormal. */
export function twoProduct(a: number, b: number): DD {
  const p = a * b;
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return [p, al * bl - (p - ah * bh - al * bh - ah * bl)];
}

export function ddAdd(a: DD, b: DD): DD {
  const s = a[0] + b[0];
  const t = s - a[0];
  const e = a[0] - (s - t) + (b[0] - t);
  const f = a[1] + b[1];
  const u = f - a[1];
  const g = a[1] - (f - u) + (b[1] - u);
  const c = e + f;
  const v = s + c;
  const w = g + (c - (v - s));
  const h = v + w;
  return [h, w - (h - v)];
}

export function ddAddDouble(a: DD, b: number): DD {
  const s = a[0] + b;
  const t = s - a[0];
  const e = a[0] - (s - t) + (b - t) + a[1];
  const h = s + e;
  return [h, e - (h - s)];
}

export function ddNeg(a: DD): DD {
  return [-a[0], -a[1]];
}

export function ddSub(a: DD, b: DD): DD {
  return ddAdd(a, [-b[0], -b[1]]);
}

export function ddMul(a: DD, b: DD): DD {
  const [p, e] = twoProduct(a[0], b[0]);
  const f = e + (a[0] * b[1] + a[1] * b[0]);
  const h = p + f;
  return [h, f - (h - p)];
}

export function ddMulDouble(a: DD, b: number): DD {
  const [p, e] = twoProduct(a[0], b);
  const f = e + a[1] * b;
  const h = p + f;
  return [h, f - (h - p)];
}

/** By a power of two. */
export function ddScale(a: DD, power: number): DD {
  return [a[0] * power, a[1] * power];
}

export function ddDiv(a: DD, b: DD): DD {
  const q1 = a[0] / b[0];
  let r = ddSub(a, ddMulDouble(b, q1));
  const q2 = r[0] / b[0];
  r = ddSub(r, ddMulDouble(b, q2));
  const q3 = r[0] / b[0];
  const s = fastTwoSum(q1, q2);
  return ddAddDouble(s, q3);
}

export function ddSqrt(a: DD): DD {
  if (a[0] <= 0) return DD_ZERO;
  const s = Math.sqrt(a[0]);
  const r = ddSub(a, twoProduct(s, s));
  return ddAdd([s, 0], [r[0] / (2 * s), 0]);
}

/** 1/n! for n >= 2, as far as 106 bits need them. */
const INVERSE_FACTORIALS: readonly DD[] = (() => {
  const out: DD[] = [DD_ONE, DD_ONE];
  for (let n = 2; n <= 30; n++) out.push(ddDiv(out[n - 1]!, [n, 0]));
  return out;
})();

/** e^r - 1 with full relative accuracy, |r| <= 0.36. */
function expm1Small(r: DD): DD {
  const m = ddScale(r, 1 / 256);
  let s: DD = INVERSE_FACTORIALS[10]!;
  for (let n = 9; n >= 1; n--) s = ddAdd(ddMul(s, m), INVERSE_FACTORIALS[n]!);
  let e = ddMul(s, m);
  // (1 + e)^2 - 1 = e(e + 2), eight times.
  for (let i = 0; i < 8; i++) e = ddMul(e, ddAddDouble(e, 2));
  return e;
}

const LN2_A = 0.6931471805582987;
const LN2_B = 1.6465949582866463e-12;
const LN2_C = 3.061840736018652e-24;

/** e^x = (1 + value) * 2^exponent, |x| < 2000; exponent is 0 for |x| <= 0.34. */
export function ddExpParts(x: DD): { value: DD; exponent: number } {
  const k = Math.abs(x[0]) <= 0.34 ? 0 : Math.round(x[0] * INV_LN2[0]);
  if (k === 0) return { value: expm1Small(x), exponent: 0 };
  // k has 11 bits: its products with the first two parts are exact.
  let r = ddAddDouble(x, -k * LN2_A);
  r = ddAddDouble(r, -k * LN2_B);
  r = ddAddDouble(r, -k * LN2_C);
  return { value: expm1Small(r), exponent: k };
}

/** e^x for |x| < 700. */
export function ddExp(x: DD): DD {
  const { value, exponent } = ddExpParts(x);
  return ddScale(ddAddDouble(value, 1), 2 ** exponent);
}

/** e^x - 1 with full relative accuracy, |x| < 700. */
export function ddExpm1(x: DD): DD {
  const { value, exponent } = ddExpParts(x);
  if (exponent === 0) return value;
  return ddAddDouble(ddScale(ddAddDouble(value, 1), 2 ** exponent), -1);
}

/** ln(1 + x) with full relative accuracy, -1 < x < 2^1000. */
export function ddLog1p(x: DD): DD {
  const y = Math.log1p(x[0]);
  if (y === 0) return x;
  if (Math.abs(x[0]) < 1e-8) {
    // x - x^2/2 + x^3/3 - x^4/4
    let s: DD = ddAdd([1 / 3, 1.850371707708594e-17], ddMulDouble(x, -0.25));
    s = ddAddDouble(ddMul(s, x), -0.5);
    return ddAdd(x, ddMul(ddMul(x, x), s));
  }
  // Newton's step of third order: y + 2(w - e^y)/(w + e^y), w = 1 + x; the ones cancel in the numerator.
  const e = ddExpm1([y, 0]);
  const top = ddSub(x, e);
  const bottom = ddAddDouble(ddAdd(x, e), 2);
  return ddAddDouble(ddScale(ddDiv(top, bottom), 2), y);
}

/** ln x for a positive normal x. */
export function ddLog(x: DD): DD {
  if (x[0] > 0.5 && x[0] < 2) return ddLog1p(ddAddDouble(x, -1));
  let k = 0;
  let h = x[0];
  while (h >= 2 ** 200) {
    h *= 2 ** -200;
    k += 200;
  }
  while (h < 2 ** -200) {
    h *= 2 ** 200;
    k -= 200;
  }
  k += Math.floor(Math.log2(h));
  // Two factors: neither under- nor overflows.
  const half = Math.trunc(k / 2);
  const m = ddScale(ddScale(x, 2 ** -half), 2 ** -(k - half));
  const l = ddLog1p(ddAddDouble(m, -1));
  if (k === 0) return l;
  // k * LN2 to 107 bits and more: k has 11 bits.
  let s: DD = ddAddDouble([k * LN2_C, 0], k * LN2_B);
  s = ddAddDouble(s, k * LN2_A);
  return ddAdd(s, l);
}

/** sin and cos of |r| <= 0.8 by their series, on a quarter of the angle for cos's sake. */
export function ddSinCosSmall(r: DD): { sin: DD; cos: DD } {
  const x2 = ddMul(r, r);
  let s: DD = INVERSE_FACTORIALS[27]!;
  for (let n = 25; n >= 1; n -= 2) s = ddSub(INVERSE_FACTORIALS[n]!, ddMul(s, x2));
  let c: DD = INVERSE_FACTORIALS[28]!;
  for (let n = 26; n >= 0; n -= 2) c = ddSub(INVERSE_FACTORIALS[n]!, ddMul(c, x2));
  return { sin: ddMul(s, r), cos: c };
}

const HALF_PI_A = 1.5707963267341256;
const HALF_PI_B = 6.077100506303966e-11;
const HALF_PI_C: DD = [2.0222662487959506e-21, 1.0085854035872483e-37];
/** 2/π, 1,280 bits after the binary point. */
const TWO_OVER_PI = 0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361dn;

/** x = quadrant * π/2 + rest (mod 2π), |rest| <= π/4. */
export function reduceAngle(x: number): { quadrant: number; rest: DD } {
  if (Math.abs(x) <= 0.785) return { quadrant: 0, rest: [x, 0] };
  if (Math.abs(x) < 500000) {
    const k = Math.round(x * 0.6366197723675814);
    // k has 20 bits: the products with the first two parts are exact.
    let r = twoSum(x, -k * HALF_PI_A);
    r = ddAddDouble(r, -k * HALF_PI_B);
    r = ddAdd(r, ddMulDouble(HALF_PI_C, -k));
    return { quadrant: k & 3, rest: r };
  }
  return reduceLarge(x);
}

/** Payne and Hanek: x is an integer times a power of two, so x * 2/π modulo 4 is exact integer arithmetic. */
function reduceLarge(x: number): { quadrant: number; rest: DD } {
  const negative = x < 0;
  let m = negative ? -x : x;
  let e = 0;
  while (m >= 9007199254740992) {
    m /= 2;
    e++;
  }
  while (!Number.isInteger(m)) {
    m *= 2;
    e--;
  }
  let product = BigInt(m) * TWO_OVER_PI;
  product = e >= 0 ? product << BigInt(e) : product >> BigInt(-e);
  const fractionBits = 1280n;
  const four = 1n << (fractionBits + 2n);
  let turn = product & (four - 1n);
  let quadrant = Number(turn >> fractionBits);
  turn &= (1n << fractionBits) - 1n;
  if (turn >> (fractionBits - 1n) !== 0n) {
    turn -= 1n << fractionBits;
    quadrant++;
  }
  // Into two doubles by way of integers of 1,280 fraction bits.
  const high = bigFraction(turn);
  const rest = ddMul(high, HALF_PI);
  return negative ? { quadrant: -quadrant & 3, rest: ddNeg(rest) } : { quadrant: quadrant & 3, rest };
}

/** n / 2^1280 as two doubles, |n| < 2^1280. */
function bigFraction(n: bigint): DD {
  const negative = n < 0n;
  let a = negative ? -n : n;
  const length = a.toString(16).length * 4;
  const shift = Math.max(0, length - 160);
  a >>= BigInt(shift);
  const high = Number(a);
  const low = Number(a - BigInt(high));
  const scale = 2 ** ((shift - 1280) / 2);
  const d: DD = [high * scale * scale, low * scale * scale];
  return negative ? ddNeg(d) : d;
}

/** sin and cos of any finite double. */
export function ddSinCos(x: number): { sin: DD; cos: DD } {
  const { quadrant, rest } = reduceAngle(x);
  const { sin, cos } = ddSinCosSmall(rest);
  switch (quadrant) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: ddNeg(sin) };
    case 2:
      return { sin: ddNeg(sin), cos: ddNeg(cos) };
    default:
      return { sin: ddNeg(cos), cos: sin };
  }
}

/** arctan(y / x) with the sign and quadrant of atan2, both finite and within 2^±400, not both 0. */
export function ddAtan2(y: DD, x: DD): DD {
  const guess = Math.atan2(y[0], x[0]);
  const { sin, cos } = ddSinCos(guess);
  const top = ddSub(ddMul(y, cos), ddMul(x, sin));
  const bottom = ddAdd(ddMul(x, cos), ddMul(y, sin));
  const d = ddDiv(top, bottom);
  return ddAddDouble(d, guess);
}
