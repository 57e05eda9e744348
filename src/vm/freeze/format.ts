// Bytes of an image: varints, numbers, texts. Reading checks every length, so that damaged images are refused. See docs/freeze.md.

/** An image cannot be written or read; the message says why. */
export class FreezeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FreezeError";
  }
}

export class ImageWriter {
  private bytes = new Uint8Array(1 << 16);
  private at = 0;
  private readonly scratch = new DataView(new ArrayBuffer(8));

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + size));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  /** A whole number of at least 0, below 2**53. */
  count(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.at++] = rest;
  }

  double(value: number): void {
    this.scratch.setFloat64(0, value);
    for (let i = 0; i < 8; i++) this.byte(this.scratch.getUint8(i));
  }

  raw(bytes: Uint8Array): void {
    this.count(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Texts may hold lone surrogates: two bytes a unit where one will not do. */
  text(text: string): void {
    let wide = false;
    for (let i = 0; i < text.length && !wide; i++) wide = text.charCodeAt(i) > 255;
    this.count(text.length * 2 + (wide ? 1 : 0));
    this.room(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.bytes[this.at++] = unit & 255;
      if (wide) this.bytes[this.at++] = unit >> 8;
    }
  }

  result(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}

export class ImageReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  private need(size: number): void {
    if (size > this.bytes.length - this.at) throw new FreezeError("the image ends too early");
  }

  byte(): number {
    this.need(1);
    return this.bytes[this.at++]!;
  }

  count(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const b = this.byte();
      value += (b & 127) * scale;
      if (b < 128) return value;
      scale *= 128;
      if (scale > 2 ** 49) throw new FreezeError("the image holds a number that is too large");
    }
  }

  /** The number of things that follow, each of at least one byte. */
  length(): number {
    const n = this.count();
    this.need(n);
    return n;
  }

  double(): number {
    this.need(8);
    const value = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, 8).getFloat64(0);
    this.at += 8;
    return value;
  }

  raw(): Uint8Array {
    const size = this.length();
    this.at += size;
    return this.bytes.slice(this.at - size, this.at);
  }

  text(): string {
    const head = this.count();
    const size = Math.floor(head / 2);
    const wide = head % 2 === 1;
    this.need(wide ? size * 2 : size);
    const { bytes } = this;
    const parts: string[] = [];
    const units: number[] = [];
    for (let i = 0; i < size; i++) {
      units.push(wide ? bytes[this.at]! | (bytes[this.at + 1]! << 8) : bytes[this.at]!);
      this.at += wide ? 2 : 1;
      if (units.length === 4096) parts.push(String.fromCharCode(...units.splice(0)));
    }
    return parts.join("") + String.fromCharCode(...units);
  }

  get done(): boolean {
    return this.at === this.bytes.length;
  }
}
