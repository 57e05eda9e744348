// Functions, lambdas, decorators, defaults, closures. Mirrors codegen_function and codegen_make_closure of Python/codegen.c.
// See docs/compiler.md.
import { CO_FAST_FREE, type CodeUnit } from "../../bytecode/code-unit.ts";
import {
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  MAKE_FUNCTION_ANNOTATE,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_DEFAULTS,
  MAKE_FUNCTION_KWDEFAULTS,
} from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LABEL, NO_LOCATION, type Location } from "../instruction.ts";
import { functionAnnotations } from "./annotations.ts";
import {
  SCOPE_ANNOTATIONS,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_FUNCTION,
  SCOPE_LAMBDA,
  locationOf,
  type Compiler,
} from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { STOP_ITERATION, popFrameBlock, pushFrameBlock } from "./frame-blocks.ts";
import { wrapInStopIterationHandler } from "./generators.ts";
import { nameOp } from "./names.ts";
import { cleanDocConst, docstringOf, visitStatement } from "./statements.ts";
import { typeParams } from "./type-params.ts";

/** Makes a function of a code object, its closure being taken from the current unit; `flags` tell what stands on the stack. */
export function makeClosure(c: Compiler, location: Location, code: CodeUnit, flags: number): void {
  const kinds = code.localspluskinds;
  let nfree = 0;
  for (let i = kinds.length - 1; i >= 0 && (kinds[i]! & CO_FAST_FREE) !== 0; i--) nfree++;
  if (nfree > 0) {
    for (let i = kinds.length - nfree; i < kinds.length; i++) {
      c.opArg(location, Op.LOAD_CLOSURE, c.lookupArg(code.localsplusnames[i]!, code));
    }
    flags |= MAKE_FUNCTION_CLOSURE;
    c.opArg(location, Op.BUILD_TUPLE, nfree);
  }
  c.loadConst(location, code);
  c.op(location, Op.MAKE_FUNCTION);
  if (flags === 0) return;
  setFunctionAttribute(c, location, flags & MAKE_FUNCTION_CLOSURE);
  setFunctionAttribute(c, location, flags & MAKE_FUNCTION_ANNOTATIONS);
  setFunctionAttribute(c, location, flags & MAKE_FUNCTION_ANNOTATE);
  setFunctionAttribute(c, location, flags & MAKE_FUNCTION_KWDEFAULTS);
  setFunctionAttribute(c, location, flags & MAKE_FUNCTION_DEFAULTS);
}

function setFunctionAttribute(c: Compiler, location: Location, flag: number): void {
  if (flag !== 0) c.opArg(location, Op.SET_FUNCTION_ATTRIBUTE, flag);
}

export function applyDecorators(c: Compiler, decorators: readonly ast.expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.opArg(locationOf(decorators[i]!), Op.CALL, 0);
}

/** Pushes the tuple and the dict of default values; returns the MAKE_FUNCTION_* flags of what was pushed. */
function defaultArguments(c: Compiler, location: Location, args: ast.arguments_): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    visitExprs(c, args.defaults);
    c.opArg(location, Op.BUILD_TUPLE, args.defaults.length);
    flags |= MAKE_FUNCTION_DEFAULTS;
  }
  let count = 0;
  for (let i = 0; i < args.kwonlyargs.length; i++) {
    const value = args.kw_defaults[i];
    if (value === null || value === undefined) continue;
    count++;
    c.loadConst(location, c.maybeMangle(args.kwonlyargs[i]!.arg));
    visitExpr(c, value);
  }
  if (count > 0) {
    c.opArg(location, Op.BUILD_MAP, count);
    flags |= MAKE_FUNCTION_KWDEFAULTS;
  }
  return flags;
}

/** The first line of a decorated statement is its first decorator's. */
export function firstLineOf(s: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): number {
  return s.decorator_list.length > 0 ? s.decorator_list[0]!.lineno : s.lineno;
}

export function functionDef(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  visitExprs(c, s.decorator_list);
  const firstlineno = firstLineOf(s);
  const location = locationOf(s);
  const isGeneric = s.type_params.length > 0;
  let flags = defaultArguments(c, location, s.args);
  let passed = 0;
  if (isGeneric) {
    // default values are computed out here and handed to the function that holds the type parameters
    if ((flags & MAKE_FUNCTION_DEFAULTS) !== 0) passed++;
    if ((flags & MAKE_FUNCTION_KWDEFAULTS) !== 0) passed++;
    if (passed === 2) c.opArg(location, Op.SWAP, 2);
    const ste = c.symtable.lookup(s.type_params);
    c.enterScope(`<generic parameters of ${s.name}>`, SCOPE_ANNOTATIONS, ste, firstlineno, null, passed, 0, 0);
    typeParams(c, s.type_params);
    for (let i = 0; i < passed; i++) c.opArg(location, Op.LOAD_FAST, i);
  }
  flags |= functionAnnotations(c, location, s.args, s.returns);
  functionBody(c, s, flags, firstlineno);
  if (isGeneric) {
    c.opArg(location, Op.SWAP, 2);
    c.opArg(location, Op.CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
    const code = c.assemble(false);
    c.exitScope();
    makeClosure(c, location, code, 0);
    if (passed > 0) {
      c.opArg(location, Op.SWAP, passed + 1);
      c.opArg(location, Op.CALL, passed - 1);
    } else {
      c.op(location, Op.PUSH_NULL);
      c.opArg(location, Op.CALL, 0);
    }
  }
  applyDecorators(c, s.decorator_list);
  nameOp(c, location, s.name, ast.Store);
}

function functionBody(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef, flags: number, firstlineno: number): void {
  const args = s.args;
  const scopeType = s.nodeKind === ast.AsyncFunctionDef_kind ? SCOPE_ASYNC_FUNCTION : SCOPE_FUNCTION;
  const ste = c.symtable.lookup(s);
  const { length: argcount } = args.args;
  c.enterScope(s.name, scopeType, ste, firstlineno, null, argcount, args.posonlyargs.length, args.kwonlyargs.length);
  let first = 0;
  if (ste.hasDocstring) {
    first = 1;
    c.unit.consts.add(cleanDocConst(docstringOf(s.body)));
  }
  const start = c.newLabel();
  c.useLabel(start);
  const isGenerator = ste.coroutine || ste.generator;
  if (isGenerator) pushFrameBlock(c, NO_LOCATION, STOP_ITERATION, start, NO_LABEL);
  for (let i = first; i < s.body.length; i++) visitStatement(c, s.body[i]!);
  if (isGenerator) {
    wrapInStopIterationHandler(c);
    popFrameBlock(c);
  }
  const code = c.assemble(true);
  c.exitScope();
  makeClosure(c, locationOf(s), code, flags);
}

export function lambda(c: Compiler, e: ast.Lambda): void {
  const args = e.args;
  const location = locationOf(e);
  const flags = defaultArguments(c, location, args);
  const ste = c.symtable.lookup(e);
  const { length: argcount } = args.args;
  c.enterScope("<lambda>", SCOPE_LAMBDA, ste, e.lineno, null, argcount, args.posonlyargs.length, args.kwonlyargs.length);
  visitExpr(c, e.body);
  if (!ste.generator) c.op(locationOf(e.body), Op.RETURN_VALUE);
  const code = c.assemble(!ste.generator);
  c.exitScope();
  makeClosure(c, location, code, flags);
}
