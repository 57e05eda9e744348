// _functools: partial, reduce, cmp_to_key and the cache behind functools.lru_cache. Mirrors Modules/_functoolsmodule.c.
// See docs/modules.md.
import {
  call,
  Container,
  defineModule,
  defineType,
  getset,
  dictClear,
  dictCopy,
  dictGet,
  dictItems,
  dictLength,
  dictPop,
  dictSet,
  drop,
  dropError,
  dropStopValue,
  enterRepr,
  exc,
  type Ext,
  fullTypeName,
  getAttrText,
  getIter,
  asSsize,
  hash,
  hold,
  instanceDict,
  isBigOrInt,
  isCallable,
  isExactDict,
  isExactStr,
  isStr,
  isTuple,
  isDict,
  iterNext,
  leaveRepr,
  matches,
  type ModuleSpec,
  newGenericAlias,
  newMethod,
  newRef,
  newScopedDict,
  newStr,
  newSubclassInstance,
  newTrackedDict,
  newTuple,
  newDict,
  None,
  NO_TEXT,
  noteOwned,
  type PyDict,
  type PyStr,
  type PyTuple,
  replaceInstanceDict,
  reprText,
  richCompare,
  strFromJs,
  textOf,
  textOfStr,
  track,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_METHOD_DESCRIPTOR,
  truth,
  TupleType,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
  attributeError,
  closeScope,
  method,
  IMMORTAL,
  Leaf,
} from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";

const D = documented("_functools");
type Kw = readonly PyStr[] | null;
type Args = readonly Value[];

// ---- Placeholder

const PlaceholderType: TypeRec = defineType({
  name: "functools._PlaceholderType",
  doc: D.doc("_PlaceholderType"),
  leaf: true,
  methods: { __reduce__: D.method("_PlaceholderType.__reduce__", () => newStr("Placeholder")) },
  slots: {
    tp_new: (vm, _type, args) => {
      if (args.length > 0) throw typeError(vm, "PlaceholderType takes no arguments");
      return Placeholder;
    },
    tp_repr: () => newStr("Placeholder"),
  },
});
export const Placeholder = new Leaf(PlaceholderType, null, null);
Placeholder.rc = IMMORTAL;

// ---- partial

interface Partial {
  func: Value;
  args: PyTuple;
  keywords: PyDict;
  placeholders: number;
}
const partialOf = (self: Value): Partial => (self as Container).data as Partial;
const itemsOf = (tuple: PyTuple): Value[] => tuple.data as Value[];

/** The dict of an object that is cleared: what dies needs none, and must not fail for want of memory. */
const emptied = (self: Container): PyDict | null => (self.rc === 0 ? null : newDict());

/** Positional arguments with the placeholders of `stored` filled from `given`; those left over follow. */
function fill(stored: readonly Value[], given: readonly Value[]): Value[] {
  const all: Value[] = [];
  let next = 0;
  for (const v of stored) all.push(v === Placeholder && next < given.length ? given[next++]! : v);
  for (; next < given.length; next++) all.push(given[next]!);
  return all;
}

function partial_new(vm: Vm, type: TypeRec, args: Args, kwnames: Kw): Value {
  const nkw = kwnames?.length ?? 0;
  const npos = args.length - nkw;
  if (npos < 1) throw typeError(vm, "type 'partial' takes at least one argument");
  let func = args[0]!;
  if (!isCallable(func)) throw typeError(vm, "the first argument must be callable");
  if (npos > 1 && args[npos - 1] === Placeholder) throw typeError(vm, "trailing Placeholders are not allowed");
  for (let k = 0; k < nkw; k++) if (args[npos + k] === Placeholder) throw typeError(vm, "Placeholder cannot be passed as a keyword argument");
  let positional = args.slice(1, npos);
  const keywords = newScopedDict(vm);
  if (typeOf(func).tp_call === partial_call) {
    const inner = partialOf(func);
    const ext = (func as Container).aux as Ext | null;
    // A partial with attributes of its own is kept as it is.
    if (ext === null || ext.dict === null) {
      func = inner.func;
      positional = fill(itemsOf(inner.args), positional);
      for (const [k, v] of dictItems(inner.keywords)) dictSet(vm, keywords, k, v);
    }
  }
  for (let k = 0; k < nkw; k++) dictSet(vm, keywords, kwnames![k]!, args[npos + k]!);
  const stored = newTuple(vm, positional);
  return newSubclassInstance(vm, type, makePartial(func, stored, keywords));
}

function makePartial(func: Value, args: PyTuple, keywords: PyDict): Partial {
  return { func: newRef(func), args: newRef(args), keywords: newRef(keywords), placeholders: itemsOf(args).filter((v) => v === Placeholder).length };
}

function partial_call(vm: Vm, self: Value, args: Args, kwnames: Kw): Value {
  const { func, args: stored, keywords, placeholders } = partialOf(self);
  const nkw = kwnames?.length ?? 0;
  const npos = args.length - nkw;
  if (npos < placeholders) throw typeError(vm, `missing positional arguments in 'partial' call; expected at least ${placeholders}, got ${npos}`);
  hold(vm, func);
  hold(vm, stored);
  hold(vm, keywords);
  if (dictLength(keywords) === 0) {
    if (placeholders === 0) return call(vm, func, [...itemsOf(stored), ...args], kwnames);
    return call(vm, func, [...fill(itemsOf(stored), args.slice(0, npos)), ...args.slice(npos)], kwnames);
  }
  const positional = placeholders === 0 ? [...itemsOf(stored), ...args.slice(0, npos)] : fill(itemsOf(stored), args.slice(0, npos));
  const names: PyStr[] = [];
  const values: Value[] = [];
  for (const [k, v] of dictItems(keywords)) {
    names.push(k as PyStr);
    values.push(v);
  }
  for (let k = 0; k < nkw; k++) {
    const name = kwnames![k]!;
    const text = textOf(name);
    const at = names.findIndex((n) => n === name || (isStr(n) && textOf(n) === text));
    if (at >= 0) values[at] = args[npos + k]!;
    else {
      names.push(name);
      values.push(args[npos + k]!);
    }
  }
  if (names.some((n) => !isStr(n))) throw typeError(vm, "keywords must be strings");
  return call(vm, func, [...positional, ...values], names);
}

function partial_repr(vm: Vm, self: Value): Value {
  if (enterRepr(vm, self)) return newStr("...");
  try {
    const { func, args, keywords } = partialOf(self);
    hold(vm, func);
    let text = "";
    hold(vm, args);
    hold(vm, keywords);
    for (const v of itemsOf(args)) text += `, ${reprText(vm, v)}`;
    for (const [k, v] of dictItems(keywords)) {
      hold(vm, k);
      hold(vm, v);
      text += `, ${textOfStr(vm, k)}=${reprText(vm, v)}`;
    }
    return strFromJs(`${fullTypeName(self)}(${reprText(vm, func)}${text})`);
  } finally {
    leaveRepr(vm, self);
  }
}

function partial_setstate(vm: Vm, self: Container, state: Value): void {
  const parts = isTuple(state) && itemsOf(state).length === 4 ? itemsOf(state) : null;
  if (parts === null || !isCallable(parts[0]!) || !isTuple(parts[1]!) || (parts[2] !== None && !isDict(parts[2]!)) || (parts[3] !== None && !isDict(parts[3]!))) throw typeError(vm, "invalid partial state");
  const [func, args, keywords, attributes] = parts as [Value, PyTuple, Value, Value];
  const items = itemsOf(args);
  if (items.length > 0 && items[items.length - 1] === Placeholder) throw typeError(vm, "trailing Placeholders are not allowed");
  const stored = args.type === TupleType ? args : newTuple(vm, items.slice());
  const kept = keywords === None ? newScopedDict(vm) : isExactDict(keywords) ? keywords : dictCopy(vm, keywords as PyDict);
  const old = partialOf(self);
  self.data = makePartial(func, stored, kept);
  if (attributes === None) {
    const ext = self.aux as Ext | null;
    if (ext !== null && ext.dict !== null) {
      const dict = ext.dict;
      ext.dict = null;
      drop(vm, dict);
    }
  } else replaceInstanceDict(vm, self, attributes as PyDict);
  drop(vm, old.func);
  drop(vm, old.args);
  drop(vm, old.keywords);
}

function setDict(vm: Vm, self: Container, value: Value | undefined): void {
  if (value === undefined) throw typeError(vm, "cannot delete __dict__");
  if (!isDict(value)) throw typeError(vm, `__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
  replaceInstanceDict(vm, self, value);
}

const PartialType: TypeRec = defineType({
  name: "functools.partial",
  doc: D.doc("partial"),
  ...D.signature("partial"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    __reduce__: D.method("partial.__reduce__", (vm: Vm, self: Container) => {
      const { func, args, keywords } = partialOf(self);
      const ext = self.aux as Ext | null;
      return newTuple(vm, [self.type.obj, newTuple(vm, [func]), newTuple(vm, [func, args, keywords, ext?.dict ?? None])]);
    }),
    __setstate__: D.method("partial.__setstate__", partial_setstate),
    __class_getitem__: D.classMethod("partial.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    func: D.member("partial.func", (_vm, self) => partialOf(self).func),
    args: D.member("partial.args", (_vm, self) => partialOf(self).args),
    keywords: D.member("partial.keywords", (_vm, self) => partialOf(self).keywords),
    __dict__: D.getset("partial.__dict__", (vm, self) => instanceDict(vm, self), setDict),
  },
  slots: {
    tp_new: partial_new,
    tp_call: partial_call,
    tp_repr: partial_repr,
    tp_descr_get: (vm, self, object) => (object === undefined || object === None ? self : newMethod(vm, self, object)),
    tp_traverse: (self: Container, visit) => {
      const { func, args, keywords } = partialOf(self);
      visit(func);
      visit(args);
      visit(keywords);
    },
    tp_clear: (vm, self: Container) => {
      const { func, args, keywords } = partialOf(self);
      if (keywords === null) return;
      self.data = { func: None, args: newTuple(vm, []), keywords: emptied(self) as PyDict, placeholders: 0 } satisfies Partial;
      drop(vm, func);
      drop(vm, args);
      drop(vm, keywords);
    },
  },
});

// ---- cmp_to_key

interface KeyWrapper {
  compare: Value;
  object: Value | undefined;
}
const wrapperOf = (self: Value): KeyWrapper => (self as Container).data as KeyWrapper;
const keyArguments = constructorArguments("K", "(obj)");

function newKeyWrapper(vm: Vm, compare: Value, object: Value | undefined): Container {
  const made = new Container(KeyWrapperType, { compare: newRef(compare), object: object === undefined ? undefined : newRef(object) } satisfies KeyWrapper, null);
  track(vm, made);
  return noteOwned(vm, made);
}

const KeyWrapperType: TypeRec = defineType({
  name: "functools.KeyWrapper",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  getset: {
    __text_signature__: getset(() => newStr("(obj)")),
    obj: D.member(
      "KeyWrapper.obj",
      (_vm, self) => wrapperOf(self).object ?? None,
      (vm, self, value) => {
        const state = wrapperOf(self);
        const old = state.object;
        state.object = value === undefined ? undefined : newRef(value);
        if (old !== undefined) drop(vm, old);
      },
    ),
  },
  slots: {
    tp_hash: null,
    tp_call: (vm, self, args, kwnames) => newKeyWrapper(vm, wrapperOf(self).compare, keyArguments(vm, args, kwnames)[0] as Value),
    tp_richcompare: (vm, left, right, op) => {
      if (typeOf(right) !== KeyWrapperType) throw typeError(vm, "other argument must be K instance");
      const a = wrapperOf(left);
      const b = wrapperOf(right);
      if (a.object === undefined || b.object === undefined) throw attributeError(vm, "object");
      const answer = call(vm, hold(vm, a.compare), [hold(vm, a.object), hold(vm, b.object)]);
      return richCompare(vm, answer, 0, op);
    },
    tp_traverse: (self: Container, visit) => {
      const { compare, object } = wrapperOf(self);
      visit(compare);
      if (object !== undefined) visit(object);
    },
    tp_clear: (vm, self: Container) => {
      const { compare, object } = wrapperOf(self);
      self.data = { compare: None, object: undefined } satisfies KeyWrapper;
      drop(vm, compare);
      if (object !== undefined) drop(vm, object);
    },
  },
});

// ---- reduce

function reduce(vm: Vm, func: Value, iterable: Value, initial?: Value): Value {
  let iterator: Value;
  try {
    iterator = getIter(vm, iterable);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, "reduce() arg 2 must support iteration");
  }
  // The accumulator is owned here: scopes are closed on every turn.
  let result = initial === undefined ? undefined : newRef(initial);
  try {
    for (;;) {
      const mark = vm.scopeCount;
      const item = iterNext(vm, iterator);
      if (item === undefined) {
        dropStopValue(vm);
        break;
      }
      hold(vm, item);
      const next = newRef(result === undefined ? item : call(vm, func, [result, item]));
      const old = result;
      result = next;
      if (old !== undefined) drop(vm, old);
      closeScope(vm, mark);
    }
  } catch (error) {
    if (result !== undefined) drop(vm, result);
    throw error;
  }
  if (result === undefined) throw typeError(vm, "reduce() of empty iterable with no initial value");
  return noteOwned(vm, result);
}

// ---- lru_cache

interface CacheEntry {
  readonly number: number;
  readonly key: Value;
  readonly value: Value;
  /** Neighbours by last use, in caches with a bound. */
  older: CacheEntry | null;
  newer: CacheEntry | null;
}

interface LruCache {
  func: Value;
  infoType: Value;
  /** -1 for no bound, 0 for no cache. */
  maxsize: number;
  typed: boolean;
  hits: number;
  misses: number;
  /** Key to entry number. */
  index: PyDict;
  /** Entries by number. */
  entries: Map<number, CacheEntry>;
  nextEntry: number;
  /** Ends of the chain of entries by last use: moving one within a Map would cost much more. */
  oldest: CacheEntry | null;
  newest: CacheEntry | null;
}
const cacheOf = (self: Value): LruCache => (self as Container).data as LruCache;
const cacheArguments = constructorArguments("lru_cache", "(user_function, maxsize, typed, cache_info_type)");

function lru_new(vm: Vm, type: TypeRec, args: Args, kwnames: Kw): Value {
  const [func, maxsizeArgument, typedArgument, infoType] = cacheArguments(vm, args, kwnames) as [Value, Value, Value, Value];
  const typed = truth(vm, typedArgument);
  if (!isCallable(func)) throw typeError(vm, "the first argument must be callable");
  let maxsize: number;
  if (maxsizeArgument === None) maxsize = -1;
  else if (isBigOrInt(maxsizeArgument) || typeOf(maxsizeArgument).nb_index !== undefined) maxsize = Math.max(0, asSsize(vm, maxsizeArgument));
  else throw typeError(vm, "maxsize should be integer or None");
  return newSubclassInstance(vm, type, { func: newRef(func), infoType: newRef(infoType), maxsize, typed, hits: 0, misses: 0, index: newTrackedDict(vm), entries: new Map(), nextEntry: 0, oldest: null, newest: null } satisfies LruCache);
}

/** Stands between positional and keyword arguments in a key; nothing of Python's equals it. */
export const keywordMark = new Leaf(PlaceholderType, "keywords", null);
keywordMark.rc = IMMORTAL;

function makeKey(vm: Vm, args: Args, kwnames: Kw, typed: boolean): Value {
  const nkw = kwnames?.length ?? 0;
  if (!typed && nkw === 0 && args.length === 1) {
    const only = args[0]!;
    if (typeof only === "number" || isExactStr(only)) return only;
  }
  const npos = args.length - nkw;
  const key = args.slice(0, npos);
  if (nkw > 0) {
    key.push(keywordMark);
    for (let k = 0; k < nkw; k++) key.push(kwnames![k]!, args[npos + k]!);
  }
  if (typed) for (const v of args) key.push(typeOf(v).obj);
  return newTuple(vm, key);
}

/** The entry number under a key; an unhashable argument is named, not the key made of it. */
function lookupKey(vm: Vm, index: PyDict, key: Value): Value | undefined {
  try {
    return dictGet(vm, index, key);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    hash(vm, key);
    return dictGet(vm, index, key);
  }
}

function unlink(cache: LruCache, entry: CacheEntry): void {
  const { older, newer } = entry;
  if (older === null) cache.oldest = newer;
  else older.newer = newer;
  if (newer === null) cache.newest = older;
  else newer.older = older;
}

function linkNewest(cache: LruCache, entry: CacheEntry): void {
  const last = cache.newest;
  entry.older = last;
  entry.newer = null;
  if (last === null) cache.oldest = entry;
  else last.newer = entry;
  cache.newest = entry;
}

function lru_call(vm: Vm, self: Value, args: Args, kwnames: Kw): Value {
  const cache = cacheOf(self);
  if (cache.maxsize === 0) {
    cache.misses++;
    return call(vm, hold(vm, cache.func), args, kwnames);
  }
  const key = makeKey(vm, args, kwnames, cache.typed);
  const known = lookupKey(vm, cache.index, key);
  if (known !== undefined) {
    const entry = cache.entries.get(known as number);
    if (entry !== undefined) {
      if (cache.maxsize > 0 && cache.newest !== entry) {
        unlink(cache, entry);
        linkNewest(cache, entry);
      }
      cache.hits++;
      return hold(vm, entry.value);
    }
  }
  cache.misses++;
  const result = call(vm, hold(vm, cache.func), args, kwnames);
  // The call may have filled this key or emptied the cache.
  if (dictGet(vm, cache.index, key) !== undefined) return result;
  if (cache.maxsize > 0 && cache.entries.size >= cache.maxsize) {
    const entry = cache.oldest!;
    unlink(cache, entry);
    cache.entries.delete(entry.number);
    noteOwned(vm, entry.key);
    noteOwned(vm, entry.value);
    dictPop(vm, cache.index, entry.key);
  }
  const number = cache.nextEntry++;
  dictSet(vm, cache.index, key, number);
  const entry: CacheEntry = { number, key: newRef(key), value: newRef(result), older: null, newer: null };
  cache.entries.set(number, entry);
  if (cache.maxsize > 0) linkNewest(cache, entry);
  return result;
}

function clearCache(vm: Vm, cache: LruCache): void {
  const entries = cache.entries;
  cache.entries = new Map();
  cache.oldest = cache.newest = null;
  dictClear(vm, cache.index);
  for (const { key, value } of entries.values()) {
    drop(vm, key);
    drop(vm, value);
  }
}

const LruCacheType: TypeRec = defineType({
  name: "functools._lru_cache_wrapper",
  doc: D.doc("_lru_cache_wrapper"),
  flags: TPFLAGS_BASETYPE | TPFLAGS_METHOD_DESCRIPTOR,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    cache_info: D.method("_lru_cache_wrapper.cache_info", (vm: Vm, self: Container) => {
      const { hits, misses, maxsize, entries, infoType } = cacheOf(self);
      return call(vm, infoType, [hits, misses, maxsize < 0 ? None : maxsize, entries.size]);
    }),
    cache_clear: D.method("_lru_cache_wrapper.cache_clear", (vm: Vm, self: Container) => {
      const cache = cacheOf(self);
      cache.hits = cache.misses = 0;
      clearCache(vm, cache);
    }),
    __reduce__: D.method("_lru_cache_wrapper.__reduce__", (vm: Vm, self: Container) => getAttrText(vm, self, "__qualname__")),
    __copy__: method("($self, /)", null, (_vm: Vm, self: Container) => self, NO_TEXT),
    __deepcopy__: method("($self, memo, /)", null, (_vm: Vm, self: Container) => self, NO_TEXT),
  },
  getset: { __dict__: D.getset("_lru_cache_wrapper.__dict__", (vm, self) => instanceDict(vm, self), setDict) },
  slots: {
    tp_new: lru_new,
    tp_call: lru_call,
    tp_descr_get: (vm, self, object) => (object === undefined || object === None ? self : newMethod(vm, self, object)),
    tp_traverse: (self: Container, visit) => {
      const { func, infoType, index, entries } = cacheOf(self);
      visit(func);
      visit(infoType);
      visit(index);
      for (const { key, value } of entries.values()) {
        visit(key);
        visit(value);
      }
    },
    tp_clear: (vm, self: Container) => {
      const cache = cacheOf(self);
      if (cache.index === null) return;
      clearCache(vm, cache);
      const { func, infoType, index } = cache;
      cache.func = None;
      cache.infoType = None;
      cache.index = emptied(self) as PyDict;
      drop(vm, func);
      drop(vm, infoType);
      drop(vm, index);
    },
  },
});

export const functoolsModule: ModuleSpec = defineModule({
  name: "_functools",
  doc: D.doc(""),
  functions: {
    reduce: D.func("reduce", reduce),
    cmp_to_key: D.func("cmp_to_key", (vm: Vm, mycmp: Value) => newKeyWrapper(vm, mycmp, undefined)),
  },
  types: { partial: PartialType, _PlaceholderType: PlaceholderType, _lru_cache_wrapper: LruCacheType },
  attributes: { Placeholder: () => Placeholder },
});
