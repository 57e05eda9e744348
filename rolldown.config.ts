import { posix } from "node:path";
import { defineConfig } from "rolldown";
import type { Plugin, RolldownOptions } from "rolldown";

/** Large texts are made by a call, because inlineConst would copy a constant to each of its uses. */
const keepTables: Plugin = {
  name: "keep-tables",
  transform: {
    filter: { id: /(?:tables|names)\.generated\.ts$/ },
    handler: (code) => ({ code: code.replace(/^(export const \w+(?:: string)? =\s*)("[^"\n]{1000,}");$/gm, "$1/* @__PURE__ */ globalThis.String($2);"), map: null }),
  },
};

/** ASCII only: V8 keeps such a text in half the space, and it can be read without decoding. */
const asciiOnly: Plugin = {
  name: "ascii-only",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  },
};

// inlineConst turns `case K.Name_kind:` and `case Op.NOP:` into literal labels, which V8 compiles to jump tables.
const common: RolldownOptions = { platform: "node", external: ["koffi"], optimization: { inlineConst: true }, plugins: [keepTables] };

/** A command of bin/glass: one CommonJS file that holds all it needs, because loading several files, or ES modules, costs time. */
function command(name: string, input: string): RolldownOptions {
  return {
    ...common,
    plugins: [keepTables, asciiOnly],
    input: { [name]: input },
    output: {
      dir: "dist/glass",
      format: "cjs",
      entryFileNames: "[name].cjs",
      codeSplitting: false,
      comments: false,
    },
  };
}

/** A bundle that is loaded into the machine: what it imports from outside its folder is the machine's own (src/vm/doors.ts). */
const throughDoors: Plugin = {
  name: "through-doors",
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith(".")) return null;
    const target = posix.join(posix.dirname(importer), source);
    const [, path] = /\/src\/(.*)$/.exec(target) ?? [];
    return path === undefined || path.startsWith("test-support/") ? null : { id: `vivarium:${path}`, external: true };
  },
};

export default defineConfig([
  { ...common, input: { index: "src/index.ts", node: "src/node.ts" }, output: { dir: "dist", format: "esm", sourcemap: true } },
  {
    ...common,
    plugins: [keepTables, asciiOnly],
    input: { vivarium: "src/cli/vivarium.ts" },
    output: { dir: "dist", format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false, comments: false },
  },
  {
    ...common,
    plugins: [asciiOnly, throughDoors],
    input: { "test-support": "src/test-support/index.ts" },
    output: { dir: "build", format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false, comments: false },
  },
  command("glass", "src/cli/glass.ts"),
  ...["tokens", "ast", "symtable", "dis", "compile", "pyc", "tour"].map((name) => command(name, `src/cli/commands/${name}.ts`)),
]);
