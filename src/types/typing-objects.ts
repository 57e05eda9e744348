// TypeVar and its kin. Mirrors Objects/typevarobject.c. See docs/types.md.
import { systemError } from "../core/errors.ts";
import type { Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";

export function newTypeVar(vm: Vm, name: Value, bound: Value | undefined, constraints: Value | undefined): Value {
  void [name, bound, constraints];
  throw systemError(vm, "TypeVar");
}
export function newParamSpec(vm: Vm, name: Value): Value {
  void name;
  throw systemError(vm, "ParamSpec");
}
export function newTypeVarTuple(vm: Vm, name: Value): Value {
  void name;
  throw systemError(vm, "TypeVarTuple");
}
export function newTypeAlias(vm: Vm, parts: Value): Value {
  void parts;
  throw systemError(vm, "TypeAliasType");
}
export function subscriptGeneric(vm: Vm, params: Value): Value {
  void params;
  throw systemError(vm, "Generic");
}
export function setTypeParamDefault(vm: Vm, param: Value, fallback: Value): Value {
  void [param, fallback];
  throw systemError(vm, "default");
}
