// The options of python3 as `vivarium` takes them. Mirrors Python/getopt.c and initconfig.c. See docs/cli.md.
import type { StartConfig } from "../vm/config.ts";

export type Run = { kind: "command"; source: string } | { kind: "module"; name: string } | { kind: "file"; path: string } | { kind: "stdin" };

export interface Options {
  config: Partial<StartConfig>;
  run: Run;
  rest: string[];
  version: string | null;
  help: string | null;
}

const VERSION = "Python 3.14.8\n";

const HELP = `usage: vivarium [option] ... [-c cmd | -m mod | file | -] [arg] ...
Runs Python 3.14 programs.
-b     : warn about comparing bytes with str; -bb: raise errors
-B     : do not write .pyc files
-c cmd : run the program given as text
-d     : accepted, without effect
-E     : ignore PYTHON* environment variables
-h     : print this text
-i     : look at things interactively after running the script
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run a library module as a script
-O     : remove assert statements; -OO: docstrings too
-P     : do not put a possibly unsafe path in front of sys.path
-q     : no version line when interactive
-s     : no user site directory
-S     : do not import site
-u     : unbuffered stdout and stderr
-v     : say what is imported
-V     : print the version
-W arg : warning control
-x     : skip the first line of the source
-X opt : set an implementation option
--check-hash-based-pycs always|default|never
file   : program read from a script file, a folder or a zip file
-      : program read from standard input
`;

/** Reads the command line; a string is what is wrong with it. */
export function parseOptions(argv: readonly string[]): Options | string {
  const config: Partial<StartConfig> = { warnOptions: [], xOptions: [] };
  const result: Options = { config, run: { kind: "stdin" }, rest: [], version: null, help: null };
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
    if (arg === "--help" || arg === "--version") {
      if (arg === "--help") result.help = HELP;
      else result.version = VERSION;
      return result;
    }
    if (arg === "--check-hash-based-pycs") {
      const mode = argv[++i];
      if (mode === undefined || !["always", "default", "never"].includes(mode)) return "--check-hash-based-pycs must be one of 'default', 'always', or 'never'";
      config.checkHashPycs = mode;
      continue;
    }
    if (arg.startsWith("--")) return `unknown option ${arg}`;
    for (let k = 1; k < arg.length; k++) {
      const c = arg[k]!;
      if ("cmWX".includes(c)) {
        const value = k + 1 < arg.length ? arg.slice(k + 1) : argv[++i];
        if (value === undefined) return `Argument expected for the -${c} option`;
        if (c === "c") return finish({ kind: "command", source: value }, i + 1);
        if (c === "m") return finish({ kind: "module", name: value }, i + 1);
        if (c === "W") config.warnOptions!.push(value);
        else setX(config, value);
        break;
      }
      switch (c) {
        case "b": config.bytesWarning = (config.bytesWarning ?? 0) + 1; break;
        case "B": config.dontWriteBytecode = true; break;
        case "d": config.debug = (config.debug ?? 0) + 1; break;
        case "E": config.ignoreEnvironment = true; break;
        case "h":
        case "?": result.help = HELP; return result;
        case "i": config.inspect = true; config.interactive = true; break;
        case "I": config.isolated = true; config.ignoreEnvironment = true; config.noUserSite = true; config.safePath = true; break;
        case "O": config.optimize = (config.optimize ?? 0) + 1; break;
        case "P": config.safePath = true; break;
        case "q": config.quiet = true; break;
        case "s": config.noUserSite = true; break;
        case "S": config.site = false; break;
        case "u": config.unbuffered = true; break;
        case "v": config.verbose = (config.verbose ?? 0) + 1; break;
        case "V": result.version = VERSION; return result;
        case "x": break;
        default: return `Unknown option: -${c}`;
      }
    }
  }
  const file = argv[i];
  if (file === undefined) return finish({ kind: "stdin" }, i);
  if (file === "-") return finish({ kind: "stdin" }, i + 1);
  return finish({ kind: "file", path: file }, i + 1);
}

function setX(config: Partial<StartConfig>, value: string): void {
  const equals = value.indexOf("=");
  const name = equals < 0 ? value : value.slice(0, equals);
  const text = equals < 0 ? true : value.slice(equals + 1);
  config.xOptions!.push([name, text]);
  if (name === "dev") config.devMode = true;
  if (name === "utf8") config.utf8Mode = text === "0" ? 0 : 1;
  if (name === "int_max_str_digits" && typeof text === "string") config.intMaxStrDigits = Number(text);
}

/** Prints what is wrong with the command line; answers its exit status. */
export function usageError(message: string): number {
  process.stderr.write(`${message}\nusage: vivarium [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry 'vivarium -h' for more information.\n`);
  return 2;
}
