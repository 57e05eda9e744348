// UTF-16 and UTF-32 in either byte order, with byte order marks, error handlers and incremental decoding. Mirrors the utf16
// and utf32 codecs of Objects/unicodeobject.c; see docs/base.md.
import { UnencodableReplacement } from "./codec-utf8.ts";
import { ByteBuffer, isSurrogate } from "./codecs.ts";
import type { DecodeErrorHandler, Decoded, EncodeErrorHandler } from "./codecs.ts";
import { PointBuffer, textAt, textLength } from "./text.ts";
import type { Text } from "./text.ts";

/** -1 little-endian, 1 big-endian, 0: as the byte order mark says, native (little-endian) without one. */
export type ByteOrder = -1 | 0 | 1;

export interface DecodedOrder extends Decoded {
  /** The byte order found, for an incremental decoder to go on with; 0 while still unknown. */
  byteOrder: ByteOrder;
}

export function decodeUtf16(data: Uint8Array, final: boolean, byteOrder: ByteOrder, onError: DecodeErrorHandler): DecodedOrder {
  let n = data.length;
  let i = 0;
  let order = byteOrder;
  if (order === 0 && n >= 2) {
    const mark = data[0]! | (data[1]! << 8);
    if (mark === 0xfeff) {
      order = -1;
      i = 2;
    } else if (mark === 0xfffe) {
      order = 1;
      i = 2;
    }
  }
  if (n === 0) return { text: "", consumed: 0, byteOrder };
  const big = order === 1;
  const encoding = big ? "utf-16-be" : "utf-16-le";
  const out = new PointBuffer(n >> 1);
  for (;;) {
    let reason = "";
    let end = i + 2;
    const left = n - i;
    if (left < 2) {
      if (left <= 0 || !final) break;
      reason = "truncated data";
      end = n;
    } else {
      const c = big ? (data[i]! << 8) | data[i + 1]! : data[i]! | (data[i + 1]! << 8);
      if ((c & 0xf800) !== 0xd800) {
        out.push(c);
        i += 2;
        continue;
      }
      if (c >= 0xdc00) reason = "illegal encoding";
      else if (left < 4) {
        if (!final) break;
        reason = "unexpected end of data";
        end = n;
      } else {
        const d = big ? (data[i + 2]! << 8) | data[i + 3]! : data[i + 2]! | (data[i + 3]! << 8);
        if ((d & 0xfc00) === 0xdc00) {
          out.push(0x10000 + ((c & 0x3ff) << 10) + (d & 0x3ff));
          i += 4;
          continue;
        }
        reason = "illegal UTF-16 surrogate";
      }
    }
    const r = onError(encoding, data, i, end, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return { text: out.text(), consumed: i, byteOrder: order };
}

export function decodeUtf32(data: Uint8Array, final: boolean, byteOrder: ByteOrder, onError: DecodeErrorHandler): DecodedOrder {
  let n = data.length;
  let i = 0;
  let order = byteOrder;
  if (order === 0 && n >= 4) {
    if (data[0] === 0xff && data[1] === 0xfe && data[2] === 0 && data[3] === 0) {
      order = -1;
      i = 4;
    } else if (data[0] === 0 && data[1] === 0 && data[2] === 0xfe && data[3] === 0xff) {
      order = 1;
      i = 4;
    }
  }
  if (n === 0) return { text: "", consumed: 0, byteOrder };
  const big = order === 1;
  const encoding = big ? "utf-32-be" : "utf-32-le";
  const out = new PointBuffer(n >> 2);
  for (;;) {
    let reason: string;
    let end = i + 4;
    if (n - i < 4) {
      if (n - i <= 0 || !final) break;
      reason = "truncated data";
      end = n;
    } else {
      const c =
        (big
          ? (data[i]! << 24) | (data[i + 1]! << 16) | (data[i + 2]! << 8) | data[i + 3]!
          : data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24)) >>> 0;
      if (c > 0x10ffff) reason = "code point not in range(0x110000)";
      else if (isSurrogate(c)) reason = "code point in surrogate code point range(0xd800, 0xe000)";
      else {
        out.push(c);
        i += 4;
        continue;
      }
    }
    const r = onError(encoding, data, i, end, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return { text: out.text(), consumed: i, byteOrder: order };
}

const REASON = "surrogates not allowed";

function pushUnit(out: ByteBuffer, unit: number, big: boolean): void {
  out.push(big ? unit >> 8 : unit & 255);
  out.push(big ? unit & 255 : unit >> 8);
}

/** Byte order 0 writes a mark and goes little-endian. */
export function encodeUtf16(t: Text, byteOrder: ByteOrder, onError: EncodeErrorHandler): Uint8Array {
  const big = byteOrder === 1;
  const encoding = byteOrder === 0 ? "utf-16" : big ? "utf-16-be" : "utf-16-le";
  const n = textLength(t);
  const out = new ByteBuffer(2 * n + 2);
  if (byteOrder === 0) pushUnit(out, 0xfeff, false);
  const put = (c: number): void => {
    if (c < 0x10000) pushUnit(out, c, big);
    else {
      pushUnit(out, 0xd800 + ((c - 0x10000) >> 10), big);
      pushUnit(out, 0xdc00 + (c & 0x3ff), big);
    }
  };
  return encodeWide(t, encoding, 2, out, put, onError);
}

/** Byte order 0 writes a mark and goes little-endian. */
export function encodeUtf32(t: Text, byteOrder: ByteOrder, onError: EncodeErrorHandler): Uint8Array {
  const big = byteOrder === 1;
  const encoding = byteOrder === 0 ? "utf-32" : big ? "utf-32-be" : "utf-32-le";
  const out = new ByteBuffer(4 * textLength(t) + 4);
  const put = (c: number): void => {
    pushUnit(out, big ? c >> 16 : c & 0xffff, big);
    pushUnit(out, big ? c & 0xffff : c >> 16, big);
  };
  if (byteOrder === 0) put(0xfeff);
  return encodeWide(t, encoding, 4, out, put, onError);
}

function encodeWide(t: Text, encoding: string, size: number, out: ByteBuffer, put: (c: number) => void, onError: EncodeErrorHandler): Uint8Array {
  const n = textLength(t);
  for (let i = 0; i < n; ) {
    const c = textAt(t, i);
    if (!isSurrogate(c)) {
      put(c);
      i++;
      continue;
    }
    const end = i + 1;
    const r = onError(encoding, t, i, end, REASON);
    if (r.replacement instanceof Uint8Array) {
      if (r.replacement.length % size !== 0) throw new UnencodableReplacement(encoding, i, end, REASON);
      out.pushBytes(r.replacement);
    } else {
      const m = textLength(r.replacement);
      for (let k = 0; k < m; k++) if (textAt(r.replacement, k) > 127) throw new UnencodableReplacement(encoding, i, end, REASON);
      for (let k = 0; k < m; k++) put(textAt(r.replacement, k));
    }
    i = r.position;
  }
  return out.result();
}
