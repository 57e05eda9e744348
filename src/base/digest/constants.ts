// The words that BLAKE2 starts from, computed from the primes they are defined by. See docs/base.md.

const PRIMES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n];

/** The first 64 bits of the fraction of a square root. */
function fraction(n: bigint): bigint {
  const wanted = n << 128n;
  let low = 0n;
  let high = 1n << 100n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle * middle <= wanted) low = middle;
    else high = middle - 1n;
  }
  return BigInt.asUintN(64, low);
}

interface Starts {
  /** Eight words of 32 bits. */
  readonly small: Int32Array;
  /** Eight words of 64 bits, low half before high. */
  readonly large: Int32Array;
}

let made: Starts | undefined;

/** Made with the first hash. */
export function starts(): Starts {
  if (made === undefined) {
    const words = PRIMES.map(fraction);
    made = {
      small: Int32Array.from(words, (w) => Number(BigInt.asIntN(32, w >> 32n))),
      large: Int32Array.from(words.flatMap((w) => [Number(BigInt.asIntN(32, w)), Number(BigInt.asIntN(32, w >> 32n))])),
    };
  }
  return made;
}
