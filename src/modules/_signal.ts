// _signal: handlers in Python for the host's signals; they run between instructions. Mirrors Modules/signalmodule.c. See docs/modules.md.
import {
  argumentName, asCInt, asIndex, call, type Container, defineModule, drop, exc, floatValue, forEach, getAttrText, hold, incref, intValue, isBigOrInt, isFloat, matches, type ModuleSpec, newFloat, newList, newStr, newTuple, None, overflowError, PyError, typeError,
  typeName, type TypeRec, type Value, valueError, type Vm,
} from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { dictGetText } from "../types/dict/dict-object.ts";
import { frameObject } from "../types/frame.ts";
import { SetType } from "../types/set/set.ts";
import { HostFault } from "../host/fault.ts";
import { SIGNALS } from "../host/posix.ts";
import { describedFunctions, docOf } from "./described.ts";
import { exceptionClass } from "./exception-class.ts";
import { clockOf, environmentOf, filesOf, hostCall, osErrorNumber, runPending } from "./os-error.ts";

const NSIG = 65;
const SIG_DFL = 0;
const SIG_IGN = 1;
const PENDING_SIGNAL = 2;

interface SignalState {
  /** Handlers by number, owned: SIG_DFL, SIG_IGN or a callable. */
  handlers: Value[];
  blocked: Set<number>;
  /** Where the numbers of signals are written as they come; -1 for nowhere. */
  wakeup: number;
}

function stateOf(vm: Vm): SignalState {
  return vm.stateOf("_signal", () => ({ handlers: new Array<Value>(NSIG).fill(SIG_DFL), blocked: new Set<number>(), wakeup: -1 }));
}

/** Signals that came and were not handled yet. */
function tripped(vm: Vm): Set<number> {
  return vm.stateOf("_signal.tripped", () => ({ tripped: new Set<number>() })).tripped;
}

function trip(vm: Vm, signal: number): void {
  tripped(vm).add(signal);
  const state = stateOf(vm);
  if (state.blocked.has(signal)) return;
  vm.pending |= PENDING_SIGNAL;
  if (state.wakeup < 0) return;
  try {
    filesOf(vm).write(state.wakeup, Uint8Array.of(signal));
  } catch (error) {
    // Full, or closed: CPython's handler cannot help it either.
    if (!(error instanceof HostFault)) throw error;
  }
}

/** Runs the handlers of what came. */
export function runHandlers(vm: Vm): void {
  const came = tripped(vm);
  const { blocked } = stateOf(vm);
  for (const signal of [...came].sort((a, b) => a - b)) {
    if (blocked.has(signal)) continue;
    came.delete(signal);
    const handler = stateOf(vm).handlers[signal]!;
    if (isCallable(handler)) call(vm, handler, [signal, vm.frame === null ? None : frameObject(vm, vm.frame)]);
  }
}

function signalNumber(vm: Vm, v: Value): number {
  const n = asCInt(vm, v);
  if (n < 1 || n >= NSIG) throw valueError(vm, "signal number out of range");
  return n;
}

function setHandler(vm: Vm, signalValue: Value, handler: Value): Value {
  const n = asCInt(vm, signalValue);
  if (!isCallable(handler)) {
    const plain = isBigOrInt(handler) ? intValue(handler) : -1;
    if (plain !== SIG_DFL && plain !== SIG_IGN) throw typeError(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (n < 1 || n >= NSIG) throw valueError(vm, "signal number out of range");
  if (n === 9 || n === 19 || n === 32 || n === 33) throw osErrorNumber(vm, 22);
  hostCall(vm, () => vm.host.signals?.handle(n, isCallable(handler) ? () => trip(vm, n) : intValue(handler) === SIG_IGN ? "ignore" : undefined));
  const state = stateOf(vm);
  const old = state.handlers[n]!;
  const kept = isCallable(handler) ? handler : Number(intValue(handler));
  incref(kept);
  state.handlers[n] = kept;
  if (typeof old !== "number") vm.scope[vm.scopeCount++] = old;
  return old;
}

function raise(vm: Vm, v: Value): void {
  const n = signalNumber(vm, v);
  const handler = stateOf(vm).handlers[n]!;
  if (isCallable(handler)) {
    trip(vm, n);
    runHandlers(vm);
  } else if (handler === SIG_DFL) hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
}

function defaultIntHandler(vm: Vm): never {
  throw new PyError(exc.newException(vm, exc.KeyboardInterruptType, []));
}

function setOf(vm: Vm, numbers: Iterable<number>): Value {
  return call(vm, SetType.obj, [newList(vm, [...numbers])]);
}

function mask(vm: Vm, how: Value, given: Value): Value {
  const mode = asCInt(vm, how);
  const state = stateOf(vm);
  const before = hold(vm, setOf(vm, state.blocked));
  const wanted = numbersOf(vm, given);
  if (mode < 0 || mode > 2) throw osErrorNumber(vm, 22);
  const after = new Set(mode === 2 ? wanted : state.blocked);
  if (mode !== 2) for (const n of wanted) if (mode === 0) after.add(n);
  else after.delete(n);
  after.delete(9);
  after.delete(19);
  vm.pollHost?.();
  for (const n of after) {
    // What would end the process waits too.
    if (!state.blocked.has(n) && state.handlers[n] === SIG_DFL) listen(vm, n, () => trip(vm, n));
  }
  const freed = [...state.blocked].filter((n) => !after.has(n));
  state.blocked = after;
  for (const n of freed) {
    const came = tripped(vm).has(n);
    if (state.handlers[n] === SIG_DFL) {
      tripped(vm).delete(n);
      listen(vm, n, undefined);
      if (came) hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
    } else if (came) trip(vm, n);
  }
  runPending(vm);
  return before;
}

/** Some signals the host cannot listen to: those cannot come either. */
function listen(vm: Vm, n: number, listener: (() => void) | undefined): void {
  try {
    vm.host.signals?.handle(n, listener);
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
  }
}

/** The signals of an iterable. */
function numbersOf(vm: Vm, given: Value): Set<number> {
  const wanted = new Set<number>();
  forEach(vm, given, (v) => {
    const n = Number(asIndex(vm, v));
    if (n < 1 || n >= NSIG) throw valueError(vm, `signal number ${n} out of range [1; ${NSIG - 1}]`);
    wanted.add(n);
  });
  return wanted;
}

/** Waits for a signal of the set, which is not handled then. */
function sigwait(vm: Vm, given: Value): Value {
  const wanted = numbersOf(vm, given);
  const clock = clockOf(vm);
  const came = tripped(vm);
  for (;;) {
    vm.pollHost?.();
    for (const n of wanted) if (came.delete(n)) return n;
    runPending(vm);
    hostCall(vm, () => clock.sleep(TURN));
  }
}

function setWakeupFd(vm: Vm, fd: Value): Value {
  const n = asCInt(vm, fd);
  const state = stateOf(vm);
  if (n !== -1) {
    hostCall(vm, () => filesOf(vm).stat(n));
    if (hostCall(vm, () => filesOf(vm).blocking(n))) throw valueError(vm, `the fd ${n} must be in non-blocking mode`);
  }
  const old = state.wakeup;
  state.wakeup = n;
  return old;
}

/** Longest sleep without a look at signals, in nanoseconds. */
const TURN = 20_000_000n;

const itimerError = (vm: Vm): TypeRec => exceptionClass(vm, "signal", "ItimerError", exc.OSErrorType);

interface Timer {
  readonly first: number;
  readonly interval: number;
}

function timer(vm: Vm, which: number, set: Timer | undefined): Timer {
  return hostCall(vm, () => {
    const { signals } = vm.host;
    if (signals?.timer === undefined) throw osErrorNumber(vm, 38);
    return signals.timer(which, set);
  });
}

/** The same with the error of timers. */
function itimer(vm: Vm, which: number, set: Timer | undefined): Timer {
  try {
    if (set !== undefined && (set.first < 0 || set.interval < 0)) throw osErrorNumber(vm, 22);
    return timer(vm, which, set);
  } catch (error) {
    if (!matches(error, exc.OSErrorType)) throw error;
    const args = getAttrText(vm, error.exc, "args");
    const made = hold(vm, call(vm, itimerError(vm).obj, (args as Container).data as Value[]));
    drop(vm, error.exc);
    incref(made);
    throw new PyError(made as Container);
  }
}

const times = (vm: Vm, { first, interval }: Timer): Value => newTuple(vm, [newFloat(first / 1e6), newFloat(interval / 1e6)]);

/** Seconds as microseconds, rounded up. */
function microseconds(vm: Vm, v: Value): number {
  if (isFloat(v)) {
    const seconds = floatValue(v);
    if (Number.isNaN(seconds)) throw valueError(vm, "Invalid value NaN (not a number)");
    if (Math.abs(seconds) * 1e9 >= 2 ** 63) throw overflowError(vm, "timestamp out of range for C PyTime_t");
    return Math.ceil(Number((seconds * 1e6).toFixed(3)));
  }
  if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer or float`);
  const n = Number(asIndex(vm, v));
  if (Math.abs(n) * 1e9 >= 2 ** 63) throw overflowError(vm, "timestamp out of range for C PyTime_t");
  return n * 1e6;
}

const TEXT: Readonly<Record<number, string>> = {
  1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error", 8: "Floating point exception", 9: "Killed",
  10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 16: "Stack fault", 17: "Child exited",
  18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)", 22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded",
  25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed", 29: "I/O possible", 30: "Power failure", 31: "Bad system call",
};

const numbers: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries({ ...SIGNALS, SIGCLD: 17, SIGIOT: 6, SIGPOLL: 29, SIGRTMIN: 34, SIGRTMAX: 64, NSIG, SIG_DFL, SIG_IGN, SIG_BLOCK: 0, SIG_UNBLOCK: 1, SIG_SETMASK: 2, ITIMER_REAL: 0, ITIMER_VIRTUAL: 1, ITIMER_PROF: 2 })) numbers[name] = () => value;

export const signalModule: ModuleSpec = defineModule({
  name: "_signal",
  doc: docOf("_signal"),
  functions: describedFunctions("_signal", {
    signal: setHandler,
    getsignal: (vm: Vm, v: Value) => stateOf(vm).handlers[signalNumber(vm, v)]!,
    raise_signal: raise,
    default_int_handler: defaultIntHandler,
    strsignal: (vm: Vm, v: Value) => {
      const n = signalNumber(vm, v);
      const text = TEXT[n];
      return text !== undefined ? newStr(text) : n >= 34 ? newStr(`Real-time signal ${n - 34}`) : None;
    },
    valid_signals: (vm: Vm) => setOf(vm, Array.from({ length: 64 }, (_, i) => i + 1).filter((n) => n !== 32 && n !== 33)),
    pthread_sigmask: mask,
    sigpending: (vm: Vm) => {
      vm.pollHost?.();
      return setOf(vm, [...tripped(vm)].filter((n) => stateOf(vm).blocked.has(n)));
    },
    sigwait,
    siginterrupt: (vm: Vm, v: Value) => void signalNumber(vm, v),
    set_wakeup_fd: setWakeupFd,
    alarm: (vm: Vm, seconds: Value) => {
      // The C library's argument is unsigned.
      const { first } = timer(vm, 0, { first: (asCInt(vm, seconds) >>> 0) * 1e6, interval: 0 });
      return first === 0 ? 0 : Math.max(1, Math.round(first / 1e6));
    },
    setitimer: (vm: Vm, which: Value, seconds: Value, interval?: Value) => {
      const set = { first: microseconds(vm, seconds), interval: interval === undefined ? 0 : microseconds(vm, interval) };
      return times(vm, itimer(vm, asCInt(vm, which), set));
    },
    getitimer: (vm: Vm, which: Value) => times(vm, itimer(vm, asCInt(vm, which), undefined)),
    pause: (vm: Vm) => {
      const clock = clockOf(vm);
      while ((vm.pending & PENDING_SIGNAL) === 0) {
        hostCall(vm, () => clock.sleep(TURN));
        vm.pollHost?.();
      }
      runPending(vm);
    },
    pthread_kill: (vm: Vm, thread: Value, v: Value) => {
      // There is one thread.
      if (!isBigOrInt(thread)) throw typeError(vm, `pthread_kill() argument 1 must be int, not ${argumentName(thread)}`);
      const n = asCInt(vm, v);
      hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
      if (n !== 0) runPending(vm);
    },
  }),
  attributes: { ...numbers, ItimerError: (vm) => itimerError(vm).obj },
  exec: (vm, dict) => {
    connectSignals(vm);
    const state = stateOf(vm);
    const old = state.handlers[2]!;
    if (old !== SIG_DFL) return;
    const handler = dictGetText(dict, "default_int_handler")!;
    incref(handler);
    state.handlers[2] = handler;
    if (vm.config?.installSignalHandlers !== false) vm.host.signals?.handle(2, () => trip(vm, 2));
  },
});

/** Lets the machine run handlers, and the host's signals come to it: those of a thawed Vm too. */
export function connectSignals(vm: Vm): void {
  vm.runSignalHandlers = () => runHandlers(vm);
  vm.pollHost = () => vm.host.signals?.poll();
  for (const [n, handler] of stateOf(vm).handlers.entries()) {
    if (isCallable(handler) && (n !== 2 || vm.config?.installSignalHandlers !== false)) hostCall(vm, () => vm.host.signals?.handle(n, () => trip(vm, n)));
  }
}
