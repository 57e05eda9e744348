// Entry of the exact parser: it accepts what CPython accepts, and finds CPython's error in what CPython does not accept. Slower
// than the fast parser (src/syntax/parser), which hands over to it. See docs/syntax-errors.md.
import * as ast from "../ast.generated.ts";
import { DEFAULT_MAX_STR_DIGITS } from "../number-literals.ts";
import type { ParseOptions } from "../parse.ts";
import { compileGrammar } from "./grammar.ts";
import type { Grammar } from "./grammar.ts";
import { PegParser } from "./parser.ts";
import { argumentRules, functionTypeRules, targetRules } from "./rules-arguments.ts";
import { compoundRules } from "./rules-compound.ts";
import { displayRules, expressionRules, primaryRules } from "./rules-expressions.ts";
import { invalidExpressionRules, invalidStringRules } from "./rules-invalid-expressions.ts";
import { invalidCompoundRules, invalidParameterRules, invalidPatternRules, invalidSimpleRules } from "./rules-invalid-statements.ts";
import { lambdaParameterRules, parameterRules, typeParameterRules } from "./rules-parameters.ts";
import { patternRules } from "./rules-patterns.ts";
import { importRules, inputRules, simpleStatementRules } from "./rules-statements.ts";
import { stringRules } from "./rules-strings.ts";

const startRules = { exec: "file", eval: "eval", single: "interactive", func_type: "func_type" } as const;

// A constant, but made only when a source has an error: valid programs never pay for it.
let grammar: Grammar | null = null;

function wholeGrammar(): Grammar {
  grammar ??= compileGrammar([
    inputRules(), simpleStatementRules(), importRules(), compoundRules(), patternRules(), parameterRules(), lambdaParameterRules(),
    typeParameterRules(), expressionRules(), primaryRules(), displayRules(), stringRules(), argumentRules(), targetRules(),
    functionTypeRules(), invalidSimpleRules(), invalidCompoundRules(), invalidPatternRules(), invalidParameterRules(),
    invalidExpressionRules(), invalidStringRules(),
  ]);
  return grammar;
}

/**
 * The tree of a source (already decoded), by CPython's grammar, rule for rule. Raises PythonSyntaxError as CPython does
 * (_IncompleteInputError with allowIncompleteInput), or PythonError MemoryError for sources nested too deep.
 */
export function parseExact(source: string, options: ParseOptions = {}): ast.mod {
  const mode = options.mode ?? "exec";
  const rules = wholeGrammar();
  const parser = new PegParser(source, rules, {
    filename: options.filename ?? "<string>",
    featureVersion: options.featureVersion ?? 14,
    maxStrDigits: options.maxStrDigits ?? DEFAULT_MAX_STR_DIGITS,
    barryAsFlufl: options.barryAsFlufl ?? false,
    allowIncompleteInput: options.allowIncompleteInput ?? false,
    typeComments: options.typeComments ?? false,
    execInput: mode === "exec",
    interactive: mode === "single",
    single: mode === "single",
    dontImplyDedent: options.dontImplyDedent ?? false,
    warn: options.warn ?? null,
  });
  return parser.parse(rules.index(startRules[mode]));
}
