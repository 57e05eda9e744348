// list_reverseiterator: what reversed(list) answers. Mirrors its part of Objects/listobject.c. See docs/types.md.
import { frameBuiltin } from "../core/dir.ts";
import { asSsizeOfInt } from "../core/convert.ts";
import { defineType, method } from "../core/define.ts";
import { Container, type PyList, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import type { IndexIterator } from "./iterators.ts";
import { newList } from "./list.ts";
import { newTuple } from "./tuple.ts";

/** An iterator from the last item to the first. */
export function newListReverseIterator(vm: Vm, list: PyList): Container {
  incref(list);
  const it = new Container(ListReverseIteratorType, { index: (list.data as Value[]).length - 1, source: list } satisfies IndexIterator, null);
  track(vm, it);
  return note(vm, it);
}

const itemsOf = (state: IndexIterator): Value[] => (state.source as Container).data as Value[];

function exhaust(vm: Vm, state: IndexIterator): void {
  const { source } = state;
  state.source = null;
  state.index = -1;
  if (source !== null) drop(vm, source);
}

function next(vm: Vm, self: Container): Value | undefined {
  const state = self.data as IndexIterator;
  if (state.source === null) return undefined;
  const items = itemsOf(state);
  if (state.index >= 0 && state.index < items.length) return items[state.index--]!;
  exhaust(vm, state);
  return undefined;
}

export const ListReverseIteratorType: TypeRec = defineType({
  name: "list_reverseiterator",
  methods: {
    __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", (_vm: Vm, self: Container) => {
      const state = self.data as IndexIterator;
      if (state.source === null || itemsOf(state).length < state.index + 1) return 0;
      return state.index + 1;
    }),
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => {
      const state = self.data as IndexIterator;
      const reversed = frameBuiltin(vm, "reversed");
      if (state.source === null || state.index < 0) return newTuple(vm, [reversed, newTuple(vm, [newList(vm, [])])]);
      return newTuple(vm, [reversed, newTuple(vm, [state.source]), state.index]);
    }),
    __setstate__: method("($self, object, /)", "Set state information for unpickling.", (vm: Vm, self: Container, value: Value) => {
      const index = asSsizeOfInt(vm, value);
      const state = self.data as IndexIterator;
      if (state.source !== null) state.index = Math.max(-1, Math.min(index, itemsOf(state).length - 1));
    }),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: next,
    tp_traverse: (self: Container, visit) => {
      const { source } = self.data as IndexIterator;
      if (source !== null) visit(source);
    },
    tp_clear: (vm, self: Container) => exhaust(vm, self.data as IndexIterator),
  },
});
