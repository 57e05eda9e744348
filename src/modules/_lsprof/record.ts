// What a profiler has measured: an entry per function, with one per function that it called, and the calls that are running. Mirrors ProfilerEntry and
// ProfilerContext of Modules/_lsprof.c. See docs/modules.md.
import { drop, incref, type Value, type Vm } from "../../core/api.ts";

/** Times are in units of the timer: `total` with what was called, `inline` without. */
export class Measured {
  calls = 0;
  recursiveCalls = 0;
  level = 0;
  total = 0;
  inline = 0;

  stop(total: number, inline: number): void {
    if (--this.level === 0) this.total += total;
    else this.recursiveCalls++;
    this.inline += inline;
    this.calls++;
  }
}

export class Entry extends Measured {
  /** The code object, or what stands for a native function; owned. */
  readonly subject: Value;
  readonly callees = new Map<Entry, Measured>();
  constructor(subject: Value) {
    super();
    this.subject = subject;
  }
}

/** A call that has not returned. */
interface Running {
  readonly entry: Entry;
  readonly previous: Running | null;
  start: number;
  /** Time in what it called. */
  inside: number;
}

export class Measurements {
  /** By code object, or by the declaration of a native function. */
  readonly entries = new Map<object, Entry>();
  running: Running | null = null;

  enter(key: object, subject: () => Value, perCaller: boolean, now: () => number): void {
    let entry = this.entries.get(key);
    if (entry === undefined) {
      const v = subject();
      incref(v);
      entry = new Entry(v);
      this.entries.set(key, entry);
    }
    const call: Running = { entry, previous: this.running, start: 0, inside: 0 };
    this.running = call;
    entry.level++;
    if (perCaller && call.previous !== null) {
      const { callees } = call.previous.entry;
      let callee = callees.get(entry);
      if (callee === undefined) callees.set(entry, (callee = new Measured()));
      callee.level++;
    }
    call.start = now();
  }

  /** A call of `key` has ended. */
  leave(key: object, perCaller: boolean, now: () => number): void {
    const call = this.running;
    if (call === null) return;
    const entry = this.entries.get(key);
    if (entry === undefined) this.running = call.previous;
    else this.stop(call, entry, perCaller, now);
  }

  /** Ends what has not returned. */
  flush(perCaller: boolean, now: () => number): void {
    while (this.running !== null) this.stop(this.running, this.running.entry, perCaller, now);
  }

  private stop(call: Running, entry: Entry, perCaller: boolean, now: () => number): void {
    const total = now() - call.start;
    const inline = total - call.inside;
    this.running = call.previous;
    if (call.previous !== null) call.previous.inside += total;
    entry.stop(total, inline);
    if (perCaller && call.previous !== null) call.previous.entry.callees.get(entry)?.stop(total, inline);
  }

  clear(vm: Vm): void {
    const subjects = [...this.entries.values()].map((entry) => entry.subject);
    this.entries.clear();
    this.running = null;
    for (const v of subjects) drop(vm, v);
  }
}
