// float. Mirrors Objects/floatobject.c. See docs/types.md.
import { complexPow } from "./complex.ts";
import { addressHash } from "../core/identity.ts";
import { defineType, getset } from "../core/define.ts";
import { overflowError, typeError, zeroDivisionError } from "../core/errors.ts";
import { foldSafe } from "../core/hash.ts";
import { type Container, K_FLOAT, PyError, PyFloat, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, type TypeRec, type Value } from "../core/object.ts";
import { isSubtype } from "../core/type.ts";
import { pow } from "../base/math-core.ts";
import { floatRepr } from "../base/repr.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { newException, OverflowErrorType } from "./exceptions.ts";
import { exact, float_trunc, floatFrom, floatMethods } from "./float-methods.ts";
import { intValue, isBigOrInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { newInstanceOfBuiltin } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { newStr } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

export { floatFrom };

export function newFloat(v: number): PyFloat {
  const f = new PyFloat(FloatType, v);
  if (FloatType.onBirth !== null) FloatType.onBirth(f);
  return f;
}

/** float or a subclass. */
export function isFloat(v: Value): boolean {
  return typeof v !== "number" && (v.type === FloatType || isSubtype(v.type, FloatType));
}

/** The double of a float object. */
export function floatValue(v: Value): number {
  return (v as PyFloat).type === FloatType ? (v as PyFloat).v : ((v as Container).data as number);
}

/** An operand of float arithmetic: undefined when it is neither float nor int. */
function operand(vm: Vm, v: Value): number | undefined {
  if (typeof v === "number") return v;
  if (isFloat(v)) return floatValue(v);
  if (isBigOrInt(v)) {
    const n = intValue(v);
    const d = Number(n);
    if (!Number.isFinite(d)) throw overflowError(vm, "int too large to convert to float");
    return d;
  }
  return undefined;
}

function slot(op: (vm: Vm, a: number, b: number) => number) {
  return (vm: Vm, left: Value, right: Value): Value => {
    const a = operand(vm, left);
    if (a === undefined) return NotImplemented;
    const b = operand(vm, right);
    if (b === undefined) return NotImplemented;
    return newFloat(op(vm, a, b));
  };
}

function modulo(vm: Vm, a: number, b: number): number {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  const r = a % b;
  if (r !== 0) return r < 0 !== b < 0 ? r + b : r;
  return b < 0 ? -0 : 0;
}

function floorDivide(vm: Vm, a: number, b: number): number {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  const r = a % b;
  let d = (a - r) / b;
  if (r !== 0 && r < 0 !== b < 0) d -= 1;
  if (d === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const f = Math.floor(d);
  return d - f > 0.5 ? f + 1 : f;
}

/** C's pow for doubles. */
export function floatPow(a: number, b: number): number {
  return pow(a, b);
}

function float_pow(vm: Vm, left: Value, right: Value, modulus: Value): Value {
  if (modulus !== None) throw typeError(vm, "pow() 3rd argument not allowed unless all arguments are integers");
  const a = operand(vm, left);
  const b = a === undefined ? undefined : operand(vm, right);
  if (a === undefined || b === undefined) return NotImplemented;
  if (a === 0 && b < 0 && Number.isFinite(b)) throw zeroDivisionError(vm, "zero to a negative power");
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && b !== Math.floor(b)) return complexPow(vm, left, right);
  const result = floatPow(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) throw new PyError(newException(vm, OverflowErrorType, [34, newStr("Numerical result out of range")]));
  return newFloat(result);
}

/** float with int of any size, exactly. */
export function compareWithInt(a: number, n: number | bigint): number {
  if (typeof n === "number") return a < n ? -1 : a > n ? 1 : 0;
  if (a === Infinity) return 1;
  if (a === -Infinity) return -1;
  return a < n ? -1 : a > n ? 1 : 0;
}

function float_richcompare(_vm: Vm, left: Value, right: Value, op: number): Value {
  const a = floatValue(left);
  let answer: boolean;
  if (isFloat(right) || typeof right === "number") {
    const b = typeof right === "number" ? right : floatValue(right);
    switch (op) {
      case 0: answer = a < b; break;
      case 1: answer = a <= b; break;
      case 2: answer = a === b; break;
      case 3: answer = a !== b; break;
      case 4: answer = a > b; break;
      default: answer = a >= b;
    }
  } else if (isBigOrInt(right)) {
    if (Number.isNaN(a)) answer = op === 3;
    else {
      const c = compareWithInt(a, intValue(right));
      answer = op === 0 ? c < 0 : op === 1 ? c <= 0 : op === 2 ? c === 0 : op === 3 ? c !== 0 : op === 4 ? c > 0 : c >= 0;
    }
  } else return NotImplemented;
  return answer ? True : False;
}

/** Python's hash of a double (finite or infinite; nan is by identity). */
export function hashDouble(v: number): number | bigint {
  if (Number.isInteger(v) && Math.abs(v) <= 9007199254740991) return v === -1 ? -2 : v + 0;
  if (!Number.isFinite(v)) return v > 0 ? 314159 : -314159;
  // v = m * 2**e; the modulus is 2**61-1, so 2**e is a rotation.
  let e = 0;
  let m = Math.abs(v);
  while (m !== Math.floor(m)) {
    m *= 2;
    e--;
  }
  let x = BigInt(m) % 2305843009213693951n;
  const shift = BigInt(((e % 61) + 61) % 61);
  x = ((x << shift) & 2305843009213693951n) | (x >> (61n - shift));
  if (v < 0) x = -x;
  return foldSafe(x === -1n ? -2n : x);
}

function float_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly Value[] | null): Value {
  if (kwnames !== null && kwnames.length > 0 && (type === FloatType || type.tp_init === FloatType.tp_init)) throw typeError(vm, "float() takes no keyword arguments");
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(vm, `float expected at most 1 argument, got ${npos}`);
  const value = npos === 0 ? 0 : floatFrom(vm, args[0]!);
  return type === FloatType ? newFloat(value) : newInstanceOfBuiltin(vm, type, value);
}

export const FloatType: TypeRec = defineType({
  name: "float",
  doc: "Convert a string or number to a floating-point number, if possible.",
  signature: "(x=0, /)",
  kind: K_FLOAT,
  leaf: true,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
  methods: floatMethods,
  getset: {
    real: getset(exact, undefined, "the real part of a complex number"),
    imag: getset(() => newFloat(0), undefined, "the imaginary part of a complex number"),
  },
  slots: {
    tp_new: float_new,
    tp_repr: (_vm, self) => newStr(floatRepr(floatValue(self))),
    tp_hash: (vm, self) => {
      const v = floatValue(self);
      return Number.isNaN(v) ? addressHash(vm, self) : hashDouble(v);
    },
    tp_richcompare: float_richcompare,
    nb_add: slot((_vm, a, b) => a + b),
    nb_subtract: slot((_vm, a, b) => a - b),
    nb_multiply: slot((_vm, a, b) => a * b),
    nb_true_divide: slot((vm, a, b) => {
      if (b === 0) throw zeroDivisionError(vm, "division by zero");
      return a / b;
    }),
    nb_remainder: slot(modulo),
    nb_floor_divide: slot(floorDivide),
    nb_divmod: (vm, left, right) => {
      const a = operand(vm, left);
      const b = a === undefined ? undefined : operand(vm, right);
      if (a === undefined || b === undefined) return NotImplemented;
      return newTuple(vm, [newFloat(floorDivide(vm, a, b)), newFloat(modulo(vm, a, b))]);
    },
    nb_power: float_pow,
    nb_negative: (_vm, self) => newFloat(-floatValue(self)),
    nb_positive: exact,
    nb_absolute: (_vm, self) => newFloat(Math.abs(floatValue(self))),
    nb_bool: (_vm, self) => floatValue(self) !== 0,
    nb_float: exact,
    nb_int: float_trunc,
  },
});
