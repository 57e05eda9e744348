// module. Mirrors Objects/moduleobject.c. See docs/types.md.
import { moduleAttributeMessage, moduleRepr } from "./module-repr.ts";
import { argumentName } from "../core/type.ts";
import { genericLookupAttr, lookupAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { moduleAnnotate, moduleAnnotations, setModuleAnnotate, setModuleAnnotations } from "../core/annotations.ts";
import { defineType, getset, member, method, type ModuleSpec } from "../core/define.ts";
import { attributeErrorFor, typeError } from "../core/errors.ts";
import { Container, K_MODULE, type PyDict, type PyStr, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { closeScope, drop, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newModuleFunction } from "./builtin-function.ts";
import { dictGetText, dictItems, dictSetText, isDict, newTrackedDict } from "./dict/dict-object.ts";
import { newList } from "./list.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { isStr, newStr, textOf } from "./str/str-object.ts";

export interface ModuleData {
  dict: PyDict;
  /** The dict's count was given up. */
  cleared: boolean;
}

/** An empty module with its usual names; in the current scope. */
export function newModule(vm: Vm, name: string, doc: string | null = null): Container {
  const m = new Container(ModuleType, { dict: newTrackedDict(vm), cleared: false } satisfies ModuleData, null);
  track(vm, m);
  note(vm, m);
  initDict(vm, moduleDict(m), newStr(name), doc === null ? None : newStr(doc));
  return m;
}

function initDict(vm: Vm, dict: PyDict, name: Value, doc: Value): void {
  dictSetText(vm, dict, "__name__", name);
  dictSetText(vm, dict, "__doc__", doc);
  for (const key of ["__package__", "__loader__", "__spec__"]) dictSetText(vm, dict, key, None);
}

export function moduleDict(module: Value): PyDict {
  return ((module as Container).data as ModuleData).dict;
}

/** The builtins that code with these globals sees: the dictionary of a module, or any object, that `__builtins__` names, else the caller's. */
export function builtinsOf(vm: Vm, globals: PyDict): Value {
  const found = dictGetText(globals, "__builtins__");
  if (found === undefined) return vm.frame?.builtins ?? vm.builtins;
  return typeof found !== "number" && found.type.solid === ModuleType ? moduleDict(found) : found;
}

/** Fills a module from its declaration. */
export function populateModule(vm: Vm, module: Container, spec: ModuleSpec): void {
  const dict = moduleDict(module);
  const mark = vm.scopeCount;
  for (const [name, make] of Object.entries(spec.functions ?? {})) dictSetText(vm, dict, name, newModuleFunction(vm, make(name), spec.name));
  for (const [name, type] of Object.entries(spec.types ?? {})) dictSetText(vm, dict, name, type.obj);
  for (const [name, make] of Object.entries(spec.attributes ?? {})) dictSetText(vm, dict, name, make(vm));
  closeScope(vm, mark);
  spec.exec?.(vm, dict);
  closeScope(vm, mark);
}

/** A native module made of its declaration; in the current scope. */
export function makeModule(vm: Vm, spec: ModuleSpec): Container {
  const m = newModule(vm, spec.name, spec.doc ?? null);
  populateModule(vm, m, spec);
  return m;
}

function module_lookup(vm: Vm, self: Container, name: PyStr): Value | undefined {
  const found = genericLookupAttr(vm, self, name);
  if (found !== undefined) return found;
  const getattr = dictGetText(moduleDict(self), "__getattr__");
  return getattr === undefined ? undefined : call(vm, getattr, [name]);
}

export const ModuleType: TypeRec = defineType({
  name: "module",
  doc: "Create a module object.\n\nThe name must be a string; the optional doc argument can have any type.",
  signature: "(name, doc=None)",
  kind: K_MODULE,
  flags: TPFLAGS_BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    __dir__: method("($self, /)", "__dir__() -> list\nspecialized dir() implementation", (vm: Vm, self: Container) => {
      const dict = lookupAttrText(vm, self, "__dict__");
      if (dict === undefined || !isDict(dict)) throw typeError(vm, "<module>.__dict__ is not a dictionary");
      const own = dictGetText(dict, "__dir__");
      return own === undefined ? newList(vm, [...dictItems(dict)].map(([key]) => key)) : call(vm, own, []);
    }),
  },
  getset: {
    __dict__: member((_vm, self) => moduleDict(self)),
    __annotations__: getset(moduleAnnotations, setModuleAnnotations),
    __annotate__: getset(moduleAnnotate, setModuleAnnotate),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { dict: newTrackedDict(vm), cleared: false } satisfies ModuleData),
    tp_init: (vm, self, args, kwnames) => {
      const npos = args.length - (kwnames?.length ?? 0);
      let name = npos > 0 ? args[0] : undefined;
      let doc = npos > 1 ? args[1] : undefined;
      for (let k = 0; k < (kwnames?.length ?? 0); k++) {
        const key = textOf(kwnames![k]!);
        if (key === "name") name = args[npos + k];
        else if (key === "doc") doc = args[npos + k];
        else throw typeError(vm, `module() got an unexpected keyword argument '${key}'`);
      }
      if (name === undefined) throw typeError(vm, "module() missing required argument 'name' (pos 1)");
      if (!isStr(name)) throw typeError(vm, `module() argument 'name' must be str, not ${argumentName(name)}`);
      initDict(vm, moduleDict(self), name, doc ?? None);
    },
    tp_repr: (vm, self) => moduleRepr(vm, self),
    tp_getattro: (vm, self: Container, name) => {
      const found = module_lookup(vm, self, name);
      if (found !== undefined) return found;
      const own = dictGetText(moduleDict(self), "__name__");
      const text = textOf(name);
      throw attributeErrorFor(vm, self, name, own !== undefined && isStr(own) ? moduleAttributeMessage(vm, self, own, name) : `module has no attribute '${text}'`);
    },
    tp_traverse: (self: Container, visit) => visit(moduleDict(self)),
    tp_clear: (vm, self: Container) => {
      const data = self.data as ModuleData;
      if (data.cleared) return;
      data.cleared = true;
      drop(vm, data.dict);
    },
  },
});
