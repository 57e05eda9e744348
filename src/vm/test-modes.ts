// Test modes of memory: leak runs, fault runs, a collection at every allocation. Each runs a program several times in one Vm and names what
// is wrong with it. Used by the command line (VIVARIUM_LEAKS, VIVARIUM_FAULTS, VIVARIUM_COLLECT). See docs/memory.md.
import { dropError, memoryError } from "../core/errors.ts";
import { type GcNode, PyError, type PyObject } from "../core/object.ts";
import { fullName } from "../core/type.ts";
import { dealloc } from "../memory/dealloc.ts";
import { collect, collectYoung, gcState, generationHead, GENERATIONS, listMembers, traverse } from "../memory/gc.ts";
import { closeScope } from "../memory/ref.ts";
import { audit, auditReport } from "./audit.ts";
import { describe } from "./audit-names.ts";
import { PENDING_GC, type Vm } from "./vm.ts";

type Write = (text: string) => void;

function liveContainers(vm: Vm): GcNode[] {
  const all: GcNode[] = [];
  for (let i = 0; i < GENERATIONS; i++) all.push(...listMembers(generationHead(vm, i)));
  return all;
}

/** Runs the program `rounds` times; says which containers each further round leaves behind, and who refers to them. Answers how many. */
export function leakRun(vm: Vm, run: () => void, rounds: number, write: Write): number {
  let before = new Set<GcNode>();
  let left = 0;
  for (let round = 1; round <= rounds; round++) {
    run();
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

function owners(all: readonly GcNode[], wanted: ReadonlySet<GcNode>): string {
  const lines: string[] = [];
  for (const o of all) {
    if (wanted.has(o)) continue;
    traverse(o, (v) => {
      if (typeof v !== "number" && wanted.has(v as GcNode) && lines.length < 20) lines.push(`  ${describe(v)}, held by ${describe(o)}\n`);
    });
  }
  if (lines.length === 0) for (const o of [...wanted].slice(0, 20)) lines.push(`  ${fullName(o.type)}, held by no container\n`);
  return lines.join("");
}

/** Makes the nth container that a native function notes from now on fail: it dies, and MemoryError is raised. Answers how many were noted. */
export class FaultPoints {
  private readonly vm: Vm;
  private seen = 0;
  private failAt = 0;
  /** The point was reached. */
  hit = false;

  constructor(vm: Vm) {
    this.vm = vm;
    const scope = new Proxy(vm.scope, {
      set: (target, key, v: PyObject) => {
        if (this.failAt !== 0 && v !== undefined && v.rc === 1 && vm.young.gcPrev === v && ++this.seen === this.failAt) this.fail(v);
        target[key as unknown as number] = v;
        return true;
      },
    });
    (vm as { scope: PyObject[] }).scope = scope;
  }

  arm(point: number): void {
    this.failAt = point;
    this.seen = 0;
    this.hit = false;
  }

  /** Points passed since the last arm(). */
  disarm(): number {
    this.failAt = 0;
    return this.seen;
  }

  private fail(fresh: PyObject): never {
    this.failAt = 0;
    this.hit = true;
    this.vm.scopeCount--;
    fresh.rc = 0;
    dealloc(this.vm, fresh);
    throw memoryError(this.vm);
  }
}

/** Runs the program once for each of at most `most` fault points, evenly spread, with an audit after each. Answers how many runs went wrong. */
export function faultRun(vm: Vm, run: () => void, most: number, write: Write): number {
  run();
  const points = new FaultPoints(vm);
  points.arm(Infinity);
  run();
  const all = points.disarm();
  const step = Math.max(1, Math.ceil(all / most));
  let wrong = 0;
  let runs = 0;
  for (let point = 1; point <= all; point += step) {
    points.arm(point);
    runs++;
    const mark = vm.scopeCount;
    try {
      run();
    } catch (error) {
      points.disarm();
      closeScope(vm, mark);
      // Before the program's own code began.
      if (error instanceof PyError) {
        dropError(vm, error);
        continue;
      }
      wrong++;
      write(`faults: point ${point} ends the machine: ${String((error as Error).stack ?? error).slice(0, 600)}\n`);
      break;
    } finally {
      points.disarm();
    }
    collect(vm, 2);
    const off = audit(vm);
    if (off.length > 0 || vm.scopeCount !== mark) {
      wrong++;
      write(`faults: after point ${point}: ${auditReport(vm, off, 5)}`);
      // What is off stays off: it must not be told again.
      for (const m of off) m.object.rc = m.found;
    }
  }
  write(`faults: ${runs} of ${all} points failed, ${wrong} wrong\n`);
  return wrong;
}

/** From now on every allocation that counts asks for a collection, each 16th of them for a full one. */
export function collectAlways(vm: Vm): void {
  let turns = 0;
  const gc = gcState(vm);
  vm.gcThreshold0 = -1;
  vm.requestCollection = () => {
    if (gc.collecting || !gc.enabled) return;
    vm.youngCount = Math.max(vm.youngCount, gc.thresholds[0] + 1);
    if (++turns % 16 === 0) gc.counts[2] = gc.thresholds[2] + 1;
    vm.pending |= PENDING_GC;
  };
  collectYoung(vm);
}

