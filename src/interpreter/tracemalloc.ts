// Tracing of allocations: which block was allocated by which lines. Mirrors Python/tracemalloc.c; sizes are CPython's, modelled. See docs/memory.md.
import { type Container, K_DICT, K_INSTANCE, K_LIST, type PyObject, type PyTuple } from "../core/object.ts";
import type { CodeData } from "../types/code.ts";
import type { Frame } from "./frame.ts";
import { firstTraceable } from "./monitoring.ts";
import { roomOf } from "../types/dict/capacity.ts";
import type { DictTable } from "../types/dict/table.ts";
import { listCapacity } from "../types/list-capacity.ts";
import type { Vm } from "../vm/vm.ts";
import { hasStorage, intBlock, itemsOf, leafLists, objectBlock, storageBlock } from "../memory/blocks.ts";
import { FIRST_TUPLE } from "../memory/free-lists.ts";
import { type MemoryWatcher, unwatchMemory, watchMemory } from "../memory/watch.ts";

/** Most frames of a traceback. */
export const MAX_FRAMES = 65535;
/** New objects that wait for their first reference. */
const MOST_NEW = 4096;
/** Few enough to be looked through whenever one of them dies. */
const FEW = 256;
/** A tuple with its header. */
const TUPLE_SIZE = 48;
/** What CPython's tables take for each trace and for each traceback. */
const TRACE_SIZE = 48;
const SITE_SIZE = 64;

/** A line of a traceback, most recent first, and those who called it. */
interface Place {
  readonly code: CodeData;
  readonly pc: number;
  readonly caller: Place | null;
}

/** A traceback: where blocks were allocated. The same object for the same lines. */
export interface Site {
  readonly place: Place | null;
  /** Frames there were, also beyond the limit. */
  readonly total: number;
  /** As Python sees it; owned. */
  frames: PyTuple | null;
}

/** Length beyond which the array of a list's or dict's items does not fit into its storage. */
function roomFor(o: PyObject): number {
  return o.type.kind === K_LIST ? listCapacity(o as Container) : roomOf((o as Container).data as DictTable);
}

interface Trace {
  readonly site: Site;
  readonly size: number;
  /** Storage of the items, and who made it grow. */
  storage: number;
  storageSite: Site;
  /** Ints among the items, which are no objects here. */
  ints: number;
  intBytes: number;
  /** Length of the items when last looked at. */
  length: number;
  /** The array of the items, whose push tells of growth beyond `room`. */
  watched: object | null;
  room: number;
}

export interface Block {
  readonly site: Site;
  readonly size: number;
}

interface Branch {
  readonly place: Place;
  readonly sites: Map<number, Site>;
  readonly callers: Map<CodeData, Map<number, Branch>>;
}

export class Tracer implements MemoryWatcher {
  readonly #vm: Vm;
  readonly limit: number;
  current = 0;
  peak = 0;
  /** The tracer's own work is not traced. */
  suspended = false;
  readonly #traces = new Map<PyObject, Trace>();
  /** Born at `#newSite` since the program went on; leafs that get no reference are never traced. */
  readonly #new = new Set<PyObject>();
  #newSite: Site | null = null;
  /** Blocks on CPython's free lists: they are still allocated. */
  #kept: Record<number, Block[]> = {};
  #keptLeafs: Record<string, Block[]> = {};
  /** Objects in blocks that were allocated before tracing began. */
  readonly #untraced = new WeakSet<PyObject>();
  #lastFrame: Frame | null = null;
  #lastCode: CodeData | null = null;
  #lastPc = -1;
  #lastDepth = -1;
  #roots = new Map<CodeData, Map<number, Branch>>();
  #siteCount = 0;
  #leafLimit = 65536;
  readonly #firstPcs = new WeakMap<CodeData, number>();

  constructor(vm: Vm, limit: number) {
    this.#vm = vm;
    this.limit = limit;
  }

  born(o: PyObject, list: number): void {
    if (list >= 0) {
      const block = this.#kept[list]?.pop();
      if (block === undefined) this.#untraced.add(o);
      else if (this.suspended) this.#traces.set(o, { ...block, storage: 0, storageSite: block.site, ints: 0, intBytes: 0, length: -1, watched: null, room: 0 });
      else this.current -= block.size;
    }
    if (this.suspended) return;
    const vm = this.#vm;
    const frame = vm.frame;
    const site = this.limit === 1 ? null : this.#siteNow();
    if (site !== null ? site !== this.#newSite || this.#new.size >= MOST_NEW : frame !== this.#lastFrame || (frame !== null && (frame.pc !== this.#lastPc || frame.code !== this.#lastCode)) || vm.depth !== this.#lastDepth || this.#new.size >= MOST_NEW) {
      this.#settle();
      this.#lastFrame = frame;
      this.#lastPc = frame === null ? -1 : frame.pc;
      this.#lastCode = frame === null ? null : frame.code;
      this.#lastDepth = vm.depth;
      this.#newSite = site;
    }
    if (this.#newSite === null) this.#newSite = this.#siteNow();
    // A recycled object has a new beginning.
    if (this.#traces.has(o)) this.#remove(o);
    // The size of a new instance depends on how many there were.
    if (o.type.kind === K_INSTANCE) this.#add(o, this.#newSite);
    else this.#new.add(o);
  }

  dying(o: PyObject, list: number): void {
    if (this.#new.delete(o)) this.#add(o, this.#newSite!);
    const trace = this.#traces.get(o);
    if (trace === undefined) return;
    if (hasStorage(o)) this.#refresh(o, trace);
    if (list >= 0 && trace.size > 0) {
      (this.#kept[list] ??= []).push({ site: trace.site, size: trace.size });
      this.current += trace.size;
    }
  }

  passing(list: number, fresh: boolean): void {
    if (this.suspended) return;
    const kept = (this.#kept[list] ??= []);
    const block = kept.pop();
    if (block === undefined && !fresh) return;
    const size = TUPLE_SIZE + 8 * (list - FIRST_TUPLE);
    kept.push({ site: this.#siteNow(), size });
    if (block === undefined) this.current += size;
    if (this.current > this.peak) this.peak = this.current;
  }

  freeListsCleared(): void {
    for (const list of [...Object.values(this.#kept), ...Object.values(this.#keptLeafs)]) for (const block of list) this.current -= block.size;
    this.#kept = {};
    this.#keptLeafs = {};
  }

  died(o: PyObject): void {
    if (this.#new.delete(o)) {
      // All that live beside it count for the peak.
      if (this.#new.size < FEW) {
        for (const other of this.#new) {
          if (other.rc <= 0) continue;
          this.#new.delete(other);
          this.#add(other, this.#newSite!);
        }
      }
      this.#add(o, this.#newSite!);
    }
    const trace = this.#traces.get(o);
    if (trace === undefined) return;
    this.#remove(o);
    const most = leafLists[o.type.name];
    if (most === undefined) return;
    const list = (this.#keptLeafs[o.type.name] ??= []);
    if (list.length >= most) return;
    list.push({ site: trace.site, size: trace.size });
    this.current += trace.size;
  }

  #remove(o: PyObject): void {
    const trace = this.#traces.get(o)!;
    this.current -= trace.size + trace.storage + trace.intBytes;
    if (trace.watched !== null) delete (trace.watched as { push?: unknown }).push;
    this.#traces.delete(o);
  }

  /** New objects are traced, but for leafs that nothing refers to. */
  #settle(): void {
    for (const o of this.#new) if (o.rc > 0) this.#add(o, this.#newSite!);
    this.#new.clear();
    if (this.#traces.size > this.#leafLimit) {
      this.#sweep();
      this.#leafLimit = Math.max(65536, this.#traces.size * 2);
    }
  }

  #add(o: PyObject, site: Site): void {
    const trace: Trace = { site, size: this.#untraced.delete(o) ? 0 : objectBlock(this.#vm, o), storage: 0, storageSite: site, ints: 0, intBytes: 0, length: -1, watched: null, room: 0 };
    const block = this.#keptLeafs[o.type.name]?.pop();
    if (block !== undefined) this.current -= block.size;
    this.#traces.set(o, trace);
    this.current += trace.size;
    this.#refresh(o, trace);
    if (this.current > this.peak) this.peak = this.current;
  }

  /** Looks again at storage that may have grown. */
  #refresh(o: PyObject, trace: Trace): void {
    if (o.type.leaf) return;
    const items = itemsOf(o);
    const storage = hasStorage(o) ? storageBlock(this.#vm, o) : 0;
    const before = trace.storage + trace.intBytes;
    if (storage > trace.storage && trace.length >= 0) {
      // Who put the last item in made the storage grow, most likely.
      const last = items === undefined ? undefined : items[items.length - 1];
      const site = typeof last === "object" ? this.#traces.get(last)?.site : undefined;
      if (site !== undefined) trace.storageSite = site;
    }
    trace.storage = storage;
    if (items !== undefined && items.length !== trace.length) {
      trace.length = items.length;
      trace.ints = 0;
      trace.intBytes = 0;
      for (let i = 0; i < items.length; i++) {
        const v = items[i];
        // Equal neighbours are most often one object.
        if (typeof v !== "number" || (i > 0 && items[i - 1] === v)) continue;
        const size = intBlock(v);
        if (size === 0) continue;
        trace.ints++;
        trace.intBytes += size;
      }
    }
    if (items !== undefined && trace.watched !== items && (o.type.kind === K_LIST || o.type.kind === K_DICT)) this.#watchGrowth(o, trace, items);
    this.current += trace.storage + trace.intBytes - before;
    if (this.current > this.peak) this.peak = this.current;
  }

  /**
   * Lists and dicts grow by push: theirs gets a property of its own, so that growth is told with the line that caused it and nobody pays who
   * does not trace.
   */
  #watchGrowth(o: PyObject, trace: Trace, items: readonly unknown[]): void {
    if (trace.watched !== null) delete (trace.watched as { push?: unknown }).push;
    trace.watched = items;
    trace.room = roomFor(o);
    const array = items as unknown[];
    const value = (...added: unknown[]): number => {
      const length = Array.prototype.push.apply(array, added);
      if (length > trace.room) this.#grew(o, trace, array);
      return length;
    };
    Object.defineProperty(array, "push", { configurable: true, value });
  }

  #grew(o: PyObject, trace: Trace, items: object): void {
    if (this.#traces.get(o) !== trace || trace.watched !== items) {
      delete (items as { push?: unknown }).push;
      return;
    }
    trace.room = roomFor(o);
    const storage = storageBlock(this.#vm, o);
    if (storage <= trace.storage || this.suspended) return;
    trace.storageSite = this.#siteNow();
    this.current += storage - trace.storage;
    trace.storage = storage;
    if (this.current > this.peak) this.peak = this.current;
  }

  /** Leafs may lose their last reference unnoticed. */
  #sweep(): void {
    for (const o of this.#traces.keys()) if (o.rc <= 0 && o.type.leaf) this.#remove(o);
  }

  /** Brings everything up to date, before somebody looks. */
  update(): void {
    this.#settle();
    this.#sweep();
    for (const [o, trace] of this.#traces) if (!o.type.leaf) this.#refresh(o, trace);
  }

  // Tracebacks

  #first(code: CodeData): number {
    let first = this.#firstPcs.get(code);
    if (first === undefined) this.#firstPcs.set(code, (first = firstTraceable(code)));
    return first;
  }

  #siteNow(): Site {
    const frames: Frame[] = [];
    let total = 0;
    for (let frame = this.#vm.frame; frame !== null; frame = frame.prev) {
      // A frame that is only being entered is not told of.
      if (frame.pc < this.#first(frame.code)) continue;
      total++;
      if (frames.length < this.limit) frames.push(frame);
    }
    total = Math.min(total, MAX_FRAMES);
    let branches = this.#roots;
    let caller: Place | null = null;
    let branch: Branch | null = null;
    for (let i = frames.length - 1; i >= 0; i--) {
      const { code, pc } = frames[i]!;
      let byPc = branches.get(code);
      if (byPc === undefined) branches.set(code, (byPc = new Map()));
      branch = byPc.get(pc) ?? null;
      if (branch === null) {
        branch = { place: { code, pc, caller }, sites: new Map(), callers: new Map() };
        byPc.set(pc, branch);
      }
      caller = branch.place;
      branches = branch.callers;
    }
    if (branch === null) return this.#unknown;
    let site = branch.sites.get(total);
    if (site === undefined) {
      branch.sites.set(total, (site = { place: branch.place, total, frames: null }));
      this.#siteCount++;
    }
    return site;
  }

  /** Allocated while no Python code ran. */
  readonly #unknown: Site = { place: null, total: 1, frames: null };

  /** All traced blocks, the newest first. */
  *blocks(): Generator<Block> {
    for (const trace of Array.from(this.#traces.values()).reverse()) {
      if (trace.size > 0) yield { site: trace.site, size: trace.size };
      if (trace.storage > 0) yield { site: trace.storageSite, size: trace.storage };
      const each = trace.ints === 0 ? 0 : Math.floor(trace.intBytes / trace.ints);
      for (let i = 0; i < trace.ints; i++) yield { site: trace.storageSite, size: i === 0 ? trace.intBytes - each * (trace.ints - 1) : each };
    }
    for (const list of [...Object.values(this.#kept), ...Object.values(this.#keptLeafs)]) yield* list;
  }

  /** Where an object was allocated; undefined for one that is not traced. */
  siteOf(o: PyObject): Site | undefined {
    if (this.#new.has(o)) return this.#untraced.has(o) ? undefined : this.#newSite!;
    const trace = this.#traces.get(o);
    return trace === undefined || trace.size === 0 ? undefined : trace.site;
  }

  /** Tells of the tuples that it owns. */
  readonly owned = (report: (owner: string, v: PyTuple) => void): void => {
    for (const tuple of this.#tuples()) report("tracemalloc", tuple);
  };

  /** Bytes that CPython's tracer would need for itself. */
  ownSize(): number {
    return TRACE_SIZE * (this.#traces.size + this.#new.size) + SITE_SIZE * this.#siteCount;
  }

  /** Forgets all traces; answers the tuples of their tracebacks, which the caller drops. */
  clear(): PyTuple[] {
    const tuples = this.#tuples();
    this.#unknown.frames = null;
    this.#roots = new Map();
    for (const { watched } of this.#traces.values()) if (watched !== null) delete (watched as { push?: unknown }).push;
    this.#traces.clear();
    this.#kept = {};
    this.#keptLeafs = {};
    this.#new.clear();
    this.#lastFrame = null;
    this.#lastPc = -1;
    this.#newSite = null;
    this.#siteCount = 0;
    this.current = 0;
    this.peak = 0;
    return tuples;
  }

  #tuples(): PyTuple[] {
    const tuples: PyTuple[] = [];
    const visit = (branches: Map<CodeData, Map<number, Branch>>): void => {
      for (const byPc of branches.values()) {
        for (const branch of byPc.values()) {
          for (const site of branch.sites.values()) if (site.frames !== null) tuples.push(site.frames);
          visit(branch.callers);
        }
      }
    };
    visit(this.#roots);
    if (this.#unknown.frames !== null) tuples.push(this.#unknown.frames);
    return tuples;
  }
}

/** Begins to trace with tracebacks of at most `limit` frames. */
export function startTracing(vm: Vm, limit: number): void {
  if (tracerOf(vm) !== null) return;
  const tracer = new Tracer(vm, limit);
  vm.tracer = tracer;
  watchMemory(vm, tracer);
  vm.rootVisitors.push(tracer.owned);
}

export function tracerOf(vm: Vm): Tracer | null {
  return vm.tracer as Tracer | null;
}

/** Ends it; answers what {@link Tracer.clear} does. */
export function stopTracing(vm: Vm): PyTuple[] {
  const tracer = tracerOf(vm);
  if (tracer === null) return [];
  vm.tracer = null;
  unwatchMemory(vm, tracer);
  vm.rootVisitors.splice(vm.rootVisitors.indexOf(tracer.owned), 1);
  return tracer.clear();
}
