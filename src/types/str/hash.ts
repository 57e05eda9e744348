// hash() of str: SipHash-1-3 under a fixed seed, else a cheaper one whose low bits are the table hash. See docs/types.md.
import { seededStrHash } from "./seeded-hash.ts";
import type { PyStr } from "../../core/object.ts";
import type { Vm } from "../../vm/vm.ts";
import { strTableHash } from "./str-object.ts";

/** hash(s). */
export function hashOfStr(vm: Vm, s: PyStr): number | bigint {
  if (vm.seededHash) return seededStrHash(vm, s);
  return wholeHash(vm, strTableHash(s));
}

/** The hash of a table hash. */
export function wholeHash(vm: Vm, low: number): number | bigint {
  // hash("") is 0 under every seed.
  if (low === 0) return 0;
  return (BigInt(strHashHigh(vm, low)) << 30n) | BigInt(low);
}

/**
 * What stands above the 30 bits of the table hash when no seed is fixed: 32 bits, the topmost two different. The whole is thus never a
 * safe integer, and folding it for a table gives the table hash back. A table hash of 0 is the whole hash.
 */
export function strHashHigh(vm: Vm, low: number): number {
  if (low === 0) return 0;
  const salt = vm.stateOf("str.hash", () => Number(BigInt.asIntN(32, vm.hashKey0)));
  let h = Math.imul(low ^ salt, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return (h & ~0x40000000) | ((~h >>> 1) & 0x40000000);
}
