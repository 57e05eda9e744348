// Calls out of C code, and types whose instances C code calls. Mirrors Modules/_testlimitedcapi/vectorcall_limited.c. See docs/test-support.md.
import { call, callMethod, defineType, func, intern, newStr, newSubclassInstance, type TypeRec, type Value, type Vm } from "../core/api.ts";

const callable = (name: string): TypeRec => defineType({ name: `_testlimitedcapi.${name}`, slots: { tp_new: (vm, type) => newSubclassInstance(vm, type, null), tp_call: () => newStr("vectorcall called") } });

export const vectorCallTypes = {
  LimitedVectorCallClass: callable("LimitedVectorCallClass"),
  LimitedRelativeVectorCallClass: callable("LimitedRelativeVectorCallClass"),
};

export const callFunctions = {
  call_vectorcall: func("(callable, /)", null, (vm: Vm, f: Value) => call(vm, f, [newStr("foo"), newStr("bar")], [intern(vm, "baz")])),
  call_vectorcall_method: func("(object, /)", null, (vm: Vm, o: Value) => callMethod(vm, o, intern(vm, "f"), [newStr("foo"), newStr("bar")], [intern(vm, "baz")])),
};
