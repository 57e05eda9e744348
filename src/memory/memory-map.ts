// The memory of a Vm as data, for pages that draw it: segments, arenas, pools, blocks and who owns them. See docs/embed.md.
import { K_TYPE, type PyObject, type TypeRec } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { forEachLive } from "./census.ts";
import { freeListNames } from "./free-lists.ts";
import { type MemoryModel, modelOf, type Placed, STATIC_START } from "./model.ts";
import { ARENA_SIZE, POOL_HEADER, POOL_SIZE } from "./obmalloc.ts";

/** A block that is in use or kept on a free list of the interpreter. */
export interface MemoryBlock {
  readonly address: number;
  /** Bytes that were asked for. */
  readonly size: number;
  /** An object with its header; the items of an object; an int; a block on one of the interpreter's free lists. */
  readonly use: "object" | "items" | "int" | "free list";
  /** Of what type the owner is: "list", "dict", a class's name. */
  readonly type: string;
  /** id() of the owner. */
  readonly owner: number;
  /** The owner's reference count. */
  readonly references: number;
}

export interface MemoryPool {
  readonly address: number;
  readonly size: number;
  /** Bytes of each block. */
  readonly blockSize: number;
  /** Address of the first block. */
  readonly first: number;
  /** Blocks that fit in, and blocks given out. */
  readonly capacity: number;
  readonly used: number;
  readonly blocks: readonly MemoryBlock[];
  /** Blocks that were given back or never used but are next in line, the next one first. */
  readonly free: readonly number[];
}

export interface MemorySegment {
  /** Of the executable; an arena of the allocator; the system's heap; a block that the system has mapped on its own. */
  readonly kind: "static" | "arena" | "heap" | "mapped";
  readonly start: number;
  readonly size: number;
  /** Arenas only. */
  readonly pools: readonly MemoryPool[];
  /** All others. */
  readonly blocks: readonly MemoryBlock[];
}

export interface MemoryMap {
  readonly segments: readonly MemorySegment[];
  /** The interpreter's free lists: addresses of the objects kept, the next one first. */
  readonly freeLists: readonly { readonly name: string; readonly objects: readonly number[] }[];
}

const nameOf = (o: PyObject): string => (o.type.kind === K_TYPE ? `type ${((o as { data?: unknown }).data as TypeRec).name}` : o.type.name);

function blocksOf(model: MemoryModel): Map<number, MemoryBlock> {
  const blocks = new Map<number, MemoryBlock>();
  const add = (block: MemoryBlock): void => void blocks.set(block.address, block);
  for (const [o, place] of model.placed) {
    const owner = { type: nameOf(o), owner: place.address, references: o.rc };
    add({ address: place.block, size: place.size, use: "object", ...owner });
    if (place.storage !== 0) add({ address: place.storage, size: place.storageSize, use: "items", ...owner });
  }
  for (const address of model.ints.values()) add({ address, size: 32, use: "int", type: "int", owner: address, references: 1 });
  const keep = (places: readonly Placed[], type: string): void => {
    for (const { block, address, size } of places) add({ address: block, size, use: "free list", type, owner: address, references: 0 });
  };
  for (const [list, places] of Object.entries(model.kept)) keep(places, freeListNames[Number(list)] ?? "tuple");
  for (const [type, places] of Object.entries(model.keptLeafs)) keep(places, type);
  return blocks;
}

/** The map of now. Undefined without -X memory-model. */
export function memoryMap(vm: Vm): MemoryMap | undefined {
  const model = modelOf(vm);
  if (model === null) return undefined;
  forEachLive(vm, (o) => void model.addressOf(o));
  model.update();
  const blocks = blocksOf(model);
  const segments: MemorySegment[] = [];
  const statics: MemoryBlock[] = [];
  for (const [o, address] of model.statics) {
    const object = "rc" in o ? (o as PyObject) : null;
    statics.push({ address, size: 0, use: "object", type: object === null ? "record" : nameOf(object), owner: address, references: object?.rc ?? 1 });
  }
  segments.push({ kind: "static", start: STATIC_START, size: model.staticEnd - STATIC_START, pools: [], blocks: statics });
  for (const arena of model.allocator.arenas) {
    const pools: MemoryPool[] = [];
    for (const pool of arena.pools) {
      if (pool.used === 0) continue;
      const first = pool.address + POOL_HEADER;
      const inside: MemoryBlock[] = [];
      for (let at = first; at < pool.address + pool.next; at += pool.size) {
        const block = blocks.get(at);
        if (block !== undefined) inside.push(block);
      }
      pools.push({
        address: pool.address, size: POOL_SIZE, blockSize: pool.size, first, capacity: Math.floor((POOL_SIZE - POOL_HEADER) / pool.size), used: pool.used, blocks: inside, free: pool.free.slice().reverse(),
      });
    }
    segments.push({ kind: "arena", start: arena.address, size: ARENA_SIZE, pools, blocks: [] });
  }
  const heap: MemoryBlock[] = [];
  let start = Infinity;
  for (const [address, size] of model.allocator.system) {
    const block = blocks.get(address);
    if (block === undefined) continue;
    if (model.allocator.mapped.has(address)) segments.push({ kind: "mapped", start: address - 16, size, pools: [], blocks: [block] });
    else {
      heap.push(block);
      start = Math.min(start, address - 16);
    }
  }
  if (heap.length > 0) segments.push({ kind: "heap", start, size: model.allocator.heapEnd - start, pools: [], blocks: heap.sort((a, b) => a.address - b.address) });
  const freeLists = Object.entries(model.kept).map(([list, places]) => ({ name: freeListNames[Number(list)] ?? `tuple of ${Number(list) - 16}`, objects: places.map((p) => p.address).reverse() }));
  for (const [name, places] of Object.entries(model.keptLeafs)) freeLists.push({ name, objects: places.map((p) => p.address).reverse() });
  return { segments, freeLists: freeLists.filter(({ objects }) => objects.length > 0) };
}
