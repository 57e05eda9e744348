// A tree of files in memory: nodes, the walk along a path with links and permissions. Mirrors path_resolution(7); see
// docs/host.md.
import { newFault } from "../fault.ts";
import type { DirectoryEntry, EntryKind, FileStat } from "../host.ts";
import * as posix from "../posix.ts";
import type { FileSource, SourceEntry } from "./mount.ts";

/** Bytes as text with one unit a byte: what names are filed under. */
export function nameText(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i++) out += String.fromCharCode(bytes[i]!);
  return out;
}

export function nameBytes(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

const ASCII = /^[\0-\x7f]*$/;

/** What a name of a source is filed under, and back. */
function entryName(name: string): string {
  return ASCII.test(name) ? name : nameText(posix.pathBytes(name));
}

function sourceName(key: string): string {
  return ASCII.test(key) ? key : posix.pathText(nameBytes(key));
}

const LONGEST_NAME = 255;
const LONGEST_PATH = 4096;
const MOST_LINKS = 40;
const BLOCK = 4096;

/** Where a file or directory of a mounted folder comes from (mount.ts). */
export interface Origin {
  readonly source: Pick<FileSource, "read" | "list" | "find">;
  readonly path: string;
  /** Permissions of files. */
  readonly mode: number;
  /** Inode numbers of the source's entries begin here. */
  readonly numbers: bigint;
}

/** A file, directory or link. */
export class TreeNode {
  readonly ino: bigint;
  mode: number;
  uid: number;
  gid: number;
  nlink = 1;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  /** Of a file: its bytes, null while they are only where it comes from. */
  private held: Uint8Array | null = new Uint8Array(0);
  private used = 0;
  /** Of what is mounted and as it was: of a file the place of its contents, of a directory that nobody has looked into the place of its list. */
  private origin: Origin | undefined = undefined;
  private readonly inside: Map<string, TreeNode> | undefined;
  /** Of a directory: the one it is in, itself for the root; undefined once it is removed. */
  parent: TreeNode | undefined;
  /** Of a link. */
  readonly target: string;

  constructor(ino: bigint, mode: number, uid: number, gid: number, now: bigint, target = "") {
    this.ino = ino;
    this.mode = mode;
    this.uid = uid;
    this.gid = gid;
    this.atimeNs = now;
    this.mtimeNs = now;
    this.ctimeNs = now;
    this.target = target;
    if ((mode & posix.S_IFMT) === posix.S_IFDIR) {
      this.inside = new Map();
      this.nlink = 2;
    }
  }

  /** Of a directory: what is in it, in order of creation. */
  get entries(): Map<string, TreeNode> | undefined {
    if (this.origin !== undefined && this.inside !== undefined) this.fill(this.origin, this.inside);
    return this.inside;
  }

  /** Of a directory: what has this name in it. */
  child(name: string): TreeNode | undefined {
    return this.inside!.get(name) ?? (this.origin === undefined ? undefined : this.bring(this.origin, this.inside!, name));
  }

  /** Of a directory that comes from elsewhere: one entry of it, for which the others need not be made. */
  private bring(origin: Origin, inside: Map<string, TreeNode>, name: string): TreeNode | undefined {
    const entry = origin.source.find!(origin.path, sourceName(name));
    if (entry === undefined) return undefined;
    const node = this.newEntry(origin, entry);
    inside.set(name, node);
    return node;
  }

  private newEntry({ source, path, mode, numbers }: Origin, { name, number, size }: SourceEntry): TreeNode {
    const folder = size === undefined;
    const node = new TreeNode(numbers + BigInt(number), folder ? posix.S_IFDIR | 0o755 : posix.S_IFREG | mode, this.uid, this.gid, this.mtimeNs);
    const from = { source, path: path === "" ? name : `${path}/${name}`, mode, numbers };
    if (folder) {
      node.parent = this;
      node.listLater(from);
    } else node.loadLater(from, size);
    return node;
  }

  private fill(origin: Origin, inside: Map<string, TreeNode>): void {
    const listed = origin.source.list!(origin.path);
    this.origin = undefined;
    const known = new Map(inside);
    inside.clear();
    for (const entry of listed) {
      const key = entryName(entry.name);
      inside.set(key, known.get(key) ?? this.newEntry(origin, entry));
    }
    for (const [name, node] of known) inside.set(name, node);
  }

  /** Of a directory: the names in it and what they are. The order is the same before and after somebody has looked at some of them. */
  list(): DirectoryEntry[] {
    const kindOf = (node: TreeNode): EntryKind => (node.isDirectory ? "directory" : node.isLink ? "link" : "file");
    const kinds = new Map<string, EntryKind>();
    if (this.origin !== undefined) for (const { name, size } of this.origin.source.list!(this.origin.path)) kinds.set(entryName(name), size === undefined ? "directory" : "file");
    for (const [name, node] of this.inside!) kinds.set(name, kindOf(node));
    return [...kinds].map(([name, kind]) => ({ name: nameBytes(name), kind }));
  }

  /** Of a file: its bytes, of which the first `size` count. Who changes them calls `own` before. */
  get bytes(): Uint8Array {
    return (this.held ??= this.origin!.source.read(this.origin!.path));
  }

  get size(): number {
    if (this.used < 0) this.used = this.bytes.length;
    return this.used;
  }

  /** A file's contents are asked for when they are first needed; so is its size, unless it is given. */
  loadLater(origin: Origin, size: number | undefined): void {
    this.origin = origin;
    this.held = null;
    this.used = size ?? -1;
  }

  /** What is in a directory is asked for when it is first needed. What it has already stays. */
  listLater(origin: Origin): void {
    this.origin = origin;
    // How many directories are in it, nobody knows yet: 1 says so.
    this.nlink = 1;
  }

  /** Of a file that comes from elsewhere: its contents are no longer needed here. */
  forget(): void {
    if (this.origin !== undefined && this.inside === undefined) this.held = null;
  }

  /** Of a file: its contents are going to be other than where it comes from. */
  own(): void {
    if (this.origin === undefined) return;
    this.held = this.bytes.slice();
    this.used = this.held.length;
    this.origin = undefined;
  }

  get isDirectory(): boolean {
    return this.inside !== undefined;
  }

  get isLink(): boolean {
    return (this.mode & posix.S_IFMT) === posix.S_IFLNK;
  }

  /** Makes room for, and counts, `size` bytes; those between are zero. */
  resize(size: number): void {
    this.own();
    const bytes = this.bytes;
    if (size > bytes.length) {
      const larger = new Uint8Array(Math.max(size, Math.min(bytes.length * 2, bytes.length + (1 << 24))));
      larger.set(bytes.subarray(0, this.used));
      this.held = larger;
    } else if (size < this.used) bytes.fill(0, size, this.used);
    this.used = size;
  }

  stat(): FileStat {
    const size = this.inside !== undefined ? BLOCK : this.isLink ? this.target.length : this.size;
    return {
      mode: this.mode,
      ino: this.ino,
      dev: 1n,
      nlink: this.nlink,
      uid: this.uid,
      gid: this.gid,
      size: BigInt(size),
      atimeNs: this.atimeNs,
      mtimeNs: this.mtimeNs,
      ctimeNs: this.ctimeNs,
      blksize: BLOCK,
      blocks: BigInt(Math.ceil(size / BLOCK) * (BLOCK / 512)),
      rdev: 0n,
    };
  }
}

/** Where a path leads: the directory, the name in it, and what is there. */
export interface Place {
  readonly directory: TreeNode;
  readonly name: string;
  readonly node: TreeNode | undefined;
  /** The path ended with a slash: only a directory will do. */
  readonly slash: boolean;
}

/** The tree with the identity of the one who walks it. */
export class Tree {
  root: TreeNode;
  cwd: TreeNode;
  umask = 0o022;
  /** Nothing can be changed, as in a file system that was mounted so. */
  readOnly = false;
  readonly uid: number;
  readonly gid: number;
  private readonly now: () => bigint;
  nextIno = 1n;

  constructor(now: () => bigint, uid: number, gid: number) {
    this.now = now;
    this.uid = uid;
    this.gid = gid;
    this.root = this.newNode(posix.S_IFDIR | 0o755);
    this.root.parent = this.root;
    this.cwd = this.root;
  }

  newNode(mode: number, target = ""): TreeNode {
    return new TreeNode(this.nextIno++, mode, this.uid, this.gid, this.now(), target);
  }

  /** Whether the walker may read (4), write (2), execute (1). */
  permits(node: TreeNode, want: number): boolean {
    if (this.uid === 0) return (want & posix.X_OK) === 0 || node.isDirectory || (node.mode & 0o111) !== 0;
    const shift = node.uid === this.uid ? 6 : node.gid === this.gid ? 3 : 0;
    return ((node.mode >> shift) & want) === want;
  }

  /** Walks a path; `follow`: a link at its end is followed as well. */
  resolve(path: Uint8Array, follow: boolean, syscall: string): Place {
    if (path.length === 0) throw newFault("ENOENT", syscall);
    if (path.includes(0)) throw newFault("EINVAL", syscall);
    if (path.length >= LONGEST_PATH) throw newFault("ENAMETOOLONG", syscall);
    return this.walk(nameText(path), follow, syscall);
  }

  private walk(path: string, follow: boolean, syscall: string): Place {
    let rest = path;
    let directory = this.cwd;
    let links = 0;
    for (;;) {
      if (rest.startsWith("/")) directory = this.root;
      rest = rest.replace(/^\/+/, "");
      const end = rest.search(/\/|$/);
      const name = rest.slice(0, end);
      const after = rest.slice(end).replace(/^\/+/, "");
      const slash = end < rest.length;
      if (name.length > LONGEST_NAME) throw newFault("ENAMETOOLONG", syscall);
      if (!this.permits(directory, posix.X_OK)) throw newFault("EACCES", syscall);
      const node = name === "" || name === "." ? directory : name === ".." ? directory.parent : directory.child(name);
      if (node === undefined && (name === ".." || after !== "")) throw newFault("ENOENT", syscall);
      if (node?.isLink === true && (after !== "" || slash || follow)) {
        if (++links > MOST_LINKS) throw newFault("ELOOP", syscall);
        rest = slash ? `${node.target}/${after}` : node.target;
        continue;
      }
      if (after === "") {
        if (slash && node !== undefined && !node.isDirectory) throw newFault("ENOTDIR", syscall);
        return { directory, name, node, slash };
      }
      if (!node!.isDirectory) throw newFault("ENOTDIR", syscall);
      directory = node!;
      rest = after;
    }
  }

  /** The node of a path that must be there. */
  find(path: Uint8Array, follow: boolean, syscall: string): TreeNode {
    const { node } = this.resolve(path, follow, syscall);
    if (node === undefined) throw newFault("ENOENT", syscall);
    return node;
  }

  /** Refuses changes to a tree that is only for reading. */
  mayChange(syscall: string): void {
    if (this.readOnly) throw newFault("EROFS", syscall);
  }

  private isDot(name: string): boolean {
    return name === "" || name === "." || name === "..";
  }

  /** Puts a node into a directory under a free name. */
  attach(place: Place, node: TreeNode, syscall: string): void {
    const { directory, name } = place;
    this.mayChange(syscall);
    if (directory.parent === undefined) throw newFault("ENOENT", syscall);
    if (!this.permits(directory, posix.W_OK)) throw newFault("EACCES", syscall);
    directory.entries!.set(name, node);
    if (node.isDirectory) {
      node.parent = directory;
      directory.nlink++;
    }
    directory.mtimeNs = directory.ctimeNs = this.now();
  }

  /** Takes an entry out of its directory. */
  detach(place: Place, syscall: string): void {
    const { directory, name, node } = place;
    if (!this.permits(directory, posix.W_OK)) throw newFault("EACCES", syscall);
    directory.entries!.delete(name);
    if (node!.isDirectory) directory.nlink--;
    directory.mtimeNs = directory.ctimeNs = node!.ctimeNs = this.now();
  }

  rename(from: Place, to: Place): void {
    const { node } = from;
    this.mayChange("rename");
    if (node === undefined) throw newFault("ENOENT", "rename");
    if (this.isDot(from.name) || this.isDot(to.name)) throw newFault("EBUSY", "rename");
    if (to.slash && !node.isDirectory) throw newFault("ENOTDIR", "rename");
    if (to.node === node) return;
    if (node.isDirectory) {
      for (let up: TreeNode = to.directory; ; up = up.parent!) {
        if (up === node) throw newFault("EINVAL", "rename");
        if (up.parent === up || up.parent === undefined) break;
      }
    }
    if (to.node !== undefined) {
      if (to.node.isDirectory) {
        if (!node.isDirectory) throw newFault("EISDIR", "rename");
        if (to.node.entries!.size > 0) throw newFault("ENOTEMPTY", "rename");
      } else if (node.isDirectory) throw newFault("ENOTDIR", "rename");
    }
    if (!this.permits(from.directory, posix.W_OK) || !this.permits(to.directory, posix.W_OK)) throw newFault("EACCES", "rename");
    if (to.node !== undefined) this.drop(to, "rename");
    this.detach(from, "rename");
    this.attach(to, node, "rename");
  }

  /** Removes an entry for good, or one of the names of a file. */
  drop(place: Place, syscall: string): void {
    const node = place.node!;
    this.detach(place, syscall);
    node.nlink -= node.isDirectory ? 2 : 1;
    if (node.isDirectory) node.parent = undefined;
  }

  /** The absolute path of a directory. */
  pathOf(directory: TreeNode, syscall: string): string {
    let out = "";
    for (let node = directory; node !== this.root; ) {
      const { parent } = node;
      if (parent === undefined) throw newFault("ENOENT", syscall);
      for (const [name, entry] of parent.entries!) {
        if (entry === node) {
          out = `/${name}${out}`;
          break;
        }
      }
      node = parent;
    }
    return out === "" ? "/" : out;
  }
}
