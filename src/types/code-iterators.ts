// What co_lines(), co_branches() and co_positions() answer. Mirrors the iterators of Objects/codeobject.c. See docs/types.md.
import { FOR_ITER, END_ASYNC_FOR, EXTENDED_ARG, POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_TRUE } from "../bytecode/opcode-ids.generated.ts";
import type { CodeUnit } from "../bytecode/code-unit.ts";
import { codeLines, codePositions } from "../bytecode/line-table.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";
import { defineType } from "../core/define.ts";
import { Leaf, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { None } from "./none.ts";
import { newTuple } from "./tuple.ts";

interface RowsState {
  readonly rows: readonly (readonly (number | null)[])[];
  next: number;
}

const slots = {
  tp_iter: (_vm: Vm, self: Value): Value => self,
  tp_iternext: (vm: Vm, self: Leaf): Value | undefined => {
    const state = self.data as RowsState;
    const row = state.rows[state.next];
    if (row === undefined) return undefined;
    state.next++;
    return newTuple(vm, row.map((n) => n ?? None));
  },
};

export const LineIteratorType: TypeRec = defineType({ name: "line_iterator", flags: TPFLAGS_DISALLOW_INSTANTIATION, leaf: true, slots });
export const PositionsIteratorType: TypeRec = defineType({ name: "positions_iterator", flags: TPFLAGS_DISALLOW_INSTANTIATION, leaf: true, slots });

const iterator = (type: TypeRec, rows: RowsState["rows"]): Leaf => new Leaf(type, { rows, next: 0 } satisfies RowsState, null);

export function coLines(unit: CodeUnit): Leaf {
  return iterator(LineIteratorType, codeLines(unit.linetable, unit.firstlineno));
}

export function coPositions(unit: CodeUnit): Leaf {
  return iterator(PositionsIteratorType, codePositions(unit.linetable, unit.firstlineno));
}

/** Conditional jumps as (instruction, where it goes on when it does not jump, where when it does), in bytes. */
export function coBranches(unit: CodeUnit): Leaf {
  const { code } = unit;
  const rows: number[][] = [];
  let extended = 0;
  for (let at = 0; at < code.length; ) {
    const opcode = code[at]!;
    const arg = (extended << 8) | code[at + 1]!;
    const next = at + 2 * (1 + (cacheEntries[opcode] ?? 0));
    const from = at;
    at = next;
    extended = 0;
    switch (opcode) {
      case EXTENDED_ARG:
        extended = arg;
        break;
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE:
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_NOT_NONE:
        // NOT_TAKEN stands behind each of these.
        rows.push([from, next + 2, next + 2 * arg]);
        at = next + 2;
        break;
      case FOR_ITER:
        // The jump goes to END_FOR; the loop is left behind POP_ITER.
        rows.push([from, next, next + 2 * arg + 4]);
        break;
      case END_ASYNC_FOR: {
        const source = next - 2 * arg;
        rows.push([source, source + 4, next]);
      }
    }
  }
  return iterator(LineIteratorType, rows);
}

/** co_lnotab, the table of before 3.10: pairs of an offset's step and a line's step. */
export function lineNumberTable(unit: CodeUnit): Uint8Array {
  const bytes: number[] = [];
  let offset = 0;
  let line = unit.firstlineno;
  for (const [start, , entryLine] of codeLines(unit.linetable, unit.firstlineno)) {
    if (entryLine === null) continue;
    let step = start - offset;
    let lineStep = entryLine - line;
    if (lineStep === 0) continue;
    offset = start;
    line = entryLine;
    for (; step > 254; step -= 254) bytes.push(254, 0);
    if (lineStep < -128 || lineStep > 127) {
      const limit = lineStep < 0 ? -128 : 127;
      bytes.push(step, limit);
      step = 0;
      for (lineStep -= limit; lineStep < -128 || lineStep > 127; lineStep -= limit) bytes.push(0, limit);
    }
    bytes.push(step, lineStep);
  }
  return Uint8Array.from(bytes);
}
