// What sys keeps of a Vm beside its namespace. See docs/modules.md.
import type { Value, Vm } from "../../core/api.ts";

/** Values are owned. */
export interface SysState {
  switchInterval: number;
  dlopenFlags: number;
  finalizing: boolean;
  readonly auditHooks: Value[];
}

export function sysState(vm: Vm): SysState {
  return vm.stateOf<SysState>("sys", () => ({
    switchInterval: 0.005,
    dlopenFlags: 2,
    finalizing: false,
    auditHooks: [],
  }));
}
