// types.SimpleNamespace. Mirrors Objects/namespaceobject.c. See docs/types.md.
import { genericGetAttr, genericSetAttr, instanceDict } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { richCompare } from "../core/compare.ts";
import { reprText } from "../core/convert.ts";
import { defineType, member, method } from "../core/define.ts";
import { typeError } from "../core/errors.ts";
import { fullTypeName } from "../core/type-names.ts";
import { enterRepr, leaveRepr } from "../core/identity.ts";
import { type Container, type PyDict, type PyStr, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { type KeywordArgs, NativeDef } from "../core/signature.ts";
import { isSubtype, shortName, typeName } from "../core/type.ts";
import { closeScope, hold } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { DictType } from "./dict/dict.ts";
import { dictItems, dictSet, isExactDict } from "./dict/dict-object.ts";
import { newSubclassInstance } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { isStr, strFromJs, textOf } from "./str/str-object.ts";
import { emptyTuple, newTuple } from "./tuple.ts";

/** A namespace with these attributes, in the current scope. */
export function newNamespace(vm: Vm, attributes: Iterable<readonly [Value, Value]> = []): Container {
  const self = newSubclassInstance(vm, SimpleNamespaceType, null);
  const dict = instanceDict(vm, self);
  for (const [key, value] of attributes) dictSet(vm, dict, key, value);
  return self;
}

function update(vm: Vm, dict: PyDict, source: PyDict): void {
  for (const [key, value] of dictItems(source)) dictSet(vm, dict, key, value);
}

function namespace_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const nkw = kwnames?.length ?? 0;
  const npos = args.length - nkw;
  if (npos > 1) throw typeError(vm, `${shortName(self.type)} expected at most 1 argument, got ${npos}`);
  const dict = instanceDict(vm, self);
  if (npos === 1) {
    const given = args[0]!;
    const source = (isExactDict(given) ? given : call(vm, DictType.obj, [given])) as PyDict;
    for (const [key] of dictItems(source)) if (!isStr(key)) throw typeError(vm, "keywords must be strings");
    update(vm, dict, source);
  }
  for (let k = 0; k < nkw; k++) dictSet(vm, dict, kwnames![k]!, args[npos + k]!);
}

function namespace_repr(vm: Vm, self: Container): Value {
  const name = self.type === SimpleNamespaceType ? "namespace" : shortName(self.type);
  if (enterRepr(vm, self)) return strFromJs(`${name}(...)`);
  try {
    const parts: string[] = [];
    for (const [key, value] of dictItems(instanceDict(vm, self))) {
      if (!isStr(key) || textOf(key) === "") continue;
      const mark = vm.scopeCount;
      parts.push(`${textOf(key)}=${reprText(vm, hold(vm, value))}`);
      closeScope(vm, mark);
    }
    return strFromJs(`${name}(${parts.join(", ")})`);
  } finally {
    leaveRepr(vm, self);
  }
}

function namespace_replace(vm: Vm, self: Container, args: readonly Value[], changes?: KeywordArgs): Value {
  if (args.length > 0) throw typeError(vm, "__replace__() takes no positional arguments");
  const copy = call(vm, self.type.obj, []) as Container;
  if (!isNamespace(copy)) {
    const name = fullTypeName(self);
    throw typeError(vm, `expect types.SimpleNamespace type, but ${name}() returned '${typeName(copy)}' object`);
  }
  const dict = instanceDict(vm, copy);
  update(vm, dict, instanceDict(vm, self));
  changes?.names.forEach((name, i) => dictSet(vm, dict, name, changes.values[i]!));
  return copy;
}

const isNamespace = (v: Value): v is Container => typeof v !== "number" && isSubtype(v.type, SimpleNamespaceType);

export const SimpleNamespaceType: TypeRec = defineType({
  name: "types.SimpleNamespace",
  doc: "A simple attribute-based namespace.",
  signature: "(mapping_or_iterable=(), /, **kwargs)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  methods: {
    __reduce__: method("($self, /)", "Return state information for pickling", (vm: Vm, self: Container) => newTuple(vm, [self.type.obj, emptyTuple(), instanceDict(vm, self)])),
    __replace__: (name) => new NativeDef(name, "($self, /, *args, **changes)", "Return a copy of the namespace object with new values for the specified attributes.", namespace_replace, "method", false, "($self, /, **changes)"),
  },
  getset: { __dict__: member((vm, self) => instanceDict(vm, self)) },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, null),
    tp_init: namespace_init,
    tp_repr: namespace_repr,
    tp_hash: null,
    tp_richcompare: (vm, left, right, op) => {
      if (!isNamespace(left) || !isNamespace(right)) return NotImplemented;
      return richCompare(vm, instanceDict(vm, left), instanceDict(vm, right), op);
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});
