// slice: data holds start, stop, step. Mirrors Objects/sliceobject.c. See docs/types.md.
import { strFromJs } from "./str/str-object.ts";
import { asClippedIndex, asIndex, reprText } from "../core/convert.ts";
import { compareSequences, newTuple, sliceHash } from "./tuple.ts";
import { defineType, member, method } from "../core/define.ts";
import { typeError, valueError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { Container, K_SLICE, type TypeRec, type Value } from "../core/object.ts";
import { typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { dropAll, note, ownAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";

/** data: [start, stop, step]. */
export type PySlice = Container;

export function newSlice(vm: Vm, start: Value, stop: Value, step: Value): PySlice {
  const parts = [start, stop, step];
  ownAll(parts);
  const s = new Container(SliceType, parts, null);
  track(vm, s);
  return note(vm, s);
}

export function isSlice(v: Value): v is PySlice {
  return typeof v !== "number" && v.type === SliceType;
}

export interface SliceBounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** Items selected; negative or zero for none. */
  readonly count: number;
}

function bound(vm: Vm, v: Value): number {
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, "slice indices must be integers or None or have an __index__ method");
  return asClippedIndex(vm, v);
}

function clip(i: number, length: number, step: number): number {
  if (i < 0) {
    i += length;
    return i < 0 ? (step < 0 ? -1 : 0) : i;
  }
  return i >= length ? (step < 0 ? length - 1 : length) : i;
}

/** Where a plain bound (an int or None) of a slice with step 1 falls in a sequence of this length; -1 for other objects. */
export function plainBound(v: Value, length: number, none: number): number {
  if (typeof v === "number") return v < 0 ? Math.max(v + length, 0) : Math.min(v, length);
  return v === None ? none : -1;
}

/** The slice applied to a sequence of this length (or of the length that is current after the bounds' __index__ ran). */
export function sliceBounds(vm: Vm, slice: PySlice, size: number | (() => number)): SliceBounds {
  const parts = slice.data as [Value, Value, Value];
  const a = parts[0];
  const b = parts[1];
  const c = parts[2];
  if (c === None && (a === None || typeof a === "number") && (b === None || typeof b === "number")) {
    const length = typeof size === "number" ? size : size();
    let start = a === None ? 0 : (a as number);
    let stop = b === None ? length : (b as number);
    if (start < 0) start = start + length < 0 ? 0 : start + length;
    else if (start > length) start = length;
    if (stop < 0) stop = stop + length < 0 ? 0 : stop + length;
    else if (stop > length) stop = length;
    return { start, stop, step: 1, count: stop > start ? stop - start : 0 };
  }
  const step = c === None ? 1 : bound(vm, c);
  if (step === 0) throw valueError(vm, "slice step cannot be zero");
  const rawStart = a === None ? (step < 0 ? Number.MAX_SAFE_INTEGER : 0) : bound(vm, a);
  const rawStop = b === None ? (step < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER) : bound(vm, b);
  const length = typeof size === "number" ? size : size();
  const start = clip(rawStart, length, step);
  const stop = b === None && step < 0 ? -1 : clip(rawStop, length, step);
  if (step === 1) return { start, stop, step, count: stop - start };
  const count = step < 0 ? (stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0) : start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
  return { start, stop, step, count };
}

function slice_indices(vm: Vm, self: PySlice, length: Value): Value {
  const size = BigInt(asIndex(vm, length));
  if (size < 0n) throw valueError(vm, "length should not be negative");
  const [a, b, c] = self.data as [Value, Value, Value];
  const big = (v: Value): bigint => {
    if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, "slice indices must be integers or None or have an __index__ method");
    return BigInt(asIndex(vm, v));
  };
  const step = c === None ? 1n : big(c);
  if (step === 0n) throw valueError(vm, "slice step cannot be zero");
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? size - 1n : size;
  const clip = (i: bigint): bigint => {
    if (i < 0n) return i + size < lower ? lower : i + size;
    return i > upper ? upper : i;
  };
  const start = a === None ? (step < 0n ? upper : lower) : clip(big(a));
  const stop = b === None ? (step < 0n ? lower : upper) : clip(big(b));
  return newTuple(vm, [newInt(start), newInt(stop), newInt(step)]);
}

const parts = (self: PySlice): Value[] => self.data as Value[];

export const SliceType: TypeRec = defineType({
  name: "slice",
  doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.\n\nThis is used for extended slicing (e.g. a[0:10:2]).",
  kind: K_SLICE,
  methods: {
    indices: method("($self, object, /)", "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.", slice_indices, "no text signature"),
    __reduce__: method("($self, /)", "Return state information for pickling.", (vm: Vm, self: PySlice) => newTuple(vm, [SliceType.obj, newTuple(vm, parts(self).slice())]), "no text signature"),
  },
  getset: {
    start: member((_vm, self) => parts(self)[0]!),
    stop: member((_vm, self) => parts(self)[1]!),
    step: member((_vm, self) => parts(self)[2]!),
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "slice() takes no keyword arguments");
      if (args.length < 1) throw typeError(vm, "slice expected at least 1 argument, got 0");
      if (args.length > 3) throw typeError(vm, `slice expected at most 3 arguments, got ${args.length}`);
      return args.length === 1 ? newSlice(vm, None, args[0]!, None) : newSlice(vm, args[0]!, args[1]!, args[2] ?? None);
    },
    tp_repr: (vm, self) => strFromJs(`slice(${parts(self).map((v) => reprText(vm, v)).join(", ")})`),
    tp_hash: (vm, self) => sliceHash(parts(self).map((v) => hash(vm, v))),
    tp_richcompare: (vm, left, right, op) => {
      if (!isSlice(left) || !isSlice(right)) return NotImplemented;
      return compareSequences(vm, { data: parts(left) }, { data: parts(right) }, op);
    },
    tp_traverse: (self, visit) => parts(self).forEach(visit),
    tp_clear: (vm, self) => {
      const items = parts(self);
      self.data = [None, None, None];
      dropAll(vm, items);
    },
  },
});

/** start and stop arguments of index() methods, clipped to 0..length. */
export function clipRange(vm: Vm, start: Value | undefined, stop: Value | undefined, length: number): [number, number] {
  const clip = (v: Value | undefined, fallback: number): number => {
    if (v === undefined) return fallback;
    if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, "slice indices must be integers or have an __index__ method");
    const i = asClippedIndex(vm, v);
    return i < 0 ? Math.max(0, i + length) : i;
  };
  return [clip(start, 0), clip(stop, length)];
}
