// What both parsers do when a rule of the grammar matches: names, contexts, parameters, calls, imports. Mirrors CPython's
// Parser/action_helpers.c; the strings are in actions-strings.ts. See docs/syntax-tree.md.
import { ComplexConst } from "../base/constant.ts";
import type { WarningSink } from "../base/python-error.ts";
import { PythonError } from "../base/python-error.ts";
import { normalizeIdentifier } from "../base/unicode.ts";
import * as ast from "./ast.generated.ts";
import { parseNumberLiteral } from "./number-literals.ts";
import { LiteralError } from "./string-literals.ts";
import { ELLIPSIS } from "./tokens.ts";
import type { TokenBuffer } from "./token-buffer.ts";

/** What actions need of a parser. */
export interface ActionContext {
  readonly tokens: TokenBuffer;
  readonly filename: string;
  /** Minor version of Python whose grammar is wanted; 14 is all of it. */
  readonly featureVersion: number;
  /** sys.get_int_max_str_digits(). */
  readonly maxStrDigits: number;
  /** null when warnings are not wanted (CPython's second pass). */
  readonly warn: WarningSink | null;
}

/** ActionError.token when the error points at the last token that was read. */
export const LAST_TOKEN = -1;

/** A place in the source: 1-based lines, 0-based columns in bytes. */
export interface ErrorLocation {
  lineno: number;
  col: number;
  endLineno: number;
  endCol: number;
}

/** A SyntaxError found by an action. The fast parser gives up on it; the exact parser raises it at the place named here. */
export class ActionError {
  readonly message: string;
  /** Index of the token that the error points at, or LAST_TOKEN. */
  readonly token: number;
  /** Whether the error names only the lines of the token, without columns. */
  readonly wholeLine: boolean;
  /** Where the error is, when no token tells. */
  readonly location: ErrorLocation | null;
  constructor(message: string, token: number, wholeLine = false, location: ErrorLocation | null = null) {
    this.message = message;
    this.token = token;
    this.wholeLine = wholeLine;
    this.location = location;
  }
}

// ---- names

/** The identifier that token `at` spells: NFKC-normalised when it is not ASCII. */
export function identifierText(tokens: TokenBuffer, at: number): string {
  const text = tokens.source.slice(tokens.start[at], tokens.end[at]);
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return normalizedIdentifier(text);
  return text;
}

/** Other characters may spell a constant's name, which no identifier can be. */
function normalizedIdentifier(text: string): string {
  const name = normalizeIdentifier(text);
  if (name === "True" || name === "False" || name === "None") throw new PythonError("ValueError", `identifier field can't represent '${name}' constant`);
  return name;
}

/** `first.second` as one Name, for dotted names in imports. */
export function joinNamesWithDot(first: ast.Name, second: ast.Name): ast.Name {
  return ast.Name(`${first.id}.${second.id}`, ast.Load, first.lineno, first.col_offset, second.end_lineno, second.end_col_offset);
}

/** Number of dots that the DOT and ELLIPSIS tokens at these indices stand for. */
export function countDots(tokens: TokenBuffer, indices: readonly number[]): number {
  let dots = 0;
  for (const at of indices) dots += tokens.type[at] === ELLIPSIS ? 3 : 1;
  return dots;
}

export function mapNamesToIds(names: readonly ast.Name[]): string[] {
  return names.map((name) => name.id);
}

/** The text of a TYPE_COMMENT token (what follows `# type: `), or null without one (`at` < 0). */
export function typeComment(tokens: TokenBuffer, at: number): string | null {
  return at < 0 ? null : (tokens.extra.get(at) ?? tokens.text(at));
}

// ---- contexts

/**
 * A copy of a target with this context, down through tuples, lists and stars: for a parser that may still back out of the rule and
 * use the node otherwise. Other expressions are answered as they are.
 */
export function withExprContext(expr: ast.expr, ctx: ast.expr_context_kind): ast.expr {
  switch (expr.nodeKind) {
    case ast.Name_kind:
      return ast.Name(expr.id, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    case ast.Subscript_kind:
      return ast.Subscript(expr.value, expr.slice, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    case ast.Attribute_kind:
      return ast.Attribute(expr.value, expr.attr, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    case ast.Tuple_kind: {
      const elts = expr.elts.map((element) => withExprContext(element, ctx));
      return ast.Tuple(elts, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    }
    case ast.List_kind: {
      const elts = expr.elts.map((element) => withExprContext(element, ctx));
      return ast.List(elts, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    }
    case ast.Starred_kind: {
      const value = withExprContext(expr.value, ctx);
      return ast.Starred(value, ctx, expr.lineno, expr.col_offset, expr.end_lineno, expr.end_col_offset);
    }
    default:
      return expr;
  }
}

// ---- numbers

/** The Constant of a NUMBER token. */
export function numberConstant(context: ActionContext, at: number): ast.Constant {
  const tokens = context.tokens;
  const text = tokens.text(at);
  if (context.featureVersion < 6 && text.includes("_")) {
    throw new ActionError("Underscores in numeric literals are only supported in Python 3.6 and greater", LAST_TOKEN);
  }
  try {
    const value = parseNumberLiteral(text, context.maxStrDigits);
    return ast.Constant(value, null, tokens.lineno[at]!, tokens.col[at]!, tokens.endLineno[at]!, tokens.endCol[at]!);
  } catch (error) {
    if (error instanceof LiteralError) throw new ActionError(error.message, at, true);
    throw error;
  }
}

/** Whether a number of a complex literal in a pattern is imaginary. */
export function isImaginary(number: ast.Constant): boolean {
  return number.value instanceof ComplexConst;
}

// ---- parameters and calls

export interface NameDefaultPair {
  arg: ast.arg;
  value: ast.expr | null;
}

export function nameDefaultPair(arg: ast.arg, value: ast.expr | null, comment: string | null): NameDefaultPair {
  return { arg: addTypeCommentToArg(arg, comment), value };
}

export interface SlashWithDefault {
  plainNames: readonly ast.arg[];
  namesWithDefaults: readonly NameDefaultPair[];
}

export interface StarEtc {
  vararg: ast.arg | null;
  kwonlyargs: readonly NameDefaultPair[];
  kwarg: ast.arg | null;
}

export function addTypeCommentToArg(arg: ast.arg, comment: string | null): ast.arg {
  if (comment === null) return arg;
  return ast.arg(arg.arg, arg.annotation, comment, arg.lineno, arg.col_offset, arg.end_lineno, arg.end_col_offset);
}

/** The `arguments` node from the parts that the `parameters` rule finds. */
export function makeArguments(
  slashWithoutDefault: readonly ast.arg[] | null,
  slashWithDefault: SlashWithDefault | null,
  plainNames: readonly ast.arg[] | null,
  namesWithDefaults: readonly NameDefaultPair[] | null,
  starEtc: StarEtc | null,
): ast.arguments_ {
  const posonlyargs: ast.arg[] = [];
  const args: ast.arg[] = [];
  const defaults: ast.expr[] = [];
  if (slashWithoutDefault !== null) posonlyargs.push(...slashWithoutDefault);
  else if (slashWithDefault !== null) {
    posonlyargs.push(...slashWithDefault.plainNames);
    for (const pair of slashWithDefault.namesWithDefaults) {
      posonlyargs.push(pair.arg);
      defaults.push(pair.value!);
    }
  }
  if (plainNames !== null) args.push(...plainNames);
  for (const pair of namesWithDefaults ?? []) {
    args.push(pair.arg);
    defaults.push(pair.value!);
  }
  const kwonlyargs: ast.arg[] = [];
  const kwDefaults: (ast.expr | null)[] = [];
  for (const pair of starEtc?.kwonlyargs ?? []) {
    kwonlyargs.push(pair.arg);
    kwDefaults.push(pair.value);
  }
  return ast.arguments_(posonlyargs, args, starEtc?.vararg ?? null, kwonlyargs, kwDefaults, starEtc?.kwarg ?? null, defaults);
}

export function emptyArguments(): ast.arguments_ {
  return ast.arguments_([], [], null, [], [], null, []);
}

/** What the arguments of a call are before the callee is known: keywords and starred values in source order. */
export type KeywordOrStarred = ast.keyword | ast.Starred;

export interface CallArguments {
  args: ast.expr[];
  keywords: ast.keyword[];
}

/** Positional arguments followed by a mix of keywords and `*values`, which CPython sorts into args and keywords. */
export function collectCallArguments(positional: readonly ast.expr[], rest: readonly KeywordOrStarred[]): CallArguments {
  const args = positional.slice();
  const keywords: ast.keyword[] = [];
  for (const item of rest) {
    if (item.nodeKind === ast.keyword_kind) keywords.push(item);
    else args.push(item);
  }
  return { args, keywords };
}

// ---- statements

/** Whether this import is `from __future__ import barry_as_FLUFL`: from here on `<>` is the only inequality operator. */
export function importsBarryAsFlufl(module: string | null, names: readonly ast.alias[], level: number): boolean {
  return level === 0 && module === "__future__" && names.some((alias) => alias.name === "barry_as_FLUFL");
}

/** A decorated function or class: the definition as parsed, with its decorators. Positions stay those of `def` or `class`. */
export function withDecorators<T extends ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef>(definition: T, decorators: ast.expr[]): T {
  definition.decorator_list = decorators;
  return definition;
}
