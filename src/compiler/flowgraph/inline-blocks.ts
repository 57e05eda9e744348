// Copies small targets of jumps to where the jump is.
// Mirrors inline_small_or_no_lineno_blocks of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { appendInstructions, exitsScope, hasFallthrough, hasNoLineNumber, lastInstruction } from "./basic-block.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_UNCONDITIONAL_JUMP } from "./opcode-traits.ts";

/** Largest exit block that is copied. */
const MAX_COPY_SIZE = 4;

function inlineTarget(block: BasicBlock): boolean {
  const jump = lastInstruction(block);
  if (jump === null || (opcodeTraits[jump.opcode]! & TRAIT_UNCONDITIONAL_JUMP) === 0) return false;
  const target = jump.target!;
  const isSmallExit = exitsScope(target) && target.instructions.length <= MAX_COPY_SIZE;
  const hasNoLines = hasNoLineNumber(target) && !hasFallthrough(target);
  if (!isSmallExit && !hasNoLines) return false;
  const removedOpcode = jump.opcode;
  jump.opcode = Op.NOP;
  jump.oparg = 0;
  appendInstructions(block, target);
  if (hasNoLines) {
    const last = lastInstruction(block)!;
    // The jump that went checked for signals; the one that took its place must too.
    if ((opcodeTraits[last.opcode]! & TRAIT_UNCONDITIONAL_JUMP) !== 0 && removedOpcode === Op.JUMP) last.opcode = Op.JUMP;
  }
  target.predecessors--;
  return true;
}

/** Replaces jumps to small exit blocks, and to blocks without lines that do not fall through, by copies of these blocks. */
export function inlineSmallOrNoLinenoBlocks(graph: FlowGraph): void {
  let changes: boolean;
  do {
    changes = false;
    for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
      if (inlineTarget(block)) changes = true;
    }
  } while (changes);
}
