// Starting a Python: builtins, sys, importlib run from frozen code, standard streams, site. Mirrors Python/pylifecycle.c. See docs/vm.md.
import { sysState } from "../modules/sys/state.ts";
import { commonBuiltins } from "../interpreter/ops/misc.ts";
import { callMethod } from "../core/call.ts";
import { strText } from "../core/convert.ts";
import { getAttrText, lookupAttrText, instanceDict } from "../core/attribute.ts";
import { False, newBool } from "../types/bool.ts";
import { dropError } from "../core/errors.ts";
import { truth } from "../core/number.ts";
import { writeUnraisable } from "../core/unraisable.ts";
import { type Container, K_MODULE, type Leaf, PyError, type PyStr, type Value } from "../core/object.ts";
import type { Host } from "../host/host.ts";
import { runCode } from "../interpreter/run-code.ts";
import { importModule } from "../core/import.ts";
import { collectAtEnd } from "../memory/gc.ts";
import { startModel } from "../memory/model.ts";
import { startTracing } from "../interpreter/tracemalloc.ts";
import { closeScope } from "../memory/ref.ts";
import { builtinsModule } from "../modules/builtins/index.ts";
import { sysModule } from "../modules/sys/index.ts";
import { nativeModules } from "../modules/registry.ts";
import { dictGetText, dictItems, dictSet, dictSetText, newTrackedDict } from "../types/dict/dict-object.ts";
import { newList } from "../types/list.ts";
import { makeModule, moduleDict, newModule } from "../types/module.ts";
import { None } from "../types/none.ts";
import { intern, isStr, newStr, strFromJs, textOf } from "../types/str/str-object.ts";
import { exceptionGroupType } from "../types/exception-group.ts";
import { bareVm } from "./bootstrap.ts";
import { installFrozen } from "./frozen.ts";
import { newPlainStream } from "./plain-stream.ts";
import { defaultConfig, type StartConfig } from "./config.ts";
import type { Vm } from "./vm.ts";

/** Native modules without which files cannot be imported. */
const NEEDED = ["_codecs", "_io", "_thread", "_warnings", "marshal", "posix"];

function installPlainStreams(vm: Vm): void {
  for (const [fd, name] of ["stdin", "stdout", "stderr"].entries()) {
    const stream = newPlainStream(fd);
    dictSetText(vm, vm.sysDict, name, stream);
    dictSetText(vm, vm.sysDict, `__${name}__`, stream);
  }
}

/** Keys of hash(str) from PYTHONHASHSEED: CPython's generator of 16 bytes (0: none at all). */
export function seedHash(vm: Vm, seed: number | null): void {
  if (seed === null) {
    const random = vm.host.entropy?.random(16) ?? new Uint8Array(16);
    const view = new DataView(random.buffer, random.byteOffset, 16);
    vm.hashKey0 = view.getBigUint64(0, true);
    vm.hashKey1 = view.getBigUint64(8, true);
    return;
  }
  vm.seededHash = true;
  let x = seed >>> 0;
  let bytes = 0n;
  if (seed !== 0) {
    for (let i = 0; i < 16; i++) {
      x = (Math.imul(x, 214013) + 2531011) >>> 0;
      bytes |= BigInt((x >>> 16) & 255) << BigInt(8 * i);
    }
  }
  vm.hashKey0 = bytes & 0xffffffffffffffffn;
  vm.hashKey1 = bytes >> 64n;
}

/** A Vm that is ready to run programs. Raises PyError when start-up fails. */
export function startVm(host: Host, config: Partial<StartConfig> = {}): Vm {
  const vm = bareVm(host);
  const full: StartConfig = { ...defaultConfig(), ...config };
  vm.config = full;
  vm.nativeModules = { ...nativeModules, ...full.moreModules };
  vm.intMaxStrDigits = full.intMaxStrDigits;
  vm.memoryLimit = full.memoryLimit ?? host.memory?.use().heapLimit ?? vm.memoryLimit;
  seedHash(vm, full.hashSeed);
  if (full.memoryModel) startModel(vm);
  if (full.tracemalloc > 0) startTracing(vm, full.tracemalloc);
  const modules = newTrackedDict(vm);
  vm.modules = modules;

  const builtins = makeModule(vm, builtinsModule);
  builtins.rc++;
  vm.builtins = moduleDict(builtins);
  dictSetText(vm, vm.builtins, "ExceptionGroup", exceptionGroupType(vm).obj);
  vm.defaultImport = dictGetText(vm.builtins, "__import__") ?? null;
  commonBuiltins(vm);
  vm.nativeInstances.set("builtins", builtins);
  dictSetText(vm, modules, "builtins", builtins);

  const sys = makeModule(vm, sysModule);
  sys.rc++;
  vm.sysDict = moduleDict(sys);
  vm.nativeInstances.set("sys", sys);
  dictSetText(vm, modules, "sys", sys);
  dictSetText(vm, vm.sysDict, "modules", modules);
  closeScope(vm, 0);

  const complete = NEEDED.every((name) => nativeModules[name] !== undefined);
  // What importlib says with -v comes before there are real streams.
  if (!complete || full.verbose > 0) installPlainStreams(vm);
  installImportlib(vm, full, sys, complete);
  if (complete) {
    installStreams(vm);
    // Before the program runs: it installs the handler that makes SIGINT a KeyboardInterrupt.
    makeSignalModule(vm);
    if (full.faulthandler) callMethod(vm, importModule(vm, "faulthandler", None, None, 0), intern(vm, "enable"), []);
    if (full.warnOptions.length > 0) importModule(vm, "warnings", None, None, 0);
    if (full.site) importModule(vm, "site", None, None, 0);
  }
  closeScope(vm, 0);
  return vm;
}

function installImportlib(vm: Vm, config: StartConfig, sys: Value, files: boolean): void {
  installFrozen(vm, config);
  const importlib = newModule(vm, "_frozen_importlib");
  importlib.rc++;
  const dict = moduleDict(importlib);
  dictSetText(vm, dict, "__origname__", newStr("importlib._bootstrap"));
  runCode(vm, vm.frozenModules.get("_frozen_importlib")!.code(vm) as Leaf, dict, dict);
  dictSetText(vm, vm.modules, "_frozen_importlib", importlib);
  const imp = makeModule(vm, nativeModules["_imp"]!());
  imp.rc++;
  vm.nativeInstances.set("_imp", imp);
  vm.importlib = importlib;
  callMethod(vm, importlib, intern(vm, "_install"), [sys, imp]);
  dictSetText(vm, vm.sysDict, "path", newList(vm, config.path.map(strFromJs)));
  if (!files) return;
  callMethod(vm, importlib, intern(vm, "_install_external_importers"), []);
  // Archives come before folders.
  const zipimporter = getAttrText(vm, importModule(vm, "zipimport", None, None, 0), "zipimporter");
  callMethod(vm, dictGetText(vm.sysDict, "path_hooks")!, intern(vm, "insert"), [0, zipimporter]);
  closeScope(vm, 0);
  importModule(vm, "encodings", None, None, 0);
  importModule(vm, "_warnings", None, None, 0);
  closeScope(vm, 0);
}

function makeSignalModule(vm: Vm): void {
  importModule(vm, "_signal", None, None, 0);
  closeScope(vm, 0);
}

/** Ends the start after the core is there: what CPython calls a fatal error. */
export class StartFault {
  readonly message: string;
  /** The exception, as its last line shows it. */
  readonly cause: string;
  constructor(message: string, cause: string) {
    this.message = message;
    this.cause = cause;
  }
}

/** The encoding of the streams by its codec's own name (config_get_codec_name). */
function codecName(vm: Vm, encoding: string): string {
  if (encoding === "utf-8") return encoding;
  try {
    return textOf(getAttrText(vm, callMethod(vm, importModule(vm, "codecs", None, None, 0), intern(vm, "lookup"), [strFromJs(encoding)]), "name") as PyStr);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    throw new StartFault("init_stdio_encoding: failed to get the Python codec name of the stdio encoding", `${error.exc.type.name}: ${strText(vm, error.exc)}`);
  }
}

/** sys.stdin, stdout and stderr. */
export function installStreams(vm: Vm): void {
  const io = importModule(vm, "io", None, None, 0);
  const open = getAttrText(vm, io, "open");
  dictSetText(vm, vm.builtins, "open", open);
  const config = vm.config as StartConfig;
  const encoding = codecName(vm, config.stdioEncoding);
  const make = (name: string, fd: number, mode: string, errors: string): void => {
    const files = vm.host.files;
    try {
      files?.stat(fd);
    } catch {
      // The descriptor is closed.
      dictSetText(vm, vm.sysDict, name, None);
      dictSetText(vm, vm.sysDict, `__${name}__`, None);
      return;
    }
    const unbuffered = config.unbuffered && name !== "stdin";
    const buffered = callMethod(vm, io, intern(vm, "open"), [fd, newStr(mode), unbuffered ? 0 : -1, None, None, None, False]);
    const raw = unbuffered ? buffered : getAttrText(vm, buffered, "raw");
    dictSetText(vm, instanceDict(vm, raw as never), "name", newStr(`<${name}>`));
    const lines = files?.isatty(fd) === true || name === "stderr";
    const text = callMethod(vm, io, intern(vm, "TextIOWrapper"), [buffered, strFromJs(encoding), strFromJs(errors), newStr("\n"), newBool(lines), newBool(unbuffered)]);
    dictSetText(vm, instanceDict(vm, text as never), "mode", newStr(mode[0]!));
    dictSetText(vm, vm.sysDict, name, text);
    dictSetText(vm, vm.sysDict, `__${name}__`, text);
  };
  make("stdin", 0, "rb", config.stdioErrors ?? "strict");
  make("stdout", 1, "wb", config.stdioErrors ?? "strict");
  make("stderr", 2, "wb", "backslashreplace");
  closeScope(vm, 0);
}

/** Sets the names of a module to None, private ones first, so that what they held dies in CPython's order (_PyModule_Clear). */
function clearModule(vm: Vm, module: Value): void {
  const dict = moduleDict(module);
  const names = [...dictItems(dict)].map(([k]) => k).filter(isStr);
  for (const name of names) {
    const text = textOf(name);
    if (text.startsWith("_") && !text.startsWith("__")) dictSet(vm, dict, name, None);
  }
  for (const name of names) if (!textOf(name).startsWith("_") || (textOf(name).startsWith("__") && textOf(name) !== "__builtins__")) dictSet(vm, dict, name, None);
}

/** Attributes of sys that are set to None before modules go: they may hold frames. */
const DELETED = ["last_type", "last_value", "last_traceback", "last_exc"];

/**
 * The program's modules leave sys.modules and die where nothing else holds them; a collection takes those whose functions hold
 * them; what is still alive is emptied, the last one imported first. The library's modules stay: nobody sees them go.
 */
function clearModules(vm: Vm): void {
  for (const name of DELETED) if (dictGetText(vm.sysDict, name) !== undefined) dictSetText(vm, vm.sysDict, name, None);
  dictSetText(vm, vm.builtins, "_", None);
  const { library } = vm.config as StartConfig;
  const gone: Container[] = [];
  for (const [name, module] of [...dictItems(vm.modules)]) {
    if (typeof module === "number" || module.type.kind !== K_MODULE) continue;
    const file = dictGetText(moduleDict(module as Container), "__file__");
    const own = isStr(name) && textOf(name) === "__main__";
    if (!own && (file === undefined || !isStr(file) || textOf(file).startsWith(library))) continue;
    gone.push(module as Container);
    dictSet(vm, vm.modules, name, None);
  }
  collectAtEnd(vm);
  for (const module of gone.reverse()) if (module.rc > 0) clearModule(vm, module);
  collectAtEnd(vm);
}

/** Ends a Vm: atexit functions, flushing of the streams. False: what was written to stdout could not be flushed. */
export function finishVm(vm: Vm): boolean {
  let flushed = true;
  const quietly = (run: () => void): void => {
    const mark = vm.scopeCount;
    try {
      run();
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      dropError(vm, error);
    }
    closeScope(vm, mark);
  };
  quietly(() => {
    const threading = dictGetText(vm.modules, "threading");
    if (threading !== undefined) callMethod(vm, threading, intern(vm, "_shutdown"), []);
  });
  quietly(() => {
    const atexit = vm.nativeInstances.get("atexit");
    if (atexit !== undefined) callMethod(vm, atexit, intern(vm, "_run_exitfuncs"), []);
  });
  const flush = (name: string): void => {
    const mark = vm.scopeCount;
    try {
      const stream = dictGetText(vm.sysDict, name);
      if (stream === undefined || stream === None) return;
      const closed = lookupAttrText(vm, stream, "closed");
      if (closed !== undefined && truth(vm, closed)) return;
      callMethod(vm, stream, intern(vm, "flush"), []);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      if (name === "stdout") {
        flushed = false;
        writeUnraisable(vm, error, null, "Exception ignored while flushing sys.stdout");
        dictSetText(vm, vm.sysDict, name, None);
      } else dropError(vm, error);
    }
    closeScope(vm, mark);
  };
  sysState(vm).finalizing = true;
  flush("stdout");
  quietly(() => clearModules(vm));
  flush("stdout");
  flush("stderr");
  return flushed;
}
