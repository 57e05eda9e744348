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
  // Instruction index -> 0: no target of a jump; else the number of its block in `targets`, plus 1.
  const targetAt = new Int32Array(length + 1);
  const targets: BasicBlock[] = [];
  let hasTargets = false;
  for (let i = 0; i < length; i++) {
    const instruction = source[i]!;
    if ((opcodeTraits[instruction.opcode]! & HAS_TARGET) !== 0) {
      targetAt[labels[instruction.oparg]!] = 1;
      hasTargets = true;
    }
  }

  const graph = new FlowGraph(new BasicBlock(false));
  let block = graph.entry;
  let terminated = false;
  for (let i = 0; i < length; i++) {
    const { opcode, oparg, location } = source[i]!;
    if (targetAt[i] !== 0) {
      if (block.instructions.length !== 0) {
        block = startBlock(block, true);
      } else {
        block.isLabelled = true;
      }
      terminated = false;
      targetAt[i] = targets.push(block);
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
  if (targetAt[length] !== 0) targetAt[length] = targets.push(startBlock(block, true));
  if (!hasTargets) return graph;

  for (let b: BasicBlock | null = graph.entry; b !== null; b = b.next) {
    const instructions = b.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & HAS_TARGET) !== 0) {
        const at = labels[instruction.oparg]!;
        if (at < 0) throw new Error(`label ${instruction.oparg} stands nowhere`);
        instruction.target = targets[targetAt[at]! - 1]!;
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
