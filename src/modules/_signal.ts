// _signal: handlers in Python for the host's signals; they run between instructions. Mirrors Modules/signalmodule.c. See docs/modules.md.
import { asCInt, call, defineModule, exc, guarded, incref, isBigOrInt, type ModuleSpec, newStr, None, PyError, truth, typeError, type Value, valueError, type Vm, intValue } from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { dictGetText } from "../types/dict/dict-object.ts";
import { frameObject } from "../types/frame.ts";
import { SIGNALS } from "../host/posix.ts";
import { applyDisposition, NSIG, setOf, signalNumber, stateOf, trip } from "./_signal-state.ts";
import { itimerError, SiginfoType, waits } from "./_signal-waits.ts";
import { describedFunctions, docOf } from "./described.ts";
import { environmentOf, filesOf, hostCall, osErrorNumber, runPending } from "./os-error.ts";

const SIG_DFL = 0;
const SIG_IGN = 1;

/** Runs the handlers of what came. */
export function runHandlers(vm: Vm): void {
  const state = stateOf(vm);
  while (state.wakeupFaults.length > 0) {
    const errno = state.wakeupFaults.shift()!;
    guarded(vm, null, () => { throw osErrorNumber(vm, errno); }, () => "Exception ignored when trying to write to the signal wakeup fd");
  }
  for (const signal of [...state.tripped].sort((a, b) => a - b)) {
    state.tripped.delete(signal);
    const handler = state.handlers[signal]!;
    if (isCallable(handler)) call(vm, handler, [signal, vm.frame === null ? None : frameObject(vm, vm.frame)]);
  }
}

function setHandler(vm: Vm, signalValue: Value, handler: Value): Value {
  const n = asCInt(vm, signalValue);
  if (!isCallable(handler)) {
    const plain = isBigOrInt(handler) ? intValue(handler) : -1;
    if (plain !== SIG_DFL && plain !== SIG_IGN) throw typeError(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (n < 1 || n >= NSIG) throw valueError(vm, "signal number out of range");
  if (n === 9 || n === 19 || n === 32 || n === 33) throw osErrorNumber(vm, 22);
  const state = stateOf(vm);
  const old = state.handlers[n]!;
  const kept = isCallable(handler) ? handler : Number(intValue(handler));
  state.handlers[n] = kept;
  try {
    applyDisposition(vm, n);
  } catch (error) {
    state.handlers[n] = old;
    throw error;
  }
  incref(kept);
  if (typeof old !== "number") vm.scope[vm.scopeCount++] = old;
  return old;
}

function raise(vm: Vm, v: Value): void {
  const n = signalNumber(vm, v);
  const state = stateOf(vm);
  state.ownSignals.add(n);
  const handler = state.handlers[n]!;
  if (isCallable(handler) || (state.blocked.has(n) && handler === SIG_DFL)) {
    trip(vm, n);
    runPending(vm);
  } else if (handler === SIG_DFL) hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
}

function defaultIntHandler(vm: Vm): never {
  throw new PyError(exc.newException(vm, exc.KeyboardInterruptType, []));
}

/** The descriptor that is told of signals: event loops wait for it. Answers the one before. */
function setWakeupFd(vm: Vm, v: Value, warn: Value | undefined): Value {
  const fd = asCInt(vm, v);
  if (fd !== -1) {
    const files = filesOf(vm);
    hostCall(vm, () => files.stat(fd));
    if (hostCall(vm, () => files.blocking(fd))) throw valueError(vm, `the fd ${fd} must be in non-blocking mode`);
  }
  const state = stateOf(vm);
  const old = state.wakeupFd;
  state.wakeupFd = fd;
  state.warnOnFullBuffer = warn === undefined || truth(vm, warn);
  return old;
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
    // Calls are made again after their handlers have run, in any case.
    siginterrupt: (vm: Vm, v: Value, flag: Value) => {
      signalNumber(vm, v);
      asCInt(vm, flag);
    },
    set_wakeup_fd: setWakeupFd,
    ...waits,
  }),
  attributes: { ...numbers, ItimerError: (vm: Vm) => itimerError(vm).obj, struct_siginfo: () => SiginfoType.obj },
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
  const state = stateOf(vm);
  for (const [n, handler] of state.handlers.entries()) {
    if (state.blocked.has(n) || (isCallable(handler) && (n !== 2 || vm.config?.installSignalHandlers !== false))) applyDisposition(vm, n);
  }
}
