// Type parameters and type aliases (PEP 695, PEP 696). Mirrors codegen_type_params of Python/codegen.c. See docs/compiler.md.
import { TupleConst } from "../../base/constant.ts";
import {
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SET_TYPEPARAM_DEFAULT,
  INTRINSIC_TYPEALIAS,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVARTUPLE,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  MAKE_FUNCTION_DEFAULTS,
} from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import type { SymtableEntry } from "../symtable/entry.ts";
import { setupAnnotationsScope } from "./annotations.ts";
import { SCOPE_ANNOTATIONS, locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { makeClosure } from "./functions.ts";
import { nameOp } from "./names.ts";

/** Pushes a function that evaluates a bound or default; its format parameter defaults to VALUE. */
function boundOrDefault(c: Compiler, e: ast.expr, name: string, ste: SymtableEntry, allowStarred: boolean): void {
  const location = locationOf(e);
  c.loadConst(location, new TupleConst([1]));
  setupAnnotationsScope(c, location, ste, name);
  if (allowStarred && e.nodeKind === ast.Starred_kind) {
    visitExpr(c, e.value);
    c.opArg(location, Op.UNPACK_SEQUENCE, 1);
  } else visitExpr(c, e);
  c.op(location, Op.RETURN_VALUE);
  const code = c.assemble(true);
  c.exitScope();
  makeClosure(c, location, code, MAKE_FUNCTION_DEFAULTS);
}

/** Binds each parameter and pushes the tuple of them. */
export function typeParams(c: Compiler, params: readonly ast.type_param[]): void {
  let seenDefault = false;
  for (const param of params) {
    const location = locationOf(param);
    c.loadConst(location, param.name);
    switch (param.nodeKind) {
      case ast.TypeVar_kind:
        if (param.bound !== null) {
          boundOrDefault(c, param.bound, param.name, c.symtable.lookup(param), false);
          const constrained = param.bound.nodeKind === ast.Tuple_kind;
          c.opArg(
            location,
            Op.CALL_INTRINSIC_2,
            constrained ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND,
          );
        } else c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_TYPEVAR);
        break;
      case ast.TypeVarTuple_kind:
        c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_TYPEVARTUPLE);
        break;
      case ast.ParamSpec_kind:
        c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_PARAMSPEC);
        break;
    }
    if (param.default_value !== null) {
      seenDefault = true;
      const isTypeVar = param.nodeKind === ast.TypeVar_kind;
      const ste = isTypeVar ? c.symtable.lookupTypeVarDefault(param) : c.symtable.lookup(param);
      boundOrDefault(c, param.default_value, param.name, ste, param.nodeKind === ast.TypeVarTuple_kind);
      c.opArg(location, Op.CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT);
    } else if (seenDefault) {
      throw c.error(location, `non-default type parameter '${param.name}' follows default type parameter`);
    }
    c.opArg(location, Op.COPY, 1);
    nameOp(c, location, param.name, ast.Store);
  }
  c.opArg(locationOf(params[0]!), Op.BUILD_TUPLE, params.length);
}

/** `type X[...] = value`. */
export function typeAlias(c: Compiler, s: ast.TypeAlias): void {
  const location = locationOf(s);
  const name = (s.name as ast.Name).id;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    const ste = c.symtable.lookup(s.type_params);
    c.enterScope(`<generic parameters of ${name}>`, SCOPE_ANNOTATIONS, ste, location.lineno, null, 0, 0, 0);
    c.loadConst(location, name);
    typeParams(c, s.type_params);
  } else {
    c.loadConst(location, name);
    c.loadConst(location, null);
  }
  aliasValue(c, s, name);
  if (isGeneric) {
    const code = c.assemble(false);
    c.exitScope();
    makeClosure(c, location, code, 0);
    c.op(location, Op.PUSH_NULL);
    c.opArg(location, Op.CALL, 0);
  }
  nameOp(c, location, name, ast.Store);
}

function aliasValue(c: Compiler, s: ast.TypeAlias, name: string): void {
  const location = locationOf(s);
  c.loadConst(location, new TupleConst([1]));
  setupAnnotationsScope(c, location, c.symtable.lookup(s), name);
  visitExpr(c, s.value);
  c.op(location, Op.RETURN_VALUE);
  const code = c.assemble(false);
  c.exitScope();
  makeClosure(c, location, code, MAKE_FUNCTION_DEFAULTS);
  c.opArg(location, Op.BUILD_TUPLE, 3);
  c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS);
}
