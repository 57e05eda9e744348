// Items of buffers: single native formats for memoryview, gathering of bytes in C or Fortran order, comparison of views. Mirrors the
// item half of Objects/memoryobject.c. See docs/types.md.
import { bytesEquals } from "../base/bytes-ops.ts";
import { PythonError } from "../base/python-error.ts";
import { halfBits, halfValue, parseStructFormat, type StructLayout, unpackStruct } from "../base/struct-format.ts";
import { asDouble, indexOf } from "../core/convert.ts";
import { dropError, matches, newError, typeError, valueError } from "../core/errors.ts";
import { truth } from "../core/number.ts";
import { type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import { type BufferView, viewSize } from "./buffer.ts";
import { isBytes, newBytes } from "./bytes.ts";
import { bytesOf } from "./bytes-methods.ts";
import * as exc from "./exceptions.ts";
import { newFloat } from "./float.ts";
import { intValue, newInt } from "./int/int-object.ts";

const SIZES: Readonly<Record<string, number>> = { b: 1, B: 1, c: 1, "?": 1, h: 2, H: 2, e: 2, i: 4, I: 4, f: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, P: 8, d: 8 };

/** The character of a native format ("B", "@B"), or "" for others. */
export function nativeFormat(format: string): string {
  const c = format.length === 2 && format[0] === "@" ? format[1]! : format;
  return c.length === 1 && Object.hasOwn(SIZES, c) ? c : "";
}

export function nativeSize(c: string): number {
  return SIZES[c]!;
}

/** The character of a view's format; raises NotImplementedError where memoryview cannot read it. */
export function checkedFormat(vm: Vm, view: BufferView): string {
  const c = nativeFormat(view.format);
  if (c === "") throw newError(vm, exc.NotImplementedErrorType, `memoryview: format ${view.format} not supported`);
  return c;
}

type Item = number | bigint | boolean | Uint8Array;

function readItem(data: DataView, at: number, c: string): Item {
  switch (c) {
    case "B": return data.getUint8(at);
    case "b": return data.getInt8(at);
    case "c": return Uint8Array.of(data.getUint8(at));
    case "?": return data.getUint8(at) !== 0;
    case "h": return data.getInt16(at, true);
    case "H": return data.getUint16(at, true);
    case "i": return data.getInt32(at, true);
    case "I": return data.getUint32(at, true);
    case "l": case "q": case "n": return data.getBigInt64(at, true);
    case "L": case "Q": case "N": case "P": return data.getBigUint64(at, true);
    case "e": return halfValue(data.getUint16(at, true));
    case "f": return data.getFloat32(at, true);
    default: return data.getFloat64(at, true);
  }
}

const dataView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The item at byte `at`. */
export function unpackItem(bytes: Uint8Array, at: number, c: string): Value {
  // A view of small bytes would move them out of V8's heap: the integers are put together here.
  switch (c) {
    case "B": return bytes[at]!;
    case "b": return (bytes[at]! << 24) >> 24;
    case "H": return bytes[at]! | (bytes[at + 1]! << 8);
    case "h": return (bytes[at]! | (bytes[at + 1]! << 8)) << 16 >> 16;
    case "I": return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
    case "i": return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  }
  const item = readItem(dataView(bytes), at, c);
  switch (c) {
    case "c": return newBytes(item as Uint8Array);
    case "?": return newBool(item as boolean);
    case "e": case "f": case "d": return newFloat(item as number);
    default: return newInt(item as number | bigint);
  }
}

/** Sizes and ranges of the formats whose values are small ints. */
const SMALL: Readonly<Record<string, readonly [number, number, number]>> = {
  b: [1, -128, 127], B: [1, 0, 255], h: [2, -32768, 32767], H: [2, 0, 65535], i: [4, -(2 ** 31), 2 ** 31 - 1], I: [4, 0, 2 ** 32 - 1],
};

/** Writes a small int at once; false where packItem has to. */
export function packSmall(bytes: Uint8Array, at: number, c: string, value: Value): boolean {
  if (typeof value !== "number") return false;
  if (c === "B") {
    if (value < 0 || value > 255) return false;
    bytes[at] = value;
    return true;
  }
  const range = SMALL[c];
  if (range === undefined || value < range[1] || value > range[2]) return false;
  for (let i = 0; i < range[0]; i++) bytes[at + i] = value >> (8 * i);
  return true;
}

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  b: [-128n, 127n], B: [0n, 255n], h: [-32768n, 32767n], H: [0n, 65535n], i: [-(2n ** 31n), 2n ** 31n - 1n], I: [0n, 2n ** 32n - 1n],
  l: [-(2n ** 63n), 2n ** 63n - 1n], q: [-(2n ** 63n), 2n ** 63n - 1n], n: [-(2n ** 63n), 2n ** 63n - 1n],
  L: [0n, 2n ** 64n - 1n], Q: [0n, 2n ** 64n - 1n], N: [0n, 2n ** 64n - 1n], P: [-(2n ** 63n), 2n ** 64n - 1n],
};

/** Answers how to write a value, once it is converted: conversions may run Python code. */
export function packItem(vm: Vm, c: string, value: Value): (bytes: Uint8Array, at: number) => void {
  try {
    switch (c) {
      case "?": {
        const bit = truth(vm, value) ? 1 : 0;
        return (bytes, at) => void (bytes[at] = bit);
      }
      case "c": {
        if (!isBytes(value)) throw typeError(vm, `memoryview: invalid type for format '${c}'`);
        const b = bytesOf(value);
        if (b.length !== 1) throw valueError(vm, `memoryview: invalid value for format '${c}'`);
        return (bytes, at) => void (bytes[at] = b[0]!);
      }
      case "e": case "f": case "d": {
        const d = asDouble(vm, value);
        if (c === "d") return (bytes, at) => dataView(bytes).setFloat64(at, d, true);
        if (c === "f") return (bytes, at) => dataView(bytes).setFloat32(at, d, true);
        const bits = halfBits(d);
        return (bytes, at) => dataView(bytes).setUint16(at, bits, true);
      }
      default: {
        const n = BigInt(intValue(indexOf(vm, value)));
        const [least, greatest] = RANGES[c]!;
        if (n < least || n > greatest) throw valueError(vm, `memoryview: invalid value for format '${c}'`);
        const size = SIZES[c]!;
        return (bytes, at) => {
          const data = dataView(bytes);
          if (size === 8) data.setBigInt64(at, BigInt.asIntN(64, n), true);
          else if (size === 4) data.setInt32(at, Number(BigInt.asIntN(32, n)), true);
          else if (size === 2) data.setInt16(at, Number(BigInt.asIntN(16, n)), true);
          else data.setInt8(at, Number(BigInt.asIntN(8, n)));
        };
      }
    }
  } catch (error) {
    if (error instanceof PythonError) throw valueError(vm, `memoryview: invalid value for format '${c}'`);
    if (matches(error, exc.TypeErrorType)) {
      dropError(vm, error);
      throw typeError(vm, `memoryview: invalid type for format '${c}'`);
    }
    if (matches(error, exc.OverflowErrorType) || matches(error, exc.ValueErrorType)) {
      dropError(vm, error);
      throw valueError(vm, `memoryview: invalid value for format '${c}'`);
    }
    throw error;
  }
}

/** Runs over the places of all items, last index fastest; with `fortran` the first one. */
export function forEachPlace(view: BufferView, fortran: boolean, each: (at: number) => void): void {
  const { shape, strides } = view;
  const n = shape.length;
  if (n === 0) {
    each(view.offset);
    return;
  }
  const walk = (level: number, at: number): void => {
    const dimension = fortran ? n - 1 - level : level;
    const extent = shape[dimension]!;
    const stride = strides[dimension]!;
    if (level === n - 1) for (let i = 0; i < extent; i++) each(at + i * stride);
    else for (let i = 0; i < extent; i++) walk(level + 1, at + i * stride);
  };
  walk(0, view.offset);
}

/** The items of a view one after the other, in a new array. */
export function gatherBytes(view: BufferView, fortran = false): Uint8Array {
  const out = new Uint8Array(viewSize(view));
  const { bytes, itemsize } = view;
  let to = 0;
  forEachPlace(view, fortran, (at) => {
    if (itemsize === 1) out[to++] = bytes[at]!;
    else {
      out.set(bytes.subarray(at, at + itemsize), to);
      to += itemsize;
    }
  });
  return out;
}

/** Writes packed items into the places of a view. */
export function scatterBytes(view: BufferView, packed: Uint8Array): void {
  const { bytes, itemsize } = view;
  let from = 0;
  forEachPlace(view, false, (at) => {
    bytes.set(packed.subarray(from, from + itemsize), at);
    from += itemsize;
  });
}

function sameShape(a: BufferView, b: BufferView): boolean {
  if (a.shape.length !== b.shape.length) return false;
  for (let i = 0; i < a.shape.length; i++) {
    if (a.shape[i] !== b.shape[i]) return false;
    if (a.shape[i] === 0) break;
  }
  return true;
}

/** Do two views have the same item format, shape and size? What slice assignment asks. */
export function sameStructure(a: BufferView, b: BufferView): boolean {
  const plain = (f: string): string => (f.startsWith("@") ? f.slice(1) : f);
  return plain(a.format) === plain(b.format) && a.itemsize === b.itemsize && sameShape(a, b);
}

type Reader = (at: number) => readonly Item[] | Item;

function readerOf(view: BufferView): Reader | undefined {
  const c = nativeFormat(view.format);
  const { bytes } = view;
  if (c !== "") {
    if (c === "B") return (at) => bytes[at]!;
    const data = dataView(bytes);
    return (at) => readItem(data, at, c);
  }
  let layout: StructLayout;
  try {
    layout = parseStructFormat(view.format);
  } catch (error) {
    if (error instanceof PythonError) return undefined;
    throw error;
  }
  if (layout.size !== view.itemsize) return undefined;
  return (at) => {
    const values = unpackStruct(layout, bytes, at) as unknown as Item[];
    return values.length === 1 ? values[0]! : values;
  };
}

function sameItem(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array || b instanceof Uint8Array) return a instanceof Uint8Array && b instanceof Uint8Array && bytesEquals(a, b);
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => sameItem(x, b[i]));
  // Numbers of all kinds compare by value.
  return (typeof a === "boolean" ? Number(a) : (a as number)) == (typeof b === "boolean" ? Number(b) : (b as number));
}

/** Equality of two views: same shape and equal items, whatever their formats. */
export function viewsEqual(a: BufferView, b: BufferView): boolean {
  if (!sameShape(a, b)) return false;
  const readA = readerOf(a);
  const readB = readerOf(b);
  if (readA === undefined || readB === undefined) return false;
  const places: number[] = [];
  forEachPlace(b, false, (at) => places.push(at));
  let i = 0;
  let same = true;
  forEachPlace(a, false, (at) => {
    if (same && !sameItem(readA(at), readB(places[i]!))) same = false;
    i++;
  });
  return same;
}
