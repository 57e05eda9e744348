// The encodings that a source file may declare: names as Python's encodings package resolves them, strict and lenient decoding,
// CPython's messages. See docs/syntax-tokens.md.
import { charmapRuns, encodingAliases } from "../base/charmaps.generated.ts";
import { decodeMultibyte, multibyteCodec, type MultibyteCodec } from "../base/cjk/index.ts";
import { decodeRawUnicodeEscape, decodeUnicodeEscape } from "../base/codec-escape.ts";
import { decodeUtf32 } from "../base/codec-utf16-32.ts";
import { decodeUtf7 } from "../base/codec-utf7.ts";
import type { DecodeErrorHandler } from "../base/codecs.ts";
import { PythonError } from "../base/python-error.ts";
import { type Text, textToHost } from "../base/text.ts";
import { decodeUtf8, latin1Text } from "../base/utf8.ts";
import { lookupCharacterName } from "./character-names.ts";

/** Decodes bytes; with `strict` raises PythonError of type UnicodeDecodeError, else puts U+FFFD for what is undefined. */
export type Decode = (bytes: Uint8Array, strict: boolean) => string;

const REPLACEMENT = 0xfffd;

const notTextEncodings: ReadonlySet<string> = new Set([
  "rot_13", "hex_codec", "base64_codec", "uu_codec", "quopri_codec", "zlib_codec", "bz2_codec",
]);

/** Looks an encoding up as codecs.lookup does. Raises PythonError (LookupError) when there is none, or none for text. */
export function lookupCodec(encoding: string): Decode {
  const normalized = normalizeEncoding(encoding);
  const alias = encodingAliases[normalized] ?? encodingAliases[normalized.replaceAll(".", "_")];
  const name = alias ?? normalized;
  switch (name) {
    case "utf_8":
      return decodeUtf8Text;
    case "utf_8_sig":
      return (bytes, strict) => decodeUtf8Text(bytes.subarray(hasBom(bytes) ? 3 : 0), strict);
    case "ascii":
      return decodeAscii;
    case "latin_1":
      return (bytes) => latin1Text(bytes, 0, bytes.length);
    case "utf_7":
      return byHandler((bytes, onError) => decodeUtf7(bytes, true, onError).text);
    case "utf_32":
    case "utf_32_le":
    case "utf_32_be":
      return byHandler((bytes, onError) => decodeUtf32(bytes, true, name === "utf_32" ? 0 : name === "utf_32_le" ? -1 : 1, onError).text);
    case "unicode_escape":
      return byHandler((bytes, onError) => decodeUnicodeEscape(bytes, true, lookupCharacterName, onError).text);
    case "raw_unicode_escape":
      return byHandler((bytes, onError) => decodeRawUnicodeEscape(bytes, true, onError).text);
    case "utf_16":
    case "utf_16_le":
      return (bytes, strict) => decodeUtf16(bytes, strict, true, name === "utf_16");
    case "utf_16_be":
      return (bytes, strict) => decodeUtf16(bytes, strict, false, false);
  }
  if (Object.hasOwn(charmapRuns, name)) return charmapDecoder(charmapRuns[name]);
  const multibyte = multibyteCodec(name);
  if (multibyte !== undefined) return (bytes, strict) => decodeWith(multibyte, bytes, strict);
  if (notTextEncodings.has(name)) {
    throw new PythonError(
      "LookupError", `'${encoding}' is not a text encoding; use codecs.decode() to handle arbitrary codecs`,
    );
  }
  throw new PythonError("LookupError", `unknown encoding: ${encoding}`);
}

/** A decoder of base that calls an error handler. */
function byHandler(decode: (bytes: Uint8Array, onError: DecodeErrorHandler) => Text): Decode {
  return (bytes, strict) =>
    textToHost(
      decode(bytes, (encoding, data, start, end, reason) => {
        if (strict) throw decodeError(encoding, data, start, reason, end);
        return { text: "\ufffd", position: end };
      }),
    );
}

/** encodings.normalize_encoding: lower case, and every run of punctuation but the period one underscore. */
function normalizeEncoding(encoding: string): string {
  return encoding.toLowerCase().replace(/[^a-z0-9.]+/g, "_").replace(/^_|_$/g, "");
}

/** Whether the bytes begin with the UTF-8 signature. */
export function hasBom(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodeUtf8Text(bytes: Uint8Array, strict: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: strict, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeUtf8(bytes, 0, bytes.length, false) as string; // raises with CPython's words
  }
}

function decodeAscii(bytes: Uint8Array, strict: boolean): string {
  const text = latin1Text(bytes, 0, bytes.length);
  if (!/[^\0-\x7f]/.test(text)) return text;
  if (strict) {
    const at = bytes.findIndex((byte) => byte >= 128);
    throw decodeError("ascii", bytes, at, "ordinal not in range(128)");
  }
  return text.replace(/[^\0-\x7f]/g, "\ufffd");
}

function decodeUtf16(bytes: Uint8Array, strict: boolean, littleEndian: boolean, takeBom: boolean): string {
  let little = littleEndian;
  let from = 0;
  if (takeBom && bytes.length >= 2 && (bytes[0] ^ bytes[1]) === 1 && (bytes[0] | bytes[1]) === 0xff) {
    little = bytes[0] === 0xff;
    from = 2;
  }
  const name = little ? "utf-16-le" : "utf-16-be";
  if ((bytes.length - from) % 2 === 1 && strict) throw decodeError(name, bytes, bytes.length - 1, "truncated data");
  let text = "";
  for (let at = from; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(little ? bytes[at] | (bytes[at + 1] << 8) : (bytes[at] << 8) | bytes[at + 1]);
  }
  return text;
}

function charmapDecoder(runs: string): Decode {
  const table = new Int32Array(256);
  let byte = 0;
  for (const run of runs.split(" ")) {
    const [length, first] = run.split(":");
    const count = Number.parseInt(length, 36);
    const point = first === "" ? -1 : Number.parseInt(first, 36);
    for (let i = 0; i < count; i++) table[byte++] = point < 0 ? -1 : point + i;
  }
  return (bytes, strict) => {
    let text = "";
    for (let at = 0; at < bytes.length; at++) {
      const point = table[bytes[at]];
      if (point < 0 && strict) throw decodeError("charmap", bytes, at, "character maps to <undefined>");
      text += String.fromCharCode(point < 0 ? REPLACEMENT : point);
    }
    return text;
  };
}

function decodeWith(codec: MultibyteCodec, bytes: Uint8Array, strict: boolean): string {
  const text = decodeMultibyte(codec, bytes, (start, end, reason, out) => {
    if (strict) throw decodeError(codec.name, bytes, start, reason, end);
    out.push(REPLACEMENT);
    return end;
  });
  return textToHost(text);
}

function decodeError(codec: string, bytes: Uint8Array, at: number, reason: string, end = at + 1): PythonError {
  if (end > at + 1) return new PythonError("UnicodeDecodeError", `'${codec}' codec can't decode bytes in position ${at}-${end - 1}: ${reason}`);
  const byte = bytes[at].toString(16).padStart(2, "0");
  return new PythonError("UnicodeDecodeError", `'${codec}' codec can't decode byte 0x${byte} in position ${at}: ${reason}`);
}
