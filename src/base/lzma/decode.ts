// Decoding streams: the xz container, LZMA files of the old kind, raw chains, or whichever of the first two it is. Mirrors what CPython's _lzma takes from
// liblzma. See docs/base.md.
import { type Check, CHECK_SIZES, crc32Bytes, newCheck } from "./checks.ts";
import { LzmaStep, type Step } from "./decode-chain.ts";
import { checkChain, decodingChain, type Filter, filterOf, LZMA1, memoryOf } from "./filters.ts";
import { LzmaInput } from "./input.ts";
import { LzmaFault, splitProperties } from "./model.ts";

export const FORMAT_AUTO = 0;
export const FORMAT_XZ = 1;
export const FORMAT_ALONE = 2;
export const FORMAT_RAW = 3;

const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const NONE = new Uint8Array(0);

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
const readWord = (b: Uint8Array, at: number): number => (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;

/** A number of 1 to 9 bytes at `at`, and where it ends; undefined when it is cut off. */
function readVarint(b: Uint8Array, at: number, end: number): { value: number; at: number } | undefined {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    if (at + i >= end) return undefined;
    const byte = b[at + i]!;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      if (byte === 0 && i > 0) throw new LzmaFault("data");
      return { value, at: at + i + 1 };
    }
  }
  throw new LzmaFault("data");
}

interface Block {
  readonly step: Step;
  readonly check: Check | undefined;
  /** What the header said, or -1. */
  readonly packed: number;
  readonly size: number;
  readonly headerSize: number;
  readonly start: number;
  made: number;
}

type State = "start" | "header" | "blocks" | "block" | "padding" | "index" | "footer" | "alone" | "raw";

export class XzDecoder {
  readonly format: number;
  readonly memlimit: number;
  readonly input = new LzmaInput();
  state: State;
  /** Kind of check; 16 while it is not known. */
  check = 16;
  ended = false;
  step: Step | undefined;
  flags: Uint8Array = NONE;
  block: Block | undefined;
  /** Unpadded size and size of each block. */
  readonly records: [number, number][] = [];
  indexSize = 0;

  constructor(format: number, memlimit: number, filters: readonly Filter[]) {
    this.format = format;
    this.memlimit = memlimit;
    this.state = format === FORMAT_RAW ? "raw" : format === FORMAT_ALONE ? "alone" : format === FORMAT_XZ ? "header" : "start";
    if (format === FORMAT_RAW) {
      checkChain(filters, true);
      this.step = decodingChain(filters);
      this.check = 0;
    } else if (format === FORMAT_ALONE) this.check = 0;
  }

  checkMemory(filters: readonly Filter[]): void {
    if (memoryOf(filters) > this.memlimit) throw new LzmaFault("memlimit");
  }

  /** Up to `limit` bytes from what has come. */
  pull(limit: number): Uint8Array {
    const out: Uint8Array[] = [];
    let left = limit;
    for (;;) {
      if (this.state === "block" || ((this.state === "raw" || this.state === "alone") && this.step !== undefined)) {
        // Also with nothing to give, because data may end without further output.
        const step = this.state === "block" ? this.block!.step : this.step!;
        const piece = step.pull(this.input, Math.min(left, 1 << 20));
        left -= piece.length;
        if (piece.length > 0) out.push(piece);
        if (this.state === "block") {
          this.block!.check?.update(piece);
          this.block!.made += piece.length;
          this.checkBlock();
        }
        if (!step.ended) {
          if (piece.length === 0) break;
          continue;
        }
        if (this.state !== "block") {
          this.ended = true;
          break;
        }
        this.state = "padding";
      }
      if (this.ended || !this.advance()) break;
    }
    if (out.length === 0) return NONE;
    if (out.length === 1) return out[0]!;
    const whole = new Uint8Array(limit === Infinity ? out.reduce((n, piece) => n + piece.length, 0) : limit - left);
    let at = 0;
    for (const piece of out) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  /** Reads the next part of the container: had it come? */
  advance(): boolean {
    const { input } = this;
    switch (this.state) {
      case "start": {
        if (input.left === 0) return false;
        this.state = input.bytes[input.at] === XZ_MAGIC[0] ? "header" : "alone";
        if (this.state === "alone") this.check = 0;
        return true;
      }
      case "alone":
        return this.readAlone();
      case "header":
        return this.readHeader();
      case "blocks":
        return this.readBlockHeader();
      case "padding":
        return this.endBlock();
      case "index":
        return this.readIndex();
      case "footer":
        return this.readFooter();
      default:
        return false;
    }
  }

  readAlone(): boolean {
    const { input } = this;
    const b = input.bytes.subarray(input.at, input.end);
    const split = b.length > 0 ? splitProperties(b[0]!) : undefined;
    if (b.length > 0 && split === undefined) throw new LzmaFault("format");
    if (b.length < 13) return false;
    const dictSize = readWord(b, 1);
    const unknown = readWord(b, 5) === 0xffffffff && readWord(b, 9) === 0xffffffff;
    const size = readWord(b, 5) + readWord(b, 9) * 2 ** 32;
    // The old format has no mark of its own: dictionaries of odd sizes and huge sizes show that it is something else.
    if (dictSize !== 0xffffffff && dictSize !== 0 && (dictSize & (dictSize - 1)) !== 0 && !isSum(dictSize)) throw new LzmaFault("format");
    if (!unknown && size >= 2 ** 38) throw new LzmaFault("format");
    input.take(13);
    const lzma = { ...split!, dictSize, niceLength: 64, depth: 0 };
    this.checkMemory([{ id: LZMA1, lzma }]);
    this.step = new LzmaStep(lzma, unknown ? -1 : size);
    return true;
  }

  readHeader(): boolean {
    const { input } = this;
    if (input.left < 12) return false;
    const b = input.take(12);
    for (let i = 0; i < 6; i++) if (b[i] !== XZ_MAGIC[i]) throw new LzmaFault("format");
    this.flags = b.slice(6, 8);
    if (!equal(crc32Bytes(this.flags), b.subarray(8))) throw new LzmaFault("data");
    if (b[6] !== 0 || b[7]! > 15) throw new LzmaFault("options");
    this.check = b[7]!;
    this.state = "blocks";
    return true;
  }

  readBlockHeader(): boolean {
    const { input } = this;
    if (input.left === 0) return false;
    if (input.bytes[input.at] === 0) {
      this.state = "index";
      return true;
    }
    const headerSize = (input.bytes[input.at]! + 1) * 4;
    if (input.left < headerSize) return false;
    const start = input.total;
    const b = input.take(headerSize);
    const end = headerSize - 4;
    if (!equal(crc32Bytes(b.subarray(0, end)), b.subarray(end))) throw new LzmaFault("data");
    const flags = b[1]!;
    if ((flags & 0x3c) !== 0) throw new LzmaFault("options");
    let at = 2;
    const number = (): number => {
      const read = readVarint(b, at, end);
      if (read === undefined) throw new LzmaFault("data");
      at = read.at;
      return read.value;
    };
    const packed = (flags & 0x40) !== 0 ? number() : -1;
    const size = (flags & 0x80) !== 0 ? number() : -1;
    const filters: Filter[] = [];
    for (let i = 0; i <= (flags & 3); i++) {
      const id = number();
      const length = number();
      if (at + length > end) throw new LzmaFault("data");
      filters.push(filterOf(id, b.slice(at, at + length)));
      at += length;
    }
    for (; at < end; at++) if (b[at] !== 0) throw new LzmaFault("options");
    checkChain(filters, false);
    this.checkMemory(filters);
    this.block = { step: decodingChain(filters), check: newCheck(this.check), packed, size, headerSize, start: start + headerSize, made: 0 };
    this.state = "block";
    return true;
  }

  checkBlock(): void {
    const { packed, size, made, start, step } = this.block!;
    const read = this.input.total - start;
    if ((packed >= 0 && (read > packed || (step.ended && read !== packed))) || (size >= 0 && (made > size || (step.ended && made !== size)))) throw new LzmaFault("data");
  }

  endBlock(): boolean {
    const { input } = this;
    const { start, check, headerSize, made } = this.block!;
    const packed = input.total - start;
    const padding = (4 - (packed % 4)) % 4;
    const checkSize = CHECK_SIZES[this.check]!;
    if (input.left < padding + checkSize) return false;
    if (input.take(padding).some((byte) => byte !== 0)) throw new LzmaFault("data");
    const stored = input.take(checkSize);
    if (check !== undefined && !equal(check.digest(), stored)) throw new LzmaFault("data");
    this.records.push([headerSize + packed + checkSize, made]);
    this.block = undefined;
    this.state = "blocks";
    return true;
  }

  readIndex(): boolean {
    const { input } = this;
    let at = input.at + 1;
    const next = (): number | undefined => {
      const read = readVarint(input.bytes, at, input.end);
      if (read !== undefined) at = read.at;
      return read?.value;
    };
    const count = next();
    if (count === undefined) return false;
    if (count !== this.records.length) throw new LzmaFault("data");
    for (const [unpadded, size] of this.records) {
      const a = next();
      if (a === undefined) return false;
      const b = next();
      if (b === undefined) return false;
      if (a !== unpadded || b !== size) throw new LzmaFault("data");
    }
    const length = at - input.at;
    const padded = length + ((4 - (length % 4)) % 4);
    if (input.left < padded + 4) return false;
    const b = input.take(padded);
    for (let i = length; i < padded; i++) if (b[i] !== 0) throw new LzmaFault("data");
    if (!equal(crc32Bytes(b), input.take(4))) throw new LzmaFault("data");
    this.indexSize = padded + 4;
    this.state = "footer";
    return true;
  }

  readFooter(): boolean {
    const { input } = this;
    if (input.left < 12) return false;
    const b = input.take(12);
    if (b[10] !== 0x59 || b[11] !== 0x5a) throw new LzmaFault("data");
    if (!equal(crc32Bytes(b.subarray(4, 10)), b.subarray(0, 4)) || (readWord(b, 4) + 1) * 4 !== this.indexSize || !equal(b.subarray(8, 10), this.flags)) throw new LzmaFault("data");
    this.ended = true;
    return true;
  }
}

/** Is it 2^n + 2^(n-1)? */
function isSum(n: number): boolean {
  const high = 2 ** Math.floor(Math.log2(n));
  return n - high === high / 2;
}
