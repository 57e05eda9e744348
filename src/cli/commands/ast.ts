// glass ast FILE: what `python3.14 -m ast -a FILE` prints. See docs/cli.md.
import { dump } from "../../syntax/ast-dump.ts";
import { decodeSource } from "../../syntax/encoding.ts";
import { parse } from "../../syntax/parse.ts";
import type { ParseMode } from "../../syntax/parse.ts";
import { usage } from "../fault.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";
import { warningPrinter } from "../warnings.ts";

const MODES: readonly string[] = ["exec", "single", "eval", "func_type"];

export function main(argv: readonly string[]): number {
  return run((state) => {
    const args = readArguments(argv, {
      "include-attributes": { type: "boolean", short: "a" },
      mode: { type: "string", short: "m" },
      indent: { type: "string", short: "i" },
      "show-empty": { type: "boolean" },
    });
    const path = onePath(args);
    state.path = displayName(path);
    const mode = args.value("mode") ?? "exec";
    if (!MODES.includes(mode)) throw usage(`--mode is one of ${MODES.join(", ")}`);
    const indent = args.value("indent") ?? "3";
    if (!/^\d{1,3}$/.test(indent)) throw usage("--indent takes a number");
    const filename = displayName(path);
    const { text } = decodeSource(readInput(path), { filename, execInput: mode === "exec" });
    const tree = parse(text, { filename, mode: mode as ParseMode, typeComments: true, warn: warningPrinter(text) });
    writeOut(dump(tree, { includeAttributes: true, indent: Number(indent), showEmpty: args.flag("show-empty") }) + "\n");
    return 0;
  });
}
