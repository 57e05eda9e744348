// Arithmetic of Python ints on plain values: a JavaScript number when the int is within ±(2^53-1) (never -0), a bigint
// beyond. Every function takes and gives that normal form. Mirrors Objects/longobject.c; see docs/base.md.
import { PythonError } from "./python-error.ts";

/** A Python int: a safe integer as number, any other as bigint. */
export type Int = number | bigint;

export const MAX_SAFE = 9007199254740991;
const MAX_SAFE_BIG = 9007199254740991n;
/** V8's limit of a BigInt's length; past it we raise MemoryError before the host throws. */
const MAX_BITS = 1 << 30;

/** Brings a bigint to normal form. */
export function intFromBig(value: bigint): Int {
  return value <= MAX_SAFE_BIG && value >= -MAX_SAFE_BIG ? Number(value) : value;
}

/** Brings an integral, finite double to normal form (exact). */
export function intFromDouble(value: number): Int {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? value + 0 : BigInt(value);
}

export function intAdd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a + b;
    if (r <= MAX_SAFE && r >= -MAX_SAFE) return r;
  }
  return intFromBig(BigInt(a) + BigInt(b));
}

export function intSub(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a - b;
    if (r <= MAX_SAFE && r >= -MAX_SAFE) return r;
  }
  return intFromBig(BigInt(a) - BigInt(b));
}

export function intMul(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a * b;
    if (r <= MAX_SAFE && r >= -MAX_SAFE) return r + 0;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  return intFromBig(guarded(() => x * y));
}

export function intNeg(a: Int): Int {
  return typeof a === "number" ? 0 - a : intFromBig(-a);
}

export function intAbs(a: Int): Int {
  return a < 0 ? intNeg(a) : a;
}

/** Less than 0, 0 or more than 0; exact also between an int and a float (pass the float as number, not NaN). */
export function intCompare(a: Int, b: Int): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What `//` gives. Raises ZeroDivisionError. */
export function intFloorDiv(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivision();
    const r = a % b;
    const q = (a - r) / b;
    return r !== 0 && r < 0 !== b < 0 ? q - 1 : q + 0;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  if (y === 0n) throw zeroDivision();
  const q = x / y;
  return intFromBig(x < 0n !== y < 0n && q * y !== x ? q - 1n : q);
}

/** What `%` gives. Raises ZeroDivisionError. */
export function intMod(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivision();
    const r = a % b;
    return r !== 0 && r < 0 !== b < 0 ? r + b : r + 0;
  }
  const y = BigInt(b);
  if (y === 0n) throw zeroDivision();
  const r = BigInt(a) % y;
  return intFromBig(r !== 0n && r < 0n !== y < 0n ? r + y : r);
}

/** [a // b, a % b]. Raises ZeroDivisionError. */
export function intDivmod(a: Int, b: Int): [Int, Int] {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivision();
    const r = a % b;
    const q = (a - r) / b;
    return r !== 0 && r < 0 !== b < 0 ? [q - 1, r + b] : [q + 0, r + 0];
  }
  const x = BigInt(a);
  const y = BigInt(b);
  if (y === 0n) throw zeroDivision();
  const q = x / y;
  const r = x - q * y;
  return r !== 0n && r < 0n !== y < 0n ? [intFromBig(q - 1n), intFromBig(r + y)] : [intFromBig(q), intFromBig(r)];
}

/** a ** b for b >= 0. Raises MemoryError when the host cannot hold the result. */
export function intPow(a: Int, b: Int): Int {
  if (b === 0) return 1;
  if (a === 0 || a === 1) return a;
  if (a === -1) return intIsOdd(b) ? -1 : 1;
  if (a === 2 && typeof b === "number" && b < 53) return 2 ** b;
  if (typeof b === "bigint") throw new PythonError("MemoryError", "");
  if (typeof a === "number") {
    let result = 1;
    let base = a;
    let n = b;
    for (;;) {
      if (n % 2 === 1) result *= base;
      n = Math.floor(n / 2);
      if (n === 0 || result > MAX_SAFE || result < -MAX_SAFE) break;
      base *= base;
      if (base > MAX_SAFE) {
        result = Infinity;
        break;
      }
    }
    if (result <= MAX_SAFE && result >= -MAX_SAFE) return result;
  }
  if ((intBitLength(a) - 1) * b > MAX_BITS) throw new PythonError("MemoryError", "");
  const x = BigInt(a);
  return intFromBig(guarded(() => x ** BigInt(b)));
}

/** pow(a, b, modulus), b of either sign. Raises ValueError (no inverse, modulus 0). */
export function intPowMod(a: Int, b: Int, modulus: Int): Int {
  if (modulus === 0) throw new PythonError("ValueError", "pow() 3rd argument cannot be 0");
  const negative = modulus < 0;
  let m = BigInt(modulus);
  if (negative) m = -m;
  if (m === 1n) return 0;
  let base = a;
  let exponent = BigInt(b);
  if (exponent < 0n) {
    base = modInverse(a, intFromBig(m));
    exponent = -exponent;
  }
  let result: bigint;
  if (m < 94906265n && exponent <= MAX_SAFE_BIG) result = BigInt(powModSmall(Number(intMod(base, Number(m))), Number(exponent), Number(m)));
  else result = powModBig(BigInt(intMod(base, intFromBig(m))), exponent, m);
  return intFromBig(negative && result !== 0n ? result - m : result);
}

/** Products of two residues below 94,906,266 are safe integers. */
function powModSmall(base: number, exponent: number, m: number): number {
  let result = 1 % m;
  let n = exponent;
  while (n > 0) {
    if (n % 2 === 1) result = (result * base) % m;
    base = (base * base) % m;
    n = Math.floor(n / 2);
  }
  return result;
}

function powModBig(base: bigint, exponent: bigint, m: bigint): bigint {
  const bits = exponent.toString(2);
  if (bits.length <= 60) {
    let result = 1n;
    for (let i = 0; i < bits.length; i++) {
      result = (result * result) % m;
      if (bits.charCodeAt(i) === 49) result = (result * base) % m;
    }
    return result;
  }
  // Five bits at a time, from a table of the odd and even powers below 32.
  const table: bigint[] = [1n];
  for (let i = 1; i < 32; i++) table.push((table[i - 1]! * base) % m);
  const padded = bits.padStart(Math.ceil(bits.length / 5) * 5, "0");
  let result = 1n;
  for (let i = 0; i < padded.length; i += 5) {
    for (let k = 0; k < 5; k++) result = (result * result) % m;
    const digit = parseInt(padded.slice(i, i + 5), 2);
    if (digit !== 0) result = (result * table[digit]!) % m;
  }
  return result;
}

/** The x in [0, m) with a*x ≡ 1 (mod m), m > 0. Raises ValueError. */
export function modInverse(a: Int, m: Int): Int {
  let r0 = BigInt(m);
  let r1 = BigInt(intMod(a, m));
  let t0 = 0n;
  let t1 = 1n;
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  if (r0 !== 1n) throw new PythonError("ValueError", "base is not invertible for the given modulus");
  return intMod(intFromBig(t0), m);
}

export function intLshift(a: Int, b: Int): Int {
  if (b < 0) throw new PythonError("ValueError", "negative shift count");
  if (a === 0) return 0;
  if (typeof b === "bigint") throw new PythonError("OverflowError", "too many digits in integer");
  if (typeof a === "number" && b < 53) {
    const r = a * 2 ** b;
    if (r <= MAX_SAFE && r >= -MAX_SAFE) return r;
  }
  if (b > MAX_BITS) throw new PythonError("MemoryError", "");
  const x = BigInt(a);
  return intFromBig(guarded(() => x << BigInt(b)));
}

export function intRshift(a: Int, b: Int): Int {
  if (b < 0) throw new PythonError("ValueError", "negative shift count");
  if (typeof a === "number") {
    if (b >= 53) return a < 0 ? -1 : 0;
    if (b < 32 && (a | 0) === a) return a >> (b as number);
    return Math.floor(a / 2 ** (b as number));
  }
  if (typeof b === "bigint" || b > MAX_BITS) return a < 0n ? -1 : 0;
  return intFromBig(a >> BigInt(b));
}

const TWO_32 = 4294967296;

export function intAnd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    // Two's complement in two halves: the high ones fit 22 bits, `>>> 0` takes a value modulo 2^32 exactly.
    const r = (Math.floor(a / TWO_32) & Math.floor(b / TWO_32)) * TWO_32 + ((a & b) >>> 0);
    if (r >= -MAX_SAFE) return r;
  }
  return intFromBig(BigInt(a) & BigInt(b));
}

export function intOr(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    const r = (Math.floor(a / TWO_32) | Math.floor(b / TWO_32)) * TWO_32 + ((a | b) >>> 0);
    if (r >= -MAX_SAFE) return r;
  }
  return intFromBig(BigInt(a) | BigInt(b));
}

export function intXor(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    const r = (Math.floor(a / TWO_32) ^ Math.floor(b / TWO_32)) * TWO_32 + ((a ^ b) >>> 0);
    if (r >= -MAX_SAFE) return r;
  }
  return intFromBig(BigInt(a) ^ BigInt(b));
}

export function intInvert(a: Int): Int {
  return intSub(-1, a);
}

export function intIsOdd(a: Int): boolean {
  return typeof a === "number" ? a % 2 !== 0 : (a & 1n) === 1n;
}

/** Bits of the absolute value; 0 for 0. */
export function intBitLength(a: Int): number {
  if (typeof a === "number") {
    const n = a < 0 ? -a : a;
    return n < TWO_32 ? 32 - Math.clz32(n) : 64 - Math.clz32(n / TWO_32);
  }
  const n = a < 0n ? -a : a;
  const double = Number(n);
  if (double < 1e300) {
    // A double's exponent tells; one that was rounded up to a power of two says one too many.
    const bits = Math.floor(Math.log2(double));
    return n >> BigInt(bits) === 0n ? bits : n >> BigInt(bits) === 1n ? bits + 1 : bits + 2;
  }
  const hex = n.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0]!, 16)) - 28);
}

/** Ones in the binary representation of the absolute value. */
export function intBitCount(a: Int): number {
  if (typeof a === "number") {
    const n = a < 0 ? -a : a;
    return popcount32(n | 0) + (n < TWO_32 ? 0 : popcount32((n / TWO_32) | 0));
  }
  const hex = (a < 0n ? -a : a).toString(16);
  let count = 0;
  for (let end = hex.length; end > 0; end -= 8) count += popcount32(parseInt(hex.slice(Math.max(0, end - 8), end), 16) | 0);
  return count;
}

function popcount32(v: number): number {
  v -= (v >>> 1) & 0x55555555;
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The greatest common divisor, never negative. */
export function intGcd(a: Int, b: Int): Int {
  if (typeof a === "bigint" || typeof b === "bigint") {
    let x = BigInt(a);
    let y = BigInt(b);
    if (x < 0n) x = -x;
    if (y < 0n) y = -y;
    if (x < y) [x, y] = [y, x];
    while (y > MAX_SAFE_BIG) [x, y] = lehmerStep(x, y);
    if (y === 0n) return intFromBig(x);
    a = Number(y);
    b = Number(x % y);
  }
  let m = a < 0 ? -a : a;
  let n = b < 0 ? -b : b;
  while (n !== 0) {
    const r = m % n;
    m = n;
    n = r;
  }
  return m;
}

/** One round of Lehmer's algorithm, x >= y > 2^53: many Euclidean steps on the leading 48 bits, then one on the whole. */
function lehmerStep(x: bigint, y: bigint): [bigint, bigint] {
  const shift = BigInt(intBitLength(x) - 48);
  let p = Number(x >> shift);
  let q = Number(y >> shift);
  let a = 1;
  let b = 0;
  let c = 0;
  let d = 1;
  for (;;) {
    if (q + c === 0 || q + d === 0) break;
    const quotient = Math.floor((p + a) / (q + c));
    if (quotient !== Math.floor((p + b) / (q + d))) break;
    const na = a - quotient * c;
    const nb = b - quotient * d;
    if (Math.abs(na) > 16777216 || Math.abs(nb) > 16777216) break;
    [a, c] = [c, na];
    [b, d] = [d, nb];
    [p, q] = [q, p - quotient * q];
  }
  if (b === 0) return [y, x % y];
  const nx = BigInt(a) * x + BigInt(b) * y;
  const ny = BigInt(c) * x + BigInt(d) * y;
  return nx >= ny ? [nx, ny] : [ny, nx];
}

/** math.lcm of two. */
export function intLcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  return intAbs(intMul(intFloorDiv(a, intGcd(a, b)), b));
}

/** math.isqrt. Raises ValueError. */
export function intIsqrt(n: Int): Int {
  if (n < 0) throw new PythonError("ValueError", "isqrt() argument must be nonnegative");
  if (typeof n === "number") {
    const r = Math.floor(Math.sqrt(n));
    return r * r > n ? r - 1 : r;
  }
  // Each turn doubles the number of correct leading bits.
  const c = (intBitLength(n) - 1) >> 1;
  let a = 1n;
  let d = 0;
  for (let s = 31 - Math.clz32(c); s >= 0; s--) {
    const e = d;
    d = c >> s;
    a = (a << BigInt(d - e - 1)) + (n >> BigInt(2 * c - e - d + 1)) / a;
  }
  return intFromBig(a * a > n ? a - 1n : a);
}

/** The nearest double, ties to even. Raises OverflowError. */
export function intToDouble(a: Int): number {
  if (typeof a === "number") return a;
  const v = Number(a);
  if (v === Infinity || v === -Infinity) throw new PythonError("OverflowError", "int too large to convert to float");
  return v;
}

/** a / b correctly rounded. Raises ZeroDivisionError, OverflowError. */
export function intTrueDivide(a: Int, b: Int): number {
  if (b === 0) throw zeroDivision();
  if (typeof a === "number" && typeof b === "number") return a / b;
  // 0 / -1 is -0.0.
  const negative = a < 0 !== b < 0;
  const v = divideToDouble(BigInt(intAbs(a)), BigInt(intAbs(b)));
  if (v === Infinity) throw new PythonError("OverflowError", "integer division result too large for a float");
  return negative ? -v : v;
}

/** x / y for x >= 0, y > 0, correctly rounded, subnormals included; Infinity when too large. */
export function divideToDouble(x: bigint, y: bigint): number {
  if (x === 0n) return 0;
  const diff = intBitLength(intFromBig(x)) - intBitLength(intFromBig(y));
  if (diff > 1024) return Infinity;
  if (diff < -1080) return 0;
  // The quotient gets 55 or 56 bits and a sticky bit; fewer where the result is subnormal, so that it is rounded once.
  const shift = Math.max(diff, -1021) - 55;
  let q: bigint;
  let exact: boolean;
  if (shift <= 0) {
    const n = x << BigInt(-shift);
    q = n / y;
    exact = q * y === n;
  } else {
    const d = y << BigInt(shift);
    q = x / d;
    exact = q * d === x;
  }
  const bits = intBitLength(intFromBig(q));
  // Round q to `keep` bits by hand: what Number() and the scaling would do in two steps must be one.
  const exponent = shift + bits;
  const keep = exponent >= -1021 ? 53 : 53 - (-1021 - exponent);
  const drop = bits - keep;
  if (drop > bits + 1) return 0;
  const dropped = BigInt(drop);
  let m = q >> dropped;
  const rest = q - (m << dropped);
  const half = 1n << (dropped - 1n);
  if (rest > half || (rest === half && (!exact || (m & 1n) === 1n))) m += 1n;
  return scaleByPowerOfTwo(Number(m), shift + drop);
}

/** v * 2^e where the result is exact (or overflows). */
export function scaleByPowerOfTwo(v: number, e: number): number {
  while (e > 1000) {
    v *= 2 ** 1000;
    e -= 1000;
    if (v === Infinity || v === 0) return v;
  }
  if (e < -1000) {
    // Two steps, the first still exact: v is an integer of at most 53 bits or already scaled.
    v *= 2 ** -500;
    e += 500;
    if (e < -1000) return e < -1074 ? v * 2 ** -574 * 2 ** (e + 574) : v * 2 ** e;
  }
  return v * 2 ** e;
}

const HASH_MODULUS = 2305843009213693951n;

/** hash(int). */
export function hashInt(a: Int): Int {
  if (typeof a === "number") return a === -1 ? -2 : a;
  const h = a < 0n ? -(-a % HASH_MODULUS) : a % HASH_MODULUS;
  return h === -1n ? -2 : intFromBig(h);
}

/** hash(float), not for NaN (its hash is that of the object's identity). */
export function hashDouble(v: number): Int {
  if (Number.isInteger(v)) return hashInt(intFromDouble(v));
  if (v === Infinity) return 314159;
  if (v === -Infinity) return -314159;
  const negative = v < 0;
  let m = negative ? -v : v;
  let e = 0;
  while (m < 4503599627370496) {
    m *= 134217728;
    e -= 27;
  }
  while (!Number.isInteger(m)) {
    m *= 2;
    e -= 1;
  }
  const h = (BigInt(m) << BigInt(((e % 61) + 61) % 61)) % HASH_MODULUS;
  return intFromBig(negative ? (h === 1n ? -2n : -h) : h);
}

/** hash(complex) from the hashes of the parts. */
export function hashComplex(realHash: Int, imagHash: Int): Int {
  const h = BigInt.asIntN(64, BigInt(realHash) + 1000003n * BigInt(imagHash));
  return h === -1n ? -2 : intFromBig(h);
}

/** int.to_bytes. Raises OverflowError; `length` >= 0 is the caller's check. */
export function intToBytes(a: Int, length: number, littleEndian: boolean, signed: boolean): Uint8Array {
  if (a < 0 && !signed) throw new PythonError("OverflowError", "can't convert negative int to unsigned");
  const out = new Uint8Array(length);
  if (typeof a === "number") {
    let rest = a;
    for (let i = 0; i < length; i++) {
      out[littleEndian ? i : length - 1 - i] = rest & 255;
      rest = Math.floor(rest / 256);
    }
    const sign = length === 0 ? 0 : out[littleEndian ? length - 1 : 0]! & 128;
    // int.to_bytes(-1, 0, signed=True) is an error too: nothing holds the sign.
    if (rest !== 0 && rest !== -1) throw tooBig();
    if (signed ? (rest === -1) !== (sign !== 0) : rest !== 0) throw tooBig();
    return out;
  }
  const bits = BigInt(length * 8);
  const v = BigInt.asUintN(length * 8, a);
  if (length * 8 < intBitLength(a)) throw tooBig();
  if (signed) {
    const half = bits === 0n ? 0n : 1n << (bits - 1n);
    if (a >= half || a < -half) throw tooBig();
  }
  const hex = v.toString(16).padStart(length * 2, "0");
  for (let i = 0; i < length; i++) {
    const byte = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    out[littleEndian ? length - 1 - i : i] = byte;
  }
  return out;
}

/** int.from_bytes. */
export function intFromBytes(bytes: Uint8Array, littleEndian: boolean, signed: boolean): Int {
  const n = bytes.length;
  if (n <= 6) {
    let v = 0;
    for (let i = 0; i < n; i++) v = v * 256 + bytes[littleEndian ? n - 1 - i : i]!;
    return signed && n > 0 && bytes[littleEndian ? n - 1 : 0]! & 128 ? v - 2 ** (8 * n) : v;
  }
  const hex: string[] = [];
  for (let i = 0; i < n; i++) hex.push(HEX_BYTES[bytes[littleEndian ? n - 1 - i : i]!]!);
  const v = BigInt(`0x${hex.join("")}`);
  return intFromBig(signed ? BigInt.asIntN(8 * n, v) : v);
}

const HEX_BYTES: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

/** math.factorial. Raises ValueError, OverflowError. */
export function intFactorial(n: Int): Int {
  if (n < 0) throw new PythonError("ValueError", "factorial() not defined for negative values");
  if (n > 9223372036854775807n)
    throw new PythonError("OverflowError", "factorial() argument should not exceed 9223372036854775807");
  if (typeof n === "bigint" || n > 40000000) throw new PythonError("MemoryError", "");
  if (n <= 18) {
    let r = 1;
    for (let i = 2; i <= n; i++) r *= i;
    return r;
  }
  return intFromBig(productRange(1, n));
}

/** (low + 1) * ... * high, halves balanced in size. */
function productRange(low: number, high: number): bigint {
  if (high - low <= 8) {
    let r = 1n;
    for (let i = low + 1; i <= high; i++) r *= BigInt(i);
    return r;
  }
  const mid = Math.floor((low + high) / 2);
  return productRange(low, mid) * productRange(mid, high);
}

function bigProduct(high: bigint, count: number): bigint {
  if (count === 1) return high;
  if (count === 0) return 1n;
  const half = count >> 1;
  return bigProduct(high, half) * bigProduct(high - BigInt(half), count - half);
}

/** math.perm(n, k). Raises ValueError, OverflowError. */
export function intPerm(n: Int, k: Int): Int {
  if (n < 0) throw new PythonError("ValueError", "n must be a non-negative integer");
  if (k < 0) throw new PythonError("ValueError", "k must be a non-negative integer");
  if (n < k) return 0;
  if (k > 9223372036854775807n) throw new PythonError("OverflowError", "k must not exceed 9223372036854775807");
  if (k > 40000000) throw new PythonError("MemoryError", "");
  return intFromBig(bigProduct(BigInt(n), Number(k)));
}

/** math.comb(n, k). Raises ValueError, OverflowError. */
export function intComb(n: Int, k: Int): Int {
  if (n < 0) throw new PythonError("ValueError", "n must be a non-negative integer");
  if (k < 0) throw new PythonError("ValueError", "k must be a non-negative integer");
  if (n < k) return 0;
  const other = intSub(n, k);
  const least = other < k ? other : k;
  if (least > 9223372036854775807n)
    throw new PythonError("OverflowError", "min(n - k, k) must not exceed 9223372036854775807");
  if (least > 40000000) throw new PythonError("MemoryError", "");
  if (least === 0) return 1;
  return intFromBig(combBig(BigInt(n), Number(least)));
}

/** One product over another: both by halves, and a single division. */
function combBig(n: bigint, k: number): bigint {
  if (k <= 16) {
    let r = n;
    for (let i = 1; i < k; i++) r = (r * (n - BigInt(i))) / BigInt(i + 1);
    return r;
  }
  return bigProduct(n, k) / productRange(1, k);
}

function zeroDivision(): PythonError {
  return new PythonError("ZeroDivisionError", "division by zero");
}

function tooBig(): PythonError {
  return new PythonError("OverflowError", "int too big to convert");
}

/** Runs a BigInt operation whose result may be longer than the host allows. */
function guarded(operation: () => bigint): bigint {
  try {
    return operation();
  } catch (error) {
    if (error instanceof RangeError) throw new PythonError("MemoryError", "");
    throw error;
  }
}
