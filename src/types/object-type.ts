// object: the root of all types, and making instances of classes. Mirrors the object half of Objects/typeobject.c. See docs/types.md.
import { audit } from "../core/audit.ts";
import { listOf } from "../core/dir.ts";
import { sizeOf } from "../memory/sizes.ts";
import { getState, reduce, reduceEx } from "../core/pickle-support.ts";
import { objectDir } from "../core/dir.ts";
import { truth } from "../core/number.ts";
import { fullTypeName, typeModuleName, typeQualname } from "../core/type-names.ts";
import { addressHash, addressText } from "../core/identity.ts";
import { genericGetAttr, genericSetAttr } from "../core/attribute.ts";
import { repr, str } from "../core/convert.ts";
import { classMethod, defineType, getset, method, NO_TEXT } from "../core/define.ts";
import { typeError } from "../core/errors.ts";
import { Container, Instance, K_INSTANCE, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_HEAPTYPE, TPFLAGS_IS_ABSTRACT, type TypeRec, type Value } from "../core/object.ts";
import { lookup, shortName, typeName, typeOf } from "../core/type.ts";
import { tellBirth } from "../memory/free-lists.ts";
import { track } from "../memory/gc-list.ts";
import { note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";
import { isStr, newStr, strFromJs, textOf } from "./str/str-object.ts";
import { assignClass } from "./type-type.ts";

/** A fresh instance of a class whose layout is object's; in the current scope. */
export function newInstance(vm: Vm, type: TypeRec): Instance {
  return note(vm, newOwnedInstance(vm, type));
}

/** The same for a field: the caller owns it. */
export function newOwnedInstance(vm: Vm, type: TypeRec): Instance {
  const o = new Instance(type);
  // A plain object() refers to nothing.
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) {
    type.obj.rc++;
    track(vm, o);
    if (type.sharedRoom > 1) type.sharedRoom--;
  } else if (vm.watched) tellBirth(vm, o, -1);
  return o;
}

/** A fresh instance of a subclass of a builtin container type: `payload` is what the builtin would hold. */
export function newSubclassInstance(vm: Vm, type: TypeRec, payload: any): Container {
  const o = new Container(type, payload, null);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  if (type.sharedRoom > 1) type.sharedRoom--;
  track(vm, o);
  return note(vm, o);
}

/** The same for int, float, str, ...: a Container, since subclasses have a namespace. */
export function newInstanceOfBuiltin(vm: Vm, type: TypeRec, payload: any): Container {
  return newSubclassInstance(vm, type, payload);
}

function excessArgs(args: readonly Value[], kwnames: readonly PyStr[] | null): boolean {
  return args.length > 0 || (kwnames !== null && kwnames.length > 0);
}

function object_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (excessArgs(args, kwnames)) {
    if (type.tp_new !== object_new) throw typeError(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type.tp_init === object_init) throw typeError(vm, `${shortName(type)}() takes no arguments`);
  }
  if ((type.flags & TPFLAGS_IS_ABSTRACT) !== 0) throw abstractError(vm, type);
  if (type.kind === K_INSTANCE) return newInstance(vm, type);
  return newSubclassInstance(vm, type, null);
}

/** Names in `__abstractmethods__`, sorted. */
function abstractMethods(vm: Vm, type: TypeRec): string[] {
  const names = lookup(type, "__abstractmethods__");
  return names === undefined ? [] : listOf(vm, names).map((n) => (isStr(n) ? textOf(n) : "?")).sort();
}

function abstractError(vm: Vm, type: TypeRec): Error {
  const names = abstractMethods(vm, type);
  const list = names.map((n) => `'${n}'`).join(", ");
  throw typeError(vm, `Can't instantiate abstract class ${shortName(type)} without an implementation for abstract method${names.length > 1 ? "s" : ""} ${list}`);
}

function object_init(vm: Vm, self: Value, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  if (!excessArgs(args, kwnames)) return;
  const type = typeOf(self);
  if (type.tp_init !== object_init) throw typeError(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
  if (type.tp_new === object_new) throw typeError(vm, `${shortName(type)}.__init__() takes exactly one argument (the instance to initialize)`);
}

function object_repr(vm: Vm, self: Value): Value {
  const type = typeOf(self);
  const module = typeModuleName(type);
  const name = typeQualname(type);
  return strFromJs(`<${module !== null && module !== "builtins" ? `${module}.${name}` : name} object at ${addressText(vm, self)}>`);
}

function object_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (op === 2) return left === right ? True : NotImplemented;
  if (op === 3) {
    const slot = typeOf(left).tp_richcompare;
    if (slot === undefined) return NotImplemented;
    const answer = slot(vm, left, right, 2);
    if (answer === NotImplemented) return NotImplemented;
    return truth(vm, answer) ? False : True;
  }
  return NotImplemented;
}

function object_format(vm: Vm, self: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(vm, `__format__() argument must be str, not ${(spec as Value) === None ? "None" : typeName(spec)}`);
  if (textOf(spec) !== "") throw typeError(vm, `unsupported format string passed to ${fullTypeName(self)}.__format__`);
  return str(vm, self);
}

export const ObjectType: TypeRec = defineType({
  name: "object",
  doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
  signature: "()",
  kind: K_INSTANCE,
  flags: TPFLAGS_BASETYPE,
  methods: {
    __reduce_ex__: method("($self, protocol, /)", "Helper for pickle.", (vm: Vm, self: Value, protocol: Value) => reduceEx(vm, self, protocol)),
    __reduce__: method("($self, /)", "Helper for pickle.", (vm: Vm, self: Value) => reduce(vm, self, 0)),
    __getstate__: method("($self, /)", "Helper for pickle.", (vm: Vm, self: Value) => getState(vm, self)),
    __subclasshook__: classMethod("($type, object, /)", "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n", () => NotImplemented),
    __init_subclass__: classMethod("($type, /)", "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n", () => None, NO_TEXT),
    __format__: method("($self, format_spec, /)", "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.", object_format),
    __sizeof__: method("($self, /)", "Size of object in memory, in bytes.", (vm: Vm, self: Value) => sizeOf(vm, self)),
    __dir__: method("($self, /)", "Default dir() implementation.", (vm: Vm, self: Value) => objectDir(vm, self)),
  },
  getset: {
    __class__: getset((_vm, self) => typeOf(self).obj, (vm, self, value) => {
      if (value !== undefined) audit(vm, "object.__setattr__", () => [self, newStr("__class__"), value]);
      assignClass(vm, self, value);
    }, "the object's class"),
  },
  slots: {
    tp_new: object_new,
    tp_init: object_init,
    tp_repr: object_repr,
    // Who asked checks the answer.
    tp_str: (vm, self) => (typeOf(self).tp_repr === undefined ? repr(vm, self) : typeOf(self).tp_repr!(vm, self)),
    tp_hash: (vm, self) => addressHash(vm, self),
    tp_richcompare: object_richcompare,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});

