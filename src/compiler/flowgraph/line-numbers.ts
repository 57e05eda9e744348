// Gives every way out of the code a line number (PEP 626), and instructions without one that of their predecessor.
// Mirrors resolve_line_numbers of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import { appendInstructions, BasicBlock, exitsScope, hasFallthrough, hasNoLineNumber, lastInstruction, nextNonEmptyBlock } from "./basic-block.ts";
import type { FlowGraph } from "./basic-block.ts";
import { NO_LOCATION } from "../instruction.ts";
import { opcodeTraits, TRAIT_EVAL_BREAK, TRAIT_JUMP } from "./opcode-traits.ts";

function hasEvalBreak(block: BasicBlock): boolean {
  const instructions = block.instructions;
  for (let i = 0; i < instructions.length; i++) {
    if ((opcodeTraits[instructions[i]!.opcode]! & TRAIT_EVAL_BREAK) !== 0) return true;
  }
  return false;
}

function isExitOrEvalCheckWithoutLineno(block: BasicBlock): boolean {
  const instructions = block.instructions;
  if (instructions.length === 0 || instructions[0]!.location.lineno >= 0) return false;
  return (exitsScope(block) || hasEvalBreak(block)) && hasNoLineNumber(block);
}

/** Gives each jump to an exit block without lines its own copy, so that the copy can have the jump's line. */
function duplicateExitsWithoutLineno(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = lastInstruction(block);
    if (last === null || (opcodeTraits[last.opcode]! & TRAIT_JUMP) === 0) continue;
    const target = nextNonEmptyBlock(last.target)!;
    if (target.predecessors > 1 && isExitOrEvalCheckWithoutLineno(target)) {
      const copy = new BasicBlock(true);
      appendInstructions(copy, target);
      copy.instructions[0]!.location = last.location;
      last.target = copy;
      target.predecessors--;
      copy.predecessors = 1;
      copy.next = target.next;
      target.next = copy;
    }
  }
  // What remains is entered by falling into it, from one place.
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const next = block.next;
    const last = lastInstruction(block);
    if (next !== null && last !== null && hasFallthrough(block) && isExitOrEvalCheckWithoutLineno(next)) {
      next.instructions[0]!.location = last.location;
    }
  }
}

/** Hands locations on: within a block, and to the next block or the target when there is no other way into it. */
function propagateLineNumbers(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    const length = instructions.length;
    if (length === 0) continue;
    let previous = NO_LOCATION;
    for (let i = 0; i < length; i++) {
      const instruction = instructions[i]!;
      if (instruction.location.lineno === -1) instruction.location = previous;
      else previous = instruction.location;
    }
    const last = instructions[length - 1]!;
    const next = block.next;
    if (next !== null && next.predecessors === 1 && hasFallthrough(block) && next.instructions.length > 0) {
      const first = next.instructions[0]!;
      if (first.location.lineno === -1) first.location = previous;
    }
    if ((opcodeTraits[last.opcode]! & TRAIT_JUMP) !== 0) {
      const target = last.target!;
      if (target.predecessors === 1 && target.instructions.length > 0) {
        const first = target.instructions[0]!;
        if (first.location.lineno === -1) first.location = previous;
      }
    }
  }
}

/** Duplicates exits without a line, then propagates line numbers. */
export function resolveLineNumbers(graph: FlowGraph): void {
  duplicateExitsWithoutLineno(graph);
  propagateLineNumbers(graph);
}
