// The Mersenne Twister of module random: plain state, so that a frozen machine can carry it along. After Matsumoto and Nishimura's
// MT19937; mirrors Modules/_randommodule.c; see docs/base.md.
import { intFromBig } from "./int-math.ts";
import type { Int } from "./int-math.ts";

const N = 624;
const M = 397;

/** State of one generator: 624 words and the place of the next (getstate() shows both). */
export class MersenneTwister {
  readonly words: Uint32Array;
  index: number;
  constructor() {
    this.words = new Uint32Array(N);
    this.index = N;
  }
}

/** A generator with a copy of another's state. */
export function copyTwister(from: MersenneTwister): MersenneTwister {
  const mt = new MersenneTwister();
  mt.words.set(from.words);
  mt.index = from.index;
  return mt;
}

function seedWord(mt: MersenneTwister, seed: number): void {
  const w = mt.words;
  w[0] = seed;
  for (let i = 1; i < N; i++) {
    const x = w[i - 1]! ^ (w[i - 1]! >>> 30);
    w[i] = Math.imul(1812433253, x) + i;
  }
  mt.index = N;
}

/** init_by_array of the reference implementation. */
export function seedByArray(mt: MersenneTwister, key: ArrayLike<number>): void {
  seedWord(mt, 19650218);
  const w = mt.words;
  const n = key.length;
  let i = 1;
  let j = 0;
  for (let k = Math.max(N, n); k > 0; k--) {
    w[i] = (w[i]! ^ Math.imul(w[i - 1]! ^ (w[i - 1]! >>> 30), 1664525)) + key[j]! + j;
    i++;
    j++;
    if (i >= N) {
      w[0] = w[N - 1]!;
      i = 1;
    }
    if (j >= n) j = 0;
  }
  for (let k = N - 1; k > 0; k--) {
    w[i] = (w[i]! ^ Math.imul(w[i - 1]! ^ (w[i - 1]! >>> 30), 1566083941)) - i;
    i++;
    if (i >= N) {
      w[0] = w[N - 1]!;
      i = 1;
    }
  }
  w[0] = 0x80000000;
}

/** _random.Random.seed(int): by the words of the absolute value, least first. */
export function seedByInt(mt: MersenneTwister, seed: Int): void {
  let n = BigInt(seed);
  if (n < 0n) n = -n;
  const key: number[] = [];
  const hex = n.toString(16);
  for (let end = hex.length; end > 0; end -= 8) key.push(parseInt(hex.slice(Math.max(0, end - 8), end), 16));
  seedByArray(mt, key);
}

function refill(mt: MersenneTwister): void {
  const w = mt.words;
  for (let i = 0; i < N; i++) {
    const y = (w[i]! & 0x80000000) | (w[i + 1 === N ? 0 : i + 1]! & 0x7fffffff);
    const far = i + M < N ? i + M : i + M - N;
    w[i] = w[far]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
  mt.index = 0;
}

/** The next 32 random bits, unsigned. */
export function nextWord(mt: MersenneTwister): number {
  if (mt.index >= N) refill(mt);
  let y = mt.words[mt.index++]!;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}

/** random(): a double in [0, 1) with 53 random bits. */
export function nextDouble(mt: MersenneTwister): number {
  const a = nextWord(mt) >>> 5;
  const b = nextWord(mt) >>> 6;
  return (a * 67108864 + b) * (1 / 9007199254740992);
}

/** getrandbits(k), k >= 0. */
export function randomBits(mt: MersenneTwister, k: number): Int {
  if (k === 0) return 0;
  if (k <= 32) return nextWord(mt) >>> (32 - k);
  // Least significant words first; the last keeps its upper bits.
  const parts: string[] = [];
  for (let left = k; left > 0; left -= 32) {
    const word = left >= 32 ? nextWord(mt) : nextWord(mt) >>> (32 - left);
    parts.push(word.toString(16).padStart(8, "0"));
  }
  return intFromBig(BigInt(`0x${parts.reverse().join("")}`));
}

/** getstate(): 624 words, then the index. */
export function twisterState(mt: MersenneTwister): number[] {
  return [...mt.words, mt.index];
}

/** setstate(); false when the index is out of range ("invalid state"). */
export function setTwisterState(mt: MersenneTwister, state: ArrayLike<number>): boolean {
  const index = state[N]!;
  if (index < 0 || index > N) return false;
  for (let i = 0; i < N; i++) mt.words[i] = state[i]!;
  mt.index = index;
  return true;
}
