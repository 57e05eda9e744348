// list.sort: runs, binary insertion and merges in powersort's order. Mirrors the sorting half of Objects/listobject.c. See docs/types.md.
import { LT, richCompareBool } from "../core/compare.ts";
import { call } from "../core/call.ts";
import { valueError } from "../core/errors.ts";
import { truth } from "../core/number.ts";
import type { Leaf, PyFloat, PyList, Value } from "../core/object.ts";
import { closeScope, dropAll, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { FloatType } from "./float.ts";
import { None } from "./none.ts";
import { StrType } from "./str/str.ts";

/** list.sort(*, key, reverse). The list looks empty meanwhile. */
export function list_sort(vm: Vm, self: PyList, key?: Value, reverse?: Value): void {
  const backwards = reverse !== undefined && truth(vm, reverse);
  const values = self.data as Value[];
  const placeholder: Value[] = [];
  // A change and its reversal leave no other trace.
  let touched = false;
  for (const name of ["push", "splice"] as const) {
    Object.defineProperty(placeholder, name, {
      configurable: true,
      value: (...args: [number, ...Value[]]) => {
        touched = true;
        return (Array.prototype[name] as (...a: unknown[]) => unknown).apply(placeholder, args);
      },
    });
  }
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
    const order = values.map((_, i) => i);
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
  const simple = simpleOrder(keys);
  if (simple !== undefined) {
    order.sort(simple);
    return;
  }
  const less = (a: number, b: number): boolean => {
    const mark = vm.scopeCount;
    const answer = richCompareBool(vm, keys[a]!, keys[b]!, LT);
    if (vm.scopeCount > mark) closeScope(vm, mark);
    return answer;
  };
  powersort(order, less);
}

/** Numbers only, or strs only: compared without Python, in the host's own stable sort. */
function simpleOrder(keys: readonly Value[]): ((a: number, b: number) => number) | undefined {
  const first = keys[0]!;
  if (typeof first === "number") {
    return keys.every((k) => typeof k === "number") ? (a, b) => (keys[a] as number) - (keys[b] as number) : undefined;
  }
  if (first.type === StrType) {
    if (!keys.every((k) => typeof k !== "number" && k.type === StrType && typeof (k as Leaf).data === "string")) return undefined;
    const texts = keys.map((k) => (k as Leaf).data as string);
    return (a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0);
  }
  if (first.type === FloatType) {
    if (!keys.every((k) => typeof k !== "number" && k.type === FloatType && !Number.isNaN((k as PyFloat).v))) return undefined;
    return (a, b) => {
      const x = (keys[a] as PyFloat).v;
      const y = (keys[b] as PyFloat).v;
      return x < y ? -1 : x > y ? 1 : 0;
    };
  }
  return undefined;
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
