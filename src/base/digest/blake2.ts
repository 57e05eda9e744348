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

/** v[a] += v[b] + m, all pairs of low and high words. */
function add(v: Int32Array, a: number, b: number, low: number, high: number): void {
  const sum = (v[2 * a]! >>> 0) + (v[2 * b]! >>> 0) + (low >>> 0);
  v[2 * a] = sum;
  v[2 * a + 1] = v[2 * a + 1]! + v[2 * b + 1]! + high + Math.floor(sum / 0x100000000);
}

/** v[a] = (v[a] ^ v[b]) rotated right by n. */
function turn(v: Int32Array, a: number, b: number, n: number): void {
  let low = v[2 * a]! ^ v[2 * b]!;
  let high = v[2 * a + 1]! ^ v[2 * b + 1]!;
  if (n >= 32) [low, high] = [high, low];
  n &= 31;
  v[2 * a] = n === 0 ? low : (low >>> n) | (high << (32 - n));
  v[2 * a + 1] = n === 0 ? high : (high >>> n) | (low << (32 - n));
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
        const [a, b, c, d] = MIX[i]!;
        const x = 2 * sigma[2 * i]!;
        const y = 2 * sigma[2 * i + 1]!;
        add(v, a, b, m[x]!, m[x + 1]!);
        turn(v, d, a, 32);
        add(v, c, d, 0, 0);
        turn(v, b, c, 24);
        add(v, a, b, m[y]!, m[y + 1]!);
        turn(v, d, a, 16);
        add(v, c, d, 0, 0);
        turn(v, b, c, 63);
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
