// CPython in Pyodide, with the describing half of tools/compare-code at hand.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const folder = new URL("../../node_modules/pyodide/", import.meta.url);
const script = new URL("../../tools/compare-code/dump-code.py", import.meta.url);

/** Calls a Python function by its name with strings and numbers. */
export type Ask = (name: string, ...args: (string | number)[]) => string;

/** Starts Pyodide and runs `program`, which finds `dump(code, lines)` and `text(str)` there. */
export async function startCPython(program: string): Promise<Ask> {
  const pyodide = await loadPyodide({ indexURL: folder.pathname });
  pyodide.runPython(readFileSync(script, "utf8").replace(/\nmain\(\)\s*$/, "\n"));
  pyodide.runPython(program);
  return (name, ...args) => (pyodide.globals.get(name) as (...args: unknown[]) => string)(...args);
}

/** The pinned standard library: Python files of Pyodide's zip. */
export function libraryZip(): Uint8Array {
  return readFileSync(new URL("python_stdlib.zip", folder));
}
