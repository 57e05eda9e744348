// A folder of the memory host whose files are read from somewhere else when they are first needed. See docs/host.md.
import * as posix from "../posix.ts";
import { nameText, type Tree, type TreeNode } from "./tree.ts";

/** Files by their paths within a folder ("json/decoder.py"). */
export interface FileSource {
  paths(): Iterable<string>;
  /** The contents of one of them; must not throw. */
  read(path: string): Uint8Array;
}

/** Puts the files of a source into the tree, readable for everybody, below an absolute path whose folders are made. */
export function mountFiles(tree: Tree, folder: string, source: FileSource): void {
  const enter = (directory: TreeNode, name: string): TreeNode => {
    const found = directory.entries!.get(name);
    if (found?.isDirectory === true) return found;
    const made = tree.newNode(posix.S_IFDIR | 0o755);
    made.parent = directory;
    directory.nlink++;
    directory.entries!.set(name, made);
    return made;
  };
  const names = (path: string): string[] => posix.pathBytes(path).length === 0 ? [] : nameText(posix.pathBytes(path)).split("/").filter((name) => name !== "");
  let base = tree.root;
  for (const name of names(folder)) base = enter(base, name);
  for (const path of source.paths()) {
    const parts = names(path);
    let directory = base;
    for (const name of parts.slice(0, -1)) directory = enter(directory, name);
    const file = tree.newNode(posix.S_IFREG | 0o444);
    file.loadLater({ source, path });
    directory.entries!.set(parts.at(-1)!, file);
  }
}
