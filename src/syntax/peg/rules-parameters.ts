// Grammar: parameters of functions and lambdas, type parameters (Grammar/python.gram, "function parameters", "lambda functions",
// "type parameter declaration"). The notation is explained in grammar.ts. See docs/syntax-errors.md.
import { addTypeCommentToArg, makeArguments, nameDefaultPair } from "../actions.ts";
import type { NameDefaultPair, SlashWithDefault, StarEtc } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { PegParser, PegToken } from "./parser.ts";
import type { Action, Alternative, Rules } from "./grammar.ts";

const first: Action = (_p, a) => a;
type Args = ast.arg[];
type Pairs = NameDefaultPair[];

const slashWithDefault: Action = (_p, plainNames: Args, namesWithDefaults: Pairs): SlashWithDefault => ({ plainNames, namesWithDefaults });
const starEtc: Action = (_p, vararg: ast.arg, kwonlyargs: Pairs, kwarg: ast.arg | null): StarEtc => ({ vararg, kwonlyargs, kwarg });
const bareStarEtc: Action = (_p, kwonlyargs: Pairs, kwarg: ast.arg | null): StarEtc => ({ vararg: null, kwonlyargs, kwarg });
const kwargEtc: Action = (_p, kwarg: ast.arg): StarEtc => ({ vararg: null, kwonlyargs: [], kwarg });

function positionalOnly(p: PegParser, args: ast.arguments_): ast.arguments_ {
  p.needVersion(8, "Positional-only parameters are");
  return args;
}

/** The five forms of a parameter list, for functions ("") and lambdas ("lambda_"). */
function parameterList(prefix: "" | "lambda_"): readonly Alternative[] {
  const plain = `${prefix}param_no_default`;
  const withDefault = `${prefix}param_with_default`;
  const etc = `${prefix}star_etc`;
  return [
    [
      `a:${prefix}slash_no_default b:${plain}* c:${withDefault}* d:${etc}?`,
      (p, a: Args, b: Args, c: Pairs, d: StarEtc | null) => positionalOnly(p, makeArguments(a, null, b, c, d)),
    ],
    [
      `a:${prefix}slash_with_default b:${withDefault}* c:${etc}?`,
      (p, a: SlashWithDefault, b: Pairs, c: StarEtc | null) => positionalOnly(p, makeArguments(null, a, null, b, c)),
    ],
    [`a:${plain}+ b:${withDefault}* c:${etc}?`, (_p, a: Args, b: Pairs, c: StarEtc | null) => makeArguments(null, null, a, b, c)],
    [`a:${withDefault}+ b:${etc}?`, (_p, a: Pairs, b: StarEtc | null) => makeArguments(null, null, null, a, b)],
    [`a:${etc}`, (_p, a: StarEtc) => makeArguments(null, null, null, null, a)],
  ];
}

const withComment: Action = (p, arg: ast.arg, comment: PegToken | null) => addTypeCommentToArg(arg, p.typeComment(comment));
const pair: Action = (p, arg: ast.arg, value: ast.expr | null, comment: PegToken | null) => nameDefaultPair(arg, value, p.typeComment(comment));
const lambdaPair: Action = (_p, arg: ast.arg, value: ast.expr | null) => nameDefaultPair(arg, value, null);
const argument: Action = (p, name: ast.Name, annotation: ast.expr | null) =>
  ast.arg(name.id, annotation ?? null, null, p.lineno, p.col, p.endLineno, p.endCol);

export const parameterRules = (): Rules => ({
  params: ["invalid_parameters", "parameters"],
  parameters: parameterList(""),
  slash_no_default: [
    ["a:param_no_default+ '/' ','", first],
    ["a:param_no_default+ '/' &')'", first],
  ],
  slash_with_default: [
    ["a:param_no_default* b:param_with_default+ '/' ','", slashWithDefault],
    ["a:param_no_default* b:param_with_default+ '/' &')'", slashWithDefault],
  ],
  star_etc: [
    "invalid_star_etc",
    ["'*' a:param_no_default b:param_maybe_default* c:kwds?", starEtc],
    ["'*' a:param_no_default_star_annotation b:param_maybe_default* c:kwds?", starEtc],
    ["'*' ',' b:param_maybe_default+ c:kwds?", bareStarEtc],
    ["a:kwds", kwargEtc],
  ],
  kwds: ["invalid_kwds", ["'**' a:param_no_default", first]],
  // A parameter takes the comma after it, and the type comment after that; without a comma it must be the last.
  param_no_default: [
    ["a:param ',' c:TYPE_COMMENT?", withComment],
    ["a:param c:TYPE_COMMENT? &')'", withComment],
  ],
  param_no_default_star_annotation: [
    ["a:param_star_annotation ',' c:TYPE_COMMENT?", withComment],
    ["a:param_star_annotation c:TYPE_COMMENT? &')'", withComment],
  ],
  param_with_default: [
    ["a:param b:default ',' c:TYPE_COMMENT?", pair],
    ["a:param b:default c:TYPE_COMMENT? &')'", pair],
  ],
  param_maybe_default: [
    ["a:param b:default? ',' c:TYPE_COMMENT?", pair],
    ["a:param b:default? c:TYPE_COMMENT? &')'", pair],
  ],
  param: [["a:NAME b:annotation?", argument]],
  param_star_annotation: [["a:NAME b:star_annotation", argument]],
  annotation: [["':' a:expression", first]],
  star_annotation: [["':' a:star_expression", first]],
  default: [["'=' a:expression", first], "invalid_default"],
});

export const lambdaParameterRules = (): Rules => ({
  lambda_params: ["invalid_lambda_parameters", "lambda_parameters"],
  lambda_parameters: parameterList("lambda_"),
  lambda_slash_no_default: [
    ["a:lambda_param_no_default+ '/' ','", first],
    ["a:lambda_param_no_default+ '/' &':'", first],
  ],
  lambda_slash_with_default: [
    ["a:lambda_param_no_default* b:lambda_param_with_default+ '/' ','", slashWithDefault],
    ["a:lambda_param_no_default* b:lambda_param_with_default+ '/' &':'", slashWithDefault],
  ],
  lambda_star_etc: [
    "invalid_lambda_star_etc",
    ["'*' a:lambda_param_no_default b:lambda_param_maybe_default* c:lambda_kwds?", starEtc],
    ["'*' ',' b:lambda_param_maybe_default+ c:lambda_kwds?", bareStarEtc],
    ["a:lambda_kwds", kwargEtc],
  ],
  lambda_kwds: ["invalid_lambda_kwds", ["'**' a:lambda_param_no_default", first]],
  lambda_param_no_default: [
    ["a:lambda_param ','", first],
    ["a:lambda_param &':'", first],
  ],
  lambda_param_with_default: [
    ["a:lambda_param b:default ','", lambdaPair],
    ["a:lambda_param b:default &':'", lambdaPair],
  ],
  lambda_param_maybe_default: [
    ["a:lambda_param b:default? ','", lambdaPair],
    ["a:lambda_param b:default? &':'", lambdaPair],
  ],
  lambda_param: [["a:NAME", (p, a: ast.Name) => ast.arg(a.id, null, null, p.lineno, p.col, p.endLineno, p.endCol)]],
});

const typeParameterDefault: Action = (p, a: ast.expr) => {
  p.needVersion(13, "Type parameter defaults are");
  return a;
};

export const typeParameterRules = (): Rules => ({
  type_params: [
    "invalid_type_params",
    [
      "'[' t:type_param_seq ']'",
      (p, t: ast.type_param[]) => {
        p.needVersion(12, "Type parameter lists are");
        return t;
      },
    ],
  ],
  type_param_seq: [["a:type_param % ',' ','?", first]],
  "type_param memo": [
    [
      "a:NAME b:type_param_bound? c:type_param_default?",
      (p, a: ast.Name, b: ast.expr | null, c: ast.expr | null) => ast.TypeVar(a.id, b, c, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_type_param",
    [
      "'*' a:NAME b:type_param_starred_default?",
      (p, a: ast.Name, b: ast.expr | null) => ast.TypeVarTuple(a.id, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    [
      "'**' a:NAME b:type_param_default?",
      (p, a: ast.Name, b: ast.expr | null) => ast.ParamSpec(a.id, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  type_param_bound: [["':' a:expression", first]],
  type_param_default: [["'=' a:expression", typeParameterDefault]],
  type_param_starred_default: [["'=' a:star_expression", typeParameterDefault]],
});
