// `npm run test:audit [-- FILTER...] [--steps N] [--find]` and the options of mode-runs.ts: runs the golden programs with the audit on (every N steps and at the end), compares
// their output, and prints what is off: object, counts, owners, place. `--find` runs what fails again with ever narrower steps until the instruction is found.
import { fileURLToPath } from "node:url";
import { chooseRun, difference, type Program, runAll, runProgram, takeSwitch } from "./mode-runs.ts";

const args = process.argv.slice(2);
const at = args.indexOf("--steps");
const steps = at < 0 ? "0" : args.splice(at, 2)[1]!;
const finding = takeSwitch(args, "--find");
const command = [fileURLToPath(new URL("../bin/vivarium", import.meta.url))];

/** The report of the narrowest steps: the instruction behind which the first count is off. */
function find(program: Program): string {
  const look = (from: number, every: number): string => runProgram(command, program, { VIVARIUM_AUDIT: `steps:${from}:${every}` }, 600).stderr;
  const total = Number(/^audit: (\d+) instructions$/m.exec(look(0, 0))?.[1] ?? 0);
  let low = 0;
  let high = total;
  let report = `not found within ${total} instructions: it went wrong at the end\n`;
  for (;;) {
    const step = Math.max(1, Math.ceil((high - low) / 24));
    const found = /^audit: step (\d+), sound at (\d+), [^]*?(?=^audit: \d+ instructions)/m.exec(look(low + 1, step));
    if (found === null) return report;
    report = found[0];
    const last = high - low;
    high = Number(found[1]);
    low = Math.max(low, Number(found[2]));
    if (step === 1 || high - low >= last) return report;
  }
}

runAll(chooseRun("audit", args), (program) => {
  const { stdout, stderr, signal } = runProgram(command, program, { VIVARIUM_AUDIT: steps }, 600);
  const ended = /^audit: (\d+) times, \d+ objects at the end\n/m.exec(stderr);
  const points = Number(ended?.[1] ?? 0);
  const off = /^audit: \d+ counts are off[^]*/m.exec(stderr)?.[0];
  if (off !== undefined) return { points, wrong: `${off.slice(0, 2000)}${finding ? find(program) : ""}` };
  if (ended === null) return { points, wrong: `did not come to its end${signal === null ? "" : ` (${signal})`}: ${stderr.slice(-300)}` };
  return { points, wrong: difference(program, stdout, stderr.replace(ended[0], "")) };
});
