// The format mini-language: the parser of specs and the formatting of int, float, complex and str by them.
// Mirrors Python/formatter_unicode.c; see docs/base.md.
import { doubleRepr, doubleToText, DTSF_ADD_DOT_0, DTSF_ALT, DTSF_NO_NEG_0, isNegative, MAX_PRECISION } from "./float-format.ts";
import { intToDouble } from "./int-math.ts";
import type { Int } from "./int-math.ts";
import { intToBase, intToText } from "./int-text.ts";
import { PythonError } from "./python-error.ts";
import { decimalValue } from "./text-properties.ts";
import { checkTextLength, textAt, textConcat, textFromPoint, textLength, textPad, textSlice, textToHost } from "./text.ts";
import type { Text } from "./text.ts";

/** What `n` asks the locale for; grouping as in localeconv(): sizes from the right, the last repeats, 127 ends grouping. */
export interface NumericLocale {
  decimalPoint: string;
  thousandsSep: string;
  grouping: readonly number[];
}

/** The "C" locale. */
export const C_LOCALE: NumericLocale = { decimalPoint: ".", thousandsSep: "", grouping: [] };

/** A parsed spec; characters as code points, 0 for "not given"; width and precision -1 for "not given". */
export interface FormatSpec {
  fill: number;
  align: number;
  alternate: boolean;
  noNegZero: boolean;
  sign: number;
  width: number;
  /** ',' or '_' or 0. */
  thousands: number;
  precision: number;
  /** ',' or '_' or 0. */
  fractionThousands: number;
  type: number;
}

const LESS = 60;
const GREATER = 62;
const EQUALS = 61;
const CARET = 94;
const PLUS = 43;
const MINUS = 45;
const SPACE = 32;
const ZERO = 48;
const COMMA = 44;
const UNDERSCORE = 95;
const DOT = 46;

function isAlign(c: number): boolean {
  return c === LESS || c === GREATER || c === EQUALS || c === CARET;
}

/**
 * Reads a spec. `defaultType` 0 or a character code, `defaultAlign` that of the type ('<' for str, '>' for numbers),
 * `typeName` for the message. Raises ValueError.
 */
export function parseFormatSpec(spec: Text, defaultType: number, defaultAlign: number, typeName: string): FormatSpec {
  const end = textLength(spec);
  let pos = 0;
  let c = peek(spec, 0, end);
  const out: FormatSpec = {
    fill: SPACE,
    align: defaultAlign,
    alternate: false,
    noNegZero: false,
    sign: 0,
    width: -1,
    thousands: 0,
    precision: -1,
    fractionThousands: 0,
    type: defaultType,
  };
  let fillGiven = false;
  let alignGiven = false;
  if (end >= 2 && isAlign(textAt(spec, 1))) {
    out.fill = c;
    out.align = textAt(spec, 1);
    fillGiven = alignGiven = true;
    pos = 2;
    c = peek(spec, 2, end);
  } else if (isAlign(c)) {
    out.align = c;
    alignGiven = true;
    c = peek(spec, ++pos, end);
  }
  if (c === PLUS || c === MINUS || c === SPACE) {
    out.sign = c;
    c = peek(spec, ++pos, end);
  }
  if (c === 122) {
    out.noNegZero = true;
    c = peek(spec, ++pos, end);
  }
  if (c === 35) {
    out.alternate = true;
    c = peek(spec, ++pos, end);
  }
  if (!fillGiven && c === ZERO) {
    out.fill = ZERO;
    if (!alignGiven && defaultAlign === GREATER) out.align = EQUALS;
    c = peek(spec, ++pos, end);
  }
  let past = integerEnd(spec, pos, end);
  if (past > pos) {
    out.width = integerValue(spec, pos, past);
    pos = past;
    c = peek(spec, pos, end);
  }
  if (c === COMMA) {
    out.thousands = COMMA;
    c = peek(spec, ++pos, end);
  }
  if (c === UNDERSCORE) {
    if (out.thousands !== 0) throw bothSeparators();
    out.thousands = UNDERSCORE;
    c = peek(spec, ++pos, end);
  }
  if (c === COMMA && out.thousands === UNDERSCORE) throw bothSeparators();
  if (c === DOT) {
    c = peek(spec, ++pos, end);
    past = integerEnd(spec, pos, end);
    if (past > pos) {
      out.precision = integerValue(spec, pos, past);
      pos = past;
      c = peek(spec, pos, end);
    }
    if (c === COMMA) {
      out.fractionThousands = COMMA;
      c = peek(spec, ++pos, end);
    }
    if (c === UNDERSCORE) {
      if (out.fractionThousands === COMMA) throw bothSeparators();
      out.fractionThousands = UNDERSCORE;
      c = peek(spec, ++pos, end);
    }
    if (c === COMMA && out.fractionThousands === UNDERSCORE) throw bothSeparators();
    if (out.precision < 0 && out.fractionThousands === 0) throw new PythonError("ValueError", "Format specifier missing precision");
  }
  if (end - pos > 1)
    throw new PythonError("ValueError", `Invalid format specifier '${textToHost(spec)}' for object of type '${typeName}'`);
  if (end - pos === 1) out.type = c;
  if (out.thousands !== 0) {
    switch (out.type) {
      case 0:
      case 100: // d
      case 101: // e
      case 102: // f
      case 103: // g
      case 69:
      case 70:
      case 71:
      case 37:
        break;
      case 98: // b
      case 111: // o
      case 120: // x
      case 88:
        if (out.thousands === COMMA) throw separatorWithType(out.thousands, out.type);
        break;
      default:
        throw separatorWithType(out.thousands, out.type);
    }
  }
  if (out.type === 110 && out.fractionThousands !== 0) throw separatorWithType(out.fractionThousands, out.type);
  return out;
}

function peek(spec: Text, pos: number, end: number): number {
  return pos < end ? textAt(spec, pos) : -1;
}

/** Where the decimal digits from `pos` on end. */
function integerEnd(spec: Text, pos: number, end: number): number {
  while (pos < end && decimalValue(textAt(spec, pos)) >= 0) pos++;
  return pos;
}

function integerValue(spec: Text, pos: number, end: number): number {
  let value = 0;
  let exact = 0n;
  for (; pos < end; pos++) {
    const digit = decimalValue(textAt(spec, pos));
    exact = value > 1e14 ? (exact === 0n ? BigInt(value) : exact) * 10n + BigInt(digit) : 0n;
    value = value * 10 + digit;
    if (exact > 9223372036854775807n) throw new PythonError("ValueError", "Too many decimal digits in format string");
  }
  return value;
}

function bothSeparators(): PythonError {
  return new PythonError("ValueError", "Cannot specify both ',' and '_'.");
}

function codeName(type: number): string {
  return type > 32 && type < 128 ? String.fromCharCode(type) : `\\x${type.toString(16)}`;
}

function separatorWithType(separator: number, type: number): PythonError {
  return new PythonError("ValueError", `Cannot specify '${String.fromCharCode(separator)}' with '${codeName(type)}'.`);
}

/** The ValueError for a presentation type that the object does not know. */
export function unknownFormatCode(type: number, typeName: string): PythonError {
  return new PythonError("ValueError", `Unknown format code '${codeName(type)}' for object of type '${typeName}'`);
}

function valueError(message: string): PythonError {
  return new PythonError("ValueError", message);
}

/** str.__format__; the spec is not empty (an empty one gives the object's str()). Raises ValueError. */
export function formatText(value: Text, spec: Text, typeName = "str"): Text {
  const f = parseFormatSpec(spec, 115, LESS, typeName);
  if (f.type !== 115) throw unknownFormatCode(f.type, typeName);
  if (f.sign !== 0)
    throw valueError(f.sign === SPACE ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
  if (f.noNegZero) throw valueError("Negative zero coercion (z) not allowed in string format specifier");
  if (f.alternate) throw valueError("Alternate form (#) not allowed in string format specifier");
  if (f.align === EQUALS) throw valueError("'=' alignment not allowed in string format specifier");
  const n = textLength(value);
  const kept = f.precision >= 0 && f.precision < n ? textSlice(value, 0, f.precision) : value;
  return padText(kept, f.width, f.align, f.fill);
}

function padText(t: Text, width: number, align: number, fill: number): Text {
  const room = width - textLength(t);
  if (room <= 0) return t;
  const left = align === GREATER ? room : align === CARET ? Math.floor(room / 2) : 0;
  return textPad(t, left, room - left, fill);
}

/** int.__format__; the spec is not empty. `maxDigits`: the limit of str(int), 0 for none. Raises ValueError, OverflowError. */
export function formatInt(value: Int, spec: Text, maxDigits = 0, locale: NumericLocale = C_LOCALE, typeName = "int"): Text {
  const f = parseFormatSpec(spec, 100, GREATER, typeName);
  switch (f.type) {
    case 98: // b
    case 99: // c
    case 100: // d
    case 111: // o
    case 120: // x
    case 88: // X
    case 110: // n
      return formatIntBy(value, f, maxDigits, locale);
    case 101:
    case 69:
    case 102:
    case 70:
    case 103:
    case 71:
    case 37:
      return formatDoubleBy(intToDouble(value), f, locale);
    default:
      throw unknownFormatCode(f.type, typeName);
  }
}

function formatIntBy(value: Int, f: FormatSpec, maxDigits: number, locale: NumericLocale): Text {
  if (f.precision !== -1) throw valueError("Precision not allowed in integer format specifier");
  if (f.noNegZero) throw valueError("Negative zero coercion (z) not allowed in integer format specifier");
  if (f.type === 99) {
    if (f.sign !== 0) throw valueError("Sign not allowed with integer format specifier 'c'");
    if (f.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    if (value > 9223372036854775807n || value < -9223372036854775808n)
      throw new PythonError("OverflowError", "Python int too large to convert to C long");
    if (typeof value === "bigint" || value < 0 || value > 0x10ffff) throw new PythonError("OverflowError", "%c arg not in range(0x110000)");
    const room = f.width - 1;
    const c = textFromPoint(value);
    if (room <= 0) return c;
    const left = f.align === LESS ? 0 : f.align === CARET ? Math.floor(room / 2) : room;
    return textPad(c, left, room - left, f.fill);
  }
  let digits: string;
  let prefix = "";
  switch (f.type) {
    case 98:
      digits = intToBase(value, 2);
      prefix = "0b";
      break;
    case 111:
      digits = intToBase(value, 8);
      prefix = "0o";
      break;
    case 120:
      digits = intToBase(value, 16);
      prefix = "0x";
      break;
    case 88:
      digits = intToBase(value, 16).toUpperCase();
      prefix = "0X";
      break;
    default:
      digits = intToText(value, maxDigits);
  }
  let negative = false;
  if (digits.charCodeAt(0) === MINUS) {
    negative = true;
    digits = digits.slice(1);
  }
  return layOutNumber(negative, f.alternate ? prefix : "", digits, false, "", "", f, f.type === 110 ? locale : undefined);
}

/** float.__format__; the spec is not empty. Raises ValueError. */
export function formatDouble(value: number, spec: Text, locale: NumericLocale = C_LOCALE, typeName = "float"): Text {
  const f = parseFormatSpec(spec, 0, GREATER, typeName);
  switch (f.type) {
    case 0:
    case 101:
    case 69:
    case 102:
    case 70:
    case 103:
    case 71:
    case 110:
    case 37:
      return formatDoubleBy(value, f, locale);
    default:
      throw unknownFormatCode(f.type, typeName);
  }
}

function checkPrecision(f: FormatSpec): void {
  if (f.precision > MAX_PRECISION) throw valueError("precision too big");
}

function formatDoubleBy(value: number, f: FormatSpec, locale: NumericLocale): Text {
  checkPrecision(f);
  let flags = (f.alternate ? DTSF_ALT : 0) | (f.noNegZero ? DTSF_NO_NEG_0 : 0);
  let code: string;
  let precision = 6;
  let percent = "";
  if (f.type === 0) {
    flags |= DTSF_ADD_DOT_0;
    code = "r";
    precision = 0;
  } else if (f.type === 110) code = "g";
  else if (f.type === 37) {
    code = "f";
    value *= 100;
    percent = "%";
  } else code = String.fromCharCode(f.type);
  if (f.precision >= 0) {
    precision = f.precision;
    if (code === "r") code = "g";
  }
  const text = code === "r" && flags === DTSF_ADD_DOT_0 ? doubleRepr(value) : doubleToText(value, code, precision, flags);
  // The common case: nothing but a precision was asked for.
  if (f.width < 0 && f.thousands === 0 && f.sign === 0 && f.fractionThousands === 0 && f.type !== 110) return text + percent;
  return layOutFloat(text + percent, f, f.type === 110 ? locale : undefined);
}

/** Splits "-12.5e+10%" into its parts and lays them out. */
function layOutFloat(text: string, f: FormatSpec, locale: NumericLocale | undefined): Text {
  const negative = text.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  let pos = start;
  while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
  const digits = text.slice(start, pos);
  const hasDecimal = text.charCodeAt(pos) === DOT;
  if (!hasDecimal) return layOutNumber(negative, "", digits, false, "", text.slice(pos), f, locale);
  const fractionStart = ++pos;
  while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
  return layOutNumber(negative, "", digits, true, text.slice(fractionStart, pos), text.slice(pos), f, locale);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** <left padding> <sign> <prefix> <inner padding> <grouped digits> <point> <fraction> <rest> <right padding> */
function layOutNumber(
  negative: boolean,
  prefix: string,
  digits: string,
  hasDecimal: boolean,
  fraction: string,
  rest: string,
  f: FormatSpec,
  locale: NumericLocale | undefined,
): Text {
  const sign = negative ? "-" : f.sign === PLUS ? "+" : f.sign === SPACE ? " " : "";
  const point = hasDecimal ? (locale === undefined ? "." : locale.decimalPoint) : "";
  if (f.fractionThousands !== 0) fraction = groupForward(fraction, String.fromCharCode(f.fractionThousands));
  const head = sign + prefix;
  const tail = point + fraction + rest;
  const fixed = head.length + tail.length;
  checkTextLength(f.width);
  const minWidth = f.fill === ZERO && f.align === EQUALS ? f.width - fixed : 0;
  let separator = "";
  let grouping: readonly number[] = NO_GROUPING;
  if (locale !== undefined) {
    separator = locale.thousandsSep;
    grouping = locale.grouping;
  } else if (f.thousands !== 0) {
    separator = f.thousands === COMMA ? "," : "_";
    const type = f.type;
    grouping = f.thousands === UNDERSCORE && (type === 98 || type === 111 || type === 120 || type === 88) ? GROUP_BY_FOUR : GROUP_BY_THREE;
  }
  const grouped = digits === "" ? "" : groupDigits(digits, minWidth, grouping, separator);
  const room = f.width - fixed - grouped.length;
  if (room <= 0) return head + grouped + tail;
  if (f.align === EQUALS) return textConcat(textPad(head, 0, room, f.fill), grouped + tail);
  return padText(head + grouped + tail, f.width, f.align, f.fill);
}

const NO_GROUPING: readonly number[] = [];
const GROUP_BY_THREE: readonly number[] = [3];
const GROUP_BY_FOUR: readonly number[] = [4];

/** Separators from the right, zeros on the left up to minWidth characters; never starts with a separator. */
function groupDigits(digits: string, minWidth: number, grouping: readonly number[], separator: string): string {
  let remaining = digits.length;
  if (grouping.length === 0) return remaining < minWidth ? digits.padStart(minWidth, "0") : digits;
  let out = "";
  let index = 0;
  let size = 0;
  for (;;) {
    if (index < grouping.length) {
      if (grouping[index] !== 0) size = grouping[index]!;
      index++;
    }
    const unlimited = size >= 127;
    const wanted = Math.max(remaining, minWidth, 1);
    const l = unlimited ? wanted : Math.min(size, wanted);
    const take = Math.max(0, Math.min(remaining, l));
    const group = digits.slice(remaining - take, remaining).padStart(l, "0");
    out = out === "" ? group : group + separator + out;
    remaining -= take;
    minWidth -= l;
    if (remaining <= 0 && minWidth <= 0) return out;
    minWidth -= separator.length;
  }
}

/** Separators from the left, for digits after the point. */
function groupForward(digits: string, separator: string): string {
  let out = digits.slice(0, 3);
  for (let i = 3; i < digits.length; i += 3) out += separator + digits.slice(i, i + 3);
  return out;
}

/** complex.__format__; the spec is not empty. Raises ValueError. */
export function formatComplex(real: number, imag: number, spec: Text, locale: NumericLocale = C_LOCALE, typeName = "complex"): Text {
  const f = parseFormatSpec(spec, 0, GREATER, typeName);
  switch (f.type) {
    case 0:
    case 101:
    case 69:
    case 102:
    case 70:
    case 103:
    case 71:
    case 110:
      break;
    default:
      throw unknownFormatCode(f.type, typeName);
  }
  checkPrecision(f);
  if (f.fill === ZERO) throw valueError("Zero padding is not allowed in complex format specifier");
  if (f.align === EQUALS) throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const flags = (f.alternate ? DTSF_ALT : 0) | (f.noNegZero ? DTSF_NO_NEG_0 : 0);
  let code = f.type === 0 ? "r" : f.type === 110 ? "g" : String.fromCharCode(f.type);
  let precision = f.type === 0 ? 0 : 6;
  if (f.precision >= 0) {
    precision = f.precision;
    if (code === "r") code = "g";
  }
  const skipReal = f.type === 0 && real === 0 && !isNegative(real);
  const parens = f.type === 0 && !skipReal;
  const part: FormatSpec = { ...f, fill: 0, align: LESS, width: -1 };
  const n = f.type === 110 ? locale : undefined;
  const re = skipReal ? "" : layOutFloat(doubleToText(real, code, precision, flags), part, n);
  // With a real part before it the imaginary one always shows its sign.
  if (!skipReal) part.sign = PLUS;
  const im = layOutFloat(doubleToText(imag, code, precision, flags), part, n);
  const body = `${re as string}${im as string}j`;
  return padText(parens ? `(${body})` : body, f.width, f.align, f.fill);
}
