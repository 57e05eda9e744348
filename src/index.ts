/**
 * Python as an npm package. {@link Vivarium} runs programs. The functions are Python's front end: source text to tokens, trees, symbol
 * tables, code objects, `.pyc` bytes and back, equal to what CPython 3.14 makes of it. Nothing here needs Node: it works in a browser or a
 * worker too (where `Vivarium` has to be given the standard library's files).
 *
 * Faults that Python would raise are thrown as {@link PythonError} ({@link PythonSyntaxError} for errors in the source).
 *
 * @packageDocumentation
 */
import type { WarningSink } from "./base/python-error.ts";
import type { CodeUnit } from "./bytecode/code-unit.ts";
import { disassemble as disassembleCode } from "./bytecode/disassemble.ts";
import type { DisassembleOptions } from "./bytecode/disassemble.ts";
import { readMarshal } from "./bytecode/marshal-read.ts";
import type { MarshalReadOptions } from "./bytecode/marshal-read.ts";
import type { MarshalValue } from "./bytecode/marshal-values.ts";
import { writeMarshal } from "./bytecode/marshal-write.ts";
import type { MarshalWriteOptions } from "./bytecode/marshal-write.ts";
import { compileSource } from "./compiler/compile.ts";
import { futureFromAst } from "./compiler/future.ts";
import { buildSymtable } from "./compiler/symtable/build.ts";
import type { Symtable } from "./compiler/symtable/entry.ts";
import { dump as dumpTreeText } from "./syntax/ast-dump.ts";
import type { DumpOptions } from "./syntax/ast-dump.ts";
import type * as ast from "./syntax/ast.generated.ts";
import { decodeSource } from "./syntax/encoding.ts";
import { parse as parseText } from "./syntax/parse.ts";
import type { ParseOptions } from "./syntax/parse.ts";
import { TokenizerIter } from "./syntax/tokenize.ts";
import type { TokenInfo } from "./syntax/tokenize.ts";

export { type HostFunction, type MemoryBlock, type MemoryMap, type MemoryPool, type MemorySegment, PythonException, PythonObject, Vivarium, type VivariumOptions } from "./embed/vivarium.ts";
export { FreezeError } from "./vm/freeze/format.ts";
export { memoryHost, type MemoryHost, type MemoryHostOptions } from "./host/memory/memory-host.ts";
export { librarySource } from "./host/library/library-bytes.ts";
export type { FileSource } from "./host/memory/mount.ts";
export { PythonError, PythonSyntaxError } from "./base/python-error.ts";
export type { SourceWarning, WarningSink } from "./base/python-error.ts";
export * from "./base/constant.ts";
export type { CodeConst, CodeUnit } from "./bytecode/code-unit.ts";
export type { DisassembleOptions } from "./bytecode/disassemble.ts";
export { DictValue, ListValue, STOP_ITERATION, SetValue } from "./bytecode/marshal-values.ts";
export type { MarshalValue } from "./bytecode/marshal-values.ts";
export type { MarshalReadOptions } from "./bytecode/marshal-read.ts";
export type { MarshalWriteOptions } from "./bytecode/marshal-write.ts";
export { cacheFromSource, isStale, readPyc, sourceHash, writePyc } from "./bytecode/pyc.ts";
export type { HashCheck, PycHeader, PycInvalidationMode, SourceState } from "./bytecode/pyc.ts";
export type { Symtable, SymtableEntry } from "./compiler/symtable/entry.ts";
export type { DumpOptions } from "./syntax/ast-dump.ts";
export type { ParseMode, ParseOptions } from "./syntax/parse.ts";
export type { TokenInfo } from "./syntax/tokenize.ts";
export type { ast };

/** A program: text, or the bytes of a file, whose encoding is then found as Python finds it (signature, coding cookie, UTF-8). */
export type Source = string | Uint8Array;

function textOf(source: Source, filename: string): string {
  return typeof source === "string" ? source : decodeSource(source, { filename }).text;
}

/**
 * The tokens of a program, as the `tokenize` module gives them: comments and line ends too, with lines from 1 and columns from 0.
 *
 * @throws {@link PythonSyntaxError} while iterating, when the source cannot be divided into tokens.
 */
export function* tokenize(source: Source): Generator<TokenInfo, void, undefined> {
  const tokens = new TokenizerIter(textOf(source, "<string>"), true);
  for (let token = tokens.next(); token !== null; token = tokens.next()) yield token;
}

/**
 * The syntax tree of a program: nodes of the classes that Python's `ast` module has, with positions in UTF-8 bytes.
 *
 * @throws {@link PythonSyntaxError} with CPython's message and range.
 */
export function parse(source: Source, options: ParseOptions = {}): ast.mod {
  return parseText(textOf(source, options.filename ?? "<string>"), options);
}

/** A tree as text, as `ast.dump` writes it. */
export function dumpTree(node: ast.AnyNode, options: DumpOptions = {}): string {
  return dumpTreeText(node, options);
}

/**
 * The symbol tables of a module: which names each scope has, and where they live.
 *
 * @throws {@link PythonSyntaxError}
 */
export function symtable(source: Source, filename = "<string>"): Symtable {
  const text = textOf(source, filename);
  const tree = parseText(text, { filename });
  return buildSymtable(tree, filename, futureFromAst(tree, filename, text), text);
}

export interface CompileOptions {
  /** co_filename, and the file of errors; default "<string>". */
  filename?: string;
  /** "exec" (a module, the default), "eval" (an expression) or "single" (one interactive statement). */
  mode?: "exec" | "eval" | "single";
  /** 0 (the default), 1 (-O: without asserts) or 2 (-OO: without docstrings too). */
  optimize?: 0 | 1 | 2;
  /** Receives warnings; without it they are dropped. Its answer `true` makes an error of the warning. */
  warn?: WarningSink;
}

/**
 * The code object of a program, equal in every field to CPython 3.14's.
 *
 * @throws {@link PythonSyntaxError}; {@link PythonError} RecursionError or MemoryError for what nests too deep.
 */
export function compile(source: Source, options: CompileOptions = {}): CodeUnit {
  const { filename = "<string>", mode = "exec", optimize = 0, warn = () => false } = options;
  // Errors that are found after parsing show their line when Python could read the file by its name.
  const fileText = filename.startsWith("<") ? null : textOf(source, filename);
  return compileSource(source, { filename, mode, optimize, flags: 0, warn, fileText });
}

/** A code object as text, as `python -m dis` prints it, with the code objects in its constants. */
export function disassemble(code: CodeUnit, options: DisassembleOptions = {}): string {
  return disassembleCode(code, options);
}

/** Python's marshal format, versions 0 to 5. */
export const marshal = {
  /**
   * The bytes of a value, references and flags set as CPython sets them for a fresh compilation.
   *
   * @throws {@link PythonError} ValueError when it nests too deep or the version cannot hold it.
   */
  dump(value: MarshalValue, options?: MarshalWriteOptions): Uint8Array {
    return writeMarshal(value, options);
  },
  /**
   * The value at the start of `data`.
   *
   * @throws {@link PythonError} EOFError, ValueError or TypeError for malformed data.
   */
  load(data: Uint8Array, options?: MarshalReadOptions): MarshalValue {
    return readMarshal(data, options);
  },
};
