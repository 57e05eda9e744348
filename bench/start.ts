// `npm run bench:start`: what `vivarium -c pass` and `glass ast` of a ten-line file cost beside `node -e 0`. They run in turns, many times; given are the
// medians of wall time and of CPU time (user + system), and their ratios. Needs a build. See docs/startup.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

const root = fileURLToPath(new URL("../", import.meta.url));
const runs = Number(process.argv[2] ?? 40);
const folder = mkdtempSync(join(tmpdir(), "start-bench-"));
const file = join(folder, "ten.py");
writeFileSync(file, PROGRAM);

interface Subject {
  readonly args: readonly string[];
  readonly environment?: Record<string, string>;
  /** What the ratio is to be at most. */
  readonly goal?: number;
  readonly wall: number[];
  readonly cpu: number[];
}

/** The CPU time of the child comes from the shell: `times` gives that of its children in its second line. Five children, because it counts in hundredths of a second. */
function measure({ args, environment, wall, cpu }: Subject): void {
  const command = args.map((arg) => `'${arg}'`).join(" ");
  const start = performance.now();
  const child = spawnSync("/bin/sh", ["-c", `for i in 1 2 3 4 5; do ${command} > /dev/null || exit 1; done; times`], { encoding: "utf8", env: { ...process.env, ...environment } });
  wall.push((performance.now() - start) / 5);
  if (child.status !== 0) throw new Error(child.stderr);
  const line = child.stdout.trim().split("\n")[1] ?? "";
  let used = 0;
  for (const [, minutes, seconds] of line.matchAll(/(\d+)m([\d.]+)s/g)) used += 60_000 * Number(minutes) + 1000 * Number(seconds);
  cpu.push(used / 5);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

const subject = (args: readonly string[], goal?: number, environment?: Record<string, string>): Subject => ({ args, ...(goal === undefined ? {} : { goal }), ...(environment === undefined ? {} : { environment }), wall: [], cpu: [] });
const vivarium = join(root, "bin/vivarium");
const subjects: Record<string, Subject> = {
  "node -e 0": subject([process.execPath, "-e", "0"]),
  "glass ast FILE": subject([process.execPath, join(root, "bin/glass"), "ast", file], 1.5),
  "vivarium -c pass": subject([vivarium, "-c", "pass"], 1.7),
  "vivarium -c pass, no image": subject([vivarium, "-c", "pass"], undefined, { VIVARIUM_NO_IMAGE: "1" }),
};
if (!existsSync(join(root, "dist/image/launch"))) console.log("there is no start-up image: npm run image");
for (let i = 0; i < Math.max(1, runs / 5); i++) for (const one of Object.values(subjects)) measure(one);
rmSync(folder, { recursive: true });

const [node] = Object.values(subjects) as [Subject];
for (const [name, { goal, wall, cpu }] of Object.entries(subjects)) {
  const ratio = (times: readonly number[], to: readonly number[]): string => (median(times) / median(to)).toFixed(2);
  console.log(`${name.padEnd(28)} wall ${median(wall).toFixed(1).padStart(6)} ms, ${ratio(wall, node.wall)} of node; CPU ${median(cpu).toFixed(1).padStart(6)} ms, ${ratio(cpu, node.cpu)} of node${goal === undefined ? "" : ` (goal: ${goal.toFixed(2)})`}`);
}
