// The blocks that `return`, `break` and `continue` must leave (loops, try, with, handlers) and the code that leaves them.
// Mirrors compiler_unwind_fblock of Python/codegen.c. See docs/compiler.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LABEL, NO_LOCATION, type Label, type Location } from "../instruction.ts";
import type { Compiler } from "./compiler.ts";
import { callExitWithNones, yieldFrom } from "./generators.ts";
import { nameOp } from "./names.ts";
import { visitStatements } from "./statements.ts";

export const WHILE_LOOP = 0;
export const FOR_LOOP = 1;
export const TRY_EXCEPT = 2;
export const FINALLY_TRY = 3;
export const FINALLY_END = 4;
export const WITH = 5;
export const ASYNC_WITH = 6;
export const HANDLER_CLEANUP = 7;
export const POP_VALUE = 8;
export const EXCEPTION_HANDLER = 9;
export const EXCEPTION_GROUP_HANDLER = 10;
export const ASYNC_COMPREHENSION_GENERATOR = 11;
export const STOP_ITERATION = 12;

/** CPython's limit of blocks within blocks in one code object. */
const CO_MAXBLOCKS = 21;

export interface FrameBlock {
  readonly type: number;
  readonly block: Label;
  readonly exit: Label;
  readonly location: Location;
  /** FINALLY_TRY: the finally body. */
  readonly body: ast.stmt[] | null;
  /** HANDLER_CLEANUP: the name bound by `except ... as name`. */
  readonly name: string | null;
}

export function pushFrameBlock(
  c: Compiler,
  location: Location,
  type: number,
  block: Label,
  exit: Label,
  body: ast.stmt[] | null = null,
  name: string | null = null,
): void {
  const blocks = c.unit.frameBlocks;
  if (blocks.length >= CO_MAXBLOCKS) throw c.error(location, "too many statically nested blocks");
  // the second copy of a finally body: its warnings were given with the first
  if (type === FINALLY_END) c.disabledWarnings++;
  blocks.push({ type, block, exit, location, body, name });
}

export function popFrameBlock(c: Compiler): void {
  if (c.unit.frameBlocks.pop()!.type === FINALLY_END) c.disabledWarnings--;
}

/**
 * Emits the code that leaves one block, keeping the top of the stack when preserveTos.
 * Returns the location for the instructions that follow.
 */
export function unwindFrameBlock(c: Compiler, location: Location, block: FrameBlock, preserveTos: boolean): Location {
  switch (block.type) {
    case FOR_LOOP:
      if (preserveTos) c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.POP_TOP);
      return location;
    case TRY_EXCEPT:
      c.op(location, Op.POP_BLOCK);
      return location;
    case FINALLY_TRY:
      c.op(location, Op.POP_BLOCK);
      if (preserveTos) pushFrameBlock(c, location, POP_VALUE, NO_LABEL, NO_LABEL);
      visitStatements(c, block.body!);
      if (preserveTos) popFrameBlock(c);
      // the finally body seems to run after the statement that leaves
      return NO_LOCATION;
    case FINALLY_END:
      if (preserveTos) c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.POP_TOP);
      if (preserveTos) c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.POP_BLOCK);
      c.op(location, Op.POP_EXCEPT);
      return location;
    case WITH:
    case ASYNC_WITH: {
      const withLocation = block.location;
      c.op(withLocation, Op.POP_BLOCK);
      if (preserveTos) {
        c.opArg(withLocation, Op.SWAP, 3);
        c.opArg(withLocation, Op.SWAP, 2);
      }
      callExitWithNones(c, withLocation);
      if (block.type === ASYNC_WITH) {
        c.opArg(withLocation, Op.GET_AWAITABLE, 2);
        c.loadConst(withLocation, null);
        yieldFrom(c, withLocation, true);
      }
      c.op(withLocation, Op.POP_TOP);
      return NO_LOCATION;
    }
    case HANDLER_CLEANUP:
      if (block.name !== null) c.op(location, Op.POP_BLOCK);
      if (preserveTos) c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.POP_BLOCK);
      c.op(location, Op.POP_EXCEPT);
      if (block.name !== null) {
        c.loadConst(location, null);
        nameOp(c, location, block.name, ast.Store);
        nameOp(c, location, block.name, ast.Del);
      }
      return location;
    case POP_VALUE:
      if (preserveTos) c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.POP_TOP);
      return location;
    default:
      return location;
  }
}

/**
 * Leaves blocks from the innermost outwards: all of them, or (toLoop) those within the innermost loop, which is then
 * c.foundLoop (null: there is none). The blocks are all in place again afterwards.
 */
export function unwindFrameBlocks(c: Compiler, location: Location, preserveTos: boolean, toLoop: boolean): Location {
  const blocks = c.unit.frameBlocks;
  const top = blocks[blocks.length - 1];
  if (top === undefined) {
    c.foundLoop = null;
    return location;
  }
  if (top.type === EXCEPTION_GROUP_HANDLER) {
    throw c.error(location, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  if (toLoop && (top.type === WHILE_LOOP || top.type === FOR_LOOP)) {
    c.foundLoop = top;
    return location;
  }
  popFrameBlock(c);
  const after = unwindFrameBlock(c, location, top, preserveTos);
  const end = unwindFrameBlocks(c, after, preserveTos, toLoop);
  if (top.type === FINALLY_END) c.disabledWarnings++;
  blocks.push(top);
  return end;
}
