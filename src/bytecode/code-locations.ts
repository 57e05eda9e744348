// Positions of a code object's instructions as columns, which reading one after the other needs. See docs/bytecode.md.
import type { CodeUnit } from "./code-unit.ts";
import { decodeLineTable } from "./line-table.ts";

/** Positions of every code unit (two bytes of co_code), caches included; -1 is None. */
export interface PositionColumns {
  readonly lineno: Int32Array;
  readonly endLineno: Int32Array;
  readonly col: Int32Array;
  readonly endCol: Int32Array;
}

/** co_positions() as columns. What a table leaves out at the end has no position. */
export function positionColumns(code: CodeUnit): PositionColumns {
  const units = code.code.length >> 1;
  const lineno = new Int32Array(units).fill(-1);
  const endLineno = new Int32Array(units).fill(-1);
  const col = new Int32Array(units).fill(-1);
  const endCol = new Int32Array(units).fill(-1);
  for (const entry of decodeLineTable(code.linetable, code.firstlineno)) {
    const from = entry.start >> 1;
    const to = entry.end >> 1;
    lineno.fill(entry.line, from, to);
    endLineno.fill(entry.endLine, from, to);
    col.fill(entry.col, from, to);
    endCol.fill(entry.endCol, from, to);
  }
  return { lineno, endLineno, col, endCol };
}

/** dis.findlinestarts: offset in co_code -> line (-1: none) where a line begins. */
export function lineStarts(positions: PositionColumns): Map<number, number> {
  const starts = new Map<number, number>();
  const { lineno } = positions;
  for (let unit = 0; unit < lineno.length; unit++) {
    if (unit === 0 || lineno[unit] !== lineno[unit - 1]) starts.set(2 * unit, lineno[unit]!);
  }
  return starts;
}
