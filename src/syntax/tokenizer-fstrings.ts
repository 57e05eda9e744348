// f-strings and t-strings: the stack of modes, literal parts, format specs, and the source text of expressions (for `=` and
// for t-strings). Mirrors tok_get_fstring_mode and its helpers in Parser/lexer/lexer.c. See docs/syntax-tokens.md.
import { EOF, E_DECODE, E_EOFS, E_ERROR, MAXFSTRINGLEVEL, MAX_EXPR_NESTING, TokenizerMode } from "./tokenizer-state.ts";
import type { TokenizerState } from "./tokenizer-state.ts";
import { stringPrefix } from "./tokenizer-strings.ts";
import {
  ERRORTOKEN, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, TSTRING_END, TSTRING_MIDDLE, TSTRING_START,
} from "./tokens.ts";

/** What getFStringMode answers when an expression begins right here: the caller goes on in normal mode. */
export const EXPRESSION_BEGINS = -1;

/** Begins an f-string or t-string; the quote character `quote` was just read. */
export function scanFStringStart(tok: TokenizerState, quote: number, raw: boolean, isTemplate: boolean): number {
  tok.firstLineno = tok.lineno;
  tok.multiLineStart = tok.lineStart;
  let quoteSize = 1;
  const afterQuote = tok.nextc();
  if (afterQuote === quote) {
    const afterAfterQuote = tok.nextc();
    if (afterAfterQuote === quote) {
      quoteSize = 3;
    } else {
      tok.backup(afterAfterQuote);
      tok.backup(afterQuote);
    }
  } else {
    tok.backup(afterQuote);
  }
  if (tok.modeDepth + 1 >= MAXFSTRINGLEVEL) return tok.syntaxError("too many nested f-strings or t-strings");
  const mode = pushMode(tok);
  mode.literal = true;
  mode.quote = quote;
  mode.quoteSize = quoteSize;
  mode.raw = raw;
  mode.isTemplate = isTemplate;
  mode.start = tok.start;
  mode.multiLineStart = tok.lineStart;
  mode.firstLine = tok.lineno;
  mode.exprStart = -1;
  mode.exprEnd = -1;
  mode.inDebug = false;
  mode.inFormatSpec = false;
  mode.curlyBracketDepth = 0;
  mode.curlyBracketExprStartDepth = -1;
  return tok.makeString(isTemplate ? TSTRING_START : FSTRING_START, tok.start, tok.cur);
}

function pushMode(tok: TokenizerState): TokenizerMode {
  const depth = ++tok.modeDepth;
  if (depth === tok.modes.length) tok.modes.push(new TokenizerMode());
  tok.mode = tok.modes[depth];
  return tok.mode;
}

/** Keeps track of where the text of an expression begins and ends; `c` is the brace, colon or exclamation mark just read. */
export function updateFStringExpr(tok: TokenizerState, c: number): void {
  const mode = tok.mode;
  if (c === 123 /* { */) {
    mode.exprStart = tok.cur;
    mode.exprEnd = -1;
  } else if (c === 33 /* ! */ && tok.text.charCodeAt(tok.cur) === 61 /* = */) {
    // The operator `!=` ends nothing.
  } else if (c !== 58 /* : */ || mode.exprEnd < 0) {
    mode.exprEnd = tok.start;
  }
}

/** Gives the token in the making the text of its expression, when something will ask for it. Comments are left out. */
export function setFStringExpr(tok: TokenizerState): void {
  const mode = tok.mode;
  if (!(mode.inDebug || mode.isTemplate) || tok.metadata !== null) return;
  tok.metadata = withoutComments(tok.text.slice(mode.exprStart, mode.exprEnd));
}

function withoutComments(expr: string): string {
  if (!expr.includes("#") || !hasComment(expr)) return expr;
  let result = "";
  let quote = 0;
  for (let i = 0; i < expr.length; i++) {
    const c = expr.charCodeAt(i);
    if (c === 92 /* \ */ && i + 1 < expr.length) {
      result += expr[i++];
      result += expr[i];
    } else if (c === 34 || c === 39 /* " ' */) {
      if (quote === 0) quote = c;
      else if (quote === c) quote = 0;
      result += expr[i];
    } else if (c === 35 /* # */ && quote === 0) {
      while (i < expr.length && expr.charCodeAt(i) !== 10) i++;
      if (i < expr.length) result += "\n";
    } else {
      result += expr[i];
    }
  }
  return result;
}

/** Whether a `#` stands outside of string literals. Triple quotes need no care: they are an odd number of quotes. */
function hasComment(expr: string): boolean {
  let quote = 0;
  for (let i = 0; i < expr.length; i++) {
    const c = expr.charCodeAt(i);
    if (c === 92 /* \ */) {
      i++;
    } else if (c === 34 || c === 39) {
      if (quote === 0) quote = c;
      else if (quote === c) quote = 0;
    } else if (c === 35 && quote === 0) {
      return true;
    }
  }
  return false;
}

/** One token of the literal part or the format spec, or EXPRESSION_BEGINS. */
export function getFStringMode(tok: TokenizerState): number {
  const mode = tok.mode;
  tok.start = tok.cur;
  tok.firstLineno = tok.lineno;
  tok.multiLineStart = tok.lineStart;
  tok.startCol = tok.byteCol(tok.cur);

  const first = tok.nextc();
  if (first === 123 /* { */) {
    const second = tok.nextc();
    tok.backup(second);
    tok.backup(first);
    if (second !== 123) {
      if (!beginExpression(tok, mode)) return ERRORTOKEN;
      return EXPRESSION_BEGINS;
    }
  } else {
    tok.backup(first);
  }

  if (atEndQuote(tok, mode)) {
    tok.modeDepth--;
    tok.mode = tok.modes[tok.modeDepth];
    return tok.makeString(mode.isTemplate ? TSTRING_END : FSTRING_END, tok.start, tok.cur);
  }
  return scanMiddle(tok, mode);
}

/** Reads the closing quote if it is here. Of a triple quote that is not complete, what was read stays read. */
function atEndQuote(tok: TokenizerState, mode: TokenizerMode): boolean {
  for (let i = 0; i < mode.quoteSize; i++) {
    const c = tok.nextc();
    if (c !== mode.quote) {
      tok.backup(c);
      return false;
    }
  }
  return true;
}

function beginExpression(tok: TokenizerState, mode: TokenizerMode): boolean {
  mode.curlyBracketExprStartDepth++;
  if (mode.curlyBracketExprStartDepth >= MAX_EXPR_NESTING) {
    tok.syntaxError(`${stringPrefix(tok)}-string: expressions nested too deeply`);
    return false;
  }
  mode.literal = false;
  return true;
}

function scanMiddle(tok: TokenizerState, mode: TokenizerMode): number {
  const type = mode.isTemplate ? TSTRING_MIDDLE : FSTRING_MIDDLE;
  let endQuoteSize = 0;
  let unicodeEscape = false;
  while (endQuoteSize !== mode.quoteSize) {
    const c = tok.nextc();
    if (tok.done === E_ERROR || tok.done === E_DECODE) return tok.makeEmpty(ERRORTOKEN);
    const inFormatSpec = mode.inFormatSpec && mode.curlyBracketExprStartDepth >= 0;
    if (c === EOF || (c === 10 && mode.quoteSize === 1)) {
      if (inFormatSpec && c === 10) {
        const prefix = stringPrefix(tok);
        return tok.syntaxError(
          `${prefix}-string: newlines are not allowed in format specifiers for single quoted ${prefix}-strings`,
        );
      }
      return unterminated(tok, mode, c);
    }
    if (c === mode.quote) {
      endQuoteSize++;
      continue;
    }
    endQuoteSize = 0;
    if (c === 123 /* { */) {
      updateFStringExpr(tok, c);
      const peek = tok.nextc();
      if (peek === 123 && !inFormatSpec) return tok.makeString(type, tok.start, tok.cur - 1);
      tok.backup(peek);
      tok.backup(c);
      if (!beginExpression(tok, mode)) return ERRORTOKEN;
      mode.inFormatSpec = false;
      return tok.makeString(type, tok.start, tok.cur);
    }
    if (c === 125 /* } */) {
      if (unicodeEscape) return tok.makeString(type, tok.start, tok.cur);
      const peek = tok.nextc();
      if (peek === 125 && !inFormatSpec && mode.curlyBracketDepth === 0) {
        return tok.makeString(type, tok.start, tok.cur - 1);
      }
      tok.backup(peek);
      tok.backup(c);
      mode.literal = false;
      mode.inFormatSpec = false;
      return tok.makeString(type, tok.start, tok.cur);
    }
    if (c === 92 /* \ */) {
      let peek = tok.nextc();
      if (peek === 13 /* \r */) peek = tok.nextc();
      if (peek === 123 || peek === 125) {
        // The brace keeps its meaning; only the backslash is spent.
        if (!mode.raw && !warnInvalidEscape(tok, peek)) return tok.makeEmpty(ERRORTOKEN);
        tok.backup(peek);
        continue;
      }
      if (!mode.raw && peek === 78 /* N */) {
        peek = tok.nextc();
        if (peek === 123) unicodeEscape = true;
        else tok.backup(peek);
      }
    }
  }
  tok.cur -= mode.quoteSize; // the quotes are the next token
  return tok.makeString(type, tok.start, tok.cur);
}

function warnInvalidEscape(tok: TokenizerState, c: number): boolean {
  const letter = String.fromCharCode(c);
  const head = `"\\${letter}" is an invalid escape sequence. `;
  const tail = `Did you mean "\\\\${letter}"? A raw string is also an option.`;
  return tok.parserWarn(`${head}Such sequences will not work in the future. ${tail}`, head + tail);
}

function unterminated(tok: TokenizerState, mode: TokenizerMode, c: number): number {
  const detected = tok.lineno;
  tok.cur = mode.start + 1;
  tok.lineStart = mode.multiLineStart;
  tok.lineno = mode.firstLine;
  const triple = mode.quoteSize === 3 ? "triple-quoted " : "";
  tok.syntaxError(`unterminated ${triple}${stringPrefix(tok)}-string literal (detected at line ${detected})`);
  if (mode.quoteSize === 3 && c !== 10) tok.done = E_EOFS;
  return tok.makeEmpty(ERRORTOKEN);
}
