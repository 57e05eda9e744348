// dir() of objects and types. Mirrors Objects/object.c and typeobject.c. See docs/core.md.
import * as exc from "../types/exceptions.ts";
import { dictGet, dictGetText, dictItems, dictSet, isDict, newScopedDict } from "../types/dict/dict-object.ts";
import { newList } from "../types/list.ts";
import { newStr } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { lookupAttrText } from "./attribute.ts";
import { attributeError, dropError, matches } from "./errors.ts";
import { collect } from "./iterate.ts";
import { getItem } from "./number.ts";
import type { PyDict, TypeRec, Value } from "./object.ts";
import { isType, recOf } from "./type.ts";
import { noteOwned } from "../memory/ref.ts";

function mergeTypeDict(vm: Vm, into: PyDict, type: TypeRec): void {
  for (const t of type.mro) for (const [k, v] of dictItems(t.dict)) dictSet(vm, into, k, v);
}

function keys(vm: Vm, dict: PyDict): Value {
  return newList(vm, [...dictItems(dict)].map(([k]) => k));
}

/** type.__dir__: names of the class and its bases. */
export function typeDir(vm: Vm, self: Value): Value {
  const dict = newScopedDict(vm);
  mergeTypeDict(vm, dict, recOf(self));
  return keys(vm, dict);
}

/** object.__dir__. */
export function objectDir(vm: Vm, self: Value): Value {
  const dict = newScopedDict(vm);
  const own = lookupAttrText(vm, self, "__dict__");
  if (own !== undefined && isDict(own)) for (const [k, v] of dictItems(own)) dictSet(vm, dict, k, v);
  const cls = lookupAttrText(vm, self, "__class__");
  if (cls !== undefined && isType(cls)) mergeTypeDict(vm, dict, recOf(cls));
  return keys(vm, dict);
}

/** The items of an iterable, each kept alive by the current scope. */
export function listOf(vm: Vm, iterable: Value): Value[] {
  const items = collect(vm, iterable);
  for (const v of items) noteOwned(vm, v);
  return items;
}

/** builtins.name, borrowed. */
export function builtinNamed(vm: Vm, name: string): Value {
  // A key of another type may equal the name: looking runs Python code then.
  const v = dictGetText(vm.builtins, name) ?? dictGet(vm, vm.builtins, newStr(name));
  if (v === undefined) throw attributeError(vm, name);
  return v;
}

/** The builtin of a name as the running code sees it: its `__builtins__` may be any mapping. */
export function frameBuiltin(vm: Vm, name: string): Value {
  const own = vm.frame?.builtins ?? vm.builtins;
  if (own === vm.builtins) return builtinNamed(vm, name);
  try {
    return getItem(vm, own, newStr(name));
  } catch (error) {
    if (!matches(error, exc.KeyErrorType)) throw error;
    dropError(vm, error);
    throw attributeError(vm, name);
  }
}

