// FileIO: unbuffered access to a descriptor. Mirrors Modules/_io/fileio.c. See docs/io.md.
import { argumentName, audit, shortName } from "../../core/api.ts";
import { isFault } from "../../host/fault.ts";
import * as P from "../../host/posix.ts";
import { asIndex, call, type Container, defineType, exc, genericGetAttr, genericSetAttr, getset, isBigOrInt, isStr, lookupAttrText, newBytes, newInt, newStr, newSubclassInstance, None, type PyStr, reprText, setAttrText, strFromJs, TPFLAGS_BASETYPE, truth, typeError, type TypeRec, typeName, type Value, valueError, type Vm, withBuffer, False, textOf, member, overflowError } from "../../core/api.ts";
import { bindArguments, NativeDef } from "../../core/signature.ts";
import { filesOf, hostCall, osErrorNumber } from "../os-error.ts";
import { describedMethods, docOf, signatureOf } from "../described.ts";
import { descriptorOf, pathArgument } from "../posix/paths.ts";
import { baseClose, bool, DEFAULT_BUFFER_SIZE, joinBytes, RawIOBaseType, sizeArgument, unsupported, withWritable, both } from "./base.ts";

export class FileData {
  fd = -1;
  closefd = true;
  created = false;
  readable = false;
  writable = false;
  appending = false;
  seekable: boolean | undefined = undefined;
  finalizing = false;
  blksize = DEFAULT_BUFFER_SIZE;
  /** st_size when opened, a first guess for readall. */
  size = -1;
}

const fileOf = (self: Container): FileData => self.data as FileData;

function openData(vm: Vm, self: Container): FileData {
  const file = fileOf(self);
  if (file.fd < 0) throw valueError(vm, "I/O operation on closed file");
  return file;
}

function modeText(file: FileData): string {
  if (file.created) return file.readable ? "xb+" : "xb";
  if (file.appending) return file.readable ? "ab+" : "ab";
  if (file.readable) return file.writable ? "rb+" : "rb";
  return "wb";
}

function parseMode(vm: Vm, file: FileData, mode: string): number {
  let plus = false;
  let rwa = false;
  let flags = 0;
  const wrong = (): Error => {
    throw valueError(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
  };
  for (const c of mode) {
    if ("xrwa".includes(c)) {
      if (rwa) throw wrong();
      rwa = true;
      if (c === "r") file.readable = true;
      else {
        file.writable = true;
        if (c === "x") {
          file.created = true;
          flags |= P.O_EXCL | P.O_CREAT;
        } else if (c === "w") flags |= P.O_CREAT | P.O_TRUNC;
        else {
          file.appending = true;
          flags |= P.O_APPEND | P.O_CREAT;
        }
      }
    } else if (c === "+") {
      if (plus) throw wrong();
      file.readable = file.writable = true;
      plus = true;
    } else if (c !== "b") throw valueError(vm, `invalid mode: ${mode}`);
  }
  if (!rwa) throw wrong();
  flags |= file.readable && file.writable ? P.O_RDWR : file.readable ? P.O_RDONLY : P.O_WRONLY;
  return flags | P.O_CLOEXEC;
}

const initDef = new NativeDef("FileIO", "(file, mode='r', closefd=True, opener=None)", null, () => None, "function", true);

function fileio_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [nameObject, mode, closefdValue, openerValue] = bindArguments(vm, initDef, args, kwnames) as [Value, Value | undefined, Value | undefined, Value | undefined];
  if (mode !== undefined && !isStr(mode)) throw typeError(vm, `FileIO() argument 'mode' must be str, not ${argumentName(mode)}`);
  const closefd = closefdValue === undefined || truth(vm, closefdValue);
  const old = fileOf(self);
  if (old.fd >= 0 && old.closefd) hostCall(vm, () => filesOf(vm).close(old.fd));
  const file = new FileData();
  self.data = file;
  let fd = -1;
  if (isBigOrInt(nameObject)) {
    fd = descriptorOf(vm, nameObject);
    if (fd < 0) throw valueError(vm, "negative file descriptor");
  }
  const flags = parseMode(vm, file, mode === undefined ? "r" : textOf(mode));
  const opener = openerValue === undefined || openerValue === None ? undefined : openerValue;
  let opened = false;
  audit(vm, "open", () => [nameObject, strFromJs((mode === undefined ? "r" : textOf(mode)).replace("b", "")), flags]);
  if (fd >= 0) {
    file.fd = fd;
    file.closefd = closefd;
  } else {
    const path = opener === undefined ? pathArgument(vm, "open", nameObject, { converter: true }) : undefined;
    if (!closefd) throw valueError(vm, "Cannot use closefd=False with file name");
    if (opener === undefined) file.fd = hostCall(vm, () => filesOf(vm).open(path!.bytes, flags, 0o666), nameObject);
    else {
      const answer = call(vm, opener, [nameObject, flags]);
      if (!isBigOrInt(answer)) throw typeError(vm, "expected integer from opener");
      file.fd = Number(asIndex(vm, answer));
      if (file.fd < 0) {
        const got = file.fd;
        file.fd = -1;
        throw valueError(vm, `opener returned ${got}`);
      }
    }
    opened = true;
  }
  const give = (): void => {
    if (opened) {
      const mine = file.fd;
      file.fd = -1;
      try {
        filesOf(vm).close(mine);
      } catch (error) {
        if (!isFault(error)) throw error;
      }
    } else file.fd = -1;
  };
  try {
    const stat = filesOf(vm).stat(file.fd);
    if ((stat.mode & P.S_IFMT) === P.S_IFDIR) {
      give();
      throw osErrorNumber(vm, 21, nameObject);
    }
    if (stat.blksize > 1) file.blksize = Math.max(DEFAULT_BUFFER_SIZE, stat.blksize);
    if ((stat.mode & P.S_IFMT) === P.S_IFREG) file.size = Number(stat.size);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "EBADF") {
      give();
      throw osErrorNumber(vm, 9, opened ? nameObject : undefined);
    }
  }
  setAttrText(vm, self, "name", nameObject);
  if (file.appending) {
    try {
      filesOf(vm).seek(file.fd, 0n, 2);
    } catch (error) {
      if (!isFault(error)) throw error;
      if (opened) {
        give();
        throw osErrorNumber(vm, error.errno);
      }
    }
  }
}

/** Reads at the descriptor's offset; undefined when that would block. */
export function fileRead(vm: Vm, file: FileData, into: Uint8Array): number | undefined {
  try {
    return filesOf(vm).read(file.fd, into);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "EAGAIN") return undefined;
    throw osErrorNumber(vm, error.errno);
  }
}

/** Writes; the number of bytes taken, undefined when that would block. */
export function fileWrite(vm: Vm, file: FileData, bytes: Uint8Array): number | undefined {
  try {
    return filesOf(vm).write(file.fd, bytes);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "EAGAIN") return undefined;
    throw osErrorNumber(vm, error.errno);
  }
}

export function fileSeek(vm: Vm, file: FileData, offset: bigint, whence: number): bigint {
  const at = hostCall(vm, () => filesOf(vm).seek(file.fd, offset, whence));
  file.seekable ??= true;
  return at;
}

function reading(vm: Vm, self: Container): FileData {
  const file = openData(vm, self);
  if (!file.readable) throw unsupported(vm, "File not open for reading");
  return file;
}

function writing(vm: Vm, self: Container): FileData {
  const file = openData(vm, self);
  if (!file.writable) throw unsupported(vm, "File not open for writing");
  return file;
}

/** All to the end; undefined when nothing is there yet. */
export function fileReadAll(vm: Vm, file: FileData): Uint8Array | undefined {
  let rest = 0;
  if (file.size > 0) {
    try {
      rest = file.size - Number(filesOf(vm).seek(file.fd, 0n, 1));
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let size = rest > 0 ? rest + 1 : DEFAULT_BUFFER_SIZE; ; size = Math.max(DEFAULT_BUFFER_SIZE, Math.min(total, 1 << 24))) {
    const into = new Uint8Array(size);
    const got = fileRead(vm, file, into);
    if (got === undefined) {
      if (total === 0) return undefined;
      break;
    }
    if (got === 0) break;
    parts.push(into.subarray(0, got));
    total += got;
  }
  return joinBytes(parts, total);
}

function canSeek(vm: Vm, file: FileData): boolean {
  if (file.seekable === undefined) {
    try {
      filesOf(vm).seek(file.fd, 0n, 1);
      file.seekable = true;
    } catch (error) {
      if (!isFault(error)) throw error;
      file.seekable = false;
    }
  }
  return file.seekable;
}

function offsetOf(vm: Vm, v: Value): bigint {
  if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer`);
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}

function close(vm: Vm, self: Container): void {
  const file = fileOf(self);
  both(vm, () => baseClose(vm, self), () => {
    if (!file.closefd) {
      file.fd = -1;
      return;
    }
    if (file.finalizing) deallocWarn(vm, self, self);
    if (file.fd >= 0) {
      const fd = file.fd;
      file.fd = -1;
      hostCall(vm, () => filesOf(vm).close(fd));
    }
  });
}

function deallocWarn(vm: Vm, self: Container, source: Value): void {
  const file = fileOf(self);
  if (file.fd >= 0 && file.closefd) vm.warnHook?.(exc.ResourceWarningType, `unclosed file ${reprText(vm, source)}`, 1, source);
}

function fileio_repr(vm: Vm, self: Container): Value {
  const file = fileOf(self);
  if (file.fd < 0) return strFromJs(`<${self.type.name} [closed]>`);
  const closefd = file.closefd ? "True" : "False";
  const name = lookupAttrText(vm, self, "name");
  if (name === undefined) return strFromJs(`<${self.type.name} fd=${file.fd} mode='${modeText(file)}' closefd=${closefd}>`);
  return strFromJs(`<${self.type.name} name=${reprText(vm, name)} mode='${modeText(file)}' closefd=${closefd}>`);
}

export const FileIOType: TypeRec = defineType({
  name: "_io.FileIO",
  doc: docOf("_io.FileIO"),
  signature: signatureOf("_io.FileIO")!,
  base: () => RawIOBaseType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io.FileIO", {
    read: (vm: Vm, self: Container, size?: Value) => {
      const file = reading(vm, self);
      const n = sizeArgument(vm, size);
      if (n < 0) {
        const all = fileReadAll(vm, file);
        return all === undefined ? None : newBytes(all);
      }
      const into = new Uint8Array(Math.min(n, 0x7ffff000));
      const got = fileRead(vm, file, into);
      return got === undefined ? None : newBytes(got === into.length ? into : into.slice(0, got));
    },
    readall: (vm: Vm, self: Container) => {
      const all = fileReadAll(vm, openData(vm, self));
      return all === undefined ? None : newBytes(all);
    },
    readinto: (vm: Vm, self: Container, buffer: Value) => {
      const file = reading(vm, self);
      return withWritable(vm, buffer, (into) => fileRead(vm, file, into) ?? None);
    },
    write: (vm: Vm, self: Container, b: Value) => {
      const file = writing(vm, self);
      return withBuffer(vm, b, (bytes) => fileWrite(vm, file, bytes) ?? None);
    },
    seek: (vm: Vm, self: Container, pos: Value, whence?: Value) => {
      const file = openData(vm, self);
      return newInt(fileSeek(vm, file, offsetOf(vm, pos), whence === undefined ? 0 : Number(asIndex(vm, whence))));
    },
    tell: (vm: Vm, self: Container) => newInt(fileSeek(vm, openData(vm, self), 0n, 1)),
    truncate: (vm: Vm, self: Container, size?: Value) => {
      const file = writing(vm, self);
      const to = size === undefined || size === None ? fileSeek(vm, file, 0n, 1) : offsetOf(vm, size);
      hostCall(vm, () => filesOf(vm).truncate(file.fd, to));
      return newInt(to);
    },
    close,
    seekable: (vm: Vm, self: Container) => bool(canSeek(vm, openData(vm, self))),
    readable: (vm: Vm, self: Container) => bool(openData(vm, self).readable),
    writable: (vm: Vm, self: Container) => bool(openData(vm, self).writable),
    fileno: (vm: Vm, self: Container) => openData(vm, self).fd,
    isatty: (vm: Vm, self: Container) => {
      const file = openData(vm, self);
      return bool(hostCall(vm, () => filesOf(vm).isatty(file.fd)));
    },
    _isatty_open_only: (vm: Vm, self: Container) => {
      const file = openData(vm, self);
      if (file.size >= 0) return False;
      return bool(hostCall(vm, () => filesOf(vm).isatty(file.fd)));
    },
    _dealloc_warn: (vm: Vm, self: Container, source: Value) => deallocWarn(vm, self, source),
    __getstate__: (vm: Vm, self: Container) => {
      throw typeError(vm, `cannot pickle '${shortName(self.type)}' instances`);
    },
  }),
  getset: {
    closed: getset((_vm, self) => bool(fileOf(self).fd < 0), undefined, docOf("_io.FileIO.closed")),
    closefd: getset((_vm, self) => bool(fileOf(self).closefd), undefined, docOf("_io.FileIO.closefd")),
    mode: getset((_vm, self) => newStr(modeText(fileOf(self))), undefined, docOf("_io.FileIO.mode")),
    _blksize: getset((_vm, self) => fileOf(self).blksize, (vm, self, v) => void (fileOf(self).blksize = Number(asIndex(vm, v!))), docOf("_io.FileIO._blksize")),
    _finalizing: member((_vm, self) => bool(fileOf(self).finalizing), (vm, self, v) => void (fileOf(self).finalizing = truth(vm, v!))),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new FileData()),
    tp_init: fileio_init,
    tp_repr: fileio_repr,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});
