// _testmultiphase and _testsinglephase: modules that are extension modules in CPython. They are built in here; what tests of loading
// machine code ask for has no meaning. Mirrors Modules/_testmultiphase.c and _testsinglephase.c. See docs/test-support.md.
import { asIndex, builtinNamed, call, defineModule, exc, func, type ModuleSpec, newInt, newRef, newScopedDict, newStr, newTuple, type Value, type Vm, dictSetText, type Container } from "../core/api.ts";
import { exceptionClass } from "./support.ts";

const sum = (vm: Vm, a: Value, b: Value): Value => newInt(BigInt(asIndex(vm, a)) + BigInt(asIndex(vm, b)));

/** A subclass of str, made when the module is. */
function strSubclass(vm: Vm): Value {
  return vm.stateOf("_testmultiphase.Str", () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("_testmultiphase"));
    return newRef(call(vm, builtinNamed(vm, "type"), [newStr("Str"), newTuple(vm, [builtinNamed(vm, "str")]), dict])) as Container;
  });
}

export const testmultiphaseModule: ModuleSpec = defineModule({
  name: "_testmultiphase",
  doc: "Test module _testmultiphase",
  functions: { foo: func("($module, i, j, /)", "foo(i,j)\n\nReturn the sum of i and j.", sum) },
  attributes: {
    int_const: () => 1969,
    str_const: () => newStr("something different"),
    Str: strSubclass,
    error: (vm) => exceptionClass(vm, "_testimportexec", "error", exc.ExceptionType),
  },
});

export const testsinglephaseModule: ModuleSpec = defineModule({
  name: "_testsinglephase",
  doc: "Test module _testsinglephase",
  functions: { sum: func("($module, i, j, /)", "sum(i,j)\n\nReturn the sum of i and j.", sum) },
  attributes: {
    int_const: () => 1969,
    str_const: () => newStr("something different"),
    error: (vm) => exceptionClass(vm, "_testsinglephase", "error", exc.ExceptionType),
  },
});
