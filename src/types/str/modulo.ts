// str % values. Mirrors Objects/unicode_format.c; the grammar and the number formatting are in base/percent-format.ts. See docs/types.md.
import {
  findPercent,
  FROM_ARGUMENT,
  isEscapedPercent,
  percentDouble,
  type PercentItem,
  percentInt,
  percentText,
  readPercentItem,
  unsupportedCharacter,
} from "../../base/percent-format.ts";
import { type Text, textAt, textFromPoint, textJoin, textLength, textSlice } from "../../base/text.ts";
import { asciiText, asDouble, asIndex, indexOf, repr, str } from "../../core/convert.ts";
import { dropError, matches, overflowError, typeError, valueError } from "../../core/errors.ts";
import { getItem } from "../../core/number.ts";
import { type PyStr, TPFLAGS_LONG_SUBCLASS, type Value } from "../../core/object.ts";
import { checked } from "../../core/python-error.ts";
import { typeName, typeOf } from "../../core/type.ts";
import { fullTypeName } from "../../core/type-names.ts";
import { closeScope, hold } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import * as exc from "../exceptions.ts";
import { intValue, isBigOrInt } from "../int/int-object.ts";
import { intFrom } from "../int/int.ts";
import { isTuple } from "../tuple.ts";
import { isExactStr, isStr, newText, strText } from "./str-object.ts";

/** Where values come from: a tuple, one value, or a mapping. */
class Arguments {
  items: readonly Value[];
  next = 0;
  readonly mapping: Value | undefined;
  constructor(values: Value) {
    this.items = isTuple(values) ? (values.data as Value[]) : [values];
    this.mapping = !isTuple(values) && !isStr(values) && typeOf(values).mp_subscript !== undefined ? values : undefined;
  }
  /** A looked-up value is from now on the only argument. */
  setOnly(v: Value): void {
    this.items = [v];
    this.next = 0;
  }
  take(vm: Vm): Value {
    if (this.next >= this.items.length) throw typeError(vm, "not enough arguments for format string");
    return this.items[this.next++]!;
  }
}

/** format % values. */
export function strModulo(vm: Vm, format: PyStr, values: Value): Value {
  const source = strText(format);
  const args = new Arguments(values);
  const parts: Text[] = [];
  const n = textLength(source);
  // Text that is nothing but one argument is that argument, as it is.
  let only: Value | undefined;
  for (let pos = 0; pos < n; ) {
    const at = findPercent(source, pos);
    if (at > pos) parts.push(textSlice(source, pos, at));
    if (at >= n) break;
    if (isEscapedPercent(source, at + 1)) {
      parts.push("%");
      pos = at + 2;
      continue;
    }
    const mark = vm.scopeCount;
    const item = readPercentItem(source, at + 1);
    if (item.keyStart >= 0) {
      if (args.mapping === undefined) throw typeError(vm, "format requires a mapping");
      if (item.error === "incomplete format key") throw valueError(vm, item.error);
      args.setOnly(hold(vm, getItem(vm, args.mapping, newText(textSlice(source, item.keyStart, item.keyEnd)))));
    }
    const width = item.width === FROM_ARGUMENT ? starArgument(vm, args, false) : item.width;
    let { flags } = item;
    if (item.width === FROM_ARGUMENT && width < 0) flags |= 1;
    const precision = item.precision === FROM_ARGUMENT ? Math.max(0, starArgument(vm, args, true)) : item.precision;
    if (item.error !== undefined) throw valueError(vm, item.error);
    const value = args.take(vm);
    if (item.conversion === 37) throw valueError(vm, unsupportedCharacter(37, item.index));
    parts.push(convert(vm, item, value, flags, Math.abs(width), precision, item.width === -1));
    if (parts.length === 1 && item.conversion === 115 && item.keyStart < 0 && isExactStr(value) && strText(value) === parts[0]) only = value;
    closeScope(vm, mark);
    pos = item.next;
  }
  if (args.next < args.items.length && args.mapping === undefined) throw typeError(vm, "not all arguments converted during string formatting");
  if (parts.length === 1) {
    if (only !== undefined) return hold(vm, only);
    if (parts[0] === source && isExactStr(format)) return format;
  }
  return newText(checked(vm, () => textJoin("", parts)));
}

/** The value of a `*`. */
function starArgument(vm: Vm, args: Arguments, small: boolean): number {
  const v = args.take(vm);
  if (!isBigOrInt(v)) throw typeError(vm, "* wants int");
  const n = intValue(v);
  if (small ? n > 2147483647 || n < -2147483648 : n > 9223372036854775807n || n < -9223372036854775808n) {
    throw overflowError(vm, `Python int too large to convert to C ${small ? "int" : "ssize_t"}`);
  }
  return Number(n);
}

function convert(vm: Vm, item: PercentItem, value: Value, flags: number, width: number, precision: number, noWidth: boolean): Text {
  const columns = noWidth ? -1 : width;
  const c = String.fromCharCode(item.conversion);
  switch (c) {
    case "s":
      return percentText(strText(str(vm, value)), flags, columns, precision);
    case "r":
      return percentText(strText(repr(vm, value)), flags, columns, precision);
    case "a":
      return percentText(asciiText(vm, value), flags, columns, precision);
    case "c":
      return percentText(oneCharacter(vm, value), flags, columns, -1);
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X": {
      const n = intArgument(vm, value, c);
      return checked(vm, () => percentInt(n, item.conversion, flags, columns, precision, vm.intMaxStrDigits));
    }
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G": {
      const d = asDouble(vm, value);
      return checked(vm, () => percentDouble(d, item.conversion, flags, columns, precision));
    }
    default:
      throw valueError(vm, unsupportedCharacter(item.conversion, item.index));
  }
}

function oneCharacter(vm: Vm, v: Value): Text {
  if (isStr(v)) {
    const text = strText(v);
    if (textLength(text) !== 1) throw typeError(vm, `%c requires an int or a unicode character, not a string of length ${textLength(text)}`);
    return textFromPoint(textAt(text, 0));
  }
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, `%c requires an int or a unicode character, not ${fullTypeName(v)}`);
  const n = asIndex(vm, v);
  if (n < 0 || n > 0x10ffff) throw overflowError(vm, "%c arg not in range(0x110000)");
  return textFromPoint(n as number);
}

function intArgument(vm: Vm, v: Value, c: string): number | bigint {
  const type = typeOf(v);
  if ((type.flags & TPFLAGS_LONG_SUBCLASS) !== 0) return intValue(v);
  const whole = c === "o" || c === "x" || c === "X";
  if (type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined) {
    try {
      return intValue(whole ? indexOf(vm, v) : intFrom(vm, v, undefined));
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
    }
  }
  throw typeError(vm, `%${c} format: ${whole ? "an integer" : "a real number"} is required, not ${typeName(v)}`);
}
