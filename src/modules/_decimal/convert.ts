// Decimals from Python's values and back. Mirrors the conversions of Modules/_decimal/_decimal.c. See docs/modules.md.
import {
  adjusted,
  CONVERSION_SYNTAX,
  type Dec,
  digitCount,
  finalize,
  finite,
  FINITE,
  FLOAT_OPERATION,
  infinity,
  INVALID_OPERATION,
  isNan,
  MAX_EMAX,
  MIN_ETINY,
  NAN,
  QNAN,
  ROUNDINGS,
  SNAN,
} from "../../base/decimal/number.ts";
import { decimalText, parseDecimal } from "../../base/decimal/text.ts";
import { decimalValue } from "../../base/text-properties.ts";
import {
  call,
  type Container,
  floatValue,
  intValue,
  isBigOrInt,
  isFloat,
  isList,
  isStr,
  isSubtype,
  isTuple,
  Leaf,
  newSubclassInstance,
  overflowError,
  textOf,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
} from "../../core/api.ts";
import { type ContextData, operate } from "./state.ts";
import { DecimalType } from "./decimal.ts";

export const isDecimal = (v: Value): v is Leaf | Container => typeof v !== "number" && isSubtype(v.type, DecimalType);
export const decOf = (v: Value): Dec => (v as Leaf).data as Dec;

export function newDecimal(d: Dec): Leaf {
  return new Leaf(DecimalType, d, null);
}

/** The same number as an instance of `type`. */
export function decimalOfType(vm: Vm, type: TypeRec, d: Dec): Value {
  return type === DecimalType ? newDecimal(d) : newSubclassInstance(vm, type, d);
}

export function decOfInt(n: number | bigint): Dec {
  return n < 0 ? finite(1, -BigInt(n), 0) : finite(0, BigInt(n), 0);
}

/** A Decimal or an int; undefined for others. */
export function operand(v: Value): Dec | undefined {
  if (typeof v === "number") return decOfInt(v);
  if (v.type === DecimalType || isSubtype(v.type, DecimalType)) return decOf(v);
  return isBigOrInt(v) ? decOfInt(intValue(v)) : undefined;
}

export function unsupported(vm: Vm, v: Value): Error {
  throw typeError(vm, `conversion from ${typeName(v)} to Decimal is not supported`);
}

/** The same with a TypeError for others. */
export function asOperand(vm: Vm, v: Value): Dec {
  const d = operand(v);
  if (d === undefined) throw unsupported(vm, v);
  return d;
}

/** The exact value of a double. */
export function decOfDouble(v: number): Dec {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, v);
  const high = view.getUint32(0);
  const sign: 0 | 1 = high >>> 31 === 1 ? 1 : 0;
  if (Number.isNaN(v)) return { ...NAN, sign };
  if (!Number.isFinite(v)) return infinity(sign);
  const biased = (high >>> 20) & 0x7ff;
  let mantissa = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  if (biased > 0) mantissa |= 1n << 52n;
  let exponent = (biased === 0 ? 1 : biased) - 1075;
  while (exponent < 0 && mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (mantissa === 0n) return finite(sign, 0n, 0);
  if (exponent >= 0) return finite(sign, mantissa << BigInt(exponent), 0);
  return finite(sign, mantissa * 5n ** BigInt(-exponent), exponent);
}

/** Digits of every script as ASCII; other characters outside ASCII make the text wrong. */
function asciiNumber(text: string, tolerant: boolean): string {
  let s = text;
  // oxlint-disable-next-line no-control-regex -- what str.strip() takes for spaces
  if (tolerant) s = s.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu, "").replaceAll("_", "");
  if (/^[\x20-\x7e]*$/.test(s)) return s;
  let out = "";
  for (const ch of s) {
    const point = ch.codePointAt(0)!;
    const digit = point < 128 ? -1 : decimalValue(point);
    out += digit >= 0 ? String(digit) : point < 128 ? ch : "?";
  }
  return out;
}

/** A text as a number: exactly, or rounded to the context. */
export function decOfText(vm: Vm, text: string, c: ContextData, exact: boolean): Dec {
  const parsed = parseDecimal(asciiNumber(text, exact));
  return operate(vm, c, (work) => {
    if (parsed === undefined) {
      work.status |= CONVERSION_SYNTAX;
      return NAN;
    }
    if (exact) return checkExact(work, parsed);
    if (isNan(parsed) && parsed.coeff !== 0n && digitCount(parsed.coeff) > work.prec - work.clamp) {
      work.status |= CONVERSION_SYNTAX;
      return NAN;
    }
    return finalize(work, parsed);
  });
}

/** Numbers that no context could hold are wrong. */
function checkExact(c: ContextData, d: Dec): Dec {
  if (d.kind === FINITE && ((d.coeff === 0n ? d.exp : adjusted(d)) > MAX_EMAX || d.exp < MIN_ETINY)) {
    c.status |= INVALID_OPERATION;
    return NAN;
  }
  return d;
}

/** (sign, digits, exponent) as a text, which the usual conversion reads. */
function tupleText(vm: Vm, parts: readonly Value[]): string {
  const wrongLength = "argument must be a sequence of length 3";
  if (parts.length !== 3) throw valueError(vm, wrongLength);
  const [sign, digits, exponent] = parts as [Value, Value, Value];
  if (!isBigOrInt(sign)) throw valueError(vm, "sign must be an integer with the value 0 or 1");
  const s = intValue(sign);
  if (s !== 0 && s !== 1) throw valueError(vm, "sign must be an integer with the value 0 or 1");
  let special = "";
  let exp: number | bigint = 0;
  if (isStr(exponent)) {
    const text = textOf(exponent);
    if (text === "F") special = "Inf";
    else if (text === "n") special = "NaN";
    else if (text === "N") special = "sNaN";
    else throw valueError(vm, "string argument in the third position must be 'F', 'n' or 'N'");
  } else {
    if (!isBigOrInt(exponent)) throw valueError(vm, "exponent must be an integer");
    exp = intValue(exponent);
    if (typeof exp === "bigint" && BigInt.asIntN(64, exp) !== exp) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  }
  if (!isTuple(digits) && !isList(digits)) throw valueError(vm, "coefficient must be a tuple of digits");
  let text = "";
  for (const digit of digits.data as Value[]) {
    const n = isBigOrInt(digit) ? intValue(digit) : -1;
    if (n < 0 || n > 9) throw valueError(vm, "coefficient must be a tuple of digits");
    text += String(n);
  }
  const minus = s === 1 ? "-" : "";
  if (special === "Inf") return `${minus}Inf`;
  if (special !== "") return minus + special + text;
  return `${minus}${text === "" ? "0" : text}e${exp}`;
}

/** What Decimal(v) and create_decimal(v) make of a value. */
export function decOfValue(vm: Vm, v: Value, c: ContextData, exact: boolean): Dec {
  const fix = (d: Dec): Dec => (exact ? d : operate(vm, c, (work) => finalizeConverted(work, d)));
  const known = operand(v);
  if (known !== undefined) return fix(known);
  if (isStr(v)) return decOfText(vm, textOf(v), c, exact);
  if (isTuple(v) || isList(v)) {
    const text = tupleText(vm, v.data as Value[]);
    return decOfText(vm, text, c, exact);
  }
  if (isFloat(v)) {
    operate(vm, c, (work) => {
      work.status |= FLOAT_OPERATION;
    });
    return fix(decOfDouble(floatValue(v)));
  }
  throw unsupported(vm, v);
}

function finalizeConverted(c: ContextData, d: Dec): Dec {
  if ((d.kind === QNAN || d.kind === SNAN) && d.coeff !== 0n && digitCount(d.coeff) > c.prec - c.clamp) {
    c.status |= CONVERSION_SYNTAX;
    return NAN;
  }
  return finalize(c, d);
}

export function toText(d: Dec, c: ContextData): string {
  return decimalText(d, false, c.capitals);
}

/** The number of a rounding's name. */
export function asRounding(vm: Vm, v: Value): number {
  const i = isStr(v) ? ROUNDINGS.indexOf(textOf(v) as (typeof ROUNDINGS)[number]) : -1;
  if (i < 0) {
    throw typeError(vm, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
  }
  return i;
}

/** cls(decimal) where cls is a subclass. */
export function asClass(vm: Vm, type: TypeRec, d: Dec): Value {
  return type === DecimalType ? newDecimal(d) : call(vm, type.obj, [newDecimal(d)]);
}

