// A folder of the memory host whose files are read from somewhere else when they are first needed. See docs/host.md.
import * as posix from "../posix.ts";
import { nameText, type Tree, type TreeNode } from "./tree.ts";

/** What a folder of a source holds. */
export interface SourceEntry {
  readonly name: string;
  /** Another for each entry of the source. */
  readonly number: number;
  /** In bytes; undefined for a folder. */
  readonly size: number | undefined;
}

/** Files by their paths within a folder ("json/decoder.py"). */
export interface FileSource {
  paths(): Iterable<string>;
  /** The contents of one of them. Throws nothing, or a HostFault. */
  read(path: string): Uint8Array;
  /** What is in a folder ("" is the outermost), for sources that know it without looking at all others. */
  list?(folder: string): readonly SourceEntry[];
  /** One of them. Where there is `list`, there is this. */
  find?(folder: string, name: string): SourceEntry | undefined;
}

/** Puts the files of a source into the tree, readable for everybody, below an absolute path whose folders are made. */
export function mountFiles(tree: Tree, folder: string, source: FileSource, mode = 0o444): void {
  const enter = (directory: TreeNode, name: string): TreeNode => {
    const found = directory.child(name);
    if (found?.isDirectory === true) return found;
    const made = tree.newNode(posix.S_IFDIR | 0o755);
    made.parent = directory;
    directory.nlink++;
    directory.entries!.set(name, made);
    return made;
  };
  const names = (path: string): string[] => nameText(posix.pathBytes(path)).split("/").filter((name) => name !== "");
  let base = tree.root;
  for (const name of names(folder)) base = enter(base, name);
  if (source.list !== undefined) {
    base.listLater({ source, path: "", mode, numbers: tree.nextIno++ << 32n });
    return;
  }
  for (const path of source.paths()) {
    const parts = names(path);
    let directory = base;
    for (const name of parts.slice(0, -1)) directory = enter(directory, name);
    const file = tree.newNode(posix.S_IFREG | mode);
    file.loadLater({ source, path, mode, numbers: 0n }, undefined);
    directory.entries!.set(parts.at(-1)!, file);
  }
}
