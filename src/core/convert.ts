// Conversions from Python values to host values (as*) that may raise, and repr/str. Mirrors Objects/abstract.c and object.c. See docs/core.md.
import { warn } from "./warn.ts";
import { addressText } from "./identity.ts";
import { intValue, isBigOrInt } from "../types/int/int-object.ts";
import { newStr, isExactStr, isStr, textOf } from "../types/str/str-object.ts";
import { IntType } from "../types/int/int.ts";
import { FloatType } from "../types/float.ts";
import type { Vm } from "../vm/vm.ts";
import { enterNative, leaveNative } from "./depth.ts";
import { newError, overflowError, typeError } from "./errors.ts";
import * as exc from "../types/exceptions.ts";
import { type Container, type PyStr, TPFLAGS_LONG_SUBCLASS, type Value } from "./object.ts";
import { fullName, isSubtype, typeName, typeOf } from "./type.ts";

/** operator.index(v) as an int object. */
export function indexOf(vm: Vm, v: Value): Value {
  if (isBigOrInt(v)) return v;
  const slot = typeOf(v).nb_index;
  if (slot === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer`);
  const answer = slot(vm, v);
  if (!isBigOrInt(answer)) throw typeError(vm, `__index__ returned non-int (type ${typeName(answer)})`);
  if (typeof answer !== "number" && answer.type !== IntType) {
    warn(vm, "DeprecationWarning", `__index__ returned non-int (type ${typeName(answer)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`);
  }
  return answer;
}

/** operator.index(v) as number or bigint. */
export function asIndex(vm: Vm, v: Value): number | bigint {
  if (typeof v === "number") return v;
  return intValue(indexOf(vm, v));
}

const SSIZE_MAX = 9223372036854775807n;

/** An index-sized int as a JavaScript number; beyond ±2^53 it is rounded, which no caller can tell. Raises OverflowError past 64 bits. */
export function asSsize(vm: Vm, v: Value, type: typeof exc.OverflowErrorType = exc.OverflowErrorType): number {
  if (typeof v === "number") return v;
  const n = asIndex(vm, v);
  if (typeof n === "number") return n;
  if (n > SSIZE_MAX || n < -SSIZE_MAX - 1n) throw newError(vm, type, `cannot fit '${typeName(v)}' into an index-sized integer`);
  return Number(n);
}

/** An int that a C function takes as Py_ssize_t: like asSsize, with the message of the conversion from int. */
export function asSsizeArgument(vm: Vm, v: Value): number {
  if (typeof v === "number") return v;
  const n = asIndex(vm, v);
  if (n > SSIZE_MAX || n < -SSIZE_MAX - 1n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

/** What PyLong_AsSsize_t makes of a value: ints alone. */
export function asSsizeOfInt(vm: Vm, v: Value): number {
  if (typeof v !== "number" && (v.type.flags & TPFLAGS_LONG_SUBCLASS) === 0) throw typeError(vm, "an integer is required");
  return asSsizeArgument(vm, v);
}

/** Like asSsize, but values out of range are clipped: for slice bounds. */
export function asClippedIndex(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (typeof n === "number") return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** A C int: OverflowError outside 32 bits. */
export function asInt32(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 2147483647) throw overflowError(vm, typeof n === "bigint" ? "Python int too large to convert to C int" : "signed integer is greater than maximum");
  if (n < -2147483648) throw overflowError(vm, typeof n === "bigint" ? "Python int too large to convert to C int" : "signed integer is less than minimum");
  return Number(n);
}

/** A C int as PyLong_AsInt converts it: one message for all that do not fit. */
export function asCInt(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 2147483647 || n < -2147483648) throw overflowError(vm, "Python int too large to convert to C int");
  return Number(n);
}

/** A float argument: floats, what has __float__ or __index__. */
export function asDouble(vm: Vm, v: Value): number {
  if (typeof v === "number") return v;
  if (v.type === FloatType) return (v as any).v;
  if (isSubtype(v.type, FloatType)) return (v as Container).data;
  const type = v.type;
  if (type.nb_float !== undefined && (type.flags & TPFLAGS_LONG_SUBCLASS) === 0) {
    const answer = type.nb_float(vm, v);
    if (typeof answer !== "number" && answer.type === FloatType) return (answer as any).v;
    if (!isSubtype(typeOf(answer), FloatType)) throw typeError(vm, `${fullName(type)}.__float__ returned non-float (type ${typeName(answer)})`);
    warn(vm, "DeprecationWarning", `${fullName(type)}.__float__ returned non-float (type ${typeName(answer)}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`);
    return (answer as Container).data;
  }
  if (type.nb_index !== undefined) {
    const n = asIndex(vm, v);
    return typeof n === "number" ? n : bigToDouble(vm, n);
  }
  throw typeError(vm, `must be real number, not ${typeName(v)}`);
}

/** An int as the nearest double; raises OverflowError past the range. */
export function bigToDouble(vm: Vm, n: bigint): number {
  const d = Number(n);
  if (!Number.isFinite(d)) throw overflowError(vm, "int too large to convert to float");
  return d;
}

/** repr(v). */
export function repr(vm: Vm, v: Value): PyStr {
  if (typeof v === "number") return newStr(String(v));
  const slot = v.type.tp_repr;
  if (slot === undefined) return newStr(`<${v.type.name} object at ${addressText(vm, v)}>`);
  enterNative(vm, " while getting the repr of an object");
  try {
    const answer = slot(vm, v);
    if (!isStr(answer)) throw typeError(vm, `__repr__ returned non-string (type ${typeName(answer)})`);
    return answer;
  } finally {
    leaveNative(vm);
  }
}

/** str(v). */
export function str(vm: Vm, v: Value): PyStr {
  if (typeof v === "number") return newStr(String(v));
  if (isExactStr(v)) return v;
  const slot = v.type.tp_str;
  if (slot === undefined) return repr(vm, v);
  enterNative(vm, " while getting the str of an object");
  try {
    const answer = slot(vm, v);
    if (!isStr(answer)) throw typeError(vm, `__str__ returned non-string (type ${typeName(answer)})`);
    return answer;
  } finally {
    leaveNative(vm);
  }
}

/** repr(v) as JavaScript text. */
export function reprText(vm: Vm, v: Value): string {
  return textOf(repr(vm, v));
}

/** str(v) as JavaScript text. */
export function strText(vm: Vm, v: Value): string {
  return textOf(str(vm, v));
}


/** ascii(v) as text: repr with everything outside ASCII escaped. */
export function asciiText(vm: Vm, v: Value): string {
  let out = "";
  for (const c of reprText(vm, v)) {
    const point = c.codePointAt(0)!;
    if (point < 128) out += c;
    else if (point < 256) out += "\\x" + point.toString(16).padStart(2, "0");
    else if (point < 65536) out += "\\u" + point.toString(16).padStart(4, "0");
    else out += "\\U" + point.toString(16).padStart(8, "0");
  }
  return out;
}
