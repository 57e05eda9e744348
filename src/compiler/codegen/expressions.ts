// Expressions: the dispatcher, operators, yield and await. Mirrors codegen_visit_expr of Python/codegen.c. See docs/compiler.md.
import * as opargs from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import type { Location } from "../instruction.ts";
import { isFunctionLike } from "../symtable/entry.ts";
import { dict, list, set, tuple } from "./collections.ts";
import { compare, ifExp } from "./comparisons.ts";
import { SCOPE_ASYNC_FUNCTION, locationOf, type Compiler } from "./compiler.ts";
import { dictComp, generatorExp, listComp, setComp } from "./comprehensions.ts";
import { lambda } from "./functions.ts";
import { awaitTop, yieldFrom, yieldValue } from "./generators.ts";
import { nameOp } from "./names.ts";
import { primary } from "./primaries.ts";
import { formattedValue, interpolation, joinedStr, templateStr } from "./strings.ts";
import { slice } from "./subscripts.ts";

export function visitExprs(c: Compiler, exprs: readonly ast.expr[]): void {
  for (let i = 0; i < exprs.length; i++) visitExpr(c, exprs[i]!);
}

/** Leaves the value on the stack (Load), or stores the top (Store), or deletes. */
export function visitExpr(c: Compiler, e: ast.expr): void {
  switch (e.nodeKind) {
    case ast.Name_kind:
      nameOp(c, locationOf(e), e.id, e.ctx);
      break;
    case ast.Constant_kind:
      c.loadConst(locationOf(e), e.value);
      break;
    case ast.Attribute_kind:
    case ast.Call_kind:
    case ast.Subscript_kind:
      primary(c, e);
      break;
    case ast.BinOp_kind:
      binOp(c, e);
      break;
    case ast.Compare_kind:
      compare(c, e);
      break;
    case ast.Tuple_kind:
      tuple(c, e);
      break;
    case ast.List_kind:
      list(c, e);
      break;
    case ast.Dict_kind:
      dict(c, e);
      break;
    case ast.Set_kind:
      set(c, e);
      break;
    case ast.BoolOp_kind:
      boolOp(c, e);
      break;
    case ast.UnaryOp_kind:
      unaryOp(c, e);
      break;
    case ast.NamedExpr_kind:
      visitExpr(c, e.value);
      c.opArg(locationOf(e), Op.COPY, 1);
      visitExpr(c, e.target);
      break;
    case ast.JoinedStr_kind:
      joinedStr(c, e);
      break;
    case ast.FormattedValue_kind:
      formattedValue(c, e);
      break;
    case ast.TemplateStr_kind:
      templateStr(c, e);
      break;
    case ast.Interpolation_kind:
      interpolation(c, e);
      break;
    case ast.IfExp_kind:
      ifExp(c, e);
      break;
    case ast.Lambda_kind:
      lambda(c, e);
      break;
    case ast.ListComp_kind:
      listComp(c, e);
      break;
    case ast.GeneratorExp_kind:
      generatorExp(c, e);
      break;
    case ast.SetComp_kind:
      setComp(c, e);
      break;
    case ast.DictComp_kind:
      dictComp(c, e);
      break;
    case ast.Slice_kind:
      slice(c, e);
      break;
    case ast.Await_kind:
      visitExpr(c, e.value);
      awaitTop(c, locationOf(e), 0);
      break;
    case ast.Yield_kind:
      yieldExpr(c, e);
      break;
    case ast.YieldFrom_kind:
      yieldFromExpr(c, e);
      break;
    case ast.Starred_kind:
      throw c.error(
        locationOf(e),
        e.ctx === ast.Store ? "starred assignment target must be in a list or tuple" : "can't use starred expression here",
      );
  }
}

/** BINARY_OP's argument by operator_kind. */
const BINARY_OPS: readonly number[] = [
  0,
  opargs.NB_ADD,
  opargs.NB_SUBTRACT,
  opargs.NB_MULTIPLY,
  opargs.NB_MATRIX_MULTIPLY,
  opargs.NB_TRUE_DIVIDE,
  opargs.NB_REMAINDER,
  opargs.NB_POWER,
  opargs.NB_LSHIFT,
  opargs.NB_RSHIFT,
  opargs.NB_OR,
  opargs.NB_XOR,
  opargs.NB_AND,
  opargs.NB_FLOOR_DIVIDE,
];

export function addBinary(c: Compiler, location: Location, op: ast.operator_kind): void {
  c.opArg(location, Op.BINARY_OP, BINARY_OPS[op]!);
}

export function addInplace(c: Compiler, location: Location, op: ast.operator_kind): void {
  c.opArg(location, Op.BINARY_OP, BINARY_OPS[op]! + opargs.NB_INPLACE);
}

/** Long sums lean to the left: the left spine is walked without recursion. */
function binOp(c: Compiler, e: ast.BinOp): void {
  const left = e.left;
  if (left.nodeKind !== ast.BinOp_kind) visitExpr(c, left);
  else {
    const spine: ast.BinOp[] = [];
    let node: ast.expr = left;
    while (node.nodeKind === ast.BinOp_kind) {
      spine.push(node);
      node = node.left;
    }
    visitExpr(c, node);
    for (let i = spine.length - 1; i >= 0; i--) {
      const inner = spine[i]!;
      visitExpr(c, inner.right);
      addBinary(c, locationOf(inner), inner.op);
    }
  }
  visitExpr(c, e.right);
  addBinary(c, locationOf(e), e.op);
}

function boolOp(c: Compiler, e: ast.BoolOp): void {
  const location = locationOf(e);
  const jump = e.op === ast.And ? Op.JUMP_IF_FALSE : Op.JUMP_IF_TRUE;
  const end = c.newLabel();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.values[i]!);
    c.jump(location, jump, end);
    c.op(location, Op.POP_TOP);
  }
  visitExpr(c, e.values[last]!);
  c.useLabel(end);
}

function unaryOp(c: Compiler, e: ast.UnaryOp): void {
  visitExpr(c, e.operand);
  const location = locationOf(e);
  switch (e.op) {
    case ast.UAdd:
      c.opArg(location, Op.CALL_INTRINSIC_1, opargs.INTRINSIC_UNARY_POSITIVE);
      return;
    case ast.Not:
      c.op(location, Op.TO_BOOL);
      c.op(location, Op.UNARY_NOT);
      return;
    case ast.Invert:
      c.op(location, Op.UNARY_INVERT);
      return;
    case ast.USub:
      c.op(location, Op.UNARY_NEGATIVE);
  }
}

function yieldExpr(c: Compiler, e: ast.Yield): void {
  const location = locationOf(e);
  if (!isFunctionLike(c.ste)) throw c.error(location, "'yield' outside function");
  if (e.value !== null) visitExpr(c, e.value);
  else c.loadConst(location, null);
  yieldValue(c, location);
}

function yieldFromExpr(c: Compiler, e: ast.YieldFrom): void {
  const location = locationOf(e);
  if (!isFunctionLike(c.ste)) throw c.error(location, "'yield from' outside function");
  if (c.unit.scopeType === SCOPE_ASYNC_FUNCTION) throw c.error(location, "'yield from' inside async function");
  visitExpr(c, e.value);
  c.op(location, Op.GET_YIELD_FROM_ITER);
  c.loadConst(location, null);
  yieldFrom(c, location, false);
}
