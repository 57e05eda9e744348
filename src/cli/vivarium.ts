// The command `vivarium`: python3's options, then a script, -c, -m, standard input. Mirrors Modules/main.c. See docs/cli.md.
import { readFileSync, statSync, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { nodeHost } from "../host/node/node-host.ts";
import { PyError } from "../core/object.ts";
import { dictSetText } from "../types/dict/dict-object.ts";
import { newList } from "../types/list.ts";
import { strFromJs } from "../types/str/str-object.ts";
import { closeScope } from "../memory/ref.ts";
import { audit, auditReport, startAudit } from "../vm/audit.ts";
import type { Vm } from "../vm/vm.ts";
import { defaultConfig, type StartConfig } from "../vm/config.ts";
import { doors } from "../vm/doors.ts";
import { finishVm, startVm } from "../vm/startup.ts";
import { reportUncaught, runModule, runSource } from "../vm/run-main.ts";
import { parseOptions, usageError } from "./vivarium-options.ts";

/** Runs the command line; answers the exit status. */
export function main(argv: readonly string[], here: string): number {
  const parsed = parseOptions(argv);
  if (typeof parsed === "string") return usageError(parsed);
  const { config: fromOptions, run, rest, version, help } = parsed;
  if (help !== null) {
    process.stdout.write(help);
    return 0;
  }
  if (version !== null) {
    process.stdout.write(version);
    return 0;
  }
  const environment = fromOptions.ignoreEnvironment === true ? {} : process.env;
  const home = environment["PYTHONHOME"];
  const library = home === undefined || home === "" ? resolve(here, "lib/python3.14") : libraryOf(home);
  const config: StartConfig = { ...defaultConfig(), ...fromOptions, library };
  config.path = [...(environment["PYTHONPATH"] ?? "").split(":").filter((p) => p !== ""), library];
  config.executable = resolve(here, "../bin/vivarium");
  config.origArgv = [config.executable, ...argv];
  if (environment["PYTHONDONTWRITEBYTECODE"]) config.dontWriteBytecode = true;
  if (environment["PYTHONUNBUFFERED"]) config.unbuffered = true;
  if (environment["PYTHONSAFEPATH"]) config.safePath = true;
  const seed = environment["PYTHONHASHSEED"];
  if (seed !== undefined && seed !== "" && seed !== "random") config.hashSeed = Number(seed);
  if (environment["PYTHONWARNINGS"]) config.warnOptions = [...environment["PYTHONWARNINGS"].split(","), ...config.warnOptions];

  const support = process.env["VIVARIUM_TEST_SUPPORT"];
  if (support !== undefined && support !== "") config.moreModules = loadModules(support);

  let first: string;
  if (run.kind === "command") first = "";
  else if (run.kind === "module") first = process.cwd();
  else if (run.kind === "file") first = folderOf(run.path);
  else first = "";
  config.argv = [run.kind === "command" ? "-c" : run.kind === "module" ? "-m" : run.kind === "file" ? run.path : run.kind === "stdin" && rest.length === 0 ? "" : "-", ...rest];

  const host = nodeHost({ argv: config.argv, executable: config.executable });
  const vm = startVm(host, config);
  if (!config.safePath && !config.isolated) {
    const path = [first, ...config.path];
    dictSetText(vm, vm.sysDict, "path", newList(vm, path.map(strFromJs)));
    closeScope(vm, 0);
  }
  const auditing = environment["VIVARIUM_AUDIT"];
  if (auditing !== undefined) startAudit(vm, Number(auditing), (text) => void process.stderr.write(text));
  let status: number;
  if (run.kind === "command") status = runSource(vm, run.source + "\n", "<string>", false);
  else if (run.kind === "module") status = runModule(vm, run.name, true);
  else if (run.kind === "stdin") status = runSource(vm, readFileSync(0), "<stdin>", false);
  else {
    let isFolder = false;
    try {
      isFolder = statSync(run.path).isDirectory();
    } catch {
      process.stderr.write(`${config.executable}: can't open file '${resolve(run.path)}': [Errno 2] No such file or directory\n`);
      return 2;
    }
    if (isFolder || run.path.endsWith(".zip") || run.path.endsWith(".pyz")) status = runModule(vm, "__main__", false);
    else status = runSource(vm, readFileSync(run.path), run.path, true);
  }
  if (auditing !== undefined) reportAudit(vm);
  try {
    finishVm(vm);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    status = reportUncaught(vm, error);
  }
  return status;
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

/** Test mode VIVARIUM_AUDIT=n: the counts are checked every n steps and here, before the Vm is taken down. */
function reportAudit(vm: Vm): void {
  const wrong = audit(vm);
  if (wrong.length > 0) process.stderr.write(auditReport(vm, wrong, 1000));
}

function libraryOf(home: string): string {
  for (const candidate of [`${home}/lib/python3.14`, home]) if (existsSync(`${candidate}/os.py`)) return candidate;
  return `${home}/lib/python3.14`;
}

/** sys.path[0] for a script: its folder; the thing itself for folders and zip files. */
function folderOf(path: string): string {
  try {
    if (statSync(path).isDirectory() || path.endsWith(".zip") || path.endsWith(".pyz")) return path;
  } catch {
    return "";
  }
  return dirname(resolve(path));
}
