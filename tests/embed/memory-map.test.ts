// The memory map of a machine with modelled addresses, on the build.
import { beforeAll, expect, test } from "vitest";
import type { MemoryBlock, MemoryMap } from "../../src/index.ts";
import type { Vivarium as Class } from "../../src/node.ts";

let Vivarium: typeof Class;
beforeAll(async () => {
  ({ Vivarium } = (await import("../../dist/node.js" as string)) as { Vivarium: typeof Class });
});

const allBlocks = (map: MemoryMap): MemoryBlock[] => map.segments.flatMap(({ blocks, pools }) => [...blocks, ...pools.flatMap((pool) => pool.blocks)]);

test("blocks lie in their pools and do not overlap", () => {
  const python = new Vivarium({ memoryModel: true });
  python.run("class A: pass\nxs = [A() for i in range(50)]\nbig = bytes(200000)\nd = {i: [i] for i in range(100)}");
  const map = python.memoryMap();
  for (const segment of map.segments) {
    for (const pool of segment.pools) {
      expect(pool.address % 16384).toBe(0);
      expect(pool.blocks.length).toBe(pool.used);
      expect(pool.used).toBeLessThanOrEqual(pool.capacity);
      for (const block of pool.blocks) {
        expect(block.size).toBeLessThanOrEqual(pool.blockSize);
        expect((block.address - pool.first) % pool.blockSize).toBe(0);
      }
      expect(pool.free.some((address) => pool.blocks.some((block) => block.address === address))).toBe(false);
    }
  }
  const blocks = allBlocks(map);
  expect(new Set(blocks.map(({ address }) => address)).size).toBe(blocks.length);
  expect(blocks.filter(({ type, use }) => type === "A" && use === "object").length).toBe(50);
  expect(blocks.some(({ type, size }) => type === "bytes" && size === 200033)).toBe(true);
});

test("an owner is found by its id, and its block goes with it", () => {
  const python = new Vivarium({ memoryModel: true });
  python.run("x = {'k': 1}\naddress = id(x)");
  const address = python.get("address") as number;
  expect(address % 16).toBe(0);
  expect(allBlocks(python.memoryMap()).filter(({ owner }) => owner === address).map(({ type, use }) => `${type} ${use}`).sort()).toEqual(["dict items", "dict object"]);
  python.run("del x");
  expect(allBlocks(python.memoryMap()).filter(({ owner, use }) => owner === address && use !== "free list")).toEqual([]);
});

test("without the model there is no map", () => {
  expect(() => new Vivarium().memoryMap()).toThrow(/memoryModel/);
});
