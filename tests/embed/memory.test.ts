// The cap on memory: MemoryError instead of a dead process, and the program goes on.
import { beforeAll, expect, test } from "vitest";
import type { Vivarium as Class } from "../../src/node.ts";

let Vivarium: typeof Class;
beforeAll(async () => {
  ({ Vivarium } = (await import("../../dist/node.js" as string)) as { Vivarium: typeof Class });
});

const programs: Record<string, string> = {
  "a list that grows": "x = []\nwhile True: x.append([])",
  "a list of texts": "x = []\nwhile True: x.append('number %d' % len(x))",
  "a dict that grows": "x = {}\nwhile True: x[len(x)] = 'v'",
  "chained instances": "class N: pass\nx = None\nwhile True:\n    n = N()\n    n.next = x\n    x = n",
  "nested tuples": "x = ()\nwhile True: x = (x, x, 1.5)",
  "a text that doubles": "x = 'x'\nwhile True: x += x",
  "an int that squares": "x = 3\nwhile True: x *= x",
  "buffers": "x = []\nwhile True: x.append(bytearray(100_000))",
  "a list of an endless iterator": "import itertools\nlist(itertools.repeat(None))",
  "a set of a range": "set(range(10**10))",
  "a dict of pairs": "dict(zip(range(10**10), range(10**10)))",
  "a generator without end": "def g():\n    while True: yield 1\n[*g()]",
  "pieces to join": "import itertools\n''.join(itertools.repeat('x'))",
  "unlimited widths": "'%2000000000d' % 1",
  "replacements": "('x' * 100000).replace('x', 'y' * 100000)",
  "regular expressions": "import re\nre.sub('x', 'y' * 100000, 'x' * 100000)",
  "powers": "10**10**9",
};

test.each(Object.entries(programs))("%s", { timeout: 120_000 }, (_name, program) => {
  const python = new Vivarium({ memory: 24_000_000 });
  const body = program.replaceAll("\n", "\n    ");
  python.run(`def f():\n    ${body}\ntry:\n    f()\nexcept MemoryError:\n    caught = True\nafter = len(list(range(1000)))`);
  expect(python.get("caught")).toBe(true);
  expect(python.get("after")).toBe(1000);
  python.close();
});

test("the cap is a number of bytes, and each Vivarium has its own", () => {
  expect(() => new Vivarium({ memory: 0 })).toThrow(RangeError);
  const small = new Vivarium({ memory: 16_000_000 });
  const large = new Vivarium();
  expect(() => small.run("x = bytes(20_000_000)")).toThrow("MemoryError");
  large.run("x = bytes(20_000_000)");
  expect(large.eval("len(x)")).toBe(20_000_000);
});
