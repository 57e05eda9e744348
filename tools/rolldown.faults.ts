// The build for fault runs: every constructor of the four shapes of objects tells a hook of the object, which may let it die at once, with what its payload owns, and
// raise MemoryError. The ordinary build knows nothing of it. Used by `npm run test:faults`. See docs/memory.md.
import { defineConfig, type Plugin } from "rolldown";

const faultPoints: Plugin = {
  name: "fault-points",
  transform: {
    filter: { id: /src\/core\/object\.ts$/ },
    handler(code) {
      let points = 0;
      const asking = code.replace(/(export class (?:PyFloat|Leaf|Container|Instance) \{[^]*?constructor\([^)]*\) \{[^}]*)\}/g, (_, constructor: string) => {
        points++;
        return `${constructor}    if (FAULTS.hook !== null) FAULTS.hook(this);\n  }`;
      });
      if (points !== 4) throw new Error(`fault points: ${points} of 4 constructors found`);
      return { code: `const FAULTS: { hook: ((made: unknown) => void) | null } = ((globalThis as any).vivariumFaults ??= { hook: null });\n${asking}`, map: null };
    },
  },
};

/** The loop's float arithmetic leaves pc and sp in their registers, as nothing can fail there; here it can. */
const floatPoints: Plugin = {
  name: "float-points",
  transform: {
    filter: { id: /src\/interpreter\/eval\.ts$/ },
    handler(code) {
      let points = 0;
      const stored = code.replace(/operators\.(?:attempt|twoFloats)\(/g, (called) => {
        points++;
        return `(frame.pc = pc, frame.sp = sp, ${called.slice(0, -1)})(`;
      });
      if (points !== 2) throw new Error(`fault points: ${points} of 2 places with float arithmetic found in the loop`);
      return { code: stored, map: null };
    },
  },
};

export default defineConfig({
  platform: "node",
  external: ["koffi"],
  optimization: { inlineConst: true },
  plugins: [faultPoints, floatPoints],
  input: { "vivarium-faults": "src/cli/vivarium.ts" },
  output: { dir: "build", format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false, comments: false },
});
