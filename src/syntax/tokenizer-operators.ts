// Operators by their characters. Mirrors Parser/token.c, which CPython generates from Grammar/Tokens. See docs/syntax-tokens.md.
import * as T from "./tokens.ts";

const oneCharTypes = new Uint8Array(128).fill(T.OP);
const oneCharTable: Record<string, number> = {
  "!": T.EXCLAMATION, "%": T.PERCENT, "&": T.AMPER, "(": T.LPAR, ")": T.RPAR, "*": T.STAR, "+": T.PLUS, ",": T.COMMA,
  "-": T.MINUS, ".": T.DOT, "/": T.SLASH, ":": T.COLON, ";": T.SEMI, "<": T.LESS, "=": T.EQUAL, ">": T.GREATER, "@": T.AT,
  "[": T.LSQB, "]": T.RSQB, "^": T.CIRCUMFLEX, "{": T.LBRACE, "|": T.VBAR, "}": T.RBRACE, "~": T.TILDE,
};
for (const [char, type] of Object.entries(oneCharTable)) oneCharTypes[char.charCodeAt(0)] = type;

/** Token type of the character `c`, OP when it is no operator. */
export function oneChar(c: number): number {
  return c < 128 ? oneCharTypes[c] : T.OP;
}

/** Token type of the two characters, OP when they are no operator. */
export function twoChars(c: number, c2: number): number {
  if (c2 === 61 /* = */) {
    switch (c) {
      case 33: return T.NOTEQUAL;
      case 37: return T.PERCENTEQUAL;
      case 38: return T.AMPEREQUAL;
      case 42: return T.STAREQUAL;
      case 43: return T.PLUSEQUAL;
      case 45: return T.MINEQUAL;
      case 47: return T.SLASHEQUAL;
      case 58: return T.COLONEQUAL;
      case 60: return T.LESSEQUAL;
      case 61: return T.EQEQUAL;
      case 62: return T.GREATEREQUAL;
      case 64: return T.ATEQUAL;
      case 94: return T.CIRCUMFLEXEQUAL;
      case 124: return T.VBAREQUAL;
      default: return T.OP;
    }
  }
  switch (c) {
    case 42: return c2 === 42 ? T.DOUBLESTAR : T.OP;
    case 45: return c2 === 62 ? T.RARROW : T.OP;
    case 47: return c2 === 47 ? T.DOUBLESLASH : T.OP;
    case 60: return c2 === 60 ? T.LEFTSHIFT : c2 === 62 ? T.NOTEQUAL : T.OP;
    case 62: return c2 === 62 ? T.RIGHTSHIFT : T.OP;
    default: return T.OP;
  }
}

/** Token type of the three characters, OP when they are no operator. */
export function threeChars(c: number, c2: number, c3: number): number {
  if (c3 === 61 /* = */ && c === c2) {
    switch (c) {
      case 42: return T.DOUBLESTAREQUAL;
      case 47: return T.DOUBLESLASHEQUAL;
      case 60: return T.LEFTSHIFTEQUAL;
      case 62: return T.RIGHTSHIFTEQUAL;
      default: return T.OP;
    }
  }
  return c === 46 && c2 === 46 && c3 === 46 ? T.ELLIPSIS : T.OP;
}
