// Descriptors of `__slots__` entries and of `__dict__` and `__weakref__` in classes. Mirrors Objects/descrobject.c and typeobject.c. See docs/types.md.
import { extOf, getInline, instanceDict, putInline, replaceInstanceDict } from "../core/attribute.ts";
import { attributeError, attributeErrorFor, newError, typeError } from "../core/errors.ts";
import { type Container, type Ext, type Instance, K_INSTANCE, type Leaf, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import type { GetSet } from "../core/define.ts";
import { fullTypeName } from "../core/type-names.ts";
import { lookup, typeName } from "../core/type.ts";
import { dropMaybe } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { type GetSetData, newHeapDescriptor } from "./descriptors.ts";
import { isDict, newScopedDict } from "./dict/dict-object.ts";
import * as exc from "./exceptions.ts";
import { None } from "./none.ts";
import { newStr } from "./str/str-object.ts";

function extIfAny(object: any): Ext | null {
  return object.type.kind === K_INSTANCE ? (object as Instance).ext : (object as Container).aux;
}

/** How a `__slots__` entry is read and set; `slot` says which, so that an image can make it again. */
export interface SlotSpec extends GetSet {
  readonly slot: { readonly name: string; readonly offset: number };
  readonly offset: number;
}

export function slotSpec(name: string, offset: number): SlotSpec {
  return {
    kind: "member",
    doc: null,
    slot: { name, offset },
    offset,
    get: (vm: Vm, self: any): Value => {
      const v = (self.type as TypeRec).slotsInline ? getInline(self, offset) : extIfAny(self)?.slots?.[offset];
      if (v === undefined) throw attributeErrorFor(vm, self, newStr(name), `'${fullTypeName(self)}' object has no attribute '${name}'`);
      return v;
    },
    set: (vm: Vm, self: any, value: Value | undefined): void => {
      const inline = (self.type as TypeRec).slotsInline;
      const old = inline ? getInline(self, offset) : extIfAny(self)?.slots?.[offset];
      if (value === undefined && old === undefined) throw newError(vm, exc.AttributeErrorType, name);
      if (value !== undefined && typeof value !== "number") value.rc++;
      if (inline) putInline(self, offset, value);
      else {
        const slots = (extOf(self).slots ??= []);
        while (slots.length <= offset) slots.push(undefined);
        slots[offset] = value;
      }
      dropMaybe(vm, old);
    },
  };
}

/** The member descriptor of slot number `offset`. */
export function newSlotDescriptor(vm: Vm, owner: TypeRec, name: string, offset: number): Container {
  return newHeapDescriptor(vm, owner, name, slotSpec(name, offset));
}

/** How `__dict__` and `__weakref__` of instances are read and set. */
export const instanceSpecs = {
  dict: {
    kind: "getset",
    doc: "dictionary for instance variables",
    get: (vm: Vm, self: any): Value => {
      const below = inheritedDict(vm, self);
      return below === undefined ? instanceDict(vm, self) : below.get(vm, self);
    },
    set: (vm: Vm, self: any, value: Value | undefined): void => {
      const below = inheritedDict(vm, self);
      if (below === undefined) setDict(vm, self, value);
      else if (below.set !== undefined) below.set(vm, self, value);
      else throw attributeError(vm, `attribute '__dict__' of '${below.owner.name}' objects is not writable`);
    },
  },
  weakref: {
    kind: "getset",
    doc: "list of weak references to the object",
    get: (_vm: Vm, self: any): Value => extIfAny(self)?.weakrefs?.[0] ?? None,
    set: undefined,
  },
} satisfies Record<string, GetSet>;

/** `__dict__` of instances of a class. */
export function newDictDescriptor(vm: Vm, owner: TypeRec): Container {
  return newHeapDescriptor(vm, owner, "__dict__", instanceSpecs.dict);
}

/** The `__dict__` of the native type below an object's class, for types whose instances have one of their own (type, module, exceptions). */
function inheritedDict(vm: Vm, self: any): { owner: TypeRec; get: GetSet["get"]; set: GetSet["set"] } | undefined {
  let t: TypeRec | null = self.type as TypeRec;
  if (t.kind === K_INSTANCE) return undefined;
  while (t !== null && !(t.hasDict && (t.flags & TPFLAGS_HEAPTYPE) === 0)) t = t.base;
  if (t === null) return undefined;
  const found = lookup(t, "__dict__");
  if (found === undefined || typeof found === "number" || found.type.tp_descr_set === undefined) {
    throw typeError(vm, `this __dict__ descriptor does not support '${typeName(self)}' objects`);
  }
  const { spec } = (found as Leaf).data as GetSetData;
  return { owner: t, get: spec.get, set: spec.set };
}

export function setDict(vm: Vm, self: any, value: Value | undefined): void {
  if (value === undefined) {
    replaceInstanceDict(vm, self, newScopedDict(vm));
    return;
  }
  if (!isDict(value)) throw typeError(vm, `__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  replaceInstanceDict(vm, self, value);
}

/** `__weakref__` of instances of a class. */
export function newWeakrefDescriptor(vm: Vm, owner: TypeRec): Container {
  return newHeapDescriptor(vm, owner, "__weakref__", instanceSpecs.weakref);
}
