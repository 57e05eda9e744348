// exp, ln, log10 and powers of decimals: correctly rounded by computing with more and more digits until the rounding is certain.
// What the second half of Modules/_decimal/libmpdec/mpdecimal.c is to CPython; see docs/base.md.
import { divide, multiply } from "./arithmetic.ts";
import {
  absolute,
  adjusted,
  compareMagnitude,
  type Dec,
  type DecContext,
  digitCount,
  etiny,
  finalize,
  finite,
  FINITE,
  INEXACT,
  infinity,
  INFINITE,
  integerPart,
  invalid,
  isIntegral,
  isZero,
  nanOf,
  ONE,
  pow10,
  ROUND_HALF_EVEN,
  ROUNDED,
  withSign,
  ZERO,
  MAX_EMAX,
} from "./number.ts";

type Ctx = DecContext;

/** a / b rounded to the nearest, b > 0. */
function nearest(a: bigint, b: bigint): bigint {
  const n = 2n * a + b;
  const d = 2n * b;
  const q = n / d;
  return n < 0n && q * d !== n ? q - 1n : q;
}

/** one * exp(x / one) for 0 <= x. */
function fixedExp(x: bigint, one: bigint): bigint {
  // Halve the argument until the series is short, then square back.
  const size = one.toString(2).length;
  const halvings = Math.max(0, x.toString(2).length - size + Math.ceil(Math.sqrt(size / 4)) + 1);
  const guard = BigInt(halvings + 16);
  const unit = one << guard;
  const r = (x << guard) >> BigInt(halvings);
  let term = unit;
  let sum = unit;
  for (let k = 1n; term !== 0n; k++) {
    term = (term * r) / (unit * k);
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / unit;
  return sum >> guard;
}

/** one * atanh(1 / n). */
function fixedAtanhInverse(n: bigint, one: bigint): bigint {
  const square = n * n;
  let power = one / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    sum += power / k;
  }
  return sum;
}

/** 10^places * ln(10), exact to the last place or two. */
function ln10(places: number): bigint {
  const one = pow10(places + 5);
  return (46n * fixedAtanhInverse(31n, one) + 34n * fixedAtanhInverse(49n, one) + 20n * fixedAtanhInverse(161n, one)) / 100000n;
}

/** 10^places * ln(coeff * 10^exp), rounded, exact to a few units of the last place; coeff > 0. */
function fixedLn(coeff: bigint, exp: number, places: number): bigint {
  const digits = digitCount(coeff);
  // coeff * 10^exp = m * 10^e with m in about [0.3, 3.2).
  let e = digits - 1 + exp;
  const work = places + 12 + String(Math.abs(e)).length;
  const one = pow10(work);
  let m = digits - 1 <= work ? coeff * pow10(work - digits + 1) : coeff / pow10(digits - 1 - work);
  if (m > 3n * one) {
    m /= 10n;
    e++;
    // One digit more of the coefficient keeps the last place.
    m = digits <= work ? coeff * pow10(work - digits) : coeff / pow10(digits - work);
  }
  // The logarithm of m: a double first, then cubic steps.
  let y = BigInt(Math.round(Math.log(Number((m * 10n ** 17n) / one) / 1e17) * 1e15));
  y = work >= 15 ? y * pow10(work - 15) : y / pow10(15 - work);
  for (let right = 14; right < work + 3; right *= 3) {
    const power = y >= 0n ? fixedExp(y, one) : (one * one) / fixedExp(-y, one);
    y += (2n * (m - power) * one) / (m + power);
  }
  if (e !== 0) y += BigInt(e) * ln10(work);
  return nearest(y, pow10(work - places));
}

/** Is the rounding of `n` to `digits` digits certain, although its last digits may be off? */
function certain(n: bigint, digits: number): boolean {
  const extra = digitCount(n) - digits;
  if (extra < 3) return false;
  const tail = n % pow10(extra);
  const half = 5n * pow10(extra - 1);
  const slack = 50n;
  return tail > slack && tail < pow10(extra) - slack && (tail < half - slack || tail > half + slack);
}

function finish(c: Ctx, a: Dec): Dec {
  const { rounding } = c;
  c.rounding = ROUND_HALF_EVEN;
  const answer = finalize(c, a);
  c.rounding = rounding;
  c.status |= INEXACT | ROUNDED;
  return answer;
}

export function exp(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return a.sign === 1 ? ZERO : a;
  if (a.coeff === 0n) return ONE;
  const adj = adjusted(a);
  const p = c.prec;
  if (a.sign === 0 && adj > String((c.emax + 1) * 3).length) return finish(c, finite(0, 1n, c.emax + 1));
  if (a.sign === 1 && adj > String((-etiny(c) + 1) * 3).length) return finish(c, finite(0, 1n, etiny(c) - 1));
  if (a.sign === 0 && adj < -p) return finish(c, finite(0, pow10(p) + 1n, -p));
  if (a.sign === 1 && adj < -p - 1) return finish(c, finite(0, pow10(p + 1) - 1n, -p - 1));
  for (let extra = 5; ; extra += 5) {
    const places = p + extra;
    const wide = places + Math.max(0, adj) + 5;
    const shift = a.exp + wide;
    let x = shift >= 0 ? a.coeff * pow10(shift) : a.coeff / pow10(-shift);
    if (a.sign === 1) x = -x;
    const unit = ln10(wide);
    let whole = x / unit;
    let rest = x - whole * unit;
    if (rest < 0n) {
      rest += unit;
      whole--;
    }
    const n = fixedExp(rest / pow10(wide - places - 5), pow10(places + 5)) / 100000n;
    if (certain(n, p)) return finish(c, finite(0, n, Number(whole) - places));
  }
}

/** Searches the places at which `compute` gives enough digits to round with certainty. */
function search(c: Ctx, compute: (places: number) => bigint): Dec {
  for (let places = c.prec + 5; ; ) {
    const n = compute(places);
    const size = n < 0n ? -n : n;
    if (certain(size, c.prec)) return finish(c, finite(n < 0n ? 1 : 0, size, -places));
    places += Math.max(5, c.prec + 5 - (size === 0n ? 0 : digitCount(size)));
  }
}

export function ln(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return invalid(c);
  if (a.kind === INFINITE) return a;
  if (compareMagnitude(a, ONE) === 0) return ZERO;
  return search(c, (places) => fixedLn(a.coeff, a.exp, places));
}

export function log10(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return invalid(c);
  if (a.kind === INFINITE) return a;
  const adj = adjusted(a);
  if (a.coeff === pow10(digitCount(a.coeff) - 1)) {
    const { rounding } = c;
    c.rounding = ROUND_HALF_EVEN;
    const answer = finalize(c, finite(adj < 0 ? 1 : 0, BigInt(Math.abs(adj)), 0));
    c.rounding = rounding;
    return answer;
  }
  return search(c, (places) => nearest(fixedLn(a.coeff, a.exp, places + 5) * pow10(places), ln10(places + 5)));
}

/** 1 with `places` zeros behind the point. */
const paddedOne = (sign: 0 | 1, places: number): Dec => finite(sign, pow10(places), -places);

export function power(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  const integral = isIntegral(b);
  const sign: 0 | 1 = a.sign === 1 && integral && (integerPart(isHuge(b) ? ZERO : b) & 1n) !== 0n ? 1 : 0;
  if (isZero(a)) {
    if (isZero(b)) return invalid(c);
    return b.sign === 1 ? infinity(sign) : finite(sign, 0n, 0);
  }
  if (a.sign === 1 && !integral) return invalid(c);
  if (b.kind === INFINITE) {
    const order = compareMagnitude(a, ONE);
    if (order === 0) {
      c.status |= INEXACT | ROUNDED;
      return paddedOne(0, c.prec - 1);
    }
    return order > 0 === (b.sign === 0) ? infinity(0) : ZERO;
  }
  if (a.kind === INFINITE) {
    if (isZero(b)) return ONE;
    return b.sign === 1 ? finite(sign, 0n, 0) : infinity(sign);
  }
  if (isZero(b)) return ONE;
  if (compareMagnitude(a, ONE) === 0) return powerOfOne(c, a, b, sign, integral);
  const early = outOfBounds(c, a, b, sign);
  if (early !== undefined) return early;
  return integral ? integralPower(c, a, b, sign) : realPower(c, a, b);
}

/** Too great to be an odd number that we could look at. */
const isHuge = (b: Dec): boolean => b.exp > 0 || adjusted(b) > 100000;

function powerOfOne(c: Ctx, a: Dec, b: Dec, sign: 0 | 1, integral: boolean): Dec {
  if (!integral) {
    c.status |= INEXACT | ROUNDED;
    return paddedOne(0, c.prec - 1);
  }
  if (b.sign === 1) return finite(sign, 1n, 0);
  const ideal = adjusted(b) > 30 ? Infinity : -a.exp * Number(integerPart(b));
  let places = Math.max(0, ideal);
  if (a.exp === 0) places = 0;
  if (places > c.prec - 1) {
    places = c.prec - 1;
    c.status |= ROUNDED;
  }
  return paddedOne(sign, places);
}

/** Powers that are sure to overflow or to vanish. */
function outOfBounds(c: Ctx, a: Dec, b: Dec, sign: 0 | 1): Dec | undefined {
  const size = Math.abs(adjusted(a)) <= 1 ? Math.log10(Math.abs(approximate(a))) : adjusted(a);
  if (size === 0 || !Number.isFinite(size)) return undefined;
  const exponent = Number(`${b.coeff}e${b.exp}`) * (b.sign === 1 ? -1 : 1);
  const result = size * exponent;
  if (result > 2 * (c.emax + c.prec) + 10) return finalize(c, finite(sign, 1n, c.emax + 1));
  if (result < 2 * (etiny(c) - c.prec) - 10) return finalize(c, finite(sign, 1n, etiny(c) - 1));
  return undefined;
}

function approximate(a: Dec): number {
  return Number(`${a.coeff}e${a.exp}`);
}

function integralPower(c: Ctx, a: Dec, b: Dec, sign: 0 | 1): Dec {
  const work: Ctx = { ...c, prec: c.prec + digitCount(b.coeff) + b.exp + 2, rounding: ROUND_HALF_EVEN, clamp: 0, status: 0 };
  let base = absolute(a);
  if (b.sign === 1) {
    work.prec++;
    base = divide(work, ONE, base);
  }
  const n = integerPart(absolute(b));
  const steps = n.toString(2);
  let result = base;
  for (let i = 1; i < steps.length; i++) {
    result = multiply(work, result, result);
    if (steps[i] === "1") result = multiply(work, result, base);
    if (result.kind !== FINITE || result.coeff === 0n) break;
  }
  c.status |= work.status;
  return finalize(c, withSign(result, sign));
}

function realPower(c: Ctx, a: Dec, b: Dec): Dec {
  const work: Ctx = { ...c, prec: Math.max(digitCount(a.coeff), c.prec) + 23, emax: MAX_EMAX, emin: -MAX_EMAX, rounding: ROUND_HALF_EVEN, clamp: 0, status: 0 };
  const result = exp(work, multiply(work, b, ln(work, a)));
  c.status |= INEXACT | ROUNDED;
  return finalize(c, result);
}

/** pow(a, b, m) of integers. */
export function powerModulo(c: Ctx, a: Dec, b: Dec, m: Dec): Dec {
  const nan = nanOf(c, a, b, m);
  if (nan !== undefined) return nan;
  if (!isIntegral(a) || !isIntegral(b) || !isIntegral(m) || b.sign === 1 && b.coeff !== 0n || m.coeff === 0n) return invalid(c);
  if (adjusted(m) >= c.prec || (a.coeff === 0n && b.coeff === 0n)) return invalid(c);
  const modulus = integerPart(absolute(m));
  let base = reduced(a, modulus);
  let n = integerPart(b);
  const sign: 0 | 1 = a.sign === 1 && (n & 1n) === 1n ? 1 : 0;
  let result = 1n % modulus;
  while (n > 0n) {
    if ((n & 1n) === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    n >>= 1n;
  }
  return finite(sign, result, 0);
}

function reduced(a: Dec, modulus: bigint): bigint {
  if (a.exp <= 0) return integerPart(absolute(a)) % modulus;
  let power = 1n;
  let ten = 10n % modulus;
  for (let n = BigInt(a.exp); n > 0n; n >>= 1n) {
    if ((n & 1n) === 1n) power = (power * ten) % modulus;
    ten = (ten * ten) % modulus;
  }
  return (a.coeff * power) % modulus;
}

