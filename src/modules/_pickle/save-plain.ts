// Numbers, bytes, buffers and text as pickle opcodes. Mirrors save_long, save_bytes, save_unicode and their like of Modules/_pickle.c. See
// docs/modules.md.
import { encodeUtf8 } from "../../base/codec-utf8.ts";
import { surrogatePassEncode } from "../../base/codecs.ts";
import { doubleRepr } from "../../base/float-format.ts";
import { type Text, textAt, textLength } from "../../base/text.ts";
import {
  byteArrayBytes, ByteArrayType, BytesType, call, closeScope, type Container, hold, intern, type Leaf, newBytes, newInt, newStr, newTuple, openScope,
  overflowError, type PyObject, type PyStr, reprText, strText, truth, type Value,
} from "../../core/api.ts";
import { isCContiguous, isFContiguous, viewSize } from "../../types/buffer.ts";
import { FRAME_TARGET } from "./output.ts";
import { wrappedView } from "./pickle-buffer.ts";
import { saveReduce } from "./save-reduce.ts";
import { flush, memoize, type Saving } from "./saver.ts";
import { picklingError } from "./state.ts";

export function saveNumber(p: Saving, n: number): void {
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

export function saveBig(p: Saving, n: bigint): void {
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

export function saveFloat(p: Saving, v: number): void {
  const { vm, out } = p;
  if (p.s.bin === 0) {
    out.text(vm, `F${doubleRepr(v)}\n`);
    return;
  }
  out.float(vm, 0x47, v);
}

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

export function saveBytes(p: Saving, object: Leaf): void {
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

export function saveByteArray(p: Saving, object: Container): void {
  const { vm } = p;
  const data = byteArrayBytes(object);
  if (p.s.protocol >= 5) {
    writeData(p, 0x96, 8, data, object);
    memoize(p, object);
    return;
  }
  saveReduce(p, newTuple(vm, [ByteArrayType.obj, newTuple(vm, data.length === 0 ? [] : [newBytes(data.slice())])]), object);
}

export function savePickleBuffer(p: Saving, object: Container): void {
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
function utf8Of(text: Text): Uint8Array {
  return encodeUtf8(text, (encoding, t, start, end) => surrogatePassEncode(encoding, t, start, end)!);
}

/** Text below this length is written character by character. */
const SHORT = 128;

export function saveText(p: Saving, object: PyStr): void {
  const { vm, s, out } = p;
  const text = strText(object);
  if (s.bin === 0) {
    out.text(vm, `V${rawEscaped(text)}\n`);
    memoize(p, object);
    return;
  }
  if (typeof text === "string" && text.length < SHORT && out.shortAscii(vm, text, s.protocol >= 4)) {
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
