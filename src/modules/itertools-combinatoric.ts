// itertools: product, permutations, combinations and combinations_with_replacement. Mirrors Modules/itertoolsmodule.c.
// See docs/modules.md.
import {
  asIndex,
  collectItems,
  type Container,
  defineType,
  drop,
  dropAll,
  emptyTuple,
  isExactInt,
  memoryError,
  newRef,
  newSubclassInstance,
  newTuple,
  None,
  overflowError,
  type PyTuple,
  recycleTuple,
  textOf,
  TPFLAGS_BASETYPE,
  typeError,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
} from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";

const D = documented("itertools");

interface Pools {
  pools: Value[][];
  indices: number[];
  cycles: number[];
  started: boolean;
  stopped: boolean;
  /** The tuple of last time, filled again while nobody else has it. */
  result?: PyTuple;
}

function size(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

/** A type whose payload is pools of items and indices into them; `step` moves the indices and answers false at the end. */
function combinatoric(name: string, make: (vm: Vm, args: readonly Value[], kwnames: any) => Pools, step: (data: Pools) => boolean, pick: (data: Pools) => Value[]): TypeRec {
  return defineType({
    name: `itertools.${name}`,
    doc: D.doc(name),
    ...D.signature(name),
    flags: TPFLAGS_BASETYPE,
    layoutChange: true,
    methods: {
      __sizeof__: D.method(`${name}.__sizeof__`, (_vm: Vm, self: Container) => {
        const { indices, cycles } = self.data as Pools;
        return (name === "permutations" ? 64 : name === "product" ? 48 : 56) + 8 * (indices.length + cycles.length);
      }),
    },
    slots: {
      tp_new: (vm, type, args, kwnames) => newSubclassInstance(vm, type, make(vm, args, kwnames)),
      tp_iter: (_vm, self) => self,
      tp_iternext: (vm, self: Container) => {
        const data = self.data as Pools;
        if (data.stopped) return undefined;
        if (!data.started) data.started = true;
        else if (!step(data)) {
          data.stopped = true;
          return undefined;
        }
        const items = pick(data);
        if (items.length === 0) return emptyTuple();
        if (data.result !== undefined) return recycleTuple(vm, data.result, items);
        const made = newTuple(vm, items);
        data.result = newRef(made);
        return made;
      },
      tp_traverse: (self: Container, visit) => {
        for (const pool of new Set((self.data as Pools).pools)) pool.forEach(visit);
        const { result } = self.data as Pools;
        if (result !== undefined) visit(result);
      },
      tp_clear: (vm, self: Container) => {
        const data = self.data as Pools;
        const { pools } = data;
        data.pools = [];
        data.stopped = true;
        const { result } = data;
        data.result = undefined;
        if (result !== undefined) drop(vm, result);
        for (const pool of new Set(pools)) dropAll(vm, pool);
      },
    },
  });
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const ProductType = combinatoric(
  "product",
  (vm, args, kwnames) => {
    const nkw = kwnames?.length ?? 0;
    let repeat = 1;
    if (nkw > 0) {
      if (nkw > 1) throw typeError(vm, `product() takes at most 1 keyword argument (${nkw} given)`);
      if (textOf(kwnames[0]) !== "repeat") throw typeError(vm, `product() got an unexpected keyword argument '${textOf(kwnames[0])}'`);
      repeat = size(vm, args[args.length - 1]!);
      if (repeat < 0) throw valueError(vm, "repeat argument cannot be negative");
    }
    const iterables = repeat === 0 ? [] : args.slice(0, args.length - nkw);
    if (iterables.length * repeat > 1e8) {
      if (iterables.length * repeat > 2 ** 60) throw overflowError(vm, "repeat argument too large");
      throw memoryError(vm);
    }
    const once: Value[][] = [];
    try {
      for (const v of iterables) once.push(collectItems(vm, v));
    } catch (error) {
      for (const pool of once) dropAll(vm, pool);
      throw error;
    }
    const pools: Value[][] = [];
    for (let i = 0; i < repeat; i++) for (const pool of once) pools.push(pool);
    return { pools, indices: pools.map(() => 0), cycles: [], started: false, stopped: pools.some((pool) => pool.length === 0) };
  },
  ({ pools, indices }) => {
    for (let i = pools.length - 1; i >= 0; i--) {
      indices[i]!++;
      if (indices[i]! < pools[i]!.length) return true;
      indices[i] = 0;
    }
    return false;
  },
  ({ pools, indices }) => {
    const result: Value[] = [];
    for (let i = 0; i < indices.length; i++) result.push(pools[i]![indices[i]!]!);
    return result;
  },
);

const pickOne = ({ pools, indices }: Pools, count = indices.length): Value[] => {
  const result: Value[] = [];
  const pool = pools[0]!;
  for (let i = 0; i < count; i++) result.push(pool[indices[i]!]!);
  return result;
};

const permutationArguments = constructorArguments("permutations", "(iterable, r=None)");
const PermutationsType = combinatoric(
  "permutations",
  (vm, args, kwnames) => {
    const [iterable, r] = permutationArguments(vm, args, kwnames) as [Value, Value?];
    const pool = collectItems(vm, iterable);
    let count = pool.length;
    try {
      if (r !== undefined && r !== None) {
        if (!isExactInt(r) && (typeof r === "number" || r.type.name !== "bool")) throw typeError(vm, "Expected int as r");
        count = size(vm, r);
        if (count < 0) throw valueError(vm, "r must be non-negative");
      }
    } catch (error) {
      dropAll(vm, pool);
      throw error;
    }
    const n = pool.length;
    return { pools: [pool], indices: range(n), cycles: count > n ? [] : Array.from({ length: count }, (_, i) => n - i), started: false, stopped: count > n };
  },
  ({ indices, cycles }) => {
    const n = indices.length;
    for (let i = cycles.length - 1; i >= 0; i--) {
      cycles[i]!--;
      if (cycles[i] === 0) {
        const first = indices[i]!;
        for (let k = i + 1; k < n; k++) indices[k - 1] = indices[k]!;
        indices[n - 1] = first;
        cycles[i] = n - i;
      } else {
        const j = n - cycles[i]!;
        const swapped = indices[i]!;
        indices[i] = indices[j]!;
        indices[j] = swapped;
        return true;
      }
    }
    return false;
  },
  (data) => pickOne(data, data.cycles.length),
);

function combinationPool(vm: Vm, bind: (vm: Vm, args: readonly Value[], kwnames: any) => any[], args: readonly Value[], kwnames: any): [Value[], number] {
  const [iterable, r] = bind(vm, args, kwnames) as [Value, Value];
  const count = size(vm, r);
  const pool = collectItems(vm, iterable);
  if (count < 0) {
    dropAll(vm, pool);
    throw valueError(vm, "r must be non-negative");
  }
  return [pool, count];
}

const combinationArguments = constructorArguments("combinations", "(iterable, r)");
const CombinationsType = combinatoric(
  "combinations",
  (vm, args, kwnames) => {
    const [pool, count] = combinationPool(vm, combinationArguments, args, kwnames);
    return { pools: [pool], indices: count > pool.length ? [] : range(count), cycles: [], started: false, stopped: count > pool.length };
  },
  ({ pools, indices }) => {
    const n = pools[0]!.length;
    const r = indices.length;
    let i = r - 1;
    while (i >= 0 && indices[i] === i + n - r) i--;
    if (i < 0) return false;
    indices[i]!++;
    for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1]! + 1;
    return true;
  },
  (data) => pickOne(data),
);

const replacementArguments = constructorArguments("combinations_with_replacement", "(iterable, r)");
const CombinationsWithReplacementType = combinatoric(
  "combinations_with_replacement",
  (vm, args, kwnames) => {
    const [pool, count] = combinationPool(vm, replacementArguments, args, kwnames);
    const stopped = pool.length === 0 && count > 0;
    return { pools: [pool], indices: stopped ? [] : new Array<number>(count).fill(0), cycles: [], started: false, stopped };
  },
  ({ pools, indices }) => {
    const n = pools[0]!.length;
    let i = indices.length - 1;
    while (i >= 0 && indices[i] === n - 1) i--;
    if (i < 0) return false;
    indices.fill(indices[i]! + 1, i);
    return true;
  },
  (data) => pickOne(data),
);

export const combinatoricTypes: Record<string, TypeRec> = {
  combinations: CombinationsType,
  combinations_with_replacement: CombinationsWithReplacementType,
  permutations: PermutationsType,
  product: ProductType,
};
