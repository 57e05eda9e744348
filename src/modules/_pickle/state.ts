// What picklers and unpicklers share in one Vm: exception classes and the tables of copyreg and _compat_pickle. Mirrors PickleState of
// Modules/_pickle.c. See docs/modules.md.
import {
  type Container, getAttr, getAttrText, importModule, intern, isDict, K_BUILTIN, newError, newRef, newStr, newTuple, None, type PyDict, type PyError, type PyStr,
  runtimeError, textOf, typeName, type TypeRec, type Value, type Vm,
} from "../../core/api.ts";
import { exceptionClass } from "../exception-class.ts";

export const HIGHEST_PROTOCOL = 5;
export const DEFAULT_PROTOCOL = 5;
export const BATCH_SIZE = 1000;

export const pickleErrorClass = (vm: Vm): TypeRec => exceptionClass(vm, "_pickle", "PickleError");
export const picklingErrorClass = (vm: Vm): TypeRec => exceptionClass(vm, "_pickle", "PicklingError", pickleErrorClass(vm));
export const unpicklingErrorClass = (vm: Vm): TypeRec => exceptionClass(vm, "_pickle", "UnpicklingError", pickleErrorClass(vm));

export const picklingError = (vm: Vm, message: string): PyError => newError(vm, picklingErrorClass(vm), message);
export const unpicklingError = (vm: Vm, message: string): PyError => newError(vm, unpicklingErrorClass(vm), message);

/** The tables, owned for the life of the Vm. */
export interface PickleState {
  dispatchTable: PyDict;
  extensionRegistry: PyDict;
  invertedRegistry: PyDict;
  extensionCache: PyDict;
  nameMapping: PyDict;
  importMapping: PyDict;
  reverseNameMapping: PyDict;
  reverseImportMapping: PyDict;
  encode: Value;
  getattr: Value;
  partial: Value;
}

function moduleAttribute(vm: Vm, module: string, name: string): Value {
  return getAttrText(vm, importModule(vm, module, None, newTuple(vm, [newStr(name)]), 0), name);
}

export function pickleState(vm: Vm): PickleState {
  return vm.stateOf("_pickle", () => {
    const dict = (module: string, name: string): PyDict => {
      const found = moduleAttribute(vm, module, name);
      if (!isDict(found)) throw runtimeError(vm, `${module}.${name} should be a dict, not ${typeName(found)}`);
      return newRef(found);
    };
    return {
      dispatchTable: dict("copyreg", "dispatch_table"),
      extensionRegistry: dict("copyreg", "_extension_registry"),
      invertedRegistry: dict("copyreg", "_inverted_registry"),
      extensionCache: dict("copyreg", "_extension_cache"),
      nameMapping: dict("_compat_pickle", "NAME_MAPPING"),
      importMapping: dict("_compat_pickle", "IMPORT_MAPPING"),
      reverseNameMapping: dict("_compat_pickle", "REVERSE_NAME_MAPPING"),
      reverseImportMapping: dict("_compat_pickle", "REVERSE_IMPORT_MAPPING"),
      encode: newRef(moduleAttribute(vm, "codecs", "encode")),
      getattr: newRef(moduleAttribute(vm, "builtins", "getattr")),
      partial: newRef(moduleAttribute(vm, "functools", "partial")),
    };
  });
}

/** obj.a.b.c */
export function attributePath(vm: Vm, object: Value, path: readonly string[]): Value {
  let found = object;
  for (const name of path) found = getAttr(vm, found, intern(vm, name));
  return found;
}

/** The module of this name itself, imported if need be. */
export function importedModule(vm: Vm, name: PyStr): Value {
  // A fromlist makes the import answer the module instead of its topmost package.
  return importModule(vm, textOf(name), None, newTuple(vm, [newStr("*none*")]), 0);
}

/** Is this the native method `fn` itself, bound to the object: nobody has overridden it? */
export function isNativeMethod(found: Value, self: Value, fn: unknown): boolean {
  if (typeof found === "number" || found.type.kind !== K_BUILTIN) return false;
  const data = (found as Container).data as { self?: unknown; def: { fn: unknown } };
  return data.self === self && data.def.fn === fn;
}
