// Attribute access: the generic algorithm, inline attributes of instances, `__dict__`. Mirrors Objects/object.c
// (PyObject_GenericGetAttr) and the inline values of Objects/dictobject.c. See docs/core.md.
import { dealloc } from "../memory/dealloc.ts";
import { dictDeleteStr, dictGetStr, dictSetStr, newTrackedDict } from "../types/dict/dict-object.ts";
import { ModuleType } from "../types/module.ts";
import { intern, isExactStr, isStr, textOf } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { PyError, TPFLAGS_MANAGED_DICT } from "./object.ts";
import { attributeError, attributeErrorFor, dropError, matches, typeError } from "./errors.ts";
import * as exc from "../types/exceptions.ts";
import {
  type Container,
  Ext,
  Instance,
  K_INSTANCE,
  type PyDict,
  type PyStr,
  
  type TypeRec,
  type Value,
} from "./object.ts";
import type { DictTable } from "../types/dict/table.ts";
import { layoutOf, visibleFlags } from "./type-layout.ts";
import { isSubtype, lookupName, typeName, typeOf } from "./type.ts";

/** Attributes kept inline at most; more than this many keys of a class, and its instances use real dicts. */
const MAX_SHARED_KEYS = 30;

/** getattr(object, name). */
export function getAttr(vm: Vm, object: Value, name: PyStr): Value {
  const getattro = typeOf(object).tp_getattro;
  if (getattro === undefined) throw attributeErrorFor(vm, object, name, `'${typeName(object)}' object has no attribute '${textOf(name)}'`);
  try {
    return getattro(vm, object, name);
  } catch (error) {
    if (error instanceof PyError) setAttributeContext(error.exc, object, name);
    throw error;
  }
}

/** getAttr of an object whose class has the generic algorithm; undefined where AttributeError would be raised for its absence. */
export function getGeneric(vm: Vm, object: Value, name: PyStr): Value | undefined {
  try {
    return genericLookupAttr(vm, object, name);
  } catch (error) {
    if (error instanceof PyError) setAttributeContext(error.exc, object, name);
    throw error;
  }
}

/** An AttributeError that says neither name nor object learns them here. */
export function setAttributeContext(raised: Container, object: Value, name: PyStr): void {
  if (isSubtype(raised.type, exc.AttributeErrorType) && exc.excField(raised, "name") === undefined && exc.excField(raised, "obj") === undefined) {
    exc.setNameAndObject(raised, name, object);
  }
}

/** getattr that answers undefined where AttributeError would be raised. */
export function lookupAttr(vm: Vm, object: Value, name: PyStr): Value | undefined {
  const type = typeOf(object);
  try {
    if (type.tp_getattro === genericGetAttr) return genericLookupAttr(vm, object, name);
    if (type.tp_lookupattro !== undefined) return type.tp_lookupattro(vm, object, name);
    return getAttr(vm, object, name);
  } catch (error) {
    // A descriptor may raise AttributeError too.
    if (!matches(error, exc.AttributeErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

/** getattr with a name of our own. */
export function getAttrText(vm: Vm, object: Value, name: string): Value {
  return getAttr(vm, object, intern(vm, name));
}
export function lookupAttrText(vm: Vm, object: Value, name: string): Value | undefined {
  return lookupAttr(vm, object, intern(vm, name));
}

/** setattr; value undefined deletes. */
export function setAttr(vm: Vm, object: Value, name: PyStr, value: Value | undefined): void {
  const type = typeOf(object);
  if (type.tp_setattro === undefined) throw typeError(vm, `'${typeName(object)}' object has no attributes (${value === undefined ? "del" : "assign to"} .${textOf(name)})`);
  type.tp_setattro(vm, object, isExactStr(name) ? name : name, value);
}
export function setAttrText(vm: Vm, object: Value, name: string, value: Value | undefined): void {
  setAttr(vm, object, intern(vm, name), value);
}

/** object.__getattribute__: raises AttributeError. */
export function genericGetAttr(vm: Vm, object: any, name: PyStr): Value {
  const found = genericLookupAttr(vm, object, name);
  if (found !== undefined) return found;
  throw attributeErrorFor(vm, object, name, missingMessage(object, name));
}

export function missingMessage(object: Value, name: PyStr): string {
  return `'${typeName(object)}' object has no attribute '${textOf(name)}'`;
}

/** The generic algorithm: data descriptor, instance attribute, other descriptor, class attribute; undefined when nothing. */
export function genericLookupAttr(vm: Vm, object: any, name: PyStr): Value | undefined {
  const type = typeOf(object);
  const found = lookupName(type, name);
  let get: TypeRec["tp_descr_get"];
  if (found !== undefined && typeof found !== "number") {
    get = found.type.tp_descr_get;
    if (get !== undefined && found.type.tp_descr_set !== undefined) return callDescriptor(vm, get, found, object, type);
  }
  if (type.hasDict) {
    const own = instanceAttr(vm, object, name);
    if (own !== undefined) return own;
  }
  if (get !== undefined) return callDescriptor(vm, get, found!, object, type);
  return found;
}

/** Runs tp_descr_get; where only the lookup is wanted, AttributeErrors of descriptors are errors like others. */
function callDescriptor(vm: Vm, get: NonNullable<TypeRec["tp_descr_get"]>, descriptor: Value, object: Value, type: TypeRec): Value {
  return get(vm, descriptor, object, type.obj);
}

/** object.__setattr__ and __delattr__ (value undefined). */
export function genericSetAttr(vm: Vm, object: any, name: PyStr, value: Value | undefined): void {
  if (!isStr(name)) throw typeError(vm, `attribute name must be string, not '${typeName(name)}'`);
  const type = typeOf(object);
  const found = lookupName(type, name);
  if (found !== undefined && typeof found !== "number") {
    const set = found.type.tp_descr_set;
    if (set !== undefined) {
      set(vm, found, object, value);
      return;
    }
  }
  if (type.hasDict) {
    if (setInstanceAttr(vm, object, name, value)) return;
    // Objects that keep values inline say it without the name and the object.
    if ((visibleFlags(type) & TPFLAGS_MANAGED_DICT) !== 0) throw attributeError(vm, missingMessage(object, name));
    throw attributeErrorFor(vm, object, name, missingMessage(object, name));
  }
  const text = textOf(name);
  if (found !== undefined) throw attributeError(vm, `'${typeName(object)}' object attribute '${text}' is read-only`);
  if (type.tp_setattro === genericSetAttr) {
    throw attributeErrorFor(vm, object, name, `'${typeName(object)}' object has no attribute '${text}' and no __dict__ for setting new attributes`);
  }
  throw attributeErrorFor(vm, object, name, missingMessage(object, name));
}

// ---- instance attributes

/** The value of an attribute in the object's own namespace, borrowed. */
export function instanceAttr(vm: Vm, object: any, name: PyStr): Value | undefined {
  const type: TypeRec = object.type;
  if (type.kind === K_INSTANCE) {
    const ext = (object as Instance).ext;
    if (ext !== null && ext.dict !== null) return dictGetStr(vm, ext.dict, name);
    const slot = type.sharedKeys?.get(keyText(name));
    return slot === undefined ? undefined : getInline(object, slot);
  }
  if (type.solid === ModuleType) return dictGetStr(vm, (object as Container).data.dict, name);
  const ext = (object as Container).aux as Ext | null;
  return ext === null || ext.dict === null ? undefined : dictGetStr(vm, ext.dict, name);
}

function keyText(name: PyStr): string {
  const data = name.data;
  return typeof data === "string" ? data : data.toString();
}

export function getInline(o: Instance, slot: number): Value | undefined {
  switch (slot) {
    case 0: return o.s0;
    case 1: return o.s1;
    case 2: return o.s2;
    case 3: return o.s3;
    case 4: return o.s4;
    case 5: return o.s5;
    default: return o.ext?.more?.[slot - 6];
  }
}

/** Writes a slot without counting. */
export function putInline(o: Instance, slot: number, value: Value | undefined): void {
  switch (slot) {
    case 0: o.s0 = value; break;
    case 1: o.s1 = value; break;
    case 2: o.s2 = value; break;
    case 3: o.s3 = value; break;
    case 4: o.s4 = value; break;
    case 5: o.s5 = value; break;
    default: {
      const ext = (o.ext ??= new Ext());
      const more = (ext.more ??= []);
      while (more.length < slot - 6) more.push(undefined);
      more[slot - 6] = value;
    }
  }
}

/** Sets or deletes (value undefined) in the object's own namespace; false when there was nothing to delete. */
export function setInstanceAttr(vm: Vm, object: any, name: PyStr, value: Value | undefined): boolean {
  const type: TypeRec = object.type;
  if (type.kind === K_INSTANCE) {
    const o = object as Instance;
    if (o.ext === null || o.ext.dict === null) {
      const keys = type.sharedKeys!;
      const text = keyText(name);
      let slot = keys.get(text);
      if (slot === undefined && value !== undefined && keys.size < MAX_SHARED_KEYS && isExactStr(name)) {
        slot = keys.size;
        keys.set(text, slot);
        type.sharedNames.push(intern(vm, text));
        type.sharedRoom--;
      }
      if (slot !== undefined) {
        const old = getInline(o, slot);
        if (value === undefined) {
          if (old === undefined) return false;
          putInline(o, slot, undefined);
          if (typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
          return true;
        }
        if (old !== undefined || laterSlotsEmpty(o, slot, keys.size)) {
          if (typeof value !== "number") value.rc++;
          putInline(o, slot, value);
          if (old !== undefined && typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
          return true;
        }
      } else if (value === undefined) return false;
    }
    const dict = instanceDict(vm, o);
    return writeDict(vm, dict, name, value);
  }
  if (type.solid === ModuleType) return writeDict(vm, (object as Container).data.dict, name, value);
  return writeDict(vm, instanceDict(vm, object), name, value);
}

/** Inline slots keep the order in which attributes were set: a new one may only follow those set before. */
function laterSlotsEmpty(o: Instance, slot: number, count: number): boolean {
  for (let i = slot + 1; i < count; i++) if (getInline(o, i) !== undefined) return false;
  return true;
}

function writeDict(vm: Vm, dict: PyDict, name: PyStr, value: Value | undefined): boolean {
  if (value === undefined) return dictDeleteStr(vm, dict, name);
  dictSetStr(vm, dict, name, value);
  return true;
}

/** The object's real `__dict__`; made of the inline attributes on first use. */
export function instanceDict(vm: Vm, object: Instance | Container): PyDict {
  const type = object.type;
  if (type.solid === ModuleType) return (object as Container).data.dict;
  if (type.kind !== K_INSTANCE) {
    const c = object as Container;
    const ext = ((c.aux as Ext | null) ?? (c.aux = new Ext())) as Ext;
    if (ext.dict === null) {
      ext.dict = newTrackedDict(vm);
      if (type.sharedRoom > 0 || layoutOf(type).dictoffset === -1) (ext.dict.data as DictTable).shared = type;
    }
    return ext.dict;
  }
  const o = object as Instance;
  const ext = (o.ext ??= new Ext());
  if (ext.dict !== null) return ext.dict;
  const dict = newTrackedDict(vm);
  const names = type.sharedNames;
  for (let i = 0; i < names.length; i++) {
    const v = getInline(o, i);
    if (v === undefined) continue;
    dictSetStr(vm, dict, names[i]!, v);
    putInline(o, i, undefined);
    if (typeof v !== "number") v.rc--;
  }
  ext.more = null;
  ext.dict = dict;
  (dict.data as DictTable).shared = type;
  return dict;
}

/** Replaces the object's `__dict__`; the dict gets one count. */
export function replaceInstanceDict(vm: Vm, object: Instance | Container, dict: PyDict): void {
  instanceDict(vm, object);
  const ext = (object.type.kind === K_INSTANCE ? (object as Instance).ext : (object as Container).aux) as Ext;
  const old = ext.dict!;
  dict.rc++;
  ext.dict = dict;
  if (--old.rc === 0) dealloc(vm, old);
}

/** The Ext record of an object of a class, made if needed. */
export function extOf(object: Instance | Container): Ext {
  if (object.type.kind === K_INSTANCE) return ((object as Instance).ext ??= new Ext());
  return ((object as Container).aux ??= new Ext()) as Ext;
}

