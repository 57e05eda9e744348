// sys: counts, sizes, interning. Mirrors Python/sysmodule.c. See docs/modules.md.
import {
  argumentName, asIndex, asSsize, call, dictPop, dropError, exc, headerSize, IMMORTAL, intern, internStr, isBigOrInt, isExactStr, isStr, isType, lookupSpecial, matches, newBool, newInt, newStr, recOf, textOf, TPFLAGS_IMMUTABLETYPE, TPFLAGS_HEAPTYPE, typeError,
  typeModified, typeName, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { borrowedReferences } from "../../interpreter/operands.ts";

/** What immortal objects show as their count. */
const IMMORTAL_COUNT = 3221225472;
const SMALL_MIN = -5;
const SMALL_MAX = 256;

const isSmall = (v: number): boolean => v >= SMALL_MIN && v <= SMALL_MAX;

export function getrefcount(vm: Vm, object: Value): Value {
  if (typeof object === "number") return isSmall(object) ? IMMORTAL_COUNT : 1;
  return object.rc >= IMMORTAL ? IMMORTAL_COUNT : object.rc - borrowedReferences(vm, object);
}

export const isImmortal = (_vm: Vm, object: Value): Value => newBool(typeof object === "number" ? isSmall(object) : object.rc >= IMMORTAL);

export function getsizeof(vm: Vm, object: Value, fallback?: Value): Value {
  try {
    const method = lookupSpecial(vm, object, "__sizeof__");
    if (method === undefined) throw typeError(vm, `Type ${typeName(object)} doesn't define __sizeof__`);
    const answer = call(vm, method, []);
    if (!isBigOrInt(answer)) throw typeError(vm, "an integer is required");
    const size = asIndex(vm, answer);
    if (asSsize(vm, answer) < 0) throw valueError(vm, "__sizeof__() should return >= 0");
    return newInt(typeof size === "bigint" ? size + BigInt(headerSize(object)) : BigInt(size) + BigInt(headerSize(object)));
  } catch (error) {
    if (fallback === undefined || !matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    return fallback;
  }
}

export function internString(vm: Vm, string: Value): Value {
  if (!isStr(string)) throw typeError(vm, `intern() argument must be str, not ${argumentName(string)}`);
  if (!isExactStr(string)) throw typeError(vm, `can't intern ${typeName(string)}`);
  return internStr(vm, string);
}

export function isInterned(vm: Vm, string: Value): Value {
  if (!isStr(string)) throw typeError(vm, `_is_interned() argument must be str, not ${argumentName(string)}`);
  if (!isExactStr(string)) return newBool(false);
  const text = textOf(string);
  return newBool(vm.interned.get(text) === string || (text.length <= 1 && newStr(text) === string) || (string.rc >= IMMORTAL && intern(vm, text) === string));
}

/** Removes the descriptors that make a class refer to itself, so that a discarded class can go at once. */
export function clearTypeDescriptors(vm: Vm, type: Value): void {
  if (!isType(type)) throw typeError(vm, `_clear_type_descriptors() argument must be type, not ${argumentName(type)}`);
  const record = recOf(type);
  if ((record.flags & TPFLAGS_IMMUTABLETYPE) !== 0 || (record.flags & TPFLAGS_HEAPTYPE) === 0) throw typeError(vm, "argument is immutable");
  for (const name of ["__dict__", "__weakref__"]) dictPop(vm, record.dict, newStr(name));
  typeModified(vm, record);
}

export function setIntMaxStrDigits(vm: Vm, maxdigits: Value): void {
  const n = asIndex(vm, maxdigits);
  if (n !== 0 && n < 640) throw valueError(vm, "maxdigits must be >= 640 or 0 for unlimited");
  vm.intMaxStrDigits = Number(n);
}
