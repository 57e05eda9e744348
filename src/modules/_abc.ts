// _abc: the registry and the caches behind abc.ABCMeta. Mirrors Modules/_abc.c. See docs/modules.md.
import {
  bigValue,
  callMethod,
  type Container,
  defineModule,
  defineType,
  dictDeleteStr,
  dictGetText,
  dictItems,
  exc,
  forEach,
  getAttrText,
  intern,
  isBigOrInt,
  isList,
  isStr,
  isSubclass,
  isSubtype,
  isType,
  type ModuleSpec,
  newError,
  newFrozenSet,
  newSet,
  newSubclassInstance,
  newTuple,
  newWeakref,
  noteOwned,
  NotImplemented,
  lookupAttr,
  lookupAttrText,
  recOf,
  ReferenceType,
  runtimeError,
  setAttrText,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_MAPPING,
  TPFLAGS_SEQUENCE,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  True,
  False,
  type Value,
  type Vm,
} from "../core/api.ts";
import { documented } from "./documented.ts";
import { startDocs } from "./start-docs.generated.ts";

const D = documented("_abc", startDocs);
const COLLECTION_FLAGS = TPFLAGS_SEQUENCE | TPFLAGS_MAPPING;

/** Classes are kept without a count: those that have died are passed over. */
interface AbcData {
  registry: Set<TypeRec>;
  cache: Set<TypeRec>;
  negative: Set<TypeRec>;
  negativeVersion: number;
}

interface State {
  invalidation: number;
}
const stateOf = (vm: Vm): State => vm.stateOf("_abc", () => ({ invalidation: 0 }));

const AbcDataType: TypeRec = defineType({
  name: "_abc._abc_data",
  doc: D.doc("_abc_data"),
  layoutChange: true,
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { registry: new Set(), cache: new Set(), negative: new Set(), negativeVersion: stateOf(vm).invalidation } satisfies AbcData),
  },
});

function dataOf(vm: Vm, cls: Value): AbcData {
  const impl = getAttrText(vm, cls, "_abc_impl");
  if (typeOf(impl) !== AbcDataType) throw typeError(vm, "_abc_impl is set to a wrong type");
  return (impl as Container).data as AbcData;
}

function has(set: Set<TypeRec>, type: TypeRec): boolean {
  return set.has(type);
}

function add(set: Set<TypeRec>, type: TypeRec): void {
  if (set.size > 64) for (const old of set) if (old.cleared) set.delete(old);
  set.add(type);
}

const isAbstract = (vm: Vm, v: Value): boolean => {
  const flag = lookupAttrText(vm, v, "__isabstractmethod__");
  return flag !== undefined && truth(vm, flag);
};

function computeAbstractMethods(vm: Vm, cls: Container): void {
  const abstracts: Value[] = [];
  const ns = getAttrText(vm, cls, "__dict__");
  const dict = isType(cls) ? recOf(cls).dict : (ns as Container);
  for (const [key, value] of Array.from(dictItems(dict))) if (isAbstract(vm, value)) abstracts.push(key);
  forEach(vm, getAttrText(vm, cls, "__bases__"), (base) => {
    const inherited = lookupAttrText(vm, base, "__abstractmethods__");
    if (inherited === undefined) return;
    forEach(vm, inherited, (name) => {
      if (!isStr(name)) throw typeError(vm, "attribute name must be string, not '" + typeOf(name).name + "'");
      const value = lookupAttr(vm, cls, name);
      if (value !== undefined && isAbstract(vm, value)) {
        noteOwned(vm, name);
        if (typeof name !== "number") name.rc++;
        abstracts.push(name);
      }
    });
  });
  setAttrText(vm, cls, "__abstractmethods__", newFrozenSet(vm, abstracts));
}

function abcInit(vm: Vm, self: Value): void {
  computeAbstractMethods(vm, self as Container);
  setAttrText(vm, self, "_abc_impl", AbcDataType.tp_new!(vm, AbcDataType, [], null));
  if (!isType(self)) return;
  const type = recOf(self);
  const wanted = dictGetText(type.dict, "__abc_tpflags__");
  if (wanted === undefined) return;
  if (isBigOrInt(wanted)) {
    const flags = Number(bigValue(wanted) & BigInt(COLLECTION_FLAGS));
    if (flags === COLLECTION_FLAGS) throw typeError(vm, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    if (flags !== 0) type.flags = (type.flags & ~COLLECTION_FLAGS) | flags;
  }
  dictDeleteStr(vm, type.dict, intern(vm, "__abc_tpflags__"));
}

/** Passes "is a sequence" or "is a mapping" for match statements to a registered class and its subclasses. */
function setCollectionFlags(vm: Vm, type: TypeRec, flags: number): void {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0 || (type.flags & TPFLAGS_IMMUTABLETYPE) !== 0 || (type.flags & COLLECTION_FLAGS) === flags) return;
  type.flags = (type.flags & ~COLLECTION_FLAGS) | flags;
  for (const subclass of vm.subclasses.get(type) ?? []) setCollectionFlags(vm, subclass, flags);
}

function abcRegister(vm: Vm, self: Value, subclass: Value): Value {
  if (!isType(subclass)) throw typeError(vm, "Can only register classes");
  if (isSubclass(vm, subclass, self)) return subclass;
  if (isSubclass(vm, self, subclass)) throw runtimeError(vm, "Refusing to create an inheritance cycle");
  add(dataOf(vm, self).registry, recOf(subclass));
  stateOf(vm).invalidation++;
  if (isType(self)) {
    const flags = recOf(self).flags & COLLECTION_FLAGS;
    if (flags !== 0) setCollectionFlags(vm, recOf(subclass), flags);
  }
  return subclass;
}

function abcInstanceCheck(vm: Vm, self: Value, instance: Value): Value {
  const data = dataOf(vm, self);
  const subclass = lookupAttrText(vm, instance, "__class__") ?? typeOf(instance).obj;
  if (isType(subclass) && has(data.cache, recOf(subclass))) return True;
  const subtype = typeOf(instance).obj;
  const check = intern(vm, "__subclasscheck__");
  if (subtype === subclass) {
    if (data.negativeVersion === stateOf(vm).invalidation && has(data.negative, recOf(subclass))) return False;
    return callMethod(vm, self, check, [subclass]);
  }
  const answer = callMethod(vm, self, check, [subclass]);
  return truth(vm, answer) ? answer : callMethod(vm, self, check, [subtype]);
}

function abcSubclassCheck(vm: Vm, self: Value, subclass: Value): Value {
  if (!isType(subclass)) throw typeError(vm, "issubclass() arg 1 must be a class");
  const data = dataOf(vm, self);
  const type = recOf(subclass);
  if (has(data.cache, type)) return True;
  const { invalidation } = stateOf(vm);
  if (data.negativeVersion < invalidation) {
    data.negative.clear();
    data.negativeVersion = invalidation;
  } else if (has(data.negative, type)) return False;
  const ok = callMethod(vm, self, intern(vm, "__subclasshook__"), [subclass]);
  if (ok === True) {
    add(data.cache, type);
    return True;
  }
  if (ok === False) {
    add(data.negative, type);
    return False;
  }
  if (ok !== NotImplemented) throw newError(vm, exc.AssertionErrorType, "__subclasshook__ must return either False, True, or NotImplemented");
  if (isType(self) && isSubtype(type, recOf(self))) {
    add(data.cache, type);
    return True;
  }
  for (const registered of Array.from(data.registry)) {
    if (registered.cleared) continue;
    if (isSubclass(vm, subclass, registered.obj)) {
      add(data.cache, type);
      return True;
    }
  }
  const subclasses = callMethod(vm, self, intern(vm, "__subclasses__"), []);
  if (!isList(subclasses)) throw typeError(vm, "__subclasses__() must return a list");
  for (const candidate of Array.from(subclasses.data as Value[])) {
    if (isSubclass(vm, subclass, candidate)) {
      add(data.cache, type);
      return True;
    }
  }
  add(data.negative, type);
  return False;
}

function getDump(vm: Vm, self: Value): Value {
  const data = dataOf(vm, self);
  const refs = (set: Set<TypeRec>): Value => newSet(vm, [...set].filter((t) => !t.cleared).map((t) => newWeakref(vm, ReferenceType, t.obj, undefined)));
  return newTuple(vm, [refs(data.registry), refs(data.cache), refs(data.negative), data.negativeVersion]);
}


export const abcModule: ModuleSpec = defineModule({
  name: "_abc",
  doc: D.doc(""),
  functions: {
    get_cache_token: D.func("get_cache_token", (vm: Vm) => stateOf(vm).invalidation),
    _abc_init: D.func("_abc_init", abcInit),
    _abc_register: D.func("_abc_register", abcRegister),
    _abc_instancecheck: D.func("_abc_instancecheck", abcInstanceCheck),
    _abc_subclasscheck: D.func("_abc_subclasscheck", abcSubclassCheck),
    _get_dump: D.func("_get_dump", getDump),
    _reset_registry: D.func("_reset_registry", (vm: Vm, self: Value) => dataOf(vm, self).registry.clear()),
    _reset_caches: D.func("_reset_caches", (vm: Vm, self: Value) => {
      const data = dataOf(vm, self);
      data.cache.clear();
      data.negative.clear();
    }),
  },
});

