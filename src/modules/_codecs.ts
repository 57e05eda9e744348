// _codecs: the registry and the codecs in native code, as encodings and codecs.py use them. Mirrors Modules/_codecsmodule.c.
// See docs/codecs.md.
import { decodeAscii, decodeCharmap, decodeLatin1, encodeAscii, encodeCharmap, encodeLatin1 } from "../base/codec-single.ts";
import { decodeBytesEscape, decodeRawUnicodeEscape, decodeUnicodeEscape, encodeBytesEscape, encodeRawUnicodeEscape, encodeUnicodeEscape } from "../base/codec-escape.ts";
import { type ByteOrder, decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from "../base/codec-utf16-32.ts";
import { decodeUtf7, encodeUtf7 } from "../base/codec-utf7.ts";
import { decodeUtf8, encodeUtf8 } from "../base/codec-utf8.ts";
import type { Decoded, DecodeErrorHandler, EncodeErrorHandler } from "../base/codecs.ts";
import { PythonError } from "../base/python-error.ts";
import { type Text, textAt, textLength } from "../base/text.ts";
import {
  argumentName, asBytesLike,
  asCInt,
  defineModule,
  defineType,
  dictSet,
  dropError,
  exc,
  getItem,
  intValue,
  isBigOrInt,
  isBytes,
  isStr,
  Leaf,
  matches,
  method,
  type ModuleSpec,
  newBytes,
  newScopedDict,
  newText,
  newTuple,
  None,
  strText,
  textOf,
  True,
  False,
  truth,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  warn,
} from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { lookupCharacterName } from "../syntax/character-names.ts";
import { decodeErrors, encodeErrors, errorRegistry, guardEncode, isBuiltinHandler, lookupErrorHandler } from "./_codecs/errors.ts";
import { decodeWith, encodeWith, lookupCodec, registerSearch, strArgument, unregisterSearch } from "./_codecs/registry.ts";
import { installCodecs } from "./_codecs/text-codecs.ts";
import { describedFunctions, docOf } from "./described.ts";

/** The errors argument: str or None. */
function errorsOf(vm: Vm, name: string, v: Value | undefined): string {
  if (v === undefined || v === None) return "strict";
  if (!isStr(v)) throw typeError(vm, `${name}() argument 2 must be str or None, not ${argumentName(v)}`);
  return textOf(v);
}

const bytesSource = (vm: Vm, data: Value): (() => Value) => () => (isBytes(data) ? data : newBytes(asBytesLike(vm, data).slice()));

type Decode = (data: Uint8Array, onError: DecodeErrorHandler, final: boolean) => Decoded | Text;

/** A decoder: (data, errors=None, final=False). `oneShot`: all is consumed; `textToo`: str stands for its UTF-8. */
function decoder(name: string, decode: Decode, textToo = false) {
  return (vm: Vm, data: Value, errors?: Value, final?: Value): Value => {
    const handling = errorsOf(vm, name, errors);
    const bytes = textToo && isStr(data) ? encodeUtf8(strText(data), encodeErrors(vm, "strict", () => data)) : asBytesLike(vm, data);
    const source = textToo && isStr(data) ? () => newBytes(bytes) : bytesSource(vm, data);
    // Escapes are final unless said otherwise.
    const isFinal = final === undefined ? textToo : truth(vm, final);
    const answer = decode(bytes, decodeErrors(vm, handling, source), isFinal);
    if (typeof answer === "string" || !("consumed" in answer)) return newTuple(vm, [newText(answer as Text), bytes.length]);
    return newTuple(vm, [newText(answer.text), answer.consumed]);
  };
}

type Encode = (text: Text, onError: EncodeErrorHandler, byteOrder: ByteOrder) => Uint8Array;

function encoder(name: string, encode: Encode, quick = false) {
  return (vm: Vm, str: Value, errors?: Value, byteOrder?: Value): Value => {
    if (!isStr(str)) throw typeError(vm, `${name}() argument 1 must be str, not ${argumentName(str)}`);
    const handling = errorsOf(vm, name, errors);
    const order = byteOrder === undefined ? 0 : (Math.sign(asCInt(vm, byteOrder)) as ByteOrder);
    const text = strText(str);
    const source = (): Value => str;
    const bytes = guardEncode(vm, source, () => encode(text, encodeErrors(vm, handling, source, quick), order));
    return newTuple(vm, [newBytes(bytes), textLength(text)]);
  };
}

function exDecoder(name: string, decode: typeof decodeUtf16) {
  return (vm: Vm, data: Value, errors?: Value, byteOrder?: Value, final?: Value): Value => {
    const handling = errorsOf(vm, name, errors);
    const order = byteOrder === undefined ? 0 : (Math.sign(asCInt(vm, byteOrder)) as ByteOrder);
    const answer = decode(asBytesLike(vm, data), final !== undefined && truth(vm, final), order, decodeErrors(vm, handling, bytesSource(vm, data)));
    return newTuple(vm, [newText(answer.text), answer.consumed, answer.byteOrder]);
  };
}

/** Invalid escapes are told of once. */
function warnEscape(vm: Vm, data: Uint8Array, at: number, prefix: string): void {
  if (at < 0) return;
  const c = data[at]!;
  if (c >= 52 && c <= 55) {
    const octal = String.fromCharCode(...data.subarray(at, at + 3));
    warn(vm, "DeprecationWarning", `${prefix}"\\${octal}" is an invalid octal escape sequence. Such sequences will not work in the future. `);
  } else warn(vm, "DeprecationWarning", `${prefix}"\\${String.fromCharCode(c)}" is an invalid escape sequence. Such sequences will not work in the future. `);
}

function unicodeEscapeDecode(vm: Vm, data: Value, errors?: Value, final?: Value): Value {
  return decoder(
    "unicode_escape_decode",
    (bytes, onError, isFinal) => {
      const answer = decodeUnicodeEscape(bytes, isFinal, lookupCharacterName, onError);
      warnEscape(vm, bytes, answer.firstInvalid, "");
      return answer;
    },
    true,
  )(vm, data, errors, final);
}

function escapeDecode(vm: Vm, data: Value, errors?: Value): Value {
  const handling = errorsOf(vm, "escape_decode", errors);
  const bytes = isStr(data) ? encodeUtf8(strText(data), encodeErrors(vm, "strict", () => data)) : asBytesLike(vm, data);
  try {
    const answer = decodeBytesEscape(bytes, handling);
    warnEscape(vm, bytes, answer.firstInvalid, "b");
    return newTuple(vm, [newBytes(answer.bytes), bytes.length]);
  } catch (error) {
    if (error instanceof PythonError) throw valueError(vm, error.message);
    throw error;
  }
}

function escapeEncode(vm: Vm, data: Value, errors?: Value): Value {
  errorsOf(vm, "escape_encode", errors);
  if (!isBytes(data)) throw typeError(vm, `escape_encode() argument 1 must be bytes, not ${argumentName(data)}`);
  const bytes = data.data as Uint8Array;
  return newTuple(vm, [newBytes(encodeBytesEscape(bytes)), bytes.length]);
}

// Character maps.

/** What charmap_build answers for a full table: code point to byte. */
export const EncodingMapType: TypeRec = defineType({
  name: "EncodingMap",
  leaf: true,
  methods: { size: method("($self, /)", "Return the size (in bytes) of this object", () => 16 + 5 * 128) },
});

function charmapBuild(vm: Vm, map: Value): Value {
  if (!isStr(map)) throw typeError(vm, `charmap_build() argument must be str, not ${argumentName(map)}`);
  const table = strText(map);
  const n = Math.min(textLength(table), 256);
  let plain = n !== 256 || textAt(table, 0) !== 0;
  for (let i = 1; i < n && !plain; i++) {
    const c = textAt(table, i);
    if (c === 0 || c > 0xffff) plain = true;
  }
  if (plain) {
    const dict = newScopedDict(vm);
    for (let i = 0; i < n; i++) dictSet(vm, dict, textAt(table, i), i);
    return dict;
  }
  const points = new Map<number, number>();
  for (let i = 0; i < n; i++) if (textAt(table, i) !== 0xfffe) points.set(textAt(table, i), i);
  return new Leaf(EncodingMapType, points, null);
}

/** mapping[key]; undefined where LookupError says that nothing is there. */
function mapped(vm: Vm, mapping: Value, key: number): Value | undefined {
  try {
    const v = getItem(vm, mapping, key);
    return v === None ? undefined : v;
  } catch (error) {
    if (!matches(error, exc.LookupErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function charmapDecode(vm: Vm, data: Value, errors?: Value, mapping?: Value): Value {
  const handling = errorsOf(vm, "charmap_decode", errors);
  const bytes = asBytesLike(vm, data);
  if (mapping === undefined || mapping === None) return newTuple(vm, [newText(decodeLatin1(bytes)), bytes.length]);
  const lookup = isStr(mapping)
    ? (byte: number): Text | number | undefined => {
        const table = strText(mapping);
        const c = byte < textLength(table) ? textAt(table, byte) : 0xfffe;
        return c === 0xfffe ? undefined : c;
      }
    : (byte: number): Text | number | undefined => {
        const v = mapped(vm, mapping, byte);
        if (v === undefined) return undefined;
        if (isBigOrInt(v)) {
          const c = intValue(v);
          if (c === 0xfffe) return undefined;
          if (c < 0 || c > 0x10ffff) throw typeError(vm, "character mapping must be in range(0x110000)");
          return Number(c);
        }
        if (!isStr(v)) throw typeError(vm, "character mapping must return integer, None or str");
        const text = strText(v);
        return text === "\ufffe" ? undefined : text;
      };
  const text = decodeCharmap(bytes, lookup, decodeErrors(vm, handling, bytesSource(vm, data)));
  return newTuple(vm, [newText(text), bytes.length]);
}

function charmapEncode(vm: Vm, str: Value, errors?: Value, mapping?: Value): Value {
  if (mapping === undefined || mapping === None) return encoder("charmap_encode", (t, e) => encodeLatin1(t, e), true)(vm, str, errors);
  const points = typeof mapping !== "number" && mapping.type === EncodingMapType ? ((mapping as Leaf).data as Map<number, number>) : undefined;
  const lookup =
    points !== undefined
      ? (point: number): number | undefined => points.get(point)
      : (point: number): number | Uint8Array | undefined => {
          const v = mapped(vm, mapping, point);
          if (v === undefined) return undefined;
          if (isBigOrInt(v)) {
            const c = intValue(v);
            if (c < 0 || c > 255) throw typeError(vm, "character mapping must be in range(256)");
            return Number(c);
          }
          if (!isBytes(v)) throw typeError(vm, `character mapping must return integer, bytes or None, not ${typeName(v)}`);
          return v.data as Uint8Array;
        };
  return encoder("charmap_encode", (t, e) => encodeCharmap(t, lookup, e))(vm, str, errors);
}

function registerError(vm: Vm, name: Value, handler: Value): void {
  const text = strArgument(vm, name, "register_error() argument 1");
  if (!isCallable(handler)) throw typeError(vm, "handler must be callable");
  const registry = errorRegistry(vm);
  const old = registry.get(text);
  if (typeof handler !== "number") handler.rc++;
  registry.set(text, handler);
  if (old !== undefined && typeof old !== "number") old.rc--;
}

function unregisterError(vm: Vm, name: Value): Value {
  const text = strArgument(vm, name, "_unregister_error() argument");
  if (isBuiltinHandler(text)) throw valueError(vm, `cannot un-register built-in error handler '${text}'`);
  const registry = errorRegistry(vm);
  const old = registry.get(text);
  if (old === undefined) return False;
  registry.delete(text);
  if (typeof old !== "number") old.rc--;
  return True;
}

export const codecsModule: ModuleSpec = defineModule({
  name: "_codecs",
  doc: docOf("_codecs"),
  functions: describedFunctions("_codecs", {
    register: registerSearch,
    unregister: unregisterSearch,
    lookup: (vm: Vm, encoding: Value) => lookupCodec(vm, strArgument(vm, encoding, "lookup() argument")),
    encode: (vm: Vm, object: Value, encoding?: Value, errors?: Value) =>
      encodeWith(vm, object, encoding === undefined ? "utf-8" : strArgument(vm, encoding, "encode() argument 'encoding'"), checkedErrors(vm, errors, "encode")),
    decode: (vm: Vm, object: Value, encoding?: Value, errors?: Value) =>
      decodeWith(vm, object, encoding === undefined ? "utf-8" : strArgument(vm, encoding, "decode() argument 'encoding'"), checkedErrors(vm, errors, "decode")),
    escape_decode: escapeDecode,
    escape_encode: escapeEncode,
    utf_7_decode: decoder("utf_7_decode", (b, e, f) => decodeUtf7(b, f, e)),
    utf_8_decode: decoder("utf_8_decode", (b, e, f) => decodeUtf8(b, f, e)),
    utf_16_decode: decoder("utf_16_decode", (b, e, f) => decodeUtf16(b, f, 0, e)),
    utf_16_le_decode: decoder("utf_16_le_decode", (b, e, f) => decodeUtf16(b, f, -1, e)),
    utf_16_be_decode: decoder("utf_16_be_decode", (b, e, f) => decodeUtf16(b, f, 1, e)),
    utf_16_ex_decode: exDecoder("utf_16_ex_decode", decodeUtf16),
    utf_32_decode: decoder("utf_32_decode", (b, e, f) => decodeUtf32(b, f, 0, e)),
    utf_32_le_decode: decoder("utf_32_le_decode", (b, e, f) => decodeUtf32(b, f, -1, e)),
    utf_32_be_decode: decoder("utf_32_be_decode", (b, e, f) => decodeUtf32(b, f, 1, e)),
    utf_32_ex_decode: exDecoder("utf_32_ex_decode", decodeUtf32),
    unicode_escape_decode: unicodeEscapeDecode,
    raw_unicode_escape_decode: decoder("raw_unicode_escape_decode", (b, e, f) => decodeRawUnicodeEscape(b, f, e), true),
    latin_1_decode: decoder("latin_1_decode", (b) => decodeLatin1(b)),
    ascii_decode: decoder("ascii_decode", (b, e) => decodeAscii(b, e)),
    charmap_decode: charmapDecode,
    readbuffer_encode: (vm: Vm, data: Value, errors?: Value) => {
      errorsOf(vm, "readbuffer_encode", errors);
      const bytes = isStr(data) ? encodeUtf8(strText(data), encodeErrors(vm, "strict", () => data)) : asBytesLike(vm, data).slice();
      return newTuple(vm, [newBytes(bytes), bytes.length]);
    },
    utf_7_encode: encoder("utf_7_encode", (t) => encodeUtf7(t)),
    utf_8_encode: encoder("utf_8_encode", (t, e) => encodeUtf8(t, e), true),
    utf_16_encode: encoder("utf_16_encode", (t, e, o) => encodeUtf16(t, o, e)),
    utf_16_le_encode: encoder("utf_16_le_encode", (t, e) => encodeUtf16(t, -1, e)),
    utf_16_be_encode: encoder("utf_16_be_encode", (t, e) => encodeUtf16(t, 1, e)),
    utf_32_encode: encoder("utf_32_encode", (t, e, o) => encodeUtf32(t, o, e)),
    utf_32_le_encode: encoder("utf_32_le_encode", (t, e) => encodeUtf32(t, -1, e)),
    utf_32_be_encode: encoder("utf_32_be_encode", (t, e) => encodeUtf32(t, 1, e)),
    unicode_escape_encode: encoder("unicode_escape_encode", (t) => encodeUnicodeEscape(t)),
    raw_unicode_escape_encode: encoder("raw_unicode_escape_encode", (t) => encodeRawUnicodeEscape(t)),
    latin_1_encode: encoder("latin_1_encode", (t, e) => encodeLatin1(t, e), true),
    ascii_encode: encoder("ascii_encode", (t, e) => encodeAscii(t, e), true),
    charmap_encode: charmapEncode,
    charmap_build: charmapBuild,
    register_error: registerError,
    _unregister_error: unregisterError,
    lookup_error: (vm: Vm, name: Value) => lookupErrorHandler(vm, strArgument(vm, name, "lookup_error() argument")),
  }),
  exec: installCodecs,
});

function checkedErrors(vm: Vm, errors: Value | undefined, name: string): Value | undefined {
  if (errors !== undefined) strArgument(vm, errors, `${name}() argument 'errors'`);
  return errors;
}
