// Encoding streams: xz with one block, LZMA files of the old kind, raw chains. See docs/base.md.
import { ByteBuffer } from "../codecs.ts";
import { BranchCoder, FILTER_DELTA, FILTER_LZMA2 } from "./branches.ts";
import { type Check, CHECK_SIZES, crc32Bytes, newCheck } from "./checks.ts";
import { FORMAT_ALONE, FORMAT_XZ } from "./decode.ts";
import { LzmaEncoder } from "./encode-lzma.ts";
import { checkChain, type Filter, filterProperties } from "./filters.ts";
import { joinProperties, LzmaFault, MAX_MATCH } from "./model.ts";

/** Sizes of a chunk of LZMA2: input, and output with room for what the range encoder holds. */
const CHUNK_INPUT = 1 << 21;
const CHUNK_OUTPUT = (1 << 16) - 64;

/** LZMA2: gathers input until a chunk is full. */
class Lzma2Encoder {
  readonly encoder: LzmaEncoder;
  started = false;
  /** Bytes of the chunk that were encoded. */
  made = 0;
  needsReset = true;
  constructor(options: LzmaEncoder["options"]) {
    this.encoder = new LzmaEncoder(options);
    this.encoder.startRange();
  }
  write(data: Uint8Array, out: ByteBuffer): void {
    this.encoder.feed(data);
    this.run(false, out);
  }
  finish(out: ByteBuffer): void {
    this.run(true, out);
    if (this.made > 0) this.endChunk(out);
    out.push(0);
  }
  run(final: boolean, out: ByteBuffer): void {
    const { encoder } = this;
    for (;;) {
      this.made += encoder.run(final, CHUNK_OUTPUT, CHUNK_INPUT - this.made);
      const full = encoder.out.length + encoder.cacheSize >= CHUNK_OUTPUT || CHUNK_INPUT - this.made <= MAX_MATCH;
      if (!full) return;
      this.endChunk(out);
    }
  }
  endChunk(out: ByteBuffer): void {
    const { encoder, made } = this;
    encoder.endRange();
    const packed = encoder.out.result();
    if (packed.length >= made || packed.length > 1 << 16) this.writePlain(out);
    else {
      const control = 0x80 | (this.started ? (this.needsReset ? (this.everCoded ? 0x20 : 0x40) : 0) : 0x60);
      out.push(control | ((made - 1) >> 16));
      out.push(((made - 1) >> 8) & 0xff);
      out.push((made - 1) & 0xff);
      out.push(((packed.length - 1) >> 8) & 0xff);
      out.push((packed.length - 1) & 0xff);
      if (control >= 0xc0) out.push(joinProperties(encoder.options));
      out.pushBytes(packed);
      this.needsReset = false;
      this.everCoded = true;
    }
    this.started = true;
    this.made = 0;
    encoder.startRange();
  }
  everCoded = false;
  writePlain(out: ByteBuffer): void {
    const { encoder, made } = this;
    for (let at = encoder.at - made; at < encoder.at; at += 1 << 16) {
      const piece = encoder.bytes.subarray(at, Math.min(encoder.at, at + (1 << 16)));
      out.push(this.started ? 2 : 1);
      out.push((piece.length - 1) >> 8);
      out.push((piece.length - 1) & 0xff);
      out.pushBytes(piece);
      this.started = true;
    }
    // What the encoder learnt from these bytes is lost to the decoder.
    encoder.reset();
    this.needsReset = true;
  }
}

/** The filters before LZMA. */
class Before {
  readonly filters: readonly Filter[];
  readonly coders: (BranchCoder | Uint8Array)[];
  readonly held: Uint8Array[];
  readonly at: number[];
  constructor(filters: readonly Filter[]) {
    this.filters = filters;
    this.coders = filters.map((f) => (f.id === FILTER_DELTA ? new Uint8Array(256) : new BranchCoder(f.id, f.start ?? 0, true)));
    this.held = filters.map(() => new Uint8Array(0));
    this.at = filters.map(() => 0);
  }
  /** The bytes as LZMA gets them. */
  run(data: Uint8Array, final: boolean): Uint8Array {
    let bytes = data;
    this.coders.forEach((coder, i) => {
      if (coder instanceof Uint8Array) {
        const { distance } = this.filters[i]!;
        const out = new Uint8Array(bytes.length);
        for (let k = 0; k < bytes.length; k++) {
          const at = this.at[i]!++;
          out[k] = bytes[k]! - coder[(at - distance!) & 0xff]!;
          coder[at & 0xff] = bytes[k]!;
        }
        bytes = out;
        return;
      }
      const both = new Uint8Array(this.held[i]!.length + bytes.length);
      both.set(this.held[i]!);
      both.set(bytes, this.held[i]!.length);
      const n = coder.code(both, 0);
      bytes = final ? both : both.slice(0, n);
      this.held[i] = final ? new Uint8Array(0) : both.slice(n);
    });
    return bytes;
  }
}

function pushVarint(out: ByteBuffer, n: number): void {
  for (; n >= 0x80; n = Math.floor(n / 128)) out.push((n & 0x7f) | 0x80);
  out.push(n);
}

const word = (n: number): Uint8Array => Uint8Array.of(n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff);

export class XzEncoder {
  readonly format: number;
  readonly check: number;
  readonly filters: readonly Filter[];
  readonly before: Before;
  readonly checker: Check | undefined;
  lzma2: Lzma2Encoder | undefined;
  lzma: LzmaEncoder | undefined;
  size = 0;
  /** What was written of the block, and of its header. */
  packed = 0;
  headerSize = 0;
  header = new ByteBuffer(64);

  constructor(format: number, check: number, filters: readonly Filter[]) {
    checkChain(filters, format !== FORMAT_XZ);
    const last = filters[filters.length - 1]!;
    if (format === FORMAT_ALONE && (filters.length !== 1 || last.id === FILTER_LZMA2)) throw new LzmaFault("options");
    this.format = format;
    this.check = check;
    this.filters = filters;
    this.before = new Before(filters.slice(0, -1));
    const options = last.lzma!;
    if (last.id === FILTER_LZMA2) this.lzma2 = new Lzma2Encoder(options);
    else {
      this.lzma = new LzmaEncoder(options);
      this.lzma.startRange();
    }
    if (format === FORMAT_ALONE) {
      this.header.push(joinProperties(options));
      this.header.pushBytes(word(options.dictSize));
      this.header.pushBytes(new Uint8Array(8).fill(0xff));
    } else if (format === FORMAT_XZ) {
      if (check < 0 || check > 15) throw new LzmaFault("program");
      this.checker = newCheck(check);
      if (this.checker === undefined) throw new LzmaFault("check");
      const flags = Uint8Array.of(0, check);
      this.header.pushBytes(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, ...flags, ...crc32Bytes(flags)));
    }
  }

  blockHeader(): Uint8Array {
    const out = new ByteBuffer(64);
    out.push(0);
    out.push(this.filters.length - 1);
    for (const filter of this.filters) {
      pushVarint(out, filter.id);
      const properties = filterProperties(filter);
      pushVarint(out, properties.length);
      out.pushBytes(properties);
    }
    while (out.length % 4 !== 0) out.push(0);
    out.bytes[0] = out.length / 4;
    out.pushBytes(crc32Bytes(out.result()));
    return out.result();
  }

  /** Takes what the LZMA encoder has made. */
  drain(out: ByteBuffer): void {
    if (this.lzma === undefined) return;
    out.pushBytes(this.lzma.out.result());
    this.lzma.out = new ByteBuffer(4096);
  }

  code(data: Uint8Array, final: boolean, out: ByteBuffer): void {
    const start = out.length;
    const bytes = this.before.run(data, final);
    if (this.lzma2 !== undefined) {
      this.lzma2.write(bytes, out);
      if (final) this.lzma2.finish(out);
    } else {
      const lzma = this.lzma!;
      lzma.feed(bytes);
      lzma.run(final, Infinity, Infinity);
      if (final) {
        lzma.writeEnd();
        lzma.endRange();
      }
      this.drain(out);
    }
    this.packed += out.length - start;
  }

  write(data: Uint8Array): Uint8Array {
    const out = this.takeHeader();
    if (data.length > 0) {
      if (this.format === FORMAT_XZ && this.headerSize === 0) {
        const header = this.blockHeader();
        this.headerSize = header.length;
        out.pushBytes(header);
      }
      this.size += data.length;
      this.checker?.update(data);
      this.code(data, false, out);
    }
    return out.result();
  }

  takeHeader(): ByteBuffer {
    const out = this.header;
    this.header = new ByteBuffer(64);
    return out;
  }

  finish(): Uint8Array {
    const out = this.takeHeader();
    if (this.format !== FORMAT_XZ) {
      this.code(new Uint8Array(0), true, out);
      return out.result();
    }
    const index = new ByteBuffer(32);
    index.push(0);
    if (this.headerSize > 0) {
      this.code(new Uint8Array(0), true, out);
      for (let i = this.packed; i % 4 !== 0; i++) out.push(0);
      out.pushBytes(this.checker!.digest());
      index.push(1);
      pushVarint(index, this.headerSize + this.packed + CHECK_SIZES[this.check]!);
      pushVarint(index, this.size);
    } else index.push(0);
    while (index.length % 4 !== 0) index.push(0);
    index.pushBytes(crc32Bytes(index.result()));
    out.pushBytes(index.result());
    const footer = Uint8Array.of(...word(index.length / 4 - 1), 0, this.check);
    out.pushBytes(crc32Bytes(footer));
    out.pushBytes(footer);
    out.pushAscii("YZ");
    return out.result();
  }
}
