// _weakref: what weakref.py builds on. Mirrors Modules/_weakref.c. See docs/memory.md.
import { argumentName, type Container, defineModule, dictGet, dictPop, func, hash, isDict, newList, type ModuleSpec, typeError, type Value, type Vm } from "../core/api.ts";
import { isProxy, isWeakref, ReferenceType, weakrefData, weakrefsOf } from "../memory/weakref.ts";
import { CallableProxyType, newProxy, ProxyType } from "../memory/weakref-proxy.ts";

function removeDeadWeakref(vm: Vm, dict: Value, key: Value): void {
  if (!isDict(dict)) throw typeError(vm, `_remove_dead_weakref() argument 1 must be dict, not ${argumentName(dict)}`);
  // Its error names no dict.
  hash(vm, key);
  const found = dictGet(vm, dict, key);
  if (found === undefined) return;
  if (!isWeakref(found) && !isProxy(found)) throw typeError(vm, "not a weakref");
  if (weakrefData(found).object === null) dictPop(vm, dict, key);
}

export const weakrefModule: ModuleSpec = defineModule({
  name: "_weakref",
  doc: "Weak-reference support module.",
  functions: {
    getweakrefcount: func("($module, object, /)", "Return the number of weak references to 'object'.", (_vm: Vm, object: Value) => weakrefsOf(object)?.length ?? 0),
    getweakrefs: func("($module, object, /)", "Return a list of all weak reference objects pointing to 'object'.", (vm: Vm, object: Value) => newList(vm, [...((weakrefsOf(object) ?? []) as Container[])])),
    proxy: func(
      "($module, object, callback=None, /)",
      "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.",
      (vm: Vm, object: Value, callback?: Value) => newProxy(vm, object, callback),
    ),
    _remove_dead_weakref: func("($module, dct, key, /)", "Atomically remove key from dict if it points to a dead weakref.", removeDeadWeakref),
  },
  types: { ref: ReferenceType, ReferenceType, ProxyType, CallableProxyType },
});
