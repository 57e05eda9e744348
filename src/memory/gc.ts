// The cyclic collector: three generations, trial deletion, finalisers, weak references. Mirrors Python/gc.c of CPython 3.14.8. See docs/memory.md.
import { call, callMethod } from "../core/call.ts";
import {
  type Container,
  type Ext,
  type GcNode,
  IMMORTAL,
  type Instance,
  K_DICT,
  K_INSTANCE,
  K_LIST,
  K_TUPLE,
  PyError,
  type PyList,
  TPFLAGS_HEAPTYPE,
  type Value,
  type Visit,
} from "../core/object.ts";
import { fullName } from "../core/type.ts";
import { guarded, quietRepr, writeUnraisable } from "../core/unraisable.ts";
import { addressText } from "../core/identity.ts";
import { dictGetText, dictSetText, newScopedDict } from "../types/dict/dict-object.ts";
import type { DictTable } from "../types/dict/table.ts";
import { listOfOwned } from "../types/list.ts";
import { None } from "../types/none.ts";
import { intern, newStr, strFromJs } from "../types/str/str-object.ts";
import { TupleType } from "../types/tuple.ts";
import { setThreshold } from "./watch.ts";
import type { Vm } from "../vm/vm.ts";
import { clearObject, dealloc } from "./dealloc.ts";
import { clearFreeLists } from "./free-lists.ts";
import { newGcHead, untrack } from "./gc-list.ts";
import { closeScope, drop, hold, pushRef } from "./ref.ts";
import { callWeakrefCallback, detachWeakref, ReferenceType, weakrefData, weakrefsOf } from "./weakref.ts";

export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;
export const DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL;

export const GENERATIONS = 3;

export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

/** Vm.gc: what the collector knows beside the lists. */
export class GcState {
  enabled = true;
  debug = 0;
  /** A collection is running: others wait. */
  collecting = false;
  /** As Python sees them; Vm.gcThreshold0 is what allocations are compared with. */
  readonly thresholds: [number, number, number] = [2000, 10, 10];
  /** Collections of the next younger generation since the last one of this; index 0 is Vm.youngCount. */
  readonly counts: [number, number, number] = [0, 0, 0];
  longLivedTotal = 0;
  longLivedPending = 0;
  readonly stats: GenerationStats[] = Array.from({ length: GENERATIONS }, () => ({ collections: 0, collected: 0, uncollectable: 0 }));
  /** gc.garbage and gc.callbacks, owned. */
  readonly garbage: PyList;
  readonly callbacks: PyList;
  constructor(vm: Vm) {
    this.garbage = listOfOwned(vm, []);
    this.callbacks = listOfOwned(vm, []);
  }
}

/** The collector's state of a Vm. */
export function gcState(vm: Vm): GcState {
  return (vm.gc ??= new GcState(vm)) as GcState;
}

/** To be called after `enabled` or the first threshold changed. */
export function updateThreshold(vm: Vm): void {
  const gc = gcState(vm);
  setThreshold(vm, gc.enabled && gc.thresholds[0] !== 0 ? gc.thresholds[0] : Infinity);
}

/** Heads of the generations. */
export function generationHead(vm: Vm, generation: number): Container {
  return generation === 0 ? vm.young : generation === 1 ? vm.middle : oldest(vm);
}

function oldest(vm: Vm): Container {
  if (vm.brought.gcNext !== vm.brought) {
    // In the order of their birth.
    mergeLists(vm.old, vm.brought);
    mergeLists(vm.brought, vm.old);
  }
  return vm.old;
}

/** Puts all that lives aside as what a start-up image brings. */
export function bringAll(vm: Vm): void {
  for (let i = GENERATIONS - 1; i >= 0; i--) mergeLists(generationHead(vm, i), vm.brought);
  vm.youngCount = 0;
}

export function listSize(head: Container): number {
  let n = 0;
  for (let o = head.gcNext!; o !== head; o = o.gcNext!) n++;
  return n;
}

/** The members of a list as an array. */
export function listMembers(head: Container): GcNode[] {
  const out: GcNode[] = [];
  for (let o = head.gcNext!; o !== head; o = o.gcNext!) out.push(o);
  return out;
}

/** Moves all members of `from` to the end of `to`. */
function mergeLists(from: Container, to: Container): void {
  const first = from.gcNext!;
  if (first === from) return;
  const last = from.gcPrev!;
  const tail = to.gcPrev!;
  tail.gcNext = first;
  first.gcPrev = tail;
  last.gcNext = to;
  to.gcPrev = last;
  from.gcNext = from;
  from.gcPrev = from;
}

function moveTo(o: GcNode, to: Container): void {
  const prev = o.gcPrev!;
  const next = o.gcNext!;
  prev.gcNext = next;
  next.gcPrev = prev;
  const last = to.gcPrev!;
  o.gcPrev = last;
  o.gcNext = to;
  last.gcNext = o;
  to.gcPrev = o;
}

/** Everything that an object holds a count of, once per count. */
export function traverse(o: GcNode, visit: Visit): void {
  const type = o.type;
  if (type.kind === K_INSTANCE) {
    const i = o as Instance;
    if (i.s0 !== undefined) visit(i.s0);
    if (i.s1 !== undefined) visit(i.s1);
    if (i.s2 !== undefined) visit(i.s2);
    if (i.s3 !== undefined) visit(i.s3);
    if (i.s4 !== undefined) visit(i.s4);
    if (i.s5 !== undefined) visit(i.s5);
    if (i.ext !== null) traverseExt(i.ext, visit);
  } else {
    const c = o as Container;
    switch (type.kind) {
      case K_LIST:
      case K_TUPLE: {
        const items = c.data as Value[];
        for (let k = items.length - 1; k >= 0; k--) visit(items[k]!);
        break;
      }
      case K_DICT: {
        const { entries, order } = c.data as DictTable;
        if (order !== null) for (let node = order.first; node !== null; node = node.next) visit(node.key);
        for (let k = 0; k < entries.length; k += 2) {
          visit(entries[k + 1]!);
          visit(entries[k]!);
        }
        break;
      }
      default:
        if (type.tp_traverse !== undefined) type.tp_traverse(c, visit);
    }
    if (typeof c.aux === "object" && c.aux !== null) traverseExt(c.aux as Ext, visit);
  }
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) visit(type.obj);
}

function traverseExt(ext: Ext, visit: Visit): void {
  if (ext.dict !== null) visit(ext.dict);
  const { slots, more } = ext;
  if (slots !== null) {
    for (let k = 0; k < slots.length; k++) {
      const v = slots[k];
      if (v !== undefined) visit(v);
    }
  }
  if (more !== null) {
    for (let k = 0; k < more.length; k++) {
      const v = more[k];
      if (v !== undefined) visit(v);
    }
  }
}

const UNSEEN = 0;
const REACHABLE = 1;
const UNREACHABLE = 2;

/**
 * Splits a list: what is not reachable from outside of it goes to `unreachable`. While it works, the count of each member is its
 * negative number in the arrays that hold the true counts and what is left of them; no Python code runs meanwhile.
 */
function deduceUnreachable(head: Container, unreachable: Container): void {
  const members: GcNode[] = [];
  let next: GcNode;
  for (let o: GcNode = head.gcNext!; o !== head; o = next) {
    next = o.gcNext!;
    if (o.rc >= IMMORTAL) {
      o.gcPrev!.gcNext = next;
      next.gcPrev = o.gcPrev;
      o.gcPrev = null;
      o.gcNext = null;
    } else members.push(o);
  }
  const n = members.length;
  if (n === 0) return;
  const counts = new Int32Array(n);
  const refs = new Int32Array(n);
  const states = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const o = members[i]!;
    counts[i] = refs[i] = o.rc;
    o.rc = -1 - i;
  }
  const subtract: Visit = (v) => {
    if (typeof v !== "number" && v.rc < 0) refs[-1 - v.rc]!--;
  };
  for (let i = 0; i < n; i++) traverse(members[i]!, subtract);

  const order: number[] = [];
  const candidates: number[] = [];
  const reach: Visit = (v) => {
    if (typeof v === "number" || v.rc >= 0) return;
    const i = -1 - v.rc;
    if (states[i] === UNREACHABLE) {
      states[i] = UNSEEN;
      refs[i] = 1;
      order.push(i);
    } else if (refs[i]! <= 0) refs[i] = 1;
  };
  for (let k = 0; k < n + order.length; k++) {
    const i = k < n ? k : order[k - n]!;
    if (refs[i]! > 0) {
      states[i] = REACHABLE;
      traverse(members[i]!, reach);
    } else {
      states[i] = UNREACHABLE;
      candidates.push(i);
    }
  }
  for (let i = 0; i < n; i++) members[i]!.rc = counts[i]!;
  for (const i of order) moveTo(members[i]!, head);
  for (const i of candidates) if (states[i] === UNREACHABLE) moveTo(members[i]!, unreachable);
}

/** Tuples whose items can form no cycle need no more visits. */
function untrackTuples(head: Container): void {
  let next: GcNode;
  for (let o: GcNode = head.gcNext!; o !== head; o = next) {
    next = o.gcNext!;
    if (o.type === TupleType && ((o as Container).data as Value[]).every(cannotFormCycle)) untrack(o);
  }
}

function cannotFormCycle(v: Value): boolean {
  if (typeof v === "number" || v.type.leaf) return true;
  const node = v as GcNode;
  return node.gcNext === null && (node.type === TupleType || node.type.tp_traverse === undefined || node.rc >= IMMORTAL);
}

/** Clears the weak references to trash and those that are trash, then runs the callbacks of the others. Answers how many died of it. */
function handleWeakrefs(vm: Vm, unreachable: Container): number {
  let trash: Set<GcNode> | null = null;
  let toCall: Container[] | null = null;
  for (let o: GcNode = unreachable.gcNext!; o !== unreachable; o = o.gcNext!) {
    if (o.type.solid === ReferenceType) detachWeakref(o as Container);
    const list = weakrefsOf(o);
    if (list === null) continue;
    trash ??= new Set(listMembers(unreachable));
    for (const ref of list.slice()) {
      detachWeakref(ref);
      // Trash that is a weak reference does not run its callback.
      if (weakrefData(ref).callback === null || trash.has(ref)) continue;
      ref.rc++;
      (toCall ??= []).push(ref);
    }
  }
  if (toCall === null) return 0;
  let freed = 0;
  for (const ref of toCall) {
    const callback = weakrefData(ref).callback;
    if (callback !== null) {
      if (typeof callback !== "number") callback.rc++;
      callWeakrefCallback(vm, ref, callback, "on calling");
      drop(vm, callback);
    }
    if (--ref.rc === 0) {
      dealloc(vm, ref);
      freed++;
    }
  }
  return freed;
}

/** Runs the finalisers that have not run yet. */
function finalizeGarbage(vm: Vm, collectable: Container): void {
  const seen = newGcHead();
  while (collectable.gcNext !== collectable) {
    const o = collectable.gcNext!;
    moveTo(o, seen);
    const finalize = o.type.tp_finalize;
    if (finalize === undefined || vm.isFinalized(o)) continue;
    vm.setFinalized(o);
    o.rc++;
    finalize(vm, o);
    if (--o.rc === 0) dealloc(vm, o);
  }
  mergeLists(seen, collectable);
}

function deleteGarbage(vm: Vm, collectable: Container, old: Container): void {
  const gc = gcState(vm);
  while (collectable.gcNext !== collectable) {
    const o = collectable.gcNext!;
    if ((gc.debug & DEBUG_SAVEALL) !== 0) pushRef(gc.garbage.data as Value[], o);
    else {
      const mark = vm.scopeCount;
      o.rc++;
      try {
        clearObject(vm, o);
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        writeUnraisable(vm, error, null, `Exception ignored in tp_clear of ${fullName(o.type)}`);
      }
      closeScope(vm, mark);
      if (--o.rc === 0) dealloc(vm, o);
    }
    if (collectable.gcNext === o) moveTo(o, old);
  }
}

/** The oldest generation that is due, -1 for none. The oldest also waits until a quarter of its objects are new. */
function selectGeneration(vm: Vm): number {
  const gc = gcState(vm);
  gc.counts[0] = vm.youngCount;
  for (let i = GENERATIONS - 1; i >= 0; i--) {
    if (gc.counts[i]! <= gc.thresholds[i]!) continue;
    if (i === GENERATIONS - 1 && gc.longLivedPending < Math.floor(gc.longLivedTotal / 4)) continue;
    return i;
  }
  return -1;
}

/** What a pending collection does: the oldest generation that is due. */
export function collectYoung(vm: Vm): void {
  const gc = gcState(vm);
  if (!gc.enabled || gc.collecting) return;
  const generation = selectGeneration(vm);
  if (generation >= 0) collectMain(vm, gc, generation, true);
}

/** Collects a generation and the younger ones. Answers the number of unreachable objects; 0 while another collection runs. */
export function collect(vm: Vm, generation: number): number {
  const gc = gcState(vm);
  if (gc.collecting) return 0;
  return collectMain(vm, gc, generation, true);
}

/** A full collection when the machine ends. What a start-up image brought, the library, counts as alive unless somebody looked at it before. */
export function collectAtEnd(vm: Vm): void {
  const { brought } = vm;
  vm.brought = newGcHead();
  collect(vm, GENERATIONS - 1);
  vm.brought = brought;
}

/** The collection at the end: no callbacks. */
export function collectAtShutdown(vm: Vm): number {
  const gc = gcState(vm);
  return gc.collecting ? 0 : collectMain(vm, gc, GENERATIONS - 1, false);
}

function collectMain(vm: Vm, gc: GcState, generation: number, callbacks: boolean): number {
  const { raised, stopValue } = vm;
  vm.raised = null;
  vm.stopValue = undefined;
  const mark = vm.scopeCount;
  gc.collecting = true;
  try {
    if (callbacks) invokeCallbacks(vm, "start", generation, 0, 0);
    const found = collectGeneration(vm, gc, generation);
    const stats = gc.stats[generation]!;
    stats.collections++;
    stats.collected += found;
    if (callbacks) invokeCallbacks(vm, "stop", generation, found, 0);
    return found;
  } finally {
    gc.collecting = false;
    closeScope(vm, mark);
    vm.raised = raised;
    vm.stopValue = stopValue;
  }
}

function collectGeneration(vm: Vm, gc: GcState, generation: number): number {
  const started = performance.now();
  if ((gc.debug & DEBUG_STATS) !== 0) {
    writeStderr(vm, `gc: collecting generation ${generation}...\n`);
    const sizes = [0, 1, 2].map((i) => listSize(generationHead(vm, i)));
    writeStderr(vm, `gc: objects in each generation: ${sizes.join(" ")}\ngc: objects in permanent generation: ${listSize(vm.permanent)}\n`);
  }
  if (generation + 1 < GENERATIONS) gc.counts[generation + 1]!++;
  for (let i = 1; i <= generation; i++) gc.counts[i] = 0;
  vm.youngCount = 0;
  const young = generationHead(vm, generation);
  const old = generation === 0 ? vm.middle : vm.old;
  for (let i = 0; i < generation; i++) mergeLists(generationHead(vm, i), young);

  const unreachable = newGcHead();
  deduceUnreachable(young, unreachable);
  untrackTuples(young);
  if (young !== old) {
    if (generation === GENERATIONS - 2) gc.longLivedPending += listSize(young);
    mergeLists(young, old);
  } else {
    gc.longLivedPending = 0;
    gc.longLivedTotal = listSize(young);
  }
  if ((gc.debug & DEBUG_COLLECTABLE) !== 0) {
    for (const o of listMembers(unreachable)) writeStderr(vm, `gc: collectable <${fullName(o.type)} ${addressText(vm, o)}>\n`);
  }
  let found = handleWeakrefs(vm, unreachable);
  finalizeGarbage(vm, unreachable);
  const final = newGcHead();
  deduceUnreachable(unreachable, final);
  mergeLists(unreachable, old);
  found += listSize(final);
  // Finalisers may have made weak references to what goes now.
  for (let o: GcNode = final.gcNext!; o !== final; o = o.gcNext!) for (const ref of weakrefsOf(o)?.slice() ?? []) detachWeakref(ref);
  deleteGarbage(vm, final, old);
  if (generation === GENERATIONS - 1) clearFreeLists(vm);
  if ((gc.debug & DEBUG_STATS) !== 0) {
    writeStderr(vm, `gc: done, ${found} unreachable, 0 uncollectable, ${((performance.now() - started) / 1000).toFixed(4)}s elapsed\n`);
  }
  return found;
}

/** Calls gc.callbacks; their exceptions are unraisable. */
function invokeCallbacks(vm: Vm, phase: string, generation: number, collected: number, uncollectable: number): void {
  const callbacks = gcState(vm).callbacks.data as Value[];
  if (callbacks.length === 0) return;
  const mark = vm.scopeCount;
  const info = newScopedDict(vm);
  dictSetText(vm, info, "generation", generation);
  dictSetText(vm, info, "collected", collected);
  dictSetText(vm, info, "uncollectable", uncollectable);
  const list = gcState(vm).callbacks;
  for (let i = 0; i < (list.data as Value[]).length; i++) {
    const inner = vm.scopeCount;
    const callback = hold(vm, (list.data as Value[])[i]!);
    guarded(vm, null, () => void call(vm, callback, [newStr(phase), info]), () => `Exception ignored while calling GC callback ${quietRepr(vm, callback)}`);
    closeScope(vm, inner);
  }
  closeScope(vm, mark);
}

/** PySys_WriteStderr: to sys.stderr, errors ignored. */
function writeStderr(vm: Vm, text: string): void {
  const file = vm.sysDict === undefined ? undefined : dictGetText(vm.sysDict, "stderr");
  if (file === undefined || file === None) return;
  const mark = vm.scopeCount;
  try {
    callMethod(vm, file, intern(vm, "write"), [strFromJs(text)]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    drop(vm, error.exc);
  }
  closeScope(vm, mark);
}

/** gc.freeze(): everything goes to the permanent generation. */
export function freeze(vm: Vm): void {
  const gc = gcState(vm);
  for (let i = 0; i < GENERATIONS; i++) {
    mergeLists(generationHead(vm, i), vm.permanent);
    gc.counts[i] = 0;
  }
  vm.youngCount = 0;
}

/** gc.unfreeze(): the permanent generation joins the oldest. */
export function unfreeze(vm: Vm): void {
  mergeLists(vm.permanent, oldest(vm));
}
