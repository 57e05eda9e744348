// Searching, splitting, stripping and padding of str by code points. Strings below the BMP's end go to the host's own methods.
// Mirrors Objects/stringlib/{fastsearch,find,split,partition,transmogrify}.h; see docs/base.md.
import { isWhiteSpace } from "./text-properties.ts";
import { AstralText, copyPoints, textAt, textConcat, textEquals, textFromPoints, textJoin, textLength, textPad, textPointsView, textSlice } from "./text.ts";
import type { Text } from "./text.ts";
import { LONG_NEEDLE, twoWayFind } from "./two-way.ts";

/** Index of the first `needle` in [start, end), 0 <= start <= end <= length; -1 when there is none. */
export function textFind(t: Text, needle: Text, start = 0, end = textLength(t)): number {
  const m = textLength(needle);
  if (end - start < m) return -1;
  if (m === 0) return start;
  if (typeof t === "string") {
    if (typeof needle !== "string") return -1;
    if (m >= LONG_NEEDLE) return twoWayFind(t, textPointsView(needle), start, end);
    if (end === t.length) return t.indexOf(needle, start);
    // A search over the rest of a long string must not run far past `end`.
    const at = t.length - end <= 4 * (end - start) + 64 ? t.indexOf(needle, start) : t.slice(start, end).indexOf(needle);
    if (at < 0) return -1;
    const index = t.length - end <= 4 * (end - start) + 64 ? at : at + start;
    return index + m <= end ? index : -1;
  }
  return findPoints(t.points, textPointsView(needle), start, end);
}

/** Horspool's search with a 256-entry shift table; plain for short needles. */
function findPoints(hay: Int32Array, needle: Int32Array, start: number, end: number): number {
  const m = needle.length;
  const last = end - m;
  const first = needle[0]!;
  if (m === 1) {
    const at = hay.indexOf(first, start);
    return at >= 0 && at < end ? at : -1;
  }
  if (m >= LONG_NEEDLE) return twoWayFind(hay, needle, start, end);
  const tail = needle[m - 1]!;
  if (m < 4 || end - start < 32) {
    for (let i = start; i <= last; i++) if (hay[i] === first && hay[i + m - 1] === tail && matches(hay, i, needle)) return i;
    return -1;
  }
  const shift = new Int32Array(256).fill(m);
  for (let i = 0; i < m - 1; i++) shift[needle[i]! & 255] = m - 1 - i;
  for (let i = start; i <= last; ) {
    const c = hay[i + m - 1]!;
    if (c === tail && hay[i] === first && matches(hay, i, needle)) return i;
    i += shift[c & 255]!;
  }
  return -1;
}

function matches(hay: Int32Array, at: number, needle: Int32Array): boolean {
  for (let k = 0; k < needle.length; k++) if (hay[at + k] !== needle[k]) return false;
  return true;
}

/** Index of the last `needle` in [start, end); -1 when there is none. */
export function textRfind(t: Text, needle: Text, start = 0, end = textLength(t)): number {
  const m = textLength(needle);
  if (end - start < m) return -1;
  if (m === 0) return end;
  if (typeof t === "string") {
    if (typeof needle !== "string") return -1;
    const at = t.lastIndexOf(needle, end - m);
    return at >= start ? at : -1;
  }
  const n = textPointsView(needle);
  for (let i = end - m; i >= start; i--) if (t.points[i] === n[0] && matches(t.points, i, n)) return i;
  return -1;
}

/** Number of non-overlapping occurrences in [start, end). */
export function textCount(t: Text, needle: Text, start = 0, end = textLength(t)): number {
  const m = textLength(needle);
  if (end - start < m) return 0;
  if (m === 0) return end - start + 1;
  let count = 0;
  for (let at = textFind(t, needle, start, end); at >= 0; at = textFind(t, needle, at + m, end)) count++;
  return count;
}

/** True when `part` stands in t[start:end] at its start, or at its end with `atEnd`. */
export function textTailMatch(t: Text, part: Text, start: number, end: number, atEnd: boolean): boolean {
  const m = textLength(part);
  if (end - start < m) return false;
  const at = atEnd ? end - m : start;
  if (typeof t === "string") return typeof part === "string" && t.startsWith(part, at);
  for (let i = 0; i < m; i++) if (t.points[at + i] !== textAt(part, i)) return false;
  return true;
}

/** str.replace; `limit` below 0 replaces all. Gives `t` itself when nothing changes. */
export function textReplace(t: Text, from: Text, to: Text, limit = -1): Text {
  if (limit === 0 || textEquals(from, to)) return t;
  const n = textLength(t);
  const m = textLength(from);
  if (m > n) return t;
  if (m === 0) {
    const most = limit < 0 ? n + 1 : Math.min(limit, n + 1);
    const pieces: Text[] = [""];
    for (let i = 0; i < most - 1; i++) pieces.push(textSlice(t, i, i + 1));
    pieces.push(textSlice(t, most - 1, n));
    return textJoin(to, pieces);
  }
  if (typeof t === "string" && typeof from === "string" && typeof to === "string" && limit < 0 && m < LONG_NEEDLE) {
    if (to.indexOf("$") < 0) return t.replaceAll(from, to);
    return t.indexOf(from) < 0 ? t : t.split(from).join(to);
  }
  let at = textFind(t, from, 0, n);
  if (at < 0) return t;
  const pieces: Text[] = [];
  let from0 = 0;
  for (let left = limit; at >= 0 && left !== 0; left--) {
    pieces.push(textSlice(t, from0, at));
    from0 = at + m;
    at = textFind(t, from, from0, n);
  }
  pieces.push(textSlice(t, from0, n));
  return textJoin(to, pieces);
}

/** str.split(separator, limit); the separator is not empty; `limit` below 0: no limit. */
export function textSplit(t: Text, separator: Text, limit = -1): Text[] {
  if (typeof t === "string" && typeof separator === "string" && t.length <= 32) return splitShort(t, separator, limit);
  if (limit < 0 && typeof t === "string" && textLength(separator) < LONG_NEEDLE) return typeof separator === "string" ? t.split(separator) : [t];
  const out: Text[] = [];
  const m = textLength(separator);
  let from = 0;
  for (let left = limit; left !== 0; left--) {
    const at = textFind(t, separator, from);
    if (at < 0) break;
    out.push(textSlice(t, from, at));
    from = at + m;
  }
  out.push(textSlice(t, from, textLength(t)));
  return out;
}

/** Starting the host's split costs as much as cutting four pieces. */
function splitShort(t: string, separator: string, limit: number): string[] {
  const out: string[] = [];
  let from = 0;
  for (let left = limit; left !== 0; left--) {
    const at = t.indexOf(separator, from);
    if (at < 0) break;
    out.push(t.slice(from, at));
    from = at + separator.length;
  }
  out.push(from === 0 ? t : t.slice(from));
  return out;
}

/** str.rsplit(separator, limit); the separator is not empty. */
export function textRsplit(t: Text, separator: Text, limit = -1): Text[] {
  const out: Text[] = [];
  const m = textLength(separator);
  let end = textLength(t);
  for (let left = limit; left !== 0; left--) {
    const at = textRfind(t, separator, 0, end);
    if (at < 0) break;
    out.push(textSlice(t, at + m, end));
    end = at;
  }
  out.push(textSlice(t, 0, end));
  return out.reverse();
}

/** str.split() of a string. */
function splitWords(t: string): string[] {
  const out: string[] = [];
  const n = t.length;
  let i = 0;
  for (;;) {
    while (i < n && isWhiteSpace(t.charCodeAt(i))) i++;
    if (i === n) return out;
    const start = i;
    for (i++; i < n; i++) {
      const c = t.charCodeAt(i);
      if (c <= 32 ? isWhiteSpace(c) : c > 127 && isWhiteSpace(c)) break;
    }
    out.push(start === 0 && i === n ? t : t.slice(start, i));
  }
}

/** str.split(None, limit). */
export function textSplitSpace(t: Text, limit = -1): Text[] {
  if (typeof t === "string" && limit < 0) return splitWords(t);
  const out: Text[] = [];
  const n = textLength(t);
  let i = 0;
  for (let left = limit; ; left--) {
    while (i < n && isWhiteSpace(textAt(t, i))) i++;
    if (i === n) break;
    const start = i;
    if (left === 0) {
      out.push(textSlice(t, start, n));
      break;
    }
    while (i < n && !isWhiteSpace(textAt(t, i))) i++;
    out.push(textSlice(t, start, i));
  }
  return out;
}

/** str.rsplit(None, limit). */
export function textRsplitSpace(t: Text, limit = -1): Text[] {
  const out: Text[] = [];
  let i = textLength(t);
  for (let left = limit; ; left--) {
    while (i > 0 && isWhiteSpace(textAt(t, i - 1))) i--;
    if (i === 0) break;
    const end = i;
    if (left === 0) {
      out.push(textSlice(t, 0, end));
      break;
    }
    while (i > 0 && !isWhiteSpace(textAt(t, i - 1))) i--;
    out.push(textSlice(t, i, end));
  }
  return out.reverse();
}

function isLineBreak(c: number): boolean {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** str.splitlines. */
export function textSplitlines(t: Text, keepEnds: boolean): Text[] {
  const out: Text[] = [];
  const n = textLength(t);
  let i = 0;
  while (i < n) {
    const start = i;
    while (i < n && !isLineBreak(textAt(t, i))) i++;
    let end = i;
    if (i < n) {
      i += textAt(t, i) === 13 && i + 1 < n && textAt(t, i + 1) === 10 ? 2 : 1;
      if (keepEnds) end = i;
    }
    out.push(textSlice(t, start, end));
  }
  return out;
}

/** str.partition; the separator is not empty. */
export function textPartition(t: Text, separator: Text): [Text, Text, Text] {
  const at = textFind(t, separator);
  if (at < 0) return [t, "", ""];
  return [textSlice(t, 0, at), separator, textSlice(t, at + textLength(separator), textLength(t))];
}

/** str.rpartition; the separator is not empty. */
export function textRpartition(t: Text, separator: Text): [Text, Text, Text] {
  const at = textRfind(t, separator);
  if (at < 0) return ["", "", t];
  return [textSlice(t, 0, at), separator, textSlice(t, at + textLength(separator), textLength(t))];
}

export const STRIP_LEFT = 1;
export const STRIP_RIGHT = 2;
export const STRIP_BOTH = 3;

/** str.strip, lstrip, rstrip; without `chars` white space goes. */
export function textStrip(t: Text, sides: number, chars?: Text): Text {
  let start = 0;
  let end = textLength(t);
  const n = end;
  if (chars === undefined) {
    if (sides & STRIP_LEFT) while (start < end && isWhiteSpace(textAt(t, start))) start++;
    if (sides & STRIP_RIGHT) while (end > start && isWhiteSpace(textAt(t, end - 1))) end--;
  } else {
    if (sides & STRIP_LEFT) while (start < end && hasPoint(chars, textAt(t, start))) start++;
    if (sides & STRIP_RIGHT) while (end > start && hasPoint(chars, textAt(t, end - 1))) end--;
  }
  return start === 0 && end === n ? t : textSlice(t, start, end);
}

function hasPoint(chars: Text, point: number): boolean {
  const n = textLength(chars);
  for (let i = 0; i < n; i++) if (textAt(chars, i) === point) return true;
  return false;
}

/** str.expandtabs. */
export function textExpandtabs(t: Text, tabSize: number): Text {
  const n = textLength(t);
  const pieces: Text[] = [];
  let column = 0;
  let from = 0;
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c === 9) {
      pieces.push(textSlice(t, from, i));
      from = i + 1;
      if (tabSize > 0) {
        const gap = tabSize - (column % tabSize);
        column += gap;
        pieces.push(" ".repeat(gap));
      }
    } else {
      column++;
      if (c === 10 || c === 13) column = 0;
    }
  }
  if (from === 0) return t;
  pieces.push(textSlice(t, from, n));
  return textJoin("", pieces);
}

/** str.center: the odd blank goes left when the width is odd. */
export function textCenter(t: Text, width: number, fill: number): Text {
  const gap = width - textLength(t);
  if (gap <= 0) return t;
  const left = Math.floor(gap / 2) + (gap & width & 1);
  return textPad(t, left, gap - left, fill);
}

export function textLjust(t: Text, width: number, fill: number): Text {
  return textPad(t, 0, width - textLength(t), fill);
}

export function textRjust(t: Text, width: number, fill: number): Text {
  return textPad(t, width - textLength(t), 0, fill);
}

export function textZfill(t: Text, width: number): Text {
  const gap = width - textLength(t);
  if (gap <= 0) return t;
  const first = textLength(t) > 0 ? textAt(t, 0) : 0;
  if (first !== 43 && first !== 45) return textPad(t, gap, 0, 48);
  return textConcat(String.fromCharCode(first), textPad(textSlice(t, 1, textLength(t)), gap, 0, 48));
}

const UNKNOWN: readonly number[] = Array.from({ length: 128 }, () => -1);

/**
 * str.translate over a lookup: for a code point it answers a code point, text, null to drop it, undefined to keep it.
 */
export function textTranslate(t: Text, lookup: (point: number) => number | Text | null | undefined): Text {
  const n = textLength(t);
  const out: number[] = [];
  // What ASCII characters become is asked once: -1 is not known yet, -2 is more or less than one character.
  const direct = UNKNOWN.slice();
  for (let i = 0; i < n; i++) {
    const c = typeof t === "string" ? t.charCodeAt(i) : t.points[i]!;
    if (c < 128) {
      const one = direct[c]!;
      if (one >= 0) {
        out.push(one);
        continue;
      }
    }
    const r = lookup(c);
    if (c < 128) direct[c] = r === undefined ? c : typeof r === "number" ? r : -2;
    if (r === undefined) out.push(c);
    else if (typeof r === "number") out.push(r);
    else if (r !== null) for (let k = 0; k < textLength(r); k++) out.push(textAt(r, k));
  }
  return textFromPoints(out);
}

/** Reversed by code points, as t[::-1]. */
export function textReverse(t: Text): Text {
  const points = new Int32Array(textLength(t));
  copyPoints(points, 0, t);
  points.reverse();
  return t instanceof AstralText ? new AstralText(points) : textFromPoints(points);
}
