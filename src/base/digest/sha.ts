// SHA-1 and SHA-2 (FIPS 180-4). Words of 64 bits are pairs of 32. See docs/base.md.
import { BlockHash } from "./block-hash.ts";
import { constants } from "./constants.ts";

function bigEndian(state: Int32Array, length: number): Uint8Array {
  const out = new DataView(new ArrayBuffer(4 * state.length));
  state.forEach((word, i) => out.setInt32(4 * i, word));
  return new Uint8Array(out.buffer, 0, length);
}

function readWords(words: Int32Array, count: number, data: Uint8Array, at: number): void {
  for (let i = 0; i < count; i++, at += 4) words[i] = (data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!;
}

const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

export class Sha1 extends BlockHash {
  readonly state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  readonly words = new Int32Array(80);

  constructor() {
    super("sha1", 64, 20);
  }

  protected compress(data: Uint8Array, at: number): void {
    const { state, words: w } = this;
    readWords(w, 16, data, at);
    for (let i = 16; i < 80; i++) w[i] = rotr(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 31);
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    for (let i = 0; i < 80; i++) {
      let f: number;
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else f = (b ^ c ^ d) + 0xca62c1d6;
      const next = (rotr(a, 27) + f + e + w[i]!) | 0;
      e = d;
      d = c;
      c = rotr(b, 2);
      b = a;
      a = next;
    }
    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
    state[4] = state[4]! + e;
  }

  copy(): Sha1 {
    const made = this.copyInto(new Sha1());
    made.state.set(this.state);
    return made;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.padLength(8, false);
    return bigEndian(last.state, 20);
  }
}

export class Sha256 extends BlockHash {
  readonly state: Int32Array;
  readonly words = new Int32Array(64);

  constructor(size: 224 | 256) {
    super(`sha${size}`, 64, size / 8);
    this.state = (size === 256 ? constants().sha256Start : constants().sha224Start).slice();
  }

  protected compress(data: Uint8Array, at: number): void {
    const { state, words: w } = this;
    const rounds = constants().sha256Rounds;
    readWords(w, 16, data, at);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      w[i] = w[i - 16]! + (rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3)) + w[i - 7]! + (rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10));
    }
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i++) {
      const one = (h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
      const two = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
    state[4] = state[4]! + e;
    state[5] = state[5]! + f;
    state[6] = state[6]! + g;
    state[7] = state[7]! + h;
  }

  copy(): Sha256 {
    const made = this.copyInto(new Sha256((this.digestSize * 8) as 224 | 256));
    made.state.set(this.state);
    return made;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.padLength(8, false);
    return bigEndian(last.state, this.digestSize);
  }
}

/** Sum of the low halves as an exact number; its carry belongs to the high halves. */
const carry = (sum: number): number => Math.floor(sum / 0x100000000);

export class Sha512 extends BlockHash {
  readonly state: Int32Array;
  /** Pairs, high before low. */
  readonly words = new Int32Array(160);

  constructor(size: 384 | 512) {
    super(`sha${size}`, 128, size / 8);
    this.state = (size === 512 ? constants().sha512Start : constants().sha384Start).slice();
  }

  protected compress(data: Uint8Array, at: number): void {
    const { state, words: w } = this;
    const rounds = constants().sha512Rounds;
    readWords(w, 32, data, at);
    for (let i = 32; i < 160; i += 2) {
      const xh = w[i - 30]!;
      const xl = w[i - 29]!;
      const yh = w[i - 4]!;
      const yl = w[i - 3]!;
      const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
      const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
      const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
      const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
      const low = (w[i - 31]! >>> 0) + (s0l >>> 0) + (w[i - 13]! >>> 0) + (s1l >>> 0);
      w[i + 1] = low;
      w[i] = w[i - 32]! + s0h + w[i - 14]! + s1h + carry(low);
    }
    const v = state.slice();
    for (let i = 0; i < 160; i += 2) {
      const ah = v[0]!;
      const al = v[1]!;
      const bh = v[2]!;
      const bl = v[3]!;
      const ch = v[4]!;
      const cl = v[5]!;
      const eh = v[8]!;
      const el = v[9]!;
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const chooseH = (eh & v[10]!) ^ (~eh & v[12]!);
      const chooseL = (el & v[11]!) ^ (~el & v[13]!);
      const oneLow = (v[15]! >>> 0) + (s1l >>> 0) + (chooseL >>> 0) + (rounds[i + 1]! >>> 0) + (w[i + 1]! >>> 0);
      const oneHigh = (v[14]! + s1h + chooseH + rounds[i]! + w[i]! + carry(oneLow)) | 0;
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const majorityH = (ah & bh) ^ (ah & ch) ^ (bh & ch);
      const majorityL = (al & bl) ^ (al & cl) ^ (bl & cl);
      const twoLow = (s0l >>> 0) + (majorityL >>> 0);
      const twoHigh = (s0h + majorityH + carry(twoLow)) | 0;
      const dh = v[6]!;
      const dl = v[7]!;
      v.copyWithin(2, 0, 14);
      const eLow = (dl >>> 0) + (oneLow >>> 0);
      v[9] = eLow;
      v[8] = dh + oneHigh + carry(eLow);
      const aLow = (oneLow >>> 0) + (twoLow >>> 0);
      v[1] = aLow;
      v[0] = oneHigh + twoHigh + carry(aLow);
    }
    for (let i = 0; i < 16; i += 2) {
      const low = (state[i + 1]! >>> 0) + (v[i + 1]! >>> 0);
      state[i + 1] = low;
      state[i] = state[i]! + v[i]! + carry(low);
    }
  }

  copy(): Sha512 {
    const made = this.copyInto(new Sha512((this.digestSize * 8) as 384 | 512));
    made.state.set(this.state);
    return made;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.padLength(16, false);
    return bigEndian(last.state, this.digestSize);
  }
}
