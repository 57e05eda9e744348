// asyncio's Future and the iterator that awaits it. Mirrors the first half of Modules/_asynciomodule.c. A task's payload is a future's with more fields
// (task.ts). See docs/modules.md.
import {
  attributeError,
  call,
  callMethod,
  Container,
  defineType,
  drop,
  exc,
  getAttrText,
  hold,
  importModule,
  intern,
  isException,
  isExceptionClass,
  isInstanceOf,
  isSubtype,
  newBool,
  newFrozenSet,
  newGenericAlias,
  newList,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  note,
  PyError,
  type PyStr,
  richCompareBool,
  runtimeError,
  setAttrText,
  dropStopValue,
  stopIteration,
  takeStopValue,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  truth,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  EQ,
  newScopedDict,
  dictSetText,
  strFromJs,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";

export const PENDING = 0;
export const CANCELLED = 1;
export const FINISHED = 2;
const NAMES = ["PENDING", "CANCELLED", "FINISHED"];

/** Fields that hold Python objects. */
const REFS = ["loop", "result", "exception", "exceptionTb", "sourceTb", "cancelMessage", "cancelledError", "coro", "name", "context", "waiter"] as const;

/** What a future knows; the second half belongs to tasks. Null: not set. */
export interface FutureData {
  loop: Value | null;
  /** Function and context by turns. */
  callbacks: Value[];
  state: number;
  result: Value | null;
  exception: Value | null;
  exceptionTb: Value | null;
  sourceTb: Value | null;
  cancelMessage: Value | null;
  cancelledError: Value | null;
  logTb: boolean;
  blocking: boolean;
  awaitedBy: Value[];
  coro: Value | null;
  name: Value | null;
  context: Value | null;
  waiter: Value | null;
  mustCancel: boolean;
  logDestroy: boolean;
  cancels: number;
}

export const dataOf = (self: Value): FutureData => (self as Container).data as FutureData;

export function newFutureData(): FutureData {
  return {
    loop: null, callbacks: [], state: PENDING, result: null, exception: null, exceptionTb: null, sourceTb: null, cancelMessage: null, cancelledError: null, logTb: false, blocking: false,
    awaitedBy: [], coro: null, name: null, context: null, waiter: null, mustCancel: false, logDestroy: true, cancels: 0,
  };
}

/** Puts a value (borrowed) into a field. */
export function put(vm: Vm, data: FutureData, field: (typeof REFS)[number], value: Value | null): void {
  const before = data[field];
  data[field] = value === null ? null : newRef(value);
  if (before !== null) drop(vm, before);
}

export const asyncioAttribute = (vm: Vm, module: string, name: string): Value => getAttrText(vm, importFrom(vm, module), name);

function importFrom(vm: Vm, module: string): Value {
  return importModule(vm, module, None, newTuple(vm, [newStr("x")]), 0);
}

const exceptionType = (vm: Vm, name: string): Value => asyncioAttribute(vm, "asyncio.exceptions", name);

export function invalidState(vm: Vm, message: string): PyError {
  return raised(vm, call(vm, exceptionType(vm, "InvalidStateError"), [strFromJs(message)]));
}

/** An exception object to be thrown. */
export function raised(_vm: Vm, value: Value): PyError {
  return new PyError(newRef(value) as Container);
}

export function isCancelled(vm: Vm, error: unknown): error is PyError {
  return error instanceof PyError && isInstanceOf(error.exc, (exceptionType(vm, "CancelledError") as any).data as TypeRec);
}

/** The running loop, or the one of the policy. */
export function currentLoop(vm: Vm): Value {
  return runningLoop(vm) ?? callMethod(vm, call(vm, asyncioAttribute(vm, "asyncio.events", "_get_event_loop_policy"), []), intern(vm, "get_event_loop"), []);
}

export interface LoopState {
  running: Container | null;
  task: Value | null;
  names: number;
  /** Weak set of tasks, set of eager ones. */
  scheduled: Value | null;
  eager: Value | null;
}

export const loopState = (vm: Vm): LoopState => vm.stateOf("_asyncio", () => ({ running: null, task: null, names: 0, scheduled: null, eager: null }));
export const runningLoop = (vm: Vm): Value | null => loopState(vm).running;

export function initFuture(vm: Vm, self: Container, loop: Value | undefined): void {
  const data = dataOf(self);
  // A second call of __init__ begins anew.
  clearFields(vm, data);
  data.logTb = false;
  data.blocking = false;
  put(vm, data, "loop", loop === undefined || loop === None ? currentLoop(vm) : loop);
  if (truth(vm, callMethod(vm, hold(vm, data.loop!), intern(vm, "get_debug"), []))) {
    put(vm, data, "sourceTb", call(vm, getAttrText(vm, importModule(vm, "traceback", None, None, 0), "extract_stack"), []));
  }
}

function clearFields(vm: Vm, data: FutureData): void {
  for (const field of REFS) put(vm, data, field, null);
  const { callbacks, awaitedBy } = data;
  data.callbacks = [];
  data.awaitedBy = [];
  for (const v of [...callbacks, ...awaitedBy]) drop(vm, v);
  data.state = PENDING;
}

function alive(vm: Vm, self: Value, error: (vm: Vm, message: string) => PyError = runtimeError): FutureData {
  const data = dataOf(self);
  if (data.loop === null) throw error(vm, "Future object is not initialized.");
  return data;
}

export function callSoon(vm: Vm, loop: Value, callback: Value, argument: Value | undefined, context: Value | null): void {
  const args = argument === undefined ? [callback] : [callback, argument];
  if (context === null) callMethod(vm, loop, intern(vm, "call_soon"), args);
  else call(vm, getAttrText(vm, loop, "call_soon"), [...args, context], [intern(vm, "context")] as PyStr[]);
}

function schedule(vm: Vm, self: Container): void {
  const data = dataOf(self);
  const { callbacks } = data;
  data.callbacks = [];
  try {
    for (let i = 0; i < callbacks.length; i += 2) callSoon(vm, hold(vm, data.loop!), callbacks[i]!, self, callbacks[i + 1]!);
  } finally {
    for (const v of callbacks) drop(vm, v);
  }
}

export function setResult(vm: Vm, self: Container, result: Value): void {
  const data = alive(vm, self);
  if (data.state !== PENDING) throw invalidState(vm, "invalid state");
  put(vm, data, "result", result);
  data.state = FINISHED;
  schedule(vm, self);
}

export function setException(vm: Vm, self: Container, given: Value): void {
  const data = alive(vm, self);
  if (data.state !== PENDING) throw invalidState(vm, "invalid state");
  let value = given;
  if (isExceptionClass(given)) value = call(vm, given, []);
  if (!isException(value)) throw typeError(vm, "invalid exception object");
  if (isSubtype(value.type, exc.StopIterationType)) {
    const wrapped = call(vm, exc.RuntimeErrorType.obj, [newStr("StopIteration interacts badly with generators and cannot be raised into a Future")]);
    setAttrText(vm, wrapped, "__cause__", value);
    setAttrText(vm, wrapped, "__context__", value);
    value = wrapped as Container;
  }
  put(vm, data, "exception", value);
  const tb = getAttrText(vm, value, "__traceback__");
  put(vm, data, "exceptionTb", tb === None ? null : tb);
  data.state = FINISHED;
  schedule(vm, self);
  data.logTb = true;
}

export function cancelFuture(vm: Vm, self: Container, message: Value | null): boolean {
  const data = alive(vm, self);
  data.logTb = false;
  if (data.state !== PENDING) return false;
  data.state = CANCELLED;
  put(vm, data, "cancelMessage", message);
  schedule(vm, self);
  return true;
}

export function cancelledError(vm: Vm, data: FutureData): Value {
  const kept = data.cancelledError;
  if (kept !== null) {
    const held = hold(vm, kept);
    put(vm, data, "cancelledError", null);
    return held;
  }
  const { cancelMessage } = data;
  return call(vm, exceptionType(vm, "CancelledError"), cancelMessage === null || cancelMessage === None ? [] : [hold(vm, cancelMessage)]);
}

/** The result, borrowed; throws what there is instead. */
export function futureResult(vm: Vm, self: Value): Value {
  const data = alive(vm, self, invalidState);
  if (data.state === CANCELLED) throw raised(vm, cancelledError(vm, data));
  if (data.state !== FINISHED) throw invalidState(vm, "Result is not set.");
  data.logTb = false;
  if (data.exception === null) return data.result ?? None;
  const error = hold(vm, data.exception);
  if (data.exceptionTb !== null) {
    setAttrText(vm, error, "__traceback__", hold(vm, data.exceptionTb));
    put(vm, data, "exceptionTb", null);
  }
  throw raised(vm, error);
}

function futureException(vm: Vm, self: Value): Value {
  const data = alive(vm, self, invalidState);
  if (data.state === CANCELLED) throw raised(vm, cancelledError(vm, data));
  if (data.state !== FINISHED) throw invalidState(vm, "Exception is not set.");
  data.logTb = false;
  return data.exception ?? None;
}

export function addCallback(vm: Vm, self: Container, callback: Value, context: Value | undefined): void {
  const data = alive(vm, self);
  const used = context ?? callMethod(vm, importModule(vm, "_contextvars", None, None, 0), intern(vm, "copy_context"), []);
  if (data.state !== PENDING) callSoon(vm, hold(vm, data.loop!), callback, self, used);
  else data.callbacks.push(newRef(callback), newRef(used));
}

function removeCallback(vm: Vm, self: Container, wanted: Value): number {
  const data = alive(vm, self);
  let removed = 0;
  for (let i = 0; i < data.callbacks.length; ) {
    const { callbacks } = data;
    const callback = callbacks[i]!;
    if (!richCompareBool(vm, hold(vm, callback), wanted, EQ) || data.callbacks !== callbacks || callbacks[i] !== callback) {
      i += 2;
      continue;
    }
    for (const v of callbacks.splice(i, 2)) drop(vm, v);
    removed++;
  }
  return removed;
}

/** Tells the loop of something that nobody will ask for any more. */
export function tellLoop(vm: Vm, self: Container, message: string, key: string, error: Value | null): void {
  const data = dataOf(self);
  const context = newScopedDict(vm);
  dictSetText(vm, context, "message", strFromJs(message));
  if (error !== null) dictSetText(vm, context, "exception", error);
  dictSetText(vm, context, key, self);
  if (data.sourceTb !== null) dictSetText(vm, context, "source_traceback", data.sourceTb);
  callMethod(vm, hold(vm, data.loop!), intern(vm, "call_exception_handler"), [context]);
}

export function finalizeFuture(vm: Vm, self: Container): void {
  const data = dataOf(self);
  if (!data.logTb || data.loop === null) return;
  data.logTb = false;
  tellLoop(vm, self, `${typeName(self).split(".").pop()} exception was never retrieved`, "future", data.exception);
}

export function addAwaiter(_vm: Vm, future: Value, waiter: Value): void {
  if (!isFuture(future) || !isFuture(waiter)) return;
  const { awaitedBy } = dataOf(future);
  if (!awaitedBy.includes(waiter)) awaitedBy.push(newRef(waiter));
}

export function discardAwaiter(vm: Vm, future: Value, waiter: Value): void {
  if (!isFuture(future) || !isFuture(waiter)) return;
  const { awaitedBy } = dataOf(future);
  const at = awaitedBy.indexOf(waiter);
  if (at >= 0) drop(vm, awaitedBy.splice(at, 1)[0]!);
}

export const traverseFuture = (self: Container, visit: (v: Value) => void): void => {
  const data = dataOf(self);
  for (const field of REFS) {
    const v = data[field];
    if (v !== null) visit(v);
  }
  for (const v of data.callbacks) visit(v);
  for (const v of data.awaitedBy) visit(v);
};

export const clearFuture = (vm: Vm, self: Container): void => clearFields(vm, dataOf(self));

type Fn = (vm: Vm, self: Container, ...args: any[]) => Value | undefined | void;

/** Methods and attributes that futures and tasks have both; docs are those of `owner`. */
export function futureMembers(owner: "Future" | "Task") {
  const D = documented(`_asyncio.${owner}`, docs);
  const own = (name: string, fn: Fn, signature?: string) => D.method(name, fn, signature);
  const ref = (field: (typeof REFS)[number]) => (_vm: Vm, self: Value): Value => dataOf(self)[field] ?? None;
  return {
    methods: {
      result: own("result", (vm, self) => futureResult(vm, self)),
      exception: own("exception", (vm, self) => futureException(vm, self)),
      add_done_callback: own("add_done_callback", (vm, self, fn: Value, context?: Value) => addCallback(vm, self, fn, context), "($self, fn, /, *, context=None)"),
      remove_done_callback: own("remove_done_callback", (vm, self, fn: Value) => removeCallback(vm, self, fn)),
      cancelled: own("cancelled", (_vm, self) => newBool(dataOf(self).loop !== null && dataOf(self).state === CANCELLED)),
      done: own("done", (_vm, self) => newBool(dataOf(self).loop !== null && dataOf(self).state !== PENDING)),
      get_loop: documented("_asyncio.Future", docs).method("get_loop", (vm: Vm, self: Container) => alive(vm, self).loop!),
      _make_cancelled_error: own("_make_cancelled_error", (vm, self) => cancelledError(vm, dataOf(self))),
      __class_getitem__: D.classMethod("__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
    },
    getset: {
      _state: D.getset("_state", (_vm, self) => newStr(NAMES[dataOf(self).state]!)),
      _asyncio_future_blocking: D.getset(
        "_asyncio_future_blocking",
        (_vm, self) => newBool(dataOf(self).loop !== null && dataOf(self).blocking),
        (vm, self, value) => {
          if (value === undefined) throw attributeError(vm, "cannot delete attribute");
          alive(vm, self).blocking = truth(vm, value);
        },
      ),
      _asyncio_awaited_by: D.getset("_asyncio_awaited_by", (vm, self) => (dataOf(self).awaitedBy.length === 0 ? None : newFrozenSet(vm, dataOf(self).awaitedBy))),
      _loop: D.getset("_loop", ref("loop")),
      _callbacks: D.getset("_callbacks", (vm, self) => {
        const { callbacks, state } = dataOf(self);
        if (callbacks.length === 0 || state !== PENDING) return None;
        const pairs: Value[] = [];
        for (let i = 0; i < callbacks.length; i += 2) pairs.push(newTuple(vm, [callbacks[i]!, callbacks[i + 1]!]));
        return newList(vm, pairs);
      }),
      _result: D.getset("_result", ref("result")),
      _exception: D.getset("_exception", ref("exception")),
      _log_traceback: D.getset(
        "_log_traceback",
        (_vm, self) => newBool(dataOf(self).logTb),
        (vm, self, value) => {
          if (value === undefined) throw attributeError(vm, "cannot delete attribute");
          if (truth(vm, value)) throw valueError(vm, "_log_traceback can only be set to False");
          dataOf(self).logTb = false;
        },
      ),
      _source_traceback: D.getset("_source_traceback", ref("sourceTb")),
      _cancel_message: D.getset("_cancel_message", ref("cancelMessage"), (vm, self, value) => {
        if (value === undefined) throw attributeError(vm, "cannot delete attribute");
        put(vm, dataOf(self), "cancelMessage", value);
      }),
    },
  };
}

const F = documented("_asyncio.Future", docs);
const arguments_ = constructorArguments("Future", "(*, loop=None)");
const members = futureMembers("Future");

export const FutureType: TypeRec = defineType({
  name: "_asyncio.Future",
  doc: documented("_asyncio", docs).doc("Future"),
  signature: "(*, loop=None)",
  flags: TPFLAGS_BASETYPE,
  hasWeakrefs: true,
  hasDict: true,
  layoutChange: true,
  methods: {
    ...members.methods,
    set_result: F.method("set_result", (vm: Vm, self: Container, result: Value) => setResult(vm, self, result)),
    set_exception: F.method("set_exception", (vm: Vm, self: Container, error: Value) => setException(vm, self, error)),
    cancel: F.method("cancel", (vm: Vm, self: Container, message?: Value) => newBool(cancelFuture(vm, self, message ?? null))),
  },
  getset: members.getset,
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, newFutureData()),
    tp_init: (vm, self: Container, args, kwnames) => initFuture(vm, self, arguments_(vm, args, kwnames)[0] as Value | undefined),
    tp_repr: (vm, self) => {
      alive(vm, self);
      return call(vm, asyncioAttribute(vm, "asyncio.base_futures", "_future_repr"), [self]);
    },
    tp_iter: newFutureIter,
    am_await: newFutureIter,
    tp_finalize: finalizeFuture,
    tp_traverse: traverseFuture,
    tp_clear: clearFuture,
  },
});

export const isFuture = (v: Value): v is Container => typeof v !== "number" && isSubtype(v.type, FutureType);

// Awaiting.

function newFutureIter(vm: Vm, future: Value): Value {
  alive(vm, future);
  const made = new Container(FutureIterType, { future: newRef(future) }, null);
  track(vm, made);
  return note(vm, made);
}

interface IterData {
  future: Value | null;
}

/** Yields the future while it is pending; then gives it up, and its result ends the iteration. */
function iterate(vm: Vm, self: Container): Value | undefined {
  const it = self.data as IterData;
  const { future } = it;
  dropStopValue(vm);
  if (future === null) return undefined;
  const data = dataOf(future);
  if (data.state === PENDING) {
    if (data.blocking) throw runtimeError(vm, "await wasn't used with future");
    data.blocking = true;
    return future;
  }
  it.future = null;
  hold(vm, future);
  drop(vm, future);
  const result = futureResult(vm, future);
  vm.stopValue = newRef(result);
  return undefined;
}

function takeStop(vm: Vm): PyError {
  return stopIteration(vm, takeStopValue(vm));
}

const FutureIterType: TypeRec = defineType({
  name: "_asyncio.FutureIter",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    send: documented("_asyncio.FutureIter", docs).method(
      "send",
      (vm: Vm, self: Container) => {
        const got = iterate(vm, self);
        if (got === undefined) throw takeStop(vm);
        return got;
      },
      "($self, value, /)",
    ),
    throw: documented("_asyncio.FutureIter", docs).method(
      "throw",
      (vm: Vm, self: Container, kind: Value, value?: Value, tb?: Value) => {
        let error: Value;
        if (isExceptionClass(kind)) error = value !== undefined && isException(value) ? value : call(vm, kind, value === undefined || value === None ? [] : [value]);
        else if (!isException(kind)) throw typeError(vm, "exceptions must be classes deriving BaseException or instances of such a class");
        else error = kind;
        if (tb !== undefined && tb !== None) setAttrText(vm, error, "__traceback__", tb);
        const it = self.data as IterData;
        const { future } = it;
        it.future = null;
        if (future !== null) drop(vm, future);
        throw raised(vm, error);
      },
      "($self, type, val=None, tb=None, /)",
    ),
    close: documented("_asyncio.FutureIter", docs).method(
      "close",
      (vm: Vm, self: Container) => {
        const it = self.data as IterData;
        const { future } = it;
        it.future = null;
        if (future !== null) drop(vm, future);
      },
      "($self, /)",
    ),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: iterate,
    tp_traverse: (self: Container, visit) => {
      const { future } = self.data as IterData;
      if (future !== null) visit(future);
    },
    tp_clear: (vm, self: Container) => {
      const it = self.data as IterData;
      const { future } = it;
      it.future = null;
      if (future !== null) drop(vm, future);
    },
  },
});

