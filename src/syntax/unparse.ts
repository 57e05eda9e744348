// Expressions back to text, the way `from __future__ import annotations` stores them. Mirrors CPython's Python/ast_unparse.c, which
// is not ast.unparse: it knows no line breaks, quotes or comments. See docs/syntax-tree.md.
import { ComplexConst, ELLIPSIS, FloatConst, TupleConst } from "../base/constant.ts";
import type { ConstValue, TextConst } from "../base/constant.ts";
import * as ast from "./ast.generated.ts";
import { constRepr, textRepr } from "./const-repr.ts";
import { concatenateText, textOfCodePoints } from "./string-literals.ts";

export { constRepr };

// Priorities, low to high.
const PR_TUPLE = 0;
const PR_TEST = 1;
const PR_OR = 2;
const PR_AND = 3;
const PR_NOT = 4;
const PR_CMP = 5;
const PR_EXPR = 6;
const PR_FACTOR = 12;
const PR_POWER = 13;
const PR_AWAIT = 14;
const PR_ATOM = 15;

/** Indexed by operator number: text and priority. */
const binaryOperators: readonly (readonly [string, number])[] = [
  ["", 0], [" + ", 10], [" - ", 10], [" * ", 11], [" @ ", 11], [" / ", 11], [" % ", 11], [" ** ", PR_POWER], [" << ", 9], [" >> ", 9],
  [" | ", 6], [" ^ ", 7], [" & ", 8], [" // ", 11],
];
const unaryOperators: readonly string[] = ["", "~", "not ", "+", "-"];
const comparisonOperators: readonly string[] = ["", " == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "];

/** The text that an annotation becomes. */
export function unparseExpr(expr: ast.expr): string {
  return unparse(expr, PR_TEST);
}

function parenthesise(text: string, wanted: boolean): string {
  return wanted ? `(${text})` : text;
}

function unparseAll(exprs: readonly ast.expr[], level: number): string {
  return exprs.map((expr) => unparse(expr, level)).join(", ");
}

function unparse(e: ast.expr, level: number): string {
  switch (e.nodeKind) {
    case ast.BoolOp_kind: {
      const priority = e.op === ast.And ? PR_AND : PR_OR;
      const text = e.values.map((value) => unparse(value, priority + 1)).join(e.op === ast.And ? " and " : " or ");
      return parenthesise(text, level > priority);
    }
    case ast.BinOp_kind: {
      const [operator, priority] = binaryOperators[e.op]!;
      const rightAssociative = e.op === ast.Pow ? 1 : 0;
      const text = unparse(e.left, priority + rightAssociative) + operator + unparse(e.right, priority + 1 - rightAssociative);
      return parenthesise(text, level > priority);
    }
    case ast.UnaryOp_kind: {
      const priority = e.op === ast.Not ? PR_NOT : PR_FACTOR;
      return parenthesise(unaryOperators[e.op]! + unparse(e.operand, priority), level > priority);
    }
    case ast.Lambda_kind:
      return parenthesise(unparseLambda(e), level > PR_TEST);
    case ast.IfExp_kind: {
      const text = `${unparse(e.body, PR_TEST + 1)} if ${unparse(e.test, PR_TEST + 1)} else ${unparse(e.orelse, PR_TEST)}`;
      return parenthesise(text, level > PR_TEST);
    }
    case ast.Dict_kind:
      return `{${e.values.map((value, i) => unparseItem(e.keys[i]!, value)).join(", ")}}`;
    case ast.Set_kind:
      return `{${unparseAll(e.elts, PR_TEST)}}`;
    case ast.GeneratorExp_kind:
      return `(${unparse(e.elt, PR_TEST)}${unparseGenerators(e.generators)})`;
    case ast.ListComp_kind:
      return `[${unparse(e.elt, PR_TEST)}${unparseGenerators(e.generators)}]`;
    case ast.SetComp_kind:
      return `{${unparse(e.elt, PR_TEST)}${unparseGenerators(e.generators)}}`;
    case ast.DictComp_kind:
      return `{${unparse(e.key, PR_TEST)}: ${unparse(e.value, PR_TEST)}${unparseGenerators(e.generators)}}`;
    case ast.Yield_kind:
      return e.value === null ? "(yield)" : `(yield ${unparse(e.value, PR_TEST)})`;
    case ast.YieldFrom_kind:
      return `(yield from ${unparse(e.value, PR_TEST)})`;
    case ast.Await_kind:
      return parenthesise(`await ${unparse(e.value, PR_ATOM)}`, level > PR_AWAIT);
    case ast.Compare_kind: {
      let text = unparse(e.left, PR_CMP + 1);
      e.comparators.forEach((comparator, i) => (text += comparisonOperators[e.ops[i]!]! + unparse(comparator, PR_CMP + 1)));
      return parenthesise(text, level > PR_CMP);
    }
    case ast.Call_kind:
      return unparseCall(e);
    case ast.Constant_kind:
      return e.value === ELLIPSIS ? "..." : (e.kind ?? "") + unparseConstant(e.value);
    case ast.JoinedStr_kind:
      return "f" + textRepr(joinedText(e.values));
    case ast.TemplateStr_kind:
      return "t" + textRepr(joinedText(e.values));
    case ast.FormattedValue_kind:
    case ast.Interpolation_kind:
      return hostText(fieldText(e));
    case ast.Attribute_kind: {
      // A space keeps `1 .real` from being a float.
      const isInt = e.value.nodeKind === ast.Constant_kind && (typeof e.value.value === "number" || typeof e.value.value === "bigint");
      return `${unparse(e.value, PR_ATOM)}${isInt ? " ." : "."}${e.attr}`;
    }
    case ast.Subscript_kind:
      return `${unparse(e.value, PR_ATOM)}[${unparse(e.slice, PR_TUPLE)}]`;
    case ast.Starred_kind:
      return "*" + unparse(e.value, PR_EXPR);
    case ast.Slice_kind: {
      const lower = e.lower === null ? "" : unparse(e.lower, PR_TEST);
      const upper = e.upper === null ? "" : unparse(e.upper, PR_TEST);
      return `${lower}:${upper}${e.step === null ? "" : ":" + unparse(e.step, PR_TEST)}`;
    }
    case ast.Name_kind:
      return e.id;
    case ast.List_kind:
      return `[${unparseAll(e.elts, PR_TEST)}]`;
    case ast.Tuple_kind: {
      if (e.elts.length === 0) return "()";
      const text = unparseAll(e.elts, PR_TEST) + (e.elts.length === 1 ? "," : "");
      return parenthesise(text, level > PR_TUPLE);
    }
    case ast.NamedExpr_kind:
      return parenthesise(`${unparse(e.target, PR_ATOM)} := ${unparse(e.value, PR_ATOM)}`, level > PR_TUPLE);
  }
}

function unparseItem(key: ast.expr | null, value: ast.expr): string {
  return key === null ? "**" + unparse(value, PR_EXPR) : `${unparse(key, PR_TEST)}: ${unparse(value, PR_TEST)}`;
}

function unparseGenerators(generators: readonly ast.comprehension[]): string {
  let text = "";
  for (const generator of generators) {
    text += generator.is_async !== 0 ? " async for " : " for ";
    text += `${unparse(generator.target, PR_TUPLE)} in ${unparse(generator.iter, PR_TEST + 1)}`;
    for (const test of generator.ifs) text += " if " + unparse(test, PR_TEST + 1);
  }
  return text;
}

function unparseCall(e: ast.Call): string {
  const func = unparse(e.func, PR_ATOM);
  const only = e.args[0];
  if (e.args.length === 1 && e.keywords.length === 0 && only!.nodeKind === ast.GeneratorExp_kind) return func + unparse(only!, PR_TEST);
  const args = e.args.map((arg) => unparse(arg, PR_TEST));
  for (const keyword of e.keywords) {
    args.push((keyword.arg === null ? "**" : keyword.arg + "=") + unparse(keyword.value, PR_TEST));
  }
  return `${func}(${args.join(", ")})`;
}

function unparseLambda(e: ast.Lambda): string {
  const positional = e.args.posonlyargs.length + e.args.args.length;
  return `${positional > 0 ? "lambda " : "lambda"}${unparseArguments(e.args)}: ${unparse(e.body, PR_TEST)}`;
}

function unparseArg(arg: ast.arg): string {
  return arg.annotation === null ? arg.arg : `${arg.arg}: ${unparse(arg.annotation, PR_TEST)}`;
}

function unparseArguments(args: ast.arguments_): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  positional.forEach((arg, i) => {
    let text = unparseArg(arg);
    if (i >= firstDefault) text += "=" + unparse(args.defaults[i - firstDefault]!, PR_TEST);
    if (i + 1 === args.posonlyargs.length) text += ", /";
    parts.push(text);
  });
  if (args.vararg !== null || args.kwonlyargs.length > 0) parts.push(args.vararg === null ? "*" : "*" + unparseArg(args.vararg));
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null;
    parts.push(unparseArg(arg) + (value === null ? "" : "=" + unparse(value, PR_TEST)));
  });
  if (args.kwarg !== null) parts.push("**" + unparseArg(args.kwarg));
  return parts.join(", ");
}

function unparseConstant(value: ConstValue): string {
  if (value instanceof TupleConst) {
    return `(${value.items.map(unparseConstant).join(", ")}${value.items.length === 1 ? "," : ""})`;
  }
  const text = constRepr(value);
  // Infinity has no literal: 1e309 overflows to it.
  const mayBeInfinite = (value instanceof FloatConst && !Number.isFinite(value.value)) || value instanceof ComplexConst;
  return mayBeInfinite ? text.replaceAll("inf", "1e309") : text;
}

// ---- f-strings and t-strings: their text is assembled first and then quoted like any str

function joinedText(values: readonly ast.expr[]): TextConst {
  let text: TextConst = "";
  for (const value of values) text = concatenateText(text, elementText(value, false));
  return text;
}

function elementText(e: ast.expr, isFormatSpec: boolean): TextConst {
  switch (e.nodeKind) {
    case ast.Constant_kind:
      return escapeBraces(e.value as TextConst);
    case ast.JoinedStr_kind:
      return isFormatSpec ? joinedText(e.values) : unparse(e, PR_TEST);
    case ast.FormattedValue_kind:
    case ast.Interpolation_kind:
      return fieldText(e);
    default:
      return unparse(e, PR_TEST);
  }
}

function escapeBraces(text: TextConst): TextConst {
  if (typeof text === "string") return text.replaceAll("{", "{{").replaceAll("}", "}}");
  return textOfCodePoints(text.codePoints.flatMap((point) => (point === 123 || point === 125 ? [point, point] : [point])));
}

function fieldText(e: ast.FormattedValue | ast.Interpolation): TextConst {
  // A lambda needs parentheses here, because its colon would begin a format spec.
  const value = e.nodeKind === ast.Interpolation_kind ? hostText(e.str as TextConst) : unparse(e.value, PR_TEST + 1);
  let text = (value.startsWith("{") ? "{ " : "{") + value;
  if (e.conversion >= 0) text += "!" + String.fromCharCode(e.conversion);
  if (e.format_spec === null) return text + "}";
  return concatenateText(concatenateText(text + ":", elementText(e.format_spec, true)), "}");
}

function hostText(text: TextConst): string {
  return typeof text === "string" ? text : String.fromCodePoint(...text.codePoints);
}
