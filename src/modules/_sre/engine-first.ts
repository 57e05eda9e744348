// What can come first: the characters that a match, or the tail of a repeat, can start with. The matcher skips positions by
// it that must fail; a skipped attempt has no effect that could be seen later. See docs/modules-sre.md.
import * as C from "./engine-codes.ts";
import type { CharacterSets } from "./engine-sets.ts";

/** Index of the entry that stands for all characters from 256 on. */
export const OTHERS = 256;
/** Index of the entry that stands for the end of the subject. */
export const END = 257;

/** Gives every repeat of one character the test of the character that must follow it, where that is one test. */
export function linkTails(code: Int32Array, repeats: readonly number[], sets: CharacterSets): void {
  for (const at of repeats) {
    let pc = at + C.ONE_SIZE;
    let marked = false;
    for (;;) {
      if (code[pc] === C.OP_JUMP) pc = code[pc + 1]!;
      else if (code[pc] === C.OP_OPEN || code[pc] === C.OP_CLOSE) {
        marked = true;
        pc += 2;
      } else break;
    }
    switch (code[pc]) {
      case C.OP_CHAR:
      case C.OP_SET:
        code[at + C.ONE_TAIL_KIND] = code[pc]!;
        code[at + C.ONE_TAIL_ARG] = code[pc + 1]!;
        break;
      case C.OP_CHARS:
        code[at + C.ONE_TAIL_KIND] = C.OP_CHAR;
        code[at + C.ONE_TAIL_ARG] = code[pc + 2]!;
        break;
      case C.OP_SUCCESS:
        // Only the bare end of the pattern: marks before it are set by running them.
        if (!marked) code[at + C.ONE_TAIL_KIND] = C.OP_SUCCESS;
        break;
      default:
        break;
    }
    if (code[at + C.ONE_TAIL_KIND] === C.OP_CHAR && !unitHas(code[at + C.ONE_KIND]!, code[at + C.ONE_ARG]!, code[at + C.ONE_TAIL_ARG]!, sets)) {
      code[at + C.ONE_SOLO] = 1;
    }
  }
}

function unitHas(kind: number, arg: number, c: number, sets: CharacterSets): boolean {
  switch (kind) {
    case C.OP_CHAR:
      return c === arg;
    case C.OP_NOT_CHAR:
      return c !== arg;
    case C.OP_SET:
      return c >= 0 && c <= 0x10ffff && sets.has(arg, c);
    case C.OP_ANY:
      return c !== 10;
    default:
      return true;
  }
}

/** Operators looked at before giving up. */
const PATIENCE = 200;

export class FirstCharacters {
  readonly table = new Uint8Array(258);
  private left = PATIENCE;
  private readonly code: Int32Array;
  private readonly sets: CharacterSets;

  constructor(code: Int32Array, sets: CharacterSets) {
    this.code = code;
    this.sets = sets;
  }

  addUnit(kind: number, arg: number): void {
    const { table, sets } = this;
    if (kind === C.OP_CHAR) {
      table[arg >= 0 && arg < 256 ? arg : OTHERS] = 1;
      return;
    }
    table[OTHERS] = 1;
    if (kind === C.OP_SET) {
      for (let c = 0; c < 256; c++) table[c]! |= sets.latin1[(arg << 8) | c]!;
      return;
    }
    const spared = kind === C.OP_NOT_CHAR ? arg : kind === C.OP_ANY ? 10 : -1;
    for (let c = 0; c < 256; c++) if (c !== spared) table[c] = 1;
  }

  /** Adds what can come first from here on, the end of the subject included; false when it is not known. */
  walk(start: number): boolean {
    const { code } = this;
    for (let pc = start; ; ) {
      if (--this.left < 0) return false;
      const arg = code[pc + 1]!;
      switch (code[pc]) {
        case C.OP_CHAR:
        case C.OP_NOT_CHAR:
        case C.OP_SET:
        case C.OP_ANY:
        case C.OP_ALL:
          this.addUnit(code[pc]!, arg);
          return true;
        case C.OP_CHARS:
          this.addUnit(C.OP_CHAR, code[pc + 2]!);
          return true;
        case C.OP_FAIL:
          return true;
        case C.OP_OPEN:
        case C.OP_CLOSE:
        case C.OP_AT_BOUNDARY:
        case C.OP_AT_NON_BOUNDARY:
          pc += 2;
          break;
        case C.OP_AT_BEGIN:
        case C.OP_AT_BEGIN_LINE:
          pc += 1;
          break;
        case C.OP_AT_END:
        case C.OP_AT_END_LINE:
          this.table[10] = 1;
          this.table[END] = 1;
          return true;
        case C.OP_AT_END_STRING:
          this.table[END] = 1;
          return true;
        case C.OP_JUMP:
          pc = arg;
          break;
        case C.OP_BRANCH:
          for (let k = pc + 2; code[k] !== -1; k++) if (!this.walk(code[k]!)) return false;
          return true;
        case C.OP_REPEAT_ONE:
        case C.OP_MIN_REPEAT_ONE:
        case C.OP_POSSESSIVE_REPEAT_ONE:
          this.addUnit(arg, code[pc + C.ONE_ARG]!);
          if (code[pc + C.ONE_MIN]! > 0) return true;
          pc += C.ONE_SIZE;
          break;
        case C.OP_REPEAT:
          if (!this.walk(pc + 4)) return false;
          if (arg > 0) return true;
          pc = code[pc + 3]! + 1;
          break;
        case C.OP_POSSESSIVE_REPEAT:
          if (!this.walk(pc + 4)) return false;
          if (arg > 0) return true;
          pc = code[pc + 3]!;
          break;
        case C.OP_ATOMIC:
          return this.walk(pc + 2);
        case C.OP_ASSERT:
        case C.OP_ASSERT_NOT:
          pc = code[pc + 2]!;
          break;
        default:
          return false;
      }
    }
  }
}

/** Which alternatives of a branch can match, by the character that comes next. */
export class BranchTable {
  /** Index of the branch in the code. */
  readonly pc: number;
  /** 258 entries: where in `items` the list of a character starts; empty until first used. */
  index: Int32Array = new Int32Array(0);
  /** Lists of targets, each with a -1 behind it. */
  items: Int32Array = new Int32Array(0);
  constructor(pc: number) {
    this.pc = pc;
  }

  fill(code: Int32Array, sets: CharacterSets): void {
    const tables: (Uint8Array | undefined)[] = [];
    const targets: number[] = [];
    for (let k = this.pc + 2; code[k] !== -1; k++) {
      const found = new FirstCharacters(code, sets);
      targets.push(code[k]!);
      tables.push(found.walk(code[k]!) ? found.table : undefined);
    }
    const index = new Int32Array(258);
    const items: number[] = [];
    const known = new Map<string, number>();
    for (let c = 0; c < index.length; c++) {
      let key = "";
      for (let i = 0; i < tables.length; i++) key += tables[i] === undefined || tables[i]![c] !== 0 ? "1" : "0";
      let at = known.get(key);
      if (at === undefined) {
        at = items.length;
        known.set(key, at);
        for (let i = 0; i < targets.length; i++) if (key[i] === "1") items.push(targets[i]!);
        items.push(-1);
      }
      index[c] = at;
    }
    this.items = Int32Array.from(items);
    this.index = index;
  }
}

/**
 * The table of Program.first. `charset` is the number of the set that the pattern's INFO block names, or -1; where it is
 * narrower than what the program itself says, a search goes by it, as CPython's does.
 */
export function analyzeFirst(code: Int32Array, entry: number, sets: CharacterSets, charset: number): Uint8Array | undefined {
  const found = new FirstCharacters(code, sets);
  const known = found.walk(entry) && found.table[END] === 0;
  if (charset < 0) return known ? found.table : undefined;
  const given = new FirstCharacters(code, sets);
  given.addUnit(C.OP_SET, charset);
  if (known) for (let c = 0; c <= OTHERS; c++) given.table[c]! &= found.table[c]!;
  return given.table;
}
