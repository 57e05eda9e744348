// atexit: functions to run when the program ends. Mirrors Modules/atexitmodule.c. See docs/modules.md.
import {
  call,
  defineModule,
  drop,
  EQ,
  guarded,
  hold,
  isCallable,
  type KeywordArgs,
  type ModuleSpec,
  newRef,
  type PyStr,
  quietRepr,
  richCompareBool,
  typeError,
  type Value,
  type Vm,
} from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("atexit");

interface Entry {
  func: Value;
  args: readonly Value[];
  kwnames: readonly PyStr[] | null;
}
interface State {
  entries: Entry[];
}
const stateOf = (vm: Vm): State => vm.stateOf("atexit", () => ({ entries: [] }));

function give(vm: Vm, entry: Entry): void {
  drop(vm, entry.func);
  for (const v of entry.args) drop(vm, v);
}

function register(vm: Vm, args: Value[], kwargs?: KeywordArgs): Value {
  if (args.length === 0) throw typeError(vm, "register() takes at least 1 argument (0 given)");
  const func = args[0]!;
  if (!isCallable(func)) throw typeError(vm, "the first argument must be callable");
  const all = args.slice(1).concat(kwargs?.values ?? []);
  stateOf(vm).entries.push({ func: newRef(func), args: all.map((v) => newRef(v)), kwnames: kwargs === undefined || kwargs.names.length === 0 ? null : kwargs.names.map((n) => newRef(n)) });
  return func;
}

function unregister(vm: Vm, func: Value): void {
  const state = stateOf(vm);
  for (const entry of Array.from(state.entries)) {
    if (!state.entries.includes(entry) || !richCompareBool(vm, hold(vm, entry.func), func, EQ)) continue;
    const at = state.entries.indexOf(entry);
    if (at < 0) continue;
    state.entries.splice(at, 1);
    give(vm, entry);
  }
}

function clear(vm: Vm): void {
  const state = stateOf(vm);
  const { entries } = state;
  state.entries = [];
  for (const entry of entries) give(vm, entry);
}

/** Newest first; what they register meanwhile runs too. Errors are reported and do not stop the others. */
function runExitFunctions(vm: Vm): void {
  const state = stateOf(vm);
  // What the functions register is not run.
  for (const entry of state.entries.slice().reverse()) {
    if (!state.entries.includes(entry)) continue;
    state.entries.splice(state.entries.indexOf(entry), 1);
    const { func, args, kwnames } = entry;
    guarded(vm, null, () => void call(vm, func, args, kwnames), () => `Exception ignored in atexit callback ${quietRepr(vm, func)}`);
    give(vm, entry);
  }
  for (const entry of state.entries.splice(0)) give(vm, entry);
}

export const atexitModule: ModuleSpec = defineModule({
  name: "atexit",
  doc: D.doc(""),
  functions: {
    register: D.func("register", register, "($module, /, *args, **kwargs)"),
    _clear: D.func("_clear", clear),
    unregister: D.func("unregister", unregister),
    _run_exitfuncs: D.func("_run_exitfuncs", runExitFunctions),
    _ncallbacks: D.func("_ncallbacks", (vm: Vm) => stateOf(vm).entries.length),
  },
});
