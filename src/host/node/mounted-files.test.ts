// The bundled library among the real files: read as a folder, refused to all that would change it. See docs/host.md, "The library".
import { closeSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { HostFault } from "../fault.ts";
import type { Files } from "../host.ts";
import { DamagedLibrary, writeLibrary } from "../library/format.ts";
import * as posix from "../posix.ts";
import { pathBytes, pathText } from "../posix.ts";
import { nodeHost } from "./node-host.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const LIBRARY = writeLibrary({ "os.py": bytes("import abc\nimport sys\n"), "json/tool.py": bytes("tool"), "json/__init__.py": bytes("init"), "json/deep/x.txt": bytes("deep") }, () => undefined);

const top = mkdtempSync(join(tmpdir(), "mounted-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let count = 0;
/** An installation of its own. */
let home: string;
let lib: string;
let host: ReturnType<typeof nodeHost>;
let files: Files;
const before = process.cwd();

beforeEach(() => {
  home = join(top, `home${count++}`);
  mkdirSync(join(home, "lib"), { recursive: true });
  lib = join(home, "lib/python9");
  writeFileSync(`${lib}.library`, LIBRARY);
  host = nodeHost({ argv: [], executable: "python", library: { folder: lib, file: `${lib}.library` } });
  ({ files } = host);
});
afterEach(() => process.chdir(before));

const p = pathBytes;
const names = (path: string): string[] => files.list(p(path)).map(({ name, kind }) => `${pathText(name)}${kind === "directory" ? "/" : ""}`).sort();

function read(fd: number, size = 1000): string {
  const into = new Uint8Array(size);
  return new TextDecoder().decode(into.subarray(0, files.read(fd, into)));
}

function get(path: string): string {
  const fd = files.open(p(path), posix.O_RDONLY, 0);
  try {
    return read(fd);
  } finally {
    files.close(fd);
  }
}

function fault(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof HostFault) return error.code;
    throw error;
  }
  return "none";
}

describe("reading", () => {
  test("folders and files", () => {
    expect(names(lib)).toEqual(["json/", "os.py"]);
    expect(names(`${lib}/json/`)).toEqual(["__init__.py", "deep/", "tool.py"]);
    expect(get(`${lib}/json/tool.py`)).toBe("tool");
    expect(names(join(home, "lib"))).toEqual(["python9.library", "python9/"]);
    expect(existsSync(lib)).toBe(false);
    const [file, folder, disk] = [files.statPath(p(`${lib}/os.py`), true), files.statPath(p(lib), false), files.statPath(p(`${lib}.library`), true)];
    expect([file.mode, file.size, folder.mode]).toEqual([0o100644, 22n, 0o040755]);
    expect([file.dev, file.mtimeNs, folder.dev, file.uid]).toEqual([disk.dev, disk.mtimeNs, disk.dev, disk.uid]);
    expect(new Set([file.ino, folder.ino, disk.ino]).size).toBe(3);
    expect(files.lookup(p(`${lib}/no.py`), true)).toBe(undefined);
    expect(files.lookup(p(`${lib}/os.py/x`), true)).toBe(undefined);
    expect(fault(() => get(`${lib}/no.py`))).toBe("ENOENT");
    expect(fault(() => get(`${lib}/os.py/x`))).toBe("ENOTDIR");
    expect(fault(() => get(lib))).toBe("EISDIR");
    expect(fault(() => names(`${lib}/os.py`))).toBe("ENOTDIR");
    expect(fault(() => files.readlink(p(`${lib}/os.py`)))).toBe("EINVAL");
    expect(files.statFileSystem(p(lib)).bsize).toBeGreaterThan(0);
  });

  test("all ways to name a path", () => {
    for (const path of [`${lib}/json/../os.py`, `${lib}/./os.py`, `${home}/lib/../lib/python9/os.py`, `${home}//lib//python9//os.py`, `${lib}/../python9/json/../os.py`]) expect(get(path), path).toContain("import abc");
    symlinkSync(home, join(top, `link${count}`));
    expect(get(join(top, `link${count}`, "lib/python9/os.py"))).toContain("import abc");
    process.chdir(join(home, "lib"));
    expect(get("python9/os.py")).toContain("import abc");
    expect(get("./python9/os.py")).toContain("import abc");
    // Another folder of that name.
    mkdirSync(join(home, "python9"));
    writeFileSync(join(home, "python9/os.py"), "mine");
    expect(get(join(home, "python9/os.py"))).toBe("mine");
    expect(get("../python9/os.py")).toBe("mine");
    expect(get(`${lib}/../../python9/os.py`)).toBe("mine");
  });

  test("the current folder", () => {
    files.chdir(p(`${lib}/json`));
    expect(pathText(files.getcwd())).toBe(`${lib}/json`);
    expect(get("tool.py")).toBe("tool");
    expect(get("../os.py")).toContain("abc");
    expect(names(".")).toEqual(["__init__.py", "deep/", "tool.py"]);
    writeFileSync(join(home, "lib/real.txt"), "real");
    expect(get("../../real.txt")).toBe("real");
    expect(fault(() => get("real.txt"))).toBe("ENOENT");
    files.chdir(p("deep"));
    files.chdir(p(".."));
    files.chdir(p(".."));
    expect(pathText(files.getcwd())).toBe(lib);
    files.chdir(p(".."));
    expect(pathText(files.getcwd())).toBe(join(home, "lib"));
    expect(get("real.txt")).toBe("real");
    expect(fault(() => files.chdir(p(`${lib}/os.py`)))).toBe("ENOTDIR");
    expect(fault(() => files.chdir(p(`${lib}/no`)))).toBe("ENOENT");
  });

  test("links into it", () => {
    symlinkSync(`${lib}/os.py`, join(home, "os-link"));
    symlinkSync("lib/python9", join(home, "lib-link"));
    symlinkSync("lib-link/json", join(home, "json-link"));
    symlinkSync("nowhere", join(home, "broken"));
    symlinkSync("loop", join(home, "loop"));
    expect(get(join(home, "os-link"))).toContain("abc");
    expect(files.statPath(p(join(home, "os-link")), true).size).toBe(22n);
    expect(files.statPath(p(join(home, "os-link")), false).mode & posix.S_IFMT).toBe(posix.S_IFLNK);
    expect(get(join(home, "lib-link/json/tool.py"))).toBe("tool");
    expect(names(join(home, "json-link"))).toContain("tool.py");
    expect(files.lookup(p(join(home, "json-link/tool.py")), true)?.size).toBe(4n);
    expect(files.access(p(join(home, "json-link/deep")), posix.R_OK)).toBe(true);
    files.chdir(p(join(home, "json-link")));
    expect(pathText(files.getcwd())).toBe(`${lib}/json`);
    expect(fault(() => get(join(home, "broken")))).toBe("ENOENT");
    expect(fault(() => get(join(home, "loop")))).toBe("ELOOP");
    expect(files.lookup(p(join(home, "broken")), true)).toBe(undefined);
  });

  test("descriptors", () => {
    const fd = files.open(p(`${lib}/os.py`), posix.O_RDONLY, 0);
    const real = files.open(p(`${lib}.library`), posix.O_RDONLY, 0);
    expect(real).not.toBe(fd);
    expect(read(fd, 6)).toBe("import");
    expect(files.seek(fd, 0n, posix.SEEK_CUR)).toBe(6n);
    expect(files.seek(fd, -4n, posix.SEEK_END)).toBe(18n);
    expect(fault(() => files.seek(fd, -1n, posix.SEEK_SET))).toBe("EINVAL");
    expect(files.readAt(fd, new Uint8Array(5), 20n)).toBe(2);
    expect(files.stat(fd)).toEqual(files.statPath(p(`${lib}/os.py`), true));
    const copy = files.duplicate(fd);
    expect(read(copy, 4)).toBe("sys\n");
    expect(files.seek(fd, 0n, posix.SEEK_CUR)).toBe(22n);
    expect(files.isatty(fd)).toBe(false);
    expect(files.inheritable(fd)).toBe(false);
    expect(fault(() => files.write(fd, bytes("x")))).toBe("EBADF");
    files.duplicateTo(fd, real, false);
    files.close(fd);
    expect(fault(() => read(fd))).toBe("EBADF");
    files.seek(real, 0n, posix.SEEK_SET);
    expect(read(copy, 6)).toBe("import");
    // Over a mounted one, a real one.
    const other = files.open(p(`${lib}.library`), posix.O_RDONLY, 0);
    files.duplicateTo(other, copy, false);
    expect(read(copy, 8)).toBe("VIVALIB1");
    for (const each of [copy, real, other]) files.close(each);
    const folder = files.open(p(`${lib}/json`), posix.O_RDONLY | posix.O_DIRECTORY, 0);
    expect(get(pathText(files.pathAt!(folder, p("deep/x.txt"))))).toBe("deep");
    expect(fault(() => read(folder))).toBe("EISDIR");
    files.close(folder);
  });

  test("a child gets what is open", () => {
    const fd = files.open(p(`${lib}/os.py`), posix.O_RDONLY, 0);
    expect(read(fd, 11)).toBe("import abc\n");
    const { processes } = host;
    const out = join(home, "out");
    const to = files.open(p(out), posix.O_RDWR | posix.O_CREAT, 0o644);
    const actions = [{ kind: "duplicate", from: fd, to: 0 }, { kind: "duplicate", from: to, to: 1 }] as const;
    const pid = processes.spawn({ executables: [p("/bin/cat")], argv: [p("cat")], environment: undefined, cwd: undefined, actions, closeFrom: undefined, keep: [], newSession: false, group: undefined, defaultSignals: [] });
    expect(processes.wait(pid, 0)).toEqual([pid, 0]);
    files.seek(to, 0n, posix.SEEK_SET);
    expect(read(to)).toBe("import sys\n");
    expect(read(fd)).toBe("");
    files.seek(fd, 7n, posix.SEEK_SET);
    expect(read(fd, 3)).toBe("abc");
  });
});

test("the system's own calls", () => {
  const { system, mappings } = host;
  const fd = files.open(p(`${lib}/os.py`), posix.O_RDONLY, 0);
  const copy = files.duplicate(fd);
  expect(read(fd, 7)).toBe("import ");
  const to = files.open(p(join(home, "sent")), posix.O_RDWR | posix.O_CREAT, 0o644);
  expect(system.call("sendfile", to, fd, null, 100)).toBe(15);
  expect(files.seek(copy, 0n, posix.SEEK_CUR)).toBe(22n);
  expect(get(join(home, "sent"))).toBe("abc\nimport sys\n");
  const mapping = mappings.map(fd, 22, 1, 2, 0n);
  expect(new TextDecoder().decode(mapping.bytes)).toBe("import abc\nimport sys\n");
  mappings.unmap(mapping);
  const path = new TextEncoder().encode(`${lib}/os.py\0`);
  expect(fault(() => system.call("listxattr", path, new Uint8Array(10), 10))).toBe("EOPNOTSUPP");
  expect(fault(() => system.call("removexattr", path, bytes("user.x\0")))).toBe("EROFS");
  expect(system.call("statvfs", path, new Uint8Array(256))).toBe(0);
  expect(fault(() => system.call("statvfs", bytes(`${lib}/no\0`), new Uint8Array(256)))).toBe("ENOENT");
});

test("nothing can be changed", () => {
  const real = join(home, "real");
  writeFileSync(real, "");
  const os = p(`${lib}/os.py`);
  const fresh = p(`${lib}/new`);
  const told = {
    write: fault(() => files.open(os, posix.O_WRONLY, 0)),
    create: fault(() => files.open(fresh, posix.O_RDWR | posix.O_CREAT, 0o644)),
    exclusive: fault(() => files.open(os, posix.O_RDWR | posix.O_CREAT | posix.O_EXCL, 0o644)),
    cut: fault(() => files.open(os, posix.O_RDONLY | posix.O_TRUNC, 0)),
    mkdir: fault(() => files.mkdir(fresh, 0o755)),
    mkdirThere: fault(() => files.mkdir(p(`${lib}/json`), 0o755)),
    mkfifo: fault(() => files.mkfifo!(fresh, 0o644)),
    rmdir: fault(() => files.rmdir(p(`${lib}/json/deep`))),
    unlink: fault(() => files.unlink(os)),
    unlinkNothing: fault(() => files.unlink(fresh)),
    rename: fault(() => files.rename(os, fresh)),
    renameIn: fault(() => files.rename(p(real), fresh)),
    renameOut: fault(() => files.rename(os, p(`${real}2`))),
    link: fault(() => files.link(os, fresh)),
    linkIn: fault(() => files.link(p(real), fresh)),
    linkInThere: fault(() => files.link(p(real), os)),
    linkInNothing: fault(() => files.link(p(`${real}3`), fresh)),
    linkOut: fault(() => files.link(os, p(`${real}2`))),
    symlink: fault(() => files.symlink(p("x"), fresh)),
    truncate: fault(() => files.truncatePath(os, 0n)),
    chmod: fault(() => files.chmodPath(os, 0o600)),
    chown: fault(() => files.chownPath(os, 1, 1, true)),
    utimes: fault(() => files.utimesPath(os, 0n, 0n, true)),
  };
  // What Linux says of a file system that is mounted read-only.
  const EROFS = "EROFS";
  expect(told).toEqual({
    write: EROFS, create: EROFS, exclusive: "EEXIST", cut: EROFS, mkdir: EROFS, mkdirThere: "EEXIST", mkfifo: EROFS, rmdir: EROFS, unlink: EROFS, unlinkNothing: EROFS, rename: EROFS, renameIn: "EXDEV",
    renameOut: "EXDEV", link: EROFS, linkIn: EROFS, linkInThere: "EEXIST", linkInNothing: "ENOENT", linkOut: "EXDEV", symlink: EROFS, truncate: EROFS, chmod: EROFS, chown: EROFS, utimes: EROFS,
  });
  expect([posix.R_OK, posix.W_OK, posix.X_OK].map((mode) => files.access(os, mode))).toEqual([true, false, false]);
  expect([posix.R_OK, posix.W_OK, posix.X_OK].map((mode) => files.access(p(lib), mode))).toEqual([true, false, true]);
  const fd = files.open(os, posix.O_RDONLY, 0);
  expect([fault(() => files.chmod(fd, 0o600)), fault(() => files.truncate(fd, 0n)), fault(() => files.utimes(fd, 0n, 0n)), fault(() => files.sync(fd, false))]).toEqual([EROFS, "EINVAL", EROFS, "none"]);
  files.close(fd);
  expect(readdirSync(join(home, "lib"))).toEqual(["python9.library"]);
});

test("packages are real files", () => {
  const packages = `${lib}/site-packages`;
  expect(files.lookup(p(packages), true)).toBe(undefined);
  expect(fault(() => get(`${packages}/x.py`))).toBe("ENOENT");
  files.mkdir(p(packages), 0o755);
  const fd = files.open(p(`${packages}/x.py`), posix.O_WRONLY | posix.O_CREAT, 0o644);
  files.write(fd, bytes("x = 1"));
  files.close(fd);
  expect(existsSync(join(lib, "site-packages/x.py"))).toBe(true);
  expect(get(`${lib}/./site-packages/x.py`)).toBe("x = 1");
  expect(get(`${packages}/../os.py`)).toContain("abc");
  expect(names(lib)).toEqual(["json/", "os.py", "site-packages/"]);
  expect(names(join(home, "lib"))).toEqual(["python9.library", "python9/"]);
  files.rename(p(`${packages}/x.py`), p(join(home, "x.py")));
  files.rmdir(p(packages));
  expect(names(lib)).toEqual(["json/", "os.py"]);
});

describe("the file itself", () => {
  test("is not there: all is as on the disk", () => {
    rmSync(`${lib}.library`);
    mkdirSync(lib);
    writeFileSync(join(lib, "os.py"), "on the disk");
    expect(get(`${lib}/os.py`)).toBe("on the disk");
    expect(names(join(home, "lib"))).toEqual(["python9/"]);
  });

  test("is read through a descriptor that a program may close", () => {
    expect(get(`${lib}/os.py`)).toContain("abc");
    const ours = readdirSync("/proc/self/fd").filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === `${lib}.library`;
      } catch {
        return false;
      }
    });
    expect(ours.length).toBe(1);
    closeSync(Number(ours[0]));
    const other = files.open(p(`${home}/other`), posix.O_RDWR | posix.O_CREAT, 0o644);
    expect(get(`${lib}/json/tool.py`)).toBe("tool");
    files.close(other);
  });

  test("has been replaced meanwhile", () => {
    expect(names(lib)).toEqual(["json/", "os.py"]);
    writeFileSync(`${lib}.new`, LIBRARY);
    utimesSync(`${lib}.new`, 1, 1);
    renameSync(`${lib}.new`, `${lib}.library`);
    // The one that is open is still the old one.
    expect(get(`${lib}/os.py`)).toContain("abc");
  });

  test("is damaged", () => {
    writeFileSync(`${lib}.library`, LIBRARY.subarray(0, LIBRARY.length - 1));
    expect(() => names(lib)).toThrow(DamagedLibrary);
    expect(() => get(`${lib}/os.py`)).toThrow(/^it has \d+ bytes, not \d+$/);
  });

  test("has a damaged file", () => {
    const contents = LIBRARY.slice();
    contents.fill(0xff, -36);
    writeFileSync(`${lib}.library`, contents);
    expect(["os.py", "json/tool.py", "json/__init__.py", "json/deep/x.txt"].map((path) => fault(() => get(`${lib}/${path}`)))).toContain("EIO");
    expect(names(lib)).toEqual(["json/", "os.py"]);
  });
});
