// `npm run test:leaks|test:faults|test:collect [-- FILTER... --every N]`: golden programs (every N-th) in the test modes of memory, with what is wrong with each:
// leaks: three rounds in one Vm leave no container behind; faults: MemoryError at up to 100 allocations, one in each run, and an audit after each
// (`--exhaustive`: at every allocation of the programs that have at most 1,500); collect: a collection at every allocation changes no output. See docs/memory.md.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { expected, folder, programs, rootOf } from "../tests/golden/golden.ts";
import { buildFaults } from "./build-faults.ts";

const [mode, ...args] = process.argv.slice(2);
const exhaustive = args.indexOf("--exhaustive");
if (exhaustive >= 0) args.splice(exhaustive, 1);
const at = args.indexOf("--every");
const every = at < 0 ? 1 : Number(args.splice(at, 2)[1]);
const modes: Record<string, Record<string, string>> = { leaks: { VIVARIUM_LEAKS: "3" }, faults: { VIVARIUM_FAULTS: exhaustive < 0 ? "100" : "0:1500" }, collect: { VIVARIUM_COLLECT: "1", VIVARIUM_AUDIT: "0" } };
const settings = modes[mode ?? ""];
if (settings === undefined) {
  console.error("test-memory: leaks, faults or collect?");
  process.exit(2);
}
let command = [fileURLToPath(new URL("../bin/vivarium", import.meta.url))];
if (mode === "faults") command = ["node", "--stack-size=6000", buildFaults()];
const differing = new Set(readFileSync(`${folder}differing.txt`, "utf8").split("\n"));
const chosen = programs().filter((name) => args.length === 0 || args.some((filter) => name.includes(filter))).filter((_, i) => i % every === 0);

/** What is wrong with a program's run; "" for nothing, undefined where it was not made. */
function judge(name: string): string | undefined {
  const { stdout, stderr, signal } = spawnSync(command[0]!, [...command.slice(1), `${name}.py`], { cwd: rootOf(name), encoding: "utf8", timeout: 900_000, maxBuffer: 2 ** 28, env: { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0", ...settings } });
  if (signal !== null) return `ended by ${signal}`;
  const found = /^(leaks: round|faults: (?:after|before|point)|audit: )[^]*/m.exec(stderr)?.[0];
  if (found !== undefined) return found.slice(0, 1500);
  if (mode === "collect" && !differing.has(name) && (stdout + stderr).replaceAll(rootOf(name), "") !== expected(name)) return "output differs";
  if (mode !== "faults") return "";
  if (/^faults: \d+ points are too many$/m.test(stderr)) return undefined;
  const ended = /^faults: (\d+) of \d+ points failed, 0 wrong$/m.exec(stderr);
  if (ended === null) return `did not come to its end: ${stderr.slice(-300)}`;
  points += Number(ended[1]);
  return "";
}

let points = 0;
let clean = 0;
let all = 0;
for (const name of chosen) {
  const wrong = judge(name);
  if (wrong === undefined) continue;
  all++;
  if (wrong === "") clean++;
  else console.log(`${name}\n${wrong}`);
}
console.log(`programs clean in the mode ${mode}: ${clean} of ${all}${mode === "faults" ? ` (${points} points in the clean ones)` : ""}`);
if (clean < all) process.exitCode = 1;
