// Freezing in the middle of a program and thawing, on the build.
import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import type { Vivarium as Class } from "../../src/node.ts";

let Vivarium: typeof Class;
beforeAll(async () => {
  ({ Vivarium } = (await import("../../dist/node.js" as string)) as { Vivarium: typeof Class });
});

/** Runs a program in pieces, each in a machine thawed from the one before; answers what it printed and the number of images. */
function inPieces(source: string, step: number): [string, number] {
  let python = new Vivarium();
  python.start(source);
  let images = 0;
  while (!python.resume(step)) {
    python = Vivarium.thaw(python.freeze());
    images++;
  }
  return [python.output(), images];
}

function whole(source: string): string {
  const python = new Vivarium();
  python.run(source);
  return python.output();
}

const programs: Record<string, string> = {
  "a loop": "total = 0\nfor i in range(3000):\n    total += i\nprint(total, i)",
  "a generator": "def g(n):\n    for i in range(n):\n        got = yield i * 2\n        if got: print('got', got)\ntotal = 0\nfor v in g(3000): total += v\nprint(total)\nit = g(5); next(it); print(it.send('x'), list(it))",
  "an exception handler":
    "import sys\ntry:\n    try: {}['k']\n    except KeyError as e:\n        for i in range(2000): pass\n        print(repr(sys.exception()))\n        raise ValueError(i) from e\n    finally:\n        for i in range(2000): pass\nexcept ValueError as e:\n    print(repr(e), repr(e.__cause__), e.__traceback__.tb_lineno)",
  "a class body":
    "class Meta(type):\n    def __new__(m, name, bases, ns, **kw):\n        return super().__new__(m, name, bases, ns)\nclass A(metaclass=Meta, flag=1):\n    n = 0\n    for i in range(2000): n += i\n    class B:\n        for k in range(1000): pass\n    def me(self): return __class__\nprint(A.n, A.B.k, A().me() is A)",
  "an import":
    "import sys\nopen('/tmp/slow.py', 'w').write('total = 0\\nfor i in range(3000): total += i\\nprint(__name__, total)\\n')\nsys.path.insert(0, '/tmp')\nimport slow\nimport json.decoder, xml.dom.minidom\nprint(slow.total, json.decoder.JSONDecoder().decode('[1]'))",
  "an open file": "f = open('/tmp/f', 'w+')\nfor i in range(1500): f.write(str(i))\nf.seek(0)\nprint(len(f.read()), f.tell())",
  "slots, weak references and ids":
    "import weakref\nclass S:\n    __slots__ = ('a', '__weakref__')\ns = S(); s.a = 1\nr = weakref.ref(s, lambda _: print('gone'))\nn = id(s)\nfor i in range(2000): pass\nprint(r() is s, id(s) == n, s.a)\ndel s\nprint(r())",
};

describe("frozen and thawed in", () => {
  for (const [name, source] of Object.entries(programs)) {
    test(name, () => {
      const [output, images] = inPieces(source, 1500);
      expect(images).toBeGreaterThan(0);
      expect(output).toBe(whole(source));
    });
  }
});

// What belongs to static types is in the collector's lists of the first machine of a process, so this needs a process of its own.
test("collections go on in what the first machine of a process was thawed to", () => {
  const source = `
import gc
class Node: pass
def ring():
    a, b = Node(), Node()
    a.next, b.next = b, a
for i in range(6000): ring()
print(gc.collect() > 0, len(gc.get_objects()) > 500, gc.is_tracked(ring), gc.collect())
`;
  const script = `
import { Vivarium } from ${JSON.stringify(new URL("../../dist/node.js", import.meta.url).href)};
let python = new Vivarium();
python.start(${JSON.stringify(source)});
for (let images = 0; images < 12 && !python.resume(500); images++) python = Vivarium.thaw(python.freeze());
if (python.paused) python.resume();
process.stdout.write(python.output());`;
  const { stdout, status } = spawnSync(process.execPath, ["--stack-size=4000", "--input-type=module", "-e", script], { encoding: "utf8", timeout: 60_000 });
  expect([stdout, status]).toEqual(["True True True 0\n", 0]);
}, 90_000);

test("what only this process has is refused with the way to it", () => {
  const python = new Vivarium();
  python.set("callback", () => 1);
  expect(() => python.freeze()).toThrow(/cannot freeze a host function \(.*native host.callback/);
});

test("an image may be thawed more than once, and damaged ones are refused", () => {
  const python = new Vivarium();
  python.run("x = [1, {'k': (2,)}]\nx.append(x)");
  const image = python.freeze();
  expect(Vivarium.thaw(image).eval("x[1]['k'], x[2] is x")).toEqual([[2], true]);
  expect(Vivarium.thaw(image).eval("len(x)")).toBe(3);
  expect(() => Vivarium.thaw(new Uint8Array(10))).toThrow("not an image");
  expect(() => Vivarium.thaw(image.slice(0, -5))).toThrow(/damaged|too early/);
  for (let at = 30; at < image.length; at += Math.floor(image.length / 40)) {
    const bad = image.slice();
    bad[at]! ^= 0x55;
    expect(() => Vivarium.thaw(bad)).toThrow(/damaged/);
  }
});
