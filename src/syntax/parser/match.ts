// Fast parser: match statements and patterns. Grammar/python.gram, section "Match statement". See docs/syntax-tree.md.
import { isImaginary, numberConstant } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseBlock } from "./compound.ts";
import { parseNamedExpression, parseStarNamedExpression } from "./expressions.ts";
import { STARTS_EXPRESSION, enter, expect, expectName, giveUp, isSoftKeyword, lastToken, requires } from "./state.ts";
import type { ParserState } from "./state.ts";
import { parseStrings, parseTemplateStrings } from "./strings.ts";

/**
 * Whether the NAME here is the soft keyword `match` of a match statement. No simple statement ends with a colon, so the end of the
 * line decides.
 */
export function isMatchStatement(p: ParserState): boolean {
  let at = p.pos;
  if (!isSoftKeyword(p, at, "match") || STARTS_EXPRESSION[p.type[at + 1]] === 0) return false;
  while (p.type[at] !== T.NEWLINE && p.type[at] !== T.ENDMARKER) at++;
  return p.type[at - 1] === T.COLON && p.type[at + 1] === T.INDENT && p.type[at + 2] === T.NAME && isSoftKeyword(p, at + 2, "case");
}

/** match_stmt; isMatchStatement has said so. */
export function parseMatch(p: ParserState): ast.Match {
  const s = p.pos++;
  requires(p, 10);
  const subject = parseSubject(p);
  expect(p, T.COLON);
  expect(p, T.NEWLINE);
  expect(p, T.INDENT);
  enter(p);
  const cases: ast.match_case[] = [];
  while (p.type[p.pos] !== T.DEDENT) cases.push(parseCase(p));
  p.depth--;
  p.pos++;
  const e = lastToken(p);
  return ast.Match(subject, cases, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseSubject(p: ParserState): ast.expr {
  const s = p.pos;
  const first = parseStarNamedExpression(p);
  if (p.type[p.pos] !== T.COMMA) return first.nodeKind === ast.Starred_kind ? giveUp() : first;
  const elts = [first];
  while (p.type[p.pos] === T.COMMA) {
    p.pos++;
    if (p.type[p.pos] === T.COLON) break;
    elts.push(parseStarNamedExpression(p));
  }
  const e = p.pos - 1;
  return ast.Tuple(elts, ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseCase(p: ParserState): ast.match_case {
  if (p.type[p.pos] !== T.NAME || !isSoftKeyword(p, p.pos, "case")) giveUp();
  const s = ++p.pos;
  let pattern = parseMaybeStarPattern(p);
  if (p.type[p.pos] === T.COMMA) {
    const patterns = finishSequence(p, pattern, T.COLON);
    const e = p.pos - 1;
    pattern = ast.MatchSequence(patterns, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  } else if (pattern.nodeKind === ast.MatchStar_kind) giveUp();
  let guard: ast.expr | null = null;
  if (p.type[p.pos] === T.KW_IF) {
    p.pos++;
    guard = parseNamedExpression(p);
  }
  expect(p, T.COLON);
  return ast.match_case(pattern, guard, parseBlock(p));
}

/** The patterns of a sequence whose first one is parsed; stops before `closer` (in a case, also before `if`). */
function finishSequence(p: ParserState, first: ast.pattern, closer: number): ast.pattern[] {
  const patterns = [first];
  while (p.type[p.pos] === T.COMMA) {
    p.pos++;
    if (p.type[p.pos] === closer || p.type[p.pos] === T.KW_IF) break;
    patterns.push(parseMaybeStarPattern(p));
  }
  return patterns;
}

function parseMaybeStarPattern(p: ParserState): ast.pattern {
  const s = p.pos;
  if (p.type[s] !== T.STAR) return parsePattern(p);
  p.pos++;
  const at = p.pos;
  const name = isWildcard(p, at) ? null : captureName(p, at);
  p.pos++;
  return ast.MatchStar(name, p.lineno[s], p.col[s], p.endLineno[at], p.endCol[at]);
}

/** pattern: alternatives, maybe with a name. */
function parsePattern(p: ParserState): ast.pattern {
  const s = p.pos;
  enter(p);
  let pattern = parseClosedPattern(p);
  if (p.type[p.pos] === T.VBAR) {
    const patterns = [pattern];
    while (p.type[p.pos] === T.VBAR) {
      p.pos++;
      patterns.push(parseClosedPattern(p));
    }
    const e = p.pos - 1;
    pattern = ast.MatchOr(patterns, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  p.depth--;
  if (p.type[p.pos] !== T.KW_AS) return pattern;
  const at = ++p.pos;
  const name = captureName(p, at);
  p.pos++;
  return ast.MatchAs(pattern, name, p.lineno[s], p.col[s], p.endLineno[at], p.endCol[at]);
}

function isWildcard(p: ParserState, at: number): boolean {
  return p.type[at] === T.NAME && isSoftKeyword(p, at, "_");
}

/** pattern_capture_target: a name other than `_` that nothing makes a value, class or keyword pattern. */
function captureName(p: ParserState, at: number): string {
  const next = p.type[at + 1];
  if (p.type[at] !== T.NAME || isWildcard(p, at) || next === T.DOT || next === T.LPAR || next === T.EQUAL) giveUp();
  return p.name(at);
}

function parseClosedPattern(p: ParserState): ast.pattern {
  const s = p.pos;
  switch (p.type[s]) {
    case T.NUMBER:
    case T.MINUS:
    case T.STRING:
    case T.FSTRING_START:
    case T.TSTRING_START: {
      const value = parseLiteral(p);
      const e = p.pos - 1;
      return ast.MatchValue(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.KW_NONE:
      p.pos++;
      return ast.MatchSingleton(null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_TRUE:
      p.pos++;
      return ast.MatchSingleton(true, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.KW_FALSE:
      p.pos++;
      return ast.MatchSingleton(false, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
    case T.NAME:
      return parseNamePattern(p);
    case T.LPAR:
      return parseParenthesisedPattern(p);
    case T.LSQB: {
      p.pos++;
      const patterns = p.type[p.pos] === T.RSQB ? [] : finishSequence(p, parseMaybeStarPattern(p), T.RSQB);
      expect(p, T.RSQB);
      const e = p.pos - 1;
      return ast.MatchSequence(patterns, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
    }
    case T.LBRACE:
      return parseMappingPattern(p);
    default:
      return giveUp();
  }
}

/** A capture, the wildcard, a value or a class. */
function parseNamePattern(p: ParserState): ast.pattern {
  const s = p.pos;
  if (isWildcard(p, s)) {
    p.pos++;
    return ast.MatchAs(null, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
  }
  const next = p.type[s + 1];
  if (next !== T.DOT && next !== T.LPAR) {
    const name = captureName(p, s);
    p.pos++;
    return ast.MatchAs(null, name, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
  }
  const value = parseNameOrAttribute(p);
  if (p.type[p.pos] === T.LPAR) return parseClassPattern(p, s, value);
  if (p.type[p.pos] === T.EQUAL) giveUp();
  const e = p.pos - 1;
  return ast.MatchValue(value, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseNameOrAttribute(p: ParserState): ast.expr {
  const s = p.pos;
  let value: ast.expr = ast.Name(expectName(p), ast.Load, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
  while (p.type[p.pos] === T.DOT) {
    const e = ++p.pos;
    value = ast.Attribute(value, expectName(p), ast.Load, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
  }
  return value;
}

function parseParenthesisedPattern(p: ParserState): ast.pattern {
  const s = p.pos++;
  let patterns: ast.pattern[] = [];
  if (p.type[p.pos] !== T.RPAR) {
    const first = parseMaybeStarPattern(p);
    if (p.type[p.pos] !== T.COMMA) {
      if (first.nodeKind === ast.MatchStar_kind) giveUp();
      expect(p, T.RPAR);
      return first;
    }
    patterns = finishSequence(p, first, T.RPAR);
  }
  expect(p, T.RPAR);
  const e = p.pos - 1;
  return ast.MatchSequence(patterns, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** The value of a literal pattern or of a mapping's key: a number with its sign, a complex number, strings. */
function parseLiteral(p: ParserState): ast.expr {
  const s = p.pos;
  if (p.type[s] === T.TSTRING_START) return parseTemplateStrings(p);
  if (p.type[s] === T.STRING || p.type[s] === T.FSTRING_START) return parseStrings(p);
  const negative = p.type[s] === T.MINUS;
  if (negative) p.pos++;
  const number = parseNumber(p);
  let real: ast.expr = number;
  if (negative) real = ast.UnaryOp(ast.USub, number, p.lineno[s], p.col[s], number.end_lineno, number.end_col_offset);
  const operator = p.type[p.pos];
  if (operator !== T.PLUS && operator !== T.MINUS) return real;
  if (isImaginary(number)) giveUp();
  p.pos++;
  const imaginary = parseNumber(p);
  if (!isImaginary(imaginary)) giveUp();
  const op = operator === T.PLUS ? ast.Add : ast.Sub;
  return ast.BinOp(real, op, imaginary, p.lineno[s], p.col[s], imaginary.end_lineno, imaginary.end_col_offset);
}

function parseNumber(p: ParserState): ast.Constant {
  if (p.type[p.pos] !== T.NUMBER) giveUp();
  const number = numberConstant(p, p.pos);
  p.pos++;
  return number;
}

function parseMappingPattern(p: ParserState): ast.MatchMapping {
  const s = p.pos++;
  const keys: ast.expr[] = [];
  const patterns: ast.pattern[] = [];
  let rest: string | null = null;
  while (p.type[p.pos] !== T.RBRACE) {
    if (p.type[p.pos] === T.DOUBLESTAR) {
      rest = captureName(p, p.pos + 1);
      p.pos += 2;
      if (p.type[p.pos] === T.COMMA) p.pos++;
      break;
    }
    keys.push(parseMappingKey(p));
    expect(p, T.COLON);
    patterns.push(parsePattern(p));
    if (p.type[p.pos] !== T.COMMA) break;
    p.pos++;
  }
  expect(p, T.RBRACE);
  const e = p.pos - 1;
  return ast.MatchMapping(keys, patterns, rest, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseMappingKey(p: ParserState): ast.expr {
  const s = p.pos;
  const type = p.type[s];
  if (type === T.KW_NONE || type === T.KW_TRUE || type === T.KW_FALSE) {
    p.pos++;
    const value = type === T.KW_NONE ? null : type === T.KW_TRUE;
    return ast.Constant(value, null, p.lineno[s], p.col[s], p.endLineno[s], p.endCol[s]);
  }
  if (type !== T.NAME) return parseLiteral(p);
  if (p.type[s + 1] !== T.DOT) giveUp();
  return parseNameOrAttribute(p);
}

function parseClassPattern(p: ParserState, s: number, cls: ast.expr): ast.MatchClass {
  p.pos++;
  const patterns: ast.pattern[] = [];
  const names: string[] = [];
  const keywordPatterns: ast.pattern[] = [];
  while (p.type[p.pos] !== T.RPAR) {
    if (p.type[p.pos] === T.NAME && p.type[p.pos + 1] === T.EQUAL) {
      names.push(expectName(p));
      p.pos++;
      keywordPatterns.push(parsePattern(p));
    } else {
      if (names.length > 0) giveUp();
      patterns.push(parsePattern(p));
    }
    if (p.type[p.pos] !== T.COMMA) break;
    p.pos++;
  }
  expect(p, T.RPAR);
  const e = p.pos - 1;
  return ast.MatchClass(cls, patterns, names, keywordPatterns, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}
