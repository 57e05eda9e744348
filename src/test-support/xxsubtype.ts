// xxsubtype: subclasses of list and dict with a number of their own. Mirrors Modules/xxsubtype.c. See docs/test-support.md.
import { asCInt, classMethod, defineModule, defineType, DictType, func, getAttr, getset, type KeywordArgs, ListType, member, method, type ModuleSpec, newScopedDict, newTuple, NO_TEXT, None, staticMethod, dictSetText, textOf, type TypeRec, type Value, type Vm } from "../core/api.ts";
import { TPFLAGS_BASETYPE } from "../core/object.ts";

const DOC = `xxsubtype is an example module showing how to subtype builtin types from C.
test_descr.py in the standard test suite requires it in order to complete.
If you don't care about the examples, and don't intend to run the Python
test suite, you can recompile Python without Modules/xxsubtype.c.`;

/** The numbers, by object. */
const states = (vm: Vm): WeakMap<object, number> => vm.stateOf("xxsubtype", () => new WeakMap<object, number>());
const stateOf = (vm: Vm, self: Value): number => states(vm).get(self as object) ?? 0;

const stateMethods = {
  getstate: method("($self, /)", "getstate() -> state", (vm: Vm, self: Value) => stateOf(vm, self), NO_TEXT),
  setstate: method("($self, state, /)", "setstate(state)", (vm: Vm, self: Value, state: Value) => void states(vm).set(self as object, asCInt(vm, state)), NO_TEXT),
};

function whatCame(vm: Vm, self: Value, args: Value[], kwargs: KeywordArgs | undefined): Value {
  const names = newScopedDict(vm);
  kwargs?.names.forEach((name, i) => dictSetText(vm, names, textOf(name), kwargs.values[i]!));
  return newTuple(vm, [self, newTuple(vm, args), kwargs === undefined ? None : names]);
}

const STATE_DOC = "an int variable for demonstration purposes";

const SpamListType: TypeRec = defineType({
  name: "xxsubtype.spamlist",
  doc: null,
  base: () => ListType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    ...stateMethods,
    classmeth: classMethod("($type, /, *args, **kw)", "classmeth(*args, **kw)", (vm: Vm, type: TypeRec, args: Value[], kwargs?: KeywordArgs) => whatCame(vm, type.obj, args, kwargs), NO_TEXT),
    staticmeth: staticMethod("(*args, **kw)", "staticmeth(*args, **kw)", (vm: Vm, args: Value[], kwargs?: KeywordArgs) => whatCame(vm, None, args, kwargs), NO_TEXT),
  },
  getset: { state: getset(stateOf, undefined, STATE_DOC) },
});

const SpamDictType: TypeRec = defineType({
  name: "xxsubtype.spamdict",
  doc: null,
  base: () => DictType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: stateMethods,
  getset: { state: member(stateOf, (vm, self, value) => void states(vm).set(self as object, value === undefined ? 0 : asCInt(vm, value)), STATE_DOC) },
});

export const xxsubtypeModule: ModuleSpec = defineModule({
  name: "xxsubtype",
  doc: DOC,
  functions: {
    bench: func("($module, object, name, n=1000, /)", null, (vm: Vm, object: Value, name: Value) => void getAttr(vm, object, name as never), NO_TEXT),
  },
  types: { spamlist: SpamListType, spamdict: SpamDictType },
});
