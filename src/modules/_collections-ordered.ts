// OrderedDict: a dict with a linked list of its keys (types/dict/key-order.ts); views and iterators follow the list. What goes past it
// (dict.__setitem__ and the like called on an OrderedDict) is in the dict only, as in CPython. Mirrors Objects/odictobject.c. See docs/modules.md.
import {
  addNode,
  frameBuiltin,
  call,
  callMethod,
  clearOrder,
  closeScope,
  Container,
  defineType,
  dictClear,
  dictGet,
  dictItems,
  DictItemsType,
  DictKeysType,
  dictLength,
  dictPop,
  dictSet,
  DictType,
  DictValuesType,
  drop,
  dropMaybe,
  enterRepr,
  EQ,
  exc,
  False,
  findNode,
  forEach,
  getItem,
  getIter,
  hold,
  incref,
  instanceDict,
  intern,
  isDict,
  isExactDict,
  isSubtype,
  keyError,
  type KeyOrder,
  leaveRepr,
  listOf,
  stopping,
  lookupAttr,
  method,
  moveNode,
  newError,
  newList,
  newStr,
  newSubclassInstance,
  newTuple,
  newView,
  nonesTuple,
  None,
  NotImplemented,
  note,
  orderOf,
  type OrderNode,
  type PyDict,
  type PyStr,
  type PyTuple,
  recycleTuple,
  removeNode,
  replaceInstanceDict,
  reprText,
  richCompareBool,
  runtimeError,
  setItem,
  shortName,
  sizeOf,
  strFromJs,
  tableLog,
  tableOf,
  contains,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_MAPPING,
  track,
  True,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
} from "../core/api.ts";
import { documented } from "./documented.ts";

const O = documented("collections.OrderedDict");

const MUTATED = "OrderedDict mutated during iteration";

const isOrdered = (v: Value): v is PyDict => isSubtype(typeOf(v), OrderedDictType);

/** The value of a key that the list has; KeyError when the dict lost it behind the list's back. */
function valueOf(vm: Vm, self: PyDict, key: Value): Value {
  const value = dictGet(vm, self, key);
  if (value === undefined) throw keyError(vm, key);
  return value;
}

function orderedSet(vm: Vm, self: PyDict, key: Value, value: Value): void {
  const table = tableOf(self);
  const before = table.used;
  dictSet(vm, self, key, value);
  const order = orderOf(self);
  if (table.used === before + 1) addNode(table, order, (table.entries.length >> 1) - 1);
  else if (order.count !== table.used && findNode(vm, self, key) === null) {
    const at = table.entries.indexOf(key);
    if (at >= 0 && (at & 1) === 0) addNode(table, order, at >> 1);
  }
}

function orderedDelete(vm: Vm, self: PyDict, key: Value): void {
  const mark = vm.scopeCount;
  if (takeOut(vm, self, key) === undefined) throw keyError(vm, key);
  closeScope(vm, mark);
}

/** Takes a key out of list and dict; the value goes to the scope. Undefined when the dict lacks it. */
function takeOut(vm: Vm, self: PyDict, key: Value): Value | undefined {
  const node = findNode(vm, self, key);
  if (node !== null) removeNode(vm, orderOf(self), node);
  return dictPop(vm, self, key);
}

function moveToEnd(vm: Vm, self: PyDict, key: Value, last?: Value): void {
  const toEnd = last === undefined || truth(vm, last);
  const order = orderOf(self);
  const end = toEnd ? order.last : order.first;
  if (end !== null && end.key === key) return;
  const node = end === null ? null : findNode(vm, self, key);
  if (node === null) throw keyError(vm, key);
  moveNode(order, node, toEnd);
}

function pop(vm: Vm, self: PyDict, key: Value, fallback?: Value): Value {
  const node = findNode(vm, self, key);
  if (node !== null) {
    removeNode(vm, orderOf(self), node);
    const value = dictPop(vm, self, key);
    if (value !== undefined) return value;
  }
  if (fallback !== undefined) return fallback;
  throw keyError(vm, key);
}

function popItem(vm: Vm, self: PyDict, last?: Value): Value {
  const fromEnd = last === undefined || truth(vm, last);
  const order = orderOf(self);
  const node = fromEnd ? order.last : order.first;
  if (node === null) throw newError(vm, exc.KeyErrorType, "dictionary is empty");
  const key = hold(vm, node.key);
  removeNode(vm, order, node);
  const value = dictPop(vm, self, key);
  if (value === undefined) throw keyError(vm, key);
  return newTuple(vm, [key, value]);
}

function clear(vm: Vm, self: PyDict): void {
  dictClear(vm, self);
  clearOrder(vm, orderOf(self));
}

function setDefault(vm: Vm, self: PyDict, key: Value, fallback: Value = None): Value {
  if (self.type === OrderedDictType) {
    const known = dictGet(vm, self, key);
    if (known !== undefined) return known;
    orderedSet(vm, self, key, fallback);
    return fallback;
  }
  if (contains(vm, self, key)) return getItem(vm, self, key);
  setItem(vm, self, key, fallback);
  return fallback;
}

function addPairs(vm: Vm, self: PyDict, pairs: Value): void {
  forEach(vm, pairs, (item) => {
    const pair = listOf(vm, item);
    if (pair.length !== 2) throw newError(vm, exc.ValueErrorType, pair.length < 2 ? `need more than ${pair.length} value${pair.length === 1 ? "" : "s"} to unpack` : "too many values to unpack (expected 2)");
    setItem(vm, self, pair[0]!, pair[1]!);
  });
}

/** MutableMapping.update: goes through __setitem__ of subclasses. */
function fill(vm: Vm, self: PyDict, source: Value | undefined, names: readonly PyStr[], values: readonly Value[]): void {
  if (source !== undefined) {
    if (isExactDict(source)) {
      const items = Array.from(dictItems(source));
      for (const [k, v] of items) {
        hold(vm, k);
        hold(vm, v);
      }
      for (const [k, v] of items) setItem(vm, self, k, v);
    } else {
      const keys = lookupAttr(vm, source, intern(vm, "keys"));
      const items = keys === undefined ? lookupAttr(vm, source, intern(vm, "items")) : undefined;
      if (keys !== undefined) forEach(vm, call(vm, keys, []), (key) => setItem(vm, self, key, getItem(vm, source, key)));
      else addPairs(vm, self, items === undefined ? source : call(vm, items, []));
    }
  }
  for (let k = 0; k < names.length; k++) setItem(vm, self, names[k]!, values[k]!);
}

function update(vm: Vm, self: PyDict, args: readonly Value[], kwargs: { names: readonly PyStr[]; values: readonly Value[] } | undefined): void {
  if (args.length > 1) throw typeError(vm, `update() takes at most 1 positional argument (${args.length} given)`);
  fill(vm, self, args[0], kwargs?.names ?? [], kwargs?.values ?? []);
}

/** Runs `visit` for each key of the list, which must not change meanwhile. */
function eachKey(vm: Vm, order: KeyOrder, visit: (key: Value) => void): void {
  const { state } = order;
  for (let node: OrderNode | null = order.first; node !== null; node = node.next) {
    const mark = vm.scopeCount;
    visit(hold(vm, node.key));
    if (order.state !== state) throw runtimeError(vm, MUTATED);
    closeScope(vm, mark);
  }
}

function copyOrdered(vm: Vm, self: PyDict): Value {
  const exact = self.type === OrderedDictType;
  const made = (exact ? newSubclassInstance(vm, OrderedDictType, new (tableOf(self).constructor as new () => object)()) : call(vm, self.type.obj, [])) as PyDict;
  eachKey(vm, orderOf(self), (key) => {
    if (exact) orderedSet(vm, made, key, hold(vm, valueOf(vm, self, key)));
    else setItem(vm, made, key, getItem(vm, self, key));
  });
  return made;
}

function repr(vm: Vm, self: PyDict): Value {
  if (dictLength(self) === 0) return strFromJs(`${shortName(self.type)}()`);
  if (enterRepr(vm, self)) return newStr("...");
  try {
    const parts: string[] = [];
    if (self.type === OrderedDictType) {
      for (let node = orderOf(self).first; node !== null; node = node.next) {
        const key = hold(vm, node.key);
        const value = hold(vm, valueOf(vm, self, key));
        parts.push(`${reprText(vm, key)}: ${reprText(vm, value)}`);
      }
      return strFromJs(`${shortName(self.type)}({${parts.join(", ")}})`);
    }
    return strFromJs(`${shortName(self.type)}(${reprText(vm, call(vm, DictType.obj, [self]))})`);
  } finally {
    leaveRepr(vm, self);
  }
}

/** Do two lists have equal keys at the same places? */
function sameOrder(vm: Vm, a: KeyOrder, b: KeyOrder): boolean {
  const [stateA, stateB] = [a.state, b.state];
  let left = a.first;
  let right = b.first;
  while (left !== null && right !== null) {
    const mark = vm.scopeCount;
    const equal = richCompareBool(vm, hold(vm, left.key), hold(vm, right.key), EQ);
    closeScope(vm, mark);
    if (a.state !== stateA || b.state !== stateB) throw runtimeError(vm, MUTATED);
    if (!equal) return false;
    left = left.next;
    right = right.next;
  }
  return left === null && right === null;
}

function size(vm: Vm, self: PyDict): Value {
  const log = tableLog(tableOf(self));
  return sizeOf(vm, self) + (log > 0 ? 8 * 2 ** log : 0) + 32 * dictLength(self);
}

export const OrderedDictType: TypeRec = defineType({
  name: "collections.OrderedDict",
  doc: O.doc(""),
  base: () => DictType,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MAPPING,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    fromkeys: O.classMethod("fromkeys", (vm: Vm, type: TypeRec, iterable: Value, value?: Value) => {
      const made = call(vm, type.obj, []);
      forEach(vm, iterable, (key) => setItem(vm, made, key, value ?? None));
      return made;
    }),
    __sizeof__: O.method("__sizeof__", size),
    __reduce__: O.method("__reduce__", (vm: Vm, self: PyDict) => {
      const state = callMethod(vm, self, intern(vm, "__getstate__"), []);
      return newTuple(vm, [self.type.obj, newTuple(vm, []), state, None, getIter(vm, callMethod(vm, self, intern(vm, "items"), []))]);
    }),
    setdefault: O.method("setdefault", setDefault),
    pop: O.method("pop", pop),
    popitem: O.method("popitem", popItem),
    keys: O.method("keys", (vm: Vm, self: PyDict) => newView(vm, OrderedKeysType, self)),
    values: O.method("values", (vm: Vm, self: PyDict) => newView(vm, OrderedValuesType, self)),
    items: O.method("items", (vm: Vm, self: PyDict) => newView(vm, OrderedItemsType, self)),
    update: O.method("update", update, "($self, /, *args, **kwargs)"),
    clear: O.method("clear", clear),
    copy: O.method("copy", copyOrdered),
    __reversed__: O.method("__reversed__", (vm: Vm, self: PyDict) => newIterator(vm, self, KEYS, true)),
    move_to_end: O.method("move_to_end", moveToEnd),
  },
  getset: {
    __dict__: { kind: "getset", doc: null, get: (vm, self) => instanceDict(vm, self), set: (vm, self, value) => {
      if (value === undefined || !isDict(value)) throw typeError(vm, `__dict__ must be set to a dictionary, not a '${value === undefined ? "NoneType" : typeOf(value).name}'`);
      replaceInstanceDict(vm, self, value);
    } },
  },
  slots: {
    tp_hash: null,
    tp_init: (vm, self: PyDict, args, kwnames) => {
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos > 1) throw typeError(vm, `expected at most 1 argument, got ${npos}`);
      fill(vm, self, npos === 1 ? args[0] : undefined, kwnames ?? [], args.slice(npos));
    },
    tp_repr: repr,
    tp_richcompare: (vm, left, right, op) => {
      if ((op !== 2 && op !== 3) || !isOrdered(left) || !isDict(right)) return NotImplemented;
      const answer = DictType.tp_richcompare!(vm, left, right, 2);
      if (answer === NotImplemented) return NotImplemented;
      const equal = answer === True && (!isOrdered(right) || sameOrder(vm, orderOf(left), orderOf(right)));
      return equal === (op === 2) ? True : False;
    },
    tp_iter: (vm, self: PyDict) => newIterator(vm, self, KEYS, false),
    mp_ass_subscript: (vm, self: PyDict, key, value) => (value === undefined ? orderedDelete(vm, self, key) : orderedSet(vm, self, key, value)),
    nb_or: (vm, left: Value, right: Value) => {
      const owner = isOrdered(left) ? left : right;
      if (!isDict(left) || !isDict(right)) return NotImplemented;
      const made = call(vm, typeOf(owner).obj, [left]);
      fill(vm, made as PyDict, right, [], []);
      return made;
    },
    nb_inplace_or: (vm, left: PyDict, right: Value) => {
      fill(vm, left, right, [], []);
      return left;
    },
    tp_clear: (vm, self: PyDict) => {
      dictClear(vm, self);
      const { order } = tableOf(self);
      if (order !== null) clearOrder(vm, order);
    },
  },
});

// ---- iterators and views

const KEYS = 0;
const VALUES = 1;
const ITEMS = 2;

interface OrderedIterator {
  /** Null once exhausted. */
  dict: PyDict | null;
  /** The node whose key comes next; the list owns it. */
  node: OrderNode | null;
  kind: number;
  reversed: boolean;
  size: number;
  state: number;
  /** Items: the pair given out last, filled again when nobody else has it. */
  result: PyTuple | null;
}

function newIterator(vm: Vm, dict: PyDict, kind: number, reversed: boolean): Container {
  const order = orderOf(dict);
  const result = kind === ITEMS ? nonesTuple(vm, 2) : null;
  incref(dict);
  const it = new Container(
    OrderedIteratorType,
    { dict, node: reversed ? order.last : order.first, kind, reversed, size: dictLength(dict), state: order.state, result } satisfies OrderedIterator,
    null,
  );
  track(vm, it);
  return note(vm, it);
}

function exhaust(vm: Vm, it: OrderedIterator): void {
  const { dict } = it;
  it.dict = null;
  it.node = null;
  dropMaybe(vm, dict);
}

function next(vm: Vm, self: Container): Value | undefined {
  const it = self.data as OrderedIterator;
  const { dict, node } = it;
  if (dict === null) return undefined;
  if (node === null) {
    exhaust(vm, it);
    return undefined;
  }
  if (orderOf(dict).state !== it.state) {
    exhaust(vm, it);
    throw runtimeError(vm, MUTATED);
  }
  if (it.size !== dictLength(dict)) {
    it.size = -1;
    throw runtimeError(vm, "OrderedDict changed size during iteration");
  }
  const { key } = node;
  it.node = it.reversed ? node.previous : node.next;
  if (it.kind === KEYS) return key;
  hold(vm, key);
  const value = dictGet(vm, dict, key);
  if (value === undefined) {
    exhaust(vm, it);
    throw keyError(vm, key);
  }
  if (it.kind === VALUES) return value;
  return it.result === null ? newTuple(vm, [key, value]) : recycleTuple(vm, it.result, [key, value]);
}

/** Pickled as iter(list of what is left); the iterator itself stays where it is. */
function reduce(vm: Vm, self: Container): Value {
  const it = self.data as OrderedIterator;
  const saved = { ...it };
  const { dict } = it;
  if (dict !== null) incref(dict);
  const rest: Value[] = [];
  try {
    for (let item = next(vm, self); item !== undefined; item = next(vm, self)) rest.push(hold(vm, item));
    return newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [newList(vm, rest)])]);
  } finally {
    if (dict !== null) {
      const keeps = it.dict !== null;
      Object.assign(it, saved);
      if (keeps) drop(vm, dict);
    }
  }
}

const OrderedIteratorType: TypeRec = defineType({
  name: "odict_iterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: { __reduce__: method("($self, /)", "Return state information for pickling", reduce) },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: stopping(next),
    tp_traverse: (self: Container, visit) => {
      const { dict, result } = self.data as OrderedIterator;
      if (dict !== null) visit(dict);
      if (result !== null) visit(result);
    },
    tp_clear: (vm, self: Container) => {
      const it = self.data as OrderedIterator;
      exhaust(vm, it);
      const { result } = it;
      it.result = null;
      dropMaybe(vm, result);
    },
  },
});

function defineView(name: string, base: () => TypeRec, kind: number): TypeRec {
  return defineType({
    name,
    base,
    flags: TPFLAGS_DISALLOW_INSTANTIATION,
    methods: { __reversed__: method("($self, /)", null, (vm: Vm, self: Container) => (self.data === null ? None : newIterator(vm, self.data as PyDict, kind, true))) },
    slots: { tp_iter: (vm, self: Container) => (self.data === null ? None : newIterator(vm, self.data as PyDict, kind, false)) },
  });
}

const OrderedKeysType = defineView("odict_keys", () => DictKeysType, KEYS);
const OrderedValuesType = defineView("odict_values", () => DictValuesType, VALUES);
const OrderedItemsType = defineView("odict_items", () => DictItemsType, ITEMS);
