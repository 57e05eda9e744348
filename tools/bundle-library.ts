// A step of `npm run build`: puts the pinned standard library into dist/lib/python3.14.library, unchanged, with .pyc files made by our own compiler beside
// the sources, the files of our own that it lacks (lib/), and the code that start-up needs before importlib works. `--unpack FOLDER` writes the files of
// an existing library into a folder instead, for tools that want to look at them. See docs/host.md, "The library".
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
// @ts-expect-error: made by the step before; its types are the sources.
import { compile, marshal, sourceHash, writePyc } from "../dist/index.js";
import { writeLibrary } from "../src/host/library/format.ts";
import { libraryFile } from "../src/host/node/library-reader.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = join(root, "dist/lib/python3.14.library");
/** Where code objects say that they come from, before the importer gives them the path of the installation: where embedded machines have their library. */
const HOME = "/usr/lib/python3.14";

/** Code that is run before there is an importer: file -> name of the frozen module. */
const FROZEN: Record<string, string> = {
  "importlib/_bootstrap.py": "importlib._bootstrap",
  "importlib/_bootstrap_external.py": "importlib._bootstrap_external",
  "zipimport.py": "zipimport",
};

/** What the pinned library lacks: a file's path in the library -> its bytes. */
function ownFiles(): Record<string, Uint8Array> {
  const folder = join(root, "lib");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

function bundle(): void {
  const zip = readFileSync(join(root, "node_modules/pyodide/python_stdlib.zip"));
  const files: Record<string, Uint8Array> = {};
  let count = 0;
  for (const [name, bytes] of Object.entries({ ...unzipSync(zip), ...ownFiles() })) {
    // The host itself has that folder, for packages.
    if (name.endsWith("/") || name.startsWith("site-packages/")) continue;
    files[name] = bytes;
    if (!name.endsWith(".py")) continue;
    const slash = name.lastIndexOf("/") + 1;
    const cached = `${name.slice(0, slash)}__pycache__/${name.slice(slash, -3)}.cpython-314`;
    try {
      const unit = compile(bytes, { filename: `${HOME}/${name}` });
      files[`${cached}.pyc`] = writePyc(unit, { mode: "unchecked-hash", hash: sourceHash(bytes) });
      count++;
    } catch (error) {
      console.error(`${name}: not compiled: ${String(error)}`);
    }
    const frozen = FROZEN[name];
    if (frozen !== undefined) files[`${cached}.frozen`] = marshal.dump(compile(bytes, { filename: `<frozen ${frozen}>` }));
  }
  // Code is read at each start, sources for tracebacks and by people.
  const library = writeLibrary(files, (path, bytes) => (path.includes("__pycache__/") ? undefined : deflateRawSync(bytes, { level: 9 })));
  rmSync(dirname(target), { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, library);
  console.log(`library: ${count} modules compiled, ${Object.keys(files).length} files, ${(library.length / 1e6).toFixed(1)} MB`);
}

function unpack(folder: string): void {
  const source = libraryFile(target);
  for (const path of source.paths()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source.read(path));
  }
}

const [option, folder] = process.argv.slice(2);
if (option === undefined) bundle();
else if (option === "--unpack" && folder !== undefined) unpack(folder);
else {
  console.error("usage: tsx tools/bundle-library.ts [--unpack FOLDER]");
  process.exitCode = 2;
}
