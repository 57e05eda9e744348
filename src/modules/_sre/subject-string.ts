// How the matcher reads a subject that is a JavaScript string in which every unit is one character. The twin of
// subject-points.ts: engine-points.generated.ts is engine-string.ts with that import. See docs/modules-sre.md.
import type { Program } from "./engine-compile.ts";

export type Subject = string;

/** The character at an index within the subject. */
export function at(s: Subject, index: number): number {
  return s.charCodeAt(index);
}

/** Index of a character in [from, end), or `end`. */
export function scanFor(s: Subject, c: number, from: number, end: number): number {
  const near = Math.min(end, from + 16);
  for (let i = from; i < near; i++) if (s.charCodeAt(i) === c) return i;
  if (near === end || c < 0 || c > 0xffff) return end;
  if (end !== s.length) {
    for (let i = near; i < end; i++) if (s.charCodeAt(i) === c) return i;
    return end;
  }
  const found = s.indexOf(String.fromCharCode(c), near);
  return found < 0 ? end : found;
}

/** Start of the program's prefix, wholly within [from, end), or -1. */
export function findPrefix(s: Subject, program: Program, from: number, end: number): number {
  const text = program.info.prefixText;
  if (text === undefined) return -1;
  const last = end - text.length;
  if (from > last) return -1;
  if (text.length === 1) {
    const found = scanFor(s, text.charCodeAt(0), from, end);
    return found === end ? -1 : found;
  }
  // indexOf knows no end: where the subject goes on far behind, look only at what counts.
  if (end !== s.length && s.length - end > 64) {
    const found = s.slice(from, end).indexOf(text);
    return found < 0 ? -1 : from + found;
  }
  const found = s.indexOf(text, from);
  return found < 0 || found > last ? -1 : found;
}
