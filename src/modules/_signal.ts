// _signal: handlers in Python for the host's signals; they run between instructions. Mirrors Modules/signalmodule.c. See docs/modules.md.
import { asCInt, call, defineModule, exc, incref, isBigOrInt, type ModuleSpec, newStr, None, PyError, typeError, type Value, valueError, type Vm, intValue, newFloat, newTuple, newList, forEach, asIndex } from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { dictGetText } from "../types/dict/dict-object.ts";
import { frameObject } from "../types/frame.ts";
import { SetType } from "../types/set/set.ts";
import { SIGNALS } from "../host/posix.ts";
import { describedFunctions, docOf } from "./described.ts";
import { environmentOf, hostCall, osErrorNumber } from "./os-error.ts";

const NSIG = 65;
const SIG_DFL = 0;
const SIG_IGN = 1;
const PENDING_SIGNAL = 2;

interface SignalState {
  /** Handlers by number, owned: SIG_DFL, SIG_IGN or a callable. */
  handlers: Value[];
  blocked: Set<number>;
}

function stateOf(vm: Vm): SignalState {
  return vm.stateOf("_signal", () => ({ handlers: new Array<Value>(NSIG).fill(SIG_DFL), blocked: new Set<number>() }));
}

/** Signals that came and were not handled yet. */
function tripped(vm: Vm): Set<number> {
  return vm.stateOf("_signal.tripped", () => ({ tripped: new Set<number>() })).tripped;
}

function trip(vm: Vm, signal: number): void {
  tripped(vm).add(signal);
  vm.pending |= PENDING_SIGNAL;
}

/** Runs the handlers of what came. */
export function runHandlers(vm: Vm): void {
  const came = tripped(vm);
  for (const signal of [...came].sort((a, b) => a - b)) {
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
  const before = setOf(vm, state.blocked);
  const wanted = new Set<number>();
  forEach(vm, given, (v) => {
    const n = Number(asIndex(vm, v));
    if (n < 1 || n >= NSIG) throw valueError(vm, `signal number ${n} out of range [1; ${NSIG - 1}]`);
    wanted.add(n);
  });
  if (mode < 0 || mode > 2) throw osErrorNumber(vm, 22);
  if (mode === 2) state.blocked = wanted;
  else for (const n of wanted) if (mode === 0) state.blocked.add(n);
  else state.blocked.delete(n);
  return before;
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
    sigpending: (vm: Vm) => setOf(vm, tripped(vm)),
    siginterrupt: (vm: Vm, v: Value) => void signalNumber(vm, v),
    set_wakeup_fd: (vm: Vm, fd: Value) => {
      asCInt(vm, fd);
      return -1;
    },
    alarm: (vm: Vm, seconds: Value) => {
      asCInt(vm, seconds);
      throw osErrorNumber(vm, 38);
    },
    getitimer: (vm: Vm) => newTuple(vm, [newFloat(0), newFloat(0)]),
  }),
  attributes: { ...numbers, ItimerError: () => exc.OSErrorType.obj },
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
