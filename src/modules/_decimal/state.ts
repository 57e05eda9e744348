// The state of _decimal in a Vm: signals and their exceptions, contexts, the current context. Mirrors the first third of
// Modules/_decimal/_decimal.c. See docs/modules.md.
import {
  CLAMPED,
  CONVERSION_SYNTAX,
  type DecContext,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  FLOAT_OPERATION,
  IEEE_INVALID,
  INEXACT,
  INVALID_CONTEXT,
  INVALID_OPERATION,
  OVERFLOW,
  ROUND_HALF_EVEN,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from "../../base/decimal/number.ts";
import {
  builtinNamed,
  call,
  Container,
  dictSetText,
  isSubtype,
  memoryError,
  newList,
  newRef,
  newScopedDict,
  newStr,
  newTuple,
  None,
  note,
  PyError,
  type PyStr,
  setRef,
  textOf,
  track,
  typeError,
  typeOf,
  type Value,
  type Vm,
} from "../../core/api.ts";
import { readVariable, writeVariable } from "../_contextvars.ts";
import { ContextType } from "./context.ts";

/** Payload of a Context: what operations work by, flags and traps, and the exact numbers that Python sees. */
export class ContextData implements DecContext {
  prec = 28;
  emin = -999999;
  emax = 999999;
  rounding: number = ROUND_HALF_EVEN;
  clamp = 0;
  /** Conditions of the operation that runs. */
  status = 0;
  capitals = 1;
  /** The Context is no more: its signal dictionaries are invalid. */
  gone = false;
  flags = 0;
  traps: number = IEEE_INVALID | DIVISION_BY_ZERO | OVERFLOW;
  precInt: number | bigint = 28;
  eminInt: number | bigint = -999999;
  emaxInt: number | bigint = 999999;

  setPrec(n: number | bigint): void {
    this.precInt = n;
    this.prec = Number(n);
  }
  setEmin(n: number | bigint): void {
    this.eminInt = n;
    this.emin = Number(n);
  }
  setEmax(n: number | bigint): void {
    this.emaxInt = n;
    this.emax = Number(n);
  }
  copy(): ContextData {
    const made = Object.assign(new ContextData(), this);
    made.status = 0;
    made.gone = false;
    return made;
  }
}

/** Signals in CPython's order, with the conditions that each stands for. */
export const signals: readonly (readonly [name: string, mask: number])[] = [
  ["InvalidOperation", IEEE_INVALID],
  ["FloatOperation", FLOAT_OPERATION],
  ["DivisionByZero", DIVISION_BY_ZERO],
  ["Overflow", OVERFLOW],
  ["Underflow", UNDERFLOW],
  ["Subnormal", SUBNORMAL],
  ["Inexact", INEXACT],
  ["Rounded", ROUNDED],
  ["Clamped", CLAMPED],
];

const conditions: readonly (readonly [name: string, mask: number])[] = [
  ["InvalidOperation", INVALID_OPERATION],
  ["ConversionSyntax", CONVERSION_SYNTAX],
  ["DivisionImpossible", DIVISION_IMPOSSIBLE],
  ["DivisionUndefined", DIVISION_UNDEFINED],
  ["InvalidContext", INVALID_CONTEXT],
];

/** Exceptions and their bases. */
const hierarchy: readonly (readonly [name: string, bases: readonly string[]])[] = [
  ["DecimalException", ["ArithmeticError"]],
  ["Clamped", ["DecimalException"]],
  ["Rounded", ["DecimalException"]],
  ["Inexact", ["DecimalException"]],
  ["Subnormal", ["DecimalException"]],
  ["Underflow", ["Inexact", "Rounded", "Subnormal"]],
  ["Overflow", ["Inexact", "Rounded"]],
  ["DivisionByZero", ["DecimalException", "ZeroDivisionError"]],
  ["FloatOperation", ["DecimalException", "TypeError"]],
  ["InvalidOperation", ["DecimalException"]],
  ["ConversionSyntax", ["InvalidOperation"]],
  ["DivisionImpossible", ["InvalidOperation"]],
  ["DivisionUndefined", ["InvalidOperation", "ZeroDivisionError"]],
  ["InvalidContext", ["InvalidOperation"]],
];

export const exceptionNames: readonly string[] = hierarchy.map(([name]) => name);

interface DecimalState {
  /** Owned. */
  exceptions: Map<string, Value>;
  /** Owned slots: DecimalTuple, SignalDict, the context variable, then the three template contexts. */
  kept: Value[];
}

export const TUPLE = 0;
export const SIGNAL_DICT = 1;
export const VARIABLE = 2;
export const DEFAULT_CONTEXT = 3;
export const BASIC_CONTEXT = 4;
export const EXTENDED_CONTEXT = 5;

function stateOf(vm: Vm): DecimalState {
  return vm.stateOf("_decimal", () => ({ exceptions: new Map<string, Value>(), kept: [None, None, None, None, None, None] }));
}

export function kept(vm: Vm, slot: number): Value {
  return stateOf(vm).kept[slot]!;
}

export function keep(vm: Vm, slot: number, v: Value): Value {
  setRef(vm, stateOf(vm).kept, slot, v);
  return v;
}

/** The exception class of that name, borrowed. */
export function exceptionNamed(vm: Vm, name: string): Value {
  const { exceptions } = stateOf(vm);
  let made = exceptions.get(name);
  if (made === undefined) {
    const entry = hierarchy.find(([n]) => n === name);
    if (entry === undefined) return builtinNamed(vm, name);
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("decimal"));
    made = newRef(call(vm, builtinNamed(vm, "type"), [newStr(name), newTuple(vm, entry[1].map((base) => exceptionNamed(vm, base))), dict]));
    exceptions.set(name, made);
  }
  return made;
}

/** The classes of conditions and signals, as a list. */
function conditionList(vm: Vm, status: number): Value[] {
  const names = conditions.filter(([, mask]) => (status & mask) !== 0).map(([name]) => name);
  for (const [name, mask] of signals.slice(1)) if ((status & mask) !== 0) names.push(name);
  return names.map((name) => exceptionNamed(vm, name));
}

/** The signals of a set of conditions. */
export function signalList(vm: Vm, status: number): Value[] {
  return signals.filter(([, mask]) => (status & mask) !== 0).map(([name]) => exceptionNamed(vm, name));
}

/** The names in a context's repr: in the order of their lowest bits that are set. */
export function signalNames(status: number): string {
  const lowest = (mask: number): number => (status & mask) & -(status & mask);
  const set = signals.filter(([, mask]) => (status & mask) !== 0);
  return `[${set.sort((a, b) => lowest(a[1]) - lowest(b[1])).map(([name]) => name).join(", ")}]`;
}

/** The conditions of a signal's class; undefined for anything else. */
export function signalMask(vm: Vm, v: Value): number | undefined {
  return signals.find(([name]) => stateOf(vm).exceptions.get(name) === v)?.[1];
}

/** Adds what an operation left to the flags, and raises what is trapped. */
export function settle(vm: Vm, c: ContextData): void {
  const { status } = c;
  if (status === 0) return;
  c.flags |= status;
  const trapped = status & c.traps;
  if (trapped === 0) return;
  const [name] = signals.find(([, mask]) => (trapped & mask) !== 0)!;
  const error = call(vm, exceptionNamed(vm, name), [newList(vm, conditionList(vm, trapped))]) as Container;
  throw new PyError(newRef(error));
}

/** Runs an operation with a fresh status and settles it. */
export function operate<T>(vm: Vm, c: ContextData, run: (c: ContextData) => T): T {
  c.status = 0;
  let answer: T;
  try {
    answer = run(c);
  } catch (error) {
    if (error instanceof RangeError) throw memoryError(vm);
    throw error;
  }
  if (c.status !== 0) settle(vm, c);
  return answer;
}

export const contextData = (v: Value): ContextData => (v as Container).data as ContextData;
export const isContext = (v: Value): v is Container => isSubtype(typeOf(v), ContextType);

export function newContext(vm: Vm, data: ContextData): Container {
  const made = new Container(ContextType, data, null);
  track(vm, made);
  return note(vm, made);
}

/** The context of the current thread and task; made from DefaultContext on first use. */
export function currentContext(vm: Vm): Container {
  const variable = kept(vm, VARIABLE) as Container;
  const known = readVariable(vm, variable);
  if (known !== undefined) return known as Container;
  const data = contextData(kept(vm, DEFAULT_CONTEXT)).copy();
  data.flags = 0;
  const made = newContext(vm, data);
  writeVariable(vm, variable, made);
  return made;
}

export function setCurrentContext(vm: Vm, v: Value): void {
  if (!isContext(v)) throw typeError(vm, "argument must be a context");
  const template = [DEFAULT_CONTEXT, BASIC_CONTEXT, EXTENDED_CONTEXT].some((slot) => kept(vm, slot) === v);
  let chosen: Container = v;
  if (template) {
    const data = contextData(v).copy();
    data.flags = 0;
    chosen = newContext(vm, data);
  }
  writeVariable(vm, kept(vm, VARIABLE) as Container, chosen);
}

export const current = (vm: Vm): ContextData => contextData(currentContext(vm));

/** An optional context argument. */
export function contextArgument(vm: Vm, v: Value | undefined): ContextData {
  if (v === undefined || v === None) return current(vm);
  if (!isContext(v)) throw typeError(vm, "optional argument must be a context");
  return contextData(v);
}


/** Keywords of constructors without a name in messages. */
export function checkKeywords(vm: Vm, kwnames: readonly PyStr[] | null, allowed: readonly string[]): void {
  for (const name of kwnames ?? []) if (!allowed.includes(textOf(name))) throw typeError(vm, `this function got an unexpected keyword argument '${textOf(name)}'`);
}
