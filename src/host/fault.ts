// What a failed host call throws. Not an Error: no stack is captured, and nothing takes it for a bug of ours. See docs/host.md.
import { errnoMessage, errnoName, errnoNumber } from "./errno.ts";

export class HostFault {
  /** Such as "ENOENT". */
  readonly code: string;
  /** Linux's number. */
  readonly errno: number;
  /** The POSIX call. */
  readonly syscall: string;
  constructor(code: string, errno: number, syscall: string) {
    this.code = code;
    this.errno = errno;
    this.syscall = syscall;
  }
  /** What OSError shows. */
  get message(): string {
    return errnoMessage(this.errno);
  }
  toString(): string {
    return `${this.code}: ${this.message}, ${this.syscall}`;
  }
}

/** A fault by its name. */
export function newFault(code: string, syscall: string): HostFault {
  return new HostFault(code, errnoNumber(code) ?? 5, syscall);
}

/** A fault by its number. */
export function faultFromNumber(errno: number, syscall: string): HostFault {
  return new HostFault(errnoName(errno) ?? "EIO", errno, syscall);
}

export function isFault(error: unknown, code?: string): error is HostFault {
  return error instanceof HostFault && (code === undefined || error.code === code);
}
