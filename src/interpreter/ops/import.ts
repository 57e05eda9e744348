// IMPORT_NAME and IMPORT_FROM. Mirrors import_name and import_from in Python/ceval.c. See docs/interpreter.md.
import { lookupAttr } from "../../core/attribute.ts";
import { call } from "../../core/call.ts";
import { newError } from "../../core/errors.ts";
import { type Container, PyError, type PyStr, type Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, own } from "../../memory/ref.ts";
import { dictGet, dictGetText } from "../../types/dict/dict-object.ts";
import * as exc from "../../types/exceptions.ts";
import { moduleDict, ModuleType } from "../../types/module.ts";
import { fileOrigin, hidesLibrary, hidesOther, isInitializing, mayShadow, namesLibraryModule } from "../../types/module-repr.ts";
import { None } from "../../types/none.ts";
import { intern, isStr, newStr, strFromJs, textOf } from "../../types/str/str-object.ts";
import { hideImportlib, importModule, importResult, loaderCall, requestImport } from "../../core/import.ts";
import { lookupMapping } from "./name.ts";
import type { Vm } from "../../vm/vm.ts";
import { isFunction } from "../../types/function.ts";
import { attach, Continuation, type Finishing } from "../continuation.ts";
import type { Frame } from "../frame.ts";
import { enterFunction } from "./call.ts";

/** level, fromlist -> module. Answers -1 when importlib's Python code was entered. */
export function importName(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const name = frame.code.names[arg]!;
  const level = S[sp - 2]!;
  const fromlist = S[sp - 1]!;
  const hook = lookupMapping(vm, frame.builtins, intern(vm, "__import__"));
  if (hook === undefined) throw newError(vm, exc.ImportErrorType, "__import__ not found");
  const mark = vm.scopeCount;
  let module: Value;
  if (hook !== vm.defaultImport) module = call(vm, hook, [name, frame.globals, frame.locals ?? None, fromlist, level]);
  else {
    const request = requestImport(vm, textOf(name), frame.globals, typeof level === "number" ? level : 0);
    if (request.loaded === undefined && frame.code.stream === frame.code.words) {
      const [find, args] = loaderCall(vm, request);
      if (isFunction(find)) {
        enterFunction(vm, find, args, null);
        attach(vm, frame, new Continuation("import", [], null, request.name, request.absolute, request.level), sp - 2, sp);
        closeScope(vm, mark);
        return -1;
      }
    }
    module = importModule(vm, request.name, frame.globals, fromlist, request.level);
  }
  S[sp - 2] = own(vm, mark, module);
  if (typeof level !== "number" && --level.rc === 0) dealloc(vm, level);
  if (typeof fromlist !== "number" && --fromlist.rc === 0) dealloc(vm, fromlist);
  return sp - 1;
}

/** How the import statement goes on when importlib has loaded the module, or looked for submodules (kind "import"). */
export const finishImport: Finishing = {
  finish(vm, _kept, _names, result, c) {
    if (c.names !== null) return result;
    const found = importResult(vm, { name: c.text, absolute: c.absolute, level: c.level, loaded: result }, result, c.values[1]!);
    if ("value" in found) return found.value;
    const [handle, args] = found.pending;
    if (!isFunction(handle)) return call(vm, handle, args);
    enterFunction(vm, handle, args, null);
    // What it answers is the statement's result.
    c.names = [];
    return undefined;
  },
  failed: hideImportlib,
};

/** module -> module, attribute. */
export function importFrom(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const module = S[sp - 1]!;
  const name = frame.code.names[arg]!;
  const mark = vm.scopeCount;
  S[sp] = own(vm, mark, fromModule(vm, module, name));
  return sp + 1;
}

function fromModule(vm: Vm, module: Value, name: PyStr): Value {
  const found = lookupAttr(vm, module, name);
  if (found !== undefined) return found;
  const nameObject = lookupAttr(vm, module, intern(vm, "__name__"));
  const packageName = nameObject !== undefined && isStr(nameObject) ? textOf(nameObject) : undefined;
  if (packageName !== undefined) {
    const full = dictGet(vm, vm.modules, strFromJs(`${packageName}.${textOf(name)}`));
    if (full !== undefined) return full;
  }
  throw missing(vm, module, name, packageName === undefined ? undefined : nameObject, packageName);
}

/** ImportError with CPython's guesses: circular import, a file that hides the standard library's. */
function missing(vm: Vm, module: Value, name: PyStr, nameObject: Value | undefined, packageName: string | undefined): PyError {
  const shown = packageName ?? "<unknown module name>";
  const spec = lookupAttr(vm, module, intern(vm, "__spec__"));
  let origin = fileOrigin(vm, spec);
  const file = origin === undefined && typeof module !== "number" && module.type.solid === ModuleType ? dictGetText(moduleDict(module), "__file__") : undefined;
  if (file !== undefined && isStr(file)) origin = textOf(file);
  const text = textOf(name);
  let message = `cannot import name '${text}' from '${shown}'`;
  if (spec === undefined) message += " (unknown location)";
  else {
    const shadows = mayShadow(vm, origin);
    if (shadows && nameObject !== undefined && namesLibraryModule(vm, nameObject)) message += hidesLibrary(origin!, shown);
    else if (!isInitializing(vm, spec)) message += ` (${origin ?? "unknown location"})`;
    else if (shadows) message += hidesOther(origin!);
    else message = `cannot import name '${text}' from partially initialized module '${shown}' (most likely due to a circular import)${origin === undefined ? "" : ` (${origin})`}`;
  }
  const error = exc.newException(vm, exc.ImportErrorType, [strFromJs(message)]);
  exc.setExcField(vm, error, "name", packageName === undefined ? None : strFromJs(packageName));
  exc.setExcField(vm, error, "path", origin === undefined ? None : newStr(origin));
  exc.setExcField(vm, error, "name_from", name);
  return new PyError(error as Container);
}
