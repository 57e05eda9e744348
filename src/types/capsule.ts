// PyCapsule: what an extension module hands to others through an attribute. Native modules import each other here, so a capsule has no address: it has the objects that its
// C interface is about. Mirrors Objects/capsule.c. See docs/types.md.
import { defineType } from "../core/define.ts";
import { addressText } from "../core/identity.ts";
import { Container, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { dropAll, note, ownAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { strFromJs } from "./str/str-object.ts";

interface Capsule {
  readonly name: string;
  /** Owned; those of a capsule that the collector does not see are known to live for ever. */
  held: Value[];
}

/** A capsule of this name. With `held`, objects that it keeps alive, it is one that the collector sees. */
export function newCapsule(vm: Vm, name: string, held: readonly Value[] = []): Container {
  const owned = held.slice();
  ownAll(owned);
  const made = new Container(CapsuleType, { name, held: owned } satisfies Capsule, null);
  if (owned.length > 0) track(vm, made);
  return note(vm, made);
}

export const CapsuleType: TypeRec = defineType({
  name: "PyCapsule",
  doc: "Capsule objects let you wrap a C \"void *\" pointer in a Python\nobject.  They're a way of passing data through the Python interpreter\nwithout creating your own custom type.\n\nCapsules are used for communication between extension modules.\nThey provide a way for an extension module to export a C interface\nto other extension modules, so that extension modules can use the\nPython import mechanism to link to one another.\n",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_repr: (vm, self: Container) => strFromJs(`<capsule object "${(self.data as Capsule).name}" at ${addressText(vm, self)}>`),
    tp_traverse: (self: Container, visit) => {
      for (const v of (self.data as Capsule).held) visit(v);
    },
    tp_clear: (vm, self: Container) => {
      const capsule = self.data as Capsule;
      const { held } = capsule;
      capsule.held = [];
      dropAll(vm, held);
    },
  },
});
