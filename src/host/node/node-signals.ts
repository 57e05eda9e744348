// Signals. Node tells listeners when its event loop turns, which it never does while a program runs; so we read the pipe through which libuv's signal
// handler reports to the loop, and call the listeners ourselves. See docs/host.md.
import * as fs from "node:fs";
import { newFault } from "../fault.ts";
import type { Signals } from "../host.ts";
import { O_NONBLOCK, signalName } from "../posix.ts";
import { platformSignal, toFault } from "./node-fault.ts";
import type { NodeNative } from "./node-native.ts";

type Listener = (signal: number) => void;

/** Bytes of one report: a pointer and the signal's number. */
const REPORT = 16;
/** Ignored by default: what we find the pipe with. */
const PROBE = "SIGURG";

export class NodeSignals implements Signals {
  private readonly listeners = new Map<number, Listener>();
  private readonly registered = new Map<number, () => void>();
  private readonly waiting: number[] = [];
  private readonly reports = new Uint8Array(REPORT * 32);
  /** The reading end of libuv's pipe; -1: there is none that we know; undefined: not looked for. */
  private pipe_: number | undefined;
  private readonly native: NodeNative;
  constructor(native: NodeNative) {
    this.native = native;
  }

  handle(signal: number, listener: Listener | "ignore" | undefined): void {
    const name = signalName(signal);
    if (name === undefined || name === "SIGKILL" || name === "SIGSTOP" || platformSignal(signal) === undefined) throw newFault("EINVAL", "sigaction");
    if (listener === undefined || listener === "ignore") this.listeners.delete(signal);
    else this.listeners.set(signal, listener);
    const old = this.registered.get(signal);
    if (listener === undefined) {
      if (old !== undefined) process.removeListener(name, old);
      this.registered.delete(signal);
    } else if (old === undefined) {
      const call = (): void => this.listeners.get(signal)?.(signal);
      this.registered.set(signal, call);
      try {
        process.on(name, call);
      } catch (error) {
        throw toFault(error, "sigaction");
      }
    }
  }

  kill(pid: number, signal: number): void {
    const number = signal === 0 ? 0 : platformSignal(signal);
    if (number === undefined || number < 0 || number > 64) throw newFault("EINVAL", "kill");
    try {
      process.kill(pid, number);
    } catch (error) {
      throw toFault(error, "kill");
    }
  }

  timer(which: number, set: { readonly first: number; readonly interval: number } | undefined): { first: number; interval: number } {
    const old = new BigInt64Array(4);
    if (set === undefined) this.native.call("getitimer", which, old);
    else {
      const parts = [set.interval, set.first].flatMap((us) => [Math.floor(us / 1e6), us % 1e6]);
      this.native.call("setitimer", which, new BigInt64Array(parts.map((n) => BigInt(n))), old);
    }
    const time = (at: number): number => Number(old[at]) * 1e6 + Number(old[at + 1]);
    return { first: time(2), interval: time(0) };
  }

  /** Calls the listeners of signals that came. */
  poll(): void {
    this.collect();
    while (this.waiting.length > 0) {
      const signal = this.waiting.shift()!;
      this.listeners.get(signal)?.(signal);
    }
  }

  /** Did a signal with a listener come since the last poll? */
  arrived(): boolean {
    this.collect();
    return this.waiting.length > 0;
  }

  /** The descriptor that becomes readable when a signal comes; -1 when we know of none. */
  get pipe(): number {
    this.pipe_ ??= this.registered.size === 0 ? -1 : this.findPipe();
    return this.pipe_;
  }

  /** Looks for the pipe before the program makes pipes of its own, which must not be read from in the search. */
  prepare(): void {
    if (this.pipe_ === undefined || this.pipe_ < 0) this.pipe_ = this.findPipe();
  }

  private collect(): void {
    if (this.registered.size === 0) return;
    if (this.pipe_ === undefined) this.prepare();
    if (this.pipe_! < 0) return;
    for (;;) {
      const n = readReports(this.pipe_!, this.reports);
      for (let at = 0; at + REPORT <= n; at += REPORT) {
        const signal = signalAt(this.reports, at);
        if (this.listeners.has(signal)) this.waiting.push(signal);
      }
      if (n < this.reports.length) return;
    }
  }

  private findPipe(): number {
    if (process.platform !== "linux") return -1;
    const candidates = ownPipes();
    if (candidates.length === 0) return -1;
    const listener = (): void => undefined;
    process.on(PROBE, listener);
    let found = -1;
    try {
      process.kill(process.pid, PROBE);
      for (const fd of candidates) {
        const n = readReports(fd, this.reports);
        for (let at = 0; at + REPORT <= n; at += REPORT) {
          const signal = signalAt(this.reports, at);
          if (signal === 23) found = fd;
          else if (this.listeners.has(signal)) this.waiting.push(signal);
        }
        if (found >= 0) break;
      }
    } finally {
      process.removeListener(PROBE, listener);
    }
    return found;
  }
}

/** What is in the pipe; 0 for nothing. */
function readReports(fd: number, into: Uint8Array): number {
  try {
    return fs.readSync(fd, into, 0, into.length, null);
  } catch {
    return 0;
  }
}

function signalAt(bytes: Uint8Array, at: number): number {
  return bytes[at + 8]!;
}

/** Reading ends of non-blocking pipes whose both ends are in this process. */
function ownPipes(): number[] {
  const ends = new Map<string, number[]>();
  try {
    for (const name of fs.readdirSync("/proc/self/fd")) {
      let target: string;
      try {
        target = fs.readlinkSync(`/proc/self/fd/${name}`);
      } catch {
        continue;
      }
      if (!target.startsWith("pipe:")) continue;
      const list = ends.get(target) ?? [];
      list.push(Number(name));
      ends.set(target, list);
    }
    const out: number[] = [];
    for (const list of ends.values()) {
      if (list.length !== 2) continue;
      for (const fd of list) {
        const flags = parseInt(/^flags:\s*(\d+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1] ?? "1", 8);
        if ((flags & 3) === 0 && (flags & O_NONBLOCK) !== 0) out.push(fd);
      }
    }
    return out;
  } catch {
    return [];
  }
}
