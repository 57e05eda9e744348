// The hash of tuples in halves of 32 bits: no bigint is made on the way into a table. Mirrors tuple_hash of Objects/tupleobject.c. See docs/types.md.
import { highHalf, lowHalf } from "../base/hash.ts";
import { hash } from "../core/hash.ts";
import { Container, type Leaf, type PyTuple, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { numberHash } from "./dict/table.ts";
import { strHashHigh } from "./str/hash.ts";
import { strTableHash } from "./str/str-object.ts";
import { StrType } from "./str/str.ts";
import { TupleType } from "./tuple.ts";

// xxHash's primes.
const P1_LOW = 0x85ebca87 | 0;
const P1_HIGH = 0x9e3779b1 | 0;
const P2_LOW = 0x27d4eb4f;
const P2_HIGH = 0xc2b2ae3d | 0;
const P5_LOW = 0x165667c5;
const P5_HIGH = 0x27d4eb2f;

/** Low and high half of the last hash: read at once by who asked for it. */
export const halves: Int32Array = new Int32Array(2);

/** The upper 32 bits of the product of two unsigned 32-bit numbers. */
function upperProduct(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const middle = ah * bl + ((al * bl) >>> 16);
  const other = al * bh + (middle % 65536);
  return (ah * bh + Math.floor(middle / 65536) + Math.floor(other / 65536)) | 0;
}

/** Computes the hash of a tuple into `halves`. */
export function hashTuple(vm: Vm, self: PyTuple): void {
  const known = self.type === TupleType ? (self.aux as bigint | null) : null;
  if (known !== null) {
    halves[0] = lowHalf(known);
    halves[1] = highHalf(known);
    return;
  }
  const items = self.data as Value[];
  let low = P5_LOW;
  let high = P5_HIGH;
  // Hashes that Python code computes are asked for once.
  let quick = true;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let itemLow: number;
    let itemHigh: number;
    if (typeof item === "number") {
      itemLow = item | 0;
      itemHigh = item === itemLow ? itemLow >> 31 : Math.floor(item / 4294967296) | 0;
      if (item === -1) itemLow = -2;
    } else if (item.type === StrType && !vm.seededHash) {
      const text = strTableHash(item as Leaf);
      const top = strHashHigh(vm, text);
      itemLow = (top << 30) | text;
      itemHigh = top >> 2;
    } else if (item.type === TupleType) {
      hashTuple(vm, item as PyTuple);
      if ((item as PyTuple).aux !== null) quick = false;
      itemLow = halves[0]!;
      itemHigh = halves[1]!;
    } else {
      quick = false;
      const h = hash(vm, item);
      itemLow = lowHalf(h);
      itemHigh = highHalf(h);
    }
    // acc += item * P2
    const productLow = Math.imul(itemLow, P2_LOW);
    const productHigh = (upperProduct(itemLow, P2_LOW) + Math.imul(itemHigh, P2_LOW) + Math.imul(itemLow, P2_HIGH)) | 0;
    const sum = (low >>> 0) + (productLow >>> 0);
    high = (high + productHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
    low = sum | 0;
    // rotated left by 31
    const rotatedLow = (low << 31) | (high >>> 1);
    const rotatedHigh = (high << 31) | (low >>> 1);
    // acc *= P1
    high = (upperProduct(rotatedLow, P1_LOW) + Math.imul(rotatedHigh, P1_LOW) + Math.imul(rotatedLow, P1_HIGH)) | 0;
    low = Math.imul(rotatedLow, P1_LOW);
  }
  const sum = (low >>> 0) + ((items.length ^ P5_LOW ^ 3527539) >>> 0);
  high = (high + P5_HIGH + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = sum | 0;
  if (low === -1 && high === -1) {
    low = 1546275796;
    high = 0;
  }
  if (!quick && self.type === TupleType) self.aux = (BigInt(high) << 32n) | BigInt(low >>> 0);
  halves[0] = low;
  halves[1] = high;
}

/** A hash in halves as hash() answers it: a number where it is a safe integer. */
function joined(low: number, high: number): number | bigint {
  if (high < 0x200000 && high > -0x200000) return high * 4294967296 + (low >>> 0);
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

export function tuple_hash(vm: Vm, self: PyTuple): number | bigint {
  hashTuple(vm, self);
  return joined(halves[0]!, halves[1]!);
}

/** The hash of a tuple of these items. */
export function itemsHash(vm: Vm, items: Value[]): number | bigint {
  return tuple_hash(vm, new Container(TupleType, items, null));
}

/** Table hash of a tuple: tuple_hash folded to 30 bits. */
export function tupleTableHash(vm: Vm, self: PyTuple): number {
  hashTuple(vm, self);
  const low = halves[0]!;
  const high = halves[1]!;
  return high < 0x200000 && high > -0x200000 ? numberHash(high * 4294967296 + (low >>> 0)) : low & 0x3fffffff;
}
