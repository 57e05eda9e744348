// Generates src/base/cjk/tables.generated.ts: the mappings of the Chinese, Japanese and Korean codecs, asked from CPython itself
// (pyodide). A table holds what differs from another one, from which src/base/cjk/charsets.ts makes it; the same functions are used here.
import { loadPyodide } from "pyodide";
import { type CharsetName, CHARSET_NAMES, COMBINED, type Directions, derived } from "../../src/base/cjk/charsets.ts";
import { packPairs } from "../../src/base/cjk/pack.ts";

const QUESTION = `
import json
def decoded(codec, data):
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
def wide(codec, before=b"", after=b"", leads=range(128, 256), trails=range(256)):
    found = []
    for lead in leads:
        if not before and decoded(codec, bytes([lead])) is not None:
            continue
        for trail in trails:
            text = decoded(codec, before + bytes([lead, trail]) + after)
            if text is not None and len(text) in (1, 2):
                found.append([lead << 8 | trail, [ord(c) for c in text]])
    return found
def encoded(codec, longest, strip=None):
    found = []
    for point in [0x5c, 0x7e, *range(128, 0xd800), *range(0xe000, 0x10000), *range(0x20000, 0x30000)]:
        try:
            data = chr(point).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(data) <= longest:
            found.append([point, int.from_bytes(data, "big")])
    return found
def cells(*escape):
    return wide("iso2022_jp_2004" if escape[-1] != ord("O") else "iso2022_jp_3", b"\\x1b" + bytes(escape), b"\\x1b(B", range(0x21, 0x7f), range(0x21, 0x7f))
out = {}
for name in ("gb2312", "gbk", "gb18030", "big5", "cp950", "big5hkscs", "euc_jp", "shift_jis", "cp932", "cp949", "johab", "euc_jis_2004", "euc_jisx0213", "shift_jis_2004", "shift_jisx0213"):
    out[name] = {"decode": wide(name), "encode": encoded(name, 2 if name in ("gb18030",) else 3)}
for name in ("euc_jp", "euc_jis_2004", "euc_jisx0213"):
    out[name]["third"] = wide(name, b"\\x8f")
four = []
for i in range(39420):
    text = decoded("gb18030", bytes([0x81 + i // 12600, 0x30 + i // 1260 % 10, 0x81 + i // 10 % 126, 0x30 + i % 10]))
    if text is not None:
        four.append([i, [ord(text)]])
out["gb18030"]["four"] = four
json.dumps(out)
`;

type Pairs = [key: number, value: number][];

/** The text of the generated file. */
export async function generateCjkTables(): Promise<string> {
  const pyodide = await loadPyodide();
  const asked = JSON.parse(pyodide.runPython(QUESTION) as string) as Record<CharsetName, { decode: [number, number[]][]; third?: [number, number[]][]; four?: [number, number[]][]; encode: Pairs }>;
  const combinations: number[][] = [];
  const value = (points: number[]): number => {
    if (points.length === 1) return points[0]!;
    const key = points.join();
    let index = combinations.findIndex((c) => c.join() === key);
    if (index < 0) index = combinations.push(points) - 1;
    return COMBINED + index;
  };
  const tables: Partial<Record<CharsetName, { decode: string; encode: string }>> = {};
  const four = packPairs(asked.gb18030.four!.map(([i, points]) => [i, points[0]!]));
  const made = new Map<CharsetName, Directions>();
  for (const name of CHARSET_NAMES) {
    const { decode, third, encode } = asked[name];
    const wanted = new Map<number, number>();
    for (const [code, points] of decode) wanted.set(code, value(points));
    for (const [code, points] of third ?? []) wanted.set(0x8f0000 | code, value(points));
    const base = derived(name, "", "", combinations, (other) => made.get(other)!);
    const differing = (from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): string => {
      const keys = [...new Set([...from.keys(), ...to.keys()])].filter((key) => from.get(key) !== to.get(key)).sort((a, b) => a - b);
      return packPairs(keys.map((key) => [key, to.get(key) ?? 0]));
    };
    const decodeText = differing(base.decode, wanted);
    const half = derived(name, decodeText, "", combinations, (other) => made.get(other)!);
    const encodeText = differing(half.encode, new Map(encode));
    tables[name] = { decode: decodeText, encode: encodeText };
    made.set(name, derived(name, decodeText, encodeText, combinations, (other) => made.get(other)!));
  }
  return [
    "// Made by tools/generate/cjk.ts: the mappings of the Chinese, Japanese and Korean codecs. Do not edit; charsets.ts reads it.\n",
    "/** Pairs of code points that have one code. */",
    `export const COMBINATIONS: readonly (readonly [number, number])[] = ${JSON.stringify(combinations)};\n`,
    "/** Code points by the number of a sequence of four bytes in GB 18030, packed by pack.ts. */",
    `export const FOUR_BYTES: string = ${JSON.stringify(four)};\n`,
    "/** For each character set what differs from the one it is made of (charsets.ts), packed by pack.ts: points by code, codes by point. */",
    "export const TABLES: Readonly<Record<string, readonly [decode: string, encode: string]>> = {",
    ...CHARSET_NAMES.map((name) => `  ${name}: [${JSON.stringify(tables[name]!.decode)}, ${JSON.stringify(tables[name]!.encode)}],`),
    "};",
    "",
  ].join("\n");
}
