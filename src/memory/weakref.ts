// Weak references: where they are kept, clearing them when their object dies, and the type weakref.ReferenceType. Proxies are in
// weakref-proxy.ts. Mirrors Objects/weakrefobject.c. See docs/memory.md.
import { lookupAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { compareNumbers, EQ, NE, richCompare } from "../core/compare.ts";
import { classMethod, defineType, member } from "../core/define.ts";
import { typeError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { addressText } from "../core/identity.ts";
import { Container, Ext, type Instance, K_INSTANCE, PyError, type PyObject, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { fullName, isSubtype, typeOf } from "../core/type.ts";
import { fullTypeNameOf } from "../core/type-names.ts";
import { guarded, quietRepr } from "../core/unraisable.ts";
import { False, True } from "../types/bool.ts";
import { newGenericAlias } from "../types/generic-alias.ts";
import { None } from "../types/none.ts";
import { NotImplemented } from "../types/singletons.ts";
import { isStr, strFromJs, textOf } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { track } from "./gc-list.ts";
import { drop, hold, incref, note } from "./ref.ts";
import { CallableProxyType, ProxyType } from "./weakref-proxy.ts";

/** Payload of references and proxies. */
export class WeakrefData {
  /** The referent, not counted; null once it is gone. */
  object: PyObject | null;
  /** Owned. */
  callback: Value | null;
  /** hash() of the referent once it was asked for. */
  hash: number | bigint | undefined = undefined;
  constructor(object: PyObject, callback: Value | null) {
    this.object = object;
    this.callback = callback;
  }
}

export function weakrefData(ref: Value): WeakrefData {
  return (ref as Container).data as WeakrefData;
}

/** Is it a weakref.ref, or of a subclass? */
export function isWeakref(v: Value): v is Container {
  return typeof v !== "number" && isSubtype(v.type, ReferenceType);
}

export function isProxy(v: Value): v is Container {
  return typeof v !== "number" && (v.type === ProxyType || v.type === CallableProxyType);
}

/** The weak references to an object: [reference without callback] [proxy without callback] then the others, newest first. Null for none. */
export function weakrefsOf(o: Value): Container[] | null {
  if (typeof o === "number" || !o.type.hasWeakrefs) return null;
  const ext = extIfAny(o);
  return ext === null ? null : ext.weakrefs;
}

function extIfAny(o: PyObject): Ext | null {
  return o.type.kind === K_INSTANCE ? (o as Instance).ext : (o as Container).aux;
}

/** The record that holds an object's weak references; also for Leafs that support them (code). */
function extOfReferent(o: PyObject): Ext {
  if (o.type.kind === K_INSTANCE) return ((o as Instance).ext ??= new Ext());
  return ((o as Container).aux ??= new Ext()) as Ext;
}

function isBasic(ref: Container | undefined, type: TypeRec): ref is Container {
  return ref !== undefined && ref.type === type && weakrefData(ref).callback === null;
}

function isBasicProxy(ref: Container | undefined): ref is Container {
  return isBasic(ref, ProxyType) || isBasic(ref, CallableProxyType);
}

/**
 * A weak reference or proxy of `type`, in the current scope. References without callback of the builtin types are shared.
 * Raises TypeError for objects that have none.
 */
export function newWeakref(vm: Vm, type: TypeRec, object: Value, callback: Value | undefined): Container {
  if (typeof object === "number" || !object.type.hasWeakrefs) throw typeError(vm, `cannot create weak reference to '${fullName(typeOf(object))}' object`);
  if (callback === None) callback = undefined;
  const ext = extOfReferent(object);
  const list = (ext.weakrefs ??= []);
  const refs = isBasic(list[0], ReferenceType) ? 1 : 0;
  const proxies = isBasicProxy(list[refs]) ? 1 : 0;
  if (callback === undefined) {
    if (type === ReferenceType && refs === 1) return hold(vm, list[0]!);
    if ((type === ProxyType || type === CallableProxyType) && proxies === 1) return hold(vm, list[refs]!);
  }
  if (callback !== undefined) incref(callback);
  const ref = new Container(type, new WeakrefData(object, callback ?? null), null);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  const at = callback === undefined && type === ReferenceType ? 0 : callback === undefined && isProxy(ref) ? refs : refs + proxies;
  list.splice(at, 0, ref);
  track(vm, ref);
  return note(vm, ref);
}

/** Detaches a reference from its object; the callback stays. */
export function detachWeakref(ref: Container): void {
  const data = weakrefData(ref);
  const object = data.object;
  if (object === null) return;
  data.object = null;
  const ext = extIfAny(object);
  const list = ext === null ? null : ext.weakrefs;
  if (list === null) return;
  const at = list.indexOf(ref);
  if (at >= 0) list.splice(at, 1);
  if (list.length === 0) ext!.weakrefs = null;
}

/** Detaches a reference and gives its callback up without calling it. */
export function clearWeakref(vm: Vm, ref: Container): void {
  detachWeakref(ref);
  const data = weakrefData(ref);
  const callback = data.callback;
  if (callback === null) return;
  data.callback = null;
  drop(vm, callback);
}

/** The object of a dying one's Ext goes: all references are cleared, then the callbacks run, newest first. */
export function clearWeakrefs(vm: Vm, o: PyObject, ext: Ext): void {
  void o;
  const list = ext.weakrefs;
  if (list === null) return;
  ext.weakrefs = null;
  let called: Container[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const ref = list[i]!;
    const data = weakrefData(ref);
    data.object = null;
    if (data.callback === null) continue;
    if (ref.rc > 0) {
      ref.rc++;
      (called ??= []).push(ref);
    }
  }
  if (called === null) return;
  const callbacks = called.map((ref) => {
    const data = weakrefData(ref);
    const callback = data.callback!;
    data.callback = null;
    return callback;
  });
  for (let i = 0; i < called.length; i++) {
    callWeakrefCallback(vm, called[i]!, callbacks[i]!, "while calling");
  }
  for (let i = 0; i < called.length; i++) {
    drop(vm, called[i]!);
    drop(vm, callbacks[i]!);
  }
}

/** callback(ref) where no exception may get out. */
export function callWeakrefCallback(vm: Vm, ref: Container, callback: Value, verb: string): void {
  guarded(vm, null, () => void call(vm, callback, [ref]), () => `Exception ignored ${verb} weakref callback ${quietRepr(vm, callback)}`);
}

/** The referent in the current scope, or undefined when it is gone. */
export function referent(vm: Vm, ref: Container): PyObject | undefined {
  const object = weakrefData(ref).object;
  return object === null ? undefined : hold(vm, object);
}

function parseArguments(vm: Vm, name: string, args: readonly Value[], kwnames: readonly PyStr[] | null): [Value, Value | undefined] {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos < 1) throw typeError(vm, `${name} expected at least 1 argument, got ${npos}`);
  if (npos > 2) throw typeError(vm, `${name} expected at most 2 arguments, got ${npos}`);
  return [args[0]!, npos > 1 ? args[1] : undefined];
}

/** Function declarations, since proxies are declared while this module still loads. */
export function traverseWeakref(self: Container, visit: (v: Value) => void): void {
  const callback = weakrefData(self).callback;
  if (callback !== null) visit(callback);
}

export const ReferenceType: TypeRec = defineType({
  name: "weakref.ReferenceType",
  layoutChange: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    __class_getitem__: classMethod("($type, object, /)", "Weakrefs are generic over the type of the referenced object.", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    __callback__: member((_vm, self) => weakrefData(self).callback ?? None),
  },
  slots: {
    tp_traverse: traverseWeakref,
    tp_clear: clearWeakref,
    tp_new: (vm, type, args, kwnames) => {
      const [object, callback] = parseArguments(vm, "__new__", args, kwnames);
      return newWeakref(vm, type, object, callback);
    },
    tp_init: (vm, _self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "ref() takes no keyword arguments");
      parseArguments(vm, "__init__", args, kwnames);
    },
    tp_call: (vm, self: Container, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "weakref() takes no keyword arguments");
      if (args.length > 0) throw typeError(vm, `weakref expected 0 arguments, got ${args.length}`);
      return referent(vm, self) ?? None;
    },
    tp_repr: (vm, self: Container) => {
      const object = referent(vm, self);
      if (object === undefined) return strFromJs(`<weakref at ${addressText(vm, self)}; dead>`);
      let name: Value | undefined;
      try {
        name = lookupAttrText(vm, object, "__name__");
      } catch (error) {
        // A repr shows no name then.
        if (!(error instanceof PyError)) throw error;
        drop(vm, error.exc);
      }
      const shown = name !== undefined && isStr(name) ? ` (${textOf(name)})` : "";
      return strFromJs(`<weakref at ${addressText(vm, self)}; to '${fullTypeNameOf(object.type)}' at ${addressText(vm, object)}${shown}>`);
    },
    tp_hash: (vm, self: Container) => {
      const data = weakrefData(self);
      if (data.hash !== undefined) return data.hash;
      const object = referent(vm, self);
      if (object === undefined) throw typeError(vm, "weak object has gone away");
      return (data.hash = hash(vm, object));
    },
    tp_richcompare: (vm, left, right, op) => {
      if ((op !== EQ && op !== NE) || !isWeakref(left) || !isWeakref(right)) return NotImplemented;
      const a = referent(vm, left);
      const b = referent(vm, right);
      if (a === undefined || b === undefined) return compareNumbers(left === right ? 1 : 0, 1, op) ? True : False;
      return richCompare(vm, a, b, op);
    },
  },
});
