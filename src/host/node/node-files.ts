// Paths through the synchronous calls of node:fs. See docs/host.md.
import * as fs from "node:fs";
import { newFault } from "../fault.ts";
import type { DirectoryEntry, EntryKind, Files, FileStat, FileSystemStat } from "../host.ts";
import * as posix from "../posix.ts";
import { convertStat, exactTimes, NodeDescriptors, toSeconds } from "./node-descriptors.ts";
import { cString } from "./node-native.ts";
import { platformOpenFlags, toFault } from "./node-fault.ts";

const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;
const AT_FDCWD = -100;
const AT_SYMLINK_NOFOLLOW = 0x100;

/** Node takes paths as Buffers: a view, not a copy. An empty path is refused here, since Node refuses it as an argument. */
function view(path: Uint8Array, syscall: string): Buffer {
  if (path.length === 0) throw newFault("ENOENT", syscall);
  return Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}

function kindOf(entry: fs.Dirent<Buffer>): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  if (entry.isSymbolicLink()) return "link";
  if (entry.isFIFO()) return "fifo";
  if (entry.isSocket()) return "socket";
  if (entry.isCharacterDevice()) return "character";
  return entry.isBlockDevice() ? "block" : "unknown";
}

/** Paths that Node wants as text. */
function text(path: Uint8Array, syscall: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(view(path, syscall));
  } catch (error) {
    if (error instanceof TypeError) throw newFault("EILSEQ", syscall);
    throw error;
  }
}

export class NodeFiles extends NodeDescriptors implements Files {
  open(path: Uint8Array, flags: number, mode: number): number {
    let fd: number;
    try {
      fd = fs.openSync(view(path, "open"), platformOpenFlags(flags), mode);
    } catch (error) {
      throw toFault(error, "open");
    }
    return this.adopt(fd, flags);
  }

  statPath(path: Uint8Array, follow: boolean): FileStat {
    const at = view(path, "stat");
    try {
      return convertStat(follow ? fs.statSync(at, { bigint: true }) : fs.lstatSync(at, { bigint: true }));
    } catch (error) {
      throw toFault(error, follow ? "stat" : "lstat");
    }
  }

  lookup(path: Uint8Array, follow: boolean): FileStat | undefined {
    if (path.length === 0) return undefined;
    const at = view(path, "stat");
    try {
      const s = follow ? fs.statSync(at, { bigint: true, throwIfNoEntry: false }) : fs.lstatSync(at, { bigint: true, throwIfNoEntry: false });
      return s === undefined ? undefined : convertStat(s);
    } catch (error) {
      // Not every Node counts this as "no entry".
      if ((error as { code?: string }).code === "ENOTDIR") return undefined;
      throw toFault(error, follow ? "stat" : "lstat");
    }
  }

  statFileSystem(path: Uint8Array): FileSystemStat {
    try {
      const s = fs.statfsSync(view(path, "statfs"), { bigint: true });
      const bsize = Number(s.bsize);
      return { bsize, frsize: bsize, blocks: s.blocks, bfree: s.bfree, bavail: s.bavail, files: s.files, ffree: s.ffree, namemax: 255 };
    } catch (error) {
      throw toFault(error, "statfs");
    }
  }

  list(path: Uint8Array): DirectoryEntry[] {
    try {
      const entries = fs.readdirSync(view(path, "scandir"), { withFileTypes: true, encoding: "buffer" }) as unknown as fs.Dirent<Buffer>[];
      return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    } catch (error) {
      throw toFault(error, "scandir");
    }
  }

  /** Linux shows each open folder in its file system of processes. */
  pathAt(folder: number, name: Uint8Array): Uint8Array {
    if (process.platform !== "linux") throw newFault("ENOSYS", "openat");
    if ((this.stat(folder).mode & S_IFMT) !== S_IFDIR) throw newFault("ENOTDIR", "openat");
    return Buffer.concat([Buffer.from(`/proc/self/fd/${folder}/`), name]);
  }

  mkfifo(path: Uint8Array, mode: number): void {
    if (this.native === undefined) throw newFault("ENOSYS", "mkfifo");
    this.native.call("mkfifo", cString(path), mode);
  }

  mkdir(path: Uint8Array, mode: number): void {
    try {
      fs.mkdirSync(view(path, "mkdir"), mode);
    } catch (error) {
      throw toFault(error, "mkdir");
    }
  }

  rmdir(path: Uint8Array): void {
    try {
      fs.rmdirSync(view(path, "rmdir"));
    } catch (error) {
      throw toFault(error, "rmdir");
    }
  }

  unlink(path: Uint8Array): void {
    try {
      fs.unlinkSync(view(path, "unlink"));
    } catch (error) {
      throw toFault(error, "unlink");
    }
  }

  rename(from: Uint8Array, to: Uint8Array): void {
    try {
      fs.renameSync(view(from, "rename"), view(to, "rename"));
    } catch (error) {
      throw toFault(error, "rename");
    }
  }

  link(from: Uint8Array, to: Uint8Array): void {
    try {
      fs.linkSync(view(from, "link"), view(to, "link"));
    } catch (error) {
      throw toFault(error, "link");
    }
  }

  symlink(target: Uint8Array, path: Uint8Array): void {
    try {
      fs.symlinkSync(view(target, "symlink"), view(path, "symlink"));
    } catch (error) {
      throw toFault(error, "symlink");
    }
  }

  readlink(path: Uint8Array): Uint8Array {
    try {
      return fs.readlinkSync(view(path, "readlink"), { encoding: "buffer" });
    } catch (error) {
      throw toFault(error, "readlink");
    }
  }

  truncatePath(path: Uint8Array, size: bigint): void {
    if (size < 0n) throw newFault("EINVAL", "truncate");
    const fd = this.open(path, posix.O_WRONLY, 0);
    try {
      this.truncate(fd, size);
    } finally {
      this.close(fd);
    }
  }

  chmodPath(path: Uint8Array, mode: number): void {
    try {
      fs.chmodSync(view(path, "chmod"), mode);
    } catch (error) {
      throw toFault(error, "chmod");
    }
  }

  chownPath(path: Uint8Array, uid: number, gid: number, follow: boolean): void {
    try {
      const at = view(path, "chown");
      // Node refuses -1, "leave it alone".
      const now = uid < 0 || gid < 0 ? (follow ? fs.statSync(at) : fs.lstatSync(at)) : undefined;
      const newUid = uid < 0 ? now!.uid : uid;
      const newGid = gid < 0 ? now!.gid : gid;
      if (follow) fs.chownSync(at, newUid, newGid);
      else fs.lchownSync(at, newUid, newGid);
    } catch (error) {
      throw toFault(error, follow ? "chown" : "lchown");
    }
  }

  utimesPath(path: Uint8Array, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    const exact = exactTimes(atimeNs, mtimeNs);
    if (exact !== undefined && this.native?.available === true) {
      this.native.call("utimensat", AT_FDCWD, cString(path), exact, follow ? 0 : AT_SYMLINK_NOFOLLOW);
      return;
    }
    try {
      const at = view(path, "utimensat");
      if (follow) fs.utimesSync(at, toSeconds(atimeNs), toSeconds(mtimeNs));
      else fs.lutimesSync(at, toSeconds(atimeNs), toSeconds(mtimeNs));
    } catch (error) {
      throw toFault(error, "utimensat");
    }
  }

  access(path: Uint8Array, mode: number): boolean {
    if (path.length === 0) return false;
    try {
      fs.accessSync(view(path, "access"), mode);
      return true;
    } catch {
      return false;
    }
  }

  getcwd(): Uint8Array {
    try {
      // Linux's own answer is in bytes; Node decodes.
      if (process.platform === "linux") {
        const path = fs.readlinkSync("/proc/self/cwd", { encoding: "buffer" });
        if (!path.toString("latin1").endsWith(" (deleted)") || fs.existsSync(path)) return path;
        throw newFault("ENOENT", "getcwd");
      }
      return posix.pathBytes(process.cwd());
    } catch (error) {
      throw toFault(error, "getcwd");
    }
  }

  chdir(path: Uint8Array): void {
    try {
      process.chdir(text(path, "chdir"));
    } catch (error) {
      throw toFault(error, "chdir");
    }
  }

  umask(mask: number): number {
    return process.umask(mask & 0o777);
  }
}
