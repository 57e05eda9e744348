// repr() of str, bytes, float and complex as Python writes it. Mirrors unicode_repr of Objects/unicodeobject.c, PyBytes_Repr and
// complex_repr. See docs/bytecode.md.
import type { ComplexConst, TextConst } from "./constant.ts";
import { DTSF_SIGN, doubleRepr, doubleToText } from "./float-format.ts";
import { isPrintable } from "./unicode.ts";

const BACKSLASH = 0x5c;
const SINGLE = 0x27;
const DOUBLE = 0x22;

/** repr(float). */
export const floatRepr = doubleRepr;

/** repr(str): in single quotes unless only they occur in it; what cannot be printed is escaped. */
export function strRepr(text: TextConst): string {
  if (typeof text !== "string") return reprOfPoints(text.codePoints);
  // Most texts need no escape at all.
  let quote = "'";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e || unit === BACKSLASH || unit === SINGLE) {
      if (unit === SINGLE) {
        if (text.includes('"')) return reprOfPoints(points(text));
        quote = '"';
      } else return reprOfPoints(points(text));
    }
  }
  return quote + text + quote;
}

function points(text: string): number[] {
  const result: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    result.push(point);
  }
  return result;
}

function reprOfPoints(codePoints: readonly number[]): string {
  const quote = codePoints.includes(SINGLE) && !codePoints.includes(DOUBLE) ? DOUBLE : SINGLE;
  const mark = String.fromCharCode(quote);
  let out = mark;
  for (const point of codePoints) {
    if (point === quote || point === BACKSLASH) out += "\\" + String.fromCharCode(point);
    else if (point >= 0x20 && point < 0x7f) out += String.fromCharCode(point);
    else out += named(point) ?? (point > 0x7f && isPrintable(point) ? String.fromCodePoint(point) : escaped(point));
  }
  return out + mark;
}

function named(point: number): string | undefined {
  return point === 0x0a ? "\\n" : point === 0x0d ? "\\r" : point === 0x09 ? "\\t" : undefined;
}

function escaped(point: number): string {
  const digits = point.toString(16);
  if (point <= 0xff) return "\\x" + digits.padStart(2, "0");
  return point <= 0xffff ? "\\u" + digits.padStart(4, "0") : "\\U" + digits.padStart(8, "0");
}

/** repr(bytes). */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(SINGLE) && !bytes.includes(DOUBLE) ? DOUBLE : SINGLE;
  const mark = String.fromCharCode(quote);
  let out = "b" + mark;
  for (const byte of bytes) {
    if (byte === quote || byte === BACKSLASH) out += "\\" + String.fromCharCode(byte);
    else if (byte >= 0x20 && byte < 0x7f) out += String.fromCharCode(byte);
    else out += named(byte) ?? escaped(byte);
  }
  return out + mark;
}

/** repr(complex): "1j", "(1+2j)", "-0j". */
export function complexRepr({ real, imag }: ComplexConst): string {
  if (Object.is(real, 0)) return doubleToText(imag, "r", 0, 0) + "j";
  return `(${doubleToText(real, "r", 0, 0)}${doubleToText(imag, "r", 0, DTSF_SIGN)}j)`;
}
