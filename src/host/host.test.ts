// One table of behaviour for the hosts that have files: what Linux answers, asked of Node's and of the one in memory.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { errnoEntries, errnoMessage, errnoName, errnoNumber } from "./errno.ts";
import { HostFault } from "./fault.ts";
import type { Files, Host } from "./host.ts";
import { memoryHost, MemoryExit } from "./memory/memory-host.ts";
import { nodeHost } from "./node/node-host.ts";
import * as posix from "./posix.ts";
import { pathBytes, pathText } from "./posix.ts";

type Full = Required<Pick<Host, "clock" | "entropy" | "files" | "environment" | "signals">>;

const scratch = mkdtempSync(join(tmpdir(), "host-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const hosts: [string, Full, string][] = [
  ["node", nodeHost(), scratch],
  ["memory", memoryHost({ files: { "/tmp/shared/.keep": "" }, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }), "/tmp/shared"],
];

const NEW = posix.O_RDWR | posix.O_CREAT | posix.O_EXCL;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function fault(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof HostFault) {
      expect(error.errno).toBe(errnoNumber(error.code));
      return error.code;
    }
    throw error;
  }
  return "none";
}

describe.each(hosts)("%s host", (_name, host, folder) => {
  const { files } = host;
  let count = 0;
  /** A path that nothing is at. */
  const fresh = (): string => `${folder}/t${count++}`;
  const put = (path: string, text: string): void => {
    const fd = files.open(pathBytes(path), NEW, 0o644);
    expect(files.write(fd, bytes(text))).toBe(bytes(text).length);
    files.close(fd);
  };
  const get = (path: string): string => {
    const fd = files.open(pathBytes(path), posix.O_RDONLY, 0);
    const text = readAll(files, fd);
    files.close(fd);
    return text;
  };

  test("writes, reads and seeks", () => {
    const path = pathBytes(fresh());
    const fd = files.open(path, NEW, 0o644);
    expect(fd).toBeGreaterThan(2);
    expect(files.write(fd, bytes("hello world"))).toBe(11);
    expect(files.seek(fd, 0n, posix.SEEK_CUR)).toBe(11n);
    expect(files.read(fd, new Uint8Array(4))).toBe(0);
    expect(files.seek(fd, -5n, posix.SEEK_END)).toBe(6n);
    expect(readAll(files, fd)).toBe("world");
    expect(files.seek(fd, 2n, posix.SEEK_SET)).toBe(2n);
    expect(files.write(fd, bytes("LL"))).toBe(2);
    expect(files.seek(fd, -1n, posix.SEEK_CUR)).toBe(3n);
    expect(readAll(files, fd)).toBe("Lo world");
    const part = new Uint8Array(3);
    expect(files.readAt(fd, part, 1n)).toBe(3);
    expect([...part]).toEqual([...bytes("eLL")]);
    expect(files.writeAt(fd, bytes("J"), 0n)).toBe(1);
    expect(files.seek(fd, 0n, posix.SEEK_CUR)).toBe(11n);
    expect(fault(() => files.seek(fd, -1n, posix.SEEK_SET))).toBe("EINVAL");
    expect(fault(() => files.seek(fd, 0n, 7))).toBe("EINVAL");
    expect(files.seek(fd, 20n, posix.SEEK_SET)).toBe(20n);
    files.write(fd, bytes("end"));
    expect(files.stat(fd).size).toBe(23n);
    files.close(fd);
    expect(get(pathText(path))).toBe(`JeLLo world${"\0".repeat(9)}end`);
    expect(fault(() => files.close(fd))).toBe("EBADF");
    expect(fault(() => files.read(fd, part))).toBe("EBADF");
    expect(fault(() => files.write(fd, part))).toBe("EBADF");
    expect(fault(() => files.seek(fd, 0n, 0))).toBe("EBADF");
    expect(fault(() => files.stat(fd))).toBe("EBADF");
  });

  test("opens as the flags say", () => {
    const path = fresh();
    const at = pathBytes(path);
    expect(fault(() => files.open(at, posix.O_RDONLY, 0))).toBe("ENOENT");
    put(path, "abc");
    expect(fault(() => files.open(at, NEW, 0o644))).toBe("EEXIST");
    const reading = files.open(at, posix.O_RDONLY, 0);
    expect(fault(() => files.write(reading, bytes("x")))).toBe("EBADF");
    expect(fault(() => files.truncate(reading, 0n))).toBe("EINVAL");
    files.close(reading);
    const writing = files.open(at, posix.O_WRONLY | posix.O_APPEND, 0);
    expect(fault(() => files.read(writing, new Uint8Array(1)))).toBe("EBADF");
    files.seek(writing, 0n, posix.SEEK_SET);
    files.write(writing, bytes("def"));
    expect(files.seek(writing, 0n, posix.SEEK_CUR)).toBe(6n);
    files.close(writing);
    expect(get(path)).toBe("abcdef");
    files.close(files.open(at, posix.O_WRONLY | posix.O_TRUNC, 0));
    expect(get(path)).toBe("");
    expect(fault(() => files.open(at, posix.O_RDONLY | posix.O_DIRECTORY, 0))).toBe("ENOTDIR");
    expect(fault(() => files.open(pathBytes(`${path}/x`), posix.O_RDONLY, 0))).toBe("ENOTDIR");
    expect(fault(() => files.open(pathBytes(folder), posix.O_WRONLY, 0))).toBe("EISDIR");
    expect(fault(() => files.open(pathBytes(""), posix.O_RDONLY, 0))).toBe("ENOENT");
    expect(fault(() => files.open(pathBytes(`${folder}/${"n".repeat(256)}`), NEW, 0o644))).toBe("ENAMETOOLONG");
    const fd = files.open(pathBytes(folder), posix.O_RDONLY, 0);
    expect(fault(() => files.read(fd, new Uint8Array(1)))).toBe("EISDIR");
    files.close(fd);
  });

  test("truncates", () => {
    const path = fresh();
    put(path, "abcdef");
    files.truncatePath(pathBytes(path), 3n);
    expect(get(path)).toBe("abc");
    const fd = files.open(pathBytes(path), posix.O_RDWR, 0);
    files.truncate(fd, 5n);
    expect(fault(() => files.truncate(fd, -1n))).toBe("EINVAL");
    files.sync(fd, false);
    files.sync(fd, true);
    files.close(fd);
    expect(get(path)).toBe("abc\0\0");
    expect(fault(() => files.truncatePath(pathBytes(folder), 0n))).toBe("EISDIR");
  });

  test("tells and sets what it knows of files", () => {
    const path = fresh();
    const at = pathBytes(path);
    const mask = files.umask(0o027);
    put(path, "12345");
    expect(files.umask(mask)).toBe(0o027);
    const stat = files.statPath(at, true);
    expect(stat.mode).toBe(posix.S_IFREG | 0o640);
    expect(stat.size).toBe(5n);
    expect(stat.nlink).toBe(1);
    expect(stat.uid).toBe(host.environment.credentials().euid);
    expect(typeof stat.mtimeNs).toBe("bigint");
    files.chmodPath(at, 0o4755);
    expect(files.statPath(at, true).mode & 0o7777).toBe(0o4755);
    // Exact in the doubles that Node takes.
    files.utimesPath(at, 1_000_000_000_250_000_000n, 1_500_000_000_500_000_000n, true);
    expect(files.statPath(at, true).atimeNs).toBe(1_000_000_000_250_000_000n);
    expect(files.statPath(at, true).mtimeNs).toBe(1_500_000_000_500_000_000n);
    const fd = files.open(at, posix.O_RDWR, 0);
    files.chmod(fd, 0o600);
    files.utimes(fd, 2_000_000_000n, 3_000_000_000n);
    expect(files.stat(fd).mode).toBe(posix.S_IFREG | 0o600);
    expect(files.stat(fd).mtimeNs).toBe(3_000_000_000n);
    expect(files.isatty(fd)).toBe(false);
    expect(files.inheritable(fd)).toBe(false);
    files.setInheritable(fd, true);
    expect(files.inheritable(fd)).toBe(true);
    expect(files.blocking(fd)).toBe(true);
    files.close(fd);
    files.chownPath(at, -1, -1, true);
    expect(files.access(at, posix.R_OK | posix.W_OK)).toBe(true);
    expect(files.access(at, posix.X_OK)).toBe(false);
    expect(files.access(pathBytes(fresh()), posix.F_OK)).toBe(false);
    expect(files.lookup(at, true)?.size).toBe(5n);
    expect(files.lookup(pathBytes(`${path}/x`), true)).toBe(undefined);
    expect(files.lookup(pathBytes(fresh()), false)).toBe(undefined);
    expect(fault(() => files.statPath(pathBytes(`${path}/x`), true))).toBe("ENOTDIR");
    expect(fault(() => files.statPath(pathBytes(fresh()), true))).toBe("ENOENT");
    expect(files.statFileSystem(at).bsize).toBeGreaterThan(0);
  });

  test("keeps folders", () => {
    const path = fresh();
    const at = pathBytes(path);
    files.mkdir(at, 0o777);
    expect(files.statPath(at, true).mode & posix.S_IFMT).toBe(posix.S_IFDIR);
    expect(fault(() => files.mkdir(at, 0o777))).toBe("EEXIST");
    expect(fault(() => files.mkdir(pathBytes(`${path}/no/such`), 0o777))).toBe("ENOENT");
    put(`${path}/b`, "");
    put(`${path}/é`, "");
    files.mkdir(pathBytes(`${path}/a`), 0o700);
    files.symlink(pathBytes("b"), pathBytes(`${path}/l`));
    const entries = files.list(at).map((e) => `${pathText(e.name)} ${e.kind}`);
    expect(entries.sort()).toEqual(["a directory", "b file", "l link", "é file"]);
    expect(fault(() => files.rmdir(at))).toBe("ENOTEMPTY");
    expect(fault(() => files.rmdir(pathBytes(`${path}/b`)))).toBe("ENOTDIR");
    expect(["EISDIR", "EPERM"]).toContain(fault(() => files.unlink(pathBytes(`${path}/a`))));
    expect(fault(() => files.list(pathBytes(`${path}/b`)))).toBe("ENOTDIR");
    expect(fault(() => files.list(pathBytes(fresh())))).toBe("ENOENT");
    for (const name of ["b", "é", "l"]) files.unlink(pathBytes(`${path}/${name}`));
    files.rmdir(pathBytes(`${path}/a`));
    files.rmdir(at);
    expect(files.lookup(at, true)).toBe(undefined);
    expect(fault(() => files.rmdir(at))).toBe("ENOENT");
    expect(fault(() => files.unlink(at))).toBe("ENOENT");
  });

  test("follows links", () => {
    const path = fresh();
    files.mkdir(pathBytes(path), 0o777);
    put(`${path}/file`, "content");
    files.symlink(pathBytes("file"), pathBytes(`${path}/link`));
    files.symlink(pathBytes("loop"), pathBytes(`${path}/loop`));
    files.symlink(pathBytes("nothing"), pathBytes(`${path}/dangling`));
    files.symlink(pathBytes(path), pathBytes(`${path}/self`));
    expect(get(`${path}/link`)).toBe("content");
    expect(get(`${path}/self/self/link`)).toBe("content");
    expect(pathText(files.readlink(pathBytes(`${path}/link`)))).toBe("file");
    expect(fault(() => files.readlink(pathBytes(`${path}/file`)))).toBe("EINVAL");
    expect(files.statPath(pathBytes(`${path}/link`), false).mode & posix.S_IFMT).toBe(posix.S_IFLNK);
    expect(files.statPath(pathBytes(`${path}/link`), true).mode & posix.S_IFMT).toBe(posix.S_IFREG);
    expect(files.statPath(pathBytes(`${path}/link`), false).size).toBe(4n);
    expect(fault(() => files.statPath(pathBytes(`${path}/loop`), true))).toBe("ELOOP");
    expect(fault(() => files.statPath(pathBytes(`${path}/dangling`), true))).toBe("ENOENT");
    expect(fault(() => files.open(pathBytes(`${path}/link`), posix.O_RDONLY | posix.O_NOFOLLOW, 0))).toBe("ELOOP");
    expect(fault(() => files.open(pathBytes(`${path}/dangling`), NEW, 0o644))).toBe("EEXIST");
    files.close(files.open(pathBytes(`${path}/dangling`), posix.O_WRONLY | posix.O_CREAT, 0o644));
    expect(files.lookup(pathBytes(`${path}/nothing`), false)?.size).toBe(0n);
    expect(fault(() => files.symlink(pathBytes("x"), pathBytes(`${path}/link`)))).toBe("EEXIST");
    expect(fault(() => files.statPath(pathBytes(`${path}/file/`), true))).toBe("ENOTDIR");
    expect(files.statPath(pathBytes(`${path}/self/`), false).mode & posix.S_IFMT).toBe(posix.S_IFDIR);
    files.link(pathBytes(`${path}/file`), pathBytes(`${path}/second`));
    expect(files.statPath(pathBytes(`${path}/file`), true).nlink).toBe(2);
    expect(files.statPath(pathBytes(`${path}/second`), true).ino).toBe(files.statPath(pathBytes(`${path}/file`), true).ino);
    expect(fault(() => files.link(pathBytes(`${path}/file`), pathBytes(`${path}/second`)))).toBe("EEXIST");
    expect(fault(() => files.link(pathBytes(path), pathBytes(`${path}/third`)))).toBe("EPERM");
    files.utimesPath(pathBytes(`${path}/link`), 5_000_000_000n, 6_000_000_000n, false);
    expect(files.statPath(pathBytes(`${path}/link`), false).mtimeNs).toBe(6_000_000_000n);
  });

  test("renames", () => {
    const path = fresh();
    files.mkdir(pathBytes(path), 0o777);
    const p = (name: string): Uint8Array => pathBytes(`${path}/${name}`);
    put(`${path}/a`, "A");
    put(`${path}/b`, "B");
    files.rename(p("a"), p("b"));
    expect(get(`${path}/b`)).toBe("A");
    expect(files.lookup(p("a"), false)).toBe(undefined);
    files.mkdir(p("d"), 0o777);
    files.mkdir(p("e"), 0o777);
    put(`${path}/e/x`, "X");
    expect(fault(() => files.rename(p("b"), p("d")))).toBe("EISDIR");
    expect(fault(() => files.rename(p("d"), p("b")))).toBe("ENOTDIR");
    expect(fault(() => files.rename(p("d"), p("e")))).toBe("ENOTEMPTY");
    expect(fault(() => files.rename(p("e"), p("e/inside")))).toBe("EINVAL");
    expect(fault(() => files.rename(p("none"), p("b")))).toBe("ENOENT");
    files.rename(p("e"), p("d"));
    expect(get(`${path}/d/x`)).toBe("X");
    files.rename(p("d/x"), p("x"));
    expect(get(`${path}/d/../x`)).toBe("X");
    files.rename(p("x"), p("x"));
    expect(get(`${path}/x`)).toBe("X");
  });

  test("keeps a file that is open after its name is gone", () => {
    const path = fresh();
    put(path, "still here");
    const fd = files.open(pathBytes(path), posix.O_RDONLY, 0);
    files.unlink(pathBytes(path));
    expect(files.stat(fd).nlink).toBe(0);
    expect(readAll(files, fd)).toBe("still here");
    files.close(fd);
  });

  test("changes the working folder", () => {
    const before = files.getcwd();
    const path = fresh();
    files.mkdir(pathBytes(path), 0o777);
    try {
      files.chdir(pathBytes(path));
    } catch (error) {
      // Node's workers may not.
      if ((error as { code?: string }).code === "ERR_WORKER_UNSUPPORTED_OPERATION") return;
      throw error;
    }
    put("relative", "r");
    expect(get(`${path}/relative`)).toBe("r");
    expect(pathText(files.getcwd()).endsWith(path.slice(path.lastIndexOf("/")))).toBe(true);
    expect(fault(() => files.chdir(pathBytes("relative")))).toBe("ENOTDIR");
    expect(fault(() => files.chdir(pathBytes("nothing")))).toBe("ENOENT");
    files.chdir(pathBytes(".."));
    files.chdir(before);
    expect(pathText(files.getcwd())).toBe(pathText(before));
  });

  test("takes names that are no UTF-8", () => {
    const name = Uint8Array.of(...pathBytes(`${folder}/`), 0xff, 0xfe, count++ + 48);
    files.close(files.open(name, NEW, 0o644));
    expect(files.list(pathBytes(folder)).some((e) => e.name.length === 3 && e.name[0] === 0xff && e.name[1] === 0xfe)).toBe(true);
    expect(files.lookup(name, true)?.size).toBe(0n);
    files.unlink(name);
    expect(fault(() => files.open(Uint8Array.of(97, 0, 98), NEW, 0o644))).toBe("EINVAL");
  });

  test("has clocks that go on", () => {
    const { clock } = host;
    const wall = clock.now();
    expect(clock.now()).toBeGreaterThanOrEqual(wall);
    const begun = clock.monotonic();
    clock.sleep(3_000_000n);
    expect(clock.monotonic() - begun).toBeGreaterThanOrEqual(3_000_000n);
    expect(clock.processTime()).toBeGreaterThanOrEqual(0n);
    expect(clock.threadTime()).toBeGreaterThanOrEqual(0n);
    expect(clock.local(0).offset % 60).toBe(0);
    expect(clock.local(Number(wall / 1_000_000_000n)).name).not.toBe("");
  });

  test("gives random bytes", () => {
    const { entropy } = host;
    expect(entropy.random(0).length).toBe(0);
    const many = entropy.random(100_000);
    expect(many.length).toBe(100_000);
    expect(new Set(many).size).toBe(256);
    expect([...entropy.random(16)]).not.toEqual([...entropy.random(16)]);
  });

  test("knows its surroundings", () => {
    const { environment } = host;
    expect(environment.executable).not.toBe("");
    environment.setVariable("HOST_TEST_VARIABLE", "x y");
    expect(environment.variables().get("HOST_TEST_VARIABLE")).toBe("x y");
    environment.setVariable("HOST_TEST_VARIABLE", undefined);
    expect(environment.variables().has("HOST_TEST_VARIABLE")).toBe(false);
    expect(environment.pid()).toBeGreaterThan(0);
    expect(environment.cpuCount()).toBeGreaterThan(0);
    expect(environment.usableCpuCount()).toBeGreaterThan(0);
    expect(environment.loadAverage().length).toBe(3);
    expect(environment.systemName().sysname).not.toBe("");
    expect(environment.usage().userTime).toBeGreaterThanOrEqual(0n);
    expect(environment.userName()).not.toBe("");
  });

  test("refuses signals that cannot be handled", () => {
    const { signals, environment } = host;
    expect(fault(() => signals.handle(9, "ignore"))).toBe("EINVAL");
    expect(fault(() => signals.handle(0, "ignore"))).toBe("EINVAL");
    signals.handle(posix.SIGNALS["SIGUSR2"]!, () => undefined);
    signals.handle(posix.SIGNALS["SIGUSR2"]!, undefined);
    signals.kill(environment.pid(), 0);
    expect(fault(() => signals.kill(0x3fffffff, 0))).toBe("ESRCH");
  });
});

function readAll(files: Files, fd: number): string {
  const parts: number[] = [];
  const into = new Uint8Array(4);
  for (let n = files.read(fd, into); n > 0; n = files.read(fd, into)) parts.push(...into.subarray(0, n));
  return new TextDecoder().decode(Uint8Array.from(parts));
}

describe("memory host", () => {
  test("is the same in every run", () => {
    const look = (): unknown[] => {
      const { clock, entropy, files } = memoryHost({ seed: 7, files: { "/a/b.txt": "x" } });
      return [clock.now(), clock.now(), [...entropy.random(8)], files.statPath(pathBytes("/a/b.txt"), true)];
    };
    expect(look()).toEqual(look());
  });

  test("has streams of its own", () => {
    const seen: string[] = [];
    const host = memoryHost({ input: "one\ntwo\n", onOutput: (fd, chunk) => seen.push(`${fd}:${new TextDecoder().decode(chunk)}`) });
    expect(readAll(host.files, 0)).toBe("one\ntwo\n");
    expect(host.files.read(0, new Uint8Array(1))).toBe(0);
    host.files.write(1, bytes("out"));
    host.files.write(2, bytes("err"));
    expect(host.outputText(1)).toBe("out");
    expect(host.outputText(2)).toBe("err");
    expect(seen).toEqual(["1:out", "2:err"]);
    expect(fault(() => host.files.seek(1, 0n, 0))).toBe("ESPIPE");
    expect(fault(() => host.files.write(0, bytes("x")))).toBe("EBADF");
    expect(fault(() => host.files.read(1, new Uint8Array(1)))).toBe("EBADF");
  });

  test("asks modes of the one who is not the owner", () => {
    const { files } = memoryHost({ uid: 5, gid: 5, files: { "/home/f": "x" } });
    const file = pathBytes("/home/f");
    files.chmodPath(file, 0o200);
    expect(fault(() => files.open(file, posix.O_RDONLY, 0))).toBe("EACCES");
    files.chmodPath(file, 0o400);
    expect(fault(() => files.open(file, posix.O_WRONLY, 0))).toBe("EACCES");
    expect(fault(() => files.truncatePath(file, 0n))).toBe("EACCES");
    expect(files.access(file, posix.W_OK)).toBe(false);
    files.chmodPath(pathBytes("/home"), 0o500);
    expect(fault(() => files.unlink(file))).toBe("EACCES");
    expect(fault(() => files.mkdir(pathBytes("/home/d"), 0o777))).toBe("EACCES");
    files.chmodPath(pathBytes("/home"), 0o600);
    expect(fault(() => files.statPath(file, true))).toBe("EACCES");
    expect(fault(() => files.chownPath(pathBytes("/home"), 0, 0, true))).toBe("EPERM");
  });

  test("has pipes and second descriptors", () => {
    const { files } = memoryHost();
    const [reading, writing] = files.pipe();
    expect(fault(() => files.read(reading, new Uint8Array(1)))).toBe("EAGAIN");
    const second = files.duplicate(writing);
    files.write(writing, bytes("ab"));
    files.close(writing);
    files.write(second, bytes("c"));
    files.close(second);
    expect(readAll(files, reading)).toBe("abc");
    const [other, end] = files.pipe();
    files.close(other);
    expect(fault(() => files.write(end, bytes("x")))).toBe("EPIPE");
    files.duplicateTo(1, 9, true);
    expect(files.inheritable(9)).toBe(true);
  });

  test("ends by what the embedder catches", () => {
    const { environment, signals } = memoryHost();
    expect(() => environment.exit(256 + 3)).toThrow(MemoryExit);
    const got: number[] = [];
    signals.handle(2, (signal) => got.push(signal));
    signals.kill(1, 2);
    expect(got).toEqual([2]);
    signals.handle(2, undefined);
    expect(() => signals.kill(1, 2)).toThrow(MemoryExit);
  });
});

describe("node host", () => {
  const program = fileURLToPath(new URL("node/node-host.ts", import.meta.url));
  const child = (body: string, input: string | undefined, shell?: string): ReturnType<typeof spawnSync> => {
    const file = join(scratch, `child${Math.random().toString(36).slice(2)}.ts`);
    writeFileSync(file, `import { nodeHost } from ${JSON.stringify(program)};\nconst host = nodeHost(); const { files } = host;\n${body}`);
    const tsx = fileURLToPath(new URL("../../node_modules/.bin/tsx", import.meta.url));
    if (shell !== undefined) return spawnSync("sh", ["-c", shell.replace("CHILD", `'${tsx}' '${file}'`)], { input, encoding: "utf8" });
    return spawnSync(tsx, [file], { input, encoding: "utf8" });
  };

  test("reads standard input to its end, and leaves with a status", () => {
    const body = `const into = new Uint8Array(3); let all = "";
      for (let n = files.read(0, into); n > 0; n = files.read(0, into)) all += new TextDecoder().decode(into.subarray(0, n));
      files.write(1, new TextEncoder().encode(all.toUpperCase())); host.environment.exit(7);`;
    const result = child(body, "some input\n");
    expect(result.stdout).toBe("SOME INPUT\n");
    expect(result.status).toBe(7);
  });

  test("goes on where a shared offset stands, and keeps it", () => {
    const body = `const s = files.seek(1, 0n, 1); files.write(1, new TextEncoder().encode("at " + s + "\\n"));`;
    const out = join(scratch, "shared.txt");
    child(body, undefined, `{ echo first; CHILD; echo last; } > '${out}'`);
    expect(readFileSync(out, "utf8")).toBe("first\nat 6\nlast\n");
  });

  test("says EPIPE when nobody reads", () => {
    const body = `try { for (;;) files.write(1, new Uint8Array(65536)); } catch (e) { files.write(2, new TextEncoder().encode(e.code + " " + e.errno)); }`;
    const result = child(body, undefined, "CHILD | true");
    expect(result.stderr).toBe("EPIPE 32");
  });

  test("takes descriptors of others", () => {
    const { files } = nodeHost();
    const path = join(scratch, "other.txt");
    writeFileSync(path, "0123456789");
    const fd = openSync(path, "r");
    expect(files.read(fd, new Uint8Array(4))).toBe(4);
    expect(files.seek(fd, 1n, posix.SEEK_CUR)).toBe(5n);
    expect(readAll(files, fd)).toBe("56789");
    closeSync(fd);
    expect(fault(() => files.close(fd))).toBe("EBADF");
  });
});

describe("error numbers", () => {
  test("have names and messages", () => {
    expect(errnoNumber("ENOENT")).toBe(2);
    expect(errnoNumber("EWOULDBLOCK")).toBe(11);
    expect(errnoName(11)).toBe("EAGAIN");
    expect(errnoMessage(13)).toBe("Permission denied");
    expect(errnoMessage(0)).toBe("Success");
    expect(errnoMessage(9999)).toBe("Unknown error 9999");
    for (const [name, number] of errnoEntries()) expect(errnoNumber(name)).toBe(number);
  });
});
