// callable_iterator: iter(callable, sentinel). Mirrors the second half of Objects/iterobject.c. See docs/types.md.
import { EQ, richCompareBool } from "../core/compare.ts";
import { call } from "../core/call.ts";
import { frameBuiltin } from "../core/dir.ts";
import { defineType, method } from "../core/define.ts";
import { dropError, matches } from "../core/errors.ts";
import { stopping } from "../core/stop-iteration.ts";
import { Container, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { drop, hold, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { emptyTuple, newTuple } from "./tuple.ts";

interface CallableIterator {
  callable: Value;
  sentinel: Value;
}

/** An iterator that calls until it gets `sentinel`; in the current scope. */
export function newCallableIterator(vm: Vm, callable: Value, sentinel: Value): Container {
  incref(callable);
  incref(sentinel);
  const it = new Container(CallableIteratorType, { callable, sentinel } satisfies CallableIterator, null);
  track(vm, it);
  return note(vm, it);
}

function exhaust(vm: Vm, self: Container): void {
  const state = self.data as CallableIterator | null;
  if (state === null) return;
  self.data = null;
  drop(vm, state.callable);
  drop(vm, state.sentinel);
}

function next(vm: Vm, self: Container): Value | undefined {
  const state = self.data as CallableIterator | null;
  if (state === null) return undefined;
  const callable = hold(vm, state.callable);
  const sentinel = hold(vm, state.sentinel);
  let value: Value;
  try {
    value = call(vm, callable, []);
  } catch (error) {
    if (!matches(error, exc.StopIterationType)) throw error;
    dropError(vm, error);
    exhaust(vm, self);
    return undefined;
  }
  if (self.data === null) return undefined;
  if (!richCompareBool(vm, sentinel, value, EQ)) return value;
  exhaust(vm, self);
  return undefined;
}

export const CallableIteratorType: TypeRec = defineType({
  name: "callable_iterator",
  methods: {
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => {
      // Looking the builtin up may run code that exhausts the iterator.
      const iter = frameBuiltin(vm, "iter");
      const state = self.data as CallableIterator | null;
      return newTuple(vm, state === null ? [iter, newTuple(vm, [emptyTuple()])] : [iter, newTuple(vm, [state.callable, state.sentinel])]);
    }),
  },
  slots: {
    tp_iter: (_vm, self) => self as Value,
    tp_iternext: stopping(next),
    tp_traverse: (self: Container, visit) => {
      const state = self.data as CallableIterator | null;
      if (state === null) return;
      visit(state.callable);
      visit(state.sentinel);
    },
    tp_clear: exhaust,
  },
});
