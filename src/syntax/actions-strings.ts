// What both parsers do with string tokens: literals, implicit concatenation, f-strings and t-strings, warnings of invalid
// escapes. Mirrors the string half of CPython's Parser/action_helpers.c and Parser/string_parser.c. See docs/syntax-tree.md.
import type { TextConst } from "../base/constant.ts";
import { ActionError, LAST_TOKEN } from "./actions.ts";
import type { ActionContext } from "./actions.ts";
import * as ast from "./ast.generated.ts";
import { LiteralError, concatenateText, decodeUnicodeEscapes, escapedOffset, parseStringLiteral } from "./string-literals.ts";
import type { InvalidEscape } from "./string-literals.ts";
import { FSTRING_END, FSTRING_MIDDLE, TSTRING_END, TSTRING_MIDDLE } from "./tokens.ts";
import type { TokenBuffer } from "./token-buffer.ts";

/** A conversion (`!r`) or a format spec, with the source text of the expression before it. */
export interface WithMetadata<T> {
  result: T;
  /** Text of the replacement field's expression up to here, when the tokenizer kept it (`=` fields and t-strings). */
  metadata: string | null;
}

// ---- literals

/** The Constant of a STRING token. */
export function constantFromString(context: ActionContext, at: number): ast.Constant {
  const tokens = context.tokens;
  const text = tokens.text(at);
  const quote = text.charCodeAt(0);
  // Most strings have neither prefix nor escapes.
  if ((quote === 34 || quote === 39) && text.indexOf("\\") < 0) return constantAt(tokens, at, unquoted(text, quote), null);
  const value = decodeWith(at, () => parseStringLiteral(text, invalidEscape(context, at)));
  return constantAt(tokens, at, value, quote === 117 ? "u" : null);
}

function unquoted(text: string, quote: number): string {
  const triple = text.length >= 6 && text.charCodeAt(1) === quote && text.charCodeAt(2) === quote;
  return triple ? text.slice(3, -3) : text.slice(1, -1);
}

/** The Constant of an FSTRING_MIDDLE or TSTRING_MIDDLE token as it stands in the source; joinedStr decodes its escapes later. */
export function constantFromToken(context: ActionContext, at: number): ast.Constant {
  return constantAt(context.tokens, at, middleText(context.tokens, at), null);
}

/** The Constant of an FSTRING_MIDDLE token within a format spec, whose escapes are decoded at once. `raw` as the string's prefix. */
export function decodedConstantFromToken(context: ActionContext, at: number, raw: boolean): ast.Constant {
  const text = middleText(context.tokens, at);
  if (raw || text.indexOf("\\") < 0) return constantAt(context.tokens, at, text, null);
  return constantAt(context.tokens, at, decodeWith(at, () => decodeUnicodeEscapes(text, invalidEscape(context, at))), null);
}

function constantAt(tokens: TokenBuffer, at: number, value: ast.Constant["value"], kind: string | null): ast.Constant {
  return ast.Constant(value, kind, tokens.lineno[at]!, tokens.col[at]!, tokens.endLineno[at]!, tokens.endCol[at]!);
}

function middleText(tokens: TokenBuffer, at: number): string {
  return tokens.extra.get(at) ?? tokens.text(at);
}

function decodeWith<T>(at: number, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    throw new ActionError(error.message, error.message.startsWith("bytes can") ? at : LAST_TOKEN);
  }
}

// ---- warnings

/** Warns of an invalid escape in the string of token `at`; raises when the warning is to be an error. */
function invalidEscape(context: ActionContext, at: number): InvalidEscape {
  return (body, escapeAt) => {
    if (context.warn === null) return;
    const tokens = context.tokens;
    const escape = body[escapeAt]!;
    const type = tokens.type[at];
    if (
      (escape === "{" || escape === "}") &&
      (type === FSTRING_MIDDLE || type === FSTRING_END || type === TSTRING_MIDDLE || type === TSTRING_END)
    ) {
      return; // the tokenizer has warned
    }
    const octal = escape >= "4" && escape <= "7";
    const sequence = octal ? body.slice(escapeAt, escapeAt + 3) : escape;
    const what = `"\\${sequence}" is an invalid ${octal ? "octal " : ""}escape sequence. `;
    const advice = `Did you mean "\\\\${sequence}"? A raw string is also an option.`;
    // Lines are counted from the token; columns by the decoder's bytes, opening quotes added on the first line.
    let lineno = tokens.lineno[at]!;
    let column = tokens.col[at]!;
    const newline = body.lastIndexOf("\n", escapeAt - 1);
    if (newline >= 0) {
      for (let i = 0; i <= newline; i++) if (body.charCodeAt(i) === 10) lineno++;
      column = escapedOffset(body, escapeAt) - escapedOffset(body, newline + 1);
    } else {
      column += escapedOffset(body, escapeAt) + leadingQuotes(tokens.text(at));
    }
    const category = context.featureVersion >= 12 ? "SyntaxWarning" : "DeprecationWarning";
    const line = sourceLine(tokens, at, lineno);
    const offset = characterOffset(line, column - 1) + 1;
    const endOffset = characterOffset(line, column + 1) + 1;
    const message = what + "Such sequences will not work in the future. " + advice;
    if (!context.warn({ category, message, filename: context.filename, lineno, offset, endLineno: lineno, endOffset })) return;
    throw new ActionError(what + advice, at, false, { lineno, col: column - 1, endLineno: lineno, endCol: column + 1 });
  };
}

function leadingQuotes(text: string): number {
  const quote = text[0];
  if (quote !== "'" && quote !== '"') return 0;
  let count = 1;
  while (text[count] === quote) count++;
  return count;
}

/** Line `lineno` of the source, found from token `at`, with its newline. */
function sourceLine(tokens: TokenBuffer, at: number, lineno: number): string {
  const source = tokens.source;
  let start = source.lastIndexOf("\n", tokens.start[at]! - 1) + 1;
  for (let line = tokens.lineno[at]!; line < lineno; line++) start = source.indexOf("\n", start) + 1;
  const end = source.indexOf("\n", start);
  return end < 0 ? source.slice(start) : source.slice(start, end + 1);
}

/** Characters in the first `bytes` UTF-8 bytes of `text`. */
function characterOffset(text: string, bytes: number): number {
  let characters = 0;
  let i = 0;
  while (bytes > 0 && i < text.length) {
    const point = text.codePointAt(i)!;
    bytes -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    i += point > 0xffff ? 2 : 1;
    characters++;
  }
  return characters + Math.max(bytes, 0);
}

// ---- f-strings and t-strings

/** `FSTRING_START middles FSTRING_END` as a JoinedStr. */
export function joinedStr(context: ActionContext, startToken: number, parts: readonly ast.expr[], endToken: number): ast.JoinedStr {
  const tokens = context.tokens;
  const values = decodedParts(context, startToken, parts, endToken);
  return ast.JoinedStr(values, tokens.lineno[startToken]!, tokens.col[startToken]!, tokens.endLineno[endToken]!, tokens.endCol[endToken]!);
}

/** `TSTRING_START middles TSTRING_END` as a TemplateStr. */
export function templateStr(context: ActionContext, startToken: number, parts: readonly ast.expr[], endToken: number): ast.TemplateStr {
  const tokens = context.tokens;
  const values = decodedParts(context, startToken, parts, endToken);
  return ast.TemplateStr(values, tokens.lineno[startToken]!, tokens.col[startToken]!, tokens.endLineno[endToken]!, tokens.endCol[endToken]!);
}

/** Whether the prefix of the f- or t-string that token `startToken` opens has an r. */
export function isRawPrefix(tokens: TokenBuffer, startToken: number): boolean {
  const end = tokens.end[startToken]!;
  for (let i = tokens.start[startToken]!; i < end; i++) if ((tokens.source.charCodeAt(i) | 32) === 114) return true;
  return false;
}

function decodedParts(context: ActionContext, startToken: number, parts: readonly ast.expr[], endToken: number): ast.expr[] {
  const raw = isRawPrefix(context.tokens, startToken);
  const values: ast.expr[] = [];
  for (const part of parts) {
    if (part.nodeKind === ast.JoinedStr_kind) {
      // An `=` field: its text and its value.
      values.push(part.values[0]!, part.values[1]!);
    } else if (part.nodeKind === ast.Constant_kind) {
      const constant = decodedPart(context, raw, part, endToken);
      if (constant.value !== "") values.push(constant);
    } else values.push(part);
  }
  return values;
}

function decodedPart(context: ActionContext, raw: boolean, part: ast.Constant, endToken: number): ast.Constant {
  const text = part.value as string;
  if (text === "{{" || text === "}}") part.value = text[0]!;
  else if (!raw && text.indexOf("\\") >= 0) {
    const value = decodeWith(endToken, () => decodeUnicodeEscapes(text, invalidEscape(context, endToken)));
    // A new node: a parser that backs out of this rule may come here again with the same part.
    return ast.Constant(value, null, part.lineno, part.col_offset, part.end_lineno, part.end_col_offset);
  }
  return part;
}

/** The format spec of a replacement field: `:` and its parts (constants decoded). Empty constants are dropped. */
export function fullFormatSpec(
  colonMetadata: string | null,
  parts: readonly ast.expr[],
  lineno: number,
  col: number,
  endLineno: number,
  endCol: number,
): WithMetadata<ast.expr> {
  const spec = parts.filter((part) => !(part.nodeKind === ast.Constant_kind && part.value === ""));
  const only = spec[0];
  const result =
    only === undefined || (spec.length === 1 && only.nodeKind === ast.Constant_kind)
      ? ast.JoinedStr(spec, lineno, col, endLineno, endCol)
      : concatenateStrings(spec, lineno, col, endLineno, endCol);
  return { result, metadata: colonMetadata };
}

function conversionOf(debug: boolean, conversion: WithMetadata<ast.Name> | null, format: WithMetadata<ast.expr> | null): number {
  if (conversion !== null) return conversion.result.id.codePointAt(0)!;
  return debug && format === null ? 114 : -1;
}

/** A replacement field of an f-string (or within a format spec). With `=` it is a JoinedStr of the text and the field. */
export function formattedValue(
  value: ast.expr,
  debug: boolean,
  conversion: WithMetadata<ast.Name> | null,
  format: WithMetadata<ast.expr> | null,
  closingBraceMetadata: string | null,
  lineno: number,
  col: number,
  endLineno: number,
  endCol: number,
): ast.FormattedValue | ast.JoinedStr {
  const field = ast.FormattedValue(value, conversionOf(debug, conversion, format), format?.result ?? null, lineno, col, endLineno, endCol);
  return debug ? withDebugText(field, conversion, format, closingBraceMetadata, lineno, col, endLineno, endCol) : field;
}

/** A replacement field of a t-string. With `=` it is a JoinedStr of the text and the field. */
export function interpolation(
  value: ast.expr,
  debug: boolean,
  conversion: WithMetadata<ast.Name> | null,
  format: WithMetadata<ast.expr> | null,
  closingBraceMetadata: string | null,
  lineno: number,
  col: number,
  endLineno: number,
  endCol: number,
): ast.Interpolation | ast.JoinedStr {
  let text = (conversion ?? format)?.metadata ?? closingBraceMetadata ?? "";
  // Nothing but white space and line continuations can follow the `=`.
  if (debug) text = text.slice(0, text.lastIndexOf("="));
  const field = ast.Interpolation(
    value, text, conversionOf(debug, conversion, format), format?.result ?? null, lineno, col, endLineno, endCol,
  );
  return debug ? withDebugText(field, conversion, format, closingBraceMetadata, lineno, col, endLineno, endCol) : field;
}

function withDebugText(
  field: ast.FormattedValue | ast.Interpolation,
  conversion: WithMetadata<ast.Name> | null,
  format: WithMetadata<ast.expr> | null,
  closingBraceMetadata: string | null,
  lineno: number,
  col: number,
  endLineno: number,
  endCol: number,
): ast.JoinedStr {
  let text = closingBraceMetadata;
  if (conversion !== null) {
    endLineno = conversion.result.lineno;
    endCol = conversion.result.col_offset;
    text = conversion.metadata;
  } else if (format !== null) {
    endLineno = format.result.lineno;
    endCol = format.result.col_offset + 1;
    text = format.metadata;
  }
  const constant = ast.Constant(text ?? "", null, lineno, col + 1, endLineno, endCol - 1);
  return ast.JoinedStr([constant, field], lineno, col, endLineno, endCol);
}

// ---- concatenation

/** Adjacent strings and f-strings as one expression. Raises ActionError when bytes and str meet. */
export function concatenateStrings(strings: readonly ast.expr[], lineno: number, col: number, endLineno: number, endCol: number): ast.expr {
  let joined = false;
  let text = false;
  let bytes = false;
  for (const part of strings) {
    if (part.nodeKind !== ast.Constant_kind) joined = true;
    else if (part.value instanceof Uint8Array) bytes = true;
    else text = true;
  }
  if (bytes && (text || joined)) throw new ActionError("cannot mix bytes and nonbytes literals", LAST_TOKEN);
  if (joined) return ast.JoinedStr(foldedParts(strings), lineno, col, endLineno, endCol);
  const first = strings[0] as ast.Constant;
  if (strings.length === 1) return first;
  const value = bytes ? concatenateBytes(strings as readonly ast.Constant[]) : concatenateTexts(strings as readonly ast.Constant[]);
  return ast.Constant(value, first.kind, lineno, col, endLineno, endCol);
}

/** Adjacent t-strings as one TemplateStr. */
export function concatenateTstrings(strings: readonly ast.expr[], lineno: number, col: number, endLineno: number, endCol: number): ast.TemplateStr {
  return ast.TemplateStr(foldedParts(strings), lineno, col, endLineno, endCol);
}

function concatenateBytes(parts: readonly ast.Constant[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += (part.value as Uint8Array).length;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part.value as Uint8Array, at);
    at += (part.value as Uint8Array).length;
  }
  return all;
}

function concatenateTexts(parts: readonly ast.Constant[]): TextConst {
  // Joined at one go: looking at the end of a growing string would copy it each time.
  const texts: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const text = parts[i]!.value as TextConst;
    if (typeof text !== "string" || (text.length > 0 && isSurrogate(text.charCodeAt(0)))) return concatenateOneByOne(parts);
    texts.push(text);
  }
  return texts.join("");
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function concatenateOneByOne(parts: readonly ast.Constant[]): TextConst {
  let all: TextConst = "";
  for (const part of parts) all = concatenateText(all, part.value as TextConst);
  return all;
}

/** The parts of several f- or t-strings in one list: neighbouring constants folded, empty ones dropped. */
function foldedParts(strings: readonly ast.expr[]): ast.expr[] {
  const flat: ast.expr[] = [];
  for (const part of strings) {
    if (part.nodeKind === ast.JoinedStr_kind || part.nodeKind === ast.TemplateStr_kind) for (const value of part.values) flat.push(value);
    else flat.push(part);
  }
  const values: ast.expr[] = [];
  for (let i = 0; i < flat.length; i++) {
    let part = flat[i]!;
    if (part.nodeKind === ast.Constant_kind) {
      let end = i + 1;
      while (end < flat.length && flat[end]!.nodeKind === ast.Constant_kind) end++;
      if (end > i + 1) {
        const last = flat[end - 1]!;
        const value = concatenateTexts(flat.slice(i, end) as ast.Constant[]);
        part = ast.Constant(value, part.kind, part.lineno, part.col_offset, last.end_lineno, last.end_col_offset);
        i = end - 1;
      }
      if (part.nodeKind === ast.Constant_kind && part.value === "") continue;
    }
    values.push(part);
  }
  return values;
}
