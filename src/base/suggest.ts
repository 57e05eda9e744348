// "Did you mean": the nearest of some names to a wrong one. Mirrors Python/suggestions.c. See docs/base.md.

/** More candidates than this are not looked at. */
const MAX_CANDIDATES = 750;
/** Longer names (in UTF-8 bytes) are never near. */
const MAX_SIZE = 40;
/** An insertion, a deletion or another letter. */
const MOVE_COST = 2;
/** Another case of the same letter. */
const CASE_COST = 1;

const encoder = new TextEncoder();

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

function substitution(a: number, b: number): number {
  if ((a & 31) !== (b & 31)) return MOVE_COST;
  if (a === b) return 0;
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

/** How far two names are from each other; beyond `limit` any number above it. */
function distance(left: Uint8Array, right: Uint8Array, limit: number): number {
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left[start] === right[start]) start++;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  let a = left.subarray(start, leftEnd);
  let b = right.subarray(start, rightEnd);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_SIZE || b.length > MAX_SIZE) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST;
    let least = Infinity;
    result = diagonal;
    for (let i = 0; i < a.length; i++) {
      const replaced = diagonal + substitution(b[j]!, a[i]!);
      diagonal = row[i]!;
      result = Math.min(replaced, Math.min(result, diagonal) + MOVE_COST);
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

/** The name of `names` that is most like `wrong`, if one is like it at all. */
export function nearestName(names: readonly string[], wrong: string): string | undefined {
  if (names.length >= MAX_CANDIDATES) return undefined;
  const target = encoder.encode(wrong);
  let nearest: string | undefined;
  let least = Infinity;
  for (const name of names) {
    if (name === wrong) continue;
    const bytes = encoder.encode(name);
    const limit = Math.min(Math.floor(((target.length + bytes.length + 3) * MOVE_COST) / 6), least - 1);
    const d = distance(target, bytes, limit);
    if (d > limit) continue;
    if (nearest === undefined || d < least) {
      nearest = name;
      least = d;
    }
  }
  return nearest;
}
