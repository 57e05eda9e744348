// Element: a tag, text around it, attributes and children. Mirrors the element type of Modules/_elementtree.c. See docs/modules.md.
import {
  addressText,
  argumentName,
  asSsize,
  asSsizeArgument,
  attributeError,
  type Container,
  copyRefs,
  defineType,
  dictCopy,
  dictGet,
  dictItems,
  dictLength,
  dictSet,
  drop,
  dropAll,
  dropMaybe,
  collectItems,
  enterRepr,
  EQ,
  exc,
  getIter,
  hold,
  indexError,
  insertRef,
  isDict,
  isList,
  isSlice,
  isStr,
  isSubtype,
  isTuple,
  type KeywordArgs,
  leaveRepr,
  matches,
  dropError,
  newDict,
  newList,
  newRef,
  newScopedDict,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  noteOwned,
  ownAll,
  pushRef,
  type PyDict,
  type PyError,
  type PyStr,
  reprText,
  richCompareBool,
  runtimeError,
  setRef,
  sliceBounds,
  strFromJs,
  takeRef,
  textOf,
  TPFLAGS_BASETYPE,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  warn,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { copyDeep } from "./copy.ts";
import { docs } from "./docs.generated.ts";
import { elementPath, hasPath } from "./path.ts";
import { newElementIterator } from "./iterator.ts";

const D = documented("_elementtree.Element", docs);

/** What an element holds; it owns all of it. */
export interface ElementData {
  tag: Value;
  text: Value;
  tail: Value;
  attrib: PyDict | null;
  /** Null until something needs room for children or attributes. */
  children: Value[] | null;
  /** Room for children, as CPython grows it. */
  allocated: number;
}

const STATIC_CHILDREN = 4;

export const elementData = (self: Value): ElementData => (self as Container).data as ElementData;

export function isElement(v: Value): v is Container {
  return typeof v !== "number" && (v.type === ElementType || isSubtype(v.type, ElementType));
}

const emptyData = (tag: Value): ElementData => ({ tag, text: None, tail: None, attrib: null, children: null, allocated: 0 });

/** An element with this tag; `attrib` becomes its own when it is not empty. In the current scope. */
export function newElement(vm: Vm, tag: Value, attrib: PyDict | null): Container {
  const data = emptyData(owned(tag));
  const made = newSubclassInstance(vm, ElementType, data);
  if (attrib !== null && dictLength(attrib) > 0) {
    needChildren(data);
    data.attrib = newRef(attrib);
  }
  return made;
}

/** The array of children; there is one from now on. */
export function needChildren(data: ElementData): Value[] {
  if (data.children === null) {
    data.children = [];
    data.allocated = STATIC_CHILDREN;
  }
  return data.children;
}

function reserve(data: ElementData, more: number): Value[] {
  const children = needChildren(data);
  const size = children.length + more;
  if (size > data.allocated) {
    data.allocated = (size >> 3) + (size < 9 ? 3 : 6) + size;
  }
  return children;
}

function notElement(vm: Vm, v: Value): PyError {
  return typeError(vm, `expected an Element, not "${typeName(v)}"`);
}

export function appendChild(vm: Vm, self: Container, child: Value): void {
  if (!isElement(child)) throw notElement(vm, child);
  const data = elementData(self);
  pushRef(reserve(data, 1), child);
}

function elementArgument(vm: Vm, v: Value, where: string): void {
  if (!isElement(v)) throw typeError(vm, `${where} must be xml.etree.ElementTree.Element, not ${argumentName(v)}`);
}

function attribOf(self: Container): PyDict {
  const data = elementData(self);
  needChildren(data);
  return (data.attrib ??= newDict());
}

/** The keywords of a call as attributes, with those of an `attrib` among them. */
function keywordAttributes(vm: Vm, names: readonly PyStr[], values: readonly Value[]): PyDict {
  const at = names.findIndex((name) => textOf(name) === "attrib");
  const given = at < 0 ? undefined : values[at]!;
  if (given !== undefined && !isDict(given)) throw typeError(vm, `attrib must be dict, not ${typeName(given)}`);
  const attrib = given === undefined ? newScopedDict(vm) : dictCopy(vm, given as PyDict);
  names.forEach((name, i) => {
    if (i !== at) dictSet(vm, attrib, name, values[i]!);
  });
  return attrib;
}

/** The attributes that a constructor was given, as a dict of its own; null for none. */
export function givenAttributes(vm: Vm, attrib: Value | undefined, names: readonly PyStr[], values: readonly Value[]): PyDict | null {
  if (attrib === undefined) return names.length === 0 ? null : keywordAttributes(vm, names, values);
  const copy = dictCopy(vm, attrib as PyDict);
  names.forEach((name, i) => dictSet(vm, copy, name, values[i]!));
  return copy;
}

/** A value for a field. None, which most fields hold, is not counted. */
export const owned = (v: Value): Value => (v === None ? v : newRef(v));

export function setField(vm: Vm, data: ElementData, field: "tag" | "text" | "tail", value: Value): void {
  const old = data[field];
  data[field] = owned(value);
  if (old !== None) drop(vm, old);
}

function element_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const names = kwnames ?? [];
  const n = args.length - names.length;
  if (n < 1) throw typeError(vm, `Element() takes at least 1 argument (${n} given)`);
  if (n > 2) throw typeError(vm, `Element() takes at most 2 arguments (${n} given)`);
  const given = n > 1 ? args[1]! : undefined;
  if (given !== undefined && !isDict(given)) throw typeError(vm, `Element() argument 2 must be dict, not ${argumentName(given)}`);
  const attrib = givenAttributes(vm, given, names, args.slice(n));
  const data = elementData(self);
  if (attrib !== null && dictLength(attrib) > 0) {
    needChildren(data);
    const old = data.attrib;
    data.attrib = newRef(attrib);
    dropMaybe(vm, old);
  }
  setField(vm, data, "tag", args[0]!);
  setField(vm, data, "text", None);
  setField(vm, data, "tail", None);
}

function clear(vm: Vm, self: Container): void {
  const data = elementData(self);
  const { attrib, children } = data;
  data.attrib = null;
  data.children = null;
  dropMaybe(vm, attrib);
  if (children !== null) dropAll(vm, children);
  setField(vm, data, "text", None);
  setField(vm, data, "tail", None);
}

/** The items of an iterable; `message` for what is none. Owned by the current scope. */
function sequence(vm: Vm, v: Value, message: string): Value[] {
  let source = v;
  if (!isList(v) && !isTuple(v)) {
    try {
      source = getIter(vm, v);
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
      throw typeError(vm, message);
    }
  }
  const items = collectItems(vm, source);
  for (const item of items) noteOwned(vm, item);
  return items;
}

/** The children whose tag is `path`; stops at the first where `each` answers true. */
function forEachTagged(vm: Vm, self: Container, path: Value, each: (child: Container) => boolean): void {
  const data = elementData(self);
  for (let i = 0; data.children !== null && i < data.children.length; i++) {
    const child = hold(vm, data.children[i] as Container);
    const { tag } = elementData(child);
    if ((tag === path || richCompareBool(vm, hold(vm, tag), path, EQ)) && each(child)) return;
  }
}

function find(vm: Vm, self: Container, path: Value, namespaces: Value = None): Value {
  if (namespaces !== None || hasPath(path)) return elementPath(vm, "find", [self, path, namespaces]);
  let found: Value = None;
  forEachTagged(vm, self, path, (child) => {
    found = child;
    return true;
  });
  return found;
}

function findtext(vm: Vm, self: Container, path: Value, fallback: Value = None, namespaces: Value = None): Value {
  if (namespaces !== None || hasPath(path)) return elementPath(vm, "findtext", [self, path, fallback, namespaces]);
  let found = fallback;
  forEachTagged(vm, self, path, (child) => {
    const { text } = elementData(child);
    found = text === None ? newStr("") : text;
    return true;
  });
  return found;
}

function findall(vm: Vm, self: Container, path: Value, namespaces: Value = None): Value {
  if (namespaces !== None || hasPath(path)) return elementPath(vm, "findall", [self, path, namespaces]);
  const found: Value[] = [];
  forEachTagged(vm, self, path, (child) => {
    found.push(child);
    return false;
  });
  return newList(vm, found);
}

function remove(vm: Vm, self: Container, child: Value): void {
  elementArgument(vm, child, "remove() argument");
  const data = elementData(self);
  for (let i = 0; data.children !== null && i < data.children.length; i++) {
    const present = data.children[i]!;
    if (present !== child && !richCompareBool(vm, hold(vm, present), child, EQ)) continue;
    // The comparison may have taken it away.
    const { children } = data as { children: Value[] | null };
    if (children !== null && i < children.length) takeRef(vm, children, i);
    return;
  }
  throw valueError(vm, "Element.remove(x): element not found");
}

function getChild(vm: Vm, self: Container, index: number): Value {
  const { children } = elementData(self);
  const child = children?.[index];
  if (child === undefined) throw indexError(vm, "child index out of range");
  return child;
}

const isIndex = (v: Value): boolean => typeof v === "number" || typeOf(v).nb_index !== undefined;

function childIndex(vm: Vm, self: Container, key: Value): number {
  const i = asSsize(vm, key, exc.IndexErrorType);
  return i < 0 ? i + (elementData(self).children?.length ?? 0) : i;
}

function subscript(vm: Vm, self: Container, key: Value): Value {
  if (isIndex(key)) return getChild(vm, self, childIndex(vm, self, key));
  if (!isSlice(key)) throw typeError(vm, "element indices must be integers");
  const { start, step, count } = sliceBounds(vm, key, () => elementData(self).children?.length ?? 0);
  const part: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) part.push(elementData(self).children![at]!);
  return newList(vm, part);
}

function assignChild(vm: Vm, self: Container, index: number, value: Value | undefined): void {
  const data = elementData(self);
  const { children } = data;
  if (children === null || index < 0 || index >= children.length) throw indexError(vm, "child assignment index out of range");
  if (value !== undefined && !isElement(value)) throw notElement(vm, value);
  if (value === undefined) takeRef(vm, children, index);
  else setRef(vm, children, index, value);
}

function assign(vm: Vm, self: Container, key: Value, value: Value | undefined): void {
  if (isIndex(key)) return assignChild(vm, self, childIndex(vm, self, key), value);
  if (!isSlice(key)) throw typeError(vm, "element indices must be integers");
  const data = elementData(self);
  const bounds = sliceBounds(vm, key, () => data.children?.length ?? 0);
  const { start, step } = bounds;
  const count = Math.max(bounds.count, 0);
  const added = value === undefined ? [] : sequence(vm, value, "assignment expects an iterable");
  if (value === undefined && count === 0) return;
  if (value !== undefined) {
    if (step !== 1 && added.length !== count) throw valueError(vm, `attempt to assign sequence of size ${added.length} to extended slice of size ${count}`);
    for (const item of added) if (!isElement(item)) throw notElement(vm, item);
  }
  if (added.length > count) reserve(data, added.length - count);
  const children = needChildren(data);
  ownAll(added);
  let removed: Value[];
  if (step === 1) removed = children.splice(start, count, ...added);
  else if (value === undefined) {
    const gone = new Set<number>();
    for (let i = 0, at = start; i < count; i++, at += step) gone.add(at);
    removed = children.filter((_, i) => gone.has(i));
    data.children = children.filter((_, i) => !gone.has(i));
  } else {
    removed = [];
    for (let i = 0, at = start; i < count; i++, at += step) {
      removed.push(children[at]!);
      children[at] = added[i]!;
    }
  }
  for (const item of removed) noteOwned(vm, item);
}

function copy(vm: Vm, self: Container): Value {
  const from = elementData(self);
  const made = newElement(vm, from.tag, from.attrib);
  const data = elementData(made);
  setField(vm, data, "text", from.text);
  setField(vm, data, "tail", from.tail);
  if (from.children !== null) {
    reserve(data, from.children.length);
    data.children = copyRefs(from.children);
  }
  return made;
}

const STATE = ["tag", "_children", "attrib", "text", "tail"] as const;

function getState(vm: Vm, self: Container): Value {
  const { attrib, children, tail, tag, text } = elementData(self);
  const state = newScopedDict(vm);
  const values: Value[] = [tag, newList(vm, (children ?? []).slice()), attrib ?? newScopedDict(vm), text, tail];
  STATE.forEach((name, i) => dictSet(vm, state, newStr(name), values[i]!));
  return state;
}

function setState(vm: Vm, self: Container, state: Value): void {
  if (!isDict(state)) throw typeError(vm, `Don't know how to unpickle "${reprText(vm, state)}" as an Element`);
  const parts = new Map<string, Value>();
  for (const [key, value] of dictItems(state)) {
    if (!isStr(key)) throw typeError(vm, "keywords must be strings");
    const name = textOf(key);
    if (!STATE.includes(name as never)) throw typeError(vm, `this function got an unexpected keyword argument '${name}'`);
    parts.set(name, hold(vm, value));
  }
  const tag = parts.get("tag");
  if (tag === undefined) throw typeError(vm, "tag may not be NULL");
  const data = elementData(self);
  setField(vm, data, "tag", tag);
  setField(vm, data, "text", parts.get("text") ?? None);
  setField(vm, data, "tail", parts.get("tail") ?? None);
  const children = parts.get("_children");
  const attrib = parts.get("attrib");
  if (children === undefined && attrib === undefined) return;
  if (children !== undefined) {
    if (!isList(children)) throw typeError(vm, "'_children' is not a list");
    const items = (children.data as Value[]).slice();
    for (const item of items) if (!isElement(item)) throw notElement(vm, item);
    const old = data.children;
    data.children = null;
    reserve(data, items.length);
    ownAll(items);
    data.children = items;
    if (old !== null) dropAll(vm, old);
  } else needChildren(data);
  const old = data.attrib;
  data.attrib = attrib === undefined ? null : (newRef(attrib) as PyDict);
  dropMaybe(vm, old);
}

function dictArgument(vm: Vm, v: Value, where: string): PyDict {
  if (!isDict(v)) throw typeError(vm, `${where} must be dict, not ${argumentName(v)}`);
  return v;
}

const field = (name: "tag" | "text" | "tail") =>
  D.getset(
    name,
    (_vm, self) => elementData(self)[name],
    (vm: Vm, self: Container, value: Value | undefined) => {
      if (value === undefined) throw attributeError(vm, "can't delete element attribute");
      setField(vm, elementData(self), name, value);
    },
  );

/** Every reference that an element owns. */
function references({ attrib, children, tail, tag, text }: ElementData): Value[] {
  return [...[tag, text, tail].filter((v) => v !== None), ...(attrib === null ? [] : [attrib]), ...(children ?? [])];
}

export const ElementType: TypeRec = defineType({
  name: "xml.etree.ElementTree.Element",
  doc: null,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    clear: D.method("clear", clear),
    get: D.method("get", (vm: Vm, self: Container, key: Value, fallback: Value = None) => {
      const { attrib } = elementData(self);
      return (attrib === null ? undefined : dictGet(vm, attrib, key)) ?? fallback;
    }),
    set: D.method("set", (vm: Vm, self: Container, key: Value, value: Value) => {
      dictSet(vm, attribOf(self), key, value);
    }),
    find: D.method("find", find),
    findtext: D.method("findtext", findtext),
    findall: D.method("findall", findall),
    append: D.method("append", (vm: Vm, self: Container, child: Value) => {
      elementArgument(vm, child, "append() argument 1");
      appendChild(vm, self, child);
    }),
    extend: D.method("extend", (vm: Vm, self: Container, elements: Value) => {
      for (const item of sequence(vm, elements, "'elements' must be an iterable")) appendChild(vm, self, item);
    }),
    insert: D.method("insert", (vm: Vm, self: Container, index: Value, child: Value) => {
      const wanted = asSsizeArgument(vm, index);
      elementArgument(vm, child, "insert() argument 2");
      const data = elementData(self);
      const children = reserve(data, 1);
      insertRef(children, wanted < 0 ? Math.max(wanted + children.length, 0) : Math.min(wanted, children.length), child);
    }),
    remove: D.method("remove", remove),
    iter: D.method("iter", (vm: Vm, self: Container, tag: Value = None) => newElementIterator(vm, self, tag, false)),
    itertext: D.method("itertext", (vm: Vm, self: Container) => newElementIterator(vm, self, None, true)),
    iterfind: D.method("iterfind", (vm: Vm, self: Container, path: Value, namespaces: Value = None) => elementPath(vm, "iterfind", [self, path, namespaces])),
    items: D.method("items", (vm: Vm, self: Container) => {
      const { attrib } = elementData(self);
      return newList(vm, attrib === null ? [] : Array.from(dictItems(attrib), ([key, value]) => newTuple(vm, [key, value])));
    }),
    keys: D.method("keys", (vm: Vm, self: Container) => {
      const { attrib } = elementData(self);
      return newList(vm, attrib === null ? [] : Array.from(dictItems(attrib), ([key]) => key));
    }),
    makeelement: D.method("makeelement", (vm: Vm, _self: Container, args: readonly Value[]) => {
      const n = args.length;
      if (n !== 2) throw typeError(vm, n > 2 ? `makeelement() takes at most 2 arguments (${n} given)` : `makeelement() takes exactly 2 positional arguments (${n} given)`);
      return newElement(vm, args[0]!, dictCopy(vm, dictArgument(vm, args[1]!, "makeelement() argument 2")));
    }, "($self, /, *args)"),
    __copy__: D.method("__copy__", copy),
    __deepcopy__: D.method("__deepcopy__", (vm: Vm, self: Container, memo: Value) => copyDeep(vm, self, dictArgument(vm, memo, "__deepcopy__() argument"))),
    __sizeof__: D.method("__sizeof__", (_vm: Vm, self: Container) => {
      const { allocated, children } = elementData(self);
      return 56 + (children === null ? 0 : 64) + (children !== null && allocated > STATIC_CHILDREN ? 8 * allocated : 0);
    }),
    __getstate__: D.method("__getstate__", getState),
    __setstate__: D.method("__setstate__", setState),
  },
  getset: {
    tag: field("tag"),
    text: field("text"),
    tail: field("tail"),
    attrib: D.getset(
      "attrib",
      (_vm, self) => attribOf(self),
      (vm: Vm, self: Container, value: Value | undefined) => {
        if (value === undefined) throw attributeError(vm, "can't delete element attribute");
        if (!isDict(value)) throw typeError(vm, `attrib must be dict, not ${typeName(value)}`);
        const data = elementData(self);
        needChildren(data);
        const old = data.attrib;
        data.attrib = newRef(value);
        dropMaybe(vm, old);
      },
    ),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, emptyData(None)),
    tp_init: element_init,
    tp_repr: (vm, self: Container) => {
      if (enterRepr(vm, self)) throw runtimeError(vm, `reentrant call inside ${typeName(self)}.__repr__`);
      try {
        return strFromJs(`<Element ${reprText(vm, hold(vm, elementData(self).tag))} at ${addressText(vm, self)}>`);
      } finally {
        leaveRepr(vm, self);
      }
    },
    nb_bool: (vm, self: Container) => {
      warn(vm, "DeprecationWarning", "Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or 'elem is not None' test instead.");
      return (elementData(self).children?.length ?? 0) > 0;
    },
    sq_length: (_vm, self: Container) => elementData(self).children?.length ?? 0,
    mp_length: (_vm, self: Container) => elementData(self).children?.length ?? 0,
    sq_item: (vm, self: Container, index) => getChild(vm, self, index),
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    tp_traverse: (self: Container, visit) => references(elementData(self)).forEach(visit),
    tp_clear: (vm, self: Container) => {
      const owned = references(elementData(self));
      self.data = emptyData(None);
      dropAll(vm, owned.reverse());
    },
  },
});

/** SubElement(parent, tag, attrib={}, **extra). */
export function SubElement(vm: Vm, args: readonly Value[], extra?: KeywordArgs): Value {
  const n = args.length;
  if (n < 2) throw typeError(vm, `SubElement() takes at least 2 arguments (${n} given)`);
  if (n > 3) throw typeError(vm, `SubElement() takes at most 3 arguments (${n} given)`);
  const [parent, tag, given] = args as [Value, Value, Value?];
  elementArgument(vm, parent, "SubElement() argument 1");
  if (given !== undefined && !isDict(given)) throw typeError(vm, `SubElement() argument 3 must be dict, not ${argumentName(given)}`);
  const made = newElement(vm, tag, givenAttributes(vm, given, extra?.names ?? [], extra?.values ?? []));
  appendChild(vm, parent as Container, made);
  return made;
}
