// dict_keys, dict_values, dict_items: live views with set operations. Mirrors the view half of Objects/dictobject.c. See docs/types.md.
import { EQ, richCompareBool } from "../../core/compare.ts";
import { reprText } from "../../core/convert.ts";
import { defineType, getset, method, type Slots, type TypeSpec } from "../../core/define.ts";
import { enterRepr, leaveRepr } from "../../core/identity.ts";
import { contains, forEach } from "../../core/iterate.ts";
import { length } from "../../core/number.ts";
import { Container, NULL, type PyDict, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import { track } from "../../memory/gc-list.ts";
import { closeScope, dropMaybe, hold, incref, note } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { newBool } from "../bool.ts";
import { differenceUpdate, intersection, isAnySet, newSetFrom, newSetOf, setAddItem, setLength, setUpdateFrom, symmetricDifferenceUpdate } from "../set/set-object.ts";
import { SetType } from "../set/set.ts";
import { NotImplemented } from "../singletons.ts";
import { newStr, strFromJs } from "../str/str-object.ts";
import { isTuple, newTuple } from "../tuple.ts";
import { dictGet, dictLength, tableOf } from "./dict-object.ts";
import {
  DictItemIteratorType,
  DictKeyIteratorType,
  DictReverseItemIteratorType,
  DictReverseKeyIteratorType,
  DictReverseValueIteratorType,
  DictValueIteratorType,
  newDictIterator,
} from "./iterators.ts";
import { newDictProxy } from "./mapping-proxy.ts";

/** A view of a dict; data is the dict, null once cleared. */
export function newView(vm: Vm, type: TypeRec, dict: PyDict): Container {
  incref(dict);
  const view = new Container(type, dict, null);
  track(vm, view);
  return note(vm, view);
}

const dictOf = (self: Container): PyDict => self.data as PyDict;

function viewLength(_vm: Vm, self: Container): number {
  return self.data === null ? 0 : dictLength(dictOf(self));
}

function view_repr(vm: Vm, self: Container): Value {
  if (enterRepr(vm, self)) return newStr("...");
  try {
    const parts: string[] = [];
    forEach(vm, self, (item) => void parts.push(reprText(vm, item)));
    return strFromJs(`${typeName(self)}([${parts.join(", ")}])`);
  } finally {
    leaveRepr(vm, self);
  }
}

/** odict_keys and odict_items are views too: their base says which. */
const isKeysView = (type: TypeRec): boolean => type === DictKeysType || type.base === DictKeysType;
const isSetView = (v: Value): v is Container => typeof v !== "number" && (isKeysView(v.type) || v.type === DictItemsType || v.type.base === DictItemsType);

function keys_contains(vm: Vm, self: Container, key: Value): boolean {
  return dictGet(vm, dictOf(self), key) !== undefined;
}

function items_contains(vm: Vm, self: Container, item: Value): boolean {
  if (!isTuple(item)) return false;
  const pair = item.data as Value[];
  if (pair.length !== 2) return false;
  const found = dictGet(vm, dictOf(self), pair[0]!);
  if (found === undefined) return false;
  const mark = vm.scopeCount;
  const equal = richCompareBool(vm, hold(vm, found), pair[1]!, EQ);
  closeScope(vm, mark);
  return equal;
}

const viewContains = (vm: Vm, self: Container, item: Value): boolean => (isKeysView(self.type) ? keys_contains(vm, self, item) : items_contains(vm, self, item));

/** Is every item of `part` in `whole`? */
function allIn(vm: Vm, part: Value, whole: Value): boolean {
  let all = true;
  forEach(vm, part, (item) => {
    all = contains(vm, whole, item);
    return !all;
  });
  return all;
}

function view_richcompare(vm: Vm, self: Container, other: Value, op: number): Value {
  if (!isAnySet(other) && !isSetView(other)) return NotImplemented;
  const mine = viewLength(vm, self);
  const theirs = length(vm, other);
  switch (op) {
    case 0: return newBool(mine < theirs && allIn(vm, self, other));
    case 1: return newBool(mine <= theirs && allIn(vm, self, other));
    case 2: return newBool(mine === theirs && allIn(vm, self, other));
    case 3: return newBool(!(mine === theirs && allIn(vm, self, other)));
    case 4: return newBool(mine > theirs && allIn(vm, other, self));
    default: return newBool(mine >= theirs && allIn(vm, other, self));
  }
}

const asSet = (vm: Vm, v: Value): Container => newSetFrom(vm, SetType, isSetView(v) && v.type === DictKeysType ? dictOf(v) : v);

function view_sub(vm: Vm, left: Value, right: Value): Value {
  const set = asSet(vm, left);
  differenceUpdate(vm, set, right);
  return set;
}

function view_or(vm: Vm, left: Value, right: Value): Value {
  const set = asSet(vm, left);
  setUpdateFrom(vm, set, right);
  return set;
}

function view_and(vm: Vm, left: Value, right: Value): Value {
  let [self, other] = isSetView(left) ? [left, right] : [right as Container, left];
  const size = viewLength(vm, self);
  if (typeof other !== "number" && other.type === SetType && size <= setLength(other as Container)) return intersection(vm, other as Container, self);
  if (isSetView(other) && viewLength(vm, other) > size) [self, other] = [other, self];
  const set = newSetOf(vm, SetType);
  forEach(vm, other, (item) => {
    if (viewContains(vm, self, item)) setAddItem(vm, set, item);
  });
  return set;
}

function view_xor(vm: Vm, left: Value, right: Value): Value {
  if (typeof left !== "number" && typeof right !== "number" && left.type === DictItemsType && right.type === DictItemsType) return items_xor(vm, left as Container, right as Container);
  const set = asSet(vm, left);
  symmetricDifferenceUpdate(vm, set, right);
  return set;
}

/** Adds the items of `from` that `other` has not. */
function addMissing(vm: Vm, set: Container, from: PyDict, other: PyDict): void {
  for (let i = 0; i < tableOf(from).entries.length; i += 2) {
    const key = tableOf(from).entries[i]!;
    if (key === NULL) continue;
    const mark = vm.scopeCount;
    const value = hold(vm, tableOf(from).entries[i + 1]!);
    const found = dictGet(vm, other, hold(vm, key));
    if (found === undefined || !richCompareBool(vm, value, hold(vm, found), EQ)) setAddItem(vm, set, newTuple(vm, [key, value]));
    closeScope(vm, mark);
  }
}

/** Items that only one of two dicts has. */
function items_xor(vm: Vm, left: Container, right: Container): Value {
  let a = dictOf(left);
  let b = dictOf(right);
  if (dictLength(a) > dictLength(b)) [a, b] = [b, a];
  const set = newSetOf(vm, SetType);
  addMissing(vm, set, b, a);
  addMissing(vm, set, a, b);
  return set;
}

function view_isdisjoint(vm: Vm, self: Container, object: Value): Value {
  if (object === self) return newBool(viewLength(vm, self) === 0);
  let [mine, other]: [Value, Value] = [self, object];
  if ((isAnySet(object) || isSetView(object)) && length(vm, object) > viewLength(vm, self)) [mine, other] = [object, self];
  let met = false;
  forEach(vm, other, (item) => (met = contains(vm, mine, item)));
  return newBool(!met);
}

function define(name: string, what: string, iterator: () => TypeRec, reversed: () => TypeRec, more: Slots, methods: NonNullable<TypeSpec["methods"]>): TypeRec {
  return defineType({
    name,
    flags: TPFLAGS_DISALLOW_INSTANTIATION,
    methods: {
      ...methods,
      __reversed__: method("($self, /)", `Return a reverse iterator over the dict ${what}.`, (vm: Vm, self: Container) => newDictIterator(vm, reversed(), dictOf(self))),
    },
    getset: { mapping: getset((vm, self: Container) => newDictProxy(vm, dictOf(self)), undefined, "dictionary that this view refers to") },
    slots: {
      ...more,
      tp_repr: view_repr,
      tp_iter: (vm, self: Container) => newDictIterator(vm, iterator(), dictOf(self)),
      sq_length: viewLength,
      tp_traverse: (self: Container, visit) => {
        if (self.data !== null) visit(dictOf(self));
      },
      tp_clear: (vm, self: Container) => {
        const dict = self.data as PyDict | null;
        self.data = null;
        dropMaybe(vm, dict);
      },
    },
  });
}

const setSlots: Slots = {
  tp_hash: null,
  tp_richcompare: view_richcompare,
  nb_subtract: view_sub,
  nb_and: view_and,
  nb_xor: view_xor,
  nb_or: view_or,
};

const setMethods = {
  isdisjoint: method("($self, object, /)", "Return True if the view and the given iterable have a null intersection.", view_isdisjoint),
};

export const DictKeysType = define("dict_keys", "keys", () => DictKeyIteratorType, () => DictReverseKeyIteratorType, { ...setSlots, sq_contains: keys_contains }, setMethods);
export const DictItemsType = define("dict_items", "items", () => DictItemIteratorType, () => DictReverseItemIteratorType, { ...setSlots, sq_contains: items_contains }, setMethods);
export const DictValuesType = define("dict_values", "values", () => DictValueIteratorType, () => DictReverseValueIteratorType, {}, {});
