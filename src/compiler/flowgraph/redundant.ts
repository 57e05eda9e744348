// Takes out what does nothing: NOPs that carry no line of their own, jumps to the next block, loads that are popped at once.
// Mirrors the remove_redundant_* functions of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { hasFallthrough, lastInstruction, nextNonEmptyBlock, truncate } from "./basic-block.ts";
import type { BasicBlock, CfgInstruction, FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_JUMP, TRAIT_UNCONDITIONAL_JUMP } from "./opcode-traits.ts";

/** Line of the first instruction that will remain of a block (NOPs without a line will not); -1 when there is none. */
function firstLine(block: BasicBlock): number {
  const instructions = block.instructions;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode !== Op.NOP || instruction.location.lineno >= 0) return instruction.location.lineno;
  }
  return -1;
}

/** Removes the NOPs of a block that no line number needs; answers how many went. */
export function removeRedundantNopsOfBlock(block: BasicBlock): number {
  const instructions = block.instructions;
  const length = instructions.length;
  let from = 0;
  while (from < length && instructions[from]!.opcode !== Op.NOP) from++;
  if (from === length) return 0;
  let kept = from;
  let previousLine = from === 0 ? -1 : instructions[from - 1]!.location.lineno;
  for (let i = from; i < length; i++) {
    const instruction = instructions[i]!;
    const line = instruction.location.lineno;
    if (instruction.opcode === Op.NOP) {
      if (line < 0 || previousLine === line) continue;
      if (i < length - 1) {
        const following = instructions[i + 1]!;
        const nextLine = following.location.lineno;
        if (nextLine === line) continue;
        if (nextLine < 0) {
          following.location = instruction.location;
          continue;
        }
      } else {
        const next = nextNonEmptyBlock(block.next);
        if (next !== null && firstLine(next) === line) continue;
      }
    }
    instructions[kept++] = instruction;
    previousLine = line;
  }
  if (kept !== length) truncate(block, kept);
  return length - kept;
}

/** Removes redundant NOPs everywhere; answers how many went. */
export function removeRedundantNops(graph: FlowGraph): number {
  let removed = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    removed += removeRedundantNopsOfBlock(block);
  }
  return removed;
}

/** Removes NOPs, and loads of constants and copies that the next instruction pops, until there are no more. */
export function removeRedundantNopsAndPairs(graph: FlowGraph): void {
  let done = false;
  while (!done) {
    done = true;
    let instruction: CfgInstruction | null = null;
    for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
      removeRedundantNopsOfBlock(block);
      if (block.isLabelled) instruction = null;
      const instructions = block.instructions;
      for (let i = 0; i < instructions.length; i++) {
        const previous: CfgInstruction | null = instruction;
        instruction = instructions[i]!;
        if (instruction.opcode !== Op.POP_TOP || previous === null) continue;
        const opcode = previous.opcode;
        if (opcode === Op.LOAD_CONST || opcode === Op.LOAD_SMALL_INT || (opcode === Op.COPY && previous.oparg === 1)) {
          previous.opcode = Op.NOP;
          previous.oparg = 0;
          instruction.opcode = Op.NOP;
          instruction.oparg = 0;
          done = false;
        }
      }
      if (
        (instruction !== null && (opcodeTraits[instruction.opcode]! & TRAIT_JUMP) !== 0) ||
        !hasFallthrough(block)
      ) {
        instruction = null;
      }
    }
  }
}

/** Turns jumps to where control would go anyway into NOPs; answers how many. */
export function removeRedundantJumps(graph: FlowGraph): number {
  let changes = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = lastInstruction(block);
    if (last === null || (opcodeTraits[last.opcode]! & TRAIT_UNCONDITIONAL_JUMP) === 0) continue;
    const target = nextNonEmptyBlock(last.target);
    if (target === null) throw new Error("jump with NULL target");
    if (target === nextNonEmptyBlock(block.next)) {
      changes++;
      last.opcode = Op.NOP;
      last.oparg = 0;
    }
  }
  return changes;
}

/** Removes NOPs and jumps until nothing changes: a jump gone may leave a NOP, a NOP gone an empty block to jump over. */
export function removeRedundantNopsAndJumps(graph: FlowGraph): void {
  let changes: number;
  do {
    changes = removeRedundantNops(graph);
    changes += removeRedundantJumps(graph);
  } while (changes > 0);
}
