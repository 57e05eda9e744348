// Feeds mutated sources to parser and compiler: nothing but a PythonError may come out, and in time.
//
//   npm run fuzz:source -- [--count N] [--seed S] [--limit MS] [--python PYTHON [--sample N]]
//
// With PYTHON a sample is also compared with CPython's answers. Exit status 1 after a host error, a hang or an inequality.
// See docs/syntax-errors.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compileOutcome } from "../tests/syntax/errors/outcome.ts";
import { mutate, random } from "./syntax-corpus/mutate.ts";
import { librarySeeds, ownSeeds } from "./syntax-corpus/seeds.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    limit: { type: "string", default: "2000" },
    python: { type: "string" },
    sample: { type: "string", default: "5000" },
  },
});
const count = Number(values.count);
const limit = Number(values.limit);
const next = random(Number(values.seed));
const seeds = [...ownSeeds(), ...librarySeeds()];
const sampleEvery = values.python === undefined ? 0 : Math.max(1, Math.floor(count / Number(values.sample)));

const questions: string[] = [];
const answers: string[] = [];
const kinds = new Map<string, number>();
let hostErrors = 0;
let late = 0;
let slowest = 0;
let errors = 0;
const began = performance.now();
for (let i = 0; i < count; i++) {
  let source = mutate(seeds[Math.floor(next() * seeds.length)], next);
  // Now and then several rounds, or a line of something else within.
  while (next() < 0.15) source = mutate(source, next);
  const mode = next() < 0.85 ? "exec" : next() < 0.6 ? "single" : "eval";
  const flags = next() < 0.1 ? 0x1000 : next() < 0.04 ? 0x4200 : 0;
  const start = performance.now();
  let outcome: readonly (string | number | null)[];
  try {
    outcome = compileOutcome(source, mode, flags);
  } catch (error) {
    hostErrors++;
    outcome = ["host error"];
    console.log(`host error ${String(error)}\n${error instanceof Error ? error.stack : ""}\n  for ${JSON.stringify(source)} ${mode} ${flags}`);
  }
  const took = performance.now() - start;
  if (took > slowest) slowest = took;
  if (took > limit) {
    late++;
    console.log(`${took.toFixed(0)} ms for ${JSON.stringify(source)} ${mode} ${flags}`);
  }
  const kind = String(outcome[0]);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kind !== "ok") errors++;
  if (sampleEvery > 0 && i % sampleEvery === 0) {
    questions.push(JSON.stringify([source, mode, flags]));
    answers.push(JSON.stringify(outcome.slice(0, 6)));
  }
}
const seconds = (performance.now() - began) / 1000;
console.log(`${count} sources in ${seconds.toFixed(0)} s: ${errors} with an error, ${hostErrors} host errors, ${late} over ${limit} ms, slowest ${slowest.toFixed(0)} ms`);
console.log([...kinds].map(([kind, n]) => `${kind} ${n}`).join(", "));

let unequal = 0;
if (values.python !== undefined) {
  const scratch = mkdtempSync(join(tmpdir(), "fuzz-source-"));
  writeFileSync(join(scratch, "questions"), `${questions.join("\n")}\n`);
  const recorder = fileURLToPath(new URL("./syntax-corpus/record.py", import.meta.url));
  execFileSync(values.python, [recorder, "ask", join(scratch, "questions"), join(scratch, "answers")], { stdio: "inherit" });
  const rows = readFileSync(join(scratch, "answers"), "utf8").trimEnd().split("\n");
  rmSync(scratch, { recursive: true });
  rows.forEach((row, i) => {
    const [source, mode, flags, stage, ...error] = JSON.parse(row);
    const expected = JSON.stringify(stage === "ok" ? ["ok"] : error.slice(0, 6));
    if (expected === answers[i]) return;
    if (++unequal <= 20) console.log(`${JSON.stringify(source)} ${mode} ${flags}\n  CPython: ${expected}\n  ours:    ${answers[i]}`);
  });
  console.log(`compared with CPython: ${rows.length - unequal} of ${rows.length} equal (${((100 * (rows.length - unequal)) / rows.length).toFixed(2)} %)`);
}
process.exitCode = hostErrors + late + unequal > 0 ? 1 : 0;
