// co_linetable (PEP 626 and 657): which source range each instruction comes from, as a list of short entries.
// Mirrors the location part of Python/assemble.c and the readers of Objects/codeobject.c; format: docs/bytecode.md.

/** Entry kinds, bits 3 to 6 of the first byte. 0 to 9: one line, the columns in one more byte. */
const ONE_LINE_0 = 10;
const NO_COLUMNS = 13;
const LONG = 14;
const NONE = 15;

/** An entry covers this many code units at most. */
const MAX_ENTRY_LENGTH = 8;

/** Writes a location table entry by entry. */
export class LineTableWriter {
  #line: number;
  #bytes: Uint8Array;
  #length = 0;

  /** `expectedSize` in bytes saves growing. */
  constructor(firstLine: number, expectedSize = 64) {
    this.#line = firstLine;
    this.#bytes = new Uint8Array(expectedSize < 32 ? 32 : expectedSize);
  }

  /** Adds `length` code units that come from one place. Line -1: from nowhere. Columns are UTF-8 bytes, -1 unknown. */
  add(line: number, endLine: number, col: number, endCol: number, length: number): void {
    for (; length > MAX_ENTRY_LENGTH; length -= MAX_ENTRY_LENGTH) this.#entry(line, endLine, col, endCol, MAX_ENTRY_LENGTH);
    if (length > 0) this.#entry(line, endLine, col, endCol, length);
  }

  /** The table so far, as a new array. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #entry(line: number, endLine: number, col: number, endCol: number, length: number): void {
    if (this.#length + 32 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    const bytes = this.#bytes;
    if (line === -1) {
      bytes[this.#length++] = 0x80 | (NONE << 3) | (length - 1);
      return;
    }
    const delta = line - this.#line;
    if (col < 0 || endCol < 0) {
      if (endLine === line || endLine < 0) {
        bytes[this.#length++] = 0x80 | (NO_COLUMNS << 3) | (length - 1);
        this.#signedVarint(delta);
        this.#line = line;
        return;
      }
    } else if (endLine === line) {
      if (delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) {
        bytes[this.#length++] = 0x80 | ((col >> 3) << 3) | (length - 1);
        bytes[this.#length++] = ((col & 7) << 4) | (endCol - col);
        return;
      }
      if (delta >= 0 && delta < 3 && col < 128 && endCol < 128) {
        bytes[this.#length++] = 0x80 | ((ONE_LINE_0 + delta) << 3) | (length - 1);
        bytes[this.#length++] = col;
        bytes[this.#length++] = endCol;
        this.#line = line;
        return;
      }
    }
    bytes[this.#length++] = 0x80 | (LONG << 3) | (length - 1);
    this.#signedVarint(delta);
    this.#varint(endLine - line);
    this.#varint(col + 1);
    this.#varint(endCol + 1);
    this.#line = line;
  }

  /** Six bits a byte, the lowest first; 0x40: more follow. */
  #varint(value: number): void {
    value >>>= 0;
    while (value >= 64) {
      this.#bytes[this.#length++] = 0x40 | (value & 63);
      value >>>= 6;
    }
    this.#bytes[this.#length++] = value;
  }

  #signedVarint(value: number): void {
    this.#varint(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

/** Code units [start, end) and where they come from. -1 stands for None. Offsets count bytes of co_code. */
export interface LocationEntry {
  start: number;
  end: number;
  line: number;
  endLine: number;
  col: number;
  endCol: number;
}

/** Reads the entries of a table. A table that ends in the middle of an entry reads as if zeros followed. */
export function decodeLineTable(table: Uint8Array, firstLine: number): LocationEntry[] {
  const entries: LocationEntry[] = [];
  let at = 0;
  let currentLine = firstLine;
  let start = 0;

  function varint(): number {
    let byte = at < table.length ? table[at++]! : 0;
    let value = byte & 63;
    for (let shift = 6; (byte & 64) !== 0; shift += 6) {
      byte = at < table.length ? table[at++]! : 0;
      if (shift < 32) value |= (byte & 63) << shift;
    }
    return value >>> 0;
  }
  function signedVarint(): number {
    const value = varint();
    return (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
  }

  while (at < table.length) {
    const first = table[at++]!;
    const kind = (first >> 3) & 15;
    const end = start + 2 * ((first & 7) + 1);
    const entry: LocationEntry = { start, end, line: -1, endLine: -1, col: -1, endCol: -1 };
    start = end;
    entries.push(entry);
    if (kind === NONE) continue;
    if (kind === NO_COLUMNS) {
      currentLine += signedVarint();
      entry.line = entry.endLine = currentLine;
    } else if (kind === LONG) {
      currentLine += signedVarint();
      entry.line = currentLine;
      entry.endLine = currentLine + varint();
      entry.col = varint() - 1;
      entry.endCol = varint() - 1;
    } else if (kind >= ONE_LINE_0) {
      currentLine += kind - ONE_LINE_0;
      entry.line = entry.endLine = currentLine;
      entry.col = at < table.length ? table[at++]! : 0;
      entry.endCol = at < table.length ? table[at++]! : 0;
    } else {
      const columns = at < table.length ? table[at++]! : 0;
      entry.line = entry.endLine = currentLine;
      entry.col = (kind << 3) | (columns >> 4);
      entry.endCol = entry.col + (columns & 15);
    }
  }
  return entries;
}

/** co_lines(): [start, end, line] for each run of code of one line, offsets in bytes, line null where there is none. */
export function codeLines(table: Uint8Array, firstLine: number): [start: number, end: number, line: number | null][] {
  const lines: [number, number, number | null][] = [];
  let previous = -2;
  for (const { start, end, line } of decodeLineTable(table, firstLine)) {
    if (line === previous) lines[lines.length - 1]![1] = end;
    else lines.push([start, end, line === -1 ? null : line]);
    previous = line;
  }
  return lines;
}

/** One item of co_positions(); null where CPython says None. */
export type Position = [line: number | null, endLine: number | null, col: number | null, endCol: number | null];

/** co_positions(): one item per code unit; the code units of an entry share one array. */
export function codePositions(table: Uint8Array, firstLine: number): Position[] {
  const positions: Position[] = [];
  for (const { start, end, line, endLine, col, endCol } of decodeLineTable(table, firstLine)) {
    const position: Position = [
      line === -1 ? null : line,
      endLine === -1 ? null : endLine,
      col === -1 ? null : col,
      endCol === -1 ? null : endCol,
    ];
    for (let offset = start; offset < end; offset += 2) positions.push(position);
  }
  return positions;
}

/** The same table with lines only, as under -X no_debug_ranges. */
export function withoutColumns(table: Uint8Array, firstLine: number): Uint8Array {
  const writer = new LineTableWriter(firstLine, table.length);
  for (const { start, end, line } of decodeLineTable(table, firstLine)) writer.add(line, line, -1, -1, (end - start) >> 1);
  return writer.finish();
}
