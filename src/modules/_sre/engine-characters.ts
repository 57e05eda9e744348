// What the matcher asks about single characters: categories and case, for ASCII, Unicode and the C locale.
// Mirrors the predicates at the head of Modules/_sre/sre.c; see docs/modules-sre.md.
import { ALPHA, DECIMAL, DIGIT, isWhiteSpace, lowerMap, NUMERIC, propertiesOf, upperMap } from "../../base/text-properties.ts";
import type { CaseMap } from "../../base/text-properties.ts";
import {
  CATEGORY_DIGIT,
  CATEGORY_LINEBREAK,
  CATEGORY_LOC_WORD,
  CATEGORY_SPACE,
  CATEGORY_UNI_DIGIT,
  CATEGORY_UNI_LINEBREAK,
  CATEGORY_UNI_SPACE,
  CATEGORY_UNI_WORD,
  CATEGORY_WORD,
  FOLD_ASCII,
  FOLD_LOCALE,
  FOLD_UNICODE,
} from "./engine-codes.ts";

/** The character tables of an 8-bit locale, 256 entries each; characters from 256 on have no case there. */
export interface LocaleTables {
  readonly lower: Uint8Array;
  readonly upper: Uint8Array;
  /** 1 for letters and digits. */
  readonly alnum: Uint8Array;
}

function isAsciiAlnum(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

/** LC_CTYPE of "C" and of the UTF-8 locales, where bytes above 127 are no letters. */
export const C_LOCALE: LocaleTables = {
  lower: Uint8Array.from({ length: 256 }, (_, c) => lowerAscii(c)),
  upper: Uint8Array.from({ length: 256 }, (_, c) => (c >= 97 && c <= 122 ? c - 32 : c)),
  alnum: Uint8Array.from({ length: 256 }, (_, c) => (isAsciiAlnum(c) ? 1 : 0)),
};

export function lowerAscii(c: number): number {
  return c >= 65 && c <= 90 ? c + 32 : c;
}

// Where a character maps to several, the simple mapping is the first of them.
function simpleMap(map: CaseMap, c: number): number {
  if (c < map.direct.length && map.direct[c]! >= 0) return map.direct[c]!;
  const mapped = map.map.get(c);
  return mapped === undefined ? c : typeof mapped === "number" ? mapped : mapped[0]!;
}

/** _sre.unicode_tolower. */
export function lowerUnicode(c: number): number {
  return c < 128 ? lowerAscii(c) : simpleMap(lowerMap(), c);
}

export function upperUnicode(c: number): number {
  return c < 128 ? (c >= 97 && c <= 122 ? c - 32 : c) : simpleMap(upperMap(), c);
}

/** _sre.ascii_iscased. */
export function isCasedAscii(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

/** _sre.unicode_iscased. */
export function isCasedUnicode(c: number): boolean {
  return lowerUnicode(c) !== c || upperUnicode(c) !== c;
}

/** The character as a backreference that ignores case compares it. */
export function foldCharacter(locale: LocaleTables, kind: number, c: number): number {
  switch (kind) {
    case FOLD_ASCII:
      return lowerAscii(c);
    case FOLD_LOCALE:
      return c < 256 ? locale.lower[c]! : c;
    case FOLD_UNICODE:
      return lowerUnicode(c);
    default:
      return c;
  }
}

/** One literal under IGNORECASE | LOCALE. */
export function equalsInLocale(locale: LocaleTables, literal: number, c: number): boolean {
  return c === literal || (c < 256 && (locale.lower[c] === literal || locale.upper[c] === literal));
}

function isUnicodeLinebreak(c: number): boolean {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** Whether a character is in a category of compiled patterns. */
export function inCategory(locale: LocaleTables, category: number, c: number): boolean {
  return inPositiveCategory(locale, category & ~1, c) !== ((category & 1) === 1);
}

function inPositiveCategory(locale: LocaleTables, category: number, c: number): boolean {
  switch (category) {
    case CATEGORY_DIGIT:
      return c >= 48 && c <= 57;
    case CATEGORY_SPACE:
      return c === 32 || (c >= 9 && c <= 13);
    case CATEGORY_WORD:
      return c === 95 || isAsciiAlnum(c);
    case CATEGORY_LINEBREAK:
      return c === 10;
    case CATEGORY_LOC_WORD:
      return c === 95 || (c < 256 && locale.alnum[c] !== 0);
    case CATEGORY_UNI_DIGIT:
      return (propertiesOf(c) & DECIMAL) !== 0;
    case CATEGORY_UNI_SPACE:
      return isWhiteSpace(c);
    case CATEGORY_UNI_WORD:
      return c === 95 || (propertiesOf(c) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
    case CATEGORY_UNI_LINEBREAK:
      return isUnicodeLinebreak(c);
    default:
      return false;
  }
}
