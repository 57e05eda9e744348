// Reference counting: fields own, locals borrow. Everything that writes a field of an object goes through here, and the
// scope notes the values that only a JavaScript variable holds. See docs/memory.md.
import { type Container, type Instance, type PyObject, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { dealloc } from "./dealloc.ts";

/** One reference more. Only for owners: the interpreter's stack, payload constructors. */
export function incref(v: Value): void {
  if (typeof v !== "number") v.rc++;
}

/** incref that answers its argument, for use where a field is filled. */
export function newRef<T extends Value>(v: T): T {
  if (typeof v !== "number") (v as PyObject).rc++;
  return v;
}

/** One reference less; at zero the object is destroyed at once, which may run Python code. */
export function drop(vm: Vm, v: Value): void {
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
}

/** drop for fields that may be empty. */
export function dropMaybe(vm: Vm, v: Value | undefined | null): void {
  if (v !== undefined && v !== null && typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
}

/** Puts a fresh object (count 1, owned by nobody else) under the care of the current scope and answers it. */
export function note<T extends Container | Instance>(vm: Vm, fresh: T): T {
  vm.scope[vm.scopeCount++] = fresh;
  return fresh;
}

/** Keeps a borrowed value alive until the current scope ends; for values read from fields before Python code may run. */
export function hold<T extends Value>(vm: Vm, v: T): T {
  if (typeof v !== "number") {
    (v as PyObject).rc++;
    vm.scope[vm.scopeCount++] = v as PyObject;
  }
  return v;
}

/** Hands a value that carries one reference of its own (the result of a call, an item taken out) to the current scope. */
export function noteOwned<T extends Value>(vm: Vm, v: T): T {
  if (typeof v !== "number") vm.scope[vm.scopeCount++] = v as PyObject;
  return v;
}

export function openScope(vm: Vm): number {
  return vm.scopeCount;
}

/** Drops everything noted since `mark`. */
export function closeScope(vm: Vm, mark: number): void {
  const scope = vm.scope;
  while (vm.scopeCount > mark) {
    const v = scope[--vm.scopeCount]!;
    scope[vm.scopeCount] = undefined as never;
    if (--v.rc === 0) dealloc(vm, v);
  }
}

/** Ends the scope at a boundary and answers the result with one reference that the caller owns. */
export function own(vm: Vm, mark: number, result: Value): Value {
  if (typeof result !== "number") {
    if (vm.scopeCount > mark && vm.scope[vm.scopeCount - 1] === result) {
      vm.scope[--vm.scopeCount] = undefined as never;
    } else result.rc++;
  }
  if (vm.scopeCount > mark) closeScope(vm, mark);
  return result;
}

/** Ends the scope but keeps `result` alive in the enclosing one: for a native's inner scope. */
export function closeScopeWith<T extends Value>(vm: Vm, mark: number, result: T): T {
  own(vm, mark, result);
  return noteOwned(vm, result);
}

// Arrays as payload fields. Each function counts the new before it drops the old.

/** items[index] = v. */
export function setRef(vm: Vm, items: Value[], index: number, v: Value): void {
  if (typeof v !== "number") v.rc++;
  const old = items[index]!;
  items[index] = v;
  if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
}

export function pushRef(items: Value[], v: Value): void {
  if (typeof v !== "number") v.rc++;
  items.push(v);
}

export function insertRef(items: Value[], index: number, v: Value): void {
  if (typeof v !== "number") v.rc++;
  items.splice(index, 0, v);
}

/** Removes items[index]; its reference goes to the current scope. */
export function takeRef(vm: Vm, items: Value[], index: number): Value {
  const v = index === items.length - 1 ? items.pop()! : items.splice(index, 1)[0]!;
  return noteOwned(vm, v);
}

/** A copy of the array that owns its items. */
export function copyRefs(items: readonly Value[]): Value[] {
  const copy = items.slice();
  for (let i = 0; i < copy.length; i++) {
    const v = copy[i]!;
    if (typeof v !== "number") v.rc++;
  }
  return copy;
}

/** Counts every item of an array that becomes a payload. */
export function ownAll(items: readonly Value[]): void {
  for (let i = 0; i < items.length; i++) {
    const v = items[i]!;
    if (typeof v !== "number") v.rc++;
  }
}

/** Drops every item, last first, as list and tuple do. The array must no longer be reachable from Python. */
export function dropAll(vm: Vm, items: readonly Value[]): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const v = items[i]!;
    if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  }
}
