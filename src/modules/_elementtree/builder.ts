// TreeBuilder: elements from the events of a parser. Mirrors the tree builder of Modules/_elementtree.c. See docs/modules.md.
import {
  argumentName,
  call,
  callMethod,
  type Container,
  defineType,
  drop,
  dropAll,
  exc,
  getAttrText,
  hold,
  indexError,
  intern,
  isCallable,
  isDict,
  isExactStr,
  newError,
  newList,
  newRef,
  newScopedDict,
  newStr,
  newSubclassInstance,
  newText,
  newTuple,
  None,
  binaryOp,
  type PyDict,
  type PyStr,
  setAttrText,
  strText,
  TPFLAGS_BASETYPE,
  truth,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  type Vm,
} from "../../core/api.ts";
import { textJoin } from "../../base/text.ts";
import { constructorArguments, documented } from "../documented.ts";
import { exceptionClass } from "../exception-class.ts";
import { docs } from "./docs.generated.ts";
import { appendChild, elementData, ElementType, newElement, setField } from "./element.ts";

const D = documented("_elementtree.TreeBuilder", docs);

/** Events that may be told to whoever iterates while parsing. */
export type EventName = "start" | "end" | "start-ns" | "end-ns" | "comment" | "pi";

/** What a builder holds; it owns all values. */
export interface Builder {
  root: Value | null;
  /** The element that is open. */
  current: Value;
  /** The newest element. */
  last: Value;
  /** The newest one that text would follow. */
  lastForTail: Value | null;
  /** Text that waits for the next event. */
  data: Value[];
  /** The open elements around `current`. */
  stack: Value[];
  elementFactory: Value | null;
  commentFactory: Value | null;
  piFactory: Value | null;
  insertComments: boolean;
  insertPis: boolean;
  /** Where events go, and the objects they are told by. */
  eventsAppend: Value | null;
  events: [EventName, Value][];
}

const fresh = (): Builder => ({
  root: null,
  current: None,
  last: None,
  lastForTail: null,
  data: [],
  stack: [],
  elementFactory: null,
  commentFactory: null,
  piFactory: null,
  insertComments: false,
  insertPis: false,
  eventsAppend: null,
  events: [],
});

export const builderOf = (self: Container): Builder => self.data as Builder;

export const parseError = (vm: Vm): TypeRec => exceptionClass(vm, "xml.etree.ElementTree", "ParseError", exc.SyntaxErrorType);

interface Factories {
  comment: Value | null;
  pi: Value | null;
}

const factories = (vm: Vm): Factories => vm.stateOf("_elementtree", () => ({ comment: null, pi: null }) as Factories);

/** _set_factories(comment_factory, pi_factory): answers the old ones. */
export function setFactories(vm: Vm, comment: Value, pi: Value): Value {
  if (comment !== None && !isCallable(comment)) throw typeError(vm, `Comment factory must be callable, not ${typeName(comment)}`);
  if (pi !== None && !isCallable(pi)) throw typeError(vm, `PI factory must be callable, not ${typeName(pi)}`);
  const state = factories(vm);
  const old = newTuple(vm, [state.comment ?? None, state.pi ?? None]);
  replace(vm, state, "comment", comment === None ? null : comment);
  replace(vm, state, "pi", pi === None ? null : pi);
  return old;
}

/** Puts a value (null for none) into a field that owns it. */
function replace<K extends string>(vm: Vm, owner: Record<K, Value | null>, field: K, value: Value | null): void {
  const old = owner[field];
  owner[field] = value === null ? null : newRef(value);
  if (old !== null) drop(vm, old);
}

function setCurrent(vm: Vm, b: Builder, value: Value): void {
  const old = b.current;
  b.current = newRef(value);
  drop(vm, old);
}

function setLast(vm: Vm, b: Builder, value: Value): void {
  const old = b.last;
  b.last = newRef(value);
  drop(vm, old);
}

function setLastForTail(vm: Vm, b: Builder, value: Value | null): void {
  const old = b.lastForTail;
  b.lastForTail = value === null ? null : newRef(value);
  if (old !== null) drop(vm, old);
}

/** The text that was collected, which must be strs where there is more than one piece. */
function joined(vm: Vm, parts: readonly Value[]): Value {
  if (parts.every((part) => isExactStr(part))) return parts.length === 1 ? parts[0]! : newText(textJoin("", parts.map((part) => strText(part as PyStr))));
  return callMethod(vm, newStr(""), intern(vm, "join"), [parts.length === 1 ? parts[0]! : newList(vm, parts.slice())]);
}

/** Gives the text that was collected to the element it belongs to. */
function flush(vm: Vm, b: Builder): void {
  const parts = b.data;
  if (parts.length === 0) return;
  const name = b.lastForTail === null ? "text" : "tail";
  const element = hold(vm, b.lastForTail ?? b.last);
  if (typeof element !== "number" && element.type === ElementType && elementData(element)[name] === None) {
    const text = parts.length === 1 ? parts[0]! : joined(vm, parts);
    setField(vm, elementData(element), name, text);
  } else {
    const previous = getAttrText(vm, element, name);
    const text = joined(vm, parts);
    setAttrText(vm, element, name, previous === None ? text : binaryOp(vm, previous, text, 0));
  }
  b.data = [];
  dropAll(vm, parts);
}

function addChild(vm: Vm, parent: Value, child: Value): void {
  if (typeof parent !== "number" && parent.type === ElementType) appendChild(vm, parent as Container, child);
  else callMethod(vm, parent, intern(vm, "append"), [child]);
}

function tell(vm: Vm, b: Builder, event: EventName, node: Value): void {
  if (b.eventsAppend === null) return;
  const entry = b.events.find(([name]) => name === event);
  if (entry !== undefined && b.eventsAppend !== null) call(vm, hold(vm, b.eventsAppend), [newTuple(vm, [entry[1], node])]);
}

export const wantsEvent = (b: Builder, event: EventName): boolean => b.eventsAppend !== null && b.events.some(([name]) => name === event);

export function handleStart(vm: Vm, b: Builder, tag: Value, attrib: PyDict | null): Value {
  flush(vm, b);
  const node = b.elementFactory === null ? newElement(vm, tag, attrib) : call(vm, hold(vm, b.elementFactory), [tag, attrib ?? newScopedDict(vm)]);
  setLastForTail(vm, b, null);
  const { current } = b;
  if (current !== None) addChild(vm, hold(vm, current), node);
  else {
    if (b.root !== null) throw newError(vm, parseError(vm), "multiple elements on top level");
    b.root = newRef(node);
  }
  b.stack.push(newRef(current));
  setCurrent(vm, b, node);
  setLast(vm, b, node);
  tell(vm, b, "start", node);
  return node;
}

export function handleData(_vm: Vm, b: Builder, data: Value): void {
  // What comes before the first element is no text.
  if (b.data.length === 0 && b.last === None) return;
  b.data.push(newRef(data));
}

export function handleEnd(vm: Vm, b: Builder): Value {
  flush(vm, b);
  if (b.stack.length === 0) throw indexError(vm, "pop from empty stack");
  const ended = hold(vm, b.current);
  setLast(vm, b, ended);
  setLastForTail(vm, b, ended);
  const outer = b.stack.pop()!;
  const old = b.current;
  b.current = outer;
  drop(vm, old);
  tell(vm, b, "end", ended);
  return ended;
}

function insert(vm: Vm, b: Builder, wanted: boolean, node: Value): void {
  if (!wanted || b.current === None) return;
  addChild(vm, hold(vm, b.current), node);
  setLastForTail(vm, b, node);
}

export function handleComment(vm: Vm, b: Builder, text: Value): Value {
  flush(vm, b);
  let comment = text;
  if (b.commentFactory !== null) {
    comment = call(vm, hold(vm, b.commentFactory), [text]);
    insert(vm, b, b.insertComments, comment);
  }
  tell(vm, b, "comment", comment);
  return comment;
}

export function handlePi(vm: Vm, b: Builder, target: Value, text: Value): Value {
  flush(vm, b);
  let pi: Value;
  if (b.piFactory === null) pi = newTuple(vm, [target, text]);
  else {
    pi = call(vm, hold(vm, b.piFactory), [target, text]);
    insert(vm, b, b.insertPis, pi);
  }
  tell(vm, b, "pi", pi);
  return pi;
}

export function handleNamespace(vm: Vm, b: Builder, event: "start-ns" | "end-ns", parcel: Value): void {
  tell(vm, b, event, parcel);
}

const initArguments = constructorArguments("TreeBuilder", "(element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)");

function init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [element, comment, pi, insertComments, insertPis] = initArguments(vm, args, kwnames) as (Value | undefined)[];
  const withComments = insertComments !== undefined && truth(vm, insertComments);
  const withPis = insertPis !== undefined && truth(vm, insertPis);
  const given = (v: Value | undefined): Value | null => (v === undefined || v === None ? null : v);
  const b = builderOf(self);
  const known = factories(vm);
  replace(vm, b, "elementFactory", given(element));
  replace(vm, b, "commentFactory", given(comment) ?? known.comment);
  replace(vm, b, "piFactory", given(pi) ?? known.pi);
  b.insertComments = withComments && b.commentFactory !== null;
  b.insertPis = withPis && b.piFactory !== null;
}

/** The builder that a parser makes for itself: as TreeBuilder.__new__ leaves it. */
export const newBuilder = (vm: Vm): Container => newSubclassInstance(vm, TreeBuilderType, fresh());

function references(b: Builder): Value[] {
  const { current, last, root, lastForTail, data, stack, elementFactory, commentFactory, piFactory, eventsAppend, events } = b;
  const maybe = [root, lastForTail, elementFactory, commentFactory, piFactory, eventsAppend].filter((v) => v !== null) as Value[];
  return [current, last, ...maybe, ...data, ...stack, ...events.map(([, value]) => value)];
}

/** Where a parser's events go from now on, by their names. */
export function setEvents(vm: Vm, b: Builder, append: Value, events: [EventName, Value][]): void {
  replace(vm, b, "eventsAppend", append);
  const old = b.events;
  for (const [, value] of events) newRef(value);
  b.events = events;
  for (const [, value] of old) drop(vm, value);
}

/** What close() answers. */
export const builtTree = (b: Builder): Value => b.root ?? None;

export const TreeBuilderType: TypeRec = defineType({
  name: "xml.etree.ElementTree.TreeBuilder",
  doc: null,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    data: D.method("data", (vm: Vm, self: Container, data: Value) => handleData(vm, builderOf(self), data)),
    start: D.method("start", (vm: Vm, self: Container, tag: Value, attrs: Value) => {
      if (!isDict(attrs)) throw typeError(vm, `start() argument 2 must be dict, not ${argumentName(attrs)}`);
      return handleStart(vm, builderOf(self), tag, attrs);
    }),
    end: D.method("end", (vm: Vm, self: Container, _tag: Value) => handleEnd(vm, builderOf(self))),
    comment: D.method("comment", (vm: Vm, self: Container, text: Value) => handleComment(vm, builderOf(self), text)),
    pi: D.method("pi", (vm: Vm, self: Container, target: Value, text: Value = None) => handlePi(vm, builderOf(self), target, text)),
    close: D.method("close", (_vm: Vm, self: Container) => builtTree(builderOf(self))),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, fresh()),
    tp_init: init,
    tp_traverse: (self: Container, visit) => references(builderOf(self)).forEach(visit),
    tp_clear: (vm, self: Container) => {
      const owned = references(builderOf(self));
      self.data = fresh();
      dropAll(vm, owned);
    },
  },
});
