// Moves exception handlers and what only they reach behind the rest of the code.
// Mirrors push_cold_blocks_to_end of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { NO_LOCATION } from "../instruction.ts";
import { appendJump, BasicBlock, clearVisited, hasFallthrough } from "./basic-block.ts";
import type { FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_JUMP } from "./opcode-traits.ts";
import { removeRedundantNopsAndJumps } from "./redundant.ts";

/** Marks what is reached without an exception. */
function markWarm(graph: FlowGraph): void {
  clearVisited(graph.entry);
  const todo = graph.todo;
  graph.entry.visited = true;
  todo.push(graph.entry);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.warm = true;
    const next = block.next;
    if (next !== null && !next.visited && hasFallthrough(block)) {
      next.visited = true;
      todo.push(next);
    }
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & TRAIT_JUMP) !== 0 && !instruction.target!.visited) {
        instruction.target!.visited = true;
        todo.push(instruction.target!);
      }
    }
  }
}

/** Marks handlers and what they alone reach. */
function markCold(graph: FlowGraph): void {
  markWarm(graph);
  const todo = graph.todo;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.visited = block.isExceptHandler;
    if (block.isExceptHandler) todo.push(block);
  }
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.cold = true;
    const next = block.next;
    if (next !== null && !next.warm && !next.visited && hasFallthrough(block)) {
      next.visited = true;
      todo.push(next);
    }
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & TRAIT_JUMP) === 0) continue;
      const target = instruction.target!;
      if (!target.warm && !target.visited) {
        target.visited = true;
        todo.push(target);
      }
    }
  }
}

/** A cold block that falls into a warm one gets a jump, since they will not stay neighbours. */
function addJumpsFromColdToWarm(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const next: BasicBlock | null = block.next;
    if (!block.cold || next === null || !next.warm || !hasFallthrough(block)) continue;
    const jump = new BasicBlock(false);
    next.isLabelled = true;
    appendJump(jump, Op.JUMP_NO_INTERRUPT, next, NO_LOCATION);
    jump.cold = true;
    jump.next = next;
    jump.predecessors = 1;
    block.next = jump;
  }
}

/** Reorders the blocks: warm ones first, each kind in the order it had. */
export function pushColdBlocksToEnd(graph: FlowGraph): void {
  if (graph.entry.next === null) return;
  markCold(graph);
  addJumpsFromColdToWarm(graph);
  let lastWarm = graph.entry;
  let firstCold: BasicBlock | null = null;
  let lastCold: BasicBlock | null = null;
  for (let block: BasicBlock | null = graph.entry.next; block !== null; block = block.next) {
    if (!block.cold) {
      lastWarm.next = block;
      lastWarm = block;
    } else {
      if (lastCold === null) firstCold = block;
      else lastCold.next = block;
      lastCold = block;
    }
  }
  if (lastCold !== null) lastCold.next = null;
  lastWarm.next = firstCold;
  if (firstCold !== null) removeRedundantNopsAndJumps(graph);
}
