// What __reduce__ answers as pickle opcodes, __newobj__ and __newobj_ex__ among it. Mirrors save_reduce of Modules/_pickle.c. See docs/modules.md.
import {
  call, type Container, dictItems, fullTypeNameOf, getAttrText, hold, isCallable, isDict, isStr, isTuple, isType, lookupAttrText, newTuple, None,
  type PyObject, type PyStr, reprText, textOf, typeOf, type Value,
} from "../../core/api.ts";
import { saveItems, savePairs } from "./save-containers.ts";
import { save } from "./save.ts";
import { BUILD, memoize, noted, POP, REDUCE, saveGet, type Saving, TUPLE2 } from "./saver.ts";
import { picklingError } from "./state.ts";

export function saveReduce(p: Saving, reduced: Container, object: PyObject | undefined): void {
  const { vm, s, out } = p;
  const items = reduced.data as Value[];
  hold(vm, reduced);
  if (items.length < 2 || items.length > 6) throw picklingError(vm, "tuple returned by __reduce__ must contain 2 through 6 elements");
  const given = (i: number): Value | undefined => (items[i] === None ? undefined : items[i]);
  const kind = (v: Value): string => fullTypeNameOf(typeOf(v));
  const callable = items[0]!;
  const args = items[1]!;
  const state = given(2);
  const listItems = given(3);
  const dictItemsIterator = given(4);
  const setter = given(5);
  if (!isCallable(callable)) throw picklingError(vm, `first item of the tuple returned by __reduce__ must be callable, not ${kind(callable)}`);
  if (!isTuple(args)) throw picklingError(vm, `second item of the tuple returned by __reduce__ must be a tuple, not ${kind(args)}`);
  if (listItems !== undefined && typeOf(listItems).tp_iternext === undefined) throw picklingError(vm, `fourth item of the tuple returned by __reduce__ must be an iterator, not ${kind(listItems)}`);
  if (dictItemsIterator !== undefined && typeOf(dictItemsIterator).tp_iternext === undefined) throw picklingError(vm, `fifth item of the tuple returned by __reduce__ must be an iterator, not ${kind(dictItemsIterator)}`);
  if (setter !== undefined && !isCallable(setter)) throw picklingError(vm, `sixth item of the tuple returned by __reduce__ must be callable, not ${kind(setter)}`);
  let how = "";
  if (s.protocol >= 2) {
    const name = lookupAttrText(vm, callable, "__name__");
    if (name !== undefined && isStr(name)) how = textOf(name);
  }
  if (how === "__newobj_ex__") saveNewObjEx(p, args.data as Value[], object);
  else if (how === "__newobj__") saveNewObj(p, args.data as Value[], object);
  else {
    noted(p, object, "reconstructor", () => save(p, callable));
    noted(p, object, "reconstructor arguments", () => save(p, args));
    out.byte(vm, REDUCE);
  }
  if (object !== undefined) {
    const known = s.memo.get(object);
    if (known !== undefined) {
      // Part of a cycle: the arguments have made it already.
      out.byte(vm, POP);
      saveGet(p, known);
      return;
    }
    memoize(p, object);
  }
  if (listItems !== undefined) saveItems(p, listItems, object ?? None);
  if (dictItemsIterator !== undefined) savePairs(p, dictItemsIterator, object ?? None);
  if (state === undefined) return;
  if (setter === undefined) {
    noted(p, object, "state", () => save(p, state));
    out.byte(vm, BUILD);
    return;
  }
  noted(p, object, "state setter", () => save(p, setter));
  save(p, object!);
  noted(p, object, "state", () => save(p, state));
  out.byte(vm, TUPLE2);
  out.byte(vm, REDUCE);
  out.byte(vm, POP);
}

function saveNewObjEx(p: Saving, items: readonly Value[], object: PyObject | undefined): void {
  const { vm, s, out } = p;
  if (items.length !== 3) throw picklingError(vm, `__newobj_ex__ expected 3 arguments, got ${items.length}`);
  const [cls, args, kwargs] = items as [Value, Value, Value];
  const kind = (v: Value): string => fullTypeNameOf(typeOf(v));
  if (!isType(cls)) throw picklingError(vm, `first argument to __newobj_ex__() must be a class, not ${kind(cls)}`);
  if (!isTuple(args)) throw picklingError(vm, `second argument to __newobj_ex__() must be a tuple, not ${kind(args)}`);
  if (!isDict(kwargs)) throw picklingError(vm, `third argument to __newobj_ex__() must be a dict, not ${kind(kwargs)}`);
  if (s.protocol >= 4) {
    noted(p, object, "class", () => save(p, cls));
    noted(p, object, "__new__ arguments", () => {
      save(p, args);
      save(p, kwargs);
    });
    out.byte(vm, 0x92);
    return;
  }
  const names: PyStr[] = [];
  const values: Value[] = [getAttrText(vm, cls, "__new__"), cls, ...(args.data as Value[])];
  for (const [name, value] of dictItems(kwargs)) {
    names.push(name as PyStr);
    values.push(value);
  }
  const partial = call(vm, p.state.partial, values, names.length === 0 ? null : names);
  noted(p, object, "reconstructor", () => save(p, partial));
  save(p, newTuple(vm, []));
  out.byte(vm, REDUCE);
}

function saveNewObj(p: Saving, items: readonly Value[], object: PyObject | undefined): void {
  const { vm, out } = p;
  if (items.length < 1) throw picklingError(vm, `__newobj__ expected at least 1 argument, got 0`);
  const cls = items[0]!;
  if (!isType(cls)) throw picklingError(vm, `first argument to __newobj__() must be a class, not ${fullTypeNameOf(typeOf(cls))}`);
  if (object !== undefined) {
    const actual = getAttrText(vm, object, "__class__");
    if (actual !== cls) throw picklingError(vm, `first argument to __newobj__() must be ${reprText(vm, actual)}, not ${reprText(vm, cls)}`);
  }
  noted(p, object, "class", () => save(p, cls));
  const rest = newTuple(vm, items.slice(1));
  noted(p, object, "__new__ arguments", () => save(p, rest));
  out.byte(vm, 0x81);
}
