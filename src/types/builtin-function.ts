// builtin_function_or_method: a native function, bound or not. Mirrors Objects/methodobject.c. See docs/types.md.
import { frameBuiltin } from "../core/dir.ts";
import { typeQualname } from "../core/type-names.ts";
import { addressHash, addressText, compareIdentity } from "../core/identity.ts";
import { callNative } from "../core/call.ts";
import { defineType, getset, member, method } from "../core/define.ts";
import { Container, K_BUILTIN, type TypeRec, TypeRec as TypeRecord, type Value } from "../core/object.ts";
import type { NativeDef } from "../core/signature.ts";
import { isType, typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { dictGetText } from "./dict/dict-object.ts";
import { None } from "./none.ts";
import { newStr, strFromJs } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

export interface BuiltinData {
  readonly def: NativeDef;
  /** What the function is bound to: a value, the TypeRec of a class method, or undefined. */
  readonly self: Value | TypeRec | undefined;
  /** Name of the module of a module's function. */
  readonly module: string | null;
}

/** A method bound to `self`; in the current scope. */
export function newBuiltin(vm: Vm, def: NativeDef, self: Value | TypeRec, module: string | null): Container {
  if (!(self instanceof TypeRecord)) {
    if (typeof self !== "number") self.rc++;
  } else self.obj.rc++;
  const o = new Container(BuiltinType, { def, self, module } satisfies BuiltinData, null);
  track(vm, o);
  return note(vm, o);
}

/** A module's function; not tracked, since it refers to nothing that could form a cycle. In the current scope. */
export function newModuleFunction(vm: Vm, def: NativeDef, module: string): Container {
  if (module !== "builtins") def.qualname = `${module}.${def.name}`;
  return note(vm, new Container(BuiltinType, { def, self: undefined, module } satisfies BuiltinData, null));
}

/** The native module, else sys.modules[name]; None when it is not there. */
function moduleNamed(vm: Vm, name: string): Value {
  const native = vm.nativeInstances.get(name);
  if (native !== undefined) return native;
  return vm.modules === undefined ? None : (dictGetText(vm.modules, name) ?? None);
}

/** The bound object as Python sees it. */
function selfOf(data: BuiltinData): Value {
  return data.self instanceof TypeRecord ? data.self.obj : (data.self ?? None);
}

function qualname(vm: Vm, data: BuiltinData): string {
  if (data.self === undefined) return data.def.name;
  const self = selfOf(data);
  return `${isType(self) ? typeQualname((self as Container).data) : typeQualname(typeOf(self))}.${data.def.name}`;
}

export const BuiltinType: TypeRec = defineType({
  name: "builtin_function_or_method",
  kind: K_BUILTIN,
  hasWeakrefs: true,
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: any) => {
      const data = self.data as BuiltinData;
      if (data.self === undefined) return newStr(data.def.name);
      return newTuple(vm, [frameBuiltin(vm, "getattr"), newTuple(vm, [selfOf(data), newStr(data.def.name)])]);
    }, "no text signature"),
  },
  getset: {
    __name__: getset((_vm, self) => newStr(self.data.def.name)),
    __qualname__: getset((vm, self) => newStr(qualname(vm, self.data))),
    __doc__: getset((_vm, self) => (self.data.def.doc === null ? None : newStr(self.data.def.doc))),
    __text_signature__: getset((_vm, self) => (self.data.def.textSignature === null ? None : newStr(self.data.def.textSignature))),
    __self__: getset((vm, self) => (self.data.def.kind === "staticmethod" ? None : self.data.self === undefined && self.data.module !== null ? moduleNamed(vm, self.data.module) : selfOf(self.data))),
    __module__: member((_vm, self) => (self.data.module === null ? None : newStr(self.data.module))),
  },
  slots: {
    tp_call: (vm: Vm, self: any, args: readonly Value[], kwnames: any) => callNative(vm, self.data.def, self.data.self, args, kwnames, true),
    tp_repr: (vm: Vm, self: any) => {
      const data = self.data as BuiltinData;
      if (data.self === undefined) return strFromJs(`<built-in function ${data.def.name}>`);
      return strFromJs(`<built-in method ${data.def.name} of ${typeName(selfOf(data))} object at ${addressText(vm, selfOf(data))}>`);
    },
    tp_hash: (vm: Vm, self: any) => addressHash(vm, self.data.def),
    tp_richcompare: (vm: Vm, left: any, right: any, op: number) => compareIdentity(left, right, op, (a: any, b: any) => a.data.def === b.data.def && a.data.self === b.data.self),
    tp_traverse: (self, visit) => {
      const data = self.data as BuiltinData;
      if (data.self !== undefined) visit(selfOf(data));
    },
    tp_clear: (vm, self) => {
      const data = self.data as BuiltinData;
      self.data = { ...data, self: undefined };
      if (data.self !== undefined) drop(vm, selfOf(data));
    },
  },
});
