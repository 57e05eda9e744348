// Class statements. Mirrors codegen_class of Python/codegen.c. See docs/compiler.md.
import { TupleConst } from "../../base/constant.ts";
import { INTRINSIC_SUBSCRIPT_GENERIC } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Location } from "../instruction.ts";
import { callHelper } from "./calls.ts";
import { SCOPE_ANNOTATIONS, SCOPE_CLASS, indexOf, locationOf, type Compiler } from "./compiler.ts";
import { visitExprs } from "./expressions.ts";
import { applyDecorators, firstLineOf, makeClosure } from "./functions.ts";
import { nameOp } from "./names.ts";
import { visitBody } from "./statements.ts";
import { sortByCodePoints } from "./text.ts";
import { typeParams } from "./type-params.ts";

export function classDef(c: Compiler, s: ast.ClassDef): void {
  visitExprs(c, s.decorator_list);
  const firstlineno = firstLineOf(s);
  const location = locationOf(s);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    const ste = c.symtable.lookup(s.type_params);
    c.enterScope(`<generic parameters of ${s.name}>`, SCOPE_ANNOTATIONS, ste, firstlineno, s.name, 0, 0, 0);
    typeParams(c, s.type_params);
    nameOp(c, location, ".type_params", ast.Store);
  }
  classBody(c, s, firstlineno);
  if (isGeneric) {
    nameOp(c, location, ".type_params", ast.Load);
    c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
    nameOp(c, location, ".generic_base", ast.Store);
    callHelper(c, location, 2, s.bases, ".generic_base", s.keywords);
    const code = c.assemble(false);
    c.exitScope();
    makeClosure(c, location, code, 0);
    c.op(location, Op.PUSH_NULL);
    c.opArg(location, Op.CALL, 0);
  } else {
    callHelper(c, location, 2, s.bases, null, s.keywords);
  }
  applyDecorators(c, s.decorator_list);
  nameOp(c, location, s.name, ast.Store);
}

/** Compiles the body into a function and pushes what __build_class__ takes first: the function and the name. */
function classBody(c: Compiler, s: ast.ClassDef, firstlineno: number): void {
  const ste = c.symtable.lookup(s);
  c.enterScope(s.name, SCOPE_CLASS, ste, firstlineno, s.name, 0, 0, 0);
  const start: Location = { lineno: firstlineno, endLineno: firstlineno, col: 0, endCol: 0 };
  const metadata = c.unit.metadata;
  nameOp(c, start, "__name__", ast.Load);
  nameOp(c, start, "__module__", ast.Store);
  c.loadConst(start, metadata.qualname);
  nameOp(c, start, "__qualname__", ast.Store);
  c.loadConst(start, firstlineno);
  nameOp(c, start, "__firstlineno__", ast.Store);
  if (s.type_params.length > 0) {
    nameOp(c, start, ".type_params", ast.Load);
    nameOp(c, start, "__type_params__", ast.Store);
  }
  if (ste.needsClassdict) {
    c.op(start, Op.LOAD_LOCALS);
    c.opArg(start, Op.STORE_DEREF, indexOf(metadata.cellvars, "__classdict__"));
  }
  if (ste.hasConditionalAnnotations) {
    c.opArg(start, Op.BUILD_SET, 0);
    c.opArg(start, Op.STORE_DEREF, indexOf(metadata.cellvars, "__conditional_annotations__"));
  }
  visitBody(c, start, s.body, false);
  c.loadConst(NO_LOCATION, new TupleConst(sortByCodePoints([...c.unit.staticAttributes!])));
  nameOp(c, NO_LOCATION, "__static_attributes__", ast.Store);
  if (ste.needsClassdict) {
    c.opArg(NO_LOCATION, Op.LOAD_CLOSURE, metadata.cellvars.get("__classdict__")!);
    nameOp(c, NO_LOCATION, "__classdictcell__", ast.Store);
  }
  if (ste.needsClassClosure) {
    // the body returns the cell of __class__
    c.opArg(NO_LOCATION, Op.LOAD_CLOSURE, metadata.cellvars.get("__class__")!);
    c.opArg(NO_LOCATION, Op.COPY, 1);
    nameOp(c, NO_LOCATION, "__classcell__", ast.Store);
  } else c.loadConst(NO_LOCATION, null);
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  const code = c.assemble(true);
  c.exitScope();
  const location = locationOf(s);
  c.op(location, Op.LOAD_BUILD_CLASS);
  c.op(location, Op.PUSH_NULL);
  makeClosure(c, location, code, 0);
  c.loadConst(location, s.name);
}
