// _bz2: bzip2 compressors and decompressors. Mirrors Modules/_bz2module.c over base/bzip2. See docs/modules.md.
import { Bzip2Compressor } from "../../base/bzip2/compress.ts";
import { Bzip2Decompressor, Bzip2Fault } from "../../base/bzip2/decompress.ts";
import { asBytesLike, asCInt, asSsizeArgument, type Container, defineModule, defineType, exc, False, type ModuleSpec, newBytes, newError, newSubclassInstance, True, typeError, type TypeRec, type Value, valueError, type Vm } from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_bz2", docs);
const compressorArguments = constructorArguments("BZ2Compressor", "(compresslevel=9, /)");

interface CompressorData {
  readonly stream: Bzip2Compressor;
  flushed: boolean;
}
const compressorOf = (self: Value): CompressorData => (self as Container).data as CompressorData;

const CompressorType: TypeRec = defineType({
  name: "_bz2.BZ2Compressor",
  doc: D.doc("BZ2Compressor"),
  ...D.signature("BZ2Compressor"),
  methods: {
    compress: D.method("BZ2Compressor.compress", (vm: Vm, self: Value, data: Value) => {
      const bytes = asBytesLike(vm, data);
      const c = compressorOf(self);
      if (c.flushed) throw valueError(vm, "Compressor has been flushed");
      return newBytes(c.stream.write(bytes));
    }),
    flush: D.method("BZ2Compressor.flush", (vm: Vm, self: Value) => {
      const c = compressorOf(self);
      if (c.flushed) throw valueError(vm, "Repeated call to flush()");
      c.flushed = true;
      return newBytes(c.stream.finish());
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [given] = compressorArguments(vm, args, kwnames) as [Value | undefined];
      const level = given === undefined ? 9 : asCInt(vm, given);
      if (level < 1 || level > 9) throw valueError(vm, "compresslevel must be between 1 and 9");
      return newSubclassInstance(vm, type, { stream: new Bzip2Compressor(level), flushed: false } satisfies CompressorData);
    },
  },
});

const decompressorOf = (self: Value): Bzip2Decompressor => (self as Container).data as Bzip2Decompressor;

const DecompressorType: TypeRec = defineType({
  name: "_bz2.BZ2Decompressor",
  doc: D.doc("BZ2Decompressor"),
  ...D.signature("BZ2Decompressor"),
  methods: {
    decompress: D.method("BZ2Decompressor.decompress", (vm: Vm, self: Value, data: Value, maxLength?: Value) => {
      const bytes = asBytesLike(vm, data);
      const max = maxLength === undefined ? -1 : asSsizeArgument(vm, maxLength);
      const stream = decompressorOf(self);
      if (stream.broken) throw valueError(vm, "Decompressor is unusable after a previous error");
      if (stream.ended && !stream.hasPending) throw newError(vm, exc.EOFErrorType, "End of stream already reached");
      stream.feed(bytes);
      try {
        return newBytes(stream.take(max < 0 ? Infinity : max));
      } catch (fault) {
        if (!(fault instanceof Bzip2Fault)) throw fault;
        stream.broken = true;
        throw newError(vm, exc.OSErrorType, "Invalid data stream");
      }
    }),
  },
  getset: {
    eof: D.member("BZ2Decompressor.eof", (_vm, self) => (ended(self) ? True : False)),
    needs_input: D.member("BZ2Decompressor.needs_input", (_vm, self) => (decompressorOf(self).broken || decompressorOf(self).ended || decompressorOf(self).hasPending ? False : True)),
    unused_data: D.member("BZ2Decompressor.unused_data", (_vm, self) => newBytes(ended(self) ? decompressorOf(self).rest : new Uint8Array())),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      if (type === DecompressorType && args.length > 0) throw typeError(vm, `BZ2Decompressor() takes no ${kwnames === null ? "positional" : "keyword"} arguments`);
      return newSubclassInstance(vm, type, new Bzip2Decompressor());
    },
  },
});

function ended(self: Value): boolean {
  const stream = decompressorOf(self);
  return stream.ended && !stream.hasPending;
}

export const bz2Module: ModuleSpec = defineModule({
  name: "_bz2",
  doc: D.doc(""),
  types: { BZ2Compressor: CompressorType, BZ2Decompressor: DecompressorType },
});
