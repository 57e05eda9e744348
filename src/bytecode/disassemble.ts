// Code objects as text, the text of `python3.14 -m dis`. Mirrors Lib/dis.py. See docs/bytecode.md.
import { lineStarts, positionColumns } from "./code-locations.ts";
import type { PositionColumns } from "./code-locations.ts";
import type { CodeUnit } from "./code-unit.ts";
import { isCodeUnit } from "./code-unit.ts";
import { constantRepr } from "./constant-repr.ts";
import type { ReprContext, SetOrigin } from "./constant-repr.ts";
import { decodeExceptionTable } from "./exception-table.ts";
import type { ExceptionEntry } from "./exception-table.ts";
import * as Op from "./opcode-ids.generated.ts";
import { cacheEntries, deopt, hasArg, hasConst, hasFree, hasJump, hasLocal, hasName, opcodeNames } from "./opcodes.ts";
import {
  cacheFormat,
  cmpOp,
  commonConstants,
  conversions,
  functionAttributeFlags,
  intrinsic1Names,
  intrinsic2Names,
  nbOps,
  specialMethodNames,
} from "./operands.ts";

export interface DisassembleOptions {
  /** -C: a line for each cache cell. */
  showCaches?: boolean;
  /** -O: the offset of each instruction. */
  showOffsets?: boolean;
  /** -P: positions in place of line numbers. */
  showPositions?: boolean;
  /** -S: the code as the machine will begin with it: warm-up counters in the caches. */
  adaptive?: boolean;
  /** "marshal" for code that was read from a .pyc; default "source". The items of frozensets come in another order then. */
  setsFrom?: SetOrigin;
}

/** One instruction, with the fields of dis.Instruction. */
export interface DisInstruction {
  opname: string;
  /** As it stands in the code: may be a specialised form. */
  opcode: number;
  /** With the bits of EXTENDED_ARG; undefined where the opcode takes none. */
  arg: number | undefined;
  argrepr: string;
  offset: number;
  startsLine: boolean;
  /** -1: none. */
  lineNumber: number;
  /** 0: no jump leads here. */
  label: number;
}

const FIRST_ADDRESS = 0x7f0000000000;
const ADDRESS_STEP = 0x100;
const NO_LINE = "  --";
const OPNAME_WIDTH = 20;
const OPARG_WIDTH = 5;
const INVALID = "<invalid>";

/**
 * Addresses for code objects that live nowhere: those of `root` and of the code objects in its constants, in the order in which
 * they are disassembled, get 0x7f0000000000, 0x7f0000000100, ...
 */
export function makeReprContext(root: CodeUnit, setsFrom: SetOrigin): ReprContext {
  const addresses = new Map<CodeUnit, number>();
  const visit = (code: CodeUnit): void => {
    if (addresses.has(code)) return;
    addresses.set(code, FIRST_ADDRESS + addresses.size * ADDRESS_STEP);
    for (const item of code.consts) if (isCodeUnit(item)) visit(item);
  };
  visit(root);
  return {
    setsFrom,
    addressOf(code) {
      let address = addresses.get(code);
      if (address === undefined) addresses.set(code, (address = FIRST_ADDRESS + addresses.size * ADDRESS_STEP));
      return "0x" + address.toString(16);
    },
  };
}

/** The disassembly of a code object and of those in its constants, each line with its line end. */
export function disassemble(code: CodeUnit, options: DisassembleOptions = {}): string {
  const context = makeReprContext(code, options.setsFrom ?? "source");
  const lines: string[] = [];
  const visit = (unit: CodeUnit): void => {
    disassembleOne(unit, options, context, lines);
    for (const item of unit.consts) {
      if (!isCodeUnit(item)) continue;
      lines.push("", `Disassembly of ${constantRepr(item, context)}:`);
      visit(item);
    }
  };
  visit(code);
  return lines.join("\n") + "\n";
}

/** Jump targets and bounds of handlers: offset -> number of the label, from 1. */
function labelsOf(code: CodeUnit, entries: readonly ExceptionEntry[]): Map<number, number> {
  const offsets = new Set<number>();
  walk(code.code, (offset, opcode, arg) => {
    if (arg !== undefined && hasJump(deopt[opcode]!)) offsets.add(jumpTarget(deopt[opcode]!, arg, offset));
  });
  for (const entry of entries) offsets.add(entry.start).add(entry.end).add(entry.target);
  return new Map([...offsets].sort((a, b) => a - b).map((offset, i) => [offset, i + 1]));
}

function isBackward(opcode: number): boolean {
  return opcode === Op.JUMP_BACKWARD || opcode === Op.JUMP_BACKWARD_NO_INTERRUPT || opcode === Op.END_ASYNC_FOR;
}

function jumpTarget(opcode: number, arg: number, offset: number): number {
  return offset + 2 + (isBackward(opcode) ? -arg : arg) * 2 + 2 * cacheEntries[opcode]!;
}

/** Calls back for each instruction, EXTENDED_ARG included, caches left out. */
function walk(code: Uint8Array, each: (offset: number, opcode: number, arg: number | undefined) => void): void {
  let extended = 0;
  for (let offset = 0; offset + 1 < code.length; offset += 2) {
    const opcode = code[offset]!;
    const generic = deopt[opcode]!;
    let arg: number | undefined;
    if (hasArg(generic)) {
      arg = code[offset + 1]! | extended;
      // Arguments are 32-bit signed ints.
      extended = generic === Op.EXTENDED_ARG ? arg << 8 : 0;
    } else extended = 0;
    each(offset, opcode, arg);
    offset += 2 * cacheEntries[generic]!;
  }
}

/** The instructions of one code object, as dis.get_instructions gives them. */
export function instructionsOf(code: CodeUnit, context: ReprContext = makeReprContext(code, "source")): DisInstruction[] {
  const positions = positionColumns(code);
  return instructionList(code, lineStarts(positions), labelsOf(code, decodeExceptionTable(code.exceptiontable)), context);
}

function instructionList(
  code: CodeUnit,
  starts: Map<number, number>,
  labels: Map<number, number>,
  context: ReprContext,
): DisInstruction[] {
  const list: DisInstruction[] = [];
  let lineNumber = -1;
  walk(code.code, (offset, opcode, arg) => {
    const line = starts.get(offset);
    if (line !== undefined) lineNumber = line;
    list.push({
      opname: opcodeNames[opcode]!,
      opcode,
      arg,
      argrepr: arg === undefined ? "" : argumentText(code, opcode, arg, offset, labels, context),
      offset,
      startsLine: line !== undefined,
      lineNumber,
      label: labels.get(offset) ?? 0,
    });
  });
  return list;
}

function argumentText(
  code: CodeUnit,
  opcode: number,
  arg: number,
  offset: number,
  labels: Map<number, number>,
  context: ReprContext,
): string {
  const generic = deopt[opcode]!;
  const local = (index: number): string => code.localsplusnames[index] ?? INVALID;
  if (hasConst(generic)) {
    const value = code.consts[arg];
    return value === undefined ? INVALID : constantRepr(value, context);
  }
  if (hasName(generic)) {
    const shift = generic === Op.LOAD_GLOBAL || generic === Op.LOAD_ATTR ? 1 : generic === Op.LOAD_SUPER_ATTR ? 2 : 0;
    const name = code.names[arg >> shift] ?? INVALID;
    if (shift === 0 || (arg & 1) === 0 || name === "") return name;
    return name + (generic === Op.LOAD_GLOBAL ? " + NULL" : " + NULL|self");
  }
  if (hasJump(generic)) {
    const label = labels.get(jumpTarget(generic, arg, offset));
    return `${generic === Op.END_ASYNC_FOR ? "from" : "to"} L${label}`;
  }
  switch (generic) {
    case Op.LOAD_FAST_LOAD_FAST:
    case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
    case Op.STORE_FAST_LOAD_FAST:
    case Op.STORE_FAST_STORE_FAST:
      return `${local(arg >> 4)}, ${local(arg & 15)}`;
    case Op.COMPARE_OP: {
      const operator = cmpOp[arg >> 5] ?? INVALID;
      return (arg & 16) !== 0 ? `bool(${operator})` : operator;
    }
    case Op.CONVERT_VALUE:
      return conversions[arg] ?? INVALID;
    case Op.SET_FUNCTION_ATTRIBUTE:
      return functionAttributeFlags.filter((_, bit) => (arg & (1 << bit)) !== 0).join(", ");
    case Op.BINARY_OP:
      return nbOps[arg]?.[1] ?? INVALID;
    case Op.CALL_INTRINSIC_1:
      return intrinsic1Names[arg] ?? INVALID;
    case Op.CALL_INTRINSIC_2:
      return intrinsic2Names[arg] ?? INVALID;
    case Op.LOAD_COMMON_CONSTANT:
      return commonConstantText(arg);
    case Op.LOAD_SPECIAL:
      return specialMethodNames[arg] ?? INVALID;
    case Op.IS_OP:
      return arg !== 0 ? "is not" : "is";
    case Op.CONTAINS_OP:
      return arg !== 0 ? "not in" : "in";
    default:
      return hasLocal(generic) || hasFree(generic) ? local(arg) : "";
  }
}

/** Types by their names, functions by their repr. */
function commonConstantText(arg: number): string {
  const name = commonConstants[arg];
  if (name === undefined) return INVALID;
  return name === "all" || name === "any" ? `<built-in function ${name}>` : name;
}

function digits(value: number): number {
  return String(value).length;
}

function lineColumnWidth(starts: Map<number, number>): number {
  let largest = -1;
  let gaps = false;
  for (const line of starts.values()) {
    if (line > largest) largest = line;
    if (line === -1) gaps = true;
  }
  // Line 0 counts as no number at all here.
  if (largest <= 0) return 0;
  const width = Math.max(3, digits(largest));
  return gaps ? Math.max(width, NO_LINE.length) : width;
}

function positionColumnWidth(positions: PositionColumns): number {
  let any = false;
  let widest = 0;
  for (let unit = 0; unit < positions.lineno.length; unit++) {
    let width = 0;
    for (const column of [positions.lineno, positions.endLineno, positions.col, positions.endCol]) {
      const value = column[unit]!;
      if (value >= 0) any = true;
      width += value < 0 ? 1 : digits(value);
    }
    if (width > widest) widest = width;
  }
  return any ? 1 + Math.max(NO_LINE.length, 3 + widest) : 0;
}

function positionText(positions: PositionColumns, unit: number): string {
  const show = (value: number): string => (value < 0 ? "?" : String(value));
  const line = positions.lineno[unit]!;
  const endLine = positions.endLineno[unit]!;
  const col = positions.col[unit]!;
  const endCol = positions.endCol[unit]!;
  if (line < 0 && endLine < 0 && col < 0 && endCol < 0) return NO_LINE;
  return `${show(line)}:${show(col)}-${show(endLine)}:${show(endCol)}`;
}

function disassembleOne(code: CodeUnit, options: DisassembleOptions, context: ReprContext, lines: string[]): void {
  const positions = positionColumns(code);
  const starts = lineStarts(positions);
  const entries = decodeExceptionTable(code.exceptiontable);
  const labels = labelsOf(code, entries);
  const { showPositions = false, showOffsets = false, showCaches = false } = options;
  const lineWidth = showPositions ? positionColumnWidth(positions) : lineColumnWidth(starts);
  const labelWidth = 4 + digits(labels.size);
  const offsetWidth = showOffsets ? digits(Math.max(code.code.length - 2, 9999)) : 0;

  const print = (instruction: DisInstruction, unit: number): void => {
    const { arg, argrepr, opname, offset } = instruction;
    if (lineWidth > 0 && instruction.startsLine && offset > 0) lines.push("");
    let text = "";
    if (lineWidth > 0) {
      if (showPositions) text = positionText(positions, unit).padEnd(lineWidth);
      else if (!instruction.startsLine) text = " ".repeat(lineWidth);
      else text = (instruction.lineNumber < 0 ? NO_LINE : String(instruction.lineNumber)).padStart(lineWidth);
      text += " ";
    }
    text += (instruction.label > 0 ? `L${instruction.label}:` : "").padStart(labelWidth);
    if (offsetWidth > 0) text += ` ${String(offset).padStart(offsetWidth)}  `;
    text += "     " + opname.padEnd(OPNAME_WIDTH);
    if (arg !== undefined) {
      // A long name grows into the argument's column.
      const excess = Math.max(0, opname.length - OPNAME_WIDTH);
      text += " " + String(arg).padStart(OPARG_WIDTH - excess);
      if (argrepr !== "") text += ` (${argrepr})`;
    }
    lines.push(text.trimEnd());
  };

  for (const instruction of instructionList(code, starts, labels, context)) {
    const unit = instruction.offset >> 1;
    print(instruction, unit);
    if (showCaches) printCaches(code.code, instruction, options.adaptive === true, (row) => print(row, unit));
  }
  if (entries.length === 0) return;
  lines.push("ExceptionTable:");
  for (const { start, end, target, depth, lasti } of entries) {
    lines.push(`  L${labels.get(start)} to L${labels.get(end)} -> L${labels.get(target)} [${depth}]${lasti ? " lasti" : ""}`);
  }
}

function printCaches(code: Uint8Array, of: DisInstruction, adaptive: boolean, print: (row: DisInstruction) => void): void {
  const generic = deopt[of.opcode]!;
  if (cacheEntries[generic] === 0) return;
  let { offset } = of;
  for (const [field, cells] of cacheFormat[opcodeNames[generic]!] ?? []) {
    let value = 0n;
    for (let i = 2 * cells - 1; i >= 0; i--) value = (value << 8n) | BigInt(code[offset + 2 + i] ?? 0);
    if (adaptive && field === "counter") value = firstCounter(generic);
    for (let cell = 0; cell < cells; cell++) {
      offset += 2;
      const argrepr = cell === 0 ? `${field}: ${value}` : "";
      print({ opname: "CACHE", opcode: 0, arg: 0, argrepr, offset, startsLine: false, lineNumber: -1, label: 0 });
    }
  }
}

/** What a new code object's counters begin with (_PyCode_Quicken). */
function firstCounter(opcode: number): bigint {
  switch (opcode) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
      return 0x5555n;
    case Op.JUMP_BACKWARD:
      return 65532n;
    default:
      return 17n;
  }
}
