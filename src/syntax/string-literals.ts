// Text of string and bytes literals: prefixes, quotes, escape sequences. Mirrors CPython's Parser/string_parser.c and the
// escape decoders of Objects/unicodeobject.c and bytesobject.c. See docs/syntax-tree.md.
import { SurrogateText } from "../base/constant.ts";
import type { TextConst } from "../base/constant.ts";
import { codePointsOf } from "../base/utf8.ts";
import { lookupCharacterName } from "./character-names.ts";

/** What went wrong in a literal; the message is complete ("(unicode error) ..."). The caller knows the token and raises the SyntaxError. */
export class LiteralError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Told of the first invalid escape of a literal: `at` is the offset in `body` of the character after the backslash. */
export type InvalidEscape = (body: string, at: number) => void;

const BACKSLASH = 92;

/** Joins two str constants, keeping apart surrogates that JavaScript would merge. */
export function concatenateText(left: TextConst, right: TextConst): TextConst {
  if (typeof left === "string" && typeof right === "string") {
    if (left.length === 0 || right.length === 0) return left + right;
    const last = left.charCodeAt(left.length - 1);
    if (last < 0xd800 || last > 0xdbff) return left + right;
    const first = right.charCodeAt(0);
    if (first < 0xdc00 || first > 0xdfff) return left + right;
  }
  return new SurrogateText([...codePointsOf(left), ...codePointsOf(right)]);
}

/** A str constant of these code points: SurrogateText only when a plain string would merge two of them. */
export function textOfCodePoints(points: readonly number[]): TextConst {
  let text = "";
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!;
    if (point >= 0xdc00 && point <= 0xdfff && i > 0) {
      const before = points[i - 1]!;
      if (before >= 0xd800 && before <= 0xdbff) return new SurrogateText(points.slice());
    }
    text += String.fromCodePoint(point);
  }
  return text;
}

/**
 * Value of a STRING token: `text` is the whole token, prefix and quotes included. Raises LiteralError; calls `invalid` at most
 * once, for the first invalid escape.
 */
export function parseStringLiteral(text: string, invalid: InvalidEscape): TextConst | Uint8Array {
  let start = 0;
  let raw = false;
  let bytes = false;
  let quote = text.charCodeAt(0);
  while (quote !== 34 && quote !== 39) {
    // Letters of the prefix in either case: b, r, u.
    quote |= 32;
    if (quote === 98) bytes = true;
    else if (quote === 114) raw = true;
    quote = text.charCodeAt(++start);
  }
  let end = text.length - 1;
  start++;
  if (end - start >= 4 && text.charCodeAt(start) === quote && text.charCodeAt(start + 1) === quote) {
    start += 2;
    end -= 2;
  }
  const body = text.slice(start, end);
  if (bytes) return decodeBytesLiteral(body, raw, invalid);
  if (raw || body.indexOf("\\") < 0) return body;
  return decodeUnicodeEscapes(body, invalid);
}

function decodeBytesLiteral(body: string, raw: boolean, invalid: InvalidEscape): Uint8Array {
  const length = body.length;
  for (let i = 0; i < length; i++) {
    if (body.charCodeAt(i) >= 0x80) throw new LiteralError("bytes can only contain ASCII literal characters");
  }
  const out = new Uint8Array(length);
  if (raw || body.indexOf("\\") < 0) {
    for (let i = 0; i < length; i++) out[i] = body.charCodeAt(i);
    return out;
  }
  let firstInvalid = -1;
  let size = 0;
  let i = 0;
  while (i < length) {
    const unit = body.charCodeAt(i++);
    if (unit !== BACKSLASH) {
      out[size++] = unit;
      continue;
    }
    const escape = body.charCodeAt(i++);
    const simple = simpleEscape(escape);
    if (simple >= 0) out[size++] = simple;
    else if (escape === 10) continue;
    else if (escape >= 48 && escape <= 55) {
      const digits = octalLength(body, i - 1);
      const value = parseInt(body.slice(i - 1, i - 1 + digits), 8);
      if (value > 0xff && firstInvalid < 0) firstInvalid = i - 1;
      i += digits - 1;
      out[size++] = value & 0xff;
    } else if (escape === 120) {
      const high = hexDigit(body.charCodeAt(i));
      const low = high < 0 ? -1 : hexDigit(body.charCodeAt(i + 1));
      if (low < 0) throw new LiteralError(`(value error) invalid \\x escape at position ${i - 2}`);
      out[size++] = high * 16 + low;
      i += 2;
    } else {
      if (firstInvalid < 0) firstInvalid = i - 1;
      out[size++] = BACKSLASH;
      i--;
    }
  }
  if (firstInvalid >= 0) invalid(body, firstInvalid);
  return out.slice(0, size);
}

/** Decodes the escapes of a str literal's body (or of the literal part of an f-string). */
export function decodeUnicodeEscapes(body: string, invalid: InvalidEscape): TextConst {
  const length = body.length;
  let firstInvalid = -1;
  let text = "";
  // Set as soon as an escape makes a surrogate: from there on the code points are kept one by one.
  let points: number[] | null = null;
  let i = 0;
  for (;;) {
    let next = body.indexOf("\\", i);
    if (next < 0) next = length;
    if (next > i) {
      if (points === null) text += body.slice(i, next);
      else for (const point of codePointsOf(body.slice(i, next))) points.push(point);
    }
    if (next >= length) break;
    i = next + 1;
    const escape = body.charCodeAt(i++);
    let value = simpleEscape(escape);
    if (value < 0) {
      if (escape === 10) continue;
      if (escape >= 48 && escape <= 55) {
        const digits = octalLength(body, i - 1);
        value = parseInt(body.slice(i - 1, i - 1 + digits), 8);
        if (value > 0xff && firstInvalid < 0) firstInvalid = i - 1;
        i += digits - 1;
      } else if (escape === 120 || escape === 117 || escape === 85) {
        const digits = escape === 120 ? 2 : escape === 117 ? 4 : 8;
        value = 0;
        const stop = i + digits;
        for (; i < stop; i++) {
          const digit = i < length ? hexDigit(body.charCodeAt(i)) : -1;
          if (digit < 0) raiseUnicodeError(body, next, i, truncatedMessage(escape));
          value = value * 16 + digit;
        }
        if (value > 0x10ffff) raiseUnicodeError(body, next, i, "illegal Unicode character");
      } else if (escape === 78) {
        if (body.charCodeAt(i) !== 123) raiseUnicodeError(body, next, i, "malformed \\N character escape");
        const close = body.indexOf("}", i + 1);
        if (close < 0) raiseUnicodeError(body, next, length, "malformed \\N character escape");
        if (close === i + 1) raiseUnicodeError(body, next, close, "malformed \\N character escape");
        value = lookupCharacterName(body.slice(i + 1, close));
        i = close + 1;
        if (value < 0) raiseUnicodeError(body, next, i, "unknown Unicode character name");
      } else {
        // Not an escape: the backslash stays. CPython writes one before a non-ASCII character as \u005c, so it does not warn there.
        if (firstInvalid < 0 && escape < 0x80) firstInvalid = i - 1;
        i--;
        value = BACKSLASH;
      }
    }
    if (points === null) {
      if (value < 0xd800 || value > 0xdfff) {
        text += value > 0xffff ? String.fromCodePoint(value) : String.fromCharCode(value);
        continue;
      }
      points = [...codePointsOf(text)];
    }
    points.push(value);
  }
  if (firstInvalid >= 0) invalid(body, firstInvalid);
  return points === null ? text : textOfCodePoints(points);
}

function truncatedMessage(escape: number): string {
  if (escape === 120) return "truncated \\xXX escape";
  return escape === 117 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
}

/**
 * Offset of `at` in the form that CPython hands to its decoder: there a non-ASCII character has become \UXXXXXXXX, and a
 * backslash before one \u005c.
 */
export function escapedOffset(body: string, at: number): number {
  let offset = 0;
  for (let i = 0; i < at; i++) {
    const unit = body.charCodeAt(i);
    if (unit === BACKSLASH) {
      offset++;
      i++;
      // The character after a backslash is not looked at for another escape.
      const next = body.charCodeAt(i);
      if (!(next < 0x80)) {
        offset += 5;
        i--;
      } else if (i < at) offset++;
    } else if (unit < 0x80) offset++;
    else {
      offset += 10;
      if (unit >= 0xd800 && unit <= 0xdbff) i++;
    }
  }
  return offset;
}

function raiseUnicodeError(body: string, start: number, end: number, message: string): never {
  const from = escapedOffset(body, start);
  const to = escapedOffset(body, end) - 1;
  const where =
    to <= from ? `can't decode byte 0x5c in position ${from}` : `can't decode bytes in position ${from}-${to}`;
  throw new LiteralError(`(unicode error) 'unicodeescape' codec ${where}: ${message}`);
}

function simpleEscape(escape: number): number {
  switch (escape) {
    case 92: // backslash
    case 39: // '
    case 34: // "
      return escape;
    case 97: // a
      return 7;
    case 98: // b
      return 8;
    case 102: // f
      return 12;
    case 110: // n
      return 10;
    case 114: // r
      return 13;
    case 116: // t
      return 9;
    case 118: // v
      return 11;
    default:
      return -1;
  }
}

function octalLength(body: string, at: number): number {
  let digits = 1;
  while (digits < 3) {
    const unit = body.charCodeAt(at + digits);
    if (!(unit >= 48 && unit <= 55)) break;
    digits++;
  }
  return digits;
}

function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  unit |= 32;
  return unit >= 97 && unit <= 102 ? unit - 87 : -1;
}
