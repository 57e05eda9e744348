// The repository's own text files, for the tests of its house rules.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const skipped = new Set(["node_modules", "dist", ".git", "coverage", "__pycache__"]);

/** Paths, relative to the repository, of all files below a folder that have one of the endings ("" for every file). */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(inner);
      } else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) found.push(inner);
    }
  };
  walk(folder);
  return found;
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
