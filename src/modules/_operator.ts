// _operator: the operators as functions, and callables that fetch items, attributes and method results. Mirrors Modules/_operator.c.
// See docs/modules.md.
import {
  asBytesLike,
  asSsize,
  binaryOp,
  call,
  callMethod,
  type Container,
  contains,
  defineModule,
  getset,
  lengthHint,
  lengthValue,
  defineType,
  dropAll,
  enterRepr,
  EQ,
  False,
  forEach,
  GE,
  getAttr,
  getItem,
  GT,
  hasBuffer,
  indexOf,
  intern,
  isStr,
  importModule,
  internStr,
  isExactStr,
  type KeywordArgs,
  LE,
  leaveRepr,
  LT,
  type ModuleSpec,
  NE,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  ownAll,
  power,
  type PyStr,
  reprText,
  richCompare,
  richCompareBool,
  setItem,
  fullTypeName,
  strFromJs,
  textOf,
  getAttrText,
  True,
  truth,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  unaryOp,
  type Value,
  valueError,
  type Vm,
  bigValue,
} from "../core/api.ts";
import { documented, positionalArguments } from "./documented.ts";

const D = documented("_operator");
const bool = (v: boolean): Value => (v ? True : False);

function isSequence(v: Value): boolean {
  return typeOf(v).sq_item !== undefined && typeof v !== "number" && (v.type.flags & (1 << 29)) === 0;
}

function concat(vm: Vm, a: Value, b: Value, inPlace: boolean): Value {
  const type = typeOf(a);
  const slot = inPlace ? (type.sq_inplace_concat ?? type.sq_concat) : type.sq_concat;
  if (slot !== undefined) return slot(vm, a, b);
  if (isSequence(a) && isSequence(b)) return binaryOp(vm, a, b, inPlace ? 13 : 0);
  throw typeError(vm, `'${typeName(a)}' object can't be concatenated`);
}

function scan(vm: Vm, a: Value, each: (item: Value) => boolean | void): void {
  if (typeOf(a).tp_iter === undefined && typeOf(a).sq_item === undefined) throw typeError(vm, `argument of type '${typeName(a)}' is not iterable`);
  forEach(vm, a, each);
}

function findIndex(vm: Vm, a: Value, b: Value): Value {
  let i = 0;
  let found = false;
  scan(vm, a, (item) => {
    if (richCompareBool(vm, item, b, EQ)) return (found = true);
    i++;
    return false;
  });
  if (!found) throw valueError(vm, "sequence.index(x): x not in sequence");
  return i;
}

function countOf(vm: Vm, a: Value, b: Value): Value {
  let n = 0;
  scan(vm, a, (item) => {
    if (richCompareBool(vm, item, b, EQ)) n++;
  });
  return n;
}

function compareDigest(vm: Vm, a: Value, b: Value): Value {
  if (isStr(a) && isStr(b)) {
    const x = textOf(a);
    const y = textOf(b);
    // eslint-disable-next-line no-control-regex
    if (/[^\x00-\x7f]/.test(x) || /[^\x00-\x7f]/.test(y)) throw typeError(vm, "comparing strings with non-ASCII characters is not supported");
    return bool(x === y);
  }
  if (!hasBuffer(a) || !hasBuffer(b)) throw typeError(vm, `unsupported operand types(s) or combination of types: '${typeName(a)}' and '${typeName(b)}'`);
  const x = asBytesLike(vm, a).slice();
  const y = asBytesLike(vm, b);
  let difference = x.length ^ y.length;
  for (let i = 0; i < y.length; i++) difference |= (x[i] ?? 0) ^ y[i]!;
  return bool(difference === 0);
}

// ---- itemgetter, attrgetter, methodcaller: data is the array of what they were made of

interface Getter {
  /** itemgetter: keys; attrgetter: names; methodcaller: name and arguments. */
  items: Value[];
  /** attrgetter: the names split at dots. */
  paths: PyStr[][];
  kwnames: readonly PyStr[] | null;
}
const getterOf = (self: Value): Getter => (self as Container).data as Getter;

const getterSlots = {
  tp_traverse: (self: Container, visit: (v: Value) => void): void => getterOf(self).items.forEach(visit),
  tp_clear: (vm: Vm, self: Container): void => {
    const data = getterOf(self);
    const { items } = data;
    data.items = [];
    dropAll(vm, items);
  },
  tp_repr: (vm: Vm, self: Value): Value => {
    if (enterRepr(vm, self)) return newStr(`${fullTypeName(self)}(...)`);
    try {
      const { items, kwnames } = getterOf(self);
      const npos = items.length - (kwnames?.length ?? 0);
      const parts = items.map((v, i) => (i < npos ? "" : `${textOf(kwnames![i - npos]!)}=`) + reprText(vm, v));
      return strFromJs(`${fullTypeName(self)}(${parts.join(", ")})`);
    } finally {
      leaveRepr(vm, self);
    }
  },
};

function oneArgument(vm: Vm, name: string, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  return positionalArguments(vm, name, true, args, kwnames, 1, 1)[0]!;
}

function made(vm: Vm, type: TypeRec, items: readonly Value[], paths: PyStr[][], kwnames: readonly PyStr[] | null): Value {
  const owned = items.slice();
  ownAll(owned);
  return newSubclassInstance(vm, type, { items: owned, paths, kwnames } satisfies Getter);
}

const ItemGetterType: TypeRec = defineType({
  name: "operator.itemgetter",
  doc: D.doc("itemgetter"),
  ...D.signature("itemgetter"),
  layoutChange: true,
  getset: { __text_signature__: getset(() => newStr("(obj, /)")) },
  methods: { __reduce__: D.method("itemgetter.__reduce__", (vm: Vm, self: Container) => newTuple(vm, [self.type.obj, newTuple(vm, getterOf(self).items.slice())])) },
  slots: {
    ...getterSlots,
    tp_new: (vm, type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "itemgetter() takes no keyword arguments");
      if (args.length === 0) throw typeError(vm, "itemgetter expected 1 argument, got 0");
      return made(vm, type, args, [], null);
    },
    tp_call: (vm, self, args, kwnames) => {
      const object = oneArgument(vm, "itemgetter", args, kwnames);
      const { items } = getterOf(self);
      if (items.length === 1) return getItem(vm, object, items[0]!);
      return newTuple(vm, items.map((key) => getItem(vm, object, key)));
    },
  },
});

const AttrGetterType: TypeRec = defineType({
  name: "operator.attrgetter",
  doc: D.doc("attrgetter"),
  ...D.signature("attrgetter"),
  layoutChange: true,
  getset: { __text_signature__: getset(() => newStr("(obj, /)")) },
  methods: { __reduce__: D.method("attrgetter.__reduce__", (vm: Vm, self: Container) => newTuple(vm, [self.type.obj, newTuple(vm, getterOf(self).items.slice())])) },
  slots: {
    ...getterSlots,
    tp_new: (vm, type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "attrgetter() takes no keyword arguments");
      if (args.length === 0) throw typeError(vm, "attrgetter expected 1 argument, got 0");
      const paths = args.map((name) => {
        if (!isStr(name)) throw typeError(vm, "attribute name must be a string");
        return textOf(name).split(".").map((part) => intern(vm, part) as PyStr);
      });
      return made(vm, type, args, paths, null);
    },
    tp_call: (vm, self, args, kwnames) => {
      const object = oneArgument(vm, "attrgetter", args, kwnames);
      const fetch = (path: PyStr[]): Value => path.reduce((v: Value, name) => getAttr(vm, v, name), object);
      const { paths } = getterOf(self);
      return paths.length === 1 ? fetch(paths[0]!) : newTuple(vm, paths.map(fetch));
    },
  },
});

const MethodCallerType: TypeRec = defineType({
  name: "operator.methodcaller",
  doc: D.doc("methodcaller"),
  ...D.signature("methodcaller"),
  layoutChange: true,
  getset: { __text_signature__: getset(() => newStr("(obj, /)")) },
  methods: {
    __reduce__: D.method("methodcaller.__reduce__", (vm: Vm, self: Container) => {
      const { items, kwnames } = getterOf(self);
      if (kwnames === null) return newTuple(vm, [self.type.obj, newTuple(vm, items.slice())]);
      const partial = getAttrText(vm, importModule(vm, "functools", None, None, 0), "partial");
      const npos = items.length - kwnames.length;
      const factory = call(vm, partial, [self.type.obj, items[0]!, ...items.slice(npos)], kwnames);
      return newTuple(vm, [factory, newTuple(vm, items.slice(1, npos))]);
    }),
  },
  slots: {
    ...getterSlots,
    tp_new: (vm, type, args, kwnames) => {
      const npos = args.length - (kwnames?.length ?? 0);
      if (npos < 1) throw typeError(vm, "methodcaller needs at least one argument, the method name");
      const name = args[0]!;
      if (!isStr(name)) throw typeError(vm, "method name must be a string");
      const shared = isExactStr(name) ? internStr(vm, name) : name;
      return made(vm, type, [shared, ...args.slice(1)], [], kwnames === null || kwnames.length === 0 ? null : kwnames.map((n) => newRef(n)));
    },
    tp_call: (vm, self, args, kwnames) => {
      const object = positionalArguments(vm, "methodcaller", true, args, kwnames, 1, 1)[0]!;
      const { items, kwnames: names } = getterOf(self);
      return callMethod(vm, object, items[0] as PyStr, items.slice(1), names);
    },
  },
});

const binary = (name: string, code: number) => D.func(name, (vm: Vm, a: Value, b: Value) => binaryOp(vm, a, b, code));
const compare = (name: string, op: number) => D.func(name, (vm: Vm, a: Value, b: Value) => richCompare(vm, a, b, op));
const unary = (name: string, slot: "nb_negative" | "nb_positive" | "nb_invert" | "nb_absolute") => D.func(name, (vm: Vm, a: Value) => unaryOp(vm, a, slot));
const NAMES = ["add", "and_", "floordiv", "lshift", "matmul", "mul", "mod", "or_", "", "rshift", "sub", "truediv", "xor"];

export const operatorModule: ModuleSpec = defineModule({
  name: "_operator",
  doc: D.doc(""),
  functions: {
    truth: D.func("truth", (vm: Vm, a: Value) => bool(truth(vm, a))),
    contains: D.func("contains", (vm: Vm, a: Value, b: Value) => bool(contains(vm, a, b))),
    indexOf: D.func("indexOf", findIndex),
    countOf: D.func("countOf", countOf),
    is_: D.func("is_", (_vm: Vm, a: Value, b: Value) => bool(a === b)),
    is_not: D.func("is_not", (_vm: Vm, a: Value, b: Value) => bool(a !== b)),
    is_none: D.func("is_none", (_vm: Vm, a: Value) => bool(a === None)),
    is_not_none: D.func("is_not_none", (_vm: Vm, a: Value) => bool(a !== None)),
    ...Object.fromEntries(NAMES.map((name, code) => [name, code] as const).filter(([name]) => name !== "").map(([name, code]) => [name, binary(name, code)])),
    ...Object.fromEntries(NAMES.map((name, code) => [`i${name.replace("_", "")}`, code + 13] as const).filter(([name]) => name !== "i").map(([name, code]) => [name, binary(name, code)])),
    pow: D.func("pow", (vm: Vm, a: Value, b: Value) => power(vm, a, b, None)),
    ipow: D.func("ipow", (vm: Vm, a: Value, b: Value) => binaryOp(vm, a, b, 21)),
    neg: unary("neg", "nb_negative"),
    pos: unary("pos", "nb_positive"),
    inv: unary("inv", "nb_invert"),
    invert: unary("invert", "nb_invert"),
    abs: unary("abs", "nb_absolute"),
    index: D.func("index", (vm: Vm, a: Value) => {
      const n = indexOf(vm, a);
      return typeof n !== "number" && n.type.name === "bool" ? Number(bigValue(n)) : n;
    }),
    not_: D.func("not_", (vm: Vm, a: Value) => bool(!truth(vm, a))),
    concat: D.func("concat", (vm: Vm, a: Value, b: Value) => concat(vm, a, b, false)),
    iconcat: D.func("iconcat", (vm: Vm, a: Value, b: Value) => concat(vm, a, b, true)),
    getitem: D.func("getitem", (vm: Vm, a: Value, b: Value) => getItem(vm, a, b)),
    setitem: D.func("setitem", (vm: Vm, a: Value, b: Value, c: Value) => setItem(vm, a, b, c)),
    delitem: D.func("delitem", (vm: Vm, a: Value, b: Value) => setItem(vm, a, b, undefined)),
    eq: compare("eq", EQ),
    ne: compare("ne", NE),
    lt: compare("lt", LT),
    le: compare("le", LE),
    gt: compare("gt", GT),
    ge: compare("ge", GE),
    length_hint: D.func("length_hint", (vm: Vm, obj: Value, fallback?: Value) => lengthValue(lengthHint(vm, obj, fallback === undefined ? 0 : asSsize(vm, fallback)))),
    call: D.func("call", (vm: Vm, obj: Value, args: Value[], kwargs?: KeywordArgs) => call(vm, obj, kwargs === undefined ? args : [...args, ...kwargs.values], kwargs?.names ?? null)),
    _compare_digest: D.func("_compare_digest", compareDigest),
  },
  types: { itemgetter: ItemGetterType, attrgetter: AttrGetterType, methodcaller: MethodCallerType },
});
