// Errors of Node's calls as HostFaults, and Linux's numbers as those of the platform that Node runs on. See docs/host.md.
import { constants } from "node:fs";
import { constants as osConstants } from "node:os";
import { errnoNumber } from "../errno.ts";
import { HostFault, newFault } from "../fault.ts";
import * as posix from "../posix.ts";

/** The fault for what a node:fs call threw; `syscall` is ours, which Node's name may differ from. */
export function toFault(error: unknown, syscall: string): HostFault {
  if (error instanceof HostFault) return error;
  const { code, errno } = error as { code?: string; errno?: number };
  if (code === undefined) throw error;
  const known = errnoNumber(code);
  if (known !== undefined) return new HostFault(code, known, syscall);
  switch (code) {
    // Node refuses some arguments before the system sees them.
    case "ERR_OUT_OF_RANGE":
      return newFault(syscall === "read" || syscall === "write" || syscall === "close" || syscall.startsWith("f") ? "EBADF" : "EINVAL", syscall);
    case "ERR_INVALID_ARG_VALUE":
    case "ERR_INVALID_ARG_TYPE":
      return newFault("EINVAL", syscall);
    case "EOF":
      return newFault("EPIPE", syscall);
    default:
      if (errno === undefined) throw error;
      return newFault("EIO", syscall);
  }
}

const OPEN_FLAGS: readonly (readonly [number, string])[] = [
  [posix.O_CREAT, "O_CREAT"],
  [posix.O_EXCL, "O_EXCL"],
  [posix.O_NOCTTY, "O_NOCTTY"],
  [posix.O_TRUNC, "O_TRUNC"],
  [posix.O_APPEND, "O_APPEND"],
  [posix.O_NONBLOCK, "O_NONBLOCK"],
  [posix.O_DSYNC, "O_DSYNC"],
  [posix.O_DIRECTORY, "O_DIRECTORY"],
  [posix.O_NOFOLLOW, "O_NOFOLLOW"],
  [posix.O_NOATIME, "O_NOATIME"],
  [posix.O_SYNC, "O_SYNC"],
  [posix.O_DIRECT, "O_DIRECT"],
];

/** Linux's open flags as the platform's; those it lacks are dropped. */
export function platformOpenFlags(flags: number): number {
  if (process.platform === "linux") return flags;
  const here = constants as unknown as Record<string, number | undefined>;
  let out = flags & posix.O_ACCMODE;
  for (const [bits, name] of OPEN_FLAGS) if ((flags & bits) === bits) out |= here[name] ?? 0;
  return out;
}

/** The platform's number for Linux's signal number, or undefined. */
export function platformSignal(signal: number): number | undefined {
  if (process.platform === "linux") return signal;
  const name = posix.signalName(signal);
  return name === undefined ? undefined : (osConstants.signals as unknown as Record<string, number | undefined>)[name];
}
