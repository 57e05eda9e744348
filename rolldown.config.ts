import { defineConfig } from "rolldown";

// One bundle per entry with shared chunks. inlineConst turns `case K.Name_kind:` and `case Op.NOP:` into literal labels, which V8
// compiles to jump tables.
export default defineConfig({
  input: { index: "src/index.ts", glass: "src/cli/glass.ts" },
  platform: "node",
  optimization: { inlineConst: true },
  output: { dir: "dist", format: "esm", minify: false, sourcemap: true },
});
