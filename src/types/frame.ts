// frame: the Python object of a frame record, made when somebody asks. While the frame runs it reads the data stack; when the frame
// ends it takes the locals over. Mirrors Objects/frameobject.c. See docs/types.md.
import { frameClear, frameLocals } from "./frame-access.ts";
import { setFrameLine } from "./frame-jump.ts";
import { attributeError, dropError, typeError } from "../core/errors.ts";
import { setOpcodeTrace } from "../interpreter/legacy-tracing.ts";
import { False, newBool, True } from "./bool.ts";
import { reprText } from "../core/convert.ts";
import { addressText } from "../core/identity.ts";
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../bytecode/code-unit.ts";
import { decodeLineTable } from "../bytecode/line-table.ts";
import { defineType, getset, member, method } from "../core/define.ts";
import { Container, K_FRAME, NULL, type PyDict, PyError, type TypeRec, type Value } from "../core/object.ts";
import type { Frame } from "../interpreter/frame.ts";
import { track } from "../memory/gc-list.ts";
import { dealloc } from "../memory/dealloc.ts";
import { drop, dropMaybe, incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import type { CodeData } from "./code.ts";
import { None } from "./none.ts";
import { strFromJs, textOf } from "./str/str-object.ts";

export class FrameData {
  /** The record while the frame runs or is suspended in a generator; null once it ended. */
  frame: Frame | null;
  readonly code: CodeData;
  readonly codeObject: Value;
  readonly globals: PyDict;
  readonly builtins: Value;
  /** Namespace of module and class bodies, owned. */
  locals: Value | null;
  /** Locals and cells taken over when the frame ended, owned. */
  values: Value[] | null = null;
  /** f_back of an ended frame, owned. */
  back: Container | null = null;
  /** Word index of the last instruction. */
  pc = 0;
  trace: Value | null = null;
  traceLines = true;
  traceOpcodes = false;
  /** Extra names that f_locals was given. */
  extraLocals: PyDict | null = null;
  constructor(frame: Frame) {
    this.frame = frame;
    this.code = frame.code;
    this.codeObject = frame.codeObject;
    this.globals = frame.globals;
    this.builtins = frame.builtins;
    this.locals = frame.locals;
    incref(this.codeObject);
    incref(this.globals);
    incref(this.builtins);
    if (this.locals !== null) incref(this.locals);
  }
}

export const frameData = (self: Value): FrameData => (self as Container).data as FrameData;

/** The frame object of a record, borrowed (the record owns it while it lives). */
export function frameObject(vm: Vm, frame: Frame): Container {
  if (frame.pyFrame === null) {
    frame.pyFrame = new Container(FrameType, new FrameData(frame), null);
    track(vm, frame.pyFrame);
  }
  return frame.pyFrame;
}

/** The frame ends: its object takes over the locals (S[base..] up to the operands); operands up to sp are dropped. */
export function detachFrame(vm: Vm, frame: Frame, sp: number): void {
  const S = vm.stack;
  const object = frame.pyFrame!;
  const data = object.data as FrameData;
  frame.pyFrame = null;
  data.frame = null;
  data.pc = frame.pc;
  if (object.rc > 1) {
    const count = frame.code.nlocalsplus;
    const values: Value[] = new Array(count);
    for (let i = 0; i < count; i++) {
      values[i] = S[frame.base + i]!;
      S[frame.base + i] = NULL;
    }
    data.values = values;
    for (let i = sp - 1; i >= frame.base + count; i--) {
      const v = S[i]!;
      S[i] = NULL;
      if (v !== NULL) dropMaybe(vm, v);
    }
    // A generator's frame has no caller once it is done.
    if (vm.frame !== null && frame.prev !== null && (frame.code.flags & CO_SUSPENDS) === 0) {
      data.back = callerObject(vm, frame.prev);
    }
  } else {
    for (let i = sp - 1; i >= frame.base; i--) {
      const v = S[i]!;
      S[i] = NULL;
      if (v !== NULL) dropMaybe(vm, v);
    }
  }
  dropMaybe(vm, object);
}

/** f_back of a frame that ends, owned; null where there is no memory for it. */
function callerObject(vm: Vm, caller: Frame): Container | null {
  try {
    const object = frameObject(vm, caller);
    object.rc++;
    return object;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return null;
  }
}

/** A generator's frame is back on the data stack. */
export function attachFrame(frame: Frame): void {
  frameData(frame.pyFrame!).frame = frame;
}

/** A generator's frame was dropped without running to its end; `slots` are its values, owned. */
export function endFrame(vm: Vm, frame: Frame, slots: Value[]): void {
  const object = frame.pyFrame!;
  const data = object.data as FrameData;
  frame.pyFrame = null;
  data.frame = null;
  data.pc = frame.pc;
  for (const v of slots.slice(frame.code.nlocalsplus).reverse()) if (v !== NULL) dropMaybe(vm, v);
  if (object.rc > 1) data.values = slots.slice(0, frame.code.nlocalsplus);
  else for (const v of slots.slice(0, frame.code.nlocalsplus).reverse()) if (v !== NULL) dropMaybe(vm, v);
  dropMaybe(vm, object);
}

const CO_SUSPENDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

const lineCache = new WeakMap<CodeData, Int32Array>();

/** Line number of an instruction (by word index), or undefined where it has none. */
export function lineOf(code: CodeData, pc: number): number | undefined {
  let lines = lineCache.get(code);
  if (lines === undefined) {
    lines = new Int32Array(code.words.length).fill(-1);
    for (const e of decodeLineTable(code.unit.linetable, code.unit.firstlineno)) {
      for (let i = e.start >> 1; i < e.end >> 1; i++) lines[i] = e.line ?? -1;
    }
    lineCache.set(code, lines);
  }
  const line = lines[pc];
  return line === undefined || line < 0 ? undefined : line;
}

function currentPc(data: FrameData): number {
  return data.frame === null ? data.pc : data.frame.pc;
}

/** f_lasti: a frame that waits in its generator stands behind its last instruction. */
function lastOffset(data: FrameData): number {
  const gen = data.frame?.generator ?? null;
  return (currentPc(data) + (gen !== null && gen.data.state < 2 ? 1 : 0)) * 2;
}

/** f_lineno. */
export function frameLine(data: FrameData): number | undefined {
  return lineOf(data.code, currentPc(data));
}

/** The value of a local slot, NULL when unset; reads the data stack, the generator or what was taken over. */
export function frameSlot(vm: Vm, data: FrameData, index: number): Value {
  const frame = data.frame;
  if (frame === null) return data.values === null ? NULL : (data.values[index] ?? NULL);
  const gen = frame.generator;
  if (gen !== null && gen.data.count > 0) return gen.data.slots[index] as Value;
  return vm.stack[frame.base + index]!;
}

/** Stores an owned value in a local slot. */
export function setFrameSlot(vm: Vm, data: FrameData, index: number, value: Value): void {
  const frame = data.frame;
  if (frame === null) (data.values ??= new Array(data.code.nlocalsplus).fill(NULL))[index] = value;
  else if (frame.generator !== null && frame.generator.data.count > 0) frame.generator.data.slots[index] = value;
  else vm.stack[frame.base + index] = value;
}

function truthOf(vm: Vm, value: Value | undefined): boolean {
  if (value !== True && value !== False) throw typeError(vm, value === undefined ? "can't delete numeric/char attribute" : "attribute value type must be bool");
  return value === True;
}

export const FrameType: TypeRec = defineType({
  name: "frame",
  kind: K_FRAME,
  methods: {
    clear: method("($self, /)", "Clear all references held by the frame.", (vm: Vm, self: Container) => frameClear(vm, self)),
    __sizeof__: method("($self, /)", "Return the size of the frame in memory, in bytes.", (_vm: Vm, self: Container) => 152 + 8 * (frameData(self).code.nlocalsplus + frameData(self).code.stacksize)),
  },
  getset: {
    f_back: getset((vm, self) => {
      const data = frameData(self);
      if (data.frame === null) return data.back ?? None;
      return data.frame.prev === null ? None : frameObject(vm, data.frame.prev);
    }),
    f_code: getset((_vm, self) => frameData(self).codeObject, undefined, "Return the code object being executed in this frame."),
    f_globals: getset((_vm, self) => frameData(self).globals, undefined, "Return the global variables in the frame."),
    f_builtins: getset((_vm, self) => frameData(self).builtins, undefined, "Return the built-in variables in the frame."),
    f_lasti: getset((_vm, self) => lastOffset(frameData(self)), undefined, "Return the index of the last attempted instruction in the frame."),
    f_lineno: getset((_vm, self) => frameLine(frameData(self)) ?? None, setFrameLine, "Return the current line number in the frame."),
    f_locals: getset((vm, self) => frameLocals(vm, self), undefined, "Return the mapping used by the frame to look up local variables."),
    f_trace: getset(
      (_vm, self) => frameData(self).trace ?? None,
      (vm, self, value) => {
        const data = frameData(self);
        const old = data.trace;
        const fn = value === undefined || value === None ? null : value;
        if (fn !== null) incref(fn);
        data.trace = fn;
        if (fn !== null && data.traceOpcodes) setOpcodeTrace(vm, data.code, true);
        dropMaybe(vm, old);
      },
      "Return the trace function for this frame, or None if no trace function is set.",
    ),
    f_trace_lines: member((_vm, self) => newBool(frameData(self).traceLines), (vm, self, value) => void (frameData(self).traceLines = truthOf(vm, value))),
    f_trace_opcodes: getset(
      (_vm, self) => newBool(frameData(self).traceOpcodes),
      (vm, self, value) => {
        if (value === undefined) throw attributeError(vm, "attribute 'f_trace_opcodes' of 'frame' objects cannot be deleted");
        const data = frameData(self);
        data.traceOpcodes = truthOf(vm, value);
        if (!data.traceOpcodes || data.trace !== null) setOpcodeTrace(vm, data.code, data.traceOpcodes);
      },
      "Return True if opcode tracing is enabled, False otherwise.",
    ),
    f_generator: getset((_vm, self) => frameData(self).frame?.generator ?? None, undefined, "Return the generator or coroutine associated with this frame, or None."),
  },
  slots: {
    tp_repr: (vm, self) => {
      const d = frameData(self);
      return strFromJs(`<frame at ${addressText(vm, self)}, file ${reprText(vm, d.code.filename)}, line ${frameLine(d) ?? -1}, code ${textOf(d.code.name)}>`);
    },
    tp_traverse: (self: Container, visit) => {
      const d = frameData(self);
      // CPython shows only what the frame itself holds; the rest hangs on its function.
      for (const v of [d.codeObject, d.globals, d.builtins, d.locals, d.back, d.trace, d.extraLocals]) if (v !== null) visit(v);
      if (d.values !== null) for (const v of d.values) visit(v);
    },
    tp_clear: (vm, self: Container) => {
      const d = frameData(self);
      const { values, trace, extraLocals } = d;
      d.values = null;
      d.trace = null;
      d.extraLocals = null;
      if (values !== null) {
        for (let i = values.length - 1; i >= 0; i--) {
          const v = values[i]!;
          if (typeof v !== "number" && v !== NULL && --v.rc === 0) dealloc(vm, v);
        }
      }
      if (trace !== null) drop(vm, trace);
      if (extraLocals !== null) drop(vm, extraLocals);
      if (self.rc > 0) return;
      if (d.locals !== null) drop(vm, d.locals);
      if (d.back !== null) drop(vm, d.back);
      drop(vm, d.codeObject);
      drop(vm, d.globals);
      drop(vm, d.builtins);
    },
  },
});
