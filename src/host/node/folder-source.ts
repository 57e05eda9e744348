// A folder of the disk as a source of files for the memory host. See docs/host.md.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { FileSource } from "../memory/mount.ts";

/** The files below a folder, read when they are first needed. */
export function folderSource(folder: string): FileSource {
  return {
    *paths() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) yield relative(folder, join(entry.parentPath ?? entry.path, entry.name));
      }
    },
    read: (path) => readFileSync(join(folder, path)),
  };
}
