// The command `vivarium`: python3's options, then a script, -c, -m, standard input. Mirrors Modules/main.c. See docs/cli.md.
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setFlagsFromString, startupSnapshot } from "node:v8";
import { runInThisContext } from "node:vm";
import { DamagedLibrary } from "../host/library/format.ts";
import type { LibraryPlace } from "../host/node/mounted-files.ts";
import { nodeHost } from "../host/node/node-host.ts";
import type { Host } from "../host/host.ts";
import { toFault } from "../host/node/node-fault.ts";
import { F_OK, pathBytes, S_IFDIR, S_IFMT } from "../host/posix.ts";
import { PyError } from "../core/object.ts";
import { audit, type AuditSize, auditReport, startAudit } from "../vm/audit.ts";
import { auditSteps } from "../vm/audit-steps.ts";
import { type BootImage, bootImage, fitsImage, wakeImage, withoutZone } from "../vm/boot-image.ts";
import { defaultConfig, type StartConfig } from "../vm/config.ts";
import { doors } from "../vm/doors.ts";
import { MissingLibrary } from "../vm/frozen.ts";
import { baseRepl, runPrompt, runStartup } from "../vm/repl.ts";
import { collectAlways, faultRun, leakRun, TIDY } from "../vm/test-modes.ts";
import { finishVm, StartFault, startVm } from "../vm/startup.ts";
import { hasMain, INTERRUPTED, isCompiled, mainModule, prependPath, reportUncaught, runCompiled, runModule, runSource } from "../vm/run-main.ts";
import type { Vm } from "../vm/vm.ts";
import { coerceLocale, completeConfig, ConfigFault } from "./vivarium-config.ts";
import { HELP, HELP_ENV, HELP_XOPTIONS, USAGE } from "./vivarium-help.ts";
import { type Options, parseOptions } from "./vivarium-options.ts";

const VERSION = "3.14.8";

/** Where dist/ is; a program may change the current folder. */
const place = { dist: "" };

/** The text of a part of this bundle (tools/cut-bundle.ts), which begins with the bundle's stamp. */
export function partText(name: string, stamp: string): string {
  const text = readFileSync(join(place.dist, "vivarium-parts", `${name}.js`), "latin1");
  if (!text.startsWith(stamp)) throw new Error(`vivarium-parts/${name}.js is not of this build`);
  return text;
}

/** A program that uses what most programs use. */
const REHEARSAL = `import sys
def function(a, b=1, *args, **kwargs):
    for i in range(2):
        if a < b: a += i
    return [a, b], {"a": a}, f"{a} {b!r}"
class Class:
    def __init__(self, x): self.x = x
try:
    function(Class(1).x, *(2, 3), k="v")[0][5]
except IndexError as error:
    print(str(error), end="", file=open("/dev/null", "w"))
`;

/** Run by Node's snapshot builder: boots the machine, which the processes that start with the snapshot wake. */
export function buildImage(here: string): void {
  place.dist = here;
  const library = bundled(here);
  // V8 keeps the code of functions that have run, if only once: so one start is made and forgotten.
  setFlagsFromString("--no-flush-bytecode");
  rehearse(library);
  const image = bootImage(nodeHost({ argv: [], executable: "", library }), library.folder);
  setFlagsFromString("--flush-bytecode");
  startupSnapshot.setDeserializeMainFunction(() => {
    // The launcher gives its own place first; the package may have moved.
    const [, launcher, ...args] = process.argv;
    // A start calls each function a few times: its code need not be compiled to machine code yet.
    setFlagsFromString("--no-sparkplug");
    process.exit(main(args, resolve(realpathSync(launcher!), "../../dist"), image));
  });
}

/** A whole start and end as most processes have it, with a host that leaves nothing in Node. */
function rehearse(library: LibraryPlace): void {
  const host: Host = { ...nodeHost({ argv: [], executable: "", library }), signals: undefined };
  const config: StartConfig = { ...defaultConfig(), library: library.folder, path: [library.folder], argv: ["-c"], stdioErrors: "strict" };
  const vm = wakeImage(bootImage(host, library.folder), { ...host, clock: withoutZone(host.clock) }, config);
  prependPath(vm, "");
  runSource(vm, REHEARSAL, "<string>", null);
  finishVm(vm);
}

let replacing = false;

/** A native's loop over much data is entered once: V8 may replace its code while it runs ("on-stack replacement"). */
function replaceRunningLoops(): void {
  if (!replacing) setFlagsFromString("--use-osr");
  replacing = true;
}

/** Runs the command line; answers the exit status. */
export function main(given: readonly string[], here: string, image?: BootImage): number {
  try {
    return runCommand(given, here, image);
  } catch (error) {
    if (!(error instanceof DamagedLibrary)) throw error;
    process.stderr.write(`vivarium: ${bundled(here).file} is damaged: ${error.message}; install the package anew (or run npm run build)\n`);
    return 1;
  }
}

function runCommand(given: readonly string[], here: string, image: BootImage | undefined): number {
  place.dist = here;
  restoreEnvironment();
  const argv = exactArguments(given);
  const totals = takeTotals();
  const executable = process.env["VIVARIUM_EXECUTABLE"] ?? resolve(here, "../bin/vivarium");
  const host = nodeHost({ argv, executable, library: bundled(here), longWork: replaceRunningLoops });
  const say = (fd: number, text: string): void => void host.files.write(fd, new TextEncoder().encode(text));
  const options = parseOptions(argv);
  if (typeof options === "string") {
    say(2, `${options}\nusage: ${executable} ${USAGE}\nTry \`python -h' for more information.\n`);
    return 2;
  }
  if (options.help !== null) {
    say(1, helpText(options.help, executable));
    return 0;
  }
  if (options.version > 0) {
    say(1, options.version > 1 ? `Python ${VERSION} (main, Oct  1 2026, 00:00:00) [Vivarium]\n` : `Python ${VERSION}\n`);
    return 0;
  }
  const config = makeConfig(options, argv, executable, here, host);
  if (config.xOptions.some(([name]) => name === "boxed-ints")) {
    say(2, "vivarium: there is no -X boxed-ints: ints within 2**53 are JavaScript numbers, which have no identity or count of their own (docs/memory.md)\n");
    return 2;
  }
  try {
    const warning = coerceLocale(config, process.env);
    if (warning !== null) say(2, warning);
    completeConfig(config, process.env);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    say(2, `Fatal Python error: ${error.message}\nPython runtime state: ${error.state}\n\n`);
    return 1;
  }
  const support = process.env["VIVARIUM_TEST_SUPPORT"];
  if (support !== undefined && support !== "") config.moreModules = loadModules(support);
  let vm: Vm;
  try {
    vm = image !== undefined && fitsImage(image, config) ? wakeImage(image, host, config) : startVm(host, config);
  } catch (error) {
    if (error instanceof StartFault) {
      say(2, `Fatal Python error: ${error.message}\nPython runtime state: core initialized\n${error.cause}\n\n`);
      return 1;
    }
    if (!(error instanceof MissingLibrary)) throw error;
    say(2, pathReport(config, error));
    return 1;
  }
  vm.baseRepl = () => baseRepl(vm);
  if (image !== undefined) setFlagsFromString("--sparkplug");
  // The evaluation loop is entered anew every few milliseconds, so V8 need not compile it a second time to replace it while it runs.
  setFlagsFromString("--no-use-osr");
  const auditing = process.env["VIVARIUM_AUDIT"];
  const beside = auditing === undefined ? null : beginAudit(vm, auditing);
  let status = runMode(vm, totals, () => runProgram(vm, host, config, options));
  if (beside !== null) reportAudit(vm, totals, beside);
  if (wantsPrompt(host, config, options)) {
    config.interactive = true;
    status = runPrompt(vm, options.run.kind !== "stdin");
  }
  try {
    if (!finishVm(vm)) status = 120;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    status = reportUncaught(vm, error);
  }
  if (status === INTERRUPTED) host.environment.abort(2);
  return status;
}

const MALLOC = ["MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"];

/** Takes back what the launcher did to the environment for Node's sake: the program sees what its caller gave. */
function restoreEnvironment(): void {
  const certificates = process.env["VIVARIUM_NODE_EXTRA_CA_CERTS"];
  if (certificates !== undefined) {
    process.env["NODE_EXTRA_CA_CERTS"] ??= certificates;
    delete process.env["VIVARIUM_NODE_EXTRA_CA_CERTS"];
  }
  if (process.env["VIVARIUM_MALLOC"] !== undefined) for (const name of ["VIVARIUM_MALLOC", ...MALLOC]) delete process.env[name];
}

/** Test modes of memory (vm/test-modes.ts): VIVARIUM_LEAKS=rounds, VIVARIUM_FAULTS=points[:limit] (0: all), VIVARIUM_COLLECT=1; else the program runs once. */
function runMode(vm: Vm, totals: boolean, run: () => number): number {
  const write = (text: string): void => void process.stderr.write(text);
  const { VIVARIUM_LEAKS: rounds, VIVARIUM_FAULTS: points, VIVARIUM_COLLECT: always } = process.env;
  if (rounds !== undefined) {
    const left = leakRun(vm, run, Number(rounds), write, () => void runSource(vm, TIDY, "<tidy>", null));
    if (totals) write(`leaks: ${rounds} rounds, ${left} containers left\n`);
    return left > 0 ? 1 : 0;
  }
  if (points !== undefined) {
    const [most, limit] = points.split(":").map(Number);
    return faultRun(vm, run, most!, write, limit) > 0 ? 1 : 0;
  }
  if (always === undefined) return run();
  const collections = collectAlways(vm);
  const status = run();
  if (totals) write(`collect: ${collections()} collections\n`);
  return status;
}

/**
 * Whether a test mode tells what it looked at also where nothing is wrong (VIVARIUM_TOTALS): otherwise it is silent, and the output is the program's own. It is not
 * handed on to programs that the program starts.
 */
function takeTotals(): boolean {
  const totals = process.env["VIVARIUM_TOTALS"] !== undefined;
  delete process.env["VIVARIUM_TOTALS"];
  return totals;
}

/** What an audit that runs beside the program tells at the end: its instructions (where they were counted), and how often it looked. */
interface Auditing {
  readonly instructions: (() => number) | null;
  readonly times: () => number;
}

/** Test mode VIVARIUM_AUDIT=n: the counts are checked every n steps of work and at the end; steps:FROM:EVERY: before chosen instructions (vm/audit-steps.ts). */
function beginAudit(vm: Vm, setting: string): Auditing {
  const write = (text: string): void => void process.stderr.write(text);
  const chosen = /^steps:(\d+):(\d+)$/.exec(setting);
  if (chosen === null) return { instructions: null, times: startAudit(vm, Number(setting), write) };
  const instructions = auditSteps(vm, Number(chosen[1]), Number(chosen[2]), write);
  return { instructions, times: () => 0 };
}

/** The same before the Vm is taken down. */
function reportAudit(vm: Vm, totals: boolean, { instructions, times }: Auditing): void {
  if (instructions !== null) process.stderr.write(`audit: ${instructions()} instructions\n`);
  const seen: AuditSize = { objects: 0 };
  const wrong = audit(vm, seen);
  if (wrong.length > 0) process.stderr.write(auditReport(vm, wrong, 1000));
  if (totals) process.stderr.write(`audit: ${times() + 1} times, ${seen.objects} objects at the end\n`);
}

/** The arguments with undecodable bytes escaped as Python does; Node would replace them. */
function exactArguments(given: readonly string[]): readonly string[] {
  if (!given.some((arg) => arg.includes("\ufffd"))) return given;
  try {
    const all = readFileSync("/proc/self/cmdline");
    const parts: Uint8Array[] = [];
    for (let at = 0; at < all.length; ) {
      const end = all.indexOf(0, at);
      parts.push(all.subarray(at, end));
      at = end + 1;
    }
    return parts.slice(parts.length - given.length).map(escapeUndecodable);
  } catch {
    return given;
  }
}

/** UTF-8 with surrogateescape, by the smallest pieces that decode. */
function escapeUndecodable(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    let size = 1;
    for (; size <= 4; size++) {
      try {
        text += decoder.decode(bytes.subarray(at, at + size));
        break;
      } catch {
        // Not yet, or never.
      }
    }
    if (size > 4 || at + size > bytes.length) {
      text += String.fromCharCode(0xdc00 + bytes[at]!);
      size = 1;
    }
    at += size;
  }
  return text;
}

/** What is known about the paths, when the library is not where they say. */
function pathReport(config: StartConfig, error: MissingLibrary): string {
  const home = process.env["PYTHONHOME"];
  const quoted = (text: string | undefined): string => (text === undefined || text === "" ? "(not set)" : `'${text}'`);
  const lines = ["Python path configuration:", `  PYTHONHOME = ${quoted(home)}`, `  PYTHONPATH = ${quoted(process.env["PYTHONPATH"])}`, `  program name = '${config.executable}'`, `  sys.executable = '${config.executable}'`, "  sys.path = [", ...config.path.map((p) => `    '${p}',`), "  ]"];
  return `${lines.join("\n")}\nFatal Python error: Failed to import encodings module\nPython runtime state: core initialized\nModuleNotFoundError: No module named 'encodings' (${error.message})\n`;
}

function helpText(which: NonNullable<Options["help"]>, executable: string): string {
  const usage = `usage: ${executable} ${USAGE}\n${HELP}`;
  if (which === "usage") return usage;
  if (which === "env") return HELP_ENV;
  return which === "xoptions" ? HELP_XOPTIONS : `${usage}\n${HELP_ENV}\n${HELP_XOPTIONS}`;
}

function makeConfig(options: Options, argv: readonly string[], executable: string, here: string, host: Host): StartConfig {
  const { run, rest } = options;
  const config: StartConfig = { ...defaultConfig(), ...options.config };
  const environment = config.ignoreEnvironment ? {} : process.env;
  const home = environment["PYTHONHOME"];
  config.library = home === undefined || home === "" ? bundled(here).folder : libraryOf(host, home);
  const extra = environment["PYTHONPATH"];
  config.path = [...(extra === undefined || extra === "" ? [] : extra.split(":")), config.library];
  config.executable = executable;
  config.origArgv = [executable, ...argv];
  const name = run.kind === "command" ? "-c" : run.kind === "module" ? "-m" : run.kind === "file" ? run.path : run.dash ? "-" : "";
  config.argv = [name, ...rest];
  return config;
}

function runProgram(vm: Vm, host: Host, config: StartConfig, options: Options): number {
  const { run } = options;
  const safe = config.safePath || config.isolated;
  if (run.kind === "command") {
    if (!safe) prependPath(vm, "");
    return runSource(vm, `${dedent(run.source)}\n`, "<string>", null);
  }
  if (run.kind === "module") {
    if (!safe) prependPath(vm, currentFolder());
    return runModule(vm, run.name, true);
  }
  if (run.kind === "stdin") {
    if (!safe) prependPath(vm, "");
    if (host.files?.isatty(0) === true || config.interactive) {
      mainModule(vm);
      runStartup(vm);
      return 0;
    }
    return runSource(vm, readAll(), "<stdin>", null);
  }
  return runFile(vm, host, config, run.path, safe);
}

function runFile(vm: Vm, host: Host, config: StartConfig, path: string, safe: boolean): number {
  // Absolute, but otherwise as it was given.
  const file = path.startsWith("/") ? path : `${currentFolder()}/${path}`;
  const refuse = (message: string, status: number): number => {
    host.files?.write(2, new TextEncoder().encode(`${config.executable}: ${message}\n`));
    return status;
  };
  let source: Uint8Array;
  try {
    if (isFolder(host, path) || hasMain(vm, file)) {
      prependPath(vm, file);
      return runModule(vm, "__main__", false);
    }
    source = readFile(host, path);
  } catch (error) {
    const fault = toFault(error, "open");
    if (fault.code === "EISDIR") return refuse(`'${path}' is a directory, cannot continue`, 1);
    return refuse(`can't open file '${resolve(path)}': [Errno ${fault.errno}] ${fault.message}`, 2);
  }
  if (!safe) prependPath(vm, scriptFolder(path));
  if (isCompiled(path, source)) return runCompiled(vm, source, file);
  if (config.skipFirstLine) {
    // The line stays, empty: line numbers count it.
    const end = source.indexOf(10);
    source = end < 0 ? new Uint8Array() : source.subarray(end);
  }
  return runSource(vm, source, file, file);
}

/** A path that leads into a zip file is none: the system knows no such file. */
function isFolder(host: Host, path: string): boolean {
  try {
    return ((host.files!.lookup(pathBytes(path), true)?.mode ?? 0) & S_IFMT) === S_IFDIR;
  } catch {
    return false;
  }
}

function readFile(host: Host, path: string): Uint8Array {
  const files = host.files!;
  const fd = files.open(pathBytes(path), 0, 0);
  try {
    const chunks: Uint8Array[] = [];
    // One byte more than its size: a file's end shows at once.
    for (let size = Number(files.stat(fd).size) + 1; ; size = 65536) {
      const chunk = new Uint8Array(size);
      const n = files.read(fd, chunk);
      if (n === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, n));
    }
  } finally {
    files.close(fd);
  }
}

/** Must a prompt follow? `-i`, PYTHONINSPECT set by the program, or no program on a terminal. */
function wantsPrompt(host: Host, config: StartConfig, options: Options): boolean {
  const terminal = host.files?.isatty(0) === true || config.interactive;
  if (options.run.kind === "stdin" && terminal) return true;
  if (!config.ignoreEnvironment && (process.env["PYTHONINSPECT"] ?? "") !== "") config.inspect = true;
  return config.inspect && terminal;
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return "";
  }
}

function readAll(): Uint8Array {
  try {
    return readFileSync(0);
  } catch {
    return new Uint8Array();
  }
}

/** Takes away the white space that all lines begin with, as -c does. */
export function dedent(text: string): string {
  let margin: string | undefined;
  for (const line of text.split("\n")) {
    const indent = /^[ \t]*/.exec(line)![0];
    if (indent.length === line.length) continue;
    if (margin === undefined) margin = indent;
    else {
      let n = 0;
      while (n < margin.length && margin[n] === indent[n]) n++;
      margin = margin.slice(0, n);
    }
    if (margin === "") return text;
  }
  const cut = margin?.length ?? 0;
  return text.split("\n").map((line) => (/^[ \t]*$/.test(line) ? "" : line.slice(cut))).join("\n");
}

/** The native modules of a bundle that was built apart (docs/test-support.md). It shares the machine's own code. */
function loadModules(path: string): StartConfig["moreModules"] {
  const bundle = { exports: {} as { modules?: StartConfig["moreModules"] } };
  const door = (id: string): object => {
    const found = id.startsWith("vivarium:") ? doors[id.slice("vivarium:".length)] : undefined;
    if (found === undefined) throw new Error(`${path} needs ${id}: src/vm/doors.ts does not show it`);
    return found;
  };
  runInThisContext(`(function (exports, require, module) {${readFileSync(path, "latin1")}\n})`, { filename: path })(bundle.exports, door, bundle);
  return bundle.exports.modules ?? {};
}

/** Where the package's library is. */
function bundled(here: string): LibraryPlace {
  const folder = resolve(here, "lib/python3.14");
  return { folder, file: `${folder}.library` };
}

function libraryOf(host: Host, home: string): string {
  const first = home.split(":")[0]!;
  for (const candidate of [`${first}/lib/python3.14`, first]) if (host.files!.access(pathBytes(`${candidate}/os.py`), F_OK)) return candidate;
  return `${first}/lib/python3.14`;
}

/** sys.path[0] for a script: the folder of the file that it is a link to. */
function scriptFolder(path: string): string {
  try {
    return dirname(realpathSync(path));
  } catch {
    return dirname(resolve(path));
  }
}
