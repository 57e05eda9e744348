// Types at work: subtype tests, lookup along the MRO, versions, C3, inheritance of slots. Mirrors the core of
// Objects/typeobject.c; making classes is in types/type.ts. See docs/core.md.
import { textOf } from "../types/str/str-object.ts";
import { staticTuple } from "../types/tuple.ts";
import { ObjectType } from "../types/object-type.ts";
import { IntType } from "../types/int/int.ts";
import { TypeType } from "../types/type-type.ts";
import { dictGetText, newDict } from "../types/dict/dict-object.ts";
import type { Vm } from "../vm/vm.ts";
import { typeError } from "./errors.ts";
import {
  Container,
  IMMORTAL,
  K_INSTANCE,
  K_OTHER,
  type PyStr,
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_BYTES_SUBCLASS,
  TPFLAGS_DICT_SUBCLASS,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_LIST_SUBCLASS,
  TPFLAGS_LONG_SUBCLASS,
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TPFLAGS_TUPLE_SUBCLASS,
  TPFLAGS_TYPE_SUBCLASS,
  TPFLAGS_UNICODE_SUBCLASS,
  TypeRec,
  type Value,
} from "./object.ts";
import { slotFieldNames } from "./slots.ts";
import { factsOf } from "./type-layout.ts";

export function typeOf(v: Value): TypeRec {
  return typeof v === "number" ? IntType : v.type;
}

/** The name of a value's type as messages show it: tp_name, with the module of static types outside builtins. */
export function typeName(v: Value): string {
  return typeOf(v).name;
}

/** What an argument of the wrong type is called in messages of argument parsing: None by its own name. */
export function argumentName(v: Value): string {
  const name = typeName(v);
  return name === "NoneType" ? "None" : name;
}

/** tp_name without the module. */
export function shortName(type: TypeRec): string {
  const { name } = type;
  const dot = name.lastIndexOf(".");
  if (dot < 0) return name;
  // A class that stands for one of C (those of _datetime) has its module in its name too; other classes are called as they were.
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0 && type.htQualname !== undefined && textOf(type.htQualname) !== name.slice(dot + 1)) return name;
  return name.slice(dot + 1);
}

/** What CPython's `%.100s` of tp_name shows: static types with their module. */
export function fullName(type: TypeRec): string {
  return type.name;
}

export function isSubtype(type: TypeRec, base: TypeRec): boolean {
  if (type === base) return true;
  const mro = type.mro;
  for (let i = 0; i < mro.length; i++) if (mro[i] === base) return true;
  return false;
}

export function isInstanceOf(v: Value, type: TypeRec): boolean {
  return isSubtype(typeOf(v), type);
}

/** Is it a type object? */
export function isType(v: Value): v is Container {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_TYPE_SUBCLASS) !== 0;
}

/** The record of a type object. */
export function recOf(type: Value): TypeRec {
  return (type as Container).data as TypeRec;
}

/** What the MRO of `type` has under `name`, borrowed, no descriptor call; undefined when nothing. */
export function lookup(type: TypeRec, name: string): Value | undefined {
  const cache = type.lookupCache;
  const hit = cache.get(name);
  if (hit !== undefined) return hit;
  if (cache.has(name)) return undefined;
  let found: Value | undefined;
  const mro = type.mro;
  for (let i = 0; i < mro.length; i++) {
    found = dictGetText(mro[i]!.dict, name);
    if (found !== undefined) break;
  }
  if (cache.size > 4096) cache.clear();
  cache.set(name, found);
  return found;
}

/** lookup() for a str object. */
export function lookupName(type: TypeRec, name: PyStr): Value | undefined {
  const data = name.data;
  return lookup(type, typeof data === "string" ? data : data.toString());
}

/** To be called after any change to a type's dict, bases or MRO: forgets caches and versions, of subclasses too. */
export function typeModified(vm: Vm, type: TypeRec): void {
  type.version = 0;
  type.lookupCache.clear();
  const subclasses = vm.subclasses.get(type);
  if ((subclasses === undefined || subclasses.size === 0) && type.followers === null) return;
  // A set, since a half-made class may be its own subclass.
  const seen = new Set([...(subclasses ?? []), ...(type.followers ?? [])]);
  for (const subclass of seen) {
    subclass.version = 0;
    subclass.lookupCache.clear();
    const below = vm.subclasses.get(subclass);
    if (below !== undefined) for (const t of below) seen.add(t);
    if (subclass.followers !== null) for (const t of subclass.followers) seen.add(t);
  }
}

/** The type's version tag; given out on first demand. */
export function versionOf(vm: Vm, type: TypeRec): number {
  if (type.version === 0) {
    // Static types keep theirs over all Vms: they cannot change.
    type.version = (type.flags & TPFLAGS_HEAPTYPE) === 0 ? -(1 + staticVersion(type)) : vm.nextTypeVersion++;
  }
  return type.version;
}

const staticOrder = new WeakMap<TypeRec, number>();
let staticCount = 0;
function staticVersion(type: TypeRec): number {
  let n = staticOrder.get(type);
  if (n === undefined) {
    n = staticCount++;
    staticOrder.set(type, n);
  }
  return n;
}

/** C3 linearisation. Raises TypeError when there is none. */
export function linearize(vm: Vm, type: TypeRec, bases: readonly TypeRec[]): TypeRec[] {
  if (bases.length === 1) return [type, ...bases[0]!.mro];
  for (let i = 0; i < bases.length; i++) {
    if (bases.indexOf(bases[i]!) !== i) throw typeError(vm, `duplicate base class ${shortName(bases[i]!)}`);
  }
  const sequences = [...bases.map((b) => b.mro.slice()), bases.slice()];
  const result = [type];
  for (;;) {
    let empty = 0;
    let picked: TypeRec | undefined;
    for (const sequence of sequences) {
      if (sequence.length === 0) {
        empty++;
        continue;
      }
      const candidate = sequence[0]!;
      if (!sequences.some((other) => other.indexOf(candidate) > 0)) {
        picked = candidate;
        break;
      }
    }
    if (picked === undefined) {
      if (empty === sequences.length) return result;
      const names = [...new Set(sequences.filter((s) => s.length > 0).map((s) => s[0]!))].map(shortName);
      throw typeError(vm, `Cannot create a consistent method resolution order (MRO) for bases ${names.join(", ")}`);
    }
    result.push(picked);
    for (const sequence of sequences) if (sequence[0] === picked) sequence.shift();
  }
}

const INHERITED_FLAGS =
  TPFLAGS_LONG_SUBCLASS | TPFLAGS_LIST_SUBCLASS | TPFLAGS_TUPLE_SUBCLASS | TPFLAGS_BYTES_SUBCLASS | TPFLAGS_UNICODE_SUBCLASS |
  TPFLAGS_DICT_SUBCLASS | TPFLAGS_BASE_EXC_SUBCLASS | TPFLAGS_TYPE_SUBCLASS | TPFLAGS_MATCH_SELF;
const COLLECTION_FLAGS = TPFLAGS_SEQUENCE | TPFLAGS_MAPPING;

/** Fills the slots that `type` does not define from its MRO (inherit_slots): comparison and hash only together. */
export function inheritSlots(type: TypeRec): void {
  const record = type as any;
  const base = type.base;
  if (base !== null) {
    type.flags |= base.flags & INHERITED_FLAGS;
    // Instances of builtin types are Containers or Leafs, never Instances.
    if (type.kind === K_OTHER && base.kind !== K_INSTANCE) type.kind = base.kind;
    if (base.leaf && (type.flags & TPFLAGS_HEAPTYPE) === 0 && type.spec?.leaf === undefined && type.solid === type && type.kind === base.kind && type.kind !== K_INSTANCE) type.leaf = base.leaf;
  }
  for (let i = 1; i < type.mro.length; i++) {
    const from = type.mro[i]! as any;
    // The first class of the MRO that is a sequence or a mapping decides.
    if ((type.flags & COLLECTION_FLAGS) === 0) type.flags |= from.flags & COLLECTION_FLAGS;
    if (type.tp_richcompare === undefined && type.tp_hash === undefined) {
      type.tp_richcompare = from.tp_richcompare;
      type.tp_hash = from.tp_hash;
    }
    for (const field of slotFieldNames) {
      if (record[field] === undefined && from[field] !== undefined && field !== "tp_richcompare" && field !== "tp_hash" && field !== "tp_new") record[field] = from[field];
    }
  }
  if (type.tp_new === undefined && base !== null && !cannotBeCalled(type, base)) type.tp_new = base.tp_new;
}

/** Native types make instances on their own terms unless they say otherwise: object.__new__ is not for them. */
function cannotBeCalled(type: TypeRec, base: TypeRec): boolean {
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) return false;
  const facts = factsOf(type);
  return facts !== undefined ? (facts[0] & TPFLAGS_DISALLOW_INSTANTIATION) !== 0 : base === ObjectType;
}

/** Makes the type object of a record. */
export function makeTypeObject(type: TypeRec, metatype: TypeRec): Container {
  const object = new Container(metatype, type, null);
  type.obj = object;
  return object;
}

/** First part of a static type's birth: MRO, object, empty dict. Bases are born first. */
export function prepareStaticType(vm: Vm, type: TypeRec): void {
  if ((type.obj as Container | undefined) !== undefined) return;
  const spec = type.spec;
  const base: TypeRec | null = type === ObjectType ? null : (spec.base?.() ?? ObjectType);
  if (base !== null) prepareStaticType(vm, base);
  type.base = base;
  makeTypeObject(type, spec.metatype?.() ?? TypeType);
  type.obj.rc = IMMORTAL;
  type.dict = newDict();
  type.dict.rc = IMMORTAL;
  const bases = base === null ? [] : [base];
  type.mro = base === null ? [type] : linearize(vm, type, bases);
  type.bases = staticTuple(bases.map((b) => b.obj));
  type.mroTuple = staticTuple(type.mro.map((t) => t.obj));
  type.hasDict = spec.hasDict === true || (base !== null && base.hasDict);
  type.hasWeakrefs = spec.hasWeakrefs === true || (base !== null && base.hasWeakrefs);
  inheritSlots(type);
  const facts = factsOf(type);
  if (facts !== undefined) type.flags |= facts[0] & TPFLAGS_DISALLOW_INSTANTIATION;
}

