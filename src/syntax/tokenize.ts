// The tokens that Python's tokenize module yields: strings, character columns and lines instead of offsets and byte columns.
// Mirrors Python/Python-tokenize.c and the generator in Lib/tokenize.py. See docs/syntax-tokens.md.
import { PythonSyntaxError } from "../base/python-error.ts";
import { E_DEDENT, E_EOF, E_LINECONT, E_TABSPACE, E_TOKEN, E_TOODEEP, TokenizerState, countCodePoints, countUtf8Bytes } from "./tokenizer-state.ts";
import { getToken } from "./tokenizer.ts";
import { DEDENT, ENDMARKER, ERRORTOKEN, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, NEWLINE, NL, OP, STRING, TSTRING_END, TSTRING_MIDDLE, TSTRING_START } from "./tokens.ts";

/** tokenize.TokenInfo. Lines are 1-based, columns 0-based characters. */
export interface TokenInfo {
  type: number;
  string: string;
  startLine: number;
  startCol: number;
  endLine: number;
  endCol: number;
  /** The physical line (or lines) that the token stands in, newline included. */
  line: string;
  /** What `type` was before operators became OP. */
  exactType: number;
}

/** _tokenize.TokenizerIter: iterates over tokens; raises PythonSyntaxError. */
export class TokenizerIter {
  private readonly tok: TokenizerState;
  private readonly extraTokens: boolean;
  private done = false;
  private line: string | null = null;
  private lineIsAscii = true;
  private lastLineno = 0;
  private colDiff = 0;
  // Where the last count stopped: most calls go on from there, so that a long line is walked once.
  private bytesFrom = -1;
  private bytesTo = -1;
  private bytesCount = 0;
  private scanByte = 0;
  private scanAt = 0;

  constructor(source: string, extraTokens: boolean) {
    this.extraTokens = extraTokens;
    this.tok = new TokenizerState(source, { filename: "<string>", extraTokens, readline: true });
  }

  /** The next token, null behind ENDMARKER. */
  next(): TokenInfo | null {
    const tok = this.tok;
    const exactType = getToken(tok);
    if (exactType === ERRORTOKEN) throw tok.error ?? iterError(tok);
    if (this.done) return null;
    if (exactType === ENDMARKER) this.done = true;
    const start = tok.tokStart;
    const end = tok.tokEnd;
    let string = start < 0 || end < 0 ? "" : tok.text.slice(start, end);
    const isTrailing = exactType === ENDMARKER || (exactType === DEDENT && tok.done === E_EOF);
    const stringLike = isStringLiteral(exactType);
    const lineStart = stringLike ? tok.multiLineStart : tok.lineStart;

    let line = "";
    let lineChanged = true;
    if (!(this.extraTokens && isTrailing)) {
      lineChanged = tok.lineno !== this.lastLineno;
      if (lineChanged) {
        const size = tok.inp - lineStart;
        const text = tok.text.slice(lineStart, size >= 1 && tok.implicitNewline ? tok.inp - 1 : tok.inp);
        this.line = text;
        this.lineIsAscii = countUtf8Bytes(text, 0, text.length) === text.length;
        this.colDiff = 0;
        this.scanByte = this.scanAt = 0;
      }
      // No line was ever read: CPython has nothing to show and stops here.
      if (this.line === null) return null;
      line = this.line;
    }

    let lineno = stringLike ? tok.firstLineno : tok.lineno;
    let endLineno = tok.lineno;
    // CPython's arithmetic step by step: where a string's first line is out of date, its columns are too.
    let startCol = -1;
    let endCol = -1;
    let startByte = -1;
    if (start >= 0 && start >= lineStart) {
      startByte = this.bytesBetween(lineStart, start);
      if (lineChanged) {
        startCol = this.charsBetween(line, 0, startByte);
        this.colDiff = startByte - startCol;
      } else {
        startCol = startByte - this.colDiff;
      }
    }
    if (end >= 0 && end >= tok.lineStart) {
      const endByte = this.bytesBetween(tok.lineStart, end);
      if (lineno === endLineno) {
        const width = this.charsBetween(line, startByte, endByte);
        endCol = startCol + width;
        this.colDiff += countUtf8Bytes(tok.text, start, end) - width;
      } else {
        endCol = countCodePoints(tok.text, tok.lineStart, end);
        this.colDiff += endByte - endCol;
      }
    }
    this.lastLineno = lineno;

    let type = exactType;
    if (this.extraTokens) {
      if (isTrailing) {
        lineno = endLineno = lineno + 1;
        startCol = endCol = 0;
      }
      if (type > DEDENT && type < OP) {
        type = OP;
      } else if (type === NEWLINE) {
        if (!tok.implicitNewline) string = tok.text.charCodeAt(tok.start) === 13 ? "\r\n" : "\n";
        endCol++;
      } else if (type === NL && tok.implicitNewline) {
        string = "";
      }
    }
    return { type, string, startLine: lineno, startCol, endLine: endLineno, endCol, line, exactType };
  }

  private bytesBetween(from: number, to: number): number {
    if (this.tok.isAscii) return to - from;
    if (from !== this.bytesFrom || to < this.bytesTo) {
      this.bytesFrom = this.bytesTo = from;
      this.bytesCount = 0;
    }
    this.bytesCount += countUtf8Bytes(this.tok.text, this.bytesTo, to);
    this.bytesTo = to;
    return this.bytesCount;
  }

  /** Characters between two byte offsets of a line; what lies behind its end counts one a byte. */
  private charsBetween(line: string, from: number, to: number): number {
    if (from >= to) return 0;
    if (this.lineIsAscii) return to - from;
    let chars = 0;
    let byte = from < this.scanByte ? 0 : this.scanByte;
    let at = from < this.scanByte ? 0 : this.scanAt;
    while (byte < to) {
      let size = 1;
      if (at < line.length) {
        const c = line.codePointAt(at)!;
        at += c > 0xffff ? 2 : 1;
        size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      }
      if (byte >= from) chars++;
      byte += size;
    }
    this.scanByte = byte;
    this.scanAt = at;
    return chars;
  }
}

function isStringLiteral(type: number): boolean {
  return type === STRING || type === FSTRING_START || type === FSTRING_MIDDLE || type === FSTRING_END ||
    type === TSTRING_START || type === TSTRING_MIDDLE || type === TSTRING_END;
}

/** The error behind an ERRORTOKEN that has none of its own, as _tokenize words it. */
function iterError(tok: TokenizerState): PythonSyntaxError {
  let type: "SyntaxError" | "IndentationError" | "TabError" = "SyntaxError";
  let message: string;
  switch (tok.done) {
    case E_TOKEN:
      message = "invalid token";
      break;
    case E_EOF: {
      const offset = countUtf8Bytes(tok.text, tok.buf, tok.inp);
      return new PythonSyntaxError(
        "SyntaxError", "unexpected EOF in multi-line statement", tok.filename, tok.lineno, offset, tok.lineno, offset, null,
      );
    }
    case E_DEDENT:
      type = "IndentationError";
      message = "unindent does not match any outer indentation level";
      break;
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
      break;
    default:
      message = "unknown tokenization error";
  }
  const offset = countCodePoints(tok.text, tok.buf, tok.inp);
  const text = tok.text.slice(tok.buf, tok.inp - 1);
  return new PythonSyntaxError(type, message, tok.filename, tok.lineno, offset, null, null, text);
}
