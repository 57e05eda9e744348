// Functions' parts as C code reads and sets them. Mirrors Modules/_testcapi/function.c. See docs/test-support.md.
import { func, getAttrText, isFunction, systemError, type Value, type Vm } from "../core/api.ts";

const reader = (attribute: string) =>
  func("($module, func, /)", null, (vm: Vm, f: Value) => {
    if (!isFunction(f)) throw systemError(vm, "bad argument to internal function");
    return getAttrText(vm, f, attribute);
  });

export const functionFunctions = {
  function_get_code: reader("__code__"),
  function_get_globals: reader("__globals__"),
  function_get_module: reader("__module__"),
  function_get_defaults: reader("__defaults__"),
  function_get_kw_defaults: reader("__kwdefaults__"),
  function_get_closure: reader("__closure__"),
  function_get_annotations: reader("__annotations__"),
};
