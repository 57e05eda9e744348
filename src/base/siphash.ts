// SipHash-1-3 over bytes: what CPython hashes str and bytes with, and (keyed with the magic number) the sources of hash-based pycs.
// Mirrors Python/pyhash.c. 64-bit words are pairs of 32-bit halves, because BigInt would be many times slower. See docs/bytecode.md.

/** The 64-bit hash of `data` as an unsigned [low, high] pair of 32-bit words. The key is four 32-bit words: k0 low, high, k1 low, high. */
export function siphash13(data: Uint8Array, k0Low: number, k0High: number, k1Low: number, k1High: number): [low: number, high: number] {
  const state = new Int32Array(8);
  state[0] = k0Low ^ 0x70736575;
  state[1] = k0High ^ 0x736f6d65;
  state[2] = k1Low ^ 0x6e646f6d;
  state[3] = k1High ^ 0x646f7261;
  state[4] = k0Low ^ 0x6e657261;
  state[5] = k0High ^ 0x6c796765;
  state[6] = k1Low ^ 0x79746573;
  state[7] = k1High ^ 0x74656462;
  const { length } = data;
  const whole = length - (length % 8);
  for (let at = 0; at < whole; at += 8) absorb(state, word(data, at), word(data, at + 4));
  // The last word: what is left over, and the length in its top byte.
  let low = 0;
  let high = length << 24;
  for (let i = whole; i < length; i++) {
    const shift = 8 * (i - whole);
    if (shift < 32) low |= data[i]! << shift;
    else high |= data[i]! << (shift - 32);
  }
  absorb(state, low, high);
  state[4]! ^= 0xff;
  round(state);
  round(state);
  round(state);
  return [
    (state[0]! ^ state[2]! ^ state[4]! ^ state[6]!) >>> 0,
    (state[1]! ^ state[3]! ^ state[5]! ^ state[7]!) >>> 0,
  ];
}

function word(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
}

function absorb(state: Int32Array, low: number, high: number): void {
  state[6]! ^= low;
  state[7]! ^= high;
  round(state);
  state[0]! ^= low;
  state[1]! ^= high;
}

/** v[a] += v[b], for 64-bit words that start at those indices. */
function add(v: Int32Array, a: number, b: number): void {
  const low = (v[a]! >>> 0) + (v[b]! >>> 0);
  v[a + 1] = v[a + 1]! + v[b + 1]! + (low > 0xffffffff ? 1 : 0);
  v[a] = low;
}

/** v[a] = rotate(v[a], bits) ^ v[b], bits below 32. */
function rotateXor(v: Int32Array, a: number, bits: number, b: number): void {
  const low = v[a]!;
  const high = v[a + 1]!;
  v[a] = ((low << bits) | (high >>> (32 - bits))) ^ v[b]!;
  v[a + 1] = ((high << bits) | (low >>> (32 - bits))) ^ v[b + 1]!;
}

function swapHalves(v: Int32Array, a: number): void {
  const low = v[a]!;
  v[a] = v[a + 1]!;
  v[a + 1] = low;
}

function round(v: Int32Array): void {
  add(v, 0, 2);
  rotateXor(v, 2, 13, 0);
  swapHalves(v, 0);
  add(v, 4, 6);
  rotateXor(v, 6, 16, 4);
  add(v, 0, 6);
  rotateXor(v, 6, 21, 0);
  add(v, 4, 2);
  rotateXor(v, 2, 17, 4);
  swapHalves(v, 4);
}
