// What the second-pass rules ask of trees: how CPython calls an expression, what in a target is no target. Mirrors the error
// helpers of Parser/action_helpers.c. See docs/syntax-errors.md.
import { PythonError } from "../../base/python-error.ts";
import { EllipsisConst } from "../../base/constant.ts";
import * as ast from "../ast.generated.ts";

/** CPython's word for an expression, in "cannot assign to ..." and the like. */
export function exprName(e: ast.expr): string {
  switch (e.nodeKind) {
    case ast.Attribute_kind:
      return "attribute";
    case ast.Subscript_kind:
      return "subscript";
    case ast.Starred_kind:
      return "starred";
    case ast.Name_kind:
      return "name";
    case ast.List_kind:
      return "list";
    case ast.Tuple_kind:
      return "tuple";
    case ast.Lambda_kind:
      return "lambda";
    case ast.Call_kind:
      return "function call";
    case ast.BoolOp_kind:
    case ast.BinOp_kind:
    case ast.UnaryOp_kind:
      return "expression";
    case ast.GeneratorExp_kind:
      return "generator expression";
    case ast.Yield_kind:
    case ast.YieldFrom_kind:
      return "yield expression";
    case ast.Await_kind:
      return "await expression";
    case ast.ListComp_kind:
      return "list comprehension";
    case ast.SetComp_kind:
      return "set comprehension";
    case ast.DictComp_kind:
      return "dict comprehension";
    case ast.Dict_kind:
      return "dict literal";
    case ast.Set_kind:
      return "set display";
    case ast.JoinedStr_kind:
    case ast.FormattedValue_kind:
      return "f-string expression";
    case ast.TemplateStr_kind:
    case ast.Interpolation_kind:
      return "t-string expression";
    case ast.Constant_kind:
      if (e.value === null) return "None";
      if (e.value === false) return "False";
      if (e.value === true) return "True";
      return e.value instanceof EllipsisConst ? "ellipsis" : "literal";
    case ast.Compare_kind:
      return "comparison";
    case ast.IfExp_kind:
      return "conditional expression";
    case ast.NamedExpr_kind:
      return "named expression";
    default:
      throw new PythonError("SystemError", `unexpected expression in assignment (line ${e.lineno})`);
  }
}

/** Whether a name is one of the statements of Python 2 that became functions. */
export function isLegacyStatement(e: ast.expr): boolean {
  return e.nodeKind === ast.Name_kind && (e.id === "print" || e.id === "exec");
}

/** The last expression of a comprehension's clauses. */
export function lastOfComprehension(clauses: readonly ast.comprehension[]): ast.expr {
  const clause = clauses[clauses.length - 1];
  return clause.ifs.length === 0 ? clause.iter : clause.ifs[clause.ifs.length - 1];
}

export const STAR_TARGETS = 0;
export const DEL_TARGETS = 1;
export const FOR_TARGETS = 2;
export type TargetsKind = typeof STAR_TARGETS | typeof DEL_TARGETS | typeof FOR_TARGETS;

/** The first part of `e` that cannot be a target, or null. */
export function invalidTarget(e: ast.expr, kind: TargetsKind): ast.expr | null {
  switch (e.nodeKind) {
    case ast.List_kind:
    case ast.Tuple_kind:
      for (const element of e.elts) {
        const invalid = invalidTarget(element, kind);
        if (invalid !== null) return invalid;
      }
      return null;
    case ast.Starred_kind:
      return kind === DEL_TARGETS ? e : invalidTarget(e.value, kind);
    case ast.Compare_kind:
      // `for a in b` was read as the comparison `a in b`.
      if (kind !== FOR_TARGETS) return e;
      return e.ops[0] === ast.In ? invalidTarget(e.left, kind) : null;
    case ast.Name_kind:
    case ast.Subscript_kind:
    case ast.Attribute_kind:
      return null;
    default:
      return e;
  }
}
