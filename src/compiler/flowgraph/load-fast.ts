// Finds the loads of fast locals that may borrow their reference, because the local certainly outlives it.
// Mirrors optimize_load_fast of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { numPopped, numPushed } from "../../bytecode/opcodes.ts";
import { clearVisited, hasFallthrough } from "./basic-block.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { HAS_TARGET, opcodeTraits, TRAIT_BLOCK_PUSH } from "./opcode-traits.ts";

const NOT_LOCAL = -1;
/** Stands for what was on the stack before the block. */
const NO_PRODUCER = -1;

/** The operand stack of one block: for each entry the instruction that made it and the local that it is a load of. */
class RefStack {
  readonly producers: number[] = [];
  readonly locals: number[] = [];
  size = 0;
  /** Instruction -> 1 when what it loads may not be borrowed. */
  isUnsafe: Uint8Array;

  constructor(longestBlock: number) {
    this.isUnsafe = new Uint8Array(longestBlock);
  }

  push(producer: number, local: number): void {
    this.producers[this.size] = producer;
    this.locals[this.size] = local;
    this.size++;
  }

  pop(count: number): void {
    this.size -= count;
    if (this.size < 0) throw new Error("stack underflow in a basic block");
  }

  /** The local gets a new value or none: loads of it that are still on the stack lose what they would borrow from. */
  killLocal(local: number): void {
    for (let i = 0; i < this.size; i++) if (this.locals[i] === local) this.isUnsafe[this.producers[i]!] = 1;
  }

  /** The top of the stack is stored to a local. */
  storeTop(local: number): void {
    this.pop(1);
    const producer = this.producers[this.size]!;
    this.killLocal(local);
    if (producer !== NO_PRODUCER) this.isUnsafe[producer] = 1;
  }

  /** What is on top stays there, with `popped` fewer entries and `pushed` more below it. */
  keepTop(popped: number, pushed: number, producer: number): void {
    const topProducer = this.producers[this.size - 1]!;
    const topLocal = this.locals[this.size - 1]!;
    this.pop(1 + popped);
    for (let i = 0; i < pushed; i++) this.push(producer, NOT_LOCAL);
    this.push(topProducer, topLocal);
  }
}

function visit(block: BasicBlock, depth: number, todo: BasicBlock[]): void {
  if (block.visited) return;
  if (block.startDepth !== depth) throw new Error("inconsistent stack depth at a basic block");
  block.visited = true;
  todo.push(block);
}

function simulateBlock(block: BasicBlock, refs: RefStack, todo: BasicBlock[]): void {
  const instructions = block.instructions;
  refs.size = 0;
  for (let i = 0; i < block.startDepth; i++) refs.push(NO_PRODUCER, NOT_LOCAL);
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    const { opcode, oparg } = instruction;
    switch (opcode) {
      case Op.DELETE_FAST:
        refs.killLocal(oparg);
        break;
      case Op.LOAD_FAST:
        refs.push(i, oparg);
        break;
      case Op.LOAD_FAST_AND_CLEAR:
        refs.killLocal(oparg);
        refs.push(i, oparg);
        break;
      case Op.LOAD_FAST_LOAD_FAST:
        refs.push(i, oparg >> 4);
        refs.push(i, oparg & 15);
        break;
      case Op.STORE_FAST:
        refs.storeTop(oparg);
        break;
      case Op.STORE_FAST_LOAD_FAST:
        refs.storeTop(oparg >> 4);
        refs.push(i, oparg & 15);
        break;
      case Op.STORE_FAST_STORE_FAST:
        refs.storeTop(oparg >> 4);
        refs.storeTop(oparg & 15);
        break;
      case Op.COPY: {
        const from = refs.size - oparg;
        refs.push(refs.producers[from]!, refs.locals[from]!);
        break;
      }
      case Op.SWAP: {
        const { producers, locals } = refs;
        const top = refs.size - 1;
        const other = refs.size - oparg;
        const producer = producers[top]!;
        const local = locals[top]!;
        producers[top] = producers[other]!;
        locals[top] = locals[other]!;
        producers[other] = producer;
        locals[other] = local;
        break;
      }
      // These leave their operands where they are, or may give back the operand itself, and push.
      case Op.FORMAT_SIMPLE:
      case Op.GET_ANEXT:
      case Op.GET_LEN:
      case Op.GET_YIELD_FROM_ITER:
      case Op.IMPORT_FROM:
      case Op.MATCH_KEYS:
      case Op.MATCH_MAPPING:
      case Op.MATCH_SEQUENCE:
      case Op.WITH_EXCEPT_START: {
        const pushed = numPushed(opcode, oparg) - numPopped(opcode, oparg);
        // j, not i: 3.14 takes the block's first instruction for the producer, and so may spare that one needlessly.
        for (let j = 0; j < pushed; j++) refs.push(j, NOT_LOCAL);
        break;
      }
      // These take some of their operands and leave the others.
      case Op.DICT_MERGE:
      case Op.DICT_UPDATE:
      case Op.LIST_APPEND:
      case Op.LIST_EXTEND:
      case Op.MAP_ADD:
      case Op.RERAISE:
      case Op.SET_ADD:
      case Op.SET_UPDATE:
        refs.pop(numPopped(opcode, oparg) - numPushed(opcode, oparg));
        break;
      case Op.END_SEND:
      case Op.SET_FUNCTION_ATTRIBUTE:
        refs.keepTop(1, 0, i);
        break;
      case Op.CHECK_EXC_MATCH:
        refs.pop(1);
        refs.push(i, NOT_LOCAL);
        break;
      case Op.FOR_ITER:
        visit(instruction.target!, refs.size + 1, todo);
        refs.push(i, NOT_LOCAL);
        break;
      case Op.LOAD_ATTR:
      case Op.LOAD_SUPER_ATTR: {
        const self = refs.size - 1;
        const producer = refs.producers[self]!;
        const local = refs.locals[self]!;
        refs.pop(opcode === Op.LOAD_ATTR ? 1 : 3);
        refs.push(i, NOT_LOCAL);
        // For a method call, self may stay on the stack.
        if ((oparg & 1) !== 0) refs.push(producer, local);
        break;
      }
      case Op.LOAD_SPECIAL:
      case Op.PUSH_EXC_INFO:
        refs.keepTop(0, 1, i);
        break;
      case Op.SEND:
        visit(instruction.target!, refs.size, todo);
        refs.pop(1);
        refs.push(i, NOT_LOCAL);
        break;
      default: {
        const popped = numPopped(opcode, oparg);
        const pushed = numPushed(opcode, oparg);
        const traits = opcodeTraits[opcode]!;
        if ((traits & HAS_TARGET) !== 0) {
          visit(instruction.target!, refs.size - popped + pushed, todo);
          if ((traits & TRAIT_BLOCK_PUSH) !== 0) break;
        }
        refs.pop(popped);
        for (let j = 0; j < pushed; j++) refs.push(i, NOT_LOCAL);
        break;
      }
    }
  }
}

/** Turns LOAD_FAST and LOAD_FAST_LOAD_FAST into their borrowing forms where that is safe. Needs the blocks' start depths. */
export function optimizeLoadFast(graph: FlowGraph): void {
  let longest = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    if (block.instructions.length > longest) longest = block.instructions.length;
  }
  const refs = new RefStack(longest);
  const isUnsafe = refs.isUnsafe;
  clearVisited(graph.entry);
  const todo = graph.todo;
  graph.entry.startDepth = 0;
  graph.entry.visited = true;
  todo.push(graph.entry);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    const instructions = block.instructions;
    isUnsafe.fill(0, 0, instructions.length);
    simulateBlock(block, refs, todo);
    if (block.next !== null && instructions.length > 0 && hasFallthrough(block)) visit(block.next, refs.size, todo);
    // What is still on the stack would be borrowed beyond the block.
    for (let i = 0; i < refs.size; i++) {
      const producer = refs.producers[i]!;
      if (producer !== NO_PRODUCER) isUnsafe[producer] = 1;
    }
    for (let i = 0; i < instructions.length; i++) {
      if (isUnsafe[i] !== 0) continue;
      const instruction = instructions[i]!;
      if (instruction.opcode === Op.LOAD_FAST) instruction.opcode = Op.LOAD_FAST_BORROW;
      else if (instruction.opcode === Op.LOAD_FAST_LOAD_FAST) instruction.opcode = Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
    }
  }
}
