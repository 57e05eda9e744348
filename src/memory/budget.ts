// The budget of memory: MemoryError comes before JavaScript's heap is in danger, and before a Vm's live objects exceed its cap. Work that
// may allocate adds up in Vm.memoryDebt; only when that is large, or a slice of work is over, somebody looks. See docs/memory.md.
import { type Container, type GcNode, IMMORTAL, type Instance, K_DICT, K_INSTANCE, K_LIST, type Value } from "../core/object.ts";
import { memoryError } from "../core/errors.ts";
import type { MemoryUse } from "../host/host.ts";
import type { Vm } from "../vm/vm.ts";
import { generationHead, GENERATIONS, traverse } from "./gc.ts";
import { headerSize, sizeOf } from "./sizes.ts";

/** Allocations may add up to this before anybody looks. */
const LOOK_AFTER = 1 << 25;
/** What a slice of work without any large allocation may have taken, where the host cannot tell. */
const PER_SLICE = 1 << 24;
/** Part of the host's heap that may be in use; the rest is for what comes between two looks and for copies. */
const HEAP_PART = 0.75;
/** Items of one array: V8 ends the process when an array that grows by push reaches 112 million. */
export const MAX_ITEMS: number = 1 << 26;

/** A Set holds 16.7 million. */
const MOST_NOTED = 16_000_000;

/** Vm.memory: what was seen at the last looks. */
interface MemoryState {
  /** The debts of the last looks, and the use of the host, since the live bytes were counted. */
  debt: number;
  useThen: number;
  live: number;
  /** Use of the host's heap after its last collection that we asked for. */
  collectedHeap: number;
  /** An error was raised for a list that has reached its length; not again until it is longer. */
  longest: number;
}

/** Bytes of one object from which on a native's loop over it takes milliseconds. */
const LONG_WORK = 1 << 19;

/** Bytes are about to be allocated. Raises MemoryError when they must not be. */
export function checkBytes(vm: Vm, bytes: number): void {
  if (bytes > vm.memoryLimit) throw memoryError(vm);
  if (bytes >= LONG_WORK) vm.host.memory?.longWork?.();
  if ((vm.memoryDebt += bytes) > LOOK_AFTER) look(vm, bytes);
}

/** A slice of work is over. */
export function lookAtMemory(vm: Vm): void {
  if (vm.host.memory === undefined) vm.memoryDebt += PER_SLICE;
  look(vm, 0);
}

function look(vm: Vm, coming: number): void {
  const state = (vm.memory ??= { debt: 0, useThen: 0, live: 0, collectedHeap: 0, longest: 0 }) as MemoryState;
  state.debt += vm.memoryDebt;
  vm.memoryDebt = 0;
  let use = vm.host.memory?.use();
  if (use !== undefined && use.heap + coming > use.heapLimit * HEAP_PART) {
    // Most of it may be garbage that the host has not collected yet.
    if (use.heap > state.collectedHeap + use.heapLimit / 16 || coming > use.heapLimit / 16) use = collectHost(vm, state, use);
    if (use.heap + coming > use.heapLimit * HEAP_PART && !(coming > 0 && use.heap + use.buffers + coming < use.heapLimit * HEAP_PART)) throw memoryError(vm);
  }
  // Under the host's own limit its word is enough; a smaller cap counts in CPython's sizes, which may exceed what the host needs.
  const told = use === undefined ? 0 : use.heap + use.buffers - state.useThen;
  const grown = use !== undefined && vm.memoryLimit >= use.heapLimit ? told : Math.max(state.debt, told);
  const room = vm.memoryLimit - state.live;
  if (grown <= Math.max(room / 2, vm.memoryLimit / 16)) return;
  const counted = countLive(vm);
  state.debt = 0;
  state.live = counted.bytes;
  state.useThen = use === undefined ? 0 : use.heap + use.buffers;
  if (counted.bytes + coming > vm.memoryLimit || (use !== undefined && use.buffers + coming > vm.memoryLimit)) throw memoryError(vm);
  if (counted.longest > MAX_ITEMS && counted.longest > state.longest) {
    state.longest = counted.longest;
    throw memoryError(vm);
  }
  if (counted.longest <= MAX_ITEMS) state.longest = 0;
}

function collectHost(vm: Vm, state: MemoryState, before: MemoryUse): MemoryUse {
  const { memory } = vm.host;
  memory!.collect();
  const after = memory!.use();
  state.collectedHeap = after.heap;
  return after.heap < before.heap ? after : before;
}

/**
 * Bytes of all live objects, as CPython would need them or as their payload needs them, whichever is more; and the length of the longest
 * array. Leafs count by parts, one for each reference to them, so that they need no marks; containers in no list of the collector are noted.
 */
export function countLive(vm: Vm): { bytes: number; longest: number } {
  let bytes = 0;
  let longest = 0;
  const seen = new Set<GcNode>();
  const todo: GcNode[] = [];
  const own = (o: GcNode): void => {
    bytes += sizeOf(vm, o) + headerSize(o) + payloadSize(o);
    if (o.type.kind === K_LIST) longest = Math.max(longest, ((o as Container).data as Value[]).length);
    else if (o.type.kind === K_DICT) longest = Math.max(longest, ((o as Container).data as { entries: Value[] }).entries.length >> 1);
    traverse(o, visit);
  };
  const visit = (v: Value): void => {
    if (typeof v === "number" || v.rc >= IMMORTAL || v.rc <= 0) return;
    if (v.type.leaf) bytes += (sizeOf(vm, v) + payloadSize(v as GcNode)) / v.rc;
    else if ((v as GcNode).gcNext === null && !seen.has(v as GcNode) && seen.size < MOST_NOTED) {
      seen.add(v as GcNode);
      todo.push(v as GcNode);
    }
  };
  for (let i = 0; i <= GENERATIONS; i++) {
    const head = i === GENERATIONS ? vm.permanent : generationHead(vm, i);
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) own(o);
  }
  for (const v of vm.stack) visit(v);
  for (let i = 0; i < vm.scopeCount; i++) visit(vm.scope[i]!);
  for (let o = todo.pop(); o !== undefined; o = todo.pop()) own(o);
  return { bytes, longest };
}

/** What sizes.ts does not know: attributes of an instance, buffers in the payloads of natives. */
function payloadSize(o: GcNode): number {
  if (o.type.kind === K_INSTANCE) return 56 + 8 * ((o as Instance).ext?.more?.length ?? 0);
  if (o.type.kind !== 0) return 0;
  const { data } = o as Container;
  if (typeof data !== "object" || data === null) return 0;
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (Array.isArray(data)) return 8 * data.length;
  let bytes = 0;
  for (const key in data as Record<string, unknown>) {
    const field = (data as Record<string, unknown>)[key];
    if (typeof field === "string") bytes += field.length;
    else if (typeof field !== "object" || field === null) continue;
    else if (ArrayBuffer.isView(field)) bytes += field.byteLength;
    else if (Array.isArray(field)) bytes += 8 * field.length;
  }
  return bytes;
}
