// Loads of fast locals that may be unbound become LOAD_FAST_CHECK.
// Mirrors add_checks_for_loads_of_uninitialized_variables of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { clearVisited, hasFallthrough, lastInstruction } from "./basic-block.ts";
import type { BasicBlock, CfgInstruction, FlowGraph } from "./basic-block.ts";
import { opcodeTraits, TRAIT_JUMP } from "./opcode-traits.ts";

/** This many locals are followed across blocks, the others only inside one. */
const TRACKED_LOCALS = 64;

/** Adds what may be unbound at the block's entry; puts it on the stack if that is news and it is not there yet. */
function pushIfNews(block: BasicBlock, low: number, high: number, todo: BasicBlock[]): void {
  const bothLow = block.unsafeLocalsLow | low;
  const bothHigh = block.unsafeLocalsHigh | high;
  if (bothLow === block.unsafeLocalsLow && bothHigh === block.unsafeLocalsHigh) return;
  block.unsafeLocalsLow = bothLow;
  block.unsafeLocalsHigh = bothHigh;
  if (!block.visited) {
    block.visited = true;
    todo.push(block);
  }
}

function scanBlock(block: BasicBlock, todo: BasicBlock[]): void {
  let low = block.unsafeLocalsLow;
  let high = block.unsafeLocalsHigh;
  const instructions = block.instructions;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.handler !== null) pushIfNews(instruction.handler, low, high, todo);
    const { opcode, oparg } = instruction;
    switch (opcode) {
      case Op.DELETE_FAST:
      case Op.LOAD_FAST_AND_CLEAR:
      case Op.STORE_FAST_MAYBE_NULL:
        if (oparg < 32) low |= 1 << oparg;
        else if (oparg < TRACKED_LOCALS) high |= 1 << (oparg - 32);
        break;
      case Op.STORE_FAST:
      case Op.LOAD_FAST_CHECK:
        if (oparg < 32) low &= ~(1 << oparg);
        else if (oparg < TRACKED_LOCALS) high &= ~(1 << (oparg - 32));
        break;
      case Op.LOAD_FAST:
        if (oparg < 32) {
          const bit = 1 << oparg;
          if ((low & bit) !== 0) instruction.opcode = Op.LOAD_FAST_CHECK;
          low &= ~bit;
        } else if (oparg < TRACKED_LOCALS) {
          const bit = 1 << (oparg - 32);
          if ((high & bit) !== 0) instruction.opcode = Op.LOAD_FAST_CHECK;
          high &= ~bit;
        }
        break;
    }
  }
  if (block.next !== null && hasFallthrough(block)) pushIfNews(block.next, low, high, todo);
  const last = lastInstruction(block);
  if (last !== null && (opcodeTraits[last.opcode]! & TRAIT_JUMP) !== 0) pushIfNews(last.target!, low, high, todo);
}

/** Checks the locals beyond the tracked ones wherever their own block did not bind them before. */
function scanManyLocals(graph: FlowGraph, localCount: number): void {
  // local -> number of the block that has bound it last
  const boundIn = new Int32Array(localCount);
  let blockNumber = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    blockNumber++;
    const instructions: CfgInstruction[] = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      const local = instruction.oparg;
      if (local < TRACKED_LOCALS) continue;
      switch (instruction.opcode) {
        case Op.DELETE_FAST:
        case Op.LOAD_FAST_AND_CLEAR:
        case Op.STORE_FAST_MAYBE_NULL:
          boundIn[local] = 0;
          break;
        case Op.STORE_FAST:
          boundIn[local] = blockNumber;
          break;
        case Op.LOAD_FAST:
          if (boundIn[local] !== blockNumber) instruction.opcode = Op.LOAD_FAST_CHECK;
          boundIn[local] = blockNumber;
          break;
      }
    }
  }
}

/** Adds the checks. `localCount` counts parameters too. */
export function addChecksForUninitialized(graph: FlowGraph, localCount: number, parameterCount: number): void {
  if (localCount === 0) return;
  if (localCount > TRACKED_LOCALS) {
    scanManyLocals(graph, localCount);
    localCount = TRACKED_LOCALS;
  }
  clearVisited(graph.entry);
  let low = 0;
  let high = 0;
  for (let local = parameterCount; local < localCount; local++) {
    if (local < 32) low |= 1 << local;
    else high |= 1 << (local - 32);
  }
  const todo = graph.todo;
  pushIfNews(graph.entry, low, high, todo);
  // Every block once, for the sake of `del`; then again those of which more became known.
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) scanBlock(block, todo);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.visited = false;
    scanBlock(block, todo);
  }
}
