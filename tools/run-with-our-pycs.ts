// `npm run proof:pyc -- PYTHON [TEST...]`: compiles the library of a CPython 3.14 with our compiler and lets that CPython run its own tests with it.
// The library goes to a temporary folder as `.pyc` files alone, without sources; only test modules keep theirs (discovery looks for
// them) beside `.pyc` files that are used unchecked. Data that the tests read is copied. Writes docs/compiler-proofs-pyc.md.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PythonError } from "../src/base/python-error.ts";
import { cacheFromSource, sourceHash, writePyc } from "../src/bytecode/pyc.ts";
import { compileSource } from "../src/compiler/compile.ts";

const DEFAULT_TESTS = [
  "test_json", "test_dataclasses", "test_enum", "test_functools", "test_collections", "test_typing", "test_re", "test_itertools", "test_contextlib",
  "test_abc", "test_heapq", "test_bisect", "test_textwrap", "test_string", "test_copy", "test_fractions", "test_argparse",
  "test_configparser", "test_csv", "test_struct", "test_types", "test_graphlib",
  "test_generators", "test_coroutines", "test_patma", "test_with", "test_exceptions", "test.test_asyncio.test_tasks", "test.test_asyncio.test_futures",
  "test.test_asyncio.test_queues", "test.test_asyncio.test_locks", "test.test_asyncio.test_taskgroups", "test.test_asyncio.test_timeouts", "test_unittest",
];

const [python, ...named] = process.argv.slice(2);
if (python === undefined) {
  console.error("usage: npm run proof:pyc -- PYTHON [TEST...]");
  process.exit(2);
}
const tests = named.length > 0 ? named : DEFAULT_TESTS;
const ask = (code: string): string => {
  const { stdout, status, stderr } = spawnSync(python, ["-c", code], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
const library = ask("import os; print(os.path.dirname(os.__file__))");
const version = ask("import platform; print(platform.python_version())");

const top = mkdtempSync(join(tmpdir(), "our-pycs-"));
const home = join(top, "lib", "python3.14");
const testFolder = join(home, "test") + "/";
let compiled = 0;
const refused: string[] = [];

/** Only `.pyc` beside where the source would be; data of the tests as it is (sources that are data, too). */
function convert(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.name === "__pycache__" || entry.name === "site-packages" || entry.name === "dist-packages") continue;
    if (!existsSync(source)) continue; // a link into a part that is not installed
    if (statSync(source).isDirectory()) convert(source, target);
    else if (!entry.name.endsWith(".py")) cpSync(source, target, { dereference: true });
    else {
      try {
        const bytes = readFileSync(source);
        const code = compileSource(bytes, { filename: target, mode: "exec", optimize: 0, flags: 0, warn: () => false });
        // Test discovery looks for sources, so tests keep theirs, beside a .pyc that is used without being compared with them.
        if (target.startsWith(testFolder)) {
          const cache = cacheFromSource(target);
          mkdirSync(dirname(cache), { recursive: true });
          writeFileSync(cache, writePyc(code, { mode: "unchecked-hash", hash: sourceHash(bytes) }));
          cpSync(source, target, { dereference: true });
        } else writeFileSync(`${target}c`, writePyc(code, { mode: "timestamp", mtime: 0, size: bytes.length }));
        compiled++;
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        refused.push(source.slice(library.length + 1));
        cpSync(source, target);
      }
    }
  }
}

convert(library, home);
console.log(`${compiled} files compiled by us; ${refused.length} that do not compile (test data) left as they are`);

// PYTHONPATH does not reach what is loaded first, so the whole home is set; frozen modules are switched off.
const environment = { ...process.env, PYTHONHOME: top, PYTHONPATH: "", PYTHONDONTWRITEBYTECODE: "1" };
const flags = ["-X", "frozen_modules=off"];
const QUESTION = `
import asyncio, json, sys, typing
top = ${JSON.stringify(top)}
files = [module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None) and module.__spec__ and module.__spec__.origin != "frozen"]
others = [file for file in files if not (file.startswith(top) and file.endswith((".pyc", ".so")))]
print(not others, sum(file.endswith(".pyc") for file in files), *others)
`;
const proof = spawnSync(python, [...flags, "-c", QUESTION], { env: environment, encoding: "utf8" });
console.log(`modules come from our .pyc files only: ${proof.stdout.trim()}${proof.stderr}`);
if (!proof.stdout.startsWith("True")) process.exit(1);

const rows: string[] = [];
let good = 0;
let cases = 0;

/** Written after each test, so that an interrupted run says what it has seen. */
function writePage(): void {
  const page = `# CPython runs our .pyc files

Made by \`npm run proof:pyc -- PYTHON\`; do not edit. CPython ${version} ran its own tests with ${compiled} \`.pyc\` files made by our compiler: the
library without sources, the test modules beside theirs (unchecked-hash), frozen modules switched off as far as they can be.

${good} of ${rows.length} test modules pass, ${cases} cases.

| test module | cases run | |
|---|---|---|
${rows.join("\n")}
`;
  writeFileSync(fileURLToPath(new URL("../docs/compiler-proofs-pyc.md", import.meta.url)), page);
}

for (const name of tests) {
  const { stdout, stderr, status } = spawnSync(python, [...flags, "-m", "test", "-v", "--timeout", "300", name], {
    env: environment,
    encoding: "utf8",
    cwd: top,
    timeout: 400_000,
    maxBuffer: 1 << 28,
  });
  const text = stdout + stderr;
  const ran = [...text.matchAll(/^Ran (\d+) tests?/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
  const bad = [...new Set([...text.matchAll(/^(?:ERROR|FAIL): (\S+)/gm)].map(([, id]) => id!))];
  const ok = status === 0 && bad.length === 0;
  if (ok) good++;
  cases += ran;
  rows.push(`| ${name} | ${ran} | ${ok ? "passes" : `${bad.length} fail: ${bad.slice(0, 8).join(", ")}`} |`);
  console.log(`${name}: ${ran} cases, ${ok ? "ok" : `exit ${status}, ${bad.join(" ")}`}`);
  if (named.length === 0) writePage();
  if (!ok && bad.length === 0) console.log(text.split("\n").slice(-15).join("\n"));
}
rmSync(top, { recursive: true });
console.log(`${good} of ${tests.length} test modules pass (${cases} cases)`);
