// mmap: memory that is mapped, over the host's mmap(2): what is written is in the file at once. Mirrors Modules/mmapmodule.c for Unix. See docs/modules.md.
import { bytesFind, bytesRfind } from "../base/bytes-ops.ts";
import {
  asCInt, asIndex, asInt32, asSsize, asSsizeArgument, audit, type Container, defineModule, defineType, exc, False, indexError, isSlice, type ModuleSpec, newBytes, newError, newInt, newSubclassInstance,
  None, overflowError, type PyStr, sliceBounds, strFromJs, textOf, True, truth, typeError, typeName, typeOf, type TypeRec, type Value, valueError, type Vm, withBuffer, TPFLAGS_BASETYPE,
} from "../core/api.ts";
import { isFault, newFault } from "../host/fault.ts";
import type { Mapping, Mappings } from "../host/host.ts";
import { simpleView } from "../types/buffer.ts";
import { documented } from "./documented.ts";
import { docs } from "./mmap-docs.generated.ts";
import { filesOf, hostCall, osErrorNumber } from "./os-error.ts";

const D = documented("mmap", docs);
const ACCESS_DEFAULT = 0;
const ACCESS_READ = 1;
const ACCESS_WRITE = 2;
const ACCESS_COPY = 3;
const ACCESS_NAMES = ["ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"];
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_ANONYMOUS = 32;
const PROT_READ = 1;
const PROT_WRITE = 2;
const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const EBADF = 9;
const PAGE = 4096;
const NEWLINE = 10;

const CONSTANTS: Readonly<Record<string, number>> = {
  ACCESS_COPY, ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ALLOCATIONGRANULARITY: PAGE, PAGESIZE: PAGE,
  MADV_DODUMP: 17, MADV_DOFORK: 11, MADV_DONTDUMP: 16, MADV_DONTFORK: 10, MADV_DONTNEED: 4, MADV_FREE: 8, MADV_HUGEPAGE: 14, MADV_HWPOISON: 100, MADV_MERGEABLE: 12,
  MADV_NOHUGEPAGE: 15, MADV_NORMAL: 0, MADV_RANDOM: 1, MADV_REMOVE: 9, MADV_SEQUENTIAL: 2, MADV_UNMERGEABLE: 13, MADV_WILLNEED: 3,
  MAP_32BIT: 64, MAP_ANON: MAP_ANONYMOUS, MAP_ANONYMOUS, MAP_DENYWRITE: 2048, MAP_EXECUTABLE: 4096, MAP_NORESERVE: 16384, MAP_POPULATE: 32768, MAP_PRIVATE, MAP_SHARED, MAP_STACK: 131072,
  PROT_EXEC: 4, PROT_READ, PROT_WRITE,
};

interface MmapData {
  /** Null when closed. */
  mapping: Mapping | null;
  readonly offset: bigint;
  pos: number;
  /** Views given out: while there are some, the memory stays where it is. */
  exports: number;
  /** Our own descriptor of the file; -1 for none. */
  fd: number;
  readonly flags: number;
  readonly access: number;
  readonly trackfd: boolean;
}

const isIndexable = (v: Value): boolean => typeof v === "number" || typeOf(v).nb_index !== undefined;
const dataOf = (self: Value): MmapData => (self as Container).data as MmapData;

function mappingsOf(vm: Vm): Mappings {
  if (vm.host.mappings === undefined) throw newFault("ENOSYS", "mmap");
  return vm.host.mappings;
}

/** The data of one that is open: to be asked anew after Python code has run. */
function open(vm: Vm, self: Value): MmapData & { mapping: Mapping } {
  const m = dataOf(self);
  if (m.mapping === null) throw valueError(vm, "mmap closed or invalid");
  return m as MmapData & { mapping: Mapping };
}

function writable(vm: Vm, self: Value): MmapData & { mapping: Mapping } {
  const m = open(vm, self);
  if (m.access === ACCESS_READ) throw typeError(vm, "mmap can't modify a readonly memory map.");
  return m;
}

const PARAMETERS = ["fileno", "length", "flags", "prot", "access", "offset", "trackfd"];
const POSITIONAL = 6;

/** Binds the constructor's arguments, whose messages have no name of a function. */
function bind(vm: Vm, args: readonly Value[], kwnames: readonly PyStr[] | null): (Value | undefined)[] {
  const names = (kwnames ?? []).map(textOf);
  const given = args.length - names.length;
  if (args.length > PARAMETERS.length) throw typeError(vm, `function takes at most ${PARAMETERS.length} arguments (${args.length} given)`);
  if (given > POSITIONAL) throw typeError(vm, `function takes at most ${POSITIONAL} positional arguments (${given} given)`);
  const bound: (Value | undefined)[] = args.slice(0, given);
  names.forEach((name, i) => {
    const at = PARAMETERS.indexOf(name);
    if (at < 0) return;
    if (at < given) throw typeError(vm, `argument for function given by name ('${name}') and position (${at + 1})`);
    bound[at] = args[given + i];
  });
  for (const at of [0, 1]) if (bound[at] === undefined) throw typeError(vm, `function missing required argument '${PARAMETERS[at]}' (pos ${at + 1})`);
  const unknown = names.find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw typeError(vm, `this function got an unexpected keyword argument '${unknown}'`);
  return bound;
}

function asLongLong(vm: Vm, v: Value | undefined): bigint {
  if (v === undefined) return 0n;
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "int too big to convert");
  return n;
}

function mmapNew(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const bound = bind(vm, args, kwnames);
  const file = asInt32(vm, bound[0]!);
  const length = asSsizeArgument(vm, bound[1]!);
  const number = (at: number, otherwise: number): number => (bound[at] === undefined ? otherwise : asInt32(vm, bound[at]));
  let flags = number(2, MAP_SHARED);
  let prot = number(3, PROT_READ | PROT_WRITE);
  let access = number(4, ACCESS_DEFAULT);
  const offset = asLongLong(vm, bound[5]);
  const trackfd = bound[6] === undefined || truth(vm, bound[6]);
  if (length < 0) throw overflowError(vm, "memory mapped length must be positive");
  if (offset < 0n) throw overflowError(vm, "memory mapped offset must be positive");
  if (access !== ACCESS_DEFAULT && (flags !== MAP_SHARED || prot !== (PROT_READ | PROT_WRITE))) throw valueError(vm, "mmap can't specify both access and flags, prot.");
  if (access === ACCESS_READ) prot = PROT_READ;
  else if (access === ACCESS_COPY) flags = MAP_PRIVATE;
  else if (access === ACCESS_DEFAULT) {
    if ((prot & PROT_WRITE) === 0) access = ACCESS_READ;
    else if ((prot & PROT_READ) === 0) access = ACCESS_WRITE;
  } else if (access !== ACCESS_WRITE) throw valueError(vm, "mmap invalid access parameter.");
  audit(vm, "mmap.__new__", () => [file, length, access, newInt(offset)]);
  let size = length;
  if (file !== -1) {
    const stat = hostCall(vm, () => filesOf(vm).stat(file));
    if ((stat.mode & S_IFMT) === S_IFREG) {
      if (length === 0) {
        if (stat.size === 0n) throw valueError(vm, "cannot mmap an empty file");
        if (offset >= stat.size) throw valueError(vm, "mmap offset is greater than file size");
        size = Number(stat.size - offset);
      } else if (offset > stat.size || stat.size - offset < BigInt(length)) throw valueError(vm, "mmap length is greater than file size");
    }
  } else flags |= MAP_ANONYMOUS;
  const fd = file === -1 || !trackfd ? -1 : hostCall(vm, () => filesOf(vm).duplicate(file));
  let mapping: Mapping;
  try {
    mapping = hostCall(vm, () => mappingsOf(vm).map(file, size, prot, flags, offset));
  } catch (error) {
    if (fd >= 0) filesOf(vm).close(fd);
    throw error;
  }
  return newSubclassInstance(vm, type, { mapping, offset, pos: 0, exports: 0, fd, flags, access, trackfd } satisfies MmapData);
}

/** Gives memory and descriptor back. */
function release(vm: Vm, m: MmapData): void {
  const { mapping, fd } = m;
  m.mapping = null;
  m.fd = -1;
  if (mapping !== null) vm.host.mappings?.unmap(mapping);
  if (fd >= 0) vm.host.files?.close(fd);
}

function close(vm: Vm, self: Value): void {
  const m = dataOf(self);
  if (m.exports > 0) throw newError(vm, exc.BufferErrorType, "cannot close exported pointers exist");
  release(vm, m);
}

/** The next bytes, as many as there are. */
function take(m: MmapData & { mapping: Mapping }, count: number): Value {
  const { bytes } = m.mapping;
  const end = m.pos > bytes.length ? m.pos : count < 0 ? bytes.length : Math.min(bytes.length, m.pos + count);
  const out = newBytes(bytes.slice(m.pos, end));
  m.pos = end;
  return out;
}

function read(vm: Vm, self: Value, n?: Value): Value {
  if (n === undefined || n === None) return take(open(vm, self), -1);
  if (!isIndexable(n)) throw typeError(vm, `argument should be integer or None, not '${typeName(n)}'`);
  const count = asSsize(vm, n);
  return take(open(vm, self), count);
}

function readline(vm: Vm, self: Value): Value {
  const m = open(vm, self);
  const end = m.mapping.bytes.indexOf(NEWLINE, m.pos);
  return take(m, end < 0 ? -1 : end + 1 - m.pos);
}

function write(vm: Vm, self: Value, data: Value): Value {
  return withBuffer(vm, data, (given) => {
    const m = writable(vm, self);
    if (m.pos > m.mapping.bytes.length || m.mapping.bytes.length - m.pos < given.length) throw valueError(vm, "data out of range");
    m.mapping.bytes.set(given, m.pos);
    m.pos += given.length;
    return given.length;
  });
}

function writeByte(vm: Vm, self: Value, v: Value): void {
  const n = asIndex(vm, v);
  if (n < 0) throw overflowError(vm, "unsigned byte integer is less than minimum");
  if (n > 255) throw overflowError(vm, "unsigned byte integer is greater than maximum");
  const m = writable(vm, self);
  if (m.pos >= m.mapping.bytes.length) throw valueError(vm, "write byte out of range");
  m.mapping.bytes[m.pos++] = Number(n);
}

function seek(vm: Vm, self: Value, distance: Value, whence?: Value): Value {
  const dist = asSsize(vm, distance);
  const how = whence === undefined ? 0 : asCInt(vm, whence);
  const m = open(vm, self);
  const size = m.mapping.bytes.length;
  if (how < 0 || how > 2) throw valueError(vm, "unknown seek type");
  const where = [0, m.pos, size][how]! + dist;
  if (where > size || where < 0) throw valueError(vm, "seek out of range");
  m.pos = where;
  return where;
}

function find(vm: Vm, self: Value, wanted: Value, start: Value | undefined, end: Value | undefined, backwards: boolean): Value {
  return withBuffer(vm, wanted, (needle) => {
    const from = start === undefined || start === None ? undefined : asSsize(vm, start);
    const to = end === undefined || end === None ? undefined : asSsize(vm, end);
    const { mapping, pos } = open(vm, self);
    const { bytes } = mapping;
    const clip = (n: number): number => Math.max(0, Math.min(n < 0 ? n + bytes.length : n, bytes.length));
    const [low, high] = [clip(from ?? pos), clip(to ?? bytes.length)];
    if (high < low) return -1;
    return (backwards ? bytesRfind : bytesFind)(bytes, needle, low, high);
  });
}

function move(vm: Vm, self: Value, dest: Value, src: Value, count: Value): void {
  const [to, from, n] = [asSsize(vm, dest), asSsize(vm, src), asSsize(vm, count)];
  const { bytes } = writable(vm, self).mapping;
  if (to < 0 || from < 0 || n < 0 || bytes.length - to < n || bytes.length - from < n) throw valueError(vm, "source, destination, or count out of range");
  bytes.copyWithin(to, from, from + n);
}

function flush(vm: Vm, self: Value, offset?: Value, size?: Value): void {
  const at = offset === undefined ? 0 : asSsize(vm, offset);
  const given = size === undefined || size === None ? undefined : asSsize(vm, size);
  const m = open(vm, self);
  const { length } = m.mapping.bytes;
  const n = given ?? length;
  if (at < 0 || n < 0 || length - at < n) throw valueError(vm, "flush values out of range");
  if (m.access === ACCESS_READ || m.access === ACCESS_COPY) return;
  hostCall(vm, () => mappingsOf(vm).sync(m.mapping, at, n));
}

function madvise(vm: Vm, self: Value, option: Value, start?: Value, length?: Value): void {
  const how = asCInt(vm, option);
  const at = start === undefined ? 0 : asSsize(vm, start);
  const given = length === undefined || length === None ? undefined : asSsize(vm, length);
  const m = open(vm, self);
  const size = m.mapping.bytes.length;
  const n = given ?? size;
  if (at < 0 || at >= size) throw valueError(vm, "madvise start out of bounds");
  if (n < 0) throw valueError(vm, "madvise length invalid");
  if (n > Number.MAX_SAFE_INTEGER) throw overflowError(vm, "madvise length too large");
  hostCall(vm, () => mappingsOf(vm).advise(m.mapping, at, Math.min(n, size - at), how));
}

function resize(vm: Vm, self: Value, newsize: Value): void {
  const next = asSsize(vm, newsize);
  const m = open(vm, self);
  if (m.exports > 0) throw newError(vm, exc.BufferErrorType, "mmap can't resize with extant buffers exported.");
  if (!m.trackfd) throw valueError(vm, "mmap can't resize with trackfd=False.");
  if (m.access === ACCESS_READ || m.access === ACCESS_COPY) throw typeError(vm, "mmap can't resize a readonly or copy-on-write memory map.");
  if (next < 0 || next > Number.MAX_SAFE_INTEGER) throw valueError(vm, "new size out of range");
  if (m.fd === -1 && (m.flags & MAP_PRIVATE) === 0 && next > m.mapping.bytes.length) throw valueError(vm, "mmap: can't expand a shared anonymous mapping");
  if (m.fd !== -1) hostCall(vm, () => filesOf(vm).truncate(m.fd, m.offset + BigInt(next)));
  m.mapping = hostCall(vm, () => mappingsOf(vm).resize(m.mapping, next));
}

function size(vm: Vm, self: Value): Value {
  const { fd } = open(vm, self);
  if (fd === -1) throw osErrorNumber(vm, EBADF);
  return newInt(hostCall(vm, () => filesOf(vm).stat(fd)).size);
}

/** The place of an index that may count from the end. */
function place(vm: Vm, m: MmapData & { mapping: Mapping }, n: number): number {
  const { length } = m.mapping.bytes;
  const at = n < 0 ? n + length : n;
  if (at < 0 || at >= length) throw indexError(vm, "mmap index out of range");
  return at;
}

function subscript(vm: Vm, self: Value, index: Value): Value {
  open(vm, self);
  if (isIndexable(index)) {
    const n = asSsize(vm, index);
    const m = open(vm, self);
    return m.mapping.bytes[place(vm, m, n)]!;
  }
  if (!isSlice(index)) throw typeError(vm, "mmap indices must be integers");
  const bounds = sliceBounds(vm, index, () => open(vm, self).mapping.bytes.length);
  const { bytes } = open(vm, self).mapping;
  const count = Math.max(0, bounds.count);
  if (count === 0) return newBytes(new Uint8Array());
  if (bounds.step === 1) return newBytes(bytes.slice(bounds.start, bounds.start + count));
  return newBytes(Uint8Array.from({ length: count }, (_, i) => bytes[bounds.start + i * bounds.step]!));
}

function byteValue(vm: Vm, v: Value): number {
  if (!isIndexable(v)) throw typeError(vm, "mmap item value must be an int");
  const n = asIndex(vm, v);
  if (n < 0 || n > 255) throw valueError(vm, "mmap item value must be in range(0, 256)");
  return Number(n);
}

function assign(vm: Vm, self: Value, index: Value, value: Value | undefined): void {
  writable(vm, self);
  if (isIndexable(index)) {
    const at = place(vm, open(vm, self), asSsize(vm, index));
    if (value === undefined) throw typeError(vm, "mmap doesn't support item deletion");
    const byte = byteValue(vm, value);
    const m = open(vm, self);
    m.mapping.bytes[place(vm, m, at)] = byte;
    return;
  }
  if (!isSlice(index)) throw typeError(vm, "mmap indices must be integer");
  const bounds = sliceBounds(vm, index, () => open(vm, self).mapping.bytes.length);
  if (value === undefined) throw typeError(vm, "mmap object doesn't support slice deletion");
  withBuffer(vm, value, (given) => {
    if (given.length !== Math.max(0, bounds.count)) throw indexError(vm, "mmap slice assignment is wrong size");
    const { bytes } = open(vm, self).mapping;
    if (given.length === 0) return;
    // The bounds or the value may have run code that made it smaller.
    if (Math.max(bounds.start, bounds.start + (given.length - 1) * bounds.step) >= bytes.length) throw indexError(vm, "mmap slice assignment is wrong size");
    if (bounds.step === 1) bytes.set(given, bounds.start);
    else for (let i = 0; i < given.length; i++) bytes[bounds.start + i * bounds.step] = given[i]!;
  });
}

function repr(_vm: Vm, self: Value): Value {
  const m = dataOf(self);
  const { name } = (self as Container).type;
  if (m.mapping === null) return strFromJs(`<${name} closed=True>`);
  return strFromJs(`<${name} closed=False, access=${ACCESS_NAMES[m.access]}, length=${m.mapping.bytes.length}, pos=${m.pos}, offset=${m.offset}>`);
}

const lengthOf = (vm: Vm, self: Value): number => open(vm, self).mapping.bytes.length;

const MmapType: TypeRec = defineType({
  name: "mmap.mmap",
  doc: D.doc("mmap"),
  flags: TPFLAGS_BASETYPE,
  hasWeakrefs: true,
  methods: {
    close: D.method("mmap.close", close),
    find: D.method("mmap.find", (vm: Vm, self: Value, view: Value, start?: Value, end?: Value) => find(vm, self, view, start, end, false)),
    rfind: D.method("mmap.rfind", (vm: Vm, self: Value, view: Value, start?: Value, end?: Value) => find(vm, self, view, start, end, true)),
    flush: D.method("mmap.flush", flush),
    madvise: D.method("mmap.madvise", madvise),
    move: D.method("mmap.move", move),
    read: D.method("mmap.read", read),
    read_byte: D.method("mmap.read_byte", (vm: Vm, self: Value) => {
      const m = open(vm, self);
      if (m.pos >= m.mapping.bytes.length) throw valueError(vm, "read byte out of range");
      return m.mapping.bytes[m.pos++]!;
    }),
    readline: D.method("mmap.readline", readline),
    resize: D.method("mmap.resize", resize),
    seek: D.method("mmap.seek", seek),
    seekable: D.method("mmap.seekable", () => True),
    size: D.method("mmap.size", size),
    tell: D.method("mmap.tell", (vm: Vm, self: Value) => open(vm, self).pos),
    write: D.method("mmap.write", write),
    write_byte: D.method("mmap.write_byte", writeByte),
    __enter__: D.method("mmap.__enter__", (vm: Vm, self: Value) => {
      open(vm, self);
      return self;
    }),
    __exit__: D.method("mmap.__exit__", (vm: Vm, self: Value) => close(vm, self)),
  },
  getset: { closed: D.getset("mmap.closed", (_vm, self) => (dataOf(self).mapping === null ? True : False)) },
  slots: {
    tp_new: mmapNew,
    tp_repr: repr,
    tp_finalize: ((vm: Vm, self: Value) => {
      try {
        release(vm, dataOf(self));
      } catch (error) {
        if (!isFault(error)) throw error;
      }
    }) as never,
    sq_length: lengthOf,
    mp_length: lengthOf,
    sq_item: (vm: Vm, self: Value, index: number) => {
      const m = open(vm, self);
      if (index < 0 || index >= m.mapping.bytes.length) throw indexError(vm, "mmap index out of range");
      return newBytes(Uint8Array.of(m.mapping.bytes[index]!));
    },
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    bf_getbuffer: (vm, self: Container, flags) => {
      const m = open(vm, self);
      const view = simpleView(vm, self, m.mapping.bytes, m.access === ACCESS_READ, flags);
      m.exports++;
      return view;
    },
    bf_releasebuffer: (_vm, self: Container) => {
      dataOf(self).exports--;
    },
  },
});

const attributes: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(CONSTANTS)) attributes[name] = () => value;

export const mmapModule: ModuleSpec = defineModule({ name: "mmap", doc: D.doc(""), functions: {}, types: { mmap: MmapType, error: exc.OSErrorType }, attributes });
