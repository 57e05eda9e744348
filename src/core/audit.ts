// Audit events (PEP 578): told to the hooks of sys.addaudithook where CPython's C code tells them. Mirrors sys_audit_tstate in
// Python/sysmodule.c. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { newTuple } from "../types/tuple.ts";
import { strFromJs } from "../types/str/str-object.ts";
import { closeScope, hold } from "../memory/ref.ts";
import { lookupAttrText } from "./attribute.ts";
import { call } from "./call.ts";
import { truth } from "./number.ts";
import type { Value } from "./object.ts";

/** Tells the hooks of an event. Its arguments are made only when there are hooks. What a hook raises goes to the caller. */
export function audit(vm: Vm, event: string, args: () => Value[]): void {
  if (vm.auditHooks.length > 0) tellHooks(vm, event, args());
}

function tellHooks(vm: Vm, event: string, args: Value[]): void {
  // Code that nobody counts yet must not die with the hooks' tuple.
  for (const v of args) hold(vm, v);
  const mark = vm.scopeCount;
  const m = vm.monitoring;
  const given = [strFromJs(event), newTuple(vm, args)];
  try {
    for (const hook of vm.auditHooks.slice()) {
      hold(vm, hook);
      // Hooks are not traced, unless they ask for it.
      m.tracing++;
      try {
        const wanted = lookupAttrText(vm, hook, "__cantrace__");
        const traced = wanted !== undefined && truth(vm, wanted);
        if (traced) m.tracing--;
        try {
          call(vm, hook, given);
        } finally {
          if (traced) m.tracing++;
        }
      } finally {
        m.tracing--;
      }
    }
  } finally {
    closeScope(vm, mark);
  }
}
