// Pieces shared by generators, coroutines and context managers: yield, the loop of `yield from` and `await`, StopIteration
// kept within generators, __exit__(None, None, None). Mirrors Python/codegen.c. See docs/compiler.md.
import {
  INTRINSIC_ASYNC_GEN_WRAP,
  INTRINSIC_STOPITERATION_ERROR,
  RESUME_AFTER_AWAIT,
  RESUME_AFTER_YIELD,
  RESUME_AFTER_YIELD_FROM,
} from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { NO_LOCATION, type Location } from "../instruction.ts";
import type { Compiler } from "./compiler.ts";

/** Yields the top of the stack. */
export function yieldValue(c: Compiler, location: Location): void {
  if (c.ste.generator && c.ste.coroutine) c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP);
  c.opArg(location, Op.YIELD_VALUE, 0);
  c.opArg(location, Op.RESUME, RESUME_AFTER_YIELD);
}

/** Delegates to the iterator below the top, sending the top. */
export function yieldFrom(c: Compiler, location: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.jump(location, Op.SEND, exit);
  // only close() and throw() can raise out of the YIELD_VALUE
  c.jump(location, Op.SETUP_FINALLY, fail);
  c.opArg(location, Op.YIELD_VALUE, 1);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.opArg(location, Op.RESUME, isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM);
  c.jump(location, Op.JUMP_NO_INTERRUPT, send);
  c.useLabel(fail);
  c.op(location, Op.CLEANUP_THROW);
  c.useLabel(exit);
  c.op(location, Op.END_SEND);
}

/** Awaits the top of the stack; `kind` is GET_AWAITABLE's argument (1: __aenter__, 2: __aexit__). */
export function awaitTop(c: Compiler, location: Location, kind: number): void {
  c.opArg(location, Op.GET_AWAITABLE, kind);
  c.loadConst(location, null);
  yieldFrom(c, location, true);
}

/** Puts the whole body of a generator under a handler that turns StopIteration into RuntimeError. */
export function wrapInStopIterationHandler(c: Compiler): void {
  const handler = c.newLabel();
  c.sequence.insert(0, Op.SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadConst(NO_LOCATION, null);
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  c.useLabel(handler);
  c.opArg(NO_LOCATION, Op.CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR);
  c.opArg(NO_LOCATION, Op.RERAISE, 1);
}

/** Calls the bound __exit__ with three Nones. */
export function callExitWithNones(c: Compiler, location: Location): void {
  c.loadConst(location, null);
  c.loadConst(location, null);
  c.loadConst(location, null);
  c.opArg(location, Op.CALL, 3);
}

/** The end of every handler that cleans up: the exception goes on. */
export function popExceptAndReraise(c: Compiler, location: Location): void {
  c.opArg(location, Op.COPY, 3);
  c.op(location, Op.POP_EXCEPT);
  c.opArg(location, Op.RERAISE, 1);
}
