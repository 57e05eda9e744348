import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { strFromU8, unzipSync } from "fflate";

/** Byte value that a code page leaves undefined. */
const UNDEFINED = 0xfffe;

/**
 * The single-byte code pages and the encoding names that Python knows, read from the library that pyodide ships: the hosts' own
 * decoders differ from Python's in many bytes.
 */
export function generateCharmaps(): string {
  const zip = createRequire(import.meta.url).resolve("pyodide/python_stdlib.zip");
  const files = unzipSync(readFileSync(zip), { filter: (file) => /^encodings\/\w+\.py$/.test(file.name) });
  const charmaps: string[] = [];
  for (const path of Object.keys(files).sort()) {
    const source = strFromU8(files[path]);
    const table = /^decoding_table = \(\n([^]*?)^\)/m.exec(source);
    if (table === null) continue;
    const name = path.slice("encodings/".length, -".py".length);
    charmaps.push(`  ${name}: ${JSON.stringify(packed(pieces(table[1])))},`);
  }
  const aliases: string[] = [];
  for (const match of strFromU8(files["encodings/aliases.py"]).matchAll(/^ {4}'([^']+)' *: *'([^']+)',/gm)) {
    aliases.push(`  ${JSON.stringify(match[1])}: "${match[2]}",`);
  }
  return [
    "// Made by `npm run generate` from the encodings package of Python's library; do not edit.",
    "",
    "/**",
    " * Code pages as runs of consecutive code points that together cover the bytes 0 to 255: each is length, colon, first code",
    " * point, in base 36; without a code point the bytes are undefined.",
    " */",
    "export const charmapRuns: Readonly<Record<string, string>> = {",
    ...charmaps,
    "};",
    "",
    "/** Normalised names of encodings to the names of their codecs. */",
    "export const encodingAliases: Readonly<Record<string, string>> = {",
    ...aliases,
    "};",
    "",
  ].join("\n");
}

/** The code points of a Python string literal that is spread over lines with comments. */
function pieces(body: string): number[] {
  const points: number[] = [];
  const escapes: Record<string, number> = { n: 10, r: 13, t: 9, a: 7, b: 8, f: 12, v: 11, "\\": 92, "'": 39, '"': 34 };
  for (const line of body.split("\n")) {
    const literal = /^\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")/.exec(line);
    if (literal === null) continue;
    const text = literal[1] ?? literal[2];
    for (let i = 0; i < text.length; ) {
      if (text[i] !== "\\") {
        const c = text.codePointAt(i)!;
        points.push(c);
        i += c > 0xffff ? 2 : 1;
        continue;
      }
      const kind = text[i + 1];
      const digits = kind === "x" ? 2 : kind === "u" ? 4 : kind === "U" ? 8 : 0;
      points.push(digits > 0 ? Number.parseInt(text.slice(i + 2, i + 2 + digits), 16) : escapes[kind]);
      i += 2 + digits;
    }
  }
  if (points.length !== 256 || points.some((c) => c === undefined)) throw new Error("a decoding table that is not understood");
  return points;
}

function packed(points: number[]): string {
  const runs: string[] = [];
  for (let from = 0; from < 256; ) {
    const undefinedRun = points[from] === UNDEFINED;
    let to = from + 1;
    while (to < 256 && (undefinedRun ? points[to] === UNDEFINED : points[to] === points[from] + to - from)) to++;
    const length = (to - from).toString(36);
    runs.push(undefinedRun ? `${length}:` : `${length}:${points[from].toString(36)}`);
    from = to;
  }
  return runs.join(" ");
}
