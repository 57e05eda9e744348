import { expect, test } from "vitest";
import { textRepr } from "./text-repr.ts";
import { generalCategory, isIdentifier, isPrintable, normalizeIdentifier, scanIdentifier } from "./unicode.ts";

test("general categories of Unicode 16", () => {
  const characters = ["A", "ä", "ǅ", "ʰ", "一", "\u0301", "5", "Ⅷ", "²", "_", " ", "\u2028", "\n", "\u200b", "\ud800", "\ue000", "\u{378}", "\u{1c89}"];
  expect(characters.map((char) => generalCategory(char.codePointAt(0)!)).join(" ")).toBe(
    "Lu Ll Lt Lm Lo Mn Nd Nl No Pc Zs Zl Cc Cf Cs Co Cn Lu",
  );
});

test("identifiers", () => {
  for (const name of ["x", "_1", "ä", "𝔘nicode", "a\u0301", "℘", "a·b", "蟒"]) expect(isIdentifier(name)).toBe(true);
  for (const name of ["", "1x", "a b", "a-b", "\u0301a", "€", "a…", "a\u00a0b", "a\ud800"]) expect(isIdentifier(name)).toBe(false);
  expect(scanIdentifier("x = aé€b", 4, 8)).toBe(6);
  expect(normalizeIdentifier("𝔘ﬁ")).toBe("Ufi");
});

test("what is printable", () => {
  expect([32, 65, 0xe4, 0x20ac, 0x1f600].every(isPrintable)).toBe(true);
  expect([0, 10, 127, 0xa0, 0xad, 0x200b, 0xd800, 0xe000, 0x378, 0x10ffff].some(isPrintable)).toBe(false);
});

test("repr of text", () => {
  const texts = ["", "a'b", "a'b\"c", "\\\n\t\r\0\x7f", "ä\u00a0\u200b\ud800\u{10ffff}😀"];
  expect(texts.map(textRepr)).toEqual([
    "''", "\"a'b\"", "'a\\'b\"c'", "'\\\\\\n\\t\\r\\x00\\x7f'", "'ä\\xa0\\u200b\\ud800\\U0010ffff😀'",
  ]);
});
