// Methods of float over base/float-format.ts. Mirrors Objects/floatobject.c. See docs/types.md.
import { doubleAsIntegerRatio, doubleFromHex, doubleHex, doubleToInt, parseDouble, roundDouble, roundToInt } from "../base/float-format.ts";
import { formatDouble } from "../base/format-spec.ts";
import { type Text, textIsAscii, textLength, textToHost } from "../base/text.ts";
import { call } from "../core/call.ts";
import { asDouble, asIndex, str } from "../core/convert.ts";
import { classMethod, method } from "../core/define.ts";
import { typeError, valueError } from "../core/errors.ts";
import { type Leaf, type PyFloat, TPFLAGS_LONG_SUBCLASS, type TypeRec, type Value } from "../core/object.ts";
import { checked } from "../core/python-error.ts";
import { typeName, typeOf } from "../core/type.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import { FloatType, floatValue, isFloat, newFloat } from "./float.ts";
import { newInt } from "./int/int-object.ts";
import { numberSource } from "./int/int-text.ts";
import { None } from "./none.ts";
import { isStr, newStr, newText, strText, textOf } from "./str/str-object.ts";
import { StrType } from "./str/str.ts";
import { newTuple } from "./tuple.ts";

const shown = (v: Value): string => (v === None ? "None" : typeName(v));

/** What JavaScript reads as Python does. */
const PLAIN_DECIMAL = /^[+-]?[0-9]{1,30}(?:\.[0-9]{0,30})?(?:[eE][+-]?[0-9]{1,3})?$/;

/** float(x). */
export function floatFrom(vm: Vm, x: Value): number {
  if (typeof x === "number") return x;
  if (x.type === StrType) {
    const text = (x as Leaf).data as Text;
    if (typeof text === "string" && PLAIN_DECIMAL.test(text)) return Number(text);
  }
  if (!isStr(x)) {
    const type = x.type;
    if (isFloat(x) || type.nb_float !== undefined || type.nb_index !== undefined || (type.flags & TPFLAGS_LONG_SUBCLASS) !== 0) return asDouble(vm, x);
  }
  const source = numberSource(vm, x);
  if (source === undefined) throw typeError(vm, `float() argument must be a string or a real number, not '${typeName(x)}'`);
  const value = parseDouble(source.text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, ""));
  if (value === undefined) throw valueError(vm, `could not convert string to float: ${source.literal()}`);
  return value;
}

/** The value as an exact float. */
export function exact(_vm: Vm, self: Value): Value {
  return (self as PyFloat).type === FloatType ? self : newFloat(floatValue(self));
}

/** int(float). */
export function float_trunc(vm: Vm, self: Value): Value {
  return newInt(checked(vm, () => doubleToInt(floatValue(self))));
}

const made = (vm: Vm, type: TypeRec, value: Value): Value => (type === FloatType ? value : call(vm, type.obj, [value]));

function float_from_number(vm: Vm, type: TypeRec, number: Value): Value {
  if (typeof number !== "number" && number.type === FloatType && type === FloatType) return number;
  return made(vm, type, newFloat(asDouble(vm, number)));
}

function float_round(vm: Vm, self: Value, ndigits?: Value): Value {
  const v = floatValue(self);
  if (ndigits === undefined || ndigits === None) return newInt(checked(vm, () => roundToInt(v)));
  const places = asIndex(vm, ndigits);
  return newFloat(checked(vm, () => roundDouble(v, places)));
}

function float_as_integer_ratio(vm: Vm, self: Value): Value {
  const [numerator, denominator] = checked(vm, () => doubleAsIntegerRatio(floatValue(self)));
  return newTuple(vm, [newInt(numerator), newInt(denominator)]);
}

function float_fromhex(vm: Vm, type: TypeRec, string: Value): Value {
  if (!isStr(string)) throw typeError(vm, "bad argument type for built-in operation");
  const text = strText(string);
  const v = checked(vm, () => doubleFromHex(textIsAscii(text) ? (text as string) : "?" + textToHost(text)));
  return made(vm, type, newFloat(v));
}

function float_getformat(vm: Vm, _type: TypeRec, typestr: Value): Value {
  if (!isStr(typestr)) throw typeError(vm, `__getformat__() argument must be str, not ${shown(typestr)}`);
  const name = textOf(typestr);
  if (name !== "double" && name !== "float") throw valueError(vm, "__getformat__() argument 1 must be 'double' or 'float'");
  return newStr("IEEE, little-endian");
}

function float_format(vm: Vm, self: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(vm, `__format__() argument must be str, not ${shown(spec)}`);
  if (textLength(strText(spec)) === 0) return str(vm, self);
  return newText(checked(vm, () => formatDouble(floatValue(self), strText(spec), undefined, typeOf(self).name)));
}

export const floatMethods = {
  from_number: classMethod("($type, number, /)", "Convert real number to a floating-point number.", float_from_number),
  conjugate: method("($self, /)", "Return self, the complex conjugate of any float.", exact),
  __trunc__: method("($self, /)", "Return the Integral closest to x between 0 and x.", float_trunc),
  __floor__: method("($self, /)", "Return the floor as an Integral.", (vm: Vm, self: Value) => newInt(checked(vm, () => doubleToInt(Math.floor(floatValue(self)))))),
  __ceil__: method("($self, /)", "Return the ceiling as an Integral.", (vm: Vm, self: Value) => newInt(checked(vm, () => doubleToInt(Math.ceil(floatValue(self)))))),
  __round__: method("($self, ndigits=None, /)", "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).", float_round),
  as_integer_ratio: method("($self, /)", "Return a pair of integers, whose ratio is exactly equal to the original float.\n\nThe ratio is in lowest terms and has a positive denominator.  Raise\nOverflowError on infinities and a ValueError on NaNs.\n\n>>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (0.0).as_integer_ratio()\n(0, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)", float_as_integer_ratio),
  fromhex: classMethod("($type, string, /)", "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324", float_fromhex),
  hex: method("($self, /)", "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'", (_vm: Vm, self: Value) => newStr(doubleHex(floatValue(self)))),
  is_integer: method("($self, /)", "Return True if the float is an integer.", (_vm: Vm, self: Value) => newBool(Number.isInteger(floatValue(self)))),
  __getnewargs__: method("($self, /)", null, (vm: Vm, self: Value) => newTuple(vm, [newFloat(floatValue(self))])),
  __getformat__: classMethod("($type, typestr, /)", "You probably don't want to use this function.\n\n  typestr\n    Must be 'double' or 'float'.\n\nIt exists mainly to be used in Python's test suite.\n\nThis function returns whichever of 'unknown', 'IEEE, big-endian' or\n'IEEE, little-endian' best describes the format of floating-point\nnumbers used by the C type named by typestr.", float_getformat),
  __format__: method("($self, format_spec, /)", "Formats the float according to format_spec.", float_format),
};
