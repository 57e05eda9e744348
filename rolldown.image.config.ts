// The bundle that the start-up image is made of: bin/vivarium's own, with short names, because each name and each byte of source is read at every
// start, and cut: what most programs never need lies in dist/vivarium-parts. Made by `npm run image`; the quick build leaves it out. See docs/startup.md.
import { fileURLToPath } from "node:url";
import type { RolldownOptions } from "rolldown";
import config from "./rolldown.config.ts";
import { cutBundle } from "./tools/cut-bundle.ts";

const command = (config as RolldownOptions[]).find(({ input }) => typeof input === "object" && "vivarium" in input)!;
const { comments: _, ...output } = command.output as Exclude<RolldownOptions["output"], readonly unknown[]> & object;

/** Native modules that every start imports, and what they share. */
const ALWAYS = /^src\/modules\/(?:_abc|_codecs|_contextvars|_imp|_io|_signal|_stat|_thread|_warnings|_weakref|errno|marshal|posix|time)\.ts$/;
/** Everything else that the registry names is a part, and these. */
const LAZY = /^src\/(?:modules\/_?[a-z0-9]+(?:_[a-z]+)?(?:\/index)?|modules\/(?:_hashes\/(?:blake2|hmac|md5-sha|openssl|sha3))|modules\/unicodedata\/names|modules\/posix\/late\/functions|modules\/_multibytecodec\/modules|modules\/(?:native|number|world)-docs\.generated|syntax\/character-names|base\/(?:cjk\/index|ucd|normalize|charmaps\.generated))\.ts$/;
const HELPERS = /^src\/modules\/(?:declare|described|documented|file-descriptor|registry|system-call|waiting|(?:builtins|sys)\/index)\.ts$/;

const cut = cutBundle(fileURLToPath(new URL("./", import.meta.url)), {
  lazy: (path) => LAZY.test(path) && !ALWAYS.test(path) && !HELPERS.test(path),
  kept: ["src/modules/exception-class.ts", "src/base/text-writer.ts", "src/base/checksums.ts"],
  // Bundles that are loaded into the machine never meet the image: the launcher sees to it.
  replaced: { "src/vm/doors.ts": "export const doors = {};" },
});

export default { ...command, plugins: [command.plugins, cut], output: { ...output, entryFileNames: "vivarium-image.cjs", minify: true } };
