// The import statement's way into importlib. Mirrors PyImport_ImportModuleLevelObject in Python/import.c. See docs/interpreter.md.
import { audit } from "./audit.ts";
import { lookupAttrText } from "./attribute.ts";
import { call } from "./call.ts";
import { newError, typeError, valueError } from "./errors.ts";
import { truth } from "./number.ts";
import { drop } from "../memory/ref.ts";
import { type Container, type PyDict, PyError, type Value } from "./object.ts";
import { dictGet, dictGetText, isDict } from "../types/dict/dict-object.ts";
import * as exc from "../types/exceptions.ts";
import { None } from "../types/none.ts";
import { isStr, strFromJs, textOf } from "../types/str/str-object.ts";
import { frameData } from "../types/frame.ts";
import { tracebackData } from "../types/traceback.ts";
import { isSubtype, typeName } from "./type.ts";
import { warn } from "./warn.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import type { Vm } from "../vm/vm.ts";

/** A function of importlib._bootstrap. */
function bootstrapFunction(vm: Vm, name: string): Value {
  return lookupAttrText(vm, vm.importlib!, name)!;
}

/** What an import statement wants, and the module it has to load first: undefined when that is loaded. */
export interface ImportRequest {
  readonly name: string;
  readonly absolute: string;
  readonly level: number;
  readonly loaded: Value | undefined;
}

/** Resolves a name; waits for a module that another import is loading. */
export function requestImport(vm: Vm, name: string, globals: Value, level: number): ImportRequest {
  if (level < 0) throw valueError(vm, "level must be >= 0");
  let absolute = name;
  if (level > 0) absolute = resolve(vm, name, globals, level);
  else if (name === "") throw valueError(vm, "Empty module name");
  const module = dictGet(vm, vm.modules, strFromJs(absolute));
  if (module === undefined || module === None) {
    if (vm.importlib === null) throw newError(vm, exc.ImportErrorType, `no import machinery for '${absolute}'`);
    // Timed imports nest: what they take is measured here.
    if ((vm.config?.importTime ?? 0) > 0) return { name, absolute, level, loaded: timed(vm, absolute) };
    return { name, absolute, level, loaded: undefined };
  }
  if (vm.config?.importTime === 2) report(vm, `import time: cached    | cached     | ${"  ".repeat(timing(vm).level)}${shown(absolute)}\n`);
  ensureInitialized(vm, module, absolute);
  return { name, absolute, level, loaded: module };
}

/** importlib's function that loads a module, and its arguments. */
export function loaderCall(vm: Vm, request: ImportRequest): [find: Value, args: Value[]] {
  auditImport(vm, request.absolute);
  return [bootstrapFunction(vm, "_find_and_load"), [strFromJs(request.absolute), vm.defaultImport!]];
}

/** What the statement gets of the module that was loaded: itself, its topmost package, or (`pending`) what importlib's function makes of it. */
export function importResult(vm: Vm, { name, absolute, level }: ImportRequest, module: Value, fromlist: Value): { value: Value } | { pending: [f: Value, args: Value[]] } {
  const hasFrom = fromlist !== None && truth(vm, fromlist);
  if (hasFrom) {
    if (lookupAttrText(vm, module, "__path__") === undefined) return { value: module };
    return { pending: [bootstrapFunction(vm, "_handle_fromlist"), [module, fromlist, vm.defaultImport!]] };
  }
  const dot = name.indexOf(".");
  if (dot < 0 || (level > 0 && name.length === 0)) return { value: module };
  if (level === 0) return { value: importModule(vm, name.slice(0, dot), None, None, 0) };
  const front = absolute.slice(0, absolute.length - (name.length - dot));
  const found = dictGet(vm, vm.modules, strFromJs(front));
  if (found === undefined) throw new PyError(exc.newException(vm, exc.KeyErrorType, [strFromJs(`'${front}' not in sys.modules as expected`)]));
  return { value: found };
}

/** __import__(name, globals, ..., fromlist, level), noted. */
export function importModule(vm: Vm, name: string, globals: Value, fromlist: Value, level: number): Value {
  const request = requestImport(vm, name, globals, level);
  try {
    const module = request.loaded ?? call(vm, ...loaderCall(vm, request));
    const result = importResult(vm, request, module, fromlist);
    return "value" in result ? result.value : call(vm, ...result.pending);
  } catch (error) {
    if (error instanceof PyError) hideImportlib(vm, error.exc);
    throw error;
  }
}

const BOOTSTRAP = new Set(["<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>"]);

/**
 * Takes importlib's own frames out of a traceback: all of them for ImportError, else those that end in a call of other code. Mirrors
 * remove_importlib_frames in Python/import.c.
 */
export function hideImportlib(vm: Vm, error: Container): void {
  if ((vm.config?.verbose ?? 0) > 0) return;
  const always = isSubtype(error.type, exc.ImportErrorType);
  const data = error.data as { traceback: Container | null };
  /** Where the chain is to be cut: an entry, or null for its beginning. */
  let before: Container | null = null;
  let chunk: Container | null = null;
  let inside = false;
  for (let tb = data.traceback; tb !== null; ) {
    const entry = tracebackData(tb);
    const code = frameData(entry.frame).code;
    const next: Container | null = entry.next;
    const now = BOOTSTRAP.has(textOf(code.filename));
    if (now && !inside) chunk = before;
    inside = now;
    if (inside && (always || textOf(code.name) === "_call_with_frames_removed")) {
      if (next !== null) next.rc++;
      const old: Container | null = chunk === null ? data.traceback : tracebackData(chunk).next;
      if (chunk === null) data.traceback = next;
      else tracebackData(chunk).next = next;
      before = chunk;
      if (old !== null) drop(vm, old);
    } else before = tb;
    tb = next;
  }
}

function auditImport(vm: Vm, name: string): void {
  audit(vm, "import", () => {
    const of = (key: string): Value => dictGetText(vm.sysDict, key) ?? None;
    return [strFromJs(name), None, of("path"), of("meta_path"), of("path_hooks")];
  });
}

interface ImportTiming {
  level: number;
  /** Nanoseconds that finished imports below the running one took. */
  inner: bigint;
  begun: boolean;
}

const timing = (vm: Vm): ImportTiming => vm.stateOf("import time", () => ({ level: 0, inner: 0n, begun: false }));

function report(vm: Vm, text: string): void {
  vm.host.files?.write(2, encodeUtf8(text));
}

/** A module's name, lone surrogates escaped. */
function shown(name: string): string {
  return name.replace(/[\ud800-\udfff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

/** -X importtime: does an import and says how long it took. */
function timed(vm: Vm, name: string): Value {
  const state = timing(vm);
  const now = (): bigint => vm.host.clock?.monotonic() ?? 0n;
  if (!state.begun) report(vm, "import time: self [us] | cumulative | imported package\n");
  state.begun = true;
  const outer = state.inner;
  state.inner = 0n;
  state.level++;
  const start = now();
  try {
    return call(vm, ...loaderCall(vm, { name, absolute: name, level: 0, loaded: undefined }));
  } finally {
    state.level--;
    const all = now() - start;
    const us = (ns: bigint, width: number): string => String((ns + 999n) / 1000n).padStart(width);
    report(vm, `import time: ${us(all - state.inner, 9)} | ${us(all, 10)} | ${"  ".repeat(state.level)}${shown(name)}\n`);
    state.inner = outer + all;
  }
}

/** Waits for another import of the same module to finish. */
function ensureInitialized(vm: Vm, module: Value, name: string): void {
  const spec = lookupAttrText(vm, module, "__spec__");
  if (spec === undefined || spec === None) return;
  const initializing = lookupAttrText(vm, spec, "_initializing");
  if (initializing !== undefined && truth(vm, initializing)) call(vm, bootstrapFunction(vm, "_lock_unlock_module"), [strFromJs(name)]);
}

/** The absolute name of a relative import. */
function resolve(vm: Vm, name: string, globals: Value, level: number): string {
  if (!isDict(globals)) throw typeError(vm, "globals must be a dict");
  const g = globals as PyDict;
  const packageObject = dictGetText(g, "__package__");
  const spec = dictGetText(g, "__spec__");
  let packageName: string;
  if (packageObject !== undefined && packageObject !== None) {
    if (!isStr(packageObject)) throw typeError(vm, "package must be a string");
    packageName = textOf(packageObject);
    if (spec !== undefined && spec !== None) {
      const parent = lookupAttrText(vm, spec, "parent");
      if (parent !== undefined && isStr(parent) && textOf(parent) !== packageName) warn(vm, "DeprecationWarning", "__package__ != __spec__.parent", 1);
    }
  } else if (spec !== undefined && spec !== None) {
    const parent = lookupAttrText(vm, spec, "parent");
    if (parent === undefined || !isStr(parent)) throw typeError(vm, "__spec__.parent must be a string");
    packageName = textOf(parent);
  } else {
    warn(vm, "ImportWarning", "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__", 1);
    const own = dictGetText(g, "__name__");
    if (own === undefined) throw new PyError(exc.newException(vm, exc.KeyErrorType, [strFromJs("'__name__' not in globals")]));
    if (!isStr(own)) throw typeError(vm, `__name__ must be a string, not ${typeName(own)}`);
    packageName = textOf(own);
    if (dictGetText(g, "__path__") === undefined) {
      const dot = packageName.lastIndexOf(".");
      packageName = dot < 0 ? "" : packageName.slice(0, dot);
    }
  }
  if (packageName === "") throw newError(vm, exc.ImportErrorType, "attempted relative import with no known parent package");
  for (let i = 1; i < level; i++) {
    const dot = packageName.lastIndexOf(".");
    if (dot < 0) throw newError(vm, exc.ImportErrorType, "attempted relative import beyond top-level package");
    packageName = packageName.slice(0, dot);
  }
  return name === "" ? packageName : `${packageName}.${name}`;
}
