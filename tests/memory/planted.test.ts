// One fault of each kind is planted in native functions that a program calls; each test mode finds its own, and says object, owner and instruction.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { func } from "../../src/core/define.ts";
import type { Container, PyObject, Value } from "../../src/core/object.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { note } from "../../src/memory/ref.ts";
import { newModuleFunction } from "../../src/types/builtin-function.ts";
import { dictSetText } from "../../src/types/dict/dict-object.ts";
import { listOfOwned } from "../../src/types/list.ts";
import { None } from "../../src/types/none.ts";
import { auditSteps } from "../../src/vm/audit-steps.ts";
import { defaultConfig } from "../../src/vm/config.ts";
import { runSource } from "../../src/vm/run-main.ts";
import { startVm } from "../../src/vm/startup.ts";
import { collectAlways, faultRun, leakRun } from "../../src/vm/test-modes.ts";
import type { Vm } from "../../src/vm/vm.ts";

const library = fileURLToPath(new URL("../../dist/lib/python3.14", import.meta.url));

/** A machine with natives that go wrong. `said` gets what the program tells. */
function world(natives: Record<string, (vm: Vm, v: Value) => Value>) {
  const vm = startVm(nodeHost({ argv: [], executable: "vivarium", library: { folder: library, file: `${library}.library` } }), { ...defaultConfig(), library, path: [library], site: false });
  const said: string[] = [];
  const all = { ...natives, say: (_vm: Vm, v: Value) => (said.push(JSON.stringify(v)), None) };
  for (const [name, fn] of Object.entries(all)) dictSetText(vm, vm.builtins, name, newModuleFunction(vm, func("($module, v, /)", null, fn)(name), "builtins"));
  const reports: string[] = [];
  const run = (source: string) => (): void => void runSource(vm, source, "program", null);
  return { vm, run, said, reports, write: (text: string) => void reports.push(text) };
}

const plants: [kind: string, plant: (vm: Vm, v: Value) => Value, says: RegExp][] = [
  ["a count that nobody gives back", (_vm, v) => ((v as PyObject).rc++, None), /list of 0: counts 2, found 1\n {4}from dict of \d+\["kept"\], which is (module __main__|function <module>)/],
  ["a count given back twice", (_vm, v) => ((v as PyObject).rc--, None), /list of 0: counts 0, found 1\n {4}from dict of \d+\["kept"\]/],
  ["an object that nobody owns", (vm) => (listOfOwned(vm, [2, 3]), None), /list of 2: counts 1, found 0\n/],
  ["a field written without counting", (_vm, v) => (((v as Container).data as Value[]).push(v), None), /list of 1: counts 1, found 2\n[^]*from list of 1\[0\], which is dict/],
];

test.each(plants)("the audit by instructions names %s", (_kind, plant, says) => {
  const { vm, run, reports, write } = world({ plant });
  // What running a program for the first time imports is of no interest.
  run("pass")();
  const steps = auditSteps(vm, 1, 1, write);
  run("kept = []\nfor i in range(3):\n    pass\nplant(kept)\ni = 0\n")();
  expect(steps()).toBeGreaterThan(10);
  expect(reports.join("")).toMatch(/^audit: step \d+, sound at \d+, behind program:4 <module>, instruction \d+ CALL\n/);
  expect(reports.join("")).toMatch(says);
});

test("leak runs name what each round leaves, and where nobody holds it", () => {
  const { vm, run, reports, write } = world({ plant: (_vm, v) => ((v as PyObject).rc++, None) });
  expect(leakRun(vm, run("class Kept: pass\nplant([Kept()])\n"), 3, write)).toBeGreaterThan(0);
  expect(reports.join("")).toMatch(/^leaks: round 3 leaves \d+ containers behind\n[^]*list of 1, held by no container/);
});

test("fault runs name the point whose failing loses a count", () => {
  const faults: { hook: ((made: PyObject) => void) | null } = { hook: null };
  (globalThis as { vivariumFaults?: typeof faults }).vivariumFaults = faults;
  const careless = (vm: Vm, v: Value): Value => {
    (v as PyObject).rc++;
    const made = listOfOwned(vm, []);
    faults.hook?.(made);
    (made.data as Value[]).push(v);
    return note(vm, made);
  };
  const { vm, run, reports, write } = world({ careless });
  try {
    expect(faultRun(vm, run("kept = []\ntry: careless(kept)\nexcept MemoryError: say(1)\n"), 0, write)).toBe(1);
  } finally {
    delete (globalThis as { vivariumFaults?: typeof faults }).vivariumFaults;
  }
  expect(reports.join("")).toMatch(/^faults: after point 1, program:2 <module>, instruction \d+ CALL, in [^]*list of 0: counts 2, found 1\n {4}from dict of \d+\["kept"\][^]*faults: 1 of 1 points failed, 1 wrong\n$/);
});

test("a collection at every allocation shows a reference that was not counted", () => {
  let kept: Value = None;
  const natives = { keep: (_vm: Vm, v: Value) => ((kept = v), None), kept: () => ((kept as Container).data as Value[]).length };
  const program = "a = []\na.append(a)\nkeep(a)\ndel a\nmore = []\nfor i in range(60):\n    more.append([i])\nsay(kept(0))\n";
  const quiet = world(natives);
  quiet.run(program)();
  const collecting = world(natives);
  collectAlways(collecting.vm);
  collecting.run(program)();
  expect([quiet.said, collecting.said]).toEqual([["1"], ["0"]]);
});
