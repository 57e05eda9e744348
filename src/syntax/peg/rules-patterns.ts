// Grammar: match statements and their patterns (Grammar/python.gram, "match statement"). The notation is explained in
// grammar.ts. See docs/syntax-errors.md.
import { isImaginary, mapNamesToIds, withExprContext } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { PegParser } from "./parser.ts";
import type { Action, Rules } from "./grammar.ts";

const first: Action = (_p, a) => a;
type Pattern = ast.pattern;

interface KeyPatternPair {
  key: ast.expr;
  pattern: Pattern;
}

const keyPatternPair: Action = (_p, key: ast.expr, pattern: Pattern): KeyPatternPair => ({ key, pattern });
const keysOf = (pairs: readonly KeyPatternPair[]): ast.expr[] => pairs.map((pair) => pair.key);
const patternsOf = (pairs: readonly KeyPatternPair[]): Pattern[] => pairs.map((pair) => pair.pattern);

const value: Action = (p, a: ast.expr) => ast.MatchValue(a, p.lineno, p.col, p.endLineno, p.endCol);

function singleton(constant: null | boolean): Action {
  return (p) => ast.MatchSingleton(constant, p.lineno, p.col, p.endLineno, p.endCol);
}

function constant(content: null | boolean): Action {
  return (p) => ast.Constant(content, null, p.lineno, p.col, p.endLineno, p.endCol);
}

const negative: Action = (p, a: ast.expr) => ast.UnaryOp(ast.USub, a, p.lineno, p.col, p.endLineno, p.endCol);

const complex = (operator: ast.operator_kind): Action => (p, real: ast.expr, imaginary: ast.expr) =>
  ast.BinOp(real, operator, imaginary, p.lineno, p.col, p.endLineno, p.endCol);

const sequence: Action = (p, patterns: Pattern[] | null) => ast.MatchSequence(patterns ?? [], p.lineno, p.col, p.endLineno, p.endCol);

function mapping(p: PegParser, pairs: readonly KeyPatternPair[], rest: ast.Name | null): Pattern {
  return ast.MatchMapping(keysOf(pairs), patternsOf(pairs), rest?.id ?? null, p.lineno, p.col, p.endLineno, p.endCol);
}

function classPattern(p: PegParser, cls: ast.expr, patterns: Pattern[], keywords: readonly KeyPatternPair[]): Pattern {
  const names = mapNamesToIds(keysOf(keywords) as ast.Name[]);
  return ast.MatchClass(cls, patterns, names, patternsOf(keywords), p.lineno, p.col, p.endLineno, p.endCol);
}

export const patternRules = (): Rules => ({
  match_stmt: [
    [
      "\"match\" s:subject_expr ':' NEWLINE INDENT c:case_block+ DEDENT",
      (p, s: ast.expr, c: ast.match_case[]) => {
        p.needVersion(10, "Pattern matching is");
        return ast.Match(s, c, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
    "invalid_match_stmt",
  ],
  subject_expr: [
    [
      "a:star_named_expression ',' b:star_named_expressions?",
      (p, a: ast.expr, b: ast.expr[] | null) => ast.Tuple([a].concat(b ?? []), ast.Load, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "named_expression",
  ],
  case_block: [
    "invalid_case_block",
    ["\"case\" a:patterns g:guard? ':' b:block", (_p, a: Pattern, g: ast.expr | null, b: ast.stmt[]) => ast.match_case(a, g, b)],
  ],
  guard: [["'if' a:named_expression", first]],
  patterns: [["a:open_sequence_pattern", sequence], "pattern"],
  pattern: ["as_pattern", "or_pattern"],
  as_pattern: [
    [
      "a:or_pattern 'as' t:pattern_capture_target",
      (p, a: Pattern, t: ast.Name) => ast.MatchAs(a, t.id, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_as_pattern",
  ],
  or_pattern: [
    [
      "a:closed_pattern % '|'",
      (p, a: Pattern[]) => (a.length === 1 ? a[0] : ast.MatchOr(a, p.lineno, p.col, p.endLineno, p.endCol)),
    ],
  ],
  "closed_pattern memo": [
    "literal_pattern",
    "capture_pattern",
    "wildcard_pattern",
    "value_pattern",
    "group_pattern",
    "sequence_pattern",
    "mapping_pattern",
    "class_pattern",
  ],
  literal_pattern: [
    ["a:signed_number !('+' | '-')", value],
    ["a:complex_number", value],
    ["a:strings", value],
    ["'None'", singleton(null)],
    ["'True'", singleton(true)],
    ["'False'", singleton(false)],
  ],
  literal_expr: [
    "signed_number !('+' | '-')",
    "complex_number",
    "&(STRING | FSTRING_START | TSTRING_START) strings",
    ["'None'", constant(null)],
    ["'True'", constant(true)],
    ["'False'", constant(false)],
  ],
  complex_number: [
    ["a:signed_real_number '+' b:imaginary_number", complex(ast.Add)],
    ["a:signed_real_number '-' b:imaginary_number", complex(ast.Sub)],
  ],
  signed_number: ["NUMBER", ["'-' a:NUMBER", negative]],
  signed_real_number: ["real_number", ["'-' a:real_number", negative]],
  real_number: [
    ["a:NUMBER", (p, a: ast.Constant) => (isImaginary(a) ? p.raiseAt(a, "real number required in complex literal") : a)],
  ],
  imaginary_number: [
    ["a:NUMBER", (p, a: ast.Constant) => (isImaginary(a) ? a : p.raiseAt(a, "imaginary number required in complex literal"))],
  ],
  capture_pattern: [
    ["t:pattern_capture_target", (p, t: ast.Name) => ast.MatchAs(null, t.id, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  pattern_capture_target: [["!\"_\" a:NAME !('.' | '(' | '=')", (_p, a: ast.Name) => withExprContext(a, ast.Store)]],
  wildcard_pattern: [["\"_\"", (p) => ast.MatchAs(null, null, p.lineno, p.col, p.endLineno, p.endCol)]],
  value_pattern: [["a:attr !('.' | '(' | '=')", value]],
  "attr left": [
    [
      "a:name_or_attr '.' b:NAME",
      (p, a: ast.expr, b: ast.Name) => ast.Attribute(a, b.id, ast.Load, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  name_or_attr: ["attr", "NAME"],
  group_pattern: [["'(' a:pattern ')'", first]],
  sequence_pattern: [
    ["'[' a:maybe_sequence_pattern? ']'", sequence],
    ["'(' a:open_sequence_pattern? ')'", sequence],
  ],
  open_sequence_pattern: [
    ["a:maybe_star_pattern ',' b:maybe_sequence_pattern?", (_p, a: Pattern, b: Pattern[] | null) => [a].concat(b ?? [])],
  ],
  maybe_sequence_pattern: [["a:maybe_star_pattern % ',' ','?", first]],
  maybe_star_pattern: ["star_pattern", "pattern"],
  "star_pattern memo": [
    ["'*' t:pattern_capture_target", (p, t: ast.Name) => ast.MatchStar(t.id, p.lineno, p.col, p.endLineno, p.endCol)],
    ["'*' wildcard_pattern", (p) => ast.MatchStar(null, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  mapping_pattern: [
    ["'{' '}'", (p) => mapping(p, [], null)],
    ["'{' r:double_star_pattern ','? '}'", (p, r: ast.Name) => mapping(p, [], r)],
    ["'{' a:items_pattern ',' r:double_star_pattern ','? '}'", (p, a: KeyPatternPair[], r: ast.Name) => mapping(p, a, r)],
    ["'{' a:items_pattern ','? '}'", (p, a: KeyPatternPair[]) => mapping(p, a, null)],
  ],
  items_pattern: ["key_value_pattern % ','"],
  key_value_pattern: [["k:(literal_expr | attr) ':' a:pattern", keyPatternPair]],
  double_star_pattern: [["'**' t:pattern_capture_target", first]],
  class_pattern: [
    ["c:name_or_attr '(' ')'", (p, c: ast.expr) => classPattern(p, c, [], [])],
    ["c:name_or_attr '(' a:positional_patterns ','? ')'", (p, c: ast.expr, a: Pattern[]) => classPattern(p, c, a, [])],
    ["c:name_or_attr '(' k:keyword_patterns ','? ')'", (p, c: ast.expr, k: KeyPatternPair[]) => classPattern(p, c, [], k)],
    [
      "c:name_or_attr '(' a:positional_patterns ',' k:keyword_patterns ','? ')'",
      (p, c: ast.expr, a: Pattern[], k: KeyPatternPair[]) => classPattern(p, c, a, k),
    ],
    "invalid_class_pattern",
  ],
  positional_patterns: [["a:pattern % ','", first]],
  keyword_patterns: ["keyword_pattern % ','"],
  keyword_pattern: [["n:NAME '=' a:pattern", keyPatternPair]],
});
