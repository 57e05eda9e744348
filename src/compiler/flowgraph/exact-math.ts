// Correctly rounded elementary functions, for folding `2.0 ** 0.5` and powers of complex numbers as a good C library does.
// JavaScript's own Math functions are off by one unit in the last place too often. Slow; used for constants only.
// See docs/compiler-flowgraph.md.

/** Fixed point numbers here are integers that count 2^-PRECISION. */
const PRECISION = 256n;
const ONE = 1n << PRECISION;

/** Number of bits of the absolute value. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const digits = (value < 0n ? -value : value).toString(16);
  return digits.length * 4 - (Math.clz32(parseInt(digits[0]!, 16)) - 28);
}

/** value = mantissa * 2^exponent exactly, for a finite number. */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: (biased === 0 ? 1 : biased) - 1075 };
}

/** The float nearest to numerator / denominator * 2^exponent, ties to even; infinite when it is too large. */
export function nearestFloat(numerator: bigint, denominator: bigint, exponent = 0): number {
  if (numerator === 0n) return 0;
  const isNegative = numerator < 0n !== denominator < 0n;
  if (numerator < 0n) numerator = -numerator;
  if (denominator < 0n) denominator = -denominator;
  // Quotient with 55 bits or more below, fewer where the result is subnormal.
  let scale = 55 - (bitLength(numerator) - bitLength(denominator));
  scale = Math.min(scale, 1076 + exponent);
  if (scale >= 0) numerator <<= BigInt(scale);
  else denominator <<= BigInt(-scale);
  let quotient = numerator / denominator;
  const isExact = quotient * denominator === numerator;
  let shift = exponent - scale;
  // Drop to 53 bits, or to the place of the smallest subnormal.
  const drop = Math.max(bitLength(quotient) - 53, -1074 - shift);
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    const rest = quotient & ((half << 1n) - 1n);
    quotient >>= BigInt(drop);
    shift += drop;
    if (rest > half || (rest === half && (!isExact || (quotient & 1n) === 1n))) quotient++;
  }
  let result = Number(quotient);
  // In two steps, since 2 ** shift alone may be out of range.
  const half = Math.trunc(shift / 2);
  result = result * 2 ** half * 2 ** (shift - half);
  return isNegative ? -result : result;
}

function toFixed(value: number): bigint {
  const { mantissa, exponent } = decompose(value);
  const shift = BigInt(exponent) + PRECISION;
  return shift >= 0n ? mantissa << shift : mantissa >> -shift;
}

function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> PRECISION;
}

/** 2 * artanh(numerator / denominator) as a series. */
function twiceArtanh(numerator: bigint, denominator: bigint): bigint {
  const ratio = (numerator << PRECISION) / denominator;
  const square = multiply(ratio, ratio);
  let power = ratio;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = multiply(power, square);
  }
  return 2n * sum;
}

function fixedLog(value: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let bits = bitLength(mantissa);
  // value = m * 2^e with 0.75 <= m < 1.5, lest two logarithms almost cancel
  if ((mantissa << 2n) >> BigInt(bits) < 3n) bits--;
  const unit = 1n << BigInt(bits);
  return twiceArtanh(mantissa - unit, mantissa + unit) + BigInt(exponent + bits) * twiceArtanh(1n, 3n);
}

/** exp as a mantissa in fixed point and a power of two. */
function fixedExp(value: bigint): { mantissa: bigint; exponent: number } {
  const ln2 = twiceArtanh(1n, 3n);
  const exponent = value / ln2;
  const rest = value - exponent * ln2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = multiply(term, rest) / n;
  }
  return { mantissa: sum, exponent: Number(exponent) };
}

/** arctan of a fixed point number between -1 and 1. */
function fixedArctan(value: bigint): bigint {
  // Halve the angle until the series runs fast.
  let doublings = 0n;
  while (value > ONE >> 5n || value < -(ONE >> 5n)) {
    const root = squareRoot((ONE + multiply(value, value)) << PRECISION);
    value = (value << PRECISION) / (ONE + root);
    doublings++;
  }
  const square = multiply(value, value);
  let power = value;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += (n & 2n) === 0n ? power / n : -power / n;
    power = multiply(power, square);
  }
  return sum << doublings;
}

function fixedPi(): bigint {
  return fixedArctan(ONE) * 4n;
}

/** The largest integer whose square is not above the value. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const better = (root + value / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

/** x ** y for finite x > 0 and finite y; may be 0 or infinite. */
export function exactPow(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) <= 2048) {
    const { mantissa, exponent } = decompose(x);
    const power = mantissa ** BigInt(Math.abs(y));
    return y >= 0 ? nearestFloat(power, 1n, exponent * y) : nearestFloat(1n, power, exponent * y);
  }
  const { mantissa, exponent } = decompose(y);
  const product = fixedLog(x) * mantissa;
  const power = exponent >= 0 ? product << BigInt(exponent) : product >> BigInt(-exponent);
  const limit = 2000n << PRECISION;
  if (power > limit) return Infinity;
  if (power < -limit) return 0;
  const result = fixedExp(power);
  return nearestFloat(result.mantissa, ONE, result.exponent);
}

/** e ** x for finite x; may be 0 or infinite. */
export function exactExp(x: number): number {
  if (x > 2000) return Infinity;
  if (x < -2000) return 0;
  const { mantissa, exponent } = fixedExp(toFixed(x));
  return nearestFloat(mantissa, ONE, exponent);
}

/** The natural logarithm of a finite x > 0. */
export function exactLog(x: number): number {
  return nearestFloat(fixedLog(x), ONE);
}

/** Length of the hypotenuse, for finite sides. */
export function exactHypot(x: number, y: number): number {
  const a = decompose(x);
  const b = decompose(y);
  const exponent = Math.min(a.exponent, b.exponent);
  const p = a.mantissa << BigInt(a.exponent - exponent);
  const q = b.mantissa << BigInt(b.exponent - exponent);
  const square = p * p + q * q;
  // 128 more bits than the root has, the last of them sticky.
  const root = squareRoot(square << 256n);
  const sticky = root * root === square << 256n ? 0n : 1n;
  return nearestFloat((root << 1n) | sticky, 1n, exponent - 129);
}

/** The angle of (x, y), for finite numbers that are not both 0. */
export function exactAtan2(y: number, x: number): number {
  if (y === 0 || x === 0) return Math.atan2(y, x);
  const a = decompose(Math.abs(y));
  const b = decompose(Math.abs(x));
  const shift = a.exponent - b.exponent;
  const numerator = shift >= 0 ? a.mantissa << BigInt(shift) : a.mantissa;
  const denominator = shift >= 0 ? b.mantissa : b.mantissa << BigInt(-shift);
  // A tiny angle needs its bits further down than fixed point reaches.
  if (x > 0 && bitLength(denominator) - bitLength(numerator) > 100) {
    const result = nearestFloat(numerator, denominator);
    return y < 0 ? -result : result;
  }
  const pi = fixedPi();
  let angle =
    numerator <= denominator
      ? fixedArctan((numerator << PRECISION) / denominator)
      : pi / 2n - fixedArctan((denominator << PRECISION) / numerator);
  if (x < 0) angle = pi - angle;
  return nearestFloat(y < 0 ? -angle : angle, ONE);
}

/** Cosine and sine of a finite angle. */
export function exactCosSin(angle: number): { cos: number; sin: number } {
  // Beyond this the fixed point pi has too few digits; the libraries themselves differ there.
  if (Math.abs(angle) > 2 ** 64 || angle === 0) return { cos: Math.cos(angle), sin: Math.sin(angle) };
  if (Math.abs(angle) < 2 ** -30) return { cos: Math.cos(angle), sin: Math.sin(angle) };
  const quarter = fixedPi() / 2n;
  const fixed = toFixed(angle);
  let turns = fixed / quarter;
  let rest = fixed - turns * quarter;
  if (rest < 0n) {
    rest += quarter;
    turns--;
  }
  const square = multiply(rest, rest);
  let term = ONE;
  let cos = 0n;
  let sin = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    cos += term;
    const odd = multiply(term, rest) / n;
    sin += odd;
    term = -multiply(term, square) / (n * (n + 1n));
  }
  const c = nearestFloat(cos, ONE);
  const s = nearestFloat(sin, ONE);
  switch (((turns % 4n) + 4n) % 4n) {
    case 0n:
      return { cos: c, sin: s };
    case 1n:
      return { cos: -s, sin: c };
    case 2n:
      return { cos: -c, sin: -s };
    default:
      return { cos: s, sin: -c };
  }
}
