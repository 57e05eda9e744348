// Descriptors of native types: method, class method, getset, member and wrapper descriptors, and the bound wrapper. Mirrors
// Objects/descrobject.c. See docs/types.md.
import { frameBuiltin } from "../core/dir.ts";
import { typeQualname } from "../core/type-names.ts";
import { addressHash, addressText, compareIdentity } from "../core/identity.ts";
import { callNative } from "../core/call.ts";
import { defineType, getset, type GetSet, member, method } from "../core/define.ts";
import { attributeError, typeError } from "../core/errors.ts";
import { Container, IMMORTAL, K_METHOD_DESCRIPTOR, Leaf, type PyStr, TPFLAGS_METHOD_DESCRIPTOR, type TypeRec, type Value, type Visit } from "../core/object.ts";
import type { NativeDef } from "../core/signature.ts";
import type { SlotDef } from "../core/slots.ts";
import { isSubtype, isType, recOf, typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newBuiltin } from "./builtin-function.ts";
import { None } from "./none.ts";
import { newStr, strFromJs } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

/** Payload of method_descriptor and classmethod_descriptor. */
export interface MethodDescriptorData {
  readonly def: NativeDef;
  readonly owner: TypeRec;
}

export interface GetSetData {
  readonly name: string;
  readonly spec: GetSet;
  readonly owner: TypeRec;
}

/** What a descriptor of a class keeps beside that. */
interface HeapDescriptor extends GetSetData {
  /** The class was given up. */
  released?: boolean;
}

export interface WrapperData {
  readonly def: SlotDef;
  /** The slot's function. */
  readonly slotFn: any;
  readonly owner: TypeRec;
}

function immortalLeaf(type: TypeRec, data: unknown): Leaf {
  const o = new Leaf(type, data, null);
  o.rc = IMMORTAL;
  return o;
}

/** Descriptors of static types are immortal, like the types. */
export function newMethodDescriptor(owner: TypeRec, def: NativeDef): Leaf {
  return immortalLeaf(def.kind === "classmethod" ? ClassMethodDescriptorType : MethodDescriptorType, { def, owner } satisfies MethodDescriptorData);
}
export function newGetSetDescriptor(owner: TypeRec, name: string, spec: GetSet): Container {
  const o = new Container(spec.kind === "member" ? MemberDescriptorType : GetSetDescriptorType, { name, spec, owner } satisfies GetSetData, null);
  o.rc = IMMORTAL;
  return o;
}

/** A descriptor in a class written in Python: it refers to its class. The caller's scope owns it. */
export function newHeapDescriptor(vm: Vm, owner: TypeRec, name: string, spec: GetSet): Container {
  const o = new Container(spec.kind === "member" ? MemberDescriptorType : GetSetDescriptorType, { name, spec, owner } satisfies GetSetData, null);
  incref(owner.obj);
  track(vm, o);
  return note(vm, o);
}
export function newWrapperDescriptor(owner: TypeRec, def: SlotDef, slotFn: any): Leaf {
  return immortalLeaf(WrapperDescriptorType, { def, slotFn, owner } satisfies WrapperData);
}

function checkOwner(vm: Vm, name: string, owner: TypeRec, object: Value): void {
  if (!isSubtype(typeOf(object), owner)) {
    throw typeError(vm, `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeOf(object).name}' object`);
  }
}

function descriptorRepr(kind: string) {
  return (_vm: Vm, self: any): Value => strFromJs(`<${kind} '${self.data.def?.name ?? self.data.name}' of '${self.data.owner.name}' objects>`);
}

const objclass = member((_vm: Vm, self: any) => self.data.owner.obj);
const nameMember = member((_vm: Vm, self: any) => newStr(self.data.def?.name ?? self.data.name));
const qualname = getset((vm: Vm, self: any) => newStr(`${typeQualname(self.data.owner)}.${self.data.def?.name ?? self.data.name}`));
const nativeDoc = getset((_vm: Vm, self: any) => (self.data.def.doc === null ? None : newStr(self.data.def.doc)));
const nativeSignature = getset((_vm: Vm, self: any) => (self.data.def.textSignature === null ? None : newStr(self.data.def.textSignature)));
const reduceMethod = method("($self, /)", null, (vm: Vm, self: any) => newTuple(vm, [frameBuiltin(vm, "getattr"), newTuple(vm, [self.data.owner.obj, newStr(self.data.def?.name ?? self.data.name)])]), "no text signature");

function method_call(vm: Vm, self: any, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const { def, owner } = self.data as MethodDescriptorData;
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos < 1) throw typeError(vm, `unbound method ${def.qualname}() needs an argument`);
  checkOwner(vm, def.name, owner, args[0]!);
  return callNative(vm, def, args[0]!, args.slice(1), kwnames);
}

export const MethodDescriptorType: TypeRec = defineType({
  name: "method_descriptor",
  kind: K_METHOD_DESCRIPTOR,
  leaf: true,
  flags: TPFLAGS_METHOD_DESCRIPTOR,
  methods: { __reduce__: reduceMethod },
  getset: { __objclass__: objclass, __name__: nameMember, __qualname__: qualname, __doc__: nativeDoc, __text_signature__: nativeSignature },
  slots: {
    tp_repr: descriptorRepr("method"),
    tp_call: method_call,
    tp_descr_get: (vm, self, object) => {
      if (object === undefined) return self;
      checkOwner(vm, self.data.def.name, self.data.owner, object);
      return newBuiltin(vm, self.data.def, object, null);
    },
  },
});

export const ClassMethodDescriptorType: TypeRec = defineType({
  name: "classmethod_descriptor",
  leaf: true,
  getset: { __objclass__: objclass, __name__: nameMember, __qualname__: qualname, __doc__: nativeDoc, __text_signature__: nativeSignature },
  slots: {
    tp_repr: descriptorRepr("method"),
    tp_call: (vm, self, args, kwnames) => {
      const { def, owner } = self.data as MethodDescriptorData;
      if (args.length - (kwnames?.length ?? 0) < 1) throw typeError(vm, `descriptor '${def.name}' of '${owner.name}' object needs an argument`);
      return callNative(vm, def, classArgument(vm, self.data, args[0]!), args.slice(1), kwnames);
    },
    tp_descr_get: (vm, self, object, owner) => {
      const type = owner ?? typeOf(object!).obj;
      return newBuiltin(vm, self.data.def, classArgument(vm, self.data, type), null);
    },
  },
});

/** Natives get the TypeRec of the class they are called on. */
function classArgument(vm: Vm, { def, owner }: MethodDescriptorData, type: Value): TypeRec {
  if (!isType(type)) throw typeError(vm, `descriptor '${def.name}' for type '${owner.name}' needs a type, not a '${typeName(type)}' as arg 2`);
  const record = recOf(type);
  if (!isSubtype(record, owner)) throw typeError(vm, `descriptor '${def.name}' requires a subtype of '${owner.name}' but received '${record.name}'`);
  return record;
}

const getSetSlots = {
  tp_descr_get: (vm: Vm, self: any, object: Value | undefined): Value => {
    if (object === undefined) return self;
    const { name, spec, owner } = self.data as GetSetData;
    checkOwner(vm, name, owner, object);
    return spec.get(vm, object);
  },
  tp_descr_set: (vm: Vm, self: any, object: Value, value: Value | undefined): void => {
    const { name, spec, owner } = self.data as GetSetData;
    checkOwner(vm, name, owner, object);
    if (spec.set === undefined) {
      const message = spec.kind === "member" ? "readonly attribute" : `attribute '${name}' of '${owner.name}' objects is not writable`;
      throw attributeError(vm, message);
    }
    spec.set(vm, object, value);
  },
};
const docOf = getset((_vm: Vm, self: any) => (self.data.spec.doc === null ? None : newStr(self.data.spec.doc)));

/** The descriptors of static types are immortal, so their owners may be visited and dropped alike. */
const ownerSlots = {
  tp_traverse: (self: Container, visit: Visit): void => {
    const { owner } = self.data as GetSetData;
    if (self.rc < IMMORTAL && !(self.data as HeapDescriptor).released) visit(owner.obj);
  },
  tp_clear: (vm: Vm, self: Container): void => {
    const data = self.data as HeapDescriptor;
    if (self.rc >= IMMORTAL || data.released) return;
    data.released = true;
    drop(vm, data.owner.obj);
  },
};

export const GetSetDescriptorType: TypeRec = defineType({
  name: "getset_descriptor",
  getset: { __objclass__: objclass, __name__: nameMember, __qualname__: qualname, __doc__: docOf },
  slots: { tp_repr: descriptorRepr("attribute"), ...getSetSlots, ...ownerSlots },
});

export const MemberDescriptorType: TypeRec = defineType({
  name: "member_descriptor",
  methods: { __reduce__: reduceMethod },
  getset: { __objclass__: objclass, __name__: nameMember, __qualname__: qualname, __doc__: docOf },
  slots: { tp_repr: descriptorRepr("member"), ...getSetSlots, ...ownerSlots },
});

export const WrapperDescriptorType: TypeRec = defineType({
  name: "wrapper_descriptor",
  leaf: true,
  flags: TPFLAGS_METHOD_DESCRIPTOR,
  methods: { __reduce__: reduceMethod },
  getset: {
    __objclass__: objclass,
    __name__: nameMember,
    __qualname__: qualname,
    __doc__: getset((_vm, self) => newStr(self.data.def.doc)),
    __text_signature__: getset((_vm, self) => (self.data.def.signature === null ? None : newStr(self.data.def.signature))),
  },
  slots: {
    tp_repr: (_vm, self) => strFromJs(`<slot wrapper '${self.data.def.name}' of '${self.data.owner.name}' objects>`),
    tp_call: (vm, self, args, kwnames) => {
      const { def, slotFn, owner } = self.data as WrapperData;
      if (args.length - (kwnames?.length ?? 0) < 1) throw typeError(vm, `descriptor '${def.name}' of '${owner.name}' object needs an argument`);
      if (!isSubtype(typeOf(args[0]!), owner)) {
        throw typeError(vm, `descriptor '${def.name}' requires a '${owner.name}' object but received a '${typeOf(args[0]!).name}'`);
      }
      return def.wrap(vm, slotFn, args[0]!, args.slice(1), kwnames, def) ?? None;
    },
    tp_descr_get: (vm, self, object) => {
      if (object === undefined) return self;
      checkOwner(vm, self.data.def.name, self.data.owner, object);
      incref(object);
      const bound = new Container(MethodWrapperType, { wrapper: self.data as WrapperData, self: object }, null);
      track(vm, bound);
      return note(vm, bound);
    },
  },
});

export const MethodWrapperType: TypeRec = defineType({
  name: "method-wrapper",
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: any) => newTuple(vm, [frameBuiltin(vm, "getattr"), newTuple(vm, [self.data.self, newStr(self.data.wrapper.def.name)])]), "no text signature"),
  },
  getset: {
    __self__: member((_vm, self) => self.data.self),
    __objclass__: getset((_vm, self) => self.data.wrapper.owner.obj),
    __name__: getset((_vm, self) => newStr(self.data.wrapper.def.name)),
    __qualname__: getset((vm, self) => newStr(`${typeQualname(self.data.wrapper.owner)}.${self.data.wrapper.def.name}`)),
    __doc__: getset((_vm, self) => newStr(self.data.wrapper.def.doc)),
    __text_signature__: getset((_vm, self) => (self.data.wrapper.def.signature === null ? None : newStr(self.data.wrapper.def.signature))),
  },
  slots: {
    tp_repr: (vm, self) => strFromJs(`<method-wrapper '${self.data.wrapper.def.name}' of ${typeName(self.data.self)} object at ${addressText(vm, self.data.self)}>`),
    tp_call: (vm, self, args, kwnames) => {
      const { def, slotFn } = self.data.wrapper as WrapperData;
      return def.wrap(vm, slotFn, self.data.self, args, kwnames, def) ?? None;
    },
    tp_hash: (vm, self) => addressHash(vm, self.data.wrapper.slotFn) ,
    tp_richcompare: (vm, left, right, op) => compareIdentity(left, right, op, (a, b) => a.data.wrapper.slotFn === b.data.wrapper.slotFn && a.data.self === b.data.self),
    tp_traverse: (self, visit) => visit(self.data.self),
    tp_clear: (vm, self) => {
      const object = self.data.self;
      self.data = { wrapper: self.data.wrapper, self: None };
      drop(vm, object);
    },
  },
});
