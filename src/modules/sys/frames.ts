// sys: frames, exceptions being handled, tracing functions, recursion. Mirrors Python/sysmodule.c. See docs/modules.md.
import {
  argumentName, addressOfRecord, asCInt, call, type Container, dictSet, exc, type FunctionData, frameObject, isTuple, newError, newScopedDict, newTuple, None, PyError, setProfile, setTrace, typeError, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { auditEvent } from "./hooks.ts";

/** The exception that the running code handles; null for none. */
function handled(vm: Vm): Container | null {
  for (let info: typeof vm.excInfo | null = vm.excInfo; info !== null; info = info.prev) if (info.value !== null) return info.value;
  return null;
}

export const exception = (vm: Vm): Value => handled(vm) ?? None;

export function excInfo(vm: Vm): Value {
  const e = handled(vm);
  if (e === null) return newTuple(vm, [None, None, None]);
  return newTuple(vm, [e.type.obj, e, (e.data as exc.ExcData).traceback ?? None]);
}

/** sys.exit: SystemExit with the status; a tuple becomes its arguments. */
export function exit(vm: Vm, status?: Value): never {
  const args = status === undefined || status === None ? [] : isTuple(status) ? (status.data as Value[]).slice() : [status];
  throw new PyError(exc.newException(vm, exc.SystemExitType, args));
}

export function getframe(vm: Vm, depthArg?: Value): Value {
  let depth = depthArg === undefined ? 0 : asCInt(vm, depthArg);
  let frame = vm.frame;
  for (; depth > 0 && frame !== null; depth--) frame = frame.prev;
  if (frame === null) throw valueError(vm, "call stack is not deep enough");
  const object = frameObject(vm, frame);
  auditEvent(vm, "sys._getframe", [object]);
  return object;
}

export function getframemodulename(vm: Vm, depthArg?: Value): Value {
  let depth = depthArg === undefined ? 0 : asCInt(vm, depthArg);
  auditEvent(vm, "sys._getframemodulename", [depth]);
  let frame = vm.frame;
  for (; depth > 0 && frame !== null; depth--) frame = frame.prev;
  if (frame === null || frame.func === null) return None;
  return (frame.func.data as FunctionData).module ?? None;
}

/** The identifier of the thread that runs, as _current_frames() shows it. */
const threadId = (vm: Vm): number => addressOfRecord(vm, vm);

export function currentFrames(vm: Vm): Value {
  auditEvent(vm, "sys._current_frames", []);
  const dict = newScopedDict(vm);
  if (vm.frame !== null) dictSet(vm, dict, threadId(vm), frameObject(vm, vm.frame));
  return dict;
}

export function currentExceptions(vm: Vm): Value {
  auditEvent(vm, "sys._current_exceptions", []);
  const dict = newScopedDict(vm);
  dictSet(vm, dict, threadId(vm), handled(vm) ?? None);
  return dict;
}

export const getrecursionlimit = (vm: Vm): Value => vm.recursionLimit;

export function setrecursionlimit(vm: Vm, limitArg: Value): void {
  const limit = asCInt(vm, limitArg);
  if (limit < 1) throw valueError(vm, "recursion limit must be greater or equal than 1");
  if (vm.depth >= limit) throw newError(vm, exc.RecursionErrorType, `cannot set the recursion limit to ${limit} at the recursion depth ${vm.depth}: the limit is too low`);
  vm.recursionLimit = limit;
}

export function settrace(vm: Vm, fn: Value): void {
  auditEvent(vm, "sys.settrace", []);
  setTrace(vm, fn === None ? null : fn);
}

export const gettrace = (vm: Vm): Value => vm.monitoring.trace ?? None;

export function setprofile(vm: Vm, fn: Value): void {
  auditEvent(vm, "sys.setprofile", []);
  setProfile(vm, fn === None ? null : fn);
}

export const getprofile = (vm: Vm): Value => vm.monitoring.profile ?? None;

export function callTracing(vm: Vm, fn: Value, args: Value): Value {
  if (!isTuple(args)) throw typeError(vm, `call_tracing() argument 2 must be tuple, not ${argumentName(args)}`);
  const m = vm.monitoring;
  const { tracing } = m;
  m.tracing = 0;
  try {
    return call(vm, fn, args.data as Value[]);
  } finally {
    m.tracing = tracing;
  }
}
