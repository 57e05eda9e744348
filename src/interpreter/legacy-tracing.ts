// sys.settrace and sys.setprofile as tools 7 and 6 of sys.monitoring. Mirrors Python/legacy_tracing.c and the trampolines of
// Python/sysmodule.c. See docs/interpreter.md.
import { call } from "../core/call.ts";
import { type Container, K_BUILTIN, K_METHOD_DESCRIPTOR, PyError, type Value } from "../core/object.ts";
import { isSubtype, typeOf } from "../core/type.ts";
import { dropMaybe, hold, incref } from "../memory/ref.ts";
import type { ExcData } from "../types/exceptions.ts";
import { frameData, frameObject, lineOf } from "../types/frame.ts";
import { None } from "../types/none.ts";
import { intern } from "../types/str/str-object.ts";
import { newTuple } from "../types/tuple.ts";
import type { Vm } from "../vm/vm.ts";
import type { CodeData } from "../types/code.ts";
import * as M from "./monitoring.ts";

const bit = (event: number): number => 1 << event;
const PROFILE_EVENTS = bit(M.PY_START) | bit(M.PY_RESUME) | bit(M.PY_RETURN) | bit(M.PY_YIELD) | bit(M.CALL) | bit(M.PY_UNWIND) | bit(M.PY_THROW);
const TRACE_EVENTS =
  bit(M.PY_START) | bit(M.PY_RESUME) | bit(M.PY_RETURN) | bit(M.PY_YIELD) | bit(M.RAISE) | bit(M.LINE) | bit(M.JUMP) | bit(M.PY_UNWIND) | bit(M.PY_THROW) | bit(M.STOP_ITERATION);

/** sys.settrace; null for None. */
export function setTrace(vm: Vm, fn: Value | null): void {
  const m = vm.monitoring;
  const old = m.trace;
  if (fn !== null) incref(fn);
  m.trace = fn;
  dropMaybe(vm, old);
  if (fn !== null && vm.frame?.pyFrame != null && frameData(vm.frame.pyFrame).traceOpcodes) setOpcodeTrace(vm, vm.frame.code, true);
  M.setGlobalEvents(vm, M.TRACE_TOOL, fn === null ? 0 : TRACE_EVENTS);
}

/** sys.setprofile; null for None. */
export function setProfile(vm: Vm, fn: Value | null): void {
  const m = vm.monitoring;
  const old = m.profile;
  if (fn !== null) incref(fn);
  m.profile = fn;
  dropMaybe(vm, old);
  M.setGlobalEvents(vm, M.PROFILE_TOOL, fn === null ? 0 : PROFILE_EVENTS);
}

/** f_trace_opcodes of a frame with a tracer: INSTRUCTION events of its code. */
export function setOpcodeTrace(vm: Vm, code: CodeData, enable: boolean): void {
  const events = M.getLocalEvents(code, M.TRACE_TOOL);
  M.setLocalEvents(vm, code, M.TRACE_TOOL, enable ? events | bit(M.INSTRUCTION) : events & ~bit(M.INSTRUCTION));
}

/** The callbacks of both tools. True stands for DISABLE. */
export function legacyTool(vm: Vm, tool: number, event: number, args: Value[]): boolean {
  return tool === M.TRACE_TOOL ? traceEvent(vm, event, args) : profileEvent(vm, event, args);
}

function profileEvent(vm: Vm, event: number, args: Value[]): boolean {
  const fn = vm.monitoring.profile;
  if (fn === null) return false;
  let name: string;
  let arg: Value = None;
  switch (event) {
    case M.PY_START:
    case M.PY_RESUME:
    case M.PY_THROW:
      name = "call";
      break;
    case M.PY_RETURN:
    case M.PY_YIELD:
      name = "return";
      arg = args[2]!;
      break;
    case M.PY_UNWIND:
      name = "return";
      break;
    default: {
      name = event === M.CALL ? "c_call" : event === M.C_RETURN ? "c_return" : "c_exception";
      const native = nativeOf(vm, args[2]!, args[3]!);
      if (native === undefined) return false;
      arg = native;
    }
  }
  try {
    call(vm, hold(vm, fn), [frameObject(vm, vm.frame!), intern(vm, name), arg]);
  } catch (error) {
    if (error instanceof PyError) setProfile(vm, null);
    throw error;
  }
  return false;
}

/** The builtin function that a profiler is told of; methods of builtin types are bound to their object. */
function nativeOf(vm: Vm, callable: Value, self: Value): Value | undefined {
  if (typeof callable === "number") return undefined;
  if (callable.type.kind === K_BUILTIN) return callable;
  if (callable.type.kind !== K_METHOD_DESCRIPTOR || callable.type.name !== "method_descriptor" || self === vm.monitoring.missing) return undefined;
  const { owner } = (callable as Container).data as { owner: typeof callable.type };
  if (!isSubtype(typeOf(self), owner)) return undefined;
  return callable.type.tp_descr_get!(vm, callable, self, typeOf(self).obj);
}

function traceEvent(vm: Vm, event: number, args: Value[]): boolean {
  if (vm.monitoring.trace === null) return false;
  const frame = vm.frame!;
  const object = frameObject(vm, frame);
  const data = frameData(object);
  switch (event) {
    case M.PY_START:
    case M.PY_RESUME:
    case M.PY_THROW:
      return traced(vm, object, "call", None);
    case M.PY_RETURN:
    case M.PY_YIELD:
      return traced(vm, object, "return", args[2]!);
    case M.PY_UNWIND:
      return traced(vm, object, "return", None);
    case M.RAISE:
    case M.STOP_ITERATION: {
      const error = args[2] as Container;
      return traced(vm, object, "exception", newTuple(vm, [error.type.obj, error, (error.data as ExcData).traceback ?? None]));
    }
    case M.LINE:
      return data.traceLines ? trampoline(vm, object, "line", None) : false;
    case M.JUMP: {
      // Every turn of a loop has a line event, also of a loop on one line.
      const from = (args[1] as number) >> 1;
      const to = (args[2] as number) >> 1;
      if (to > from) return true;
      const line = lineOf(frame.code, to);
      if (line !== lineOf(frame.code, from)) return true;
      if (data.traceLines && line !== undefined) trampoline(vm, object, "line", None);
      return false;
    }
    case M.INSTRUCTION:
      if (!data.traceOpcodes) {
        setOpcodeTrace(vm, frame.code, false);
        return false;
      }
      return trampoline(vm, object, "opcode", None);
    default:
      return false;
  }
}

/** Events other than lines: they also start the tracing of instructions where the frame asks for it. */
function traced(vm: Vm, object: Container, name: string, arg: Value): boolean {
  if (frameData(object).traceOpcodes) setOpcodeTrace(vm, frameData(object).code, true);
  return trampoline(vm, object, name, arg);
}

/** Calls the global tracer ("call") or the frame's; its answer is the frame's tracer from then on. */
function trampoline(vm: Vm, object: Container, name: string, arg: Value): boolean {
  const data = frameData(object);
  const callback = name === "call" ? vm.monitoring.trace : data.trace;
  if (callback === null) return false;
  let answer: Value;
  hold(vm, object);
  try {
    answer = call(vm, hold(vm, callback), [object, intern(vm, name), arg]);
  } catch (error) {
    if (error instanceof PyError) {
      setTrace(vm, null);
      setFrameTrace(vm, object, null);
    }
    throw error;
  }
  if (answer !== None) setFrameTrace(vm, object, answer);
  return false;
}

function setFrameTrace(vm: Vm, object: Container, fn: Value | null): void {
  const data = frameData(object);
  const old = data.trace;
  if (fn !== null) incref(fn);
  data.trace = fn;
  dropMaybe(vm, old);
}
