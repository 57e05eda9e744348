// _collections: defaultdict, OrderedDict, namedtuple's field getter and Counter's helper; deque is in _collections-deque.ts.
// Mirrors Modules/_collectionsmodule.c and Objects/odictobject.c. See docs/modules.md.
import {
  hash,
  getAttr,
  lookupAttr,
  textOfStr,
  extOf,
  asSsize,
  attributeError,
  binaryOp,
  call,
  callMethod,
  Container,
  defineModule,
  defineType,
  DictType,
  dictGet,
  dictItems,
  dictLength,
  dictPop,
  dictSet,
  dictUpdateFrom,
  drop,
  enterRepr,
  EQ,
  exc,
  type Ext,
  False,
  forEach,
  getIter,
  getItem,
  hold,
  indexError,
  instanceDict,
  intern,
  isCallable,
  isDict,
  isExactDict,
  isTuple,
  keyError,
  leaveRepr,
  listOf,
  lookup,
  type ModuleSpec,
  NB_ADD,
  newError,
  newGenericAlias,
  newList,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  NotImplemented,
  NULL,
  type PyDict,
  type PyStr,
  reprText,
  richCompareBool,
  setItem,
  shortName,
  strFromJs,
  tableOf,
  TPFLAGS_BASETYPE,
  TPFLAGS_MAPPING,
  True,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
  replaceInstanceDict,
  sizeOf,
  tableLog,
  type DictTable,
} from "../core/api.ts";
import { DequeType, IteratorType, ReverseIteratorType } from "./_collections-deque.ts";
import { documented, positionalArguments } from "./documented.ts";

const D = documented("_collections");
const O = documented("collections.OrderedDict");

// ---- defaultdict: the factory is slot 0 of the Ext record, since the payload is dict's

function factoryOf(self: Value): Value | undefined {
  return ((self as Container).aux as Ext | null)?.slots?.[0];
}

function setFactory(vm: Vm, self: Container, value: Value | undefined): void {
  const holder = extOf(self);
  const slots = (holder.slots ??= [undefined]);
  const old = slots[0];
  slots[0] = value === undefined ? undefined : newRef(value);
  if (old !== undefined) drop(vm, old);
}


function copyDefaultDict(vm: Vm, self: Container): Value {
  return call(vm, self.type.obj, [factoryOf(self) ?? None, self]);
}

const DefaultDictType: TypeRec = defineType({
  name: "collections.defaultdict",
  doc: D.doc("defaultdict"),
  base: () => DictType,
  flags: TPFLAGS_BASETYPE | TPFLAGS_MAPPING,
  layoutChange: true,
  methods: {
    __missing__: D.method("defaultdict.__missing__", (vm: Vm, self: Container, key: Value) => {
      const factory = factoryOf(self);
      if (factory === undefined || factory === None) throw keyError(vm, key);
      const made = call(vm, hold(vm, factory), []);
      // The factory may have stored one itself: that stays.
      const known = dictGet(vm, self, key);
      if (known !== undefined) return known;
      dictSet(vm, self, key, made);
      return made;
    }),
    copy: D.method("defaultdict.copy", copyDefaultDict),
    __copy__: D.method("defaultdict.__copy__", copyDefaultDict),
    __reduce__: D.method("defaultdict.__reduce__", (vm: Vm, self: Container) => {
      const factory = factoryOf(self);
      const args = factory === undefined || factory === None ? [] : [factory];
      return newTuple(vm, [self.type.obj, newTuple(vm, args), None, None, getIter(vm, callMethod(vm, self, intern(vm, "items"), []))]);
    }),
    __class_getitem__: D.classMethod("defaultdict.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    default_factory: D.member("defaultdict.default_factory", (_vm, self) => factoryOf(self) ?? None, (vm, self, value) => setFactory(vm, self, value)),
  },
  slots: {
    tp_init: (vm, self: Container, args, kwnames) => {
      const npos = args.length - (kwnames?.length ?? 0);
      let rest = args;
      let factory: Value = None;
      if (npos > 0) {
        factory = args[0]!;
        if (!isCallable(factory) && factory !== None) throw typeError(vm, "first argument must be callable or None");
        rest = args.slice(1);
      }
      setFactory(vm, self, factory);
      DictType.tp_init!(vm, self, rest, kwnames);
    },
    tp_repr: (vm, self: Container) => {
      const factory = factoryOf(self);
      const base = textOfStr(vm, DictType.tp_repr!(vm, self));
      let shown: string;
      if (factory === undefined) shown = "None";
      else if (enterRepr(vm, factory)) shown = "...";
      else {
        try {
          shown = reprText(vm, hold(vm, factory));
        } finally {
          leaveRepr(vm, factory);
        }
      }
      return strFromJs(`${shortName(self.type)}(${shown}, ${base})`);
    },
    nb_or: (vm, left: Value, right: Value) => {
      const owner = typeOf(left).nb_or === DefaultDictType.nb_or ? left : right;
      if (!isDict(left) || !isDict(right)) return NotImplemented;
      const made = call(vm, typeOf(owner).obj, [factoryOf(owner) ?? None, left]);
      dictUpdateFrom(vm, made as PyDict, right);
      return made;
    },
  },
});
DefaultDictType.slotCount = 1;


// ---- OrderedDict: dict keeps the order already; what is added is order in comparison and moving

function orderedKeys(self: PyDict): Value[] {
  return [...dictItems(self)].map(([k]) => k);
}

/** Puts an entry that is there at one end. */
function moveToEnd(vm: Vm, self: PyDict, key: Value, last?: Value): void {
  const toEnd = last === undefined || truth(vm, last);
  const value = dictGet(vm, self, key);
  if (value === undefined) throw keyError(vm, key);
  hold(vm, value);
  let stored: Value = key;
  for (const k of orderedKeys(self)) {
    if (richCompareBool(vm, hold(vm, k), key, EQ)) {
      stored = k;
      break;
    }
  }
  if (toEnd) {
    dictPop(vm, self, stored);
    dictSet(vm, self, stored, value);
    return;
  }
  const others = [...dictItems(self)].filter(([k]) => k !== stored);
  for (const [k, v] of others) {
    hold(vm, k);
    hold(vm, v);
  }
  for (const [k] of others) dictPop(vm, self, k);
  const at = dictGet(vm, self, stored);
  if (at === undefined) dictSet(vm, self, stored, value);
  for (const [k, v] of others) dictSet(vm, self, k, v);
}

function popItem(vm: Vm, self: PyDict, last?: Value): Value {
  const fromEnd = last === undefined || truth(vm, last);
  const table = tableOf(self);
  if (table.used === 0) throw newError(vm, exc.KeyErrorType, "dictionary is empty");
  const { entries } = table;
  let i = fromEnd ? entries.length - 2 : 0;
  while (entries[i] === NULL) i += fromEnd ? -2 : 2;
  const key = hold(vm, entries[i]!);
  const value = hold(vm, entries[i + 1]!);
  const pair = newTuple(vm, [key, value]);
  dictPop(vm, self, key);
  return pair;
}

function pop(vm: Vm, self: PyDict, key: Value, fallback?: Value): Value {
  const exact = self.type === OrderedDictType || lookup(self.type, "__delitem__") === lookup(OrderedDictType, "__delitem__");
  if (dictGet(vm, self, key) !== undefined) {
    if (exact) return dictPop(vm, self, key)!;
    const value = getItem(vm, self, key);
    setItem(vm, self, key, undefined);
    return value;
  }
  if (fallback !== undefined) return fallback;
  if (!exact) {
    const missing = lookup(self.type, "__missing__");
    if (missing !== undefined) return getItem(vm, self, key);
  }
  throw keyError(vm, key);
}

function setDefault(vm: Vm, self: PyDict, key: Value, fallback?: Value): Value {
  const known = dictGet(vm, self, key);
  if (known !== undefined) return self.type === OrderedDictType ? known : getItem(vm, self, key);
  const value = fallback ?? None;
  setItem(vm, self, key, value);
  return value;
}

function update(vm: Vm, self: PyDict, args: readonly Value[], kwargs: { names: readonly PyStr[]; values: readonly Value[] } | undefined): void {
  if (args.length > 1) throw typeError(vm, `update() takes at most 1 positional argument (${args.length} given)`);
  fill(vm, self, args, kwargs?.names ?? [], kwargs?.values ?? []);
}

/** MutableMapping.update: goes through __setitem__ of subclasses. */
function fill(vm: Vm, self: PyDict, args: readonly Value[], names: readonly PyStr[], values: readonly Value[]): void {
  const source = args[0];
  if (source !== undefined) {
    if (self.type === OrderedDictType && (isDict(source) || lookupAttr(vm, source, intern(vm, "keys")) !== undefined)) dictUpdateFrom(vm, self, source);
    else if (isExactDict(source)) for (const [k, v] of Array.from(dictItems(source))) setItem(vm, self, k, v);
    else {
      const keys = lookupAttr(vm, source, intern(vm, "keys"));
      if (keys !== undefined) forEach(vm, call(vm, keys, []), (key) => setItem(vm, self, key, getItem(vm, source, key)));
      else {
        forEach(vm, source, (item) => {
          const pair = listOf(vm, item);
          if (pair.length !== 2) throw newError(vm, exc.ValueErrorType, pair.length < 2 ? `need more than ${pair.length} value${pair.length === 1 ? "" : "s"} to unpack` : "too many values to unpack (expected 2)");
          setItem(vm, self, pair[0]!, pair[1]!);
        });
      }
    }
  }
  for (let k = 0; k < names.length; k++) setItem(vm, self, names[k]!, values[k]!);
}

function copyOrdered(vm: Vm, self: PyDict): Value {
  const made = self.type === OrderedDictType ? newSubclassInstance(vm, OrderedDictType, new (tableOf(self).constructor as new () => object)()) : call(vm, self.type.obj, []);
  const ext = self.aux as Ext | null;
  if (ext !== null && ext.dict !== null) dictUpdateFrom(vm, instanceDict(vm, made as Container), ext.dict);
  for (const [k, v] of Array.from(dictItems(self))) {
    hold(vm, k);
    if (self.type === OrderedDictType) dictSet(vm, made as PyDict, k, v);
    else setItem(vm, made, k, getItem(vm, self, k));
  }
  return made;
}

const OrderedDictType: TypeRec = defineType({
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
    __sizeof__: O.method("__sizeof__", (vm: Vm, self: PyDict) => {
      const n = dictLength(self);
      const log = tableLog(self.data as DictTable);
      return sizeOf(vm, self) + (log > 0 ? 8 * 2 ** log : 0) + 32 * n;
    }),
    __reduce__: O.method("__reduce__", (vm: Vm, self: PyDict) => {
      const ext = self.aux as Ext | null;
      const state = ext?.dict !== undefined && ext.dict !== null && dictLength(ext.dict) > 0 ? ext.dict : None;
      return newTuple(vm, [self.type.obj, newTuple(vm, []), state, None, getIter(vm, callMethod(vm, self, intern(vm, "items"), []))]);
    }),
    setdefault: O.method("setdefault", setDefault),
    pop: O.method("pop", pop),
    popitem: O.method("popitem", popItem),
    update: O.method("update", update, "($self, /, *args, **kwargs)"),
    copy: O.method("copy", copyOrdered),
    __reversed__: O.method("__reversed__", (vm: Vm, self: PyDict) => getIter(vm, newList(vm, orderedKeys(self).reverse()))),
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
      fill(vm, self, args.slice(0, npos), kwnames ?? [], args.slice(npos));
    },
    tp_repr: (vm, self: PyDict) => {
      if (enterRepr(vm, self)) return newStr("...");
      try {
        if (dictLength(self) === 0) return strFromJs(`${shortName(self.type)}()`);
        const parts: string[] = [];
        for (const [k, v] of Array.from(dictItems(self))) {
          hold(vm, v);
          parts.push(`${reprText(vm, hold(vm, k))}: ${reprText(vm, v)}`);
        }
        return strFromJs(`${shortName(self.type)}({${parts.join(", ")}})`);
      } finally {
        leaveRepr(vm, self);
      }
    },
    tp_richcompare: (vm, left, right, op) => {
      if ((op !== 2 && op !== 3) || !isDict(left) || !isDict(right)) return NotImplemented;
      const answer = DictType.tp_richcompare!(vm, left, right, 2);
      if (answer === NotImplemented) return NotImplemented;
      let equal = answer === True;
      if (equal && isOrdered(left) && isOrdered(right)) {
        const a = orderedKeys(left);
        const b = orderedKeys(right);
        equal = a.every((k, i) => richCompareBool(vm, hold(vm, k), hold(vm, b[i]!), EQ));
      }
      return equal === (op === 2) ? True : False;
    },
    nb_or: (vm, left: Value, right: Value) => {
      const owner = typeOf(left).nb_or === OrderedDictType.nb_or ? left : right;
      if (!isDict(left) || !isDict(right)) return NotImplemented;
      const made = call(vm, typeOf(owner).obj, [left]);
      fill(vm, made as PyDict, [right], [], []);
      return made;
    },
    nb_inplace_or: (vm, left: PyDict, right: Value) => {
      fill(vm, left, [right], [], []);
      return left;
    },
  },
});

function isOrdered(v: PyDict): boolean {
  return v.type === OrderedDictType || v.type.mro.includes(OrderedDictType);
}

// ---- _tuplegetter

interface TupleGetter {
  index: number;
  doc: Value;
}
const getterOf = (self: Value): TupleGetter => (self as Container).data as TupleGetter;

const TupleGetterType: TypeRec = defineType({
  name: "collections._tuplegetter",
  layoutChange: true,
  methods: {
    __reduce__: D.method("_tuplegetter.__reduce__", (vm: Vm, self: Container) => newTuple(vm, [self.type.obj, newTuple(vm, [getterOf(self).index, getterOf(self).doc])])),
  },
  getset: {
    __doc__: D.member("_tuplegetter.__doc__", (_vm, self) => getterOf(self).doc, (vm, self, value) => {
      const old = getterOf(self).doc;
      getterOf(self).doc = newRef(value ?? None);
      drop(vm, old);
    }),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [index, doc] = positionalArguments(vm, "_tuplegetter", type === TupleGetterType, args, kwnames, 2, 2);
      return newSubclassInstance(vm, type, { index: asSsize(vm, index!), doc: newRef(doc!) } satisfies TupleGetter);
    },
    tp_repr: (vm, self) => strFromJs(`${shortName((self as Container).type)}(${getterOf(self).index}, ${reprText(vm, getterOf(self).doc)})`),
    tp_descr_get: (vm, self, object) => {
      if (object === undefined) return self;
      if (!isTuple(object)) {
        if (object === None) return self;
        throw typeError(vm, `descriptor for index '${getterOf(self).index}' for tuple subclasses doesn't apply to '${typeOf(object).name}' object`);
      }
      const items = object.data as Value[];
      const { index } = getterOf(self);
      if (index < 0 || index >= items.length) throw indexError(vm, "tuple index out of range");
      return items[index]!;
    },
    tp_descr_set: (vm, _self, _object, value) => {
      throw attributeError(vm, value === undefined ? "can't delete attribute" : "can't set attribute");
    },
    tp_traverse: (self: Container, visit) => visit(getterOf(self).doc),
    tp_clear: (vm, self: Container) => {
      const old = getterOf(self).doc;
      getterOf(self).doc = None;
      drop(vm, old);
    },
  },
});

// ---- Counter's helper

function countElements(vm: Vm, mapping: Value, iterable: Value): void {
  const plain = isDict(mapping) && lookup(mapping.type, "get") === lookup(DictType, "get") && lookup(mapping.type, "__setitem__") === lookup(DictType, "__setitem__");
  if (plain) {
    forEach(vm, iterable, (key) => {
      // An unhashable key is named here plainly, not as a dict key.
      if (typeof key !== "number") hash(vm, key);
      const known = dictGet(vm, mapping, key);
      dictSet(vm, mapping, key, known === undefined ? 1 : typeof known === "number" && known < Number.MAX_SAFE_INTEGER ? known + 1 : binaryOp(vm, known, 1, NB_ADD));
    });
    return;
  }
  const get = getAttr(vm, mapping, intern(vm, "get"));
  forEach(vm, iterable, (key) => setItem(vm, mapping, key, binaryOp(vm, call(vm, get, [key, 0]), 1, NB_ADD)));
}

export const collectionsModule: ModuleSpec = defineModule({
  name: "_collections",
  doc: D.doc(""),
  functions: { _count_elements: D.func("_count_elements", countElements) },
  types: {
    deque: DequeType,
    defaultdict: DefaultDictType,
    OrderedDict: OrderedDictType,
    _deque_iterator: IteratorType,
    _deque_reverse_iterator: ReverseIteratorType,
    _tuplegetter: TupleGetterType,
  },
});
