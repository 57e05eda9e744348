// SHA-3 and SHAKE: the Keccak sponge (FIPS 202). Lanes of 64 bits are pairs of 32, low before high. See docs/base.md.
import { BlockHash } from "./block-hash.ts";

interface Tables {
  /** Round constants, low and high. */
  readonly rounds: Int32Array;
  readonly rotations: readonly number[];
  readonly lanes: readonly number[];
}

let tables: Tables | undefined;

function makeTables(): Tables {
  const rounds = new Int32Array(48);
  let lfsr = 1;
  for (let round = 0; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      const bit = (1 << j) - 1;
      if ((lfsr & 1) !== 0) rounds[2 * round + (bit >> 5)] = rounds[2 * round + (bit >> 5)]! ^ (1 << (bit & 31));
      lfsr = (lfsr << 1) ^ ((lfsr >> 7) * 0x171);
    }
  }
  const rotations: number[] = [];
  const lanes: number[] = [];
  let x = 1;
  let y = 0;
  for (let t = 0; t < 24; t++) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    lanes.push(x + 5 * y);
    rotations.push((((t + 1) * (t + 2)) / 2) % 64);
  }
  return { rounds, rotations, lanes };
}

function permute(a: Int32Array): void {
  tables ??= makeTables();
  const { rounds, rotations, lanes } = tables;
  const c = new Int32Array(10);
  const row = new Int32Array(10);
  for (let round = 0; round < 24; round++) {
    for (let i = 0; i < 10; i++) c[i] = a[i]! ^ a[i + 10]! ^ a[i + 20]! ^ a[i + 30]! ^ a[i + 40]!;
    for (let x = 0; x < 10; x += 2) {
      const before = (x + 8) % 10;
      const after = (x + 2) % 10;
      const low = c[before]! ^ ((c[after]! << 1) | (c[after + 1]! >>> 31));
      const high = c[before + 1]! ^ ((c[after + 1]! << 1) | (c[after]! >>> 31));
      for (let y = x; y < 50; y += 10) {
        a[y] = a[y]! ^ low;
        a[y + 1] = a[y + 1]! ^ high;
      }
    }
    let low = a[2]!;
    let high = a[3]!;
    for (let t = 0; t < 24; t++) {
      const lane = 2 * lanes[t]!;
      const n = rotations[t]! & 31;
      let l = n === 0 ? low : (low << n) | (high >>> (32 - n));
      let h = n === 0 ? high : (high << n) | (low >>> (32 - n));
      if (rotations[t]! >= 32) [l, h] = [h, l];
      low = a[lane]!;
      high = a[lane + 1]!;
      a[lane] = l;
      a[lane + 1] = h;
    }
    for (let y = 0; y < 50; y += 10) {
      for (let i = 0; i < 10; i++) row[i] = a[y + i]!;
      for (let i = 0; i < 10; i++) a[y + i] = row[i]! ^ (~row[(i + 2) % 10]! & row[(i + 4) % 10]!);
    }
    a[0] = a[0]! ^ rounds[2 * round]!;
    a[1] = a[1]! ^ rounds[2 * round + 1]!;
  }
}

export class Sha3 extends BlockHash {
  readonly state = new Int32Array(50);
  /** What follows the message: tells SHA-3 and SHAKE apart. */
  readonly suffix: number;

  /** `digestSize` is 0 for the functions of any length. */
  constructor(name: string, rate: number, digestSize: number, suffix: number) {
    super(name, rate, digestSize);
    this.suffix = suffix;
  }

  protected compress(data: Uint8Array, at: number): void {
    const { state } = this;
    for (let i = 0; i < this.blockSize; i += 4, at += 4) state[i >> 2] = state[i >> 2]! ^ (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24));
    permute(state);
  }

  copy(): Sha3 {
    const made = this.copyInto(new Sha3(this.name, this.blockSize, this.digestSize, this.suffix));
    made.state.set(this.state);
    return made;
  }

  digest(length = this.digestSize): Uint8Array {
    const last = this.copy();
    const block = new Uint8Array(this.blockSize);
    block.set(this.buffer.subarray(0, this.used));
    block[this.used] = this.suffix;
    block[this.blockSize - 1]! |= 0x80;
    last.compress(block, 0);
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      const at = i % this.blockSize;
      if (at === 0 && i > 0) permute(last.state);
      out[i] = last.state[at >> 2]! >>> (8 * (at & 3));
    }
    return out;
  }
}
