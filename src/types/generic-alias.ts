// types.GenericAlias (list[int]) and the substitution of type variables that unions share. Mirrors Objects/genericaliasobject.c.
// See docs/types.md.
import { genericGetAttr, genericSetAttr, getAttr, lookupAttrText, setAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { EQ, richCompare, richCompareBool } from "../core/compare.ts";
import { reprText, strText } from "../core/convert.ts";
import { defineType, getset, member, method } from "../core/define.ts";
import { builtinNamed, frameBuiltin, listOf } from "../core/dir.ts";
import { dropError, indexError, matches, typeError } from "../core/errors.ts";
import { foldSafe, hash } from "../core/hash.ts";
import { getIter } from "../core/iterate.ts";
import { getItem, truth } from "../core/number.ts";
import { Container, type PyStr, type PyTuple, TPFLAGS_BASETYPE, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import { fullTypeName } from "../core/type-names.ts";
import { isSubtype, isType, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, hold, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import * as exc from "./exceptions.ts";
import { ListType, newList } from "./list.ts";
import { None, NoneType } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { Ellipsis, NotImplemented } from "./singletons.ts";
import { isStr, newStr, strFromJs, textOf } from "./str/str-object.ts";
import { isTuple, newTuple, TupleType } from "./tuple.ts";
import { unionOr } from "./union.ts";

/** Payload of GenericAlias; all fields own. */
export interface AliasData {
  origin: Value;
  args: PyTuple;
  /** Null until asked for. */
  parameters: PyTuple | null;
  /** `*tuple[int]`. */
  starred: boolean;
}

const alias = (self: Container): AliasData => self.data as AliasData;

function payload(vm: Vm, origin: Value, args: Value, starred: boolean): AliasData {
  const tuple = isTuple(args) ? args : newTuple(vm, [args]);
  incref(origin);
  incref(tuple);
  return { origin, args: tuple, parameters: null, starred };
}

/** origin[args]; args is a tuple or the only argument. In the current scope. */
export function newGenericAlias(vm: Vm, origin: Value, args: Value, starred = false): Container {
  const o = new Container(GenericAliasType, payload(vm, origin, args, starred), null);
  track(vm, o);
  return note(vm, o);
}

export function isGenericAlias(v: Value): v is Container {
  return typeof v !== "number" && (v.type === GenericAliasType || isSubtype(v.type, GenericAliasType));
}

const isExactTuple = (v: Value): v is PyTuple => typeof v !== "number" && v.type === TupleType;
const isExactList = (v: Value): boolean => typeof v !== "number" && v.type === ListType;

/** A type argument as reprs of aliases and unions show it. */
export function typeReprText(vm: Vm, v: Value): string {
  if (v === Ellipsis) return "...";
  if (v === NoneType.obj) return "None";
  if (lookupAttrText(vm, v, "__origin__") !== undefined && lookupAttrText(vm, v, "__args__") !== undefined) return reprText(vm, v);
  const qualname = lookupAttrText(vm, v, "__qualname__");
  if (qualname === undefined) return reprText(vm, v);
  const module = lookupAttrText(vm, v, "__module__");
  if (module === undefined || module === None) return reprText(vm, v);
  if (isStr(module) && textOf(module) === "builtins") return strText(vm, qualname);
  return `${strText(vm, module)}.${strText(vm, qualname)}`;
}

/** A list among the arguments, which reprs may change. */
function listReprText(vm: Vm, list: Container): string {
  const parts: string[] = [];
  for (let i = 0, n = (list.data as Value[]).length; i < n; i++) {
    const item = (list.data as Value[])[i];
    if (item === undefined) throw indexError(vm, "list index out of range");
    parts.push(typeReprText(vm, hold(vm, item)));
  }
  return `[${parts.join(", ")}]`;
}

function ga_repr(vm: Vm, self: Container): Value {
  const { origin, args, starred } = alias(self);
  const items = args.data as Value[];
  const parts = items.map((item) => (isExactList(item) ? listReprText(vm, item as Container) : typeReprText(vm, item)));
  return strFromJs(`${starred ? "*" : ""}${typeReprText(vm, origin)}[${items.length === 0 ? "()" : parts.join(", ")}]`);
}

/** The type variables in type arguments, each once, in order. */
export function collectParameters(vm: Vm, args: readonly Value[]): Value[] {
  const parameters: Value[] = [];
  const add = (v: Value): void => {
    if (!parameters.includes(v)) parameters.push(v);
  };
  for (const v of args) {
    if (isType(v)) continue;
    if (isExactTuple(v) || isExactList(v)) {
      collectParameters(vm, (v as Container).data as Value[]).forEach(add);
      continue;
    }
    if (lookupAttrText(vm, v, "__typing_subst__") !== undefined) add(v);
    else {
      const inner = lookupAttrText(vm, v, "__parameters__");
      if (inner !== undefined && isTuple(inner)) (inner.data as Value[]).forEach(add);
    }
  }
  return parameters;
}

/** The items of a subscript, with `*tuple[...]` spread out. */
function unpackArguments(vm: Vm, item: Value): Value[] {
  const result: Value[] = [];
  for (const v of isTuple(item) ? (item.data as Value[]) : [item]) {
    if (!isType(v)) {
      const inner = isGenericAlias(v) && alias(v).starred && alias(v).origin === TupleType.obj ? alias(v).args : lookupAttrText(vm, v, "__typing_unpacked_tuple_args__");
      if (inner !== undefined && isTuple(inner)) {
        const items = inner.data as Value[];
        if (items.length === 0 || items[items.length - 1] !== Ellipsis) {
          result.push(...items);
          continue;
        }
      }
    }
    result.push(v);
  }
  return result;
}

/** A type argument with its variables replaced: obj[...] with what stands for its own parameters. */
function substituteInside(vm: Vm, v: Value, parameters: readonly Value[], given: readonly Value[]): Value {
  const inner = lookupAttrText(vm, v, "__parameters__");
  if (inner === undefined || !isTuple(inner) || (inner.data as Value[]).length === 0) return v;
  const args: Value[] = [];
  for (const p of inner.data as Value[]) {
    const at = parameters.indexOf(p);
    if (at < 0) {
      args.push(p);
      continue;
    }
    const replacement = given[at]!;
    // A TypeVarTuple is iterable and stands for any number of arguments.
    if (typeOf(parameters[at]!).tp_iter !== undefined && isTuple(replacement)) args.push(...(replacement.data as Value[]));
    else args.push(replacement);
  }
  return getItem(vm, v, newTuple(vm, args));
}

/** Arguments of `self[item]`: `args` with `parameters` replaced by what `item` gives. Raises TypeError for a wrong number. */
export function substitute(vm: Vm, self: Value, args: readonly Value[], parameters: readonly Value[], item: Value): Value[] {
  if (parameters.length === 0) throw typeError(vm, `${reprText(vm, self)} is not a generic class`);
  let given: Value = newTuple(vm, unpackArguments(vm, item));
  for (const p of parameters) {
    const prepare = lookupAttrText(vm, p, "__typing_prepare_subst__");
    if (prepare !== undefined && prepare !== None) given = call(vm, prepare, [self, isTuple(given) ? given : newTuple(vm, [given])]);
  }
  const values = isTuple(given) ? (given.data as Value[]) : [given];
  if (values.length !== parameters.length) {
    throw typeError(vm, `Too ${values.length > parameters.length ? "many" : "few"} arguments for ${reprText(vm, self)}; actual ${values.length}, expected ${parameters.length}`);
  }
  const result: Value[] = [];
  for (const arg of args) {
    if (isType(arg)) {
      result.push(arg);
      continue;
    }
    if (isExactTuple(arg) || isExactList(arg)) {
      const inner = substitute(vm, self, (arg as Container).data as Value[], parameters, given);
      result.push(isExactList(arg) ? newList(vm, inner) : newTuple(vm, inner));
      continue;
    }
    const flag = lookupAttrText(vm, arg, "__typing_is_unpacked_typevartuple__");
    const unpack = flag !== undefined && truth(vm, flag);
    const subst = lookupAttrText(vm, arg, "__typing_subst__");
    let replaced: Value;
    if (subst === undefined) replaced = substituteInside(vm, arg, parameters, values);
    else {
      const at = parameters.indexOf(arg);
      if (at < 0) throw typeError(vm, `${reprText(vm, arg)} not found in __parameters__ of ${reprText(vm, self)}`);
      replaced = call(vm, subst, [values[at]!]);
    }
    if (!unpack) result.push(replaced);
    else {
      if (!isTuple(replaced)) throw typeError(vm, `expected __typing_subst__ of ${fullTypeName(arg)} objects to return a tuple, not ${fullTypeName(replaced)}`);
      result.push(...(replaced.data as Value[]));
    }
  }
  return result;
}

function parametersOf(vm: Vm, self: Container): PyTuple {
  const d = alias(self);
  if (d.parameters === null) {
    const made = newTuple(vm, collectParameters(vm, d.args.data as Value[]));
    incref(made);
    d.parameters = made;
  }
  return d.parameters;
}

function ga_getitem(vm: Vm, self: Container, item: Value): Value {
  const d = alias(self);
  const args = substitute(vm, self, d.args.data as Value[], parametersOf(vm, self).data as Value[], item);
  return newGenericAlias(vm, d.origin, newTuple(vm, args), d.starred);
}

function ga_call(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const made = call(vm, alias(self).origin, args, kwnames);
  try {
    setAttrText(vm, made, "__orig_class__", self);
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType) && !matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
  }
  return made;
}

/** Attributes of the alias itself; all others are the origin's. */
const OWN = ["__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__", "__reduce__"];
const BLOCKED = ["__bases__", "__copy__", "__deepcopy__"];
const ownNames: ReadonlySet<string> = new Set([...OWN, ...BLOCKED]);

function ga_getattro(vm: Vm, self: Container, name: PyStr): Value {
  if (isStr(name) && !ownNames.has(textOf(name))) return getAttr(vm, alias(self).origin, name);
  return genericGetAttr(vm, self, name);
}

function ga_richcompare(vm: Vm, left: Container, right: Value, op: number): Value {
  if (!isGenericAlias(right) || (op !== 2 && op !== 3)) return NotImplemented;
  const a = alias(left);
  const b = alias(right);
  const equal = a.starred === b.starred && richCompareBool(vm, a.origin, b.origin, EQ) && richCompare(vm, a.args, b.args, EQ) === True;
  return equal === (op === 2) ? True : False;
}

function ga_hash(vm: Vm, self: Container): number | bigint {
  const h = BigInt(hash(vm, alias(self).origin)) ^ BigInt(hash(vm, alias(self).args));
  return foldSafe(h === -1n ? -2n : h);
}

function ga_dir(vm: Vm, self: Container): Value {
  const names = listOf(vm, call(vm, builtinNamed(vm, "dir"), [alias(self).origin]));
  const known = new Set(names.filter(isStr).map((s) => textOf(s)));
  return newList(vm, [...names, ...OWN.filter((name) => !known.has(name)).map((name) => newStr(name))]);
}

export const GenericAliasType: TypeRec = defineType({
  name: "types.GenericAlias",
  doc: "Represent a PEP 585 generic type\n\nFor example, for t = list[int], t.__origin__ is list and t.__args__\nis (int,).",
  signature: "(origin, args, /)",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    __mro_entries__: method("($self, object, /)", null, (vm: Vm, self: Container) => newTuple(vm, [alias(self).origin])),
    __instancecheck__: method("($self, object, /)", null, (vm: Vm) => {
      throw typeError(vm, "isinstance() argument 2 cannot be a parameterized generic");
    }),
    __subclasscheck__: method("($self, object, /)", null, (vm: Vm) => {
      throw typeError(vm, "issubclass() argument 2 cannot be a parameterized generic");
    }),
    __reduce__: method("($self, /)", null, (vm: Vm, self: Container) => {
      const { origin, args, starred } = alias(self);
      if (starred) return newTuple(vm, [builtinNamed(vm, "next"), newTuple(vm, [getIter(vm, newGenericAlias(vm, origin, args))])]);
      return newTuple(vm, [self.type.obj, newTuple(vm, [origin, args])]);
    }),
    __dir__: method("($self, /)", null, ga_dir),
  },
  getset: {
    __origin__: member((_vm, self) => alias(self).origin),
    __args__: member((_vm, self) => alias(self).args),
    __unpacked__: member((_vm, self) => (alias(self).starred ? True : False)),
    __parameters__: getset((vm, self) => parametersOf(vm, self), undefined, "Type variables in the GenericAlias."),
    __typing_unpacked_tuple_args__: getset((_vm, self) => (alias(self).starred && alias(self).origin === TupleType.obj ? alias(self).args : None)),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "GenericAlias() takes no keyword arguments");
      if (args.length !== 2) throw typeError(vm, `GenericAlias expected 2 arguments, got ${args.length}`);
      if (type === GenericAliasType) return newGenericAlias(vm, args[0]!, args[1]!);
      return newSubclassInstance(vm, type, payload(vm, args[0]!, args[1]!, false));
    },
    tp_repr: ga_repr,
    tp_hash: ga_hash,
    tp_call: ga_call,
    tp_getattro: ga_getattro,
    tp_setattro: genericSetAttr,
    tp_richcompare: ga_richcompare,
    tp_iter: (vm, self) => {
      incref(self);
      const it = new Container(GenericAliasIteratorType, self, null);
      track(vm, it);
      return note(vm, it);
    },
    nb_or: unionOr,
    mp_subscript: ga_getitem,
    tp_traverse: (self: Container, visit) => {
      const { origin, args, parameters } = alias(self);
      visit(origin);
      visit(args);
      if (parameters !== null) visit(parameters);
    },
    tp_clear: (vm, self: Container) => {
      const { origin, args, parameters } = alias(self);
      self.data = { origin: None, args: newTuple(vm, []), parameters: null, starred: false } satisfies AliasData;
      drop(vm, origin);
      drop(vm, args);
      if (parameters !== null) drop(vm, parameters);
    },
  },
});

/** iter(list[int]) yields `*list[int]` once; data: the alias, None once exhausted. */
export const GenericAliasIteratorType: TypeRec = defineType({
  name: "generic_alias_iterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: Container) =>
      newTuple(vm, [frameBuiltin(vm, "iter"), newTuple(vm, [self.data === None ? newTuple(vm, []) : (self.data as Value)])])),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      if (self.data === None) return undefined;
      const source = self.data as Container;
      const { origin, args } = alias(source);
      const starred = newGenericAlias(vm, origin, args, true);
      self.data = None;
      drop(vm, source);
      return starred;
    },
    tp_traverse: (self: Container, visit) => visit(self.data as Value),
    tp_clear: (vm, self: Container) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});
