// The compiler's entry: source or tree -> code object. Mirrors _PyAST_Compile of Python/compile.c. See docs/compiler.md.
import { PythonError, PythonSyntaxError, type WarningSink } from "../base/python-error.ts";
import type { CodeUnit } from "../bytecode/code-unit.ts";
import * as ast from "../syntax/ast.generated.ts";
import { decodeSource } from "../syntax/encoding.ts";
import { parse } from "../syntax/parse.ts";
import { Compiler, SCOPE_MODULE, locationOf, type SequenceObserver } from "./codegen/compiler.ts";
import { visitExpr } from "./codegen/expressions.ts";
import { visitModule } from "./codegen/statements.ts";
import { CO_FUTURE_BARRY_AS_BDFL, PyCF_ALLOW_TOP_LEVEL_AWAIT, futureFromAst } from "./future.ts";
import type { Location } from "./instruction.ts";
import { optimizeAndAssemble } from "./optimize-and-assemble.ts";
import { preprocess } from "./preprocess.ts";
import { stackOverflow } from "./source-error.ts";
import { buildSymtable } from "./symtable/build.ts";
import type { Symtable } from "./symtable/entry.ts";

/** Flags of compile() besides CO_FUTURE_* and PyCF_ALLOW_TOP_LEVEL_AWAIT. */
export const PyCF_DONT_IMPLY_DEDENT = 0x200;
export const PyCF_TYPE_COMMENTS = 0x1000;
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;

/** All bits that future statements set in co_flags, those of features long since in the language included. */
const CO_FUTURE_MASK = 0x1fe0000;

/** How to compile a source. */
export interface SourceOptions {
  /** co_filename, and the file of errors and warnings. */
  filename: string;
  mode: "exec" | "eval" | "single";
  /** 0, 1 (-O: no asserts) or 2 (-OO: no docstrings either). */
  optimize: number;
  /** compile()'s flags: CO_FUTURE_* and PyCF_*. */
  flags: number;
  /** co_flags of the code that calls compile(): its future statements hold here too, unless dontInherit. */
  callerFlags?: number;
  dontInherit?: boolean;
  /** How errors in the bytes of a source are worded; see DecodeOptions. */
  from?: "bytes" | "file";
  warn: WarningSink;
  /** As in TreeOptions: for errors found after parsing (the parser's own errors show the source that they have). */
  fileText?: string | null;
  /** sys.get_int_max_str_digits(). */
  maxStrDigits?: number;
  observe?: SequenceObserver;
}

/**
 * Compiles source text, or the bytes of a source file. Throws PythonSyntaxError, RecursionError or MemoryError for sources
 * nested too deep.
 */
export function compileSource(source: string | Uint8Array, options: SourceOptions): CodeUnit {
  const { tree, flags } = parseSource(source, options);
  return compileTree(tree, {
    filename: options.filename,
    optimize: options.optimize,
    flags: flags & (CO_FUTURE_MASK | PyCF_ALLOW_TOP_LEVEL_AWAIT),
    warn: options.warn,
    source: options.fileText ?? null,
    observe: options.observe,
  });
}

/** The symbol tables of a source, as `symtable` shows them: those of the tree as it was parsed. */
export function compileSymtable(source: string | Uint8Array, options: SourceOptions): Symtable {
  const { tree, flags } = parseSource(source, options);
  const future = futureFromAst(tree, options.filename, options.fileText ?? null);
  future.features |= flags & CO_FUTURE_MASK;
  return buildSymtable(tree, options.filename, future, options.fileText ?? null);
}

/** The tree of a source, and the flags that hold for it. */
function parseSource(source: string | Uint8Array, options: SourceOptions): { tree: ast.mod; flags: number } {
  const { filename, mode } = options;
  let flags = options.flags;
  if (options.dontInherit !== true && options.callerFlags !== undefined) flags |= options.callerFlags & CO_FUTURE_MASK;
  let text: string;
  if (typeof source === "string") {
    if (source.includes("\0")) {
      const message = "source code string cannot contain null bytes";
      throw new PythonSyntaxError("SyntaxError", message, null, null, null, null, null, null);
    }
    text = source;
  } else text = decodeSource(source, { filename, execInput: mode === "exec", from: options.from ?? "bytes" }).text;
  const tree = parse(text, {
    mode,
    filename,
    barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    maxStrDigits: options.maxStrDigits,
    warn: options.warn,
  });
  return { tree, flags };
}

/** How to compile a tree. */
export interface TreeOptions {
  /** co_filename, and the file of errors and warnings. */
  filename: string;
  /** 0, 1 (-O: no asserts) or 2 (-OO: no docstrings either). */
  optimize: number;
  /** CO_FUTURE_* bits and PyCF_ALLOW_TOP_LEVEL_AWAIT of compile()'s caller. */
  flags: number;
  warn: WarningSink;
  /** The text that SyntaxError.text is to be taken from: that of the file when it can be read by its name, else null. */
  source?: string | null | undefined;
  /** Sees every unit's instructions before they are optimised. */
  observe?: SequenceObserver | undefined;
}

/**
 * Compiles a tree to a module's code object. The tree is changed (preprocessed) on the way.
 * Throws PythonSyntaxError, or RecursionError for too deep a tree.
 */
export function compileTree(mod: ast.mod, options: TreeOptions): CodeUnit {
  const { filename, optimize, warn } = options;
  const source = options.source ?? null;
  const future = futureFromAst(mod, filename, source);
  future.features |= options.flags;
  const features = future.features;
  preprocess(mod, { filename, source, optimize, features, syntaxCheckOnly: false, warn });
  const symtable = buildSymtable(mod, filename, future, source);
  const compiler = new Compiler({
    filename,
    symtable,
    flags: features,
    optimize,
    interactive: mod.nodeKind === ast.Interactive_kind,
    warn,
    source,
    assemble: optimizeAndAssemble,
    observe: options.observe ?? null,
  });
  try {
    return generate(compiler, mod);
  } catch (error) {
    // the host's stack stands for CPython's
    if (error instanceof RangeError) throw stackOverflow();
    throw error;
  }
}

/** Generates a module's code with a prepared compiler. */
export function generate(c: Compiler, mod: ast.mod): CodeUnit {
  c.enterScope("<module>", SCOPE_MODULE, c.symtable.top, 1, null, 0, 0, 0);
  switch (mod.nodeKind) {
    case ast.Module_kind:
      visitModule(c, startLocation(mod.body), mod.body, false);
      break;
    case ast.Interactive_kind:
      visitModule(c, startLocation(mod.body), mod.body, true);
      break;
    case ast.Expression_kind:
      visitExpr(c, mod.body);
      break;
    default:
      throw new PythonError("SystemError", `module kind ${mod.nodeKind} should not be possible`);
  }
  return c.assemble(mod.nodeKind !== ast.Expression_kind);
}

/** Where code that belongs to the module as a whole stands: at its first statement. */
function startLocation(body: readonly ast.stmt[]): Location {
  return body.length > 0 ? locationOf(body[0]!) : { lineno: 1, endLineno: 1, col: 0, endCol: 0 };
}
