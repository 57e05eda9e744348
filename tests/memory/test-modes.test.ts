// The test modes of memory on the build, each over a few golden programs: a short form of the complete runs (`npm run test:audit` and its kin).
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildFaults } from "../../tools/build-faults.ts";
import { expected, rootOf } from "../golden/golden.ts";

const command = fileURLToPath(new URL("../../bin/vivarium", import.meta.url));
const environment = { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0" };

const run = (arguments_: string[], mode: Record<string, string>, cwd?: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(arguments_[0]!, arguments_.slice(1), { encoding: "utf8", env: { ...environment, ...mode }, ...(cwd === undefined ? {} : { cwd }) });
const runCode = (program: string, mode: Record<string, string>) => run([command, "-c", program], mode);

const sound = "d = {i: [i] for i in range(20)}\nd[0].append(d)\nprint(sorted(d.items(), key=lambda p: -p[0])[:2], list(map(str, d)))";

test("leak runs name what stays and who holds it", () => {
  expect(runCode(sound, { VIVARIUM_LEAKS: "3" })).toMatchObject({ status: 0, stderr: "" });
  const leaking = runCode("import sys\nclass Planted: pass\nsys.__dict__.setdefault('keep', []).append(Planted())", { VIVARIUM_LEAKS: "3" });
  expect(leaking.status).toBe(1);
  expect(leaking.stderr).toMatch(/^leaks: round 3 leaves \d+ containers behind\n[^]*Planted object, held by list of 3/);
});

test("a collection at every allocation comes before the next instruction that may be interrupted", () => {
  const program = "import gc\nclass P: pass\nn = []\ngc.callbacks.append(lambda phase, info: n.append(phase))\nk = [P() for i in range(80)]\ngc.callbacks.clear()\nprint(len(n) > 50)";
  expect(runCode(program, {}).stdout).toBe("False\n");
  expect(runCode(program, { VIVARIUM_COLLECT: "1" }).stdout).toBe("True\n");
});

test("every count is right at the end of programs", () => {
  for (const name of ["builtins/bin-oct-hex", "class/mro", "class/slots_and_layout", "dict/every-method", "list/every-method", "memory/leaving_frames", "template/concatenation"]) expect([name, run([command, `${name}.py`], { VIVARIUM_AUDIT: "0" }, rootOf(name)).stderr]).toEqual([name, expect.not.stringMatching(/^audit: /m)]);
});

test("three rounds of programs leave nothing behind", () => {
  for (const name of ["class/special-methods", "dict/views", "list/methods", "memory/leaving_frames"]) expect([name, run([command, `${name}.py`], { VIVARIUM_LEAKS: "3" }, rootOf(name)).stderr]).toEqual([name, expect.not.stringMatching(/^leaks: /m)]);
});

test("collections everywhere change nothing", () => {
  for (const name of ["class/subclasses-of-builtins", "dict/mutation", "list/sort"]) {
    const { stdout, stderr } = run([command, `${name}.py`], { VIVARIUM_COLLECT: "1", VIVARIUM_AUDIT: "0" }, rootOf(name));
    expect([name, (stdout + stderr).replaceAll(rootOf(name), "")]).toEqual([name, expected(name)]);
  }
});

test("where allocations fail MemoryError is raised, and every count is right afterwards", () => {
  const faulty = buildFaults();
  const whole = run(["node", "--stack-size=6000", faulty, "-c", sound], { VIVARIUM_FAULTS: "0" });
  expect(whole.stderr).toMatch(/MemoryError/);
  expect(whole.stderr).toMatch(/^faults: (\d+) of \1 points failed, 0 wrong$/m);
  for (const name of ["class/mro", "dict/every-method", "re/flags_and_messages", "template/concatenation"]) {
    const { stderr } = run(["node", "--stack-size=6000", faulty, `${name}.py`], { VIVARIUM_FAULTS: "15" }, rootOf(name));
    expect([name, stderr]).toEqual([name, expect.stringMatching(/^faults: \d+ of \d+ points failed, 0 wrong$/m)]);
  }
});
