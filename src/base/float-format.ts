// Doubles <-> decimal and hexadecimal text, exact to the last digit: what repr, %, format(), round(), float.hex and float()
// need. Mirrors Python/pystrtod.c, Python/dtoa.c and parts of Objects/floatobject.c; see docs/base.md.
import { intFromBig, intFromDouble, scaleByPowerOfTwo } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import { PythonError } from "./python-error.ts";

/** A positive double as digits d1d2d3... meaning 0.d1d2d3... * 10^decpt; no trailing zeros; zero is "0" with decpt 1. */
export interface Decimal {
  digits: string;
  decpt: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** v = mantissa * 2^exponent exactly, mantissa a non-negative integer below 2^53; v finite, its sign is dropped. */
export function decompose(v: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, v);
  const bits = scratch.getBigUint64(0) & 0x7fffffffffffffffn;
  const e = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return e === 0 ? { mantissa: fraction, exponent: -1074 } : { mantissa: fraction | 0x10000000000000n, exponent: e - 1075 };
}

/** True for negative numbers and for -0. */
export function isNegative(v: number): boolean {
  return v < 0 || (v === 0 && 1 / v < 0);
}

/** |v| rounded half-even to `places` decimal places (may be negative), as an integer number of 10^-places. */
function scaledInteger(v: number, places: number): bigint {
  const { mantissa, exponent } = decompose(v);
  let numerator = mantissa;
  let denominator = 1n;
  if (places > 0) numerator *= 10n ** BigInt(places);
  else if (places < 0) denominator = 10n ** BigInt(-places);
  if (exponent > 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const q = numerator / denominator;
  const twice = (numerator - q * denominator) * 2n;
  return twice > denominator || (twice === denominator && (q & 1n) === 1n) ? q + 1n : q;
}

/** True when |v| lies exactly between two neighbouring numbers of `places` decimals: the one case in which the host rounds otherwise. */
function isTie(v: number, places: number): boolean {
  if (places >= 0) {
    if (places > 1000) return true;
    const t = v * 2 ** (places + 1);
    return Number.isInteger(t) && t % 2 !== 0;
  }
  if (!Number.isInteger(v)) return false;
  const unit = 10n ** BigInt(-places);
  return (BigInt(v < 0 ? -v : v) % unit) * 2n === unit;
}

/** The shortest digits that read back as v (finite). */
export function shortestDigits(v: number): Decimal {
  if (v === 0) return { digits: "0", decpt: 1 };
  return fromExponential((v < 0 ? -v : v).toExponential());
}

/** `count` significant digits (at least 1), correctly rounded, trailing zeros dropped. */
export function significantDigits(v: number, count: number): Decimal {
  if (v === 0) return { digits: "0", decpt: 1 };
  if (v < 0) v = -v;
  if (count <= 101) {
    const text = v.toExponential(count - 1);
    const exponent = Number(text.slice(text.indexOf("e") + 1));
    if (!isTie(v, count - 1 - exponent)) return fromExponential(text);
  }
  // Exponent of the leading digit, then one exact division.
  const text = v.toExponential(20);
  let exponent = Number(text.slice(text.indexOf("e") + 1));
  if (Number(`1e${exponent}`) > v) exponent--;
  let digits = scaledInteger(v, count - 1 - exponent).toString();
  if (digits.length > count) exponent++;
  digits = stripZeros(digits);
  return { digits, decpt: exponent + 1 };
}

/** Rounded to `places` decimal places (may be negative), trailing zeros dropped; "" with decpt -places when nothing is left. */
export function fixedDigits(v: number, places: number): Decimal {
  if (v === 0) return { digits: "0", decpt: 1 };
  const q = scaledInteger(v, places).toString();
  if (q === "0") return { digits: "", decpt: -places };
  return { digits: stripZeros(q), decpt: q.length - places };
}

function stripZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

function fromExponential(text: string): Decimal {
  const e = text.indexOf("e");
  const digits = e > 1 ? text[0] + text.slice(2, e) : text[0]!;
  return { digits: stripZeros(digits), decpt: Number(text.slice(e + 1)) + 1 };
}

/** Py_DTSF_ALT, Py_DTSF_SIGN, Py_DTSF_ADD_DOT_0, Py_DTSF_NO_NEG_0 of PyOS_double_to_string. */
export const DTSF_SIGN = 1;
export const DTSF_ADD_DOT_0 = 2;
export const DTSF_ALT = 4;
export const DTSF_NO_NEG_0 = 8;

/** The largest precision that float formatting accepts. */
export const MAX_PRECISION = 2147483647 - 1024;

/** No double has more digits than this after the point. */
const MAX_FRACTION = 1074;

/**
 * PyOS_double_to_string: code one of e E f F g G r, precision ignored for r. Text such as "-1.50e+10", "inf", "NAN".
 */
export function doubleToText(v: number, code: string, precision: number, flags: number): string {
  const upper = code === "E" || code === "F" || code === "G";
  if (v !== v || v === Infinity || v === -Infinity) {
    const body = v !== v ? "nan" : "inf";
    const sign = v === -Infinity ? "-" : flags & DTSF_SIGN ? "+" : "";
    return sign + (upper ? body.toUpperCase() : body);
  }
  if (code === "f" || code === "F") {
    const a = v < 0 ? -v : v;
    if (a < 1e21 && precision <= 100 && (flags & DTSF_ALT) === 0 && !isTie(a, precision)) {
      const text = a.toFixed(precision);
      return signOf(v, flags, text) + text;
    }
    return formatFixed(v, precision, flags);
  }
  const lower = upper ? code.toLowerCase() : code;
  let text: string;
  if (lower === "e") text = formatExponential(significantDigits(v, precision + 1), precision, flags);
  else if (lower === "r") text = formatGeneral(shortestDigits(v), 0, 16, flags);
  else {
    const p = precision === 0 ? 1 : precision;
    text = formatGeneral(significantDigits(v, p), p, flags & DTSF_ADD_DOT_0 ? p - 1 : p, flags);
  }
  text = signOf(v, flags, text) + text;
  return upper ? text.toUpperCase() : text;
}

/** float.__repr__. */
export function doubleRepr(v: number): string {
  const text = String(v);
  // The host writes 1e21 and beyond, and below 1e-6, with an exponent; Python from 1e16 on, and below 1e-4.
  const a = v < 0 ? -v : v;
  if (a < 1e16 && a >= 1e-4) return Number.isInteger(v) ? `${text}.0` : text;
  return doubleToText(v, "r", 0, DTSF_ADD_DOT_0);
}

function signOf(v: number, flags: number, text: string): string {
  if (isNegative(v) && !(flags & DTSF_NO_NEG_0 && isZeroText(text))) return "-";
  return flags & DTSF_SIGN ? "+" : "";
}

function isZeroText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 101) return true;
    if (c >= 49 && c <= 57) return false;
  }
  return true;
}

function formatFixed(v: number, precision: number, flags: number): string {
  if (precision > MAX_FRACTION) return formatFixed(v, MAX_FRACTION, flags) + "0".repeat(precision - MAX_FRACTION);
  const q = scaledInteger(v, precision).toString().padStart(precision + 1, "0");
  const cut = q.length - precision;
  const text = precision > 0 ? `${q.slice(0, cut)}.${q.slice(cut)}` : flags & DTSF_ALT ? `${q}.` : q;
  return signOf(v, flags, text) + text;
}

function formatExponential(d: Decimal, precision: number, flags: number): string {
  const rest = d.digits.slice(1).padEnd(precision, "0");
  const point = rest !== "" || flags & DTSF_ALT ? "." : "";
  return d.digits[0] + point + rest + exponentText(d.decpt - 1);
}

function exponentText(e: number): string {
  const a = e < 0 ? -e : e;
  return `e${e < 0 ? "-" : "+"}${a < 10 ? "0" : ""}${a}`;
}

/**
 * Form of %g and repr: plain for -4 < decpt <= limit, else with an exponent; with the alternate form at least `keep` digits.
 */
function formatGeneral(d: Decimal, keep: number, limit: number, flags: number): string {
  const { decpt } = d;
  const alt = (flags & DTSF_ALT) !== 0;
  const digits = alt && d.digits.length < keep ? d.digits.padEnd(keep, "0") : d.digits;
  if (decpt <= -4 || decpt > limit) {
    const rest = digits.slice(1);
    return digits[0] + (rest !== "" || alt ? "." : "") + rest + exponentText(decpt - 1);
  }
  if (decpt <= 0) return `0.${"0".repeat(-decpt)}${digits}`;
  if (decpt < digits.length) return `${digits.slice(0, decpt)}.${digits.slice(decpt)}`;
  const whole = digits.padEnd(decpt, "0");
  return flags & DTSF_ADD_DOT_0 ? `${whole}.0` : alt ? `${whole}.` : whole;
}

/** round(v, places) of a float: correctly rounded decimal, then the nearest double. Raises OverflowError. */
export function roundDouble(v: number, places: Int): number {
  if (v === 0 || v !== v || v === Infinity || v === -Infinity) return v;
  if (places > 323) return v;
  if (places < -308) return isNegative(v) ? -0 : 0;
  const n = Number(places);
  let r: number;
  if (n >= 0 && n <= 100 && v < 1e21 && v > -1e21 && !isTie(v, n)) r = Number(v.toFixed(n));
  else {
    r = Number(`${scaledInteger(v, n)}e${-n}`);
    if (v < 0) r = -r;
  }
  if (r === 0) return isNegative(v) ? -0 : 0;
  if (r === Infinity || r === -Infinity) throw new PythonError("OverflowError", "rounded value too large to represent");
  return r;
}

/** round(v): the nearest int, ties to even. Raises ValueError, OverflowError. */
export function roundToInt(v: number): Int {
  checkFinite(v, "integer");
  const whole = Math.floor(v);
  const diff = v - whole;
  const r = diff > 0.5 || (diff === 0.5 && whole % 2 !== 0) ? whole + 1 : whole;
  return intFromDouble(r);
}

/** int(v). Raises ValueError, OverflowError. */
export function doubleToInt(v: number): Int {
  checkFinite(v, "integer");
  return intFromDouble(Math.trunc(v));
}

function checkFinite(v: number, target: string): void {
  if (v !== v) throw new PythonError("ValueError", `cannot convert float NaN to ${target}`);
  if (v === Infinity || v === -Infinity) throw new PythonError("OverflowError", `cannot convert float infinity to ${target}`);
}

/** float.as_integer_ratio. Raises ValueError, OverflowError. */
export function doubleAsIntegerRatio(v: number): [Int, Int] {
  if (v !== v) throw new PythonError("ValueError", "cannot convert NaN to integer ratio");
  if (v === Infinity || v === -Infinity) throw new PythonError("OverflowError", "cannot convert Infinity to integer ratio");
  if (Number.isInteger(v)) return [intFromDouble(v), 1];
  let { mantissa, exponent } = decompose(v);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  return [intFromBig(v < 0 ? -mantissa : mantissa), intFromBig(1n << BigInt(-exponent))];
}

const HEX_DIGITS = 13;

/** float.hex. */
export function doubleHex(v: number): string {
  if (v !== v) return "nan";
  if (v === Infinity) return "inf";
  if (v === -Infinity) return "-inf";
  const sign = isNegative(v) ? "-" : "";
  if (v === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(v);
  const lead = mantissa >> 52n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(HEX_DIGITS, "0");
  const e = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${e < 0 ? "" : "+"}${e}`;
}

const HEX_FLOAT = /^[ \t-\r]*([-+]?)(?:(?:0[xX])?([0-9a-fA-F]*)(\.?)([0-9a-fA-F]*)(?:[pP]([-+]?[0-9]+))?|(inf|infinity)|(nan))[ \t-\r]*$/i;

/** float.fromhex of text. Raises ValueError, OverflowError. */
export function doubleFromHex(text: string): number {
  const m = HEX_FLOAT.exec(text);
  if (m === null || (m[6] === undefined && m[7] === undefined && m[2] === "" && m[4] === ""))
    throw new PythonError("ValueError", "invalid hexadecimal floating-point string");
  const negative = m[1] === "-";
  if (m[7] !== undefined) return negative ? -NaN : NaN;
  if (m[6] !== undefined) return negative ? -Infinity : Infinity;
  const digits = (m[2]! + m[4]!).replace(/^0+/, "");
  if (digits === "") return negative ? -0 : 0;
  const exponent = Number(m[5] ?? "0") - 4 * m[4]!.length;
  let mantissa = BigInt(`0x${digits}`);
  const bits = mantissa.toString(2).length;
  const top = exponent + bits;
  const tooLarge = new PythonError("OverflowError", "hexadecimal value too large to represent as a float");
  if (top > 1024) throw tooLarge;
  if (top < -1075) return negative ? -0 : 0;
  // Keep as many bits as the result has room for, ties to even.
  const keep = Math.min(53, top + 1074);
  const drop = bits - keep;
  let e = exponent;
  if (drop > 0) {
    const shift = BigInt(drop);
    const rest = mantissa & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    mantissa >>= shift;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
    e += drop;
  } else if (mantissa > 0x20000000000000n) {
    const zeros = bits - 53;
    mantissa >>= BigInt(zeros);
    e += zeros;
  }
  const v = scaleByPowerOfTwo(Number(mantissa), e);
  if (v === Infinity) throw tooLarge;
  return negative ? -v : v;
}

const DECIMAL_FLOAT = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const DECIMAL_WITH_UNDERSCORES = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?$/;
const SPECIAL_FLOAT = /^([-+]?)(?:(inf|infinity)|nan)$/i;

/** float(text) of text whose decimal digits and white space are already ASCII; undefined when it is no float. */
export function parseDouble(text: string): number | undefined {
  let pos = 0;
  let end = text.length;
  while (pos < end && isAsciiSpace(text.charCodeAt(pos))) pos++;
  while (end > pos && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  if (end - pos !== text.length) text = text.slice(pos, end);
  if (DECIMAL_FLOAT.test(text)) return Number(text);
  if (text.includes("_")) return DECIMAL_WITH_UNDERSCORES.test(text) ? Number(text.replaceAll("_", "")) : undefined;
  const m = SPECIAL_FLOAT.exec(text);
  if (m === null) return undefined;
  if (m[2] !== undefined) return m[1] === "-" ? -Infinity : Infinity;
  return NaN;
}

/**
 * complex(text) of text with ASCII digits and white space: [real, imag], or undefined when it is no complex number.
 */
export function parseComplex(text: string): [number, number] | undefined {
  let body = text;
  if (body.includes("_")) {
    if (hasMisplacedUnderscore(body)) return undefined;
    body = body.replaceAll("_", "");
  }
  body = body.replace(/^[ \t-\r]+|[ \t-\r]+$/g, "");
  if (body.startsWith("(") && body.endsWith(")")) body = body.slice(1, -1).replace(/^[ \t-\r]+|[ \t-\r]+$/g, "");
  const m = COMPLEX_TEXT.exec(body);
  if (m === null) return undefined;
  if (m[1] !== undefined && m[2] === undefined && m[3] === undefined) {
    const v = parseDouble(m[1]);
    return v === undefined ? undefined : [v, 0];
  }
  const imagText = m[2] ?? m[3]!;
  const imag = imagText === "" || imagText === "+" ? 1 : imagText === "-" ? -1 : parseDouble(imagText)!;
  return [m[1] === undefined ? 0 : parseDouble(m[1])!, imag];
}

/** True when an underscore does not stand between two digits; complex() then says "could not convert string to complex: ...". */
export function hasMisplacedUnderscore(text: string): boolean {
  return /(?:^|\D)_|_(?!\d)/.test(text);
}

const NUMBER = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|inf|infinity|nan";
const COMPLEX_TEXT = new RegExp(`^(?:([-+]?(?:${NUMBER}))(?:([-+](?:${NUMBER})?)[jJ])?|([-+]?(?:${NUMBER})?)[jJ])$`, "i");

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
