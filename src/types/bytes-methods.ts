// The methods that bytes and bytearray share. Mirrors Objects/bytes_methods.c, Objects/stringlib/transmogrify.h and the method tables
// of bytesobject.c and bytearrayobject.c. See docs/types.md.
import { checkName } from "./str/transform.ts";
import * as ops from "../base/bytes-ops.ts";
import { PythonError } from "../base/python-error.ts";
import { decode } from "../core/codec-hooks.ts";
import { asCInt, asIndex, asSsizeArgument } from "../core/convert.ts";
import { classMethod, method, staticMethod } from "../core/define.ts";
import * as exc from "./exceptions.ts";
import { dropError, matches, newError, typeError, valueError } from "../core/errors.ts";
import { collect } from "../core/iterate.ts";
import { length as lengthOf, truth } from "../core/number.ts";
import { type Container, K_BYTEARRAY, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { call } from "../core/call.ts";
import { dropAll, noteOwned } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import { asBytesLike, byteArrayBytes, getBuffer, hasBuffer, PyBUF_SIMPLE, releaseBuffer } from "./buffer.ts";
import { BytesType, isBytes, newBytes } from "./bytes.ts";
import { type ByteArrayData, newByteArray } from "./bytearray.ts";
import { adjustIndices, allocateBytes, asNeedle, sliceIndex } from "./bytes-convert.ts";
import { isList, newList } from "./list.ts";
import { notePreallocated, splitRoom } from "./list-capacity.ts";
import { None } from "./none.ts";
import { isStr, newStr, strText, textOf } from "./str/str-object.ts";
import { isTuple, newTuple } from "./tuple.ts";
import { textAt, textLength } from "../base/text.ts";

/** The bytes of a bytes or bytearray object, not copied. */
export function bytesOf(self: Value): Uint8Array {
  const o = self as Container;
  return o.type.kind === K_BYTEARRAY ? byteArrayBytes(o) : (o.data as Uint8Array);
}

/** A result of self's kind; `bytes` must be nobody else's (or bytes' own). */
export function newLike(vm: Vm, self: Value, bytes: Uint8Array): Value {
  return (self as Container).type.kind === K_BYTEARRAY ? newByteArray(vm, bytes) : newBytes(bytes);
}

/** A result that may be `self` unchanged: exact bytes objects then are the result, all others a copy. */
function newOrSelf(vm: Vm, self: Value, own: Uint8Array, result: Uint8Array): Value {
  if (result !== own) return newLike(vm, self, result);
  return (self as Container).type === BytesType ? self : newLike(vm, self, own.slice());
}

function checked(vm: Vm, run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError) throw valueError(vm, error.message);
    throw error;
  }
}

function unary(f: (b: Uint8Array) => Uint8Array) {
  return (vm: Vm, self: Value): Value => newLike(vm, self, f(bytesOf(self)));
}
function predicate(f: (b: Uint8Array) => boolean) {
  return (_vm: Vm, self: Value): Value => newBool(f(bytesOf(self)));
}

/** Runs what may run Python code while `self` cannot be resized. */
export function whileFixed<T>(self: Value, run: () => T): T {
  if ((self as Container).type.kind !== K_BYTEARRAY) return run();
  const data = (self as Container).data as ByteArrayData;
  data.exports++;
  try {
    return run();
  } finally {
    data.exports--;
  }
}

/** What to look for in `self`, which keeps its length meanwhile. */
function needleFor(vm: Vm, self: Value, sub: Value): Uint8Array {
  if (typeof sub === "number" || sub.type === BytesType || (self as Container).type.kind !== K_BYTEARRAY) return asNeedle(vm, sub);
  return whileFixed(self, () => asNeedle(vm, sub));
}

/** The same for arguments that must be bytes-like. */
function bytesFor(vm: Vm, self: Value, v: Value): Uint8Array {
  if (typeof v === "number" || v.type === BytesType || (self as Container).type.kind !== K_BYTEARRAY) return asBytesLike(vm, v);
  return whileFixed(self, () => asBytesLike(vm, v));
}

function findIn(vm: Vm, self: Value, sub: Value, start: Value | undefined, end: Value | undefined, reverse: boolean): number {
  const from = sliceIndex(vm, start, 0);
  const to = sliceIndex(vm, end, Number.MAX_SAFE_INTEGER);
  const needle = needleFor(vm, self, sub);
  const b = bytesOf(self);
  const [i, j] = adjustIndices(from, to, b.length);
  if (j - i < needle.length || i > j) return -1;
  return reverse ? ops.bytesRfind(b, needle, i, j) : ops.bytesFind(b, needle, i, j);
}

function find(reverse: boolean) {
  return (vm: Vm, self: Value, sub: Value, start?: Value, end?: Value): Value => findIn(vm, self, sub, start, end, reverse);
}
function index(reverse: boolean) {
  return (vm: Vm, self: Value, sub: Value, start?: Value, end?: Value): Value => {
    const at = findIn(vm, self, sub, start, end, reverse);
    if (at < 0) throw valueError(vm, "subsection not found");
    return at;
  };
}

function count(vm: Vm, self: Value, sub: Value, start?: Value, end?: Value): Value {
  const from = sliceIndex(vm, start, 0);
  const to = sliceIndex(vm, end, Number.MAX_SAFE_INTEGER);
  const needle = needleFor(vm, self, sub);
  const b = bytesOf(self);
  const [i, j] = adjustIndices(from, to, b.length);
  return i > j ? 0 : ops.bytesCount(b, needle, i, j);
}

/** `item in self`. */
export function containsByte(vm: Vm, self: Value, item: Value): boolean {
  if (typeof item === "number" || typeOf(item).nb_index !== undefined) {
    const n = typeof item === "number" ? intOf(vm, item) : whileFixed(self, () => intOrError(vm, item));
    if (n !== undefined) return bytesOf(self).includes(asNeedle(vm, n)[0]!);
  }
  const needle = bytesFor(vm, self, item);
  return ops.bytesFind(bytesOf(self), needle) >= 0;
}

/** Undefined where __index__ raises: the object may still be bytes-like. */
function intOrError(vm: Vm, v: Value): number | undefined {
  try {
    return intOf(vm, v);
  } catch (error) {
    if (!matches(error, exc.BaseExceptionType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function intOf(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  return n < 0 || n > 255 ? -1 : Number(n);
}

function tailMatch(name: string, atEnd: boolean) {
  return (vm: Vm, self: Value, part: Value, start?: Value, end?: Value): Value => {
    const from = sliceIndex(vm, start, 0);
    const to = sliceIndex(vm, end, Number.MAX_SAFE_INTEGER);
    const test = (piece: Value): boolean => {
      const bytes = asBytesLike(vm, piece);
      const b = bytesOf(self);
      const [i, j] = adjustIndices(from, to, b.length);
      return i <= j && ops.bytesTailMatch(b, bytes, i, j, atEnd);
    };
    if (isTuple(part)) return newBool((part.data as Value[]).some(test));
    if (!hasBuffer(part)) throw typeError(vm, `${name} first arg must be bytes or a tuple of bytes, not ${typeName(part)}`);
    return newBool(test(part));
  };
}

function join(vm: Vm, self: Value, iterable: Value): Value {
  const type = typeOf(iterable);
  if (type.tp_iter === undefined && type.sq_item === undefined) throw typeError(vm, "can only join an iterable");
  const views: ReturnType<typeof getBuffer>[] = [];
  // The separator stays in place while the items and their buffers are asked for: both may run Python code.
  const separator = (self as Container).type.kind === K_BYTEARRAY ? getBuffer(vm, self, PyBUF_SIMPLE) : null;
  let items: Value[] = [];
  try {
    items = collect(vm, iterable);
    if (items.length === 1 && (self as Container).type === BytesType && typeof items[0] !== "number" && items[0]!.type === BytesType) return noteOwned(vm, items.pop()!);
    const parts: Uint8Array[] = [];
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      if (!hasBuffer(item)) throw typeError(vm, `sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`);
      if (isBytes(item) && item.type === BytesType) parts.push(item.data as Uint8Array);
      else {
        const view = getBuffer(vm, item, PyBUF_SIMPLE);
        views.push(view);
        if (isList(iterable) && (iterable.data as Value[]).length !== items.length) throw newError(vm, exc.RuntimeErrorType, "sequence changed size during iteration");
        parts.push(view.bytes.subarray(view.offset, view.offset + view.shape.reduce((n, extent) => n * extent, view.itemsize)));
      }
    }
    let total = bytesOf(self).length * Math.max(0, parts.length - 1);
    for (const part of parts) total += part.length;
    const b = bytesOf(self);
    const out = allocateBytes(vm, total);
    let at = 0;
    for (let i = 0; i < parts.length; i++) {
      if (i > 0) {
        out.set(b, at);
        at += b.length;
      }
      out.set(parts[i]!, at);
      at += parts[i]!.length;
    }
    return newLike(vm, self, out);
  } finally {
    for (const view of views) releaseBuffer(vm, view);
    if (separator !== null) releaseBuffer(vm, separator);
    dropAll(vm, items);
  }
}

function split(reverse: boolean) {
  return (vm: Vm, self: Value, sep?: Value, maxsplit?: Value): Value => {
    const limit = maxsplit === undefined ? -1 : asSsizeArgument(vm, maxsplit);
    const b = bytesOf(self);
    let pieces: Uint8Array[];
    let most = limit;
    if (sep === undefined || sep === None) pieces = reverse ? ops.bytesRsplitSpace(b, limit) : ops.bytesSplitSpace(b, limit);
    else {
      const separator = bytesFor(vm, self, sep);
      if (separator.length === 0) throw valueError(vm, "empty separator");
      pieces = reverse ? ops.bytesRsplit(bytesOf(self), separator, limit) : ops.bytesSplit(bytesOf(self), separator, limit);
      if (limit < 0) most = Number.MAX_SAFE_INTEGER;
    }
    const list = piecesOf(vm, self, pieces) as Container;
    notePreallocated(list, splitRoom(most >= 0 ? most : Number.MAX_SAFE_INTEGER));
    return list;
  };
}

/** A list of parts; a single part that is all of an exact bytes object is that object. */
function piecesOf(vm: Vm, self: Value, pieces: Uint8Array[]): Value {
  if (pieces.length === 1 && (self as Container).type === BytesType && pieces[0]!.length === bytesOf(self).length) return newList(vm, [self]);
  return newList(vm, pieces.map((piece) => newLike(vm, self, piece)));
}

function partition(reverse: boolean) {
  return (vm: Vm, self: Value, sep: Value): Value => {
    const separator = asBytesLike(vm, sep);
    if (separator.length === 0) throw valueError(vm, "empty separator");
    const b = bytesOf(self);
    const at = reverse ? ops.bytesRfind(b, separator) : ops.bytesFind(b, separator);
    const empty = (): Value => newLike(vm, self, new Uint8Array(0));
    if (at < 0) {
      const whole = newOrSelf(vm, self, b, b);
      return newTuple(vm, reverse ? [empty(), empty(), whole] : [whole, empty(), empty()]);
    }
    const middle = isBytes(sep) && sep.type === BytesType && (self as Container).type.kind !== K_BYTEARRAY ? sep : newLike(vm, self, separator.slice());
    return newTuple(vm, [newLike(vm, self, b.slice(0, at)), middle, newLike(vm, self, b.slice(at + separator.length))]);
  };
}

function replace(vm: Vm, self: Value, old: Value, replacement: Value, limit?: Value): Value {
  const from = asBytesLike(vm, old);
  const to = asBytesLike(vm, replacement);
  const most = limit === undefined ? -1 : asSsizeArgument(vm, limit);
  const b = bytesOf(self);
  if (most === 0 || (from.length === 0 && to.length === 0) || (from.length > 0 && ops.bytesFind(b, from) < 0) || (b.length === 0 && from.length > 0)) return newOrSelf(vm, self, b, b);
  if (to.length > from.length) {
    const hits = from.length === 0 ? b.length + 1 : ops.bytesCount(b, from);
    allocateCheck(vm, b.length + (to.length - from.length) * (most < 0 ? hits : Math.min(most, hits)));
  }
  return newLike(vm, self, ops.bytesReplace(b, from, to, most));
}

function allocateCheck(vm: Vm, size: number): void {
  if (size > 2 ** 31) allocateBytes(vm, size);
}

function strip(sides: number) {
  return (vm: Vm, self: Value, chars?: Value): Value => {
    const set = chars === undefined || chars === None ? undefined : asBytesLike(vm, chars);
    const b = bytesOf(self);
    return newOrSelf(vm, self, b, ops.bytesStrip(b, sides, set));
  };
}

function fillByte(vm: Vm, name: string, fill: Value | undefined): number {
  if (fill === undefined) return 32;
  const isArray = typeof fill !== "number" && fill.type.kind === K_BYTEARRAY;
  if (!isBytes(fill) && !isArray) throw typeError(vm, `${name}() argument 2 must be a byte string of length 1, not ${(fill as Value) === None ? "None" : typeName(fill)}`);
  const b = bytesOf(fill);
  if (b.length !== 1) throw typeError(vm, `${name}(): argument 2 must be a byte string of length 1, not a ${isArray ? "bytearray" : "bytes"} object of length ${b.length}`);
  return b[0]!;
}

function pad(name: string, f: (b: Uint8Array, width: number, fill: number) => Uint8Array) {
  return (vm: Vm, self: Value, width: Value, fill?: Value): Value => {
    const wanted = asSsizeArgument(vm, width);
    const byte = fillByte(vm, name, fill);
    allocateCheck(vm, wanted);
    const b = bytesOf(self);
    return newOrSelf(vm, self, b, f(b, wanted, byte));
  };
}

function zfill(vm: Vm, self: Value, width: Value): Value {
  const wanted = asSsizeArgument(vm, width);
  allocateCheck(vm, wanted);
  const b = bytesOf(self);
  return newOrSelf(vm, self, b, ops.bytesZfill(b, wanted));
}

function expandtabs(vm: Vm, self: Value, tabsize?: Value): Value {
  const size = tabsize === undefined ? 8 : asCInt(vm, tabsize);
  const b = bytesOf(self);
  if (size > 1000) {
    let tabs = 0;
    for (const c of b) if (c === 9) tabs++;
    allocateCheck(vm, tabs * size);
  }
  return newLike(vm, self, ops.bytesExpandtabs(b, size));
}

function translate(vm: Vm, self: Value, table: Value, deleted?: Value): Value {
  let map: Uint8Array | undefined;
  if (table !== None) {
    map = asBytesLike(vm, table);
    if (map.length !== 256) throw valueError(vm, "translation table must be 256 characters long");
  }
  const gone = deleted === undefined ? new Uint8Array(0) : asBytesLike(vm, deleted);
  const b = bytesOf(self);
  const result = ops.bytesTranslate(b, map, gone);
  return newOrSelf(vm, self, b, ops.bytesEquals(result, b) ? b : result);
}

function maketrans(vm: Vm, frm: Value, to: Value): Value {
  const a = asBytesLike(vm, frm);
  const b = asBytesLike(vm, to);
  if (a.length !== b.length) throw valueError(vm, "maketrans arguments must have same length");
  return newBytes(ops.bytesMaketrans(a, b));
}

function remove(atEnd: boolean) {
  return (vm: Vm, self: Value, part: Value): Value => {
    const piece = asBytesLike(vm, part);
    const b = bytesOf(self);
    if (piece.length === 0 || !ops.bytesTailMatch(b, piece, 0, b.length, atEnd)) return newOrSelf(vm, self, b, b);
    return newLike(vm, self, atEnd ? b.slice(0, b.length - piece.length) : b.slice(piece.length));
  };
}

function splitlines(vm: Vm, self: Value, keepends?: Value): Value {
  return piecesOf(vm, self, ops.bytesSplitlines(bytesOf(self), keepends !== undefined && truth(vm, keepends)));
}

function decodeBytes(vm: Vm, self: Value, encoding?: Value, errors?: Value): Value {
  for (const [name, v] of [["encoding", encoding], ["errors", errors]] as const) {
    if (v === undefined) continue;
    if (!isStr(v)) throw typeError(vm, `decode() argument '${name}' must be str, not ${(v as Value) === None ? "None" : typeName(v)}`);
    checkName(vm, v, textOf(v));
  }
  return decode(vm, self, encoding, errors);
}

/** The text of `sep` and `bytes_per_sep` of hex(); also memoryview's. */
export function hexText(vm: Vm, bytes: () => Uint8Array, sep: Value | undefined, group: Value | undefined): Value {
  const size = group === undefined ? 1 : asCInt(vm, group);
  if (sep === undefined) return newStr(ops.bytesHex(bytes()));
  if (lengthOf(vm, sep) !== 1) throw valueError(vm, "sep must be length 1.");
  let code: number;
  if (isStr(sep)) code = textAt(strText(sep), 0);
  else if (isBytes(sep)) code = bytesOf(sep)[0]!;
  else throw typeError(vm, "sep must be str or bytes.");
  if (code > 127) throw valueError(vm, "sep must be ASCII.");
  return newStr(ops.bytesHex(bytes(), String.fromCharCode(code), size));
}

function fromhex(vm: Vm, type: TypeRec, text: Value): Value {
  let codes: ArrayLike<number>;
  if (isStr(text)) {
    const t = strText(text);
    const direct = typeof t === "string" ? ops.bytesFromPlainHex(t) : undefined;
    if (direct !== undefined) return fromhexResult(vm, type, direct);
    const points = new Array<number>(textLength(t));
    for (let i = 0; i < points.length; i++) points[i] = textAt(t, i);
    codes = points;
  } else if (hasBuffer(text)) codes = asBytesLike(vm, text).slice();
  else throw typeError(vm, `fromhex() argument must be str or bytes-like, not ${typeName(text)}`);
  return fromhexResult(vm, type, checked(vm, () => ops.bytesFromHex(codes)));
}

function fromhexResult(vm: Vm, type: TypeRec, bytes: Uint8Array): Value {
  const isArray = type.kind === K_BYTEARRAY;
  const made = isArray ? newByteArray(vm, bytes) : newBytes(bytes);
  return type.solid === type ? made : call(vm, type.obj, [made]);
}



/** The methods of one of the two types, with its docs. */
export function bytesMethods(kind: "bytes" | "bytearray") {
  const array = kind === "bytearray";
  const where = array ? "B[start:end]" : "B[start,end]";
  const range = "  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.";
  const kindRange = `  start\n    Optional start position. Default: start of the ${kind}.\n  end\n    Optional stop position. Default: end of the ${kind === "bytes" ? "bytes" : "bytearray"}.`;
  const seek = (which: string, end: string): string => `Return the ${which} index in B where subsection 'sub' is found, such that 'sub' is contained within ${where}.\n\n${range}\n\n${end}`;
  const missing = "Return -1 on failure.";
  const raising = "Raise ValueError if the subsection is not found.";
  const just = (what: string): string => `Return a ${what} string of length width.\n\nPadding is done using the specified fill character.`;
  const splitDoc = `Return a list of the sections in the ${kind}, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the ${kind}.\n    None (the default value) means split on ASCII whitespace\n    characters (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.`;
  const tail = (verb: string, part: string): string => `Return True if the ${kind} ${verb} with the specified ${part}, False otherwise.\n\n  ${part}\n    A bytes or a tuple of bytes to try.\n${kindRange}`;
  const all = (name: string, text: string): string => `B.${name}() -> bool\n\n${text}`;
  const sample = array ? "bytearray([0xb9, 0x01, 0xef])" : "b'\\xb9\\x01\\xef'";
  return {
    capitalize: method("($self, /)", "B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.", unary(ops.bytesCapitalize)),
    center: method("($self, width, fillchar=b' ', /)", just("centered"), pad("center", ops.bytesCenter)),
    count: method("($self, sub[, start[, end]], /)", `Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].\n\n${range}`, count),
    decode: method("($self, /, encoding='utf-8', errors='strict')", `Decode the ${kind} using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the ${kind}.\n  errors\n    The error handling scheme to use for the handling of decoding\n    errors.  The default is 'strict' meaning that decoding errors\n    raise a UnicodeDecodeError.  Other possible values are 'ignore'\n    and 'replace' as well as any other name registered with\n    codecs.register_error that can handle UnicodeDecodeErrors.`, decodeBytes),
    endswith: method("($self, suffix[, start[, end]], /)", tail("ends", "suffix"), tailMatch("endswith", true)),
    expandtabs: method("($self, /, tabsize=8)", "Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.", expandtabs),
    find: method("($self, sub[, start[, end]], /)", seek("lowest", missing), find(false)),
    fromhex: classMethod(
      "($type, string, /)",
      array
        ? "Create a bytearray object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample:\n    bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')"
        : "Create a bytes object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'.",
      fromhex,
    ),
    hex: method(
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      `Create a string of hexadecimal numbers from a ${kind} object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from\n    the right, negative values count from the left.\n\nExample:\n>>> value = ${sample}\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'`,
      (vm: Vm, self: Value, sep?: Value, group?: Value) => whileFixed(self, () => hexText(vm, () => bytesOf(self), sep, group)),
    ),
    index: method("($self, sub[, start[, end]], /)", seek("lowest", raising), index(false)),
    isalnum: method("($self, /)", all("isalnum", "Return True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise."), predicate(ops.bytesIsAlnum)),
    isalpha: method("($self, /)", all("isalpha", "Return True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise."), predicate(ops.bytesIsAlpha)),
    isascii: method("($self, /)", all("isascii", "Return True if B is empty or all characters in B are ASCII,\nFalse otherwise."), predicate(ops.bytesIsAscii)),
    isdigit: method("($self, /)", all("isdigit", "Return True if all characters in B are digits\nand there is at least one character in B, False otherwise."), predicate(ops.bytesIsDigit)),
    islower: method("($self, /)", all("islower", "Return True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise."), predicate(ops.bytesIsLower)),
    isspace: method("($self, /)", all("isspace", "Return True if all characters in B are whitespace\nand there is at least one character in B, False otherwise."), predicate(ops.bytesIsSpace)),
    istitle: method("($self, /)", all("istitle", "Return True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise."), predicate(ops.bytesIsTitle)),
    isupper: method("($self, /)", all("isupper", "Return True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise."), predicate(ops.bytesIsUpper)),
    join: method(
      "($self, iterable_of_bytes, /)",
      array
        ? "Concatenate any number of bytes/bytearray objects.\n\nThe bytearray whose method is called is inserted in between each\npair.\n\nThe result is returned as a new bytearray object."
        : "Concatenate any number of bytes objects.\n\nThe bytes whose method is called is inserted in between each pair.\n\nThe result is returned as a new bytes object.\n\nExample: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.",
      join,
    ),
    ljust: method("($self, width, fillchar=b' ', /)", just("left-justified"), pad("ljust", ops.bytesLjust)),
    lower: method("($self, /)", "B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.", unary(ops.bytesLower)),
    lstrip: method("($self, bytes=None, /)", `Strip leading bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading ${array ? "" : " "}ASCII whitespace.`, strip(1)),
    maketrans: staticMethod("(frm, to, /)", "Return a translation table usable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to\nthe byte at the same position in to.\n\nThe bytes objects frm and to must be of the same length.", maketrans),
    partition: method(
      "($self, sep, /)",
      array
        ? "Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray.  If the\nseparator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it as new\nbytearray objects.\n\nIf the separator is not found, returns a 3-tuple containing the copy\nof the original bytearray object and two empty bytearray objects."
        : "Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes.  If the\nseparator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the\noriginal bytes object and two empty bytes objects.",
      partition(false),
    ),
    replace: method("($self, old, new, count=-1, /)", "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.", replace),
    removeprefix: method("($self, prefix, /)", `Return a ${kind === "bytes" ? "bytes object" : kind} with the given prefix string removed if present.\n\nIf the ${kind} starts with the prefix string, return\n${kind}[len(prefix):].  Otherwise, return a copy of the original\n${kind}.`, remove(false)),
    removesuffix: method(
      "($self, suffix, /)",
      array
        ? "Return a bytearray with the given suffix string removed if present.\n\nIf the bytearray ends with the suffix string and that suffix is not\nempty, return bytearray[:-len(suffix)].  Otherwise, return a copy of\nthe original bytearray."
        : "Return a bytes object with the given suffix string removed if present.\n\nIf the bytes ends with the suffix string and that suffix is not\nempty, return bytes[:-len(prefix)].  Otherwise, return a copy of the\noriginal bytes.",
      remove(true),
    ),
    rfind: method("($self, sub[, start[, end]], /)", seek("highest", missing), find(true)),
    rindex: method("($self, sub[, start[, end]], /)", seek("highest", raising), index(true)),
    rjust: method("($self, width, fillchar=b' ', /)", just("right-justified"), pad("rjust", ops.bytesRjust)),
    rpartition: method(
      "($self, sep, /)",
      array
        ? "Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray, starting at\nthe end.  If the separator is found, returns a 3-tuple containing\nthe part before the separator, the separator itself, and the part\nafter it as new bytearray objects.\n\nIf the separator is not found, returns a 3-tuple containing two\nempty bytearray objects and the copy of the original bytearray\nobject."
        : "Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes, starting at the\nend.  If the separator is found, returns a 3-tuple containing the\npart before the separator, the separator itself, and the part after\nit.\n\nIf the separator is not found, returns a 3-tuple containing two\nempty bytes objects and the original bytes object.",
      partition(true),
    ),
    rsplit: method("($self, /, sep=None, maxsplit=-1)", `${splitDoc}\n\nSplitting is done starting at the end of the ${array ? "bytearray and working\nto the front." : "bytes and working to\nthe front."}`, split(true)),
    rstrip: method("($self, bytes=None, /)", "Strip trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip trailing ASCII whitespace.", strip(2)),
    split: method("($self, /, sep=None, maxsplit=-1)", splitDoc, split(false)),
    splitlines: method("($self, /, keepends=False)", `Return a list of the lines in the ${kind}, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends\nis given and true.`, splitlines),
    startswith: method("($self, prefix[, start[, end]], /)", tail("starts", "prefix"), tailMatch("startswith", false)),
    strip: method("($self, bytes=None, /)", "Strip leading and trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading and trailing ASCII\nwhitespace.", strip(3)),
    swapcase: method("($self, /)", "B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.", unary(ops.bytesSwapcase)),
    title: method("($self, /)", "B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with\nuppercase characters, all remaining cased characters have lowercase.", unary(ops.bytesTitle)),
    translate: method("($self, table, /, delete=b'')", "Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are\nremoved.  The remaining characters are mapped through the given\ntranslation table.", translate),
    upper: method("($self, /)", "B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.", unary(ops.bytesUpper)),
    zfill: method("($self, width, /)", "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.", zfill),
  };
}
