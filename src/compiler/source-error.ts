// SyntaxErrors of the stages after the parser. Mirrors PyErr_RangedSyntaxLocationObject (Python/errors.c), whose offsets are
// UTF-8 bytes, not characters. See docs/compiler-symtable.md.
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import type { SourceRange } from "./symtable/entry.ts";

/**
 * A SyntaxError for a range of a tree. Its offsets are 1-based UTF-8 byte columns, as CPython's are for every error found
 * after parsing. `source` is the text of the file when it can be read by its name (CPython reads it again), else null.
 */
export function sourceError(message: string, filename: string, location: SourceRange, source: string | null): PythonSyntaxError {
  const error = new PythonSyntaxError(
    "SyntaxError",
    message,
    filename,
    location.lineno,
    location.col_offset + 1,
    location.end_lineno,
    location.end_col_offset + 1,
    source === null ? null : sourceLine(source, location.lineno),
  );
  error.bareArguments = true;
  return error;
}

/** Line `lineno` (from 1) with its line end as "\n"; null when there is no such line. */
export function sourceLine(source: string, lineno: number): string | null {
  if (lineno < 1) return null;
  let start = 0;
  for (let line = 1; ; ) {
    let end = start;
    while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
    const atEnd = end === source.length;
    if (line === lineno) return atEnd && end === start ? null : source.slice(start, end) + (atEnd ? "" : "\n");
    if (atEnd) return null;
    if (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10) end++;
    start = end + 1;
    line++;
  }
}

/** What CPython raises when a tree is nested too deeply for the stages after the parser (with the usual stack of 8 MB). */
export function stackOverflow(): PythonError {
  return new PythonError("RecursionError", "Stack overflow (used 8152 kB) during compilation");
}
