// timedelta: exact arithmetic on days, seconds and microseconds; a total beyond 2^53 microseconds is a bigint while it is computed.
// Mirrors the first class of Modules/_datetimemodule.c. See docs/modules.md.
import { doubleAsIntegerRatio } from "../../base/float-format.ts";
import { hashTuple } from "../../base/hash.ts";
import { type Int, intAbs, intAdd, intCompare, intDivmod, intFloorDiv, intFromDouble, intIsOdd, intMod, intMul, intTrueDivide } from "../../base/int-math.ts";
import { PythonError } from "../../base/python-error.ts";
import {
  callMethod, compareNumbers, defineType, exc, False, floatValue, FloatType, fullName, hashNumber, IMMORTAL, intern, intValue, isBigOrInt, isFloat, isInstanceOf, isTuple, Leaf, newError, newFloat, newInt, newStr,
  newSubclassInstance, newTuple, NotImplemented, overflowError, type PyStr, TPFLAGS_BASETYPE, True, type TypeRec, typeError, typeName, typeOf, type Value, valueError, type Vm, zeroDivisionError,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { type Parameters, parseArguments } from "./arguments.ts";
import { docs } from "./docs.generated.ts";
import { type Delta, deltaOf, six, two } from "./fields.ts";

const D = documented("_datetime.timedelta", docs);
const MAX_DAYS = 999999999;
const SECOND = 1_000_000;
const DAY = 86400;
/** Days whose microseconds are safe integers, with room for a sum. */
const SAFE_DAYS = 50_000;

export function isDelta(v: Value): boolean {
  return typeof v !== "number" && (v.type === TimedeltaType || isInstanceOf(v, TimedeltaType));
}

/** A timedelta of numbers in their ranges; the days are checked. */
export function newDelta(vm: Vm, days: number, seconds: number, microseconds: number): Value {
  return deltaOfType(vm, TimedeltaType, days, seconds, microseconds);
}

function deltaOfType(vm: Vm, type: TypeRec, days: number, seconds: number, microseconds: number): Value {
  if (days > MAX_DAYS || days < -MAX_DAYS) throw daysError(vm, days);
  if (type !== TimedeltaType) return newSubclassInstance(vm, type, { days, seconds, microseconds } satisfies Delta);
  if (days === 0 && seconds === 0 && microseconds === 0) return ZERO;
  return new Leaf(TimedeltaType, { days, seconds, microseconds } satisfies Delta, null);
}

function daysError(vm: Vm, days: number): Error {
  if (days > 0x7fffffff || days < -0x80000000) throw overflowError(vm, "Python int too large to convert to C int");
  throw overflowError(vm, `days=${days}; must have magnitude <= ${MAX_DAYS}`);
}

/** The same for numbers out of their ranges. */
export function normalDelta(vm: Vm, days: number, seconds: number, microseconds: number): Value {
  return normalOfType(vm, TimedeltaType, days, seconds, microseconds);
}

function normalOfType(vm: Vm, type: TypeRec, days: number, seconds: number, microseconds: number): Value {
  if (microseconds < 0 || microseconds >= SECOND) {
    const carry = Math.floor(microseconds / SECOND);
    seconds += carry;
    microseconds -= carry * SECOND;
  }
  if (seconds < 0 || seconds >= DAY) {
    const carry = Math.floor(seconds / DAY);
    days += carry;
    seconds -= carry * DAY;
  }
  return deltaOfType(vm, type, days, seconds, microseconds);
}

export function addDeltas(vm: Vm, a: Delta, b: Delta): Value {
  return normalDelta(vm, a.days + b.days, a.seconds + b.seconds, a.microseconds + b.microseconds);
}

export function subtractDeltas(vm: Vm, a: Delta, b: Delta): Value {
  return normalDelta(vm, a.days - b.days, a.seconds - b.seconds, a.microseconds - b.microseconds);
}

export function negativeDelta(vm: Vm, d: Delta): Value {
  // 0 - n, since -n may be -0.
  return normalDelta(vm, 0 - d.days, 0 - d.seconds, 0 - d.microseconds);
}

export function compareDeltas(a: Delta, b: Delta): number {
  return a.days - b.days || a.seconds - b.seconds || a.microseconds - b.microseconds;
}

export function isZero(d: Delta): boolean {
  return d.days === 0 && d.seconds === 0 && d.microseconds === 0;
}

/** Is an offset from UTC less than a day? */
export function isOffset(d: Delta): boolean {
  return d.days === 0 || (d.days === -1 && (d.seconds !== 0 || d.microseconds !== 0));
}

export function hashDelta(d: Delta): number | bigint {
  return hashTuple([hashNumber(d.days), d.seconds, d.microseconds]);
}

function totalOf(d: Delta): Int {
  if (d.days < SAFE_DAYS && d.days > -SAFE_DAYS) return (d.days * DAY + d.seconds) * SECOND + d.microseconds;
  return intAdd(intMul(d.days * DAY + d.seconds, SECOND), d.microseconds);
}

function deltaOfTotal(vm: Vm, total: Int, type: TypeRec = TimedeltaType): Value {
  const [seconds, microseconds] = intDivmod(total, SECOND);
  const [days, rest] = intDivmod(seconds, DAY);
  if (typeof days !== "number") throw daysError(vm, Infinity);
  return deltaOfType(vm, type, days, rest as number, microseconds as number);
}

/** Runs integer arithmetic: its errors become Python's. */
function arithmetic<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    throw error.type === "OverflowError" ? overflowError(vm, error.message) : error.type === "ValueError" ? valueError(vm, error.message) : newError(vm, exc.ZeroDivisionErrorType, error.message);
  }
}

/** The integer nearest to a / b; of two the even one. */
function divideNear(vm: Vm, a: Int, b: Int): Int {
  if (b === 0) throw zeroDivisionError(vm, "division by zero");
  const [quotient, rest] = intDivmod(a, b);
  const order = intCompare(intMul(intAbs(rest), 2), intAbs(b));
  return order > 0 || (order === 0 && intIsOdd(quotient)) ? intAdd(quotient, 1) : quotient;
}

/** Numerator and denominator of a float; a subclass may have its own idea of them. */
function ratioOf(vm: Vm, v: Value): [Int, Int] {
  if (typeOf(v) === FloatType) return arithmetic(vm, () => doubleAsIntegerRatio(floatValue(v)));
  const ratio = callMethod(vm, v, intern(vm, "as_integer_ratio"), []);
  if (!isTuple(ratio)) throw typeError(vm, `unexpected return type from as_integer_ratio(): expected tuple, got '${typeName(ratio)}'`);
  const items = ratio.data as Value[];
  if (items.length !== 2) throw valueError(vm, "as_integer_ratio() must return a 2-tuple");
  const [numerator, denominator] = items as [Value, Value];
  for (const part of items) if (!isBigOrInt(part)) throw typeError(vm, `unsupported operand type(s) for *: 'int' and '${typeName(part)}'`);
  return [intValue(numerator), intValue(denominator)];
}

function multiply(vm: Vm, left: Value, right: Value): Value {
  const [delta, factor] = isDelta(left) ? [left, right] : [right, left];
  if (isBigOrInt(factor)) return deltaOfTotal(vm, intMul(intValue(factor), totalOf(deltaOf(delta))));
  if (!isFloat(factor)) return NotImplemented;
  const [numerator, denominator] = ratioOf(vm, factor);
  return deltaOfTotal(vm, divideNear(vm, intMul(totalOf(deltaOf(delta)), numerator), denominator));
}

function floorDivide(vm: Vm, left: Value, right: Value): Value {
  if (!isDelta(left)) return NotImplemented;
  const total = totalOf(deltaOf(left));
  if (isBigOrInt(right)) {
    const divisor = intValue(right);
    if (divisor === 0) throw zeroDivisionError(vm, "division by zero");
    return deltaOfTotal(vm, intFloorDiv(total, divisor));
  }
  if (!isDelta(right)) return NotImplemented;
  return newInt(intFloorDiv(total, divisorOf(vm, right)));
}

function trueDivide(vm: Vm, left: Value, right: Value): Value {
  if (!isDelta(left)) return NotImplemented;
  const total = totalOf(deltaOf(left));
  if (isDelta(right)) return newFloat(intTrueDivide(total, divisorOf(vm, right)));
  if (isFloat(right)) {
    const [numerator, denominator] = ratioOf(vm, right);
    return deltaOfTotal(vm, divideNear(vm, intMul(total, denominator), numerator));
  }
  return isBigOrInt(right) ? deltaOfTotal(vm, divideNear(vm, total, intValue(right))) : NotImplemented;
}

function divisorOf(vm: Vm, v: Value): Int {
  const total = totalOf(deltaOf(v));
  if (total === 0) throw zeroDivisionError(vm, "division by zero");
  return total;
}

const UNITS = [86_400_000_000, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 604_800_000_000];
const NAMES = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
/** CPython adds the components up in this order. */
const ORDER = [2, 3, 1, 4, 5, 0, 6];
const parameters: Parameters = { name: "__new__", names: NAMES, required: 0, positional: 7, convert: (_vm, v) => v };
/** Components up to this give exact sums. */
const SMALL = 10_000_000_000;

/** The components where all are small ints; undefined else. */
function quick(vm: Vm, type: TypeRec, parts: readonly (Value | undefined)[]): Value | undefined {
  for (let i = 0; i < parts.length; i++) {
    const v = parts[i];
    if (v !== undefined && (typeof v !== "number" || v > SMALL || v < -SMALL)) return undefined;
  }
  const part = (i: number): number => (parts[i] ?? 0) as number;
  return normalOfType(vm, type, part(0) + part(6) * 7, part(1) + part(4) * 60 + part(5) * 3600, part(2) + part(3) * 1000);
}

function delta_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const parts = kwnames === null && args.length <= 7 ? args : parseArguments(vm, parameters, args, kwnames);
  return quick(vm, type, parts) ?? exactly(vm, type, parts);
}

/** Adds up components of any size: whole microseconds as ints, what is left of floats as a float. */
function exactly(vm: Vm, type: TypeRec, parts: readonly (Value | undefined)[]): Value {
  let total: Int = 0;
  let left = 0;
  const whole = (v: number): Int => {
    if (Number.isNaN(v)) throw valueError(vm, "cannot convert float NaN to integer");
    if (!Number.isFinite(v)) throw overflowError(vm, "cannot convert float infinity to integer");
    return intFromDouble(v);
  };
  for (const i of ORDER) {
    const v = parts[i];
    if (v === undefined) continue;
    const unit = UNITS[i]!;
    if (isBigOrInt(v)) total = intAdd(total, intMul(intValue(v), unit));
    else if (isFloat(v)) {
      const n = floatValue(v);
      const integral = Math.trunc(n);
      total = intAdd(total, intMul(whole(integral), unit));
      const fraction = (n - integral) * unit;
      total = intAdd(total, whole(Math.trunc(fraction)));
      left += fraction - Math.trunc(fraction);
    } else throw typeError(vm, `unsupported type for timedelta ${NAMES[i]!} component: ${fullName(typeOf(v))}`);
  }
  if (left !== 0) {
    let rounded = roundAway(left);
    if (Math.abs(rounded - left) === 0.5) {
      const odd = intIsOdd(total) ? 1 : 0;
      rounded = 2 * roundAway((left + odd) * 0.5) - odd;
    }
    total = intAdd(total, intFromDouble(rounded));
  }
  return deltaOfTotal(vm, total, type);
}

/** C's round(): halves go away from zero. */
function roundAway(v: number): number {
  return v < 0 ? -Math.round(-v) : Math.round(v);
}

function delta_repr(_vm: Vm, self: Value): Value {
  const { days, seconds, microseconds } = deltaOf(self);
  const parts: string[] = [];
  if (days !== 0) parts.push(`days=${days}`);
  if (seconds !== 0) parts.push(`seconds=${seconds}`);
  if (microseconds !== 0) parts.push(`microseconds=${microseconds}`);
  return newStr(`${fullName(typeOf(self))}(${parts.length === 0 ? "0" : parts.join(", ")})`);
}

function delta_str(_vm: Vm, self: Value): Value {
  const { days, seconds, microseconds } = deltaOf(self);
  const minutes = Math.floor(seconds / 60);
  const time = `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}${microseconds === 0 ? "" : `.${six(microseconds)}`}`;
  return newStr(days === 0 ? time : `${days} day${days === 1 || days === -1 ? "" : "s"}, ${time}`);
}

function stateOf(vm: Vm, self: Value): Value {
  const { days, seconds, microseconds } = deltaOf(self);
  return newTuple(vm, [days, seconds, microseconds]);
}

/** The seconds that a timedelta lasts, correctly rounded. */
export function totalSeconds(d: Delta): number {
  return intTrueDivide(totalOf(d), SECOND);
}

const positive = (vm: Vm, self: Value): Value => {
  const { days, seconds, microseconds } = deltaOf(self);
  return newDelta(vm, days, seconds, microseconds);
};

const both = (op: (vm: Vm, a: Delta, b: Delta) => Value) => (vm: Vm, left: Value, right: Value): Value =>
  isDelta(left) && isDelta(right) ? op(vm, deltaOf(left), deltaOf(right)) : NotImplemented;

/** A timedelta that lives as long as the process: what types have as attributes. */
export function immortalDelta(days: number, seconds: number, microseconds: number): Leaf {
  const made = new Leaf(TimedeltaType, { days, seconds, microseconds } satisfies Delta, null);
  made.rc = IMMORTAL;
  return made;
}

export const TimedeltaType: TypeRec = defineType({
  name: "datetime.timedelta",
  doc: docs["_datetime.timedelta"]![1],
  leaf: true,
  layoutChange: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    total_seconds: D.method("total_seconds", (_vm: Vm, self: Value) => newFloat(totalSeconds(deltaOf(self)))),
    __reduce__: D.method("__reduce__", (vm: Vm, self: Value) => newTuple(vm, [typeOf(self).obj, stateOf(vm, self)])),
  },
  getset: {
    days: D.member("days", (_vm, self) => deltaOf(self).days),
    seconds: D.member("seconds", (_vm, self) => deltaOf(self).seconds),
    microseconds: D.member("microseconds", (_vm, self) => deltaOf(self).microseconds),
  },
  attributes: {
    resolution: () => MICROSECOND,
    min: () => immortalDelta(-MAX_DAYS, 0, 0),
    max: () => immortalDelta(MAX_DAYS, DAY - 1, SECOND - 1),
  },
  slots: {
    tp_new: delta_new,
    tp_repr: delta_repr,
    tp_str: delta_str,
    tp_hash: (_vm, self) => hashDelta(deltaOf(self)),
    tp_richcompare: (_vm, left, right, op) => {
      if (!isDelta(right)) return NotImplemented;
      return compareNumbers(compareDeltas(deltaOf(left), deltaOf(right)), 0, op) ? True : False;
    },
    nb_add: both(addDeltas),
    nb_subtract: both(subtractDeltas),
    nb_multiply: multiply,
    nb_remainder: (vm, left, right) => (isDelta(left) && isDelta(right) ? deltaOfTotal(vm, intMod(totalOf(deltaOf(left)), divisorOf(vm, right))) : NotImplemented),
    nb_divmod: (vm, left, right) => {
      if (!isDelta(left) || !isDelta(right)) return NotImplemented;
      const [quotient, rest] = intDivmod(totalOf(deltaOf(left)), divisorOf(vm, right));
      return newTuple(vm, [newInt(quotient), deltaOfTotal(vm, rest)]);
    },
    nb_negative: (vm, self) => negativeDelta(vm, deltaOf(self)),
    nb_positive: positive,
    nb_absolute: (vm, self) => (deltaOf(self).days < 0 ? negativeDelta(vm, deltaOf(self)) : positive(vm, self)),
    nb_bool: (_vm, self) => !isZero(deltaOf(self)),
    nb_floor_divide: floorDivide,
    nb_true_divide: trueDivide,
  },
});

/** timedelta(0): there is one. */
export const ZERO: Leaf = immortalDelta(0, 0, 0);
/** timedelta(microseconds=1), the resolution of all but dates. */
export const MICROSECOND: Leaf = immortalDelta(0, 0, 1);
export const ONE_DAY: Leaf = immortalDelta(1, 0, 0);
