// The text of sys._debugmallocstats(), from the allocator model. Mirrors _PyObject_DebugMallocStats of Objects/obmalloc.c. See docs/memory.md.
import type { Vm } from "../vm/vm.ts";
import { forEachLive } from "./census.ts";
import { FIRST_TUPLE, freeListNumber, LONGEST_TUPLE } from "./free-lists.ts";
import { MemoryModel, modelOf } from "./model.ts";
import { ALIGNMENT, ARENA_SIZE, type Obmalloc, POOL_HEADER, POOL_SIZE, SMALL_LIMIT } from "./obmalloc.ts";

const LABEL_WIDTH = 35;
const NUMBER_WIDTH = 21;
const MAP_ROOT = 262144;
const MAP_MID = 262144;
const MAP_BOTTOM = 131072;

const line = (label: string, n: number): string => `${label.padEnd(LABEL_WIDTH)}=${n.toLocaleString("en-US").padStart(NUMBER_WIDTH)}\n`;

function freeListLine(count: number, name: string, size: number): string {
  return line(`${`${count} ${name}s * ${size} bytes each`.padStart(48)} `, count * size);
}

/** The running model, or one of what lives now. */
export function anyModel(vm: Vm): MemoryModel {
  const model = modelOf(vm) ?? new MemoryModel(vm);
  forEachLive(vm, (o) => void model.addressOf(o));
  model.update();
  return model;
}

function poolStats(allocator: Obmalloc): string {
  const classes = SMALL_LIMIT / ALIGNMENT;
  const pools = new Array<number>(classes).fill(0);
  const used = new Array<number>(classes).fill(0);
  let unused = 0;
  for (const arena of allocator.arenas) {
    unused += arena.freePools;
    for (const pool of arena.pools) {
      if (pool.used === 0) continue;
      const index = pool.size / ALIGNMENT - 1;
      pools[index]!++;
      used[index]! += pool.used;
    }
  }
  let text = "class   size   num pools   blocks in use  avail blocks\n-----   ----   ---------   -------------  ------------\n";
  let allocated = 0;
  let available = 0;
  let headers = 0;
  let lost = 0;
  for (let i = 0; i < classes; i++) {
    if (pools[i] === 0) continue;
    const size = (i + 1) * ALIGNMENT;
    const each = Math.floor((POOL_SIZE - POOL_HEADER) / size);
    const free = pools[i]! * each - used[i]!;
    text += `${String(i).padStart(5)} ${String(size).padStart(6)} ${String(pools[i]).padStart(11)} ${String(used[i]).padStart(15)} ${String(free).padStart(13)}\n`;
    allocated += used[i]! * size;
    available += free * size;
    headers += pools[i]! * POOL_HEADER;
    lost += pools[i]! * ((POOL_SIZE - POOL_HEADER) % size);
  }
  const arenas = allocator.arenas.length;
  text += "\n";
  text += line("# arenas allocated total", allocator.arenasEver);
  text += line("# arenas reclaimed", allocator.arenasReclaimed);
  text += line("# arenas highwater mark", allocator.arenasMost);
  text += line("# arenas allocated current", arenas);
  text += line(`${arenas} arenas * ${ARENA_SIZE} bytes/arena`, arenas * ARENA_SIZE);
  text += "\n";
  text += line("# bytes in allocated blocks", allocated);
  text += line("# bytes in available blocks", available);
  text += line(`${unused} unused pools * ${POOL_SIZE} bytes`, unused * POOL_SIZE);
  text += line("# bytes lost to pool headers", headers);
  text += line("# bytes lost to quantization", lost);
  text += line("# bytes lost to arena alignment", 0);
  text += line("Total", allocated + available + unused * POOL_SIZE + headers + lost);
  text += "\narena map counts\n";
  text += line("# arena map mid nodes", 1);
  text += line("# arena map bot nodes", 1);
  text += "\n";
  text += line("# bytes lost to arena map root", MAP_ROOT);
  text += line("# bytes lost to arena map mid", MAP_MID);
  text += line("# bytes lost to arena map bot", MAP_BOTTOM);
  return text + line("Total", MAP_ROOT + MAP_MID + MAP_BOTTOM);
}

/** What sys._debugmallocstats() writes. */
export function mallocStats(vm: Vm): string {
  const model = anyModel(vm);
  let text = `Small block threshold = ${SMALL_LIMIT}, in ${SMALL_LIMIT / ALIGNMENT} size classes.\n\n${poolStats(model.allocator)}\n`;
  text += freeListLine(vm.freeLists[freeListNumber("dict")]!, "free PyDictObject", 48);
  text += freeListLine(0, "free PyDictKeysObject", 32);
  text += freeListLine(model.keptLeafs["float"]?.length ?? 0, "free PyFloatObject", 24);
  text += freeListLine(vm.freeLists[freeListNumber("list")]!, "free PyListObject", 40);
  for (let n = 1; n <= LONGEST_TUPLE; n++) text += freeListLine(vm.freeLists[FIRST_TUPLE + n]!, `free ${n}-sized PyTupleObject`, 32 + 8 * n);
  return text;
}

/** sys.getallocatedblocks(). Without a running model, the live objects are counted. */
export function allocatedBlocks(vm: Vm): number {
  if (modelOf(vm) !== null) return anyModel(vm).allocator.blocks;
  let n = vm.interned.size;
  forEachLive(vm, () => void n++);
  return n;
}
