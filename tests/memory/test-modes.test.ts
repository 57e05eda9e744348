// The test modes of memory find what is planted for them, and find nothing in a sound program. On the build.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../bin/vivarium", import.meta.url));
const run = (program: string, mode: Record<string, string>): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(command, ["-c", program], { encoding: "utf8", env: { PATH: process.env["PATH"], LANG: "C.UTF-8", ...mode } });

const sound = "d = {i: [i] for i in range(20)}\nd[0].append(d)\nprint(sorted(d.items(), key=lambda p: -p[0])[:2], list(map(str, d)))";

test("leak runs name what stays and who holds it", () => {
  expect(run(sound, { VIVARIUM_LEAKS: "3" })).toMatchObject({ status: 0, stderr: "" });
  const leaking = run("import sys\nclass Planted: pass\nsys.__dict__.setdefault('keep', []).append(Planted())", { VIVARIUM_LEAKS: "3" });
  expect(leaking.status).toBe(1);
  expect(leaking.stderr).toMatch(/^leaks: round 3 leaves \d+ containers behind\n[^]*Planted object, held by list of 3/);
});

test("fault runs raise MemoryError at each point", () => {
  const faults = run(sound, { VIVARIUM_FAULTS: "10" });
  expect(faults.stderr).toMatch(/MemoryError/);
  expect(faults.stderr).toMatch(/^faults: \d+ of \d+ points failed/m);
});

test("a collection at every allocation comes before the next instruction that may be interrupted", () => {
  const program = "import gc\nclass P: pass\nn = []\ngc.callbacks.append(lambda phase, info: n.append(phase))\nk = [P() for i in range(80)]\ngc.callbacks.clear()\nprint(len(n) > 50)";
  expect(run(program, {}).stdout).toBe("False\n");
  expect(run(program, { VIVARIUM_COLLECT: "1" }).stdout).toBe("True\n");
});
