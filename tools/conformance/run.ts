// Runs one of CPython's test modules in a process of its own, by tests/cpython/driver.py.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Case {
  id: string;
  status: string;
  reason: string;
}

export interface ModuleRun {
  /** done, skip, import (with the reason) or lost: the interpreter ended, or was ended, before the module did. */
  status: string;
  reason: string;
  cases: Case[];
}

export interface RunOptions {
  command: string[];
  /** Folder that holds the package `test`. */
  lib: string;
  module: string;
  hideSupport: boolean;
  environment: Record<string, string>;
}

const driver = fileURLToPath(new URL("../../tests/cpython/driver.py", import.meta.url));
const SECONDS = 300;

/** A module's name, or those of a test package's modules (test_importlib.source.test_finder ...). */
export function modulesOf(lib: string, name: string): string[] {
  const path = join(lib, "test", ...name.split("."));
  if (!existsSync(path) || !statSync(path).isDirectory()) return [name];
  const found = /^ +(async )?def test/m.test(readFileSync(join(path, "__init__.py"), "utf8")) ? [name] : [];
  for (const entry of readdirSync(path).sort()) {
    if (existsSync(join(path, entry, "__init__.py"))) found.push(...modulesOf(lib, `${name}.${entry}`));
    else if (/^test\w*\.py$/.test(entry)) found.push(`${name}.${entry.slice(0, -3)}`);
  }
  return found;
}

export async function runModule(options: RunOptions): Promise<ModuleRun> {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  const results = join(folder, "results");
  try {
    await new Promise<void>((resolve) => {
      const [command, ...first] = options.command;
      const env = { PATH: process.env["PATH"], LANG: "C.UTF-8", TERM: "dumb", HOME: folder, TMPDIR: folder, ...options.environment };
      const args = [...first, driver, options.lib, options.module, results, ...(options.hideSupport ? ["--hide-support"] : [])];
      const child = spawn(command!, args, { cwd: folder, env, stdio: "ignore" });
      const timer = setTimeout(() => child.kill("SIGKILL"), SECONDS * 1000);
      child.on("close", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return read(existsSync(results) ? readFileSync(results, "utf8") : "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(text: string): ModuleRun {
  const run: ModuleRun = { status: "lost", reason: "", cases: [] };
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const [status = "", id = "", reason = ""] = line.split("\t");
    if (status === "start") open = id;
    else if (status === "module") {
      if (run.status !== "import") [run.status, run.reason] = [id, reason];
    }
    else if (id.startsWith("unittest.loader._FailedTest")) [run.status, run.reason] = ["import", reason];
    else if (status !== "") {
      run.cases.push({ id, status, reason });
      open = undefined;
    }
  }
  if (open !== undefined) run.cases.push({ id: open, status: "crash", reason: "the interpreter ended, or was ended, in this test" });
  return run;
}
