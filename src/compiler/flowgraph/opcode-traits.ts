// What the passes ask of an opcode, as one bit set per opcode: does it jump, leave the code, push a handler, ...
// Mirrors the IS_*_OPCODE macros of Include/internal/pycore_opcode_utils.h and the flags of pycore_opcode_metadata.h.
// See docs/compiler-flowgraph.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { CONST, EXC, JUMP, opcodeFlags } from "../../bytecode/opcodes.ts";

/** Goes to its target, always or sometimes. */
export const TRAIT_JUMP = 1;
/** SETUP_*: names the handler for what follows. */
export const TRAIT_BLOCK_PUSH = 2;
/** Leaves the code: return, raise, reraise. */
export const TRAIT_SCOPE_EXIT = 4;
export const TRAIT_UNCONDITIONAL_JUMP = 8;
/** POP_JUMP_IF_*. */
export const TRAIT_CONDITIONAL_JUMP = 16;
/** May run signal handlers and the like: a line number must be known there. */
export const TRAIT_EVAL_BREAK = 32;
/** Its argument is an index into co_consts. */
export const TRAIT_CONST = 64;
/** STORE_FAST, STORE_FAST_MAYBE_NULL, POP_TOP: may change places with its likes. */
export const TRAIT_SWAPPABLE = 128;

/** Has a target block. */
export const HAS_TARGET = TRAIT_JUMP | TRAIT_BLOCK_PUSH;
/** Control does not go on to the next instruction. */
export const NO_FALLTHROUGH = TRAIT_SCOPE_EXIT | TRAIT_UNCONDITIONAL_JUMP;
/** Ends a basic block. */
export const TERMINATOR = TRAIT_JUMP | TRAIT_SCOPE_EXIT;

/** opcode -> TRAIT_* bits. */
export const opcodeTraits: Uint8Array = new Uint8Array(opcodeFlags.length);

for (let opcode = 0; opcode < opcodeFlags.length; opcode++) {
  const flags = opcodeFlags[opcode]!;
  opcodeTraits[opcode] =
    ((flags & JUMP) !== 0 ? TRAIT_JUMP : 0) |
    ((flags & EXC) !== 0 ? TRAIT_BLOCK_PUSH : 0) |
    ((flags & CONST) !== 0 ? TRAIT_CONST : 0);
}

function mark(trait: number, ids: readonly number[]): void {
  for (const id of ids) opcodeTraits[id]! |= trait;
}

mark(TRAIT_SCOPE_EXIT, [Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE]);
mark(TRAIT_UNCONDITIONAL_JUMP, [
  Op.JUMP,
  Op.JUMP_NO_INTERRUPT,
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.JUMP_BACKWARD_NO_INTERRUPT,
]);
mark(TRAIT_CONDITIONAL_JUMP, [
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
]);
mark(TRAIT_EVAL_BREAK, [Op.RESUME, Op.JUMP, Op.JUMP_BACKWARD, Op.CALL, Op.CALL_FUNCTION_EX]);
mark(TRAIT_SWAPPABLE, [Op.STORE_FAST, Op.STORE_FAST_MAYBE_NULL, Op.POP_TOP]);
