// object.__reduce_ex__ and its helpers. Mirrors the pickling half of Objects/typeobject.c. See docs/core.md.
import { lookupAttr, lookupAttrText, setAttr } from "./attribute.ts";
import { call, callMethod, callMethodOwned, lookupSpecial } from "./call.ts";
import { typeError, valueError } from "./errors.ts";
import { layoutOf, visibleFlags } from "./type-layout.ts";
import { BuiltinType } from "../types/builtin-function.ts";
import { asIndex } from "./convert.ts";
import { type Container, type Leaf, type PyStr, TPFLAGS_HEAPTYPE, TPFLAGS_MANAGED_DICT, type TypeRec, type Value } from "./object.ts";
import { isType, lookup, recOf, typeName, typeOf } from "./type.ts";
import { importModule } from "./import.ts";
import { dictGetStr, dictItems, dictLength, dictSet, isDict, newScopedDict } from "../types/dict/dict-object.ts";
import { isList } from "../types/list.ts";
import { None } from "../types/none.ts";
import { ObjectType } from "../types/object-type.ts";
import { intern, isStr } from "../types/str/str-object.ts";
import { isTuple, newTuple } from "../types/tuple.ts";
import { getIter } from "./iterate.ts";
import { listOf } from "./dir.ts";
import type { Vm } from "../vm/vm.ts";

function copyreg(vm: Vm, name: string): Value {
  const loaded = dictGetStr(vm, vm.modules, intern(vm, "copyreg")) ?? importModule(vm, "copyreg", None, None, 0);
  return lookupAttrText(vm, loaded, name)!;
}

/** object.__reduce_ex__(protocol): an overridden __reduce__ wins. */
export function reduceEx(vm: Vm, self: Value, protocol: Value): Value {
  const own = lookup(typeOf(self), "__reduce__");
  if (own !== undefined && own !== lookup(ObjectType, "__reduce__")) return callMethod(vm, self, intern(vm, "__reduce__"), []);
  return reduce(vm, self, Number(asIndex(vm, protocol)));
}

export function reduce(vm: Vm, self: Value, protocol: number): Value {
  if (protocol < 2) return call(vm, copyreg(vm, "_reduce_ex"), [self, protocol]);
  return reduceNewObject(vm, self);
}

function reduceNewObject(vm: Vm, self: Value): Value {
  const type = typeOf(self);
  if (type.tp_new === undefined) throw typeError(vm, `cannot pickle '${typeName(self)}' object`);
  const [args, kwargs] = newArguments(vm, self);
  let factory: Value;
  let factoryArgs: Value;
  if (kwargs === undefined || dictLength(kwargs) === 0) {
    factory = copyreg(vm, "__newobj__");
    factoryArgs = newTuple(vm, [type.obj, ...(args === undefined ? [] : (args.data as Value[]))]);
  } else {
    factory = copyreg(vm, "__newobj_ex__");
    factoryArgs = newTuple(vm, [type.obj, args!, kwargs]);
  }
  const state = stateOf(vm, self, args === undefined && !isList(self) && !isDict(self));
  const listItems = isList(self) ? getIter(vm, self) : None;
  const dictItemsIter = isDict(self) ? getIter(vm, callMethod(vm, self, intern(vm, "items"), [])) : None;
  return newTuple(vm, [factory, factoryArgs, state, listItems, dictItemsIter]);
}

/** What the constructor wants again: by __getnewargs_ex__, by __getnewargs__, or nothing. */
function newArguments(vm: Vm, self: Value): [Container | undefined, Container | undefined] {
  const ex = lookupSpecial(vm, self, "__getnewargs_ex__");
  if (ex !== undefined) {
    const answer = callMethodOwned(vm, ex, [], null);
    if (!isTuple(answer)) throw typeError(vm, `__getnewargs_ex__ should return a tuple, not '${typeName(answer)}'`);
    const items = answer.data as Value[];
    if (items.length !== 2) throw valueError(vm, `__getnewargs_ex__ should return a tuple of length 2, not ${items.length}`);
    const [args, kwargs] = items as [Value, Value];
    if (!isTuple(args)) throw typeError(vm, `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeName(args)}'`);
    if (!isDict(kwargs)) throw typeError(vm, `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeName(kwargs)}'`);
    return [args, kwargs];
  }
  const plain = lookupSpecial(vm, self, "__getnewargs__");
  if (plain === undefined) return [undefined, undefined];
  const answer = callMethodOwned(vm, plain, [], null);
  if (!isTuple(answer)) throw typeError(vm, `__getnewargs__ should return a tuple, not '${typeName(answer)}'`);
  return [answer, undefined];
}

/** object.__getstate__(). */
export function getState(vm: Vm, self: Value): Value {
  return defaultState(vm, self, false);
}

/** self.__getstate__(); where it is object's, `required` objects without a way to make them again are refused. */
function stateOf(vm: Vm, self: Value, required: boolean): Value {
  const getstate = lookupAttrText(vm, self, "__getstate__");
  if (getstate === undefined) return None;
  const native = typeof getstate !== "number" && getstate.type === BuiltinType ? (getstate as Container).data : undefined;
  const own = lookup(ObjectType, "__getstate__") as Leaf;
  if (native !== undefined && native.self === self && native.def === own.data.def) return defaultState(vm, self, required);
  return call(vm, getstate, []);
}

function defaultState(vm: Vm, self: Value, required: boolean): Value {
  const type = typeOf(self);
  const layout = layoutOf(type);
  if (required && layout.itemsize !== 0) throw typeError(vm, `cannot pickle ${typeName(self)} objects`);
  let state: Value = None;
  // The dictionary of a static type is the interpreter's, not the object's.
  if (layout.dictoffset !== 0 && !(isType(self) && (recOf(self).flags & TPFLAGS_HEAPTYPE) === 0)) {
    const dict = lookupAttrText(vm, self, "__dict__");
    if (dict !== undefined && !(isDict(dict) && dictLength(dict) === 0)) state = dict;
  }
  const names = slotNamesOf(vm, type);
  if (required) {
    const managed = (visibleFlags(type) & TPFLAGS_MANAGED_DICT) !== 0;
    const expected = layoutOf(ObjectType).basicsize + (layout.dictoffset !== 0 && !managed ? 8 : 0) + (layout.weakrefoffset > 0 ? 8 : 0) + 8 * names.length;
    if (layout.basicsize > expected) throw typeError(vm, `cannot pickle '${typeName(self)}' object`);
  }
  if (names.length === 0) return state;
  const slots = newScopedDict(vm);
  for (const name of names) {
    const v = lookupAttr(vm, self, name as PyStr);
    if (v !== undefined) dictSet(vm, slots, name, v);
  }
  return dictLength(slots) > 0 ? newTuple(vm, [state, slots]) : state;
}

/** copyreg._slotnames(type), which leaves its answer in the class. */
function slotNamesOf(vm: Vm, type: TypeRec): readonly Value[] {
  const known = dictGetStr(vm, type.dict, intern(vm, "__slotnames__"));
  if (known !== undefined && isList(known)) return [...(known.data as Value[])];
  const found = call(vm, copyreg(vm, "_slotnames"), [type.obj]);
  return found === None ? [] : listOf(vm, found);
}

/** BaseException.__setstate__: attributes from a dict. */
export function setState(vm: Vm, self: Value, state: Value): Value {
  if (state === None) return None;
  if (!isDict(state)) throw typeError(vm, "state is not a dictionary");
  for (const [k, v] of Array.from(dictItems(state))) if (isStr(k)) setAttr(vm, self, k, v);
  return None;
}

