// What preprocessing does to trees, and its warnings (answers recorded from CPython 3.14.8).
import { expect, test } from "vitest";
import { ComplexConst, FloatConst } from "../../src/base/constant.ts";
import { PythonSyntaxError } from "../../src/base/python-error.ts";
import { CO_FUTURE_ANNOTATIONS, futureFromAst } from "../../src/compiler/future.ts";
import { preprocess } from "../../src/compiler/preprocess.ts";
import type { PreprocessOptions } from "../../src/compiler/preprocess.ts";
import * as ast from "../../src/syntax/ast.generated.ts";
import { parse } from "../../src/syntax/parse.ts";

function body(source: string, options: Partial<PreprocessOptions> = {}): ast.stmt[] {
  const mod = parse(source) as ast.Module;
  const { features } = futureFromAst(mod, "f", null);
  preprocess(mod, { filename: "f", source, optimize: 0, features, syntaxCheckOnly: false, warn: null, ...options });
  return mod.body;
}

function value(source: string, options: Partial<PreprocessOptions> = {}): ast.expr {
  return (body(source, options)[0] as ast.Expr).value;
}

/** An f-string in short: texts as they are, values as {name!conversion:spec}. */
function fstring(e: ast.expr): string | null {
  if (e.nodeKind !== ast.JoinedStr_kind) return null;
  return e.values
    .map((part) => {
      if (part.nodeKind === ast.Constant_kind) return part.value as string;
      const { value: inner, conversion, format_spec } = part as ast.FormattedValue;
      const spec = format_spec === null ? "" : `:${(format_spec as ast.Constant).value as string}`;
      return `{${(inner as ast.Name).id}!${String.fromCharCode(conversion)}${spec}}`;
    })
    .join("");
}

test.each([
  ['"%s" % (a,)', "{a!s}"],
  ['"%s a%%b%5r%-3.2a" % (a, b, c)', "{a!s} a%b{b!r:>5}{c!a:3.2}"],
  ['"%0+5s%05.s%0s" % (a, b, c)', "{a!s:>5}{b!s:>5.0}{c!s}"],
  ['"%99s" % (a,)', "{a!s:>99}"],
  ['"%%" % ()', "%"],
  ['"" % ()', ""],
  ['"%d" % (a,)', null],
  ['"%s" % a', null],
  ['"%s%s" % (a, *b)', null],
  ['"%s %s" % (a,)', null],
  ['"%s" % (a, b)', null],
  ['"%123s" % (a,)', null],
  ['"%.123s" % (a,)', null],
  ['"%" % (a,)', null],
  ['b"%s" % (a,)', null],
])("%s becomes an f-string", (source, expected) => {
  expect(fstring(value(source))).toBe(expected);
  expect(fstring(value(source, { syntaxCheckOnly: true }))).toBeNull();
});

test("__debug__ is a constant", () => {
  expect(value("__debug__")).toMatchObject({ value: true });
  expect(value("__debug__", { optimize: 1 })).toMatchObject({ value: false });
  expect(value("__debug__", { syntaxCheckOnly: true })).toMatchObject({ nodeKind: ast.Name_kind });
  const [annotated] = body("x: __debug__ = __debug__", { features: CO_FUTURE_ANNOTATIONS });
  expect(annotated).toMatchObject({ annotation: { nodeKind: ast.Name_kind }, value: { value: true } });
});

test("docstrings go under -OO", () => {
  expect(body('"d"\nx', { optimize: 2 })).toMatchObject([{ value: { id: "x" } }]);
  expect(body('"d"', { optimize: 2 })).toMatchObject([{ nodeKind: ast.Pass_kind, end_col_offset: 4 }]);
  expect(body('"d"\n"e"', { optimize: 2 })).toMatchObject([{ value: { nodeKind: ast.JoinedStr_kind } }]);
  expect(body('"d"', { optimize: 1 })).toMatchObject([{ value: { value: "d" } }]);
  expect(body('def f():\n "d"\nclass A:\n "d"', { optimize: 2 })).toMatchObject([
    { body: [{ nodeKind: ast.Pass_kind }] },
    { body: [{ nodeKind: ast.Pass_kind }] },
  ]);
});

test.each([
  ["-1", -1],
  ["-0", 0],
  ["-0.0", new FloatConst(-0)],
  ["-1j", new ComplexConst(-0, -1)],
  ["1 + 2j", new ComplexConst(1, 2)],
  ["-1 - 2j", new ComplexConst(-1, -2)],
  ["-99999999999999999999", -99999999999999999999n],
])("pattern %s", (pattern, expected) => {
  const [match] = body(`match x:\n case ${pattern}: pass\n case {${pattern}: y}: pass`);
  const [first, second] = (match as ast.Match).cases;
  expect(((first!.pattern as ast.MatchValue).value as ast.Constant).value).toStrictEqual(expected);
  expect(((second!.pattern as ast.MatchMapping).keys[0] as ast.Constant).value).toStrictEqual(expected);
});

const FINALLY = `
def g():
  for y in x:
    try: pass
    finally:
      while 1:
        break
      else:
        break
      for é in x: continue
      "é"; continue
      class A:
        for z in y: break
      def f():
        for q in z:
          try: pass
          finally: break
        return
      for z in y: return
      if x: return
`;

test("control flow in finally", () => {
  const warnings: string[] = [];
  body(FINALLY, {
    warn: (w) => {
      warnings.push(`${w.lineno}:${w.offset}-${w.endLineno}:${w.endOffset} ${w.category}: ${w.message}`);
      return false;
    },
  });
  expect(warnings).toEqual([
    "9:9-9:14 SyntaxWarning: 'break' in a 'finally' block",
    "11:13-11:21 SyntaxWarning: 'continue' in a 'finally' block",
    "17:20-17:25 SyntaxWarning: 'break' in a 'finally' block",
    "20:13-20:19 SyntaxWarning: 'return' in a 'finally' block",
  ]);
  expect(() => body(FINALLY, { warn: () => true })).toThrow(PythonSyntaxError);
});
