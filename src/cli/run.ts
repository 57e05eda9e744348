// What every command has in common: its options, its exit status, its way to fail. See docs/cli.md.
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { PythonError } from "../base/python-error.ts";
import { Fault, usage } from "./fault.ts";
import { BrokenPipe, writeErr } from "./streams.ts";
import { errorText } from "./error-text.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Arguments {
  flag(name: string): boolean;
  value(name: string): string | undefined;
  readonly paths: readonly string[];
}

/** Reads a command's arguments; `-` and what follows `--` are paths. Raises a Fault of status 2. */
export function readArguments(argv: readonly string[], options: Options): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: argv as string[], options, allowPositionals: true, strict: true });
    return {
      flag: (name) => values[name] === true,
      value: (name) => values[name] as string | undefined,
      paths: positionals,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [first = message] = message.split(/\. |\n/);
    throw usage(first.charAt(0).toLowerCase() + first.slice(1));
  }
}

/** The one path of a command that takes one; standard input when there is none. */
export function onePath({ paths }: Arguments): string {
  if (paths.length > 1) throw usage(`one file at a time, not ${paths.length}`);
  return paths[0] ?? "-";
}

/** What a command says of itself while it runs. */
export interface RunState {
  /** The file at work, for errors that name none. */
  path: string | null;
}

/** Runs a command and answers its exit status. Only a bug of ours gets through as an exception. */
export function run(command: (state: RunState) => number): number {
  const state: RunState = { path: null };
  try {
    return command(state);
  } catch (error) {
    if (error instanceof BrokenPipe) return 0;
    if (error instanceof Fault) {
      writeErr(`glass: ${error.message}\n`);
      return error.status;
    }
    if (error instanceof PythonError) {
      writeErr(errorText(error, state.path));
      return 1;
    }
    throw error;
  }
}
