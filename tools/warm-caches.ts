// Last step of `npm run build`: drops the code caches of former bundles and runs each command of bin/glass once, so that the first run
// of a user finds its cache. See docs/cli.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// One of everything, so that V8 keeps the code of most functions.
const PROGRAM = `"""Warms up."""
from __future__ import annotations
import os, sys as system
from a.b import (c, d as e)
X: int = 1_000 + 0x1f
y = z = {"a": 1, **{}, "b": [1, 2.5, 3j, *()]}, {1, 2}, (None, True, ...), b"bytes", r"raw" 'two', -1, not 1, 2 ** 3
@decorator(1, key="v", *[], **{})
class A(B, metaclass=M):
    x = lambda self, /, a, *b, c=1, **d: (yield)
    def m(self, a: int = 1, *args: str, **kw) -> None:
        global X
        try:
            for i, (j, *k) in enumerate(a):
                if i < j <= 3 and a or not k: continue
                elif i is None: break
            else: pass
            while x := self.next(): del self.x[0], self.y
            with open(f) as g, h: return [q for q in g if q], {r: s for r, s in h}, (t async for t in u)
        except (E, F) as err:
            raise G from err
        except* H: assert a, f"{a!r:>{10}} {b=} text"
        finally:
            nonlocal_name = a[1:2, ::3] if a else b.c.d(e, *f, g=h)
    async def n[T: int](self):
        async with a as b: await c
        def inner():
            nonlocal b
            return b @ 1, b // 2, b << 3, b & 4 | 5 ^ ~6
match a:
    case {"k": [1, *rest], **others} if rest: a += 1
    case P(x=1, y=Q.R) | [None, 2]: pass
    case ("s" | None | -1) as v: a.b -= 2
    case _: type L[T] = list[T]
`;

const glass = fileURLToPath(new URL("../bin/glass", import.meta.url));
const bundles = fileURLToPath(new URL("../dist/glass/", import.meta.url));
for (const name of readdirSync(bundles)) if (name.includes(".cache")) rmSync(join(bundles, name));

const folder = mkdtempSync(join(tmpdir(), "glass-"));
const file = join(folder, "warm.py");
writeFileSync(file, PROGRAM.replace("        except* H:", "        except H:").replace("(t async for t in u)", "(t for t in u)"));
const runs: string[][] = [
  ["--help"],
  ["tokens", file],
  ["ast", file],
  ["symtable", file],
  ["dis", file],
  ["compile", "-o", folder, file],
  ["pyc", join(folder, "__pycache__", "warm.cpython-314.pyc")],
  ["tour", file],
];
let failed = false;
for (const args of runs) {
  const { status, stderr } = spawnSync(process.execPath, [glass, ...args], { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status === 0) continue;
  failed = true;
  console.error(`glass ${args[0]} failed: ${stderr}`);
}
rmSync(folder, { recursive: true });
if (failed) process.exitCode = 1;
