// The Unicode Character Database as unicodedata answers from it: classes, widths, decompositions, numbers, today's and Unicode 3.2's.
// Mirrors the record lookups of CPython's Modules/unicodedata.c over ucd-tables.generated.ts. See docs/base.md.
import { DECOMPOSITION_TAGS, DECOMPOSITIONS, NUMBERS, OLD_DECOMPOSITIONS, OLD_NUMBERS, OLD_ROWS, OLD_RUNS, PROPERTY_ROWS, PROPERTY_RUNS } from "./ucd-tables.generated.ts";
import { generalCategory } from "./unicode.ts";

/** What is known of a character besides its category. */
export interface UcdRow {
  readonly bidirectional: string;
  readonly combining: number;
  readonly eastAsianWidth: string;
  readonly mirrored: number;
}

interface OldRow extends UcdRow {
  readonly category: string;
}

/** A decomposition: its kind ("" for a canonical one) and code points. */
export interface Decomposition {
  readonly tag: string;
  readonly points: readonly number[];
}

/** A numeric value; `kind` is 1 for digits, 2 for decimal digits, else 0. */
export interface UcdNumber {
  readonly value: number;
  readonly kind: number;
}

interface Runs {
  readonly starts: Int32Array;
  readonly rows: Uint16Array;
}

interface Tables {
  readonly rows: readonly UcdRow[];
  readonly runs: Runs;
  readonly oldRows: readonly (OldRow | undefined)[];
  readonly oldRuns: Runs;
  readonly decompositions: ReadonlyMap<number, Decomposition>;
  readonly numbers: ReadonlyMap<number, UcdNumber>;
  readonly oldNumbers: ReadonlyMap<number, UcdNumber | undefined>;
}

const int36 = (text: string): number => Number.parseInt(text, 36);

function unpackRuns(text: string): Runs {
  const items = text.split(" ");
  const starts = new Int32Array(items.length / 2);
  const rows = new Uint16Array(starts.length);
  let start = 0;
  for (let i = 0; i < starts.length; i++) {
    start += int36(items[2 * i]!);
    starts[i] = start;
    rows[i] = int36(items[2 * i + 1]!);
  }
  return { starts, rows };
}

function unpackRow(text: string): UcdRow {
  const [bidirectional, combining, eastAsianWidth, mirrored] = text.split(",");
  return { bidirectional: bidirectional!, combining: Number(combining), eastAsianWidth: eastAsianWidth!, mirrored: Number(mirrored) };
}

/** Entries of a packed list of code points with values, in order. */
export function unpackPoints(text: string): [code: number, value: string][] {
  let code = 0;
  return text.split(";").map((entry) => {
    const colon = entry.indexOf(":");
    code += int36(entry.slice(0, colon));
    return [code, entry.slice(colon + 1)];
  });
}

function unpackNumber(text: string): UcdNumber {
  const [value, kind] = text.split(",") as [string, string];
  const [numerator, denominator] = value.split("/");
  return { value: Number(numerator) / Number(denominator ?? 1), kind: Number(kind) };
}

function unpackNumbers(): Map<number, UcdNumber> {
  const numbers = new Map<number, UcdNumber>();
  let at = 0;
  for (const entry of NUMBERS.split(";")) {
    const [distance, count, value, kind] = entry.split(",") as [string, string, string, string];
    at += int36(distance);
    const first = unpackNumber(`${value},${kind}`);
    for (let i = 0; i < int36(count); i++) numbers.set(at++, { value: first.value + i, kind: first.kind });
  }
  return numbers;
}

function unpack(): Tables {
  return {
    rows: PROPERTY_ROWS.map(unpackRow),
    runs: unpackRuns(PROPERTY_RUNS),
    oldRows: OLD_ROWS.map((row) => (row === "" ? undefined : { category: row.slice(0, 2), ...unpackRow(row.slice(3)) })),
    oldRuns: unpackRuns(OLD_RUNS),
    decompositions: new Map(
      unpackPoints(DECOMPOSITIONS).map(([code, text]) => {
        const [tag, ...points] = text.split(" ");
        return [code, { tag: DECOMPOSITION_TAGS[int36(tag!)]!, points: points.map(int36) }];
      }),
    ),
    numbers: unpackNumbers(),
    oldNumbers: new Map(unpackPoints(OLD_NUMBERS).map(([code, text]) => [code, text === "" ? undefined : unpackNumber(text)])),
  };
}

// A constant, unpacked when first asked for.
let unpacked: Tables | undefined;
const tables = (): Tables => (unpacked ??= unpack());

function rowIndex({ starts, rows }: Runs, c: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= c) low = middle;
    else high = middle - 1;
  }
  return rows[low]!;
}

/** The row of a character, of Unicode 3.2 when `old`. */
export function ucdRow(c: number, old: boolean): UcdRow {
  const t = tables();
  return (old ? t.oldRows[rowIndex(t.oldRuns, c)] : undefined) ?? t.rows[rowIndex(t.runs, c)]!;
}

/** The general category. */
export function ucdCategory(c: number, old: boolean): string {
  const t = tables();
  return (old ? t.oldRows[rowIndex(t.oldRuns, c)]?.category : undefined) ?? generalCategory(c);
}

/** The decomposition of one step, or undefined. Hangul syllables have none here. */
export function decompositionOf(c: number, old: boolean): Decomposition | undefined {
  const found = tables().decompositions.get(c);
  return found === undefined || (old && ucdCategory(c, true) === "Cn") ? undefined : found;
}

/** What a character stood for in Unicode 3.2 before its decomposition was corrected. */
export function uncorrected(c: number): number | undefined {
  return OLD_DECOMPOSITIONS[c];
}

/** Every decomposition of today. */
export function allDecompositions(): ReadonlyMap<number, Decomposition> {
  return tables().decompositions;
}

/** The number that a character stands for, or undefined. */
export function ucdNumber(c: number, old: boolean): UcdNumber | undefined {
  const t = tables();
  if (!old) return t.numbers.get(c);
  if (t.oldNumbers.has(c)) return t.oldNumbers.get(c);
  return ucdCategory(c, true) === "Cn" ? undefined : t.numbers.get(c);
}
