// if, while, for, async for, return, break, continue. Mirrors Python/codegen.c. See docs/compiler.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Location } from "../instruction.ts";
import { isFunctionLike } from "../symtable/entry.ts";
import { jumpIf } from "./comparisons.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import {
  FOR_LOOP,
  WHILE_LOOP,
  popFrameBlock,
  pushFrameBlock,
  unwindFrameBlock,
  unwindFrameBlocks,
} from "./frame-blocks.ts";
import { yieldFrom } from "./generators.ts";
import { visitStatements } from "./statements.ts";

/** A chain of elifs is one `if` within another's else: it is walked without recursion. */
export function ifStatement(c: Compiler, s: ast.If): void {
  const ends: number[] = [];
  let unconditional = 0;
  for (;;) {
    const end = c.newLabel();
    const hasElse = s.orelse.length > 0;
    const next = hasElse ? c.newLabel() : end;
    jumpIf(c, s.test, next, false);
    visitStatements(c, s.body);
    ends.push(end);
    if (!hasElse) break;
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
    c.useLabel(next);
    const only = s.orelse.length === 1 ? s.orelse[0]! : null;
    if (only === null || only.nodeKind !== ast.If_kind) {
      visitStatements(c, s.orelse);
      break;
    }
    c.unit.inConditionalBlock++;
    unconditional++;
    s = only;
  }
  c.unit.inConditionalBlock -= unconditional;
  for (let i = ends.length - 1; i >= 0; i--) c.useLabel(ends[i]!);
}

export function whileLoop(c: Compiler, s: ast.While): void {
  const loop = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  const location = locationOf(s);
  c.useLabel(loop);
  pushFrameBlock(c, location, WHILE_LOOP, loop, end);
  jumpIf(c, s.test, anchor, false);
  visitStatements(c, s.body);
  c.jump(NO_LOCATION, Op.JUMP, loop);
  popFrameBlock(c);
  c.useLabel(anchor);
  visitStatements(c, s.orelse);
  c.useLabel(end);
}

export function forLoop(c: Compiler, s: ast.For): void {
  const start = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  pushFrameBlock(c, locationOf(s), FOR_LOOP, start, end);
  visitExpr(c, s.iter);
  const location = locationOf(s.iter);
  c.op(location, Op.GET_ITER);
  c.useLabel(start);
  c.jump(location, Op.FOR_ITER, cleanup);
  // keeps the target's line visible to tracing; removed later where it is not needed
  c.op(locationOf(s.target), Op.NOP);
  visitExpr(c, s.target);
  visitStatements(c, s.body);
  c.jump(NO_LOCATION, Op.JUMP, start);
  c.useLabel(cleanup);
  // a generator's end jumps to END_FOR, any other iterator's to the instruction behind
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  popFrameBlock(c);
  visitStatements(c, s.orelse);
  c.useLabel(end);
}

export function asyncForLoop(c: Compiler, s: ast.AsyncFor): void {
  const location = locationOf(s);
  const start = c.newLabel();
  const send = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  visitExpr(c, s.iter);
  const iterLocation = locationOf(s.iter);
  c.op(iterLocation, Op.GET_AITER);
  c.useLabel(start);
  pushFrameBlock(c, location, FOR_LOOP, start, end);
  // StopAsyncIteration of __anext__ ends the loop
  c.jump(location, Op.SETUP_FINALLY, except);
  c.op(location, Op.GET_ANEXT);
  c.loadConst(location, null);
  c.useLabel(send);
  yieldFrom(c, location, true);
  c.op(location, Op.POP_BLOCK);
  c.op(location, Op.NOT_TAKEN);
  visitExpr(c, s.target);
  visitStatements(c, s.body);
  c.jump(NO_LOCATION, Op.JUMP, start);
  popFrameBlock(c);
  c.useLabel(except);
  c.jump(iterLocation, Op.END_ASYNC_FOR, send);
  visitStatements(c, s.orelse);
  c.useLabel(end);
}

export function returnStatement(c: Compiler, s: ast.Return): void {
  let location = locationOf(s);
  const value = s.value;
  const ste = c.ste;
  if (!isFunctionLike(ste)) throw c.error(location, "'return' outside function");
  if (value !== null && ste.coroutine && ste.generator) throw c.error(location, "'return' with value in async generator");
  const isConstant = value !== null && value.nodeKind === ast.Constant_kind;
  const preserveTos = value !== null && !isConstant;
  if (preserveTos) visitExpr(c, value);
  else if (value !== null) {
    location = locationOf(value);
    c.op(location, Op.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    location = locationOf(s);
    c.op(location, Op.NOP);
  }
  location = unwindFrameBlocks(c, location, preserveTos, false);
  if (value === null) c.loadConst(location, null);
  else if (isConstant) c.loadConst(location, value.value);
  c.op(location, Op.RETURN_VALUE);
}

export function breakLoop(c: Compiler, location: Location): void {
  c.op(location, Op.NOP);
  const after = unwindFrameBlocks(c, location, false, true);
  const loop = c.foundLoop;
  if (loop === null) throw c.error(location, "'break' outside loop");
  const end = unwindFrameBlock(c, after, loop, false);
  c.jump(end, Op.JUMP, loop.exit);
}

export function continueLoop(c: Compiler, location: Location): void {
  c.op(location, Op.NOP);
  const after = unwindFrameBlocks(c, location, false, true);
  const loop = c.foundLoop;
  if (loop === null) throw c.error(location, "'continue' not properly in loop");
  c.jump(after, Op.JUMP, loop.block);
}

