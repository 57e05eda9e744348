// Text as Python sees it, for the compiler: order by code points, docstrings without their indentation (_PyCompile_CleanDoc of
// Python/compile.c). See docs/compiler.md.
import { SurrogateText, type TextConst } from "../../base/constant.ts";
import { PythonError } from "../../base/python-error.ts";
import { codePointsOf } from "../../base/utf8.ts";

/** Sorts in place by code points, as Python sorts str. */
export function sortByCodePoints(names: string[]): string[] {
  return names.sort(compareByCodePoints);
}

export function compareByCodePoints(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // a surrogate stands for a character beyond all others of the basic plane
    const xs = x >= 0xd800 && x <= 0xdfff;
    const ys = y >= 0xd800 && y <= 0xdfff;
    return xs === ys ? x - y : xs ? 1 : -1;
  }
  return a.length - b.length;
}

const SPACE = 32;
const NEWLINE = 10;

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** What a docstring becomes in the code object. Raises UnicodeEncodeError for lone surrogates: CPython works on its UTF-8. */
export function cleanDocText(text: TextConst): string {
  if (text instanceof SurrogateText || LONE_SURROGATE.test(text)) throw surrogateError(text);
  return cleanDoc(text);
}

/** The error names the first run of surrogates, counted behind the expansion of tabs. */
function surrogateError(text: TextConst): PythonError {
  let position = 0;
  let column = 0;
  let start = -1;
  let first = 0;
  for (const ch of codePointsOf(text)) {
    if (ch >= 0xd800 && ch <= 0xdfff) {
      if (start < 0) [start, first] = [position, ch];
    } else if (start >= 0) break;
    const width = ch === 9 ? 8 - (column % 8) : 1;
    position += width;
    column = ch === 10 || ch === 13 ? 0 : column + width;
  }
  const where =
    position - start === 1
      ? `character '\\u${first.toString(16)}' in position ${start}`
      : `characters in position ${start}-${position - 1}`;
  return new PythonError("UnicodeEncodeError", `'utf-8' codec can't encode ${where}: surrogates not allowed`);
}

/** A docstring with tabs expanded and without the indentation that all its lines but the first share. */
export function cleanDoc(text: string): string {
  const doc = text.includes("\t") ? expandTabs(text) : text;
  const end = doc.length;
  let p = doc.indexOf("\n") + 1;
  let margin = Infinity;
  if (p > 0) {
    while (p < end) {
      const start = p;
      while (doc.charCodeAt(p) === SPACE) p++;
      if (p < end && doc.charCodeAt(p) !== NEWLINE) margin = Math.min(margin, p - start);
      p = doc.indexOf("\n", p) + 1;
      if (p === 0) break;
    }
  }
  if (margin === Infinity) margin = 0;
  p = 0;
  while (doc.charCodeAt(p) === SPACE) p++;
  if (p === 0 && margin === 0) return doc;
  let lineEnd = doc.indexOf("\n", p) + 1;
  if (lineEnd === 0) return doc.slice(p);
  let result = doc.slice(p, lineEnd);
  p = lineEnd;
  while (p < end) {
    for (let i = 0; i < margin && doc.charCodeAt(p) === SPACE; i++) p++;
    lineEnd = doc.indexOf("\n", p) + 1;
    if (lineEnd === 0) lineEnd = end;
    result += doc.slice(p, lineEnd);
    p = lineEnd;
  }
  return result;
}

/** str.expandtabs(8). */
function expandTabs(text: string): string {
  let result = "";
  let column = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    if (ch === 9) {
      const width = 8 - (column % 8);
      result += text.slice(start, i) + " ".repeat(width);
      start = i + 1;
      column += width;
    } else if (ch === 10 || ch === 13) column = 0;
    else if (ch < 0xdc00 || ch > 0xdfff || i === 0 || !isHighSurrogate(text.charCodeAt(i - 1))) column++;
  }
  return result + text.slice(start);
}

function isHighSurrogate(ch: number): boolean {
  return ch >= 0xd800 && ch <= 0xdbff;
}
