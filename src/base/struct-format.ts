// struct: formats as layouts, and packing and unpacking of single items; the machine of reference is x86-64 (LP64,
// little-endian). Mirrors Modules/_struct.c; see docs/base.md.
import { intFromBig } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import { PythonError } from "./python-error.ts";

/** What an item takes: int, bool, float (a JavaScript number), one byte, a byte string, a complex pair. */
export type StructKind = "int" | "bool" | "float" | "char" | "bytes" | "pascal" | "complex";

export interface StructItem {
  code: string;
  kind: StructKind;
  /** Bytes of one value. */
  size: number;
  /** Where the first value stands. */
  offset: number;
  /** Values one after the other; 1 for `s` and `p`. */
  count: number;
}

export interface StructLayout {
  items: readonly StructItem[];
  /** calcsize(). */
  size: number;
  /** Number of values. */
  count: number;
  littleEndian: boolean;
}

/** code -> [kind, native size (also its alignment but for D), standard size; 0: not in standard formats]. */
const CODES: Readonly<Record<string, readonly [StructKind | "pad", number, number]>> = {
  x: ["pad", 1, 1],
  b: ["int", 1, 1],
  B: ["int", 1, 1],
  c: ["char", 1, 1],
  s: ["bytes", 1, 1],
  p: ["pascal", 1, 1],
  "?": ["bool", 1, 1],
  h: ["int", 2, 2],
  H: ["int", 2, 2],
  i: ["int", 4, 4],
  I: ["int", 4, 4],
  l: ["int", 8, 4],
  L: ["int", 8, 4],
  q: ["int", 8, 8],
  Q: ["int", 8, 8],
  n: ["int", 8, 0],
  N: ["int", 8, 0],
  P: ["int", 8, 0],
  e: ["float", 2, 2],
  f: ["float", 4, 4],
  d: ["float", 8, 8],
  F: ["complex", 8, 8],
  D: ["complex", 16, 16],
};

function structError(message: string): PythonError {
  return new PythonError("struct.error", message);
}

const MAX_SIZE = 2 ** 63;

/** Reads a format. Raises struct.error. */
export function parseStructFormat(format: string): StructLayout {
  if (format.includes("\0")) throw structError("embedded null character");
  let pos = 0;
  let native = true;
  let aligned = true;
  let littleEndian = true;
  switch (format[0]) {
    case "<":
      native = aligned = false;
      pos = 1;
      break;
    case ">":
    case "!":
      native = aligned = littleEndian = false;
      pos = 1;
      break;
    case "=":
      native = aligned = false;
      pos = 1;
      break;
    case "@":
      pos = 1;
      break;
    default:
  }
  const items: StructItem[] = [];
  let size = 0;
  let total = 0;
  while (pos < format.length) {
    const first = format.charCodeAt(pos);
    if (first === 32 || (first >= 9 && first <= 13)) {
      pos++;
      continue;
    }
    let count = 1;
    if (isDigit(first)) {
      count = 0;
      while (pos < format.length && isDigit(format.charCodeAt(pos))) {
        count = count * 10 + format.charCodeAt(pos++) - 48;
        if (count >= MAX_SIZE + 1024) throw structError("total struct size too long");
      }
      if (pos >= format.length) throw structError("repeat count given without format specifier");
    }
    const code = format[pos++]!;
    const entry = Object.hasOwn(CODES, code) ? CODES[code]! : undefined;
    if (entry === undefined || (!native && entry[2] === 0)) throw structError("bad char in struct format");
    const kind = entry[0];
    const unit = native ? entry[1] : entry[2];
    if (aligned) {
      const alignment = kind === "complex" ? unit / 2 : unit;
      size = Math.ceil(size / alignment) * alignment;
    }
    if (kind === "bytes" || kind === "pascal") {
      items.push({ code, kind, size: count, offset: size, count: 1 });
      total++;
    } else if (kind !== "pad" && count > 0) {
      items.push({ code, kind, size: unit, offset: size, count });
      total += count;
    }
    size += count * unit;
    if (size >= MAX_SIZE) throw structError("total struct size too long");
  }
  return { items, size, count: total, littleEndian };
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** The range that an integer code takes: [least, greatest]. */
function integerRange(code: string, size: number): [bigint, bigint] {
  const bits = BigInt(8 * size);
  return code === code.toLowerCase() ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** Is the letter a small one? */
function isSigned(code: string): boolean {
  return code.charCodeAt(0) >= 97;
}

/** Packs an int. Raises struct.error when it is out of range. */
export function packInt(view: DataView, offset: number, item: StructItem, value: Int, littleEndian: boolean): void {
  const { code, size } = item;
  const signed = isSigned(code);
  if (size <= 4) {
    const range = size === 4 ? 4294967296 : size === 2 ? 65536 : 256;
    const least = signed ? -range / 2 : 0;
    const greatest = signed ? range / 2 - 1 : range - 1;
    if (typeof value !== "number" || value < least || value > greatest)
      throw structError(`'${code}' format requires ${least} <= number <= ${greatest}`);
    if (size === 1) view.setUint8(offset, value);
    else if (size === 2) view.setUint16(offset, value, littleEndian);
    else view.setUint32(offset, value, littleEndian);
    return;
  }
  if (code === "P") {
    if (value < -9223372036854775808n || value > 18446744073709551615n) throw structError("int too large to convert");
  } else if (typeof value === "bigint" || (!signed && value < 0)) {
    const [least, greatest] = integerRange(code, 8);
    if (value < least || value > greatest) throw structError(`'${code}' format requires ${least} <= number <= ${greatest}`);
  }
  if (typeof value === "number") {
    const low = value >>> 0;
    const high = Math.floor(value / 4294967296);
    view.setUint32(littleEndian ? offset : offset + 4, low, littleEndian);
    view.setInt32(littleEndian ? offset + 4 : offset, high, littleEndian);
  } else view.setBigInt64(offset, BigInt.asIntN(64, value), littleEndian);
}

export function unpackInt(view: DataView, offset: number, item: StructItem, littleEndian: boolean): Int {
  const { code, size } = item;
  const signed = isSigned(code);
  if (size === 1) return signed ? view.getInt8(offset) : view.getUint8(offset);
  if (size === 2) return signed ? view.getInt16(offset, littleEndian) : view.getUint16(offset, littleEndian);
  if (size === 4) return signed ? view.getInt32(offset, littleEndian) : view.getUint32(offset, littleEndian);
  const high = signed ? view.getInt32(littleEndian ? offset + 4 : offset, littleEndian) : view.getUint32(littleEndian ? offset + 4 : offset, littleEndian);
  if (high < 0x200000 && high >= -0x1fffff) return high * 4294967296 + view.getUint32(littleEndian ? offset : offset + 4, littleEndian);
  return intFromBig(signed ? view.getBigInt64(offset, littleEndian) : view.getBigUint64(offset, littleEndian));
}

/** Packs a float of 2, 4 or 8 bytes. Raises OverflowError when a finite one does not fit. */
export function packDouble(view: DataView, offset: number, size: number, value: number, littleEndian: boolean): void {
  if (size === 8) view.setFloat64(offset, value, littleEndian);
  else if (size === 4) {
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value)))
      throw new PythonError("OverflowError", "float too large to pack with f format");
    view.setFloat32(offset, value, littleEndian);
  } else view.setUint16(offset, halfBits(value), littleEndian);
}

export function unpackDouble(view: DataView, offset: number, size: number, littleEndian: boolean): number {
  if (size === 8) return view.getFloat64(offset, littleEndian);
  if (size === 4) return view.getFloat32(offset, littleEndian);
  return halfValue(view.getUint16(offset, littleEndian));
}

/** The IEEE 754 half-precision bits of v, ties to even. Raises OverflowError. */
export function halfBits(v: number): number {
  const sign = v < 0 || (v === 0 && 1 / v < 0) ? 0x8000 : 0;
  const a = sign ? -v : v;
  if (v !== v) return 0x7e00;
  if (a === Infinity) return sign | 0x7c00;
  if (a === 0) return sign;
  // Numbers of 2^e have steps of 2^(e-10); below 2^-14 the step stays.
  let e = Math.max(-14, Math.floor(Math.log2(a)));
  if (2 ** e > a && e > -14) e--;
  const scaled = a / 2 ** (e - 10);
  let m = Math.floor(scaled);
  const rest = scaled - m;
  if (rest > 0.5 || (rest === 0.5 && m % 2 === 1)) m++;
  if (m === 2048) {
    m = 1024;
    e++;
  }
  if (e > 15) throw new PythonError("OverflowError", "float too large to pack with e format");
  return m < 1024 ? sign | m : sign | ((e + 15) << 10) | (m - 1024);
}

/** The value of half-precision bits. */
export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const e = (bits >> 10) & 31;
  const m = bits & 0x3ff;
  if (e === 31) return m === 0 ? sign * Infinity : NaN;
  return sign * (e === 0 ? m * 2 ** -24 : (1024 + m) * 2 ** (e - 25));
}

/** Packs `s`: cut or filled with zeros. */
export function packBytes(out: Uint8Array, offset: number, size: number, value: Uint8Array): void {
  out.set(value.length > size ? value.subarray(0, size) : value, offset);
  out.fill(0, offset + Math.min(size, value.length), offset + size);
}

/** Packs `p`: a length byte, then the bytes. */
export function packPascal(out: Uint8Array, offset: number, size: number, value: Uint8Array): void {
  if (size === 0) return;
  packBytes(out, offset + 1, size - 1, value);
  out[offset] = Math.min(255, size - 1, value.length);
}

export function unpackPascal(data: Uint8Array, offset: number, size: number): Uint8Array {
  if (size === 0) return new Uint8Array(0);
  const n = Math.min(data[offset]!, size - 1);
  return data.slice(offset + 1, offset + 1 + n);
}

/** A value of an item: Int, boolean, number (float), bytes, or [real, imaginary]. */
export type StructValue = Int | boolean | Uint8Array | readonly [number, number];

/**
 * struct.pack_into of values that are already of the kind their items take. `out` has room. Raises struct.error, OverflowError.
 */
export function packStruct(layout: StructLayout, values: readonly StructValue[], out: Uint8Array, offset: number): void {
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength);
  const { littleEndian } = layout;
  out.fill(0, offset, offset + layout.size);
  let at = 0;
  for (const item of layout.items) {
    for (let k = 0; k < item.count; k++) {
      const value = values[at++]!;
      const place = offset + item.offset + k * item.size;
      switch (item.kind) {
        case "int":
          packInt(view, place, item, value as Int, littleEndian);
          break;
        case "bool":
          out[place] = value ? 1 : 0;
          break;
        case "float":
          packDouble(view, place, item.size, value as number, littleEndian);
          break;
        case "complex": {
          const half = item.size / 2;
          const [real, imag] = value as readonly [number, number];
          if (half === 8) {
            view.setFloat64(place, real, littleEndian);
            view.setFloat64(place + 8, imag, littleEndian);
          } else if (littleEndian) {
            // CPython looks for overflow only where it swaps bytes.
            view.setFloat32(place, real, true);
            view.setFloat32(place + 4, imag, true);
          } else {
            packDouble(view, place, 4, real, false);
            packDouble(view, place + 4, 4, imag, false);
          }
          break;
        }
        case "char": {
          const b = value as Uint8Array;
          if (b.length !== 1) throw structError("char format requires a bytes object of length 1");
          out[place] = b[0]!;
          break;
        }
        case "bytes":
          packBytes(out, place, item.size, value as Uint8Array);
          break;
        case "pascal":
          packPascal(out, place, item.size, value as Uint8Array);
          break;
      }
    }
  }
}

/** struct.unpack_from: the values in order; `data` is long enough. */
export function unpackStruct(layout: StructLayout, data: Uint8Array, offset: number): StructValue[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const { littleEndian } = layout;
  const out: StructValue[] = [];
  for (const item of layout.items) {
    for (let k = 0; k < item.count; k++) {
      const place = offset + item.offset + k * item.size;
      switch (item.kind) {
        case "int":
          out.push(unpackInt(view, place, item, littleEndian));
          break;
        case "bool":
          out.push(data[place] !== 0);
          break;
        case "float":
          out.push(unpackDouble(view, place, item.size, littleEndian));
          break;
        case "complex": {
          const half = item.size / 2;
          out.push([unpackDouble(view, place, half, littleEndian), unpackDouble(view, place + half, half, littleEndian)]);
          break;
        }
        case "char":
        case "bytes":
          out.push(data.slice(place, place + item.size));
          break;
        case "pascal":
          out.push(unpackPascal(data, place, item.size));
          break;
      }
    }
  }
  return out;
}

/** What struct.error says when the number of values is wrong. */
export function wrongValueCount(name: "pack" | "pack_into", layout: StructLayout, given: number): PythonError {
  return structError(`${name} expected ${layout.count} items for packing (got ${given})`);
}

/** The checked start of unpack_from and pack_into in a buffer of `length` bytes. Raises struct.error. */
export function structOffset(layout: StructLayout, length: number, exact: number | bigint, packing: boolean): number {
  const { size } = layout;
  let offset = Number(exact);
  if (offset < 0) {
    if (offset + size > 0)
      throw structError(packing ? `no space to pack ${size} bytes at offset ${offset}` : `not enough data to unpack ${size} bytes at offset ${offset}`);
    if (offset + length < 0) throw structError(`offset ${exact} out of range for ${length}-byte buffer`);
    offset += length;
  }
  if (length - offset < size) {
    const verb = packing ? "packing" : "unpacking";
    const name = packing ? "pack_into" : "unpack_from";
    const shown = typeof exact === "bigint" ? exact : BigInt(offset);
    throw structError(
      `${name} requires a buffer of at least ${BigInt(size) + shown} bytes for ${verb} ${size} bytes at offset ${shown} (actual buffer size is ${length})`,
    );
  }
  return offset;
}
