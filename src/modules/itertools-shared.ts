// itertools: iterators that share what they read from one source, groupby and tee. Mirrors Modules/itertoolsmodule.c.
// See docs/modules.md.
import {
  asIndex,
  call,
  Container,
  defineType,
  drop,
  dropStopValue,
  EQ,
  getIter,
  hold,
  iterNext,
  lookup,
  callMethod,
  intern,
  newRef,
  newSubclassInstance,
  newTuple,
  None,
  note,
  overflowError,
  richCompareBool,
  runtimeError,
  stopping,
  TPFLAGS_BASETYPE,
  track,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  closeScope,
  dropAll,
  isList,
} from "../core/api.ts";
import { constructorArguments, documented, plainInit, positionalArguments } from "./documented.ts";

const D = documented("itertools");

// ---- groupby

interface GroupBy {
  iterator: Value | undefined;
  keyFunc: Value | undefined;
  targetKey: Value | undefined;
  currentKey: Value | undefined;
  currentValue: Value | undefined;
  /** The newest group's iterator, not counted: only it may advance. */
  current: Container | null;
}

interface Grouper {
  parent: Value | undefined;
  target: Value | undefined;
}

const groupByFields = ["iterator", "keyFunc", "targetKey", "currentKey", "currentValue"] as const;
const groupByArguments = constructorArguments("groupby", "(iterable, key=None)");

/** Reads the next item into currentValue and its key into currentKey; false at the end. */
function groupByStep(vm: Vm, data: GroupBy): boolean {
  if (data.iterator === undefined) return false;
  const mark = vm.scopeCount;
  const value = iterNext(vm, hold(vm, data.iterator));
  if (value === undefined) {
    dropStopValue(vm);
    return false;
  }
  hold(vm, value);
  const key = data.keyFunc === undefined ? value : call(vm, hold(vm, data.keyFunc), [value]);
  const { currentValue, currentKey } = data;
  data.currentValue = newRef(value);
  if (currentValue !== undefined) drop(vm, currentValue);
  data.currentKey = newRef(key);
  if (currentKey !== undefined) drop(vm, currentKey);
  closeScope(vm, mark);
  return true;
}

const GroupByType: TypeRec = defineType({
  name: "itertools.groupby",
  doc: D.doc("groupby"),
  ...D.signature("groupby"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [iterable, key] = groupByArguments(vm, args, kwnames) as [Value, Value?];
      return newSubclassInstance(vm, type, {
        iterator: newRef(getIter(vm, iterable)),
        keyFunc: key === undefined || key === None ? undefined : newRef(key),
        targetKey: undefined,
        currentKey: undefined,
        currentValue: undefined,
        current: null,
      } satisfies GroupBy);
    },
    tp_iter: (_vm, self) => self,
    tp_iternext: stopping((vm, self: Container) => {
      const data = self.data as GroupBy;
      data.current = null;
      for (;;) {
        if (data.currentKey === undefined) {
          // nothing read yet
        } else if (data.targetKey === undefined) break;
        else if (!richCompareBool(vm, hold(vm, data.targetKey), hold(vm, data.currentKey), EQ)) break;
        if (!groupByStep(vm, data)) return undefined;
      }
      const key = hold(vm, data.currentKey!);
      const { targetKey } = data;
      data.targetKey = newRef(key);
      if (targetKey !== undefined) drop(vm, targetKey);
      const grouper = new Container(GrouperType, { parent: newRef(self), target: newRef(key) } satisfies Grouper, null);
      track(vm, grouper);
      note(vm, grouper);
      data.current = grouper;
      return newTuple(vm, [key, grouper]);
    }),
    tp_traverse: (self: Container, visit) => {
      const data = self.data as GroupBy;
      for (const field of groupByFields) if (data[field] !== undefined) visit(data[field]!);
    },
    tp_clear: (vm, self: Container) => {
      const data = self.data as GroupBy;
      for (const field of groupByFields) {
        const old = data[field];
        data[field] = undefined;
        if (old !== undefined) drop(vm, old);
      }
    },
  },
});

const GrouperType: TypeRec = defineType({
  name: "itertools._grouper",
  doc: D.doc("_grouper"),
  layoutChange: true,
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const given = positionalArguments(vm, "_grouper", plainInit(type, GrouperType), args, kwnames, 2, 2);
      if (typeOf(given[0]!) !== GroupByType) throw typeError(vm, `_grouper() argument 1 must be itertools.groupby, not ${typeOf(given[0]!).name}`);
      const made = newSubclassInstance(vm, type, { parent: newRef(given[0]!), target: newRef(given[1]!) } satisfies Grouper);
      ((given[0] as Container).data as GroupBy).current = made;
      return made;
    },
    tp_iter: (_vm, self) => self,
    tp_iternext: stopping((vm, self: Container) => {
      const { parent, target } = self.data as Grouper;
      if (parent === undefined) return undefined;
      const data = (parent as Container).data as GroupBy;
      if (data.current !== self) return undefined;
      if (data.currentValue === undefined && !groupByStep(vm, data)) return undefined;
      if (!richCompareBool(vm, hold(vm, target!), hold(vm, data.currentKey!), EQ)) return undefined;
      const value = data.currentValue;
      if (value === undefined) return undefined;
      hold(vm, value);
      data.currentValue = undefined;
      drop(vm, value);
      return value;
    }),
    tp_traverse: (self: Container, visit) => {
      const { parent, target } = self.data as Grouper;
      if (parent !== undefined) visit(parent);
      if (target !== undefined) visit(target);
    },
    tp_clear: (vm, self: Container) => {
      const data = self.data as Grouper;
      const { parent, target } = data;
      if (parent !== undefined) {
        const by = (parent as Container).data as GroupBy;
        if (by.current === self) by.current = null;
      }
      data.parent = data.target = undefined;
      if (parent !== undefined) drop(vm, parent);
      if (target !== undefined) drop(vm, target);
    },
  },
});

// ---- tee

const LINK_CELLS = 57;

/** A run of items read from the source, shared by all tees that have yet to pass it. */
interface TeeData {
  iterator: Value | undefined;
  values: Value[];
  running: boolean;
  next: Value | undefined;
}

interface Tee {
  data: Value | undefined;
  index: number;
}

const teeData = (v: Value): TeeData => (v as Container).data as TeeData;

function newTeeData(vm: Vm, iterator: Value): Container {
  const made = new Container(TeeDataType, { iterator: newRef(iterator), values: [], running: false, next: undefined } satisfies TeeData, null);
  track(vm, made);
  return note(vm, made);
}

function teeItem(vm: Vm, run: TeeData, i: number): Value | undefined {
  if (i < run.values.length) return run.values[i];
  if (run.running) throw runtimeError(vm, "cannot re-enter the tee iterator");
  if (run.iterator === undefined) return undefined;
  run.running = true;
  let item: Value | undefined;
  try {
    item = iterNext(vm, run.iterator);
  } finally {
    run.running = false;
  }
  if (item !== undefined) run.values.push(newRef(item));
  return item;
}

const TeeDataType: TypeRec = defineType({
  name: "itertools._tee_dataobject",
  doc: D.doc("_tee_dataobject"),
  layoutChange: true,
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [iterator, values, next] = positionalArguments(vm, "teedataobject", plainInit(type, TeeDataType), args, kwnames, 3, 3);
      if (!isList(values!)) throw typeError(vm, `teedataobject() argument 2 must be list, not ${typeOf(values!).name}`);
      const items = values.data as Value[];
      if (items.length > LINK_CELLS || (items.length < LINK_CELLS && next !== None)) throw valueError(vm, "Invalid arguments");
      return newSubclassInstance(vm, type, { iterator: newRef(iterator!), values: items.map((v) => newRef(v)), running: false, next: next === None ? undefined : newRef(next!) } satisfies TeeData);
    },
    tp_traverse: (self: Container, visit) => {
      const { iterator, values, next } = teeData(self);
      if (iterator !== undefined) visit(iterator);
      values.forEach(visit);
      if (next !== undefined) visit(next);
    },
    tp_clear: (vm, self: Container) => {
      const run = teeData(self);
      const { iterator, values, next } = run;
      run.iterator = run.next = undefined;
      run.values = [];
      if (iterator !== undefined) drop(vm, iterator);
      dropAll(vm, values);
      if (next !== undefined) drop(vm, next);
    },
  },
});

function newTee(vm: Vm, data: Value, index: number): Container {
  const made = new Container(TeeType, { data: newRef(data), index } satisfies Tee, null);
  track(vm, made);
  return note(vm, made);
}

function copyTee(vm: Vm, self: Container): Container {
  const { data, index } = self.data as Tee;
  return newTee(vm, data!, index);
}

function teeOf(vm: Vm, iterable: Value): Container {
  const iterator = getIter(vm, iterable);
  if (typeOf(iterator) === TeeType) return copyTee(vm, iterator as Container);
  return newTee(vm, newTeeData(vm, iterator), 0);
}

const TeeType: TypeRec = defineType({
  name: "itertools._tee",
  doc: D.doc("_tee"),
  ...D.signature("_tee"),
  layoutChange: true,
  hasWeakrefs: true,
  methods: { __copy__: D.method("_tee.__copy__", copyTee) },
  slots: {
    tp_new: (vm, type, args, kwnames) => teeOf(vm, positionalArguments(vm, "_tee", plainInit(type, TeeType), args, kwnames, 1, 1)[0]!),
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      const state = self.data as Tee;
      if (state.data === undefined) return undefined;
      if (state.index >= LINK_CELLS) {
        const run = teeData(state.data);
        if (run.next === undefined) run.next = newRef(newTeeData(vm, run.iterator!));
        const old = state.data;
        state.data = newRef(run.next);
        state.index = 0;
        drop(vm, old);
      }
      const item = teeItem(vm, teeData(hold(vm, state.data)), state.index);
      if (item === undefined) {
        dropStopValue(vm);
        return undefined;
      }
      state.index++;
      return hold(vm, item);
    },
    tp_traverse: (self: Container, visit) => {
      const { data } = self.data as Tee;
      if (data !== undefined) visit(data);
    },
    tp_clear: (vm, self: Container) => {
      const state = self.data as Tee;
      let data = state.data;
      state.data = undefined;
      // A long chain of runs is given up one by one: none nests in the other's end.
      while (data !== undefined) {
        const run: TeeData = teeData(data);
        const next: Value | undefined = (data as Container).rc === 1 ? run.next : undefined;
        if (next !== undefined) run.next = undefined;
        drop(vm, data);
        data = next;
      }
    },
  },
});

/** tee(iterable, n=2). */
export function tee(vm: Vm, iterable: Value, n?: Value): Value {
  const count = n === undefined ? 2 : asIndex(vm, n);
  if (count > 9223372036854775807n || count < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  if (count < 0) throw valueError(vm, "n must be >= 0");
  if (count === 0) return newTuple(vm, []);
  const iterator = getIter(vm, iterable);
  const made: Value[] = [];
  if (lookup(typeOf(iterator), "__copy__") === undefined) {
    const first = teeOf(vm, iterator);
    made.push(first);
    for (let i = 1; i < count; i++) made.push(copyTee(vm, first));
  } else if (typeOf(iterator) === TeeType) {
    for (let i = 0; i < count; i++) made.push(copyTee(vm, iterator as Container));
  } else {
    made.push(iterator);
    const copy = intern(vm, "__copy__");
    for (let i = 1; i < count; i++) made.push(callMethod(vm, iterator, copy, []));
  }
  return newTuple(vm, made);
}

export const sharedTypes: Record<string, TypeRec> = { groupby: GroupByType, _grouper: GrouperType, _tee: TeeType, _tee_dataobject: TeeDataType };
