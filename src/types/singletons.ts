// NotImplemented and Ellipsis. See docs/types.md.
import { typeError } from "../core/errors.ts";
import { defineType, method } from "../core/define.ts";
import { IMMORTAL, Leaf, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { newStr } from "./str/str-object.ts";

function noArguments(vm: Vm, name: string, args: readonly Value[]): void {
  if (args.length > 0) throw typeError(vm, `${name} takes no arguments`);
}

export const NotImplementedTypeRec = defineType({
  name: "NotImplementedType",
  doc: "The type of the NotImplemented singleton.",
  signature: "()",
  leaf: true,
  methods: { __reduce__: method("($self, /)", null, () => newStr("NotImplemented"), "no text signature") },
  slots: {
    tp_repr: () => newStr("NotImplemented"),
    tp_new: (vm, _type, args) => {
      noArguments(vm, "NotImplementedType", args);
      return NotImplemented;
    },
    nb_bool: (vm) => {
      throw typeError(vm, "NotImplemented should not be used in a boolean context");
    },
  },
});
export const NotImplemented = new Leaf(NotImplementedTypeRec, null, null);
NotImplemented.rc = IMMORTAL;

export const EllipsisType = defineType({
  name: "ellipsis",
  doc: "The type of the Ellipsis singleton.",
  signature: "()",
  leaf: true,
  methods: { __reduce__: method("($self, /)", null, () => newStr("Ellipsis"), "no text signature") },
  slots: {
    tp_repr: () => newStr("Ellipsis"),
    tp_new: (vm, _type, args) => {
      noArguments(vm, "EllipsisType", args);
      return Ellipsis;
    },
  },
});
export const Ellipsis = new Leaf(EllipsisType, null, null);
Ellipsis.rc = IMMORTAL;
