// Hashing: Python's hash() and the 30-bit one that tables use. See docs/core.md.
import { numberHash } from "../types/dict/table.ts";
import { strTableHash } from "../types/str/str-object.ts";
import { StrType } from "../types/str/str.ts";
import { tupleTableHash } from "../types/tuple-hash.ts";
import { TupleType } from "../types/tuple.ts";
import type { Vm } from "../vm/vm.ts";
import { typeError } from "./errors.ts";
import type { PyStr, PyTuple, Value } from "./object.ts";
import { typeName } from "./type.ts";

const MODULUS = 2305843009213693951n;

/** Python's hash(): a number when it is a safe integer, else a bigint in signed 64-bit range. Raises TypeError for unhashable objects. */
export function hash(vm: Vm, v: Value): number | bigint {
  if (typeof v === "number") return hashNumber(v);
  const tp_hash = v.type.tp_hash;
  if (tp_hash === undefined || tp_hash === null) throw typeError(vm, `unhashable type: '${typeName(v)}'`);
  return tp_hash(vm, v);
}

/** hash() of an int that is a JavaScript number; a safe integer is below the modulus. */
export function hashNumber(n: number): number {
  return n === -1 ? -2 : n;
}

export function hashBigInt(n: bigint): number | bigint {
  let h = n < 0n ? -(-n % MODULUS) : n % MODULUS;
  if (h === -1n) h = -2n;
  return foldSafe(h);
}

/** A bigint hash as a number where it is a safe integer. */
export function foldSafe(h: bigint): number | bigint {
  return h >= -9007199254740991n && h <= 9007199254740991n ? Number(h) : h;
}

/** Table hash of a key. A str has a cheaper one in tables of strs and numbers only (simple): no other key meets it there. */
export function tableHash(vm: Vm, v: Value, simple: boolean): number {
  if (typeof v === "number") return numberHash(v);
  if (simple && v.type === StrType) return strTableHash(v as PyStr);
  if (v.type === TupleType) return tupleTableHash(vm, v as PyTuple);
  return foldHash(hash(vm, v));
}

/** Folds hash() to 30 bits, equal for equal numbers of every type. */
export function foldHash(h: number | bigint): number {
  return typeof h === "number" ? numberHash(h) : Number(BigInt.asUintN(30, h));
}
