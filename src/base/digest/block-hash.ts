// What the machine asks of a hash in the making, and the gathering of blocks that BLAKE2 needs. See docs/base.md.

export interface Digest {
  readonly name: string;
  readonly blockSize: number;
  /** 0 for those of any length. */
  readonly digestSize: number;
  update(data: Uint8Array): void;
  /** A copy that goes its own way. */
  copy(): Digest;
  /** The digest so far; the hash may go on. `length` is for those of any length. */
  digest(length?: number): Uint8Array;
}

export abstract class BlockHash implements Digest {
  readonly name: string;
  readonly blockSize: number;
  digestSize: number;
  readonly buffer: Uint8Array;
  used = 0;
  /** Bytes so far. */
  total = 0;

  constructor(name: string, blockSize: number, digestSize: number) {
    this.name = name;
    this.blockSize = blockSize;
    this.digestSize = digestSize;
    this.buffer = new Uint8Array(blockSize);
  }

  /** Mixes one block of `data` into the state. */
  protected abstract compress(data: Uint8Array, at: number): void;

  /** A copy that goes its own way. */
  abstract copy(): BlockHash;

  /** The digest so far; the hash may go on. `length` is for those of any length. */
  abstract digest(length?: number): Uint8Array;

  update(data: Uint8Array): void {
    const { blockSize, buffer } = this;
    this.total += data.length;
    let at = 0;
    if (this.used > 0) {
      const part = Math.min(blockSize - this.used, data.length);
      buffer.set(data.subarray(0, part), this.used);
      this.used += part;
      at = part;
      if (this.used < blockSize) return;
      this.compress(buffer, 0);
      this.used = 0;
    }
    for (; at + blockSize <= data.length; at += blockSize) this.compress(data, at);
    buffer.set(data.subarray(at), 0);
    this.used = data.length - at;
  }

  protected copyInto<T extends BlockHash>(other: T): T {
    other.buffer.set(this.buffer);
    other.used = this.used;
    other.total = this.total;
    return other;
  }
}
