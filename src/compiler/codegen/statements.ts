// Statements: the dispatcher, bodies, and the small ones (expression, assert, raise, delete).
// Mirrors codegen_visit_stmt and codegen_body of Python/codegen.c. See docs/compiler.md.
import { TupleConst, type TextConst } from "../../base/constant.ts";
import { CONSTANT_ASSERTIONERROR, INTRINSIC_PRINT } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { CO_FUTURE_ANNOTATIONS } from "../future.ts";
import { NO_LOCATION, type Location } from "../instruction.ts";
import { processDeferredAnnotations } from "./annotations.ts";
import { annAssign, assign, augAssign } from "./assignments.ts";
import { classDef } from "./classes.ts";
import { indexOf, locationOf, type Compiler } from "./compiler.ts";
import { jumpIf } from "./comparisons.ts";
import { asyncForLoop, breakLoop, continueLoop, forLoop, ifStatement, returnStatement, whileLoop } from "./control-flow.ts";
import { tryStarStatement, tryStatement } from "./exceptions.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { functionDef } from "./functions.ts";
import { importFrom, importNames } from "./imports.ts";
import { nameOp } from "./names.ts";
import { matchStatement } from "./patterns.ts";
import { cleanDocText } from "./text.ts";
import { typeAlias } from "./type-params.ts";
import { asyncWithStatement, withStatement } from "./with.ts";

export function visitStatements(c: Compiler, body: readonly ast.stmt[]): void {
  for (let i = 0; i < body.length; i++) visitStatement(c, body[i]!);
}

export function visitStatement(c: Compiler, s: ast.stmt): void {
  switch (s.nodeKind) {
    case ast.Expr_kind:
      expressionStatement(c, s);
      return;
    case ast.Assign_kind:
      assign(c, s);
      return;
    case ast.AugAssign_kind:
      augAssign(c, s);
      return;
    case ast.AnnAssign_kind:
      annAssign(c, s);
      return;
    case ast.Return_kind:
      returnStatement(c, s);
      return;
    case ast.FunctionDef_kind:
    case ast.AsyncFunctionDef_kind:
      functionDef(c, s);
      return;
    case ast.ClassDef_kind:
      classDef(c, s);
      return;
    case ast.TypeAlias_kind:
      typeAlias(c, s);
      return;
    case ast.Delete_kind:
      visitExprs(c, s.targets);
      return;
    case ast.Raise_kind:
      raise(c, s);
      return;
    case ast.Assert_kind:
      assertStatement(c, s);
      return;
    case ast.Import_kind:
      importNames(c, s);
      return;
    case ast.ImportFrom_kind:
      importFrom(c, s);
      return;
    case ast.Pass_kind:
      c.op(locationOf(s), Op.NOP);
      return;
    case ast.Break_kind:
      breakLoop(c, locationOf(s));
      return;
    case ast.Continue_kind:
      continueLoop(c, locationOf(s));
      return;
    case ast.Global_kind:
    case ast.Nonlocal_kind:
      return;
    default:
      conditionalBlock(c, s);
  }
}

type ConditionalBlock =
  | ast.If
  | ast.For
  | ast.While
  | ast.Match
  | ast.Try
  | ast.TryStar
  | ast.With
  | ast.AsyncWith
  | ast.AsyncFor;

/** Statements whose annotations may not be reached. */
function conditionalBlock(c: Compiler, s: ConditionalBlock): void {
  const unit = c.unit;
  unit.inConditionalBlock++;
  switch (s.nodeKind) {
    case ast.If_kind:
      ifStatement(c, s);
      break;
    case ast.For_kind:
      forLoop(c, s);
      break;
    case ast.While_kind:
      whileLoop(c, s);
      break;
    case ast.Match_kind:
      matchStatement(c, s);
      break;
    case ast.Try_kind:
      tryStatement(c, s);
      break;
    case ast.TryStar_kind:
      tryStarStatement(c, s);
      break;
    case ast.With_kind:
      withStatement(c, s, 0);
      break;
    case ast.AsyncWith_kind:
      asyncWithStatement(c, s, 0);
      break;
    case ast.AsyncFor_kind:
      asyncForLoop(c, s);
      break;
  }
  unit.inConditionalBlock--;
}

/** The text of a body's docstring; only to be asked when the symbol table says that there is one. */
export function docstringOf(body: readonly ast.stmt[]): ast.Constant {
  return (body[0] as ast.Expr).value as ast.Constant;
}

/** The constant that a docstring becomes. */
export function cleanDocConst(docstring: ast.Constant): string {
  return cleanDocText(docstring.value as TextConst);
}

/** A module's or class's statements, with its docstring and its annotations. */
export function visitBody(c: Compiler, location: Location, body: readonly ast.stmt[], isInteractive: boolean): void {
  const futureAnnotations = (c.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  if (futureAnnotations && c.ste.annotationsUsed) c.op(location, Op.SETUP_ANNOTATIONS);
  if (body.length === 0) return;
  let first = 0;
  if (!isInteractive && c.ste.hasDocstring) {
    first = 1;
    const docstring = docstringOf(body);
    c.loadConst(locationOf(docstring), cleanDocConst(docstring));
    nameOp(c, NO_LOCATION, "__doc__", ast.Store);
  }
  for (let i = first; i < body.length; i++) visitStatement(c, body[i]!);
  if (!futureAnnotations) processDeferredAnnotations(c, location);
}

/** A module's statements (also those of a line typed at the prompt). */
export function visitModule(c: Compiler, location: Location, body: readonly ast.stmt[], isInteractive: boolean): void {
  if (c.ste.hasConditionalAnnotations) {
    c.opArg(location, Op.BUILD_SET, 0);
    c.opArg(location, Op.STORE_NAME, indexOf(c.unit.metadata.names, "__conditional_annotations__"));
  }
  visitBody(c, location, body, isInteractive);
}

function expressionStatement(c: Compiler, s: ast.Expr): void {
  const value = s.value;
  if (c.interactiveTopLevel) {
    visitExpr(c, value);
    c.opArg(locationOf(s), Op.CALL_INTRINSIC_1, INTRINSIC_PRINT);
    c.op(NO_LOCATION, Op.POP_TOP);
  } else if (value.nodeKind === ast.Constant_kind) {
    c.op(locationOf(s), Op.NOP);
  } else {
    visitExpr(c, value);
    c.op(NO_LOCATION, Op.POP_TOP);
  }
}

function raise(c: Compiler, s: ast.Raise): void {
  let n = 0;
  if (s.exc !== null) {
    visitExpr(c, s.exc);
    n++;
    if (s.cause !== null) {
      visitExpr(c, s.cause);
      n++;
    }
  }
  c.opArg(locationOf(s), Op.RAISE_VARARGS, n);
}

function assertStatement(c: Compiler, s: ast.Assert): void {
  const location = locationOf(s);
  const test = s.test;
  if (
    (test.nodeKind === ast.Tuple_kind && test.elts.length > 0) ||
    (test.nodeKind === ast.Constant_kind && test.value instanceof TupleConst && test.value.items.length > 0)
  ) {
    c.warn(location, "assertion is always true, perhaps remove parentheses?");
  }
  if (c.optimize > 0) return;
  const end = c.newLabel();
  jumpIf(c, test, end, true);
  c.opArg(location, Op.LOAD_COMMON_CONSTANT, CONSTANT_ASSERTIONERROR);
  if (s.msg !== null) {
    visitExpr(c, s.msg);
    c.opArg(location, Op.CALL, 0);
  }
  c.opArg(locationOf(test), Op.RAISE_VARARGS, 1);
  c.useLabel(end);
}
