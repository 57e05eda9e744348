// OSError out of host faults, for every module that reaches the world. See docs/host.md.
import { errnoMessage } from "../host/errno.ts";
import { HostFault, newFault } from "../host/fault.ts";
import type { Clock, Environment, Files } from "../host/host.ts";
import { exc, newStr, None, PyError, type Value, type Vm } from "../core/api.ts";

const EINTR = 4;
const PENDING_SIGNAL = 2;

/** OSError (or its subtype) of an error number, with the names of files that it is about. */
export function osErrorNumber(vm: Vm, errno: number, filename?: Value, filename2?: Value): PyError {
  const args: Value[] = [errno, newStr(errnoMessage(errno))];
  if (filename !== undefined) args.push(filename);
  if (filename2 !== undefined) args.push(None, filename2);
  return new PyError(exc.newException(vm, exc.osErrorSubtypes.get(errno) ?? exc.OSErrorType, args));
}

export function osError(vm: Vm, fault: HostFault, filename?: Value, filename2?: Value): PyError {
  return osErrorNumber(vm, fault.errno, filename, filename2);
}

/** Runs the handlers of signals that came; they may raise. */
export function runPending(vm: Vm): void {
  vm.pollHost?.();
  if ((vm.pending & PENDING_SIGNAL) === 0) return;
  vm.pending &= ~PENDING_SIGNAL;
  vm.runSignalHandlers?.();
}

/** Runs a host call; its fault becomes an OSError. A signal that interrupts it runs its handlers and the call is made again (PEP 475). */
export function hostCall<T>(vm: Vm, run: () => T, filename?: Value, filename2?: Value): T {
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      if (error.errno !== EINTR) throw osError(vm, error, filename, filename2);
      runPending(vm);
    }
  }
}

/** The host's files; raises PermissionError where they are denied. */
export function filesOf(vm: Vm): Files {
  if (vm.host.files === undefined) throw osError(vm, newFault("EACCES", "open"));
  return vm.host.files;
}

export function environmentOf(vm: Vm): Environment {
  if (vm.host.environment === undefined) throw osError(vm, newFault("EACCES", "environment"));
  return vm.host.environment;
}

export function clockOf(vm: Vm): Clock {
  if (vm.host.clock === undefined) throw osError(vm, newFault("EACCES", "clock"));
  return vm.host.clock;
}
