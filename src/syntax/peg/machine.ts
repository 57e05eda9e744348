// Runs the rule tables with the semantics of CPython's generated PEG parser (Parser/parser.c), on a stack of its own: the
// depth of the source never becomes depth of the host's stack. See docs/syntax-errors.md.
import { PythonError } from "../../base/python-error.ts";
import { hasToken } from "./first-sets.ts";
import {
  ITEM_ANY_SOFT, ITEM_CALL, ITEM_CUT, ITEM_FORCED, ITEM_NAME, ITEM_NUMBER, ITEM_SIZE, ITEM_SOFT, ITEM_TOKEN,
  MATCHED, MODE_AHEAD, MODE_NOT_AHEAD, MODE_OPTIONAL, MODE_REQUIRED, RULE_LEFT, RULE_LOOP0, RULE_LOOP1, RULE_PLAIN,
} from "./grammar.ts";
import type { CompiledRule, Grammar } from "./grammar.ts";
import type { PegParser } from "./parser.ts";

/** As many rule functions may be active at once (MAXSTACK). */
const MAXSTACK = 6000;
/** From here on no rule is skipped because of the token before it: CPython enters such rules, and may overflow in them. */
const NEAR_MAXSTACK = MAXSTACK - 100;
const NO_CODE = new Int32Array(0);

/** What a rule answered at a token: kept in a list at that token. */
export interface Memo {
  readonly rule: number;
  node: unknown;
  mark: number;
  readonly next: Memo | null;
}

class Frame {
  rule: CompiledRule;
  alternative = 0;
  code: Int32Array = NO_CODE;
  pc = 0;
  /** Where the alternatives start (a loop moves it on with each round). */
  mark = 0;
  /** Where the current look-ahead started. */
  aheadMark = 0;
  cut = false;
  outerInvalid = false;
  children: unknown[] | null = null;
  /** A left-recursive rule's longest match so far. */
  best: unknown = null;
  bestMark = 0;
  readonly values: unknown[] = [null, null, null, null, null, null, null];
  constructor(rule: CompiledRule) {
    this.rule = rule;
  }
}

export class Machine {
  private readonly p: PegParser;
  private readonly grammar: Grammar;
  private readonly frames: Frame[] = [];
  private depth = 0;
  /** Answer of the rule that ended last. null: it does not match here. */
  private value: unknown = null;

  constructor(p: PegParser, grammar: Grammar) {
    this.p = p;
    this.grammar = grammar;
  }

  /** Parses from the parser's mark; null when `rule` does not match. Throws what the tokenizer and the actions raise. */
  run(rule: number): unknown {
    this.depth = 0;
    if (this.enter(rule)) {
      do this.step();
      while (this.depth > 0);
    }
    return this.value;
  }

  /** Starts a rule; false when its answer (this.value) is known already. */
  private enter(index: number): boolean {
    if (this.depth === MAXSTACK) throw new PythonError("MemoryError", "Parser stack overflowed - Python source too complex to parse");
    const p = this.p;
    const rule = this.grammar.rules[index];
    if (rule.first !== null && this.depth < NEAR_MAXSTACK) {
      if (p.mark === p.list.length) p.fillToken();
      if (!hasToken(rule.first, p.list[p.mark].type)) {
        this.value = rule.kind === RULE_LOOP0 ? [] : null;
        return false;
      }
    }
    if (rule.memo >= 0) {
      if (p.mark === p.fill) p.fillToken();
      for (let memo = p.list[p.mark].memo; memo !== null; memo = memo.next) {
        if (memo.rule === rule.memo) {
          p.mark = memo.mark;
          this.value = memo.node;
          return false;
        }
      }
    }
    let frame = this.frames[this.depth];
    if (frame === undefined) this.frames.push((frame = new Frame(rule)));
    this.depth++;
    frame.rule = rule;
    frame.mark = p.mark;
    frame.cut = false;
    if (rule.withoutInvalid) {
      frame.outerInvalid = p.callInvalidRules;
      p.callInvalidRules = false;
    }
    if (rule.kind === RULE_LEFT) {
      frame.best = null;
      frame.bestMark = p.mark;
      this.remember(rule, frame.mark, null);
      return this.enter(rule.raw);
    }
    frame.children = rule.kind === RULE_PLAIN ? null : [];
    frame.alternative = -1;
    if (this.nextAlternative(frame)) return true;
    this.fail(frame);
    return false;
  }

  /** Moves on to the next alternative that is to be tried; false when there is none. */
  private nextAlternative(frame: Frame): boolean {
    const p = this.p;
    const alternatives = frame.rule.alternatives;
    const type = p.mark < p.list.length && this.depth < NEAR_MAXSTACK ? p.list[p.mark].type : -1;
    while (++frame.alternative < alternatives.length) {
      const alternative = alternatives[frame.alternative];
      if (alternative.invalid && !p.callInvalidRules) continue;
      if (type >= 0 && alternative.first !== null && !hasToken(alternative.first, type)) continue;
      frame.code = alternative.code;
      frame.pc = 0;
      return true;
    }
    return false;
  }

  /** Does the item at which the topmost frame stands. */
  private step(): void {
    const p = this.p;
    const frame = this.frames[this.depth - 1];
    const code = frame.code;
    const pc = frame.pc;
    if (code[pc + 2] >= MODE_AHEAD) frame.aheadMark = p.mark;
    switch (code[pc]) {
      case ITEM_TOKEN:
        this.value = p.expect(code[pc + 1]);
        break;
      case ITEM_CALL:
        if (this.enter(code[pc + 1])) return;
        break;
      case ITEM_NAME:
        this.value = p.nameToken();
        break;
      case ITEM_NUMBER:
        this.value = p.numberToken();
        break;
      case ITEM_SOFT:
        this.value = p.softKeyword(this.grammar.softKeywords[code[pc + 1]]);
        break;
      case ITEM_ANY_SOFT:
        this.value = p.anySoftKeyword();
        break;
      case ITEM_FORCED:
        this.value = p.forced(code[pc + 1]);
        break;
      case ITEM_CUT:
        frame.cut = true;
        this.value = MATCHED;
        break;
    }
    this.settle();
  }

  /** Hands this.value to the waiting item, and on to the callers as long as that ends their rules. */
  private settle(): void {
    const p = this.p;
    while (this.depth > 0) {
      const frame = this.frames[this.depth - 1];
      const rule = frame.rule;
      if (rule.kind === RULE_LEFT) {
        if (this.value !== null && p.mark > frame.bestMark) {
          frame.best = this.value;
          frame.bestMark = p.mark;
          // The memo, with its mark, is what the recursive call inside will find.
          this.remember(rule, frame.mark, this.value);
          p.mark = frame.mark;
          this.enter(rule.raw);
          return;
        }
        p.mark = frame.bestMark;
        this.value = frame.best;
        this.depth--;
        continue;
      }
      const code = frame.code;
      const pc = frame.pc;
      let matched = true;
      switch (code[pc + 2]) {
        case MODE_REQUIRED:
          matched = this.value !== null;
          break;
        case MODE_OPTIONAL:
          break;
        case MODE_AHEAD:
          matched = this.value !== null;
          p.mark = frame.aheadMark;
          break;
        case MODE_NOT_AHEAD:
          matched = this.value === null;
          p.mark = frame.aheadMark;
          break;
      }
      if (matched) {
        const slot = code[pc + 3];
        if (slot >= 0) frame.values[slot] = this.value;
        frame.pc = pc + ITEM_SIZE;
        if (frame.pc < code.length) return;
        this.conclude(frame);
        if (rule.kind === RULE_PLAIN) {
          this.leave(frame, true);
          continue;
        }
        frame.children!.push(this.value);
        frame.mark = p.mark;
        frame.pc = 0;
        return;
      }
      p.mark = frame.mark;
      if (frame.cut) {
        this.value = null;
        this.leave(frame, false);
        continue;
      }
      if (this.nextAlternative(frame)) return;
      this.fail(frame);
    }
  }

  /** Computes the value of an alternative all of whose items matched. */
  private conclude(frame: Frame): void {
    const alternative = frame.rule.alternatives[frame.alternative];
    const v = frame.values;
    if (alternative.action !== null) {
      this.p.setSpan(frame.mark);
      this.value = alternative.action(this.p, v[0], v[1], v[2], v[3], v[4], v[5], v[6]) ?? null;
    } else {
      this.value = alternative.result >= 0 ? v[alternative.result] : MATCHED;
    }
  }

  /** No alternative (any more) matches: the end of a loop, a failure of any other rule. */
  private fail(frame: Frame): void {
    const kind = frame.rule.kind;
    this.value = kind === RULE_LOOP0 || (kind === RULE_LOOP1 && frame.children!.length > 0) ? frame.children : null;
    frame.children = null;
    this.leave(frame, true);
  }

  private leave(frame: Frame, remember: boolean): void {
    const rule = frame.rule;
    if (rule.withoutInvalid) this.p.callInvalidRules = frame.outerInvalid;
    if (remember && rule.memo >= 0) {
      const token = this.p.list[frame.mark];
      token.memo = { rule: rule.memo, node: this.value, mark: this.p.mark, next: token.memo };
    }
    this.depth--;
  }

  /** Sets or replaces the memo of a left-recursive rule. */
  private remember(rule: CompiledRule, mark: number, node: unknown): void {
    const token = this.p.list[mark];
    for (let memo = token.memo; memo !== null; memo = memo.next) {
      if (memo.rule === rule.memo) {
        memo.node = node;
        memo.mark = this.p.mark;
        return;
      }
    }
    token.memo = { rule: rule.memo, node, mark: this.p.mark, next: token.memo };
  }
}
