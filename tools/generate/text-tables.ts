// Generates src/base/text-tables.generated.ts: what str's methods know of every code point, asked from CPython itself
// (pyodide), so that the tables are its Unicode version and its derived properties.
import { loadPyodide } from "pyodide";

const QUESTION = `
import json
def bits(c):
    r = c.isalpha() | c.isdecimal() << 1 | c.isdigit() << 2 | c.isnumeric() << 3 | c.isspace() << 4 | c.isprintable() << 5
    r |= c.isupper() << 6 | c.islower() << 7 | (c.istitle() and not c.isupper()) << 8 | c.isidentifier() << 9 | ("a" + c).isidentifier() << 10
    # A final sigma shows what the case rules make of the character before it.
    after_letter = ("A" + c + "\\u03a3").lower()[-1] == "\\u03c2"
    alone = (c + "\\u03a3").lower()[-1] == "\\u03c2"
    return r | (after_letter and not alone) << 11 | alone << 12
runs = []
last = -1
zeros = []
maps = {"lower": [], "upper": [], "title": [], "fold": []}
for i in range(0x110000):
    c = chr(i)
    b = bits(c)
    if b != last:
        runs.append([i, b])
        last = b
    if c.isdecimal() and int(c) == 0:
        zeros.append(i)
    for name, out in (("lower", c.lower()), ("upper", c.upper()), ("title", c.title()), ("fold", c.casefold())):
        if out != c:
            maps[name].append([i, [ord(x) for x in out]])
json.dumps([runs, zeros, maps])
`;

type Mapping = [number, number[]][];

/** The text of the generated file. */
export async function generateTextTables(): Promise<string> {
  const pyodide = await loadPyodide();
  const answer = JSON.parse(pyodide.runPython(QUESTION) as string) as [[number, number][], number[], Record<string, Mapping>];
  const [runs, zeros, maps] = answer;
  const classes = [...new Set(runs.map((r) => r[1]))];
  let last = 0;
  const runText = runs.map(([start, bits]) => {
    const delta = start - last;
    last = start;
    return `${delta.toString(36)} ${classes.indexOf(bits).toString(36)}`;
  });
  const lines = [
    "// Made by tools/generate/text-tables.ts: properties and case mappings of every code point. Do not edit.",
    "",
    "/** Property bits by class; see text-properties.ts for the bits. */",
    `export const CLASS_BITS: readonly number[] = ${JSON.stringify(classes)};`,
    "/** Runs of code points of one class: distance from the last run's start and class, base 36. */",
    `export const CLASS_RUNS = "${runText.join(" ")}";`,
    "/** The zero of each run of ten decimal digits. */",
    `export const DECIMAL_ZEROS: readonly number[] = ${JSON.stringify(zeros)};`,
  ];
  // Upper and title mostly agree, as lower and fold do: the second of each pair holds the differences only.
  const same = (a: Mapping, b: Mapping): Mapping => {
    const base = new Map(a.map(([c, out]) => [c, out.join()]));
    const own = new Map(b.map(([c, out]) => [c, out]));
    const diff: Mapping = b.filter(([c, out]) => base.get(c) !== out.join());
    for (const [c] of a) if (!own.has(c)) diff.push([c, [c]]);
    return diff.sort((x, y) => x[0] - y[0]);
  };
  const parts: [string, string, Mapping][] = [
    ["UPPER", "str.upper", maps["upper"]!],
    ["LOWER", "str.lower", maps["lower"]!],
    ["TITLE", "str.title, where it differs from upper", same(maps["upper"]!, maps["title"]!)],
    ["FOLD", "str.casefold, where it differs from lower", same(maps["lower"]!, maps["fold"]!)],
  ];
  for (const [name, what, mapping] of parts) {
    lines.push(`/** ${what}: runs of start (from the last run's end), stride, count, difference; base 36. */`);
    lines.push(`export const ${name}_RUNS = "${encodeRuns(mapping.filter(([, out]) => out.length === 1).map(([c, out]) => [c, out[0]! - c]))}";`);
    lines.push(`/** ${what}: mappings to several code points. */`);
    const special = Object.fromEntries(mapping.filter(([, out]) => out.length > 1));
    lines.push(`export const ${name}_SPECIAL: Readonly<Record<number, readonly number[]>> = ${JSON.stringify(special).replaceAll('"', "")};`);
  }
  return `${lines.join("\n")}\n`;
}

function encodeRuns(entries: [number, number][]): string {
  const out: string[] = [];
  let end = 0;
  for (let i = 0; i < entries.length; ) {
    const [start, delta] = entries[i]!;
    const stride = i + 1 < entries.length && entries[i + 1]![1] === delta && entries[i + 1]![0] - start <= 2 ? entries[i + 1]![0] - start : 1;
    let count = 1;
    while (i + count < entries.length && entries[i + count]![1] === delta && entries[i + count]![0] === start + stride * count) count++;
    out.push([start - end, stride, count, delta].map((n) => n.toString(36)).join(" "));
    end = start + stride * (count - 1);
    i += count;
  }
  return out.join(" ");
}
