// State of the tokenizer and the moves that every part of it needs: the next character, lines, columns, errors, warnings.
// Mirrors Parser/lexer/state.c, Parser/tokenizer/*_tokenizer.c and Parser/tokenizer/helpers.c. See docs/syntax-tokens.md.
//
// CPython walks UTF-8 bytes, we walk UTF-16 code units: positions are offsets into `text`, only columns are counted in bytes.
import { PythonSyntaxError } from "../base/python-error.ts";
import type { WarningSink } from "../base/python-error.ts";
import { ERRORTOKEN } from "./tokens.ts";

// Values of `done`, with CPython's numbers.
export const E_OK = 10;
export const E_EOF = 11;
export const E_TOKEN = 13;
export const E_ERROR = 17;
export const E_TABSPACE = 18;
export const E_TOODEEP = 20;
export const E_DEDENT = 21;
export const E_DECODE = 22;
export const E_EOFS = 23;
export const E_EOLS = 24;
export const E_LINECONT = 25;

/** What nextc() answers at the end of the input and after an error. */
export const EOF = -1;

export const MAXINDENT = 100;
export const MAXLEVEL = 200;
export const MAXFSTRINGLEVEL = 150;
export const MAX_EXPR_NESTING = 3;

export interface TokenizerOptions {
  /** Stands in errors and warnings; null is None. */
  filename?: string | null;
  /** The mode of the tokenize module: COMMENT and NL tokens, lenient numbers and brackets, no keywords. */
  extraTokens?: boolean;
  /** Yield TYPE_COMMENT and TYPE_IGNORE tokens. */
  typeComments?: boolean;
  /** Add a newline at the end when there is none: true for mode exec (the default), false for eval, single and func_type. */
  execInput?: boolean;
  /** Mode single: the first ENDMARKER after a statement is turned into NEWLINE plus the pending DEDENTs. */
  interactive?: boolean;
  /** PyCF_DONT_IMPLY_DEDENT: with `interactive`, do not add those DEDENTs. */
  dontImplyDedent?: boolean;
  /** Keep \r as it stands and read line by line as the tokenize module does. */
  readline?: boolean;
  /** Receives SyntaxWarnings; without one they are dropped. */
  warn?: WarningSink | null;
}

/** One level of the f-string and t-string stack; level 0 is ordinary source. */
export class TokenizerMode {
  /** True while inside the literal part (or the format spec), false while inside an expression. */
  literal = false;
  curlyBracketDepth = 0;
  curlyBracketExprStartDepth = 0;
  quote = 0;
  quoteSize = 0;
  raw = false;
  start = 0;
  multiLineStart = 0;
  firstLine = 0;
  /** Where the text of the current expression begins and ends; -1 for not known yet. */
  exprStart = -1;
  exprEnd = -1;
  inDebug = false;
  inFormatSpec = false;
  isTemplate = false;
}

/** Everything that CPython keeps in struct tok_state. */
export class TokenizerState {
  readonly filename: string | null;
  readonly extraTokens: boolean;
  readonly typeComments: boolean;
  readonly readline: boolean;
  readonly warn: WarningSink | null;
  /** Give hard keywords their own token types. */
  readonly keywords: boolean;

  /** The whole input with normalised line ends. One more character may follow `limit` as a sentinel. */
  readonly text: string;
  readonly isAscii: boolean;
  /** End of the input in `text`. */
  readonly limit: number;
  /** True when the last newline of `text` is not in the source (readline mode only). */
  private readonly fakeNewline: boolean;
  private readonly firstNul: number;

  /** Next character, end of the lines read so far, start of the current line, start of the first line of the current token. */
  cur = 0;
  inp = 0;
  lineStart = 0;
  buf = 0;
  /** Start of the current token, -1 between tokens. */
  start = -1;
  startCol = -1;
  /** Number of lines read so far: the 1-based number of the current line. */
  lineno = 0;
  firstLineno = 0;
  multiLineStart = 0;
  done = E_OK;
  /** The error that was raised, null when `done` alone says what went wrong. */
  error: PythonSyntaxError | null = null;
  implicitNewline = false;

  atbol = true;
  pendin = 0;
  indent = 0;
  readonly indstack = new Int32Array(MAXINDENT);
  readonly altindstack = new Int32Array(MAXINDENT);

  level = 0;
  /** Character codes of the open brackets. */
  readonly parenstack = new Uint8Array(MAXLEVEL);
  readonly parenlinenostack = new Int32Array(MAXLEVEL);
  readonly parencolstack = new Int32Array(MAXLEVEL);

  commentNewline = false;
  /** Whether `<>` is a token: from __future__ import barry_as_FLUFL. */
  barryAsFlufl = false;
  modeDepth = 0;
  mode = new TokenizerMode();
  readonly modes: TokenizerMode[] = [this.mode];

  // The token that was made last.
  tokStart = -1;
  tokEnd = -1;
  tokLineno = 0;
  tokCol = -1;
  tokEndCol = -1;
  metadata: string | null = null;

  /** Position of the next non-ASCII character that byteCol has not counted; bytes beyond one per code unit so far in this line. */
  private nextWide: number;
  private wideBytes = 0;

  constructor(source: string, options: TokenizerOptions) {
    this.filename = options.filename ?? null;
    this.extraTokens = options.extraTokens ?? false;
    this.typeComments = options.typeComments ?? false;
    this.readline = options.readline ?? false;
    this.warn = options.warn ?? null;
    this.keywords = !(this.extraTokens || this.readline);
    let text = source;
    if (!this.readline && text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    let limit = text.length;
    this.fakeNewline = false;
    if (text.charCodeAt(limit - 1) !== 10 /* \n */) {
      if (this.readline) {
        this.fakeNewline = limit > 0;
        if (limit > 0) limit++;
        text += "\n";
      } else {
        if (options.execInput ?? true) limit++;
        text += "\n";
      }
    }
    this.text = text;
    this.limit = limit;
    const nul = text.indexOf("\0");
    this.firstNul = nul < 0 ? text.length : nul;
    this.nextWide = nextNonAscii(text, 0);
    this.isAscii = this.nextWide >= text.length;
  }

  /** Reads one character; EOF at the end and after an error. */
  nextc(): number {
    if (this.cur !== this.inp) return this.text.charCodeAt(this.cur++);
    return this.underflow() ? this.text.charCodeAt(this.cur++) : EOF;
  }

  /** Gives the character `c` back. */
  backup(c: number): void {
    if (c !== EOF) this.cur--;
  }

  /** Takes in one more line; false at the end of the input. */
  underflow(): boolean {
    if (this.done !== E_OK) return false;
    const from = this.inp;
    if (this.readline) {
      if (this.start < 0 && this.modeDepth === 0) this.buf = from;
      this.lineStart = from;
      this.wideBytes = 0;
    }
    if (from >= this.limit) {
      this.done = E_EOF;
      this.cur = from;
      return false;
    }
    if (this.start < 0 && !this.readline) this.buf = from;
    this.lineStart = from;
    this.lineno++;
    this.wideBytes = 0;
    if (this.nextWide < from) this.nextWide = nextNonAscii(this.text, from);
    const newline = this.text.indexOf("\n", from);
    const end = newline < 0 || newline >= this.limit ? this.limit : newline + 1;
    this.inp = end;
    if (this.readline) this.implicitNewline = this.fakeNewline && end === this.limit;
    if (this.firstNul < end) {
      this.syntaxError("source code cannot contain null bytes");
      this.cur = end;
      return false;
    }
    return true;
  }

  /** Column in bytes of `offset` in the current line. Calls must not go backwards within a line. */
  byteCol(offset: number): number {
    if (this.nextWide < offset) this.countWide(offset);
    return offset - this.lineStart + this.wideBytes;
  }

  private countWide(offset: number): void {
    const text = this.text;
    let at = this.nextWide;
    while (at < offset) {
      const c = text.charCodeAt(at);
      if (c < 0x800) {
        this.wideBytes += 1;
        at++;
      } else if (c >= 0xd800 && c < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) {
        this.wideBytes += 2;
        at += 2;
      } else {
        this.wideBytes += 2;
        at++;
      }
      at = nextNonAscii(text, at);
    }
    this.nextWide = at;
  }

  /** Finishes a token that begins at `start` (the column comes from startCol) and ends at the current character. */
  make(type: number, start: number, end: number): number {
    this.tokStart = start;
    this.tokEnd = end;
    this.tokLineno = this.lineno;
    this.tokCol = this.startCol;
    this.tokEndCol = this.byteCol(this.cur);
    return type;
  }

  /** Same for the string-like tokens, which begin on line `firstLineno`. */
  makeString(type: number, start: number, end: number): number {
    this.make(type, start, end);
    this.tokLineno = this.firstLineno;
    return type;
  }

  /** Finishes a token without text and columns. */
  makeEmpty(type: number): number {
    this.tokStart = -1;
    this.tokEnd = -1;
    this.tokLineno = this.lineno;
    this.tokCol = -1;
    this.tokEndCol = -1;
    return type;
  }

  /** Ends with an error that `done` describes, as CPython does for indentation and the like. */
  fail(done: number): number {
    this.done = done;
    this.cur = this.inp;
    return this.makeEmpty(ERRORTOKEN);
  }

  /** Raises a SyntaxError that points at the current character. */
  syntaxError(message: string): number {
    return this.syntaxErrorRange(message, -1, -1);
  }

  /** Raises a SyntaxError on 1-based columns given as offsets from the line's start in code units; -1 is the current character. */
  syntaxErrorRange(message: string, from: number, to: number): number {
    if (this.done !== E_ERROR) {
      const line = this.lineStart;
      const offset = from < 0 ? countCodePoints(this.text, line, this.cur) : 1 + countCodePoints(this.text, line, line + from - 1);
      const endOffset = to < 0 ? offset : 1 + countCodePoints(this.text, line, line + to - 1);
      this.error = new PythonSyntaxError(
        "SyntaxError", message, this.filename, this.lineno, offset, this.lineno, endOffset, this.lineText(line),
      );
      this.done = E_ERROR;
    }
    return this.makeEmpty(ERRORTOKEN);
  }

  /** Hands a SyntaxWarning to the sink; false when it is to be an error, which is then raised with `errorMessage`. */
  parserWarn(message: string, errorMessage: string): boolean {
    if (this.warn === null) return true;
    const offset = countCodePoints(this.text, this.lineStart, this.cur);
    const isError = this.warn({
      category: "SyntaxWarning", message, filename: this.filename ?? "<unknown>",
      lineno: this.lineno, offset, endLineno: this.lineno, endOffset: offset,
    });
    if (!isError) return true;
    this.syntaxError(errorMessage);
    return false;
  }

  /** The line that begins at `start`, without its newline. */
  lineText(start: number): string {
    let end = this.text.indexOf("\n", start);
    if (end < 0 || end > this.limit) end = this.limit;
    return this.text.slice(start, end);
  }
}

/** Position of the first non-ASCII character at or after `from`, the text's length when there is none. */
function nextNonAscii(text: string, from: number): number {
  const length = text.length;
  let at = from;
  while (at < length && text.charCodeAt(at) < 128) at++;
  return at;
}

function isLowSurrogate(c: number): boolean {
  return c >= 0xdc00 && c < 0xe000;
}

/** Number of code points in text[from, to). */
export function countCodePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if (c >= 0xd800 && c < 0xdc00 && at + 1 < to && isLowSurrogate(text.charCodeAt(at + 1))) at++;
    count++;
  }
  return count;
}

/** Number of UTF-8 bytes of text[from, to). */
export function countUtf8Bytes(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if (c < 0x80) count++;
    else if (c < 0x800) count += 2;
    else if (c >= 0xd800 && c < 0xdc00 && at + 1 < to && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      count += 4;
    } else count += 3;
  }
  return count;
}
