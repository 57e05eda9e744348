// Functions about objects: attributes, classes, identity, text forms. Mirrors Python/bltinmodule.c. See docs/modules.md.
import { argumentName, audit } from "../../core/api.ts";
import { textAt, textLength, textToHost } from "../../base/text.ts";
import {
  addressOf, asciiText, asIndex, asText, byteArrayBytes, call, ByteArrayType, contains as _contains, formatValue, getAttr, hash, isBytes, isCallable, isExactStr, isInstance, isInstanceOf, isStr, isSubclass,
  length, lengthValue, lookupAttr, lookupSpecial, newBool, newInt, newStr, type PyStr, repr, runtimeError, setAttr, strFromCodePoints, strFromJs, strText, typeError, typeName, type Value, valueError, type Vm, dictGetText, None,
} from "../../core/api.ts";
import { intToPrefixed } from "../../base/int-text.ts";

void _contains;
void textToHost;

function attributeName(vm: Vm, name: Value): PyStr {
  if (!isStr(name)) throw typeError(vm, `attribute name must be string, not '${typeName(name)}'`);
  return name;
}

export function getattr(vm: Vm, object: Value, name: Value, fallback?: Value): Value {
  const key = attributeName(vm, name);
  if (fallback === undefined) return getAttr(vm, object, key);
  return lookupAttr(vm, object, key) ?? fallback;
}

export function hasattr(vm: Vm, object: Value, name: Value): Value {
  return newBool(lookupAttr(vm, object, attributeName(vm, name)) !== undefined);
}

export function setattr(vm: Vm, object: Value, name: Value, value: Value): void {
  setAttr(vm, object, attributeName(vm, name), value);
}

export function delattr(vm: Vm, object: Value, name: Value): void {
  setAttr(vm, object, attributeName(vm, name), undefined);
}

export const callable = (_vm: Vm, object: Value): Value => newBool(isCallable(object));
export const isinstance = (vm: Vm, object: Value, cls: Value): Value => newBool(isInstance(vm, object, cls));
export const issubclass = (vm: Vm, derived: Value, cls: Value): Value => newBool(isSubclass(vm, derived, cls));
export function id(vm: Vm, object: Value): Value {
  const address = addressOf(vm, object);
  audit(vm, "builtins.id", () => [address]);
  return address;
}
export const len = (vm: Vm, object: Value): Value => lengthValue(length(vm, object));
export const hashOf = (vm: Vm, object: Value): Value => newInt(hash(vm, object));
export const reprOf = (vm: Vm, object: Value): Value => repr(vm, object);
export const ascii = (vm: Vm, object: Value): Value => newStr(asciiText(vm, object));

export function format(vm: Vm, value: Value, spec?: Value): Value {
  if (spec !== undefined && !isStr(spec)) throw typeError(vm, `format() argument 2 must be str, not ${argumentName(spec)}`);
  return formatValue(vm, value, spec ?? newStr(""));
}

export function chr(vm: Vm, i: Value): Value {
  const n = asIndex(vm, i);
  if (n < 0 || n > 0x10ffff) throw valueError(vm, "chr() arg not in range(0x110000)");
  return strFromCodePoints([Number(n)]);
}

export function ord(vm: Vm, character: Value): Value {
  if (isStr(character)) {
    const text = strText(character);
    const n = textLength(text);
    if (n === 1) return textAt(text, 0);
    throw typeError(vm, `ord() expected a character, but string of length ${n} found`);
  }
  const bytes = isBytes(character) ? (character.data as Uint8Array) : isInstanceOf(character, ByteArrayType) ? byteArrayBytes(character as never) : undefined;
  if (bytes === undefined) throw typeError(vm, `ord() expected string of length 1, but ${typeName(character)} found`);
  if (bytes.length !== 1) throw typeError(vm, `ord() expected a character, but string of length ${bytes.length} found`);
  return bytes[0]!;
}

const prefixed = (base: 2 | 8 | 16) => (vm: Vm, number: Value): Value => newStr(intToPrefixed(asIndex(vm, number), base));
export const bin = prefixed(2);
export const oct = prefixed(8);
export const hex = prefixed(16);

export function round(vm: Vm, number: Value, ndigits?: Value): Value {
  const method = lookupSpecial(vm, number, "__round__");
  if (method === undefined) throw typeError(vm, `type ${typeName(number)} doesn't define __round__ method`);
  return call(vm, method, ndigits === undefined || ndigits === None ? [] : [ndigits]);
}

export function breakpoint(vm: Vm, args: Value[], kwargs?: { names: readonly PyStr[]; values: readonly Value[] }): Value {
  const hook = dictGetText(vm.sysDict, "breakpointhook");
  if (hook === undefined) throw runtimeError(vm, "lost sys.breakpointhook");
  return kwargs === undefined ? call(vm, hook, args) : call(vm, hook, [...args, ...kwargs.values], kwargs.names);
}
void asText;
void isExactStr;
void strFromJs;
