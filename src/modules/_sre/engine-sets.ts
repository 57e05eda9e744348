// The sets of characters of one program: 256 entries of a table for Latin-1, and pages filled on demand for the rest.
// Mirrors the charset functions of Modules/_sre/sre_lib.h; see docs/modules-sre.md.
import { equalsInLocale, foldCharacter, inCategory, upperUnicode } from "./engine-characters.ts";
import type { LocaleTables } from "./engine-characters.ts";
import {
  FOLD_LOCALE,
  SRE_BIGCHARSET,
  SRE_CATEGORY,
  SRE_CHARSET,
  SRE_FAILURE,
  SRE_LITERAL,
  SRE_NEGATE,
  SRE_RANGE,
  SRE_RANGE_UNI_IGNORE,
} from "./engine-codes.ts";

/** How membership is decided: by set code in the pattern, by one category, or by one literal without regard to case. */
const RULE_CODE = 0;
const RULE_CATEGORY = 1;
const RULE_LITERAL = 2;
const RULE_NOT_LITERAL = 3;

interface Rule {
  readonly kind: number;
  /** Index of the set in the pattern code, category, or literal. */
  readonly arg: number;
  readonly fold: number;
}

// Of a page's entries: 0 is not asked yet.
const NO = 1;
const YES = 2;

/** Membership of a character in the set that stands at `at` in the pattern code. */
export function inCharset(source: Uint32Array, locale: LocaleTables, at: number, c: number): boolean {
  let inside = true;
  for (let i = at; ; ) {
    switch (source[i++]) {
      case SRE_FAILURE:
        return !inside;
      case SRE_LITERAL:
        if (c === source[i]) return inside;
        i++;
        break;
      case SRE_CATEGORY:
        if (inCategory(locale, source[i]!, c)) return inside;
        i++;
        break;
      case SRE_CHARSET:
        if (c < 256 && ((source[i + (c >> 5)]! >>> (c & 31)) & 1) === 1) return inside;
        i += 8;
        break;
      case SRE_RANGE:
        if (source[i]! <= c && c <= source[i + 1]!) return inside;
        i += 2;
        break;
      case SRE_RANGE_UNI_IGNORE: {
        if (source[i]! <= c && c <= source[i + 1]!) return inside;
        const upper = upperUnicode(c);
        if (source[i]! <= upper && upper <= source[i + 1]!) return inside;
        i += 2;
        break;
      }
      case SRE_NEGATE:
        inside = !inside;
        break;
      case SRE_BIGCHARSET: {
        const blocks = i + 65;
        if (c < 0x10000) {
          const block = (source[i + 1 + (c >> 10)]! >>> (((c >> 8) & 3) << 3)) & 255;
          if (((source[blocks + block * 8 + ((c & 255) >> 5)]! >>> (c & 31)) & 1) === 1) return inside;
        }
        i = blocks + source[i]! * 8;
        break;
      }
      default:
        return false;
    }
  }
}

export class CharacterSets {
  /** 256 entries for each set, 1 for members. */
  latin1 = new Uint8Array(0);
  private readonly rules: Rule[] = [];
  private readonly numbers = new Map<string, number>();
  private pages: (Uint8Array | undefined)[] = [];
  private readonly source: Uint32Array;
  readonly locale: LocaleTables;

  constructor(source: Uint32Array, locale: LocaleTables) {
    this.source = source;
    this.locale = locale;
  }

  /** Number of the set of an IN operator (FOLD_*: how the character is folded first), whose set code starts at `at`. */
  fromCode(at: number, end: number, fold: number): number {
    return this.intern(`${fold}:${this.source.subarray(at, end).join()}`, { kind: RULE_CODE, arg: at, fold });
  }

  fromCategory(category: number): number {
    return this.intern(`c${category}`, { kind: RULE_CATEGORY, arg: category, fold: 0 });
  }

  /** Number of the set of characters equal to a literal when case is ignored, or of all others. */
  fromLiteral(literal: number, fold: number, negated: boolean): number {
    return this.intern(`${negated ? "n" : "l"}${fold}:${literal}`, { kind: negated ? RULE_NOT_LITERAL : RULE_LITERAL, arg: literal, fold });
  }

  private intern(key: string, rule: Rule): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const id = this.rules.length;
    this.rules.push(rule);
    this.numbers.set(key, id);
    return id;
  }

  /** Fills the tables, once all sets are known. */
  finish(): void {
    this.latin1 = new Uint8Array(this.rules.length * 256);
    for (let id = 0; id < this.rules.length; id++) {
      for (let c = 0; c < 256; c++) if (this.decide(this.rules[id]!, c)) this.latin1[(id << 8) | c] = 1;
    }
  }

  private decide(rule: Rule, c: number): boolean {
    const { locale, source } = this;
    switch (rule.kind) {
      case RULE_CATEGORY:
        return inCategory(locale, rule.arg, c);
      case RULE_LITERAL:
      case RULE_NOT_LITERAL: {
        const equal = rule.fold === FOLD_LOCALE ? equalsInLocale(locale, rule.arg, c) : foldCharacter(locale, rule.fold, c) === rule.arg;
        return equal === (rule.kind === RULE_LITERAL);
      }
      default: {
        const inside = inCharset(source, locale, rule.arg, foldCharacter(locale, rule.fold, c));
        if (rule.fold !== FOLD_LOCALE || c > 255) return inside;
        // Either case may be listed; in a negated set that excludes the character.
        const negated = source[rule.arg] === SRE_NEGATE;
        return inside === negated ? inCharset(source, locale, rule.arg, locale.upper[c]!) : inside;
      }
    }
  }

  /** Membership of any character. */
  has(id: number, c: number): boolean {
    return c < 256 ? this.latin1[(id << 8) | c] !== 0 : this.hasHigh(id, c);
  }

  /** Membership of a character from 256 on. */
  hasHigh(id: number, c: number): boolean {
    if (c > 0xffff) return this.decide(this.rules[id]!, c);
    const at = (id << 8) | (c >> 8);
    const page = this.pages[at] ?? this.newPage(at);
    const known = page[c & 255]!;
    if (known !== 0) return known === YES;
    const inside = this.decide(this.rules[id]!, c);
    page[c & 255] = inside ? YES : NO;
    return inside;
  }

  private newPage(at: number): Uint8Array {
    if (this.pages.length === 0) this.pages = Array.from({ length: this.rules.length << 8 }, () => undefined);
    return (this.pages[at] = new Uint8Array(256));
  }
}
