// `npm run memory -- [FILTER...] [-v]`: runs the recorded programs about memory whose names contain a filter; prints those that differ.
import type { Vivarium as Class } from "../src/node.ts";
import { corpus, outputOf, showsAddresses } from "../tests/memory/corpus.ts";

const { Vivarium } = (await import("../dist/node.js" as string)) as { Vivarium: typeof Class };
const args = process.argv.slice(2);
const verbose = args.includes("-v");
const filters = args.filter((a) => a !== "-v");
const chosen = corpus.filter(({ name }) => filters.length === 0 || filters.some((f) => name.includes(f)));
let equal = 0;
for (const { name, source, output } of chosen) {
  const found = outputOf(Vivarium, source, showsAddresses(name));
  if (found === output) equal++;
  else {
    console.log(`differs: ${name}`);
    if (verbose) console.log(`${source}--- CPython\n${output}--- Vivarium\n${found}`);
  }
}
console.log(`programs about memory equal to CPython 3.14.8: ${equal} of ${chosen.length}`);
