// Chains of filters that decode: LZMA2's chunks, LZMA alone, differences, branch addresses. Each step gives what it can of the bytes that are asked for. See docs/base.md.
import { BranchCoder } from "./branches.ts";
import { LzmaDecoder, Window } from "./decode-lzma.ts";
import type { LzmaInput } from "./input.ts";
import { type LzmaOptions, LzmaFault, splitProperties } from "./model.ts";

const PIECE = 1 << 16;

/** Gives decoded bytes; fewer than `limit` when input runs short or the data has ended. */
export interface Step {
  ended: boolean;
  pull(input: LzmaInput, limit: number): Uint8Array;
}

function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const out = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Calls `some` for at most PIECE bytes at a time until it gives nothing more or `limit` is reached. */
function pieces(limit: number, some: (limit: number) => Uint8Array | undefined): Uint8Array {
  const out: Uint8Array[] = [];
  for (let left = limit; left > 0; ) {
    const piece = some(Math.min(left, PIECE));
    if (piece === undefined) break;
    if (piece.length > 0) out.push(piece);
    left -= piece.length;
  }
  return out.length === 0 ? new Uint8Array(0) : joined(out);
}

/** LZMA with an end mark, or of known size. */
export class LzmaStep implements Step {
  ended = false;
  readonly decoder: LzmaDecoder;
  position = 0;
  /** Bytes that are left; -1 when only a mark ends the data. */
  left: number;
  constructor(options: LzmaOptions, size = -1) {
    this.decoder = new LzmaDecoder(new Window(options.dictSize));
    this.decoder.reset(options.lc, options.lp, options.pb);
    this.left = size;
  }
  pull(input: LzmaInput, limit: number): Uint8Array {
    const { decoder } = this;
    if (!decoder.begin(input)) return new Uint8Array(0);
    const out = pieces(limit, (most) => {
      if (this.left === 0 || decoder.ended) return undefined;
      const made = decoder.run(input, this.left < 0 ? most : Math.min(most, this.left), this.position);
      this.position += made;
      if (this.left > 0) this.left -= made;
      return made === 0 ? undefined : decoder.window.take();
    });
    if (!this.ended && (decoder.ended || (this.left === 0 && decoder.matchLeft === 0))) this.finish(input);
    return out;
  }
  finish(input: LzmaInput): void {
    const { decoder } = this;
    const finished = decoder.finished(input);
    if (finished === undefined) return;
    if (finished) {
      if (decoder.ended && this.left > 0) throw new LzmaFault("data");
      this.ended = true;
    } else if (decoder.ended) throw new LzmaFault("data");
    else {
      // A mark may stand at the end of data of known size.
      const made = decoder.run(input, 1, this.position);
      if (made > 0 || decoder.matchLeft > 0) throw new LzmaFault("data");
      if (decoder.ended) this.finish(input);
    }
  }
}

/** LZMA2: chunks of LZMA, or of bytes as they are. */
export class Lzma2Step implements Step {
  ended = false;
  readonly decoder: LzmaDecoder;
  position = 0;
  needsDict = true;
  needsProperties = true;
  /** What is left of the chunk: of its output, and of its input. */
  left = 0;
  packed = 0;
  plain = false;
  constructor(dictSize: number) {
    this.decoder = new LzmaDecoder(new Window(dictSize));
  }
  /** Reads the header of the next chunk: is it there? */
  header(input: LzmaInput): boolean {
    if (input.left === 0) return false;
    const control = input.bytes[input.at]!;
    if (control === 0) {
      input.byte();
      this.ended = true;
      return true;
    }
    const compressed = control >= 0x80;
    if (!compressed && control > 2) throw new LzmaFault("data");
    const withProperties = control >= 0xc0;
    if (input.left < (compressed ? 5 + (withProperties ? 1 : 0) : 3)) return false;
    input.byte();
    if (control >= 0xe0 || control === 1) {
      this.needsProperties = this.needsProperties || compressed;
      this.needsDict = false;
      this.position = 0;
      this.decoder.window.filled = 0;
    } else if (this.needsDict) throw new LzmaFault("data");
    this.left = ((compressed ? control & 0x1f : 0) << 16) + (input.byte() << 8) + input.byte() + 1;
    this.plain = !compressed;
    if (!compressed) return true;
    this.packed = (input.byte() << 8) + input.byte() + 1;
    if (withProperties) {
      const properties = splitProperties(input.byte());
      if (properties === undefined) throw new LzmaFault("data");
      this.needsProperties = false;
      this.decoder.reset(properties.lc, properties.lp, properties.pb);
    } else if (this.needsProperties) throw new LzmaFault("data");
    else if (control >= 0xa0) this.decoder.reset(this.decoder.lc, this.decoder.lp, this.decoder.pb);
    this.decoder.startRange();
    return true;
  }
  pull(input: LzmaInput, limit: number): Uint8Array {
    const { decoder } = this;
    const { window } = decoder;
    return pieces(limit, (most) => {
      while (this.left === 0 && this.packed === 0) {
        if (this.ended || !this.header(input) || this.ended) return undefined;
      }
      if (this.plain) {
        const n = Math.min(most, this.left, input.left);
        if (n === 0) return undefined;
        window.room(n);
        for (let i = 0; i < n; i++) window.put(input.byte());
        this.left -= n;
        this.position += n;
        return window.take();
      }
      return this.chunk(input, most);
    });
  }
  /** Some of an LZMA chunk, which must not read beyond its input. */
  chunk(input: LzmaInput, most: number): Uint8Array | undefined {
    const { decoder } = this;
    const { end, total } = input;
    const own = input.at + this.packed <= end;
    if (own) input.end = input.at + this.packed;
    const started = decoder.begin(input);
    const made = started && this.left > 0 ? decoder.run(input, Math.min(most, this.left), this.position) : 0;
    this.packed -= input.total - total;
    this.left -= made;
    this.position += made;
    let finished: boolean | undefined = false;
    if (this.left === 0 && started) {
      const before = input.total;
      finished = decoder.finished(input);
      this.packed -= input.total - before;
    }
    const exhausted = own;
    input.end = end;
    if (decoder.ended || this.packed < 0) throw new LzmaFault("data");
    if (this.left === 0) {
      if (finished === undefined && !exhausted) return made > 0 ? decoder.window.take() : undefined;
      if (decoder.matchLeft > 0 || finished !== true || this.packed !== 0) throw new LzmaFault("data");
    } else if (made === 0) {
      // With all of its input there, a chunk that does not go on is cut off.
      if (exhausted) throw new LzmaFault("data");
      return undefined;
    }
    return decoder.window.take();
  }
}

/** Differences to the byte `distance` before. */
export class DeltaStep implements Step {
  readonly source: Step;
  readonly distance: number;
  readonly history = new Uint8Array(256);
  at = 0;
  constructor(source: Step, distance: number) {
    this.source = source;
    this.distance = distance;
  }
  get ended(): boolean {
    return this.source.ended;
  }
  pull(input: LzmaInput, limit: number): Uint8Array {
    const out = this.source.pull(input, limit);
    for (let i = 0; i < out.length; i++) {
      const value = (out[i]! + this.history[(this.at - this.distance) & 0xff]!) & 0xff;
      this.history[this.at++ & 0xff] = value;
      out[i] = value;
    }
    return out;
  }
}

/** Branch addresses: the coder holds back bytes that it cannot judge yet. */
export class BranchStep implements Step {
  readonly source: Step;
  readonly coder: BranchCoder;
  held: Uint8Array = new Uint8Array(0);
  constructor(source: Step, id: number, start: number) {
    this.source = source;
    this.coder = new BranchCoder(id, start, false);
  }
  /** Bytes at the start of `held` that are final. */
  ready = 0;
  get ended(): boolean {
    return this.source.ended && this.held.length === 0;
  }
  pull(input: LzmaInput, limit: number): Uint8Array {
    while (this.ready < limit) {
      const more = this.source.ended ? new Uint8Array(0) : this.source.pull(input, Math.max(limit - this.held.length, 64));
      if (more.length === 0) {
        if (this.source.ended) this.ready = this.held.length;
        break;
      }
      const both = new Uint8Array(this.held.length + more.length);
      both.set(this.held);
      both.set(more, this.held.length);
      this.held = both;
      this.ready += this.coder.code(both, this.ready);
      if (this.source.ended) this.ready = both.length;
    }
    const n = Math.min(limit, this.ready);
    const out = this.held.slice(0, n);
    this.held = this.held.slice(n);
    this.ready -= n;
    return out;
  }
}
