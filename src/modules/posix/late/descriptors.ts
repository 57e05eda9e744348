// Calls on open descriptors that programs seldom make: vectors, copies within the kernel, event counters, memory files. Mirrors their part of Modules/posixmodule.c.
// See docs/modules.md.
import { asCInt, asIndex, asInt32, asSsize, isList, isTuple, newInt, newTuple, None, overflowError, typeError, typeOf, type Value, valueError, type Vm, collectItems, noteOwned } from "../../../core/api.ts";
import { type BufferView, contiguousBytes, getBuffer, PyBUF_SIMPLE, PyBUF_WRITABLE, releaseBuffer } from "../../../types/buffer.ts";
import { EFD_CLOEXEC, MFD_CLOEXEC, offsetArgument } from "./arguments.ts";
import { fileDescriptor } from "../../file-descriptor.ts";
import { checkedCall, cText, rawCall, systemCall, untilGranted } from "../../system-call.ts";
import { filesOf, hostCall, osErrorNumber } from "../../os-error.ts";
import { descriptorOf, fsBytes } from "../paths.ts";

const EINVAL = 22;
const F_LOCK = 1;
const F_TLOCK = 2;

/** Runs `use` on the bytes of a sequence of buffers. */
function withBuffers<T>(vm: Vm, name: string, v: Value, writable: boolean, use: (parts: Uint8Array[]) => T): T {
  const type = typeOf(v);
  if (!isList(v) && !isTuple(v) && type.sq_item === undefined) throw typeError(vm, `${name}() arg 2 must be a sequence`);
  const items = collectItems(vm, v);
  for (const item of items) noteOwned(vm, item);
  const views: BufferView[] = [];
  try {
    for (const item of items) views.push(getBuffer(vm, item, writable ? PyBUF_WRITABLE : PyBUF_SIMPLE));
    return use(views.map(contiguousBytes));
  } finally {
    for (const view of views) releaseBuffer(vm, view);
  }
}

/** Reads at the descriptor's own offset, in one call, into several buffers. */
function readv(vm: Vm, fd: Value, buffers: Value): Value {
  const from = descriptorOf(vm, fd);
  return withBuffers(vm, "readv", buffers, true, (parts) => {
    const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
    const got = hostCall(vm, () => filesOf(vm).read(from, all));
    let at = 0;
    for (const part of parts) {
      part.set(all.subarray(at, Math.min(at + part.length, got)));
      at = Math.min(at + part.length, got);
    }
    return got;
  });
}

function writev(vm: Vm, fd: Value, buffers: Value): Value {
  const to = descriptorOf(vm, fd);
  return withBuffers(vm, "writev", buffers, false, (parts) => {
    const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return hostCall(vm, () => filesOf(vm).write(to, all));
  });
}

const vector = (name: string, call: "preadv2" | "pwritev2") => (vm: Vm, fd: Value, buffers: Value, offset: Value, flags?: Value): Value => {
  const n = descriptorOf(vm, fd);
  const at = offsetArgument(vm, offset);
  const how = flags === undefined ? 0 : asCInt(vm, flags);
  return withBuffers(vm, name, buffers, call === "preadv2", (parts) => systemCall(vm, call, n, parts.length === 0 ? null : parts, parts.length, at, how));
};

/** An offset that is read and moved, or none. */
function offsetCell(vm: Vm, v: Value | undefined): Uint8Array | null {
  if (v === undefined || v === None) return null;
  return new Uint8Array(BigInt64Array.of(offsetArgument(vm, v)).buffer);
}

function count(vm: Vm, v: Value): number {
  const n = asSsize(vm, v);
  if (n < 0) throw valueError(vm, "negative value for 'count' not allowed");
  return n;
}

function sendfile(vm: Vm, to: Value, from: Value, offset: Value, size: Value): Value {
  const [out, source] = [asCInt(vm, to), asCInt(vm, from)];
  const cell = offsetCell(vm, offset);
  const n = asSsize(vm, size);
  if (n < 0) throw osErrorNumber(vm, EINVAL);
  return systemCall(vm, "sendfile", out, source, cell, n);
}

function lockf(vm: Vm, fd: Value, command: Value, length: Value): void {
  const n = descriptorOf(vm, fd);
  const how = asCInt(vm, command);
  const size = offsetArgument(vm, length);
  if (how === F_LOCK) untilGranted(vm, () => rawCall(vm, "lockf", n, F_TLOCK, size));
  else systemCall(vm, "lockf", n, how, size);
}

/** An unsigned number of so many bits. */
function unsigned(vm: Vm, v: Value, bits: number, type: string): bigint {
  const n = BigInt(asIndex(vm, v));
  if (n < 0n) throw valueError(vm, "Cannot convert negative int");
  if (n >> BigInt(bits) !== 0n) throw overflowError(vm, `Python int too large for C ${type}`);
  return n;
}

export const descriptorFunctions: Record<string, (...args: any[]) => any> = {
  readv,
  writev,
  preadv: vector("preadv2", "preadv2"),
  pwritev: vector("pwritev", "pwritev2"),
  sendfile,
  lockf,
  copy_file_range: (vm: Vm, src: Value, dst: Value, size: Value, srcAt?: Value, dstAt?: Value) => {
    const [from, to] = [asCInt(vm, src), asCInt(vm, dst)];
    const n = count(vm, size);
    return systemCall(vm, "copy_file_range", from, offsetCell(vm, srcAt), to, offsetCell(vm, dstAt), n, 0);
  },
  splice: (vm: Vm, src: Value, dst: Value, size: Value, srcAt?: Value, dstAt?: Value, flags?: Value) => {
    const [from, to] = [asCInt(vm, src), asCInt(vm, dst)];
    const n = count(vm, size);
    return systemCall(vm, "splice", from, offsetCell(vm, srcAt), to, offsetCell(vm, dstAt), n, flags === undefined ? 0 : asCInt(vm, flags));
  },
  posix_fadvise: (vm: Vm, fd: Value, offset: Value, length: Value, advice: Value) => {
    checkedCall(vm, "posix_fadvise", descriptorOf(vm, fd), offsetArgument(vm, offset), offsetArgument(vm, length), asCInt(vm, advice));
  },
  posix_fallocate: (vm: Vm, fd: Value, offset: Value, length: Value) => {
    checkedCall(vm, "posix_fallocate", descriptorOf(vm, fd), offsetArgument(vm, offset), offsetArgument(vm, length));
  },
  eventfd: (vm: Vm, value: Value, flags?: Value) => {
    const start = unsigned(vm, value, 32, "unsigned int");
    return systemCall(vm, "eventfd", start, flags === undefined ? EFD_CLOEXEC : asCInt(vm, flags));
  },
  eventfd_read: (vm: Vm, fd: Value) => {
    const n = fileDescriptor(vm, fd);
    const into = new Uint8Array(8);
    hostCall(vm, () => filesOf(vm).read(n, into));
    return newInt(new DataView(into.buffer).getBigUint64(0, true));
  },
  eventfd_write: (vm: Vm, fd: Value, value: Value) => {
    const n = fileDescriptor(vm, fd);
    const bytes = new Uint8Array(BigUint64Array.of(unsigned(vm, value, 64, "unsigned long long")).buffer);
    hostCall(vm, () => void filesOf(vm).write(n, bytes));
  },
  memfd_create: (vm: Vm, name: Value, flags?: Value) => {
    const text = cText(fsBytes(vm, name));
    return systemCall(vm, "memfd_create", text, flags === undefined ? MFD_CLOEXEC : Number(BigInt.asUintN(32, BigInt(asIndex(vm, flags)))));
  },
  pipe2: (vm: Vm, flags: Value) => {
    const how = asInt32(vm, flags);
    if (vm.host.system === undefined) return newTuple(vm, hostCall(vm, () => filesOf(vm).pipe()));
    const fds = new Int32Array(2);
    systemCall(vm, "pipe2", new Uint8Array(fds.buffer), how);
    return newTuple(vm, [fds[0]!, fds[1]!]);
  },
};
