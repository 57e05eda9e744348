// Making code objects from Python: the constructor, replace(). Mirrors code_new_impl, code_replace_impl and
// PyUnstable_Code_NewWithPosOnlyArgs of Objects/codeobject.c. See docs/types.md.
import {
  CO_FAST_ARG_KW, CO_FAST_ARG_POS, CO_FAST_ARG_VAR, CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_FAST_LOCAL, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, type CodeUnit,
} from "../bytecode/code-unit.ts";
import { EXTENDED_ARG, LOAD_FAST, LOAD_FAST_AND_CLEAR } from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";
import { asCInt } from "../core/convert.ts";
import { systemError, typeError, valueError } from "../core/errors.ts";
import type { Container, Leaf, PyStr, TypeRec, Value } from "../core/object.ts";
import type { KeywordArgs } from "../core/signature.ts";
import { typeName } from "../core/type.ts";
import { incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { constOf } from "./code-const.ts";
import { BytesType } from "./bytes.ts";
import { CodeData, codeOf, newCodeOf } from "./code.ts";
import { None } from "./none.ts";
import { isStr, textOf } from "./str/str-object.ts";
import { isTuple } from "./tuple.ts";

/** What a code object is made of, as Python gives it. */
interface Parts {
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  nlocals: number;
  stacksize: number;
  flags: number;
  code: Uint8Array;
  consts: Value[];
  names: string[];
  varnames: string[];
  filename: string;
  name: string;
  qualname: string;
  firstlineno: number;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
  freevars: string[];
  cellvars: string[];
}

type NumberPart = "argcount" | "posonlyargcount" | "kwonlyargcount" | "nlocals" | "stacksize" | "flags" | "firstlineno";
const NUMBERS: readonly NumberPart[] = ["argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags", "firstlineno"];
/** Parts in the constructor's order. */
const ORDER: readonly (keyof Parts)[] = [
  "argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags", "code", "consts", "names", "varnames", "filename", "name", "qualname", "firstlineno", "linetable", "exceptiontable", "freevars", "cellvars",
];
const BYTES: readonly string[] = ["code", "linetable", "exceptiontable"];
const TEXTS: readonly string[] = ["filename", "name", "qualname"];

/** How Argument Clinic names the type of a wrong argument. */
const kindOf = (v: Value): string => (v === None ? "None" : typeName(v));

/** One argument of the constructor or of replace(); `label` is how messages name it. */
function readPart(vm: Vm, name: keyof Parts, value: Value, label: string, names: (items: Value[]) => string[]): unknown {
  if ((NUMBERS as readonly string[]).includes(name)) return asCInt(vm, value);
  if (BYTES.includes(name)) {
    if (typeof value === "number" || value.type !== BytesType) throw typeError(vm, `${label} must be bytes, not ${kindOf(value)}`);
    return ((value as unknown as Leaf).data as Uint8Array).slice();
  }
  if (TEXTS.includes(name)) {
    if (!isStr(value)) throw typeError(vm, `${label} must be str, not ${kindOf(value)}`);
    return textOf(value);
  }
  if (!isTuple(value)) throw typeError(vm, `${label} must be tuple, not ${kindOf(value)}`);
  return name === "consts" ? (value.data as Value[]) : names(value.data as Value[]);
}

/** code(argcount, ...). */
export function code_new(vm: Vm, _type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "code() takes no keyword arguments");
  if (args.length < 16) throw typeError(vm, `code expected at least 16 arguments, got ${args.length}`);
  if (args.length > 18) throw typeError(vm, `code expected at most 18 arguments, got ${args.length}`);
  const tuples: [string, Value[]][] = [];
  const parts = { freevars: [], cellvars: [] } as unknown as Parts;
  args.forEach((value, i) => {
    (parts as any)[ORDER[i]!] = readPart(vm, ORDER[i]!, value, `code() argument ${i + 1}`, (items) => {
      tuples.push([ORDER[i]!, items]);
      return [];
    });
  });
  for (const field of ["argcount", "posonlyargcount", "kwonlyargcount", "nlocals"] as const) if (parts[field] < 0) throw valueError(vm, `code: ${field} must not be negative`);
  for (const [field, items] of tuples) {
    (parts as any)[field] = items.map((item) => {
      if (!isStr(item)) throw typeError(vm, `name tuples must contain only strings, not '${typeName(item)}'`);
      return textOf(item);
    });
  }
  return makeCode(vm, parts);
}

/** A copy of a code object with some fields changed. */
export function code_replace(vm: Vm, self: Leaf, kwargs?: KeywordArgs): Value {
  const old = codeOf(self);
  const { unit } = old;
  const kind = (bit: number): string[] => unit.localsplusnames.filter((_, i) => (unit.localspluskinds[i]! & bit) !== 0);
  const parts: Parts = { ...unit, nlocals: old.nlocals, consts: old.consts, varnames: kind(CO_FAST_LOCAL), cellvars: kind(CO_FAST_CELL), freevars: kind(CO_FAST_FREE) };
  const given = new Map<string, Value>();
  (kwargs?.names ?? []).forEach((name, i) => {
    const text = textOf(name);
    if (!text.startsWith("co_") || !(ORDER as readonly string[]).includes(text.slice(3))) throw typeError(vm, `replace() got an unexpected keyword argument '${text}'`);
    given.set(text.slice(3), kwargs!.values[i]!);
  });
  let nonString = false;
  for (const field of ORDER) {
    const value = given.get(field);
    if (value === undefined) continue;
    (parts as any)[field] = readPart(vm, field, value, `replace() argument 'co_${field}'`, (items) =>
      items.map((item) => {
        if (isStr(item)) return textOf(item);
        nonString = true;
        return "";
      }));
  }
  for (const field of NUMBERS) if (parts[field] < 0) throw valueError(vm, `co_${field} must be a positive integer`);
  if (nonString) throw systemError(vm, "non-string found in code slot");
  return makeCode(vm, parts);
}

function makeCode(vm: Vm, parts: Parts): Value {
  const { argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, code, names, filename, name, qualname, firstlineno, linetable, exceptiontable, varnames } = parts;
  if (argcount < posonlyargcount || stacksize < 0 || flags < 0) throw systemError(vm, "../Objects/codeobject.c:465: bad argument to internal function");
  if (code.length % 2 !== 0) throw valueError(vm, "code: co_code is malformed");
  const parameters = argcount + kwonlyargcount + ((flags & CO_VARARGS) !== 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  if (parameters > varnames.length) throw valueError(vm, "code: co_varnames is too small");
  if (nlocals !== varnames.length) throw valueError(vm, "code: co_nlocals != len(co_varnames)");
  const [localsplusnames, localspluskinds] = placeLocals(parts);
  const unit: CodeUnit = {
    kind: "code", argcount, posonlyargcount, kwonlyargcount, stacksize, flags, code, consts: parts.consts.map(constOf), names, localsplusnames, localspluskinds: Uint8Array.from(localspluskinds), filename, name, qualname, firstlineno, linetable,
    exceptiontable,
  };
  for (const v of parts.consts) incref(v);
  return newCodeOf(new CodeData(vm, unit, parts.consts.slice())) as unknown as Container;
}

/** One slot for each local, cell and free variable; a cell that is a local too shares its slot. */
function placeLocals(parts: Parts): [string[], number[]] {
  const { varnames, cellvars, freevars, argcount, posonlyargcount, kwonlyargcount, flags } = parts;
  const names = varnames.slice();
  const starAt = argcount + kwonlyargcount;
  const starStarAt = starAt + ((flags & CO_VARARGS) !== 0 ? 1 : 0);
  const kinds = varnames.map((_, i) => {
    if (i < posonlyargcount) return CO_FAST_LOCAL | CO_FAST_ARG_POS;
    if (i < argcount) return CO_FAST_LOCAL | CO_FAST_ARG_POS | CO_FAST_ARG_KW;
    if (i < starAt) return CO_FAST_LOCAL | CO_FAST_ARG_KW;
    if (i < starStarAt) return CO_FAST_LOCAL | CO_FAST_ARG_VAR | CO_FAST_ARG_POS;
    return i === starStarAt && (flags & CO_VARKEYWORDS) !== 0 ? CO_FAST_LOCAL | CO_FAST_ARG_VAR | CO_FAST_ARG_KW : CO_FAST_LOCAL;
  });
  for (const name of cellvars) {
    const at = varnames.indexOf(name);
    if (at >= 0) kinds[at]! |= CO_FAST_CELL;
    else {
      names.push(name);
      kinds.push(CO_FAST_CELL);
    }
  }
  for (const name of freevars) {
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  if ((flags & CO_OPTIMIZED) === 0) hideInlined(parts.code, kinds);
  return [names, kinds];
}

/** Outside functions, fast locals belong to inlined comprehensions. */
function hideInlined(code: Uint8Array, kinds: number[]): void {
  let extended = 0;
  for (let i = 0; i + 1 < code.length; ) {
    const opcode = code[i]!;
    const arg = (extended << 8) | code[i + 1]!;
    extended = opcode === EXTENDED_ARG ? arg : 0;
    if ((opcode === LOAD_FAST || opcode === LOAD_FAST_AND_CLEAR) && arg < kinds.length) kinds[arg]! |= CO_FAST_HIDDEN;
    i += 2 * (1 + (cacheEntries[opcode] ?? 0));
  }
}
