// What is done to a tree before symbol tables are built: `__debug__`, docstrings under -OO, `"..." % (...)` as f-string,
// numbers in match patterns, warnings for control flow in `finally` (PEP 765). Mirrors Python/ast_preprocess.c (all other
// constant folding is the flow graph's). See docs/compiler-symtable.md.
import { SurrogateText } from "../base/constant.ts";
import type { WarningSink } from "../base/python-error.ts";
import * as ast from "../syntax/ast.generated.ts";
import { CO_FUTURE_ANNOTATIONS, hasDocstring } from "./future.ts";
import { optimizeFormat } from "./preprocess-format.ts";
import { foldPatternNumber } from "./preprocess-pattern.ts";
import { sourceError, stackOverflow } from "./source-error.ts";

/** Settings of preprocess. */
export interface PreprocessOptions {
  filename: string;
  /** Text for SyntaxErrors made of warnings, or null (see sourceError). */
  source: string | null;
  /** 0, 1 (-O) or 2 (-OO). */
  optimize: number;
  /** CO_FUTURE_* bits: annotations that become strings are left alone. */
  features: number;
  /** For a tree that is handed out as it stands (compile() with PyCF_ONLY_AST): folds nothing, though -OO still removes docstrings. */
  syntaxCheckOnly: boolean;
  /** Where to send the warnings about `finally`; null for none (CPython warns when it compiles, not when it only parses). */
  warn: WarningSink | null;
}

/** First operands nested deeper than this are walked by a loop. */
const RECURSION_LIMIT = 100;
/** How long a chain of operands may be before CPython (stack of 8 MB) gives up in this pass. */
const CHAIN_LIMIT = 37_000;

// What encloses a statement, as far as control flow in `finally` is concerned: the nearest of these.
const NOTHING = 0;
const IN_FINALLY = 1;
const IN_FUNCTION = 2;
const IN_LOOP = 3;

type Tail = ast.UnaryOp | ast.IfExp | ast.Lambda;

/** Changes a tree in place. Throws RecursionError for too deep a tree, PythonSyntaxError for a warning that is to be an error. */
export function preprocess(mod: ast.mod, options: PreprocessOptions): void {
  const pass = new Preprocessor(options);
  try {
    switch (mod.nodeKind) {
      case ast.Module_kind:
        pass.body(mod.body);
        break;
      case ast.Interactive_kind:
        pass.stmts(mod.body);
        break;
      case ast.Expression_kind:
        mod.body = pass.expr(mod.body);
        break;
      case ast.FunctionType_kind:
        break;
    }
  } catch (error) {
    // the host's stack stands for CPython's
    if (error instanceof RangeError) throw stackOverflow();
    throw error;
  }
}

class Preprocessor {
  private readonly options: PreprocessOptions;
  private readonly optimize: number;
  private readonly fold: boolean;
  private readonly keepAnnotations: boolean;
  private context = NOTHING;
  private depth = 0;

  constructor(options: PreprocessOptions) {
    this.options = options;
    this.optimize = options.optimize;
    this.fold = !options.syntaxCheckOnly;
    this.keepAnnotations = (options.features & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  /** The body of a module, class or function, with its docstring. */
  body(body: ast.stmt[]): void {
    let docstring = hasDocstring(body);
    if (docstring && this.optimize >= 2) {
      removeDocstring(body);
      docstring = false;
    }
    this.stmts(body);
    // a string that has come to stand first must not be taken for a docstring
    if (!docstring && hasDocstring(body)) {
      const first = body[0] as ast.Expr;
      first.value = ast.JoinedStr([first.value], first.lineno, first.col_offset, first.end_lineno, first.end_col_offset);
    }
  }

  stmts(body: readonly ast.stmt[]): void {
    for (let i = 0; i < body.length; i++) this.stmt(body[i]!);
  }

  private stmt(s: ast.stmt): void {
    switch (s.nodeKind) {
      case ast.Expr_kind:
        s.value = this.expr(s.value);
        break;
      case ast.Assign_kind:
        this.exprs(s.targets);
        s.value = this.expr(s.value);
        break;
      case ast.If_kind:
        this.ifChain(s);
        break;
      case ast.Return_kind:
        if (this.context === IN_FINALLY) this.warnFinally("return", s);
        if (s.value !== null) s.value = this.expr(s.value);
        break;
      case ast.FunctionDef_kind:
      case ast.AsyncFunctionDef_kind:
        this.function(s);
        break;
      case ast.ClassDef_kind:
        this.typeParams(s.type_params);
        this.exprs(s.bases);
        this.keywords(s.keywords);
        this.body(s.body);
        this.exprs(s.decorator_list);
        break;
      case ast.Delete_kind:
        this.exprs(s.targets);
        break;
      case ast.AugAssign_kind:
        s.target = this.expr(s.target);
        s.value = this.expr(s.value);
        break;
      case ast.AnnAssign_kind:
        s.target = this.expr(s.target);
        if (!this.keepAnnotations) s.annotation = this.expr(s.annotation);
        if (s.value !== null) s.value = this.expr(s.value);
        break;
      case ast.TypeAlias_kind:
        s.name = this.expr(s.name);
        this.typeParams(s.type_params);
        s.value = this.expr(s.value);
        break;
      case ast.For_kind:
      case ast.AsyncFor_kind:
        s.target = this.expr(s.target);
        s.iter = this.expr(s.iter);
        this.within(IN_LOOP, s.body);
        this.stmts(s.orelse);
        break;
      case ast.While_kind:
        s.test = this.expr(s.test);
        this.within(IN_LOOP, s.body);
        this.stmts(s.orelse);
        break;
      case ast.With_kind:
      case ast.AsyncWith_kind:
        for (const item of s.items) {
          item.context_expr = this.expr(item.context_expr);
          if (item.optional_vars !== null) item.optional_vars = this.expr(item.optional_vars);
        }
        this.stmts(s.body);
        break;
      case ast.Raise_kind:
        if (s.exc !== null) s.exc = this.expr(s.exc);
        if (s.cause !== null) s.cause = this.expr(s.cause);
        break;
      case ast.Try_kind:
      case ast.TryStar_kind:
        this.stmts(s.body);
        for (const handler of s.handlers) {
          if (handler.type !== null) handler.type = this.expr(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(s.orelse);
        this.within(IN_FINALLY, s.finalbody);
        break;
      case ast.Assert_kind:
        s.test = this.expr(s.test);
        if (s.msg !== null) s.msg = this.expr(s.msg);
        break;
      case ast.Match_kind:
        s.subject = this.expr(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
          if (c.guard !== null) c.guard = this.expr(c.guard);
          this.stmts(c.body);
        }
        break;
      case ast.Break_kind:
        if (this.context === IN_FINALLY) this.warnFinally("break", s);
        break;
      case ast.Continue_kind:
        if (this.context === IN_FINALLY) this.warnFinally("continue", s);
        break;
      case ast.Import_kind:
      case ast.ImportFrom_kind:
      case ast.Global_kind:
      case ast.Nonlocal_kind:
      case ast.Pass_kind:
        break;
    }
  }

  private ifChain(s: ast.If): void {
    // a chain of elifs is a loop here, for it may be longer than the stack is deep
    for (;;) {
      s.test = this.expr(s.test);
      this.stmts(s.body);
      const orelse: ast.stmt[] = s.orelse;
      const next: ast.stmt | undefined = orelse.length === 1 ? orelse[0]! : undefined;
      if (next === undefined || next.nodeKind !== ast.If_kind) return this.stmts(orelse);
      s = next;
    }
  }

  private function(s: ast.FunctionDef | ast.AsyncFunctionDef): void {
    this.typeParams(s.type_params);
    this.arguments(s.args);
    const outer = this.context;
    this.context = IN_FUNCTION;
    this.body(s.body);
    this.context = outer;
    this.exprs(s.decorator_list);
    if (!this.keepAnnotations && s.returns !== null) s.returns = this.expr(s.returns);
  }

  private within(context: number, body: readonly ast.stmt[]): void {
    const outer = this.context;
    this.context = context;
    this.stmts(body);
    this.context = outer;
  }

  private warnFinally(keyword: string, s: ast.stmt): void {
    const { warn, filename, source } = this.options;
    if (warn === null) return;
    const message = `'${keyword}' in a 'finally' block`;
    const isError = warn({
      category: "SyntaxWarning",
      message,
      filename,
      lineno: s.lineno,
      offset: s.col_offset + 1,
      endLineno: s.end_lineno,
      endOffset: s.end_col_offset + 1,
    });
    if (isError) {
      const error = sourceError(message, filename, s, source);
      error.bareArguments = false;
      throw error;
    }
  }

  private exprs(exprs: ast.expr[]): void {
    for (let i = 0; i < exprs.length; i++) {
      const e = exprs[i]!;
      const folded = this.expr(e);
      if (folded !== e) exprs[i] = folded;
    }
  }

  private optionalExprs(exprs: (ast.expr | null)[]): void {
    for (let i = 0; i < exprs.length; i++) {
      const e = exprs[i]!;
      if (e !== null) exprs[i] = this.expr(e);
    }
  }

  private keywords(keywords: readonly ast.keyword[]): void {
    for (let i = 0; i < keywords.length; i++) {
      const keyword = keywords[i]!;
      keyword.value = this.expr(keyword.value);
    }
  }

  private arguments(args: ast.arguments_): void {
    this.args(args.posonlyargs);
    this.args(args.args);
    if (args.vararg !== null) this.arg(args.vararg);
    this.args(args.kwonlyargs);
    this.optionalExprs(args.kw_defaults);
    if (args.kwarg !== null) this.arg(args.kwarg);
    this.exprs(args.defaults);
  }

  private args(args: readonly ast.arg[]): void {
    for (let i = 0; i < args.length; i++) this.arg(args[i]!);
  }

  private arg(arg: ast.arg): void {
    if (arg.annotation !== null && !this.keepAnnotations) arg.annotation = this.expr(arg.annotation);
  }

  private typeParams(params: readonly ast.type_param[]): void {
    for (const param of params) {
      if (param.nodeKind === ast.TypeVar_kind && param.bound !== null) param.bound = this.expr(param.bound);
      if (param.default_value !== null) param.default_value = this.expr(param.default_value);
    }
  }

  private generators(generators: readonly ast.comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expr(generator.target);
      generator.iter = this.expr(generator.iter);
      this.exprs(generator.ifs);
    }
  }

  /** Answers the node that stands for `e` from now on, most often `e` itself. */
  expr(e: ast.expr): ast.expr {
    switch (e.nodeKind) {
      case ast.Name_kind:
        if (e.id === "__debug__" && e.ctx === ast.Load && this.fold) {
          return ast.Constant(this.optimize === 0, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
        }
        return e;
      case ast.Constant_kind:
        return e;
      case ast.Attribute_kind:
        e.value = this.first(e.value);
        return e;
      case ast.Call_kind:
        e.func = this.first(e.func);
        this.rest(e);
        return e;
      case ast.BinOp_kind:
        e.left = this.first(e.left);
        return this.rest(e);
      case ast.Subscript_kind:
        e.value = this.first(e.value);
        this.rest(e);
        return e;
      case ast.Compare_kind:
        e.left = this.first(e.left);
        this.exprs(e.comparators);
        return e;
      case ast.BoolOp_kind:
        this.exprs(e.values);
        return e;
      case ast.UnaryOp_kind:
      case ast.IfExp_kind:
      case ast.Lambda_kind:
        return this.tail(e);
      case ast.Tuple_kind:
      case ast.List_kind:
      case ast.Set_kind:
        this.exprs(e.elts);
        return e;
      case ast.Dict_kind:
        this.optionalExprs(e.keys);
        this.exprs(e.values);
        return e;
      case ast.JoinedStr_kind:
      case ast.TemplateStr_kind:
        this.exprs(e.values);
        return e;
      case ast.FormattedValue_kind:
      case ast.Interpolation_kind:
        e.value = this.expr(e.value);
        if (e.format_spec !== null) e.format_spec = this.expr(e.format_spec);
        return e;
      case ast.Starred_kind:
      case ast.Await_kind:
      case ast.YieldFrom_kind:
      case ast.NamedExpr_kind:
        e.value = this.expr(e.value);
        return e;
      case ast.Yield_kind:
        if (e.value !== null) e.value = this.expr(e.value);
        return e;
      case ast.Slice_kind:
        if (e.lower !== null) e.lower = this.expr(e.lower);
        if (e.upper !== null) e.upper = this.expr(e.upper);
        if (e.step !== null) e.step = this.expr(e.step);
        return e;
      case ast.ListComp_kind:
      case ast.SetComp_kind:
      case ast.GeneratorExp_kind:
        e.elt = this.expr(e.elt);
        this.generators(e.generators);
        return e;
      case ast.DictComp_kind:
        e.key = this.expr(e.key);
        e.value = this.expr(e.value);
        this.generators(e.generators);
        return e;
    }
  }

  /** Nodes whose last child may be such a node again: a loop, so that no recursion is needed. */
  private tail(e: Tail): ast.expr {
    for (let last = e; ; ) {
      let child: ast.expr;
      switch (last.nodeKind) {
        case ast.UnaryOp_kind:
          child = last.operand;
          break;
        case ast.IfExp_kind:
          last.test = this.expr(last.test);
          last.body = this.expr(last.body);
          child = last.orelse;
          break;
        case ast.Lambda_kind:
          this.arguments(last.args);
          child = last.body;
          break;
      }
      const kind = child.nodeKind;
      if (kind === ast.UnaryOp_kind || kind === ast.IfExp_kind || kind === ast.Lambda_kind) {
        last = child as Tail;
        continue;
      }
      child = this.expr(child);
      if (last.nodeKind === ast.UnaryOp_kind) last.operand = child;
      else if (last.nodeKind === ast.IfExp_kind) last.orelse = child;
      else last.body = child;
      return e;
    }
  }

  /** The first operand of a call, operator or the like, which may be such a node again. */
  private first(e: ast.expr): ast.expr {
    if (e.nodeKind === ast.Name_kind && e.id !== "__debug__") return e;
    if (this.depth >= RECURSION_LIMIT) return this.chain(e);
    this.depth++;
    const result = this.expr(e);
    this.depth--;
    return result;
  }

  private chain(e: ast.expr): ast.expr {
    const chain: ast.expr[] = [];
    for (let operand = firstOperand(e); operand !== null; operand = firstOperand(e)) {
      chain.push(e);
      e = operand;
    }
    if (chain.length > CHAIN_LIMIT) throw stackOverflow();
    let result = this.expr(e);
    for (let i = chain.length - 1; i >= 0; i--) {
      const link = chain[i]!;
      switch (link.nodeKind) {
        case ast.Attribute_kind:
        case ast.Subscript_kind:
          link.value = result;
          break;
        case ast.Call_kind:
          link.func = result;
          break;
        case ast.BinOp_kind:
        case ast.Compare_kind:
          link.left = result;
          break;
      }
      result = this.rest(link);
    }
    return result;
  }

  /** All operands but the first. */
  private rest(e: ast.expr): ast.expr {
    switch (e.nodeKind) {
      case ast.BinOp_kind:
        return this.binary(e);
      case ast.Call_kind:
        this.exprs(e.args);
        this.keywords(e.keywords);
        return e;
      case ast.Subscript_kind:
        e.slice = this.expr(e.slice);
        return e;
      case ast.Compare_kind:
        this.exprs(e.comparators);
        return e;
      default:
        return e;
    }
  }

  private binary(e: ast.BinOp): ast.expr {
    // a ** b ** c nests to the right
    let last = e;
    while (last.op === ast.Pow && last.right.nodeKind === ast.BinOp_kind && last.right.op === ast.Pow) {
      last = last.right;
      last.left = this.first(last.left);
    }
    const right = (last.right = this.expr(last.right));
    const left = e.left;
    if (e.op === ast.Mod && this.fold && right.nodeKind === ast.Tuple_kind && left.nodeKind === ast.Constant_kind) {
      const format = left.value;
      if (typeof format === "string" || format instanceof SurrogateText) return optimizeFormat(e, format, right.elts);
    }
    return e;
  }

  private pattern(p: ast.pattern): void {
    switch (p.nodeKind) {
      case ast.MatchValue_kind:
        if (this.fold) p.value = foldPatternNumber(p.value);
        break;
      case ast.MatchSingleton_kind:
      case ast.MatchStar_kind:
        break;
      case ast.MatchSequence_kind:
      case ast.MatchOr_kind:
        this.patterns(p.patterns);
        break;
      case ast.MatchMapping_kind:
        if (this.fold) for (let i = 0; i < p.keys.length; i++) p.keys[i] = foldPatternNumber(p.keys[i]!);
        this.patterns(p.patterns);
        break;
      case ast.MatchClass_kind:
        p.cls = this.expr(p.cls);
        this.patterns(p.patterns);
        this.patterns(p.kwd_patterns);
        break;
      case ast.MatchAs_kind:
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
    }
  }

  private patterns(patterns: readonly ast.pattern[]): void {
    for (const pattern of patterns) this.pattern(pattern);
  }
}

function firstOperand(e: ast.expr): ast.expr | null {
  switch (e.nodeKind) {
    case ast.Attribute_kind:
    case ast.Subscript_kind:
      return e.value;
    case ast.Call_kind:
      return e.func;
    case ast.BinOp_kind:
    case ast.Compare_kind:
      return e.left;
    default:
      return null;
  }
}

function removeDocstring(body: ast.stmt[]): void {
  if (body.length > 1) {
    body.shift();
    return;
  }
  // a body may not be empty; `pass` is 4 columns wide
  const { lineno, col_offset } = body[0]!;
  body[0] = ast.Pass(lineno, col_offset, lineno, col_offset + 4);
}
