// What the hash functions have in common: input is gathered into blocks. Each keeps its state in plain arrays, so that a hash in
// the making can be copied and frozen. See docs/base.md.

export abstract class BlockHash {
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

  /** Padding of MD5, SHA-1 and SHA-2: a one bit, zeros, the length in bits. */
  protected padLength(lengthBytes: number, littleEndian: boolean): void {
    const { total, blockSize } = this;
    const rest = (total + 1 + lengthBytes) % blockSize;
    const padding = new Uint8Array(1 + (rest === 0 ? 0 : blockSize - rest) + lengthBytes);
    padding[0] = 0x80;
    let high = Math.floor(total / 0x20000000);
    let low = (total << 3) >>> 0;
    for (let i = 0; i < 8; i++) {
      padding[littleEndian ? padding.length - lengthBytes + i : padding.length - 1 - i] = low & 255;
      low = (low >>> 8) | ((high & 255) << 24);
      high >>>= 8;
    }
    this.update(padding);
  }
}
