// Native functions of every calling convention, and calls made the way that C code makes them. Mirrors Modules/_testcapi/methods in _testcapimodule.c and
// vectorcall.c. See docs/test-support.md.
import {
  call, classMethod, defineType, dictItems, func, importModule, isDict, isStr, isTuple, type KeywordArgs, method, newBuiltin, newScopedDict, newStr, newSubclassInstance, newTuple, NO_TEXT, None, type PyStr, staticMethod, dictSetText, textOf, typeError, typeName, type TypeRec, TypeRec as TypeRecord, type Value, type Vm,
} from "../core/api.ts";
import { TPFLAGS_BASETYPE } from "../core/object.ts";

/** Keyword arguments as C code gets them: a dict, or nothing at all. */
function keywords(vm: Vm, kwargs: KeywordArgs | undefined): Value {
  const dict = newScopedDict(vm);
  kwargs?.names.forEach((name, i) => dictSetText(vm, dict, textOf(name), kwargs.values[i]!));
  return dict;
}

type Maker = typeof func;

/** The six conventions; each tells what it got. `self` says what the first argument of the implementation stands for. */
function conventions(make: Maker, self: "$self" | "$module" | "$type" | "", me: (vm: Vm, given: unknown) => Value) {
  const signature = (rest: string): string => (self === "" ? `(${rest.replace(/^\/(, )?/, "")})` : `(${self}, ${rest})`);
  const bare = self === "" || self === "$module";
  /** Implementations of static methods and of a module's functions see no self. */
  const adapt = (fn: (vm: Vm, self: Value, ...args: any[]) => Value) => (bare ? (vm: Vm, ...args: any[]) => fn(vm, me(vm, undefined), ...args) : (vm: Vm, given: unknown, ...args: any[]) => fn(vm, me(vm, given), ...args));
  const varargs = adapt((vm, s, args: Value[]) => newTuple(vm, [s, newTuple(vm, args)]));
  const withKeywords = adapt((vm, s, args: Value[], kwargs?: KeywordArgs) => newTuple(vm, [s, newTuple(vm, args), keywords(vm, kwargs)]));
  return {
    meth_varargs: make(signature("/, *args"), null, varargs, NO_TEXT),
    meth_fastcall: make(signature("/, *args"), null, varargs, NO_TEXT),
    meth_varargs_keywords: make(signature("/, *args, **kwargs"), null, withKeywords, NO_TEXT),
    meth_fastcall_keywords: make(signature("/, *args, **kwargs"), null, withKeywords, NO_TEXT),
    meth_o: make(signature("object, /"), null, adapt((vm, s, v: Value) => newTuple(vm, [s, v]))),
    meth_noargs: make(signature("/"), null, adapt((_vm, s) => s)),
  };
}

function methodType(name: string, doc: string, methods: ReturnType<typeof conventions>): TypeRec {
  return defineType({ name, doc, flags: TPFLAGS_BASETYPE, methods, slots: { tp_new: (vm, type) => newSubclassInstance(vm, type, null) } });
}

export const callTypes = {
  MethInstance: methodType("MethInstance", "Class with normal (instance) methods to test calling conventions", conventions(method, "$self", (_vm, self) => self as Value)),
  MethClass: methodType("MethClass", "Class with class methods to test calling conventions", conventions(classMethod, "$type", (_vm, type) => (type instanceof TypeRecord ? type.obj : (type as Value)))),
  MethStatic: methodType("MethStatic", "Class with static methods to test calling conventions", conventions(staticMethod, "", () => None)),
};

function itemsOf(vm: Vm, args: Value): Value[] {
  if (args === None) return [];
  if (!isTuple(args)) throw typeError(vm, `args must be None or a tuple, got ${typeName(args)}`);
  return [...(args.data as Value[])];
}

function namesOf(vm: Vm, names: Value): PyStr[] {
  const found = itemsOf(vm, names);
  for (const name of found) if (!isStr(name)) throw typeError(vm, "keywords must be strings");
  return found as PyStr[];
}

function callWithDict(vm: Vm, f: Value, args: Value, kwargs?: Value): Value {
  const positional = itemsOf(vm, args);
  if (kwargs === undefined || kwargs === None) return call(vm, f, positional);
  if (!isDict(kwargs)) throw typeError(vm, "kwnames must be None or a dict");
  const pairs = [...dictItems(kwargs)];
  return call(vm, f, [...positional, ...pairs.map(([, v]) => v)], pairs.length === 0 ? null : pairs.map(([k]) => k as PyStr));
}

export const callFunctions = {
  ...conventions(func, "$module", (vm) => importModule(vm, "_testcapi", None, None, 0)),
  pyobject_fastcalldict: func("($module, func, func_args, kwargs, /)", null, callWithDict),
  pyobject_vectorcall: func("($module, func, func_args, kwnames, /)", null, (vm: Vm, f: Value, args: Value, kwnames: Value) => {
    const names = namesOf(vm, kwnames);
    const given = itemsOf(vm, args);
    if (given.length < names.length) throw typeError(vm, "more keyword names than arguments");
    return call(vm, f, given, names.length === 0 ? null : names);
  }),
  pyvectorcall_call: func("($module, func, args, kwargs=None, /)", null, callWithDict),
  create_cfunction: func("($module, /)", null, (vm: Vm) => newBuiltin(vm, method("($self, /)", null, (_vm: Vm, self: Value) => self)("create_cfunction"), newStr(""), null)),
};
