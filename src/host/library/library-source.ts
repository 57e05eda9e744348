// The bundled library's file as a source of files: for the memory host, and for the folder that Node's host shows. See docs/host.md, "The library".
import { isFault, newFault } from "../fault.ts";
import type { FileSource, SourceEntry } from "../memory/mount.ts";
import { checksum, LibraryIndex, type ReadRange } from "./format.ts";

export interface LibraryOptions {
  /** Of the file, in bytes. */
  readonly size: number;
  /** Bytes of it: as many as asked for, fewer at its end. */
  readonly read: ReadRange;
  /** The contents of raw deflated data, of which the size is known. What it throws means that they are damaged. */
  readonly inflate: (deflated: Uint8Array, size: number) => Uint8Array;
}

export class LibrarySource implements FileSource {
  private readonly options: LibraryOptions;
  private made: LibraryIndex | undefined;

  constructor(options: LibraryOptions) {
    this.options = options;
  }

  /** Read when it is first needed. */
  private get index(): LibraryIndex {
    return (this.made ??= new LibraryIndex(this.options.read, this.options.size));
  }

  *paths(folder = ""): Iterable<string> {
    for (const { name, size } of this.list(folder)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (size === undefined) yield* this.paths(path);
      else yield path;
    }
  }

  list(folder: string): readonly SourceEntry[] {
    return this.index.list(folder) ?? [];
  }

  find(folder: string, name: string): SourceEntry | undefined {
    return this.index.find(folder, name);
  }

  /** The contents of a file; the fault EIO when they are not what was written. */
  read(path: string): Uint8Array {
    const contents = this.index.file(path);
    if (contents === undefined) throw newFault("ENOENT", "read");
    const { offset, stored, size, checksum: sum } = contents;
    if (offset + stored > this.options.size) throw newFault("EIO", "read");
    const bytes = this.options.read(offset, stored);
    if (bytes.length !== stored || checksum(bytes) !== sum) throw newFault("EIO", "read");
    if (stored === size) return bytes;
    try {
      const whole = this.options.inflate(bytes, size);
      if (whole.length === size) return whole;
    } catch (error) {
      if (isFault(error)) throw error;
    }
    throw newFault("EIO", "read");
  }
}
