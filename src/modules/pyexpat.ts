// pyexpat: parsers of XML with handlers in Python. Mirrors Modules/pyexpat.c over base/xml. See docs/modules.md.
import { type ContentModel, XML, XML_ERRORS, type XmlAttribute, type XmlEvent, type XmlEvents } from "../base/xml/events.ts";
import { XmlParser } from "../base/xml/parser.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import {
  argumentName, asBytesLike,
  asCInt,
  asDouble,
  call,
  callMethod,
  closeScope,
  Container,
  defineModule,
  defineType,
  dictGet,
  dictSet,
  dictSetText,
  drop,
  getAttrText,
  hasBuffer,
  hold,
  importModule,
  intern,
  isBigOrInt,
  isBytes,
  isDict,
  isStr,
  lookupAttrText,
  newModule,
  type ModuleSpec,
  moduleDict,
  newBytes,
  newDict,
  newError,
  newInt,
  newList,
  newRef,
  newScopedDict,
  newTuple,
  None,
  note,
  openScope,
  overflowError,
  type PyError,
  runtimeError,
  setAttrText,
  strFromJs,
  textOf,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  truth,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  False,
  True,
} from "../core/api.ts";
import { documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";
import { docs } from "./pyexpat-docs.generated.ts";

const D = documented("pyexpat", docs);
const T = documented("pyexpat.XMLParserType", docs);

/** Handlers by the parser's kind of event. */
const HANDLERS: readonly string[] = [
  "StartElementHandler",
  "EndElementHandler",
  "ProcessingInstructionHandler",
  "CharacterDataHandler",
  "UnparsedEntityDeclHandler",
  "NotationDeclHandler",
  "StartNamespaceDeclHandler",
  "EndNamespaceDeclHandler",
  "CommentHandler",
  "StartCdataSectionHandler",
  "EndCdataSectionHandler",
  "DefaultHandler",
  "DefaultHandlerExpand",
  "NotStandaloneHandler",
  "ExternalEntityRefHandler",
  "StartDoctypeDeclHandler",
  "EndDoctypeDeclHandler",
  "EntityDeclHandler",
  "XmlDeclHandler",
  "ElementDeclHandler",
  "AttlistDeclHandler",
  "SkippedEntityHandler",
];
const READ_SIZE = 2048;
const BUFFER_SIZE = 8192;
const VERSION = [2, 7, 3] as const;
export const EXPAT_VERSION: string = VERSION.join(".");

interface Expat {
  parser: XmlParser;
  handlers: (Value | null)[];
  intern: Value | null;
  /** Text that waits for more; undefined without buffering. */
  buffered: string | undefined;
  bufferSize: number;
  ordered: boolean;
  specified: boolean;
  inHandler: boolean;
}

const expatOf = (self: Value): Expat => (self as Container).data as Expat;
export const expatError = (vm: Vm): TypeRec => exceptionClass(vm, "xml.parsers.expat", "ExpatError");
const messageOf = (code: number): string => XML_ERRORS[code - 1]?.[1] ?? "unknown error";

function parserError(vm: Vm, { parser }: Expat): PyError {
  const { error, line, column } = parser;
  const made = newError(vm, expatError(vm), `${messageOf(error)}: line ${line}, column ${column}`);
  setAttrText(vm, made.exc, "code", error);
  setAttrText(vm, made.exc, "offset", column);
  setAttrText(vm, made.exc, "lineno", line);
  return made;
}

/** The one string for a name that comes often. */
function interned(vm: Vm, expat: Expat, text: string): Value {
  const made = strFromJs(text);
  const { intern } = expat;
  if (intern === null || !isDict(intern)) return made;
  const found = dictGet(vm, intern, made);
  if (found !== undefined) return found;
  dictSet(vm, intern, made, made);
  return made;
}

function modelValue(vm: Vm, expat: Expat, [type, quantifier, name, children]: ContentModel): Value {
  return newTuple(vm, [type, quantifier, name === null ? None : interned(vm, expat, name), newTuple(vm, children.map((child) => modelValue(vm, expat, child)))]);
}

function attributesValue(vm: Vm, expat: Expat, attributes: readonly XmlAttribute[]): Value {
  const shown = expat.specified ? attributes.filter((attribute) => attribute.given) : attributes;
  if (expat.ordered) return newList(vm, shown.flatMap(({ name, value }) => [interned(vm, expat, name), strFromJs(value)]));
  const dict = newScopedDict(vm);
  for (const { name, value } of shown) dictSet(vm, dict, interned(vm, expat, name), strFromJs(value));
  return dict;
}

function flush(vm: Vm, expat: Expat): void {
  const text = expat.buffered;
  if (text === undefined || text === "") return;
  expat.buffered = "";
  callHandler(vm, expat, XML.characterData, [strFromJs(text)]);
}

function callHandler(vm: Vm, expat: Expat, kind: XmlEvent, args: readonly Value[]): Value {
  const handler = expat.handlers[kind];
  if (handler === null || handler === undefined) return None;
  expat.inHandler = true;
  try {
    return call(vm, hold(vm, handler), args);
  } finally {
    expat.inHandler = false;
  }
}

/** Between the parser and the handlers for one call. */
class Listener implements XmlEvents {
  private readonly vm: Vm;
  private readonly self: Container;

  constructor(vm: Vm, self: Container) {
    this.vm = vm;
    this.self = self;
  }

  wants(kind: XmlEvent): boolean {
    return expatOf(this.self).handlers[kind] !== null;
  }

  send(kind: XmlEvent, ...args: unknown[]): number {
    const { vm } = this;
    const expat = expatOf(this.self);
    const mark = openScope(vm);
    try {
      if (kind === XML.characterData && expat.buffered !== undefined) {
        const text = args[0] as string;
        if (expat.buffered.length + text.length > expat.bufferSize) {
          flush(vm, expat);
          if (expat.handlers[kind] === null) return 1;
        }
        if (text.length > expat.bufferSize) callHandler(vm, expat, kind, [strFromJs(text)]);
        else expat.buffered += text;
        return 1;
      }
      flush(vm, expat);
      const values = args.map((arg, at) => this.value(kind, at, arg));
      const answer = callHandler(vm, expat, kind, values);
      return kind === XML.externalEntityRef || kind === XML.notStandalone ? asCInt(vm, answer) : 1;
    } catch (error) {
      // Nothing is told any more after an exception.
      expat.handlers.forEach((handler, at) => {
        expat.handlers[at] = null;
        if (handler !== null) drop(vm, handler);
      });
      throw error;
    } finally {
      closeScope(vm, mark);
    }
  }

  private value(kind: XmlEvent, at: number, arg: unknown): Value {
    const { vm } = this;
    const expat = expatOf(this.self);
    if (typeof arg === "number") return arg;
    if (arg === null) return None;
    if (typeof arg !== "string") return kind === XML.elementDecl ? modelValue(vm, expat, arg as ContentModel) : attributesValue(vm, expat, arg as XmlAttribute[]);
    const plain = kind === XML.characterData || kind === XML.default || kind === XML.defaultExpand || kind === XML.comment || (kind === XML.processingInstruction && at === 1);
    return plain ? strFromJs(arg) : interned(vm, expat, arg);
  }

  encoding(name: string): readonly string[] | undefined {
    return unknownEncoding(this.vm, name);
  }
}

/** The characters of an encoding of single bytes that only Python knows. */
export function unknownEncoding(vm: Vm, name: string): readonly string[] {
  const bytes = newBytes(Uint8Array.from({ length: 256 }, (_, i) => i));
  const text = textOf(callMethod(vm, bytes, intern(vm, "decode"), [strFromJs(name), strFromJs("replace")]) as never);
  const characters = [...text];
  if (characters.length !== 256) throw valueError(vm, "multi-byte encodings are not supported");
  return characters.map((c) => (c === "\ufffd" ? "\uffff" : c));
}

function parse(vm: Vm, self: Container, bytes: Uint8Array, final: boolean): Value {
  const expat = expatOf(self);
  if (expat.inHandler) throw newError(vm, expatError(vm), "parser called while a handler runs");
  const code = expat.parser.parse(new Listener(vm, self), bytes, final);
  if (code !== 0) {
    flush(vm, expat);
    throw parserError(vm, expat);
  }
  flush(vm, expat);
  return 1;
}

function Parse(vm: Vm, self: Container, data: Value, isfinal?: Value): Value {
  const final = isfinal !== undefined && truth(vm, isfinal);
  if (isStr(data)) {
    expatOf(self).parser.forceUtf8();
    return parse(vm, self, encodeUtf8(textOf(data)), final);
  }
  if (!hasBuffer(data)) throw typeError(vm, `a bytes-like object is required, not '${typeName(data)}'`);
  return parse(vm, self, asBytesLike(vm, data).slice(), final);
}

function ParseFile(vm: Vm, self: Container, file: Value): Value {
  if (lookupAttrText(vm, file, "read") === undefined) throw typeError(vm, "argument must have 'read' attribute");
  for (;;) {
    const mark = openScope(vm);
    try {
      const got = callMethod(vm, file, intern(vm, "read"), [READ_SIZE]);
      if (!isBytes(got) && (typeof got === "number" || got.type.name !== "bytearray")) throw typeError(vm, `read() did not return a bytes object (type=${typeName(got)})`);
      const bytes = asBytesLike(vm, got).slice();
      parse(vm, self, bytes, bytes.length === 0);
      if (bytes.length === 0) return 1;
    } finally {
      closeScope(vm, mark);
    }
  }
}

function setHandler(kind: number) {
  return (vm: Vm, self: Container, value: Value | undefined): void => {
    if (value === undefined) throw runtimeError(vm, "Cannot delete attribute");
    const expat = expatOf(self);
    // Text that waits belongs to the handler it was collected for.
    if (kind === XML.characterData) flush(vm, expat);
    const before = expat.handlers[kind];
    expat.handlers[kind] = value === None ? null : newRef(value);
    if (before !== null && before !== undefined) drop(vm, before);
  };
}

function setFlag(set: (expat: Expat, on: boolean, vm: Vm) => void) {
  return (vm: Vm, self: Container, value: Value | undefined): void => {
    if (value === undefined) throw runtimeError(vm, "Cannot delete attribute");
    set(expatOf(self), truth(vm, value), vm);
  };
}

function setBufferSize(vm: Vm, self: Container, value: Value | undefined): void {
  if (value === undefined) throw runtimeError(vm, "Cannot delete attribute");
  if (!isBigOrInt(value)) throw typeError(vm, "buffer_size must be an integer");
  const size = typeof value === "number" ? value : Infinity;
  if (size <= 0) throw valueError(vm, "buffer_size must be greater than zero");
  if (size > 0x7fffffff) throw valueError(vm, "buffer_size must not be greater than 2147483647");
  const expat = expatOf(self);
  flush(vm, expat);
  expat.bufferSize = size;
}

function newParser(vm: Vm, parser: XmlParser, intern: Value | null): Container {
  const data: Expat = { parser, handlers: HANDLERS.map(() => null), intern: intern === null ? null : newRef(intern), buffered: undefined, bufferSize: BUFFER_SIZE, ordered: false, specified: false, inHandler: false };
  const made = new Container(ParserType, data, null);
  track(vm, made);
  return note(vm, made);
}

function ParserCreate(vm: Vm, encoding?: Value, separator?: Value, shared?: Value): Value {
  if (encoding !== undefined && encoding !== None && !isStr(encoding)) throw typeError(vm, `ParserCreate() argument 'encoding' must be str or None, not ${argumentName(encoding)}`);
  if (separator !== undefined && separator !== None && !isStr(separator)) throw typeError(vm, `ParserCreate() argument 'namespace_separator' must be str or None, not ${argumentName(separator)}`);
  const between = separator === undefined || separator === None ? undefined : textOf(separator as never);
  if (between !== undefined && between.length > 1) throw valueError(vm, "namespace_separator must be at most one character, omitted, or None");
  let names: Value | null = null;
  if (shared === undefined) names = note(vm, newDict());
  else if (shared !== None) {
    if (!isDict(shared)) throw typeError(vm, "intern must be a dictionary");
    names = shared;
  }
  return newParser(vm, new XmlParser({ encoding: encoding === undefined || encoding === None ? null : textOf(encoding as never), separator: between }), names);
}

function ExternalEntityParserCreate(vm: Vm, self: Container, context: Value, encoding?: Value): Value {
  if (context !== None && !isStr(context)) throw typeError(vm, `ExternalEntityParserCreate() argument 1 must be str or None, not ${argumentName(context)}`);
  if (encoding !== undefined && !isStr(encoding)) throw typeError(vm, `ExternalEntityParserCreate() argument 2 must be str, not ${argumentName(encoding)}`);
  const expat = expatOf(self);
  const made = newParser(vm, expat.parser.child(context === None ? null : textOf(context as never), encoding === undefined ? null : textOf(encoding as never)), expat.intern);
  const child = expatOf(made);
  child.handlers = expat.handlers.map((handler) => (handler === null ? null : newRef(handler)));
  child.buffered = expat.buffered === undefined ? undefined : "";
  child.bufferSize = expat.bufferSize;
  child.ordered = expat.ordered;
  child.specified = expat.specified;
  return made;
}

function needRoot(vm: Vm, self: Container): void {
  if (expatOf(self).parser.external !== undefined) throw newError(vm, expatError(vm), "parser must be a root parser");
}

function factor(vm: Vm, self: Container, v: Value): void {
  const value = asDouble(vm, v);
  needRoot(vm, self);
  if (!(value >= 1)) throw newError(vm, expatError(vm), "'max_factor' must be at least 1.0");
  expatOf(self).parser.maxAmplification = value;
}

function threshold(vm: Vm, v: Value): number {
  if (!isBigOrInt(v)) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer`);
  if (typeof v !== "number") throw overflowError(vm, "Python int too large to convert to C unsigned long long");
  if (v < 0) throw valueError(vm, "Cannot convert negative int");
  return v;
}

const flag = (on: boolean): Value => (on ? True : False);
const place = (get: (parser: XmlParser) => number) => T.member("", (_vm, self) => newInt(get(expatOf(self).parser)));

const ParserType: TypeRec = defineType({
  name: "pyexpat.xmlparser",
  doc: D.doc("XMLParserType"),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    Parse: T.method("Parse", Parse),
    ParseFile: T.method("ParseFile", ParseFile),
    SetBase: T.method("SetBase", (vm: Vm, self: Container, base: Value) => {
      if (!isStr(base)) throw typeError(vm, `SetBase() argument must be str, not ${argumentName(base)}`);
      expatOf(self).parser.base = textOf(base);
    }),
    GetBase: T.method("GetBase", (_vm: Vm, self: Container) => {
      const { base } = expatOf(self).parser;
      return base === null ? None : strFromJs(base);
    }),
    GetInputContext: T.method("GetInputContext", (_vm: Vm, self: Container) => {
      const { inHandler, parser } = expatOf(self);
      const { rest } = parser;
      return !inHandler || rest === undefined ? None : newBytes(encodeUtf8(rest));
    }),
    ExternalEntityParserCreate: T.method("ExternalEntityParserCreate", ExternalEntityParserCreate, "($self, context, encoding=None, /)"),
    SetParamEntityParsing: T.method("SetParamEntityParsing", (vm: Vm, self: Container, v: Value) => {
      const { parser } = expatOf(self);
      const wanted = asCInt(vm, v);
      if (parser.started) return 0;
      parser.paramEntityParsing = wanted;
      return 1;
    }),
    UseForeignDTD: T.method("UseForeignDTD", (vm: Vm, self: Container, v?: Value) => {
      const { parser } = expatOf(self);
      if (parser.started) {
        parser.error = 26;
        throw parserError(vm, expatOf(self));
      }
      parser.foreignDtd = v === undefined || truth(vm, v);
    }),
    GetReparseDeferralEnabled: T.method("GetReparseDeferralEnabled", (_vm: Vm, self: Container) => flag(expatOf(self).parser.deferral)),
    SetReparseDeferralEnabled: T.method("SetReparseDeferralEnabled", (vm: Vm, self: Container, v: Value) => {
      expatOf(self).parser.deferral = truth(vm, v);
    }),
    SetBillionLaughsAttackProtectionMaximumAmplification: T.method("SetBillionLaughsAttackProtectionMaximumAmplification", factor),
    SetBillionLaughsAttackProtectionActivationThreshold: T.method("SetBillionLaughsAttackProtectionActivationThreshold", (vm: Vm, self: Container, v: Value) => {
      const limit = threshold(vm, v);
      needRoot(vm, self);
      expatOf(self).parser.amplificationFrom = limit;
    }),
  },
  getset: {
    ...Object.fromEntries(HANDLERS.map((name, kind) => [name, T.getset(name, (_vm, self) => expatOf(self).handlers[kind] ?? None, setHandler(kind))])),
    intern: T.member("intern", (_vm, self) => expatOf(self).intern ?? None),
    buffer_text: T.getset(
      "buffer_text",
      (_vm, self) => flag(expatOf(self).buffered !== undefined),
      setFlag((expat, on, vm) => {
        if (on) expat.buffered ??= "";
        else {
          flush(vm, expat);
          expat.buffered = undefined;
        }
      }),
    ),
    buffer_size: T.getset("buffer_size", (_vm, self) => expatOf(self).bufferSize, setBufferSize),
    buffer_used: T.getset("buffer_used", (_vm, self) => encodeUtf8(expatOf(self).buffered ?? "").length),
    namespace_prefixes: T.getset("namespace_prefixes", (_vm, self) => flag(expatOf(self).parser.triplets), setFlag((expat, on) => (expat.parser.triplets = on))),
    ordered_attributes: T.getset("ordered_attributes", (_vm, self) => flag(expatOf(self).ordered), setFlag((expat, on) => (expat.ordered = on))),
    specified_attributes: T.getset("specified_attributes", (_vm, self) => flag(expatOf(self).specified), setFlag((expat, on) => (expat.specified = on))),
    ErrorCode: place((parser) => parser.error),
    ErrorLineNumber: place((parser) => parser.line),
    ErrorColumnNumber: place((parser) => parser.column),
    ErrorByteIndex: place((parser) => parser.byteIndex),
    CurrentLineNumber: place((parser) => parser.line),
    CurrentColumnNumber: place((parser) => parser.column),
    CurrentByteIndex: place((parser) => parser.byteIndex),
  },
  slots: {
    tp_traverse: (self: Container, visit) => {
      const { handlers, intern } = expatOf(self);
      for (const handler of handlers) if (handler !== null) visit(handler);
      if (intern !== null) visit(intern);
    },
    tp_clear: (vm, self: Container) => {
      const expat = expatOf(self);
      const { handlers, intern } = expat;
      expat.handlers = HANDLERS.map(() => null);
      expat.intern = null;
      for (const handler of handlers) if (handler !== null) drop(vm, handler);
      if (intern !== null) drop(vm, intern);
    },
  },
});

/** A module inside this one, also found by import. */
function inner(vm: Vm, dict: Container, name: string, doc: string, fill: (set: (key: string, value: Value) => void) => void): void {
  const made = newModule(vm, `pyexpat.${name}`);
  const inside = moduleDict(made);
  dictSetText(vm, inside, "__doc__", strFromJs(doc));
  fill((key, value) => dictSetText(vm, inside, key, value));
  dictSetText(vm, dict as never, name, made);
  dictSetText(vm, getAttrText(vm, importModule(vm, "sys", None, None, 0), "modules") as never, `pyexpat.${name}`, made);
}

const MODEL = { XML_CTYPE_EMPTY: 1, XML_CTYPE_ANY: 2, XML_CTYPE_MIXED: 3, XML_CTYPE_NAME: 4, XML_CTYPE_CHOICE: 5, XML_CTYPE_SEQ: 6, XML_CQUANT_NONE: 0, XML_CQUANT_OPT: 1, XML_CQUANT_REP: 2, XML_CQUANT_PLUS: 3 };
const FEATURES: readonly (readonly [string, number])[] = [["sizeof(XML_Char)", 1], ["sizeof(XML_LChar)", 1], ["XML_DTD", 0], ["XML_CONTEXT_BYTES", 1024], ["XML_NS", 0], ["XML_BLAP_MAX_AMP", 100], ["XML_BLAP_ACT_THRES", 8388608], ["XML_GE", 0]];

export const pyexpatModule: ModuleSpec = defineModule({
  name: "pyexpat",
  doc: D.doc(""),
  functions: {
    ParserCreate: D.func("ParserCreate", ParserCreate, "($module, /, encoding=None, namespace_separator=None, intern=None)"),
    ErrorString: D.func("ErrorString", (vm: Vm, code: Value) => {
      const message = XML_ERRORS[asCInt(vm, code) - 1];
      return message === undefined ? None : strFromJs(message[1]);
    }),
  },
  types: { XMLParserType: ParserType },
  attributes: {
    ExpatError: (vm) => expatError(vm).obj,
    error: (vm) => expatError(vm).obj,
    EXPAT_VERSION: () => strFromJs(`expat_${VERSION.join(".")}`),
    version_info: (vm) => newTuple(vm, [...VERSION]),
    native_encoding: () => strFromJs("UTF-8"),
    features: (vm) => newList(vm, FEATURES.map(([name, value]) => newTuple(vm, [strFromJs(name), value]))),
    XML_PARAM_ENTITY_PARSING_NEVER: () => 0,
    XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: () => 1,
    XML_PARAM_ENTITY_PARSING_ALWAYS: () => 2,
  },
  exec: (vm, dict) => {
    inner(vm, dict, "errors", "Constants used to describe error conditions.", (set) => {
      const codes = newScopedDict(vm);
      const messages = newScopedDict(vm);
      XML_ERRORS.forEach(([name, message], at) => {
        set(`XML_ERROR_${name}`, strFromJs(message));
        dictSetText(vm, codes, message, at + 1);
        dictSet(vm, messages, at + 1, strFromJs(message));
      });
      set("codes", codes);
      set("messages", messages);
    });
    inner(vm, dict, "model", "Constants used to interpret content model information.", (set) => {
      for (const [name, value] of Object.entries(MODEL)) set(name, value);
    });
  },
});
