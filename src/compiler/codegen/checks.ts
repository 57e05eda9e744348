// SyntaxWarnings for code that is surely not meant: `x is 1`, `"a" (b)`, `[1] [2, 3]`. Mirrors check_caller, check_subscripter,
// check_index and codegen_check_compare of Python/codegen.c. See docs/compiler.md.
import {
  ComplexConst,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  SliceConst,
  SurrogateText,
  TupleConst,
  type ConstValue,
} from "../../base/constant.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { locationOf, type Compiler } from "./compiler.ts";

/** tp_name of a constant's type. */
export function constTypeName(value: ConstValue): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
  }
  if (value === null) return "NoneType";
  if (value instanceof FloatConst) return "float";
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof SurrogateText) return "str";
  if (value instanceof TupleConst) return "tuple";
  if (value instanceof ComplexConst) return "complex";
  if (value instanceof EllipsisConst) return "ellipsis";
  if (value instanceof FrozenSetConst) return "frozenset";
  return "slice";
}

/** Name of the type that the expression certainly has, or null. */
function inferType(e: ast.expr): string | null {
  switch (e.nodeKind) {
    case ast.Tuple_kind:
      return "tuple";
    case ast.List_kind:
    case ast.ListComp_kind:
      return "list";
    case ast.Dict_kind:
    case ast.DictComp_kind:
      return "dict";
    case ast.Set_kind:
    case ast.SetComp_kind:
      return "set";
    case ast.GeneratorExp_kind:
      return "generator";
    case ast.Lambda_kind:
      return "function";
    case ast.JoinedStr_kind:
    case ast.FormattedValue_kind:
      return "str";
    case ast.TemplateStr_kind:
      return "string.templatelib.Template";
    case ast.Interpolation_kind:
      return "string.templatelib.Interpolation";
    case ast.Constant_kind:
      return constTypeName(e.value);
    default:
      return null;
  }
}

/** Whether an operand of `is` makes sense there: anything but constants; None, True, False and ... do. */
function isIdentityOperand(e: ast.expr): boolean {
  if (e.nodeKind === ast.Tuple_kind) {
    for (const element of e.elts) if (element.nodeKind !== ast.Constant_kind) return true;
    return false;
  }
  if (e.nodeKind !== ast.Constant_kind) return true;
  const value = e.value;
  return value === null || typeof value === "boolean" || value instanceof EllipsisConst;
}

export function checkCompare(c: Compiler, e: ast.Compare): void {
  let leftExpr = e.left;
  const ops = e.ops;
  for (let i = 0; i < ops.length; i++) {
    const op = ops[i]!;
    const right = e.comparators[i]!;
    if (op === ast.Is || op === ast.IsNot) {
      const left = isIdentityOperand(leftExpr);
      if (!left || !isIdentityOperand(right)) {
        const type = inferType(left ? right : leftExpr)!;
        c.warn(
          locationOf(e),
          op === ast.Is
            ? `"is" with '${type}' literal. Did you mean "=="?`
            : `"is not" with '${type}' literal. Did you mean "!="?`,
        );
        return;
      }
    }
    leftExpr = right;
  }
}

/** A call of something that cannot be called. */
export function checkCaller(c: Compiler, e: ast.expr): void {
  switch (e.nodeKind) {
    case ast.Constant_kind:
    case ast.Tuple_kind:
    case ast.List_kind:
    case ast.ListComp_kind:
    case ast.Dict_kind:
    case ast.DictComp_kind:
    case ast.Set_kind:
    case ast.SetComp_kind:
    case ast.GeneratorExp_kind:
    case ast.JoinedStr_kind:
    case ast.TemplateStr_kind:
    case ast.FormattedValue_kind:
    case ast.Interpolation_kind:
      c.warn(locationOf(e), `'${inferType(e)!}' object is not callable; perhaps you missed a comma?`);
  }
}

/** A subscript of something that has none. */
export function checkSubscripter(c: Compiler, e: ast.expr): void {
  switch (e.nodeKind) {
    case ast.Constant_kind: {
      const value = e.value;
      if (
        typeof value === "string" ||
        value instanceof Uint8Array ||
        value instanceof TupleConst ||
        value instanceof SurrogateText ||
        value instanceof SliceConst
      ) {
        return;
      }
      break;
    }
    case ast.Set_kind:
    case ast.SetComp_kind:
    case ast.GeneratorExp_kind:
    case ast.Lambda_kind:
    case ast.TemplateStr_kind:
    case ast.Interpolation_kind:
      break;
    default:
      return;
  }
  c.warn(locationOf(e), `'${inferType(e)!}' object is not subscriptable; perhaps you missed a comma?`);
}

/** A subscript of a sequence by something that is no index. */
export function checkIndex(c: Compiler, e: ast.expr, index: ast.expr): void {
  const indexType = inferType(index);
  if (indexType === null || indexType === "int" || indexType === "bool" || indexType === "slice") return;
  switch (e.nodeKind) {
    case ast.Constant_kind: {
      const value = e.value;
      if (
        typeof value !== "string" &&
        !(value instanceof Uint8Array || value instanceof TupleConst || value instanceof SurrogateText)
      ) {
        return;
      }
      break;
    }
    case ast.Tuple_kind:
    case ast.List_kind:
    case ast.ListComp_kind:
    case ast.JoinedStr_kind:
    case ast.FormattedValue_kind:
      break;
    default:
      return;
  }
  c.warn(
    locationOf(e),
    `${inferType(e)!} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
  );
}
