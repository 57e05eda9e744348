// XMLParser: feeds what the XML parser finds to a builder or to any other target. Mirrors the parser type of Modules/_elementtree.c. See docs/modules.md.
import { type XmlAttribute, XML, XML_ERRORS, type XmlEvent, type XmlEvents } from "../../base/xml/events.ts";
import { XmlParser } from "../../base/xml/parser.ts";
import {
  argumentName,
  asBytesLike,
  call,
  callMethod,
  closeScope,
  collectItems,
  type Container,
  defineType,
  dictGet,
  dictSet,
  drop,
  dropError,
  exc,
  getAttrText,
  getIter,
  hasBuffer,
  hold,
  intern,
  isBytes,
  isExactStr,
  isStr,
  lookupAttrText,
  matches,
  newDict,
  newError,
  newRef,
  newScopedDict,
  newSubclassInstance,
  newTuple,
  None,
  noteOwned,
  openScope,
  type PyDict,
  PyError,
  type PyStr,
  setAttrText,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  warn,
} from "../../core/api.ts";
import { textLength, type Text } from "../../base/text.ts";
import { constructorArguments, documented } from "../documented.ts";
import { EXPAT_VERSION, unknownEncoding } from "../pyexpat.ts";
import { type Builder, builderOf, builtTree, type EventName, handleComment, handleData, handleEnd, handleNamespace, handlePi, handleStart, newBuilder, parseError, setEvents, TreeBuilderType, wantsEvent } from "./builder.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_elementtree.XMLParser", docs);

const METHODS = ["start_ns", "end_ns", "start", "data", "end", "comment", "pi", "close", "doctype"] as const;
type Method = (typeof METHODS)[number];

interface Parser {
  parser: XmlParser;
  target: Value;
  entity: PyDict;
  /** The target's methods, those it has. */
  handlers: Partial<Record<Method, Value>>;
  namespaces: boolean;
  comments: boolean;
  pis: boolean;
}

const parserOf = (self: Container): Parser | null => self.data as Parser | null;

function checked(vm: Vm, self: Container): Parser {
  const state = parserOf(self);
  if (state === null) throw valueError(vm, "XMLParser.__init__() wasn't called");
  return state;
}

/** The target's builder, where it is no subclass. */
const builderIn = ({ target }: Parser): Builder | null => (typeof target !== "number" && target.type === TreeBuilderType ? builderOf(target as Container) : null);

function errorAt(vm: Vm, code: number, line: number, column: number, message: string): PyError {
  const error = newError(vm, parseError(vm), `${message}: line ${line}, column ${column}`);
  setAttrText(vm, error.exc, "code", code);
  setAttrText(vm, error.exc, "position", newTuple(vm, [line, column]));
  return error;
}

/** Between the parser and the target for one call. After an error nothing more is told. */
class Listener implements XmlEvents {
  readonly vm: Vm;
  readonly self: Container;
  readonly state: Parser;
  readonly builder: Builder | null;
  /** Names that came: each becomes one str, which this owns. */
  readonly names = new Map<string, Value>();
  failure: unknown = undefined;

  constructor(vm: Vm, self: Container, state: Parser) {
    this.vm = vm;
    this.self = self;
    this.state = state;
    this.builder = builderIn(state);
  }

  wants(kind: XmlEvent): boolean {
    switch (kind) {
      case XML.startElement: case XML.endElement: case XML.characterData: case XML.defaultExpand: case XML.startDoctypeDecl:
        return true;
      case XML.startNamespaceDecl: case XML.endNamespaceDecl:
        return this.state.namespaces;
      case XML.comment:
        return this.state.comments;
      case XML.processingInstruction:
        return this.state.pis;
      default:
        return false;
    }
  }

  send(kind: XmlEvent, ...args: unknown[]): number {
    if (this.failure !== undefined) return 1;
    const { vm } = this;
    const mark = openScope(vm);
    try {
      this.told(kind, args);
    } catch (error) {
      this.failure = error;
    }
    closeScope(vm, mark);
    return 1;
  }

  encoding(name: string): readonly string[] | undefined {
    return unknownEncoding(this.vm, name);
  }

  /** "{uri}name" of a name with a namespace. */
  name(text: string): Value {
    let value = this.names.get(text);
    if (value === undefined) {
      value = newRef(strFromJs(text.includes("}") ? `{${text}` : text));
      this.names.set(text, value);
    }
    return value;
  }

  release(): void {
    for (const value of this.names.values()) drop(this.vm, value);
  }

  private handle(method: Method, args: readonly Value[]): void {
    const handler = this.state.handlers[method];
    if (handler !== undefined) call(this.vm, hold(this.vm, handler), args);
  }

  private told(kind: XmlEvent, args: readonly unknown[]): void {
    const { builder, vm } = this;
    switch (kind) {
      case XML.startElement: {
        const attributes = args[1] as readonly XmlAttribute[];
        let attrib: PyDict | null = null;
        if (attributes.length > 0) {
          attrib = newScopedDict(vm);
          for (const { name, value } of attributes) dictSet(vm, attrib, this.name(name), strFromJs(value));
        }
        const tag = this.name(args[0] as string);
        if (builder !== null) handleStart(vm, builder, tag, attrib);
        else this.handle("start", [tag, attrib ?? newScopedDict(vm)]);
        return;
      }
      case XML.endElement:
        if (builder !== null) handleEnd(vm, builder);
        else this.handle("end", [this.name(args[0] as string)]);
        return;
      case XML.characterData:
        this.data(strFromJs(args[0] as string));
        return;
      case XML.defaultExpand:
        this.entity(args[0] as string);
        return;
      case XML.startNamespaceDecl: {
        const prefix = strFromJs((args[0] as string | null) ?? "");
        const uri = strFromJs((args[1] as string | null) ?? "");
        if (builder === null) this.handle("start_ns", [prefix, uri]);
        else if (wantsEvent(builder, "start-ns")) handleNamespace(vm, builder, "start-ns", newTuple(vm, [prefix, uri]));
        return;
      }
      case XML.endNamespaceDecl:
        if (builder === null) this.handle("end_ns", [strFromJs((args[0] as string | null) ?? "")]);
        else handleNamespace(vm, builder, "end-ns", None);
        return;
      case XML.comment:
        if (builder !== null) handleComment(vm, builder, strFromJs(args[0] as string));
        else this.handle("comment", [strFromJs(args[0] as string)]);
        return;
      case XML.processingInstruction: {
        const pi = [strFromJs(args[0] as string), strFromJs(args[1] as string)] as const;
        if (builder === null) this.handle("pi", pi);
        else if (wantsEvent(builder, "pi") || builder.insertPis) handlePi(vm, builder, pi[0], pi[1]);
        return;
      }
      case XML.startDoctypeDecl:
        this.doctype(args as readonly (string | null)[]);
    }
  }

  private data(text: Value): void {
    if (this.builder !== null) handleData(this.vm, this.builder, text);
    else this.handle("data", [text]);
  }

  /** What nothing else takes: references to entities are looked up. */
  private entity(text: string): void {
    const { vm } = this;
    if (text.length < 2 || text[0] !== "&") return;
    const value = dictGet(vm, this.state.entity, strFromJs(text.slice(1, -1)));
    if (value !== undefined) return this.data(hold(vm, value));
    const { line, column } = this.state.parser;
    throw errorAt(vm, 11, line, column, `undefined entity ${text.slice(0, 100)}`);
  }

  private doctype([name, system, pub]: readonly (string | null)[]): void {
    const { vm } = this;
    if (this.state.handlers.doctype !== undefined) {
      const shown = (text: string | null | undefined): Value => (text === null || text === undefined ? None : this.name(text));
      this.handle("doctype", [shown(name), shown(pub), shown(system)]);
    } else if (lookupAttrText(vm, this.self, "doctype") !== undefined) {
      warn(vm, "RuntimeWarning", "The doctype() method of XMLParser is ignored.  Define doctype() method on the TreeBuilder target.");
    }
  }
}

function parse(vm: Vm, self: Container, state: Parser, bytes: Uint8Array, final: boolean): void {
  const listener = new Listener(vm, self, state);
  const { parser } = state;
  let code: number;
  try {
    code = parser.parse(listener, bytes, final);
  } finally {
    listener.release();
  }
  if (listener.failure !== undefined) throw listener.failure;
  if (code !== 0) throw errorAt(vm, parser.error, parser.line, parser.column, XML_ERRORS[parser.error - 1]?.[1] ?? "unknown error");
}

const initArguments = constructorArguments("XMLParser", "(*, target=None, encoding=None)");

function init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const [given, encoding] = initArguments(vm, args, kwnames) as (Value | undefined)[];
  if (encoding !== undefined && encoding !== None && !isStr(encoding)) throw typeError(vm, `XMLParser() argument 'encoding' must be str or None, not ${argumentName(encoding)}`);
  const parser = new XmlParser({ encoding: encoding === undefined || encoding === None ? null : textOf(encoding as PyStr), separator: "}" });
  const target = given === undefined || given === None ? newBuilder(vm) : given;
  const handlers: Parser["handlers"] = {};
  for (const name of METHODS) {
    const handler = lookupAttrText(vm, target, name);
    if (handler !== undefined) handlers[name] = newRef(handler);
  }
  const old = parserOf(self);
  self.data = {
    parser,
    target: newRef(target),
    entity: newDict(),
    handlers,
    namespaces: handlers.start_ns !== undefined || handlers.end_ns !== undefined,
    comments: handlers.comment !== undefined,
    pis: handlers.pi !== undefined,
  } satisfies Parser;
  if (old !== null) for (const value of references(old)) drop(vm, value);
}

const references = ({ entity, handlers, target }: Parser): Value[] => [target, entity, ...(Object.values(handlers) as Value[])];

function feed(vm: Vm, self: Container, data: Value): void {
  const state = checked(vm, self);
  if (isStr(data)) {
    const bytes = callMethod(vm, data, intern(vm, "encode"), []);
    state.parser.forceUtf8();
    parse(vm, self, state, asBytesLike(vm, bytes), false);
  } else {
    if (!hasBuffer(data)) throw typeError(vm, `a bytes-like object is required, not '${typeName(data)}'`);
    parse(vm, self, state, asBytesLike(vm, data).slice(), false);
  }
}

function close(vm: Vm, self: Container): Value {
  const state = checked(vm, self);
  parse(vm, self, state, new Uint8Array(), true);
  const builder = builderIn(state);
  if (builder !== null) return builtTree(builder);
  const { close: handler } = state.handlers;
  return handler === undefined ? None : call(vm, hold(vm, handler), []);
}

function parseWhole(vm: Vm, self: Container, file: Value): Value {
  const state = checked(vm, self);
  const read = getAttrText(vm, file, "read");
  for (let more = true; more; ) {
    const mark = openScope(vm);
    let got = call(vm, read, [65536]);
    if (isExactStr(got) && textLength(got.data as Text) > 0) {
      state.parser.forceUtf8();
      got = callMethod(vm, got, intern(vm, "encode"), [strFromJs("utf-8"), strFromJs("surrogatepass")]);
    }
    const bytes = isBytes(got) ? asBytesLike(vm, got) : undefined;
    more = bytes !== undefined && bytes.length > 0;
    if (more) parse(vm, self, state, bytes!, false);
    closeScope(vm, mark);
  }
  parse(vm, self, state, new Uint8Array(), true);
  const builder = builderIn(state);
  return builder === null ? None : builtTree(builder);
}

function eventNames(vm: Vm, v: Value): Value[] {
  try {
    const items = collectItems(vm, getIter(vm, v));
    for (const item of items) noteOwned(vm, item);
    return items;
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, "events must be a sequence");
  }
}

function setEventQueue(vm: Vm, self: Container, queue: Value, wanted: Value = None): void {
  const state = checked(vm, self);
  const builder = builderIn(state);
  if (builder === null) throw typeError(vm, "event handling only supported for ElementTree.TreeBuilder targets");
  const append = getAttrText(vm, queue, "append");
  setEvents(vm, builder, append, []);
  if (wanted === None) return setEvents(vm, builder, append, [["end", strFromJs("end")]]);
  const events: [EventName, Value][] = [];
  const put = (): void => setEvents(vm, builder, append, events.slice());
  for (const item of eventNames(vm, wanted)) {
    if (!isStr(item) && !isBytes(item)) {
      put();
      throw valueError(vm, "invalid events sequence");
    }
    const name = isStr(item) ? textOf(item) : String.fromCharCode(...asBytesLike(vm, item));
    switch (name) {
      case "start": case "end":
        break;
      case "start-ns": case "end-ns":
        state.namespaces = true;
        break;
      case "comment":
        state.comments = true;
        break;
      case "pi":
        state.pis = true;
        break;
      default:
        put();
        throw valueError(vm, `unknown event '${name}'`);
    }
    const at = events.findIndex(([known]) => known === name);
    if (at >= 0) events.splice(at, 1);
    events.push([name, item]);
  }
  put();
}

export const XMLParserType: TypeRec = defineType({
  name: "xml.etree.ElementTree.XMLParser",
  doc: null,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    feed: D.method("feed", feed),
    close: D.method("close", close),
    flush: D.method("flush", (vm: Vm, self: Container) => {
      const state = checked(vm, self);
      state.parser.deferral = false;
      try {
        parse(vm, self, state, new Uint8Array(), false);
      } finally {
        state.parser.deferral = true;
      }
    }),
    _parse_whole: D.method("_parse_whole", parseWhole),
    _setevents: D.method("_setevents", setEventQueue),
  },
  getset: {
    entity: D.member("entity", (_vm, self) => parserOf(self as Container)?.entity ?? None),
    target: D.member("target", (_vm, self) => parserOf(self as Container)?.target ?? None),
    version: D.getset("version", () => strFromJs(`Expat ${EXPAT_VERSION}`)),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, null),
    tp_init: init,
    tp_traverse: (self: Container, visit) => {
      const state = parserOf(self);
      if (state !== null) references(state).forEach(visit);
    },
    tp_clear: (vm, self: Container) => {
      const state = parserOf(self);
      self.data = null;
      if (state !== null) for (const value of references(state)) drop(vm, value);
    },
  },
});
