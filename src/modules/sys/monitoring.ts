// sys.monitoring: the module. The machine of it is interpreter/monitoring.ts. Mirrors Python/instrumentation.c. See docs/modules.md.
import {
  asCInt, CodeType, type CodeData, codeOf, defineModule, dictSet, dictSetText, dropMaybe, func, incref, isStr, monitoring as M, newInstance, newNamespace, newScopedDict, newStr, None, noteOwned, ObjectType, type PyDict, type Value, typeError, valueError, type Vm,
} from "../../core/api.ts";
import { auditEvent } from "./hooks.ts";

/** Tools 6 and 7 belong to sys.setprofile and sys.settrace. */
const LAST_TOOL = 5;
const CALL = 1 << M.CALL;
const BRANCHES = (1 << M.BRANCH_LEFT) | (1 << M.BRANCH_RIGHT);
const C_EVENTS = (1 << M.C_RETURN) | (1 << M.C_RAISE);
const BRANCH = 1 << M.BRANCH;

function toolOf(vm: Vm, toolArg: Value): number {
  const tool = asCInt(vm, toolArg);
  if (tool < 0 || tool > LAST_TOOL) throw valueError(vm, `invalid tool ${tool} (must be between 0 and 5)`);
  return tool;
}

/** A tool that is in use. */
function usedTool(vm: Vm, toolArg: Value): number {
  const tool = toolOf(vm, toolArg);
  if (vm.monitoring.names[tool] === null) throw valueError(vm, `tool ${tool} is not in use`);
  return tool;
}

function useTool(vm: Vm, toolArg: Value, name: Value): void {
  const tool = toolOf(vm, toolArg);
  if (!isStr(name)) throw valueError(vm, "tool name must be a str");
  const { names } = vm.monitoring;
  if (names[tool] !== null) throw valueError(vm, `tool ${tool} is already in use`);
  incref(name);
  names[tool] = name;
}

function clearTool(vm: Vm, toolArg: Value): void {
  const m = vm.monitoring;
  const tool = toolOf(vm, toolArg);
  if (m.names[tool] === null) return;
  const old = m.callbacks[tool]!.slice();
  m.callbacks[tool]!.fill(null);
  m.branchTools &= ~(1 << tool);
  for (const callback of old) dropMaybe(vm, callback);
  M.setGlobalEvents(vm, tool, 0);
  M.voidLocalEvents(vm, tool);
}

function freeTool(vm: Vm, toolArg: Value): void {
  clearTool(vm, toolArg);
  const { names } = vm.monitoring;
  const tool = toolOf(vm, toolArg);
  const old = names[tool]!;
  names[tool] = null;
  dropMaybe(vm, old);
}

function registerCallback(vm: Vm, toolArg: Value, eventArg: Value, fn: Value): Value {
  const tool = toolOf(vm, toolArg);
  const event = asCInt(vm, eventArg);
  if (event === 0 || (event & (event - 1)) !== 0) throw valueError(vm, "The callback can only be set for one event at a time");
  const number = 31 - Math.clz32(event);
  if (number >= M.eventNames.length) throw valueError(vm, `invalid event ${event}`);
  auditEvent(vm, "sys.monitoring.register_callback", [fn]);
  const m = vm.monitoring;
  const callbacks = m.callbacks[tool]!;
  const store = (slot: number): Value | null => {
    const old = callbacks[slot] ?? null;
    if (fn !== None) incref(fn);
    callbacks[slot] = fn === None ? null : fn;
    return old;
  };
  if (number === M.BRANCH) {
    m.branchTools |= 1 << tool;
    dropMaybe(vm, store(M.BRANCH_RIGHT));
    return noteOwned(vm, store(M.BRANCH_LEFT) ?? None);
  }
  if (number === M.BRANCH_LEFT || number === M.BRANCH_RIGHT) m.branchTools &= ~(1 << tool);
  const old = store(number);
  return old === null ? None : noteOwned(vm, old);
}

/** A set of events as asked for: BRANCH stands for both of its kinds, C_RETURN and C_RAISE come with CALL. */
function eventSet(vm: Vm, given: number): number {
  let set = given;
  if ((set & C_EVENTS) !== 0 && (set & (C_EVENTS | CALL)) !== (C_EVENTS | CALL)) throw valueError(vm, "cannot set C_RETURN or C_RAISE events independently");
  set &= ~C_EVENTS;
  if ((set & BRANCH) !== 0) set = (set & ~BRANCH) | BRANCHES;
  return set;
}

function setEvents(vm: Vm, toolArg: Value, given: Value): void {
  const tool = toolOf(vm, toolArg);
  const set = asCInt(vm, given);
  if (set < 0 || set >= 1 << M.eventNames.length) throw valueError(vm, `invalid event set 0x${(set >>> 0).toString(16)}`);
  const events = eventSet(vm, set);
  usedTool(vm, toolArg);
  M.setGlobalEvents(vm, tool, events);
}

function codeArgument(vm: Vm, code: Value): CodeData {
  if (typeof code === "number" || code.type !== CodeType) throw typeError(vm, "code must be a code object");
  return codeOf(code);
}

function setLocalEvents(vm: Vm, toolArg: Value, codeArg: Value, given: Value): void {
  const tool = asCInt(vm, toolArg);
  const number = asCInt(vm, given);
  const code = codeArgument(vm, codeArg);
  toolOf(vm, tool);
  const set = eventSet(vm, number);
  if (set < 0 || set >= 1 << M.LOCAL_EVENT_COUNT) throw valueError(vm, `invalid local event set 0x${(set >>> 0).toString(16)}`);
  usedTool(vm, tool);
  M.setLocalEvents(vm, code, tool, set);
}

function allEvents(vm: Vm): Value {
  const dict = newScopedDict(vm);
  vm.monitoring.tools.forEach((tools, event) => {
    if (tools !== 0) dictSet(vm, dict, newStr(M.eventNames[event]!), tools);
  });
  return dict;
}

export const monitoringModule = defineModule({
  name: "sys.monitoring",
  functions: {
    use_tool_id: func("($module, tool_id, name, /)", null, useTool),
    clear_tool_id: func("($module, tool_id, /)", null, clearTool),
    free_tool_id: func("($module, tool_id, /)", null, freeTool),
    get_tool: func("($module, tool_id, /)", null, (vm: Vm, tool: Value) => vm.monitoring.names[toolOf(vm, tool)] ?? None),
    register_callback: func("($module, tool_id, event, func, /)", null, registerCallback),
    get_events: func("($module, tool_id, /)", null, (vm: Vm, tool: Value) => M.globalEvents(vm.monitoring, toolOf(vm, tool))),
    set_events: func("($module, tool_id, event_set, /)", null, setEvents),
    get_local_events: func("($module, tool_id, code, /)", null, (vm: Vm, toolArg: Value, code: Value) => {
      const tool = asCInt(vm, toolArg);
      const data = codeArgument(vm, code);
      return M.getLocalEvents(data, toolOf(vm, tool));
    }),
    set_local_events: func("($module, tool_id, code, event_set, /)", null, setLocalEvents),
    restart_events: func("($module, /)", null, (vm: Vm) => M.restartEvents(vm)),
    _all_events: func("($module, /)", null, allEvents),
  },
  exec: (vm: Vm, dict: PyDict) => {
    const m = vm.monitoring;
    for (const name of ["DISABLE", "MISSING"] as const) {
      const marker = newInstance(vm, ObjectType);
      incref(marker);
      if (name === "DISABLE") m.disable = marker;
      else m.missing = marker;
      dictSetText(vm, dict, name, marker);
    }
    const events: [Value, Value][] = M.eventNames.map((name, number) => [newStr(name), 1 << number]);
    events.push([newStr("NO_EVENTS"), 0]);
    dictSetText(vm, dict, "events", newNamespace(vm, events));
    for (const [name, id] of [["DEBUGGER_ID", 0], ["COVERAGE_ID", 1], ["PROFILER_ID", 2], ["OPTIMIZER_ID", 5]] as const) dictSetText(vm, dict, name, id);
  },
});
