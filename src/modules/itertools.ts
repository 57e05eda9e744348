// itertools: infinite and terminating iterators. Mirrors Modules/itertoolsmodule.c; the combinatoric ones are in
// itertools-combinatoric.ts, groupby and tee in itertools-shared.ts. See docs/modules.md.
import {
  asIndex,
  asSsize,
  binaryOp,
  call,
  type Container,
  defineModule,
  defineType,
  drop,
  dropAll,
  dropError,
  dropStopValue,
  exc,
  getIter,
  hold,
  isBigOrInt,
  isFloat,
  isComplex,
  isExactInt,
  intValue,
  isTuple,
  iterNext,
  collectItems,
  matches,
  type ModuleSpec,
  NB_ADD,
  newGenericAlias,
  newInt,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  nonesTuple,
  type PyTuple,
  recycleTuple,
  None,
  noteOwned,
  overflowError,
  ownAll,
  reprText,
  shortName,
  stopping,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  closeScope,
} from "../core/api.ts";
import { constructorArguments, documented, plainInit, positionalArguments } from "./documented.ts";
import { combinatoricTypes } from "./itertools-combinatoric.ts";
import { sharedTypes, tee } from "./itertools-shared.ts";

const D = documented("itertools");
const selfIter = (_vm: Vm, self: Value): Value => self;

/** Slots of an iterator whose payload is a record: `fields` are those that hold values. */
function recordSlots<T extends object>(fields: readonly (keyof T)[]): { tp_iter: typeof selfIter; tp_traverse: (self: Container, visit: (v: Value) => void) => void; tp_clear: (vm: Vm, self: Container) => void } {
  return {
    tp_iter: selfIter,
    tp_traverse: (self, visit) => {
      const data = self.data as any;
      for (const field of fields) {
        const v = data[field];
        if (Array.isArray(v)) v.forEach(visit);
        else if (v !== undefined) visit(v);
      }
    },
    tp_clear: (vm, self) => {
      const data = self.data as any;
      for (const field of fields) {
        const v = data[field];
        if (Array.isArray(v)) {
          data[field] = [];
          dropAll(vm, v);
        } else if (v !== undefined) {
          data[field] = undefined;
          drop(vm, v);
        }
      }
    },
  };
}

/** Gives up a field's value. */
function release(vm: Vm, data: any, field: string): void {
  const old = data[field] as Value | undefined;
  data[field] = undefined;
  if (old !== undefined) drop(vm, old);
}

/** Drops what a field held, after it was filled anew. */
function dropOld(vm: Vm, old: Value | undefined): void {
  if (old !== undefined) drop(vm, old);
}

// ---- accumulate

interface Accumulate {
  iterator: Value | undefined;
  func: Value | undefined;
  total: Value | undefined;
  initial: Value | undefined;
}
const accumulateArguments = constructorArguments("accumulate", "(iterable, func=None, *, initial=None)");

const AccumulateType: TypeRec = defineType({
  name: "itertools.accumulate",
  doc: D.doc("accumulate"),
  ...D.signature("accumulate"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Accumulate>(["iterator", "func", "total", "initial"]),
    tp_new: (vm, type, args, kwnames) => {
      const [iterable, func, initial] = accumulateArguments(vm, args, kwnames) as [Value, Value?, Value?];
      const iterator = newRef(getIter(vm, iterable));
      return newSubclassInstance(vm, type, {
        iterator,
        func: func === undefined || func === None ? undefined : newRef(func),
        total: undefined,
        initial: initial === undefined || initial === None ? undefined : newRef(initial),
      } satisfies Accumulate);
    },
    tp_iternext: stopping((vm, self: Container) => {
      const data = self.data as Accumulate;
      if (data.initial !== undefined) {
        const { initial } = data;
        data.initial = undefined;
        data.total = newRef(initial);
        return noteOwned(vm, initial);
      }
      if (data.iterator === undefined) return undefined;
      const item = iterNext(vm, data.iterator);
      if (item === undefined) return undefined;
      if (data.total === undefined) {
        data.total = newRef(item);
        return item;
      }
      const total = hold(vm, data.total);
      const next = data.func === undefined ? binaryOp(vm, total, item, NB_ADD) : call(vm, data.func, [total, item]);
      const before = data.total;
      data.total = newRef(next);
      dropOld(vm, before);
      return next;
    }),
  },
});

// ---- batched

interface Batched {
  iterator: Value | undefined;
  size: number;
  strict: boolean;
}
const batchedArguments = constructorArguments("batched", "(iterable, n, *, strict=False)");

const BatchedType: TypeRec = defineType({
  name: "itertools.batched",
  doc: D.doc("batched"),
  ...D.signature("batched"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Batched>(["iterator"]),
    tp_new: (vm, type, args, kwnames) => {
      const [iterable, n, strictArgument] = batchedArguments(vm, args, kwnames) as [Value, Value, Value?];
      const size = asCSsize(vm, n);
      const strict = strictArgument !== undefined && truth(vm, strictArgument);
      if (size < 1) throw valueError(vm, "n must be at least one");
      return newSubclassInstance(vm, type, { iterator: newRef(getIter(vm, iterable)), size, strict } satisfies Batched);
    },
    tp_iternext: (vm, self: Container) => {
      const data = self.data as Batched;
      if (data.iterator === undefined) return undefined;
      const iterator = hold(vm, data.iterator);
      const items: Value[] = [];
      while (items.length < data.size) {
        const item = iterNext(vm, iterator);
        if (item === undefined) break;
        items.push(hold(vm, item));
      }
      if (items.length < data.size) {
        dropStopValue(vm);
        release(vm, data, "iterator");
        if (items.length === 0) return undefined;
        if (data.strict) throw valueError(vm, "batched(): incomplete batch");
      }
      return newTuple(vm, items);
    },
  },
});

/** Argument Clinic's Py_ssize_t. */
export function asCSsize(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

// ---- chain

interface Chain {
  source: Value | undefined;
  active: Value | undefined;
}

const newChain = (vm: Vm, type: TypeRec, source: Value): Value => newSubclassInstance(vm, type, { source: newRef(source), active: undefined } satisfies Chain);

const ChainType: TypeRec = defineType({
  name: "itertools.chain",
  doc: D.doc("chain"),
  ...D.signature("chain"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    from_iterable: D.classMethod("chain.from_iterable", (vm: Vm, type: TypeRec, iterable: Value) => newChain(vm, type, getIter(vm, iterable))),
    __class_getitem__: D.classMethod("chain.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  slots: {
    ...recordSlots<Chain>(["source", "active"]),
    tp_new: (vm, type, args, kwnames) => {
      const given = positionalArguments(vm, "chain", plainInit(type, ChainType), args, kwnames, 0, Infinity);
      return newChain(vm, type, getIter(vm, newTuple(vm, given.slice())));
    },
    tp_iternext: stopping((vm, self: Container) => {
      const data = self.data as Chain;
      while (data.source !== undefined) {
        if (data.active === undefined) {
          let next: Value | undefined;
          try {
            const iterable = iterNext(vm, data.source);
            if (iterable !== undefined) next = getIter(vm, iterable);
          } catch (error) {
            release(vm, data, "source");
            throw error;
          }
          if (next === undefined) {
            dropStopValue(vm);
            release(vm, data, "source");
            return undefined;
          }
          data.active = newRef(next);
        }
        const item = iterNext(vm, hold(vm, data.active));
        if (item !== undefined) return item;
        dropStopValue(vm);
        release(vm, data, "active");
      }
      return undefined;
    }),
  },
});

// ---- compress

interface Compress {
  data: Value | undefined;
  selectors: Value | undefined;
}
const compressArguments = constructorArguments("compress", "(data, selectors)");

const CompressType: TypeRec = defineType({
  name: "itertools.compress",
  doc: D.doc("compress"),
  ...D.signature("compress"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Compress>(["data", "selectors"]),
    tp_new: (vm, type, args, kwnames) => {
      const [data, selectors] = compressArguments(vm, args, kwnames) as [Value, Value];
      const items = hold(vm, getIter(vm, data));
      const chosen = getIter(vm, selectors);
      return newSubclassInstance(vm, type, { data: newRef(items), selectors: newRef(chosen) } satisfies Compress);
    },
    tp_iternext: stopping((vm, self: Container) => {
      const state = self.data as Compress;
      if (state.data === undefined || state.selectors === undefined) return undefined;
      for (;;) {
        const mark = vm.scopeCount;
        const item = iterNext(vm, state.data);
        if (item === undefined) return undefined;
        hold(vm, item);
        const selector = iterNext(vm, state.selectors);
        if (selector === undefined) return undefined;
        if (truth(vm, selector)) return item;
        closeScope(vm, mark);
      }
    }),
  },
});

// ---- count

interface Count {
  /** The next value while counting ints by one; undefined in the general mode. */
  fast: number | bigint | undefined;
  value: Value | undefined;
  step: Value | undefined;
}
const countArguments = constructorArguments("count", "(start=0, step=1)");
const isNumber = (v: Value): boolean => {
  const type = typeOf(v);
  return type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined || isComplex(v) || isFloat(v);
};

const CountType: TypeRec = defineType({
  name: "itertools.count",
  doc: D.doc("count"),
  ...D.signature("count"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Count>(["value", "step"]),
    tp_new: (vm, type, args, kwnames) => {
      const [start, step] = countArguments(vm, args, kwnames) as [Value?, Value?];
      if ((start !== undefined && !isNumber(start)) || (step !== undefined && !isNumber(step))) throw typeError(vm, "a number is required");
      const from = start ?? 0;
      const by = step ?? 1;
      const fast = isExactInt(from) && isExactInt(by) && intValue(by) === 1;
      return newSubclassInstance(vm, type, { fast: fast ? intValue(from) : undefined, value: fast ? undefined : newRef(from), step: newRef(by) } satisfies Count);
    },
    tp_repr: (vm, self: Container) => {
      const { fast, value, step } = self.data as Count;
      const name = shortName(self.type);
      if (fast !== undefined) return newStr(`${name}(${fast})`);
      if (step !== undefined && isBigOrInt(step) && intValue(step) === 1) return strFromJs(`${name}(${reprText(vm, value!)})`);
      return strFromJs(`${name}(${reprText(vm, value!)}, ${reprText(vm, step!)})`);
    },
    tp_iternext: stopping((vm, self: Container) => {
      const data = self.data as Count;
      const { fast } = data;
      if (fast !== undefined) {
        data.fast = typeof fast === "number" && fast < Number.MAX_SAFE_INTEGER ? fast + 1 : BigInt(fast) + 1n;
        return newInt(fast);
      }
      const value = hold(vm, data.value!);
      const before = data.value;
      data.value = newRef(binaryOp(vm, value, data.step!, NB_ADD));
      dropOld(vm, before);
      return value;
    }),
  },
});

// ---- cycle

interface Cycle {
  iterator: Value | undefined;
  saved: Value[];
  index: number;
}

const CycleType: TypeRec = defineType({
  name: "itertools.cycle",
  doc: D.doc("cycle"),
  ...D.signature("cycle"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Cycle>(["iterator", "saved"]),
    tp_new: (vm, type, args, kwnames) => {
      const [iterable] = positionalArguments(vm, "cycle", plainInit(type, CycleType), args, kwnames, 1, 1);
      return newSubclassInstance(vm, type, { iterator: newRef(getIter(vm, iterable!)), saved: [], index: 0 } satisfies Cycle);
    },
    tp_iternext: (vm, self: Container) => {
      const data = self.data as Cycle;
      if (data.iterator !== undefined) {
        const item = iterNext(vm, hold(vm, data.iterator));
        if (item !== undefined) {
          data.saved.push(newRef(item));
          return item;
        }
        dropStopValue(vm);
        release(vm, data, "iterator");
      }
      if (data.saved.length === 0) return undefined;
      const item = data.saved[data.index]!;
      data.index = (data.index + 1) % data.saved.length;
      return item;
    },
  },
});

// ---- dropwhile, takewhile, filterfalse, starmap

interface FuncIterator {
  func: Value | undefined;
  iterator: Value | undefined;
  /** dropwhile: passing on; takewhile: at the end. */
  flag: boolean;
}

function funcIterator(name: string, next: (vm: Vm, data: FuncIterator) => Value | undefined): TypeRec {
  const type: TypeRec = defineType({
    name: `itertools.${name}`,
    doc: D.doc(name),
    ...D.signature(name),
    flags: TPFLAGS_BASETYPE,
    layoutChange: true,
    slots: {
      ...recordSlots<FuncIterator>(["func", "iterator"]),
      tp_new: (vm, made, args, kwnames) => {
        const [func, iterable] = positionalArguments(vm, name, plainInit(type, made), args, kwnames, 2, 2);
        return newSubclassInstance(vm, made, { iterator: newRef(getIter(vm, iterable!)), func: newRef(func!), flag: false } satisfies FuncIterator);
      },
      tp_iternext: stopping((vm, self: Container) => {
        const data = self.data as FuncIterator;
        return data.iterator === undefined || data.func === undefined ? undefined : next(vm, data);
      }),
    },
  });
  return type;
}

const DropWhileType = funcIterator("dropwhile", (vm, data) => {
  for (;;) {
    const mark = vm.scopeCount;
    const item = iterNext(vm, data.iterator!);
    if (item === undefined || data.flag) return item;
    hold(vm, item);
    if (!truth(vm, call(vm, data.func!, [item]))) {
      data.flag = true;
      return item;
    }
    closeScope(vm, mark);
  }
});

const TakeWhileType = funcIterator("takewhile", (vm, data) => {
  if (data.flag) return undefined;
  const item = iterNext(vm, data.iterator!);
  if (item === undefined) return undefined;
  hold(vm, item);
  if (truth(vm, call(vm, data.func!, [item]))) return item;
  data.flag = true;
  return undefined;
});

const FilterFalseType = funcIterator("filterfalse", (vm, data) => {
  for (;;) {
    const mark = vm.scopeCount;
    const item = iterNext(vm, data.iterator!);
    if (item === undefined) return undefined;
    hold(vm, item);
    const plain = data.func === None || (typeof data.func !== "number" && data.func!.type.name === "type" && (data.func as Container).data.name === "bool");
    if (!truth(vm, plain ? item : call(vm, data.func!, [item]))) return item;
    closeScope(vm, mark);
  }
});

const StarMapType = funcIterator("starmap", (vm, data) => {
  const item = iterNext(vm, data.iterator!);
  if (item === undefined) return undefined;
  hold(vm, item);
  if (isTuple(item)) return call(vm, data.func!, item.data as Value[]);
  const args = collectItems(vm, item);
  for (const v of args) noteOwned(vm, v);
  return call(vm, data.func!, args);
});

// ---- islice

interface Islice {
  iterator: Value | undefined;
  next: number;
  stop: number;
  step: number;
  count: number;
}

const BAD_INDICES = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BAD_STOP = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

function sliceNumber(vm: Vm, v: Value, message: string): number {
  try {
    const n = asSsize(vm, v);
    if (n >= 0) return n;
  } catch (error) {
    if (!matches(error, exc.ExceptionType)) throw error;
    dropError(vm, error);
  }
  throw valueError(vm, message);
}

const IsliceType: TypeRec = defineType({
  name: "itertools.islice",
  doc: D.doc("islice"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Islice>(["iterator"]),
    tp_new: (vm, type, args, kwnames) => {
      const given = positionalArguments(vm, "islice", plainInit(type, IsliceType), args, kwnames, 2, 4);
      let start = 0;
      let stop = Infinity;
      let step = 1;
      if (given.length === 2) {
        if (given[1] !== None) stop = sliceNumber(vm, given[1]!, BAD_STOP);
      } else {
        if (given[2] !== None) stop = sliceNumber(vm, given[2]!, typeof given[2] === "number" ? BAD_INDICES : BAD_STOP);
        if (given[1] !== None) start = sliceNumber(vm, given[1]!, BAD_INDICES);
        if (given.length === 4 && given[3] !== None) {
          step = sliceNumber(vm, given[3]!, "Step for islice() must be a positive integer or None.");
          if (step < 1) throw valueError(vm, "Step for islice() must be a positive integer or None.");
        }
      }
      return newSubclassInstance(vm, type, { iterator: newRef(getIter(vm, given[0]!)), next: start, stop, step, count: 0 } satisfies Islice);
    },
    tp_iternext: (vm, self: Container) => {
      const data = self.data as Islice;
      if (data.iterator === undefined) return undefined;
      const iterator = hold(vm, data.iterator);
      while (data.count < data.next) {
        const mark = vm.scopeCount;
        const skipped = iterNext(vm, iterator);
        closeScope(vm, mark);
        if (skipped === undefined) {
          release(vm, data, "iterator");
          return undefined;
        }
        data.count++;
      }
      if (data.count >= data.stop) {
        release(vm, data, "iterator");
        return undefined;
      }
      const item = iterNext(vm, iterator);
      if (item === undefined) {
        release(vm, data, "iterator");
        return undefined;
      }
      data.count++;
      data.next = Math.min(data.next + data.step, data.stop);
      return item;
    },
  },
});

// ---- pairwise

interface Pairwise {
  iterator: Value | undefined;
  old: Value | undefined;
}

const PairwiseType: TypeRec = defineType({
  name: "itertools.pairwise",
  doc: D.doc("pairwise"),
  ...D.signature("pairwise"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<Pairwise>(["iterator", "old"]),
    tp_new: (vm, type, args, kwnames) => {
      const [iterable] = positionalArguments(vm, "pairwise", plainInit(type, PairwiseType), args, kwnames, 1, 1);
      return newSubclassInstance(vm, type, { iterator: newRef(getIter(vm, iterable!)), old: undefined } satisfies Pairwise);
    },
    tp_iternext: (vm, self: Container) => {
      const data = self.data as Pairwise;
      if (data.iterator === undefined) return undefined;
      const iterator = hold(vm, data.iterator);
      if (data.old === undefined) {
        const first = iterNext(vm, iterator);
        if (first === undefined) {
          release(vm, data, "iterator");
          return undefined;
        }
        const before = data.old as Value | undefined;
        data.old = newRef(first);
        dropOld(vm, before);
        if (data.iterator === undefined) return undefined;
      }
      const old = hold(vm, data.old!);
      const next = iterNext(vm, iterator);
      if (next === undefined) {
        release(vm, data, "iterator");
        release(vm, data, "old");
        return undefined;
      }
      hold(vm, next);
      const before = data.old;
      data.old = newRef(next);
      dropOld(vm, before);
      return newTuple(vm, [old, next]);
    },
  },
});

// ---- repeat

interface Repeat {
  object: Value | undefined;
  /** -1: for ever. */
  left: number;
}
const repeatArguments = constructorArguments("repeat", "(object, times=-1)");

const RepeatType: TypeRec = defineType({
  name: "itertools.repeat",
  doc: D.doc("repeat"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __length_hint__: D.method("repeat.__length_hint__", (vm: Vm, self: Container) => {
      const { left } = self.data as Repeat;
      if (left === -1) throw typeError(vm, "len() of unsized object");
      return left;
    }),
  },
  slots: {
    ...recordSlots<Repeat>(["object"]),
    tp_new: (vm, type, args, kwnames) => {
      const [object, times] = repeatArguments(vm, args, kwnames) as [Value, Value?];
      const left = times === undefined ? -1 : Math.max(0, asCSsize(vm, times));
      return newSubclassInstance(vm, type, { object: newRef(object), left } satisfies Repeat);
    },
    tp_repr: (vm, self: Container) => {
      const { object, left } = self.data as Repeat;
      return strFromJs(`${shortName(self.type)}(${reprText(vm, object ?? None)}${left === -1 ? "" : `, ${left}`})`);
    },
    tp_iternext: (_vm, self: Container) => {
      const data = self.data as Repeat;
      if (data.left === 0) return undefined;
      if (data.left > 0) data.left--;
      return data.object;
    },
  },
});

// ---- zip_longest

interface ZipLongest {
  iterators: Value[];
  /** Which iterators have ended. */
  ended: boolean[];
  active: number;
  fill: Value | undefined;
  /** The tuple of last time, filled again while nobody else has it. */
  result: PyTuple | undefined;
}

const ZipLongestType: TypeRec = defineType({
  name: "itertools.zip_longest",
  doc: D.doc("zip_longest"),
  ...D.signature("zip_longest"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    ...recordSlots<ZipLongest>(["iterators", "fill", "result"]),
    tp_new: (vm, type, args, kwnames) => {
      const nkw = kwnames?.length ?? 0;
      let fill: Value = None;
      if (nkw > 0) {
        const at = kwnames!.findIndex((n) => textOf(n) === "fillvalue");
        if (at < 0 || nkw > 1) throw typeError(vm, "zip_longest() got an unexpected keyword argument");
        fill = args[args.length - nkw + at]!;
      }
      const iterators = args.slice(0, args.length - nkw).map((v) => getIter(vm, v));
      ownAll(iterators);
      return newSubclassInstance(vm, type, { iterators, ended: iterators.map(() => false), active: iterators.length, fill: newRef(fill), result: iterators.length === 0 ? undefined : nonesTuple(vm, iterators.length) } satisfies ZipLongest);
    },
    tp_iternext: (vm, self: Container) => {
      const data = self.data as ZipLongest;
      const { iterators, ended } = data;
      if (iterators.length === 0 || data.active === 0) return undefined;
      const items: Value[] = [];
      for (let i = 0; i < iterators.length; i++) {
        let item: Value | undefined;
        if (!ended[i]) {
          try {
            item = iterNext(vm, iterators[i]!);
          } catch (error) {
            data.active = 0;
            throw error;
          }
          if (item === undefined) {
            dropStopValue(vm);
            ended[i] = true;
            data.active--;
            if (data.active === 0) return undefined;
            noteOwned(vm, iterators[i]!);
            iterators[i] = None;
            newRef(None);
          }
        }
        items.push(hold(vm, item ?? data.fill!));
      }
      return data.result === undefined ? newTuple(vm, items) : recycleTuple(vm, data.result, items);
    },
  },
});

export const itertoolsModule: ModuleSpec = defineModule({
  name: "itertools",
  doc: D.doc(""),
  functions: { tee: D.func("tee", tee) },
  types: {
    accumulate: AccumulateType,
    batched: BatchedType,
    chain: ChainType,
    compress: CompressType,
    count: CountType,
    cycle: CycleType,
    dropwhile: DropWhileType,
    filterfalse: FilterFalseType,
    islice: IsliceType,
    pairwise: PairwiseType,
    repeat: RepeatType,
    starmap: StarMapType,
    takewhile: TakeWhileType,
    zip_longest: ZipLongestType,
    ...combinatoricTypes,
    ...sharedTypes,
  },
});
