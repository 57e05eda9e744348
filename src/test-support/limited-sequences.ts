// The sequence protocol by slots, as PySequence_* has it: what is only a mapping is refused. Mirrors Modules/_testlimitedcapi/abstract.c over
// Objects/abstract.c. See docs/test-support.md.
import { asSsize, collectItems, contains, dropError, exc, forEach, func, isDict, isList, isTuple, listOfOwned, newSlice, None, note, PyError, richCompareBool, EQ, setItem, str, textOf, tupleOfOwned, type TypeRec, typeError, typeName, typeOf, type Value, valueError, type Vm } from "../core/api.ts";

const NO_SIGNATURE = null;

/** What a sequence operation says of an object that is no sequence. */
function refuse(vm: Vm, type: TypeRec, mapping: boolean, otherwise: string): never {
  throw typeError(vm, mapping ? `${type.name} is not a sequence` : otherwise);
}

/** A negative index counts from the end, where there is a length. */
function place(vm: Vm, s: Value, index: Value): number {
  const i = asSsize(vm, index);
  const size = typeOf(s).sq_length;
  return i < 0 && size !== undefined ? i + size(vm, s) : i;
}

function getitem(vm: Vm, s: Value, index: Value): Value {
  const type = typeOf(s);
  if (type.sq_item === undefined) refuse(vm, type, type.mp_subscript !== undefined, `'${typeName(s)}' object does not support indexing`);
  return type.sq_item(vm, s, place(vm, s, index));
}

function assign(vm: Vm, s: Value, index: Value, value: Value | undefined): Value {
  const type = typeOf(s);
  const what = value === undefined ? "doesn't support item deletion" : "does not support item assignment";
  if (type.sq_ass_item === undefined) refuse(vm, type, type.mp_ass_subscript !== undefined, `'${typeName(s)}' object ${what}`);
  type.sq_ass_item(vm, s, place(vm, s, index), value);
  return 0;
}

function size(vm: Vm, s: Value): Value {
  const type = typeOf(s);
  if (type.sq_length === undefined) refuse(vm, type, type.mp_length !== undefined, `object of type '${typeName(s)}' has no len()`);
  return type.sq_length(vm, s);
}

function concat(vm: Vm, a: Value, b: Value, inPlace: boolean): Value {
  const type = typeOf(a);
  const slot = (inPlace ? type.sq_inplace_concat : undefined) ?? type.sq_concat;
  if (slot === undefined) throw typeError(vm, `'${typeName(a)}' object can't be concatenated`);
  return slot(vm, a, b);
}

function repeat(vm: Vm, s: Value, count: Value, inPlace: boolean): Value {
  const n = asSsize(vm, count);
  const type = typeOf(s);
  const slot = (inPlace ? type.sq_inplace_repeat : undefined) ?? type.sq_repeat;
  if (slot === undefined) throw typeError(vm, `'${typeName(s)}' object can't be repeated`);
  return slot(vm, s, n);
}

function slices(vm: Vm, s: Value, from: Value, to: Value, value: Value | undefined): Value {
  if (typeOf(s).mp_ass_subscript === undefined) throw typeError(vm, `'${typeName(s)}' object doesn't support slice ${value === undefined ? "deletion" : "assignment"}`);
  setItem(vm, s, newSlice(vm, asSsize(vm, from), asSsize(vm, to), None), value);
  return 0;
}

/** Where the item is, and how often. */
function search(vm: Vm, s: Value, item: Value): { first: number; count: number } {
  let at = 0;
  let first = -1;
  let count = 0;
  try {
    forEach(vm, s, (v) => {
      if (richCompareBool(vm, v, item, EQ)) {
        if (first < 0) first = at;
        count++;
      }
      at++;
    });
  } catch (error) {
    if (typeOf(s).tp_iter !== undefined || !(error instanceof PyError) || error.exc.type !== exc.TypeErrorType) throw error;
    dropError(vm, error);
    throw typeError(vm, `argument of type '${typeName(s)}' is not iterable`);
  }
  return { first, count };
}

function index(vm: Vm, s: Value, item: Value): Value {
  const { first } = search(vm, s, item);
  if (first < 0) throw valueError(vm, "sequence.index(x): x not in sequence");
  return first;
}

function fast(vm: Vm, s: Value, message: Value): Value {
  if (isList(s) || isTuple(s)) return s;
  try {
    return note(vm, listOfOwned(vm, collectItems(vm, s)));
  } catch (error) {
    if (!(error instanceof PyError) || error.exc.type !== exc.TypeErrorType) throw error;
    dropError(vm, error);
    throw typeError(vm, textOf(str(vm, message)));
  }
}

export const sequenceFunctions = {
  sequence_check: func("(object, /)", NO_SIGNATURE, (_vm: Vm, s: Value) => (!isDict(s) && typeOf(s).sq_item !== undefined ? 1 : 0)),
  sequence_size: func("(object, /)", NO_SIGNATURE, size),
  sequence_length: func("(object, /)", NO_SIGNATURE, size),
  sequence_getitem: func("(object, index, /)", NO_SIGNATURE, getitem),
  sequence_setitem: func("(object, index, value, /)", NO_SIGNATURE, (vm: Vm, s: Value, i: Value, v: Value) => assign(vm, s, i, v)),
  sequence_delitem: func("(object, index, /)", NO_SIGNATURE, (vm: Vm, s: Value, i: Value) => assign(vm, s, i, undefined)),
  sequence_setslice: func("(object, low, high, value, /)", NO_SIGNATURE, (vm: Vm, s: Value, a: Value, b: Value, v: Value) => slices(vm, s, a, b, v)),
  sequence_delslice: func("(object, low, high, /)", NO_SIGNATURE, (vm: Vm, s: Value, a: Value, b: Value) => slices(vm, s, a, b, undefined)),
  sequence_concat: func("(a, b, /)", NO_SIGNATURE, (vm: Vm, a: Value, b: Value) => concat(vm, a, b, false)),
  sequence_inplaceconcat: func("(a, b, /)", NO_SIGNATURE, (vm: Vm, a: Value, b: Value) => concat(vm, a, b, true)),
  sequence_repeat: func("(object, count, /)", NO_SIGNATURE, (vm: Vm, s: Value, n: Value) => repeat(vm, s, n, false)),
  sequence_inplacerepeat: func("(object, count, /)", NO_SIGNATURE, (vm: Vm, s: Value, n: Value) => repeat(vm, s, n, true)),
  sequence_contains: func("(object, value, /)", NO_SIGNATURE, (vm: Vm, s: Value, v: Value) => (contains(vm, s, v) ? 1 : 0)),
  sequence_count: func("(object, value, /)", NO_SIGNATURE, (vm: Vm, s: Value, v: Value) => search(vm, s, v).count),
  sequence_index: func("(object, value, /)", NO_SIGNATURE, index),
  sequence_list: func("(object, /)", NO_SIGNATURE, (vm: Vm, s: Value) => note(vm, listOfOwned(vm, collectItems(vm, s)))),
  sequence_tuple: func("(object, /)", NO_SIGNATURE, (vm: Vm, s: Value) => (isTuple(s) ? s : note(vm, tupleOfOwned(vm, collectItems(vm, s))))),
  sequence_fast: func("(object, message, /)", NO_SIGNATURE, fast),
};
