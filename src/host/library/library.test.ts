// The library as one file: what is written is read again, and what is damaged is told so. See docs/host.md, "The library".
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { HostFault } from "../fault.ts";
import { memoryHost } from "../memory/memory-host.ts";
import { O_RDONLY, pathBytes, pathText } from "../posix.ts";
import { DamagedLibrary, LibraryIndex, writeLibrary } from "./format.ts";
import { librarySource } from "./library-bytes.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);

const FILES: Record<string, Uint8Array> = {
  "os.py": bytes("import sys\n".repeat(200)),
  "json/__init__.py": bytes("from .decoder import *\n".repeat(50)),
  "json/decoder.py": bytes("x"),
  "json/__pycache__/decoder.cpython-314.pyc": Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) >> 3),
  "a/b/c/empty": new Uint8Array(0),
  "a/Zürich.txt": bytes("ü"),
  "__init__.py": bytes("'''at the top'''"),
};

const library = writeLibrary(FILES, (path, contents) => (path.endsWith(".py") ? deflateRawSync(contents) : undefined));

/** What reading all of it comes to: "ok", or the ways in which it failed. */
function readAll(of: Uint8Array): string {
  const wrong = new Set<string>();
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      if (error instanceof DamagedLibrary) wrong.add("damaged");
      else if (error instanceof HostFault) wrong.add(error.code);
      else throw error;
    }
  };
  attempt(() => {
    const source = librarySource(of);
    const paths = [...source.paths()];
    if (paths.length !== Object.keys(FILES).length) wrong.add("paths");
    for (const path of paths) attempt(() => void source.read(path));
  });
  return [...wrong].sort().join(" ") || "ok";
}

test("files come back as they were, stored or deflated", () => {
  const source = librarySource(library);
  expect([...source.paths()].sort()).toEqual(Object.keys(FILES).sort());
  for (const [path, contents] of Object.entries(FILES)) expect(source.read(path)).toEqual(contents);
  expect(library.length).toBeLessThan(3000);
});

test("folders list what is in them, with sizes", () => {
  const source = librarySource(library);
  const list = (folder: string) => source.list!(folder).map(({ name, size }) => [name, size]);
  expect(list("")).toEqual([["__init__.py", 16], ["a", undefined], ["json", undefined], ["os.py", 2200]]);
  expect(list("json")).toEqual([["__init__.py", 1150], ["__pycache__", undefined], ["decoder.py", 1]]);
  expect(list("a")).toEqual([["Zürich.txt", 2], ["b", undefined]]);
  expect(list("nothing")).toEqual([]);
  expect(source.find!("json", "decoder.py")).toMatchObject({ name: "decoder.py", size: 1 });
  expect(source.find!("json", "decode")).toBe(undefined);
  expect(source.find!("os.py", "x")).toBe(undefined);
  const numbers = ["", "a", "a/b", "a/b/c", "json", "json/__pycache__"].flatMap((folder) => source.list!(folder).map(({ number }) => number));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("only what is needed is read", () => {
  const big = writeLibrary({ ...FILES, "big.bin": new Uint8Array(1_000_000).fill(1) }, () => undefined);
  const reads: [number, number][] = [];
  const index = new LibraryIndex((offset, length) => (reads.push([offset, length]), big.slice(offset, offset + length)), big.length);
  expect(index.file("big.bin")).toMatchObject({ stored: 1_000_000, size: 1_000_000 });
  expect(index.file("json")).toBe(undefined);
  expect(reads).toEqual([[0, 65536]]);
});

test("an index that is larger than the first read", () => {
  const many = Object.fromEntries(Array.from({ length: 4000 }, (_, i): [string, Uint8Array] => [`folder${i % 7}/file${i}.txt`, bytes(`${i}`)]));
  const source = librarySource(writeLibrary(many, () => undefined));
  expect([...source.paths()].length).toBe(4000);
  for (const [path, contents] of Object.entries(many)) expect(source.read(path)).toEqual(contents);
});

test("a file that was cut off anywhere is not read", () => {
  for (let length = 0; length < library.length; length++) expect(readAll(library.subarray(0, length)), `${length} bytes`).toBe("damaged");
  expect(readAll(Uint8Array.of(...library, 0))).toBe("damaged");
});

test("no byte of the index can change unseen, and none of the contents makes more than a fault", () => {
  const indexSize = new DataView(library.buffer).getUint32(12, true);
  for (let at = 0; at < library.length; at++) {
    for (const change of [1, 0x80, 0xff]) {
      const damaged = library.slice();
      damaged[at]! ^= change;
      const said = readAll(damaged);
      if (at < indexSize) expect(said, `byte ${at}`).toBe("damaged");
      else expect(["ok", "EIO"], `byte ${at}`).toContain(said);
    }
  }
});

test("a block of the contents that is lost is a fault", () => {
  const indexSize = new DataView(library.buffer).getUint32(12, true);
  for (let at = indexSize; at + 64 <= library.length; at += 4) {
    const damaged = library.slice().fill(0xaa, at, at + 64);
    expect(readAll(damaged), `bytes from ${at}`).toBe("EIO");
  }
});

test("an index with a true checksum that leads out of the file", () => {
  const files = { "folder/file": bytes("contents") };
  const made = writeLibrary(files, () => undefined);
  const words = new Uint32Array(made.slice().buffer);
  const indexSize = words[3]!;
  // Offset, stored bytes and bytes of the file; number of the folder; ranges of the folders.
  for (const [word, value] of [[14, 0xfffffff0], [15, 0x7fffffff], [10, 77], [7, 1_000_000], [8, 50]] as const) {
    const forged = words.slice();
    forged[word] = value;
    let sum = indexSize - 4;
    for (let i = 0; i < indexSize / 4 - 1; i++) sum = Math.imul(sum ^ forged[i]!, 0x01000193);
    forged[indexSize / 4 - 1] = sum >>> 0;
    const source = librarySource(new Uint8Array(forged.buffer));
    expect(() => source.read("folder/file"), `word ${word}`).toThrow(expect.toSatisfy((error: unknown) => error instanceof HostFault));
  }
});

test("the memory host shows it as a folder and reads what is opened", () => {
  const reads: string[] = [];
  const inner = librarySource(library);
  const source = { ...inner, paths: () => inner.paths(), list: (folder: string) => inner.list!(folder), find: (folder: string, name: string) => inner.find!(folder, name), read: (path: string) => (reads.push(path), inner.read(path)) };
  const { files } = memoryHost({ mounts: { "/usr/lib/python": source }, uid: 0 });
  const stat = files.statPath(pathBytes("/usr/lib/python/json/decoder.py"), true);
  expect([stat.mode, stat.size]).toEqual([0o100444, 1n]);
  expect(files.list(pathBytes("/usr/lib/python/json")).map(({ name, kind }) => `${pathText(name)} ${kind}`)).toEqual(["__init__.py file", "__pycache__ directory", "decoder.py file"]);
  expect(files.list(pathBytes("/usr/lib/python/a")).map(({ name }) => pathText(name))).toContain("Zürich.txt");
  expect(files.lookup(pathBytes("/usr/lib/python/a/Zürich.txt"), true)?.size).toBe(2n);
  expect(reads).toEqual([]);
  const get = (path: string): string => {
    const fd = files.open(pathBytes(path), O_RDONLY, 0);
    const into = new Uint8Array(5000);
    const n = files.read(fd, into);
    files.close(fd);
    return text(into.subarray(0, n));
  };
  expect(get("/usr/lib/python/os.py")).toBe("import sys\n".repeat(200));
  expect(get("/usr/lib/python/os.py").length).toBe(2200);
  expect(reads).toEqual(["os.py", "os.py"]);
  // Who may change it has a copy of its own.
  const fd = files.open(pathBytes("/usr/lib/python/os.py"), 1, 0);
  files.write(fd, bytes("IMPORT"));
  files.close(fd);
  expect(get("/usr/lib/python/os.py").slice(0, 11)).toBe("IMPORT sys\n");
  expect(text(inner.read("os.py")).slice(0, 6)).toBe("import");
  files.unlink(pathBytes("/usr/lib/python/json/decoder.py"));
  expect(files.list(pathBytes("/usr/lib/python/json")).map(({ name }) => pathText(name))).toEqual(["__init__.py", "__pycache__"]);
});
