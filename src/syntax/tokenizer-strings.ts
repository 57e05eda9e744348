// Plain string literals and the rules for string prefixes. Mirrors the string part of tok_get_normal_mode in
// Parser/lexer/lexer.c. See docs/syntax-tokens.md.
import { EOF, E_EOFS, E_EOLS, E_ERROR } from "./tokenizer-state.ts";
import type { TokenizerState } from "./tokenizer-state.ts";
import { ERRORTOKEN, STRING } from "./tokens.ts";

// Bits for the letters of a prefix.
export const SAW_B = 1;
export const SAW_R = 2;
export const SAW_U = 4;
export const SAW_F = 8;
export const SAW_T = 16;

/** SAW_* of a prefix letter, 0 for every other character. */
export const prefixBits = new Uint8Array(128);
for (const [letter, bit] of [["b", SAW_B], ["r", SAW_R], ["u", SAW_U], ["f", SAW_F], ["t", SAW_T]] as const) {
  prefixBits[letter.charCodeAt(0)] = bit;
  prefixBits[letter.toUpperCase().charCodeAt(0)] = bit;
}

/** Raises and answers false when the letters of a prefix exclude each other. */
export function checkStringPrefixes(tok: TokenizerState, saw: number): boolean {
  if (saw & SAW_U) {
    if (saw & SAW_B) return incompatible(tok, "u", "b");
    if (saw & SAW_R) return incompatible(tok, "u", "r");
    if (saw & SAW_F) return incompatible(tok, "u", "f");
    if (saw & SAW_T) return incompatible(tok, "u", "t");
  }
  if (saw & SAW_B) {
    if (saw & SAW_F) return incompatible(tok, "b", "f");
    if (saw & SAW_T) return incompatible(tok, "b", "t");
  }
  if (saw & SAW_F && saw & SAW_T) return incompatible(tok, "f", "t");
  return true;
}

function incompatible(tok: TokenizerState, first: string, second: string): boolean {
  tok.syntaxErrorRange(
    `'${first}' and '${second}' prefixes are incompatible`, tok.start + 1 - tok.lineStart, tok.cur - tok.lineStart,
  );
  return false;
}

/** Reads the rest of a string literal; the quote character `quote` was just read. */
export function scanString(tok: TokenizerState, quote: number): number {
  tok.firstLineno = tok.lineno;
  tok.multiLineStart = tok.lineStart;
  let quoteSize = 1;
  let endQuoteSize = 0;
  let c = tok.nextc();
  if (c === quote) {
    c = tok.nextc();
    if (c === quote) quoteSize = 3;
    else endQuoteSize = 1;
  }
  if (c !== quote) tok.backup(c);

  const text = tok.text;
  let hasEscapedQuote = false;
  while (endQuoteSize !== quoteSize) {
    if (tok.cur !== tok.inp) {
      c = text.charCodeAt(tok.cur++);
    } else {
      c = tok.nextc();
      if (tok.done === E_ERROR) return tok.makeEmpty(ERRORTOKEN);
    }
    if (c === quote) {
      endQuoteSize++;
    } else if (c === 92 /* \ */) {
      endQuoteSize = 0;
      c = tok.nextc();
      if (c === quote) hasEscapedQuote = true;
      if (c === 13 /* \r */) tok.nextc();
    } else if (c === EOF || (c === 10 && quoteSize === 1)) {
      return unterminated(tok, quote, quoteSize, c, hasEscapedQuote);
    } else {
      endQuoteSize = 0;
    }
  }
  return tok.makeString(STRING, tok.start, tok.cur);
}

/** Raises from the first quote of the literal on, as CPython does: the state goes back to there. */
function unterminated(tok: TokenizerState, quote: number, quoteSize: number, c: number, hasEscapedQuote: boolean): number {
  const detected = tok.lineno;
  tok.cur = tok.start + 1;
  tok.lineStart = tok.multiLineStart;
  tok.lineno = tok.firstLineno;
  if (tok.modeDepth > 0 && tok.mode.quote === quote && tok.mode.quoteSize === quoteSize) {
    // The f-string's own quote inside an expression: what lacks is the brace.
    return tok.syntaxError(`${stringPrefix(tok)}-string: expecting '}'`);
  }
  if (quoteSize === 3) {
    tok.syntaxError(`unterminated triple-quoted string literal (detected at line ${detected})`);
    if (c !== 10) tok.done = E_EOFS;
  } else {
    const hint = hasEscapedQuote ? "; perhaps you escaped the end quote?" : "";
    tok.syntaxError(`unterminated string literal (detected at line ${detected})${hint}`);
    if (c !== 10) tok.done = E_EOLS;
  }
  return tok.makeEmpty(ERRORTOKEN);
}

/** The letter that messages about the innermost f-string or t-string begin with. */
export function stringPrefix(tok: TokenizerState): string {
  return tok.mode.isTemplate ? "t" : "f";
}
