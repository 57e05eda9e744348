// range and its iterators. Mirrors Objects/rangeobject.c. See docs/types.md.
import { frameBuiltin } from "../core/dir.ts";
import { asIndex, asSsize, indexOf } from "../core/convert.ts";
import { callMethod } from "../core/call.ts";
import { defineType, member, method } from "../core/define.ts";
import { indexError, overflowError, typeError, valueError } from "../core/errors.ts";
import { EQ, richCompareBool } from "../core/compare.ts";
import { forEach } from "../core/iterate.ts";
import { Container, K_RANGE, K_RANGE_ITERATOR, Leaf, TPFLAGS_SEQUENCE, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { isBigOrInt, isExactInt, intValue, newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";
import { isSlice, type PySlice } from "./slice.ts";
import { intern, strFromJs } from "./str/str-object.ts";
import { itemsHash } from "./tuple-hash.ts";
import { newTuple } from "./tuple.ts";

type Int = number | bigint;

/** Payload of range: exact values, numbers when safe. */
export interface RangeData {
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
  readonly length: Int;
}

/** Payload of range_iterator: small numbers only. */
export interface RangeIterator {
  next: number;
  step: number;
  remaining: number;
}

const canonical = (n: bigint): Int => (n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n);

function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (typeof start === "number" && typeof stop === "number" && typeof step === "number") {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= 0) return 0;
    if (span <= Number.MAX_SAFE_INTEGER) return Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  const [a, b, c] = [BigInt(start), BigInt(stop), BigInt(step)];
  const span = c > 0n ? b - a : a - b;
  if (span <= 0n) return 0;
  return canonical((span - 1n) / (c > 0n ? c : -c) + 1n);
}

export function newRange(start: Int, stop: Int, step: Int): Leaf {
  const r = new Leaf(RangeType, { start, stop, step, length: rangeLength(start, stop, step) } satisfies RangeData, null);
  if (RangeType.onBirth !== null) RangeType.onBirth(r);
  return r;
}

const range = (self: Value): RangeData => (self as Leaf).data as RangeData;

function at(r: RangeData, i: Int): Int {
  if (typeof i === "number" && typeof r.start === "number" && typeof r.step === "number") {
    const v = r.start + i * r.step;
    if (v >= -9007199254740991 && v <= 9007199254740991) return v + 0;
  }
  return canonical(BigInt(r.start) + BigInt(i) * BigInt(r.step));
}

function newIterator(vm: Vm, start: Int, step: Int, length: Int): Container {
  const last = BigInt(start) + BigInt(length) * BigInt(step);
  const small = typeof start === "number" && typeof step === "number" && typeof length === "number" && last >= -9007199254740991n && last <= 9007199254740991n;
  const it = small
    ? new Container(RangeIteratorType, { next: start, step, remaining: length } satisfies RangeIterator, null)
    : new Container(LongRangeIteratorType, { start, step, length, index: 0n }, null);
  track(vm, it);
  return note(vm, it);
}

function containsInt(r: RangeData, v: Int): boolean {
  const [a, b, c, x] = [BigInt(r.start), BigInt(r.stop), BigInt(r.step), BigInt(v)];
  if (c > 0n ? x < a || x >= b : x > a || x <= b) return false;
  return (x - a) % c === 0n;
}

function range_new(vm: Vm, _type: TypeRec, args: readonly Value[], kwnames: readonly Value[] | null): Value {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "range() takes no keyword arguments");
  if (args.length === 0) throw typeError(vm, "range expected at least 1 argument, got 0");
  if (args.length > 3) throw typeError(vm, `range expected at most 3 arguments, got ${args.length}`);
  const values = args.map((v) => intValue(indexOf(vm, v)));
  if (values.length === 1) return newRange(0, values[0]!, 1);
  const step = values[2] ?? 1;
  if (step === 0) throw valueError(vm, "range() arg 3 must not be zero");
  return newRange(values[0]!, values[1]!, step);
}

function range_subscript(vm: Vm, self: Leaf, key: Value): Value {
  const r = range(self);
  if (isSlice(key)) return sliceOf(vm, r, key);
  if (typeOf(key).nb_index === undefined) throw typeError(vm, `range indices must be integers or slices, not ${typeName(key)}`);
  let i = BigInt(asIndex(vm, key));
  const n = BigInt(r.length);
  if (i < 0n) i += n;
  if (i < 0n || i >= n) throw indexError(vm, "range object index out of range");
  return newInt(at(r, canonical(i)));
}

function sliceOf(vm: Vm, r: RangeData, key: PySlice): Value {
  const indices = callMethod(vm, key, intern(vm, "indices"), [newInt(r.length)]) as Container;
  const [a, b, c] = (indices.data as Value[]).map((v) => BigInt(intValue(v))) as [bigint, bigint, bigint];
  return newRange(at(r, canonical(a)), at(r, canonical(b)), canonical(BigInt(r.step) * c));
}

function sameRange(a: RangeData, b: RangeData): boolean {
  if (BigInt(a.length) !== BigInt(b.length)) return false;
  if (a.length === 0) return true;
  if (a.start !== b.start) return false;
  return a.length === 1 || a.step === b.step;
}

export const RangeType: TypeRec = defineType({
  name: "range",
  doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
  kind: K_RANGE,
  leaf: true,
  flags: TPFLAGS_SEQUENCE,
  methods: {
    __reversed__: method("($self, /)", "Return a reverse iterator.", (vm: Vm, self: Leaf) => {
      const r = range(self);
      if (r.length === 0) return newIterator(vm, r.start, canonical(-BigInt(r.step)), 0);
      return newIterator(vm, at(r, canonical(BigInt(r.length) - 1n)), canonical(-BigInt(r.step)), r.length);
    }, "no text signature"),
    __reduce__: method("($self, /)", null, (vm: Vm, self: Leaf) => {
      const r = range(self);
      return newTuple(vm, [RangeType.obj, newTuple(vm, [newInt(r.start), newInt(r.stop), newInt(r.step)])]);
    }, "no text signature"),
    count: method("($self, object, /)", "rangeobject.count(value) -> integer -- return number of occurrences of value", (vm: Vm, self: Leaf, value: Value) => {
      if (isExactInt(value) || value === True || value === False) return containsInt(range(self), intValue(value)) ? 1 : 0;
      let count = 0;
      forEach(vm, self, (item) => {
        if (richCompareBool(vm, item, value, EQ)) count++;
      });
      return count;
    }, "no text signature"),
    index: method("($self, object, /)", "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.", (vm: Vm, self: Leaf, value: Value) => {
      const r = range(self);
      if (isExactInt(value) || value === True || value === False) {
        if (!containsInt(r, intValue(value))) throw valueError(vm, "range.index(x): x not in range");
        return newInt((BigInt(intValue(value)) - BigInt(r.start)) / BigInt(r.step));
      }
      let index = 0;
      let found = -1;
      forEach(vm, self, (item) => {
        if (richCompareBool(vm, item, value, EQ)) {
          found = index;
          return true;
        }
        index++;
        return false;
      });
      if (found < 0) throw valueError(vm, "sequence.index(x): x not in sequence");
      return found;
    }, "no text signature"),
  },
  getset: {
    start: member((_vm, self) => newInt(range(self).start)),
    stop: member((_vm, self) => newInt(range(self).stop)),
    step: member((_vm, self) => newInt(range(self).step)),
  },
  slots: {
    tp_new: range_new,
    tp_repr: (_vm, self) => {
      const r = range(self);
      return strFromJs(r.step === 1 ? `range(${r.start}, ${r.stop})` : `range(${r.start}, ${r.stop}, ${r.step})`);
    },
    tp_hash: (vm, self) => {
      const r = range(self);
      const parts: Value[] = [newInt(r.length), r.length === 0 ? None : newInt(r.start), r.length === 0 || r.length === 1 ? None : newInt(r.step)];
      return itemsHash(vm, parts);
    },
    tp_richcompare: (_vm, left, right, op) => {
      if (typeof right === "number" || right.type !== RangeType || (op !== 2 && op !== 3)) return NotImplemented;
      return sameRange(range(left), range(right)) === (op === 2) ? True : False;
    },
    tp_iter: (vm, self) => {
      const r = range(self);
      return newIterator(vm, r.start, r.step, r.length);
    },
    nb_bool: (_vm, self) => range(self).length !== 0,
    sq_length: (vm, self) => length(vm, range(self)),
    sq_item: (vm, self, i) => {
      const r = range(self);
      if (i < 0 || i >= r.length) throw indexError(vm, "range object index out of range");
      return newInt(at(r, i));
    },
    sq_contains: (vm, self, v) => {
      if (isExactInt(v) || v === True || v === False) return containsInt(range(self), intValue(v));
      let found = false;
      forEach(vm, self, (item) => (found = richCompareBool(vm, item, v, EQ)));
      return found;
    },
    mp_length: (vm, self) => length(vm, range(self)),
    mp_subscript: range_subscript,
  },
});

function length(vm: Vm, r: RangeData): number {
  if (typeof r.length !== "number" && r.length > 9223372036854775807n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(r.length);
}

const hint = "Private method returning an estimate of len(list(it)).";

export const RangeIteratorType: TypeRec = defineType({
  name: "range_iterator",
  kind: K_RANGE_ITERATOR,
  methods: {
    __length_hint__: method("($self, /)", hint, (_vm: Vm, self: Container) => (self.data as RangeIterator).remaining, "no text signature"),
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => {
      const r = self.data as RangeIterator;
      return newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [newRange(r.next, r.next + r.remaining * r.step, r.step)]), None]);
    }, "no text signature"),
    __setstate__: method("($self, object, /)", "Set state information for unpickling.", (vm: Vm, self: Container, state: Value) => {
      const r = self.data as RangeIterator;
      const index = Math.max(0, Math.min(asSsize(vm, state), r.remaining));
      r.next += index * r.step;
      r.remaining -= index;
    }, "no text signature"),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (_vm, self: Container) => {
      const r = self.data as RangeIterator;
      if (r.remaining <= 0) return undefined;
      const v = r.next;
      r.next += r.step;
      r.remaining--;
      return v;
    },
  },
});

export const LongRangeIteratorType: TypeRec = defineType({
  name: "longrange_iterator",
  methods: {
    __length_hint__: method("($self, /)", hint, (_vm: Vm, self: Container) => newInt(BigInt(self.data.length) - self.data.index), "no text signature"),
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: Container) => {
      const { start, step, length: n, index } = self.data;
      const from = BigInt(start) + index * BigInt(step);
      return newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [newRange(canonical(from), canonical(BigInt(start) + BigInt(n) * BigInt(step)), step)]), None]);
    }, "no text signature"),
    __setstate__: method("($self, object, /)", "Set state information for unpickling.", (vm: Vm, self: Container, state: Value) => {
      if (!isBigOrInt(state)) throw typeError(vm, `'${typeName(state)}' object cannot be interpreted as an integer`);
      const n = BigInt(self.data.length);
      let index = BigInt(intValue(state));
      index = index < 0n ? 0n : index > n ? n : index;
      self.data.index = index;
    }, "no text signature"),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (_vm, self: Container) => {
      const { start, step, length: n, index } = self.data;
      if (index >= BigInt(n)) return undefined;
      self.data.index = index + 1n;
      return newInt(BigInt(start) + index * BigInt(step));
    },
  },
});
