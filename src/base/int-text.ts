// int <-> text: what int(str, base), str(int), bin, oct and hex need, with the limit on decimal digits.
// Mirrors PyLong_FromString and long_to_decimal_string of Objects/longobject.c; see docs/base.md.
import { intBitLength, intFromBig, MAX_SAFE } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import { PythonError } from "./python-error.ts";

/** sys.int_info.default_max_str_digits. */
export const DEFAULT_MAX_STR_DIGITS = 4300;
/** sys.int_info.str_digits_check_threshold: shorter texts are never refused. */
export const STR_DIGITS_CHECK_THRESHOLD = 640;

/** str(int); `maxDigits` 0 means no limit. Raises ValueError past the limit. */
export function intToText(value: Int, maxDigits = 0): string {
  if (typeof value === "number") return String(value);
  if (maxDigits > 0) {
    // The text of a huge number takes long, so refuse by the number of bits first.
    if ((intBitLength(value) - 1) * 0.30102999566398114 > maxDigits + 1) throw tooLongToPrint(maxDigits);
    const text = value.toString();
    if (text.length - (value < 0n ? 1 : 0) > Math.max(maxDigits, STR_DIGITS_CHECK_THRESHOLD)) throw tooLongToPrint(maxDigits);
    return text;
  }
  return value.toString();
}

/** The digits in a base of 2 to 36, lower case, sign first, no prefix. */
export function intToBase(value: Int, base: number): string {
  return value.toString(base);
}

/** Prefixes of bin(), oct(), hex() and of the alternate form. */
export function basePrefix(base: number): string {
  return base === 16 ? "0x" : base === 8 ? "0o" : base === 2 ? "0b" : "";
}

/** bin(), oct(), hex(). */
export function intToPrefixed(value: Int, base: 2 | 8 | 16): string {
  const digits = value.toString(base);
  const prefix = basePrefix(base);
  return digits.charCodeAt(0) === 45 ? `-${prefix}${digits.slice(1)}` : prefix + digits;
}

/** The value of an ASCII digit or letter in base 36, or 37. */
function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 122) return code - 87;
  if (code >= 65 && code <= 90) return code - 55;
  return 37;
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/**
 * int(text, base) of text whose decimal digits and white space are already ASCII (see asciiNumberText of text-properties.ts).
 * undefined when it is no int: the caller makes the error with invalidIntLiteral. Raises ValueError for a bad base and past
 * the digit limit (`maxDigits` 0: none).
 */
export function parseIntText(text: string, base: number, maxDigits = 0): Int | undefined {
  if ((base !== 0 && base < 2) || base > 36) throw new PythonError("ValueError", "int() base must be >= 2 and <= 36, or 0");
  let pos = 0;
  let end = text.length;
  while (pos < end && isAsciiSpace(text.charCodeAt(pos))) pos++;
  while (end > pos && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  let negative = false;
  const sign = pos < end ? text.charCodeAt(pos) : 0;
  if (sign === 43 || sign === 45) {
    negative = sign === 45;
    pos++;
  }
  let onlyZero = false;
  if (pos + 1 < end && text.charCodeAt(pos) === 48) {
    const letter = text.charCodeAt(pos + 1) | 32;
    const prefixBase = letter === 120 ? 16 : letter === 111 ? 8 : letter === 98 ? 2 : 0;
    if (prefixBase !== 0 && (base === 0 || base === prefixBase)) {
      base = prefixBase;
      pos += 2;
      if (pos < end && text.charCodeAt(pos) === 95) pos++;
    } else if (base === 0) {
      onlyZero = true;
    }
  }
  if (base === 0) base = 10;
  // Validate, count the digits, and compute while the value is a safe integer.
  let digits = 0;
  let underscores = 0;
  let value = 0;
  let lastUnderscore = true;
  // Many plain decimal digits are looked at as a whole.
  const plain = base === 10 && !onlyZero && end - pos > 100 && onlyDecimal(text, pos, end);
  if (plain) {
    lastUnderscore = false;
    digits = end - pos;
    value = Infinity;
  }
  for (let i = plain ? end : pos; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 95) {
      if (lastUnderscore) return undefined;
      lastUnderscore = true;
      underscores++;
      continue;
    }
    const digit = digitValue(code);
    if (digit >= base) {
      return undefined;
    }
    lastUnderscore = false;
    digits++;
    if (value <= MAX_SAFE) value = value * base + digit;
  }
  if (lastUnderscore) return undefined;
  if ((base & (base - 1)) !== 0 && maxDigits > 0 && digits > STR_DIGITS_CHECK_THRESHOLD && digits > maxDigits) {
    throw new PythonError(
      "ValueError",
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  if (onlyZero && value !== 0) return undefined;
  if (value <= MAX_SAFE) return negative ? 0 - value : value;
  let body = text.slice(pos, end);
  if (underscores > 0) body = body.replaceAll("_", "");
  const big = digitsToBig(body, base);
  return intFromBig(negative ? -big : big);
}

function onlyDecimal(text: string, start: number, end: number): boolean {
  return /^[0-9]+$/.test(start === 0 && end === text.length ? text : text.slice(start, end));
}

/** Digits without sign or underscores; BigInt() reads bases 2, 8, 10 and 16 itself, others go by halves. */
function digitsToBig(body: string, base: number): bigint {
  if (base === 10) return BigInt(body);
  const prefix = basePrefix(base);
  if (prefix !== "") return BigInt(prefix + body);
  return digitsByHalves(body, base, new Map());
}

function digitsByHalves(body: string, base: number, powers: Map<number, bigint>): bigint {
  if (body.length <= 8) return BigInt(parseInt(body, base));
  const low = 8 * 2 ** Math.floor(Math.log2((body.length - 1) / 8));
  let power = powers.get(low);
  if (power === undefined) {
    power = BigInt(base) ** BigInt(low);
    powers.set(low, power);
  }
  const cut = body.length - low;
  return digitsByHalves(body.slice(0, cut), base, powers) * power + digitsByHalves(body.slice(cut), base, powers);
}

/** The ValueError of int() for text that is no int; `literal` is the repr of what was given. */
export function invalidIntLiteral(base: number, literal: string): PythonError {
  return new PythonError("ValueError", `invalid literal for int() with base ${base}: ${literal}`);
}

function tooLongToPrint(maxDigits: number): PythonError {
  return new PythonError(
    "ValueError",
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}
