// The bytes that an unpickler reads: a whole pickle in memory, or a file that is looked ahead where it can be. Mirrors the reading half of
// Modules/_pickle.c. See docs/modules.md.
import {
  asBytesLike, asSsize, byteArrayBytes, call, closeScope, type Container, dropError, exc, hold, isBytes, matches, newByteArray, newInt, openScope, type PyError,
  type Value, valueError, type Vm,
} from "../../core/api.ts";
import { newMemoryView } from "../../types/memoryview.ts";
import { unpicklingError } from "./state.ts";

const PREFETCH = 8192 * 16;
/** Data of this size and more is read in pieces: a pickle may claim what the file does not have. */
const PIECE = 1 << 20;
const NEWLINE = 10;

export const truncated = (vm: Vm): PyError => unpicklingError(vm, "pickle data was truncated");

export class Input {
  bytes: Uint8Array = new Uint8Array(0);
  pos = 0;
  end = 0;
  /** Up to here the file's own position has advanced; the rest was only looked at. */
  fetched = 0;
  /** Where the current frame ends; -1 outside frames. */
  frameEnd = -1;
  /** Methods of the file, owned; null for pickles in memory. */
  read: Value | null = null;
  readinto: Value | null = null;
  readline: Value | null = null;
  peek: Value | null = null;

  set(bytes: Uint8Array): void {
    if (this.frameEnd >= 0) this.frameEnd -= this.pos;
    this.bytes = bytes;
    this.pos = 0;
    this.end = bytes.length;
    this.fetched = bytes.length;
  }

  /** Lets the file skip what was looked at and used. */
  skipConsumed(vm: Vm): void {
    const consumed = this.pos - this.fetched;
    if (consumed <= 0) return;
    this.fetched = this.pos;
    const mark = openScope(vm);
    call(vm, hold(vm, this.read!), [consumed]);
    closeScope(vm, mark);
  }

  /** Makes the file's next bytes the input; answers how many there are. */
  private refill(vm: Vm, n: number): number {
    this.skipConsumed(vm);
    const mark = openScope(vm);
    if (this.peek !== null && n < PREFETCH) {
      let data: Value | undefined;
      try {
        data = call(vm, hold(vm, this.peek), [PREFETCH]);
      } catch (error) {
        if (!matches(error, exc.NotImplementedErrorType)) throw error;
        dropError(vm, error);
        const { peek } = this;
        this.peek = null;
        if (typeof peek !== "number" && peek !== null) peek.rc--;
      }
      if (data !== undefined) {
        const bytes = fileBytes(vm, data);
        this.set(bytes);
        this.fetched = 0;
        if (n <= bytes.length) {
          closeScope(vm, mark);
          return bytes.length;
        }
      }
    }
    const bytes = fileBytes(vm, call(vm, hold(vm, this.read!), [newInt(n)]));
    this.set(bytes);
    closeScope(vm, mark);
    return bytes.length;
  }

  /** Position of the next `n` bytes in `bytes`; they are consumed. */
  take(vm: Vm, n: number): number {
    if (this.frameEnd >= 0) {
      if (this.pos >= this.frameEnd) this.frameEnd = -1;
      else if (this.pos + n > this.frameEnd) throw unpicklingError(vm, "pickle exhausted before end of frame");
    }
    if (this.pos + n <= this.end) {
      const at = this.pos;
      this.pos += n;
      return at;
    }
    return this.takeMore(vm, n);
  }

  private takeMore(vm: Vm, n: number): number {
    if (this.read === null) throw truncated(vm);
    const left = this.bytes.subarray(this.pos, this.end);
    // What was read but not used is gone from the file unless it was only looked at.
    const lost = this.fetched > this.pos ? left.slice(0, this.fetched - this.pos) : undefined;
    if (lost !== undefined && lost.length > 0) {
      this.pos += lost.length;
      const more = this.filled(vm, n - lost.length);
      const whole = new Uint8Array(n);
      whole.set(lost);
      whole.set(more, lost.length);
      this.set(whole);
      this.pos = n;
      return 0;
    }
    if (n >= PIECE) {
      this.set(this.filled(vm, n));
      this.pos = n;
      return 0;
    }
    if (this.refill(vm, n) < n) throw truncated(vm);
    this.pos = n;
    return 0;
  }

  /** `n` bytes of the file, in pieces that grow with what really comes. */
  private filled(vm: Vm, n: number): Uint8Array {
    let got = new Uint8Array(Math.min(n, PIECE));
    let length = 0;
    while (length < n) {
      const piece = Math.min(n - length, Math.max(PIECE, length));
      if (this.refill(vm, piece) < piece) throw truncated(vm);
      if (length + piece > got.length) {
        const grown = new Uint8Array(Math.min(n, length + piece));
        grown.set(got.subarray(0, length));
        got = grown;
      }
      got.set(this.bytes.subarray(0, piece), length);
      this.pos = piece;
      length += piece;
    }
    return got;
  }

  /** Bytes of their own, for bytes and bytearrays: by readinto where the file has it. */
  data(vm: Vm, n: number): Uint8Array {
    if (this.pos + n <= this.end || this.read === null || this.readinto === null) {
      const at = this.take(vm, n);
      return this.bytes.slice(at, at + n);
    }
    if (this.frameEnd > this.pos && this.pos + n > this.frameEnd) throw unpicklingError(vm, "pickle exhausted before end of frame");
    const first = this.bytes.slice(this.pos, this.end);
    this.pos = this.end;
    this.skipConsumed(vm);
    let got = new Uint8Array(Math.min(n, Math.max(PIECE, first.length)));
    got.set(first);
    let length = first.length;
    while (length < n) {
      const piece = Math.min(n - length, Math.max(PIECE, length));
      const mark = openScope(vm);
      const target = newByteArray(vm, new Uint8Array(piece));
      const count = asSsize(vm, call(vm, hold(vm, this.readinto), [newMemoryView(vm, target)]));
      if (count < 0) throw valueError(vm, "readinto() returned negative size");
      if (count < piece) throw truncated(vm);
      if (length + piece > got.length) {
        const grown = new Uint8Array(Math.min(n, length + piece));
        grown.set(got.subarray(0, length));
        got = grown;
      }
      got.set(byteArrayBytes(target), length);
      closeScope(vm, mark);
      length += piece;
    }
    return got;
  }

  /** The next line with its newline. */
  line(vm: Vm): Uint8Array {
    const at = this.bytes.subarray(0, this.end).indexOf(NEWLINE, this.pos);
    if (at >= 0) {
      if (this.frameEnd > this.pos && at >= this.frameEnd) throw unpicklingError(vm, "pickle exhausted before end of frame");
      const line = this.bytes.subarray(this.pos, at + 1);
      this.pos = at + 1;
      return line;
    }
    if (this.readline === null) throw truncated(vm);
    if (this.frameEnd > this.pos) throw unpicklingError(vm, "pickle exhausted before end of frame");
    const before = this.fetched > this.pos ? this.bytes.slice(this.pos, this.fetched) : new Uint8Array(0);
    this.pos += before.length;
    this.skipConsumed(vm);
    const mark = openScope(vm);
    const bytes = fileBytes(vm, call(vm, hold(vm, this.readline), []));
    closeScope(vm, mark);
    if (bytes.length === 0 || bytes[bytes.length - 1] !== NEWLINE) throw truncated(vm);
    this.set(bytes);
    this.pos = bytes.length;
    if (before.length === 0) return bytes;
    const whole = new Uint8Array(before.length + bytes.length);
    whole.set(before);
    whole.set(bytes, before.length);
    return whole;
  }

  /** Begins a frame of this size, all of which must be there. */
  startFrame(vm: Vm, size: number): void {
    if (this.frameEnd > this.pos) throw unpicklingError(vm, "beginning of a new frame before end of current frame");
    this.frameEnd = -1;
    const at = this.take(vm, size);
    this.pos = at;
    this.frameEnd = at + size;
  }
}

/** What a file's method answered, as bytes of our own. */
function fileBytes(vm: Vm, v: Value): Uint8Array {
  if (isBytes(v)) return (v as Container).data as Uint8Array;
  return asBytesLike(vm, v).slice();
}
