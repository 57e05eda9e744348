// Makes every *.generated.ts file. `npm run generate` writes them, `npm run generate -- --check` fails when one is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateAst } from "./generate/ast.ts";
import { generateCjkTables } from "./generate/cjk.ts";
import { generateCharmaps } from "./generate/charmaps.ts";
import { generateCharacterNames } from "./generate/character-names.ts";
import { generateOpcodeIds } from "./generate/opcode-ids.ts";
import { generateTextTables } from "./generate/text-tables.ts";
import { generateSreEngine } from "./generate/sre-engine.ts";
import { generateUcdTables } from "./generate/ucd.ts";
import { generateUnicodeTables } from "./generate/unicode.ts";

/** path -> text */
const generators: Record<string, () => string | Promise<string>> = {
  "src/syntax/ast.generated.ts": generateAst,
  "src/syntax/character-names.generated.ts": generateCharacterNames,
  "src/bytecode/opcode-ids.generated.ts": generateOpcodeIds,
  "src/base/charmaps.generated.ts": generateCharmaps,
  "src/base/cjk/tables.generated.ts": generateCjkTables,
  "src/base/unicode-tables.generated.ts": generateUnicodeTables,
  "src/modules/_sre/engine-points.generated.ts": generateSreEngine,
  "src/base/text-tables.generated.ts": generateTextTables,
  "src/base/ucd-tables.generated.ts": generateUcdTables,
};

const root = fileURLToPath(new URL("../", import.meta.url));
const check = process.argv.includes("--check");
let stale = 0;
for (const [path, generate] of Object.entries(generators)) {
  const text = await generate();
  const current = existsSync(root + path) ? readFileSync(root + path, "utf8") : undefined;
  if (current === text) continue;
  stale++;
  if (check) console.error(`${path} is stale: run npm run generate`);
  else {
    writeFileSync(root + path, text);
    console.log(`wrote ${path}`);
  }
}
if (check && stale > 0) process.exit(1);
