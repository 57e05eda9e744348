// Children by posix_spawn and waitpid. See docs/host.md.
import * as fs from "node:fs";
import { faultFromNumber, isFault, newFault } from "../fault.ts";
import type { IdCall, ProcessRequest, Processes, ResourceLimit, ResourceUsage } from "../host.ts";
import type { NodeDescriptors } from "./node-descriptors.ts";
import { toFault } from "./node-fault.ts";
import { cString, type NodeNative } from "./node-native.ts";
import type { NodeWaiting } from "./node-waiting.ts";

const POSIX_SPAWN_RESETIDS = 1;
const POSIX_SPAWN_SETPGROUP = 2;
const POSIX_SPAWN_SETSIGDEF = 4;
const POSIX_SPAWN_SETSIGMASK = 8;
const POSIX_SPAWN_SETSCHEDPARAM = 0x10;
const POSIX_SPAWN_SETSCHEDULER = 0x20;
const POSIX_SPAWN_SETSID = 0x80;
const SYS_pidfd_open = 434;
const POLLIN = 1;
/** Room for the C library's structures, larger than any has. */
const STRUCTURE = 1024;
/** RLIM_INFINITY. */
const NO_LIMIT = 0xffffffffffffffffn;
const ENOENT = 2;
const ENOTDIR = 20;

const encoder = new TextEncoder();

export class NodeProcesses implements Processes {
  private readonly native: NodeNative;
  private readonly files: NodeDescriptors;
  private readonly waiting: NodeWaiting;
  constructor(native: NodeNative, files: NodeDescriptors, waiting: NodeWaiting) {
    this.native = native;
    this.files = files;
    this.waiting = waiting;
  }

  spawn(request: ProcessRequest): number {
    if (request.cwd !== undefined) {
      // The C library does not say which step failed.
      try {
        if (!fs.statSync(Buffer.from(request.cwd)).isDirectory()) throw newFault("ENOTDIR", "chdir");
        fs.accessSync(Buffer.from(request.cwd), fs.constants.X_OK);
      } catch (error) {
        throw toFault(error, "chdir");
      }
    }
    this.files.beforeSpawn();
    const actions = new Uint8Array(STRUCTURE);
    const attributes = new Uint8Array(STRUCTURE);
    const check = (errno: unknown): void => {
      if (errno !== 0) throw faultFromNumber(Number(errno), "posix_spawn");
    };
    const native = this.native;
    check(native.get("posix_spawn_file_actions_init")(actions));
    check(native.get("posix_spawnattr_init")(attributes));
    try {
      // Node has marked the descriptors that it began with to be closed on exec.
      for (const fd of [0, 1, 2]) if (isOpen(fd) && this.files.inheritable(fd)) check(native.get("posix_spawn_file_actions_adddup2")(actions, fd, fd));
      for (const action of request.actions) {
        if (action.kind === "duplicate") check(native.get("posix_spawn_file_actions_adddup2")(actions, action.from, action.to));
        else if (action.kind === "closeFrom") this.addCloseFrom(actions, action.fd, check);
        else if (action.kind === "close") check(native.get("posix_spawn_file_actions_addclose")(actions, action.fd));
        else check(native.get("posix_spawn_file_actions_addopen")(actions, action.fd, cString(action.path), action.flags, action.mode));
      }
      if (request.closeFrom !== undefined) for (const fd of openDescriptors()) if (fd >= request.closeFrom && !request.keep.includes(fd)) check(native.get("posix_spawn_file_actions_addclose")(actions, fd));
      for (const fd of request.keep) check(native.get("posix_spawn_file_actions_adddup2")(actions, fd, fd));
      if (request.cwd !== undefined) check(native.get("posix_spawn_file_actions_addchdir_np")(actions, cString(request.cwd)));
      let flags = 0;
      if (request.newSession) flags |= POSIX_SPAWN_SETSID;
      if (request.group !== undefined) {
        flags |= POSIX_SPAWN_SETPGROUP;
        check(native.get("posix_spawnattr_setpgroup")(attributes, request.group));
      }
      if (request.defaultSignals.length > 0) {
        flags |= POSIX_SPAWN_SETSIGDEF;
        check(native.get("posix_spawnattr_setsigdefault")(attributes, signalSet(request.defaultSignals)));
      }
      if (request.signalMask !== undefined) {
        flags |= POSIX_SPAWN_SETSIGMASK;
        check(native.get("posix_spawnattr_setsigmask")(attributes, signalSet(request.signalMask)));
      }
      if (request.resetIds === true) flags |= POSIX_SPAWN_RESETIDS;
      if (request.scheduler !== undefined) {
        const { policy, priority } = request.scheduler;
        if (policy === undefined) flags |= POSIX_SPAWN_SETSCHEDPARAM;
        else {
          flags |= POSIX_SPAWN_SETSCHEDULER;
          check(native.get("posix_spawnattr_setschedpolicy")(attributes, policy));
        }
        check(native.get("posix_spawnattr_setschedparam")(attributes, new Uint8Array(Int32Array.of(priority).buffer)));
      }
      check(native.get("posix_spawnattr_setflags")(attributes, flags));
      return this.start(request, actions, attributes);
    } finally {
      native.get("posix_spawn_file_actions_destroy")(actions);
      native.get("posix_spawnattr_destroy")(attributes);
    }
  }

  /** Tries the paths in order, as execvp does. */
  private start(request: ProcessRequest, actions: Uint8Array, attributes: Uint8Array): number {
    const argv = [...request.argv.map(cString), null];
    const envp = [...(request.environment ?? inherited()).map(cString), null];
    let worst = 0;
    let last = ENOENT;
    for (const path of request.executables) {
      const pid = [0];
      // The child resolves a relative path after its chdir, as execve does.
      const errno = Number(this.native.get("posix_spawn")(pid, cString(path), actions, attributes, argv, envp));
      if (errno === 0) return pid[0]!;
      last = errno;
      if (errno !== ENOENT && errno !== ENOTDIR && worst === 0) worst = errno;
    }
    throw faultFromNumber(worst === 0 ? last : worst, "execve");
  }

  wait(pid: number, options: number): readonly [number, number] {
    const status = [0];
    const answer = this.native.call("waitpid", pid, status, options);
    return [answer, answer === 0 ? 0 : status[0]!];
  }

  await(pid: number, nanoseconds: bigint): void {
    let handle = -1;
    try {
      if (pid > 0) handle = this.native.call("syscall", SYS_pidfd_open, pid, 0);
    } catch (error) {
      if (!isFault(error)) throw error;
    }
    if (handle < 0) this.waiting.poll([], nanoseconds < 5_000_000n ? nanoseconds : 5_000_000n);
    else {
      try {
        this.waiting.poll([[handle, POLLIN]], nanoseconds);
      } finally {
        fs.closeSync(handle);
      }
    }
  }

  open(pid: number): number {
    return this.native.call("syscall", SYS_pidfd_open, pid, 0);
  }

  replace(executable: Uint8Array, argv: readonly Uint8Array[], environment: readonly Uint8Array[] | undefined): never {
    this.files.beforeSpawn();
    // Node has marked the standard streams to be closed on exec.
    for (const fd of [0, 1, 2]) if (isOpen(fd)) this.native.get("fcntl")(fd, 2, 0);
    this.native.call("execve", cString(executable), [...argv.map(cString), null], [...(environment ?? inherited()).map(cString), null]);
    throw newFault("EIO", "execve");
  }

  /** Older C libraries are told of each descriptor. */
  private addCloseFrom(actions: Uint8Array, from: number, check: (errno: unknown) => void): void {
    let add;
    try {
      add = this.native.get("posix_spawn_file_actions_addclosefrom_np");
    } catch {
      for (const fd of openDescriptors()) if (fd >= from) check(this.native.get("posix_spawn_file_actions_addclose")(actions, fd));
      return;
    }
    check(add(actions, from));
  }

  group(pid: number): number {
    return this.native.call("getpgid", pid);
  }

  setGroup(pid: number, group: number): void {
    this.native.call("setpgid", pid, group);
  }

  session(pid: number): number {
    return this.native.call("getsid", pid);
  }

  setIds(call: IdCall, ids: readonly number[]): void {
    this.native.call(call, ...ids);
  }

  ids(call: "getresuid" | "getresgid"): readonly number[] {
    const places = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
    this.native.call(call, ...places);
    return places.map((place) => place[0]!);
  }

  setGroups(ids: readonly number[]): void {
    this.native.call("setgroups", ids.length, Uint32Array.from(ids));
  }

  newSession(): number {
    return this.native.call("setsid");
  }

  limit(pid: number, resource: number, replacement?: ResourceLimit): ResourceLimit {
    const old = new BigUint64Array(2);
    const next = replacement === undefined ? null : BigUint64Array.of(replacement.soft ?? NO_LIMIT, replacement.hard ?? NO_LIMIT);
    this.native.call("prlimit", pid, resource, next, old);
    const [soft, hard] = old;
    return { soft: soft === NO_LIMIT ? undefined : soft!, hard: hard === NO_LIMIT ? undefined : hard! };
  }

  usage(who: number): ResourceUsage {
    const raw = new BigInt64Array(18);
    this.native.call("getrusage", who, raw);
    const at = (index: number): number => Number(raw[index]);
    return {
      userTime: raw[0]! * 1_000_000_000n + raw[1]! * 1000n,
      systemTime: raw[2]! * 1_000_000_000n + raw[3]! * 1000n,
      maxResident: at(4),
      minorFaults: at(8),
      majorFaults: at(9),
      blocksIn: at(11),
      blocksOut: at(12),
      voluntarySwitches: at(16),
      involuntarySwitches: at(17),
    };
  }
}

function inherited(): Uint8Array[] {
  return Object.entries(process.env).map(([name, value]) => encoder.encode(`${name}=${value ?? ""}`));
}

function signalSet(signals: readonly number[]): Uint8Array {
  const set = new Uint8Array(128);
  for (const signal of signals) set[(signal - 1) >> 3]! |= 1 << ((signal - 1) & 7);
  return set;
}

function openDescriptors(): number[] {
  return fs.readdirSync("/proc/self/fd").map(Number);
}

function isOpen(fd: number): boolean {
  try {
    fs.fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}
