// BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair. Mirrors Modules/_io/bufferedio.c, with one array for reading ahead
// and one for what is not written yet. See docs/io.md.
import { asIndex, asSsize, call, type Container, defineType, drop, exc, genericGetAttr, genericSetAttr, getAttrText, getset, type GetSet, incref, insteadOf, isBytes, lookupAttrText, newByteArray, newBytes, newError, newInt, newSubclassInstance, None, type PyStr, PyError, reprText, strFromJs, TPFLAGS_BASETYPE, truth, typeError, type TypeRec, type Value, valueError, type Vm, withBuffer, newStr, member, asBytesLike, overflowError, shortName } from "../../core/api.ts";
import { bindArguments, NativeDef } from "../../core/signature.ts";
import { newMemoryView } from "../../types/memoryview.ts";
import { PyBUF_CONTIG_RO } from "../../types/buffer.ts";
import { describedMethods, docOf, signatureOf } from "../described.ts";
import { BufferedIOBaseType, bool, checkReadable, checkSeekable, checkWritable, DEFAULT_BUFFER_SIZE, invoke, isClosed, joinBytes, nextLine, sizeArgument, unsupported, withWritable, both } from "./base.ts";
import { FileData, FileIOType, fileRead, fileReadAll, fileSeek, fileWrite } from "./fileio.ts";

const EMPTY = new Uint8Array(0);

export class BufferedData {
  raw: Value | null = null;
  ok = false;
  detached = false;
  readable = false;
  writable = false;
  finalizing = false;
  bufferSize = DEFAULT_BUFFER_SIZE;
  /** Closed: CPython's store is gone. */
  freed = false;
  /** Read ahead: read[at..] is still to come; the raw stream stands at its end. */
  read: Uint8Array = EMPTY;
  at = 0;
  /** Written but not yet passed on. */
  pending: Uint8Array = EMPTY;
  used = 0;
}

const dataOf = (self: Container): BufferedData => self.data as BufferedData;

function initialized(vm: Vm, self: Container): BufferedData {
  const b = dataOf(self);
  if (!b.ok) throw valueError(vm, b.detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
  return b;
}

/** The descriptor's record when the raw stream is a plain FileIO: calls may then skip its methods. */
function fileOf(b: BufferedData): FileData | undefined {
  const raw = b.raw;
  return raw !== null && typeof raw !== "number" && raw.type === FileIOType && ((raw as Container).data as FileData).fd >= 0 ? ((raw as Container).data as FileData) : undefined;
}

function bufferedClosed(vm: Vm, b: BufferedData): boolean {
  const raw = b.raw!;
  if (typeof raw !== "number" && raw.type === FileIOType) return ((raw as Container).data as FileData).fd < 0;
  return isClosed(vm, raw);
}

function open(vm: Vm, self: Container, what: string): BufferedData {
  const b = initialized(vm, self);
  if (bufferedClosed(vm, b)) throw valueError(vm, `${what} of closed file`);
  return b;
}

/** One call of raw.readinto; undefined when it would block. */
function rawRead(vm: Vm, b: BufferedData, size: number): Uint8Array | undefined {
  const file = fileOf(b);
  if (file !== undefined && file.readable) {
    const into = new Uint8Array(size);
    const got = fileRead(vm, file, into);
    return got === undefined ? undefined : into.subarray(0, got);
  }
  const store = newByteArray(vm, new Uint8Array(size));
  const view = newMemoryView(vm, store);
  const answer = invoke(vm, b.raw!, "readinto", [view]);
  if (answer === None) return undefined;
  let n: number;
  try {
    n = asSsize(vm, answer, exc.ValueErrorType);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const failed = insteadOf(vm, error, () => newError(vm, exc.OSErrorType, "raw readinto() failed"));
    // The reference of the caught error goes to the cause.
    exc.setOwned(vm, failed.exc, "cause", error.exc);
    throw failed;
  }
  if (n < 0 || n > size) throw newError(vm, exc.OSErrorType, `raw readinto() returned invalid length ${n} (should have been between 0 and ${size})`);
  return asBytesLike(vm, store).slice(0, n);
}

/** One call of raw.write; undefined when it would block. */
function rawWrite(vm: Vm, b: BufferedData, bytes: Uint8Array): number | undefined {
  const file = fileOf(b);
  if (file !== undefined && file.writable) return fileWrite(vm, file, bytes);
  const answer = invoke(vm, b.raw!, "write", [newMemoryView(vm, newBytes(bytes.slice()), PyBUF_CONTIG_RO)]);
  if (answer === None) return undefined;
  const n = asSsize(vm, answer);
  if (n < 0 || n > bytes.length) throw newError(vm, exc.OSErrorType, `raw write() returned invalid length ${n} (should have been between 0 and ${bytes.length})`);
  return n;
}

function rawSeek(vm: Vm, b: BufferedData, offset: bigint, whence: number): bigint {
  const file = fileOf(b);
  if (file !== undefined) return fileSeek(vm, file, offset, whence);
  const at = bigValueOf(vm, invoke(vm, b.raw!, "seek", [newInt(offset), whence]));
  if (at < 0n) throw newError(vm, exc.OSErrorType, `Raw stream returned invalid position ${at}`);
  return at;
}

function rawTell(vm: Vm, b: BufferedData): bigint {
  const file = fileOf(b);
  if (file !== undefined) return fileSeek(vm, file, 0n, 1);
  const at = bigValueOf(vm, invoke(vm, b.raw!, "tell"));
  if (at < 0n) throw newError(vm, exc.OSErrorType, `Raw stream returned invalid position ${at}`);
  return at;
}

function bigValueOf(vm: Vm, v: Value): bigint {
  return BigInt(asIndex(vm, v));
}

/** Passes on what is pending. Raises BlockingIOError when the raw stream takes nothing. */
function flushPending(vm: Vm, b: BufferedData): void {
  while (b.used > 0) {
    const taken = rawWrite(vm, b, b.pending.subarray(0, b.used));
    if (taken === undefined) throw blocked(vm, 0);
    b.pending.copyWithin(0, taken, b.used);
    b.used -= taken;
  }
}

function blocked(vm: Vm, written: number): PyError {
  return new PyError(exc.newException(vm, exc.BlockingIOErrorType, [11, newStr("write could not complete without blocking"), written]));
}

/** Gives read-ahead back, so that the raw stream stands where the user thinks. */
function dropReadAhead(vm: Vm, b: BufferedData): void {
  const ahead = b.read.length - b.at;
  b.read = EMPTY;
  b.at = 0;
  if (ahead > 0) rawSeek(vm, b, BigInt(-ahead), 1);
}

function startReading(vm: Vm, b: BufferedData): void {
  if (b.used > 0) flushPending(vm, b);
}

function take(b: BufferedData, n: number): Uint8Array {
  const part = b.read.slice(b.at, b.at + n);
  b.at += part.length;
  return part;
}

function readAll(vm: Vm, b: BufferedData): Value {
  const have = take(b, b.read.length - b.at);
  startReading(vm, b);
  b.read = EMPTY;
  b.at = 0;
  const file = fileOf(b);
  if (file !== undefined) {
    const rest = fileReadAll(vm, file);
    if (rest === undefined) return have.length > 0 ? newBytes(have) : None;
    return newBytes(have.length === 0 ? rest : joinBytes([have, rest], have.length + rest.length));
  }
  const readall = lookupAttrText(vm, b.raw!, "readall");
  if (readall !== undefined) {
    const rest = call(vm, readall, []);
    if (rest !== None && !isBytes(rest)) throw newError(vm, exc.TypeErrorType, `readall() should return bytes`);
    if (rest === None) return have.length > 0 ? newBytes(have) : None;
    const bytes = (rest as any).data as Uint8Array;
    return newBytes(joinBytes([have, bytes], have.length + bytes.length));
  }
  const parts = [have];
  let total = have.length;
  for (;;) {
    const got = invoke(vm, b.raw!, "read");
    if (got !== None && !isBytes(got)) throw newError(vm, exc.TypeErrorType, "read() should return bytes");
    if (got === None || ((got as any).data as Uint8Array).length === 0) {
      if (total === 0 && got === None) return None;
      return newBytes(joinBytes(parts, total));
    }
    const bytes = (got as any).data as Uint8Array;
    parts.push(bytes);
    total += bytes.length;
  }
}

/** read(n) of n >= 0: as many calls as it needs; undefined when nothing came and it would block. */
function readExactly(vm: Vm, b: BufferedData, n: number): Uint8Array | undefined {
  if (b.read.length - b.at >= n) return take(b, n);
  startReading(vm, b);
  const parts = [take(b, n)];
  let total = parts[0]!.length;
  while (total < n) {
    const missing = n - total;
    const got = rawRead(vm, b, missing >= b.bufferSize ? missing - (missing % b.bufferSize) : b.bufferSize);
    if (got === undefined) {
      if (total === 0) return undefined;
      break;
    }
    if (got.length === 0) break;
    if (got.length > missing) {
      parts.push(got.slice(0, missing));
      b.read = got;
      b.at = missing;
      total = n;
    } else {
      parts.push(got);
      total += got.length;
      b.read = EMPTY;
      b.at = 0;
    }
  }
  return parts.length === 1 ? parts[0]! : joinBytes(parts, total);
}

/** Fills the read-ahead with one call when it is empty; false at the end or when it would block. */
function fill(vm: Vm, b: BufferedData): boolean {
  if (b.at < b.read.length) return true;
  startReading(vm, b);
  const got = rawRead(vm, b, b.bufferSize);
  if (got === undefined || got.length === 0) return false;
  b.read = got;
  b.at = 0;
  return true;
}

function read(vm: Vm, self: Container, size?: Value): Value {
  const n = sizeArgument(vm, size);
  if (n < -1) throw valueError(vm, "read length must be non-negative or -1");
  const b = open(vm, self, "read");
  if (n === -1) return readAll(vm, b);
  const got = readExactly(vm, b, n);
  return got === undefined ? None : newBytes(got);
}

function read1(vm: Vm, self: Container, size?: Value): Value {
  const b = initialized(vm, self);
  let n = sizeArgument(vm, size);
  if (n < 0) n = b.bufferSize;
  open(vm, self, "read");
  if (n === 0) return newBytes(EMPTY);
  if (b.at < b.read.length) return newBytes(take(b, n));
  startReading(vm, b);
  b.read = EMPTY;
  b.at = 0;
  const got = rawRead(vm, b, n);
  return newBytes(got === undefined ? EMPTY : got.slice());
}

function readInto(once: boolean) {
  return (vm: Vm, self: Container, buffer: Value): Value => {
    const b = open(vm, self, "readinto");
    return withWritable(
      vm,
      buffer,
      (into) => {
        let total = 0;
        while (total < into.length) {
          if (b.at < b.read.length) {
            const part = take(b, into.length - total);
            into.set(part, total);
            total += part.length;
            continue;
          }
          startReading(vm, b);
          const missing = into.length - total;
          // One call may add to what was there, but not to fill the read-ahead.
          if (once && total > 0 && missing <= b.bufferSize) break;
          if (missing > b.bufferSize) {
            const got = rawRead(vm, b, missing);
            if (got === undefined) return total > 0 ? total : None;
            if (got.length === 0) break;
            into.set(got, total);
            total += got.length;
            if (once) break;
          } else if (!fill(vm, b)) break;
        }
        return total;
      },
      once ? "readinto1" : "readinto",
    );
  };
}

function peek(vm: Vm, self: Container): Value {
  const b = open(vm, self, "peek");
  fill(vm, b);
  return newBytes(b.read.slice(b.at));
}

/** A line of at most `limit` bytes (negative: no limit). */
function readLine(vm: Vm, b: BufferedData, limit: number): Uint8Array {
  let parts: Uint8Array[] | null = null;
  let total = 0;
  for (;;) {
    if (b.at >= b.read.length && !fill(vm, b)) break;
    const newline = b.read.indexOf(10, b.at);
    let end = newline < 0 ? b.read.length : newline + 1;
    let done = newline >= 0;
    if (limit >= 0 && end - b.at >= limit - total) {
      end = b.at + limit - total;
      done = true;
    }
    const part = take(b, end - b.at);
    if (done && parts === null) return part;
    (parts ??= []).push(part);
    total += part.length;
    if (done) break;
  }
  return parts === null ? EMPTY : joinBytes(parts, total);
}

function write(vm: Vm, self: Container, data: Value): Value {
  const b = initialized(vm, self);
  return withBuffer(vm, data, (bytes) => {
    if (bufferedClosed(vm, b)) throw valueError(vm, "write to closed file");
    if (b.read.length > b.at) dropReadAhead(vm, b);
    else b.read = EMPTY;
    b.at = 0;
    const n = bytes.length;
    if (b.used + n > b.bufferSize) {
      flushOrKeep(vm, b, bytes);
      return n;
    }
    keep(b, bytes);
    return n;
  });
}

function keep(b: BufferedData, bytes: Uint8Array): void {
  if (b.used + bytes.length > b.pending.length) {
    const grown = new Uint8Array(Math.min(b.bufferSize, Math.max(256, 2 * (b.used + bytes.length))));
    grown.set(b.pending.subarray(0, b.used));
    b.pending = grown;
  }
  b.pending.set(bytes, b.used);
  b.used += bytes.length;
}

/** Writes more than there is room for: passes the pending bytes on, then the new ones, keeping the rest. */
function flushOrKeep(vm: Vm, b: BufferedData, bytes: Uint8Array): void {
  try {
    flushPending(vm, b);
  } catch (error) {
    if (!(error instanceof PyError) || error.exc.type !== exc.BlockingIOErrorType) throw error;
    const room = b.bufferSize - b.used;
    keep(b, bytes.subarray(0, Math.min(room, bytes.length)));
    if (room >= bytes.length) {
      drop(vm, error.exc);
      return;
    }
    exc.setExcField(vm, error.exc, "characters_written", room);
    throw error;
  }
  let at = 0;
  while (bytes.length - at > b.bufferSize) {
    const taken = rawWrite(vm, b, bytes.subarray(at));
    if (taken === undefined) {
      const room = Math.min(b.bufferSize, bytes.length - at);
      keep(b, bytes.subarray(at, at + room));
      if (at + room < bytes.length) throw blocked(vm, at + room);
      return;
    }
    at += taken;
  }
  if (at < bytes.length) keep(b, bytes.subarray(at));
}

function flush(vm: Vm, self: Container): Value {
  const b = open(vm, self, "flush");
  if (b.writable) flushPending(vm, b);
  if (b.readable && b.at < b.read.length) {
    if (!b.writable) return flushRaw(vm, b);
    dropReadAhead(vm, b);
  } else if (b.writable) {
    b.read = EMPTY;
    b.at = 0;
  }
  return flushRaw(vm, b);
}

function flushRaw(vm: Vm, b: BufferedData): Value {
  return fileOf(b) === undefined ? invoke(vm, b.raw!, "flush") : None;
}

function close(vm: Vm, self: Container): Value {
  const b = initialized(vm, self);
  if (bufferedClosed(vm, b)) return None;
  if (b.finalizing) {
    const warnMethod = lookupAttrText(vm, b.raw!, "_dealloc_warn");
    if (warnMethod !== undefined) call(vm, warnMethod, [self]);
  }
  return both(vm, () => invoke(vm, self, "flush"), () => {
    if (b.raw === null) return None;
    const answer = invoke(vm, b.raw, "close");
    b.read = EMPTY;
    b.at = 0;
    b.pending = EMPTY;
    b.used = 0;
    b.freed = true;
    return answer;
  });
}

function tell(vm: Vm, self: Container): Value {
  const b = initialized(vm, self);
  const at = rawTell(vm, b);
  const here = at - BigInt(b.read.length - b.at) + BigInt(b.used);
  // Character devices answer 0 wherever they are.
  return newInt(here < 0n ? 0n : here);
}

function seek(vm: Vm, self: Container, target: Value, whence?: Value): Value {
  const b = initialized(vm, self);
  const how = whence === undefined ? 0 : Number(asIndex(vm, whence));
  if (how < 0 || how > 4) throw valueError(vm, `whence value ${how} unsupported`);
  open(vm, self, "seek");
  checkSeekable(vm, b.raw!);
  let offset = bigValueOf(vm, target);
  if (BigInt.asIntN(64, offset) !== offset) throw overflowError(vm, "Python int too large to convert to C long");
  if (how !== 2 && b.readable && b.used === 0 && b.read.length > 0) {
    // Within what was read ahead nothing needs to be asked.
    const rawAt = rawTell(vm, b);
    const now = rawAt - BigInt(b.read.length - b.at);
    const to = how === 0 ? offset : now + offset;
    const first = rawAt - BigInt(b.read.length);
    if (how <= 1 && to >= first && to <= rawAt) {
      b.at = Number(to - first);
      return newInt(to < 0n ? 0n : to);
    }
  }
  if (b.writable) flushPending(vm, b);
  if (how === 1) offset -= BigInt(b.read.length - b.at);
  const at = rawSeek(vm, b, offset, how);
  b.read = EMPTY;
  b.at = 0;
  return newInt(at);
}

function truncate(vm: Vm, self: Container, pos?: Value): Value {
  const b = open(vm, self, "truncate");
  if (!b.writable) throw unsupported(vm, "truncate");
  flushPending(vm, b);
  const to = pos === undefined || pos === None ? (tell(vm, self) as Value) : pos;
  if (b.at < b.read.length) dropReadAhead(vm, b);
  b.read = EMPTY;
  b.at = 0;
  return invoke(vm, b.raw!, "truncate", [to]);
}

function detach(vm: Vm, self: Container): Value {
  const b = initialized(vm, self);
  invoke(vm, self, "flush");
  const raw = b.raw!;
  b.raw = null;
  b.detached = true;
  b.ok = false;
  if (typeof raw !== "number") vm.scope[vm.scopeCount++] = raw;
  return raw;
}

function init(name: string, readable: boolean, writable: boolean) {
  const def = new NativeDef(name, "(raw, buffer_size=131072)", null, () => None, "function", true);
  return (vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void => {
    const [raw, size] = bindArguments(vm, def, args, kwnames) as [Value, Value | undefined];
    const bufferSize = size === undefined ? DEFAULT_BUFFER_SIZE : asSsize(vm, size);
    const b = dataOf(self);
    b.ok = false;
    b.detached = false;
    if (readable && writable) checkSeekable(vm, raw);
    if (readable) checkReadable(vm, raw);
    if (writable) checkWritable(vm, raw);
    incref(raw);
    const old = b.raw;
    b.raw = raw;
    if (old !== null) drop(vm, old);
    if (bufferSize <= 0) throw valueError(vm, "buffer size must be strictly positive");
    b.bufferSize = bufferSize;
    b.readable = readable;
    b.writable = writable;
    b.read = EMPTY;
    b.at = 0;
    b.pending = EMPTY;
    b.used = 0;
    b.ok = true;
  };
}

const through = (name: string) => (vm: Vm, self: Container): Value => invoke(vm, initialized(vm, self).raw!, name);

function bufferedRepr(vm: Vm, self: Container): Value {
  const name = lookupNameOf(vm, self);
  const type = self.type.name;
  return strFromJs(name === undefined ? `<${type}>` : `<${type} name=${reprText(vm, name)}>`);
}

/** `name`, where asking for it raises ValueError or AttributeError nothing. */
function lookupNameOf(vm: Vm, self: Value): Value | undefined {
  try {
    return lookupAttrText(vm, self, "name");
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    drop(vm, error.exc);
    return undefined;
  }
}

function defineBuffered(name: "BufferedReader" | "BufferedWriter" | "BufferedRandom", readable: boolean, writable: boolean): TypeRec {
  const full = `_io.${name}`;
  const common: Record<string, (...args: any[]) => any> = {
    detach,
    flush,
    close,
    seekable: through("seekable"),
    fileno: through("fileno"),
    isatty: through("isatty"),
    seek,
    tell,
    truncate,
    _dealloc_warn: (vm: Vm, self: Container, source: Value) => {
      const b = dataOf(self);
      if (!b.ok || b.raw === null) return;
      const warnMethod = lookupAttrText(vm, b.raw, "_dealloc_warn");
      if (warnMethod !== undefined) call(vm, warnMethod, [source]);
    },
    __getstate__: (vm: Vm, self: Container) => {
      throw typeError(vm, `cannot pickle '${shortName(self.type)}' instances`);
    },
    __sizeof__: (_vm: Vm, self: Container) => 152 + (dataOf(self).freed ? 0 : dataOf(self).bufferSize),
  };
  if (readable) {
    Object.assign(common, {
      readable: through("readable"),
      read,
      read1,
      readinto: readInto(false),
      readinto1: readInto(true),
      peek,
      readline: (vm: Vm, self: Container, size?: Value) => {
        const limit = sizeArgument(vm, size);
        return newBytes(readLine(vm, open(vm, self, "readline"), limit));
      },
    });
  }
  if (writable) Object.assign(common, { writable: through("writable"), write });
  const attributes: Record<string, GetSet> = {
    raw: member((_vm, self) => dataOf(self).raw ?? None),
    closed: getset((vm, self) => getAttrText(vm, initialized(vm, self).raw!, "closed")),
    name: getset((vm, self) => getAttrText(vm, initialized(vm, self).raw!, "name")),
    mode: getset((vm, self) => getAttrText(vm, initialized(vm, self).raw!, "mode")),
    _finalizing: member((_vm, self) => bool(dataOf(self).finalizing), (vm, self, v) => void (dataOf(self).finalizing = truth(vm, v!))),
  };
  const slots = {
    tp_new: (vm: Vm, type: TypeRec) => newSubclassInstance(vm, type, new BufferedData()),
    tp_init: init(name, readable, writable),
    tp_repr: bufferedRepr,
    tp_traverse: (self: any, visit: (v: Value) => void) => {
      const { raw } = dataOf(self);
      if (raw !== null) visit(raw);
    },
    tp_clear: (vm: Vm, self: any) => {
      const b = dataOf(self);
      const raw = b.raw;
      b.raw = null;
      b.ok = false;
      if (raw !== null) drop(vm, raw);
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  };
  return defineType({
    name: full,
    doc: docOf(full),
    signature: signatureOf(full)!,
    base: () => BufferedIOBaseType,
    flags: TPFLAGS_BASETYPE,
    layoutChange: true,
    hasDict: true,
    hasWeakrefs: true,
    methods: describedMethods(full, common),
    getset: attributes,
    slots: readable
      ? {
          ...slots,
          tp_iternext: (vm: Vm, self: any) => {
            if (self.type !== BufferedReaderType && self.type !== BufferedRandomType) return nextLine(vm, self);
            const line = readLine(vm, open(vm, self, "readline"), -1);
            return line.length === 0 ? undefined : newBytes(line);
          },
        }
      : slots,
  });
}

export const BufferedReaderType: TypeRec = defineBuffered("BufferedReader", true, false);
export const BufferedWriterType: TypeRec = defineBuffered("BufferedWriter", false, true);
export const BufferedRandomType: TypeRec = defineBuffered("BufferedRandom", true, true);

interface PairData {
  reader: Value | null;
  writer: Value | null;
  finalizing: boolean;
}
const pairOf = (self: Container): PairData => self.data as PairData;

const end = (side: "reader" | "writer", name: string) => (vm: Vm, self: Container, ...args: Value[]): Value => {
  const stream = pairOf(self)[side];
  if (stream === null) throw valueError(vm, "I/O operation on uninitialized object");
  return invoke(vm, stream, name, args.filter((v) => v !== undefined));
};

const pairDef = new NativeDef("BufferedRWPair", "(reader, writer, buffer_size=131072, /)", null, () => None, "function", true);

export const BufferedRWPairType: TypeRec = defineType({
  name: "_io.BufferedRWPair",
  doc: docOf("_io.BufferedRWPair"),
  signature: signatureOf("_io.BufferedRWPair")!,
  base: () => BufferedIOBaseType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods(
    "_io.BufferedRWPair",
    {
      read: end("reader", "read"),
      peek: end("reader", "peek"),
      read1: end("reader", "read1"),
      readinto: end("reader", "readinto"),
      readinto1: end("reader", "readinto1"),
      write: end("writer", "write"),
      flush: end("writer", "flush"),
      readable: end("reader", "readable"),
      writable: end("writer", "writable"),
      close: (vm: Vm, self: Container) => both(vm, () => end("writer", "close")(vm, self), () => end("reader", "close")(vm, self)),
      isatty: (vm: Vm, self: Container) => {
        const answer = end("writer", "isatty")(vm, self);
        return truth(vm, answer) ? answer : end("reader", "isatty")(vm, self);
      },
    },
    { read: "($self, size=-1, /)", peek: "($self, size=0, /)", read1: "($self, size=-1, /)", readinto: "!($self, buffer, /)", readinto1: "!($self, buffer, /)", write: "!($self, buffer, /)" },
  ),
  getset: {
    closed: getset((vm, self) => {
      const writer = pairOf(self).writer;
      if (writer === null) throw newError(vm, exc.RuntimeErrorType, "the BufferedRWPair object is being garbage-collected");
      return getAttrText(vm, writer, "closed");
    }),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { reader: null, writer: null, finalizing: false } satisfies PairData),
    tp_init: (vm, self, args, kwnames) => {
      const [reader, writer, size] = bindArguments(vm, pairDef, args, kwnames) as [Value, Value, Value | undefined];
      checkReadable(vm, reader);
      checkWritable(vm, writer);
      const more = size === undefined ? [] : [size];
      const made: PairData = { reader: call(vm, BufferedReaderType.obj, [reader, ...more]), writer: call(vm, BufferedWriterType.obj, [writer, ...more]), finalizing: false };
      incref(made.reader!);
      incref(made.writer!);
      self.data = made;
    },
    tp_traverse: (self, visit) => {
      const { reader, writer } = pairOf(self);
      if (reader !== null) visit(reader);
      if (writer !== null) visit(writer);
    },
    tp_clear: (vm, self) => {
      const p = pairOf(self);
      const { reader, writer } = p;
      p.reader = null;
      p.writer = null;
      if (reader !== null) drop(vm, reader);
      if (writer !== null) drop(vm, writer);
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});
