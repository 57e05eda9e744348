// Subscripts, slices and containment. See docs/interpreter.md.
import { contains } from "../../core/iterate.ts";
import { getItem, setItem } from "../../core/number.ts";
import type { Container, Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { own } from "../../memory/ref.ts";
import { False, True } from "../../types/bool.ts";
import { DictType } from "../../types/dict/dict.ts";
import { dictGet, dictSet } from "../../types/dict/dict-object.ts";
import { None } from "../../types/none.ts";
import { TupleType } from "../../types/tuple.ts";
import { newSlice } from "../../types/slice.ts";
import type { Vm } from "../../vm/vm.ts";

/** container[key], borrowed; undefined for a key that a dict lacks. */
export function lookupSubscript(vm: Vm, container: Value, key: Value): Value | undefined {
  if (typeof container !== "number") {
    const type = container.type;
    if (type === DictType) return dictGet(vm, container as Container, key);
    if (typeof key === "number" && type === TupleType) {
      const items = (container as Container).data as Value[];
      const v = items[key < 0 ? key + items.length : key];
      if (v !== undefined) return v;
    }
  }
  return getItem(vm, container, key);
}

function dropRange(vm: Vm, from: number, to: number): void {
  const S = vm.stack;
  for (let i = to - 1; i >= from; i--) {
    const v = S[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
}

export function binarySlice(vm: Vm, sp: number): number {
  const S = vm.stack;
  const mark = vm.scopeCount;
  const result = own(vm, mark, getItem(vm, S[sp - 3]!, newSlice(vm, S[sp - 2]!, S[sp - 1]!, None)));
  dropRange(vm, sp - 3, sp);
  S[sp - 3] = result;
  return sp - 2;
}

export function storeSlice(vm: Vm, sp: number): number {
  const S = vm.stack;
  setItem(vm, S[sp - 3]!, newSlice(vm, S[sp - 2]!, S[sp - 1]!, None), S[sp - 4]!);
  dropRange(vm, sp - 4, sp);
  return sp - 4;
}

/** value, container, key. */
export function storeSubscript(vm: Vm, sp: number): number {
  const S = vm.stack;
  const container = S[sp - 2]!;
  if (typeof container !== "number" && container.type === DictType) dictSet(vm, container as Container, S[sp - 1]!, S[sp - 3]!);
  else setItem(vm, container, S[sp - 1]!, S[sp - 3]!);
  dropRange(vm, sp - 3, sp);
  return sp - 3;
}

export function deleteSubscript(vm: Vm, sp: number): number {
  const S = vm.stack;
  setItem(vm, S[sp - 2]!, S[sp - 1]!, undefined);
  dropRange(vm, sp - 2, sp);
  return sp - 2;
}

/** item, container; arg 1 inverts. */
export function containsOp(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const answer = contains(vm, S[sp - 1]!, S[sp - 2]!) !== (arg === 1);
  dropRange(vm, sp - 2, sp);
  S[sp - 2] = answer ? True : False;
  return sp - 1;
}
