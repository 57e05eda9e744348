// list.sort: runs, binary insertion and merges in powersort's order. Mirrors the sorting half of Objects/listobject.c. See docs/types.md.
import type { Text } from "../base/text.ts";
import { EQ, LT, richCompareBool } from "../core/compare.ts";
import { call } from "../core/call.ts";
import { valueError } from "../core/errors.ts";
import { truth } from "../core/number.ts";
import type { Leaf, PyFloat, PyList, PyObject, PyTuple, TypeRec, Value } from "../core/object.ts";
import { closeScope, dropAll, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { FloatType } from "./float.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";
import { StrType } from "./str/str.ts";
import { TupleType } from "./tuple.ts";

/** list.sort(*, key, reverse). The list looks empty meanwhile. */
export function list_sort(vm: Vm, self: PyList, key?: Value, reverse?: Value): void {
  const backwards = reverse !== undefined && truth(vm, reverse);
  const values = self.data as Value[];
  if ((key === undefined || key === None) && sortPlain(self, values, backwards)) return;
  const placeholder: Value[] = [];
  // A change and its reversal leave no other trace.
  let touched = false;
  const watched = placeholder as unknown as Record<"push" | "splice", (...args: any[]) => unknown>;
  watched.push = (...args) => {
    touched = true;
    return Array.prototype.push.apply(placeholder, args);
  };
  watched.splice = (...args) => {
    touched = true;
    return (Array.prototype.splice as (...a: unknown[]) => unknown).apply(placeholder, args);
  };
  self.data = placeholder;
  let keys: Value[] | null = null;
  let sorted = values;
  let done = false;
  try {
    if (key !== undefined && key !== None) {
      keys = [];
      for (let i = 0; i < values.length; i++) {
        const mark = vm.scopeCount;
        const k = call(vm, key, [values[i]!]);
        incref(k);
        keys.push(k);
        closeScope(vm, mark);
      }
    }
    const order: number[] = [];
    for (let i = 0; i < values.length; i++) order.push(i);
    if (backwards) order.reverse();
    try {
      sortOrder(vm, keys ?? values, order);
    } finally {
      if (backwards) order.reverse();
      sorted = order.map((i) => values[i]!);
    }
    done = true;
  } finally {
    // Destructors of keys still see an empty list.
    if (keys !== null) dropAll(vm, keys);
    const left = self.data as Value[];
    self.data = sorted;
    if (touched || left !== placeholder || left.length > 0) {
      dropAll(vm, left);
      // oxlint-disable-next-line no-unsafe-finally -- only after a sort that raised nothing
      if (done) throw valueError(vm, "list modified during sort");
    }
  }
}

/** Sorts indices by the keys they stand for. */
function sortOrder(vm: Vm, keys: readonly Value[], order: number[]): void {
  const n = keys.length;
  if (n < 2) return;
  const simple = simpleOrder(vm, keys);
  if (simple !== undefined) {
    powersort(order, simple);
    return;
  }
  const slot = sharedComparison(keys);
  const less = (a: number, b: number): boolean => {
    const mark = vm.scopeCount;
    const answer = slot === undefined ? richCompareBool(vm, keys[a]!, keys[b]!, LT) : lessBySlot(vm, slot, keys[a] as PyObject, keys[b] as PyObject);
    if (vm.scopeCount > mark) closeScope(vm, mark);
    return answer;
  };
  powersort(order, less);
}

type Comparison = NonNullable<TypeRec["tp_richcompare"]>;

/** The comparison of keys that are all of one type. */
function sharedComparison(keys: readonly Value[]): Comparison | undefined {
  const first = keys[0]!;
  if (typeof first === "number") return undefined;
  const { type } = first;
  return keys.every((k) => typeof k !== "number" && k.type === type) ? type.tp_richcompare : undefined;
}

/** a < b by their type's slot, as long as that stays what it was. */
function lessBySlot(vm: Vm, slot: Comparison, a: PyObject, b: PyObject): boolean {
  if (a.type.tp_richcompare !== slot) return richCompareBool(vm, a, b, LT);
  const answer = slot(vm, a, b, LT);
  if (answer === True) return true;
  if (answer === False) return false;
  return answer === NotImplemented ? richCompareBool(vm, a, b, LT) : truth(vm, answer);
}

/** Sorts a list of ints, or of one value, where no Python code runs that could look at it. */
function sortPlain(self: PyList, values: Value[], backwards: boolean): boolean {
  const n = values.length;
  if (n < 2) return true;
  for (let i = 0; i < n; i++) if (typeof values[i] !== "number") return false;
  if (isSorted(values as number[], backwards)) return true;
  if (n <= FEW) {
    insertNumbers(values as number[]);
    if (backwards) values.reverse();
    return true;
  }
  const numbers = Float64Array.from(values as number[]).sort();
  const sorted: Value[] = [];
  if (backwards) for (let i = n - 1; i >= 0; i--) sorted.push(numbers[i]!);
  else for (let i = 0; i < n; i++) sorted.push(numbers[i]!);
  self.data = sorted;
  return true;
}

/** So few ints are sorted in place: a typed array takes longer to make. */
const FEW = 24;

function insertNumbers(numbers: number[]): void {
  for (let i = 1; i < numbers.length; i++) {
    const v = numbers[i]!;
    let at = i;
    for (; at > 0 && numbers[at - 1]! > v; at--) numbers[at] = numbers[at - 1]!;
    numbers[at] = v;
  }
}

function isSorted(numbers: readonly number[], backwards: boolean): boolean {
  const n = numbers.length;
  if (backwards) for (let i = 1; i < n; i++) if (numbers[i]! > numbers[i - 1]!) return false;
  if (!backwards) for (let i = 1; i < n; i++) if (numbers[i]! < numbers[i - 1]!) return false;
  return true;
}

/** How ints, floats, strs and tuples are compared: without Python as far as that goes. Undefined for other keys. */
function simpleOrder(vm: Vm, keys: readonly Value[]): Less | undefined {
  const first = keys[0]!;
  if (typeof first === "number") {
    return keys.every((k) => typeof k === "number") ? (a, b) => (keys[a] as number) < (keys[b] as number) : undefined;
  }
  const { type } = first;
  if (type !== StrType && type !== FloatType && type !== TupleType) return undefined;
  if (!keys.every((k) => typeof k !== "number" && k.type === type)) return undefined;
  if (type === StrType) {
    if (!keys.every((k) => typeof (k as Leaf).data === "string")) return undefined;
    const texts = keys.map((k) => (k as Leaf).data as string);
    return (a, b) => texts[a]! < texts[b]!;
  }
  if (type === FloatType) return (a, b) => (keys[a] as PyFloat).v < (keys[b] as PyFloat).v;
  return (a, b) => tupleLess(vm, keys[a] as PyTuple, keys[b] as PyTuple);
}

function tupleLess(vm: Vm, left: PyTuple, right: PyTuple): boolean {
  const a = left.data as Value[];
  const b = right.data as Value[];
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (typeof x === "number") {
      if (typeof y === "number") return x < y;
    } else if (typeof y !== "number" && x.type === y.type) {
      if (x.type === StrType) {
        const s = (x as Leaf).data as Text;
        const t = (y as Leaf).data as Text;
        if (typeof s === "string" && typeof t === "string") {
          if (s === t) continue;
          return s < t;
        }
      } else if (x.type === FloatType) {
        if ((x as PyFloat).v === (y as PyFloat).v) continue;
        return (x as PyFloat).v < (y as PyFloat).v;
      }
    }
    const mark = vm.scopeCount;
    const equal = richCompareBool(vm, x, y, EQ);
    const answer = equal ? false : richCompareBool(vm, x, y, LT);
    if (vm.scopeCount > mark) closeScope(vm, mark);
    if (!equal) return answer;
  }
  return a.length < b.length;
}

interface Run {
  start: number;
  length: number;
  /** Depth in the merge tree of the border to the next run. */
  power: number;
}

type Less = (a: number, b: number) => boolean;

/** Stable sort of a by `less`; when that throws, a is some permutation of what it was. */
function powersort(a: number[], less: Less): void {
  const n = a.length;
  let shortest = n;
  let odd = 0;
  while (shortest >= 64) {
    odd |= shortest & 1;
    shortest >>= 1;
  }
  shortest += odd;
  const stack: Run[] = [];
  for (let lo = 0; lo < n; ) {
    let length = countRun(a, lo, less);
    if (length < shortest) {
      const forced = Math.min(n - lo, shortest);
      insertionSort(a, lo, lo + forced, lo + length, less);
      length = forced;
    }
    const top = stack[stack.length - 1];
    if (top !== undefined) {
      const power = powerOf(top.start, top.length, length, n);
      while (stack.length > 1 && stack[stack.length - 2]!.power > power) mergeTop(a, stack, less);
      stack[stack.length - 1]!.power = power;
    }
    stack.push({ start: lo, length, power: 0 });
    lo += length;
  }
  while (stack.length > 1) mergeTop(a, stack, less);
}

function reverse(a: number[], from: number, to: number): void {
  for (let l = from, r = to - 1; l < r; l++, r--) {
    const swap = a[l]!;
    a[l] = a[r]!;
    a[r] = swap;
  }
}

/** Length of the run at lo. A falling one is reversed; equal neighbours in it are turned first, so that they keep their order. */
function countRun(a: number[], lo: number, less: Less): number {
  const n = a.length;
  let i = lo + 1;
  while (i < n && !less(a[i]!, a[i - 1]!)) i++;
  if (i >= n) return n - lo;
  if (i - lo > 1) {
    if (less(a[lo]!, a[i - 1]!)) return i - lo;
    reverse(a, lo, i);
  }
  i++;
  let equal = 0;
  for (; i < n; i++) {
    if (less(a[i]!, a[i - 1]!)) {
      if (equal > 0) reverse(a, i - equal - 1, i);
      equal = 0;
    } else if (less(a[i - 1]!, a[i]!)) break;
    else equal++;
  }
  if (equal > 0) reverse(a, i - equal - 1, i);
  reverse(a, lo, i);
  while (i < n && !less(a[i]!, a[i - 1]!)) i++;
  return i - lo;
}

/** Sorts a[lo:hi], of which a[lo:from] is sorted. */
function insertionSort(a: number[], lo: number, hi: number, from: number, less: Less): void {
  for (let i = from; i < hi; i++) {
    const pivot = a[i]!;
    let l = lo;
    let r = i;
    while (l < r) {
      const middle = (l + r) >> 1;
      if (less(pivot, a[middle]!)) r = middle;
      else l = middle + 1;
    }
    for (let p = i; p > l; p--) a[p] = a[p - 1]!;
    a[l] = pivot;
  }
}

/** The first level of the binary tree over [0, n) on which the middles of two neighbouring runs part. */
function powerOf(start: number, first: number, second: number, n: number): number {
  let a = 2 * start + first;
  let b = a + first + second;
  for (let power = 1; ; power++) {
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) return power;
    a *= 2;
    b *= 2;
  }
}

function mergeTop(a: number[], stack: Run[], less: Less): void {
  const second = stack.pop()!;
  const first = stack[stack.length - 1]!;
  merge(a, first.start, second.start, second.start + second.length, less);
  first.length += second.length;
  first.power = second.power;
}

/** Merges a[lo:mid] and a[mid:hi]. */
function merge(a: number[], lo: number, mid: number, hi: number, less: Less): void {
  // What is in place already needs no merging: a search at each end.
  let l = lo;
  for (let r = mid; l < r; ) {
    const middle = (l + r) >> 1;
    if (less(a[mid]!, a[middle]!)) r = middle;
    else l = middle + 1;
  }
  if (l === mid) return;
  let end = mid;
  for (let r = hi; end < r; ) {
    const middle = (end + r) >> 1;
    if (less(a[middle]!, a[mid - 1]!)) end = middle + 1;
    else r = middle;
  }
  const left = a.slice(l, mid);
  let i = 0;
  let j = mid;
  let to = l;
  try {
    while (i < left.length && j < end) a[to++] = less(a[j]!, left[i]!) ? a[j++]! : left[i++]!;
  } finally {
    while (i < left.length) a[to++] = left[i++]!;
  }
}
