// os.scandir: DirEntry and its iterator. Mirrors their part of Modules/posixmodule.c. See docs/posix.md.
import { isFault } from "../../host/fault.ts";
import type { DirectoryEntry, FileStat } from "../../host/host.ts";
import { Container, defineType, dropMaybe, exc, False, incref, member, newGenericAlias, newInt, note, reprText, strFromJs, True, track, type TypeRec, type Value, type Vm, newStr, NO_TEXT, method, classMethod, TPFLAGS_DISALLOW_INSTANTIATION, truth } from "../../core/api.ts";
import { describedMethods } from "../described.ts";
import { filesOf, hostCall, osError } from "../os-error.ts";
import { answerPath, folderPath, pathArgument } from "./paths.ts";
import { newStatResult } from "./structs.ts";

interface EntryData {
  name: Value;
  path: Value;
  bytes: Uint8Array;
  kind: DirectoryEntry["kind"];
  stat: Value | undefined;
  lstat: Value | undefined;
}

const entryOf = (self: Container): EntryData => self.data as EntryData;

function entryStat(vm: Vm, self: Container, follow: boolean): Value {
  const entry = entryOf(self);
  const known = follow ? entry.stat : entry.lstat;
  if (known !== undefined) return known;
  if (follow && !isLink(vm, self)) return (entry.stat = counted(entryStat(vm, self, false)));
  const found = hostCall(vm, () => filesOf(vm).statPath(entry.bytes, follow), entry.path);
  const made = counted(newStatResult(vm, found));
  if (follow) entry.stat = made;
  else entry.lstat = made;
  return made;
}

function counted(v: Value): Value {
  incref(v);
  return v;
}

function isLink(vm: Vm, self: Container): boolean {
  const entry = entryOf(self);
  if (entry.kind !== "unknown") return entry.kind === "link";
  return testMode(vm, self, false, 0o120000);
}

/** Is it of this kind? Entries that are gone are of none. */
function testMode(vm: Vm, self: Container, follow: boolean, format: number): boolean {
  const entry = entryOf(self);
  if (entry.kind !== "unknown" && !(follow && entry.kind === "link")) {
    return format === 0o040000 ? entry.kind === "directory" : format === 0o100000 ? entry.kind === "file" : entry.kind === "link";
  }
  let found: FileStat;
  try {
    found = filesOf(vm).statPath(entry.bytes, follow);
  } catch (error) {
    if (isFault(error, "ENOENT")) return false;
    if (isFault(error)) throw osError(vm, error, entry.path);
    throw error;
  }
  return (found.mode & 0o170000) === format;
}

const followOf = (vm: Vm, v: Value | undefined): boolean => v === undefined || truth(vm, v);
const bool = (v: boolean): Value => (v ? True : False);

export const DirEntryType: TypeRec = defineType({
  name: "posix.DirEntry",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  getset: {
    name: member((_vm, self) => entryOf(self).name, undefined, "the entry's base filename, relative to scandir() \"path\" argument"),
    path: member((_vm, self) => entryOf(self).path, undefined, "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"),
  },
  methods: {
    ...describedMethods("posix.DirEntry", {
      is_dir: (vm: Vm, self: Container, follow?: Value) => bool(testMode(vm, self, followOf(vm, follow), 0o040000)),
      is_file: (vm: Vm, self: Container, follow?: Value) => bool(testMode(vm, self, followOf(vm, follow), 0o100000)),
      is_symlink: (vm: Vm, self: Container) => bool(isLink(vm, self)),
      is_junction: () => False,
      stat: (vm: Vm, self: Container, follow?: Value) => entryStat(vm, self, followOf(vm, follow)),
      inode: (vm: Vm, self: Container) => newInt(hostCall(vm, () => filesOf(vm).statPath(entryOf(self).bytes, false), entryOf(self).path).ino),
      __fspath__: (_vm: Vm, self: Container) => entryOf(self).path,
    }),
    __class_getitem__: classMethod("($type, object, /)", "See PEP 585", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    tp_repr: (vm, self) => strFromJs(`<DirEntry ${reprText(vm, entryOf(self).name)}>`),
    tp_clear: (vm, self) => {
      const entry = entryOf(self);
      const owned = [entry.stat, entry.lstat, entry.name, entry.path];
      entry.stat = undefined;
      entry.lstat = undefined;
      entry.name = 0;
      entry.path = 0;
      for (const v of owned) dropMaybe(vm, v);
    },
    tp_traverse: (self, visit) => {
      const { name, path, stat, lstat } = entryOf(self);
      visit(name);
      visit(path);
      if (stat !== undefined) visit(stat);
      if (lstat !== undefined) visit(lstat);
    },
  },
});

interface ScanData {
  entries: DirectoryEntry[] | null;
  index: number;
  base: Uint8Array;
  asBytes: boolean;
  bare: boolean;
}

const scanOf = (self: Container): ScanData => self.data as ScanData;

function close(self: Container): void {
  scanOf(self).entries = null;
}

export const ScandirIteratorType: TypeRec = defineType({
  name: "posix.ScandirIterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    __enter__: method("($self, /)", null, (_vm: Vm, self: Container) => self, NO_TEXT),
    __exit__: method("($self, /, *args)", null, (_vm: Vm, self: Container) => close(self), NO_TEXT),
    close: method("($self, /)", null, (_vm: Vm, self: Container) => close(self), NO_TEXT),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self) => {
      const scan = scanOf(self);
      if (scan.entries === null) return undefined;
      const entry = scan.entries[scan.index++];
      if (entry === undefined) {
        scan.entries = null;
        return undefined;
      }
      const slash = scan.base.length > 0 && scan.base[scan.base.length - 1] !== 47 ? 1 : 0;
      const bytes = new Uint8Array(scan.base.length + slash + entry.name.length);
      bytes.set(scan.base);
      if (slash === 1) bytes[scan.base.length] = 47;
      bytes.set(entry.name, scan.base.length + slash);
      const name = counted(answerPath(vm, entry.name, scan.asBytes));
      const path = counted(scan.bare ? name : answerPath(vm, bytes, scan.asBytes));
      const made = new Container(DirEntryType, { name, path, bytes, kind: entry.kind, stat: undefined, lstat: undefined } satisfies EntryData, null);
      track(vm, made);
      return note(vm, made);
    },
    tp_finalize: (vm, self) => {
      if (scanOf(self).entries === null) return;
      close(self);
      vm.warnHook?.(exc.ResourceWarningType, `unclosed scandir iterator ${reprText(vm, self)}`, 1, self);
    },
  },
});

export function scandir(vm: Vm, path?: Value): Value {
  const p = pathArgument(vm, "scandir", path, { fd: true, nullable: true });
  // Entries of a descriptor are named without a folder.
  const bare = p.fd >= 0;
  if (bare) p.bytes = folderPath(vm, p.fd, Uint8Array.of(46), "scandir: descriptors are unavailable on this platform", p.shown);
  const entries = hostCall(vm, () => filesOf(vm).list(p.bytes), p.shown ?? newStr("."));
  return note(vm, new Container(ScandirIteratorType, { entries, index: 0, base: p.shown === undefined ? Uint8Array.of(46) : p.bytes, asBytes: p.isBytes, bare } satisfies ScanData, null));
}

