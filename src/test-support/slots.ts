// Types that have a slot which no Python class has by itself. Mirrors awaitType of Modules/_testcapimodule.c. See docs/test-support.md.
import { type Container, defineType, newRef, newSubclassInstance, type TypeRec, type Value, dropMaybe, typeError } from "../core/api.ts";

/** `await` gives what it was made of. */
const AwaitType: TypeRec = defineType({
  name: "awaitType",
  doc: "C level type with tp_as_async",
  slots: {
    tp_new: (vm, type, args) => {
      if (args.length !== 1) throw typeError(vm, `function takes exactly 1 argument (${args.length} given)`);
      const made = newSubclassInstance(vm, type, null);
      made.data = newRef(args[0]!);
      return made;
    },
    tp_traverse: (self, visit) => {
      if (self.data !== null) visit(self.data as Value);
    },
    tp_clear: (vm, self) => {
      const held = self.data as Value | null;
      self.data = null;
      dropMaybe(vm, held);
    },
    am_await: (_vm, self) => (self as Container).data as Value,
  },
});

export const slotTypes = { awaitType: AwaitType };
