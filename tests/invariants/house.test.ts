// House rules on files: sizes, opening lines, fresh generated files, and nothing that belongs to one machine only.
import { spawnSync } from "node:child_process";
import { homedir, hostname } from "node:os";
import { expect, test } from "vitest";
import { filesBelow, read, root } from "./sources.ts";

const LONG = 800;
const TOO_LONG = 1500;
const code = ["src", "tools", "tests", "bench"].flatMap((folder) => filesBelow(folder, ".ts"));

test(`no file has more than ${TOO_LONG} lines`, () => {
  const sizes = code.filter((path) => !path.endsWith(".generated.ts")).map((path) => ({ path, lines: read(path).split("\n").length }));
  for (const { path, lines } of sizes) if (lines > LONG) console.warn(`${path} has ${lines} lines: can it be divided?`);
  expect(sizes.filter(({ lines }) => lines > TOO_LONG)).toEqual([]);
});

test("each file of src/ opens with its purpose", () => {
  const bare = filesBelow("src", ".ts").filter((path) => !path.endsWith(".test.ts") && !/^(?:#![^\n]*\n)?\s*(?:\/\/|\/\*)/.test(read(path)));
  expect(bare).toEqual([]);
});

test("generated files are fresh", () => {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "tools/generate.ts", "--check"], { cwd: root, encoding: "utf8" });
  expect({ status, stale: status === 0 ? "" : stderr }).toEqual({ status: 0, stale: "" });
});

test("nothing names a machine", () => {
  // Absolute paths of somebody's home or working folder, local addresses, and this machine's name if it says anything.
  const patterns = [/\/(?:home|Users)\/[a-z][\w.-]*\/[\w.-]+\//, /\blocalhost:\d/, /\b(?:10|192\.168)(?:\.\d{1,3}){2,3}:\d/];
  const home = homedir();
  const words = [root.replace(/\/$/, "")].concat(home.length > 6 ? [home] : [], hostname().length > 8 ? [hostname()] : []);
  const found: string[] = [];
  for (const path of filesBelow("", ".ts", ".js", ".json", ".md", ".py", ".out", ".yml", "run", "glass")) {
    if (path === "tests/invariants/house.test.ts" || /^tests\/.*\.json$/.test(path)) continue;
    const text = read(path);
    if (patterns.some((pattern) => pattern.test(text)) || words.some((word) => text.includes(`${word}/`))) found.push(path);
  }
  expect(found).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved"/);
});
