// What sys keeps of a Vm beside its namespace. See docs/modules.md.
import type { Vm } from "../../core/api.ts";

export interface SysState {
  switchInterval: number;
  dlopenFlags: number;
  finalizing: boolean;
}

export function sysState(vm: Vm): SysState {
  return vm.stateOf<SysState>("sys", () => ({
    switchInterval: 0.005,
    dlopenFlags: 2,
    finalizing: false,
  }));
}
