// tuple: data is the array of items. Mirrors Objects/tupleobject.c. See docs/types.md.
import { tuple_hash } from "./tuple-hash.ts";
import { IndexErrorType } from "./exceptions.ts";
import { checkItems } from "../core/limits.ts";
import { enterRepr, leaveRepr } from "../core/identity.ts";
import { EQ, NE, richCompare, richCompareBool } from "../core/compare.ts";
import { asSsize, reprText } from "../core/convert.ts";
import { classMethod, defineType, method } from "../core/define.ts";
import { indexError, typeError, valueError } from "../core/errors.ts";
import { collect } from "../core/iterate.ts";
import { Container, IMMORTAL, K_TUPLE, type Leaf, type PyFloat, type PyTuple, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, TPFLAGS_SEQUENCE, TPFLAGS_TUPLE_SUBCLASS, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { countUntracked, track } from "../memory/gc-list.ts";
import { drop, dropAll, hold, note, ownAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { newSubclassInstance } from "./object-type.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";
import { newIndexIterator, TupleIteratorType } from "./iterators.ts";
import { clipRange, isSlice, sliceBounds } from "./slice.ts";
import { type Text, textEquals } from "../base/text.ts";
import { FloatType } from "./float.ts";
import { StrType } from "./str/str.ts";
import { newStr, strFromJs } from "./str/str-object.ts";

/** A tuple of borrowed items; in the current scope. The array becomes the payload. */
export function newTuple(vm: Vm, items: Value[]): PyTuple {
  if (items.length === 0) return emptyTuple();
  ownAll(items);
  const t = new Container(TupleType, items, null);
  track(vm, t);
  return note(vm, t);
}

/** A tuple that takes over one count of each item; the caller owns the tuple. */
export function tupleOfOwned(vm: Vm, items: Value[]): PyTuple {
  if (items.length === 0) return emptyTuple();
  const t = new Container(TupleType, items, null);
  track(vm, t);
  return t;
}

/**
 * The answer of an iterator that keeps its tuple (owned by it) to fill it again: the kept one when nobody else has it, else a new one.
 */
export function recycleTuple(vm: Vm, kept: PyTuple, items: Value[]): PyTuple {
  if (kept.rc !== 1) return newTuple(vm, items);
  ownAll(items);
  const old = kept.data as Value[];
  kept.data = items;
  kept.aux = null;
  if (kept.gcNext === null) track(vm, kept);
  hold(vm, kept);
  for (let i = 0; i < old.length; i++) drop(vm, old[i]!);
  return kept;
}

/** What such an iterator begins with: Nones, owned by the caller. */
export function nonesTuple(vm: Vm, count: number): PyTuple {
  return tupleOfOwned(vm, new Array<Value>(count).fill(None));
}

/** The same for tuples that CPython leaves untracked when nothing in them could be in a cycle: displays, `*args`. */
export function displayTuple(vm: Vm, items: Value[]): PyTuple {
  return fillDisplay(vm, new Container(TupleType, items, null), items);
}

/** The same for `*args`: the items are taken over only when there is a tuple for them. */
export function restTuple(vm: Vm, items: Value[]): PyTuple {
  const t = new Container(TupleType, NO_ITEMS, null);
  t.data = items;
  return fillDisplay(vm, t, items);
}

const NO_ITEMS: Value[] = [];

function fillDisplay(vm: Vm, t: PyTuple, items: readonly Value[]): PyTuple {
  for (let i = 0; i < items.length; i++) {
    const v = items[i]!;
    if (typeof v !== "number" && !v.type.leaf && (v.type !== TupleType || (v as Container).gcNext !== null)) {
      track(vm, t);
      return t;
    }
  }
  countUntracked(vm, t);
  return t;
}

/** For static types: immortal, untracked. */
export function staticTuple(items: Value[]): PyTuple {
  ownAll(items);
  const t = new Container(TupleType, items, null);
  t.rc = IMMORTAL;
  return t;
}

let empty: PyTuple | undefined;
/** The one empty tuple. */
export function emptyTuple(): PyTuple {
  return (empty ??= staticTuple([]));
}

export function isTuple(v: Value): v is PyTuple {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_TUPLE_SUBCLASS) !== 0;
}

function tuple_repr(vm: Vm, self: PyTuple): Value {
  const items = self.data as Value[];
  if (items.length === 0) return newStr("()");
  if (enterRepr(vm, self)) return newStr("(...)");
  try {
    let text = "(";
    for (let i = 0; i < items.length; i++) {
      if (i > 0) text += ", ";
      text += reprText(vm, items[i]!);
    }
    return strFromJs(text + (items.length === 1 ? ",)" : ")"));
  } finally {
    leaveRepr(vm, self);
  }
}

/** Lexicographic comparison of two arrays, as list and tuple do it. */
export function compareSequences(vm: Vm, left: { readonly data: unknown }, right: { readonly data: unknown }, op: number): Value {
  let a = left.data as readonly Value[];
  let b = right.data as readonly Value[];
  let i = 0;
  for (; i < a.length && i < b.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (typeof x === "number") {
      if (typeof y === "number") break;
    } else if (typeof y !== "number" && x.type === y.type) {
      if (x.type === StrType) {
        if (!textEquals((x as Leaf).data as Text, (y as Leaf).data as Text)) break;
        continue;
      }
      if (x.type === FloatType) {
        if ((x as PyFloat).v !== (y as PyFloat).v) break;
        continue;
      }
    }
    const equal = richCompareBool(vm, hold(vm, x), hold(vm, y), EQ);
    // A comparison may empty a list, which then has other items.
    a = left.data as readonly Value[];
    b = right.data as readonly Value[];
    if (!equal) break;
  }
  if (i >= a.length || i >= b.length) {
    const x = a.length;
    const y = b.length;
    const answer = op === 0 ? x < y : op === 1 ? x <= y : op === 2 ? x === y : op === 3 ? x !== y : op === 4 ? x > y : x >= y;
    return answer ? True : False;
  }
  if (op === EQ) return False;
  if (op === NE) return True;
  return richCompare(vm, a[i]!, b[i]!, op);
}

const P1 = 11400714785074694791n;
const P2 = 14029467366897019727n;
const P5 = 2870177450012600261n;
const M64 = (1n << 64n) - 1n;

/** The hash of a slice mixes its parts as a tuple does (tuple-hash.ts), but not their number. */
export const sliceHash = (hashes: readonly (number | bigint)[]): number | bigint => finishHash(mixHashes(hashes));

function mixHashes(hashes: readonly (number | bigint)[]): bigint {
  let acc = P5;
  for (const h of hashes) {
    acc = (acc + (BigInt.asUintN(64, BigInt(h)) * P2)) & M64;
    acc = ((acc << 31n) | (acc >> 33n)) & M64;
    acc = (acc * P1) & M64;
  }
  return acc;
}

function finishHash(acc: bigint): number | bigint {
  const signed = BigInt.asIntN(64, acc === M64 ? 1546275796n : acc);
  return signed >= -9007199254740991n && signed <= 9007199254740991n ? Number(signed) : signed;
}

function tuple_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly Value[] | null): Value {
  if (kwnames !== null && kwnames.length > 0 && (type === TupleType || type.tp_init === TupleType.tp_init)) throw typeError(vm, "tuple() takes no keyword arguments");
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(vm, `tuple expected at most 1 argument, got ${npos}`);
  if (type === TupleType) {
    if (npos === 0) return emptyTuple();
    const source = args[0]!;
    if (typeof source !== "number" && source.type === TupleType) return source;
    return note(vm, tupleOfOwned(vm, collect(vm, source, false)));
  }
  const items = npos === 0 ? [] : collect(vm, args[0]!, false);
  return newSubclassInstance(vm, type, items);
}

/** The items from start to before end, both within the tuple. */
export function tupleSlice(vm: Vm, self: PyTuple, start: number, end: number): Value {
  const items = self.data as Value[];
  if (end <= start) return emptyTuple();
  if (end - start === items.length && self.type === TupleType) return self;
  return newTuple(vm, items.slice(start, end));
}

function tuple_subscript(vm: Vm, self: PyTuple, key: Value): Value {
  const items = self.data as Value[];
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, IndexErrorType);
    if (i < 0) i += items.length;
    return tuple_item(vm, self, i);
  }
  if (isSlice(key)) {
    const { start, step, count } = sliceBounds(vm, key, items.length);
    if (step === 1) return tupleSlice(vm, self, start, start + count);
    if (count <= 0) return emptyTuple();
    const part: Value[] = new Array(count);
    for (let i = 0, at = start; i < count; i++, at += step) part[i] = items[at]!;
    return newTuple(vm, part);
  }
  throw typeError(vm, `tuple indices must be integers or slices, not ${typeName(key)}`);
}

function tuple_item(vm: Vm, self: PyTuple, index: number): Value {
  const items = self.data as Value[];
  if (index < 0 || index >= items.length) throw indexError(vm, "tuple index out of range");
  return items[index]!;
}

function tuple_concat(vm: Vm, self: PyTuple, other: Value): Value {
  if (!isTuple(other)) throw typeError(vm, `can only concatenate tuple (not "${typeName(other)}") to tuple`);
  const a = self.data as Value[];
  const b = other.data as Value[];
  if (a.length === 0 && other.type === TupleType) return other;
  if (b.length === 0 && self.type === TupleType) return self;
  return newTuple(vm, a.concat(b));
}

function tuple_repeat(vm: Vm, self: PyTuple, count: number): Value {
  const items = self.data as Value[];
  if (self.type === TupleType && (items.length === 0 || count === 1)) return self;
  if (count <= 0) return emptyTuple();
  checkItems(vm, items.length * count);
  const result: Value[] = [];
  for (let i = 0; i < count; i++) for (let j = 0; j < items.length; j++) result.push(items[j]!);
  return newTuple(vm, result);
}

function tuple_index(vm: Vm, self: PyTuple, value: Value, start?: Value, stop?: Value): Value {
  const items = self.data as Value[];
  const [from, to] = clipRange(vm, start, stop, items.length);
  for (let i = from; i < to && i < items.length; i++) if (richCompareBool(vm, items[i]!, value, EQ)) return i;
  throw valueError(vm, "tuple.index(x): x not in tuple");
}

function tuple_count(vm: Vm, self: PyTuple, value: Value): Value {
  let count = 0;
  for (const item of self.data as Value[]) if (richCompareBool(vm, item, value, EQ)) count++;
  return count;
}

export const TupleType: TypeRec = defineType({
  name: "tuple",
  doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
  signature: "(iterable=(), /)",
  kind: K_TUPLE,
  flags: TPFLAGS_BASETYPE | TPFLAGS_TUPLE_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_SEQUENCE,
  methods: {
    __class_getitem__: classMethod("($type, object, /)", "Tuples are generic over the types of their contents.\n\nFor example, use ``tuple[int, str]`` for a pair whose first element\nis an int and second element is a string.\n\nTuples also support the form ``tuple[T, ...]`` to indicate\nan arbitrary length tuple of elements of type T.", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
    __getnewargs__: method("($self, /)", null, (vm: Vm, self: PyTuple) => newTuple(vm, [newTuple(vm, (self.data as Value[]).slice())])),
    index: method("($self, value, start=0, stop=sys.maxsize, /)", "Return first index of value.\n\nRaises ValueError if the value is not present.", tuple_index),
    count: method("($self, value, /)", "Return number of occurrences of value.", tuple_count),
  },
  slots: {
    tp_new: tuple_new,
    tp_repr: tuple_repr,
    tp_hash: tuple_hash,
    tp_richcompare: (vm, left, right, op) => {
      if (!isTuple(left) || !isTuple(right)) return NotImplemented;
      return compareSequences(vm, left, right, op);
    },
    tp_iter: (vm, self) => newIndexIterator(vm, TupleIteratorType, self),
    tp_traverse: (self: PyTuple, visit) => (self.data as Value[]).forEach(visit),
    tp_clear: (vm, self: PyTuple) => {
      const items = self.data as Value[];
      self.data = [];
      dropAll(vm, items);
    },
    sq_length: (_vm, self: PyTuple) => (self.data as Value[]).length,
    sq_concat: tuple_concat,
    sq_repeat: tuple_repeat,
    sq_item: tuple_item,
    sq_contains: (vm, self: PyTuple, item) => (self.data as Value[]).some((x) => richCompareBool(vm, x, item, EQ)),
    mp_length: (_vm, self: PyTuple) => (self.data as Value[]).length,
    mp_subscript: tuple_subscript,
  },
});
