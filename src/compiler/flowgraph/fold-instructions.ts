// Folding of constants at the level of instructions: operators on constants, tuples, lists and sets of constants.
// Mirrors fold_* and optimize_lists_and_sets of Python/flowgraph.c; the values come from const-fold.ts.
// See docs/compiler-flowgraph.md.
import { FrozenSetConst, TupleConst } from "../../base/constant.ts";
import type { CodeConst } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type { ConstTable } from "../const-cache.ts";
import { NO_LOCATION } from "../instruction.ts";
import type { CfgInstruction } from "./basic-block.ts";
import { evalConstBinop, evalConstUnaryop, frozenSetItems } from "./const-fold.ts";

/** CALL_INTRINSIC_1. */
export const INTRINSIC_UNARY_POSITIVE = 5;
export const INTRINSIC_LIST_TO_TUPLE = 6;

/** Longest sequence that is folded from the stack (_PY_STACK_USE_GUIDELINE). */
const MAX_FOLDED_SEQUENCE = 30;
/** Shortest constant list or set display that is made from a constant tuple or frozenset. */
const MIN_CONST_SEQUENCE_SIZE = 3;

function loadsConst(opcode: number): boolean {
  return opcode === Op.LOAD_CONST || opcode === Op.LOAD_SMALL_INT;
}

/** The constant that LOAD_CONST or LOAD_SMALL_INT loads. */
export function constValue(opcode: number, oparg: number, consts: ConstTable): CodeConst {
  if (opcode === Op.LOAD_SMALL_INT) return oparg;
  return consts.values[oparg]!;
}

/** Makes a NOP of the instruction, which keeps its location. */
export function makeNop(instruction: CfgInstruction): void {
  instruction.opcode = Op.NOP;
  instruction.oparg = 0;
}

/** Makes LOAD_SMALL_INT of the instruction when the constant is one; answers whether it is. */
export function maybeMakeLoadSmallInt(instruction: CfgInstruction, value: CodeConst): boolean {
  if (typeof value !== "number" || value < 0 || value > 255) return false;
  instruction.opcode = Op.LOAD_SMALL_INT;
  instruction.oparg = value;
  return true;
}

function makeLoadConst(instruction: CfgInstruction, value: CodeConst, consts: ConstTable): void {
  if (maybeMakeLoadSmallInt(instruction, value)) return;
  instruction.oparg = consts.add(value);
  instruction.opcode = Op.LOAD_CONST;
}

/**
 * Whether the `size` instructions before `end`, NOPs left out, all load constants. Answers the index of the first of them
 * (`end` when size is 0), or -1.
 */
function constLoadsStart(instructions: CfgInstruction[], end: number, size: number): number {
  let start = end;
  while (size > 0) {
    if (--start < 0) return -1;
    const opcode = instructions[start]!.opcode;
    if (opcode === Op.NOP) continue;
    if (!loadsConst(opcode)) return -1;
    size--;
  }
  return start;
}

/** The constants loaded in [start, end). */
function loadedConsts(instructions: CfgInstruction[], start: number, end: number, consts: ConstTable): CodeConst[] {
  const values: CodeConst[] = [];
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i]!;
    if (opcode !== Op.NOP) values.push(constValue(opcode, oparg, consts));
  }
  return values;
}

/** Makes NOPs without location of what is in [start, end) and not a NOP already. */
function nopOut(instructions: CfgInstruction[], start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode === Op.NOP) continue;
    makeNop(instruction);
    instruction.location = NO_LOCATION;
  }
}

/** Constants, then BUILD_TUPLE: becomes a load of the tuple. */
export function foldTupleOfConstants(instructions: CfgInstruction[], at: number, consts: ConstTable): void {
  const build = instructions[at]!;
  const size = build.oparg;
  if (size > MAX_FOLDED_SEQUENCE) return;
  const start = constLoadsStart(instructions, at, size);
  if (start < 0) return;
  const tuple = new TupleConst(loadedConsts(instructions, start, at, consts));
  nopOut(instructions, start, at);
  makeLoadConst(build, tuple, consts);
}

/**
 * BUILD_LIST 0, constants each with LIST_APPEND 1 (sets likewise): becomes a load of a tuple (frozenset). At `at` stands either the
 * intrinsic LIST_TO_TUPLE behind all that, or the last LIST_APPEND or SET_ADD.
 */
export function foldLongConstSequence(instructions: CfgInstruction[], at: number, consts: ConstTable): void {
  const last = instructions[at]!;
  const isIntrinsic = last.opcode === Op.CALL_INTRINSIC_1;
  const appendOpcode = isIntrinsic ? Op.LIST_APPEND : last.opcode;
  const buildOpcode = appendOpcode === Op.SET_ADD ? Op.BUILD_SET : Op.BUILD_LIST;
  let expectAppend = isIntrinsic;
  for (let start = at - 1; start >= 0; start--) {
    const { opcode, oparg } = instructions[start]!;
    if (opcode === Op.NOP) continue;
    if (opcode === buildOpcode && oparg === 0) {
      if (!expectAppend) return;
      const items: CodeConst[] = [];
      for (let i = start; i < at; i++) {
        const load = instructions[i]!;
        if (loadsConst(load.opcode)) items.push(constValue(load.opcode, load.oparg, consts));
      }
      nopOut(instructions, start, isIntrinsic ? at : at + 1);
      last.opcode = Op.LOAD_CONST;
      last.oparg = consts.add(buildOpcode === Op.BUILD_SET ? new FrozenSetConst(frozenSetItems(items)) : new TupleConst(items));
      return;
    }
    if (expectAppend ? opcode !== appendOpcode || oparg !== 1 : !loadsConst(opcode)) return;
    expectAppend = !expectAppend;
  }
}

/**
 * BUILD_LIST and BUILD_SET. Before GET_ITER or CONTAINS_OP a display of constants becomes a constant tuple or frozenset, any other
 * list a tuple. Elsewhere a display of three constants or more is made by extending an empty one.
 */
export function optimizeListsAndSets(instructions: CfgInstruction[], at: number, nextOpcode: number, consts: ConstTable): void {
  const build = instructions[at]!;
  const opcode = build.opcode;
  const isContainsOrIter = nextOpcode === Op.GET_ITER || nextOpcode === Op.CONTAINS_OP;
  const size = build.oparg;
  if (size > MAX_FOLDED_SEQUENCE || (size < MIN_CONST_SEQUENCE_SIZE && !isContainsOrIter)) return;
  const start = constLoadsStart(instructions, at, size);
  if (start < 0) {
    if (isContainsOrIter && opcode === Op.BUILD_LIST) build.opcode = Op.BUILD_TUPLE;
    return;
  }
  const values = loadedConsts(instructions, start, at, consts);
  let folded: CodeConst;
  if (opcode === Op.BUILD_SET) {
    folded = new FrozenSetConst(frozenSetItems(values));
  } else {
    folded = new TupleConst(values);
  }
  const index = consts.add(folded);
  nopOut(instructions, start, at);
  if (isContainsOrIter) {
    build.opcode = Op.LOAD_CONST;
    build.oparg = index;
    return;
  }
  const empty = instructions[at - 2]!;
  empty.location = build.location;
  empty.opcode = opcode;
  empty.oparg = 0;
  const load = instructions[at - 1]!;
  load.opcode = Op.LOAD_CONST;
  load.oparg = index;
  build.opcode = opcode === Op.BUILD_LIST ? Op.LIST_EXTEND : Op.SET_UPDATE;
  build.oparg = 1;
}

/** Two constants, then BINARY_OP. */
export function foldConstBinop(instructions: CfgInstruction[], at: number, consts: ConstTable): void {
  const start = constLoadsStart(instructions, at, 2);
  if (start < 0) return;
  const [left, right] = loadedConsts(instructions, start, at, consts);
  const binop = instructions[at]!;
  const result = evalConstBinop(left!, binop.oparg, right!);
  if (result === undefined) return;
  nopOut(instructions, start, at);
  makeLoadConst(binop, result, consts);
}

/** A constant, then UNARY_* or the intrinsic for unary plus. */
export function foldConstUnaryop(instructions: CfgInstruction[], at: number, consts: ConstTable): void {
  const start = constLoadsStart(instructions, at, 1);
  if (start < 0) return;
  const operand = loadedConsts(instructions, start, at, consts)[0]!;
  const unaryop = instructions[at]!;
  const result = evalConstUnaryop(operand, unaryop.opcode);
  if (result === undefined) return;
  nopOut(instructions, start, at);
  makeLoadConst(unaryop, result, consts);
}
