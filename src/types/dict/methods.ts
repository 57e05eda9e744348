// The methods of dict. Mirrors Objects/dictobject.c. See docs/types.md.
import { call, callTypeMethod } from "../../core/call.ts";
import { classMethod, method, NO_TEXT } from "../../core/define.ts";
import { keyError, typeError } from "../../core/errors.ts";
import { forEach } from "../../core/iterate.ts";
import { setItem } from "../../core/number.ts";
import { NULL, type PyDict, type TypeRec, type Value } from "../../core/object.ts";
import type { KeywordArgs } from "../../core/signature.ts";
import { lookup } from "../../core/type.ts";
import { hold, newRef, noteOwned } from "../../memory/ref.ts";
import { sizeOf } from "../../memory/sizes.ts";
import type { Vm } from "../../vm/vm.ts";
import { newBool } from "../bool.ts";
import { newGenericAlias } from "../generic-alias.ts";
import { None } from "../none.ts";
import { newStr } from "../str/str-object.ts";
import { newTuple } from "../tuple.ts";
import { DictType } from "./dict.ts";
import { dictClear, dictCopy, dictGet, dictPop, dictSet, dictUpdateFrom, isExactDict, tableOf } from "./dict-object.ts";
import { DictReverseKeyIteratorType, newDictIterator } from "./iterators.ts";
import { append, find, removeEntry, trimEntries } from "./table.ts";
import { DictItemsType, DictKeysType, DictValuesType, newView } from "./views.ts";

/** self[key] with __missing__ of subclasses. */
export function dict_subscript(vm: Vm, self: PyDict, key: Value): Value {
  const value = dictGet(vm, self, key);
  if (value !== undefined) return value;
  if (self.type !== DictType && lookup(self.type, "__missing__") !== undefined) return callTypeMethod(vm, self, "__missing__", [key]);
  throw keyError(vm, key);
}

function dict_contains(vm: Vm, self: PyDict, key: Value): Value {
  return newBool(dictGet(vm, self, key) !== undefined);
}

function dict_setdefault(vm: Vm, self: PyDict, key: Value, fallback: Value = None): Value {
  const table = tableOf(self);
  const entry = find(vm, table, key);
  if (entry >= 0) return table.entries[(entry << 1) + 1]!;
  append(vm, table, newRef(key), newRef(fallback));
  return fallback;
}

function dict_pop(vm: Vm, self: PyDict, key: Value, fallback?: Value): Value {
  // CPython looks at an empty dict first: even an unhashable key is then merely missing.
  const value = tableOf(self).used === 0 ? undefined : dictPop(vm, self, key);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  throw keyError(vm, key);
}

function dict_popitem(vm: Vm, self: PyDict): Value {
  const table = tableOf(self);
  if (table.used === 0) throw keyError(vm, newStr("popitem(): dictionary is empty"));
  let at = table.entries.length - 2;
  while (table.entries[at] === NULL) at -= 2;
  const key = noteOwned(vm, table.entries[at]!);
  const value = noteOwned(vm, table.entries[at + 1]!);
  removeEntry(table, at >> 1);
  trimEntries(table);
  return newTuple(vm, [key, value]);
}

function dict_update(vm: Vm, self: PyDict, args: readonly Value[], kwargs: KeywordArgs | undefined): void {
  if (args.length > 1) throw typeError(vm, `update expected at most 1 argument, got ${args.length}`);
  if (args.length === 1) dictUpdateFrom(vm, self, args[0]!);
  if (kwargs !== undefined) kwargs.names.forEach((name, i) => dictSet(vm, self, name, kwargs.values[i]!));
}

function dict_fromkeys(vm: Vm, type: TypeRec, iterable: Value, value: Value = None): Value {
  const made = call(vm, type.obj, []);
  if (isExactDict(made)) forEach(vm, iterable, (key) => dictSet(vm, made, key, value));
  else {
    hold(vm, made);
    forEach(vm, iterable, (key) => setItem(vm, made, key, value));
  }
  return made;
}

export const dictMethods = {
  __getitem__: method("($self, key, /)", "Return self[key].", dict_subscript),
  __contains__: method("($self, key, /)", "True if the dictionary has the specified key, else False.", dict_contains),
  __sizeof__: method("($self, /)", "Return the size of the dict in memory, in bytes.", sizeOf),
  get: method("($self, key, default=None, /)", "Return the value for key if key is in the dictionary, else default.", (vm: Vm, self: PyDict, key: Value, fallback?: Value) => dictGet(vm, self, key) ?? fallback ?? None),
  setdefault: method("($self, key, default=None, /)", "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.", dict_setdefault),
  pop: method("($self, key, default=<unrepresentable>, /)", "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.", dict_pop),
  popitem: method("($self, /)", "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.", dict_popitem),
  keys: method("($self, /)", "Return a set-like object providing a view on the dict's keys.", (vm: Vm, self: PyDict) => newView(vm, DictKeysType, self)),
  items: method("($self, /)", "Return a set-like object providing a view on the dict's items.", (vm: Vm, self: PyDict) => newView(vm, DictItemsType, self)),
  values: method("($self, /)", "Return an object providing a view on the dict's values.", (vm: Vm, self: PyDict) => newView(vm, DictValuesType, self)),
  update: method("($self, /, *args, **kwargs)", "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]", dict_update, NO_TEXT),
  fromkeys: classMethod("($type, iterable, value=None, /)", "Create a new dictionary with keys from iterable and values set to value.", dict_fromkeys),
  clear: method("($self, /)", "Remove all items from the dict.", dictClear),
  copy: method("($self, /)", "Return a shallow copy of the dict.", (vm: Vm, self: PyDict) => dictCopy(vm, self)),
  __reversed__: method("($self, /)", "Return a reverse iterator over the dict keys.", (vm: Vm, self: PyDict) => newDictIterator(vm, DictReverseKeyIteratorType, self)),
  __class_getitem__: classMethod("($type, object, /)", "dicts are generic over two types, signifying (respectively) the types of their keys and values", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
};
