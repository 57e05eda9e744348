// Options that `glass dis` and `glass pyc` share, named as those of `python3.14 -m dis`. See docs/cli.md.
import type { DisassembleOptions } from "../bytecode/disassemble.ts";
import type { Arguments } from "./run.ts";

export const DIS_OPTIONS = {
  "show-caches": { type: "boolean", short: "C" },
  "show-offsets": { type: "boolean", short: "O" },
  "show-positions": { type: "boolean", short: "P" },
  specialized: { type: "boolean", short: "S" },
} as const;

export function disassembleOptions(args: Arguments): DisassembleOptions {
  return {
    showCaches: args.flag("show-caches"),
    showOffsets: args.flag("show-offsets"),
    showPositions: args.flag("show-positions"),
    adaptive: args.flag("specialized"),
  };
}
