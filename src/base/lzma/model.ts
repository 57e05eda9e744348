// What LZMA's encoder and decoder share: where the probabilities of each kind of decision lie in one array, and how the state moves.
// After the format's description ("LZMA specification"). See docs/base.md.

export const STATES = 12;
export const POSITION_STATES = 16;

/** Lengths: a choice, a second one, 16 trees of 8 for short and middle ones, a tree of 256. */
export const LENGTH_SIZE = 2 + POSITION_STATES * 16 + 256;
export const LENGTH_LOW = 2;
export const LENGTH_MIDDLE = LENGTH_LOW + POSITION_STATES * 8;
export const LENGTH_HIGH = LENGTH_MIDDLE + POSITION_STATES * 8;

export const IS_MATCH = 0;
export const IS_REP = IS_MATCH + STATES * POSITION_STATES;
export const IS_REP0 = IS_REP + STATES;
export const IS_REP1 = IS_REP0 + STATES;
export const IS_REP2 = IS_REP1 + STATES;
export const IS_REP0_LONG = IS_REP2 + STATES;
export const SLOT = IS_REP0_LONG + STATES * POSITION_STATES;
/** The low bits of distances with slots 4 to 13: at SPECIAL + the distance's base - slot. */
export const SPECIAL = SLOT + 4 * 64;
export const ALIGN = SPECIAL + 128;
export const MATCH_LENGTH = ALIGN + 16;
export const REP_LENGTH = MATCH_LENGTH + LENGTH_SIZE;
export const LITERAL = REP_LENGTH + LENGTH_SIZE;

export const MIN_MATCH = 2;
export const MAX_MATCH = 273;
/** The distance that means the end. */
export const END_MARK = 0xffffffff;

export const afterLiteral = (state: number): number => (state < 4 ? 0 : state < 10 ? state - 3 : state - 6);
export const afterMatch = (state: number): number => (state < 7 ? 7 : 10);
export const afterRep = (state: number): number => (state < 7 ? 8 : 11);
export const afterShortRep = (state: number): number => (state < 7 ? 9 : 11);

/** All probabilities of a coder, at one half. */
export function freshProbabilities(lc: number, lp: number): Uint16Array {
  return new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);
}

/** Parameters of LZMA. */
export interface LzmaOptions {
  readonly dictSize: number;
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** lc, lp and pb of their byte; undefined when it is none that is allowed. */
export function splitProperties(byte: number): { lc: number; lp: number; pb: number } | undefined {
  if (byte > (4 * 5 + 4) * 9 + 8) return undefined;
  const lc = byte % 9;
  const lp = Math.floor(byte / 9) % 5;
  return lc + lp > 4 ? undefined : { lc, lp, pb: Math.floor(byte / 45) };
}

export const joinProperties = (o: LzmaOptions): number => (o.pb * 5 + o.lp) * 9 + o.lc;

/** What goes wrong with data or parameters; the codes are those of liblzma. */
export class LzmaFault extends Error {
  readonly kind: "format" | "options" | "data" | "memlimit" | "check" | "program";
  constructor(kind: LzmaFault["kind"]) {
    super(kind);
    this.kind = kind;
  }
}
