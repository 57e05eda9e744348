// sum, pow, divmod, abs: arithmetic over any objects. sum() of floats and complex numbers is compensated (Neumaier). Mirrors Python/bltinmodule.c. See docs/modules.md.
import {
  bigToDouble, binaryOp, binaryOp1, closeScope, complexData, drop, FloatType, floatValue, forEach, incref, intValue, isBigOrInt, isBytes, isComplex, isExactInt, isInstanceOf, isStr, NB_ADD, newComplex, newFloat, newInt, None, noteOwned,
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
  private integer: number | bigint = 0;
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
        this.integer = n;
        return;
      }
    }
    this.enter(start);
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
        return newInt(this.integer);
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
        if (typeof n === "number" && typeof this.integer === "number" && Number.isSafeInteger(n + this.integer)) total = n + this.integer;
        else total = BigInt(n) + BigInt(this.integer);
        if (typeof total === "number" || (total <= LONG_MAX && total >= -LONG_MAX - 1n)) {
          this.integer = total;
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

export function sum(vm: Vm, iterable: Value, start?: Value): Value {
  const first = start ?? 0;
  const refused = isStr(first) ? "strings [use ''" : isBytes(first) ? "bytes [use b''" : isInstanceOf(first, ByteArrayType) ? "bytearray [use b''" : undefined;
  if (refused !== undefined) throw typeError(vm, `sum() can't sum ${refused}.join(seq) instead]`);
  const summer = new Summer(first);
  try {
    forEach(vm, iterable, (item) => summer.add(vm, item));
  } catch (error) {
    summer.abandon(vm);
    throw error;
  }
  return summer.finish(vm);
}
