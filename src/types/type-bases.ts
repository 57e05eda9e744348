// Assignment to `__bases__`. Mirrors type_set_bases in Objects/typeobject.c. See docs/types.md.
import { typeError } from "../core/errors.ts";
import { type Container, TPFLAGS_BASETYPE, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { inheritSlots, isSubtype, isType, recOf, shortName, typeModified, typeName } from "../core/type.ts";
import { drop, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { isTuple } from "./tuple.ts";
import { computeMro, fixupSlots } from "./type-type.ts";

export function setBases(vm: Vm, self: Container, value: Value | undefined): void {
  const type = self.data as TypeRec;
  const name = shortName(type);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) throw typeError(vm, `cannot set '__bases__' attribute of immutable type '${type.name}'`);
  if (value === undefined) throw typeError(vm, `cannot delete '__bases__' attribute of immutable type '${type.name}'`);
  if (!isTuple(value)) throw typeError(vm, `can only assign tuple to ${name}.__bases__, not ${typeName(value)}`);
  const items = value.data as Value[];
  if (items.length === 0) throw typeError(vm, `can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (const item of items) {
    if (!isType(item)) throw typeError(vm, `${name}.__bases__ must be tuple of classes, not '${typeName(item)}'`);
    if (isSubtype(recOf(item), type)) throw typeError(vm, "a __bases__ item causes an inheritance cycle");
  }
  const bases = items.map(recOf);
  for (const b of bases) if ((b.flags & TPFLAGS_BASETYPE) === 0) throw typeError(vm, `type '${b.name}' is not an acceptable base type`);
  const newBase = bases[0]!;
  if (newBase.kind !== type.base!.kind || newBase.slotCount !== type.base!.slotCount || (newBase.hasDict !== type.base!.hasDict && !type.hasDict)) {
    throw typeError(vm, `__bases__ assignment: '${shortName(newBase)}' object layout differs from '${shortName(type.base!)}'`);
  }
  const oldBases = (type.bases.data as Value[]).map(recOf);
  const oldTuple = type.bases;
  const oldBase = type.base!;
  const oldMro = type.mro;
  type.bases = value;
  type.base = newBase;
  try {
    recompute(vm, type, bases);
  } catch (error) {
    type.bases = oldTuple;
    type.base = oldBase;
    type.mro = oldMro;
    throw error;
  }
  incref(value);
  newBase.obj.rc++;
  for (const b of oldBases) vm.subclasses.get(b)?.delete(type);
  for (const b of bases) {
    let set = vm.subclasses.get(b);
    if (set === undefined) vm.subclasses.set(b, (set = new Set()));
    set.add(type);
  }
  drop(vm, oldTuple);
  drop(vm, oldBase.obj);
}

function recompute(vm: Vm, type: TypeRec, bases: readonly TypeRec[]): void {
  computeMro(vm, type, bases);
  typeModified(vm, type);
  inheritSlots(type);
  fixupSlots(type);
  for (const subclass of vm.subclasses.get(type) ?? []) recompute(vm, subclass, (subclass.bases.data as Value[]).map(recOf));
}
