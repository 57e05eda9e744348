// The programs in floor.txt print what CPython prints; the floor only rises (`npm run golden -- --raise`).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failures, folder, programs } from "./golden.ts";

test("every program of the floor prints what CPython 3.14.8 printed", async () => {
  const floor = readFileSync(join(folder, "floor.txt"), "utf8").split("\n").filter((line) => line !== "");
  const all = new Set(programs());
  expect(floor.filter((name) => !all.has(name))).toEqual([]);
  expect(await failures(floor)).toEqual([]);
}, 600000);
