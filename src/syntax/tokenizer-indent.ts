// The beginning of a line: indentation, tabs against spaces, blank lines, backslashes before the first token. Mirrors the start
// of tok_get_normal_mode in Parser/lexer/lexer.c. See docs/syntax-tokens.md.
import { EOF, E_DEDENT, E_EOF, E_LINECONT, E_TABSPACE, E_TOODEEP, MAXINDENT } from "./tokenizer-state.ts";
import type { TokenizerState } from "./tokenizer-state.ts";
import { ERRORTOKEN } from "./tokens.ts";

const TABSIZE = 8;
// A second count in which a tab is one column: the two must agree in order, or tabs and spaces are mixed inconsistently.
const ALTTABSIZE = 1;

/** What readIndentation found. */
export const LINE_WITH_CODE = 0;
export const BLANK_LINE = 1;
export const BAD_LINE = 2;

/** Reads a line's indentation and updates the indentation stack and the pending INDENTs and DEDENTs. */
export function readIndentation(tok: TokenizerState): number {
  let col = 0;
  let altcol = 0;
  let continuedCol = 0;
  let c: number;
  tok.atbol = false;
  for (;;) {
    c = tok.nextc();
    if (c === 32) {
      col++;
      altcol++;
    } else if (c === 9 /* \t */) {
      col = (Math.floor(col / TABSIZE) + 1) * TABSIZE;
      altcol = (Math.floor(altcol / ALTTABSIZE) + 1) * ALTTABSIZE;
    } else if (c === 12 /* \f */) {
      col = altcol = 0;
    } else if (c === 92 /* \ */) {
      // The line before the first backslash decides about the indentation of all that is joined to it.
      continuedCol = continuedCol !== 0 ? continuedCol : col;
      if (!readLineContinuation(tok)) return BAD_LINE;
    } else {
      break;
    }
  }
  tok.backup(c);
  if (c === 35 || c === 10 || c === 13 /* # \n \r */) return BLANK_LINE;
  if (c === EOF && tok.error !== null) {
    tok.makeEmpty(ERRORTOKEN);
    return BAD_LINE;
  }
  if (tok.level > 0) return LINE_WITH_CODE;
  if (continuedCol !== 0) col = altcol = continuedCol;

  let indent = tok.indent;
  const current = tok.indstack[indent];
  if (col === current) {
    if (altcol !== tok.altindstack[indent]) return bad(tok, E_TABSPACE);
  } else if (col > current) {
    if (indent + 1 >= MAXINDENT) return bad(tok, E_TOODEEP);
    if (altcol <= tok.altindstack[indent]) return bad(tok, E_TABSPACE);
    tok.pendin++;
    tok.indent = ++indent;
    tok.indstack[indent] = col;
    tok.altindstack[indent] = altcol;
  } else {
    while (indent > 0 && col < tok.indstack[indent]) {
      tok.pendin--;
      indent--;
    }
    tok.indent = indent;
    if (col !== tok.indstack[indent]) return bad(tok, E_DEDENT);
    if (altcol !== tok.altindstack[indent]) return bad(tok, E_TABSPACE);
  }
  return LINE_WITH_CODE;
}

function bad(tok: TokenizerState, done: number): number {
  tok.fail(done);
  return BAD_LINE;
}

/** After a backslash: reads the end of the line and makes sure that another one follows. False after an error. */
export function readLineContinuation(tok: TokenizerState): boolean {
  let c = tok.nextc();
  if (c === 13 /* \r */) c = tok.nextc();
  if (c !== 10) {
    tok.done = E_LINECONT;
    tok.makeEmpty(ERRORTOKEN);
    return false;
  }
  c = tok.nextc();
  if (c === EOF) {
    tok.fail(E_EOF);
    return false;
  }
  tok.backup(c);
  return true;
}
