// The bundled library as bytes in memory, for hosts without Node: fetched, say. See docs/host.md, "The library".
import { inflate, inflateInit2 } from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { newFault } from "../fault.ts";
import type { FileSource } from "../memory/mount.ts";
import { LibrarySource } from "./library-source.ts";

/** Raw deflate with the largest window. */
const RAW = -15;
const Z_FINISH = 4;
const Z_STREAM_END = 1;

function inflateBytes(deflated: Uint8Array, size: number): Uint8Array {
  const stream = new ZStream();
  inflateInit2(stream, RAW);
  const output = new Uint8Array(size);
  Object.assign(stream, { input: deflated, next_in: 0, avail_in: deflated.length, output, next_out: 0, avail_out: size });
  if (inflate(stream, Z_FINISH) !== Z_STREAM_END || stream.next_out !== size) throw newFault("EIO", "read");
  return output;
}

/** The library's files, of the bytes of the package's `dist/lib/python3.14.library`. */
export function librarySource(library: Uint8Array): FileSource {
  return new LibrarySource({ size: library.length, read: (offset, length) => library.slice(offset, offset + length), inflate: inflateBytes });
}
