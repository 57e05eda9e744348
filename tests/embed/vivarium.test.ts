// The npm API, on the build.
import { beforeAll, describe, expect, test } from "vitest";
import type { Vivarium as Class } from "../../src/node.ts";

let Vivarium: typeof Class;
beforeAll(async () => {
  ({ Vivarium } = (await import("../../dist/node.js" as string)) as { Vivarium: typeof Class });
});

const failure = (run: () => unknown): Record<string, unknown> => {
  try {
    run();
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error("did not fail");
};

describe("a Vivarium", () => {
  test("runs programs with the standard library and collects their output", () => {
    const python = new Vivarium({ files: { "/home/user/helper.py": "def double(x): return 2 * x\n" }, input: "21\n" });
    python.run("import json, helper\nprint(json.dumps({'n': helper.double(int(input()))}))");
    expect(python.output()).toBe('{"n": 42}\n');
    python.close();
    expect(failure(() => python.eval("1"))["message"]).toBe("this Vivarium is closed");
  });

  test("gives and takes values", () => {
    const python = new Vivarium();
    const value = { text: "é\u{1f40d}", list: [1, -0, 2.5, true, null, 10n ** 30n], bytes: new Uint8Array([1, 2]), map: new Map([[1, new Set(["a"])]]) };
    python.set("value", value);
    expect(python.eval("value")).toEqual(new Map(Object.entries(value)));
    expect(python.eval("[type(v).__name__ for v in value['list']]")).toEqual(["int", "float", "float", "bool", "NoneType", "int"]);
    python.run("loop = []; loop.append(loop)");
    const loop = python.get("loop") as unknown[];
    expect(loop[0]).toBe(loop);
    expect(python.get("nothing")).toBe(undefined);
    expect(failure(() => python.set("x", Symbol("s")))).toBeInstanceOf(TypeError);
  });

  test("calls host functions and Python functions", () => {
    const python = new Vivarium();
    python.set("add", (a: number, b: number) => a + b);
    expect(python.eval("add(2, 3)")).toBe(5);
    python.set("fail", () => {
      throw new Error("no such row");
    });
    python.run("try: fail()\nexcept RuntimeError as e: caught = str(e)");
    expect(python.get("caught")).toBe("no such row");
    python.run("def greet(name): return 'hello ' + name");
    const greet = python.get("greet") as { call(...args: unknown[]): unknown; release(): void };
    expect(greet.call("you")).toBe("hello you");
    greet.release();
    expect(failure(() => greet.call("you"))["message"]).toBe("this PythonObject was released");
  });

  test("tells what was not handled", () => {
    const python = new Vivarium();
    expect(failure(() => python.run("int('x')"))).toMatchObject({ type: "ValueError", message: "ValueError: invalid literal for int() with base 10: 'x'" });
    expect(failure(() => python.run("x = ("))).toMatchObject({ type: "SyntaxError", budgetSpent: false });
    expect(failure(() => python.run("raise SystemExit(3)"))).toMatchObject({ type: "SystemExit" });
    expect(failure(() => python.run("open('/etc/passwd')"))).toMatchObject({ type: "FileNotFoundError" });
  });

  test("stops when its budget is spent, whatever the program catches, and can be given more", () => {
    const python = new Vivarium();
    const other = new Vivarium();
    python.budget = 500_000;
    const stubborn = "n = 0\nwhile True:\n    try:\n        while True: n += 1\n    except BaseException: pass\n    finally: n += 1";
    expect(failure(() => python.run(stubborn))).toMatchObject({ type: "RuntimeError", budgetSpent: true });
    other.run("print(sum(range(1000)))");
    expect(other.output()).toBe("499500\n");
    python.budget = null;
    expect(python.eval("n > 1000 and sum(range(10))")).toBe(45);
  });

  test("does not see its neighbours", () => {
    const [one, two] = [new Vivarium(), new Vivarium()];
    one.run("import sys, builtins\nclass Seen: pass\nsys.seen = builtins.seen = Seen\nopen('/tmp/f', 'w').close()");
    two.run("import sys, builtins, os, gc\nfound = [hasattr(sys, 'seen'), hasattr(builtins, 'seen'), os.path.exists('/tmp/f'), any(c.__name__ == 'Seen' for c in object.__subclasses__())]");
    expect(two.get("found")).toEqual([false, false, false, false]);
  });
});
