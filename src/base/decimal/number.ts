// Decimal numbers of the General Decimal Arithmetic: values, contexts, rounding. Coefficients are BigInts; see docs/base.md.
// What Modules/_decimal/libmpdec is to CPython.

export const FINITE = 0;
export const INFINITE = 1;
export const QNAN = 2;
export const SNAN = 3;

/** A decimal: (-1)^sign * coeff * 10^exp; of a NaN, coeff is the payload. Never changed. */
export interface Dec {
  readonly sign: 0 | 1;
  readonly kind: 0 | 1 | 2 | 3;
  readonly coeff: bigint;
  readonly exp: number;
}

export const ROUNDINGS = ["ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"] as const;
export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;

export const MAX_EMAX = 1e18;
export const MAX_PREC = 1e18;
export const MIN_ETINY = -2e18;

// Conditions, as bits.
export const CLAMPED = 1;
export const CONVERSION_SYNTAX = 2;
export const DIVISION_BY_ZERO = 4;
export const DIVISION_IMPOSSIBLE = 8;
export const DIVISION_UNDEFINED = 0x10;
export const INEXACT = 0x40;
export const INVALID_CONTEXT = 0x80;
export const INVALID_OPERATION = 0x100;
export const OVERFLOW = 0x800;
export const ROUNDED = 0x1000;
export const SUBNORMAL = 0x2000;
export const UNDERFLOW = 0x4000;
export const FLOAT_OPERATION = 0x400;
/** All that the signal InvalidOperation stands for. */
export const IEEE_INVALID = CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;

/** What an operation works by, and the conditions that it leaves. */
export interface DecContext {
  prec: number;
  rounding: number;
  emin: number;
  emax: number;
  clamp: number;
  status: number;
}

const POWERS: readonly bigint[] = Array.from({ length: 128 }, (_, i) => 10n ** BigInt(i));

/** 10^n; a RangeError (the caller's MemoryError) where the power could not be held. */
export function pow10(n: number): bigint {
  if (n < 128) return POWERS[n]!;
  if (n > MAX_DIGITS) throw new RangeError("too many digits");
  return 10n ** BigInt(n);
}

const MAX_DIGITS = 2e8;

const LOG10_16 = Math.log10(16);

/** Number of decimal digits; 1 for zero. */
export function digitCount(c: bigint): number {
  if (c < 10000000000n) {
    let n = 1;
    for (let v = Number(c); v >= 10; v /= 10) n++;
    return n;
  }
  let n = Math.floor((c.toString(16).length - 1) * LOG10_16) + 1;
  while (n > 1 && c < pow10(n - 1)) n--;
  while (c >= pow10(n)) n++;
  return n;
}

export const finite = (sign: 0 | 1, coeff: bigint, exp: number): Dec => ({ sign, kind: FINITE, coeff, exp });
export const infinity = (sign: 0 | 1): Dec => ({ sign, kind: INFINITE, coeff: 0n, exp: 0 });
export const NAN: Dec = { sign: 0, kind: QNAN, coeff: 0n, exp: 0 };
export const ZERO: Dec = finite(0, 0n, 0);
export const ONE: Dec = finite(0, 1n, 0);

export const isNan = (a: Dec): boolean => a.kind >= QNAN;
export const isZero = (a: Dec): boolean => a.kind === FINITE && a.coeff === 0n;
export const adjusted = (a: Dec): number => a.exp + digitCount(a.coeff) - 1;
export const etiny = (c: DecContext): number => c.emin - c.prec + 1;
export const etop = (c: DecContext): number => c.emax - c.prec + 1;

export const negated = (a: Dec): Dec => ({ ...a, sign: a.sign === 0 ? 1 : 0 });
export const absolute = (a: Dec): Dec => (a.sign === 0 ? a : { ...a, sign: 0 });
export const withSign = (a: Dec, sign: 0 | 1): Dec => (a.sign === sign ? a : { ...a, sign });

/** Leaves a condition and answers NaN. */
export function invalid(c: DecContext, condition: number = INVALID_OPERATION): Dec {
  c.status |= condition;
  return NAN;
}

/** Is the value an integer? */
export function isIntegral(a: Dec): boolean {
  if (a.kind !== FINITE) return false;
  if (a.exp >= 0 || a.coeff === 0n) return true;
  if (-a.exp > digitCount(a.coeff)) return false;
  return a.coeff % pow10(-a.exp) === 0n;
}

/** The integral value, cut off. */
export function integerPart(a: Dec): bigint {
  const n = a.exp >= 0 ? a.coeff * pow10(a.exp) : -a.exp > digitCount(a.coeff) ? 0n : a.coeff / pow10(-a.exp);
  return a.sign === 1 ? -n : n;
}

/** Drops the last `count` digits. Answers the rounded rest and whether something was lost. */
export function roundOff(coeff: bigint, count: number, sign: number, rounding: number): [bigint, boolean] {
  // Far below the last place only "more than nothing" matters.
  if (count > digitCount(coeff) + 1) {
    if (coeff === 0n) return [0n, false];
    const up = rounding === ROUND_UP || rounding === ROUND_05UP || (rounding === ROUND_CEILING && sign === 0) || (rounding === ROUND_FLOOR && sign === 1);
    return [up ? 1n : 0n, true];
  }
  const p = pow10(count);
  const q = coeff / p;
  const r = coeff - q * p;
  if (r === 0n) return [q, false];
  let up: boolean;
  switch (rounding) {
    case ROUND_UP:
      up = true;
      break;
    case ROUND_DOWN:
      up = false;
      break;
    case ROUND_CEILING:
      up = sign === 0;
      break;
    case ROUND_FLOOR:
      up = sign === 1;
      break;
    case ROUND_05UP:
      up = q % 5n === 0n;
      break;
    default: {
      const twice = r * 2n;
      up = twice > p || (twice === p && (rounding === ROUND_HALF_UP || (rounding === ROUND_HALF_EVEN && (q & 1n) === 1n)));
    }
  }
  return [up ? q + 1n : q, true];
}

/** The result when the exponent is too great: infinity or the greatest number. */
function overflow(c: DecContext, sign: 0 | 1): Dec {
  c.status |= OVERFLOW | INEXACT | ROUNDED;
  const { rounding } = c;
  const toInfinity = rounding >= ROUND_HALF_UP && rounding <= ROUND_HALF_EVEN ? true : rounding === ROUND_UP || (rounding === ROUND_CEILING && sign === 0) || (rounding === ROUND_FLOOR && sign === 1);
  return toInfinity ? infinity(sign) : finite(sign, pow10(c.prec) - 1n, etop(c));
}

/** Cuts the payload of a NaN to what the context can hold. */
export function fixNan(c: DecContext, a: Dec): Dec {
  const room = c.prec - c.clamp;
  if (a.coeff !== 0n && digitCount(a.coeff) > room) return { ...a, coeff: a.coeff % pow10(room) };
  return a;
}

/** Rounds to the context: the last step of every operation. */
export function finalize(c: DecContext, a: Dec): Dec {
  if (a.kind !== FINITE) return a.kind === INFINITE ? a : fixNan(c, a);
  const tiny = c.emin - c.prec + 1;
  const top = c.emax - c.prec + 1;
  const { sign, coeff, exp } = a;
  if (coeff === 0n) {
    const most = c.clamp === 1 ? top : c.emax;
    const clamped = Math.min(Math.max(exp, tiny), most);
    if (clamped === exp) return a;
    c.status |= CLAMPED;
    return finite(sign, 0n, clamped);
  }
  const digits = digitCount(coeff);
  let least = digits + exp - c.prec;
  if (least > top) return overflow(c, sign);
  const subnormal = least < tiny;
  if (subnormal) least = tiny;
  if (exp < least) {
    let [rounded, lost] = roundOff(coeff, least - exp, sign, c.rounding);
    if (c.prec < 1000 ? rounded >= pow10(c.prec) : digitCount(rounded) > c.prec) {
      rounded /= 10n;
      least++;
    }
    if (least > top) return overflow(c, sign);
    if (lost && subnormal) c.status |= UNDERFLOW;
    if (subnormal) c.status |= SUBNORMAL;
    if (lost) c.status |= INEXACT;
    c.status |= ROUNDED;
    if (rounded === 0n) c.status |= CLAMPED;
    return finite(sign, rounded, least);
  }
  if (subnormal) c.status |= SUBNORMAL;
  if (c.clamp === 1 && exp > top) {
    c.status |= CLAMPED;
    return finite(sign, coeff * pow10(exp - top), top);
  }
  return a;
}

/** The NaN that an operation on a NaN answers, or undefined when there is none. */
export function nanOf(c: DecContext, a: Dec, b?: Dec, third?: Dec): Dec | undefined {
  const aKind = a.kind;
  const bKind = b === undefined ? FINITE : b.kind;
  const thirdKind = third === undefined ? FINITE : third.kind;
  if (aKind < QNAN && bKind < QNAN && thirdKind < QNAN) return undefined;
  let chosen: Dec;
  if (aKind === SNAN) chosen = a;
  else if (bKind === SNAN) chosen = b!;
  else if (thirdKind === SNAN) chosen = third!;
  else return fixNan(c, aKind === QNAN ? a : bKind === QNAN ? b! : third!);
  c.status |= INVALID_OPERATION;
  return fixNan(c, { ...chosen, kind: QNAN });
}

/** The value with another exponent, rounded where digits are lost. For finite numbers. */
export function rescale(a: Dec, exp: number, rounding: number): Dec {
  if (a.coeff === 0n) return finite(a.sign, 0n, exp);
  if (a.exp >= exp) return finite(a.sign, a.coeff * pow10(a.exp - exp), exp);
  return finite(a.sign, roundOff(a.coeff, exp - a.exp, a.sign, rounding)[0], exp);
}

/** Numeric order of two numbers that are no NaNs: -1, 0 or 1. */
export function compareNumbers(a: Dec, b: Dec): number {
  const signA = a.kind === FINITE && a.coeff === 0n ? 0 : a.sign === 1 ? -1 : 1;
  const signB = b.kind === FINITE && b.coeff === 0n ? 0 : b.sign === 1 ? -1 : 1;
  if (signA !== signB) return signA < signB ? -1 : 1;
  if (signA === 0) return 0;
  return compareMagnitude(a, b) * signA;
}

/** Order of the absolute values. */
export function compareMagnitude(a: Dec, b: Dec): number {
  if (a.kind === INFINITE || b.kind === INFINITE) return a.kind === b.kind ? 0 : a.kind === INFINITE ? 1 : -1;
  if (a.coeff === 0n || b.coeff === 0n) return a.coeff === b.coeff ? 0 : a.coeff === 0n ? -1 : 1;
  if (a.exp === b.exp) return a.coeff < b.coeff ? -1 : a.coeff > b.coeff ? 1 : 0;
  const adjA = adjusted(a);
  const adjB = adjusted(b);
  if (adjA !== adjB) return adjA < adjB ? -1 : 1;
  const x = a.exp > b.exp ? a.coeff * pow10(a.exp - b.exp) : a.coeff;
  const y = b.exp > a.exp ? b.coeff * pow10(b.exp - a.exp) : b.coeff;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The total order over representations, NaNs included. */
export function compareTotal(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const order = a.sign === 1 ? -1 : 1;
  const rank = (d: Dec): number => (d.kind === QNAN ? 3 : d.kind === SNAN ? 2 : 0);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -order : order;
  if (isNan(a)) return a.coeff === b.coeff ? 0 : a.coeff < b.coeff ? -order : order;
  const c = compareMagnitude(a, b);
  if (c !== 0) return c * order;
  return a.exp === b.exp ? 0 : a.exp < b.exp ? -order : order;
}
