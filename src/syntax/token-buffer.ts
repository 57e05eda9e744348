// Tokens as parallel arrays: no object per token, and both parsers may go back to any of them. See docs/syntax.md.

/** Grows as the tokenizer appends. All columns are UTF-8 bytes within the line (-1 for a token without text), lines are 1-based. */
export class TokenBuffer {
  /** The decoded source, with line ends normalised to \n and a final newline, as the tokenizer reads it. */
  readonly source: string;
  count = 0;
  /** Token type (tokens.ts), or KW_* for a NAME that is a hard keyword. */
  type = new Uint8Array(256);
  /** UTF-16 offsets into source. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  lineno = new Int32Array(256);
  col = new Int32Array(256);
  endLineno = new Int32Array(256);
  endCol = new Int32Array(256);
  /** Bracket nesting after the token. */
  level = new Uint8Array(256);
  /** What a token carries besides its span: text of FSTRING_MIDDLE, TYPE_COMMENT, `=` expression text; rarely set. */
  readonly extra = new Map<number, string>();

  constructor(source: string) {
    this.source = source;
  }

  /** Appends a token and answers its index. */
  push(type: number, start: number, end: number, lineno: number, col: number, endLineno: number, endCol: number): number {
    const at = this.count;
    if (at === this.type.length) this.grow();
    this.type[at] = type;
    this.start[at] = start;
    this.end[at] = end;
    this.lineno[at] = lineno;
    this.col[at] = col;
    this.endLineno[at] = endLineno;
    this.endCol[at] = endCol;
    this.count = at + 1;
    return at;
  }

  /** The source text of token `at`. */
  text(at: number): string {
    return this.source.slice(this.start[at], this.end[at]);
  }

  private grow(): void {
    const size = this.type.length * 2;
    const types = new Uint8Array(size);
    types.set(this.type);
    this.type = types;
    const levels = new Uint8Array(size);
    levels.set(this.level);
    this.level = levels;
    this.start = grown(this.start, size);
    this.end = grown(this.end, size);
    this.lineno = grown(this.lineno, size);
    this.col = grown(this.col, size);
    this.endLineno = grown(this.endLineno, size);
    this.endCol = grown(this.endCol, size);
  }
}

function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(old);
  return larger;
}
