// Names: globals with their caches, locals of module and class bodies, cells. See docs/interpreter.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { nameError, newError } from "../../core/errors.ts";
import { getItem, setItem } from "../../core/number.ts";
import { dropError, matches } from "../../core/errors.ts";
import { type Container, NULL, type PyStr, type Value } from "../../core/object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { dropMaybe, incref, own } from "../../memory/ref.ts";
import { newOwnedCell, setCell } from "../../types/cell.ts";
import { dictDeleteStr, dictGet, dictGetStr, dictSetStr, isExactDict, newTrackedDict, tableOf } from "../../types/dict/dict-object.ts";
import { findStr } from "../../types/dict/table.ts";
import * as exc from "../../types/exceptions.ts";
import type { FunctionData } from "../../types/function.ts";
import { intern, textOf } from "../../types/str/str-object.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";

function notDefined(vm: Vm, name: PyStr): Error {
  throw nameError(vm, name, `name '${textOf(name)}' is not defined`);
}

function pushOwned(vm: Vm, sp: number, v: Value): number {
  if (typeof v !== "number") v.rc++;
  vm.stack[sp] = v;
  return sp + 1;
}

/** LOAD_GLOBAL: looks the name up and, where both namespaces are plain dicts, leaves a cached form behind. */
export function loadGlobal(vm: Vm, frame: Frame, pc: number, sp: number, arg: number): number {
  const name = frame.code.names[arg >> 1]!;
  const { globals, builtins } = frame;
  let v: Value | undefined;
  if (isExactDict(globals) && isExactDict(builtins)) {
    const table = tableOf(globals);
    const W = frame.code.words;
    let entry = table.simple ? findStr(table, name) : -1;
    if (entry >= 0) {
      v = table.entries[(entry << 1) + 1]!;
      W[pc + 1] = (entry << 1) + 1;
      W[pc + 2] = versionOf(vm, table);
      W[pc] = (W[pc]! & ~255) | Op.LOAD_GLOBAL_MODULE;
    } else if (table.simple) {
      const other = tableOf(builtins);
      entry = other.simple ? findStr(other, name) : -1;
      if (entry >= 0) {
        v = other.entries[(entry << 1) + 1]!;
        W[pc + 1] = (entry << 1) + 1;
        W[pc + 2] = versionOf(vm, table);
        W[pc + 3] = versionOf(vm, other);
        W[pc] = (W[pc]! & ~255) | Op.LOAD_GLOBAL_BUILTIN;
      }
    }
    v ??= dictGetStr(vm, globals, name) ?? dictGetStr(vm, builtins, name);
  } else v = lookupMapping(vm, globals, name) ?? lookupMapping(vm, builtins, name);
  if (v === undefined) notDefined(vm, name);
  sp = pushOwned(vm, sp, v!);
  if ((arg & 1) !== 0) vm.stack[sp++] = NULL;
  return sp;
}

function versionOf(vm: Vm, table: ReturnType<typeof tableOf>): number {
  if (table.keysVersion === 0) table.keysVersion = vm.nextKeysVersion++;
  return table.keysVersion;
}

/** mapping[name], undefined when it raises KeyError. */
export function lookupMapping(vm: Vm, mapping: Value, name: PyStr): Value | undefined {
  if (isExactDict(mapping)) return dictGet(vm, mapping, name);
  try {
    return getItem(vm, mapping, name);
  } catch (error) {
    if (!matches(error, exc.KeyErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function noLocals(vm: Vm, what: string, name?: PyStr): never {
  throw newError(vm, exc.SystemErrorType, `no locals ${what}${name === undefined ? "" : ` '${textOf(name)}'`}`);
}

export function loadName(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const name = frame.code.names[arg]!;
  const locals = frame.locals ?? noLocals(vm, "when loading", name);
  const v = lookupMapping(vm, locals, name) ?? lookupMapping(vm, frame.globals, name) ?? lookupMapping(vm, frame.builtins, name);
  if (v === undefined) notDefined(vm, name);
  return pushOwned(vm, sp, v!);
}

export function storeName(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const name = frame.code.names[arg]!;
  const locals = frame.locals ?? noLocals(vm, "found when storing", name);
  const v = vm.stack[sp - 1]!;
  if (isExactDict(locals)) dictSetStr(vm, locals, name, v);
  else setItem(vm, locals, name, v);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

export function deleteName(vm: Vm, frame: Frame, arg: number): void {
  const name = frame.code.names[arg]!;
  const locals = frame.locals ?? noLocals(vm, "when deleting", name);
  if (isExactDict(locals)) {
    if (!dictDeleteStr(vm, locals, name)) notDefined(vm, name);
    return;
  }
  try {
    setItem(vm, locals, name, undefined);
  } catch (error) {
    if (!matches(error, exc.KeyErrorType)) throw error;
    dropError(vm, error);
    notDefined(vm, name);
  }
}

export function storeGlobal(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const v = vm.stack[sp - 1]!;
  dictSetStr(vm, frame.globals, frame.code.names[arg]!, v);
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp - 1;
}

export function deleteGlobal(vm: Vm, frame: Frame, arg: number): void {
  const name = frame.code.names[arg]!;
  if (!dictDeleteStr(vm, frame.globals, name)) notDefined(vm, name);
}

export function loadLocals(vm: Vm, frame: Frame, sp: number): number {
  return pushOwned(vm, sp, frame.locals ?? noLocals(vm, "when loading locals"));
}

export function loadBuildClass(vm: Vm, frame: Frame, sp: number): number {
  const v = lookupMapping(vm, frame.builtins, intern(vm, "__build_class__"));
  if (v === undefined) throw newError(vm, exc.NameErrorType, "__build_class__ not found");
  return pushOwned(vm, sp, v);
}

export function setupAnnotations(vm: Vm, frame: Frame): void {
  const locals = frame.locals ?? noLocals(vm, "when setting up annotations");
  const name = intern(vm, "__annotations__");
  if (lookupMapping(vm, locals, name) !== undefined) return;
  const dict = newTrackedDict(vm);
  setItem(vm, locals, name, dict);
  dropMaybe(vm, dict);
}

// ---- fast locals

function unbound(vm: Vm, frame: Frame, index: number): Error {
  const name = frame.code.localNames[index]!;
  throw nameError(vm, name, `cannot access local variable '${textOf(name)}' where it is not associated with a value`, exc.UnboundLocalErrorType);
}

export function loadFastCheck(vm: Vm, frame: Frame, fp: number, sp: number, arg: number): number {
  const v = vm.stack[fp + arg]!;
  if (v === NULL) unbound(vm, frame, arg);
  return pushOwned(vm, sp, v);
}

export function deleteFast(vm: Vm, frame: Frame, fp: number, arg: number): void {
  const S = vm.stack;
  const v = S[fp + arg]!;
  if (v === NULL) unbound(vm, frame, arg);
  S[fp + arg] = NULL;
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
}

// ---- cells

export function makeCell(vm: Vm, S: Value[], fp: number, arg: number): void {
  const v = S[fp + arg]!;
  // The new cell takes the value over, also when there is no memory for it.
  S[fp + arg] = NULL;
  S[fp + arg] = newOwnedCell(vm, v === NULL ? undefined : v);
}

export function copyFreeVars(frame: Frame, S: Value[], fp: number, count: number): void {
  const closure = (frame.func!.data as FunctionData).closure!.data as Value[];
  const first = fp + frame.code.nlocalsplus - count;
  for (let i = 0; i < count; i++) {
    const cell = closure[i]!;
    incref(cell);
    S[first + i] = cell;
  }
}

function unboundDeref(vm: Vm, frame: Frame, index: number): Error {
  const name = frame.code.localNames[index]!;
  if (index < frame.code.nlocalsplus - frame.code.nfreevars) return unbound(vm, frame, index);
  throw nameError(vm, name, `cannot access free variable '${textOf(name)}' where it is not associated with a value in enclosing scope`);
}

export function loadDeref(vm: Vm, frame: Frame, fp: number, sp: number, arg: number): number {
  const v = (vm.stack[fp + arg] as Container).data as Value | undefined;
  if (v === undefined) unboundDeref(vm, frame, arg);
  return pushOwned(vm, sp, v!);
}

export function storeDeref(vm: Vm, S: Value[], fp: number, sp: number, arg: number): number {
  const cell = S[fp + arg] as Container;
  const old = cell.data as Value | undefined;
  cell.data = S[sp - 1];
  dropMaybe(vm, old);
  return sp - 1;
}

export function deleteDeref(vm: Vm, frame: Frame, fp: number, arg: number): void {
  const cell = vm.stack[fp + arg] as Container;
  if (cell.data === undefined) unboundDeref(vm, frame, arg);
  setCell(vm, cell, undefined);
}

/** The mapping on top, then the cell. */
export function loadFromDictOrDeref(vm: Vm, frame: Frame, fp: number, sp: number, arg: number): number {
  const S = vm.stack;
  const mapping = S[sp - 1]!;
  let v = lookupMapping(vm, mapping, frame.code.localNames[arg]!);
  if (v === undefined) {
    v = (S[fp + arg] as Container).data as Value | undefined;
    if (v === undefined) unboundDeref(vm, frame, arg);
  }
  S[sp - 1] = own(vm, vm.scopeCount, v!);
  if (typeof mapping !== "number" && --mapping.rc === 0) dealloc(vm, mapping);
  return sp;
}

export function loadFromDictOrGlobals(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const name = frame.code.names[arg]!;
  const mapping = S[sp - 1]!;
  const v = lookupMapping(vm, mapping, name) ?? lookupMapping(vm, frame.globals, name) ?? lookupMapping(vm, frame.builtins, name);
  if (v === undefined) notDefined(vm, name);
  S[sp - 1] = own(vm, vm.scopeCount, v!);
  if (typeof mapping !== "number" && --mapping.rc === 0) dealloc(vm, mapping);
  return sp;
}

