// The start-up image of bin/vivarium: with it everything is as without it, and one that does not fit is left alone. See docs/startup.md.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);

let folder: string;
let vivarium: string;
let image: string;

const buildImage = (): void => void (require(join(folder, "bin/build-image.js")) as { build(root: string): boolean }).build(folder);

beforeAll(() => {
  // A package of its own, so that nobody builds it anew meanwhile.
  folder = mkdtempSync(join(tmpdir(), "vivarium-image-"));
  cpSync(join(root, "bin"), join(folder, "bin"), { recursive: true });
  mkdirSync(join(folder, "dist"));
  symlinkSync(join(root, "dist/lib"), join(folder, "dist/lib"));
  execFileSync(process.execPath, [join(root, "node_modules/rolldown/bin/cli.mjs"), "-c", "rolldown.image.config.ts", "-d", join(folder, "dist")], { cwd: root, stdio: "ignore" });
  cpSync(join(folder, "dist/vivarium-image.cjs"), join(folder, "dist/vivarium.cjs"));
  vivarium = join(folder, "bin/vivarium");
  image = join(folder, "dist/image");
  buildImage();
  mkdirSync(join(folder, "work/shadow"), { recursive: true });
  writeFileSync(join(folder, "work/report.py"), REPORT);
  writeFileSync(join(folder, "work/shadow/linecache.py"), "print('another linecache')\ndef _register_code(*args): pass\n");
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that depends on how a process was started. */
const REPORT = `
import sys, os, time, signal, gc, builtins
def show(*args): print(*args, file=sys.__stdout__ or open('/dev/fd/3', 'w'), flush=True)
if __name__ == '__main__':
    show(sys.flags, sys.argv, sys.orig_argv, sys.path, sys.executable, sys.prefix, sys.base_prefix)
    show(list(sys.modules))
    show(list(vars(sys)))
    show(sorted(os.environ.items()) == sorted((os.fsdecode(k), os.fsdecode(v)) for k, v in os.environb.items()), os.environ.get('GIVEN'), os.getenv('PATH') is not None)
    show(sys.warnoptions, sys._xoptions, sys.dont_write_bytecode, sys.pycache_prefix, sys.get_int_max_str_digits())
    show(os.getcwd(), time.tzname, time.timezone, os.getpid() > 0, os.path.basename(os.path.abspath('x')))
    for stream in sys.stdin, sys.stdout, sys.stderr:
        show(stream is None or (stream.name, stream.mode, stream.encoding, stream.errors, stream.line_buffering, stream.write_through, type(stream.buffer).__name__))
    show(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), gc.isenabled(), gc.get_threshold())
    show(hasattr(builtins, 'exit'), 'site' in sys.modules, getattr(sys.modules.get('site'), 'ENABLE_USER_SITE', 0), getattr(sys.modules.get('site'), 'USER_SITE', 0))
    if not sys.flags.hash_randomization or os.environ.get('PYTHONHASHSEED', '').isdigit():
        show(hash('a'), hash('abc'), hash(b'abc'), hash(('a', 1)), list({'one', 'two', 'three', 'four', 'five', 'six'}))
        show(list(sys.stdlib_module_names)[:20], [sorted(c) == sorted(set(c)) and list(c) for c in (os.supports_fd, frozenset(os.__all__))][1][:20])
        show([list(v) for k, v in sorted(vars(os).items()) if isinstance(v, (set, frozenset)) and all(isinstance(x, str) for x in v)])
    show('os' in sys.stdlib_module_names, os.environ.get('HOME', 'x') == os.environ.get(''.join(['HO', 'ME']), 'x'), os.stat in os.supports_fd, os.open in os.supports_dir_fd)
    show(gc.get_freeze_count(), any(o is vars(os) for o in gc.get_objects()), any(o is vars(os) for o in gc.get_objects(0)))
    show(sys.stdin.read() if sys.stdin and not sys.stdin.closed and sys.argv[0] not in ('-', '') else 'no input')
    raise SystemExit(3)
`;

interface Case {
  args: string[];
  env?: Record<string, string>;
  input?: string;
  cwd?: string;
  /** A shell's redirections in place of the standard streams. */
  streams?: string;
}

function run(road: "image" | "ordinary", { args, env = {}, input = "the input\n", cwd = "work", streams = "" }: Case): { out: string; err: string; status: number | null } {
  const environment: Record<string, string> = { PATH: process.env["PATH"]!, HOME: folder, LANG: "C.UTF-8", TZ: "Europe/Berlin", GIVEN: "a value é", ...env };
  if (road === "ordinary") environment["VIVARIUM_NO_IMAGE"] = "1";
  const { stdout, stderr, status } = spawnSync("/bin/sh", ["-c", `exec "$0" "$@" ${streams}`, vivarium, ...args], { cwd: join(folder, cwd), env: environment, input, encoding: "utf8" });
  return { out: stdout.replaceAll(/0x[0-9a-f]+/g, "0x"), err: stderr.replaceAll(/0x[0-9a-f]+/g, "0x"), status };
}

/** Did Node start with the image? */
const ROAD = "print(b'-'.join((b'--snapshot', b'blob')) in open('/proc/self/cmdline', 'rb').read())";
const usesImage = (): boolean => run("image", { args: ["-c", ROAD] }).out === "True\n";

const cases: Record<string, Case> = {
  "a script": { args: ["report.py"] },
  "a script with arguments": { args: ["report.py", "-c", "--help", "two words", "", "é"] },
  "-c": { args: ["-c", `exec(${JSON.stringify(REPORT)})`, "x"] },
  "-m": { args: ["-m", "report", "x"] },
  "a program on standard input": { args: [], input: REPORT },
  "a program on standard input, with a dash": { args: ["-", "1"], input: REPORT },
  "another folder": { args: ["../report.py"], cwd: "work/shadow" },
  "a module of the library shadowed by the current folder": { args: ["-c", "import linecache; print(linecache.__file__)"], cwd: "work/shadow" },
  "seed 0": { args: ["report.py"], env: { PYTHONHASHSEED: "0" } },
  "seed 5": { args: ["report.py"], env: { PYTHONHASHSEED: "5" } },
  "-R with a seed": { args: ["-R", "-c", "import sys; print(sys.flags)"], env: { PYTHONHASHSEED: "5" } },
  "-I": { args: ["-I", "report.py"], env: { PYTHONPATH: "/nowhere", PYTHONDONTWRITEBYTECODE: "1" } },
  "-E": { args: ["-E", "report.py"], env: { PYTHONUNBUFFERED: "1" } },
  "-P -s -B -q -x": { args: ["-PsBqx", "report.py"] },
  "-S": { args: ["-S", "report.py"] },
  "-u": { args: ["-u", "report.py"] },
  "-O": { args: ["-O", "-c", "assert False; print(__debug__)"] },
  "-b": { args: ["-b", "-c", "import sys; print(b'' == '', sys.warnoptions)"] },
  "-W": { args: ["-W", "error::DeprecationWarning", "report.py"] },
  "-X dev": { args: ["-X", "dev", "report.py"] },
  "-X int_max_str_digits": { args: ["-X", "int_max_str_digits=1000", "report.py"] },
  "-X utf8": { args: ["-X", "utf8", "report.py"] },
  "-v": { args: ["-v", "-c", "print('x', file=__import__('sys').stdout)"] },
  PYTHONPATH: { args: ["report.py"], env: { PYTHONPATH: "/nowhere:shadow" } },
  PYTHONUNBUFFERED: { args: ["report.py"], env: { PYTHONUNBUFFERED: "1" } },
  PYTHONIOENCODING: { args: ["report.py"], env: { PYTHONIOENCODING: "latin-1:replace" } },
  "PYTHONIOENCODING, errors alone": { args: ["report.py"], env: { PYTHONIOENCODING: ":backslashreplace" } },
  PYTHONINTMAXSTRDIGITS: { args: ["report.py"], env: { PYTHONINTMAXSTRDIGITS: "0" } },
  PYTHONPYCACHEPREFIX: { args: ["report.py"], env: { PYTHONPYCACHEPREFIX: "/tmp/x", PYTHONNOUSERSITE: "1", PYTHONWARNINGS: "ignore" } },
  "a wrong PYTHONHASHSEED": { args: ["report.py"], env: { PYTHONHASHSEED: "x" } },
  "malloc's settings, which are the launcher's": { args: ["-c", "import os; print([k for k in os.environ if 'MALLOC' in k]); os.system('env | grep MALLOC')"], env: {} },
  "malloc's settings, which are the user's": { args: ["-c", "import os; print(sorted((k, v) for k, v in os.environ.items() if 'MALLOC' in k))"], env: { MALLOC_ARENA_MAX: "2" } },
  "certificates, which Node need not read": { args: ["-c", "import os; print(os.environ['NODE_EXTRA_CA_CERTS'], os.environb[b'NODE_EXTRA_CA_CERTS'], [k for k in os.environ if k.startswith('VIVARIUM_NODE')]); os.system('echo $NODE_EXTRA_CA_CERTS')"], env: { NODE_EXTRA_CA_CERTS: "/nowhere/certificates" } },
  "every native module": { args: ["-c", "import sys, os; os.chdir('/'); import array, itertools\nfor name in sorted(sys.builtin_module_names):\n    m = __import__(name); print(name, m.__doc__, sorted(vars(m))[:9]); [dir(v) for v in vars(m).values() if isinstance(v, type)]"] },
  "types of native modules": { args: ["-c", "import decimal, pickle; print(decimal.Decimal('1.1') / 3, pickle.loads(pickle.dumps([1, {2: 'x'}])), '\\N{BULLET}', 'e\u0301'.encode('ascii', 'namereplace'))\n\u00b5 = 1; print(\u03bc)"] },
  "another locale": { args: ["report.py"], env: { LANG: "de_DE.UTF-8", TZ: "Asia/Kolkata" } },
  "no library": { args: ["report.py"], env: { PYTHONHOME: "/nowhere" } },
  "an unknown option": { args: ["-Z"] },
  "-V": { args: ["-V"] },
  "no such file": { args: ["nothing.py"] },
  "an error": { args: ["-c", "def f():\n  1/0\nf()"] },
  "a SyntaxError": { args: ["-c", "x = = 1"] },
  "closed input": { args: ["-c", "import sys; print(sys.stdin, sys.stdout.name, sys.stderr.fileno())"], streams: "<&-" },
  "closed output": { args: ["-c", "import sys; print(sys.stdout, file=sys.stderr)"], streams: ">&-" },
  "closed errors": { args: ["-c", "import sys; print(sys.stderr)"], streams: "2>&-" },
  "output that nobody takes": { args: ["-c", "print('x')"], streams: "> /dev/full" },
  "objects at exit": { args: ["-c", "import os\nclass A:\n  def __init__(self, n): self.n = n; self.me = self\n  def __del__(self): print('gone', self.n)\na = A(1); b = A(2); os.kept = A(3); del b; os.late = a"] },
  "collections": { args: ["-c", "import gc, os\nprint(gc.collect() >= 0, gc.get_count()[1:], len(gc.get_objects()) > 1000, gc.is_tracked(vars(os)))\ngc.freeze(); print(gc.get_freeze_count() > 1000); gc.unfreeze(); print(gc.get_freeze_count())\nclass A:\n  def __del__(self): print('gone')\na = A(); a.a = a; del a; print(gc.collect())"] },
  "a signal": { args: ["-c", "import os, signal\ntry:\n  os.kill(os.getpid(), signal.SIGINT)\n  for i in range(10**7): pass\nexcept KeyboardInterrupt: print('interrupted')"] },
  "imports of native and other modules": { args: ["-c", "import json, re, random, datetime, decimal, hashlib, zlib, collections, subprocess, threading, ast, unicodedata\nprint(json.dumps([1, None]), re.findall('a+', 'caab'), decimal.Decimal('1.1') + 1, hashlib.md5(b'x').hexdigest(), unicodedata.name('a'), ast.dump(ast.parse('1')))"] },
  "a child": { args: ["-c", "import subprocess, sys\nprint(subprocess.run([sys.executable, '-c', 'import sys; print(sys.argv, sys.executable)', 'x'], capture_output=True, text=True))"] },
};

describe("the same with and without the image", () => {
  for (const [name, one] of Object.entries(cases)) {
    test(name, () => {
      expect(run("image", one)).toEqual(run("ordinary", one));
    }, 30_000);
  }
});

describe.skipIf(process.platform !== "linux")("when the image is used", () => {
  test("as it was made, and through links", () => {
    expect(usesImage()).toBe(true);
    const link = join(folder, "link");
    symlinkSync("bin/vivarium", link);
    const found = spawnSync(link, ["-c", `${ROAD}; import sys; print(sys.executable)`], { encoding: "utf8", env: { PATH: process.env["PATH"]! } });
    expect(found.stdout).toBe(`True\n${vivarium}\n`);
  });

  test("hashes differ from process to process", () => {
    const hashes = new Set(Array.from({ length: 3 }, () => run("image", { args: ["-c", "print(hash('a'), hash(b'a'))"] }).out));
    expect(hashes.size).toBe(3);
  });

  test("not under NODE_OPTIONS, nor with another node", () => {
    expect(run("image", { args: ["-c", ROAD], env: { NODE_OPTIONS: "--no-warnings" } }).out).toBe("False\n");
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "node"), `#!/bin/sh\nexec ${process.execPath} "$@"\n`, { mode: 0o755 });
    expect(run("image", { args: ["-c", ROAD], env: { PATH: `${other}:${process.env["PATH"]}` } }).out).toBe("False\n");
  });

  test("not when it is stale, cut off or gone", () => {
    const bundle = join(folder, "dist/vivarium.cjs");
    const blob = join(image, "vivarium.blob");
    const expectRefusal = (): void => {
      const found = run("image", { args: ["-c", ROAD] });
      expect(found).toEqual({ out: "False\n", err: "", status: 0 });
      buildImage();
      expect(usesImage()).toBe(true);
    };
    const later = new Date(Date.now() + 5000);
    utimesSync(bundle, later, later);
    expect(run("image", { args: ["-c", ROAD] }).out).toBe("False\n");
    utimesSync(bundle, new Date(0), new Date(0));
    expect(usesImage()).toBe(true);
    truncateSync(blob, 1000);
    expectRefusal();
    writeFileSync(blob, "no snapshot");
    expectRefusal();
    rmSync(blob);
    expectRefusal();
    // As if another version of node had taken the place of the one that made it.
    const stamp = join(image, "node-to");
    utimesSync(stamp, new Date(0), new Date(0));
    expectRefusal();
    const launch = join(image, "launch");
    writeFileSync(launch, readFileSync(launch, "utf8").replace(/^image_boot='.*'$/m, "image_boot='another'").replace(/^image_cpu='.*'$/m, "image_cpu='another'"));
    expectRefusal();
    rmSync(launch);
    expectRefusal();
  }, 120_000);
});

test("without a shell the command is a script of Node", () => {
  const copy = join(folder, "bin/copy");
  cpSync(vivarium, copy);
  (require(join(folder, "bin/shebang.js")) as { forNode(file: string): void }).forNode(copy);
  expect(readFileSync(copy, "utf8").split("\n")[0]).toBe("#!/usr/bin/env -S node --stack-size=6000");
  expect(execFileSync(copy, ["-c", "print(1)"], { encoding: "utf8" })).toBe("1\n");
});
