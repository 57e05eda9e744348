// Comments that carry types: `# type: ...` and `# type: ignore...`. Mirrors the comment part of tok_get_normal_mode in
// Parser/lexer/lexer.c. See docs/syntax-tokens.md.
import type { TokenizerState } from "./tokenizer-state.ts";
import { OP, TYPE_COMMENT, TYPE_IGNORE } from "./tokens.ts";

/** Spaces in it stand for any number of spaces and tabs. */
const PREFIX = "# type: ";

/**
 * Looks at the comment that begins at tok.start; `c`, the character that ended it, was just read. OP when it is an ordinary
 * comment, else its token's type: then `c` is given back, but a TYPE_IGNORE alone on its line takes the newline with it.
 */
export function readTypeComment(tok: TokenizerState, c: number, blankline: boolean): number {
  const text = tok.text;
  const limit = tok.cur;
  let p = tok.start;
  for (let i = 0; i < PREFIX.length; i++) {
    if (p >= limit) return OP;
    const wanted = PREFIX.charCodeAt(i);
    if (wanted === 32) {
      while (text.charCodeAt(p) === 32 || text.charCodeAt(p) === 9) p++;
    } else if (text.charCodeAt(p) === wanted) {
      p++;
    } else {
      return OP;
    }
  }
  tok.backup(c);
  const end = tok.cur;
  const ignoreEnd = p + 6;
  if (end >= ignoreEnd && text.startsWith("ignore", p) && !(end > ignoreEnd && continuesWord(text.charCodeAt(ignoreEnd)))) {
    tok.startCol = tok.byteCol(ignoreEnd);
    if (blankline) {
      tok.nextc();
      tok.atbol = true;
    }
    return tok.make(TYPE_IGNORE, ignoreEnd, tok.cur); // the tag of such a line keeps its newline
  }
  tok.startCol = tok.byteCol(p);
  return tok.make(TYPE_COMMENT, p, end);
}

function continuesWord(c: number): boolean {
  return c >= 128 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}
