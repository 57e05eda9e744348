// The collector's lists in an image. What belongs to static types is immortal and in the lists of the first Vm of each process; an image does not hold it,
// so its lists must go past it. See docs/freeze.md.
import { type Container, type GcNode, IMMORTAL } from "../../core/object.ts";
import type { Vm } from "../vm.ts";

const HEADS = ["young", "middle", "old", "permanent", "brought"] as const;

function unlink(o: GcNode): void {
  o.gcPrev!.gcNext = o.gcNext;
  o.gcNext!.gcPrev = o.gcPrev;
}

function linkBehind(o: GcNode, prev: GcNode): void {
  const next = prev.gcNext!;
  o.gcPrev = prev;
  o.gcNext = next;
  prev.gcNext = o;
  next.gcPrev = o;
}

/** Runs something while what is immortal is in none of the Vm's lists; afterwards it is where it was. */
export function withoutStatics<T>(vm: Vm, run: () => T): T {
  const taken: [o: GcNode, prev: GcNode][] = [];
  for (const name of HEADS) {
    const head = vm[name];
    let prev: GcNode = head;
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) {
      if (o.rc >= IMMORTAL) taken.push([o, prev]);
      prev = o;
    }
  }
  for (const [o] of taken) unlink(o);
  for (const [o] of taken) o.gcPrev = o.gcNext = null;
  try {
    return run();
  } finally {
    for (const [o, prev] of taken) linkBehind(o, prev);
  }
}

/** The heads of a Vm's lists, before it is given others. */
export function headsOf(vm: Vm): Container[] {
  return HEADS.map((name) => vm[name]);
}

/** What was in these lists goes on in the Vm's oldest generation. */
export function keepTracked(vm: Vm, heads: readonly Container[]): void {
  for (const head of heads) {
    for (let o = head.gcNext!; o !== head; ) {
      const next = o.gcNext!;
      linkBehind(o, vm.old.gcPrev!);
      o = next;
    }
    head.gcPrev = head.gcNext = head;
  }
}
