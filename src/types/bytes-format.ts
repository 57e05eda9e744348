// bytes % values. Mirrors _PyBytes_FormatEx in Objects/bytesobject.c; the grammar is in base/percent-format.ts. See docs/types.md.
import {
  findPercent,
  FLAG_LEFT,
  FROM_ARGUMENT,
  percentDouble,
  percentInt,
  type PercentItem,
  isEscapedPercent,
  readPercentItem,
  unsupportedCharacter,
} from "../base/percent-format.ts";
import { checkTextLength } from "../base/text.ts";
import { asCInt, asciiText, asDouble, asIndex, indexOf } from "../core/convert.ts";
import { call, lookupSpecial } from "../core/call.ts";
import { dropError, matches, overflowError, typeError, valueError } from "../core/errors.ts";
import { K_BYTEARRAY, K_BYTES, PyError, TPFLAGS_LONG_SUBCLASS, type Value } from "../core/object.ts";
import { getItem } from "../core/number.ts";
import { checked } from "../core/python-error.ts";
import { fullTypeName } from "../core/type-names.ts";
import { typeName, typeOf } from "../core/type.ts";
import type { Vm } from "../vm/vm.ts";
import { asBytesLike, hasBuffer } from "./buffer.ts";
import { isBytes, newBytes } from "./bytes.ts";
import { ByteCollector } from "./bytes-convert.ts";
import { bytesOf } from "./bytes-methods.ts";
import * as exc from "./exceptions.ts";
import { intFrom } from "./int/int.ts";
import { intValue } from "./int/int-object.ts";
import { isStr } from "./str/str-object.ts";
import { isTuple } from "./tuple.ts";

/** Where values come from: a tuple, one value, or a mapping. */
class Arguments {
  readonly items: readonly Value[];
  next = 0;
  readonly mapping: Value | undefined;
  constructor(args: Value) {
    this.items = isTuple(args) ? (args.data as Value[]) : [args];
    const type = typeOf(args);
    this.mapping = !isTuple(args) && type.mp_subscript !== undefined && type.kind !== K_BYTES && type.kind !== K_BYTEARRAY && !isStr(args) ? args : undefined;
  }
  take(vm: Vm): Value {
    if (this.next >= this.items.length) throw typeError(vm, "not enough arguments for format string");
    return this.items[this.next++]!;
  }
}

/** The result as a new array. */
export function formatBytes(vm: Vm, format: Uint8Array, values: Value): Uint8Array {
  const out = new ByteCollector();
  const args = new Arguments(values);
  let keyed: Value | undefined;
  const n = format.length;
  for (let pos = 0; pos < n; ) {
    const at = findPercent(format, pos);
    out.pushAll(format.subarray(pos, at));
    if (at === n) break;
    if (isEscapedPercent(format, at + 1)) {
      out.push(37);
      pos = at + 2;
      continue;
    }
    const item = readPercentItem(format, at + 1);
    if (item.keyStart >= 0) {
      if (args.mapping === undefined) throw typeError(vm, "format requires a mapping");
      if (item.error !== "incomplete format key") {
        keyed = getItem(vm, args.mapping, newBytes(format.slice(item.keyStart, item.keyEnd)));
        args.next = 0;
      }
    }
    const take = (): Value => {
      if (keyed === undefined) return args.take(vm);
      if (args.next > 0) throw typeError(vm, "not enough arguments for format string");
      args.next = 1;
      return keyed;
    };
    let { flags, width, precision } = item;
    if (width === FROM_ARGUMENT) {
      const given = intValue(intArgument(vm, take()));
      if (given > 9223372036854775807n || given < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
      width = Number(given);
      if (width < 0) {
        flags |= FLAG_LEFT;
        width = -width;
      }
    }
    if (precision === FROM_ARGUMENT) precision = Math.max(0, asCInt(vm, intArgument(vm, take())));
    if (item.error !== undefined) throw valueError(vm, item.error);
    pos = item.next;
    convert(vm, out, item, flags, width, precision, take());
  }
  if (args.next < args.items.length && args.mapping === undefined) throw typeError(vm, "not all arguments converted during bytes formatting");
  return out.take();
}

function intArgument(vm: Vm, v: Value): Value {
  if ((typeOf(v).flags & TPFLAGS_LONG_SUBCLASS) === 0) throw typeError(vm, "* wants int");
  return v;
}

function convert(vm: Vm, out: ByteCollector, item: PercentItem, flags: number, width: number, precision: number, v: Value): void {
  const c = String.fromCharCode(item.conversion);
  switch (c) {
    case "r":
    case "a":
      pad(out, ascii(asciiText(vm, v)), flags, width, precision);
      return;
    case "s":
    case "b":
      pad(out, objectBytes(vm, v), flags, width, precision);
      return;
    case "c":
      pad(out, Uint8Array.of(oneByte(vm, v)), flags, width, -1);
      return;
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X":
      out.pushAscii(checked(vm, () => percentInt(intArgumentOf(vm, v, c), item.conversion, flags, width, precision, vm.intMaxStrDigits)));
      return;
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      out.pushAscii(checked(vm, () => percentDouble(doubleOf(vm, v), item.conversion, flags, width, precision)));
      return;
    default:
      throw valueError(vm, unsupportedCharacter(item.conversion, item.index, true));
  }
}

function ascii(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

function pad(out: ByteCollector, bytes: Uint8Array, flags: number, width: number, precision: number): void {
  const kept = precision >= 0 && bytes.length > precision ? bytes.subarray(0, precision) : bytes;
  const room = width - kept.length;
  if (room > 0) checkTextLength(width);
  if (room > 0 && (flags & FLAG_LEFT) === 0) out.pushAll(new Uint8Array(room).fill(32));
  out.pushAll(kept);
  if (room > 0 && (flags & FLAG_LEFT) !== 0) out.pushAll(new Uint8Array(room).fill(32));
}

function objectBytes(vm: Vm, v: Value): Uint8Array {
  if (typeof v !== "number" && (v.type.solid === v.type) && (isBytes(v) || v.type.kind === K_BYTEARRAY)) return bytesOf(v);
  const special = lookupSpecial(vm, v, "__bytes__");
  if (special !== undefined) {
    const answer = call(vm, special, []);
    if (!isBytes(answer)) throw typeError(vm, `__bytes__ returned non-bytes (type ${typeName(answer)})`);
    return bytesOf(answer);
  }
  if (hasBuffer(v)) return asBytesLike(vm, v);
  throw typeError(vm, `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(v)}'`);
}

function oneByte(vm: Vm, v: Value): number {
  const kind = typeOf(v).kind;
  const what = "%c requires an integer in range(256) or a single byte, not ";
  if (kind === K_BYTES || kind === K_BYTEARRAY) {
    const b = bytesOf(v);
    if (b.length !== 1) throw typeError(vm, `${what}a ${kind === K_BYTES ? "bytes" : "bytearray"} object of length ${b.length}`);
    return b[0]!;
  }
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, what + fullTypeName(v));
  const n = asIndex(vm, v);
  if (n < 0 || n > 255) throw overflowError(vm, "%c arg not in range(256)");
  return Number(n);
}

function intArgumentOf(vm: Vm, v: Value, c: string): number | bigint {
  const type = typeOf(v);
  if ((type.flags & TPFLAGS_LONG_SUBCLASS) !== 0) return intValue(v);
  const whole = c === "o" || c === "x" || c === "X";
  if (type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined) {
    try {
      return intValue(whole ? indexOf(vm, v) : intFrom(vm, v, undefined));
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
    }
  }
  throw typeError(vm, `%${c} format: ${whole ? "an integer" : "a real number"} is required, not ${typeName(v)}`);
}

function doubleOf(vm: Vm, v: Value): number {
  try {
    return asDouble(vm, v);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    throw typeError(vm, `float argument required, not ${typeName(v)}`);
  }
}
