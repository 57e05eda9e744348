// The filters for machine code: addresses of calls become absolute, so that calls of one function look alike. After the xz format's description and the
// instruction sets. See docs/base.md.

export const FILTER_LZMA1 = 0x4000000000000001n;
export const FILTER_LZMA2 = 0x21;
export const FILTER_DELTA = 3;
export const FILTER_X86 = 4;
export const FILTER_POWERPC = 5;
export const FILTER_IA64 = 6;
export const FILTER_ARM = 7;
export const FILTER_ARMTHUMB = 8;
export const FILTER_SPARC = 9;

/** Where the start offset must be aligned, by filter. */
export const ALIGNMENT: Readonly<Record<number, number>> = { [FILTER_X86]: 1, [FILTER_POWERPC]: 4, [FILTER_IA64]: 16, [FILTER_ARM]: 4, [FILTER_ARMTHUMB]: 2, [FILTER_SPARC]: 4 };

export class BranchCoder {
  readonly id: number;
  readonly encoder: boolean;
  /** Address of the next byte. */
  address: number;
  /** x86: which of the last bytes could begin an instruction. */
  mask = 0;
  /** x86: where the last opcode was, counted from the next byte. */
  previous = -5;
  constructor(id: number, start: number, encoder: boolean) {
    this.id = id;
    this.address = start;
    this.encoder = encoder;
  }
  /** Converts from bytes[from] on; answers how many bytes are final. */
  code(bytes: Uint8Array, from: number): number {
    const n = this.id === FILTER_X86 ? this.x86(bytes, from) : this.fixed(bytes, from);
    this.address = (this.address + n) >>> 0;
    return n;
  }

  fixed(b: Uint8Array, from: number): number {
    const size = this.id === FILTER_IA64 ? 16 : 4;
    const stride = this.id === FILTER_ARMTHUMB ? 2 : size;
    let i = from;
    for (; i + size <= b.length; i += stride) {
      const address = (this.address + i - from) >>> 0;
      if (this.id === FILTER_IA64) this.ia64(b, i, address);
      else if (this.id === FILTER_ARMTHUMB) {
        if ((b[i + 1]! & 0xf8) !== 0xf0 || (b[i + 3]! & 0xf8) !== 0xf8) continue;
        const source = (((b[i + 1]! & 7) << 19) | (b[i]! << 11) | ((b[i + 3]! & 7) << 8) | b[i + 2]!) << 1;
        const target = (this.encoder ? address + 4 + source : source - address - 4) >>> 1;
        b[i + 1] = 0xf0 | ((target >>> 19) & 7);
        b[i] = target >>> 11;
        b[i + 3] = 0xf8 | ((target >>> 8) & 7);
        b[i + 2] = target;
        i += 2;
      } else this.word(b, i, address);
    }
    return i - from;
  }

  word(b: Uint8Array, i: number, address: number): void {
    const moved = (source: number, before: number): number => (this.encoder ? source + (address + before) : source - (address + before)) >>> 0;
    if (this.id === FILTER_ARM) {
      if (b[i + 3] !== 0xeb) return;
      const target = moved(((b[i + 2]! << 16) | (b[i + 1]! << 8) | b[i]!) << 2, 8) >>> 2;
      b[i + 2] = target >>> 16;
      b[i + 1] = target >>> 8;
      b[i] = target;
      return;
    }
    const word = ((b[i]! << 24) | (b[i + 1]! << 16) | (b[i + 2]! << 8) | b[i + 3]!) >>> 0;
    let out: number;
    if (this.id === FILTER_POWERPC) {
      if (b[i]! >> 2 !== 0x12 || (b[i + 3]! & 3) !== 1) return;
      out = 0x48000000 | (moved(word & 0x03fffffc, 0) & 0x03fffffc) | (word & 3);
    } else {
      if (!((b[i] === 0x40 && (b[i + 1]! & 0xc0) === 0) || (b[i] === 0x7f && (b[i + 1]! & 0xc0) === 0xc0))) return;
      const target = moved((word << 2) >>> 0, 0) >>> 2;
      out = (((0 - ((target >>> 22) & 1)) << 22) & 0x3fffffff) | (target & 0x3fffff) | 0x40000000;
    }
    b[i] = out >>> 24;
    b[i + 1] = out >>> 16;
    b[i + 2] = out >>> 8;
    b[i + 3] = out;
  }

  ia64(b: Uint8Array, i: number, address: number): void {
    // Which of the three instructions of a bundle are branches, by its template.
    const mask = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0][b[i]! & 0x1f]!;
    for (let slot = 0, bitPosition = 5; slot < 3; slot++, bitPosition += 41) {
      if (((mask >>> slot) & 1) === 0) continue;
      const byte = i + (bitPosition >>> 3);
      const shift = BigInt(bitPosition & 7);
      let instruction = 0n;
      for (let k = 0; k < 6; k++) instruction |= BigInt(b[byte + k]!) << BigInt(8 * k);
      let norm = instruction >> shift;
      if (((norm >> 37n) & 0xfn) !== 5n || ((norm >> 9n) & 7n) !== 0n) continue;
      const source = (Number((norm >> 13n) & 0xfffffn) | (Number((norm >> 36n) & 1n) << 20)) << 4;
      const target = ((this.encoder ? address + source : source - address) >>> 0) >>> 4;
      norm &= ~(0x8fffffn << 13n);
      norm |= BigInt(target & 0xfffff) << 13n;
      norm |= BigInt(target & 0x100000) << 16n;
      instruction = (instruction & ((1n << shift) - 1n)) | (norm << shift);
      for (let k = 0; k < 6; k++) b[byte + k] = Number((instruction >> BigInt(8 * k)) & 0xffn);
    }
  }

  x86(b: Uint8Array, from: number): number {
    const size = b.length - from;
    if (size < 5) return 0;
    const high = (byte: number): boolean => byte === 0 || byte === 0xff;
    let { mask } = this;
    let position = this.previous;
    // Positions count from this call's first byte.
    if (position < -5) position = -5;
    const last = size - 5;
    let at = 0;
    while (at <= last) {
      const opcode = b[from + at]!;
      if (opcode !== 0xe8 && opcode !== 0xe9) {
        at++;
        continue;
      }
      const distance = at - position;
      position = at;
      if (distance > 5) mask = 0;
      else for (let i = 0; i < distance; i++) mask = (mask & 0x77) << 1;
      const top = b[from + at + 4]!;
      if (high(top) && mask >> 1 <= 4 && mask >> 1 !== 3) {
        let source = (top * 0x1000000 + (b[from + at + 3]! << 16) + (b[from + at + 2]! << 8) + b[from + at + 1]!) >>> 0;
        let target: number;
        const next = this.address + at + 5;
        for (;;) {
          target = (this.encoder ? source + next : source - next) >>> 0;
          if (mask === 0) break;
          const index = BIT_NUMBER[mask >> 1]!;
          if (!high((target >>> (24 - index * 8)) & 0xff)) break;
          source = (target ^ ((2 ** (32 - index * 8)) - 1)) >>> 0;
        }
        b[from + at + 4] = ~(((target >>> 24) & 1) - 1);
        b[from + at + 3] = target >>> 16;
        b[from + at + 2] = target >>> 8;
        b[from + at + 1] = target;
        at += 5;
        mask = 0;
      } else {
        at++;
        mask |= 1;
        if (high(top)) mask |= 0x10;
      }
    }
    this.mask = mask;
    this.previous = position - at;
    return at;
  }
}

/** x86: which byte of the target to look at, by the mask. */
const BIT_NUMBER = [0, 1, 2, 2, 3];
