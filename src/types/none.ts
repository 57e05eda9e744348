// None. See docs/types.md.
import { typeError } from "../core/errors.ts";
import { defineType } from "../core/define.ts";
import { NotImplemented } from "./singletons.ts";
import { IMMORTAL, K_NONE, Leaf } from "../core/object.ts";
import { False, True } from "./bool.ts";
import { newStr } from "./str/str-object.ts";

export const NoneType = defineType({
  name: "NoneType",
  doc: "The type of the None singleton.",
  signature: "()",
  kind: K_NONE,
  leaf: true,
  slots: {
    tp_repr: () => newStr("None"),
    tp_hash: () => 0xfca86420,
    nb_bool: () => false,
    tp_new: (vm, _type, args) => {
      if (args.length > 0) throw typeError(vm, "NoneType takes no arguments");
      return None;
    },
    tp_richcompare: (_vm, left, right, op) => {
      if (left !== right || (op !== 2 && op !== 3)) return NotImplemented;
      return op === 2 ? True : False;
    },
  },
});

export const None = new Leaf(NoneType, null, null);
None.rc = IMMORTAL;
