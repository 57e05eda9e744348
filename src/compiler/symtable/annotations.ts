// First pass: annotation scopes (PEP 649) and type parameters (PEP 695, 696). Mirrors the corresponding visitors of
// Python/symtable.c. See docs/compiler-symtable.md.
import * as ast from "../../syntax/ast.generated.ts";
import type { SymtableBuilder } from "./builder.ts";
import {
  AnnotationBlock,
  ClassBlock,
  DEF_LOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeParametersBlock,
  TypeVariableBlock,
  USE,
} from "./entry.ts";
import type { SourceRange } from "./entry.ts";
import { visitExpr } from "./expressions.ts";

/** Visits the annotation of a variable: it belongs to the `__annotate__` block of the current block. */
export function visitAnnotation(st: SymtableBuilder, annotation: ast.expr): void {
  const parent = st.cur;
  // annotations of a function's variables are never evaluated
  const unevaluated = parent.type === FunctionBlock;
  // a module may run in part only, so there every annotation is conditional
  if (
    ((parent.type === ClassBlock && parent.inConditionalBlock) || parent.type === ModuleBlock) &&
    !parent.hasConditionalAnnotations
  ) {
    parent.hasConditionalAnnotations = true;
    st.addUse("__conditional_annotations__", annotation);
  }
  if (parent.annotationBlock === null) {
    const entry = st.enterNewBlock(st.newEntry("__annotate__", AnnotationBlock, annotation));
    parent.annotationBlock = entry;
    if (parent.type === ClassBlock && !st.futureAnnotations) {
      // even when the class itself binds a variable of that name
      parent.needsClassdict = true;
      entry.canSeeClassScope = true;
      st.addUse("__classdict__", annotation);
    }
  } else {
    st.enterExistingBlock(parent.annotationBlock, false);
  }
  if (unevaluated) st.cur.inUnevaluatedAnnotation = true;
  visitExpr(st, annotation);
  if (unevaluated) st.cur.inUnevaluatedAnnotation = false;
  st.exitBlock();
}

/** Visits the annotations of a function's parameters and its return annotation, in the `__annotate__` block of the function. */
export function visitFunctionAnnotations(
  st: SymtableBuilder,
  statement: ast.FunctionDef | ast.AsyncFunctionDef,
  args: ast.arguments_,
  returns: ast.expr | null,
): void {
  const inClass = st.cur.canSeeClassScope || st.cur.type === ClassBlock;
  const entry = st.enterBlock("__annotate__", AnnotationBlock, args, statement);
  if (inClass) {
    entry.canSeeClassScope = true;
    st.addUse("__classdict__", statement);
  }
  visitArgumentAnnotations(st, args.posonlyargs);
  visitArgumentAnnotations(st, args.args);
  if (args.vararg !== null) visitOptionalAnnotation(st, args.vararg.annotation);
  if (args.kwarg !== null) visitOptionalAnnotation(st, args.kwarg.annotation);
  visitArgumentAnnotations(st, args.kwonlyargs);
  visitOptionalAnnotation(st, returns);
  st.exitBlock();
}

function visitArgumentAnnotations(st: SymtableBuilder, args: readonly ast.arg[]): void {
  for (let i = 0; i < args.length; i++) visitOptionalAnnotation(st, args[i]!.annotation);
}

function visitOptionalAnnotation(st: SymtableBuilder, annotation: ast.expr | null): void {
  if (annotation === null) return;
  st.cur.annotationsUsed = true;
  visitExpr(st, annotation);
}

/** Enters the block that holds the type parameters of a generic function (isFunction), class (isClass) or alias. */
export function enterTypeParamBlock(
  st: SymtableBuilder,
  name: string,
  typeParams: readonly ast.type_param[],
  args: ast.arguments_ | null,
  isClass: boolean,
  location: SourceRange,
): void {
  const inClass = st.cur.type === ClassBlock;
  const entry = st.enterBlock(name, TypeParametersBlock, typeParams, location);
  if (inClass) {
    entry.canSeeClassScope = true;
    st.addUse("__classdict__", location);
  }
  if (isClass) {
    st.addDef(".type_params", DEF_LOCAL | USE, location);
    st.addDef(".generic_base", DEF_LOCAL | USE, location);
  }
  if (args !== null) {
    // the parser makes a list of defaults for every function, so CPython always finds one
    st.addDef(".defaults", DEF_PARAM, location);
    if (args.kw_defaults.some((value) => value !== null)) st.addDef(".kwdefaults", DEF_PARAM, location);
  }
}

export function visitTypeParams(st: SymtableBuilder, typeParams: readonly ast.type_param[]): void {
  for (let i = 0; i < typeParams.length; i++) {
    const param = typeParams[i]!;
    st.addDef(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
    switch (param.nodeKind) {
      case ast.TypeVar_kind: {
        const bound = param.bound;
        const scopeInfo = bound !== null && bound.nodeKind === ast.Tuple_kind ? "a TypeVar constraint" : "a TypeVar bound";
        visitBoundOrDefault(st, bound, param, false, scopeInfo);
        visitBoundOrDefault(st, param.default_value, param, true, "a TypeVar default");
        break;
      }
      case ast.TypeVarTuple_kind:
        visitBoundOrDefault(st, param.default_value, param, false, "a TypeVarTuple default");
        break;
      case ast.ParamSpec_kind:
        visitBoundOrDefault(st, param.default_value, param, false, "a ParamSpec default");
        break;
    }
  }
}

function visitBoundOrDefault(
  st: SymtableBuilder,
  value: ast.expr | null,
  param: ast.type_param,
  isTypeVarDefault: boolean,
  scopeInfo: string,
): void {
  if (param.name === "__classdict__") {
    throw st.error(`reserved name '${param.name}' cannot be used for type parameter`, param);
  }
  if (value === null) return;
  const inClass = st.cur.canSeeClassScope;
  const entry = st.newEntry(param.name, TypeVariableBlock, value);
  (isTypeVarDefault ? st.typeVarDefaults : st.blocks).set(param, entry);
  st.enterNewBlock(entry);
  entry.canSeeClassScope = inClass;
  if (inClass) st.addUse("__classdict__", value);
  entry.scopeInfo = scopeInfo;
  visitExpr(st, value);
  st.exitBlock();
}
