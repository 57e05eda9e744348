// Fast parser: what stands in brackets - groups, tuples, lists, sets, dicts - and comprehensions. Grammar/python.gram, sections
// "LITERALS", "Dicts", "Comprehensions & Generators". See docs/syntax-tree.md.
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseDisjunction, parseExpression, parseOperators, parseStarNamedExpression, parseYield } from "./expressions.ts";
import { PREC_BITWISE_OR, enter, expect, giveUp, requires } from "./state.ts";
import type { ParserState } from "./state.ts";
import { parseStarTargets } from "./targets.ts";

/** A group, tuple or generator expression; the current token is `(`. */
export function parseParentheses(p: ParserState): ast.expr {
  const s = p.pos++;
  enter(p);
  const value = parseInParentheses(p, s);
  p.depth--;
  return value;
}

function parseInParentheses(p: ParserState, s: number): ast.expr {
  let type = p.type[p.pos];
  if (type === T.RPAR) {
    const e = p.pos++;
    return ast.Tuple([], ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  if (type === T.KW_YIELD) {
    const value = parseYield(p);
    expect(p, T.RPAR);
    return value;
  }
  const first = parseStarNamedExpression(p);
  type = p.type[p.pos];
  if (type === T.COMMA) {
    const elts = [first];
    parseElements(p, elts, T.RPAR);
    const e = p.pos - 1;
    return ast.Tuple(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  // A star needs a comma.
  if (first.nodeKind === ast.Starred_kind) giveUp();
  if (type === T.RPAR) {
    p.pos++;
    return first;
  }
  const generators = parseForIfClauses(p);
  expect(p, T.RPAR);
  const e = p.pos - 1;
  return ast.GeneratorExp(first, generators, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** The rest of a list, tuple or set after its first element, closing bracket included. */
function parseElements(p: ParserState, elts: ast.expr[], closer: number): void {
  while (p.type[p.pos] === T.COMMA) {
    p.pos++;
    if (p.type[p.pos] === closer) break;
    elts.push(parseStarNamedExpression(p));
  }
  expect(p, closer);
}

/** A list or list comprehension; the current token is `[`. */
export function parseSquareBrackets(p: ParserState): ast.expr {
  const s = p.pos++;
  if (p.type[p.pos] === T.RSQB) {
    const e = p.pos++;
    return ast.List([], ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  enter(p);
  const first = parseStarNamedExpression(p);
  const type = p.type[p.pos];
  if (type === T.KW_FOR || type === T.KW_ASYNC) {
    if (first.nodeKind === ast.Starred_kind) giveUp();
    const generators = parseForIfClauses(p);
    expect(p, T.RSQB);
    p.depth--;
    const e = p.pos - 1;
    return ast.ListComp(first, generators, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  const elts = [first];
  parseElements(p, elts, T.RSQB);
  p.depth--;
  const e = p.pos - 1;
  return ast.List(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** A dict, set or comprehension of either; the current token is `{`. */
export function parseBraces(p: ParserState): ast.expr {
  const s = p.pos++;
  enter(p);
  const value = parseInBraces(p, s);
  p.depth--;
  return value;
}

function parseInBraces(p: ParserState, s: number): ast.expr {
  const inner = p.pos;
  const type = p.type[inner];
  if (type === T.RBRACE) {
    const e = p.pos++;
    return ast.Dict([], [], p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  if (type === T.DOUBLESTAR) return parseDict(p, s, [], []);
  const first = parseStarNamedExpression(p);
  let next = p.type[p.pos];
  if (next === T.COLON) {
    if (type === T.STAR || (type === T.NAME && p.type[inner + 1] === T.COLONEQUAL)) giveUp();
    p.pos++;
    const value = parseExpression(p);
    next = p.type[p.pos];
    if (next === T.KW_FOR || next === T.KW_ASYNC) {
      const generators = parseForIfClauses(p);
      expect(p, T.RBRACE);
      const e = p.pos - 1;
      return ast.DictComp(first, value, generators, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    if (next === T.COMMA) p.pos++;
    else if (next !== T.RBRACE) giveUp();
    return parseDict(p, s, [first], [value]);
  }
  if (next === T.KW_FOR || next === T.KW_ASYNC) {
    if (first.nodeKind === ast.Starred_kind) giveUp();
    const generators = parseForIfClauses(p);
    expect(p, T.RBRACE);
    const e = p.pos - 1;
    return ast.SetComp(first, generators, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  const elts = [first];
  parseElements(p, elts, T.RBRACE);
  const e = p.pos - 1;
  return ast.Set(elts, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** The items of a dict that are still to come, and its closing brace. */
function parseDict(p: ParserState, s: number, keys: (ast.expr | null)[], values: ast.expr[]): ast.Dict {
  while (p.type[p.pos] !== T.RBRACE) {
    if (p.type[p.pos] === T.DOUBLESTAR) {
      p.pos++;
      keys.push(null);
      values.push(parseOperators(p, PREC_BITWISE_OR));
    } else {
      keys.push(parseExpression(p));
      expect(p, T.COLON);
      values.push(parseExpression(p));
    }
    if (p.type[p.pos] !== T.COMMA) break;
    p.pos++;
  }
  expect(p, T.RBRACE);
  const e = p.pos - 1;
  return ast.Dict(keys, values, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** for_if_clauses: at least one. */
export function parseForIfClauses(p: ParserState): ast.comprehension[] {
  const clauses: ast.comprehension[] = [];
  do {
    const isAsync = p.type[p.pos] === T.KW_ASYNC;
    if (isAsync) {
      requires(p, 6);
      p.pos++;
    }
    expect(p, T.KW_FOR);
    const target = parseStarTargets(p);
    expect(p, T.KW_IN);
    const iter = parseDisjunction(p);
    const ifs: ast.expr[] = [];
    while (p.type[p.pos] === T.KW_IF) {
      p.pos++;
      ifs.push(parseDisjunction(p));
    }
    clauses.push(ast.comprehension(target, iter, ifs, isAsync ? 1 : 0));
  } while (p.type[p.pos] === T.KW_FOR || p.type[p.pos] === T.KW_ASYNC);
  return clauses;
}

