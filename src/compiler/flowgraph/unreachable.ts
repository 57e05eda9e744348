// Empties blocks that no path reaches and counts the ways into the others.
// Mirrors remove_unreachable of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import { hasFallthrough, truncate } from "./basic-block.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { HAS_TARGET, opcodeTraits } from "./opcode-traits.ts";

/** Counts predecessors anew and empties the blocks that have none. */
export function removeUnreachable(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.predecessors = 0;
    block.visited = false;
  }
  const todo = graph.todo;
  graph.entry.predecessors = 1;
  graph.entry.visited = true;
  todo.push(graph.entry);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    const next = block.next;
    if (next !== null && hasFallthrough(block)) {
      if (!next.visited) {
        next.visited = true;
        todo.push(next);
      }
      next.predecessors++;
    }
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & HAS_TARGET) !== 0) {
        const target = instruction.target!;
        if (!target.visited) {
          target.visited = true;
          todo.push(target);
        }
        target.predecessors++;
      }
    }
  }
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    if (block.predecessors === 0) {
      truncate(block, 0);
      block.isExceptHandler = false;
    }
  }
}
