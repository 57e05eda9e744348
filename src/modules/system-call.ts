// The system's calls for native modules: a fault becomes an OSError, denied calls say ENOSYS. See docs/host.md.
import type { Value, Vm } from "../core/api.ts";
import { newFault } from "../host/fault.ts";
import type { SystemArgument } from "../host/host.ts";
import type { SystemCall } from "../host/system-calls.ts";
import { clockOf, hostCall, osErrorNumber, runPending } from "./os-error.ts";

const EAGAIN = 11;
const EACCES = 13;
const FIRST_PAUSE = 500_000n;
const LONGEST_PAUSE = 20_000_000n;

/** The call itself; throws faults. */
export function rawCall(vm: Vm, name: SystemCall, ...args: SystemArgument[]): number {
  if (vm.host.system === undefined) throw newFault("ENOSYS", name);
  return vm.host.system.call(name, ...args);
}

export function systemCall(vm: Vm, name: SystemCall, ...args: SystemArgument[]): number {
  return hostCall(vm, () => rawCall(vm, name, ...args));
}

/** The same for what a file's name belongs to. */
export function pathCall(vm: Vm, filename: Value | undefined, name: SystemCall, ...args: SystemArgument[]): number {
  return hostCall(vm, () => rawCall(vm, name, ...args), filename);
}

/** A call whose answer is the error number. */
export function checkedCall(vm: Vm, name: SystemCall, ...args: SystemArgument[]): void {
  const errno = systemCall(vm, name, ...args);
  if (errno !== 0) throw osErrorNumber(vm, errno);
}

/** Waits for a lock by asking for it again and again, so that signal handlers run in between. */
export function untilGranted(vm: Vm, ask: () => number): void {
  for (let pause = FIRST_PAUSE; ; pause = pause < LONGEST_PAUSE ? pause * 2n : pause) {
    const granted = hostCall(vm, () => {
      try {
        ask();
        return true;
      } catch (error) {
        const { errno } = error as { errno?: number };
        if (errno !== EAGAIN && errno !== EACCES) throw error;
        return false;
      }
    });
    if (granted) return;
    clockOf(vm).sleep(pause);
    runPending(vm);
  }
}

/** A C string. */
export function cText(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + 1);
  out.set(bytes);
  return out;
}
