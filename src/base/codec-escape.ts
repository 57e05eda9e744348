// The codecs unicode_escape, raw_unicode_escape and escape (bytes literals). Mirrors those of Objects/unicodeobject.c and
// Objects/bytesobject.c; see docs/base.md.
import { hexValue } from "./bytes-ops.ts";
import { narrowText } from "./codec-utf8.ts";
import { backslashEscape, ByteBuffer } from "./codecs.ts";
import type { DecodeErrorHandler, Decoded } from "./codecs.ts";
import { PythonError } from "./python-error.ts";
import { PointBuffer, textAt, textLength } from "./text.ts";
import type { Text } from "./text.ts";

const BACKSLASH = 92;

/** The character that a one-letter escape stands for, or -1. */
function simpleEscape(c: number): number {
  switch (c) {
    case BACKSLASH:
    case 39:
    case 34:
      return c;
    case 98:
      return 8;
    case 102:
      return 12;
    case 116:
      return 9;
    case 110:
      return 10;
    case 114:
      return 13;
    case 118:
      return 11;
    case 97:
      return 7;
    default:
      return -1;
  }
}

export interface DecodedEscapes extends Decoded {
  /** Where the first invalid escape's character stands (for the DeprecationWarning), or -1; octal escapes past 0o377 count too. */
  firstInvalid: number;
}

/** `lookupName` answers the code point of a Unicode name, -1 when there is none. */
export function decodeUnicodeEscape(data: Uint8Array, final: boolean, lookupName: (name: string) => number, onError: DecodeErrorHandler): DecodedEscapes {
  const out = new PointBuffer(data.length);
  let n = data.length;
  let i = 0;
  let firstInvalid = -1;
  while (i < n) {
    const c = data[i]!;
    if (c !== BACKSLASH) {
      out.push(c);
      i++;
      continue;
    }
    const start = i++;
    let reason = "\\ at end of string";
    let incomplete = i >= n;
    if (!incomplete) {
      const e = data[i++]!;
      if (e === 10) continue;
      const simple = simpleEscape(e);
      if (simple >= 0) {
        out.push(simple);
        continue;
      }
      if (e >= 48 && e <= 55) {
        let value = e - 48;
        for (let k = 0; k < 2 && i < n && data[i]! >= 48 && data[i]! <= 55; k++) value = value * 8 + data[i++]! - 48;
        if (value > 255 && firstInvalid < 0) firstInvalid = start + 1;
        out.push(value);
        continue;
      }
      if (e === 120 || e === 117 || e === 85) {
        const count = e === 120 ? 2 : e === 117 ? 4 : 8;
        reason = `truncated \\${String.fromCharCode(e)}${"X".repeat(count)} escape`;
        let value = 0;
        let k = 0;
        for (; k < count; k++) {
          if (i >= n) {
            incomplete = true;
            break;
          }
          const digit = hexValue(data[i]!);
          if (digit < 0) break;
          value = value * 16 + digit;
          i++;
        }
        if (k === count) {
          if (value <= 0x10ffff) {
            out.push(value);
            continue;
          }
          reason = "illegal Unicode character";
        }
      } else if (e === 78) {
        reason = "malformed \\N character escape";
        if (i >= n) incomplete = true;
        else if (data[i] === 123) {
          const from = ++i;
          while (i < n && data[i] !== 125) i++;
          if (i >= n) incomplete = true;
          else if (i > from) {
            i++;
            reason = "unknown Unicode character name";
            const value = lookupName(narrowText(data, from, i - 1));
            if (value >= 0) {
              out.push(value);
              continue;
            }
          }
        }
      } else {
        if (firstInvalid < 0) firstInvalid = i - 1;
        out.push(BACKSLASH);
        out.push(e);
        continue;
      }
    }
    if (incomplete && !final) return { text: out.text(), consumed: start, firstInvalid };
    const r = onError("unicodeescape", data, start, i, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return { text: out.text(), consumed: i, firstInvalid };
}

export function encodeUnicodeEscape(t: Text): Uint8Array {
  const n = textLength(t);
  const out = new ByteBuffer(n);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c >= 32 && c < 127) {
      if (c === BACKSLASH) out.push(BACKSLASH);
      out.push(c);
    } else if (c === 9) out.pushAscii("\\t");
    else if (c === 10) out.pushAscii("\\n");
    else if (c === 13) out.pushAscii("\\r");
    else out.pushAscii(backslashEscape(c));
  }
  return out.result();
}

export function decodeRawUnicodeEscape(data: Uint8Array, final: boolean, onError: DecodeErrorHandler): Decoded {
  const out = new PointBuffer(data.length);
  let n = data.length;
  let i = 0;
  while (i < n) {
    const c = data[i]!;
    if (c !== BACKSLASH || (i + 1 >= n && final)) {
      out.push(c);
      i++;
      continue;
    }
    const start = i++;
    if (i >= n) return { text: out.text(), consumed: start };
    const e = data[i++]!;
    if (e !== 117 && e !== 85) {
      out.push(BACKSLASH);
      out.push(e);
      continue;
    }
    const count = e === 117 ? 4 : 8;
    let reason = `truncated \\${String.fromCharCode(e)}${"X".repeat(count)} escape`;
    let value = 0;
    let k = 0;
    let incomplete = false;
    for (; k < count; k++) {
      if (i >= n) {
        incomplete = true;
        break;
      }
      const digit = hexValue(data[i]!);
      if (digit < 0) break;
      value = value * 16 + digit;
      i++;
    }
    if (k === count) {
      if (value <= 0x10ffff) {
        out.push(value);
        continue;
      }
      reason = "\\Uxxxxxxxx out of range";
    } else if (incomplete && !final) return { text: out.text(), consumed: start };
    const r = onError("rawunicodeescape", data, start, i, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return { text: out.text(), consumed: i };
}

export function encodeRawUnicodeEscape(t: Text): Uint8Array {
  const n = textLength(t);
  const out = new ByteBuffer(n);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c < 256) out.push(c);
    else out.pushAscii(backslashEscape(c));
  }
  return out.result();
}

/** codecs.escape_decode: `errors` is strict, replace or ignore. Raises ValueError. */
export function decodeBytesEscape(data: Uint8Array, errors: string): { bytes: Uint8Array; firstInvalid: number } {
  const out = new ByteBuffer(data.length);
  const n = data.length;
  let firstInvalid = -1;
  for (let i = 0; i < n; ) {
    const c = data[i++]!;
    if (c !== BACKSLASH) {
      out.push(c);
      continue;
    }
    if (i >= n) throw new PythonError("ValueError", "Trailing \\ in string");
    const e = data[i++]!;
    if (e === 10) continue;
    const simple = simpleEscape(e);
    if (simple >= 0) out.push(simple);
    else if (e >= 48 && e <= 55) {
      let value = e - 48;
      const at = i - 1;
      for (let k = 0; k < 2 && i < n && data[i]! >= 48 && data[i]! <= 55; k++) value = value * 8 + data[i++]! - 48;
      if (value > 255 && firstInvalid < 0) firstInvalid = at;
      out.push(value & 255);
    } else if (e === 120) {
      const high = i < n ? hexValue(data[i]!) : -1;
      const low = i + 1 < n ? hexValue(data[i + 1]!) : -1;
      if (high >= 0 && low >= 0) {
        out.push(high * 16 + low);
        i += 2;
        continue;
      }
      // One good digit is passed over with the escape.
      if (high >= 0) i++;
      if (errors === "strict") throw new PythonError("ValueError", `invalid \\x escape at position ${i - (high >= 0 ? 3 : 2)}`);
      if (errors === "replace") out.push(63);
      else if (errors !== "ignore")
        throw new PythonError("ValueError", `decoding error; unknown error handling code: ${errors}`);
    } else {
      if (firstInvalid < 0) firstInvalid = i - 1;
      out.push(BACKSLASH);
      out.push(e);
    }
  }
  return { bytes: out.result(), firstInvalid };
}

/** codecs.escape_encode. */
export function encodeBytesEscape(data: Uint8Array): Uint8Array {
  const out = new ByteBuffer(data.length);
  for (const c of data) {
    if (c === BACKSLASH || c === 39) {
      out.push(BACKSLASH);
      out.push(c);
    } else if (c === 9) out.pushAscii("\\t");
    else if (c === 10) out.pushAscii("\\n");
    else if (c === 13) out.pushAscii("\\r");
    else if (c < 32 || c > 126) out.pushAscii(`\\x${c.toString(16).padStart(2, "0")}`);
    else out.push(c);
  }
  return out.result();
}
