// What one running match owns: bounds, marks, the stack of the matcher. Made once and used again for many matches, never
// for two at a time. Mirrors SRE_STATE of Modules/_sre/sre.h; see docs/modules-sre.md.
import type { Program } from "./engine-compile.ts";
import type { Subject as PointSubject } from "./subject-points.ts";

/** Text with one unit a character, code points, or bytes. */
export type Subject = string | PointSubject;

/** Thrown when the stack of a match would pass MatchState.maxStack: MemoryError to Python. */
export class MatchMemoryError {
  readonly words: number;
  constructor(words: number) {
    this.words = words;
  }
}

const FIRST_STACK = 512;
const TICK = 10_000;

export class MatchState {
  subject: Subject = "";
  /** Where the last attempt started; after a match, where the match starts. */
  start = 0;
  /** End of the part that is looked at. */
  end = 0;
  /** After a match, where it ends. */
  ptr = 0;
  /** Two for each group: start and end; only those up to lastmark count, -1 is unset. */
  marks = new Int32Array(16);
  lastmark = -1;
  /** Number of the last group that closed, -1 for none. */
  lastindex = -1;
  /** The next match may not be empty at `start`. */
  mustAdvance = false;
  /** The match must reach `end`. */
  matchAll = false;
  stack: Int32Array = new Int32Array(FIRST_STACK);
  /** Steps before `onTick` is called next; carried over from match to match. */
  fuel = TICK;
  /** Called with the steps done since the last call; may throw to end the match, and may run other matches in other states. */
  onTick: ((steps: number) => void) | undefined = undefined;
  /** Steps from one call of onTick to the next; runs of one character count a sixteenth of their length. */
  interval = TICK;
  /** Bound of the stack in 32-bit words. */
  maxStack = 1 << 28;

  /** Prepares for a program and a subject; pos and endpos are clamped as Python's arguments are. */
  begin(program: Program, subject: Subject, pos = 0, endpos = Infinity): void {
    const length = subject.length;
    this.subject = subject;
    this.start = pos < 0 ? 0 : pos > length ? length : pos;
    this.end = endpos < 0 ? 0 : endpos > length ? length : endpos;
    this.ptr = this.start;
    this.lastmark = -1;
    this.lastindex = -1;
    this.mustAdvance = false;
    this.matchAll = false;
    if (this.marks.length < 2 * program.groups) this.marks = new Int32Array(2 * program.groups);
  }

  /** Lets go of the subject and of a large stack. */
  release(): void {
    this.subject = "";
    if (this.stack.length > 1 << 16) this.stack = new Int32Array(FIRST_STACK);
  }

  /** A larger stack with the same contents, room for `extra` words above `top`. */
  grow(top: number, extra: number): Int32Array {
    const wanted = Math.max(this.stack.length * 2, top + extra * 2);
    if (wanted > this.maxStack) throw new MatchMemoryError(wanted);
    const larger = new Int32Array(wanted);
    larger.set(this.stack);
    this.stack = larger;
    return larger;
  }

  /** Called by the matcher when its steps are used up (`left`: how far below zero); gives the next allowance. */
  tick(left: number): number {
    this.onTick?.(this.interval - left);
    return this.interval;
  }

  /** Start of a group of the last match, -1 when it took no part; group 0 is the whole match. */
  groupStart(group: number): number {
    return group === 0 ? this.start : this.mark(2 * group - 2);
  }

  /** End of a group of the last match, or -1. */
  groupEnd(group: number): number {
    return group === 0 ? this.ptr : this.mark(2 * group - 1);
  }

  private mark(index: number): number {
    const first = index & ~1;
    if (first + 1 > this.lastmark || this.marks[first]! < 0 || this.marks[first + 1]! < 0) return -1;
    return this.marks[index]!;
  }

  /** Start and end of every group from 0 on, -1 for those that took no part: what a match object keeps. */
  spans(groups: number): number[] {
    // A plain array: a typed one takes several times as long to make and as much memory.
    const out = [this.start, this.ptr];
    const { marks, lastmark } = this;
    for (let i = 0; i < 2 * groups; i += 2) {
      if (i + 1 <= lastmark && marks[i]! >= 0 && marks[i + 1]! >= 0) out.push(marks[i]!, marks[i + 1]!);
      else out.push(-1, -1);
    }
    return out;
  }
}
