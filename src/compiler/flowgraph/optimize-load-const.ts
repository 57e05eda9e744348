// Loads of constants together with what tests them: small ints, jumps on constants, `is None`, truth of constants.
// Mirrors basicblock_optimize_load_const of Python/flowgraph.c. See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { ConstTable } from "../const-cache.ts";
import type { BasicBlock, CfgInstruction, FlowGraph } from "./basic-block.ts";
import { constIsTrue } from "./const-fold.ts";
import { constValue, makeNop, maybeMakeLoadSmallInt } from "./fold-instructions.ts";

/** LOAD_CONST None, IS_OP, perhaps TO_BOOL, POP_JUMP_IF_*: becomes POP_JUMP_IF_[NOT_]NONE. */
function foldJumpIfNone(instructions: CfgInstruction[], at: number): void {
  if (instructions.length <= at + 2) return;
  const test = instructions[at + 1]!;
  let jump = instructions[at + 2]!;
  if (jump.opcode === Op.TO_BOOL) {
    makeNop(jump);
    if (instructions.length <= at + 3) return;
    jump = instructions[at + 3]!;
  }
  let isInverted = test.oparg !== 0;
  if (jump.opcode === Op.POP_JUMP_IF_FALSE) isInverted = !isInverted;
  else if (jump.opcode !== Op.POP_JUMP_IF_TRUE) return;
  makeNop(instructions[at]!);
  makeNop(test);
  jump.opcode = isInverted ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
}

function optimizeBlock(block: BasicBlock, consts: ConstTable): void {
  const instructions = block.instructions;
  // What was loaded, also when a COPY 1 of it is looked at.
  let opcode = 0;
  let oparg = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode === Op.LOAD_CONST) maybeMakeLoadSmallInt(instruction, consts.values[instruction.oparg]!);
    if (opcode !== Op.LOAD_CONST || instruction.opcode !== Op.COPY || instruction.oparg !== 1) {
      opcode = instruction.opcode;
      oparg = instruction.oparg;
    }
    if ((opcode !== Op.LOAD_CONST && opcode !== Op.LOAD_SMALL_INT) || i + 1 >= instructions.length) continue;
    const next = instructions[i + 1]!;
    const nextOpcode = next.opcode;
    switch (nextOpcode) {
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.JUMP_IF_FALSE:
      case Op.JUMP_IF_TRUE: {
        const isTrue = constIsTrue(constValue(opcode, oparg, consts));
        if (nextOpcode === Op.POP_JUMP_IF_FALSE || nextOpcode === Op.POP_JUMP_IF_TRUE) makeNop(instruction);
        if (isTrue === (nextOpcode === Op.POP_JUMP_IF_TRUE || nextOpcode === Op.JUMP_IF_TRUE)) next.opcode = Op.JUMP;
        else makeNop(next);
        break;
      }
      case Op.IS_OP:
        if (constValue(opcode, oparg, consts) === null) foldJumpIfNone(instructions, i);
        break;
      case Op.TO_BOOL: {
        const index = consts.add(constIsTrue(constValue(opcode, oparg, consts)));
        makeNop(instruction);
        next.opcode = Op.LOAD_CONST;
        next.oparg = index;
        break;
      }
    }
  }
}

/** Makes small ints of constants and decides tests of constants, in all blocks. */
export function optimizeLoadConst(graph: FlowGraph, consts: ConstTable): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) optimizeBlock(block, consts);
}
