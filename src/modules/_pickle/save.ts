// Objects as pickle opcodes: which way of writing each kind of object takes. Mirrors save() of Modules/_pickle.c; the ways stand in save-*.ts. See
// docs/modules.md.
import { textIsAscii } from "../../base/text.ts";
import {
  ByteArrayType, BytesType, call, type Container, dictGet, DictType, dropError, enterNative, exc, False, FloatType, FrozenSetType, fullTypeNameOf, getItem,
  hold, isExactInt, isFunction, isStr, isTuple, isType, type Leaf, leaveNative, ListType, lookupAttrText, matches, None, NotImplemented, type PyFloat,
  type PyObject, type PyStr, SetType, str, strText, StrType, True, TupleType, typeOf, type TypeRec, TypeType, type Value,
} from "../../core/api.ts";
import { PickleBufferType } from "./pickle-buffer.ts";
import { saveDict, saveFrozenSet, saveList, saveSet, saveTuple } from "./save-containers.ts";
import { saveGlobal, saveType } from "./save-global.ts";
import { saveBig, saveByteArray, saveBytes, saveFloat, saveNumber, savePickleBuffer, saveText } from "./save-plain.ts";
import { saveReduce } from "./save-reduce.ts";
import { flush, noted, saveGet, type Saving } from "./saver.ts";
import { picklingError } from "./state.ts";

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
