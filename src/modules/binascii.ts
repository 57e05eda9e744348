// binascii: bytes as text and checksums. Mirrors Modules/binascii.c over base/binary-text.ts and base/checksums.ts. See docs/base.md.
import * as text from "../base/binary-text.ts";
import { crc32, crcHqx } from "../base/checksums.ts";
import { PythonError } from "../base/python-error.ts";
import { asBytesLike, asIndex, asSsize, defineModule, exc, fromPythonError, isBytes, isStr, type ModuleSpec, newBytes, newError, newInt, strText, textOf, truth, type Value, valueError, type Vm } from "../core/api.ts";
import { documented } from "./documented.ts";
import { exceptionClass } from "./exception-class.ts";

const D = documented("binascii");

function guard<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError && error.type === "binascii.Error") throw newError(vm, exceptionClass(vm, "binascii", "Error", exc.ValueErrorType), error.message);
    if (error instanceof PythonError && error.type === "binascii.Incomplete") throw newError(vm, exceptionClass(vm, "binascii", "Incomplete"), error.message);
    throw fromPythonError(vm, error);
  }
}

/** ASCII text or bytes, as decoders take them. */
function asciiBytes(vm: Vm, v: Value): Uint8Array {
  if (!isStr(v)) return asBytesLike(vm, v);
  const t = strText(v);
  const s = typeof t === "string" ? t : textOf(v);
  const out = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit > 127) throw valueError(vm, "string argument should contain only ASCII characters");
    out[i] = unit;
  }
  return out;
}

const flag = (vm: Vm, v: Value | undefined, fallback: boolean): boolean => (v === undefined ? fallback : truth(vm, v));

const hexDigit = (n: number): number => (n < 10 ? 48 + n : 87 + n);

/** Hexadecimal digits with a separator after each group of bytes, counted from the right, or from the left when negative. */
function hexlify(vm: Vm, data: Value, separator?: Value, perGroup?: Value): Value {
  const bytes = asBytesLike(vm, data);
  const every = perGroup === undefined ? 1 : asSsize(vm, perGroup);
  let sep = "";
  if (separator !== undefined) {
    if (!isStr(separator) && !isBytes(separator)) throw newError(vm, exc.TypeErrorType, "sep must be str or bytes.");
    const given = asciiBytes(vm, separator);
    if (given.length !== 1) throw valueError(vm, "sep must be length 1.");
    sep = String.fromCharCode(given[0]!);
  }
  const group = sep === "" ? 0 : Math.abs(every);
  const n = bytes.length;
  const out = new Uint8Array(2 * n + (group > 0 && n > 0 ? Math.floor((n - 1) / group) : 0));
  let at = 0;
  for (let i = 0; i < n; i++) {
    if (group > 0 && i > 0 && (every > 0 ? (n - i) % group === 0 : i % group === 0)) out[at++] = sep.charCodeAt(0);
    const b = bytes[i]!;
    out[at++] = hexDigit(b >> 4);
    out[at++] = hexDigit(b & 15);
  }
  return newBytes(out);
}

const low32 = (vm: Vm, v: Value | undefined): number => (v === undefined ? 0 : Number(BigInt.asUintN(32, BigInt(asIndex(vm, v)))));
const hexSignature = "($module, /, data, sep=None, bytes_per_sep=1)";

export const binasciiModule: ModuleSpec = defineModule({
  name: "binascii",
  doc: D.doc(""),
  functions: {
    a2b_base64: D.func("a2b_base64", (vm: Vm, data: Value, strict?: Value) => newBytes(guard(vm, () => text.decodeBase64(asciiBytes(vm, data), flag(vm, strict, false))))),
    b2a_base64: D.func("b2a_base64", (vm: Vm, data: Value, newline?: Value) => newBytes(guard(vm, () => text.encodeBase64(asBytesLike(vm, data), flag(vm, newline, true))))),
    a2b_hex: D.func("a2b_hex", (vm: Vm, hex: Value) => newBytes(guard(vm, () => text.decodeHex(asciiBytes(vm, hex))))),
    unhexlify: D.func("unhexlify", (vm: Vm, hex: Value) => newBytes(guard(vm, () => text.decodeHex(asciiBytes(vm, hex))))),
    b2a_hex: D.func("b2a_hex", hexlify, hexSignature),
    hexlify: D.func("hexlify", hexlify, hexSignature),
    a2b_uu: D.func("a2b_uu", (vm: Vm, data: Value) => newBytes(guard(vm, () => text.decodeUu(asciiBytes(vm, data))))),
    b2a_uu: D.func("b2a_uu", (vm: Vm, data: Value, backtick?: Value) => newBytes(guard(vm, () => text.encodeUu(asBytesLike(vm, data), flag(vm, backtick, false))))),
    a2b_qp: D.func("a2b_qp", (vm: Vm, data: Value, header?: Value) => newBytes(guard(vm, () => text.decodeQp(asciiBytes(vm, data), flag(vm, header, false))))),
    b2a_qp: D.func("b2a_qp", (vm: Vm, data: Value, quoteTabs?: Value, isText?: Value, header?: Value) => newBytes(guard(vm, () => text.encodeQp(asBytesLike(vm, data), flag(vm, quoteTabs, false), flag(vm, isText, true), flag(vm, header, false))))),
    crc32: D.func("crc32", (vm: Vm, data: Value, crc?: Value) => newInt(crc32(asBytesLike(vm, data), low32(vm, crc)))),
    crc_hqx: D.func("crc_hqx", (vm: Vm, data: Value, crc: Value) => newInt(crcHqx(asBytesLike(vm, data), low32(vm, crc) & 0xffff))),
  },
  attributes: { Error: (vm) => exceptionClass(vm, "binascii", "Error", exc.ValueErrorType).obj, Incomplete: (vm) => exceptionClass(vm, "binascii", "Incomplete").obj },
});
