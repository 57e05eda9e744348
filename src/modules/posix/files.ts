// Files, directories and descriptors of the posix module. Mirrors their part of Modules/posixmodule.c. See docs/posix.md.
import { newFault } from "../../host/fault.ts";
import { F_OK } from "../../host/posix.ts";
import { asBytesLike, asCInt, asIndex, asSsize, dropError, exc, False, isBigOrInt, isTuple, matches, newBytes, newError, newInt, newList, newStr, newTuple, None, overflowError, True, truth, typeError, typeName, typeOf, type Value, valueError, type Vm, withBuffer, isFloat, floatValue } from "../../core/api.ts";
import { contiguousBytes, getBuffer, hasBuffer, PyBUF_WRITABLE, releaseBuffer } from "../../types/buffer.ts";
import { newStructSequence } from "../../types/struct-sequence.ts";
import { clockOf, filesOf, hostCall, osErrorNumber } from "../os-error.ts";
import { idArgument } from "./credentials.ts";
import { answerPath, atFolder, descriptorOf, folderPath, type PathArgument, pathArgument } from "./paths.ts";
import { newStatResult, StatvfsResultType, TerminalSizeType } from "./structs.ts";

const bool = (v: boolean): Value => (v ? True : False);
const follows = (vm: Vm, v: Value | undefined): boolean => v === undefined || truth(vm, v);

function offset(vm: Vm, v: Value): bigint {
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}
function mode(vm: Vm, v: Value | undefined, otherwise: number): number {
  return v === undefined ? otherwise : asCInt(vm, v);
}

/** A call on a path or, where that is allowed, on a descriptor. */
function onPath<T>(vm: Vm, p: PathArgument, path: (bytes: Uint8Array) => T, descriptor?: (fd: number) => T): T {
  if (p.shown !== undefined && descriptor !== undefined && isDescriptor(p)) return hostCall(vm, () => descriptor(p.fd), p.shown);
  return hostCall(vm, () => path(p.bytes), p.shown);
}
const DOT = Uint8Array.of(46);
const isDescriptor = (p: PathArgument): boolean => p.shown !== undefined && isBigOrInt(p.shown);

function stat(vm: Vm, path: Value, dirFd?: Value, follow?: Value): Value {
  const p = pathArgument(vm, "stat", path, { fd: true });
  if (dirFd !== undefined && dirFd !== None && isDescriptor(p)) throw valueError(vm, "stat: can't specify dir_fd without matching path");
  atFolder(vm, p, dirFd);
  if (!follows(vm, follow) && isDescriptor(p)) throw valueError(vm, "stat: cannot use fd and follow_symlinks together");
  return newStatResult(vm, onPath(vm, p, (b) => filesOf(vm).statPath(b, follows(vm, follow)), (fd) => filesOf(vm).stat(fd)));
}

function open(vm: Vm, path: Value, flags: Value, permissions?: Value, dirFd?: Value): Value {
  const p = pathArgument(vm, "open", path);
  const how = asCInt(vm, flags);
  const bits = mode(vm, permissions, 0o777);
  atFolder(vm, p, dirFd);
  return hostCall(vm, () => filesOf(vm).open(p.bytes, how | 0o2000000, bits), p.shown);
}

function read(vm: Vm, fd: Value, length: Value): Value {
  const from = descriptorOf(vm, fd);
  const size = asSsize(vm, length);
  if (size < 0) throw osErrorNumber(vm, 22);
  const into = new Uint8Array(Math.min(size, 0x7ffff000));
  const got = hostCall(vm, () => filesOf(vm).read(from, into));
  return newBytes(got === into.length ? into : into.slice(0, got));
}

function pread(vm: Vm, fd: Value, length: Value, at: Value): Value {
  const from = descriptorOf(vm, fd);
  const size = asSsize(vm, length);
  const where = offset(vm, at);
  if (size < 0) throw osErrorNumber(vm, 22);
  const into = new Uint8Array(size);
  const got = hostCall(vm, () => filesOf(vm).readAt(from, into, where));
  return newBytes(into.slice(0, got));
}

function listdir(vm: Vm, path?: Value): Value {
  const p = pathArgument(vm, "listdir", path, { fd: true, nullable: true });
  if (isDescriptor(p)) p.bytes = folderPath(vm, p.fd, DOT, "listdir: descriptors are unavailable on this platform", p.shown);
  const entries = hostCall(vm, () => filesOf(vm).list(p.bytes), p.shown);
  return newList(vm, entries.map((e) => answerPath(vm, e.name, p.isBytes)));
}

function twoPaths(fn: string, run: (vm: Vm, from: Uint8Array, to: Uint8Array) => void) {
  return (vm: Vm, src: Value, dst: Value, srcFd?: Value, dstFd?: Value): void => {
    const from = pathArgument(vm, fn, src, { name: "src" });
    const to = pathArgument(vm, fn, dst, { name: "dst" });
    atFolder(vm, from, srcFd);
    atFolder(vm, to, dstFd);
    hostCall(vm, () => run(vm, from.bytes, to.bytes), from.shown, to.shown);
  };
}

const S_IFLNK = 0o120000;

/** What a path leads to when its last part is a symbolic link, and the link's after it. */
function linkTarget(vm: Vm, path: Uint8Array): Uint8Array {
  const files = filesOf(vm);
  let at = path;
  for (let i = 0; i < 40 && (files.statPath(at, false).mode & 0o170000) === S_IFLNK; i++) {
    const target = files.readlink(at);
    const slash = target[0] === 47 ? -1 : at.lastIndexOf(47);
    const next = new Uint8Array(slash + 1 + target.length);
    next.set(at.subarray(0, slash + 1));
    next.set(target, slash + 1);
    at = next;
  }
  return at;
}

function onePath(fn: string, run: (vm: Vm, path: Uint8Array) => void) {
  return (vm: Vm, path: Value, dirFd?: Value): void => {
    const p = pathArgument(vm, fn, path);
    atFolder(vm, p, dirFd);
    hostCall(vm, () => run(vm, p.bytes), p.shown);
  };
}

/** A time of utime: int or float seconds as nanoseconds. */
function nanoseconds(vm: Vm, v: Value): bigint {
  if (isFloat(v)) {
    const d = floatValue(v);
    if (Number.isNaN(d)) throw valueError(vm, "Invalid value NaN (not a number)");
    const whole = Math.floor(d);
    if (!Number.isFinite(d) || Math.abs(whole) >= 2 ** 63) throw overflowError(vm, "timestamp out of range for platform time_t");
    return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((d - whole) * 1e9));
  }
  return BigInt(asIndex(vm, v)) * 1_000_000_000n;
}

function utime(vm: Vm, path: Value, times?: Value, ns?: Value, dirFd?: Value, follow?: Value): void {
  const p = pathArgument(vm, "utime", path, { fd: true });
  if (times !== undefined && times !== None && ns !== undefined) throw valueError(vm, "utime: you may specify either 'times' or 'ns' but not both");
  let atime: bigint;
  let mtime: bigint;
  const pair = (v: Value): Value[] | undefined => (isTuple(v) && (v.data as Value[]).length === 2 ? (v.data as Value[]) : undefined);
  if (times !== undefined && times !== None) {
    const two = pair(times);
    if (two === undefined) throw typeError(vm, "utime: 'times' must be either a tuple of two ints or None");
    [atime, mtime] = [nanoseconds(vm, two[0]!), nanoseconds(vm, two[1]!)];
  } else if (ns !== undefined) {
    const two = pair(ns);
    if (two === undefined) throw typeError(vm, "utime: 'ns' must be a tuple of two ints");
    [atime, mtime] = [BigInt(asIndex(vm, two[0]!)), BigInt(asIndex(vm, two[1]!))];
  } else atime = mtime = hostCall(vm, () => clockOf(vm).now());
  atFolder(vm, p, dirFd);
  onPath(vm, p, (b) => filesOf(vm).utimesPath(b, atime, mtime, follows(vm, follow)), (fd) => filesOf(vm).utimes(fd, atime, mtime));
}

function access(vm: Vm, path: Value, how: Value, dirFd?: Value, _effective?: Value, _follow?: Value): Value {
  const p = pathArgument(vm, "access", path);
  const bits = asCInt(vm, how);
  atFolder(vm, p, dirFd);
  return bool(hostCall(vm, () => filesOf(vm).access(p.bytes, bits < 0 ? F_OK : bits)));
}

function chmod(vm: Vm, path: Value, bits: Value, dirFd?: Value, follow?: Value): void {
  const p = pathArgument(vm, "chmod", path, { fd: true });
  const wanted = asCInt(vm, bits);
  atFolder(vm, p, dirFd);
  if (!follows(vm, follow)) throw newError(vm, exc.NotImplementedErrorType, "chmod: follow_symlinks unavailable on this platform");
  onPath(vm, p, (b) => filesOf(vm).chmodPath(b, wanted), (fd) => filesOf(vm).chmod(fd, wanted));
}

/** A user and a group; -1 leaves one as it is. */
function owners(vm: Vm, uid: Value, gid: Value): [number, number] {
  const signed = (n: number): number => (n === 0xffffffff ? -1 : n);
  return [signed(idArgument(vm, uid, "uid")), signed(idArgument(vm, gid, "gid"))];
}

function chown(vm: Vm, path: Value, uid: Value, gid: Value, dirFd?: Value, follow?: Value): void {
  const p = pathArgument(vm, "chown", path, { fd: true });
  atFolder(vm, p, dirFd);
  const [u, g] = owners(vm, uid, gid);
  onPath(vm, p, (b) => filesOf(vm).chownPath(b, u, g, follows(vm, follow)), (fd) => filesOf(vm).chown(fd, u, g));
}

function terminalSize(vm: Vm, fd?: Value): Value {
  const n = fd === undefined ? 1 : descriptorOf(vm, fd);
  const size = hostCall(vm, () => {
    filesOf(vm).stat(n);
    return vm.host.terminal?.size(n);
  });
  if (size === undefined) throw osErrorNumber(vm, 25);
  return newStructSequence(vm, TerminalSizeType, [size.columns, size.rows]);
}

const call = (run: (vm: Vm, fd: number) => Value | void) => (vm: Vm, fd: Value): Value | void => {
  const n = descriptorOf(vm, fd);
  return hostCall(vm, () => run(vm, n));
};

export const fileFunctions: Record<string, (...args: any[]) => any> = {
  open,
  read,
  pread,
  stat,
  listdir,
  utime,
  access,
  chmod,
  chown,
  get_terminal_size: terminalSize,
  close: call((vm, fd) => filesOf(vm).close(fd)),
  closerange: (vm: Vm, low: Value, high: Value) => {
    for (let fd = asCInt(vm, low), end = asCInt(vm, high); fd < end; fd++) {
      try {
        filesOf(vm).close(fd);
      } catch {
        // Descriptors that are not open are passed over.
      }
    }
  },
  write: (vm: Vm, fd: Value, data: Value) => {
    const n = descriptorOf(vm, fd);
    return withBuffer(vm, data, (bytes) => hostCall(vm, () => filesOf(vm).write(n, bytes)));
  },
  pwrite: (vm: Vm, fd: Value, data: Value, at: Value) => {
    const n = descriptorOf(vm, fd);
    const where = offset(vm, at);
    return withBuffer(vm, data, (bytes) => hostCall(vm, () => filesOf(vm).writeAt(n, bytes, where)));
  },
  readinto: (vm: Vm, fd: Value, buffer: Value) => {
    const n = descriptorOf(vm, fd);
    const wrong = (): Error => {
      throw typeError(vm, `readinto() argument 2 must be read-write bytes-like object, not ${typeName(buffer)}`);
    };
    if (!hasBuffer(buffer)) throw wrong();
    let view;
    try {
      view = getBuffer(vm, buffer, PyBUF_WRITABLE);
    } catch (error) {
      if (!matches(error, exc.ExceptionType)) throw error;
      dropError(vm, error);
      throw wrong();
    }
    try {
      const bytes = contiguousBytes(view);
      return hostCall(vm, () => filesOf(vm).read(n, bytes));
    } finally {
      releaseBuffer(vm, view);
    }
  },
  lseek: (vm: Vm, fd: Value, position: Value, whence: Value) => {
    const n = descriptorOf(vm, fd);
    const where = offset(vm, position);
    const how = asCInt(vm, whence);
    return newInt(hostCall(vm, () => filesOf(vm).seek(n, where, how)));
  },
  lstat: (vm: Vm, path: Value, dirFd?: Value) => {
    const p = pathArgument(vm, "lstat", path);
    atFolder(vm, p, dirFd);
    return newStatResult(vm, hostCall(vm, () => filesOf(vm).statPath(p.bytes, false), p.shown));
  },
  fstat: (vm: Vm, fd: Value) => {
    const n = descriptorOf(vm, fd);
    return newStatResult(vm, hostCall(vm, () => filesOf(vm).stat(n)));
  },
  mkdir: (vm: Vm, path: Value, bits?: Value, dirFd?: Value) => {
    const p = pathArgument(vm, "mkdir", path);
    const wanted = mode(vm, bits, 0o777);
    atFolder(vm, p, dirFd);
    hostCall(vm, () => filesOf(vm).mkdir(p.bytes, wanted), p.shown);
  },
  mkfifo: (vm: Vm, path: Value, bits?: Value, dirFd?: Value) => {
    const p = pathArgument(vm, "mkfifo", path);
    const wanted = mode(vm, bits, 0o666);
    atFolder(vm, p, dirFd);
    const files = filesOf(vm);
    // CPython tells no path here.
    hostCall(vm, () => {
      if (files.mkfifo === undefined) throw newFault("ENOSYS", "mkfifo");
      files.mkfifo(p.bytes, wanted);
    });
  },
  rmdir: onePath("rmdir", (vm, p) => filesOf(vm).rmdir(p)),
  unlink: onePath("unlink", (vm, p) => filesOf(vm).unlink(p)),
  remove: onePath("remove", (vm, p) => filesOf(vm).unlink(p)),
  rename: twoPaths("rename", (vm, a, b) => filesOf(vm).rename(a, b)),
  replace: twoPaths("replace", (vm, a, b) => filesOf(vm).rename(a, b)),
  link: (vm: Vm, src: Value, dst: Value, srcFd?: Value, dstFd?: Value, follow?: Value) => {
    const followed = follows(vm, follow);
    twoPaths("link", (_vm, a, b) => filesOf(vm).link(followed ? linkTarget(vm, a) : a, b))(vm, src, dst, srcFd, dstFd);
  },
  symlink: (vm: Vm, src: Value, dst: Value, _directory?: Value, dirFd?: Value) => {
    const from = pathArgument(vm, "symlink", src, { name: "src" });
    const to = pathArgument(vm, "symlink", dst, { name: "dst" });
    atFolder(vm, to, dirFd);
    hostCall(vm, () => filesOf(vm).symlink(from.bytes, to.bytes), from.shown, to.shown);
  },
  readlink: (vm: Vm, path: Value, dirFd?: Value) => {
    const p = pathArgument(vm, "readlink", path);
    atFolder(vm, p, dirFd);
    return answerPath(vm, hostCall(vm, () => filesOf(vm).readlink(p.bytes), p.shown), p.isBytes);
  },
  truncate: (vm: Vm, path: Value, length: Value) => {
    const p = pathArgument(vm, "truncate", path, { fd: true });
    const size = offset(vm, length);
    onPath(vm, p, (b) => filesOf(vm).truncatePath(b, size), (fd) => filesOf(vm).truncate(fd, size));
  },
  ftruncate: (vm: Vm, fd: Value, length: Value) => {
    const n = descriptorOf(vm, fd);
    const size = offset(vm, length);
    hostCall(vm, () => filesOf(vm).truncate(n, size));
  },
  fchmod: (vm: Vm, fd: Value, bits: Value) => {
    const n = descriptorOf(vm, fd);
    const wanted = asCInt(vm, bits);
    hostCall(vm, () => filesOf(vm).chmod(n, wanted));
  },
  fchown: (vm: Vm, fd: Value, uid: Value, gid: Value) => {
    const n = descriptorOf(vm, fd);
    const [u, g] = owners(vm, uid, gid);
    hostCall(vm, () => filesOf(vm).chown(n, u, g));
  },
  lchown: (vm: Vm, path: Value, uid: Value, gid: Value) => {
    const p = pathArgument(vm, "lchown", path);
    const [u, g] = owners(vm, uid, gid);
    hostCall(vm, () => filesOf(vm).chownPath(p.bytes, u, g, false), p.shown);
  },
  fsync: call((vm, fd) => filesOf(vm).sync(fd, false)),
  fdatasync: call((vm, fd) => filesOf(vm).sync(fd, true)),
  isatty: (vm: Vm, fd: Value) => {
    const n = descriptorOf(vm, fd);
    return bool(hostCall(vm, () => filesOf(vm).isatty(n)));
  },
  dup: call((vm, fd) => filesOf(vm).duplicate(fd)),
  dup2: (vm: Vm, fd: Value, to: Value, inheritable?: Value) => {
    const n = descriptorOf(vm, fd);
    const m = descriptorOf(vm, to);
    hostCall(vm, () => filesOf(vm).duplicateTo(n, m, follows(vm, inheritable)));
    return m;
  },
  pipe: (vm: Vm) => newTuple(vm, hostCall(vm, () => filesOf(vm).pipe())),
  get_inheritable: call((vm, fd) => bool(filesOf(vm).inheritable(fd))),
  set_inheritable: (vm: Vm, fd: Value, inheritable: Value) => {
    const n = descriptorOf(vm, fd);
    const on = asCInt(vm, inheritable) !== 0;
    hostCall(vm, () => filesOf(vm).setInheritable(n, on));
  },
  get_blocking: call((vm, fd) => bool(filesOf(vm).blocking(fd))),
  set_blocking: (vm: Vm, fd: Value, blocking: Value) => {
    const n = descriptorOf(vm, fd);
    const on = truth(vm, blocking);
    hostCall(vm, () => filesOf(vm).setBlocking(n, on));
  },
  getcwd: (vm: Vm) => answerPath(vm, hostCall(vm, () => filesOf(vm).getcwd()), false),
  getcwdb: (vm: Vm) => answerPath(vm, hostCall(vm, () => filesOf(vm).getcwd()), true),
  fchdir: (vm: Vm, fd: Value) => {
    const folder = folderPath(vm, descriptorOf(vm, fd), DOT, "fchdir: descriptors are unavailable on this platform");
    hostCall(vm, () => filesOf(vm).chdir(folder));
  },
  chdir: (vm: Vm, path: Value) => {
    const p = pathArgument(vm, "chdir", path, { fd: true });
    if (isDescriptor(p)) p.bytes = folderPath(vm, p.fd, DOT, "chdir: descriptors are unavailable on this platform", p.shown);
    hostCall(vm, () => filesOf(vm).chdir(p.bytes), p.shown);
  },
  umask: (vm: Vm, mask: Value) => {
    const bits = asCInt(vm, mask);
    return hostCall(vm, () => filesOf(vm).umask(bits));
  },
  device_encoding: (vm: Vm, fd: Value) => {
    const n = descriptorOf(vm, fd);
    let tty = false;
    try {
      tty = filesOf(vm).isatty(n);
    } catch {
      tty = false;
    }
    return tty ? newStr("UTF-8") : None;
  },
};

