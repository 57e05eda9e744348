// What the corpus does not reach: depth, other line ends, versions of the grammar, incomplete input, the error's metadata.
// Expectations are CPython 3.14.8's. See docs/syntax-errors.md.
import { expect, test } from "vitest";
import { PythonError, PythonSyntaxError } from "../../src/base/python-error.ts";
import { parse } from "../../src/syntax/parse.ts";
import type { ParseOptions } from "../../src/syntax/parse.ts";
import { parseExact } from "../../src/syntax/peg/parse-exact.ts";

function errorOf(source: string, options: ParseOptions = {}): PythonError {
  try {
    parse(source, options);
  } catch (error) {
    if (error instanceof PythonError) return error;
    throw error;
  }
  throw new Error(`accepted: ${source.slice(0, 60)}`);
}

function accepts(source: string): boolean {
  try {
    parseExact(source);
    return true;
  } catch (error) {
    expect(String(error)).toBe("MemoryError: Parser stack overflowed - Python source too complex to parse");
    return false;
  }
}

test("the parser's stack is as deep as CPython's", { timeout: 60_000 }, () => {
  const cases: [number, (n: number) => string][] = [
    [5968, (n) => `${"-".repeat(n)}1`],
    [5968, (n) => `${"not ".repeat(n)}1`],
    [2984, (n) => `${"lambda:".repeat(n)}1`],
    [5968, (n) => `${"1 if 1 else ".repeat(n)}1`],
    [2984, (n) => `${"1**".repeat(n)}1`],
    [5965, (n) => `if 1: pass\n${"elif 1: pass\n".repeat(n)}`],
  ];
  for (const [deepest, source] of cases) {
    expect(accepts(source(deepest))).toBe(true);
    expect(accepts(source(deepest + 1))).toBe(false);
  }
});

test("too many brackets, f-strings, indents", () => {
  expect(errorOf("(".repeat(201)).message).toBe("too many nested parentheses");
  expect(errorOf('f"{'.repeat(150)).message).toBe("too many nested f-strings or t-strings");
  let source = "";
  for (let i = 0; i < 100; i++) source += `${" ".repeat(i)}if 1:\n`;
  expect(errorOf(`${source}${" ".repeat(100)}pass\n`)).toMatchObject({ type: "IndentationError", message: "too many levels of indentation" });
});

test("long sources take time in proportion", { timeout: 60_000 }, () => {
  const line = "x = f(a, b[1], *c, k=[i for i in d if i], **{'e': 1}) + (g and not h) * -j\n";
  const time = (n: number): number => {
    const start = performance.now();
    expect(errorOf(`${line.repeat(n)}x y\n`)).toMatchObject({ lineno: n + 1, offset: 3 });
    return performance.now() - start;
  };
  time(100);
  const short = time(200);
  // Ten times as long; the rest is for a busy machine.
  expect(time(2000)).toBeLessThan(Math.max(short * 30, 2000));
});

test("versions of the grammar", () => {
  const cases: [string, number, string][] = [
    ["match x:\n case 1: pass\n", 9, "Pattern matching is only supported in Python 3.10 and greater"],
    ["try: pass\nexcept* A: pass\n", 10, "Exception groups are only supported in Python 3.11 and greater"],
    ["type A = int\n", 11, "Type statement is only supported in Python 3.12 and greater"],
    ["def f[T](): pass\n", 11, "Type parameter lists are only supported in Python 3.12 and greater"],
    ["def f[T=int](): pass\n", 12, "Type parameter defaults are only supported in Python 3.13 and greater"],
    ["try: pass\nexcept A, B: pass\n", 13, "except expressions without parentheses are only supported in Python 3.14 and greater"],
    ["t''\n", 13, "t-strings are only supported in Python 3.14 and greater"],
    ["(x := 1)\n", 7, "Assignment expressions are only supported in Python 3.8 and greater"],
    ["def f(a, /): pass\n", 7, "Positional-only parameters are only supported in Python 3.8 and greater"],
    ["x: int\n", 5, "Variable annotation syntax is only supported in Python 3.6 and greater"],
    ["1_0\n", 5, "Underscores in numeric literals are only supported in Python 3.6 and greater"],
    ["async def f(): pass\n", 4, "Async functions are only supported in Python 3.5 and greater"],
    ["a @ b\n", 4, "The '@' operator is only supported in Python 3.5 and greater"],
  ];
  for (const [source, featureVersion, message] of cases) {
    expect(errorOf(source, { featureVersion }).message).toBe(message);
    parse(source, { featureVersion: featureVersion + 1 });
  }
});

test("barry_as_FLUFL", () => {
  parse("from __future__ import barry_as_FLUFL\nx = 1 <> 2\n");
  parse("1 <> 2\n", { barryAsFlufl: true });
  expect(errorOf("from __future__ import barry_as_FLUFL\nx = 1 != 2\n")).toMatchObject({
    message: "with Barry as BDFL, use '<>' instead of '!='", lineno: 2, offset: 7, endOffset: 9,
  });
  expect(errorOf("x = 1 <> 2\n")).toMatchObject({
    message: "invalid syntax.  Maybe you meant '!=' instead of '<>'?", lineno: 1, offset: 7, endOffset: 9,
  });
  expect(errorOf("x = 1 < > 2\n")).toMatchObject({ message: "invalid syntax", offset: 9, endOffset: 10 });
});

test("incomplete input", () => {
  const options: ParseOptions = { mode: "single", allowIncompleteInput: true, dontImplyDedent: true };
  for (const source of ["if 1:\n", "(1,\n", "x = '''abc\n", "def f():\n", "a = \\\n"]) {
    expect(errorOf(source, options)).toMatchObject({ type: "_IncompleteInputError", message: "incomplete input" });
  }
  expect(errorOf("x = ]\n", options).message).toBe("unmatched ']'");
});

test("other line ends count as lines, characters as columns", () => {
  expect(errorOf("a = 1\r\nb = 2\rx y\r\n")).toMatchObject({ lineno: 3, offset: 3, endLineno: 3, endOffset: 4, text: "x y\n" });
  expect(errorOf("é = '日本' ñ\n")).toMatchObject({ lineno: 1, offset: 10, endOffset: 11 });
});

test("metadata for traceback's hints", () => {
  const error = errorOf("for i in j:\n  pass\nwile x: pass");
  expect(error).toBeInstanceOf(PythonSyntaxError);
  expect((error as PythonSyntaxError).metadata).toEqual([1, 0, "for i in j:\n  pass\nwile x: pass\n"]);
});
