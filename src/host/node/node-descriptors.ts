// Open descriptors through node:fs. Node has no lseek: reads and writes use the system's own offset until somebody seeks;
// from then on we keep the offset ourselves and give it with every call. See docs/host.md.
import * as fs from "node:fs";
import { isatty } from "node:tty";
import { newFault } from "../fault.ts";
import type { Descriptors, FileStat } from "../host.ts";
import * as posix from "../posix.ts";
import { toFault } from "./node-fault.ts";

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

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the thread. */
export function pause(milliseconds: number): void {
  Atomics.wait(cell, 0, 0, milliseconds);
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

/** Seconds for node:fs, which takes a double: good to a quarter of a microsecond in our days. */
export function toSeconds(nanoseconds: bigint): number {
  return Number(nanoseconds / 1_000_000_000n) + Number(nanoseconds % 1_000_000_000n) / 1e9;
}

export class NodeDescriptors implements Descriptors {
  private readonly open_ = new Map<number, OpenFile>();

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
    const { size } = this.stat(fd);
    if (!file.seekable) throw newFault("ESPIPE", "lseek");
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
    return this.file(fd).inheritable;
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.stat(fd);
    this.file(fd).inheritable = inheritable;
  }

  duplicate(fd: number): number {
    this.stat(fd);
    throw newFault("ENOSYS", "dup");
  }

  duplicateTo(fd: number, to: number): void {
    this.stat(fd);
    if (fd !== to) throw newFault("ENOSYS", "dup2");
  }

  pipe(): [number, number] {
    throw newFault("ENOSYS", "pipe2");
  }

  blocking(fd: number): boolean {
    this.stat(fd);
    return !systemFlag(fd, posix.O_NONBLOCK);
  }

  setBlocking(fd: number, blocking: boolean): void {
    if (this.blocking(fd) !== blocking) throw newFault("ENOSYS", "fcntl");
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
