// Assignment to `__bases__`. Mirrors type_set_bases in Objects/typeobject.c. See docs/types.md.
import { typeError } from "../core/errors.ts";
import { visibleFlags } from "../core/type-layout.ts";
import { type Container, TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { inheritSlots, isSubtype, isType, recOf, shortName, typeModified, typeName } from "../core/type.ts";
import { drop, hold, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { isTuple } from "./tuple.ts";
import { bestBase, computeMro, fixupSlots, sameLayout } from "./type-type.ts";

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
    if (isSubtype(recOf(item), type) || onBaseChain(recOf(item), type)) throw typeError(vm, "a __bases__ item causes an inheritance cycle");
  }
  const bases = items.map(recOf);
  for (const b of bases) if ((b.flags & TPFLAGS_BASETYPE) === 0) throw typeError(vm, `type '${b.name}' is not an acceptable base type`);
  const newBase = bestBase(vm, bases);
  if (((visibleFlags(newBase) ^ visibleFlags(type.base!)) & TPFLAGS_HAVE_GC) !== 0) {
    throw typeError(vm, `__bases__ assignment: '${shortName(newBase)}' deallocator differs from '${shortName(type.base!)}'`);
  }
  if (!sameLayout(newBase, type.base!)) {
    throw typeError(vm, `__bases__ assignment: '${shortName(newBase)}' object layout differs from '${shortName(type.base!)}'`);
  }
  const oldTuple = type.bases;
  const oldBase = type.base!;
  hold(vm, oldTuple);
  hold(vm, oldBase.obj);
  exchange(vm, type, value, newBase);
  const changes: Change[] = [];
  try {
    recompute(vm, type, changes);
  } catch (error) {
    // mro() may have assigned other bases meanwhile: those stay.
    if (type.bases === value) exchange(vm, type, oldTuple, oldBase);
    for (const change of changes.reverse()) restore(vm, change);
    throw error;
  }
  if (type.bases !== value) return;
  for (const b of oldTuple.data as Value[]) vm.subclasses.get(recOf(b))?.delete(type);
  for (const b of bases) {
    let set = vm.subclasses.get(b);
    if (set === undefined) vm.subclasses.set(b, (set = new Set()));
    set.add(type);
  }
  for (const { type: changed } of changes) {
    inheritSlots(changed);
    fixupSlots(changed);
  }
}

/** Does `type` come in the chain of first bases, which mro() may see ahead of MROs? */
function onBaseChain(from: TypeRec, type: TypeRec): boolean {
  for (let t: TypeRec | null = from; t !== null; t = t.base) if (t === type) return true;
  return false;
}

/** An MRO that was replaced. */
interface Change {
  readonly type: TypeRec;
  readonly fresh: Container;
  readonly oldMro: TypeRec[];
  readonly oldTuple: Container;
}

function exchange(vm: Vm, type: TypeRec, bases: Container, base: TypeRec): void {
  incref(bases);
  base.obj.rc++;
  const oldTuple = type.bases;
  const oldBase = type.base!;
  type.bases = bases;
  type.base = base;
  drop(vm, oldTuple);
  drop(vm, oldBase.obj);
}

/** New MROs for a class and those below it. */
function recompute(vm: Vm, type: TypeRec, changes: Change[]): void {
  const { mro: oldMro, mroTuple: oldTuple } = type;
  // Undefined while the class is being made.
  if ((oldTuple as Container | undefined) !== undefined) hold(vm, oldTuple);
  const bases = (type.bases.data as Value[]).map(recOf);
  computeMro(vm, type, bases);
  if (type.mroTuple === oldTuple) return;
  changes.push({ type, fresh: hold(vm, type.mroTuple), oldMro, oldTuple });
  typeModified(vm, type);
  for (const subclass of Array.from(vm.subclasses.get(type) ?? [])) recompute(vm, subclass, changes);
}

/** Gives a class its old MRO back unless it has got yet another one. */
function restore(vm: Vm, { type, fresh, oldMro, oldTuple }: Change): void {
  if (type.mroTuple !== fresh) return;
  if ((oldTuple as Container | undefined) !== undefined) incref(oldTuple);
  type.mro = oldMro;
  type.mroTuple = oldTuple;
  drop(vm, fresh);
  typeModified(vm, type);
}
