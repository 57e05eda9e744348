// Every file of the pinned standard library, compiled by us and by CPython (Pyodide) at all levels of optimisation: all fields of
// all code objects are compared.
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { compileSource } from "../../src/compiler/compile.ts";
import { dumpCode } from "../../tools/compare-code/describe.ts";
import { libraryZip, startCPython, type Ask } from "../compiler/cpython.ts";

const ORACLE = `
import hashlib, sys, zipfile
library = zipfile.ZipFile(next(p for p in sys.path if p.endswith(".zip")))
warnings.simplefilter("ignore")
def described(name, level):
    out = []
    dump(compile(library.read(name), name, "exec", dont_inherit=True, optimize=level), out)
    return "\\n".join(out)
def digest(name, level):
    return hashlib.md5(described(name, level).encode()).hexdigest()
`;

const files = Object.entries(unzipSync(libraryZip(), { filter: (file) => file.name.endsWith(".py") }));
let ask: Ask;

beforeAll(async () => {
  ask = await startCPython(ORACLE);
}, 60_000);

function described(name: string, source: Uint8Array, level: number): string {
  const out: string[] = [];
  dumpCode(compileSource(source, { filename: name, mode: "exec", optimize: level, flags: 0, warn: () => false }), out);
  return out.join("\n");
}

describe("the standard library", () => {
  test("is there", () => {
    expect(files.length).toBe(559);
  });

  test.each([0, 1, 2])("compiles to CPython's code objects at level %i", (level) => {
    const different: string[] = [];
    for (const [name, source] of files) {
      const ours = described(name, source, level);
      if (createHash("md5").update(ours).digest("hex") === ask("digest", name, level)) continue;
      // the first one in full, the others by name
      if (different.length === 0) expect(ours).toBe(ask("described", name, level));
      different.push(name);
    }
    expect(different).toEqual([]);
  }, 120_000);
});
