// Functions over iterables: all, any, iter, next, max, min, sorted. Mirrors Python/bltinmodule.c. See docs/modules.md.
import { nearestName } from "../../base/suggest.ts";
import { noteExtend } from "../../types/list-capacity.ts";
import {
  call, callMethod, collectItems, dropMaybe, dropStopValue, fail, False, forEach, getIter, GT, incref, intern, isCallable, type KeywordArgs, listOfOwned, LT, newAnextAwaitable, newCallableIterator, nextRaising, None, note, noteOwned, richCompareBool, stopIteration, True, truth,
  typeError, typeName, typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";

export function all(vm: Vm, iterable: Value): Value {
  let answer = true;
  forEach(vm, iterable, (item) => !(answer = truth(vm, item)));
  return answer ? True : False;
}

export function any(vm: Vm, iterable: Value): Value {
  let answer = false;
  forEach(vm, iterable, (item) => (answer = truth(vm, item)));
  return answer ? True : False;
}

export function iter(vm: Vm, object: Value, sentinel?: Value): Value {
  if (sentinel === undefined) return getIter(vm, object);
  if (!isCallable(object)) throw typeError(vm, "iter(v, w): v must be callable");
  return newCallableIterator(vm, object, sentinel);
}

export function next(vm: Vm, iterator: Value, fallback?: Value): Value | undefined {
  const slot = typeOf(iterator).tp_iternext;
  if (slot === undefined) throw typeError(vm, `'${typeName(iterator)}' object is not an iterator`);
  if (fallback !== undefined) {
    const item = slot(vm, iterator);
    if (item === undefined) dropStopValue(vm);
    return item ?? fallback;
  }
  const item = nextRaising(vm, slot, iterator);
  if (item !== undefined) return item;
  const value = vm.stopValue;
  vm.stopValue = undefined;
  if (value !== undefined) noteOwned(vm, value);
  return fail(vm, stopIteration(vm, value));
}

export function aiter(vm: Vm, object: Value): Value {
  const slot = typeOf(object).am_aiter;
  if (slot === undefined) throw typeError(vm, `'${typeName(object)}' object is not an async iterable`);
  const it = slot(vm, object);
  if (typeOf(it).am_anext === undefined) throw typeError(vm, `aiter() returned not an async iterator of type '${typeName(it)}'`);
  return it;
}

export function anext(vm: Vm, iterator: Value, fallback?: Value): Value {
  const slot = typeOf(iterator).am_anext;
  if (slot === undefined) throw typeError(vm, `'${typeName(iterator)}' object is not an async iterator`);
  const awaitable = slot(vm, iterator);
  return fallback === undefined ? awaitable : newAnextAwaitable(vm, awaitable, fallback);
}

/** max() and min(): the first of the items that no other one beats. */
function extreme(name: string, op: number) {
  return (vm: Vm, args: Value[], kwargs?: KeywordArgs): Value => {
    let key: Value = None;
    let fallback: Value | undefined;
    if (args.length === 0) throw typeError(vm, `${name} expected at least 1 argument, got 0`);
    if (kwargs !== undefined && kwargs.names.length > 2) throw typeError(vm, `${name}() takes at most 2 keyword arguments (${kwargs.names.length} given)`);
    kwargs?.names.forEach((k, i) => {
      if (k.data === "key") key = kwargs.values[i]!;
      else if (k.data === "default") fallback = kwargs.values[i]!;
      else {
        const near = nearestName(["key", "default"], String(k.data));
        throw typeError(vm, `${name}() got an unexpected keyword argument '${String(k.data)}'${near === undefined ? "" : `. Did you mean '${near}'?`}`);
      }
    });
    if (args.length > 1 && fallback !== undefined) throw typeError(vm, `Cannot specify a default for ${name}() with multiple positional arguments`);
    let best: Value | undefined;
    let bestKey: Value | undefined;
    const look = (item: Value): void => {
      const rank = key === None ? item : call(vm, key, [item]);
      if (best !== undefined && !richCompareBool(vm, rank, bestKey!, op)) return;
      incref(item);
      incref(rank);
      const old = best;
      const oldKey = bestKey;
      best = item;
      bestKey = rank;
      dropMaybe(vm, old);
      dropMaybe(vm, oldKey);
    };
    try {
      if (args.length > 1) for (const item of args) look(item);
      else forEach(vm, args[0]!, look);
    } catch (error) {
      dropMaybe(vm, best);
      dropMaybe(vm, bestKey);
      throw error;
    }
    dropMaybe(vm, bestKey);
    if (best !== undefined) return noteOwned(vm, best);
    if (fallback === undefined) throw valueError(vm, `${name}() iterable argument is empty`);
    return fallback;
  };
}
export const max = extreme("max", GT);
export const min = extreme("min", LT);

export function sorted(vm: Vm, args: Value[], kwargs?: KeywordArgs): Value {
  if (args.length !== 1) throw typeError(vm, `sorted expected 1 argument, got ${args.length}`);
  const list = note(vm, listOfOwned(vm, collectItems(vm, args[0]!)));
  noteExtend(list, 0, (list.data as Value[]).length, args[0]!);
  callMethod(vm, list, intern(vm, "sort"), kwargs === undefined ? [] : [...kwargs.values], kwargs === undefined ? null : kwargs.names);
  return list;
}
