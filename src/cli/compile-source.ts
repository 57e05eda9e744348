// Bytes of a source to its code object, with warnings to stderr: what `dis` and `compile` share. See docs/cli.md.
import type { WarningSink } from "../base/python-error.ts";
import type { CodeUnit } from "../bytecode/code-unit.ts";
import { compileTree } from "../compiler/compile.ts";
import { decodeSource } from "../syntax/encoding.ts";
import { parse } from "../syntax/parse.ts";
import { warningPrinter } from "./warnings.ts";

/** Compiles a module. Raises PythonError. */
export function compileSource(bytes: Uint8Array, filename: string, optimize: number, warn?: WarningSink): CodeUnit {
  const { text } = decodeSource(bytes, { filename });
  const sink = warn ?? warningPrinter(text);
  const tree = parse(text, { filename, warn: sink });
  // Errors after parsing show their line only when Python can read the file again.
  return compileTree(tree, { filename, optimize, flags: 0, warn: sink, source: filename === "<stdin>" ? null : text });
}
