// Turns pattern code into the program that the matcher runs: absolute targets, sets as tables, runs of literals as one
// operator, and what is known of the characters a repeat or a search must find next. See docs/modules-sre.md.
import { C_LOCALE } from "./engine-characters.ts";
import type { LocaleTables } from "./engine-characters.ts";
import * as C from "./engine-codes.ts";
import { analyzeFirst, BranchTable, linkTails } from "./engine-first.ts";
import { CharacterSets } from "./engine-sets.ts";
import { isValidCode, unitSize } from "./engine-validate.ts";

/** What a search knows before it runs the program. */
export interface SearchInfo {
  /** Fewer characters never match. */
  readonly minWidth: number;
  /** Characters that every match starts with; empty when unknown. */
  readonly prefix: readonly number[];
  /** The prefix as text; undefined when it is empty or has characters outside the BMP. */
  readonly prefixText: string | undefined;
  /** The prefix is the whole pattern. */
  readonly literal: boolean;
  /** How many characters of the prefix need no second look. */
  readonly prefixSkip: number;
  /** Where the program goes on behind those. */
  readonly prefixEntry: number;
}

/** Pattern code, ready to run. Immutable but for caches. */
export interface Program {
  readonly code: Int32Array;
  readonly sets: CharacterSets;
  /** sets.latin1. */
  readonly latin1: Uint8Array;
  readonly branches: readonly BranchTable[];
  readonly entry: number;
  readonly groups: number;
  readonly flags: number;
  readonly info: SearchInfo;
  /** 257 entries: 1 for each Latin-1 character that a match can start with; the last for all others. Undefined when a match may be empty. */
  readonly first: Uint8Array | undefined;
  /** The set that characters from 256 on must be in as well, or -1. */
  readonly firstSet: number;
  /** Every match starts at the beginning of the subject. */
  readonly anchored: boolean;
  /** Every match starts at the beginning of a line. */
  readonly lineAnchored: boolean;
}

const LARGEST = 0x7fffffff;

class Translator {
  readonly source: Uint32Array;
  readonly sets: CharacterSets;
  readonly out: number[] = [C.OP_POSSESSIVE_LOOP];
  /** Repeats of one character, for linkTails. */
  readonly repeats: number[] = [];
  readonly branches: BranchTable[] = [];
  /** Source index at which a run of literals must be cut, and where that came to lie. */
  cut = -1;
  cutTarget = -1;

  constructor(source: Uint32Array, sets: CharacterSets) {
    this.source = source;
    this.sets = sets;
  }

  block(start: number, end: number): void {
    const { source, out } = this;
    for (let i = start; i < end; ) {
      if (i === this.cut) this.cutTarget = out.length;
      if (source[i] === C.SRE_LITERAL) i = this.literals(i, end);
      else if (source[i] === C.SRE_JUMP) i += 2;
      else i = this.operator(i);
    }
    if (end === this.cut) this.cutTarget = out.length;
  }

  private literals(at: number, end: number): number {
    const { source, out } = this;
    let i = at + 2;
    while (i < end && source[i] === C.SRE_LITERAL && i !== this.cut) i += 2;
    const count = (i - at) / 2;
    if (count === 1) {
      out.push(C.OP_CHAR, source[at + 1]! | 0);
      return i;
    }
    out.push(C.OP_CHARS, count);
    for (let k = at + 1; k < i; k += 2) out.push(source[k]! | 0);
    return i;
  }

  /** Kind of a single-character operator; its operand is left in `unitArg`. */
  private unit(at: number): number {
    const { source, sets } = this;
    const arg = source[at + 1]!;
    const setEnd = at + 1 + arg;
    switch (source[at]) {
      case C.SRE_ANY:
        return C.OP_ANY;
      case C.SRE_ANY_ALL:
        return C.OP_ALL;
      case C.SRE_LITERAL:
        this.unitArg = arg | 0;
        return C.OP_CHAR;
      case C.SRE_NOT_LITERAL:
        this.unitArg = arg | 0;
        return C.OP_NOT_CHAR;
      case C.SRE_CATEGORY:
        this.unitArg = sets.fromCategory(arg);
        return C.OP_SET;
      case C.SRE_IN:
        this.unitArg = sets.fromCode(at + 2, setEnd, C.FOLD_NONE);
        return C.OP_SET;
      case C.SRE_IN_IGNORE:
        this.unitArg = sets.fromCode(at + 2, setEnd, C.FOLD_ASCII);
        return C.OP_SET;
      case C.SRE_IN_LOC_IGNORE:
        this.unitArg = sets.fromCode(at + 2, setEnd, C.FOLD_LOCALE);
        return C.OP_SET;
      case C.SRE_IN_UNI_IGNORE:
        this.unitArg = sets.fromCode(at + 2, setEnd, C.FOLD_UNICODE);
        return C.OP_SET;
      default:
        this.unitArg = this.literalSet(source[at]!, arg);
        return C.OP_SET;
    }
  }
  private unitArg = 0;

  private literalSet(op: number, literal: number): number {
    switch (op) {
      case C.SRE_LITERAL_IGNORE:
        return this.sets.fromLiteral(literal, C.FOLD_ASCII, false);
      case C.SRE_NOT_LITERAL_IGNORE:
        return this.sets.fromLiteral(literal, C.FOLD_ASCII, true);
      case C.SRE_LITERAL_LOC_IGNORE:
        return this.sets.fromLiteral(literal, C.FOLD_LOCALE, false);
      case C.SRE_NOT_LITERAL_LOC_IGNORE:
        return this.sets.fromLiteral(literal, C.FOLD_LOCALE, true);
      case C.SRE_LITERAL_UNI_IGNORE:
        return this.sets.fromLiteral(literal, C.FOLD_UNICODE, false);
      default:
        return this.sets.fromLiteral(literal, C.FOLD_UNICODE, true);
    }
  }

  /** Translates one operator; gives the index behind it. */
  private operator(at: number): number {
    const { source, out } = this;
    const arg = source[at + 1]!;
    switch (source[at]) {
      case C.SRE_FAILURE:
        out.push(C.OP_FAIL);
        return at + 1;
      case C.SRE_SUCCESS:
        out.push(C.OP_SUCCESS);
        return at + 1;
      case C.SRE_INFO:
        return at + 1 + arg;
      case C.SRE_MARK:
        out.push((arg & 1) === 1 ? C.OP_CLOSE : C.OP_OPEN, arg);
        return at + 2;
      case C.SRE_AT:
        this.position(arg);
        return at + 2;
      case C.SRE_BRANCH:
        return this.branch(at + 1);
      case C.SRE_REPEAT_ONE:
        return this.repeatOne(C.OP_REPEAT_ONE, at + 1);
      case C.SRE_MIN_REPEAT_ONE:
        return this.repeatOne(C.OP_MIN_REPEAT_ONE, at + 1);
      case C.SRE_POSSESSIVE_REPEAT_ONE:
        return this.repeatOne(C.OP_POSSESSIVE_REPEAT_ONE, at + 1);
      case C.SRE_REPEAT:
        return this.repeat(at + 1);
      case C.SRE_POSSESSIVE_REPEAT: {
        const head = out.push(C.OP_POSSESSIVE_REPEAT, this.least(at + 2), this.most(at + 3), 0);
        this.block(at + 4, at + 1 + arg);
        out.push(C.OP_SUCCESS);
        out[head - 1] = out.length;
        return at + 2 + arg;
      }
      case C.SRE_ATOMIC_GROUP: {
        const head = out.push(C.OP_ATOMIC, 0);
        this.block(at + 2, at + 1 + arg);
        out[head - 1] = out.length;
        return at + 1 + arg;
      }
      case C.SRE_ASSERT:
      case C.SRE_ASSERT_NOT: {
        const head = out.push(source[at] === C.SRE_ASSERT ? C.OP_ASSERT : C.OP_ASSERT_NOT, this.least(at + 2), 0);
        this.block(at + 3, at + 1 + arg);
        out[head - 1] = out.length;
        return at + 1 + arg;
      }
      case C.SRE_GROUPREF:
        out.push(C.OP_GROUPREF, 2 * arg);
        return at + 2;
      case C.SRE_GROUPREF_IGNORE:
        out.push(C.OP_GROUPREF_FOLD, 2 * arg, C.FOLD_ASCII);
        return at + 2;
      case C.SRE_GROUPREF_LOC_IGNORE:
        out.push(C.OP_GROUPREF_FOLD, 2 * arg, C.FOLD_LOCALE);
        return at + 2;
      case C.SRE_GROUPREF_UNI_IGNORE:
        out.push(C.OP_GROUPREF_FOLD, 2 * arg, C.FOLD_UNICODE);
        return at + 2;
      case C.SRE_GROUPREF_EXISTS:
        return this.condition(at + 1);
      default: {
        const kind = this.unit(at);
        out.push(kind);
        if (kind !== C.OP_ANY && kind !== C.OP_ALL) out.push(this.unitArg);
        return at + unitSize(source, at);
      }
    }
  }

  private least(at: number): number {
    return Math.min(this.source[at]!, LARGEST);
  }

  private most(at: number): number {
    const max = this.source[at]!;
    return max === C.MAXREPEAT ? -1 : Math.min(max, LARGEST);
  }

  private position(code: number): void {
    const { out, sets } = this;
    switch (code) {
      case C.AT_BEGINNING:
      case C.AT_BEGINNING_STRING:
        out.push(C.OP_AT_BEGIN);
        return;
      case C.AT_BEGINNING_LINE:
        out.push(C.OP_AT_BEGIN_LINE);
        return;
      case C.AT_END:
        out.push(C.OP_AT_END);
        return;
      case C.AT_END_LINE:
        out.push(C.OP_AT_END_LINE);
        return;
      case C.AT_END_STRING:
        out.push(C.OP_AT_END_STRING);
        return;
      case C.AT_BOUNDARY:
      case C.AT_NON_BOUNDARY:
        out.push(code === C.AT_BOUNDARY ? C.OP_AT_BOUNDARY : C.OP_AT_NON_BOUNDARY, sets.fromCategory(C.CATEGORY_WORD));
        return;
      case C.AT_LOC_BOUNDARY:
      case C.AT_LOC_NON_BOUNDARY:
        out.push(code === C.AT_LOC_BOUNDARY ? C.OP_AT_BOUNDARY : C.OP_AT_NON_BOUNDARY, sets.fromCategory(C.CATEGORY_LOC_WORD));
        return;
      default:
        out.push(code === C.AT_UNI_BOUNDARY ? C.OP_AT_BOUNDARY : C.OP_AT_NON_BOUNDARY, sets.fromCategory(C.CATEGORY_UNI_WORD));
    }
  }

  private branch(at: number): number {
    const { source, out } = this;
    const head = out.length + 2;
    out.push(C.OP_BRANCH, this.branches.length);
    this.branches.push(new BranchTable(head - 2));
    for (let i = at; source[i] !== 0; i += source[i]!) out.push(0);
    out.push(-1);
    let i = at;
    const jumps: number[] = [];
    for (let k = head; source[i] !== 0; k++) {
      out[k] = out.length;
      this.block(i + 1, i + source[i]! - 2);
      jumps.push(out.push(C.OP_JUMP, 0) - 1);
      i += source[i]!;
    }
    for (const jump of jumps) out[jump] = out.length;
    return i + 1;
  }

  private repeatOne(op: number, at: number): number {
    const { source, out } = this;
    this.repeats.push(out.length);
    const kind = this.unit(at + 3);
    out.push(op, kind, kind === C.OP_ANY || kind === C.OP_ALL ? 0 : this.unitArg, this.least(at + 1), this.most(at + 2), 0, 0, 0);
    return at + source[at]!;
  }

  private repeat(at: number): number {
    const { source, out } = this;
    const head = out.push(C.OP_REPEAT, this.least(at + 1), this.most(at + 2), 0);
    const until = at + source[at]!;
    this.block(at + 3, until);
    out[head - 1] = out.length;
    out.push(source[until] === C.SRE_MAX_UNTIL ? C.OP_MAX_UNTIL : C.OP_MIN_UNTIL);
    return until + 1;
  }

  private condition(at: number): number {
    const { source, out } = this;
    const head = out.push(C.OP_GROUPREF_EXISTS, 2 * source[at]!, 0);
    const other = at + source[at + 1]!;
    // Whether there is a second part shows only in a JUMP before it; an operand may look like one, so walk.
    if (!this.endsWithJump(at + 2, other)) {
      this.block(at + 2, other);
      out[head - 1] = out.length;
      return other;
    }
    this.block(at + 2, other - 2);
    const jump = out.push(C.OP_JUMP, 0) - 1;
    out[head - 1] = out.length;
    const end = other - 1 + source[other - 1]!;
    this.block(other, end);
    out[jump] = out.length;
    return end;
  }

  private endsWithJump(start: number, end: number): boolean {
    let i = start;
    while (i < end && this.source[i] !== C.SRE_JUMP) i = skipOperator(this.source, i);
    return i < end;
  }
}

/** Index behind an operator of valid pattern code. */
function skipOperator(source: Uint32Array, at: number): number {
  switch (source[at]) {
    case C.SRE_FAILURE:
    case C.SRE_SUCCESS:
      return at + 1;
    case C.SRE_BRANCH: {
      let i = at + 1;
      while (source[i] !== 0) i += source[i]!;
      return i + 1;
    }
    case C.SRE_INFO:
    case C.SRE_ASSERT:
    case C.SRE_ASSERT_NOT:
    case C.SRE_ATOMIC_GROUP:
    case C.SRE_REPEAT_ONE:
    case C.SRE_MIN_REPEAT_ONE:
    case C.SRE_POSSESSIVE_REPEAT_ONE:
      return at + 1 + source[at + 1]!;
    case C.SRE_REPEAT:
    case C.SRE_POSSESSIVE_REPEAT:
      return at + 2 + source[at + 1]!;
    case C.SRE_GROUPREF_EXISTS: {
      const other = at + 1 + source[at + 2]!;
      let i = at + 3;
      while (i < other && source[i] !== C.SRE_JUMP) i = skipOperator(source, i);
      return i < other ? other - 1 + source[other - 1]! : other;
    }
    case C.SRE_MARK:
    case C.SRE_AT:
    case C.SRE_GROUPREF:
    case C.SRE_GROUPREF_IGNORE:
    case C.SRE_GROUPREF_LOC_IGNORE:
    case C.SRE_GROUPREF_UNI_IGNORE:
      return at + 2;
    default:
      return at + unitSize(source, at);
  }
}

/**
 * Makes pattern code runnable. `source` is what re._compiler gave to `_sre.compile`, `groups` the number of groups without
 * group 0. Undefined when the code is malformed (RuntimeError "invalid SRE code").
 */
export function compileProgram(source: ArrayLike<number>, flags: number, groups: number, locale: LocaleTables = C_LOCALE): Program | undefined {
  const words = Uint32Array.from(source);
  if (!isValidCode(words, groups)) return undefined;
  const sets = new CharacterSets(words, locale);
  const translator = new Translator(words, sets);
  const hasInfo = words[0] === C.SRE_INFO;
  const start = hasInfo ? 1 + words[1]! : 0;
  const infoFlags = hasInfo ? words[2]! : 0;
  const hasPrefix = (infoFlags & C.INFO_PREFIX) !== 0;
  const prefix = hasPrefix ? Array.from(words.subarray(7, 7 + words[5]!)) : [];
  const prefixSkip = hasPrefix ? words[6]! : 0;
  translator.cut = start + 2 * prefixSkip;
  const entry = translator.out.length;
  translator.block(start, words.length);
  const charset = (infoFlags & C.INFO_CHARSET) !== 0 ? sets.fromCode(5, start, C.FOLD_NONE) : -1;
  sets.finish();
  const code = Int32Array.from(translator.out);
  linkTails(code, translator.repeats, sets);
  const first = hasPrefix ? undefined : analyzeFirst(code, entry, sets, charset);
  const leading = firstOperator(code, entry);
  return {
    code,
    sets,
    latin1: sets.latin1,
    branches: translator.branches,
    entry,
    groups,
    flags,
    info: {
      minWidth: hasInfo ? Math.min(words[3]!, LARGEST) : 0,
      prefix,
      prefixText: hasPrefix && prefix.every((c) => c < 0x10000) ? String.fromCharCode(...prefix) : undefined,
      literal: (infoFlags & C.INFO_LITERAL) !== 0,
      prefixSkip,
      prefixEntry: translator.cutTarget,
    },
    first,
    firstSet: charset,
    anchored: code[entry] === C.OP_AT_BEGIN,
    lineAnchored: leading === C.OP_AT_BEGIN_LINE,
  };
}

function firstOperator(code: Int32Array, entry: number): number {
  let pc = entry;
  while (code[pc] === C.OP_OPEN) pc += 2;
  return code[pc]!;
}
