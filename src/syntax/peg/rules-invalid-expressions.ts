// Second-pass grammar: wrong expressions, displays, calls and strings, with CPython's messages (the invalid_ rules of
// Grammar/python.gram). Their order among each other decides which message is seen. See docs/syntax-errors.md.
import * as ast from "../ast.generated.ts";
import { exprName, isLegacyStatement, lastOfComprehension } from "./invalid.ts";
import type { PegParser, PegToken } from "./parser.ts";
import { ifExp } from "./rules-expressions.ts";
import type { CallParts } from "./rules-arguments.ts";
import type { Action, Alternative, Rules } from "./grammar.ts";

type Expr = ast.expr;
type Comprehensions = ast.comprehension[];

function at(message: string): Action {
  return (p, a) => p.raiseAt(a, message);
}

function range(message: string): Action {
  return (p, a, b) => p.raiseRange(a, b, message);
}

function from(message: string): Action {
  return (p, a) => p.raiseFrom(a, message);
}

function onNext(message: string): Action {
  return (p) => p.raiseOnNext(message);
}

const maybeEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
const unparenthesized: Action = (p, a: Expr, b: Comprehensions) =>
  p.raiseRange(a, lastOfComprehension(b), "Generator expression must be parenthesized");

/** `f(x, y for y in z)`: only the second and later arguments are at fault. */
function generatorAfterArguments(p: PegParser, a: CallParts, b: Comprehensions): unknown {
  if (a.args.length <= 1) return null;
  return p.raiseRange(a.args[a.args.length - 1], lastOfComprehension(b), "Generator expression must be parenthesized");
}

function positionalAfterKeyword(p: PegParser, a: CallParts): unknown {
  const unpacking = a.keywords.some((keyword) => keyword.arg === null);
  return p.raise("SyntaxError", `positional argument follows keyword argument${unpacking ? " unpacking" : ""}`);
}

/** Two expressions next to each other: within brackets a comma is what lacks, most likely. */
function missingComma(p: PegParser, a: Expr, b: Expr): unknown {
  if (isLegacyStatement(a) || p.lastLevel() === 0) return null;
  return p.raiseRange(a, b, "invalid syntax. Perhaps you forgot a comma?");
}

export const invalidExpressionRules = (): Rules => ({
  invalid_arguments: [
    [
      "((starred_expression | (assignment_expression | expression !':=') !'=') % ',' ',' kwargs | kwargs) a:',' (starred_expression !'=') % ','",
      from("iterable argument unpacking follows keyword argument unpacking"),
    ],
    ["a:expression b:for_if_clauses ',' (args | expression for_if_clauses)?", unparenthesized],
    ["a:NAME b:'=' expression for_if_clauses", range(maybeEqual)],
    ["(args ',')? a:NAME b:'=' &(',' | ')')", range("expected argument value expression")],
    ["a:args b:for_if_clauses", generatorAfterArguments as Action],
    ["args ',' a:expression b:for_if_clauses", unparenthesized],
    ["a:args ',' args", positionalAfterKeyword as Action],
  ],
  invalid_kwarg: [
    ["a:('True' | 'False' | 'None') b:'='", (p, a: PegToken, b: PegToken) => p.raiseRange(a, b, `cannot assign to ${p.tokens.text(a.at)}`)],
    ["a:NAME b:'=' expression for_if_clauses", range(maybeEqual)],
    ["!(NAME '=') a:expression b:'='", range('expression cannot contain assignment, perhaps you meant "=="?')],
    ["a:'**' expression '=' b:expression", range("cannot assign to keyword argument unpacking")],
  ],
  // Named so that no rule below it, however deep, tries its invalid_ alternatives.
  expression_without_invalid: [["a:disjunction 'if' b:disjunction 'else' c:expression", ifExp], "disjunction", "lambdef"],
  invalid_legacy_expression: [
    [
      "a:NAME !'(' b:star_expressions",
      (p, a: ast.Name, b: Expr) =>
        isLegacyStatement(a) ? p.raiseRange(a, b, `Missing parentheses in call to '${a.id}'. Did you mean ${a.id}(...)?`) : null,
    ],
  ],
  invalid_expression: [
    [
      "STRING a:(!STRING expression_without_invalid)+ STRING",
      (p, a: Expr[]) => p.raiseRange(a[0], a[a.length - 1], "invalid syntax. Is this intended to be part of the string?"),
    ],
    // A name before a string may be a wrong prefix, a soft keyword the begin of a statement: the message would mislead.
    ["!(NAME STRING | SOFT_KEYWORD) a:disjunction b:expression_without_invalid", missingComma as Action],
    ["a:disjunction 'if' b:disjunction !('else' | ':')", range("expected 'else' after 'if' expression")],
    ["a:disjunction 'if' b:disjunction 'else' !expression", onNext("expected expression after 'else', but statement is given")],
    [
      "a:(pass_stmt | break_stmt | continue_stmt) 'if' b:disjunction 'else' c:simple_stmt",
      at("expected expression before 'if', but statement is given"),
    ],
    ["a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE", range("f-string: lambda expressions are not allowed without parentheses")],
    ["a:'lambda' lambda_params? b:':' &TSTRING_MIDDLE", range("t-string: lambda expressions are not allowed without parentheses")],
  ],
  "invalid_named_expression memo": [
    ["a:expression ':=' expression", (p, a: Expr) => p.raiseAt(a, `cannot use assignment expressions with ${exprName(a)}`)],
    ["a:NAME '=' b:bitwise_or !('=' | ':=')", range(maybeEqual)],
    [
      "!(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or b:'=' bitwise_or !('=' | ':=')",
      (p, a: Expr) => p.raiseAt(a, `cannot assign to ${exprName(a)} here. Maybe you meant '==' instead of '='?`),
    ],
  ],
  invalid_comprehension: [
    ["('[' | '(' | '{') a:starred_expression for_if_clauses", at("iterable unpacking cannot be used in comprehension")],
    [
      "('[' | '{') a:star_named_expression ',' b:star_named_expressions for_if_clauses",
      (p, a: Expr, b: Expr[]) => p.raiseRange(a, b[b.length - 1], "did you forget parentheses around the comprehension target?"),
    ],
    ["('[' | '{') a:star_named_expression b:',' for_if_clauses", range("did you forget parentheses around the comprehension target?")],
  ],
  invalid_dict_comprehension: [["'{' a:'**' bitwise_or for_if_clauses '}'", at("dict unpacking cannot be used in dict comprehension")]],
  invalid_for_if_clause: [
    ["'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'", (p) => p.raise("SyntaxError", "'in' expected after for-loop variables")],
  ],
  invalid_group: [
    ["'(' a:starred_expression ')'", at("cannot use starred expression here")],
    ["'(' a:'**' expression ')'", at("cannot use double starred expression here")],
  ],
  invalid_double_starred_kvpairs: [
    "double_starred_kvpair % ',' ',' invalid_kvpair",
    ["expression ':' a:'*' bitwise_or", from("cannot use a starred expression in a dictionary value")],
    ["expression a:':' &('}' | ',')", at("expression expected after dictionary key and ':'")],
  ],
  invalid_kvpair: [
    [
      "a:expression !(':')",
      (p, a: Expr) => p.raiseLocation("SyntaxError", a.lineno, a.end_col_offset, a.end_lineno, 0, "':' expected after dictionary key"),
    ],
    ["expression ':' a:'*' bitwise_or", from("cannot use a starred expression in a dictionary value")],
    ["expression a:':' &('}' | ',')", at("expression expected after dictionary key and ':'")],
  ],
  invalid_starred_expression_unpacking: [["a:'*' expression '=' b:expression", range("cannot assign to iterable argument unpacking")]],
  invalid_starred_expression: [["'*'", (p) => p.raise("SyntaxError", "Invalid star expression")]],
  invalid_string_tstring_concat: [
    ["a:(fstring | string)+ b:tstring", (p, a: Expr[], b: Expr) => mixedStrings(p, a, b)],
    ["a:tstring+ b:(fstring | string)", (p, a: Expr[], b: Expr) => mixedStrings(p, a, b)],
  ],
  invalid_inequality: [
    [
      "a:'<' b:'>'",
      (p, a: PegToken, b: PegToken) =>
        a.end_lineno === b.lineno && a.end_col_offset === b.col_offset
          ? p.raiseRange(a, b, "invalid syntax.  Maybe you meant '!=' instead of '<>'?")
          : null,
    ],
  ],
  invalid_arithmetic: [
    ["sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion", range("'not' after an operator must be parenthesized")],
  ],
  invalid_factor: [["('+' | '-' | '~') a:'not' b:factor", range("'not' after an operator must be parenthesized")]],
});

function mixedStrings(p: PegParser, a: Expr[], b: Expr): unknown {
  return p.raiseRange(a[a.length - 1], b, "cannot mix t-string literals with string or bytes literals");
}

/** Wrong replacement fields, of f-strings ("f") or t-strings ("t"). */
function wrongFields(kind: "f" | "t"): readonly Alternative[] {
  const say = `${kind}-string: `;
  const spec = "fstring_format_spec"; // for t-strings too
  return [
    ["'{' a:'='", at(`${say}valid expression required before '='`)],
    ["'{' a:'!'", at(`${say}valid expression required before '!'`)],
    ["'{' a:':'", at(`${say}valid expression required before ':'`)],
    ["'{' a:'}'", at(`${say}valid expression required before '}'`)],
    ["'{' !annotated_rhs", onNext(`${say}expecting a valid expression after '{'`)],
    ["'{' annotated_rhs !('=' | '!' | ':' | '}')", onNext(`${say}expecting '=', or '!', or ':', or '}'`)],
    ["'{' annotated_rhs '=' !('!' | ':' | '}')", onNext(`${say}expecting '!', or ':', or '}'`)],
    `'{' annotated_rhs '='? invalid_${kind}string_conversion_character`,
    ["'{' annotated_rhs '='? ('!' NAME)? !(':' | '}')", onNext(`${say}expecting ':' or '}'`)],
    [`'{' annotated_rhs '='? ('!' NAME)? ':' ${spec}* !'}'`, onNext(`${say}expecting '}', or format specs`)],
    ["'{' annotated_rhs '='? ('!' NAME)? !'}'", onNext(`${say}expecting '}'`)],
  ];
}

function wrongConversion(kind: "f" | "t"): readonly Alternative[] {
  return [
    ["'!' &(':' | '}')", onNext(`${kind}-string: missing conversion character`)],
    ["'!' !NAME", onNext(`${kind}-string: invalid conversion character`)],
  ];
}

export const invalidStringRules = (): Rules => ({
  invalid_fstring_replacement_field: wrongFields("f"),
  invalid_fstring_conversion_character: wrongConversion("f"),
  invalid_tstring_replacement_field: wrongFields("t"),
  invalid_tstring_conversion_character: wrongConversion("t"),
});
