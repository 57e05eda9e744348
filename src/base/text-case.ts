// Case mappings and predicates of str: upper, lower, title, capitalize, swapcase, casefold, isalpha and their like.
// Mirrors the case functions and the is*() family of Objects/unicodeobject.c; see docs/base.md.
import {
  ALPHA,
  CASE_IGNORABLE,
  CASED,
  DECIMAL,
  decimalValue,
  DIGIT,
  foldMap,
  ID_CONTINUE,
  ID_START,
  isWhiteSpace,
  lowerMap,
  LOWERCASE,
  NUMERIC,
  PRINTABLE,
  propertiesOf,
  titleMap,
  TITLECASE,
  upperMap,
  UPPERCASE,
  WHITE_SPACE,
} from "./text-properties.ts";
import type { CaseMap } from "./text-properties.ts";
import { PointBuffer, textAt, textLength, unitsBelow128 } from "./text.ts";
import type { Text } from "./text.ts";

const SIGMA = 0x3a3;
const FINAL_SIGMA = 0x3c2;
const SMALL_SIGMA = 0x3c3;

const isAscii = unitsBelow128;
const NOT_LATIN = /[\u0180-\uffff]/;

/** True when the host's upper and lower case are Python's: the Latin letters below U+0180, in every version of Unicode. */
function isLatin(s: string): boolean {
  if (s.length > 32) return !NOT_LATIN.test(s);
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) > 0x17f) return false;
  return true;
}

function pushMapped(out: PointBuffer, map: CaseMap, point: number): void {
  if (point < map.direct.length) {
    const one = map.direct[point]!;
    if (one >= 0) {
      out.push(one);
      return;
    }
  }
  const mapped = map.map.get(point);
  if (mapped === undefined) out.push(point);
  else if (typeof mapped === "number") out.push(mapped);
  else for (let i = 0; i < mapped.length; i++) out.push(mapped[i]!);
}

/** A capital sigma becomes final when a cased character stands before it and none after it, ignorable ones left out. */
function lowerSigma(t: Text, index: number): number {
  let i = index - 1;
  while (i >= 0 && (propertiesOf(textAt(t, i)) & CASE_IGNORABLE) !== 0) i--;
  if (i < 0 || (propertiesOf(textAt(t, i)) & CASED) === 0) return SMALL_SIGMA;
  const n = textLength(t);
  let k = index + 1;
  while (k < n && (propertiesOf(textAt(t, k)) & CASE_IGNORABLE) !== 0) k++;
  return k === n || (propertiesOf(textAt(t, k)) & CASED) === 0 ? FINAL_SIGMA : SMALL_SIGMA;
}

function pushLower(out: PointBuffer, t: Text, index: number, point: number): void {
  if (point === SIGMA) out.push(lowerSigma(t, index));
  else pushMapped(out, lowerMap(), point);
}

export function textUpper(t: Text): Text {
  if (typeof t === "string" && isLatin(t)) return t.toUpperCase();
  return mapAll(t, upperMap());
}

export function textCasefold(t: Text): Text {
  if (typeof t === "string" && isAscii(t)) return t.toLowerCase();
  return mapAll(t, foldMap());
}

function mapAll(t: Text, map: CaseMap): Text {
  const n = textLength(t);
  const out = new PointBuffer(n);
  for (let i = 0; i < n; i++) pushMapped(out, map, textAt(t, i));
  return out.text();
}

export function textLower(t: Text): Text {
  if (typeof t === "string" && isLatin(t)) return t.toLowerCase();
  const n = textLength(t);
  const out = new PointBuffer(n);
  for (let i = 0; i < n; i++) pushLower(out, t, i, textAt(t, i));
  return out.text();
}

export function textCapitalize(t: Text): Text {
  const n = textLength(t);
  if (n === 0) return t;
  if (typeof t === "string" && isAscii(t)) return t.charAt(0).toUpperCase() + t.slice(1).toLowerCase();
  const out = new PointBuffer(n);
  pushMapped(out, titleMap(), textAt(t, 0));
  for (let i = 1; i < n; i++) pushLower(out, t, i, textAt(t, i));
  return out.text();
}

export function textSwapcase(t: Text): Text {
  const n = textLength(t);
  if (typeof t === "string" && isAscii(t)) {
    const lower = t.toLowerCase();
    const upper = t.toUpperCase();
    let swapped = "";
    for (let i = 0; i < n; ) {
      const start = i;
      const toUpper = lower.charCodeAt(i) === t.charCodeAt(i);
      while (i < n && (lower.charCodeAt(i) === t.charCodeAt(i)) === toUpper) i++;
      swapped += (toUpper ? upper : lower).slice(start, i);
    }
    return swapped;
  }
  const out = new PointBuffer(n);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    const bits = propertiesOf(c);
    if (bits & UPPERCASE) pushLower(out, t, i, c);
    else if (bits & LOWERCASE) pushMapped(out, upperMap(), c);
    else out.push(c);
  }
  return out.text();
}

/** The title case of ASCII text: the letters that follow no letter are upper case. */
function asciiTitle(t: string): string {
  const lower = t.toLowerCase();
  const n = t.length;
  let out = "";
  let done = 0;
  let previousCased = false;
  for (let i = 0; i < n; i++) {
    const c = lower.charCodeAt(i);
    const cased = c >= 97 && c <= 122;
    if (cased && !previousCased) {
      out += lower.slice(done, i) + String.fromCharCode(c - 32);
      done = i + 1;
    }
    previousCased = cased;
  }
  return out + lower.slice(done);
}

export function textTitle(t: Text): Text {
  if (typeof t === "string" && isAscii(t)) return asciiTitle(t);
  const n = textLength(t);
  const out = new PointBuffer(n);
  let previousCased = false;
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (previousCased) pushLower(out, t, i, c);
    else pushMapped(out, titleMap(), c);
    previousCased = isCased(c);
  }
  return out.text();
}

/** Cased in Unicode's sense, ignorable or not: letters with case of their own among the ignorable ones are lower case. */
function isCased(c: number): boolean {
  return (propertiesOf(c) & (CASED | UPPERCASE | LOWERCASE | TITLECASE)) !== 0;
}

function all(t: Text, bit: number): boolean {
  const n = textLength(t);
  for (let i = 0; i < n; i++) if ((propertiesOf(textAt(t, i)) & bit) === 0) return false;
  return n > 0;
}

export function textIsAlpha(t: Text): boolean {
  return all(t, ALPHA);
}
export function textIsDecimal(t: Text): boolean {
  return all(t, DECIMAL);
}
export function textIsDigit(t: Text): boolean {
  return all(t, DIGIT);
}
export function textIsNumeric(t: Text): boolean {
  return all(t, NUMERIC);
}
export function textIsAlnum(t: Text): boolean {
  return all(t, ALPHA | DECIMAL | DIGIT | NUMERIC);
}
export function textIsSpace(t: Text): boolean {
  return all(t, WHITE_SPACE);
}
/** True for empty text. */
export function textIsPrintable(t: Text): boolean {
  return textLength(t) === 0 || all(t, PRINTABLE);
}

export function textIsIdentifier(t: Text): boolean {
  const n = textLength(t);
  if (n === 0 || (propertiesOf(textAt(t, 0)) & ID_START) === 0) return false;
  for (let i = 1; i < n; i++) if ((propertiesOf(textAt(t, i)) & ID_CONTINUE) === 0) return false;
  return true;
}

export function textIsUpper(t: Text): boolean {
  return isOneCase(t, UPPERCASE, LOWERCASE | TITLECASE);
}
export function textIsLower(t: Text): boolean {
  return isOneCase(t, LOWERCASE, UPPERCASE | TITLECASE);
}

function isOneCase(t: Text, wanted: number, unwanted: number): boolean {
  const n = textLength(t);
  let seen = false;
  for (let i = 0; i < n; i++) {
    const bits = propertiesOf(textAt(t, i));
    if (bits & unwanted) return false;
    if (bits & wanted) seen = true;
  }
  return seen;
}

export function textIsTitle(t: Text): boolean {
  const n = textLength(t);
  let seen = false;
  let previousCased = false;
  for (let i = 0; i < n; i++) {
    const bits = propertiesOf(textAt(t, i));
    if (bits & (UPPERCASE | TITLECASE)) {
      if (previousCased) return false;
      previousCased = seen = true;
    } else if (bits & LOWERCASE) {
      if (!previousCased) return false;
      seen = true;
    } else previousCased = false;
  }
  return seen;
}

/**
 * What int(), float() and complex() read: decimal digits of any script as ASCII digits, white space as blanks, other
 * characters outside ASCII as "?".
 */
export function asciiNumberText(t: Text): string {
  if (typeof t === "string" && isAscii(t)) return t;
  let out = "";
  const n = textLength(t);
  for (let i = 0; i < n; i++) {
    const c = textAt(t, i);
    if (c < 128) out += String.fromCharCode(c);
    else if (isWhiteSpace(c)) out += " ";
    else {
      const digit = decimalValue(c);
      out += digit < 0 ? "?" : String.fromCharCode(48 + digit);
    }
  }
  return out;
}
