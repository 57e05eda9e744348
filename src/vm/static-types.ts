// The birth of the static types: type objects, then their dictionaries from the declarations. Done once per process, since static
// types cannot change. Mirrors type_ready in Objects/typeobject.c. See docs/vm.md.
import { allStaticTypes } from "../core/define.ts";
import { IMMORTAL, type PyDict, TPFLAGS_DISALLOW_INSTANTIATION, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { NativeDef } from "../core/signature.ts";
import { slotDefs, slotDefsByName } from "../core/slots.ts";
import { lookup, prepareStaticType, recOf, isSubtype, isType, fullName, shortName, typeName } from "../core/type.ts";
import { factsOf } from "../core/type-layout.ts";
import { typeModuleName } from "../core/type-names.ts";
import { typeError } from "../core/errors.ts";
import { newBuiltin } from "../types/builtin-function.ts";
import { newStaticMethod } from "../types/class-static-method.ts";
import { newGetSetDescriptor, newMethodDescriptor, newWrapperDescriptor, WrapperDescriptorType } from "../types/descriptors.ts";
import { untrack } from "../memory/gc-list.ts";
import { closeScope } from "../memory/ref.ts";
import { newDict, tableOf } from "../types/dict/dict-object.ts";
import { append, findStr } from "../types/dict/table.ts";
import { None } from "../types/none.ts";
import { newStr, staticName, textOf } from "../types/str/str-object.ts";
import type { Vm } from "./vm.ts";

const ready = new Set<TypeRec>();

function put(vm: Vm, dict: PyDict, name: string, value: Value): void {
  const key = staticName(name);
  const table = tableOf(dict);
  if (findStr(table, key) >= 0) return;
  if (typeof value !== "number" && value.rc < IMMORTAL) value.rc += IMMORTAL;
  append(vm, table, key, value);
}

/** Readies every static type that is not ready yet. */
export function readyStaticTypes(vm: Vm): void {
  const types = allStaticTypes();
  if (types.length === ready.size) return;
  // Their making is no allocation of the program, and what they hold is immortal.
  const count = vm.youngCount;
  const mark = vm.scopeCount;
  for (const type of types) if (!ready.has(type)) prepareStaticType(vm, type);
  for (const type of types) {
    if (ready.has(type)) continue;
    ready.add(type);
    populate(vm, type);
  }
  closeScope(vm, mark);
  vm.youngCount = count;
}

function populate(vm: Vm, type: TypeRec): void {
  const spec = type.spec;
  const dict = type.dict;
  const methods = (spec.methods ?? {}) as Record<string, (name: string) => NativeDef>;
  const putMethod = (name: string): void => {
    const def = methods[name]!(name);
    def.qualname = `${shortName(type)}.${name}`;
    if (def.kind === "staticmethod") {
      const builtin = newBuiltin(vm, def, type, null);
      // It belongs to every Vm of the process: no collector's list may hold it.
      untrack(builtin);
      builtin.rc += IMMORTAL;
      put(vm, dict, name, newStaticMethod(vm, builtin));
    }
    else put(vm, dict, name, newMethodDescriptor(type, def));
  };
  if (spec.slots?.tp_new !== undefined) put(vm, dict, "__new__", newConstructor(vm, type));
  // A method that has a slot's name takes the wrapper's place (METH_COEXIST).
  const placed = new Set<string>();
  for (const def of slotDefs) {
    const slot = spec.slots?.[def.slot];
    if (slot === undefined || def.signature === null) continue;
    if (Object.hasOwn(methods, def.name)) {
      if (!placed.has(def.name)) putMethod(def.name);
      placed.add(def.name);
    } else put(vm, dict, def.name, slot === null ? None : newWrapperDescriptor(type, def, slot));
  }
  for (const name of Object.keys(methods)) if (!placed.has(name)) putMethod(name);
  for (const [name, getset] of Object.entries((spec.getset ?? {}) as Record<string, any>)) put(vm, dict, name, newGetSetDescriptor(type, name, getset));
  for (const [name, make] of Object.entries((spec.attributes ?? {}) as Record<string, (vm: Vm) => Value>)) put(vm, dict, name, make(vm));
  put(vm, dict, "__doc__", type.doc === null ? None : newStr(type.doc));
  arrange(vm, type);
  type.lookupCache.clear();
}

/** Gives the dictionary the names that CPython's has, in its order: wrappers of inherited slots are added, superfluous ones dropped. */
function arrange(vm: Vm, type: TypeRec): void {
  const facts = factsOf(type);
  if (facts === undefined) return;
  const names = facts[5].split(" ");
  const { dict } = type;
  for (const name of names) {
    if (name === "__module__") put(vm, dict, name, newStr(typeModuleName(type)!));
    else if (name === "__new__" && type.tp_new !== undefined) put(vm, dict, name, newConstructor(vm, type));
    const defs = slotDefsByName.get(name);
    if (defs === undefined) continue;
    for (const def of defs) {
      const slot = (type as any)[def.slot];
      if (slot !== undefined && slot !== null && def.signature !== null) put(vm, dict, name, newWrapperDescriptor(type, def, slot));
    }
  }
  const wanted = new Set(names);
  const old = tableOf(dict).entries.slice();
  const kept = new Map<string, [PyStr, Value]>();
  const extra: [PyStr, Value][] = [];
  for (let i = 0; i < old.length; i += 2) {
    const key = old[i] as PyStr;
    const text = textOf(key);
    if (wanted.has(text)) kept.set(text, [key, old[i + 1]!]);
    else if (!redundant(type, text, old[i + 1]!)) extra.push([key, old[i + 1]!]);
  }
  const fresh = newDict();
  fresh.rc = IMMORTAL;
  type.dict = fresh;
  const table = tableOf(fresh);
  for (const name of names) {
    const found = kept.get(name);
    if (found !== undefined) append(vm, table, found[0], found[1]);
  }
  for (const [key, value] of extra) append(vm, table, key, value);
}

/** A wrapper of the very slot that the base has too. */
function redundant(type: TypeRec, name: string, value: Value): boolean {
  if (name === "__new__") return type.base !== null && type.base.tp_new === type.tp_new;
  if (typeof value === "number" || value.type !== WrapperDescriptorType) return false;
  const found = type.base === null ? undefined : lookup(type.base, name);
  return found !== undefined && typeof found !== "number" && found.type === WrapperDescriptorType && (found as any).data.slotFn === (value as any).data.slotFn;
}

/** `T.__new__`: checks the class given and calls tp_new. */
function newConstructor(vm: Vm, type: TypeRec): Value {
  const name = fullName(type);
  const def = new NativeDef(
    "__new__",
    "($type, *args, **kwargs)",
    "Create and return a new object.  See help(type) for accurate signature.",
    (inner: Vm, _self: unknown, args: Value[], kwargs: { names: any[]; values: Value[] } | undefined): Value => {
      if (args.length === 0) throw typeError(inner, `${name}.__new__(): not enough arguments`);
      const cls = args[0]!;
      if (!isType(cls)) throw typeError(inner, `${name}.__new__(X): X is not a type object (${typeName(cls)})`);
      const record = recOf(cls);
      if (!isSubtype(record, type)) throw typeError(inner, `${name}.__new__(${fullName(record)}): ${fullName(record)} is not a subtype of ${name}`);
      let solid: TypeRec = record;
      while ((solid.flags & (1 << 9)) !== 0) solid = solid.base!;
      if ((solid.flags & TPFLAGS_DISALLOW_INSTANTIATION) !== 0 || solid.tp_new === undefined) throw typeError(inner, `cannot create '${fullName(solid)}' instances`);
      if (solid.tp_new !== type.tp_new) throw typeError(inner, `${name}.__new__(${fullName(record)}) is not safe, use ${fullName(solid)}.__new__()`);
      const rest = args.slice(1);
      return kwargs === undefined ? type.tp_new!(inner, record, rest, null) : type.tp_new!(inner, record, [...rest, ...kwargs.values], kwargs.names);
    },
    "method",
    false,
  );
  return newBuiltin(vm, def, type, null);
}
