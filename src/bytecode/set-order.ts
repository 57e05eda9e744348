// In which order CPython's frozenset gives its items: by their hashes, with PYTHONHASHSEED=0. Mirrors set_add_entry and
// set_table_resize of Objects/setobject.c and the hashes of the types that a constant can have. See docs/bytecode.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SurrogateText, TupleConst } from "../base/constant.ts";
import type { TextConst } from "../base/constant.ts";
import { hashComplex, hashDouble, hashInt } from "../base/int-math.ts";
import { siphash13 } from "../base/siphash.ts";
import { codePointsOf } from "../base/utf8.ts";
import type { CodeConst } from "./code-unit.ts";

const MASK_64 = 0xffffffffffffffffn;
const LINEAR_PROBES = 9;
const SMALLEST_TABLE = 8;

/** The items of a frozenset that was made by adding `items` one after the other, in the order of its table. */
export function setOrder<T extends CodeConst>(items: readonly T[]): T[] {
  let table: ({ item: T; hash: bigint } | undefined)[] = Array.from({ length: SMALLEST_TABLE }, () => undefined);
  let used = 0;
  for (const item of items) {
    const hash = hashOf(item);
    table[freeSlot(table, hash)] = { item, hash };
    used++;
    if (used * 5 < (table.length - 1) * 3) continue;
    const wanted = used > 50000 ? used * 2 : used * 4;
    let size = SMALLEST_TABLE;
    while (size <= wanted) size *= 2;
    const larger: typeof table = Array.from({ length: size }, () => undefined);
    for (const entry of table) if (entry !== undefined) larger[freeSlot(larger, entry.hash)] = entry;
    table = larger;
  }
  return table.filter((entry) => entry !== undefined).map((entry) => entry.item);
}

function freeSlot(table: readonly unknown[], hash: bigint): number {
  const mask = table.length - 1;
  let perturb = hash;
  let slot = Number(hash & BigInt(mask));
  for (;;) {
    const last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
    for (let i = slot; i <= last; i++) if (table[i] === undefined) return i;
    perturb >>= 5n;
    slot = Number((BigInt(slot) * 5n + 1n + perturb) & BigInt(mask));
  }
}

/** hash() as an unsigned 64-bit number, with all random keys zero. */
function hashOf(value: CodeConst): bigint {
  if (typeof value === "string" || value instanceof SurrogateText) return hashText(value);
  if (typeof value === "number" || typeof value === "bigint") return unsigned(hashInt(value));
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value === null) return 0xfca86420n;
  if (value instanceof Uint8Array) return hashBytes(value);
  if (value instanceof FloatConst) return unsigned(hashDouble(value.value));
  if (value instanceof ComplexConst) return unsigned(hashComplex(hashDouble(value.real), hashDouble(value.imag)));
  if (value instanceof TupleConst) return hashTuple(value.items as CodeConst[]);
  if (value instanceof FrozenSetConst) return hashFrozenSet(value.items as CodeConst[]);
  // Ellipsis and code objects go by their address in CPython: any number will do.
  return value instanceof EllipsisConst ? 1n : 2n;
}

function unsigned(hash: number | bigint): bigint {
  return BigInt.asUintN(64, BigInt(hash));
}

function hashText(text: TextConst): bigint {
  const points = codePointsOf(text);
  const largest = points.reduce((a, b) => Math.max(a, b), 0);
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  points.forEach((point, i) => {
    for (let k = 0; k < width; k++) bytes[i * width + k] = point >>> (8 * k);
  });
  return hashBytes(bytes);
}

function hashBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const [low, high] = siphash13(bytes, 0, 0, 0, 0);
  const hash = (BigInt(high) << 32n) | BigInt(low);
  return hash === MASK_64 ? MASK_64 - 1n : hash;
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;

function hashTuple(items: readonly CodeConst[]): bigint {
  let sum = PRIME_5;
  for (const item of items) {
    sum = (sum + hashOf(item) * PRIME_2) & MASK_64;
    sum = ((sum << 31n) | (sum >> 33n)) & MASK_64;
    sum = (sum * PRIME_1) & MASK_64;
  }
  sum = (sum + (BigInt(items.length) ^ (PRIME_5 ^ 3527539n))) & MASK_64;
  return sum === MASK_64 ? 1546275796n : sum;
}

function hashFrozenSet(items: readonly CodeConst[]): bigint {
  let hash = 0n;
  for (const item of items) {
    const part = hashOf(item);
    hash ^= ((part ^ 89869747n ^ (part << 16n)) * 3644798167n) & MASK_64;
  }
  hash ^= (BigInt(items.length + 1) * 1927868237n) & MASK_64;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK_64;
  return hash === MASK_64 ? 590923713n : hash;
}
