// What we say of a source, in the form in which CPython's answers are recorded (tools/syntax-corpus/record.py): shared by the
// test over the committed corpus and the tools. See docs/syntax-errors.md.
import { PythonError, PythonSyntaxError } from "../../../src/base/python-error.ts";
import { compileTree } from "../../../src/compiler/compile.ts";
import { parse } from "../../../src/syntax/parse.ts";
import type { ParseMode, ParseOptions } from "../../../src/syntax/parse.ts";
import { parseExact } from "../../../src/syntax/peg/parse-exact.ts";

/** Type, message, lineno, offset, end_lineno, end_offset, text; ["ok"] for a source without an error. */
export type Outcome = readonly (string | number | null)[];

// Flags of compile() that matter to errors.
export const PyCF_DONT_IMPLY_DEDENT = 0x200;
export const PyCF_TYPE_COMMENTS = 0x1000;
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;

export function parseOptions(mode: string, flags: number): ParseOptions {
  return {
    mode: mode as ParseMode,
    filename: "<corpus>",
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
  };
}

/** The error of `run`. A fault that is no PythonError is a bug of ours and goes on. */
export function outcomeOf(run: () => unknown): Outcome {
  try {
    run();
  } catch (error) {
    if (error instanceof PythonSyntaxError) {
      return [error.type, error.message, error.lineno, error.offset, error.endLineno, error.endOffset, error.text];
    }
    if (error instanceof PythonError) return [error.type, error.message, null, null, null, null, null];
    throw error;
  }
  return ["ok"];
}

/** By the fast parser and, where that gives up, the exact one: as users get it. */
export function parseOutcome(source: string, mode: string, flags: number): Outcome {
  return outcomeOf(() => parse(source, parseOptions(mode, flags)));
}

/** By the exact parser alone. */
export function exactOutcome(source: string, mode: string, flags: number): Outcome {
  return outcomeOf(() => parseExact(source, parseOptions(mode, flags)));
}

/** By parser, symbol table and compiler. */
export function compileOutcome(source: string, mode: string, flags: number): Outcome {
  return outcomeOf(() => {
    const tree = parse(source, parseOptions(mode, flags));
    if (mode !== "func_type") {
      compileTree(tree, { filename: "<corpus>", optimize: 0, flags: flags & PyCF_ALLOW_TOP_LEVEL_AWAIT, warn: () => false });
    }
  });
}
