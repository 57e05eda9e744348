// Generates src/base/ucd-tables.generated.ts: the Unicode Character Database as the unicodedata module answers from it, asked from
// CPython itself (pyodide), with what Unicode 3.2 said where it differs, aliases and named sequences.
import { loadPyodide } from "pyodide";

/**
 * Numeric values of Unicode 3.2 that differ from today's: CPython before 3.14.3 (pyodide's) answered with today's. Code point, value
 * (nothing for none); as CPython 3.14.8 has them.
 */
const OLD_NUMERIC =
  "9f4:1 9f5:2 9f6:3 9f7:4 9f8: 3405: 3483: 382a: 3b4d: 4e24: 4e96: 4ec0: 4ee8: 4fe9: 5006: 5146:1000000000000 5344: 534c: 53c4: " +
  "5793:100000000000000000000 5e7a: 5efe: 62d0: 6d1e: 6f06: 7695: 79ed: 8cb3: 920e: 94a9: 9621: f96b: f973: f978: f9b2: f9d1: f9d3: f9fd: " +
  "10341: 1034a: 20001: 20064: 200e2: 20121: 2092a: 20983: 2098c: 2099c: 20aea: 20afd: 20b19: 22390: 22998: 23b1b: 2626d: 2f890:";

const QUESTION = `
import json, unicodedata
from fractions import Fraction
old = unicodedata.ucd_3_2_0
old_numeric = {int(code, 16): value for code, value in (entry.split(":") for entry in "OLD_NUMERIC".split())}
def number(u, c):
    n = u.numeric(c, None)
    if n is None:
        return ""
    f = Fraction(n).limit_denominator(1000)
    assert f.numerator / f.denominator == n
    return f"{f.numerator}/{f.denominator}" if f.denominator > 1 else str(f.numerator)
def properties(u, c):
    return f"{u.bidirectional(c)},{u.combining(c)},{u.east_asian_width(c)},{u.mirrored(c)}"
runs, old_runs, decompositions, numbers, old_numbers, excluded, corrections, undecomposed = [], [], [], [], [], [], [], []
last = old_last = None
for i in range(0x110000):
    c = chr(i)
    now = properties(unicodedata, c)
    if now != last:
        runs.append([i, now])
        last = now
    before = f"{old.category(c)},{properties(old, c)}"
    before = "" if before == f"{unicodedata.category(c)},{now}" else before
    if before != old_last:
        old_runs.append([i, before])
        old_last = before
    n, m = number(unicodedata, c), number(old, c)
    if n:
        kind = (unicodedata.digit(c, None) is not None) + (unicodedata.decimal(c, None) is not None)
        numbers.append([i, f"{n},{kind}"])
    if old.category(c) != "Cn":
        kind = (unicodedata.digit(c, None) is not None) + (old.decimal(c, None) is not None)
        if i in old_numeric:
            m = old_numeric[i]
        if (n, (unicodedata.digit(c, None) is not None) + (unicodedata.decimal(c, None) is not None)) != (m, kind):
            old_numbers.append([i, f"{m},{kind}" if m else ""])
    d = unicodedata.decomposition(c)
    if d:
        decompositions.append([i, d])
        if not d.startswith("<") and len(d.split()) == 2 and unicodedata.normalize("NFC", c) != c:
            excluded.append(i)
        if old.category(c) != "Cn":
            if old.decomposition(c) != d:
                undecomposed.append(i)
            if not 0xac00 <= i < 0xd7a4 and old.normalize("NFD", c) != unicodedata.normalize("NFD", c) and len(old.normalize("NFD", c)) == 1:
                corrections.append([i, ord(old.normalize("NFD", c))])
aliases, sequences = [], []
for first, out in ((0xF0000, aliases), (0xF0200, sequences)):
    at = first
    while (shown := chr(at).encode("ascii", "namereplace").decode()).startswith("\\\\N"):
        out.append([shown[3:-1], [ord(c) for c in unicodedata.lookup(shown[3:-1])]])
        at += 1
json.dumps([unicodedata.unidata_version, runs, old_runs, decompositions, numbers, old_numbers, excluded, corrections, undecomposed, aliases, sequences])
`;

type Run = [start: number, value: string];

const base36 = (n: number): string => n.toString(36);

/** Runs as the distinct values and, in order, the distance from the last start and the value's index. */
function packedRuns(runs: Run[]): { values: string[]; text: string } {
  const values = [...new Set(runs.map(([, value]) => value))];
  let last = 0;
  const text = runs.map(([start, value]) => {
    const delta = start - last;
    last = start;
    return `${base36(delta)} ${base36(values.indexOf(value))}`;
  });
  return { values, text: text.join(" ") };
}

/** Single code points with a value: distance from the last one, colon, value. */
function packedPoints(points: Run[]): string {
  let last = 0;
  return points.map(([code, value]) => {
    const delta = code - last;
    last = code;
    return `${base36(delta)}:${value}`;
  }).join(";");
}

/** Numbers of consecutive code points that count up are one entry: distance, count, first value, kind. */
function packedNumbers(numbers: Run[]): string {
  const out: string[] = [];
  let end = 0;
  for (let i = 0; i < numbers.length; ) {
    const [start, first] = numbers[i]!;
    const [value, kind] = first.split(",") as [string, string];
    let count = 1;
    while (i + count < numbers.length && numbers[i + count]![0] === start + count && !value.includes("/") && numbers[i + count]![1] === `${Number(value) + count},${kind}`) count++;
    out.push(`${base36(start - end)},${base36(count)},${value},${kind}`);
    end = start + count;
    i += count;
  }
  return out.join(";");
}

/** The text of the generated file. */
export async function generateUcdTables(): Promise<string> {
  const pyodide = await loadPyodide();
  const [version, runs, oldRuns, decompositions, numbers, oldNumbers, excluded, corrections, undecomposed, aliases, sequences] = JSON.parse(pyodide.runPython(QUESTION.replace("OLD_NUMERIC", OLD_NUMERIC)) as string) as [
    string, Run[], Run[], Run[], Run[], Run[], number[], [number, number][], number[], [string, number[]][], [string, number[]][],
  ];
  if (undecomposed.length > 0) throw new Error("Unicode 3.2 has other decompositions of assigned characters");
  const now = packedRuns(runs);
  const before = packedRuns(oldRuns);
  const tags = [...new Set(decompositions.map(([, d]) => /^<(\w+)>/.exec(d)?.[1] ?? ""))];
  const mappings = decompositions.map(([code, d]): Run => {
    const points = d.split(" ").filter((part) => !part.startsWith("<")).map((part) => base36(Number.parseInt(part, 16)));
    return [code, `${base36(tags.indexOf(/^<(\w+)>/.exec(d)?.[1] ?? ""))} ${points.join(" ")}`];
  });
  const named = (list: [string, number[]][]): string => list.map(([name, points]) => `${name}:${points.map(base36).join(" ")}`).join(";");
  const constant = (doc: string, name: string, type: string, value: unknown): string => `/** ${doc} */\nexport const ${name}: ${type} = ${JSON.stringify(value)};`;
  return [
    "// Made by tools/generate/ucd.ts: the Unicode Character Database behind unicodedata. Do not edit; ucd.ts reads it.\n",
    constant("Version of Unicode.", "UNIDATA_VERSION", "string", version),
    constant("Distinct rows of bidirectional class, combining class, East Asian width, mirrored.", "PROPERTY_ROWS", "readonly string[]", now.values),
    constant("Runs of code points of one row: distance from the last run's start and row, base 36.", "PROPERTY_RUNS", "string", now.text),
    constant("Distinct rows of Unicode 3.2: category and the above; empty where today's hold.", "OLD_ROWS", "readonly string[]", before.values),
    constant("Runs of Unicode 3.2's rows.", "OLD_RUNS", "string", before.text),
    constant("Kinds of decompositions.", "DECOMPOSITION_TAGS", "readonly string[]", tags),
    constant("Decompositions: distance from the last code point, kind and code points, base 36.", "DECOMPOSITIONS", "string", packedPoints(mappings)),
    constant("Characters that canonical composition does not make although they have a pair.", "EXCLUDED", "string", packedPoints(excluded.map((code) => [code, ""]))),
    constant("Numeric values: distance from the last end, count, first value, kind (1 digit, 2 decimal too).", "NUMBERS", "string", packedNumbers(numbers)),
    constant("Numeric values of Unicode 3.2 where they differ: value and kind, or nothing.", "OLD_NUMBERS", "string", packedPoints(oldNumbers)),
    constant("Decompositions that were corrected after Unicode 3.2: code point and what it had.", "OLD_DECOMPOSITIONS", "Readonly<Record<number, number>>", Object.fromEntries(corrections)),
    constant("Aliases in CPython's order.", "ALIASES", "string", named(aliases)),
    constant("Named sequences in CPython's order.", "NAMED_SEQUENCES", "string", named(sequences)),
    "",
  ].join("\n");
}
