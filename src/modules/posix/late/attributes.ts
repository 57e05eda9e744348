// Extended attributes, limits of files, special files and file systems in the posix module. Mirrors their part of Modules/posixmodule.c. See docs/modules.md.
import { asCInt, isBigOrInt, isStr, newBytes, newInt, newList, None, truth, typeError, type Value, valueError, type Vm, withBuffer, textOf, typeName } from "../../../core/api.ts";
import { isFault } from "../../../host/fault.ts";
import type { SystemCall } from "../../../host/system-calls.ts";
import { newStructSequence } from "../../../types/struct-sequence.ts";
import { fileDescriptor } from "../../file-descriptor.ts";
import { filesOf, hostCall, osErrorNumber } from "../../os-error.ts";
import { cText, pathCall, rawCall, systemCall } from "../../system-call.ts";
import { confstrNames, pathconfNames } from "../constants.ts";
import { idArgument } from "../credentials.ts";
import { atFolder, decodePath, descriptorOf, fsBytes, type PathArgument, pathArgument } from "../paths.ts";
import { configName, deviceNumber } from "../process.ts";
import { StatvfsResultType } from "../structs.ts";

/** XATTR_SIZE_MAX and XATTR_LIST_MAX. */
const MAXIMUM_VALUE = 65536;
/** NGROUPS_MAX. */
const MOST_GROUPS = 65536;

const isDescriptor = (p: PathArgument): boolean => p.shown !== undefined && isBigOrInt(p.shown);

type Place = readonly [variant: "" | "l" | "f", at: Uint8Array | number, shown: Value | undefined];

/** What an attribute belongs to: a path, a link itself, or a descriptor. */
function placeOf(vm: Vm, name: string, path: Value | undefined, follow: Value | undefined, nullable = false): Place {
  const p = pathArgument(vm, name, path, { fd: true, nullable });
  const follows = follow === undefined || truth(vm, follow);
  if (isDescriptor(p)) {
    if (!follows) throw valueError(vm, `${name}: cannot use fd and follow_symlinks together`);
    return ["f", p.fd, p.shown];
  }
  return [follows ? "" : "l", cText(p.bytes), p.shown];
}

function attributeName(vm: Vm, fn: string, v: Value): Uint8Array {
  return cText(pathArgument(vm, fn, v, { name: "attribute" }).bytes);
}

/** The bytes that a call writes. */
function answered(vm: Vm, shown: Value | undefined, ask: (into: Uint8Array) => readonly [SystemCall, ...(Uint8Array | number)[]]): Uint8Array {
  const into = new Uint8Array(MAXIMUM_VALUE);
  return into.slice(0, pathCall(vm, shown, ...ask(into)));
}

function getxattr(vm: Vm, path: Value, attribute: Value, follow?: Value): Value {
  const name = attributeName(vm, "getxattr", attribute);
  const [variant, at, shown] = placeOf(vm, "getxattr", path, follow);
  return newBytes(answered(vm, shown, (into) => [`${variant}getxattr`, at, name, into, into.length]));
}

function listxattr(vm: Vm, path?: Value, follow?: Value): Value {
  const [variant, at, shown] = placeOf(vm, "listxattr", path, follow, true);
  const bytes = answered(vm, shown, (into) => [`${variant}listxattr`, at, into, into.length]);
  const names: Value[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0, from);
    names.push(decodePath(vm, bytes.subarray(from, end)));
    from = end + 1;
  }
  return newList(vm, names);
}

function setxattr(vm: Vm, path: Value, attribute: Value, value: Value, flags?: Value, follow?: Value): void {
  const p = placeOf(vm, "setxattr", path, undefined);
  const name = attributeName(vm, "setxattr", attribute);
  withBuffer(vm, value, (bytes) => {
    const how = flags === undefined ? 0 : asCInt(vm, flags);
    const [variant, at, shown] = follow === undefined ? p : placeOf(vm, "setxattr", path, follow);
    pathCall(vm, shown, `${variant}setxattr`, at, name, bytes, bytes.length, how);
  });
}

function removexattr(vm: Vm, path: Value, attribute: Value, follow?: Value): void {
  const name = attributeName(vm, "removexattr", attribute);
  const [variant, at, shown] = placeOf(vm, "removexattr", path, follow);
  pathCall(vm, shown, `${variant}removexattr`, at, name);
}

function pathconf(vm: Vm, path: Value, name: Value): Value {
  const p = pathArgument(vm, "pathconf", path, { fd: true });
  const n = configName(vm, name, pathconfNames);
  return hostCall(vm, () => {
    try {
      return isDescriptor(p) ? rawCall(vm, "fpathconf", p.fd, n) : rawCall(vm, "pathconf", cText(p.bytes), n);
    } catch (error) {
      // That is about the name, not the path.
      if (isFault(error, "EINVAL")) throw osErrorNumber(vm, error.errno);
      throw error;
    }
  }, p.shown);
}

function confstr(vm: Vm, name: Value): Value {
  const n = configName(vm, name, confstrNames);
  const size = systemCall(vm, "confstr", n, null, 0);
  if (size === 0) return None;
  const into = new Uint8Array(size);
  systemCall(vm, "confstr", n, into, size);
  return decodePath(vm, into.subarray(0, size - 1));
}

/** The C library's structure on 64-bit systems. */
function statvfsResult(vm: Vm, call: (into: Uint8Array) => void): Value {
  const raw = new BigUint64Array(32);
  call(new Uint8Array(raw.buffer));
  // f_fsid stands before f_flag and f_namemax.
  return newStructSequence(vm, StatvfsResultType, [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 8].map((i) => newInt(raw[i]!)));
}

function statvfs(vm: Vm, path: Value): Value {
  const p = pathArgument(vm, "statvfs", path, { fd: true });
  if (vm.host.system === undefined && !isDescriptor(p)) {
    const s = hostCall(vm, () => filesOf(vm).statFileSystem(p.bytes), p.shown);
    return newStructSequence(vm, StatvfsResultType, [s.bsize, s.frsize, newInt(s.blocks), newInt(s.bfree), newInt(s.bavail), newInt(s.files), newInt(s.ffree), newInt(s.ffree), 0, s.namemax, 0]);
  }
  return statvfsResult(vm, (into) => (isDescriptor(p) ? pathCall(vm, p.shown, "fstatvfs", p.fd, into) : pathCall(vm, p.shown, "statvfs", cText(p.bytes), into)));
}

function mknod(vm: Vm, path: Value, mode?: Value, device?: Value, dirFd?: Value): void {
  const p = pathArgument(vm, "mknod", path);
  const bits = mode === undefined ? 0o600 : asCInt(vm, mode);
  const number = device === undefined ? 0n : deviceNumber(vm, device);
  atFolder(vm, p, dirFd);
  systemCall(vm, "mknod", cText(p.bytes), bits, number);
}

function getgrouplist(vm: Vm, user: Value, group: Value): Value {
  if (!isStr(user)) throw typeError(vm, `getgrouplist() argument 1 must be str, not ${typeName(user)}`);
  const name = cText(new TextEncoder().encode(textOf(user)));
  const base = idArgument(vm, group, "gid");
  const groups = new Int32Array(MOST_GROUPS);
  const count = Int32Array.of(MOST_GROUPS);
  systemCall(vm, "getgrouplist", name, base, new Uint8Array(groups.buffer), new Uint8Array(count.buffer));
  return newList(vm, [...groups.subarray(0, count[0]!)].map((id) => (id === -1 ? -1 : newInt(id >>> 0))));
}

export const attributeFunctions: Record<string, (...args: any[]) => any> = {
  getxattr,
  listxattr,
  setxattr,
  removexattr,
  pathconf,
  confstr,
  statvfs,
  mknod,
  getgrouplist,
  fpathconf: (vm: Vm, fd: Value, name: Value) => {
    const n = fileDescriptor(vm, fd);
    return systemCall(vm, "fpathconf", n, configName(vm, name, pathconfNames));
  },
  fstatvfs: (vm: Vm, fd: Value) => {
    const n = descriptorOf(vm, fd);
    return statvfsResult(vm, (into) => systemCall(vm, "fstatvfs", n, into));
  },
  chroot: (vm: Vm, path: Value) => {
    const p = pathArgument(vm, "chroot", path);
    pathCall(vm, p.shown, "chroot", cText(p.bytes));
  },
  initgroups: (vm: Vm, user: Value, group: Value) => {
    const name = cText(fsBytes(vm, user));
    systemCall(vm, "initgroups", name, idArgument(vm, group, "gid"));
  },
  sync: (vm: Vm) => {
    if (vm.host.system !== undefined) systemCall(vm, "sync");
  },
};
