// What str's methods know of a code point: letter, digit, space, printable, case mappings. Mirrors Objects/unicodectype.c;
// the tables come from text-tables.generated.ts; see docs/base.md.
import {
  CLASS_BITS,
  CLASS_RUNS,
  DECIMAL_ZEROS,
  FOLD_RUNS,
  FOLD_SPECIAL,
  LOWER_RUNS,
  LOWER_SPECIAL,
  TITLE_RUNS,
  TITLE_SPECIAL,
  UPPER_RUNS,
  UPPER_SPECIAL,
} from "./text-tables.generated.ts";

export const ALPHA = 1;
export const DECIMAL = 2;
export const DIGIT = 4;
export const NUMERIC = 8;
export const WHITE_SPACE = 16;
export const PRINTABLE = 32;
export const UPPERCASE = 64;
export const LOWERCASE = 128;
export const TITLECASE = 256;
export const ID_START = 512;
export const ID_CONTINUE = 1024;
export const CASE_IGNORABLE = 2048;
/** Has case and is not ignorable, which is all that the rule of the final sigma asks for. */
export const CASED = 4096;

interface Classes {
  starts: Int32Array;
  bits: Uint16Array;
  /** The bits of the first code points, where most text lives. */
  direct: Uint16Array;
}

const DIRECT = 0x600;

function decodeClasses(): Classes {
  const items = CLASS_RUNS.split(" ");
  const n = items.length / 2;
  const starts = new Int32Array(n);
  const bits = new Uint16Array(n);
  const direct = new Uint16Array(DIRECT);
  let start = 0;
  for (let i = 0; i < n; i++) {
    start += parseInt(items[2 * i]!, 36);
    starts[i] = start;
    bits[i] = CLASS_BITS[parseInt(items[2 * i + 1]!, 36)]!;
    if (start < DIRECT) direct.fill(bits[i]!, start);
  }
  return { starts, bits, direct };
}

// Decoded on first use: a table, made late because starting up must not wait for it.
let decoded: Classes | undefined;

/** The property bits of a code point. */
export function propertiesOf(point: number): number {
  const { starts, bits, direct } = (decoded ??= decodeClasses());
  if (point < DIRECT) return direct[point]!;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (starts[mid]! <= point) low = mid;
    else high = mid;
  }
  return bits[low]!;
}

export function isWhiteSpace(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31);
  return (propertiesOf(point) & WHITE_SPACE) !== 0;
}

export function isPrintablePoint(point: number): boolean {
  if (point < 127) return point >= 32;
  return (propertiesOf(point) & PRINTABLE) !== 0;
}

/** The value of a decimal digit of any script, or -1. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1;
  if ((propertiesOf(point) & DECIMAL) === 0) return -1;
  let low = 0;
  let high = DECIMAL_ZEROS.length;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (DECIMAL_ZEROS[mid]! <= point) low = mid;
    else high = mid;
  }
  return point - DECIMAL_ZEROS[low]!;
}

/** A case mapping. */
export interface CaseMap {
  /** For the code points below its length: the one that it maps to, -1 when these are several. */
  direct: Int32Array;
  /** One code point or several; a code point that is not there maps to itself. */
  map: ReadonlyMap<number, number | readonly number[]>;
}

function decodeCaseMap(runs: string, special: Readonly<Record<number, readonly number[]>>, base?: CaseMap): CaseMap {
  const map = new Map<number, number | readonly number[]>(base?.map);
  const items = runs.split(" ");
  let point = 0;
  for (let i = 0; i + 3 < items.length; i += 4) {
    point += parseInt(items[i]!, 36);
    const stride = parseInt(items[i + 1]!, 36);
    const count = parseInt(items[i + 2]!, 36);
    const delta = parseInt(items[i + 3]!, 36);
    for (let k = 0; k < count; k++) map.set(point + k * stride, point + k * stride + delta);
    point += (count - 1) * stride;
  }
  for (const key in special) map.set(Number(key), special[key]!);
  const direct = new Int32Array(DIRECT);
  for (let i = 0; i < DIRECT; i++) {
    const mapped = map.get(i) ?? i;
    direct[i] = typeof mapped === "number" ? mapped : -1;
  }
  return { direct, map };
}

let upper: CaseMap | undefined;
let lower: CaseMap | undefined;
let title: CaseMap | undefined;
let fold: CaseMap | undefined;

export function upperMap(): CaseMap {
  return (upper ??= decodeCaseMap(UPPER_RUNS, UPPER_SPECIAL));
}
export function lowerMap(): CaseMap {
  return (lower ??= decodeCaseMap(LOWER_RUNS, LOWER_SPECIAL));
}
export function titleMap(): CaseMap {
  return (title ??= decodeCaseMap(TITLE_RUNS, TITLE_SPECIAL, upperMap()));
}
export function foldMap(): CaseMap {
  return (fold ??= decodeCaseMap(FOLD_RUNS, FOLD_SPECIAL, lowerMap()));
}
