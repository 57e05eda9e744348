// _stat: file modes and flags. Mirrors Modules/_stat.c with Linux's numbers. See docs/modules.md.
import { asIndex, defineModule, False, type ModuleSpec, newInt, newStr, overflowError, True, type Value, type Vm } from "../core/api.ts";
import { documented } from "./documented.ts";
import { startDocs } from "./start-docs.generated.ts";

const D = documented("_stat", startDocs);

const CONSTANTS: Record<string, number> = {
  S_IFDIR: 0o040000, S_IFCHR: 0o020000, S_IFBLK: 0o060000, S_IFREG: 0o100000, S_IFIFO: 0o010000, S_IFLNK: 0o120000, S_IFSOCK: 0o140000,
  S_IFDOOR: 0, S_IFPORT: 0, S_IFWHT: 0,
  S_ISUID: 0o4000, S_ISGID: 0o2000, S_ISVTX: 0o1000, S_ENFMT: 0o2000,
  S_IREAD: 0o400, S_IWRITE: 0o200, S_IEXEC: 0o100,
  S_IRWXU: 0o700, S_IRUSR: 0o400, S_IWUSR: 0o200, S_IXUSR: 0o100,
  S_IRWXG: 0o70, S_IRGRP: 0o40, S_IWGRP: 0o20, S_IXGRP: 0o10,
  S_IRWXO: 0o7, S_IROTH: 0o4, S_IWOTH: 0o2, S_IXOTH: 0o1,
  UF_SETTABLE: 0xffff, UF_NODUMP: 1, UF_IMMUTABLE: 2, UF_APPEND: 4, UF_OPAQUE: 8, UF_NOUNLINK: 16, UF_COMPRESSED: 32, UF_TRACKED: 64, UF_DATAVAULT: 128, UF_HIDDEN: 0x8000,
  SF_SETTABLE: 0xffff0000, SF_ARCHIVED: 0x10000, SF_IMMUTABLE: 0x20000, SF_APPEND: 0x40000, SF_NOUNLINK: 0x100000, SF_SNAPSHOT: 0x200000, SF_FIRMLINK: 0x800000, SF_DATALESS: 0x40000000,
  ST_MODE: 0, ST_INO: 1, ST_DEV: 2, ST_NLINK: 3, ST_UID: 4, ST_GID: 5, ST_SIZE: 6, ST_ATIME: 7, ST_MTIME: 8, ST_CTIME: 9,
};

function modeOf(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n < 0) throw overflowError(vm, "can't convert negative value to unsigned int");
  if (n > 4294967295) throw overflowError(vm, n > 18446744073709551615n ? "Python int too large to convert to C unsigned long" : "mode out of range");
  return Number(n);
}

const test = (name: string, wanted: number) => D.func(name, (vm: Vm, mode: Value) => ((modeOf(vm, mode) & 0o170000) === wanted && wanted !== 0 ? True : False), "($module, mode, /)");

const TYPES: Record<number, string> = { 0o100000: "-", 0o040000: "d", 0o120000: "l", 0o060000: "b", 0o020000: "c", 0o010000: "p", 0o140000: "s" };

function fileMode(mode: number): string {
  const bit = (mask: number, on: string): string => ((mode & mask) !== 0 ? on : "-");
  const special = (execute: number, mask: number, both: string, only: string): string => ((mode & mask) !== 0 ? ((mode & execute) !== 0 ? both : only) : bit(execute, "x"));
  return (
    (TYPES[mode & 0o170000] ?? "?") +
    bit(0o400, "r") + bit(0o200, "w") + special(0o100, 0o4000, "s", "S") +
    bit(0o40, "r") + bit(0o20, "w") + special(0o10, 0o2000, "s", "S") +
    bit(0o4, "r") + bit(0o2, "w") + special(0o1, 0o1000, "t", "T")
  );
}

export const statModule: ModuleSpec = defineModule({
  name: "_stat",
  doc: D.doc(""),
  functions: {
    S_ISDIR: test("S_ISDIR", 0o040000),
    S_ISCHR: test("S_ISCHR", 0o020000),
    S_ISBLK: test("S_ISBLK", 0o060000),
    S_ISREG: test("S_ISREG", 0o100000),
    S_ISFIFO: test("S_ISFIFO", 0o010000),
    S_ISLNK: test("S_ISLNK", 0o120000),
    S_ISSOCK: test("S_ISSOCK", 0o140000),
    S_ISDOOR: test("S_ISDOOR", 0),
    S_ISPORT: test("S_ISPORT", 0),
    S_ISWHT: test("S_ISWHT", 0),
    S_IMODE: D.func("S_IMODE", (vm: Vm, mode: Value) => modeOf(vm, mode) & 0o7777, "($module, mode, /)"),
    S_IFMT: D.func("S_IFMT", (vm: Vm, mode: Value) => modeOf(vm, mode) & 0o170000, "($module, mode, /)"),
    filemode: D.func("filemode", (vm: Vm, mode: Value) => newStr(fileMode(modeOf(vm, mode))), "($module, mode, /)"),
  },
  attributes: Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, () => newInt(value)])),
});
