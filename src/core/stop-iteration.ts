// How an iteration ends without raising: `tp_iternext` answers undefined, and vm.stopValue has the value of the StopIteration, for those who want it (`yield from`,
// next()). It counts only right behind that answer: who wants it forgets what was left before. Mirrors the uses of _PyGen_FetchStopIterationValue. See docs/core.md.
import { drop, dropMaybe } from "../memory/ref.ts";
import * as exc from "../types/exceptions.ts";
import { None } from "../types/none.ts";
import type { Vm } from "../vm/vm.ts";
import { dropError, matches } from "./errors.ts";
import type { Container, Value } from "./object.ts";

/** Remembers the value that a StopIteration carries. */
export function setStopValue(vm: Vm, exception: Container): void {
  const args = exception.data.args.data as Value[];
  const value = args.length > 0 ? args[0]! : None;
  const old = vm.stopValue;
  if (value === None) vm.stopValue = undefined;
  else {
    if (typeof value !== "number") value.rc++;
    vm.stopValue = value;
  }
  dropMaybe(vm, old);
}

/** The value of the StopIteration that just ended an iteration, its reference handed to the scope; undefined for None. */
export function takeStopValue(vm: Vm): Value | undefined {
  const value = vm.stopValue;
  if (value === undefined) return undefined;
  vm.stopValue = undefined;
  if (typeof value !== "number") vm.scope[vm.scopeCount++] = value;
  return value;
}

/** Forgets the value: at the end of a loop that does not want it, and before an iteration whose value is wanted. */
export function dropStopValue(vm: Vm): void {
  const value = vm.stopValue;
  if (value === undefined) return;
  vm.stopValue = undefined;
  drop(vm, value);
}

type Next = (vm: Vm, self: any) => Value | undefined;

/** A `tp_iternext` made by `stopping`, and the function that it was made of, which lets a StopIteration through as it was raised. */
export interface StoppingNext extends Next {
  raising?: Next;
}

/** A `tp_iternext` that calls foreign code: a StopIteration of that code ends the iteration like any other end. */
export function stopping(raising: Next): Next {
  const next: StoppingNext = (vm, self) => {
    try {
      return raising(vm, self);
    } catch (error) {
      if (!matches(error, exc.StopIterationType)) throw error;
      setStopValue(vm, error.exc);
      dropError(vm, error);
      return undefined;
    }
  };
  next.raising = raising;
  return next;
}

/** The next item for one who raises StopIteration at the end: what foreign code raised goes on with its traceback. */
export function nextRaising(vm: Vm, next: StoppingNext, iterator: Value): Value | undefined {
  if (vm.stopValue !== undefined) dropStopValue(vm);
  return (next.raising ?? next)(vm, iterator);
}
