// Subscripts and slices. Mirrors codegen_subscript and codegen_slice of Python/codegen.c. See docs/compiler.md.
import { SliceConst, type ConstValue } from "../../base/constant.ts";
import { NB_SUBSCR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";

function isConstOrAbsent(e: ast.expr | null): boolean {
  return e === null || e.nodeKind === ast.Constant_kind;
}

function isConstantSlice(e: ast.Slice): boolean {
  return isConstOrAbsent(e.lower) && isConstOrAbsent(e.upper) && isConstOrAbsent(e.step);
}

/** Whether the subscript is `a:b` and not constant: then no slice object is made. */
export function isTwoPartSlice(e: ast.expr): e is ast.Slice {
  return e.nodeKind === ast.Slice_kind && e.step === null && !isConstantSlice(e);
}

/** Loads, stores or deletes an item of the object on the stack. */
export function finishSubscript(c: Compiler, e: ast.Subscript): void {
  const location = locationOf(e);
  const ctx = e.ctx;
  const index = e.slice;
  if (ctx !== ast.Del && isTwoPartSlice(index)) {
    sliceTwoParts(c, index);
    c.op(location, ctx === ast.Load ? Op.BINARY_SLICE : Op.STORE_SLICE);
    return;
  }
  visitExpr(c, index);
  if (ctx === ast.Load) c.opArg(location, Op.BINARY_OP, NB_SUBSCR);
  else c.op(location, ctx === ast.Store ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR);
}

/** Pushes start and stop. */
export function sliceTwoParts(c: Compiler, e: ast.Slice): void {
  if (e.lower !== null) visitExpr(c, e.lower);
  else c.loadConst(locationOf(e), null);
  if (e.upper !== null) visitExpr(c, e.upper);
  else c.loadConst(locationOf(e), null);
}

function constOf(e: ast.expr | null): ConstValue {
  return e === null ? null : (e as ast.Constant).value;
}

export function slice(c: Compiler, e: ast.Slice): void {
  if (isConstantSlice(e)) {
    c.loadConst(locationOf(e), new SliceConst(constOf(e.lower), constOf(e.upper), constOf(e.step)));
    return;
  }
  sliceTwoParts(c, e);
  let n = 2;
  if (e.step !== null) {
    n++;
    visitExpr(c, e.step);
  }
  c.opArg(locationOf(e), Op.BUILD_SLICE, n);
}
