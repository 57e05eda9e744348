// `npm run bench:start`: what `glass ast` of a ten-line file costs beside `node -e 0`. The two run in turns, many times; given are the
// medians of the ratios' parts: wall time, and CPU time (user + system). Needs a build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = `import os

def total(items, start=0):
    for item in items:
        if item > start:
            print(item, os.sep)
    return [item for item in items]

class Point:
    x: int = 3
`;

const glass = fileURLToPath(new URL("../bin/glass", import.meta.url));
const runs = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), "glass-bench-"));
const file = join(folder, "ten.py");
writeFileSync(file, PROGRAM);

interface Times {
  wall: number[];
  cpu: number[];
}


/** The CPU time of the child comes from the shell: `times` gives that of its children in its second line. */
function measure(args: readonly string[]): { wall: number; cpu: number } {
  const start = performance.now();
  const command = args.map((arg) => `'${arg}'`).join(" ");
  const child = spawnSync("/bin/sh", ["-c", `${command} > /dev/null; times`], { encoding: "utf8" });
  const wall = performance.now() - start;
  if (child.status !== 0) throw new Error(child.stderr);
  const line = child.stdout.trim().split("\n")[1] ?? "";
  let cpu = 0;
  for (const [, minutes, seconds] of line.matchAll(/(\d+)m([\d.]+)s/g)) cpu += 60_000 * Number(minutes) + 1000 * Number(seconds);
  return { wall, cpu };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

const subjects: Record<string, { args: string[]; times: Times }> = {
  "node -e 0": { args: [process.execPath, "-e", "0"], times: { wall: [], cpu: [] } },
  "glass ast": { args: [process.execPath, glass, "ast", file], times: { wall: [], cpu: [] } },
};
for (const { args } of Object.values(subjects)) measure(args);
for (let i = 0; i < runs; i++) {
  for (const { args, times } of Object.values(subjects)) {
    const { wall, cpu } = measure(args);
    times.wall.push(wall);
    times.cpu.push(cpu);
  }
}
rmSync(folder, { recursive: true });

const [node, ours] = Object.values(subjects).map(({ times }) => times) as [Times, Times];
for (const [name, { times }] of Object.entries(subjects)) {
  console.log(`${name}: wall ${median(times.wall).toFixed(1)} ms (median), CPU ${mean(times.cpu).toFixed(1)} ms (mean), ${runs} runs`);
}
console.log(`ratio: wall ${(median(ours.wall) / median(node.wall)).toFixed(2)}, CPU ${(mean(ours.cpu) / mean(node.cpu)).toFixed(2)} (goal: at most 1.50)`);
