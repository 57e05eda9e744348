// From the rules' notation to tables that machine.ts runs. A rule is a list of alternatives, tried in order; an alternative is
// a text of items and, when it builds something, an action that gets the captured values. See docs/syntax-errors.md.
//
//   'if' '+'      a keyword or operator       "match"   a soft keyword (a NAME with that text)
//   NAME NUMBER   a token of that type        block     another rule
//   x?  x*  x+    optional, any, at least one  x % ','   one or more x with commas between
//   &x  !x        look ahead; consume nothing  !!':'     this token or an error at once
//   ~             no other alternative after this point
//   a:x           capture: becomes an argument of the action, in order of appearance
//   (x | y)       group; its value is its capture, or that of its only item
//
// CPython's generated parser has one C function for each rule, group, repetition; its stack limit counts them. The same
// functions appear here as entries of the rule table, so that the limit strikes at the same depth.
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { findFirstSets } from "./first-sets.ts";
import type { TokenSet } from "./first-sets.ts";
import type { PegParser } from "./parser.ts";

/** Builds the value of an alternative. null: the rule fails, without a try of its other alternatives (as in CPython). */
export type Action = (p: PegParser, a: any, b: any, c: any, d: any, e: any, f: any, g: any) => unknown;
export type Alternative = string | readonly [items: string, action: Action];
/** Rule name, then its properties: "memo" (results are remembered), "left" (left-recursive, the leader of its cycle). */
export type Rules = Readonly<Record<string, readonly Alternative[]>>;

// What an item wants.
export const ITEM_TOKEN = 0;
export const ITEM_CALL = 1;
export const ITEM_NAME = 2;
export const ITEM_NUMBER = 3;
export const ITEM_SOFT = 4;
export const ITEM_ANY_SOFT = 5;
export const ITEM_FORCED = 6;
export const ITEM_CUT = 7;
// What becomes of the answer.
export const MODE_REQUIRED = 0;
export const MODE_OPTIONAL = 1;
export const MODE_AHEAD = 2;
export const MODE_NOT_AHEAD = 3;
/** Ints per item: kind, argument, mode, slot of the capture (-1: none). */
export const ITEM_SIZE = 4;

export const RULE_PLAIN = 0;
export const RULE_LOOP0 = 1;
export const RULE_LOOP1 = 2;
export const RULE_LEFT = 3;

export interface CompiledAlternative {
  readonly code: Int32Array;
  readonly action: Action | null;
  /** Slot of the value when there is no action; -1: the value is MATCHED. */
  readonly result: number;
  /** Tried in the second pass only. */
  readonly invalid: boolean;
  /** The tokens that a match can begin with; null: nothing is known. Set by first-sets.ts. */
  first: TokenSet | null;
}

export interface CompiledRule {
  readonly name: string;
  readonly kind: number;
  /** Key in the tokens' memo lists, or -1. */
  readonly memo: number;
  /** For RULE_LEFT: the rule with the alternatives. */
  readonly raw: number;
  readonly withoutInvalid: boolean;
  readonly alternatives: CompiledAlternative[];
  /** As CompiledAlternative.first; of a RULE_LOOP0, which tokens may begin a round. */
  first: TokenSet | null;
}

export interface Grammar {
  readonly rules: readonly CompiledRule[];
  readonly softKeywords: readonly string[];
  /** Index of a rule by its name. */
  index(name: string): number;
}

/** Value of an alternative that matched and builds nothing: a nameless name, for it can take the place of an expression or statement. */
export const MATCHED: Readonly<ast.Name> = Object.freeze(ast.Name("", ast.Load, 0, 0, 0, 0));

const OPERATORS: Readonly<Record<string, number>> = {
  "(": T.LPAR, ")": T.RPAR, "[": T.LSQB, "]": T.RSQB, ":": T.COLON, ",": T.COMMA, ";": T.SEMI, "+": T.PLUS, "-": T.MINUS,
  "*": T.STAR, "/": T.SLASH, "|": T.VBAR, "&": T.AMPER, "<": T.LESS, ">": T.GREATER, "=": T.EQUAL, ".": T.DOT, "%": T.PERCENT,
  "{": T.LBRACE, "}": T.RBRACE, "==": T.EQEQUAL, "!=": T.NOTEQUAL, "<=": T.LESSEQUAL, ">=": T.GREATEREQUAL, "~": T.TILDE,
  "^": T.CIRCUMFLEX, "<<": T.LEFTSHIFT, ">>": T.RIGHTSHIFT, "**": T.DOUBLESTAR, "+=": T.PLUSEQUAL, "-=": T.MINEQUAL,
  "*=": T.STAREQUAL, "/=": T.SLASHEQUAL, "%=": T.PERCENTEQUAL, "&=": T.AMPEREQUAL, "|=": T.VBAREQUAL, "^=": T.CIRCUMFLEXEQUAL,
  "<<=": T.LEFTSHIFTEQUAL, ">>=": T.RIGHTSHIFTEQUAL, "**=": T.DOUBLESTAREQUAL, "//": T.DOUBLESLASH, "//=": T.DOUBLESLASHEQUAL,
  "@": T.AT, "@=": T.ATEQUAL, "->": T.RARROW, "...": T.ELLIPSIS, ":=": T.COLONEQUAL, "!": T.EXCLAMATION,
};

type Node =
  | { readonly kind: "token"; readonly type: number }
  | { readonly kind: "soft"; readonly text: string }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "group"; readonly alternatives: readonly Item[][] }
  | { readonly kind: "loop"; readonly node: Node; readonly atLeastOne: boolean }
  | { readonly kind: "list"; readonly node: Node; readonly separator: Node };

interface Item {
  readonly node: Node | null; // null: the cut
  readonly mode: number;
  readonly forced: boolean;
  readonly captured: boolean;
}

const LEXEME = /\s*(?:'([^']+)'|"([^"]+)"|([A-Za-z_]\w*)(:)?|(!!|[&!~?*+%()|]))/y;

/** Reads the notation above. A fault in it is a bug of ours: throws an Error. */
class Reader {
  private readonly text: string;
  private at = 0;
  private lexeme: RegExpExecArray | null = null;

  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  alternatives(): Item[][] {
    const all = [this.items()];
    while (this.take("|")) all.push(this.items());
    return all;
  }

  end(): void {
    if (this.lexeme !== null || this.text.slice(this.at).trim() !== "") throw new Error(`grammar: cannot read ${this.text}`);
  }

  private advance(): void {
    LEXEME.lastIndex = this.at;
    this.lexeme = LEXEME.exec(this.text);
    if (this.lexeme !== null) this.at = LEXEME.lastIndex;
  }

  private take(sign: string): boolean {
    if (this.lexeme === null || this.lexeme[5] !== sign) return false;
    this.advance();
    return true;
  }

  private items(): Item[] {
    const items: Item[] = [];
    while (this.lexeme !== null && this.lexeme[5] !== "|" && this.lexeme[5] !== ")") items.push(this.item());
    return items;
  }

  private item(): Item {
    if (this.take("~")) return { node: null, mode: MODE_REQUIRED, forced: false, captured: false };
    if (this.take("!!")) return { node: this.primary(), mode: MODE_REQUIRED, forced: true, captured: false };
    if (this.take("&")) return { node: this.primary(), mode: MODE_AHEAD, forced: false, captured: false };
    if (this.take("!")) return { node: this.primary(), mode: MODE_NOT_AHEAD, forced: false, captured: false };
    let captured = false;
    if (this.lexeme?.[4] === ":") {
      captured = true;
      this.advance();
    }
    let node = this.primary();
    let mode = MODE_REQUIRED;
    if (this.take("?")) mode = MODE_OPTIONAL;
    else if (this.take("*")) node = { kind: "loop", node, atLeastOne: false };
    else if (this.take("+")) node = { kind: "loop", node, atLeastOne: true };
    else if (this.take("%")) node = { kind: "list", node, separator: this.primary() };
    if (node.kind === "list" && this.take("?")) mode = MODE_OPTIONAL;
    return { node, mode, forced: false, captured };
  }

  private primary(): Node {
    const lexeme = this.lexeme;
    if (this.take("(")) {
      const alternatives = this.alternatives();
      if (!this.take(")")) throw new Error(`grammar: missing ) in ${this.text}`);
      return { kind: "group", alternatives };
    }
    if (lexeme === null) throw new Error(`grammar: item missing in ${this.text}`);
    this.advance();
    if (lexeme[1] !== undefined) {
      const type = OPERATORS[lexeme[1]] ?? T.hardKeywords.get(lexeme[1]);
      if (type === undefined) throw new Error(`grammar: no token ${lexeme[1]}`);
      return { kind: "token", type };
    }
    if (lexeme[2] !== undefined) return { kind: "soft", text: lexeme[2] };
    if (lexeme[3] === undefined) throw new Error(`grammar: unexpected ${lexeme[0]} in ${this.text}`);
    const name = lexeme[3];
    if (name !== name.toUpperCase()) return { kind: "rule", name };
    const type = T.tokenNames.indexOf(name);
    if (type < 0) throw new Error(`grammar: no token type ${name}`);
    return { kind: "token", type };
  }
}

const prependSeparated: Action = (_p, first: unknown, rest: unknown[]) => {
  rest.unshift(first);
  return rest;
};

/** Puts the rules of all `tables` together. */
export function compileGrammar(tables: readonly Rules[]): Grammar {
  const rules: CompiledRule[] = [];
  const byName = new Map<string, number>();
  const softKeywords: string[] = [];
  const pending: (() => void)[] = [];
  let memos = 0;

  const declare = (name: string, kind: number, memo: number, raw = -1): CompiledRule => {
    const rule: CompiledRule = { name, kind, memo, raw, withoutInvalid: name.endsWith("without_invalid"), alternatives: [], first: null };
    rules.push(rule);
    return rule;
  };

  const compileAlternative = (items: readonly Item[], action: Action | null): CompiledAlternative => {
    const code = new Int32Array(items.length * ITEM_SIZE);
    const captures = items.filter((item) => item.captured).length;
    const valued = items.filter((item) => item.node !== null && item.mode < MODE_AHEAD);
    // Without an action the value is the only capture, or that of the only item that has one.
    const single = action !== null || captures > 1 ? null : captures === 1 ? valued.find((item) => item.captured) : valued.length === 1 ? valued[0] : null;
    let slot = 0;
    items.forEach((item, i) => {
      const at = i * ITEM_SIZE;
      const [kind, argument] = compileItem(item);
      code[at] = kind;
      code[at + 1] = argument;
      code[at + 2] = item.mode;
      code[at + 3] = action !== null && item.captured ? slot++ : item === single ? 0 : -1;
    });
    if (slot > 7) throw new Error("grammar: more captures than an action takes");
    const only = items.length === 1 ? items[0]?.node : null;
    const invalid = only?.kind === "rule" && only.name.startsWith("invalid_");
    return { code, action, result: single ? 0 : -1, invalid, first: null };
  };

  const compileItem = (item: Item): [number, number] => {
    const node = item.node;
    if (node === null) return [ITEM_CUT, 0];
    if (item.forced) {
      if (node.kind !== "token") throw new Error("grammar: only a token can be forced");
      return [ITEM_FORCED, node.type];
    }
    return compileNode(node);
  };

  const compileNode = (node: Node): [number, number] => {
    switch (node.kind) {
      case "token":
        if (node.type === T.NAME) return [ITEM_NAME, 0];
        if (node.type === T.NUMBER) return [ITEM_NUMBER, 0];
        if (node.type === T.SOFT_KEYWORD) return [ITEM_ANY_SOFT, 0];
        return [ITEM_TOKEN, node.type];
      case "soft": {
        let index = softKeywords.indexOf(node.text);
        if (index < 0) index = softKeywords.push(node.text) - 1;
        return [ITEM_SOFT, index];
      }
      case "rule": {
        const index = byName.get(node.name);
        if (index === undefined) throw new Error(`grammar: no rule ${node.name}`);
        return [ITEM_CALL, index];
      }
      case "group": {
        const first = node.alternatives[0];
        // A group around one item is that item, as in CPython's generator.
        if (node.alternatives.length === 1 && first?.length === 1 && first[0]?.node && first[0].mode === MODE_REQUIRED && !first[0].forced) {
          return compileNode(first[0].node);
        }
        const index = rules.length;
        const rule = declare("(group)", RULE_PLAIN, -1);
        for (const items of node.alternatives) rule.alternatives.push(compileAlternative(items, null));
        return [ITEM_CALL, index];
      }
      case "loop": {
        const index = rules.length;
        const rule = declare(node.atLeastOne ? "(loop1)" : "(loop0)", node.atLeastOne ? RULE_LOOP1 : RULE_LOOP0, -1);
        rule.alternatives.push(compileAlternative([{ node: node.node, mode: MODE_REQUIRED, forced: false, captured: false }], null));
        return [ITEM_CALL, index];
      }
      case "list": {
        const item = { node: node.node, mode: MODE_REQUIRED, forced: false, captured: true };
        const separator = { node: node.separator, mode: MODE_REQUIRED, forced: false, captured: false };
        const restIndex = rules.length;
        declare("(rest of list)", RULE_LOOP0, -1).alternatives.push(compileAlternative([separator, item], null));
        const [kind, argument] = compileNode(node.node);
        const code = Int32Array.from([kind, argument, MODE_REQUIRED, 0, ITEM_CALL, restIndex, MODE_REQUIRED, 1]);
        const index = rules.length;
        declare("(list)", RULE_PLAIN, -1).alternatives.push({ code, action: prependSeparated, result: -1, invalid: false, first: null });
        return [ITEM_CALL, index];
      }
    }
  };

  for (const table of tables) {
    for (const [header, alternatives] of Object.entries(table)) {
      const [name = "", ...properties] = header.split(" ");
      if (byName.has(name)) throw new Error(`grammar: two rules ${name}`);
      const left = properties.includes("left");
      const memo = left || properties.includes("memo") ? memos++ : -1;
      byName.set(name, rules.length);
      if (left) declare(name, RULE_LEFT, memo, rules.length + 1);
      const rule = declare(name, RULE_PLAIN, left ? -1 : memo);
      pending.push(() => {
        for (const alternative of alternatives) {
          const [text, action] = typeof alternative === "string" ? [alternative, null] : alternative;
          const reader = new Reader(text);
          const parsed = reader.alternatives();
          reader.end();
          for (const items of parsed) rule.alternatives.push(compileAlternative(items, action));
        }
      });
    }
  }
  for (const compile of pending) compile();
  findFirstSets(rules);
  return {
    rules,
    softKeywords,
    index(name: string): number {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`grammar: no rule ${name}`);
      return found;
    },
  };
}
