// Is a tree that Python code has put together one that the compiler can take? Mirrors _PyAST_Validate of Python/ast.c; the parser's
// own trees need no check. See docs/syntax-tree.md.
import { ComplexConst, type ConstValue, EllipsisConst, FloatConst, ForeignConst, FrozenSetConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { PythonError } from "../base/python-error.ts";
import * as ast from "./ast.generated.ts";

const invalid = (message: string): PythonError => new PythonError("ValueError", message);
const wrongType = (message: string): PythonError => new PythonError("TypeError", message);

/** Raises ValueError or TypeError for what is not a well-formed tree. */
export function validateTree(mod: ast.mod): void {
  switch (mod.nodeKind) {
    case ast.Module_kind:
    case ast.Interactive_kind:
      stmts(mod.body);
      break;
    case ast.Expression_kind:
      expr(mod.body, ast.Load);
      break;
    case ast.FunctionType_kind:
      exprs(mod.argtypes, ast.Load, false);
      expr(mod.returns, ast.Load);
  }
}

function positions(node: { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number }): void {
  const { lineno, col_offset: col, end_lineno: endLine, end_col_offset: endCol } = node;
  if (lineno > endLine) throw invalid(`AST node line range (${lineno}, ${endLine}) is not valid`);
  if ((lineno < 0 && endLine !== lineno) || (col < 0 && col !== endCol)) {
    throw invalid(`AST node column range (${col}, ${endCol}) for line range (${lineno}, ${endLine}) is not valid`);
  }
  if (lineno === endLine && col > endCol) throw invalid(`line ${lineno}, column ${col}-${endCol} is not a valid range`);
}

function nonEmpty(list: readonly unknown[], what: string, owner: string): void {
  if (list.length === 0) throw invalid(`empty ${what} on ${owner}`);
}

function name(id: string): void {
  if (id === "None" || id === "True" || id === "False") throw invalid(`identifier field can't represent '${id}' constant`);
}

function body(list: readonly ast.stmt[], owner: string): void {
  nonEmpty(list, "body", owner);
  stmts(list);
}

function stmts(list: readonly (ast.stmt | null)[]): void {
  for (const s of list) {
    if (s === null) throw invalid("None disallowed in statement list");
    stmt(s);
  }
}

function exprs(list: readonly (ast.expr | null)[], ctx: ast.expr_context_kind, nullOk: boolean): void {
  for (const e of list) {
    if (e !== null) expr(e, ctx);
    else if (!nullOk) throw invalid("None disallowed in expression list");
  }
}

function optional(e: ast.expr | null): void {
  if (e !== null) expr(e, ast.Load);
}

function typeParams(list: readonly ast.type_param[]): void {
  for (const p of list) {
    positions(p);
    name(p.name);
    if (p.nodeKind === ast.TypeVar_kind) optional(p.bound);
    optional(p.default_value);
  }
}

function args(list: readonly ast.arg[]): void {
  for (const a of list) arg(a);
}

function arg(a: ast.arg): void {
  positions(a);
  optional(a.annotation);
}

function argumentList(a: ast.arguments_): void {
  args(a.posonlyargs);
  args(a.args);
  if (a.vararg !== null) optional(a.vararg.annotation);
  args(a.kwonlyargs);
  if (a.kwarg !== null) optional(a.kwarg.annotation);
  if (a.defaults.length > a.posonlyargs.length + a.args.length) throw invalid("more positional defaults than args on arguments");
  if (a.kw_defaults.length !== a.kwonlyargs.length) throw invalid("length of kwonlyargs is not the same as kw_defaults on arguments");
  exprs(a.defaults, ast.Load, false);
  exprs(a.kw_defaults, ast.Load, true);
}

function keywords(list: readonly ast.keyword[]): void {
  for (const k of list) expr(k.value, ast.Load);
}

function generators(list: readonly ast.comprehension[]): void {
  if (list.length === 0) throw invalid("comprehension with no generators");
  for (const g of list) {
    expr(g.target, ast.Store);
    expr(g.iter, ast.Load);
    exprs(g.ifs, ast.Load, false);
  }
}

function stmt(s: ast.stmt): void {
  positions(s);
  switch (s.nodeKind) {
    case ast.FunctionDef_kind:
    case ast.AsyncFunctionDef_kind:
      name(s.name);
      body(s.body, s.nodeKind === ast.FunctionDef_kind ? "FunctionDef" : "AsyncFunctionDef");
      typeParams(s.type_params);
      argumentList(s.args);
      exprs(s.decorator_list, ast.Load, false);
      optional(s.returns);
      break;
    case ast.ClassDef_kind:
      name(s.name);
      body(s.body, "ClassDef");
      typeParams(s.type_params);
      exprs(s.bases, ast.Load, false);
      keywords(s.keywords);
      exprs(s.decorator_list, ast.Load, false);
      break;
    case ast.Return_kind:
      optional(s.value);
      break;
    case ast.Delete_kind:
      nonEmpty(s.targets, "targets", "Delete");
      exprs(s.targets, ast.Del, false);
      break;
    case ast.Assign_kind:
      nonEmpty(s.targets, "targets", "Assign");
      exprs(s.targets, ast.Store, false);
      expr(s.value, ast.Load);
      break;
    case ast.AugAssign_kind:
      expr(s.target, ast.Store);
      expr(s.value, ast.Load);
      break;
    case ast.AnnAssign_kind:
      if (s.target.nodeKind !== ast.Name_kind && s.simple !== 0) throw wrongType("AnnAssign with simple non-Name target");
      expr(s.target, ast.Store);
      optional(s.value);
      expr(s.annotation, ast.Load);
      break;
    case ast.TypeAlias_kind:
      if (s.name.nodeKind !== ast.Name_kind) throw wrongType("TypeAlias with non-Name name");
      expr(s.name, ast.Store);
      typeParams(s.type_params);
      expr(s.value, ast.Load);
      break;
    case ast.For_kind:
    case ast.AsyncFor_kind:
      expr(s.target, ast.Store);
      expr(s.iter, ast.Load);
      body(s.body, s.nodeKind === ast.For_kind ? "For" : "AsyncFor");
      stmts(s.orelse);
      break;
    case ast.While_kind:
    case ast.If_kind:
      expr(s.test, ast.Load);
      body(s.body, s.nodeKind === ast.While_kind ? "While" : "If");
      stmts(s.orelse);
      break;
    case ast.With_kind:
    case ast.AsyncWith_kind: {
      const owner = s.nodeKind === ast.With_kind ? "With" : "AsyncWith";
      nonEmpty(s.items, "items", owner);
      for (const item of s.items) {
        expr(item.context_expr, ast.Load);
        if (item.optional_vars !== null) expr(item.optional_vars, ast.Store);
      }
      body(s.body, owner);
      break;
    }
    case ast.Match_kind:
      expr(s.subject, ast.Load);
      nonEmpty(s.cases, "cases", "Match");
      for (const c of s.cases) {
        pattern(c.pattern, false);
        optional(c.guard);
        body(c.body, "match_case");
      }
      break;
    case ast.Raise_kind:
      if (s.exc === null && s.cause !== null) throw invalid("Raise with cause but no exception");
      optional(s.exc);
      optional(s.cause);
      break;
    case ast.Try_kind:
    case ast.TryStar_kind:
      tryStatement(s, s.nodeKind === ast.Try_kind ? "Try" : "TryStar");
      break;
    case ast.Assert_kind:
      expr(s.test, ast.Load);
      optional(s.msg);
      break;
    case ast.Import_kind:
      nonEmpty(s.names, "names", "Import");
      aliases(s.names);
      break;
    case ast.ImportFrom_kind:
      if (s.level !== null && s.level < 0) throw invalid("Negative ImportFrom level");
      nonEmpty(s.names, "names", "ImportFrom");
      aliases(s.names);
      break;
    case ast.Global_kind:
      nonEmpty(s.names, "names", "Global");
      break;
    case ast.Nonlocal_kind:
      nonEmpty(s.names, "names", "Nonlocal");
      break;
    case ast.Expr_kind:
      expr(s.value, ast.Load);
  }
}

function aliases(list: readonly ast.alias[]): void {
  for (const a of list) name(a.asname ?? a.name);
}

function tryStatement(s: ast.Try | ast.TryStar, owner: string): void {
  body(s.body, owner);
  if (s.handlers.length === 0) {
    if (s.finalbody.length === 0) throw invalid(`${owner} has neither except handlers nor finalbody`);
    if (s.orelse.length > 0) throw invalid(`${owner} has orelse but no except handlers`);
  }
  for (const handler of s.handlers) {
    positions(handler);
    if (handler.name !== null && s.nodeKind === ast.Try_kind) name(handler.name);
    optional(handler.type);
    body(handler.body, "ExceptHandler");
  }
  stmts(s.finalbody);
  stmts(s.orelse);
}

function contextOf(e: ast.expr): ast.expr_context_kind | 0 {
  switch (e.nodeKind) {
    case ast.Attribute_kind:
    case ast.Subscript_kind:
    case ast.Starred_kind:
    case ast.Name_kind:
    case ast.List_kind:
    case ast.Tuple_kind:
      return e.ctx;
  }
  return 0;
}

function expr(e: ast.expr, ctx: ast.expr_context_kind): void {
  positions(e);
  if (e.nodeKind === ast.Name_kind) name(e.id);
  const actual = contextOf(e);
  if (actual === 0) {
    if (ctx !== ast.Load) throw invalid(`expression which can't be assigned to in ${ast.expr_context_names[ctx]!} context`);
  } else if (actual !== ctx) {
    throw invalid(`expression must have ${ast.expr_context_names[ctx]!} context but has ${ast.expr_context_names[actual]!} instead`);
  }
  switch (e.nodeKind) {
    case ast.BoolOp_kind:
      if (e.values.length < 2) throw invalid("BoolOp with less than 2 values");
      exprs(e.values, ast.Load, false);
      break;
    case ast.BinOp_kind:
      expr(e.left, ast.Load);
      expr(e.right, ast.Load);
      break;
    case ast.UnaryOp_kind:
      expr(e.operand, ast.Load);
      break;
    case ast.Lambda_kind:
      argumentList(e.args);
      expr(e.body, ast.Load);
      break;
    case ast.IfExp_kind:
      expr(e.test, ast.Load);
      expr(e.body, ast.Load);
      expr(e.orelse, ast.Load);
      break;
    case ast.Dict_kind:
      if (e.keys.length !== e.values.length) throw invalid("Dict doesn't have the same number of keys as values");
      exprs(e.keys, ast.Load, true);
      exprs(e.values, ast.Load, false);
      break;
    case ast.Set_kind:
      exprs(e.elts, ast.Load, false);
      break;
    case ast.ListComp_kind:
    case ast.SetComp_kind:
    case ast.GeneratorExp_kind:
      generators(e.generators);
      expr(e.elt, ast.Load);
      break;
    case ast.DictComp_kind:
      generators(e.generators);
      expr(e.key, ast.Load);
      expr(e.value, ast.Load);
      break;
    case ast.Yield_kind:
      optional(e.value);
      break;
    case ast.YieldFrom_kind:
    case ast.Await_kind:
    case ast.Attribute_kind:
      expr(e.value, ast.Load);
      break;
    case ast.Compare_kind:
      if (e.comparators.length === 0) throw invalid("Compare with no comparators");
      if (e.comparators.length !== e.ops.length) throw invalid("Compare has a different number of comparators and operands");
      exprs(e.comparators, ast.Load, false);
      expr(e.left, ast.Load);
      break;
    case ast.Call_kind:
      expr(e.func, ast.Load);
      exprs(e.args, ast.Load, false);
      keywords(e.keywords);
      break;
    case ast.Constant_kind:
      constant(e.value);
      break;
    case ast.JoinedStr_kind:
    case ast.TemplateStr_kind:
      exprs(e.values, ast.Load, false);
      break;
    case ast.FormattedValue_kind:
      expr(e.value, ast.Load);
      optional(e.format_spec);
      break;
    case ast.Interpolation_kind:
      expr(e.value, ast.Load);
      optional(e.format_spec);
      break;
    case ast.Subscript_kind:
      expr(e.slice, ast.Load);
      expr(e.value, ast.Load);
      break;
    case ast.Starred_kind:
      expr(e.value, ctx);
      break;
    case ast.List_kind:
    case ast.Tuple_kind:
      exprs(e.elts, ctx, false);
      break;
    case ast.NamedExpr_kind:
      if (e.target.nodeKind !== ast.Name_kind) throw wrongType("NamedExpr target must be a Name");
      expr(e.value, ast.Load);
      break;
    case ast.Slice_kind:
      optional(e.lower);
      optional(e.upper);
      optional(e.step);
  }
}

/** Raises TypeError for a Constant, or an item of one, that no literal could be. */
function constant(value: ConstValue): void {
  const foreign = foreignIn(value);
  if (foreign !== undefined) throw wrongType(`got an invalid type in Constant: ${foreign.typeName}`);
}

function foreignIn(value: unknown): ForeignConst | undefined {
  if (value instanceof ForeignConst) return value;
  if (value instanceof TupleConst || value instanceof FrozenSetConst) {
    for (const item of value.items) {
      const found = foreignIn(item);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const isReal = (value: ConstValue): boolean => typeof value === "number" || typeof value === "bigint" || value instanceof FloatConst;

function isNumber(e: ast.expr, real: boolean, imaginary: boolean): boolean {
  return e.nodeKind === ast.Constant_kind && ((real && isReal(e.value)) || (imaginary && e.value instanceof ComplexConst));
}

function isNegative(e: ast.expr, real: boolean, imaginary: boolean): boolean {
  return e.nodeKind === ast.UnaryOp_kind && e.op === ast.USub && isNumber(e.operand, real, imaginary);
}

function isComplexLiteral(e: ast.BinOp): boolean {
  if (e.op !== ast.Add && e.op !== ast.Sub) return false;
  return (isNumber(e.left, true, false) || isNegative(e.left, true, false)) && isNumber(e.right, false, true);
}

function matchValue(e: ast.expr): void {
  expr(e, ast.Load);
  switch (e.nodeKind) {
    case ast.Constant_kind: {
      const value = e.value;
      if (isReal(value) || value instanceof ComplexConst || typeof value === "string" || value instanceof SurrogateText || value instanceof Uint8Array) return;
      throw invalid("unexpected constant inside of a literal pattern");
    }
    case ast.Attribute_kind:
    case ast.JoinedStr_kind:
    case ast.TemplateStr_kind:
      return;
    case ast.UnaryOp_kind:
      if (isNegative(e, true, true)) return;
      break;
    case ast.BinOp_kind:
      if (isComplexLiteral(e)) return;
  }
  throw invalid("patterns may only match literals and attribute lookups");
}

function capture(id: string): void {
  if (id === "_") throw invalid("can't capture name '_' in patterns");
  name(id);
}

function patterns(list: readonly ast.pattern[], starOk: boolean): void {
  for (const p of list) pattern(p, starOk);
}

const isSingleton = (value: ConstValue): boolean => value === null || typeof value === "boolean";

function pattern(p: ast.pattern, starOk: boolean): void {
  positions(p);
  switch (p.nodeKind) {
    case ast.MatchValue_kind:
      matchValue(p.value);
      break;
    case ast.MatchSingleton_kind:
      if (!isSingleton(p.value) || p.value instanceof EllipsisConst) throw invalid("MatchSingleton can only contain True, False and None");
      break;
    case ast.MatchSequence_kind:
      patterns(p.patterns, true);
      break;
    case ast.MatchMapping_kind:
      if (p.keys.length !== p.patterns.length) throw invalid("MatchMapping doesn't have the same number of keys as patterns");
      if (p.rest !== null) capture(p.rest);
      for (const key of p.keys) {
        if (key.nodeKind === ast.Constant_kind && isSingleton(key.value)) continue;
        matchValue(key);
      }
      patterns(p.patterns, false);
      break;
    case ast.MatchClass_kind: {
      if (p.kwd_attrs.length !== p.kwd_patterns.length) throw invalid("MatchClass doesn't have the same number of keyword attributes as patterns");
      expr(p.cls, ast.Load);
      let cls = p.cls;
      while (cls.nodeKind === ast.Attribute_kind) cls = cls.value;
      if (cls.nodeKind !== ast.Name_kind) throw invalid("MatchClass cls field can only contain Name or Attribute nodes.");
      for (const attr of p.kwd_attrs) name(attr);
      patterns(p.patterns, false);
      patterns(p.kwd_patterns, false);
      break;
    }
    case ast.MatchStar_kind:
      if (!starOk) throw invalid("can't use MatchStar here");
      if (p.name !== null) capture(p.name);
      break;
    case ast.MatchAs_kind:
      if (p.name !== null) capture(p.name);
      if (p.pattern === null) break;
      if (p.name === null) throw invalid("MatchAs must specify a target name if a pattern is given");
      pattern(p.pattern, false);
      break;
    case ast.MatchOr_kind:
      if (p.patterns.length < 2) throw invalid("MatchOr requires at least 2 patterns");
      patterns(p.patterns, false);
  }
}
