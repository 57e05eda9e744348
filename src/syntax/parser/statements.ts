// Fast parser: simple statements and the starting rules. Grammar/python.gram, sections "STARTING RULES", "GENERAL STATEMENTS",
// "SIMPLE STATEMENTS". See docs/syntax-tree.md.
import { importsBarryAsFlufl, typeComment } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseCompoundStatement } from "./compound.ts";
import { parseExpression, parseExpressions, parseStarExpressions, parseYield, parseYieldOrStarExpressions } from "./expressions.ts";
import { isMatchStatement, parseMatch } from "./match.ts";
import { parseTypeParams } from "./parameters.ts";
import { STARTS_EXPRESSION, expect, expectName, giveUp, isSoftKeyword, requires } from "./state.ts";
import type { ParserState } from "./state.ts";
import { parseDelTarget, storeSingleTarget, storeTarget } from "./targets.ts";

/** Token type -> operator of an augmented assignment, 0 for none. */
const AUGMENTED_OPERATOR = new Uint8Array(256);
AUGMENTED_OPERATOR[T.PLUSEQUAL] = ast.Add;
AUGMENTED_OPERATOR[T.MINEQUAL] = ast.Sub;
AUGMENTED_OPERATOR[T.STAREQUAL] = ast.Mult;
AUGMENTED_OPERATOR[T.ATEQUAL] = ast.MatMult;
AUGMENTED_OPERATOR[T.SLASHEQUAL] = ast.Div;
AUGMENTED_OPERATOR[T.PERCENTEQUAL] = ast.Mod;
AUGMENTED_OPERATOR[T.AMPEREQUAL] = ast.BitAnd;
AUGMENTED_OPERATOR[T.VBAREQUAL] = ast.BitOr;
AUGMENTED_OPERATOR[T.CIRCUMFLEXEQUAL] = ast.BitXor;
AUGMENTED_OPERATOR[T.LEFTSHIFTEQUAL] = ast.LShift;
AUGMENTED_OPERATOR[T.RIGHTSHIFTEQUAL] = ast.RShift;
AUGMENTED_OPERATOR[T.DOUBLESTAREQUAL] = ast.Pow;
AUGMENTED_OPERATOR[T.DOUBLESLASHEQUAL] = ast.FloorDiv;

/** file: the rule of mode "exec". */
export function parseFile(p: ParserState, typeIgnores: ast.type_ignore[]): ast.Module {
  const body: ast.stmt[] = [];
  while (p.type[p.pos] !== T.ENDMARKER) parseStatement(p, body);
  return ast.Module(body, typeIgnores);
}

/** interactive: the rule of mode "single", which is one statement. The end of the source stands for the blank line after a block. */
export function parseInteractive(p: ParserState): ast.Interactive {
  const body: ast.stmt[] = [];
  if (p.type[p.pos] === T.NEWLINE) {
    const at = p.pos++;
    body.push(ast.Pass(p.lineno[at], p.col[at], p.endLineno[at], p.endCol[at]));
  } else if (p.type[p.pos] === T.ENDMARKER) giveUp();
  else if (parseCompoundStatement(p, body) || parseMatchStatement(p, body)) {
    expect(p, T.NEWLINE);
  } else parseSimpleStatements(p, body);
  while (p.type[p.pos] === T.NEWLINE) p.pos++;
  // Anything more is an error of its own.
  if (p.type[p.pos] !== T.ENDMARKER) giveUp();
  return ast.Interactive(body);
}

/** eval: the rule of mode "eval". */
export function parseEval(p: ParserState): ast.Expression {
  const body = parseExpressions(p);
  while (p.type[p.pos] === T.NEWLINE) p.pos++;
  expect(p, T.ENDMARKER);
  return ast.Expression(body);
}

/** func_type: the rule of mode "func_type", the type comment of a function. */
export function parseFunctionType(p: ParserState): ast.FunctionType {
  const argtypes: ast.expr[] = [];
  expect(p, T.LPAR);
  if (p.type[p.pos] !== T.RPAR) {
    // Plain types, then at most one `*` and then at most one `**`.
    let stars = 0;
    for (;;) {
      const type = p.type[p.pos];
      const rank = type === T.STAR ? 1 : type === T.DOUBLESTAR ? 2 : 0;
      if (rank < stars || (rank > 0 && rank === stars)) giveUp();
      stars = rank;
      if (rank > 0) p.pos++;
      argtypes.push(parseExpression(p));
      if (p.type[p.pos] !== T.COMMA) break;
      p.pos++;
    }
  }
  expect(p, T.RPAR);
  expect(p, T.RARROW);
  const returns = parseExpression(p);
  while (p.type[p.pos] === T.NEWLINE) p.pos++;
  expect(p, T.ENDMARKER);
  return ast.FunctionType(argtypes, returns);
}

/** statement: one compound statement or one line of simple ones, appended to `body`. */
export function parseStatement(p: ParserState, body: ast.stmt[]): void {
  if (parseCompoundStatement(p, body)) return;
  if (parseMatchStatement(p, body)) return;
  parseSimpleStatements(p, body);
}

function parseMatchStatement(p: ParserState, body: ast.stmt[]): boolean {
  const at = p.pos;
  if (p.type[at] !== T.NAME || p.source.charCodeAt(p.start[at]) !== 109 || !isMatchStatement(p)) return false;
  body.push(parseMatch(p));
  return true;
}

/** simple_stmts: statements separated by `;` up to and with the NEWLINE. */
export function parseSimpleStatements(p: ParserState, body: ast.stmt[]): void {
  for (;;) {
    body.push(parseSimpleStatement(p));
    const type = p.type[p.pos];
    p.pos++;
    if (type === T.NEWLINE) return;
    if (type !== T.SEMI) giveUp();
    if (p.type[p.pos] === T.NEWLINE) {
      p.pos++;
      return;
    }
  }
}

function parseSimpleStatement(p: ParserState): ast.stmt {
  const s = p.pos;
  switch (p.type[s]) {
    case T.KW_RETURN: {
      p.pos++;
      const value = STARTS_EXPRESSION[p.type[p.pos]] === 1 ? parseStarExpressions(p) : null;
      const e = p.pos - 1;
      return ast.Return(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.KW_IMPORT:
      return parseImport(p);
    case T.KW_FROM:
      return parseImportFrom(p);
    case T.KW_RAISE:
      return parseRaise(p);
    case T.KW_PASS:
      p.pos++;
      return ast.Pass(p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_BREAK:
      p.pos++;
      return ast.Break(p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_CONTINUE:
      p.pos++;
      return ast.Continue(p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_DEL:
      return parseDelete(p);
    case T.KW_YIELD: {
      const value = parseYield(p);
      const e = p.pos - 1;
      return ast.Expr(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.KW_ASSERT: {
      p.pos++;
      const test = parseExpression(p);
      let message: ast.expr | null = null;
      if (p.type[p.pos] === T.COMMA) {
        p.pos++;
        message = parseExpression(p);
      }
      const e = p.pos - 1;
      return ast.Assert(test, message, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.KW_GLOBAL:
    case T.KW_NONLOCAL: {
      const names: string[] = [];
      do {
        p.pos++;
        names.push(expectName(p));
      } while (p.type[p.pos] === T.COMMA);
      const e = p.pos - 1;
      const build = p.type[s] === T.KW_GLOBAL ? ast.Global : ast.Nonlocal;
      return build(names, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.NAME:
      if (p.type[s + 1] === T.NAME && isSoftKeyword(p, s, "type")) return parseTypeAlias(p);
      return parseExpressionStatement(p);
    default:
      return parseExpressionStatement(p);
  }
}

/** An assignment of any kind, or an expression as a statement. */
function parseExpressionStatement(p: ParserState): ast.stmt {
  const s = p.pos;
  const first = parseStarExpressions(p);
  const type = p.type[p.pos];
  if (type === T.EQUAL) return parseAssignment(p, s, first);
  if (type === T.COLON) return parseAnnotatedAssignment(p, s, first);
  const operator = AUGMENTED_OPERATOR[type];
  if (operator !== 0) {
    if (operator === ast.MatMult) requires(p, 5);
    const target = storeSingleTarget(first);
    p.pos++;
    const value = parseYieldOrStarExpressions(p);
    const e = p.pos - 1;
    return ast.AugAssign(target, operator as ast.operator_kind, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  const e = p.pos - 1;
  return ast.Expr(first, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseAssignment(p: ParserState, s: number, first: ast.expr): ast.Assign {
  const targets = [storeTarget(first)];
  p.pos++;
  let value = parseYieldOrStarExpressions(p);
  while (p.type[p.pos] === T.EQUAL) {
    targets.push(storeTarget(value));
    p.pos++;
    value = parseYieldOrStarExpressions(p);
  }
  let comment: string | null = null;
  if (p.type[p.pos] === T.TYPE_COMMENT) comment = typeComment(p.tokens, p.pos++);
  const e = p.pos - 1;
  return ast.Assign(targets, value, comment, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseAnnotatedAssignment(p: ParserState, s: number, first: ast.expr): ast.AnnAssign {
  requires(p, 6);
  const target = storeSingleTarget(first);
  // A name in parentheses is not `simple`.
  const simple = target.nodeKind === ast.Name_kind && p.type[s] === T.NAME ? 1 : 0;
  p.pos++;
  const annotation = parseExpression(p);
  let value: ast.expr | null = null;
  if (p.type[p.pos] === T.EQUAL) {
    p.pos++;
    value = parseYieldOrStarExpressions(p);
  }
  const e = p.pos - 1;
  return ast.AnnAssign(target, annotation, value, simple, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseTypeAlias(p: ParserState): ast.TypeAlias {
  const s = p.pos;
  const at = s + 1;
  requires(p, 12);
  const name = ast.Name(p.name(at), ast.Store, p.lineno[at], p.col[at], p.endLineno[at], p.endCol[at]);
  p.pos += 2;
  const params = parseTypeParams(p);
  expect(p, T.EQUAL);
  const value = parseExpression(p);
  const e = p.pos - 1;
  return ast.TypeAlias(name, params, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseRaise(p: ParserState): ast.Raise {
  const s = p.pos++;
  let exc: ast.expr | null = null;
  let cause: ast.expr | null = null;
  if (STARTS_EXPRESSION[p.type[p.pos]] === 1) {
    exc = parseExpression(p);
    if (p.type[p.pos] === T.KW_FROM) {
      p.pos++;
      cause = parseExpression(p);
    }
  }
  const e = p.pos - 1;
  return ast.Raise(exc, cause, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseDelete(p: ParserState): ast.Delete {
  const s = p.pos++;
  const targets = [parseDelTarget(p)];
  while (p.type[p.pos] === T.COMMA) {
    p.pos++;
    if (p.type[p.pos] === T.SEMI || p.type[p.pos] === T.NEWLINE) break;
    targets.push(parseDelTarget(p));
  }
  const e = p.pos - 1;
  return ast.Delete(targets, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseDottedName(p: ParserState): string {
  let name = expectName(p);
  while (p.type[p.pos] === T.DOT) {
    p.pos++;
    name += "." + expectName(p);
  }
  return name;
}

function parseImport(p: ParserState): ast.Import {
  const s = p.pos;
  const names: ast.alias[] = [];
  do {
    const first = ++p.pos;
    const name = parseDottedName(p);
    names.push(finishAlias(p, first, name));
  } while (p.type[p.pos] === T.COMMA);
  const e = p.pos - 1;
  return ast.Import(names, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function finishAlias(p: ParserState, first: number, name: string): ast.alias {
  let asname: string | null = null;
  if (p.type[p.pos] === T.KW_AS) {
    p.pos++;
    asname = expectName(p);
  }
  const e = p.pos - 1;
  return ast.alias(name, asname, p.lineno[first], p.col[first], p.endLineno[e], p.endCol[e]);
}

function parseImportFrom(p: ParserState): ast.ImportFrom {
  const s = p.pos++;
  let level = 0;
  while (p.type[p.pos] === T.DOT || p.type[p.pos] === T.ELLIPSIS) level += p.type[p.pos++] === T.DOT ? 1 : 3;
  const module = level > 0 && p.type[p.pos] === T.KW_IMPORT ? null : parseDottedName(p);
  expect(p, T.KW_IMPORT);
  const names: ast.alias[] = [];
  if (p.type[p.pos] === T.STAR) {
    const at = p.pos++;
    names.push(ast.alias("*", null, p.lineno[at], p.col[at], p.endLineno[at], p.endCol[at]));
  } else {
    const parenthesised = p.type[p.pos] === T.LPAR;
    if (parenthesised) p.pos++;
    for (;;) {
      const first = p.pos;
      names.push(finishAlias(p, first, expectName(p)));
      if (p.type[p.pos] !== T.COMMA) break;
      p.pos++;
      if (parenthesised && p.type[p.pos] === T.RPAR) break;
    }
    if (parenthesised) expect(p, T.RPAR);
  }
  // From here on there are other tokens.
  if (importsBarryAsFlufl(module, names, level)) giveUp();
  const e = p.pos - 1;
  return ast.ImportFrom(module, names, level, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}
