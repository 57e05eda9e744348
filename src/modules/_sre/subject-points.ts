// How the matcher reads a subject that is an array: code points of text with characters outside the BMP, or bytes. The twin of
// subject-string.ts. See docs/modules-sre.md.
import type { Program } from "./engine-compile.ts";

export type Subject = Uint8Array | Int32Array | Uint32Array | readonly number[];

/** The character at an index within the subject. */
export function at(s: Subject, index: number): number {
  return s[index]!;
}

/** Index of a character in [from, end), or `end`. */
export function scanFor(s: Subject, c: number, from: number, end: number): number {
  for (let i = from; i < end; i++) if (s[i] === c) return i;
  return end;
}

/** Start of the program's prefix, wholly within [from, end), or -1. */
export function findPrefix(s: Subject, program: Program, from: number, end: number): number {
  const { prefix } = program.info;
  const first = prefix[0]!;
  const last = end - prefix.length;
  for (let i = from; i <= last; i++) {
    if (s[i] !== first) continue;
    let k = 1;
    while (k < prefix.length && s[i + k] === prefix[k]) k++;
    if (k === prefix.length) return i;
  }
  return -1;
}
