// Terminals and pseudo-terminals in the posix module, by the kernel's ioctl calls. Mirrors their part of Modules/posixmodule.c. See docs/modules.md.
import { asCInt, newTuple, type Value, type Vm } from "../../../core/api.ts";
import { isFault, newFault } from "../../../host/fault.ts";
import { O_CLOEXEC, O_NOCTTY, O_RDWR } from "../../../host/posix.ts";
import { filesOf, hostCall } from "../../os-error.ts";
import { fileDescriptor } from "../../file-descriptor.ts";
import { rawCall, systemCall } from "../../system-call.ts";
import { answerPath } from "../paths.ts";

const TIOCSCTTY = 0x540e;
const TIOCGPGRP = 0x540f;
const TIOCSPGRP = 0x5410;
/** The number of the terminal at the other end, and its lock. */
const TIOCGPTN = 0x80045430;
const TIOCSPTLCK = 0x40045431;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function openMaster(vm: Vm, flags: number): number {
  return filesOf(vm).open(bytesOf("/dev/ptmx"), flags, 0);
}

/** An ioctl that reads or writes one number. */
function number(vm: Vm, fd: number, request: number, value = 0): number {
  const cell = new Int32Array([value]);
  rawCall(vm, "ioctl_bytes", fd, request, new Uint8Array(cell.buffer));
  return cell[0]!;
}

function slaveName(vm: Vm, master: number): string {
  return `/dev/pts/${number(vm, master, TIOCGPTN)}`;
}

function openpty(vm: Vm): Value {
  return newTuple(
    vm,
    hostCall(vm, () => {
      const master = openMaster(vm, O_RDWR | O_NOCTTY | O_CLOEXEC);
      try {
        number(vm, master, TIOCSPTLCK, 0);
        return [master, filesOf(vm).open(bytesOf(slaveName(vm, master)), O_RDWR | O_NOCTTY | O_CLOEXEC, 0)];
      } catch (error) {
        filesOf(vm).close(master);
        throw error;
      }
    }),
  );
}

function login_tty(vm: Vm, file: Value): void {
  const fd = fileDescriptor(vm, file);
  try {
    rawCall(vm, "setsid");
  } catch (error) {
    // A leader of a session stays it.
    if (!isFault(error, "EPERM")) throw error;
  }
  systemCall(vm, "ioctl", fd, TIOCSCTTY, 0);
  hostCall(vm, () => {
    for (const to of [0, 1, 2]) filesOf(vm).duplicateTo(fd, to, true);
    if (fd > 2) filesOf(vm).close(fd);
  });
}

/** The path of the terminal that a descriptor is open on. */
function ttyname(vm: Vm, file: Value): Value {
  const fd = asCInt(vm, file);
  const path = hostCall(vm, () => {
    const files = filesOf(vm);
    files.stat(fd);
    if (!files.isatty(fd)) throw newFault("ENOTTY", "ttyname");
    return files.readlink(bytesOf(`/proc/self/fd/${fd}`));
  });
  return answerPath(vm, path, false);
}

/** A function of a descriptor that must be the end of a pseudo-terminal; `wrong` is the fault of others. */
const onMaster = (run: (vm: Vm, fd: number) => Value | void, wrong = "ENOTTY") => (vm: Vm, file: Value): Value | void => {
  const fd = fileDescriptor(vm, file);
  return hostCall(vm, () => {
    try {
      return run(vm, fd);
    } catch (error) {
      throw isFault(error, "ENOTTY") ? newFault(wrong, error.syscall) : error;
    }
  });
};

export const terminalFunctions: Record<string, (...args: any[]) => any> = {
  openpty,
  login_tty,
  ttyname,
  posix_openpt: (vm: Vm, flags: Value) => {
    const n = asCInt(vm, flags);
    return hostCall(vm, () => openMaster(vm, n | O_CLOEXEC));
  },
  grantpt: onMaster((vm, fd) => void number(vm, fd, TIOCGPTN), "EINVAL"),
  unlockpt: onMaster((vm, fd) => void number(vm, fd, TIOCSPTLCK, 0), "EINVAL"),
  ptsname: onMaster((vm, fd) => answerPath(vm, bytesOf(slaveName(vm, fd)), false)),
  tcgetpgrp: (vm: Vm, fd: Value) => {
    const n = asCInt(vm, fd);
    return hostCall(vm, () => number(vm, n, TIOCGPGRP));
  },
  tcsetpgrp: (vm: Vm, fd: Value, group: Value) => {
    const [n, g] = [asCInt(vm, fd), asCInt(vm, group)];
    hostCall(vm, () => void number(vm, n, TIOCSPGRP, g));
  },
};
