// Constants of hash functions, computed from the primes and the sine they are defined by. See docs/base.md.

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

function root(n: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 100n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= n) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits of the fractions of the roots of primes. */
function fractions(degree: number, first: number, count: number): bigint[] {
  return primes(first + count).slice(first).map((p) => BigInt.asUintN(64, root(BigInt(p) << BigInt(64 * degree), BigInt(degree))));
}

/** 64-bit words as pairs of 32 bits, high before low. */
function pairs(words: readonly bigint[]): Int32Array {
  return Int32Array.from(words.flatMap((w) => [Number(BigInt.asIntN(32, w >> 32n)), Number(BigInt.asIntN(32, w))]));
}

const highs = (words: readonly bigint[]): Int32Array => Int32Array.from(words, (w) => Number(BigInt.asIntN(32, w >> 32n)));
const lows = (words: readonly bigint[]): Int32Array => Int32Array.from(words, (w) => Number(BigInt.asIntN(32, w)));

interface Constants {
  /** Square roots of the first eight primes. */
  readonly sha256Start: Int32Array;
  readonly sha224Start: Int32Array;
  readonly sha512Start: Int32Array;
  readonly sha384Start: Int32Array;
  /** Cube roots of the first 64 and 80 primes. */
  readonly sha256Rounds: Int32Array;
  readonly sha512Rounds: Int32Array;
  readonly md5Sines: Int32Array;
}

let made: Constants | undefined;

/** Made with the first hash. */
export function constants(): Constants {
  if (made === undefined) {
    const squares = fractions(2, 0, 8);
    const later = fractions(2, 8, 8);
    const cubes = fractions(3, 0, 80);
    made = {
      sha256Start: highs(squares),
      sha224Start: lows(later),
      sha512Start: pairs(squares),
      sha384Start: pairs(later),
      sha256Rounds: highs(cubes.slice(0, 64)),
      sha512Rounds: pairs(cubes),
      md5Sines: Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0),
    };
  }
  return made;
}
