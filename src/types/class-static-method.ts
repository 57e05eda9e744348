// classmethod and staticmethod. Mirrors the end of Objects/funcobject.c. See docs/types.md.
import { getAttr, instanceDict, lookupAttr, replaceInstanceDict, setAttr } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { reprText } from "../core/convert.ts";
import { classMethod, defineType, getset, type GetSet, member } from "../core/define.ts";
import { attributeErrorFor, typeError } from "../core/errors.ts";
import { Container, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import { truth } from "../core/number.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { newMethod } from "./method.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { dictDeleteStr, dictGetText, dictSetText, isDict } from "./dict/dict-object.ts";
import { intern, strFromJs } from "./str/str-object.ts";

function make(vm: Vm, type: TypeRec, callable: Value): Container {
  incref(callable);
  const o = new Container(type, callable, null);
  track(vm, o);
  return note(vm, o);
}

/** staticmethod(callable), in the current scope. */
export function newStaticMethod(vm: Vm, callable: Value): Container {
  return make(vm, StaticMethodType, callable);
}
export function newClassMethod(vm: Vm, callable: Value): Container {
  return make(vm, ClassMethodType, callable);
}

/** Copies __module__, __name__, __qualname__ and __doc__ of the wrapped callable. */
function copyMetadata(vm: Vm, self: Container, callable: Value): void {
  for (const name of ["__module__", "__name__", "__qualname__", "__doc__"]) {
    const v = lookupAttr(vm, callable, intern(vm, name));
    if (v !== undefined) setAttr(vm, self, intern(vm, name), v);
  }
}

/** An attribute of the wrapped callable, kept in our own `__dict__` once it was asked for. */
function wrapped(name: string): GetSet {
  return getset(
    (vm, self) => {
      const dict = instanceDict(vm, self);
      const kept = dictGetText(dict, name);
      if (kept !== undefined) return kept;
      const found = getAttr(vm, self.data, intern(vm, name));
      dictSetText(vm, dict, name, found);
      return found;
    },
    (vm, self, value) => {
      const dict = instanceDict(vm, self);
      if (value !== undefined) dictSetText(vm, dict, name, value);
      else if (!dictDeleteStr(vm, dict, intern(vm, name))) throw attributeErrorFor(vm, self, intern(vm, name), `'${typeName(self)}' object has no attribute '${name}'`);
    },
  );
}

function define(name: string, doc: string, get: TypeRec["tp_descr_get"], callSelf: boolean): TypeRec {
  return defineType({
    name,
    doc,
    signature: "(function, /)",
    flags: TPFLAGS_BASETYPE,
    methods: { __class_getitem__: classMethod("($type, object, /)", null, (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)) },
    layoutChange: true,
    hasDict: true,
    getset: {
      __func__: member((_vm, self) => self.data ?? None),
      __wrapped__: member((_vm, self) => self.data ?? None),
      __isabstractmethod__: getset((vm, self) => {
        const v = lookupAttr(vm, self.data, intern(vm, "__isabstractmethod__"));
        return v !== undefined && truth(vm, v) ? True : False;
      }),
      __annotations__: wrapped("__annotations__"),
      __annotate__: wrapped("__annotate__"),
      __dict__: getset((vm, self) => instanceDict(vm, self), (vm, self, value) => {
        if (value === undefined || !isDict(value)) throw typeError(vm, "__dict__ must be set to a dictionary");
        replaceInstanceDict(vm, self, value);
      }),
    },
    slots: {
      tp_new: (vm, type) => newSubclassInstance(vm, type, None),
      tp_init: (vm, self, args, kwnames) => {
        if (kwnames !== null && kwnames.length > 0) throw typeError(vm, `${name}() takes no keyword arguments`);
        if (args.length !== 1) throw typeError(vm, `${name} expected 1 argument, got ${args.length}`);
        incref(args[0]!);
        const old = self.data as Value;
        self.data = args[0]!;
        drop(vm, old);
        copyMetadata(vm, self, args[0]!);
      },
      tp_repr: (vm, self) => strFromJs(`<${name}(${reprText(vm, self.data)})>`),
      tp_descr_get: get,
      ...(callSelf ? { tp_call: (vm: Vm, self: any, args: readonly Value[], kwnames: any) => call(vm, self.data, args, kwnames) } : {}),
      tp_traverse: (self, visit) => visit(self.data),
      tp_clear: (vm, self) => {
        const old = self.data as Value;
        self.data = None;
        drop(vm, old);
      },
    },
  });
}

export const StaticMethodType: TypeRec = define(
  "staticmethod",
  "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
  (_vm, self) => self.data,
  true,
);

export const ClassMethodType: TypeRec = define(
  "classmethod",
  "Convert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
  (vm, self, object, owner) => newMethod(vm, self.data, owner ?? typeOf(object!).obj),
  false,
);
