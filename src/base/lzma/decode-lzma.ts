// The LZMA decoder: a range decoder, its model and the window of what was decoded. It can stop before each symbol, when input runs short or enough output was
// made. After the format's description. See docs/base.md.
import type { LzmaInput } from "./input.ts";
import {
  afterLiteral, afterMatch, afterRep, afterShortRep, ALIGN, END_MARK, freshProbabilities, IS_MATCH, IS_REP, IS_REP0, IS_REP0_LONG, IS_REP1, IS_REP2, LENGTH_HIGH, LENGTH_LOW, LENGTH_MIDDLE, LITERAL, LzmaFault, MATCH_LENGTH, MIN_MATCH,
  REP_LENGTH, SLOT, SPECIAL,
} from "./model.ts";

/** More bytes than a symbol can take. */
const ENOUGH = 24;
const FIRST_WINDOW = 1 << 16;

/** What was decoded, as far back as the dictionary reaches. */
export class Window {
  readonly size: number;
  bytes: Uint8Array;
  at = 0;
  /** Bytes before `at` that matches may refer to. */
  filled = 0;
  /** From here on, bytes have not been taken. */
  taken = 0;
  constructor(size: number) {
    this.size = Math.max(size, 4096);
    this.bytes = new Uint8Array(FIRST_WINDOW);
  }
  /** Makes room for `n` bytes, once what is there has been taken. */
  room(n: number): void {
    if (this.at + n <= this.bytes.length) return;
    const limit = this.size + Math.max(this.size >> 1, FIRST_WINDOW);
    if (this.bytes.length < limit) {
      const wider = new Uint8Array(Math.min(limit, this.bytes.length * 2));
      wider.set(this.bytes);
      this.bytes = wider;
      if (this.at + n <= wider.length) return;
    }
    const keep = Math.min(this.size, this.at, Math.max(this.filled, this.at - this.taken));
    this.bytes.copyWithin(0, this.at - keep, this.at);
    this.taken -= this.at - keep;
    this.at = keep;
  }
  put(byte: number): void {
    this.bytes[this.at++] = byte;
    if (this.filled < this.size) this.filled++;
  }
  copy(distance: number, length: number): void {
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < length; i++, at++) bytes[at] = bytes[at - distance]!;
    this.at = at;
    this.filled = Math.min(this.size, this.filled + length);
  }
  /** What was decoded since the last call. */
  take(): Uint8Array {
    const out = this.bytes.slice(this.taken, this.at);
    this.taken = this.at;
    return out;
  }
}

export class LzmaDecoder {
  readonly window: Window;
  lc = 0;
  lp = 0;
  pb = 0;
  probabilities: Uint16Array = new Uint16Array(0);
  state = 0;
  rep0 = 0;
  rep1 = 0;
  rep2 = 0;
  rep3 = 0;
  range = 0xffffffff;
  code = 0;
  /** Bytes that the range decoder still has to read to begin. */
  initial = 5;
  /** What is left of a match. */
  matchLeft = 0;
  ended = false;
  /** The input while a symbol is decoded. */
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  short = false;
  saved: Uint16Array = new Uint16Array(0);

  constructor(window: Window) {
    this.window = window;
  }

  reset(lc: number, lp: number, pb: number): void {
    this.lc = lc;
    this.lp = lp;
    this.pb = pb;
    this.probabilities = freshProbabilities(lc, lp);
    this.state = this.rep0 = this.rep1 = this.rep2 = this.rep3 = 0;
    this.matchLeft = 0;
  }

  startRange(): void {
    this.range = 0xffffffff;
    this.code = 0;
    this.initial = 5;
  }

  /** Reads the first bytes of the range coder: have they all come? */
  begin(input: LzmaInput): boolean {
    while (this.initial > 0) {
      if (input.left === 0) return false;
      const byte = input.byte();
      if (this.initial-- === 5 && byte !== 0) throw new LzmaFault("data");
      this.code = ((this.code << 8) | byte) >>> 0;
    }
    return true;
  }

  normalize(): void {
    if (this.range >= 0x1000000) return;
    this.range = (this.range << 8) >>> 0;
    if (this.at === this.end) {
      this.short = true;
      this.code = (this.code << 8) >>> 0;
    } else this.code = ((this.code << 8) | this.bytes[this.at++]!) >>> 0;
  }

  bit(index: number): number {
    this.normalize();
    const p = this.probabilities[index]!;
    const bound = (this.range >>> 11) * p;
    if (this.code < bound) {
      this.range = bound;
      this.probabilities[index] = p + ((2048 - p) >> 5);
      return 0;
    }
    this.range -= bound;
    this.code -= bound;
    this.probabilities[index] = p - (p >> 5);
    return 1;
  }

  tree(base: number, bits: number): number {
    let m = 1;
    for (let i = 0; i < bits; i++) m = (m << 1) | this.bit(base + m);
    return m - (1 << bits);
  }

  reverseTree(base: number, bits: number): number {
    let m = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const b = this.bit(base + m);
      m = (m << 1) | b;
      value |= b << i;
    }
    return value;
  }

  direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.normalize();
      this.range >>>= 1;
      let b = 0;
      if (this.code >= this.range) {
        this.code -= this.range;
        b = 1;
      }
      value = value * 2 + b;
    }
    return value;
  }

  length(base: number, positionState: number): number {
    if (this.bit(base) === 0) return this.tree(base + LENGTH_LOW + positionState * 8, 3);
    if (this.bit(base + 1) === 0) return 8 + this.tree(base + LENGTH_MIDDLE + positionState * 8, 3);
    return 16 + this.tree(base + LENGTH_HIGH, 8);
  }

  distance(length: number): number {
    const slot = this.tree(SLOT + Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return high + this.reverseTree(SPECIAL + high - slot, bits);
    return high + this.direct(bits - 4) * 16 + this.reverseTree(ALIGN, 4);
  }

  /**
   * Decodes until `limit` bytes were made, input runs short or the end mark comes; `position` is the number of bytes since the last reset of the model.
   * Answers how many were made.
   */
  run(input: LzmaInput, limit: number, position: number): number {
    const { window } = this;
    let made = 0;
    const flush = (): void => {
      const n = Math.min(this.matchLeft, limit - made);
      if (n === 0) return;
      window.room(n);
      window.copy(this.rep0 + 1, n);
      this.matchLeft -= n;
      made += n;
    };
    flush();
    this.bytes = input.bytes;
    this.end = input.end;
    while (made < limit && !this.ended) {
      this.at = input.at;
      this.short = false;
      if (input.left < ENOUGH) {
        if (!this.symbolOrNothing(position + made)) break;
      } else this.symbol(position + made);
      input.total += this.at - input.at;
      input.at = this.at;
      if (this.literal >= 0) {
        window.room(1);
        window.put(this.literal);
        made++;
      } else if (!this.ended) {
        if (this.rep0 >= window.filled) throw new LzmaFault("data");
        flush();
      }
    }
    return made;
  }

  /** The byte of the last symbol, or -1. */
  literal = -1;

  /** As symbol(), but when input runs short nothing has happened. */
  symbolOrNothing(position: number): boolean {
    const { state, rep0, rep1, rep2, rep3, range, code } = this;
    if (this.saved.length !== this.probabilities.length) this.saved = new Uint16Array(this.probabilities.length);
    this.saved.set(this.probabilities);
    this.symbol(position);
    if (!this.short) return true;
    this.probabilities.set(this.saved);
    this.state = state;
    this.rep0 = rep0;
    this.rep1 = rep1;
    this.rep2 = rep2;
    this.rep3 = rep3;
    this.range = range;
    this.code = code;
    this.matchLeft = 0;
    this.ended = false;
    return false;
  }

  symbol(position: number): void {
    const positionState = position & ((1 << this.pb) - 1);
    const { state } = this;
    this.literal = -1;
    if (this.bit(IS_MATCH + (state << 4) + positionState) === 0) {
      this.literal = this.readLiteral(position);
      this.state = afterLiteral(state);
      return;
    }
    if (this.bit(IS_REP + state) === 0) {
      this.rep3 = this.rep2;
      this.rep2 = this.rep1;
      this.rep1 = this.rep0;
      const length = this.length(MATCH_LENGTH, positionState);
      this.rep0 = this.distance(length);
      this.state = afterMatch(state);
      if (this.rep0 === END_MARK) this.ended = true;
      else this.matchLeft = length + MIN_MATCH;
      return;
    }
    if (this.bit(IS_REP0 + state) === 0) {
      if (this.bit(IS_REP0_LONG + (state << 4) + positionState) === 0) {
        this.state = afterShortRep(state);
        this.matchLeft = 1;
        return;
      }
    } else {
      let distance: number;
      if (this.bit(IS_REP1 + state) === 0) distance = this.rep1;
      else {
        if (this.bit(IS_REP2 + state) === 0) distance = this.rep2;
        else {
          distance = this.rep3;
          this.rep3 = this.rep2;
        }
        this.rep2 = this.rep1;
      }
      this.rep1 = this.rep0;
      this.rep0 = distance;
    }
    this.matchLeft = this.length(REP_LENGTH, positionState) + MIN_MATCH;
    this.state = afterRep(state);
  }

  readLiteral(position: number): number {
    const { window, lc, lp } = this;
    const before = window.filled > 0 ? window.bytes[window.at - 1]! : 0;
    const base = LITERAL + 0x300 * (((position & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (this.state >= 7) {
      let match = this.rep0 < window.filled ? window.bytes[window.at - this.rep0 - 1]! : 0;
      do {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const b = this.bit(base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | b;
        if (matchBit !== b) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.bit(base + symbol);
    return symbol & 0xff;
  }

  /** At the end of data of known size: has the range coder come to its end? undefined when that takes another byte. */
  finished(input: LzmaInput): boolean | undefined {
    if (this.range < 0x1000000) {
      if (input.left === 0) return undefined;
      this.range = (this.range << 8) >>> 0;
      this.code = ((this.code << 8) | input.byte()) >>> 0;
    }
    return this.code === 0;
  }
}
