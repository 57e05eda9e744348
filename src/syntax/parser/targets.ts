// Fast parser: targets of assignments, loops, `with` and `del`. They are parsed as expressions and then given their context.
// Grammar/python.gram, section "ASSIGNMENT TARGETS". See docs/syntax-tree.md.
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parsePrimary } from "./atoms.ts";
import { STARTS_EXPRESSION, giveUp } from "./state.ts";
import type { ParserState } from "./state.ts";

/** Makes an expression the target of an assignment, or gives up when it cannot be one. */
export function storeTarget(expr: ast.expr): ast.expr {
  switch (expr.nodeKind) {
    case ast.Name_kind:
    case ast.Attribute_kind:
    case ast.Subscript_kind:
      expr.ctx = ast.Store;
      return expr;
    case ast.Tuple_kind:
    case ast.List_kind: {
      const elts = expr.elts;
      for (let i = 0; i < elts.length; i++) storeTarget(elts[i]);
      expr.ctx = ast.Store;
      return expr;
    }
    case ast.Starred_kind:
      storeTarget(expr.value);
      expr.ctx = ast.Store;
      return expr;
    default:
      return giveUp();
  }
}

/** Makes an expression the target of an augmented or annotated assignment: a name, attribute or subscript. */
export function storeSingleTarget(expr: ast.expr): ast.Name | ast.Attribute | ast.Subscript {
  if (expr.nodeKind === ast.Name_kind || expr.nodeKind === ast.Attribute_kind || expr.nodeKind === ast.Subscript_kind) {
    expr.ctx = ast.Store;
    return expr;
  }
  return giveUp();
}

/** star_targets: what a `for` assigns to. */
export function parseStarTargets(p: ParserState): ast.expr {
  const s = p.pos;
  const first = parseStarTarget(p);
  if (p.type[p.pos] !== T.COMMA) return first;
  const elts = [first];
  do {
    p.pos++;
    if (STARTS_EXPRESSION[p.type[p.pos]] === 0) break;
    elts.push(parseStarTarget(p));
  } while (p.type[p.pos] === T.COMMA);
  const e = p.pos - 1;
  return ast.Tuple(elts, ast.Store, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** star_target: one target, maybe starred. */
export function parseStarTarget(p: ParserState): ast.expr {
  const s = p.pos;
  if (p.type[s] !== T.STAR) return storeTarget(parsePrimary(p));
  p.pos++;
  if (p.type[p.pos] === T.STAR) giveUp();
  const value = storeTarget(parsePrimary(p));
  const e = p.pos - 1;
  return ast.Starred(value, ast.Store, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** del_target, with what may follow it left to the caller. */
export function parseDelTarget(p: ParserState): ast.expr {
  return deleteTarget(parsePrimary(p));
}

function deleteTarget(expr: ast.expr): ast.expr {
  switch (expr.nodeKind) {
    case ast.Name_kind:
    case ast.Attribute_kind:
    case ast.Subscript_kind:
      expr.ctx = ast.Del;
      return expr;
    case ast.Tuple_kind:
    case ast.List_kind:
      for (const element of expr.elts) deleteTarget(element);
      expr.ctx = ast.Del;
      return expr;
    default:
      return giveUp();
  }
}
