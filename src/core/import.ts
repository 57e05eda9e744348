// The import statement's way into importlib. Mirrors PyImport_ImportModuleLevelObject in Python/import.c. See docs/interpreter.md.
import { audit } from "./audit.ts";
import { lookupAttrText } from "./attribute.ts";
import { call } from "./call.ts";
import { newError, typeError, valueError } from "./errors.ts";
import { truth } from "./number.ts";
import { type PyDict, PyError, type Value } from "./object.ts";
import { dictGet, dictGetText, isDict } from "../types/dict/dict-object.ts";
import * as exc from "../types/exceptions.ts";
import { None } from "../types/none.ts";
import { isStr, strFromJs, textOf } from "../types/str/str-object.ts";
import { typeName } from "./type.ts";
import { warn } from "./warn.ts";
import type { Vm } from "../vm/vm.ts";

/** A function of importlib._bootstrap. */
function bootstrapFunction(vm: Vm, name: string): Value {
  return lookupAttrText(vm, vm.importlib!, name)!;
}

/** __import__(name, globals, ..., fromlist, level), noted. */
export function importModule(vm: Vm, name: string, globals: Value, fromlist: Value, level: number): Value {
  if (level < 0) throw valueError(vm, "level must be >= 0");
  let absolute = name;
  if (level > 0) absolute = resolve(vm, name, globals, level);
  else if (name === "") throw valueError(vm, "Empty module name");
  let module = dictGet(vm, vm.modules, strFromJs(absolute));
  if (module === undefined || module === None) {
    if (vm.importlib === null) throw newError(vm, exc.ImportErrorType, `no import machinery for '${absolute}'`);
    auditImport(vm, absolute);
    module = call(vm, bootstrapFunction(vm, "_find_and_load"), [strFromJs(absolute), vm.defaultImport!]);
  } else ensureInitialized(vm, module, absolute);
  const hasFrom = fromlist !== None && truth(vm, fromlist);
  if (!hasFrom) {
    if (level === 0 || name.length > 0) {
      const dot = name.indexOf(".");
      if (dot < 0) return module;
      if (level === 0) {
        const front = name.slice(0, dot);
        return importModule(vm, front, None, None, 0);
      }
      const cut = name.length - dot;
      const front = absolute.slice(0, absolute.length - cut);
      const found = dictGet(vm, vm.modules, strFromJs(front));
      if (found === undefined) throw new PyError(exc.newException(vm, exc.KeyErrorType, [strFromJs(`'${front}' not in sys.modules as expected`)]));
      return found;
    }
    return module;
  }
  if (lookupAttrText(vm, module, "__path__") !== undefined) {
    return call(vm, bootstrapFunction(vm, "_handle_fromlist"), [module, fromlist, vm.defaultImport!]);
  }
  return module;
}

function auditImport(vm: Vm, name: string): void {
  audit(vm, "import", () => {
    const of = (key: string): Value => dictGetText(vm.sysDict, key) ?? None;
    return [strFromJs(name), None, of("path"), of("meta_path"), of("path_hooks")];
  });
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
