// property. Mirrors the end of Objects/descrobject.c. See docs/types.md.
import { genericGetAttr, lookupAttrText, setAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { reprText } from "../core/convert.ts";
import { defineType, getset, type GetSet, member, method } from "../core/define.ts";
import { attributeError, dropError, matches, typeError } from "../core/errors.ts";
import { truth } from "../core/number.ts";
import { type Container, K_PROPERTY, type PyStr, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { typeQualname } from "../core/type-names.ts";
import { isSubtype, typeOf } from "../core/type.ts";
import { dropMaybe, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import * as exc from "./exceptions.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { newStr } from "./str/str-object.ts";

/** Payload; fields own. */
export class PropertyData {
  get: Value | null = null;
  set: Value | null = null;
  del: Value | null = null;
  doc: Value | null = null;
  name: Value | null = null;
  /** The doc string is the getter's. */
  getterDoc = false;
}

type Field = "get" | "set" | "del" | "doc" | "name";
const FIELDS: readonly Field[] = ["get", "set", "del", "doc", "name"];

const property = (self: Container): PropertyData => self.data as PropertyData;

function assign(vm: Vm, self: Container, field: Field, v: Value | null): void {
  if (v !== null) incref(v);
  const d = property(self);
  const old = d[field];
  d[field] = v;
  dropMaybe(vm, old);
}

let parameters: NativeDef | undefined;
/** How the constructor binds its arguments. */
function initArguments(): NativeDef {
  return (parameters ??= new NativeDef("property", "(fget=None, fset=None, fdel=None, doc=None)", null, () => undefined, "function", true));
}

function property_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [get, set, del, doc] = bindArguments(vm, initArguments(), args, kwnames).map((v: Value | undefined) => (v === undefined || v === None ? null : v)) as (Value | null)[];
  assign(vm, self, "get", get!);
  assign(vm, self, "set", set!);
  assign(vm, self, "del", del!);
  assign(vm, self, "doc", null);
  assign(vm, self, "name", null);
  const d = property(self);
  d.getterDoc = false;
  let text = doc!;
  if (text === null && get !== null) {
    const found = lookupAttrText(vm, get!, "__doc__");
    if (found !== undefined && found !== None) {
      text = found;
      d.getterDoc = true;
    }
  }
  if (self.type === PropertyType) {
    assign(vm, self, "doc", text);
    return;
  }
  // A subclass's own __doc__ would hide the member: the text goes into the instance.
  try {
    setAttrText(vm, self, "__doc__", text ?? None);
  } catch (error) {
    if (d.getterDoc || !matches(error, exc.AttributeErrorType)) throw error;
    dropError(vm, error);
  }
}

/** The property's name: set, or that of its getter. */
function nameOf(vm: Vm, self: Container): Value | undefined {
  const { name, get } = property(self);
  if (name !== null) return name;
  return get === null ? undefined : lookupAttrText(vm, get, "__name__");
}

function missing(vm: Vm, self: Container, object: Value, what: string): Error {
  const name = nameOf(vm, self);
  const owner = reprText(vm, newStr(typeQualname(typeOf(object))));
  throw attributeError(vm, `property ${name === undefined ? "" : `${reprText(vm, name)} `}of ${owner} object has no ${what}`);
}

function copy(vm: Vm, self: Container, changed: "get" | "set" | "del", v: Value): Value {
  const d = property(self);
  const pick = (field: "get" | "set" | "del"): Value => (field === changed && v !== None ? v : (d[field] ?? None));
  const get = pick("get");
  const doc = d.getterDoc && get !== None ? None : (d.doc ?? None);
  const made = call(vm, self.type.obj, [get, pick("set"), pick("del"), doc]);
  if (typeof made !== "number" && isSubtype(made.type, PropertyType)) assign(vm, made as Container, "name", d.name);
  return made;
}

const readonlyField = (field: Field): GetSet => member((_vm, self) => property(self)[field] ?? None);

function isAbstract(vm: Vm, v: Value | null): boolean {
  if (v === null) return false;
  const flag = lookupAttrText(vm, v, "__isabstractmethod__");
  return flag !== undefined && truth(vm, flag);
}

export const PropertyType: TypeRec = defineType({
  name: "property",
  doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
  signature: "(fget=None, fset=None, fdel=None, doc=None)",
  kind: K_PROPERTY,
  flags: TPFLAGS_BASETYPE,
  methods: {
    getter: method("($self, object, /)", "Descriptor to obtain a copy of the property with a different getter.", (vm: Vm, self: Container, v: Value) => copy(vm, self, "get", v)),
    setter: method("($self, object, /)", "Descriptor to obtain a copy of the property with a different setter.", (vm: Vm, self: Container, v: Value) => copy(vm, self, "set", v)),
    deleter: method("($self, object, /)", "Descriptor to obtain a copy of the property with a different deleter.", (vm: Vm, self: Container, v: Value) => copy(vm, self, "del", v)),
    __set_name__: (name) =>
      new NativeDef(name, "($self, /, *args)", "Method to set name of a property.", (vm: Vm, self: Container, args: readonly Value[]) => {
        if (args.length !== 2) throw typeError(vm, `__set_name__() takes 2 positional arguments but ${args.length} were given`);
        assign(vm, self, "name", args[1]!);
      }, "method", false, "($self, owner, name, /)"),
  },
  getset: {
    fget: readonlyField("get"),
    fset: readonlyField("set"),
    fdel: readonlyField("del"),
    __doc__: member((_vm, self) => property(self).doc ?? None, (vm, self, value) => assign(vm, self, "doc", value ?? null)),
    __name__: getset(
      (vm, self) => {
        const name = nameOf(vm, self);
        if (name === undefined) throw attributeError(vm, "'property' object has no attribute '__name__'");
        return name;
      },
      (vm, self, value) => assign(vm, self, "name", value ?? null),
    ),
    __isabstractmethod__: getset((vm, self) => {
      const { get, set, del } = property(self);
      return isAbstract(vm, get) || isAbstract(vm, set) || isAbstract(vm, del) ? True : False;
    }),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new PropertyData()),
    tp_init: property_init,
    tp_getattro: genericGetAttr,
    tp_descr_get: (vm, self: Container, object) => {
      if (object === undefined || object === None) return self;
      const { get } = property(self);
      if (get === null) throw missing(vm, self, object, "getter");
      return call(vm, get, [object]);
    },
    tp_descr_set: (vm, self: Container, object: Value, value) => {
      const { set, del } = property(self);
      if (value === undefined) {
        if (del === null) throw missing(vm, self, object, "deleter");
        call(vm, del, [object]);
      } else {
        if (set === null) throw missing(vm, self, object, "setter");
        call(vm, set, [object, value]);
      }
    },
    tp_traverse: (self: Container, visit) => {
      for (const field of FIELDS) {
        const v = property(self)[field];
        if (v !== null) visit(v);
      }
    },
    tp_clear: (vm, self: Container) => {
      for (const field of FIELDS) assign(vm, self, field, null);
    },
  },
});
