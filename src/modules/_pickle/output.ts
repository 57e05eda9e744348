// The bytes that a pickler writes, with protocol 4's frames around them. Mirrors the writing half of Modules/_pickle.c. See docs/modules.md.
import { checkAllocation, type Vm } from "../../core/api.ts";

const FRAME = 0x95;
const FRAME_HEADER = 9;
const FRAME_MIN = 4;
export const FRAME_TARGET = 64 * 1024;

export class Output {
  bytes: Uint8Array = new Uint8Array(512);
  length = 0;
  framing = false;
  /** Where the current frame's header stands, -1 outside frames. */
  frameStart = -1;
  /** A double and its bytes. */
  private readonly double = new Float64Array(1);
  private readonly doubleBytes: Uint8Array = new Uint8Array(this.double.buffer);

  clear(): void {
    if (this.length > 0) this.bytes = new Uint8Array(512);
    this.length = 0;
    this.frameStart = -1;
  }

  /** Room for `n` bytes more, a frame's header in front of them where one starts. */
  private room(vm: Vm, n: number): void {
    const opens = this.framing && this.frameStart === -1;
    const wanted = this.length + n + (opens ? FRAME_HEADER : 0);
    if (wanted > this.bytes.length) {
      checkAllocation(vm, wanted);
      const grown = new Uint8Array(Math.max(wanted, Math.min(this.bytes.length * 2, this.bytes.length + (1 << 24))));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    if (opens) {
      this.frameStart = this.length;
      this.length += FRAME_HEADER;
    }
  }

  byte(vm: Vm, a: number): void {
    if ((this.framing && this.frameStart === -1) || this.length === this.bytes.length) this.room(vm, 1);
    this.bytes[this.length++] = a;
  }

  two(vm: Vm, a: number, b: number): void {
    this.room(vm, 2);
    this.bytes[this.length++] = a;
    this.bytes[this.length++] = b;
  }

  /** An opcode with a little-endian number of `size` bytes. */
  number(vm: Vm, opcode: number, n: number, size: number): void {
    this.room(vm, size + 1);
    this.bytes[this.length++] = opcode;
    let left = n;
    for (let i = 0; i < size; i++) {
      this.bytes[this.length++] = left & 255;
      left = Math.floor(left / 256);
    }
  }

  write(vm: Vm, data: Uint8Array): void {
    this.room(vm, data.length);
    this.bytes.set(data, this.length);
    this.length += data.length;
  }

  /** Text of code points below 256. */
  text(vm: Vm, text: string): void {
    this.room(vm, text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** An opcode and a double, most significant byte first. */
  float(vm: Vm, opcode: number, v: number): void {
    this.room(vm, 9);
    const { double, doubleBytes } = this;
    double[0] = v;
    this.bytes[this.length++] = opcode;
    for (let i = 7; i >= 0; i--) this.bytes[this.length++] = doubleBytes[i]!;
  }

  /** Text of fewer than 256 characters with the opcode for it; false, and nothing written, when it is not ASCII. */
  shortAscii(vm: Vm, text: string, short: boolean): boolean {
    const n = text.length;
    for (let i = 0; i < n; i++) if (text.charCodeAt(i) > 127) return false;
    this.room(vm, n + 5);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = short ? 0x8c : 0x58;
    bytes[at++] = n;
    if (!short) {
      bytes[at++] = 0;
      bytes[at++] = 0;
      bytes[at++] = 0;
    }
    for (let i = 0; i < n; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
    return true;
  }

  /** Is the current frame full? */
  get frameFull(): boolean {
    return this.framing && this.frameStart !== -1 && this.length - this.frameStart - FRAME_HEADER >= FRAME_TARGET;
  }

  closeFrame(): void {
    if (!this.framing || this.frameStart === -1) return;
    const start = this.frameStart;
    const size = this.length - start - FRAME_HEADER;
    if (size >= FRAME_MIN) {
      this.bytes[start] = FRAME;
      let left = size;
      for (let i = 1; i <= 8; i++) {
        this.bytes[start + i] = left & 255;
        left = Math.floor(left / 256);
      }
    } else {
      this.bytes.copyWithin(start, start + FRAME_HEADER, this.length);
      this.length -= FRAME_HEADER;
    }
    this.frameStart = -1;
  }

  /** What was written, closed frames only. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
