// Replaces the instructions that exist only in the compiler, and gives conditional jumps the forms that the machine has.
// Mirrors convert_pseudo_conditional_jumps, convert_pseudo_ops and normalize_jumps of Python/flowgraph.c.
// See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { appendInstruction, appendJump, BasicBlock, CfgInstruction, lastInstruction } from "./basic-block.ts";
import type { FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_BLOCK_PUSH, TRAIT_CONDITIONAL_JUMP } from "./opcode-traits.ts";
import { removeRedundantNopsAndJumps } from "./redundant.ts";

/** JUMP_IF_* becomes COPY 1, TO_BOOL, POP_JUMP_IF_*. */
export function convertPseudoConditionalJumps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = lastInstruction(block);
    if (last === null || (last.opcode !== Op.JUMP_IF_FALSE && last.opcode !== Op.JUMP_IF_TRUE)) continue;
    last.opcode = last.opcode === Op.JUMP_IF_FALSE ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
    const copy = new CfgInstruction(Op.COPY, 1, last.location);
    const toBool = new CfgInstruction(Op.TO_BOOL, 0, last.location);
    copy.handler = last.handler;
    toBool.handler = last.handler;
    const instructions = block.instructions;
    instructions[instructions.length - 1] = copy;
    instructions.push(toBool, last);
  }
}

/** SETUP_* become NOPs and go, LOAD_CLOSURE and STORE_FAST_MAYBE_NULL what they stand for. */
export function convertPseudoOps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      const opcode = instruction.opcode;
      if ((opcodeTraits[opcode]! & TRAIT_BLOCK_PUSH) !== 0) {
        instruction.opcode = Op.NOP;
        instruction.oparg = 0;
        instruction.target = null;
      } else if (opcode === Op.LOAD_CLOSURE) {
        instruction.opcode = Op.LOAD_FAST;
      } else if (opcode === Op.STORE_FAST_MAYBE_NULL) {
        instruction.opcode = Op.STORE_FAST;
      }
    }
  }
  removeRedundantNopsAndJumps(graph);
}

function reversedJump(opcode: number): number {
  switch (opcode) {
    case Op.POP_JUMP_IF_NOT_NONE:
      return Op.POP_JUMP_IF_NONE;
    case Op.POP_JUMP_IF_NONE:
      return Op.POP_JUMP_IF_NOT_NONE;
    case Op.POP_JUMP_IF_FALSE:
      return Op.POP_JUMP_IF_TRUE;
    default:
      return Op.POP_JUMP_IF_FALSE;
  }
}

/** Conditional jumps can only go forward: others become a jump around a jump. Each is followed by NOT_TAKEN. */
export function normalizeJumps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) block.visited = false;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.visited = true;
    const last = lastInstruction(block);
    if (last === null || (opcodeTraits[last.opcode]! & TRAIT_CONDITIONAL_JUMP) === 0) continue;
    const target = last.target!;
    if (!target.visited) {
      appendInstruction(block, Op.NOT_TAKEN, last.location);
      continue;
    }
    const backward = new BasicBlock(false);
    appendInstruction(backward, Op.NOT_TAKEN, last.location);
    appendJump(backward, Op.JUMP, target, last.location);
    backward.startDepth = target.startDepth;
    backward.cold = block.cold;
    backward.next = block.next;
    last.opcode = reversedJump(last.opcode);
    last.target = block.next;
    block.next = backward;
  }
}
