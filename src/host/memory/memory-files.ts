// Files, descriptors and standard streams in memory. See docs/host.md.
import { newFault } from "../fault.ts";
import type { DirectoryEntry, Files, FileStat, FileSystemStat } from "../host.ts";
import * as posix from "../posix.ts";
import type { Tree, TreeNode } from "./tree.ts";
import { nameBytes, nameText } from "./tree.ts";

/** What a descriptor is open on. */
interface OpenFile {
  readonly node: TreeNode | undefined;
  readonly stream: Stream | undefined;
  readonly flags: number;
  offset: number;
  /** Descriptors that share it. */
  uses: number;
}

/** A standard stream, or one end of a pipe. */
export interface Stream {
  read?(into: Uint8Array): number;
  write?(bytes: Uint8Array): number;
  close?(end: "read" | "write"): void;
}

export interface Descriptor {
  file: OpenFile;
  inheritable: boolean;
}

const MOST_DESCRIPTORS = 1024;
/** Longest file: what one array can hold. */
const LONGEST = 2 ** 32 - 1;

/** A pipe within one thread: nobody could fill it while we wait. */
export class Pipe implements Stream {
  private chunks: Uint8Array[] = [];
  private writers = 1;
  private readers = 1;

  read(into: Uint8Array): number {
    const first = this.chunks[0];
    if (first === undefined) {
      if (this.writers > 0) throw newFault("EAGAIN", "read");
      return 0;
    }
    const n = Math.min(into.length, first.length);
    into.set(first.subarray(0, n));
    if (n === first.length) this.chunks.shift();
    else this.chunks[0] = first.subarray(n);
    return n;
  }

  write(bytes: Uint8Array): number {
    if (this.readers === 0) throw newFault("EPIPE", "write");
    if (bytes.length > 0) this.chunks.push(bytes.slice());
    return bytes.length;
  }

  close(end: "read" | "write"): void {
    if (end === "read") this.readers--;
    else this.writers--;
  }
}

export class MemoryFiles implements Files {
  private readonly tree: Tree;
  private readonly now: () => bigint;
  table: (Descriptor | undefined)[] = [];

  constructor(tree: Tree, now: () => bigint, streams: readonly Stream[]) {
    this.tree = tree;
    this.now = now;
    streams.forEach((stream, fd) => {
      const flags = fd === 0 ? posix.O_RDONLY : posix.O_WRONLY;
      this.table[fd] = { file: { node: undefined, stream, flags, offset: 0, uses: 1 }, inheritable: true };
    });
  }

  private file(fd: number, syscall: string): OpenFile {
    const entry = this.table[fd];
    if (entry === undefined) throw newFault("EBADF", syscall);
    return entry.file;
  }

  private install(file: OpenFile, inheritable: boolean, from = 0): number {
    let fd = from;
    while (this.table[fd] !== undefined) fd++;
    if (fd >= MOST_DESCRIPTORS) throw newFault("EMFILE", "open");
    this.table[fd] = { file, inheritable };
    return fd;
  }

  open(path: Uint8Array, flags: number, mode: number): number {
    const { tree } = this;
    const follow = (flags & posix.O_NOFOLLOW) === 0 && (flags & (posix.O_CREAT | posix.O_EXCL)) !== (posix.O_CREAT | posix.O_EXCL);
    const place = tree.resolve(path, follow, "open");
    const access = flags & posix.O_ACCMODE;
    let { node } = place;
    if (node === undefined) {
      if ((flags & posix.O_CREAT) === 0) throw newFault("ENOENT", "open");
      if (place.slash) throw newFault("EISDIR", "open");
      node = tree.newNode(posix.S_IFREG | (mode & 0o7777 & ~tree.umask));
      tree.attach(place, node, "open");
    } else {
      if ((flags & posix.O_CREAT) !== 0 && (flags & posix.O_EXCL) !== 0) throw newFault("EEXIST", "open");
      if (node.isLink) throw newFault("ELOOP", "open");
      if (node.isDirectory && (access !== posix.O_RDONLY || (flags & posix.O_CREAT) !== 0)) throw newFault("EISDIR", "open");
      if (!node.isDirectory && (flags & posix.O_DIRECTORY) !== 0) throw newFault("ENOTDIR", "open");
      const want = (access !== posix.O_WRONLY ? posix.R_OK : 0) | (access !== posix.O_RDONLY ? posix.W_OK : 0);
      if ((want & posix.W_OK) !== 0 || (flags & posix.O_TRUNC) !== 0) tree.mayChange("open");
      if (!tree.permits(node, want)) throw newFault("EACCES", "open");
      if ((flags & posix.O_TRUNC) !== 0) {
        node.resize(0);
        node.mtimeNs = node.ctimeNs = this.now();
      }
    }
    return this.install({ node, stream: undefined, flags, offset: 0, uses: 1 }, false);
  }

  close(fd: number): void {
    const file = this.file(fd, "close");
    this.table[fd] = undefined;
    if (--file.uses > 0) return;
    file.node?.forget();
    file.stream?.close?.((file.flags & posix.O_ACCMODE) === posix.O_RDONLY ? "read" : "write");
  }

  private readable(fd: number, syscall: string): OpenFile {
    const file = this.file(fd, syscall);
    if ((file.flags & posix.O_ACCMODE) === posix.O_WRONLY) throw newFault("EBADF", syscall);
    if (file.node?.isDirectory === true) throw newFault("EISDIR", syscall);
    return file;
  }

  private writable(fd: number, syscall: string): OpenFile {
    const file = this.file(fd, syscall);
    if ((file.flags & posix.O_ACCMODE) === posix.O_RDONLY) throw newFault("EBADF", syscall);
    return file;
  }

  private copyOut(node: TreeNode, into: Uint8Array, offset: number): number {
    const n = Math.max(0, Math.min(into.length, node.size - offset));
    if (n > 0) into.set(node.bytes.subarray(offset, offset + n));
    if (!this.tree.readOnly) node.atimeNs = this.now();
    return n;
  }

  private copyIn(node: TreeNode, bytes: Uint8Array, offset: number): number {
    if (bytes.length === 0) return 0;
    const end = offset + bytes.length;
    if (end > LONGEST) throw newFault("EFBIG", "write");
    if (end > node.size) node.resize(end);
    else node.own();
    node.bytes.set(bytes, offset);
    node.mtimeNs = node.ctimeNs = this.now();
    return bytes.length;
  }

  read(fd: number, into: Uint8Array): number {
    const file = this.readable(fd, "read");
    if (file.node === undefined) {
      if (file.stream!.read === undefined) throw newFault("EBADF", "read");
      return file.stream!.read(into);
    }
    const n = this.copyOut(file.node, into, file.offset);
    file.offset += n;
    return n;
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.writable(fd, "write");
    if (file.node === undefined) {
      if (file.stream!.write === undefined) throw newFault("EBADF", "write");
      return file.stream!.write(bytes);
    }
    if ((file.flags & posix.O_APPEND) !== 0) file.offset = file.node.size;
    const n = this.copyIn(file.node, bytes, file.offset);
    file.offset += n;
    return n;
  }

  readAt(fd: number, into: Uint8Array, offset: bigint): number {
    const file = this.readable(fd, "pread");
    if (file.node === undefined) throw newFault("ESPIPE", "pread");
    if (offset < 0n) throw newFault("EINVAL", "pread");
    return this.copyOut(file.node, into, Number(offset));
  }

  writeAt(fd: number, bytes: Uint8Array, offset: bigint): number {
    const file = this.writable(fd, "pwrite");
    if (file.node === undefined) throw newFault("ESPIPE", "pwrite");
    if (offset < 0n) throw newFault("EINVAL", "pwrite");
    return this.copyIn(file.node, bytes, (file.flags & posix.O_APPEND) !== 0 ? file.node.size : Number(offset));
  }

  seek(fd: number, offset: bigint, whence: number): bigint {
    const file = this.file(fd, "lseek");
    if (file.node === undefined) throw newFault("ESPIPE", "lseek");
    if (whence !== posix.SEEK_SET && whence !== posix.SEEK_CUR && whence !== posix.SEEK_END) throw newFault("EINVAL", "lseek");
    const base = whence === posix.SEEK_SET ? 0 : whence === posix.SEEK_CUR ? file.offset : file.node.size;
    const wanted = BigInt(base) + offset;
    if (wanted < 0n) throw newFault("EINVAL", "lseek");
    if (wanted > BigInt(Number.MAX_SAFE_INTEGER)) throw newFault(wanted > 0x7fffffffffffffffn ? "EOVERFLOW" : "EINVAL", "lseek");
    file.offset = Number(wanted);
    return wanted;
  }

  private resize(node: TreeNode, size: bigint, syscall: string): void {
    if (node.isDirectory) throw newFault("EISDIR", syscall);
    this.tree.mayChange(syscall);
    if (size < 0n) throw newFault("EINVAL", syscall);
    if (size > BigInt(LONGEST)) throw newFault("EFBIG", syscall);
    node.resize(Number(size));
    node.mtimeNs = node.ctimeNs = this.now();
  }

  truncate(fd: number, size: bigint): void {
    const file = this.file(fd, "ftruncate");
    if (file.node === undefined || (file.flags & posix.O_ACCMODE) === posix.O_RDONLY) throw newFault("EINVAL", "ftruncate");
    this.resize(file.node, size, "ftruncate");
  }

  stat(fd: number): FileStat {
    const { node } = this.file(fd, "fstat");
    if (node !== undefined) return node.stat();
    const now = this.now();
    const { uid, gid } = this.tree;
    const none = 0n;
    return { mode: posix.S_IFIFO | 0o600, ino: BigInt(fd), dev: 2n, nlink: 1, uid, gid, size: none, atimeNs: now, mtimeNs: now, ctimeNs: now, blksize: 4096, blocks: none, rdev: none };
  }

  private owned(node: TreeNode, syscall: string): TreeNode {
    this.tree.mayChange(syscall);
    if (this.tree.uid !== 0 && this.tree.uid !== node.uid) throw newFault("EPERM", syscall);
    node.ctimeNs = this.now();
    return node;
  }

  private ownedFile(fd: number, syscall: string): TreeNode {
    const { node } = this.file(fd, syscall);
    if (node === undefined) throw newFault("EPERM", syscall);
    return this.owned(node, syscall);
  }

  private setMode(node: TreeNode, mode: number): void {
    node.mode = (node.mode & posix.S_IFMT) | (mode & 0o7777);
  }

  private setOwner(node: TreeNode, uid: number, gid: number, syscall: string): void {
    if (this.tree.uid !== 0 && ((uid >= 0 && uid !== node.uid) || (gid >= 0 && gid !== node.gid))) throw newFault("EPERM", syscall);
    if (uid >= 0) node.uid = uid;
    if (gid >= 0) node.gid = gid;
  }

  chmod(fd: number, mode: number): void {
    this.setMode(this.ownedFile(fd, "fchmod"), mode);
  }

  chown(fd: number, uid: number, gid: number): void {
    this.setOwner(this.ownedFile(fd, "fchown"), uid, gid, "fchown");
  }

  utimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    const node = this.ownedFile(fd, "futimens");
    node.atimeNs = atimeNs;
    node.mtimeNs = mtimeNs;
  }

  sync(fd: number, dataOnly: boolean): void {
    if (this.file(fd, dataOnly ? "fdatasync" : "fsync").node === undefined) throw newFault("EINVAL", dataOnly ? "fdatasync" : "fsync");
  }

  isatty(): boolean {
    return false;
  }

  inheritable(fd: number): boolean {
    this.file(fd, "fcntl");
    return this.table[fd]!.inheritable;
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.file(fd, "fcntl");
    this.table[fd]!.inheritable = inheritable;
  }

  duplicate(fd: number): number {
    const file = this.file(fd, "dup");
    const to = this.install(file, false);
    file.uses++;
    return to;
  }

  duplicateTo(fd: number, to: number, inheritable: boolean): void {
    const file = this.file(fd, "dup2");
    if (to < 0 || to >= MOST_DESCRIPTORS) throw newFault("EBADF", "dup2");
    if (fd === to) return;
    if (this.table[to] !== undefined) this.close(to);
    file.uses++;
    this.table[to] = { file, inheritable };
  }

  pipe(): [number, number] {
    const stream = new Pipe();
    const end = (flags: number): number => this.install({ node: undefined, stream, flags, offset: 0, uses: 1 }, false);
    return [end(posix.O_RDONLY), end(posix.O_WRONLY)];
  }

  blocking(fd: number): boolean {
    return (this.file(fd, "fcntl").flags & posix.O_NONBLOCK) === 0;
  }

  setBlocking(fd: number, blocking: boolean): void {
    if (this.blocking(fd) !== blocking) throw newFault("ENOSYS", "fcntl");
  }

  statPath(path: Uint8Array, follow: boolean): FileStat {
    return this.tree.find(path, follow, follow ? "stat" : "lstat").stat();
  }

  lookup(path: Uint8Array, follow: boolean): FileStat | undefined {
    try {
      return this.statPath(path, follow);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw error;
    }
  }

  statFileSystem(path: Uint8Array): FileSystemStat {
    this.tree.find(path, true, "statfs");
    return { bsize: 4096, frsize: 4096, blocks: 1n << 20n, bfree: 1n << 19n, bavail: 1n << 19n, files: 1n << 20n, ffree: 1n << 19n, namemax: 255 };
  }

  list(path: Uint8Array): DirectoryEntry[] {
    const node = this.tree.find(path, true, "scandir");
    if (!node.isDirectory) throw newFault("ENOTDIR", "scandir");
    if (!this.tree.permits(node, posix.R_OK)) throw newFault("EACCES", "scandir");
    return node.list();
  }

  mkdir(path: Uint8Array, mode: number): void {
    const place = this.tree.resolve(path, false, "mkdir");
    if (place.node !== undefined) throw newFault("EEXIST", "mkdir");
    this.tree.attach(place, this.tree.newNode(posix.S_IFDIR | (mode & 0o1777 & ~this.tree.umask)), "mkdir");
  }

  rmdir(path: Uint8Array): void {
    const place = this.tree.resolve(path, false, "rmdir");
    this.tree.mayChange("rmdir");
    if (place.node === undefined) throw newFault("ENOENT", "rmdir");
    if (!place.node.isDirectory) throw newFault("ENOTDIR", "rmdir");
    if (place.name === ".") throw newFault("EINVAL", "rmdir");
    if (place.node.entries!.size > 0 || place.name === "..") throw newFault("ENOTEMPTY", "rmdir");
    if (place.node === this.tree.root) throw newFault("EBUSY", "rmdir");
    this.tree.drop(place, "rmdir");
  }

  unlink(path: Uint8Array): void {
    const place = this.tree.resolve(path, false, "unlink");
    this.tree.mayChange("unlink");
    if (place.node === undefined) throw newFault("ENOENT", "unlink");
    if (place.node.isDirectory) throw newFault("EISDIR", "unlink");
    this.tree.drop(place, "unlink");
  }

  rename(from: Uint8Array, to: Uint8Array): void {
    this.tree.rename(this.tree.resolve(from, false, "rename"), this.tree.resolve(to, false, "rename"));
  }

  link(from: Uint8Array, to: Uint8Array): void {
    const node = this.tree.find(from, false, "link");
    const place = this.tree.resolve(to, false, "link");
    if (place.node !== undefined) throw newFault("EEXIST", "link");
    this.tree.mayChange("link");
    if (node.isDirectory) throw newFault("EPERM", "link");
    if (place.slash) throw newFault("ENOENT", "link");
    this.tree.attach(place, node, "link");
    node.nlink++;
    node.ctimeNs = this.now();
  }

  symlink(target: Uint8Array, path: Uint8Array): void {
    if (target.length === 0) throw newFault("ENOENT", "symlink");
    const place = this.tree.resolve(path, false, "symlink");
    if (place.node !== undefined) throw newFault("EEXIST", "symlink");
    if (place.slash) throw newFault("ENOENT", "symlink");
    this.tree.attach(place, this.tree.newNode(posix.S_IFLNK | 0o777, nameText(target)), "symlink");
  }

  readlink(path: Uint8Array): Uint8Array {
    const node = this.tree.find(path, false, "readlink");
    if (!node.isLink) throw newFault("EINVAL", "readlink");
    return nameBytes(node.target);
  }

  truncatePath(path: Uint8Array, size: bigint): void {
    const node = this.tree.find(path, true, "truncate");
    if (!node.isDirectory && !this.tree.permits(node, posix.W_OK)) throw newFault("EACCES", "truncate");
    this.resize(node, size, "truncate");
  }

  chmodPath(path: Uint8Array, mode: number): void {
    this.setMode(this.owned(this.tree.find(path, true, "chmod"), "chmod"), mode);
  }

  chownPath(path: Uint8Array, uid: number, gid: number, follow: boolean): void {
    const syscall = follow ? "chown" : "lchown";
    this.setOwner(this.owned(this.tree.find(path, follow, syscall), syscall), uid, gid, syscall);
  }

  utimesPath(path: Uint8Array, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    const node = this.owned(this.tree.find(path, follow, "utimensat"), "utimensat");
    node.atimeNs = atimeNs;
    node.mtimeNs = mtimeNs;
  }

  access(path: Uint8Array, mode: number): boolean {
    try {
      const node = this.tree.find(path, true, "access");
      return !(this.tree.readOnly && (mode & posix.W_OK) !== 0) && this.tree.permits(node, mode & 7);
    } catch {
      return false;
    }
  }

  /** The first of the descriptors that share their open file with this one. */
  shareOf(fd: number): number {
    const file = this.file(fd, "fcntl");
    return this.table.findIndex((entry) => entry?.file === file);
  }

  /** The path of the directory that a descriptor stands for. */
  folderPath(fd: number): Uint8Array {
    const { node } = this.file(fd, "openat");
    if (node?.isDirectory !== true) throw newFault("ENOTDIR", "openat");
    return nameBytes(this.tree.pathOf(node, "openat"));
  }

  getcwd(): Uint8Array {
    return nameBytes(this.tree.pathOf(this.tree.cwd, "getcwd"));
  }

  chdir(path: Uint8Array): void {
    const node = this.tree.find(path, true, "chdir");
    if (!node.isDirectory) throw newFault("ENOTDIR", "chdir");
    if (!this.tree.permits(node, posix.X_OK)) throw newFault("EACCES", "chdir");
    this.tree.cwd = node;
  }

  umask(mask: number): number {
    const old = this.tree.umask;
    this.tree.umask = mask & 0o777;
    return old;
  }
}
