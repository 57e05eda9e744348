// The LZMA encoder: a range encoder over the model, and a search for matches in chains of equal beginnings, one byte ahead (lazy). After the format's
// description; the bytes are not liblzma's. See docs/base.md.
import { ByteBuffer } from "../codecs.ts";
import {
  afterLiteral, afterMatch, afterRep, afterShortRep, ALIGN, END_MARK, freshProbabilities, IS_MATCH, IS_REP, IS_REP0, IS_REP0_LONG, IS_REP1, IS_REP2, LENGTH_HIGH, LENGTH_LOW, LENGTH_MIDDLE, LITERAL, type LzmaOptions, MATCH_LENGTH, MAX_MATCH,
  MIN_MATCH, REP_LENGTH, SLOT, SPECIAL,
} from "./model.ts";

const HASH_BITS = 16;
/** Bytes that must lie ahead while more input may come. */
const AHEAD = MAX_MATCH + 1;

export class LzmaEncoder {
  readonly options: LzmaOptions & { readonly niceLength: number; readonly depth: number };
  out = new ByteBuffer(4096);
  probabilities: Uint16Array;
  state = 0;
  readonly reps = [0, 0, 0, 0];
  // The range encoder.
  low = 0;
  range = 0xffffffff;
  cache = 0;
  cacheSize = 1;
  /** Input: bytes before `at` were encoded; `end` bytes are there. */
  bytes = new Uint8Array(1 << 16);
  at = 0;
  end = 0;
  /** Position in the stream, less `at`. */
  before = 0;
  // Chains: the last place (plus 1) of each hash, and for a place the one before.
  readonly heads = new Int32Array(1 << HASH_BITS);
  readonly heads3 = new Int32Array(1 << 14);
  links = new Int32Array(1 << 16);
  hashed = 0;

  constructor(options: LzmaEncoder["options"]) {
    this.options = options;
    this.probabilities = freshProbabilities(options.lc, options.lp);
  }

  /** Probabilities and state as at the beginning. */
  reset(): void {
    this.probabilities = freshProbabilities(this.options.lc, this.options.lp);
    this.state = 0;
    this.reps.fill(0);
  }

  startRange(): void {
    this.out = new ByteBuffer(4096);
    this.low = 0;
    this.range = 0xffffffff;
    this.cache = 0;
    this.cacheSize = 1;
  }

  feed(data: Uint8Array): void {
    if (this.end + data.length > this.bytes.length) this.makeRoom(data.length);
    this.bytes.set(data, this.end);
    this.end += data.length;
  }

  makeRoom(more: number): void {
    const { dictSize } = this.options;
    const drop = this.at > 2 * dictSize + (1 << 16) ? this.at - dictSize : 0;
    if (drop > 0) {
      this.bytes.copyWithin(0, drop, this.end);
      this.links.copyWithin(0, drop, this.end);
      for (let i = 0; i < this.links.length; i++) this.links[i] = Math.max(0, this.links[i]! - drop);
      for (const heads of [this.heads, this.heads3]) for (let i = 0; i < heads.length; i++) heads[i] = Math.max(0, heads[i]! - drop);
      this.at -= drop;
      this.end -= drop;
      this.hashed -= drop;
      this.before += drop;
    }
    if (this.end + more > this.bytes.length) {
      const size = Math.max(this.bytes.length * 2, this.end + more);
      const bytes = new Uint8Array(size);
      bytes.set(this.bytes.subarray(0, this.end));
      this.bytes = bytes;
      const links = new Int32Array(size);
      links.set(this.links.subarray(0, this.end));
      this.links = links;
    }
  }

  // Matches.

  /** Enters all places before `to` into the chains. */
  enter(to: number): void {
    const { bytes, links, heads, heads3 } = this;
    const last = Math.min(to, this.end - 3);
    for (let i = this.hashed; i < last; i++) {
      const h = this.hash(i);
      links[i] = heads[h]!;
      heads[h] = i + 1;
      heads3[(bytes[i]! ^ (bytes[i + 1]! << 3) ^ (bytes[i + 2]! << 6)) & 0x3fff] = i + 1;
    }
    this.hashed = Math.max(this.hashed, last);
  }

  hash(i: number): number {
    const { bytes } = this;
    return Math.imul((bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)), 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  matchLength(a: number, b: number, most: number): number {
    const { bytes } = this;
    let n = 0;
    while (n < most && bytes[a + n] === bytes[b + n]) n++;
    return n;
  }

  foundDistance = 0;
  /** The longest match at `i`, its distance in foundDistance; 0 for none. */
  longest(i: number): number {
    const { bytes, links, options } = this;
    const most = Math.min(MAX_MATCH, this.end - i);
    if (most < 4) return 0;
    this.enter(i);
    const farthest = Math.max(0, i - options.dictSize);
    let best = 0;
    const near = this.heads3[(bytes[i]! ^ (bytes[i + 1]! << 3) ^ (bytes[i + 2]! << 6)) & 0x3fff]! - 1;
    if (near >= farthest) {
      const n = this.matchLength(near, i, most);
      if (n >= 3 && (n > 3 || i - near < 1 << 15)) {
        best = n;
        this.foundDistance = i - near - 1;
      }
    }
    let place = this.heads[this.hash(i)]! - 1;
    for (let depth = options.depth; place >= farthest && depth > 0; depth--) {
      if (bytes[place + best] === bytes[i + best]) {
        const n = this.matchLength(place, i, most);
        if (n > best) {
          best = n;
          this.foundDistance = i - place - 1;
          if (n >= options.niceLength || n === most) break;
        }
      }
      place = links[place]! - 1;
    }
    return best;
  }

  /**
   * Encodes input that is there, all of it when `final`. Stops earlier when `outLimit` bytes of output were made or `inLimit` bytes were encoded; answers how many
   * were.
   */
  run(final: boolean, outLimit: number, inLimit: number): number {
    const start = this.at;
    const stop = Math.min(final ? this.end : this.end - AHEAD, start + inLimit - MAX_MATCH);
    let known = -1;
    let knownDistance = 0;
    while (this.at < stop && this.out.length + this.cacheSize < outLimit) {
      const i = this.at;
      let length = known;
      let distance = knownDistance;
      known = -1;
      if (length < 0) {
        length = this.longest(i);
        distance = this.foundDistance;
      }
      const most = Math.min(MAX_MATCH, this.end - i);
      let rep = -1;
      let repLength = 0;
      for (let r = 0; r < 4; r++) {
        const from = i - this.reps[r]! - 1;
        if (from < 0 || this.reps[r]! >= this.options.dictSize) continue;
        const n = this.matchLength(from, i, most);
        if (n > repLength) {
          repLength = n;
          rep = r;
        }
      }
      if (repLength >= 2 && (repLength + 1 >= length || (repLength + 2 >= length && distance > 512) || (repLength + 3 >= length && distance > 1 << 15))) {
        this.writeRep(rep, repLength);
        this.at += repLength;
        continue;
      }
      if (length >= 3) {
        if (length < this.options.niceLength && i + 1 < stop) {
          // Better from the next byte on?
          known = this.longest(i + 1);
          knownDistance = this.foundDistance;
          if (known > length + 1 || (known === length + 1 && knownDistance < distance * 128) || (known >= length && knownDistance * 128 < distance)) length = 0;
          else known = -1;
        }
        if (length > 0) {
          this.writeMatch(distance, length);
          this.at += length;
          continue;
        }
      }
      this.writeLiteralOrShortRep();
      this.at++;
    }
    return this.at - start;
  }

  // Symbols.

  get positionState(): number {
    return (this.before + this.at) & ((1 << this.options.pb) - 1);
  }

  writeLiteralOrShortRep(): void {
    const { bytes, at, state } = this;
    const byte = bytes[at]!;
    const positionState = this.positionState;
    const back = at - this.reps[0]! - 1;
    const { lc, lp } = this.options;
    if (back >= 0 && bytes[back] === byte && at + this.before > 0 && (state < 7 ? this.probabilities[IS_REP + state]! < 1600 : true)) {
      this.bit(IS_MATCH + (state << 4) + positionState, 1);
      this.bit(IS_REP + state, 1);
      this.bit(IS_REP0 + state, 0);
      this.bit(IS_REP0_LONG + (state << 4) + positionState, 0);
      this.state = afterShortRep(state);
      return;
    }
    this.bit(IS_MATCH + (state << 4) + positionState, 0);
    const previous = at > 0 ? bytes[at - 1]! : 0;
    const base = LITERAL + 0x300 * ((((this.before + at) & ((1 << lp) - 1)) << lc) + (previous >> (8 - lc)));
    let symbol = 1;
    let i = 7;
    if (state >= 7) {
      let match = bytes[back]!;
      for (; i >= 0; i--) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const b = (byte >> i) & 1;
        this.bit(base + ((1 + matchBit) << 8) + symbol, b);
        symbol = (symbol << 1) | b;
        if (matchBit !== b) {
          i--;
          break;
        }
      }
    }
    for (; i >= 0; i--) {
      const b = (byte >> i) & 1;
      this.bit(base + symbol, b);
      symbol = (symbol << 1) | b;
    }
    this.state = afterLiteral(state);
  }

  writeRep(rep: number, length: number): void {
    const { state, reps } = this;
    const positionState = this.positionState;
    this.bit(IS_MATCH + (state << 4) + positionState, 1);
    this.bit(IS_REP + state, 1);
    if (rep === 0) {
      this.bit(IS_REP0 + state, 0);
      this.bit(IS_REP0_LONG + (state << 4) + positionState, 1);
    } else {
      this.bit(IS_REP0 + state, 1);
      this.bit(IS_REP1 + state, rep === 1 ? 0 : 1);
      if (rep > 1) this.bit(IS_REP2 + state, rep - 2);
      const distance = reps[rep]!;
      for (let r = rep; r > 0; r--) reps[r] = reps[r - 1]!;
      reps[0] = distance;
    }
    this.writeLength(REP_LENGTH, length - MIN_MATCH, positionState);
    this.state = afterRep(state);
  }

  writeMatch(distance: number, length: number): void {
    const { state, reps } = this;
    const positionState = this.positionState;
    this.bit(IS_MATCH + (state << 4) + positionState, 1);
    this.bit(IS_REP + state, 0);
    this.writeLength(MATCH_LENGTH, length - MIN_MATCH, positionState);
    const bits = 31 - Math.clz32(distance);
    const slot = distance < 4 ? distance : 2 * bits + ((distance >>> (bits - 1)) & 1);
    this.tree(SLOT + Math.min(length - MIN_MATCH, 3) * 64, 6, slot);
    if (slot >= 4) {
      const footer = bits - 1;
      const base = ((2 | (slot & 1)) << footer) >>> 0;
      const low = (distance - base) >>> 0;
      if (slot < 14) this.reverseTree(SPECIAL + base - slot, footer, low);
      else {
        this.direct(low >>> 4, footer - 4);
        this.reverseTree(ALIGN, 4, low & 15);
      }
    }
    reps[3] = reps[2]!;
    reps[2] = reps[1]!;
    reps[1] = reps[0]!;
    reps[0] = distance;
    this.state = afterMatch(state);
  }

  /** The mark that ends data of unknown size. */
  writeEnd(): void {
    this.writeMatch(END_MARK, MIN_MATCH);
  }

  writeLength(base: number, length: number, positionState: number): void {
    if (length < 8) {
      this.bit(base, 0);
      this.tree(base + LENGTH_LOW + positionState * 8, 3, length);
    } else if (length < 16) {
      this.bit(base, 1);
      this.bit(base + 1, 0);
      this.tree(base + LENGTH_MIDDLE + positionState * 8, 3, length - 8);
    } else {
      this.bit(base, 1);
      this.bit(base + 1, 1);
      this.tree(base + LENGTH_HIGH, 8, length - 16);
    }
  }

  // The range encoder.

  bit(index: number, value: number): void {
    const p = this.probabilities[index]!;
    const bound = (this.range >>> 11) * p;
    if (value === 0) {
      this.range = bound;
      this.probabilities[index] = p + ((2048 - p) >> 5);
    } else {
      this.low += bound;
      this.range -= bound;
      this.probabilities[index] = p - (p >> 5);
    }
    if (this.range < 0x1000000) {
      this.range = (this.range << 8) >>> 0;
      this.shiftLow();
    }
  }

  tree(base: number, bits: number, value: number): void {
    let m = 1;
    for (let i = bits - 1; i >= 0; i--) {
      const b = (value >> i) & 1;
      this.bit(base + m, b);
      m = (m << 1) | b;
    }
  }

  reverseTree(base: number, bits: number, value: number): void {
    let m = 1;
    for (let i = 0; i < bits; i++) {
      const b = (value >> i) & 1;
      this.bit(base + m, b);
      m = (m << 1) | b;
    }
  }

  direct(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      this.range >>>= 1;
      if (((value >>> i) & 1) !== 0) this.low += this.range;
      if (this.range < 0x1000000) {
        this.range = (this.range << 8) >>> 0;
        this.shiftLow();
      }
    }
  }

  shiftLow(): void {
    if (this.low < 0xff000000 || this.low >= 2 ** 32) {
      const carry = this.low >= 2 ** 32 ? 1 : 0;
      this.out.push((this.cache + carry) & 0xff);
      for (; this.cacheSize > 1; this.cacheSize--) this.out.push((0xff + carry) & 0xff);
      this.cacheSize = 0;
      this.cache = Math.floor(this.low / 2 ** 24) & 0xff;
    }
    this.cacheSize++;
    this.low = (this.low % 2 ** 24) * 256;
  }

  /** Writes what the range encoder still holds. */
  endRange(): void {
    for (let i = 0; i < 5; i++) this.shiftLow();
  }
}
