// isinstance and issubclass. Mirrors the end of Objects/abstract.c. See docs/core.md.
import { None } from "../types/none.ts";
import { isTuple } from "../types/tuple.ts";
import { isUnion, unionArgs } from "../types/union.ts";
import type { Vm } from "../vm/vm.ts";
import { genericGetAttr, lookupAttrText } from "./attribute.ts";
import { call, lookupSpecial } from "./call.ts";
import { enterNative, leaveNative } from "./depth.ts";
import { typeError } from "./errors.ts";
import type { Value } from "./object.ts";
import { isSubtype, isType, lookup, recOf, typeOf } from "./type.ts";
import { truth } from "./number.ts";
import { ObjectType } from "../types/object-type.ts";
import { TypeType } from "../types/type-type.ts";

/** The `__bases__` of something that behaves like a class; undefined when it has none. */
function abstractBases(vm: Vm, cls: Value): Value[] | undefined {
  const bases = lookupAttrText(vm, cls, "__bases__");
  return bases !== undefined && isTuple(bases) ? (bases.data as Value[]) : undefined;
}

function abstractIsSubclass(vm: Vm, derived: Value, cls: Value): boolean {
  let current = derived;
  for (;;) {
    if (current === cls) return true;
    const bases = abstractBases(vm, current);
    if (bases === undefined || bases.length === 0) return false;
    if (bases.length > 1) {
      enterNative(vm, " in __issubclass__");
      try {
        return bases.some((base) => abstractIsSubclass(vm, base, cls));
      } finally {
        leaveNative(vm);
      }
    }
    current = bases[0]!;
  }
}

/** type.__instancecheck__ without overrides. */
export function realIsInstance(vm: Vm, object: Value, cls: Value): boolean {
  if (isType(cls)) {
    const record = recOf(cls);
    const type = typeOf(object);
    if (isSubtype(type, record)) return true;
    // Where attributes are looked up as usual and nothing stands before object.__class__, it is the type.
    if (type.tp_getattro === genericGetAttr && lookup(type, "__class__") === lookup(ObjectType, "__class__")) return false;
    const claimed = lookupAttrText(vm, object, "__class__");
    return claimed !== undefined && claimed !== typeOf(object).obj && isType(claimed) && isSubtype(recOf(claimed), record);
  }
  if (abstractBases(vm, cls) === undefined) throw typeError(vm, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  const claimed = lookupAttrText(vm, object, "__class__");
  return claimed !== undefined && abstractIsSubclass(vm, claimed, cls);
}

/** type.__subclasscheck__ without overrides. */
export function realIsSubclass(vm: Vm, derived: Value, cls: Value): boolean {
  if (isType(derived) && isType(cls)) return isSubtype(recOf(derived), recOf(cls));
  if (abstractBases(vm, derived) === undefined) throw typeError(vm, "issubclass() arg 1 must be a class");
  if (abstractBases(vm, cls) === undefined) throw typeError(vm, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return abstractIsSubclass(vm, derived, cls);
}

function check(vm: Vm, object: Value, cls: Value, dunder: string, real: (vm: Vm, object: Value, cls: Value) => boolean): boolean {
  if (typeof cls !== "number" && cls.type === TypeType) return real(vm, object, cls);
  const members = isTuple(cls) ? cls : isUnion(cls) ? unionArgs(cls) : undefined;
  if (members !== undefined) {
    enterNative(vm, ` in ${dunder}`);
    try {
      const items = members.data as Value[];
      for (let i = 0; i < items.length; i++) if (check(vm, object, items[i]!, dunder, real)) return true;
      return false;
    } finally {
      leaveNative(vm);
    }
  }
  const checker = lookupSpecial(vm, cls, dunder);
  if (checker === undefined || checker === None) return real(vm, object, cls);
  enterNative(vm, ` in ${dunder}`);
  try {
    return truth(vm, call(vm, checker, [object]));
  } finally {
    leaveNative(vm);
  }
}

/** isinstance(object, cls). */
export function isInstance(vm: Vm, object: Value, cls: Value): boolean {
  if (typeOf(object).obj === cls) return true;
  return check(vm, object, cls, "__instancecheck__", realIsInstance);
}

/** issubclass(derived, cls). */
export function isSubclass(vm: Vm, derived: Value, cls: Value): boolean {
  return check(vm, derived, cls, "__subclasscheck__", realIsSubclass);
}
