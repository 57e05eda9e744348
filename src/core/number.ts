// Operators over all objects: truth, unary and binary operations with CPython's dispatch. Mirrors Objects/abstract.c. See docs/core.md.
import { classGetItem } from "./class-getitem.ts";
import { False, True } from "../types/bool.ts";
import { intOp, IntType } from "../types/int/int.ts";
import { intValue, newInt } from "../types/int/int-object.ts";
import * as exc from "../types/exceptions.ts";
import { None } from "../types/none.ts";
import { strConcat, StrType } from "../types/str/str.ts";
import { NotImplemented } from "../types/singletons.ts";
import type { Vm } from "../vm/vm.ts";
import { asSsize } from "./convert.ts";
import { typeError } from "./errors.ts";
import { type BinaryFunc, type PyStr, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "./object.ts";
import { isSubtype, lookup, typeName, typeOf } from "./type.ts";
import { callTypeMethod } from "./call.ts";

/** Truth of any object. */
export function truth(vm: Vm, v: Value): boolean {
  if (typeof v === "number") return v !== 0;
  if (v === True) return true;
  if (v === False || v === None) return false;
  const type = v.type;
  if (type.nb_bool !== undefined) return type.nb_bool(vm, v);
  if (type.mp_length !== undefined) return type.mp_length(vm, v) !== 0;
  if (type.sq_length !== undefined) return type.sq_length(vm, v) !== 0;
  return true;
}

export interface Operator {
  readonly symbol: string;
  readonly slot: string;
}

const op = (symbol: string, slot: string): Operator => ({ symbol, slot });

/** Indexed by the argument of BINARY_OP (NB_ADD = 0 ...), in-place ones from 13 on. */
export const operators: readonly Operator[] = [
  op("+", "nb_add"), op("&", "nb_and"), op("//", "nb_floor_divide"), op("<<", "nb_lshift"), op("@", "nb_matrix_multiply"),
  op("*", "nb_multiply"), op("%", "nb_remainder"), op("|", "nb_or"), op("** or pow()", "nb_power"), op(">>", "nb_rshift"),
  op("-", "nb_subtract"), op("/", "nb_true_divide"), op("^", "nb_xor"),
  op("+=", "nb_inplace_add"), op("&=", "nb_inplace_and"), op("//=", "nb_inplace_floor_divide"), op("<<=", "nb_inplace_lshift"),
  op("@=", "nb_inplace_matrix_multiply"), op("*=", "nb_inplace_multiply"), op("%=", "nb_inplace_remainder"), op("|=", "nb_inplace_or"),
  op("**=", "nb_inplace_power"), op(">>=", "nb_inplace_rshift"), op("-=", "nb_inplace_subtract"), op("/=", "nb_inplace_true_divide"),
  op("^=", "nb_inplace_xor"),
];
export const NB_ADD = 0;
export const NB_MULTIPLY = 5;
export const NB_POWER = 8;
export const NB_SUBSCR = 26;
const INPLACE = 13;

/** The slots of both operands in their turn, the right one's (undefined where both have one type) first when its type is a subtype's with a slot of its own. */
function trySlots(vm: Vm, left: Value, right: Value, ls: BinaryFunc | undefined, rs: BinaryFunc | undefined): Value {
  if (rs === ls) rs = undefined;
  if (ls !== undefined) {
    if (rs !== undefined && isSubtype(typeOf(right), typeOf(left))) {
      const answer = rs(vm, left, right);
      if (answer !== NotImplemented) return answer;
      rs = undefined;
    }
    const answer = ls(vm, left, right);
    if (answer !== NotImplemented) return answer;
  }
  return rs === undefined ? NotImplemented : rs(vm, left, right);
}

/** Tries both operands' slots by name. */
export function binaryOp1(vm: Vm, left: Value, right: Value, slot: string): Value {
  const lt = typeOf(left);
  const rt = typeOf(right);
  const ls = (lt as any)[slot];
  return trySlots(vm, left, right, ls, rt === lt ? undefined : (rt as any)[slot]);
}

/** The slot of an operator that is not in place. */
function slotOf(type: TypeRec, code: number): BinaryFunc | undefined {
  switch (code) {
    case 0: return type.nb_add;
    case 1: return type.nb_and;
    case 2: return type.nb_floor_divide;
    case 3: return type.nb_lshift;
    case 4: return type.nb_matrix_multiply;
    case 5: return type.nb_multiply;
    case 6: return type.nb_remainder;
    case 7: return type.nb_or;
    case 9: return type.nb_rshift;
    case 10: return type.nb_subtract;
    case 11: return type.nb_true_divide;
    default: return type.nb_xor;
  }
}

/** binaryOp1 by the number of an operator that is not in place and not **. */
function binaryCode(vm: Vm, left: Value, right: Value, code: number): Value {
  const lt = typeOf(left);
  const rt = typeOf(right);
  const ls = slotOf(lt, code);
  return trySlots(vm, left, right, ls, rt === lt ? undefined : slotOf(rt, code));
}

/** left op right, op as in BINARY_OP (without NB_SUBSCR). */
export function binaryOp(vm: Vm, left: Value, right: Value, code: number): Value {
  const plain = code >= INPLACE ? code - INPLACE : code;
  if (typeof left === "number" || left.type === IntType) {
    if (typeof right === "number" || right.type === IntType) {
      const quick = intOp(vm, intValue(left), intValue(right), plain);
      if (quick !== undefined) return quick;
    }
  } else if (plain === NB_ADD && left.type === StrType && typeof right !== "number" && right.type === StrType) return strConcat(vm, left as PyStr, right as PyStr);
  if (code === NB_POWER) return power(vm, left, right, None);
  if (code >= INPLACE) return inplaceOp(vm, left, right, code);
  const answer = binaryCode(vm, left, right, code);
  if (answer !== NotImplemented) return answer;
  return sequenceOp(vm, left, right, code, operators[code]!.symbol);
}

function sequenceOp(vm: Vm, left: Value, right: Value, code: number, symbol: string): Value {
  if (code === NB_ADD) {
    const concat = typeOf(left).sq_concat;
    if (concat !== undefined) return concat(vm, left, right);
  } else if (code === NB_MULTIPLY) {
    const lt = typeOf(left);
    const rt = typeOf(right);
    if (lt.sq_repeat !== undefined) return repeat(vm, lt.sq_repeat, left, right);
    if (rt.sq_repeat !== undefined) return repeat(vm, rt.sq_repeat, right, left);
  }
  throw operandError(vm, left, right, symbol);
}

function repeat(vm: Vm, slot: NonNullable<TypeRec["sq_repeat"]>, sequence: Value, count: Value): Value {
  if (typeOf(count).nb_index === undefined) throw typeError(vm, `can't multiply sequence by non-int of type '${typeName(count)}'`);
  return slot(vm, sequence, asSsize(vm, count));
}

function operandError(vm: Vm, left: Value, right: Value, symbol: string): Error {
  if (symbol === ">>" && (left as any).data?.def?.name === "print") {
    throw typeError(vm, `unsupported operand type(s) for >>: '${typeName(left)}' and '${typeName(right)}'. Did you mean "print(<message>, file=<output_stream>)"?`);
  }
  throw typeError(vm, `unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`);
}

function inplaceOp(vm: Vm, left: Value, right: Value, code: number): Value {
  const plain = code - INPLACE;
  const { symbol, slot } = operators[code]!;
  const type = typeOf(left);
  const own = (type as any)[slot];
  if (own !== undefined) {
    const answer = plain === NB_POWER ? own(vm, left, right, None) : own(vm, left, right);
    if (answer !== NotImplemented) return answer;
  }
  if (plain === NB_POWER) return powerWith(vm, left, right, None, symbol);
  return afterInplace(vm, left, right, code);
}

/** An operator in place after its own method answered NotImplemented. */
export function afterInplace(vm: Vm, left: Value, right: Value, code: number): Value {
  const answer = binaryCode(vm, left, right, code - INPLACE);
  return answer === NotImplemented ? inplaceSequenceOp(vm, left, right, code) : answer;
}

function inplaceSequenceOp(vm: Vm, left: Value, right: Value, code: number): Value {
  const plain = code - INPLACE;
  const type = typeOf(left);
  if (plain === NB_ADD) {
    const concat = type.sq_inplace_concat ?? type.sq_concat;
    if (concat !== undefined) return concat(vm, left, right);
  } else if (plain === NB_MULTIPLY) {
    const mul = type.sq_inplace_repeat ?? type.sq_repeat;
    if (mul !== undefined) return repeat(vm, mul, left, right);
    const other = typeOf(right).sq_repeat;
    if (other !== undefined && !hasSequenceSlots(type)) return repeat(vm, other, right, left);
  }
  throw operandError(vm, left, right, operators[code]!.symbol);
}

/** An operator (not **) after the left operand's method in Python, or the right one's, answered NotImplemented. */
export function afterOperand(vm: Vm, left: Value, right: Value, code: number, leftTried: boolean): Value {
  const plain = code >= INPLACE ? code - INPLACE : code;
  const lt = typeOf(left);
  const rt = typeOf(right);
  if (leftTried && lt !== rt) {
    const slot = slotOf(rt, plain);
    let answer: Value = NotImplemented;
    if (slot === slotOf(lt, plain)) {
      const name = reflectedName(plain);
      if (lookup(rt, name) !== undefined) answer = callTypeMethod(vm, right, name, [left]);
    } else if (slot !== undefined) answer = slot(vm, left, right);
    if (answer !== NotImplemented) return answer;
  }
  return code >= INPLACE ? inplaceSequenceOp(vm, left, right, code) : sequenceOp(vm, left, right, code, operators[code]!.symbol);
}

const binaryNames = ["add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift", "sub", "truediv", "xor"];

/** The dunder of an operator that is not in place, of its reflected form, and of its form in place. */
export function forwardName(code: number): string {
  return `__${binaryNames[code]!}__`;
}
export function reflectedName(code: number): string {
  return `__r${binaryNames[code]!}__`;
}
export function inplaceName(code: number): string {
  return `__i${binaryNames[code]!}__`;
}

/** pow(base, exponent, modulus); modulus None for two arguments. */
export function power(vm: Vm, base: Value, exponent: Value, modulus: Value): Value {
  return powerWith(vm, base, exponent, modulus, "** or pow()");
}

function powerWith(vm: Vm, base: Value, exponent: Value, modulus: Value, symbol: string): Value {
  const lt = typeOf(base);
  const rt = typeOf(exponent);
  const ls = lt.nb_power;
  let rs = rt === lt ? undefined : rt.nb_power;
  if (rs === ls) rs = undefined;
  let answer: Value = NotImplemented;
  if (ls !== undefined) {
    if (rs !== undefined && isSubtype(rt, lt)) {
      answer = rs(vm, base, exponent, modulus);
      if (answer !== NotImplemented) return answer;
      rs = undefined;
    }
    answer = ls(vm, base, exponent, modulus);
    if (answer !== NotImplemented) return answer;
  }
  if (rs !== undefined) {
    answer = rs(vm, base, exponent, modulus);
    if (answer !== NotImplemented) return answer;
  }
  const ms = typeOf(modulus).nb_power;
  if (modulus !== None && ms !== undefined && ms !== ls && ms !== rs) {
    answer = ms(vm, base, exponent, modulus);
    if (answer !== NotImplemented) return answer;
  }
  if (modulus === None) throw typeError(vm, `unsupported operand type(s) for ${symbol}: '${typeName(base)}' and '${typeName(exponent)}'`);
  throw typeError(vm, `unsupported operand type(s) for ** or pow(): '${typeName(base)}', '${typeName(exponent)}', '${typeName(modulus)}'`);
}

const unaryMessages: Record<string, string> = { nb_negative: "unary -", nb_positive: "unary +", nb_invert: "unary ~", nb_absolute: "abs()" };

/** A field by a name that varies would be a hash lookup. */
function unarySlot(type: TypeRec, slot: "nb_negative" | "nb_positive" | "nb_invert" | "nb_absolute"): TypeRec["nb_negative"] {
  switch (slot) {
    case "nb_negative":
      return type.nb_negative;
    case "nb_positive":
      return type.nb_positive;
    case "nb_invert":
      return type.nb_invert;
    default:
      return type.nb_absolute;
  }
}

/** -v, +v, ~v, abs(v) by slot name. */
export function unaryOp(vm: Vm, v: Value, slot: "nb_negative" | "nb_positive" | "nb_invert" | "nb_absolute"): Value {
  const fn = unarySlot(typeOf(v), slot);
  if (fn === undefined) throw typeError(vm, `bad operand type for ${unaryMessages[slot]}: '${typeName(v)}'`);
  return fn(vm, v);
}

/** len(v); raises TypeError for what has none. */
export function length(vm: Vm, v: Value): number {
  const type = typeOf(v);
  const slot = type.sq_length ?? type.mp_length;
  if (slot === undefined) throw typeError(vm, `object of type '${typeName(v)}' has no len()`);
  return slot(vm, v);
}

/** sys.maxsize. */
export const MAX_LENGTH = (1n << 63n) - 1n;

/** A length as a Python int: slots answer JavaScript numbers, in which lengths near sys.maxsize are rounded. */
export function lengthValue(n: number): Value {
  if (n <= Number.MAX_SAFE_INTEGER) return n;
  const exact = BigInt(n);
  return newInt(exact > MAX_LENGTH ? MAX_LENGTH : exact);
}

/** Whether CPython's type has a table of sequence slots at all: every class made at run time has, natives where one slot is filled. */
function hasSequenceSlots(type: TypeRec): boolean {
  return (
    (type.flags & TPFLAGS_HEAPTYPE) !== 0 || type.sq_length !== undefined || type.sq_contains !== undefined || type.sq_item !== undefined || type.sq_concat !== undefined ||
    type.sq_repeat !== undefined
  );
}

/** container[key]. */
export function getItem(vm: Vm, container: Value, key: Value): Value {
  const type = typeOf(container);
  if (type.mp_subscript !== undefined) return type.mp_subscript(vm, container, key);
  if (type.sq_item !== undefined) {
    if (typeOf(key).nb_index === undefined) throw typeError(vm, `sequence index must be integer, not '${typeName(key)}'`);
    let i = asSsize(vm, key, exc.IndexErrorType);
    if (i < 0 && type.sq_length !== undefined) i += type.sq_length(vm, container);
    return type.sq_item(vm, container, i);
  }
  return classGetItem(vm, container, key);
}

/** container[key] = value; value undefined deletes. */
export function setItem(vm: Vm, container: Value, key: Value, value: Value | undefined): void {
  const type = typeOf(container);
  if (type.mp_ass_subscript !== undefined) {
    type.mp_ass_subscript(vm, container, key, value);
    return;
  }
  const what = value === undefined ? "deletion" : "assignment";
  if (type.sq_ass_item !== undefined) {
    if (typeOf(key).nb_index === undefined) throw typeError(vm, `sequence index must be integer, not '${typeName(key)}'`);
    let i = asSsize(vm, key, exc.IndexErrorType);
    if (i < 0 && type.sq_length !== undefined) i += type.sq_length(vm, container);
    type.sq_ass_item(vm, container, i, value);
    return;
  }
  if (hasSequenceSlots(type) && typeOf(key).nb_index !== undefined) {
    asSsize(vm, key, exc.IndexErrorType);
    if (value === undefined) throw typeError(vm, `'${typeName(container)}' object doesn't support item deletion`);
  }
  throw typeError(vm, `'${typeName(container)}' object does not support item ${what}`);
}

