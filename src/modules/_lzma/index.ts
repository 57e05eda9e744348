// _lzma: xz and LZMA compressors and decompressors. Mirrors Modules/_lzmamodule.c over base/lzma. See docs/modules.md.
import { FILTER_ARM, FILTER_ARMTHUMB, FILTER_DELTA, FILTER_IA64, FILTER_LZMA1, FILTER_LZMA2, FILTER_POWERPC, FILTER_SPARC, FILTER_X86 } from "../../base/lzma/branches.ts";
import { CHECK_CRC32, CHECK_CRC64, CHECK_NONE, CHECK_SHA256, checkIsKnown } from "../../base/lzma/checks.ts";
import { FORMAT_ALONE, FORMAT_AUTO, FORMAT_RAW, FORMAT_XZ, XzDecoder } from "../../base/lzma/decode.ts";
import { XzEncoder } from "../../base/lzma/encode.ts";
import { type Filter, filterOf, filterProperties, LZMA1 } from "../../base/lzma/filters.ts";
import { LzmaFault } from "../../base/lzma/model.ts";
import { asBytesLike, asCInt, asSsizeArgument, type Container, defineModule, defineType, exc, False, type ModuleSpec, newBytes, newError, newInt, newSubclassInstance, None, True, type TypeRec, type Value, valueError, type Vm } from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { errorClass, guarded, lzmaError } from "./errors.ts";
import { filterFromSpec, filterNumber, filtersFromSpecs, presetOptions, specOfFilter, unsigned } from "./filters.ts";

const D = documented("_lzma", docs);
const PRESET_DEFAULT = 6;
const CHECK_UNKNOWN = 16;

const compressorArguments = constructorArguments("LZMACompressor", "(format=FORMAT_XZ, check=-1, preset=None, filters=None)");
const decompressorArguments = constructorArguments("LZMADecompressor", "(format=FORMAT_AUTO, memlimit=None, filters=None)");

interface Compressor {
  readonly encoder: XzEncoder;
  flushed: boolean;
}
const compressorOf = (self: Value): Compressor => (self as Container).data as Compressor;
const given = (v: Value | undefined): Value | undefined => (v === None ? undefined : v);

const CompressorType: TypeRec = defineType({
  name: "_lzma.LZMACompressor",
  doc: D.doc("LZMACompressor"),
  ...D.signature("LZMACompressor"),
  methods: {
    compress: D.method("LZMACompressor.compress", (vm: Vm, self: Value, data: Value) => {
      const bytes = asBytesLike(vm, data);
      const c = compressorOf(self);
      if (c.flushed) throw valueError(vm, "Compressor has been flushed");
      return newBytes(c.encoder.write(bytes));
    }),
    flush: D.method("LZMACompressor.flush", (vm: Vm, self: Value) => {
      const c = compressorOf(self);
      if (c.flushed) throw valueError(vm, "Repeated call to flush()");
      c.flushed = true;
      return newBytes(c.encoder.finish());
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [formatValue, checkValue, presetValue, filtersValue] = compressorArguments(vm, args, kwnames) as (Value | undefined)[];
      const format = formatValue === undefined ? FORMAT_XZ : asCInt(vm, formatValue);
      let check = checkValue === undefined ? -1 : asCInt(vm, checkValue);
      const presetArgument = given(presetValue);
      const specs = given(filtersValue);
      if (presetArgument !== undefined && specs !== undefined) throw valueError(vm, "Cannot specify both preset and filter chain");
      const preset = presetArgument === undefined ? PRESET_DEFAULT : Number(unsigned(vm, presetArgument, 32));
      if (format !== FORMAT_XZ && check !== -1 && check !== CHECK_NONE) throw valueError(vm, "Integrity checks are only supported by FORMAT_XZ");
      if (format === FORMAT_XZ && check === -1) check = CHECK_CRC64;
      if (format !== FORMAT_XZ && format !== FORMAT_ALONE && format !== FORMAT_RAW) throw valueError(vm, `Invalid container format: ${format}`);
      if (format === FORMAT_RAW && specs === undefined) throw valueError(vm, "Must specify filters for FORMAT_RAW");
      const encoder = guarded(vm, () => {
        let filters: Filter[];
        if (specs === undefined) {
          const lzma = presetOptions(preset);
          if (lzma === undefined) throw new LzmaFault("options");
          filters = [{ id: format === FORMAT_ALONE ? LZMA1 : FILTER_LZMA2, lzma }];
        } else {
          filters = filtersFromSpecs(vm, specs);
          if (format === FORMAT_ALONE && (filters.length !== 1 || filters[0]!.id !== LZMA1)) throw valueError(vm, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        }
        return new XzEncoder(format, check, filters);
      });
      return newSubclassInstance(vm, type, { encoder, flushed: false } satisfies Compressor);
    },
  },
});

interface Decompressor {
  readonly decoder: XzDecoder;
  needsInput: boolean;
  broken: boolean;
}
const decompressorOf = (self: Value): Decompressor => (self as Container).data as Decompressor;

const DecompressorType: TypeRec = defineType({
  name: "_lzma.LZMADecompressor",
  doc: D.doc("LZMADecompressor"),
  ...D.signature("LZMADecompressor"),
  methods: {
    decompress: D.method("LZMADecompressor.decompress", (vm: Vm, self: Value, data: Value, maxLength?: Value) => {
      const bytes = asBytesLike(vm, data);
      const max = maxLength === undefined ? -1 : asSsizeArgument(vm, maxLength);
      const d = decompressorOf(self);
      const { decoder } = d;
      if (decoder.ended) throw newError(vm, exc.EOFErrorType, "Already at end of stream");
      if (d.broken) throw lzmaError(vm, "Internal error");
      decoder.input.feed(bytes);
      try {
        const out = guarded(vm, () => decoder.pull(max < 0 ? Infinity : max));
        d.needsInput = !decoder.ended && (max < 0 || out.length < max);
        return newBytes(out);
      } catch (error) {
        d.broken = true;
        throw error;
      }
    }),
  },
  getset: {
    check: D.member("LZMADecompressor.check", (_vm, self) => decompressorOf(self).decoder.check),
    eof: D.member("LZMADecompressor.eof", (_vm, self) => (decompressorOf(self).decoder.ended ? True : False)),
    needs_input: D.member("LZMADecompressor.needs_input", (_vm, self) => (decompressorOf(self).needsInput ? True : False)),
    unused_data: D.member("LZMADecompressor.unused_data", (_vm, self) => {
      const { decoder } = decompressorOf(self);
      return newBytes(decoder.ended ? decoder.input.bytes.slice(decoder.input.at, decoder.input.end) : new Uint8Array(0));
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [formatValue, memlimitValue, filtersValue] = decompressorArguments(vm, args, kwnames) as (Value | undefined)[];
      const format = formatValue === undefined ? FORMAT_AUTO : asCInt(vm, formatValue);
      const limitArgument = given(memlimitValue);
      const specs = given(filtersValue);
      if (limitArgument !== undefined && format === FORMAT_RAW) throw valueError(vm, "Cannot specify memory limit with FORMAT_RAW");
      const memlimit = limitArgument === undefined ? Infinity : Number(unsigned(vm, limitArgument, 64));
      if (format === FORMAT_RAW && specs === undefined) throw valueError(vm, "Must specify filters for FORMAT_RAW");
      if (format !== FORMAT_RAW && specs !== undefined) throw valueError(vm, "Cannot specify filters except with FORMAT_RAW");
      if (format !== FORMAT_AUTO && format !== FORMAT_XZ && format !== FORMAT_ALONE && format !== FORMAT_RAW) throw valueError(vm, `Invalid container format: ${format}`);
      const decoder = guarded(vm, () => new XzDecoder(format, memlimit, specs === undefined ? [] : filtersFromSpecs(vm, specs)));
      return newSubclassInstance(vm, type, { decoder, needsInput: true, broken: false } satisfies Decompressor);
    },
  },
});

const constants: Record<string, number | bigint> = {
  FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW,
  CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX: 15, CHECK_UNKNOWN,
  FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA, FILTER_X86, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC, FILTER_POWERPC,
  MF_HC3: 3, MF_HC4: 4, MF_BT2: 18, MF_BT3: 19, MF_BT4: 20, MODE_FAST: 1, MODE_NORMAL: 2,
  PRESET_DEFAULT, PRESET_EXTREME: 0x80000000,
};

export const lzmaModule: ModuleSpec = defineModule({
  name: "_lzma",
  doc: D.doc(""),
  functions: {
    is_check_supported: D.func("is_check_supported", (vm: Vm, check: Value) => (checkIsKnown(asCInt(vm, check)) ? True : False)),
    _encode_filter_properties: D.func("_encode_filter_properties", (vm: Vm, spec: Value) => guarded(vm, () => newBytes(filterProperties(filterFromSpec(vm, spec, false))))),
    _decode_filter_properties: D.func("_decode_filter_properties", (vm: Vm, id: Value, properties: Value) => {
      const number = filterNumber(vm, id);
      const bytes = asBytesLike(vm, properties);
      return guarded(vm, () => specOfFilter(vm, filterOf(number, bytes, false)));
    }),
  },
  types: { LZMACompressor: CompressorType, LZMADecompressor: DecompressorType },
  attributes: { ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, () => newInt(value)])), LZMAError: (vm) => errorClass(vm).obj },
});
