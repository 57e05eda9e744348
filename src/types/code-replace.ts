// code.replace(). Mirrors code_replace_impl in Objects/codeobject.c. See docs/types.md.
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, type CodeUnit } from "../bytecode/code-unit.ts";
import { asInt32 } from "../core/convert.ts";
import { typeError, valueError } from "../core/errors.ts";
import type { Container, Leaf, PyStr, Value } from "../core/object.ts";
import type { KeywordArgs } from "../core/signature.ts";
import { typeName } from "../core/type.ts";
import { incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { asBytesLike } from "./buffer.ts";
import { type CodeData, codeOf, newCode } from "./code.ts";
import { isStr, textOf } from "./str/str-object.ts";
import { isTuple } from "./tuple.ts";

type Field = keyof CodeUnit;

const NUMBERS: Record<string, Field> = {
  co_argcount: "argcount", co_posonlyargcount: "posonlyargcount", co_kwonlyargcount: "kwonlyargcount", co_stacksize: "stacksize", co_flags: "flags", co_firstlineno: "firstlineno",
};
const TEXTS: Record<string, Field> = { co_filename: "filename", co_name: "name", co_qualname: "qualname" };
const BYTES: Record<string, Field> = { co_code: "code", co_linetable: "linetable", co_exceptiontable: "exceptiontable" };
const LOCALS: Record<string, number> = { co_varnames: CO_FAST_LOCAL, co_cellvars: CO_FAST_CELL, co_freevars: CO_FAST_FREE };

function texts(vm: Vm, v: Value, field: string): string[] {
  if (!isTuple(v)) throw typeError(vm, `replace() argument '${field}' must be tuple, not ${typeName(v)}`);
  return (v.data as Value[]).map((item) => {
    if (!isStr(item)) throw typeError(vm, `name tuples must contain only strings, not '${typeName(item)}'`);
    return textOf(item as PyStr);
  });
}

/** A copy of a code object with some fields changed. */
export function code_replace(vm: Vm, self: Leaf, kwargs?: KeywordArgs): Value {
  const unit: CodeUnit = { ...codeOf(self).unit };
  let consts: Value[] | undefined;
  let nlocals: number | undefined;
  const locals: Record<string, string[]> = {};
  (kwargs?.names ?? []).forEach((nameObject, i) => {
    const name = textOf(nameObject);
    const value = kwargs!.values[i]!;
    if (name in NUMBERS) {
      const n = asInt32(vm, value);
      if (n < 0) throw valueError(vm, `${name} must be a positive integer`);
      (unit as any)[NUMBERS[name]!] = n;
    } else if (name === "co_nlocals") nlocals = asInt32(vm, value);
    else if (name in TEXTS) {
      if (!isStr(value)) throw typeError(vm, `replace() argument '${name}' must be str, not ${typeName(value)}`);
      (unit as any)[TEXTS[name]!] = textOf(value);
    } else if (name in BYTES) (unit as any)[BYTES[name]!] = asBytesLike(vm, value).slice();
    else if (name in LOCALS) locals[name] = texts(vm, value, name);
    else if (name === "co_names") unit.names = texts(vm, value, name);
    else if (name === "co_consts") {
      if (!isTuple(value)) throw typeError(vm, `replace() argument 'co_consts' must be tuple, not ${typeName(value)}`);
      consts = value.data as Value[];
    } else throw typeError(vm, `replace() got an unexpected keyword argument '${name}'`);
  });
  if (Object.keys(locals).length > 0) renameLocals(vm, unit, locals);
  const made = newCode(vm, unit);
  const data = made.data as CodeData;
  if (nlocals !== undefined && nlocals !== data.nlocals) throw valueError(vm, "code: co_nlocals != len(co_varnames)");
  const items = consts ?? codeOf(self).consts;
  for (const v of items) incref(v);
  (data as { consts: Value[] }).consts = items.slice();
  return made as unknown as Container;
}

/** Puts other names into the slots of locals, cells and free variables; only sizes that fit the instructions make sense. */
function renameLocals(vm: Vm, unit: CodeUnit, changed: Record<string, string[]>): void {
  const names = unit.localsplusnames;
  const kinds = unit.localspluskinds;
  const current = (bit: number): string[] => names.filter((_, i) => (kinds[i]! & bit) !== 0);
  const varnames = changed["co_varnames"] ?? current(CO_FAST_LOCAL);
  const cellvars = changed["co_cellvars"] ?? current(CO_FAST_CELL);
  const freevars = changed["co_freevars"] ?? current(CO_FAST_FREE);
  const parameters = unit.argcount + unit.kwonlyargcount;
  if (varnames.length < parameters) throw valueError(vm, "code: varnames is too small");
  const newNames: string[] = [];
  const newKinds: number[] = [];
  varnames.forEach((name, i) => {
    const old = names.indexOf(name);
    newNames.push(name);
    newKinds.push((old >= 0 && i === old ? kinds[old]! & ~CO_FAST_CELL : CO_FAST_LOCAL) | CO_FAST_LOCAL | (cellvars.includes(name) ? CO_FAST_CELL : 0));
  });
  for (const name of cellvars) {
    if (varnames.includes(name)) continue;
    newNames.push(name);
    newKinds.push(CO_FAST_CELL);
  }
  for (const name of freevars) {
    newNames.push(name);
    newKinds.push(CO_FAST_FREE);
  }
  unit.localsplusnames = newNames;
  unit.localspluskinds = Uint8Array.from(newKinds);
}
