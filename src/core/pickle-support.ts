// object.__reduce_ex__ and its helpers. Mirrors the pickling half of Objects/typeobject.c. See docs/core.md.
import { lookupAttrText, setAttr } from "./attribute.ts";
import { call, callMethod } from "./call.ts";
import { typeError } from "./errors.ts";
import { asIndex } from "./convert.ts";
import { type Container, type PyStr, TPFLAGS_HEAPTYPE, type Value } from "./object.ts";
import { shortName, typeName, typeOf, lookup } from "./type.ts";
import { importModule } from "./import.ts";
import { dictItems, dictLength, dictSet, isDict, newScopedDict } from "../types/dict/dict-object.ts";
import { isList } from "../types/list.ts";
import { None } from "../types/none.ts";
import { ObjectType } from "../types/object-type.ts";
import { intern, isStr, textOf } from "../types/str/str-object.ts";
import { isTuple, newTuple } from "../types/tuple.ts";
import { getIter } from "./iterate.ts";
import { listOf } from "./dir.ts";
import type { Vm } from "../vm/vm.ts";

function copyreg(vm: Vm, name: string): Value {
  return lookupAttrText(vm, importModule(vm, "copyreg", None, None, 0), name)!;
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
  const hasArgs = args !== undefined;
  let factory: Value;
  let factoryArgs: Value;
  if (kwargs === undefined || dictLength(kwargs as Container) === 0) {
    factory = copyreg(vm, "__newobj__");
    factoryArgs = newTuple(vm, [type.obj, ...(hasArgs ? ((args as Container).data as Value[]) : [])]);
  } else {
    factory = copyreg(vm, "__newobj_ex__");
    factoryArgs = newTuple(vm, [type.obj, args!, kwargs]);
  }
  const getstate = lookupAttrText(vm, self, "__getstate__")!;
  const isDefault = lookup(type, "__getstate__") === lookup(ObjectType, "__getstate__");
  const state = !isDefault ? call(vm, getstate, []) : defaultState(vm, self, !hasArgs && !isList(self) && !isDict(self));
  const listItems = isList(self) ? getIter(vm, self) : None;
  const dictItemsIter = isDict(self) ? getIter(vm, callMethod(vm, self, intern(vm, "items"), [])) : None;
  return newTuple(vm, [factory, factoryArgs, state, listItems, dictItemsIter]);
}

function newArguments(vm: Vm, self: Value): [Value | undefined, Value | undefined] {
  const ex = lookup(typeOf(self), "__getnewargs_ex__");
  if (ex !== undefined) {
    const answer = callMethod(vm, self, intern(vm, "__getnewargs_ex__"), []);
    if (!isTuple(answer)) throw typeError(vm, `__getnewargs_ex__ should return a tuple, not '${typeName(answer)}'`);
    const items = answer.data as Value[];
    return [items[0], items[1]];
  }
  if (lookup(typeOf(self), "__getnewargs__") !== undefined) {
    const answer = callMethod(vm, self, intern(vm, "__getnewargs__"), []);
    if (!isTuple(answer)) throw typeError(vm, `__getnewargs__ should return a tuple, not '${typeName(answer)}'`);
    return [answer, undefined];
  }
  return [undefined, undefined];
}

/** object.__getstate__(). */
export function getState(vm: Vm, self: Value): Value {
  return defaultState(vm, self, false);
}

function defaultState(vm: Vm, self: Value, required: boolean): Value {
  const type = typeOf(self);
  if (required && (type.flags & TPFLAGS_HEAPTYPE) === 0 && (type.kind !== 1 || type !== ObjectType) && type.kind !== 1) throw typeError(vm, `cannot pickle '${shortName(type)}' object`);
  const dict = type.hasDict ? lookupAttrText(vm, self, "__dict__") : undefined;
  const state: Value = dict === undefined ? None : dict;
  const slotNames = call(vm, copyreg(vm, "_slotnames"), [type.obj]);
  const names = slotNames === None ? [] : listOf(vm, slotNames);
  if (names.length === 0) return state;
  const slots = newScopedDict(vm);
  for (const name of names) {
    const v = lookupAttrText(vm, self, textOf(name as PyStr));
    if (v !== undefined) dictSet(vm, slots, name, v);
  }
  return dictLength(slots) > 0 ? newTuple(vm, [state, slots]) : state;
}

/** BaseException.__setstate__: attributes from a dict. */
export function setState(vm: Vm, self: Value, state: Value): Value {
  if (state === None) return None;
  if (!isDict(state)) throw typeError(vm, "state is not a dictionary");
  for (const [k, v] of [...dictItems(state)]) if (isStr(k)) setAttr(vm, self, k, v);
  return None;
}

