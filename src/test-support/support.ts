// Small helpers that the test-support modules share. See docs/test-support.md.
import { builtinNamed, call, type Container, dictSetText, newRef, newScopedDict, newStr, newTuple, type TypeRec, type Value, type Vm } from "../core/api.ts";

/** An exception class of a module, one per Vm. */
export function exceptionClass(vm: Vm, module: string, name: string, base: TypeRec): Value {
  return vm.stateOf(`exception ${module}.${name}`, () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr(module));
    return newRef(call(vm, builtinNamed(vm, "type"), [newStr(name), newTuple(vm, [base.obj]), dict])) as Container;
  });
}
