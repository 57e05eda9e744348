// Raising and handling exceptions. Mirrors do_raise, CHECK_EG_MATCH and their like in Python/ceval.c. See docs/interpreter.md.
import { reprText } from "../../core/convert.ts";
import { call } from "../../core/call.ts";
import { newError, typeError } from "../../core/errors.ts";
import { type Container, NULL, PyError, type Value } from "../../core/object.ts";
import { isSubtype, isType, recOf, typeOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { closeScope, dropMaybe, note, own } from "../../memory/ref.ts";
import { False, True } from "../../types/bool.ts";
import * as exc from "../../types/exceptions.ts";
import { BaseExceptionGroupType, splitGroup } from "../../types/exception-group.ts";
import { None } from "../../types/none.ts";
import { isTuple } from "../../types/tuple.ts";
import { TypeType } from "../../types/type-type.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";

/** raise, raise x, raise x from y: answers what is raised; the operands stay on the stack for unwinding. */
export function raiseVarargs(vm: Vm, sp: number, arg: number): PyError {
  const S = vm.stack;
  if (arg === 0) {
    const current = handled(vm);
    if (current === null) throw newError(vm, exc.RuntimeErrorType, "No active exception to reraise");
    current.rc++;
    return new PyError(current);
  }
  const value = instantiate(vm, S[arg === 2 ? sp - 2 : sp - 1]!, "exceptions must derive from BaseException");
  if (arg === 2) {
    const from = S[sp - 1]!;
    let cause: Container | null = null;
    if (from !== None) {
      cause = instantiate(vm, from, "exception causes must derive from BaseException");
      cause.rc++;
    }
    exc.setOwned(vm, value, "cause", cause);
    (value.data as exc.ExcData).suppressContext = true;
  }
  setContext(vm, value);
  value.rc++;
  return new PyError(value);
}

/** The exception for `raise v`: an instance, or an instance made of a class; in the current scope. */
function instantiate(vm: Vm, v: Value, message: string): Container {
  if (exc.isExceptionClass(v)) {
    const type = recOf(v);
    if (exc.isPlainException(type) && (v as Container).type === TypeType) return note(vm, exc.newException(vm, type, []));
    const made = call(vm, v, []);
    if (!exc.isException(made)) {
      throw typeError(vm, `calling ${reprText(vm, v)} should have returned an instance of BaseException, not ${reprText(vm, typeOf(made).obj)}`);
    }
    return made;
  }
  if (!exc.isException(v)) throw typeError(vm, message);
  return v;
}

/** The exception being handled, looking through generators that handle none. */
export function handled(vm: Vm): Container | null {
  let info: typeof vm.excInfo | null = vm.excInfo;
  while (info !== null && info.value === null) info = info.prev;
  return info === null ? null : info.value;
}

/** Makes the handled exception the context of a new one; breaks a cycle that this would close. */
export function setContext(vm: Vm, value: Container): void {
  const current = handled(vm);
  if (current === null || current === value) return;
  let slow: Container | null = current;
  let o: Container = current;
  let step = false;
  for (;;) {
    const context: Container | null = (o.data as exc.ExcData).context;
    if (context === null) break;
    if (context === value) {
      exc.setOwned(vm, o, "context", null);
      break;
    }
    o = context;
    if (o === slow) break;
    if (step) slow = (slow!.data as exc.ExcData).context;
    step = !step;
  }
  current.rc++;
  exc.setOwned(vm, value, "context", current);
}

/** Answers the exception on top, to be raised again; arg > 0: the instruction to blame stands `arg` below it. */
export function reraise(vm: Vm, frame: Frame, sp: number, arg: number): PyError {
  const S = vm.stack;
  const value = S[sp - 1] as Container;
  if (arg > 0) {
    const lasti = S[sp - 1 - arg];
    if (typeof lasti === "number") vm.reraiseAt = lasti;
  }
  void frame;
  value.rc++;
  return new PyError(value);
}

/** exception -> previously handled one, exception. */
export function pushExcInfo(vm: Vm, sp: number): number {
  const S = vm.stack;
  const value = S[sp - 1] as Container;
  const info = vm.excInfo;
  S[sp - 1] = info.value ?? None;
  if (info.value === null) None.rc++;
  info.value = value;
  value.rc++;
  S[sp] = value;
  return sp + 1;
}

export function popExcept(vm: Vm, sp: number): number {
  const S = vm.stack;
  const info = vm.excInfo;
  const old = info.value;
  const v = S[sp - 1]!;
  info.value = v === None ? null : (v as Container);
  if (v === None) None.rc--;
  dropMaybe(vm, old);
  return sp - 1;
}

function checkMatchable(vm: Vm, v: Value, group: boolean): void {
  if (!group && exc.isExceptionClass(v)) return;
  const items = isTuple(v) ? (v.data as Value[]) : [v];
  for (const item of items) {
    if (!exc.isExceptionClass(item)) throw typeError(vm, "catching classes that do not inherit from BaseException is not allowed");
    if (group && isSubtype(recOf(item), BaseExceptionGroupType)) throw typeError(vm, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
}

/** Does an exception match a class or tuple of classes? */
export function exceptionMatches(exception: Container, v: Value): boolean {
  if (isTuple(v)) return (v.data as Value[]).some((item) => exceptionMatches(exception, item));
  return isType(v) && isSubtype(exception.type, recOf(v));
}

/** exception, classes -> exception, bool. */
export function checkExcMatch(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  checkMatchable(vm, v, false);
  S[sp - 1] = exceptionMatches(S[sp - 2] as Container, v) ? True : False;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

/** exception, classes -> rest, match (or None). */
export function checkEgMatch(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const value = S[sp - 2] as Container;
  checkMatchable(vm, v, true);
  const mark = vm.scopeCount;
  const { match, rest } = splitGroup(vm, value, v);
  if (typeof match !== "number") match.rc++;
  if (typeof rest !== "number") rest.rc++;
  closeScope(vm, mark);
  S[sp - 2] = rest;
  S[sp - 1] = match;
  if (match !== None) {
    // The part that matched is what is handled now.
    const info = vm.excInfo;
    const old = info.value;
    (match as Container).rc++;
    info.value = match as Container;
    dropMaybe(vm, old);
  }
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  if (--value.rc === 0) dealloc(vm, value);
  return sp;
}

/** exit function, self or NULL, lasti, previous exception, exception -> the same and the result of the call. */
export function withExceptStart(vm: Vm, sp: number): number {
  const S = vm.stack;
  const value = S[sp - 1] as Container;
  const self = S[sp - 4]!;
  const exit = S[sp - 5]!;
  const tb = (value.data as exc.ExcData).traceback ?? None;
  const args: Value[] = [value.type.obj, value, tb];
  const result = own(vm, vm.scopeCount, call(vm, exit, self === NULL ? args : [self, ...args]));
  S[sp] = result;
  return sp + 1;
}

