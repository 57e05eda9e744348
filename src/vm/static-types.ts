// The birth of the static types: type objects, then their dictionaries from the declarations. Done once per process, since static
// types cannot change. Mirrors type_ready in Objects/typeobject.c. See docs/vm.md.
import { allStaticTypes } from "../core/define.ts";
import { IMMORTAL, type PyDict, type TypeRec, type Value } from "../core/object.ts";
import { NativeDef } from "../core/signature.ts";
import { slotDefs } from "../core/slots.ts";
import { prepareStaticType, recOf, isSubtype, isType, fullName, shortName, typeName } from "../core/type.ts";
import { typeError } from "../core/errors.ts";
import { newBuiltin } from "../types/builtin-function.ts";
import { newStaticMethod } from "../types/class-static-method.ts";
import { newGetSetDescriptor, newMethodDescriptor, newWrapperDescriptor } from "../types/descriptors.ts";
import { tableOf } from "../types/dict/dict-object.ts";
import { append, findStr } from "../types/dict/table.ts";
import { None } from "../types/none.ts";
import { newStr, staticName } from "../types/str/str-object.ts";
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
  for (const type of types) if (!ready.has(type)) prepareStaticType(vm, type);
  for (const type of types) {
    if (ready.has(type)) continue;
    ready.add(type);
    populate(vm, type);
  }
}

function populate(vm: Vm, type: TypeRec): void {
  const spec = type.spec;
  const dict = type.dict;
  const methods = (spec.methods ?? {}) as Record<string, (name: string) => NativeDef>;
  const putMethod = (name: string): void => {
    const def = methods[name]!(name);
    def.qualname = `${shortName(type)}.${name}`;
    if (def.kind === "staticmethod") put(vm, dict, name, newStaticMethod(vm, newBuiltin(vm, def, type, null)));
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
  type.lookupCache.clear();
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
      if (solid.tp_new !== type.tp_new && solid.tp_new !== undefined) throw typeError(inner, `${name}.__new__(${fullName(record)}) is not safe, use ${fullName(solid)}.__new__()`);
      const rest = args.slice(1);
      return kwargs === undefined ? type.tp_new!(inner, record, rest, null) : type.tp_new!(inner, record, [...rest, ...kwargs.values], kwargs.names);
    },
    "method",
    false,
  );
  return newBuiltin(vm, def, type, null);
}
