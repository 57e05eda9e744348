// Codecs of one byte a character: ASCII, Latin-1 and character maps. Mirrors those of Objects/unicodeobject.c; see docs/base.md.
import { encodeNarrow, narrowText, UnencodableReplacement } from "./codec-utf8.ts";
import { ByteBuffer, narrowReplacement } from "./codecs.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "./codecs.ts";
import { PointBuffer, textAt, textLength } from "./text.ts";
import type { Text } from "./text.ts";

export function decodeLatin1(data: Uint8Array): Text {
  return narrowText(data, 0, data.length);
}

export function decodeAscii(data: Uint8Array, onError: DecodeErrorHandler): Text {
  let n = data.length;
  let i = 0;
  while (i < n && data[i]! < 128) i++;
  if (i === n) return narrowText(data, 0, n);
  const out = new PointBuffer(n);
  for (i = 0; i < n; ) {
    const c = data[i]!;
    if (c < 128) {
      out.push(c);
      i++;
      continue;
    }
    const r = onError("ascii", data, i, i + 1, "ordinal not in range(128)");
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return out.text();
}

export function encodeAscii(t: Text, onError: EncodeErrorHandler): Uint8Array {
  return encodeBelow(t, 128, "ascii", "ordinal not in range(128)", onError);
}

export function encodeLatin1(t: Text, onError: EncodeErrorHandler): Uint8Array {
  return encodeBelow(t, 256, "latin-1", "ordinal not in range(256)", onError);
}

function encodeBelow(t: Text, limit: number, encoding: string, reason: string, onError: EncodeErrorHandler): Uint8Array {
  const narrow = encodeNarrow(t);
  if (narrow !== undefined) return narrow;
  const n = textLength(t);
  const out = new ByteBuffer(n);
  for (let i = 0; i < n; ) {
    const c = textAt(t, i);
    if (c < limit) {
      out.push(c);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < n && textAt(t, end) >= limit) end++;
    const r = onError(encoding, t, i, end, reason);
    if (r.replacement instanceof Uint8Array) out.pushBytes(r.replacement);
    else {
      const bytes = narrowReplacement(r.replacement, limit);
      if (bytes === undefined) throw new UnencodableReplacement(encoding, i, end, reason);
      out.pushBytes(bytes);
    }
    i = r.position;
  }
  return out.result();
}

const UNDEFINED = "character maps to <undefined>";

/** Decodes by a lookup: for a byte, text or a code point; undefined when the byte is not in the map. */
export function decodeCharmap(data: Uint8Array, lookup: (byte: number) => Text | number | undefined, onError: DecodeErrorHandler): Text {
  const out = new PointBuffer(data.length);
  let n = data.length;
  for (let i = 0; i < n; ) {
    const r = lookup(data[i]!);
    if (r !== undefined) {
      if (typeof r === "number") out.push(r);
      else out.pushText(r);
      i++;
      continue;
    }
    const answer = onError("charmap", data, i, i + 1, UNDEFINED);
    if (answer.data !== undefined) {
      data = answer.data;
      n = data.length;
    }
    out.pushText(answer.text);
    i = answer.position;
  }
  return out.text();
}

/** The lookup of a decoding table: text of up to 256 characters, U+FFFE where nothing is mapped. */
export function charmapTable(table: Text): (byte: number) => number | undefined {
  const n = textLength(table);
  return (byte) => {
    const c = byte < n ? textAt(table, byte) : 0xfffe;
    return c === 0xfffe ? undefined : c;
  };
}

/** The lookup for encoding by a decoding table: the last byte that stands for the character. */
export function charmapEncoding(table: Text): (point: number) => number | undefined {
  const map = new Map<number, number>();
  const n = Math.min(256, textLength(table));
  for (let i = 0; i < n; i++) if (textAt(table, i) !== 0xfffe) map.set(textAt(table, i), i);
  return (point) => map.get(point);
}

/** Encodes by a lookup: for a code point, a byte or bytes; undefined when it is not in the map. */
export function encodeCharmap(t: Text, lookup: (point: number) => number | Uint8Array | undefined, onError: EncodeErrorHandler): Uint8Array {
  const n = textLength(t);
  const out = new ByteBuffer(n);
  const put = (c: number): boolean => {
    const r = lookup(c);
    if (r === undefined) return false;
    if (typeof r === "number") out.push(r);
    else out.pushBytes(r);
    return true;
  };
  for (let i = 0; i < n; ) {
    if (put(textAt(t, i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < n && lookup(textAt(t, end)) === undefined) end++;
    const r = onError("charmap", t, i, end, UNDEFINED);
    if (r.replacement instanceof Uint8Array) out.pushBytes(r.replacement);
    else {
      const m = textLength(r.replacement);
      for (let k = 0; k < m; k++) if (!put(textAt(r.replacement, k))) throw new UnencodableReplacement("charmap", i, end, UNDEFINED);
    }
    i = r.position;
  }
  return out.result();
}
