// `npm run golden [-- --raise]`: runs all golden programs, prints n of N and the names that differ; --raise adds what passes to the floor.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failures, folder, programs } from "../tests/golden/golden.ts";

const all = programs();
const failed = await failures(all);
for (const name of failed) console.log(`differs: ${name}`);
console.log(`golden programs equal to CPython 3.14.8: ${all.length - failed.length} of ${all.length}`);
if (process.argv.includes("--raise")) {
  const path = join(folder, "floor.txt");
  const old = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter((line) => line !== "") : [];
  const passing = all.filter((name) => !failed.includes(name));
  writeFileSync(path, [...new Set([...old, ...passing])].sort().join("\n") + "\n");
}
