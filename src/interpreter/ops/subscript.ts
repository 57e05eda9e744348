// Subscripts, slices and containment. See docs/interpreter.md.
import { type Text, textLength } from "../../base/text.ts";
import { collect, contains } from "../../core/iterate.ts";
import { getItem, setItem } from "../../core/number.ts";
import { fail, indexError } from "../../core/errors.ts";
import type { Container, Leaf, Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { freeListNumber } from "../../memory/free-lists.ts";
import { own } from "../../memory/ref.ts";
import { False, True } from "../../types/bool.ts";
import { DictType } from "../../types/dict/dict.ts";
import { dictGet, dictSet } from "../../types/dict/dict-object.ts";
import { None } from "../../types/none.ts";
import { ListType, listSlice } from "../../types/list.ts";
import { assignRange } from "../../types/list-slice.ts";
import { newSlice, plainBound } from "../../types/slice.ts";
import { newChar } from "../../types/str/str-object.ts";
import { strSlice, StrType } from "../../types/str/str.ts";
import type { PyStr } from "../../core/object.ts";
import { TupleType, tupleSlice } from "../../types/tuple.ts";
import type { Vm } from "../../vm/vm.ts";

/** container[key], borrowed; undefined for a key that a dict lacks, and with vm.failure set for an index that a sequence lacks. */
export function lookupSubscript(vm: Vm, container: Value, key: Value): Value | undefined {
  if (typeof container !== "number") {
    const type = container.type;
    if (type === DictType) return dictGet(vm, container as Container, key);
    if (typeof key === "number") {
      if (type === TupleType) {
        const items = (container as Container).data as Value[];
        return items[key < 0 ? key + items.length : key] ?? fail(vm, indexError(vm, "tuple index out of range"));
      }
      if (type === ListType) {
        const items = (container as Container).data as Value[];
        return items[key < 0 ? key + items.length : key] ?? fail(vm, indexError(vm, "list index out of range"));
      }
      if (type === StrType) {
        const text = (container as Leaf).data as Text;
        if (typeof text === "string") {
          const { length } = text;
          if (key >= length || key < -length) return fail(vm, indexError(vm, "string index out of range"));
          return newChar(text.charCodeAt(key < 0 ? key + length : key));
        }
      }
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

const SLICES = freeListNumber("slice");

/**
 * container[a:b] without a slice object; undefined where one is needed: for other types and bounds, for those who watch allocations, and for
 * the first one, which CPython's free list does not supply.
 */
function plainSlice(vm: Vm, container: Value, a: Value, b: Value): Value | undefined {
  if (typeof container === "number" || vm.freeLists[SLICES] === 0 || vm.watched) return undefined;
  const { type } = container;
  if (type !== ListType && type !== StrType && type !== TupleType) return undefined;
  const length = type === StrType ? textLength((container as PyStr).data as Text) : ((container as Container).data as Value[]).length;
  const start = plainBound(a, length, 0);
  const end = plainBound(b, length, length);
  if (start < 0 || end < 0) return undefined;
  if (type === StrType) return strSlice(container as PyStr, start, end);
  if (type === TupleType) return tupleSlice(vm, container as Container, start, end);
  return listSlice(vm, container as Container, start, 1, end - start);
}

/** list[a:b] = list or tuple, likewise; answers whether it is done. */
function storePlainSlice(vm: Vm, container: Value, a: Value, b: Value, value: Value): boolean {
  if (typeof container === "number" || container.type !== ListType || vm.freeLists[SLICES] === 0 || vm.watched) return false;
  if (typeof value === "number" || (value.type !== ListType && value.type !== TupleType)) return false;
  const { length } = (container as Container).data as Value[];
  const start = plainBound(a, length, 0);
  const end = plainBound(b, length, length);
  if (start < 0 || end < 0) return false;
  assignRange(vm, container as Container, start, Math.max(end - start, 0), collect(vm, value));
  return true;
}

export function binarySlice(vm: Vm, sp: number): number {
  const S = vm.stack;
  const mark = vm.scopeCount;
  const [container, a, b] = [S[sp - 3]!, S[sp - 2]!, S[sp - 1]!];
  const result = own(vm, mark, plainSlice(vm, container, a, b) ?? getItem(vm, container, newSlice(vm, a, b, None)));
  dropRange(vm, sp - 3, sp);
  S[sp - 3] = result;
  return sp - 2;
}

export function storeSlice(vm: Vm, sp: number): number {
  const S = vm.stack;
  const [value, container, a, b] = [S[sp - 4]!, S[sp - 3]!, S[sp - 2]!, S[sp - 1]!];
  if (!storePlainSlice(vm, container, a, b, value)) setItem(vm, container, newSlice(vm, a, b, None), value);
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
