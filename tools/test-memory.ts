// `npm run test:leaks|test:faults|test:collect [-- FILTER...]`: golden programs in the test modes of memory: three rounds in one Vm leave no
// container behind; MemoryError at up to 40 allocations, one in each run, and an audit after each; a collection at every allocation
// changes no output. See docs/memory.md.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expected, folder, programs } from "../tests/golden/golden.ts";

const [mode, ...filters] = process.argv.slice(2);
const modes: Record<string, Record<string, string>> = { leaks: { VIVARIUM_LEAKS: "3" }, faults: { VIVARIUM_FAULTS: "40" }, collect: { VIVARIUM_COLLECT: "1", VIVARIUM_AUDIT: "0" } };
const settings = modes[mode ?? ""];
if (settings === undefined) {
  console.error("test-memory: leaks, faults or collect?");
  process.exit(2);
}
const command = fileURLToPath(new URL("../bin/vivarium", import.meta.url));
const chosen = programs().filter((name) => !name.startsWith("claims/") && (filters.length === 0 || filters.some((filter) => name.includes(filter))));
let clean = 0;
for (const name of chosen) {
  const { stdout, stderr, signal } = spawnSync(command, [`${name}.py`], { cwd: folder, encoding: "utf8", timeout: 120_000, maxBuffer: 2 ** 28, env: { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0", ...settings } });
  const found = /^(leaks: round|faults: after|faults: point|audit: )[^]*/m.exec(stderr)?.[0];
  if (signal !== null) console.log(`${name}: ended by ${signal}`);
  else if (found !== undefined) console.log(`${name}\n${found.slice(0, 1500)}`);
  else if (mode === "collect" && (stdout + stderr).replaceAll(folder, "") !== expected(name)) console.log(`${name}: output differs`);
  else if (mode === "faults" && !/^faults: \d+ of/m.test(stderr)) console.log(`${name}: did not come to its end`);
  else clean++;
}
console.log(`programs clean in the mode ${mode}: ${clean} of ${chosen.length}`);
if (clean < chosen.length) process.exitCode = 1;
