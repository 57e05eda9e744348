// int: arithmetic, comparison, text. Mirrors Objects/longobject.c. See docs/types.md.
import { nearestName } from "../../base/suggest.ts";
import { intBitLength, intPow, intPowMod, intTrueDivide as trueDivide } from "../../base/int-math.ts";
import { checked } from "../../core/python-error.ts";
import { warn } from "../../core/warn.ts";
import { checkAllocation } from "../../core/limits.ts";
import { asIndex, bigToDouble } from "../../core/convert.ts";
import { defineType, getset } from "../../core/define.ts";
import { overflowError, typeError, valueError, zeroDivisionError } from "../../core/errors.ts";
import { hashBigInt, hashNumber } from "../../core/hash.ts";
import { K_BYTEARRAY, K_BYTES, K_INT, K_STR, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_LONG_SUBCLASS, TPFLAGS_MATCH_SELF, type TypeRec, type Value } from "../../core/object.ts";
import { typeName, typeOf } from "../../core/type.ts";
import { newInstanceOfBuiltin } from "../object-type.ts";
import type { Vm } from "../../vm/vm.ts";
import { False, True } from "../bool.ts";
import { floatPow, newFloat } from "../float.ts";
import { newTuple } from "../tuple.ts";
import { intMethods } from "./methods.ts";
import { StrType } from "../str/str.ts";
import { intOfText, intToText, numberSource, parseIntText, shortDecimal } from "./int-text.ts";
import { None } from "../none.ts";
import { NotImplemented } from "../singletons.ts";
import { newStr, textOf } from "../str/str-object.ts";
import { intValue, isBigOrInt, newInt } from "./int-object.ts";

const MAX_SAFE = 9007199254740991;

function toDouble(vm: Vm, n: number | bigint): number {
  return typeof n === "number" ? n : bigToDouble(vm, n);
}

type Op = (vm: Vm, a: number | bigint, b: number | bigint) => Value;

/** A binary slot: both operands must be ints. */
function slot(op: Op) {
  return (vm: Vm, left: Value, right: Value): Value => {
    if (!isBigOrInt(left) || !isBigOrInt(right)) return NotImplemented;
    return op(vm, intValue(left), intValue(right));
  };
}

export function intAdd(_vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
  }
  return newInt(BigInt(a) + BigInt(b));
}

export function intSubtract(_vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
  }
  return newInt(BigInt(a) - BigInt(b));
}

export function intMultiply(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  // Only a product of two large factors is much larger than what is there already.
  if (!Number.isFinite(Number(x)) && !Number.isFinite(Number(y))) checkAllocation(vm, (intBitLength(x) + intBitLength(y)) / 8);
  return newInt(x * y);
}

export function intFloorDivide(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  if (typeof a === "number" && typeof b === "number") {
    const r = a % b;
    const q = (a - r) / b;
    return (r !== 0 && r < 0 !== b < 0 ? q - 1 : q) + 0;
  }
  const x = BigInt(a);
  const y = BigInt(b);
  const q = x / y;
  // JavaScript rounds towards zero.
  return newInt(x < 0n !== y < 0n && q * y !== x ? q - 1n : q);
}

export function intRemainder(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  if (typeof a === "number" && typeof b === "number") {
    const r = a % b;
    return (r !== 0 && r < 0 !== b < 0 ? r + b : r) + 0;
  }
  const y = BigInt(b);
  const r = BigInt(a) % y;
  return newInt(r !== 0n && r < 0n !== y < 0n ? r + y : r);
}

function intTrueDivide(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  if (typeof a === "number" && typeof b === "number") return newFloat(a / b);
  return newFloat(checked(vm, () => trueDivide(a, b)));
}

function shiftLeft(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (b < 0) throw valueError(vm, "negative shift count");
  if (a === 0) return 0;
  if (typeof b === "bigint" || b > 1 << 30) {
    throw overflowError(vm, "too many digits in integer");
  }
  if (typeof a === "number" && b < 53) {
    const shifted = a * 2 ** b;
    if (shifted <= MAX_SAFE && shifted >= -MAX_SAFE) return shifted;
  }
  checkAllocation(vm, b / 8);
  return newInt(BigInt(a) << BigInt(b));
}

function shiftRight(vm: Vm, a: number | bigint, b: number | bigint): Value {
  if (b < 0) throw valueError(vm, "negative shift count");
  if (typeof a === "number") {
    if (b > 53) return a < 0 ? -1 : 0;
    return Math.floor(a / 2 ** Number(b)) + 0;
  }
  if (typeof b === "bigint") return a < 0n ? -1 : 0;
  return newInt(a >> BigInt(b));
}

const isInt32 = (a: number | bigint): a is number => typeof a === "number" && a === (a | 0);

function intAnd(_vm: Vm, a: number | bigint, b: number | bigint): Value {
  return isInt32(a) && isInt32(b) ? a & b : newInt(BigInt(a) & BigInt(b));
}

function intOr(_vm: Vm, a: number | bigint, b: number | bigint): Value {
  return isInt32(a) && isInt32(b) ? a | b : newInt(BigInt(a) | BigInt(b));
}

function intXor(_vm: Vm, a: number | bigint, b: number | bigint): Value {
  return isInt32(a) && isInt32(b) ? a ^ b : newInt(BigInt(a) ^ BigInt(b));
}

/** An operator (a number as in BINARY_OP, not in place) on the values of two exact ints; undefined for ** and @. */
export function intOp(vm: Vm, a: number | bigint, b: number | bigint, code: number): Value | undefined {
  switch (code) {
    case 0: return intAdd(vm, a, b);
    case 1: return intAnd(vm, a, b);
    case 2: return intFloorDivide(vm, a, b);
    case 3: return shiftLeft(vm, a, b);
    case 5: return intMultiply(vm, a, b);
    case 6: return intRemainder(vm, a, b);
    case 7: return intOr(vm, a, b);
    case 9: return shiftRight(vm, a, b);
    case 10: return intSubtract(vm, a, b);
    case 11: return intTrueDivide(vm, a, b);
    case 12: return intXor(vm, a, b);
    default: return undefined;
  }
}

export function intPower(vm: Vm, base: Value, exponent: Value, modulus: Value): Value {
  if (!isBigOrInt(base) || !isBigOrInt(exponent)) return NotImplemented;
  if (modulus !== None && !isBigOrInt(modulus)) return NotImplemented;
  const a = intValue(base);
  const b = intValue(exponent);
  if (modulus !== None) return newInt(checked(vm, () => intPowMod(a, b, intValue(modulus))));
  if (b < 0) {
    if (a === 0) throw zeroDivisionError(vm, "zero to a negative power");
    return newFloat(floatPow(toDouble(vm, a), toDouble(vm, b)));
  }
  if (typeof b === "number" && b > 64) checkAllocation(vm, ((intBitLength(a) - 1) * b) / 8);
  return newInt(checked(vm, () => intPow(a, b)));
}

function int_richcompare(_vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isBigOrInt(left) || !isBigOrInt(right)) return NotImplemented;
  const a = intValue(left);
  const b = intValue(right);
  let answer: boolean;
  switch (op) {
    case 0: answer = a < b; break;
    case 1: answer = a <= b; break;
    case 2: answer = a === b; break;
    case 3: answer = a !== b; break;
    case 4: answer = a > b; break;
    default: answer = a >= b;
  }
  return answer ? True : False;
}

/** int(x=0, /) and int(x, base=10). */
function int_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos > 2) throw typeError(vm, `int expected at most 2 arguments, got ${args.length}`);
  if (args.length > 2) throw typeError(vm, `int() takes at most 2 arguments (${args.length} given)`);
  let base: Value | undefined = npos > 1 ? args[1] : undefined;
  for (let k = 0; k < nkw; k++) {
    const name = textOf(kwnames![k]!);
    if (name !== "base") throw typeError(vm, `int() got an unexpected keyword argument '${name}'${nearestName(["base"], name) === undefined ? "" : ". Did you mean 'base'?"}`);
    if (base !== undefined) throw typeError(vm, "argument for int() given by name ('base') and position (2)");
    base = args[npos + k];
  }
  const value = intFrom(vm, npos > 0 ? args[0] : undefined, base);
  if (type === IntType) return value;
  return newInstanceOfBuiltin(vm, type, intValue(value));
}

/** int(x), where that is quickly said; undefined where it is not, and with vm.failure set for a str that is no int. */
export function intOf(vm: Vm, x: Value): Value | undefined {
  if (typeof x === "number") return x;
  if (x.type === StrType) {
    const short = shortDecimal(x);
    return short === short ? short : intOfText(vm, x);
  }
  return undefined;
}

/** int(x, base) as an exact int. */
export function intFrom(vm: Vm, x: Value | undefined, base: Value | undefined): Value {
  if (x === undefined) {
    if (base !== undefined) throw typeError(vm, "int() missing string argument");
    return 0;
  }
  if (base === undefined || base === 10) {
    const short = shortDecimal(x);
    if (short === short) return short;
  }
  if (base !== undefined) {
    const radix = asIndex(vm, base);
    if ((radix !== 0 && radix < 2) || radix > 36) throw valueError(vm, "int() base must be >= 2 and <= 36, or 0");
    const { kind } = typeOf(x);
    const source = kind === K_STR || kind === K_BYTES || kind === K_BYTEARRAY ? numberSource(vm, x) : undefined;
    if (source === undefined) throw typeError(vm, "int() can't convert non-string with explicit base");
    return parseIntText(vm, source, Number(radix));
  }
  const type = typeOf(x);
  if (typeof x === "number") return x;
  if (type.nb_int !== undefined) {
    const answer = type.nb_int(vm, x);
    if (!isBigOrInt(answer)) throw typeError(vm, `__int__ returned non-int (type ${typeName(answer)})`);
    if (typeof answer !== "number" && answer.type !== IntType && x !== answer) {
      warn(vm, "DeprecationWarning", `__int__ returned non-int (type ${typeName(answer)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`);
    }
    return newInt(intValue(answer));
  }
  if (type.nb_index !== undefined) return newInt(asIndex(vm, x));
  const source = numberSource(vm, x);
  if (source !== undefined) return parseIntText(vm, source, 10);
  throw typeError(vm, `int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`);
}

const exact = (_vm: Vm, self: Value): Value => newInt(intValue(self));

export const IntType: TypeRec = defineType({
  name: "int",
  doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer\niteral.\n>>> int('0b100', base=0)\n4",
  kind: K_INT,
  leaf: true,
  flags: TPFLAGS_BASETYPE | TPFLAGS_LONG_SUBCLASS | TPFLAGS_MATCH_SELF,
  methods: intMethods,
  getset: {
    real: getset(exact, undefined, "the real part of a complex number"),
    imag: getset(() => 0, undefined, "the imaginary part of a complex number"),
    numerator: getset(exact, undefined, "the numerator of a rational number in lowest terms"),
    denominator: getset(() => 1, undefined, "the denominator of a rational number in lowest terms"),
  },
  slots: {
    tp_new: int_new,
    tp_repr: (vm, self) => newStr(intToText(vm, intValue(self))),
    tp_hash: (_vm, self) => {
      const n = intValue(self);
      return typeof n === "number" ? hashNumber(n) : hashBigInt(n);
    },
    tp_richcompare: int_richcompare,
    nb_add: slot(intAdd),
    nb_subtract: slot(intSubtract),
    nb_multiply: slot(intMultiply),
    nb_remainder: slot(intRemainder),
    nb_floor_divide: slot(intFloorDivide),
    nb_true_divide: slot(intTrueDivide),
    nb_divmod: (vm, left, right) => {
      if (!isBigOrInt(left) || !isBigOrInt(right)) return NotImplemented;
      const a = intValue(left);
      const b = intValue(right);
      return newTuple(vm, [intFloorDivide(vm, a, b), intRemainder(vm, a, b)]);
    },
    nb_power: intPower,
    nb_lshift: slot(shiftLeft),
    nb_rshift: slot(shiftRight),
    nb_and: slot(intAnd),
    nb_or: slot(intOr),
    nb_xor: slot(intXor),
    nb_negative: (_vm, self) => {
      const n = intValue(self);
      return typeof n === "number" ? 0 - n : newInt(-n);
    },
    nb_positive: exact,
    nb_absolute: (_vm, self) => {
      const n = intValue(self);
      return typeof n === "number" ? Math.abs(n) : newInt(n < 0n ? -n : n);
    },
    nb_invert: (_vm, self) => {
      const n = intValue(self);
      return typeof n === "number" && n < MAX_SAFE ? -1 - n : newInt(-1n - BigInt(n));
    },
    nb_bool: (_vm, self) => intValue(self) !== 0,
    nb_int: exact,
    nb_index: exact,
    nb_float: (vm, self) => newFloat(toDouble(vm, intValue(self))),
  },
});

