// Arguments of bytes methods: bytes of ints, of iterables, of strs; sub-sections to look for. Mirrors Objects/bytes_methods.c and
// the constructors of Objects/bytesobject.c and bytearrayobject.c. See docs/types.md.
import { checkName } from "./str/transform.ts";
import { call, lookupSpecial } from "../core/call.ts";
import { encode } from "../core/codec-hooks.ts";
import { asIndex, asSsize } from "../core/convert.ts";
import { dropError, matches, memoryError, typeError, valueError } from "../core/errors.ts";
import { forEach, getIter } from "../core/iterate.ts";
import { checkAllocation } from "../core/limits.ts";
import { PyError, type PyStr, type Value } from "../core/object.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { isSubtype, typeName, typeOf } from "../core/type.ts";
import { hold } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { asBytesLike, contiguousBytes, getBuffer, hasBuffer, isCContiguous, PyBUF_FULL_RO, releaseBuffer } from "./buffer.ts";
import * as exc from "./exceptions.ts";
import { BytesType, isBytes } from "./bytes.ts";
import { ListType } from "./list.ts";
import { None } from "./none.ts";
import { isStr, textOf } from "./str/str-object.ts";
import { TupleType } from "./tuple.ts";
import { gatherBytes } from "./memoryview-items.ts";

/** Zeros; raises MemoryError when there are too many. */
export function allocateBytes(vm: Vm, count: number): Uint8Array {
  checkAllocation(vm, count);
  try {
    return new Uint8Array(count);
  } catch (error) {
    if (error instanceof RangeError) throw memoryError(vm);
    throw error;
  }
}

/** A growing array of bytes. */
export class ByteCollector {
  bytes = new Uint8Array(32);
  length = 0;
  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = byte;
  }
  pushAll(added: Uint8Array): void {
    const needed = this.length + added.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(added, this.length);
    this.length = needed;
  }
  pushAscii(text: string): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i));
  }
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** An int in range(256). */
export function asByte(vm: Vm, v: Value, message = "byte must be in range(0, 256)"): number {
  const n = typeof v === "number" ? v : asIndex(vm, v);
  if (n < 0 || n > 255) throw valueError(vm, message);
  return Number(n);
}

/** The bytes that find() and its like look for: a byte or a bytes-like object. */
export function asNeedle(vm: Vm, v: Value): Uint8Array {
  if (hasBuffer(v)) return asBytesLike(vm, v);
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, `argument should be integer or bytes-like object, not '${typeName(v)}'`);
  return Uint8Array.of(asByte(vm, v));
}

/** The bytes of a bytes-like object in an array of its own, any layout. */
export function copyOfBuffer(vm: Vm, v: Value): Uint8Array {
  const view = getBuffer(vm, v, PyBUF_FULL_RO);
  try {
    return isCContiguous(view) ? contiguousBytes(view).slice() : gatherBytes(view);
  } finally {
    releaseBuffer(vm, view);
  }
}

/** The bytes of an iterable of ints. */
export function bytesFromItems(vm: Vm, iterable: Value, message: string): Uint8Array {
  const out = new ByteCollector();
  forEach(vm, iterable, (item) => out.push(asByte(vm, item, message)));
  return out.take();
}

function isExactSequence(x: Value): boolean {
  return typeof x !== "number" && (x.type === ListType || x.type === TupleType);
}

/** bytes(x) where x is no str, has no __bytes__ and is no int; a new array. What is no buffer, list or tuple goes to `take` byte by byte. */
export function bytesFromObject(vm: Vm, x: Value, typeText: string, message: string, take?: (byte: number) => void): Uint8Array {
  if (hasBuffer(x)) return copyOfBuffer(vm, x);
  let iterator: Value | undefined;
  if (!isStr(x)) {
    try {
      iterator = getIter(vm, x);
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
    }
  }
  if (iterator === undefined) throw typeError(vm, `cannot convert '${typeName(x)}' object to ${typeText}`);
  if (take === undefined || isExactSequence(x)) return bytesFromItems(vm, isExactSequence(x) ? x : iterator, message);
  forEach(vm, iterator, (item) => take(asByte(vm, item, message)));
  return new Uint8Array(0);
}

/**
 * What bytes(...) and bytearray(...) are made of; a new array, or the argument when it is an exact bytes object (bytes only) or what
 * __bytes__ answered.
 */
export function bytesArguments(vm: Vm, name: "bytes" | "bytearray", args: readonly Value[], kwnames: readonly PyStr[] | null, take?: (byte: number) => void): Uint8Array | Value {
  let bound: readonly (Value | undefined)[] = args;
  if (kwnames !== null || args.length > 3) {
    const def = new NativeDef(name, "(source=b'', encoding='utf-8', errors='strict')", null, () => None, "function", true);
    bound = bindArguments(vm, def, args, kwnames) as (Value | undefined)[];
  }
  const [x, encoding, errors] = bound;
  if (encoding !== undefined && !isStr(encoding)) throw typeError(vm, `${name}() argument 'encoding' must be str, not ${noneName(encoding)}`);
  if (errors !== undefined && !isStr(errors)) throw typeError(vm, `${name}() argument 'errors' must be str, not ${noneName(errors)}`);
  for (const text of [encoding, errors]) if (text !== undefined) checkName(vm, text, textOf(text));
  if (x === undefined) {
    if (encoding !== undefined) throw typeError(vm, "encoding without a string argument");
    if (errors !== undefined) throw typeError(vm, "errors without a string argument");
    return new Uint8Array(0);
  }
  if (isStr(x)) {
    if (encoding === undefined && (errors !== undefined || name === "bytearray")) throw typeError(vm, "string argument without an encoding");
    if (encoding !== undefined) return encode(vm, x, encoding, errors);
  } else if (encoding !== undefined || errors !== undefined) {
    throw typeError(vm, encoding !== undefined ? "encoding without a string argument" : "errors without a string argument");
  }
  if (name === "bytes") {
    const special = lookupSpecial(vm, x, "__bytes__");
    if (special !== undefined) {
      const answer = call(vm, special, []);
      if (!isBytes(answer)) throw typeError(vm, `__bytes__ returned non-bytes (type ${typeName(answer)})`);
      return answer;
    }
    if (isStr(x)) throw typeError(vm, "string argument without an encoding");
  }
  const count = countArgument(vm, x);
  if (count !== undefined) return count;
  if (typeof x !== "number" && x.type === BytesType && name === "bytes") return x;
  return bytesFromObject(vm, x, name, name === "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)", take);
}

function noneName(v: Value): string {
  return v === None ? "None" : typeName(v);
}

/** bytes(n): n zeros; undefined when x is no int. */
function countArgument(vm: Vm, x: Value): Uint8Array | undefined {
  if (typeof x !== "number" && typeOf(x).nb_index === undefined) return undefined;
  let count: number;
  try {
    count = asSsize(vm, x);
  } catch (error) {
    if (!(error instanceof PyError) || !isSubtype(error.exc.type, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
  if (count < 0) throw valueError(vm, "negative count");
  return allocateBytes(vm, count);
}

/** An optional `start` or `end`; None counts as absent. */
export function sliceIndex(vm: Vm, v: Value | undefined, absent: number): number {
  if (v === undefined || v === None) return absent;
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, "slice indices must be integers or None or have an __index__ method");
  const n = asIndex(vm, hold(vm, v));
  if (typeof n === "number") return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** [start, end) clipped to a length as slices do; start may exceed end, and the length. */
export function adjustIndices(start: number, end: number, length: number): [number, number] {
  if (end > length) end = length;
  else if (end < 0) end = Math.max(end + length, 0);
  if (start < 0) start = Math.max(start + length, 0);
  return [start, end];
}
