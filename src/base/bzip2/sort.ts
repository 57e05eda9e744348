// The Burrows-Wheeler transform's sort: rotations of a block by doubling prefixes. Equal rotations (of periodic blocks) come out as they do from
// libbzip2's own sort of this kind, which decides what stands in a block's header. See docs/base.md.

const SMALL = 10;

function insertionSort(order: Int32Array, rank: Int32Array, lo: number, hi: number, step: number): void {
  for (let i = hi - step; i >= lo; i--) {
    const moved = order[i]!;
    const r = rank[moved]!;
    let j = i + step;
    for (; j <= hi && r > rank[order[j]!]!; j += step) order[j - step] = order[j]!;
    order[j - step] = moved;
  }
}

function swap(order: Int32Array, a: number, b: number): void {
  const v = order[a]!;
  order[a] = order[b]!;
  order[b] = v;
}

function swapRanges(order: Int32Array, a: number, b: number, n: number): void {
  for (let i = 0; i < n; i++) swap(order, a + i, b + i);
}

/** Three-way quicksort of order[from..to] by rank; the pivot is chosen by a fixed sequence. */
function quickSort(order: Int32Array, rank: Int32Array, from: number, to: number): void {
  const todo: number[] = [from, to];
  let random = 0;
  while (todo.length > 0) {
    const hi = todo.pop()!;
    const lo = todo.pop()!;
    if (hi - lo < SMALL) {
      if (hi - lo > 3) insertionSort(order, rank, lo, hi, 4);
      if (hi > lo) insertionSort(order, rank, lo, hi, 1);
      continue;
    }
    random = (random * 7621 + 1) % 32768;
    const third = random % 3;
    const pivot = rank[order[third === 0 ? lo : third === 1 ? (lo + hi) >> 1 : hi]!]!;
    let left = lo;
    let lessEqual = lo;
    let right = hi;
    let greaterEqual = hi;
    for (;;) {
      for (; left <= right; left++) {
        const n = rank[order[left]!]! - pivot;
        if (n > 0) break;
        if (n === 0) swap(order, left, lessEqual++);
      }
      for (; left <= right; right--) {
        const n = rank[order[right]!]! - pivot;
        if (n < 0) break;
        if (n === 0) swap(order, right, greaterEqual--);
      }
      if (left > right) break;
      swap(order, left++, right--);
    }
    if (greaterEqual < lessEqual) continue;
    const n = Math.min(lessEqual - lo, left - lessEqual);
    swapRanges(order, lo, left - n, n);
    const m = Math.min(hi - greaterEqual, greaterEqual - right);
    swapRanges(order, left, hi - m + 1, m);
    const end = lo + left - lessEqual - 1;
    const start = hi - (greaterEqual - right) + 1;
    if (end - lo > hi - start) todo.push(lo, end, start, hi);
    else todo.push(start, hi, lo, end);
  }
}

/** Where the rotations of a block begin, sorted. */
export function sortRotations(block: Uint8Array): Int32Array {
  const n = block.length;
  const order = new Int32Array(n);
  const rank = new Int32Array(n);
  // heads[i]: a bucket of rotations that are equal so far begins at i; one beyond the end closes the last bucket.
  const heads = new Uint8Array(n + 1);
  const starts = new Int32Array(257);
  for (const b of block) starts[b + 1]!++;
  for (let i = 0; i < 256; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(1);
  for (let i = 0; i < n; i++) order[--next[block[i]!]!] = i;
  for (let i = 0; i < 256; i++) heads[starts[i]!] = 1;
  heads[n] = 1;
  for (let depth = 1, open = n; depth <= n && open > 0; depth *= 2) {
    let head = 0;
    for (let i = 0; i < n; i++) {
      if (heads[i] === 1) head = i;
      const k = order[i]! - depth;
      rank[k < 0 ? k + n : k] = head;
    }
    open = 0;
    for (let k = 0; ; ) {
      while (k < n && heads[k] === 1) k++;
      if (k >= n) break;
      const from = k - 1;
      while (heads[k] === 0) k++;
      const to = k - 1;
      open += to - from + 1;
      quickSort(order, rank, from, to);
      let last = -1;
      for (let i = from; i <= to; i++) {
        const r = rank[order[i]!]!;
        if (r !== last) heads[i] = 1;
        last = r;
      }
    }
  }
  return order;
}
