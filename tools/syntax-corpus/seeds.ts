// Right sources to make wrong ones of: our own statements, and those of the pinned standard library. See docs/syntax-errors.md.
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Module } from "../../src/syntax/ast.generated.ts";
import { parse } from "../../src/syntax/parse.ts";

const root = new URL("../../", import.meta.url);

/** The statements in tests/syntax/errors/seeds.txt: every form of the grammar at least once. */
export function ownSeeds(): string[] {
  return readFileSync(new URL("tests/syntax/errors/seeds.txt", root), "utf8").replace(/\n$/, "").split("\n---\n");
}

/** Top-level statements of up to `limit` characters from the pinned library, at most `perFile` of a file. */
export function librarySeeds(limit = 1500, perFile = 12): string[] {
  const files = unzipSync(readFileSync(new URL("node_modules/pyodide/python_stdlib.zip", root)), {
    filter: (file) => file.name.endsWith(".py"),
  });
  const seeds: string[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const content of Object.values(files)) {
    let text: string;
    try {
      text = decoder.decode(content);
    } catch {
      continue; // in another encoding
    }
    const lines = text.split("\n");
    let taken = 0;
    for (const statement of (parse(text) as Module).body) {
      const source = lines.slice(statement.lineno - 1, statement.end_lineno).join("\n");
      if (source.length > limit || statement.col_offset !== 0) continue;
      seeds.push(source);
      if (++taken === perFile) break;
    }
  }
  return seeds;
}
