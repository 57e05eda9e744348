// TextIOWrapper: text over a buffered stream. UTF-8, ASCII and Latin-1 are decoded and encoded here, other encodings by their incremental
// codecs. Mirrors Modules/_io/textio.c. See docs/io.md.
import { decodeAscii, decodeLatin1 } from "../../base/codec-single.ts";
import { decodeUtf8, encodeUtf8 } from "../../base/codec-utf8.ts";
import { type Text, textConcat, textLength, textSlice } from "../../base/text.ts";
import { textFind, textReplace } from "../../base/text-search.ts";
import { argumentName, asBytesLike, asIndex, asSsize, attributeError, call, type Container, defineType, drop, dropMaybe, dropError, exc, genericGetAttr, genericSetAttr, getAttrText, getset, hold, incref, intValue, isBigOrInt, isBytes, isStr, isTuple, lookupAttrText, matches, member, newBytes, newError, newInt, newStr, newSubclassInstance, newText, newTuple, None, PyError, type PyStr, reprText, strFromJs, strText, textOf, TPFLAGS_BASETYPE, truth, typeError, type TypeRec, typeName, type Value, valueError, type Vm, shortName } from "../../core/api.ts";
import { bindArguments, NativeDef } from "../../core/signature.ts";
import { hasBuffer } from "../../types/buffer.ts";
import { decodeErrors, encodeErrors, lookupErrorHandler } from "../_codecs/errors.ts";
import { lookupTextCodec } from "../_codecs/registry.ts";
import { quickCodec, quickEncode, type QuickCodec } from "../_codecs/text-codecs.ts";
import { describedMethods, docOf, signatureOf } from "../described.ts";
import { bool, invoke, isClosed, joinBytes, nextLine, sizeArgument, TextIOBaseType, unsupported, both } from "./base.ts";
import { lineEnd, newlineArgument } from "./memory.ts";
import { NewlineState } from "./newlines.ts";

const EMPTY = new Uint8Array(0);

/** An incremental decoder: ours, or one in Python. */
interface Decoder {
  decode(bytes: Uint8Array, final: boolean): Text;
  getState(): [Uint8Array, bigint];
  setState(buffer: Uint8Array, flag: bigint): void;
  reset(): void;
  drop(): void;
}

export class QuickDecoder implements Decoder {
  private readonly vm: Vm;
  private readonly codec: QuickCodec;
  private readonly errors: string;
  private rest: Uint8Array = EMPTY;
  constructor(vm: Vm, codec: QuickCodec, errors: string) {
    this.vm = vm;
    this.codec = codec;
    this.errors = errors;
  }
  decode(bytes: Uint8Array, final: boolean): Text {
    if (this.codec === "latin-1") return decodeLatin1(bytes);
    const data = this.rest.length === 0 ? bytes : joinBytes([this.rest, bytes], this.rest.length + bytes.length);
    const onError = decodeErrors(this.vm, this.errors, () => newBytes(data.slice()));
    if (this.codec === "ascii") return decodeAscii(data, onError);
    const { text, consumed } = decodeUtf8(data, final, onError);
    this.rest = consumed === data.length ? EMPTY : data.slice(consumed);
    return text;
  }
  getState(): [Uint8Array, bigint] {
    return [this.rest, 0n];
  }
  setState(buffer: Uint8Array): void {
    this.rest = buffer;
  }
  reset(): void {
    this.rest = EMPTY;
  }
  drop(): void {}
}

export class PythonDecoder implements Decoder {
  private readonly vm: Vm;
  readonly object: Value;
  constructor(vm: Vm, object: Value) {
    this.vm = vm;
    this.object = object;
    incref(object);
  }
  decode(bytes: Uint8Array, final: boolean): Text {
    const text = invoke(this.vm, this.object, "decode", [newBytes(bytes.slice()), bool(final)]);
    if (!isStr(text)) throw typeError(this.vm, `decoder should return a string result, not '${typeName(text)}'`);
    return strText(text);
  }
  getState(): [Uint8Array, bigint] {
    const state = invoke(this.vm, this.object, "getstate");
    if (!isTuple(state) || (state.data as Value[]).length !== 2) throw typeError(this.vm, "illegal decoder state");
    const [buffer, flag] = state.data as [Value, Value];
    if (!isBytes(buffer)) throw typeError(this.vm, `illegal decoder state: the first item should be a bytes object, not '${typeName(buffer)}'`);
    return [buffer.data as Uint8Array, BigInt(asIndex(this.vm, flag))];
  }
  setState(buffer: Uint8Array, flag: bigint): void {
    invoke(this.vm, this.object, "setstate", [newTuple(this.vm, [newBytes(buffer), newInt(flag)])]);
  }
  reset(): void {
    invoke(this.vm, this.object, "reset");
  }
  drop(): void {
    drop(this.vm, this.object);
  }
}

/** Newlines on top of a decoder. */
export class UniversalDecoder implements Decoder {
  readonly inner: Decoder;
  readonly newlines: NewlineState;
  constructor(inner: Decoder, newlines: NewlineState) {
    this.inner = inner;
    this.newlines = newlines;
  }
  decode(bytes: Uint8Array, final: boolean): Text {
    return this.newlines.feed(this.inner.decode(bytes, final), final);
  }
  getState(): [Uint8Array, bigint] {
    const [buffer, flag] = this.inner.getState();
    return [buffer, (flag << 1n) | (this.newlines.pendingCr ? 1n : 0n)];
  }
  setState(buffer: Uint8Array, flag: bigint): void {
    this.newlines.pendingCr = (flag & 1n) !== 0n;
    this.inner.setState(buffer, flag >> 1n);
  }
  reset(): void {
    this.newlines.reset();
    this.inner.reset();
  }
  drop(): void {
    this.inner.drop();
  }
}

export class TextData {
  buffer: Value | null = null;
  ok = false;
  detached = false;
  finalizing = false;
  encoding = "utf-8";
  errors = "strict";
  quick: QuickCodec | undefined = undefined;
  newline: string | null = null;
  lineBuffering = false;
  writeThrough = false;
  seekable = false;
  telling = false;
  chunkSize = 8192;
  decoder: Decoder | null = null;
  /** An incremental encoder in Python, owned; null for the quick codecs. */
  encoder: Value | null = null;
  canWrite = false;
  pending: Uint8Array[] = [];
  pendingSize = 0;
  decoded: Text = "";
  used = 0;
  snapshot: { flags: bigint; input: Uint8Array } | null = null;
  ratio = 0;
  get universal(): boolean {
    return this.newline === null || this.newline === "";
  }
}
const textData = (self: Container): TextData => self.data as TextData;

function attached(vm: Vm, self: Container): TextData {
  const t = textData(self);
  if (!t.ok) throw valueError(vm, t.detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
  return t;
}

function openText(vm: Vm, self: Container): TextData {
  const t = attached(vm, self);
  if (isClosed(vm, t.buffer!)) throw valueError(vm, "I/O operation on closed file.");
  return t;
}

/** The encoding of the user's locale: UTF-8 mode writes it in lower case. */
export function localeEncoding(vm: Vm): string {
  return (vm.config as { utf8Mode?: number } | null)?.utf8Mode === 1 ? "utf-8" : "UTF-8";
}

function makeCoders(vm: Vm, t: TextData): void {
  t.decoder?.drop();
  t.decoder = null;
  dropMaybe(vm, t.encoder);
  t.encoder = null;
  const quick = quickCodec(t.encoding);
  t.quick = quick === "utf-8" || quick === "ascii" || quick === "latin-1" ? quick : undefined;
  const codec = t.quick === undefined ? lookupTextCodec(vm, t.encoding, "codecs.open()") : undefined;
  const readable = truth(vm, invoke(vm, t.buffer!, "readable"));
  if (readable) {
    const inner = codec === undefined ? new QuickDecoder(vm, t.quick!, t.errors) : new PythonDecoder(vm, call(vm, getAttrText(vm, codec, "incrementaldecoder"), [strFromJs(t.errors)]));
    t.decoder = t.universal ? new UniversalDecoder(inner, new NewlineState(t.newline === null)) : inner;
  }
  t.canWrite = truth(vm, invoke(vm, t.buffer!, "writable"));
  if (t.canWrite && codec !== undefined) {
    t.encoder = call(vm, getAttrText(vm, codec, "incrementalencoder"), [strFromJs(t.errors)]);
    incref(t.encoder);
  }
}

/** After a position that is not the start, encoders must not write a byte order mark. */
function fixEncoder(vm: Vm, t: TextData): void {
  if (!t.seekable || t.encoder === null) return;
  const position = invoke(vm, t.buffer!, "tell");
  if (intValue(position) !== 0) invoke(vm, t.encoder, "setstate", [0]);
}

const initDef = new NativeDef("TextIOWrapper", "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", null, () => None, "function", true);

function optionalStr(vm: Vm, v: Value | undefined, name: string): string | undefined {
  if (v === undefined || v === None) return undefined;
  if (!isStr(v)) throw typeError(vm, `TextIOWrapper() argument '${name}' must be str or None, not ${argumentName(v)}`);
  const text = textOf(v);
  encodeUtf8(strText(v), encodeErrors(vm, "strict", () => v));
  if (text.includes("\0")) throw valueError(vm, "embedded null character");
  return text;
}

function text_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [buffer, encodingValue, errorsValue, newline, lineBuffering, writeThrough] = bindArguments(vm, initDef, args, kwnames) as [Value, ...(Value | undefined)[]];
  const t = textData(self);
  t.ok = false;
  t.detached = false;
  const encoding = optionalStr(vm, encodingValue, "encoding");
  if (errorsValue !== undefined && errorsValue !== None && !isStr(errorsValue)) throw typeError(vm, `TextIOWrapper() argument 'errors' must be str or None, not ${argumentName(errorsValue)}`);
  const errors = optionalStr(vm, errorsValue, "errors") ?? "strict";
  t.newline = newlineArgument(vm, "TextIOWrapper", newline, null);
  t.encoding = encoding === undefined || encoding === "locale" ? localeEncoding(vm) : encoding;
  t.errors = errors;
  if (quickCodec(t.encoding) === undefined) lookupTextCodec(vm, t.encoding, "codecs.open()");
  t.lineBuffering = lineBuffering !== undefined && truth(vm, lineBuffering);
  t.writeThrough = writeThrough !== undefined && truth(vm, writeThrough);
  t.pending = [];
  t.pendingSize = 0;
  t.decoded = "";
  t.used = 0;
  t.snapshot = null;
  incref(buffer);
  const old = t.buffer;
  t.buffer = buffer;
  dropMaybe(vm, old);
  makeCoders(vm, t);
  t.seekable = truth(vm, invoke(vm, buffer, "seekable"));
  t.telling = t.seekable;
  if (t.seekable && t.canWrite) fixEncoder(vm, t);
  t.ok = true;
}

function flushPending(vm: Vm, t: TextData): void {
  if (t.pending.length === 0) return;
  const all = t.pending.length === 1 ? t.pending[0]! : joinBytes(t.pending, t.pendingSize);
  t.pending = [];
  t.pendingSize = 0;
  invoke(vm, t.buffer!, "write", [newBytes(all)]);
}

function setDecoded(t: TextData, text: Text): void {
  t.decoded = text;
  t.used = 0;
}

/** The next n characters of what is decoded; all of them for negative n. */
function takeDecoded(t: TextData, n: number): Text {
  const left = textLength(t.decoded) - t.used;
  const size = n < 0 || n > left ? left : n;
  if (t.used === 0 && size === left) {
    t.used = size;
    return t.decoded;
  }
  const part = textSlice(t.decoded, t.used, t.used + size);
  t.used += size;
  return part;
}

function write(vm: Vm, self: Container, given: Value): Value {
  if (!isStr(given)) throw typeError(vm, `write() argument must be str, not ${argumentName(given)}`);
  const t = openText(vm, self);
  if (!t.canWrite) throw unsupported(vm, "not writable");
  let text = strText(given);
  const size = textLength(text);
  const hasLf = typeof text === "string" ? text.includes("\n") : textFind(text, "\n") >= 0;
  if (hasLf && t.newline !== null && t.newline !== "" && t.newline !== "\n") text = textReplace(text, "\n", t.newline);
  let bytes: Uint8Array;
  if (t.quick !== undefined) bytes = quickEncode(vm, t.quick, text, t.errors, () => newText(text));
  else {
    const encoded = invoke(vm, t.encoder!, "encode", [newText(text)]);
    if (!isBytes(encoded)) throw typeError(vm, `encoder should return a bytes object, not '${typeName(encoded)}'`);
    bytes = encoded.data as Uint8Array;
  }
  const needFlush = t.lineBuffering && (hasLf || textFind(text, "\r") >= 0);
  // Never more than a chunk is gathered; writing it may run code that writes, too.
  while (t.pending.length > 0 && t.pendingSize + bytes.length > t.chunkSize) flushPending(vm, t);
  t.pending.push(bytes);
  t.pendingSize += bytes.length;
  if (t.pendingSize >= t.chunkSize || needFlush || t.writeThrough) flushPending(vm, t);
  if (needFlush) invoke(vm, t.buffer!, "flush");
  if (t.snapshot !== null) {
    setDecoded(t, "");
    t.snapshot = null;
  }
  t.decoder?.reset();
  return size;
}

function bytesFrom(vm: Vm, v: Value, method: string): Uint8Array {
  if (!hasBuffer(v)) throw typeError(vm, `underlying ${method}() should have returned a bytes-like object, not '${typeName(v)}'`);
  return asBytesLike(vm, v);
}

/** Decodes one more chunk; false at the end. */
function readChunk(vm: Vm, t: TextData, hint: number): boolean {
  if (t.decoder === null) throw unsupported(vm, "not readable");
  const state = t.telling ? t.decoder.getState() : undefined;
  let size = t.chunkSize;
  if (hint > 0) size = Math.max(size, Math.trunc(t.ratio * hint));
  const has1 = lookupAttrText(vm, t.buffer!, "read1") !== undefined;
  const method = has1 ? "read1" : "read";
  const got = hold(vm, invoke(vm, t.buffer!, method, [size]));
  const input = bytesFrom(vm, got, method);
  const eof = input.length === 0;
  const text = t.decoder.decode(input, eof);
  setDecoded(t, text);
  const n = textLength(text);
  t.ratio = n > 0 ? input.length / n : 0;
  if (state !== undefined) t.snapshot = { flags: state[1], input: state[0].length === 0 ? input.slice() : joinBytes([state[0], input], state[0].length + input.length) };
  return !eof || n > 0;
}

function read(vm: Vm, self: Container, size?: Value): Value {
  const n = sizeArgument(vm, size);
  const t = openText(vm, self);
  if (t.decoder === null) throw unsupported(vm, "not readable");
  flushPending(vm, t);
  if (n < 0) {
    const got = hold(vm, invoke(vm, t.buffer!, "read"));
    if (got === None) throw new PyError(exc.newException(vm, exc.BlockingIOErrorType, [11, newStr("Read returned None."), 0]));
    const rest = t.decoder.decode(bytesFrom(vm, got, "read"), true);
    const front = takeDecoded(t, -1);
    setDecoded(t, "");
    t.snapshot = null;
    return newText(textConcat(front, rest));
  }
  let text = takeDecoded(t, n);
  while (textLength(text) < n) {
    const missing = n - textLength(text);
    if (!readChunk(vm, t, missing)) break;
    text = textConcat(text, takeDecoded(t, missing));
  }
  return newText(text);
}

/** A line of at most `limit` characters (negative: no limit); "" at the end. */
function readLine(vm: Vm, t: TextData, limit: number): Text {
  flushPending(vm, t);
  let front: Text = "";
  for (;;) {
    while (t.used >= textLength(t.decoded)) {
      if (!readChunk(vm, t, 0)) {
        setDecoded(t, "");
        t.snapshot = null;
        return front;
      }
      if (textLength(t.decoded) > 0) break;
    }
    let line = t.decoded;
    let start = t.used;
    const carried = textLength(front);
    if (carried > 0) {
      line = textConcat(front, t.used === 0 ? t.decoded : textSlice(t.decoded, t.used, textLength(t.decoded)));
      start = 0;
    }
    // What was carried over holds no whole "\n"; other newlines may straddle the pieces.
    const single = t.newline === null || t.newline === "\n";
    let stop = lineEnd(line, single && carried > 0 ? carried : start, t.newline, t.newline === null);
    let done = stop >= 0;
    if (stop < 0) stop = textLength(line);
    if (limit >= 0 && stop - start >= limit) {
      stop = start + limit;
      done = true;
    }
    if (done) {
      const result = textSlice(line, start, stop);
      t.used = carried > 0 ? t.used + (stop - carried) : stop;
      return result;
    }
    front = carried > 0 ? line : textSlice(line, start, stop);
    t.used = textLength(t.decoded);
  }
}

function flush(vm: Vm, self: Container): Value {
  const t = openText(vm, self);
  t.telling = t.seekable;
  flushPending(vm, t);
  return invoke(vm, t.buffer!, "flush");
}

function close(vm: Vm, self: Container): Value {
  const t = attached(vm, self);
  // To ask for it may detach the buffer.
  if (isClosed(vm, t.buffer!) || t.buffer === null) return None;
  if (t.finalizing) {
    const warnMethod = lookupAttrText(vm, t.buffer!, "_dealloc_warn");
    if (warnMethod !== undefined) call(vm, warnMethod, [self]);
  }
  // A flush may detach the buffer.
  return both(vm, () => invoke(vm, self, "flush"), () => (t.buffer === null ? None : invoke(vm, t.buffer, "close")));
}

// Positions: what tell() answers and seek() takes holds the decoder's state beside the offset.

function packCookie(position: bigint, flags: bigint, feed: number, skip: number, eof: boolean): Value {
  return newInt(position | (flags << 64n) | (BigInt(feed) << 96n) | (BigInt(skip) << 128n) | ((eof ? 1n : 0n) << 160n));
}

function tell(vm: Vm, self: Container): Value {
  const t = openText(vm, self);
  if (!t.seekable) throw unsupported(vm, "underlying stream is not seekable");
  if (!t.telling) throw newError(vm, exc.OSErrorType, "telling position disabled by next() call");
  flushPending(vm, t);
  invoke(vm, self, "flush");
  const at = invoke(vm, t.buffer!, "tell");
  const { decoder, snapshot } = t;
  if (decoder === null || snapshot === null) return at;
  let position = BigInt(asIndex(vm, at)) - BigInt(snapshot.input.length);
  const input = snapshot.input;
  let flags = snapshot.flags;
  let skip = t.used;
  if (skip === 0) return packCookie(position, flags, 0, 0, false);
  const saved = decoder.getState();
  try {
    // A fast guess for the start that decodes to no more than what was used.
    let skipBytes = Math.trunc(t.ratio * skip);
    let back = 1;
    let found = false;
    while (skipBytes > 0) {
      decoder.setState(EMPTY, flags);
      const n = textLength(decoder.decode(input.subarray(0, skipBytes), false));
      if (n <= skip) {
        const [buffer, nowFlags] = decoder.getState();
        if (buffer.length === 0) {
          flags = nowFlags;
          skip -= n;
          found = true;
          break;
        }
        skipBytes -= buffer.length;
        back = 1;
      } else {
        skipBytes -= back;
        back *= 2;
      }
    }
    if (!found) {
      skipBytes = 0;
      decoder.setState(EMPTY, flags);
    }
    position += BigInt(skipBytes);
    let startFlags = flags;
    if (skip === 0) return packCookie(position, startFlags, 0, 0, false);
    let fed = 0;
    let count = 0;
    let eof = true;
    for (let i = skipBytes; i < input.length; i++) {
      fed++;
      count += textLength(decoder.decode(input.subarray(i, i + 1), false));
      const [buffer, nowFlags] = decoder.getState();
      if (buffer.length === 0 && count <= skip) {
        position += BigInt(fed);
        skip -= count;
        startFlags = nowFlags;
        fed = 0;
        count = 0;
      }
      if (count >= skip) {
        eof = false;
        break;
      }
    }
    if (eof) {
      count += textLength(decoder.decode(EMPTY, true));
      if (count < skip) throw newError(vm, exc.OSErrorType, "can't reconstruct logical file position");
    }
    return packCookie(position, startFlags, fed, skip, eof);
  } finally {
    decoder.setState(saved[0], saved[1]);
  }
}

function seek(vm: Vm, self: Container, cookieValue: Value, whenceValue?: Value): Value {
  const t = openText(vm, self);
  const whence = whenceValue === undefined ? 0 : Number(asIndex(vm, whenceValue));
  if (!t.seekable) throw unsupported(vm, "underlying stream is not seekable");
  let target = cookieValue;
  if (whence === 1) {
    if (intValue(indexed(vm, cookieValue)) !== 0) throw unsupported(vm, "can't do nonzero cur-relative seeks");
    target = invoke(vm, self, "tell");
  } else if (whence === 2) {
    if (intValue(indexed(vm, cookieValue)) !== 0) throw unsupported(vm, "can't do nonzero end-relative seeks");
    invoke(vm, self, "flush");
    setDecoded(t, "");
    t.snapshot = null;
    t.decoder?.reset();
    const at = invoke(vm, t.buffer!, "seek", [0, 2]);
    if (t.encoder !== null) {
      if (intValue(at) === 0) invoke(vm, t.encoder, "reset");
      else invoke(vm, t.encoder, "setstate", [0]);
    }
    return at;
  } else if (whence !== 0) throw valueError(vm, `invalid whence (${whence}, should be 0, 1 or 2)`);
  const cookie = BigInt(asIndex(vm, target));
  if (cookie < 0n) throw valueError(vm, `negative seek position ${reprText(vm, target)}`);
  invoke(vm, self, "flush");
  const part = (shift: bigint, bits: bigint): bigint => (cookie >> shift) & ((1n << bits) - 1n);
  const position = part(0n, 64n);
  const flags = part(64n, 32n);
  const feed = Number(part(96n, 32n));
  const skip = Number(part(128n, 32n));
  const eof = part(160n, 8n) !== 0n;
  invoke(vm, t.buffer!, "seek", [newInt(position)]);
  setDecoded(t, "");
  t.snapshot = null;
  if (t.decoder !== null) {
    if (position === 0n && flags === 0n) t.decoder.reset();
    else t.decoder.setState(EMPTY, flags);
  }
  if (skip > 0) {
    const got = hold(vm, invoke(vm, t.buffer!, "read", [feed]));
    const input = bytesFrom(vm, got, "read").slice();
    t.snapshot = { flags, input };
    setDecoded(t, t.decoder!.decode(input, eof));
    if (textLength(t.decoded) < skip) throw newError(vm, exc.OSErrorType, "can't restore logical file position");
    t.used = skip;
  } else t.snapshot = { flags, input: EMPTY };
  if (t.encoder !== null) {
    if (position === 0n && flags === 0n) invoke(vm, t.encoder, "reset");
    else invoke(vm, t.encoder, "setstate", [0]);
  }
  return target;
}

function indexed(vm: Vm, v: Value): Value {
  return isBigOrInt(v) ? v : newInt(asIndex(vm, v));
}

function reconfigure(vm: Vm, self: Container, encodingValue?: Value, errorsValue?: Value, newlineValue?: Value, lineBuffering?: Value, writeThrough?: Value): void {
  const t = attached(vm, self);
  const given = (v: Value | undefined): v is Value => v !== undefined && v !== None;
  for (const [name, v] of [["encoding", encodingValue], ["errors", errorsValue], ["newline", newlineValue]] as const) {
    if (given(v) && !isStr(v)) throw typeError(vm, `reconfigure() argument '${name}' must be str or None, not ${argumentName(v)}`);
    if (given(v) && name !== "newline") encodeUtf8(strText(v), encodeErrors(vm, "strict", () => v));
  }
  const newlineGiven = newlineValue !== undefined;
  if (t.decoder !== null && (t.snapshot !== null || textLength(t.decoded) > 0) && (given(encodingValue) || given(errorsValue) || newlineGiven)) {
    throw unsupported(vm, "It is not possible to set the encoding or newline of stream after the first read");
  }
  const newline = newlineGiven ? newlineArgument(vm, "reconfigure", newlineValue, null) : t.newline;
  const line = given(lineBuffering) ? truth(vm, lineBuffering) : t.lineBuffering;
  const through = given(writeThrough) ? truth(vm, writeThrough) : t.writeThrough;
  invoke(vm, self, "flush");
  if (given(encodingValue) || given(errorsValue) || newlineGiven) {
    const encoding = given(encodingValue) ? textOf(encodingValue as PyStr) : t.encoding;
    const errors = given(errorsValue) ? textOf(errorsValue as PyStr) : given(encodingValue) ? "strict" : t.errors;
    if (given(errorsValue)) lookupErrorHandler(vm, errors);
    t.encoding = encoding === "locale" ? localeEncoding(vm) : encoding;
    t.errors = errors;
    t.newline = newline;
    makeCoders(vm, t);
    if (t.canWrite) fixEncoder(vm, t);
  }
  t.lineBuffering = line;
  t.writeThrough = through;
}

function text_repr(vm: Vm, self: Container): Value {
  const t = textData(self);
  if (!t.ok && !t.detached) attached(vm, self);
  let out = `<${self.type.name}`;
  for (const name of ["name", "mode"]) {
    let v: Value | undefined;
    try {
      v = lookupAttrText(vm, self, name);
    } catch (error) {
      if (!matches(error, exc.ValueErrorType)) throw error;
      dropError(vm, error);
    }
    if (v !== undefined) out += ` ${name}=${reprText(vm, v)}`;
  }
  return strFromJs(`${out} encoding='${t.encoding}'>`);
}

/** What stays known of a stream that was detached. */
function known(vm: Vm, self: Container): TextData {
  const t = textData(self);
  return t.detached ? t : attached(vm, self);
}

const through = (name: string) => (vm: Vm, self: Container): Value => invoke(vm, attached(vm, self).buffer!, name);

export const TextIOWrapperType: TypeRec = defineType({
  name: "_io.TextIOWrapper",
  doc: docOf("_io.TextIOWrapper"),
  signature: signatureOf("_io.TextIOWrapper")!,
  base: () => TextIOBaseType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io.TextIOWrapper", {
    detach: (vm: Vm, self: Container) => {
      const t = attached(vm, self);
      invoke(vm, self, "flush");
      const buffer = t.buffer!;
      t.buffer = null;
      t.detached = true;
      t.ok = false;
      if (typeof buffer !== "number") vm.scope[vm.scopeCount++] = buffer;
      return buffer;
    },
    reconfigure,
    write,
    read,
    readline: (vm: Vm, self: Container, size?: Value) => {
      const t = openText(vm, self);
      return newText(readLine(vm, t, sizeArgument(vm, size)));
    },
    flush,
    close,
    fileno: through("fileno"),
    seekable: through("seekable"),
    readable: through("readable"),
    writable: through("writable"),
    isatty: through("isatty"),
    seek,
    tell,
    truncate: (vm: Vm, self: Container, pos?: Value) => {
      const t = attached(vm, self);
      invoke(vm, self, "flush");
      return invoke(vm, t.buffer!, "truncate", pos === undefined ? [] : [pos]);
    },
    __getstate__: (vm: Vm, self: Container) => {
      throw typeError(vm, `cannot pickle '${shortName(self.type)}' instances`);
    },
  }),
  getset: {
    encoding: member((vm, self) => strFromJs(known(vm, self).encoding)),
    buffer: member((vm, self) => known(vm, self).buffer ?? None),
    line_buffering: member((_vm, self) => bool(textData(self).lineBuffering)),
    write_through: member((_vm, self) => bool(textData(self).writeThrough)),
    _finalizing: member((_vm, self) => bool(textData(self).finalizing), (vm, self, v) => void (textData(self).finalizing = truth(vm, v!))),
    name: getset((vm, self) => getAttrText(vm, attached(vm, self).buffer!, "name")),
    closed: getset((vm, self) => getAttrText(vm, attached(vm, self).buffer!, "closed")),
    errors: getset((vm, self) => strFromJs(known(vm, self).errors)),
    newlines: getset((vm, self) => {
      const { decoder } = attached(vm, self);
      return decoder instanceof UniversalDecoder ? decoder.newlines.shown(vm) : None;
    }),
    _CHUNK_SIZE: getset(
      (vm, self) => attached(vm, self).chunkSize,
      (vm, self, v) => {
        if (v === undefined) throw attributeError(vm, `attribute '_CHUNK_SIZE' of '${self.type.name}' objects cannot be deleted`);
        const n = asSsize(vm, v, exc.ValueErrorType);
        if (n <= 0) throw valueError(vm, "a strictly positive integer is required");
        attached(vm, self).chunkSize = n;
      },
    ),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new TextData()),
    tp_init: text_init,
    tp_repr: text_repr,
    tp_iternext: (vm, self) => {
      const t = attached(vm, self);
      t.telling = false;
      const line = self.type === TextIOWrapperType ? newText(readLine(vm, openText(vm, self), -1)) : nextLine(vm, self);
      if (line === undefined || (isStr(line) && textLength(strText(line)) === 0)) {
        t.snapshot = null;
        t.telling = t.seekable;
        return undefined;
      }
      if (!isStr(line)) throw newError(vm, exc.OSErrorType, `readline() should have returned a str object, not '${typeName(line)}'`);
      return line;
    },
    tp_traverse: (self, visit) => {
      const t = textData(self);
      if (t.buffer !== null) visit(t.buffer);
      if (t.encoder !== null) visit(t.encoder);
    },
    tp_clear: (vm, self) => {
      const t = textData(self);
      const { buffer, encoder, decoder } = t;
      t.buffer = null;
      t.encoder = null;
      t.decoder = null;
      t.ok = false;
      decoder?.drop();
      dropMaybe(vm, encoder);
      dropMaybe(vm, buffer);
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});
