// Names: keywords and identifier rules (PEP 3131). Mirrors verify_identifier of Parser/lexer/lexer.c and the keyword lookup of
// Parser/pegen.c. See docs/syntax-tokens.md.
import { isPrintable, scanIdentifier } from "../base/unicode.ts";
import type { TokenizerState } from "./tokenizer-state.ts";
import { NAME, hardKeywords } from "./tokens.ts";

// A perfect hash over (first letter, last letter, length); tests/syntax/tokens.test.ts checks that no two keywords meet.
const KEYWORD_SLOTS = 128;
const keywordTexts: string[] = Array.from({ length: KEYWORD_SLOTS }, () => "");
const keywordTypes = new Uint8Array(KEYWORD_SLOTS).fill(NAME);
for (const [keyword, type] of hardKeywords) {
  const slot = (keyword.charCodeAt(0) + keyword.charCodeAt(keyword.length - 1) + keyword.length * 19) & (KEYWORD_SLOTS - 1);
  keywordTexts[slot] = keyword;
  keywordTypes[slot] = type;
}

/** KW_* when text[start, end) is a hard keyword, else NAME. */
export function nameType(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > 8) return NAME;
  const slot = (text.charCodeAt(start) + text.charCodeAt(end - 1) + length * 19) & (KEYWORD_SLOTS - 1);
  const keyword = keywordTexts[slot];
  if (keyword.length !== length) return NAME;
  for (let i = 0; i < length; i++) {
    if (keyword.charCodeAt(i) !== text.charCodeAt(start + i)) return NAME;
  }
  return keywordTypes[slot];
}

/** Checks the non-ASCII name from tok.start to tok.cur; raises and answers false when a character may not stand in it. */
export function verifyIdentifier(tok: TokenizerState): boolean {
  if (tok.extraTokens) return true;
  const invalid = scanIdentifier(tok.text, tok.start, tok.cur);
  if (invalid >= tok.cur) return true;
  const c = tok.text.codePointAt(invalid)!;
  tok.cur = invalid + (c > 0xffff ? 2 : 1);
  const hex = c.toString(16).toUpperCase().padStart(4, "0");
  if (isPrintable(c)) tok.syntaxError(`invalid character '${String.fromCodePoint(c)}' (U+${hex})`);
  else tok.syntaxError(`invalid non-printable character U+${hex}`);
  return false;
}
