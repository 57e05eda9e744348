// super, and the lookup behind LOAD_SUPER_ATTR. Mirrors the end of Objects/typeobject.c. See docs/types.md.
import { CO_FAST_CELL } from "../bytecode/code-unit.ts";
import { genericGetAttr, getAttr, lookupAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { defineType, member } from "../core/define.ts";
import { runtimeError, typeError } from "../core/errors.ts";
import { type Container, K_CELL, NULL, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_METHOD_DESCRIPTOR, type TypeRec, type Value } from "../core/object.ts";
import { isSubtype, isType, recOf, typeOf } from "../core/type.ts";
import { dropMaybe, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { dictGetStr } from "./dict/dict-object.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { strFromJs, textOf } from "./str/str-object.ts";

/** Payload; owns the objects of both types and the instance. */
interface SuperData {
  /** The class to look behind. */
  type: TypeRec | null;
  object: Value | null;
  /** Whose MRO is searched. */
  objectType: TypeRec | null;
}

const data = (self: Container): SuperData => self.data as SuperData;

/** The class whose MRO super(type, object) searches; raises TypeError when `object` has nothing to do with `type`. */
function check(vm: Vm, type: TypeRec, object: Value): TypeRec {
  if (isType(object) && isSubtype(recOf(object), type)) return recOf(object);
  const own = typeOf(object);
  if (isSubtype(own, type)) return own;
  const claimed = lookupAttrText(vm, object, "__class__");
  if (claimed !== undefined && isType(claimed) && recOf(claimed) !== own && isSubtype(recOf(claimed), type)) return recOf(claimed);
  const what = isType(object) ? `type ${recOf(object).name}` : `instance of ${own.name}`;
  throw typeError(vm, `super(type, obj): obj (${what}) is not an instance or subtype of type (${type.name}).`);
}

/** What the MRO of `objectType` has behind `type`, borrowed; undefined for nothing. */
function lookBehind(vm: Vm, type: TypeRec, objectType: TypeRec, name: PyStr): Value | undefined {
  const { mro } = objectType;
  const at = mro.indexOf(type);
  if (at < 0) return undefined;
  for (let i = at + 1; i < mro.length; i++) {
    const found = dictGetStr(vm, mro[i]!.dict, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function bind(vm: Vm, found: Value, object: Value, objectType: TypeRec): Value {
  if (typeof found === "number") return found;
  const get = found.type.tp_descr_get;
  return get === undefined ? found : get(vm, found, object === objectType.obj ? undefined : object, objectType.obj);
}

/**
 * LOAD_SUPER_ATTR: the attribute of `global(cls, self)`, or of `global()` in the form without arguments. With `method` a function that
 * wants the instance comes unbound, and `method` of the answer is true.
 */
export function superLookup(vm: Vm, global: Value, cls: Value, self: Value, name: PyStr, twoArguments: boolean, method: boolean): { value: Value; method: boolean } {
  if (global !== SuperType.obj || !isType(cls)) {
    const made = call(vm, global, twoArguments ? [cls, self] : []);
    return { value: getAttr(vm, made, name), method: false };
  }
  const type = recOf(cls);
  const objectType = check(vm, type, self);
  const found = textOf(name) === "__class__" ? undefined : lookBehind(vm, type, objectType, name);
  if (found === undefined) return { value: genericGetAttr(vm, call(vm, global, [cls, self]), name), method: false };
  if (method && self !== objectType.obj && typeof found !== "number" && (found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0) return { value: found, method: true };
  return { value: bind(vm, found, self, objectType), method: false };
}

function set(vm: Vm, self: Container, type: TypeRec, object: Value | null, objectType: TypeRec | null): void {
  incref(type.obj);
  if (object !== null) incref(object);
  if (objectType !== null) incref(objectType.obj);
  const old = data(self);
  self.data = { type, object, objectType } satisfies SuperData;
  dropMaybe(vm, old.type?.obj);
  dropMaybe(vm, old.object);
  dropMaybe(vm, old.objectType?.obj);
}

/** The class and the first argument of the function that calls super(). */
function fromFrame(vm: Vm): { type: TypeRec; object: Value } {
  const frame = vm.frame;
  if (frame === null) throw runtimeError(vm, "super(): no current frame");
  const { code } = frame;
  if (code.argcount === 0) throw runtimeError(vm, "super(): no arguments");
  const S = vm.stack;
  let first: Value | undefined = S[frame.base];
  if (first === undefined || first === NULL) throw runtimeError(vm, "super(): arg[0] deleted");
  if ((code.unit.localspluskinds[0]! & CO_FAST_CELL) !== 0 && typeof first !== "number" && first.type.kind === K_CELL) {
    first = (first as Container).data as Value | undefined;
    if (first === undefined) throw runtimeError(vm, "super(): arg[0] deleted");
  }
  for (let i = code.nlocalsplus - code.nfreevars; i < code.nlocalsplus; i++) {
    if (textOf(code.localNames[i]!) !== "__class__") continue;
    const cell = S[frame.base + i];
    if (cell === undefined || typeof cell === "number" || cell.type.kind !== K_CELL) throw runtimeError(vm, "super(): bad __class__ cell");
    const cls = (cell as Container).data as Value | undefined;
    if (cls === undefined) throw runtimeError(vm, "super(): empty __class__ cell");
    if (!isType(cls)) throw runtimeError(vm, `super(): __class__ is not a type (${typeOf(cls).name})`);
    return { type: recOf(cls), object: first };
  }
  throw runtimeError(vm, "super(): __class__ cell not found");
}

function super_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "super() takes no keyword arguments");
  if (args.length > 2) throw typeError(vm, `super() expected at most 2 arguments, got ${args.length}`);
  if (args.length === 0) {
    const { type, object } = fromFrame(vm);
    set(vm, self, type, object === None ? null : object, object === None ? null : check(vm, type, object));
    return;
  }
  const [cls, object = None] = args as [Value, Value?];
  if (!isType(cls)) throw typeError(vm, `super() argument 1 must be a type, not ${typeOf(cls).name}`);
  const type = recOf(cls);
  set(vm, self, type, object === None ? null : object, object === None ? null : check(vm, type, object));
}

function super_getattro(vm: Vm, self: Container, name: PyStr): Value {
  const { type, object, objectType } = data(self);
  // __class__ is that of the super object itself.
  if (type !== null && objectType !== null && textOf(name) !== "__class__") {
    const found = lookBehind(vm, type, objectType, name);
    if (found !== undefined) return bind(vm, found, object!, objectType);
  }
  return genericGetAttr(vm, self, name);
}

export const SuperType: TypeRec = defineType({
  name: "super",
  doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires\n    issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  getset: {
    __thisclass__: member((_vm, self) => data(self).type?.obj ?? None, undefined, "the class invoking super()"),
    __self__: member((_vm, self) => data(self).object ?? None, undefined, "the instance invoking super(); may be None"),
    __self_class__: member((_vm, self) => data(self).objectType?.obj ?? None, undefined, "the type of the instance invoking super(); may be None"),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { type: null, object: null, objectType: null } satisfies SuperData),
    tp_init: super_init,
    tp_repr: (_vm, self) => {
      const { type, objectType } = data(self);
      const cls = type === null ? "NULL" : type.name;
      return strFromJs(objectType === null ? `<super: <class '${cls}'>, NULL>` : `<super: <class '${cls}'>, <${objectType.name} object>>`);
    },
    tp_getattro: super_getattro,
    tp_descr_get: (vm, self: Container, object) => {
      const { type, object: bound } = data(self);
      if (object === undefined || object === None || bound !== null) return self;
      if (self.type !== SuperType) return call(vm, self.type.obj, type === null ? [object] : [type.obj, object]);
      return call(vm, SuperType.obj, type === null ? [object] : [type.obj, object]);
    },
    tp_traverse: (self: Container, visit) => {
      const { type, object, objectType } = data(self);
      if (type !== null) visit(type.obj);
      if (object !== null) visit(object);
      if (objectType !== null) visit(objectType.obj);
    },
    tp_clear: (vm, self: Container) => {
      const { type, object, objectType } = data(self);
      self.data = { type: null, object: null, objectType: null } satisfies SuperData;
      dropMaybe(vm, type?.obj);
      dropMaybe(vm, object);
      dropMaybe(vm, objectType?.obj);
    },
  },
});
