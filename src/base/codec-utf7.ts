// UTF-7 (RFC 2152) with error handlers and incremental decoding. Mirrors the utf7 codec of Objects/unicodeobject.c; see docs/base.md.
import { ByteBuffer } from "./codecs.ts";
import type { DecodeErrorHandler, Decoded } from "./codecs.ts";
import { PointBuffer, textAt, textLength } from "./text.ts";
import type { Text } from "./text.ts";

const ENCODING = "utf7";
const PLUS = 43;
const MINUS = 45;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The value of a base 64 digit, or -1. */
function base64Value(c: number): number {
  if (c >= 65 && c <= 90) return c - 65;
  if (c >= 97 && c <= 122) return c - 71;
  if (c >= 48 && c <= 57) return c + 4;
  return c === PLUS ? 62 : c === 47 ? 63 : -1;
}

function isDirectInput(c: number): boolean {
  return c <= 127 && c !== PLUS;
}

/** ASCII that is written as it is: all but controls, '+', '\\' and '~'. */
function isDirectOutput(c: number): boolean {
  if (c >= 32) return c < 127 && c !== PLUS && c !== 92 && c !== 126;
  return c === 9 || c === 10 || c === 13;
}

/** Decodes; without `final`, a shift sequence that is not closed is left unconsumed. */
export function decodeUtf7(data: Uint8Array, final: boolean, onError: DecodeErrorHandler): Decoded {
  const out = new PointBuffer(data.length);
  let n = data.length;
  let i = 0;
  let start = 0;
  let shifted = false;
  let shiftOut = 0;
  let bits = 0;
  let buffer = 0;
  let surrogate = 0;
  for (;;) {
    let reason = "";
    while (i < n && reason === "") {
      const c = data[i]!;
      if (shifted) {
        const digit = base64Value(c);
        if (digit >= 0) {
          i++;
          buffer = (buffer << 6) | digit;
          bits += 6;
          if (bits >= 16) {
            const unit = (buffer >>> (bits - 16)) & 0xffff;
            bits -= 16;
            buffer &= (1 << bits) - 1;
            if (surrogate !== 0) {
              if ((unit & 0xfc00) === 0xdc00) {
                out.push(0x10000 + ((surrogate & 0x3ff) << 10) + (unit & 0x3ff));
                surrogate = 0;
                continue;
              }
              out.push(surrogate);
              surrogate = 0;
            }
            if ((unit & 0xfc00) === 0xd800) surrogate = unit;
            else out.push(unit);
          }
          continue;
        }
        shifted = false;
        if (bits > 0) {
          if (bits >= 6) {
            i++;
            reason = "partial character in shift sequence";
            break;
          }
          if (buffer !== 0) {
            i++;
            reason = "non-zero padding bits in shift sequence";
            break;
          }
        }
        if (surrogate !== 0 && isDirectInput(c)) out.push(surrogate);
        surrogate = 0;
        if (c === MINUS) i++;
      } else if (c === PLUS) {
        start = i++;
        if (i < n && data[i] === MINUS) {
          i++;
          out.push(PLUS);
        } else if (i < n && base64Value(data[i]!) < 0) {
          i++;
          reason = "ill-formed sequence";
        } else {
          shifted = true;
          surrogate = 0;
          shiftOut = out.length;
          bits = 0;
          buffer = 0;
        }
      } else if (isDirectInput(c)) {
        i++;
        out.push(c);
      } else {
        start = i++;
        reason = "unexpected special character";
      }
    }
    let end = i;
    if (reason === "") {
      if (!shifted || !final) break;
      shifted = false;
      if (surrogate === 0 && bits < 6 && (bits === 0 || buffer === 0)) break;
      reason = "unterminated shift sequence";
      end = n;
    }
    const r = onError(ENCODING, data, start, end, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
    if (i >= n && !shifted) break;
  }
  if (shifted && !final) {
    out.length = shiftOut;
    return { text: out.text(), consumed: start };
  }
  return { text: out.text(), consumed: i };
}

export function encodeUtf7(t: Text): Uint8Array {
  const out = new ByteBuffer(textLength(t) * 2);
  let shifted = false;
  let bits = 0;
  let buffer = 0;
  const unit = (u: number): void => {
    buffer = ((buffer << 16) | u) & 0x3fffff;
    bits += 16;
    while (bits >= 6) {
      bits -= 6;
      out.push(ALPHABET.charCodeAt((buffer >>> bits) & 63));
    }
    buffer &= 63;
  };
  const n = textLength(t);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    const direct = isDirectOutput(c);
    if (shifted && direct) {
      if (bits > 0) out.push(ALPHABET.charCodeAt((buffer << (6 - bits)) & 63));
      bits = 0;
      buffer = 0;
      shifted = false;
      if (base64Value(c) >= 0 || c === MINUS) out.push(MINUS);
      out.push(c);
      continue;
    }
    if (!shifted) {
      if (c === PLUS) {
        out.push(PLUS);
        out.push(MINUS);
        continue;
      }
      if (direct) {
        out.push(c);
        continue;
      }
      out.push(PLUS);
      shifted = true;
    }
    if (c > 0xffff) {
      unit(0xd800 + ((c - 0x10000) >> 10));
      unit(0xdc00 + (c & 0x3ff));
    } else unit(c);
  }
  if (bits > 0) out.push(ALPHABET.charCodeAt((buffer << (6 - bits)) & 63));
  if (shifted) out.push(MINUS);
  return out.result();
}
