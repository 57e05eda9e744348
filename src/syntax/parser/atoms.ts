// Fast parser: atoms, attribute access, calls, subscripts. Grammar/python.gram, sections "Primary elements" and "FUNCTION
// CALL ARGUMENTS". See docs/syntax-tree.md.
import { ELLIPSIS } from "../../base/constant.ts";
import { numberConstant } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseBraces, parseForIfClauses, parseParentheses, parseSquareBrackets } from "./displays.ts";
import { parseExpression, parseNamedExpression, parseStarred } from "./expressions.ts";
import { enter, expect, giveUp } from "./state.ts";
import type { ParserState } from "./state.ts";
import { parseStrings, parseTemplateStrings } from "./strings.ts";

/** primary: an atom with its attribute accesses, calls and subscripts. */
export function parsePrimary(p: ParserState): ast.expr {
  const s = p.pos;
  let value = parseAtom(p);
  for (;;) {
    switch (p.type[p.pos]) {
      case T.DOT: {
        const e = p.pos + 1;
        if (p.type[e] !== T.NAME) giveUp();
        p.pos = e + 1;
        value = ast.Attribute(value, p.name(e), ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
        break;
      }
      case T.LPAR: {
        const args: ast.expr[] = [];
        const keywords: ast.keyword[] = [];
        enter(p);
        parseArguments(p, args, keywords, true);
        p.depth--;
        const e = p.pos - 1;
        value = ast.Call(value, args, keywords, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
        break;
      }
      case T.LSQB: {
        p.pos++;
        enter(p);
        const slice = parseSlices(p);
        p.depth--;
        expect(p, T.RSQB);
        const e = p.pos - 1;
        value = ast.Subscript(value, slice, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
        break;
      }
      default:
        return value;
    }
  }
}

function parseAtom(p: ParserState): ast.expr {
  const s = p.pos;
  switch (p.type[s]) {
    case T.NAME:
      p.pos++;
      return ast.Name(p.name(s), ast.Load, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.NUMBER: {
      const number = numberConstant(p, s);
      p.pos++;
      return number;
    }
    case T.STRING:
    case T.FSTRING_START:
      return parseStrings(p);
    case T.TSTRING_START:
      return parseTemplateStrings(p);
    case T.KW_NONE:
      p.pos++;
      return ast.Constant(null, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_TRUE:
      p.pos++;
      return ast.Constant(true, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_FALSE:
      p.pos++;
      return ast.Constant(false, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.ELLIPSIS:
      p.pos++;
      return ast.Constant(ELLIPSIS, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.LPAR:
      return parseParentheses(p);
    case T.LSQB:
      return parseSquareBrackets(p);
    case T.LBRACE:
      return parseBraces(p);
    default:
      return giveUp();
  }
}

/**
 * The parenthesised arguments of a call or class, both parentheses included, into `args` and `keywords`. A bare generator
 * expression is an argument of calls only (`allowGenerator`).
 */
export function parseArguments(p: ParserState, args: ast.expr[], keywords: ast.keyword[], allowGenerator: boolean): void {
  const open = p.pos++;
  // Whether a keyword has come (only keywords and stars may follow), then a `**` (no stars either).
  let afterKeyword = false;
  let afterUnpacking = false;
  while (p.type[p.pos] !== T.RPAR) {
    const s = p.pos;
    const type = p.type[s];
    if (type === T.STAR) {
      if (afterUnpacking) giveUp();
      args.push(parseStarred(p, 0));
    } else if (type === T.DOUBLESTAR) {
      p.pos++;
      const value = parseExpression(p);
      const e = p.pos - 1;
      keywords.push(ast.keyword(null, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]));
      afterUnpacking = afterKeyword = true;
    } else if (type === T.NAME && p.type[s + 1] === T.EQUAL) {
      const name = p.name(s);
      p.pos += 2;
      const value = parseExpression(p);
      const e = p.pos - 1;
      keywords.push(ast.keyword(name, value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]));
      afterKeyword = true;
    } else {
      if (afterKeyword) giveUp();
      const value = parseNamedExpression(p);
      const next = p.type[p.pos];
      if (next === T.KW_FOR || next === T.KW_ASYNC) {
        if (!allowGenerator || args.length > 0) giveUp();
        const generators = parseForIfClauses(p);
        const e = p.pos;
        expect(p, T.RPAR);
        args.push(ast.GeneratorExp(value, generators, p.lineno[open], p.col[open], p.endLineno[e], p.endCol[e]));
        return;
      }
      args.push(value);
    }
    if (p.type[p.pos] !== T.COMMA) break;
    p.pos++;
    // `f(,)` cannot come here, and `f(a,)` ends the loop.
  }
  expect(p, T.RPAR);
}

/** slices: what stands between the brackets of a subscript. */
function parseSlices(p: ParserState): ast.expr {
  const s = p.pos;
  const starred = p.type[s] === T.STAR;
  const first = starred ? parseStarred(p, 0) : parseSlice(p);
  if (p.type[p.pos] !== T.COMMA && !starred) return first;
  const elts = [first];
  while (p.type[p.pos] === T.COMMA) {
    p.pos++;
    if (p.type[p.pos] === T.RSQB) break;
    elts.push(p.type[p.pos] === T.STAR ? parseStarred(p, 0) : parseSlice(p));
  }
  const e = p.pos - 1;
  return ast.Tuple(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseSlice(p: ParserState): ast.expr {
  const s = p.pos;
  let lower: ast.expr | null = null;
  if (p.type[s] !== T.COLON) {
    lower = parseNamedExpression(p);
    if (p.type[p.pos] !== T.COLON) return lower;
    // `x[a := b : c]` is not a slice; `x[(a := b) : c]` is.
    if (lower.nodeKind === ast.NamedExpr_kind && p.type[s] === T.NAME) giveUp();
  }
  p.pos++;
  const upper = endsSliceItem(p) ? null : parseExpression(p);
  let step: ast.expr | null = null;
  if (p.type[p.pos] === T.COLON) {
    p.pos++;
    if (!endsSliceItem(p)) step = parseExpression(p);
  }
  const e = p.pos - 1;
  return ast.Slice(lower, upper, step, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function endsSliceItem(p: ParserState): boolean {
  const type = p.type[p.pos];
  return type === T.RSQB || type === T.COLON || type === T.COMMA;
}
