// UTF-8 with CPython's error positions and its error handler "surrogatepass" (Objects/stringlib/codecs.h).
// See docs/bytecode.md (strings in marshal).
import type { TextConst } from "./constant.ts";
import { SurrogateText } from "./constant.ts";
import { PythonError } from "./python-error.ts";

const CHUNK = 4096;

/** Latin-1 bytes (ASCII among them) as text. */
export function latin1Text(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= CHUNK) return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
  let text = "";
  for (let at = start; at < end; at += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(end, at + CHUNK)) as unknown as number[]);
  }
  return text;
}

function decodeError(bytes: Uint8Array, base: number, start: number, end: number, reason: string): PythonError {
  const where =
    end - start === 1
      ? `byte 0x${bytes[start]!.toString(16).padStart(2, "0")} in position ${start - base}`
      : `bytes in position ${start - base}-${end - base - 1}`;
  return new PythonError("UnicodeDecodeError", `'utf-8' codec can't decode ${where}: ${reason}`);
}

/**
 * Decodes bytes[start, end). With `surrogatepass`, encoded lone surrogates pass; a high one directly before a low one makes the
 * text a SurrogateText. Raises UnicodeDecodeError with CPython's message.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number, surrogatepass: boolean): TextConst {
  let ascii = true;
  for (let i = start; i < end; i++) {
    if (bytes[i]! >= 0x80) {
      ascii = false;
      break;
    }
  }
  if (ascii) return latin1Text(bytes, start, end);
  const points: number[] = [];
  let afterHighSurrogate = false;
  let pairs = false;
  let i = start;
  while (i < end) {
    const byte = bytes[i]!;
    let point: number;
    let length: number;
    if (byte < 0x80) {
      point = byte;
      length = 1;
    } else {
      length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
      if (length === 0) throw decodeError(bytes, start, i, i + 1, "invalid start byte");
      // The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
      let low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      let high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      if (byte === 0xed && surrogatepass && i + 2 < end && (bytes[i + 1]! & 0xe0) === 0xa0 && (bytes[i + 2]! & 0xc0) === 0x80) {
        high = 0xbf;
      }
      point = byte & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
      for (let k = 1; k < length; k++) {
        if (i + k >= end) throw decodeError(bytes, start, i, end, "unexpected end of data");
        const next = bytes[i + k]!;
        if (next < low || next > high) throw decodeError(bytes, start, i, i + k, "invalid continuation byte");
        point = (point << 6) | (next & 0x3f);
        low = 0x80;
        high = 0xbf;
      }
    }
    i += length;
    if (afterHighSurrogate && point >= 0xdc00 && point <= 0xdfff) pairs = true;
    afterHighSurrogate = point >= 0xd800 && point <= 0xdbff;
    points.push(point);
  }
  if (pairs) return new SurrogateText(points);
  let text = "";
  for (let at = 0; at < points.length; at += CHUNK) text += String.fromCodePoint.apply(null, points.slice(at, at + CHUNK));
  return text;
}

/** The code points of a text, lone surrogates included. */
export function codePointsOf(text: TextConst): readonly number[] {
  if (typeof text !== "string") return text.codePoints;
  const points: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    points.push(point);
  }
  return points;
}

/** Encodes text with "surrogatepass": every code point, surrogates too, in its generic form. */
export function encodeUtf8(text: TextConst): Uint8Array {
  const points = codePointsOf(text);
  let size = 0;
  for (const point of points) size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const point of points) {
    if (point < 0x80) bytes[at++] = point;
    else {
      if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
      else {
        if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12);
        else {
          bytes[at++] = 0xf0 | (point >> 18);
          bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
        }
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      }
      bytes[at++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes;
}
