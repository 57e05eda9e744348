// All that Python asks of the world, grouped by capability. Types only. A missing group is a denied capability; the modules
// then raise what CPython raises when the system says no. Every call may throw a HostFault (fault.ts). See docs/host.md.
// Paths are bytes, as POSIX has them; numbers of flags, modes, signals and errors are Linux's on every host (posix.ts, errno.ts).
import type { SystemCall } from "./system-calls.ts";

export interface Clock {
  /** Nanoseconds since the epoch. */
  now(): bigint;
  /** Nanoseconds of a clock that never goes back. */
  monotonic(): bigint;
  /** CPU time of the process in nanoseconds. */
  processTime(): bigint;
  /** CPU time of the calling thread in nanoseconds. */
  threadTime(): bigint;
  /** Smallest steps of now, monotonic and the two CPU times, in nanoseconds. */
  readonly resolution: { readonly now: number; readonly monotonic: number; readonly cpu: number };
  /** Blocks for this long. */
  sleep(nanoseconds: bigint): void;
  /** What the local time zone says about a moment, in seconds since the epoch. */
  local(seconds: number): LocalZone;
}

export interface LocalZone {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly dst: boolean;
  /** Such as "CET". */
  readonly name: string;
}

export interface Entropy {
  /** Bytes fit for keys. */
  random(size: number): Uint8Array;
}

/** Nanoseconds since the epoch in the three times; sizes in bytes. */
export interface FileStat {
  readonly mode: number;
  readonly ino: bigint;
  readonly dev: bigint;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: bigint;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly blksize: number;
  readonly blocks: bigint;
  readonly rdev: bigint;
}

export interface FileSystemStat {
  readonly bsize: number;
  readonly frsize: number;
  readonly blocks: bigint;
  readonly bfree: bigint;
  readonly bavail: bigint;
  readonly files: bigint;
  readonly ffree: bigint;
  readonly namemax: number;
}

export type EntryKind = "file" | "directory" | "link" | "fifo" | "socket" | "character" | "block" | "unknown";

export interface DirectoryEntry {
  readonly name: Uint8Array;
  readonly kind: EntryKind;
}

/** The calls on open descriptors, whatever they are open on. */
export interface Descriptors {
  close(fd: number): void;
  /** Reads into all of `into` at the descriptor's offset; the number of bytes, 0 at the end. Waits for a terminal or a pipe. */
  read(fd: number, into: Uint8Array): number;
  /** Writes at the descriptor's offset; the number of bytes taken. */
  write(fd: number, bytes: Uint8Array): number;
  /** At an offset of its own; the descriptor's stays. */
  readAt(fd: number, into: Uint8Array, offset: bigint): number;
  writeAt(fd: number, bytes: Uint8Array, offset: bigint): number;
  /** whence: SEEK_SET, SEEK_CUR, SEEK_END; the new offset. */
  seek(fd: number, offset: bigint, whence: number): bigint;
  truncate(fd: number, size: bigint): void;
  stat(fd: number): FileStat;
  chmod(fd: number, mode: number): void;
  chown(fd: number, uid: number, gid: number): void;
  utimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void;
  /** `dataOnly`: fdatasync. */
  sync(fd: number, dataOnly: boolean): void;
  isatty(fd: number): boolean;
  /** Whether a child that is started inherits it. */
  inheritable(fd: number): boolean;
  setInheritable(fd: number, inheritable: boolean): void;
  /** A second descriptor for the same open file. */
  duplicate(fd: number): number;
  /** dup2: `to` becomes a descriptor for what `fd` is open on. */
  duplicateTo(fd: number, to: number, inheritable: boolean): void;
  /** The two ends of a pipe: for reading, for writing. */
  pipe(): [number, number];
  blocking(fd: number): boolean;
  setBlocking(fd: number, blocking: boolean): void;
}

/** The calls on paths. `follow`: a link at the end of the path stands for its target. */
export interface Files extends Descriptors {
  open(path: Uint8Array, flags: number, mode: number): number;
  statPath(path: Uint8Array, follow: boolean): FileStat;
  /** The same, but undefined when there is nothing (ENOENT, ENOTDIR): without the cost of a fault. */
  lookup(path: Uint8Array, follow: boolean): FileStat | undefined;
  statFileSystem(path: Uint8Array): FileSystemStat;
  list(path: Uint8Array): DirectoryEntry[];
  mkdir(path: Uint8Array, mode: number): void;
  /** The path of a name in the folder that a descriptor stands for, where there are such paths. */
  pathAt?(folder: number, name: Uint8Array): Uint8Array;
  /** A named pipe, where the host has them. */
  mkfifo?(path: Uint8Array, mode: number): void;
  rmdir(path: Uint8Array): void;
  unlink(path: Uint8Array): void;
  rename(from: Uint8Array, to: Uint8Array): void;
  link(from: Uint8Array, to: Uint8Array): void;
  symlink(target: Uint8Array, path: Uint8Array): void;
  readlink(path: Uint8Array): Uint8Array;
  truncatePath(path: Uint8Array, size: bigint): void;
  chmodPath(path: Uint8Array, mode: number): void;
  chownPath(path: Uint8Array, uid: number, gid: number, follow: boolean): void;
  utimesPath(path: Uint8Array, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void;
  /** mode: F_OK or a sum of R_OK, W_OK, X_OK. */
  access(path: Uint8Array, mode: number): boolean;
  getcwd(): Uint8Array;
  chdir(path: Uint8Array): void;
  /** Sets the mask of modes; the one before. */
  umask(mask: number): number;
}

export interface SystemName {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

export interface Credentials {
  readonly uid: number;
  readonly euid: number;
  readonly gid: number;
  readonly egid: number;
  readonly groups: readonly number[];
}

/** What the process used so far: times in nanoseconds, memory in kilobytes. */
export interface ResourceUsage {
  readonly userTime: bigint;
  readonly systemTime: bigint;
  readonly maxResident: number;
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly blocksIn: number;
  readonly blocksOut: number;
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
}

/** The two limits of a resource: what holds, and how far it may be raised; undefined is no limit. */
export interface ResourceLimit {
  readonly soft: bigint | undefined;
  readonly hard: bigint | undefined;
}

export interface Environment {
  /** What the program was given: the script's name first. */
  readonly argv: readonly string[];
  /** Path of the program that runs us. */
  readonly executable: string;
  /** sys.platform. */
  readonly platform: string;
  variables(): Map<string, string>;
  /** putenv; undefined is unsetenv. Children see it. */
  setVariable(name: string, value: string | undefined): void;
  systemName(): SystemName;
  credentials(): Credentials;
  /** Name of the user that owns the process. */
  userName(): string;
  cpuCount(): number;
  /** CPUs that this process may use. */
  usableCpuCount(): number;
  /** Over 1, 5 and 15 minutes. */
  loadAverage(): readonly [number, number, number];
  usage(): ResourceUsage;
  pid(): number;
  ppid(): number;
  exit(status: number): never;
  /** Ends the process as an uncaught signal does. */
  abort(signal: number): never;
}

export interface Terminal {
  /** Undefined when fd is no terminal. */
  size(fd: number): { readonly columns: number; readonly rows: number } | undefined;
  /** Keys come one by one and unchanged, or line by line. */
  setRawMode(fd: number, raw: boolean): void;
}

export interface Signals {
  /**
   * Calls `listener` when the signal arrives, instead of its default action; undefined restores that, "ignore" ignores it.
   * The listener only notes the signal: it runs between slices of the machine, or while the host waits.
   */
  handle(signal: number, listener: ((signal: number) => void) | "ignore" | undefined): void;
  /** Calls the listeners of signals that came. */
  poll(): void;
  /** Sends a signal to a process. */
  kill(pid: number, signal: number): void;
  /** Starts an interval timer (0 real, 1 virtual, 2 profiling) that sends this process its signal, or asks for it; times in microseconds. Answers what it was set to. */
  timer?(which: number, set: { readonly first: number; readonly interval: number } | undefined): { first: number; interval: number };
}

export interface ProcessRequest {
  /** Paths to try, in order. */
  readonly executables: readonly Uint8Array[];
  readonly argv: readonly Uint8Array[];
  /** "NAME=value" each; undefined inherits. */
  readonly environment: readonly Uint8Array[] | undefined;
  readonly cwd: Uint8Array | undefined;
  /** What the child's descriptors are made from, in order; all those that are inheritable stay open besides unless `closeFrom` says otherwise. */
  readonly actions: readonly SpawnAction[];
  /** The child closes all descriptors from here on that are not listed in `keep`; undefined closes none. */
  readonly closeFrom: number | undefined;
  readonly keep: readonly number[];
  readonly newSession: boolean;
  /** setpgid in the child; undefined stays in the group. */
  readonly group: number | undefined;
  /** Signals that get their default action back. */
  readonly defaultSignals: readonly number[];
  /** Signals that the child blocks; absent leaves ours. */
  readonly signalMask?: readonly number[] | undefined;
  /** The effective ids become the real ones. */
  readonly resetIds?: boolean;
  readonly scheduler?: { readonly policy: number | undefined; readonly priority: number } | undefined;
}

/** Like posix_spawn's file actions. */
export type SpawnAction =
  | { readonly kind: "duplicate"; readonly from: number; readonly to: number }
  | { readonly kind: "close"; readonly fd: number }
  | { readonly kind: "closeFrom"; readonly fd: number }
  | { readonly kind: "open"; readonly fd: number; readonly path: Uint8Array; readonly flags: number; readonly mode: number };

/** The calls that change the ids of a process. */
export type IdCall = "setuid" | "setgid" | "seteuid" | "setegid" | "setreuid" | "setregid" | "setresuid" | "setresgid";

/** Children. */
export interface Processes {
  /** The pid. */
  spawn(request: ProcessRequest): number;
  /** waitpid: [pid, status word]; the pid is 0 when none has changed and `options` has WNOHANG. */
  wait(pid: number, options: number): readonly [number, number];
  /** Blocks until the child (-1: any) may have changed, a signal came, or the time is over. */
  await(pid: number, nanoseconds: bigint): void;
  /** pidfd_open: a descriptor that becomes readable when the process ends. */
  open(pid: number): number;
  /** execve: does not come back. */
  replace(executable: Uint8Array, argv: readonly Uint8Array[], environment: readonly Uint8Array[] | undefined): never;
  /** getpgid, setpgid, getsid, setsid; pid 0 is the process itself. */
  group(pid: number): number;
  setGroup(pid: number, group: number): void;
  session(pid: number): number;
  newSession(): number;
  /** Changes user or group ids of the process; 2^32 - 1 leaves one as it is. */
  setIds?(call: IdCall, ids: readonly number[]): void;
  /** The real, effective and saved id. */
  ids?(call: "getresuid" | "getresgid"): readonly number[];
  setGroups?(ids: readonly number[]): void;
  /** prlimit: what the limit of a resource (Linux's number) is, or was before `replacement`; pid 0 is the process itself. */
  limit(pid: number, resource: number, replacement?: ResourceLimit): ResourceLimit;
  /** getrusage of RUSAGE_SELF (0), RUSAGE_THREAD (1) or RUSAGE_CHILDREN (-1). */
  usage(who: number): ResourceUsage;
}

/** A socket is a descriptor; addresses are sockaddr bytes. */
export interface Sockets {
  socket(family: number, type: number, protocol: number): number;
  /** Two sockets that are connected with each other. */
  pair(family: number, type: number, protocol: number): readonly [number, number];
  bind(fd: number, address: Uint8Array): void;
  listen(fd: number, backlog: number): void;
  connect(fd: number, address: Uint8Array): void;
  accept(fd: number): readonly [number, Uint8Array];
  send(fd: number, bytes: Uint8Array, flags: number, to: Uint8Array | undefined): number;
  receive(fd: number, into: Uint8Array, flags: number): readonly [number, Uint8Array | undefined];
  shutdown(fd: number, how: number): void;
  getOption(fd: number, level: number, option: number, size: number): Uint8Array;
  setOption(fd: number, level: number, option: number, value: Uint8Array): void;
  localAddress(fd: number): Uint8Array;
  peerAddress(fd: number): Uint8Array;
}

export interface Waiting {
  /** poll(2): [descriptor, events] to [descriptor, events that came]; waits at most so long, undefined for ever. */
  poll(wanted: readonly (readonly [number, number])[], timeoutNs: bigint | undefined): readonly (readonly [number, number])[];
}

/** Bytes are read from, or written to where a call answers there; several are the parts of a vector (readv). */
export type SystemArgument = number | bigint | Uint8Array | readonly Uint8Array[] | null;

/** The system's calls that belong to no other group, as system-calls.ts lists them. */
export interface System {
  /** Makes the call; a failure is a fault. */
  call(name: SystemCall, ...args: SystemArgument[]): number;
}

/** A piece of memory that was mapped. */
export interface Mapping {
  /** Its address, for the host. */
  readonly at: bigint;
  /** The memory itself: what is written there is in the file. Must not be touched after unmap. */
  readonly bytes: Uint8Array;
}

/** mmap(2). */
export interface Mappings {
  map(fd: number, length: number, protection: number, flags: number, offset: bigint): Mapping;
  unmap(mapping: Mapping): void;
  /** msync of a part. */
  sync(mapping: Mapping, offset: number, length: number): void;
  advise(mapping: Mapping, offset: number, length: number, advice: number): void;
  /** mremap; the old mapping is gone. */
  resize(mapping: Mapping, length: number): Mapping;
}

/** Bytes. */
export interface MemoryUse {
  /** Of the JavaScript heap, with garbage that was not collected yet. */
  readonly heap: number;
  /** What the heap may grow to before the process is ended. */
  readonly heapLimit: number;
  /** Outside of the heap: array buffers. */
  readonly buffers: number;
}

/** The JavaScript engine's memory. */
export interface Memory {
  use(): MemoryUse;
  /** Collects all garbage now, if the engine lets us. */
  collect(): void;
  /** Natives begin to work on much data, in loops of their own. */
  longWork?(): void;
}

export interface Host {
  readonly clock?: Clock;
  readonly entropy?: Entropy;
  readonly files?: Files;
  readonly environment?: Environment;
  readonly terminal?: Terminal;
  readonly signals?: Signals;
  readonly processes?: Processes;
  readonly sockets?: Sockets;
  readonly waiting?: Waiting;
  readonly system?: System;
  readonly mappings?: Mappings;
  readonly memory?: Memory;
}
