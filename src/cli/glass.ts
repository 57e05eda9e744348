// The command line of glass apart from its commands: --help, --version, and what there is not. bin/glass loads this only when the
// first argument names no command. See docs/cli.md.
import { usage } from "./fault.ts";
import { run } from "./run.ts";
import { writeOut } from "./streams.ts";

const HELP = `usage: glass COMMAND [OPTIONS] [FILE]

Shows what CPython 3.14 makes of a Python program, stage by stage. FILE may be - for standard input.

  glass tokens FILE      the tokens, as python3.14 -m tokenize -e
  glass ast FILE         the syntax tree, as python3.14 -m ast -a
      -m, --mode MODE    exec (default), single, eval or func_type
      -i, --indent N     spaces for each level (default 3)
      --show-empty       show empty lists too
  glass symtable FILE    the symbol tables, as python3.14 -m symtable
  glass dis FILE         the bytecode, as python3.14 -m dis
      -C, --show-caches  -O, --show-offsets  -P, --show-positions  -S, --specialized
  glass compile PATH...  makes .pyc files of sources and of whole folders
      -O, -OO            without asserts; without docstrings too
      --invalidation-mode MODE
                         timestamp (default), checked-hash or unchecked-hash
      -o, --output DIR   puts the .pyc files under DIR, not beside the sources
      -f, --force        also those that are up to date
      -v, --verbose      names each file that is compiled
  glass pyc FILE         header and bytecode of a .pyc (options as dis)
  glass tour [FILE]      all stages of a small program, one after the other

  glass --help, glass --version
`;

export function main(argv: readonly string[], version: string): number {
  return run(() => {
    const [first] = argv;
    if (first === "--version" || first === "-V") writeOut(`glass ${version} (CPython 3.14)\n`);
    else if (first === "--help" || first === "-h" || first === "help") writeOut(HELP);
    else if (first === undefined) throw usage("which command?");
    else if (first.startsWith("-")) throw usage(`unknown option ${first}`);
    else throw usage(`unknown command ${first}`);
    return 0;
  });
}
