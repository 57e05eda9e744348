// Bytes <-> ASCII: base64, quoted-printable, uuencode and hex, as module binascii has them. Mirrors Modules/binascii.c; see docs/base.md.
import { hexValue } from "./bytes-ops.ts";
import { ByteBuffer } from "./codecs.ts";
import { PythonError } from "./python-error.ts";

function binasciiError(message: string): PythonError {
  return new PythonError("binascii.Error", message);
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_CODES = Uint8Array.from(BASE64, (c) => c.charCodeAt(0));
const BASE64_VALUES: Int8Array = (() => {
  const t = new Int8Array(256).fill(-1);
  for (let i = 0; i < 64; i++) t[BASE64_CODES[i]!] = i;
  return t;
})();
const PAD = 61;

/** binascii.a2b_base64. Raises binascii.Error. */
export function decodeBase64(data: Uint8Array, strict: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(data.length / 4) * 3);
  const n = data.length;
  let length = 0;
  let quad = 0;
  let left = 0;
  let pads = 0;
  const oneTooMany = (): PythonError => {
    const count = Math.floor(length / 3) * 4 + 1;
    return binasciiError(`Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`);
  };
  for (let i = 0; i < n; i++) {
    const c = data[i]!;
    if (c === PAD) {
      pads++;
      if (strict) {
        if (quad === 0) throw binasciiError(i === 0 ? "Leading padding not allowed" : "Excess padding not allowed");
        if (quad === 1) throw oneTooMany();
        if (quad + pads > 4) throw binasciiError("Excess padding not allowed");
      }
      continue;
    }
    const v = BASE64_VALUES[c]!;
    if (v < 0) {
      if (strict) throw binasciiError("Only base64 data is allowed");
      continue;
    }
    if (strict && pads > 0) throw binasciiError(quad + pads === 4 ? "Excess data after padding" : "Discontinuous padding not allowed");
    pads = 0;
    switch (quad) {
      case 0:
        quad = 1;
        left = v;
        break;
      case 1:
        quad = 2;
        out[length++] = (left << 2) | (v >> 4);
        left = v & 15;
        break;
      case 2:
        quad = 3;
        out[length++] = (left << 4) | (v >> 2);
        left = v & 3;
        break;
      default:
        quad = 0;
        out[length++] = (left << 6) | v;
        left = 0;
    }
  }
  if (quad === 1) throw oneTooMany();
  if (quad !== 0 && quad + pads < 4) throw binasciiError("Incorrect padding");
  return out.slice(0, length);
}

/** binascii.b2a_base64. */
export function encodeBase64(data: Uint8Array, newline: boolean): Uint8Array {
  const n = data.length;
  const out = new Uint8Array(Math.ceil(n / 3) * 4 + (newline ? 1 : 0));
  let at = 0;
  for (let i = 0; i < n; i += 3) {
    const a = data[i]!;
    const b = i + 1 < n ? data[i + 1]! : 0;
    const c = i + 2 < n ? data[i + 2]! : 0;
    out[at++] = BASE64_CODES[a >> 2]!;
    out[at++] = BASE64_CODES[((a & 3) << 4) | (b >> 4)]!;
    out[at++] = i + 1 < n ? BASE64_CODES[((b & 15) << 2) | (c >> 6)]! : PAD;
    out[at++] = i + 2 < n ? BASE64_CODES[c & 63]! : PAD;
  }
  if (newline) out[at] = 10;
  return out;
}

/** binascii.a2b_hex. Raises binascii.Error. */
export function decodeHex(data: Uint8Array): Uint8Array {
  if (data.length % 2 === 1) throw binasciiError("Odd-length string");
  const out = new Uint8Array(data.length / 2);
  for (let i = 0; i < out.length; i++) {
    const high = hexValue(data[2 * i]!);
    const low = hexValue(data[2 * i + 1]!);
    if (high < 0 || low < 0) throw binasciiError("Non-hexadecimal digit found");
    out[i] = high * 16 + low;
  }
  return out;
}

/** binascii.a2b_uu of one line. Raises binascii.Error. */
export function decodeUu(data: Uint8Array): Uint8Array {
  if (data.length === 0) throw binasciiError("Missing length byte");
  const length = (data[0]! - 32) & 63;
  const out = new Uint8Array(length);
  const n = data.length;
  let i = 1;
  let bits = 0;
  let buffer = 0;
  for (let at = 0; at < length; i++) {
    const c = i < n ? data[i]! : 32;
    let v: number;
    // What is missing counts as blanks, which stand for zero.
    if (c === 10 || c === 13 || i >= n) v = 0;
    else {
      if (c < 32 || c > 96) throw binasciiError("Illegal char");
      v = (c - 32) & 63;
    }
    buffer = (buffer << 6) | v;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (buffer >> bits) & 255;
      buffer &= (1 << bits) - 1;
    }
  }
  for (; i < n; i++) {
    const c = data[i]!;
    if (c !== 32 && c !== 96 && c !== 10 && c !== 13) throw binasciiError("Trailing garbage");
  }
  return out;
}

/** binascii.b2a_uu of at most 45 bytes. Raises binascii.Error. */
export function encodeUu(data: Uint8Array, backtick: boolean): Uint8Array {
  const n = data.length;
  if (n > 45) throw binasciiError("At most 45 bytes at once");
  const out: number[] = [];
  const put = (v: number): void => {
    out.push(v === 0 && backtick ? 96 : v + 32);
  };
  put(n);
  for (let i = 0; i < n; i += 3) {
    const word = (data[i]! << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    put(word >> 18);
    put((word >> 12) & 63);
    put((word >> 6) & 63);
    put(word & 63);
  }
  out.push(10);
  return Uint8Array.from(out);
}

/** binascii.a2b_qp. */
export function decodeQp(data: Uint8Array, header: boolean): Uint8Array {
  const out = new ByteBuffer(data.length);
  const n = data.length;
  let i = 0;
  while (i < n) {
    const c = data[i]!;
    if (c === PAD) {
      i++;
      if (i >= n) break;
      if (data[i] === 10 || data[i] === 13) {
        // A soft line break: skip to the line's end.
        while (i < n && data[i] !== 10) i++;
        if (i < n) i++;
      } else if (data[i] === PAD) {
        out.push(PAD);
        i++;
      } else if (i + 1 < n && hexValue(data[i]!) >= 0 && hexValue(data[i + 1]!) >= 0) {
        out.push(hexValue(data[i]!) * 16 + hexValue(data[i + 1]!));
        i += 2;
      } else out.push(PAD);
    } else if (header && c === 95) {
      out.push(32);
      i++;
    } else {
      out.push(c);
      i++;
    }
  }
  return out.result();
}

const MAX_LINE = 76;
const HEX_DIGITS = "0123456789ABCDEF";

/** binascii.b2a_qp. */
export function encodeQp(data: Uint8Array, quoteTabs: boolean, isText: boolean, header: boolean): Uint8Array {
  const out = new ByteBuffer(data.length + 16);
  const n = data.length;
  // A file of CRLF lines gets CRLF for its soft breaks too.
  const firstBreak = data.indexOf(10);
  const crlf = firstBreak > 0 && data[firstBreak - 1] === 13;
  const softBreak = (): void => {
    out.pushAscii(crlf ? "=\r\n" : "=\n");
    line = 0;
  };
  const escape = (c: number): void => {
    out.push(PAD);
    out.push(HEX_DIGITS.charCodeAt(c >> 4));
    out.push(HEX_DIGITS.charCodeAt(c & 15));
  };
  let line = 0;
  let i = 0;
  while (i < n) {
    const c = data[i]!;
    const next = i + 1 < n ? data[i + 1]! : -1;
    const quoted =
      c > 126 ||
      c === PAD ||
      (header && c === 95) ||
      (c === 46 && line === 0 && (next === -1 || next === 10 || next === 13 || next === 0)) ||
      (!isText && (c === 13 || c === 10)) ||
      ((c === 9 || c === 32) && i + 1 === n) ||
      (c < 33 && c !== 13 && c !== 10 && c !== 9 && c !== 32) ||
      (c < 33 && c !== 13 && c !== 10 && (quoteTabs || (!quoteTabs && c !== 9 && c !== 32)));
    if (quoted) {
      if (line + 3 >= MAX_LINE) softBreak();
      escape(c);
      i++;
      line += 3;
      continue;
    }
    if (isText && (c === 10 || (c === 13 && next === 10))) {
      line = 0;
      // White space at the end of a line must not stay bare.
      const last = out.length > 0 ? out.bytes[out.length - 1]! : 0;
      if (out.length > 0 && (last === 32 || last === 9)) {
        out.length--;
        escape(last);
      }
      if (crlf) out.push(13);
      out.push(10);
      i += c === 13 ? 2 : 1;
      continue;
    }
    if (next !== -1 && next !== 10 && line + 1 >= MAX_LINE) softBreak();
    line++;
    if (header && c === 32) out.push(95);
    else out.push(c);
    i++;
  }
  return out.result();
}
