// A bzip2 compressor that is fed pieces: the bytes are those that libbzip2 writes. See docs/base.md.
import { crcOfRun } from "./crc.ts";
import { codeLengths, codesOf } from "./huffman.ts";
import { sortRotations } from "./sort.ts";

const RUN_A = 0;
const RUN_B = 1;
/** A group of symbols that share a table. */
export const GROUP = 50;
const UNLIKELY = 15;

class BitWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private held = 0;
  private count = 0;

  bits(n: number, value: number): void {
    for (let left = n; left > 0; ) {
      const take = Math.min(left, 8 - this.count);
      this.held = (this.held << take) | ((value >>> (left - take)) & ((1 << take) - 1));
      this.count += take;
      left -= take;
      if (this.count === 8) this.byte();
    }
  }

  private byte(): void {
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.length++] = this.held;
    this.held = 0;
    this.count = 0;
  }

  align(): void {
    if (this.count > 0) this.bits(8 - this.count, 0);
  }

  /** The whole bytes so far; what is begun stays. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

export class Bzip2Compressor {
  private readonly out = new BitWriter();
  private readonly block: Uint8Array;
  private readonly limit: number;
  private size = 0;
  private crc = -1;
  private combined = 0;
  /** The run that is being read: its byte, -1 for none. */
  private runByte = -1;
  private runLength = 0;

  constructor(level: number) {
    // A run may pass the limit by the five bytes that stand for it.
    this.block = new Uint8Array(100000 * level);
    this.limit = 100000 * level - 19;
    for (const c of `BZh${level}`) this.out.bits(8, c.charCodeAt(0));
  }

  /** Takes more data; answers what is complete. The stream's head comes with the first block. */
  write(data: Uint8Array): Uint8Array {
    let wrote = false;
    for (const b of data) {
      if (this.size >= this.limit) {
        this.endBlock();
        wrote = true;
      }
      if (b === this.runByte && this.runLength < 255) {
        this.runLength++;
        continue;
      }
      this.endRun();
      this.runByte = b;
      this.runLength = 1;
    }
    if (this.size >= this.limit) {
      this.endBlock();
      wrote = true;
    }
    return wrote ? this.out.take() : new Uint8Array();
  }

  /** The rest of the stream. */
  finish(): Uint8Array {
    this.endRun();
    this.endBlock();
    this.out.bits(24, 0x177245);
    this.out.bits(24, 0x385090);
    this.out.bits(32, this.combined);
    this.out.align();
    return this.out.take();
  }

  private endRun(): void {
    const { runByte, runLength } = this;
    if (runByte < 0) return;
    this.crc = crcOfRun(this.crc, runByte, runLength);
    for (let i = Math.min(runLength, 4); i > 0; i--) this.block[this.size++] = runByte;
    if (runLength >= 4) this.block[this.size++] = runLength - 4;
    this.runByte = -1;
  }

  private endBlock(): void {
    if (this.size === 0) return;
    const { out } = this;
    const crc = ~this.crc;
    this.combined = ((this.combined << 1) | (this.combined >>> 31)) ^ crc;
    const block = this.block.subarray(0, this.size);
    const order = sortRotations(block);
    out.bits(24, 0x314159);
    out.bits(24, 0x265359);
    out.bits(32, crc);
    out.bits(1, 0);
    out.bits(24, order.indexOf(0));
    const used = new Uint8Array(256);
    for (const b of block) used[b] = 1;
    for (let high = 0; high < 16; high++) out.bits(1, used.subarray(high * 16, high * 16 + 16).includes(1) ? 1 : 0);
    for (let high = 0; high < 16; high++) {
      const sixteen = used.subarray(high * 16, high * 16 + 16);
      if (sixteen.includes(1)) for (const bit of sixteen) out.bits(1, bit);
    }
    const alphabet = Array.from({ length: 256 }, (_, b) => b).filter((b) => used[b] === 1);
    writeSymbols(out, symbolsOf(block, order, alphabet), alphabet.length + 2);
    this.size = 0;
    this.crc = -1;
  }
}

/** The last bytes of the sorted rotations as distances in a list of recent bytes; runs of 0 in RUN_A and RUN_B. */
function symbolsOf(block: Uint8Array, order: Int32Array, alphabet: readonly number[]): Uint16Array {
  const n = block.length;
  const recent = Uint8Array.from(alphabet);
  const symbols = new Uint16Array(n + 1);
  let count = 0;
  let zeros = 0;
  const endZeros = (): void => {
    for (let left = zeros; left > 0; left = (left - 1) >> 1) symbols[count++] = (left & 1) === 1 ? RUN_A : RUN_B;
    zeros = 0;
  };
  for (let i = 0; i < n; i++) {
    const at = order[i]!;
    const b = block[at === 0 ? n - 1 : at - 1]!;
    if (recent[0] === b) {
      zeros++;
      continue;
    }
    endZeros();
    let j = 0;
    let moved = recent[0]!;
    while (moved !== b) {
      j++;
      const following = recent[j]!;
      recent[j] = moved;
      moved = following;
    }
    recent[0] = b;
    symbols[count++] = j + 1;
  }
  endZeros();
  symbols[count++] = alphabet.length + 1;
  return symbols.subarray(0, count);
}

/** Where each table's share of the alphabet lies at first: about the same number of symbols for each. */
function firstLengths(frequencies: Uint32Array, tables: number, total: number): Uint8Array[] {
  const lengths = Array.from({ length: tables }, () => new Uint8Array(frequencies.length).fill(UNLIKELY));
  let left = total;
  let from = 0;
  for (let part = tables; part > 0; part--) {
    const wanted = Math.floor(left / part);
    let to = from - 1;
    let sum = 0;
    while (sum < wanted && to < frequencies.length - 1) sum += frequencies[++to]!;
    if (to > from && part !== tables && part !== 1 && (tables - part) % 2 === 1) sum -= frequencies[to--]!;
    lengths[part - 1]!.fill(0, from, to + 1);
    from = to + 1;
    left -= sum;
  }
  return lengths;
}

function writeSymbols(out: BitWriter, symbols: Uint16Array, alphabetSize: number): void {
  const n = symbols.length;
  const frequencies = new Uint32Array(alphabetSize);
  for (const s of symbols) frequencies[s]!++;
  const tables = n < 200 ? 2 : n < 600 ? 3 : n < 1200 ? 4 : n < 2400 ? 5 : 6;
  let lengths = firstLengths(frequencies, tables, n);
  let selectors: number[] = [];
  for (let round = 0; round < 4; round++) {
    const uses = Array.from({ length: tables }, () => new Uint32Array(alphabetSize));
    selectors = [];
    for (let from = 0; from < n; from += GROUP) {
      const group = symbols.subarray(from, from + GROUP);
      let best = 0;
      let cheapest = Infinity;
      for (let t = 0; t < tables; t++) {
        const table = lengths[t]!;
        let cost = 0;
        for (const s of group) cost += table[s]!;
        if (cost < cheapest) {
          cheapest = cost;
          best = t;
        }
      }
      selectors.push(best);
      for (const s of group) uses[best]![s]!++;
    }
    lengths = uses.map((use) => codeLengths(use, alphabetSize));
  }
  out.bits(3, tables);
  out.bits(15, selectors.length);
  const recent = Array.from({ length: tables }, (_, t) => t);
  for (const selector of selectors) {
    const j = recent.indexOf(selector);
    recent.splice(j, 1);
    recent.unshift(selector);
    for (let i = 0; i < j; i++) out.bits(1, 1);
    out.bits(1, 0);
  }
  for (const table of lengths) {
    let current = table[0]!;
    out.bits(5, current);
    for (const length of table) {
      for (; current < length; current++) out.bits(2, 2);
      for (; current > length; current--) out.bits(2, 3);
      out.bits(1, 0);
    }
  }
  const codes = lengths.map(codesOf);
  for (let i = 0; i < n; i++) {
    const t = selectors[Math.floor(i / GROUP)]!;
    out.bits(lengths[t]![symbols[i]!]!, codes[t]![symbols[i]!]!);
  }
}
