// Every recorded program prints what CPython prints, but for those that differing.txt names (it should only shrink).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failures, folder, programs } from "./golden.ts";

test("every golden program prints what CPython 3.14.8 printed", async () => {
  const differing = new Set(readFileSync(join(folder, "differing.txt"), "utf8").split("\n").filter((line) => line !== ""));
  expect(await failures(programs().filter((name) => !differing.has(name)))).toEqual([]);
}, 900000);
