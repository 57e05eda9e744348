// asyncio's Task: drives a coroutine from callbacks of a loop. Mirrors the second half of Modules/_asynciomodule.c. See docs/modules.md.
import {
  call,
  callMethod,
  Container,
  defineType,
  drop,
  dropError,
  exc,
  getAttrText,
  hold,
  importModule,
  intern,
  isException,
  isStr,
  lookupAttrText,
  matches,
  NativeDef,
  newBool,
  newBuiltin,
  newInt,
  newRef,
  newStr,
  newSubclassInstance,
  None,
  note,
  PyError,
  type PyStr,
  reprText,
  runtimeError,
  setAttrText,
  str,
  strFromJs,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import {
  addAwaiter,
  addCallback,
  asyncioAttribute,
  callSoon,
  cancelFuture,
  cancelledError,
  clearFuture,
  dataOf,
  discardAwaiter,
  finalizeFuture,
  type FutureData,
  futureMembers,
  futureResult,
  FutureType,
  initFuture,
  invalidState,
  isCancelled,
  isFuture,
  loopState,
  newFutureData,
  PENDING,
  put,
  setException,
  setResult,
  tellLoop,
  traverseFuture,
} from "./future.ts";

const D = documented("_asyncio.Task", docs);

// Which task runs.

export function enterTask(vm: Vm, loop: Value, task: Value): void {
  const state = loopState(vm);
  needRunning(vm, loop);
  if (state.task !== null) throw runtimeError(vm, `Cannot enter into task ${reprText(vm, task)} while another task ${reprText(vm, state.task)} is being executed.`);
  state.task = newRef(task);
}

export function leaveTask(vm: Vm, loop: Value, task: Value): void {
  const state = loopState(vm);
  needRunning(vm, loop);
  if (state.task !== task) throw runtimeError(vm, `Invalid attempt to leave task ${reprText(vm, task)} while task ${state.task === null ? "None" : reprText(vm, state.task)} is entered.`);
  state.task = null;
  drop(vm, task);
}

export function swapTask(vm: Vm, loop: Value, task: Value): Value {
  const state = loopState(vm);
  needRunning(vm, loop);
  const before = state.task;
  state.task = task === None ? null : newRef(task);
  if (before === null) return None;
  hold(vm, before);
  drop(vm, before);
  return before;
}

function needRunning(vm: Vm, loop: Value): void {
  if (loopState(vm).running !== loop) throw runtimeError(vm, `loop ${reprText(vm, loop)} is not the running loop`);
}

function weakTasks(vm: Vm): Value {
  return (loopState(vm).scheduled ??= newRef(call(vm, getAttrText(vm, importModule(vm, "weakref", None, None, 0), "WeakSet"), [])));
}

export const registerTask = (vm: Vm, task: Value): Value => callMethod(vm, weakTasks(vm), intern(vm, "add"), [task]);
export const unregisterTask = (vm: Vm, task: Value): Value => callMethod(vm, weakTasks(vm), intern(vm, "discard"), [task]);
export const scheduledTasks = weakTasks;

// Steps.

interface StepData {
  task: Value | null;
  error: Value | null;
}

const stepOf = (self: Value): StepData => (self as Container).data as StepData;

const StepType: TypeRec = defineType({
  name: "_asyncio.TaskStepMethWrapper",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  getset: { __self__: documented("", docs).getset("", (_vm, self) => stepOf(self).task ?? None) },
  slots: {
    tp_call: (vm, self: Container, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "function takes no keyword arguments");
      if (args.length > 0) throw typeError(vm, "function takes no positional arguments");
      const { task, error } = stepOf(self);
      step(vm, task as Container, error);
      return None;
    },
    tp_traverse: (self: Container, visit) => {
      const { task, error } = stepOf(self);
      if (task !== null) visit(task);
      if (error !== null) visit(error);
    },
    tp_clear: (vm, self: Container) => {
      const data = stepOf(self);
      const { task, error } = data;
      data.task = data.error = null;
      if (task !== null) drop(vm, task);
      if (error !== null) drop(vm, error);
    },
  },
});

function scheduleStep(vm: Vm, task: Container, error: Value | null): void {
  const made = new Container(StepType, { task: newRef(task), error: error === null ? null : newRef(error) } satisfies StepData, null);
  track(vm, made);
  note(vm, made);
  const { loop, context } = dataOf(task);
  callSoon(vm, hold(vm, loop!), made, undefined, context);
}

const wakeupDef = new NativeDef("task_wakeup", "($self, future, /)", null, (vm: Vm, self: Container, future: Value) => wakeup(vm, self, future), "function", true);

function wakeup(vm: Vm, task: Container, future: Value): void {
  discardAwaiter(vm, future, task);
  try {
    if (isFuture(future)) futureResult(vm, future);
    else callMethod(vm, future, intern(vm, "result"), []);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const thrown = hold(vm, error.exc);
    dropError(vm, error);
    step(vm, task, thrown);
    return;
  }
  step(vm, task, null);
}

/** One step of the coroutine: up to its next await, its return or its error. */
function step(vm: Vm, task: Container, thrown: Value | null): void {
  const data = dataOf(task);
  if (data.state !== PENDING) throw invalidState(vm, `__step(): already done: ${reprText(vm, task)} ${thrown === null ? "None" : reprText(vm, thrown)}`);
  const loop = hold(vm, data.loop!);
  hold(vm, task);
  enterTask(vm, loop, task);
  try {
    stepInside(vm, task, data, thrown);
  } finally {
    if (loopState(vm).task === task) leaveTask(vm, loop, task);
  }
}

function stepInside(vm: Vm, task: Container, data: FutureData, given: Value | null): void {
  let thrown = given;
  if (data.mustCancel) {
    if (thrown === null || !isException(thrown) || !isCancelled(vm, new PyError(thrown))) thrown = cancelledError(vm, data);
    data.mustCancel = false;
  }
  put(vm, data, "waiter", null);
  const coro = hold(vm, data.coro!);
  let got: Value;
  try {
    got = thrown === null ? callMethod(vm, coro, intern(vm, "send"), [None]) : callMethod(vm, coro, intern(vm, "throw"), [thrown]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    ended(vm, task, data, error);
    return;
  }
  awaits(vm, task, data, got);
}

/** The coroutine returned or raised. */
function ended(vm: Vm, task: Container, data: FutureData, error: PyError): void {
  const value = hold(vm, error.exc);
  if (matches(error, exc.StopIterationType)) {
    dropError(vm, error);
    if (data.mustCancel) {
      data.mustCancel = false;
      cancelFuture(vm, task, data.cancelMessage);
    } else setResult(vm, task, getAttrText(vm, value, "value"));
    return;
  }
  if (isCancelled(vm, error)) {
    dropError(vm, error);
    put(vm, data, "cancelledError", value);
    cancelFuture(vm, task, null);
    return;
  }
  setException(vm, task, value);
  if (matches(error, exc.KeyboardInterruptType) || matches(error, exc.SystemExitType)) throw error;
  dropError(vm, error);
}

function wrong(vm: Vm, task: Container, message: string): void {
  scheduleStep(vm, task, call(vm, exc.RuntimeErrorType.obj, [strFromJs(message)]));
}

/** The coroutine waits for what it yielded. */
function awaits(vm: Vm, task: Container, data: FutureData, got: Value): void {
  if (got === task) return wrong(vm, task, `Task cannot await on itself: ${reprText(vm, task)}`);
  if (got === None) return scheduleStep(vm, task, null);
  const native = isFuture(got);
  const blocking = native ? newBool(dataOf(got).blocking) : lookupAttrText(vm, got, "_asyncio_future_blocking");
  if (blocking === undefined || blocking === None) {
    const name = typeOf(got).name;
    if (name === "generator") return wrong(vm, task, `yield was used instead of yield from for generator in task ${reprText(vm, task)} with ${reprText(vm, got)}`);
    return wrong(vm, task, `Task got bad yield: ${reprText(vm, got)}`);
  }
  const loop = native ? dataOf(got).loop! : call(vm, asyncioAttribute(vm, "asyncio.futures", "_get_loop"), [got]);
  if (loop !== data.loop) return wrong(vm, task, `Task ${reprText(vm, task)} got Future ${reprText(vm, got)} attached to a different loop`);
  if (!truth(vm, blocking)) return wrong(vm, task, `yield was used instead of yield from in task ${reprText(vm, task)} with ${reprText(vm, got)}`);
  const callback = newBuiltin(vm, wakeupDef, task, null);
  if (native) {
    addAwaiter(vm, got, task);
    dataOf(got).blocking = false;
    addCallback(vm, got, callback, data.context ?? undefined);
  } else {
    setAttrText(vm, got, "_asyncio_future_blocking", newBool(false));
    call(vm, getAttrText(vm, got, "add_done_callback"), [callback, data.context ?? None], [intern(vm, "context")] as PyStr[]);
  }
  put(vm, data, "waiter", got);
  if (data.mustCancel && cancelOther(vm, got, data.cancelMessage)) data.mustCancel = false;
}

function cancelOther(vm: Vm, other: Value, message: Value | null): boolean {
  return truth(vm, call(vm, getAttrText(vm, other, "cancel"), [message ?? None], [intern(vm, "msg")] as PyStr[]));
}

function cancel(vm: Vm, self: Container, message?: Value): Value {
  const data = dataOf(self);
  data.logTb = false;
  if (data.state !== PENDING) return newBool(false);
  data.cancels++;
  if (data.waiter !== null && cancelOther(vm, hold(vm, data.waiter), message ?? null)) return newBool(true);
  data.mustCancel = true;
  put(vm, data, "cancelMessage", message ?? null);
  return newBool(true);
}

// Birth and death.

const arguments_ = constructorArguments("Task", "(coro, *, loop=None, name=None, context=None, eager_start=False)");

function init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [coro, loop, name, context, eager] = arguments_(vm, args, kwnames) as [Value, Value?, Value?, Value?, Value?];
  initFuture(vm, self, loop);
  const data = dataOf(self);
  if (!truth(vm, call(vm, asyncioAttribute(vm, "asyncio.coroutines", "iscoroutine"), [coro]))) {
    data.logDestroy = false;
    throw typeError(vm, `a coroutine was expected, got ${reprText(vm, coro)}`);
  }
  put(vm, data, "context", context === undefined || context === None ? callMethod(vm, importModule(vm, "_contextvars", None, None, 0), intern(vm, "copy_context"), []) : context);
  data.mustCancel = false;
  data.logDestroy = true;
  data.cancels = 0;
  put(vm, data, "coro", coro);
  if (name === undefined || name === None) put(vm, data, "name", newStr(`Task-${++loopState(vm).names}`));
  else put(vm, data, "name", isStr(name) ? name : str(vm, name));
  if (eager !== undefined && truth(vm, eager)) {
    const running = truth(vm, callMethod(vm, hold(vm, data.loop!), intern(vm, "is_running"), []));
    if (running) {
      startEagerly(vm, self, data);
      return;
    }
  }
  scheduleStep(vm, self, null);
  registerTask(vm, self);
}

function startEagerly(vm: Vm, task: Container, data: FutureData): void {
  const loop = hold(vm, data.loop!);
  const before = swapTask(vm, loop, task);
  registerTask(vm, task);
  try {
    const first = newBuiltin(vm, eagerDef, task, null);
    callMethod(vm, hold(vm, data.context!), intern(vm, "run"), [first]);
  } finally {
    swapTask(vm, loop, before);
  }
  if (data.state !== PENDING) put(vm, data, "coro", null);
}

const eagerDef = new NativeDef("task_eager_step", "($self, /)", null, (vm: Vm, self: Container) => stepInside(vm, self, dataOf(self), null), "function", true);

function finalize(vm: Vm, self: Container): void {
  const data = dataOf(self);
  if (data.loop !== null && data.state === PENDING && data.logDestroy && data.coro !== null) tellLoop(vm, self, "Task was destroyed but it is pending!", "task", null);
  finalizeFuture(vm, self);
}

const members = futureMembers("Task");
const ref = (field: "coro" | "waiter" | "name" | "context") => (_vm: Vm, self: Value): Value => dataOf(self)[field] ?? None;

export const TaskType: TypeRec = defineType({
  name: "_asyncio.Task",
  doc: documented("_asyncio", docs).doc("Task"),
  signature: "(coro, *, loop=None, name=None, context=None, eager_start=False)",
  base: () => FutureType,
  flags: TPFLAGS_BASETYPE,
  methods: {
    ...members.methods,
    set_result: D.method("set_result", (vm: Vm) => {
      throw runtimeError(vm, "Task does not support set_result operation");
    }),
    set_exception: D.method("set_exception", (vm: Vm) => {
      throw runtimeError(vm, "Task does not support set_exception operation");
    }),
    cancel: D.method("cancel", cancel),
    cancelling: D.method("cancelling", (_vm: Vm, self: Container) => newInt(dataOf(self).cancels)),
    uncancel: D.method("uncancel", (_vm: Vm, self: Container) => {
      const data = dataOf(self);
      if (data.cancels > 0 && --data.cancels === 0) data.mustCancel = false;
      return newInt(data.cancels);
    }),
    get_stack: D.method("get_stack", (vm: Vm, self: Container, limit?: Value) => call(vm, asyncioAttribute(vm, "asyncio.base_tasks", "_task_get_stack"), [self, limit ?? None])),
    print_stack: D.method("print_stack", (vm: Vm, self: Container, limit?: Value, file?: Value) => call(vm, asyncioAttribute(vm, "asyncio.base_tasks", "_task_print_stack"), [self, limit ?? None, file ?? None])),
    get_coro: D.method("get_coro", ref("coro")),
    get_context: D.method("get_context", ref("context")),
    get_name: D.method("get_name", ref("name")),
    set_name: D.method("set_name", (vm: Vm, self: Container, name: Value) => put(vm, dataOf(self), "name", isStr(name) ? name : str(vm, name))),
  },
  getset: {
    ...members.getset,
    _log_destroy_pending: D.getset(
      "_log_destroy_pending",
      (_vm, self) => newBool(dataOf(self).logDestroy),
      (vm, self, value) => {
        dataOf(self).logDestroy = value !== undefined && truth(vm, value);
      },
    ),
    _must_cancel: D.getset("_must_cancel", (_vm, self) => newBool(dataOf(self).mustCancel)),
    _coro: D.getset("_coro", ref("coro")),
    _fut_waiter: D.getset("_fut_waiter", ref("waiter")),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, newFutureData()),
    tp_init: init,
    tp_repr: (vm, self) => call(vm, asyncioAttribute(vm, "asyncio.base_tasks", "_task_repr"), [self]),
    tp_finalize: finalize,
    tp_traverse: traverseFuture,
    tp_clear: clearFuture,
  },
});
