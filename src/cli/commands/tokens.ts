// glass tokens FILE: what `python3.14 -m tokenize -e FILE` prints. See docs/cli.md.
import { dumpTokens } from "../../syntax/tokenize-dump.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeErr, writeOut } from "../streams.ts";

export function main(argv: readonly string[]): number {
  return run((state) => {
    const path = onePath(readArguments(argv, { exact: { type: "boolean", short: "e" } }));
    state.path = displayName(path);
    const stdin = path === "-";
    const { text, error } = dumpTokens(readInput(path), { filename: displayName(path), exact: true, stdin });
    // With a file, tokenize collects all tokens before it prints the first.
    if (error === null || stdin) writeOut(text);
    if (error === null) return 0;
    writeErr(error);
    return 1;
  });
}
