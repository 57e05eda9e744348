// Iterators over dicts, both ways. Mirrors the iterator half of Objects/dictobject.c. See docs/types.md.
import { frameBuiltin } from "../../core/dir.ts";
import { defineType, method } from "../../core/define.ts";
import { newError } from "../../core/errors.ts";
import { Container, NULL, type PyDict, type PyTuple, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../../core/object.ts";
import { track } from "../../memory/gc-list.ts";
import { drop, incref, note } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import * as exc from "../exceptions.ts";
import { newList } from "../list.ts";
import { newTuple, nonesTuple, recycleTuple } from "../tuple.ts";
import { tableOf } from "./dict-object.ts";
import type { DictTable } from "./table.ts";

interface DictIterator {
  /** Items: the pair given out last, filled again when nobody else has it. */
  result: PyTuple | null;
  /** Null once exhausted. */
  dict: PyDict | null;
  /** Length that the dict must have; -1 after the complaint that it changed. */
  used: number;
  /** Index into the entries array of the next key. */
  position: number;
  left: number;
}

const KEYS = 0;
const VALUES = 1;
const ITEMS = 2;

/** iter() of a dict or a view; the type says what it yields. */
export function newDictIterator(vm: Vm, type: TypeRec, dict: PyDict): Container {
  const table = tableOf(dict);
  const position = isReverse(type) ? table.entries.length - 2 : 0;
  const result = isItems(type) ? nonesTuple(vm, 2) : null;
  incref(dict);
  const it = new Container(type, { result, dict, used: table.used, position, left: table.used } satisfies DictIterator, null);
  track(vm, it);
  return note(vm, it);
}

const isItems = (type: TypeRec): boolean => type === DictItemIteratorType || type === DictReverseItemIteratorType;
const isReverse = (type: TypeRec): boolean => type === DictReverseKeyIteratorType || type === DictReverseValueIteratorType || type === DictReverseItemIteratorType;

function exhaust(vm: Vm, state: DictIterator): void {
  const { dict } = state;
  state.dict = null;
  if (dict !== null) drop(vm, dict);
}

function answer(vm: Vm, state: DictIterator, table: DictTable, at: number, what: number): Value {
  const { entries } = table;
  return what === KEYS ? entries[at]! : what === VALUES ? entries[at + 1]! : state.result === null ? newTuple(vm, [entries[at]!, entries[at + 1]!]) : recycleTuple(vm, state.result, [entries[at]!, entries[at + 1]!]);
}

function checkSize(vm: Vm, state: DictIterator, table: DictTable): void {
  if (state.used === table.used) return;
  state.used = -1;
  throw newError(vm, exc.RuntimeErrorType, "dictionary changed size during iteration");
}

function forward(what: number) {
  return (vm: Vm, self: Container): Value | undefined => {
    const state = self.data as DictIterator;
    if (state.dict === null) return undefined;
    const table = tableOf(state.dict);
    if (state.used !== table.used) checkSize(vm, state, table);
    const { entries } = table;
    let at = state.position;
    while (at < entries.length && entries[at] === NULL) at += 2;
    if (at >= entries.length) {
      exhaust(vm, state);
      return undefined;
    }
    if (state.left === 0) {
      exhaust(vm, state);
      throw newError(vm, exc.RuntimeErrorType, "dictionary keys changed during iteration");
    }
    state.position = at + 2;
    state.left--;
    return answer(vm, state, table, at, what);
  };
}

function backward(what: number) {
  return (vm: Vm, self: Container): Value | undefined => {
    const state = self.data as DictIterator;
    if (state.dict === null) return undefined;
    const table = tableOf(state.dict);
    checkSize(vm, state, table);
    const { entries } = table;
    let at = state.position;
    if (at > entries.length - 2) at = -1;
    while (at >= 0 && entries[at] === NULL) at -= 2;
    if (at < 0) {
      exhaust(vm, state);
      return undefined;
    }
    if (state.left === 0) {
      exhaust(vm, state);
      throw newError(vm, exc.RuntimeErrorType, "dictionary keys changed during iteration");
    }
    state.position = at - 2;
    state.left--;
    return answer(vm, state, table, at, what);
  };
}

function lengthHint(_vm: Vm, self: Container): Value {
  const state = self.data as DictIterator;
  return state.dict !== null && state.used === tableOf(state.dict).used ? state.left : 0;
}

/** Pickled as iter(list of what is left); the iterator itself stays where it is. */
function reduce(vm: Vm, self: Container): Value {
  const state = self.data as DictIterator;
  const saved = { ...state };
  if (state.dict !== null) incref(state.dict);
  const rest: Value[] = [];
  try {
    for (let item = self.type.tp_iternext!(vm, self); item !== undefined; item = self.type.tp_iternext!(vm, self)) rest.push(item);
    return newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [newList(vm, rest)])]);
  } finally {
    if (saved.dict !== null) {
      const keeps = state.dict !== null;
      Object.assign(state, saved);
      if (keeps) drop(vm, saved.dict);
    }
  }
}

function define(name: string, next: (vm: Vm, self: Container) => Value | undefined): TypeRec {
  return defineType({
    name,
    flags: TPFLAGS_DISALLOW_INSTANTIATION,
    methods: {
      __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", lengthHint),
      __reduce__: method("($self, /)", "Return state information for pickling.", reduce),
    },
    slots: {
      tp_iter: (_vm, self) => self,
      tp_iternext: next,
      tp_traverse: (self: Container, visit) => {
        const { dict, result } = self.data as DictIterator;
        if (dict !== null) visit(dict);
        if (result !== null) visit(result);
      },
      tp_clear: (vm, self: Container) => {
        const state = self.data as DictIterator;
        exhaust(vm, state);
        const { result } = state;
        state.result = null;
        if (result !== null) drop(vm, result);
      },
    },
  });
}

export const DictKeyIteratorType = define("dict_keyiterator", forward(KEYS));
export const DictValueIteratorType = define("dict_valueiterator", forward(VALUES));
export const DictItemIteratorType = define("dict_itemiterator", forward(ITEMS));
export const DictReverseKeyIteratorType = define("dict_reversekeyiterator", backward(KEYS));
export const DictReverseValueIteratorType = define("dict_reversevalueiterator", backward(VALUES));
export const DictReverseItemIteratorType = define("dict_reverseitemiterator", backward(ITEMS));
