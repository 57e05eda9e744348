// sys.monitoring: tools, their callbacks and the events they ask for. Mirrors Python/instrumentation.c. See docs/modules.md.
import {
  asCInt, CodeType, defineModule, dictSet, dictSetText, dropMaybe, func, incref, isStr, newInstance, newNamespace, newScopedDict, newStr, None, ObjectType, type PyDict, type Value, typeError, valueError, type Vm,
} from "../../core/api.ts";

const TOOLS = 8;
/** Tools 6 and 7 belong to sys.setprofile and sys.settrace. */
const LAST_TOOL = 5;

/** By event number. */
const eventNames = [
  "PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH",
] as const;
const CALL = 1 << 4;
const BRANCHES = (1 << 8) | (1 << 9);
const C_EVENTS = (1 << 16) | (1 << 17);
const BRANCH = 1 << 18;
/** Events that can be asked for in a single code object. */
const LOCAL_EVENTS = (1 << 11) - 1;

export interface MonitoringState {
  /** By tool; owned. */
  readonly names: (Value | null)[];
  readonly events: number[];
  /** By tool, then event number; owned. */
  readonly callbacks: (Value | null)[][];
  readonly local: WeakMap<object, number[]>;
}

export function monitoringState(vm: Vm): MonitoringState {
  return vm.stateOf<MonitoringState>("sys.monitoring", () => ({
    names: Array.from({ length: TOOLS }, () => null),
    events: Array.from({ length: TOOLS }, () => 0),
    callbacks: Array.from({ length: TOOLS }, () => eventNames.map(() => null)),
    local: new WeakMap(),
  }));
}

function toolOf(vm: Vm, toolArg: Value): number {
  const tool = asCInt(vm, toolArg);
  if (tool < 0 || tool > LAST_TOOL) throw valueError(vm, `invalid tool ${tool} (must be between 0 and 5)`);
  return tool;
}

/** A tool that is in use. */
function usedTool(vm: Vm, toolArg: Value): number {
  const tool = toolOf(vm, toolArg);
  if (monitoringState(vm).names[tool] === null) throw valueError(vm, `tool ${tool} is not in use`);
  return tool;
}

function useTool(vm: Vm, toolArg: Value, name: Value): void {
  const tool = toolOf(vm, toolArg);
  if (!isStr(name)) throw valueError(vm, "tool name must be a str");
  const state = monitoringState(vm);
  if (state.names[tool] !== null) throw valueError(vm, `tool ${tool} is already in use`);
  incref(name);
  state.names[tool] = name;
}

function clearTool(vm: Vm, toolArg: Value): void {
  const tool = toolOf(vm, toolArg);
  const state = monitoringState(vm);
  state.events[tool] = 0;
  const old = state.callbacks[tool]!.slice();
  state.callbacks[tool]!.fill(null);
  for (const callback of old) dropMaybe(vm, callback);
}

function freeTool(vm: Vm, toolArg: Value): void {
  const tool = toolOf(vm, toolArg);
  clearTool(vm, tool);
  const { names } = monitoringState(vm);
  const old = names[tool];
  names[tool] = null;
  dropMaybe(vm, old);
}

function registerCallback(vm: Vm, toolArg: Value, eventArg: Value, fn: Value): Value {
  const tool = toolOf(vm, toolArg);
  const event = asCInt(vm, eventArg);
  if (event <= 0 || (event & (event - 1)) !== 0) throw valueError(vm, "The callback can only be set for one event at a time");
  const number = 31 - Math.clz32(event);
  if (number >= eventNames.length) throw valueError(vm, `invalid event ${event}`);
  const callbacks = monitoringState(vm).callbacks[tool]!;
  const old = callbacks[number] ?? null;
  if (fn !== None) incref(fn);
  callbacks[number] = fn === None ? null : fn;
  if (old === null) return None;
  if (typeof old !== "number") vm.scope[vm.scopeCount++] = old;
  return old;
}

/** A set of events as asked for: BRANCH stands for both of its kinds, C_RETURN and C_RAISE come with CALL. */
function eventSet(vm: Vm, given: Value, allowed: number): number {
  let set = asCInt(vm, given);
  if (set < 0 || set >= 1 << eventNames.length) throw valueError(vm, `invalid event set 0x${(set >>> 0).toString(16)}`);
  if ((set & BRANCH) !== 0) set = (set & ~BRANCH) | BRANCHES;
  if ((set & C_EVENTS) !== 0) {
    if ((set & (C_EVENTS | CALL)) !== (C_EVENTS | CALL)) throw valueError(vm, "cannot set C_RETURN or C_RAISE events independently");
    set &= ~C_EVENTS;
  }
  if ((set & ~allowed) !== 0 && allowed === LOCAL_EVENTS) throw valueError(vm, `invalid local event set 0x${set.toString(16)}`);
  return set;
}

function setEvents(vm: Vm, toolArg: Value, given: Value): void {
  const tool = toolOf(vm, toolArg);
  const set = eventSet(vm, given, -1);
  usedTool(vm, tool);
  monitoringState(vm).events[tool] = set;
}

function codeObject(vm: Vm, code: Value): object {
  if (typeof code === "number" || code.type !== CodeType) throw typeError(vm, "code must be a code object");
  return code;
}

function allEvents(vm: Vm): Value {
  const dict = newScopedDict(vm);
  const { events } = monitoringState(vm);
  eventNames.forEach((name, number) => {
    let tools = 0;
    events.forEach((set, tool) => {
      if ((set & (1 << number)) !== 0) tools |= 1 << tool;
    });
    if (tools !== 0) dictSet(vm, dict, newStr(name), tools);
  });
  return dict;
}

export const monitoringModule = defineModule({
  name: "sys.monitoring",
  functions: {
    use_tool_id: func("($module, tool_id, name, /)", null, useTool),
    clear_tool_id: func("($module, tool_id, /)", null, (vm: Vm, tool: Value) => {
      if (monitoringState(vm).names[toolOf(vm, tool)] !== null) clearTool(vm, tool);
    }),
    free_tool_id: func("($module, tool_id, /)", null, freeTool),
    get_tool: func("($module, tool_id, /)", null, (vm: Vm, tool: Value) => monitoringState(vm).names[toolOf(vm, tool)] ?? None),
    register_callback: func("($module, tool_id, event, func, /)", null, registerCallback),
    get_events: func("($module, tool_id, /)", null, (vm: Vm, tool: Value) => monitoringState(vm).events[usedTool(vm, tool)]!),
    set_events: func("($module, tool_id, event_set, /)", null, setEvents),
    get_local_events: func("($module, tool_id, code, /)", null, (vm: Vm, toolArg: Value, code: Value) => {
      const object = codeObject(vm, code);
      const tool = usedTool(vm, toolArg);
      return monitoringState(vm).local.get(object)?.[tool] ?? 0;
    }),
    set_local_events: func("($module, tool_id, code, event_set, /)", null, (vm: Vm, toolArg: Value, code: Value, given: Value) => {
      const object = codeObject(vm, code);
      const tool = usedTool(vm, toolArg);
      const set = eventSet(vm, given, LOCAL_EVENTS);
      const { local } = monitoringState(vm);
      let sets = local.get(object);
      if (sets === undefined) {
        sets = Array.from({ length: TOOLS }, () => 0);
        local.set(object, sets);
      }
      sets[tool] = set;
    }),
    restart_events: func("($module, /)", null, () => {}),
    _all_events: func("($module, /)", null, allEvents),
  },
  exec: (vm: Vm, dict: PyDict) => {
    dictSetText(vm, dict, "DISABLE", newInstance(vm, ObjectType));
    dictSetText(vm, dict, "MISSING", newInstance(vm, ObjectType));
    const events: [Value, Value][] = eventNames.map((name, number) => [newStr(name), 1 << number]);
    events.push([newStr("NO_EVENTS"), 0]);
    dictSetText(vm, dict, "events", newNamespace(vm, events));
    for (const [name, id] of [["DEBUGGER_ID", 0], ["COVERAGE_ID", 1], ["PROFILER_ID", 2], ["OPTIMIZER_ID", 5]] as const) dictSetText(vm, dict, name, id);
  },
});
