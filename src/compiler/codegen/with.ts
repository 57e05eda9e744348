// with and async with. Mirrors codegen_with_inner of Python/codegen.c. See docs/compiler.md.
import { SPECIAL___AENTER__, SPECIAL___AEXIT__, SPECIAL___ENTER__, SPECIAL___EXIT__ } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import type * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Label } from "../instruction.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { ASYNC_WITH, WITH, popFrameBlock, pushFrameBlock } from "./frame-blocks.ts";
import { awaitTop, callExitWithNones, popExceptAndReraise } from "./generators.ts";
import { visitStatements } from "./statements.ts";

/** `with` from item number `pos` on. */
export function withStatement(c: Compiler, s: ast.With, pos: number): void {
  const item = s.items[pos]!;
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  visitExpr(c, item.context_expr);
  const location = locationOf(item.context_expr);
  c.opArg(location, Op.COPY, 1);
  c.opArg(location, Op.LOAD_SPECIAL, SPECIAL___EXIT__);
  c.opArg(location, Op.SWAP, 2);
  c.opArg(location, Op.SWAP, 3);
  c.opArg(location, Op.LOAD_SPECIAL, SPECIAL___ENTER__);
  c.opArg(location, Op.CALL, 0);
  c.jump(location, Op.SETUP_WITH, final);
  c.useLabel(block);
  pushFrameBlock(c, location, WITH, block, final);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.op(location, Op.POP_TOP);
  if (pos + 1 === s.items.length) visitStatements(c, s.body);
  else withStatement(c, s, pos + 1);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  popFrameBlock(c);
  callExitWithNones(c, location);
  c.op(location, Op.POP_TOP);
  c.jump(location, Op.JUMP, exit);
  c.useLabel(final);
  c.jump(location, Op.SETUP_CLEANUP, cleanup);
  c.op(location, Op.PUSH_EXC_INFO);
  c.op(location, Op.WITH_EXCEPT_START);
  exceptFinish(c, cleanup);
  c.useLabel(exit);
}

/** `async with` from item number `pos` on. */
export function asyncWithStatement(c: Compiler, s: ast.AsyncWith, pos: number): void {
  const item = s.items[pos]!;
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  visitExpr(c, item.context_expr);
  const location = locationOf(item.context_expr);
  c.opArg(location, Op.COPY, 1);
  c.opArg(location, Op.LOAD_SPECIAL, SPECIAL___AEXIT__);
  c.opArg(location, Op.SWAP, 2);
  c.opArg(location, Op.SWAP, 3);
  c.opArg(location, Op.LOAD_SPECIAL, SPECIAL___AENTER__);
  c.opArg(location, Op.CALL, 0);
  awaitTop(c, location, 1);
  c.jump(location, Op.SETUP_WITH, final);
  c.useLabel(block);
  pushFrameBlock(c, location, ASYNC_WITH, block, final);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.op(location, Op.POP_TOP);
  if (pos + 1 === s.items.length) visitStatements(c, s.body);
  else asyncWithStatement(c, s, pos + 1);
  popFrameBlock(c);
  c.op(location, Op.POP_BLOCK);
  callExitWithNones(c, location);
  awaitTop(c, location, 2);
  c.op(location, Op.POP_TOP);
  c.jump(location, Op.JUMP, exit);
  c.useLabel(final);
  c.jump(location, Op.SETUP_CLEANUP, cleanup);
  c.op(location, Op.PUSH_EXC_INFO);
  c.op(location, Op.WITH_EXCEPT_START);
  awaitTop(c, location, 2);
  exceptFinish(c, cleanup);
  c.useLabel(exit);
}

/** Behind __exit__ of a raised exception: swallow it when the answer is true, else go on raising. */
function exceptFinish(c: Compiler, cleanup: Label): void {
  const suppress = c.newLabel();
  c.op(NO_LOCATION, Op.TO_BOOL);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_TRUE, suppress);
  c.opArg(NO_LOCATION, Op.RERAISE, 2);
  c.useLabel(suppress);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_TOP);
  const exit = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exit);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}
