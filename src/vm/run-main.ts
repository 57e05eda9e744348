// Running a program as __main__, and what becomes of its exceptions and exit status. Mirrors Modules/main.c and pythonrun.c. See docs/vm.md.
import { audit } from "../core/audit.ts";
import { MAGIC_NUMBER } from "../bytecode/pyc.ts";
import { compileSource } from "../compiler/compile.ts";
import { getAttrText, lookupAttrText } from "../core/attribute.ts";
import { call, callMethod } from "../core/call.ts";
import { strText } from "../core/convert.ts";
import { listOf } from "../core/dir.ts";
import { dropError, matches, runtimeError } from "../core/errors.ts";
import { isSubtype } from "../core/type.ts";
import { type Container, type Leaf, type PyDict, PyError, type Value } from "../core/object.ts";
import { compiling, warningSink } from "../modules/builtins/source-errors.ts";
import { importModule } from "../core/import.ts";
import { runCode } from "../interpreter/run-code.ts";
import { closeScope, hold, noteOwned } from "../memory/ref.ts";
import { newBytes } from "../types/bytes.ts";
import { CodeType, newCode } from "../types/code.ts";
import { dictGetText, dictSetText } from "../types/dict/dict-object.ts";
import * as exc from "../types/exceptions.ts";
import { intValue, isBigOrInt } from "../types/int/int-object.ts";
import { isList } from "../types/list.ts";
import { moduleDict, newModule } from "../types/module.ts";
import { None } from "../types/none.ts";
import { intern, newStr, strFromJs } from "../types/str/str-object.ts";
import { importPrepared } from "./prepared.ts";
import type { Vm } from "./vm.ts";

/** Exit status of an uncaught KeyboardInterrupt: the process then ends by SIGINT. */
export const INTERRUPTED = 130;

/** Makes the module __main__. */
export function mainModule(vm: Vm): Container {
  const main = newModule(vm, "__main__");
  dictSetText(vm, vm.modules, "__main__", main);
  dictSetText(vm, moduleDict(main), "__builtins__", vm.nativeInstances.get("builtins")!);
  closeScope(vm, 0);
  return main;
}

/** Compiles source text; syntax errors are thrown as Python exceptions. */
export function compileMain(vm: Vm, source: Uint8Array | string, filename: string, mode: "exec" | "eval" | "single" = "exec", flags = 0, from: "bytes" | "file" = "bytes"): Leaf {
  return compiling(vm, () => newCode(vm, compileSource(source, { filename, mode, optimize: vm.config.optimize, flags, from, warn: warningSink(vm) })));
}

/** Runs source as __main__; answers the exit status. Errors have been printed. */
export function runSource(vm: Vm, source: Uint8Array | string, filename: string, file: string | null): number {
  return guardMain(vm, () => {
    const main = mainModule(vm);
    const dict = moduleDict(main);
    if (file !== null) nameFile(vm, dict, file);
    const loader = file === null ? lookupAttrText(vm, vm.importlib!, "BuiltinImporter") : fileLoader(vm, file, "SourceFileLoader");
    if (loader !== undefined) dictSetText(vm, dict, "__loader__", loader);
    // The scope keeps the code while it runs.
    const code = hold(vm, compileMain(vm, source, filename, "exec", 0, file === null ? "bytes" : "file"));
    if (typeof source === "string") registerSource(vm, code, source, filename);
    runCode(vm, code, dict, dict);
  });
}

function nameFile(vm: Vm, dict: PyDict, file: string): void {
  dictSetText(vm, dict, "__file__", strFromJs(file));
  dictSetText(vm, dict, "__cached__", None);
}

/** Is a script compiled code: by its name, or by what it begins with (maybe_pyc_file)? */
export function isCompiled(path: string, data: Uint8Array): boolean {
  return path.endsWith(".pyc") || (data[0] === (MAGIC_NUMBER & 0xff) && data[1] === MAGIC_NUMBER >> 8);
}

/** Runs the contents of a .pyc file as __main__; answers the exit status. */
export function runCompiled(vm: Vm, data: Uint8Array, file: string): number {
  return guardMain(vm, () => {
    const dict = moduleDict(mainModule(vm));
    nameFile(vm, dict, file);
    const loader = fileLoader(vm, file, "SourcelessFileLoader");
    if (loader !== undefined) dictSetText(vm, dict, "__loader__", loader);
    if (data[0] !== (MAGIC_NUMBER & 0xff) || data[1] !== MAGIC_NUMBER >> 8 || data[2] !== 0x0d || data[3] !== 0x0a) throw runtimeError(vm, "Bad magic number in .pyc file");
    const marshal = importModule(vm, "marshal", None, None, 0);
    const code = call(vm, getAttrText(vm, marshal, "loads"), [newBytes(data.slice(16))]);
    if (typeof code === "number" || code.type !== CodeType) throw runtimeError(vm, "Bad code object in .pyc file");
    runCode(vm, hold(vm, code) as Leaf, dict, dict);
  });
}

/** Keeps the source of code that is in no file, for tracebacks. */
export function registerSource(vm: Vm, code: Value, source: string, shown: string): void {
  const linecache = dictGetText(vm.modules, "linecache") ?? importPrepared(vm, "linecache") ?? importModule(vm, "linecache", None, None, 0);
  const add = lookupAttrText(vm, linecache, "_register_code");
  if (add !== undefined) call(vm, add, [code, strFromJs(source), newStr(shown)]);
}

/** The loader of a script's file. */
function fileLoader(vm: Vm, file: string, kind: string): Value | undefined {
  const external = dictGetText(vm.modules, "_frozen_importlib_external");
  if (external === undefined) return undefined;
  return call(vm, getAttrText(vm, external, kind), [newStr("__main__"), strFromJs(file)]);
}

/** Puts a folder in front of sys.path. */
export function prependPath(vm: Vm, first: string): void {
  vm.config.firstPath = first;
  const path = dictGetText(vm.sysDict, "path");
  if (path !== undefined && isList(path)) callMethod(vm, path, intern(vm, "insert"), [0, strFromJs(first)]);
  closeScope(vm, 0);
}

/** Can a path be imported from, as folders and zip files can (pymain_get_importer)? */
export function hasMain(vm: Vm, path: string): boolean {
  const mark = vm.scopeCount;
  try {
    const hooks = dictGetText(vm.sysDict, "path_hooks");
    if (hooks === undefined || !isList(hooks)) return false;
    for (const hook of listOf(vm, hooks)) {
      try {
        call(vm, hook, [strFromJs(path)]);
        return true;
      } catch (error) {
        if (!matches(error, exc.ImportErrorType)) throw error;
        dropError(vm, error);
      }
    }
    return false;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return false;
  } finally {
    closeScope(vm, mark);
  }
}

/** `-m name`, or a folder or zip file whose __main__ is run. */
export function runModule(vm: Vm, name: string, alterArgv: boolean): number {
  return guardMain(vm, () => {
    mainModule(vm);
    const runpy = importModule(vm, "runpy", None, None, 0);
    call(vm, getAttrText(vm, runpy, "_run_module_as_main"), [strFromJs(name), alterArgv ? 1 : 0]);
  });
}

/** Runs `body`; uncaught exceptions are printed, SystemExit becomes the status. */
export function guardMain(vm: Vm, body: () => void): number {
  try {
    body();
    closeScope(vm, 0);
    return 0;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    closeScope(vm, 0);
    flushStreams(vm);
    return reportUncaught(vm, error);
  }
}

/** What the program printed comes before what is said about its end. */
function flushStreams(vm: Vm): void {
  for (const name of ["stderr", "stdout"]) {
    try {
      const stream = dictGetText(vm.sysDict, name);
      if (stream === undefined || stream === None) continue;
      callMethod(vm, stream, intern(vm, "flush"), []);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      dropError(vm, error);
    }
    closeScope(vm, 0);
  }
}

/** Prints an uncaught exception through sys.excepthook; answers the exit status. Takes over the error. `base` is the scope that stays. */
export function reportUncaught(vm: Vm, error: PyError, base = 0): number {
  // With -i, SystemExit is shown and the prompt follows.
  if (isSubtype(error.exc.type, exc.SystemExitType) && vm.config.inspect !== true) {
    const status = exitStatus(vm, exc.excField(error.exc, "code") ?? None);
    dropError(vm, error);
    return status;
  }
  // The scope owns it while Python code reports it.
  const e = noteOwned(vm, error.exc);
  const interrupted = isSubtype(e.type, exc.KeyboardInterruptType);
  const tb = (e.data as exc.ExcData).traceback ?? None;
  dictSetText(vm, vm.sysDict, "last_exc", e);
  dictSetText(vm, vm.sysDict, "last_type", e.type.obj);
  dictSetText(vm, vm.sysDict, "last_value", e);
  dictSetText(vm, vm.sysDict, "last_traceback", tb);
  try {
    const hook = dictGetText(vm.sysDict, "excepthook");
    audit(vm, "sys.excepthook", () => [hook ?? None, e.type.obj, e, tb]);
    if (hook !== undefined) call(vm, hook, [e.type.obj, e, tb]);
  } catch (inner) {
    if (!(inner instanceof PyError)) throw inner;
    vm.host.files?.write(2, new TextEncoder().encode(`Error in sys.excepthook: ${inner.exc.type.name}: ${plain(vm, inner.exc)}\n\nOriginal exception was:\n${e.type.name}: ${plain(vm, e)}\n`));
    dropError(vm, inner);
  }
  closeScope(vm, base);
  return interrupted ? INTERRUPTED : 1;
}

function plain(vm: Vm, v: Value): string {
  try {
    return strText(vm, v);
  } catch (error) {
    if (error instanceof PyError) dropError(vm, error);
    return "<exception str() failed>";
  }
}

function exitStatus(vm: Vm, code: Value): number {
  if (code === None) return 0;
  if (isBigOrInt(code)) {
    const status = BigInt(intValue(code));
    // What does not fit into a C long is -1.
    return BigInt.asIntN(64, status) === status ? Number(BigInt.asUintN(8, status)) : 255;
  }
  const stderr = dictGetText(vm.sysDict, "stderr");
  if (stderr !== undefined && stderr !== None) callMethod(vm, stderr, intern(vm, "write"), [newStr(`${plain(vm, code)}\n`)]);
  closeScope(vm, 0);
  return 1;
}
