// How many items a list has room for: sys.getsizeof shows it. Kept in `aux` of exact lists: a capacity since which items were only
// appended one by one; null where the list is as large as it was made. Mirrors list_resize in Objects/listobject.c. See docs/memory.md.
import { type Container, K_DICT, K_LIST, K_RANGE, K_SET, K_STR, K_TUPLE, TPFLAGS_HEAPTYPE, type Value } from "../core/object.ts";

const grown = (n: number): number => Math.floor((n + Math.floor(n / 8) + 6) / 4) * 4;

/** Room of a list that has `length` items. */
function capacityAt(list: Container, length: number): number {
  let capacity = list.aux as number | null;
  if (typeof capacity !== "number") return length;
  while (capacity < length) capacity = grown(capacity + 1);
  return capacity;
}

/** Room of a list now. */
export function listCapacity(list: Container): number {
  const { length } = list.data as Value[];
  // Of a class's instance only the length is known: as if list.__init__ had filled it.
  return (list.type.flags & TPFLAGS_HEAPTYPE) !== 0 ? length + (length & 1) : capacityAt(list, length);
}

function resized(capacity: number, before: number, after: number): number {
  if (capacity >= after && after >= capacity >> 1) return capacity;
  if (after === 0) return 0;
  const wanted = grown(after);
  return after - before > wanted - after ? Math.floor((after + 3) / 4) * 4 : wanted;
}

/** The list was made with room for `room` items and filled one by one. */
export function notePreallocated(list: Container, room: number): void {
  list.aux = room;
}

/** Room that str.split and bytes.split begin with: `most` parts can come at most. */
export const splitRoom = (most: number): number => Math.min(most + 1, 12);

/** The length of an exact list has changed by an operation that resizes once. */
export function noteResize(list: Container, before: number, after: number): void {
  if ((list.type.flags & TPFLAGS_HEAPTYPE) === 0) list.aux = resized(capacityAt(list, before), before, after);
}

/** list.extend of `source` has added items behind the first `before`. */
export function noteExtend(list: Container, before: number, after: number, source: Value): void {
  if ((list.type.flags & TPFLAGS_HEAPTYPE) !== 0) return;
  const added = after - before;
  let capacity = capacityAt(list, before);
  const kind = typeof source === "number" ? -1 : source.type.kind;
  if (kind === K_LIST || kind === K_TUPLE) {
    if (added > 0) capacity = capacity === 0 ? added + (added & 1) : resized(capacity, before, after);
  } else if (kind === K_DICT || kind === K_SET || (typeof source !== "number" && /^dict_(keys|values|items)$/.test(source.type.name))) {
    if (added > 0) capacity = resized(capacity, before, after);
  } else {
    const hint = kind === K_RANGE || kind === K_STR ? added : 8;
    capacity = capacity === 0 ? hint + (hint & 1) : resized(capacity, before, before + hint);
    while (capacity < after) capacity = grown(capacity + 1);
    if (after < capacity) capacity = resized(capacity, after, after);
  }
  list.aux = capacity;
}
