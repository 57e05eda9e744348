// Grammar: compound statements (Grammar/python.gram, "compound statements" to "except statement"). The notation is explained in
// grammar.ts; parameters are in rules-parameters.ts, match in rules-patterns.ts. See docs/syntax-errors.md.
import { emptyArguments, withDecorators } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import { MATCHED } from "./grammar.ts";
import type { Action, Rules } from "./grammar.ts";
import type { PegParser, PegToken } from "./parser.ts";
import type { CallParts } from "./rules-arguments.ts";

const first: Action = (_p, a) => a;
type Stmts = ast.stmt[];
type Expr = ast.expr;

const conditional = (p: PegParser, test: Expr, body: Stmts, orelse: Stmts): ast.If =>
  ast.If(test, body, orelse, p.lineno, p.col, p.endLineno, p.endCol);

// In the second pass a whole `def` may be matched by an invalid_ rule, which builds nothing.
const decorated: Action = (_p, decorators: Expr[], definition: ast.FunctionDef | ast.ClassDef | typeof MATCHED) =>
  definition === MATCHED ? MATCHED : withDecorators(definition as ast.FunctionDef, decorators);

const forLoop: Action = (p, target: Expr, iter: Expr, comment: PegToken | null, body: Stmts, orelse: Stmts | null) =>
  ast.For(target, iter, body, orelse ?? [], p.typeComment(comment), p.lineno, p.col, p.endLineno, p.endCol);

const asyncForLoop: Action = (p, target: Expr, iter: Expr, comment: PegToken | null, body: Stmts, orelse: Stmts | null) => {
  p.needVersion(5, "Async for loops are");
  return ast.AsyncFor(target, iter, body, orelse ?? [], p.typeComment(comment), p.lineno, p.col, p.endLineno, p.endCol);
};

const withBlock: Action = (p, items: ast.withitem[], comment: PegToken | null, body: Stmts) =>
  ast.With(items, body, p.typeComment(comment), p.lineno, p.col, p.endLineno, p.endCol);

function asyncWith(p: PegParser, items: ast.withitem[], comment: PegToken | null, body: Stmts): ast.stmt {
  p.needVersion(5, "Async with statements are");
  return ast.AsyncWith(items, body, p.typeComment(comment), p.lineno, p.col, p.endLineno, p.endCol);
}

const handler: Action = (p, type: Expr, body: Stmts) => ast.ExceptHandler(type, null, body, p.lineno, p.col, p.endLineno, p.endCol);

const namedHandler: Action = (p, type: Expr, name: ast.Name, body: Stmts) =>
  ast.ExceptHandler(type, name.id, body, p.lineno, p.col, p.endLineno, p.endCol);

const bareTupleHandler: Action = (p, type: Expr, body: Stmts) => {
  p.needVersion(14, "except expressions without parentheses are");
  return ast.ExceptHandler(type, null, body, p.lineno, p.col, p.endLineno, p.endCol);
};

export const compoundRules = (): Rules => ({
  "block memo": [["NEWLINE INDENT a:statements DEDENT", first], "simple_stmts", "invalid_block"],
  decorators: [["a:('@' f:named_expression NEWLINE)+", first]],
  class_def: [["d:decorators c:class_def_raw", decorated], "class_def_raw"],
  class_def_raw: [
    "invalid_class_def_raw",
    [
      "'class' a:NAME t:type_params? b:('(' z:arguments? ')' )? ':' c:block",
      (p, a: ast.Name, t: ast.type_param[] | null, b: CallParts | null, c: Stmts) =>
        ast.ClassDef(a.id, b?.args ?? [], b?.keywords ?? [], c, [], t ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  function_def: [["d:decorators f:function_def_raw", decorated], "function_def_raw"],
  function_def_raw: [
    "invalid_def_raw",
    [
      "'def' n:NAME t:type_params? '(' q:params? ')' r:('->' z:expression)? ':' c:func_type_comment? b:block",
      (p, n: ast.Name, t: ast.type_param[] | null, q: ast.arguments_ | null, r: Expr | null, c: PegToken | null, b: Stmts) =>
        ast.FunctionDef(n.id, q ?? emptyArguments(), b, [], r, p.typeComment(c), t ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
    [
      "'async' 'def' n:NAME t:type_params? '(' q:params? ')' r:('->' z:expression)? ':' c:func_type_comment? b:block",
      (p, n: ast.Name, t: ast.type_param[] | null, q: ast.arguments_ | null, r: Expr | null, c: PegToken | null, b: Stmts) => {
        p.needVersion(5, "Async functions are");
        return ast.AsyncFunctionDef(n.id, q ?? emptyArguments(), b, [], r, p.typeComment(c), t ?? [], p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
  ],
  // Only before an indented block does a type comment on its own line belong to the function.
  func_type_comment: [["NEWLINE t:TYPE_COMMENT &(NEWLINE INDENT)", first], "invalid_double_type_comments", "TYPE_COMMENT"],
  if_stmt: [
    "invalid_if_stmt",
    ["'if' a:named_expression ':' b:block c:elif_stmt", (p, a: Expr, b: Stmts, c: ast.stmt) => conditional(p, a, b, [c])],
    ["'if' a:named_expression ':' b:block c:else_block?", (p, a: Expr, b: Stmts, c: Stmts | null) => conditional(p, a, b, c ?? [])],
  ],
  elif_stmt: [
    "invalid_elif_stmt",
    ["'elif' a:named_expression ':' b:block c:elif_stmt", (p, a: Expr, b: Stmts, c: ast.stmt) => conditional(p, a, b, [c])],
    ["'elif' a:named_expression ':' b:block c:else_block?", (p, a: Expr, b: Stmts, c: Stmts | null) => conditional(p, a, b, c ?? [])],
  ],
  else_block: ["invalid_else_stmt", ["'else' !!':' b:block", first]],
  while_stmt: [
    "invalid_while_stmt",
    [
      "'while' a:named_expression ':' b:block c:else_block?",
      (p, a: Expr, b: Stmts, c: Stmts | null) => ast.While(a, b, c ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  for_stmt: [
    "invalid_for_stmt",
    ["'for' t:star_targets 'in' ~ x:star_expressions ':' c:TYPE_COMMENT? b:block e:else_block?", forLoop],
    ["'async' 'for' t:star_targets 'in' ~ x:star_expressions ':' c:TYPE_COMMENT? b:block e:else_block?", asyncForLoop],
    "invalid_for_target",
  ],
  with_stmt: [
    "invalid_with_stmt_indent",
    ["'with' '(' a:with_item % ',' ','? ')' ':' c:TYPE_COMMENT? b:block", withBlock],
    ["'with' a:with_item % ',' ':' c:TYPE_COMMENT? b:block", withBlock],
    ["'async' 'with' '(' a:with_item % ',' ','? ')' ':' b:block", (p, a: ast.withitem[], b: Stmts) => asyncWith(p, a, null, b)],
    ["'async' 'with' a:with_item % ',' ':' c:TYPE_COMMENT? b:block", asyncWith as Action],
    "invalid_with_stmt",
  ],
  with_item: [
    ["e:expression 'as' t:star_target &(',' | ')' | ':')", (_p, e: Expr, t: Expr) => ast.withitem(e, t)],
    "invalid_with_item",
    ["e:expression", (_p, e: Expr) => ast.withitem(e, null)],
  ],
  try_stmt: [
    "invalid_try_stmt",
    ["'try' !!':' b:block f:finally_block", (p, b: Stmts, f: Stmts) => ast.Try(b, [], [], f, p.lineno, p.col, p.endLineno, p.endCol)],
    [
      "'try' !!':' b:block x:except_block+ e:else_block? f:finally_block?",
      (p, b: Stmts, x: ast.excepthandler[], e: Stmts | null, f: Stmts | null) =>
        ast.Try(b, x, e ?? [], f ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
    [
      "'try' !!':' b:block x:except_star_block+ e:else_block? f:finally_block?",
      (p, b: Stmts, x: ast.excepthandler[], e: Stmts | null, f: Stmts | null) => {
        p.needVersion(11, "Exception groups are");
        return ast.TryStar(b, x, e ?? [], f ?? [], p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
  ],
  except_block: [
    "invalid_except_stmt_indent",
    ["'except' e:expression ':' b:block", handler],
    ["'except' e:expression 'as' t:NAME ':' b:block", namedHandler],
    ["'except' e:expressions ':' b:block", bareTupleHandler],
    ["'except' ':' b:block", (p, b: Stmts) => ast.ExceptHandler(null, null, b, p.lineno, p.col, p.endLineno, p.endCol)],
    "invalid_except_stmt",
  ],
  except_star_block: [
    "invalid_except_star_stmt_indent",
    ["'except' '*' e:expression ':' b:block", handler],
    ["'except' '*' e:expression 'as' t:NAME ':' b:block", namedHandler],
    ["'except' '*' e:expressions ':' b:block", bareTupleHandler],
    "invalid_except_star_stmt",
  ],
  finally_block: ["invalid_finally_stmt", ["'finally' !!':' a:block", first]],
});
