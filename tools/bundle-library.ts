// A step of `npm run build`: unpacks the pinned standard library into dist/lib/python3.14, unchanged, with .pyc files made by our own
// compiler beside the sources, the files of our own that it lacks (lib/), and the code that start-up needs before importlib works. See docs/vm.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
// @ts-expect-error: made by the step before; its types are the sources.
import { compile, marshal, sourceHash, writePyc } from "../dist/index.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const zip = readFileSync(join(root, "node_modules/pyodide/python_stdlib.zip"));
const library = join(root, "dist/lib/python3.14");
rmSync(library, { recursive: true, force: true });

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

let count = 0;
for (const [name, bytes] of Object.entries({ ...unzipSync(zip), ...ownFiles() })) {
  if (name.endsWith("/")) continue;
  const path = join(library, name);
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  if (!name.endsWith(".py")) continue;
  const cache = join(dirname(path), "__pycache__");
  if (!existsSync(cache)) mkdirSync(cache);
  const stem = name.slice(name.lastIndexOf("/") + 1, -3);
  try {
    const unit = compile(bytes, { filename: path });
    writeFileSync(join(cache, `${stem}.cpython-314.pyc`), writePyc(unit, { mode: "unchecked-hash", hash: sourceHash(bytes) }));
    count++;
  } catch (error) {
    console.error(`${name}: not compiled: ${String(error)}`);
  }
  const frozen = FROZEN[name];
  if (frozen !== undefined) writeFileSync(join(cache, `${stem}.cpython-314.frozen`), marshal.dump(compile(bytes, { filename: `<frozen ${frozen}>` })));
}
console.log(`library: ${count} modules compiled`);
