// From an instruction sequence to a graph of basic blocks, jumps resolved to blocks.
// Mirrors _PyCfg_FromInstructionSequence and translate_jump_labels_to_targets of Python/flowgraph.c, and
// _PyInstructionSequence_ApplyLabelMap of Python/instruction_sequence.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { InstructionSequence } from "../instruction.ts";
import { BasicBlock, CfgInstruction, FlowGraph } from "./basic-block.ts";
import { HAS_TARGET, opcodeTraits, TERMINATOR } from "./opcode-traits.ts";

/** The graph of a sequence. The sequence is only read. */
export function buildFlowGraph(sequence: InstructionSequence): FlowGraph {
  const source = sequence.instructions;
  const labels = sequence.labels;
  const length = source.length;
  // Instruction index -> the block that it starts, for the targets of jumps.
  const blockAt: (BasicBlock | null)[] = [];
  for (let i = 0; i <= length; i++) blockAt.push(null);
  const isTarget = new Uint8Array(length + 1);
  for (let i = 0; i < length; i++) {
    const instruction = source[i]!;
    if ((opcodeTraits[instruction.opcode]! & HAS_TARGET) !== 0) isTarget[labels[instruction.oparg]!] = 1;
  }

  const graph = new FlowGraph(new BasicBlock(false));
  let block = graph.entry;
  let terminated = false;
  for (let i = 0; i < length; i++) {
    const { opcode, oparg, location } = source[i]!;
    if (isTarget[i] !== 0) {
      if (block.instructions.length !== 0) {
        block = startBlock(block, true);
      } else {
        block.isLabelled = true;
      }
      terminated = false;
      blockAt[i] = block;
    }
    if (opcode === Op.ANNOTATIONS_PLACEHOLDER) {
      const nested = sequence.annotationsCode;
      if (nested !== null) {
        for (let j = 0; j < nested.instructions.length; j++) {
          const annotation = nested.instructions[j]!;
          block.instructions.push(new CfgInstruction(annotation.opcode, annotation.oparg, annotation.location));
        }
      }
      continue;
    }
    if (terminated) {
      block = startBlock(block, false);
      terminated = false;
    }
    block.instructions.push(new CfgInstruction(opcode, oparg, location));
    if ((opcodeTraits[opcode]! & TERMINATOR) !== 0) terminated = true;
  }
  if (isTarget[length] !== 0) blockAt[length] = startBlock(block, true);

  for (let b: BasicBlock | null = graph.entry; b !== null; b = b.next) {
    const instructions = b.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & HAS_TARGET) !== 0) {
        const target = blockAt[labels[instruction.oparg]!];
        if (target == null) throw new Error(`label ${instruction.oparg} stands nowhere`);
        instruction.target = target;
        instruction.oparg = 0;
      }
    }
  }
  return graph;
}

function startBlock(previous: BasicBlock, isLabelled: boolean): BasicBlock {
  const block = new BasicBlock(isLabelled);
  previous.next = block;
  return block;
}
