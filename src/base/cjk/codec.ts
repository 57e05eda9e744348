// The multibyte codecs as loops over input that stop at what they cannot read, and go on wherever the caller says. Most are tables alone.
// Mirrors the DECODER and ENCODER functions of CPython's Modules/cjkcodecs. See docs/base.md.
import type { ByteBuffer } from "../codecs.ts";
import { type PointBuffer, type Text, textAt } from "../text.ts";
import { type CharsetName, COMBINED, derived, type Directions } from "./charsets.ts";
import { unpackPairs } from "./pack.ts";
import { COMBINATIONS, FOUR_BYTES, TABLES } from "./tables.generated.ts";

/** Answers of codecs: done; the input ends within a sequence; a positive number is the length of what is illegal. */
export const DONE = 0;
export const TOO_FEW = -1;

/** Bytes to decode; `at` moves. */
export interface DecodeInput {
  readonly data: Uint8Array;
  at: number;
  readonly end: number;
}

/** Text to encode; `at` moves. `final`: no more text follows. */
export interface EncodeInput {
  readonly text: Text;
  at: number;
  readonly end: number;
  readonly final: boolean;
}

/** What a codec remembers between pieces: eight bytes, as CPython's has. */
export type CodecState = Uint8Array;

export interface MultibyteCodec {
  readonly name: string;
  /** Sets the state for a new text. */
  startEncoding?(state: CodecState): void;
  startDecoding?(state: CodecState): void;
  encode(state: CodecState, input: EncodeInput, out: ByteBuffer): number;
  decode(state: CodecState, input: DecodeInput, out: PointBuffer): number;
  /** Writes what ends a text. */
  endEncoding?(state: CodecState, out: ByteBuffer): void;
  /** Back to the state between texts. */
  resetDecoding?(state: CodecState): void;
}

/** In `singles`: the byte begins a longer sequence, or nothing begins with it. */
const LEAD = -2;
const INVALID = -1;
/** In `pairs`: a sequence that a codec reads itself, and one that is illegal as a whole. */
const LONG = -1;
const BOTH_ILLEGAL = -2;

/** A character set ready for use. No code stands for U+0000 but the byte 0, so 0 means that there is none. */
export interface Charset {
  /** Points by byte, LEAD or INVALID. */
  readonly singles: Int32Array;
  /** Points (or combinations) by the codes of two bytes. */
  readonly pairs: Int32Array;
  /** The same for the second and third byte after 0x8f. */
  readonly triples: Int32Array | undefined;
  /** Codes by point. */
  readonly codes: Int32Array;
  readonly farCodes: ReadonlyMap<number, number>;
  /** Codes of combinations by their first and second point. */
  readonly combined: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Which bytes stand for a character: ASCII always, and by character set. */
function setSingles(name: CharsetName, singles: Int32Array): void {
  for (let c = 0; c < 128; c++) singles[c] = c;
  const shift = name.startsWith("shift_jis");
  singles.fill(shift ? INVALID : LEAD, 128);
  if (!shift && name !== "cp932") return;
  for (let c = 0xa1; c <= 0xdf; c++) singles[c] = 0xfec0 + c;
  if (shift) {
    singles.fill(LEAD, 0x81, 0xa0);
    singles.fill(LEAD, 0xe0, name === "shift_jis" ? 0xeb : 0xfd);
  } else {
    singles[0x80] = 0x80;
    singles[0xa0] = 0xf8f0;
    for (let c = 0xfd; c <= 0xff; c++) singles[c] = 0xf8f1 - 0xfd + c;
  }
  if (name !== "shift_jis" && shift) {
    singles[0x5c] = 0xa5;
    singles[0x7e] = 0x203e;
  }
}

function makeCharset(name: CharsetName): Charset {
  const made = new Map<CharsetName, Directions>();
  const directions = (wanted: CharsetName): Directions => {
    const found = made.get(wanted) ?? derived(wanted, TABLES[wanted]![0], TABLES[wanted]![1], COMBINATIONS, directions);
    made.set(wanted, found);
    return found;
  };
  const { decode, encode } = directions(name);
  const singles = new Int32Array(256);
  setSingles(name, singles);
  const pairs = new Int32Array(65536);
  const triples = name.startsWith("euc_j") ? new Int32Array(65536) : undefined;
  const codes = new Int32Array(65536);
  const farCodes = new Map<number, number>();
  const combined = new Map<number, Map<number, number>>();
  for (const [code, point] of decode) {
    (code > 0xffff ? triples! : pairs)[code & 0xffff] = point;
    if (point >= COMBINED) {
      const [first, second] = COMBINATIONS[point - COMBINED]!;
      if (!combined.has(first)) combined.set(first, new Map());
      combined.get(first)!.set(second, code);
    }
  }
  // What the edition of 2004 added to JIS X 0213.
  const later = name.endsWith("jisx0213") ? directions(name === "euc_jisx0213" ? "euc_jis_2004" : "shift_jis_2004").decode : undefined;
  for (const code of later?.keys() ?? []) if (code < 0x10000 && !decode.has(code)) pairs[code] = BOTH_ILLEGAL;
  for (let c = 0; c < 256; c++) if (singles[c]! >= 0) codes[singles[c]!] = c;
  for (const [point, code] of encode) {
    if (point > 0xffff) farCodes.set(point, code);
    else codes[point] = code;
  }
  return { singles, pairs, triples, codes, farCodes, combined };
}

const charsets = new Map<string, Charset>();

/** The character set, made when it is first asked for. */
export function charset(name: CharsetName): Charset {
  let found = charsets.get(name);
  if (found === undefined) charsets.set(name, (found = makeCharset(name)));
  return found;
}

/** Pushes a value of `pairs` or `triples`. */
export function pushValue(out: PointBuffer, value: number): void {
  if (value < COMBINED) out.push(value);
  else {
    const [first, second] = COMBINATIONS[value - COMBINED]!;
    out.push(first);
    out.push(second);
  }
}

/** The code of the longest combination at `at`; 0 when there is none, TOO_FEW when the next piece of text decides. */
export function combinedCode(set: Charset, input: EncodeInput, first: number): number {
  const seconds = set.combined.get(first);
  if (seconds === undefined) return 0;
  if (input.at + 1 >= input.end) return input.final ? 0 : TOO_FEW;
  return seconds.get(textAt(input.text, input.at + 1)) ?? 0;
}

interface Extra {
  /** Reads a longer sequence: its length when it was pushed, TOO_FEW, or 0 when it is illegal. */
  readLong(data: Uint8Array, at: number, end: number, out: PointBuffer): number;
  /** Writes a character without a code; false when it cannot. */
  writeFar(point: number, out: ByteBuffer): boolean;
}

/** A codec that looks everything up; with `prepare` in a set of its own, which that may change. */
function tableCodec(name: string, from: CharsetName, prepare?: (set: Charset) => Extra): MultibyteCodec {
  let set: Charset | undefined;
  let extra: Extra | undefined;
  const ready = (): Charset => {
    set = prepare === undefined ? charset(from) : makeCharset(from);
    extra = prepare?.(set);
    return set;
  };
  return {
    name,
    decode(_state, input, out) {
      const { singles, pairs, triples } = set ?? ready();
      const { data, end } = input;
      while (input.at < end) {
        const c = data[input.at]!;
        const single = singles[c]!;
        if (single >= 0) {
          out.push(single);
          input.at++;
          continue;
        }
        if (single === INVALID) return 1;
        if (input.at + 1 >= end) return TOO_FEW;
        let value: number;
        let length = 2;
        if (c === 0x8f && triples !== undefined) {
          if (input.at + 2 >= end) return TOO_FEW;
          value = triples[(data[input.at + 1]! << 8) | data[input.at + 2]!]!;
          length = 3;
        } else value = pairs[(c << 8) | data[input.at + 1]!]!;
        if (value === LONG) {
          length = extra!.readLong(data, input.at, end, out);
          if (length === TOO_FEW) return TOO_FEW;
          if (length === 0) return 1;
        } else if (value <= 0) return value === BOTH_ILLEGAL ? 2 : 1;
        else pushValue(out, value);
        input.at += length;
      }
      return DONE;
    },
    encode(_state, input, out) {
      const { codes, farCodes, combined } = set ?? ready();
      const { text, end } = input;
      while (input.at < end) {
        const c = textAt(text, input.at);
        let code = c > 0xffff ? (farCodes.get(c) ?? 0) : codes[c]!;
        let length = 1;
        if (combined.has(c)) {
          const both = combinedCode(set!, input, c);
          if (both === TOO_FEW) return TOO_FEW;
          if (both !== 0) {
            code = both;
            length = 2;
          }
        }
        if (code > 0xffff) {
          out.push(code >> 16);
          out.push((code >> 8) & 0xff);
          out.push(code & 0xff);
        } else if (code > 0xff) {
          out.push(code >> 8);
          out.push(code & 0xff);
        } else if (code !== 0 || c === 0) out.push(code);
        else if (extra === undefined || !extra.writeFar(c, out)) return 1;
        input.at += length;
      }
      return DONE;
    },
  };
}

/** GB 18030: what has no code of two bytes has one of four, by its number. */
function fourBytes(set: Charset): Extra {
  const points = new Int32Array(39420);
  const numbers = new Int32Array(65536).fill(-1);
  unpackPairs(FOUR_BYTES, (number, point) => {
    points[number] = point;
    numbers[point] = number;
  });
  for (let lead = 0x80; lead < 0x100; lead++) set.pairs.fill(LONG, (lead << 8) | 0x30, (lead << 8) | 0x3a);
  return {
    readLong(data, at, end, out) {
      if (at + 4 > end) return TOO_FEW;
      const first = data[at]! - 0x81;
      const third = data[at + 2]! - 0x81;
      const fourth = data[at + 3]! - 0x30;
      if (first < 0 || third < 0 || third > 125 || fourth < 0 || fourth > 9) return 0;
      const number = ((first * 10 + data[at + 1]! - 0x30) * 126 + third) * 10 + fourth;
      if (first < 4) {
        if (number >= 39420 || points[number] === 0) return 0;
        out.push(points[number]!);
        return 4;
      }
      const point = number - 15 * 12600 + 0x10000;
      if (first < 15 || point > 0x10ffff) return 0;
      out.push(point);
      return 4;
    },
    writeFar(point, out) {
      let number = point > 0xffff ? point - 0x10000 + 15 * 12600 : numbers[point]!;
      if (number < 0) return false;
      const fourth = number % 10;
      number = (number - fourth) / 10;
      const third = number % 126;
      number = (number - third) / 126;
      out.push(0x81 + Math.floor(number / 10));
      out.push(0x30 + (number % 10));
      out.push(0x81 + third);
      out.push(0x30 + fourth);
      return true;
    },
  };
}

/** The compatibility letters of Hangul (their trail bytes in row 0xa4) by their place in a syllable; 0xd4 is the filler. */
const FIRST_LETTERS = "a1a2a4a7a8a9b1b2b3b5b6b7b8b9babbbcbdbe";
const LAST_LETTERS = "d4a1a2a3a4a5a6a7a9aaabacadaeafb0b1b2b4b5b6b7b8babbbcbdbe";
const letterOf = (letters: string, place: number): number => Number.parseInt(letters.slice(2 * place, 2 * place + 2), 16);
function placeOf(letters: string, byte: number): number {
  for (let i = 0; 2 * i < letters.length; i++) if (letterOf(letters, i) === byte) return i;
  return -1;
}

/** EUC-KR: a syllable without a code is a filler and its three letters. */
function composedSyllables(set: Charset): Extra {
  for (let lead = 0x81; lead < 0x100; lead++) {
    for (let trail = 0; trail < 0x100; trail++) if (lead < 0xa1 || trail < 0xa1) set.pairs[(lead << 8) | trail] = 0;
  }
  for (let point = 0x80; point < 0x10000; point++) {
    const code = set.codes[point]!;
    if (code !== 0 && (code < 0xa1a1 || (code & 0xff) < 0xa1)) set.codes[point] = 0;
  }
  set.pairs[0xa4d4] = LONG;
  return {
    readLong(data, at, end, out) {
      if (at + 8 > end) return TOO_FEW;
      if (data[at + 2] !== 0xa4 || data[at + 4] !== 0xa4 || data[at + 6] !== 0xa4) return 0;
      const first = placeOf(FIRST_LETTERS, data[at + 3]!);
      const middle = data[at + 5]! - 0xbf;
      const last = placeOf(LAST_LETTERS, data[at + 7]!);
      if (first < 0 || middle < 0 || middle > 20 || last < 0) return 0;
      out.push(0xac00 + (first * 21 + middle) * 28 + last);
      return 8;
    },
    writeFar(point, out) {
      const syllable = point - 0xac00;
      if (syllable < 0 || syllable >= 11172) return false;
      const letters = [0xd4, letterOf(FIRST_LETTERS, Math.floor(syllable / 588)), 0xbf + (Math.floor(syllable / 28) % 21), letterOf(LAST_LETTERS, syllable % 28)];
      for (const letter of letters) {
        out.push(0xa4);
        out.push(letter);
      }
      return true;
    },
  };
}

/** The codecs that are tables. */
export const tableCodecs: readonly MultibyteCodec[] = [
  ...(["gb2312", "gbk", "big5", "cp950", "big5hkscs", "euc_jp", "euc_jis_2004", "euc_jisx0213", "shift_jis", "cp932", "shift_jis_2004", "shift_jisx0213", "cp949", "johab"] as const).map((name) => tableCodec(name, name)),
  tableCodec("gb18030", "gb18030", fourBytes),
  tableCodec("euc_kr", "cp949", composedSyllables),
];
