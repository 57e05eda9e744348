// ast.AST: what every node class inherits - constructor, repr, pickling, copy.replace. Mirrors ast_type_* of Python/Python-ast.c.
// See docs/modules.md.
import {
  attributeError, call, contains, dictDeleteStr, dictGet, dictGetStr, dictItems, dictSetText, enterRepr, fixupSlots, getAttr, getAttrText, isDict, isGenericAlias, isInstanceOf, isList, isStr, isTuple, isUnion, type KeywordArgs, leaveRepr, listOf, lookupAttrText, method, newList,
  newMethodDescriptor, newScopedDict, newStr, newTuple, newWrapperDescriptor, None, ObjectType, type PyStr, recOf, reprText, setAttr, setAttrText, shortName, slotDefsByName, strFromJs, textOf, type TypeRec, typeError, typeModified, typeOf,
  TypeType, type Value, type Vm, warn,
} from "../../core/api.ts";
import { classNamed, setClass, singleton } from "./state.ts";

/** `_fields` or `_attributes` of a node's class, as strings. */
function namesOf(vm: Vm, type: TypeRec, attribute: string): Value[] {
  const declared = lookupAttrText(vm, type.obj, attribute);
  return declared === undefined ? [] : listOf(vm, declared);
}

/** A field's name; what is none is shown by its repr. */
const text = (vm: Vm, v: Value): string => (isStr(v) ? textOf(v) : reprText(vm, v));

/** Fields from positional and keyword arguments; what is absent gets its default, or a DeprecationWarning. */
function initNode(vm: Vm, self: Value, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const type = typeOf(self);
  const name = shortName(type);
  // Classes made from a specification in C have a dotted tp_name.
  const fullName = type === classNamed(vm, "AST") ? "ast.AST" : name;
  const declared = lookupAttrText(vm, type.obj, "_fields");
  if (declared === undefined) throw attributeError(vm, `type object '${fullName}' has no attribute '_fields'`);
  const fields = listOf(vm, declared);
  const nkw = kwnames?.length ?? 0;
  const npos = args.length - nkw;
  if (npos > fields.length) throw typeError(vm, `${name} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? "" : "s"}`);
  const missing = new Map(fields.map((field) => [text(vm, field), field]));
  for (let i = 0; i < npos; i++) {
    setAttr(vm, self, fields[i] as PyStr, args[i]!);
    missing.delete(text(vm, fields[i]!));
  }
  if (nkw > 0) {
    const known = new Set(fields.map((field) => text(vm, field)));
    let attributes: Value | undefined;
    for (let k = 0; k < nkw; k++) {
      const key = kwnames![k]!;
      const keyText = text(vm, key);
      if (known.has(keyText)) {
        if (!missing.delete(keyText)) throw typeError(vm, `${fullName} got multiple values for argument ${reprText(vm, key)}`);
      } else {
        attributes ??= getAttrText(vm, type.obj, "_attributes");
        if (!contains(vm, attributes, key)) {
          warn(vm, "DeprecationWarning", `${fullName}.__init__ got an unexpected keyword argument ${reprText(vm, key)}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`);
        }
      }
      setAttr(vm, self, key, args[npos + k]!);
    }
  }
  if (missing.size > 0) fillMissing(vm, self, type, name, missing);
}

function fillMissing(vm: Vm, self: Value, type: TypeRec, name: string, missing: ReadonlyMap<string, Value>): void {
  const types = lookupAttrText(vm, type.obj, "_field_types");
  if (types === undefined) return;
  for (const [field, key] of missing) {
    const declared = isDict(types) ? dictGet(vm, types, key) : undefined;
    if (declared === undefined) {
      warn(vm, "DeprecationWarning", `Field ${reprText(vm, key)} is missing from ${name}._field_types. This will become an error in Python 3.15.`);
    } else if (isUnion(declared)) {
      // The class attribute None is its default.
    } else if (isGenericAlias(declared)) setAttrText(vm, self, field, newList(vm, []));
    else if (declared === classNamed(vm, "expr_context").obj) setAttrText(vm, self, field, singleton(vm, "Load"));
    else warn(vm, "DeprecationWarning", `${name}.__init__ missing 1 required positional argument: '${field}'. This will become an error in Python 3.15.`);
  }
}

/** (class, (None for every field that is there), namespace): the Nones spare unpickling the constructor's warnings. */
function reduceNode(vm: Vm, self: Value): Value {
  const type = typeOf(self).obj;
  const dict = lookupAttrText(vm, self, "__dict__");
  if (dict === undefined) return newTuple(vm, [type, newTuple(vm, [])]);
  const given: Value[] = [];
  for (const field of namesOf(vm, typeOf(self), "_fields")) {
    if (!isDict(dict) || dictGetStr(vm, dict, field as PyStr) === undefined) break;
    given.push(None);
  }
  return newTuple(vm, [type, newTuple(vm, given), dict]);
}

/** copy.replace(): a new node of the same class with some fields and attributes changed. */
function replaceNode(vm: Vm, self: Value, kwargs: KeywordArgs | undefined): Value {
  const type = typeOf(self);
  const name = shortName(type);
  const fields = namesOf(vm, type, "_fields").map((field) => text(vm, field));
  const attributes = namesOf(vm, type, "_attributes").map((field) => text(vm, field));
  const dict = lookupAttrText(vm, self, "__dict__");
  const own = dict !== undefined && isDict(dict) ? dict : newScopedDict(vm);
  const expecting = new Set([...fields, ...attributes]);
  const known = new Set(expecting);
  for (const key of kwargs?.names ?? []) {
    if (!expecting.delete(textOf(key))) throw typeError(vm, `${name}.__replace__ got an unexpected keyword argument ${reprText(vm, key)}.`);
  }
  for (const [key] of dictItems(own)) expecting.delete(text(vm, key));
  for (const attribute of attributes) expecting.delete(attribute);
  const types = lookupAttrText(vm, type.obj, "_field_types");
  if (types !== undefined && isDict(types)) {
    for (const [key, declared] of dictItems(types)) if (isUnion(declared)) expecting.delete(text(vm, key));
  }
  if (expecting.size > 0) {
    const names = [...expecting].sort().map((field) => `'${field}'`).join(", ");
    throw typeError(vm, `${name}.__replace__ missing ${expecting.size} keyword argument${expecting.size === 1 ? "" : "s"}: ${names}.`);
  }
  const payload = new Map<string, Value>();
  for (const field of known) {
    const value = dictGetStr(vm, own, newStr(field));
    if (value !== undefined) payload.set(field, value);
  }
  (kwargs?.names ?? []).forEach((key, i) => payload.set(textOf(key), kwargs!.values[i]!));
  return call(vm, type.obj, [...payload.values()], [...payload.keys()].map((key) => newStr(key)));
}

const REPR_DEPTH = 3;

function reprNode(vm: Vm, self: Value, depth: number): string {
  const name = shortName(typeOf(self));
  if (depth <= 0 || enterRepr(vm, self)) return `${name}(...)`;
  try {
    const parts: string[] = [];
    for (const field of namesOf(vm, typeOf(self), "_fields")) {
      const value = getAttr(vm, self, field as PyStr);
      const shown = isList(value) || isTuple(value) ? reprItems(vm, value.data as Value[], isList(value), depth) : reprPart(vm, value, depth);
      parts.push(`${text(vm, field)}=${shown}`);
    }
    return `${name}(${parts.join(", ")})`;
  } finally {
    leaveRepr(vm, self);
  }
}

function reprPart(vm: Vm, value: Value, depth: number): string {
  return isInstanceOf(value, classNamed(vm, "AST")) ? reprNode(vm, value, depth - 1) : reprText(vm, value);
}

/** First and last item only. */
function reprItems(vm: Vm, items: readonly Value[], list: boolean, depth: number): string {
  const [open, close] = list ? ["[", "]"] : ["(", ")"];
  const shown: string[] = [];
  if (items.length > 0) shown.push(reprPart(vm, items[0]!, depth));
  if (items.length > 2) shown.push("...");
  if (items.length > 1) shown.push(reprPart(vm, items.at(-1)!, depth));
  return open + shown.join(", ") + close;
}

function showNode(vm: Vm, self: Value): Value {
  return strFromJs(reprNode(vm, self, REPR_DEPTH));
}

/** What the class AST does natively; a frozen machine refers to it by name. */
export const nodeFunctions = { initNode, showNode, reduceNode, replaceNode };

/** Makes the class AST: a class like those of Python code (it can be changed), with native methods. */
export function makeRoot(vm: Vm): TypeRec {
  const namespace = newScopedDict(vm);
  dictSetText(vm, namespace, "__slots__", newTuple(vm, [newStr("__dict__")]));
  dictSetText(vm, namespace, "__module__", newStr("ast"));
  const made = call(vm, TypeType.obj, [newStr("AST"), newTuple(vm, [ObjectType.obj]), namespace]);
  setClass(vm, "AST", made);
  const type = recOf(made);
  const dict = type.dict;
  dictDeleteStr(vm, dict, newStr("__slots__"));
  // Its layout is its own, as far as multiple inheritance is concerned.
  type.slotCount = 1;
  for (const [name, slotFn] of [["__init__", initNode], ["__repr__", showNode]] as const) {
    dictSetText(vm, dict, name, newWrapperDescriptor(type, slotDefsByName.get(name)![0]!, slotFn));
  }
  const methods = {
    __reduce__: method("($self, /)", null, reduceNode),
    __replace__: method("($self, /, **fields)", "Return a copy of the AST node with new values for the specified fields.", replaceNode),
  };
  for (const [name, make] of Object.entries(methods)) {
    const def = make(name);
    def.qualname = `AST.${name}`;
    dictSetText(vm, dict, name, newMethodDescriptor(type, def));
  }
  for (const name of ["_fields", "_attributes", "__match_args__"]) dictSetText(vm, dict, name, newTuple(vm, []));
  typeModified(vm, type);
  fixupSlots(type);
  return type;
}
