// Fast parser: expressions from `star_expressions` down to `factor`, by precedence climbing. Grammar/python.gram, section
// EXPRESSIONS. See docs/syntax-tree.md.
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parsePrimary } from "./atoms.ts";
import { parseLambda } from "./parameters.ts";
import {
  PRECEDENCE, PREC_AND, PREC_BITWISE_OR, PREC_COMPARE, PREC_NOT, PREC_OR, STARTS_EXPRESSION, enter, expect, giveUp, requires,
} from "./state.ts";
import type { ParserState } from "./state.ts";

/** Token type -> operator number, 0 for none. */
const BINARY_OPERATOR = new Uint8Array(256);
BINARY_OPERATOR[T.VBAR] = ast.BitOr;
BINARY_OPERATOR[T.CIRCUMFLEX] = ast.BitXor;
BINARY_OPERATOR[T.AMPER] = ast.BitAnd;
BINARY_OPERATOR[T.LEFTSHIFT] = ast.LShift;
BINARY_OPERATOR[T.RIGHTSHIFT] = ast.RShift;
BINARY_OPERATOR[T.PLUS] = ast.Add;
BINARY_OPERATOR[T.MINUS] = ast.Sub;
BINARY_OPERATOR[T.STAR] = ast.Mult;
BINARY_OPERATOR[T.SLASH] = ast.Div;
BINARY_OPERATOR[T.DOUBLESLASH] = ast.FloorDiv;
BINARY_OPERATOR[T.PERCENT] = ast.Mod;
BINARY_OPERATOR[T.AT] = ast.MatMult;

/** star_expressions: one expression, or a tuple without parentheses. */
export function parseStarExpressions(p: ParserState): ast.expr {
  const s = p.pos;
  const first = parseStarExpression(p);
  if (p.type[p.pos] !== T.COMMA) return first;
  const elts = [first];
  do {
    p.pos++;
    if (STARTS_EXPRESSION[p.type[p.pos]] === 0) break;
    elts.push(parseStarExpression(p));
  } while (p.type[p.pos] === T.COMMA);
  const e = p.pos - 1;
  return ast.Tuple(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** star_expression: `*bitwise_or` or an expression. */
export function parseStarExpression(p: ParserState): ast.expr {
  return p.type[p.pos] === T.STAR ? parseStarred(p, PREC_BITWISE_OR) : parseExpression(p);
}

/** A starred value; `precedence` is PREC_BITWISE_OR in displays and statements, 0 (any expression) in calls and subscripts. */
export function parseStarred(p: ParserState, precedence: number): ast.Starred {
  const s = p.pos++;
  const value = precedence === 0 ? parseExpression(p) : parseOperators(p, precedence);
  const e = p.pos - 1;
  return ast.Starred(value, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** star_named_expression: an element of a list, tuple or set. */
export function parseStarNamedExpression(p: ParserState): ast.expr {
  return p.type[p.pos] === T.STAR ? parseStarred(p, PREC_BITWISE_OR) : parseNamedExpression(p);
}

/** named_expression: `name := expression` or an expression. */
export function parseNamedExpression(p: ParserState): ast.expr {
  const s = p.pos;
  if (p.type[s] !== T.NAME || p.type[s + 1] !== T.COLONEQUAL) return parseExpression(p);
  requires(p, 8);
  const target = ast.Name(p.name(s), ast.Store, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
  p.pos += 2;
  const value = parseExpression(p);
  const e = p.pos - 1;
  return ast.NamedExpr(target, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** expressions: as star_expressions, without stars. */
export function parseExpressions(p: ParserState): ast.expr {
  const s = p.pos;
  const first = parseExpression(p);
  return p.type[p.pos] === T.COMMA ? finishExpressions(p, s, first) : first;
}

/** The tuple of `expressions` whose first one, from token `s`, is parsed; the current token is the comma after it. */
export function finishExpressions(p: ParserState, s: number, first: ast.expr): ast.Tuple {
  const elts = [first];
  do {
    p.pos++;
    if (STARTS_EXPRESSION[p.type[p.pos]] === 0) break;
    elts.push(parseExpression(p));
  } while (p.type[p.pos] === T.COMMA);
  const e = p.pos - 1;
  return ast.Tuple(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** expression: a conditional expression, a disjunction or a lambda. */
export function parseExpression(p: ParserState): ast.expr {
  const s = p.pos;
  if (p.type[s] === T.KW_LAMBDA) return parseLambda(p);
  const body = parseOperators(p, PREC_OR);
  if (p.type[p.pos] !== T.KW_IF) return body;
  p.pos++;
  const test = parseOperators(p, PREC_OR);
  expect(p, T.KW_ELSE);
  enter(p);
  const orelse = parseExpression(p);
  p.depth--;
  const e = p.pos - 1;
  return ast.IfExp(test, body, orelse, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** disjunction: everything that has operators but no `if` or lambda at its top. */
export function parseDisjunction(p: ParserState): ast.expr {
  return parseOperators(p, PREC_OR);
}

/** yield_expr; the current token is `yield`. */
export function parseYield(p: ParserState): ast.expr {
  const s = p.pos++;
  if (p.type[p.pos] === T.KW_FROM) {
    p.pos++;
    const value = parseExpression(p);
    const e = p.pos - 1;
    return ast.YieldFrom(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  const value = STARTS_EXPRESSION[p.type[p.pos]] === 1 ? parseStarExpressions(p) : null;
  const e = p.pos - 1;
  return ast.Yield(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** annotated_rhs: a yield expression or star_expressions. */
export function parseYieldOrStarExpressions(p: ParserState): ast.expr {
  return p.type[p.pos] === T.KW_YIELD ? parseYield(p) : parseStarExpressions(p);
}

/** Operands joined by operators of at least this precedence. */
export function parseOperators(p: ParserState, minimum: number): ast.expr {
  const s = p.pos;
  let left: ast.expr;
  if (p.type[s] === T.KW_NOT) {
    if (minimum > PREC_NOT) giveUp();
    enter(p);
    p.pos++;
    const operand = parseOperators(p, PREC_NOT);
    p.depth--;
    const e = p.pos - 1;
    left = ast.UnaryOp(ast.Not, operand, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  } else left = parseFactor(p);
  for (;;) {
    const operator = p.type[p.pos];
    const precedence = PRECEDENCE[operator];
    if (precedence === 0 || precedence < minimum) return left;
    if (precedence >= PREC_BITWISE_OR) {
      if (operator === T.AT) requires(p, 5);
      p.pos++;
      const right = parseOperators(p, precedence + 1);
      const e = p.pos - 1;
      const op = BINARY_OPERATOR[operator] as ast.operator_kind;
      left = ast.BinOp(left, op, right, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    } else if (precedence === PREC_COMPARE) left = parseComparison(p, s, left);
    else left = parseBoolOp(p, s, left, operator, precedence);
  }
}

function parseBoolOp(p: ParserState, s: number, first: ast.expr, operator: number, precedence: number): ast.BoolOp {
  const values = [first];
  while (p.type[p.pos] === operator) {
    p.pos++;
    values.push(parseOperators(p, precedence + 1));
  }
  const e = p.pos - 1;
  return ast.BoolOp(precedence === PREC_AND ? ast.And : ast.Or, values, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseComparison(p: ParserState, s: number, left: ast.expr): ast.Compare {
  const ops: ast.cmpop_kind[] = [];
  const comparators: ast.expr[] = [];
  do {
    ops.push(parseComparisonOperator(p));
    comparators.push(parseOperators(p, PREC_BITWISE_OR));
  } while (PRECEDENCE[p.type[p.pos]] === PREC_COMPARE);
  const e = p.pos - 1;
  return ast.Compare(left, ops, comparators, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseComparisonOperator(p: ParserState): ast.cmpop_kind {
  const at = p.pos++;
  switch (p.type[at]) {
    case T.EQEQUAL:
      return ast.Eq;
    case T.NOTEQUAL:
      return ast.NotEq;
    case T.LESS:
      return ast.Lt;
    case T.LESSEQUAL:
      return ast.LtE;
    case T.GREATER:
      return ast.Gt;
    case T.GREATEREQUAL:
      return ast.GtE;
    case T.KW_IN:
      return ast.In;
    case T.KW_IS:
      if (p.type[p.pos] !== T.KW_NOT) return ast.Is;
      p.pos++;
      return ast.IsNot;
    default:
      // not in
      expect(p, T.KW_IN);
      return ast.NotIn;
  }
}

/** factor: signs, `**`, await. */
export function parseFactor(p: ParserState): ast.expr {
  const s = p.pos;
  const type = p.type[s];
  if (type === T.MINUS || type === T.PLUS || type === T.TILDE) {
    enter(p);
    p.pos++;
    const operand = parseFactor(p);
    p.depth--;
    const e = p.pos - 1;
    const op = type === T.MINUS ? ast.USub : type === T.PLUS ? ast.UAdd : ast.Invert;
    return ast.UnaryOp(op, operand, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  let left: ast.expr;
  if (type === T.KW_AWAIT) {
    requires(p, 5);
    p.pos++;
    const value = parsePrimary(p);
    const e = p.pos - 1;
    left = ast.Await(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  } else left = parsePrimary(p);
  if (p.type[p.pos] !== T.DOUBLESTAR) return left;
  enter(p);
  p.pos++;
  const right = parseFactor(p);
  p.depth--;
  const e = p.pos - 1;
  return ast.BinOp(left, ast.Pow, right, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}
