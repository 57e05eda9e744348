// glass dis FILE: what `python3.14 -m dis FILE` prints, with its options. See docs/cli.md.
import { disassemble } from "../../bytecode/disassemble.ts";
import { compileSource } from "../compile-source.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";

export const DIS_OPTIONS = {
  "show-caches": { type: "boolean", short: "C" },
  "show-offsets": { type: "boolean", short: "O" },
  "show-positions": { type: "boolean", short: "P" },
  specialized: { type: "boolean", short: "S" },
} as const;

export function main(argv: readonly string[]): number {
  return run(() => {
    const args = readArguments(argv, DIS_OPTIONS);
    const path = onePath(args);
    const code = compileSource(readInput(path), displayName(path), 0);
    const text = disassemble(code, {
      showCaches: args.flag("show-caches"),
      showOffsets: args.flag("show-offsets"),
      showPositions: args.flag("show-positions"),
      adaptive: args.flag("specialized"),
    });
    writeOut(text);
    return 0;
  });
}
