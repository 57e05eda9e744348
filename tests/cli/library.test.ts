// The bundled library in an installed package: one file, wherever the package lies, written to by nobody, and told of in one line when it is damaged.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let top: string;
let home: string;
const library = (): string => join(home, "dist/lib/python3.14.library");

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), "vivarium-library-"));
  // koffi, for children.
  symlinkSync(join(root, "node_modules"), join(top, "node_modules"));
  home = join(top, "first");
  mkdirSync(join(home, "dist/lib"), { recursive: true });
  cpSync(join(root, "bin"), join(home, "bin"), { recursive: true });
  copyFileSync(join(root, "dist/vivarium.cjs"), join(home, "dist/vivarium.cjs"));
  copyFileSync(join(root, "dist/lib/python3.14.library"), library());
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

function run(args: readonly string[], options: { cwd?: string; input?: string; env?: Record<string, string> } = {}): { status: number | null; stdout: string; stderr: string } {
  const environment: Record<string, string | undefined> = { ...process.env, ...options.env };
  for (const name of Object.keys(environment)) if (/^(PYTHON|VIVARIUM_)/.test(name) && options.env?.[name] === undefined) delete environment[name];
  const { status, stdout, stderr } = spawnSync(join(home, "bin/vivarium"), args, { encoding: "utf8", timeout: 60_000, cwd: options.cwd ?? top, input: options.input ?? "", env: environment as NodeJS.ProcessEnv });
  return { status, stdout, stderr };
}

const everything = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => !name.includes(".cache")).sort();

/** What the standard library itself does with its folder. Prints what is wrong. */
const USES = `
import os, sys, glob, pathlib, linecache, inspect, pkgutil, importlib, importlib.util, importlib.resources, tokenize, runpy, zipimport, subprocess, compileall, traceback, trace, pydoc, json.decoder
L = os.path.dirname(os.__file__)
def check(name, value):
    if value is not True: print(name, value)
check('listdir', {'os.py', 'json', '__pycache__'} <= set(os.listdir(L)))
walked = {os.path.join(folder, name) for folder, _, names in os.walk(L) for name in names}
check('walk', os.path.join(L, 'json', 'decoder.py') in walked and len(walked) > 1000)
check('walk and stat', all(os.path.getsize(path) >= 0 for path in walked))
check('scandir', sorted(e.name for e in os.scandir(L + '/json') if e.is_file()) == ['__init__.py', '__main__.py', 'decoder.py', 'encoder.py', 'scanner.py', 'tool.py'])
check('glob', len(glob.glob(L + '/json/*.py')) == 6 and len(list(pathlib.Path(L).rglob('decoder.py'))) == 1)
check('sources', all(inspect.getsource(m).strip() == open(m.__file__, encoding='utf-8').read().strip() for m in (json.decoder, os, inspect)))
check('getsourcefile', inspect.getsourcefile(json.decoder.JSONDecoder) == L + '/json/decoder.py')
check('linecache', 'JSONDecoder' in linecache.getline(L + '/json/decoder.py', 1))
check('tokenize', tokenize.open(L + '/os.py').encoding == 'utf-8')
check('pkgutil', {m.name for m in pkgutil.iter_modules([L + '/json'])} == {'decoder', 'encoder', 'scanner', 'tool', '__main__'} and pkgutil.get_data('json', 'tool.py')[:3] == b'"""')
check('resources', importlib.resources.files('json').joinpath('scanner.py').read_text().startswith('"""JSON'))
check('spec', importlib.util.find_spec('xml.dom').origin == L + '/xml/dom/__init__.py')
check('all modules', all(o == 'frozen' or os.path.exists(o) for o in (importlib.util.find_spec(m.name).origin for m in pkgutil.iter_modules([L]))))
check('cached', os.path.exists(importlib.util.cache_from_source(os.__file__)) and json.decoder.__spec__.cached.startswith(L))
check('runpy', 'main' in runpy.run_path(L + '/json/tool.py'))
check('zipimport', type(sys.path_importer_cache.get(L)).__name__ == 'FileFinder')
check('compileall', compileall.compile_file(L + '/json/tool.py', quiet=2, force=True) is False)
check('pydoc', 'JSON' in pydoc.render_doc(json.decoder) and pydoc.locate('json.decoder') is json.decoder)
try: json.loads('[')
except ValueError: check('traceback', 'obj, end = self.raw_decode(s' in traceback.format_exc())
check('child', subprocess.run([sys.executable, '-c', 'import this'], stdin=open(os.__file__), capture_output=True).stdout.startswith(b'The Zen'))
check('child input', subprocess.run(['cat'], stdin=open(os.__file__), capture_output=True).stdout == open(os.__file__, 'rb').read())
print('done')
`;

describe("the package", () => {
  test("has one file for the library, and the library finds all it looks for in it", () => {
    const { stdout, stderr, status } = run(["-c", USES]);
    expect([stdout, stderr, status]).toEqual(["done\n", "", 0]);
    expect(readdirSync(join(home, "dist/lib"))).toEqual(["python3.14.library"]);
  });

  test("works where it was moved to, and writes nothing there", () => {
    const moved = join(top, "second place");
    renameSync(home, moved);
    home = moved;
    const before = everything(home);
    const { stdout, stderr, status } = run(["-c", "import json.tool, os; print(json.tool.__file__); print(json.tool.main.__code__.co_filename); json.loads('[')"]);
    expect(stdout).toBe(`${moved}/dist/lib/python3.14/json/tool.py\n`.repeat(2));
    expect(stderr).toContain(`File "${moved}/dist/lib/python3.14/json/decoder.py", line`);
    expect(stderr).toMatch(/\n {4}obj, end = self\.raw_decode\(.*\n\s+~+\^+\n/);
    expect(status).toBe(1);
    expect(everything(home)).toEqual(before);
  });

  test("runs files and modules of the library, also from inside of it", () => {
    expect(run(["-m", "json.tool"], { input: "[1]" })).toEqual({ status: 0, stdout: "[\n    1\n]\n", stderr: "" });
    expect(run([join(home, "dist/lib/python3.14/json/tool.py")], { input: "[1]" }).stdout).toBe("[\n    1\n]\n");
    expect(run(["lib/python3.14/json"], { input: "[1]", cwd: join(home, "dist") }).stdout).toBe("[\n    1\n]\n");
    expect(run(["lib/python3.14/no.py"], { cwd: join(home, "dist") })).toMatchObject({ status: 2, stderr: expect.stringContaining("[Errno 2] No such file or directory") });
  });

  test("may be named as PYTHONHOME itself", () => {
    const home_ = join(home, "dist");
    expect(run(["-c", "import os; print(os.__file__)"], { env: { PYTHONHOME: home_ } }).stdout).toBe(`${home_}/lib/python3.14/os.py\n`);
  });

  test("finds packages that were put into site-packages", () => {
    mkdirSync(join(home, "dist/lib/python3.14/site-packages"), { recursive: true });
    writeFileSync(join(home, "dist/lib/python3.14/site-packages/guest.py"), "import os; name = 'guest'");
    expect(run(["-c", "import guest, os, sys; print(guest.name, guest.__file__ in guest.__spec__.origin, os.path.dirname(guest.__file__) == sys.path[-1])"]).stdout).toBe("guest True True\n");
    rmSync(join(home, "dist/lib/python3.14"), { recursive: true });
  });
});

describe("a library file that is no longer what was built", () => {
  let whole: Buffer;
  beforeAll(() => {
    whole = readFileSync(library());
  });
  afterAll(() => writeFileSync(library(), whole));

  /** One line that names the file, status 1. */
  function expectOneLine(program = "import json"): void {
    const { status, stdout, stderr } = run(["-c", program]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^vivarium: .*python3\.14\.library is damaged: [^\n]+\n$/);
  }

  test.each([0, 5, 24, 40_000, 1_000_000])("cut off after %d bytes", (size) => {
    writeFileSync(library(), whole);
    truncateSync(library(), size);
    expectOneLine();
  });

  test.each([0, 13, 24, 5000, 30_000])("with byte %d changed", (at) => {
    const changed = Buffer.from(whole);
    changed[at]! ^= 0x20;
    writeFileSync(library(), changed);
    expectOneLine();
  });

  test("whose contents are lost", () => {
    writeFileSync(library(), Buffer.from(whole).fill(0, 65536));
    const { status, stderr } = run(["-c", "import json"]);
    expect(status).toBe(1);
    expect(stderr).toContain("No module named 'encodings'");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("with a module that is lost, whose source is used instead", () => {
    const changed = Buffer.from(whole);
    // Code of json.decoder: the pieces of its docstring do not matter, its beginning does.
    const at = changed.indexOf("Extra data");
    changed.fill(0, at - 200, at + 200);
    writeFileSync(library(), changed);
    expect(run(["-c", "import json; print(json.loads('[1]'))"])).toEqual({ status: 0, stdout: "[1]\n", stderr: "" });
  });

  test("that is missing", () => {
    rmSync(library());
    const { status, stderr } = run(["-c", "pass"]);
    expect(status).toBe(1);
    expect(stderr).toContain("the standard library is missing");
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
