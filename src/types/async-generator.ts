// The awaitables of asynchronous generators. Mirrors the second half of Objects/genobject.c. See docs/types.md.
import { defineType } from "../core/define.ts";
import { Leaf, type TypeRec, type Value } from "../core/object.ts";
import { incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";

/** What an async generator's `yield` hands to its driver. data: the value. */
export const AsyncGenWrappedValueType: TypeRec = defineType({ name: "async_generator_wrapped_value", leaf: true });

export function newAsyncGenWrapped(_vm: Vm, v: Value): Leaf {
  incref(v);
  return new Leaf(AsyncGenWrappedValueType, v, null);
}
