// Which handler is in force at each instruction.
// Mirrors mark_except_handlers and label_exception_targets of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { clearVisited, ExceptStack, hasFallthrough } from "./basic-block.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_BLOCK_PUSH, TRAIT_JUMP } from "./opcode-traits.ts";

/** Bit of RESUME's argument: the generator is suspended directly below its outermost handler. */
const RESUME_OPARG_DEPTH1_MASK = 4;

/** Marks the blocks that SETUP_* name; answers whether there are any. */
export function markExceptHandlers(graph: FlowGraph): boolean {
  let found = false;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      if ((opcodeTraits[instruction.opcode]! & TRAIT_BLOCK_PUSH) !== 0) {
        instruction.target!.isExceptHandler = true;
        found = true;
      }
    }
  }
  return found;
}

/** Follows SETUP_* and POP_BLOCK along all paths and notes the handler of every instruction. POP_BLOCK becomes NOP. */
export function labelExceptionTargets(graph: FlowGraph): void {
  clearVisited(graph.entry);
  const todo = graph.todo;
  todo.push(graph.entry);
  graph.entry.visited = true;
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let stack = block.exceptStack;
    block.exceptStack = null;
    let handler = stack === null ? null : stack.handler;
    let lastYieldExceptDepth = -1;
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      const opcode = instruction.opcode;
      const traits = opcodeTraits[opcode]!;
      if ((traits & TRAIT_BLOCK_PUSH) !== 0) {
        const target = instruction.target!;
        if (!target.visited) {
          target.exceptStack = stack;
          target.visited = true;
          todo.push(target);
        }
        if (opcode === Op.SETUP_WITH || opcode === Op.SETUP_CLEANUP) target.preserveLasti = true;
        stack = new ExceptStack(target, stack);
        handler = target;
      } else if (opcode === Op.POP_BLOCK) {
        stack = stack!.outer;
        handler = stack === null ? null : stack.handler;
        instruction.opcode = Op.NOP;
        instruction.oparg = 0;
      } else {
        instruction.handler = handler;
        if ((traits & TRAIT_JUMP) !== 0) {
          const target = instruction.target!;
          if (!target.visited) {
            target.exceptStack = stack;
            target.visited = true;
            todo.push(target);
          }
        } else if (opcode === Op.YIELD_VALUE) {
          lastYieldExceptDepth = stack === null ? 0 : stack.depth;
        } else if (opcode === Op.RESUME && instruction.oparg !== 0) {
          if (lastYieldExceptDepth === 1) instruction.oparg |= RESUME_OPARG_DEPTH1_MASK;
          lastYieldExceptDepth = -1;
        }
      }
    }
    const next = block.next;
    if (next !== null && !next.visited && hasFallthrough(block)) {
      next.exceptStack = stack;
      next.visited = true;
      todo.push(next);
    }
  }
}
