// BaseExceptionGroup and ExceptionGroup, and what `except*` does with them. Mirrors the middle of Objects/exceptions.c and
// _PyEval_ExceptionGroupMatch of Python/ceval.c. See docs/types.md.
import { lookupAttrText, setAttrText } from "../core/attribute.ts";
import { call, callMethod } from "../core/call.ts";
import { reprText, strText } from "../core/convert.ts";
import { classMethod, defineType, member, method } from "../core/define.ts";
import { enterNative, leaveNative } from "../core/depth.ts";
import { listOf } from "../core/dir.ts";
import { typeError, valueError } from "../core/errors.ts";
import { collect } from "../core/iterate.ts";
import { truth } from "../core/number.ts";
import { type Container, K_EXCEPTION, type PyStr, type PyTuple, TPFLAGS_BASE_EXC_SUBCLASS, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { isSubtype, isType, recOf, shortName, typeOf } from "../core/type.ts";
import { incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { isDict, newScopedDict, dictSetText } from "./dict/dict-object.ts";
import * as exc from "./exceptions.ts";
import { frameObject } from "./frame.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { isList, newList } from "./list.ts";
import { None } from "./none.ts";
import { isStr, newStr, strFromJs } from "./str/str-object.ts";
import { newOwnedTraceback } from "./traceback.ts";
import { isTuple, newTuple, tupleOfOwned, TupleType } from "./tuple.ts";
import { TypeType } from "./type-type.ts";

const message = (self: Container): Value => exc.excField(self, "message")!;
const exceptionsOf = (self: Container): PyTuple => exc.excField(self, "exceptions") as PyTuple;

export function isGroup(v: Value): v is Container {
  return typeof v !== "number" && isSubtype(v.type, BaseExceptionGroupType);
}

/** The class ExceptionGroup of this Vm: it has two bases and is a heap type, as in CPython. */
export function exceptionGroupType(vm: Vm): TypeRec {
  return vm.stateOf("builtins.ExceptionGroup", () => {
    const namespace = newScopedDict(vm);
    dictSetText(vm, namespace, "__module__", newStr("builtins"));
    const bases = newTuple(vm, [BaseExceptionGroupType.obj, exc.ExceptionType.obj]);
    const made = call(vm, TypeType.obj, [newStr("ExceptionGroup"), bases, namespace]);
    incref(made);
    return recOf(made);
  });
}

function group_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos !== 2) throw typeError(vm, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${npos} given)`);
  const [text, sequence] = args as [Value, Value];
  if (!isStr(text)) throw typeError(vm, `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(text).name}`);
  if (typeOf(sequence).sq_item === undefined || isDict(sequence)) throw typeError(vm, "second argument (exceptions) must be a sequence");
  const shown = isTuple(sequence) || isList(sequence) ? undefined : strFromJs(reprText(vm, sequence));
  const tuple = isTuple(sequence) && sequence.type === TupleType ? sequence : note(vm, tupleOfOwned(vm, collect(vm, sequence)));
  const items = tuple.data as Value[];
  if (items.length === 0) throw valueError(vm, "second argument (exceptions) must be a non-empty sequence");
  let nestedBase = false;
  items.forEach((item, i) => {
    if (!exc.isException(item)) throw valueError(vm, `Item ${i} of second argument (exceptions) is not an exception`);
    if (!isSubtype(item.type, exc.ExceptionType)) nestedBase = true;
  });
  const plain = exceptionGroupType(vm);
  let cls = type;
  if (type === plain) {
    if (nestedBase) throw typeError(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (type === BaseExceptionGroupType) {
    if (!nestedBase) cls = plain;
  } else if (nestedBase && isSubtype(type, exc.ExceptionType)) throw typeError(vm, `Cannot nest BaseExceptions in '${type.name}'`);
  const self = exc.BaseExceptionType.tp_new!(vm, cls, args, kwnames) as Container;
  exc.setExcField(vm, self, "message", text);
  exc.setExcField(vm, self, "exceptions", tuple);
  if (shown !== undefined) exc.setExcField(vm, self, "shown", shown);
  return self;
}

/** A group as BaseExceptionGroup(message, exceptions) makes it. */
function newGroup(vm: Vm, text: Value, sequence: Value): Container {
  return call(vm, BaseExceptionGroupType.obj, [text, sequence]) as Container;
}

type Matcher = (e: Container) => boolean;

const MATCHER_ERROR = "expected an exception type, a tuple of exception types, or a callable (other than a class)";

function matcherOf(vm: Vm, value: Value): Matcher {
  if (typeof value === "number") throw typeError(vm, MATCHER_ERROR);
  if (value.type.tp_call !== undefined && !isType(value)) return (e) => truth(vm, call(vm, value, [e]));
  if (exc.isExceptionClass(value)) return (e) => isSubtype(e.type, recOf(value));
  if (isTuple(value) && value.type === TupleType) {
    const items = value.data as Value[];
    if (items.every((item) => exc.isExceptionClass(item))) return (e) => items.some((item) => isSubtype(e.type, recOf(item)));
  }
  throw typeError(vm, MATCHER_ERROR);
}

interface Parts {
  match: Container | undefined;
  rest: Container | undefined;
}

function split(vm: Vm, e: Container, matcher: Matcher, wantRest: boolean): Parts {
  if (matcher(e)) return { match: e, rest: undefined };
  if (!isGroup(e)) return { match: undefined, rest: wantRest ? e : undefined };
  const matched: Container[] = [];
  const left: Container[] = [];
  for (const item of exceptionsOf(e).data as Container[]) {
    enterNative(vm, " in exceptiongroup_split_recursive");
    try {
      const parts = split(vm, item, matcher, wantRest);
      if (parts.match !== undefined) matched.push(parts.match);
      if (parts.rest !== undefined) left.push(parts.rest);
    } finally {
      leaveNative(vm);
    }
  }
  return { match: subset(vm, e, matched), rest: wantRest ? subset(vm, e, left) : undefined };
}

/** A group of some of the exceptions of `original`, with its message and circumstances; undefined for none. */
function subset(vm: Vm, original: Container, items: Container[]): Container | undefined {
  if (items.length === 0) return undefined;
  const derived = callMethod(vm, original, newStr("derive"), [newList(vm, items)]);
  if (!isGroup(derived)) throw typeError(vm, "derive must return an instance of BaseExceptionGroup");
  const { traceback, context, cause } = original.data as exc.ExcData;
  if (traceback !== null) {
    traceback.rc++;
    exc.setOwned(vm, derived, "traceback", traceback);
  }
  if (context !== null) context.rc++;
  exc.setOwned(vm, derived, "context", context);
  if (cause !== null) cause.rc++;
  exc.setOwned(vm, derived, "cause", cause);
  (derived.data as exc.ExcData).suppressContext = true;
  const notes = lookupAttrText(vm, original, "__notes__");
  if (notes !== undefined && typeOf(notes).sq_item !== undefined && !isDict(notes)) setAttrText(vm, derived, "__notes__", newList(vm, listOf(vm, notes)));
  return derived;
}

/** CHECK_EG_MATCH: the part of an exception that `matcher` (a class or tuple of classes) takes, and what is left; None for nothing. */
export function splitGroup(vm: Vm, exception: Value, matcher: Value): { match: Value; rest: Value } {
  if (exception === None) return { match: None, rest: None };
  const e = exception as Container;
  const classes = isTuple(matcher) ? (matcher.data as Value[]) : [matcher];
  if (classes.some((cls) => isType(cls) && isSubtype(e.type, recOf(cls)))) {
    if (isGroup(e)) return { match: e, rest: None };
    const group = newGroup(vm, newStr(""), newTuple(vm, [e]));
    const frame = vm.frame;
    if (frame !== null) exc.setOwned(vm, group, "traceback", newOwnedTraceback(vm, null, frameObject(vm, frame), frame.pc * 2));
    return { match: group, rest: None };
  }
  if (!isGroup(e)) return { match: None, rest: e };
  const pair = callMethod(vm, e, newStr("split"), [matcher]);
  if (!isTuple(pair) || pair.type !== TupleType) throw typeError(vm, `${e.type.name}.split must return a tuple, not ${typeOf(pair).name}`);
  const items = pair.data as Value[];
  if (items.length < 2) throw typeError(vm, `${e.type.name}.split must return a 2-tuple, got tuple of size ${items.length}`);
  return { match: items[0]!, rest: items[1]! };
}

function addLeaves(vm: Vm, e: Container, leaves: Set<Container>): void {
  if (!isGroup(e)) {
    leaves.add(e);
    return;
  }
  for (const item of exceptionsOf(e).data as Container[]) {
    enterNative(vm, " in collect_exception_group_leaf_ids");
    try {
      addLeaves(vm, item, leaves);
    } finally {
      leaveNative(vm);
    }
  }
}

/** What try-except* raises in the end: those reraised in the structure of `original`, those raised anew beside them; None for nothing. */
export function prepReraiseStar(vm: Vm, original: Value, list: Value): Value {
  const all = (list as Container).data as Value[];
  if (all.length === 0) return None;
  const from = original as Container;
  if (!isGroup(from)) return all[0]!;
  const source = from.data as exc.ExcData;
  const raised: Container[] = [];
  const leaves = new Set<Container>();
  for (const item of all) {
    if (item === None) continue;
    const e = item as Container;
    const d = e.data as exc.ExcData;
    if (d.traceback === source.traceback && d.cause === source.cause && d.context === source.context) addLeaves(vm, e, leaves);
    else raised.push(e);
  }
  const again = split(vm, from, (e) => !isGroup(e) && leaves.has(e), false).match;
  if (raised.length === 0) return again ?? None;
  if (again !== undefined) raised.push(again);
  return raised.length > 1 ? newGroup(vm, newStr(""), newList(vm, raised)) : raised[0]!;
}

function group_repr(vm: Vm, self: Container): Value {
  const items = exceptionsOf(self);
  const shown = exc.excField(self, "shown");
  let text: string;
  if (shown !== undefined) text = strText(vm, shown);
  else {
    const args = (self.data as exc.ExcData).args.data as Value[];
    const given = args.length === 2 ? args[1] : undefined;
    text = reprText(vm, given !== undefined && isList(given) ? newList(vm, (items.data as Value[]).slice()) : items);
  }
  return strFromJs(`${shortName(self.type)}(${reprText(vm, message(self))}, ${text})`);
}

export const BaseExceptionGroupType: TypeRec = defineType({
  name: "BaseExceptionGroup",
  doc: "A combination of multiple unrelated exceptions.",
  base: () => exc.BaseExceptionType,
  kind: K_EXCEPTION,
  flags: TPFLAGS_BASETYPE | TPFLAGS_BASE_EXC_SUBCLASS,
  layoutChange: true,
  methods: {
    __class_getitem__: classMethod("($type, object, /)", "Exception groups are generic over the type of their contained exceptions", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
    derive: method("($self, excs, /)", null, (vm: Vm, self: Container, excs: Value) => call(vm, BaseExceptionGroupType.obj, [message(self), excs])),
    split: method("($self, matcher_value, /)", null, (vm: Vm, self: Container, value: Value) => {
      const { match, rest } = split(vm, self, matcherOf(vm, value), true);
      return newTuple(vm, [match ?? None, rest ?? None]);
    }),
    subgroup: method("($self, matcher_value, /)", null, (vm: Vm, self: Container, value: Value) => split(vm, self, matcherOf(vm, value), false).match ?? None),
  },
  getset: {
    message: member((_vm, self) => exc.excField(self, "message") ?? None, undefined, "exception message"),
    exceptions: member((_vm, self) => exc.excField(self, "exceptions") ?? None, undefined, "nested exceptions"),
  },
  slots: {
    tp_new: group_new,
    tp_init: (vm, self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, `${self.type.name}() takes no keyword arguments`);
      exc.BaseExceptionType.tp_init!(vm, self, args, kwnames);
    },
    tp_str: (vm, self) => {
      const count = (exceptionsOf(self).data as Value[]).length;
      return strFromJs(`${strText(vm, message(self))} (${count} sub-exception${count > 1 ? "s" : ""})`);
    },
    tp_repr: group_repr,
  },
});
