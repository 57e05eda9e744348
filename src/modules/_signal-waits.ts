// _signal: timers, the mask, waiting for signals, sending them. The mask is the machine's own: what comes while it is blocked is kept. See docs/modules.md.
import { asCInt, asIndex, exc, forEach, floatValue, isFloat, newFloat, newInt, newStr, newTuple, None, overflowError, PyError, typeError, typeName, type TypeRec, type Value, valueError, type Vm } from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { errnoMessage } from "../host/errno.ts";
import { HostFault, newFault } from "../host/fault.ts";
import type { SystemArgument } from "../host/host.ts";
import type { SystemCall } from "../host/system-calls.ts";
import { defineStructSequence, newStructSequence } from "../types/struct-sequence.ts";
import { MAIN_THREAD } from "./_thread.ts";
import { applyDisposition, NSIG, sendToSelf, setOf, stateOf, trip } from "./_signal-state.ts";
import { docOf } from "./described.ts";
import { exceptionClass } from "./exception-class.ts";
import { clockOf, environmentOf, hostCall, osErrorNumber, runPending } from "./os-error.ts";

const EINVAL = 22;
const ESRCH = 3;
const ITIMER_REAL = 0;
/** Longest wait without a look at signals, in nanoseconds. */
const TURN = 20_000_000n;

const FIELDS = ["signo", "code", "errno", "pid", "uid", "status", "band"] as const;

export const SiginfoType: TypeRec = defineStructSequence({
  name: "signal.struct_siginfo",
  doc: docOf("_signal.struct_siginfo"),
  fields: FIELDS.map((name) => [`si_${name}`, docOf(`_signal.struct_siginfo.si_${name}`)] as const),
  visible: FIELDS.length,
});

export function itimerError(vm: Vm): TypeRec {
  return exceptionClass(vm, "signal", "ItimerError", exc.OSErrorType);
}

function system(vm: Vm, name: SystemCall, ...args: SystemArgument[]): number {
  const group = vm.host.system;
  if (group === undefined) throw newFault("ENOSYS", name);
  return group.call(name, ...args);
}

/** Nanoseconds of a number of seconds, away from zero. */
function nanoseconds(vm: Vm, v: Value): bigint {
  if (isFloat(v)) {
    const seconds = floatValue(v);
    if (Number.isNaN(seconds)) throw valueError(vm, "Invalid value NaN (not a number)");
    if (Math.abs(seconds) > 9223372036) throw overflowError(vm, "timestamp out of range for C PyTime_t");
    return BigInt(seconds < 0 ? Math.floor(seconds * 1e9) : Math.ceil(seconds * 1e9));
  }
  if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer or float`);
  const ns = BigInt(asIndex(vm, v)) * 1_000_000_000n;
  if (ns > 0x7fff_ffff_ffff_ffffn || ns < -0x8000_0000_0000_0000n) throw overflowError(vm, "timestamp out of range for C PyTime_t");
  return ns;
}

/** A timer of the system, in microseconds; sets it where `next` says so. Answers what it was. */
function timer(vm: Vm, which: number, next?: { readonly first: number; readonly interval: number }): { readonly first: number; readonly interval: number } {
  const { signals } = vm.host;
  if (signals?.timer === undefined) throw newFault("ENOSYS", "setitimer");
  return signals.timer(which, next);
}

/** (delay, interval) in seconds. */
function shown(vm: Vm, { first, interval }: { readonly first: number; readonly interval: number }): Value {
  return newTuple(vm, [newFloat(first / 1e6), newFloat(interval / 1e6)]);
}

const microseconds = (ns: bigint): number => Number((ns + 999n) / 1000n);

/** Faults of timers are ItimerErrors. */
function asItimerError<T>(vm: Vm, run: () => T): T {
  return hostCall(vm, () => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof HostFault) || error.errno !== EINVAL) throw error;
      throw new PyError(exc.newException(vm, itimerError(vm), [error.errno, newStr(errnoMessage(error.errno))]));
    }
  });
}

function setitimer(vm: Vm, whichValue: Value, seconds: Value, intervalValue: Value | undefined): Value {
  const which = asCInt(vm, whichValue);
  const delay = nanoseconds(vm, seconds);
  const interval = intervalValue === undefined ? 0n : nanoseconds(vm, intervalValue);
  return asItimerError(vm, () => {
    if (delay < 0n || interval < 0n) throw newFault("EINVAL", "setitimer");
    return shown(vm, timer(vm, which, { first: microseconds(delay), interval: microseconds(interval) }));
  });
}

function getitimer(vm: Vm, which: Value): Value {
  const n = asCInt(vm, which);
  return asItimerError(vm, () => shown(vm, timer(vm, n)));
}

/** Seconds until the alarm before, rounded as Linux does, at least one. */
function alarm(vm: Vm, v: Value): Value {
  const seconds = asCInt(vm, v) >>> 0;
  const { first } = hostCall(vm, () => timer(vm, ITIMER_REAL, { first: seconds * 1e6, interval: 0 }));
  return first === 0 ? 0 : Math.max(1, Math.round(first / 1e6));
}

function signalSet(vm: Vm, given: Value): Set<number> {
  const wanted = new Set<number>();
  forEach(vm, given, (v) => {
    const n = asIndex(vm, v);
    if (n < 1 || n >= NSIG) throw valueError(vm, `signal number ${n} out of range [1; ${NSIG - 1}]`);
    wanted.add(Number(n));
  });
  return wanted;
}

function mask(vm: Vm, how: Value, given: Value): Value {
  const mode = asCInt(vm, how);
  const state = stateOf(vm);
  const wanted = signalSet(vm, given);
  if (mode < 0 || mode > 2) throw osErrorNumber(vm, EINVAL);
  const before = state.blocked;
  const answer = setOf(vm, before);
  const after = mode === 0 ? new Set([...before, ...wanted]) : mode === 1 ? new Set([...before].filter((n) => !wanted.has(n))) : wanted;
  // These, and those that the C library uses itself, cannot be blocked.
  for (const n of [9, 19, 32, 33]) after.delete(n);
  // What came until now came under the old mask.
  vm.pollHost?.();
  state.blocked = after;
  for (const n of after) if (!before.has(n)) applyDisposition(vm, n);
  for (const n of before) if (!after.has(n)) release(vm, n);
  runPending(vm);
  return answer;
}

/** A signal is no longer blocked: what was kept of it comes now. */
function release(vm: Vm, n: number): void {
  const state = stateOf(vm);
  applyDisposition(vm, n);
  if (!state.kept.delete(n)) return;
  if (isCallable(state.handlers[n]!)) trip(vm, n);
  else if (state.handlers[n] === 0) hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
}

/** Waits for one of the signals and takes it; undefined when the time is over. Other signals' handlers run meanwhile. */
function take(vm: Vm, wanted: ReadonlySet<number>, end: bigint | undefined): number | undefined {
  const { kept, tripped } = stateOf(vm);
  for (;;) {
    vm.pollHost?.();
    const came = [...wanted].sort((a, b) => a - b).find((n) => kept.has(n) || tripped.has(n));
    if (came !== undefined) {
      kept.delete(came);
      tripped.delete(came);
      return came;
    }
    runPending(vm);
    const left = end === undefined ? TURN : end - clockOf(vm).monotonic();
    if (left <= 0n) return undefined;
    idle(vm, left < TURN ? left : TURN);
  }
}

function idle(vm: Vm, ns: bigint): void {
  hostCall(vm, () => void (vm.host.waiting === undefined ? clockOf(vm).sleep(ns) : vm.host.waiting.poll([], ns)));
}

/** Who sent a signal is only known where it was this process. */
function siginfo(vm: Vm, n: number): Value {
  const own = stateOf(vm).ownSignals.delete(n);
  const pid = own ? environmentOf(vm).pid() : 0;
  const uid = own ? environmentOf(vm).credentials().uid : 0;
  return newStructSequence(vm, SiginfoType, [n, 0, 0, pid, uid, 0, newInt((BigInt(uid) << 32n) | BigInt(pid))]);
}

function sigtimedwait(vm: Vm, given: Value, timeout: Value): Value {
  const wanted = signalSet(vm, given);
  const ns = nanoseconds(vm, timeout);
  if (ns < 0n) throw valueError(vm, "timeout must be non-negative");
  const came = take(vm, wanted, clockOf(vm).monotonic() + ns);
  return came === undefined ? None : siginfo(vm, came);
}

/** Waits until a handler has run. */
function pause(vm: Vm): void {
  const { tripped } = stateOf(vm);
  for (;;) {
    vm.pollHost?.();
    const came = [...tripped].some((n) => isCallable(stateOf(vm).handlers[n]!));
    runPending(vm);
    if (came) return;
    idle(vm, TURN);
  }
}

function threadKill(vm: Vm, thread: Value, signal: Value): void {
  const ident = asIndex(vm, thread);
  const n = asCInt(vm, signal);
  if (n < 0 || n >= NSIG) throw osErrorNumber(vm, EINVAL);
  if (Number(ident) !== MAIN_THREAD) throw osErrorNumber(vm, ESRCH);
  sendToSelf(vm, n);
  hostCall(vm, () => vm.host.signals?.kill(environmentOf(vm).pid(), n));
  runPending(vm);
}

function pidfdSendSignal(vm: Vm, pidfd: Value, signal: Value, info: Value | undefined, flags: Value | undefined): void {
  const [fd, n] = [asCInt(vm, pidfd), asCInt(vm, signal)];
  if (info !== undefined && info !== None) throw typeError(vm, "siginfo must be None");
  const bits = flags === undefined ? 0 : asCInt(vm, flags);
  hostCall(vm, () => system(vm, "pidfd_send_signal", fd, n, null, bits));
  runPending(vm);
}

export const waits: Record<string, (...args: any[]) => any> = {
  alarm,
  setitimer,
  getitimer,
  pause,
  pthread_sigmask: mask,
  pthread_kill: threadKill,
  pidfd_send_signal: pidfdSendSignal,
  sigpending: (vm: Vm) => {
    vm.pollHost?.();
    return setOf(vm, stateOf(vm).kept);
  },
  sigwait: (vm: Vm, given: Value) => {
    const n = take(vm, signalSet(vm, given), undefined)!;
    stateOf(vm).ownSignals.delete(n);
    return n;
  },
  sigwaitinfo: (vm: Vm, given: Value) => siginfo(vm, take(vm, signalSet(vm, given), undefined)!),
  sigtimedwait,
};

