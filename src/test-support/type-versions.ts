// Versions of types, as caches of attributes compare them, and a descriptor that outlives its place. Mirrors Modules/_testcapimodule.c.
// See docs/test-support.md.
import { call, dictGet, func, isDict, isType, keyError, recOf, repr, systemError, typeError, typeModified, typeName, type TypeRec, type Value, type Vm, asIndex } from "../core/api.ts";
import { versionOf } from "../core/type.ts";

function typeArgument(vm: Vm, v: Value): TypeRec {
  if (!isType(v)) throw typeError(vm, `argument must be a type, not ${typeName(v)}`);
  return recOf(v);
}

export const typeVersionFunctions = {
  // Static types have negative numbers here: they never change.
  type_get_version: func("($module, type, /)", null, (vm: Vm, type: Value) => Math.abs(typeArgument(vm, type).version)),
  type_assign_version: func("($module, type, /)", null, (vm: Vm, type: Value) => (versionOf(vm, typeArgument(vm, type)) === 0 ? 0 : 1)),
  type_modified: func("($module, type, /)", null, (vm: Vm, type: Value) => typeModified(vm, typeArgument(vm, type))),
  bad_get: func("($module, self, obj, cls, /)", null, (vm: Vm, self: Value, _obj: Value, cls: Value) => {
    call(vm, cls, []);
    return repr(vm, self);
  }),
};

export const internalTypeFunctions = {
  type_assign_specific_version_unsafe: func("($module, type, version, /)", null, (vm: Vm, type: Value, version: Value) => {
    typeArgument(vm, type).version = Number(asIndex(vm, version));
  }),
  dict_getitem_knownhash: func("($module, mp, key, hash, /)", null, (vm: Vm, mp: Value, key: Value) => {
    if (!isDict(mp)) throw systemError(vm, "bad argument to internal function");
    const found = dictGet(vm, mp, key);
    if (found === undefined) throw keyError(vm, key);
    return found;
  }),
};
