// Grammar: strings, f-strings, t-strings (Grammar/python.gram, "literals"). The notation is explained in grammar.ts, the actions
// are those of ../actions-strings.ts. See docs/syntax-errors.md.
import {
  concatenateStrings, concatenateTstrings, constantFromString, constantFromToken, decodedConstantFromToken, formattedValue,
  fullFormatSpec, interpolation, joinedStr, templateStr,
} from "../actions-strings.ts";
import type { WithMetadata } from "../actions-strings.ts";
import * as ast from "../ast.generated.ts";
import { stringPrefix } from "../tokenizer-strings.ts";
import type { PegParser, PegToken } from "./parser.ts";
import type { Action, Rules } from "./grammar.ts";

type Expr = ast.expr;
type Spec = WithMetadata<Expr> | null;
type Conversion = WithMetadata<ast.Name> | null;

const middle: Action = (p, token: PegToken) => constantFromToken(p, token.at);
const specMiddle: Action = (p, token: PegToken) =>
  decodedConstantFromToken(p, token.at, p.tokenizer.state.modeDepth > 0 && p.tokenizer.state.mode.raw);

const field: Action = (p, value: Expr, debug: PegToken | null, conversion: Conversion, format: Spec, brace: PegToken) =>
  formattedValue(value, debug !== null, conversion, format, metadata(p, brace), p.lineno, p.col, p.endLineno, p.endCol);

const templateField: Action = (p, value: Expr, debug: PegToken | null, conversion: Conversion, format: Spec, brace: PegToken) =>
  interpolation(value, debug !== null, conversion, format, metadata(p, brace), p.lineno, p.col, p.endLineno, p.endCol);

const fullSpec: Action = (p, colon: PegToken, parts: Expr[]) =>
  fullFormatSpec(metadata(p, colon), parts, p.lineno, p.col, p.endLineno, p.endCol);

function metadata(p: PegParser, token: PegToken): string | null {
  return p.tokens.extra.get(token.at) ?? null;
}

function checkConversion(p: PegParser, mark: PegToken, name: ast.Name): WithMetadata<ast.Name> {
  const prefix = stringPrefix(p.tokenizer.state);
  if (mark.lineno !== name.lineno || mark.end_col_offset !== name.col_offset) {
    return p.raiseRange(mark, name, `${prefix}-string: conversion type must come right after the exclamation mark`);
  }
  if (name.id !== "s" && name.id !== "r" && name.id !== "a") {
    return p.raiseAt(name, `${prefix}-string: invalid conversion character '${name.id}': expected 's', 'r', or 'a'`);
  }
  return { result: name, metadata: metadata(p, mark) };
}

export const stringRules = (): Rules => ({
  fstring_middle: ["fstring_replacement_field", ["t:FSTRING_MIDDLE", middle]],
  fstring_replacement_field: [
    ["'{' a:annotated_rhs d:'='? c:fstring_conversion? f:fstring_full_format_spec? r:'}'", field],
    "invalid_fstring_replacement_field",
  ],
  fstring_conversion: [["m:'!' n:NAME", checkConversion as Action]],
  fstring_full_format_spec: [["c:':' s:fstring_format_spec*", fullSpec]],
  fstring_format_spec: [["t:FSTRING_MIDDLE", specMiddle], "fstring_replacement_field"],
  fstring: [["a:FSTRING_START b:fstring_middle* c:FSTRING_END", (p, a: PegToken, b: Expr[], c: PegToken) => joinedStr(p, a.at, b, c.at)]],
  tstring_format_spec_replacement_field: [
    ["'{' a:annotated_rhs d:'='? c:fstring_conversion? f:tstring_full_format_spec? r:'}'", field],
    "invalid_tstring_replacement_field",
  ],
  tstring_format_spec: [["t:TSTRING_MIDDLE", specMiddle], "tstring_format_spec_replacement_field"],
  tstring_full_format_spec: [["c:':' s:tstring_format_spec*", fullSpec]],
  tstring_replacement_field: [
    ["'{' a:annotated_rhs d:'='? c:fstring_conversion? f:tstring_full_format_spec? r:'}'", templateField],
    "invalid_tstring_replacement_field",
  ],
  tstring_middle: ["tstring_replacement_field", ["t:TSTRING_MIDDLE", middle]],
  "tstring memo": [
    [
      "a:TSTRING_START b:tstring_middle* c:TSTRING_END",
      (p, a: PegToken, b: Expr[], c: PegToken) => {
        p.needVersion(14, "t-strings are");
        return templateStr(p, a.at, b, c.at);
      },
    ],
  ],
  string: [["s:STRING", (p, s: PegToken) => constantFromString(p, s.at)]],
  "strings memo": [
    "invalid_string_tstring_concat",
    ["a:(fstring | string)+", (p, a: Expr[]) => concatenateStrings(a, p.lineno, p.col, p.endLineno, p.endCol)],
    ["a:tstring+", (p, a: Expr[]) => concatenateTstrings(a, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
});
