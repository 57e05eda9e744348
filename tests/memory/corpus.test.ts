// Counts, destruction, weak references, the collector, sizes and the end of programs: as CPython 3.14.8 has them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Vivarium as Class } from "../../src/node.ts";
import { corpus, outputOf, showsAddresses } from "./corpus.ts";

test("each recorded program about memory prints what CPython printed, but for those that differing.txt names", async () => {
  const { Vivarium } = (await import("../../dist/node.js" as string)) as { Vivarium: typeof Class };
  const known = new Set(readFileSync(new URL("./differing.txt", import.meta.url), "utf8").split("\n"));
  const differing = corpus.filter(({ name, source, output }) => !known.has(name) && outputOf(Vivarium, source, showsAddresses(name)) !== output);
  expect(differing.map(({ name }) => name)).toEqual([]);
}, 600000);
