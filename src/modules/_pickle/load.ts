// Pickle opcodes as objects: the machine behind Unpickler.load and loads. Mirrors the loading half of Modules/_pickle.c. See docs/modules.md.
import { surrogatePassDecode } from "../../base/codecs.ts";
import { decodeBytesEscape } from "../../base/codec-escape.ts";
import { decodeUtf8, narrowText } from "../../base/codec-utf8.ts";
import { parseDouble } from "../../base/float-format.ts";
import { intFromBytes } from "../../base/int-math.ts";
import { parseIntText } from "../../base/int-text.ts";
import { checkAllocation,
  audit, call, callMethod, closeScope, Container, dictGet, dictItems, dictSet, DictType, drop, dropAll, emptyTuple, exc, False, fromPythonError, fullName, genericGetAttr,
  getAttr, getAttrText, hold, insteadOf, intern, intValue, isDict, isExactStr, isStr, isSubtype, isTuple, isType, iterNext, K_INSTANCE, type Leaf, ListType, lookup, lookupAttrText,
  matches, newByteArray, newBytes, newError, newFloat, newFrozenSet, newInt, newList, newScopedDict, newStr, newText, newTuple, None, note, noteOwned, openScope,
  overflowError, PyError, type PyObject, type PyStr, recOf, reprText, runtimeError, setAttr, setItem, SetType, str, strFromJs, textOf, True, tupleOfOwned, typeError,
  typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { setInstanceAttr } from "../../core/attribute.ts";
import { decode } from "../../core/codec-hooks.ts";
import { internStr } from "../../types/str/str-object.ts";
import { newMemoryView } from "../../types/memoryview.ts";
import { newSetFrom, setUpdateFrom } from "../../types/set/set-object.ts";
import { Input, truncated } from "./input.ts";
import { Memo } from "./memo.ts";
import { attributePath, HIGHEST_PROTOCOL, importedModule, pickleState, unpicklingError } from "./state.ts";

const SSIZE_MAX = "9223372036854775807";

/** Everything that one unpickler knows; the fields own their objects. */
export class Loader {
  readonly input = new Input();
  readonly memo = new Memo();
  /** The objects being built; owned. */
  stack: Value[] = [];
  /** Heights of the stack at the marks. */
  marks: number[] = [];
  /** The topmost mark's height, below which nothing may be popped. */
  fence = 0;
  protocol = 0;
  fixImports = true;
  encoding = "ASCII";
  errors = "strict";
  buffers: Value | null = null;
  /** What was assigned to `persistent_load` of the unpickler. */
  persistentLoadAttribute: Value | null = null;
  /** Those of the load that is going on; null where nothing is overridden. */
  persistentLoad: Value | null = null;
  findClass: Value | null = null;
  running = false;
}

function underflow(vm: Vm, l: Loader): PyError {
  return unpicklingError(vm, l.marks.length > 0 ? "unexpected MARK found" : "unpickling stack underflow");
}

/** The topmost object; its reference goes to the scope. */
function pop(vm: Vm, l: Loader): Value {
  if (l.stack.length <= l.fence) throw underflow(vm, l);
  return noteOwned(vm, l.stack.pop()!);
}

function push(l: Loader, v: Value): void {
  if (typeof v !== "number") v.rc++;
  l.stack.push(v);
}

function top(vm: Vm, l: Loader): Value {
  if (l.stack.length <= l.fence) throw underflow(vm, l);
  return l.stack[l.stack.length - 1]!;
}

/** The height of the stack at the topmost mark, which is removed. */
function popMark(vm: Vm, l: Loader): number {
  if (l.marks.length === 0) throw unpicklingError(vm, "could not find MARK");
  const at = l.marks.pop()!;
  l.fence = l.marks.length > 0 ? l.marks[l.marks.length - 1]! : 0;
  return at;
}

/** The objects from `start` on, with their references. */
function takeFrom(vm: Vm, l: Loader, start: number): Value[] {
  if (start < l.fence) throw underflow(vm, l);
  return l.stack.splice(start);
}

/** The same as a tuple in the scope. */
function takeTuple(vm: Vm, l: Loader, start: number): Container {
  const items = takeFrom(vm, l, start);
  const tuple = tupleOfOwned(vm, items);
  return items.length === 0 ? tuple : note(vm, tuple);
}


// ---- arguments of opcodes

function byteArgument(vm: Vm, l: Loader): number {
  const at = l.input.take(vm, 1);
  return l.input.bytes[at]!;
}

/** A little-endian number of up to four bytes. */
function number(vm: Vm, l: Loader, size: number): number {
  const at = l.input.take(vm, size);
  let n = 0;
  for (let i = size - 1; i >= 0; i--) n = n * 256 + l.input.bytes[at + i]!;
  return n;
}

/** A size; undefined when it is beyond what sizes can be. */
function sizeArgument(vm: Vm, l: Loader, size: number): number | undefined {
  const n = number(vm, l, size);
  return n >= 2 ** 63 ? undefined : n;
}

function knownSize(vm: Vm, l: Loader, size: number, name: string): number {
  const n = sizeArgument(vm, l, size);
  if (n === undefined) throw overflowError(vm, `${name} exceeds system's maximum size of ${SSIZE_MAX} bytes`);
  return n;
}

/** A line that has text before its newline. */
function line(vm: Vm, l: Loader): Uint8Array {
  const found = l.input.line(vm);
  if (found.length < 2) throw truncated(vm);
  return found;
}

const latin1 = (bytes: Uint8Array): string => narrowText(bytes, 0, bytes.length);

function intOfText(vm: Vm, text: string): Value {
  const n = parseIntText(text.trim(), 10);
  if (n === undefined) throw valueError(vm, `invalid literal for int() with base 10: ${reprText(vm, newStr(text))}`);
  return newInt(n);
}

function loadInt(vm: Vm, l: Loader): void {
  const text = latin1(line(vm, l));
  if (text === "00\n" || text === "01\n") {
    push(l, text === "01\n" ? True : False);
    return;
  }
  const n = parseIntText(text.trim(), 10);
  if (n === undefined) throw valueError(vm, "could not convert string to int");
  push(l, newInt(n));
}

function loadLong(vm: Vm, l: Loader): void {
  const text = latin1(line(vm, l));
  push(l, intOfText(vm, text.at(-2) === "L" ? text.slice(0, -2) : text));
}

function loadCountedLong(vm: Vm, l: Loader, size: number): void {
  const n = size === 4 ? number(vm, l, 4) | 0 : number(vm, l, size);
  if (n < 0) throw unpicklingError(vm, "LONG pickle has negative byte count");
  const at = l.input.take(vm, n);
  push(l, n === 0 ? 0 : newInt(intFromBytes(l.input.bytes.subarray(at, at + n), true, true)));
}

function loadFloat(vm: Vm, l: Loader): void {
  const text = latin1(line(vm, l));
  const body = text.slice(0, -1);
  const v = /^[\s_]|[\s_]$/.test(body) || body.includes("_") ? undefined : parseDouble(body);
  if (v === undefined) throw valueError(vm, `could not convert string to float: ${reprLike(text)}`);
  if (!Number.isFinite(v) && /[0-9]/.test(body)) throw overflowError(vm, `value too large to convert to float: ${reprLike(text)}`);
  push(l, newFloat(v));
}

/** CPython's message has the text as it stands. */
const reprLike = (text: string): string => `'${text.slice(0, 200)}'`;

function loadBinFloat(vm: Vm, l: Loader): void {
  const at = l.input.take(vm, 8);
  const { bytes } = l.input;
  push(l, newFloat(new DataView(bytes.buffer, bytes.byteOffset + at, 8).getFloat64(0, false)));
}

/** What Python 2 called a string: bytes, decoded unless they shall stay. */
function pushString(vm: Vm, l: Loader, bytes: Uint8Array): void {
  if (l.encoding === "bytes") push(l, newBytes(bytes.slice()));
  else push(l, decode(vm, newBytes(bytes.slice()), strFromJs(l.encoding), strFromJs(l.errors)));
}

function loadString(vm: Vm, l: Loader): void {
  const text = l.input.line(vm);
  const n = text.length - 1;
  const quote = text[0];
  if (n < 2 || quote !== text[n - 1] || (quote !== 39 && quote !== 34)) throw unpicklingError(vm, "the STRING opcode argument must be quoted");
  let bytes: Uint8Array;
  try {
    ({ bytes } = decodeBytesEscape(text.slice(1, n - 1), "strict"));
  } catch (error) {
    throw fromPythonError(vm, error);
  }
  pushString(vm, l, bytes);
}

function loadUtf8(vm: Vm, l: Loader, size: number): void {
  const n = knownSize(vm, l, size, "BINUNICODE");
  const at = l.input.take(vm, n);
  push(l, textOfUtf8(vm, l.input.bytes, at, n));
}

function textOfUtf8(vm: Vm, bytes: Uint8Array, at: number, n: number): PyStr {
  if (n < 24) {
    let ascii = true;
    for (let i = at; i < at + n; i++) if (bytes[i]! > 127) ascii = false;
    if (ascii) return newStr(narrowText(bytes, at, at + n));
  }
  const data = bytes.subarray(at, at + n);
  let whole = true;
  const decoded = decodeUtf8(data, true, (encoding, source, start, end) => {
    const passed = surrogatePassDecode(encoding, source, start, end);
    if (passed !== undefined) return passed;
    whole = false;
    return { text: "", position: source.length };
  });
  // The codec itself says what is wrong.
  return whole ? newText(decoded.text) : decode(vm, newBytes(data.slice()), newStr("utf-8"), newStr("surrogatepass"));
}

function loadUnicode(vm: Vm, l: Loader): void {
  const text = l.input.line(vm);
  if (text.length < 1) throw truncated(vm);
  push(l, decode(vm, newBytes(text.slice(0, -1)), newStr("raw-unicode-escape"), undefined));
}

// ---- building

function loadReduce(vm: Vm, l: Loader): void {
  const args = pop(vm, l);
  const f = pop(vm, l);
  if (!isTuple(args)) throw typeError(vm, "argument list must be a tuple");
  push(l, call(vm, f, args.data as Value[]));
}

function loadNewObj(vm: Vm, l: Loader, withKeywords: boolean): void {
  const kwargs = withKeywords ? pop(vm, l) : undefined;
  const args = pop(vm, l);
  const cls = pop(vm, l);
  const name = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
  const kind = (v: Value): string => fullName(typeOf(v));
  if (!isType(cls)) throw unpicklingError(vm, `${name} class argument must be a type, not ${kind(cls)}`);
  const record = recOf(cls);
  if (record.tp_new === undefined) throw unpicklingError(vm, `${name} class argument '${fullName(record)}' doesn't have __new__`);
  if (!isTuple(args)) throw unpicklingError(vm, `${name} args argument must be a tuple, not ${kind(args)}`);
  let values: readonly Value[] = args.data as Value[];
  let names: PyStr[] | null = null;
  if (kwargs !== undefined) {
    if (!isDict(kwargs)) throw unpicklingError(vm, `${name} kwargs argument must be a dict, not ${kind(kwargs)}`);
    const all = [...values];
    for (const [k, v] of dictItems(kwargs)) {
      if (!isStr(k)) throw typeError(vm, "keywords must be strings");
      (names ??= []).push(k);
      all.push(v);
    }
    values = all;
  }
  push(l, record.tp_new(vm, record, values, names));
}

function instantiate(vm: Vm, cls: Value, args: Container): Value {
  const items = args.data as Value[];
  if (items.length === 0 && isType(cls) && lookupAttrText(vm, cls, "__getinitargs__") === undefined) return callMethod(vm, cls, intern(vm, "__new__"), [cls]);
  return call(vm, cls, items);
}

function loadBuild(vm: Vm, l: Loader): void {
  if (l.stack.length - 2 < l.fence) throw underflow(vm, l);
  let state = pop(vm, l);
  const object = l.stack[l.stack.length - 1]!;
  const setstate = lookupAttrText(vm, object, "__setstate__");
  if (setstate !== undefined) {
    call(vm, setstate, [state]);
    return;
  }
  let slots: Value | undefined;
  if (isTuple(state) && (state.data as Value[]).length === 2) {
    hold(vm, state);
    [state, slots] = state.data as [Value, Value];
  }
  if (state !== None) {
    if (!isDict(state)) throw unpicklingError(vm, "state is not a dictionary");
    hold(vm, state);
    const direct = hasPlainDict(object);
    const dict = direct ? None : getAttrText(vm, object, "__dict__");
    for (const [key, value] of Array.from(dictItems(state))) {
      const name = isExactStr(key) ? internStr(vm, key as Leaf) : key;
      if (direct && isExactStr(name)) setInstanceAttr(vm, object, name, value);
      else if (direct) setItem(vm, getAttrText(vm, object, "__dict__"), name, value);
      else setItem(vm, dict, name, value);
    }
  }
  if (slots === undefined) return;
  if (!isDict(slots)) throw unpicklingError(vm, "slot state is not a dictionary");
  for (const [key, value] of Array.from(dictItems(slots))) setAttr(vm, object, key as PyStr, value);
}

/** May attributes be put straight into the instance: no `__dict__` of the class's own stands in between? */
function hasPlainDict(object: Value): object is PyObject {
  if (typeof object === "number" || object.type.kind !== K_INSTANCE || !object.type.hasDict || object.type.tp_getattro !== genericGetAttr) return false;
  const found = lookup(object.type, "__dict__");
  return found !== undefined && typeof found !== "number" && found.type.name === "getset_descriptor";
}

function append(vm: Vm, l: Loader, from: number): void {
  if (from > l.stack.length || from <= l.fence) throw underflow(vm, l);
  if (from === l.stack.length) return;
  const list = l.stack[from - 1]!;
  const items = takeFrom(vm, l, from);
  if (typeof list !== "number" && list.type === ListType) {
    for (const item of items) ((list as Container).data as Value[]).push(item);
    return;
  }
  for (const item of items) noteOwned(vm, item);
  const extend = lookupAttrText(vm, list, "extend");
  if (extend !== undefined) {
    call(vm, extend, [newList(vm, items.slice())]);
    return;
  }
  const add = getAttrText(vm, list, "append");
  for (const item of items) call(vm, add, [item]);
}

function setItems(vm: Vm, l: Loader, from: number): void {
  if (from > l.stack.length || from <= l.fence) throw underflow(vm, l);
  if (from === l.stack.length) return;
  if ((l.stack.length - from) % 2 !== 0) throw unpicklingError(vm, "odd number of items for SETITEMS");
  const dict = l.stack[from - 1]!;
  const items = takeFrom(vm, l, from);
  for (const item of items) noteOwned(vm, item);
  const exact = typeof dict !== "number" && dict.type === DictType;
  for (let i = 0; i < items.length; i += 2) {
    if (exact) dictSet(vm, dict as Container, items[i]!, items[i + 1]!);
    else setItem(vm, dict, items[i]!, items[i + 1]!);
  }
}

function addItems(vm: Vm, l: Loader): void {
  const from = popMark(vm, l);
  if (from > l.stack.length || from <= l.fence) throw underflow(vm, l);
  if (from === l.stack.length) return;
  const set = l.stack[from - 1]!;
  const items = takeTuple(vm, l, from);
  if (typeof set !== "number" && isSubtype(set.type, SetType)) {
    setUpdateFrom(vm, set as Container, items);
    return;
  }
  const add = getAttrText(vm, set, "add");
  for (const item of items.data as Value[]) call(vm, add, [item]);
}

function loadDict(vm: Vm, l: Loader): void {
  const from = popMark(vm, l);
  if ((l.stack.length - from) % 2 !== 0) throw unpicklingError(vm, "odd number of items for DICT");
  const items = takeFrom(vm, l, from);
  for (const item of items) noteOwned(vm, item);
  const dict = newScopedDict(vm);
  for (let i = 0; i < items.length; i += 2) dictSet(vm, dict, items[i]!, items[i + 1]!);
  push(l, dict);
}

function loadPop(vm: Vm, l: Loader): void {
  const n = l.stack.length;
  if (l.marks.length > 0 && l.marks[l.marks.length - 1] === n) popMark(vm, l);
  else if (n <= l.fence) throw underflow(vm, l);
  else drop(vm, l.stack.pop()!);
}

function loadTupleOf(vm: Vm, l: Loader, n: number): void {
  if (l.stack.length < n || l.stack.length - n < l.fence) throw underflow(vm, l);
  push(l, takeTuple(vm, l, l.stack.length - n));
}

// ---- the memo

function getMemo(vm: Vm, l: Loader, index: number): void {
  const v = l.memo.get(index);
  if (v === undefined) throw unpicklingError(vm, `Memo value not found at index ${index}`);
  push(l, v);
}

function putMemo(vm: Vm, l: Loader, index: number): void {
  l.memo.set(vm, index, top(vm, l));
}

function indexOfLine(vm: Vm, l: Loader): number {
  return Number(intValue(intOfText(vm, latin1(line(vm, l)))));
}

// ---- globals

/** find_class(module, name) of the unpickler: its own, or one that a subclass has. */
function findClass(vm: Vm, l: Loader, module: PyStr, name: PyStr): Value {
  if (l.findClass !== null) return call(vm, hold(vm, l.findClass), [module, name]);
  return nativeFindClass(vm, l, module, name);
}

export function nativeFindClass(vm: Vm, l: Loader, moduleName: Value, globalName: Value): Value {
  audit(vm, "pickle.find_class", () => [moduleName, globalName]);
  const state = pickleState(vm);
  let module = moduleName;
  let name = globalName;
  if (l.protocol < 3 && l.fixImports) {
    const pair = dictGet(vm, state.nameMapping, newTuple(vm, [module, name]));
    if (pair !== undefined) {
      if (!isTuple(pair) || (pair.data as Value[]).length !== 2) throw runtimeError(vm, `_compat_pickle.NAME_MAPPING values should be 2-tuples, not ${fullName(typeOf(pair))}`);
      [module, name] = pair.data as [Value, Value];
      if (!isStr(module) || !isStr(name)) throw runtimeError(vm, `_compat_pickle.NAME_MAPPING values should be pairs of str, not (${fullName(typeOf(module))}, ${fullName(typeOf(name))})`);
    } else {
      const renamed = dictGet(vm, state.importMapping, module);
      if (renamed !== undefined) {
        if (!isStr(renamed)) throw runtimeError(vm, `_compat_pickle.IMPORT_MAPPING values should be strings, not ${fullName(typeOf(renamed))}`);
        module = renamed;
      }
    }
  }
  if (!isStr(module) || !isStr(name)) throw typeError(vm, "module and name must be strings");
  const loaded = importedModule(vm, module);
  const text = textOf(name);
  if (l.protocol < 4 || !text.includes(".")) return getAttr(vm, loaded, name);
  try {
    return attributePath(vm, loaded, text.split("."));
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType)) throw error;
    const better = insteadOf(vm, error, () => newError(vm, exc.AttributeErrorType, `Can't resolve path ${reprText(vm, name)} on module ${reprText(vm, module)}`));
    exc.setOwned(vm, better.exc, "context", error.exc);
    throw better;
  }
}

function utf8Line(vm: Vm, l: Loader): PyStr {
  return decode(vm, newBytes(line(vm, l).slice(0, -1)), newStr("utf-8"), undefined);
}

function loadInst(vm: Vm, l: Loader): void {
  const from = popMark(vm, l);
  const ascii = (): PyStr => decode(vm, newBytes(line(vm, l).slice(0, -1)), newStr("ascii"), undefined);
  const module = ascii();
  const cls = findClass(vm, l, module, ascii());
  push(l, instantiate(vm, cls, takeTuple(vm, l, from)));
}

function loadObj(vm: Vm, l: Loader): void {
  const from = popMark(vm, l);
  if (l.stack.length - from < 1) throw underflow(vm, l);
  const args = takeTuple(vm, l, from + 1);
  push(l, instantiate(vm, pop(vm, l), args));
}

function loadExtension(vm: Vm, l: Loader, size: number): void {
  const code = size === 4 ? number(vm, l, 4) | 0 : number(vm, l, size);
  if (code <= 0) throw unpicklingError(vm, "EXT specifies code <= 0");
  const state = pickleState(vm);
  const cached = dictGet(vm, state.extensionCache, code);
  if (cached !== undefined) {
    push(l, cached);
    return;
  }
  const pair = dictGet(vm, state.invertedRegistry, code);
  if (pair === undefined) throw valueError(vm, `unregistered extension code ${code}`);
  const [module, name] = isTuple(pair) && (pair.data as Value[]).length === 2 ? (pair.data as [Value, Value]) : [0, 0];
  if (!isStr(module) || !isStr(name)) throw valueError(vm, `_inverted_registry[${code}] isn't a 2-tuple of strings`);
  const found = findClass(vm, l, module, name);
  dictSet(vm, state.extensionCache, code, found);
  push(l, found);
}

function pushPersistent(vm: Vm, l: Loader, id: Value): void {
  if (l.persistentLoad === null) throw unpicklingError(vm, NO_PERSISTENT_LOAD);
  push(l, call(vm, hold(vm, l.persistentLoad), [id]));
}

export const NO_PERSISTENT_LOAD = "A load persistent id instruction was encountered, but no persistent_load function was specified.";

function loadPersistent(vm: Vm, l: Loader): void {
  const text = l.input.line(vm);
  if (text.length < 1) throw truncated(vm);
  const id = latin1(text.subarray(0, -1));
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (!/^[\x00-\x7f]*$/.test(id)) throw unpicklingError(vm, "persistent IDs in protocol 0 must be ASCII strings");
  pushPersistent(vm, l, newStr(id));
}

function loadNextBuffer(vm: Vm, l: Loader): void {
  if (l.buffers === null) throw unpicklingError(vm, "pickle stream refers to out-of-band data but no *buffers* argument was given");
  const next = iterNext(vm, hold(vm, l.buffers));
  if (next === undefined) throw unpicklingError(vm, "not enough out-of-band buffers");
  push(l, next);
}

function loadReadonlyBuffer(vm: Vm, l: Loader): void {
  const buffer = top(vm, l);
  const view = newMemoryView(vm, buffer);
  if (getAttrText(vm, view, "readonly") === True) return;
  const frozen = callMethod(vm, view, intern(vm, "toreadonly"), []);
  const old = l.stack.pop()!;
  push(l, frozen);
  drop(vm, old);
}

function invalidKey(vm: Vm, c: number): PyError {
  const shown = c >= 0x20 && c <= 0x7e && c !== 39 && c !== 92 ? String.fromCharCode(c) : `\\x${c.toString(16).padStart(2, "0")}`;
  return unpicklingError(vm, `invalid load key, '${shown}'.`);
}

/** Runs opcodes until STOP; answers the object, in the scope. */
export function loadObject(vm: Vm, l: Loader): Value {
  const { input } = l;
  reset(vm, l);
  l.protocol = 0;
  input.frameEnd = -1;
  try {
    for (;;) {
      const mark = openScope(vm);
      const opcode = nextOpcode(vm, l);
      if (opcode === 0x2e) break;
      step(vm, l, opcode);
      if (vm.scopeCount > mark) closeScope(vm, mark);
    }
    if (input.read !== null) input.skipConsumed(vm);
    return pop(vm, l);
  } finally {
    reset(vm, l);
  }
}

function reset(vm: Vm, l: Loader): void {
  l.marks = [];
  l.fence = 0;
  const { stack } = l;
  l.stack = [];
  dropAll(vm, stack);
}

function nextOpcode(vm: Vm, l: Loader): number {
  const { input } = l;
  if (input.pos < input.end) {
    if (input.pos >= input.frameEnd) input.frameEnd = -1;
    return input.bytes[input.pos++]!;
  }
  try {
    return byteArgument(vm, l);
  } catch (error) {
    if (!(error instanceof PyError) || textOf(str(vm, error.exc)) !== "pickle data was truncated") throw error;
    drop(vm, error.exc);
    throw newError(vm, exc.EOFErrorType, "Ran out of input");
  }
}

function step(vm: Vm, l: Loader, opcode: number): void {
  const { input } = l;
  switch (opcode) {
    case 0x28: // MARK
      l.fence = l.stack.length;
      l.marks.push(l.fence);
      return;
    case 0x30: return loadPop(vm, l);
    case 0x31: { // POP_MARK
      const from = popMark(vm, l);
      dropAll(vm, l.stack.splice(from));
      return;
    }
    case 0x32: return push(l, top(vm, l));
    case 0x46: return loadFloat(vm, l);
    case 0x49: return loadInt(vm, l);
    case 0x4a: { // BININT
      const n = number(vm, l, 4);
      return push(l, n | 0);
    }
    case 0x4b: return push(l, byteArgument(vm, l));
    case 0x4c: return loadLong(vm, l);
    case 0x4d: return push(l, number(vm, l, 2));
    case 0x4e: return push(l, None);
    case 0x50: return loadPersistent(vm, l);
    case 0x51: return pushPersistent(vm, l, pop(vm, l));
    case 0x52: return loadReduce(vm, l);
    case 0x53: return loadString(vm, l);
    case 0x54: { // BINSTRING
      const n = number(vm, l, 4) | 0;
      if (n < 0) throw unpicklingError(vm, "BINSTRING pickle has negative byte count");
      const at = input.take(vm, n);
      return pushString(vm, l, input.bytes.subarray(at, at + n));
    }
    case 0x55: { // SHORT_BINSTRING
      const n = byteArgument(vm, l);
      const at = input.take(vm, n);
      return pushString(vm, l, input.bytes.subarray(at, at + n));
    }
    case 0x56: return loadUnicode(vm, l);
    case 0x58: return loadUtf8(vm, l, 4);
    case 0x61: // APPEND
      if (l.stack.length - 1 <= l.fence) throw underflow(vm, l);
      return appendOne(vm, l);
    case 0x62: return loadBuild(vm, l);
    case 0x63: { // GLOBAL
      const module = utf8Line(vm, l);
      return push(l, findClass(vm, l, module, utf8Line(vm, l)));
    }
    case 0x64: return loadDict(vm, l);
    case 0x7d: return push(l, newScopedDict(vm));
    case 0x65: return append(vm, l, popMark(vm, l));
    case 0x67: return getMemo(vm, l, indexOfLine(vm, l));
    case 0x68: return getMemo(vm, l, byteArgument(vm, l));
    case 0x69: return loadInst(vm, l);
    case 0x6a: return getMemo(vm, l, number(vm, l, 4));
    case 0x6c: { // LIST
      const from = popMark(vm, l);
      const items = takeFrom(vm, l, from);
      for (const item of items) noteOwned(vm, item);
      return push(l, newList(vm, items));
    }
    case 0x5d: return push(l, newList(vm, []));
    case 0x6f: return loadObj(vm, l);
    case 0x70: { // PUT
      const index = indexOfLine(vm, l);
      top(vm, l);
      if (index < 0) throw valueError(vm, "negative PUT argument");
      return putMemo(vm, l, index);
    }
    case 0x71: return putMemo(vm, l, byteArgument(vm, l));
    case 0x72: return putMemo(vm, l, number(vm, l, 4));
    case 0x73: return setItems(vm, l, l.stack.length - 2);
    case 0x74: return push(l, takeTuple(vm, l, popMark(vm, l)));
    case 0x29: return push(l, emptyTuple());
    case 0x75: return setItems(vm, l, popMark(vm, l));
    case 0x47: return loadBinFloat(vm, l);
    case 0x80: { // PROTO
      const n = byteArgument(vm, l);
      if (n > HIGHEST_PROTOCOL) throw valueError(vm, `unsupported pickle protocol: ${n}`);
      l.protocol = n;
      return;
    }
    case 0x81: return loadNewObj(vm, l, false);
    case 0x82: return loadExtension(vm, l, 1);
    case 0x83: return loadExtension(vm, l, 2);
    case 0x84: return loadExtension(vm, l, 4);
    case 0x85: return loadTupleOf(vm, l, 1);
    case 0x86: return loadTupleOf(vm, l, 2);
    case 0x87: return loadTupleOf(vm, l, 3);
    case 0x88: return push(l, True);
    case 0x89: return push(l, False);
    case 0x8a: return loadCountedLong(vm, l, 1);
    case 0x8b: return loadCountedLong(vm, l, 4);
    case 0x42: return push(l, newBytes(input.data(vm, knownSize(vm, l, 4, "BINBYTES"))));
    case 0x43: { // SHORT_BINBYTES
      const n = byteArgument(vm, l);
      return push(l, newBytes(input.data(vm, n)));
    }
    case 0x8c: return loadUtf8(vm, l, 1);
    case 0x8d: return loadUtf8(vm, l, 8);
    case 0x8e: return push(l, newBytes(input.data(vm, knownSize(vm, l, 8, "BINBYTES"))));
    case 0x8f: return push(l, newSetFrom(vm, SetType, undefined));
    case 0x90: return addItems(vm, l);
    case 0x91: { // FROZENSET
      const items = takeTuple(vm, l, popMark(vm, l));
      return push(l, newFrozenSet(vm, items.data as Value[]));
    }
    case 0x92: return loadNewObj(vm, l, true);
    case 0x93: { // STACK_GLOBAL
      const name = pop(vm, l);
      const module = pop(vm, l);
      if (!isExactStr(name) || !isExactStr(module)) throw unpicklingError(vm, "STACK_GLOBAL requires str");
      return push(l, findClass(vm, l, module, name));
    }
    case 0x94: return putMemo(vm, l, l.memo.size);
    case 0x95: { // FRAME
      const n = sizeArgument(vm, l, 8);
      if (n === undefined) throw overflowError(vm, `FRAME length exceeds system's maximum of ${SSIZE_MAX} bytes`);
      return input.startFrame(vm, n);
    }
    case 0x96: {
      const size = knownSize(vm, l, 8, "BYTEARRAY8");
      // CPython makes the bytearray first and reads into it.
      checkAllocation(vm, size);
      return push(l, newByteArray(vm, input.data(vm, size)));
    }
    case 0x97: return loadNextBuffer(vm, l);
    case 0x98: return loadReadonlyBuffer(vm, l);
    default:
      throw invalidKey(vm, opcode);
  }
}

function appendOne(vm: Vm, l: Loader): void {
  const list = l.stack[l.stack.length - 2]!;
  if (typeof list !== "number" && list.type === ListType) {
    ((list as Container).data as Value[]).push(l.stack.pop()!);
    return;
  }
  append(vm, l, l.stack.length - 1);
}
