// What is found again by module and name: classes, functions and what reduces to a string. Mirrors save_global of Modules/_pickle.c. See
// docs/modules.md.
import { textFromHost } from "../../base/text.ts";
import {
  asIndex, type Container, dictGet, dictItems, Ellipsis, exc, fullName, getAttrText, hold, insteadOf, intern, isExactStr, isStr, isTuple, type Leaf,
  lookupAttr, lookupAttrText, matches, newStr, newText, newTuple, None, NotImplemented, overflowError, PyError, type PyObject, type PyStr, recOf, reprText,
  runtimeError, textOf, textOfStr, typeError, typeOf, TypeType, type Value, type Vm,
} from "../../core/api.ts";
import { encode } from "../../core/codec-hooks.ts";
import { NoneType } from "../../types/none.ts";
import { EllipsisType, NotImplementedTypeRec } from "../../types/singletons.ts";
import { internStr } from "../../types/str/str-object.ts";
import { saveReduce } from "./save-reduce.ts";
import { save } from "./save.ts";
import { MARK, memoize, REDUCE, type Saving, TUPLE, TUPLE2 } from "./saver.ts";
import { attributePath, importedModule, picklingError } from "./state.ts";

export function saveType(p: Saving, object: Container): void {
  const { vm } = p;
  const record = recOf(object);
  const singleton = record === NoneType ? None : record === EllipsisType ? Ellipsis : record === NotImplementedTypeRec ? NotImplemented : undefined;
  if (singleton === undefined) saveGlobal(p, object, undefined);
  else saveReduce(p, newTuple(vm, [TypeType.obj, newTuple(vm, [singleton])]), object);
}

/** A PicklingError while another error is being handled. */
function inContextOf(vm: Vm, cause: PyError, message: () => string): PyError {
  const error = insteadOf(vm, cause, () => picklingError(vm, message()));
  exc.setOwned(vm, error.exc, "context", cause.exc);
  return error;
}

function moduleOf(p: Saving, object: PyObject, name: string): PyStr {
  const { vm } = p;
  const path = name.split(".");
  let module = lookupAttrText(vm, object, "__module__");
  if (path.includes("<locals>")) throw picklingError(vm, `Can't pickle local object ${reprText(vm, object)}`);
  if (module === undefined || module === None) {
    module = undefined;
    for (const [key, candidate] of Array.from(dictItems(vm.modules))) {
      if (!isStr(key) || textOf(key) === "__main__" || textOf(key) === "__mp_main__" || candidate === None) continue;
      hold(vm, candidate);
      if (lookupPath(vm, candidate, path) === object) return isExactStr(key) ? internStr(vm, key) : hold(vm, key);
    }
    module = intern(vm, "__main__");
  }
  if (!isStr(module)) throw typeError(vm, `module name must be a string`);
  const shown = (): string => reprText(vm, object);
  let loaded: Value;
  try {
    loaded = importedModule(vm, module);
  } catch (error) {
    if (!matches(error, exc.ImportErrorType) && !matches(error, exc.ValueErrorType) && !matches(error, exc.KeyErrorType)) throw error;
    throw inContextOf(vm, error, () => `Can't pickle ${shown()}: ${textOfStr(vm, error.exc)}`);
  }
  let found: Value;
  try {
    found = attributePath(vm, loaded, path);
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType)) throw error;
    throw inContextOf(vm, error, () => `Can't pickle ${shown()}: it's not found as ${textOf(module)}.${name}`);
  }
  if (found !== object) throw picklingError(vm, `Can't pickle ${shown()}: it's not the same object as ${textOf(module)}.${name}`);
  return module;
}

function lookupPath(vm: Vm, object: Value, path: readonly string[]): Value | undefined {
  let found: Value | undefined = object;
  for (const name of path) {
    found = lookupAttr(vm, found, intern(vm, name));
    if (found === undefined) return undefined;
  }
  return found;
}

export function saveGlobal(p: Saving, object: PyObject, given: PyStr | undefined): void {
  const { vm, s, out, state } = p;
  const nameObject = given ?? lookupAttrText(vm, object, "__qualname__") ?? getAttrText(vm, object, "__name__");
  if (!isStr(nameObject)) throw typeError(vm, "name must be a string");
  const name = textOf(nameObject);
  const module = moduleOf(p, object, name);
  if (s.protocol >= 2) {
    const code = dictGet(vm, state.extensionRegistry, newTuple(vm, [module, nameObject]));
    if (code !== undefined) {
      const wide = asIndex(vm, code);
      if (BigInt.asIntN(64, BigInt(wide)) !== BigInt(wide)) throw overflowError(vm, "Python int too large to convert to C long");
      const n = Number(wide);
      if (n <= 0 || n > 0x7fffffff) throw runtimeError(vm, `extension code ${n} is out of range`);
      if (n <= 0xff) out.two(vm, 0x82, n);
      else if (n <= 0xffff) out.number(vm, 0x83, n, 2);
      else out.number(vm, 0x84, n, 4);
      return;
    }
  }
  if (s.protocol >= 4) {
    save(p, module);
    save(p, nameObject);
    out.byte(vm, 0x93);
  } else {
    const path = name.split(".");
    const attributes = path.slice(1);
    for (let i = 0; i < attributes.length; i++) {
      save(p, state.getattr);
      if (s.protocol < 2) out.byte(vm, MARK);
    }
    saveToplevel(p, textOf(module), path[0]!);
    for (const attribute of attributes) {
      save(p, newText(textFromHost(attribute)));
      out.byte(vm, s.protocol < 2 ? TUPLE : TUPLE2);
      out.byte(vm, REDUCE);
    }
  }
  memoize(p, object);
}

function saveToplevel(p: Saving, moduleName: string, globalName: string): void {
  const { vm, s, out, state } = p;
  let module: PyStr = newText(textFromHost(moduleName));
  let name: PyStr = newText(textFromHost(globalName));
  if (s.fixImports && s.protocol < 3) {
    const pair = dictGet(vm, state.reverseNameMapping, newTuple(vm, [module, name]));
    if (pair !== undefined) {
      if (!isTuple(pair) || (pair.data as Value[]).length !== 2) throw runtimeError(vm, `_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not ${fullName(typeOf(pair))}`);
      const [m, n] = pair.data as [Value, Value];
      if (!isStr(m) || !isStr(n)) throw runtimeError(vm, `_compat_pickle.REVERSE_NAME_MAPPING values should be pairs of str, not (${fullName(typeOf(m))}, ${fullName(typeOf(n))})`);
      module = m;
      name = n;
    } else {
      const renamed = dictGet(vm, state.reverseImportMapping, module);
      if (renamed !== undefined) {
        if (!isStr(renamed)) throw runtimeError(vm, `_compat_pickle.REVERSE_IMPORT_MAPPING values should be strings, not ${fullName(typeOf(renamed))}`);
        module = renamed;
      }
    }
  }
  const identifier = (what: string, text: PyStr): Uint8Array => {
    try {
      return (encode(vm, text, newStr(s.protocol >= 3 ? "utf-8" : "ascii"), undefined) as Leaf).data as Uint8Array;
    } catch (error) {
      if (!matches(error, exc.UnicodeErrorType)) throw error;
      throw inContextOf(vm, error, () => `can't pickle ${what} identifier ${reprText(vm, text)} using pickle protocol ${s.protocol}`);
    }
  };
  out.byte(vm, 0x63);
  out.write(vm, identifier("module", module));
  out.byte(vm, 10);
  out.write(vm, identifier("global", name));
  out.byte(vm, 10);
}
