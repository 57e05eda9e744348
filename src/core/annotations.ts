// `__annotations__` and `__annotate__` of classes and modules (PEP 649). Mirrors Objects/typeobject.c. See docs/core.md.
import { dictDeleteStr, dictGetText, dictSetText, isDict, newScopedDict } from "../types/dict/dict-object.ts";
import { None } from "../types/none.ts";
import { intern } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { call, isCallable } from "./call.ts";
import { lookupAttrText } from "./attribute.ts";
import { attributeErrorFor, newError, typeError } from "./errors.ts";
import { truth } from "./number.ts";
import { AttributeErrorType } from "../types/exceptions.ts";
import { type Container, type PyDict, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "./object.ts";
import { typeModified, typeName, typeOf } from "./type.ts";

const rec = (self: Value): TypeRec => (self as Container).data as TypeRec;

function heapOnly(vm: Vm, self: Value, name: string): TypeRec {
  const type = rec(self);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) throw attributeErrorFor(vm, self, intern(vm, name), `type object '${type.name}' has no attribute '${name}'`);
  return type;
}

function settable(vm: Vm, self: Value, name: string): TypeRec {
  const type = rec(self);
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) throw typeError(vm, `cannot set '${name}' attribute of immutable type '${type.name}'`);
  return type;
}

/** type.__annotate__: the function, or None. */
export function typeAnnotate(vm: Vm, self: Value): Value {
  const type = heapOnly(vm, self, "__annotate__");
  const found = dictGetText(type.dict, "__annotate__") ?? dictGetText(type.dict, "__annotate_func__");
  if (found === undefined) {
    dictSetText(vm, type.dict, "__annotate_func__", None);
    return None;
  }
  const get = typeOf(found).tp_descr_get;
  return get === undefined ? found : get(vm, found, undefined, self);
}

export function setTypeAnnotate(vm: Vm, self: Value, value: Value | undefined): void {
  const type = settable(vm, self, "__annotate__");
  if (value === undefined) throw typeError(vm, "cannot delete __annotate__ attribute");
  if (value !== None && !isCallable(value)) throw typeError(vm, "__annotate__ must be callable or None");
  dictSetText(vm, type.dict, "__annotate_func__", value);
  if (value !== None) dictDeleteStr(vm, type.dict, intern(vm, "__annotations_cache__"));
  typeModified(vm, type);
}

/** type.__annotations__: made by calling __annotate__ on first use. */
export function typeAnnotations(vm: Vm, self: Value): Value {
  const type = heapOnly(vm, self, "__annotations__");
  const found = dictGetText(type.dict, "__annotations__") ?? dictGetText(type.dict, "__annotations_cache__");
  if (found !== undefined) {
    const get = typeOf(found).tp_descr_get;
    return get === undefined ? found : get(vm, found, undefined, self);
  }
  const annotate = typeAnnotate(vm, self);
  let made: Value;
  if (isCallable(annotate)) {
    made = call(vm, annotate, [1]);
    if (!isDict(made)) throw typeError(vm, `__annotate__ returned non-dict of type '${typeName(made)}'`);
  } else made = newScopedDict(vm);
  dictSetText(vm, type.dict, "__annotations_cache__", made);
  typeModified(vm, type);
  return made;
}

export function setTypeAnnotations(vm: Vm, self: Value, value: Value | undefined): void {
  const type = settable(vm, self, "__annotations__");
  const where = dictGetText(type.dict, "__annotations__") !== undefined ? "__annotations__" : "__annotations_cache__";
  if (value !== undefined) dictSetText(vm, type.dict, where, value);
  else if (!dictDeleteStr(vm, type.dict, intern(vm, where))) throw attributeErrorFor(vm, self, intern(vm, "__annotations__"), "__annotations__");
  dictDeleteStr(vm, type.dict, intern(vm, "__annotate__"));
  dictDeleteStr(vm, type.dict, intern(vm, "__annotate_func__"));
  typeModified(vm, type);
}

// ---- modules

/** The module's namespace; TypeError when it is gone. */
function namespaceOf(vm: Vm, self: Value): PyDict {
  const dict = lookupAttrText(vm, self, "__dict__");
  if (dict === undefined || !isDict(dict)) throw typeError(vm, "<module>.__dict__ is not a dictionary");
  return dict;
}

/** module.__annotate__: the function, or None. */
export function moduleAnnotate(vm: Vm, self: Value): Value {
  const dict = namespaceOf(vm, self);
  const found = dictGetText(dict, "__annotate__");
  if (found !== undefined) return found;
  dictSetText(vm, dict, "__annotate__", None);
  return None;
}

export function setModuleAnnotate(vm: Vm, self: Value, value: Value | undefined): void {
  if (value === undefined) throw typeError(vm, "cannot delete __annotate__ attribute");
  const dict = namespaceOf(vm, self);
  if (value !== None && !isCallable(value)) throw typeError(vm, "__annotate__ must be callable or None");
  dictSetText(vm, dict, "__annotate__", value);
  if (value !== None) dictDeleteStr(vm, dict, intern(vm, "__annotations__"));
}

/** Is the module's body still running? */
function isInitializing(vm: Vm, dict: PyDict): boolean {
  const spec = dictGetText(dict, "__spec__");
  if (spec === undefined || spec === None) return false;
  const flag = lookupAttrText(vm, spec, "_initializing");
  return flag !== undefined && truth(vm, flag);
}

/** module.__annotations__: made by calling __annotate__ on first use; not kept while the module's body runs. */
export function moduleAnnotations(vm: Vm, self: Value): Value {
  const dict = namespaceOf(vm, self);
  const found = dictGetText(dict, "__annotations__");
  if (found !== undefined) return found;
  const initializing = isInitializing(vm, dict);
  const annotate = dictGetText(dict, "__annotate__");
  let made: Value;
  if (annotate !== undefined && isCallable(annotate)) {
    made = call(vm, annotate, [1]);
    if (!isDict(made)) throw typeError(vm, `__annotate__ returned non-dict of type '${typeName(made)}'`);
  } else made = newScopedDict(vm);
  if (!initializing) dictSetText(vm, dict, "__annotations__", made);
  return made;
}

export function setModuleAnnotations(vm: Vm, self: Value, value: Value | undefined): void {
  const dict = namespaceOf(vm, self);
  if (value !== undefined) dictSetText(vm, dict, "__annotations__", value);
  else if (!dictDeleteStr(vm, dict, intern(vm, "__annotations__"))) throw newError(vm, AttributeErrorType, "__annotations__");
  dictDeleteStr(vm, dict, intern(vm, "__annotate__"));
}
