// fcntl: control of descriptors, and locks. Mirrors Modules/fcntlmodule.c. See docs/modules.md.
import { asCInt, asIndex, asInt32, defineModule, isStr, type ModuleSpec, newBytes, overflowError, type PyError, textOf, truth, typeError, typeName, typeOf, type Value, valueError, type Vm, withBuffer } from "../core/api.ts";
import type { SystemCall } from "../host/system-calls.ts";
import { contiguousBytes, getBuffer, hasBuffer, releaseBuffer } from "../types/buffer.ts";
import { documented } from "./documented.ts";
import { fcntlConstants } from "./fcntl-constants.ts";
import { docs } from "./fcntl-docs.generated.ts";
import { filesOf, hostCall } from "./os-error.ts";
import { fileDescriptor } from "./file-descriptor.ts";
import { rawCall, systemCall, untilGranted } from "./system-call.ts";

const D = documented("fcntl", docs);
const F_GETFD = 1;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_SETLK = 6;
const F_SETLKW = 7;
const F_RDLCK = 0;
const F_WRLCK = 1;
const F_UNLCK = 2;
const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;
const LOCK_UN = 8;
/** Longest argument that is copied. */
const LONGEST = 1024;
/** Room behind an argument for what a call writes, more than it should. */
const GUARD = 64;

const isIndex = (v: Value): boolean => typeof v === "number" || typeOf(v).nb_index !== undefined;

function wrongArgument(vm: Vm, name: string, v: Value): PyError {
  return typeError(vm, `${name}() argument 3 must be an integer, a bytes-like object, or a string, not ${typeName(v)}`);
}

/** A call on a copy of an argument's bytes; answers the copy. */
function onCopy(vm: Vm, name: string, call: SystemCall, fd: number, code: number | bigint, bytes: Uint8Array): Value {
  if (bytes.length > LONGEST) throw valueError(vm, `${name} argument 3 is too long`);
  const copy = new Uint8Array(bytes.length + GUARD);
  copy.set(bytes);
  systemCall(vm, call, fd, code, copy);
  return newBytes(copy.slice(0, bytes.length));
}

function fcntl(vm: Vm, file: Value, cmd: Value, arg?: Value): Value {
  const fd = fileDescriptor(vm, file);
  const code = asCInt(vm, cmd);
  if (arg === undefined || isIndex(arg)) {
    const value = arg === undefined ? 0 : Number(BigInt.asIntN(32, BigInt(asIndex(vm, arg))));
    // Of the standard streams, the host remembers whether children get them.
    if (code === F_GETFD) return hostCall(vm, () => (filesOf(vm).inheritable(fd) ? 0 : FD_CLOEXEC));
    if (code === F_SETFD) {
      hostCall(vm, () => filesOf(vm).setInheritable(fd, (value & FD_CLOEXEC) === 0));
      return 0;
    }
    return systemCall(vm, "fcntl", fd, code, value);
  }
  if (isStr(arg)) return onCopy(vm, "fcntl", "fcntl_bytes", fd, code, new TextEncoder().encode(textOf(arg)));
  if (!hasBuffer(arg)) throw wrongArgument(vm, "fcntl", arg);
  return withBuffer(vm, arg, (bytes) => {
    if (code === F_SETLKW && bytes.length <= LONGEST) {
      const copy = bytes.slice();
      untilGranted(vm, () => rawCall(vm, "fcntl_bytes", fd, F_SETLK, copy));
      return newBytes(copy);
    }
    return onCopy(vm, "fcntl", "fcntl_bytes", fd, code, bytes);
  });
}

/** A C int, by way of a C long. */
function ioctlValue(vm: Vm, v: Value): number {
  offset(vm, v);
  return asInt32(vm, v);
}

function ioctl(vm: Vm, file: Value, request: Value, arg?: Value, mutate?: Value): Value {
  const fd = fileDescriptor(vm, file);
  if (!isIndex(request)) throw typeError(vm, `ioctl() argument 2 must be int, not ${typeName(request)}`);
  const code = BigInt.asUintN(64, BigInt(asIndex(vm, request)));
  const inPlace = mutate === undefined || truth(vm, mutate);
  if (arg === undefined || isIndex(arg)) return systemCall(vm, "ioctl", fd, code, arg === undefined ? 0 : ioctlValue(vm, arg));
  if (isStr(arg)) return onCopy(vm, "ioctl", "ioctl_bytes", fd, code, new TextEncoder().encode(textOf(arg)));
  if (!hasBuffer(arg)) throw wrongArgument(vm, "ioctl", arg);
  const view = getBuffer(vm, arg, 0);
  try {
    const bytes = contiguousBytes(view);
    if (view.readonly || !inPlace) return onCopy(vm, "ioctl", "ioctl_bytes", fd, code, bytes);
    if (bytes.length > LONGEST) return systemCall(vm, "ioctl_bytes", fd, code, bytes);
    const copy = new Uint8Array(LONGEST + GUARD);
    copy.set(bytes);
    const answer = systemCall(vm, "ioctl_bytes", fd, code, copy);
    bytes.set(copy.subarray(0, bytes.length));
    return answer;
  } finally {
    releaseBuffer(vm, view);
  }
}

function flock(vm: Vm, file: Value, operation: Value): void {
  const fd = fileDescriptor(vm, file);
  const code = asCInt(vm, operation);
  if ((code & (LOCK_NB | LOCK_UN)) !== 0) systemCall(vm, "flock", fd, code);
  else untilGranted(vm, () => rawCall(vm, "flock", fd, code | LOCK_NB));
}

/** C's off_t, or long. */
function offset(vm: Vm, v: Value | undefined): bigint {
  if (v === undefined) return 0n;
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}

function lockf(vm: Vm, file: Value, cmd: Value, length?: Value, start?: Value, whence?: Value): void {
  const fd = fileDescriptor(vm, file);
  const code = asCInt(vm, cmd);
  const from = whence === undefined ? 0 : asCInt(vm, whence);
  const type = (code & LOCK_UN) !== 0 ? F_UNLCK : (code & LOCK_SH) !== 0 ? F_RDLCK : (code & LOCK_EX) !== 0 ? F_WRLCK : -1;
  if (type < 0) throw valueError(vm, "unrecognized lockf argument");
  const lock = new DataView(new ArrayBuffer(32));
  lock.setInt16(0, type, true);
  lock.setInt16(2, from, true);
  lock.setBigInt64(8, offset(vm, start), true);
  lock.setBigInt64(16, offset(vm, length), true);
  const bytes = new Uint8Array(lock.buffer);
  if ((code & LOCK_NB) !== 0 || type === F_UNLCK) systemCall(vm, "fcntl_bytes", fd, F_SETLK, bytes);
  else untilGranted(vm, () => rawCall(vm, "fcntl_bytes", fd, F_SETLK, bytes));
}

const attributes: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(fcntlConstants)) attributes[name] = () => value;

export const fcntlModule: ModuleSpec = defineModule({
  name: "fcntl",
  doc: D.doc(""),
  functions: { fcntl: D.func("fcntl", fcntl), ioctl: D.func("ioctl", ioctl), flock: D.func("flock", flock), lockf: D.func("lockf", lockf) },
  attributes,
});
