// Makes the build for fault runs (rolldown.faults.ts) and answers the file that runs programs with it. Used by test-memory.ts and tests/memory. See docs/memory.md.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export function buildFaults(): string {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { status, stderr } = spawnSync("npx", ["rolldown", "-c", "tools/rolldown.faults.ts"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return fileURLToPath(new URL("faulty.cjs", import.meta.url));
}
