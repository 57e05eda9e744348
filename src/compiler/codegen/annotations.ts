// Annotations (PEP 649, PEP 749): __annotate__ functions of modules, classes and functions, conditional annotations, and
// annotations kept as text under `from __future__ import annotations`. Mirrors Python/codegen.c. See docs/compiler.md.
import {
  COMPARE_GT,
  COMPARISON_GREATER_THAN,
  CONSTANT_NOTIMPLEMENTEDERROR,
  MAKE_FUNCTION_ANNOTATE,
} from "../../bytecode/opargs.ts";
import type { CodeUnit } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { unparseExpr } from "../../syntax/unparse.ts";
import { CO_FUTURE_ANNOTATIONS } from "../future.ts";
import type { Location } from "../instruction.ts";
import { ClassBlock, type SymtableEntry } from "../symtable/entry.ts";
import { SCOPE_ANNOTATIONS, SCOPE_CLASS, SCOPE_MODULE, indexOf, locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { makeClosure } from "./functions.ts";
import { nameOp } from "./names.ts";

/** annotationlib.Format.VALUE_WITH_FAKE_GLOBALS: the highest format that generated functions answer. */
const VALUE_WITH_FAKE_GLOBALS = 2;
const CONDITIONAL_ANNOTATIONS = "__conditional_annotations__";

/** Starts a function of one parameter, the format, which raises NotImplementedError for formats it does not know. */
export function setupAnnotationsScope(c: Compiler, location: Location, ste: SymtableEntry, name: string): void {
  c.enterScope(name, SCOPE_ANNOTATIONS, ste, location.lineno, null, 0, 1, 0);
  c.opArg(location, Op.LOAD_FAST, 0);
  c.loadConst(location, VALUE_WITH_FAKE_GLOBALS);
  c.opArg(location, Op.COMPARE_OP, (COMPARE_GT << 5) | COMPARISON_GREATER_THAN);
  const body = c.newLabel();
  c.jump(location, Op.POP_JUMP_IF_FALSE, body);
  c.opArg(location, Op.LOAD_COMMON_CONSTANT, CONSTANT_NOTIMPLEMENTEDERROR);
  c.opArg(location, Op.RAISE_VARARGS, 1);
  c.useLabel(body);
}

/** Ends __annotate__ and makes the function. */
export function leaveAnnotationsScope(c: Compiler, location: Location): void {
  c.op(location, Op.RETURN_VALUE);
  const code = renameFormat(c.assemble(true));
  c.exitScope();
  makeClosure(c, location, code, 0);
}

/** The parameter is `.format` while compiling, lest it hide a variable of that name, but is to be seen as `format`. */
function renameFormat(code: CodeUnit): CodeUnit {
  const names = code.localsplusnames.slice();
  names[0] = "format";
  return { ...code, localsplusnames: names };
}

/** Notes an annotation for __annotate__. Returns its index when it may not be executed, else -1. */
export function addDeferredAnnotation(c: Compiler, s: ast.AnnAssign): number {
  const unit = c.unit;
  (unit.deferredAnnotations ??= []).push(s);
  let index = -1;
  if (unit.scopeType === SCOPE_MODULE || unit.inConditionalBlock > 0) index = unit.nextConditionalAnnotationIndex++;
  unit.conditionalAnnotationIndices.push(index);
  return index;
}

/** Loads the set of executed annotations within the module or class body itself. */
export function loadConditionalAnnotations(c: Compiler, location: Location): void {
  const metadata = c.unit.metadata;
  const cell = indexOf(metadata.cellvars, CONDITIONAL_ANNOTATIONS);
  if (c.unit.scopeType === SCOPE_CLASS) c.opArg(location, Op.LOAD_DEREF, cell);
  else c.opArg(location, Op.LOAD_NAME, indexOf(metadata.names, CONDITIONAL_ANNOTATIONS));
}

/** Generates __annotate__ of a module or class whose body is complete. */
export function processDeferredAnnotations(c: Compiler, location: Location): void {
  const unit = c.unit;
  const deferred = unit.deferredAnnotations;
  if (deferred === null) return;
  const ste = c.ste;
  const block = ste.annotationBlock!;
  const isModule = unit.scopeType === SCOPE_MODULE;
  const body = isModule ? c.startAnnotationSetup() : null;
  setupAnnotationsScope(c, location, block, block.name);
  deferredAnnotationsBody(c, location, deferred, unit.conditionalAnnotationIndices, unit.scopeType);
  leaveAnnotationsScope(c, location);
  nameOp(c, location, ste.type === ClassBlock ? "__annotate_func__" : "__annotate__", ast.Store);
  if (body !== null) c.endAnnotationSetup(body);
}

function deferredAnnotationsBody(
  c: Compiler,
  location: Location,
  deferred: readonly ast.AnnAssign[],
  indices: readonly number[],
  scopeType: number,
): void {
  c.opArg(location, Op.BUILD_MAP, 0);
  for (let i = 0; i < deferred.length; i++) {
    const s = deferred[i]!;
    const index = indices[i]!;
    const here = locationOf(s);
    const name = c.mangle((s.target as ast.Name).id);
    const notSet = c.newLabel();
    if (index !== -1) {
      const metadata = c.unit.metadata;
      c.loadConst(here, index);
      if (scopeType === SCOPE_CLASS) c.opArg(here, Op.LOAD_DEREF, indexOf(metadata.freevars, CONDITIONAL_ANNOTATIONS));
      else c.opArg(here, Op.LOAD_GLOBAL, indexOf(metadata.names, CONDITIONAL_ANNOTATIONS) << 1);
      c.opArg(here, Op.CONTAINS_OP, 0);
      c.jump(here, Op.POP_JUMP_IF_FALSE, notSet);
    }
    visitExpr(c, s.annotation);
    c.opArg(here, Op.COPY, 2);
    c.loadConst(here, name);
    c.op(location, Op.STORE_SUBSCR);
    c.useLabel(notSet);
  }
}

/** The text of an annotation under `from __future__ import annotations`. */
export function annotationText(annotation: ast.expr): string {
  return unparseExpr(annotation);
}

/** Generates __annotate__ of a function, when it has annotations. Returns the function attribute to set, or 0. */
export function functionAnnotations(c: Compiler, location: Location, args: ast.arguments_, returns: ast.expr | null): number {
  const ste = c.symtable.lookup(args);
  if (!ste.annotationsUsed) return 0;
  setupAnnotationsScope(c, location, ste, ste.name);
  let count = argAnnotations(c, location, args.args) + argAnnotations(c, location, args.posonlyargs);
  if (args.vararg !== null) count += argAnnotation(c, location, args.vararg.arg, args.vararg.annotation);
  count += argAnnotations(c, location, args.kwonlyargs);
  if (args.kwarg !== null) count += argAnnotation(c, location, args.kwarg.arg, args.kwarg.annotation);
  count += argAnnotation(c, location, "return", returns);
  c.opArg(location, Op.BUILD_MAP, count);
  leaveAnnotationsScope(c, location);
  return MAKE_FUNCTION_ANNOTATE;
}

function argAnnotations(c: Compiler, location: Location, args: readonly ast.arg[]): number {
  let count = 0;
  for (const arg of args) count += argAnnotation(c, location, arg.arg, arg.annotation);
  return count;
}

function argAnnotation(c: Compiler, location: Location, name: string, annotation: ast.expr | null): number {
  if (annotation === null) return 0;
  c.loadConst(location, c.maybeMangle(name));
  if ((c.flags & CO_FUTURE_ANNOTATIONS) !== 0) c.loadConst(locationOf(annotation), annotationText(annotation));
  else if (annotation.nodeKind === ast.Starred_kind) {
    // *args: *Ts
    visitExpr(c, annotation.value);
    c.opArg(location, Op.UNPACK_SEQUENCE, 1);
  } else visitExpr(c, annotation);
  return 1;
}
