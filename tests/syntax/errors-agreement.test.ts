// The two parsers make the same trees and warnings of every file of the pinned library: the exact one is a complete parser, and
// the fast one accepts nothing else. See docs/syntax-errors.md.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { SourceWarning } from "../../src/base/python-error.ts";
import { parseFast } from "../../src/syntax/parse.ts";
import { parseExact } from "../../src/syntax/peg/parse-exact.ts";

const library = unzipSync(readFileSync(new URL("../../node_modules/pyodide/python_stdlib.zip", import.meta.url)), {
  filter: (file) => file.name.endsWith(".py"),
});

test("exact and fast parser agree on the pinned library", { timeout: 300_000 }, () => {
  const names = Object.keys(library);
  expect(names.length).toBeGreaterThan(500);
  const decoder = new TextDecoder("utf-8");
  const different: string[] = [];
  for (const name of names) {
    const source = decoder.decode(library[name]);
    const warnings: SourceWarning[] = [];
    const options = { filename: name, warn: (warning: SourceWarning) => warnings.push(warning) < 0 };
    const tree = parseExact(source, options);
    const fast = parseFast(source, { filename: name });
    if (fast === null || !isDeepStrictEqual(fast.tree, tree) || !isDeepStrictEqual(fast.warnings.map((one) => one.warning), warnings)) {
      different.push(name);
    }
  }
  expect(different).toEqual([]);
});
