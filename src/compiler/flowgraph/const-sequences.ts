// Concatenation, repetition and subscription of str, bytes and tuple constants.
// Mirrors the sequence operators as far as Python/flowgraph.c folds them. See docs/compiler-flowgraph.md.
// `undefined` stands for a Python exception, or for a result larger than CPython folds.
import { SliceConst, SurrogateText, TupleConst } from "../../base/constant.ts";
import type { TextConst } from "../../base/constant.ts";
import type { CodeConst } from "../../bytecode/code-unit.ts";
import { isIntLike } from "./const-numbers.ts";
import type { IntLike } from "./const-numbers.ts";

/** Limits of repetition: items of a tuple, characters, items of nested tuples together. */
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Tuple = TupleConst<CodeConst>;
type Sequence = TextConst | Uint8Array | Tuple;

/** Whether the constant is a str. */
export function isText(value: unknown): value is TextConst {
  return typeof value === "string" || value instanceof SurrogateText;
}

/** Whether the constant is a str, bytes or tuple. */
export function isSequence(value: unknown): value is Sequence {
  return isText(value) || value instanceof Uint8Array || value instanceof TupleConst;
}

/** The code points of a str; a string's surrogate pairs are one each. */
function codePointsOf(text: TextConst): readonly number[] {
  if (text instanceof SurrogateText) return text.codePoints;
  const codePoints: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    codePoints.push(codePoint);
  }
  return codePoints;
}

function textOf(codePoints: readonly number[]): TextConst {
  let text = "";
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!;
    if (codePoint >= 0xdc00 && codePoint <= 0xdfff && i > 0) {
      const before = codePoints[i - 1]!;
      if (before >= 0xd800 && before <= 0xdbff) return new SurrogateText(codePoints);
    }
    text += String.fromCodePoint(codePoint);
  }
  return text;
}

function lengthOf(sequence: Sequence): number {
  if (sequence instanceof TupleConst) return sequence.items.length;
  return isText(sequence) ? codePointsOf(sequence).length : sequence.length;
}

/** Whether the surrogates at the seam of two strings would read as one character. */
function joinsSurrogates(left: string, right: string): boolean {
  const last = left.charCodeAt(left.length - 1);
  const first = right.charCodeAt(0);
  return last >= 0xd800 && last <= 0xdbff && first >= 0xdc00 && first <= 0xdfff;
}

/** left + right. */
export function concatenate(left: Sequence, right: Sequence): CodeConst | undefined {
  if (isText(left)) {
    if (!isText(right)) return undefined;
    if (typeof left === "string" && typeof right === "string" && !joinsSurrogates(left, right)) return left + right;
    return textOf([...codePointsOf(left), ...codePointsOf(right)]);
  }
  if (left instanceof Uint8Array) {
    if (!(right instanceof Uint8Array)) return undefined;
    const bytes = new Uint8Array(left.length + right.length);
    bytes.set(left);
    bytes.set(right, left.length);
    return bytes;
  }
  return right instanceof TupleConst ? new TupleConst([...left.items, ...right.items]) : undefined;
}

/** What is left of `limit` after counting the items of nested tuples; negative when there are more. */
function countItems(value: CodeConst, limit: number): number {
  if (!(value instanceof TupleConst)) return limit;
  const items = value.items as readonly CodeConst[];
  limit -= items.length;
  for (let i = 0; limit >= 0 && i < items.length; i++) limit = countItems(items[i]!, limit);
  return limit;
}

/** sequence * times. */
export function repeat(sequence: Sequence, times: IntLike): CodeConst | undefined {
  const length = lengthOf(sequence);
  const count = Number(times);
  if (length === 0) return Math.abs(count) < 2 ** 63 ? sequence : undefined;
  const isTuple = sequence instanceof TupleConst;
  if (count < 0 || count > Math.floor((isTuple ? MAX_COLLECTION_SIZE : MAX_STR_SIZE) / length)) return undefined;
  if (isTuple) {
    if (count > 0 && countItems(sequence, Math.floor(MAX_TOTAL_ITEMS / count)) < 0) return undefined;
    const items: CodeConst[] = [];
    for (let i = 0; i < count; i++) for (let j = 0; j < length; j++) items.push(sequence.items[j]!);
    return new TupleConst(items);
  }
  if (isText(sequence)) {
    const once = codePointsOf(sequence);
    const codePoints: number[] = [];
    for (let i = 0; i < count; i++) for (let j = 0; j < length; j++) codePoints.push(once[j]!);
    return textOf(codePoints);
  }
  const bytes = new Uint8Array(length * count);
  for (let i = 0; i < count; i++) bytes.set(sequence, i * length);
  return bytes;
}

/** A part of a slice as a number within the sequence; undefined when it is not an index. */
function sliceBound(value: CodeConst, length: number, lowest: number, highest: number): number | undefined {
  if (!isIntLike(value)) return undefined;
  let index = Number(value);
  if (index < 0) {
    index += length;
    return index < 0 ? lowest : index;
  }
  return index >= length ? highest : index;
}

/** The indices that a slice selects. */
function sliceIndices(slice: SliceConst<CodeConst>, length: number): number[] | undefined {
  if (slice.step !== null && !isIntLike(slice.step)) return undefined;
  const step = slice.step === null ? 1 : Number(slice.step);
  if (step === 0) return undefined;
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const start = slice.start === null ? (step < 0 ? highest : lowest) : sliceBound(slice.start, length, lowest, highest);
  const stop = slice.stop === null ? (step < 0 ? lowest : highest) : sliceBound(slice.stop, length, lowest, highest);
  if (start === undefined || stop === undefined) return undefined;
  const indices: number[] = [];
  if (step > 0) for (let i = start; i < stop; i += step) indices.push(i);
  else for (let i = start; i > stop; i += step) indices.push(i);
  return indices;
}

/** sequence[index]. */
export function subscript(sequence: Sequence, index: CodeConst): CodeConst | undefined {
  if (index instanceof SliceConst) {
    const indices = sliceIndices(index as SliceConst<CodeConst>, lengthOf(sequence));
    if (indices === undefined) return undefined;
    if (sequence instanceof TupleConst) return new TupleConst(indices.map((i) => sequence.items[i]!));
    if (sequence instanceof Uint8Array) return Uint8Array.from(indices, (i) => sequence[i]!);
    const codePoints = codePointsOf(sequence);
    return textOf(indices.map((i) => codePoints[i]!));
  }
  if (!isIntLike(index)) return undefined;
  const length = lengthOf(sequence);
  let at = Number(index);
  if (at < 0) at += length;
  if (at < 0 || at >= length) return undefined;
  if (sequence instanceof TupleConst) return sequence.items[at]!;
  if (sequence instanceof Uint8Array) return sequence[at]!;
  return textOf([codePointsOf(sequence)[at]!]);
}
