// co_exceptiontable: which handler is in force where, for raising without cost on the normal path.
// Mirrors the exception part of Python/assemble.c and InternalDocs/exception_handling.md; format: docs/bytecode.md.

/** Code [start, end) and its handler; all offsets count bytes of co_code. */
export interface ExceptionEntry {
  start: number;
  end: number;
  target: number;
  /** The operand stack is cut to this depth. */
  depth: number;
  /** The offset of the raising instruction is pushed under the exception. */
  lasti: boolean;
}

/** Six bits a byte, the highest first; 0x40: more follow. `mark` is 0x80 for the first byte of an entry, else 0. */
function writeItem(bytes: number[], value: number, mark: number): void {
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value >= 1 << shift) {
      bytes.push(((value >> shift) & 0x3f) | 0x40 | mark);
      mark = 0;
    }
  }
  bytes.push((value & 0x3f) | mark);
}

/** Adds an entry to a table under construction. Offsets in code units here. */
export function writeExceptionEntry(
  bytes: number[],
  start: number,
  end: number,
  target: number,
  depth: number,
  lasti: boolean,
): void {
  writeItem(bytes, start, 0x80);
  writeItem(bytes, end - start, 0);
  writeItem(bytes, target, 0);
  writeItem(bytes, (depth << 1) | (lasti ? 1 : 0), 0);
}

/** Writes a whole table. */
export function encodeExceptionTable(entries: readonly ExceptionEntry[]): Uint8Array {
  const bytes: number[] = [];
  for (const { start, end, target, depth, lasti } of entries) {
    writeExceptionEntry(bytes, start / 2, end / 2, target / 2, depth, lasti);
  }
  return Uint8Array.from(bytes);
}

/** Reads a table; an entry that is cut off at the end is left out. */
export function decodeExceptionTable(table: Uint8Array): ExceptionEntry[] {
  const entries: ExceptionEntry[] = [];
  let at = 0;

  function item(): number {
    let value = 0;
    while (at < table.length) {
      const byte = table[at++]!;
      value = ((value << 6) | (byte & 0x3f)) >>> 0;
      if ((byte & 0x40) === 0) return value;
    }
    return -1;
  }

  while (at < table.length) {
    const start = item();
    const length = item();
    const target = item();
    const depthAndLasti = item();
    if (depthAndLasti < 0) break;
    entries.push({
      start: start * 2,
      end: (start + length) * 2,
      target: target * 2,
      depth: depthAndLasti >> 1,
      lasti: (depthAndLasti & 1) !== 0,
    });
  }
  return entries;
}
