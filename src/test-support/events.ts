// Tracing functions that are not Python's own. Mirrors settrace_to_record of Modules/_testcapimodule.c. See docs/test-support.md.
import { argumentName, frameObject, func, getAttrText, isList, method, newBuiltin, newTuple, pushRef, runtimeError, setAttrText, setTrace, textOf, typeError, type Value, type Vm } from "../core/api.ts";

const numbers: Readonly<Record<string, number>> = { call: 0, exception: 1, line: 2, return: 3, opcode: 7 };

const recorder = (vm: Vm, events: Value): Value => newBuiltin(vm, recordEvent("record"), events, null);
const recordEvent = method("($self, frame, event, arg, /)", null, (vm: Vm, events: Value, frame: Value, event: Value, arg: Value) => {
  const entry = newTuple(vm, [numbers[textOf(event as never)]!, getAttrText(vm, frame, "f_lineno"), arg]);
  pushRef((events as { data: Value[] } & Value).data, entry);
  return recorder(vm, events);
});

const failure = method("($self, frame, event, arg, /)", null, (vm: Vm) => {
  throw runtimeError(vm, "");
});

function listArgument(vm: Vm, name: string, v: Value): Value {
  if (!isList(v)) throw typeError(vm, `${name}() argument 1 must be list, not ${argumentName(v)}`);
  return v;
}

/** A tracer of C is told of every frame, also of the one that sets it. */
function traceEverywhere(vm: Vm, tracer: Value): void {
  setTrace(vm, tracer);
  if (vm.frame !== null) setAttrText(vm, frameObject(vm, vm.frame), "f_trace", tracer);
}

export const eventFunctions = {
  settrace_to_record: func("($module, list, /)", null, (vm: Vm, list: Value) => traceEverywhere(vm, recorder(vm, listArgument(vm, "settrace_to_record", list)))),
  settrace_to_error: func("($module, list, /)", null, (vm: Vm, list: Value) => traceEverywhere(vm, newBuiltin(vm, failure("error"), listArgument(vm, "settrace_to_error", list), null))),
};
