// _imp: native and frozen modules for importlib. Mirrors Python/import.c. See docs/modules.md.
import { sourceHash } from "../bytecode/pyc.ts";
import { asBytesLike, asCInt, builtinNamed, call, type Container, defineModule, dropError, exc, func, getAttrText, importModule, intern, isStr, makeModule, type ModuleSpec, newBytes, newError, newList, newModule, newStr, newTuple, None, PyError, type PyStr, reprText, strFromJs, textOf, truth, typeError, typeName, type Value, valueError, type Vm } from "../core/api.ts";
import { type CodeData, CodeType, codeOf } from "../types/code.ts";
import { newBool } from "../types/bool.ts";
import { runCode } from "../interpreter/run-code.ts";
import { dictSetText } from "../types/dict/dict-object.ts";
import { moduleDict } from "../types/module.ts";

function nameOf(vm: Vm, v: Value, where?: string): string {
  if (!isStr(v)) throw typeError(vm, `${where === undefined ? "argument" : `${where}() argument${where === "get_frozen_object" || where === "find_frozen" ? " 1" : ""}`} must be str, not ${typeName(v)}`);
  return textOf(v);
}

function importError(vm: Vm, name: string, message: string): PyError {
  const error = exc.newException(vm, exc.ImportErrorType, [strFromJs(message)]);
  exc.setExcField(vm, error, "name", strFromJs(name));
  return new PyError(error);
}

const notFrozen = (vm: Vm, name: string): PyError => importError(vm, name, `No such frozen object named ${reprText(vm, strFromJs(name))}`);

/** Without them nothing can be imported: they are there whatever the options say. */
const ESSENTIAL: ReadonlySet<string> = new Set(["_frozen_importlib", "_frozen_importlib_external", "zipimport"]);

const overrideOf = (vm: Vm): { override: number } => vm.stateOf("_imp", () => ({ override: 0 }));

/** A frozen module that may be used now. */
function frozenNamed(vm: Vm, name: string): Vm["frozenModules"] extends ReadonlyMap<string, infer F> ? F | undefined : never {
  const found = vm.frozenModules.get(name);
  if (found === undefined || ESSENTIAL.has(name)) return found;
  const { override } = overrideOf(vm);
  const use = override > 0 || (override === 0 && vm.config?.frozenModules !== false);
  return use ? found : undefined;
}

function frozenObject(vm: Vm, nameObject: Value, data?: Value): Value {
  const name = nameOf(vm, nameObject, "get_frozen_object");
  if (data === undefined || data === None) {
    const frozen = frozenNamed(vm, name);
    if (frozen === undefined) throw notFrozen(vm, name);
    return frozen.code(vm);
  }
  const bytes = asBytesLike(vm, data);
  const invalid = (): PyError => importError(vm, name, `Frozen object named ${reprText(vm, nameObject)} is invalid`);
  if (bytes.length === 0) throw invalid();
  let code: Value;
  try {
    code = call(vm, getAttrText(vm, importModule(vm, "marshal", None, None, 0), "loads"), [newBytes(bytes)]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    throw invalid();
  }
  if (typeof code === "number" || code.type !== CodeType) throw typeError(vm, `frozen object ${reprText(vm, nameObject)} is not a code object`);
  return code;
}

function findFrozen(vm: Vm, nameObject: Value, withData?: Value): Value {
  const frozen = frozenNamed(vm, nameOf(vm, nameObject, "find_frozen"));
  if (frozen === undefined) return None;
  const dumped = withData !== undefined && truth(vm, withData) ? call(vm, getAttrText(vm, importModule(vm, "marshal", None, None, 0), "dumps"), [frozen.code(vm)]) : None;
  const data = dumped === None ? None : call(vm, builtinNamed(vm, "memoryview"), [dumped]);
  return newTuple(vm, [data, newBool(frozen.isPackage), frozen.origin === null ? None : newStr(frozen.origin)]);
}

/** -1: built in, but there once and for all. */
function builtinKind(vm: Vm, name: string): number {
  if (name === "sys" || name === "builtins") return -1;
  return vm.nativeModules[name] === undefined ? 0 : 1;
}

/** The module of a native declaration; a second import gives the same one. */
function createBuiltin(vm: Vm, spec: Value): Value {
  const name = nameOf(vm, getAttrText(vm, spec, "name"));
  const made = vm.nativeInstances.get(name);
  if (made !== undefined) return made;
  const declaration: ModuleSpec | undefined = vm.nativeModule(name);
  if (declaration === undefined) return None;
  const module = makeModule(vm, declaration);
  module.rc++;
  vm.nativeInstances.set(name, module);
  return module;
}

/** Gives a code object and those in its constants another co_filename. */
function fixFilename(data: CodeData, old: string, path: string, shown: PyStr): void {
  data.unit.filename = path;
  (data as { filename: PyStr }).filename = shown;
  for (const c of data.consts) if (typeof c !== "number" && c.type === CodeType && codeOf(c).unit.filename === old) fixFilename(codeOf(c), old, path, shown);
}

function initFrozen(vm: Vm, nameObject: Value): Value {
  const name = nameOf(vm, nameObject, "init_frozen");
  const frozen = frozenNamed(vm, name);
  if (frozen === undefined) return None;
  const module = newModule(vm, name);
  const dict = moduleDict(module);
  dictSetText(vm, vm.modules, name, module);
  dictSetText(vm, dict, "__builtins__", vm.builtins);
  if (frozen.isPackage) dictSetText(vm, dict, "__path__", newList(vm, []));
  dictSetText(vm, dict, "__origname__", frozen.origin === null ? None : newStr(frozen.origin));
  runCode(vm, frozen.code(vm) as never, dict, dict);
  return module;
}

export const _impModule: ModuleSpec = defineModule({
  name: "_imp",
  doc: "(Extremely) low-level import machinery bits as used by importlib.",
  functions: {
    acquire_lock: func("($module, /)", "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.", (vm: Vm) => void vm.importLock++),
    release_lock: func("($module, /)", "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.", (vm: Vm) => {
      if (vm.importLock === 0) throw newError(vm, exc.RuntimeErrorType, "not holding the import lock");
      vm.importLock--;
    }),
    lock_held: func("($module, /)", "Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.", (vm: Vm) => newBool(vm.importLock > 0)),
    is_builtin: func("($module, name, /)", "Returns True if the module name corresponds to a built-in module.", (vm: Vm, name: Value) => builtinKind(vm, nameOf(vm, name, "is_builtin"))),
    create_builtin: func("($module, spec, /)", "Create an extension module.", createBuiltin),
    exec_builtin: func("($module, mod, /)", "Initialize a built-in module.", () => 0),
    create_dynamic: func("($module, spec, file=<unrepresentable>, /)", "Create an extension module.", (vm: Vm, spec: Value) => {
      const name = getAttrText(vm, spec, "name");
      const path = getAttrText(vm, spec, "origin");
      if (!isStr(name)) throw typeError(vm, "module name must be a string");
      if (!isStr(path)) throw typeError(vm, "module filename must be a string");
      if (textOf(name).includes("\0") || textOf(path).includes("\0")) throw valueError(vm, "embedded null character");
      const shown = textOf(path);
      const error = exc.newException(vm, exc.ImportErrorType, [strFromJs(`${shown}: cannot open shared object file: this interpreter loads no machine code`)]);
      exc.setExcField(vm, error, "name", name);
      exc.setExcField(vm, error, "path", path);
      throw new PyError(error);
    }),
    exec_dynamic: func("($module, mod, /)", "Initialize an extension module.", () => 0),
    extension_suffixes: func("($module, /)", "Returns the list of file suffixes used to identify extension modules.", (vm: Vm) => newList(vm, [])),
    is_frozen: func("($module, name, /)", "Returns True if the module name corresponds to a frozen module.", (vm: Vm, name: Value) => newBool(frozenNamed(vm, nameOf(vm, name, "is_frozen")) !== undefined)),
    is_frozen_package: func("($module, name, /)", "Returns True if the module name is of a frozen package.", (vm: Vm, name: Value) => {
      const text = nameOf(vm, name, "is_frozen_package");
      const frozen = frozenNamed(vm, text);
      if (frozen === undefined) throw notFrozen(vm, text);
      return newBool(frozen.isPackage);
    }),
    find_frozen: func("($module, name, /, *, withdata=False)", "Return info about the corresponding frozen module (if there is one) or None.\n\nThe returned info (a 2-tuple):\n\n * data         the raw marshalled bytes\n * is_package   whether or not it is a package\n * origname     the originally frozen module's name, or None if not\n                a stdlib module (this will usually be the same as\n                the module's current name)", findFrozen),
    get_frozen_object: func("($module, name, data=None, /)", "Create a code object for a frozen module.", frozenObject),
    init_frozen: func("($module, name, /)", "Initializes a frozen module.", initFrozen),
    _frozen_module_names: func("($module, /)", "Returns the list of available frozen modules.", (vm: Vm) => newList(vm, [...vm.frozenModules.keys()].map(newStr))),
    _override_frozen_modules_for_tests: func("($module, override, /)", "(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: \"off\", 1: \"on\", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.", (vm: Vm, v: Value) => void (overrideOf(vm).override = asCInt(vm, v))),
    _override_multi_interp_extensions_check: func("($module, override, /)", "(internal-only) Override PyInterpreterConfig.check_multi_interp_extensions.\n\n(-1: \"never\", 1: \"always\", 0: no override)", () => 0),
    _fix_co_filename: func("($module, code, path, /)", "Changes code.co_filename to specify the passed-in path.\n\n  code\n    Code object to change.\n  path\n    File path to use.", (vm: Vm, code: Value, path: Value) => {
      const data = (code as Container).data as CodeData;
      const text = nameOf(vm, path);
      if (data.unit.filename !== text) fixFilename(data, data.unit.filename, text, intern(vm, text));
    }),
    source_hash: func("($module, /, key, source)", null, (vm: Vm, key: Value, source: Value) => {
      void key;
      return newBytes(sourceHash(asBytesLike(vm, source)));
    }),
  },
  attributes: {
    check_hash_based_pycs: (vm) => newStr((vm.config?.checkHashPycs as string | undefined) ?? "default"),
    pyc_magic_number_token: () => 168627755,
  },
});

