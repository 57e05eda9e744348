// Bytes that arrive in pieces. See docs/base.md.

export class LzmaInput {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Bytes that were read in all. */
  total = 0;
  feed(data: Uint8Array): void {
    if (data.length === 0) return;
    const left = this.end - this.at;
    if (left === 0) {
      this.bytes = data.slice();
      this.at = 0;
      this.end = data.length;
      return;
    }
    if (this.end + data.length > this.bytes.length) {
      const wider = new Uint8Array(Math.max(2 * left, left + data.length));
      wider.set(this.bytes.subarray(this.at, this.end));
      this.bytes = wider;
      this.at = 0;
      this.end = left;
    }
    this.bytes.set(data, this.end);
    this.end += data.length;
  }
  get left(): number {
    return this.end - this.at;
  }
  byte(): number {
    this.total++;
    return this.bytes[this.at++]!;
  }
  /** The next `n` bytes, which must be there. */
  take(n: number): Uint8Array {
    const taken = this.bytes.slice(this.at, this.at + n);
    this.at += n;
    this.total += n;
    return taken;
  }
}
