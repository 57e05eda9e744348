// Grammar: expressions, displays, comprehensions (Grammar/python.gram, "expressions" to "comprehensions & generators"). The
// notation is explained in grammar.ts; strings are in rules-strings.ts, calls in rules-arguments.ts. See docs/syntax-errors.md.
import { emptyArguments, withExprContext } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { PegParser, PegToken } from "./parser.ts";
import type { CallParts } from "./rules-arguments.ts";
import type { Action, Rules } from "./grammar.ts";

const first: Action = (_p, a) => a;
type Expr = ast.expr;

/** `a, b, c` as a tuple. */
const tupleOf: Action = (p, a: Expr, b: Expr[]) => ast.Tuple([a].concat(b), ast.Load, p.lineno, p.col, p.endLineno, p.endCol);
const tupleOfOne: Action = (p, a: Expr) => ast.Tuple([a], ast.Load, p.lineno, p.col, p.endLineno, p.endCol);

export const ifExp: Action = (p, body: Expr, test: Expr, orelse: Expr) => ast.IfExp(test, body, orelse, p.lineno, p.col, p.endLineno, p.endCol);

const starred: Action = (p, a: Expr) => ast.Starred(a, ast.Load, p.lineno, p.col, p.endLineno, p.endCol);

function binary(operator: ast.operator_kind): Action {
  return (p, left: Expr, right: Expr) => ast.BinOp(left, operator, right, p.lineno, p.col, p.endLineno, p.endCol);
}

function unary(operator: ast.unaryop_kind): Action {
  return (p, operand: Expr) => ast.UnaryOp(operator, operand, p.lineno, p.col, p.endLineno, p.endCol);
}

function boolean(operator: ast.boolop_kind): Action {
  return (p, a: Expr, b: Expr[]) => ast.BoolOp(operator, [a].concat(b), p.lineno, p.col, p.endLineno, p.endCol);
}

function constant(value: null | boolean): Action {
  return (p) => ast.Constant(value, null, p.lineno, p.col, p.endLineno, p.endCol);
}

interface Comparison {
  op: ast.cmpop_kind;
  right: Expr;
}

function comparison(op: ast.cmpop_kind): Action {
  return (_p, right: Expr): Comparison => ({ op, right });
}

/** After `from __future__ import barry_as_FLUFL` the operator is `<>` (which is a token only then) and not `!=`. */
function checkNotEqual(p: PegParser, token: PegToken): PegToken {
  if (!p.tokenizer.state.barryAsFlufl || p.tokens.text(token.at) === "<>") return token;
  return p.raise("SyntaxError", "with Barry as BDFL, use '<>' instead of '!='");
}

export const expressionRules = (): Rules => ({
  expressions: [["a:expression b:(',' c:expression)+ ','?", tupleOf], ["a:expression ','", tupleOfOne], "expression"],
  "expression memo": [
    "invalid_expression",
    "invalid_legacy_expression",
    ["a:disjunction 'if' b:disjunction 'else' c:expression", ifExp],
    "disjunction",
    "lambdef",
  ],
  yield_expr: [
    ["'yield' 'from' a:expression", (p, a: Expr) => ast.YieldFrom(a, p.lineno, p.col, p.endLineno, p.endCol)],
    ["'yield' a:star_expressions?", (p, a: Expr | null) => ast.Yield(a, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  star_expressions: [
    ["a:star_expression b:(',' c:star_expression)+ ','?", tupleOf],
    ["a:star_expression ','", tupleOfOne],
    "star_expression",
  ],
  "star_expression memo": [["'*' a:bitwise_or", starred], "expression"],
  star_named_expressions: [["a:star_named_expression % ',' ','?", first]],
  star_named_expression: [["'*' a:bitwise_or", starred], "named_expression"],
  assignment_expression: [
    [
      "a:NAME ':=' ~ b:expression",
      (p, a: Expr, b: Expr) => {
        p.needVersion(8, "Assignment expressions are");
        return ast.NamedExpr(withExprContext(a, ast.Store), b, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
  ],
  named_expression: ["assignment_expression", "invalid_named_expression", "expression !':='"],
  "disjunction memo": [["a:conjunction b:('or' c:conjunction)+", boolean(ast.Or)], "conjunction"],
  "conjunction memo": [["a:inversion b:('and' c:inversion)+", boolean(ast.And)], "inversion"],
  "inversion memo": [["'not' a:inversion", unary(ast.Not)], "comparison"],
  comparison: [
    [
      "a:bitwise_or b:compare_op_bitwise_or_pair+",
      (p, a: Expr, b: Comparison[]) =>
        ast.Compare(a, b.map((pair) => pair.op), b.map((pair) => pair.right), p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "bitwise_or",
  ],
  compare_op_bitwise_or_pair: [
    "invalid_inequality",
    "eq_bitwise_or",
    "noteq_bitwise_or",
    "lte_bitwise_or",
    "lt_bitwise_or",
    "gte_bitwise_or",
    "gt_bitwise_or",
    "notin_bitwise_or",
    "in_bitwise_or",
    "isnot_bitwise_or",
    "is_bitwise_or",
  ],
  eq_bitwise_or: [["'==' a:bitwise_or", comparison(ast.Eq)]],
  not_equal: [["t:'!='", checkNotEqual as Action]],
  noteq_bitwise_or: [["not_equal a:bitwise_or", comparison(ast.NotEq)]],
  lte_bitwise_or: [["'<=' a:bitwise_or", comparison(ast.LtE)]],
  lt_bitwise_or: [["'<' a:bitwise_or", comparison(ast.Lt)]],
  gte_bitwise_or: [["'>=' a:bitwise_or", comparison(ast.GtE)]],
  gt_bitwise_or: [["'>' a:bitwise_or", comparison(ast.Gt)]],
  notin_bitwise_or: [["'not' 'in' a:bitwise_or", comparison(ast.NotIn)]],
  in_bitwise_or: [["'in' a:bitwise_or", comparison(ast.In)]],
  isnot_bitwise_or: [["'is' 'not' a:bitwise_or", comparison(ast.IsNot)]],
  is_bitwise_or: [["'is' a:bitwise_or", comparison(ast.Is)]],
  "bitwise_or left": [["a:bitwise_or '|' b:bitwise_xor", binary(ast.BitOr)], "bitwise_xor"],
  "bitwise_xor left": [["a:bitwise_xor '^' b:bitwise_and", binary(ast.BitXor)], "bitwise_and"],
  "bitwise_and left": [["a:bitwise_and '&' b:shift_expr", binary(ast.BitAnd)], "shift_expr"],
  "shift_expr left": [
    ["a:shift_expr '<<' b:sum", binary(ast.LShift)],
    ["a:shift_expr '>>' b:sum", binary(ast.RShift)],
    "invalid_arithmetic",
    "sum",
  ],
  "sum left": [["a:sum '+' b:term", binary(ast.Add)], ["a:sum '-' b:term", binary(ast.Sub)], "term"],
  "term left": [
    ["a:term '*' b:factor", binary(ast.Mult)],
    ["a:term '/' b:factor", binary(ast.Div)],
    ["a:term '//' b:factor", binary(ast.FloorDiv)],
    ["a:term '%' b:factor", binary(ast.Mod)],
    [
      "a:term '@' b:factor",
      (p, a: Expr, b: Expr) => {
        p.needVersion(5, "The '@' operator is");
        return ast.BinOp(a, ast.MatMult, b, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
    "invalid_factor",
    "factor",
  ],
  "factor memo": [
    ["'+' a:factor", unary(ast.UAdd)],
    ["'-' a:factor", unary(ast.USub)],
    ["'~' a:factor", unary(ast.Invert)],
    "power",
  ],
  power: [["a:await_primary '**' b:factor", binary(ast.Pow)], "await_primary"],
  "await_primary memo": [
    [
      "'await' a:primary",
      (p, a: Expr) => {
        p.needVersion(5, "Await expressions are");
        return ast.Await(a, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
    "primary",
  ],
});

export const primaryRules = (): Rules => ({
  "primary left": [
    ["a:primary '.' b:NAME", (p, a: Expr, b: ast.Name) => ast.Attribute(a, b.id, ast.Load, p.lineno, p.col, p.endLineno, p.endCol)],
    ["a:primary b:genexp", (p, a: Expr, b: Expr) => ast.Call(a, [b], [], p.lineno, p.col, p.endLineno, p.endCol)],
    [
      "a:primary '(' b:arguments? ')'",
      (p, a: Expr, b: CallParts | null) => ast.Call(a, b?.args ?? [], b?.keywords ?? [], p.lineno, p.col, p.endLineno, p.endCol),
    ],
    ["a:primary '[' b:slices ']'", (p, a: Expr, b: Expr) => ast.Subscript(a, b, ast.Load, p.lineno, p.col, p.endLineno, p.endCol)],
    "atom",
  ],
  slices: [
    ["a:slice !','", first],
    ["a:(slice | starred_expression) % ',' ','?", (p, a: Expr[]) => ast.Tuple(a, ast.Load, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  slice: [
    [
      "a:expression? ':' b:expression? c:(':' d:expression?)?",
      (p, a: Expr | null, b: Expr | null, c: Expr | null) => ast.Slice(a, b, c, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    ["a:named_expression", first],
  ],
  atom: [
    "NAME",
    ["'True'", constant(true)],
    ["'False'", constant(false)],
    ["'None'", constant(null)],
    "&(STRING | FSTRING_START | TSTRING_START) strings",
    "NUMBER",
    "&'(' (tuple | group | genexp)",
    "&'[' (list | listcomp)",
    "&'{' (dict | set | dictcomp | setcomp)",
    ["'...'", (p) => ast.Constant(p.ellipsis, null, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  group: [["'(' a:(yield_expr | named_expression) ')'", first], "invalid_group"],
  lambdef: [
    [
      "'lambda' a:lambda_params? ':' b:expression",
      (p, a: ast.arguments_ | null, b: Expr) => ast.Lambda(a ?? emptyArguments(), b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
});

interface KeyValuePair {
  key: Expr | null;
  value: Expr;
}

export const displayRules = (): Rules => ({
  list: [
    ["'[' a:star_named_expressions? ']'", (p, a: Expr[] | null) => ast.List(a ?? [], ast.Load, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  tuple: [
    [
      "'(' a:tuple_items? ')'",
      (p, a: Expr[] | null) => ast.Tuple(a ?? [], ast.Load, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  tuple_items: [["y:star_named_expression ',' z:star_named_expressions?", (_p, y: Expr, z: Expr[] | null) => [y].concat(z ?? [])]],
  set: [["'{' a:star_named_expressions '}'", (p, a: Expr[]) => ast.Set(a, p.lineno, p.col, p.endLineno, p.endCol)]],
  dict: [
    [
      "'{' a:double_starred_kvpairs? '}'",
      (p, a: KeyValuePair[] | null) =>
        ast.Dict((a ?? []).map((pair) => pair.key), (a ?? []).map((pair) => pair.value), p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "'{' invalid_double_starred_kvpairs '}'",
  ],
  double_starred_kvpairs: [["a:double_starred_kvpair % ',' ','?", first]],
  double_starred_kvpair: [["'**' a:bitwise_or", (_p, a: Expr): KeyValuePair => ({ key: null, value: a })], "kvpair"],
  kvpair: [["a:expression ':' b:expression", (_p, a: Expr, b: Expr): KeyValuePair => ({ key: a, value: b })]],
  for_if_clauses: [["a:for_if_clause+", first]],
  for_if_clause: [
    [
      "'async' 'for' a:star_targets 'in' ~ b:disjunction c:('if' z:disjunction)*",
      (p, a: Expr, b: Expr, c: Expr[]) => {
        p.needVersion(6, "Async comprehensions are");
        return ast.comprehension(a, b, c, 1);
      },
    ],
    ["'for' a:star_targets 'in' ~ b:disjunction c:('if' z:disjunction)*", (_p, a: Expr, b: Expr, c: Expr[]) => ast.comprehension(a, b, c, 0)],
    "invalid_for_if_clause",
    "invalid_for_target",
  ],
  listcomp: [
    [
      "'[' a:named_expression b:for_if_clauses ']'",
      (p, a: Expr, b: ast.comprehension[]) => ast.ListComp(a, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_comprehension",
  ],
  setcomp: [
    [
      "'{' a:named_expression b:for_if_clauses '}'",
      (p, a: Expr, b: ast.comprehension[]) => ast.SetComp(a, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_comprehension",
  ],
  genexp: [
    [
      "'(' a:(assignment_expression | expression !':=') b:for_if_clauses ')'",
      (p, a: Expr, b: ast.comprehension[]) => ast.GeneratorExp(a, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_comprehension",
  ],
  dictcomp: [
    [
      "'{' a:kvpair b:for_if_clauses '}'",
      (p, a: KeyValuePair, b: ast.comprehension[]) => ast.DictComp(a.key!, a.value, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_dict_comprehension",
  ],
});
