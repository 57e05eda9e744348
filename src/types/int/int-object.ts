// int objects: JavaScript numbers in the safe range, Leafs with a bigint beyond it, payloads of subclasses. See docs/types.md.
import { type Container, Leaf, TPFLAGS_LONG_SUBCLASS, type Value } from "../../core/object.ts";
import { IntType } from "./int.ts";

/** Any int: int itself, bool, subclasses. */
export function isBigOrInt(v: Value): boolean {
  return typeof v === "number" || (v.type.flags & TPFLAGS_LONG_SUBCLASS) !== 0;
}

/** Exactly int. */
export function isExactInt(v: Value): boolean {
  return typeof v === "number" || v.type === IntType;
}

/** The value of any int: a number when it is a safe integer, else a bigint. */
export function intValue(v: Value): number | bigint {
  return typeof v === "number" ? v : ((v as Leaf | Container).data as number | bigint);
}

/** The value of any int as a bigint. */
export function bigValue(v: Value): bigint {
  return BigInt(intValue(v));
}

/** An int object. Numbers must be safe integers; bigints may be of any size. */
export function newInt(n: number | bigint): Value {
  if (typeof n === "number") return n === 0 ? 0 : n;
  if (n >= -9007199254740991n && n <= 9007199254740991n) return Number(n);
  const o = new Leaf(IntType, n, null);
  if (IntType.onBirth !== null) IntType.onBirth(o);
  return o;
}

/** A value in canonical form: number if safe. */
export function narrow(n: bigint): number | bigint {
  return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}
