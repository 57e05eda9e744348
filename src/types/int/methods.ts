// Methods of int over base/int-math.ts. Mirrors Objects/longobject.c. See docs/types.md.
import { formatInt } from "../../base/format-spec.ts";
import { intBitCount, intBitLength, intFromBytes, intMul, intPow, intSub, intToBytes, intDivmod, intIsOdd, intNeg, intAdd, type Int } from "../../base/int-math.ts";
import { textLength } from "../../base/text.ts";
import { call, lookupSpecial } from "../../core/call.ts";
import { asIndex, asSsizeArgument, str } from "../../core/convert.ts";
import { classMethod, method } from "../../core/define.ts";
import { typeError, valueError } from "../../core/errors.ts";
import { truth } from "../../core/number.ts";
import type { TypeRec, Value } from "../../core/object.ts";
import { checked } from "../../core/python-error.ts";
import { typeName } from "../../core/type.ts";
import type { Vm } from "../../vm/vm.ts";
import { True } from "../bool.ts";
import { isBytes, newBytes } from "../bytes.ts";
import { bytesFromObject } from "../bytes-convert.ts";
import { None } from "../none.ts";
import { isStr, newText, strText, textOf } from "../str/str-object.ts";
import { newTuple } from "../tuple.ts";
import { IntType } from "./int.ts";
import { intValue, newInt } from "./int-object.ts";

const exact = (_vm: Vm, self: Value): Value => newInt(intValue(self));
const shown = (v: Value): string => (v === None ? "None" : typeName(v));

function int_bit_length(_vm: Vm, self: Value): Value {
  return intBitLength(intValue(self));
}

function int_bit_count(_vm: Vm, self: Value): Value {
  return intBitCount(intValue(self));
}

/** Is the `byteorder` argument "little"? */
function isLittle(vm: Vm, v: Value | undefined, name: string): boolean {
  if (v === undefined) return false;
  if (!isStr(v)) throw typeError(vm, `${name}() argument 'byteorder' must be str, not ${shown(v)}`);
  const text = textOf(v);
  if (text !== "little" && text !== "big") throw valueError(vm, "byteorder must be either 'little' or 'big'");
  return text === "little";
}

function int_to_bytes(vm: Vm, self: Value, length?: Value, byteorder?: Value, signed?: Value): Value {
  const count = length === undefined ? 1 : asSsizeArgument(vm, length);
  if (byteorder !== undefined && !isStr(byteorder)) throw typeError(vm, `to_bytes() argument 'byteorder' must be str, not ${shown(byteorder)}`);
  const isSigned = signed !== undefined && truth(vm, signed);
  const little = isLittle(vm, byteorder, "to_bytes");
  if (count < 0) throw valueError(vm, "length argument must be non-negative");
  return newBytes(checked(vm, () => intToBytes(intValue(self), count, little, isSigned)));
}

function int_from_bytes(vm: Vm, type: TypeRec, bytes: Value, byteorder?: Value, signed?: Value): Value {
  if (byteorder !== undefined && !isStr(byteorder)) throw typeError(vm, `from_bytes() argument 'byteorder' must be str, not ${shown(byteorder)}`);
  const isSigned = signed !== undefined && truth(vm, signed);
  const little = isLittle(vm, byteorder, "from_bytes");
  const value = newInt(intFromBytes(objectBytes(vm, bytes), little, isSigned));
  return type === IntType ? value : call(vm, type.obj, [value]);
}

/** PyObject_Bytes: __bytes__, the buffer, or an iterable of ints. */
function objectBytes(vm: Vm, v: Value): Uint8Array {
  if (typeof v !== "number" && !isBytes(v)) {
    const special = lookupSpecial(vm, v, "__bytes__");
    if (special !== undefined) {
      const answer = call(vm, special, []);
      if (!isBytes(answer)) throw typeError(vm, `__bytes__ returned non-bytes (type ${typeName(answer)})`);
      return answer.data as Uint8Array;
    }
  }
  return isBytes(v) ? (v.data as Uint8Array) : bytesFromObject(vm, v, "bytes", "bytes must be in range(0, 256)");
}

function int_round(vm: Vm, self: Value, ndigits?: Value): Value {
  if (ndigits === undefined || ndigits === None) return exact(vm, self);
  const places = asIndex(vm, ndigits);
  if (places >= 0) return exact(vm, self);
  return newInt(checked(vm, () => roundTo(intValue(self), intPow(10, intNeg(places)))));
}

/** The multiple of `unit` nearest to n, ties to the even multiple. */
function roundTo(n: Int, unit: Int): Int {
  const [quotient, rest] = intDivmod(n, unit);
  const twice = intMul(rest, 2);
  const up = twice > unit || (twice === unit && intIsOdd(quotient));
  const down = intSub(n, rest);
  return up ? intAdd(down, unit) : down;
}

function int_format(vm: Vm, self: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(vm, `__format__() argument must be str, not ${shown(spec)}`);
  if (textLength(strText(spec)) === 0) return str(vm, self);
  return newText(checked(vm, () => formatInt(intValue(self), strText(spec), vm.intMaxStrDigits, undefined, typeName(self))));
}

/** 24 bytes and four for every 30 bits. */
function int_sizeof(_vm: Vm, self: Value): Value {
  return 24 + 4 * Math.max(1, Math.ceil(intBitLength(intValue(self)) / 30));
}

export const intMethods = {
  conjugate: method("($self, /)", "Returns self, the complex conjugate of any int.", exact),
  bit_length: method("($self, /)", "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6", int_bit_length),
  bit_count: method("($self, /)", "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3", int_bit_count),
  to_bytes: method("($self, /, length=1, byteorder='big', *, signed=False)", "Return an array of bytes representing an integer.\n\n  length\n    Length of bytes object to use.  An OverflowError is raised if\n    the integer is not representable with the given number of bytes.\n    Default is length 1.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is\n    'big', the most significant byte is at the beginning of the byte\n    array.  If byteorder is 'little', the most significant byte is at\n    the end of the byte array.  To request the native byte order of\n    the host system, use sys.byteorder as the byte order value.\n    Default is to use 'big'.\n  signed\n    Determines whether two's complement is used to represent the\n    integer.  If signed is False and a negative integer is given,\n    an OverflowError is raised.", int_to_bytes),
  from_bytes: classMethod("($type, /, bytes, byteorder='big', *, signed=False)", "Return the integer represented by the given array of bytes.\n\n  bytes\n    Holds the array of bytes to convert.  The argument must either\n    support the buffer protocol or be an iterable object producing\n    bytes.  Bytes and bytearray are examples of built-in objects that\n    support the buffer protocol.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is\n    'big', the most significant byte is at the beginning of the byte\n    array.  If byteorder is 'little', the most significant byte is at\n    the end of the byte array.  To request the native byte order of\n    the host system, use sys.byteorder as the byte order value.\n    Default is to use 'big'.\n  signed\n    Indicates whether two's complement is used to represent the\n    integer.", int_from_bytes),
  as_integer_ratio: method("($self, /)", "Return a pair of integers, whose ratio is equal to the original int.\n\nThe ratio is in lowest terms and has a positive denominator.\n\n>>> (10).as_integer_ratio()\n(10, 1)\n>>> (-10).as_integer_ratio()\n(-10, 1)\n>>> (0).as_integer_ratio()\n(0, 1)", (vm: Vm, self: Value) => newTuple(vm, [exact(vm, self), 1])),
  __trunc__: method("($self, /)", "Truncating an Integral returns itself.", exact),
  __floor__: method("($self, /)", "Flooring an Integral returns itself.", exact),
  __ceil__: method("($self, /)", "Ceiling of an Integral returns itself.", exact),
  __round__: method("($self, ndigits=None, /)", "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.", int_round),
  __getnewargs__: method("($self, /)", null, (vm: Vm, self: Value) => newTuple(vm, [exact(vm, self)])),
  __format__: method("($self, format_spec, /)", "Convert to a string according to format_spec.", int_format),
  __sizeof__: method("($self, /)", "Returns size in memory, in bytes.", int_sizeof),
  is_integer: method("($self, /)", "Returns True. Exists for duck type compatibility with float.is_integer.", () => True),
};
