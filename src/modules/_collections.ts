// _collections: defaultdict, namedtuple's field getter and Counter's helper; deque is in _collections-deque.ts, OrderedDict in
// _collections-ordered.ts. Mirrors Modules/_collectionsmodule.c. See docs/modules.md.
import {
  hash,
  getAttr,
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
  dictSet,
  dictUpdateFrom,
  drop,
  enterRepr,
  type Ext,
  forEach,
  getIter,
  hold,
  indexError,
  intern,
  isCallable,
  isDict,
  isExactStr,
  isTuple,
  keyError,
  leaveRepr,
  lookup,
  type ModuleSpec,
  NB_ADD,
  newGenericAlias,
  newRef,
  newSubclassInstance,
  newTuple,
  None,
  NotImplemented,
  type PyDict,
  reprText,
  setItem,
  shortName,
  strFromJs,
  TPFLAGS_BASETYPE,
  TPFLAGS_MAPPING,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  type Vm,
} from "../core/api.ts";
import { DequeType, IteratorType, ReverseIteratorType } from "./_collections-deque.ts";
import { OrderedDictType } from "./_collections-ordered.ts";
import { documented, positionalArguments } from "./documented.ts";

const D = documented("_collections");

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
      if (typeof key !== "number" && !isExactStr(key)) hash(vm, key);
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
