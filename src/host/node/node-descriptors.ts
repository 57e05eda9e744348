// Open descriptors through node:fs. Node has no lseek: reads and writes use the system's own offset until somebody seeks;
// from then on we keep the offset ourselves and give it with every call. See docs/host.md.
import * as fs from "node:fs";
import { isatty } from "node:tty";
import { newFault } from "../fault.ts";
import type { Descriptors, FileStat } from "../host.ts";
import * as posix from "../posix.ts";
import { toFault } from "./node-fault.ts";
import type { NodeNative } from "./node-native.ts";
import type { NodeSignals } from "./node-signals.ts";
import type { NodeWaiting } from "./node-waiting.ts";

const F_GETFL = 3;
const F_SETFL = 4;
const F_GETFD = 1;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_DUPFD_CLOEXEC = 1030;

/** Largest transfer of one call, as Linux has it. */
const MOST = 0x7ffff000;

class OpenFile {
  /** False for pipes, terminals and sockets. */
  readonly seekable: boolean;
  readonly append: boolean;
  /** The offset, as far as we know it; -1 when the descriptor came from outside and nobody has asked. */
  offset: number;
  /** The system's own offset is no longer the true one. */
  moved = false;
  inheritable = false;
  constructor(seekable: boolean, append: boolean, offset: number) {
    this.seekable = seekable;
    this.append = append;
    this.offset = offset;
  }
}

/** Blocks the thread. The cell is made here: a start-up image cannot hold shared memory. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export function convertStat(s: fs.BigIntStats): FileStat {
  return {
    mode: Number(s.mode),
    ino: s.ino,
    dev: s.dev,
    nlink: Number(s.nlink),
    uid: Number(s.uid),
    gid: Number(s.gid),
    size: s.size,
    atimeNs: s.atimeNs,
    mtimeNs: s.mtimeNs,
    ctimeNs: s.ctimeNs,
    blksize: Number(s.blksize),
    blocks: s.blocks,
    rdev: s.rdev,
  };
}

/** Seconds for node:fs, which takes a double and cuts to microseconds: half of one more keeps what the double has rounded down. */
export function toSeconds(nanoseconds: bigint): number {
  const rest = ((nanoseconds % 1000n) + 1000n) % 1000n;
  const microseconds = (nanoseconds - rest) / 1000n;
  if (microseconds % 1_000_000n === 0n) return Number(microseconds / 1_000_000n);
  return (Number(microseconds) + 0.5) / 1e6;
}

/** Two times that Node could not set exactly, as the C library takes them; undefined where Node can. */
export function exactTimes(...times: bigint[]): BigInt64Array | undefined {
  if (times.every((ns) => ns % 1_000_000_000n === 0n)) return undefined;
  const out = new BigInt64Array(2 * times.length);
  times.forEach((ns, i) => {
    const rest = ((ns % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
    out[2 * i] = (ns - rest) / 1_000_000_000n;
    out[2 * i + 1] = rest;
  });
  return out;
}

export class NodeDescriptors implements Descriptors {
  private readonly open_ = new Map<number, OpenFile>();
  protected readonly native: NodeNative | undefined;
  private readonly waiting: NodeWaiting | undefined;
  private readonly signals: NodeSignals | undefined;

  constructor(native?: NodeNative, waiting?: NodeWaiting, signals?: NodeSignals) {
    this.native = native;
    this.waiting = waiting;
    this.signals = signals;
  }

  /** Gives the system's offsets the values of ours, before another descriptor or process goes on from them. */
  syncOffsets(): void {
    if (this.native?.available !== true) return;
    for (const [fd, file] of this.open_) {
      if (!file.moved) continue;
      this.native.get("lseek")(fd, file.offset, posix.SEEK_SET);
      file.moved = false;
      file.offset = -1;
    }
  }

  /** A child is about to get descriptors of ours. */
  beforeSpawn(): void {
    this.syncOffsets();
  }

  /** The C library is about to be called by us with these arguments, some of which may be descriptors. */
  beforeCall(_args: readonly unknown[]): void {
    this.syncOffsets();
  }

  /** What the C library is to be given as the path of one of its calls, which ends with a zero. */
  pathForCall(_call: string, path: Uint8Array): Uint8Array {
    return path;
  }

  /** Notes a descriptor that we opened. */
  adopt(fd: number, flags: number): number {
    const seekable = isSeekable(fd);
    this.open_.set(fd, new OpenFile(seekable, (flags & posix.O_APPEND) !== 0, 0));
    return fd;
  }

  private file(fd: number): OpenFile {
    let file = this.open_.get(fd);
    if (file === undefined) {
      // From outside: a standard stream, or one that another part of the process opened.
      file = new OpenFile(isSeekable(fd), systemFlag(fd, posix.O_APPEND), -1);
      file.inheritable = fd <= 2;
      this.open_.set(fd, file);
    }
    return file;
  }

  close(fd: number): void {
    this.open_.delete(fd);
    try {
      fs.closeSync(fd);
    } catch (error) {
      throw toFault(error, "close");
    }
  }

  read(fd: number, into: Uint8Array): number {
    const file = this.file(fd);
    const size = Math.min(into.length, MOST);
    // A read that waits cannot be interrupted: a signal could not be handled then.
    if (!file.seekable && size > 0 && this.waiting !== undefined && isWaitable(fd)) this.waiting.untilReadable(fd);
    for (let waits = 0; ; waits++) {
      try {
        const n = fs.readSync(fd, into, 0, size, file.moved ? file.offset : null);
        if (file.offset >= 0) file.offset += n;
        return n;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === "EOF") return 0;
        // Somebody made our standard input non-blocking, as Node does with terminals: wait for it all the same.
        if (code === "EAGAIN" && fd === 0) pause(Math.min(1 + waits, 20));
        else if (code !== "EINTR") throw toFault(error, "read");
      }
    }
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.file(fd);
    const size = Math.min(bytes.length, MOST);
    for (let waits = 0; ; waits++) {
      try {
        const n = fs.writeSync(fd, bytes, 0, size, file.moved && !file.append ? file.offset : null);
        if (file.append && file.offset >= 0) file.offset = Number(fs.fstatSync(fd).size);
        else if (file.offset >= 0) file.offset += n;
        return n;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === "EAGAIN" && (fd === 1 || fd === 2)) pause(Math.min(1 + waits, 20));
        else if (code !== "EINTR") throw toFault(error, "write");
      }
    }
  }

  readAt(fd: number, into: Uint8Array, offset: bigint): number {
    if (offset < 0n) throw newFault("EINVAL", "pread");
    try {
      return fs.readSync(fd, into, 0, Math.min(into.length, MOST), offset);
    } catch (error) {
      throw toFault(error, "pread");
    }
  }

  writeAt(fd: number, bytes: Uint8Array, offset: bigint): number {
    if (offset < 0n) throw newFault("EINVAL", "pwrite");
    try {
      return fs.writeSync(fd, bytes, 0, Math.min(bytes.length, MOST), Number(offset));
    } catch (error) {
      throw toFault(error, "pwrite");
    }
  }

  seek(fd: number, offset: bigint, whence: number): bigint {
    const file = this.file(fd);
    // Refuses a closed descriptor, too.
    const { size, mode } = this.stat(fd);
    if (!file.seekable) throw newFault("ESPIPE", "lseek");
    if (this.native?.loaded === true) {
      this.syncOffsets();
      file.offset = -1;
      if (wantedOutOfRange(offset)) throw newFault("EOVERFLOW", "lseek");
      return BigInt(this.native.call("lseek", fd, Number(offset), whence));
    }
    // Devices such as /dev/zero stay at 0.
    if ((mode & 0o170000) === 0o020000) return 0n;
    if (file.offset < 0) file.offset = systemOffset(fd);
    if (whence !== posix.SEEK_SET && whence !== posix.SEEK_CUR && whence !== posix.SEEK_END) throw newFault("EINVAL", "lseek");
    const base = whence === posix.SEEK_SET ? 0n : whence === posix.SEEK_CUR ? BigInt(file.offset) : size;
    const wanted = base + offset;
    if (wanted < 0n) throw newFault("EINVAL", "lseek");
    if (wanted > BigInt(Number.MAX_SAFE_INTEGER)) throw newFault(wanted > 0x7fffffffffffffffn ? "EOVERFLOW" : "EINVAL", "lseek");
    const target = Number(wanted);
    if (target !== file.offset) {
      file.offset = target;
      file.moved = true;
    }
    return wanted;
  }

  truncate(fd: number, size: bigint): void {
    if (size < 0n) throw newFault("EINVAL", "ftruncate");
    try {
      fs.ftruncateSync(fd, Number(size));
    } catch (error) {
      throw toFault(error, "ftruncate");
    }
  }

  stat(fd: number): FileStat {
    try {
      return convertStat(fs.fstatSync(fd, { bigint: true }));
    } catch (error) {
      throw toFault(error, "fstat");
    }
  }

  chmod(fd: number, mode: number): void {
    try {
      fs.fchmodSync(fd, mode);
    } catch (error) {
      throw toFault(error, "fchmod");
    }
  }

  chown(fd: number, uid: number, gid: number): void {
    try {
      fs.fchownSync(fd, uid, gid);
    } catch (error) {
      throw toFault(error, "fchown");
    }
  }

  utimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    const exact = exactTimes(atimeNs, mtimeNs);
    if (exact !== undefined && this.native?.available === true) {
      this.native.call("futimens", fd, exact);
      return;
    }
    try {
      fs.futimesSync(fd, toSeconds(atimeNs), toSeconds(mtimeNs));
    } catch (error) {
      throw toFault(error, "futimens");
    }
  }

  sync(fd: number, dataOnly: boolean): void {
    try {
      if (dataOnly) fs.fdatasyncSync(fd);
      else fs.fsyncSync(fd);
    } catch (error) {
      throw toFault(error, dataOnly ? "fdatasync" : "fsync");
    }
  }

  isatty(fd: number): boolean {
    return fd >= 0 && isatty(fd);
  }

  inheritable(fd: number): boolean {
    this.stat(fd);
    // Node has marked the standard streams: of those we remember what the program wants.
    if (fd > 2 && this.native?.loaded === true) return (this.native.call("fcntl", fd, F_GETFD, 0) & FD_CLOEXEC) === 0;
    return this.file(fd).inheritable;
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.stat(fd);
    const file = this.file(fd);
    if ((file.inheritable !== inheritable || this.native?.loaded === true) && fd > 2 && this.native?.available === true) this.native.call("fcntl", fd, F_SETFD, inheritable ? 0 : FD_CLOEXEC);
    file.inheritable = inheritable;
  }

  duplicate(fd: number): number {
    this.stat(fd);
    if (this.native === undefined) throw newFault("ENOSYS", "dup");
    this.syncOffsets();
    return this.copyOf(fd, this.native.call("fcntl", fd, F_DUPFD_CLOEXEC, 0));
  }

  duplicateTo(fd: number, to: number, inheritable: boolean): void {
    this.stat(fd);
    if (fd === to) {
      this.setInheritable(fd, inheritable);
      return;
    }
    if (this.native === undefined) throw newFault("ENOSYS", "dup2");
    this.syncOffsets();
    this.native.call("dup3", fd, to, inheritable && to > 2 ? 0 : posix.O_CLOEXEC);
    this.copyOf(fd, to);
    this.file(to).inheritable = inheritable;
  }

  private copyOf(fd: number, made: number): number {
    const file = this.file(fd);
    this.open_.set(made, new OpenFile(file.seekable, file.append, -1));
    return made;
  }

  pipe(): [number, number] {
    if (this.native === undefined) throw newFault("ENOSYS", "pipe2");
    this.signals?.prepare();
    const fds = [0, 0];
    this.native.call("pipe2", fds, posix.O_CLOEXEC);
    for (const fd of fds) this.open_.set(fd, new OpenFile(false, false, -1));
    return [fds[0]!, fds[1]!];
  }

  blocking(fd: number): boolean {
    this.stat(fd);
    return !systemFlag(fd, posix.O_NONBLOCK);
  }

  setBlocking(fd: number, blocking: boolean): void {
    if (this.blocking(fd) === blocking) return;
    if (this.native === undefined) throw newFault("ENOSYS", "fcntl");
    const flags = this.native.call("fcntl", fd, F_GETFL, 0);
    this.native.call("fcntl", fd, F_SETFL, blocking ? flags & ~posix.O_NONBLOCK : flags | posix.O_NONBLOCK);
  }
}

function wantedOutOfRange(offset: bigint): boolean {
  return offset > BigInt(Number.MAX_SAFE_INTEGER) || offset < -BigInt(Number.MAX_SAFE_INTEGER);
}

/** Reading from it may wait: a pipe, terminal or socket in blocking mode. */
function isWaitable(fd: number): boolean {
  try {
    const s = fs.fstatSync(fd);
    return (s.isFIFO() || s.isSocket() || isatty(fd)) && (fd === 0 || !systemFlag(fd, posix.O_NONBLOCK)) && !systemFlag(fd, posix.O_WRONLY);
  } catch {
    return false;
  }
}

function isSeekable(fd: number): boolean {
  try {
    const s = fs.fstatSync(fd);
    return s.isFile() || s.isDirectory() || s.isBlockDevice() || (s.isCharacterDevice() && !isatty(fd));
  } catch {
    return false;
  }
}

/** A field of what Linux tells of a descriptor: "pos" in decimal, "flags" in octal. */
function descriptorInfo(fd: number, field: string): string | undefined {
  try {
    const text = fs.readFileSync(`/proc/self/fdinfo/${fd}`, "latin1");
    return new RegExp(`^${field}:\\s*(\\d+)`, "m").exec(text)?.[1];
  } catch {
    return undefined;
  }
}

function systemOffset(fd: number): number {
  return Number(descriptorInfo(fd, "pos") ?? 0);
}

function systemFlag(fd: number, flag: number): boolean {
  return (parseInt(descriptorInfo(fd, "flags") ?? "0", 8) & flag) !== 0;
}
