// Python text as a JavaScript value: a plain string when every UTF-16 unit is one code point (so lone surrogates, also a high
// one followed by a low one, are kept apart), else a record with the code points. Mirrors the storage half of
// Objects/unicodeobject.c; see docs/base.md.

import { PythonError } from "./python-error.ts";

/** Text with at least one code point above 0xFFFF. */
export class AstralText {
  /** One entry per code point. */
  readonly points: Int32Array;
  constructor(points: Int32Array) {
    this.points = points;
  }
}

/** A Python str: a string means that all code points are below 0x10000, one per unit. */
export type Text = string | AstralText;

/** The longest string that the host can hold (V8's, the least of the engines'). Longer text is a MemoryError. */
export const MAX_TEXT_LENGTH = 536870888;

/** Raises MemoryError when text of that length cannot be. */
export function checkTextLength(length: number): void {
  if (length > MAX_TEXT_LENGTH) throw new PythonError("MemoryError", "");
}

/** len(). */
export function textLength(t: Text): number {
  return typeof t === "string" ? t.length : t.points.length;
}

/** The code point at an index within range. */
export function textAt(t: Text, index: number): number {
  return typeof t === "string" ? t.charCodeAt(index) : t.points[index]!;
}

const CHUNK = 8192;

function unitsToString(points: ArrayLike<number>, start: number, end: number): string {
  if (end - start <= CHUNK) return chunkToString(points, start, end);
  let out = "";
  for (let i = start; i < end; i += CHUNK) out += chunkToString(points, i, Math.min(end, i + CHUNK));
  return out;
}

/** A plain array of known length is the quickest argument list. */
function chunkToString(points: ArrayLike<number>, start: number, end: number): string {
  if (Array.isArray(points) && start === 0 && end === points.length) return String.fromCharCode.apply(null, points as number[]);
  // oxlint-disable-next-line unicorn/no-new-array -- of known length
  const units = new Array<number>(end - start);
  for (let i = start; i < end; i++) units[i - start] = points[i]!;
  return String.fromCharCode.apply(null, units);
}

/** Text of code points; keeps `points` when it is an Int32Array and the text is astral. */
export function textFromPoints(points: ArrayLike<number>, start = 0, end = points.length): Text {
  let seen = 0;
  for (let i = start; i < end; i++) seen |= points[i]!;
  if (seen <= 0xffff) return unitsToString(points, start, end);
  if (points instanceof Int32Array) return new AstralText(start === 0 && end === points.length ? points : points.slice(start, end));
  const copy = new Int32Array(end - start);
  for (let i = start; i < end; i++) copy[i - start] = points[i]!;
  return new AstralText(copy);
}

/** One code point as text. */
export function textFromPoint(point: number): Text {
  return point <= 0xffff ? String.fromCharCode(point) : new AstralText(Int32Array.of(point));
}

const HAS_SURROGATE = /[\ud800-\udfff]/;

/** Host text to Python text: surrogate pairs become one code point. */
export function textFromHost(s: string): Text {
  if (!HAS_SURROGATE.test(s)) return s;
  const n = s.length;
  const points = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const point = s.codePointAt(i)!;
    if (point > 0xffff) i++;
    points[count++] = point;
  }
  return count < n ? new AstralText(points.slice(0, count)) : s;
}

/** Python text to host text (UTF-16). Not one-to-one when a lone high surrogate stands before a lone low one. */
export function textToHost(t: Text): string {
  if (typeof t === "string") return t;
  const { points } = t;
  const out: string[] = [];
  for (let i = 0; i < points.length; i += CHUNK) out.push(String.fromCodePoint.apply(null, points.subarray(i, i + CHUNK) as unknown as number[]));
  return out.join("");
}

/** The code points, in a fresh array that the caller may keep. */
export function textPoints(t: Text): Int32Array {
  if (typeof t !== "string") return t.points.slice();
  const points = new Int32Array(t.length);
  for (let i = 0; i < t.length; i++) points[i] = t.charCodeAt(i);
  return points;
}

/** The code points for reading only: the text's own array when it has one. */
export function textPointsView(t: Text): Int32Array {
  return typeof t === "string" ? textPoints(t) : t.points;
}

/** t[start:end] for 0 <= start <= end <= length. */
export function textSlice(t: Text, start: number, end: number): Text {
  if (typeof t === "string") return t.slice(start, end);
  if (start === 0 && end === t.points.length) return t;
  return textFromPoints(t.points, start, end);
}

/** t[start::step] with `count` items. */
export function textSliceStep(t: Text, start: number, step: number, count: number): Text {
  if (typeof t === "string" && count <= CHUNK) {
    // oxlint-disable-next-line unicorn/no-new-array -- of known length
    const units = new Array<number>(count);
    for (let i = 0, k = start; i < count; i++, k += step) units[i] = t.charCodeAt(k);
    return String.fromCharCode.apply(null, units);
  }
  const points = new Int32Array(count);
  for (let i = 0, k = start; i < count; i++, k += step) points[i] = textAt(t, k);
  return textFromPoints(points);
}

export function textConcat(a: Text, b: Text): Text {
  if (typeof a === "string" && typeof b === "string") return a + b;
  const n = textLength(a);
  const points = new Int32Array(n + textLength(b));
  copyPoints(points, 0, a);
  copyPoints(points, n, b);
  return new AstralText(points);
}

/** Copies the code points of t into target from `at` on. */
export function copyPoints(target: Int32Array, at: number, t: Text): void {
  if (typeof t === "string") for (let i = 0; i < t.length; i++) target[at + i] = t.charCodeAt(i);
  else target.set(t.points, at);
}

/** separator.join(items). */
export function textJoin(separator: Text, items: readonly Text[]): Text {
  if (items.length === 0) return "";
  if (items.length === 1) return items[0]!;
  let plain = typeof separator === "string";
  for (let i = 0; plain && i < items.length; i++) plain = typeof items[i] === "string";
  if (plain) return (items as readonly string[]).join(separator as string);
  const gap = textLength(separator);
  let n = gap * (items.length - 1);
  for (const item of items) n += textLength(item);
  const points = new Int32Array(n);
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    if (i > 0) {
      copyPoints(points, at, separator);
      at += gap;
    }
    copyPoints(points, at, items[i]!);
    at += textLength(items[i]!);
  }
  return new AstralText(points);
}

/** t * count, count >= 0. */
export function textRepeat(t: Text, count: number): Text {
  checkTextLength(textLength(t) * count);
  if (typeof t === "string") return t.repeat(count);
  if (count === 0) return "";
  const n = t.points.length;
  const points = new Int32Array(n * count);
  points.set(t.points);
  for (let filled = n; filled < points.length; filled *= 2) points.copyWithin(filled, 0, Math.min(filled, points.length - filled));
  return new AstralText(points);
}

export function textEquals(a: Text, b: Text): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  const n = a.points.length;
  if (n !== b.points.length) return false;
  for (let i = 0; i < n; i++) if (a.points[i] !== b.points[i]) return false;
  return true;
}

/** Order by code points: less than 0, 0, more than 0. */
export function textCompare(a: Text, b: Text): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const n = Math.min(textLength(a), textLength(b));
  for (let i = 0; i < n; i++) {
    const diff = textAt(a, i) - textAt(b, i);
    if (diff !== 0) return diff;
  }
  return textLength(a) - textLength(b);
}

/** `left` times fill, t, `right` times fill. */
export function textPad(t: Text, left: number, right: number, fill: number): Text {
  if (left <= 0 && right <= 0) return t;
  checkTextLength(left + right + textLength(t));
  if (typeof t === "string" && fill <= 0xffff) {
    const f = String.fromCharCode(fill);
    return (left > 0 ? f.repeat(left) : "") + t + (right > 0 ? f.repeat(right) : "");
  }
  const n = textLength(t);
  const points = new Int32Array(left + n + right);
  points.fill(fill);
  copyPoints(points, left, t);
  return textFromPoints(points);
}

/** The largest code point, 0 for empty text. */
export function textMaxChar(t: Text): number {
  let max = 0;
  const n = textLength(t);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c > max) max = c;
  }
  return max;
}

/** True when all code points are below 128. */
export function textIsAscii(t: Text): boolean {
  return typeof t === "string" && unitsBelow128(t);
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** Whether a string is ASCII. A regular expression reads what is part of another string several times as fast as a loop; starting it costs 20 characters. */
export function unitsBelow128(s: string): boolean {
  const n = s.length;
  if (n > 32) return !NOT_ASCII.test(s);
  for (let i = 0; i < n; i++) if (s.charCodeAt(i) > 127) return false;
  return true;
}

/** A growing array of code points. */
export class PointBuffer {
  points: Int32Array;
  length: number;
  constructor(capacity: number) {
    this.points = new Int32Array(Math.max(16, capacity));
    this.length = 0;
  }
  push(point: number): void {
    if (this.length === this.points.length) this.grow(1);
    this.points[this.length++] = point;
  }
  pushText(t: Text): void {
    const n = textLength(t);
    if (this.length + n > this.points.length) this.grow(n);
    for (let i = 0; i < n; i++) this.points[this.length++] = textAt(t, i);
  }
  grow(more: number): void {
    const wider = new Int32Array(Math.max(this.points.length * 2, this.length + more));
    wider.set(this.points.subarray(0, this.length));
    this.points = wider;
  }
  text(): Text {
    return textFromPoints(this.points, 0, this.length);
  }
}
