// What a command costs: CPU time (user + system) and peak memory of exactly that child. Node cannot ask for these, so a Python with os.wait4
// starts the child. See docs/speed.md.
import { spawnSync } from "node:child_process";

export interface Cost {
  /** Seconds of user and system time. */
  cpu: number;
  wall: number;
  /** Peak resident memory in MiB. */
  peak: number;
  output: string;
  status: number;
}

const WAITER = `
import os, sys, time
start = time.perf_counter()
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, use = os.wait4(pid, 0)
wall = time.perf_counter() - start
os.write(2, f"\\n{use.ru_utime + use.ru_stime} {wall} {use.ru_maxrss / 1024} {os.waitstatus_to_exitcode(status)}".encode())
`;

/** Runs a command to its end with the given Python as its parent. */
export function measure(python: string, command: readonly string[], cwd?: string, env: NodeJS.ProcessEnv = process.env): Cost {
  const child = spawnSync(python, ["-I", "-S", "-c", WAITER, ...command], { encoding: "utf8", maxBuffer: 1 << 28, cwd, env });
  if (child.error !== undefined) {
    console.error(`${python} does not start (${(child.error as NodeJS.ErrnoException).code}): --python PATH names a CPython 3.14`);
    process.exit(2);
  }
  const last = child.stderr.slice(child.stderr.lastIndexOf("\n") + 1);
  const [cpu, wall, peak, status] = last.split(" ").map(Number);
  if (child.status !== 0 || cpu === undefined || Number.isNaN(cpu)) throw new Error(`${command.join(" ")}: ${child.stderr}`);
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${child.stderr}`);
  return { cpu, wall: wall!, peak: peak!, output: child.stdout, status: status! };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, v) => sum + Math.log(v), 0) / values.length);
}
