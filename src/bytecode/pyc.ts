// The .pyc file: header, name in __pycache__, and when it is stale. Mirrors Lib/importlib/_bootstrap_external.py and py_compile.
// Files themselves are read and written elsewhere; here are bytes and names only. See docs/bytecode.md.
import { PythonError } from "../base/python-error.ts";
import { siphash13 } from "../base/siphash.ts";
import type { CodeUnit } from "./code-unit.ts";
import { readCode } from "./marshal-read.ts";
import { writeMarshal } from "./marshal-write.ts";

/** The magic number of CPython 3.14's bytecode. */
export const MAGIC_NUMBER = 3627;
/** sys.implementation.cache_tag. */
export const CACHE_TAG = "cpython-314";
export const HEADER_SIZE = 16;

const HASH_BASED = 1;
const CHECK_SOURCE = 2;

/** How a .pyc tells that its source has changed. */
export type PycInvalidationMode = "timestamp" | "checked-hash" | "unchecked-hash";

export type PycHeader =
  | {
      mode: "timestamp";
      /** Seconds since 1970, low 32 bits. */
      mtime: number;
      /** Bytes of the source, low 32 bits. */
      size: number;
    }
  | {
      mode: "checked-hash" | "unchecked-hash";
      /** 8 bytes, as sourceHash gives them. */
      hash: Uint8Array;
    };

/** _imp.source_hash: 8 bytes, SipHash-1-3 of the source keyed with the magic number as it stands in the file. */
export function sourceHash(source: Uint8Array): Uint8Array {
  // The four bytes of the magic number: 3627 in little endian, then CR LF.
  const key = MAGIC_NUMBER | (0x0a0d << 16);
  const [low, high] = siphash13(source, key, 0, 0, 0);
  const hash = new Uint8Array(8);
  const view = new DataView(hash.buffer);
  view.setUint32(0, low, true);
  view.setUint32(4, high, true);
  return hash;
}

/** The 16 bytes of a header. */
export function pycHeaderBytes(header: PycHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC_NUMBER, true);
  view.setUint16(2, 0x0a0d, true);
  if (header.mode === "timestamp") {
    view.setUint32(8, header.mtime >>> 0, true);
    view.setUint32(12, header.size >>> 0, true);
  } else {
    view.setUint32(4, HASH_BASED | (header.mode === "checked-hash" ? CHECK_SOURCE : 0), true);
    bytes.set(header.hash, 8);
  }
  return bytes;
}

/** The bytes of a .pyc: header and marshalled code. */
export function writePyc(code: CodeUnit, header: PycHeader): Uint8Array {
  const body = writeMarshal(code);
  const bytes = new Uint8Array(HEADER_SIZE + body.length);
  bytes.set(pycHeaderBytes(header));
  bytes.set(body, HEADER_SIZE);
  return bytes;
}

/**
 * Reads the header. `name` is the module's name or the file's, for messages. Raises ValueError for a wrong magic number or flags
 * (the import system makes an ImportError of it), EOFError when the header is cut short.
 */
export function readPycHeader(data: Uint8Array, name: string): PycHeader {
  if (data.length < 4 || data[0] !== (MAGIC_NUMBER & 255) || data[1] !== MAGIC_NUMBER >> 8 || data[2] !== 0x0d || data[3] !== 0x0a) {
    const found = Array.from(data.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    throw new PythonError("ValueError", `bad magic number in '${name}': ${found === "" ? "empty file" : found}`);
  }
  if (data.length < HEADER_SIZE) throw new PythonError("EOFError", `reached EOF while reading pyc header of '${name}'`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const flags = view.getUint32(4, true);
  if ((flags & ~(HASH_BASED | CHECK_SOURCE)) !== 0) throw new PythonError("ValueError", `invalid flags ${flags} in '${name}'`);
  if ((flags & HASH_BASED) === 0) return { mode: "timestamp", mtime: view.getUint32(8, true), size: view.getUint32(12, true) };
  return { mode: (flags & CHECK_SOURCE) !== 0 ? "checked-hash" : "unchecked-hash", hash: data.slice(8, 16) };
}

/** Reads header and code of a .pyc. Raises what readPycHeader and readCode raise. */
export function readPyc(data: Uint8Array, name: string): { header: PycHeader; code: CodeUnit } {
  const header = readPycHeader(data, name);
  return { header, code: readCode(data.subarray(HEADER_SIZE)) };
}

/** What is known of a source when the question is whether its .pyc is stale. */
export interface SourceState {
  mtime: number;
  size: number;
  /** Reads the source, when a hash must be checked. */
  read: () => Uint8Array;
}

/** --check-hash-based-pycs. */
export type HashCheck = "default" | "always" | "never";

/** Whether the .pyc's source has changed since, by the rules of the import system. */
export function isStale(header: PycHeader, source: SourceState, hashCheck: HashCheck = "default"): boolean {
  if (header.mode === "timestamp") return header.mtime !== source.mtime >>> 0 || header.size !== source.size >>> 0;
  if (hashCheck === "never" || (hashCheck === "default" && header.mode === "unchecked-hash")) return false;
  const hash = sourceHash(source.read());
  return header.hash.some((byte, i) => byte !== hash[i]);
}

/**
 * importlib.util.cache_from_source: "dir/spam.py" -> "dir/__pycache__/spam.cpython-314.pyc", at levels 1 and 2 with ".opt-1", ".opt-2".
 * Paths have "/" between their parts.
 */
export function cacheFromSource(path: string, optimize: 0 | 1 | 2 = 0): string {
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, slash + 1);
  const file = path.slice(slash + 1);
  const dot = file.lastIndexOf(".");
  const stem = dot > 0 ? file.slice(0, dot) : file;
  const level = optimize === 0 ? "" : `.opt-${optimize}`;
  return `${folder}__pycache__/${stem}.${CACHE_TAG}${level}.pyc`;
}
