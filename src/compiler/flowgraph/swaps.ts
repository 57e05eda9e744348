// SWAPs: runs of them become shortest ones, and where only stores and pops follow, these change places instead.
// Mirrors swaptimize and apply_static_swaps of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { CfgInstruction } from "./basic-block.ts";
import { opcodeTraits, TRAIT_SWAPPABLE } from "./opcode-traits.ts";

const VISITED = -1;

/** Rewrites the run of SWAPs and NOPs that starts at `first` with as few SWAPs as possible; answers the run's last index. */
function shortenSwaps(instructions: CfgInstruction[], first: number): number {
  let depth = instructions[first]!.oparg;
  let isMoreThanOne = false;
  let end = first + 1;
  for (; end < instructions.length; end++) {
    const { opcode, oparg } = instructions[end]!;
    if (opcode === Op.SWAP) {
      if (oparg > depth) depth = oparg;
      isMoreThanOne = true;
    } else if (opcode !== Op.NOP) {
      break;
    }
  }
  if (!isMoreThanOne) return first;
  // The permutation that the run makes of the stack, top first.
  const stack: number[] = [];
  for (let i = 0; i < depth; i++) stack.push(i);
  for (let i = first; i < end; i++) {
    const { opcode, oparg } = instructions[i]!;
    if (opcode === Op.SWAP) {
      const top = stack[0]!;
      stack[0] = stack[oparg - 1]!;
      stack[oparg - 1] = top;
    }
  }
  // Undoing it cycle by cycle, always through the top of the stack, gives the shortest run, written from its end.
  let current = end - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    let j = i;
    for (;;) {
      if (j !== 0) {
        const swap = instructions[current--]!;
        swap.opcode = Op.SWAP;
        swap.oparg = j + 1;
      }
      if (stack[j] === VISITED) break;
      const following = stack[j]!;
      stack[j] = VISITED;
      j = following;
    }
  }
  for (; current >= first; current--) {
    const unused = instructions[current]!;
    unused.opcode = Op.NOP;
    unused.oparg = 0;
  }
  return end - 1;
}

/** The next store or pop behind `at` with only NOPs in between, all on `line` unless that is -1; or -1. */
function nextSwappable(instructions: CfgInstruction[], at: number, line: number): number {
  while (++at < instructions.length) {
    const instruction = instructions[at]!;
    // Stores on two lines may be seen one by one by a tracer.
    if (line >= 0 && instruction.location.lineno !== line) return -1;
    if (instruction.opcode === Op.NOP) continue;
    return (opcodeTraits[instruction.opcode]! & TRAIT_SWAPPABLE) !== 0 ? at : -1;
  }
  return -1;
}

/** The fast local that is stored to, or -1. */
function storesTo(instruction: CfgInstruction): number {
  const opcode = instruction.opcode;
  return opcode === Op.STORE_FAST || opcode === Op.STORE_FAST_MAYBE_NULL ? instruction.oparg : -1;
}

/** Applies the SWAPs that end at `at`, last first, to the stores and pops behind them, as long as nobody can see it. */
function applyStaticSwaps(instructions: CfgInstruction[], at: number): void {
  for (; at >= 0; at--) {
    const swap = instructions[at]!;
    if (swap.opcode !== Op.SWAP) {
      if (swap.opcode === Op.NOP || (opcodeTraits[swap.opcode]! & TRAIT_SWAPPABLE) !== 0) continue;
      return;
    }
    const j = nextSwappable(instructions, at, -1);
    if (j < 0) return;
    let k = j;
    const line = instructions[j]!.location.lineno;
    for (let count = swap.oparg - 1; count > 0; count--) {
      k = nextSwappable(instructions, k, line);
      if (k < 0) return;
    }
    const storeJ = storesTo(instructions[j]!);
    const storeK = storesTo(instructions[k]!);
    if (storeJ >= 0 || storeK >= 0) {
      if (storeJ === storeK) return;
      for (let i = j + 1; i < k; i++) {
        const store = storesTo(instructions[i]!);
        if (store >= 0 && (store === storeJ || store === storeK)) return;
      }
    }
    swap.opcode = Op.NOP;
    swap.oparg = 0;
    const moved = instructions[j]!;
    instructions[j] = instructions[k]!;
    instructions[k] = moved;
  }
}

/** Optimises all SWAPs of a block. */
export function optimizeSwaps(instructions: CfgInstruction[]): void {
  for (let i = 0; i < instructions.length; i++) {
    if (instructions[i]!.opcode === Op.SWAP) {
      i = shortenSwaps(instructions, i);
      applyStaticSwaps(instructions, i);
    }
  }
}
