// `npm run test:freeze -- [--step UNITS] [FILTER...]`: runs golden programs in pieces, freezes and thaws the machine between the pieces, and
// compares what they print with an uninterrupted run. See docs/freeze.md.
import { readFileSync } from "node:fs";
import { pathOf, programs } from "../tests/golden/golden.ts";
// @ts-expect-error: made by npm run build; its types are the sources.
import { Vivarium as Built } from "../dist/node.js";
import type { Vivarium as Class } from "../src/node.ts";

const Vivarium = Built as typeof Class;
const args = process.argv.slice(2);
const at = args.indexOf("--step");
const step = at < 0 ? 500 : Number(args.splice(at, 2)[1]);
if (!(step > 0)) {
  console.error("test-freeze: --step needs a number of units");
  process.exit(2);
}
const MOST = 12;

/** Everything that the program printed, its uncaught error, and how often it was frozen. Addresses differ from process to process. */
function outputOf(name: string, source: string, frozen: boolean): [output: string, times: number] {
  let python = new Vivarium();
  let times = 0;
  let end = "";
  try {
    python.start(source, `${name}.py`);
    while (times < MOST && !python.resume(step)) {
      times++;
      if (frozen) python = Vivarium.thaw(python.freeze());
    }
    if (python.paused) python.resume();
  } catch (error) {
    end = String((error as { traceback?: string }).traceback ?? (error as Error).message);
  }
  return [(python.output() + end).replace(/0x[0-9a-f]+/g, "0x"), times];
}

function firstDifference(whole: string, pieces: string): string {
  const [a, b] = [whole.split("\n"), pieces.split("\n")];
  const line = a.findIndex((text, i) => text !== b[i]);
  return `, line ${line + 1}\n  uninterrupted: ${a[line]}\n  thawed:        ${b[line]}`;
}

const chosen = programs().filter((name) => args.length === 0 || args.some((filter) => name.includes(filter)));
let equal = 0;
let images = 0;
for (const name of chosen) {
  const source = readFileSync(`${pathOf(name)}.py`, "utf8");
  const [whole] = outputOf(name, source, false);
  const [pieces, times] = outputOf(name, source, true);
  images += times;
  if (whole === pieces) equal++;
  else console.log(`differs: ${name}${firstDifference(whole, pieces)}`);
}
console.log(`programs frozen and thawed with equal output: ${equal} of ${chosen.length} (${images} images)`);
if (equal < chosen.length) process.exitCode = 1;
