// sys.monitoring's machine: which tools want which events, and the instruction streams that fire them. A code object runs its
// `stream`; while tools watch it, `words` is a copy of its own and the stream has INSTRUMENTED_LINE where something must be told.
// Mirrors Python/instrumentation.c. See docs/interpreter.md.
import { decodeExceptionTable } from "../bytecode/exception-table.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries, deopt } from "../bytecode/opcodes.ts";
import type { Value } from "../core/object.ts";
import type { CodeData } from "../types/code.ts";
import { lineOf } from "../types/frame.ts";
import { PENDING_TRACE, type Vm } from "../vm/vm.ts";

export const PY_START = 0;
export const PY_RESUME = 1;
export const PY_RETURN = 2;
export const PY_YIELD = 3;
export const CALL = 4;
export const LINE = 5;
export const INSTRUCTION = 6;
export const JUMP = 7;
export const BRANCH_LEFT = 8;
export const BRANCH_RIGHT = 9;
export const STOP_ITERATION = 10;
export const RAISE = 11;
export const EXCEPTION_HANDLED = 12;
export const PY_UNWIND = 13;
export const PY_THROW = 14;
export const RERAISE = 15;
export const C_RETURN = 16;
export const C_RAISE = 17;
export const BRANCH = 18;

/** By event number. */
export const eventNames = [
  "PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH",
] as const;

/** Events of instructions: these can be asked for in one code object, and be disabled at one place. */
export const LOCAL_EVENT_COUNT = 11;
const GLOBAL_EVENT_COUNT = 16;
const TOOLS = 8;
export const PROFILE_TOOL = 6;
export const TRACE_TOOL = 7;

/** All of it for one Vm. */
export class Monitoring {
  /** Tools that want an event everywhere: a bit per tool, by event. */
  readonly tools = new Uint8Array(GLOBAL_EVENT_COUNT);
  /** Names of the tools in use, owned. */
  readonly names: (Value | null)[] = Array.from({ length: TOOLS }, () => null);
  /** By tool, then event; owned. */
  readonly callbacks: (Value | null)[][] = Array.from({ length: TOOLS }, () => eventNames.map(() => null));
  /** Callbacks of BRANCH stand in the places of BRANCH_LEFT and BRANCH_RIGHT; a bit per tool. */
  branchTools = 0;
  /** Above zero while a callback runs: nothing is told then. */
  tracing = 0;
  /** The event whose callback runs; -1 for none. */
  whatEvent = -1;
  version = 1;
  /** Code that was brought up to date before this version forgets what was disabled in it. */
  restartVersion = 0;
  /** Local events that a tool asked for before its version are void. */
  readonly toolVersions = new Int32Array(TOOLS);
  /** The objects DISABLE and MISSING. */
  disable: Value | null = null;
  missing: Value | null = null;
  /** sys.settrace and sys.setprofile; owned. */
  trace: Value | null = null;
  profile: Value | null = null;

  /** Something wants events of exceptions. */
  wants(event: number): boolean {
    return this.tools[event] !== 0 && this.tracing === 0;
  }
}

const LINE_START = 1;
/** Whether a line starts here depends on where control comes from. */
const LINE_DYNAMIC = 2;
/** Control may go on from here to a LINE_DYNAMIC place: the frame remembers that it was here. */
const NOTED = 4;

/** Monitoring of one code object. */
export class CodeMonitoring {
  /** Local events: a bit per tool, by event. */
  readonly local = new Uint8Array(LOCAL_EVENT_COUNT);
  readonly toolVersions = new Int32Array(TOOLS);
  /** Local and global tools together, as the stream was made for. */
  active = new Uint8Array(LOCAL_EVENT_COUNT);
  version = 0;
  /** Where lines start: made when somebody wants LINE. */
  marks: Uint8Array | null = null;
  /** FOR_ITER of each POP_ITER, made with the marks of branches. */
  loops: Map<number, number> | null = null;
  /** Tools that returned DISABLE, by place * 32 + event. */
  readonly disabled = new Map<number, number>();
}

export function monitoringOf(code: CodeData): CodeMonitoring {
  code.monitoring ??= new CodeMonitoring();
  return code.monitoring;
}

/** null where nobody ever watched. */
const localEvents = (code: CodeData): CodeMonitoring | null => code.monitoring;

/** The instruction without specialisation. */
export function baseWord(code: CodeData, pc: number): number {
  const w = code.words[pc]!;
  return (w & ~255) | deopt[w & 255]!;
}

export const instructionSize = (opcode: number): number => 1 + cacheEntries[opcode]!;

/** Index of the first RESUME: nothing before it is told. */
export function firstTraceable(code: CodeData): number {
  const { words } = code;
  for (let i = 0; i < words.length; i += instructionSize(deopt[words[i]! & 255]!)) if (deopt[words[i]! & 255] === Op.RESUME) return i;
  return words.length;
}

/** Where a jump goes; -1 for other instructions. */
export function jumpTarget(word: number, pc: number): number {
  const arg = word >>> 8;
  switch (word & 255) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
      return pc + 2 + arg;
    case Op.JUMP_FORWARD:
      return pc + 1 + arg;
    case Op.FOR_ITER:
    case Op.SEND:
      // Behind the END_FOR or END_SEND.
      return pc + 2 + arg + 1;
    case Op.JUMP_BACKWARD:
      return pc + 2 - arg;
    case Op.JUMP_BACKWARD_NO_INTERRUPT:
      return pc + 1 - arg;
    default:
      return -1;
  }
}

const endsFlow = (opcode: number): boolean =>
  opcode === Op.JUMP_FORWARD || opcode === Op.JUMP_BACKWARD || opcode === Op.JUMP_BACKWARD_NO_INTERRUPT || opcode === Op.RETURN_VALUE || opcode === Op.RERAISE || opcode === Op.RAISE_VARARGS;

/** Finds the places where LINE events are told. */
function lineMarks(code: CodeData): Uint8Array {
  const size = code.words.length;
  const marks = new Uint8Array(size);
  const first = firstTraceable(code);
  let current = -1;
  const sources: [number, number][] = [];
  let previous = -1;
  for (let i = 0; i < size; ) {
    const word = baseWord(code, i);
    const opcode = word & 255;
    if (previous >= 0) sources.push([previous, i]);
    if (i >= first && opcode !== Op.END_ASYNC_FOR && opcode !== Op.END_FOR && opcode !== Op.END_SEND && opcode !== Op.RESUME && opcode !== Op.POP_ITER) {
      const line = lineOf(code, i) ?? -1;
      if (line !== current && line >= 0) marks[i] = LINE_START;
      current = line;
    }
    previous = endsFlow(opcode) ? -1 : i;
    i += instructionSize(opcode);
  }
  for (let i = first; i < size; ) {
    const word = baseWord(code, i);
    const target = jumpTarget(word, i);
    if (target >= 0) {
      sources.push([i, target]);
      if ((word & 255) === Op.FOR_ITER) sources.push([i, target + 1]);
      if (lineOf(code, target) !== undefined && (baseWord(code, target) & 255) !== Op.POP_ITER) marks[target] = LINE_START;
    }
    i += instructionSize(word & 255);
  }
  for (const entry of decodeExceptionTable(code.unit.exceptiontable)) {
    const target = entry.target >> 1;
    if (lineOf(code, target) !== undefined && (baseWord(code, target) & 255) !== Op.END_ASYNC_FOR) marks[target]! |= LINE_START | LINE_DYNAMIC;
  }
  for (const [from, to] of sources) {
    if ((marks[to]! & LINE_START) === 0) continue;
    if ((baseWord(code, from) & 255) !== Op.RESUME && lineOf(code, from) === lineOf(code, to)) marks[to]! |= LINE_DYNAMIC;
  }
  for (const [from, to] of sources) if ((marks[to]! & LINE_DYNAMIC) !== 0) marks[from]! |= NOTED;
  return marks;
}

function loopMap(code: CodeData): Map<number, number> {
  const loops = new Map<number, number>();
  for (let i = 0; i < code.words.length; ) {
    const word = baseWord(code, i);
    if ((word & 255) === Op.FOR_ITER) loops.set(jumpTarget(word, i), i);
    i += instructionSize(word & 255);
  }
  return loops;
}

/** The event of an instruction; -1 for none. */
export function eventOf(word: number): number {
  switch (word & 255) {
    case Op.RESUME:
      return (word >>> 8 & 3) > 0 ? PY_RESUME : PY_START;
    case Op.RETURN_VALUE:
      return PY_RETURN;
    case Op.YIELD_VALUE:
      return PY_YIELD;
    case Op.CALL:
    case Op.CALL_KW:
    case Op.CALL_FUNCTION_EX:
    case Op.LOAD_SUPER_ATTR:
      return CALL;
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD:
      return JUMP;
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.POP_ITER:
    case Op.END_ASYNC_FOR:
      return BRANCH_RIGHT;
    case Op.FOR_ITER:
    case Op.NOT_TAKEN:
      return BRANCH_LEFT;
    case Op.END_FOR:
    case Op.END_SEND:
      return STOP_ITERATION;
    default:
      return -1;
  }
}

/** Tools that want an event of the instruction at `pc`. */
export function toolsAt(cm: CodeMonitoring, event: number, pc: number): number {
  const tools = cm.active[event]!;
  if (tools === 0 || cm.disabled.size === 0) return tools;
  return tools & ~(cm.disabled.get(pc * 32 + event) ?? 0);
}

export const startsLine = (cm: CodeMonitoring, pc: number): boolean => (cm.marks![pc]! & LINE_START) !== 0;
export const dynamicLine = (cm: CodeMonitoring, pc: number): boolean => (cm.marks![pc]! & LINE_DYNAMIC) !== 0;

function isWatched(m: Monitoring, code: CodeData, cm: CodeMonitoring, pc: number, word: number): boolean {
  const opcode = word & 255;
  const event = eventOf(word);
  if (event >= 0 && toolsAt(cm, event, pc) !== 0) return true;
  if (cm.active[LINE] !== 0) {
    const mark = cm.marks![pc]!;
    if ((mark & NOTED) !== 0 || ((mark & LINE_START) !== 0 && toolsAt(cm, LINE, pc) !== 0)) return true;
  }
  if (opcode === Op.SEND && m.tools[RAISE] !== 0) return true;
  if (opcode === Op.FOR_ITER && (m.tools[RAISE] !== 0 || toolsAt(cm, BRANCH_RIGHT, jumpTarget(word, pc)) !== 0)) return true;
  void code;
  return cm.active[INSTRUCTION] !== 0 && opcode !== Op.RESUME && opcode !== Op.END_FOR && toolsAt(cm, INSTRUCTION, pc) !== 0;
}

/** Writes one place of the stream anew. */
export function refreshPlace(vm: Vm, code: CodeData, pc: number): void {
  if (code.stream === code.words) return;
  const word = baseWord(code, pc);
  code.stream[pc] = isWatched(vm.monitoring, code, monitoringOf(code), pc, word) ? Op.INSTRUMENTED_LINE : word;
}

/** Brings the stream of a code object up to date. */
export function instrumentCode(vm: Vm, code: CodeData): void {
  const m = vm.monitoring;
  const cm = monitoringOf(code);
  if (m.restartVersion > cm.version) cm.disabled.clear();
  cm.version = m.version;
  let any = 0;
  const active = new Uint8Array(LOCAL_EVENT_COUNT);
  for (let tool = 0; tool < TOOLS; tool++) {
    if (cm.toolVersions[tool] === m.toolVersions[tool]) continue;
    for (let event = 0; event < LOCAL_EVENT_COUNT; event++) cm.local[event]! &= ~(1 << tool);
  }
  for (let event = 0; event < LOCAL_EVENT_COUNT; event++) any |= active[event] = m.tools[event]! | cm.local[event]!;
  for (const [key, tools] of cm.disabled) {
    // A tool that gave an event up and wants it again gets it everywhere.
    const left = tools & active[key & 31]!;
    if (left === 0) cm.disabled.delete(key);
    else cm.disabled.set(key, left);
  }
  cm.active = active;
  if (any === 0) {
    restoreCode(code);
    return;
  }
  if (code.stream === code.words) {
    code.words = code.stream.slice();
  }
  if (active[LINE] !== 0) cm.marks ??= lineMarks(code);
  cm.loops ??= loopMap(code);
  const first = firstTraceable(code);
  const { stream, words } = code;
  for (let i = 0; i < words.length; ) {
    const word = baseWord(code, i);
    stream[i] = i >= first && isWatched(m, code, cm, i, word) ? Op.INSTRUMENTED_LINE : word;
    i += instructionSize(word & 255);
  }
}

/** Nobody watches any more: the stream becomes the working copy again, under the feet of the frames that run it. */
function restoreCode(code: CodeData): void {
  if (code.stream === code.words) return;
  code.stream.set(code.words);
  code.words = code.stream;
  code.monitoring.disabled.clear();
}

/** After a change of the global events: what runs is brought up to date at once, other code when it runs. */
function refreshRunning(vm: Vm): void {
  const m = vm.monitoring;
  m.version++;
  const any = m.tools.some((tools) => tools !== 0);
  if (any) vm.pending |= PENDING_TRACE;
  else vm.pending &= ~PENDING_TRACE;
  for (let frame = vm.frame; frame !== null; frame = frame.prev) {
    const { code } = frame;
    if ((any || code.stream !== code.words) && localEvents(code)?.version !== m.version) instrumentCode(vm, code);
  }
}

/** sys.monitoring.set_events for a tool. */
export function setGlobalEvents(vm: Vm, tool: number, set: number): void {
  const m = vm.monitoring;
  let changed = false;
  for (let event = 0; event < GLOBAL_EVENT_COUNT; event++) {
    const tools = (m.tools[event]! & ~(1 << tool)) | (((set >>> event) & 1) << tool);
    if (tools !== m.tools[event]) changed = true;
    m.tools[event] = tools;
  }
  if (changed) refreshRunning(vm);
}

export function globalEvents(m: Monitoring, tool: number): number {
  let set = 0;
  m.tools.forEach((tools, event) => {
    if ((tools & (1 << tool)) !== 0) set |= 1 << event;
  });
  return set;
}

export function getLocalEvents(code: CodeData, tool: number): number {
  let set = 0;
  localEvents(code)?.local.forEach((tools, event) => {
    if ((tools & (1 << tool)) !== 0) set |= 1 << event;
  });
  return set;
}

export function setLocalEvents(vm: Vm, code: CodeData, tool: number, set: number): void {
  const cm = monitoringOf(code);
  const m = vm.monitoring;
  cm.toolVersions[tool] = m.toolVersions[tool]!;
  if (getLocalEvents(code, tool) === set) return;
  for (let event = 0; event < LOCAL_EVENT_COUNT; event++) cm.local[event] = (cm.local[event]! & ~(1 << tool)) | (((set >>> event) & 1) << tool);
  instrumentCode(vm, code);
}

/** sys.monitoring.restart_events. */
export function restartEvents(vm: Vm): void {
  vm.monitoring.restartVersion = ++vm.monitoring.version;
  refreshRunning(vm);
}

/** A tool is given up: its local events everywhere are void. */
export function voidLocalEvents(vm: Vm, tool: number): void {
  vm.monitoring.toolVersions[tool] = vm.monitoring.version + 1;
  refreshRunning(vm);
}

/** The code object of a frame may have to be watched: asked when it is entered while tools are active. True: its RESUME must run again. */
export function watchEntered(vm: Vm, code: CodeData): boolean {
  const cm = localEvents(code);
  if (cm !== null && cm.version === vm.monitoring.version) return false;
  instrumentCode(vm, code);
  return code.stream !== code.words;
}

/** Turns an event off at one place for a tool. */
export function disableAt(vm: Vm, code: CodeData, pc: number, event: number, tool: number): void {
  const cm = monitoringOf(code);
  const key = pc * 32 + event;
  cm.disabled.set(key, (cm.disabled.get(key) ?? 0) | (1 << tool));
  refreshPlace(vm, code, pc);
  if (event === BRANCH_RIGHT) {
    const loop = cm.loops?.get(pc);
    if (loop !== undefined) refreshPlace(vm, code, loop);
  }
}

