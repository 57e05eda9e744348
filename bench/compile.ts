// `npm run bench -- [PYTHON]`: the speed of the front end beside CPython's, in one run, in turns. CPU time is compared, because it depends least on
// what else the machine does. PYTHON is a CPython 3.14 (or $PYTHON); without one only our own times are given. Needs a build.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const WARM_ROUNDS = 7;
const COLD_ROUNDS = 3;
const python = process.argv[2] ?? process.env["PYTHON"];
const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "front-end-bench-"));
const library = join(folder, "library");

/** Compiles all files of a folder once per line that it reads, and answers with the CPU seconds. */
const PYTHON_WORKER = `
import pathlib, sys, time, warnings
warnings.simplefilter("ignore")
files = [(str(p), p.read_bytes()) for p in sorted(pathlib.Path(sys.argv[1]).rglob("*.py"))]
for line in sys.stdin:
    start = time.process_time()
    for name, data in files:
        compile(data, name, "exec", dont_inherit=True, optimize=0)
    print(time.process_time() - start, flush=True)
`;
const OUR_WORKER = `
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { compile } from ${JSON.stringify(join(root, "dist/index.js"))};
const top = process.argv[2];
const files = readdirSync(top, { recursive: true }).filter((n) => n.endsWith(".py")).sort().map((n) => [top + "/" + n, readFileSync(top + "/" + n)]);
for await (const line of createInterface({ input: process.stdin })) {
  const start = process.cpuUsage();
  for (const [name, data] of files) compile(data, { filename: name });
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1e6);
}
`;

/** The library's files go to disk, so that both read the same. */
function unpack(): number {
  const zip = readFileSync(fileURLToPath(import.meta.resolve("pyodide/python_stdlib.zip")));
  const entries = Object.entries(unzipSync(zip, { filter: (file) => file.name.endsWith(".py") }));
  for (const [name, bytes] of entries) {
    mkdirSync(dirname(join(library, name)), { recursive: true });
    writeFileSync(join(library, name), bytes);
  }
  return entries.length;
}

interface Worker {
  round(): Promise<number>;
  end(): void;
}

function start(command: string, ...args: string[]): Worker {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async round() {
      child.stdin.write("\n");
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${command} ended`);
      return Number(value);
    },
    end: () => child.stdin.end(),
  };
}

/** Wall and CPU seconds of a command and its children. */
function cold(command: readonly string[]): number {
  const quoted = command.map((arg) => `'${arg}'`).join(" ");
  const { stdout, status, stderr } = spawnSync("/bin/sh", ["-c", `${quoted} > /dev/null 2>&1; status=$?; times; exit $status`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${quoted}: ${stderr}`);
  let seconds = 0;
  for (const [, minutes, rest] of (stdout.trim().split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)) seconds += 60 * Number(minutes) + Number(rest);
  return seconds;
}

const best = (values: number[]): number => Math.min(...values);
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const show = (values: number[]): string => `best ${best(values).toFixed(2)} s, median ${median(values).toFixed(2)} s`;

const count = unpack();
const script = join(folder, "worker.mjs");
writeFileSync(script, OUR_WORKER);
const workers = [start(process.execPath, script, library)];
if (python !== undefined) workers.push(start(python, "-c", PYTHON_WORKER, library));
else console.log("No CPython given (npm run bench -- PYTHON, or $PYTHON): comparisons are skipped, only our own times follow.");

for (let i = 0; i < 3; i++) await workers[0]!.round();
const warm: number[][] = workers.map(() => []);
for (let i = 0; i < WARM_ROUNDS; i++) {
  for (const [which, worker] of workers.entries()) warm[which]!.push(await worker.round());
}
for (const worker of workers) worker.end();
console.log(`warm, ${count} files compiled, ${WARM_ROUNDS} rounds: ours ${show(warm[0]!)}`);
if (warm[1] !== undefined) {
  console.log(`  CPython ${show(warm[1])}`);
  console.log(`  ratio of medians ${(median(warm[0]!) / median(warm[1])).toFixed(2)} (goal: at most 2)`);
}

const glass = join(root, "bin/glass");
const ourCold: number[] = [];
const theirCold: number[] = [];
for (let i = 0; i < COLD_ROUNDS; i++) {
  ourCold.push(cold([process.execPath, glass, "compile", "-f", "-o", join(folder, "out"), library]));
  if (python !== undefined) theirCold.push(cold([python, "-m", "compileall", "-q", "-f", library]));
}
console.log(`cold, glass compile of all files, ${COLD_ROUNDS} rounds: ours ${show(ourCold)}`);
if (theirCold.length > 0) {
  console.log(`  compileall ${show(theirCold)}`);
  console.log(`  ratio of medians ${(median(ourCold) / median(theirCold)).toFixed(2)} (goal: at most 6)`);
}
rmSync(folder, { recursive: true });
