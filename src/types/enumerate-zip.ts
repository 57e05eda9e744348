// enumerate, zip, map, filter and reversed. Mirrors Objects/enumobject.c and their part of Python/bltinmodule.c. See docs/types.md.
import { nearestName } from "../base/suggest.ts";
import { call, callTypeMethod } from "../core/call.ts";
import { asIndex, asSsizeOfInt } from "../core/convert.ts";
import { classMethod, defineType, method } from "../core/define.ts";
import { dropError, matches, typeError, valueError } from "../core/errors.ts";
import { getIter, iterNext } from "../core/iterate.ts";
import { dropStopValue, stopping } from "../core/stop-iteration.ts";
import { length, truth } from "../core/number.ts";
import { type Container, type PyStr, type PyTuple, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { isSubtype, lookup, typeOf } from "../core/type.ts";
import { closeScope, drop, hold, newRef } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { BoolType, True } from "./bool.ts";
import { isDict } from "./dict/dict-object.ts";
import * as exc from "./exceptions.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { textOf } from "./str/str-object.ts";
import { emptyTuple, newTuple, nonesTuple, recycleTuple } from "./tuple.ts";

type Args = readonly Value[];
type Kw = readonly PyStr[] | null;

const REDUCE_DOC = "Return state information for pickling.";
const SETSTATE_DOC = "Set state information for unpickling.";
const selfIter = (_vm: Vm, self: Value): Value => self;

// ---- enumerate

interface Enumerate {
  /** The pair given out last, filled again when nobody else has it. */
  result: PyTuple | null;
  index: number | bigint;
  iterator: Value;
}

let parameters: NativeDef | undefined;
/** How the constructor binds its arguments. */
function enumerateArguments(): NativeDef {
  return (parameters ??= new NativeDef("enumerate", "(iterable, start=0)", null, () => undefined, "function", true));
}

function checkKeyword(vm: Vm, kwnames: readonly PyStr[], k: number, expected: string): void {
  const name = textOf(kwnames[k]!);
  if (name !== expected) throw typeError(vm, `'${name}' is an invalid keyword argument for enumerate()`);
}

/** Arguments of a plain call, which CPython parses by hand with messages of its own. */
function enumerateDirect(vm: Vm, args: Args, kwnames: Kw): [Value, Value | undefined] {
  const nkw = kwnames?.length ?? 0;
  if (args.length === 2) {
    if (nkw === 1) checkKeyword(vm, kwnames!, 0, "start");
    else if (nkw === 2) {
      if (textOf(kwnames![0]!) === "start") {
        checkKeyword(vm, kwnames!, 1, "iterable");
        return [args[1]!, args[0]];
      }
      checkKeyword(vm, kwnames!, 0, "iterable");
      checkKeyword(vm, kwnames!, 1, "start");
    }
    return [args[0]!, args[1]];
  }
  if (args.length === 1) {
    if (nkw === 1) checkKeyword(vm, kwnames!, 0, "iterable");
    return [args[0]!, undefined];
  }
  if (args.length === 0) throw typeError(vm, "enumerate() missing required argument 'iterable'");
  throw typeError(vm, `enumerate() takes at most 2 arguments (${args.length} given)`);
}

function enumerate_new(vm: Vm, type: TypeRec, args: Args, kwnames: Kw): Value {
  const [iterable, start] = type === EnumerateType ? enumerateDirect(vm, args, kwnames) : (bindArguments(vm, enumerateArguments(), args, kwnames) as [Value, Value?]);
  const index = start === undefined ? 0 : asIndex(vm, start);
  const iterator = getIter(vm, iterable);
  const result = nonesTuple(vm, 2);
  return newSubclassInstance(vm, type, { result, index, iterator: newRef(iterator) } satisfies Enumerate);
}

function enumerate_next(vm: Vm, self: Container): Value | undefined {
  const state = self.data as Enumerate;
  const item = iterNext(vm, state.iterator);
  if (item === undefined) return undefined;
  const { index } = state;
  state.index = typeof index === "number" && index < Number.MAX_SAFE_INTEGER ? index + 1 : BigInt(index) + 1n;
  return state.result === null ? newTuple(vm, [newInt(index), item]) : recycleTuple(vm, state.result, [newInt(index), item]);
}

export const EnumerateType: TypeRec = defineType({
  name: "enumerate",
  doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
  signature: "(iterable, start=0)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __reduce__: method("($self, /)", REDUCE_DOC, (vm: Vm, self: Container) => {
      const { index, iterator } = self.data as Enumerate;
      return newTuple(vm, [self.type.obj, newTuple(vm, [iterator, newInt(index)])]);
    }),
    __class_getitem__: classMethod("($type, object, /)", "'enumerate' objects are generic over the type of their values", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    tp_new: enumerate_new,
    tp_iter: selfIter,
    tp_iternext: enumerate_next,
    tp_traverse: (self: Container, visit) => {
      const { iterator, result } = self.data as Enumerate;
      visit(iterator);
      if (result !== null) visit(result);
    },
    tp_clear: (vm, self: Container) => {
      const state = self.data as Enumerate;
      const { iterator, result } = state;
      state.iterator = None;
      state.result = null;
      drop(vm, iterator);
      if (result !== null) drop(vm, result);
    },
  },
});

// ---- zip and map

interface Zip {
  /** Owns the iterators. */
  tuple: PyTuple;
  /** zip: the tuple given out last, filled again when nobody else has it. */
  result: PyTuple | null;
  iterators: Value[];
  strict: boolean;
  /** map only. */
  func: Value;
}

function positions(count: number): string {
  return `${count === 1 ? " " : "s 1-"}${count}`;
}

/** One item of each iterator, held by the current scope; undefined at the end. With `strict`, raises ValueError when only some end. */
function nextOfAll(vm: Vm, name: string, { iterators, strict }: Zip): Value[] | undefined {
  const items: Value[] = [];
  for (let i = 0; i < iterators.length; i++) {
    const item = iterNext(vm, iterators[i]!);
    if (item !== undefined) {
      items.push(hold(vm, item));
      continue;
    }
    if (!strict) return undefined;
    dropStopValue(vm);
    if (i > 0) throw valueError(vm, `${name}() argument ${i + 1} is shorter than argument${positions(i)}`);
    for (let j = 1; j < iterators.length; j++) {
      if (iterNext(vm, iterators[j]!) !== undefined) throw valueError(vm, `${name}() argument ${j + 1} is longer than argument${positions(j)}`);
      dropStopValue(vm);
    }
    return undefined;
  }
  return items;
}

/** The `strict` argument, the only one that goes by name. */
function strictArgument(vm: Vm, name: string, args: Args, kwnames: Kw): boolean {
  if (kwnames === null || kwnames.length === 0) return false;
  if (kwnames.length > 1) throw typeError(vm, `${name}() takes at most 1 keyword argument (${kwnames.length} given)`);
  const given = textOf(kwnames[0]!);
  if (given !== "strict") throw typeError(vm, `${name}() got an unexpected keyword argument '${given}'${nearestName(["strict"], given) === undefined ? "" : ". Did you mean 'strict'?"}`);
  return truth(vm, args[args.length - 1]!);
}

const zipSlots = {
  tp_iter: selfIter,
  tp_traverse: (self: Container, visit: (v: Value) => void): void => {
    const { tuple, func, result } = self.data as Zip;
    visit(func);
    visit(tuple);
    if (result !== null) visit(result);
  },
  tp_clear: (vm: Vm, self: Container): void => {
    const state = self.data as Zip;
    const { tuple, func, result } = state;
    state.iterators = [];
    state.tuple = emptyTuple();
    state.func = None;
    state.result = null;
    if (result !== null) drop(vm, result);
    drop(vm, tuple);
    drop(vm, func);
  },
};

const setStrict = (vm: Vm, self: Container, state: Value): void => {
  (self.data as Zip).strict = truth(vm, state);
};

function makeZip(vm: Vm, type: TypeRec, iterators: Value[], strict: boolean, func: Value): Value {
  const tuple = newTuple(vm, iterators);
  const result = isSubtype(type, ZipType) ? nonesTuple(vm, iterators.length) : null;
  return newSubclassInstance(vm, type, { tuple: newRef(tuple), result, iterators, strict, func: newRef(func) } satisfies Zip);
}

export const ZipType: TypeRec = defineType({
  name: "zip",
  doc: "The zip object yields n-length tuples, where n is the number of\niterables passed as positional arguments to zip().  The i-th element\nin every tuple comes from the i-th iterable argument to zip().  This\ncontinues until the shortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the\nothers, raise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
  signature: "(*iterables, strict=False)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __reduce__: method("($self, /)", REDUCE_DOC, (vm: Vm, self: Container) => {
      const { iterators, strict } = self.data as Zip;
      const parts: Value[] = [self.type.obj, newTuple(vm, iterators.slice())];
      return newTuple(vm, strict ? [...parts, True] : parts);
    }),
    __setstate__: method("($self, object, /)", SETSTATE_DOC, setStrict),
  },
  slots: {
    ...zipSlots,
    tp_new: (vm, type, args, kwnames) => {
      const strict = strictArgument(vm, "zip", args, kwnames);
      const iterators = args.slice(0, args.length - (kwnames?.length ?? 0)).map((v) => getIter(vm, v));
      return makeZip(vm, type, iterators, strict, None);
    },
    tp_iternext: (vm, self: Container) => {
      const state = self.data as Zip;
      if (state.iterators.length === 0) return undefined;
      const items = nextOfAll(vm, "zip", state);
      return items === undefined ? undefined : state.result === null ? newTuple(vm, items) : recycleTuple(vm, state.result, items);
    },
  },
});

export const MapType: TypeRec = defineType({
  name: "map",
  doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the\nothers, raise a ValueError.",
  signature: "(function, iterable, /, *iterables, strict=False)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __reduce__: method("($self, /)", REDUCE_DOC, (vm: Vm, self: Container) => {
      const { iterators, strict, func } = self.data as Zip;
      const parts: Value[] = [self.type.obj, newTuple(vm, [func, ...iterators])];
      return newTuple(vm, strict ? [...parts, True] : parts);
    }),
    __setstate__: method("($self, object, /)", SETSTATE_DOC, setStrict),
  },
  slots: {
    ...zipSlots,
    tp_new: (vm, type, args, kwnames) => {
      const strict = strictArgument(vm, "map", args, kwnames);
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos < 2) throw typeError(vm, "map() must have at least two arguments.");
      const iterators = args.slice(1, npos).map((v) => getIter(vm, v));
      return makeZip(vm, type, iterators, strict, args[0]!);
    },
    tp_iternext: stopping((vm, self: Container) => {
      const state = self.data as Zip;
      const items = nextOfAll(vm, "map", state);
      return items === undefined ? undefined : call(vm, state.func, items);
    }),
  },
});

// ---- filter

interface Filter {
  func: Value;
  iterator: Value;
}

export const FilterType: TypeRec = defineType({
  name: "filter",
  doc: "Return an iterator yielding those items of iterable for which\nfunction(item) is true.  If function is None, return the items that\nare true.",
  signature: "(function, iterable, /)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __reduce__: method("($self, /)", REDUCE_DOC, (vm: Vm, self: Container) => {
      const { func, iterator } = self.data as Filter;
      return newTuple(vm, [self.type.obj, newTuple(vm, [func, iterator])]);
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0 && (type === FilterType || type.tp_init === FilterType.tp_init)) throw typeError(vm, "filter() takes no keyword arguments");
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos !== 2) throw typeError(vm, `filter expected 2 arguments, got ${npos}`);
      const iterator = newRef(getIter(vm, args[1]!));
      return newSubclassInstance(vm, type, { func: newRef(args[0]!), iterator } satisfies Filter);
    },
    tp_iter: selfIter,
    tp_iternext: stopping((vm, self: Container) => {
      const { func, iterator } = self.data as Filter;
      const plain = func === None || func === BoolType.obj;
      const next = typeOf(iterator).tp_iternext!;
      for (;;) {
        const mark = vm.scopeCount;
        const item = next(vm, iterator);
        if (item === undefined) return undefined;
        hold(vm, item);
        if (truth(vm, plain ? item : call(vm, func, [item]))) return item;
        closeScope(vm, mark);
      }
    }),
    tp_traverse: (self: Container, visit) => {
      visit((self.data as Filter).func);
      visit((self.data as Filter).iterator);
    },
    tp_clear: (vm, self: Container) => {
      const { func, iterator } = self.data as Filter;
      self.data = { func: None, iterator: None } satisfies Filter;
      drop(vm, func);
      drop(vm, iterator);
    },
  },
});

// ---- reversed

interface Reversed {
  index: number;
  /** Null once exhausted. */
  sequence: Value | null;
}

function endReversed(vm: Vm, state: Reversed): void {
  const old = state.sequence;
  state.index = -1;
  state.sequence = null;
  if (old !== null) drop(vm, old);
}

export const ReversedType: TypeRec = defineType({
  name: "reversed",
  doc: "Return a reverse iterator over the values of the given sequence.",
  signature: "(sequence, /)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __length_hint__: method("($self, /)", "Private method returning an estimate of len(list(it)).", (vm: Vm, self: Container) => {
      const { index, sequence } = self.data as Reversed;
      if (sequence === null) return 0;
      return length(vm, sequence) < index + 1 ? 0 : index + 1;
    }),
    __reduce__: method("($self, /)", REDUCE_DOC, (vm: Vm, self: Container) => {
      const { index, sequence } = self.data as Reversed;
      return newTuple(vm, sequence === null ? [self.type.obj, newTuple(vm, [emptyTuple()])] : [self.type.obj, newTuple(vm, [sequence]), index]);
    }),
    __setstate__: method("($self, object, /)", SETSTATE_DOC, (vm: Vm, self: Container, value: Value) => {
      const state = self.data as Reversed;
      const index = asSsizeOfInt(vm, value);
      if (state.sequence !== null) state.index = Math.max(-1, Math.min(index, length(vm, state.sequence) - 1));
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0 && (type === ReversedType || type.tp_init === ReversedType.tp_init)) throw typeError(vm, "reversed() takes no keyword arguments");
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos !== 1) throw typeError(vm, `reversed expected 1 argument, got ${npos}`);
      const sequence = args[0]!;
      const own = lookup(typeOf(sequence), "__reversed__");
      if (own !== undefined && own !== None) return callTypeMethod(vm, sequence, "__reversed__", []);
      if (own === None || typeOf(sequence).sq_item === undefined || isDict(sequence)) throw typeError(vm, `'${typeOf(sequence).name}' object is not reversible`);
      const count = length(vm, sequence);
      return newSubclassInstance(vm, type, { index: count - 1, sequence: newRef(sequence) } satisfies Reversed);
    },
    tp_iter: selfIter,
    tp_iternext: (vm, self: Container) => {
      const state = self.data as Reversed;
      if (state.index >= 0 && state.sequence !== null) {
        try {
          const item = typeOf(state.sequence).sq_item!(vm, state.sequence, state.index);
          state.index--;
          return item;
        } catch (error) {
          if (!matches(error, exc.IndexErrorType) && !matches(error, exc.StopIterationType)) throw error;
          dropError(vm, error);
        }
      }
      endReversed(vm, state);
      return undefined;
    },
    tp_traverse: (self: Container, visit) => {
      const { sequence } = self.data as Reversed;
      if (sequence !== null) visit(sequence);
    },
    tp_clear: (vm, self: Container) => endReversed(vm, self.data as Reversed),
  },
});
