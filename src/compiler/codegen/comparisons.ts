// Comparisons, conditional expressions, and jumps on conditions. Mirrors codegen_compare and codegen_jump_if of
// Python/codegen.c. See docs/compiler.md.
import {
  COMPARE_EQ,
  COMPARE_GE,
  COMPARE_GT,
  COMPARE_LE,
  COMPARE_LT,
  COMPARE_NE,
  COMPARISON_EQUALS,
  COMPARISON_GREATER_THAN,
  COMPARISON_LESS_THAN,
  COMPARISON_UNORDERED,
} from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Label, type Location } from "../instruction.ts";
import { checkCompare } from "./checks.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";

/** COMPARE_OP's argument by cmpop_kind (Eq to GtE): the number and the outcomes that make it true. */
const COMPARE_ARGS: readonly number[] = [
  0,
  (COMPARE_EQ << 5) | COMPARISON_EQUALS,
  (COMPARE_NE << 5) | COMPARISON_UNORDERED | COMPARISON_LESS_THAN | COMPARISON_GREATER_THAN,
  (COMPARE_LT << 5) | COMPARISON_LESS_THAN,
  (COMPARE_LE << 5) | COMPARISON_LESS_THAN | COMPARISON_EQUALS,
  (COMPARE_GT << 5) | COMPARISON_GREATER_THAN,
  (COMPARE_GE << 5) | COMPARISON_GREATER_THAN | COMPARISON_EQUALS,
];

export function addCompare(c: Compiler, location: Location, op: ast.cmpop_kind): void {
  switch (op) {
    case ast.Is:
      c.opArg(location, Op.IS_OP, 0);
      return;
    case ast.IsNot:
      c.opArg(location, Op.IS_OP, 1);
      return;
    case ast.In:
      c.opArg(location, Op.CONTAINS_OP, 0);
      return;
    case ast.NotIn:
      c.opArg(location, Op.CONTAINS_OP, 1);
      return;
    default:
      c.opArg(location, Op.COMPARE_OP, COMPARE_ARGS[op]!);
  }
}

export function compare(c: Compiler, e: ast.Compare): void {
  const location = locationOf(e);
  checkCompare(c, e);
  visitExpr(c, e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    visitExpr(c, e.comparators[0]!);
    addCompare(c, location, e.ops[0]!);
    return;
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.comparators[i]!);
    c.opArg(location, Op.SWAP, 2);
    c.opArg(location, Op.COPY, 2);
    addCompare(c, location, e.ops[i]!);
    c.opArg(location, Op.COPY, 1);
    c.op(location, Op.TO_BOOL);
    c.jump(location, Op.POP_JUMP_IF_FALSE, cleanup);
    c.op(location, Op.POP_TOP);
  }
  visitExpr(c, e.comparators[last]!);
  addCompare(c, location, e.ops[last]!);
  const end = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.opArg(location, Op.SWAP, 2);
  c.op(location, Op.POP_TOP);
  c.useLabel(end);
}

/** Jumps to `next` when the truth of `e` is `condition`, else goes on behind. */
export function jumpIf(c: Compiler, e: ast.expr, next: Label, condition: boolean): void {
  switch (e.nodeKind) {
    case ast.UnaryOp_kind:
      if (e.op !== ast.Not) break;
      jumpIf(c, e.operand, next, !condition);
      return;
    case ast.BoolOp_kind: {
      const isOr = e.op === ast.Or;
      const last = e.values.length - 1;
      const shortcut = isOr === condition ? next : c.newLabel();
      for (let i = 0; i < last; i++) jumpIf(c, e.values[i]!, shortcut, isOr);
      jumpIf(c, e.values[last]!, next, condition);
      if (shortcut !== next) c.useLabel(shortcut);
      return;
    }
    case ast.IfExp_kind: {
      const end = c.newLabel();
      const orelse = c.newLabel();
      jumpIf(c, e.test, orelse, false);
      jumpIf(c, e.body, next, condition);
      c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
      c.useLabel(orelse);
      jumpIf(c, e.orelse, next, condition);
      c.useLabel(end);
      return;
    }
    case ast.Compare_kind:
      if (e.ops.length === 1) break;
      jumpIfChain(c, e, next, condition);
      return;
  }
  visitExpr(c, e);
  const here = locationOf(e);
  c.op(here, Op.TO_BOOL);
  c.jump(here, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
}

/** A jump on `a < b < c`. */
function jumpIfChain(c: Compiler, e: ast.Compare, next: Label, condition: boolean): void {
  checkCompare(c, e);
  const location = locationOf(e);
  const last = e.ops.length - 1;
  const cleanup = c.newLabel();
  visitExpr(c, e.left);
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.comparators[i]!);
    c.opArg(location, Op.SWAP, 2);
    c.opArg(location, Op.COPY, 2);
    addCompare(c, location, e.ops[i]!);
    c.op(location, Op.TO_BOOL);
    c.jump(location, Op.POP_JUMP_IF_FALSE, cleanup);
  }
  visitExpr(c, e.comparators[last]!);
  addCompare(c, location, e.ops[last]!);
  c.op(location, Op.TO_BOOL);
  c.jump(location, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
  const end = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.op(location, Op.POP_TOP);
  if (!condition) c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, next);
  c.useLabel(end);
}

/** `body if test else orelse`. */
export function ifExp(c: Compiler, e: ast.IfExp): void {
  const end = c.newLabel();
  const next = c.newLabel();
  jumpIf(c, e.test, next, false);
  visitExpr(c, e.body);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(next);
  visitExpr(c, e.orelse);
  c.useLabel(end);
}
