// Test modes of memory: leak runs, fault runs, a collection at every allocation. Each runs a program several times in one Vm and names what
// is wrong with it. Used by the command line (VIVARIUM_LEAKS, VIVARIUM_FAULTS, VIVARIUM_COLLECT). See docs/memory.md.
import { dropError, memoryError, newError } from "../core/errors.ts";
import { type GcNode, PyError, NullType, type PyObject, TPFLAGS_HEAPTYPE } from "../core/object.ts";
import { dealloc } from "../memory/dealloc.ts";
import { collect, collectYoung, gcState, generationHead, GENERATIONS, listMembers, traverse } from "../memory/gc.ts";
import { closeScope, dropAll } from "../memory/ref.ts";
import { audit, auditReport } from "./audit.ts";
import { KeyboardInterruptType } from "../types/exceptions.ts";
import { forgetMainContext } from "../modules/_contextvars.ts";
import { describe } from "./audit-names.ts";
import { place } from "./audit-steps.ts";
import { PENDING_GC, type Vm } from "./vm.ts";

type Write = (text: string) => void;

function liveContainers(vm: Vm): GcNode[] {
  const all: GcNode[] = [];
  for (let i = 0; i < GENERATIONS; i++) all.push(...listMembers(generationHead(vm, i)));
  return all;
}

/**
 * A program between two rounds: it empties the library's caches and registries, which in CPython too keep what a program put there (its own
 * leak tests empty the same ones).
 */
export const TIDY = `import sys
have = sys.modules.get
sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
for name in ("last_exc", "last_type", "last_value", "last_traceback"):
    vars(sys).pop(name, None)
sys.path_importer_cache.clear()
if m := have("typing"):
    for cleanup in m._cleanups: cleanup()
if m := have("copyreg"):
    for key in [k for k in m.dispatch_table if k.__module__ == "__main__"]: del m.dispatch_table[key]
if m := have("linecache"):
    m.clearcache()
    m._interactive_cache.clear()
if m := have("re"): m.purge()
if m := have("struct"): m._clearcache()
if m := have("zipimport"): m._zip_directory_cache.clear()
if m := have("atexit"): m._clear()
if m := have("_strptime"): m._regex_cache.clear()
if m := have("gettext"): m._translations.clear()
if m := have("inspect"):
    m._shadowed_dict_from_weakref_mro_tuple.cache_clear()
    m._filesbymodname.clear()
    m.modulesbyfile.clear()
if (m := have("warnings")) and (p := have("_py_warnings")):
    m.showwarning, m.formatwarning, m._showwarnmsg = p._showwarning_orig, p._formatwarning_orig, p._showwarnmsg
for hooks in (sys.meta_path, sys.path_hooks):
    hooks[:] = [hook for hook in hooks if "__main__" not in (getattr(hook, "__module__", ""), type(hook).__module__)]
`;

/** Runs the program `rounds` times, `tidy` behind each; says which containers each further round leaves behind, and who refers to them. Answers how many. */
export function leakRun(vm: Vm, run: () => void, rounds: number, write: Write, tidy: () => void = () => {}): number {
  let before = new Set<GcNode>();
  let left = 0;
  for (let round = 1; round <= rounds; round++) {
    run();
    tidy();
    // Nothing takes an audit hook back.
    dropAll(vm, vm.auditHooks.splice(0));
    forgetMainContext(vm);
    collect(vm, 2);
    const now = liveContainers(vm);
    // The first round imports modules and fills caches; objects that replace others are no leak.
    left = round > 2 ? now.length - before.size : 0;
    if (left > 0) {
      const added = new Set(now.filter((o) => !before.has(o)));
      write(`leaks: round ${round} leaves ${left} containers behind\n${owners(now, added)}`);
    }
    before = new Set(now);
  }
  return Math.max(left, 0);
}

/** Who holds what was left: containers of before, or nobody, where a count was lost. */
function owners(all: readonly GcNode[], wanted: ReadonlySet<GcNode>): string {
  const lines: string[] = [];
  const held = new Set<GcNode>();
  for (const o of all) {
    traverse(o, (v) => {
      if (typeof v === "number" || !wanted.has(v as GcNode)) return;
      held.add(v as GcNode);
      if (!wanted.has(o) && lines.length < 20) lines.push(`  ${describe(v)}, held by ${describe(o)}\n`);
    });
  }
  for (const o of wanted) if (!held.has(o) && lines.length < 30) lines.push(`  ${describe(o)}, held by no container\n`);
  return lines.join("");
}

/** Whom the build for fault runs (tools/rolldown.faults.ts) tells of every object that it makes. */
interface FaultHook {
  hook: ((made: PyObject) => void) | null;
}

/** Makes the nth object from now on fail: it dies, with what its payload owns, and MemoryError is raised by its constructor. */
export class FaultPoints {
  private readonly vm: Vm;
  private readonly faults: FaultHook;
  private seen = 0;
  private failAt = 0;
  /** Where the point was: the Python instruction, then the functions of the machine. Empty while it was not reached. */
  at = "";

  constructor(vm: Vm, faults: FaultHook) {
    this.vm = vm;
    this.faults = faults;
  }

  /** Point Infinity only counts. */
  arm(point: number): void {
    this.failAt = point;
    this.seen = 0;
    this.at = "";
    this.faults.hook = (made) => {
      // The head of a list of the collector is no object.
      if (made.type === NullType) return;
      if (++this.seen === this.failAt) this.fail(made);
    };
  }

  /** Points passed since the last arm(). */
  disarm(): number {
    this.faults.hook = null;
    return this.seen;
  }

  private fail(made: PyObject): never {
    this.faults.hook = null;
    const callers = (new Error().stack ?? "").split("\n").slice(4, 12).map((line) => /at (\S+)/.exec(line)?.[1] ?? "?");
    this.at = `${place(this.vm)}, in ${callers.join(" < ")}`;
    made.rc = 0;
    // An instance counts its class when it has been made.
    if ((made.type.flags & TPFLAGS_HEAPTYPE) !== 0) made.type.obj.rc++;
    dealloc(this.vm, made);
    throw memoryError(this.vm);
  }
}

/** Nanoseconds after which a wait that has no end counts as one that nothing will end. */
const PATIENCE = 500_000_000n;

/**
 * A program that lost the step that would have woken it waits for ever, in CPython too (an event loop tells of the callback that failed, and goes on). Such a
 * wait is interrupted, as a user would do it.
 */
function interruptEndlessWaits(vm: Vm): void {
  const { host } = vm;
  const { waiting } = host;
  if (waiting === undefined) return;
  const impatient: typeof waiting = {
    ...waiting,
    poll: (wanted, timeout) => {
      const came = waiting.poll(wanted, timeout ?? PATIENCE);
      if (came.length === 0 && timeout === undefined) throw newError(vm, KeyboardInterruptType, "");
      return came;
    },
  };
  (vm as { host: typeof host }).host = Object.create(host, { waiting: { value: impatient } });
}

/** Runs of a program with one fault point each, with what they leave behind. */
class FaultRuns {
  private readonly vm: Vm;
  private readonly points: FaultPoints;
  private readonly run: () => void;
  private readonly write: Write;
  wrong = 0;
  /** The machine itself broke: nothing more can be learned. */
  ended = false;

  constructor(vm: Vm, points: FaultPoints, run: () => void, write: Write) {
    this.vm = vm;
    this.points = points;
    this.run = run;
    this.write = write;
  }

  /** Counts that are off now, told after `title`. What is off stays off: it is set right, so that it is not told again. */
  audit(title: string): boolean {
    const { vm } = this;
    collect(vm, 2);
    const off = audit(vm);
    if (off.length === 0) return true;
    if (title !== "") this.write(title + auditReport(vm, off, 5));
    for (const m of off) m.object.rc = m.found;
    return false;
  }

  /** One run with a point that fails; scope and frames must be as before. Answers whether they were. */
  runTo(point: number): boolean {
    const { vm, points, write } = this;
    points.arm(point);
    const mark = vm.scopeCount;
    const { depth, frame, nativeDepth } = vm;
    try {
      this.run();
    } catch (error) {
      points.disarm();
      // Before the program's own code began, or behind its end.
      if (error instanceof PyError) dropError(vm, error);
      else {
        this.wrong++;
        this.ended = true;
        write(`faults: point ${point} ends the machine, ${points.at}: ${String((error as Error).stack ?? error).slice(0, 600)}\n`);
        return false;
      }
    }
    points.disarm();
    const left: string[] = [];
    if (vm.scopeCount !== mark) left.push(`the scope has ${vm.scopeCount - mark} values too many`);
    if (vm.depth !== depth || vm.frame !== frame || vm.nativeDepth !== nativeDepth) left.push("frames were not left");
    closeScope(vm, mark);
    vm.depth = depth;
    vm.frame = frame;
    vm.nativeDepth = nativeDepth;
    if (left.length === 0) return true;
    this.wrong++;
    write(`faults: after point ${point}, ${points.at}: ${left.join(", ")}\n`);
    return false;
  }

  /** The runs of a batch, and one audit behind them: a count that is off stays so. Where there is one, each point is run again with an audit of its own. */
  batch(batch: readonly number[]): void {
    for (const point of batch) {
      this.runTo(point);
      if (this.ended) return;
    }
    if (this.audit("")) return;
    const before = this.wrong;
    for (const point of batch) {
      const left = this.runTo(point);
      if (this.ended) return;
      if (!this.audit(`faults: after point ${point}, ${this.points.at}:\n`) && left) this.wrong++;
    }
    if (this.wrong > before) return;
    this.wrong++;
    this.write(`faults: after one of the points ${batch.join(" ")} a count was off, but not when they were run again\n`);
  }
}

/** So many points are followed by one audit, which costs as much as running a small program twice. */
const BATCH = 16;

/**
 * Runs the program once for each of at most `most` fault points, evenly spread (0: all), with an audit behind them. Tells where the point was when counts
 * are off, and how many points failed. A program with more than `limit` points is left alone. Answers how many runs went wrong.
 */
export function faultRun(vm: Vm, run: () => void, most: number, write: Write, limit = Infinity): number {
  const faults = (globalThis as { vivariumFaults?: FaultHook }).vivariumFaults;
  if (faults === undefined) {
    write("faults: this build has no fault points (npm run test:faults)\n");
    return 1;
  }
  const points = new FaultPoints(vm, faults);
  // The first runs import modules and fill caches.
  run();
  run();
  points.arm(Infinity);
  run();
  const all = points.disarm();
  if (all > limit) {
    write(`faults: ${all} points are too many\n`);
    return 0;
  }
  interruptEndlessWaits(vm);
  const runs = new FaultRuns(vm, points, run, write);
  if (!runs.audit("faults: before the first point: ")) runs.wrong++;
  const step = most === 0 ? 1 : Math.max(1, Math.ceil(all / most));
  let made = 0;
  for (let point = 1; point <= all && !runs.ended; ) {
    const batch: number[] = [];
    for (; point <= all && batch.length < BATCH; point += step) batch.push(point);
    runs.batch(batch);
    made += batch.length;
  }
  write(`faults: ${made} of ${all} points failed, ${runs.wrong} wrong\n`);
  return runs.wrong;
}

/** From now on every allocation that counts asks for a collection, each 128th of them for a full one. Answers the function that tells how many were made. */
export function collectAlways(vm: Vm): () => number {
  let turns = 0;
  const gc = gcState(vm);
  vm.gcThreshold0 = -1;
  vm.requestCollection = () => {
    if (gc.collecting || !gc.enabled) return;
    vm.youngCount = Math.max(vm.youngCount, gc.thresholds[0] + 1);
    if (++turns % 128 === 0) {
      gc.counts[2] = gc.thresholds[2] + 1;
      gc.longLivedTotal = 0;
    }
    vm.pending |= PENDING_GC;
  };
  collectYoung(vm);
  return () => gc.stats.reduce((n, { collections }) => n + collections, 0);
}

