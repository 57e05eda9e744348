// A zlib stream as plain data that can be copied, over pako's port of zlib (the same algorithm, so the same bytes). No Python objects. See docs/modules.md.
import * as deflater from "pako/lib/zlib/deflate.js";
import * as inflater from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";

export const Z_OK = 0;
export const Z_STREAM_END = 1;
export const Z_NEED_DICT = 2;
export const Z_STREAM_ERROR = -2;
export const Z_DATA_ERROR = -3;
export const Z_BUF_ERROR = -5;

export const Z_NO_FLUSH = 0;
export const Z_SYNC_FLUSH = 2;
export const Z_FINISH = 4;

const FIRST_BLOCK = 16384;
const LARGEST_BLOCK = 1 << 20;

/** One direction of coding. */
export class ZlibStream {
  readonly strm: any = new ZStream();
  readonly deflating: boolean;
  constructor(deflating: boolean) {
    this.deflating = deflating;
  }

  initDeflate(level: number, method: number, wbits: number, memLevel: number, strategy: number): number {
    return deflater.deflateInit2(this.strm, level, method, wbits, memLevel, strategy);
  }

  initInflate(wbits: number): number {
    return inflater.inflateInit2(this.strm, wbits);
  }

  setDictionary(dictionary: Uint8Array): number {
    return this.deflating ? deflater.deflateSetDictionary(this.strm, dictionary) : inflater.inflateSetDictionary(this.strm, dictionary);
  }

  setInput(data: Uint8Array): void {
    // A copy: the stream may look at it after the caller's buffer has changed.
    this.strm.input = data.slice();
    this.strm.next_in = 0;
    this.strm.avail_in = data.length;
  }

  /** Input that has not been read. */
  get rest(): Uint8Array {
    const { input, next_in, avail_in } = this.strm;
    return avail_in === 0 ? new Uint8Array() : input.slice(next_in, next_in + avail_in);
  }

  /** What zlib says about the last error; null for nothing. */
  get message(): string | null {
    return this.strm.msg === "" || this.strm.msg === null ? null : this.strm.msg;
  }

  /** Codes until the input is used up, the stream ends, an error comes or `most` bytes are there (undefined: no limit); the output and zlib's answer. */
  run(flush: number, most: number | undefined, needDictionary?: () => number): { output: Uint8Array; status: number } {
    const { strm } = this;
    const parts: Uint8Array[] = [];
    let size = 0;
    let status = Z_OK;
    for (let block = FIRST_BLOCK; ; block = Math.min(block * 2, LARGEST_BLOCK)) {
      const room = most === undefined ? block : Math.min(block, most - size);
      strm.output = new Uint8Array(room);
      strm.next_out = 0;
      strm.avail_out = room;
      status = this.deflating ? deflater.deflate(strm, flush) : inflater.inflate(strm, flush);
      if (strm.next_out > 0) parts.push(strm.output.subarray(0, strm.next_out));
      size += strm.next_out;
      if (status === Z_NEED_DICT && needDictionary !== undefined) {
        const answer = needDictionary();
        if (answer !== Z_OK) return { output: join(parts, size), status: answer };
        continue;
      }
      if (status !== Z_OK && status !== Z_BUF_ERROR) break;
      if (strm.avail_out > 0 || (most !== undefined && size >= most)) break;
    }
    return { output: join(parts, size), status };
  }

  /** A stream in the same state. */
  copy(): ZlibStream {
    return deepCopy(this, new Map()) as ZlibStream;
  }
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Copies a graph of records, arrays and typed arrays. */
function deepCopy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const made = seen.get(value);
  if (made !== undefined) return made;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as Uint8Array).slice();
    seen.set(value, copy);
    return copy;
  }
  const copy: any = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  seen.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = deepCopy((value as any)[key], seen);
  return copy;
}
