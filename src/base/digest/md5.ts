// MD5 (RFC 1321). See docs/base.md.
import { BlockHash } from "./block-hash.ts";
import { constants } from "./constants.ts";

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

export class Md5 extends BlockHash {
  readonly state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  readonly words = new Int32Array(16);

  constructor() {
    super("md5", 64, 16);
  }

  protected compress(data: Uint8Array, at: number): void {
    const { state, words } = this;
    const sines = constants().md5Sines;
    for (let i = 0; i < 16; i++, at += 4) words[i] = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    for (let i = 0; i < 64; i++) {
      let f: number;
      let k: number;
      if (i < 16) {
        f = (b & c) | (~b & d);
        k = i;
      } else if (i < 32) {
        f = (d & b) | (~d & c);
        k = (5 * i + 1) & 15;
      } else if (i < 48) {
        f = b ^ c ^ d;
        k = (3 * i + 5) & 15;
      } else {
        f = c ^ (b | ~d);
        k = (7 * i) & 15;
      }
      const sum = (a + f + sines[i]! + words[k]!) | 0;
      const shift = shifts[((i >> 4) << 2) | (i & 3)]!;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
  }

  copy(): Md5 {
    const made = this.copyInto(new Md5());
    made.state.set(this.state);
    return made;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.padLength(8, true);
    const out = new DataView(new ArrayBuffer(16));
    last.state.forEach((word, i) => out.setInt32(4 * i, word, true));
    return new Uint8Array(out.buffer);
  }
}
