// Building containers and strings. See docs/interpreter.md.
import { DictType } from "../../types/dict/dict.ts";
import { callMethod, functionText } from "../../core/call.ts";
import { collect, forEach } from "../../core/iterate.ts";
import { getItem } from "../../core/number.ts";
import { textJoin } from "../../base/text.ts";
import { asciiText, repr, str } from "../../core/convert.ts";
import { dropError, matches, newError, typeError } from "../../core/errors.ts";
import { format } from "../../core/format.ts";
import { type Container, PyError, type PyStr, type Value } from "../../core/object.ts";
import { isSubtype, typeName, typeOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { note, own } from "../../memory/ref.ts";
import { dictGet, dictItems, dictLength, dictMergeFrom, dictSet, isDict, newTrackedDict } from "../../types/dict/dict-object.ts";
import * as exc from "../../types/exceptions.ts";
import { emptyString, intern, isExactStr, newText, strFromJs, strText, textOf } from "../../types/str/str-object.ts";
import { list_extend, listOfOwned } from "../../types/list.ts";
import { None } from "../../types/none.ts";
import { SetType } from "../../types/set/set.ts";
import { newOwnedSet, setAddItem, setUpdateFrom } from "../../types/set/set-object.ts";
import { newSlice } from "../../types/slice.ts";
import { newInterpolation, newTemplate } from "../../types/template.ts";
import { displayTuple, emptyTuple } from "../../types/tuple.ts";
import type { Vm } from "../../vm/vm.ts";

function dropRange(vm: Vm, from: number, to: number): void {
  const S = vm.stack;
  for (let i = from; i < to; i++) {
    const v = S[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
}

/** The new list takes the operands over, also when there is no memory for it: frame.sp stands below them. */
export function buildList(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const list = listOfOwned(vm, S.slice(sp - count, sp));
  // It has no room yet, and comprehensions append to it.
  if (count === 0) list.aux = 0;
  S[sp - count] = list;
  return sp - count + 1;
}

export function buildTuple(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  if (count === 0) {
    const t = emptyTuple();
    t.rc++;
    S[sp] = t;
    return sp + 1;
  }
  S[sp - count] = displayTuple(vm, S.slice(sp - count, sp));
  return sp - count + 1;
}

export function buildSet(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const set = newOwnedSet(vm);
  try {
    for (let i = sp - count; i < sp; i++) setAddItem(vm, set, S[i]!);
  } catch (error) {
    if (--set.rc === 0) dealloc(vm, set);
    throw error;
  }
  dropRange(vm, sp - count, sp);
  S[sp - count] = set;
  return sp - count + 1;
}

export function buildMap(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const dict = newTrackedDict(vm);
  const first = sp - 2 * count;
  try {
    for (let i = first; i < sp; i += 2) dictSet(vm, dict, S[i]!, S[i + 1]!);
  } catch (error) {
    if (--dict.rc === 0) dealloc(vm, dict);
    throw error;
  }
  dropRange(vm, first, sp);
  S[first] = dict;
  return first + 1;
}

export function buildSlice(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const first = sp - count;
  const slice = own(vm, vm.scopeCount, newSlice(vm, S[first]!, S[first + 1]!, count === 3 ? S[first + 2]! : None));
  dropRange(vm, first, sp);
  S[first] = slice;
  return first + 1;
}

export function buildString(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const first = sp - count;
  let text = strText(S[first] as PyStr);
  if (count === 2 && typeof text === "string" && typeof (S[first + 1] as PyStr).data === "string") text += (S[first + 1] as PyStr).data as string;
  else text = textJoin("", S.slice(first, sp).map((v) => strText(v as PyStr)));
  const result = newText(text);
  result.rc++;
  dropRange(vm, first, sp);
  S[first] = result;
  return first + 1;
}

/** strings tuple, interpolations tuple. */
export function buildTemplate(vm: Vm, sp: number): number {
  const S = vm.stack;
  const result = own(vm, vm.scopeCount, newTemplate(vm, S[sp - 2]!, S[sp - 1]!));
  dropRange(vm, sp - 2, sp);
  S[sp - 2] = result;
  return sp - 1;
}

/** value, text, [format spec]; arg: bit 0 spec present, conversion above bit 1. */
export function buildInterpolation(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const withSpec = (arg & 1) !== 0;
  const first = sp - (withSpec ? 3 : 2);
  const conversion = arg >> 2;
  const letter = conversion === 0 ? None : strFromJs(conversion === 1 ? "s" : conversion === 2 ? "r" : "a");
  const result = own(vm, vm.scopeCount, newInterpolation(vm, S[first]!, S[first + 1]!, letter, withSpec ? S[first + 2]! : emptyString()));
  dropRange(vm, first, sp);
  S[first] = result;
  return first + 1;
}

/** The value goes into the list `arg` below it. */
export function listAppend(sp: number, vm: Vm, arg: number): number {
  const S = vm.stack;
  ((S[sp - 1 - arg] as Container).data as Value[]).push(S[sp - 1]!);
  return sp - 1;
}

export function listExtend(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const type = typeOf(v);
  if (type.tp_iter === undefined && type.sq_item === undefined) throw typeError(vm, `Value after * must be an iterable, not ${typeName(v)}`);
  list_extend(vm, S[sp - 1 - arg] as Container, v);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

/** A module may bind `__conditional_annotations__` to anything. */
function checkSet(vm: Vm, v: Value): void {
  if (!isSubtype(typeOf(v), SetType)) throw typeError(vm, `'${typeName(v)}' object is not a set`);
}

export function setAdd(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const set = S[sp - 1 - arg]!;
  if (typeof set === "number" || set.type !== SetType) checkSet(vm, set);
  setAddItem(vm, set as Container, v);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

export function setUpdate(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  setUpdateFrom(vm, S[sp - 1 - arg] as Container, v);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

/** key, value into the dict `arg` below them. */
export function mapAdd(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  dictSet(vm, S[sp - 2 - arg] as Container, S[sp - 2]!, S[sp - 1]!);
  dropRange(vm, sp - 2, sp);
  return sp - 2;
}

export function dictUpdateOp(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  try {
    dictMergeFrom(vm, S[sp - 1 - arg] as Container, v);
  } catch (error) {
    if (matches(error, exc.AttributeErrorType)) {
      dropError(vm, error);
      throw typeError(vm, `'${typeName(v)}' object is not a mapping`);
    }
    throw error;
  }
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

/** `**mapping` of a call: duplicates are errors; the callable stands further down. */
export function dictMerge(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const dict = S[sp - 1 - arg] as Container;
  const callable = S[sp - 1 - arg - 3]!;
  const name = (): string => functionText(vm, callable);
  if (isDict(v) && v.type.tp_iter === DictType.tp_iter) {
    if (dictLength(dict) === 0) dictMergeFrom(vm, dict, v);
    else for (const [key, value] of Array.from(dictItems(v))) {
      if (dictGet(vm, dict, key) !== undefined) throw duplicateKeyword(vm, name(), key);
      dictSet(vm, dict, key, value);
    }
  } else {
    try {
      const keys = callMethod(vm, v, intern(vm, "keys"), []);
      if (typeOf(keys).tp_iter === undefined && typeOf(keys).sq_item === undefined) throw typeError(vm, `${typeName(v)}.keys() returned a non-iterable (type ${typeName(keys)})`);
      // All keys first: what looks them up may change the mapping.
      forEach(vm, note(vm, listOfOwned(vm, collect(vm, keys))), (key) => {
        if (dictGet(vm, dict, key) !== undefined) throw duplicateKeyword(vm, name(), key);
        dictSet(vm, dict, key, getItem(vm, v, key));
      });
    } catch (error) {
      if (matches(error, exc.AttributeErrorType)) {
        dropError(vm, error);
        throw typeError(vm, `${name()} argument after ** must be a mapping, not ${typeName(v)}`);
      }
      // CPython reports duplicates as KeyErrors to itself: one of the mapping's own looks the same.
      const args = matches(error, exc.KeyErrorType) ? (((error.exc as Container).data as exc.ExcData).args.data as Value[]) : [];
      if (args.length === 1) {
        const duplicate = duplicateKeyword(vm, name(), args[0]!);
        dropError(vm, error as PyError);
        throw duplicate;
      }
      throw error;
    }
  }
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

function duplicateKeyword(vm: Vm, name: string, key: Value): PyError {
  return newError(vm, exc.TypeErrorType, `${name} got multiple values for keyword argument '${textOf(str(vm, key))}'`);
}

export function formatSimple(vm: Vm, sp: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  if (isExactStr(v)) return sp;
  S[sp - 1] = own(vm, vm.scopeCount, format(vm, v, emptyString()));
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

export function formatWithSpec(vm: Vm, sp: number): number {
  const S = vm.stack;
  const result = own(vm, vm.scopeCount, format(vm, S[sp - 2]!, S[sp - 1] as PyStr));
  dropRange(vm, sp - 2, sp);
  S[sp - 2] = result;
  return sp - 1;
}

/** 1 str, 2 repr, 3 ascii. */
export function convertValue(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const converted = arg === 1 ? str(vm, v) : arg === 2 ? repr(vm, v) : strFromJs(asciiText(vm, v));
  S[sp - 1] = own(vm, vm.scopeCount, converted);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

