// `npm run golden -- [FILTER...] [--record PYTHON]`: runs the golden programs whose names contain a filter (all without one), prints the
// names that differ and n of N. --record writes what PYTHON (a native CPython 3.14.8) prints for programs that have no recording yet.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { CUT_OFF, failures, outputOf, pathOf, programs, unrecorded } from "../tests/golden/golden.ts";

const args = process.argv.slice(2);
const at = args.indexOf("--record");
const python = at < 0 ? undefined : args[at + 1];
if (at >= 0) {
  const version = python === undefined ? undefined : spawnSync(python, ["-V"], { encoding: "utf8" }).stdout;
  if (python === undefined || !version?.startsWith("Python 3.14")) {
    console.error("golden: --record needs the path of a CPython 3.14");
    process.exit(2);
  }
  args.splice(at, 2);
}
const chosen = (name: string): boolean => args.length === 0 || args.some((filter) => name.includes(filter));

if (python !== undefined) {
  for (const name of unrecorded().filter(chosen)) {
    const output = await outputOf(python, name);
    if (output.endsWith(CUT_OFF)) {
      console.error(`golden: ${name} does not end within 30 s, not recorded`);
      process.exit(1);
    }
    writeFileSync(`${pathOf(name)}.out`, output);
    console.log(`recorded: ${name}`);
  }
}
const all = programs().filter(chosen);
const failed = await failures(all);
for (const { name, line, got, wanted } of failed) console.log(`differs: ${name}, line ${line}: ${JSON.stringify(got)}, CPython: ${JSON.stringify(wanted)}`);
console.log(`golden programs equal to CPython 3.14.8: ${all.length - failed.length} of ${all.length}`);
