// Golden programs: each tests/golden/<area>/<behaviour>.py with the .out that CPython 3.14.8 printed. Run by golden.test.ts and by
// `npm run golden`.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL("./", import.meta.url));
/** Programs that show what docs say of Python's inside; their names here begin with "claims/". */
const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const command = fileURLToPath(new URL("../../bin/vivarium", import.meta.url));

/** The folder that a program is run in. */
export const rootOf = (name: string): string => (name.startsWith("claims/") ? examples : folder);

/** A program's file without its extension. */
export const pathOf = (name: string): string => join(rootOf(name), name);

/** Names ("area/behaviour") of all programs, sorted. */
function allPrograms(): string[] {
  const found: string[] = [];
  const walk = (root: string, path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.isDirectory() && entry.name !== "__pycache__") walk(root, full);
      else if (entry.name.endsWith(".py")) found.push(relative(root, full).slice(0, -3));
    }
  };
  walk(folder, folder);
  walk(examples, join(examples, "claims"));
  return found.sort();
}

const recorded = (name: string): boolean => existsSync(`${pathOf(name)}.out`);

/** Names of the programs that have a recorded output. */
export const programs = (): string[] => allPrograms().filter(recorded);

/** Names of the programs that have none yet. */
export const unrecorded = (): string[] => allPrograms().filter((name) => !recorded(name));

/** Stands at the end of the output of a program that was cut off. */
export const CUT_OFF = "(cut off after 30 s)\n";

/** What an interpreter prints for a program (stdout, then stderr after it), cut off after 30 s. */
export function outputOf(interpreter: string, name: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(interpreter, [`${name}.py`], { cwd: rootOf(name), env: { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0" } });
    let out = "";
    let err = "";
    const timer = setTimeout(() => {
      err += CUT_OFF;
      child.kill("SIGKILL");
    }, 30000);
    child.stdout.setEncoding("utf8").on("data", (data) => (out += data));
    child.stderr.setEncoding("utf8").on("data", (data) => (err += data));
    child.on("close", () => {
      clearTimeout(timer);
      // Tracebacks name programs by their absolute paths.
      resolve((out + err).replaceAll(rootOf(name), ""));
    });
  });
}

export function expected(name: string): string {
  return readFileSync(`${pathOf(name)}.out`, "utf8");
}

/** A program that printed something else than CPython, with the first line that differs. */
export interface Failure {
  readonly name: string;
  readonly line: number;
  readonly got: string | undefined;
  readonly wanted: string | undefined;
}

function firstDifference(name: string, got: string, wanted: string): Failure {
  const gotLines = got.split("\n");
  const wantedLines = wanted.split("\n");
  let line = 0;
  while (gotLines[line] === wantedLines[line]) line++;
  return { name, line: line + 1, got: gotLines[line], wanted: wantedLines[line] };
}

/** Runs programs two at a time; answers those that differ, sorted by name. */
export async function failures(names: readonly string[]): Promise<Failure[]> {
  const failed: Failure[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < names.length) {
      const name = names[next++]!;
      const got = await outputOf(command, name);
      const wanted = expected(name);
      if (got !== wanted) failed.push(firstDifference(name, got, wanted));
    }
  };
  await Promise.all([worker(), worker()]);
  return failed.sort((a, b) => (a.name < b.name ? -1 : 1));
}
