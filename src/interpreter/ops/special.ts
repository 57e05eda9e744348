// Special methods written in Python, entered by the instruction that asks for them: their frame goes above the operands, which stay where
// they are, and `Frame.rest` says what is done with the result. Mirrors the slot functions of Objects/typeobject.c. See docs/interpreter.md.
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { genericLookupAttr, genericSetAttr } from "../../core/attribute.ts";
import { call } from "../../core/call.ts";
import { compareRest } from "../../core/compare.ts";
import { dropError, matches, stopIteration, typeError } from "../../core/errors.ts";
import { afterInplace, afterOperand, forwardName, inplaceName, lengthValue, NB_POWER, reflectedName, truth } from "../../core/number.ts";
import { type Container, K_FUNCTION, K_INSTANCE, NULL, type PyError, PyFloat, type PyStr, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../../core/object.ts";
import { checkLength, compareNames, hasPlainGetattribute } from "../../core/slots.ts";
import { isSubtype, lookup, lookupName, typeName, typeOf, versionOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, noteOwned, own } from "../../memory/ref.ts";
import { False, isExactTrueOrFalse, True } from "../../types/bool.ts";
import { cachesOf } from "../../types/code.ts";
import * as exc from "../../types/exceptions.ts";
import type { FunctionData } from "../../types/function.ts";
import { GeneratorType } from "../../types/generator.ts";
import { type PropertyData, PropertyType } from "../../types/property.ts";
import { None } from "../../types/none.ts";
import { NotImplemented } from "../../types/singletons.ts";
import type { Vm } from "../../vm/vm.ts";
import { ADVANCED, COMPARED, CONTAINED, DISCARDED, FORWARD, type Frame, HELD, INIT, INPLACE, ITERATED, MEASURED, NEXT, REFLECTED, REPLACED, RESUMED, SIZED, SUBSCRIPTED, TESTED } from "../frame.ts";
import { RAISE } from "../monitoring.ts";
import { endInit, enter, enterGetter } from "./call.ts";
import { enterResumed } from "./generator.ts";

/** What an instruction found for operands of two types; a record like those of ops/attribute.ts. */
interface SpecialCache {
  readonly left: TypeRec;
  readonly leftVersion: number;
  readonly right: TypeRec;
  readonly rightVersion: number;
  /** Borrowed; null where the general way is to be taken. */
  readonly func: Container | null;
  readonly rest: number;
}

const SUSPENDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

const SUBSCRIPT = 26;
/** In a cache of STORE_ATTR: what was found is a property. */
const SETTER = -1;

function isFunction(v: Value | null | undefined): v is Container {
  return v !== null && v !== undefined && typeof v !== "number" && v.type.kind === K_FUNCTION;
}

function fits(cache: SpecialCache | null | undefined, left: TypeRec, right: TypeRec): boolean {
  return cache !== null && cache !== undefined && cache.left === left && cache.right === right && cache.leftVersion === left.version && cache.rightVersion === right.version;
}

function remember(vm: Vm, frame: Frame, left: TypeRec, right: TypeRec, found: Value | undefined, rest: number): SpecialCache {
  const func = rest === SETTER || isFunction(found) ? (found as Container) : null;
  const cache: SpecialCache = { left, leftVersion: versionOf(vm, left), right, rightVersion: versionOf(vm, right), func, rest };
  cachesOf(frame.code)[frame.pc] = cache;
  return cache;
}

/** Enters a function with n arguments, counted already, at `sp`; false, with nothing changed, when the general way is needed. */
function enterAt(vm: Vm, func: Container, sp: number, n: number, rest: number): boolean {
  const f = func.data as FunctionData;
  const code = f.data;
  // A function's code may be another since.
  if (code.exact !== n || (code.flags & SUSPENDS) !== 0 || vm.depth >= vm.recursionLimit || sp + code.framesize + 16 > vm.stack.length) return false;
  func.rc++;
  enter(vm, code, f, func, sp, n, sp).rest = rest;
  return true;
}

function enterOne(vm: Vm, func: Container, sp: number, self: Value, rest: number): boolean {
  if (!enterAt(vm, func, sp, 1, rest)) return false;
  if (typeof self !== "number") self.rc++;
  vm.stack[sp] = self;
  return true;
}

function enterTwo(vm: Vm, func: Container, sp: number, self: Value, other: Value, rest: number): boolean {
  if (!enterAt(vm, func, sp, 2, rest)) return false;
  const S = vm.stack;
  if (typeof self !== "number") self.rc++;
  if (typeof other !== "number") other.rc++;
  S[sp] = self;
  S[sp + 1] = other;
  return true;
}

/** BINARY_OP: `__add__`, `__radd__`, `__iadd__`, `__getitem__` and their like. */
export function enterBinary(vm: Vm, frame: Frame, sp: number, a: Value, b: Value, arg: number): boolean {
  const left = typeOf(a);
  const right = typeOf(b);
  let cache = frame.code.caches[frame.pc] as SpecialCache | null | undefined;
  if (!fits(cache, left, right)) cache = findBinary(vm, frame, a, b, left, right, arg);
  const { func, rest } = cache!;
  if (func === null) return false;
  return rest === REFLECTED ? enterTwo(vm, func, sp, b, a, rest) : enterTwo(vm, func, sp, a, b, rest);
}

function findBinary(vm: Vm, frame: Frame, a: Value, b: Value, left: TypeRec, right: TypeRec, arg: number): SpecialCache {
  const heap = (left.flags & TPFLAGS_HEAPTYPE) !== 0;
  if (arg === SUBSCRIPT) return remember(vm, frame, left, right, heap ? lookup(left, "__getitem__") : undefined, SUBSCRIPTED);
  const plain = arg >= 13 ? arg - 13 : arg;
  if (plain === NB_POWER) return remember(vm, frame, left, right, undefined, 0);
  if (arg >= 13) {
    const inplace = heap ? lookup(left, inplaceName(plain)) : undefined;
    if (inplace !== undefined) return remember(vm, frame, left, right, inplace, INPLACE);
  }
  // The method of a right operand's class comes first where that is a subclass.
  if (heap) return remember(vm, frame, left, right, left === right || !isSubtype(right, left) ? lookup(left, forwardName(plain)) : undefined, FORWARD);
  // Of other left operands only numbers are known to leave it to the right one.
  const number = typeof a === "number" || a instanceof PyFloat;
  return remember(vm, frame, left, right, number && typeof b !== "number" && right.kind === K_INSTANCE ? lookup(right, reflectedName(plain)) : undefined, REFLECTED);
}

/** COMPARE_OP: `__eq__`, `__lt__` and their like. */
export function enterCompare(vm: Vm, frame: Frame, sp: number, a: Value, b: Value, op: number): boolean {
  const left = typeOf(a);
  const right = typeOf(b);
  let cache = frame.code.caches[frame.pc] as SpecialCache | null | undefined;
  if (!fits(cache, left, right)) {
    const first = (left.flags & TPFLAGS_HEAPTYPE) !== 0 && (left === right || !isSubtype(right, left));
    cache = remember(vm, frame, left, right, first ? lookup(left, compareNames[op]!) : undefined, COMPARED);
  }
  const func = cache!.func;
  return func !== null && enterTwo(vm, func, sp, a, b, COMPARED);
}

/** The function that a class has under `name`, found by an instruction whose operand's class alone decides. */
function unaryCache(vm: Vm, frame: Frame, type: TypeRec, name: string, rest: number): SpecialCache {
  const cache = frame.code.caches[frame.pc] as SpecialCache | null | undefined;
  if (fits(cache, type, type)) return cache!;
  return remember(vm, frame, type, type, (type.flags & TPFLAGS_HEAPTYPE) !== 0 ? lookup(type, name) : undefined, rest);
}

/** TO_BOOL: `__bool__`, else `__len__`. */
export function enterTruth(vm: Vm, frame: Frame, sp: number, v: Value): boolean {
  const type = typeOf(v);
  let cache = frame.code.caches[frame.pc] as SpecialCache | null | undefined;
  if (!fits(cache, type, type)) {
    const found = lookup(type, "__bool__");
    cache = found === undefined ? remember(vm, frame, type, type, lookup(type, "__len__"), MEASURED) : remember(vm, frame, type, type, found, TESTED);
  }
  const { func, rest } = cache!;
  return func !== null && enterOne(vm, func, sp, v, rest);
}

/** CONTAINS_OP: `__contains__`. */
export function enterContains(vm: Vm, frame: Frame, sp: number, container: Value, item: Value): boolean {
  const { func } = unaryCache(vm, frame, typeOf(container), "__contains__", CONTAINED);
  return func !== null && enterTwo(vm, func, sp, container, item, CONTAINED);
}

/** STORE_SUBSCR: `__setitem__`. */
export function enterStoreItem(vm: Vm, frame: Frame, sp: number, container: Value, key: Value, value: Value): boolean {
  const { func } = unaryCache(vm, frame, typeOf(container), "__setitem__", DISCARDED);
  return func !== null && enterThree(vm, func, sp, container, key, value);
}

function enterThree(vm: Vm, func: Container, sp: number, self: Value, second: Value, third: Value): boolean {
  if (!enterAt(vm, func, sp, 3, DISCARDED)) return false;
  const S = vm.stack;
  if (typeof self !== "number") self.rc++;
  if (typeof second !== "number") second.rc++;
  if (typeof third !== "number") third.rc++;
  S[sp] = self;
  S[sp + 1] = second;
  S[sp + 2] = third;
  return true;
}

/** STORE_ATTR: a property's setter, `__setattr__`. */
export function enterStoreAttr(vm: Vm, frame: Frame, sp: number, o: Value, name: PyStr, value: Value): boolean {
  const type = typeOf(o);
  let cache = frame.code.caches[frame.pc] as SpecialCache | null | undefined;
  if (!fits(cache, type, type)) {
    const override = lookup(type, "__setattr__");
    if (isFunction(override)) cache = remember(vm, frame, type, type, override, DISCARDED);
    else {
      if (type.tp_setattro !== genericSetAttr) return false;
      const found = lookupName(type, name);
      if (found === undefined || typeof found === "number" || found.type !== PropertyType) return false;
      cache = remember(vm, frame, type, type, found, SETTER);
    }
  }
  const { func, rest } = cache!;
  if (func === null) return false;
  if (rest !== SETTER) return enterThree(vm, func, sp, o, name, value);
  // A property may be given other functions, which leaves the class as it is.
  const { set } = func.data as PropertyData;
  return isFunction(set) && enterTwo(vm, set, sp, o, value, DISCARDED);
}

/** FOR_ITER: `__next__`. Whoever watches exceptions is told of the one that ends the loop, by the general way. */
export function enterNext(vm: Vm, frame: Frame, sp: number, iterator: Value): boolean {
  const { func } = unaryCache(vm, frame, typeOf(iterator), "__next__", ADVANCED);
  return func !== null && !vm.monitoring.wants(RAISE) && enterOne(vm, func, sp, iterator, ADVANCED);
}

/** GET_ITER: `__iter__`. */
export function enterIter(vm: Vm, frame: Frame, sp: number, v: Value): boolean {
  const { func } = unaryCache(vm, frame, typeOf(v), "__iter__", ITERATED);
  if (func === null) return false;
  const f = func.data as FunctionData;
  if (f.data.exact !== 1 || (f.data.flags & SUSPENDS) !== CO_GENERATOR) return enterOne(vm, func, sp, v, ITERATED);
  // A generator is an iterator for certain, so the operand goes into its frame.
  return enterGetter(vm, frame, func, sp);
}

/** CALL of len(): `__len__`. */
export function enterLength(vm: Vm, sp: number, v: Value): boolean {
  const type = typeOf(v);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) return false;
  const found = lookup(type, "__len__");
  return isFunction(found) && enterOne(vm, found, sp, v, SIZED);
}

/** CALL of next() with one argument: a generator's frame, or `__next__`. */
export function enterNextCall(vm: Vm, frame: Frame, sp: number, iterator: Value): boolean {
  if (typeof iterator === "number") return false;
  const { type } = iterator;
  if (type === GeneratorType) return enterResumed(vm, frame, iterator as Container, sp, None);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) return false;
  const found = lookup(type, "__next__");
  return isFunction(found) && enterOne(vm, found, sp, iterator, NEXT);
}

/** What loadHooked() answers where the general way is needed, and when a frame was entered. */
export const GENERAL = -1;
export const ENTERED = -2;

/** LOAD_ATTR where the class has a `__getattr__`: the stack pointer with the attribute loaded, or GENERAL or ENTERED. */
export function loadHooked(vm: Vm, frame: Frame, sp: number, o: Value, arg: number): number {
  const type = typeOf(o);
  const hook = lookup(type, "__getattr__");
  if (!isFunction(hook) || !hasPlainGetattribute(type)) return GENERAL;
  const name = frame.code.names[arg >> 1]!;
  const mark = vm.scopeCount;
  let v = lookupQuietly(vm, o, name);
  if (v === undefined) {
    if (vm.scopeCount > mark) closeScope(vm, mark);
    if (enterTwo(vm, hook, sp, o, name, REPLACED)) return ENTERED;
    v = call(vm, hook, [o, name]);
  }
  return replaceAttr(vm, sp, own(vm, mark, v), arg);
}

/** genericLookupAttr; what a descriptor raises as AttributeError counts as missing. */
function lookupQuietly(vm: Vm, o: Value, name: PyStr): Value | undefined {
  try {
    return genericLookupAttr(vm, o, name);
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function replaceAttr(vm: Vm, sp: number, v: Value, arg: number): number {
  const S = vm.stack;
  const o = S[sp - 1]!;
  S[sp - 1] = v;
  if ((arg & 1) !== 0) S[sp++] = NULL;
  if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
  return sp;
}

/**
 * A special method has returned to the instruction at frame.pc, whose operands end at sp: leaves the instruction's result (the method's,
 * `result`, is owned) and the index of the next one in frame.pc. Answers the stack pointer.
 */
export function endSpecial(vm: Vm, frame: Frame, rest: number, result: Value, sp: number): number {
  const S = vm.stack;
  const arg = frame.code.words[frame.pc]! >>> 8;
  const mark = vm.scopeCount;
  switch (rest) {
    case INIT:
      endInit(vm, result);
      frame.pc += 4;
      return sp + 1;
    case FORWARD:
    case REFLECTED:
    case INPLACE:
      if (result === NotImplemented) {
        NotImplemented.rc--;
        result = own(vm, mark, rest === INPLACE ? afterInplace(vm, S[sp - 2]!, S[sp - 1]!, arg) : afterOperand(vm, S[sp - 2]!, S[sp - 1]!, arg, rest === FORWARD));
      }
      frame.pc += 6;
      return replaceTwo(vm, sp, result);
    case SUBSCRIPTED:
      frame.pc += 6;
      return replaceTwo(vm, sp, result);
    case COMPARED:
      if (result === NotImplemented) {
        NotImplemented.rc--;
        result = own(vm, mark, compareRest(vm, S[sp - 2]!, S[sp - 1]!, arg >> 5));
      }
      if ((arg & 16) !== 0 && result !== True && result !== False) result = truthOf(vm, result) ? True : False;
      frame.pc += 2;
      return replaceTwo(vm, sp, result);
    case TESTED:
      noteOwned(vm, result);
      if (!isExactTrueOrFalse(result)) throw typeError(vm, `__bool__ should return bool, returned ${typeName(result)}`);
      frame.pc += 4;
      return replaceOne(vm, sp, result);
    case MEASURED: {
      noteOwned(vm, result);
      const full = checkLength(vm, result) !== 0;
      frame.pc += 4;
      return replaceOne(vm, sp, full ? True : False);
    }
    case CONTAINED: {
      const found = truthOf(vm, result) !== (arg === 1);
      frame.pc += 2;
      dropOperands(vm, sp - 2, sp);
      S[sp - 2] = found ? True : False;
      return sp - 1;
    }
    case DISCARDED: {
      if (typeof result !== "number" && --result.rc === 0) dealloc(vm, result);
      if ((frame.code.words[frame.pc]! & 255) === Op.STORE_SUBSCR) {
        frame.pc += 2;
        dropOperands(vm, sp - 3, sp);
        return sp - 3;
      }
      frame.pc += 5;
      const value = S[sp - 2]!;
      const o = S[sp - 1]!;
      if (typeof value !== "number" && --value.rc === 0) dealloc(vm, value);
      if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
      return sp - 2;
    }
    case ITERATED:
      noteOwned(vm, result);
      if (typeOf(result).tp_iternext === undefined) throw typeError(vm, `iter() returned non-iterator of type '${typeName(result)}'`);
      frame.pc += 1;
      return replaceOne(vm, sp, own(vm, mark, result));
    case ADVANCED:
      S[sp] = result;
      frame.pc += 2;
      return sp + 1;
    case SIZED: {
      noteOwned(vm, result);
      const length = lengthValue(checkLength(vm, result));
      frame.pc += 4;
      return replaceCall(vm, sp, arg, length);
    }
    case HELD: {
      const o = S[sp]!;
      S[sp] = result;
      frame.pc += 4;
      if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
      return sp + 1;
    }
    case NEXT:
    case RESUMED:
      frame.pc += 4;
      return replaceCall(vm, sp, arg, result);
    default:
      frame.pc += 10;
      return replaceAttr(vm, sp, result, arg);
  }
}

/** A generator that a CALL resumed has returned: what is raised instead of its (owned) result. */
export function stopWith(vm: Vm, result: Value): PyError {
  try {
    return stopIteration(vm, result === None ? undefined : result);
  } finally {
    if (typeof result !== "number" && --result.rc === 0) dealloc(vm, result);
  }
}

/** An iterator's `__next__` has raised StopIteration to the FOR_ITER at frame.pc: the loop is left. */
export function endLoop(vm: Vm, frame: Frame): void {
  const sp = frame.sp - 1;
  const iterator = vm.stack[sp]!;
  frame.sp = sp;
  // The END_FOR and POP_ITER behind the loop are skipped with their work done here.
  frame.pc += 4 + (frame.code.words[frame.pc]! >>> 8);
  if (typeof iterator !== "number" && --iterator.rc === 0) dealloc(vm, iterator);
}

/** The result of a CALL with n arguments whose operands are still there. */
function replaceCall(vm: Vm, sp: number, n: number, result: Value): number {
  const S = vm.stack;
  const at = sp - n - 2;
  const callable = S[at]!;
  S[at] = result;
  for (let i = at + 1; i < sp; i++) {
    const v = S[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
  if (typeof callable !== "number" && --callable.rc === 0) dealloc(vm, callable);
  return at + 1;
}

function truthOf(vm: Vm, owned: Value): boolean {
  noteOwned(vm, owned);
  return truth(vm, owned);
}

function replaceOne(vm: Vm, sp: number, result: Value): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  S[sp - 1] = result;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

function replaceTwo(vm: Vm, sp: number, result: Value): number {
  const S = vm.stack;
  const a = S[sp - 2]!;
  const b = S[sp - 1]!;
  S[sp - 2] = result;
  if (typeof a !== "number" && --a.rc === 0) dealloc(vm, a);
  if (typeof b !== "number" && --b.rc === 0) dealloc(vm, b);
  return sp - 1;
}

/** Operands from the last to the first. */
function dropOperands(vm: Vm, from: number, to: number): void {
  const S = vm.stack;
  for (let i = to - 1; i >= from; i--) {
    const v = S[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
}
