// _symtable: the compiler's symbol tables as Python objects. Mirrors Modules/symtablemodule.c and ste_type of Python/symtable.c.
// See docs/modules.md.
import { compileSymtable } from "../compiler/compile.ts";
import * as entries from "../compiler/symtable/entry.ts";
import {
  argumentName, addressOf, Container, defineModule, defineType, dictSet, drop, func, incref, intern, isStr, member, type ModuleSpec, newInt, newList, newScopedDict, newStr, note, strFromJs, textOf, TPFLAGS_DISALLOW_INSTANTIATION, track, typeError, type TypeRec, type Value, valueError,
  type Vm,
} from "../core/api.ts";
import { fileNameOf, sourceOf } from "./builtins/compile.ts";
import { compiling, warningSink } from "./builtins/source-errors.ts";

interface Entry {
  readonly name: Value;
  readonly symbols: Value;
  readonly varnames: Value;
  readonly children: Value;
  readonly nested: number;
  readonly type: number;
  readonly lineno: number;
  cleared: boolean;
}

const entry = (self: Container): Entry => self.data as Entry;
const owned = (self: Container): Value[] => [entry(self).name, entry(self).symbols, entry(self).varnames, entry(self).children];

const EntryType: TypeRec = defineType({
  name: "symtable entry",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  getset: {
    id: member((vm, self) => newInt(addressOf(vm, self))),
    name: member((_vm, self) => entry(self).name),
    symbols: member((_vm, self) => entry(self).symbols),
    varnames: member((_vm, self) => entry(self).varnames),
    children: member((_vm, self) => entry(self).children),
    nested: member((_vm, self) => entry(self).nested),
    type: member((_vm, self) => entry(self).type),
    lineno: member((_vm, self) => entry(self).lineno),
  },
  slots: {
    tp_repr: (vm, self) => strFromJs(`<symtable entry ${textOf(entry(self).name as never)}(${addressOf(vm, self)}), line ${entry(self).lineno}>`),
    tp_traverse: (self, visit) => owned(self).forEach(visit),
    tp_clear: (vm, self) => {
      if (entry(self).cleared) return;
      entry(self).cleared = true;
      for (const v of owned(self)) drop(vm, v);
    },
  },
});

function entryObject(vm: Vm, block: entries.SymtableEntry): Container {
  const symbols = newScopedDict(vm);
  for (const [name, flags] of block.symbols) dictSet(vm, symbols, intern(vm, name), flags);
  const varnames = newList(vm, block.varnames.map((name) => intern(vm, name)));
  const children = newList(vm, block.children.map((child) => entryObject(vm, child)));
  const data: Entry = { name: newStr(block.name), symbols, varnames, children, nested: block.nested ? 1 : 0, type: block.type, lineno: block.location.lineno, cleared: false };
  const made = new Container(EntryType, data, null);
  for (const v of owned(made)) incref(v);
  track(vm, made);
  return note(vm, made);
}

function symtable(vm: Vm, source: Value, filename: Value, start: Value): Value {
  const file = fileNameOf(vm, filename);
  if (!isStr(start)) throw typeError(vm, `symtable() argument 3 must be str, not ${argumentName(start)}`);
  const text = sourceOf(vm, source, "symtable", "string or bytes");
  const mode = textOf(start);
  if (mode !== "exec" && mode !== "eval" && mode !== "single") throw valueError(vm, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  const table = compiling(vm, () => compileSymtable(text, { filename: file, mode, optimize: 0, flags: 0, warn: warningSink(vm), maxStrDigits: vm.intMaxStrDigits }));
  return entryObject(vm, table.top);
}

const constants: Readonly<Record<string, number>> = {
  USE: entries.USE,
  DEF_GLOBAL: entries.DEF_GLOBAL,
  DEF_NONLOCAL: entries.DEF_NONLOCAL,
  DEF_LOCAL: entries.DEF_LOCAL,
  DEF_PARAM: entries.DEF_PARAM,
  DEF_TYPE_PARAM: entries.DEF_TYPE_PARAM,
  DEF_FREE_CLASS: entries.DEF_FREE_CLASS,
  DEF_IMPORT: entries.DEF_IMPORT,
  DEF_BOUND: entries.DEF_BOUND,
  DEF_ANNOT: entries.DEF_ANNOT,
  DEF_COMP_ITER: entries.DEF_COMP_ITER,
  DEF_COMP_CELL: entries.DEF_COMP_CELL,
  TYPE_FUNCTION: entries.FunctionBlock,
  TYPE_CLASS: entries.ClassBlock,
  TYPE_MODULE: entries.ModuleBlock,
  TYPE_ANNOTATION: entries.AnnotationBlock,
  TYPE_TYPE_ALIAS: entries.TypeAliasBlock,
  TYPE_TYPE_PARAMETERS: entries.TypeParametersBlock,
  TYPE_TYPE_VARIABLE: entries.TypeVariableBlock,
  LOCAL: entries.LOCAL,
  GLOBAL_EXPLICIT: entries.GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT: entries.GLOBAL_IMPLICIT,
  FREE: entries.FREE,
  CELL: entries.CELL,
  SCOPE_OFF: entries.SCOPE_OFFSET,
  SCOPE_MASK: entries.SCOPE_MASK,
};

export const symtableModule: ModuleSpec = defineModule({
  name: "_symtable",
  functions: {
    symtable: func("($module, source, filename, startstr, /)", "Return symbol and scope dictionaries used internally by compiler.", symtable),
  },
  attributes: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, () => value])),
});
