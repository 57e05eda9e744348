// type: making classes, their attributes and calls. Mirrors type_new and its surroundings in Objects/typeobject.c. See docs/types.md.
import { audit } from "../core/audit.ts";
import { addNote } from "./exception-notes.ts";
import { setBases } from "./type-bases.ts";
import { sizeOf } from "../memory/sizes.ts";
import { isIdentifier } from "../base/unicode.ts";
import { setTypeAnnotate, setTypeAnnotations, typeAnnotate, typeAnnotations } from "../core/annotations.ts";
import { realIsInstance, realIsSubclass } from "../core/instance-check.ts";
import { unionOr } from "./union.ts";
import { listOf, typeDir } from "../core/dir.ts";
import { newBool } from "./bool.ts";
import { truth } from "../core/number.ts";
import { reprText } from "../core/convert.ts";
import { fullTypeNameOf, typeModuleName, typeQualname } from "../core/type-names.ts";
import { instanceDict } from "../core/attribute.ts";
import { call, callTypeMethod, lookupSpecial } from "../core/call.ts";
import { allStaticTypes, defineType, getset, member, method } from "../core/define.ts";
import { attributeErrorFor, dropError, newError, typeError, valueError } from "../core/errors.ts";
import {
  Container,
  
  K_BUILTIN,
  K_BYTES,
  K_INSTANCE,
  K_INT,
  K_TUPLE,
  K_TYPE,
  type PyDict,
  type PyStr,
  PyError,
  type PyType,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HAVE_VECTORCALL,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_IS_ABSTRACT,
  TPFLAGS_TYPE_SUBCLASS,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TypeRec,
  type Value,
} from "../core/object.ts";
import { slotDefs, slotDefsByName, slotDefsBySlot } from "../core/slots.ts";
import { argumentName, inheritSlots, isSubtype, isType, linearize, lookup, lookupName, makeTypeObject, recOf, shortName, typeModified, typeName, typeOf } from "../core/type.ts";
import { layoutOf, managedFlags, visibleFlags } from "../core/type-layout.ts";
import { warn } from "../core/warn.ts";
import { track } from "../memory/gc-list.ts";
import { drop, dropMaybe, hold, incref, note } from "../memory/ref.ts";
import { countDict } from "../memory/free-lists.ts";
import { newWeakref, ReferenceType } from "../memory/weakref.ts";
import type { Vm } from "../vm/vm.ts";
import { setCell, CellType } from "./cell.ts";
import { NativeDef } from "../core/native-def.ts";
import { newClassMethod, newStaticMethod } from "./class-static-method.ts";
import { WrapperDescriptorType, type WrapperData } from "./descriptors.ts";
import { SHARED_KEYS_ROOM } from "./dict/capacity.ts";
import { dictCopy, dictDeleteStr, dictGetText, dictItems, dictPop, dictSetStr, dictSetText, isDict, newScopedDict } from "./dict/dict-object.ts";
import { newDictProxy } from "./dict/mapping-proxy.ts";
import * as exc from "./exceptions.ts";
import { isFunction } from "./function.ts";
import { newList } from "./list.ts";
import { newDictDescriptor, newSlotDescriptor, newWeakrefDescriptor } from "./slot-member.ts";
import { ModuleType } from "./module.ts";
import { None } from "./none.ts";
import { mangle } from "../compiler/mangle.ts";
import { ObjectType } from "./object-type.ts";
import { encode } from "../core/codec-hooks.ts";
import { textIsAscii } from "../base/text.ts";
import { intern, internStr, isStr, newStr, strFromJs, strText, textOf } from "./str/str-object.ts";
import { isTuple, newTuple } from "./tuple.ts";

type Args = readonly Value[];
type Kw = readonly PyStr[] | null;

/** type(x) or type(name, bases, dict, **kwds), and what class statements call. */
function type_new(vm: Vm, meta: TypeRec, args: Args, kwnames: Kw): Value {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos !== 3) {
    throw typeError(vm, `type.__new__() takes exactly 3 arguments (${npos} given)`);
  }
  const [name, bases, namespace] = args as [Value, Value, Value];
  if (!isStr(name)) throw typeError(vm, `type.__new__() argument 1 must be str, not ${argumentName(name)}`);
  if (!isTuple(bases)) throw typeError(vm, `type.__new__() argument 2 must be tuple, not ${argumentName(bases)}`);
  if (!isDict(namespace)) throw typeError(vm, `type.__new__() argument 3 must be dict, not ${argumentName(namespace)}`);
  const baseObjects = bases.data as Value[];
  for (const base of baseObjects) {
    if (!isType(base) && hasMroEntries(vm, base)) throw typeError(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  const winner = calculateMetaclass(vm, meta, baseObjects);
  if (winner !== meta && winner.tp_new !== type_new && winner.tp_new !== undefined) return winner.tp_new(vm, winner, args, kwnames);
  return makeClass(vm, winner, name, baseObjects, bases, namespace, args.slice(npos), kwnames);
}

/** The most derived metaclass of `meta` and those of the bases. */
export function calculateMetaclass(vm: Vm, meta: TypeRec, bases: readonly Value[]): TypeRec {
  let winner = meta;
  for (const base of bases) {
    const other = typeOf(base);
    if (isSubtype(winner, other)) continue;
    if (isSubtype(other, winner)) {
      winner = other;
      continue;
    }
    throw typeError(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
  }
  return winner;
}

function hasMroEntries(vm: Vm, base: Value): boolean {
  return lookupSpecial(vm, base, "__mro_entries__") !== undefined;
}

/** Raises UnicodeEncodeError for text that has no UTF-8. */
function requireUtf8(vm: Vm, text: PyStr): void {
  if (!textIsAscii(strText(text))) encode(vm, text, newStr("utf-8"), undefined);
}

function makeClass(vm: Vm, meta: TypeRec, name: PyStr, baseObjects: Value[], basesTuple: Container, namespace: PyDict, kwValues: Args, kwnames: Kw): Value {
  for (const base of baseObjects) {
    if (!isType(base)) throw typeError(vm, "bases must be types");
    const record = recOf(base);
    if (record.mroTuple === undefined) throw typeError(vm, `Cannot extend an incomplete type '${record.name}'`);
    if ((record.flags & TPFLAGS_BASETYPE) === 0) throw typeError(vm, `type '${record.name}' is not an acceptable base type`);
  }
  const bases = baseObjects.length === 0 ? [ObjectType] : baseObjects.map(recOf);
  const base = bestBase(vm, bases);
  const text = textOf(name);
  if (text.includes("\0")) throw valueError(vm, "type name must not contain null characters");
  requireUtf8(vm, name);

  const heldBases = baseObjects.length === 0 ? newTuple(vm, [ObjectType.obj]) : basesTuple;
  const htName = internStr(vm, name);
  const type = new TypeRec(text);
  const object = makeTypeObject(type, meta);
  if ((meta.flags & TPFLAGS_HEAPTYPE) !== 0) meta.obj.rc++;
  type.flags = TPFLAGS_HEAPTYPE | TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC;
  type.base = base;
  type.solid = base.solid;
  type.kind = base.kind;
  type.bases = heldBases;
  incref(heldBases);
  type.htName = htName;
  type.htQualname = htName;
  base.obj.rc++;
  track(vm, object);
  note(vm, object);

  const dict = dictCopy(vm, namespace);
  dict.rc++;
  type.dict = dict;

  const qualname = dictPop(vm, dict, intern(vm, "__qualname__"));
  if (qualname !== undefined) {
    if (!isStr(qualname)) throw typeError(vm, `type __qualname__ must be a str, not ${typeName(qualname)}`);
    type.htQualname = qualname;
    incref(qualname);
  }
  if (dictGetText(dict, "__module__") === undefined) {
    const module = currentModuleName(vm);
    if (module !== undefined) dictSetText(vm, dict, "__module__", module);
  }
  const classCell = dictPop(vm, dict, intern(vm, "__classcell__"));
  const dictCell = dictPop(vm, dict, intern(vm, "__classdictcell__"));
  if (classCell !== undefined && (typeof classCell === "number" || classCell.type !== CellType)) {
    throw typeError(vm, `__classcell__ must be a nonlocal cell, not ${reprText(vm, typeOf(classCell).obj)}`);
  }
  for (const [key] of dictItems(dict)) {
    if (!isStr(key)) {
      warn(vm, "RuntimeWarning", `non-string key in the __dict__ of class ${text}`);
      break;
    }
  }
  setSlots(vm, type, base, dict, bases);
  wrapSpecialMethods(vm, dict);
  const doc = dictGetText(dict, "__doc__");
  if (doc === undefined) dictSetText(vm, dict, "__doc__", None);
  else if (isStr(doc)) requireUtf8(vm, doc);
  if (classCell !== undefined) setCell(vm, classCell as Container, object);
  if (dictCell !== undefined && typeof dictCell !== "number" && dictCell.type === CellType) setCell(vm, dictCell as Container, dict);
  computeMro(vm, type, bases);
  // __eq__ without __hash__ makes instances unhashable.
  if (dictGetText(dict, "__eq__") !== undefined && dictGetText(dict, "__hash__") === undefined) dictSetText(vm, dict, "__hash__", None);
  inheritSlots(type);
  fixupSlots(type);
  for (const b of bases) addSubclass(vm, b, type);

  setNames(vm, type, dict, object);
  initSubclass(vm, type, object, kwValues, kwnames);
  return object;
}

/** s0..s5 of an Instance. */
const INLINE_SLOTS = 6;

/** `__slots__`, `__dict__` and `__weakref__` of a new class. */
function setSlots(vm: Vm, type: TypeRec, base: TypeRec, dict: PyDict, bases: readonly TypeRec[]): void {
  const declared = dictGetText(dict, "__slots__");
  const mayAddDict = !base.hasDict;
  const mayAddWeak = !base.hasWeakrefs && !isVarSized(base);
  type.hasDict = bases.some((b) => b.hasDict);
  type.hasWeakrefs = bases.some((b) => b.hasWeakrefs);
  type.slotCount = base.slotCount;
  if (declared === undefined) {
    type.hasDict = true;
    if (mayAddWeak) type.hasWeakrefs = true;
    type.flags |= managedFlags(base, mayAddDict, mayAddWeak);
    if (mayAddDict) dictSetIfMissing(vm, dict, "__dict__", newDictDescriptor(vm, type));
    if (mayAddWeak) dictSetIfMissing(vm, dict, "__weakref__", newWeakrefDescriptor(vm, type));
  } else {
    const names: Value[] = isStr(declared) ? [declared] : listOf(vm, declared);
    if (names.length > 0 && isVarSized(base)) throw typeError(vm, `nonempty __slots__ not supported for subtype of '${shortName(base)}'`);
    let slots: string[] = [];
    let addDict = false;
    let addWeak = false;
    for (const item of names) {
      if (!isStr(item)) throw typeError(vm, `__slots__ items must be strings, not '${typeName(item)}'`);
      const slot = textOf(item);
      if (!isIdentifier(slot)) throw typeError(vm, "__slots__ must be identifiers");
      if (slot === "__dict__") {
        if (!mayAddDict || addDict) throw typeError(vm, "__dict__ slot disallowed: we already got one");
        addDict = true;
        continue;
      }
      if (slot === "__weakref__") {
        if (!mayAddWeak || addWeak) throw typeError(vm, "__weakref__ slot disallowed: we already got one");
        addWeak = true;
        continue;
      }
      const mangled = mangle(type.name, null, slot);
      if (dictGetText(dict, mangled) !== undefined && slot !== "__qualname__" && slot !== "__classcell__") {
        throw valueError(vm, `'${mangled}' in __slots__ conflicts with class variable`);
      }
      slots.push(mangled);
    }
    slots = slots.sort();
    for (const slot of slots) dictSetText(vm, dict, slot, newSlotDescriptor(vm, type, slot, type.slotCount++));
    if (addDict) {
      type.hasDict = true;
      type.flags |= managedFlags(base, true, false);
      dictSetIfMissing(vm, dict, "__dict__", newDictDescriptor(vm, type));
    }
    if (addWeak) {
      type.hasWeakrefs = true;
      type.flags |= managedFlags(base, false, true);
      dictSetIfMissing(vm, dict, "__weakref__", newWeakrefDescriptor(vm, type));
    }
    type.extra = { slotNames: slots };
  }
  if (type.kind === K_INSTANCE) {
    type.sharedKeys = new Map();
    type.slotsInline = !type.hasDict && type.slotCount <= INLINE_SLOTS;
  }
  if (type.hasDict) {
    const { dictoffset, itemsize } = layoutOf(type);
    if (dictoffset === -1 && itemsize === 0) type.sharedRoom = SHARED_KEYS_ROOM;
  }
}

function dictSetIfMissing(vm: Vm, dict: PyDict, name: string, value: Value): void {
  if (dictGetText(dict, name) === undefined) dictSetText(vm, dict, name, value);
}

/** __new__ becomes a static method, __init_subclass__ and __class_getitem__ class methods. */
function wrapSpecialMethods(vm: Vm, dict: PyDict): void {
  const made = dictGetText(dict, "__new__");
  if (made !== undefined && isFunction(made)) dictSetText(vm, dict, "__new__", newStaticMethod(vm, made));
  for (const name of ["__init_subclass__", "__class_getitem__"]) {
    const f = dictGetText(dict, name);
    if (f !== undefined && isFunction(f)) dictSetText(vm, dict, name, newClassMethod(vm, f));
  }
}

/** The base whose layout the new class extends. */
export function bestBase(vm: Vm, bases: readonly TypeRec[]): TypeRec {
  let winner: TypeRec | undefined;
  let base: TypeRec | undefined;
  for (const candidate of bases) {
    const solid = solidBase(candidate);
    if (winner === undefined || (winner !== solid && isSubtype(solid, winner))) {
      winner = solid;
      base = candidate;
    } else if (!isSubtype(winner, solid)) throw typeError(vm, "multiple bases have instance lay-out conflict");
  }
  return base!;
}

/** The type that last changed the layout: a static type with a payload, or a class that added slots. */
function solidBase(type: TypeRec): TypeRec {
  let t = type;
  for (;;) {
    if ((t.flags & TPFLAGS_HEAPTYPE) === 0) return addsLayout(t) ? t : t.base === null ? t : solidBase(t.base);
    if (t.slotCount > t.base!.slotCount) return t;
    t = t.base!;
  }
}

function addsLayout(t: TypeRec): boolean {
  return t.base === null || t.kind !== t.base.kind || t.spec?.layoutChange === true;
}

/** Sets mro by the metaclass's mro() where it is overridden, else by C3. */
export function computeMro(vm: Vm, type: TypeRec, bases: readonly TypeRec[]): void {
  const custom = lookup(type.obj.type, "mro");
  let mro: TypeRec[];
  if (custom !== undefined && type.obj.type !== TypeType && custom !== lookup(TypeType, "mro")) {
    const before = type.mroTuple as Container | undefined;
    if (before === undefined) type.mro = linearizeQuietly(vm, type, bases);
    const answer = callTypeMethod(vm, type.obj, "mro", []);
    const solid = solidBase(type);
    const classes = listOf(vm, answer);
    if (classes.length === 0) throw typeError(vm, "type MRO must not be empty");
    mro = classes.map((t) => {
      if (!isType(t)) throw typeError(vm, `mro() returned a non-class ('${typeName(t)}')`);
      if (!isSubtype(solid, solidBase(recOf(t)))) throw typeError(vm, `mro() returned base with unsuitable layout ('${recOf(t).name}')`);
      return recOf(t);
    });
    // mro() assigned `__bases__`, which counts.
    if (type.mroTuple !== before) return;
    // Changes of classes that are not among the bases concern the class too.
    for (const t of mro) if (t !== type && (t.flags & TPFLAGS_HEAPTYPE) !== 0 && !bases.some((b) => isSubtype(b, t))) (t.followers ??= new Set()).add(type);
  } else mro = linearize(vm, type, bases);
  type.mro = mro;
  const old = type.mroTuple as Container | undefined;
  type.mroTuple = newTuple(vm, mro.map((t) => t.obj));
  incref(type.mroTuple);
  if (old !== undefined) drop(vm, old);
}

function linearizeQuietly(vm: Vm, type: TypeRec, bases: readonly TypeRec[]): TypeRec[] {
  try {
    return linearize(vm, type, bases);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return [type, ...bases[0]!.mro];
  }
}

/** Sets every slot from what the MRO says of its dunders (fixup_slot_dispatchers). */
export function fixupSlots(type: TypeRec): void {
  for (const [slot, defs] of slotDefsBySlot) updateSlot(type, slot, defs);
  updateNew(type);
}

/** tp_new follows `__new__`: the native one where the MRO finds a builtin's, else a call of what it finds. */
function updateNew(type: TypeRec): void {
  const found = lookup(type, "__new__");
  if (found === undefined) return;
  if (typeof found !== "number" && found.type.kind === K_BUILTIN) {
    const owner = (found as any).data.self;
    // Another type's constructor, put into the class by hand, has to look at the class first.
    if (owner instanceof TypeRec && (found as any).data.def.name === "__new__" && type.base!.tp_new === owner.tp_new) {
      type.tp_new = owner.tp_new;
      return;
    }
  }
  type.tp_new = callNew;
}

/** tp_new of classes with a `__new__` written in Python: calls it. */
export function callNew(vm: Vm, type: TypeRec, args: Args, kwnames: Kw): Value {
  const found = lookup(type, "__new__")!;
  const get = typeOf(found).tp_descr_get;
  const f = get === undefined ? found : get(vm, found, undefined, type.obj);
  return call(vm, f, [type.obj, ...args], kwnames);
}

function updateSlot(type: TypeRec, slot: string, defs: (typeof slotDefs)[number][] | readonly (typeof slotDefs)[number][]): void {
  const record = type as any;
  let specific: any;
  let generic: any;
  let useGeneric = false;
  let found = false;
  for (const def of defs) {
    const descriptor = lookup(type, def.name);
    if (descriptor === undefined) continue;
    found = true;
    if (typeof descriptor !== "number" && descriptor.type === WrapperDescriptorType && (descriptor as any).data.def.name === def.name) {
      const data = (descriptor as any).data as WrapperData;
      if (data.def.slot === slot && isSubtype(type, data.owner)) {
        if (specific === undefined || specific === data.slotFn) specific = data.slotFn;
        else useGeneric = true;
        generic ??= def.generic;
        continue;
      }
      if (data.def.name === def.name && def.generic === undefined) continue;
      if (!isSubtype(type, data.owner)) {
        useGeneric = true;
        generic = def.generic;
      }
      // The dunder comes from a builtin that implements it by another slot (mp_subscript against sq_item): inherited as such.
      continue;
    }
    if (descriptor === None && def.name === "__hash__") {
      record[slot] = null;
      return;
    }
    if (descriptor !== None || slot !== "tp_iternext") {
      useGeneric = true;
      generic = def.generic;
    }
  }
  if (useGeneric && generic !== undefined) record[slot] = generic;
  else if (specific !== undefined) record[slot] = specific;
  else if (!found && defs.some((d) => d.generic !== undefined && record[slot] === d.generic)) record[slot] = undefined;
}

/** After `type.name = value`: updates the slots of that dunder, in subclasses too. */
export function updateSlotsFor(vm: Vm, type: TypeRec, name: string): void {
  const defs = slotDefsByName.get(name);
  if (name === "__new__") {
    updateNew(type);
    for (const s of vm.subclasses.get(type) ?? []) if (dictGetText(s.dict, name) === undefined) updateSlotsFor(vm, s, name);
    return;
  }
  if (defs === undefined) return;
  for (const def of defs) updateSlot(type, def.slot, slotDefsBySlot.get(def.slot)!);
  const subclasses = vm.subclasses.get(type);
  if (subclasses !== undefined) for (const s of subclasses) if (dictGetText(s.dict, name) === undefined) updateSlotsFor(vm, s, name);
}

/** The static types right below `type` whose module is there, then the classes of this Vm. */
function directSubclasses(vm: Vm, type: TypeRec): TypeRec[] {
  const found: TypeRec[] = [];
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    for (const t of allStaticTypes()) {
      if (t.base !== type || (t.obj as PyType | undefined) === undefined) continue;
      const dot = t.name.lastIndexOf(".");
      if (dot < 0 || vm.modules === undefined || dictGetText(vm.modules, t.name.slice(0, dot)) !== undefined) found.push(t);
    }
  }
  found.push(...(vm.subclasses.get(type) ?? []));
  return found;
}

function addSubclass(vm: Vm, base: TypeRec, type: TypeRec): void {
  let set = vm.subclasses.get(base);
  if (set === undefined) {
    vm.subclasses.set(base, (set = new Set()));
    if ((base.flags & TPFLAGS_HEAPTYPE) !== 0) countDict(vm);
  }
  set.add(type);
  if (type.subclassRef === null) {
    const ref = newWeakref(vm, ReferenceType, type.obj, undefined);
    ref.rc++;
    type.subclassRef = ref;
  }
}

/** Calls __set_name__ of every attribute that has it. */
function setNames(vm: Vm, type: TypeRec, dict: PyDict, object: Container): void {
  for (const [key, value] of Array.from(dictItems(dict))) {
    if (lookup(typeOf(value), "__set_name__") === undefined) continue;
    try {
      callTypeMethod(vm, hold(vm, value), "__set_name__", [object, key]);
    } catch (error) {
      addNote(vm, error, () => `Error calling __set_name__ on '${typeName(value)}' instance ${reprText(vm, key)} in '${shortName(type)}'`);
      throw error;
    }
  }
}

/** super(type, object).name: what the MRO behind `type` has, bound to the class. */
function superAttr(vm: Vm, type: TypeRec, object: Container, name: string): Value {
  if (!type.mro.includes(type)) throw typeError(vm, `super(type, obj): obj (type ${type.name}) is not an instance or subtype of type (${type.name}).`);
  for (let i = type.mro.indexOf(type) + 1; i < type.mro.length; i++) {
    const found = dictGetText(type.mro[i]!.dict, name);
    if (found === undefined) continue;
    const get = typeOf(found).tp_descr_get;
    return get === undefined ? found : get(vm, found, undefined, object);
  }
  // Nothing behind the class: the super object's own attribute.
  const own = lookup(ObjectType, name)!;
  return typeOf(own).tp_descr_get!(vm, own, undefined, ObjectType.obj);
}

/** Types whose instances vary in size in CPython and so take no `__slots__`. */
function isVarSized(type: TypeRec): boolean {
  return type.kind === K_INT || type.kind === K_TUPLE || type.kind === K_BYTES || type.kind === K_TYPE;
}

/** `__name__` of the running frame's globals. */
function currentModuleName(vm: Vm): Value | undefined {
  return vm.frame === null ? undefined : dictGetText(vm.frame.globals, "__name__");
}

function initSubclass(vm: Vm, type: TypeRec, object: Container, kwValues: Args, kwnames: Kw): void {
  const f = superAttr(vm, type, object, "__init_subclass__");
  call(vm, f, kwValues, kwnames);
}

// ---- calling a class

/** type.__call__: __new__, then __init__ when the result is an instance. */
export function type_call(vm: Vm, callable: PyType, args: Args, kwnames: Kw): Value {
  const type = recOf(callable);
  if (type === TypeType) {
    const npos = args.length - (kwnames?.length ?? 0);
    if (args.length === 1 && npos === 1) return typeOf(args[0]!).obj;
    if (npos === 1) throw typeError(vm, "type() takes no keyword arguments");
    if (npos !== 3) throw typeError(vm, "type() takes 1 or 3 arguments");
  }
  if (type.tp_new === undefined || (type.flags & TPFLAGS_DISALLOW_INSTANTIATION) !== 0) throw typeError(vm, `cannot create '${fullTypeNameOf(type)}' instances`);
  const object = type.tp_new(vm, type, args, kwnames);
  const made = typeOf(object);
  if (made !== type && !isSubtype(made, type)) return object;
  if (made.tp_init !== undefined) made.tp_init(vm, object, args, kwnames);
  return object;
}

// ---- attributes of classes

function type_getattro(vm: Vm, self: PyType, name: PyStr): Value {
  const found = type_lookupattro(vm, self, name);
  if (found !== undefined) return found;
  throw attributeErrorFor(vm, self, name, `type object '${recOf(self).name}' has no attribute '${textOf(name)}'`);
}

export function type_lookupattro(vm: Vm, self: PyType, name: PyStr): Value | undefined {
  const meta = self.type;
  const type = recOf(self);
  const metaFound = lookupName(meta, name);
  let metaGet: TypeRec["tp_descr_get"];
  if (metaFound !== undefined && typeof metaFound !== "number") {
    metaGet = metaFound.type.tp_descr_get;
    if (metaGet !== undefined && metaFound.type.tp_descr_set !== undefined) return metaGet(vm, metaFound, self, meta.obj);
  }
  const found = lookupName(type, name);
  if (found !== undefined) {
    if (typeof found === "number") return found;
    const get = found.type.tp_descr_get;
    return get === undefined ? found : get(vm, found, undefined, self);
  }
  if (metaGet !== undefined) return metaGet(vm, metaFound!, self, meta.obj);
  return metaFound;
}

function type_setattro(vm: Vm, self: PyType, name: PyStr, value: Value | undefined): void {
  const type = recOf(self);
  const text = textOf(name);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0 || (type.flags & TPFLAGS_IMMUTABLETYPE) !== 0) {
    throw typeError(vm, `cannot set '${text}' attribute of immutable type '${type.name}'`);
  }
  const descriptor = lookupName(self.type, name);
  if (descriptor !== undefined && typeof descriptor !== "number" && descriptor.type.tp_descr_set !== undefined) {
    descriptor.type.tp_descr_set(vm, descriptor, self, value);
    return;
  }
  const key = intern(vm, text);
  if (value === undefined) {
    if (!dictDeleteStr(vm, type.dict, key)) throw attributeErrorFor(vm, self, name, `type object '${shortName(type)}' has no attribute '${text}'`);
  } else dictSetStr(vm, type.dict, key, value);
  typeModified(vm, type);
  if (text.startsWith("__") && text.endsWith("__")) {
    const { tp_descr_get, tp_descr_set } = type;
    updateSlotsFor(vm, type, text);
    if (type.tp_descr_get !== tp_descr_get || type.tp_descr_set !== tp_descr_set) forgetAttributes(vm);
  }
}

/** Instances became descriptors, or are no more: what is remembered about the classes that have them as attributes is wrong. */
function forgetAttributes(vm: Vm): void {
  typeModified(vm, ObjectType);
}

function checkMutable(vm: Vm, type: TypeRec, value: Value | undefined, name: string): Value {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) throw typeError(vm, `cannot set '${name}' attribute of immutable type '${type.name}'`);
  if (value === undefined) throw typeError(vm, `cannot delete '${name}' attribute of immutable type '${type.name}'`);
  return value;
}

/** The topmost class of the chain whose instances look like those of `type`. */
function layoutRoot(type: TypeRec): TypeRec {
  let t = type;
  while (t.base !== null && (t.flags & TPFLAGS_HEAPTYPE) !== 0) {
    const a = layoutOf(t);
    const b = layoutOf(t.base);
    if (a.basicsize !== b.basicsize || a.itemsize !== b.itemsize || a.dictoffset !== b.dictoffset || a.weakrefoffset !== b.weakrefoffset) break;
    if (t.kind !== t.base.kind) break;
    t = t.base;
  }
  return t;
}

/** May instances of one class become instances of the other? */
export function sameLayout(a: TypeRec, b: TypeRec): boolean {
  const x = layoutRoot(a);
  const y = layoutRoot(b);
  if (x === y) return true;
  if (x.base !== y.base || (x.flags & y.flags & TPFLAGS_HEAPTYPE) === 0) return false;
  const p = layoutOf(x);
  const q = layoutOf(y);
  const slots = (t: TypeRec): string => ((t.extra?.slotNames as string[] | undefined) ?? []).join(" ");
  return p.basicsize === q.basicsize && p.dictoffset === q.dictoffset && p.weakrefoffset === q.weakrefoffset && slots(x) === slots(y);
}

/** object.__class__ = value. */
export function assignClass(vm: Vm, self: any, value: Value | undefined): void {
  if (value === undefined) throw typeError(vm, "can't delete __class__ attribute");
  if (!isType(value)) throw typeError(vm, `__class__ must be set to a class, not '${typeName(value)}' object`);
  const type = recOf(value);
  const old = typeOf(self);
  const bothModules = isSubtype(type, ModuleType) && isSubtype(old, ModuleType);
  if (!bothModules && ((type.flags & TPFLAGS_HEAPTYPE) === 0 || (old.flags & TPFLAGS_HEAPTYPE) === 0)) {
    throw typeError(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (!sameLayout(type, old)) {
    throw typeError(vm, `__class__ assignment: '${shortName(type)}' object layout differs from '${shortName(old)}'`);
  }
  if (type.kind === K_INSTANCE && type !== old && old.hasDict) instanceDict(vm, self);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  self.type = type;
  if (type.tp_descr_get !== old.tp_descr_get || type.tp_descr_set !== old.tp_descr_set) forgetAttributes(vm);
  if ((old.flags & TPFLAGS_HEAPTYPE) !== 0) drop(vm, old.obj);
}

const rec = (self: PyType): TypeRec => self.data as TypeRec;

function moduleOf(vm: Vm, type: TypeRec): Value {
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) {
    const module = dictGetText(type.dict, "__module__");
    if (module === undefined) throw newError(vm, exc.AttributeErrorType, "__module__");
    return module;
  }
  const dot = type.name.lastIndexOf(".");
  return intern(vm, dot < 0 ? "builtins" : type.name.slice(0, dot));
}

export const TypeType: TypeRec = defineType({
  name: "type",
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  kind: K_TYPE,
  hasDict: true,
  hasWeakrefs: true,
  flags: TPFLAGS_BASETYPE | TPFLAGS_TYPE_SUBCLASS | TPFLAGS_HAVE_VECTORCALL,
  methods: {
    mro: method("($self, /)", "Return a type's method resolution order.", (vm: Vm, self: PyType) => {
      const type = rec(self);
      return newList(vm, linearize(vm, type, (type.bases.data as Value[]).map(recOf)).map((t) => t.obj));
    }),
    __subclasses__: method("($self, /)", "Return a list of immediate subclasses.", (vm: Vm, self: PyType) => newList(vm, directSubclasses(vm, rec(self)).map((t) => t.obj))),
    __prepare__: (name) =>
      new NativeDef(name, "($cls, /, *args, **kwds)", "Create the namespace for the class statement", (vm: Vm) => newScopedDict(vm), "classmethod", false, "($cls, name, bases, /, **kwds)"),
    __instancecheck__: method("($self, instance, /)", "Check if an object is an instance.", (vm: Vm, self: PyType, instance: Value) => newBool(realIsInstance(vm, instance, self))),
    __subclasscheck__: method("($self, subclass, /)", "Check if a class is a subclass.", (vm: Vm, self: PyType, subclass: Value) => newBool(realIsSubclass(vm, subclass, self))),
    __dir__: method("($self, /)", "Specialized __dir__ implementation for types.", (vm: Vm, self: PyType) => typeDir(vm, self)),
    __sizeof__: method("($self, /)", "Return memory consumption of the type object.", (vm: Vm, self: PyType) => sizeOf(vm, self)),
  },
  getset: {
    __name__: getset((_vm, self) => strFromJs(shortName(rec(self))), (vm, self, value) => {
      const name = checkMutable(vm, rec(self), value, "__name__");
      audit(vm, "object.__setattr__", () => [self, newStr("__name__"), name]);
      if (!isStr(name)) throw typeError(vm, `can only assign string to ${shortName(rec(self))}.__name__, not '${typeName(name)}'`);
      if (textOf(name).includes("\0")) throw valueError(vm, "type name must not contain null characters");
      requireUtf8(vm, name);
      rec(self).name = textOf(name);
    }),
    __qualname__: getset((_vm, self) => ((rec(self).flags & TPFLAGS_HEAPTYPE) !== 0 ? rec(self).htQualname : newStr(shortName(rec(self)))), (vm, self, value) => {
      const name = checkMutable(vm, rec(self), value, "__qualname__");
      if (!isStr(name)) throw typeError(vm, `can only assign string to ${shortName(rec(self))}.__qualname__, not '${typeName(name)}'`);
      incref(name);
      const old = rec(self).htQualname;
      rec(self).htQualname = name;
      drop(vm, old);
    }),
    __bases__: getset((_vm, self) => rec(self).bases, (vm, self, value) => {
      if (value !== undefined) audit(vm, "object.__setattr__", () => [self, newStr("__bases__"), value]);
      setBases(vm, self, value);
    }),
    __mro__: getset((_vm, self) => rec(self).mroTuple ?? None),
    __base__: member((_vm, self) => rec(self).base?.obj ?? None),
    __flags__: member((_vm, self) => visibleFlags(rec(self))),
    __basicsize__: member((_vm, self) => layoutOf(rec(self)).basicsize),
    __itemsize__: member((_vm, self) => layoutOf(rec(self)).itemsize),
    __dictoffset__: member((_vm, self) => layoutOf(rec(self)).dictoffset),
    __weakrefoffset__: member((_vm, self) => layoutOf(rec(self)).weakrefoffset),
    __module__: getset((vm, self) => moduleOf(vm, rec(self)), (vm, self, value) => {
      dictSetText(vm, rec(self).dict, "__module__", checkMutable(vm, rec(self), value, "__module__"));
      // The line belongs to the module that was named before.
      dictPop(vm, rec(self).dict, intern(vm, "__firstlineno__"));
      typeModified(vm, rec(self));
    }),
    __abstractmethods__: getset((vm, self) => {
      const found = self === TypeType.obj ? undefined : dictGetText(rec(self).dict, "__abstractmethods__");
      if (found === undefined) throw newError(vm, exc.AttributeErrorType, "__abstractmethods__");
      return found;
    }, (vm, self, value) => {
      const type = rec(self);
      const name = intern(vm, "__abstractmethods__");
      let abstract = false;
      if (value === undefined) {
        if (!dictDeleteStr(vm, type.dict, name)) throw newError(vm, exc.AttributeErrorType, "__abstractmethods__");
      } else {
        abstract = truth(vm, value);
        dictSetStr(vm, type.dict, name, value);
      }
      typeModified(vm, type);
      if (abstract) type.flags |= TPFLAGS_IS_ABSTRACT;
      else type.flags &= ~TPFLAGS_IS_ABSTRACT;
    }),
    __dict__: getset((vm, self) => newDictProxy(vm, rec(self).dict)),
    __doc__: getset((vm, self) => {
      const type = rec(self);
      if ((type.flags & TPFLAGS_HEAPTYPE) === 0 && type.doc !== null) return newStr(type.doc);
      const doc = dictGetText(type.dict, "__doc__");
      if (doc === undefined) return None;
      const get = typeOf(doc).tp_descr_get;
      return get === undefined ? doc : get(vm, doc, undefined, self);
    }, (vm, self, value) => {
      dictSetText(vm, rec(self).dict, "__doc__", checkMutable(vm, rec(self), value, "__doc__"));
      typeModified(vm, rec(self));
    }),
    __text_signature__: getset((_vm, self) => (rec(self).spec?.signature === undefined ? None : newStr(rec(self).spec.signature))),
    __type_params__: getset((vm, self) => (self === TypeType.obj ? undefined : dictGetText(rec(self).dict, "__type_params__")) ?? newTuple(vm, []), (vm, self, value) => {
      dictSetText(vm, rec(self).dict, "__type_params__", checkMutable(vm, rec(self), value, "__type_params__"));
      typeModified(vm, rec(self));
    }),
    __annotations__: getset((vm, self) => typeAnnotations(vm, self), (vm, self, value) => setTypeAnnotations(vm, self, value)),
    __annotate__: getset((vm, self) => typeAnnotate(vm, self), (vm, self, value) => setTypeAnnotate(vm, self, value)),
  },
  slots: {
    tp_new: type_new,
    tp_init: (vm, self, args, kwnames) => {
      const npos = args.length - (kwnames?.length ?? 0);
      if (kwnames !== null && kwnames.length > 0 && npos === 1) throw typeError(vm, "type.__init__() takes no keyword arguments");
      if (npos !== 1 && npos !== 3) throw typeError(vm, "type.__init__() takes 1 or 3 arguments");
      void self;
    },
    tp_call: type_call,
    tp_repr: (vm, self: PyType) => {
      const type = rec(self);
      const module = typeModuleName(type);
      const name = typeQualname(type);
      return strFromJs(module !== null && module !== "builtins" ? `<class '${module}.${name}'>` : `<class '${(type.flags & TPFLAGS_HEAPTYPE) !== 0 ? name : shortName(type)}'>`);
    },
    tp_getattro: type_getattro,
    tp_lookupattro: type_lookupattro,
    tp_setattro: type_setattro,
    nb_or: (vm, left, right) => unionOr(vm, left, right),
    tp_traverse: (self: PyType, visit) => {
      const type = rec(self);
      if ((type.flags & TPFLAGS_HEAPTYPE) === 0) return;
      visit(type.dict);
      visit(type.bases);
      if (type.mroTuple !== undefined) visit(type.mroTuple);
      if (type.base !== null) visit(type.base.obj);
    },
    tp_clear: (vm, self: PyType) => {
      const type = rec(self);
      if (type.cleared) return;
      type.cleared = true;
      // The tuple of bases may have been cleared before.
      for (const base of [...type.mro, type.base!]) vm.subclasses.get(base)?.delete(type);
      const fields = [type.dict, type.bases, type.mroTuple, type.base?.obj, type.htQualname, type.subclassRef];
      type.subclassRef = null;
      typeModified(vm, type);
      for (const v of fields) dropMaybe(vm, v);
    },
  },
});

