// UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError. Mirrors their part of Objects/exceptions.c. See docs/types.md.
import { type Text, textAt, textLength } from "../base/text.ts";
import { call } from "../core/call.ts";
import { asIndex, strText } from "../core/convert.ts";
import { defineType, type GetSet, member } from "../core/define.ts";
import { builtinNamed } from "../core/dir.ts";
import { overflowError, typeError } from "../core/errors.ts";
import { type Container, K_BYTES, K_EXCEPTION, type PyStr, PyError, TPFLAGS_BASE_EXC_SUBCLASS, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { typeOf } from "../core/type.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { intValue, isBigOrInt, newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { isStr, newStr, strFromJs, strText as payload } from "./str/str-object.ts";

const field = (name: string): GetSet => member((_vm, self) => exc.excField(self, name) ?? None, (vm, self, value) => exc.setExcField(vm, self, name, value), `exception ${name}`);

/** start and end: C integers. */
function position(name: string): GetSet {
  return member(
    (_vm, self) => exc.excField(self, name) ?? 0,
    (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "can't delete numeric/char attribute");
      if (!isBigOrInt(value)) throw typeError(vm, "an integer is required");
      exc.setExcField(vm, self, name, ssize(vm, value));
    },
    `exception ${name}`,
  );
}

function ssize(vm: Vm, v: Value): Value {
  const n = asIndex(vm, v);
  if (typeof n === "bigint" && (n > 9223372036854775807n || n < -9223372036854775808n)) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return newInt(n);
}

const isBytes = (v: Value): boolean => typeof v !== "number" && v.type.kind === K_BYTES;

/** The bytes of a bytes-like argument. */
function asBytes(vm: Vm, v: Value): Value {
  if (isBytes(v)) return v;
  if (typeOf(v).bf_getbuffer === undefined) throw typeError(vm, `a bytes-like object is required, not '${typeOf(v).name}'`);
  return call(vm, builtinNamed(vm, "bytes"), [v]);
}

function init(names: readonly string[]) {
  return (vm: Vm, self: Container, args: readonly Value[], kwnames: readonly PyStr[] | null): void => {
    exc.BaseExceptionType.tp_init!(vm, self, args, kwnames);
    if (args.length !== names.length) throw typeError(vm, `function takes exactly ${names.length} arguments (${args.length} given)`);
    const values = names.map((name, i) => {
      const v = args[i]!;
      if (name === "start" || name === "end") return ssize(vm, v);
      if (name === "object" && self.type !== undefined && decodes(self.type)) return v;
      if (!isStr(v)) throw typeError(vm, `argument ${i + 1} must be str, not ${typeOf(v).name}`);
      return v;
    });
    names.forEach((name, i) => exc.setExcField(vm, self, name, name === "object" && decodes(self.type) ? asBytes(vm, values[i]!) : values[i]!));
  };
}

function decodes(type: TypeRec): boolean {
  return type.mro.includes(UnicodeDecodeErrorType);
}

/** `object` once more after other fields were shown, which may have run Python code. */
function objectAgain(vm: Vm, self: Container): Value {
  const object = exc.excField(self, "object");
  if (object === undefined) throw typeError(vm, "UnicodeError 'object' attribute is not set");
  return object;
}

/** What a message shows of a field that may have been deleted. */
function shown(vm: Vm, self: Container, name: string): string {
  const v = exc.excField(self, name);
  return v === undefined ? "<NULL>" : strText(vm, v);
}

interface Place {
  start: number | bigint;
  last: number | bigint;
  /** The only unit of the range when it is one and lies in the object. */
  unit: number | undefined;
}

function place(self: Container, length: number, at: (i: number) => number): Place {
  const start = intValue(exc.excField(self, "start") ?? 0);
  const end = intValue(exc.excField(self, "end") ?? 0);
  const last = typeof end === "number" ? end - 1 : end - 1n;
  const single = typeof start === "number" && start >= 0 && start < length && end === start + 1;
  return { start, last, unit: single ? at(start as number) : undefined };
}

function escaped(c: number): string {
  return c <= 0xff ? `\\x${c.toString(16).padStart(2, "0")}` : c <= 0xffff ? `\\u${c.toString(16).padStart(4, "0")}` : `\\U${c.toString(16).padStart(8, "0")}`;
}

function textObject(vm: Vm, object: Value): Text {
  if (!isStr(object)) throw typeError(vm, "UnicodeError 'object' attribute must be a string");
  return payload(object);
}

function encodeText(vm: Vm, self: Container): Value {
  if (exc.excField(self, "object") === undefined) return newStr("");
  const reason = shown(vm, self, "reason");
  const encoding = shown(vm, self, "encoding");
  const text = textObject(vm, objectAgain(vm, self));
  const { start, last, unit } = place(self, textLength(text), (i) => textAt(text, i));
  return strFromJs(
    unit !== undefined
      ? `'${encoding}' codec can't encode character '${escaped(unit)}' in position ${start}: ${reason}`
      : `'${encoding}' codec can't encode characters in position ${start}-${last}: ${reason}`,
  );
}

function decodeText(vm: Vm, self: Container): Value {
  if (exc.excField(self, "object") === undefined) return newStr("");
  const reason = shown(vm, self, "reason");
  const encoding = shown(vm, self, "encoding");
  const object = objectAgain(vm, self);
  if (!isBytes(object)) throw typeError(vm, "UnicodeError 'object' attribute must be a bytes");
  const bytes = (object as Container).data as Uint8Array;
  const { start, last, unit } = place(self, bytes.length, (i) => bytes[i]!);
  return strFromJs(
    unit !== undefined
      ? `'${encoding}' codec can't decode byte 0x${unit.toString(16).padStart(2, "0")} in position ${start}: ${reason}`
      : `'${encoding}' codec can't decode bytes in position ${start}-${last}: ${reason}`,
  );
}

function translateText(vm: Vm, self: Container): Value {
  if (exc.excField(self, "object") === undefined) return newStr("");
  const reason = shown(vm, self, "reason");
  const text = textObject(vm, objectAgain(vm, self));
  const { start, last, unit } = place(self, textLength(text), (i) => textAt(text, i));
  return strFromJs(
    unit !== undefined ? `can't translate character '${escaped(unit)}' in position ${start}: ${reason}` : `can't translate characters in position ${start}-${last}: ${reason}`,
  );
}

function define(name: string, doc: string, names: readonly string[], text: (vm: Vm, self: Container) => Value): TypeRec {
  return defineType({
    name,
    doc,
    base: () => exc.UnicodeErrorType,
    kind: K_EXCEPTION,
    flags: TPFLAGS_BASETYPE | TPFLAGS_BASE_EXC_SUBCLASS,
    layoutChange: true,
    getset: { encoding: field("encoding"), object: field("object"), start: position("start"), end: position("end"), reason: field("reason") },
    slots: { tp_new: (vm, type, args, kwnames) => exc.BaseExceptionType.tp_new!(vm, type, args, kwnames), tp_init: init(names), tp_str: text },
  });
}

const CODEC_FIELDS = ["encoding", "object", "start", "end", "reason"];
export const UnicodeEncodeErrorType: TypeRec = define("UnicodeEncodeError", "Unicode encoding error.", CODEC_FIELDS, encodeText);
export const UnicodeDecodeErrorType: TypeRec = define("UnicodeDecodeError", "Unicode decoding error.", CODEC_FIELDS, decodeText);
export const UnicodeTranslateErrorType: TypeRec = define("UnicodeTranslateError", "Unicode translation error.", ["object", "start", "end", "reason"], translateText);

/** An error of one of the codec types, ready to throw: `object` is the str or bytes, start and end say what part is bad. */
export function codecError(vm: Vm, type: TypeRec, encoding: string, object: Value, start: number, end: number, reason: string): PyError {
  const args: Value[] = [strFromJs(encoding), object, start, end, strFromJs(reason)];
  const e = exc.newException(vm, type, args.slice());
  CODEC_FIELDS.forEach((name, i) => exc.setExcField(vm, e, name, args[i]!));
  return new PyError(e);
}
