// Making and testing Python exceptions from native code. Mirrors Python/errors.c. See docs/core.md.
import { drop } from "../memory/ref.ts";
import * as exc from "../types/exceptions.ts";
import { newStr } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { type Container, PyError, type TypeRec, type Value } from "./object.ts";
import { isSubtype } from "./type.ts";

/** An exception of `type` with one str argument, ready to throw. */
export function newError(vm: Vm, type: TypeRec, message: string): PyError {
  return new PyError(exc.newException(vm, type, [newStr(message)]));
}

export function typeError(vm: Vm, message: string): PyError {
  return newError(vm, exc.TypeErrorType, message);
}
export function valueError(vm: Vm, message: string): PyError {
  return newError(vm, exc.ValueErrorType, message);
}
export function indexError(vm: Vm, message: string): PyError {
  return newError(vm, exc.IndexErrorType, message);
}
export function attributeError(vm: Vm, message: string): PyError {
  return newError(vm, exc.AttributeErrorType, message);
}
export function runtimeError(vm: Vm, message: string): PyError {
  return newError(vm, exc.RuntimeErrorType, message);
}
export function overflowError(vm: Vm, message: string): PyError {
  return newError(vm, exc.OverflowErrorType, message);
}
export function systemError(vm: Vm, message: string): PyError {
  return newError(vm, exc.SystemErrorType, message);
}
export function zeroDivisionError(vm: Vm, message: string): PyError {
  return newError(vm, exc.ZeroDivisionErrorType, message);
}
export function memoryError(vm: Vm): PyError {
  return new PyError(exc.newException(vm, exc.MemoryErrorType, []));
}
export function recursionError(vm: Vm, where = ""): PyError {
  return newError(vm, exc.RecursionErrorType, "maximum recursion depth exceeded" + where);
}

/** KeyError with the key itself as argument. */
export function keyError(vm: Vm, key: Value): PyError {
  return new PyError(exc.newException(vm, exc.KeyErrorType, [key]));
}

/** StopIteration, for natives that must raise it (`__next__` wrappers). */
export function stopIteration(vm: Vm, value: Value | undefined): PyError {
  return new PyError(exc.newException(vm, exc.StopIterationType, value === undefined ? [] : [value]));
}

/** Is the thrown thing a Python exception of this type? */
export function matches(thrown: unknown, type: TypeRec): thrown is PyError {
  return thrown instanceof PyError && isSubtype(thrown.exc.type, type);
}

/** Gives up a caught exception. */
export function dropError(vm: Vm, error: PyError): void {
  drop(vm, error.exc);
}

/** Makes what takes the place of a caught error; where that raises, the caught one is given up. */
export function insteadOf<T>(vm: Vm, error: PyError, make: () => T): T {
  try {
    return make();
  } catch (raised) {
    dropError(vm, error);
    throw raised;
  }
}

/**
 * Raises without JavaScript's throw, which costs a native function more than its work: `return fail(vm, error)`. Only for functions of a
 * NativeDef and others whose callers look at vm.failure when they are answered undefined.
 */
export function fail(vm: Vm, error: PyError): undefined {
  vm.failure = error;
  return undefined;
}

/** The exception that fail() left. */
export function takeFailure(vm: Vm): PyError {
  const error = vm.failure!;
  vm.failure = null;
  return error;
}

/** Turns the sentinel's exception into a throw: after a call that answered undefined. */
export function throwRaised(vm: Vm): never {
  const raised = vm.raised as Container;
  vm.raised = null;
  throw new PyError(raised);
}

/** AttributeError with `name` and `obj` set, as suggestions need them. */
export function attributeErrorFor(vm: Vm, object: Value, name: Value, message: string): PyError {
  const error = exc.newException(vm, exc.AttributeErrorType, [newStr(message)]);
  exc.setNameAndObject(error, name, object);
  return new PyError(error);
}

/** NameError with `name` set; UnboundLocalError without, as in CPython. */
export function nameError(vm: Vm, name: Value, message: string, type: TypeRec = exc.NameErrorType): PyError {
  const error = exc.newException(vm, type, [newStr(message)]);
  if (type === exc.NameErrorType) exc.setNameAndObject(error, name, undefined);
  return new PyError(error);
}
