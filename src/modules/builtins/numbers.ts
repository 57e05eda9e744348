// sum, pow, divmod, abs: arithmetic over any objects. sum() of floats and complex numbers is compensated (Neumaier). Mirrors Python/bltinmodule.c. See docs/modules.md.
import {
  bigToDouble, binaryOp, binaryOp1, checkAllocation, closeScope, complexData, type Container, drop, dropStopValue, FloatType, floatValue, getIter, hold, incref, intValue, isBigOrInt, isBytes, isComplex, isExactInt, isInstanceOf, isStr,
  ListType, NB_ADD, newComplex, newFloat, newInt, None, noteOwned, TupleType, typeOf,
  NotImplemented, power, typeError, typeName, unaryOp, type Value, type Vm, ByteArrayType,
} from "../../core/api.ts";

export const abs = (vm: Vm, x: Value): Value => unaryOp(vm, x, "nb_absolute");

export function divmod(vm: Vm, x: Value, y: Value): Value {
  const answer = binaryOp1(vm, x, y, "nb_divmod");
  if (answer === NotImplemented) throw typeError(vm, `unsupported operand type(s) for divmod(): '${typeName(x)}' and '${typeName(y)}'`);
  return answer;
}

export const pow = (vm: Vm, base: Value, exponent: Value, modulus?: Value): Value => power(vm, base, exponent, modulus ?? None);

/** A running sum of doubles with the rounding errors kept apart. */
class CompensatedSum {
  high: number;
  low = 0;
  constructor(start: number) {
    this.high = start;
  }
  add(x: number): void {
    const total = this.high + x;
    if (Math.abs(this.high) >= Math.abs(x)) this.low += this.high - total + x;
    else this.low += x - total + this.high;
    this.high = total;
  }
  value(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

const LONG_MAX = 9223372036854775807n;

/** An int that fits a C long, as a double; undefined for others. */
function longAsDouble(vm: Vm, v: Value): number | undefined {
  return typeof v === "number" ? v : isBigOrInt(v) ? bigToDouble(vm, BigInt(intValue(v))) : undefined;
}

const exactFloat = (v: Value): boolean => typeof v !== "number" && v.type === FloatType;

/** How sum() adds: the kind of the running total says it, until an item does not fit. */
type Mode = "int" | "float" | "complex" | "any";

class Summer {
  mode: Mode;
  /** The total in mode "int" while it is a safe integer. A double from the start: V8 then writes it in place. */
  private small = 0.5;
  /** The same beyond that. */
  private big: bigint | null = null;
  private real: CompensatedSum = new CompensatedSum(0);
  private imaginary: CompensatedSum = new CompensatedSum(0);
  /** The total in mode "any", owned. */
  private object: Value | undefined;
  constructor(start: Value) {
    this.mode = "any";
    if (isExactInt(start)) {
      const n = intValue(start);
      if (typeof n === "number" || (n <= LONG_MAX && n >= -LONG_MAX - 1n)) {
        this.mode = "int";
        this.setInteger(n);
        return;
      }
    }
    this.enter(start);
  }

  private setInteger(n: number | bigint): void {
    if (typeof n === "number") {
      this.small = n;
      this.big = null;
    } else this.big = n;
  }

  /** Adds an item to a small total of ints; false when it does not fit. */
  addSmall(item: Value): boolean {
    if (typeof item !== "number" || this.mode !== "int" || this.big !== null) return false;
    const total = this.small + item;
    if (total > Number.MAX_SAFE_INTEGER || total < Number.MIN_SAFE_INTEGER) return false;
    this.small = total;
    return true;
  }

  /** Goes on from an object: with doubles where it is one. */
  private enter(total: Value): void {
    if (this.mode !== "complex" && exactFloat(total)) {
      this.mode = "float";
      this.real = new CompensatedSum(floatValue(total));
    } else if (typeof total !== "number" && isComplex(total) && total.type.name === "complex") {
      const { real, imag } = complexData(total);
      this.mode = "complex";
      this.real = new CompensatedSum(real);
      this.imaginary = new CompensatedSum(imag);
    } else {
      this.mode = "any";
      incref(total);
      this.object = total;
    }
  }

  /** The total as an object, borrowed or fresh. */
  result(): Value {
    switch (this.mode) {
      case "int":
        return newInt(this.big ?? this.small);
      case "float":
        return newFloat(this.real.value());
      case "complex":
        return newComplex(this.real.value(), this.imaginary.value());
      default:
        return this.object!;
    }
  }

  add(vm: Vm, item: Value): void {
    if (this.mode === "int") {
      if (typeof item === "number" || isExactInt(item) || item.type.name === "bool") {
        const n = intValue(item);
        let total: number | bigint;
        if (typeof n === "number" && this.big === null && Number.isSafeInteger(n + this.small)) total = n + this.small;
        else total = BigInt(n) + (this.big ?? BigInt(this.small));
        if (typeof total === "number" || (total <= LONG_MAX && total >= -LONG_MAX - 1n)) {
          this.setInteger(total);
          return;
        }
        this.mode = "any";
        this.object = newInt(total);
        incref(this.object);
        return;
      }
    } else if (this.mode === "float") {
      if (exactFloat(item)) {
        this.real.add(floatValue(item));
        return;
      }
      const d = longAsDouble(vm, item);
      if (d !== undefined) {
        this.real.add(d);
        return;
      }
    } else if (this.mode === "complex") {
      if (typeof item !== "number" && isComplex(item) && item.type.name === "complex") {
        const { real, imag } = complexData(item);
        this.real.add(real);
        this.imaginary.add(imag);
        return;
      }
      const d = isInstanceOf(item, FloatType) ? floatValue(item) : longAsDouble(vm, item);
      if (d !== undefined) {
        this.real.add(d);
        return;
      }
    }
    const mark = vm.scopeCount;
    const old = this.mode === "any" ? this.object : undefined;
    const total = binaryOp(vm, this.result(), item, NB_ADD);
    if (this.mode === "any") {
      incref(total);
      this.object = total;
    } else this.enter(total);
    if (old !== undefined) drop(vm, old);
    closeScope(vm, mark);
  }

  finish(vm: Vm): Value {
    const total = this.result();
    return this.mode === "any" ? noteOwned(vm, total) : total;
  }

  abandon(vm: Vm): void {
    if (this.mode === "any" && this.object !== undefined) drop(vm, this.object);
  }
}

/** The items of a list or tuple; additions may change a list. */
function addItems(vm: Vm, summer: Summer, sequence: Container): void {
  for (let i = 0; i < (sequence.data as Value[]).length; i++) {
    const item = (sequence.data as Value[])[i]!;
    if (summer.addSmall(item)) continue;
    const mark = vm.scopeCount;
    summer.add(vm, hold(vm, item));
    closeScope(vm, mark);
  }
}

function addAll(vm: Vm, summer: Summer, iterable: Value): void {
  const iterator = getIter(vm, iterable);
  const next = typeOf(iterator).tp_iternext!;
  for (let count = 1; ; count++) {
    const mark = vm.scopeCount;
    const item = next(vm, iterator);
    if (item === undefined) {
      dropStopValue(vm);
      return;
    }
    if (!summer.addSmall(item)) summer.add(vm, item);
    if (vm.scopeCount > mark) closeScope(vm, mark);
    if ((count & 0xffff) === 0) checkAllocation(vm, 0x80000);
  }
}

export function sum(vm: Vm, iterable: Value, start?: Value): Value {
  const first = start ?? 0;
  const refused = isStr(first) ? "strings [use ''" : isBytes(first) ? "bytes [use b''" : isInstanceOf(first, ByteArrayType) ? "bytearray [use b''" : undefined;
  if (refused !== undefined) throw typeError(vm, `sum() can't sum ${refused}.join(seq) instead]`);
  const summer = new Summer(first);
  try {
    if (typeof iterable !== "number" && (iterable.type === ListType || iterable.type === TupleType)) addItems(vm, summer, iterable as Container);
    else addAll(vm, summer, iterable);
  } catch (error) {
    summer.abandon(vm);
    throw error;
  }
  return summer.finish(vm);
}
