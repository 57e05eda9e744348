// An error and a warning as Python prints them: for a SyntaxError file, line, source line and carets. Mirrors
// TracebackException._format_syntax_error of Lib/traceback.py and warnings.formatwarning. See docs/cli.md.
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import type { SourceWarning } from "../base/python-error.ts";

/** The last lines of a traceback, each with its line end. `file` is named when the error itself names none. */
export function errorText(error: PythonError, file: string | null = null): string {
  if (error instanceof PythonSyntaxError) return syntaxErrorText(error, file);
  return lastLine(error.type, file === null ? error.message : `${error.message} (${file})`);
}

/** "SyntaxError: message"; an exception without a message has no colon. */
function lastLine(type: string, message: string): string {
  return message === "" ? `${type}\n` : `${type}: ${message}\n`;
}

function syntaxErrorText(error: PythonSyntaxError, file: string | null): string {
  const { lineno, text } = error;
  const filename = error.filename ?? file;
  let out = "";
  let suffix = "";
  if (lineno !== null) out += `  File "${filename ?? "<string>"}", line ${lineno}\n`;
  else if (filename !== null) suffix = ` (${filename})`;
  if (text !== null) out += sourceLine(error, text);
  return `${out}${error.type}: ${error.message === "" ? "<no detail available>" : error.message}${suffix}\n`;
}

/** Columns count code points; 1-based in the error, 0-based in the stripped line here. */
function sourceLine(error: PythonSyntaxError, text: string): string {
  const whole = [...text];
  const right = [...text.replace(/\n+$/, "")];
  let spaces = 0;
  while (spaces < right.length && /[ \n\f]/.test(right[spaces]!)) spaces++;
  const stripped = right.slice(spaces);
  const shown = `    ${stripped.join("")}\n`;
  if (error.offset === null) return shown;
  let { offset } = error;
  let end = error.lineno !== error.endLineno ? right.length + 1 : error.endOffset || offset;
  if (whole.length > 0 && offset > whole.length) offset = right.length + 1;
  if (whole.length > 0 && end > whole.length) end = right.length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  const column = offset - 1 - spaces;
  if (column < 0) return shown;
  const indent = stripped.slice(0, column).map((char) => (isSpace(char) ? char : " "));
  return `${shown}    ${indent.join("")}${"^".repeat(end - 1 - spaces - column)}\n`;
}

/** str.isspace of one character. */
function isSpace(char: string): boolean {
  const point = char.codePointAt(0)!;
  // The host's \s takes the byte order mark in, and leaves these out.
  return (/\s/.test(char) && point !== 0xfeff) || (point >= 0x1c && point <= 0x1f) || point === 0x85;
}

/** What the warnings module writes to stderr by default. */
export function warningText(warning: SourceWarning, source: string): string {
  const line = source.split(/\r\n|\r|\n/)[warning.lineno - 1]?.trim() ?? "";
  const head = `${warning.filename}:${warning.lineno}: ${warning.category}: ${warning.message}\n`;
  return line === "" ? head : `${head}  ${line}\n`;
}
