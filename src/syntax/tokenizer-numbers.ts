// Number literals: every base, underscores, floats, imaginary numbers, and what may follow a number. Mirrors the number part of
// tok_get_normal_mode in Parser/lexer/lexer.c. See docs/syntax-tokens.md.
import { EOF } from "./tokenizer-state.ts";
import type { TokenizerState } from "./tokenizer-state.ts";
import { ERRORTOKEN, NUMBER } from "./tokens.ts";

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isHexDigit(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
}

function isIdentifierChar(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c >= 128;
}

/** Reads the number whose first character `c` was just read; with `fraction` a period came before it. */
export function scanNumber(tok: TokenizerState, first: number, fraction: boolean): number {
  let c = first;
  if (fraction) return scanFraction(tok, c);
  if (c === 48 /* 0 */) {
    c = tok.nextc();
    if (c === 120 || c === 88 /* xX */) return scanRadix(tok, 16, "hexadecimal");
    if (c === 111 || c === 79 /* oO */) return scanRadix(tok, 8, "octal");
    if (c === 98 || c === 66 /* bB */) return scanRadix(tok, 2, "binary");
    return scanLeadingZero(tok, c);
  }
  c = decimalTail(tok);
  if (c === 0) return ERRORTOKEN;
  if (c === 46 /* . */) return scanFraction(tok, tok.nextc());
  return scanExponent(tok, c);
}

function scanRadix(tok: TokenizerState, radix: number, kind: string): number {
  let c = tok.nextc();
  do {
    if (c === 95 /* _ */) c = tok.nextc();
    if (!isRadixDigit(c, radix)) {
      if (isDigit(c)) return tok.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
      tok.backup(c);
      return tok.syntaxError(`invalid ${kind} literal`);
    }
    do {
      c = tok.nextc();
    } while (isRadixDigit(c, radix));
  } while (c === 95);
  if (radix !== 16 && isDigit(c)) return tok.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
  return finish(tok, c, kind);
}

function isRadixDigit(c: number, radix: number): boolean {
  return radix === 16 ? isHexDigit(c) : c >= 48 && c < 48 + radix;
}

/** After a first 0; `c` is the character behind it. Zeros alone, floats and imaginary numbers are fine, other digits are not. */
function scanLeadingZero(tok: TokenizerState, next: number): number {
  let c = next;
  let nonzero = false;
  for (;;) {
    if (c === 95 /* _ */) {
      c = tok.nextc();
      if (!isDigit(c)) {
        tok.backup(c);
        return tok.syntaxError("invalid decimal literal");
      }
    }
    if (c !== 48) break;
    c = tok.nextc();
  }
  const zerosEnd = tok.cur;
  if (isDigit(c)) {
    nonzero = true;
    c = decimalTail(tok);
    if (c === 0) return ERRORTOKEN;
  }
  if (c === 46 /* . */) return scanFraction(tok, tok.nextc());
  if (c === 101 || c === 69 /* eE */) return scanExponent(tok, c);
  if (c === 106 || c === 74 /* jJ */) return finish(tok, tok.nextc(), "imaginary");
  if (nonzero && !tok.extraTokens) {
    tok.backup(c);
    return tok.syntaxErrorRange(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      tok.start + 1 - tok.lineStart, zerosEnd - tok.lineStart,
    );
  }
  return finish(tok, c, "decimal");
}

/** After the period; `c` is the character behind it. */
function scanFraction(tok: TokenizerState, next: number): number {
  let c = next;
  if (isDigit(c)) {
    c = decimalTail(tok);
    if (c === 0) return ERRORTOKEN;
  }
  return scanExponent(tok, c);
}

/** After the digits; `c` is the character behind them. */
function scanExponent(tok: TokenizerState, next: number): number {
  let c = next;
  if (c === 101 || c === 69 /* eE */) {
    const e = c;
    c = tok.nextc();
    if (c === 43 || c === 45 /* +- */) {
      c = tok.nextc();
      if (!isDigit(c)) {
        tok.backup(c);
        return tok.syntaxError("invalid decimal literal");
      }
    } else if (!isDigit(c)) {
      tok.backup(c);
      if (!verifyEndOfNumber(tok, e, "decimal")) return tok.makeEmpty(ERRORTOKEN);
      tok.backup(e);
      return tok.make(NUMBER, tok.start, tok.cur);
    }
    c = decimalTail(tok);
    if (c === 0) return ERRORTOKEN;
  }
  if (c === 106 || c === 74 /* jJ */) return finish(tok, tok.nextc(), "imaginary");
  return finish(tok, c, "decimal");
}

/** Reads digits with single underscores between them; answers the character behind them, 0 after an error. */
function decimalTail(tok: TokenizerState): number {
  for (;;) {
    let c: number;
    do {
      c = tok.nextc();
    } while (isDigit(c));
    if (c !== 95 /* _ */) return c;
    c = tok.nextc();
    if (!isDigit(c)) {
      tok.backup(c);
      tok.syntaxError("invalid decimal literal");
      return 0;
    }
  }
}

function finish(tok: TokenizerState, c: number, kind: string): number {
  if (!verifyEndOfNumber(tok, c, kind)) return tok.makeEmpty(ERRORTOKEN);
  tok.backup(c);
  return tok.make(NUMBER, tok.start, tok.cur);
}

/** A keyword right after a number is deprecated, any other name is an error. `c` is the character behind the number. */
function verifyEndOfNumber(tok: TokenizerState, c: number, kind: string): boolean {
  if (tok.extraTokens || c === EOF) return true;
  let keyword = false;
  if (c === 97 /* a */) keyword = lookahead(tok, "nd");
  else if (c === 101 /* e */) keyword = lookahead(tok, "lse");
  else if (c === 102 /* f */) keyword = lookahead(tok, "or");
  else if (c === 105 /* i */) {
    const c2 = tok.nextc();
    keyword = c2 === 102 || c2 === 110 || c2 === 115; // if, in, is
    tok.backup(c2);
  } else if (c === 111 /* o */) keyword = lookahead(tok, "r");
  else if (c === 110 /* n */) keyword = lookahead(tok, "ot");
  if (keyword) {
    tok.backup(c);
    const message = `invalid ${kind} literal`;
    if (!tok.parserWarn(message, message)) return false;
    tok.nextc();
  } else if (c < 128 && isIdentifierChar(c)) {
    tok.backup(c);
    tok.syntaxError(`invalid ${kind} literal`);
    return false;
  }
  return true;
}

/** Whether `rest` follows and no identifier character after it. Reads nothing. */
function lookahead(tok: TokenizerState, rest: string): boolean {
  let at = 0;
  for (;;) {
    const c = tok.nextc();
    if (at < rest.length && c === rest.charCodeAt(at)) {
      at++;
      continue;
    }
    tok.backup(c);
    tok.cur -= at;
    return at === rest.length && (c === EOF || !isIdentifierChar(c));
  }
}
