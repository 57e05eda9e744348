// Second-pass grammar: wrong statements, parameters and patterns, with CPython's messages (the invalid_ rules of
// Grammar/python.gram). Their order among each other decides which message is seen. See docs/syntax-errors.md.
import * as ast from "../ast.generated.ts";
import { DEL_TARGETS, FOR_TARGETS, STAR_TARGETS, exprName } from "./invalid.ts";
import type { TargetsKind } from "./invalid.ts";
import type { PegToken } from "./parser.ts";
import type { Action, Alternative, Rules } from "./grammar.ts";

type Expr = ast.expr;
const first: Action = (_p, a) => a;

function at(message: string): Action {
  return (p, a) => p.raiseAt(a, message);
}

function range(message: string): Action {
  return (p, a, b) => p.raiseRange(a, b, message);
}

function from(message: string): Action {
  return (p, a) => p.raiseFrom(a, message);
}

function here(message: string): Action {
  return (p) => p.raise("SyntaxError", message);
}

/** `what` names the expression: at("cannot use X as import target"). */
function named(before: string, after: string): Action {
  return (p, a: Expr) => p.raiseAt(a, `${before}${exprName(a)}${after}`);
}

/** The block that `what`, begun by the captured token, lacks. */
function noBlock(what: string): Action {
  return (p, a: PegToken) => p.raise("IndentationError", `expected an indented block after ${what} on line ${a.lineno}`);
}

function target(kind: TargetsKind): Action {
  return (p, a: Expr) => p.raiseInvalidTarget(kind, a);
}

const expectedColon = here("expected ':'");

export const invalidSimpleRules = (): Rules => ({
  invalid_assignment: [
    ["a:invalid_ann_assign_target ':' expression", named("only single target (not ", ") can be annotated")],
    ["a:star_named_expression ',' star_named_expressions* ':' expression", at("only single target (not tuple) can be annotated")],
    ["a:expression ':' expression", at("illegal target for annotation")],
    ["(star_targets '=')* a:star_expressions '='", target(STAR_TARGETS)],
    ["(star_targets '=')* a:yield_expr '='", at("assignment to yield expression not possible")],
    ["a:star_expressions augassign annotated_rhs", named("'", "' is an illegal expression for augmented assignment")],
  ],
  invalid_ann_assign_target: ["list", "tuple", ["'(' a:invalid_ann_assign_target ')'", first]],
  invalid_del_stmt: [["'del' a:star_expressions", target(DEL_TARGETS)]],
  invalid_block: [["NEWLINE !INDENT", (p) => p.raise("IndentationError", "expected an indented block")]],
  invalid_import: [
    ["a:'import' dotted_name % ',' 'from' dotted_name", from("Did you mean to use 'from ... import ...' instead?")],
    ["'import' a:NEWLINE", from("Expected one or more names after 'import'")],
  ],
  invalid_dotted_as_name: [["dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression", named("cannot use ", " as import target")]],
  invalid_import_from_as_name: [["NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression", named("cannot use ", " as import target")]],
  invalid_import_from_targets: [
    ["import_from_as_names ',' NEWLINE", here("trailing comma not allowed without surrounding parentheses")],
    ["a:NEWLINE", from("Expected one or more names after 'import'")],
  ],
  invalid_type_params: [["'[' a:']'", from("Type parameter list cannot be empty")]],
  invalid_type_param: [
    ["'*' NAME c:':' e:expression", boundOf("TypeVarTuple")],
    ["'**' NAME c:':' e:expression", boundOf("ParamSpec")],
  ],
});

function boundOf(what: string): Action {
  return (p, colon: PegToken, e: Expr) => p.raiseFrom(colon, `cannot use ${e.nodeKind === ast.Tuple_kind ? "constraints" : "bound"} with ${what}`);
}

export const invalidCompoundRules = (): Rules => ({
  invalid_for_target: [["'async'? 'for' a:star_expressions", target(FOR_TARGETS)]],
  invalid_with_item: [["expression 'as' a:expression &(',' | ')' | ':')", target(STAR_TARGETS)]],
  invalid_with_stmt: [
    ["'async'? 'with' (expression ('as' star_target)?) % ',' NEWLINE", expectedColon],
    ["'async'? 'with' '(' (expressions ('as' star_target)?) % ',' ','? ')' NEWLINE", expectedColon],
  ],
  invalid_with_stmt_indent: [
    ["'async'? a:'with' (expression ('as' star_target)?) % ',' ':' NEWLINE !INDENT", noBlock("'with' statement")],
    ["'async'? a:'with' '(' (expressions ('as' star_target)?) % ',' ','? ')' ':' NEWLINE !INDENT", noBlock("'with' statement")],
  ],
  invalid_try_stmt: [
    ["a:'try' ':' NEWLINE !INDENT", noBlock("'try' statement")],
    ["'try' ':' block !('except' | 'finally')", here("expected 'except' or 'finally' block")],
    [
      "'try' ':' block* except_block+ a:'except' b:'*' expression ('as' NAME)? ':'",
      range("cannot have both 'except' and 'except*' on the same 'try'"),
    ],
    [
      "'try' ':' block* except_star_block+ a:'except' (expression ('as' NAME)?)? ':'",
      at("cannot have both 'except' and 'except*' on the same 'try'"),
    ],
  ],
  invalid_except_stmt: [
    ["'except' a:expression ',' expressions 'as' NAME ':'", from("multiple exception types must be parenthesized when using 'as'")],
    ["'except' expression ('as' NAME)? NEWLINE", expectedColon],
    ["'except' NEWLINE", expectedColon],
    ["'except' expression 'as' a:expression ':' block", named("cannot use except statement with ", "")],
  ],
  invalid_except_star_stmt: [
    ["'except' '*' a:expression ',' expressions 'as' NAME ':'", from("multiple exception types must be parenthesized when using 'as'")],
    ["'except' '*' expression ('as' NAME)? NEWLINE", expectedColon],
    ["'except' '*' (NEWLINE | ':')", here("expected one or more exception types")],
    ["'except' '*' expression 'as' a:expression ':' block", named("cannot use except* statement with ", "")],
  ],
  invalid_finally_stmt: [["a:'finally' ':' NEWLINE !INDENT", noBlock("'finally' statement")]],
  invalid_except_stmt_indent: [
    ["a:'except' expression ('as' NAME)? ':' NEWLINE !INDENT", noBlock("'except' statement")],
    ["a:'except' ':' NEWLINE !INDENT", noBlock("'except' statement")],
  ],
  invalid_except_star_stmt_indent: [
    ["a:'except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT", noBlock("'except*' statement")],
  ],
  invalid_if_stmt: [
    ["'if' named_expression NEWLINE", expectedColon],
    ["a:'if' named_expression ':' NEWLINE !INDENT", noBlock("'if' statement")],
  ],
  invalid_elif_stmt: [
    ["'elif' named_expression NEWLINE", expectedColon],
    ["a:'elif' named_expression ':' NEWLINE !INDENT", noBlock("'elif' statement")],
  ],
  invalid_else_stmt: [
    ["a:'else' ':' NEWLINE !INDENT", noBlock("'else' statement")],
    ["'else' ':' block 'elif'", here("'elif' block follows an 'else' block")],
  ],
  invalid_while_stmt: [
    ["'while' named_expression NEWLINE", expectedColon],
    ["a:'while' named_expression ':' NEWLINE !INDENT", noBlock("'while' statement")],
  ],
  invalid_for_stmt: [
    ["'async'? 'for' star_targets 'in' star_expressions NEWLINE", expectedColon],
    ["'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT", noBlock("'for' statement")],
  ],
  invalid_def_raw: [
    ["'async'? a:'def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT", noBlock("function definition")],
    "'async'? 'def' NAME type_params? !!'(' params? ')' ('->' expression)? !!':' func_type_comment? block",
  ],
  invalid_double_type_comments: [
    ["TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT", here("Cannot have two type comments on def")],
  ],
  invalid_class_def_raw: [
    ["'class' NAME type_params? ('(' arguments? ')')? NEWLINE", expectedColon],
    ["a:'class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT", noBlock("class definition")],
  ],
});

export const invalidPatternRules = (): Rules => ({
  invalid_match_stmt: [
    [
      "\"match\" subject_expr NEWLINE",
      (p) => {
        p.needVersion(10, "Pattern matching is");
        return p.raise("SyntaxError", "expected ':'");
      },
    ],
    ["a:\"match\" subject_expr ':' NEWLINE !INDENT", noBlock("'match' statement")],
  ],
  invalid_case_block: [
    ["\"case\" patterns guard? NEWLINE", expectedColon],
    ["a:\"case\" patterns guard? ':' NEWLINE !INDENT", noBlock("'case' statement")],
  ],
  invalid_as_pattern: [
    ["or_pattern 'as' a:\"_\"", at("cannot use '_' as a target")],
    ["or_pattern 'as' a:expression", named("cannot use ", " as pattern target")],
  ],
  invalid_class_pattern: [
    [
      "name_or_attr '(' a:invalid_class_argument_pattern",
      (p, a: ast.pattern[]) => p.raiseRange(a[0], a[a.length - 1], "positional patterns follow keyword patterns"),
    ],
  ],
  invalid_class_argument_pattern: [["(positional_patterns ',')? keyword_patterns ',' a:positional_patterns", first]],
});

/** Wrong parameter lists, of functions ("") and lambdas ("lambda_"). */
function wrongParameters(prefix: "" | "lambda_", parenthesized: string, message: string): readonly Alternative[] {
  const plain = `${prefix}param_no_default`;
  const maybe = `${prefix}param_maybe_default`;
  const slash = `(${prefix}slash_no_default | ${prefix}slash_with_default)`;
  return [
    ["a:'/' ','", at("at least one argument must precede /")],
    [`${slash} ${maybe}* a:'/'`, at("/ may appear only once")],
    [
      `${prefix}slash_no_default? ${plain}* invalid_${prefix}parameters_helper a:${plain}`,
      at("parameter without a default follows parameter with a default"),
    ],
    [`${plain}* a:'(' ${parenthesized} ','? b:')'`, range(message)],
    [`${slash}? ${maybe}* '*' (',' | ${plain}) ${maybe}* a:'/'`, at("/ must be ahead of *")],
    [`${maybe}+ '/' a:'*'`, at("expected comma between / and *")],
  ];
}

const onlyOnce = at("* argument may appear only once");
const varPositionalDefault = at("var-positional argument cannot have default value");

function wrongKeywords(param: string): readonly Alternative[] {
  return [
    [`'**' ${param} a:'='`, at("var-keyword argument cannot have default value")],
    [`'**' ${param} ',' a:${param}`, at("arguments cannot follow var-keyword argument")],
    [`'**' ${param} ',' a:('*' | '**' | '/')`, at("arguments cannot follow var-keyword argument")],
  ];
}

export const invalidParameterRules = (): Rules => ({
  invalid_parameters: wrongParameters("", "param_no_default+", "Function parameters cannot be parenthesized"),
  invalid_default: [["a:'=' &(')' | ',')", at("expected default value expression")]],
  invalid_star_etc: [
    ["a:'*' (')' | ',' (')' | '**'))", at("named arguments must follow bare *")],
    ["'*' ',' TYPE_COMMENT", here("bare * has associated type comment")],
    ["'*' param a:'='", varPositionalDefault],
    ["'*' (param_no_default | ',') param_maybe_default* a:'*' (param_no_default | ',')", onlyOnce],
  ],
  invalid_kwds: wrongKeywords("param"),
  invalid_parameters_helper: [["a:slash_with_default", (_p, a: unknown) => [a]], "param_with_default+"],
  invalid_lambda_parameters: wrongParameters("lambda_", "lambda_param % ','", "Lambda expression parameters cannot be parenthesized"),
  invalid_lambda_parameters_helper: [["a:lambda_slash_with_default", (_p, a: unknown) => [a]], "lambda_param_with_default+"],
  invalid_lambda_star_etc: [
    ["'*' (':' | ',' (':' | '**'))", here("named arguments must follow bare *")],
    ["'*' lambda_param a:'='", varPositionalDefault],
    ["'*' (lambda_param_no_default | ',') lambda_param_maybe_default* a:'*' (lambda_param_no_default | ',')", onlyOnce],
  ],
  invalid_lambda_kwds: wrongKeywords("lambda_param"),
});
