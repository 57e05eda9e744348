// The bundle that the start-up image is made of: bin/vivarium's own, with short names, because each name and each byte of source is read at every
// start. Made by `npm run image`; the quick build leaves it out. See docs/startup.md.
import type { RolldownOptions } from "rolldown";
import config from "./rolldown.config.ts";

const command = (config as RolldownOptions[]).find(({ input }) => typeof input === "object" && "vivarium" in input)!;

export default { ...command, output: { ...command.output, entryFileNames: "vivarium-image.cjs", minify: true } };
