// set_iterator. Mirrors the iterator of Objects/setobject.c. See docs/types.md.
import { defineType, method } from "../../core/define.ts";
import { newError } from "../../core/errors.ts";
import { Container, NULL, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../../core/object.ts";
import { track } from "../../memory/gc-list.ts";
import { drop, incref, note } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { frameBuiltin } from "../../core/dir.ts";
import * as exc from "../exceptions.ts";
import { newList } from "../list.ts";
import { newTuple } from "../tuple.ts";
import type { SetTable } from "./table.ts";

interface SetIterator {
  /** Null once exhausted. */
  set: Container | null;
  /** Length of the set that the iterator expects; -1 after the complaint that it changed. */
  used: number;
  slot: number;
  left: number;
}

/** iter(set). */
export function newSetIterator(vm: Vm, set: Container): Container {
  incref(set);
  const { used } = set.data as SetTable;
  const it = new Container(SetIteratorType, { set, used, slot: 0, left: used } satisfies SetIterator, null);
  track(vm, it);
  return note(vm, it);
}

function exhaust(vm: Vm, state: SetIterator): void {
  const set = state.set;
  state.set = null;
  if (set !== null) drop(vm, set);
}

function setiter_next(vm: Vm, self: Container): Value | undefined {
  const state = self.data as SetIterator;
  if (state.set === null) return undefined;
  const table = state.set.data as SetTable;
  if (state.used !== table.used) {
    state.used = -1;
    throw newError(vm, exc.RuntimeErrorType, "Set changed size during iteration");
  }
  const { keys } = table;
  for (let slot = state.slot; slot < keys.length; slot++) {
    const key = keys[slot];
    if (key === undefined || key === NULL) continue;
    state.slot = slot + 1;
    state.left--;
    return key;
  }
  exhaust(vm, state);
  return undefined;
}

export const SetIteratorType: TypeRec = defineType({
  name: "set_iterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", (_vm: Vm, self: Container) => {
      const state = self.data as SetIterator;
      return state.set !== null && state.used === (state.set.data as SetTable).used ? state.left : 0;
    }),
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => {
      const state = self.data as SetIterator;
      const items: Value[] = [];
      if (state.set !== null) {
        const table = state.set.data as SetTable;
        if (state.used !== table.used) throw newError(vm, exc.RuntimeErrorType, "Set changed size during iteration");
        for (let slot = state.slot; slot < table.keys.length; slot++) {
          const key = table.keys[slot];
          if (key !== undefined && key !== NULL) items.push(key);
        }
      }
      return newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [newList(vm, items)])]);
    }),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: setiter_next,
    tp_traverse: (self: Container, visit) => {
      const { set } = self.data as SetIterator;
      if (set !== null) visit(set);
    },
    tp_clear: (vm, self: Container) => exhaust(vm, self.data as SetIterator),
  },
});
