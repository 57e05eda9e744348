// The bundled library as one file: an index of folders and files, then their contents, each found by offset and length. Nothing is read but the
// index and what is asked for. See docs/host.md, "The library".

/**
 * The file, in words of 32 bits, little-endian:
 *
 *     "VIVALIB1"            8 bytes
 *     size of the file, size of the index, number of folders, number of entries
 *     for each folder       number of its first entry, number of entries
 *     for each entry        offset (folder: its number), stored bytes, bytes (folder: FOLDER), checksum
 *     names of the entries  UTF-8, a line each, filled up with zeros to a whole word
 *     checksum of all that
 *     contents              each at a whole word
 *
 * Folder 0 is the outermost. The entries of a folder follow each other, sorted by the units of their names. Contents whose stored bytes are
 * fewer than their bytes are deflated.
 */
const MAGIC = "VIVALIB1";
const HEADER = 24;
const FOLDER = 0xffffffff;
/** What is read at first: the whole index as a rule. */
const FIRST_READ = 65536;

/** The library's file is not what the build has made: nothing can be run with it. */
export class DamagedLibrary extends Error {}

/** One thing in a folder. */
export interface LibraryEntry {
  readonly name: string;
  /** Of what this number is in the index: unique in the library. */
  readonly number: number;
  /** Undefined for a folder. */
  readonly size: number | undefined;
}

/** Where the contents of a file are. */
export interface Contents {
  readonly offset: number;
  readonly stored: number;
  readonly size: number;
  readonly checksum: number;
}

/** Of the index all words; of contents one in sixteen, which finds blocks that a disk or a download has lost, and costs no start anything. */
const ALL = 1;
const SOME = 16;

function sum(bytes: Uint8Array, step: number): number {
  const whole = bytes.length & ~3;
  const words = (bytes.byteOffset & 3) === 0 ? new Int32Array(bytes.buffer, bytes.byteOffset, whole >> 2) : new Int32Array(bytes.slice(0, whole).buffer);
  let sum = bytes.length;
  for (let i = 0; i < words.length; i += step) sum = Math.imul(sum ^ words[i]!, 0x01000193);
  for (let i = whole; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}

/** Of what is stored of a file. */
export function checksum(stored: Uint8Array): number {
  return sum(stored, SOME);
}

/** Bytes of the library's file: as many as asked for, fewer at its end. */
export type ReadRange = (offset: number, length: number) => Uint8Array;

/** The index, which has been checked. */
export class LibraryIndex {
  private readonly names: readonly string[];
  private readonly folders: Uint32Array;
  private readonly entries: Uint32Array;

  /** Reads the index. Throws DamagedLibrary. */
  constructor(read: ReadRange, size: number) {
    let bytes = read(0, FIRST_READ);
    if (bytes.length < HEADER || !startsWith(bytes, MAGIC)) throw new DamagedLibrary("it does not begin as a library does");
    const [wholeSize, indexSize, folders, entries] = words(bytes, 8, 4) as unknown as [number, number, number, number];
    if (wholeSize !== size) throw new DamagedLibrary(`it has ${size} bytes, not ${wholeSize}`);
    const tables = HEADER + 8 * folders + 16 * entries;
    if (indexSize % 4 !== 0 || indexSize > size || tables + 4 > indexSize || folders === 0) throw new DamagedLibrary("the sizes at its beginning are wrong");
    if (indexSize > bytes.length) bytes = read(0, indexSize);
    if (bytes.length < indexSize) throw new DamagedLibrary("its index cannot be read");
    if (sum(bytes.subarray(0, indexSize - 4), ALL) !== words(bytes, indexSize - 4, 1)[0]) throw new DamagedLibrary("its index is not what was written");
    this.folders = words(bytes, HEADER, 2 * folders);
    this.entries = words(bytes, HEADER + 8 * folders, 4 * entries);
    this.names = new TextDecoder().decode(bytes.subarray(tables, indexSize - 4)).split("\n");
  }

  /** What is in a folder, sorted; undefined where there is none. */
  list(path: string): LibraryEntry[] | undefined {
    const folder = this.folder(path);
    if (folder === undefined) return undefined;
    const first = this.folders[2 * folder]!;
    const out: LibraryEntry[] = [];
    for (let number = first; number < first + this.folders[2 * folder + 1]!; number++) out.push(this.entryOf(number));
    return out;
  }

  /** What has a name in a folder. */
  find(path: string, name: string): LibraryEntry | undefined {
    const folder = this.folder(path);
    const number = folder === undefined ? undefined : this.entry(folder, name);
    return number === undefined ? undefined : this.entryOf(number);
  }

  private entryOf(number: number): LibraryEntry {
    const size = this.entries[4 * number + 2]!;
    return { name: this.names[number]!, number, size: size === FOLDER ? undefined : size };
  }

  /** Where the contents of a file are; undefined where there is none. */
  file(path: string): Contents | undefined {
    const slash = path.lastIndexOf("/");
    const folder = this.folder(slash < 0 ? "" : path.slice(0, slash));
    const number = folder === undefined ? undefined : this.entry(folder, path.slice(slash + 1));
    if (number === undefined) return undefined;
    const [offset, stored, size, sum] = this.entries.subarray(4 * number, 4 * number + 4) as unknown as [number, number, number, number];
    return size === FOLDER ? undefined : { offset, stored, size, checksum: sum };
  }

  private folder(path: string): number | undefined {
    let folder = 0;
    if (path === "") return folder;
    for (const name of path.split("/")) {
      const number = this.entry(folder, name);
      if (number === undefined || this.entries[4 * number + 2] !== FOLDER) return undefined;
      folder = this.entries[4 * number]!;
    }
    return folder;
  }

  private entry(folder: number, name: string): number | undefined {
    let low = this.folders[2 * folder]!;
    let high = low + this.folders[2 * folder + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.names[middle]!;
      if (there === name) return middle;
      if (there < name) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Words of the file; every machine that runs us is little-endian. */
function words(bytes: Uint8Array, at: number, count: number): Uint32Array {
  return new Uint32Array(bytes.slice(at, at + 4 * count).buffer);
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, Uint8Array>;
}

/** The library's file, of its files by path ("json/decoder.py"). `deflate` answers undefined where contents are to be stored as they are. */
export function writeLibrary(files: Readonly<Record<string, Uint8Array>>, deflate: (path: string, bytes: Uint8Array) => Uint8Array | undefined): Uint8Array {
  const newFolder = (): Folder => ({ folders: new Map(), files: new Map() });
  const root = newFolder();
  for (const [path, bytes] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop()!;
    let folder = root;
    for (const part of parts) {
      if (!folder.folders.has(part)) folder.folders.set(part, newFolder());
      folder = folder.folders.get(part)!;
    }
    folder.files.set(name, bytes);
  }
  const queue: [folder: Folder, path: string][] = [[root, ""]];
  const ranges: number[] = [];
  const table: number[] = [];
  const names: string[] = [];
  const contents: Uint8Array[] = [];
  for (let n = 0; n < queue.length; n++) {
    const [folder, path] = queue[n]!;
    ranges.push(names.length, folder.folders.size + folder.files.size);
    for (const name of [...folder.folders.keys(), ...folder.files.keys()].sort((a, b) => (a < b ? -1 : 1))) {
      names.push(name);
      const inside = folder.folders.get(name);
      const bytes = folder.files.get(name);
      if (inside !== undefined) {
        table.push(queue.length, 0, FOLDER, 0);
        queue.push([inside, `${path}${name}/`]);
      } else if (bytes !== undefined) {
        const small = deflate(`${path}${name}`, bytes);
        const stored = small !== undefined && small.length < bytes.length ? small : bytes;
        // The offset is set below.
        table.push(contents.length, stored.length, bytes.length, checksum(stored));
        contents.push(stored);
      }
    }
  }
  const nameBytes = new TextEncoder().encode(`${names.join("\n")}\n`);
  const padded = (n: number): number => (n + 3) & ~3;
  const indexSize = HEADER + 4 * (ranges.length + table.length) + padded(nameBytes.length) + 4;
  const offsets: number[] = [];
  let size = indexSize;
  for (const stored of contents) {
    offsets.push(size);
    size += padded(stored.length);
  }
  for (let i = 0; i < table.length; i += 4) if (table[i + 2] !== FOLDER) table[i] = offsets[table[i]!]!;
  const out = new Uint8Array(size);
  out.set(new TextEncoder().encode(MAGIC));
  new Uint32Array(out.buffer).set([size, indexSize, queue.length, names.length, ...ranges, ...table], 2);
  out.set(nameBytes, HEADER + 4 * (ranges.length + table.length));
  new Uint32Array(out.buffer)[indexSize / 4 - 1] = sum(out.subarray(0, indexSize - 4), ALL);
  contents.forEach((stored, i) => out.set(stored, offsets[i]));
  return out;
}
