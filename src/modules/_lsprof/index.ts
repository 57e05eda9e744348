// _lsprof: the profiler of cProfile, a tool of sys.monitoring. Mirrors Modules/_lsprof.c. See docs/modules.md.
import {
  asDouble, call, callMethod, type Container, defineModule, defineStructSequence, defineType, dictGetText, dropMaybe, floatValue, hold, incref, intern, isBigOrInt, isFloat, K_BUILTIN, K_METHOD_DESCRIPTOR, lookup, type ModuleSpec, monitoring as M, newFloat, newList, newStr,
  newStructSequence, newSubclassInstance, None, overflowError, PyError, quietRepr, reprText, runtimeError, strFromJs, TPFLAGS_BASETYPE, truth, typeError, typeName, typeOf, TypeRec as TypeRecord, type TypeRec, type Value, type Vm, writeUnraisable, dropError, getAttrText, bigValue, NativeDef, isSubtype,
} from "../../core/api.ts";
import type { BuiltinData } from "../../types/builtin-function.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { type Measured, Measurements } from "./record.ts";

const D = documented("_lsprof", docs);
const PROFILER_TOOL = 2;

interface Profiler {
  readonly measured: Measurements;
  /** Owned; null for the clock. */
  timer: Value | null;
  /** Seconds of a timer's unit; 0 for a timer that counts in seconds. */
  unit: number;
  perCaller: boolean;
  natives: boolean;
  enabled: boolean;
  /** The timer is being asked. */
  asking: boolean;
}

const profilerOf = (self: Value): Profiler => (self as Container).data as Profiler;

const entryFields = (what: string, subcalls: boolean): [string, string | null][] =>
  ["code", "callcount", "reccallcount", "totaltime", "inlinetime", ...(subcalls ? ["calls"] : [])].map((name) => [name, D.doc(`${what}.${name}`)]);
const EntryType = defineStructSequence({ name: "_lsprof.profiler_entry", doc: null, fields: entryFields("profiler_entry", true), visible: 6 });
const SubentryType = defineStructSequence({ name: "_lsprof.profiler_subentry", doc: null, fields: entryFields("profiler_subentry", false), visible: 5 });

/** Nanoseconds, or units of the program's timer. */
function now(vm: Vm, p: Profiler): number {
  if (p.timer === null) return Number(vm.host.clock?.monotonic() ?? 0n);
  const timer = hold(vm, p.timer);
  p.asking = true;
  try {
    const answer = call(vm, timer, []);
    if (p.unit > 0 && !isBigOrInt(answer)) throw typeError(vm, `expecting int, got ${typeName(answer)}`);
    if (isFloat(answer)) return Math.floor(floatValue(answer) * 1e9);
    if (!isBigOrInt(answer)) throw typeError(vm, `'${typeName(answer)}' object cannot be interpreted as an integer or float`);
    const ticks = bigValue(answer) * (p.unit > 0 ? 1n : 1_000_000_000n);
    if (BigInt.asIntN(64, ticks) !== ticks) throw overflowError(vm, "timestamp out of range for C PyTime_t");
    return Number(ticks);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    writeUnraisable(vm, error, null, `Exception ignored while calling _lsprof timer ${quietRepr(vm, timer)}`);
    return 0;
  } finally {
    p.asking = false;
  }
}

function notWhileAsking(vm: Vm, p: Profiler, what: string): void {
  if (p.asking) throw runtimeError(vm, `cannot ${what} profiler in external timer`);
}

// ---- What is called

/** The declaration and the object of a native function; undefined for everything else. */
function nativeOf(vm: Vm, callable: Value, self: Value): BuiltinData | undefined {
  if (typeof callable === "number") return undefined;
  if (callable.type.kind === K_BUILTIN) return (callable as Container).data as BuiltinData;
  if (callable.type.kind !== K_METHOD_DESCRIPTOR || callable.type.name !== "method_descriptor" || self === vm.monitoring.missing) return undefined;
  const { owner, def } = (callable as Container).data as { owner: TypeRec; def: NativeDef };
  return isSubtype(typeOf(self), owner) ? { def, self, module: null } : undefined;
}

/** How a native function is shown: as its type shows it, else by its name. */
function nativeText(vm: Vm, { def, self, module }: BuiltinData): Value {
  const type = self === undefined ? undefined : self instanceof TypeRecord ? typeOf(self.obj) : typeOf(self);
  const own = type === undefined ? undefined : lookup(type, def.name);
  if (own !== undefined) {
    try {
      return strFromJs(reprText(vm, hold(vm, own)));
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      dropError(vm, error);
    }
  }
  return newStr(module === null ? `<built-in method ${def.name}>` : `<built-in method ${module}.${def.name}>`);
}

function enterCode(vm: Vm, self: Value, code: Value): void {
  const p = profilerOf(self);
  p.measured.enter(code as object, () => code, p.perCaller, () => now(vm, p));
}

function leaveCode(vm: Vm, self: Value, code: Value): void {
  const p = profilerOf(self);
  p.measured.leave(code as object, p.perCaller, () => now(vm, p));
}

function enterNative(vm: Vm, self: Value, _code: Value, _offset: Value, callable: Value, first: Value): void {
  const p = profilerOf(self);
  const native = p.natives ? nativeOf(vm, callable, first) : undefined;
  if (native !== undefined) p.measured.enter(native.def, () => nativeText(vm, native), p.perCaller, () => now(vm, p));
}

function leaveNative(vm: Vm, self: Value, _code: Value, _offset: Value, callable: Value, first: Value): void {
  const p = profilerOf(self);
  const native = p.natives ? nativeOf(vm, callable, first) : undefined;
  if (native !== undefined) p.measured.leave(native.def, p.perCaller, () => now(vm, p));
}

// ---- On and off

const callbacks: readonly (readonly [event: number, name: string])[] = [
  [M.PY_START, "_pystart_callback"],
  [M.PY_RESUME, "_pystart_callback"],
  [M.PY_THROW, "_pythrow_callback"],
  [M.PY_RETURN, "_pyreturn_callback"],
  [M.PY_YIELD, "_pyreturn_callback"],
  [M.PY_UNWIND, "_pyreturn_callback"],
  [M.CALL, "_ccall_callback"],
  [M.C_RETURN, "_creturn_callback"],
  [M.C_RAISE, "_creturn_callback"],
];

const EVENTS = callbacks.reduce((set, [event]) => set | (1 << event), 0);

/** Asks sys.monitoring. */
const tool = (vm: Vm, name: string, ...args: Value[]): Value => callMethod(vm, hold(vm, dictGetText(vm.sysDict!, "monitoring") ?? None), intern(vm, name), [PROFILER_TOOL, ...args]);

function enable(vm: Vm, self: Value, subcalls?: Value, builtins?: Value): void {
  const p = profilerOf(self);
  const perCaller = subcalls === undefined || truth(vm, subcalls);
  const natives = builtins === undefined || truth(vm, builtins);
  p.perCaller = perCaller;
  p.natives = natives;
  tool(vm, "use_tool_id", newStr("cProfile"));
  for (const [event, name] of callbacks) tool(vm, "register_callback", 1 << event, getAttrText(vm, self, name));
  tool(vm, "set_events", EVENTS);
  p.enabled = true;
}

function disable(vm: Vm, self: Value): void {
  const p = profilerOf(self);
  notWhileAsking(vm, p, "disable");
  if (!p.enabled) return;
  for (const [event] of callbacks) tool(vm, "register_callback", 1 << event, None);
  tool(vm, "set_events", 0);
  tool(vm, "free_tool_id");
  p.enabled = false;
  p.measured.flush(p.perCaller, () => now(vm, p));
}

function clear(vm: Vm, self: Value): void {
  const p = profilerOf(self);
  notWhileAsking(vm, p, "clear");
  p.measured.clear(vm);
}

function getstats(vm: Vm, self: Value): Value {
  const p = profilerOf(self);
  const factor = p.timer !== null && p.unit > 0 ? p.unit : 1e-9;
  const numbers = (m: Measured): Value[] => [m.calls, m.recursiveCalls, newFloat(m.total * factor), newFloat(m.inline * factor)];
  const rows: Value[] = [];
  for (const entry of p.measured.entries.values()) {
    if (entry.calls === 0) continue;
    const callees = [...entry.callees].filter(([, m]) => m.calls > 0).map(([callee, m]) => newStructSequence(vm, SubentryType, [callee.subject, ...numbers(m)]));
    rows.push(newStructSequence(vm, EntryType, [entry.subject, ...numbers(entry), callees.length === 0 ? None : newList(vm, callees)]));
  }
  return newList(vm, rows);
}

// ---- The type

function init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly { data: unknown }[] | null): void {
  const [timer, unit, subcalls, builtins] = initArguments(vm, args, kwnames);
  const p = profilerOf(self);
  const seconds = unit === undefined ? 0 : asDouble(vm, unit);
  const perCaller = subcalls === undefined || truth(vm, subcalls);
  const natives = builtins === undefined || truth(vm, builtins);
  const old = p.timer;
  p.timer = timer === undefined || timer === None ? null : timer;
  if (p.timer !== null) incref(p.timer);
  p.unit = seconds;
  p.perCaller = perCaller;
  p.natives = natives;
  dropMaybe(vm, old);
}

const PARAMETERS = ["timer", "timeunit", "subcalls", "builtins"];

function initArguments(vm: Vm, args: readonly Value[], kwnames: readonly { data: unknown }[] | null): (Value | undefined)[] {
  if (args.length > 4) throw typeError(vm, `Profiler() takes at most 4 arguments (${args.length} given)`);
  const npos = args.length - (kwnames?.length ?? 0);
  const out: (Value | undefined)[] = args.slice(0, npos);
  kwnames?.forEach((name, k) => {
    const at = PARAMETERS.indexOf(String(name.data));
    if (at < 0) throw typeError(vm, `Profiler() got an unexpected keyword argument '${String(name.data)}'`);
    if (at < npos) throw typeError(vm, `argument for Profiler() given by name ('${PARAMETERS[at]!}') and position (${at + 1})`);
    out[at] = args[npos + k];
  });
  return out;
}

const ProfilerType: TypeRec = defineType({
  name: "_lsprof.Profiler",
  doc: D.doc("Profiler"),
  ...D.signature("Profiler"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    getstats: D.method("Profiler.getstats", getstats),
    enable: D.method("Profiler.enable", enable),
    disable: D.method("Profiler.disable", disable),
    clear: D.method("Profiler.clear", clear),
    _pystart_callback: D.method("Profiler._pystart_callback", enterCode),
    _pythrow_callback: D.method("Profiler._pythrow_callback", enterCode),
    _pyreturn_callback: D.method("Profiler._pyreturn_callback", leaveCode),
    _ccall_callback: D.method("Profiler._ccall_callback", enterNative),
    _creturn_callback: D.method("Profiler._creturn_callback", leaveNative),
  },
  slots: {
    tp_new: (vm, type) =>
      newSubclassInstance(vm, type, { measured: new Measurements(), timer: null, unit: 0, perCaller: true, natives: true, enabled: false, asking: false } satisfies Profiler),
    tp_init: (vm, self, args, kwnames) => init(vm, self as Container, args, kwnames),
    tp_traverse: (self, visit) => {
      const p = profilerOf(self);
      if (p.timer !== null) visit(p.timer);
      for (const entry of p.measured.entries.values()) visit(entry.subject);
    },
    tp_clear: (vm, self) => {
      const p = profilerOf(self);
      const { timer } = p;
      p.timer = null;
      p.measured.clear(vm);
      dropMaybe(vm, timer);
    },
  },
});

export const lsprofModule: ModuleSpec = defineModule({
  name: "_lsprof",
  doc: D.doc(""),
  types: { Profiler: ProfilerType, profiler_entry: EntryType, profiler_subentry: SubentryType },
});
