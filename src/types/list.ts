// list: data is the array of items. Mirrors Objects/listobject.c. See docs/types.md.
import { checkItems } from "../core/limits.ts";
import { newBool } from "./bool.ts";
import { enterRepr, leaveRepr } from "../core/identity.ts";
import { EQ, richCompareBool } from "../core/compare.ts";
import { asSsize, asSsizeArgument, reprText } from "../core/convert.ts";
import { classMethod, defineType, method } from "../core/define.ts";
import { fail, indexError, typeError, valueError } from "../core/errors.ts";
import { collect } from "../core/iterate.ts";
import { Container, K_LIST, type PyList, TPFLAGS_BASETYPE, TPFLAGS_LIST_SUBCLASS, TPFLAGS_MATCH_SELF, TPFLAGS_SEQUENCE, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { track, trackFresh } from "../memory/gc-list.ts";
import { sizeOf } from "../memory/sizes.ts";
import { closeScope, dropAll, hold, insertRef, note, noteOwned, ownAll, pushRef, setRef, takeRef } from "../memory/ref.ts";
import { IndexErrorType } from "./exceptions.ts";
import { noteExtend, noteResize } from "./list-capacity.ts";
import type { Vm } from "../vm/vm.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { newIndexIterator, ListIteratorType } from "./iterators.ts";
import { newListReverseIterator } from "./list-reverse.ts";
import { list_sort } from "./list-sort.ts";
import { newSubclassInstance } from "./object-type.ts";
import { assignRange, assignSteps, deleteSteps } from "./list-slice.ts";
import { NotImplemented } from "./singletons.ts";
import { clipRange, isSlice, sliceBounds } from "./slice.ts";
import { newStr, strFromJs } from "./str/str-object.ts";
import { compareSequences } from "./tuple.ts";

/** A list of borrowed items; in the current scope. The array becomes the payload. */
export function newList(vm: Vm, items: Value[]): PyList {
  ownAll(items);
  return note(vm, listOfOwned(vm, items));
}

/** A list that takes over one count of each item; the caller owns the list. */
export function listOfOwned(vm: Vm, items: Value[]): PyList {
  const list = new Container(ListType, items, null);
  track(vm, list);
  return list;
}

export function isList(v: Value): v is PyList {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_LIST_SUBCLASS) !== 0;
}

/** A new list of `count` items from `start` on, every `step`-th; none when count is negative. */
export function listSlice(vm: Vm, self: PyList, start: number, step: number, count: number): PyList {
  const items = self.data as Value[];
  if (step === 1) return newList(vm, count <= 0 ? [] : items.slice(start, start + count));
  const part: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) part.push(items[at]!);
  return newList(vm, part);
}

const itemsOf = (self: PyList): Value[] => self.data as Value[];

function list_repr(vm: Vm, self: PyList): Value {
  if (itemsOf(self).length === 0) return newStr("[]");
  if (enterRepr(vm, self)) return newStr("[...]");
  try {
    let text = "[";
    for (let i = 0; i < itemsOf(self).length; i++) {
      if (i > 0) text += ", ";
      const mark = vm.scopeCount;
      text += reprText(vm, hold(vm, itemsOf(self)[i]!));
      closeScope(vm, mark);
    }
    return strFromJs(text + "]");
  } finally {
    leaveRepr(vm, self);
  }
}

function list_init(vm: Vm, self: PyList, args: readonly Value[], kwnames: readonly Value[] | null): void {
  if (kwnames !== null && kwnames.length > 0 && (self.type === ListType || self.type.tp_new === ListType.tp_new)) throw typeError(vm, "list() takes no keyword arguments");
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(vm, `list expected at most 1 argument, got ${npos}`);
  const old = itemsOf(self);
  if (old.length > 0) {
    self.data = [];
    dropAll(vm, old);
  }
  if (npos === 1) list_extend(vm, self, args[0]!);
}

function list_append(vm: Vm, self: PyList, object: Value): void {
  void vm;
  const items = itemsOf(self);
  if (self.aux === null && self.type === ListType) self.aux = items.length;
  pushRef(items, object);
}

function list_insert(vm: Vm, self: PyList, index: Value, object: Value): void {
  const wanted = asSsizeArgument(vm, index);
  const items = itemsOf(self);
  if (self.aux === null && self.type === ListType) self.aux = items.length;
  insertRef(items, wanted < 0 ? Math.max(wanted + items.length, 0) : Math.min(wanted, items.length), object);
}

export function list_extend(vm: Vm, self: PyList, iterable: Value): void {
  const added = collect(vm, iterable, true, (self.data as Value[]).length);
  const items = itemsOf(self);
  const before = items.length;
  if (before === 0) self.data = added;
  else for (let i = 0; i < added.length; i++) items.push(added[i]!);
  noteExtend(self, before, itemsOf(self).length, iterable);
}

function list_pop(vm: Vm, self: PyList, index?: Value): Value | undefined {
  const wanted = index === undefined ? -1 : asSsizeArgument(vm, index);
  const items = itemsOf(self);
  if (items.length === 0) return fail(vm, indexError(vm, "pop from empty list"));
  const at = wanted < 0 ? wanted + items.length : wanted;
  if (at < 0 || at >= items.length) return fail(vm, indexError(vm, "pop index out of range"));
  noteResize(self, items.length, items.length - 1);
  return takeRef(vm, items, at);
}

function list_remove(vm: Vm, self: PyList, value: Value): void {
  for (let i = 0; i < itemsOf(self).length; i++) {
    if (richCompareBool(vm, hold(vm, itemsOf(self)[i]!), value, EQ)) {
      const { length } = itemsOf(self);
      if (i < length) {
        noteResize(self, length, length - 1);
        takeRef(vm, itemsOf(self), i);
      }
      return;
    }
  }
  throw valueError(vm, "list.remove(x): x not in list");
}

function list_clear(vm: Vm, self: PyList): void {
  const items = itemsOf(self);
  self.data = [];
  if (self.type === ListType) self.aux = null;
  dropAll(vm, items);
}

function list_index(vm: Vm, self: PyList, value: Value, start?: Value, stop?: Value): Value {
  const [from, to] = clipRange(vm, start, stop, itemsOf(self).length);
  for (let i = from; i < to && i < itemsOf(self).length; i++) if (richCompareBool(vm, hold(vm, itemsOf(self)[i]!), value, EQ)) return i;
  throw valueError(vm, "list.index(x): x not in list");
}

function list_count(vm: Vm, self: PyList, value: Value): Value {
  let count = 0;
  for (let i = 0; i < itemsOf(self).length; i++) if (richCompareBool(vm, hold(vm, itemsOf(self)[i]!), value, EQ)) count++;
  return count;
}

function list_item(vm: Vm, self: PyList, index: number): Value {
  const items = itemsOf(self);
  if (index < 0 || index >= items.length) throw indexError(vm, "list index out of range");
  return items[index]!;
}

function list_subscript(vm: Vm, self: PyList, key: Value): Value {
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, IndexErrorType);
    if (i < 0) i += itemsOf(self).length;
    return list_item(vm, self, i);
  }
  if (isSlice(key)) {
    const { start, step, count } = sliceBounds(vm, key, () => itemsOf(self).length);
    return listSlice(vm, self, start, step, count);
  }
  throw typeError(vm, `list indices must be integers or slices, not ${typeName(key)}`);
}

/** The bounds of a slice; where they cannot be had, the owned items are given back. */
function boundsOrDrop(vm: Vm, key: Value, size: () => number, added: readonly Value[]): ReturnType<typeof sliceBounds> {
  try {
    return sliceBounds(vm, key as Parameters<typeof sliceBounds>[1], size);
  } catch (error) {
    dropAll(vm, added);
    throw error;
  }
}

function list_ass_subscript(vm: Vm, self: PyList, key: Value, value: Value | undefined): void {
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, IndexErrorType);
    const items = itemsOf(self);
    if (i < 0) i += items.length;
    list_ass_item(vm, self, i, value);
    return;
  }
  if (!isSlice(key)) throw typeError(vm, `list indices must be integers or slices, not ${typeName(key)}`);
  const size = () => itemsOf(self).length;
  let bounds = sliceBounds(vm, key, size);
  if (value === undefined) {
    const { start, step, count } = bounds;
    if (step === 1) assignRange(vm, self, start, Math.max(count, 0), []);
    else deleteSteps(vm, self, start, step, count);
    return;
  }
  if (typeOf(value).tp_iter === undefined && typeOf(value).sq_item === undefined) throw typeError(vm, "must assign iterable to extended slice");
  const before = size();
  const added = collect(vm, value);
  // The iterable's code may have changed the list.
  if (size() !== before) bounds = boundsOrDrop(vm, key, size, added);
  const { start, step, count } = bounds;
  if (step === 1) assignRange(vm, self, start, Math.max(count, 0), added);
  else assignSteps(vm, self, start, step, Math.max(count, 0), added);
}

function list_ass_item(vm: Vm, self: PyList, index: number, value: Value | undefined): void {
  const items = itemsOf(self);
  if (index < 0 || index >= items.length) throw indexError(vm, value === undefined ? "list assignment index out of range" : "list assignment index out of range");
  if (value === undefined) noteOwned(vm, items.splice(index, 1)[0]!);
  else setRef(vm, items, index, value);
}

function list_concat(vm: Vm, self: PyList, other: Value): Value {
  if (!isList(other)) throw typeError(vm, `can only concatenate list (not "${typeName(other)}") to list`);
  const joined = itemsOf(self).slice();
  const more = itemsOf(other);
  for (let i = 0; i < joined.length; i++) {
    const item = joined[i]!;
    if (typeof item !== "number") item.rc++;
  }
  for (let i = 0; i < more.length; i++) {
    const item = more[i]!;
    if (typeof item !== "number") item.rc++;
    joined.push(item);
  }
  return note(vm, listOfOwned(vm, joined));
}

function repeated(vm: Vm, items: readonly Value[], count: number): Value[] {
  if (count <= 0) return [];
  checkItems(vm, items.length * count);
  // A longer array that is made at once would be a hash table in V8.
  if (items.length === 1 && count < 1 << 24) return new Array<Value>(count).fill(items[0]!);
  const result: Value[] = items.slice();
  for (let i = 1; i < count; i++) for (let j = 0; j < items.length; j++) result.push(items[j]!);
  return result;
}

export const ListType: TypeRec = defineType({
  name: "list",
  doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
  signature: "(iterable=(), /)",
  kind: K_LIST,
  flags: TPFLAGS_BASETYPE | TPFLAGS_LIST_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_SEQUENCE,
  methods: {
    clear: method("($self, /)", "Remove all items from list.", list_clear),
    copy: method("($self, /)", "Return a shallow copy of the list.", (vm: Vm, self: PyList) => newList(vm, itemsOf(self).slice())),
    append: method("($self, object, /)", "Append object to the end of the list.", list_append),
    insert: method("($self, index, object, /)", "Insert object before index.", list_insert),
    extend: method("($self, iterable, /)", "Extend list by appending elements from the iterable.", list_extend),
    pop: method("($self, index=-1, /)", "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.", list_pop),
    remove: method("($self, value, /)", "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.", list_remove),
    index: method("($self, value, start=0, stop=sys.maxsize, /)", "Return first index of value.\n\nRaises ValueError if the value is not present.", list_index),
    count: method("($self, value, /)", "Return number of occurrences of value.", list_count),
    reverse: method("($self, /)", "Reverse *IN PLACE*.", (_vm: Vm, self: PyList) => void itemsOf(self).reverse()),
    __getitem__: method("($self, index, /)", "Return self[index].", list_subscript),
    __reversed__: method("($self, /)", "Return a reverse iterator over the list.", (vm: Vm, self: PyList) => newListReverseIterator(vm, self)),
    __sizeof__: method("($self, /)", "Return the size of the list in memory, in bytes.", (vm: Vm, self: PyList) => sizeOf(vm, self)),
    sort: method("($self, /, *, key=None, reverse=False)", "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable\n(i.e. the order of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort\nthem, ascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.", list_sort),
    __class_getitem__: classMethod("($type, object, /)", "lists are generic over the type of their contents", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    tp_new: (vm, type) => {
      if (type !== ListType) return newSubclassInstance(vm, type, []);
      const list = new Container(ListType, [], null);
      trackFresh(vm, list);
      return note(vm, list);
    },
    tp_init: list_init,
    tp_hash: null,
    tp_repr: list_repr,
    tp_richcompare: (vm, left, right, op) => {
      if (!isList(left) || !isList(right)) return NotImplemented;
      const a = itemsOf(left);
      const b = itemsOf(right);
      if (a.length !== b.length && (op === 2 || op === 3)) return newBool(op === 3);
      return compareSequences(vm, left, right, op);
    },
    tp_iter: (vm, self) => newIndexIterator(vm, ListIteratorType, self),
    tp_traverse: (self: PyList, visit) => itemsOf(self).forEach(visit),
    tp_clear: list_clear,
    sq_length: (_vm, self: PyList) => itemsOf(self).length,
    sq_concat: list_concat,
    sq_repeat: (vm, self: PyList, count) => newList(vm, repeated(vm, itemsOf(self), count)),
    sq_item: list_item,
    sq_ass_item: list_ass_item,
    sq_contains: (vm, self: PyList, item) => {
      for (let i = 0; i < itemsOf(self).length; i++) if (richCompareBool(vm, hold(vm, itemsOf(self)[i]!), item, EQ)) return true;
      return false;
    },
    sq_inplace_concat: (vm, self: PyList, other) => {
      list_extend(vm, self, other);
      return self;
    },
    sq_inplace_repeat: (vm, self: PyList, count) => {
      const items = itemsOf(self);
      if (count <= 0) list_clear(vm, self);
      else {
        const all = repeated(vm, items, count);
        ownAll(all.slice(items.length));
        self.data = all;
        noteResize(self, items.length, all.length);
      }
      return self;
    },
    mp_length: (_vm, self: PyList) => itemsOf(self).length,
    mp_subscript: list_subscript,
    mp_ass_subscript: list_ass_subscript,
  },
});
