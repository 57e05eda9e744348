// The matcher against CPython's: `npx tsx bench/regex/run.ts <python 3.14 command>` bundles this file and prints milliseconds
// (CPU time, best of several) and their ratio.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compileProgram } from "../../src/modules/_sre/engine-compile.ts";
import type { Program } from "../../src/modules/_sre/engine-compile.ts";
import { MatchState } from "../../src/modules/_sre/engine-state.ts";
import { advance, match, searchNext } from "../../src/modules/_sre/engine.ts";

type Case = [string, number[], number, number, string, string];

function run(program: Program, state: MatchState, subject: string, how: string): number {
  let n = 0;
  if (how === "finditer") {
    state.begin(program, subject);
    while (searchNext(program, state)) {
      state.spans(program.groups);
      advance(state);
      n++;
    }
  } else if (how === "scan") {
    for (let pos = 0; pos < subject.length; ) {
      if (!match(program, state, subject, pos) || state.ptr === pos) pos++;
      else {
        state.spans(program.groups);
        pos = state.ptr;
        n++;
      }
    }
  } else {
    for (; n < 20_000; n++) if (match(program, state, subject)) state.spans(program.groups);
  }
  return n;
}

function milliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const script = process.env["REGEX_CASES"] ?? fileURLToPath(new URL("cases.py", import.meta.url));
const python = process.argv[2] ?? "python3.14";
const ask = (...args: string[]): any => JSON.parse(execFileSync(python, [script, ...args], { encoding: "utf8", maxBuffer: 1 << 28 }));
const cases = ask() as Case[];
const native = ask("--time") as [string, number, number][];
const state = new MatchState();
let product = 1;
cases.forEach(([name, code, groups, flags, subject, how], i) => {
  const program = compileProgram(code, flags, groups)!;
  const begun = milliseconds();
  let n = run(program, state, subject, how);
  const first = milliseconds() - begun;
  let best = Infinity;
  for (let k = 0; k < 30; k++) {
    const start = milliseconds();
    n = run(program, state, subject, how);
    best = Math.min(best, milliseconds() - start);
  }
  const [, theirs, count] = native[i]!;
  if (n !== count) throw new Error(`${name}: ${n} matches, CPython has ${count}`);
  product *= best / theirs;
  console.log(`${name.padEnd(24)} ${best.toFixed(2).padStart(8)} ms  CPython ${theirs.toFixed(2).padStart(8)} ms  ratio ${(best / theirs).toFixed(2).padStart(5)}  first run ${first.toFixed(1)} ms`);
});
console.log(`geometric mean ${(product ** (1 / cases.length)).toFixed(2)}`);
