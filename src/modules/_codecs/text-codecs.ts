// The codecs that str and bytes know without the registry: names, and the doors from str.encode(), bytes.decode() and str(bytes, ...).
// Mirrors PyUnicode_AsEncodedString and PyUnicode_Decode of Objects/unicodeobject.c. See docs/codecs.md.
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from "../../base/codec-single.ts";
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from "../../base/codec-utf16-32.ts";
import { decodeUtf8, encodeNarrow, encodeUtf8 } from "../../base/codec-utf8.ts";
import type { Text } from "../../base/text.ts";
import { asBytesLike, isBytes, isStr, newBytes, newText, None, strText, textOf, typeError, typeName, warn, type PyStr, type Value, type Vm } from "../../core/api.ts";
import { ByteArrayType } from "../../types/bytearray.ts";
import { hasBuffer } from "../../types/buffer.ts";
import { isSubtype } from "../../core/type.ts";
import { decodeErrors, encodeErrors, guardEncode, isBuiltinHandler, lookupErrorHandler } from "./errors.ts";
import { decodeText, encodeText, lookupCodec, normalizeEncoding } from "./registry.ts";

export type QuickCodec = "utf-8" | "ascii" | "latin-1" | "utf-16" | "utf-32";

const QUICK: ReadonlyMap<string, QuickCodec> = new Map<string, QuickCodec>([
  ["utf_8", "utf-8"], ["utf8", "utf-8"],
  ["ascii", "ascii"], ["us_ascii", "ascii"],
  ["latin1", "latin-1"], ["latin_1", "latin-1"], ["iso_8859_1", "latin-1"], ["iso8859_1", "latin-1"],
  ["utf_16", "utf-16"], ["utf16", "utf-16"],
  ["utf_32", "utf-32"], ["utf32", "utf-32"],
]);

/** The codec that needs no registry, or undefined. */
export function quickCodec(encoding: string): QuickCodec | undefined {
  return QUICK.get(encoding) ?? QUICK.get(normalizeEncoding(encoding));
}

/** Encodes by a built-in codec; `source` is the str for errors. */
export function quickEncode(vm: Vm, codec: QuickCodec, text: Text, errors: string, source: () => Value): Uint8Array {
  return guardEncode(vm, source, () => {
    switch (codec) {
      case "utf-8":
        return encodeUtf8(text, encodeErrors(vm, errors, source, true));
      case "ascii":
        return encodeAscii(text, encodeErrors(vm, errors, source, true));
      case "latin-1":
        return encodeLatin1(text, encodeErrors(vm, errors, source, true));
      case "utf-16":
        return encodeUtf16(text, 0, encodeErrors(vm, errors, source));
      case "utf-32":
        return encodeUtf32(text, 0, encodeErrors(vm, errors, source));
    }
  });
}

/** Decodes all of `bytes` by a built-in codec. */
export function quickDecode(vm: Vm, codec: QuickCodec, bytes: Uint8Array, errors: string, source: () => Value): Text {
  switch (codec) {
    case "utf-8":
      return decodeUtf8(bytes, true, decodeErrors(vm, errors, source)).text;
    case "ascii":
      return decodeAscii(bytes, decodeErrors(vm, errors, source));
    case "latin-1":
      return decodeLatin1(bytes);
    case "utf-16":
      return decodeUtf16(bytes, true, 0, decodeErrors(vm, errors, source)).text;
    case "utf-32":
      return decodeUtf32(bytes, true, 0, decodeErrors(vm, errors, source)).text;
  }
}

function optionalText(vm: Vm, v: Value | undefined, what: string): string | undefined {
  if (v === undefined) return undefined;
  if (!isStr(v)) throw typeError(vm, `${what} must be str, not ${(v as Value) === None ? "None" : typeName(v)}`);
  return textOf(v);
}

/** In development mode wrong names are noticed even where they do not matter. */
function checkNames(vm: Vm, encoding: string | undefined, errors: string | undefined): void {
  if ((vm.config as { devMode?: boolean } | null)?.devMode !== true) return;
  if (encoding !== undefined && quickCodec(encoding) === undefined) lookupCodec(vm, encoding);
  if (errors !== undefined && !isBuiltinHandler(errors)) lookupErrorHandler(vm, errors);
}

/** str.encode(encoding, errors). */
export function strEncode(vm: Vm, text: PyStr, encoding: Value | undefined, errors: Value | undefined): Value {
  const name = optionalText(vm, encoding, "encode() argument 'encoding'") ?? "utf-8";
  const handling = optionalText(vm, errors, "encode() argument 'errors'");
  if (handling !== undefined || encoding !== undefined) checkNames(vm, name, handling);
  const codec = quickCodec(name);
  if (codec === "utf-8" || codec === "ascii" || codec === "latin-1") {
    // ASCII is the same in all of them, and meets no error.
    const narrow = encodeNarrow(strText(text));
    if (narrow !== undefined) return newBytes(narrow);
  }
  if (codec !== undefined) return newBytes(quickEncode(vm, codec, strText(text), handling ?? "strict", () => text));
  const answer = encodeText(vm, text, name, errors);
  if (isBytes(answer)) return answer;
  if (typeof answer !== "number" && isSubtype(answer.type, ByteArrayType)) {
    warn(vm, "RuntimeWarning", `encoder ${name} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types`);
    return newBytes(asBytesLike(vm, answer).slice());
  }
  throw typeError(vm, `'${name}' encoder returned '${typeName(answer)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`);
}

/** bytes.decode(encoding, errors) and str(object, encoding, errors). */
export function bytesDecode(vm: Vm, object: Value, encoding: Value | undefined, errors: Value | undefined): PyStr {
  const name = optionalText(vm, encoding, "decode() argument 'encoding'") ?? "utf-8";
  const handling = optionalText(vm, errors, "decode() argument 'errors'");
  if (isStr(object)) throw typeError(vm, "decoding str is not supported");
  if (!hasBuffer(object)) throw typeError(vm, `decoding to str: need a bytes-like object, ${typeName(object)} found`);
  const bytes = asBytesLike(vm, object);
  if (handling !== undefined || encoding !== undefined) checkNames(vm, name, handling);
  if (bytes.length === 0) return newText("");
  const codec = quickCodec(name);
  if (codec !== undefined) return newText(quickDecode(vm, codec, bytes, handling ?? "strict", () => (isBytes(object) ? object : newBytes(bytes.slice()))));
  const answer = decodeText(vm, object, name, errors);
  if (!isStr(answer)) throw typeError(vm, `'${name}' decoder returned '${typeName(answer)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`);
  return answer;
}

/** Makes the codecs the Vm's: str.encode() and its like work from now on. */
export function installCodecs(vm: Vm): void {
  vm.decodeHook = (object, encoding, errors) => bytesDecode(vm, object, encoding, errors);
  vm.encodeHook = (text, encoding, errors) => strEncode(vm, text, encoding, errors);
}
