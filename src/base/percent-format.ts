// The grammar of the % operator and the number formatting behind it, for str and bytes alike; values stay with the caller.
// Mirrors Objects/unicode_format.c and bytes formatting of Objects/bytesobject.c; see docs/base.md.
import { doubleToText, DTSF_ALT, MAX_PRECISION } from "./float-format.ts";
import type { Int } from "./int-math.ts";
import { intToBase, intToText } from "./int-text.ts";
import { PythonError } from "./python-error.ts";
import { checkTextLength, textAt, textLength, textPad, textSlice } from "./text.ts";
import type { Text } from "./text.ts";

export const FLAG_LEFT = 1;
export const FLAG_SIGN = 2;
export const FLAG_BLANK = 4;
export const FLAG_ALT = 8;
export const FLAG_ZERO = 16;

/** Width or precision: taken from the arguments. */
export const FROM_ARGUMENT = -2;

/**
 * A conversion. Work it off in the order of the fields: a key asks for a mapping ("format requires a mapping"), then the
 * width and the precision (an argument each when FROM_ARGUMENT), then `error` is raised as ValueError, then the value is
 * fetched and the conversion looked at. "%%" is no conversion: isEscapedPercent.
 */
export interface PercentItem {
  /** [start, end) of the key in the format, start -1 without one. */
  keyStart: number;
  keyEnd: number;
  flags: number;
  /** -1: not given. */
  width: number;
  /** -1: not given. */
  precision: number;
  /** What is wrong with the format past the fields that are set. */
  error: string | undefined;
  /** Code point of the conversion, 0 when the format ends before it. */
  conversion: number;
  /** Index of the conversion character, for "unsupported format character". */
  index: number;
  next: number;
}

/** A bytes format reads as well as a str one. */
export type PercentSource = Text | Uint8Array;

function lengthOf(f: PercentSource): number {
  return f instanceof Uint8Array ? f.length : textLength(f);
}

function at(f: PercentSource, i: number): number {
  return f instanceof Uint8Array ? f[i]! : textAt(f, i);
}

/** Index of the next '%' from `pos` on, or the length. */
export function findPercent(f: PercentSource, pos: number): number {
  const n = lengthOf(f);
  if (typeof f === "string") {
    const i = f.indexOf("%", pos);
    return i < 0 ? n : i;
  }
  while (pos < n && at(f, pos) !== 37) pos++;
  return pos;
}

/** Reads the conversion whose '%' stands at `pos - 1`. */
export function readPercentItem(f: PercentSource, pos: number): PercentItem {
  const end = lengthOf(f);
  const out: PercentItem = { keyStart: -1, keyEnd: -1, flags: 0, width: -1, precision: -1, error: undefined, conversion: 0, index: 0, next: end };
  if (pos < end && at(f, pos) === 40) {
    const start = ++pos;
    let depth = 1;
    while (depth > 0 && pos < end) {
      const c = at(f, pos++);
      if (c === 41) depth--;
      else if (c === 40) depth++;
    }
    out.keyStart = start;
    out.keyEnd = pos - 1;
    if (depth > 0) {
      out.error = "incomplete format key";
      return out;
    }
  }
  for (; pos < end; pos++) {
    const c = at(f, pos);
    if (c === 45) out.flags |= FLAG_LEFT;
    else if (c === 43) out.flags |= FLAG_SIGN;
    else if (c === 32) out.flags |= FLAG_BLANK;
    else if (c === 35) out.flags |= FLAG_ALT;
    else if (c === 48) out.flags |= FLAG_ZERO;
    else break;
  }
  if (pos < end && at(f, pos) === 42) {
    out.width = FROM_ARGUMENT;
    pos++;
  } else if (pos < end && isDigit(at(f, pos))) {
    let value = 0;
    for (; pos < end && isDigit(at(f, pos)); pos++) {
      value = value * 10 + at(f, pos) - 48;
      if (value >= 9223372036854775808) {
        out.error = "width too big";
        return out;
      }
    }
    out.width = value;
  }
  if (pos < end && at(f, pos) === 46) {
    pos++;
    out.precision = 0;
    if (pos < end && at(f, pos) === 42) {
      out.precision = FROM_ARGUMENT;
      pos++;
    } else {
      let value = 0;
      for (; pos < end && isDigit(at(f, pos)); pos++) {
        value = value * 10 + at(f, pos) - 48;
        if (value > 2147483647) {
          out.error = f instanceof Uint8Array ? "prec too big" : "precision too big";
          return out;
        }
      }
      out.precision = value;
    }
  }
  if (pos < end) {
    const c = at(f, pos);
    if (c === 104 || c === 108 || c === 76) pos++;
  }
  if (pos >= end) {
    out.error = "incomplete format";
    return out;
  }
  out.index = pos;
  out.conversion = at(f, pos);
  out.next = pos + 1;
  return out;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** True when a '%' follows the '%' at `pos - 1`: together they are one character of text. */
export function isEscapedPercent(f: PercentSource, pos: number): boolean {
  return pos < lengthOf(f) && at(f, pos) === 37;
}

/** The message of the ValueError for a conversion that does not exist; a bytes format shows the character as it is. */
export function unsupportedCharacter(conversion: number, index: number, bytes = false): string {
  const shown = bytes || (conversion >= 31 && conversion <= 126) ? String.fromCharCode(conversion) : "?";
  return `unsupported format character '${shown}' (0x${conversion.toString(16)}) at index ${index}`;
}

/** %d %i %u %o %x %X. `maxDigits`: the limit of str(int), 0 for none. Raises ValueError past it. */
export function percentInt(value: Int, conversion: number, flags: number, width: number, precision: number, maxDigits = 0): string {
  let digits: string;
  let prefix = "";
  if (precision > 2147483644) throw new PythonError("OverflowError", "precision too large");
  switch (conversion) {
    case 111:
      digits = intToBase(value, 8);
      prefix = "0o";
      break;
    case 120:
      digits = intToBase(value, 16);
      prefix = "0x";
      break;
    case 88:
      digits = intToBase(value, 16).toUpperCase();
      prefix = "0X";
      break;
    default:
      digits = intToText(value, maxDigits);
  }
  let sign = "";
  if (digits.charCodeAt(0) === 45) {
    sign = "-";
    digits = digits.slice(1);
  } else if (flags & FLAG_SIGN) sign = "+";
  else if (flags & FLAG_BLANK) sign = " ";
  checkTextLength(precision);
  if (precision > digits.length) digits = digits.padStart(precision, "0");
  return fillNumber(sign + (flags & FLAG_ALT ? prefix : ""), digits, flags, width);
}

/** %e %E %f %F %g %G; precision -1 is 6. */
export function percentDouble(value: number, conversion: number, flags: number, width: number, precision: number): string {
  if (precision > MAX_PRECISION) throw new PythonError("ValueError", "precision too big");
  let text = doubleToText(value, String.fromCharCode(conversion), precision < 0 ? 6 : precision, flags & FLAG_ALT ? DTSF_ALT : 0);
  let sign = "";
  if (text.charCodeAt(0) === 45) {
    sign = "-";
    text = text.slice(1);
  } else if (flags & FLAG_SIGN) sign = "+";
  else if (flags & FLAG_BLANK) sign = " ";
  return fillNumber(sign, text, flags, width);
}

function fillNumber(head: string, body: string, flags: number, width: number): string {
  const room = width - head.length - body.length;
  if (room <= 0) return head + body;
  checkTextLength(width);
  if (flags & FLAG_LEFT) return head + body + " ".repeat(room);
  return flags & FLAG_ZERO ? head + "0".repeat(room) + body : " ".repeat(room) + head + body;
}

/** %s %r %a (cut to the precision) and %c (precision -1). */
export function percentText(value: Text, flags: number, width: number, precision: number): Text {
  const kept = precision >= 0 && textLength(value) > precision ? textSlice(value, 0, precision) : value;
  const room = width - textLength(kept);
  if (room <= 0) return kept;
  return flags & FLAG_LEFT ? textPad(kept, 0, room, 32) : textPad(kept, room, 0, 32);
}
