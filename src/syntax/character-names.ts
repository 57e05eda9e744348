// Code points of character names, as \N{...} in string literals needs them: names and aliases, not named sequences, in any case.
// Mirrors the name half of CPython's Modules/unicodedata.c. See docs/syntax-tree.md.
import { ALIASES, NAMES, RANGES, RUNS, SHORT_WORDS, WORDS, WORD_ALPHABET } from "./character-names.generated.ts";

interface Range {
  /** What stands before the code point in hexadecimal. */
  prefix: string;
  start: number;
  end: number;
}

interface NameTable {
  /** Word -> its packed form. */
  words: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, number>;
  ranges: readonly Range[];
}

// A constant, made when a program first has a \N{...}.
let table: NameTable | null = null;

/** The code point of a character name or alias, or -1. */
export function lookupCharacterName(name: string): number {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) >= 0x80) return -1;
  const upper = name.toUpperCase();
  if (upper.startsWith("HANGUL SYLLABLE ")) return hangulSyllable(upper.slice(16));
  table ??= makeTable();
  // A name wins over an alias of the same text (BELL).
  const named = codeOfPackedName(packName(upper, table.words));
  if (named >= 0) return named;
  const alias = table.aliases.get(upper);
  if (alias !== undefined) return alias;
  const dash = upper.lastIndexOf("-") + 1;
  if (dash === 0) return -1;
  const digits = upper.slice(dash);
  const code = /^[0-9A-F]{4,5}$/.test(digits) ? parseInt(digits, 16) : -1;
  if (code.toString(16).toUpperCase() !== digits) return -1;
  const prefix = upper.slice(0, dash);
  return table.ranges.some((range) => range.prefix === prefix && code >= range.start && code <= range.end) ? code : -1;
}

/**
 * NAMES holds the names in the order of RUNS, a space around each. A name is a row of words: one character for the most frequent
 * ones, two for the others in WORDS, `!word!` for words that occur once. Words are one space apart unless one is `-` or a space.
 * So a name is found by packing it the same way, and nothing is unpacked.
 */
function packName(name: string, words: ReadonlyMap<string, string>): string {
  const parts = name.match(/[^ -]+|[ -]/g) ?? [];
  let packed = "";
  parts.forEach((part, i) => {
    // The space between two words goes without saying; any other is spelt out.
    if (part === " " && isWord(parts[i - 1]) && isWord(parts[i + 1])) return;
    packed += words.get(part) ?? `!${part}!`;
  });
  return packed;
}

function isWord(part: string | undefined): boolean {
  return part !== undefined && part !== " " && part !== "-";
}

function codeOfPackedName(packed: string): number {
  const at = NAMES.indexOf(` ${packed} `);
  if (at < 0 || packed.length === 0) return -1;
  let index = 0;
  for (let i = 0; i < at; i++) if (NAMES.charCodeAt(i) === 32) index++;
  for (const run of RUNS.split(";")) {
    const comma = run.indexOf(",");
    const count = parseInt(run.slice(comma + 1), 36);
    if (index < count) return parseInt(run.slice(0, comma), 36) + index;
    index -= count;
  }
  return -1;
}

function makeTable(): NameTable {
  const words = new Map<string, string>();
  const size = WORD_ALPHABET.length;
  WORDS.split(",").forEach((word, i) => {
    const rest = i - SHORT_WORDS;
    words.set(word, rest < 0 ? WORD_ALPHABET[i] : WORD_ALPHABET[SHORT_WORDS + Math.floor(rest / size)] + WORD_ALPHABET[rest % size]);
  });
  const aliases = new Map<string, number>();
  for (const alias of ALIASES.split(";")) {
    const colon = alias.indexOf(":");
    aliases.set(alias.slice(0, colon), parseInt(alias.slice(colon + 1), 36));
  }
  const ranges = RANGES.split(";").map((range) => {
    const [prefix, start, end] = range.split(":");
    return { prefix, start: parseInt(start, 36), end: parseInt(end, 36) };
  });
  return { words, aliases, ranges };
}

/** What character names are looked up backwards in; see namesByCode. */
interface NamesByCode {
  packed: readonly string[];
  runs: readonly [start: number, count: number][];
  words: readonly string[];
}

let byCode: NamesByCode | null = null;

function namesByCode(): NamesByCode {
  return (byCode ??= {
    packed: NAMES.slice(1, -1).split(" "),
    runs: RUNS.split(";").map((run) => {
      const comma = run.indexOf(",");
      return [parseInt(run.slice(0, comma), 36), parseInt(run.slice(comma + 1), 36)];
    }),
    words: WORDS.split(","),
  });
}

/** The name of a character, or undefined: no aliases, no named sequences. */
export function characterName(code: number): string | undefined {
  if (code >= 0xac00 && code <= 0xd7a3) {
    const at = code - 0xac00;
    const final = at % finals.length;
    const medial = Math.floor(at / finals.length) % medials.length;
    return `HANGUL SYLLABLE ${initials[Math.floor(at / finals.length / medials.length)]}${medials[medial]}${finals[final]}`;
  }
  const { packed, runs, words } = namesByCode();
  let index = 0;
  for (const [start, count] of runs) {
    if (code < start) break;
    if (code < start + count) return unpackName(packed[index + code - start], words);
    index += count;
  }
  table ??= makeTable();
  // CPython finds Tangut ideographs by name but has no names for them.
  for (const range of table.ranges) if (!range.prefix.startsWith("TANGUT") && code >= range.start && code <= range.end) return range.prefix + code.toString(16).toUpperCase();
  return undefined;
}

/** The inverse of packName. */
function unpackName(packed: string, words: readonly string[]): string {
  let name = "";
  let afterWord = false;
  for (let i = 0; i < packed.length; i++) {
    let word: string;
    if (packed[i] === "!") {
      const end = packed.indexOf("!", i + 1);
      word = packed.slice(i + 1, end);
      i = end;
    } else {
      const first = WORD_ALPHABET.indexOf(packed[i]);
      word = first < SHORT_WORDS ? words[first] : words[SHORT_WORDS + (first - SHORT_WORDS) * WORD_ALPHABET.length + WORD_ALPHABET.indexOf(packed[++i])];
    }
    const plain = isWord(word);
    if (plain && afterWord) name += " ";
    name += word;
    afterWord = plain;
  }
  return name;
}

const initials = "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H".split(",");
const medials = "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I".split(",");
const finals = ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H".split(",");

/** The syllable that these Latin letters spell: the longest part that fits at each place, as CPython reads them. */
function hangulSyllable(letters: string): number {
  const initial = longestPrefix(initials, letters);
  if (initial < 0) return -1;
  letters = letters.slice(initials[initial].length);
  const medial = longestPrefix(medials, letters);
  if (medial < 0) return -1;
  letters = letters.slice(medials[medial].length);
  const final = longestPrefix(finals, letters);
  if (final < 0 || finals[final].length !== letters.length) return -1;
  return 0xac00 + (initial * medials.length + medial) * finals.length + final;
}

function longestPrefix(parts: readonly string[], text: string): number {
  let best = -1;
  parts.forEach((part, i) => {
    if (text.startsWith(part) && (best < 0 || part.length > parts[best].length)) best = i;
  });
  return best;
}
