// Subscripting a class: __class_getitem__. Mirrors PyObject_GetItem in Objects/abstract.c. See docs/core.md.
import { newGenericAlias } from "../types/generic-alias.ts";
import { None } from "../types/none.ts";
import { TypeType } from "../types/type-type.ts";
import type { Vm } from "../vm/vm.ts";
import { lookupAttrText } from "./attribute.ts";
import { call } from "./call.ts";
import { typeError } from "./errors.ts";
import type { Value } from "./object.ts";
import { isType, recOf, shortName, typeName } from "./type.ts";

/** container[key] where the container's type has no subscript slots. */
export function classGetItem(vm: Vm, container: Value, key: Value): Value {
  if (isType(container)) {
    if (container === TypeType.obj) return newGenericAlias(vm, container, key);
    const method = lookupAttrText(vm, container, "__class_getitem__");
    if (method !== undefined && method !== None) return call(vm, method, [key]);
    throw typeError(vm, `type '${shortName(recOf(container))}' is not subscriptable`);
  }
  throw typeError(vm, `'${typeName(container)}' object is not subscriptable`);
}
