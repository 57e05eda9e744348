// `"%s: %5r" % (a, b)` as the f-string f"{a!s}: {b!r:>5}": only %s, %r and %a with plain widths. Mirrors optimize_format of
// Python/ast_preprocess.c. See docs/compiler-symtable.md.
import { SurrogateText } from "../base/constant.ts";
import type { TextConst } from "../base/constant.ts";
import * as ast from "../syntax/ast.generated.ts";

const PERCENT = 37;
/** Widths and precisions of this many digits are left to `%`. */
const MAX_DIGITS = 3;

/** The f-string that does what `format % (elements)` does, or `node` itself when there is none. */
export function optimizeFormat(node: ast.BinOp, format: TextConst, elements: readonly ast.expr[]): ast.expr {
  for (const element of elements) if (element.nodeKind === ast.Starred_kind) return node;
  // a string's units may be UTF-16, for all that matters here is ASCII
  const units = typeof format === "string" ? codeUnits(format) : format.codePoints;
  const values: ast.expr[] = [];
  let used = 0;
  for (let at = 0; ; ) {
    const end = literalEnd(units, at);
    if (end > at) values.push(ast.Constant(literalText(format, units, at, end), null, -1, -1, -1, -1));
    if (end >= units.length) break;
    const element = elements[used++];
    if (element === undefined) return node;
    const spec = parseSpec(units, end + 1);
    if (spec === null) return node;
    const formatSpec = spec.text === "" ? null : ast.Constant(spec.text, null, -1, -1, -1, -1);
    const { lineno, col_offset, end_lineno, end_col_offset } = element;
    values.push(ast.FormattedValue(element, spec.conversion, formatSpec, lineno, col_offset, end_lineno, end_col_offset));
    at = spec.end;
  }
  if (used < elements.length) return node;
  return ast.JoinedStr(values, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset);
}

function codeUnits(text: string): number[] {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  return units;
}

/** Where the text from `at` ends: at a `%` that is not doubled, or at the end. */
function literalEnd(units: readonly number[], at: number): number {
  while (at < units.length) {
    if (units[at] !== PERCENT) at++;
    else if (units[at + 1] === PERCENT) at += 2;
    else break;
  }
  return at;
}

function literalText(format: TextConst, units: readonly number[], start: number, end: number): TextConst {
  if (typeof format === "string") return format.slice(start, end).replaceAll("%%", "%");
  const codePoints: number[] = [];
  for (let i = start; i < end; i++) {
    codePoints.push(units[i]!);
    if (units[i] === PERCENT) i++;
  }
  return textOf(codePoints);
}

function textOf(codePoints: readonly number[]): TextConst {
  let text = "";
  for (let i = 0; i < codePoints.length; i++) {
    const c = codePoints[i]!;
    const next = codePoints[i + 1] ?? 0;
    if (c >= 0xd800 && c < 0xdc00 && next >= 0xdc00 && next < 0xe000) return new SurrogateText(codePoints);
    text += String.fromCodePoint(c);
  }
  return text;
}

interface Spec {
  /** Code of `s`, `r` or `a`. */
  conversion: number;
  /** The format specification, such as ">5". */
  text: string;
  end: number;
}

function parseSpec(units: readonly number[], at: number): Spec | null {
  let leftAdjusted = false;
  let c = units[at++];
  for (; c !== undefined && "-+ #0".includes(String.fromCharCode(c)); c = units[at++]) if (c === 45) leftAdjusted = true;
  let width = -1;
  let precision = -1;
  if (isDigit(c)) {
    width = 0;
    for (let digits = 0; isDigit(c); ) {
      width = width * 10 + (c - 48);
      c = units[at++];
      if (++digits >= MAX_DIGITS) return null;
    }
  }
  if (c === 46) {
    precision = 0;
    c = units[at++];
    for (let digits = 0; isDigit(c); ) {
      precision = precision * 10 + (c - 48);
      c = units[at++];
      if (++digits >= MAX_DIGITS) return null;
    }
  }
  if (c !== 115 && c !== 114 && c !== 97) return null;
  let text = !leftAdjusted && width > 0 ? ">" : "";
  if (width >= 0) text += width;
  if (precision >= 0) text += `.${precision}`;
  return { conversion: c, text, end: at };
}

function isDigit(c: number | undefined): c is number {
  return c !== undefined && c >= 48 && c <= 57;
}
