// The tokenizer: one token a call, in step with CPython's, which looks no further ahead than it must (the order of errors and
// warnings depends on it). Mirrors Parser/lexer/lexer.c and the token part of Parser/pegen.c. See docs/syntax-tokens.md.
import type { PythonSyntaxError } from "../base/python-error.ts";
import { TokenBuffer } from "./token-buffer.ts";
import { tokenizerError } from "./tokenizer-errors.ts";
import { EXPRESSION_BEGINS, getFStringMode, scanFStringStart, setFStringExpr, updateFStringExpr } from "./tokenizer-fstrings.ts";
import { BAD_LINE, BLANK_LINE, readIndentation, readLineContinuation } from "./tokenizer-indent.ts";
import { nameType, verifyIdentifier } from "./tokenizer-names.ts";
import { scanNumber } from "./tokenizer-numbers.ts";
import { oneChar, threeChars, twoChars } from "./tokenizer-operators.ts";
import { EOF, E_EOF, MAXLEVEL, TokenizerState } from "./tokenizer-state.ts";
import type { TokenizerOptions } from "./tokenizer-state.ts";
import { SAW_F, SAW_R, SAW_T, checkStringPrefixes, prefixBits, scanString, stringPrefix } from "./tokenizer-strings.ts";
import { readTypeComment } from "./tokenizer-type-comments.ts";
import {
  COMMENT, DEDENT, DOT, ELLIPSIS, ENDMARKER, ERRORTOKEN, INDENT, NAME, NEWLINE, NL, NUMBER, OP,
} from "./tokens.ts";

export type { TokenizerOptions } from "./tokenizer-state.ts";

/** Class of an ASCII character. */
const OTHER = 0;
const LETTER = 1;
const PREFIX_LETTER = 2;
const DIGIT = 3;
const charClass = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if (prefixBits[c] !== 0) charClass[c] = PREFIX_LETTER;
  else if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95) charClass[c] = LETTER;
  else if (c >= 48 && c <= 57) charClass[c] = DIGIT;
  else charClass[c] = OTHER;
}

/** CPython's tokenizer over decoded source text. */
export class Tokenizer {
  /** Where the tokens go. The ERRORTOKEN of a failed call is in it too, as in CPython's token array. */
  readonly buffer: TokenBuffer;
  /** CPython's tok_state: bracket and indentation stacks, current line, `done`. */
  readonly state: TokenizerState;
  private readonly interactive: boolean;
  private readonly dontImplyDedent: boolean;
  private parsingStarted = false;
  private ended = false;

  constructor(source: string, options: TokenizerOptions = {}) {
    this.state = new TokenizerState(source, options);
    this.buffer = new TokenBuffer(this.state.text);
    this.interactive = options.interactive ?? false;
    this.dontImplyDedent = options.dontImplyDedent ?? false;
  }

  /**
   * Appends one token to the buffer; false when ENDMARKER was already given. Raises PythonSyntaxError (a SyntaxError,
   * IndentationError or TabError) as CPython's parser does when it meets the error.
   */
  next(): boolean {
    if (this.ended) return false;
    const type = this.append();
    if (type === ENDMARKER) this.ended = true;
    else if (type === ERRORTOKEN) throw this.fault();
    return true;
  }

  /** Like next(), but answers the token's type and raises nothing: fault() then says what is wrong with an ERRORTOKEN. */
  append(): number {
    const tok = this.state;
    let type = getToken(tok);
    if (this.interactive) {
      if (type === ENDMARKER && this.parsingStarted) {
        type = NEWLINE;
        this.parsingStarted = false;
        if (tok.indent > 0 && !this.dontImplyDedent) {
          tok.pendin = -tok.indent;
          tok.indent = 0;
        }
      } else {
        this.parsingStarted = true;
      }
    }
    const buffer = this.buffer;
    const at = buffer.push(type, tok.tokStart, tok.tokEnd, tok.tokLineno, tok.tokCol, tok.lineno, tok.tokEndCol);
    buffer.level[at] = tok.level;
    if (tok.metadata !== null) buffer.extra.set(at, tok.metadata);
    return type;
  }

  /** The error behind an ERRORTOKEN, as CPython's parser raises it. */
  fault(): PythonSyntaxError {
    return this.state.error ?? tokenizerError(this.state, this.buffer);
  }
}

/** All tokens of a source. Raises the first error as PythonSyntaxError. */
export function tokenizeAll(source: string, options: TokenizerOptions = {}): TokenBuffer {
  const tokenizer = new Tokenizer(source, options);
  for (;;) {
    const type = tokenizer.append();
    if (type === ENDMARKER) return tokenizer.buffer;
    if (type === ERRORTOKEN) throw tokenizer.fault();
  }
}

/** One token, described by the tok* fields of the state; ERRORTOKEN after an error (`error`, else `done`, tells which). */
export function getToken(tok: TokenizerState): number {
  tok.metadata = null;
  if (tok.mode.literal) {
    const type = getFStringMode(tok);
    if (type !== EXPRESSION_BEGINS) return type;
  }
  return getNormalMode(tok);
}

function getNormalMode(tok: TokenizerState): number {
  const text = tok.text;
  for (;;) {
    let blankline = false;
    tok.start = -1;
    tok.startCol = -1;
    if (tok.atbol) {
      const line = readIndentation(tok);
      if (line === BAD_LINE) return ERRORTOKEN;
      blankline = line === BLANK_LINE;
    }
    tok.start = tok.cur;
    if (tok.pendin !== 0) return pendingIndentation(tok);
    if (tok.cur === tok.inp) tok.backup(tok.nextc());

    let c: number;
    // Once around for each joined line.
    for (;;) {
      tok.start = -1;
      do {
        c = tok.cur !== tok.inp ? text.charCodeAt(tok.cur++) : tok.nextc();
      } while (c === 32 || c === 9 || c === 12);
      tok.start = tok.cur - 1;
      tok.startCol = c === EOF ? -1 : tok.byteCol(tok.start);

      if (c === 35 /* # */) {
        const type = readComment(tok, blankline);
        if (type >= 0) return type;
        c = -type - 2;
      }
      if (c === EOF) {
        return tok.makeEmpty(tok.level > 0 ? ERRORTOKEN : tok.done === E_EOF ? ENDMARKER : ERRORTOKEN);
      }

      if (c >= 128) return scanName(tok, c);
      const kind = charClass[c];
      if (kind === LETTER) return scanName(tok, c);
      if (kind === PREFIX_LETTER) return scanNameOrString(tok, c);

      if (c === 13 /* \r */) c = tok.nextc();
      if (c === 10) break;
      if (c === 92 /* \ */) {
        if (!readLineContinuation(tok)) return ERRORTOKEN;
        continue;
      }
      if (c === 46 /* . */) return scanPeriod(tok);
      if (c >= 48 && c <= 57) return scanDigits(tok, c);
      if (c === 34 || c === 39 /* " ' */) return scanString(tok, c);
      return scanOperator(tok, c);
    }

    tok.atbol = true;
    if (blankline || tok.level > 0) {
      if (tok.extraTokens) {
        tok.commentNewline = false;
        return tok.make(NL, tok.start, tok.cur);
      }
      continue;
    }
    if (tok.commentNewline && tok.extraTokens) {
      tok.commentNewline = false;
      return tok.make(NL, tok.start, tok.cur);
    }
    return tok.make(NEWLINE, tok.start, tok.cur - 1); // the text goes without its \n, the columns with it
  }
}

function pendingIndentation(tok: TokenizerState): number {
  const extra = tok.extraTokens;
  if (extra) tok.startCol = tok.byteCol(tok.cur);
  if (tok.pendin < 0) {
    tok.pendin++;
    return extra ? tok.make(DEDENT, tok.cur, tok.cur) : tok.makeEmpty(DEDENT);
  }
  tok.pendin--;
  return extra ? tok.make(INDENT, tok.buf, tok.cur) : tok.makeEmpty(INDENT);
}

/** Reads a comment up to the end of its line. Answers a token type, or -2 - c when it is skipped and `c` comes next. */
function readComment(tok: TokenizerState, blankline: boolean): number {
  const text = tok.text;
  let c = 35;
  while (c !== EOF && c !== 10 && c !== 13) c = tok.cur !== tok.inp ? text.charCodeAt(tok.cur++) : tok.nextc();
  if (tok.typeComments) {
    const type = readTypeComment(tok, c, blankline);
    if (type !== OP) return type;
  }
  if (tok.extraTokens) {
    tok.backup(c);
    tok.commentNewline = blankline;
    return tok.make(COMMENT, tok.start, tok.cur);
  }
  // What CPython calls the token's start stays at the comment.
  return -2 - c;
}

function scanName(tok: TokenizerState, first: number): number {
  const text = tok.text;
  let nonascii = first >= 128;
  let at = tok.cur;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c >= 128) nonascii = true;
    else if (charClass[c] === OTHER) break;
    at++;
  }
  return finishName(tok, at, nonascii);
}

function finishName(tok: TokenizerState, end: number, nonascii: boolean): number {
  tok.cur = end;
  if (end === tok.inp) tok.nextc(); // no newline at the end: CPython has seen the end of the input by now
  if (nonascii && !verifyIdentifier(tok)) return tok.makeEmpty(ERRORTOKEN);
  const type = tok.keywords ? nameType(tok.text, tok.start, end) : NAME;
  return tok.make(type, tok.start, end);
}

function scanNameOrString(tok: TokenizerState, first: number): number {
  const text = tok.text;
  let at = tok.cur;
  let c = first;
  let saw = 0;
  for (;;) {
    const bit = c < 128 ? prefixBits[c] : 0;
    if (bit === 0 || (saw & bit) !== 0) break;
    saw |= bit;
    c = text.charCodeAt(at++);
    if (c === 34 || c === 39 /* " ' */) {
      tok.cur = at;
      if (!checkStringPrefixes(tok, saw)) return ERRORTOKEN;
      if (saw & (SAW_F | SAW_T)) return scanFStringStart(tok, c, (saw & SAW_R) !== 0, (saw & SAW_T) !== 0);
      return scanString(tok, c);
    }
  }
  let nonascii = false;
  for (;;) {
    if (c >= 128) nonascii = true;
    else if (charClass[c] === OTHER) break;
    c = text.charCodeAt(at++);
  }
  return finishName(tok, at - 1, nonascii);
}

function scanPeriod(tok: TokenizerState): number {
  let c = tok.nextc();
  if (c >= 48 && c <= 57) return scanNumber(tok, c, true);
  if (c === 46) {
    c = tok.nextc();
    if (c === 46) return tok.make(ELLIPSIS, tok.start, tok.cur);
    tok.backup(c);
    tok.backup(46);
  } else {
    tok.backup(c);
  }
  return tok.make(DOT, tok.start, tok.cur);
}

/** Plain decimal integers are read here, everything else about numbers by scanNumber. */
function scanDigits(tok: TokenizerState, first: number): number {
  const text = tok.text;
  let at = tok.cur;
  let c = text.charCodeAt(at);
  if (first !== 48) {
    while (c >= 48 && c <= 57) c = text.charCodeAt(++at);
  }
  if (at < tok.inp && c < 128 && charClass[c] === OTHER && c !== 46) {
    tok.cur = at;
    return tok.make(NUMBER, tok.start, at);
  }
  return scanNumber(tok, first, false);
}

function scanOperator(tok: TokenizerState, c: number): number {
  const mode = tok.mode;
  const inFString = tok.modeDepth > 0;
  if (inFString && mode.curlyBracketExprStartDepth >= 0 && (c === 58 || c === 125 || c === 33 || c === 123) /* : } ! { */) {
    // `{` is counted further down only, so its level is one more than the counter says.
    const cursor = mode.curlyBracketDepth - (c !== 123 ? 1 : 0);
    if (cursor === 0 || (cursor === 1 && (mode.inDebug || mode.inFormatSpec))) {
      updateFStringExpr(tok, c);
      if (c !== 123) setFStringExpr(tok);
    }
    if (c === 58 && cursor === mode.curlyBracketExprStartDepth) {
      mode.literal = true;
      mode.inFormatSpec = true;
      return tok.make(oneChar(c), tok.start, tok.cur);
    }
  }

  const c2 = tok.nextc();
  const two = twoChars(c, c2);
  // `<>` is one token only where it is the inequality operator.
  if (two !== OP && (c !== 60 || c2 !== 62 || tok.barryAsFlufl)) {
    const c3 = tok.nextc();
    const three = threeChars(c, c2, c3);
    if (three !== OP) return tok.make(three, tok.start, tok.cur);
    tok.backup(c3);
    return tok.make(two, tok.start, tok.cur);
  }
  tok.backup(c2);

  switch (c) {
    case 40: // (
    case 91: // [
    case 123: // {
      if (tok.level >= MAXLEVEL) return tok.syntaxError("too many nested parentheses");
      tok.parenstack[tok.level] = c;
      tok.parenlinenostack[tok.level] = tok.lineno;
      tok.parencolstack[tok.level] = tok.startCol;
      tok.level++;
      if (inFString) mode.curlyBracketDepth++;
      break;
    case 41: // )
    case 93: // ]
    case 125: // }
      if (!closeBracket(tok, c)) return ERRORTOKEN;
      break;
    default:
      if (c < 32 || c === 127) {
        return tok.syntaxError(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, "0")}`);
      }
      if (c === 61 /* = */ && mode.curlyBracketDepth - mode.curlyBracketExprStartDepth === 1) mode.inDebug = true;
  }
  return tok.make(oneChar(c), tok.start, tok.cur);
}

function closeBracket(tok: TokenizerState, c: number): boolean {
  const mode = tok.mode;
  const inFString = tok.modeDepth > 0;
  const closing = String.fromCharCode(c);
  if (inFString && mode.curlyBracketDepth === 0 && c === 125) {
    tok.syntaxError(`${stringPrefix(tok)}-string: single '}' is not allowed`);
    return false;
  }
  if (!tok.extraTokens && tok.level === 0) {
    tok.syntaxError(`unmatched '${closing}'`);
    return false;
  }
  if (tok.level > 0) {
    const level = --tok.level;
    const opening = tok.parenstack[level];
    if (!tok.extraTokens && !(opening === 40 ? c === 41 : c === opening + 2)) {
      if (inFString && opening === 123 && mode.curlyBracketDepth - 1 === mode.curlyBracketExprStartDepth) {
        // The brace belongs to the f-string itself, so nothing in the expression was opened.
        tok.syntaxError(`${stringPrefix(tok)}-string: unmatched '${closing}'`);
        return false;
      }
      const line = tok.parenlinenostack[level];
      tok.syntaxError(
        `closing parenthesis '${closing}' does not match opening parenthesis '${String.fromCharCode(opening)}'` +
          (line !== tok.lineno ? ` on line ${line}` : ""),
      );
      return false;
    }
  }
  if (inFString) {
    mode.curlyBracketDepth--;
    if (mode.curlyBracketDepth < 0) {
      tok.syntaxError(`${stringPrefix(tok)}-string: unmatched '${closing}'`);
      return false;
    }
    if (c === 125 && mode.curlyBracketDepth === mode.curlyBracketExprStartDepth) {
      mode.curlyBracketExprStartDepth--;
      mode.literal = true;
      mode.inFormatSpec = false;
      mode.inDebug = false;
    }
  }
  return true;
}
