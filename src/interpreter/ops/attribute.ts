// Attribute instructions and their caches. Mirrors the LOAD_ATTR and STORE_ATTR families of Python/specialize.c. See docs/interpreter.md.
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { genericGetAttr, genericSetAttr, getAttr, getGeneric, getInline, instanceAttr, missingMessage, putInline, setAttr } from "../../core/attribute.ts";
import { attributeErrorFor, fail } from "../../core/errors.ts";
import { type Container, type Instance, K_FUNCTION, K_INSTANCE, K_TYPE, NULL, type PyStr, TPFLAGS_METHOD_DESCRIPTOR, type TypeRec, type Value } from "../../core/object.ts";
import { isSubtype, lookup, lookupName, typeOf, versionOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { own } from "../../memory/ref.ts";
import { cachesOf } from "../../types/code.ts";
import { ClassMethodType } from "../../types/class-static-method.ts";
import { type GetSetData, GetSetDescriptorType, MemberDescriptorType } from "../../types/descriptors.ts";
import { tableOf } from "../../types/dict/dict-object.ts";
import { findStr } from "../../types/dict/table.ts";
import type { FunctionData } from "../../types/function.ts";
import { moduleDict, ModuleType } from "../../types/module.ts";
import { ObjectType } from "../../types/object-type.ts";
import { type PropertyData, PropertyType } from "../../types/property.ts";
import { TypeType } from "../../types/type-type.ts";
import { superLookup } from "../../types/super.ts";
import { textOf } from "../../types/str/str-object.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";
import { FAILED } from "./call.ts";

/** What LOAD_ATTR_METHOD_* found. */
export interface MethodCache {
  readonly type: TypeRec;
  readonly value: Value;
  /** Inline slot that must be empty on the instance; -1: instances have no namespace. */
  readonly slot: number;
}

/** Has the instance no attribute of its own that hides the method? */
export function instanceLacks(o: Instance, slot: number): boolean {
  const ext = o.ext;
  if (ext !== null && ext.dict !== null) return false;
  if (slot >= NO_SLOT) return o.type.sharedNames.length === slot - NO_SLOT;
  return getInline(o, slot) === undefined;
}

/** Slot number of "no such key among the first n that the class shares", with n added: more keys end the specialisation. */
const NO_SLOT = 1 << 20;

/** What LOAD_ATTR found to be a class method in Python. */
export interface ClassMethodCache {
  readonly type: TypeRec;
  /** The classmethod object: it may be given another function, which leaves the class as it is. */
  readonly descriptor: Container;
  /** The class that it is bound to. */
  readonly owner: Container;
  /** As in MethodCache. */
  readonly slot: number;
}

/** Is it a class method in Python? */
function isClassFunction(found: Value): found is Container {
  if (typeof found === "number" || found.type !== ClassMethodType) return false;
  const inner = (found as Container).data as Value;
  return typeof inner !== "number" && inner.type.kind === K_FUNCTION;
}

/** LOAD_ATTR: plain, and with the low bit of arg as method load (pushes function and self, or value and NULL). FAILED where there is no such attribute. */
export function loadAttr(vm: Vm, frame: Frame, pc: number, sp: number, arg: number): number {
  const S = vm.stack;
  const o = S[sp - 1]!;
  const name = frame.code.names[arg >> 1]!;
  const type = typeOf(o);
  const mark = vm.scopeCount;
  if (type.tp_getattro === genericGetAttr) {
    const found = lookupName(type, name);
    if ((arg & 1) !== 0 && found !== undefined && typeof found !== "number" && (found.type.kind === K_FUNCTION || (found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0)) {
      const hidden = type.hasDict ? ownAttr(vm, o, name) : undefined;
      if (hidden === undefined) {
        specializeMethod(vm, frame, pc, o, type, name, found);
        found.rc++;
        S[sp - 1] = found;
        S[sp] = o;
        return sp + 1;
      }
    } else if (found !== undefined && specializeFound(vm, frame, pc, o, type, name, found, (arg & 1) !== 0)) {
      // The new form is used from the next turn on.
    } else if (type.kind === K_INSTANCE && type.hasDict && (found === undefined || typeof found === "number" || found.type.tp_descr_set === undefined)) {
      const instance = o as Instance;
      const slot = type.sharedKeys?.get(textOf(name));
      if (slot !== undefined && (instance.ext === null || instance.ext.dict === null)) {
        const v = getInline(instance, slot);
        if (v !== undefined) {
          const W = frame.code.words;
          W[pc + 2] = versionOf(vm, type);
          W[pc + 4] = slot;
          cachesOf(frame.code)[pc] = type;
          W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_INSTANCE_VALUE;
        }
      }
    }
  }
  else if (typeof o !== "number") specializeOther(vm, frame, pc, o as Container, type, name, (arg & 1) !== 0);
  let found: Value | undefined;
  if (type.tp_getattro !== genericGetAttr) found = getAttr(vm, o, name);
  else {
    found = getGeneric(vm, o, name);
    if (found === undefined) {
      fail(vm, attributeErrorFor(vm, o, name, missingMessage(o, name)));
      return FAILED;
    }
  }
  const v = own(vm, mark, found);
  S[sp - 1] = v;
  if ((arg & 1) !== 0) S[sp++] = NULL;
  if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
  return sp;
}

/** Forms for what the class has: slots, properties, values that are no descriptors. */
function specializeFound(vm: Vm, frame: Frame, pc: number, o: Value, type: TypeRec, name: PyStr, found: Value, method: boolean): boolean {
  if (type.kind !== K_INSTANCE || typeof o === "number") return false;
  const W = frame.code.words;
  let descriptor: Container | null = null;
  if (typeof found !== "number") {
    const kind = found.type;
    if (kind === MemberDescriptorType) {
      const { spec, owner } = (found as Container).data as GetSetData;
      if (spec.offset === undefined || !isSubtype(type, owner)) return false;
      W[pc + 2] = versionOf(vm, type);
      W[pc + 4] = spec.offset;
      cachesOf(frame.code)[pc] = type;
      W[pc] = (W[pc]! & ~255) | (type.slotsInline ? Op.LOAD_ATTR_INSTANCE_VALUE : Op.LOAD_ATTR_SLOT);
      return true;
    }
    if (kind === PropertyType) {
      const { get } = (found as Container).data as PropertyData;
      if (method || get === null || typeof get === "number" || get.type.kind !== K_FUNCTION) return false;
      const { data } = (get as Container).data as FunctionData;
      if (data.exact !== 1 || (data.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) return false;
      W[pc + 2] = versionOf(vm, type);
      cachesOf(frame.code)[pc] = { type, value: found, slot: -1 } satisfies MethodCache;
      W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_PROPERTY;
      return true;
    }
    if (kind === GetSetDescriptorType && found === lookup(ObjectType, "__class__")) {
      W[pc + 2] = versionOf(vm, type);
      cachesOf(frame.code)[pc] = { type, value: type.obj, slot: -1 } satisfies MethodCache;
      W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES;
      return true;
    }
    if (kind.tp_descr_get !== undefined || kind.tp_descr_set !== undefined) {
      if (!method || !isClassFunction(found)) return false;
      descriptor = found;
    }
  }
  let slot = -1;
  if (type.hasDict) {
    if (instanceAttr(vm, o, name) !== undefined) return false;
    const ext = (o as Instance).ext;
    if (ext !== null && ext.dict !== null) return false;
    slot = type.sharedKeys?.get(textOf(name)) ?? NO_SLOT + type.sharedNames.length;
  }
  if (descriptor !== null) {
    W[pc + 2] = versionOf(vm, type);
    cachesOf(frame.code)[pc] = { type, descriptor, owner: type.obj, slot } satisfies ClassMethodCache;
    W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_METHOD_LAZY_DICT;
    return true;
  }
  W[pc + 2] = versionOf(vm, type);
  cachesOf(frame.code)[pc] = { type, value: found, slot } satisfies MethodCache;
  W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES;
  return true;
}

/** Forms for modules and classes. */
function specializeOther(vm: Vm, frame: Frame, pc: number, o: Container, type: TypeRec, name: PyStr, method: boolean): void {
  const W = frame.code.words;
  if (type === ModuleType) {
    if (lookupName(type, name) !== undefined) return;
    const table = tableOf(moduleDict(o));
    const entry = table.simple ? findStr(table, name) : -1;
    if (entry < 0) return;
    if (table.keysVersion === 0) table.keysVersion = vm.nextKeysVersion++;
    W[pc + 2] = table.keysVersion;
    W[pc + 4] = (entry << 1) + 1;
    W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_MODULE;
  } else if (type.kind === K_TYPE && type.tp_getattro === TypeType.tp_getattro) {
    const record = o.data as TypeRec;
    if (lookupName(type, name) !== undefined) return;
    const found = lookupName(record, name);
    if (found === undefined) return;
    if (method && isClassFunction(found)) {
      W[pc + 2] = versionOf(vm, record);
      W[pc + 4] = versionOf(vm, type);
      cachesOf(frame.code)[pc] = { type: record, descriptor: found, owner: o, slot: -1 } satisfies ClassMethodCache;
      W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_CLASS_WITH_METACLASS_CHECK;
      return;
    }
    if (typeof found !== "number" && found.type.kind !== K_FUNCTION && found.type.tp_descr_get !== undefined) return;
    W[pc + 2] = versionOf(vm, record);
    W[pc + 4] = versionOf(vm, type);
    cachesOf(frame.code)[pc] = { type: record, value: found, slot: -1 } satisfies MethodCache;
    W[pc] = (W[pc]! & ~255) | Op.LOAD_ATTR_CLASS;
  }
}

/** STORE_ATTR_SLOT: moves an owned value into its slot. */
export function storeSlot(vm: Vm, o: Instance, offset: number, v: Value): boolean {
  const slots = o.ext === null ? null : o.ext.slots;
  if (slots === null || slots.length <= offset) return false;
  const old = slots[offset];
  slots[offset] = v;
  if (old !== undefined && typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
  return true;
}

function ownAttr(vm: Vm, o: Value, name: PyStr): Value | undefined {
  return instanceAttr(vm, o, name);
}

function specializeMethod(vm: Vm, frame: Frame, pc: number, o: Value, type: TypeRec, name: PyStr, found: Value): void {
  let slot = -1;
  if (type.hasDict) {
    if (type.kind !== K_INSTANCE || typeof o === "number") return;
    const ext = (o as Instance).ext;
    if (ext !== null && ext.dict !== null) return;
    slot = type.sharedKeys?.get(textOf(name)) ?? NO_SLOT + type.sharedNames.length;
  }
  const W = frame.code.words;
  W[pc + 2] = versionOf(vm, type);
  cachesOf(frame.code)[pc] = { type, value: found, slot } satisfies MethodCache;
  W[pc] = (W[pc]! & ~255) | (slot === -1 ? Op.LOAD_ATTR_METHOD_NO_DICT : Op.LOAD_ATTR_METHOD_WITH_VALUES);
}

/** STORE_ATTR: value, object. */
export function storeAttr(vm: Vm, frame: Frame, pc: number, sp: number, arg: number): number {
  const S = vm.stack;
  const o = S[sp - 1]!;
  const v = S[sp - 2]!;
  const name = frame.code.names[arg]!;
  const type = typeOf(o);
  setAttr(vm, o, name, v);
  if (type.kind === K_INSTANCE && type.tp_setattro === genericSetAttr && type.sharedKeys !== null) {
    const slot = type.sharedKeys.get(textOf(name));
    const ext = (o as Instance).ext;
    if (slot === undefined) specializeSlot(vm, frame, pc, type, name);
    else if ((ext === null || ext.dict === null) && getInline(o as Instance, slot) === v) {
      const found = lookupName(type, name);
      if (found === undefined || typeof found === "number" || found.type.tp_descr_set === undefined) {
        const W = frame.code.words;
        W[pc + 2] = versionOf(vm, type);
        W[pc + 4] = slot;
        cachesOf(frame.code)[pc] = type;
        W[pc] = (W[pc]! & ~255) | Op.STORE_ATTR_INSTANCE_VALUE;
      }
    }
  }
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
  return sp - 2;
}

function specializeSlot(vm: Vm, frame: Frame, pc: number, type: TypeRec, name: PyStr): void {
  const found = lookupName(type, name);
  if (found === undefined || typeof found === "number" || found.type !== MemberDescriptorType) return;
  const { spec, owner } = (found as Container).data as GetSetData;
  if (spec.offset === undefined || !isSubtype(type, owner)) return;
  const W = frame.code.words;
  W[pc + 2] = versionOf(vm, type);
  W[pc + 4] = spec.offset;
  cachesOf(frame.code)[pc] = type;
  W[pc] = (W[pc]! & ~255) | (type.slotsInline ? Op.STORE_ATTR_INSTANCE_VALUE : Op.STORE_ATTR_SLOT);
}

/** Are all slots behind one of the inline ones unset? */
function laterEmpty(o: Instance, slot: number): boolean {
  if (slot < 1 && o.s1 !== undefined) return false;
  if (slot < 2 && o.s2 !== undefined) return false;
  if (slot < 3 && o.s3 !== undefined) return false;
  if (slot < 4 && o.s4 !== undefined) return false;
  if (slot < 5 && o.s5 !== undefined) return false;
  const more = o.ext === null ? null : o.ext.more;
  if (more !== null) for (let i = 0; i < more.length; i++) if (more[i] !== undefined) return false;
  return true;
}

/** Moves an owned value into an inline slot; false when the order of attributes forbids it. */
export function storeInline(vm: Vm, o: Instance, slot: number, v: Value): boolean {
  const ext = o.ext;
  if (ext !== null && ext.dict !== null) return false;
  const old = getInline(o, slot);
  if (old === undefined) {
    if (slot >= 6) {
      const count = o.type.sharedKeys!.size;
      for (let i = slot + 1; i < count; i++) if (getInline(o, i) !== undefined) return false;
    } else if (!laterEmpty(o, slot)) return false;
    putInline(o, slot, v);
    return true;
  }
  putInline(o, slot, v);
  if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
  return true;
}

export function deleteAttr(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const o = vm.stack[sp - 1]!;
  setAttr(vm, o, frame.code.names[arg]!, undefined);
  if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
  return sp - 1;
}

/** LOAD_SUPER_ATTR: super, class, self; arg: name << 2 | two-argument super | method load. */
export function loadSuperAttr(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const [global, cls, self] = [S[sp - 3]!, S[sp - 2]!, S[sp - 1]!];
  const name = frame.code.names[arg >> 2]!;
  const mark = vm.scopeCount;
  const found = superLookup(vm, global, cls, self, name, (arg & 2) !== 0, (arg & 1) !== 0);
  const v = own(vm, mark, found.value);
  sp -= 3;
  S[sp++] = v;
  if ((arg & 1) !== 0) {
    if (found.method) S[sp++] = self;
    else {
      S[sp++] = NULL;
      if (typeof self !== "number" && --self.rc === 0) dealloc(vm, self);
    }
  } else if (typeof self !== "number" && --self.rc === 0) dealloc(vm, self);
  if (typeof cls !== "number" && --cls.rc === 0) dealloc(vm, cls);
  if (typeof global !== "number" && --global.rc === 0) dealloc(vm, global);
  return sp;
}

