// What _signal keeps for each Vm, and how a signal comes in. See docs/modules.md.
import { asCInt, call, dropError, newList, PyError, type Value, valueError, type Vm } from "../core/api.ts";
import { isCallable } from "../core/call.ts";
import { HostFault } from "../host/fault.ts";
import { SetType } from "../types/set/set.ts";
import { hostCall } from "./os-error.ts";

export const NSIG = 65;

const SIG_IGN = 1;
const PENDING_SIGNAL = 2;
const EAGAIN = 11;

export interface SignalState {
  /** Handlers by number, owned: 0 for SIG_DFL, 1 for SIG_IGN, or a callable. */
  handlers: Value[];
  /** The program's mask. The process's own cannot be used: the host's other threads would take the signals. */
  blocked: Set<number>;
  /** Came while they were blocked. */
  kept: Set<number>;
  /** Came, and their handlers have not run yet. */
  tripped: Set<number>;
  /** What this process sent to itself last. */
  ownSignals: Set<number>;
  wakeupFd: number;
  warnOnFullBuffer: boolean;
  /** Error numbers of writing to wakeupFd that nobody has been told of. */
  wakeupFaults: number[];
}

export function stateOf(vm: Vm): SignalState {
  return vm.stateOf("_signal", () => ({
    handlers: new Array<Value>(NSIG).fill(0),
    blocked: new Set<number>(),
    kept: new Set<number>(),
    tripped: new Set<number>(),
    ownSignals: new Set<number>(),
    wakeupFd: -1,
    warnOnFullBuffer: true,
    wakeupFaults: [],
  }));
}

export function signalNumber(vm: Vm, v: Value): number {
  const n = asCInt(vm, v);
  if (n < 1 || n >= NSIG) throw valueError(vm, "signal number out of range");
  return n;
}

export function setOf(vm: Vm, numbers: Iterable<number>): Value {
  return call(vm, SetType.obj, [newList(vm, [...numbers])]);
}

/** What the host does with a signal: it is ours where there is a handler, or where it must be kept because it is blocked. */
export function applyDisposition(vm: Vm, n: number): void {
  const state = stateOf(vm);
  const handler = state.handlers[n]!;
  const wanted = handler === SIG_IGN ? "ignore" : isCallable(handler) || state.blocked.has(n) ? () => trip(vm, n) : undefined;
  try {
    hostCall(vm, () => vm.host.signals?.handle(n, wanted));
  } catch (error) {
    // Hosts do not hand over all of them; those are not kept either.
    if (isCallable(handler) || !(error instanceof PyError)) throw error;
    dropError(vm, error);
  }
}

/** A signal came, from the host or from the program itself. */
export function trip(vm: Vm, signal: number): void {
  const state = stateOf(vm);
  if (state.blocked.has(signal)) {
    state.kept.add(signal);
    return;
  }
  state.tripped.add(signal);
  vm.pending |= PENDING_SIGNAL;
  if (state.wakeupFd < 0) return;
  try {
    vm.host.files?.write(state.wakeupFd, Uint8Array.of(signal));
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    if (state.warnOnFullBuffer || error.errno !== EAGAIN) state.wakeupFaults.push(error.errno);
  }
}

/** Sends a signal to this process, which is noted. */
export function sendToSelf(vm: Vm, signal: number): void {
  if (signal !== 0) stateOf(vm).ownSignals.add(signal);
}
