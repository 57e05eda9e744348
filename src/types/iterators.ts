// Iterators over sequences: list, tuple, range and the __getitem__ protocol. Mirrors Objects/{list,tuple,range,iter}object.c. See docs/types.md.
import { newStr } from "./str/str-object.ts";
import { frameBuiltin } from "../core/dir.ts";
import { asSsizeOfInt } from "../core/convert.ts";
import { defineType, method } from "../core/define.ts";
import { dropError, matches } from "../core/errors.ts";
import { getItem } from "../core/number.ts";
import { Container, K_LIST_ITERATOR, K_TUPLE_ITERATOR, type TypeRec, type Value } from "../core/object.ts";
import { typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { newInt } from "./int/int-object.ts";
import { newList } from "./list.ts";
import { newTuple } from "./tuple.ts";
import { NotImplemented } from "./singletons.ts";

/** Payload of the iterators here: the position and the sequence, null once exhausted. */
export interface IndexIterator {
  index: number;
  source: Value | null;
}

/** An iterator of this type over `source`, which it owns. */
export function newIndexIterator(vm: Vm, type: TypeRec, source: Value): Container {
  incref(source);
  const it = new Container(type, { index: 0, source } satisfies IndexIterator, null);
  track(vm, it);
  return note(vm, it);
}

export function newSequenceIterator(vm: Vm, source: Value): Container {
  return newIndexIterator(vm, SequenceIteratorType, source);
}

function exhaust(vm: Vm, state: IndexIterator): void {
  const source = state.source;
  state.source = null;
  if (source !== null) drop(vm, source);
}

function nextOfArray(vm: Vm, self: Container): Value | undefined {
  const state = self.data as IndexIterator;
  if (state.source === null) return undefined;
  const items = (state.source as Container).data as Value[];
  if (state.index < items.length) return items[state.index++]!;
  exhaust(vm, state);
  return undefined;
}

function lengthHint(vm: Vm, self: Container): Value {
  const state = self.data as IndexIterator;
  if (state.source === null) return 0;
  const type = typeOf(state.source);
  const length = type.sq_length ?? type.mp_length;
  if (length === undefined) return NotImplemented;
  return Math.max(0, length(vm, state.source) - state.index);
}

function reduce(vm: Vm, self: Container): Value {
  const state = self.data as IndexIterator;
  const iter = frameBuiltin(vm, "iter");
  if (state.source === null) {
    const text = self.type.name === "str_iterator" || self.type.name === "str_ascii_iterator";
    const empty = text ? newStr("") : self.type === TupleIteratorType || self.type === SequenceIteratorType ? newTuple(vm, []) : newList(vm, []);
    return newTuple(vm, [iter, newTuple(vm, [empty])]);
  }
  return newTuple(vm, [iter, newTuple(vm, [state.source]), newInt(state.index)]);
}

function setState(vm: Vm, self: Container, state: Value): void {
  const index = asSsizeOfInt(vm, state);
  const data = self.data as IndexIterator;
  if (data.source === null) return;
  const length = typeOf(data.source).sq_length;
  data.index = Math.max(0, length === undefined ? index : Math.min(index, length(vm, data.source)));
}

export const indexIteratorMethods = {
  __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", lengthHint),
  __reduce__: method("($self, /)", "Return state information for pickling.", reduce),
  __setstate__: method("($self, object, /)", "Set state information for unpickling.", setState),
};

export const indexIteratorSlots = {
  tp_iter: (_vm: Vm, self: Value): Value => self,
  tp_traverse: (self: Container, visit: (v: Value) => void): void => {
    const source = (self.data as IndexIterator).source;
    if (source !== null) visit(source);
  },
  tp_clear: (vm: Vm, self: Container): void => exhaust(vm, self.data as IndexIterator),
};

export const ListIteratorType = defineType({ name: "list_iterator", kind: K_LIST_ITERATOR, methods: indexIteratorMethods, slots: { ...indexIteratorSlots, tp_iternext: nextOfArray } });
export const TupleIteratorType = defineType({ name: "tuple_iterator", kind: K_TUPLE_ITERATOR, methods: indexIteratorMethods, slots: { ...indexIteratorSlots, tp_iternext: nextOfArray } });

/** iter(object with __getitem__). */
export const SequenceIteratorType = defineType({
  name: "iterator",
  methods: indexIteratorMethods,
  slots: {
    ...indexIteratorSlots,
    tp_iternext: (vm, self: Container) => {
      const state = self.data as IndexIterator;
      if (state.source === null) return undefined;
      // A native type's length tells the end without an exception.
      const { sq_length, sq_item, spec } = typeOf(state.source);
      if (spec !== null && sq_length !== undefined && state.index >= sq_length(vm, state.source)) {
        exhaust(vm, state);
        return undefined;
      }
      try {
        const item = sq_item === undefined ? getItem(vm, state.source, state.index) : sq_item(vm, state.source, state.index);
        state.index++;
        return item;
      } catch (error) {
        if (!matches(error, exc.IndexErrorType) && !matches(error, exc.StopIterationType)) throw error;
        dropError(vm, error);
        exhaust(vm, state);
        return undefined;
      }
    },
  },
});
