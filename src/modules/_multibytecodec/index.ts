// _multibytecodec: codecs of several bytes a character, and the classes that use them piece by piece. Mirrors
// Modules/cjkcodecs/multibytecodec.c. See docs/modules.md.
import { multibyteCodec, type MultibyteCodec, TOO_FEW } from "../../base/cjk/index.ts";
import { ByteBuffer } from "../../base/codecs.ts";
import { intFromBytes, intToBytes } from "../../base/int-math.ts";
import { PointBuffer, type Text, textConcat, textLength, textSlice } from "../../base/text.ts";
import { textSplitlines } from "../../base/text-search.ts";
import {
  argumentName, asBytesLike, asSsizeOfInt, attributeError, bindArguments, callMethod, codecError, Container, defineModule, defineType, dropMaybe, exc, fromPythonError, getAttrText, getItem, type GetSet, hold, intValue, isBigOrInt, isBytes, isStr,
  isTuple, length, type ModuleSpec, NativeDef, newBytes, newError, newInt, newList, newRef, newStr, newSubclassInstance, newText, newTuple, None, note, overflowError, pushRef, type PyStr, str, strText, textOf, TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION, truth, typeError, typeName, type TypeRec, UnicodeDecodeErrorType, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { PythonError } from "../../base/python-error.ts";
import { documented } from "../documented.ts";
import { Decoding, encodeText } from "./convert.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_multibytecodec", docs);
const MAX_ENCODING_PENDING = 2;
const MAX_DECODING_PENDING = 8;

const codecNamed = (name: string): MultibyteCodec => multibyteCodec(name)!;

// MultibyteCodec: the payload is the codec's name.

function textArgument(vm: Vm, input: Value): PyStr {
  return isStr(input) ? input : str(vm, input);
}

function optionalErrors(vm: Vm, fn: string, errors: Value | undefined): string {
  if (errors === undefined || errors === None) return "strict";
  if (!isStr(errors)) throw typeError(vm, `${fn}() argument 'errors' must be str or None, not ${argumentName(errors)}`);
  return plainText(vm, errors);
}

function plainText(vm: Vm, v: PyStr): string {
  if (textOf(v).includes("\0")) throw valueError(vm, "embedded null character");
  return textOf(v);
}

const MultibyteCodecType: TypeRec = defineType({
  name: "_multibytecodec.MultibyteCodec",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    encode: D.method("MultibyteCodec.encode", (vm: Vm, self: Container, input: Value, errors?: Value) => {
      const handling = optionalErrors(vm, "encode", errors);
      const source = hold(vm, textArgument(vm, input)) as PyStr;
      const codec = codecNamed(self.data as string);
      const state = new Uint8Array(8);
      codec.startEncoding?.(state);
      const text = strText(source);
      const { bytes } = encodeText(vm, codec, state, text, handling, true, true, () => source);
      return newTuple(vm, [newBytes(bytes), textLength(text)]);
    }),
    decode: D.method("MultibyteCodec.decode", (vm: Vm, self: Container, input: Value, errors?: Value) => {
      const data = asBytesLike(vm, input);
      const handling = optionalErrors(vm, "decode", errors);
      const codec = codecNamed(self.data as string);
      const state = new Uint8Array(8);
      codec.startDecoding?.(state);
      const decoding = new Decoding(vm, codec, handling, data, new PointBuffer(data.length));
      decoding.run(state, true);
      return newTuple(vm, [newText(decoding.out.text()), data.length]);
    }),
  },
});

/** A codec as an object. */
export function newCodec(vm: Vm, name: string): Value {
  return note(vm, new Container(MultibyteCodecType, name, null));
}

/** The codec that a class names in its attribute `codec`. */
function codecOfClass(vm: Vm, type: TypeRec): string {
  const codec = getAttrText(vm, type.obj, "codec");
  if (typeof codec === "number" || codec.type !== MultibyteCodecType) throw typeError(vm, "codec is unexpected type");
  return (codec as Container).data as string;
}

// The four classes for pieces.

/** What their payloads have in common. */
interface Piecewise {
  readonly codec: string;
  errors: string;
  readonly state: Uint8Array;
  /** Of the stream classes; owned. */
  stream: Value | undefined;
}
interface Encoder extends Piecewise {
  pending: Text;
}
interface Decoder extends Piecewise {
  pending: Uint8Array;
}

const encoderOf = (self: Value): Encoder => (self as Container).data as Encoder;
const decoderOf = (self: Value): Decoder => (self as Container).data as Decoder;

const errorsMember = (name: string): GetSet =>
  D.getset(
    name,
    (_vm, self) => newStr(encoderOf(self).errors),
    (vm, self, value) => {
      if (value === undefined) throw attributeError(vm, "cannot delete attribute");
      if (!isStr(value)) throw typeError(vm, "errors must be a string");
      encoderOf(self).errors = textOf(value);
    },
  );

/** tp_new of a class whose messages call it `name`. */
function newPiecewise(name: string, stream: boolean, decodes: boolean): (vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null) => Value {
  let def: NativeDef | undefined;
  return (vm, type, args, kwnames) => {
    def ??= new NativeDef(name, stream ? "(stream, errors=None)" : "(errors=None)", null, () => undefined, "function", true);
    const bound = bindArguments(vm, def, args, kwnames) as (Value | undefined)[];
    const errors = bound[stream ? 1 : 0];
    if (errors !== undefined && !isStr(errors)) throw typeError(vm, `${name}() argument ${stream ? 2 : 1} must be str, not ${argumentName(errors)}`);
    const handling = errors === undefined ? "strict" : plainText(vm, errors);
    const codec = codecOfClass(vm, type);
    const state = new Uint8Array(8);
    if (decodes) codecNamed(codec).startDecoding?.(state);
    else codecNamed(codec).startEncoding?.(state);
    const data: Encoder | Decoder = { codec, errors: handling, state, stream: stream ? newRef(bound[0]!) : undefined, pending: decodes ? new Uint8Array(0) : "" } as Encoder | Decoder;
    return newSubclassInstance(vm, type, data);
  };
}

const piecewiseSlots = (name: string, stream: boolean, decodes: boolean) => ({
  tp_new: newPiecewise(name, stream, decodes),
  tp_init: (): void => undefined,
  tp_traverse: (self: Container, visit: (v: Value) => void) => {
    const { stream: held } = self.data as Piecewise;
    if (held !== undefined) visit(held);
  },
  tp_clear: (vm: Vm, self: Container) => {
    const data = self.data as Piecewise;
    const held = data.stream;
    data.stream = undefined;
    dropMaybe(vm, held);
  },
});

/** Encodes a piece after what was pending. */
function encodePiece(vm: Vm, self: Value, input: Value, final: boolean): Uint8Array {
  const source = hold(vm, textArgument(vm, input)) as PyStr;
  const e = encoderOf(self);
  const before = e.pending;
  const text = textLength(before) > 0 ? textConcat(before, strText(source)) : strText(source);
  e.pending = "";
  const whole = (): Value => (text === strText(source) ? source : newText(text));
  let done: { bytes: Uint8Array; consumed: number };
  try {
    done = encodeText(vm, codecNamed(e.codec), e.state, text, e.errors, final, final, whole);
  } catch (error) {
    e.pending = before;
    throw error;
  }
  const length = textLength(text);
  if (done.consumed < length) {
    if (length - done.consumed > MAX_ENCODING_PENDING) throw newError(vm, exc.UnicodeErrorType, "pending buffer overflow");
    e.pending = textSlice(text, done.consumed, length);
  }
  return done.bytes;
}

/** Keeps what a piece left. */
function keepPending(vm: Vm, d: Decoder, rest: Uint8Array): void {
  if (rest.length > MAX_DECODING_PENDING) throw codecError(vm, UnicodeDecodeErrorType, d.codec, newBytes(rest), 0, rest.length, "pending buffer overflow");
  d.pending = rest;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function stateBytes(vm: Vm, v: Value, size: number): Uint8Array {
  const n = intValue(v);
  if (n < 0) throw overflowError(vm, "can't convert negative int to unsigned");
  try {
    return intToBytes(n, size, true, false);
  } catch (error) {
    if (error instanceof PythonError) throw fromPythonError(vm, error);
    throw error;
  }
}

function utf8(vm: Vm, text: Text): Uint8Array {
  return (vm.encodeHook!(newText(text), newStr("utf-8"), undefined) as Container).data as Uint8Array;
}

const IncrementalEncoderType: TypeRec = defineType({
  name: "_multibytecodec.MultibyteIncrementalEncoder",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    encode: D.method("MultibyteIncrementalEncoder.encode", (vm: Vm, self: Value, input: Value, final?: Value) => newBytes(encodePiece(vm, self, input, final !== undefined && truth(vm, final)))),
    getstate: D.method("MultibyteIncrementalEncoder.getstate", (vm: Vm, self: Value) => {
      const e = encoderOf(self);
      const pending = utf8(vm, e.pending);
      if (pending.length > MAX_ENCODING_PENDING * 4) throw newError(vm, exc.UnicodeErrorType, "pending buffer too large");
      return newInt(intFromBytes(joined(joined(Uint8Array.of(pending.length), pending), e.state), true, false));
    }),
    setstate: D.method("MultibyteIncrementalEncoder.setstate", (vm: Vm, self: Value, state: Value) => {
      if (!isBigOrInt(state)) throw typeError(vm, `setstate() argument must be int, not ${argumentName(state)}`);
      const bytes = stateBytes(vm, state, 1 + MAX_ENCODING_PENDING * 4 + 8);
      const size = bytes[0]!;
      if (size > MAX_ENCODING_PENDING * 4) throw newError(vm, exc.UnicodeErrorType, "pending buffer too large");
      const e = encoderOf(self);
      e.pending = strText(vm.decodeHook!(newBytes(bytes.slice(1, 1 + size)), newStr("utf-8"), undefined) as PyStr);
      e.state.set(bytes.subarray(1 + size, 9 + size));
    }),
    reset: D.method("MultibyteIncrementalEncoder.reset", (_vm: Vm, self: Value) => {
      const e = encoderOf(self);
      codecNamed(e.codec).endEncoding?.(e.state, new ByteBuffer(16));
      e.pending = "";
    }),
  },
  getset: { errors: errorsMember("MultibyteIncrementalEncoder.errors") },
  slots: piecewiseSlots("IncrementalEncoder", false, false),
});

const IncrementalDecoderType: TypeRec = defineType({
  name: "_multibytecodec.MultibyteIncrementalDecoder",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    decode: D.method("MultibyteIncrementalDecoder.decode", (vm: Vm, self: Value, input: Value, final?: Value) => {
      const bytes = asBytesLike(vm, input);
      const all = final !== undefined && truth(vm, final);
      const d = decoderOf(self);
      const before = d.pending;
      const data = joined(before, bytes);
      d.pending = new Uint8Array(0);
      const decoding = new Decoding(vm, codecNamed(d.codec), d.errors, data, new PointBuffer(data.length));
      decoding.run(d.state, false);
      if (all && decoding.input.at < data.length) {
        try {
          decoding.handle(TOO_FEW);
        } catch (error) {
          d.pending = before;
          throw error;
        }
      }
      keepPending(vm, d, decoding.rest);
      return newText(decoding.out.text());
    }),
    getstate: D.method("MultibyteIncrementalDecoder.getstate", (vm: Vm, self: Value) => {
      const d = decoderOf(self);
      return newTuple(vm, [newBytes(d.pending.slice()), newInt(intFromBytes(d.state, true, false))]);
    }),
    setstate: D.method("MultibyteIncrementalDecoder.setstate", (vm: Vm, self: Value, state: Value) => {
      if (!isTuple(state)) throw typeError(vm, `setstate() argument must be tuple, not ${argumentName(state)}`);
      const [buffer, number] = state.data as Value[];
      if ((state.data as Value[]).length !== 2 || !isBytes(buffer!) || !isBigOrInt(number!)) throw typeError(vm, "setstate(): illegal state argument");
      const bytes = stateBytes(vm, number!, 8);
      const pending = buffer!.data as Uint8Array;
      const d = decoderOf(self);
      if (pending.length > MAX_DECODING_PENDING) throw codecError(vm, UnicodeDecodeErrorType, d.codec, buffer!, 0, pending.length, "pending buffer too large");
      d.pending = pending.slice();
      d.state.set(bytes);
    }),
    reset: D.method("MultibyteIncrementalDecoder.reset", (_vm: Vm, self: Value) => resetDecoder(decoderOf(self))),
  },
  getset: { errors: errorsMember("MultibyteIncrementalDecoder.errors") },
  slots: piecewiseSlots("IncrementalDecoder", false, true),
});

function resetDecoder(d: Decoder): void {
  codecNamed(d.codec).resetDecoding?.(d.state);
  d.pending = new Uint8Array(0);
}

/** Reads from the stream by its method `read` or `readline`, at least one character unless the stream has ended. */
function readPiece(vm: Vm, self: Value, methodName: string, sizeArgument: Value | undefined): Text {
  let size = -1;
  if (sizeArgument !== undefined && sizeArgument !== None) {
    if (!isBigOrInt(sizeArgument)) throw typeError(vm, "arg 1 must be an integer");
    size = asSsizeOfInt(vm, sizeArgument);
  }
  if (size === 0) return "";
  const d = decoderOf(self);
  const out = new PointBuffer(64);
  for (;;) {
    const read = callMethod(vm, d.stream!, newStr(methodName), size < 0 ? [] : [size]);
    if (!isBytes(read)) throw typeError(vm, `stream function returned a non-bytes object (${typeName(read)})`);
    const bytes = read.data as Uint8Array;
    const data = joined(d.pending, bytes);
    d.pending = new Uint8Array(0);
    const decoding = new Decoding(vm, codecNamed(d.codec), d.errors, data, out);
    decoding.run(d.state, false);
    if ((bytes.length === 0 || size < 0) && decoding.input.at < data.length) decoding.handle(TOO_FEW);
    keepPending(vm, d, decoding.rest);
    if (size < 0 || out.length > 0 || data.length === 0) return out.text();
    size = 1;
  }
}

const streamMember = (name: string): GetSet => D.member(name, (_vm, self) => encoderOf(self).stream ?? None);

const StreamReaderType: TypeRec = defineType({
  name: "_multibytecodec.MultibyteStreamReader",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    read: D.method("MultibyteStreamReader.read", (vm: Vm, self: Value, size?: Value) => newText(readPiece(vm, self, "read", size))),
    readline: D.method("MultibyteStreamReader.readline", (vm: Vm, self: Value, size?: Value) => newText(readPiece(vm, self, "readline", size))),
    readlines: D.method("MultibyteStreamReader.readlines", (vm: Vm, self: Value, size?: Value) => {
      const lines: Value[] = [];
      for (const line of textSplitlines(readPiece(vm, self, "read", size), true)) pushRef(lines, newText(line));
      return newList(vm, lines);
    }),
    reset: D.method("MultibyteStreamReader.reset", (_vm: Vm, self: Value) => resetDecoder(decoderOf(self))),
  },
  getset: { errors: errorsMember("MultibyteStreamReader.errors"), stream: streamMember("MultibyteStreamReader.stream") },
  slots: piecewiseSlots("StreamReader", true, true),
});

function writePiece(vm: Vm, self: Value, input: Value): void {
  const bytes = newBytes(encodePiece(vm, self, input, false));
  callMethod(vm, encoderOf(self).stream!, newStr("write"), [bytes]);
}

const StreamWriterType: TypeRec = defineType({
  name: "_multibytecodec.MultibyteStreamWriter",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    write: D.method("MultibyteStreamWriter.write", (vm: Vm, self: Value, object: Value) => writePiece(vm, self, object)),
    writelines: D.method("MultibyteStreamWriter.writelines", (vm: Vm, self: Value, lines: Value) => {
      if (typeof lines === "number" || lines.type.sq_item === undefined) throw typeError(vm, "arg must be a sequence object");
      for (let i = 0; i < length(vm, lines); i++) writePiece(vm, self, getItem(vm, lines, i));
    }),
    reset: D.method("MultibyteStreamWriter.reset", (vm: Vm, self: Value) => {
      const e = encoderOf(self);
      const { pending } = e;
      if (textLength(pending) === 0) return;
      e.pending = "";
      const { bytes } = encodeText(vm, codecNamed(e.codec), e.state, pending, e.errors, true, true, () => newText(pending));
      if (bytes.length > 0) callMethod(vm, e.stream!, newStr("write"), [newBytes(bytes)]);
    }),
  },
  getset: { errors: errorsMember("MultibyteStreamWriter.errors"), stream: streamMember("MultibyteStreamWriter.stream") },
  slots: piecewiseSlots("StreamWriter", true, false),
});

export const multibytecodecModule: ModuleSpec = defineModule({
  name: "_multibytecodec",
  doc: D.doc(""),
  functions: {
    // CPython's modules of codecs call it with capsules that no Python code gets to see; here they call newCodec.
    __create_codec: D.func("__create_codec", (vm: Vm, _capsule: Value) => {
      throw valueError(vm, "argument type invalid");
    }),
  },
  types: {
    MultibyteIncrementalEncoder: IncrementalEncoderType,
    MultibyteIncrementalDecoder: IncrementalDecoderType,
    MultibyteStreamReader: StreamReaderType,
    MultibyteStreamWriter: StreamWriterType,
  },
});
