// Exception classes that native modules make, one per Vm. Mirrors PyErr_NewException. See docs/modules.md.
import { builtinNamed, call, type Container, dictSetText, exc, newRef, newScopedDict, newStr, newTuple, recOf, type TypeRec, type Value, type Vm } from "../core/api.ts";

/** The class `module.name`; made on first use and kept with the Vm. */
export function exceptionClass(vm: Vm, module: string, name: string, base: TypeRec = exc.ExceptionType): TypeRec {
  const made = vm.stateOf(`exception ${module}.${name}`, () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr(module));
    return newRef(call(vm, builtinNamed(vm, "type"), [newStr(name), newTuple(vm, [base.obj]), dict])) as Container;
  });
  return recOf(made as Value);
}
