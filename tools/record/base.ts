// Records what CPython answers for the algorithms of src/base: `npx tsx tools/record/base.ts <python 3.14 command> [area ...]`
// runs tools/record/base_cases.py and math_cases.py and writes tests/base/<area>.json; area `math` takes the elementary functions.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MATH_CASES = "300";
const [python, ...wanted] = process.argv.slice(2);
if (python === undefined) {
  console.error("usage: tsx tools/record/base.ts <python 3.14 command> [area ...]");
  process.exit(2);
}
const command = python;
const run = (script: string, ...args: string[]): string =>
  execFileSync(command, [fileURLToPath(new URL(script, import.meta.url)), ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
const areas = wanted.length > 0 ? wanted : [...run("base_cases.py").trim().split("\n"), "math"];
for (const area of areas) {
  const text = area === "math" ? run("math_cases.py", MATH_CASES) : run("base_cases.py", area);
  writeFileSync(fileURLToPath(new URL(`../../tests/base/${area}.json`, import.meta.url)), text);
  console.log(`${area}: ${Math.round(text.length / 1024)} KB`);
}
