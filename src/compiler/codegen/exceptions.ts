// try, except, except*, finally. Mirrors codegen_try_* of Python/codegen.c. See docs/compiler.md.
import { INTRINSIC_PREP_RERAISE_STAR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LABEL, NO_LOCATION, type Label, type Location } from "../instruction.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import {
  EXCEPTION_GROUP_HANDLER,
  EXCEPTION_HANDLER,
  FINALLY_END,
  FINALLY_TRY,
  HANDLER_CLEANUP,
  TRY_EXCEPT,
  popFrameBlock,
  pushFrameBlock,
} from "./frame-blocks.ts";
import { popExceptAndReraise } from "./generators.ts";
import { nameOp } from "./names.ts";
import { visitStatements } from "./statements.ts";

export function tryStatement(c: Compiler, s: ast.Try): void {
  if (s.finalbody.length > 0) tryFinally(c, s);
  else tryExcept(c, s);
}

export function tryStarStatement(c: Compiler, s: ast.TryStar): void {
  if (s.finalbody.length > 0) tryFinally(c, s);
  else tryStarExcept(c, s);
}

/** The finally body stands twice: behind the body, and as handler which goes on raising. */
function tryFinally(c: Compiler, s: ast.Try | ast.TryStar): void {
  const location = locationOf(s);
  const body = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.jump(location, Op.SETUP_FINALLY, end);
  c.useLabel(body);
  pushFrameBlock(c, location, FINALLY_TRY, body, end, s.finalbody);
  if (s.handlers.length === 0) visitStatements(c, s.body);
  else if (s.nodeKind === ast.Try_kind) tryExcept(c, s);
  else tryStarExcept(c, s);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  popFrameBlock(c);
  visitStatements(c, s.finalbody);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exit);

  c.useLabel(end);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  pushFrameBlock(c, NO_LOCATION, FINALLY_END, end, NO_LABEL);
  visitStatements(c, s.finalbody);
  popFrameBlock(c);
  c.opArg(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

/** `name = None; del name`, lest the exception live on in a cycle. */
function unbindName(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, null);
  nameOp(c, NO_LOCATION, name, ast.Store);
  nameOp(c, NO_LOCATION, name, ast.Del);
}

function tryExcept(c: Compiler, s: ast.Try): void {
  const location = locationOf(s);
  const body = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.jump(location, Op.SETUP_FINALLY, except);
  c.useLabel(body);
  pushFrameBlock(c, location, TRY_EXCEPT, body, NO_LABEL);
  visitStatements(c, s.body);
  popFrameBlock(c);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  visitStatements(c, s.orelse);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);

  c.useLabel(except);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  pushFrameBlock(c, location, EXCEPTION_HANDLER, NO_LABEL, NO_LABEL);
  const last = s.handlers.length - 1;
  for (let i = 0; i <= last; i++) {
    const handler = s.handlers[i]!;
    const handlerLocation = locationOf(handler);
    if (handler.type === null && i < last) throw c.error(handlerLocation, "default 'except:' must be last");
    const next = c.newLabel();
    if (handler.type !== null) {
      visitExpr(c, handler.type);
      c.op(handlerLocation, Op.CHECK_EXC_MATCH);
      c.jump(handlerLocation, Op.POP_JUMP_IF_FALSE, next);
    }
    if (handler.name !== null) namedHandler(c, handlerLocation, handler, handler.name, end);
    else {
      const cleanupBody = c.newLabel();
      c.op(handlerLocation, Op.POP_TOP);
      c.useLabel(cleanupBody);
      pushFrameBlock(c, handlerLocation, HANDLER_CLEANUP, cleanupBody, NO_LABEL);
      visitStatements(c, handler.body);
      popFrameBlock(c);
      c.op(NO_LOCATION, Op.POP_BLOCK);
      c.op(NO_LOCATION, Op.POP_EXCEPT);
      c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
    }
    c.useLabel(next);
  }
  popFrameBlock(c);
  c.opArg(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(end);
}

/** The body of `except ... as name:` runs within a try of its own, which unbinds the name. */
function namedHandler(c: Compiler, location: Location, handler: ast.ExceptHandler, name: string, end: Label): void {
  const cleanupEnd = c.newLabel();
  const cleanupBody = c.newLabel();
  nameOp(c, location, name, ast.Store);
  c.jump(location, Op.SETUP_CLEANUP, cleanupEnd);
  c.useLabel(cleanupBody);
  pushFrameBlock(c, location, HANDLER_CLEANUP, cleanupBody, NO_LABEL, null, name);
  visitStatements(c, handler.body);
  popFrameBlock(c);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  unbindName(c, name);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanupEnd);
  unbindName(c, name);
  c.opArg(NO_LOCATION, Op.RERAISE, 1);
}

/** On the stack while handlers run: the group, a list of what they raised, and the rest that nobody took yet. */
function tryStarExcept(c: Compiler, s: ast.TryStar): void {
  const location = locationOf(s);
  const body = c.newLabel();
  const except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.jump(location, Op.SETUP_FINALLY, except);
  c.useLabel(body);
  pushFrameBlock(c, location, TRY_EXCEPT, body, NO_LABEL);
  visitStatements(c, s.body);
  popFrameBlock(c);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, orelse);

  c.useLabel(except);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  pushFrameBlock(c, location, EXCEPTION_GROUP_HANDLER, NO_LABEL, NO_LABEL);
  const last = s.handlers.length - 1;
  for (let i = 0; i <= last; i++) {
    starHandler(c, s.handlers[i]!, i === 0);
    if (i === last) {
      c.opArg(NO_LOCATION, Op.LIST_APPEND, 1);
      c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, reraiseStar);
    }
  }
  popFrameBlock(c);

  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.opArg(NO_LOCATION, Op.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
  c.opArg(NO_LOCATION, Op.COPY, 1);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_NOT_NONE, reraise);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(reraise);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.opArg(NO_LOCATION, Op.SWAP, 2);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.opArg(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(orelse);
  visitStatements(c, s.orelse);
  c.useLabel(end);
}

function starHandler(c: Compiler, handler: ast.ExceptHandler, isFirst: boolean): void {
  const location = locationOf(handler);
  const next = c.newLabel();
  const nextWithError = c.newLabel();
  const noMatch = c.newLabel();
  if (isFirst) {
    c.opArg(location, Op.BUILD_LIST, 0);
    c.opArg(location, Op.COPY, 2);
  }
  if (handler.type !== null) {
    visitExpr(c, handler.type);
    c.op(location, Op.CHECK_EG_MATCH);
    c.opArg(location, Op.COPY, 1);
    c.jump(location, Op.POP_JUMP_IF_NONE, noMatch);
  }
  const cleanupEnd = c.newLabel();
  const cleanupBody = c.newLabel();
  const name = handler.name;
  if (name !== null) nameOp(c, location, name, ast.Store);
  else c.op(location, Op.POP_TOP);
  c.jump(location, Op.SETUP_CLEANUP, cleanupEnd);
  c.useLabel(cleanupBody);
  pushFrameBlock(c, location, HANDLER_CLEANUP, cleanupBody, NO_LABEL, null, name);
  visitStatements(c, handler.body);
  popFrameBlock(c);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  if (name !== null) unbindName(c, name);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, next);
  c.useLabel(cleanupEnd);
  if (name !== null) unbindName(c, name);
  c.opArg(NO_LOCATION, Op.LIST_APPEND, 3);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, nextWithError);
  c.useLabel(next);
  c.op(NO_LOCATION, Op.NOP);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, nextWithError);
  c.useLabel(noMatch);
  c.op(location, Op.POP_TOP);
  c.useLabel(nextWithError);
}
