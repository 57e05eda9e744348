// The exact parser: tokens as they come from the tokenizer, and the choice of the error that CPython would raise. Mirrors
// Parser/pegen.c and Parser/pegen_errors.c; the rules are in rules-*.ts, machine.ts runs them. See docs/syntax-errors.md.
import { ELLIPSIS } from "../../base/constant.ts";
import { PythonError, PythonSyntaxError } from "../../base/python-error.ts";
import type { PythonErrorType, WarningSink } from "../../base/python-error.ts";
import { ActionError, LAST_TOKEN, identifierText, numberConstant } from "../actions.ts";
import type { ActionContext } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { TokenBuffer } from "../token-buffer.ts";
import { CURRENT_POS, raiseErrorAtToken, raiseErrorKnownLocation, unclosedParenthesesError } from "../tokenizer-errors.ts";
import { E_EOF, E_EOFS, E_EOLS, E_OK } from "../tokenizer-state.ts";
import { Tokenizer, getToken } from "../tokenizer.ts";
import type { TokenizerOptions } from "../tokenizer-state.ts";
import { DEDENT, ENDMARKER, ERRORTOKEN, INDENT, NAME, NEWLINE, NUMBER, TYPE_IGNORE, hardKeywords, softKeywords, tokenNames } from "../tokens.ts";
import { exprName, invalidTarget, DEL_TARGETS } from "./invalid.ts";
import type { TargetsKind } from "./invalid.ts";
import type { Grammar } from "./grammar.ts";
import { Machine } from "./machine.ts";
import type { Memo } from "./machine.ts";

/** What has a place in the source: nodes and tokens. */
export interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A token as the rules see it; its fields are named as those of nodes. */
export class PegToken implements Located {
  readonly type: number;
  /** Index in the token buffer. */
  readonly at: number;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
  /** Open brackets behind this token. */
  readonly level: number;
  /** The node of a NAME or NUMBER, made when first wanted. */
  node: ast.Name | ast.Constant | null = null;
  memo: Memo | null = null;
  constructor(tokens: TokenBuffer, type: number, at: number) {
    this.type = type;
    this.at = at;
    this.lineno = tokens.lineno[at];
    this.col_offset = tokens.col[at];
    this.end_lineno = tokens.endLineno[at];
    this.end_col_offset = tokens.endCol[at];
    this.level = tokens.level[at];
  }
}

/** Settings of one parse; all are known when it begins. */
export interface PegOptions extends TokenizerOptions {
  filename: string;
  featureVersion: number;
  maxStrDigits: number;
  /** from __future__ import barry_as_FLUFL is in force already. */
  barryAsFlufl: boolean;
  /** An error at the end of the source is an _IncompleteInputError. */
  allowIncompleteInput: boolean;
  /** Mode "single": nothing but blank lines and comments may follow the statement. */
  single: boolean;
  warn: WarningSink | null;
}

export class PegParser implements ActionContext {
  readonly tokenizer: Tokenizer;
  readonly tokens: TokenBuffer;
  readonly filename: string;
  readonly featureVersion: number;
  readonly maxStrDigits: number;
  readonly typeIgnores: ast.type_ignore[] = [];
  readonly ellipsis = ELLIPSIS;
  private readonly warningSink: WarningSink | null;
  /** The tokens read so far; `mark` is the next one to be looked at. */
  readonly list: PegToken[] = [];
  mark = 0;
  /** True in the second pass, where the invalid_ rules are tried. */
  callInvalidRules = false;
  /** Where the alternative that an action works for begins and ends. */
  lineno = 0;
  col = 0;
  endLineno = 0;
  endCol = 0;
  private lastStatementLine = 0;
  private lastStatementCol = 0;
  private readonly allowIncompleteInput: boolean;
  private readonly single: boolean;
  private readonly machine: Machine;

  constructor(source: string, grammar: Grammar, settings: PegOptions) {
    this.tokenizer = new Tokenizer(source, settings);
    this.tokens = this.tokenizer.buffer;
    this.filename = settings.filename;
    this.featureVersion = settings.featureVersion;
    this.maxStrDigits = settings.maxStrDigits;
    if (settings.barryAsFlufl) this.setBarryAsFlufl();
    this.allowIncompleteInput = settings.allowIncompleteInput;
    this.single = settings.single;
    this.warningSink = settings.warn;
    this.machine = new Machine(this, grammar);
  }

  /** The second pass is silent, but not where it stops looking for errors: there CPython warns, maybe again. */
  get warn(): WarningSink | null {
    return this.callInvalidRules ? null : this.warningSink;
  }

  /** The tree of the whole input. Throws PythonSyntaxError, or another PythonError. */
  parse(rule: number): ast.mod {
    let error: PythonError | null = null;
    let tree: unknown = null;
    try {
      tree = this.machine.run(rule);
    } catch (thrown) {
      error = this.asPythonError(thrown);
    }
    if (tree !== null) {
      if (this.single && this.hasMoreStatements()) {
        this.raise("SyntaxError", "multiple statements found while compiling a single statement");
      }
      return tree as ast.mod;
    }
    const done = this.tokenizer.state.done;
    if (this.allowIncompleteInput && (done === E_EOF || done === E_EOFS || done === E_EOLS)) {
      this.raise("_IncompleteInputError", "incomplete input");
    }
    if (error !== null && !(error instanceof PythonSyntaxError)) throw error;
    const last = this.list[this.list.length - 1];
    // An error of the first pass is final; only a mere mismatch is looked at again, with the invalid_ rules.
    if (error === null) {
      for (const token of this.list) token.memo = null;
      this.mark = 0;
      this.callInvalidRules = true;
      try {
        this.machine.run(rule);
      } catch (thrown) {
        error = this.asPythonError(thrown);
      }
    }
    const chosen = this.chooseError(error, last);
    const { text, limit } = this.tokenizer.state;
    if (chosen instanceof PythonSyntaxError) chosen.metadata = [this.lastStatementLine, this.lastStatementCol, text.slice(0, limit)];
    throw chosen;
  }

  private asPythonError(thrown: unknown): PythonError {
    if (thrown instanceof PythonError) return thrown;
    if (!(thrown instanceof ActionError)) throw thrown;
    const place = thrown.location;
    if (place !== null) {
      const { lineno, col, endLineno, endCol } = place;
      return raiseErrorKnownLocation(this.tokenizer.state, "SyntaxError", lineno, col + 1, endLineno, endCol + 1, thrown.message);
    }
    if (thrown.token === LAST_TOKEN) return this.errorAtToken(this.list.length - 1, "SyntaxError", thrown.message);
    const tokens = this.tokens;
    const at = thrown.token;
    const col = thrown.wholeLine ? 0 : tokens.col[at] + 1;
    const endCol = thrown.wholeLine ? 0 : tokens.endCol[at] + 1;
    return raiseErrorKnownLocation(this.tokenizer.state, "SyntaxError", tokens.lineno[at], col, tokens.endLineno[at], endCol, thrown.message);
  }

  /** The error to be raised, from what the passes found and the last token of the first one. */
  private chooseError(error: PythonError | null, last: PegToken): PythonError {
    const done = this.tokenizer.state.done;
    if (error !== null) return done === E_OK && error instanceof PythonSyntaxError ? this.errorInRest(error) : error;
    if (last.type === INDENT || last.type === DEDENT) {
      const message = last.type === INDENT ? "unexpected indent" : "unexpected unindent";
      return this.errorAtToken(this.list.length - 1, "IndentationError", message);
    }
    return this.errorInRest(this.errorAt(last, "invalid syntax"));
  }

  /** Reads the rest of the source: an error of the tokenizer there goes before `error`. */
  private errorInRest(error: PythonSyntaxError): PythonSyntaxError {
    const state = this.tokenizer.state;
    const line = this.list[this.list.length - 1].lineno;
    let found: PythonSyntaxError | null = null;
    for (;;) {
      const type = getToken(state);
      if (type === ENDMARKER) break;
      if (type !== ERRORTOKEN) continue;
      if (state.error !== null) found = state.error;
      else if (state.level !== 0 && line > state.parenlinenostack[state.level - 1]) found = unclosedParenthesesError(state);
      break;
    }
    // Within an f-string the fault of the expression counts, not that its braces do not match.
    return found !== null && state.modeDepth <= 0 ? found : error;
  }

  /** Whether there is more behind a single statement than blank lines and comments. */
  private hasMoreStatements(): boolean {
    return /^(?:[ \t\n\f]|#.*)*[^ \t\n\f#]/.test(this.tokenizer.state.text.slice(this.tokenizer.state.cur));
  }

  // ---- tokens

  get fill(): number {
    return this.list.length;
  }

  /** Reads one more token. Throws the tokenizer's errors. */
  fillToken(): void {
    const tokenizer = this.tokenizer;
    const tokens = this.tokens;
    let type = tokenizer.append();
    while (type === TYPE_IGNORE) {
      this.typeIgnores.push(ast.TypeIgnore(tokenizer.state.lineno, tokens.text(tokens.count - 1)));
      type = tokenizer.append();
    }
    this.list.push(new PegToken(tokens, type, tokens.count - 1));
    if (type === ERRORTOKEN) throw tokenizer.fault();
  }

  /** The next token, if it is of this type. */
  expect(type: number): PegToken | null {
    if (this.mark === this.list.length) this.fillToken();
    const token = this.list[this.mark];
    if (token.type !== type) return null;
    this.mark++;
    return token;
  }

  /** The next token, which must be of this type. */
  forced(type: number): PegToken {
    const token = this.expect(type);
    if (token !== null) return token;
    return this.raiseAt(this.list[this.mark], `expected '${spelling(type)}'`);
  }

  nameToken(): ast.Name | null {
    const token = this.expect(NAME);
    if (token === null) return null;
    token.node ??= ast.Name(
      identifierText(this.tokens, token.at), ast.Load, token.lineno, token.col_offset, token.end_lineno, token.end_col_offset,
    );
    return token.node as ast.Name;
  }

  numberToken(): ast.Constant | null {
    const token = this.expect(NUMBER);
    if (token === null) return null;
    token.node ??= numberConstant(this, token.at);
    return token.node as ast.Constant;
  }

  softKeyword(text: string): ast.Name | null {
    if (this.mark === this.list.length) this.fillToken();
    const token = this.list[this.mark];
    return token.type === NAME && this.tokens.text(token.at) === text ? this.nameToken() : null;
  }

  anySoftKeyword(): ast.Name | null {
    if (this.mark === this.list.length) this.fillToken();
    const token = this.list[this.mark];
    return token.type === NAME && softKeywords.has(this.tokens.text(token.at)) ? this.nameToken() : null;
  }

  /** Sets lineno ... endCol to the stretch from token `mark` to the last one that is more than layout. */
  setSpan(mark: number): void {
    const first = this.list[mark];
    let at = this.mark - 1;
    while (at > 0 && isLayout(this.list[at].type)) at--;
    const last = this.list[at < 0 ? 0 : at];
    this.lineno = first.lineno;
    this.col = first.col_offset;
    this.endLineno = last.end_lineno;
    this.endCol = last.end_col_offset;
  }

  // ---- what actions ask for

  /** Text of a TYPE_COMMENT token, null without one. */
  typeComment(token: PegToken | null): string | null {
    return token === null ? null : (this.tokens.extra.get(token.at) ?? this.tokens.text(token.at));
  }

  /** From the next token on, `<>` is the inequality operator. */
  setBarryAsFlufl(): void {
    this.tokenizer.state.barryAsFlufl = true;
  }

  /** Takes note of a compound statement (in the second pass, for the error's metadata). */
  registerStatement(statement: ast.stmt): ast.stmt[] {
    if (this.callInvalidRules && this.lastStatementLine <= statement.lineno) {
      this.lastStatementLine = statement.lineno;
      this.lastStatementCol = statement.col_offset;
    }
    return [statement];
  }

  /** Open brackets behind the token that was matched last. */
  lastLevel(): number {
    return this.list[this.mark - 1].level;
  }

  /** Raises unless the wanted version of the grammar has this. */
  needVersion(minor: number, what: string): void {
    if (this.featureVersion < minor) this.raise("SyntaxError", `${what} only supported in Python 3.${minor} and greater`);
  }

  // ---- errors

  /** Raises at the last token read (RAISE_SYNTAX_ERROR, RAISE_INDENTATION_ERROR). */
  raise(type: PythonErrorType, message: string): never {
    throw this.errorAtToken(this.list.length - 1, type, message);
  }

  /** Raises at the token that comes next (RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN). */
  raiseOnNext(message: string): never {
    if (this.mark === this.list.length) this.fillToken();
    throw this.errorAtToken(this.mark, "SyntaxError", message);
  }

  /** Raises for the whole of a node or token (RAISE_SYNTAX_ERROR_KNOWN_LOCATION). */
  raiseAt(place: Located, message: string): never {
    throw this.errorAt(place, message);
  }

  /** Raises from the start of `a` to the end of `b` (RAISE_SYNTAX_ERROR_KNOWN_RANGE). */
  raiseRange(a: Located, b: Located, message: string): never {
    return this.raiseLocation("SyntaxError", a.lineno, a.col_offset + 1, b.end_lineno, b.end_col_offset + 1, message);
  }

  /** Raises from the start of `a` to where the tokenizer is (RAISE_SYNTAX_ERROR_STARTING_FROM). */
  raiseFrom(a: Located, message: string): never {
    return this.raiseLocation("SyntaxError", a.lineno, a.col_offset + 1, CURRENT_POS, CURRENT_POS, message);
  }

  /** Raises at a place given by 1-based byte columns; 0 is "no column". */
  raiseLocation(type: PythonErrorType, lineno: number, col: number, endLineno: number, endCol: number, message: string): never {
    throw raiseErrorKnownLocation(this.tokenizer.state, type, lineno, col, endLineno, endCol, message);
  }

  /** Raises when there is something in `e` that cannot be a target; else null. */
  raiseInvalidTarget(kind: TargetsKind, e: ast.expr): null {
    const invalid = invalidTarget(e, kind);
    if (invalid === null) return null;
    return this.raiseAt(invalid, `cannot ${kind === DEL_TARGETS ? "delete" : "assign to"} ${exprName(invalid)}`);
  }

  private errorAt(place: Located, message: string): PythonSyntaxError {
    return raiseErrorKnownLocation(
      this.tokenizer.state, "SyntaxError", place.lineno, place.col_offset + 1, place.end_lineno, place.end_col_offset + 1, message,
    );
  }

  private errorAtToken(index: number, type: PythonErrorType, message: string): PythonSyntaxError {
    return raiseErrorAtToken(this.tokenizer.state, this.tokens, this.list[index].at, type, message);
  }
}

function isLayout(type: number): boolean {
  return type === ENDMARKER || (type >= NEWLINE && type <= DEDENT);
}

/** How a token that the grammar forces is spelt in the message. */
function spelling(type: number): string {
  if (tokenNames[type] === "COLON") return ":";
  if (tokenNames[type] === "LPAR") return "(";
  for (const [word, keyword] of hardKeywords) if (keyword === type) return word;
  return tokenNames[type];
}
