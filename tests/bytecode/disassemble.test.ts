// The disassembler against CPython's module dis (Pyodide): a part of the library with every choice of columns. Sets are left out: the
// order of their items depends on the width of a hash.
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { DisassembleOptions } from "../../src/bytecode/disassemble.ts";
import { compile, disassemble } from "../../src/index.ts";
import { libraryZip, startCPython, type Ask } from "../compiler/cpython.ts";

const ORACLE = `
import dis, io, re, sys, warnings, zipfile
library = zipfile.ZipFile(next(p for p in sys.path if p.endswith(".zip")))
warnings.simplefilter("ignore")
def listing(name, options):
    out = io.StringIO()
    code = compile(library.read(name), name, "exec", dont_inherit=True)
    dis.dis(code, file=out, show_caches="C" in options, show_positions="P" in options, show_offsets="O" in options, adaptive="S" in options)
    return re.sub(r" at 0x[0-9a-f]+", " at 0x", out.getvalue())
`;

const EVERY = 12;
const files = Object.entries(unzipSync(libraryZip(), { filter: ({ name, originalSize }) => name.endsWith(".py") && originalSize < 60_000 }))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .filter((_, i) => i % EVERY === 0);
let ask: Ask;

beforeAll(async () => {
  ask = await startCPython(ORACLE);
}, 60_000);

const choices: Record<string, DisassembleOptions> = {
  plain: {},
  C: { showCaches: true },
  P: { showPositions: true },
  O: { showOffsets: true },
  CPO: { showCaches: true, showPositions: true, showOffsets: true },
  CS: { showCaches: true, adaptive: true },
};

function withoutSets(text: string): string {
  return text.replace(/frozenset\(\{.*\}\)/g, "frozenset").replace(/ at 0x[0-9a-f]+/g, " at 0x");
}

describe("dis", () => {
  test.each(Object.keys(choices))("options %s", (name) => {
    expect(files.length).toBeGreaterThan(30);
    for (const [filename, source] of files) {
      const ours = disassemble(compile(source, { filename }), choices[name]);
      expect(withoutSets(ours)).toBe(withoutSets(ask("listing", filename, name)));
    }
  }, 120_000);
});
