// Bound methods of Python functions and other callables. Mirrors Objects/classobject.c. See docs/types.md.
import { frameBuiltin } from "../core/dir.ts";
import { equalValues } from "../core/compare.ts";
import { reprText } from "../core/convert.ts";
import { addressHash, compareIdentity } from "../core/identity.ts";
import { call, isCallable } from "../core/call.ts";
import { defineType, member, method } from "../core/define.ts";
import { getAttr, lookupAttr } from "../core/attribute.ts";
import { typeError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { Container, K_METHOD, TPFLAGS_HAVE_VECTORCALL, type TypeRec, type Value } from "../core/object.ts";
import { lookupName } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { None } from "./none.ts";
import { newTuple } from "./tuple.ts";
import { intern, isStr, strFromJs, textOf } from "./str/str-object.ts";

export interface MethodData {
  func: Value;
  self: Value;
}

/** func bound to self; in the current scope. */
export function newMethod(vm: Vm, func: Value, self: Value): Container {
  incref(func);
  incref(self);
  const m = new Container(MethodType, { func, self } satisfies MethodData, null);
  track(vm, m);
  return note(vm, m);
}

function method_repr(vm: Vm, self: Container): Value {
  const { func, self: object } = self.data as MethodData;
  const name = lookupAttr(vm, func, intern(vm, "__qualname__")) ?? lookupAttr(vm, func, intern(vm, "__name__"));
  const text = name !== undefined && isStr(name) ? textOf(name) : "?";
  return strFromJs(`<bound method ${text} of ${reprText(vm, object)}>`);
}

export const MethodType: TypeRec = defineType({
  name: "method",
  doc: "Create a bound instance method object.",
  signature: "(function, instance, /)",
  kind: K_METHOD,
  flags: TPFLAGS_HAVE_VECTORCALL,
  hasWeakrefs: true,
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: Container) => {
      const { func, self: object } = self.data as MethodData;
      return newTuple(vm, [frameBuiltin(vm, "getattr"), newTuple(vm, [object, getAttr(vm, func, intern(vm, "__name__"))])]);
    }, "no text signature"),
  },
  getset: {
    __func__: member((_vm, self) => self.data.func, undefined, "the function (or other callable) implementing a method"),
    __self__: member((_vm, self) => self.data.self, undefined, "the instance to which a method is bound"),
    __doc__: { kind: "getset", doc: null, set: undefined, get: (vm, self) => lookupAttr(vm, self.data.func, intern(vm, "__doc__")) ?? None },
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "method() takes no keyword arguments");
      if (args.length !== 2) throw typeError(vm, `method expected 2 arguments, got ${args.length}`);
      if (!isCallable(args[0]!)) throw typeError(vm, "first argument must be callable");
      if (args[1] === None) throw typeError(vm, "instance must not be None");
      return newMethod(vm, args[0]!, args[1]!);
    },
    tp_call: (vm, self, args, kwnames) => call(vm, self.data.func, [self.data.self, ...args], kwnames),
    tp_repr: method_repr,
    tp_getattro: (vm, self: Container, name) => {
      // The method's own attributes first, then the function's.
      const found = lookupName(MethodType, name);
      if (found !== undefined && typeof found !== "number") {
        const get = found.type.tp_descr_get;
        return get === undefined ? found : get(vm, found, self, MethodType.obj);
      }
      return getAttr(vm, (self.data as MethodData).func, name);
    },
    tp_hash: (vm, self: Container) => {
      const { func, self: object } = self.data as MethodData;
      const h = BigInt((typeof object === "number" ? object : addressHash(vm, object))) ^ BigInt(hash(vm, func));
      return Number(BigInt.asIntN(53, h === -1n ? -2n : h));
    },
    tp_richcompare: (vm, left, right, op) =>
      compareIdentity(left, right, op, (a, b) => a.data.self === b.data.self && equalValues(vm, a.data.func, b.data.func)),
    tp_descr_get: (_vm, self) => self,
    tp_traverse: (self, visit) => {
      visit(self.data.func);
      visit(self.data.self);
    },
    tp_clear: (vm, self: Container) => {
      const { func, self: object } = self.data as MethodData;
      self.data = { func: None, self: None };
      drop(vm, func);
      drop(vm, object);
    },
  },
});
