// Symbol tables, future statements and tree preprocessing against CPython (Pyodide) and recorded errors.
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { loadPyodide } from "pyodide";
import { beforeAll, describe, expect, test } from "vitest";
import { PythonError, PythonSyntaxError } from "../../src/base/python-error.ts";
import { futureFromAst } from "../../src/compiler/future.ts";
import { mangle } from "../../src/compiler/mangle.ts";
import { preprocess } from "../../src/compiler/preprocess.ts";
import { sourceLine } from "../../src/compiler/source-error.ts";
import { dumpSymtable } from "../../src/compiler/symtable-dump.ts";
import { buildSymtable } from "../../src/compiler/symtable/build.ts";
import { getScope, GLOBAL_IMPLICIT } from "../../src/compiler/symtable/entry.ts";
import type { Symtable, SymtableEntry } from "../../src/compiler/symtable/entry.ts";
import * as ast from "../../src/syntax/ast.generated.ts";
import { parse } from "../../src/syntax/parse.ts";
import { errorCases, programs } from "./symtable-cases.ts";

const ORACLE = `
import _symtable, json, contextlib, io, symtable as _module
def rows(t, out):
    out.append([t.type, t.name, t.lineno, bool(t.nested), t.varnames, sorted(t.symbols.items())])
    for c in t.children:
        rows(c, out)
    out.append(None)
def table(source, filename):
    out = []
    rows(_symtable.symtable(source, filename, "exec"), out)
    return json.dumps(out, separators=(",", ":"), ensure_ascii=False)
def listing(source):
    with open("program.py", "w") as f:
        f.write(source)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        _module.main(["program.py"])
    return out.getvalue()
def error(source):
    try:
        _symtable.symtable(source, "<string>", "exec")
    except SyntaxError as e:
        return f"{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset} {e.msg}"
`;

type Oracle = (name: string, ...args: unknown[]) => string;
let ask: Oracle;
const folder = new URL("../../node_modules/pyodide/", import.meta.url);

beforeAll(async () => {
  const pyodide = await loadPyodide({ indexURL: folder.pathname });
  pyodide.runPython(ORACLE);
  ask = (name, ...args) => (pyodide.globals.get(name) as (...args: unknown[]) => string)(...args);
}, 60_000);

function tables(source: string, filename = "program.py"): Symtable {
  const mod = parse(source, { filename });
  return buildSymtable(mod, filename, futureFromAst(mod, filename, null), null);
}

/** The rows that ORACLE's `rows` makes. Order within a block is not compared: CPython's depends on the hash seed. */
function rows(entry: SymtableEntry, out: unknown[] = []): unknown[] {
  const symbols = [...entry.symbols].sort((a, b) => (codePointLess(a[0], b[0]) ? -1 : 1));
  out.push([entry.type, entry.name, entry.location.lineno, entry.nested, entry.varnames, symbols]);
  for (const child of entry.children) rows(child, out);
  out.push(null);
  return out;
}

function codePointLess(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function errorOf(source: string): string {
  try {
    tables(source);
  } catch (error) {
    if (error instanceof PythonSyntaxError) {
      return `${error.lineno}:${error.offset}-${error.endLineno}:${error.endOffset} ${error.message}`;
    }
    throw error;
  }
  return "no error";
}

function sortedListing(text: string): string[] {
  return text.split("\n\n").map((block) => {
    const [head, ...symbols] = block.split("\n");
    return [head, ...symbols.sort()].join("\n");
  });
}

describe("errors", () => {
  test.each(errorCases)("%j", (source, expected) => {
    expect(errorOf(source)).toBe(expected);
  });

  test("are those of CPython", () => {
    for (const [source, expected] of errorCases) expect.soft(ask("error", source), source).toBe(expected);
  });

  test("carry the line of the file when it can be read", () => {
    const source = "def f():\n    'é'; x = 1; global x\nf()\n";
    const mod = parse(source);
    try {
      buildSymtable(mod, "program.py", futureFromAst(mod, "program.py", source), source);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ filename: "program.py", text: "    'é'; x = 1; global x\n", lineno: 2, offset: 18, endOffset: 26 });
    }
    expect([1, 2, 3, 4].map((line) => sourceLine("a\r\nb\rc", line))).toEqual(["a\n", "b\n", "c", null]);
  });
});

test.each(programs)("listing of %j", (source) => {
  const ours = dumpSymtable(tables(source));
  expect(sortedListing(ours)).toEqual(sortedListing(ask("listing", source)));
});

test("a class, its cells and its annotations", () => {
  const source = "class A:\n    x: int\n    def f(self): return super().__x\n    ys = [__class__ for y in self]\n";
  expect(dumpSymtable(tables(source))).toMatchInlineSnapshot(`
    "symbol table for module from file 'program.py':
        local symbol 'A': def_local

        symbol table for class 'A':
            local symbol 'x': def_local, def_annot
            local symbol 'f': def_local
            local symbol 'ys': def_local
            global_implicit symbol 'self': use
            local symbol 'y': def_local, def_comp_iter
            global_implicit symbol '__class__': use

            symbol table for annotation '__annotate__':
                local symbol '.format': use, def_param
                free symbol '__classdict__': use
                global_implicit symbol 'int': use

            symbol table for annotation '__annotate__':
                local symbol '.format': use, def_param
                free symbol '__classdict__': use

            symbol table for function 'f':
                local symbol 'self': def_param
                global_implicit symbol 'super': use
                free symbol '__class__': use

    "
  `);
});

test("__classdict__ read in a class body", () => {
  // as 3.14.8 has it; Pyodide's 3.14.2 calls the name free
  const source = "class A:\n z = [__classdict__ for a in b]\n";
  const entry = tables(source).top.children[0]!;
  expect(getScope(entry, "__classdict__")).toBe(GLOBAL_IMPLICIT);
  expect(entry.needsClassdict).toBe(false);
});

test("whole standard library", () => {
  const zip = unzipSync(readFileSync(new URL("python_stdlib.zip", folder)));
  const decoder = new TextDecoder();
  let count = 0;
  for (const [name, bytes] of Object.entries(zip)) {
    if (!name.endsWith(".py")) continue;
    const source = decoder.decode(bytes);
    const expected = ask("table", source, name);
    const ours = rows(tables(source, name).top);
    if (JSON.stringify(ours) !== expected) expect.soft(ours, name).toEqual(JSON.parse(expected));
    count++;
  }
  expect(count).toBe(559);
}, 60_000);

test("private names", () => {
  expect(mangle("A", null, "__x")).toBe("_A__x");
  expect(mangle("__A", null, "__x")).toBe("_A__x");
  expect(mangle("__", null, "__x")).toBe("__x");
  expect(mangle("A", null, "__x__")).toBe("__x__");
  expect(mangle("A", null, "__x.y")).toBe("__x.y");
  expect(mangle("A", null, "_x")).toBe("_x");
  expect(mangle(null, null, "__x")).toBe("__x");
  expect(mangle("A", new Set(["__T"]), "__x")).toBe("__x");
  expect(mangle("A", new Set(["__T"]), "__T")).toBe("_A__T");
});

describe("nesting", () => {
  const nested = (depth: number): ast.Module => {
    let e: ast.expr = ast.Name("a", ast.Load, 1, 0, 1, 1);
    for (let i = 0; i < depth; i++) e = ast.BinOp(e, ast.Add, ast.Name("a", ast.Load, 1, 0, 1, 1), 1, 0, 1, 1);
    return ast.Module([ast.Expr(e, 1, 0, 1, 1)], []);
  };
  const run = (mod: ast.Module): void => {
    const future = futureFromAst(mod, "f", null);
    preprocess(mod, { filename: "f", source: null, optimize: 0, features: 0, syntaxCheckOnly: false, warn: null });
    buildSymtable(mod, "f", future, null);
  };
  test("as deep as CPython goes", () => run(nested(36_000)));
  test("RecursionError beyond", () => {
    expect(() => run(nested(100_000))).toThrow(new PythonError("RecursionError", "Stack overflow (used 8152 kB) during compilation"));
  });
});
