// Trees against CPython: small sources with recorded answers, the whole pinned library against Pyodide, and sources that are
// nested deep or very long.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { loadPyodide } from "pyodide";
import { describe, expect, test } from "vitest";
import { PythonSyntaxError } from "../../src/base/python-error.ts";
import { dump } from "../../src/syntax/ast-dump.ts";
import * as ast from "../../src/syntax/ast.generated.ts";
import { lookupCharacterName } from "../../src/syntax/character-names.ts";
import { parse, parseFast } from "../../src/syntax/parse.ts";
import { parseExact } from "../../src/syntax/peg/parse-exact.ts";
import { unparseExpr } from "../../src/syntax/unparse.ts";
import { annotations, cases, warnings } from "./ast-cases.ts";

describe("small sources", () => {
  test.each(cases)("%s: %s", (mode, source, expected) => {
    const fast = parseFast(source, { mode });
    expect(fast && dump(fast.tree, { includeAttributes: true })).toBe(expected);
    expect(dump(parseExact(source, { mode }), { includeAttributes: true })).toBe(expected);
  });

  test.each(annotations)("annotation %s", (source, expected) => {
    const tree = parse(`from __future__ import annotations\nx: (${source})`) as ast.Module;
    expect(unparseExpr((tree.body[1] as ast.AnnAssign).annotation)).toBe(expected);
  });

  test("type comments", () => {
    const source = "x = 1 # type: int\ndef f(a, # type: A\n      b): # type: (...) -> B\n  pass # type: ignore[c]\nfor y in z: # type: Z\n  pass\n";
    expect(dump(parse(source, { typeComments: true }))).toBe(
      "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int'), " +
        "FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='A'), arg(arg='b')]), body=[Pass()], " +
        "type_comment='(...) -> B'), For(target=Name(id='y', ctx=Store()), iter=Name(id='z', ctx=Load()), body=[Pass()], " +
        "type_comment='Z')], type_ignores=[TypeIgnore(lineno=4, tag='[c]')])",
    );
  });

  test.each(["x = = 1", "f(a=1, b)", "[*a for a in b]", "match x:\n  case _.y: pass", "a, b: int", "def f(a=1, b): pass", "(*a)", "x[a := b : c]"])(
    "is no program: %s",
    (source) => {
      expect(parseFast(source)).toBeNull();
      expect(() => parse(source)).toThrow(PythonSyntaxError);
    },
  );

  test("older grammars lack newer constructs", () => {
    expect(parseFast("(a := 1)", { featureVersion: 7 })).toBeNull();
    expect(parseFast("(a := 1)", { featureVersion: 8 })).not.toBeNull();
  });
});

describe("dump", () => {
  const tree = (): ast.mod => parse("f(x, [])");
  test("indented", () => {
    expect(dump(tree(), { indent: 3 })).toBe(
      "Module(\n   body=[\n      Expr(\n         value=Call(\n            func=Name(id='f', ctx=Load()),\n            args=[\n" +
        "               Name(id='x', ctx=Load()),\n               List(ctx=Load())]))])",
    );
  });
  test("with empty lists", () => {
    expect(dump(tree(), { showEmpty: true })).toBe(
      "Module(body=[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='x', ctx=Load()), List(elts=[], ctx=Load())], " +
        "keywords=[]))], type_ignores=[])",
    );
  });
  test("without names of fields", () => {
    expect(dump(tree(), { annotateFields: false })).toBe("Module([Expr(Call(Name('f', Load()), [Name('x', Load()), List([], Load())]))])");
  });
});

describe("warnings", () => {
  test.each(warnings)("%s", (source, expected) => {
    const seen: [string, number][] = [];
    parse(source, {
      warn: (warning) => {
        seen.push([warning.message, warning.lineno]);
        return false;
      },
    });
    expect(seen).toEqual(expected);
  });

  test("as errors", () => {
    try {
      parse("x = 1\né = '\\d'", { warn: () => true });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ message: '"\\d" is an invalid escape sequence. Did you mean "\\\\d"? A raw string is also an option.', lineno: 2, offset: 6 });
    }
  });
});

test("character names", () => {
  expect(["BELL", "bel", "NBSP", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "TIBETAN MARK TSA -PHRU"].map(lookupCharacterName)).toEqual([
    0x1f514, 7, 0xa0, 0xac01, 0x4e00, 0xf39,
  ]);
  expect(["", "CJK UNIFIED IDEOGRAPH-04E00", "HANGUL SYLLABLE", " BELL", "GREEK  CAPITAL LETTER DELTA"].map(lookupCharacterName)).toEqual([
    -1, -1, -1, -1, -1,
  ]);
});

describe("size and depth", () => {
  const long = 100_000;
  test.each([
    ["a sum", "1" + "+1".repeat(long)],
    ["attributes", "a" + ".b".repeat(long)],
    ["strings", "'a' ".repeat(long)],
    ["targets", "a = ".repeat(long) + "1"],
    ["elifs", "if a: pass\n" + "elif b: pass\n".repeat(1500)],
    ["199 parentheses", "(".repeat(199) + "1" + ")".repeat(199)],
  ])("%s", (_name, source) => {
    expect(parseFast(source)).not.toBeNull();
  });

  test.each([
    ["signs", "-".repeat(10_000) + "1"],
    ["lambdas", "lambda: ".repeat(5_000) + "1"],
    ["elifs", "if a: pass\n" + "elif b: pass\n".repeat(7_000)],
  ])("too many %s", (_name, source) => {
    expect(() => parse(source)).toThrow("Parser stack overflowed - Python source too complex to parse");
  });
});

const ORACLE = `
import ast, hashlib, json, warnings, zipfile
warnings.simplefilter("ignore")
def library():
    out = {}
    with zipfile.ZipFile("/lib.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".py"):
                tree = ast.parse(archive.read(name), type_comments=True)
                out[name] = hashlib.sha1(ast.dump(tree, include_attributes=True).encode("utf-8", "surrogatepass")).hexdigest()
    return json.dumps(out)
`;

test("every file of the pinned library has CPython's tree", { timeout: 120_000 }, async () => {
  const folder = new URL("../../node_modules/pyodide/", import.meta.url);
  const zip = readFileSync(new URL("python_stdlib.zip", folder));
  const pyodide = await loadPyodide({ indexURL: folder.pathname });
  pyodide.FS.writeFile("/lib.zip", zip);
  pyodide.runPython(ORACLE);
  const expected = JSON.parse((pyodide.globals.get("library") as () => string)()) as Record<string, string>;
  const decoder = new TextDecoder();
  const actual: Record<string, string | null> = {};
  for (const [name, bytes] of Object.entries(unzipSync(zip, { filter: (file) => file.name.endsWith(".py") }))) {
    const fast = parseFast(decoder.decode(bytes), { typeComments: true });
    actual[name] = fast && createHash("sha1").update(dump(fast.tree, { includeAttributes: true })).digest("hex");
  }
  expect(actual).toEqual(expected);
  expect(Object.keys(actual).length).toBe(559);
});
