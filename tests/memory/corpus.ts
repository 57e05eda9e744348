// The recorded programs about memory (corpus.json, written by record.py from CPython 3.14.8), each run in a Vm of its own, all in one process.
import { readFileSync } from "node:fs";
import type { Vivarium as Class } from "../../src/node.ts";

interface Program {
  readonly name: string;
  readonly source: string;
  readonly output: string;
}

export const corpus = JSON.parse(readFileSync(new URL("./corpus.json", import.meta.url), "utf8")) as readonly Program[];

/** What a program prints, on the build; with modelled addresses where it prints what id() answers. */
export function outputOf(Vivarium: typeof Class, source: string, memoryModel = false): string {
  const python = new Vivarium({ memoryModel });
  let trouble = "";
  try {
    python.run(source, "program.py");
  } catch (error) {
    const { type, traceback } = error as { type?: string; traceback?: string };
    if (type !== "SystemExit") trouble = traceback ?? String(error);
  }
  python.close();
  return python.output() + python.output(2) + trouble;
}

/** Programs of this family show addresses. */
export const showsAddresses = (name: string): boolean => name.startsWith("ids/");
