// typing.Union, which is also types.UnionType: int | str. Mirrors Objects/unionobject.c. See docs/types.md.
import { genericGetAttr, getAttr, getAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { EQ, richCompareBool } from "../core/compare.ts";
import { reprText } from "../core/convert.ts";
import { classMethod, defineType, getset, member, method } from "../core/define.ts";
import { builtinNamed } from "../core/dir.ts";
import { dropError, matches, typeError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { binaryOp } from "../core/number.ts";
import { Container, type PyStr, type PyTuple, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import { isType } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, hold, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import * as exc from "./exceptions.ts";
import { collectParameters, isGenericAlias, substitute, typeReprText } from "./generic-alias.ts";
import { None, NoneType } from "./none.ts";
import { isSubset, newSet, setAddItem, setContains, setLength, hashOfItems } from "./set/set-object.ts";
import { NotImplemented } from "./singletons.ts";
import { newStr, strFromJs, textOf } from "./str/str-object.ts";
import { emptyTuple, newTuple, TupleType } from "./tuple.ts";

/** NB_OR of BINARY_OP. */
const OR = 7;

/** Payload of a union; all fields own. */
interface UnionData {
  args: PyTuple;
  /** The set of the arguments that can be hashed. */
  hashable: Container;
  /** The others. */
  unhashable: Value[];
  parameters: PyTuple | null;
}

const union = (self: Container): UnionData => self.data as UnionData;

export function isUnion(v: Value): v is Container {
  return typeof v !== "number" && v.type === UnionType;
}

/** The members of a union, as a tuple: what isinstance() looks through. */
export function unionArgs(v: Container): PyTuple {
  return union(v).args;
}

/** What may stand beside `|` without a look at typing. */
function isUnionable(v: Value): boolean {
  return v === None || isType(v) || isGenericAlias(v) || isUnion(v) || (typeof v !== "number" && v.type.name === "typing.TypeAliasType");
}

/** Gathers the arguments of a union: flattened, None as NoneType, each once. */
class UnionBuilder {
  readonly vm: Vm;
  readonly args: Value[] = [];
  readonly hashable: Container;
  readonly unhashable: Value[] = [];
  constructor(vm: Vm) {
    this.vm = vm;
    this.hashable = newSet(vm, []);
  }

  add(v: Value, checked: boolean): void {
    if (v === None) this.addOne(NoneType.obj);
    else if (isUnion(v)) for (const item of union(v).args.data as Value[]) this.addOne(item);
    else this.addOne(checked && !isUnionable(v) ? checkedType(this.vm, v) : v);
  }

  private addOne(v: Value): void {
    const { vm } = this;
    try {
      hash(vm, v);
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
      if (!includes(vm, this.unhashable, v)) {
        this.unhashable.push(v);
        this.args.push(v);
      }
      return;
    }
    if (setContains(vm, this.hashable, v)) return;
    setAddItem(vm, this.hashable, v);
    this.args.push(v);
  }

  finish(): Value {
    const { vm, args } = this;
    if (args.length === 0) throw typeError(vm, "Cannot take a Union of no types.");
    if (args.length === 1) return args[0]!;
    const tuple = newTuple(vm, args);
    incref(tuple);
    incref(this.hashable);
    this.unhashable.forEach(incref);
    const o = new Container(UnionType, { args: tuple, hashable: this.hashable, unhashable: this.unhashable, parameters: null } satisfies UnionData, null);
    track(vm, o);
    return note(vm, o);
  }
}

function includes(vm: Vm, items: readonly Value[], v: Value): boolean {
  return items.some((item) => richCompareBool(vm, hold(vm, item), v, EQ));
}

/** typing._type_check: strings become forward references. */
function checkedType(vm: Vm, v: Value): Value {
  const typing = call(vm, builtinNamed(vm, "__import__"), [newStr("typing")]);
  return call(vm, getAttrText(vm, typing, "_type_check"), [v, newStr("Union[arg, ...]: each arg must be a type.")]);
}

/** left | right of types and generic aliases; NotImplemented when one is neither those nor None nor a union. */
export function unionOr(vm: Vm, left: Value, right: Value): Value {
  if (!isUnionable(left) || !isUnionable(right)) return NotImplemented;
  return build(vm, [left, right], false);
}

function build(vm: Vm, items: readonly Value[], checked: boolean): Value {
  const builder = new UnionBuilder(vm);
  for (const item of items) builder.add(item, checked);
  return builder.finish();
}

/** Union[items]. */
export function newUnion(vm: Vm, items: readonly Value[]): Value {
  return build(vm, items, true);
}

function parametersOf(vm: Vm, self: Container): PyTuple {
  const d = union(self);
  if (d.parameters === null) {
    const made = newTuple(vm, collectParameters(vm, d.args.data as Value[]));
    incref(made);
    d.parameters = made;
  }
  return d.parameters;
}

function union_getitem(vm: Vm, self: Container, item: Value): Value {
  const args = substitute(vm, self, union(self).args.data as Value[], parametersOf(vm, self).data as Value[], item);
  if (args.length === 0) return build(vm, [], false);
  return args.reduce((left, right) => binaryOp(vm, left, right, OR));
}

function union_richcompare(vm: Vm, left: Container, right: Value, op: number): Value {
  if (!isUnion(right) || (op !== 2 && op !== 3)) return NotImplemented;
  const a = union(left);
  const b = union(right);
  const equal =
    setLength(a.hashable) === setLength(b.hashable) &&
    a.unhashable.length === b.unhashable.length &&
    isSubset(vm, a.hashable, b.hashable) &&
    a.unhashable.every((item) => includes(vm, b.unhashable, item)) &&
    b.unhashable.every((item) => includes(vm, a.unhashable, item));
  return equal === (op === 2) ? True : False;
}

function union_hash(vm: Vm, self: Container): number | bigint {
  const { hashable, unhashable } = union(self);
  if (unhashable.length > 0) {
    for (const item of unhashable) hash(vm, item);
    throw typeError(vm, `union contains ${unhashable.length} unhashable element${unhashable.length === 1 ? "" : "s"}`);
  }
  return hashOfItems(hashable);
}

export const UnionType: TypeRec = defineType({
  name: "typing.Union",
  doc: "Represent a union type\n\nE.g. for int | str",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  hasWeakrefs: true,
  methods: {
    __mro_entries__: method("($self, object, /)", null, (vm: Vm, self: Container) => {
      throw typeError(vm, `Cannot subclass ${reprText(vm, self)}`);
    }),
    __class_getitem__: classMethod("($type, object, /)", "Create a union containing the given types", (vm: Vm, _type: TypeRec, item: Value) =>
      build(vm, typeof item !== "number" && item.type === TupleType ? ((item as Container).data as Value[]) : [item], true)),
  },
  getset: {
    __args__: member((_vm, self) => union(self).args),
    __name__: getset(() => newStr("Union"), undefined, "Name of the type"),
    __qualname__: getset(() => newStr("Union"), undefined, "Qualified name of the type"),
    __origin__: getset(() => UnionType.obj, undefined, "Always returns the type"),
    __parameters__: getset((vm, self) => parametersOf(vm, self), undefined, "Type variables in the types.UnionType."),
  },
  slots: {
    tp_repr: (vm, self) => strFromJs((union(self).args.data as Value[]).map((item) => typeReprText(vm, item)).join(" | ")),
    tp_hash: union_hash,
    tp_richcompare: union_richcompare,
    tp_getattro: (vm, self: Container, name: PyStr) => (textOf(name) === "__module__" ? getAttr(vm, UnionType.obj, name) : genericGetAttr(vm, self, name)),
    nb_or: (vm, left, right) => build(vm, [left, right], true),
    mp_subscript: union_getitem,
    tp_traverse: (self: Container, visit) => {
      const { args, hashable, unhashable, parameters } = union(self);
      visit(args);
      visit(hashable);
      unhashable.forEach(visit);
      if (parameters !== null) visit(parameters);
    },
    tp_clear: (vm, self: Container) => {
      const { args, hashable, unhashable, parameters } = union(self);
      if (hashable === null) return;
      const rest = self.rc === 0 ? null : newSet(vm, []);
      if (rest !== null) incref(rest);
      self.data = { args: emptyTuple(), hashable: rest as Container, unhashable: [], parameters: null } satisfies UnionData;
      drop(vm, args);
      drop(vm, hashable);
      unhashable.forEach((v) => drop(vm, v));
      if (parameters !== null) drop(vm, parameters);
    },
  },
});
