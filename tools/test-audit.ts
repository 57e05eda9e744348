// `npm run test:audit [-- FILTER...] [--every N]`: runs the golden programs with the audit on (every N steps and at the end) and prints
// what is off: object, counts, owners, place.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { folder, programs } from "../tests/golden/golden.ts";

const args = process.argv.slice(2);
const at = args.indexOf("--every");
const every = at < 0 ? "0" : args.splice(at, 2)[1]!;
const command = fileURLToPath(new URL("../bin/vivarium", import.meta.url));
const chosen = programs().filter((name) => args.length === 0 || args.some((filter) => name.includes(filter)));
let clean = 0;
for (const name of chosen) {
  const { stderr } = spawnSync(command, [`${name}.py`], { cwd: folder, encoding: "utf8", timeout: 120000, env: { PATH: process.env["PATH"], LANG: "C.UTF-8", PYTHONHASHSEED: "0", VIVARIUM_AUDIT: every } });
  const from = stderr.indexOf("audit: ");
  if (from < 0) clean++;
  else console.log(`${name}\n${stderr.slice(from, from + 2000)}`);
}
console.log(`programs with every count right: ${clean} of ${chosen.length}`);
