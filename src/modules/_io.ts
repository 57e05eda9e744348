// _io: streams and open(). Mirrors Modules/_io/_iomodule.c. See docs/io.md.
import { argumentName, asIndex, call, defineModule, dropError, exc, getAttrText, isBigOrInt, isBytes, isStr, matches, type ModuleSpec, newStr, None, PyError, setAttrText, strFromJs, textOf, True, False, truth, typeError, typeName, type Value, valueError, type Vm, warn, lookupSpecial, type Container } from "../core/api.ts";
import { installCodecs } from "./_codecs/text-codecs.ts";
import { describedFunctions, docOf } from "./described.ts";
import { fspath } from "./posix/paths.ts";
import { BufferedIOBaseType, DEFAULT_BUFFER_SIZE, invoke, IOBaseType, RawIOBaseType, TextIOBaseType, unsupportedOperation } from "./_io/base.ts";
import { BufferedRandomType, BufferedReaderType, BufferedRWPairType, BufferedWriterType } from "./_io/buffered.ts";
import { type FileData, FileIOType } from "./_io/fileio.ts";
import { BytesIOBufferType, BytesIOType, StringIOType } from "./_io/memory.ts";
import { IncrementalNewlineDecoderType } from "./_io/newlines.ts";
import { TextIOWrapperType } from "./_io/text.ts";

function strOrNone(vm: Vm, v: Value | undefined, name: string): Value | undefined {
  if (v === undefined || v === None) return undefined;
  if (!isStr(v)) throw typeError(vm, `open() argument '${name}' must be str or None, not ${argumentName(v)}`);
  if (textOf(v).includes("\0")) throw valueError(vm, "embedded null character");
  return v;
}

/** open(): a FileIO, with a buffer and a TextIOWrapper on top as the mode asks. */
export function open(vm: Vm, file: Value, modeValue?: Value, bufferingValue?: Value, encodingValue?: Value, errorsValue?: Value, newlineValue?: Value, closefdValue?: Value, opener?: Value): Value {
  if (modeValue !== undefined && !isStr(modeValue)) throw typeError(vm, `open() argument 'mode' must be str, not ${argumentName(modeValue)}`);
  const mode = modeValue === undefined ? "r" : textOf(modeValue);
  let buffering = bufferingValue === undefined ? -1 : Number(asIndex(vm, bufferingValue));
  const encoding = strOrNone(vm, encodingValue, "encoding");
  const errors = strOrNone(vm, errorsValue, "errors");
  const newline = strOrNone(vm, newlineValue, "newline");
  const closefd = closefdValue === undefined || truth(vm, closefdValue);
  const path = isBigOrInt(file) || isStr(file) || isBytes(file) || lookupSpecial(vm, file, "__fspath__") === undefined ? file : fspath(vm, file);
  if (!isStr(path) && !isBytes(path) && !isBigOrInt(path)) {
    if (typeof path === "number" || path.type.nb_index === undefined) throw typeError(vm, `expected str, bytes or os.PathLike object, not ${typeName(path)}`);
  }
  const seen = new Set<string>();
  for (const c of mode) {
    if (!"xrwa+tb".includes(c) || seen.has(c)) throw valueError(vm, `invalid mode: '${mode}'`);
    seen.add(c);
  }
  const creating = seen.has("x");
  const reading = seen.has("r");
  const writing = seen.has("w");
  const appending = seen.has("a");
  const updating = seen.has("+");
  const binary = seen.has("b");
  if (seen.has("t") && binary) throw valueError(vm, "can't have text and binary mode at once");
  if (+creating + +reading + +writing + +appending !== 1) throw valueError(vm, "must have exactly one of create/read/write/append mode");
  if (binary && encoding !== undefined) throw valueError(vm, "binary mode doesn't take an encoding argument");
  if (binary && errors !== undefined) throw valueError(vm, "binary mode doesn't take an errors argument");
  if (binary && newline !== undefined) throw valueError(vm, "binary mode doesn't take a newline argument");
  if (binary && buffering === 1) warn(vm, "RuntimeWarning", "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used");
  const rawMode = (creating ? "x" : "") + (reading ? "r" : "") + (writing ? "w" : "") + (appending ? "a" : "") + (updating ? "+" : "");
  const raw = call(vm, FileIOType.obj, [path, newStr(rawMode), closefd ? True : False, opener ?? None]) as Container;
  let result: Value = raw;
  try {
    const tty = buffering < 0 || buffering === 1 ? invoke(vm, raw, "_isatty_open_only") === True : false;
    let line = false;
    if (buffering === 1 && !binary) {
      buffering = -1;
      line = true;
    } else if (buffering < 0 && tty) {
      buffering = -1;
      line = true;
    }
    if (buffering < 0 || (buffering === 1 && binary)) buffering = Math.max(Math.min((raw.data as FileData).blksize, 8192 * 1024), DEFAULT_BUFFER_SIZE);
    if (buffering === 0) {
      if (!binary) throw valueError(vm, "can't have unbuffered text I/O");
      return raw;
    }
    const type = updating ? BufferedRandomType : creating || writing || appending ? BufferedWriterType : BufferedReaderType;
    result = call(vm, type.obj, [raw, buffering]);
    if (binary) return result;
    result = call(vm, TextIOWrapperType.obj, [result, encoding ?? textEncoding(vm), errors ?? None, newline ?? None, line ? True : False]);
    setAttrText(vm, result, "mode", strFromJs(mode));
    return result;
  } catch (error) {
    try {
      invoke(vm, result, "close");
    } catch (second) {
      if (!(second instanceof PyError)) throw second;
      dropError(vm, second);
    }
    throw error;
  }
}

function textEncoding(_vm: Vm): Value {
  return newStr("locale");
}

export const ioModule: ModuleSpec = defineModule({
  name: "_io",
  doc: docOf("_io"),
  functions: describedFunctions("_io", {
    open,
    open_code: (vm: Vm, path: Value) => {
      if (!isStr(path)) throw typeError(vm, `open_code() argument 'path' must be str, not ${argumentName(path)}`);
      return open(vm, path, newStr("rb"));
    },
    text_encoding: (vm: Vm, encoding: Value) => {
      if (encoding !== None) return encoding;
      const flags = getAttrText(vm, call(vm, vm.defaultImport!, [newStr("sys")]), "flags");
      try {
        return truth(vm, getAttrText(vm, flags, "utf8_mode")) ? newStr("utf-8") : newStr("locale");
      } catch (error) {
        if (!matches(error, exc.AttributeErrorType)) throw error;
        dropError(vm, error);
        return newStr("locale");
      }
    },
  }),
  types: {
    _IOBase: IOBaseType,
    _RawIOBase: RawIOBaseType,
    _BufferedIOBase: BufferedIOBaseType,
    _TextIOBase: TextIOBaseType,
    FileIO: FileIOType,
    BytesIO: BytesIOType,
    _BytesIOBuffer: BytesIOBufferType,
    StringIO: StringIOType,
    BufferedReader: BufferedReaderType,
    BufferedWriter: BufferedWriterType,
    BufferedRandom: BufferedRandomType,
    BufferedRWPair: BufferedRWPairType,
    TextIOWrapper: TextIOWrapperType,
    IncrementalNewlineDecoder: IncrementalNewlineDecoderType,
    BlockingIOError: exc.BlockingIOErrorType,
  },
  attributes: {
    DEFAULT_BUFFER_SIZE: () => DEFAULT_BUFFER_SIZE,
    UnsupportedOperation: unsupportedOperation,
  },
  exec: installCodecs,
});
