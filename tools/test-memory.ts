// `npm run test:leaks|test:faults|test:collect [-- FILTER...]` and the options of mode-runs.ts: golden programs in the test modes of memory, with what is wrong with each:
// leaks: three rounds in one Vm leave no container behind; faults: MemoryError at up to 100 allocations, one in each run, and an audit of what is left
// (`--exhaustive [--limit N]`: at every allocation of the programs that have at most N, 1,500 by default); collect: a collection at every allocation changes no output.
// See docs/memory.md.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folder } from "../tests/golden/golden.ts";
import { buildFaults } from "./build-faults.ts";
import { chooseRun, difference, type Program, runAll, runProgram, takeSwitch, type Verdict } from "./mode-runs.ts";

const [mode, ...args] = process.argv.slice(2);
const exhaustive = takeSwitch(args, "--exhaustive");
const at = args.indexOf("--limit");
const limit = at < 0 ? "1500" : args.splice(at, 2)[1]!;
const modes: Record<string, Record<string, string>> = { leaks: { VIVARIUM_LEAKS: "3" }, faults: { VIVARIUM_FAULTS: exhaustive ? `0:${limit}` : "100" }, collect: { VIVARIUM_COLLECT: "1", VIVARIUM_AUDIT: "0" } };
const settings = modes[mode ?? ""];
if (settings === undefined) {
  console.error("test-memory: leaks, faults or collect?");
  process.exit(2);
}
/** Programs whose garbage CPython's collector cannot find either: a datetime is not tracked, and these refer to a tzinfo whose class leads back to them. */
const uncollectable = new Set(mode === "leaks" ? readFileSync(`${folder}uncollectable.txt`, "utf8").split("\n") : []);
const run = chooseRun(exhaustive ? "faults, exhaustive" : mode!, args);
const command = mode === "faults" ? ["node", "--stack-size=6000", buildFaults()] : [fileURLToPath(new URL("../bin/vivarium", import.meta.url))];
/** How each mode says that it came to its end, with its number of points. */
const endings: Record<string, RegExp> = {
  leaks: /^leaks: (\d+) rounds, 0 containers left\n/m,
  faults: /^faults: (\d+) of \d+ points failed, 0 wrong\n/m,
  collect: /^collect: (\d+) collections\n/m,
};

/** What came of a program; undefined where it has too many points. */
function judge(program: Program): Omit<Verdict, "name"> | undefined {
  const { stdout, stderr, signal } = runProgram(command, program, settings!, 1800);
  if (/^faults: \d+ points are too many$/m.test(stderr)) return undefined;
  const ended = endings[mode!]!.exec(stderr);
  const points = Number((ended ?? /^(?:leaks|faults): (\d+) /m.exec(stderr))?.[1] ?? 0);
  const found = /^(leaks: round|faults: (?:after|before|point)|audit: \d+ counts)[^]*/m.exec(stderr)?.[0];
  if (uncollectable.has(program.name)) return { points, wrong: /^leaks: round \d+ leaves \d+ containers/m.test(found ?? "") ? "" : "leaves nothing behind, though uncollectable.txt says so" };
  if (found !== undefined) return { points, wrong: found.slice(0, 3000) };
  if (ended === null) return { points, wrong: `did not come to its end${signal === null ? "" : ` (${signal})`}: ${stderr.slice(-300)}` };
  if (mode !== "collect") return { points, wrong: "" };
  const told = stderr.replace(ended[0], "").replace(/^audit: \d+ times, .*\n/m, "");
  return { points, wrong: difference(program, stdout, told) };
}

runAll(run, judge);
