// Standard streams and files of the command, by plain synchronous calls: process.stdout alone would cost milliseconds at start.
// See docs/cli.md.
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { Fault } from "./fault.ts";

/** Thrown by writeOut when nobody reads any more; the command ends quietly. */
export class BrokenPipe {}

function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Lets a moment pass: for a descriptor that would block. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at, bytes.length - at);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EAGAIN") pause();
      else if (code === "EPIPE") throw new BrokenPipe();
      else throw new Fault(`cannot write: ${describe(error)}`, 1);
    }
  }
}

export function writeOut(text: string): void {
  writeAll(1, text);
}

/** A closed stderr is no reason to fail. */
export function writeErr(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // nowhere left to say it
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  EROFS: "read-only file system",
  ENOSPC: "no space left on device",
  EMFILE: "too many open files",
  ELOOP: "too many levels of symbolic links",
  ENAMETOOLONG: "file name too long",
  EEXIST: "file exists",
};

/** A system error in a few words. */
export function describe(error: unknown): string {
  const code = errorCode(error);
  return MESSAGES[code] ?? (code !== "" ? code : String(error));
}

/** All of standard input. */
function readStandardInput(): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = new Uint8Array(65536);
    let count: number;
    try {
      count = readSync(0, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === "EAGAIN") {
        pause();
        continue;
      }
      if (code === "EOF") break;
      throw new Fault(`cannot read standard input: ${describe(error)}`, 1);
    }
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
  }
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input for "-". */
export function readInput(path: string): Uint8Array {
  if (path === "-") return readStandardInput();
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    throw new Fault(`cannot read ${path}: ${describe(error)}`, 1);
  }
  try {
    if (fstatSync(descriptor).isDirectory()) throw new Fault(`cannot read ${path}: is a directory`, 1);
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`cannot read ${path}: ${describe(error)}`, 1);
  } finally {
    closeSync(descriptor);
  }
}

/** What a file is called in messages and in co_filename. */
export function displayName(path: string): string {
  return path === "-" ? "<stdin>" : path;
}
