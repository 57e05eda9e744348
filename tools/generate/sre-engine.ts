// The matcher for arrays of characters: the one for strings with another way to read the subject, so that V8 keeps the
// feedback of the two apart.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function generateSreEngine(): string {
  const source = readFileSync(fileURLToPath(new URL("../../src/modules/_sre/engine-string.ts", import.meta.url)), "utf8");
  const body = source.replaceAll('"./subject-string.ts"', '"./subject-points.ts"');
  return `// Generated from engine-string.ts by tools/generate/sre-engine.ts (npm run generate): the same for arrays of characters.\n${body}`;
}
