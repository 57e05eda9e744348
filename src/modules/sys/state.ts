// What sys keeps of a Vm beside its namespace. See docs/modules.md.
import { dropMaybe, incref, None, type Value, type Vm } from "../../core/api.ts";

/** Values are owned; null stands for None. */
export interface SysState {
  trace: Value | null;
  profile: Value | null;
  switchInterval: number;
  dlopenFlags: number;
  finalizing: boolean;
  readonly auditHooks: Value[];
}

export function sysState(vm: Vm): SysState {
  return vm.stateOf<SysState>("sys", () => ({
    trace: null,
    profile: null,
    switchInterval: 0.005,
    dlopenFlags: 2,
    finalizing: false,
    auditHooks: [],
  }));
}

/** Stores a function, or nothing for None. */
export function setHook(vm: Vm, name: "trace" | "profile", value: Value): void {
  const state = sysState(vm);
  const old = state[name];
  if (value !== None) incref(value);
  state[name] = value === None ? null : value;
  dropMaybe(vm, old);
}
