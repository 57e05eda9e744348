// The options of python3 as `vivarium` takes them. Mirrors Python/getopt.c and config_parse_cmdline. See docs/cli.md.
import type { StartConfig } from "../vm/config.ts";

export type Run = { kind: "command"; source: string } | { kind: "module"; name: string } | { kind: "file"; path: string } | { kind: "stdin"; dash: boolean };

export interface Options {
  config: Partial<StartConfig>;
  run: Run;
  rest: string[];
  /** How often -V was given. */
  version: number;
  help: "usage" | "env" | "xoptions" | "all" | null;
}

/** Reads the command line; a string is what is wrong with it. */
export function parseOptions(argv: readonly string[]): Options | string {
  const config: Partial<StartConfig> = { warnOptions: [], xOptions: [] };
  const result: Options = { config, run: { kind: "stdin", dash: false }, rest: [], version: 0, help: null };
  let i = 0;
  const finish = (run: Run, from: number): Options => {
    result.run = run;
    result.rest = argv.slice(from);
    return result;
  };
  for (; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === "-" || !arg.startsWith("-")) break;
    if (arg === "--") {
      i++;
      break;
    }
    if (arg.startsWith("--")) {
      const problem = longOption(arg, argv[i + 1], result);
      if (problem !== null) return problem;
      if (result.help !== null) return result;
      if (arg === "--check-hash-based-pycs") i++;
      continue;
    }
    for (let k = 1; k < arg.length; k++) {
      const c = arg[k]!;
      if ("cmWX".includes(c)) {
        const value = k + 1 < arg.length ? arg.slice(k + 1) : argv[++i];
        if (value === undefined) return `Argument expected for the -${c} option`;
        if (c === "c") return finish({ kind: "command", source: value }, i + 1);
        if (c === "m") return finish({ kind: "module", name: value }, i + 1);
        if (c === "W") config.warnOptions!.push(value);
        else addXOption(config, value);
        break;
      }
      if (!shortOption(c, result)) return `Unknown option: -${c}`;
      if (result.help !== null) return result;
    }
  }
  const file = argv[i];
  if (file === undefined) return finish({ kind: "stdin", dash: false }, i);
  if (file === "-") return finish({ kind: "stdin", dash: true }, i + 1);
  return finish({ kind: "file", path: file }, i + 1);
}

function longOption(arg: string, next: string | undefined, result: Options): string | null {
  switch (arg) {
    case "--help": result.help = "usage"; return null;
    case "--help-env": result.help = "env"; return null;
    case "--help-xoptions": result.help = "xoptions"; return null;
    case "--help-all": result.help = "all"; return null;
    case "--version": result.version++; return null;
    case "--check-hash-based-pycs":
      if (next === undefined) return "Argument expected for the --check-hash-based-pycs options";
      if (!["always", "default", "never"].includes(next)) return "--check-hash-based-pycs must be one of 'default', 'always', or 'never'";
      result.config.checkHashPycs = next;
      return null;
    default:
      return `Unknown option: ${arg}`;
  }
}

function shortOption(c: string, result: Options): boolean {
  const { config } = result;
  switch (c) {
    case "b": config.bytesWarning = (config.bytesWarning ?? 0) + 1; return true;
    case "B": config.dontWriteBytecode = true; return true;
    case "d": config.debug = (config.debug ?? 0) + 1; return true;
    case "E": config.ignoreEnvironment = true; return true;
    case "h":
    case "?": result.help = "usage"; return true;
    case "i": config.inspect = true; config.interactive = true; return true;
    case "I": config.isolated = true; config.ignoreEnvironment = true; config.noUserSite = true; config.safePath = true; return true;
    case "O": config.optimize = (config.optimize ?? 0) + 1; return true;
    case "P": config.safePath = true; return true;
    case "q": config.quiet = true; return true;
    case "R": config.randomHash = true; return true;
    case "s": config.noUserSite = true; return true;
    case "S": config.site = false; return true;
    // Accepted and ignored, as it always was.
    case "t": return true;
    case "u": config.unbuffered = true; return true;
    case "v": config.verbose = (config.verbose ?? 0) + 1; return true;
    case "V": result.version++; return true;
    case "x": config.skipFirstLine = true; return true;
    default: return false;
  }
}

function addXOption(config: Partial<StartConfig>, value: string): void {
  const equals = value.indexOf("=");
  const name = equals < 0 ? value : value.slice(0, equals);
  config.xOptions!.push([name, equals < 0 ? true : value.slice(equals + 1)]);
}
