// glass dis FILE: what `python3.14 -m dis FILE` prints, with its options. See docs/cli.md.
import { disassemble } from "../../bytecode/disassemble.ts";
import { compileSource } from "../compile-source.ts";
import { DIS_OPTIONS, disassembleOptions } from "../dis-options.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";

export function main(argv: readonly string[]): number {
  return run((state) => {
    const args = readArguments(argv, DIS_OPTIONS);
    const path = onePath(args);
    state.path = displayName(path);
    writeOut(disassemble(compileSource(readInput(path), displayName(path), 0), disassembleOptions(args)));
    return 0;
  });
}
