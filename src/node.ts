/**
 * The npm package on Node: everything of the portable entry point, and a {@link Vivarium} that knows where the package's standard library is.
 *
 * @packageDocumentation
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Vivarium as PortableVivarium, type VivariumOptions } from "./embed/vivarium.ts";
import { folderSource } from "./host/node/folder-source.ts";
import { libraryFile } from "./host/node/library-reader.ts";
import { nodeHost, NodeMemory, type NodeHostOptions } from "./host/node/node-host.ts";

export * from "./index.ts";
export { folderSource, libraryFile };

const library = fileURLToPath(new URL("./lib/python3.14", import.meta.url));
const place = { folder: library, file: `${library}.library` };

/** One Python; see the portable class. Without a `library` it takes the package's. */
export class Vivarium extends PortableVivarium {
  constructor(options: VivariumOptions = {}, image?: Uint8Array) {
    const config = options.host === undefined ? options.config : { library, path: ["", library], ...options.config };
    super({ library: existsSync(place.file) ? libraryFile(place.file) : folderSource(place.folder), engine: new NodeMemory(), ...options, ...(config === undefined ? {} : { config }) }, image);
  }
}

/** The host of the command line: the real files, clock, environment and terminal of this process, for programs that may use them. */
export function systemHost(options: Partial<NodeHostOptions> = {}): ReturnType<typeof nodeHost> {
  return nodeHost({ argv: [""], executable: process.execPath, library: place, ...options });
}
