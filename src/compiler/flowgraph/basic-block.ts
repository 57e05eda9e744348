// The control flow graph: basic blocks of instructions whose jumps point at blocks.
// Mirrors cfg_instr, basicblock and cfg_builder of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import type { Location } from "../instruction.ts";
import { NO_FALLTHROUGH, opcodeTraits, TRAIT_SCOPE_EXIT } from "./opcode-traits.ts";

/** One instruction of a block. */
export class CfgInstruction {
  opcode: number;
  oparg: number;
  location: Location;
  /** Where a jump goes, or the handler of SETUP_*. */
  target: BasicBlock | null = null;
  /** The handler that is in force when this instruction raises. */
  handler: BasicBlock | null = null;

  constructor(opcode: number, oparg: number, location: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.location = location;
  }
}

/** The handlers in force at some point, innermost first; a shared list, so that a branch need not copy it. */
export class ExceptStack {
  readonly handler: BasicBlock;
  readonly outer: ExceptStack | null;
  readonly depth: number;

  constructor(handler: BasicBlock, outer: ExceptStack | null) {
    this.handler = handler;
    this.outer = outer;
    this.depth = outer === null ? 1 : outer.depth + 1;
  }
}

/** A straight run of instructions; only the last may jump or leave. `next` is the block behind it in the code. */
export class BasicBlock {
  readonly instructions: CfgInstruction[] = [];
  next: BasicBlock | null = null;
  /** Somebody jumps here (or once did). */
  isLabelled: boolean;
  visited = false;
  /** Number of ways in; 0 when unreachable. */
  predecessors = 0;
  /** Stack depth at entry, -1 when unknown. */
  startDepth = -1;
  exceptStack: ExceptStack | null = null;
  isExceptHandler = false;
  /** The handler finds the offset of the raising instruction on the stack, under the exception. */
  preserveLasti = false;
  cold = false;
  warm = false;
  /** Fast locals 0-31 and 32-63 that may be unbound at entry. */
  unsafeLocalsLow = 0;
  unsafeLocalsHigh = 0;
  /** Index of the first instruction in the finished sequence. */
  index = 0;
  /** Handlers of instructions that were cut off, by their index; see truncate. */
  cutHandlers: (BasicBlock | null)[] | null = null;

  constructor(isLabelled: boolean) {
    this.isLabelled = isLabelled;
  }
}

/** The blocks of one code object, linked through `next` from `entry`. */
export class FlowGraph {
  entry: BasicBlock;
  /** A stack for walks over the graph, empty between passes. */
  readonly todo: BasicBlock[] = [];

  constructor(entry: BasicBlock) {
    this.entry = entry;
  }
}

/** The last instruction of a block, or null when the block is empty. */
export function lastInstruction(block: BasicBlock): CfgInstruction | null {
  const instructions = block.instructions;
  const length = instructions.length;
  return length === 0 ? null : instructions[length - 1]!;
}

/** Whether control may go on to the next block. */
export function hasFallthrough(block: BasicBlock): boolean {
  const instructions = block.instructions;
  const length = instructions.length;
  return length === 0 || (opcodeTraits[instructions[length - 1]!.opcode]! & NO_FALLTHROUGH) === 0;
}

/** Whether the block ends in a return or raise. */
export function exitsScope(block: BasicBlock): boolean {
  const instructions = block.instructions;
  const length = instructions.length;
  return length !== 0 && (opcodeTraits[instructions[length - 1]!.opcode]! & TRAIT_SCOPE_EXIT) !== 0;
}

/** Whether no instruction of the block has a line number. */
export function hasNoLineNumber(block: BasicBlock): boolean {
  const instructions = block.instructions;
  for (let i = 0; i < instructions.length; i++) if (instructions[i]!.location.lineno >= 0) return false;
  return true;
}

/** The block itself, or the first one behind it that is not empty. */
export function nextNonEmptyBlock(block: BasicBlock | null): BasicBlock | null {
  while (block !== null && block.instructions.length === 0) block = block.next;
  return block;
}

/** Adds copies of a block's instructions at the end of another. */
export function appendInstructions(to: BasicBlock, from: BasicBlock): void {
  // The number is read once: a block may be appended to itself.
  const length = from.instructions.length;
  for (let i = 0; i < length; i++) {
    const { opcode, oparg, location, target, handler } = from.instructions[i]!;
    const copy = new CfgInstruction(opcode, oparg, location);
    copy.target = target;
    copy.handler = handler;
    to.instructions.push(copy);
  }
}

/**
 * Cuts a block off behind `length` instructions. CPython adds new instructions in the memory of the old ones and does not set their
 * handler: what stands there later inherits the handler of what stood there before. The exception table shows it, so remember it.
 */
export function truncate(block: BasicBlock, length: number): void {
  const instructions = block.instructions;
  for (let i = length; i < instructions.length; i++) {
    const handler = instructions[i]!.handler;
    if (handler === null && block.cutHandlers === null) continue;
    const cut = (block.cutHandlers ??= []);
    while (cut.length < i) cut.push(null);
    cut[i] = handler;
  }
  instructions.length = length;
}

/** Adds an instruction at the end of a block; its handler is that of a former instruction in this place, if there was one. */
export function appendInstruction(block: BasicBlock, opcode: number, location: Location): CfgInstruction {
  const instruction = new CfgInstruction(opcode, 0, location);
  const cut = block.cutHandlers;
  if (cut !== null) instruction.handler = cut[block.instructions.length] ?? null;
  block.instructions.push(instruction);
  return instruction;
}

/** Adds a jump at the end of a block. */
export function appendJump(block: BasicBlock, opcode: number, target: BasicBlock, location: Location): void {
  appendInstruction(block, opcode, location).target = target;
}

/** Forgets who was visited, before a walk over the graph. */
export function clearVisited(entry: BasicBlock): void {
  for (let block: BasicBlock | null = entry; block !== null; block = block.next) block.visited = false;
}
