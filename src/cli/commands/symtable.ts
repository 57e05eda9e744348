// glass symtable FILE: what `python3.14 -m symtable FILE` prints. See docs/cli.md.
import { futureFromAst } from "../../compiler/future.ts";
import { dumpSymtable } from "../../compiler/symtable-dump.ts";
import { buildSymtable } from "../../compiler/symtable/build.ts";
import { decodeSource } from "../../syntax/encoding.ts";
import { parse } from "../../syntax/parse.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";
import { warningPrinter } from "../warnings.ts";

export function main(argv: readonly string[]): number {
  return run((state) => {
    const path = onePath(readArguments(argv, {}));
    state.path = displayName(path);
    const filename = displayName(path);
    const { text } = decodeSource(readInput(path), { filename });
    const tree = parse(text, { filename, warn: warningPrinter(text) });
    const symtable = buildSymtable(tree, filename, futureFromAst(tree, filename, text), text);
    writeOut(dumpSymtable(symtable));
    return 0;
  });
}
