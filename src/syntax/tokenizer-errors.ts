// Errors that the tokenizer only hints at by `done`, raised the way CPython's parser does. The parser's own error machinery builds
// on the two raise functions. Mirrors Parser/pegen_errors.c. See docs/syntax-tokens.md.
import { PythonSyntaxError } from "../base/python-error.ts";
import type { PythonErrorType } from "../base/python-error.ts";
import type { TokenBuffer } from "./token-buffer.ts";
import { E_DEDENT, E_EOF, E_LINECONT, E_TABSPACE, E_TOKEN, E_TOODEEP, countUtf8Bytes } from "./tokenizer-state.ts";
import type { TokenizerState } from "./tokenizer-state.ts";

/** Stands for "where the tokenizer is now" as a line or column of raiseErrorKnownLocation. */
export const CURRENT_POS = -5;

/** The error behind an ERRORTOKEN without an exception of its own; the token is the last one in the buffer. */
export function tokenizerError(tok: TokenizerState, buffer: TokenBuffer): PythonSyntaxError {
  let type: PythonErrorType = "SyntaxError";
  let message: string;
  let col = 0;
  switch (tok.done) {
    case E_TOKEN:
      message = "invalid token";
      break;
    case E_EOF:
      if (tok.level > 0) return unclosedParenthesesError(tok);
      return raiseErrorAtLastToken(tok, buffer, "SyntaxError", "unexpected EOF while parsing");
    case E_DEDENT:
      return raiseErrorAtLastToken(
        tok, buffer, "IndentationError", "unindent does not match any outer indentation level",
      );
    case E_TABSPACE:
      type = "TabError";
      message = "inconsistent use of tabs and spaces in indentation";
      break;
    case E_TOODEEP:
      type = "IndentationError";
      message = "too many levels of indentation";
      break;
    case E_LINECONT:
      message = "unexpected character after line continuation character";
      col = countUtf8Bytes(tok.text, tok.buf, tok.cur) - 1;
      break;
    default:
      message = "unknown parsing error";
  }
  return raiseErrorKnownLocation(tok, type, tok.lineno, Math.max(col, 0) + 1, tok.lineno, 0, message);
}

/** "'(' was never closed" for the innermost open bracket. */
export function unclosedParenthesesError(tok: TokenizerState): PythonSyntaxError {
  const level = tok.level - 1;
  const lineno = tok.parenlinenostack[level];
  const message = `'${String.fromCharCode(tok.parenstack[level])}' was never closed`;
  return raiseErrorKnownLocation(tok, "SyntaxError", lineno, tok.parencolstack[level] + 1, lineno, 0, message);
}

/** CPython's _PyPegen_raise_error on the last token in the buffer (RAISE_SYNTAX_ERROR). */
export function raiseErrorAtLastToken(
  tok: TokenizerState, buffer: TokenBuffer, type: PythonErrorType, message: string,
): PythonSyntaxError {
  const at = buffer.count - 1;
  if (at < 0) return raiseErrorKnownLocation(tok, type, 0, 0, 0, -1, message);
  return raiseErrorAtToken(tok, buffer, at, type, message);
}

/** CPython's _PyPegen_raise_error on token `at`. */
export function raiseErrorAtToken(
  tok: TokenizerState, buffer: TokenBuffer, at: number, type: PythonErrorType, message: string,
): PythonSyntaxError {
  let col: number;
  if (buffer.col[at] === -1) col = tok.cur === tok.buf ? 0 : countUtf8Bytes(tok.text, tok.lineStart, tok.cur);
  else col = buffer.col[at] + 1;
  const endCol = buffer.endCol[at] === -1 ? -1 : buffer.endCol[at] + 1;
  return raiseErrorKnownLocation(tok, type, buffer.lineno[at], col, buffer.endLineno[at], endCol, message);
}

/**
 * CPython's _PyPegen_raise_error_known_location. Columns are 1-based bytes here (0 and -1 stay as they are), or CURRENT_POS; the
 * error's are characters of the text that CPython shows: what was read of the current line, or the whole earlier line.
 */
export function raiseErrorKnownLocation(
  tok: TokenizerState, type: PythonErrorType, lineno: number, col: number, endLineno: number, endCol: number, message: string,
): PythonSyntaxError {
  if (endLineno === CURRENT_POS) endLineno = tok.lineno;
  if (endCol === CURRENT_POS) endCol = countUtf8Bytes(tok.text, tok.lineStart, tok.cur);
  let text: string;
  if (tok.lineno <= lineno && tok.inp > tok.buf) text = tok.text.slice(tok.lineStart, tok.inp);
  else text = sourceLine(tok, lineno);
  const offset = charColumn(text, col);
  const endOffset = endCol > 0 ? charColumn(text, endCol) : endCol;
  return new PythonSyntaxError(type, message, tok.filename, lineno, offset, endLineno, endOffset, text);
}

/** Line `lineno` (1-based) of the source without its newline; the last line when there are fewer. */
export function sourceLine(tok: TokenizerState, lineno: number): string {
  let start = 0;
  for (let line = 1; line < lineno; line++) {
    const newline = tok.text.indexOf("\n", start);
    if (newline < 0 || newline + 1 > tok.inp) break;
    start = newline + 1;
  }
  return tok.lineText(start);
}

/** Number of characters in the first `col` bytes of a text; a cut character and one place behind the end count as one. */
function charColumn(text: string, col: number): number {
  if (col < 0) return col;
  let bytes = 0;
  let chars = 0;
  let at = 0;
  while (bytes < col && at < text.length) {
    const c = text.codePointAt(at)!;
    at += c > 0xffff ? 2 : 1;
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    chars++;
  }
  return bytes < col ? chars + 1 : chars;
}
