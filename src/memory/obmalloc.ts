// CPython's allocator as numbers: arenas of 1 MiB in pools of 16 KiB, each with blocks of one size; larger blocks from the system. It gives the same blocks
// again in the same order. Mirrors Objects/obmalloc.c; what is above 512 bytes follows glibc's malloc roughly. See docs/memory.md.

export const ARENA_SIZE = 1 << 20;
export const POOL_SIZE = 1 << 14;
export const POOL_HEADER = 48;
export const ALIGNMENT = 16;
export const SMALL_LIMIT = 512;
const POOLS_PER_ARENA = ARENA_SIZE / POOL_SIZE;

/** Where the modelled segments lie. */
const HEAP_START = 0x555555600000;
const ARENAS_START = 0x7ffff7000000;
const MAPPED_START = 0x7fffe0000000;
/** The system maps blocks of this size one by one; when one is given back it raises the limit to its size, up to the greatest. */
const FIRST_MAP_LIMIT = 128 * 1024;
const GREATEST_MAP_LIMIT = 32 << 20;
const CHUNK_HEADER = 16;
const PAGE = 4096;

export interface Pool {
  readonly arena: Arena;
  readonly address: number;
  /** Bytes of a block; 0 before the first use. */
  size: number;
  /** Blocks given out. */
  used: number;
  /** Blocks to give next, the last one first. */
  readonly free: number[];
  /** Where the blocks begin that never were given out. */
  next: number;
  before: Pool | null;
  after: Pool | null;
}

export interface Arena {
  readonly address: number;
  readonly pools: Pool[];
  /** Pools that had blocks and are empty again, the last one first. */
  readonly empty: Pool[];
  /** Pools that are empty or were never used. */
  freePools: number;
}

/** Blocks of a size class, which is 16 * (index + 1) bytes. */
export const classOf = (size: number): number => (size - 1) >> 4;

export class Obmalloc {
  readonly arenas: Arena[] = [];
  /** By size class: the first of the pools that have room and are in use. */
  readonly #usedPools: (Pool | null)[] = new Array<Pool | null>(SMALL_LIMIT / ALIGNMENT).fill(null);
  /** Blocks of the system that were given back, by size of their chunk. */
  readonly #chunks = new Map<number, number[]>();
  /** Live blocks of the system: address to bytes. */
  readonly system = new Map<number, number>();
  /** Those of them that are mapped on their own. */
  readonly mapped = new Set<number>();
  #mapLimit = FIRST_MAP_LIMIT;
  readonly #poolAt = new Map<number, Pool>();
  heapEnd: number = HEAP_START;
  #mappedEnd = MAPPED_START;
  #arenaEnd = ARENAS_START;
  arenasEver = 0;
  arenasMost = 0;
  arenasReclaimed = 0;

  /** The address of a new block. */
  alloc(bytes: number): number {
    const size = Math.max(bytes, 1);
    if (size > SMALL_LIMIT) return this.#systemAlloc(size);
    const index = classOf(size);
    let pool = this.#usedPools[index]!;
    if (pool === null) pool = this.#newPool(index);
    const block = pool.free.pop()!;
    pool.used++;
    if (pool.free.length === 0) {
      if (pool.next + pool.size <= POOL_SIZE) {
        pool.free.push(pool.address + pool.next);
        pool.next += pool.size;
      } else this.#unlink(pool);
    }
    return block;
  }

  /** Takes a block back. */
  free(address: number): void {
    const pool = this.#poolAt.get(address - (address % POOL_SIZE));
    if (pool === undefined) {
      this.#systemFree(address);
      return;
    }
    const wasFull = pool.free.length === 0;
    pool.free.push(address);
    pool.used--;
    if (wasFull) this.#link(pool);
    else if (pool.used === 0) {
      this.#unlink(pool);
      pool.arena.empty.push(pool);
      pool.arena.freePools++;
      if (pool.arena.freePools === POOLS_PER_ARENA && this.arenas.length > 1) this.#freeArena(pool.arena);
    }
  }

  /** Blocks given out by pools: sys.getallocatedblocks(). */
  get blocks(): number {
    let n = 0;
    for (const arena of this.arenas) for (const pool of arena.pools) n += pool.used;
    return n;
  }

  #newPool(index: number): Pool {
    const size = (index + 1) * ALIGNMENT;
    // The fullest arena that has pools left.
    let arena: Arena | null = null;
    for (const a of this.arenas) if (a.freePools > 0 && (arena === null || a.freePools < arena.freePools)) arena = a;
    if (arena === null) arena = this.#newArena();
    arena.freePools--;
    let pool = arena.empty.pop();
    if (pool === undefined) {
      pool = { arena, address: arena.address + arena.pools.length * POOL_SIZE, size: 0, used: 0, free: [], next: 0, before: null, after: null };
      arena.pools.push(pool);
      this.#poolAt.set(pool.address, pool);
    }
    if (pool.size !== size) {
      pool.size = size;
      pool.free.length = 0;
      pool.free.push(pool.address + POOL_HEADER);
      pool.next = POOL_HEADER + size;
    }
    this.#link(pool);
    return pool;
  }

  #newArena(): Arena {
    const arena: Arena = { address: this.#arenaEnd, pools: [], empty: [], freePools: POOLS_PER_ARENA };
    this.#arenaEnd += ARENA_SIZE;
    this.arenas.push(arena);
    this.arenasEver++;
    this.arenasMost = Math.max(this.arenasMost, this.arenas.length);
    return arena;
  }

  #freeArena(arena: Arena): void {
    this.arenas.splice(this.arenas.indexOf(arena), 1);
    for (const pool of arena.pools) this.#poolAt.delete(pool.address);
    this.arenasReclaimed++;
  }

  #link(pool: Pool): void {
    const index = classOf(pool.size);
    const first = this.#usedPools[index]!;
    pool.before = null;
    pool.after = first;
    if (first !== null) first.before = pool;
    this.#usedPools[index] = pool;
  }

  #unlink(pool: Pool): void {
    if (pool.before === null) this.#usedPools[classOf(pool.size)] = pool.after;
    else pool.before.after = pool.after;
    if (pool.after !== null) pool.after.before = pool.before;
    pool.before = null;
    pool.after = null;
  }

  #systemAlloc(bytes: number): number {
    const mapped = bytes >= this.#mapLimit;
    const size = mapped ? Math.ceil((bytes + CHUNK_HEADER) / PAGE) * PAGE : Math.ceil((bytes + 8) / ALIGNMENT) * ALIGNMENT;
    let address: number | undefined;
    if (mapped) {
      this.#mappedEnd -= size;
      address = this.#mappedEnd + CHUNK_HEADER;
      this.mapped.add(address);
    } else {
      address = this.#chunks.get(size)?.pop();
      if (address === undefined) {
        address = this.heapEnd + CHUNK_HEADER;
        this.heapEnd += size;
      }
    }
    this.system.set(address, size);
    return address;
  }

  #systemFree(address: number): void {
    const size = this.system.get(address);
    if (size === undefined) return;
    this.system.delete(address);
    if (this.mapped.delete(address)) {
      this.#mapLimit = Math.max(this.#mapLimit, Math.min(size, GREATEST_MAP_LIMIT));
      if (address === this.#mappedEnd + CHUNK_HEADER) this.#mappedEnd += size;
      return;
    }
    const list = this.#chunks.get(size);
    if (list === undefined) this.#chunks.set(size, [address]);
    else list.push(address);
  }
}
