// First pass: statements and patterns. Mirrors symtable_visit_stmt and symtable_visit_pattern of Python/symtable.c.
// See docs/compiler-symtable.md.
import * as ast from "../../syntax/ast.generated.ts";
import { hasDocstring } from "../future.ts";
import { enterTypeParamBlock, visitAnnotation, visitFunctionAnnotations, visitTypeParams } from "./annotations.ts";
import type { SymtableBuilder } from "./builder.ts";
import {
  ClassBlock,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FunctionBlock,
  ModuleBlock,
  TypeAliasBlock,
  USE,
} from "./entry.ts";
import { visitExpr, visitExprs, visitOptionalExprs, visitParameters } from "./expressions.ts";

export function visitStmts(st: SymtableBuilder, body: readonly ast.stmt[]): void {
  for (let i = 0; i < body.length; i++) visitStmt(st, body[i]!);
}

function visitStmt(st: SymtableBuilder, s: ast.stmt): void {
  switch (s.nodeKind) {
    case ast.Expr_kind:
      visitExpr(st, s.value);
      break;
    case ast.Assign_kind:
      visitExprs(st, s.targets);
      visitExpr(st, s.value);
      break;
    case ast.If_kind:
      visitIf(st, s);
      break;
    case ast.Return_kind:
      if (s.value !== null) {
        visitExpr(st, s.value);
        st.cur.returnsValue = true;
      }
      break;
    case ast.FunctionDef_kind:
    case ast.AsyncFunctionDef_kind:
      visitFunction(st, s);
      break;
    case ast.ClassDef_kind:
      visitClass(st, s);
      break;
    case ast.TypeAlias_kind:
      visitTypeAlias(st, s);
      break;
    case ast.Delete_kind:
      visitExprs(st, s.targets);
      break;
    case ast.AugAssign_kind:
      visitExpr(st, s.target);
      visitExpr(st, s.value);
      break;
    case ast.AnnAssign_kind:
      visitAnnAssign(st, s);
      break;
    case ast.For_kind:
      visitExpr(st, s.target);
      visitExpr(st, s.iter);
      visitConditional(st, s.body, s.orelse);
      break;
    case ast.AsyncFor_kind:
      requireCoroutine(st, s, "'async for' outside async function");
      visitExpr(st, s.target);
      visitExpr(st, s.iter);
      visitConditional(st, s.body, s.orelse);
      break;
    case ast.While_kind:
      visitExpr(st, s.test);
      visitConditional(st, s.body, s.orelse);
      break;
    case ast.With_kind:
      visitWith(st, s);
      break;
    case ast.AsyncWith_kind:
      requireCoroutine(st, s, "'async with' outside async function");
      visitWith(st, s);
      break;
    case ast.Match_kind:
      visitMatch(st, s);
      break;
    case ast.Raise_kind:
      if (s.exc !== null) {
        visitExpr(st, s.exc);
        if (s.cause !== null) visitExpr(st, s.cause);
      }
      break;
    case ast.Try_kind:
    case ast.TryStar_kind:
      visitTry(st, s);
      break;
    case ast.Assert_kind:
      visitExpr(st, s.test);
      if (s.msg !== null) visitExpr(st, s.msg);
      break;
    case ast.Import_kind:
      visitAliases(st, s.names);
      break;
    case ast.ImportFrom_kind:
      visitAliases(st, s.names);
      checkFutureImport(st, s);
      break;
    case ast.Global_kind:
      visitDirective(st, s, "global", DEF_GLOBAL);
      break;
    case ast.Nonlocal_kind:
      visitDirective(st, s, "nonlocal", DEF_NONLOCAL);
      break;
    case ast.Pass_kind:
    case ast.Break_kind:
    case ast.Continue_kind:
      break;
  }
}

function visitConditional(st: SymtableBuilder, body: readonly ast.stmt[], orelse: readonly ast.stmt[]): void {
  const entry = st.cur;
  const outer = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  visitStmts(st, body);
  visitStmts(st, orelse);
  entry.inConditionalBlock = outer;
}

function visitIf(st: SymtableBuilder, s: ast.If): void {
  const entry = st.cur;
  const outer = entry.inConditionalBlock;
  for (;;) {
    visitExpr(st, s.test);
    entry.inConditionalBlock = true;
    visitStmts(st, s.body);
    const orelse: ast.stmt[] = s.orelse;
    // a chain of elifs is a loop here, for it may be longer than the stack is deep
    const next: ast.stmt | undefined = orelse.length === 1 ? orelse[0]! : undefined;
    if (next === undefined || next.nodeKind !== ast.If_kind) {
      visitStmts(st, orelse);
      break;
    }
    s = next;
  }
  entry.inConditionalBlock = outer;
}

function visitWith(st: SymtableBuilder, s: ast.With | ast.AsyncWith): void {
  const entry = st.cur;
  const outer = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  for (const item of s.items) {
    visitExpr(st, item.context_expr);
    if (item.optional_vars !== null) visitExpr(st, item.optional_vars);
  }
  visitStmts(st, s.body);
  entry.inConditionalBlock = outer;
}

function visitTry(st: SymtableBuilder, s: ast.Try | ast.TryStar): void {
  const entry = st.cur;
  const outer = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  visitStmts(st, s.body);
  for (const handler of s.handlers) {
    if (handler.type !== null) visitExpr(st, handler.type);
    if (handler.name !== null) st.addDef(handler.name, DEF_LOCAL, handler);
    visitStmts(st, handler.body);
  }
  visitStmts(st, s.orelse);
  visitStmts(st, s.finalbody);
  entry.inConditionalBlock = outer;
}

function visitFunction(st: SymtableBuilder, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const args = s.args;
  st.addDef(s.name, DEF_LOCAL, s);
  visitExprs(st, args.defaults);
  visitOptionalExprs(st, args.kw_defaults);
  visitExprs(st, s.decorator_list);
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParamBlock(st, s.name, s.type_params, args, false, s);
    visitTypeParams(st, s.type_params);
  }
  const entry = st.newEntry(s.name, FunctionBlock, s);
  st.blocks.set(s, entry);
  entry.hasDocstring = hasDocstring(s.body);
  visitFunctionAnnotations(st, s, args, s.returns);
  st.enterExistingBlock(entry, true);
  if (s.nodeKind === ast.AsyncFunctionDef_kind) entry.coroutine = true;
  visitParameters(st, args);
  visitStmts(st, s.body);
  st.exitBlock();
  if (generic) st.exitBlock();
}

function visitClass(st: SymtableBuilder, s: ast.ClassDef): void {
  st.addDef(s.name, DEF_LOCAL, s);
  visitExprs(st, s.decorator_list);
  const outerClass = st.className;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParamBlock(st, s.name, s.type_params, null, true, s);
    st.className = s.name;
    st.cur.mangledNames = new Set();
    visitTypeParams(st, s.type_params);
  }
  visitExprs(st, s.bases);
  st.checkKeywords(s.keywords);
  for (const keyword of s.keywords) visitExpr(st, keyword.value);
  const entry = st.enterBlock(s.name, ClassBlock, s, s);
  st.className = s.name;
  if (generic) {
    st.addDef("__type_params__", DEF_LOCAL, s);
    st.addUse(".type_params", s);
  }
  entry.hasDocstring = hasDocstring(s.body);
  visitStmts(st, s.body);
  st.exitBlock();
  if (generic) st.exitBlock();
  st.className = outerClass;
}

function visitTypeAlias(st: SymtableBuilder, s: ast.TypeAlias): void {
  visitExpr(st, s.name);
  const name = (s.name as ast.Name).id;
  const inClass = st.cur.type === ClassBlock;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParamBlock(st, name, s.type_params, null, false, s);
    visitTypeParams(st, s.type_params);
  }
  const entry = st.enterBlock(name, TypeAliasBlock, s, s);
  entry.canSeeClassScope = inClass;
  if (inClass) st.addUse("__classdict__", s.value);
  visitExpr(st, s.value);
  st.exitBlock();
  if (generic) st.exitBlock();
}

function visitAnnAssign(st: SymtableBuilder, s: ast.AnnAssign): void {
  const target = s.target;
  st.cur.annotationsUsed = true;
  if (target.nodeKind === ast.Name_kind) {
    const known = st.lookup(st.cur, target.id);
    if ((known & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && st.cur !== st.top && s.simple) {
      const kind = (known & DEF_GLOBAL) !== 0 ? "global" : "nonlocal";
      throw st.error(`annotated name '${target.id}' can't be ${kind}`, s);
    }
    if (s.simple) st.addDef(target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (s.value !== null) st.addDef(target.id, DEF_LOCAL, target);
  } else {
    visitExpr(st, target);
  }
  visitAnnotation(st, s.annotation);
  if (s.value !== null) visitExpr(st, s.value);
}

function requireCoroutine(st: SymtableBuilder, s: ast.stmt, message: string): void {
  if (st.allowsTopLevelAwait()) st.cur.coroutine = true;
  if (!st.cur.coroutine) throw st.error(message, s);
}

function visitDirective(st: SymtableBuilder, s: ast.Global | ast.Nonlocal, kind: "global" | "nonlocal", flag: number): void {
  for (const name of s.names) {
    const known = st.lookup(st.cur, name);
    if ((known & DEF_PARAM) !== 0) throw st.error(`name '${name}' is parameter and ${kind}`, s);
    if ((known & USE) !== 0) throw st.error(`name '${name}' is used prior to ${kind} declaration`, s);
    if ((known & DEF_ANNOT) !== 0) throw st.error(`annotated name '${name}' can't be ${kind}`, s);
    if ((known & DEF_LOCAL) !== 0) throw st.error(`name '${name}' is assigned to before ${kind} declaration`, s);
    st.addDef(name, flag, s);
    st.recordDirective(name, s);
  }
}

function visitAliases(st: SymtableBuilder, names: readonly ast.alias[]): void {
  for (const alias of names) {
    const name = alias.asname ?? alias.name;
    if (name === "*") {
      if (st.cur.type !== ModuleBlock) throw st.error("import * only allowed at module level", alias);
      continue;
    }
    // `import a.b` binds a
    const dot = name.indexOf(".");
    st.addDef(dot === -1 ? name : name.slice(0, dot), DEF_IMPORT, alias);
  }
}

function checkFutureImport(st: SymtableBuilder, s: ast.ImportFrom): void {
  if (s.module !== "__future__" || s.level) return;
  const last = st.future.location;
  if (s.lineno > last.lineno || (s.lineno === last.end_lineno && s.col_offset > last.end_col_offset)) {
    throw st.error("from __future__ imports must occur at the beginning of the file", s);
  }
}

function visitMatch(st: SymtableBuilder, s: ast.Match): void {
  visitExpr(st, s.subject);
  const entry = st.cur;
  const outer = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  for (const c of s.cases) {
    visitPattern(st, c.pattern);
    if (c.guard !== null) visitExpr(st, c.guard);
    visitStmts(st, c.body);
  }
  entry.inConditionalBlock = outer;
}

function visitPatterns(st: SymtableBuilder, patterns: readonly ast.pattern[]): void {
  for (const pattern of patterns) visitPattern(st, pattern);
}

function visitPattern(st: SymtableBuilder, p: ast.pattern): void {
  switch (p.nodeKind) {
    case ast.MatchValue_kind:
      visitExpr(st, p.value);
      break;
    case ast.MatchSingleton_kind:
      break;
    case ast.MatchSequence_kind:
    case ast.MatchOr_kind:
      visitPatterns(st, p.patterns);
      break;
    case ast.MatchStar_kind:
      if (p.name !== null) st.addDef(p.name, DEF_LOCAL, p);
      break;
    case ast.MatchMapping_kind:
      visitExprs(st, p.keys);
      visitPatterns(st, p.patterns);
      if (p.rest !== null) st.addDef(p.rest, DEF_LOCAL, p);
      break;
    case ast.MatchClass_kind:
      visitExpr(st, p.cls);
      visitPatterns(st, p.patterns);
      for (let i = 0; i < p.kwd_attrs.length; i++) {
        if (p.kwd_attrs[i] === "__debug__") throw st.error("cannot assign to __debug__", p.kwd_patterns[i]!);
      }
      visitPatterns(st, p.kwd_patterns);
      break;
    case ast.MatchAs_kind:
      if (p.pattern !== null) visitPattern(st, p.pattern);
      if (p.name !== null) st.addDef(p.name, DEF_LOCAL, p);
      break;
  }
}
