// The order of birth: static types, the Vm's doors to higher layers, then builtins and sys. See docs/vm.md.
import type { Host } from "../host/host.ts";
import { callPython, tryPython } from "../interpreter/ops/call.ts";
import { discardGenerator, leaveDelegation, linkDelegating, resumeFrame, unlinkDelegating } from "../interpreter/ops/generator.ts";
import { Monitoring } from "../interpreter/monitoring.ts";
import { finishImport } from "../interpreter/ops/import.ts";
import { finishClassStatement } from "../modules/builtins/build-class.ts";
import { finishExec } from "../modules/builtins/exec.ts";
import type { Container } from "../core/object.ts";
import { closeScope } from "../memory/ref.ts";
import "../types/async-generator.ts";
import { readyStaticTypes } from "./static-types.ts";
import { Vm } from "./vm.ts";

/** A Vm with its types and doors, without modules. */
export function bareVm(host: Host): Vm {
  const vm = new Vm(host);
  vm.growStack(4096);
  vm.monitoring = new Monitoring();
  vm.tryPython = (func, args) => tryPython(vm, func as Container, args);
  vm.callPython = (func, args, kwnames) => callPython(vm, func as Container, args, kwnames);
  vm.resumeFrame = (gen, value, thrown) => resumeFrame(vm, gen, value, thrown);
  vm.discardGenerator = (gen) => discardGenerator(vm, gen);
  vm.leaveDelegation = (gen) => leaveDelegation(vm, gen);
  vm.linkDelegating = (gen) => linkDelegating(vm, gen);
  vm.unlinkDelegating = (gen) => unlinkDelegating(vm, gen);
  vm.finishers["class"] = finishClassStatement;
  vm.finishers["exec"] = finishExec;
  vm.finishers["import"] = finishImport;
  vm.readyTypes = () => readyStaticTypes(vm);
  vm.readyTypes();
  closeScope(vm, 0);
  return vm;
}
