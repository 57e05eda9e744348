// The fast way to correctly rounded results: tables and short polynomials in about 64 bits, and a test whether these decide the
// rounding (Ziv). They do in more than 98 of 100 cases; NaN means "ask the 106 bits of math-core.ts". See docs/base.md.
import { ddExp, ddLog, ddMulDouble, ddSinCosSmall, LN2 } from "./double-double.ts";

interface Tables {
  /** 2^(j/128), j < 128, in two doubles. */
  expHigh: Float64Array;
  expLow: Float64Array;
  /** 2^(n - 1074). */
  power: Float64Array;
  /** Short reciprocals of j/128, 90 <= j <= 182, and minus their logarithms. */
  inverse: Float64Array;
  logHigh: Float64Array;
  logLow: Float64Array;
  /** sin and cos of j/64, j <= 51. */
  sinHigh: Float64Array;
  sinLow: Float64Array;
  cosHigh: Float64Array;
  cosLow: Float64Array;
}

function makeTables(): Tables {
  const t: Tables = {
    expHigh: new Float64Array(128),
    expLow: new Float64Array(128),
    power: new Float64Array(2098),
    inverse: new Float64Array(183),
    logHigh: new Float64Array(183),
    logLow: new Float64Array(183),
    sinHigh: new Float64Array(52),
    sinLow: new Float64Array(52),
    cosHigh: new Float64Array(52),
    cosLow: new Float64Array(52),
  };
  for (let j = 0; j < 128; j++) [t.expHigh[j], t.expLow[j]] = ddExp(ddMulDouble(LN2, j / 128)) as [number, number];
  for (let n = 0; n < 2098; n++) t.power[n] = 2 ** (n - 1074);
  for (let j = 90; j <= 182; j++) {
    const inverse = Math.round(65536 / j) / 512;
    t.inverse[j] = inverse;
    if (inverse === 1) continue;
    const l = ddLog([inverse, 0]);
    t.logHigh[j] = -l[0];
    t.logLow[j] = -l[1];
  }
  for (let j = 0; j < 52; j++) {
    const { sin, cos } = ddSinCosSmall([j / 64, 0]);
    [t.sinHigh[j], t.sinLow[j]] = sin as [number, number];
    [t.cosHigh[j], t.cosLow[j]] = cos as [number, number];
  }
  return t;
}

// Filled on first use: a table, though it is made late, because starting up must not wait for it.
let made: Tables | undefined;
function tables(): Tables {
  return (made ??= makeTables());
}

const MAGIC = 6755399441055744;
const SPLITTER = 134217729;

/** The rest of a * b after rounding to p. */
function productRest(a: number, b: number, p: number): number {
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

const STEPS_PER_LN2 = 184.6649652337873;
// ln 2 / 128 in 24, 24 and 53 bits.
const STEP_A = Math.fround(0.0054152123481245725);
const STEP_B = Math.fround(0.0054152123481245725 - STEP_A);
const STEP_C = 0.0054152123481245725 - STEP_A - STEP_B + 1.8117553233174215e-19;

/** e^(x + low), -700 < x < 700; `error` is how far x + low may be off. NaN when undecided. */
export function quickExp(x: number, low: number, error: number): number {
  const t = made ?? tables();
  const k = x * STEPS_PER_LN2 + MAGIC - MAGIC;
  const a = x - k * STEP_A;
  const b = -k * STEP_B;
  const r0 = a + b;
  const s = r0 - a;
  const rest0 = a - (r0 - s) + (b - s) - k * STEP_C + low;
  const r = r0 + rest0;
  const rest = rest0 - (r - r0);
  const q = r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889))));
  const j = k & 127;
  const high = t.expHigh[j]!;
  const rhigh = high * r;
  const el = t.expLow[j]!;
  const lower = el + productRest(high, r, rhigh) + (el * r + high * (rest + q + rest * r));
  const sum = high + rhigh;
  const e = rhigh - (sum - high) + lower;
  const eps = high * (2.2e-20 + error);
  const up = sum + (e + eps);
  return up === sum + (e - eps) ? up * t.power[((k - j) >> 7) + 1074]! : NaN;
}

/** 2^x, -1020 < x < 1020. NaN when undecided. */
export function quickExp2(x: number): number {
  const t = made ?? tables();
  const k = x * 128 + MAGIC - MAGIC;
  // Exact: x and k/128 have a common grid.
  const d = x - k / 128;
  const r = d * 0.6931471805599453;
  const rest = productRest(d, 0.6931471805599453, r) + d * 2.3190468138462996e-17;
  const q = r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889))));
  const j = k & 127;
  const high = t.expHigh[j]!;
  const rhigh = high * r;
  const el = t.expLow[j]!;
  const lower = el + productRest(high, r, rhigh) + (el * r + high * (rest + q + rest * r));
  const sum = high + rhigh;
  const e = rhigh - (sum - high) + lower;
  const eps = high * 2.2e-20;
  const up = sum + (e + eps);
  return up === sum + (e - eps) ? up * t.power[((k - j) >> 7) + 1074]! : NaN;
}

const LN2_A = 0.6931471805582987;
const LN2_B = 1.6465949582897082e-12;
const words = new DataView(new ArrayBuffer(8));
/** Results in two doubles. */
const pair = new Float64Array(4);

/** ln x of a positive normal x into pair[0] + pair[1], off by at most 2^-63 of it. */
function logPair(x: number): void {
  const t = made ?? tables();
  words.setFloat64(0, x);
  const upper = words.getInt32(0);
  let k = (upper >> 20) - 1023;
  words.setInt32(0, (upper & 0xfffff) | 0x3ff00000);
  let m = words.getFloat64(0);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k++;
  }
  const j = (m * 128 + 0.5) | 0;
  const inverse = t.inverse[j]!;
  const mh = Math.fround(m);
  const a = mh * inverse - 1;
  const b = (m - mh) * inverse;
  const f = a + b;
  const fl = b - (f - a);
  const square = f * f;
  const ph = 0.5 * square;
  const pl = 0.5 * productRest(f, f, square);
  const q = square * f * (0.3333333333333333 - f * (0.25 - f * (0.2 - f * (0.16666666666666666 - f * (0.14285714285714285 - f * (0.125 - f * 0.1111111111111111))))));
  const c = k * LN2_A;
  const l = t.logHigh[j]!;
  const s1 = c + l;
  const t1 = s1 - c;
  const e1 = c - (s1 - t1) + (l - t1);
  const s2 = s1 + f;
  const t2 = s2 - s1;
  const e2 = s1 - (s2 - t2) + (f - t2);
  const s3 = s2 - ph;
  const t3 = s3 - s2;
  const e3 = s2 - (s3 - t3) + (-ph - t3);
  const lower = e1 + e2 + e3 + (k * LN2_B + t.logLow[j]! + (fl - fl * f) - pl + q);
  const high = s3 + lower;
  pair[0] = high;
  pair[1] = lower - (high - s3);
}

/** ln x of a positive normal x. NaN when undecided. */
export function quickLog(x: number): number {
  logPair(x);
  const high = pair[0]!;
  const eps = high * 1.1e-19;
  const up = high + (pair[1]! + eps);
  return up === high + (pair[1]! - eps) ? up : NaN;
}

/** ln x times a constant in two doubles: log2. NaN when undecided. */
export function quickLogTimes(x: number, c: number, cl: number): number {
  logPair(x);
  const a = pair[0]!;
  const high = a * c;
  const lower = productRest(a, c, high) + (a * cl + pair[1]! * c);
  const eps = high * 1.3e-19;
  const up = high + (lower + eps);
  return up === high + (lower - eps) ? up : NaN;
}

/** x^y of a positive normal x where the result is far from the limits. NaN when undecided. */
export function quickPow(x: number, y: number): number {
  logPair(x);
  const a = pair[0]!;
  const high = a * y;
  if (!(high < 700 && high > -700) || Math.abs(y) > 1e290) return NaN;
  const lower = productRest(a, y, high) + pair[1]! * y;
  return quickExp(high, lower, Math.abs(high) * 1.1e-19);
}

// π/2 in three doubles.
const HALF_PI_1 = 1.5707963267948966;
const HALF_PI_2 = 6.123233995736766e-17;
const HALF_PI_3 = -1.4973849048591698e-33;
// π/2 in 33, 33 and 53 bits.
const HALF_PI_A = 1.5707963267341256;
const HALF_PI_B = 6.077100506303966e-11;
const HALF_PI_C = 2.0222662487959506e-21;

/** sin and cos of |r| <= 0.79 (plus low) into pair[0..1] and pair[2..3], off by at most 2^-62 of each. */
function sinCosPair(r: number, low: number): void {
  const t = made ?? tables();
  const negative = r < 0;
  if (negative) {
    r = -r;
    low = -low;
  }
  const j = (r * 64 + 0.5) | 0;
  // Exact difference.
  const u = r - j / 64;
  const u2 = u * u;
  // sin u - u and cos u - 1; |u| <= 1/128
  const su = low + u * u2 * (-0.16666666666666666 + u2 * (0.008333333333333333 - u2 * 0.0001984126984126984));
  const cu = -0.5 * u2 + (u2 * u2 * (0.041666666666666664 - u2 * 0.001388888888888889) - u * low);
  const sh = t.sinHigh[j]!;
  const ch = t.cosHigh[j]!;
  const sl = t.sinLow[j]!;
  const cl = t.cosLow[j]!;
  // sin(a + u) = sin a + cos a * u + (cos a * (sin u - u) + sin a * (cos u - 1))
  const cp = ch * u;
  const cpRest = productRest(ch, u, cp);
  const s = sh + cp;
  const sv = s - sh;
  const se = sh - (s - sv) + (cp - sv) + (cpRest + sl + cl * u + (ch * su + sh * cu));
  // cos(a + u) = cos a - sin a * u + (cos a * (cos u - 1) - sin a * (sin u - u))
  const sp = sh * u;
  const spRest = productRest(sh, u, sp);
  const c = ch - sp;
  const cv = c - ch;
  const ce = ch - (c - cv) + (-sp - cv) + (cl - spRest - sl * u + (ch * cu - sh * su));
  const sf = s + se;
  const cf = c + ce;
  pair[0] = negative ? -sf : sf;
  pair[1] = negative ? -(se - (sf - s)) : se - (sf - s);
  pair[2] = cf;
  pair[3] = ce - (cf - c);
}

/** The same of x less k quarter turns, for |x| from 500000 to 2^40: products of k and the parts of π/2 are no longer exact. */
function sinCosReduced(x: number, k: number): boolean {
  const p = k * HALF_PI_1;
  // Exact: x and p differ by less than a factor of two.
  const d = x - p;
  const e = -productRest(k, HALF_PI_1, p);
  const s = d + e;
  const sv = s - d;
  const se = d - (s - sv) + (e - sv);
  const q = -k * HALF_PI_2;
  const qe = -productRest(k, HALF_PI_2, -q);
  const r = s + q;
  const rv = r - s;
  const low = s - (r - rv) + (q - rv) + (se + qe - k * HALF_PI_3);
  if (r < 0.001 && r > -0.001) return false;
  sinCosPair(r, low);
  return true;
}

/** sin and cos of |x| < 2^40 into pair; false when x is so near to a multiple of π/2 that this is not good enough. */
function sinCosOf(x: number): boolean {
  if (x < 0.785 && x > -0.785) {
    sinCosPair(x, 0);
    return true;
  }
  const k = x * 0.6366197723675814 + MAGIC - MAGIC;
  if (x < 500000 && x > -500000) {
    const a = x - k * HALF_PI_A;
    const b = -k * HALF_PI_B;
    const r = a + b;
    const v = r - a;
    const low = a - (r - v) + (b - v) - k * HALF_PI_C;
    if (r < 0.001 && r > -0.001) return false;
    sinCosPair(r, low);
  } else if (!sinCosReduced(x, k)) return false;
  const quadrant = k & 3;
  if (quadrant & 1) {
    const h = pair[0]!;
    const l = pair[1]!;
    pair[0] = pair[2]!;
    pair[1] = pair[3]!;
    pair[2] = -h;
    pair[3] = -l;
  }
  if (quadrant & 2) {
    pair[0] = -pair[0]!;
    pair[1] = -pair[1]!;
    pair[2] = -pair[2]!;
    pair[3] = -pair[3]!;
  }
  return true;
}

const TRIG_ERROR = 4.4e-19;

function decide(high: number, low: number, eps: number): number {
  const up = high + (low + eps);
  return up === high + (low - eps) ? up : NaN;
}

/** sin x, 2^-20 < |x| < 2^40. NaN when undecided. */
export function quickSin(x: number): number {
  if (!sinCosOf(x)) return NaN;
  return decide(pair[0]!, pair[1]!, pair[0]! * TRIG_ERROR);
}

export function quickCos(x: number): number {
  if (!sinCosOf(x)) return NaN;
  return decide(pair[2]!, pair[3]!, pair[2]! * TRIG_ERROR);
}

export function quickTan(x: number): number {
  if (!sinCosOf(x)) return NaN;
  const s = pair[0]!;
  const c = pair[2]!;
  const q = s / c;
  const p = q * c;
  const rest = s - p - productRest(q, c, p) + pair[1]! - q * pair[3]!;
  return decide(q, rest / c, q * 1.1e-18);
}

/** arctan(y / x) in the sense of atan2, both within 2^±300 and not tiny in comparison. NaN when undecided. */
export function quickAtan2(y: number, x: number): number {
  const ay = y < 0 ? -y : y;
  const ax = x < 0 ? -x : x;
  // The angle of the smaller side is at most π/4; the rest is exact sums with multiples of π/2.
  const swapped = ay > ax;
  const opposite = swapped ? ax : ay;
  const adjacent = swapped ? ay : ax;
  const guess = Math.atan2(opposite, adjacent);
  if (!sinCosOf(guess)) return NaN;
  const s = pair[0]!;
  const c = pair[2]!;
  const p = opposite * c;
  const q = adjacent * s;
  const top = p - q + (productRest(opposite, c, p) - productRest(adjacent, s, q)) + (opposite * pair[3]! - adjacent * pair[1]!);
  let low = top / (adjacent * c + opposite * s);
  let high = guess;
  const error = guess * 1.1e-18 + (swapped || x < 0 ? 1e-31 : 0);
  if (swapped) {
    high = HALF_PI_1 - guess;
    low = HALF_PI_1 - high - guess + HALF_PI_2 - low;
  }
  if (x < 0) {
    const turned = 2 * HALF_PI_1 - high;
    low = 2 * HALF_PI_1 - turned - high + 2 * HALF_PI_2 - low;
    high = turned;
  }
  const up = high + (low + error);
  if (up !== high + (low - error)) return NaN;
  return y < 0 ? -up : up;
}

/** arcsin of 0.001 < |x| < 0.99. NaN when undecided. */
export function quickAsin(x: number): number {
  const guess = Math.asin(x);
  if (!sinCosOf(guess)) return NaN;
  return decide(guess, (x - pair[0]! - pair[1]!) / pair[2]!, guess * 4.4e-18);
}

/** arccos of |x| < 0.99. NaN when undecided. */
export function quickAcos(x: number): number {
  const guess = Math.acos(x);
  if (!sinCosOf(guess)) return NaN;
  return decide(guess, (pair[2]! - x + pair[3]!) / pair[0]!, guess * 4.4e-18);
}
