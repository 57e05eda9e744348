// `npm run bench:machine -- --python PATH [--rounds N] [--other PATH] [--best] [NAME...]`: the programs of bench/programs on ours and on PATH's Python,
// in turns, with the CPU time of each (user + system; median of the rounds), the ratio, and the peak memory (node's own empty peak taken off
// ours). With --other, another vivarium takes part in the same turns: before and after a change. See docs/speed.md.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Cost, geometricMean, measure, median } from "./measure.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string", default: "python3.14" },
    other: { type: "string" },
    rounds: { type: "string", default: "3" },
    best: { type: "boolean", default: false },
    "no-native": { type: "boolean", default: false },
  },
});
const { python } = values;
const folder = fileURLToPath(new URL("./programs", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => basename(file, ".py"))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .sort();
const summary = values.best ? (times: readonly number[]) => Math.min(...times) : median;

interface Subject {
  label: string;
  command: readonly string[];
}
const ours: Subject = { label: "vivarium", command: [fileURLToPath(new URL("../bin/vivarium", import.meta.url))] };
const native: Subject = { label: "python", command: [python] };
const subjects = values["no-native"] ? [ours] : [ours, native];
if (values.other !== undefined) subjects.push({ label: "other", command: [values.other] });

const emptyNode = Math.min(...[1, 2, 3].map(() => measure(python, [process.execPath, "-e", "0"]).peak));
const ratios: number[] = [];
const wallRatios: number[] = [];
const otherRatios: number[] = [];
const memoryRatios: number[] = [];
console.log(`CPU seconds, ${values.best ? "best" : "median"} of ${values.rounds} interleaved rounds; peak memory in MiB (${emptyNode.toFixed(0)} of node taken off ours)`);
console.log(`${"program".padEnd(15)}${subjects.map((s) => s.label.padStart(9)).join("")}   ratio${values.other === undefined ? "" : "   other"}   memory  python  ratio`);
for (const name of names) {
  const costs = new Map<Subject, Cost[]>(subjects.map((s) => [s, []]));
  let note = "";
  for (let round = 0; round < Number(values.rounds); round++) {
    const outputs = new Set<string>();
    for (const subject of subjects) {
      try {
        const cost = measure(python, [...subject.command, join(folder, `${name}.py`)], folder);
        costs.get(subject)!.push(cost);
        outputs.add(cost.output);
      } catch (error) {
        note = ` FAILED: ${String(error).slice(0, 300)}`;
        break;
      }
    }
    if (note !== "") break;
    if (outputs.size > 1) note = " OUTPUT DIFFERS";
  }
  const cpu = (s: Subject) => summary(costs.get(s)!.map((c) => c.cpu));
  if (note.startsWith(" FAILED")) {
    console.log(name.padEnd(15) + note);
    continue;
  }
  const other = subjects.find((s) => s.label === "other");
  const ratio = values["no-native"] ? NaN : cpu(ours) / cpu(native);
  ratios.push(ratio);
  const wall = (s: Subject) => summary(costs.get(s)!.map((c) => c.wall));
  if (!values["no-native"]) wallRatios.push(wall(ours) / wall(native));
  let line = name.padEnd(15) + subjects.map((s) => cpu(s).toFixed(2).padStart(9)).join("") + ratio.toFixed(2).padStart(8);
  if (other !== undefined) {
    const r = cpu(other) / cpu(ours);
    otherRatios.push(r);
    line += r.toFixed(3).padStart(8);
  }
  const peak = Math.max(...costs.get(ours)!.map((c) => c.peak)) - emptyNode;
  line += peak.toFixed(0).padStart(9);
  if (!values["no-native"]) {
    const theirs = Math.max(...costs.get(native)!.map((c) => c.peak));
    memoryRatios.push(peak / theirs);
    line += theirs.toFixed(0).padStart(8) + (peak / theirs).toFixed(1).padStart(7);
  }
  console.log(line + note);
}
console.log(`geometric mean of ${ratios.length} ratios: ${geometricMean(ratios).toFixed(2)}, highest ${Math.max(...ratios).toFixed(2)} (goals: at most 4 and 10)`);
// V8 compiles and collects in threads of its own: where a second core is free, a program takes less time than CPU time.
if (wallRatios.length > 0) console.log(`by the clock: geometric mean ${geometricMean(wallRatios).toFixed(2)}, highest ${Math.max(...wallRatios).toFixed(2)}`);
if (memoryRatios.length > 0) console.log(`peak memory: geometric mean ${geometricMean(memoryRatios).toFixed(2)}, highest ${Math.max(...memoryRatios).toFixed(2)} (goal: at most 4)`);
if (otherRatios.length > 0) console.log(`other / vivarium: ${geometricMean(otherRatios).toFixed(3)}`);
