// Makes wrong sources of right ones: tokens removed, doubled, swapped, put in, replaced; lines cut, indented, joined; brackets,
// quotes and characters lost or added. The same seed gives the same sources. See docs/syntax-errors.md.
import { TokenBuffer } from "../../src/syntax/token-buffer.ts";
import { Tokenizer } from "../../src/syntax/tokenizer.ts";
import { ENDMARKER, ERRORTOKEN } from "../../src/syntax/tokens.ts";

/** A small generator of numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SNIPPETS = [
  "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", ":=", "->", "*", "**", "/", "+", "-", "@", "!", "...", "~", "|", "<>", "!=",
  "x", "y", "_", "print", "exec", "match", "case", "type", "1", "2.5", "0x", "1_", "08", "3j", "'s'", "\"", "'", "'''", "f'", "f'{", "f'{x}'",
  "t'{y}'", "b'b'", "u'u'", "}", "\\", "$", "?", "`", "é", "日本", "€", "\n", "\n    ", "\n  ", "\t", " ", "#", "# type: int", "if", "else", "elif",
  "for", "in", "while", "def", "class", "return", "yield", "await", "async", "lambda", "not", "and", "or", "is", "with", "as", "import",
  "from", "try", "except", "finally", "raise", "del", "pass", "break", "continue", "None", "True", "False", "global", "nonlocal", "assert",
  "if x else", "for x in y", "x for x in y", "*a", "**k", "a=1", "\n\n", "\f", "\u00a0", "0777", "1if 2else 3", "f\"{x!z}\"", "f'{}'", "f'{a b}'",
];

interface Piece {
  start: number;
  end: number;
}

/** Where the tokens of a source stand; null when it is not even made of tokens. */
function pieces(source: string): Piece[] | null {
  const tokenizer = new Tokenizer(source, { filename: "<mutate>" });
  for (;;) {
    const type = tokenizer.append();
    if (type === ERRORTOKEN) return null;
    if (type === ENDMARKER) break;
  }
  const tokens: TokenBuffer = tokenizer.buffer;
  const found: Piece[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.start[i] >= 0 && tokens.end[i] > tokens.start[i]) found.push({ start: tokens.start[i], end: tokens.end[i] });
  }
  return found;
}

const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** One wrong (or by chance right) version of a source. */
export function mutate(source: string, next: () => number): string {
  for (;;) {
    let result = source;
    const times = next() < 0.75 ? 1 : 2;
    for (let i = 0; i < times; i++) result = mutateOnce(result, next);
    if (!HALF_A_CHARACTER.test(result)) return result;
  }
}

function pick<T>(items: readonly T[], next: () => number): T {
  return items[Math.floor(next() * items.length)];
}

function mutateOnce(source: string, next: () => number): string {
  const tokens = pieces(source);
  const kind = Math.floor(next() * (tokens === null || tokens.length === 0 ? 4 : 12));
  switch (kind) {
    case 0: {
      // one character more, less, or another
      const at = Math.floor(next() * (source.length + 1));
      const how = next();
      const insert = how < 0.33 ? "" : pick(SNIPPETS, next);
      return source.slice(0, at) + insert + source.slice(how < 0.66 ? at + 1 : at);
    }
    case 1: {
      // the end is missing
      return source.slice(0, Math.floor(next() * source.length));
    }
    case 2: {
      // other indentation of one line
      const lines = source.split("\n");
      const at = Math.floor(next() * lines.length);
      const how = next();
      const line = lines[at];
      lines[at] = how < 0.3 ? ` ${line}` : how < 0.5 ? line.trimStart() : how < 0.6 ? `\t${line}` : how < 0.8 ? `    ${line}` : line.slice(1);
      return lines.join("\n");
    }
    case 3: {
      // a line removed, doubled, or joined with the next
      const lines = source.split("\n");
      const at = Math.floor(next() * lines.length);
      const how = next();
      if (how < 0.4) lines.splice(at, 1);
      else if (how < 0.6) lines.splice(at, 0, lines[at]);
      else if (at + 1 < lines.length) lines.splice(at, 2, `${lines[at]} ${lines[at + 1]}`);
      else lines[at] += ` ${pick(SNIPPETS, next)}`;
      return lines.join("\n");
    }
  }
  const all = tokens as Piece[];
  const token = pick(all, next);
  const text = source.slice(token.start, token.end);
  const before = source.slice(0, token.start);
  const after = source.slice(token.end);
  switch (kind) {
    case 4:
    case 5:
      return before + after.replace(/^ /, "");
    case 6:
      return `${before}${text} ${text}${after}`;
    case 7: {
      const other = pick(all, next);
      if (other.start <= token.start) return `${before}${source.slice(other.start, other.end)}${after}`;
      return before + source.slice(other.start, other.end) + source.slice(token.end, other.start) + text + source.slice(other.end);
    }
    case 8:
    case 9:
      return `${before}${pick(SNIPPETS, next)} ${text}${after}`;
    case 10:
      return `${before}${pick(SNIPPETS, next)}${after}`;
    default:
      return `${before}${text} ${pick(SNIPPETS, next)}${after}`;
  }
}
