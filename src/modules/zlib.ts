// zlib: compression, at once and in streams. Mirrors Modules/zlibmodule.c over zlib/stream.ts. See docs/modules.md.
import { adler32, crc32 } from "../base/checksums.ts";
import { asBytesLike, asCInt, asIndex, asSsizeArgument, type Container, defineModule, defineType, exc, False, hasBuffer, incref, isBytes, type ModuleSpec, newBytes, newError, newInt, newStr, newSubclassInstance, None, PyError, TPFLAGS_DISALLOW_INSTANTIATION, True, typeError, type TypeRec, type Value, valueError, type Vm, drop } from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";
import { worldDocs } from "./world-docs.generated.ts";
import { Z_BUF_ERROR, Z_DATA_ERROR, Z_FINISH, Z_NO_FLUSH, Z_OK, Z_STREAM_END, Z_STREAM_ERROR, Z_SYNC_FLUSH, ZlibStream } from "./zlib/stream.ts";

const D = documented("zlib", worldDocs);
const MAX_WBITS = 15;
const DEFLATED = 8;
const DEF_MEM_LEVEL = 8;
const DEF_BUF_SIZE = 16384;

const errorClass = (vm: Vm): TypeRec => exceptionClass(vm, "zlib", "error");

function zlibError(vm: Vm, stream: ZlibStream, status: number, what: string): PyError {
  const known = status === Z_BUF_ERROR ? "incomplete or truncated stream" : status === Z_STREAM_ERROR ? "inconsistent stream state" : status === Z_DATA_ERROR ? "invalid input data" : null;
  const detail = stream.message ?? known;
  return newError(vm, errorClass(vm), `Error ${status} ${what}${detail === null ? "" : `: ${detail}`}`);
}

const optional = (vm: Vm, v: Value | undefined, otherwise: number): number => (v === undefined ? otherwise : asCInt(vm, v));

/** The start value of a checksum: the lower 32 bits. */
function start(vm: Vm, v: Value | undefined, otherwise: number): number {
  return v === undefined ? otherwise : Number(BigInt.asUintN(32, BigInt(asIndex(vm, v))));
}

function compress(vm: Vm, data: Value, level?: Value, wbits?: Value): Value {
  const bytes = asBytesLike(vm, data);
  const [l, w] = [optional(vm, level, -1), optional(vm, wbits, MAX_WBITS)];
  const stream = new ZlibStream(true);
  if (!validDeflate(l, DEFLATED, w, DEF_MEM_LEVEL, 0) || stream.initDeflate(l, DEFLATED, w, DEF_MEM_LEVEL, 0) !== Z_OK) throw newError(vm, errorClass(vm), "Bad compression level");
  stream.setInput(bytes);
  const { output, status } = stream.run(Z_FINISH, undefined);
  if (status !== Z_STREAM_END) throw zlibError(vm, stream, status, "while compressing data");
  return newBytes(output);
}

/** deflateInit2's own check, which pako makes less strictly. */
function validDeflate(level: number, method: number, wbits: number, memLevel: number, strategy: number): boolean {
  const raw = wbits < 0;
  const size = raw ? -wbits : wbits > 15 ? wbits - 16 : wbits;
  return level >= -1 && level <= 9 && method === DEFLATED && size >= (raw || wbits > 15 ? 9 : 8) && size <= 15 && memLevel >= 1 && memLevel <= 9 && strategy >= 0 && strategy <= 4;
}

function inflateStream(vm: Vm, wbits: number, fail: (stream: ZlibStream, status: number) => PyError): ZlibStream {
  const stream = new ZlibStream(false);
  const size = wbits < 0 ? -wbits : wbits & 15;
  const valid = wbits >= -15 && wbits <= 47 && (size === 0 ? wbits >= 0 : size >= 8);
  const status = valid ? stream.initInflate(wbits) : Z_STREAM_ERROR;
  if (status !== Z_OK) throw fail(stream, status);
  return stream;
}

function decompress(vm: Vm, data: Value, wbits?: Value, bufsize?: Value): Value {
  const bytes = asBytesLike(vm, data);
  const w = optional(vm, wbits, MAX_WBITS);
  if (bufsize !== undefined && asSsizeArgument(vm, bufsize) < 0) throw valueError(vm, "bufsize must be non-negative");
  const stream = inflateStream(vm, w, (s, status) => zlibError(vm, s, status, "while preparing to decompress data"));
  stream.setInput(bytes);
  const { output, status } = stream.run(Z_SYNC_FLUSH, undefined);
  if (status === Z_STREAM_END) return newBytes(output);
  throw zlibError(vm, stream, status === Z_OK ? Z_BUF_ERROR : status, "while decompressing data");
}

function dictionaryBytes(vm: Vm, v: Value): Uint8Array {
  if (!hasBuffer(v)) throw typeError(vm, "zdict argument must support the buffer protocol");
  return asBytesLike(vm, v).slice();
}

interface CompressData {
  stream: ZlibStream;
  open: boolean;
}
const compressOf = (self: Value): CompressData => (self as Container).data as CompressData;

function compressobj(vm: Vm, level?: Value, method?: Value, wbits?: Value, memLevel?: Value, strategy?: Value, zdict?: Value): Value {
  const options = [optional(vm, level, -1), optional(vm, method, DEFLATED), optional(vm, wbits, MAX_WBITS), optional(vm, memLevel, DEF_MEM_LEVEL), optional(vm, strategy, 0)] as const;
  const dictionary = zdict === undefined ? undefined : asBytesLike(vm, zdict);
  const stream = new ZlibStream(true);
  if (!validDeflate(...options) || stream.initDeflate(...options) !== Z_OK) throw valueError(vm, "Invalid initialization option");
  if (dictionary !== undefined && stream.setDictionary(dictionary.slice()) !== Z_OK) throw valueError(vm, "Invalid dictionary");
  return newSubclassInstance(vm, CompressType, { stream, open: true } satisfies CompressData);
}

function copyCompress(vm: Vm, self: Value): Value {
  const c = compressOf(self);
  if (!c.open) throw valueError(vm, "Inconsistent stream state");
  return newSubclassInstance(vm, CompressType, { stream: c.stream.copy(), open: true } satisfies CompressData);
}

const CompressType: TypeRec = defineType({
  name: "zlib.Compress",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    compress: D.method("Compress.compress", (vm: Vm, self: Value, data: Value) => {
      const c = compressOf(self);
      const bytes = asBytesLike(vm, data);
      if (!c.open) throw zlibError(vm, c.stream, Z_STREAM_ERROR, "while compressing data");
      c.stream.setInput(bytes);
      const { output, status } = c.stream.run(Z_NO_FLUSH, undefined);
      if (status === Z_STREAM_ERROR) throw zlibError(vm, c.stream, status, "while compressing data");
      return newBytes(output);
    }),
    flush: D.method("Compress.flush", (vm: Vm, self: Value, mode?: Value) => {
      const c = compressOf(self);
      const how = optional(vm, mode, Z_FINISH);
      if (how === Z_NO_FLUSH) return newBytes(new Uint8Array());
      if (!c.open) throw zlibError(vm, c.stream, Z_STREAM_ERROR, "while flushing");
      c.stream.setInput(new Uint8Array());
      const { output, status } = c.stream.run(how, undefined);
      if (status === Z_STREAM_ERROR) throw zlibError(vm, c.stream, status, "while flushing");
      if (status === Z_STREAM_END && how === Z_FINISH) c.open = false;
      else if (status !== Z_OK && status !== Z_BUF_ERROR) throw zlibError(vm, c.stream, status, "while flushing");
      return newBytes(output);
    }, "($self, mode=4, /)"),
    copy: D.method("Compress.copy", copyCompress),
    __copy__: D.method("Compress.__copy__", copyCompress),
    __deepcopy__: D.method("Compress.__deepcopy__", copyCompress),
  },
});

interface DecompressData {
  stream: ZlibStream;
  zdict: Uint8Array | null;
  /** bytes objects, owned. */
  unused: Value;
  tail: Value;
  eof: boolean;
}
const decompressOf = (self: Value): DecompressData => (self as Container).data as DecompressData;

function setBytes(vm: Vm, d: DecompressData, field: "unused" | "tail", bytes: Uint8Array): void {
  const old = d[field];
  const made = newBytes(bytes);
  incref(made);
  d[field] = made;
  drop(vm, old);
}

function newDecompress(vm: Vm, stream: ZlibStream, zdict: Uint8Array | null, from?: DecompressData): Value {
  const empty = newBytes(new Uint8Array());
  const data: DecompressData = { stream, zdict, unused: from?.unused ?? empty, tail: from?.tail ?? empty, eof: from?.eof ?? false };
  incref(data.unused);
  incref(data.tail);
  return newSubclassInstance(vm, DecompressType, data);
}

function decompressobj(vm: Vm, wbits?: Value, zdict?: Value): Value {
  const w = optional(vm, wbits, MAX_WBITS);
  const dictionary = zdict === undefined ? null : dictionaryBytes(vm, zdict);
  const stream = inflateStream(vm, w, () => valueError(vm, "Invalid initialization option"));
  if (dictionary !== null && w < 0 && stream.setDictionary(dictionary) !== Z_OK) throw zlibError(vm, stream, Z_STREAM_ERROR, "while setting zdict");
  return newDecompress(vm, stream, dictionary);
}

const bytesOf = (v: Value): Uint8Array => (v as Container).data as Uint8Array;

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function runDecompress(vm: Vm, d: DecompressData, flush: number, most: number | undefined, what: string): Value {
  let refused = false;
  const { output, status } = d.stream.run(flush, most, d.zdict === null ? undefined : () => {
    const answer = d.stream.setDictionary(d.zdict!);
    refused = answer !== Z_OK;
    return answer;
  });
  if (refused) throw zlibError(vm, d.stream, status, "while setting zdict");
  const { rest } = d.stream;
  if (status === Z_STREAM_END) {
    setBytes(vm, d, "unused", concat(bytesOf(d.unused), rest));
    setBytes(vm, d, "tail", new Uint8Array());
    d.eof = true;
  } else {
    if (status !== Z_OK && status !== Z_BUF_ERROR) {
      setBytes(vm, d, "tail", rest);
      throw zlibError(vm, d.stream, status, what);
    }
    setBytes(vm, d, "tail", rest);
  }
  return newBytes(output);
}

function copyDecompress(vm: Vm, self: Value): Value {
  const d = decompressOf(self);
  return newDecompress(vm, d.stream.copy(), d.zdict, d);
}

const DecompressType: TypeRec = defineType({
  name: "zlib.Decompress",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    decompress: D.method("Decompress.decompress", (vm: Vm, self: Value, data: Value, maxLength?: Value) => {
      const d = decompressOf(self);
      const bytes = asBytesLike(vm, data);
      const most = maxLength === undefined ? 0 : asSsizeArgument(vm, maxLength);
      if (most < 0) throw valueError(vm, "max_length must be non-negative");
      d.stream.setInput(bytes);
      return runDecompress(vm, d, Z_SYNC_FLUSH, most === 0 ? undefined : most, "while decompressing data");
    }),
    flush: D.method("Decompress.flush", (vm: Vm, self: Value, length?: Value) => {
      const d = decompressOf(self);
      if (length !== undefined && asSsizeArgument(vm, length) <= 0) throw valueError(vm, "length must be greater than zero");
      d.stream.setInput(bytesOf(d.tail));
      return runDecompress(vm, d, Z_FINISH, undefined, "while flushing");
    }, "($self, length=16384, /)"),
    copy: D.method("Decompress.copy", copyDecompress),
    __copy__: D.method("Decompress.__copy__", copyDecompress),
    __deepcopy__: D.method("Decompress.__deepcopy__", copyDecompress),
  },
  getset: {
    unused_data: D.member("Decompress.unused_data", (_vm, self) => decompressOf(self).unused),
    unconsumed_tail: D.member("Decompress.unconsumed_tail", (_vm, self) => decompressOf(self).tail),
    eof: D.member("Decompress.eof", (_vm, self) => (decompressOf(self).eof ? True : False)),
  },
  slots: {
    tp_traverse: (self: any, visit: (v: Value) => void) => {
      const d = decompressOf(self);
      visit(d.unused);
      visit(d.tail);
    },
    tp_clear: (vm: Vm, self: any) => {
      const d = decompressOf(self);
      const { unused, tail } = d;
      d.unused = d.tail = 0;
      drop(vm, unused);
      drop(vm, tail);
    },
  },
});

interface ReaderData {
  stream: ZlibStream;
  zdict: Uint8Array | null;
  /** Input that waits. */
  pending: Uint8Array;
  unused: Uint8Array;
  eof: boolean;
  needsInput: boolean;
}
const readerOf = (self: Value): ReaderData => (self as Container).data as ReaderData;
const bindReader = constructorArguments("_ZlibDecompressor", "(wbits=15, zdict=b'')");

const ZlibDecompressorType: TypeRec = defineType({
  name: "zlib._ZlibDecompressor",
  doc: D.doc("_ZlibDecompressor"),
  ...D.signature("_ZlibDecompressor"),
  methods: {
    decompress: D.method("_ZlibDecompressor.decompress", (vm: Vm, self: Value, data: Value, maxLength?: Value) => {
      const r = readerOf(self);
      const bytes = asBytesLike(vm, data);
      const most = maxLength === undefined ? -1 : asSsizeArgument(vm, maxLength);
      if (r.eof) throw newError(vm, exc.EOFErrorType, "End of stream already reached");
      r.stream.setInput(r.pending.length === 0 ? bytes : concat(r.pending, bytes));
      const { output, status } = r.stream.run(Z_SYNC_FLUSH, most < 0 ? undefined : most, r.zdict === null ? undefined : () => r.stream.setDictionary(r.zdict!));
      if (status !== Z_OK && status !== Z_BUF_ERROR && status !== Z_STREAM_END) throw zlibError(vm, r.stream, status, "while decompressing data");
      const { rest } = r.stream;
      if (status === Z_STREAM_END) {
        r.eof = true;
        r.unused = rest;
        r.pending = new Uint8Array();
        r.needsInput = false;
      } else {
        r.pending = rest;
        // With the output full there may be more to come without more input.
        r.needsInput = rest.length === 0 && (most < 0 || output.length < most);
      }
      return newBytes(output);
    }),
  },
  getset: {
    eof: D.member("_ZlibDecompressor.eof", (_vm, self) => (readerOf(self).eof ? True : False)),
    unused_data: D.getset("_ZlibDecompressor.unused_data", (_vm, self) => newBytes(readerOf(self).unused)),
    needs_input: D.member("_ZlibDecompressor.needs_input", (_vm, self) => (readerOf(self).needsInput ? True : False)),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [wbits, zdict] = bindReader(vm, args, kwnames) as (Value | undefined)[];
      const w = optional(vm, wbits, MAX_WBITS);
      const dictionary = zdict === undefined || zdict === None || (isBytes(zdict) && bytesOf(zdict).length === 0) ? null : dictionaryBytes(vm, zdict);
      const stream = inflateStream(vm, w, () => valueError(vm, "Invalid initialization option"));
      if (dictionary !== null && w < 0) stream.setDictionary(dictionary);
      return newSubclassInstance(vm, type, { stream, zdict: dictionary, pending: new Uint8Array(), unused: new Uint8Array(), eof: false, needsInput: true } satisfies ReaderData);
    },
  },
});

const NUMBERS: Readonly<Record<string, number>> = {
  MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3,
  Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, Z_NO_FLUSH, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH, Z_FULL_FLUSH: 3, Z_FINISH, Z_BLOCK: 5, Z_TREES: 6,
};

const attributes: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(NUMBERS)) attributes[name] = () => value;

export const zlibModule: ModuleSpec = defineModule({
  name: "zlib",
  doc: D.doc(""),
  functions: {
    adler32: D.func("adler32", (vm: Vm, data: Value, value?: Value) => newInt(adler32(asBytesLike(vm, data), start(vm, value, 1)))),
    crc32: D.func("crc32", (vm: Vm, data: Value, value?: Value) => newInt(crc32(asBytesLike(vm, data), start(vm, value, 0)))),
    compress: D.func("compress", compress, "($module, data, /, level=-1, wbits=15)"),
    decompress: D.func("decompress", decompress, "($module, data, /, wbits=15, bufsize=16384)"),
    compressobj: D.func("compressobj", compressobj, "($module, /, level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)"),
    decompressobj: D.func("decompressobj", decompressobj, "($module, /, wbits=15, zdict=b'')"),
  },
  types: { _ZlibDecompressor: ZlibDecompressorType },
  attributes: {
    ...attributes,
    error: (vm) => errorClass(vm).obj,
    ZLIB_VERSION: () => newStr("1.3.2"),
    ZLIB_RUNTIME_VERSION: () => newStr("1.3.2"),
    __version__: () => newStr("1.0"),
  },
});
