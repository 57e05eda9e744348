// The real files, and among them one folder that is not on the disk: the bundled library, shown where it would be if it were unpacked, for
// reading only. See docs/host.md, "The library".
import * as fs from "node:fs";
import { basename, dirname, posix as posixPath } from "node:path";
import { isFault, newFault } from "../fault.ts";
import type { DirectoryEntry, FileStat, FileSystemStat } from "../host.ts";
import { MemoryFiles } from "../memory/memory-files.ts";
import { mountFiles } from "../memory/mount.ts";
import { nameBytes, nameText, Tree } from "../memory/tree.ts";
import * as posix from "../posix.ts";
import { libraryFile } from "./library-reader.ts";
import { toFault } from "./node-fault.ts";
import { NodeFiles } from "./node-files.ts";
import { cString, type NodeNative } from "./node-native.ts";
import type { NodeSignals } from "./node-signals.ts";
import type { NodeWaiting } from "./node-waiting.ts";

/** Where the library is shown, and the file that it is in. Paths are absolute. */
export interface LibraryPlace {
  readonly folder: string;
  readonly file: string;
}

/** Within the folder, but real: made when somebody puts something there. */
const SITE_PACKAGES = "/site-packages";
const MOST_LINKS = 40;
const MOST_HEADS = 64;

const isWithin = (path: string, folder: string): boolean => path.startsWith(folder) && (path.length === folder.length || path.charCodeAt(folder.length) === 47);

/** A path as text with one unit a byte. */
const latin = (path: Uint8Array): string => Buffer.from(path.buffer, path.byteOffset, path.byteLength).toString("latin1");

export class MountedFiles extends NodeFiles {
  /** As texts with one unit a byte. */
  private readonly folder: string;
  private readonly parent: string;
  private readonly name: string;
  private readonly place: string;
  /** The folder's files; undefined before anybody asked, null when there is no library file: then the disk is all there is. */
  private mounted: MemoryFiles | null | undefined = undefined;
  private device = 0n;
  private parentStat: fs.BigIntStats | undefined = undefined;
  /** Descriptors of ours (they are open on the null device, so that nobody else gets the number) to those of the mounted files. */
  private readonly inner = new Map<number, number>();
  /** The current folder's path in the mounted one, when it is there ("" is the folder itself). */
  private inside: string | undefined = undefined;
  /** What `into` has found: a path in the mounted folder, or one for the system. */
  private target: Uint8Array = new Uint8Array(0);
  /** Folders that paths name before the name of ours: are they the one that it is in? */
  private readonly heads = new Map<string, boolean>();

  constructor({ folder, file }: LibraryPlace, native?: NodeNative, waiting?: NodeWaiting, signals?: NodeSignals) {
    super(native, waiting, signals);
    const text = (path: string): string => nameText(posix.pathBytes(path));
    this.folder = text(folder);
    this.parent = text(dirname(folder));
    this.name = text(basename(folder));
    this.place = file;
  }

  /** The mounted files. Asked for only when there are any. */
  private get library(): MemoryFiles {
    return this.mounted!;
  }

  private mount(): MemoryFiles | null {
    const known = fs.statSync(this.place, { bigint: true, throwIfNoEntry: false });
    if (known === undefined || !known.isFile()) return null;
    this.device = known.dev;
    const changed = known.mtimeNs;
    const tree = new Tree(() => changed, Number(known.uid), Number(known.gid));
    mountFiles(tree, "/", libraryFile(this.place, known), 0o644);
    tree.readOnly = true;
    return new MemoryFiles(tree, () => changed, []);
  }

  /** Finds where a path leads: to `target` in the mounted folder (true), or to `target` for the system. `making`: something is to be made there. */
  private into(path: Uint8Array, making = false): boolean {
    this.target = path;
    if (this.mounted === null) return false;
    const text = latin(path);
    if ((this.inside === undefined || text.startsWith("/")) && !text.includes(this.name)) return false;
    return this.isMounted() && this.route(text, making);
  }

  /** Is there a library file? Looks when it is first asked. */
  private isMounted(): boolean {
    if (this.mounted === undefined) this.mounted = this.mount();
    return this.mounted !== null;
  }

  private route(text: string, making: boolean): boolean {
    if (text === "") return false;
    let path = text;
    for (;;) {
      if (this.inside !== undefined && !path.startsWith("/")) path = `${this.folder}${this.inside}/${path}`;
      const rest = this.restOf(path);
      if (rest === undefined) {
        if (path !== text) this.target = nameBytes(path);
        return false;
      }
      const left = leaves(rest);
      if (left < 0) return this.settle(rest, making);
      path = `${this.parent}${rest.slice(left)}`;
      if (path === this.parent) path += "/";
    }
  }

  /** What follows the mounted folder in a path; undefined when the path does not lead there. */
  private restOf(path: string): string | undefined {
    if (isWithin(path, this.folder)) return path.slice(this.folder.length);
    for (let at = path.indexOf(this.name); at >= 0; at = path.indexOf(this.name, at + 1)) {
      const end = at + this.name.length;
      if ((at === 0 || path.charCodeAt(at - 1) === 47) && (end === path.length || path.charCodeAt(end) === 47) && this.isParent(path.slice(0, at))) return path.slice(end);
    }
    return undefined;
  }

  /** Is this the folder that ours is in, under another name? */
  private isParent(head: string): boolean {
    const known = this.heads.get(head);
    if (known !== undefined) return known;
    const found = statOf(head === "" ? "." : head);
    const own = (this.parentStat ??= statOf(this.parent));
    const same = found !== undefined && found.ino === own?.ino && found.dev === own.dev;
    if (head.startsWith("/")) {
      if (this.heads.size === MOST_HEADS) this.heads.clear();
      this.heads.set(head, same);
    }
    return same;
  }

  /** A path within the mounted folder, where packages are real. */
  private settle(rest: string, making: boolean): boolean {
    if (isWithin(rest, SITE_PACKAGES) || rest.startsWith("//") || rest.startsWith("/.")) {
      const plain = rest.replace(/\/(?:\.?\/)+/g, "/");
      // Unless the path leaves them again.
      if (isWithin(plain, SITE_PACKAGES) && isWithin(posixPath.normalize(plain), SITE_PACKAGES) && (!making || this.makeFolder())) {
        this.target = nameBytes(this.folder + plain);
        return false;
      }
    }
    this.target = nameBytes(rest === "" ? "/" : isWithin(rest, SITE_PACKAGES) ? posixPath.normalize(rest) : rest);
    return true;
  }

  /** Makes the real folder around packages. Where that cannot be, they are as little writable as the rest. */
  private makeFolder(): boolean {
    try {
      fs.mkdirSync(Buffer.from(this.folder, "latin1"), { recursive: true });
      return true;
    } catch {
      return false;
    }
  }

  /** The system knows nothing at `target`: has it met a link that leads into the mounted folder? */
  private linked(): boolean {
    let path = latin(this.target);
    let links = 0;
    for (let end = path.length; end > 0; ) {
      const head = path.slice(0, end);
      const bytes = Buffer.from(head, "latin1");
      const found = fs.lstatSync(bytes, { throwIfNoEntry: false });
      if (found?.isSymbolicLink() === true) {
        if (++links > MOST_LINKS) return false;
        const to = fs.readlinkSync(bytes, { encoding: "buffer" }).toString("latin1");
        path = `${to.startsWith("/") ? "" : head.slice(0, head.lastIndexOf("/") + 1)}${to}${path.slice(end)}`;
        if (this.into(nameBytes(path))) return true;
        path = latin(this.target);
        end = path.length;
      } else if (found !== undefined) return false;
      else end = path.lastIndexOf("/", end - 1);
    }
    return false;
  }

  /** Asks the system about `target`, and the mounted folder when a link leads there. */
  private ask<T>(system: (path: Uint8Array) => T, library: (path: Uint8Array) => T): T {
    const path = this.target;
    try {
      return system(path);
    } catch (error) {
      if (!isFault(error, "ENOENT") || !this.isMounted() || !this.linked()) throw error;
    }
    return library(this.target);
  }

  /** Of a mounted file or folder: in this device. */
  private located(stat: FileStat): FileStat {
    return { ...stat, dev: this.device };
  }

  private innerOf(fd: number): number | undefined {
    return this.inner.size === 0 ? undefined : this.inner.get(fd);
  }

  // Paths.

  override open(path: Uint8Array, flags: number, mode: number): number {
    if (this.into(path, (flags & posix.O_CREAT) !== 0)) return this.openMounted(flags, mode);
    return this.ask((at) => super.open(at, flags, mode), () => this.openMounted(flags, mode));
  }

  private openMounted(flags: number, mode: number): number {
    const inner = this.library.open(this.target, flags, mode);
    return this.adoptMounted(inner);
  }

  private adoptMounted(inner: number): number {
    try {
      const fd = super.open(posix.pathBytes(NULL_DEVICE), posix.O_RDONLY, 0);
      this.inner.set(fd, inner);
      return fd;
    } catch (error) {
      this.library.close(inner);
      throw error;
    }
  }

  override statPath(path: Uint8Array, follow: boolean): FileStat {
    const mounted = (at: Uint8Array): FileStat => this.located(this.library.statPath(at, follow));
    return this.into(path) ? mounted(this.target) : this.ask((at) => super.statPath(at, follow), mounted);
  }

  override lookup(path: Uint8Array, follow: boolean): FileStat | undefined {
    let mounted = this.into(path);
    if (!mounted) {
      const found = super.lookup(this.target, follow);
      if (found !== undefined || path.length === 0) return found;
      mounted = this.isMounted() && this.linked();
    }
    const found = mounted ? this.library.lookup(this.target, follow) : undefined;
    return found === undefined ? undefined : this.located(found);
  }

  override statFileSystem(path: Uint8Array): FileSystemStat {
    if (!this.into(path)) return super.statFileSystem(this.target);
    this.library.statFileSystem(this.target);
    return super.statFileSystem(posix.pathBytes(this.place));
  }

  override list(path: Uint8Array): DirectoryEntry[] {
    if (this.into(path)) {
      const entries = this.library.list(this.target);
      return latin(this.target).replace(/[/.]+/g, "") === "" && statOf(this.folder + SITE_PACKAGES) !== undefined ? [...entries, { name: nameBytes(SITE_PACKAGES.slice(1)), kind: "directory" }] : entries;
    }
    const at = this.target;
    const entries = this.ask((p) => super.list(p), (p) => this.library.list(p));
    const file = basename(this.place);
    if (entries.some(({ name }) => latin(name) === file) && !entries.some(({ name }) => latin(name) === this.name)) {
      if (this.isMounted() && this.isParent(latin(at))) entries.push({ name: nameBytes(this.name), kind: "directory" });
    }
    return entries;
  }

  override pathAt(folder: number, name: Uint8Array): Uint8Array {
    const inner = this.innerOf(folder);
    if (inner === undefined) return super.pathAt(folder, name);
    return nameBytes(`${this.folder}${latin(this.library.folderPath(inner)).replace(/^\/$/, "")}/${latin(name)}`);
  }

  override mkfifo(path: Uint8Array, mode: number): void {
    if (this.into(path, true)) throw newFault("EROFS", "mkfifo");
    super.mkfifo(this.target, mode);
  }

  override mkdir(path: Uint8Array, mode: number): void {
    if (this.into(path, true)) this.library.mkdir(this.target, mode);
    else super.mkdir(this.target, mode);
  }

  override rmdir(path: Uint8Array): void {
    if (this.into(path)) this.library.rmdir(this.target);
    else super.rmdir(this.target);
  }

  override unlink(path: Uint8Array): void {
    if (this.into(path)) this.library.unlink(this.target);
    else super.unlink(this.target);
    this.heads.clear();
  }

  override rename(from: Uint8Array, to: Uint8Array): void {
    const [source, sourceAt] = [this.into(from), this.target];
    const [goal, goalAt] = [this.into(to, true), this.target];
    if (source !== goal) {
      // Of a path that is not there, that is what is said.
      if (source) this.library.statPath(sourceAt, false);
      else super.statPath(sourceAt, false);
      throw newFault("EXDEV", "rename");
    }
    if (source) this.library.rename(sourceAt, goalAt);
    else super.rename(sourceAt, goalAt);
    this.heads.clear();
  }

  override link(from: Uint8Array, to: Uint8Array): void {
    const [source, sourceAt] = [this.into(from), this.target];
    const [goal, goalAt] = [this.into(to, true), this.target];
    if (goal && !source) {
      super.statPath(sourceAt, false);
      // As for any new name: what is there already is told first.
      this.library.symlink(sourceAt, goalAt);
    } else if (source && !goal) {
      this.library.statPath(sourceAt, false);
      throw newFault("EXDEV", "link");
    } else if (source) this.library.link(sourceAt, goalAt);
    else super.link(sourceAt, goalAt);
  }

  override symlink(target: Uint8Array, path: Uint8Array): void {
    if (this.into(path, true)) this.library.symlink(target, this.target);
    else super.symlink(target, this.target);
    this.heads.clear();
  }

  override readlink(path: Uint8Array): Uint8Array {
    if (this.into(path)) return this.library.readlink(this.target);
    return this.ask((at) => super.readlink(at), (at) => this.library.readlink(at));
  }

  override truncatePath(path: Uint8Array, size: bigint): void {
    if (this.into(path)) this.library.truncatePath(this.target, size);
    else super.truncatePath(this.target, size);
  }

  override chmodPath(path: Uint8Array, mode: number): void {
    if (this.into(path)) this.library.chmodPath(this.target, mode);
    else super.chmodPath(this.target, mode);
  }

  override chownPath(path: Uint8Array, uid: number, gid: number, follow: boolean): void {
    if (this.into(path)) this.library.chownPath(this.target, uid, gid, follow);
    else super.chownPath(this.target, uid, gid, follow);
  }

  override utimesPath(path: Uint8Array, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    if (this.into(path)) this.library.utimesPath(this.target, atimeNs, mtimeNs, follow);
    else super.utimesPath(this.target, atimeNs, mtimeNs, follow);
  }

  override access(path: Uint8Array, mode: number): boolean {
    if (!this.into(path)) {
      if (super.access(this.target, mode)) return true;
      if (path.length === 0 || !this.isMounted() || !this.linked()) return false;
    }
    return this.library.access(this.target, mode);
  }

  override getcwd(): Uint8Array {
    return this.inside === undefined ? super.getcwd() : nameBytes(this.folder + this.inside);
  }

  override chdir(path: Uint8Array): void {
    const mounted = (at: Uint8Array): void => {
      this.library.chdir(at);
      this.inside = latin(this.library.getcwd()).replace(/^\/$/, "");
    };
    if (this.into(path)) {
      mounted(this.target);
      return;
    }
    this.ask((at) => {
      super.chdir(at);
      this.inside = undefined;
    }, mounted);
  }

  // Descriptors.

  override close(fd: number): void {
    const inner = this.innerOf(fd);
    if (inner !== undefined) {
      this.inner.delete(fd);
      this.library.close(inner);
    }
    super.close(fd);
  }

  override read(fd: number, into: Uint8Array): number {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.read(fd, into) : this.library.read(inner, into);
  }

  override write(fd: number, bytes: Uint8Array): number {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.write(fd, bytes) : this.library.write(inner, bytes);
  }

  override readAt(fd: number, into: Uint8Array, offset: bigint): number {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.readAt(fd, into, offset) : this.library.readAt(inner, into, offset);
  }

  override writeAt(fd: number, bytes: Uint8Array, offset: bigint): number {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.writeAt(fd, bytes, offset) : this.library.writeAt(inner, bytes, offset);
  }

  override seek(fd: number, offset: bigint, whence: number): bigint {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.seek(fd, offset, whence) : this.library.seek(inner, offset, whence);
  }

  override truncate(fd: number, size: bigint): void {
    const inner = this.innerOf(fd);
    if (inner === undefined) super.truncate(fd, size);
    else this.library.truncate(inner, size);
  }

  override stat(fd: number): FileStat {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.stat(fd) : this.located(this.library.stat(inner));
  }

  override chmod(fd: number, mode: number): void {
    const inner = this.innerOf(fd);
    if (inner === undefined) super.chmod(fd, mode);
    else this.library.chmod(inner, mode);
  }

  override chown(fd: number, uid: number, gid: number): void {
    const inner = this.innerOf(fd);
    if (inner === undefined) super.chown(fd, uid, gid);
    else this.library.chown(inner, uid, gid);
  }

  override utimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    const inner = this.innerOf(fd);
    if (inner === undefined) super.utimes(fd, atimeNs, mtimeNs);
    else this.library.utimes(inner, atimeNs, mtimeNs);
  }

  override sync(fd: number, dataOnly: boolean): void {
    const inner = this.innerOf(fd);
    if (inner === undefined) super.sync(fd, dataOnly);
    else this.library.sync(inner, dataOnly);
  }

  override duplicate(fd: number): number {
    const inner = this.innerOf(fd);
    return inner === undefined ? super.duplicate(fd) : this.adoptMounted(this.library.duplicate(inner));
  }

  override duplicateTo(fd: number, to: number, inheritable: boolean): void {
    const inner = this.innerOf(fd);
    super.duplicateTo(fd, to, inheritable);
    const before = this.innerOf(to);
    if (fd === to || (inner === undefined && before === undefined)) return;
    this.inner.delete(to);
    if (inner !== undefined) this.inner.set(to, this.library.duplicate(inner));
    if (before !== undefined) this.library.close(before);
  }

  /** A child cannot read what only we see. */
  override beforeSpawn(): void {
    this.makeReal([...this.inner.keys()]);
    super.beforeSpawn();
  }

  /** Neither can the system itself. */
  override beforeCall(args: readonly unknown[]): void {
    if (this.inner.size > 0) this.makeReal(args.filter((arg): arg is number => typeof arg === "number" && this.inner.has(arg)));
    super.beforeCall(args);
  }

  override pathForCall(call: string, path: Uint8Array): Uint8Array {
    const mounted = this.into(path.subarray(0, path.length - 1), call === "mknod");
    if (!mounted) return cString(this.target);
    this.library.statPath(this.target, true);
    if (call === "statvfs" || call === "pathconf") return cString(posix.pathBytes(this.place));
    throw newFault(/^l?[gl]\w+xattr$/.test(call) ? "EOPNOTSUPP" : "EROFS", call);
  }

  /** Each mounted file that is open under one of these numbers becomes a file of the system, at the same place in it. */
  private makeReal(wanted: readonly number[]): void {
    const files = [...this.inner].filter(([, inner]) => (this.library.stat(inner).mode & posix.S_IFMT) === posix.S_IFREG);
    const all = files.map(([fd, inner]) => ({ fd, inner, share: this.library.shareOf(inner) }));
    for (const share of new Set(all.filter(({ fd }) => wanted.includes(fd)).map((file) => file.share))) {
      const real = this.copyOnDisk(share);
      for (const { fd, inner } of all.filter((file) => file.share === share)) {
        const inheritable = this.inheritable(fd);
        this.inner.delete(fd);
        this.library.close(inner);
        super.duplicateTo(real, fd, inheritable);
      }
      super.close(real);
    }
  }

  /** A descriptor for a copy of a mounted file that is in no folder. */
  private copyOnDisk(inner: number): number {
    const bytes = new Uint8Array(Number(this.library.stat(inner).size));
    for (let at = 0, n; at < bytes.length && (n = this.library.readAt(inner, bytes.subarray(at), BigInt(at))) > 0; ) at += n;
    let real: number;
    try {
      const folder = fs.mkdtempSync(`${process.env["TMPDIR"] ?? "/tmp"}/vivarium-`);
      try {
        fs.writeFileSync(`${folder}/file`, bytes);
        real = super.open(posix.pathBytes(`${folder}/file`), posix.O_RDONLY, 0);
      } finally {
        fs.rmSync(folder, { recursive: true });
      }
    } catch (error) {
      throw toFault(error, "open");
    }
    super.seek(real, this.library.seek(inner, 0n, posix.SEEK_CUR), posix.SEEK_SET);
    return real;
  }
}

const NULL_DEVICE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

function statOf(path: string): fs.BigIntStats | undefined {
  try {
    return fs.statSync(Buffer.from(path, "latin1"), { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The place in a path behind the ".." that leads out of the folder that it begins in, or -1. */
function leaves(path: string): number {
  if (!path.includes("..")) return -1;
  let depth = 0;
  for (let at = 0; at < path.length; ) {
    const end = path.indexOf("/", at + 1) < 0 ? path.length : path.indexOf("/", at + 1);
    const name = path.slice(at + 1, end);
    if (name === "..") depth--;
    else if (name !== "" && name !== ".") depth++;
    if (depth < 0) return end;
    at = end;
  }
  return -1;
}
