// The buffer protocol: views of an object's bytes and how natives get at them. Mirrors the buffer half of Objects/abstract.c. See docs/types.md.
import { newError, systemError, typeError } from "../core/errors.ts";
import { type Container, K_BYTEARRAY, K_BYTES, type PyObject, type Value } from "../core/object.ts";
import { typeName } from "../core/type.ts";
import { drop } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import type { ByteArrayData } from "./bytearray.ts";
import * as exc from "./exceptions.ts";

// inspect.BufferFlags
export const PyBUF_SIMPLE = 0;
export const PyBUF_WRITABLE = 1;
export const PyBUF_FORMAT = 4;
export const PyBUF_ND = 8;
export const PyBUF_STRIDES = 0x10 | PyBUF_ND;
export const PyBUF_C_CONTIGUOUS = 0x20 | PyBUF_STRIDES;
export const PyBUF_F_CONTIGUOUS = 0x40 | PyBUF_STRIDES;
export const PyBUF_ANY_CONTIGUOUS = 0x80 | PyBUF_STRIDES;
export const PyBUF_INDIRECT = 0x100 | PyBUF_STRIDES;
export const PyBUF_CONTIG_RO = PyBUF_ND;
export const PyBUF_FULL_RO = PyBUF_INDIRECT | PyBUF_FORMAT;
export const PyBUF_FULL = PyBUF_FULL_RO | PyBUF_WRITABLE;
const PyBUF_READ = 0x100;
const PyBUF_WRITE = 0x200;

/** An exported buffer: item (i, j, ...) stands at offset + i * strides[0] + j * strides[1] + ... of `bytes`. */
export class BufferView {
  bytes: Uint8Array;
  readonly: boolean;
  format: string;
  itemsize: number;
  shape: readonly number[];
  strides: readonly number[];
  offset: number;
  /** Owned until the view is released, then null. */
  owner: PyObject | null;
  /** Free room for the exporter. */
  internal: any = null;
  constructor(bytes: Uint8Array, readonly: boolean, format: string, itemsize: number, shape: readonly number[], strides: readonly number[], offset: number, owner: PyObject | null) {
    this.bytes = bytes;
    this.readonly = readonly;
    this.format = format;
    this.itemsize = itemsize;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.owner = owner;
    if (owner !== null) owner.rc++;
  }
}

/** Number of bytes that the items of a view take. */
export function viewSize(view: BufferView): number {
  let n = view.itemsize;
  for (const extent of view.shape) n *= extent;
  return n;
}

export function isCContiguous(view: BufferView): boolean {
  const { shape, strides } = view;
  let step = view.itemsize;
  if (shape.includes(0)) return true;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i]! > 1 && strides[i] !== step) return false;
    step *= shape[i]!;
  }
  return true;
}

export function isFContiguous(view: BufferView): boolean {
  const { shape, strides } = view;
  let step = view.itemsize;
  if (shape.includes(0)) return true;
  for (let i = 0; i < shape.length; i++) {
    if (shape[i]! > 1 && strides[i] !== step) return false;
    step *= shape[i]!;
  }
  return true;
}

/** The bytes of a C-contiguous view, not copied. */
export function contiguousBytes(view: BufferView): Uint8Array {
  return view.bytes.subarray(view.offset, view.offset + viewSize(view));
}

/** The view of plain bytes: what most exporters answer (PyBuffer_FillInfo). */
export function simpleView(vm: Vm, owner: PyObject, bytes: Uint8Array, readonly: boolean, flags: number): BufferView {
  if (flags === PyBUF_READ || flags === PyBUF_WRITE) throw systemError(vm, "../Objects/abstract.c:433: bad argument to internal function");
  if (readonly && (flags & PyBUF_WRITABLE) !== 0) throw bufferError(vm, "Object is not writable.");
  return new BufferView(bytes, readonly, "B", 1, [bytes.length], [1], 0, owner);
}

export function bufferError(vm: Vm, message: string): Error {
  throw newError(vm, exc.BufferErrorType, message);
}

/** Does the object export buffers? */
export function hasBuffer(v: Value): v is PyObject {
  return typeof v !== "number" && v.type.bf_getbuffer !== undefined;
}

/** A view that the caller must release. Raises TypeError for objects without buffers. */
export function getBuffer(vm: Vm, v: Value, flags: number): BufferView {
  if (!hasBuffer(v)) throw typeError(vm, `a bytes-like object is required, not '${typeName(v)}'`);
  return v.type.bf_getbuffer!(vm, v, flags) as BufferView;
}

export function releaseBuffer(vm: Vm, view: BufferView): void {
  const owner = view.owner;
  if (owner === null) return;
  owner.type.bf_releasebuffer?.(vm, owner, view);
  view.owner = null;
  drop(vm, owner);
}

/** Runs `use` on the bytes of an object while its buffer is exported, so that it cannot be resized. */
export function withBuffer<T>(vm: Vm, v: Value, use: (bytes: Uint8Array) => T, flags: number = PyBUF_SIMPLE): T {
  const view = getBuffer(vm, v, flags);
  try {
    return use(contiguousBytes(view));
  } finally {
    releaseBuffer(vm, view);
  }
}

/**
 * The bytes of a bytes-like object, not copied: to be used before Python code runs again. Raises TypeError
 * ("a bytes-like object is required, not 'str'").
 */
export function asBytesLike(vm: Vm, v: Value): Uint8Array {
  if (typeof v !== "number") {
    if (v.type.kind === K_BYTES && !overridesBuffer(v)) return (v as Container).data as Uint8Array;
    if (v.type.kind === K_BYTEARRAY && !overridesBuffer(v)) return byteArrayBytes(v as Container);
  }
  const view = getBuffer(vm, v, PyBUF_SIMPLE);
  const bytes = contiguousBytes(view);
  releaseBuffer(vm, view);
  return bytes;
}

/** A subclass with its own __buffer__. */
function overridesBuffer(v: PyObject): boolean {
  return v.type.bf_getbuffer !== v.type.solid.bf_getbuffer;
}

/** The same for writing into. */
export function asWritableBytes(vm: Vm, v: Value): Uint8Array {
  const view = getBuffer(vm, v, PyBUF_WRITABLE);
  const bytes = contiguousBytes(view);
  releaseBuffer(vm, view);
  return bytes;
}

/** The current bytes of a bytearray, not copied. */
export function byteArrayBytes(v: Container): Uint8Array {
  const data = v.data as ByteArrayData;
  return data.bytes.length === data.length ? data.bytes : data.bytes.subarray(0, data.length);
}
