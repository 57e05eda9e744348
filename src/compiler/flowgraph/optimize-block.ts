// The peephole optimiser: short patterns inside one block, and jumps to jumps.
// Mirrors optimize_basic_block of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { ConstTable } from "../const-cache.ts";
import { appendJump } from "./basic-block.ts";
import type { BasicBlock, CfgInstruction } from "./basic-block.ts";
import {
  foldConstBinop,
  foldConstUnaryop,
  foldLongConstSequence,
  foldTupleOfConstants,
  INTRINSIC_LIST_TO_TUPLE,
  INTRINSIC_UNARY_POSITIVE,
  makeNop,
  optimizeListsAndSets,
} from "./fold-instructions.ts";
import { optimizeSwaps } from "./swaps.ts";

/** COMPARE_OP: the result is converted to bool. */
const COMPARE_TO_BOOL = 16;

/** First instruction of the target of a jump, or null when there is none. */
function firstAtTarget(jump: CfgInstruction): CfgInstruction | null {
  const instructions = jump.target!.instructions;
  return instructions.length === 0 ? null : instructions[0]!;
}

/**
 * The last instruction of the block jumps to the jump `target`: makes it go where that goes, by a jump that has the target's
 * location. The old jump stays as a NOP for its line. False when both go to the same place (a loop of jumps).
 */
function threadJump(block: BasicBlock, jump: CfgInstruction, target: CfgInstruction, opcode: number): boolean {
  if (jump.target === target.target) return false;
  makeNop(jump);
  appendJump(block, opcode, target.target!, target.location);
  return true;
}

/** Optimises the jump at the end of a block; answers whether there may be more to do. */
function optimizeJump(block: BasicBlock, jump: CfgInstruction): boolean {
  const opcode = jump.opcode;
  const target = firstAtTarget(jump);
  if (target === null) return false;
  const targetOpcode = target.opcode;
  switch (opcode) {
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      return targetOpcode === Op.JUMP && threadJump(block, jump, target, opcode);
    case Op.JUMP_IF_FALSE:
    case Op.JUMP_IF_TRUE:
      if (targetOpcode === Op.JUMP || targetOpcode === opcode) return threadJump(block, jump, target, opcode);
      if (targetOpcode === Op.JUMP_IF_FALSE || targetOpcode === Op.JUMP_IF_TRUE) {
        // The other test of the same value: it will not jump.
        jump.target = jump.target!.next;
        return true;
      }
      return false;
    case Op.JUMP:
    case Op.JUMP_NO_INTERRUPT:
      if (targetOpcode === Op.JUMP) return threadJump(block, jump, target, Op.JUMP);
      if (targetOpcode === Op.JUMP_NO_INTERRUPT) return threadJump(block, jump, target, opcode);
      return false;
    default:
      return false;
  }
}

/** Optimises one block. */
export function optimizeBasicBlock(block: BasicBlock, consts: ConstTable): void {
  const instructions = block.instructions;
  let hasSwaps = false;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    const { opcode, oparg } = instruction;
    const next = i + 1 < instructions.length ? instructions[i + 1]! : null;
    const nextOpcode = next === null ? Op.CACHE : next.opcode;
    switch (opcode) {
      case Op.BUILD_TUPLE:
        if (nextOpcode === Op.UNPACK_SEQUENCE && next!.oparg === oparg) {
          if (oparg === 1) {
            makeNop(instruction);
            makeNop(next!);
            continue;
          }
          if (oparg === 2 || oparg === 3) {
            makeNop(instruction);
            next!.opcode = Op.SWAP;
            continue;
          }
        }
        foldTupleOfConstants(instructions, i, consts);
        break;
      case Op.BUILD_LIST:
      case Op.BUILD_SET:
        optimizeListsAndSets(instructions, i, nextOpcode, consts);
        break;
      case Op.POP_JUMP_IF_NOT_NONE:
      case Op.POP_JUMP_IF_NONE:
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.JUMP_IF_FALSE:
      case Op.JUMP_IF_TRUE:
      case Op.JUMP:
      case Op.JUMP_NO_INTERRUPT:
        if (optimizeJump(block, instruction)) i--;
        break;
      case Op.STORE_FAST:
        if (nextOpcode === Op.STORE_FAST && next!.oparg === oparg && instruction.location.lineno === next!.location.lineno) {
          instruction.opcode = Op.POP_TOP;
          instruction.oparg = 0;
        }
        break;
      case Op.SWAP:
        if (oparg === 1) makeNop(instruction);
        else hasSwaps = true;
        break;
      case Op.LOAD_GLOBAL:
        if (nextOpcode === Op.PUSH_NULL && (oparg & 1) === 0) {
          instruction.oparg = oparg | 1;
          makeNop(next!);
        }
        break;
      case Op.COMPARE_OP:
        if (nextOpcode === Op.TO_BOOL) {
          makeNop(instruction);
          next!.opcode = Op.COMPARE_OP;
          next!.oparg = oparg | COMPARE_TO_BOOL;
        }
        break;
      case Op.CONTAINS_OP:
      case Op.IS_OP:
        if (nextOpcode === Op.TO_BOOL) {
          makeNop(instruction);
          next!.opcode = opcode;
          next!.oparg = oparg;
        } else if (nextOpcode === Op.UNARY_NOT) {
          makeNop(instruction);
          next!.opcode = opcode;
          next!.oparg = oparg ^ 1;
        }
        break;
      case Op.TO_BOOL:
        if (nextOpcode === Op.TO_BOOL) makeNop(instruction);
        break;
      case Op.UNARY_NOT:
        if (nextOpcode === Op.TO_BOOL) {
          makeNop(instruction);
          next!.opcode = Op.UNARY_NOT;
          continue;
        }
        if (nextOpcode === Op.UNARY_NOT) {
          makeNop(instruction);
          makeNop(next!);
          continue;
        }
        foldConstUnaryop(instructions, i, consts);
        break;
      case Op.UNARY_INVERT:
      case Op.UNARY_NEGATIVE:
        foldConstUnaryop(instructions, i, consts);
        break;
      case Op.CALL_INTRINSIC_1:
        if (oparg === INTRINSIC_LIST_TO_TUPLE) {
          foldLongConstSequence(instructions, i, consts);
          // Iterating over the list itself does as well.
          if (instruction.opcode === Op.CALL_INTRINSIC_1 && nextOpcode === Op.GET_ITER) makeNop(instruction);
        } else if (oparg === INTRINSIC_UNARY_POSITIVE) {
          foldConstUnaryop(instructions, i, consts);
        }
        break;
      case Op.LIST_APPEND:
      case Op.SET_ADD:
        if (oparg === 1 && (nextOpcode === Op.GET_ITER || nextOpcode === Op.CONTAINS_OP)) {
          foldLongConstSequence(instructions, i, consts);
        }
        break;
      case Op.BINARY_OP:
        foldConstBinop(instructions, i, consts);
        break;
    }
  }
  if (hasSwaps) optimizeSwaps(instructions);
}
