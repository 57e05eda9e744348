// CALL and its kin: Python functions get a frame on the data stack, natives are called directly. See docs/interpreter.md.
import { nearestName } from "../../base/suggest.ts";
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS } from "../../bytecode/code-unit.ts";
import { call as callObject, functionText, namedAfter } from "../../core/call.ts";
import { collect } from "../../core/iterate.ts";
import { reprText } from "../../core/convert.ts";
import { recursionError, throwRaised, typeError } from "../../core/errors.ts";
import { type Container, type Instance, K_BUILTIN, K_EXCEPTION, K_FUNCTION, K_INSTANCE, K_METHOD, K_METHOD_DESCRIPTOR, K_TYPE, type Leaf, NULL, type PyStr, TPFLAGS_HEAPTYPE, TPFLAGS_IS_ABSTRACT, type TypeRec, type Value } from "../../core/object.ts";
import { arityError } from "../../core/signature.ts";
import { QUICK_LEN } from "../../core/native-def.ts";
import { isSubtype, lookup, typeName, typeOf, versionOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, drop, incref, note } from "../../memory/ref.ts";
import type { BuiltinData } from "../../types/builtin-function.ts";
import type { CodeData } from "../../types/code.ts";
import { type MethodDescriptorData, type WrapperData, WrapperDescriptorType } from "../../types/descriptors.ts";
import { BaseExceptionType, isPlainException, newException, newPlainException } from "../../types/exceptions.ts";
import { intOf, IntType } from "../../types/int/int.ts";
import { DictType } from "../../types/dict/dict.ts";
import { dictEntries, dictGetStr, dictItems, dictLength, dictSet, isDict, newTrackedDict } from "../../types/dict/dict-object.ts";
import type { FunctionData } from "../../types/function.ts";
import type { MethodData } from "../../types/method.ts";
import { None } from "../../types/none.ts";
import { newOwnedInstance, ObjectType } from "../../types/object-type.ts";
import { isStr, textOf } from "../../types/str/str-object.ts";
import { emptyTuple, isTuple, restTuple, tupleOfOwned } from "../../types/tuple.ts";
import { TypeType } from "../../types/type-type.ts";
import type { Vm } from "../../vm/vm.ts";
import { textEquals } from "../../base/text.ts";
import { attach, type Continuation } from "../continuation.ts";
import { run } from "../eval.ts";
import { enterResumed } from "./generator.ts";
import { enterLength, enterNextCall } from "./special.ts";
import { Frame, HELD, INIT, pushFrame } from "../frame.ts";

/** What a call sets in a new frame; its locals are the slots from `base` on, and its result goes to slot `ret`. */
function prepare(frame: Frame, code: CodeData, f: FunctionData, func: Container, base: number, ret: number): void {
  frame.code = code;
  frame.codeObject = f.code;
  frame.func = func;
  frame.globals = f.globals;
  frame.builtins = f.builtins;
  frame.base = base;
  frame.ret = ret;
  frame.pc = 0;
}

/** Makes a frame for a function whose locals begin at `base`; locals behind the arguments are set to NULL. */
export function enter(vm: Vm, code: CodeData, f: FunctionData, func: Container, base: number, filled: number, ret: number): Frame {
  if (vm.depth >= vm.recursionLimit) throw recursionError(vm);
  const S = vm.stack;
  const top = base + code.framesize;
  if (top + 16 > S.length) vm.growStack(top + 16);
  const frame = pushFrame(vm);
  prepare(frame, code, f, func, base, ret);
  const locals = base + code.nlocalsplus;
  for (let i = base + filled; i < locals; i++) S[i] = NULL;
  frame.sp = locals;
  if ((code.flags & CO_OPTIMIZED) === 0) {
    // Code that was not compiled as a function's has its names in the globals.
    frame.locals = f.globals;
    f.globals.rc++;
  }
  return frame;
}

/** The fast path of CALL: positional arguments for plain parameters, missing ones from defaults. False when the general one is needed. */
export function callExact(vm: Vm, caller: Frame, f: FunctionData, func: Container, sp: number, n: number): boolean {
  const code = f.data;
  const S = vm.stack;
  const ret = sp - n - 2;
  const base = S[ret + 1] === NULL ? ret + 2 : ret + 1;
  const missing = code.exact - (sp - base);
  const top = base + code.framesize + 16;
  if (missing !== 0) {
    if (missing < 0 || f.defaults === null) return false;
    const defaults = f.defaults.data as Value[];
    const first = defaults.length - missing;
    if (first < 0 || top > S.length || vm.depth >= vm.recursionLimit) return false;
    for (let i = first; i < defaults.length; i++) {
      const v = defaults[i]!;
      if (typeof v !== "number") v.rc++;
      S[sp++] = v;
    }
  }
  if (vm.depth >= vm.recursionLimit) throw recursionError(vm);
  if (top > S.length) vm.growStack(top);
  const frame = vm.framePool.pop() ?? new Frame();
  frame.prev = caller;
  vm.frame = frame;
  vm.depth++;
  prepare(frame, code, f, func, base, ret);
  const locals = base + code.nlocalsplus;
  while (sp < locals) S[sp++] = NULL;
  frame.sp = locals;
  // The callee owns callable and arguments now: unwinding must not drop them with the caller's operands.
  caller.sp = ret;
  return true;
}

/**
 * Calling a class whose instances are made by object.__new__, or BaseException's, and set up by an `__init__` in Python: the instance takes the class's place on
 * the stack and its `__init__` is entered; RETURN_VALUE leaves the instance as the result. False when the general way is needed.
 */
export function callInit(vm: Vm, caller: Frame, cls: Container, sp: number, n: number): boolean {
  const type = cls.data as TypeRec;
  const ret = sp - n - 2;
  const S = vm.stack;
  if (S[ret + 1] !== NULL || (type.flags & (TPFLAGS_HEAPTYPE | TPFLAGS_IS_ABSTRACT)) !== TPFLAGS_HEAPTYPE) return false;
  if (type.quickInitVersion !== type.version || type.version === 0) findQuickInit(vm, type);
  const init = type.quickInit;
  if (init === null) return false;
  const f = init.data as FunctionData;
  // A function's code may be another since.
  if ((f.data.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) return false;
  const missing = f.data.exact - n - 1;
  if (missing < 0 || (missing > 0 && (f.defaults === null || (f.defaults.data as Value[]).length < missing))) return false;
  if (vm.depth >= vm.recursionLimit || ret + 1 + f.data.framesize + 16 > S.length) return false;
  const instance = type.kind === K_INSTANCE ? newOwnedInstance(vm, type) : newPlainException(vm, type, S.slice(ret + 2, sp));
  S[ret] = instance;
  instance.rc++;
  S[ret + 1] = instance;
  init.rc++;
  callExact(vm, caller, f, init, sp, n);
  vm.frame!.rest = INIT;
  caller.sp = ret + 1;
  if (--cls.rc === 0) dealloc(vm, cls);
  return true;
}

function findQuickInit(vm: Vm, type: TypeRec): void {
  type.quickInitVersion = versionOf(vm, type);
  const init = (type.kind === K_INSTANCE && type.tp_new === ObjectType.tp_new) || (type.kind === K_EXCEPTION && type.tp_new === BaseExceptionType.tp_new) ? lookup(type, "__init__") : undefined;
  type.quickInit = init !== undefined && typeof init !== "number" && init.type.kind === K_FUNCTION ? (init as Container) : null;
}

/** `__init__` has returned to its class's caller: the instance is the result, where None was answered. */
export function endInit(vm: Vm, result: Value): void {
  if (result === None) {
    None.rc--;
    return;
  }
  const name = typeName(result);
  if (typeof result !== "number" && --result.rc === 0) dealloc(vm, result);
  throw typeError(vm, `__init__() should return None, not '${name}'`);
}

/** What call() and its like answer when a frame was entered, and when a native failed (vm.failure). */
export const ENTERED = -1;
export const FAILED = -2;

/** Calls of classes that need no detour over tp_call: int(x), exceptions. Undefined when that is needed, or vm.failure is set. */
function callType(vm: Vm, cls: Container, S: readonly Value[], first: number, sp: number): Value | undefined {
  const type = cls.data as TypeRec;
  if (cls.type !== TypeType) return undefined;
  if (type === IntType) return sp - first === 1 ? intOf(vm, S[first]!) : undefined;
  return type.kind === K_EXCEPTION && isPlainException(type) ? note(vm, newException(vm, type, S.slice(first, sp))) : undefined;
}

/**
 * Calls S[sp-n-2] with self S[sp-n-1] (or NULL) and n arguments, the last ones named by kwnames. Answers the new stack pointer with the
 * result on top, or ENTERED or FAILED.
 */
export function call(vm: Vm, frame: Frame, sp: number, n: number, kwnames: readonly PyStr[] | null): number {
  const S = vm.stack;
  const ret = sp - n - 2;
  let callable = S[ret]!;
  if (S[ret + 1] === NULL && typeof callable !== "number" && callable.type.kind === K_METHOD) {
    const { func, self } = (callable as Container).data as MethodData;
    incref(func);
    incref(self);
    S[ret] = func;
    S[ret + 1] = self;
    if (--callable.rc === 0) dealloc(vm, callable);
    callable = func;
  }
  let held: Container | Instance | null = null;
  if (typeof callable !== "number" && (callable.type.flags & TPFLAGS_HEAPTYPE) !== 0 && S[ret + 1] === NULL && frame.code.stream === frame.code.words) {
    // An instance, or a class, whose class has a `__call__` in Python.
    const found = lookup(callable.type, "__call__");
    if (found !== undefined && typeof found !== "number" && found.type.kind === K_FUNCTION && (((found as Container).data as FunctionData).data.flags & SUSPENDS) === 0) {
      held = callable as Container | Instance;
      found.rc++;
      S[ret] = found;
      S[ret + 1] = callable;
      callable = found;
    }
  }
  const first = S[ret + 1] === NULL ? ret + 2 : ret + 1;
  const nargs = sp - first;
  if (typeof callable !== "number") {
    const kind = callable.type.kind;
    if (kind === K_FUNCTION) {
      if (kwnames === null ? callRest(vm, frame, callable as Container, sp, first, ret) : callNamed(vm, frame, callable as Container, sp, first, kwnames, ret)) void 0;
      else enterPython(vm, callable as Container, S.slice(first, sp), kwnames, first, ret);
      if (held !== null) {
        // The operand stays while its copy is the callee's `self`.
        held.rc++;
        S[ret] = held;
        frame.sp = ret + 1;
        vm.frame!.rest = HELD;
      }
      return ENTERED;
    }
    if (kind === K_BUILTIN && ((callable as Container).data as BuiltinData).def.enter !== null && enterNative(vm, frame, callable as Container, S.slice(first, sp), kwnames, ret, sp)) return -1;
    if (kwnames === null) {
      if (kind === K_BUILTIN) {
        const data = (callable as Container).data as BuiltinData;
        const { def } = data;
        const direct = def.direct;
        if (direct >= 0) {
          if (def.quick !== 0 && nargs === 1 && frame.code.stream === frame.code.words && (def.quick === QUICK_LEN ? enterLength(vm, sp, S[first]!) : enterNextCall(vm, frame, sp, S[first]!))) return ENTERED;
          if (nargs > direct || nargs < def.signature.minPositional) arityError(vm, namedAfter(def, data.self), nargs);
          const fn = def.fn;
          const self = data.self;
          let r: Value | undefined;
          if (self === undefined) {
            r = nargs === 1 ? fn(vm, S[first]) : nargs === 0 ? fn(vm) : nargs === 2 ? fn(vm, S[first], S[first + 1]) : fn(vm, ...S.slice(first, sp));
          } else {
            r = nargs === 1 ? fn(vm, self, S[first]) : nargs === 0 ? fn(vm, self) : nargs === 2 ? fn(vm, self, S[first], S[first + 1]) : fn(vm, self, ...S.slice(first, sp));
          }
          if (r === undefined) {
            if (vm.failure !== null) return FAILED;
            r = None;
          }
          return finish(vm, sp, ret, r);
        }
        if (def.rest) {
          const args = S.slice(first, sp);
          const r: Value | undefined = data.self === undefined ? def.fn(vm, args) : def.fn(vm, data.self, args);
          if (r === undefined && vm.failure !== null) return FAILED;
          return finish(vm, sp, ret, r ?? None);
        }
      } else if (kind === K_METHOD_DESCRIPTOR && nargs > 0) {
        const { def, owner } = (callable as Container).data as MethodDescriptorData;
        const self = S[first]!;
        if (def.direct >= 0 && (typeOf(self) === owner || isSubtype(typeOf(self), owner))) {
          const given = nargs - 1;
          if (def.quick !== 0 && given === 1 && enterResumed(vm, frame, self as Container, sp, S[first + 1]!)) return ENTERED;
          if (given > def.direct || given < def.signature.minPositional) arityError(vm, def, given);
          const fn = def.fn;
          let r: Value | undefined =
            given === 1 ? fn(vm, self, S[first + 1]) : given === 0 ? fn(vm, self) : given === 2 ? fn(vm, self, S[first + 1], S[first + 2]) : fn(vm, self, ...S.slice(first + 1, sp));
          if (r === undefined) {
            if (vm.failure !== null) return FAILED;
            r = None;
          }
          return finish(vm, sp, ret, r);
        }
        if (def.rest && (typeOf(self) === owner || isSubtype(typeOf(self), owner))) {
          const r: Value | undefined = def.fn(vm, self, S.slice(first + 1, sp));
          if (r === undefined && vm.failure !== null) return FAILED;
          return finish(vm, sp, ret, r ?? None);
        }
      } else if (kind === K_TYPE) {
        const r = callType(vm, callable as Container, S, first, sp);
        if (r !== undefined) return finish(vm, sp, ret, r);
        if (vm.failure !== null) return FAILED;
      } else if (callable.type === WrapperDescriptorType && nargs > 0) {
        const { def, slotFn, owner } = (callable as Leaf).data as WrapperData;
        const self = S[first]!;
        if (isSubtype(typeOf(self), owner)) return finish(vm, sp, ret, def.wrap(vm, slotFn, self, nargs === 1 ? NO_VALUES : nargs === 2 ? [S[first + 1]!] : S.slice(first + 1, sp), null, def) ?? None);
      }
    }
  }
  return finish(vm, sp, ret, callObject(vm, callable, S.slice(first, sp), kwnames));
}

/**
 * Named arguments for plain parameters, bound where they lie on the stack. False, with nothing changed, when the general way is needed or
 * an error is to be raised.
 */
function callNamed(vm: Vm, caller: Frame, func: Container, sp: number, base: number, kwnames: readonly PyStr[], ret: number): boolean {
  const f = func.data as FunctionData;
  const code = f.data;
  const total = code.argcount + code.kwonlyargcount;
  if ((code.flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0 || vm.depth >= vm.recursionLimit) return false;
  const S = vm.stack;
  const top = base + code.framesize + kwnames.length + 16;
  if (top > S.length) return false;
  const npos = sp - base - kwnames.length;
  if (npos > code.argcount) return false;
  const names = code.localNames;
  // Which parameter each name is: all must be known, and none given twice.
  let seen = npos >= 31 || total > 31 ? -1 : (1 << npos) - 1;
  if (seen < 0) return false;
  for (let k = 0; k < kwnames.length; k++) {
    const at = names.indexOf(kwnames[k]!, code.posonlyargcount);
    if (at < 0 || at >= total || (seen & (1 << at)) !== 0) return false;
    seen |= 1 << at;
  }
  const defaults = f.defaults === null ? NO_VALUES : (f.defaults.data as Value[]);
  for (let i = npos; i < code.argcount; i++) if ((seen & (1 << i)) === 0 && i < code.argcount - defaults.length) return false;
  let missing = false;
  for (let i = code.argcount; i < total; i++) {
    if ((seen & (1 << i)) !== 0) continue;
    if (f.kwdefaults === null || dictGetStr(vm, f.kwdefaults, names[i]!) === undefined) return false;
    missing = true;
  }
  // The named values go out of the way, above the parameters' places, and from there to their own.
  const first = base + npos;
  const away = base + code.nlocalsplus > sp ? base + code.nlocalsplus : sp;
  for (let k = 0; k < kwnames.length; k++) S[away + k] = S[first + k]!;
  for (let i = first; i < base + code.nlocalsplus; i++) S[i] = NULL;
  for (let k = 0; k < kwnames.length; k++) {
    S[base + names.indexOf(kwnames[k]!, code.posonlyargcount)] = S[away + k]!;
    S[away + k] = NULL;
  }
  for (let i = npos; i < code.argcount; i++) {
    if (S[base + i] !== NULL) continue;
    const v = defaults[i - (code.argcount - defaults.length)]!;
    incref(v);
    S[base + i] = v;
  }
  if (missing) {
    for (let i = code.argcount; i < total; i++) {
      if (S[base + i] !== NULL) continue;
      const v = dictGetStr(vm, f.kwdefaults!, names[i]!)!;
      incref(v);
      S[base + i] = v;
    }
  }
  enter(vm, code, f, func, base, code.nlocalsplus, ret);
  caller.sp = ret;
  return true;
}

/**
 * Positional arguments for plain parameters, `*rest` and `**named` (which gets none), all others from their defaults, bound where they lie on the stack.
 * False, with nothing changed, when the general way is needed.
 */
function callRest(vm: Vm, caller: Frame, func: Container, sp: number, base: number, ret: number): boolean {
  const f = func.data as FunctionData;
  const code = f.data;
  const star = (code.flags & CO_VARARGS) !== 0;
  const starStar = (code.flags & CO_VARKEYWORDS) !== 0;
  if ((!star && !starStar) || vm.depth >= vm.recursionLimit) return false;
  const S = vm.stack;
  const first = base + code.argcount;
  const only = code.kwonlyargcount;
  if ((sp > first && !star) || base + code.framesize + 16 > S.length) return false;
  const defaults = f.defaults === null ? NO_VALUES : (f.defaults.data as Value[]);
  if (first - sp > defaults.length) return false;
  if (only !== 0) {
    if (f.kwdefaults === null) return false;
    for (let i = 0; i < only; i++) if (dictGetStr(vm, f.kwdefaults, code.localNames[code.argcount + i]!) === undefined) return false;
  }
  // What may fail comes before the stack changes; the dictionary first, as in CPython.
  const named = starStar ? newTrackedDict(vm) : null;
  const rest = sp > first ? takenTuple(vm, S.slice(first, sp), named) : emptyTuple();
  if (sp <= first && star) rest.rc++;
  for (let i = sp; i < first; i++) {
    const v = defaults[i - first + defaults.length]!;
    incref(v);
    S[i] = v;
  }
  for (let i = 0; i < only; i++) {
    const v = dictGetStr(vm, f.kwdefaults!, code.localNames[code.argcount + i]!)!;
    incref(v);
    S[first + i] = v;
  }
  let filled = code.argcount + only;
  if (star) S[base + filled++] = rest;
  if (named !== null) S[base + filled++] = named;
  for (let i = base + code.nlocalsplus; i < sp; i++) S[i] = NULL;
  enter(vm, code, f, func, base, filled, ret);
  caller.sp = ret;
  return true;
}

/** restTuple; where there is no memory for it, the dictionary made before goes as well. */
function takenTuple(vm: Vm, items: Value[], named: Container | null): Container {
  try {
    return restTuple(vm, items);
  } catch (error) {
    if (named !== null) drop(vm, named);
    throw error;
  }
}

const SUSPENDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;
const NO_VALUES: readonly Value[] = [];

/** Enters the Python code that a builtin like exec() runs last; false when the builtin is to be called. */
function enterNative(vm: Vm, frame: Frame, callable: Container, args: Value[], kwnames: readonly PyStr[] | null, ret: number, sp: number): boolean {
  const { enter } = (callable.data as BuiltinData).def;
  // What is watched is told of the call's end when it has ended.
  if (enter === null || frame.code.stream !== frame.code.words) return false;
  const mark = vm.scopeCount;
  const c = enter(vm, args, kwnames) as Continuation | null;
  if (c === null) return false;
  attach(vm, frame, c, ret, sp);
  closeScope(vm, mark);
  return true;
}

/** The result takes the callable's place; callable and arguments are dropped. */
function finish(vm: Vm, sp: number, ret: number, result: Value): number {
  const S = vm.stack;
  const mark = vm.scopeCount;
  void mark;
  if (typeof result !== "number") {
    const count = vm.scopeCount;
    if (count > 0 && vm.scope[count - 1] === result && count > vm.frameMark) vm.scopeCount--;
    else result.rc++;
  }
  const callable = S[ret]!;
  S[ret] = result;
  for (let i = ret + 1; i < sp; i++) {
    const v = S[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
  if (typeof callable !== "number" && --callable.rc === 0) dealloc(vm, callable);
  return ret + 1;
}

/**
 * Enters a Python function: binds `args` (whose counts the call takes over from the stack, where they end at sp) to locals that begin at
 * `base`; the frame's result goes to `ret`. The callable's count becomes the frame's.
 */
function enterPython(vm: Vm, func: Container, args: Value[], kwnames: readonly PyStr[] | null, base: number, ret: number): void {
  const f = func.data as FunctionData;
  const code = f.data;
  // Before the arguments' counts move.
  if (vm.depth >= vm.recursionLimit) throw recursionError(vm);
  const bound = bindArguments(vm, f, code, args, kwnames);
  const S = vm.stack;
  if (base + code.framesize + 16 > S.length) vm.growStack(base + code.framesize + 16);
  const frame = enter(vm, code, f, func, base, code.nlocalsplus, ret);
  for (let i = 0; i < bound.length; i++) S[base + i] = bound[i]!;
  for (let i = bound.length; i < code.nlocalsplus; i++) S[base + i] = NULL;
  frame.prev!.sp = ret;
}

/**
 * Binds arguments to parameters; the answer owns a count of each. On success the counts of `args` have moved into it (or were dropped
 * with their container); on failure they are untouched.
 */
function bindArguments(vm: Vm, f: FunctionData, code: CodeData, args: readonly Value[], kwnames: readonly PyStr[] | null): Value[] {
  const { argcount, kwonlyargcount, posonlyargcount } = code;
  const total = argcount + kwonlyargcount;
  const hasStar = (code.flags & CO_VARARGS) !== 0;
  const hasStarStar = (code.flags & CO_VARKEYWORDS) !== 0;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const size = total + (hasStar ? 1 : 0) + (hasStarStar ? 1 : 0);
  const bound: Value[] = [];
  const direct = Math.min(npos, argcount);
  for (let i = 0; i < size; i++) bound.push(i < direct ? args[i]! : NULL);
  let extra: Container | null = null;
  let intoExtra: Value[] | null = null;
  if (hasStarStar) {
    extra = newTrackedDict(vm);
    bound[size - 1] = extra;
  }
  try {
    for (let k = 0; k < nkw; k++) {
      const name = kwnames![k]!;
      const value = args[npos + k]!;
      if (!isStr(name)) throw typeError(vm, `${textOf(f.qualname)}() keywords must be strings`);
      let at = -1;
      const names = code.localNames;
      for (let i = posonlyargcount; i < total; i++) {
        if (names[i] === name || textEquals(names[i]!.data, name.data)) {
          at = i;
          break;
        }
      }
      if (at < 0) {
        if (extra === null) {
          checkPositionalOnly(vm, f, code, kwnames!);
          throw unexpectedKeyword(vm, f, code, name);
        }
        dictSet(vm, extra, name, value);
        (intoExtra ??= []).push(value);
        continue;
      }
      if (bound[at] !== NULL) throw typeError(vm, `${textOf(f.qualname)}() got multiple values for argument '${textOf(name)}'`);
      bound[at] = value;
    }
    if (npos > argcount && !hasStar) throw tooManyPositional(vm, f, code, npos, bound);
    const defaults = f.defaults === null ? null : (f.defaults.data as Value[]);
    const ndefaults = defaults === null ? 0 : defaults.length;
    if (npos < argcount) {
      const required = argcount - ndefaults;
      let missing = 0;
      for (let i = npos; i < required; i++) if (bound[i] === NULL) missing++;
      if (missing > 0) throw missingArguments(vm, f, code, bound, 0, required, "positional");
    }
    if (kwonlyargcount > 0) {
      for (let i = argcount; i < total; i++) {
        if (bound[i] !== NULL) continue;
        const value = f.kwdefaults === null ? undefined : dictGetStr(vm, f.kwdefaults, code.localNames[i]!);
        if (value === undefined) throw missingArguments(vm, f, code, fillDefaults(f, code, bound), argcount, total, "keyword-only");
      }
    }
    if (hasStar) bound[total] = npos > argcount ? restTuple(vm, args.slice(argcount, npos)) : emptyTuple();
  } catch (error) {
    if (extra !== null && --extra.rc === 0) dealloc(vm, extra);
    throw error;
  }
  // Nothing raises from here on.
  if (f.defaults !== null) {
    const defaults = f.defaults.data as Value[];
    const first = argcount - defaults.length;
    for (let i = Math.max(npos, first); i < argcount; i++) {
      if (bound[i] !== NULL) continue;
      const v = defaults[i - first]!;
      incref(v);
      bound[i] = v;
    }
  }
  for (let i = argcount; i < total; i++) {
    if (bound[i] !== NULL) continue;
    const v = dictGetStr(vm, f.kwdefaults!, code.localNames[i]!)!;
    incref(v);
    bound[i] = v;
  }
  if (hasStar && npos <= argcount) incref(bound[total]!);
  // The dict counted what went into it; the arguments' own counts end here.
  if (intoExtra !== null) for (const v of intoExtra) if (typeof v !== "number") v.rc--;
  return bound;
}

function fillDefaults(f: FunctionData, code: CodeData, bound: Value[]): Value[] {
  if (f.kwdefaults === null) return bound;
  const copy = bound.slice();
  for (const [key, value] of dictItems(f.kwdefaults)) {
    const at = code.localNames.findIndex((n, i) => i >= code.argcount && i < code.argcount + code.kwonlyargcount && textEquals(n.data, (key as PyStr).data));
    if (at >= 0 && copy[at] === NULL) copy[at] = value;
  }
  return copy;
}

function unexpectedKeyword(vm: Vm, f: FunctionData, code: CodeData, name: PyStr): Error {
  const names = code.localNames.slice(code.posonlyargcount, code.argcount + code.kwonlyargcount).map(textOf);
  const suggestion = nearestName(names, textOf(name));
  const hint = suggestion === undefined ? "" : `. Did you mean '${suggestion}'?`;
  throw typeError(vm, `${textOf(f.qualname)}() got an unexpected keyword argument '${textOf(name)}'${hint}`);
}

function checkPositionalOnly(vm: Vm, f: FunctionData, code: CodeData, kwnames: readonly PyStr[]): void {
  const wrong: string[] = [];
  for (let i = 0; i < code.posonlyargcount; i++) {
    const text = textOf(code.localNames[i]!);
    if (kwnames.some((n) => textOf(n) === text)) wrong.push(text);
  }
  if (wrong.length > 0) throw typeError(vm, `${textOf(f.qualname)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(", ")}'`);
}

function tooManyPositional(vm: Vm, f: FunctionData, code: CodeData, given: number, bound: readonly Value[]): Error {
  const ndefaults = f.defaults === null ? 0 : (f.defaults.data as Value[]).length;
  const argcount = code.argcount;
  let kwonly = 0;
  for (let i = argcount; i < argcount + code.kwonlyargcount; i++) if (bound[i] !== NULL) kwonly++;
  const plural = ndefaults > 0 ? true : argcount !== 1;
  const takes = ndefaults > 0 ? `from ${argcount - ndefaults} to ${argcount}` : String(argcount);
  const also = kwonly > 0 ? ` positional argument${given !== 1 ? "s" : ""} (and ${kwonly} keyword-only argument${kwonly !== 1 ? "s" : ""})` : "";
  throw typeError(vm, `${textOf(f.qualname)}() takes ${takes} positional argument${plural ? "s" : ""} but ${given}${also} ${given === 1 && kwonly === 0 ? "was" : "were"} given`);
}

function missingArguments(vm: Vm, f: FunctionData, code: CodeData, bound: readonly Value[], from: number, to: number, kind: string): Error {
  const names: string[] = [];
  for (let i = from; i < to; i++) if (bound[i] === NULL) names.push(reprText(vm, code.localNames[i]!));
  const n = names.length;
  const list = n === 1 ? names[0]! : n === 2 ? `${names[0]} and ${names[1]}` : `${names.slice(0, n - 1).join(", ")}, and ${names[n - 1]}`;
  throw typeError(vm, `${textOf(f.qualname)}() missing ${n} required ${kind} argument${n === 1 ? "" : "s"}: ${list}`);
}

/** CALL_KW: the names are on top of the stack. */
export function callKw(vm: Vm, frame: Frame, sp: number, n: number): number {
  const S = vm.stack;
  const names = S[sp - 1] as Container;
  // The tuple is a constant: its count on the stack can go before the call, its items stay.
  names.rc--;
  // Unwinding drops what is below.
  frame.sp = sp - 1;
  return call(vm, frame, sp - 1, n, names.data as PyStr[]);
}

/** The tuple behind `*args`; raises TypeError where it is not iterable. */
function argumentTuple(vm: Vm, callable: Value, args: Value): Container {
  if (isTuple(args)) return args;
  const type = typeOf(args);
  if (type.tp_iter === undefined && type.sq_item === undefined) {
    throw typeError(vm, `${functionText(vm, callable)} argument after * must be an iterable, not ${typeName(args)}`);
  }
  const tuple = tupleOfOwned(vm, collect(vm, args));
  return (tuple.data as Value[]).length === 0 ? tuple : note(vm, tuple);
}

/** `f(*args)` with as many arguments as f has plain parameters, or for callRest: they go straight to the places of its locals. False when the general way is needed. */
function spread(vm: Vm, caller: Frame, func: Container, args: readonly Value[], sp: number): boolean {
  const f = func.data as FunctionData;
  const code = f.data;
  const S = vm.stack;
  const ret = sp - 4;
  const base = ret + 2;
  const n = args.length;
  const exact = code.exact === n;
  if ((!exact && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0) || S[ret + 1] !== NULL || vm.depth >= vm.recursionLimit || base + code.framesize + n + 16 > S.length) return false;
  const tuple = S[sp - 2]!;
  const named = S[sp - 1]!;
  S[sp - 2] = NULL;
  S[sp - 1] = NULL;
  for (let i = 0; i < n; i++) {
    const v = args[i]!;
    if (typeof v !== "number") v.rc++;
    S[base + i] = v;
  }
  if (!exact) {
    let entered = false;
    try {
      entered = callRest(vm, caller, func, base + n, base, ret);
    } finally {
      if (!entered) {
        for (let i = 0; i < n; i++) {
          const v = args[i]!;
          // The tuple has one of its own.
          if (typeof v !== "number") v.rc--;
          S[base + i] = NULL;
        }
        S[sp - 2] = tuple;
        S[sp - 1] = named;
      }
    }
    return entered;
  }
  enter(vm, code, f, func, base, n, ret);
  caller.sp = ret;
  return true;
}

/** CALL_FUNCTION_EX: callable, NULL, args tuple, kwargs dict or NULL. */
export function callFunctionEx(vm: Vm, frame: Frame, sp: number): number {
  const S = vm.stack;
  const ret = sp - 4;
  const callable = S[ret]!;
  const argsTuple = S[sp - 2] as Container;
  const kwargs = S[sp - 1]!;
  const mark = vm.scopeCount;
  const tuple = argumentTuple(vm, callable, argsTuple);
  const given = tuple.data as readonly Value[];
  const unnamed = kwargs === NULL || (typeof kwargs !== "number" && kwargs.type === DictType && dictLength(kwargs as Container) === 0);
  if (unnamed && typeof callable !== "number" && callable.type.kind === K_FUNCTION && spread(vm, frame, callable as Container, given, sp)) {
    if (vm.scopeCount > mark) closeScope(vm, mark);
    if (--argsTuple.rc === 0) dealloc(vm, argsTuple);
    if (kwargs !== NULL && --(kwargs as Container).rc === 0) dealloc(vm, kwargs as Container);
    return -1;
  }
  const args = given.slice();
  let kwnames: PyStr[] | null = null;
  if (kwargs !== NULL && isDict(kwargs) && dictLength(kwargs) > 0) {
    kwnames = [];
    const entries = dictEntries(kwargs);
    for (let i = 0; i < entries.length; i += 2) {
      const k = entries[i]!;
      if (k === NULL) continue;
      if (!isStr(k)) throw typeError(vm, "keywords must be strings");
      kwnames.push(k);
      args.push(entries[i + 1]!);
    }
  }
  if (typeof callable !== "number" && callable.type.kind === K_FUNCTION) {
    const f = (callable as Container).data as FunctionData;
    for (const v of args) incref(v);
    let bound: Value[];
    try {
      bound = bindArguments(vm, f, f.data, args, kwnames);
    } catch (error) {
      for (const v of args) if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
      throw error;
    }
    if (vm.scopeCount > mark) closeScope(vm, mark);
    const code = f.data;
    if (vm.depth >= vm.recursionLimit) {
      for (const v of bound) if (v !== NULL && typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
      throw recursionError(vm);
    }
    // The tuple and the dict go before the frame's locals take their place.
    S[sp - 2] = NULL;
    S[sp - 1] = NULL;
    const base = ret + 2;
    if (base + code.framesize + 16 > S.length) vm.growStack(base + code.framesize + 16);
    enter(vm, code, f, callable as Container, base, code.nlocalsplus, ret);
    frame.sp = ret;
    for (let i = 0; i < bound.length; i++) S[base + i] = bound[i]!;
    for (let i = bound.length; i < code.nlocalsplus; i++) S[base + i] = NULL;
    if (--argsTuple.rc === 0) dealloc(vm, argsTuple);
    if (typeof kwargs !== "number" && kwargs !== NULL && --kwargs.rc === 0) dealloc(vm, kwargs);
    return -1;
  }
  if (typeof callable !== "number" && callable.type.kind === K_BUILTIN && enterNative(vm, frame, callable as Container, args, kwnames, ret, sp)) return -1;
  return finish(vm, sp, ret, callObject(vm, callable, args, kwnames));
}

/** Calls a Python function from native code: nests one run(). Answers an owned result; throws PyError. */
export function callPython(vm: Vm, func: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  enterCalled(vm, func, args, kwnames);
  return runEntry(vm);
}

/** The same, but undefined where the function raises: vm.raised has the exception. What calling it raises is thrown. */
export function tryPython(vm: Vm, func: Container, args: readonly Value[]): Value | undefined {
  enterCalled(vm, func, args, null);
  return runQuietly(vm);
}

function enterCalled(vm: Vm, func: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  if (vm.nativeDepth >= vm.nativeDepthLimit) throw recursionError(vm);
  const f = func.data as FunctionData;
  const code = f.data;
  const n = args.length;
  if (kwnames === null && code.exact === n && vm.depth < vm.recursionLimit) {
    const top = topOfStack(vm);
    const S = vm.stack;
    if (top + code.framesize + 16 > S.length) vm.growStack(top + code.framesize + 16);
    for (let i = 0; i < n; i++) {
      const v = args[i]!;
      if (typeof v !== "number") v.rc++;
      S[top + i] = v;
    }
    func.rc++;
    enter(vm, code, f, func, top, n, top).entry = true;
  } else enterFunction(vm, func, args, kwnames);
}

/** Makes the entry frame of a function called with borrowed arguments, above everything on the data stack, and does not run it. */
export function enterFunction(vm: Vm, func: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const f = func.data as FunctionData;
  const code = f.data;
  for (const v of args) incref(v);
  let bound: Value[];
  try {
    bound = kwnames === null && args.length === code.argcount && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && code.kwonlyargcount === 0 ? (args as Value[]) : bindArguments(vm, f, code, args, kwnames);
  } catch (error) {
    for (const v of args) if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
    throw error;
  }
  const top = topOfStack(vm);
  const S = vm.stack;
  if (top + code.framesize + 16 > S.length) vm.growStack(top + code.framesize + 16);
  if (vm.depth >= vm.recursionLimit) {
    for (const v of bound) if (v !== NULL && typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
    throw recursionError(vm);
  }
  func.rc++;
  const frame = enter(vm, code, f, func, top, code.nlocalsplus, top);
  for (let i = 0; i < bound.length; i++) S[top + i] = bound[i]!;
  for (let i = bound.length; i < code.nlocalsplus; i++) S[top + i] = NULL;
  frame.entry = true;
}

/** First data stack slot that no frame uses. */
export function topOfStack(vm: Vm): number {
  const frame = vm.frame;
  const top = frame === null ? 0 : frame.base + frame.code.framesize + 2;
  return top > vm.stackFloor ? top : vm.stackFloor;
}

/** Runs vm.frame, an entry frame; answers the owned result or throws what it raised. */
export function runEntry(vm: Vm): Value {
  const result = runQuietly(vm);
  if (result === undefined) throwRaised(vm);
  return result;
}

/** The same, but answers undefined with vm.raised set. */
export function runQuietly(vm: Vm): Value | undefined {
  vm.nativeDepth++;
  const mark = vm.frameMark;
  vm.frameMark = vm.scopeCount;
  const result = run(vm);
  vm.frameMark = mark;
  vm.nativeDepth--;
  return result;
}

/** Enters a property's getter: `sp - 1` has the object, which becomes the getter's argument; the result goes to its place. */
export function enterGetter(vm: Vm, caller: Frame, func: Container, sp: number): boolean {
  const f = func.data as FunctionData;
  const code = f.data;
  if (vm.depth >= vm.recursionLimit || sp + code.framesize + 16 > vm.stack.length) return false;
  func.rc++;
  enter(vm, code, f, func, sp - 1, 1, sp - 1);
  caller.sp = sp - 1;
  return true;
}
