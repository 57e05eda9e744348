// The exception hierarchy. Mirrors Objects/exceptions.c. See docs/types.md.
import { addNoteTo } from "./exception-notes.ts";
import { setState } from "../core/pickle-support.ts";
import { listOf } from "../core/dir.ts";
import { setDict } from "./slot-member.ts";
import { genericGetAttr, genericSetAttr, instanceDict } from "../core/attribute.ts";
import { nearestName } from "../base/suggest.ts";
import { asIndex, asSsize, repr, reprText, str } from "../core/convert.ts";
import type { NativeDef } from "../core/native-def.ts";
import { defineType, getset, type GetSet, member, method } from "../core/define.ts";
import { attributeError, typeError } from "../core/errors.ts";
import { Container, type Ext, K_EXCEPTION, type PyStr, type PyTuple, TPFLAGS_BASE_EXC_SUBCLASS, TPFLAGS_BASETYPE, TPFLAGS_HEAPTYPE, TPFLAGS_LONG_SUBCLASS, type TypeRec, type Value } from "../core/object.ts";
import { isType, recOf, shortName, typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, dropMaybe, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { dictCopy, dictSetText, newScopedDict } from "./dict/dict-object.ts";
import { None } from "./none.ts";
import { newStr, strFromJs, textOf, isStr } from "./str/str-object.ts";
import { emptyTuple, isTuple, newTuple, tupleOfOwned } from "./tuple.ts";

/** Payload of every exception; all fields own. `fields` holds what a subtype adds (errno, name, value, ...), by name. */
export class ExcData {
  args: PyTuple;
  traceback: Container | null = null;
  context: Container | null = null;
  cause: Container | null = null;
  suppressContext = false;
  fields: Record<string, Value | undefined> | null = null;
  constructor(args: PyTuple) {
    this.args = args;
  }
}

const data = (self: Container): ExcData => self.data as ExcData;

/** What BaseException.__new__ makes of (borrowed) arguments; the caller owns it. */
export function newPlainException(vm: Vm, type: TypeRec, args: Value[]): Container {
  for (let i = 0; i < args.length; i++) incref(args[i]!);
  const tuple = tupleOfOwned(vm, args);
  if (args.length === 0) incref(tuple);
  const e = new Container(type, new ExcData(tuple), null);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  track(vm, e);
  return e;
}

/** Does calling the class make what newException() makes? */
export function isPlainException(type: TypeRec): boolean {
  return type.tp_new === base_new && type.tp_init === base_init;
}

/** An exception with these (borrowed) arguments, as its class's constructor without __init__ overrides would make it; the caller owns it. */
export function newException(vm: Vm, type: TypeRec, args: Value[]): Container {
  const e = newPlainException(vm, type, args);
  const init = initFields.get(nativeBase(type));
  if (init === undefined) return e;
  try {
    init(vm, e, args, null);
  } catch (error) {
    drop(vm, e);
    throw error;
  }
  return e;
}

/** The static exception type that a class derives from. */
function nativeBase(type: TypeRec): TypeRec {
  let t = type;
  while ((t.flags & TPFLAGS_HEAPTYPE) !== 0) t = t.base!;
  return t;
}

export function isException(v: Value): v is Container {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
}

/** Is it a class of exceptions? */
export function isExceptionClass(v: Value): boolean {
  return isType(v) && (recOf(v).flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
}

/** Sets a field of an exception, counting. */
export function setExcField(vm: Vm, e: Container, name: string, value: Value | undefined): void {
  const fields = (data(e).fields ??= Object.create(null) as Record<string, Value | undefined>);
  if (value !== undefined) incref(value);
  const old = fields[name];
  fields[name] = value;
  dropMaybe(vm, old);
}

export function excField(e: Container, name: string): Value | undefined {
  return data(e).fields?.[name];
}

/** `name` and `obj` of AttributeError and NameError. */
export function setNameAndObject(e: Container, name: Value, object: Value | undefined): void {
  const fields = (data(e).fields ??= Object.create(null) as Record<string, Value | undefined>);
  incref(name);
  fields["name"] = name;
  if (object !== undefined) {
    incref(object);
    fields["obj"] = object;
  }
}

/** Replaces an owned exception-or-null field; takes over the count of `value`. */
export function setOwned(vm: Vm, e: Container, field: "traceback" | "context" | "cause", value: Container | null): void {
  const old = data(e)[field];
  data(e)[field] = value;
  dropMaybe(vm, old);
}

/** Keyword arguments are checked by base_init, except for inits that take some themselves. */
type Init = ((vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null) => void) & { readonly keywords?: boolean };
/** What the __init__ of native exception types does with the arguments. */
const initFields = new Map<TypeRec, Init>();

function base_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const positional = args.slice(0, args.length - (kwnames?.length ?? 0));
  for (const v of positional) incref(v);
  const tuple = tupleOfOwned(vm, positional);
  if (positional.length === 0) incref(tuple);
  const e = new Container(type, new ExcData(tuple), null);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  track(vm, e);
  return note(vm, e);
}

function base_init(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  const init = initFields.get(nativeBase(self.type));
  if (init?.keywords !== true) noKeywords(vm, self.type, kwnames);
  const known = data(self).args.data as Value[];
  // __new__ has stored the same already, unless it was given others.
  let same = known.length === npos;
  for (let i = 0; same && i < npos; i++) same = known[i] === args[i];
  if (!same) setArgs(vm, self, args.slice(0, npos));
  if (init !== undefined) init(vm, self, args, kwnames);
}

function noKeywords(vm: Vm, type: TypeRec, kwnames: readonly PyStr[] | null): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, `${shortName(type)}() takes no keyword arguments`);
}

function setArgs(vm: Vm, self: Container, args: readonly Value[]): void {
  const tuple = newTuple(vm, args.slice());
  incref(tuple);
  const old = data(self).args;
  data(self).args = tuple;
  drop(vm, old);
}

function base_str(vm: Vm, self: Container): Value {
  const args = data(self).args.data as Value[];
  if (args.length === 0) return newStr("");
  return str(vm, args.length === 1 ? args[0]! : data(self).args);
}

function base_repr(vm: Vm, self: Container): Value {
  const args = data(self).args.data as Value[];
  const name = shortName(self.type);
  if (args.length === 1) return strFromJs(`${name}(${reprText(vm, args[0]!)})`);
  return strFromJs(name + reprText(vm, data(self).args));
}

function traverse(self: Container, visit: (v: Value) => void): void {
  const d = data(self);
  visit(d.args);
  if (d.traceback !== null) visit(d.traceback);
  if (d.context !== null) visit(d.context);
  if (d.cause !== null) visit(d.cause);
  if (d.fields !== null) for (const v of Object.values(d.fields)) if (v !== undefined) visit(v);
}

function clear(vm: Vm, self: Container): void {
  const d = data(self);
  const { args, traceback, cause, context, fields } = d;
  const empty = emptyTuple();
  d.args = empty;
  d.traceback = null;
  d.context = null;
  d.cause = null;
  d.fields = null;
  drop(vm, args);
  if (traceback !== null) drop(vm, traceback);
  if (cause !== null) drop(vm, cause);
  if (context !== null) drop(vm, context);
  if (fields !== null) for (const name in fields) dropMaybe(vm, fields[name]);
}

function excLink(field: "context" | "cause", label: string): GetSet {
  return getset(
    (_vm, self) => data(self)[field] ?? None,
    (vm, self, value) => {
      if (value === undefined) throw typeError(vm, `__${field}__ may not be deleted`);
      if (value !== None && !isException(value)) throw typeError(vm, `exception ${label} must be None or derive from BaseException`);
      if (value !== None) incref(value);
      setOwned(vm, self, field, value === None ? null : (value as Container));
      if (field === "cause") data(self).suppressContext = true;
    },
  );
}

export const BaseExceptionType: TypeRec = defineType({
  name: "BaseException",
  doc: "Common base class for all exceptions",
  kind: K_EXCEPTION,
  flags: TPFLAGS_BASETYPE | TPFLAGS_BASE_EXC_SUBCLASS,
  hasDict: true,
  methods: {
    with_traceback: method("($self, tb, /)", "Set self.__traceback__ to tb and return self.", (vm: Vm, self: Container, tb: Value) => {
      setTraceback(vm, self, tb);
      return self;
    }),
    add_note: method("($self, note, /)", "Add a note to the exception", (vm: Vm, self: Container, noteText: Value) => {
      if (!isStr(noteText)) throw typeError(vm, `add_note() argument must be str, not ${(noteText as Value) === None ? "None" : typeName(noteText)}`);
      addNoteTo(vm, self, noteText);
    }),
    __reduce__: method("($self, /)", null, (vm: Vm, self: Container) => reduceWith(vm, self, data(self).args, ownDict(self))),
    __setstate__: method("($self, state, /)", null, (vm: Vm, self: Container, state: Value) => setState(vm, self, state)),
  },
  getset: {
    args: getset((_vm, self) => data(self).args, (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "args may not be deleted");
      const tuple = isTuple(value) ? value : newTuple(vm, listOf(vm, value));
      incref(tuple);
      const old = data(self).args;
      data(self).args = tuple;
      drop(vm, old);
    }),
    __traceback__: getset((_vm, self) => data(self).traceback ?? None, (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "__traceback__ may not be deleted");
      setTraceback(vm, self, value);
    }),
    __context__: excLink("context", "context"),
    __cause__: excLink("cause", "cause"),
    __suppress_context__: member((_vm, self) => (data(self).suppressContext ? True : False), (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "can't delete numeric/char attribute");
      if (value !== True && value !== False) throw typeError(vm, "attribute value type must be bool");
      data(self).suppressContext = value === True;
    }),
    __dict__: getset((vm, self) => instanceDict(vm, self), (vm, self, value) => setDict(vm, self, value)),
  },
  slots: {
    tp_new: base_new,
    tp_init: base_init,
    tp_str: base_str,
    tp_repr: base_repr,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_traverse: traverse,
    tp_clear: clear,
  },
});

/** The exception's `__dict__` where it has one by now. */
function ownDict(self: Container): Container | null {
  return (self.aux as Ext | null)?.dict ?? null;
}

/** (type, args) or, with a state, (type, args, state). */
function reduceWith(vm: Vm, self: Container, args: Value, state: Value | null): Value {
  return newTuple(vm, state === null ? [self.type.obj, args] : [self.type.obj, args, state]);
}

/** A copy of `__dict__` that holds the set fields too; null when there is nothing. */
function stateWith(vm: Vm, self: Container, names: readonly string[]): Container | null {
  const dict = ownDict(self);
  const set = names.filter((name) => (excField(self, name) ?? None) !== None);
  if (set.length === 0) return dict;
  const state = dict === null ? newScopedDict(vm) : dictCopy(vm, dict);
  for (const name of set) dictSetText(vm, state, name, excField(self, name)!);
  return state;
}

const plainReduce = (fn: (vm: Vm, self: Container) => Value): ((name: string) => NativeDef) => method("($self, /)", null, fn, "no text signature");

function setTraceback(vm: Vm, self: Container, tb: Value): void {
  if (tb !== None && (typeof tb === "number" || tb.type.name !== "traceback")) throw typeError(vm, "__traceback__ must be a traceback or None");
  if (tb !== None) incref(tb);
  setOwned(vm, self, "traceback", tb === None ? null : (tb as Container));
}

interface More {
  methods?: Record<string, (name: string) => NativeDef>;
  fields?: Record<string, GetSet>;
  init?: Init;
  str?: (vm: Vm, self: Container) => Value;
  repr?: (vm: Vm, self: Container) => Value;
  slots?: { readonly tp_new: typeof base_new; readonly tp_init: typeof base_init };
}

function derive(name: string, base: () => TypeRec, doc: string, more: More = {}): TypeRec {
  const type = defineType({
    name,
    doc,
    base,
    kind: K_EXCEPTION,
    flags: TPFLAGS_BASETYPE | TPFLAGS_BASE_EXC_SUBCLASS,
    layoutChange: more.fields !== undefined,
    getset: more.fields ?? {},
    methods: more.methods ?? {},
    slots: { tp_new: base_new, tp_init: base_init, ...more.slots, ...(more.str === undefined ? {} : { tp_str: more.str }), ...(more.repr === undefined ? {} : { tp_repr: more.repr }) },
  });
  if (more.init !== undefined) initFields.set(type, more.init);
  return type;
}

/** A field that Python can read and write; None while unset. */
function field(name: string, doc: string | null = null): GetSet {
  return member((_vm, self) => excField(self, name) ?? None, (vm, self, value) => setExcField(vm, self, name, value), doc);
}

/** Keyword-only arguments that become fields; `type` is the name in messages, that of the first class with these fields. */
function keywordFields(type: string, ...names: string[]): Init {
  const init = (vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void => {
    const given = kwnames?.length ?? 0;
    const npos = args.length - given;
    for (const name of names) if (excField(self, name) !== undefined) setExcField(vm, self, name, undefined);
    if (given > names.length) throw typeError(vm, `${type}() takes at most ${names.length} keyword argument${names.length === 1 ? "" : "s"} (${given} given)`);
    for (let k = 0; k < given; k++) {
      const name = textOf(kwnames![k]!);
      if (!names.includes(name)) {
        const near = nearestName(names, name);
        throw typeError(vm, `${type}() got an unexpected keyword argument '${name}'${near === undefined ? "" : `. Did you mean '${near}'?`}`);
      }
      setExcField(vm, self, name, args[npos + k]!);
    }
  };
  return Object.assign(init, { keywords: true });
}

const exception = (): TypeRec => ExceptionType;

export const SystemExitType = derive("SystemExit", () => BaseExceptionType, "Request to exit from the interpreter.", {
  fields: { code: field("code", "exception code") },
  init: (vm, self, args) => {
    if (args.length > 0) setExcField(vm, self, "code", args.length === 1 ? args[0]! : data(self).args);
  },
});
export const KeyboardInterruptType = derive("KeyboardInterrupt", () => BaseExceptionType, "Program interrupted by user.");
export const GeneratorExitType = derive("GeneratorExit", () => BaseExceptionType, "Request that a generator exit.");
export const ExceptionType = derive("Exception", () => BaseExceptionType, "Common base class for all non-exit exceptions.");
export const TypeErrorType = derive("TypeError", exception, "Inappropriate argument type.");
export const StopAsyncIterationType = derive("StopAsyncIteration", exception, "Signal the end from iterator.__anext__().");
export const StopIterationType = derive("StopIteration", exception, "Signal the end from iterator.__next__().", {
  fields: { value: field("value", "generator return value") },
  init: (vm, self, args) => setExcField(vm, self, "value", args[0] ?? None),
});
const importErrorFields = keywordFields("ImportError", "name", "path", "name_from");
const importErrorInit: Init = Object.assign(
  (vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void => {
    importErrorFields(vm, self, args, kwnames);
    setExcField(vm, self, "msg", args.length - (kwnames?.length ?? 0) === 1 ? args[0]! : undefined);
  },
  { keywords: true },
);
export const ImportErrorType = derive("ImportError", exception, "Import can't find module, or can't find name in module.", {
  fields: {
    msg: field("msg", "exception message"),
    name: field("name", "module name"),
    path: field("path", "module path"),
    name_from: field("name_from", "name imported from module"),
  },
  methods: { __reduce__: plainReduce((vm, self) => reduceWith(vm, self, data(self).args, stateWith(vm, self, ["name", "path", "name_from"]))) },
  init: importErrorInit,
  str: (vm, self) => {
    const msg = excField(self, "msg");
    return msg !== undefined && isStr(msg) && msg.type.kind === 4 && !isStrSubclass(msg) ? msg : base_str(vm, self);
  },
});
function isStrSubclass(v: Value): boolean {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_HEAPTYPE) !== 0;
}
export const ModuleNotFoundErrorType = derive("ModuleNotFoundError", () => ImportErrorType, "Module not found.", { init: importErrorInit });

const osErrorSlots = { tp_new: osErrorNew, tp_init: osErrorInit };
/** errno to subtype of OSError: filled by osErrorSubtypes below. */
export const OSErrorType = derive("OSError", exception, "Base class for I/O related errors.", {
  fields: {
    errno: field("errno", "POSIX exception code"),
    strerror: field("strerror", "exception strerror"),
    filename: field("filename", "exception filename"),
    filename2: field("filename2", "second exception filename"),
    characters_written: getset(
      (vm, self) => {
        const v = excField(self, "characters_written");
        if (v === undefined) throw attributeError(vm, "characters_written");
        return v;
      },
      (vm, self, value) => {
        if (value === undefined && excField(self, "characters_written") === undefined) throw attributeError(vm, "characters_written");
        setExcField(vm, self, "characters_written", value === undefined ? undefined : asSsize(vm, value, ValueErrorType));
      },
    ),
  },
  init: initOSError,
  slots: osErrorSlots,
  methods: { __reduce__: plainReduce((vm, self) => reduceWith(vm, self, osErrorArguments(vm, self), ownDict(self))) },
  str: (vm, self) => {
    const errno = excField(self, "errno");
    const strerror = excField(self, "strerror");
    const filename = excField(self, "filename");
    const filename2 = excField(self, "filename2");
    const plain = (v: Value | undefined): string => textOf(str(vm, v ?? None));
    if (filename !== undefined) {
      return strFromJs(`[Errno ${plain(errno)}] ${plain(strerror)}: ${reprText(vm, filename)}${filename2 === undefined ? "" : ` -> ${reprText(vm, filename2)}`}`);
    }
    if (errno !== undefined && strerror !== undefined) return strFromJs(`[Errno ${plain(errno)}] ${plain(strerror)}`);
    return base_str(vm, self);
  },
});

/** The arguments that make the same OSError again: those that `args` has dropped included. */
function osErrorArguments(vm: Vm, self: Container): Value {
  const { args } = data(self);
  const items = args.data as Value[];
  const filename = excField(self, "filename");
  if (items.length !== 2 || filename === undefined) return args;
  const second = excField(self, "filename2");
  return newTuple(vm, second === undefined ? [...items, filename] : [...items, filename, None, second]);
}

function initOSError(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos < 2 || npos > 5) return;
  const filename = args[2];
  if (filename !== undefined && filename !== None) {
    if (self.type === BlockingIOErrorType && isNumberLike(filename)) setExcField(vm, self, "characters_written", asSsize(vm, filename, ValueErrorType));
    else {
      setExcField(vm, self, "filename", filename);
      if (npos >= 5 && args[4] !== None) setExcField(vm, self, "filename2", args[4]!);
      // args keeps errno and strerror only, for compatibility with old code.
      setArgs(vm, self, args.slice(0, 2));
    }
  }
  setExcField(vm, self, "errno", args[0]!);
  setExcField(vm, self, "strerror", args[1]!);
}

/** PyNumber_Check. */
function isNumberLike(value: Value): boolean {
  const type = typeOf(value);
  return type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined || type.name === "complex";
}

/** Classes with an __init__ of their own, but no __new__, get their fields in __init__; all others in __new__. */
const fieldsInInit = (type: TypeRec): boolean => type.tp_init !== osErrorInit && type.tp_new === osErrorNew;

/** OSError(errno, ...) makes the subtype of that errno. */
function osErrorNew(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (fieldsInInit(type)) return base_new(vm, type, [], null);
  noKeywords(vm, type, kwnames);
  const errno = args[0];
  if (type === OSErrorType && args.length >= 2 && args.length <= 5 && errno !== undefined && (typeOf(errno).flags & TPFLAGS_LONG_SUBCLASS) !== 0) {
    type = osErrorSubtypes.get(Number(asIndex(vm, errno))) ?? type;
  }
  const self = base_new(vm, type, args, null) as Container;
  initOSError(vm, self, args, null);
  return self;
}

function osErrorInit(vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  if (!fieldsInInit(self.type)) return;
  noKeywords(vm, self.type, kwnames);
  for (const name of ["errno", "strerror"]) setExcField(vm, self, name, undefined);
  setArgs(vm, self, args);
  initOSError(vm, self, args, null);
}

const osError = (): TypeRec => OSErrorType;
const osInit: More = { init: initOSError, slots: osErrorSlots };
export const BlockingIOErrorType = derive("BlockingIOError", osError, "I/O operation would block.", osInit);
export const ConnectionErrorType = derive("ConnectionError", osError, "Connection error.", osInit);
export const ChildProcessErrorType = derive("ChildProcessError", osError, "Child process error.", osInit);
export const BrokenPipeErrorType = derive("BrokenPipeError", () => ConnectionErrorType, "Broken pipe.", osInit);
export const ConnectionAbortedErrorType = derive("ConnectionAbortedError", () => ConnectionErrorType, "Connection aborted.", osInit);
export const ConnectionRefusedErrorType = derive("ConnectionRefusedError", () => ConnectionErrorType, "Connection refused.", osInit);
export const ConnectionResetErrorType = derive("ConnectionResetError", () => ConnectionErrorType, "Connection reset.", osInit);
export const FileExistsErrorType = derive("FileExistsError", osError, "File already exists.", osInit);
export const FileNotFoundErrorType = derive("FileNotFoundError", osError, "File not found.", osInit);
export const IsADirectoryErrorType = derive("IsADirectoryError", osError, "Operation doesn't work on directories.", osInit);
export const NotADirectoryErrorType = derive("NotADirectoryError", osError, "Operation only works on directories.", osInit);
export const InterruptedErrorType = derive("InterruptedError", osError, "Interrupted by signal.", osInit);
export const PermissionErrorType = derive("PermissionError", osError, "Not enough permissions.", osInit);
export const ProcessLookupErrorType = derive("ProcessLookupError", osError, "Process not found.", osInit);
export const TimeoutErrorType = derive("TimeoutError", osError, "Timeout expired.", osInit);

/** Linux errno -> subtype of OSError. */
export const osErrorSubtypes: ReadonlyMap<number, TypeRec> = new Map([
  [11, BlockingIOErrorType], [114, BlockingIOErrorType], [115, BlockingIOErrorType],
  [32, BrokenPipeErrorType], [108, BrokenPipeErrorType],
  [10, ChildProcessErrorType],
  [103, ConnectionAbortedErrorType], [111, ConnectionRefusedErrorType], [104, ConnectionResetErrorType],
  [17, FileExistsErrorType], [2, FileNotFoundErrorType], [21, IsADirectoryErrorType], [20, NotADirectoryErrorType],
  [4, InterruptedErrorType], [13, PermissionErrorType], [1, PermissionErrorType], [3, ProcessLookupErrorType], [110, TimeoutErrorType],
]);

export const EOFErrorType = derive("EOFError", exception, "Read beyond end of file.");
export const RuntimeErrorType = derive("RuntimeError", exception, "Unspecified run-time error.");
export const RecursionErrorType = derive("RecursionError", () => RuntimeErrorType, "Recursion limit exceeded.");
export const NotImplementedErrorType = derive("NotImplementedError", () => RuntimeErrorType, "Method or function hasn't been implemented yet.");
export const PythonFinalizationErrorType = derive("PythonFinalizationError", () => RuntimeErrorType, "Operation blocked during Python finalization.");
const nameErrorInit = keywordFields("NameError", "name");
export const NameErrorType = derive("NameError", exception, "Name not found globally.", { fields: { name: field("name", "name") }, init: nameErrorInit });
export const UnboundLocalErrorType = derive("UnboundLocalError", () => NameErrorType, "Local name referenced but not bound to a value.", { init: nameErrorInit });
/** The state of an AttributeError: `__dict__`, the name and the arguments, but not the object. */
function attributeState(vm: Vm, self: Container): Container {
  const dict = ownDict(self);
  const state = dict === null ? newScopedDict(vm) : dictCopy(vm, dict);
  const name = excField(self, "name");
  if (name !== undefined && name !== None) dictSetText(vm, state, "name", name);
  dictSetText(vm, state, "args", data(self).args);
  return state;
}
export const AttributeErrorType = derive("AttributeError", exception, "Attribute not found.", {
  fields: { name: field("name", "attribute name"), obj: field("obj", "object") },
  methods: {
    __getstate__: plainReduce(attributeState),
    __reduce__: plainReduce((vm, self) => reduceWith(vm, self, data(self).args, attributeState(vm, self))),
  },
  init: keywordFields("AttributeError", "name", "obj"),
});
export const SyntaxErrorType = derive("SyntaxError", exception, "Invalid syntax.", {
  fields: {
    msg: field("msg", "exception msg"),
    filename: field("filename", "exception filename"),
    lineno: field("lineno", "exception lineno"),
    offset: field("offset", "exception offset"),
    text: field("text", "exception text"),
    end_lineno: field("end_lineno", "exception end lineno"),
    end_offset: field("end_offset", "exception end offset"),
    print_file_and_line: field("print_file_and_line", "exception print_file_and_line"),
    _metadata: field("_metadata", "exception private metadata"),
  },
  init: initSyntaxError,
  str: (vm, self) => {
    const msg = textOf(str(vm, excField(self, "msg") ?? None));
    const filename = excField(self, "filename");
    const lineno = excField(self, "lineno");
    const haveFile = filename !== undefined && isStr(filename);
    const haveLine = typeof lineno === "number";
    if (!haveFile && !haveLine) return strFromJs(msg);
    const file = haveFile ? textOf(filename).slice(textOf(filename).lastIndexOf("/") + 1) : "";
    if (haveFile && haveLine) return strFromJs(`${msg} (${file}, line ${lineno})`);
    return strFromJs(haveFile ? `${msg} (${file})` : `${msg} (line ${lineno as number})`);
  },
});

function initSyntaxError(vm: Vm, self: Container, args: readonly Value[]): void {
  if (args.length >= 1) setExcField(vm, self, "msg", args[0]!);
  if (args.length !== 2) return;
  const info = isTuple(args[1]!) ? (args[1]!.data as Value[]) : listOf(vm, args[1]!);
  if (info.length < 4 || info.length > 7) throw typeError(vm, `function takes ${info.length < 4 ? "at least 4" : "at most 7"} arguments (${info.length} given)`);
  const names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset", "_metadata"];
  names.forEach((name, i) => setExcField(vm, self, name, info[i]));
  if (info.length === 5) throw typeError(vm, "end_offset must be provided when end_lineno is provided");
}
const syntaxInit: More = { init: initSyntaxError };
export const IndentationErrorType = derive("IndentationError", () => SyntaxErrorType, "Improper indentation.", syntaxInit);
export const TabErrorType = derive("TabError", () => IndentationErrorType, "Improper mixture of spaces and tabs.", syntaxInit);
export const IncompleteInputErrorType = derive("_IncompleteInputError", () => SyntaxErrorType, "incomplete input.", syntaxInit);
export const LookupErrorType = derive("LookupError", exception, "Base class for lookup errors.");
export const IndexErrorType = derive("IndexError", () => LookupErrorType, "Sequence index out of range.");
export const KeyErrorType = derive("KeyError", () => LookupErrorType, "Mapping key not found.", {
  str: (vm, self) => {
    const args = data(self).args.data as Value[];
    return args.length === 1 ? repr(vm, args[0]!) : base_str(vm, self);
  },
});
export const ValueErrorType = derive("ValueError", exception, "Inappropriate argument value (of correct type).");
export const UnicodeErrorType = derive("UnicodeError", () => ValueErrorType, "Unicode related error.");
export const AssertionErrorType = derive("AssertionError", exception, "Assertion failed.");
export const ArithmeticErrorType = derive("ArithmeticError", exception, "Base class for arithmetic errors.");
export const FloatingPointErrorType = derive("FloatingPointError", () => ArithmeticErrorType, "Floating-point operation failed.");
export const OverflowErrorType = derive("OverflowError", () => ArithmeticErrorType, "Result too large to be represented.");
export const ZeroDivisionErrorType = derive("ZeroDivisionError", () => ArithmeticErrorType, "Second argument to a division or modulo operation was zero.");
export const SystemErrorType = derive("SystemError", exception, "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.");
export const ReferenceErrorType = derive("ReferenceError", exception, "Weak ref proxy used after referent went away.");
export const MemoryErrorType = derive("MemoryError", exception, "Out of memory.");
export const BufferErrorType = derive("BufferError", exception, "Buffer error.");
export const WarningType = derive("Warning", exception, "Base class for warning categories.");
const warning = (): TypeRec => WarningType;
export const UserWarningType = derive("UserWarning", warning, "Base class for warnings generated by user code.");
export const EncodingWarningType = derive("EncodingWarning", warning, "Base class for warnings about encodings.");
export const DeprecationWarningType = derive("DeprecationWarning", warning, "Base class for warnings about deprecated features.");
export const PendingDeprecationWarningType = derive("PendingDeprecationWarning", warning, "Base class for warnings about features which will be deprecated\nin the future.");
export const SyntaxWarningType = derive("SyntaxWarning", warning, "Base class for warnings about dubious syntax.");
export const RuntimeWarningType = derive("RuntimeWarning", warning, "Base class for warnings about dubious runtime behavior.");
export const FutureWarningType = derive("FutureWarning", warning, "Base class for warnings about constructs that will change semantically\nin the future.");
export const ImportWarningType = derive("ImportWarning", warning, "Base class for warnings about probable mistakes in module imports");
export const UnicodeWarningType = derive("UnicodeWarning", warning, "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.");
export const BytesWarningType = derive("BytesWarning", warning, "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.");
export const ResourceWarningType = derive("ResourceWarning", warning, "Base class for warnings about resource usage.");
