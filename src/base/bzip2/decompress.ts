// A bzip2 decompressor that is fed pieces: it stops where the input ends, even within a block, and goes on with the next piece. See docs/base.md.
import { GROUP } from "./compress.ts";
import { crcOfRun } from "./crc.ts";

/** Data that is no bzip2 stream. */
export class Bzip2Fault extends Error {}

/** The input ends too early; what was read since the last mark is read again. */
class NeedMore extends Error {}

/** Canonical codes by length: the first code and symbol of each. */
interface Table {
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
  readonly shortest: number;
  readonly longest: number;
}

interface Block {
  readonly crc: number;
  readonly origin: number;
  readonly recent: number[];
  readonly end: number;
  readonly selectors: Uint8Array;
  readonly tables: readonly Table[];
  /** How many symbols were read, the run of zeros that is open, and what it counts next. */
  read: number;
  zeros: number;
  unit: number;
}

export class Bzip2Decompressor {
  /** What is in `input` from the bit `at` on has not been read. */
  private input = new Uint8Array();
  private at = 0;
  private level = 0;
  private block: Block | null = null;
  private bytes: Uint8Array | null = null;
  private size = 0;
  private combined = 0;
  private pending: Uint8Array[] = [];
  ended = false;
  /** Told by the user after a fault: nothing more can be had. */
  broken = false;

  /** The bytes after the stream's end. */
  get rest(): Uint8Array {
    return this.input.slice((this.at + 7) >> 3);
  }

  get hasPending(): boolean {
    return this.pending.length > 0;
  }

  feed(data: Uint8Array): void {
    const used = this.at >> 3;
    const joined = new Uint8Array(this.input.length - used + data.length);
    joined.set(this.input.subarray(used));
    joined.set(data, this.input.length - used);
    this.input = joined;
    this.at &= 7;
  }

  /** At most `max` bytes of what can be decompressed so far. */
  take(max: number): Uint8Array {
    let ready = this.pending.reduce((sum, piece) => sum + piece.length, 0);
    while (!this.ended && ready < max) {
      const before = this.pending.length;
      const { at } = this;
      try {
        this.step();
      } catch (fault) {
        if (!(fault instanceof NeedMore)) throw fault;
        if (this.block === null) this.at = at;
        break;
      }
      if (this.pending.length > before) ready += this.pending[before]!.length;
    }
    const out = new Uint8Array(Math.min(ready, max));
    let filled = 0;
    while (filled < out.length) {
      const piece = this.pending[0]!;
      const part = piece.subarray(0, out.length - filled);
      out.set(part, filled);
      filled += part.length;
      if (part.length === piece.length) this.pending.shift();
      else this.pending[0] = piece.subarray(part.length);
    }
    return out;
  }

  private bits(n: number): number {
    if (this.at + n > this.input.length * 8) throw new NeedMore();
    let value = 0;
    for (let left = n; left > 0; ) {
      const free = 8 - (this.at & 7);
      const take = Math.min(left, free);
      value = (value << take) | ((this.input[this.at >> 3]! >> (free - take)) & ((1 << take) - 1));
      this.at += take;
      left -= take;
    }
    return value;
  }

  private step(): void {
    if (this.level === 0) this.streamHead();
    else if (this.block !== null) this.symbols(this.block);
    else if (this.bits(24) === 0x314159) {
      if (this.bits(24) !== 0x265359) throw new Bzip2Fault();
      this.block = this.blockHead();
      this.bytes ??= new Uint8Array(this.level * 100000);
      this.size = 0;
    } else this.streamEnd();
  }

  private streamHead(): void {
    for (const c of "BZh") if (this.bits(8) !== c.charCodeAt(0)) throw new Bzip2Fault();
    const level = this.bits(8) - 48;
    if (level < 1 || level > 9) throw new Bzip2Fault();
    this.level = level;
  }

  private streamEnd(): void {
    this.at -= 24;
    if (this.bits(24) !== 0x177245 || this.bits(24) !== 0x385090) throw new Bzip2Fault();
    if (this.bits(32) !== this.combined) throw new Bzip2Fault();
    this.ended = true;
  }

  private blockHead(): Block {
    const crc = this.bits(32);
    // Blocks whose bytes were shuffled are of versions before 0.9.5; nobody writes them.
    if (this.bits(1) !== 0) throw new Bzip2Fault();
    const origin = this.bits(24);
    if (origin > 10 + 100000 * this.level) throw new Bzip2Fault();
    const sixteens = this.bits(16);
    const alphabet: number[] = [];
    for (let high = 0; high < 16; high++) {
      if (((sixteens >> (15 - high)) & 1) === 0) continue;
      const used = this.bits(16);
      for (let low = 0; low < 16; low++) if (((used >> (15 - low)) & 1) === 1) alphabet.push(high * 16 + low);
    }
    if (alphabet.length === 0) throw new Bzip2Fault();
    const count = this.bits(3);
    const selectorCount = this.bits(15);
    if (count < 2 || count > 6 || selectorCount < 1) throw new Bzip2Fault();
    const recent = Array.from({ length: count }, (_, t) => t);
    const selectors = new Uint8Array(selectorCount);
    for (let i = 0; i < selectorCount; i++) {
      let j = 0;
      while (this.bits(1) === 1) if (++j >= count) throw new Bzip2Fault();
      const [selector] = recent.splice(j, 1);
      recent.unshift(selector!);
      selectors[i] = selector!;
    }
    const size = alphabet.length + 2;
    const tables = Array.from({ length: count }, () => this.table(size));
    return { crc, origin, recent: alphabet, end: size - 1, selectors, tables, read: 0, zeros: 0, unit: 1 };
  }

  private table(size: number): Table {
    const lengths = new Uint8Array(size);
    let current = this.bits(5);
    for (let i = 0; i < size; i++) {
      for (;;) {
        if (current < 1 || current > 20) throw new Bzip2Fault();
        if (this.bits(1) === 0) break;
        current += this.bits(1) === 0 ? 1 : -1;
      }
      lengths[i] = current;
    }
    const shortest = lengths.reduce((a, b) => Math.min(a, b), 20);
    const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
    const limit = new Int32Array(22).fill(-1);
    const base = new Int32Array(22);
    const symbols = new Uint16Array(size);
    let code = 0;
    let at = 0;
    for (let n = shortest; n <= longest; n++) {
      base[n] = at - code;
      for (let i = 0; i < size; i++) {
        if (lengths[i] !== n) continue;
        symbols[at++] = i;
        code++;
      }
      limit[n] = code - 1;
      code <<= 1;
    }
    return { limit, base, symbols, shortest, longest };
  }

  private symbol(table: Table): number {
    let n = table.shortest;
    let code = this.bits(n);
    while (n <= table.longest && code > table.limit[n]!) {
      code = (code << 1) | this.bits(1);
      n++;
    }
    const index = code + table.base[n]!;
    if (n > table.longest || index < 0 || index >= table.symbols.length) throw new Bzip2Fault();
    return table.symbols[index]!;
  }

  private symbols(block: Block): void {
    const bytes = this.bytes!;
    const { recent } = block;
    for (;;) {
      const group = Math.floor(block.read / GROUP);
      if (group >= block.selectors.length) throw new Bzip2Fault();
      const { at } = this;
      let s: number;
      try {
        s = this.symbol(block.tables[block.selectors[group]!]!);
      } catch (fault) {
        if (fault instanceof NeedMore) this.at = at;
        throw fault;
      }
      block.read++;
      if (s <= 1) {
        if (block.unit >= 2 * 1024 * 1024) throw new Bzip2Fault();
        block.zeros += (s + 1) * block.unit;
        block.unit *= 2;
        continue;
      }
      if (block.zeros > 0) {
        if (this.size + block.zeros > bytes.length) throw new Bzip2Fault();
        bytes.fill(recent[0]!, this.size, this.size + block.zeros);
        this.size += block.zeros;
        block.zeros = 0;
        block.unit = 1;
      }
      if (s === block.end) break;
      if (this.size >= bytes.length) throw new Bzip2Fault();
      const [b] = recent.splice(s - 1, 1);
      recent.unshift(b!);
      bytes[this.size++] = b!;
    }
    this.endBlock(block);
  }

  private endBlock(block: Block): void {
    const { size } = this;
    if (block.origin >= size) throw new Bzip2Fault();
    const plain = unrun(unsort(this.bytes!.subarray(0, size), block.origin));
    let crc = -1;
    for (const b of plain) crc = crcOfRun(crc, b, 1);
    crc = ~crc;
    if (crc !== block.crc) throw new Bzip2Fault();
    this.combined = ((this.combined << 1) | (this.combined >>> 31)) ^ crc;
    this.block = null;
    if (plain.length > 0) this.pending.push(plain);
  }
}

/** The block whose sorted rotations end with these bytes. */
function unsort(last: Uint8Array, origin: number): Uint8Array {
  const n = last.length;
  const starts = new Int32Array(257);
  for (const b of last) starts[b + 1]!++;
  for (let i = 0; i < 256; i++) starts[i + 1]! += starts[i]!;
  const follows = new Int32Array(n);
  for (let i = 0; i < n; i++) follows[starts[last[i]!]!++] = i;
  const block = new Uint8Array(n);
  let at = follows[origin]!;
  for (let i = 0; i < n; i++) {
    block[i] = last[at]!;
    at = follows[at]!;
  }
  return block;
}

/** Runs of four and more, whose length follows them, written out. */
function unrun(block: Uint8Array): Uint8Array {
  const n = block.length;
  let total = 0;
  let same = 0;
  for (let i = 0; i < n; i++) {
    if (same === 4) {
      total += block[i]!;
      same = 0;
      continue;
    }
    total++;
    same = same > 0 && block[i] === block[i - 1] ? same + 1 : 1;
  }
  const out = new Uint8Array(total);
  let at = 0;
  same = 0;
  for (let i = 0; i < n; i++) {
    const b = block[i]!;
    if (same === 4) {
      out.fill(block[i - 1]!, at, at + b);
      at += b;
      same = 0;
      continue;
    }
    out[at++] = b;
    same = same > 0 && b === block[i - 1] ? same + 1 : 1;
  }
  return out;
}
