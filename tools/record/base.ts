// Records what CPython answers for the algorithms of src/base: `npx tsx tools/record/base.ts <python 3.14 command> [area ...]`
// runs tools/record/base_cases.py and writes tests/base/<area>.json.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [python, ...wanted] = process.argv.slice(2);
if (python === undefined) {
  console.error("usage: tsx tools/record/base.ts <python 3.14 command> [area ...]");
  process.exit(2);
}
const script = fileURLToPath(new URL("base_cases.py", import.meta.url));
const run = (...args: string[]): string => execFileSync(python, [script, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
const areas = wanted.length > 0 ? wanted : run().trim().split("\n");
for (const area of areas) {
  const text = run(area);
  writeFileSync(fileURLToPath(new URL(`../../tests/base/${area}.json`, import.meta.url)), text);
  console.log(`${area}: ${text.split("\n").length - 3} cases, ${Math.round(text.length / 1024)} KB`);
}
