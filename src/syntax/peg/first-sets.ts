// With which tokens a rule can begin: the machine need not enter a rule, nor try an alternative, that cannot match the next token.
// The results are those of CPython's parser, which tries them all. See docs/syntax-errors.md.
import * as T from "../tokens.ts";
import { ITEM_CALL, ITEM_CUT, ITEM_FORCED, ITEM_NUMBER, ITEM_SIZE, ITEM_TOKEN, MODE_AHEAD, MODE_OPTIONAL, RULE_LEFT, RULE_LOOP0 } from "./grammar.ts";
import type { CompiledAlternative, CompiledRule } from "./grammar.ts";

/** A set of token types: one bit for each, and the bit OPEN when a match may need no token, or an error may be raised before one. */
export type TokenSet = Int32Array;

const OPEN = T.KW_YIELD + 1;
const WORDS = (OPEN >> 5) + 1;

/** Whether `type` is in the set. */
export function hasToken(set: TokenSet, type: number): boolean {
  return ((set[type >> 5] >>> (type & 31)) & 1) !== 0;
}

function add(set: TokenSet, type: number): void {
  set[type >> 5] |= 1 << (type & 31);
}

/** Fills in the `first` of rules and alternatives; null for what is open. */
export function findFirstSets(rules: readonly CompiledRule[]): void {
  const sets: TokenSet[] = rules.map(() => new Int32Array(WORDS));
  const order: number[] = [];
  const seen = new Uint8Array(rules.length);
  for (let index = 0; index < rules.length; index++) visit(rules, index, seen, order);
  // Rules come after those that they begin with; the cycles of left recursion need another round.
  const scratch = new Int32Array(WORDS);
  for (let changed = true; changed; ) {
    changed = false;
    for (const index of order) {
      const rule = rules[index];
      const own = sets[index];
      if (rule.kind === RULE_LEFT) {
        if (merge(own, sets[rule.raw])) changed = true;
        continue;
      }
      for (const alternative of rule.alternatives) {
        begin(alternative, sets, scratch);
        if (merge(own, scratch)) changed = true;
      }
      if (rule.kind === RULE_LOOP0) add(own, OPEN);
    }
  }
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    for (const alternative of rule.alternatives) {
      const set = new Int32Array(WORDS);
      begin(alternative, sets, set);
      alternative.first = hasToken(set, OPEN) ? null : set;
    }
    // A loop without a round is still a match, so it is told from its only alternative.
    if (rule.kind === RULE_LOOP0) rule.first = rule.alternatives[0].first;
    else rule.first = hasToken(sets[index], OPEN) ? null : sets[index];
  }
}

function visit(rules: readonly CompiledRule[], index: number, seen: Uint8Array, order: number[]): void {
  if (seen[index] !== 0) return;
  seen[index] = 1;
  const rule = rules[index];
  if (rule.kind === RULE_LEFT) visit(rules, rule.raw, seen, order);
  for (const { code } of rule.alternatives) {
    for (let at = 0; at < code.length; at += ITEM_SIZE) if (code[at] === ITEM_CALL) visit(rules, code[at + 1], seen, order);
  }
  order.push(index);
}

function merge(into: TokenSet, other: TokenSet): boolean {
  let changed = false;
  for (let word = 0; word < WORDS; word++) {
    const union = into[word] | other[word];
    if (union === into[word]) continue;
    into[word] = union;
    changed = true;
  }
  return changed;
}

/** Sets `result` to how an alternative can begin, by what is known of the rules in it. */
function begin(alternative: CompiledAlternative, sets: readonly TokenSet[], result: TokenSet): void {
  result.fill(0);
  const { code } = alternative;
  for (let at = 0; at < code.length; at += ITEM_SIZE) {
    const kind = code[at];
    const mode = code[at + 2];
    if (mode >= MODE_AHEAD || kind === ITEM_CUT) continue;
    if (kind === ITEM_FORCED) break;
    if (kind === ITEM_CALL) {
      const set = sets[code[at + 1]];
      const wasOpen = hasToken(result, OPEN);
      merge(result, set);
      if (hasToken(set, OPEN)) {
        if (!wasOpen) result[OPEN >> 5] &= ~(1 << (OPEN & 31));
        continue;
      }
    } else add(result, kind === ITEM_TOKEN ? code[at + 1] : kind === ITEM_NUMBER ? T.NUMBER : T.NAME);
    if (mode !== MODE_OPTIONAL) return;
  }
  add(result, OPEN);
}
