// Grammar: arguments of calls, targets of assignments and del, types of func_type (Grammar/python.gram, "function call
// arguments" to "typing elements"). The notation is explained in grammar.ts. See docs/syntax-errors.md.
import { collectCallArguments, withExprContext } from "../actions.ts";
import type { KeywordOrStarred } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { Action, Rules } from "./grammar.ts";

const first: Action = (_p, a) => a;
type Expr = ast.expr;

/** Arguments before the callee is known, with their place in the source (CPython makes a Call of a dummy name). */
export interface CallParts {
  args: Expr[];
  keywords: ast.keyword[];
}

const keyword: Action = (p, name: ast.Name, value: Expr) => ast.keyword(name.id, value, p.lineno, p.col, p.endLineno, p.endCol);
const concatenated: Action = (_p, a: unknown[], b: unknown[]) => a.concat(b);
const prepended: Action = (_p, a: Expr, b: Expr[]) => [a].concat(b);
const appended: Action = (_p, a: Expr[], b: Expr) => a.concat([b]);
const alone: Action = (_p, a: Expr) => [a];

export const argumentRules = (): Rules => ({
  "arguments memo": [["a:args ','? &')'", first], "invalid_arguments"],
  args: [
    [
      "a:(starred_expression | (assignment_expression | expression !':=') !'=') % ',' b:(',' k:kwargs)?",
      (_p, a: Expr[], b: KeywordOrStarred[] | null): CallParts => collectCallArguments(a, b ?? []),
    ],
    ["a:kwargs", (_p, a: KeywordOrStarred[]): CallParts => collectCallArguments([], a)],
  ],
  kwargs: [
    ["a:kwarg_or_starred % ',' ',' b:kwarg_or_double_starred % ','", concatenated],
    "kwarg_or_starred % ','",
    "kwarg_or_double_starred % ','",
  ],
  starred_expression: [
    "invalid_starred_expression_unpacking",
    ["'*' a:expression", (p, a: Expr) => ast.Starred(a, ast.Load, p.lineno, p.col, p.endLineno, p.endCol)],
    "invalid_starred_expression",
  ],
  kwarg_or_starred: ["invalid_kwarg", ["a:NAME '=' b:expression", keyword], ["a:starred_expression", first]],
  kwarg_or_double_starred: [
    "invalid_kwarg",
    ["a:NAME '=' b:expression", keyword],
    ["'**' a:expression", (p, a: Expr) => ast.keyword(null, a, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
});

function attribute(ctx: ast.expr_context_kind): Action {
  return (p, a: Expr, b: ast.Name) => ast.Attribute(a, b.id, ctx, p.lineno, p.col, p.endLineno, p.endCol);
}

function subscript(ctx: ast.expr_context_kind): Action {
  return (p, a: Expr, b: Expr) => ast.Subscript(a, b, ctx, p.lineno, p.col, p.endLineno, p.endCol);
}

function context(ctx: ast.expr_context_kind): Action {
  return (_p, a: Expr) => withExprContext(a, ctx);
}

function tuple(ctx: ast.expr_context_kind): Action {
  return (p, a: Expr[] | null) => ast.Tuple(a ?? [], ctx, p.lineno, p.col, p.endLineno, p.endCol);
}

function list(ctx: ast.expr_context_kind): Action {
  return (p, a: Expr[] | null) => ast.List(a ?? [], ctx, p.lineno, p.col, p.endLineno, p.endCol);
}

export const targetRules = (): Rules => ({
  star_targets: [
    ["a:star_target !','", first],
    [
      "a:star_target b:(',' c:star_target)* ','?",
      (p, a: Expr, b: Expr[]) => ast.Tuple([a].concat(b), ast.Store, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  star_targets_list_seq: [["a:star_target % ',' ','?", first]],
  star_targets_tuple_seq: [
    ["a:star_target b:(',' c:star_target)+ ','?", prepended],
    ["a:star_target ','", alone],
  ],
  "star_target memo": [
    [
      "'*' a:(!'*' star_target)",
      (p, a: Expr) => ast.Starred(withExprContext(a, ast.Store), ast.Store, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "target_with_star_atom",
  ],
  "target_with_star_atom memo": [
    ["a:t_primary '.' b:NAME !t_lookahead", attribute(ast.Store)],
    ["a:t_primary '[' b:slices ']' !t_lookahead", subscript(ast.Store)],
    "star_atom",
  ],
  star_atom: [
    ["a:NAME", context(ast.Store)],
    ["'(' a:target_with_star_atom ')'", context(ast.Store)],
    ["'(' a:star_targets_tuple_seq? ')'", tuple(ast.Store)],
    ["'[' a:star_targets_list_seq? ']'", list(ast.Store)],
  ],
  single_target: ["single_subscript_attribute_target", ["a:NAME", context(ast.Store)], ["'(' a:single_target ')'", first]],
  single_subscript_attribute_target: [
    ["a:t_primary '.' b:NAME !t_lookahead", attribute(ast.Store)],
    ["a:t_primary '[' b:slices ']' !t_lookahead", subscript(ast.Store)],
  ],
  "t_primary left": [
    ["a:t_primary '.' b:NAME &t_lookahead", attribute(ast.Load)],
    ["a:t_primary '[' b:slices ']' &t_lookahead", subscript(ast.Load)],
    ["a:t_primary b:genexp &t_lookahead", (p, a: Expr, b: Expr) => ast.Call(a, [b], [], p.lineno, p.col, p.endLineno, p.endCol)],
    [
      "a:t_primary '(' b:arguments? ')' &t_lookahead",
      (p, a: Expr, b: CallParts | null) => ast.Call(a, b?.args ?? [], b?.keywords ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
    ["a:atom &t_lookahead", first],
  ],
  t_lookahead: ["'(' | '[' | '.'"],
  del_targets: [["a:del_target % ',' ','?", first]],
  "del_target memo": [
    ["a:t_primary '.' b:NAME !t_lookahead", attribute(ast.Del)],
    ["a:t_primary '[' b:slices ']' !t_lookahead", subscript(ast.Del)],
    "del_t_atom",
  ],
  del_t_atom: [
    ["a:NAME", context(ast.Del)],
    ["'(' a:del_target ')'", context(ast.Del)],
    ["'(' a:del_targets? ')'", tuple(ast.Del)],
    ["'[' a:del_targets? ']'", list(ast.Del)],
  ],
});

/** In `(int, *str, **Any) -> None` the stars say nothing. */
export const functionTypeRules = (): Rules => ({
  type_expressions: [
    ["a:expression % ',' ',' '*' b:expression ',' '**' c:expression", (_p, a: Expr[], b: Expr, c: Expr) => a.concat([b, c])],
    ["a:expression % ',' ',' '*' b:expression", appended],
    ["a:expression % ',' ',' '**' b:expression", appended],
    ["'*' a:expression ',' '**' b:expression", (_p, a: Expr, b: Expr) => [a, b]],
    ["'*' a:expression", alone],
    ["'**' a:expression", alone],
    ["a:expression % ','", first],
  ],
});
