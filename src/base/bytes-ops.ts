// The methods of bytes and bytearray on Uint8Arrays: search, split, strip, pad, ASCII case and predicates, hex.
// Mirrors Objects/bytes_methods.c, Objects/stringlib and Python/pystrhex.c; see docs/base.md.
import { PythonError } from "./python-error.ts";
import { LONG_NEEDLE, twoWayFind } from "./two-way.ts";

const EMPTY = new Uint8Array(0);

function matches(hay: Uint8Array, at: number, needle: Uint8Array): boolean {
  for (let k = 0; k < needle.length; k++) if (hay[at + k] !== needle[k]) return false;
  return true;
}

/** Index of the first `needle` in [start, end), 0 <= start <= end <= length; -1 when there is none. */
export function bytesFind(b: Uint8Array, needle: Uint8Array, start = 0, end = b.length): number {
  const m = needle.length;
  if (end - start < m) return -1;
  if (m === 0) return start;
  if (m >= LONG_NEEDLE) return twoWayFind(b, needle, start, end);
  const first = needle[0]!;
  const last = end - m;
  if (m < 4 || end - start < 64) {
    for (let i = b.indexOf(first, start); i >= 0 && i <= last; i = b.indexOf(first, i + 1)) if (matches(b, i, needle)) return i;
    return -1;
  }
  const tail = needle[m - 1]!;
  const shift = new Int32Array(256).fill(m);
  for (let i = 0; i < m - 1; i++) shift[needle[i]!] = m - 1 - i;
  for (let i = start; i <= last; ) {
    const c = b[i + m - 1]!;
    if (c === tail && b[i] === first && matches(b, i, needle)) return i;
    i += shift[c]!;
  }
  return -1;
}

/** Index of the last `needle` in [start, end); -1 when there is none. */
export function bytesRfind(b: Uint8Array, needle: Uint8Array, start = 0, end = b.length): number {
  const m = needle.length;
  if (end - start < m) return -1;
  if (m === 0) return end;
  for (let i = end - m; i >= start; i--) if (b[i] === needle[0] && matches(b, i, needle)) return i;
  return -1;
}

/** Number of non-overlapping occurrences in [start, end). */
export function bytesCount(b: Uint8Array, needle: Uint8Array, start = 0, end = b.length): number {
  const m = needle.length;
  if (end - start < m) return 0;
  if (m === 0) return end - start + 1;
  let count = 0;
  for (let at = bytesFind(b, needle, start, end); at >= 0; at = bytesFind(b, needle, at + m, end)) count++;
  return count;
}

/** True when `part` stands in b[start:end] at its start, or at its end with `atEnd`. */
export function bytesTailMatch(b: Uint8Array, part: Uint8Array, start: number, end: number, atEnd: boolean): boolean {
  if (end - start < part.length) return false;
  return matches(b, atEnd ? end - part.length : start, part);
}

export function bytesEquals(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && matches(a, 0, b);
}

/** Less than 0, 0, more than 0. */
export function bytesCompare(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

export function bytesConcat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** separator.join(items). */
export function bytesJoin(separator: Uint8Array, items: readonly Uint8Array[]): Uint8Array {
  let n = Math.max(0, separator.length * (items.length - 1));
  for (const item of items) n += item.length;
  const out = new Uint8Array(n);
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    if (i > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(items[i]!, at);
    at += items[i]!.length;
  }
  return out;
}

export function bytesRepeat(b: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(b.length * count);
  if (b.length === 1) return out.fill(b[0]!);
  if (out.length === 0) return out;
  out.set(b);
  for (let filled = b.length; filled < out.length; filled *= 2) out.copyWithin(filled, 0, Math.min(filled, out.length - filled));
  return out;
}

/** bytes.replace; `limit` below 0 replaces all. Always a new array. */
export function bytesReplace(b: Uint8Array, from: Uint8Array, to: Uint8Array, limit = -1): Uint8Array {
  const pieces: Uint8Array[] = [];
  if (from.length === 0) {
    const most = limit < 0 ? b.length + 1 : Math.min(limit, b.length + 1);
    if (most === 0) return b.slice();
    pieces.push(EMPTY);
    for (let i = 0; i < most - 1; i++) pieces.push(b.subarray(i, i + 1));
    pieces.push(b.subarray(most - 1));
    return bytesJoin(to, pieces);
  }
  let start = 0;
  for (let left = limit; left !== 0; left--) {
    const at = bytesFind(b, from, start);
    if (at < 0) break;
    pieces.push(b.subarray(start, at));
    start = at + from.length;
  }
  pieces.push(b.subarray(start));
  return bytesJoin(to, pieces);
}

/** bytes.split(separator, limit); the separator is not empty. */
export function bytesSplit(b: Uint8Array, separator: Uint8Array, limit = -1): Uint8Array[] {
  const out: Uint8Array[] = [];
  let start = 0;
  for (let left = limit; left !== 0; left--) {
    const at = bytesFind(b, separator, start);
    if (at < 0) break;
    out.push(b.slice(start, at));
    start = at + separator.length;
  }
  out.push(b.slice(start));
  return out;
}

/** bytes.rsplit(separator, limit); the separator is not empty. */
export function bytesRsplit(b: Uint8Array, separator: Uint8Array, limit = -1): Uint8Array[] {
  const out: Uint8Array[] = [];
  let end = b.length;
  for (let left = limit; left !== 0; left--) {
    const at = bytesRfind(b, separator, 0, end);
    if (at < 0) break;
    out.push(b.slice(at + separator.length, end));
    end = at;
  }
  out.push(b.slice(0, end));
  return out.reverse();
}

/** ASCII white space: blank, \t \n \v \f \r. */
export function isByteSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** bytes.split(None, limit). */
export function bytesSplitSpace(b: Uint8Array, limit = -1): Uint8Array[] {
  const out: Uint8Array[] = [];
  const n = b.length;
  let i = 0;
  for (let left = limit; ; left--) {
    while (i < n && isByteSpace(b[i]!)) i++;
    if (i === n) break;
    const start = i;
    if (left === 0) {
      out.push(b.slice(start));
      break;
    }
    while (i < n && !isByteSpace(b[i]!)) i++;
    out.push(b.slice(start, i));
  }
  return out;
}

/** bytes.rsplit(None, limit). */
export function bytesRsplitSpace(b: Uint8Array, limit = -1): Uint8Array[] {
  const out: Uint8Array[] = [];
  let i = b.length;
  for (let left = limit; ; left--) {
    while (i > 0 && isByteSpace(b[i - 1]!)) i--;
    if (i === 0) break;
    const end = i;
    if (left === 0) {
      out.push(b.slice(0, end));
      break;
    }
    while (i > 0 && !isByteSpace(b[i - 1]!)) i--;
    out.push(b.slice(i, end));
  }
  return out.reverse();
}

/** bytes.splitlines: \n, \r and \r\n only. */
export function bytesSplitlines(b: Uint8Array, keepEnds: boolean): Uint8Array[] {
  const out: Uint8Array[] = [];
  const n = b.length;
  let i = 0;
  while (i < n) {
    const start = i;
    while (i < n && b[i] !== 10 && b[i] !== 13) i++;
    let end = i;
    if (i < n) {
      i += b[i] === 13 && b[i + 1] === 10 ? 2 : 1;
      if (keepEnds) end = i;
    }
    out.push(b.slice(start, end));
  }
  return out;
}

/** bytes.partition; the separator is not empty. */
export function bytesPartition(b: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const at = bytesFind(b, separator);
  if (at < 0) return [b, EMPTY, EMPTY];
  return [b.slice(0, at), separator, b.slice(at + separator.length)];
}

/** bytes.rpartition; the separator is not empty. */
export function bytesRpartition(b: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const at = bytesRfind(b, separator);
  if (at < 0) return [EMPTY, EMPTY, b];
  return [b.slice(0, at), separator, b.slice(at + separator.length)];
}

/** bytes.strip and its one-sided forms (STRIP_LEFT 1, STRIP_RIGHT 2); without `chars` white space goes. */
export function bytesStrip(b: Uint8Array, sides: number, chars?: Uint8Array): Uint8Array {
  let start = 0;
  let end = b.length;
  const goes = (c: number): boolean => (chars === undefined ? isByteSpace(c) : chars.includes(c));
  if (sides & 1) while (start < end && goes(b[start]!)) start++;
  if (sides & 2) while (end > start && goes(b[end - 1]!)) end--;
  return start === 0 && end === b.length ? b : b.slice(start, end);
}

export function bytesExpandtabs(b: Uint8Array, tabSize: number): Uint8Array {
  const out: number[] = [];
  let column = 0;
  for (const c of b) {
    if (c === 9) {
      if (tabSize > 0) {
        const gap = tabSize - (column % tabSize);
        column += gap;
        for (let k = 0; k < gap; k++) out.push(32);
      }
    } else {
      out.push(c);
      column = c === 10 || c === 13 ? 0 : column + 1;
    }
  }
  return Uint8Array.from(out);
}

function pad(b: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  if (left <= 0 && right <= 0) return b;
  const out = new Uint8Array(b.length + left + right).fill(fill);
  out.set(b, left);
  return out;
}

export function bytesCenter(b: Uint8Array, width: number, fill: number): Uint8Array {
  const gap = width - b.length;
  if (gap <= 0) return b;
  const left = Math.floor(gap / 2) + (gap & width & 1);
  return pad(b, left, gap - left, fill);
}

export function bytesLjust(b: Uint8Array, width: number, fill: number): Uint8Array {
  return pad(b, 0, Math.max(0, width - b.length), fill);
}

export function bytesRjust(b: Uint8Array, width: number, fill: number): Uint8Array {
  return pad(b, Math.max(0, width - b.length), 0, fill);
}

export function bytesZfill(b: Uint8Array, width: number): Uint8Array {
  const gap = width - b.length;
  if (gap <= 0) return b;
  const out = pad(b, gap, 0, 48);
  const first = b[0];
  if (first === 43 || first === 45) {
    out[0] = first;
    out[gap] = 48;
  }
  return out;
}

/** bytes.translate: `table` has 256 entries or is undefined; bytes of `drop` go first. */
export function bytesTranslate(b: Uint8Array, table: Uint8Array | undefined, drop: Uint8Array): Uint8Array {
  if (drop.length === 0) return table === undefined ? b.slice() : b.map((c) => table[c]!);
  const dropped = new Uint8Array(256);
  for (const c of drop) dropped[c] = 1;
  const out = new Uint8Array(b.length);
  let n = 0;
  for (const c of b) if (dropped[c] === 0) out[n++] = table === undefined ? c : table[c]!;
  return out.slice(0, n);
}

/** bytes.maketrans of two arrays of one length. */
export function bytesMaketrans(from: Uint8Array, to: Uint8Array): Uint8Array {
  const out = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < from.length; i++) out[from[i]!] = to[i]!;
  return out;
}

function isUpper(c: number): boolean {
  return c >= 65 && c <= 90;
}
function isLower(c: number): boolean {
  return c >= 97 && c <= 122;
}
function isLetter(c: number): boolean {
  return isUpper(c) || isLower(c);
}
function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

export function bytesUpper(b: Uint8Array): Uint8Array {
  return b.map((c) => (isLower(c) ? c - 32 : c));
}
export function bytesLower(b: Uint8Array): Uint8Array {
  return b.map((c) => (isUpper(c) ? c + 32 : c));
}
export function bytesSwapcase(b: Uint8Array): Uint8Array {
  return b.map((c) => (isLetter(c) ? c ^ 32 : c));
}
export function bytesCapitalize(b: Uint8Array): Uint8Array {
  return b.map((c, i) => (i === 0 ? (isLower(c) ? c - 32 : c) : isUpper(c) ? c + 32 : c));
}
export function bytesTitle(b: Uint8Array): Uint8Array {
  let previous = false;
  return b.map((c) => {
    const letter = isLetter(c);
    const r = letter ? (previous ? c | 32 : c & ~32) : c;
    previous = letter;
    return r;
  });
}

export function bytesIsAlpha(b: Uint8Array): boolean {
  return b.length > 0 && b.every(isLetter);
}
export function bytesIsAlnum(b: Uint8Array): boolean {
  return b.length > 0 && b.every((c) => isLetter(c) || isDigit(c));
}
export function bytesIsDigit(b: Uint8Array): boolean {
  return b.length > 0 && b.every(isDigit);
}
export function bytesIsSpace(b: Uint8Array): boolean {
  return b.length > 0 && b.every(isByteSpace);
}
export function bytesIsAscii(b: Uint8Array): boolean {
  for (let i = 0; i < b.length; i++) if (b[i]! > 127) return false;
  return true;
}
export function bytesIsUpper(b: Uint8Array): boolean {
  return b.some(isUpper) && !b.some(isLower);
}
export function bytesIsLower(b: Uint8Array): boolean {
  return b.some(isLower) && !b.some(isUpper);
}
export function bytesIsTitle(b: Uint8Array): boolean {
  let seen = false;
  let previous = false;
  for (const c of b) {
    if (isUpper(c)) {
      if (previous) return false;
      previous = seen = true;
    } else if (isLower(c)) {
      if (!previous) return false;
      seen = true;
    } else previous = false;
  }
  return seen;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

/** bytes.hex: `group` bytes between separators, counted from the right, from the left when negative; "" for none. */
export function bytesHex(b: Uint8Array, separator = "", group = 1): string {
  const out: string[] = [];
  const n = b.length;
  if (separator === "" || group === 0) {
    let text = "";
    for (let i = 0; i < n; i++) text += HEX[b[i]!]!;
    return text;
  }
  const size = Math.abs(group);
  for (let i = 0; i < n; i++) {
    if (i > 0 && (group < 0 ? i : n - i) % size === 0) out.push(separator);
    out.push(HEX[b[i]!]!);
  }
  return out.join("");
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(c: number): number {
  if (isDigit(c)) return c - 48;
  const l = c | 32;
  return l >= 97 && l <= 102 && c < 128 ? l - 87 : -1;
}

/** bytes.fromhex of text that is pairs of hexadecimal digits and nothing else; undefined for other text. */
export function bytesFromPlainHex(text: string): Uint8Array | undefined {
  const n = text.length;
  if ((n & 1) !== 0) return undefined;
  const out = new Uint8Array(n >> 1);
  for (let i = 0; i < n; i += 2) {
    const high = hexValue(text.charCodeAt(i));
    const low = hexValue(text.charCodeAt(i + 1));
    if (high < 0 || low < 0) return undefined;
    out[i >> 1] = (high << 4) | low;
  }
  return out;
}

/** bytes.fromhex of text given as code points or of ASCII bytes. Raises ValueError. */
export function bytesFromHex(text: ArrayLike<number>): Uint8Array {
  const n = text.length;
  for (let k = 0; k < n; k++) if (text[k]! > 127) throw badHex(k);
  const out = new Uint8Array(n >> 1);
  let count = 0;
  let i = 0;
  for (;;) {
    while (i < n && isByteSpace(text[i]!)) i++;
    if (i >= n) break;
    const high = hexValue(text[i]!);
    if (high < 0) throw badHex(i);
    if (i + 1 >= n) throw new PythonError("ValueError", "fromhex() arg must contain an even number of hexadecimal digits");
    const low = hexValue(text[i + 1]!);
    if (low < 0) throw badHex(i + 1);
    out[count++] = high * 16 + low;
    i += 2;
  }
  return out.slice(0, count);
}

function badHex(position: number): PythonError {
  return new PythonError("ValueError", `non-hexadecimal number found in fromhex() arg at position ${position}`);
}
