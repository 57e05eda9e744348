// BLAKE2b and BLAKE2s as CPython offers them: with keys, salts, personal strings and tree parameters (RFC 7693 and the BLAKE2 paper). The package that has the other
// hashes (library-hash.ts) knows neither trees nor their last node. See docs/base.md.
import { BlockHash } from "./block-hash.ts";
import { starts } from "./constants.ts";

const SIGMA = ["0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"].map((row) =>
  [...row].map((digit) => Number.parseInt(digit, 16)),
);

/** The eight mixings of a round: which words of the state each takes. */
const MIX = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] as const;

/** Blocks wait until more comes: the last one is marked. */
abstract class Blake2 extends BlockHash {
  abstract readonly state: Int32Array;
  lastNode = false;
  /** Bytes compressed so far. */
  counted = 0;

  override update(data: Uint8Array): void {
    const { blockSize, buffer } = this;
    this.total += data.length;
    let at = 0;
    while (at < data.length) {
      if (this.used === blockSize) {
        this.counted += blockSize;
        this.mix(buffer, 0, false);
        this.used = 0;
      }
      while (this.used === 0 && data.length - at > blockSize) {
        this.counted += blockSize;
        this.mix(data, at, false);
        at += blockSize;
      }
      const part = Math.min(blockSize - this.used, data.length - at);
      buffer.set(data.subarray(at, at + part), this.used);
      this.used += part;
      at += part;
    }
  }

  protected compress(data: Uint8Array, at: number): void {
    this.mix(data, at, false);
  }

  protected abstract mix(data: Uint8Array, at: number, last: boolean): void;

  /** Mixes the last block into this, a copy. */
  protected finish(): void {
    this.counted += this.used;
    this.buffer.fill(0, this.used);
    this.mix(this.buffer, 0, true);
  }

  protected start(parameters: Uint8Array, key: Uint8Array): void {
    for (let i = 0; i < parameters.length; i += 4) {
      const word = parameters[i]! | (parameters[i + 1]! << 8) | (parameters[i + 2]! << 16) | (parameters[i + 3]! << 24);
      this.state[i >> 2] = this.state[i >> 2]! ^ word;
    }
    if (key.length === 0) return;
    const block = new Uint8Array(this.blockSize);
    block.set(key);
    this.update(block);
    this.total = 0;
  }

  protected copyBlake<T extends Blake2>(other: T): T {
    other.state.set(this.state);
    other.lastNode = this.lastNode;
    other.counted = this.counted;
    return this.copyInto(other);
  }

  protected bytes(): Uint8Array {
    const out = new DataView(new ArrayBuffer(4 * this.state.length));
    this.state.forEach((word, i) => out.setInt32(4 * i, word, true));
    return new Uint8Array(out.buffer, 0, this.digestSize);
  }
}

const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

export class Blake2s extends Blake2 {
  readonly state = starts().small.slice();

  constructor(digestSize: number, parameters: Uint8Array, key: Uint8Array, lastNode: boolean) {
    super("blake2s", 64, digestSize);
    this.lastNode = lastNode;
    this.start(parameters, key);
  }

  protected mix(data: Uint8Array, at: number, last: boolean): void {
    const m = new Int32Array(16);
    for (let i = 0; i < 16; i++, at += 4) m[i] = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    const v = new Int32Array(16);
    v.set(this.state);
    v.set(starts().small, 8);
    v[12] = v[12]! ^ this.counted;
    v[13] = v[13]! ^ Math.floor(this.counted / 0x100000000);
    if (last) v[14] = ~v[14]!;
    if (last && this.lastNode) v[15] = ~v[15]!;
    for (let round = 0; round < 10; round++) {
      const sigma = SIGMA[round]!;
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIX[i]!;
        v[a] = v[a]! + v[b]! + m[sigma[2 * i]!]!;
        v[d] = rotr(v[d]! ^ v[a]!, 16);
        v[c] = v[c]! + v[d]!;
        v[b] = rotr(v[b]! ^ v[c]!, 12);
        v[a] = v[a]! + v[b]! + m[sigma[2 * i + 1]!]!;
        v[d] = rotr(v[d]! ^ v[a]!, 8);
        v[c] = v[c]! + v[d]!;
        v[b] = rotr(v[b]! ^ v[c]!, 7);
      }
    }
    for (let i = 0; i < 8; i++) this.state[i] = this.state[i]! ^ v[i]! ^ v[i + 8]!;
  }

  copy(): Blake2s {
    return this.copyBlake(new Blake2s(this.digestSize, new Uint8Array(), new Uint8Array(), false));
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.finish();
    return last.bytes();
  }
}

/** The mixing function: four words of 64 bits of the state, as pairs of low and high halves, and two of the message. */
function mixWords(v: Int32Array, m: Int32Array, a: number, b: number, c: number, d: number, x: number, y: number): void {
  let al = v[a]!;
  let ah = v[a + 1]!;
  let bl = v[b]!;
  let bh = v[b + 1]!;
  let cl = v[c]!;
  let ch = v[c + 1]!;
  let dl = v[d]!;
  let dh = v[d + 1]!;
  let sum = (al >>> 0) + (bl >>> 0) + (m[x]! >>> 0);
  al = sum | 0;
  ah = (ah + bh + m[x + 1]! + ((sum / 0x100000000) | 0)) | 0;
  let low = dh ^ ah;
  dh = dl ^ al;
  dl = low;
  sum = (cl >>> 0) + (dl >>> 0);
  cl = sum | 0;
  ch = (ch + dh + ((sum / 0x100000000) | 0)) | 0;
  low = bl ^ cl;
  let high = bh ^ ch;
  bl = (low >>> 24) | (high << 8);
  bh = (high >>> 24) | (low << 8);
  sum = (al >>> 0) + (bl >>> 0) + (m[y]! >>> 0);
  al = sum | 0;
  ah = (ah + bh + m[y + 1]! + ((sum / 0x100000000) | 0)) | 0;
  low = dl ^ al;
  high = dh ^ ah;
  dl = (low >>> 16) | (high << 16);
  dh = (high >>> 16) | (low << 16);
  sum = (cl >>> 0) + (dl >>> 0);
  cl = sum | 0;
  ch = (ch + dh + ((sum / 0x100000000) | 0)) | 0;
  low = bl ^ cl;
  high = bh ^ ch;
  v[a] = al;
  v[a + 1] = ah;
  v[b] = (low << 1) | (high >>> 31);
  v[b + 1] = (high << 1) | (low >>> 31);
  v[c] = cl;
  v[c + 1] = ch;
  v[d] = dl;
  v[d + 1] = dh;
}

export class Blake2b extends Blake2 {
  readonly state = starts().large.slice();

  constructor(digestSize: number, parameters: Uint8Array, key: Uint8Array, lastNode: boolean) {
    super("blake2b", 128, digestSize);
    this.lastNode = lastNode;
    this.start(parameters, key);
  }

  protected mix(data: Uint8Array, at: number, last: boolean): void {
    const m = new Int32Array(32);
    for (let i = 0; i < 32; i++, at += 4) m[i] = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    const v = new Int32Array(32);
    v.set(this.state);
    v.set(starts().large, 16);
    v[24] = v[24]! ^ this.counted;
    v[25] = v[25]! ^ Math.floor(this.counted / 0x100000000);
    if (last) for (const i of this.lastNode ? [28, 29, 30, 31] : [28, 29]) v[i] = ~v[i]!;
    for (let round = 0; round < 12; round++) {
      const sigma = SIGMA[round % 10]!;
      for (let i = 0; i < 8; i++) {
        const words = MIX[i]!;
        mixWords(v, m, 2 * words[0], 2 * words[1], 2 * words[2], 2 * words[3], 2 * sigma[2 * i]!, 2 * sigma[2 * i + 1]!);
      }
    }
    for (let i = 0; i < 16; i++) this.state[i] = this.state[i]! ^ v[i]! ^ v[i + 16]!;
  }

  copy(): Blake2b {
    return this.copyBlake(new Blake2b(this.digestSize, new Uint8Array(), new Uint8Array(), false));
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.finish();
    return last.bytes();
  }
}
