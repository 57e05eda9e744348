import { defineConfig } from "rolldown";
import type { RolldownOptions } from "rolldown";

// inlineConst turns `case K.Name_kind:` and `case Op.NOP:` into literal labels, which V8 compiles to jump tables.
const common: RolldownOptions = { platform: "node", optimization: { inlineConst: true } };

/** A command of bin/glass: one CommonJS file that holds all it needs, because loading several files, or ES modules, costs time. */
function command(name: string, input: string): RolldownOptions {
  return {
    ...common,
    input: { [name]: input },
    output: { dir: "dist/glass", format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false, sourcemap: false, minify: false },
  };
}

export default defineConfig([
  { ...common, input: { index: "src/index.ts" }, output: { dir: "dist", format: "esm", sourcemap: true } },
  command("glass", "src/cli/glass.ts"),
  ...["tokens", "ast", "symtable", "dis", "compile", "pyc", "tour"].map((name) => command(name, `src/cli/commands/${name}.ts`)),
]);
