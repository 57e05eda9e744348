// Location and exception tables: what is written is read back. See docs/bytecode.md.
import { describe, expect, test } from "vitest";
import { decodeExceptionTable, encodeExceptionTable } from "./exception-table.ts";
import type { ExceptionEntry } from "./exception-table.ts";
import { codeLines, codePositions, decodeLineTable, LineTableWriter } from "./line-table.ts";

/** Numbers that are the same at every run. */
function randomNumbers(seed: number): (limit: number) => number {
  return (limit) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return Math.floor((seed / 0x100000000) * limit);
  };
}

describe("location table", () => {
  test("every form has its bytes", () => {
    const writer = new LineTableWriter(10);
    writer.add(10, 10, 9, 12, 1); // short
    writer.add(11, 11, 9, 40, 2); // one line
    writer.add(11, -1, -1, -1, 3); // no columns
    writer.add(-1, -1, -1, -1, 9); // nowhere, in two entries
    writer.add(5, 7, 100, 3, 1); // long
    expect([...writer.finish()]).toEqual([
      0x80 | (1 << 3), 0x13,
      0x80 | (11 << 3) | 1, 9, 40,
      0x80 | (13 << 3) | 2, 0,
      0x80 | (15 << 3) | 7, 0x80 | (15 << 3),
      0x80 | (14 << 3), 13, 2, 0x65, 1, 4,
    ]);
  });

  test("10,000 entries read as they were written", () => {
    const random = randomNumbers(1);
    const writer = new LineTableWriter(1000, 0);
    const expected: (number | null)[][] = [];
    let line = 1000;
    for (let i = 0; i < 10_000; i++) {
      const length = 1 + random(20);
      const kind = random(5);
      let entry: [number, number, number, number];
      if (kind === 0) entry = [-1, -1, -1, -1];
      else {
        line = Math.max(1, line + [0, 1, 2, 300, -250][random(5)]!);
        const endLine = line + (random(4) === 0 ? random(100) : 0);
        const col = random(2) === 0 ? random(80) : random(100_000);
        entry = kind === 1 ? [line, line, -1, -1] : [line, endLine, col, Math.max(0, col + random(40) - 5)];
      }
      writer.add(...entry, length);
      for (let j = 0; j < length; j++) expected.push(entry.map((part) => (part === -1 ? null : part)));
    }
    expect(codePositions(writer.finish(), 1000)).toEqual(expected);
  });

  test("lines of neighbours join", () => {
    const writer = new LineTableWriter(1);
    writer.add(1, 1, 0, 1, 1);
    writer.add(1, 1, 4, 5, 2);
    writer.add(-1, -1, -1, -1, 1);
    writer.add(3, 3, 0, 1, 1);
    expect(codeLines(writer.finish(), 1)).toEqual([[0, 6, 1], [6, 8, null], [8, 10, 3]]);
  });

  test("a table that is cut off can be read", () => {
    expect(decodeLineTable(Uint8Array.of(0x80 | (14 << 3), 0x40), 1).length).toBe(1);
    expect(decodeLineTable(Uint8Array.of(0x80 | (10 << 3)), 1)[0]).toMatchObject({ line: 1, col: 0, endCol: 0 });
  });
});

describe("exception table", () => {
  test("offsets of every size", () => {
    const entries: ExceptionEntry[] = [];
    for (const start of [0, 62, 126, 128, 8190, 8192, 524286, 524288, 33554432]) {
      entries.push({ start, end: start + 130, target: start + 4, depth: start === 0 ? 0 : 40, lasti: start % 4 === 0 });
    }
    const table = encodeExceptionTable(entries);
    expect(decodeExceptionTable(table)).toEqual(entries);
    expect(table.filter((byte) => (byte & 0x80) !== 0).length).toBe(entries.length);
  });

  test("an entry that is cut off is left out", () => {
    const table = encodeExceptionTable([{ start: 0, end: 4, target: 8, depth: 1, lasti: false }]);
    expect(decodeExceptionTable(table.slice(0, 3))).toEqual([]);
  });
});
