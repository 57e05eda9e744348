// `npm run test:audit [-- FILTER...] [--every N] [--find]`: runs the golden programs with the audit on (every N steps and at the end), compares their output, and
// prints what is off: object, counts, owners, place. `--find` runs what fails again with ever narrower steps until the instruction is found.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { expected, folder, programs, rootOf } from "../tests/golden/golden.ts";

const args = process.argv.slice(2);
const at = args.indexOf("--every");
const every = at < 0 ? "0" : args.splice(at, 2)[1]!;
const finding = args.indexOf("--find");
if (finding >= 0) args.splice(finding, 1);
const command = fileURLToPath(new URL("../bin/vivarium", import.meta.url));
const differing = new Set(readFileSync(`${folder}differing.txt`, "utf8").split("\n"));
const chosen = programs().filter((name) => args.length === 0 || args.some((filter) => name.includes(filter)));

function run(name: string, setting: string): { stdout: string; stderr: string } {
  return spawnSync(command, [`${name}.py`], { cwd: rootOf(name), encoding: "utf8", timeout: 600_000, maxBuffer: 2 ** 28, env: { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0", VIVARIUM_AUDIT: setting } });
}

/** The report of the narrowest steps: the instruction behind which the first count is off. */
function find(name: string): string {
  const total = Number(/^audit: (\d+) instructions$/m.exec(run(name, "steps:0:0").stderr)?.[1] ?? 0);
  let low = 0;
  let high = total;
  let report = `not found within ${total} instructions: it went wrong at the end\n`;
  for (;;) {
    const step = Math.max(1, Math.ceil((high - low) / 24));
    const { stderr } = run(name, `steps:${low + 1}:${step}`);
    const found = /^audit: step (\d+), sound at (\d+), [^]*?(?=^audit: \d+ instructions)/m.exec(stderr);
    if (found === null) return report;
    report = found[0];
    const last = high - low;
    high = Number(found[1]);
    low = Math.max(low, Number(found[2]));
    if (step === 1 || high - low >= last) return report;
  }
}

let clean = 0;
for (const name of chosen) {
  const { stdout, stderr } = run(name, every);
  const from = stderr.indexOf("audit: ");
  if (from >= 0) console.log(`${name}\n${stderr.slice(from, from + 2000)}${finding < 0 ? "" : find(name)}`);
  else if (!differing.has(name) && (stdout + stderr).replaceAll(rootOf(name), "") !== expected(name)) console.log(`${name}: output differs`);
  else clean++;
}
console.log(`programs with every count right: ${clean} of ${chosen.length}`);
if (clean < chosen.length) process.exitCode = 1;
