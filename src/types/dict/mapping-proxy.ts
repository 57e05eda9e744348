// mappingproxy: a read-only view of a mapping, as `type.__dict__` answers. Mirrors Objects/descrobject.c. See docs/types.md.
import { newGenericAlias } from "../generic-alias.ts";
import { callMethod } from "../../core/call.ts";
import { richCompare } from "../../core/compare.ts";
import { reprText, str } from "../../core/convert.ts";
import { classMethod, defineType, method } from "../../core/define.ts";
import { typeError } from "../../core/errors.ts";
import { hash } from "../../core/hash.ts";
import { contains, getIter } from "../../core/iterate.ts";
import { binaryOp, getItem, length } from "../../core/number.ts";
import { Container, type PyStr, TPFLAGS_MAPPING, type TypeRec, type Value } from "../../core/object.ts";
import { typeName, typeOf } from "../../core/type.ts";
import { track } from "../../memory/gc-list.ts";
import { drop, incref, note } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { None } from "../none.ts";
import { intern, strFromJs } from "../str/str-object.ts";
import { isList } from "../list.ts";
import { isTuple } from "../tuple.ts";

/** data: the mapping. */
export function newDictProxy(vm: Vm, mapping: Value): Container {
  incref(mapping);
  const o = new Container(MappingProxyType, mapping, null);
  track(vm, o);
  return note(vm, o);
}

const forward = (name: string) => (vm: Vm, self: Container): Value => callMethod(vm, self.data, intern(vm, name), []);

export const MappingProxyType: TypeRec = defineType({
  name: "mappingproxy",
  doc: "Read-only proxy of a mapping.",
  signature: "(mapping)",
  flags: TPFLAGS_MAPPING,
  methods: {
    get: method("($self, key, default=None, /)", "Return the value for key if key is in the mapping, else default.", (vm: Vm, self: Container, key: Value, fallback?: Value) => callMethod(vm, self.data, intern(vm, "get"), [key, fallback ?? None])),
    keys: method("($self, /)", "D.keys() -> a set-like object providing a view on D's keys", forward("keys"), "no text signature"),
    values: method("($self, /)", "D.values() -> an object providing a view on D's values", forward("values"), "no text signature"),
    items: method("($self, /)", "D.items() -> a set-like object providing a view on D's items", forward("items"), "no text signature"),
    copy: method("($self, /)", "D.copy() -> a shallow copy of D", forward("copy"), "no text signature"),
    __reversed__: method("($self, /)", "D.__reversed__() -> reverse iterator", forward("__reversed__"), "no text signature"),
    __class_getitem__: classMethod("($type, object, /)", "mappingproxy objects are generic over two types, signifying (respectively) the types of their keys and values", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item), "no text signature"),
  },
  slots: {
    tp_new: (vm, _type, args: readonly Value[], kwnames: readonly PyStr[] | null) => {
      if (args.length !== 1) throw typeError(vm, `mappingproxy() ${args.length === 0 ? "missing required argument 'mapping' (pos 1)" : `takes at most 1 argument (${args.length} given)`}`);
      void kwnames;
      const mapping = args[0]!;
      if (typeOf(mapping).mp_subscript === undefined || isList(mapping) || isTuple(mapping)) throw typeError(vm, `mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
      return newDictProxy(vm, mapping);
    },
    tp_repr: (vm, self) => strFromJs(`mappingproxy(${reprText(vm, self.data)})`),
    tp_str: (vm, self) => str(vm, self.data),
    tp_hash: (vm, self) => hash(vm, self.data),
    tp_iter: (vm, self) => getIter(vm, self.data),
    tp_richcompare: (vm, left, right, op) => richCompare(vm, left.data, right, op),
    nb_or: (vm, left, right) => binaryOp(vm, unwrap(left), unwrap(right), 7),
    nb_inplace_or: (vm, left) => {
      throw typeError(vm, `'|=' is not supported by ${typeName(left)}; use '|' instead`);
    },
    mp_length: (vm, self) => length(vm, self.data),
    mp_subscript: (vm, self, key) => getItem(vm, self.data, key),
    sq_contains: (vm, self, key) => contains(vm, self.data, key),
    tp_traverse: (self, visit) => visit(self.data),
    tp_clear: (vm, self) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});

function unwrap(v: Value): Value {
  return typeof v !== "number" && v.type === MappingProxyType ? (v as Container).data : v;
}

