// int <-> text, with the digit limit of sys.set_int_max_str_digits. Mirrors Objects/longobject.c. See docs/types.md.
import { reprText } from "../../core/convert.ts";
import { valueError } from "../../core/errors.ts";
import { isInstanceOf } from "../../core/type.ts";
import type { Value } from "../../core/object.ts";
import type { Vm } from "../../vm/vm.ts";
import { isStr, textOf } from "../str/str-object.ts";
import { newInt } from "./int-object.ts";

/** Decimal text; raises ValueError past the digit limit. */
export function intToText(vm: Vm, n: number | bigint): string {
  if (typeof n === "number") return String(n);
  const limit = vm.intMaxStrDigits;
  const text = n.toString();
  if (limit > 0 && text.length - (n < 0n ? 1 : 0) > limit) {
    throw valueError(vm, `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`);
  }
  return text;
}

/** The text of a str, bytes or bytearray argument of int(); undefined for other types. */
export function intSourceText(vm: Vm, v: Value): string | undefined {
  void vm;
  if (isStr(v)) return textOf(v);
  if (typeof v === "number") return undefined;
  const data = (v as any).data;
  if (data instanceof Uint8Array) return Array.from(data, (b) => String.fromCharCode(b)).join("");
  if (data?.bytes instanceof Uint8Array && isInstanceOf(v, v.type)) return Array.from(data.bytes.subarray(0, data.length) as Uint8Array, (b) => String.fromCharCode(b)).join("");
  return undefined;
}

/** int(text, base); `source` is the object for the message. */
export function parseIntText(vm: Vm, text: string, base: number, source: Value): Value {
  const invalid = (): Error => {
    throw valueError(vm, `invalid literal for int() with base ${base}: ${reprText(vm, source)}`);
  };
  let s = text.trim();
  let sign = 1n;
  if (s.startsWith("+") || s.startsWith("-")) {
    if (s[0] === "-") sign = -1n;
    s = s.slice(1);
  }
  let radix = base;
  const prefix = s.slice(0, 2).toLowerCase();
  const prefixed = prefix === "0x" ? 16 : prefix === "0o" ? 8 : prefix === "0b" ? 2 : 0;
  if (radix === 0) {
    radix = prefixed === 0 ? 10 : prefixed;
    if (prefixed === 0 && /^0[0_]*[1-9]/.test(s)) throw invalid();
  }
  if (prefixed === radix && prefixed !== 0) {
    s = s.slice(2);
    if (s.startsWith("_")) s = s.slice(1);
  }
  if (!/^[0-9a-zA-Z]+(_[0-9a-zA-Z]+)*$/.test(s)) throw invalid();
  s = s.replace(/_/g, "");
  const limit = vm.intMaxStrDigits;
  if (limit > 0 && s.length > limit && (radix & (radix - 1)) !== 0) {
    throw valueError(vm, `Exceeds the limit (${limit} digits) for integer string conversion: value has ${s.length} digits; use sys.set_int_max_str_digits() to increase the limit`);
  }
  let value = 0n;
  if (radix === 10) {
    if (!/^[0-9]+$/.test(s)) throw invalid();
    value = BigInt(s);
  } else {
    for (const c of s) {
      const digit = parseInt(c, 36);
      if (digit >= radix) throw invalid();
      value = value * BigInt(radix) + BigInt(digit);
    }
  }
  return newInt(sign * value);
}
