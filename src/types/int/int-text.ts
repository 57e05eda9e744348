// int <-> text, with the digit limit of sys.set_int_max_str_digits. Mirrors Objects/longobject.c; the algorithms are in base/int-text.ts.
// See docs/types.md.
import { intToText as toText, invalidIntLiteral, parseIntText as parse } from "../../base/int-text.ts";
import { asciiNumberText } from "../../base/text-case.ts";
import { bytesRepr } from "../../base/repr.ts";
import { reprText } from "../../core/convert.ts";
import { fail } from "../../core/errors.ts";
import { checked, fromPythonError } from "../../core/python-error.ts";
import type { Leaf, PyError, Value } from "../../core/object.ts";
import type { Text } from "../../base/text.ts";
import type { Vm } from "../../vm/vm.ts";
import { asBytesLike, hasBuffer } from "../buffer.ts";
import { isStr, strText } from "../str/str-object.ts";
import { StrType } from "../str/str.ts";
import { newInt } from "./int-object.ts";

/** Decimal text; raises ValueError past the digit limit. */
export function intToText(vm: Vm, n: number | bigint): string {
  if (typeof n === "number") return String(n);
  return checked(vm, () => toText(n, vm.intMaxStrDigits));
}

/** The value of an exact str of up to 15 decimal digits, with a sign or without; NaN for any other object. */
export function shortDecimal(v: Value): number {
  if (typeof v === "number" || v.type !== StrType) return NaN;
  const text = (v as Leaf).data as Text;
  if (typeof text !== "string" || text.length > 15 || text.length === 0) return NaN;
  let i = 0;
  const sign = text.charCodeAt(0);
  if (sign === 45 || sign === 43) {
    if (text.length === 1) return NaN;
    i = 1;
  }
  let value = 0;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return sign === 45 ? 0 - value : value;
}

/** A text argument of int() or float(): what to parse, and its repr for messages. */
export interface NumberSource {
  readonly text: string;
  readonly literal: () => string;
}

/** The text of a str or bytes-like argument; undefined for other types. */
export function numberSource(vm: Vm, v: Value): NumberSource | undefined {
  if (isStr(v)) return { text: asciiNumberText(strText(v)), literal: () => reprText(vm, v) };
  if (typeof v === "number" || !hasBuffer(v)) return undefined;
  const bytes = asBytesLike(vm, v);
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += bytes[i]! < 128 ? String.fromCharCode(bytes[i]!) : "?";
  return { text, literal: () => bytesRepr(bytes) };
}

/** int(text, base); a base of 2 to 36, or 0. */
export function parseIntText(vm: Vm, source: NumberSource, base: number): Value {
  const value = checked(vm, () => parse(source.text, base, vm.intMaxStrDigits));
  if (value === undefined) throw fromPythonError(vm, invalidIntLiteral(base, cut(source.literal())));
  return newInt(value);
}

/** int(x) of an exact str: undefined, with vm.failure set, where it is no int. */
export function intOfText(vm: Vm, x: Value): Value | undefined {
  const source = numberSource(vm, x)!;
  const value = checked(vm, () => parse(source.text, 10, vm.intMaxStrDigits));
  return value === undefined ? fail(vm, fromPythonError(vm, invalidIntLiteral(10, cut(source.literal()))) as PyError) : newInt(value);
}

/** Messages show 200 characters of a literal. */
function cut(literal: string): string {
  return literal.length > 200 ? Array.from(literal).slice(0, 200).join("") : literal;
}
