// Generated from engine-string.ts by tools/generate/sre-engine.ts (npm run generate): the same for arrays of characters.
// The matcher: runs a program over a subject with its own stack of choices, so that no pattern can overflow the host's.
// Mirrors match() and search() of Modules/_sre/sre_lib.h in what it answers, not in how. See docs/modules-sre.md.
import { foldCharacter } from "./engine-characters.ts";
import * as C from "./engine-codes.ts";
import type { Program } from "./engine-compile.ts";
import { END, OTHERS } from "./engine-first.ts";
import type { BranchTable } from "./engine-first.ts";
import type { MatchState } from "./engine-state.ts";
import { at, findPrefix, scanFor } from "./subject-points.ts";
import type { Subject } from "./subject-points.ts";

// Kinds of stack entries. A choice is: saved marks, then its fields, then its kind on top. The fields: number of saved marks,
// lastmark, lastindex, repeat, ptr, a, b.
/** a: index in the list of alternatives of the one to take next; b: number of the branch */
const K_BRANCH = 0;
/** ptr: end of the last run tried; a: least end; b: index of the operator */
const K_REPEAT_ONE = 1;
/** ptr: end of the last run tried; a: largest end; b: index of the operator */
const K_MIN_REPEAT_ONE = 2;
/** One iteration fewer, then the tail. repeat: its record; a: count; b: last ptr */
const K_MAX_UNTIL = 3;
/** The tail failed, one iteration more. repeat: its record; a: count */
const K_MIN_UNTIL = 4;
// Barriers: a body runs above them and ends with SUCCESS. Below the marks stands the barrier around.
/** b: where to go on; the same for the next two */
const K_ATOMIC = 5;
const K_ASSERT = 6;
const K_ASSERT_NOT = 7;
/** a: iterations done; b: index of the operator; the same for the next one */
const K_POSSESSIVE_LEAST = 8;
const K_POSSESSIVE_MORE = 9;
// Not choices, from here on.
/** count, index of the operator, repeat around, last ptr: the record that `repeat` points to */
const K_REPEAT = 10;
/** record, count: undoes the counting of an iteration that had to be */
const K_COUNTED = 11;
/** record, count, last ptr: undoes that of a further iteration */
const K_MIN_COUNTED = 12;

/** Words of fields and kind. */
const SIZE_CHOICE = 8;
const SIZE_REPEAT = 5;
const SIZE_COUNTED = 4;
/** No entry is larger but for its marks. */
const SLACK = 16;

/** Pushes a choice; gives the new top. */
function pushChoice(
  stack: Int32Array,
  top: number,
  marks: Int32Array,
  saveMarks: boolean,
  lastmark: number,
  lastindex: number,
  repeat: number,
  ptr: number,
  a: number,
  b: number,
  kind: number,
): number {
  let i = top;
  let n = 0;
  if (saveMarks) for (; n <= lastmark; n++) stack[i++] = marks[n]!;
  stack[i] = n;
  stack[i + 1] = lastmark;
  stack[i + 2] = lastindex;
  stack[i + 3] = repeat;
  stack[i + 4] = ptr;
  stack[i + 5] = a;
  stack[i + 6] = b;
  stack[i + 7] = kind;
  return i + SIZE_CHOICE;
}

/** Whether one character at `ptr`, before the end, is what a unit wants. */
function fits(program: Program, s: Subject, kind: number, arg: number, ptr: number): boolean {
  const c = at(s, ptr);
  switch (kind) {
    case C.OP_CHAR:
      return c === arg;
    case C.OP_NOT_CHAR:
      return c !== arg;
    case C.OP_SET:
      return c < 256 ? program.latin1[(arg << 8) | c] !== 0 : program.sets.hasHigh(arg, c);
    case C.OP_ANY:
      return c !== 10;
    default:
      return true;
  }
}

/** End of the longest run of a unit in [ptr, stop). */
function runEnd(program: Program, s: Subject, kind: number, arg: number, start: number, stop: number): number {
  let ptr = start;
  switch (kind) {
    case C.OP_SET: {
      const { latin1 } = program;
      const base = arg << 8;
      for (; ptr < stop; ptr++) {
        const c = at(s, ptr);
        if (c < 256 ? latin1[base | c] === 0 : !program.sets.hasHigh(arg, c)) break;
      }
      return ptr;
    }
    case C.OP_CHAR:
      while (ptr < stop && at(s, ptr) === arg) ptr++;
      return ptr;
    case C.OP_NOT_CHAR:
      return scanFor(s, arg, ptr, stop);
    case C.OP_ANY:
      return scanFor(s, 10, ptr, stop);
    default:
      return stop;
  }
}

/** Where the list of alternatives starts that can match at `ptr`. */
function alternatives(program: Program, table: BranchTable, s: Subject, ptr: number, end: number): number {
  if (table.index.length === 0) table.fill(program.code, program.sets);
  if (ptr >= end) return table.index[END]!;
  const c = at(s, ptr);
  return table.index[c < 256 ? c : OTHERS]!;
}

function sameGroup(program: Program, s: Subject, fold: number, from: number, to: number, ptr: number): boolean {
  const { locale } = program.sets;
  for (let p = from, q = ptr; p < to; p++, q++) {
    const a = at(s, p);
    const b = at(s, q);
    if (a !== b && (fold === C.FOLD_NONE || foldCharacter(locale, fold, a) !== foldCharacter(locale, fold, b))) return false;
  }
  return true;
}

/**
 * Runs the program from `entry` at `from`. `toplevel`: the conditions matchAll and mustAdvance of the state hold for this run.
 * On success the state has ptr, marks, lastmark and lastindex.
 */
function run(program: Program, state: MatchState, s: Subject, entry: number, from: number, toplevel: boolean): boolean {
  const { code, latin1 } = program;
  const { marks, end } = state;
  const slack = SLACK + 2 * program.groups;
  let stack = state.stack;
  let limit = stack.length - slack;
  let fuel = state.fuel;
  let top = 0;
  let pc = entry;
  let ptr = from;
  let lastmark = -1;
  let lastindex = -1;
  // Index of the record of the innermost repeat, -1 outside of all.
  let repeat = -1;
  // Index of the fields of the innermost barrier.
  let barrier = -1;
  // Registers of OP_POSSESSIVE_LOOP: index of the operator, iterations done, where the last one started.
  let loopPc = 0;
  let loopCount = 0;
  let loopPtr = -1;

  for (;;) {
    // Forward, until something does not match.
    forward: for (;;) {
      // No operator pushes more than one entry.
      if (top > limit) {
        stack = state.grow(top, slack);
        limit = stack.length - slack;
      }
      switch (code[pc]) {
        case C.OP_CHAR:
          if (ptr >= end || at(s, ptr) !== code[pc + 1]) break forward;
          ptr++;
          pc += 2;
          continue;
        case C.OP_NOT_CHAR:
          if (ptr >= end || at(s, ptr) === code[pc + 1]) break forward;
          ptr++;
          pc += 2;
          continue;
        case C.OP_SET: {
          if (ptr >= end) break forward;
          const c = at(s, ptr);
          if (c < 256 ? latin1[(code[pc + 1]! << 8) | c] === 0 : !program.sets.hasHigh(code[pc + 1]!, c)) break forward;
          ptr++;
          pc += 2;
          continue;
        }
        case C.OP_ANY:
          if (ptr >= end || at(s, ptr) === 10) break forward;
          ptr++;
          pc++;
          continue;
        case C.OP_ALL:
          if (ptr >= end) break forward;
          ptr++;
          pc++;
          continue;
        case C.OP_CHARS: {
          const count = code[pc + 1]!;
          if (end - ptr < count) break forward;
          pc += 2;
          for (const stop = pc + count; pc < stop; pc++, ptr++) if (at(s, ptr) !== code[pc]) break forward;
          continue;
        }
        case C.OP_OPEN: {
          const mark = code[pc + 1]!;
          if (mark > lastmark) {
            for (let k = lastmark + 1; k < mark; k++) marks[k] = -1;
            lastmark = mark;
          }
          marks[mark] = ptr;
          pc += 2;
          continue;
        }
        case C.OP_CLOSE: {
          const mark = code[pc + 1]!;
          lastindex = (mark >> 1) + 1;
          if (mark > lastmark) {
            for (let k = lastmark + 1; k < mark; k++) marks[k] = -1;
            lastmark = mark;
          }
          marks[mark] = ptr;
          pc += 2;
          continue;
        }
        case C.OP_JUMP:
          pc = code[pc + 1]!;
          continue;
        case C.OP_AT_BEGIN:
          if (ptr !== 0) break forward;
          pc++;
          continue;
        case C.OP_AT_BEGIN_LINE:
          if (ptr !== 0 && at(s, ptr - 1) !== 10) break forward;
          pc++;
          continue;
        case C.OP_AT_END:
          if (ptr !== end && (ptr !== end - 1 || at(s, ptr) !== 10)) break forward;
          pc++;
          continue;
        case C.OP_AT_END_LINE:
          if (ptr !== end && at(s, ptr) !== 10) break forward;
          pc++;
          continue;
        case C.OP_AT_END_STRING:
          if (ptr !== end) break forward;
          pc++;
          continue;
        case C.OP_AT_BOUNDARY:
        case C.OP_AT_NON_BOUNDARY: {
          const set = code[pc + 1]!;
          const before = ptr > 0 && fits(program, s, C.OP_SET, set, ptr - 1);
          const after = ptr < end && fits(program, s, C.OP_SET, set, ptr);
          if ((before !== after) !== (code[pc] === C.OP_AT_BOUNDARY)) break forward;
          pc += 2;
          continue;
        }
        case C.OP_BRANCH: {
          const table = program.branches[code[pc + 1]!]!;
          const list = alternatives(program, table, s, ptr, end);
          const chosen = table.items[list]!;
          if (chosen < 0) break forward;
          if (table.items[list + 1]! >= 0) top = pushChoice(stack, top, marks, repeat >= 0, lastmark, lastindex, repeat, ptr, list + 1, code[pc + 1]!, K_BRANCH);
          pc = chosen;
          continue;
        }
        case C.OP_REPEAT_ONE: {
          const least = ptr + code[pc + C.ONE_MIN]!;
          if (least > end) break forward;
          const max = code[pc + C.ONE_MAX]!;
          const begun = ptr;
          ptr = runEnd(program, s, code[pc + C.ONE_KIND]!, code[pc + C.ONE_ARG]!, ptr, max < 0 || max > end - ptr ? end : ptr + max);
          fuel -= (ptr - begun) >> 4;
          if (ptr < least) break forward;
          const tail = code[pc + C.ONE_TAIL_KIND]!;
          if (tail === C.OP_SUCCESS || ptr === least) {
            pc += C.ONE_SIZE;
            continue;
          }
          if (tail !== 0) {
            const arg = code[pc + C.ONE_TAIL_ARG]!;
            if (tail === C.OP_CHAR) {
              if (code[pc + C.ONE_SOLO] === 1) {
                if (ptr >= end || at(s, ptr) !== arg) break forward;
                pc += C.ONE_SIZE;
                continue;
              }
              while (ptr >= least && (ptr >= end || at(s, ptr) !== arg)) ptr--;
            } else {
              while (ptr >= least && (ptr >= end || !fits(program, s, C.OP_SET, arg, ptr))) ptr--;
            }
            if (ptr < least) break forward;
          }
          if (ptr > least) {
            top = pushChoice(stack, top, marks, repeat >= 0, lastmark, lastindex, repeat, ptr, least, pc, K_REPEAT_ONE);
          }
          pc += C.ONE_SIZE;
          continue;
        }
        case C.OP_POSSESSIVE_REPEAT_ONE: {
          const least = ptr + code[pc + C.ONE_MIN]!;
          if (least > end) break forward;
          const max = code[pc + C.ONE_MAX]!;
          const begun = ptr;
          ptr = runEnd(program, s, code[pc + C.ONE_KIND]!, code[pc + C.ONE_ARG]!, ptr, max < 0 || max > end - ptr ? end : ptr + max);
          fuel -= (ptr - begun) >> 4;
          if (ptr < least) break forward;
          pc += C.ONE_SIZE;
          continue;
        }
        case C.OP_MIN_REPEAT_ONE: {
          const kind = code[pc + C.ONE_KIND]!;
          const arg = code[pc + C.ONE_ARG]!;
          const min = code[pc + C.ONE_MIN]!;
          const max = code[pc + C.ONE_MAX]!;
          const most = max < 0 || max > end - ptr ? end : ptr + max;
          const least = ptr + min;
          if (least > end) break forward;
          if (min > 0) {
            ptr = runEnd(program, s, kind, arg, ptr, least);
            if (ptr < least) break forward;
          }
          const tail = code[pc + C.ONE_TAIL_KIND]!;
          if (tail === C.OP_CHAR || tail === C.OP_SET) {
            const begun = ptr;
            ptr = skipToTail(program, s, pc, ptr, most, end);
            fuel -= ((ptr < 0 ? ~ptr : ptr) - begun) >> 4;
            if (ptr < 0) break forward;
          } else if (tail === C.OP_SUCCESS && !(toplevel && barrier < 0 && ((state.matchAll && ptr !== end) || (state.mustAdvance && ptr === state.start)))) {
            pc += C.ONE_SIZE;
            continue;
          }
          if (ptr < most) {
            top = pushChoice(stack, top, marks, repeat >= 0, lastmark, lastindex, repeat, ptr, most, pc, K_MIN_REPEAT_ONE);
          }
          pc += C.ONE_SIZE;
          continue;
        }
        case C.OP_REPEAT:
          stack[top] = -1;
          stack[top + 1] = pc;
          stack[top + 2] = repeat;
          stack[top + 3] = -1;
          stack[top + 4] = K_REPEAT;
          repeat = top;
          top += SIZE_REPEAT;
          pc = code[pc + 3]!;
          continue;
        case C.OP_MAX_UNTIL: {
          if (--fuel < 0) fuel = state.tick(fuel);
          const item = stack[repeat + 1]!;
          const count = stack[repeat]! + 1;
          const max = code[item + 2]!;
          if (count < code[item + 1]!) {
            stack[repeat] = count;
            stack[top] = repeat;
            stack[top + 1] = count;
            stack[top + 3] = K_COUNTED;
            top += SIZE_COUNTED;
            pc = item + 4;
            continue;
          }
          if ((count < max || max < 0) && ptr !== stack[repeat + 3]) {
            stack[repeat] = count;
            top = pushChoice(stack, top, marks, true, lastmark, lastindex, repeat, ptr, count, stack[repeat + 3]!, K_MAX_UNTIL);
            stack[repeat + 3] = ptr;
            pc = item + 4;
            continue;
          }
          repeat = stack[repeat + 2]!;
          pc++;
          continue;
        }
        case C.OP_MIN_UNTIL: {
          if (--fuel < 0) fuel = state.tick(fuel);
          const item = stack[repeat + 1]!;
          const count = stack[repeat]! + 1;
          if (count < code[item + 1]!) {
            stack[repeat] = count;
            stack[top] = repeat;
            stack[top + 1] = count;
            stack[top + 3] = K_COUNTED;
            top += SIZE_COUNTED;
            pc = item + 4;
            continue;
          }
          const record = repeat;
          repeat = stack[record + 2]!;
          top = pushChoice(stack, top, marks, repeat >= 0, lastmark, lastindex, record, ptr, count, 0, K_MIN_UNTIL);
          pc++;
          continue;
        }
        case C.OP_POSSESSIVE_REPEAT:
          if (code[pc + 1] === 0) {
            loopPc = pc;
            loopCount = 0;
            loopPtr = -1;
            pc = 0;
            continue;
          }
          stack[top] = barrier;
          top = pushChoice(stack, top + 1, marks, false, lastmark, lastindex, repeat, ptr, 0, pc, K_POSSESSIVE_LEAST);
          barrier = top - SIZE_CHOICE;
          // No UNTIL looks at it: it only says that marks may be set again, so that choices save them.
          repeat = barrier;
          pc += 4;
          continue;
        case C.OP_POSSESSIVE_LOOP: {
          if (--fuel < 0) fuel = state.tick(fuel);
          const max = code[loopPc + 2]!;
          if ((max >= 0 && loopCount >= max) || ptr === loopPtr) {
            pc = code[loopPc + 3]!;
            continue;
          }
          stack[top] = barrier;
          top = pushChoice(stack, top + 1, marks, true, lastmark, lastindex, repeat, ptr, loopCount, loopPc, K_POSSESSIVE_MORE);
          barrier = top - SIZE_CHOICE;
          repeat = barrier;
          pc = loopPc + 4;
          continue;
        }
        case C.OP_ATOMIC:
        case C.OP_ASSERT:
        case C.OP_ASSERT_NOT: {
          const kind = code[pc] === C.OP_ATOMIC ? K_ATOMIC : code[pc] === C.OP_ASSERT ? K_ASSERT : K_ASSERT_NOT;
          const tail = kind === K_ATOMIC ? code[pc + 1]! : code[pc + 2]!;
          const back = kind === K_ATOMIC ? 0 : code[pc + 1]!;
          if (ptr < back) {
            if (kind === K_ASSERT) break forward;
            pc = tail;
            continue;
          }
          stack[top] = barrier;
          top = pushChoice(stack, top + 1, marks, kind === K_ASSERT_NOT && repeat >= 0, lastmark, lastindex, repeat, ptr, 0, tail, kind);
          barrier = top - SIZE_CHOICE;
          pc += kind === K_ATOMIC ? 2 : 3;
          ptr -= back;
          continue;
        }
        case C.OP_GROUPREF:
        case C.OP_GROUPREF_FOLD: {
          const mark = code[pc + 1]!;
          if (mark >= lastmark) break forward;
          const p = marks[mark]!;
          const e = marks[mark + 1]!;
          if (p < 0 || e < p || (e > p && e - p > end - ptr)) break forward;
          const fold = code[pc] === C.OP_GROUPREF ? C.FOLD_NONE : code[pc + 2]!;
          if (!sameGroup(program, s, fold, p, e, ptr)) break forward;
          ptr += e - p;
          fuel -= (e - p) >> 4;
          pc += code[pc] === C.OP_GROUPREF ? 2 : 3;
          continue;
        }
        case C.OP_GROUPREF_EXISTS: {
          const mark = code[pc + 1]!;
          if (mark >= lastmark || marks[mark]! < 0 || marks[mark + 1]! < marks[mark]!) pc = code[pc + 2]!;
          else pc += 3;
          continue;
        }
        case C.OP_SUCCESS: {
          if (barrier < 0) {
            if (toplevel && ((state.matchAll && ptr !== end) || (state.mustAdvance && ptr === state.start))) break forward;
            state.ptr = ptr;
            state.lastmark = lastmark;
            state.lastindex = lastindex;
            state.fuel = fuel;
            return true;
          }
          // The body of the innermost barrier has matched: its choices are gone.
          const fields = barrier;
          const kind = stack[fields + 7]!;
          const item = stack[fields + 6]!;
          if (kind === K_POSSESSIVE_LEAST && stack[fields + 5]! + 1 < code[item + 1]!) {
            stack[fields + 5]!++;
            top = fields + SIZE_CHOICE;
            pc = item + 4;
            if (--fuel < 0) fuel = state.tick(fuel);
            continue;
          }
          repeat = stack[fields + 3]!;
          top = fields - stack[fields]! - 1;
          barrier = stack[top]!;
          if (kind === K_ASSERT_NOT) break forward;
          if (kind === K_POSSESSIVE_LEAST || kind === K_POSSESSIVE_MORE) {
            loopPc = item;
            loopCount = stack[fields + 5]! + 1;
            loopPtr = kind === K_POSSESSIVE_LEAST ? -1 : stack[fields + 4]!;
            pc = 0;
            continue;
          }
          if (kind === K_ASSERT) ptr = stack[fields + 4]!;
          pc = item;
          continue;
        }
        default:
          break forward;
      }
    }

    // Backward, to the newest choice that has something left.
    if (--fuel < 0) fuel = state.tick(fuel);
    backward: for (;;) {
      if (top === 0) {
        state.fuel = fuel;
        return false;
      }
      const kind = stack[top - 1]!;
      if (kind >= K_REPEAT) {
        // What it would restore, a choice below restores as well.
        if (kind === K_REPEAT) top -= SIZE_REPEAT;
        else {
          top -= SIZE_COUNTED;
          const record = stack[top]!;
          stack[record] = stack[top + 1]! - 1;
          if (kind === K_MIN_COUNTED) stack[record + 3] = stack[top + 2]!;
        }
        continue;
      }
      const fields = top - SIZE_CHOICE;
      const n = stack[fields]!;
      const base = fields - n;
      const a = stack[fields + 5]!;
      const b = stack[fields + 6]!;
      for (let k = 0; k < n; k++) marks[k] = stack[base + k]!;
      lastmark = stack[fields + 1]!;
      lastindex = stack[fields + 2]!;
      repeat = stack[fields + 3]!;
      ptr = stack[fields + 4]!;
      switch (kind) {
        case K_BRANCH: {
          const { items } = program.branches[b]!;
          pc = items[a]!;
          if (items[a + 1]! < 0) top = base;
          else stack[fields + 5] = a + 1;
          break backward;
        }
        case K_REPEAT_ONE: {
          ptr--;
          const tail = code[b + C.ONE_TAIL_KIND]!;
          if (tail === C.OP_CHAR) {
            const c = code[b + C.ONE_TAIL_ARG]!;
            while (ptr >= a && at(s, ptr) !== c) ptr--;
          } else if (tail === C.OP_SET) {
            const set = code[b + C.ONE_TAIL_ARG]!;
            while (ptr >= a && !fits(program, s, C.OP_SET, set, ptr)) ptr--;
          }
          if (ptr > a) stack[fields + 4] = ptr;
          else {
            top = base;
            if (ptr < a) continue;
          }
          pc = b + C.ONE_SIZE;
          break backward;
        }
        case K_MIN_REPEAT_ONE: {
          ptr = fits(program, s, code[b + C.ONE_KIND]!, code[b + C.ONE_ARG]!, ptr) ? ptr + 1 : -1;
          const tail = code[b + C.ONE_TAIL_KIND]!;
          if (ptr >= 0 && (tail === C.OP_CHAR || tail === C.OP_SET)) {
            const begun = ptr;
            ptr = skipToTail(program, s, b, ptr, a, end);
            fuel -= ((ptr < 0 ? ~ptr : ptr) - begun) >> 4;
          }
          if (ptr >= 0 && ptr < a) stack[fields + 4] = ptr;
          else {
            top = base;
            if (ptr < 0) continue;
          }
          pc = b + C.ONE_SIZE;
          break backward;
        }
        case K_MAX_UNTIL: {
          const record = repeat;
          top = base;
          stack[record] = a - 1;
          stack[record + 3] = b;
          repeat = stack[record + 2]!;
          pc = code[stack[record + 1]! + 3]! + 1;
          break backward;
        }
        case K_MIN_UNTIL: {
          const item = stack[repeat + 1]!;
          const max = code[item + 2]!;
          const last = stack[repeat + 3]!;
          top = base;
          if ((max >= 0 && a >= max) || ptr === last) continue;
          stack[repeat] = a;
          stack[repeat + 3] = ptr;
          stack[top] = repeat;
          stack[top + 1] = a;
          stack[top + 2] = last;
          stack[top + 3] = K_MIN_COUNTED;
          top += SIZE_COUNTED;
          pc = item + 4;
          break backward;
        }
        default:
          // A barrier: its body has failed.
          top = base - 1;
          barrier = stack[top]!;
          if (kind === K_ASSERT_NOT) pc = b;
          else if (kind === K_POSSESSIVE_MORE) pc = code[b + 3]!;
          else continue;
          break backward;
      }
    }
  }
}

/**
 * For a lazy repeat with a known tail: the first position from `ptr` on, up to `most`, where the tail can start, if the item
 * matches all characters before it; else ~p, where p is how far it looked.
 */
function skipToTail(program: Program, s: Subject, pc: number, start: number, most: number, end: number): number {
  const { code } = program;
  const kind = code[pc + C.ONE_KIND]!;
  const arg = code[pc + C.ONE_ARG]!;
  const tail = code[pc + C.ONE_TAIL_KIND]!;
  const tailArg = code[pc + C.ONE_TAIL_ARG]!;
  for (let ptr = start; ; ptr++) {
    if (ptr >= end) return ~ptr;
    if (tail === C.OP_CHAR ? at(s, ptr) === tailArg : fits(program, s, C.OP_SET, tailArg, ptr)) return ptr;
    if (ptr >= most || !fits(program, s, kind, arg, ptr)) return ~ptr;
  }
}

/** One attempt at the state's start, with its conditions. */
export function matchHere(program: Program, state: MatchState, s: Subject): boolean {
  // A start behind the end passes, as an unsigned difference does.
  if (state.start <= state.end && state.end - state.start < program.info.minWidth) return false;
  return run(program, state, s, program.entry, state.start, true);
}

/** The leftmost match from the state's start on; state.start is where it starts. */
export function searchFrom(program: Program, state: MatchState, s: Subject): boolean {
  const { info, entry } = program;
  const { end } = state;
  let ptr = state.start;
  if (ptr > end || end - ptr < info.minWidth) return false;
  if (info.prefix.length > 0) return searchPrefix(program, state, s);
  if (program.first !== undefined) return searchFirst(program, state, s, program.first);
  if (run(program, state, s, entry, ptr, true)) return true;
  state.mustAdvance = false;
  if (program.anchored) return false;
  const last = info.minWidth > 1 ? end - info.minWidth + 1 : end;
  while (ptr < last) {
    if (program.lineAnchored) {
      ptr = scanFor(s, 10, ptr, end) + 1;
      if (ptr > end) return false;
    } else ptr++;
    state.start = ptr;
    if (run(program, state, s, entry, ptr, false)) return true;
  }
  return false;
}

function searchPrefix(program: Program, state: MatchState, s: Subject): boolean {
  const { info } = program;
  state.mustAdvance = false;
  for (let ptr = state.start; ; ptr++) {
    ptr = findPrefix(s, program, ptr, state.end);
    if (ptr < 0) return false;
    state.start = ptr;
    if (info.literal) {
      state.ptr = ptr + info.prefixSkip;
      state.lastmark = -1;
      state.lastindex = -1;
      return true;
    }
    if (run(program, state, s, info.prefixEntry, ptr + info.prefixSkip, false)) return true;
  }
}

function searchFirst(program: Program, state: MatchState, s: Subject, first: Uint8Array): boolean {
  const { end } = state;
  const others = first[OTHERS]!;
  const set = program.firstSet;
  const last = end - Math.max(program.info.minWidth, 1);
  state.mustAdvance = false;
  for (let ptr = state.start; ptr <= last; ptr++) {
    const c = at(s, ptr);
    if (c < 256 ? first[c] === 0 : others === 0 || (set >= 0 && !program.sets.hasHigh(set, c))) continue;
    state.start = ptr;
    if (run(program, state, s, program.entry, ptr, false)) return true;
  }
  return false;
}
