// Fast parser: adjacent strings, f-strings and t-strings. Grammar/python.gram, section "LITERALS". See docs/syntax-tree.md.
import {
  concatenateStrings, concatenateTstrings, constantFromString, constantFromToken, decodedConstantFromToken, formattedValue,
  fullFormatSpec, interpolation, isRawPrefix, joinedStr, templateStr,
} from "../actions-strings.ts";
import type { WithMetadata } from "../actions-strings.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseYieldOrStarExpressions } from "./expressions.ts";
import { enter, expect, giveUp, requires } from "./state.ts";
import type { ParserState } from "./state.ts";

/** strings, with plain or f-strings; the current token starts one. */
export function parseStrings(p: ParserState): ast.expr {
  const s = p.pos;
  const first = parseString(p);
  let type = p.type[p.pos];
  if (type !== T.STRING && type !== T.FSTRING_START) {
    if (type === T.TSTRING_START) giveUp();
    if (first.nodeKind === ast.Constant_kind) return first;
  }
  const parts = [first];
  while (type === T.STRING || type === T.FSTRING_START) {
    parts.push(parseString(p));
    type = p.type[p.pos];
  }
  if (type === T.TSTRING_START) giveUp();
  const e = p.pos - 1;
  return concatenateStrings(parts, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseString(p: ParserState): ast.expr {
  if (p.type[p.pos] === T.FSTRING_START) return parseFString(p);
  const constant = constantFromString(p, p.pos);
  p.pos++;
  return constant;
}

/** strings, with t-strings; the current token starts one. */
export function parseTemplateStrings(p: ParserState): ast.expr {
  const s = p.pos;
  requires(p, 14);
  const parts: ast.expr[] = [];
  do parts.push(parseTString(p));
  while (p.type[p.pos] === T.TSTRING_START);
  if (p.type[p.pos] === T.STRING || p.type[p.pos] === T.FSTRING_START) giveUp();
  const e = p.pos - 1;
  return concatenateTstrings(parts, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseFString(p: ParserState): ast.expr {
  const s = p.pos++;
  enter(p);
  const parts: ast.expr[] = [];
  for (;;) {
    const type = p.type[p.pos];
    if (type === T.FSTRING_MIDDLE) parts.push(constantFromToken(p, p.pos++));
    else if (type === T.LBRACE) parts.push(parseReplacementField(p, T.FSTRING_MIDDLE, s, false));
    else break;
  }
  const e = p.pos;
  expect(p, T.FSTRING_END);
  p.depth--;
  return joinedStr(p, s, parts, e);
}

function parseTString(p: ParserState): ast.expr {
  const s = p.pos++;
  enter(p);
  const parts: ast.expr[] = [];
  for (;;) {
    const type = p.type[p.pos];
    if (type === T.TSTRING_MIDDLE) parts.push(constantFromToken(p, p.pos++));
    else if (type === T.LBRACE) parts.push(parseReplacementField(p, T.TSTRING_MIDDLE, s, true));
    else break;
  }
  const e = p.pos;
  expect(p, T.TSTRING_END);
  p.depth--;
  return templateStr(p, s, parts, e);
}

/**
 * A replacement field; the current token is `{`. `middle` is the type of literal parts in its format spec, `startToken` opens the
 * string, `template` says that the field is one of a t-string itself (within its format specs fields are FormattedValues).
 */
function parseReplacementField(p: ParserState, middle: number, startToken: number, template: boolean): ast.expr {
  const s = p.pos++;
  enter(p);
  const value = parseYieldOrStarExpressions(p);
  const debug = p.type[p.pos] === T.EQUAL;
  if (debug) p.pos++;
  let conversion: WithMetadata<ast.Name> | null = null;
  if (p.type[p.pos] === T.EXCLAMATION) conversion = parseConversion(p);
  let format: WithMetadata<ast.expr> | null = null;
  if (p.type[p.pos] === T.COLON) format = parseFormatSpec(p, middle, startToken);
  const e = p.pos;
  expect(p, T.RBRACE);
  p.depth--;
  const text = p.tokens.extra.get(e) ?? null;
  const build = template ? interpolation : formattedValue;
  return build(value, debug, conversion, format, text, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

/** `!` and one of s, r, a, with nothing between. */
function parseConversion(p: ParserState): WithMetadata<ast.Name> {
  const mark = p.pos++;
  const at = p.pos;
  if (p.type[at] !== T.NAME || p.start[at] !== p.end[mark] || p.end[at] !== p.start[at] + 1) giveUp();
  const name = p.name(at);
  if (name !== "s" && name !== "r" && name !== "a") giveUp();
  p.pos++;
  const result = ast.Name(name, ast.Load, p.lineno[at], p.col[at], p.endLineno[at], p.endCol[at]);
  return { result, metadata: p.tokens.extra.get(mark) ?? null };
}

function parseFormatSpec(p: ParserState, middle: number, startToken: number): WithMetadata<ast.expr> {
  const s = p.pos++;
  const raw = isRawPrefix(p.tokens, startToken);
  const parts: ast.expr[] = [];
  for (;;) {
    const type = p.type[p.pos];
    if (type === middle) {
      parts.push(decodedConstantFromToken(p, p.pos, raw));
      p.pos++;
    } else if (type === T.LBRACE) parts.push(parseReplacementField(p, middle, startToken, false));
    else break;
  }
  const e = p.pos - 1;
  return fullFormatSpec(p.tokens.extra.get(s) ?? null, parts, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}
