// Fast parser: parameters of functions and lambdas, lambda expressions, type parameters. Grammar/python.gram, sections
// "Function parameters", "Lambda functions", "Type parameter declaration". See docs/syntax-tree.md.
import { typeComment } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseExpression, parseStarExpression } from "./expressions.ts";
import { enter, expect, expectName, giveUp, requires } from "./state.ts";
import type { ParserState } from "./state.ts";

/** lambdef; the current token is `lambda`. */
export function parseLambda(p: ParserState): ast.Lambda {
  const s = p.pos++;
  enter(p);
  const args = parseParameters(p, T.COLON);
  expect(p, T.COLON);
  const body = parseExpression(p);
  p.depth--;
  const e = p.pos - 1;
  return ast.Lambda(args, body, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** parameters up to, not including, `closer`: `)` of a def, or `:` of a lambda (no annotations and type comments then). */
export function parseParameters(p: ParserState, closer: number): ast.arguments_ {
  let posonlyargs: ast.arg[] = [];
  let args: ast.arg[] = [];
  const defaults: ast.expr[] = [];
  while (p.type[p.pos] === T.NAME) {
    const parameter = parseParameter(p, closer);
    args.push(parameter);
    if (p.type[p.pos] === T.EQUAL) {
      p.pos++;
      defaults.push(parseExpression(p));
    } else if (defaults.length > 0) giveUp();
    finishParameter(p, parameter, closer);
    if (p.type[p.pos] === T.SLASH) {
      if (posonlyargs.length > 0) giveUp();
      requires(p, 8);
      posonlyargs = args;
      args = [];
      p.pos++;
      if (p.type[p.pos] === T.COMMA) p.pos++;
      else if (p.type[p.pos] !== closer) giveUp();
    }
  }
  let vararg: ast.arg | null = null;
  let kwarg: ast.arg | null = null;
  const kwonlyargs: ast.arg[] = [];
  const kwDefaults: (ast.expr | null)[] = [];
  if (p.type[p.pos] === T.STAR) {
    p.pos++;
    if (p.type[p.pos] === T.COMMA) {
      p.pos++;
      if (p.type[p.pos] !== T.NAME) giveUp();
    } else {
      vararg = parseStarParameter(p, closer);
      finishParameter(p, vararg, closer);
    }
    while (p.type[p.pos] === T.NAME) {
      const parameter = parseParameter(p, closer);
      kwonlyargs.push(parameter);
      if (p.type[p.pos] === T.EQUAL) {
        p.pos++;
        kwDefaults.push(parseExpression(p));
      } else kwDefaults.push(null);
      finishParameter(p, parameter, closer);
    }
  }
  if (p.type[p.pos] === T.DOUBLESTAR) {
    p.pos++;
    kwarg = parseParameter(p, closer);
    finishParameter(p, kwarg, closer);
  }
  if (p.type[p.pos] !== closer) giveUp();
  return ast.arguments_(posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg, defaults);
}

function parseParameter(p: ParserState, closer: number): ast.arg {
  const s = p.pos;
  const name = expectName(p);
  let annotation: ast.expr | null = null;
  if (closer === T.RPAR && p.type[p.pos] === T.COLON) {
    p.pos++;
    annotation = parseExpression(p);
  }
  const e = p.pos - 1;
  return ast.arg(name, annotation, null, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** The parameter after `*`, whose annotation may be starred. */
function parseStarParameter(p: ParserState, closer: number): ast.arg {
  const s = p.pos;
  const name = expectName(p);
  let annotation: ast.expr | null = null;
  if (closer === T.RPAR && p.type[p.pos] === T.COLON) {
    p.pos++;
    annotation = parseStarExpression(p);
  }
  const e = p.pos - 1;
  return ast.arg(name, annotation, null, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** The comma and type comment after a parameter. */
function finishParameter(p: ParserState, parameter: ast.arg, closer: number): void {
  const comma = p.type[p.pos] === T.COMMA;
  if (comma) p.pos++;
  if (closer === T.RPAR && p.type[p.pos] === T.TYPE_COMMENT) parameter.type_comment = typeComment(p.tokens, p.pos++);
  if (!comma && p.type[p.pos] !== closer) giveUp();
}

/** type_params, when there are any. */
export function parseTypeParams(p: ParserState): ast.type_param[] {
  const params: ast.type_param[] = [];
  if (p.type[p.pos] !== T.LSQB) return params;
  requires(p, 12);
  p.pos++;
  do {
    params.push(parseTypeParam(p));
    if (p.type[p.pos] !== T.COMMA) break;
    p.pos++;
  } while (p.type[p.pos] !== T.RSQB);
  expect(p, T.RSQB);
  return params;
}

function parseTypeParam(p: ParserState): ast.type_param {
  const s = p.pos;
  const type = p.type[s];
  if (type === T.STAR || type === T.DOUBLESTAR) {
    p.pos++;
    const name = expectName(p);
    const value = parseTypeParamDefault(p, type === T.STAR);
    const e = p.pos - 1;
    if (type === T.STAR) return ast.TypeVarTuple(name, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    return ast.ParamSpec(name, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  const name = expectName(p);
  let bound: ast.expr | null = null;
  if (p.type[p.pos] === T.COLON) {
    p.pos++;
    bound = parseExpression(p);
  }
  const value = parseTypeParamDefault(p, false);
  const e = p.pos - 1;
  return ast.TypeVar(name, bound, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseTypeParamDefault(p: ParserState, starred: boolean): ast.expr | null {
  if (p.type[p.pos] !== T.EQUAL) return null;
  requires(p, 13);
  p.pos++;
  return starred ? parseStarExpression(p) : parseExpression(p);
}
