// bool: two Leafs of a subtype of int; data is 0 or 1. Mirrors Objects/boolobject.c. See docs/types.md.
import { warn } from "../core/warn.ts";
import { truth } from "../core/number.ts";
import { typeError } from "../core/errors.ts";
import { defineType } from "../core/define.ts";
import { IMMORTAL, K_INT, Leaf, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { IntType } from "./int/int.ts";
import { newStr } from "./str/str-object.ts";

function logical(intSlot: "nb_and" | "nb_or" | "nb_xor", combine: (a: boolean, b: boolean) => boolean) {
  return (vm: Vm, left: Value, right: Value): Value => {
    if (isExactTrueOrFalse(left) && isExactTrueOrFalse(right)) return combine(left === True, right === True) ? True : False;
    return IntType[intSlot]!(vm, left, right);
  };
}

export const BoolType = defineType({
  name: "bool",
  doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
  signature: "(object=False, /)",
  base: () => IntType,
  kind: K_INT,
  leaf: true,
  slots: {
    tp_repr: (_vm, self) => newStr(self === True ? "True" : "False"),
    tp_new: (vm, _type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "bool() takes no keyword arguments");
      if (args.length > 1) throw typeError(vm, `bool expected at most 1 argument, got ${args.length}`);
      return args.length > 0 && truth(vm, args[0]!) ? True : False;
    },
    nb_and: logical("nb_and", (a, b) => a && b),
    nb_or: logical("nb_or", (a, b) => a || b),
    nb_xor: logical("nb_xor", (a, b) => a !== b),
    nb_invert: (vm, self) => {
      warn(vm, 
        "DeprecationWarning",
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
      );
      return self === True ? -2 : -1;
    },
  },
});

export const False = new Leaf(BoolType, 0, null);
export const True = new Leaf(BoolType, 1, null);
False.rc = IMMORTAL;
True.rc = IMMORTAL;

export function isExactTrueOrFalse(v: Value): boolean {
  return v === True || v === False;
}

export function newBool(value: boolean): Leaf {
  return value ? True : False;
}
