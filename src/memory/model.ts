// -X memory-model: objects have the addresses that CPython's allocator would give them, at birth, and their blocks are given again after their death.
// Leafs get theirs when somebody looks. Mirrors Objects/obmalloc.c and the free lists of pycore_freelist_state.h. See docs/memory.md.
import { IMMORTAL, K_TYPE, type PyObject, TPFLAGS_HEAPTYPE, type TypeRec } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { hasStorage, leafLists, objectBlock, storageBlock } from "./blocks.ts";
import { Obmalloc } from "./obmalloc.ts";
import { FIRST_TUPLE } from "./free-lists.ts";
import { headerSize } from "./sizes.ts";
import { type MemoryWatcher, watchMemory } from "./watch.ts";

/** What belongs to the executable: singletons, static types, small ints. */
export const STATIC_START = 0x555555a00000;
const INT_SIZE = 32;
const SMALL_MIN = -5;
const SMALL_MAX = 256;
const STATIC_TYPE_SIZE = 416;
/** Ints above 256 that keep their address after a look. */
const MOST_INTS = 65536;
const RECORD_SIZE = 64;
const GC_HEADER = 16;
/** A tuple with its header. */
const TUPLE_SIZE = 48;

export interface Placed {
  /** Of the block; the object stands behind its header. */
  readonly block: number;
  readonly address: number;
  readonly size: number;
  /** Block of the items, 0 for none; known when somebody has looked. */
  storage: number;
  storageSize: number;
}

export class MemoryModel implements MemoryWatcher {
  readonly #vm: Vm;
  readonly allocator = new Obmalloc();
  /** Objects that have an address in the heap. */
  readonly placed = new Map<PyObject, Placed>();
  /** Blocks on free lists, by their number in free-lists.ts, the last one first. */
  readonly kept: Record<number, Placed[]> = {};
  /** The same of types that the collector does not know, by name. */
  readonly keptLeafs: Record<string, Placed[]> = {};
  readonly #dying = new Map<PyObject, number>();
  /** Objects of the executable, and records that are no objects. */
  readonly statics = new Map<object, number>();
  staticEnd: number = STATIC_START + (SMALL_MAX - SMALL_MIN + 1) * INT_SIZE;
  readonly ints = new Map<number, number>();

  constructor(vm: Vm) {
    this.#vm = vm;
  }

  born(o: PyObject, list: number): void {
    if (o.type.leaf) return;
    this.#place(o, list < 0 ? this.keptLeafs[o.type.name]?.pop() : this.kept[list]?.pop());
  }

  dying(o: PyObject, list: number): void {
    if (list >= 0) this.#dying.set(o, list);
  }

  died(o: PyObject): void {
    const place = this.placed.get(o);
    if (place === undefined) return;
    this.placed.delete(o);
    if (place.storage !== 0) this.allocator.free(place.storage);
    const list = this.#dying.get(o);
    if (list !== undefined) {
      this.#dying.delete(o);
      (this.kept[list] ??= []).push({ ...place, storage: 0, storageSize: 0 });
      return;
    }
    const { name } = o.type;
    const most = leafLists[name];
    if (most !== undefined && (this.keptLeafs[name] ??= []).length < most) this.keptLeafs[name]!.push(place);
    else this.allocator.free(place.block);
  }

  passing(list: number, fresh: boolean): void {
    if (!fresh) return;
    const size = TUPLE_SIZE + 8 * (list - FIRST_TUPLE);
    const block = this.allocator.alloc(size);
    (this.kept[list] ??= []).push({ block, address: block + GC_HEADER, size, storage: 0, storageSize: 0 });
  }

  freeListsCleared(): void {
    for (const list of [...Object.values(this.kept), ...Object.values(this.keptLeafs)]) {
      for (const place of list.reverse()) this.allocator.free(place.block);
      list.length = 0;
    }
  }

  #place(o: PyObject, kept: Placed | undefined): Placed {
    const known = this.placed.get(o);
    if (known !== undefined) return known;
    let place = kept;
    if (place === undefined) {
      const size = objectBlock(this.#vm, o);
      const block = this.allocator.alloc(size);
      place = { block, address: block + headerSize(o), size, storage: 0, storageSize: 0 };
    }
    this.placed.set(o, place);
    return place;
  }

  /** The address of an object. */
  addressOf(o: PyObject): number {
    const place = this.placed.get(o);
    if (place !== undefined) return place.address;
    const known = this.statics.get(o);
    if (known !== undefined) return known;
    if (o.rc >= IMMORTAL || (o.type.kind === K_TYPE && (((o as { data?: unknown }).data as TypeRec).flags & TPFLAGS_HEAPTYPE) === 0)) {
      return this.#static(o, o.type.kind === K_TYPE ? STATIC_TYPE_SIZE : objectBlock(this.#vm, o));
    }
    return this.#place(o, this.keptLeafs[o.type.name]?.pop()).address;
  }

  /** The address of a record that is no object: a definition, the thread. */
  addressOfRecord(record: object): number {
    return this.statics.get(record) ?? this.#static(record, RECORD_SIZE);
  }

  #static(o: object, size: number): number {
    const address = this.staticEnd;
    this.staticEnd += Math.ceil(size / 16) * 16;
    this.statics.set(o, address);
    return address;
  }

  /** The address of an int that is a JavaScript number: equal ints are one object. */
  addressOfInt(n: number): number {
    if (n >= SMALL_MIN && n <= SMALL_MAX) return STATIC_START + (n - SMALL_MIN) * INT_SIZE;
    let address = this.ints.get(n);
    if (address === undefined) {
      if (this.ints.size >= MOST_INTS) {
        const [oldest, block] = this.ints.entries().next().value!;
        this.ints.delete(oldest);
        this.allocator.free(block);
      }
      this.ints.set(n, (address = this.allocator.alloc(INT_SIZE)));
    }
    return address;
  }

  /** Gives blocks to items' storage that has none, or has grown; takes back those of leafs that died unnoticed. */
  update(): void {
    for (const [o, place] of this.placed) {
      if (o.rc <= 0 && o.type.leaf) this.died(o);
      else if (!o.type.leaf && hasStorage(o)) {
        const size = storageBlock(this.#vm, o);
        if (size === place.storageSize) continue;
        if (place.storage !== 0) this.allocator.free(place.storage);
        place.storage = size > 0 ? this.allocator.alloc(size) : 0;
        place.storageSize = size;
      }
    }
  }
}

export function startModel(vm: Vm): MemoryModel {
  const model = new MemoryModel(vm);
  vm.memoryModel = model;
  watchMemory(vm, model);
  return model;
}

export function modelOf(vm: Vm): MemoryModel | null {
  return vm.memoryModel as MemoryModel | null;
}
