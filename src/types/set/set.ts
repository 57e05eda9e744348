// set and frozenset: types, methods and operators. Mirrors Objects/setobject.c. See docs/types.md.
import { callMethod } from "../../core/call.ts";
import { reprText } from "../../core/convert.ts";
import { classMethod, defineType, method } from "../../core/define.ts";
import { dropError, keyError, matches, newError, typeError } from "../../core/errors.ts";
import { enterRepr, leaveRepr } from "../../core/identity.ts";
import { type Container, K_SET, NULL, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, type TypeRec, type Value } from "../../core/object.ts";
import { shortName } from "../../core/type.ts";
import { noteOwned } from "../../memory/ref.ts";
import { sizeOf } from "../../memory/sizes.ts";
import type { Vm } from "../../vm/vm.ts";
import { False, True } from "../bool.ts";
import * as exc from "../exceptions.ts";
import { newGenericAlias } from "../generic-alias.ts";
import { newList } from "../list.ts";
import { NotImplemented } from "../singletons.ts";
import { intern, newStr, strFromJs } from "../str/str-object.ts";
import { newTuple } from "../tuple.ts";
import { newSetIterator } from "./iterator.ts";
import {
  copySet,
  difference,
  differenceOfAll,
  differenceUpdate,
  findFrozen,
  hashOfSet,
  intersection,
  intersectionOfAll,
  isAnySet,
  isDisjoint,
  isSet,
  isSubset,
  isSuperset,
  newSetFrom,
  newSetOf,
  removeSlot,
  setAddItem,
  setClear,
  setContains,
  setDiscardItem,
  setItems,
  setLength,
  setPopItem,
  setUpdateFrom,
  swapBodies,
  symmetricDifference,
  symmetricDifferenceUpdate,
  tableOf,
} from "./set-object.ts";

type Kw = readonly PyStr[] | null;

function checkArity(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: Kw): Value | undefined {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(vm, `${shortName(type)} expected at most 1 argument, got ${npos}`);
  return npos === 0 ? undefined : args[0];
}

function set_init(vm: Vm, self: Container, args: readonly Value[], kwnames: Kw): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "set() takes no keyword arguments");
  const iterable = checkArity(vm, self.type, args, kwnames);
  setClear(vm, self);
  if (iterable !== undefined) setUpdateFrom(vm, self, iterable);
}

function frozenset_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: Kw): Value {
  if (kwnames !== null && kwnames.length > 0 && (type === FrozenSetType || type.tp_init === FrozenSetType.tp_init)) {
    throw typeError(vm, "frozenset() takes no keyword arguments");
  }
  const iterable = checkArity(vm, type, args, kwnames);
  if (type === FrozenSetType && iterable !== undefined && typeof iterable !== "number" && iterable.type === FrozenSetType) return iterable;
  return newSetFrom(vm, type, iterable);
}

function set_repr(vm: Vm, self: Container): Value {
  const name = shortName(self.type);
  if (enterRepr(vm, self)) return newStr(`${name}(...)`);
  try {
    if (setLength(self) === 0) return newStr(`${name}()`);
    const list = newList(vm, setItems(self));
    const inner = reprText(vm, list).slice(1, -1);
    return strFromJs(self.type === SetType ? `{${inner}}` : `${name}({${inner}})`);
  } finally {
    leaveRepr(vm, self);
  }
}

function set_richcompare(vm: Vm, left: Container, right: Value, op: number): Value {
  if (!isAnySet(right)) return NotImplemented;
  const a = setLength(left);
  const b = setLength(right);
  let answer: boolean;
  switch (op) {
    case 0:
      answer = a < b && isSubset(vm, left, right);
      break;
    case 1:
      answer = isSubset(vm, left, right);
      break;
    case 4:
      answer = a > b && isSubset(vm, right, left);
      break;
    case 5:
      answer = isSubset(vm, right, left);
      break;
    default: {
      const x = tableOf(left).hash;
      const y = tableOf(right).hash;
      const equal = a === b && (x === undefined || y === undefined || x === y) && isSubset(vm, left, right);
      answer = equal === (op === 2);
    }
  }
  return answer ? True : False;
}

/** Runs an operation that needs the key's hash; a set, which has none, is looked up as a frozenset. */
function withFrozen<T>(vm: Vm, self: Container, key: Value, plain: () => T, frozen: (slot: number) => T): T {
  try {
    return plain();
  } catch (error) {
    if (!isSet(key) || !matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    return frozen(findFrozen(vm, self, key));
  }
}

function set_contains(vm: Vm, self: Container, key: Value): boolean {
  return withFrozen(vm, self, key, () => setContains(vm, self, key), (slot) => slot >= 0);
}

function discard(vm: Vm, self: Container, key: Value): boolean {
  return withFrozen(vm, self, key, () => setDiscardItem(vm, self, key), (slot) => {
    if (slot >= 0) removeSlot(vm, self, slot);
    return slot >= 0;
  });
}

function set_pop(vm: Vm, self: Container): Value {
  const item = setPopItem(self);
  if (item === undefined) throw newError(vm, exc.KeyErrorType, "pop from an empty set");
  return noteOwned(vm, item);
}

function set_union(vm: Vm, self: Container, others: readonly Value[]): Value {
  const result = copySet(vm, self);
  for (const other of others) if (other !== self) setUpdateFrom(vm, result, other);
  return result;
}

function set_reduce(vm: Vm, self: Container): Value {
  const state = callMethod(vm, self, intern(vm, "__getstate__"), []);
  return newTuple(vm, [self.type.obj, newTuple(vm, [newList(vm, setItems(self))]), state]);
}

type Operation = (vm: Vm, self: Container, other: Value) => Value;

/** A binary operator: both operands must be sets. */
function operator(operation: Operation) {
  return (vm: Vm, left: Value, right: Value): Value => (isAnySet(left) && isAnySet(right) ? operation(vm, left, right) : NotImplemented);
}

function inplace(update: (vm: Vm, self: Container, other: Value) => void) {
  return (vm: Vm, left: Container, right: Value): Value => {
    if (!isAnySet(right)) return NotImplemented;
    update(vm, left, right);
    return left;
  };
}

const boolMethod = (test: (vm: Vm, self: Container, other: Value) => boolean) => (vm: Vm, self: Container, other: Value): Value => (test(vm, self, other) ? True : False);

/** Methods of both types. */
const common = {
  __contains__: method("($self, object, /)", "x.__contains__(y) <==> y in x.", boolMethod(set_contains)),
  difference: method("($self, /, *others)", "Return a new set with elements in the set that are not in the others.", differenceOfAll),
  intersection: method("($self, /, *others)", "Return a new set with elements common to the set and all others.", intersectionOfAll),
  isdisjoint: method("($self, other, /)", "Return True if two sets have a null intersection.", boolMethod(isDisjoint)),
  issubset: method("($self, other, /)", "Report whether another set contains this set.", boolMethod(isSubset)),
  issuperset: method("($self, other, /)", "Report whether this set contains another set.", boolMethod(isSuperset)),
  __reduce__: method("($self, /)", "Return state information for pickling.", set_reduce),
  __sizeof__: method("($self, /)", "S.__sizeof__() -> size of S in memory, in bytes.", (vm: Vm, self: Container) => sizeOf(vm, self)),
  symmetric_difference: method("($self, other, /)", "Return a new set with elements in either the set or other but not both.", symmetricDifference),
  union: method("($self, /, *others)", "Return a new set with elements from the set and all others.", set_union),
};

const commonSlots = {
  tp_repr: set_repr,
  tp_richcompare: set_richcompare,
  tp_iter: newSetIterator,
  tp_traverse: (self: Container, visit: (v: Value) => void): void => {
    const { keys } = tableOf(self);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key !== undefined && key !== NULL) visit(key);
    }
  },
  tp_clear: setClear,
  sq_length: (_vm: Vm, self: Container): number => setLength(self),
  sq_contains: set_contains,
  nb_subtract: operator(difference),
  nb_and: operator(intersection),
  nb_xor: operator(symmetricDifference),
  nb_or: operator((vm, self, other) => set_union(vm, self, [other])),
};

export const SetType: TypeRec = defineType({
  name: "set",
  doc: "Build an unordered collection of unique elements.",
  signature: "(iterable=(), /)",
  kind: K_SET,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
  hasWeakrefs: true,
  methods: {
    __contains__: common.__contains__,
    add: method("($self, object, /)", "Add an element to a set.\n\nThis has no effect if the element is already present.", setAddItem),
    clear: method("($self, /)", "Remove all elements from this set.", setClear),
    copy: method("($self, /)", "Return a shallow copy of a set.", copySet),
    discard: method("($self, object, /)", "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.", (vm: Vm, self: Container, key: Value) => {
      discard(vm, self, key);
    }),
    difference: common.difference,
    difference_update: method("($self, /, *others)", "Update the set, removing elements found in others.", (vm: Vm, self: Container, others: readonly Value[]) => {
      for (const other of others) differenceUpdate(vm, self, other);
    }),
    intersection: common.intersection,
    intersection_update: method("($self, /, *others)", "Update the set, keeping only elements found in it and all others.", (vm: Vm, self: Container, others: readonly Value[]) => {
      swapBodies(self, intersectionOfAll(vm, self, others));
    }),
    isdisjoint: common.isdisjoint,
    issubset: common.issubset,
    issuperset: common.issuperset,
    pop: method("($self, /)", "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.", set_pop),
    __reduce__: common.__reduce__,
    remove: method("($self, object, /)", "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.", (vm: Vm, self: Container, key: Value) => {
      if (!discard(vm, self, key)) throw keyError(vm, key);
    }),
    __sizeof__: common.__sizeof__,
    symmetric_difference: common.symmetric_difference,
    symmetric_difference_update: method("($self, other, /)", "Update the set, keeping only elements found in either set, but not in both.", symmetricDifferenceUpdate),
    union: common.union,
    update: method("($self, /, *others)", "Update the set, adding elements from all others.", (vm: Vm, self: Container, others: readonly Value[]) => {
      for (const other of others) setUpdateFrom(vm, self, other);
    }),
    __class_getitem__: classMethod("($type, object, /)", "sets are generic over the type of their elements", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    ...commonSlots,
    tp_new: (vm, type) => newSetOf(vm, type),
    tp_init: set_init,
    tp_hash: null,
    nb_inplace_subtract: inplace(differenceUpdate),
    nb_inplace_and: inplace((vm, self, other) => swapBodies(self, intersection(vm, self, other))),
    nb_inplace_xor: inplace(symmetricDifferenceUpdate),
    nb_inplace_or: inplace(setUpdateFrom),
  },
});

export const FrozenSetType: TypeRec = defineType({
  name: "frozenset",
  doc: "Build an immutable unordered collection of unique elements.",
  signature: "(iterable=(), /)",
  kind: K_SET,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
  hasWeakrefs: true,
  methods: {
    __contains__: common.__contains__,
    copy: method("($self, /)", "Return a shallow copy of a set.", (vm: Vm, self: Container) => (self.type === FrozenSetType ? self : copySet(vm, self))),
    difference: common.difference,
    intersection: common.intersection,
    isdisjoint: common.isdisjoint,
    issubset: common.issubset,
    issuperset: common.issuperset,
    __reduce__: common.__reduce__,
    __sizeof__: common.__sizeof__,
    symmetric_difference: common.symmetric_difference,
    union: common.union,
    __class_getitem__: classMethod("($type, object, /)", "frozensets are generic over the type of their elements", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    ...commonSlots,
    tp_new: frozenset_new,
    tp_hash: (_vm, self) => hashOfSet(self),
  },
});
