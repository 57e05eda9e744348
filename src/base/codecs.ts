// What the codecs share: the interface to error handlers, the buffers that they write to, and the handlers that CPython registers
// itself. Mirrors the codec helpers of Objects/unicodeobject.c and Python/codecs.c; see docs/base.md.
import { bytesConcat } from "./bytes-ops.ts";
import { textAt, textFromPoints, textLength, textSlice } from "./text.ts";
import type { Text } from "./text.ts";

/** The answer of a decoding error handler: what stands for the bad bytes, and where to go on (already within the data). */
export interface DecodeReplacement {
  text: Text;
  position: number;
  /** The data to go on with, when the handler changed the exception's object. */
  data?: Uint8Array;
}

/** Called for data[start:end]; raises (throws) to refuse. */
export type DecodeErrorHandler = (encoding: string, data: Uint8Array, start: number, end: number, reason: string) => DecodeReplacement;

/** The answer of an encoding error handler: text to encode in its place, or bytes to put there. */
export interface EncodeReplacement {
  replacement: Text | Uint8Array;
  position: number;
}

/** Called for text[start:end]; raises (throws) to refuse. */
export type EncodeErrorHandler = (encoding: string, text: Text, start: number, end: number, reason: string) => EncodeReplacement;

/** Text and how many bytes of the data it stands for (fewer than all only when decoding is not final). */
export interface Decoded {
  text: Text;
  consumed: number;
}

/** A growing array of bytes. */
export class ByteBuffer {
  bytes: Uint8Array;
  length: number;
  constructor(capacity: number) {
    this.bytes = new Uint8Array(Math.max(16, capacity));
    this.length = 0;
  }
  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }
  pushBytes(b: Uint8Array): void {
    if (this.length + b.length > this.bytes.length) this.grow(b.length);
    this.bytes.set(b, this.length);
    this.length += b.length;
  }
  pushAscii(s: string): void {
    for (let i = 0; i < s.length; i++) this.push(s.charCodeAt(i));
  }
  grow(more: number): void {
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }
  result(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

export function isSurrogate(point: number): boolean {
  return (point & 0xfffff800) === 0xd800;
}

/** The end of the run of surrogates that starts at `start`. */
export function surrogateRun(t: Text, start: number): number {
  const n = textLength(t);
  let end = start + 1;
  while (end < n && isSurrogate(textAt(t, end))) end++;
  return end;
}

// The registered handlers. `strict` is the caller's: it raises the UnicodeError.

export function ignoreDecodeErrors(_encoding: string, _data: Uint8Array, _start: number, end: number): DecodeReplacement {
  return { text: "", position: end };
}

export function ignoreEncodeErrors(_encoding: string, _text: Text, _start: number, end: number): EncodeReplacement {
  return { replacement: "", position: end };
}

export function replaceDecodeErrors(_encoding: string, _data: Uint8Array, _start: number, end: number): DecodeReplacement {
  return { text: "\ufffd", position: end };
}

export function replaceEncodeErrors(_encoding: string, _text: Text, start: number, end: number): EncodeReplacement {
  return { replacement: "?".repeat(end - start), position: end };
}

export function backslashReplaceDecodeErrors(_encoding: string, data: Uint8Array, start: number, end: number): DecodeReplacement {
  let text = "";
  for (let i = start; i < end; i++) text += `\\x${data[i]!.toString(16).padStart(2, "0")}`;
  return { text, position: end };
}

/** The escape of one character as backslashreplace writes it. */
export function backslashEscape(c: number): string {
  if (c > 0xffff) return `\\U${c.toString(16).padStart(8, "0")}`;
  if (c > 0xff) return `\\u${c.toString(16).padStart(4, "0")}`;
  return `\\x${c.toString(16).padStart(2, "0")}`;
}

export function backslashReplaceEncodeErrors(_encoding: string, text: Text, start: number, end: number): EncodeReplacement {
  let replacement = "";
  for (let i = start; i < end; i++) replacement += backslashEscape(textAt(text, i));
  return { replacement, position: end };
}

export function xmlCharRefReplaceErrors(_encoding: string, text: Text, start: number, end: number): EncodeReplacement {
  let replacement = "";
  for (let i = start; i < end; i++) replacement += `&#${textAt(text, i)};`;
  return { replacement, position: end };
}

/** undefined: the handler refuses, and the original error is raised. */
export function surrogateEscapeDecode(_encoding: string, data: Uint8Array, start: number, end: number): DecodeReplacement | undefined {
  const points: number[] = [];
  for (let i = start; i < end && i < start + 4; i++) {
    if (data[i]! < 128) break;
    points.push(0xdc00 + data[i]!);
  }
  if (points.length === 0) return undefined;
  return { text: textFromPoints(points), position: start + points.length };
}

/**
 * What the encoders for ASCII, Latin-1 and UTF-8 do themselves when the handler's name is surrogateescape: the escaped bytes at the
 * start of the range go, an error is about the rest. undefined: refused.
 */
export function surrogateEscapeEncodePrefix(_encoding: string, text: Text, start: number, end: number): EncodeReplacement | undefined {
  let stop = start;
  while (stop < end && textAt(text, stop) >= 0xdc80 && textAt(text, stop) <= 0xdcff) stop++;
  if (stop === start) return undefined;
  const out = new Uint8Array(stop - start);
  for (let i = start; i < stop; i++) out[i - start] = textAt(text, i) - 0xdc00;
  return { replacement: out, position: stop };
}

/** The registered handler: all of the range or nothing. undefined: it refuses. */
export function surrogateEscapeEncode(_encoding: string, text: Text, start: number, end: number): EncodeReplacement | undefined {
  const out = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    const c = textAt(text, i);
    if (c < 0xdc80 || c > 0xdcff) return undefined;
    out[i - start] = c - 0xdc00;
  }
  return { replacement: out, position: end };
}

type SurrogateCoding = "utf-8" | "utf-16-le" | "utf-16-be" | "utf-32-le" | "utf-32-be";

/** Which of the codings that surrogatepass knows the name means (a native order is little-endian), or undefined. */
function surrogateCoding(encoding: string): SurrogateCoding | undefined {
  const m = /^(?:utf|cp_utf)[-_]?(8|16|32)(?:[-_]?(le|be))?$/i.exec(encoding);
  if (m === null) return undefined;
  if (m[1] === "8") return m[2] === undefined ? "utf-8" : undefined;
  return `utf-${m[1]}-${(m[2] ?? "le").toLowerCase()}` as SurrogateCoding;
}

/** undefined: the handler refuses. */
export function surrogatePassEncode(encoding: string, text: Text, start: number, end: number): EncodeReplacement | undefined {
  const coding = surrogateCoding(encoding);
  if (coding === undefined) return undefined;
  let out = new Uint8Array(0);
  for (let i = start; i < end; i++) {
    const c = textAt(text, i);
    if (!isSurrogate(c)) return undefined;
    out = bytesConcat(out, surrogateBytes(coding, c)) as Uint8Array<ArrayBuffer>;
  }
  return { replacement: out, position: end };
}

function surrogateBytes(coding: SurrogateCoding, c: number): Uint8Array {
  switch (coding) {
    case "utf-8":
      return Uint8Array.of(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f));
    case "utf-16-le":
      return Uint8Array.of(c & 255, c >> 8);
    case "utf-16-be":
      return Uint8Array.of(c >> 8, c & 255);
    case "utf-32-le":
      return Uint8Array.of(c & 255, c >> 8, 0, 0);
    case "utf-32-be":
      return Uint8Array.of(0, 0, c >> 8, c & 255);
  }
}

/** undefined: the handler refuses. */
export function surrogatePassDecode(encoding: string, data: Uint8Array, start: number, _end: number): DecodeReplacement | undefined {
  const coding = surrogateCoding(encoding);
  if (coding === undefined) return undefined;
  const d = data;
  const size = coding === "utf-8" ? 3 : coding.startsWith("utf-16") ? 2 : 4;
  if (start + size > d.length) return undefined;
  let c = 0;
  switch (coding) {
    case "utf-8":
      if ((d[start]! & 0xf0) !== 0xe0 || (d[start + 1]! & 0xc0) !== 0x80 || (d[start + 2]! & 0xc0) !== 0x80) return undefined;
      c = ((d[start]! & 15) << 12) | ((d[start + 1]! & 63) << 6) | (d[start + 2]! & 63);
      break;
    case "utf-16-le":
      c = d[start]! | (d[start + 1]! << 8);
      break;
    case "utf-16-be":
      c = (d[start]! << 8) | d[start + 1]!;
      break;
    case "utf-32-le":
      c = (d[start]! | (d[start + 1]! << 8) | (d[start + 2]! << 16) | (d[start + 3]! << 24)) >>> 0;
      break;
    case "utf-32-be":
      c = ((d[start]! << 24) | (d[start + 1]! << 16) | (d[start + 2]! << 8) | d[start + 3]!) >>> 0;
      break;
  }
  if (!isSurrogate(c)) return undefined;
  return { text: String.fromCharCode(c), position: start + size };
}

/** What of a replacement text an encoder for code points below `limit` can take: its bytes, or undefined when it holds others. */
export function narrowReplacement(t: Text, limit: number): Uint8Array | undefined {
  const n = textLength(t);
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c >= limit) return undefined;
    out[i] = c;
  }
  return out;
}

/** The part of the text that an error is about. */
export function errorText(t: Text, start: number, end: number): Text {
  return textSlice(t, start, end);
}
