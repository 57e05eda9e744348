// compile(): source text, bytes or trees to code objects. Mirrors builtin_compile_impl in Python/bltinmodule.c and Python/pythonrun.c. See docs/modules.md.
import { audit, newBytes, strFromJs } from "../../core/api.ts";
import { type CodeUnit, isCodeUnit } from "../../bytecode/code-unit.ts";
import { compileSource } from "../../compiler/compile.ts";
import {
  asBytesLike, asCInt, call, codecError, exc, hasBuffer, hold, importModule, isBytes, isStr, type Leaf, lookupSpecial, newCode, newError, None, strText, textOf, truth, typeError, typeName, type Value,
  UnicodeEncodeErrorType, valueError, type Vm,
} from "../../core/api.ts";
import { textLength, textPoints } from "../../base/text.ts";
import { pathText } from "../../host/posix.ts";
import { compiling, warningSink } from "./source-errors.ts";

export const PyCF_ONLY_AST = 0x400;
const PyCF_OPTIMIZED_AST = 0x8000;
/** CO_FUTURE_* bits. */
const FUTURE_MASK = 0x1fe0000;
/** CO_NESTED: allowed and ignored. */
const OBSOLETE_MASK = 0x10;
const COMPILE_MASK = PyCF_ONLY_AST | 0x2000 | 0x1000 | 0x200 | 0x4000 | PyCF_OPTIMIZED_AST;

/** What the _ast module gives compile(), kept in the Vm's module state as "_ast.bridge" once it is imported. */
export interface AstBridge {
  /** Is it an instance of _ast.AST? */
  isTree(vm: Vm, value: Value): boolean;
  /** Parses to _ast objects. */
  parse(vm: Vm, source: string | Uint8Array, filename: string, mode: string, flags: number, featureVersion: number, optimize: number): Value;
  /** Checks and compiles _ast objects; with PyCF_ONLY_AST answers the tree, validated and optimised. */
  compile(vm: Vm, tree: Value, filename: string, mode: string, flags: number, optimize: number): CodeUnit | Value;
}

const bridge = (vm: Vm): AstBridge | undefined => vm.moduleState.get("_ast.bridge") as AstBridge | undefined;

/** co_flags of the calling code that its future statements hand on. */
export function callerFlags(vm: Vm): number {
  return vm.frame === null ? 0 : vm.frame.code.flags & FUTURE_MASK;
}

/** -O as given on the command line. */
function configuredOptimize(vm: Vm): number {
  const level = vm.config?.optimize as number | undefined;
  return level ?? 0;
}

/** Source as text or bytes; what is neither raises TypeError naming `name` and what it takes. */
export function sourceOf(vm: Vm, source: Value, name: string, what: string): string | Uint8Array {
  if (isStr(source)) {
    const text = strText(source);
    if (typeof text === "string" ? /[\ud800-\udfff]/.test(text) : textPoints(text).some((p) => p >= 0xd800 && p <= 0xdfff)) {
      const points = textPoints(text);
      const n = textLength(text);
      let at = 0;
      while (at < n && !(points[at]! >= 0xd800 && points[at]! <= 0xdfff)) at++;
      let end = at;
      while (end < n && points[end]! >= 0xd800 && points[end]! <= 0xdfff) end++;
      throw codecError(vm, UnicodeEncodeErrorType, "utf-8", source, at, end, "surrogates not allowed");
    }
    const host = textOf(source);
    if (host.includes("\0")) throw newError(vm, exc.SyntaxErrorType, "source code string cannot contain null bytes");
    return host;
  }
  if (typeof source === "number" || !(isBytes(source) || hasBuffer(source))) throw typeError(vm, `${name}() arg 1 must be a ${what} object`);
  const bytes = asBytesLike(vm, source);
  if (bytes.includes(0)) throw newError(vm, exc.SyntaxErrorType, "source code string cannot contain null bytes");
  return bytes.slice();
}

/** os.fsdecode(path). */
export function fileNameOf(vm: Vm, path: Value): string {
  let v = path;
  if (!isStr(v) && !isBytes(v)) {
    const method = lookupSpecial(vm, v, "__fspath__");
    if (method === undefined) throw typeError(vm, `expected str, bytes or os.PathLike object, not ${typeName(v)}`);
    v = call(vm, method, []);
  }
  let text: string;
  if (isStr(v)) text = textOf(v);
  else if (isBytes(v)) text = pathText(v.data as Uint8Array);
  else throw typeError(vm, `expected ${typeName(path)}.__fspath__() to return str or bytes, not ${typeName(v)}`);
  if (text.includes("\0")) throw valueError(vm, "embedded null character");
  return text;
}

/** Compiles source to a code object: exec, eval and compile() share it. */
export function compileText(vm: Vm, source: string | Uint8Array, filename: string, mode: "exec" | "eval" | "single", flags: number, optimize: number): Leaf {
  audit(vm, "compile", () => [typeof source === "string" ? newBytes(new TextEncoder().encode(source)) : newBytes(source), strFromJs(filename)]);
  const unit = compiling(
    vm,
    () => compileSource(source, { filename, mode, optimize: optimize < 0 ? configuredOptimize(vm) : optimize, flags, warn: warningSink(vm), maxStrDigits: vm.intMaxStrDigits }),
  );
  // It has no count of its own: if it cannot be run, its constants must be given back.
  return hold(vm, newCode(vm, unit));
}

export function compile(vm: Vm, source: Value, filenameArg: Value, modeArg: Value, flagsArg?: Value, dontInherit?: Value, optimizeArg?: Value, featureArg?: Value): Value {
  const filename = fileNameOf(vm, filenameArg);
  if (!isStr(modeArg)) throw typeError(vm, `compile() argument 'mode' must be str, not ${(modeArg as Value) === None ? "None" : typeName(modeArg)}`);
  const mode = textOf(modeArg);
  let flags = flagsArg === undefined ? 0 : asCInt(vm, flagsArg);
  const inherit = dontInherit === undefined || !truth(vm, dontInherit);
  const optimize = optimizeArg === undefined ? -1 : asCInt(vm, optimizeArg);
  const feature = featureArg === undefined ? -1 : asCInt(vm, featureArg);
  if ((flags & ~(FUTURE_MASK | OBSOLETE_MASK | COMPILE_MASK)) !== 0) throw valueError(vm, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) throw valueError(vm, "compile(): invalid optimize value");
  if (inherit) flags |= callerFlags(vm);
  const onlyAst = (flags & PyCF_ONLY_AST) !== 0;
  if (mode !== "exec" && mode !== "eval" && mode !== "single") {
    if (mode !== "func_type") throw valueError(vm, onlyAst ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'" : "compile() mode must be 'exec', 'eval' or 'single'");
    if (!onlyAst) throw valueError(vm, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  }
  if (onlyAst && bridge(vm) === undefined) importModule(vm, "_ast", None, None, 0);
  const trees = bridge(vm);
  const level = optimize < 0 ? configuredOptimize(vm) : optimize;
  if (trees !== undefined && trees.isTree(vm, source)) {
    const made = trees.compile(vm, source, filename, mode, flags, level);
    return typeof made === "object" && isCodeUnit(made) ? hold(vm, newCode(vm, made)) : (made as Value);
  }
  const text = sourceOf(vm, source, "compile", "string, bytes or AST");
  if (onlyAst) return trees!.parse(vm, text, filename, mode, flags, feature, level);
  return compileText(vm, text, filename, mode as "exec" | "eval" | "single", flags & ~OBSOLETE_MASK, optimize);
}
