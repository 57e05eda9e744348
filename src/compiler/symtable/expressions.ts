// First pass: expressions. Mirrors symtable_visit_expr and the comprehension and walrus rules of Python/symtable.c. Chains
// that nest without end in source (a + b + ..., a.b.c, f()(), not not x, conditional expressions, lambdas) are walked by
// loops, not by recursion, so the host's stack bounds no ordinary program. See docs/compiler-symtable.md.
import * as ast from "../../syntax/ast.generated.ts";
import { stackOverflow } from "../source-error.ts";
import type { SymtableBuilder } from "./builder.ts";
import {
  AnnotationBlock,
  ClassBlock,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DictComprehension,
  FunctionBlock,
  GeneratorExpression,
  isFunctionLike,
  ListComprehension,
  ModuleBlock,
  NoComprehension,
  SetComprehension,
  TypeAliasBlock,
  TypeParametersBlock,
  TypeVariableBlock,
} from "./entry.ts";
import type { ComprehensionType } from "./entry.ts";

/** First operands nested deeper than this are walked by visitChain. */
const RECURSION_LIMIT = 100;
/** How long a chain may be before CPython (stack of 8 MB) gives up in this pass. */
const CHAIN_LIMIT = 72_000;

export function visitExprs(st: SymtableBuilder, exprs: readonly ast.expr[]): void {
  for (let i = 0; i < exprs.length; i++) visitExpr(st, exprs[i]!);
}

export function visitOptionalExprs(st: SymtableBuilder, exprs: readonly (ast.expr | null)[]): void {
  for (let i = 0; i < exprs.length; i++) {
    const e = exprs[i]!;
    if (e !== null) visitExpr(st, e);
  }
}

export function visitExpr(st: SymtableBuilder, e: ast.expr): void {
  // `e = child; continue` stands for a visit to the last child
  for (;;) {
    switch (e.nodeKind) {
      case ast.Name_kind:
        visitName(st, e);
        return;
      case ast.Constant_kind:
        return;
      case ast.Attribute_kind:
        if (e.attr === "__debug__" && e.ctx !== ast.Load) {
          throw st.error(e.ctx === ast.Store ? "cannot assign to __debug__" : "cannot delete __debug__", e);
        }
        e = e.value;
        continue;
      case ast.Call_kind:
        visitFirst(st, e.func);
        visitCallArguments(st, e);
        return;
      case ast.BinOp_kind:
        visitFirst(st, e.left);
        e = e.right;
        continue;
      case ast.Subscript_kind:
        visitFirst(st, e.value);
        e = e.slice;
        continue;
      case ast.Compare_kind:
        visitFirst(st, e.left);
        visitExprs(st, e.comparators);
        return;
      case ast.BoolOp_kind:
        visitExprs(st, e.values);
        return;
      case ast.UnaryOp_kind:
        e = e.operand;
        continue;
      case ast.IfExp_kind:
        visitExpr(st, e.test);
        visitExpr(st, e.body);
        e = e.orelse;
        continue;
      case ast.Tuple_kind:
      case ast.List_kind:
      case ast.Set_kind:
        visitExprs(st, e.elts);
        return;
      case ast.Dict_kind:
        visitOptionalExprs(st, e.keys);
        visitExprs(st, e.values);
        return;
      case ast.JoinedStr_kind:
      case ast.TemplateStr_kind:
        visitExprs(st, e.values);
        return;
      case ast.FormattedValue_kind:
      case ast.Interpolation_kind:
        visitExpr(st, e.value);
        if (e.format_spec === null) return;
        e = e.format_spec;
        continue;
      case ast.Starred_kind:
        e = e.value;
        continue;
      case ast.Slice_kind:
        if (e.lower !== null) visitExpr(st, e.lower);
        if (e.upper !== null) visitExpr(st, e.upper);
        if (e.step !== null) visitExpr(st, e.step);
        return;
      case ast.Lambda_kind:
        visitLambda(st, e);
        return;
      case ast.ListComp_kind:
        visitComprehension(st, e, "listcomp", ListComprehension, e.elt, null);
        return;
      case ast.SetComp_kind:
        visitComprehension(st, e, "setcomp", SetComprehension, e.elt, null);
        return;
      case ast.DictComp_kind:
        visitComprehension(st, e, "dictcomp", DictComprehension, e.key, e.value);
        return;
      case ast.GeneratorExp_kind:
        visitComprehension(st, e, "genexpr", GeneratorExpression, e.elt, null);
        return;
      case ast.NamedExpr_kind:
        visitNamedExpr(st, e);
        return;
      case ast.Yield_kind:
      case ast.YieldFrom_kind:
        visitYield(st, e);
        return;
      case ast.Await_kind:
        visitAwait(st, e);
        return;
      default:
        return unreachable(e);
    }
  }
}

function unreachable(node: never): never {
  throw new Error(`not an expression: ${(node as ast.expr).nodeKind}`);
}

function visitName(st: SymtableBuilder, e: ast.Name): void {
  if (st.cur.inUnevaluatedAnnotation) return;
  if (e.ctx === ast.Load) {
    st.addUse(e.id, e);
    // super() finds its class through the cell
    if (e.id === "super" && isFunctionLike(st.cur)) st.addUse("__class__", e);
  } else if (e.ctx === ast.Store) {
    st.addDef(e.id, DEF_LOCAL, e);
  } else {
    st.addDelete(e.id, e);
  }
}

function visitCallArguments(st: SymtableBuilder, e: ast.Call): void {
  const args = e.args;
  for (let i = 0; i < args.length; i++) visitExpr(st, args[i]!);
  const keywords = e.keywords;
  if (keywords.length === 0) return;
  st.checkKeywords(keywords);
  for (let i = 0; i < keywords.length; i++) visitExpr(st, keywords[i]!.value);
}

/** Visits the first operand of a call, operator or the like, which may be such a node again. */
function visitFirst(st: SymtableBuilder, e: ast.expr): void {
  if (st.depth >= RECURSION_LIMIT) return visitChain(st, e);
  st.depth++;
  visitExpr(st, e);
  st.depth--;
}

type Link = ast.Call | ast.BinOp | ast.Subscript | ast.Compare;

function visitChain(st: SymtableBuilder, e: ast.expr): void {
  const chain: Link[] = [];
  let length = 0;
  descent: for (;; length++) {
    switch (e.nodeKind) {
      case ast.Attribute_kind:
        e = e.value;
        break;
      case ast.Call_kind:
        chain.push(e);
        e = e.func;
        break;
      case ast.BinOp_kind:
      case ast.Compare_kind:
        chain.push(e);
        e = e.left;
        break;
      case ast.Subscript_kind:
        chain.push(e);
        e = e.value;
        break;
      default:
        break descent;
    }
  }
  if (length > CHAIN_LIMIT) throw stackOverflow();
  visitExpr(st, e);
  for (let i = chain.length - 1; i >= 0; i--) {
    const link = chain[i]!;
    switch (link.nodeKind) {
      case ast.Call_kind:
        visitCallArguments(st, link);
        break;
      case ast.BinOp_kind:
        visitExpr(st, link.right);
        break;
      case ast.Subscript_kind:
        visitExpr(st, link.slice);
        break;
      case ast.Compare_kind:
        visitExprs(st, link.comparators);
        break;
    }
  }
}

function visitLambda(st: SymtableBuilder, lambda: ast.Lambda): void {
  let body: ast.expr = lambda;
  let blocks = 0;
  while (body.nodeKind === ast.Lambda_kind) {
    visitExprs(st, body.args.defaults);
    visitOptionalExprs(st, body.args.kw_defaults);
    st.enterBlock("lambda", FunctionBlock, body, body);
    blocks++;
    visitParameters(st, body.args);
    body = body.body;
  }
  visitExpr(st, body);
  while (blocks-- > 0) st.exitBlock();
}

/** Defines the parameters of the function that is the current block. */
export function visitParameters(st: SymtableBuilder, args: ast.arguments_): void {
  defineParameters(st, args.posonlyargs);
  defineParameters(st, args.args);
  defineParameters(st, args.kwonlyargs);
  if (args.vararg !== null) {
    st.addDef(args.vararg.arg, DEF_PARAM, args.vararg);
    st.cur.varargs = true;
  }
  if (args.kwarg !== null) {
    st.addDef(args.kwarg.arg, DEF_PARAM, args.kwarg);
    st.cur.varkeywords = true;
  }
}

function defineParameters(st: SymtableBuilder, args: readonly ast.arg[]): void {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    st.addDef(arg.arg, DEF_PARAM, arg);
  }
}

function visitYield(st: SymtableBuilder, e: ast.Yield | ast.YieldFrom): void {
  raiseIfAnnotationBlock(st, "yield expression", e);
  if (e.value !== null) visitExpr(st, e.value);
  st.cur.generator = true;
  switch (st.cur.comprehension) {
    case NoComprehension:
      return;
    case ListComprehension:
      throw st.error("'yield' inside list comprehension", e);
    case SetComprehension:
      throw st.error("'yield' inside set comprehension", e);
    case DictComprehension:
      throw st.error("'yield' inside dict comprehension", e);
    case GeneratorExpression:
      throw st.error("'yield' inside generator expression", e);
  }
}

function visitAwait(st: SymtableBuilder, e: ast.Await): void {
  raiseIfAnnotationBlock(st, "await expression", e);
  if (!st.allowsTopLevelAwait()) {
    if (!isFunctionLike(st.cur)) throw st.error("'await' outside function", e);
    if (!st.inAsyncFunction() && st.cur.comprehension === NoComprehension) {
      throw st.error("'await' outside async function", e);
    }
  }
  visitExpr(st, e.value);
  st.cur.coroutine = true;
}

function raiseIfAnnotationBlock(st: SymtableBuilder, what: string, e: ast.expr): void {
  switch (st.cur.type) {
    case AnnotationBlock:
      throw st.error(`${what} cannot be used within an annotation`, e);
    case TypeVariableBlock:
      throw st.error(`${what} cannot be used within ${st.cur.scopeInfo}`, e);
    case TypeAliasBlock:
      throw st.error(`${what} cannot be used within a type alias`, e);
    case TypeParametersBlock:
      throw st.error(`${what} cannot be used within the definition of a generic`, e);
    default:
  }
}

function visitNamedExpr(st: SymtableBuilder, e: ast.NamedExpr): void {
  raiseIfAnnotationBlock(st, "named expression", e);
  if (st.cur.compIterExpr > 0) {
    throw st.error("assignment expression cannot be used in a comprehension iterable expression", e);
  }
  if (st.cur.comprehension !== NoComprehension) extendNamedExprScope(st, e.target as ast.Name);
  visitExpr(st, e.value);
  visitExpr(st, e.target);
}

/** A walrus in a comprehension binds in the nearest function or module around: declares the name there and here. */
function extendNamedExprScope(st: SymtableBuilder, target: ast.Name): void {
  const name = target.id;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const entry = st.stack[i]!;
    if (entry.comprehension !== NoComprehension) {
      const known = st.lookup(entry, name);
      if ((known & DEF_COMP_ITER) !== 0 && (known & DEF_LOCAL) !== 0) {
        throw st.error(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
      }
      continue;
    }
    switch (entry.type) {
      case FunctionBlock:
        st.addDef(name, (st.lookup(entry, name) & DEF_GLOBAL) !== 0 ? DEF_GLOBAL : DEF_NONLOCAL, target);
        st.recordDirective(name, target);
        st.addDefTo(entry, name, DEF_LOCAL, target);
        return;
      case ModuleBlock:
        st.addDef(name, DEF_GLOBAL, target);
        st.recordDirective(name, target);
        st.addDefTo(entry, name, DEF_GLOBAL, target);
        return;
      case ClassBlock:
        throw st.error("assignment expression within a comprehension cannot be used in a class body", target);
      case TypeParametersBlock:
        throw st.error(
          "assignment expression within a comprehension cannot be used within the definition of a generic",
          target,
        );
      case TypeAliasBlock:
        throw st.error("assignment expression within a comprehension cannot be used in a type alias", target);
      case TypeVariableBlock:
        throw st.error("assignment expression within a comprehension cannot be used in a TypeVar bound", target);
      default:
        // an annotation block: the search goes on outside
        continue;
    }
  }
}

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

function visitComprehension(
  st: SymtableBuilder,
  e: Comprehension,
  name: string,
  type: ComprehensionType,
  element: ast.expr,
  value: ast.expr | null,
): void {
  const generators = e.generators;
  const outermost = generators[0]!;
  const outer = st.cur;
  // the outermost iterable is evaluated in the block around and handed in as `.0`
  outer.compIterExpr++;
  visitExpr(st, outermost.iter);
  outer.compIterExpr--;
  const entry = st.enterBlock(name, FunctionBlock, e, e);
  entry.comprehension = type;
  if (outermost.is_async) entry.coroutine = true;
  st.addDef(".0", DEF_PARAM, e);
  visitTarget(st, outermost.target);
  visitExprs(st, outermost.ifs);
  for (let i = 1; i < generators.length; i++) {
    const generator = generators[i]!;
    visitTarget(st, generator.target);
    entry.compIterExpr++;
    visitExpr(st, generator.iter);
    entry.compIterExpr--;
    visitExprs(st, generator.ifs);
    if (generator.is_async) entry.coroutine = true;
  }
  if (value !== null) visitExpr(st, value);
  visitExpr(st, element);
  entry.generator = type === GeneratorExpression;
  const isAsync = entry.coroutine && !entry.generator;
  st.exitBlock();
  if (!isAsync) return;
  if (!st.inAsyncFunction() && outer.comprehension === NoComprehension && !st.allowsTopLevelAwait()) {
    throw st.error("asynchronous comprehension outside of an asynchronous function", e);
  }
  outer.coroutine = true;
}

function visitTarget(st: SymtableBuilder, target: ast.expr): void {
  st.cur.compIterTarget = true;
  visitExpr(st, target);
  st.cur.compIterTarget = false;
}
