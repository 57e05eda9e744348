// The host for tests and embedding: all in memory, nothing reachable outside, the same answers in every run. See docs/host.md.
import { newFault } from "../fault.ts";
import type { Clock, Credentials, Entropy, Environment, Host, Memory, ResourceUsage, Signals, SystemName } from "../host.ts";
import { pathBytes, signalName } from "../posix.ts";
import type { Descriptor, Stream } from "./memory-files.ts";
import { MemoryFiles } from "./memory-files.ts";
import { type FileSource, mountFiles } from "./mount.ts";
import { Tree, type TreeNode } from "./tree.ts";

/** Thrown by exit: the embedder ends the machine. */
export class MemoryExit {
  readonly status: number;
  /** The signal that an abort names, 0 for an ordinary exit. */
  readonly signal: number;
  constructor(status: number, signal = 0) {
    this.status = status;
    this.signal = signal;
  }
}

export interface MemoryHostOptions {
  /** The JavaScript engine's memory. */
  engine?: Memory;
  /** Files to begin with: absolute path to contents. Folders are made as needed. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Folders of files whose contents are asked for when first needed: absolute path to what is in it. */
  mounts?: Readonly<Record<string, FileSource>>;
  cwd?: string;
  argv?: readonly string[];
  executable?: string;
  variables?: Readonly<Record<string, string>>;
  /** Standard input: all of it, or a function that fills the array and answers 0 at the end. */
  input?: string | Uint8Array | ((into: Uint8Array) => number);
  /** Called with what is written to 1 and 2; it is collected as well. */
  onOutput?: (fd: 1 | 2, bytes: Uint8Array) => void;
  /** Nanoseconds since the epoch at the start; 2024-01-01 when absent. */
  now?: bigint;
  /** What every look at a clock moves it on by. */
  clockStep?: bigint;
  /** Of the random bytes. */
  seed?: number;
  uid?: number;
  gid?: number;
}

const NEW_YEAR_2024 = 1_704_067_200_000_000_000n;

/** Moves on by a fixed step at every look, and by what is slept. */
class MemoryClock implements Clock {
  readonly resolution = { now: 1, monotonic: 1, cpu: 1 };
  private readonly start: bigint;
  private readonly step: bigint;
  passed = 0n;
  slept = 0n;

  constructor(start: bigint, step: bigint) {
    this.start = start;
    this.step = step;
  }

  private look(): bigint {
    return (this.passed += this.step);
  }

  /** Without moving on: for the times of files. */
  fileTime(): bigint {
    return this.start + this.passed + this.slept;
  }

  now(): bigint {
    return this.start + this.look() + this.slept;
  }

  monotonic(): bigint {
    return this.look() + this.slept;
  }

  processTime(): bigint {
    return this.look();
  }

  threadTime(): bigint {
    return this.look();
  }

  sleep(nanoseconds: bigint): void {
    if (nanoseconds > 0n) this.slept += nanoseconds;
  }

  local(): { offset: number; dst: boolean; name: string } {
    return { offset: 0, dst: false, name: "UTC" };
  }
}

/** xorshift128 from a seed: not secret, but the same in every run. */
class MemoryEntropy implements Entropy {
  readonly state: Uint32Array;

  constructor(seed: number) {
    this.state = Uint32Array.of(seed ^ 0x9e3779b9, seed + 0x243f6a88, 0xb7e15162, 0x8aed2a6b);
    for (let i = 0; i < 16; i++) this.next();
  }

  private next(): number {
    const s = this.state;
    const first = s[0]!;
    let t = s[3]!;
    s[3] = s[2]!;
    s[2] = s[1]!;
    s[1] = first;
    t ^= t << 11;
    t ^= t >>> 8;
    s[0] = t ^ first ^ (first >>> 19);
    return s[0];
  }

  random(size: number): Uint8Array {
    const out = new Uint8Array(size);
    for (let i = 0; i < size; i++) out[i] = this.next() >>> 24;
    return out;
  }
}

class MemoryEnvironment implements Environment {
  readonly argv: readonly string[];
  readonly executable: string;
  readonly platform = "linux";
  map: Map<string, string>;
  private readonly clock: MemoryClock;
  private readonly user: { uid: number; gid: number };

  constructor(options: MemoryHostOptions, clock: MemoryClock, uid: number, gid: number) {
    this.argv = options.argv ?? [];
    this.executable = options.executable ?? "/usr/bin/python3";
    this.map = new Map(Object.entries(options.variables ?? {}));
    this.clock = clock;
    this.user = { uid, gid };
  }

  variables(): Map<string, string> {
    return new Map(this.map);
  }

  setVariable(name: string, value: string | undefined): void {
    if (value === undefined) this.map.delete(name);
    else this.map.set(name, value);
  }

  systemName(): SystemName {
    return { sysname: "Linux", nodename: "localhost", release: "6.0", version: "#1", machine: "x86_64" };
  }

  credentials(): Credentials {
    const { uid, gid } = this.user;
    return { uid, euid: uid, gid, egid: gid, groups: [gid] };
  }

  userName(): string {
    return this.user.uid === 0 ? "root" : "user";
  }

  cpuCount(): number {
    return 1;
  }

  usableCpuCount(): number {
    return 1;
  }

  loadAverage(): readonly [number, number, number] {
    return [0, 0, 0];
  }

  usage(): ResourceUsage {
    const none = { maxResident: 0, minorFaults: 0, majorFaults: 0, blocksIn: 0, blocksOut: 0, voluntarySwitches: 0, involuntarySwitches: 0 };
    return { userTime: this.clock.processTime(), systemTime: 0n, ...none };
  }

  pid(): number {
    return 1;
  }

  ppid(): number {
    return 0;
  }

  exit(status: number): never {
    throw new MemoryExit(status & 255);
  }

  abort(signal: number): never {
    throw new MemoryExit(128 + signal, signal);
  }
}

type Listener = (signal: number) => void;

/** Signals that the process sends to itself. */
class MemorySignals implements Signals {
  private readonly listeners = new Map<number, Listener | "ignore">();

  handle(signal: number, listener: Listener | "ignore" | undefined): void {
    const name = signalName(signal);
    if (name === undefined || name === "SIGKILL" || name === "SIGSTOP") throw newFault("EINVAL", "sigaction");
    if (listener === undefined) this.listeners.delete(signal);
    else this.listeners.set(signal, listener);
  }

  /** Listeners have been called at once. */
  poll(): void {}

  kill(pid: number, signal: number): void {
    if (signal !== 0 && signalName(signal) === undefined) throw newFault("EINVAL", "kill");
    if (pid !== 1) throw newFault("ESRCH", "kill");
    this.raise(signal);
  }

  private raise(signal: number): void {
    if (signal === 0) return;
    const listener = this.listeners.get(signal);
    if (listener === "ignore") return;
    if (listener !== undefined) listener(signal);
    else if (!IGNORED.has(signalName(signal)!)) throw new MemoryExit(128 + signal, signal);
  }
}

/** Whose default action is to do nothing. */
const IGNORED: ReadonlySet<string> = new Set(["SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH"]);

const encoder = new TextEncoder();

class Collector implements Stream {
  readonly chunks: Uint8Array[] = [];
  private readonly fd: 1 | 2;
  private readonly onOutput: MemoryHostOptions["onOutput"];
  constructor(fd: 1 | 2, onOutput: MemoryHostOptions["onOutput"]) {
    this.fd = fd;
    this.onOutput = onOutput;
  }
  write(bytes: Uint8Array): number {
    const copy = bytes.slice();
    this.chunks.push(copy);
    this.onOutput?.(this.fd, copy);
    return bytes.length;
  }
  bytes(): Uint8Array {
    const out = new Uint8Array(this.chunks.reduce((n, chunk) => n + chunk.length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return out;
  }
}

/** Standard input that is known beforehand. */
class GivenInput implements Stream {
  left: Uint8Array;
  constructor(left: Uint8Array) {
    this.left = left;
  }
  read(into: Uint8Array): number {
    const n = Math.min(into.length, this.left.length);
    into.set(this.left.subarray(0, n));
    this.left = this.left.subarray(n);
    return n;
  }
}

function inputStream(input: MemoryHostOptions["input"]): Stream {
  if (typeof input === "function") return { read: input };
  return new GivenInput(typeof input === "string" ? encoder.encode(input) : (input ?? new Uint8Array(0)));
}

/** Everything that changes in a memory host, as plain data beside its tree: what an image of a Vm takes along. */
export interface MemoryHostState {
  readonly root: TreeNode;
  readonly cwd: TreeNode;
  readonly umask: number;
  readonly nextIno: bigint;
  readonly table: (Descriptor | undefined)[];
  readonly clock: { passed: bigint; slept: bigint };
  readonly entropy: Uint32Array;
  readonly variables: Map<string, string>;
  /** Standard input that is left, undefined where a function gives it. */
  readonly input: Uint8Array | undefined;
}

export interface MemoryHost extends Host {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly files: MemoryFiles;
  readonly environment: Environment;
  readonly signals: Signals;
  /** What was written to descriptor 1 or 2 so far. */
  output(fd: 1 | 2): Uint8Array;
  /** The same as text. */
  outputText(fd: 1 | 2): string;
  state(): MemoryHostState;
  /** Goes on from a state that was taken of a host with the same mounts. */
  restore(state: MemoryHostState): void;
  /** What states refer to and do not hold: streams, mounted sources. */
  names(): Record<string, unknown>;
}

/** A host of its own world. */
export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const clock = new MemoryClock(options.now ?? NEW_YEAR_2024, options.clockStep ?? 1000n);
  const fileTime = (): bigint => clock.fileTime();
  const uid = options.uid ?? 1000;
  const gid = options.gid ?? 1000;
  const outputs = { 1: new Collector(1, options.onOutput), 2: new Collector(2, options.onOutput) };
  const tree = new Tree(fileTime, uid, gid);
  const input = inputStream(options.input);
  const files = new MemoryFiles(tree, fileTime, [input, outputs[1], outputs[2]]);
  const entropy = new MemoryEntropy(options.seed ?? 0);
  const environment = new MemoryEnvironment(options, clock, uid, gid);
  files.mkdir(pathBytes("/tmp"), 0o1777);
  for (const [path, contents] of Object.entries(options.files ?? {})) putFile(files, path, typeof contents === "string" ? encoder.encode(contents) : contents);
  for (const [folder, source] of Object.entries(options.mounts ?? {})) mountFiles(tree, folder, source);
  if (options.cwd !== undefined) {
    makeFolders(files, options.cwd);
    files.chdir(pathBytes(options.cwd));
  }
  return {
    clock,
    entropy,
    files,
    environment,
    signals: new MemorySignals(),
    ...(options.engine === undefined ? {} : { memory: options.engine }),
    output: (fd) => outputs[fd].bytes(),
    outputText: (fd) => new TextDecoder().decode(outputs[fd].bytes()),
    state: () => ({
      root: tree.root,
      cwd: tree.cwd,
      umask: tree.umask,
      nextIno: tree.nextIno,
      table: files.table,
      clock: { passed: clock.passed, slept: clock.slept },
      entropy: entropy.state,
      variables: environment.map,
      input: input instanceof GivenInput ? input.left : undefined,
    }),
    restore: (state) => {
      ({ root: tree.root, cwd: tree.cwd, umask: tree.umask, nextIno: tree.nextIno } = state);
      files.table = state.table;
      ({ passed: clock.passed, slept: clock.slept } = state.clock);
      entropy.state.set(state.entropy);
      environment.map = state.variables;
      if (input instanceof GivenInput && state.input !== undefined) input.left = state.input;
    },
    names: () => ({
      "stream 0": input,
      "stream 1": outputs[1],
      "stream 2": outputs[2],
      ...Object.fromEntries(Object.entries(options.mounts ?? {}).map(([folder, source]) => [`mount ${folder}`, source])),
    }),
  };
}

function makeFolders(files: MemoryFiles, path: string): void {
  const parts = path.split("/");
  for (let i = 2; i <= parts.length; i++) {
    const folder = pathBytes(parts.slice(0, i).join("/"));
    if (folder.length > 0 && files.lookup(folder, true) === undefined) files.mkdir(folder, 0o777);
  }
}

function putFile(files: MemoryFiles, path: string, contents: Uint8Array): void {
  makeFolders(files, path.slice(0, path.lastIndexOf("/")));
  const O_WRONLY_CREAT_TRUNC = 0o1101;
  const fd = files.open(pathBytes(path), O_WRONLY_CREAT_TRUNC, 0o666);
  files.write(fd, contents);
  files.close(fd);
}
