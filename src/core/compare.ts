// Rich comparison. Mirrors PyObject_RichCompare in Objects/object.c. See docs/core.md.
import { False, True } from "../types/bool.ts";
import { NotImplemented } from "../types/singletons.ts";
import { StrType } from "../types/str/str.ts";
import { textEquals } from "../base/text.ts";
import type { Vm } from "../vm/vm.ts";
import { typeError } from "./errors.ts";
import type { Leaf, TypeRec, Value } from "./object.ts";
import { truth } from "./number.ts";
import { isSubtype, typeName, typeOf } from "./type.ts";
import { enterNative, leaveNative } from "./depth.ts";

export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;
const SWAPPED = [GT, GE, EQ, NE, LT, LE];
const SYMBOLS = ["<", "<=", "==", "!=", ">", ">="];

/** left op right, any object as answer. */
export function richCompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right, op) ? True : False;
  const lt = typeOf(left);
  const rt = typeOf(right);
  enterNative(vm, " in comparison");
  try {
    return compareTyped(vm, left, right, lt, rt, op);
  } finally {
    leaveNative(vm);
  }
}

export function compareNumbers(a: number, b: number, op: number): boolean {
  switch (op) {
    case 0: return a < b;
    case 1: return a <= b;
    case 2: return a === b;
    case 3: return a !== b;
    case 4: return a > b;
    default: return a >= b;
  }
}

function compareTyped(vm: Vm, left: Value, right: Value, lt: TypeRec, rt: TypeRec, op: number): Value {
  let reflectedTried = false;
  if (lt !== rt && isSubtype(rt, lt) && rt.tp_richcompare !== undefined) {
    reflectedTried = true;
    const answer = rt.tp_richcompare(vm, right, left, SWAPPED[op]!);
    if (answer !== NotImplemented) return answer;
  }
  if (lt.tp_richcompare !== undefined) {
    const answer = lt.tp_richcompare(vm, left, right, op);
    if (answer !== NotImplemented) return answer;
  }
  return compareReflected(vm, left, right, op, reflectedTried ? undefined : rt.tp_richcompare);
}

function compareReflected(vm: Vm, left: Value, right: Value, op: number, slot: TypeRec["tp_richcompare"]): Value {
  if (slot !== undefined) {
    const answer = slot(vm, right, left, SWAPPED[op]!);
    if (answer !== NotImplemented) return answer;
  }
  if (op === EQ) return left === right ? True : False;
  if (op === NE) return left !== right ? True : False;
  throw typeError(vm, `'${SYMBOLS[op]}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`);
}

/** richCompare after the left operand's method, which was to be asked first, answered NotImplemented. */
export function compareRest(vm: Vm, left: Value, right: Value, op: number): Value {
  return compareReflected(vm, left, right, op, typeOf(right).tp_richcompare);
}

/** left op right as a truth value; identity implies equality, as in containers. */
export function richCompareBool(vm: Vm, left: Value, right: Value, op: number): boolean {
  if (left === right) {
    if (op === EQ) return true;
    if (op === NE) return false;
  }
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right, op);
  const answer = richCompare(vm, left, right, op);
  if (answer === True) return true;
  if (answer === False) return false;
  return truth(vm, answer);
}

/** Equality of table keys. */
export function equalKeys(vm: Vm, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === "number") {
    if (typeof b === "number") return false;
  } else if (typeof b !== "number" && a.type === StrType && b.type === StrType) return textEquals((a as Leaf).data, (b as Leaf).data);
  return richCompareBool(vm, a, b, EQ);
}

/** left == right, with identity first. */
export function equalValues(vm: Vm, left: Value, right: Value): boolean {
  return richCompareBool(vm, left, right, EQ);
}
