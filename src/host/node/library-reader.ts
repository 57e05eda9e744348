// Reads parts of the bundled library's file. See docs/host.md, "The library".
import * as fs from "node:fs";
import { DamagedLibrary } from "../library/format.ts";
import { LibrarySource } from "../library/library-source.ts";
import { newFault } from "../fault.ts";

type Zlib = Pick<typeof import("node:zlib"), "inflateRawSync">;

/** Node's zlib is loaded when it is first needed: a start-up image cannot hold it. */
function inflate(deflated: Uint8Array, size: number): Uint8Array {
  const { inflateRawSync } = (process as unknown as { getBuiltinModule(name: string): Zlib }).getBuiltinModule("node:zlib");
  return inflateRawSync(deflated, { maxOutputLength: Math.max(1, size) });
}

function sameFile(a: fs.BigIntStats, b: fs.BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

/** The file, kept open. The program can close any descriptor, so that each read looks whether it is still ours. */
class LibraryReader {
  private readonly file: string;
  private readonly known: fs.BigIntStats;
  private fd = -1;

  constructor(file: string, known: fs.BigIntStats) {
    this.file = file;
    this.known = known;
  }

  private isOurs(): boolean {
    if (this.fd < 0) return false;
    try {
      return sameFile(fs.fstatSync(this.fd, { bigint: true }), this.known);
    } catch {
      return false;
    }
  }

  private reopen(): void {
    this.fd = fs.openSync(this.file, "r");
    if (sameFile(fs.fstatSync(this.fd, { bigint: true }), this.known)) return;
    // Another one has been put in its place since.
    fs.closeSync(this.fd);
    this.fd = -1;
    throw newFault("ESTALE", "read");
  }

  read(offset: number, length: number): Uint8Array {
    if (!this.isOurs()) this.reopen();
    const bytes = new Uint8Array(Math.min(length, Math.max(0, Number(this.known.size) - offset)));
    for (let at = 0; at < bytes.length; ) {
      const n = fs.readSync(this.fd, bytes, at, bytes.length - at, offset + at);
      if (n === 0) return bytes.subarray(0, at);
      at += n;
    }
    return bytes;
  }
}

/** The bundled library's file as a source of files, of which only parts are read. */
export function libraryFile(file: string, known: fs.BigIntStats = fs.statSync(file, { bigint: true })): LibrarySource {
  const reader = new LibraryReader(file, known);
  const read = (offset: number, length: number): Uint8Array => {
    try {
      return reader.read(offset, length);
    } catch (error) {
      // Of the index, which comes first, nobody could make a Python error.
      if (offset === 0) throw new DamagedLibrary(`it cannot be read: ${(error as Error).message}`);
      throw newFault((error as { code?: string }).code === "ESTALE" ? "ESTALE" : "EIO", "read");
    }
  };
  return new LibrarySource({ size: Number(known.size), read, inflate });
}
