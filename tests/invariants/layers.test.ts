// Who may import whom: the import direction of ARCHITECTURE.md, for each import of each file below src/.
import { dirname, posix } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, read } from "./sources.ts";

/** Folders that an import may lead to. An import of types alone costs nothing at run time: `types` lists what it may reach besides. */
interface Rule {
  may: string[];
  types?: string[];
}

const objectLayers = ["memory", "core", "types"];
const frontEnd = ["base", "syntax", "compiler", "bytecode"];
const rules: Record<string, Rule> = {
  base: { may: [] },
  syntax: { may: ["base"] },
  bytecode: { may: ["base"] },
  compiler: { may: ["base", "syntax", "bytecode"] },
  host: { may: ["base"] },
  // These three need each other at run time; docs and vm/bootstrap.ts say in which order they are born.
  memory: { may: ["base", "bytecode", ...objectLayers], types: ["host", "vm"] },
  core: { may: ["base", "bytecode", ...objectLayers], types: ["host", "vm", "interpreter"] },
  types: { may: [...frontEnd, ...objectLayers], types: ["host", "vm", "interpreter"] },
  interpreter: { may: [...frontEnd, ...objectLayers], types: ["host", "vm"] },
  jit: { may: [...frontEnd, ...objectLayers, "interpreter"], types: ["host", "vm"] },
  // The aim is core/api.ts alone. While that door is being cut, modules may go to the object layers themselves, but to nothing above them.
  modules: { may: [...frontEnd, ...objectLayers, "interpreter", "host"], types: ["vm"] },
  // Loaded beside the machine; reaches it through vm/doors.ts.
  "test-support": { may: [...frontEnd, ...objectLayers, "interpreter", "modules", "host"], types: ["vm"] },
  vm: { may: [...frontEnd, ...objectLayers, "interpreter", "jit", "modules", "host"] },
  glass: { may: [...frontEnd, ...objectLayers, "interpreter", "vm", "host"] },
  embed: { may: [...frontEnd, ...objectLayers, "interpreter", "vm", "host"] },
  cli: { may: [...frontEnd, ...objectLayers, "interpreter", "vm", "host", "glass", "embed", "modules"] },
  "": { may: [...frontEnd, "embed", "host", "vm"] },
};

/** The files that go past the rules, each with its reason. Nothing new belongs here without one. */
const exceptions: Record<string, string> = {
  "src/core/api.ts": "the door for native modules: it shows them what they need of all layers below",
  "src/core/pickle-support.ts": "object.__reduce_ex__ imports copyreg",
  "src/interpreter/breaker.ts": "works through what the Vm has pending",
  "src/interpreter/monitoring.ts": "sets what the Vm has pending",
  "src/types/frame.ts": "f_trace and f_trace_opcodes switch instruction streams",
  "src/types/frame-jump.ts": "setting f_lineno reads the frame's own instruction stream",
};

interface Import {
  file: string;
  from: string;
  to: string;
  target: string;
  typeOnly: boolean;
}

const PATTERN = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

function folderOf(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1]! : "";
}

const imports: Import[] = [];
for (const file of filesBelow("src", ".ts")) {
  if (file.endsWith(".test.ts")) continue;
  const source = read(file).replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  for (const [, typeOnly, one, two] of source.matchAll(PATTERN)) {
    const target = (one ?? two)!;
    const to = target.startsWith(".") ? folderOf(posix.join(dirname(file), target)) : target;
    imports.push({ file, from: folderOf(file), to, target, typeOnly: typeOnly !== undefined });
  }
}

test("imports are found", () => {
  expect(imports.length).toBeGreaterThan(500);
});

test("each folder of src/ has a rule", () => {
  const folders = new Set(filesBelow("src", ".ts").map(folderOf));
  expect([...folders].filter((folder) => rules[folder] === undefined)).toEqual([]);
});

test("imports go one way", () => {
  const wrong = imports
    .filter((i) => i.target.startsWith(".") && i.to !== i.from && exceptions[i.file] === undefined)
    .filter(({ from, to, typeOnly }) => {
      const rule = rules[from]!;
      return !rule.may.includes(to) && !(typeOnly && rule.types?.includes(to));
    })
    .map((i) => `${i.file} imports ${i.target}`);
  expect(wrong).toEqual([]);
});

const packages = Object.keys((JSON.parse(read("package.json")) as { dependencies?: Record<string, string> }).dependencies ?? {});

test("only src/host/node, src/cli and the entry point src/node.ts know Node", () => {
  const wrong = imports
    .filter((i) => !i.target.startsWith("."))
    // Libraries that package.json names serve native modules and hosts.
    .filter((i) => !(packages.some((name) => i.target === name || i.target.startsWith(`${name}/`)) && /^src\/(modules|host|base)\//.test(i.file)))
    .filter((i) => !i.target.startsWith("node:") || !(i.file.startsWith("src/host/node/") || i.file.startsWith("src/cli/") || i.file === "src/node.ts"))
    .map((i) => `${i.file} imports ${i.target}`);
  expect(wrong).toEqual([]);
});

test("src/host/node is imported by the commands and the entry point alone", () => {
  const wrong = imports
    .filter((i) => /host\/node\//.test(i.target) && !i.file.startsWith("src/cli/") && i.file !== "src/node.ts")
    .map((i) => `${i.file} imports ${i.target}`);
  expect(wrong).toEqual([]);
});
