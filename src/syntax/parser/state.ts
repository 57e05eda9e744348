// State of the fast parser: the token arrays, the current token, names seen so far. See docs/syntax-tree.md.
import type { SourceWarning } from "../../base/python-error.ts";
import { identifierText } from "../actions.ts";
import type { ActionContext } from "../actions.ts";
import type { TokenBuffer } from "../token-buffer.ts";
import * as T from "../tokens.ts";

/** What the fast parser throws when a source is not (or may not be) a valid program; it carries nothing. */
export const GIVE_UP = { giveUp: true };

/**
 * Nesting at which the fast parser gives up, well before the host's stack ends: CPython's own limits lie higher, so the exact
 * parser decides.
 */
export const MAX_DEPTH = 260;

/** A warning and the token at which CPython's parser would raise it. */
export interface PendingWarning {
  token: number;
  warning: SourceWarning;
}

export class ParserState implements ActionContext {
  readonly tokens: TokenBuffer;
  readonly source: string;
  readonly filename: string;
  readonly featureVersion: number;
  readonly maxStrDigits: number;
  readonly warn: (warning: SourceWarning) => boolean;
  readonly warnings: PendingWarning[] = [];
  readonly type: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lineno: Int32Array;
  readonly col: Int32Array;
  readonly endLineno: Int32Array;
  readonly endCol: Int32Array;
  /** Index of the current token. */
  pos = 0;
  depth = 0;

  // Names by hash of their characters in the source, so that a name is one string however often it occurs.
  private nameSlots = new Int32Array(1024);
  private nameStrings: string[] = [""];
  private nameStarts: number[] = [0];
  private nameHashes: number[] = [0];

  constructor(tokens: TokenBuffer, filename: string, featureVersion: number, maxStrDigits: number) {
    this.tokens = tokens;
    this.source = tokens.source;
    this.filename = filename;
    this.featureVersion = featureVersion;
    this.maxStrDigits = maxStrDigits;
    this.warn = (warning) => {
      this.warnings.push({ token: this.pos, warning });
      return false;
    };
    this.type = tokens.type;
    this.start = tokens.start;
    this.end = tokens.end;
    this.lineno = tokens.lineno;
    this.col = tokens.col;
    this.endLineno = tokens.endLineno;
    this.endCol = tokens.endCol;
  }

  /** The identifier of the NAME token `at`. */
  name(at: number): string {
    const source = this.source;
    const start = this.start[at];
    const end = this.end[at];
    let hash = 0;
    let units = 0;
    for (let i = start; i < end; i++) {
      const unit = source.charCodeAt(i);
      hash = (Math.imul(hash, 31) + unit) | 0;
      units |= unit;
    }
    if (units >= 0x80) return identifierText(this.tokens, at);
    const mask = this.nameSlots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const index = this.nameSlots[slot];
      if (index === 0) break;
      if (this.nameHashes[index] === hash) {
        const known = this.nameStrings[index];
        if (known.length === end - start) {
          const offset = this.nameStarts[index] - start;
          let i = start;
          while (i < end && source.charCodeAt(i) === source.charCodeAt(i + offset)) i++;
          if (i === end) return known;
        }
      }
      slot = (slot + 1) & mask;
    }
    const text = source.slice(start, end);
    this.nameSlots[slot] = this.nameStrings.length;
    this.nameStrings.push(text);
    this.nameStarts.push(start);
    this.nameHashes.push(hash);
    if (this.nameStrings.length * 2 > this.nameSlots.length) this.growNames();
    return text;
  }

  private growNames(): void {
    const slots = new Int32Array(this.nameSlots.length * 4);
    const mask = slots.length - 1;
    for (let index = 1; index < this.nameStrings.length; index++) {
      const hash = this.nameHashes[index];
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.nameSlots = slots;
  }
}

export function giveUp(): never {
  throw GIVE_UP;
}

/** Passes over a token of this type, or gives up. */
export function expect(p: ParserState, type: number): void {
  if (p.type[p.pos] !== type) giveUp();
  p.pos++;
}

/** Passes over a NAME and answers its identifier, or gives up. */
export function expectName(p: ParserState): string {
  if (p.type[p.pos] !== T.NAME) giveUp();
  return p.name(p.pos++);
}

/** Gives up when the wanted version of the grammar lacks a construct. */
export function requires(p: ParserState, minorVersion: number): void {
  if (p.featureVersion < minorVersion) giveUp();
}

/** Goes one level deeper; the caller lowers p.depth again. */
export function enter(p: ParserState): void {
  if (++p.depth > MAX_DEPTH) giveUp();
}

/** Index of the last token before the current one that is not NEWLINE, INDENT or DEDENT: where a statement ends. */
export function lastToken(p: ParserState): number {
  let at = p.pos - 1;
  while (at > 0 && p.type[at] >= T.NEWLINE && p.type[at] <= T.DEDENT) at--;
  return at;
}

/** Whether NAME token `at` is this soft keyword. */
export function isSoftKeyword(p: ParserState, at: number, keyword: string): boolean {
  return p.end[at] - p.start[at] === keyword.length && p.source.startsWith(keyword, p.start[at]);
}

function table(entries: readonly (readonly [number, number])[]): Uint8Array {
  const out = new Uint8Array(256);
  for (const [type, value] of entries) out[type] = value;
  return out;
}

/** Token type -> 1 when an expression (or a starred one) can start with it. */
export const STARTS_EXPRESSION = table(
  [
    T.NAME, T.NUMBER, T.STRING, T.FSTRING_START, T.TSTRING_START, T.LPAR, T.LSQB, T.LBRACE, T.ELLIPSIS, T.PLUS, T.MINUS, T.TILDE,
    T.STAR, T.KW_NONE, T.KW_TRUE, T.KW_FALSE, T.KW_NOT, T.KW_LAMBDA, T.KW_AWAIT,
  ].map((type) => [type, 1] as const),
);

export const PREC_OR = 1;
export const PREC_AND = 2;
export const PREC_NOT = 3;
export const PREC_COMPARE = 4;
export const PREC_BITWISE_OR = 5;

/** Token type -> precedence as a binary operator, 0 for none. `**` is not among them: it binds to its left operand alone. */
export const PRECEDENCE = table([
  [T.KW_OR, PREC_OR], [T.KW_AND, PREC_AND],
  [T.EQEQUAL, PREC_COMPARE], [T.NOTEQUAL, PREC_COMPARE], [T.LESS, PREC_COMPARE], [T.LESSEQUAL, PREC_COMPARE],
  [T.GREATER, PREC_COMPARE], [T.GREATEREQUAL, PREC_COMPARE], [T.KW_IN, PREC_COMPARE], [T.KW_IS, PREC_COMPARE], [T.KW_NOT, PREC_COMPARE],
  [T.VBAR, PREC_BITWISE_OR], [T.CIRCUMFLEX, 6], [T.AMPER, 7], [T.LEFTSHIFT, 8], [T.RIGHTSHIFT, 8], [T.PLUS, 9], [T.MINUS, 9],
  [T.STAR, 10], [T.SLASH, 10], [T.DOUBLESLASH, 10], [T.PERCENT, 10], [T.AT, 10],
]);
