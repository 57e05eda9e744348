// From the bytes of a source file to its text: signature, coding cookie (PEP 263), decoding, CPython's errors. Mirrors
// Parser/tokenizer/string_tokenizer.c, file_tokenizer.c and helpers.c, and detect_encoding of Lib/tokenize.py.
// See docs/syntax-tokens.md.
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import { textRepr } from "../base/text-repr.ts";
import { decodeUtf8, latin1Text } from "../base/utf8.ts";
import { hasBom, lookupCodec } from "./codecs.ts";

export interface DecodedSource {
  text: string;
  /** Name of the encoding as CPython keeps it: "utf-8", "iso-8859-1", or the cookie's own text. */
  encoding: string;
}

export interface DecodeOptions {
  filename: string | null;
  /** False for modes eval and single, where a source of one line without a newline has no cookie. Default true. */
  execInput?: boolean;
  /**
   * "bytes" (the default) words errors as compile() does for a bytes object (so do the import system and py_compile), "file" as
   * `python FILE` does, which reads line by line.
   */
  from?: "bytes" | "file";
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenientDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes Python source. Raises PythonSyntaxError. Line ends are left for the tokenizer. */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions): DecodedSource {
  const file = options.from === "file";
  if (!file && bytes.includes(0)) {
    throw new PythonSyntaxError(
      "SyntaxError", "source code string cannot contain null bytes", null, null, null, null, null, null,
    );
  }
  const bom = hasBom(bytes);
  const source = bom ? bytes.subarray(3) : bytes;
  const cookie = findCookie(source, options.execInput ?? true);
  let encoding = bom ? "utf-8" : null;
  if (cookie !== null) {
    if (bom && cookie.name !== "utf-8") throw bomError(source, cookie, options, file);
    encoding = cookie.name;
  }
  if (encoding !== null && encoding !== "utf-8") {
    return { text: decodeDeclared(source, encoding, cookie!, options, file), encoding };
  }
  try {
    return { text: decoder.decode(source), encoding: "utf-8" };
  } catch {
    throw file && encoding !== null ? declaredUtf8Error(source, options) : nonUtf8Error(source, options, file);
  }
}

/** A cookie in the first or second line; the positions are offsets into the source. */
interface Cookie {
  name: string;
  lineno: number;
  lineStart: number;
  lineEnd: number;
}

function findCookie(source: Uint8Array, execInput: boolean): Cookie | null {
  let start = 0;
  for (let lineno = 1; lineno <= 2; lineno++) {
    let end = start;
    while (end < source.length && source[end] !== 10 && source[end] !== 13) end++;
    if (end === source.length && (!execInput || start === end)) return null;
    const line = latin1Text(source, start, end);
    const name = codingSpec(line);
    if (name !== null) return { name: getNormalName(name), lineno, lineStart: start, lineEnd: end };
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return null; // behind a line with code there is no cookie
    start = end + (source[end] === 13 && source[end + 1] === 10 ? 2 : 1);
  }
  return null;
}

/** What a line declares as encoding, null when it is no comment line or has no declaration. */
function codingSpec(line: string): string | null {
  if (!/^[ \t\f]*#/.test(line)) return null;
  return /coding[:=][ \t]*([a-zA-Z0-9\-_.]+)/.exec(line)?.[1] ?? null;
}

/** One spelling for the two encodings that the tokenizer knows itself; only the first twelve characters count. */
function getNormalName(name: string): string {
  const start = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (start === "utf-8" || start.startsWith("utf-8-")) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(start)) return "iso-8859-1";
  return name;
}

/** Decodes with a declared encoding other than utf-8. */
function decodeDeclared(source: Uint8Array, encoding: string, cookie: Cookie, options: DecodeOptions, file: boolean): string {
  try {
    const decode = lookupCodec(encoding);
    if (!file) return decode(withUnixNewlines(source, options.execInput ?? true), true);
    // From a file the codec only sees what comes behind the cookie, from the end of its line on.
    const head = cookie.lineEnd + (source[cookie.lineEnd] === 13 && source[cookie.lineEnd + 1] === 10 ? 1 : 0);
    return latin1Text(source, 0, head).replace(/[^\0-\x7f]/g, "?") + decode(source.subarray(head), true);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    let message = error.message;
    if (file) message = message.replace("; use codecs.decode() to handle arbitrary codecs", "");
    throw new PythonSyntaxError("SyntaxError", message, options.filename, 0, -1, null, null, null);
  }
}

/** The bytes as CPython decodes them: positions in its messages count a \r\n as one, and there is a newline at the end. */
function withUnixNewlines(source: Uint8Array, execInput: boolean): Uint8Array {
  const result = new Uint8Array(source.length + 1);
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    let byte = source[at];
    if (byte === 13) {
      if (source[at + 1] === 10) at++;
      byte = 10;
    }
    result[size++] = byte;
  }
  if (execInput && (size === 0 || result[size - 1] !== 10)) result[size++] = 10;
  return result.subarray(0, size);
}

function bomError(source: Uint8Array, cookie: Cookie, options: DecodeOptions, file: boolean): PythonSyntaxError {
  const line = lenientDecoder.decode(source.subarray(cookie.lineStart, cookie.lineEnd));
  // CPython measures the second line, and every line of a file, with its newline.
  const withNewline = file || cookie.lineno === 2 ? 1 : 0;
  return new PythonSyntaxError(
    "SyntaxError", `encoding problem: ${cookie.name} with BOM`, options.filename,
    cookie.lineno, 0, cookie.lineno, countPoints(line) + withNewline, line,
  );
}

/** The first byte that is not UTF-8, when nothing says that the source is. */
function nonUtf8Error(source: Uint8Array, options: DecodeOptions, file: boolean): PythonSyntaxError {
  const bad = firstBadByte(source);
  const { lineno: physical, start, end } = lineAt(source, bad);
  let lineno = physical;
  // Reading a file whose first line is code, CPython has not counted the second line yet when it checks it.
  if (file && physical === 2 && !/^[ \t\f]*(?:#|\r?\n)/.test(latin1Text(source, 0, start))) lineno = 1;
  const offset = countPoints(lenientDecoder.decode(source.subarray(start, bad + 1)));
  const text = lenientDecoder.decode(source.subarray(start, end));
  const where = file && options.filename !== null ? ` in file ${options.filename}` : "";
  const message =
    `Non-UTF-8 code starting with '\\x${source[bad].toString(16).padStart(2, "0")}'${where} on line ${lineno}, ` +
    "but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  return new PythonSyntaxError("SyntaxError", message, options.filename, lineno, offset, lineno, offset, text);
}

/** The same in a file that has a signature or declares utf-8: CPython's decoder speaks, about the line. */
function declaredUtf8Error(source: Uint8Array, options: DecodeOptions): PythonSyntaxError {
  const { lineno, start, end } = lineAt(source, firstBadByte(source));
  const line = source.subarray(start, Math.min(end + 1, source.length));
  let message = "";
  try {
    decodeUtf8(line, 0, line.length, false);
  } catch (error) {
    message = (error as PythonError).message;
  }
  return new PythonSyntaxError(
    "SyntaxError", `(unicode error) ${message}`, options.filename, lineno, 0, lineno, -1, lenientDecoder.decode(line),
  );
}

/** Offset of the first byte that does not begin or continue a character properly: of the sequence's first byte. */
function firstBadByte(source: Uint8Array): number {
  let at = 0;
  while (at < source.length) {
    const byte = source[at];
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    const second = source[at + 1] ?? 0;
    if (
      length === 0 || (byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f) ||
      (byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f)
    ) {
      return at;
    }
    for (let i = 1; i < length; i++) {
      if (((source[at + i] ?? 0) & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return at;
}

/** The line that holds offset `at`: its number and its ends, the second before the line end. */
function lineAt(source: Uint8Array, at: number): { lineno: number; start: number; end: number } {
  let lineno = 1;
  let start = 0;
  for (let i = 0; i < at; i++) {
    if (source[i] === 10 || (source[i] === 13 && source[i + 1] !== 10)) {
      lineno++;
      start = i + 1;
    }
  }
  let end = at;
  while (end < source.length && source[end] !== 10 && source[end] !== 13) end++;
  return { lineno, start, end };
}

function countPoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * tokenize.detect_encoding over a whole file. The encoding is "utf-8-sig" when there is a signature. Raises PythonSyntaxError,
 * and PythonError (LookupError) for an encoding that is not one of text.
 */
export function detectEncoding(bytes: Uint8Array, filename: string | null): string {
  const bom = hasBom(bytes);
  const base = bom ? "utf-8-sig" : "utf-8";
  const of = filename === null ? "" : ` for ${textRepr(filename)}`;
  let start = bom ? 3 : 0;
  const from = start;
  if (start === bytes.length) return base;
  for (let lineno = 1; lineno <= 2; lineno++) {
    if (start === bytes.length) break;
    let end = bytes.indexOf(10, start) + 1;
    if (end === 0) end = bytes.length;
    const line = latin1Text(bytes, start, end);
    const name = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1];
    start = end;
    if (name !== undefined) {
      const encoding = getNormalName(name);
      try {
        lookupCodec(encoding);
      } catch (error) {
        if (!(error as PythonError).message.startsWith("unknown encoding")) throw error;
        throw plainSyntaxError(`unknown encoding${of}: ${encoding}`);
      }
      if (bom && encoding !== "utf-8") throw plainSyntaxError(`encoding problem${of}: utf-8`);
      checkDecodes(bytes.subarray(from, end), encoding, of);
      return bom ? "utf-8-sig" : encoding;
    }
    if (!/^[ \t\f]*(?:[#\r\n]|$)/.test(line)) break;
  }
  checkDecodes(bytes.subarray(from, start), "utf-8", of);
  return base;
}

function checkDecodes(lines: Uint8Array, encoding: string, of: string): void {
  if (lines.includes(0)) throw plainSyntaxError("source code cannot contain null bytes");
  try {
    lookupCodec(encoding)(lines, true);
  } catch {
    throw plainSyntaxError(`invalid or missing encoding declaration${of}`);
  }
}

function plainSyntaxError(message: string): PythonSyntaxError {
  return new PythonSyntaxError("SyntaxError", message, null, null, null, null, null, null);
}
