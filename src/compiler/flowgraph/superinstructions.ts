// Joins pairs of loads and stores of fast locals into one instruction.
// Mirrors insert_superinstructions of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { BasicBlock, CfgInstruction, FlowGraph } from "./basic-block.ts";
import { removeRedundantNops } from "./redundant.ts";

function join(first: CfgInstruction, second: CfgInstruction, opcode: number): void {
  const line1 = first.location.lineno;
  const line2 = second.location.lineno;
  if (line1 >= 0 && line2 >= 0 && line1 !== line2) return;
  if (first.oparg >= 16 || second.oparg >= 16) return;
  first.opcode = opcode;
  first.oparg = (first.oparg << 4) | second.oparg;
  second.opcode = Op.NOP;
  second.oparg = 0;
}

/** Joins LOAD_FAST LOAD_FAST, STORE_FAST LOAD_FAST and STORE_FAST STORE_FAST where line and arguments allow it. */
export function insertSuperinstructions(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i + 1 < instructions.length; i++) {
      const first = instructions[i]!;
      if (first.opcode === Op.LOAD_FAST) {
        const second = instructions[i + 1]!;
        if (second.opcode === Op.LOAD_FAST) join(first, second, Op.LOAD_FAST_LOAD_FAST);
      } else if (first.opcode === Op.STORE_FAST) {
        const second = instructions[i + 1]!;
        if (second.opcode === Op.LOAD_FAST) join(first, second, Op.STORE_FAST_LOAD_FAST);
        else if (second.opcode === Op.STORE_FAST) join(first, second, Op.STORE_FAST_STORE_FAST);
      }
    }
  }
  removeRedundantNops(graph);
}
