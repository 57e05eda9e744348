// Places of cells and free variables among the fast locals, and the instructions that set them up.
// Mirrors prepare_localsplus of Python/flowgraph.c and compute_localsplus_info of Python/assemble.c.
// See docs/compiler-flowgraph.md.
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_ARG_KW,
  CO_FAST_ARG_POS,
  CO_FAST_ARG_VAR,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
  CO_VARARGS,
  CO_VARKEYWORDS,
} from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { NO_LOCATION } from "../instruction.ts";
import type { CodeMetadata } from "../instruction.ts";
import { CfgInstruction } from "./basic-block.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";

const NO_OFFSETS = new Int32Array(0);

/** Variable number as codegen counts (cells, then free variables) -> place in localsplus if no cell were a parameter too. */
function cellFixedOffsets(metadata: CodeMetadata): Int32Array {
  const localCount = metadata.varnames.size;
  const fixed = new Int32Array(metadata.cellvars.size + metadata.freevars.size);
  for (let i = 0; i < fixed.length; i++) fixed[i] = localCount + i;
  for (const [name, index] of metadata.cellvars) {
    const local = metadata.varnames.get(name);
    if (local !== undefined) fixed[index] = local;
  }
  return fixed;
}

function insertPrefixInstructions(entry: BasicBlock, metadata: CodeMetadata, fixed: Int32Array, flags: number): void {
  const prefix: CfgInstruction[] = [];
  if (metadata.freevars.size > 0) prefix.push(new CfgInstruction(Op.COPY_FREE_VARS, metadata.freevars.size, NO_LOCATION));
  const cellCount = metadata.cellvars.size;
  if (cellCount > 0) {
    // In the order of their places: cells of parameters come first.
    const cells = Array.from({ length: cellCount }, (_, i) => i).sort((a, b) => fixed[a]! - fixed[b]!);
    for (const cell of cells) prefix.push(new CfgInstruction(Op.MAKE_CELL, cell, NO_LOCATION));
  }
  if ((flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) {
    const line = metadata.firstlineno;
    const location = { lineno: line, endLineno: line, col: -1, endCol: -1 };
    prefix.push(new CfgInstruction(Op.RETURN_GENERATOR, 0, location), new CfgInstruction(Op.POP_TOP, 0, location));
  }
  if (prefix.length === 0) return;
  const instructions = entry.instructions;
  const shift = prefix.length;
  const oldLength = instructions.length;
  for (let i = 0; i < shift; i++) instructions.push(prefix[i]!);
  for (let i = oldLength - 1; i >= 0; i--) instructions[i + shift] = instructions[i]!;
  for (let i = 0; i < shift; i++) instructions[i] = prefix[i]!;
}

/** Turns variable numbers into places in localsplus; answers how many cells share the place of a parameter. */
function fixCellOffsets(graph: FlowGraph, metadata: CodeMetadata, fixed: Int32Array): number {
  const localCount = metadata.varnames.size;
  let dropped = 0;
  for (let i = 0; i < fixed.length; i++) {
    if (fixed[i] === i + localCount) fixed[i]! -= dropped;
    else dropped++;
  }
  if (fixed.length === 0) return 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      switch (instruction.opcode) {
        case Op.MAKE_CELL:
        case Op.LOAD_CLOSURE:
        case Op.LOAD_DEREF:
        case Op.STORE_DEREF:
        case Op.DELETE_DEREF:
        case Op.LOAD_FROM_DICT_OR_DEREF:
          instruction.oparg = fixed[instruction.oparg]!;
          break;
      }
    }
  }
  return dropped;
}

/** Inserts COPY_FREE_VARS, MAKE_CELL, RETURN_GENERATOR and gives cell variables their places; answers the size of localsplus. */
export function prepareLocalsplus(graph: FlowGraph, metadata: CodeMetadata, flags: number): number {
  const fixed = metadata.cellvars.size + metadata.freevars.size > 0 ? cellFixedOffsets(metadata) : NO_OFFSETS;
  insertPrefixInstructions(graph.entry, metadata, fixed, flags);
  const dropped = fixCellOffsets(graph, metadata, fixed);
  return metadata.varnames.size + fixed.length - dropped;
}

/** Kind of each parameter, in the order of varnames: positional, keyword-only, *args, **kwargs. */
function argumentKind(index: number, metadata: CodeMetadata, flags: number): number {
  const { posonlyargcount, argcount, kwonlyargcount } = metadata;
  let end = posonlyargcount;
  if (index < end) return CO_FAST_ARG_POS;
  end += argcount;
  if (index < end) return CO_FAST_ARG_POS | CO_FAST_ARG_KW;
  end += kwonlyargcount;
  if (index < end) return CO_FAST_ARG_KW;
  if ((flags & CO_VARARGS) !== 0 && index < ++end) return CO_FAST_ARG_VAR | CO_FAST_ARG_POS;
  if ((flags & CO_VARKEYWORDS) !== 0 && index < ++end) return CO_FAST_ARG_VAR | CO_FAST_ARG_KW;
  return 0;
}

/** Fills in names and CO_FAST_* kinds, both of the size that prepareLocalsplus answers. */
export function fillLocalsplus(metadata: CodeMetadata, flags: number, names: string[], kinds: Uint8Array): void {
  const { varnames, cellvars, freevars, fastHidden } = metadata;
  for (const [name, index] of varnames) {
    let kind = CO_FAST_LOCAL | argumentKind(index, metadata, flags);
    if (fastHidden.has(name)) kind |= CO_FAST_HIDDEN;
    if (cellvars.has(name)) kind |= CO_FAST_CELL;
    names[index] = name;
    kinds[index] = kind;
  }
  let shift = varnames.size;
  for (const [name, index] of cellvars) {
    if (varnames.has(name)) {
      shift--;
    } else {
      names[index + shift] = name;
      kinds[index + shift] = CO_FAST_CELL;
    }
  }
  for (const [name, index] of freevars) {
    names[index + shift] = name;
    kinds[index + shift] = CO_FAST_FREE;
  }
}
