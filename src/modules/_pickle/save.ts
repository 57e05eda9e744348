// Objects as pickle opcodes: what Pickler.dump and dumps do for each kind of object. Mirrors the saving half of Modules/_pickle.c. See docs/modules.md.
import { surrogatePassEncode } from "../../base/codecs.ts";
import { encodeUtf8 } from "../../base/codec-utf8.ts";
import { doubleRepr } from "../../base/float-format.ts";
import { type Text, textAt, textFromHost, textIsAscii, textLength } from "../../base/text.ts";
import {
  addressText, asIndex, byteArrayBytes, ByteArrayType, BytesType, call, closeScope, type Container, dictGet, dictItems, dictLength, DictType, dropError, Ellipsis,
  enterNative, exc, False, FloatType, FrozenSetType, fullName, fullTypeNameOf, getAttrText, getItem, getIter, hold, insteadOf, intern, isCallable, isDict, isExactInt, isExactStr, isFunction,
  isStr, isTuple, isType, iterNext, type Leaf, leaveNative, ListType, lookupAttr, lookupAttrText, matches, newBytes, newInt, newList, newStr, newText, newTuple, None,
  NotImplemented, NULL, openScope, overflowError, PyError, type PyFloat, type PyObject, type PyStr, recOf, reprText, runtimeError, SetType, str, strText, StrType, textOf,
  textOfStr, True, truth, TupleType, typeError, typeOf, type TypeRec, TypeType, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { isCContiguous, isFContiguous, viewSize } from "../../types/buffer.ts";
import { addNote } from "../../types/exception-notes.ts";
import { encode } from "../../core/codec-hooks.ts";
import { NoneType } from "../../types/none.ts";
import { EllipsisType, NotImplementedTypeRec } from "../../types/singletons.ts";
import { setItems, setLength } from "../../types/set/set-object.ts";
import { internStr } from "../../types/str/str-object.ts";
import { FRAME_TARGET, Output } from "./output.ts";
import { PickleBufferType, wrappedView } from "./pickle-buffer.ts";
import { attributePath, BATCH_SIZE, importedModule, type PickleState, picklingError } from "./state.ts";

/** From this nesting on, fast mode looks for cycles. */
const FAST_NESTING_LIMIT = 50;

const byte = (c: string): number => c.charCodeAt(0);
const MARK = byte("(");
const POP = byte("0");
const POP_MARK = byte("1");
const REDUCE = byte("R");
const APPEND = byte("a");
const APPENDS = byte("e");
const SETITEM = byte("s");
const SETITEMS = byte("u");
const BUILD = byte("b");
const TUPLE = byte("t");
const TUPLE2 = 0x86;
const MEMOIZE = 0x94;

/** Everything that one pickler knows; the fields own their objects. */
export class Saver {
  readonly output = new Output();
  /** Objects written so far and their numbers; the keys are owned. */
  memo: Map<PyObject, number> = new Map();
  protocol = 0;
  bin = 0;
  fast = 0;
  fixImports = false;
  /** The file's write method; null for dumps. */
  write: Value | null = null;
  bufferCallback: Value | null = null;
  dispatchTable: Value | null = null;
  /** What was assigned to `persistent_id` of the pickler. */
  persistentIdAttribute: Value | null = null;
  /** Those of the dump that is going on; null where nothing is overridden. */
  persistentId: Value | null = null;
  reducerOverride: Value | null = null;
  fastNesting = 0;
  fastMemo: Set<PyObject> | null = null;
  running = false;
}

/** One dump: the pickler's state with what it needs all the time. */
export interface Saving {
  readonly vm: Vm;
  readonly s: Saver;
  readonly out: Output;
  readonly state: PickleState;
}

function serializing(vm: Vm, error: unknown, object: Value, what: string): void {
  addNote(vm, error, `when serializing ${fullTypeNameOf(typeOf(object))} ${what}`);
}

/** Runs `step`; its errors say where they happened. */
function noted(p: Saving, object: Value | undefined, what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof PyError) serializing(p.vm, error, object ?? None, what);
    throw error;
  }
}

/** Hands what was written so far to the file. */
export function flush(p: Saving): void {
  const { vm, s, out } = p;
  if (s.write === null) return;
  const mark = openScope(vm);
  call(vm, hold(vm, s.write), [newBytes(out.take())]);
  closeScope(vm, mark);
}

function memoize(p: Saving, object: PyObject): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) return;
  const index = s.memo.size;
  if (!s.memo.has(object)) object.rc++;
  s.memo.set(object, index);
  if (s.protocol >= 4) out.byte(vm, MEMOIZE);
  else if (s.bin === 0) out.text(vm, `p${index}\n`);
  else if (index < 256) out.two(vm, 0x71, index);
  else out.number(vm, 0x72, index, 4);
}

function saveGet(p: Saving, index: number): void {
  const { vm, s, out } = p;
  if (s.bin === 0) out.text(vm, `g${index}\n`);
  else if (index < 256) out.two(vm, 0x68, index);
  else out.number(vm, 0x6a, index, 4);
}

function enterFast(p: Saving, object: PyObject): void {
  const { vm, s } = p;
  if (++s.fastNesting < FAST_NESTING_LIMIT) return;
  s.fastMemo ??= new Set();
  if (s.fastMemo.has(object)) {
    s.fastNesting = -1;
    throw valueError(vm, `fast mode: can't pickle cyclic objects including object type ${fullName(object.type)} at ${addressText(vm, object)}`);
  }
  s.fastMemo.add(object);
}

function leaveFast(p: Saving, object: PyObject): void {
  if (p.s.fastNesting-- >= FAST_NESTING_LIMIT) p.s.fastMemo?.delete(object);
}

/** Writes one object; `isId` for persistent ids, which have none of their own. */
export function save(p: Saving, object: Value, isId = false): void {
  const { vm, s, out } = p;
  if (out.frameFull) {
    out.closeFrame();
    if (s.write !== null) {
      flush(p);
      out.clear();
    }
  }
  if (s.persistentId !== null && !isId && savePersistent(p, object)) return;
  if (typeof object === "number") {
    saveNumber(p, object);
    return;
  }
  const { type } = object;
  if (object === None) {
    out.byte(vm, 0x4e);
    return;
  }
  if (object === True || object === False) {
    if (s.protocol >= 2) out.byte(vm, object === True ? 0x88 : 0x89);
    else out.text(vm, object === True ? "I01\n" : "I00\n");
    return;
  }
  if (isExactInt(object)) {
    saveBig(p, BigInt((object as Leaf).data as number | bigint));
    return;
  }
  if (type === FloatType) {
    saveFloat(p, (object as PyFloat).v);
    return;
  }
  const known = s.memo.get(object);
  if (known !== undefined) {
    saveGet(p, known);
    return;
  }
  if (type === StrType) {
    saveText(p, object as PyStr);
    return;
  }
  if (type === BytesType) {
    saveBytes(p, object as Leaf);
    return;
  }
  enterNative(vm, " while pickling an object");
  try {
    saveObject(p, object, type);
  } finally {
    leaveNative(vm);
  }
}

function saveObject(p: Saving, object: PyObject, type: TypeRec): void {
  const { vm, s } = p;
  switch (type) {
    case DictType:
      saveDict(p, object as Container);
      return;
    case SetType:
      saveSet(p, object as Container);
      return;
    case FrozenSetType:
      saveFrozenSet(p, object as Container);
      return;
    case ListType:
      saveList(p, object as Container);
      return;
    case TupleType:
      saveTuple(p, object as Container);
      return;
    case ByteArrayType:
      saveByteArray(p, object as Container);
      return;
    case PickleBufferType:
      savePickleBuffer(p, object as Container);
      return;
  }
  let reduced: Value | undefined;
  if (s.reducerOverride !== null) {
    reduced = call(vm, hold(vm, s.reducerOverride), [object]);
    if (reduced === NotImplemented) reduced = undefined;
  }
  if (reduced === undefined) {
    if (type === TypeType) {
      saveType(p, object as Container);
      return;
    }
    if (isFunction(object)) {
      saveGlobal(p, object, undefined);
      return;
    }
    const reduce = reducerOf(p, type);
    if (reduce !== undefined) reduced = call(vm, reduce, [object]);
    else if (isType(object)) {
      saveGlobal(p, object, undefined);
      return;
    } else {
      const reduceEx = lookupAttrText(vm, object, "__reduce_ex__");
      if (reduceEx !== undefined) reduced = call(vm, reduceEx, [s.protocol]);
      else {
        const plain = lookupAttrText(vm, object, "__reduce__");
        if (plain === undefined) throw picklingError(vm, `Can't pickle ${fullTypeNameOf(type)} object`);
        reduced = call(vm, plain, []);
      }
    }
  }
  if (isStr(reduced)) {
    saveGlobal(p, object, reduced);
    return;
  }
  const answer = reduced;
  noted(p, object, "object", () => {
    if (!isTuple(answer)) throw picklingError(vm, `__reduce__ must return a string or tuple, not ${fullTypeNameOf(typeOf(answer))}`);
    saveReduce(p, answer, object);
  });
}

/** What the pickler's own dispatch table, or copyreg's, has for a type. */
function reducerOf(p: Saving, type: TypeRec): Value | undefined {
  const { vm, s } = p;
  if (s.dispatchTable === null) {
    const found = dictGet(vm, p.state.dispatchTable, type.obj);
    return found === undefined ? undefined : hold(vm, found);
  }
  try {
    return getItem(vm, hold(vm, s.dispatchTable), type.obj);
  } catch (error) {
    if (!matches(error, exc.KeyErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function savePersistent(p: Saving, object: Value): boolean {
  const { vm, s, out } = p;
  const id = call(vm, hold(vm, s.persistentId!), [object]);
  if (id === None) return false;
  if (s.bin !== 0) {
    save(p, id, true);
    out.byte(vm, 0x51);
    return true;
  }
  const text = strText(str(vm, id));
  if (!textIsAscii(text)) throw picklingError(vm, "persistent IDs in protocol 0 must be ASCII strings");
  out.text(vm, `P${text as string}\n`);
  return true;
}

// ---- numbers

function saveNumber(p: Saving, n: number): void {
  const { vm, out } = p;
  if (p.s.bin !== 0 && n >= -2147483648 && n <= 2147483647) {
    if (n >= 0 && n <= 255) out.two(vm, 0x4b, n);
    else if (n >= 0 && n <= 65535) out.number(vm, 0x4d, n, 2);
    else out.number(vm, 0x4a, n >>> 0, 4);
    return;
  }
  if (p.s.bin === 0 && n >= -2147483648 && n <= 2147483647) {
    out.text(vm, `I${n}\n`);
    return;
  }
  saveBig(p, BigInt(n));
}

function saveBig(p: Saving, n: bigint): void {
  const { vm, out } = p;
  if (BigInt.asIntN(53, n) === n && n >= -2147483648n && n <= 2147483647n) {
    saveNumber(p, Number(n));
    return;
  }
  if (p.s.protocol < 2) {
    out.text(vm, `L${reprText(vm, newInt(n))}L\n`);
    return;
  }
  const digits = (n < 0n ? -n : n).toString(16);
  const bits = digits.length * 4 - (Math.clz32(Number.parseInt(digits[0]!, 16)) - 28);
  let size = (bits >> 3) + 1;
  if (size > 0x7fffffff) throw overflowError(vm, "int too large to pickle");
  const bytes = new Uint8Array(size);
  const hex = BigInt.asUintN(size * 8, n).toString(16).padStart(size * 2, "0");
  for (let i = 0; i < size; i++) bytes[size - 1 - i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  if (n < 0n && size > 1 && bytes[size - 1] === 0xff && (bytes[size - 2]! & 0x80) !== 0) size--;
  if (size < 256) out.two(vm, 0x8a, size);
  else out.number(vm, 0x8b, size, 4);
  out.write(vm, bytes.subarray(0, size));
}

function saveFloat(p: Saving, v: number): void {
  const { vm, out } = p;
  if (p.s.bin === 0) {
    out.text(vm, `F${doubleRepr(v)}\n`);
    return;
  }
  const data = new DataView(new ArrayBuffer(9));
  data.setUint8(0, 0x47);
  data.setFloat64(1, v, false);
  out.write(vm, new Uint8Array(data.buffer));
}

// ---- bytes and text

/** A header and its data; much data goes to the file by itself, outside frames. */
function writeData(p: Saving, opcode: number, size: number, data: Uint8Array, payload: Value | undefined): void {
  const { vm, s, out } = p;
  const large = data.length >= FRAME_TARGET;
  const { framing } = out;
  if (large) {
    out.closeFrame();
    out.framing = false;
  }
  if (size === 1) out.two(vm, opcode, data.length);
  else out.number(vm, opcode, data.length, size);
  if (large && s.write !== null) {
    flush(p);
    const mark = openScope(vm);
    call(vm, hold(vm, s.write), [payload ?? newBytes(data.slice())]);
    closeScope(vm, mark);
    out.clear();
  } else out.write(vm, data);
  out.framing = framing;
}

function writeBytes(p: Saving, object: PyObject, data: Uint8Array): void {
  if (data.length <= 255) writeData(p, 0x43, 1, data, object);
  else if (data.length <= 0xffffffff) writeData(p, 0x42, 4, data, object);
  else if (p.s.protocol >= 4) writeData(p, 0x8e, 8, data, object);
  else throw overflowError(p.vm, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
  memoize(p, object);
}

function saveBytes(p: Saving, object: Leaf): void {
  const { vm, state } = p;
  const data = object.data as Uint8Array;
  if (p.s.protocol >= 3) {
    writeBytes(p, object, data);
    return;
  }
  const mark = openScope(vm);
  if (data.length === 0) saveReduce(p, newTuple(vm, [BytesType.obj, newTuple(vm, [])]), object);
  else {
    let text = "";
    for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode.apply(null, data.subarray(i, i + 8192) as unknown as number[]);
    saveReduce(p, newTuple(vm, [state.encode, newTuple(vm, [newStr(text), intern(vm, "latin1")])]), object);
  }
  closeScope(vm, mark);
}

function saveByteArray(p: Saving, object: Container): void {
  const { vm } = p;
  const data = byteArrayBytes(object);
  if (p.s.protocol >= 5) {
    writeData(p, 0x96, 8, data, object);
    memoize(p, object);
    return;
  }
  saveReduce(p, newTuple(vm, [ByteArrayType.obj, newTuple(vm, data.length === 0 ? [] : [newBytes(data.slice())])]), object);
}

function savePickleBuffer(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.protocol < 5) throw picklingError(vm, "PickleBuffer can only be pickled with protocol >= 5");
  const view = wrappedView(vm, object);
  if (!isCContiguous(view) && !isFContiguous(view)) throw picklingError(vm, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
  const inBand = s.bufferCallback === null || truth(vm, call(vm, hold(vm, s.bufferCallback), [object]));
  if (!inBand) {
    out.byte(vm, 0x97);
    if (view.readonly) out.byte(vm, 0x98);
    return;
  }
  const data = view.bytes.subarray(view.offset, view.offset + viewSize(view));
  if (view.readonly) {
    const size = data.length <= 255 ? 1 : data.length <= 0xffffffff ? 4 : 8;
    writeData(p, size === 1 ? 0x43 : size === 4 ? 0x42 : 0x8e, size, data, undefined);
  } else writeData(p, 0x96, 8, data, undefined);
  memoize(p, object);
}

/** UTF-8 in which surrogates pass. */
export function utf8Of(text: Text): Uint8Array {
  return encodeUtf8(text, (encoding, t, start, end) => surrogatePassEncode(encoding, t, start, end)!);
}

function saveText(p: Saving, object: PyStr): void {
  const { vm, s, out } = p;
  const text = strText(object);
  if (s.bin === 0) {
    out.text(vm, `V${rawEscaped(text)}\n`);
    memoize(p, object);
    return;
  }
  const data = utf8Of(text);
  if (data.length <= 255 && s.protocol >= 4) writeData(p, 0x8c, 1, data, undefined);
  else if (data.length <= 0xffffffff) writeData(p, 0x58, 4, data, undefined);
  else if (s.protocol >= 4) writeData(p, 0x8d, 8, data, undefined);
  else throw overflowError(vm, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
  memoize(p, object);
}

/** raw-unicode-escape that escapes backslashes and what would end the line too. */
function rawEscaped(text: Text): string {
  let escaped = "";
  for (let i = 0; i < textLength(text); i++) {
    const c = textAt(text, i);
    if (c >= 0x10000) escaped += `\\U${c.toString(16).padStart(8, "0")}`;
    else if (c >= 256 || c === 92 || c === 0 || c === 10 || c === 13 || c === 26) escaped += `\\u${c.toString(16).padStart(4, "0")}`;
    else escaped += String.fromCharCode(c);
  }
  return escaped;
}

// ---- containers

function saveTuple(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  const n = (object.data as Value[]).length;
  if (n === 0) {
    if (s.bin !== 0) out.byte(vm, 0x29);
    else out.text(vm, "(t");
    return;
  }
  const short = n <= 3 && s.protocol >= 2;
  if (!short) out.byte(vm, MARK);
  let i = 0;
  try {
    for (; i < n; i++) {
      const mark = openScope(vm);
      save(p, (object.data as Value[])[i]!);
      closeScope(vm, mark);
    }
  } catch (error) {
    if (error instanceof PyError) serializing(vm, error, object, `item ${i}`);
    throw error;
  }
  // Saving the items may have saved the tuple itself: it is part of a cycle.
  const known = s.memo.get(object);
  if (known === undefined) {
    out.byte(vm, short ? 0x84 + n : TUPLE);
    memoize(p, object);
    return;
  }
  if (short) for (let k = 0; k < n; k++) out.byte(vm, POP);
  else if (s.bin !== 0) out.byte(vm, POP_MARK);
  else for (let k = 0; k <= n; k++) out.byte(vm, POP);
  saveGet(p, known);
}

function saveList(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.bin !== 0) out.byte(vm, 0x5d);
  else out.text(vm, "(l");
  const n = (object.data as Value[]).length;
  memoize(p, object);
  if (n !== 0) {
    if (s.protocol > 0) {
      enterNative(vm, " while pickling an object");
      try {
        batchList(p, object);
      } finally {
        leaveNative(vm);
      }
    } else saveItems(p, getIter(vm, object), object);
  }
  if (s.fast !== 0) leaveFast(p, object);
}

function batchList(p: Saving, object: Container): void {
  const { vm, out } = p;
  const items = (): Value[] => object.data as Value[];
  let total = 0;
  const one = (): void => {
    const mark = openScope(vm);
    save(p, hold(vm, items()[total]!));
    closeScope(vm, mark);
  };
  try {
    if (items().length === 1) {
      one();
      out.byte(vm, APPEND);
      return;
    }
    do {
      let batch = 0;
      out.byte(vm, MARK);
      while (total < items().length) {
        one();
        total++;
        if (++batch === BATCH_SIZE) break;
      }
      out.byte(vm, APPENDS);
    } while (total < items().length);
  } catch (error) {
    if (error instanceof PyError) serializing(vm, error, object, `item ${total}`);
    throw error;
  }
}

/** Items of an iterator in batches. */
function batched(p: Saving, iterator: Value, first: number, many: number, write: (item: Value) => void): void {
  const { vm, s, out } = p;
  const next = (): Value | undefined => iterNext(vm, iterator);
  if (s.bin === 0) {
    for (;;) {
      const mark = openScope(vm);
      const item = next();
      if (item !== undefined) {
        write(item);
        out.byte(vm, first);
      }
      closeScope(vm, mark);
      if (item === undefined) return;
    }
  }
  let n: number;
  do {
    const mark = openScope(vm);
    const item = next();
    if (item === undefined) return;
    let following = next();
    if (following === undefined) {
      write(item);
      out.byte(vm, first);
      closeScope(vm, mark);
      return;
    }
    out.byte(vm, MARK);
    write(item);
    n = 1;
    while (following !== undefined) {
      const inner = openScope(vm);
      write(following);
      n++;
      closeScope(vm, inner);
      if (n === BATCH_SIZE) break;
      following = next();
    }
    out.byte(vm, many);
    closeScope(vm, mark);
  } while (n === BATCH_SIZE);
}

function saveItems(p: Saving, iterator: Value, object: Value): void {
  let index = 0;
  batched(p, iterator, APPEND, APPENDS, (item) => {
    try {
      save(p, item);
    } catch (error) {
      if (error instanceof PyError) serializing(p.vm, error, object, `item ${index}`);
      throw error;
    }
    index++;
  });
}

function savePair(p: Saving, key: Value, value: Value, object: Value): void {
  save(p, key);
  try {
    save(p, value);
  } catch (error) {
    if (error instanceof PyError) serializing(p.vm, error, object, `item ${reprText(p.vm, key)}`);
    throw error;
  }
}

function savePairs(p: Saving, iterator: Value, object: Value): void {
  batched(p, iterator, SETITEM, SETITEMS, (item) => {
    if (!isTuple(item) || (item.data as Value[]).length !== 2) throw typeError(p.vm, "dict items iterator must return 2-tuples");
    const [key, value] = item.data as [Value, Value];
    savePair(p, key, value, object);
  });
}

function saveDict(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.bin !== 0) out.byte(vm, 0x7d);
  else out.text(vm, "(d");
  memoize(p, object);
  if (dictLength(object) !== 0) {
    if (s.protocol > 0) {
      enterNative(vm, " while pickling an object");
      try {
        batchDict(p, object);
      } finally {
        leaveNative(vm);
      }
    } else savePairs(p, getIter(vm, call(vm, getAttrText(vm, object, "items"), [])), object);
  }
  if (s.fast !== 0) leaveFast(p, object);
}

function batchDict(p: Saving, object: Container): void {
  const { vm, out } = p;
  const size = dictLength(object);
  const entries = (): Value[] => (object.data as { entries: Value[] }).entries;
  let at = 0;
  /** Writes the next entry; false at the end. */
  const one = (): boolean => {
    while (at < entries().length && entries()[at] === NULL) at += 2;
    if (at >= entries().length) return false;
    const mark = openScope(vm);
    const key = hold(vm, entries()[at]!);
    const value = hold(vm, entries()[at + 1]!);
    at += 2;
    savePair(p, key, value, object);
    closeScope(vm, mark);
    return true;
  };
  if (size === 1) {
    one();
    out.byte(vm, SETITEM);
    return;
  }
  let n: number;
  do {
    n = 0;
    out.byte(vm, MARK);
    while (one()) if (++n === BATCH_SIZE) break;
    out.byte(vm, SETITEMS);
    if (dictLength(object) !== size) throw runtimeError(vm, "dictionary changed size during iteration");
  } while (n === BATCH_SIZE);
}

function saveSet(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.protocol < 4) {
    saveReduce(p, newTuple(vm, [SetType.obj, newTuple(vm, [newList(vm, setItems(object))])]), object);
    return;
  }
  out.byte(vm, 0x8f);
  memoize(p, object);
  const size = setLength(object);
  if (size === 0) return;
  const items = setItems(object);
  for (const item of items) hold(vm, item);
  let at = 0;
  let n: number;
  do {
    n = 0;
    out.byte(vm, MARK);
    saveElements(p, object, items, at, Math.min(items.length, at + BATCH_SIZE));
    n = Math.min(items.length - at, BATCH_SIZE);
    at += n;
    out.byte(vm, 0x90);
    if (setLength(object) !== size) throw runtimeError(vm, "set changed size during iteration");
  } while (n === BATCH_SIZE);
}

function saveElements(p: Saving, object: Container, items: readonly Value[], from: number, to: number): void {
  noted(p, object, "element", () => {
    for (let i = from; i < to; i++) {
      const mark = openScope(p.vm);
      save(p, items[i]!);
      closeScope(p.vm, mark);
    }
  });
}

function saveFrozenSet(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.protocol < 4) {
    saveReduce(p, newTuple(vm, [FrozenSetType.obj, newTuple(vm, [newList(vm, setItems(object))])]), object);
    return;
  }
  out.byte(vm, MARK);
  const items = setItems(object);
  saveElements(p, object, items, 0, items.length);
  if (s.fast !== 0) leaveFast(p, object);
  const known = s.memo.get(object);
  if (known !== undefined) {
    out.byte(vm, POP_MARK);
    saveGet(p, known);
    return;
  }
  out.byte(vm, 0x91);
  memoize(p, object);
}

// ---- globals

function saveType(p: Saving, object: Container): void {
  const { vm } = p;
  const record = recOf(object);
  const singleton = record === NoneType ? None : record === EllipsisType ? Ellipsis : record === NotImplementedTypeRec ? NotImplemented : undefined;
  if (singleton === undefined) saveGlobal(p, object, undefined);
  else saveReduce(p, newTuple(vm, [TypeType.obj, newTuple(vm, [singleton])]), object);
}

/** A PicklingError while another error is being handled. */
function inContextOf(vm: Vm, cause: PyError, message: () => string): PyError {
  const error = insteadOf(vm, cause, () => picklingError(vm, message()));
  exc.setOwned(vm, error.exc, "context", cause.exc);
  return error;
}

function moduleOf(p: Saving, object: PyObject, name: string): PyStr {
  const { vm } = p;
  const path = name.split(".");
  let module = lookupAttrText(vm, object, "__module__");
  if (path.includes("<locals>")) throw picklingError(vm, `Can't pickle local object ${reprText(vm, object)}`);
  if (module === undefined || module === None) {
    module = undefined;
    for (const [key, candidate] of Array.from(dictItems(vm.modules))) {
      if (!isStr(key) || textOf(key) === "__main__" || textOf(key) === "__mp_main__" || candidate === None) continue;
      hold(vm, candidate);
      if (lookupPath(vm, candidate, path) === object) return isExactStr(key) ? internStr(vm, key) : hold(vm, key);
    }
    module = intern(vm, "__main__");
  }
  if (!isStr(module)) throw typeError(vm, `module name must be a string`);
  const shown = (): string => reprText(vm, object);
  let loaded: Value;
  try {
    loaded = importedModule(vm, module);
  } catch (error) {
    if (!matches(error, exc.ImportErrorType) && !matches(error, exc.ValueErrorType) && !matches(error, exc.KeyErrorType)) throw error;
    throw inContextOf(vm, error, () => `Can't pickle ${shown()}: ${textOfStr(vm, error.exc)}`);
  }
  let found: Value;
  try {
    found = attributePath(vm, loaded, path);
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType)) throw error;
    throw inContextOf(vm, error, () => `Can't pickle ${shown()}: it's not found as ${textOf(module)}.${name}`);
  }
  if (found !== object) throw picklingError(vm, `Can't pickle ${shown()}: it's not the same object as ${textOf(module)}.${name}`);
  return module;
}

function lookupPath(vm: Vm, object: Value, path: readonly string[]): Value | undefined {
  let found: Value | undefined = object;
  for (const name of path) {
    found = lookupAttr(vm, found, intern(vm, name));
    if (found === undefined) return undefined;
  }
  return found;
}

function saveGlobal(p: Saving, object: PyObject, given: PyStr | undefined): void {
  const { vm, s, out, state } = p;
  const nameObject = given ?? lookupAttrText(vm, object, "__qualname__") ?? getAttrText(vm, object, "__name__");
  if (!isStr(nameObject)) throw typeError(vm, "name must be a string");
  const name = textOf(nameObject);
  const module = moduleOf(p, object, name);
  if (s.protocol >= 2) {
    const code = dictGet(vm, state.extensionRegistry, newTuple(vm, [module, nameObject]));
    if (code !== undefined) {
      const wide = asIndex(vm, code);
      if (BigInt.asIntN(64, BigInt(wide)) !== BigInt(wide)) throw overflowError(vm, "Python int too large to convert to C long");
      const n = Number(wide);
      if (n <= 0 || n > 0x7fffffff) throw runtimeError(vm, `extension code ${n} is out of range`);
      if (n <= 0xff) out.two(vm, 0x82, n);
      else if (n <= 0xffff) out.number(vm, 0x83, n, 2);
      else out.number(vm, 0x84, n, 4);
      return;
    }
  }
  if (s.protocol >= 4) {
    save(p, module);
    save(p, nameObject);
    out.byte(vm, 0x93);
  } else {
    const path = name.split(".");
    const attributes = path.slice(1);
    for (let i = 0; i < attributes.length; i++) {
      save(p, state.getattr);
      if (s.protocol < 2) out.byte(vm, MARK);
    }
    saveToplevel(p, textOf(module), path[0]!);
    for (const attribute of attributes) {
      save(p, newText(textFromHost(attribute)));
      out.byte(vm, s.protocol < 2 ? TUPLE : TUPLE2);
      out.byte(vm, REDUCE);
    }
  }
  memoize(p, object);
}

function saveToplevel(p: Saving, moduleName: string, globalName: string): void {
  const { vm, s, out, state } = p;
  let module: PyStr = newText(textFromHost(moduleName));
  let name: PyStr = newText(textFromHost(globalName));
  if (s.fixImports && s.protocol < 3) {
    const pair = dictGet(vm, state.reverseNameMapping, newTuple(vm, [module, name]));
    if (pair !== undefined) {
      if (!isTuple(pair) || (pair.data as Value[]).length !== 2) throw runtimeError(vm, `_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not ${fullName(typeOf(pair))}`);
      const [m, n] = pair.data as [Value, Value];
      if (!isStr(m) || !isStr(n)) throw runtimeError(vm, `_compat_pickle.REVERSE_NAME_MAPPING values should be pairs of str, not (${fullName(typeOf(m))}, ${fullName(typeOf(n))})`);
      module = m;
      name = n;
    } else {
      const renamed = dictGet(vm, state.reverseImportMapping, module);
      if (renamed !== undefined) {
        if (!isStr(renamed)) throw runtimeError(vm, `_compat_pickle.REVERSE_IMPORT_MAPPING values should be strings, not ${fullName(typeOf(renamed))}`);
        module = renamed;
      }
    }
  }
  const identifier = (what: string, text: PyStr): Uint8Array => {
    try {
      return (encode(vm, text, newStr(s.protocol >= 3 ? "utf-8" : "ascii"), undefined) as Leaf).data as Uint8Array;
    } catch (error) {
      if (!matches(error, exc.UnicodeErrorType)) throw error;
      throw inContextOf(vm, error, () => `can't pickle ${what} identifier ${reprText(vm, text)} using pickle protocol ${s.protocol}`);
    }
  };
  out.byte(vm, 0x63);
  out.write(vm, identifier("module", module));
  out.byte(vm, 10);
  out.write(vm, identifier("global", name));
  out.byte(vm, 10);
}

// ---- what __reduce__ answers

function saveReduce(p: Saving, reduced: Container, object: PyObject | undefined): void {
  const { vm, s, out } = p;
  const items = reduced.data as Value[];
  hold(vm, reduced);
  if (items.length < 2 || items.length > 6) throw picklingError(vm, "tuple returned by __reduce__ must contain 2 through 6 elements");
  const given = (i: number): Value | undefined => (items[i] === None ? undefined : items[i]);
  const kind = (v: Value): string => fullTypeNameOf(typeOf(v));
  const callable = items[0]!;
  const args = items[1]!;
  const state = given(2);
  const listItems = given(3);
  const dictItemsIterator = given(4);
  const setter = given(5);
  if (!isCallable(callable)) throw picklingError(vm, `first item of the tuple returned by __reduce__ must be callable, not ${kind(callable)}`);
  if (!isTuple(args)) throw picklingError(vm, `second item of the tuple returned by __reduce__ must be a tuple, not ${kind(args)}`);
  if (listItems !== undefined && typeOf(listItems).tp_iternext === undefined) throw picklingError(vm, `fourth item of the tuple returned by __reduce__ must be an iterator, not ${kind(listItems)}`);
  if (dictItemsIterator !== undefined && typeOf(dictItemsIterator).tp_iternext === undefined) throw picklingError(vm, `fifth item of the tuple returned by __reduce__ must be an iterator, not ${kind(dictItemsIterator)}`);
  if (setter !== undefined && !isCallable(setter)) throw picklingError(vm, `sixth item of the tuple returned by __reduce__ must be callable, not ${kind(setter)}`);
  let how = "";
  if (s.protocol >= 2) {
    const name = lookupAttrText(vm, callable, "__name__");
    if (name !== undefined && isStr(name)) how = textOf(name);
  }
  if (how === "__newobj_ex__") saveNewObjEx(p, args.data as Value[], object);
  else if (how === "__newobj__") saveNewObj(p, args.data as Value[], object);
  else {
    noted(p, object, "reconstructor", () => save(p, callable));
    noted(p, object, "reconstructor arguments", () => save(p, args));
    out.byte(vm, REDUCE);
  }
  if (object !== undefined) {
    const known = s.memo.get(object);
    if (known !== undefined) {
      // Part of a cycle: the arguments have made it already.
      out.byte(vm, POP);
      saveGet(p, known);
      return;
    }
    memoize(p, object);
  }
  if (listItems !== undefined) saveItems(p, listItems, object ?? None);
  if (dictItemsIterator !== undefined) savePairs(p, dictItemsIterator, object ?? None);
  if (state === undefined) return;
  if (setter === undefined) {
    noted(p, object, "state", () => save(p, state));
    out.byte(vm, BUILD);
    return;
  }
  noted(p, object, "state setter", () => save(p, setter));
  save(p, object!);
  noted(p, object, "state", () => save(p, state));
  out.byte(vm, TUPLE2);
  out.byte(vm, REDUCE);
  out.byte(vm, POP);
}

function saveNewObjEx(p: Saving, items: readonly Value[], object: PyObject | undefined): void {
  const { vm, s, out } = p;
  if (items.length !== 3) throw picklingError(vm, `__newobj_ex__ expected 3 arguments, got ${items.length}`);
  const [cls, args, kwargs] = items as [Value, Value, Value];
  const kind = (v: Value): string => fullTypeNameOf(typeOf(v));
  if (!isType(cls)) throw picklingError(vm, `first argument to __newobj_ex__() must be a class, not ${kind(cls)}`);
  if (!isTuple(args)) throw picklingError(vm, `second argument to __newobj_ex__() must be a tuple, not ${kind(args)}`);
  if (!isDict(kwargs)) throw picklingError(vm, `third argument to __newobj_ex__() must be a dict, not ${kind(kwargs)}`);
  if (s.protocol >= 4) {
    noted(p, object, "class", () => save(p, cls));
    noted(p, object, "__new__ arguments", () => {
      save(p, args);
      save(p, kwargs);
    });
    out.byte(vm, 0x92);
    return;
  }
  const names: PyStr[] = [];
  const values: Value[] = [getAttrText(vm, cls, "__new__"), cls, ...(args.data as Value[])];
  for (const [name, value] of dictItems(kwargs)) {
    names.push(name as PyStr);
    values.push(value);
  }
  const partial = call(vm, p.state.partial, values, names.length === 0 ? null : names);
  noted(p, object, "reconstructor", () => save(p, partial));
  save(p, newTuple(vm, []));
  out.byte(vm, REDUCE);
}

function saveNewObj(p: Saving, items: readonly Value[], object: PyObject | undefined): void {
  const { vm, out } = p;
  if (items.length < 1) throw picklingError(vm, `__newobj__ expected at least 1 argument, got 0`);
  const cls = items[0]!;
  if (!isType(cls)) throw picklingError(vm, `first argument to __newobj__() must be a class, not ${fullTypeNameOf(typeOf(cls))}`);
  if (object !== undefined) {
    const actual = getAttrText(vm, object, "__class__");
    if (actual !== cls) throw picklingError(vm, `first argument to __newobj__() must be ${reprText(vm, actual)}, not ${reprText(vm, cls)}`);
  }
  noted(p, object, "class", () => save(p, cls));
  const rest = newTuple(vm, items.slice(1));
  noted(p, object, "__new__ arguments", () => save(p, rest));
  out.byte(vm, 0x81);
}

/** A whole pickle: protocol, object, stop. */
export function dumpObject(p: Saving, object: Value): void {
  const { vm, s, out } = p;
  if (s.protocol >= 2) {
    out.two(vm, 0x80, s.protocol);
    if (s.protocol >= 4) out.framing = true;
  }
  try {
    save(p, object);
    out.byte(vm, 0x2e);
    out.closeFrame();
  } finally {
    out.framing = false;
  }
}
