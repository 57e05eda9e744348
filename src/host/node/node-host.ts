// The host for the command line and servers, on Node. See docs/host.md.
import { getRandomValues } from "node:crypto";
import { existsSync } from "node:fs";
import * as os from "node:os";
import { isatty, ReadStream, WriteStream } from "node:tty";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { newFault } from "../fault.ts";
import type { Clock, Credentials, Entropy, Environment, Host, LocalZone, Memory, MemoryUse, ResourceUsage, SystemName, Terminal } from "../host.ts";
import { signalName } from "../posix.ts";
import { pause } from "./node-descriptors.ts";
import { platformSignal, toFault } from "./node-fault.ts";
import { type LibraryPlace, MountedFiles } from "./mounted-files.ts";
import { NodeFiles } from "./node-files.ts";
import { NodeNative } from "./node-native.ts";
import { NodeProcesses } from "./node-processes.ts";
import { NodeSignals } from "./node-signals.ts";
import { NodeMappings, NodeSystem } from "./node-system.ts";
import { NodeSockets } from "./node-sockets.ts";
import { NodeWaiting } from "./node-waiting.ts";
import { ZoneFile } from "./zone-file.ts";
import { ZoneRule } from "./zone-rule.ts";

/** Node's clock of days counts milliseconds: between its ticks the monotonic one fills in. */
class NodeClock implements Clock {
  readonly resolution = { now: 1, monotonic: 1, cpu: 1000 };
  private base = 0n;
  private readonly zones = new Map<string | undefined, Zone>();
  /** The zone in use: asking the process for TZ takes longer than all else. */
  private zone: Zone | undefined;

  now(): bigint {
    const monotonic = process.hrtime.bigint();
    const coarse = BigInt(Date.now()) * 1_000_000n;
    const fine = this.base + monotonic;
    // Off by more than a tick: the first call, or somebody has set the clock.
    if (fine >= coarse && fine - coarse < 2_000_000n) return fine;
    this.base = coarse - monotonic;
    return coarse;
  }

  monotonic(): bigint {
    return process.hrtime.bigint();
  }

  processTime(): bigint {
    const { user, system } = process.cpuUsage();
    return BigInt(user + system) * 1000n;
  }

  threadTime(): bigint {
    const { threadCpuUsage } = process as unknown as { threadCpuUsage?: () => NodeJS.CpuUsage };
    if (threadCpuUsage === undefined) return this.processTime();
    const { user, system } = threadCpuUsage.call(process);
    return BigInt(user + system) * 1000n;
  }

  sleep(nanoseconds: bigint): void {
    const end = process.hrtime.bigint() + nanoseconds;
    for (let left = nanoseconds; left > 0n; left = end - process.hrtime.bigint()) pause(Math.min(Number(left) / 1e6, 0x7fffffff));
  }

  local(seconds: number): LocalZone {
    const zone = (this.zone ??= this.readZone());
    // Beyond what the host's dates can say, the zone is that of their ends.
    const within = Math.max(-FARTHEST, Math.min(FARTHEST, seconds));
    return zone.at(within);
  }

  /** TZ has another value now. */
  forgetZone(): void {
    this.zone = undefined;
  }

  /** The zone that TZ names or spells out; without TZ the machine's. */
  private readZone(): Zone {
    const name = process.env["TZ"];
    let zone = this.zones.get(name);
    if (zone === undefined) {
      zone = ZoneFile.read(name) ?? (name === undefined ? machineZone() : ZoneRule.read(name));
      this.zones.set(name, zone);
    }
    return zone;
  }
}

/** A zone that knows its offset and name at any time. */
interface Zone {
  at(seconds: number): LocalZone;
}

/** The zone of a machine without zone files. */
function machineZone(): Zone {
  // As in many containers.
  if (new Date().getTimezoneOffset() === 0 && !existsSync("/etc/localtime")) return ZoneRule.read("UTC0");
  const names = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" });
  return {
    at: (seconds) => {
      const date = new Date(seconds * 1000);
      const offset = eastOf(date);
      const year = date.getFullYear();
      const dst = offset !== Math.min(eastOf(new Date(year, 0, 1)), eastOf(new Date(year, 6, 1)));
      return { offset, dst, name: names.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "UTC" };
    },
  };
}

/** The last second that a Date can say. */
const FARTHEST = 8.64e12;

function eastOf(date: Date): number {
  return 0 - date.getTimezoneOffset() * 60;
}

/** getRandomValues gives no more at once. */
const RANDOM_CHUNK = 65536;

class NodeEntropy implements Entropy {
  random(size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += RANDOM_CHUNK) getRandomValues(bytes.subarray(at, Math.min(size, at + RANDOM_CHUNK)));
    return bytes;
  }
}

class NodeEnvironment implements Environment {
  readonly argv: readonly string[];
  readonly executable: string;
  readonly platform: string;

  private readonly clock: NodeClock;

  constructor(argv: readonly string[], executable: string, clock: NodeClock) {
    this.clock = clock;
    this.argv = argv;
    this.executable = executable;
    this.platform = process.platform;
  }

  variables(): Map<string, string> {
    const out = new Map<string, string>();
    for (const [name, value] of Object.entries(process.env)) if (value !== undefined) out.set(name, value);
    return out;
  }

  setVariable(name: string, value: string | undefined): void {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
    if (name === "TZ") this.clock.forgetZone();
  }

  systemName(): SystemName {
    return { sysname: os.type(), nodename: os.hostname(), release: os.release(), version: os.version(), machine: os.machine() };
  }

  credentials(): Credentials {
    return {
      uid: process.getuid?.() ?? 0,
      euid: process.geteuid?.() ?? 0,
      gid: process.getgid?.() ?? 0,
      egid: process.getegid?.() ?? 0,
      groups: process.getgroups?.() ?? [],
    };
  }

  userName(): string {
    try {
      return os.userInfo().username;
    } catch (error) {
      throw toFault(error, "getlogin");
    }
  }

  cpuCount(): number {
    return os.cpus().length || os.availableParallelism();
  }

  usableCpuCount(): number {
    return os.availableParallelism();
  }

  loadAverage(): readonly [number, number, number] {
    const [one = 0, five = 0, fifteen = 0] = os.loadavg();
    return [one, five, fifteen];
  }

  usage(): ResourceUsage {
    const u = process.resourceUsage();
    return {
      userTime: BigInt(u.userCPUTime) * 1000n,
      systemTime: BigInt(u.systemCPUTime) * 1000n,
      maxResident: u.maxRSS,
      minorFaults: u.minorPageFault,
      majorFaults: u.majorPageFault,
      blocksIn: u.fsRead,
      blocksOut: u.fsWrite,
      voluntarySwitches: u.voluntaryContextSwitches,
      involuntarySwitches: u.involuntaryContextSwitches,
    };
  }

  pid(): number {
    return process.pid;
  }

  ppid(): number {
    return process.ppid;
  }

  exit(status: number): never {
    process.exit(status & 255);
  }

  abort(signal: number): never {
    const name = signalName(signal);
    if (name !== undefined) process.removeAllListeners(name);
    process.kill(process.pid, platformSignal(signal) ?? signal);
    // Still here: the signal is blocked or ignored.
    pause(100);
    process.exit(128 + signal);
  }
}

const TIOCGWINSZ = 0x5413;

class NodeTerminal implements Terminal {
  private readonly inputs = new Map<number, ReadStream>();
  private readonly system: NodeSystem;

  constructor(system: NodeSystem) {
    this.system = system;
  }

  size(fd: number): { columns: number; rows: number } | undefined {
    if (!isatty(fd)) return undefined;
    // Node's own answer is as old as the last turn of its event loop.
    if (this.system.available) {
      const size = new Uint16Array(4);
      this.system.call("ioctl_bytes", fd, TIOCGWINSZ, new Uint8Array(size.buffer));
      return { columns: size[1]!, rows: size[0]! };
    }
    // Node keeps the standard streams; on a terminal, touching them does not change how writing blocks.
    const stream = fd === 1 ? process.stdout : fd === 2 ? process.stderr : isatty(1) ? process.stdout : isatty(2) ? process.stderr : undefined;
    if (stream !== undefined) return { columns: stream.columns, rows: stream.rows };
    const own = new WriteStream(fd);
    const [columns, rows] = own.getWindowSize();
    return { columns, rows };
  }

  setRawMode(fd: number, raw: boolean): void {
    if (!isatty(fd)) throw newFault("ENOTTY", "tcsetattr");
    let stream = this.inputs.get(fd);
    if (stream === undefined) {
      stream = fd === 0 ? process.stdin : new ReadStream(fd);
      stream.unref();
      this.inputs.set(fd, stream);
    }
    stream.setRawMode(raw);
  }
}

/** V8, as Node shows it. */
export class NodeMemory implements Memory {
  private gc: (() => void) | undefined;
  readonly longWork: (() => void) | undefined;

  constructor(longWork?: () => void) {
    this.longWork = longWork;
  }

  use(): MemoryUse {
    const statistics = getHeapStatistics();
    return { heap: statistics.used_heap_size, heapLimit: statistics.heap_size_limit, buffers: statistics.external_memory };
  }

  collect(): void {
    if (this.gc === undefined) {
      setFlagsFromString("--expose-gc");
      this.gc = runInNewContext("gc") as () => void;
    }
    this.gc();
  }
}

export interface NodeHostOptions {
  /** sys.orig_argv without the interpreter; the arguments of this process when absent. */
  argv?: readonly string[];
  /** sys.executable; Node's own path when absent. */
  executable?: string;
  /** The bundled library: shown as a folder when its file is there. */
  library?: LibraryPlace;
  /** Called each time when natives begin to work on much data. */
  longWork?: () => void;
}

/** Everything that Node can do. Drop groups to deny them: `{ ...nodeHost(), files: undefined }`. */
export function nodeHost(options: NodeHostOptions = {}): Required<Host> {
  const native = new NodeNative();
  const signals = new NodeSignals(native);
  const waiting = new NodeWaiting(native, signals);
  const files = options.library === undefined ? new NodeFiles(native, waiting, signals) : new MountedFiles(options.library, native, waiting, signals);
  const system = new NodeSystem(native, files);
  const clock = new NodeClock();
  return {
    clock,
    entropy: new NodeEntropy(),
    files,
    environment: new NodeEnvironment(options.argv ?? process.argv.slice(1), options.executable ?? process.execPath, clock),
    terminal: new NodeTerminal(system),
    signals,
    processes: new NodeProcesses(native, files, waiting),
    sockets: new NodeSockets(native),
    waiting,
    system,
    mappings: new NodeMappings(native, files),
    memory: new NodeMemory(options.longWork),
  };
}
