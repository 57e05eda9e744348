// glass compile PATH...: sources and trees of sources to .pyc files, as `python3.14 -m compileall` does. See docs/cli.md.
import { closeSync, lstatSync, mkdirSync, openSync, readSync, readdirSync, renameSync, statSync, unlinkSync, writeSync } from "node:fs";
import type { Stats } from "node:fs";
import { basename } from "node:path";
import { PythonError } from "../../base/python-error.ts";
import { cacheFromSource, pycHeaderBytes, sourceHash, writePyc } from "../../bytecode/pyc.ts";
import type { PycHeader, PycInvalidationMode } from "../../bytecode/pyc.ts";
import { compileSource } from "../compile-source.ts";
import { errorText } from "../error-text.ts";
import { Fault, usage } from "../fault.ts";
import { readArguments, run } from "../run.ts";
import { describe, displayName, readInput, writeErr, writeOut } from "../streams.ts";

const MODES: readonly string[] = ["timestamp", "checked-hash", "unchecked-hash"];

interface Job {
  optimize: 0 | 1 | 2;
  mode: PycInvalidationMode;
  force: boolean;
  verbose: boolean;
}

export function main(argv: readonly string[]): number {
  return run(() => {
    const args = readArguments(argv.map((arg) => (arg === "-OO" ? "--optimize-docstrings" : arg)), {
      optimize: { type: "boolean", short: "O" },
      "optimize-docstrings": { type: "boolean" },
      "invalidation-mode": { type: "string" },
      output: { type: "string", short: "o" },
      force: { type: "boolean", short: "f" },
      verbose: { type: "boolean", short: "v" },
    });
    if (args.paths.length === 0) throw usage("compile: which files or folders?");
    const mode = args.value("invalidation-mode") ?? "timestamp";
    if (!MODES.includes(mode)) throw usage(`--invalidation-mode is one of ${MODES.join(", ")}`);
    const job: Job = {
      optimize: args.flag("optimize-docstrings") ? 2 : args.flag("optimize") ? 1 : 0,
      mode: mode as PycInvalidationMode,
      force: args.flag("force"),
      verbose: args.flag("verbose"),
    };
    let failures = 0;
    for (const path of args.paths) failures += compilePath(path, args.value("output"), job);
    return failures === 0 ? 0 : 1;
  });
}

function join(folder: string, name: string): string {
  return folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** Compiles a file or a tree; answers the number of failures. */
function compilePath(path: string, output: string | undefined, job: Job): number {
  if (path === "-") {
    if (output === undefined) throw usage("compile: - needs -o DIR to say where the .pyc goes");
    return compileFile("-", join(output, "stdin.py"), job);
  }
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    writeErr(`glass: cannot read ${path}: ${describe(error)}\n`);
    return 1;
  }
  if (stats.isDirectory()) return compileTree(path, output ?? path, job);
  return compileFile(path, output === undefined ? path : join(output, basename(path)), job);
}

/** Folders and files in the order of their names; links to folders and __pycache__ are passed over. */
function compileTree(folder: string, target: string, job: Job): number {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    writeErr(`glass: cannot list ${folder}: ${describe(error)}\n`);
    return 1;
  }
  let failures = 0;
  for (const name of names) {
    if (name === "__pycache__") continue;
    const path = join(folder, name);
    let stats: Stats;
    try {
      stats = lstatSync(path);
    } catch {
      continue;
    }
    if (stats.isDirectory()) failures += compileTree(path, join(target, name), job);
    else if (name.endsWith(".py") && isFile(path)) failures += compileFile(path, join(target, name), job);
  }
  return failures;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Compiles one source into the __pycache__ beside `target`. Answers 1 when that failed, and says why. */
function compileFile(path: string, target: string, job: Job): number {
  try {
    const pyc = cacheFromSource(target, job.optimize);
    const stats = path === "-" ? null : statSync(path);
    const mtime = stats === null ? 0 : Math.floor(stats.mtimeMs / 1000);
    let source: Uint8Array | null = null;
    let header: PycHeader;
    if (job.mode === "timestamp" && stats !== null) header = { mode: "timestamp", mtime, size: stats.size };
    else {
      source = readInput(path);
      header = job.mode === "timestamp" ? { mode: job.mode, mtime, size: source.length } : { mode: job.mode, hash: sourceHash(source) };
    }
    if (!job.force && startsWith(pyc, pycHeaderBytes(header))) return 0;
    if (job.verbose) writeOut(`Compiling '${displayName(path)}'...\n`);
    source ??= readInput(path);
    const code = compileSource(source, displayName(path), job.optimize);
    writeAtomically(pyc, writePyc(code, header), stats === null ? 0o644 : stats.mode & 0o777);
    return 0;
  } catch (error) {
    if (error instanceof PythonError) writeErr(errorText(error, displayName(path)));
    else if (error instanceof Fault) writeErr(`glass: ${error.message}\n`);
    else if (error instanceof Error && "code" in error) writeErr(`glass: cannot compile ${path}: ${describe(error)}\n`);
    else throw error;
    return 1;
  }
}

/** Whether the file is there and begins with these bytes: then it is up to date. */
function startsWith(path: string, bytes: Uint8Array): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return false;
  }
  try {
    const start = new Uint8Array(bytes.length);
    return readSync(descriptor, start, 0, start.length, 0) === bytes.length && start.every((byte, i) => byte === bytes[i]);
  } catch {
    return false;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a file beside its place and moves it there, so that nobody ever sees half of it. What stands there already is replaced only
 * when it is a plain file: a link or a device would be lost.
 */
function writeAtomically(path: string, bytes: Uint8Array, sourceMode: number): void {
  const folder = path.slice(0, path.lastIndexOf("/"));
  makeFolder(folder);
  const present = lstatOrNull(path);
  if (present !== null && !present.isFile()) {
    const kind = present.isSymbolicLink() ? "a symbolic link" : present.isDirectory() ? "a directory" : "not a regular file";
    throw new Fault(`cannot write ${path}: it is ${kind}`, 1);
  }
  const temporary = `${path}.${process.pid}`;
  let written = false;
  try {
    const descriptor = openSync(temporary, "wx", (sourceMode | 0o200) & 0o777);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
    written = true;
  } catch (error) {
    throw new Fault(`cannot write ${path}: ${describe(error)}`, 1);
  } finally {
    if (!written) removeQuietly(temporary);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** With the folders above it. Node's own `recursive` never comes back where making a folder says ENOENT (in /proc, for one). */
function makeFolder(folder: string): void {
  if (folder === "" || isDirectory(folder)) return;
  const slash = folder.lastIndexOf("/");
  if (slash > 0) makeFolder(folder.slice(0, slash));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (error instanceof Error && "code" in error && error.code === "EEXIST" && isDirectory(folder)) return;
    throw new Fault(`cannot make ${folder}: ${describe(error)}`, 1);
  }
}

function lstatOrNull(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it was never made
  }
}
