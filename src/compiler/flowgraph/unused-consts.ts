// Drops constants that no instruction loads any more and renumbers the others.
// Mirrors remove_unused_consts of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import type { CodeConst } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";

/** The constants that remain, in their order; the first always does, for it may be the docstring. `values` is only read. */
export function removeUnusedConsts(graph: FlowGraph, values: readonly CodeConst[]): CodeConst[] {
  const count = values.length;
  const newIndices = new Int32Array(count).fill(-1);
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if (instruction.opcode === Op.LOAD_CONST) newIndices[instruction.oparg] = 0;
    }
  }
  const kept: CodeConst[] = [];
  for (let i = 0; i < count; i++) {
    if (i === 0 || newIndices[i] === 0) newIndices[i] = kept.push(values[i]!) - 1;
  }
  if (kept.length === count) return kept;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if (instruction.opcode === Op.LOAD_CONST) instruction.oparg = newIndices[instruction.oparg]!;
    }
  }
  return kept;
}
