// Operators of operands that are no small ints, apart from the evaluation loop: a shape or a type that comes late makes V8 compile these short functions
// again, not the loop. Mirrors BINARY_OP, COMPARE_OP, TO_BOOL, CONTAINS_OP and STORE_SUBSCR of Python/bytecodes.c. See docs/interpreter.md.
import { compareNumbers, richCompare } from "../../core/compare.ts";
import { fail, keyError } from "../../core/errors.ts";
import { binaryOp, truth } from "../../core/number.ts";
import { type Container, K_INSTANCE, PyFloat, type PyObject, TPFLAGS_HEAPTYPE, type Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, drop, incref, own } from "../../memory/ref.ts";
import { False, True } from "../../types/bool.ts";
import { FloatType } from "../../types/float.ts";
import { ListType } from "../../types/list.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";
import * as arithmetic from "./arithmetic.ts";
import { ENTERED, FAILED } from "./call.ts";
import * as special from "./special.ts";
import * as subscript from "./subscript.ts";

/** Ends an operation of the two values below sp: the result becomes owned, the operands are dropped. */
export function finishTwo(vm: Vm, mark: number, S: Value[], sp: number, result: Value): number {
  const a = S[sp - 2]!;
  const b = S[sp - 1]!;
  S[sp - 2] = own(vm, mark, result);
  drop(vm, a);
  drop(vm, b);
  return sp - 1;
}

/** Two floats under + - * and /, in the place of one that nobody else has; false for other operators and for / 0. */
export function twoFloats(S: Value[], sp: number, a: PyFloat, b: PyFloat, arg: number): boolean {
  const x = a.v;
  const y = b.v;
  let r = 0;
  if (arg === 5 || arg === 18) r = x * y;
  else if (arg === 0 || arg === 13) r = x + y;
  else if (arg === 10 || arg === 23) r = x - y;
  else if ((arg === 11 || arg === 24) && y !== 0) r = x / y;
  else return false;
  if (a.rc === 1) {
    a.v = r;
    b.rc--;
    return true;
  }
  if (b.rc === 1) {
    b.v = r;
    S[sp - 2] = b;
  } else {
    const f = new PyFloat(FloatType, r);
    f.rc = 1;
    b.rc--;
    S[sp - 2] = f;
  }
  a.rc--;
  return true;
}

/**
 * A BINARY_OP of two locals, the first no int, that are not on the stack: arithmetic of floats and items of lists; the result is owned. undefined
 * where the general way is needed.
 */
export function attempt(a: PyObject, b: Value, arg: number): Value | undefined {
  if (typeof b === "number") {
    if (arg !== 26 || a.type !== ListType) return undefined;
    const items = (a as Container).data as Value[];
    const v = items[b < 0 ? b + items.length : b];
    if (v !== undefined && typeof v !== "number") v.rc++;
    return v;
  }
  if (a.type !== FloatType || b.type !== FloatType) return undefined;
  const x = (a as PyFloat).v;
  const y = (b as PyFloat).v;
  let r = 0;
  if (arg === 5 || arg === 18) r = x * y;
  else if (arg === 0 || arg === 13) r = x + y;
  else if (arg === 10 || arg === 23) r = x - y;
  else if ((arg === 11 || arg === 24) && y !== 0) r = x / y;
  else return undefined;
  const f = new PyFloat(FloatType, r);
  f.rc = 1;
  return f;
}

/** BINARY_OP where frame.pc and frame.sp are set: the new stack pointer, ENTERED or FAILED. */
export function binary(vm: Vm, mark: number, frame: Frame, S: Value[], sp: number, arg: number): number {
  const a = S[sp - 2]!;
  const b = S[sp - 1]!;
  if (typeof a !== "number") {
    const type = a.type;
    if (type === FloatType) {
      if (typeof b !== "number" && b.type.kind === K_INSTANCE && special.enterBinary(vm, frame, sp, a, b, arg)) return ENTERED;
    } else if (arg === 26 && typeof b === "number" && type === ListType) {
      const items = (a as Container).data as Value[];
      const at = b < 0 ? b + items.length : b;
      if (at >= 0 && at < items.length) {
        const v = items[at]!;
        incref(v);
        S[sp - 2] = v;
        if (--a.rc === 0) dealloc(vm, a);
        return sp - 1;
      }
    } else if ((type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterBinary(vm, frame, sp, a, b, arg)) return ENTERED;
  } else if (typeof b !== "number" && b.type.kind === K_INSTANCE && special.enterBinary(vm, frame, sp, a, b, arg)) return ENTERED;
  if (arg !== 26) return finishTwo(vm, mark, S, sp, arithmetic.floats(a, b, arg) ?? binaryOp(vm, a, b, arg));
  const v = subscript.lookupSubscript(vm, a, b);
  if (v === undefined) {
    // A key that a dict lacks, an index that a sequence lacks: raised without JavaScript's throw.
    if (vm.failure === null) fail(vm, keyError(vm, b));
    return FAILED;
  }
  return finishTwo(vm, mark, S, sp, v);
}

/** COMPARE_OP, likewise: the new stack pointer or ENTERED. */
export function compare(vm: Vm, mark: number, frame: Frame, S: Value[], sp: number, arg: number): number {
  const a = S[sp - 2]!;
  const b = S[sp - 1]!;
  if (typeof a !== "number") {
    if (a.type === FloatType) {
      if (typeof b !== "number" && b.type === FloatType) {
        S[sp - 2] = compareNumbers((a as PyFloat).v, (b as PyFloat).v, arg >> 5) ? True : False;
        drop(vm, a);
        drop(vm, b);
        return sp - 1;
      }
    } else if ((a.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterCompare(vm, frame, sp, a, b, arg >> 5)) return ENTERED;
  }
  let r: Value | undefined = arithmetic.compareQuick(a, b, arg >> 5);
  if (r === undefined) {
    r = richCompare(vm, a, b, arg >> 5);
    if ((arg & 16) !== 0 && r !== True && r !== False) r = truth(vm, r) ? True : False;
  }
  return finishTwo(vm, mark, S, sp, r);
}

/** TO_BOOL of an object that is neither True nor False: the stack pointer, with the truth in its place, or ENTERED. */
export function toBool(vm: Vm, mark: number, frame: Frame, S: Value[], sp: number): number {
  const v = S[sp - 1]!;
  if (typeof v !== "number" && (v.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterTruth(vm, frame, sp, v)) return ENTERED;
  S[sp - 1] = truth(vm, v) ? True : False;
  drop(vm, v);
  if (vm.scopeCount > mark) closeScope(vm, mark);
  return sp;
}

/** CONTAINS_OP, likewise. */
export function containsOp(vm: Vm, mark: number, frame: Frame, S: Value[], sp: number, arg: number): number {
  const c = S[sp - 1]!;
  if (typeof c !== "number" && (c.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterContains(vm, frame, sp, c, S[sp - 2]!)) return ENTERED;
  sp = subscript.containsOp(vm, sp, arg);
  if (vm.scopeCount > mark) closeScope(vm, mark);
  return sp;
}

/** STORE_SUBSCR, likewise. */
export function storeItem(vm: Vm, mark: number, frame: Frame, S: Value[], sp: number): number {
  const key = S[sp - 1]!;
  const c = S[sp - 2]!;
  if (typeof c !== "number") {
    if (c.type === ListType) {
      if (typeof key === "number") {
        const items = (c as Container).data as Value[];
        const at = key < 0 ? key + items.length : key;
        if (at >= 0 && at < items.length) {
          const old = items[at]!;
          items[at] = S[sp - 3]!;
          frame.sp = sp - 3;
          if (--c.rc === 0) dealloc(vm, c);
          drop(vm, old);
          return sp - 3;
        }
      }
    } else if ((c.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterStoreItem(vm, frame, sp, c, key, S[sp - 3]!)) return ENTERED;
  }
  sp = subscript.storeSubscript(vm, sp);
  if (vm.scopeCount > mark) closeScope(vm, mark);
  return sp;
}
