// Numbers in match patterns: `-1` and `1 + 2j` are written as operations but must be constants. Mirrors
// fold_const_match_patterns of Python/ast_preprocess.c. See docs/compiler-symtable.md.
import { ComplexConst, FloatConst, intConst } from "../base/constant.ts";
import type { ConstValue } from "../base/constant.ts";
import * as ast from "../syntax/ast.generated.ts";

/** The constant that a pattern's value stands for, or the node itself when it is none. */
export function foldPatternNumber(e: ast.expr): ast.expr {
  let value: ConstValue | undefined;
  if (e.nodeKind === ast.UnaryOp_kind) {
    if (e.op !== ast.USub || e.operand.nodeKind !== ast.Constant_kind) return e;
    value = negative(e.operand.value);
  } else if (e.nodeKind === ast.BinOp_kind) {
    if ((e.op !== ast.Add && e.op !== ast.Sub) || e.right.nodeKind !== ast.Constant_kind) return e;
    const left = (e.left = foldPatternNumber(e.left));
    if (left.nodeKind !== ast.Constant_kind) return e;
    value = sum(left.value, e.right.value, e.op === ast.Sub);
  }
  if (value === undefined) return e;
  return ast.Constant(value, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
}

function negative(value: ConstValue): ConstValue | undefined {
  if (typeof value === "number") return 0 - value;
  if (typeof value === "bigint") return intConst(-value);
  if (typeof value === "boolean") return value ? -1 : 0;
  if (value instanceof FloatConst) return new FloatConst(-value.value);
  if (value instanceof ComplexConst) return new ComplexConst(-value.real, -value.imag);
  return undefined;
}

/** left ± right, where the right one is imaginary, as the grammar demands. */
function sum(left: ConstValue, right: ConstValue, minus: boolean): ConstValue | undefined {
  if (!(right instanceof ComplexConst)) return undefined;
  if (left instanceof ComplexConst) {
    return minus
      ? new ComplexConst(left.real - right.real, left.imag - right.imag)
      : new ComplexConst(left.real + right.real, left.imag + right.imag);
  }
  const real = left instanceof FloatConst ? left.value : typeof left === "number" || typeof left === "bigint" ? Number(left) : NaN;
  // an int beyond the range of floats raises in CPython and is left as it is
  if (!(left instanceof FloatConst) && !Number.isFinite(real)) return undefined;
  return minus ? new ComplexConst(real - right.real, -right.imag) : new ComplexConst(real + right.real, right.imag);
}
