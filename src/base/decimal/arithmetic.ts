// Operations on decimals: the four rules, quantize, comparisons, shifting, logic. The transcendental ones are in transcendental.ts.
// What Modules/_decimal/libmpdec/mpdecimal.c is to CPython; see docs/base.md.
import {
  absolute,
  adjusted,
  CLAMPED,
  compareMagnitude,
  compareNumbers,
  compareTotal,
  type Dec,
  type DecContext,
  digitCount,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  etiny,
  etop,
  finalize,
  finite,
  FINITE,
  INEXACT,
  infinity,
  INFINITE,
  invalid,
  INVALID_OPERATION,
  isNan,
  isZero,
  NAN,
  nanOf,
  negated,
  OVERFLOW,
  pow10,
  QNAN,
  rescale,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
  withSign,
} from "./number.ts";

type Ctx = DecContext;

const signOf = (a: Dec, b: Dec): 0 | 1 => (a.sign === b.sign ? 0 : 1);

export function add(c: Ctx, a: Dec, b: Dec): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(c, a, b);
    if (nan !== undefined) return nan;
    if (a.kind === INFINITE) return b.kind === INFINITE && a.sign !== b.sign ? invalid(c) : a;
    return b;
  }
  const exp = Math.min(a.exp, b.exp);
  const floor = c.rounding === ROUND_FLOOR ? 1 : 0;
  if (a.coeff === 0n && b.coeff === 0n) return finalize(c, finite(a.sign === b.sign ? a.sign : floor, 0n, exp));
  if (a.coeff === 0n) return finalize(c, rescale(b, Math.max(exp, b.exp - c.prec - 1), c.rounding));
  if (b.coeff === 0n) return finalize(c, rescale(a, Math.max(exp, a.exp - c.prec - 1), c.rounding));
  let high = a.exp >= b.exp ? a : b;
  let low = a.exp >= b.exp ? b : a;
  if (high.exp !== low.exp) {
    // A number far below the last place counts as the least one there is.
    const last = high.exp + Math.min(-1, digitCount(high.coeff) - c.prec - 2);
    if (adjusted(low) < last) low = finite(low.sign, 1n, last);
    high = finite(high.sign, high.coeff * pow10(high.exp - low.exp), low.exp);
  }
  if (high.sign === low.sign) return finalize(c, finite(high.sign, high.coeff + low.coeff, low.exp));
  const difference = high.coeff - low.coeff;
  if (difference === 0n) return finalize(c, finite(floor, 0n, exp));
  return finalize(c, difference > 0n ? finite(high.sign, difference, low.exp) : finite(low.sign, -difference, low.exp));
}

export function subtract(c: Ctx, a: Dec, b: Dec): Dec {
  if (isNan(a) || isNan(b)) return nanOf(c, a, b)!;
  return add(c, a, negated(b));
}

export function multiply(c: Ctx, a: Dec, b: Dec): Dec {
  const sign = signOf(a, b);
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(c, a, b);
    if (nan !== undefined) return nan;
    return isZero(a) || isZero(b) ? invalid(c) : infinity(sign);
  }
  return finalize(c, finite(sign, a.coeff * b.coeff, a.exp + b.exp));
}

export function divide(c: Ctx, a: Dec, b: Dec): Dec {
  const sign = signOf(a, b);
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(c, a, b);
    if (nan !== undefined) return nan;
    if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(c) : infinity(sign);
    c.status |= CLAMPED;
    return finite(sign, 0n, etiny(c));
  }
  if (b.coeff === 0n) {
    if (a.coeff === 0n) return invalid(c, DIVISION_UNDEFINED);
    c.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  if (a.coeff === 0n) return finalize(c, finite(sign, 0n, a.exp - b.exp));
  const shift = digitCount(b.coeff) - digitCount(a.coeff) + c.prec + 1;
  let exp = a.exp - b.exp - shift;
  const x = shift >= 0 ? a.coeff * pow10(shift) : a.coeff;
  const y = shift >= 0 ? b.coeff : b.coeff * pow10(-shift);
  let q = x / y;
  if (q * y !== x) {
    // A sticky digit: what was cut off must not look like nothing or a half.
    if (q % 5n === 0n) q++;
  } else {
    const ideal = a.exp - b.exp;
    while (exp < ideal && q % 10n === 0n) {
      q /= 10n;
      exp++;
    }
  }
  return finalize(c, finite(sign, q, exp));
}

/** Integral quotient and remainder of finite numbers, b not zero; undefined when the quotient has too many digits. */
function integerDivide(c: Ctx, a: Dec, b: Dec): [Dec, Dec] | undefined {
  const sign = signOf(a, b);
  const ideal = b.kind === INFINITE ? a.exp : Math.min(a.exp, b.exp);
  const distance = b.kind === INFINITE ? -2 : adjusted(a) - adjusted(b);
  if (a.coeff === 0n || distance <= -2) return [finite(sign, 0n, 0), rescale(a, ideal, c.rounding)];
  if (distance <= c.prec) {
    const x = a.exp >= b.exp ? a.coeff * pow10(a.exp - b.exp) : a.coeff;
    const y = a.exp >= b.exp ? b.coeff : b.coeff * pow10(b.exp - a.exp);
    const q = x / y;
    if (q < pow10(c.prec)) return [finite(sign, q, 0), finite(a.sign, x - q * y, ideal)];
  }
  c.status |= DIVISION_IMPOSSIBLE;
  return undefined;
}

export function divideInt(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  const sign = signOf(a, b);
  if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(c) : infinity(sign);
  if (isZero(b)) {
    if (isZero(a)) return invalid(c, DIVISION_UNDEFINED);
    c.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  return integerDivide(c, a, b)?.[0] ?? NAN;
}

export function remainder(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return invalid(c);
  if (isZero(b)) return invalid(c, isZero(a) ? DIVISION_UNDEFINED : INVALID_OPERATION);
  const both = integerDivide(c, a, b);
  return both === undefined ? NAN : finalize(c, both[1]);
}

export function divmod(c: Ctx, a: Dec, b: Dec): [Dec, Dec] {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return [nan, nan];
  const sign = signOf(a, b);
  if (a.kind === INFINITE) {
    const bad = invalid(c);
    return [b.kind === INFINITE ? bad : infinity(sign), bad];
  }
  if (isZero(b)) {
    if (isZero(a)) return [invalid(c, DIVISION_UNDEFINED), NAN];
    c.status |= DIVISION_BY_ZERO;
    return [infinity(sign), invalid(c)];
  }
  const both = integerDivide(c, a, b);
  return both === undefined ? [NAN, NAN] : [both[0], finalize(c, both[1])];
}

export function remainderNear(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return invalid(c);
  if (isZero(b)) return invalid(c, isZero(a) ? DIVISION_UNDEFINED : INVALID_OPERATION);
  if (b.kind === INFINITE) return finalize(c, a);
  const ideal = Math.min(a.exp, b.exp);
  if (a.coeff === 0n) return finalize(c, finite(a.sign, 0n, ideal));
  const distance = adjusted(a) - adjusted(b);
  if (distance >= c.prec + 1) return invalid(c, DIVISION_IMPOSSIBLE);
  if (distance <= -2) return finalize(c, rescale(a, ideal, c.rounding));
  const x = a.exp >= b.exp ? a.coeff * pow10(a.exp - b.exp) : a.coeff;
  const y = a.exp >= b.exp ? b.coeff : b.coeff * pow10(b.exp - a.exp);
  let q = x / y;
  let r = x - q * y;
  if (2n * r + (q & 1n) > y) {
    r -= y;
    q++;
  }
  if (q >= pow10(c.prec)) return invalid(c, DIVISION_IMPOSSIBLE);
  return finalize(c, r < 0n ? finite(a.sign === 0 ? 1 : 0, -r, ideal) : finite(a.sign, r, ideal));
}

export function fma(c: Ctx, a: Dec, b: Dec, third: Dec): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE || third.kind !== FINITE) {
    const nan = nanOf(c, a, b, third);
    if (nan !== undefined) {
      // 0 * Infinity is wrong even when a quiet NaN is to be added.
      if (!isNan(a) && !isNan(b) && (a.kind === INFINITE || b.kind === INFINITE) && (isZero(a) || isZero(b))) return invalid(c);
      return nan;
    }
  }
  const exact: Ctx = { ...c, prec: digitCount(a.coeff) + digitCount(b.coeff), emax: Infinity, emin: -Infinity, clamp: 0, status: 0 };
  const product = a.kind === FINITE && b.kind === FINITE ? finite(signOf(a, b), a.coeff * b.coeff, a.exp + b.exp) : multiply(exact, a, b);
  if (isNan(product)) return invalid(c);
  return add(c, product, third);
}

export function plus(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  return finalize(c, isZero(a) && c.rounding !== ROUND_FLOOR ? absolute(a) : a);
}

export function minus(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  return finalize(c, isZero(a) && c.rounding !== ROUND_FLOOR ? absolute(a) : negated(a));
}

export function abs(c: Ctx, a: Dec): Dec {
  return nanOf(c, a) ?? finalize(c, absolute(a));
}

export function quantize(c: Ctx, a: Dec, to: Dec, rounding: number = c.rounding): Dec {
  const nan = nanOf(c, a, to);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE || to.kind === INFINITE) return a.kind === to.kind ? a : invalid(c);
  const { exp } = to;
  if (exp < etiny(c) || exp > c.emax) return invalid(c);
  if (a.coeff === 0n) return finalize(c, finite(a.sign, 0n, exp));
  const adj = adjusted(a);
  if (adj > c.emax || adj - exp + 1 > c.prec) return invalid(c);
  const answer = rescale(a, exp, rounding);
  if (adjusted(answer) > c.emax || digitCount(answer.coeff) > c.prec) return invalid(c);
  if (answer.coeff !== 0n && adjusted(answer) < c.emin) c.status |= SUBNORMAL;
  if (exp > a.exp) {
    if (compareNumbers(answer, a) !== 0) c.status |= INEXACT;
    c.status |= ROUNDED;
  }
  return finalize(c, answer);
}

export function toIntegral(c: Ctx, a: Dec, rounding: number, exact: boolean): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE || a.exp >= 0) return a;
  const answer = rescale(a, 0, rounding);
  if (exact && a.coeff !== 0n) {
    c.status |= ROUNDED;
    if (compareNumbers(answer, a) !== 0) c.status |= INEXACT;
  }
  return answer;
}

const fromOrder = (n: number): Dec => (n < 0 ? finite(1, 1n, 0) : finite(0, BigInt(n), 0));

export function compare(c: Ctx, a: Dec, b: Dec): Dec {
  return nanOf(c, a, b) ?? fromOrder(compareNumbers(a, b));
}

/** Like compare, but every NaN signals. */
export function compareSignal(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) {
    c.status |= INVALID_OPERATION;
    return nan;
  }
  return fromOrder(compareNumbers(a, b));
}

export const total = (a: Dec, b: Dec): Dec => fromOrder(compareTotal(a, b));
export const totalMagnitude = (a: Dec, b: Dec): Dec => fromOrder(compareTotal(absolute(a), absolute(b)));

/** max, min and their versions that ignore the sign. */
export function extreme(c: Ctx, a: Dec, b: Dec, wanted: 1 | -1, magnitude: boolean): Dec {
  if (a.kind === QNAN && b.kind < QNAN) return finalize(c, b);
  if (b.kind === QNAN && a.kind < QNAN) return finalize(c, a);
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  let order = magnitude ? compareMagnitude(a, b) : compareNumbers(a, b);
  if (order === 0) order = compareTotal(a, b);
  return finalize(c, order === wanted || order === 0 ? a : b);
}

function next(c: Ctx, a: Dec, up: boolean): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) {
    if ((a.sign === 0) === up) return a;
    return finite(a.sign, pow10(c.prec) - 1n, etop(c));
  }
  const work: Ctx = { ...c, rounding: up ? ROUND_CEILING : ROUND_FLOOR, status: 0 };
  const rounded = finalize(work, a);
  if (compareNumbers(rounded, a) !== 0) return rounded;
  return add(work, a, finite(up ? 0 : 1, 1n, etiny(c) - 1));
}

export const nextPlus = (c: Ctx, a: Dec): Dec => next(c, a, true);
export const nextMinus = (c: Ctx, a: Dec): Dec => next(c, a, false);

export function nextToward(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  const order = compareNumbers(a, b);
  if (order === 0) return withSign(a, b.sign);
  const answer = next(c, a, order < 0);
  if (answer.kind === INFINITE) c.status |= OVERFLOW | INEXACT | ROUNDED;
  else if (answer.coeff === 0n || adjusted(answer) < c.emin) {
    c.status |= UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED;
    if (answer.coeff === 0n) c.status |= CLAMPED;
  }
  return answer;
}

/** Without trailing zeros. */
export function normalize(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  const rounded = finalize(c, a);
  if (rounded.kind !== FINITE) return rounded;
  if (rounded.coeff === 0n) return finite(rounded.sign, 0n, 0);
  const most = c.clamp === 1 ? etop(c) : c.emax;
  let { coeff, exp } = rounded;
  while (exp < most && coeff % 10n === 0n) {
    coeff /= 10n;
    exp++;
  }
  return finite(rounded.sign, coeff, exp);
}

/** The second operand of shift, rotate, scaleb: an integer within ±limit, or undefined. */
function smallInteger(b: Dec, limit: number): number | undefined {
  if (b.kind !== FINITE || b.exp !== 0 || b.coeff > BigInt(Math.min(limit, MAX_SHIFT))) return undefined;
  return b.sign === 1 ? -Number(b.coeff) : Number(b.coeff);
}

const MAX_SHIFT = 4e18;

export function shift(c: Ctx, a: Dec, b: Dec, rotate: boolean): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  const n = smallInteger(b, c.prec);
  if (n === undefined) return invalid(c);
  if (a.kind === INFINITE) return a;
  const modulus = pow10(c.prec);
  const coeff = a.coeff % modulus;
  if (!rotate) return finite(a.sign, n >= 0 ? (coeff * pow10(n)) % modulus : coeff / pow10(-n), a.exp);
  const left = n >= 0 ? n : c.prec + n;
  return finite(a.sign, ((coeff * pow10(left)) % modulus) + coeff / pow10(c.prec - left), a.exp);
}

export function scaleb(c: Ctx, a: Dec, b: Dec): Dec {
  const nan = nanOf(c, a, b);
  if (nan !== undefined) return nan;
  const n = smallInteger(b, 2 * (c.emax + c.prec));
  if (n === undefined) return invalid(c);
  if (a.kind === INFINITE) return a;
  return finalize(c, finite(a.sign, a.coeff, a.exp + n));
}

export function logb(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return infinity(0);
  if (a.coeff === 0n) {
    c.status |= DIVISION_BY_ZERO;
    return infinity(1);
  }
  const n = adjusted(a);
  return finalize(c, finite(n < 0 ? 1 : 0, BigInt(Math.abs(n)), 0));
}

/** The digits of a logical operand: zeros and ones only; undefined for others. */
function bits(c: Ctx, a: Dec): bigint | undefined {
  if (a.kind !== FINITE || a.sign !== 0 || a.exp !== 0) return undefined;
  const text = a.coeff.toString();
  if (!/^[01]*$/.test(text)) return undefined;
  return BigInt("0b" + text.slice(-c.prec));
}

const fromBits = (n: bigint): Dec => finite(0, BigInt(n.toString(2)), 0);

export function logical(c: Ctx, a: Dec, b: Dec, combine: (x: bigint, y: bigint) => bigint): Dec {
  const x = bits(c, a);
  const y = bits(c, b);
  return x === undefined || y === undefined ? invalid(c) : fromBits(combine(x, y));
}

export function logicalInvert(c: Ctx, a: Dec): Dec {
  const x = bits(c, a);
  return x === undefined ? invalid(c) : fromBits(((1n << BigInt(c.prec)) - 1n) ^ x);
}

export function isNormal(c: Ctx, a: Dec): boolean {
  return a.kind === FINITE && a.coeff !== 0n && adjusted(a) >= c.emin;
}

export function isSubnormal(c: Ctx, a: Dec): boolean {
  return a.kind === FINITE && a.coeff !== 0n && adjusted(a) < c.emin;
}

export function numberClass(c: Ctx, a: Dec): string {
  if (a.kind >= QNAN) return a.kind === QNAN ? "NaN" : "sNaN";
  const sign = a.sign === 1 ? "-" : "+";
  if (a.kind === INFINITE) return sign + "Infinity";
  if (a.coeff === 0n) return sign + "Zero";
  return sign + (isSubnormal(c, a) ? "Subnormal" : "Normal");
}

export function sameQuantum(a: Dec, b: Dec): boolean {
  if (a.kind !== FINITE || b.kind !== FINITE) return isNan(a) ? isNan(b) : a.kind === b.kind;
  return a.exp === b.exp;
}

function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

export function sqrt(c: Ctx, a: Dec): Dec {
  const nan = nanOf(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return finalize(c, finite(a.sign, 0n, Math.floor(a.exp / 2)));
  if (a.sign === 1) return invalid(c);
  if (a.kind === INFINITE) return a;
  const odd = Math.abs(a.exp % 2) === 1;
  const digits = digitCount(a.coeff);
  let n = odd ? a.coeff * 10n : a.coeff;
  let exp = Math.floor(a.exp / 2);
  const half = odd ? (digits >> 1) + 1 : (digits + 1) >> 1;
  const places = c.prec + 1 - half;
  let exact = true;
  if (places >= 0) n *= pow10(2 * places);
  else {
    const p = pow10(-2 * places);
    exact = n % p === 0n;
    n /= p;
  }
  exp -= places;
  let root = isqrt(n);
  exact &&= root * root === n;
  if (exact) {
    if (places >= 0) root /= pow10(places);
    else root *= pow10(-places);
    exp += places;
  } else if (root % 5n === 0n) root++;
  const { rounding } = c;
  c.rounding = ROUND_HALF_EVEN;
  const answer = finalize(c, finite(0, root, exp));
  c.rounding = rounding;
  return answer;
}
