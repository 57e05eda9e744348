// Hashes of text, bytes, tuples and sets: 64-bit, signed, as hash() shows them. Words are pairs of 32-bit halves while they are
// computed. Mirrors Python/pyhash.c, Objects/tupleobject.c, Objects/setobject.c; numbers are hashed in int-math.ts; see docs/base.md.
import { intFromBig } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import { siphash13 } from "./siphash.ts";
import type { Text } from "./text.ts";

/** A SipHash key: k0 low, k0 high, k1 low, k1 high, as 32-bit words. */
export type HashKey = readonly [number, number, number, number];

/** hash(None). */
export const HASH_NONE = 4238894208;

/** The key for PYTHONHASHSEED=seed, 0 <= seed <= 4294967295; 0 switches randomization off. */
export function hashKeyFromSeed(seed: number): HashKey {
  if (seed === 0) return [0, 0, 0, 0];
  const words = [0, 0, 0, 0];
  let x = seed | 0;
  for (let i = 0; i < 16; i++) {
    x = (Math.imul(x, 214013) + 2531011) | 0;
    words[i >> 2]! |= ((x >>> 16) & 255) << (8 * (i & 3));
  }
  return [words[0]!, words[1]!, words[2]!, words[3]!];
}

/** The key from 16 random bytes, as without PYTHONHASHSEED. */
export function hashKeyFromBytes(bytes: Uint8Array): HashKey {
  const word = (i: number): number => bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
  return [word(0), word(4), word(8), word(12)];
}

/** A signed 64-bit number from its halves. */
export function intFromHalves(low: number, high: number): Int {
  const h = high | 0;
  // Within ±2^53 the sum of the halves is exact.
  if (h >= -2097152 && h < 2097152) {
    const v = h * 4294967296 + (low >>> 0);
    if (v >= -9007199254740991) return v;
  }
  return intFromBig((BigInt(h) << 32n) | BigInt(low >>> 0));
}

function finish(low: number, high: number): Int {
  return (low | 0) === -1 && (high | 0) === -1 ? -2 : intFromHalves(low, high);
}

/** hash(bytes). */
export function hashBytes(bytes: Uint8Array, key: HashKey): Int {
  if (bytes.length === 0) return 0;
  const [low, high] = siphash13(bytes, key[0], key[1], key[2], key[3]);
  return finish(low, high);
}

/** hash(str): of its code points in one, two or four bytes each, whichever is the least that holds all. */
export function hashText(t: Text, key: HashKey): Int {
  return hashBytes(storageBytes(t), key);
}

/** The bytes of CPython's compact representation, little-endian. */
export function storageBytes(t: Text): Uint8Array {
  if (typeof t !== "string") return new Uint8Array(t.points.buffer, t.points.byteOffset, t.points.byteLength);
  const n = t.length;
  const narrow = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const c = t.charCodeAt(i);
    if (c > 255) {
      const wide = new Uint8Array(2 * n);
      for (let k = 0; k < n; k++) {
        const u = t.charCodeAt(k);
        wide[2 * k] = u;
        wide[2 * k + 1] = u >>> 8;
      }
      return wide;
    }
    narrow[i] = c;
  }
  return narrow;
}

/** Low and high half of a hash value. */
export function lowHalf(h: Int): number {
  return typeof h === "number" ? h | 0 : Number(BigInt.asIntN(32, h));
}
export function highHalf(h: Int): number {
  return typeof h === "number" ? Math.floor(h / 4294967296) | 0 : Number(BigInt.asIntN(32, h >> 32n));
}

/** The high half of the 64-bit product of two unsigned 32-bit numbers. */
function mulHigh(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const middle = ah * bl + ((al * bl) >>> 16);
  const other = al * bh + (middle & 0xffff);
  return (ah * bh + Math.floor(middle / 65536) + Math.floor(other / 65536)) | 0;
}

const P1_LOW = 0x85ebca87 | 0;
const P1_HIGH = 0x9e3779b1 | 0;
const P2_LOW = 0x27d4eb4f | 0;
const P2_HIGH = 0xc2b2ae3d | 0;
const P5_LOW = 0x165667c5 | 0;
const P5_HIGH = 0x27d4eb2f | 0;

/** hash(tuple) from the hashes of its items. */
export function hashTuple(items: ArrayLike<Int>): Int {
  let low = P5_LOW;
  let high = P5_HIGH;
  const n = items.length;
  for (let i = 0; i < n; i++) {
    const laneLow = lowHalf(items[i]!);
    const laneHigh = highHalf(items[i]!);
    // acc += lane * PRIME_2
    const addLow = Math.imul(laneLow, P2_LOW);
    const addHigh = (mulHigh(laneLow, P2_LOW) + Math.imul(laneLow, P2_HIGH) + Math.imul(laneHigh, P2_LOW)) | 0;
    const sum = (low >>> 0) + (addLow >>> 0);
    high = (high + addHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
    low = sum | 0;
    // rotate left by 31
    const rotatedLow = (low << 31) | (high >>> 1);
    const rotatedHigh = (high << 31) | (low >>> 1);
    // acc *= PRIME_1
    high = (mulHigh(rotatedLow, P1_LOW) + Math.imul(rotatedLow, P1_HIGH) + Math.imul(rotatedHigh, P1_LOW)) | 0;
    low = Math.imul(rotatedLow, P1_LOW);
  }
  const sum = (low >>> 0) + ((n ^ P5_LOW ^ 3527539) >>> 0);
  high = (high + P5_HIGH + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = sum | 0;
  return low === -1 && high === -1 ? 1546275796 : intFromHalves(low, high);
}

/** hash(frozenset) from the hashes of its items, in any order. */
export function hashFrozenset(items: ArrayLike<Int>): Int {
  let low = 0;
  let high = 0;
  const n = items.length;
  for (let i = 0; i < n; i++) {
    const l = lowHalf(items[i]!);
    const h = highHalf(items[i]!);
    const mixedLow = l ^ 89869747 ^ (l << 16);
    const mixedHigh = h ^ ((h << 16) | (l >>> 16));
    low ^= Math.imul(mixedLow, 3644798167);
    high ^= (mulHigh(mixedLow, 3644798167) + Math.imul(mixedHigh, 3644798167)) | 0;
  }
  low ^= Math.imul(n + 1, 1927868237);
  high ^= mulHigh(n + 1, 1927868237);
  const shiftedLow = ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7));
  const shiftedHigh = (high >>> 11) ^ (high >>> 25);
  low ^= shiftedLow;
  high ^= shiftedHigh;
  const scaledHigh = (mulHigh(low, 69069) + Math.imul(high, 69069)) | 0;
  const sum = (Math.imul(low, 69069) >>> 0) + 907133923;
  low = sum | 0;
  high = (scaledHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  return low === -1 && high === -1 ? 590923713 : intFromHalves(low, high);
}

/** hash() of an object without a hash of its own: its address rotated right by four. */
export function hashAddress(address: number): Int {
  const low = address | 0;
  const high = Math.floor(address / 4294967296) | 0;
  return finish((low >>> 4) | (high << 28), (high >>> 4) | (low << 28));
}
