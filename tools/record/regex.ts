// Records what CPython's matcher finds: `npx tsx tools/record/regex.ts <python 3.14 command>` runs tools/record/regex_cases.py
// and writes tests/modules/sre.json.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const python = process.argv[2];
if (python === undefined) {
  console.error("usage: tsx tools/record/regex.ts <python 3.14 command>");
  process.exit(2);
}
const script = fileURLToPath(new URL("regex_cases.py", import.meta.url));
const text = execFileSync(python, [script], { encoding: "utf8", maxBuffer: 1 << 28 });
writeFileSync(fileURLToPath(new URL("../../tests/modules/sre.json", import.meta.url)), text);
console.log(`${text.split("\n").length - 3} patterns, ${Math.round(text.length / 1024)} KB`);
