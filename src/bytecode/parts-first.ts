// Walks the immutable containers in a value from the inside out, with a stack of its own: marshal data may nest two thousand deep,
// which is too much for the host's stack. See docs/bytecode.md.
import { FrozenSetConst, SliceConst, TupleConst } from "../base/constant.ts";
import type { MarshalValue } from "./marshal-values.ts";

/** The values in a tuple, frozenset or slice; undefined for all else. */
export function partsOf(value: MarshalValue): readonly MarshalValue[] | undefined {
  if (value instanceof TupleConst || value instanceof FrozenSetConst) return value.items as readonly MarshalValue[];
  if (value instanceof SliceConst) return [value.start, value.stop, value.step] as MarshalValue[];
  return undefined;
}

/**
 * Calls `finish` once for each container within `root`, itself last, unless `isKnown`. A container that contains itself is finished
 * after those of its parts that do not lead back to it; `cycle` hears of each way back.
 */
export function partsFirst(
  root: MarshalValue,
  isKnown: (container: MarshalValue) => boolean,
  finish: (container: MarshalValue) => void,
  cycle: (container: MarshalValue) => void,
): void {
  const stack: MarshalValue[] = [root];
  const open = new Set<MarshalValue>();
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (isKnown(top)) {
      stack.pop();
      continue;
    }
    if (open.has(top)) {
      finish(top);
      open.delete(top);
      stack.pop();
      continue;
    }
    open.add(top);
    for (const part of partsOf(top) ?? []) {
      if (partsOf(part) === undefined || isKnown(part)) continue;
      if (open.has(part)) cycle(part);
      else stack.push(part);
    }
  }
}
