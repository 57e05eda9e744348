// Codecs, hashes and struct against CPython's answers (recorded).
import { expect, test } from "vitest";
import * as E from "../../src/base/codec-escape.ts";
import * as S from "../../src/base/codec-single.ts";
import * as U7 from "../../src/base/codec-utf7.ts";
import * as U8 from "../../src/base/codec-utf8.ts";
import * as W from "../../src/base/codec-utf16-32.ts";
import * as C from "../../src/base/codecs.ts";
import * as H from "../../src/base/hash.ts";
import * as X from "../../src/base/struct-format.ts";
import { textFromHost } from "../../src/base/text.ts";
import type { Text } from "../../src/base/text.ts";
import { runCases } from "./cases.ts";

class Refused {
  readonly answer: unknown[];
  constructor(...answer: unknown[]) {
    this.answer = ["error", ...answer];
  }
}

function decodeHandler(errors: string): C.DecodeErrorHandler {
  return (encoding, data, start, end, reason) => {
    const refuse = new Refused(encoding, start, end, reason);
    let r: C.DecodeReplacement | undefined;
    switch (errors) {
      case "ignore":
        return C.ignoreDecodeErrors(encoding, data, start, end);
      case "replace":
        return C.replaceDecodeErrors(encoding, data, start, end);
      case "backslashreplace":
        return C.backslashReplaceDecodeErrors(encoding, data, start, end);
      case "surrogateescape":
        r = C.surrogateEscapeDecode(encoding, data, start, end);
        break;
      case "surrogatepass":
        r = C.surrogatePassDecode(encoding, data, start, end);
        break;
    }
    if (r === undefined) throw refuse;
    return r;
  };
}

function encodeHandler(errors: string): C.EncodeErrorHandler {
  return (encoding, text, start, end, reason) => {
    const refuse = new Refused(encoding, start, end, reason);
    let r: C.EncodeReplacement | undefined;
    switch (errors) {
      case "ignore":
        return C.ignoreEncodeErrors(encoding, text, start, end);
      case "replace":
        return C.replaceEncodeErrors(encoding, text, start, end);
      case "backslashreplace":
        return C.backslashReplaceEncodeErrors(encoding, text, start, end);
      case "xmlcharrefreplace":
        return C.xmlCharRefReplaceErrors(encoding, text, start, end);
      case "surrogateescape":
        r =
          encoding === "charmap"
            ? C.surrogateEscapeEncode(encoding, text, start, end)
            : C.surrogateEscapeEncodePrefix(encoding, text, start, end);
        break;
      case "surrogatepass":
        r = C.surrogatePassEncode(encoding, text, start, end);
        break;
    }
    if (r === undefined) throw refuse;
    return r;
  };
}

function caught(f: (...args: any[]) => unknown): (...args: any[]) => unknown {
  return (...args) => {
    try {
      return f(...args);
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      if (error instanceof U8.UnencodableReplacement) return ["error", error.encoding, error.start, error.end, error.reason];
      throw error;
    }
  };
}

const pair = (d: C.Decoded): unknown => [d.text, d.consumed];

test("decoding and encoding", () => {
  const names: Record<string, number> = { "DIGIT ONE": 0x31 };
  const answers: Record<string, (...args: any[]) => unknown> = {
    utf_8: (d, e, f) => pair(U8.decodeUtf8(d, f, decodeHandler(e))),
    utf_16: (d, e, f) => pair(W.decodeUtf16(d, f, 0, decodeHandler(e))),
    utf_16_le: (d, e, f) => pair(W.decodeUtf16(d, f, -1, decodeHandler(e))),
    utf_16_be: (d, e, f) => pair(W.decodeUtf16(d, f, 1, decodeHandler(e))),
    utf_32: (d, e, f) => pair(W.decodeUtf32(d, f, 0, decodeHandler(e))),
    utf_32_le: (d, e, f) => pair(W.decodeUtf32(d, f, -1, decodeHandler(e))),
    utf_32_be: (d, e, f) => pair(W.decodeUtf32(d, f, 1, decodeHandler(e))),
    utf_7: (d, e, f) => pair(U7.decodeUtf7(d, f, decodeHandler(e))),
    ascii: (d, e) => [S.decodeAscii(d, decodeHandler(e)), d.length],
    charmap: (d, e) => [S.decodeCharmap(d, S.charmapTable(TABLE), decodeHandler(e)), d.length],
    unicode_escape: (d, e, f) => pair(E.decodeUnicodeEscape(d, f, (name) => names[name] ?? -1, decodeHandler(e))),
    raw_unicode_escape: (d, e, f) => pair(E.decodeRawUnicodeEscape(d, f, decodeHandler(e))),
    escape: (d, e) => E.decodeBytesEscape(d, e).bytes,
    encode_utf_8: (t, e) => U8.encodeUtf8(t, encodeHandler(e)),
    encode_utf_16: (t, e) => W.encodeUtf16(t, 0, encodeHandler(e)),
    encode_utf_16_le: (t, e) => W.encodeUtf16(t, -1, encodeHandler(e)),
    encode_utf_16_be: (t, e) => W.encodeUtf16(t, 1, encodeHandler(e)),
    encode_utf_32: (t, e) => W.encodeUtf32(t, 0, encodeHandler(e)),
    encode_utf_32_be: (t, e) => W.encodeUtf32(t, 1, encodeHandler(e)),
    encode_ascii: (t, e) => S.encodeAscii(t, encodeHandler(e)),
    encode_latin_1: (t, e) => S.encodeLatin1(t, encodeHandler(e)),
    encode_charmap: (t, e) =>
      S.encodeCharmap(t, S.charmapEncoding("ab\ufffe\u20acz&#x0123456789;?\\u" + "\0".repeat(230)), encodeHandler(e)),
    encode_utf_7: (t) => U7.encodeUtf7(t),
    encode_unicode_escape: (t) => E.encodeUnicodeEscape(t),
    encode_raw_unicode_escape: (t) => E.encodeRawUnicodeEscape(t),
    encode_escape: (d) => E.encodeBytesEscape(d),
  };
  for (const name of Object.keys(answers)) answers[name] = caught(answers[name]!);
  const r = runCases("codecs", answers);
  expect(r.differences).toEqual([]);
});

const TABLE: Text = textFromHost("ab\ufffe\u20ac\u{1f600}");

test("hashes", () => {
  const r = runCases("hashes", {
    text: (seed, t) => H.hashText(t, H.hashKeyFromSeed(seed)),
    bytes: (seed, b) => H.hashBytes(b, H.hashKeyFromSeed(seed)),
    tuple: (items) => H.hashTuple(items),
    frozenset: (items) => H.hashFrozenset(items),
  });
  expect(r.differences).toEqual([]);
});

test("struct", () => {
  const r = runCases("struct-format", {
    calcsize: (format) => X.parseStructFormat(format).size,
    pack: (format, values) => {
      const layout = X.parseStructFormat(format);
      if (values.length !== layout.count) throw X.wrongValueCount("pack", layout, values.length);
      const out = new Uint8Array(layout.size);
      X.packStruct(layout, values, out, 0);
      return out;
    },
    unpack: (format, data) => X.unpackStruct(X.parseStructFormat(format), data, 0),
    unpack_from: (n, offset) => (X.structOffset(X.parseStructFormat("i"), n, offset, false), null),
    pack_into: (n, offset) => (X.structOffset(X.parseStructFormat("i"), n, offset, true), null),
    half: X.halfValue,
  });
  expect(r.differences).toEqual([]);
});
