// The deepest that the operand stack can get.
// Mirrors calculate_stackdepth of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import { PythonError } from "../../base/python-error.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { INVALID_STACK_EFFECT, stackEffect } from "../../bytecode/opcodes.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { HAS_TARGET, NO_FALLTHROUGH, opcodeTraits } from "./opcode-traits.ts";

function visit(block: BasicBlock, depth: number, todo: BasicBlock[]): void {
  if (block.startDepth >= 0) {
    if (block.startDepth !== depth) throw new PythonError("ValueError", "Invalid CFG, inconsistent stackdepth");
    return;
  }
  block.startDepth = depth;
  todo.push(block);
}

/** Follows all paths, notes every block's depth at entry, and answers the greatest depth. */
export function calculateStackDepth(graph: FlowGraph): number {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) block.startDepth = -1;
  const todo = graph.todo;
  let maxDepth = 0;
  visit(graph.entry, 0, todo);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let next = block.next;
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const { opcode, oparg, target } = instructions[i]!;
      const effect = stackEffect(opcode, oparg, false);
      if (effect === INVALID_STACK_EFFECT) throw new PythonError("SystemError", `Invalid stack effect for opcode=${opcode}, arg=${oparg}`);
      const newDepth = depth + effect;
      if (newDepth < 0) throw new PythonError("ValueError", "Invalid CFG, stack underflow");
      if (depth > maxDepth) maxDepth = depth;
      const traits = opcodeTraits[opcode]!;
      if ((traits & HAS_TARGET) !== 0 && opcode !== Op.END_ASYNC_FOR) {
        const targetDepth = depth + stackEffect(opcode, oparg, true);
        if (targetDepth > maxDepth) maxDepth = targetDepth;
        visit(target!, targetDepth, todo);
      }
      depth = newDepth;
      if ((traits & NO_FALLTHROUGH) !== 0) {
        next = null;
        break;
      }
    }
    if (next !== null) visit(next, depth, todo);
  }
  return maxDepth;
}
