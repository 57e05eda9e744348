// Waiting for descriptors, for _socket, select and the like: in turns, so that signal handlers run in between (PEP 475). See docs/modules.md.
import type { Vm } from "../core/api.ts";
import { hostCall, osErrorNumber, runPending } from "./os-error.ts";

export const POLLIN = 1;
export const POLLPRI = 2;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 16;
export const POLLNVAL = 32;

/** poll(2) with signal handlers; `end` is a moment of the monotonic clock, undefined waits for ever. */
export function pollUntil(vm: Vm, wanted: readonly (readonly [number, number])[], end: bigint | undefined): readonly (readonly [number, number])[] {
  const { waiting, clock } = vm.host;
  if (waiting === undefined) throw osErrorNumber(vm, 38);
  for (;;) {
    const left = end === undefined || clock === undefined ? undefined : end - clock.monotonic();
    const came = hostCall(vm, () => waiting.poll(wanted, left !== undefined && left < 0n ? 0n : left));
    runPending(vm);
    if (came.length > 0 || (left !== undefined && left <= 0n)) return came;
  }
}

/** Waits until one descriptor is ready; false when the time is over. */
export function waitFor(vm: Vm, fd: number, events: number, end: bigint | undefined): boolean {
  return pollUntil(vm, [[fd, events]], end).length > 0;
}
