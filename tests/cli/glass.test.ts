// The command glass as a user meets it: what it prints, beside CPython's own tools (tools/record/cli_cases.py), and how it fails.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPyc } from "../../src/bytecode/pyc.ts";
import { compile, disassemble } from "../../src/index.ts";

interface Recorded {
  printed: Record<string, Record<string, string>>;
  refused: Record<string, string>;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const recorded = JSON.parse(readFileSync(join(here, "recorded.json"), "utf8")) as Recorded;

interface Outcome {
  out: string;
  err: string;
  status: number | null;
}

let folder: string;

beforeAll(() => {
  // The bundles of the sources as they are now; declarations and caches are not needed here.
  execFileSync(process.execPath, [join(root, "node_modules/rolldown/bin/cli.mjs"), "-c", "rolldown.config.ts"], { cwd: root, stdio: "ignore" });
  folder = mkdtempSync(join(tmpdir(), "glass-test-"));
}, 60_000);

afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

function glass(args: string[], options: { cwd?: string; input?: string | Uint8Array } = {}): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "bin/glass"), ...args], {
    cwd: options.cwd ?? here,
    input: options.input ?? "",
    encoding: "utf8",
  });
  return { out: stdout, err: stderr, status };
}

/** A fresh folder with these files. */
function place(name: string, files: Record<string, string | Uint8Array>): string {
  const path = join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

describe("what CPython prints", () => {
  for (const [command, byFile] of Object.entries(recorded.printed)) {
    for (const [file, text] of Object.entries(byFile)) {
      test(`${command} ${file}`, () => {
        const { out, err, status } = glass([...command.split(" "), file]);
        expect(err).toBe("");
        expect(out.replace(/ at 0x[0-9a-f]+/g, " at 0x")).toBe(text);
        expect(status).toBe(0);
      });
    }
  }

  test.each(Object.entries(recorded.refused))("error in %s", (file, text) => {
    expect(glass(["dis", file])).toEqual({ out: "", err: text, status: 1 });
  });
});

describe("standard input", () => {
  test("as - and as no file", () => {
    const plain = glass(["dis", "-"], { input: "x = 1\n" });
    expect(plain.out).toBe(disassemble(compile("x = 1\n", { filename: "<stdin>" })));
    expect(glass(["dis"], { input: "x = 1\n" })).toEqual(plain);
  });

  test("its name in errors", () => {
    expect(glass(["ast", "-"], { input: "(" }).err).toContain('  File "<stdin>", line 1\n');
  });
});

describe("one clear line", () => {
  test.each([
    [["ast", "missing.py"], "glass: cannot read missing.py: no such file or directory\n", 1],
    [["tokens", "programs"], "glass: cannot read programs: is a directory\n", 1],
    [["dis", "missing/x.py"], "glass: cannot read missing/x.py: no such file or directory\n", 1],
    [["pyc", "recorded.json"], /^glass: not a \.pyc of CPython 3\.14: recorded\.json: bad magic number/, 1],
    [["frobnicate"], "glass: unknown command frobnicate (see glass --help)\n", 2],
    [["--frobnicate"], "glass: unknown option --frobnicate (see glass --help)\n", 2],
    [[], "glass: which command? (see glass --help)\n", 2],
    [["ast", "--frobnicate", "x"], /^glass: unknown option '--frobnicate' \(see glass --help\)\n$/, 2],
    [["ast", "a.py", "b.py"], "glass: one file at a time, not 2 (see glass --help)\n", 2],
    [["ast", "--mode", "x", "a.py"], "glass: --mode is one of exec, single, eval, func_type (see glass --help)\n", 2],
    [["compile"], "glass: compile: which files or folders? (see glass --help)\n", 2],
    [["compile", "--invalidation-mode", "x", "a"], /^glass: --invalidation-mode is one of timestamp, checked-hash, unchecked-hash/, 2],
    [["compile", "missing"], "glass: cannot read missing: no such file or directory\n", 1],
  ] as [string[], string | RegExp, number][])("glass %j", (args, message, status) => {
    const outcome = glass(args);
    expect(outcome.out).toBe("");
    if (typeof message === "string") expect(outcome.err).toBe(message);
    else expect(outcome.err).toMatch(message);
    expect(outcome.err.trimEnd().split("\n").length).toBe(1);
    expect(outcome.status).toBe(status);
  });

  test("a binary file", () => {
    const path = place("binary", { "image.py": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff) });
    for (const command of ["ast", "symtable", "dis", "compile", "tokens", "pyc"]) {
      const { out, err, status } = glass([command, "image.py"], { cwd: path });
      expect([command, out, status, err.trimEnd().split("\n").length]).toEqual([command, "", 1, 1]);
      expect(err).toContain("image.py");
      expect(err).not.toContain("    at ");
    }
  });
});

describe("help and version", () => {
  test("--help", () => {
    const { out, status } = glass(["--help"]);
    for (const command of ["tokens", "ast", "symtable", "dis", "compile", "pyc", "tour"]) expect(out).toContain(`glass ${command}`);
    expect(status).toBe(0);
  });

  test("--version", () => {
    expect(glass(["--version"]).out).toMatch(/^glass \d+\.\d+\.\d+ \(CPython 3\.14\)\n$/);
  });
});

test("a closed pipe is no error", () => {
  const run = spawnSync("/bin/sh", ["-c", `'${process.execPath}' '${root}bin/glass' ast programs/shapes.py 2>&1 >&3 | head -c 20000; :`], {
    cwd: here,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "ignore"],
  });
  expect(run.stderr).toBe("");
  const broken = spawnSync("/bin/sh", ["-c", `('${process.execPath}' '${root}bin/glass' dis -C -P programs/shapes.py; echo status $? >&2) | true`], {
    cwd: here,
    encoding: "utf8",
  });
  expect(broken.stderr).toBe("status 0\n");
});

describe("compile", () => {
  test("puts the .pyc beside the source, named for the level", () => {
    const path = place("beside", { "spam.py": "x = 1\n" });
    expect(glass(["compile", "spam.py"], { cwd: path })).toEqual({ out: "", err: "", status: 0 });
    expect(glass(["compile", "-O", "spam.py"], { cwd: path }).status).toBe(0);
    expect(glass(["compile", "-OO", "spam.py"], { cwd: path }).status).toBe(0);
    expect(readdirSync(join(path, "__pycache__")).sort()).toEqual([
      "spam.cpython-314.opt-1.pyc",
      "spam.cpython-314.opt-2.pyc",
      "spam.cpython-314.pyc",
    ]);
    const { header, code } = readPyc(readFileSync(join(path, "__pycache__/spam.cpython-314.pyc")), "spam");
    const { mtimeMs, size } = statSync(join(path, "spam.py"));
    expect(header).toEqual({ mode: "timestamp", mtime: Math.floor(mtimeMs / 1000), size });
    expect(code.filename).toBe("spam.py");
  });

  test("-o mirrors a tree, without __pycache__ and links to folders", () => {
    const path = place("tree", { "a.py": "a", "pkg/b.py": "b", "pkg/sub/c.py": "c", "pkg/data.txt": "", "__pycache__/d.py": "d" });
    symlinkSync(join(path, "pkg"), join(path, "link"));
    const output = join(folder, "tree-out");
    expect(glass(["compile", "-o", output, path]).status).toBe(0);
    const made = (readdirSync(output, { recursive: true }) as string[]).filter((name) => name.endsWith(".pyc")).sort();
    expect(made).toEqual(["__pycache__/a.cpython-314.pyc", "pkg/__pycache__/b.cpython-314.pyc", "pkg/sub/__pycache__/c.cpython-314.pyc"]);
    const { code } = readPyc(readFileSync(join(output, "pkg/__pycache__/b.cpython-314.pyc")), "b");
    expect(code.filename).toBe(join(path, "pkg/b.py"));
    expect(readdirSync(path).includes("__pycache__")).toBe(true);
    expect(readdirSync(join(path, "__pycache__"))).toEqual(["d.py"]);
  });

  test("passes over what is up to date, and makes again what is not", () => {
    const path = place("stale", { "m.py": "x = 1\n" });
    const verbose = (): string => glass(["compile", "-v", "m.py"], { cwd: path }).out;
    expect(verbose()).toBe("Compiling 'm.py'...\n");
    expect(verbose()).toBe("");
    expect(glass(["compile", "-v", "-f", "m.py"], { cwd: path }).out).toBe("Compiling 'm.py'...\n");
    utimesSync(join(path, "m.py"), 1_000_000_000, 1_000_000_000);
    expect(verbose()).toBe("Compiling 'm.py'...\n");
    writeFileSync(join(path, "m.py"), "x = 22\n");
    utimesSync(join(path, "m.py"), 1_000_000_000, 1_000_000_000);
    expect(verbose()).toBe("Compiling 'm.py'...\n");
  });

  test.each(["checked-hash", "unchecked-hash"])("--invalidation-mode %s", (mode) => {
    const path = place(mode, { "m.py": "x = 1\n" });
    expect(glass(["compile", "--invalidation-mode", mode, "m.py"], { cwd: path }).status).toBe(0);
    const { header } = readPyc(readFileSync(join(path, "__pycache__/m.cpython-314.pyc")), "m");
    expect(header.mode).toBe(mode);
    // _imp.source_hash of the pinned magic number
    if (header.mode !== "timestamp") expect(Buffer.from(header.hash).toString("hex")).toBe("1db2b6325ca282a7");
    expect(glass(["pyc", "__pycache__/m.cpython-314.pyc"], { cwd: path }).out).toContain(`invalidation: ${mode}\n`);
  });

  test("goes on after a file that fails, and names it", () => {
    const path = place("broken", { "a.py": "x = (\n", "b.py": "y = 1\n", "c.py": "z = \xff" });
    writeFileSync(join(path, "c.py"), Uint8Array.of(0x78, 0x3d, 0));
    const { err, status } = glass(["compile", "."], { cwd: path });
    expect(status).toBe(1);
    expect(err).toBe(
      '  File "./a.py", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n' +
        "SyntaxError: source code string cannot contain null bytes (./c.py)\n",
    );
    expect(readdirSync(join(path, "__pycache__"))).toEqual(["b.cpython-314.pyc"]);
  });

  test("leaves links and folders in the way alone, and no temporary file", () => {
    const path = place("ways", { "m.py": "x = 1\n", "n.py": "x = 1\n", "victim": "precious" });
    mkdirSync(join(path, "__pycache__/n.cpython-314.pyc"), { recursive: true });
    symlinkSync(join(path, "victim"), join(path, "__pycache__/m.cpython-314.pyc"));
    const { err, status } = glass(["compile", "."], { cwd: path });
    expect(status).toBe(1);
    expect(err).toBe(
      "glass: cannot write ./__pycache__/m.cpython-314.pyc: it is a symbolic link\n" +
        "glass: cannot write ./__pycache__/n.cpython-314.pyc: it is a directory\n",
    );
    expect(readFileSync(join(path, "victim"), "utf8")).toBe("precious");
    expect(readdirSync(join(path, "__pycache__")).sort()).toEqual(["m.cpython-314.pyc", "n.cpython-314.pyc"]);
  });

  test("a place that cannot be written to", () => {
    const path = place("file-in-the-way", { "m.py": "x = 1\n", "out": "a file" });
    const { err, status } = glass(["compile", "-o", "out", "m.py"], { cwd: path });
    expect([err, status]).toEqual(["glass: cannot make out: file exists\n", 1]);
    expect(glass(["compile", "-o", "out/deeper", "m.py"], { cwd: path }).err).toMatch(/^glass: cannot make out.*\n$/);
    // /proc answers ENOENT to mkdir
    expect(glass(["compile", "-o", "/proc/nowhere", "m.py"], { cwd: path }).status).toBe(1);
  });
});

test("tour shows every stage", () => {
  const { out, status } = glass(["tour", "programs/shapes.py"]);
  for (const stage of ["Source", "Tokens", "Tree", "Scopes", "Bytecode"]) expect(out).toContain(`\n${stage} `);
  expect(out).not.toContain("\x1b");
  expect(status).toBe(0);
});
