// From a finished flow graph to the bytes of a code object: co_code, co_linetable, co_exceptiontable.
// Mirrors Python/assemble.c. See docs/compiler-flowgraph.md.
import { writeExceptionEntry } from "../bytecode/exception-table.ts";
import { LineTableWriter } from "../bytecode/line-table.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";
import type { BasicBlock, CfgInstruction, FlowGraph } from "./flowgraph/basic-block.ts";
import { opcodeTraits, TERMINATOR, TRAIT_JUMP } from "./flowgraph/opcode-traits.ts";
import { NO_LOCATION } from "./instruction.ts";
import type { Location } from "./instruction.ts";

/** Distance of END_SEND from the SEND that END_ASYNC_FOR's argument leads to: what instrumentation looks for. */
const END_SEND_OFFSET = 5;

/** Code units of an instruction with its EXTENDED_ARGs and caches. */
function instructionSize(opcode: number, oparg: number): number {
  return (oparg > 0xffffff ? 4 : oparg > 0xffff ? 3 : oparg > 0xff ? 2 : 1) + cacheEntries[opcode]!;
}

/** The instructions in their order; numbers the blocks by their first instruction. */
function flatten(graph: FlowGraph): CfgInstruction[] {
  const all: CfgInstruction[] = [];
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.index = all.length;
    const instructions = block.instructions;
    for (let i = 0; i < instructions.length; i++) all.push(instructions[i]!);
  }
  return all;
}

function isNextLocation(location: Location): boolean {
  return location.lineno === -2 && location.endLineno === -2 && location.col === -2 && location.endCol === -2;
}

/** Replaces NEXT_LOCATION by the location of the next instruction. */
function resolveNextLocations(instructions: CfgInstruction[]): void {
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i]!;
    if (instruction.location.lineno !== -2 || !isNextLocation(instruction.location)) continue;
    const isLast = i + 1 === instructions.length || (opcodeTraits[instruction.opcode]! & TERMINATOR) !== 0;
    instruction.location = isLast ? NO_LOCATION : instructions[i + 1]!.location;
  }
}

/** Gives jumps their direction and distance. Answers the offset of each instruction in code units, and the length at the end. */
function resolveJumps(instructions: CfgInstruction[]): Int32Array {
  const count = instructions.length;
  const offsets = new Int32Array(count + 1);
  const jumps: number[] = [];
  for (let i = 0; i < count; i++) {
    const instruction = instructions[i]!;
    if ((opcodeTraits[instruction.opcode]! & TRAIT_JUMP) === 0) continue;
    const target = instruction.target!.index;
    if (instruction.opcode === Op.JUMP) {
      instruction.opcode = target > i ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD;
    } else if (instruction.opcode === Op.JUMP_NO_INTERRUPT) {
      instruction.opcode = target > i ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD_NO_INTERRUPT;
    }
    // CPython's first guess at the distance; where several encodings are stable, it decides.
    instruction.oparg = target;
    jumps.push(i);
  }
  let offset = 0;
  for (let i = 0; i < count; i++) {
    offsets[i] = offset;
    const { opcode, oparg } = instructions[i]!;
    offset += instructionSize(opcode, oparg);
  }
  offsets[count] = offset;
  for (;;) {
    let firstChanged = -1;
    for (let j = 0; j < jumps.length; j++) {
      const i = jumps[j]!;
      const instruction = instructions[i]!;
      const size = instructionSize(instruction.opcode, instruction.oparg);
      const end = offsets[i]! + size;
      const target = offsets[instruction.target!.index]!;
      if (instruction.opcode === Op.END_ASYNC_FOR) instruction.oparg = end - target - END_SEND_OFFSET;
      else instruction.oparg = target < end ? end - target : target - end;
      if (firstChanged < 0 && instructionSize(instruction.opcode, instruction.oparg) !== size) firstChanged = i;
    }
    if (firstChanged < 0) return offsets;
    offset = offsets[firstChanged]!;
    for (let i = firstChanged; i < count; i++) {
      offsets[i] = offset;
      const { opcode, oparg } = instructions[i]!;
      offset += instructionSize(opcode, oparg);
    }
    offsets[count] = offset;
  }
}

function emitCode(instructions: CfgInstruction[], offsets: Int32Array): Uint8Array {
  const code = new Uint8Array(2 * offsets[instructions.length]!);
  for (let i = 0; i < instructions.length; i++) {
    const { opcode, oparg } = instructions[i]!;
    let at = 2 * offsets[i]!;
    if (oparg > 0xff) {
      for (let shift = oparg > 0xffffff ? 24 : oparg > 0xffff ? 16 : 8; shift > 0; shift -= 8) {
        code[at++] = Op.EXTENDED_ARG;
        code[at++] = (oparg >> shift) & 0xff;
      }
    }
    // Caches stay zero.
    code[at] = opcode;
    code[at + 1] = oparg & 0xff;
  }
  return code;
}

function sameLocation(a: Location, b: Location): boolean {
  return (
    a === b || (a.lineno === b.lineno && a.endLineno === b.endLineno && a.col === b.col && a.endCol === b.endCol)
  );
}

function emitLineTable(instructions: CfgInstruction[], offsets: Int32Array, firstLine: number): Uint8Array {
  const writer = new LineTableWriter(firstLine, 64 + 3 * instructions.length);
  let location = NO_LOCATION;
  let start = 0;
  for (let i = 0; i < instructions.length; i++) {
    const here = instructions[i]!.location;
    if (sameLocation(location, here)) continue;
    writer.add(location.lineno, location.endLineno, location.col, location.endCol, offsets[i]! - start);
    location = here;
    start = offsets[i]!;
  }
  writer.add(location.lineno, location.endLineno, location.col, location.endCol, offsets[instructions.length]! - start);
  return writer.finish();
}

function emitExceptionTable(instructions: CfgInstruction[], offsets: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let handler: BasicBlock | null = null;
  let start = 0;
  for (let i = 0; i <= instructions.length; i++) {
    const here: BasicBlock | null = i < instructions.length ? instructions[i]!.handler : null;
    if (here === handler || (here !== null && handler !== null && here.index === handler.index)) continue;
    if (handler !== null) {
      // The handler's depth counts what the machine pushes for it.
      const depth = handler.startDepth - (handler.preserveLasti ? 2 : 1);
      writeExceptionEntry(bytes, start, offsets[i]!, offsets[handler.index]!, depth, handler.preserveLasti);
    }
    handler = here;
    start = offsets[i]!;
  }
  return Uint8Array.from(bytes);
}

/** The three byte strings of a code object. */
export interface AssembledBytes {
  code: Uint8Array;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
}

/** Assembles a graph that went through all passes. */
export function assemble(graph: FlowGraph, firstLine: number): AssembledBytes {
  const instructions = flatten(graph);
  resolveNextLocations(instructions);
  const offsets = resolveJumps(instructions);
  return {
    code: emitCode(instructions, offsets),
    linetable: emitLineTable(instructions, offsets, firstLine),
    exceptiontable: emitExceptionTable(instructions, offsets),
  };
}
