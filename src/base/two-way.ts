// Search for long needles in linear time: the two-way algorithm of Crochemore and Perrin. CPython's Objects/stringlib/fastsearch.h
// has one for the same purpose. See docs/base.md.

/** From this length on the worst case of simpler searches hurts. */
export const LONG_NEEDLE = 200;

type Units = ArrayLike<number>;

/** Where the maximal suffix of the needle starts (less one) and its period, for one of the two orders. */
function maximalSuffix(x: Units, reversed: boolean): [start: number, period: number] {
  const m = x.length;
  let start = -1;
  let candidate = 0;
  let k = 1;
  let period = 1;
  while (candidate + k < m) {
    const a = x[candidate + k]!;
    const b = x[start + k]!;
    if (a === b) {
      if (k !== period) k++;
      else {
        candidate += period;
        k = 1;
      }
    } else if (reversed ? a > b : a < b) {
      candidate += k;
      k = 1;
      period = candidate - start;
    } else {
      start = candidate;
      candidate = start + 1;
      k = 1;
      period = 1;
    }
  }
  return [start, period];
}

/** Index of the first `x` in hay[start, end), or -1. */
export function twoWayFind(hay: string | Units, x: Units, start: number, end: number): number {
  const m = x.length;
  const [i1, p1] = maximalSuffix(x, false);
  const [i2, p2] = maximalSuffix(x, true);
  const cut = Math.max(i1, i2);
  let period = i1 > i2 ? p1 : p2;
  let periodic = true;
  for (let k = 0; k <= cut && periodic; k++) periodic = x[k] === x[k + period];
  if (!periodic) period = Math.max(cut + 1, m - cut - 1) + 1;
  const text = typeof hay === "string" ? hay : null;
  const units = hay as Units;
  // How far the last unit of a window lets it move.
  const shifts = new Int32Array(256).fill(m);
  for (let k = 0; k < m; k++) shifts[x[k]! & 255] = m - 1 - k;
  let known = -1;
  for (let at = start; at <= end - m; ) {
    const lastUnit = text === null ? units[at + m - 1]! : text.charCodeAt(at + m - 1);
    const shift = shifts[lastUnit & 255]!;
    if (shift > 0) {
      // What is known of the window's start rules out the positions before its end.
      at += Math.max(shift, Math.max(cut, known) - cut + 1);
      known = -1;
      continue;
    }
    let k = Math.max(cut, known) + 1;
    while (k < m && x[k] === (text === null ? units[at + k] : text.charCodeAt(at + k))) k++;
    if (k < m) {
      at += k - cut;
      known = -1;
      continue;
    }
    k = cut;
    while (k > known && x[k] === (text === null ? units[at + k] : text.charCodeAt(at + k))) k--;
    if (k <= known) return at;
    at += period;
    known = periodic ? m - period - 1 : -1;
  }
  return -1;
}
