// What the runs of golden programs in test modes have in common (test-audit.ts, test-memory.ts): the choice of programs, the log by which a long run goes on after
// an interruption or is put together from shards, and the line of totals. See docs/memory.md.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expected, folder, programs, rootOf } from "../tests/golden/golden.ts";

/** A program to run: what it should print is known of the golden ones, and of others that have a `.out` beside them. */
export interface Program {
  readonly name: string;
  readonly root: string;
  readonly wanted: string | undefined;
}

/** What came of a program: "" for nothing wrong. Points are what was looked at: audits, rounds, collections or allocations that failed. */
export interface Verdict {
  readonly name: string;
  readonly wrong: string;
  readonly points: number;
}

export interface ModeRun {
  readonly mode: string;
  readonly programs: readonly Program[];
  /** The file that keeps verdicts; programs found sound there are not run again. */
  readonly log: string | undefined;
}

function takeOption(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

/** Takes a switch out of the arguments. */
export function takeSwitch(args: string[], name: string): boolean {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}

function goldenPrograms(): Program[] {
  const differing = new Set(readFileSync(`${folder}differing.txt`, "utf8").split("\n"));
  return programs().map((name) => ({ name, root: rootOf(name), wanted: differing.has(name) ? undefined : expected(name) }));
}

function programsIn(path: string): Program[] {
  const root = `${resolve(path)}/`;
  const names = readdirSync(root).filter((file) => file.endsWith(".py")).map((file) => file.slice(0, -3)).sort();
  return names.map((name) => ({ name, root, wanted: existsSync(join(root, `${name}.out`)) ? readFileSync(join(root, `${name}.out`), "utf8") : undefined }));
}

/** Reads `[FILTER...] [--every N] [--shard I/N] [--log FILE] [--in FOLDER]`: which programs are run, and where their verdicts are kept. */
export function chooseRun(mode: string, args: string[]): ModeRun {
  const every = Number(takeOption(args, "--every") ?? 1);
  const shard = takeOption(args, "--shard");
  const log = takeOption(args, "--log");
  const from = takeOption(args, "--in");
  const [index, count] = (shard ?? "1/1").split("/").map(Number);
  if (!(every >= 1 && index! >= 1 && count! >= index!)) throw new Error("--every N and --shard I/N take numbers, I from 1 to N");
  const filtered = (from === undefined ? goldenPrograms() : programsIn(from)).filter(({ name }) => args.length === 0 || args.some((filter) => name.includes(filter)));
  return { mode, programs: filtered.filter((_, i) => i % every === 0).filter((_, i) => i % count! === index! - 1), log };
}

/** The newest verdict of each program that the log keeps of this mode. */
function logged({ mode, log }: ModeRun): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  if (log === undefined || !existsSync(log)) return verdicts;
  for (const line of readFileSync(log, "utf8").split("\n")) {
    if (line === "") continue;
    const entry = JSON.parse(line) as Verdict & { mode: string };
    if (entry.mode === mode) verdicts.set(entry.name, entry);
  }
  return verdicts;
}

/** Judges each program that the log does not call sound (undefined: left out), tells what is wrong, and prints the totals of log and run together. */
export function runAll(run: ModeRun, judge: (program: Program) => Omit<Verdict, "name"> | undefined): void {
  const verdicts = logged(run);
  for (const program of run.programs) {
    const { name } = program;
    if (verdicts.get(name)?.wrong === "") continue;
    const judged = judge(program);
    if (judged === undefined) continue;
    const verdict = { name, ...judged };
    verdicts.set(name, verdict);
    if (verdict.wrong !== "") console.log(`${name}\n${verdict.wrong}`);
    if (run.log !== undefined) appendFileSync(run.log, `${JSON.stringify({ mode: run.mode, ...verdict })}\n`);
  }
  const all = [...verdicts.values()];
  const wrong = all.filter((v) => v.wrong !== "").length;
  console.log(`${run.mode}: ${all.length} programs, ${all.reduce((n, v) => n + v.points, 0)} points, ${wrong} wrong`);
  if (wrong > 0) process.exitCode = 1;
}

/** Runs a program with an interpreter, as the golden programs are run. */
export function runProgram(command: readonly string[], { name, root }: Program, settings: Record<string, string>, seconds: number): { stdout: string; stderr: string; signal: string | null } {
  const environment = { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0", VIVARIUM_TOTALS: "1", ...settings };
  return spawnSync(command[0]!, [...command.slice(1), `${name}.py`], { cwd: root, encoding: "utf8", timeout: seconds * 1000, killSignal: "SIGKILL", maxBuffer: 2 ** 28, env: environment });
}

/** The first line that a program printed otherwise than it should, apart from the test mode's own lines; "" for none. */
export function difference({ root, wanted }: Program, stdout: string, stderr: string): string {
  const got = (stdout + stderr).replaceAll(root, "");
  if (wanted === undefined || got === wanted) return "";
  const [gotLines, wantedLines] = [got.split("\n"), wanted.split("\n")];
  const at = gotLines.findIndex((line, i) => line !== wantedLines[i]);
  return `output differs in line ${at + 1}: ${JSON.stringify(gotLines[at])} instead of ${JSON.stringify(wantedLines[at])}`;
}
