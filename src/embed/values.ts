// Python values as JavaScript values and back, for the npm API. See docs/embed.md.
import type { Container, Leaf, Value } from "../core/object.ts";
import { newRef } from "../memory/ref.ts";
import { typeOf } from "../core/type.ts";
import { False, True } from "../types/bool.ts";
import { BytesType, newBytes } from "../types/bytes.ts";
import { DictType } from "../types/dict/dict.ts";
import { dictItems, dictSet, newScopedDict } from "../types/dict/dict-object.ts";
import { FloatType, floatValue, newFloat } from "../types/float.ts";
import { intValue, isExactInt, newInt } from "../types/int/int-object.ts";
import { ListType, newList } from "../types/list.ts";
import { None } from "../types/none.ts";
import { FrozenSetType, SetType } from "../types/set/set.ts";
import { newSet, setAddItem, setItems } from "../types/set/set-object.ts";
import { StrType } from "../types/str/str.ts";
import { strFromJs, textOf } from "../types/str/str-object.ts";
import { TupleType } from "../types/tuple.ts";
import type { Vm } from "../vm/vm.ts";

/** What an object that has no JavaScript counterpart becomes, and what becomes of host functions and handles on the way in. */
export interface Foreign {
  wrap(v: Value): unknown;
  unwrap(v: unknown): Value | undefined;
}

/**
 * None is null, ints are numbers (bigints beyond 2**53), bytes are Uint8Array, lists and tuples arrays, dicts Maps, sets Sets; instances of
 * subclasses and everything else is what `foreign` makes of them. Shared and cyclic structure is kept.
 */
export function toJs(v: Value, foreign: Foreign, seen = new Map<Value, unknown>()): unknown {
  if (typeof v === "number") return v;
  if (v === None) return null;
  if (v === True) return true;
  if (v === False) return false;
  if (isExactInt(v)) return intValue(v);
  const known = seen.get(v);
  if (known !== undefined) return known;
  switch (typeOf(v)) {
    case FloatType:
      return floatValue(v);
    case StrType:
      return textOf(v as Leaf);
    case BytesType:
      return ((v as Leaf).data as Uint8Array).slice();
    case ListType:
    case TupleType: {
      const out: unknown[] = [];
      seen.set(v, out);
      for (const item of (v as Container).data as Value[]) out.push(toJs(item, foreign, seen));
      return out;
    }
    case DictType: {
      const out = new Map<unknown, unknown>();
      seen.set(v, out);
      for (const [key, value] of dictItems(v as Container)) out.set(toJs(key, foreign, seen), toJs(value, foreign, seen));
      return out;
    }
    case SetType:
    case FrozenSetType: {
      const out = new Set<unknown>();
      seen.set(v, out);
      for (const item of setItems(v as Container)) out.add(toJs(item, foreign, seen));
      return out;
    }
    default:
      return foreign.wrap(v);
  }
}

/**
 * The inverse, in the current scope: null and undefined are None, whole numbers ints, objects with no prototype but Object's dicts with
 * string keys. Throws a TypeError of JavaScript for what has no Python counterpart.
 */
export function fromJs(vm: Vm, v: unknown, foreign: Foreign, seen = new Map<unknown, Value>()): Value {
  switch (typeof v) {
    case "undefined":
      return None;
    case "boolean":
      return v ? True : False;
    case "number":
      return Number.isSafeInteger(v) && !Object.is(v, -0) ? v : newFloat(v);
    case "bigint":
      return newInt(v);
    case "string":
      return strFromJs(v);
    default:
  }
  if (v === null) return None;
  const known = foreign.unwrap(v) ?? seen.get(v);
  if (known !== undefined) return known;
  if (v instanceof Uint8Array) return newBytes(v.slice());
  if (Array.isArray(v)) {
    const list = newList(vm, []);
    seen.set(v, list);
    for (const item of v) (list.data as Value[]).push(newRef(fromJs(vm, item, foreign, seen)));
    return list;
  }
  if (v instanceof Map || isPlain(v)) {
    const dict = newScopedDict(vm);
    seen.set(v, dict);
    for (const [key, value] of v instanceof Map ? v : Object.entries(v)) dictSet(vm, dict, fromJs(vm, key, foreign, seen), fromJs(vm, value, foreign, seen));
    return dict;
  }
  if (v instanceof Set) {
    const set = newSet(vm, []);
    seen.set(v, set);
    for (const item of v) setAddItem(vm, set, fromJs(vm, item, foreign, seen));
    return set;
  }
  throw new TypeError(`a ${typeof v === "object" ? (v.constructor?.name ?? "null-prototype object") : typeof v} has no Python counterpart`);
}

function isPlain(v: unknown): v is Record<string, unknown> {
  if (typeof v !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(v);
  return prototype === Object.prototype || prototype === null;
}
