// Destruction at count zero: __del__, weak references, then the children; a trashcan keeps long chains from nesting
// JavaScript calls. Mirrors subtype_dealloc and _PyTrash in CPython's Objects/. See docs/memory.md.
import { type Container, type Ext, type Instance, K_CODE, K_INSTANCE, type Leaf, type PyObject, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { countDeath } from "./free-lists.ts";
import { track, untrack } from "./gc-list.ts";
import { dropAll } from "./ref.ts";
import { clearWeakrefs } from "./weakref.ts";

/** Depth of nested destructions past which objects wait in the trashcan. */
const TRASH_DEPTH = 50;

/** Called when a count has reached zero. May run Python code (`__del__`, weak reference callbacks); never raises. */
export function dealloc(vm: Vm, o: PyObject): void {
  const type = o.type;
  if (type.leaf) {
    if (type.hasWeakrefs || type.onBirth !== null) leafDied(vm, o as Leaf);
    return;
  }
  if (vm.deallocDepth > TRASH_DEPTH) {
    // Out of the collector's sight: a count of zero would look like trash to it.
    if ((o as Container).gcNext !== null) untrack(o as Container);
    vm.trash.push(o);
    return;
  }
  vm.deallocDepth++;
  destroy(vm, o as Container | Instance, type);
  if (--vm.deallocDepth === 0 && vm.trash.length > 0) {
    vm.deallocDepth = 1;
    while (vm.trash.length > 0) {
      const next = vm.trash.pop() as Container | Instance;
      destroy(vm, next, next.type);
    }
    vm.deallocDepth = 0;
  }
}

/** Leafs form no cycles, but some have weak references, and code has its constants. */
function leafDied(vm: Vm, o: Leaf): void {
  if (o.type.hasWeakrefs && o.aux !== null) clearWeakrefs(vm, o, o.aux as Ext);
  if (o.type.kind === K_CODE) {
    const { consts, shown } = o.data as { consts: Value[]; shown: Record<string, Value> };
    dropAll(vm, consts);
    dropAll(vm, Object.values(shown));
  }
  for (const watcher of vm.watchers) watcher.died(o);
}

function destroy(vm: Vm, o: Container | Instance, type: TypeRec): void {
  if (type.tp_finalize !== undefined) {
    if (!finalize(vm, o, type)) return;
    // __del__ may have assigned __class__.
    type = o.type;
  }
  if (o.gcNext !== null) untrack(o);
  countDeath(vm, o);
  if (type.kind === K_INSTANCE) {
    const instance = o as Instance;
    if (instance.ext !== null) dropExt(vm, o, instance.ext);
    dropInline(vm, instance);
  } else {
    const container = o as Container;
    if (typeof container.aux === "object" && container.aux !== null) dropExt(vm, o, container.aux as Ext);
    if (type.tp_clear !== undefined) type.tp_clear(vm, container);
  }
  if (vm.watched) for (const watcher of vm.watchers) watcher.died(o);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0 && --type.obj.rc === 0) dealloc(vm, type.obj);
}

/** Runs the finaliser once; answers false when it resurrected the object. While it runs, the count held here keeps the collector away. */
function finalize(vm: Vm, o: Container | Instance, type: TypeRec): boolean {
  if (vm.isFinalized(o)) return true;
  o.rc = 1;
  type.tp_finalize!(vm, o);
  if (--o.rc === 0) return true;
  vm.setFinalized(o);
  if (o.gcNext === null) track(vm, o);
  return false;
}

/** The collector breaks a cycle: the object drops what it refers to, but stays. */
export function clearObject(vm: Vm, o: Container | Instance): void {
  const type = o.type;
  if (type.kind === K_INSTANCE) {
    const instance = o as Instance;
    if (instance.ext !== null) dropFields(vm, instance.ext);
    dropInline(vm, instance);
  } else {
    const container = o as Container;
    if (typeof container.aux === "object" && container.aux !== null) dropFields(vm, container.aux as Ext);
    if (type.tp_clear !== undefined) type.tp_clear(vm, container);
  }
}

function dropExt(vm: Vm, o: Container | Instance, ext: Ext): void {
  if (ext.weakrefs !== null) clearWeakrefs(vm, o, ext);
  dropFields(vm, ext);
}

function dropFields(vm: Vm, ext: Ext): void {
  const slots = ext.slots;
  if (slots !== null) {
    ext.slots = null;
    for (let i = 0; i < slots.length; i++) release(vm, slots[i]);
  }
  const dict = ext.dict;
  if (dict !== null) {
    ext.dict = null;
    if (--dict.rc === 0) dealloc(vm, dict);
  }
  const more = ext.more;
  if (more !== null) {
    ext.more = null;
    for (let i = 0; i < more.length; i++) release(vm, more[i]);
  }
}

function dropInline(vm: Vm, o: Instance): void {
  let v = o.s0;
  if (v !== undefined) { o.s0 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
  v = o.s1;
  if (v !== undefined) { o.s1 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
  v = o.s2;
  if (v !== undefined) { o.s2 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
  v = o.s3;
  if (v !== undefined) { o.s3 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
  v = o.s4;
  if (v !== undefined) { o.s4 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
  v = o.s5;
  if (v !== undefined) { o.s5 = undefined; if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v); }
}

function release(vm: Vm, v: Value | undefined): void {
  if (v !== undefined && typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
}
