// HZ and the ISO 2022 codecs: escapes choose the character set of what follows. Mirrors Modules/cjkcodecs/_codecs_iso2022.c and HZ of
// _codecs_cn.c; the bytes of the state are CPython's, because getstate() shows them. See docs/base.md.
import type { ByteBuffer } from "../codecs.ts";
import { type PointBuffer, textAt } from "../text.ts";
import { charset, type Charset, type CodecState, combinedCode, type DecodeInput, DONE, type EncodeInput, type MultibyteCodec, pushValue, TOO_FEW } from "./codec.ts";
import type { CharsetName } from "./charsets.ts";

const TILDE = 0x7e;
/** Its cell in JIS X 0213, which the EUC codecs take for the wide one. */
const TILDE_CELL = 0x2232;

const hz: MultibyteCodec = {
  name: "hz",
  startEncoding(state) {
    state[0] = 0;
  },
  startDecoding(state) {
    state[0] = 0;
  },
  resetDecoding(state) {
    state[0] = 0;
  },
  endEncoding(state, out) {
    if (state[0] !== 0) out.pushAscii("~}");
    state[0] = 0;
  },
  encode(state, input, out) {
    const { codes } = charset("gb2312");
    for (; input.at < input.end; input.at++) {
      const c = textAt(input.text, input.at);
      if (c < 0x80) {
        if (state[0] !== 0) out.pushAscii("~}");
        state[0] = 0;
        out.push(c);
        if (c === TILDE) out.push(c);
        continue;
      }
      const code = c > 0xffff ? 0 : codes[c]!;
      if (code === 0) return 1;
      if (state[0] === 0) out.pushAscii("~{");
      state[0] = 1;
      out.push((code >> 8) & 0x7f);
      out.push(code & 0x7f);
    }
    return DONE;
  },
  decode(state, input, out) {
    const { pairs } = charset("gb2312");
    const { data, end } = input;
    while (input.at < end) {
      const c = data[input.at]!;
      if (c === TILDE) {
        if (input.at + 1 >= end) return TOO_FEW;
        const kind = data[input.at + 1]!;
        if (kind === TILDE && state[0] === 0) out.push(TILDE);
        else if (kind === 0x7b && state[0] === 0) state[0] = 1;
        else if (kind === 0x7d && state[0] === 1) state[0] = 0;
        else if (kind === 0x0a && state[0] === 0) {
          // Goes on in the next line.
        } else return 1;
        input.at += 2;
        continue;
      }
      if (c >= 0x80) return 1;
      if (state[0] === 0) {
        out.push(c);
        input.at++;
        continue;
      }
      if (input.at + 1 >= end) return TOO_FEW;
      const d = data[input.at + 1]!;
      const point = d >= 0x80 ? 0 : pairs[((c << 8) | d) ^ 0x8080]!;
      if (point === 0) return 1;
      out.push(point);
      input.at += 2;
    }
    return DONE;
  },
};

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
/** The mark of ASCII, and the bit of marks of sets with two bytes a character. */
const ASCII = 0x42;
const DOUBLE = 0x80;
/** Where the state keeps its flags, after the marks of G0 to G3. */
const FLAGS = 4;
const SHIFTED = 1;
const ESC_THROUGHOUT = 2;

/** Is it a cell of 94 rows of 94? */
const isCell = (code: number): boolean => code >= 0x2121 && code <= 0x7e7e && (code & 0xff) >= 0x21 && (code & 0xff) <= 0x7e;
/** The cell of a code in a set of the EUC family; 0 when the code is something else. */
const cellOf = (code: number): number => (code >= 0xa1a1 && code < 0x10000 && (code & 0xff) >= 0xa1 ? code & 0x7f7f : 0);

/** What can be designated: the last byte of its escape, G0 or G1, and its directions. */
interface Designation {
  readonly mark: number;
  readonly plane: number;
  readonly width: 1 | 2;
  /** The point (or combination) of one or two bytes; 0 when there is none. */
  decode(code: number): number;
  /** The code of a character; 0 when there is none. */
  encode(point: number): number;
  /** Only combinations of two characters are encoded by it, and by this set. */
  readonly combining?: () => Charset;
}

function cells(mark: string, name: CharsetName, plane = 0, encodes = true): Designation {
  return {
    mark: mark.charCodeAt(0) | DOUBLE,
    plane,
    width: 2,
    decode: (code) => (isCell(code) ? charset(name).pairs[code ^ 0x8080]! : 0),
    encode: (point) => (encodes && point < 0x10000 ? cellOf(charset(name).codes[point]!) : 0),
  };
}

const JISX0208 = cells("B", "euc_jp");
const JISX0208_OLD = cells("@", "euc_jp", 0, false);
const JISX0212: Designation = {
  mark: 0x44 | DOUBLE,
  plane: 0,
  width: 2,
  decode: (code) => (isCell(code) ? charset("euc_jp").triples![code ^ 0x8080]! : 0),
  encode(point) {
    const code = point < 0x10000 ? charset("euc_jp").codes[point]! : 0;
    return code > 0xffff ? code & 0x7f7f : 0;
  },
};

/** Rows of JIS X 0213's second plane; EUC keeps JIS X 0212 in the others. */
const inPlane2 = (code: number): boolean => {
  const row = (code >> 8) & 0x7f;
  return row === 0x21 || (row >= 0x23 && row <= 0x25) || row === 0x28 || (row >= 0x2c && row <= 0x2f) || row >= 0x6e;
};

/** A plane of JIS X 0213 as the edition has it; `combining` is the designation that is tried first. */
function plane213(mark: string, name: CharsetName, plane: 1 | 2, combining = false): Designation {
  return {
    mark: mark.charCodeAt(0) | DOUBLE,
    plane: 0,
    width: 2,
    decode(code) {
      if (!isCell(code)) return 0;
      if (plane === 1) return code === TILDE_CELL ? TILDE : charset(name).pairs[code ^ 0x8080]!;
      if (!inPlane2(code)) return 0;
      // CPython's EUC takes the form of the edition of 2000, its ISO 2022 does not.
      return charset(code === 0x7d3b ? "euc_jis_2004" : name).triples![code ^ 0x8080]!;
    },
    encode(point) {
      if (combining) return 0;
      const set = charset(name);
      const code = point > 0xffff ? (set.farCodes.get(point) ?? 0) : set.codes[point]!;
      if (plane === 2) return code > 0xffff && inPlane2(code) ? code & 0x7f7f : 0;
      return cellOf(code) === TILDE_CELL ? 0 : cellOf(code);
    },
    ...(combining ? { combining: () => charset(name) } : {}),
  };
}

const JISX0201_ROMAN: Designation = {
  mark: 0x4a,
  plane: 0,
  width: 1,
  decode: (code) => (code === 0x5c ? 0xa5 : code === 0x7e ? 0x203e : code < 0x80 ? code : 0),
  encode: (point) => (point === 0xa5 ? 0x5c : point === 0x203e ? 0x7e : 0),
};
const JISX0201_KATAKANA: Designation = {
  mark: 0x49,
  plane: 0,
  width: 1,
  decode: (code) => (code >= 0x21 && code <= 0x5f ? 0xff40 + code : 0),
  encode: (point) => (point >= 0xff61 && point <= 0xff9f ? point - 0xff40 : 0),
};
/** Sets that only G2 takes, for one character after a single shift. */
const onlyG2 = (mark: string): Designation => ({ mark: mark.charCodeAt(0), plane: 2, width: 1, decode: () => 0, encode: () => 0 });
const LATIN_1 = 0x41;
const GREEK = 0x46;

/** ISO 8859-7 in its edition of 1987: the Greek letters and what lies between them. */
function greekPoint(c: number): number {
  if (c < 0xa0) return c;
  if (c < 0xc0 && ((0x288f3bc9 >>> (c - 0xa0)) & 1) !== 0) return c;
  if (c >= 0xb4 && c <= 0xfe && (c >= 0xd4 || ((0xbffffd77 >>> (c - 0xb4)) & 1) !== 0)) return 0x2d0 + c;
  return c === 0xa1 ? 0x2018 : c === 0xa2 ? 0x2019 : c === 0xaf ? 0x2015 : -1;
}

const isFinal = (c: number): boolean => (c >= 0x41 && c <= 0x5a) || c === 0x40;
const LONGEST_ESCAPE = 16;

/** Reads a designation at input.at: what to answer. */
function readEscape(codec: Iso2022, state: CodecState, input: DecodeInput): number {
  const { data, at, end } = input;
  let i = 1;
  for (; ; i++) {
    if (i >= LONGEST_ESCAPE) return 1;
    if (at + i >= end) return TOO_FEW;
    if (isFinal(data[at + i]!)) break;
    if (codec.prefixed && at + i + 1 < end && data[at + i] === 0x26 && data[at + i + 1] === 0x40) i += 2;
  }
  const length = i + 1;
  const second = data[at + 1]!;
  let mark: number;
  let g: number;
  if (length === 3) {
    mark = data[at + 2]!;
    if (second === 0x24) {
      mark |= DOUBLE;
      g = 0;
    } else if (second === 0x28) g = 0;
    else if (second === 0x29) g = 1;
    else if (codec.usesG2 && second === 0x2e) g = 2;
    else return 3;
  } else if (length === 4) {
    if (second !== 0x24) return 4;
    mark = data[at + 3]! | DOUBLE;
    if (data[at + 2] === 0x28) g = 0;
    else if (data[at + 2] === 0x29) g = 1;
    else return 4;
  } else if (length === 6 && codec.prefixed && data[at + 3] === ESC && data[at + 4] === 0x24 && data[at + 5] === 0x42) {
    mark = 0x42 | DOUBLE;
    g = 0;
  } else return length;
  if (mark !== ASCII && !codec.designations.some((d) => d.mark === mark)) return length;
  state[g] = mark;
  input.at += length;
  return DONE;
}

/** One character of G2 after ESC N; the answer as of a codec. */
function readSingleShift(state: CodecState, input: DecodeInput, out: PointBuffer): number {
  const c = input.data[input.at + 2]!;
  const mark = state[2];
  let point: number;
  if (mark === LATIN_1) point = c < 0x80 ? c + 0x80 : -1;
  else if (mark === GREEK) point = greekPoint(c ^ 0x80);
  else point = c < 0x80 ? c : -1;
  if (point < 0) return 3;
  out.push(point);
  input.at += 3;
  return DONE;
}

class Iso2022 implements MultibyteCodec {
  readonly name: string;
  readonly designations: readonly Designation[];
  readonly shifts: boolean;
  readonly prefixed: boolean;
  readonly usesG2: boolean;
  constructor(variant: string, designations: readonly Designation[], shifts = false, usesG2 = false) {
    this.name = `iso2022_${variant}`;
    this.designations = designations;
    this.shifts = shifts;
    this.prefixed = !shifts;
    this.usesG2 = usesG2;
  }
  startEncoding(state: CodecState): void {
    state[FLAGS] = 0;
    state[0] = state[1] = ASCII;
  }
  startDecoding(state: CodecState): void {
    state[FLAGS] = 0;
    state[0] = state[1] = state[2] = ASCII;
  }
  resetDecoding(state: CodecState): void {
    state[0] = ASCII;
    state[FLAGS]! &= ~SHIFTED;
  }
  endEncoding(state: CodecState, out: ByteBuffer): void {
    this.shiftIn(state, out);
    this.toAscii(state, out);
  }
  shiftIn(state: CodecState, out: ByteBuffer): void {
    if ((state[FLAGS]! & SHIFTED) === 0) return;
    out.push(SHIFT_IN);
    state[FLAGS]! &= ~SHIFTED;
  }
  toAscii(state: CodecState, out: ByteBuffer): void {
    if (state[0] === ASCII) return;
    out.pushAscii("\x1b(B");
    state[0] = ASCII;
  }
  /** Designates a set and shifts to it. */
  choose(state: CodecState, d: Designation, out: ByteBuffer): void {
    if (d.plane === 0) this.shiftIn(state, out);
    if (state[d.plane] !== d.mark) {
      const plane = d.plane === 0 ? "(" : ")";
      out.pushAscii(d.width === 1 ? `\x1b${plane}` : d === JISX0208 ? "\x1b$" : `\x1b$${plane}`);
      out.push(d.mark & 0x7f);
      state[d.plane] = d.mark;
    }
    if (d.plane === 1 && (state[FLAGS]! & SHIFTED) === 0) {
      out.push(SHIFT_OUT);
      state[FLAGS]! |= SHIFTED;
    }
  }
  encode(state: CodecState, input: EncodeInput, out: ByteBuffer): number {
    while (input.at < input.end) {
      const c = textAt(input.text, input.at);
      if (c < 0x80) {
        this.toAscii(state, out);
        this.shiftIn(state, out);
        out.push(c);
        input.at++;
        continue;
      }
      let code = 0;
      let length = 1;
      let chosen: Designation | undefined;
      for (const d of this.designations) {
        if (d.combining !== undefined) {
          code = combinedCode(d.combining(), input, c);
          if (code === TOO_FEW) return TOO_FEW;
          if (code !== 0) length = 2;
          code &= 0x7f7f;
        } else code = d.encode(c);
        if (code !== 0) {
          chosen = d;
          break;
        }
      }
      if (chosen === undefined) return 1;
      this.choose(state, chosen, out);
      if (chosen.width === 2) out.push(code >> 8);
      out.push(code & 0xff);
      input.at += length;
    }
    return DONE;
  }
  decode(state: CodecState, input: DecodeInput, out: PointBuffer): number {
    const { data, end } = input;
    while (input.at < end) {
      const c = data[input.at]!;
      if ((state[FLAGS]! & ESC_THROUGHOUT) !== 0) {
        out.push(c);
        input.at++;
        if (isFinal(c)) state[FLAGS]! &= ~ESC_THROUGHOUT;
        continue;
      }
      if (c === ESC) {
        if (input.at + 1 >= end) return TOO_FEW;
        const kind = data[input.at + 1]!;
        let answer = DONE;
        if (kind === 0x28 || kind === 0x29 || kind === 0x24 || kind === 0x2e || kind === 0x26) answer = readEscape(this, state, input);
        else if (this.usesG2 && kind === 0x4e) answer = input.at + 2 >= end ? TOO_FEW : readSingleShift(state, input, out);
        else {
          out.push(ESC);
          state[FLAGS]! |= ESC_THROUGHOUT;
          input.at++;
        }
        if (answer !== DONE) return answer;
        continue;
      }
      if (this.shifts && (c === SHIFT_IN || c === SHIFT_OUT)) {
        if (c === SHIFT_IN) state[FLAGS]! &= ~SHIFTED;
        else state[FLAGS]! |= SHIFTED;
        input.at++;
        continue;
      }
      if (c === 0x0a) state[FLAGS]! &= ~SHIFTED;
      else if (c >= 0x80) return 1;
      const mark = (state[FLAGS]! & SHIFTED) !== 0 ? state[1]! : state[0]!;
      if (c < 0x20 || mark === ASCII) {
        out.push(c);
        input.at++;
        continue;
      }
      const d = this.designations.find((other) => other.mark === mark);
      if (d === undefined) return 1;
      if (input.at + d.width > end) return TOO_FEW;
      const value = d.decode(d.width === 1 ? c : (c << 8) | data[input.at + 1]!);
      if (value <= 0) return d.width;
      pushValue(out, value);
      input.at += d.width;
    }
    return DONE;
  }
}

const KSX1001_G1 = cells("C", "cp949", 1);
const ROMAN_AND_OLD = [JISX0201_ROMAN, JISX0208_OLD];

/** The codecs with states. */
export const statefulCodecs: readonly MultibyteCodec[] = [
  hz,
  new Iso2022("kr", [KSX1001_G1], true),
  new Iso2022("jp", [JISX0208, ...ROMAN_AND_OLD]),
  new Iso2022("jp_1", [JISX0208, JISX0212, ...ROMAN_AND_OLD]),
  new Iso2022("jp_2", [JISX0208, JISX0212, cells("C", "cp949"), cells("A", "gb2312"), ...ROMAN_AND_OLD, onlyG2("A"), onlyG2("F")], false, true),
  new Iso2022("jp_2004", [plane213("Q", "euc_jis_2004", 1, true), JISX0208, plane213("Q", "euc_jis_2004", 1), plane213("P", "euc_jis_2004", 2)]),
  new Iso2022("jp_3", [plane213("O", "euc_jisx0213", 1, true), JISX0208, plane213("O", "euc_jisx0213", 1), plane213("P", "euc_jisx0213", 2)]),
  new Iso2022("jp_ext", [JISX0208, JISX0212, JISX0201_ROMAN, JISX0201_KATAKANA, JISX0208_OLD]),
];
