// repr of modules and the message of a missing attribute. Mirrors Objects/moduleobject.c. See docs/types.md.
import { lookupAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { truth } from "../core/number.ts";
import type { Container, Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { dictGetText } from "./dict/dict-object.ts";
import { moduleDict } from "./module.ts";
import { None } from "./none.ts";
import { isStr, strFromJs, textOf } from "./str/str-object.ts";

/** importlib's _module_repr once it runs. */
export function moduleRepr(vm: Vm, self: Container): Value {
  if (vm.importlib !== null) return call(vm, lookupAttrText(vm, vm.importlib, "_module_repr")!, [self]);
  const name = dictGetText(moduleDict(self), "__name__");
  return strFromJs(`<module '${name !== undefined && isStr(name) ? textOf(name) : "?"}'>`);
}

export function moduleAttributeMessage(vm: Vm, self: Container, name: string, attribute: string): string {
  const spec = dictGetText(moduleDict(self), "__spec__");
  const plain = `module '${name}' has no attribute '${attribute}'`;
  if (spec === undefined || spec === None) return plain;
  const initializing = lookupAttrText(vm, spec, "_initializing");
  if (initializing === undefined || !truth(vm, initializing)) return plain;
  const origin = lookupAttrText(vm, spec, "origin");
  const from = origin !== undefined && isStr(origin) ? ` from '${textOf(origin)}'` : "";
  return `partially initialized module '${name}'${from} has no attribute '${attribute}' (most likely due to a circular import)`;
}
